/** Processes of this machine, by /proc. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export interface Process {
  readonly pid: number;
  readonly group: string | undefined;
  readonly command: string;
}

export function processes(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "latin1").replaceAll("\0", " ");
      const group = readFileSync(`/proc/${name}/stat`, "latin1").split(") ").at(-1)?.split(" ")[2];
      return command === "" ? [] : [{ pid: Number(name), group, command }];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

/** Those whose command line or environment contains this text, but for this process. */
export function processesWith(text: string): Process[] {
  return processes().filter(({ pid, command }) => {
    if (pid === process.pid) return false;
    return command.includes(text) || environmentOf(pid).includes(text);
  });
}

/** Looks until something holds, for a few seconds; false where it does not come to hold. */
export async function until(holds: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await sleep(25);
  return holds();
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}
