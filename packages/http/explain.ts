import type { Phase } from "./types.ts";

export interface Explanation {
  readonly text: string;
  readonly remedy?: string | undefined;
  readonly lasting?: boolean | undefined;
}

const TRUST = "If a private authority signed it, give its certificate as a PEM file (NODE_EXTRA_CA_CERTS).";

/** Certificate problems, by OpenSSL's codes as Node reports them. None of them is worked around. */
const CERTIFICATES: Readonly<Record<string, Explanation>> = {
  CERT_HAS_EXPIRED: {
    text: "its certificate has expired",
    remedy: "The server's certificate must be renewed; check this machine's clock too.",
  },
  CERT_NOT_YET_VALID: { text: "its certificate is not valid yet", remedy: "Check this machine's clock." },
  DEPTH_ZERO_SELF_SIGNED_CERT: { text: "its certificate is self-signed", remedy: TRUST },
  SELF_SIGNED_CERT_IN_CHAIN: { text: "its certificate leads to an authority that is not trusted", remedy: TRUST },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { text: "its certificate's authority is unknown", remedy: TRUST },
  UNABLE_TO_GET_ISSUER_CERT: { text: "its certificate's authority is unknown", remedy: TRUST },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { text: "its certificate's authority is unknown", remedy: TRUST },
  CERT_REVOKED: { text: "its certificate was revoked", remedy: "The server's certificate must be replaced." },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    text: "its certificate is for another host",
    remedy: "Check the address: another server may be answering in its place.",
  },
};

const SYSTEM: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: {
    text: "the connection was refused",
    remedy: "Check the address and the port, and that the service runs.",
  },
  ECONNRESET: { text: "the connection was reset" },
  EPIPE: { text: "the connection was closed while sending" },
  ETIMEDOUT: { text: "the connection timed out", remedy: "Check the address, the firewall and the proxy settings." },
  EHOSTUNREACH: { text: "the host cannot be reached", remedy: "Check the network and the proxy settings." },
  ENETUNREACH: { text: "the network cannot be reached", remedy: "Check the network and the proxy settings." },
  ENOTFOUND: {
    text: "the host name is unknown",
    remedy: "Check the address for a typing error, and the proxy settings.",
  },
  EAI_AGAIN: { text: "the host name could not be resolved for now" },
  HPE_HEADER_OVERFLOW: { text: "the reply's headers are larger than 16 KiB", lasting: true },
};

/** What a socket's error means, for people. `proxy` is the host and port of the proxy on the way. */
export function explain(error: NodeJS.ErrnoException, phase: Phase, proxy: string | undefined): Explanation {
  const code = error.code ?? "";
  const known = explainCode(error, code, phase === "tls" || phase === "proxy");
  if (phase !== "proxy") return known;
  const text = `the proxy ${proxy ?? ""}: ${code.startsWith("PROXY_") ? error.message : known.text}`;
  if (code === "PROXY_407") {
    const remedy = "Put the proxy's user and password into the proxy setting, or correct them.";
    return { text, lasting: true, remedy };
  }
  if (/^PROXY_4\d\d$/.test(code)) {
    const remedy = "The proxy does not allow this host: have it allowed, or add the host to NO_PROXY.";
    return { text, lasting: true, remedy };
  }
  return { text, lasting: known.lasting, remedy: "Check the proxy setting, and NO_PROXY for hosts that need none." };
}

function explainCode(error: NodeJS.ErrnoException, code: string, handshake: boolean): Explanation {
  if (code === "ADDRESS_REFUSED") {
    const remedy = "Name the service by its address if it is meant to be there.";
    return { text: error.message, lasting: true, remedy };
  }
  const certificate = CERTIFICATES[code];
  if (certificate !== undefined) return { ...certificate, lasting: true };
  if (handshake && /^(EPROTO|ERR_SSL_|ERR_TLS_)/.test(code)) {
    const remedy = "The server must support TLS 1.2 or 1.3 on this port.";
    return { text: "no secure connection could be negotiated", lasting: true, remedy };
  }
  if (code.startsWith("HPE_") && SYSTEM[code] === undefined) {
    return { text: "the answer is not HTTP", remedy: "Check the address and the port." };
  }
  return SYSTEM[code] ?? { text: code === "" ? error.message : `the connection failed (${code})` };
}
