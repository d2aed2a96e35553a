/** Runs programs for the end-to-end rings: bounded in time, ended by process group, output kept. */
import { spawn, type ChildProcess } from "node:child_process";

export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds; after them the program and its children are killed. */
  readonly timeout?: number;
}

export interface CommandResult {
  /** Undefined when a signal ended the program. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly output: string;
  readonly milliseconds: number;
}

export async function run(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return await start(command, args, options).ended;
}

/** Like `run`; throws when the program fails. */
export async function must(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { code, stdout, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
  return stdout;
}

/** A program that runs next to the test. `ended` never rejects but when the program cannot be started. */
export function start(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): { readonly child: ChildProcess; readonly ended: Promise<CommandResult> } {
  const { cwd, env, timeout = 60_000 } = options;
  const began = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const parts = { stdout: "", stderr: "", output: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      parts[name] += text;
      parts.output += text;
    });
  }
  const timer = setTimeout(() => end(child), timeout);
  const ended = new Promise<CommandResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code: code ?? undefined, ...parts, milliseconds: performance.now() - began }),
    );
  }).finally(() => clearTimeout(timer));
  return { child, ended };
}

/** Kills a program and its children. */
export function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
