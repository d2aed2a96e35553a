import { FORGE_TOKEN_REFUSED, isForgeToken, type Problem } from "@release-actions/action";

/** Headers that hold secrets, by the one origin that each may be sent to. */
export type SecretHeaders = ReadonlyMap<string, readonly SecretHeader[]>;

export interface SecretHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** Headers that an HTTP client accepts only as its credential. */
const CREDENTIALS = ["authorization", "cookie", "private-token", "job-token"];
const ONE_CREDENTIAL = "only one of Authorization, Cookie, Private-Token and Job-Token can be sent to an origin";
const FORMAT = "Write each on its own line: https://service.example.com Authorization: Bearer …";

/**
 * Reads lines such as `https://service.example.com Authorization: Bearer …`. Problems name the line's number only,
 * never its content.
 */
export function readSecretHeaders(input: string | undefined, problems: Problem[] = []): SecretHeaders {
  const found = new Map<string, SecretHeader[]>();
  for (const [index, line] of (input ?? "").split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const problem = addLine(line, found);
    if (problem === undefined) continue;
    const [what, remedy = FORMAT] = problem;
    problems.push({ input: "headers", what: `headers, line ${index + 1}: ${what}`, remedy });
  }
  return found;
}

/** Adds the header of a line; a problem and its remedy if it has none. */
function addLine(line: string, found: Map<string, SecretHeader[]>): readonly [string, string?] | undefined {
  const [, address = "", name = "", value = ""] = /^\s*(\S+)\s+([^\s:]+):\s*(\S.*)$/.exec(line) ?? [];
  if (!/^https?:\/\/[^/?#@]+\/?$/.test(address) || !URL.canParse(address))
    return ["it does not begin with the origin that the header may be sent to"];
  if (!isHeaderName(name) || !/^[\t\x20-\x7e\x80-\xff]+$/.test(value)) return ["there is no header after the origin"];
  if (isForgeToken(value)) return [`it ${FORGE_TOKEN_REFUSED}`, "Use the service's own secret."];
  const { origin } = new URL(address);
  const header = { name: name.toLowerCase(), value: value.trim() };
  const others = found.get(origin) ?? [];
  if (others.some((other) => other.name === header.name)) return ["the same header is given twice", "Remove one."];
  if (isCredential(header) && others.some(isCredential)) return [ONE_CREDENTIAL, "Remove one."];
  found.set(origin, [...others, header]);
  return undefined;
}

/**
 * Everything of a header that a service may repeat: its value, what follows a scheme such as Bearer, a password, the
 * value of a cookie.
 */
export function secretsIn({ name, value }: SecretHeader): string[] {
  const rest = value.slice(value.indexOf(" ") + 1);
  const cookies = name === "cookie" ? value.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()) : [];
  const account = /^basic /i.test(value) ? Buffer.from(rest.trim(), "base64").toString("utf8") : "";
  return [value, rest, ...cookies, ...(account === "" ? [] : [account, account.slice(account.indexOf(":") + 1)])];
}

/** The header that an origin gets as its credential. */
export function credentialFor(headers: SecretHeaders, origin: string): SecretHeader | undefined {
  return headers.get(origin)?.find(isCredential);
}

function isCredential({ name }: SecretHeader): boolean {
  return CREDENTIALS.includes(name);
}

export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name);
}
