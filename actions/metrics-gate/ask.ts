import { interrupted, ActionError } from "@release-actions/action";
import { HttpError, inParallel } from "@release-actions/http";
import {
  openCounters,
  type Answer,
  type Counters,
  type Prometheus,
  type QueryResult,
} from "@release-actions/prometheus";
import type { Measurement } from "@release-actions/slo";
import { batchesOf, single, type Batch } from "./batches.ts";
import type { Window } from "./gate.ts";
import { durationText } from "./plan.ts";
import { CONNECTIONS } from "./probe.ts";

export type Missing = Extract<Measurement, { kind: "none" }>;

/** What became of a question in one tick. `query` asks the same again. */
export type Outcome =
  | { readonly query: string; readonly result: QueryResult; readonly partial: string | undefined }
  | { readonly query: string; readonly missing: Missing };

/** What one tick asks: all counters and all queries, each once. */
export interface Questions {
  /** Selectors. */
  readonly counters: readonly string[];
  readonly queries: readonly string[];
}

export interface Outcomes {
  readonly counters: ReadonlyMap<string, Outcome>;
  readonly queries: ReadonlyMap<string, Outcome>;
}

export interface Asker {
  /** Asks all for the same time. Throws for a signal, a defect and a question that can never be answered. */
  askAll(questions: Questions, window: Window): Promise<Outcomes>;
  /** What a selector's counters have grown by. */
  counters(selector: string): Counters;
  readonly remarks: ReadonlySet<string>;
}

interface Options {
  readonly prometheus: Prometheus;
  readonly interval: number;
  readonly clock: { monotonic(): number };
  readonly signal: AbortSignal;
}

interface Job {
  readonly query: string;
  take(answer: Answer<QueryResult>): void;
  miss(missing: Missing): void;
  /** It was answered, and without what was asked for. */
  refused?(): void;
}

export const none = (sample: Missing["sample"], detail: string): Missing => ({ kind: "none", sample, detail });
const MOST_REMARKS = 20;
/** Nothing is asked later than this part of a tick after its beginning: answers take time as well. */
const TICK_SHARE = 0.25;
/** After so many questions without an answer in one tick the server counts as down. */
const DOWN_AFTER = 3;
const NO_SERIES: QueryResult = { kind: "matrix", series: [] };

export function openAsker({ prometheus, interval, clock, signal }: Options): Asker {
  const all = new Map<string, Counters>();
  const remarks = new Set<string>();
  let batches: readonly Batch[] | undefined;
  /** Too much for one answer: from then on each is asked alone. */
  let together = true;

  async function askAll({ counters, queries }: Questions, { tick, from, to }: Window): Promise<Outcomes> {
    const found = { counters: new Map<string, Outcome>(), queries: new Map<string, Outcome>() };
    for (const selector of counters)
      if (!all.has(selector)) all.set(selector, openCounters(from - tick * interval, interval));
    batches ??= together ? batchesOf(counters) : counters.map(single);
    const jobs = [
      ...batches.map((batch) => batchJob(batch, to, found.counters)),
      ...queries.map((query) => queryJob(query, found.queries)),
    ];
    await run(jobs, to);
    return found;
  }

  async function run(jobs: readonly Job[], to: number): Promise<void> {
    const began = clock.monotonic();
    let failures = 0;
    let down: Missing | undefined;
    await inParallel(CONNECTIONS, jobs, async (job) => {
      // A server that is down is waited for once, and a slow one does not hold up the next tick.
      if (down !== undefined) return job.miss(down);
      if (clock.monotonic() - began > interval * TICK_SHARE)
        return job.miss(none("query-error", "no time was left in this tick"));
      try {
        const answer = await prometheus.query(job.query, to);
        for (const remark of answer.infos) if (remarks.size < MOST_REMARKS) remarks.add(remark);
        job.take(answer);
      } catch (error) {
        const missing = unanswered(error, signal);
        if (error instanceof HttpError && (failures += 1) >= DOWN_AFTER) down = missing;
        if (!(error instanceof HttpError) || error.reach === "answered") job.refused?.();
        job.miss(missing);
      }
    });
  }

  function batchJob({ selector, members, memberOf }: Batch, to: number, found: Map<string, Outcome>): Job {
    const range = durationText(Math.max(...members.map((member) => all.get(member)!.range(to))));
    const queryOf = (text: string) => `${text}[${range}]`;
    return {
      query: queryOf(selector),
      take({ value, warnings }) {
        // What is not whole is not counted: a series that it lacks would look new, or as if it had always been there.
        if (warnings.length > 0) {
          for (const member of members)
            found.set(member, { query: queryOf(member), result: NO_SERIES, partial: warnings.join("; ") });
          return;
        }
        const results = members.length === 1 ? new Map([[members[0]!, value]]) : parted(value, memberOf);
        for (const member of members) {
          const wrong = all.get(member)!.read(results.get(member) ?? NO_SERIES, to);
          found.set(
            member,
            wrong === undefined
              ? { query: queryOf(member), result: NO_SERIES, partial: undefined }
              : { query: queryOf(member), missing: none("invalid", wrong) },
          );
        }
      },
      refused() {
        if (members.length > 1) [together, batches] = [false, undefined];
      },
      miss(missing) {
        for (const member of members) found.set(member, { query: queryOf(member), missing });
      },
    };
  }

  function queryJob(query: string, found: Map<string, Outcome>): Job {
    return {
      query,
      take: ({ value: result, warnings }) =>
        void found.set(query, { query, result, partial: warnings.length === 0 ? undefined : warnings.join("; ") }),
      miss: (missing) => void found.set(query, { query, missing }),
    };
  }

  return { askAll, counters: (selector) => all.get(selector)!, remarks };
}

/** The series of a batch's answer, by the member that they belong to. */
function parted(result: QueryResult, memberOf: Batch["memberOf"]): Map<string, QueryResult> {
  const parts = new Map<string, Extract<QueryResult, { kind: "matrix" }>["series"][number][]>();
  for (const one of result.kind === "matrix" ? result.series : []) {
    const member = memberOf(one.labels) ?? "";
    const part = parts.get(member);
    if (part === undefined) parts.set(member, [one]);
    else part.push(one);
  }
  return new Map([...parts].map(([member, series]) => [member, { kind: "matrix", series }]));
}

/** No answer as a measurement. A signal, a defect and a question that can never be answered are passed on. */
export function unanswered(error: unknown, signal: AbortSignal): Missing {
  if (signal.aborted) throw signal.reason instanceof ActionError ? signal.reason : interrupted("The run was ended.");
  if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
  return none("query-error", error.message);
}
