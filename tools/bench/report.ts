import { cpus, totalmem } from "node:os";

/** One line of the benchmark: what was measured, against what was required. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit:
    | "× bare node"
    | "s"
    | "alarms"
    | "KiB"
    | "MB"
    | "requests"
    | "× the limits' least time"
    | "× a full clone, edit and push"
    | "× a sparse clone, edit and push";
  readonly peers: string;
}

export function met({ measured, limit }: Figure): boolean {
  return measured <= limit;
}

/** The measured figures of another version's page, in order; empty if it has other figures than these. */
export function measuredIn(page: string, count: number): readonly string[] {
  const rows = [...page.matchAll(/^\| (?!what \||-)[^\n]*$/gm)].map(([row]) => row.split(/(?<!\\)\|/)[2]?.trim() ?? "");
  return rows.length === count ? rows : [];
}

/** `before`: the measured figures of another version, in the same order. */
export function benchmarkPage(figures: readonly Figure[], runs: number, before: readonly string[] = []): string {
  const rows = figures.map((figure, index) => {
    const { what, measured, limit, unit, peers } = figure;
    const cells = [shown(measured, unit), shown(limit, unit), met(figure) ? "yes" : "**no**", peers];
    return `| ${[what, ...before.slice(index, index + 1), ...cells].join(" | ")} |`;
  });
  const columns = ["what", ...(before.length > 0 ? ["before"] : []), "measured", "at most", "met", "peers"];
  const missed = figures.filter((figure) => !met(figure));
  return `# Benchmarks

Written by \`npm run bench\`. Each figure is the ratio of medians of ${runs} interleaved runs of whole processes to \`node -e 0\` in the same rounds, on Node ${process.versions.node}; memory is the peak resident set, measured in separate runs. Peers are the published figures of other actions, measured the same way.

${before.length > 0 ? "The figures before are those of version 8dd87ce, from before the foundation was rebuilt on libraries, measured on the same day.\n\n" : ""}Last run: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 1024 ** 3)} GiB, a shared machine.

| ${columns.join(" | ")} |
|${"---|".repeat(columns.length)}
${rows.join("\n")}

${missed.length === 0 ? "All figures are met." : `Missed: ${missed.map(({ what }) => what).join("; ")}.`}
`;
}

function shown(value: number, unit: Figure["unit"]): string {
  if (Number.isInteger(value)) return `${value} ${unit}`;
  return `${value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2)} ${unit}`;
}
