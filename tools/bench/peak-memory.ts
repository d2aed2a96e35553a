import { readFileSync } from "node:fs";

/**
 * This process's peak resident set in KiB. On Linux by VmHWM, which begins again with the process: getrusage's figure
 * begins with what the process that started it had.
 */
export function peakMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}
