import { spawn } from "node:child_process";

/** One way to run node, measured as a whole process: what a job pays for it. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Called before each run, outside the measured time. */
  readonly prepare?: () => Promise<void>;
  /** Throws when the run did not do what it is measured for. */
  readonly verify?: (run: Run) => void;
}

export interface Run {
  readonly exitCode: number | null;
  readonly milliseconds: number;
  /** Peak resident set, in KiB. */
  readonly peakKiB: number;
  readonly stdout: string;
}

/** The baseline of every ratio: a node that does nothing. */
export const BARE_NODE: Case = { name: "bare node", args: ["-e", "0"] };

/**
 * Prints the peak memory at the end; loaded into the baseline too. On Linux by VmHWM, which begins again with the process:
 * getrusage's figure begins with what the process that started it had.
 */
const PEAK = `data:text/javascript,${encodeURIComponent(`process.on("exit", () => {
  const fs = process.getBuiltinModule("fs");
  let status = "";
  try { status = fs.readFileSync("/proc/self/status", "utf8"); } catch {}
  fs.writeSync(3, /^VmHWM:\\s+(\\d+) kB$/m.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS));
})`)}`;

/** The median of each case over interleaved runs, so that a noisy moment hits all of them alike. */
export async function measureTime(cases: readonly Case[], runs: number): Promise<ReadonlyMap<string, number>> {
  return await medians(cases, runs, [], (run) => run.milliseconds);
}

/** The median peak memory in KiB. Apart from the time, since asking for it takes some. */
export async function measureMemory(cases: readonly Case[], runs: number): Promise<ReadonlyMap<string, number>> {
  return await medians(cases, runs, ["--import", PEAK], (run) => run.peakKiB);
}

async function medians(
  cases: readonly Case[],
  runs: number,
  options: readonly string[],
  pick: (run: Run) => number,
): Promise<ReadonlyMap<string, number>> {
  const all = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < runs; round += 1) {
    for (const one of cases) {
      await one.prepare?.();
      const run = await runOnce(one, options);
      one.verify?.(run);
      // The first round warms the file cache.
      if (round >= 0) all.get(one.name)!.push(pick(run));
    }
  }
  return new Map([...all].map(([name, list]) => [name, median(list)]));
}

async function runOnce({ name, args, env = {} }: Case, options: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [...options, ...args], {
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let peak = "";
  let stderr = "";
  child.stdout!.on("data", (chunk: Buffer) => (stdout += chunk.toString("latin1")));
  child.stderr!.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  (child.stdio[3] as NodeJS.ReadableStream).on("data", (chunk: Buffer) => (peak += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  const milliseconds = performance.now() - start;
  if (exitCode === null || exitCode > 2)
    throw new Error(`${name} ended with ${exitCode}: ${stdout.slice(-2_000)}${stderr.slice(-2_000)}`);
  return { exitCode, milliseconds, peakKiB: Number(peak), stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
