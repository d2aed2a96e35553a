import type { Action } from "@release-actions/action";
import { printed, printer, systemClock } from "@release-actions/hosts";
import { execute, type Host } from "@release-actions/action/runtime";
import { inertLines } from "@release-actions/text";
import { ACTIONS } from "./actions.generated.ts";

/** Runs one action on a host and ends the process with its exit code. */
export async function start(name: string, host: Host): Promise<void> {
  const action = await loadAction(name);
  if (action === undefined) throw new TypeError(`there is no action ${name}`);
  await end(await execute(action, host, systemClock, (config) => ownHints(host, config)));
}

/** The hints of release-actions.yml; a configuration that cannot be read has been reported where it matters. */
async function ownHints({ facts }: Host, config: string | undefined) {
  const { loadConfig } = await import("@release-actions/config");
  return (await loadConfig({ host: facts, inputs: { config } })).hints ?? [];
}

export async function loadAction(name: string): Promise<Action | undefined> {
  const module = await ACTIONS.get(name)?.();
  return module?.default;
}

/** After this long whatever still holds the process open, such as an idle connection, no longer does. */
const LINGER_MILLISECONDS = 1_000;

/**
 * Lets the process end with this code once everything that was printed has left it. Not by process.exit: that
 * joins V8's compiler threads without stopping them, and one that waits for a garbage collection then waits forever.
 */
export async function end(code: number): Promise<void> {
  await printed();
  process.exitCode = code;
  setTimeout(() => process.exit(code), LINGER_MILLISECONDS).unref();
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
