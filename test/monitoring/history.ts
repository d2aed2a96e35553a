import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import type { SeriesSetup } from "../stand-ins/prometheus/index.ts";

/**
 * Writes what these series were between two times, wall clock milliseconds, as blocks of Prometheus's storage into
 * `data` below the directory, before a server starts there.
 */
export async function writeHistory(
  directory: string,
  series: readonly SeriesSetup[],
  from: number,
  to: number,
): Promise<void> {
  await mkdir(join(directory, "data"), { recursive: true });
  const file = join(directory, "history.om");
  const byMetric = [...series].sort((one, other) => (one.metric < other.metric ? -1 : 1));
  await writeFile(file, `${byMetric.flatMap((one) => linesOf(one, from, to)).join("\n")}\n# EOF\n`);
  await must("promtool", ["tsdb", "create-blocks-from", "openmetrics", file, join(directory, "data")], {
    cwd: directory,
    env: { PATH },
  });
}

function linesOf(
  { metric, labels = {}, value, samples, every = 5_000 }: SeriesSetup,
  from: number,
  to: number,
): string[] {
  const name = `${metric}{${Object.entries(labels)
    .map(([label, text]) => `${label}=${JSON.stringify(text)}`)
    .join(",")}}`;
  const all =
    samples ??
    Array.from(
      { length: Math.floor((to - from) / every) },
      (_, index) => (Math.floor(from / every) + index + 1) * every,
    ).map((time) => [time, value?.(time)] as const);
  return all.flatMap(([time, one]) => (one === undefined ? [] : [`${name} ${one} ${time / 1000}`]));
}
