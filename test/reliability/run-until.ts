/**
 * Runs one action in this process and ends the process with SIGKILL right before or after its n-th step that the
 * file system or another process could see. Started by tests as its own process:
 *
 *   node test/kill/run-until.ts '{"action": "…/action.ts", "inputs": {}, "workspace": "…", "now": 0, "step": 3, "when": "after"}'
 *
 * Without `step` the run goes through; the last line printed is then JSON: { verdict, exitCode, lines, steps }.
 */
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";

export interface KilledRun {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly now: number;
  /** 1-based. */
  readonly step?: number;
  readonly when?: "before" | "after";
}

const run = JSON.parse(process.argv[2] ?? "{}") as KilledRun;
const steps: string[] = [];

function killAt(step: number, when: "before" | "after"): void {
  if (run.step === step && run.when === when) process.kill(process.pid, "SIGKILL");
}

function enter(name: string): number {
  const step = steps.push(name);
  killAt(step, "before");
  return step;
}

type AnyFunction = (...args: unknown[]) => unknown;
const WRITERS = [
  "writeFileSync",
  "renameSync",
  "rmSync",
  "unlinkSync",
  "chmodSync",
  "mkdirSync",
  "mkdtempSync",
  "fsyncSync",
  "copyFileSync",
];
const ASYNC_WRITERS = ["writeFile", "rename", "rm", "unlink", "chmod", "mkdir", "mkdtemp", "copyFile"];

for (const name of WRITERS) {
  const original = (fs as unknown as Record<string, AnyFunction>)[name] as AnyFunction;
  (fs as unknown as Record<string, AnyFunction>)[name] = (...args) => {
    const step = enter(name);
    const result = original(...args);
    killAt(step, "after");
    return result;
  };
}
for (const name of ASYNC_WRITERS) {
  const original = (fs.promises as unknown as Record<string, AnyFunction>)[name] as AnyFunction;
  (fs.promises as unknown as Record<string, AnyFunction>)[name] = async (...args) => {
    const step = enter(name);
    const result = await original(...args);
    killAt(step, "after");
    return result;
  };
}
const spawn = childProcess.spawn as AnyFunction;
(childProcess as unknown as Record<string, AnyFunction>)["spawn"] = (...args) => {
  const values = Array.isArray(args[1]) ? (args[1] as string[]) : [];
  const step = enter(`${String(args[0])} ${values.filter((value) => /^[a-z][a-z-]*$/.test(value)).join(" ")}`);
  const child = spawn(...args) as childProcess.ChildProcess;
  child.once("close", () => killAt(step, "after"));
  return child;
};
syncBuiltinESMExports();

const { runInMemory, systemClock } = await import("@release-actions/hosts");
const { default: action } = (await import(pathToFileURL(run.action).href)) as {
  default: Parameters<typeof runInMemory>[0];
};
const clock = { ...systemClock, now: () => run.now };
const { verdict, exitCode, lines } = await runInMemory(action, { workspace: run.workspace, inputs: run.inputs, clock });
process.stdout.write(`${JSON.stringify({ verdict, exitCode, lines, steps })}\n`);
