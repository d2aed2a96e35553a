import type { Panel, Point } from "@release-actions/report/chart";
import type { ObjectiveStanding, SampleClass } from "@release-actions/slo";
import { oneLine, shorten } from "@release-actions/text";
import type { EndedRun } from "./record.ts";
import { worstFirst } from "./text.ts";

/** Objectives with a panel; the worst ones. */
const MAX_PANELS = 6;
const PANEL_HEIGHT = 150;
/** E-values beyond these tell nothing more. */
const MAX_EVIDENCE = 1e6;
const MIN_EVIDENCE = 1e-2;

interface Shown {
  readonly index: number;
  readonly standing: ObjectiveStanding;
}

/** The course of each objective with its limit, and below all of them the evidence with the value that refuses. */
export async function plotOf(ended: EndedRun): Promise<string> {
  const { chartSvg } = await import("@release-actions/report/chart");
  const { objectives, reason } = ended.standing;
  const order = worstFirst(objectives);
  const shown = order
    .slice(0, MAX_PANELS)
    .sort((one, other) => one - other)
    .map((index): Shown => ({ index, standing: objectives[index]! }));
  const more = order.length > MAX_PANELS ? ` The ${MAX_PANELS} worst of ${order.length} objectives.` : "";
  return chartSvg({
    title: `metrics-gate: ${ended.verdict}`,
    subtitle: `${shorten(oneLine(reason), 110)}${more}`,
    x: { scale: "time", label: "end of the tick's window, UTC" },
    panels: [...shown.map((one) => panelOf(ended, one)), ...evidencePanels(ended, shown)],
  });
}

function panelOf(ended: EndedRun, shown: Shown): Panel {
  const { index, standing } = shown;
  const { objective } = standing;
  const points = ended.ticks.map(({ time, samples }): Point => ({ x: time, y: samples[index]!.value }));
  const baseline = baselineOf(ended, index);
  const isProportion = objective.kind === "proportion";
  const classOf = (tick: number): SampleClass => ended.ticks[tick]!.samples[index]!.class;
  const isJudged = (tick: number) => classOf(tick) === "ok" || classOf(tick) === "violation";
  return {
    y: { scale: "linear", format: isProportion ? "percent" : "number", ...(isProportion && { min: 0 }) },
    height: PANEL_HEIGHT,
    series: [
      { name: `${shorten(oneLine(objective.name), 60)}${thresholdText(ended, index)}`, points },
      ...(baseline.some(({ y }) => y !== undefined) ? [{ name: "baseline", points: baseline, color: 5 }] : []),
    ],
    limits: limitsOf(standing),
    marks: [
      { name: "violation", kind: "violation", points: points.filter((_, tick) => classOf(tick) === "violation") },
      {
        name: "not judged",
        kind: "missing",
        points: points.filter((_, tick) => !isJudged(tick)).map(({ x }) => ({ x, y: undefined })),
      },
    ],
  };
}

function baselineOf({ ticks }: EndedRun, index: number): Point[] {
  return ticks.map(({ time, samples }) => {
    const { baseline: events } = samples[index]!;
    return { x: time, y: events === undefined || events.total === 0 ? undefined : events.bad.most / events.total };
  });
}

function limitsOf({ objective }: ObjectiveStanding): NonNullable<Panel["limits"]> {
  if (objective.kind === "proportion") return [{ name: "limit", value: objective.limit }];
  const { max, min } = objective;
  return [
    ...(max === undefined ? [] : [{ name: "must stay below", value: max }]),
    ...(min === undefined ? [] : [{ name: "must stay above", value: min }]),
  ];
}

/** A quantile is judged as the share over its threshold, so that is what is drawn. */
function thresholdText({ slos }: EndedRun, index: number): string {
  const slo = slos[index]!;
  return slo.kind === "latency" ? `: over ${slo.shown}` : "";
}

function evidencePanels({ ticks }: EndedRun, shown: readonly Shown[]): Panel[] {
  const tested = shown.filter(({ standing }) => standing.evidence !== undefined);
  const needed = tested[0]?.standing.evidence?.needed;
  if (needed === undefined) return [];
  const series = tested.map(({ standing, index }, color) => ({
    name: shorten(oneLine(standing.objective.name), 40),
    points: ticks.map(({ time, samples }): Point => ({ x: time, y: clamp(samples[index]!.evidence) })),
    color,
  }));
  return [
    {
      y: { scale: "log", label: "evidence against" },
      height: PANEL_HEIGHT,
      series,
      limits: [{ name: `refuses at ${Number(needed.toPrecision(3))}`, value: needed }],
    },
  ];
}

function clamp(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(Math.max(value, MIN_EVIDENCE), MAX_EVIDENCE);
}
