/** undici's codes for what the system and Node's own parser have codes for. */
const CODES: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: "ECONNRESET",
  UND_ERR_INFO: "ECONNRESET",
  UND_ERR_DESTROYED: "ECONNRESET",
  UND_ERR_HEADERS_OVERFLOW: "HPE_HEADER_OVERFLOW",
};

/** An error of undici with the code that Node would give it; any other error unchanged. */
export function wireError(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  const code = error.name === "HTTPParserError" ? "HPE_INVALID" : CODES[error.code ?? ""];
  return code === undefined ? error : Object.assign(new Error(error.message, { cause: error }), { code });
}
