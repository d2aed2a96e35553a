/** One run of publish-release in its own process, so that it can be killed at any moment. */
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/publish-release/action.ts";
import { hurriedClock } from "../worlds/publish-release.ts";

const { inputs, workspace } = JSON.parse(process.argv[2]!) as { inputs: Record<string, string>; workspace: string };
const { exitCode } = await runInMemory(action, { inputs, workspace, clock: hurriedClock() });
process.exitCode = exitCode;
