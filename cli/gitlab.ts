import { gitlabHost, printer } from "@release-actions/hosts";
import { ACTIONS } from "./actions.generated.ts";
import { end, guard, start } from "./start.ts";

/** The entry of every GitLab component: `node dist/gitlab.js <action> [--input value]`. */
export async function gitlab([action = "", ...flags]: readonly string[]): Promise<void> {
  guard();
  if (!ACTIONS.has(action)) {
    printer(
      process,
      "stderr",
    )(`usage: gitlab.js <action> [--input value]; the actions are ${[...ACTIONS.keys()].join(", ")}\n`);
    return await end(2);
  }
  return await start(action, gitlabHost(process, flags));
}
