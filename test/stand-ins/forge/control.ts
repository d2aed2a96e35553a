import { type Answer, type Body, json } from "./exchange.ts";
import { endState } from "./end-state.ts";
import type { Fault, Forge } from "./types.ts";

const controls = "GET ledger, state, end-state, faults; PUT faults; POST reset";

/** The control endpoint, on every origin, for clients that run in another process than the forge. */
export function answerControl(method: string, url: URL, body: Body, forge: Forge): Answer {
  const what = `${method} ${url.pathname.slice("/__control/".length)}`;
  switch (what) {
    case "GET ledger":
      return json(200, forge.ledger);
    case "GET state":
      return json(200, forge.state());
    case "GET end-state":
      return json(200, endState(forge));
    case "GET faults":
      return json(200, { unused: forge.faults.unused() });
    case "PUT faults":
      return putFaults(body, forge);
    case "POST reset":
      forge.reset();
      return { status: 204 };
    default:
      return json(404, { message: `No control ${what}; there are ${controls}` });
  }
}

function putFaults(body: Body, forge: Forge): Answer {
  try {
    const faults: unknown = JSON.parse(body.content?.toString("utf8") ?? "");
    if (!Array.isArray(faults)) throw new Error("not a list");
    forge.faults.clear();
    forge.faults.add(...(faults as Fault[]));
    return { status: 204 };
  } catch (error) {
    return json(400, { message: `A JSON list of faults is needed: ${String(error)}` });
  }
}
