import type { Action } from "@release-actions/action-types";
import { printed, printer, systemClock } from "@release-actions/hosts";
import { execute, type Host } from "@release-actions/runtime";
import { inertLines } from "@release-actions/text";
import { ACTIONS } from "./actions.generated.ts";

/** Runs one action on a host and ends the process with its exit code. */
export async function start(name: string, host: Host): Promise<never> {
  const action = await loadAction(name);
  if (action === undefined) throw new TypeError(`there is no action ${name}`);
  return await end(await execute(action, host, systemClock));
}

export async function loadAction(name: string): Promise<Action | undefined> {
  const module = await ACTIONS.get(name)?.();
  return module?.default;
}

/** Ends the process once everything that was printed has left it. */
export async function end(code: number): Promise<never> {
  await printed();
  process.exit(code);
}

/** The last resort: whatever is thrown outside an action is still printed inert, and never as success. */
export function guard(): void {
  const report = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    printer(process, "stderr")(`${inertLines(`a defect in release-actions: ${text}`).join("\n")}\n`);
    process.exit(4);
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}
