import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { kill } from "node:process";

import { interrupted, invalid, undecided } from "@release-actions/action";

import { gitEnvironment, settings } from "./environment.ts";
import { GitError } from "./errors.ts";
import type { GitOptions, Remote } from "./types.ts";

/** One git process. Only this file starts one. */
export interface Invocation {
  /** The subcommand, a constant. */
  readonly command: string;
  /** Constants, or a constant option joined to a validated value by "=". */
  readonly options?: readonly string[];
  /** Validated values, which go behind --end-of-options. */
  readonly values?: readonly string[];
  /** Paths, which go behind "--". */
  readonly paths?: readonly string[];
  /** Settings next to the ones that always hold. */
  readonly config?: Readonly<Record<string, string>>;
  /** Variables of git's own that say where the repository is and who writes. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly input?: string | Uint8Array;
  /** The one remote this process may speak to; none by default. */
  readonly remote?: Remote | undefined;
  /** Exit codes that are answers; 0 by default. */
  readonly answers?: readonly number[];
  /** Bytes of standard output; 16 MiB by default. */
  readonly maxOutput?: number;
  /** Called every quarter of a second; a thrown error ends the process and is passed on. */
  readonly watch?: () => Promise<void>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const MIB = 1024 * 1024;
const MAX_STDERR = 64 * 1024;
const KILL_AFTER = 2_000;
/** Commands that write nothing, not even a temporary file. */
const READ_ONLY_COMMANDS = new Set(["cat-file", "for-each-ref", "ls-tree", "rev-parse", "symbolic-ref"]);

/**
 * Runs git to its end. Its output is captured, never inherited; its standard input is closed or what is given; its
 * process group ends when the signal aborts, the deadline passes or the output exceeds its cap.
 * @throws GitError for an exit code that is not an answer; ActionError for interruption, deadline and a missing git.
 */
export async function runGit(options: GitOptions, invocation: Invocation): Promise<Outcome> {
  const { remote } = invocation;
  stopIfAborted(options, invocation.command);
  const access =
    remote === undefined ? undefined : await (await import("./remote-access.ts")).openRemoteAccess(options, remote);
  try {
    const child = spawn("git", argumentsOf(invocation, settings(invocation.config ?? {}, access?.config ?? {})), {
      cwd: invocation.directory,
      env: {
        ...gitEnvironment(
          options,
          access === undefined ? [] : [access.protocol],
          !READ_ONLY_COMMANDS.has(invocation.command),
        ),
        ...access?.environment,
        ...invocation.variables,
      },
      // Its own group, so that git's helpers end with it.
      detached: true,
      windowsHide: true,
      stdio: [
        invocation.input === undefined ? "ignore" : "pipe",
        "pipe",
        "pipe",
        ...(access?.descriptor === undefined ? [] : [access.descriptor]),
      ],
    });
    const timeout = access === undefined ? (options.localTimeout ?? 60_000) : (options.networkTimeout ?? 600_000);
    const outcome = await waitForExit(child, invocation, options, timeout);
    const stderr = access?.clean(outcome.stderr) ?? outcome.stderr;
    if ((invocation.answers ?? [0]).includes(outcome.code)) return { ...outcome, stderr };
    throw new GitError(invocation.command, outcome.code, stderr);
  } finally {
    await access?.close();
  }
}

function argumentsOf(invocation: Invocation, config: readonly string[]): string[] {
  const { command, options = [], values = [], paths } = invocation;
  const all = ["--no-pager", ...config, command, ...options];
  if (values.length > 0) all.push("--end-of-options", ...values);
  if (paths !== undefined) all.push("--", ...paths);
  if (all.some((argument) => argument.includes("\0"))) throw invalid(`an argument of git ${command} contains a NUL`);
  return all;
}

function waitForExit(
  child: ChildProcess,
  invocation: Invocation,
  options: GitOptions,
  timeout: number,
): Promise<Outcome> {
  const { command, maxOutput = 16 * MIB } = invocation;
  const { signal } = options;
  return new Promise((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let stdoutBytes = 0;
    let stderrBytes = 0;
    let failure: Error | undefined;
    const timers: NodeJS.Timeout[] = [];

    const end = (reason: Error): void => {
      if (failure !== undefined) return;
      failure = reason;
      killGroup(child, "SIGTERM");
      timers.push(setTimeout(() => killGroup(child, "SIGKILL"), KILL_AFTER));
    };
    const onAbort = (): void => end(interruptedRun(command));
    const settle = (code: number | null): void => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener("abort", onAbort);
      if (failure !== undefined) killGroup(child, "SIGKILL"); // what of the group outlived git itself
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (failure !== undefined) return reject(failure);
      resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") });
    };

    timers.push(setTimeout(() => end(deadlinePassed(command, timeout)), timeout));
    if (invocation.watch !== undefined) timers.push(watching(invocation.watch, end));
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();

    child.stdout?.on("data", (chunk: Buffer) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > maxOutput) end(tooMuch(command, maxOutput));
      else stdout.push(chunk);
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      if (stderrBytes < MAX_STDERR) stderr.push(chunk.subarray(0, MAX_STDERR - stderrBytes));
      stderrBytes += chunk.length;
    });
    child.stdin?.on("error", () => undefined); // git ended before it read everything; its exit code tells
    child.stdin?.end(invocation.input);
    child.on("error", (error: NodeJS.ErrnoException) => {
      failure ??= cannotStart(error, invocation.directory);
      settle(null);
    });
    child.on("close", settle);
    child.on("exit", (code) => {
      // A helper that outlives git may hold the pipes open: it is not waited for.
      const giveUp = (): void => {
        killGroup(child, "SIGKILL");
        settle(code);
      };
      timers.push(setTimeout(giveUp, KILL_AFTER));
    });
  });
}

function watching(watch: () => Promise<void>, end: (reason: Error) => void): NodeJS.Timeout {
  return setInterval(() => void watch().catch((reason: unknown) => end(reason as Error)), 250);
}

function killGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    kill(-child.pid, signal);
  } catch {
    child.kill(signal); // the group is gone already, or this system has none
  }
}

function stopIfAborted(options: GitOptions, command: string): void {
  if (options.signal?.aborted === true) throw interruptedRun(command);
}

function interruptedRun(command: string): Error {
  return interrupted(`interrupted while git ${command} ran`, { remedy: "Run the same command again." });
}

function deadlinePassed(command: string, timeout: number): Error {
  return undecided(`git ${command} did not end within ${Math.round(timeout / 1000)} s and was stopped`, {
    remedy: "Run again; for a very large repository allow more time.",
  });
}

function tooMuch(command: string, maxOutput: number): Error {
  return undecided(`git ${command} printed more than ${maxOutput} bytes and was stopped`, {
    remedy: "Narrow the question: fewer commits, tags or paths, or a smaller file.",
  });
}

function cannotStart(error: NodeJS.ErrnoException, directory: string): Error {
  if (error.code === "ENOENT") {
    return invalid(`git could not be started in ${directory}`, {
      remedy: "Install git 2.32 or newer, have it on PATH, and check that the directory exists.",
      cause: error,
    });
  }
  return undecided(`git could not be started: ${error.code ?? error.message}`, {
    remedy: "The machine is short of memory, processes or file descriptors; run again.",
    cause: error,
  });
}
