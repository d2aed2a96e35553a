import type { Body } from "../shared/receive.ts";
import { type Answer, json } from "./exchange.ts";
import type { Fault, ImageSetup, Quay, SecuritySetup } from "./types.ts";

const controls =
  "GET ledger, faults, digest?repository=&tag=; PUT faults, security?digest=, image?repository=; POST reset";

/** The control endpoint, on both origins, for clients that run in another process than the registry. */
export function answerControl(method: string, url: URL, body: Body, quay: Quay): Answer {
  const what = `${method} ${url.pathname.slice("/__control/".length)}`;
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  try {
    switch (what) {
      case "GET ledger":
        return json(200, quay.ledger);
      case "GET faults":
        return json(200, { unused: quay.faults.unused() });
      case "GET digest":
        return json(200, { digest: quay.digestOf(asked("repository"), asked("tag")) });
      case "PUT faults":
        return putFaults(sent(body), quay);
      case "PUT security":
        quay.setSecurity(asked("digest"), sent(body) as SecuritySetup);
        return { status: 204 };
      case "PUT image":
        return json(200, { digest: quay.addImage(asked("repository"), sent(body) as ImageSetup) });
      case "POST reset":
        quay.reset();
        return { status: 204 };
      default:
        return json(404, { message: `No control ${what}; there are ${controls}` });
    }
  } catch (error) {
    return json(400, { message: String(error) });
  }
}

function putFaults(faults: unknown, quay: Quay): Answer {
  if (!Array.isArray(faults)) throw new Error("A JSON list of faults is needed");
  quay.faults.clear();
  quay.faults.add(...(faults as Fault[]));
  return { status: 204 };
}

function sent(body: Body): unknown {
  return JSON.parse(body.content?.toString("utf8") ?? "") as unknown;
}
