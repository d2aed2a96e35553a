/** Runs the action on a page until it is killed: address, directory for temporary files. */
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/frontend-check/action.ts";

const [url = "", temporary = ""] = process.argv.slice(2);
await runInMemory(action, {
  inputs: { url, timeout: "5m" },
  facts: { temporary },
  onLine: (line) => console.log(line),
});
