import { chartSvg, type Chart, type Point, type Series } from "@release-actions/report/chart";
import type { Cell, Evaluation } from "./evaluate.ts";
import type { Tally } from "./outcome.ts";

/** The pictures of docs/gate-evaluation.md, by file name. */
export function plots({ constant, pairs }: Evaluation): ReadonlyMap<string, string> {
  const ratioAxis = { scale: "log", label: "true share of bad requests, times the limit" } as const;
  const share = { scale: "linear", format: "percent", min: 0, max: 1, label: "runs refused" } as const;
  const refused = (cv: number, title: string): Chart => ({
    title,
    subtitle: "At and left of 1 a refusal is wrong; right of it, it is correct.",
    x: ratioAxis,
    panels: [
      {
        y: share,
        series: [
          ...[2, 20, 200].map((rps) =>
            series(`metrics-gate, ${rps} requests/s`, constant, { cv, rps }, (cell) =>
              shareRefused(cell.tallies.evidence),
            ),
          ),
          series("seed's rule, 20 requests/s", constant, { cv, rps: 20 }, (cell) => shareRefused(cell.tallies.seed)),
          series("Argo's rule, 20 requests/s", constant, { cv, rps: 20 }, (cell) => shareRefused(cell.tallies.argo)),
        ],
      },
    ],
  });
  const detection: Chart = {
    title: "Time to a refusal",
    subtitle: "Median over all runs, no bursts; no point if fewer than half of them are refused.",
    x: ratioAxis,
    panels: [
      {
        y: { scale: "linear", label: "seconds", min: 0, max: 600 },
        series: [0.2, 2, 20, 200, 2000].map((rps) =>
          series(
            `${rps} requests/s`,
            constant,
            { cv: 0, rps },
            (cell) => finite(cell.tallies.evidence.medianSeconds),
            1,
          ),
        ),
        limits: [{ name: "target at five times the limit", value: 60 }],
      },
    ],
  };
  const ofPart = (bursts: string, rule: "evidence" | "kayenta"): Point[] =>
    pairs
      .filter(({ pair }) => pair.bursts === bursts && pair.part === 0.1 && pair.rps === 200)
      .map(({ pair, tallies }) => ({ x: pair.ratio, y: shareRefused(tallies[rule]) }));
  const baseline: Chart = {
    title: "A canary with a tenth of 200 requests/s",
    subtitle: "At 1 the canary is as good as its baseline.",
    x: { scale: "log", label: "canary's share of bad requests over the baseline's" },
    panels: [
      {
        y: share,
        series: [
          { name: "metrics-gate", points: ofPart("none", "evidence") },
          { name: "metrics-gate, bursts on both sides", points: ofPart("common", "evidence") },
          { name: "metrics-gate, independent bursts", points: ofPart("alone", "evidence") },
          { name: "Kayenta's rule, independent bursts", points: ofPart("alone", "kayenta") },
        ],
      },
    ],
  };
  return new Map(
    Object.entries({
      "refused.svg": refused(0, "Refused runs without bursts"),
      "refused-bursts.svg": refused(1, "Refused runs under bursts, CV 1"),
      "detection.svg": detection,
      "baseline.svg": baseline,
    }).map(([name, chart]) => [name, chartSvg(chart)]),
  );
}

function series(
  name: string,
  cells: readonly Cell[],
  of: { cv: number; rps: number },
  y: (cell: Cell) => number | undefined,
  from = 0,
): Series {
  const own = cells.filter(
    ({ scenario }) => scenario.cv === of.cv && scenario.rps === of.rps && scenario.ratio >= from,
  );
  return { name, points: own.map((cell) => ({ x: cell.scenario.ratio, y: y(cell) })) };
}

const shareRefused = ({ refused, runs }: Tally): number => refused / runs;
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
