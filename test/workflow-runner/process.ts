/** Runs a step's process: output by lines as it comes, ended as the runner ends it. */
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";

export interface ProcessCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  onLine(line: string): void;
}

export interface ProcessEnd {
  readonly exitCode: number | undefined;
  readonly raw: string;
  readonly ended: "by itself" | "timeout" | "cancelled";
}

/** The runner's grace periods after SIGINT and SIGTERM (ProcessInvoker.cs). */
const INTERRUPT_GRACE = 7500;
const TERMINATE_GRACE = 2500;

/** Never rejects: a command that cannot be started ends with exit code 127 and states it in its output. */
export function runProcess(call: ProcessCall): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawn(call.command, call.args, {
      cwd: call.directory,
      env: call.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let raw = "";
    let ended: ProcessEnd["ended"] = "by itself";
    const timers: NodeJS.Timeout[] = [];

    const end = (why: ProcessEnd["ended"]) => {
      if (ended !== "by itself") return;
      ended = why;
      signalGroup(child.pid, "SIGINT");
      timers.push(setTimeout(() => signalGroup(child.pid, "SIGTERM"), INTERRUPT_GRACE));
      timers.push(setTimeout(() => signalGroup(child.pid, "SIGKILL"), INTERRUPT_GRACE + TERMINATE_GRACE));
    };
    const cancel = () => end("cancelled");
    timers.push(setTimeout(() => end("timeout"), Math.min(call.timeout, 2 ** 31 - 1)));
    if (call.signal?.aborted === true) cancel();
    call.signal?.addEventListener("abort", cancel, { once: true });

    const flushes = [child.stdout, child.stderr].map((stream) => {
      const lines = lineReader(call.onLine);
      stream.on("data", (chunk: Buffer) => {
        raw += lines.write(chunk);
      });
      return lines.end;
    });
    const finish = (exitCode: number | undefined) => {
      for (const timer of timers) clearTimeout(timer);
      call.signal?.removeEventListener("abort", cancel);
      for (const flush of flushes) flush();
      resolve({ exitCode, raw, ended });
    };
    child.on("error", (error) => {
      call.onLine(`${call.command} could not be started: ${error.message}`);
      finish(127);
    });
    child.on("close", (code) => finish(code ?? undefined));
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Cuts a stream at LF, CR and CRLF; a CR at the end of a chunk waits for what follows. */
function lineReader(onLine: (line: string) => void) {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  return {
    write(chunk: Buffer): string {
      const text = decoder.write(chunk);
      pending += text;
      const held = pending.endsWith("\r") ? "\r" : "";
      const lines = pending.slice(0, pending.length - held.length).split(/\r\n|\n|\r/);
      pending = `${lines.pop() ?? ""}${held}`;
      lines.forEach(onLine);
      return text;
    },
    end(): void {
      pending += decoder.end();
      if (pending !== "") onLine(pending.replace(/\r$/, ""));
      pending = "";
    },
  };
}
