import { interrupted, invalid, undecided } from "@release-actions/action";
import { constants } from "node:os";
import { basename } from "node:path";
import { execPath, kill } from "node:process";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";

import { withAbsolutePath } from "./find.ts";
import { lineReader } from "./lines.ts";
import type { ToolResult, ToolRun } from "./types.ts";

const MIB = 1024 * 1024;
const MAX_INPUT = 64 * 1024;
/** Of arguments and environment together. Where a system refuses them, @actions/exec would wait forever. */
const MAX_REQUEST = 512 * 1024;
const MAX_STDERR = 64 * 1024;
/** Milliseconds for the supervisor to end the tool; it takes 2 s where the tool ignores SIGTERM. */
const GIVE_UP_AFTER = 4_000;
/** A piece for one variable, in code points so that none is cut. Windows takes 32,767 UTF-16 units, Linux 128 KiB. */
const PIECE = /[^]{1,15000}/gu;

/** What node itself may need to start. Everything else in the tool's environment is for the tool alone. */
const FOR_NODE = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SystemRoot"];

/** What the supervisor says, one JSON array a line. */
type Frame =
  | readonly ["started", supervisor: number, tool: number]
  | readonly ["out", base64: string]
  | readonly ["err", base64: string]
  | readonly ["exited", code: number | null, signal: NodeJS.Signals | null]
  | readonly ["failed", code: string];

/**
 * Runs a tool to its end. The tool and its children end when the signal aborts, when the timeout passes, and when this
 * process is gone; after a normal end, what the tool left running in the background keeps running.
 * @throws ActionError interrupted, undecided (timeout, too much output) or invalid (it cannot be started). An exit code
 *   is a result, whatever it is.
 */
export async function runTool(run: ToolRun): Promise<ToolResult> {
  const name = basename(run.tool);
  const request = requestOf(run, name);
  const { exec } = await import("@actions/exec");
  if (run.signal.aborted) throw interruptedRun(name);

  const output = collectOutput(run, name, stop);
  const complaints: Buffer[] = [];
  let supervisor: number | undefined;
  let group: number | undefined;
  let result: Exclude<Frame, readonly ["started" | "out" | "err", ...unknown[]]> | undefined;
  let failure: Error | undefined;
  let giveUp: () => void = () => undefined;
  const timers: NodeJS.Timeout[] = [];

  function stop(reason: Error): void {
    if (failure !== undefined || result !== undefined) return;
    failure = reason;
    if (supervisor !== undefined) signal(supervisor, "SIGTERM");
    timers.push(setTimeout(giveUp, GIVE_UP_AFTER));
  }
  function onFrame(line: string): void {
    try {
      const frame = JSON.parse(line) as Frame;
      if (frame[0] === "started") {
        [, supervisor, group] = frame;
        // It was to end before it had started.
        if (failure !== undefined) signal(supervisor, "SIGTERM");
      } else if (frame[0] === "out" || frame[0] === "err") output.add(frame[0], Buffer.from(frame[1], "base64"));
      else result = frame;
    } catch (error) {
      // @actions/exec would swallow it, and whatever came with it.
      stop(error as Error);
    }
  }

  const onAbort = (): void => stop(interruptedRun(name));
  run.signal.addEventListener("abort", onAbort, { once: true });
  const { timeout } = run;
  if (timeout !== undefined) timers.push(setTimeout(() => stop(timedOut(name, timeout)), timeout));
  const nowhere = new Writable({ write: (_, __, done) => done() });
  try {
    const running = exec(`"${execPath}"`, [supervisorPath()], {
      // Always its own lines, never longer than a frame: @actions/exec scans them again with each chunk. Nothing is
      // given as `input`: an error while it is written would end this process, and a standard input that stays open
      // tells the supervisor that this process lives.
      listeners: { stdline: onFrame, stderr: (chunk) => void (complaints.length < 16 && complaints.push(chunk)) },
      env: { ...request, ...picked(run.env, FOR_NODE) },
      cwd: run.cwd,
      ignoreReturnCode: true,
      silent: true,
      outStream: nowhere,
      errStream: nowhere,
    });
    await Promise.race([running, new Promise<void>((resolve) => (giveUp = resolve))]);
  } catch (error) {
    throw failure ?? cannotStart(name, (error as Error).message);
  } finally {
    timers.forEach(clearTimeout);
    run.signal.removeEventListener("abort", onAbort);
    // The supervisor itself was ended by force.
    if (result === undefined && supervisor !== undefined && group !== undefined) {
      signal(-group, "SIGKILL");
      signal(supervisor, "SIGKILL");
    }
  }
  if (failure !== undefined) throw failure;
  if (result === undefined) throw lost(name, Buffer.concat(complaints).toString("utf8"));
  if (result[0] === "failed") throw cannotStart(name, result[1]);
  return { code: codeOf(result[1], result[2]), ...output.end() };
}

/** The request in variables, which only this user can read, like the secrets that came in by them. */
function requestOf({ tool, args, cwd, env, input }: ToolRun, name: string): Record<string, string> {
  const texts = [tool, cwd, ...args, ...Object.entries(env).flat()];
  if (texts.some((text) => text.includes("\0"))) throw invalid(`an argument or a variable of ${name} contains a NUL`);
  if (input !== undefined && Buffer.byteLength(input) > MAX_INPUT)
    throw invalid(`the input of ${name} has more than ${MAX_INPUT} bytes`);
  const text = JSON.stringify({ tool, args, cwd, env: withAbsolutePath(env), input });
  if (Buffer.byteLength(text) > MAX_REQUEST)
    throw invalid(`the arguments and the environment of ${name} have more than ${MAX_REQUEST} bytes`);
  const pieces = text.match(PIECE) ?? [];
  return Object.fromEntries(pieces.map((piece, index) => [`RELEASE_ACTIONS_RUN_${index}`, piece]));
}

/** In two steps: ncc puts the file next to the bundle, and would mistake `fileURLToPath(new URL(…))` for a path. */
function supervisorPath(): string {
  const address = new URL("./supervisor.cjs", import.meta.url);
  return fileURLToPath(address);
}

function collectOutput({ onLine, maxOutput = 16 * MIB }: ToolRun, name: string, stop: (reason: Error) => void) {
  const kept: Buffer[] = [];
  const complaints: string[] = [];
  let complained = 0;
  let size = 0;

  const complain = (line: string): void => {
    complaints.push(line);
    complained += line.length + 1;
    // Whole lines only: the end of a secret would not be recognized.
    while (complained > MAX_STDERR && complaints.length > 0) complained -= complaints.shift()!.length + 1;
  };
  const show = (line: string): void => {
    if (size <= maxOutput) onLine?.(line);
  };
  const lines = {
    out: lineReader(show),
    err: lineReader((line) => {
      complain(line);
      show(line);
    }),
  };
  return {
    add(stream: "out" | "err", chunk: Buffer): void {
      const isFirstBeyond = size <= maxOutput && size + chunk.length > maxOutput;
      if (onLine !== undefined) {
        lines[stream].write(chunk);
        size += chunk.length;
        if (isFirstBeyond) onLine(`${name} printed more than ${maxOutput} bytes; the rest is not shown.`);
        return;
      }
      if (stream === "err") return lines.err.write(chunk);
      size += chunk.length;
      if (size > maxOutput) stop(tooMuch(name, maxOutput));
      else kept.push(chunk);
    },
    end(): Pick<ToolResult, "stdout" | "stderr"> {
      lines.out.end();
      lines.err.end();
      return { stdout: Buffer.concat(kept), stderr: complaints.join("\n") };
    },
  };
}

function picked(env: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}

function codeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

function signal(pid: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    kill(pid, name);
  } catch {
    // It has ended already.
  }
}

function interruptedRun(name: string): Error {
  return interrupted(`interrupted while ${name} was running`, { remedy: "Run the same command again." });
}

function timedOut(name: string, timeout: number): Error {
  return undecided(`${name} did not end within ${Math.round(timeout / 1000)} s and was stopped`, {
    remedy: "Allow more time, or find out from its output what it was waiting for.",
  });
}

function tooMuch(name: string, maxOutput: number): Error {
  return undecided(`${name} printed more than ${maxOutput} bytes and was stopped`);
}

function cannotStart(name: string, why: string): Error {
  return invalid(`${name} could not be started: ${why}`, {
    remedy: "Check that it runs on this machine when started manually, and that the directory it runs in exists.",
  });
}

function lost(name: string, complaints: string): Error {
  const why = complaints.trim().split("\n").at(-1) ?? "";
  return undecided(`the process that watches over ${name} ended, and ${name} with it${why === "" ? "" : `: ${why}`}`, {
    remedy: "The machine may be short of memory; run again.",
  });
}
