import type { HttpError } from "@release-actions/http";

const WAITING: Readonly<Record<string, string>> = {
  dns: "while its name was looked up",
  connect: "while connecting",
  proxy: "while the proxy connected",
  tls: "while the secure connection was negotiated",
  send: "while the request was sent",
  headers: "while waiting for the answer",
  body: "in the middle of the answer",
};

const REMEDIES = {
  dns: "Check the address for a typing error, and that the name can be resolved where this runs.",
  refused: "Check that the service runs and listens on this port.",
  tls: "Check the certificate: its names, its issuer and its expiry date.",
  proxy: "Check the proxy setting, and NO_PROXY for hosts that need no proxy.",
  timeout: "Check what the service waits for; increase timeout if it needs longer.",
  broken: "Check the service's log: it, or something in front of it, closed the connection.",
} as const;

/** Why there is no answer: the name, the connection, the certificate or the time. */
export function explainNoAnswer(failure: HttpError): {
  reason: keyof typeof REMEDIES;
  what: string;
  remedy: string;
} {
  const reason = reasonOf(failure);
  const phase = reason === "timeout" ? WAITING[failure.phase] : undefined;
  const what = failure.message.replace(", attempt 1 of 1", "");
  return {
    reason,
    what: phase === undefined ? what : `${what.replace(/\.$/, "")}, ${phase}`,
    remedy: failure.details.remedy ?? REMEDIES[reason],
  };
}

function reasonOf({ code, phase }: HttpError): keyof typeof REMEDIES {
  if (code === "DEADLINE" || code === "ETIMEDOUT") return "timeout";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "dns";
  if (phase === "dns" || phase === "tls" || phase === "proxy") return phase;
  return "broken";
}
