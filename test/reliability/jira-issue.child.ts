/** One run of jira-issue in its own process, so that it can be killed at any moment. */
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/jira-issue/action.ts";
import { hurriedClock } from "../worlds/publish-release.ts";

const { inputs } = JSON.parse(process.argv[2]!) as { inputs: Record<string, string> };
const { exitCode } = await runInMemory(action, { inputs, clock: hurriedClock() });
process.exitCode = exitCode;
