import { itemsWithin, MAX_OUTPUT_BYTES } from "@release-actions/report";
import type { Events, ObjectiveStanding } from "@release-actions/slo";
import { jsonText } from "@release-actions/text";
import { policyOf, scheduleOf } from "./inputs.ts";
import type { EndedRun, RecordedTick } from "./record.ts";
import { worstFirst } from "./text.ts";

/** Raised when a field changes its meaning or is removed; new fields do not raise it. */
const SCHEMA_VERSION = 1;

/** The whole report in pieces, so that it is never in memory as a whole. */
export function* reportPieces(ended: EndedRun): Generator<string, void, undefined> {
  const head = jsonText({ ...headOf(ended), remarks: ended.remarks, queries: ended.queries });
  yield `${head.slice(0, -1)},"objectives":[`;
  for (const [index, standing] of ended.standing.objectives.entries()) {
    const own = jsonText(objectiveJson(ended, index, standing));
    yield `${index === 0 ? "\n" : ",\n"}${own.slice(0, -1)},"samples":[`;
    let separator = "\n";
    for (const tick of ended.ticks) {
      yield separator + jsonText(sampleJson(tick, index));
      separator = ",\n";
    }
    yield "]}";
  }
  yield "\n]}\n";
}

/** What fits into an output: the objectives, the worst first, in half of it; then the samples of the worst. */
export function shortReport(ended: EndedRun): unknown {
  const { objectives: standings } = ended.standing;
  const order = worstFirst(standings);
  const head = headOf(ended);
  const room = MAX_OUTPUT_BYTES - Buffer.byteLength(jsonText({ ...head, truncated: false, objectives: [] }));
  const half = MAX_OUTPUT_BYTES / 2;
  const shown = itemsWithin(
    order.map((index) => objectiveJson(ended, index, standings[index]!)),
    room - half,
  );
  const sampled = itemsWithin(sampleLists(ended, order.slice(0, shown.items.length)), Math.max(shown.left, 0) + half);
  const isWhole = sampled.items.length === order.length;
  const objectives = shown.items.map((objective, place) => ({ ...objective, ...sampled.items[place] }));
  return { ...head, truncated: !isWhole, objectives };
}

/** The samples of each objective. */
function* sampleLists(ended: EndedRun, order: readonly number[]): Generator<{ samples: unknown[] }, void> {
  for (const index of order) yield { samples: ended.ticks.map((tick) => withQueries(ended, sampleJson(tick, index))) };
}

function headOf({ verdict, standing, inputs, host, started, ended, ticks }: EndedRun) {
  return {
    schemaVersion: SCHEMA_VERSION,
    action: "metrics-gate",
    verdict,
    reason: standing.reason,
    prometheus: host,
    started: timeText(started),
    ended: timeText(ended),
    selector: inputs.selector,
    baseline: inputs.baseline ?? null,
    schedule: { ...scheduleOf(inputs), measured: ticks.length },
    policy: policyOf(inputs),
  };
}

function objectiveJson({ worst }: EndedRun, index: number, { objective, ...standing }: ObjectiveStanding): object {
  return { ...objective, ...standing, worst: worst[index] };
}

function sampleJson({ time, samples, queries }: RecordedTick, index: number) {
  const { tick, class: kind, value, events, baseline, detail, evidence } = samples[index]!;
  return {
    tick,
    time: timeText(time),
    class: kind,
    value: value ?? null,
    ...(events !== undefined && eventsJson(events)),
    ...(baseline !== undefined && { baseline: eventsJson(baseline) }),
    ...(evidence !== undefined && { evidence }),
    ...(detail !== undefined && { detail }),
    queries: queries[index],
  };
}

function eventsJson({ total, bad }: Events) {
  return { requests: total, bad: bad.least === bad.most ? bad.most : bad };
}

/** With the queries themselves, because a short report has no list of them. */
function withQueries({ queries }: EndedRun, { queries: indexes = [], ...sample }: ReturnType<typeof sampleJson>) {
  return { ...sample, queries: indexes.map((index) => queries[index]) };
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}
