/** One run of konflux-release in its own process, so that it can be killed at any moment. */
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/konflux-release/action.ts";

const { inputs } = JSON.parse(process.argv[2]!) as { inputs: Record<string, string> };
const { exitCode } = await runInMemory(action, { inputs });
process.exitCode = exitCode;
