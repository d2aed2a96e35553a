import { HttpError, inParallel } from "@release-actions/http";
import { openCounters } from "@release-actions/prometheus";
import type { Answer, Counters, Prometheus, QueryResult } from "@release-actions/prometheus";
import type { TickWindow } from "../gate.ts";
import { batchesOf, single, type SelectorBatch } from "./batches.ts";
import { missing, unanswered, type MissingMeasurement } from "./measurement.ts";
import { rangeText } from "./plan.ts";
import { CONNECTIONS } from "./probe.ts";

/** What became of a question in one tick. `query` can be sent again as it is. */
export type QueryOutcome =
  | { readonly query: string; readonly result: QueryResult; readonly partial: string | undefined }
  | { readonly query: string; readonly missing: MissingMeasurement };

/** What every tick reads: all counters and all queries, each once. */
export interface Questions {
  /** Selectors, and whether something declares counters there. */
  readonly counters: ReadonlyMap<string, boolean>;
  readonly queries: readonly string[];
}

export interface TickOutcomes {
  readonly counters: ReadonlyMap<string, QueryOutcome>;
  readonly queries: ReadonlyMap<string, QueryOutcome>;
}

export interface TickQueries {
  /** Asks everything for the same time. Throws for a signal, a defect and a question that can never be answered. */
  ask(window: TickWindow): Promise<TickOutcomes>;
  /** The growth of a selector's counters. */
  counters(selector: string): Counters;
}

export interface TickQueriesOptions {
  readonly prometheus: Prometheus;
  /** Milliseconds. */
  readonly interval: number;
  readonly clock: { monotonic(): number };
  readonly signal: AbortSignal;
  /** Called with what Prometheus remarks about a query. */
  readonly onRemark: (remark: string) => void;
}

/** One request of a tick. */
interface QueryJob {
  readonly query: string;
  take(answer: Answer<QueryResult>): void;
  /** `wasAnswered`: there was an answer, and it was not the requested data. */
  miss(missing: MissingMeasurement, wasAnswered: boolean): void;
}

/** No request starts later in a tick than this share of its interval: answers take time as well. */
const TICK_SHARE = 0.25;
/** After this many failed requests in one tick the server counts as down. */
const DOWN_AFTER = 3;
/** What counters have read is in them; nothing else of the answer is kept. */
const READ: QueryResult = { kind: "matrix", series: [] };

export function openTickQueries(questions: Questions, options: TickQueriesOptions): TickQueries {
  const { interval } = options;
  const counters = new Map<string, Counters>();
  const selectors = [...questions.counters.keys()];
  let batches = batchesOf(selectors);

  function openAll({ tick, from }: TickWindow): void {
    for (const [selector, fractions] of questions.counters)
      if (!counters.has(selector))
        counters.set(selector, openCounters(from - tick * interval, { interval, fractions }));
  }

  function batchJob(
    { selector, members, memberOf }: SelectorBatch,
    to: number,
    found: Map<string, QueryOutcome>,
  ): QueryJob {
    const range = rangeText(Math.max(...members.map((member) => counters.get(member)!.range(to))));
    const queryOf = (text: string) => `${text}[${range}]`;
    const setAll = (outcomeOf: (query: string) => QueryOutcome) => {
      for (const member of members) found.set(member, outcomeOf(queryOf(member)));
    };
    return {
      query: queryOf(selector),
      take({ value, warnings }) {
        // An incomplete answer is not counted: a series that it lacks would look new later, or as if it had never been.
        if (warnings.length > 0) return setAll((query) => ({ query, result: READ, partial: warnings.join("; ") }));
        const results = members.length === 1 ? new Map([[members[0]!, value]]) : resultsByMember(value, memberOf);
        for (const member of members) {
          const query = queryOf(member);
          const own = counters.get(member)!;
          const problem = own.read(results.get(member) ?? READ, to);
          const isUnsound = own.broken() !== undefined;
          found.set(
            member,
            problem === undefined
              ? { query, result: READ, partial: undefined }
              : { query, missing: { ...missing("invalid", problem), isUnsound } },
          );
        }
      },
      miss(reason, wasAnswered) {
        // It may have been too much for one answer: from now on each is queried alone.
        if (wasAnswered && members.length > 1) batches = selectors.map(single);
        setAll((query) => ({ query, missing: reason }));
      },
    };
  }

  return {
    counters: (selector) => counters.get(selector)!,
    async ask(window) {
      openAll(window);
      const outcomes = { counters: new Map<string, QueryOutcome>(), queries: new Map<string, QueryOutcome>() };
      const jobs = [
        ...batches.map((batch) => batchJob(batch, window.to, outcomes.counters)),
        ...questions.queries.map((query) => queryJob(query, outcomes.queries)),
      ];
      await runJobs(jobs, window.to, options);
      return outcomes;
    },
  };
}

function queryJob(query: string, found: Map<string, QueryOutcome>): QueryJob {
  return {
    query,
    take({ value: result, warnings }) {
      found.set(query, { query, result, partial: warnings.length === 0 ? undefined : warnings.join("; ") });
    },
    miss: (reason) => void found.set(query, { query, missing: reason }),
  };
}

async function runJobs(
  jobs: readonly QueryJob[],
  time: number,
  { prometheus, interval, clock, signal, onRemark }: TickQueriesOptions,
): Promise<void> {
  const began = clock.monotonic();
  let failures = 0;
  let down: MissingMeasurement | undefined;
  await inParallel(CONNECTIONS, jobs, async (job) => {
    // A server that is down is waited for once, and a slow one does not delay the next tick.
    if (down !== undefined) return job.miss(down, false);
    if (clock.monotonic() - began > interval * TICK_SHARE)
      return job.miss(missing("query-error", "no time was left in this tick"), false);
    try {
      const answer = await prometheus.query(job.query, time);
      answer.infos.forEach(onRemark);
      job.take(answer);
    } catch (error) {
      const reason = unanswered(error, signal);
      if (error instanceof HttpError && (failures += 1) >= DOWN_AFTER) down = reason;
      job.miss(reason, !(error instanceof HttpError) || error.reach === "answered");
    }
  });
}

/** The series of a batch's answer, by the member that selects them. */
function resultsByMember(result: QueryResult, memberOf: SelectorBatch["memberOf"]): Map<string, QueryResult> {
  const parts = new Map<string, Extract<QueryResult, { kind: "matrix" }>["series"][number][]>();
  for (const series of result.kind === "matrix" ? result.series : []) {
    const member = memberOf(series.labels) ?? "";
    const part = parts.get(member);
    if (part === undefined) parts.set(member, [series]);
    else part.push(series);
  }
  return new Map([...parts].map(([member, series]) => [member, { kind: "matrix", series }]));
}
