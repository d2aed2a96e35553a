import type { Panel, Point } from "@release-actions/report/chart";
import type { ObjectiveStanding } from "@release-actions/slo";
import { oneLine, shorten } from "@release-actions/text";
import type { Ended } from "./record.ts";
import type { Slo } from "./slos.ts";
import { worstFirst } from "./words.ts";

/** Objectives that have a panel of their own; the worst ones. */
const PANELS = 6;

/** The course of each objective with its limit, and below all of them the evidence with the number that refuses. */
export async function plotOf(ended: Ended): Promise<string> {
  const { chartSvg } = await import("@release-actions/report/chart");
  const { objectives } = ended.standing;
  const worst = worstFirst(objectives);
  const shown = worst
    .slice(0, PANELS)
    .sort((one, other) => one - other)
    .map((index) => ({ index, standing: objectives[index]! }));
  const more = worst.length > PANELS ? ` The ${PANELS} worst of ${worst.length} objectives.` : "";
  return chartSvg({
    title: `metrics-gate: ${ended.verdict}`,
    subtitle: `${shorten(oneLine(ended.standing.reason), 110)}${more}`,
    x: { scale: "time", label: "end of the tick's window, UTC" },
    panels: [...shown.map(({ standing, index }) => panelOf(ended, index, standing)), ...evidencePanel(ended, shown)],
  });
}

function panelOf({ ticks, slos }: Ended, index: number, { objective }: ObjectiveStanding): Panel {
  const points = ticks.map(({ time, samples }): Point => ({ x: time, y: samples[index]!.value }));
  const of = (wanted: (kind: string) => boolean) =>
    points.filter((_, tick) => wanted(ticks[tick]!.samples[index]!.class));
  const isProportion = objective.kind === "proportion";
  const limits = isProportion
    ? [{ name: "limit", value: objective.limit }]
    : [objective.max, objective.min].flatMap((value, place) =>
        value === undefined ? [] : [{ name: place === 0 ? "must stay below" : "must stay above", value }],
      );
  const baseline = ticks.map(({ time, samples }): Point => {
    const { baseline: events } = samples[index]!;
    return { x: time, y: events === undefined || events.total === 0 ? undefined : events.bad.most / events.total };
  });
  return {
    y: { scale: "linear", format: isProportion ? "percent" : "number", ...(isProportion && { min: 0 }) },
    height: 150,
    series: [
      { name: `${shorten(oneLine(objective.name), 60)}${measured(slos[index]!)}`, points },
      ...(baseline.some(({ y }) => y !== undefined) ? [{ name: "baseline", points: baseline, color: 5 }] : []),
    ],
    limits,
    marks: [
      { name: "violation", kind: "violation", points: of((kind) => kind === "violation") },
      {
        name: "not judged",
        kind: "missing",
        points: of((kind) => kind !== "ok" && kind !== "violation").map(({ x }) => ({ x, y: undefined })),
      },
    ],
  };
}

/** A quantile is judged as the share over its threshold, so that is what is drawn. */
function measured(slo: Slo): string {
  return slo.kind === "latency" ? `: over ${slo.shown}` : "";
}

/** E-values reach further than anyone looks. */
const HIGHEST = 1e6;
const LOWEST = 1e-2;

function evidencePanel(
  { ticks }: Ended,
  shown: readonly { readonly standing: ObjectiveStanding; readonly index: number }[],
): Panel[] {
  const tested = shown.filter(({ standing }) => standing.evidence !== undefined);
  const needed = tested[0]?.standing.evidence?.needed;
  if (needed === undefined) return [];
  const series = tested.map(({ standing, index }, place) => ({
    name: shorten(oneLine(standing.objective.name), 40),
    points: ticks.map(({ time, samples }): Point => ({ x: time, y: clamp(samples[index]!.evidence) })),
    color: place,
  }));
  return [
    {
      y: { scale: "log", label: "evidence against" },
      height: 150,
      series,
      limits: [{ name: `refuses at ${Number(needed.toPrecision(3))}`, value: needed }],
    },
  ];
}

function clamp(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(Math.max(value, LOWEST), HIGHEST);
}
