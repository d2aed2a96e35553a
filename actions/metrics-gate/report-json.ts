import type { Events, ObjectiveStanding, Sample } from "@release-actions/slo";
import { jsonText } from "@release-actions/text";
import type { Ended, RecordedTick } from "./record.ts";
import { scheduleOf, policyOf } from "./settings.ts";
import { worstFirst } from "./words.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const SCHEMA_VERSION = 1;
const LONGEST_OUTPUT = 64 * 1024;

/** The whole report in pieces, so that it is never in memory as a whole. */
export function* reportPieces(ended: Ended): Generator<string, void, undefined> {
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

/** What fits into an output: the objectives, the worst first, in half of the room, then the samples of the worst. */
export function shortReport(ended: Ended): unknown {
  const order = worstFirst(ended.standing.objectives);
  const head = headOf(ended);
  let left = LONGEST_OUTPUT / 2 - Buffer.byteLength(JSON.stringify(head)) - 100;
  const objectives: (object & { samples?: unknown[] })[] = [];
  const takes = (value: unknown): boolean => (left -= Buffer.byteLength(JSON.stringify(value)) + 20) >= 0;
  for (const index of order) {
    const own = objectiveJson(ended, index, ended.standing.objectives[index]!);
    if (!takes(own)) break;
    objectives.push(own);
  }
  left = Math.max(left, 0) + LONGEST_OUTPUT / 2;
  for (const [place, objective] of objectives.entries()) {
    const samples = ended.ticks.map((tick) => queriesOf(ended, sampleJson(tick, order[place]!)));
    if (!takes(samples)) break;
    objective.samples = samples;
  }
  const isWhole = objectives.length === order.length && objectives.every(({ samples }) => samples !== undefined);
  return { ...head, truncated: !isWhole, objectives };
}

function headOf({ verdict, standing, inputs, host, started, ended, ticks }: Ended) {
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

function objectiveJson({ worst }: Ended, index: number, { objective, ...standing }: ObjectiveStanding): object {
  return { ...objective, ...standing, worst: worst[index] };
}

function sampleJson({ time, samples, asked }: RecordedTick, index: number) {
  const { tick, class: kind, value, events, baseline, detail, evidence }: Sample = samples[index]!;
  return {
    tick,
    time: timeText(time),
    class: kind,
    value: value ?? null,
    ...(events !== undefined && eventsJson(events)),
    ...(baseline !== undefined && { baseline: eventsJson(baseline) }),
    ...(evidence !== undefined && { evidence }),
    ...(detail !== undefined && { detail }),
    queries: asked[index],
  };
}

function eventsJson({ total, bad }: Events) {
  return { requests: total, bad: bad.least === bad.most ? bad.most : bad };
}

/** With the queries themselves, where there is no list of them. */
function queriesOf({ queries }: Ended, { queries: numbers = [], ...sample }: ReturnType<typeof sampleJson>) {
  return { ...sample, queries: numbers.map((number) => queries[number]) };
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}
