import { undecided } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as system from "node:process";
import type { Readable, Writable } from "node:stream";
import { openConnection, type Connection } from "./connection.ts";
import type { Chromium, LaunchOptions } from "./types.ts";
import { flagsOf } from "./flags.ts";
import { openTabs } from "./tab.ts";

const DEADLINE = 30_000;
const MAX_STDERR = 64 * 1024;
const REMOVALS = 20;

/**
 * Starts a browser that communicates through two pipes. However this process ends, the pipes close, and the browser
 * ends with them. Throws `undecided` if it does not start.
 */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  const { executable, temporary, environment, network, host, signal } = options;
  signal.throwIfAborted();
  const profile = mkdtempSync(join(temporary, "chromium-"));
  const sandboxed = system.getuid?.() !== 0;
  const child = spawn(executable, flagsOf({ profile, host, network, sandboxed }), {
    // Files that it keeps outside the profile go to the same directory as the profile.
    env: { ...environment, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
    // A separate process group, so that its helpers end with it.
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  const stderr = keepBeginning(child.stderr!);
  const connection = openConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      connection.end(error.message);
      resolve();
    });
    child.once("exit", (code, by) => {
      connection.end(`the browser ended (${by ?? `exit code ${code}`})`);
      resolve();
    });
  });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= shut());
  async function shut(): Promise<void> {
    signal.removeEventListener("abort", onAbort);
    connection.end("the browser was closed");
    killGroup(child);
    await ended;
    // Processes of the group that outlived the browser itself.
    killGroup(child);
    for (const stream of child.stdio) stream?.destroy();
    await removeFolder(profile);
  }
  const onAbort = (): void => void close();
  signal.addEventListener("abort", onAbort, { once: true });

  const deadline = options.deadline ?? DEADLINE;
  const open = openTabs(connection);
  try {
    const { product } = await inTime(connection, deadline, () => connection.send("Browser.getVersion", {}));
    const version = String(product);
    return { version, sandboxed, pid: child.pid ?? 0, openTab: () => inTime(connection, deadline, open), close };
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw doesNotStart(executable, (error as Error).message, stderr());
  }
}

/** A browser that does not answer is treated as lost. */
async function inTime<T>(connection: Connection, deadline: number, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => connection.end(`no answer within ${Math.round(deadline / 1000)} s`), deadline);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

function doesNotStart(executable: string, why: string, stderr: string) {
  if (stderr.includes("No usable sandbox") || stderr.includes("setuid sandbox")) {
    const remedy =
      "Use the distribution's own package of the browser, or let unprivileged processes create user namespaces; in a container, run as root or with --security-opt seccomp=unconfined.";
    return undecided(`${executable} does not start: this system does not let it create its sandbox`, { remedy });
  }
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const said = lines.findLast((line) => /fatal|error/i.test(line)) ?? lines.at(-1);
  return undecided(
    `${executable} does not start: ${why}${said === undefined ? "" : `; it reports: ${shorten(said, 500)}`}`,
    {
      remedy:
        "Start it manually on this machine with --headless --dump-dom about:blank; it must be a Chromium, Chrome or Edge with all its libraries.",
    },
  );
}

function keepBeginning(stream: Readable): () => string {
  const kept: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    if (size < MAX_STDERR) kept.push(chunk.subarray(0, MAX_STDERR - size));
    size += chunk.length;
  });
  stream.on("error", () => undefined);
  return () => Buffer.concat(kept).toString("utf8");
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    system.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is already gone, or this system has no process groups.
    child.kill("SIGKILL");
  }
}

/** A helper that is still ending may write. */
async function removeFolder(folder: string): Promise<void> {
  for (let turn = 0; turn < REMOVALS; turn += 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
