import type { HttpError } from "@release-actions/http";
import type { Reason } from "./outcome.ts";

const WAITING: Readonly<Record<string, string>> = {
  dns: "while its name was looked up",
  connect: "while connecting",
  proxy: "while the proxy connected",
  tls: "while the secure connection was agreed on",
  send: "while the request was sent",
  headers: "while the answer was waited for",
  body: "in the middle of the answer",
};

const REMEDIES = {
  dns: "Check the address for a typing error, and that the name is known where this runs.",
  refused: "See that the service runs and listens on this port.",
  tls: "See the certificate: whom it is for, who signed it, until when it holds.",
  proxy: "Check the proxy setting, and NO_PROXY for hosts that need none.",
  timeout: "See what the service waits for; where it needs longer, give timeout.",
  broken: "See the service's log: it, or something on the way, ended the connection.",
} as const;

/** Why there is no answer: the name, the connection, the certificate, the time, told apart. */
export function explainNoAnswer(failure: HttpError): { reason: Reason; what: string; remedy: string } {
  const reason = reasonOf(failure);
  const when = reason === "timeout" ? WAITING[failure.phase] : undefined;
  const what = failure.message.replace(", attempt 1 of 1", "");
  return {
    reason,
    what: when === undefined ? what : `${what.replace(/\.$/, "")}, ${when}`,
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
