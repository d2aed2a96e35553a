import { ActionError } from "@release-actions/action";
import type { Http } from "@release-actions/http";
import {
  openPrometheus,
  type Answer,
  type Labels,
  type Prometheus,
  type QueryResult,
} from "@release-actions/prometheus";
import { openClient } from "./call.ts";
import { differenceOf, show, wantedOf } from "./matcher.ts";
import { failed, passed, unproven, type Facts, type Judged } from "./outcome.ts";
import type { Run } from "./run.ts";
import { isReserved } from "./secret-headers.ts";
import type { QuerySpec } from "./suite.ts";

const LONGEST_WAIT = 5_000;
const SHORTEST_WAIT = 250;
const SHOWN = 5;

/**
 * Asks Prometheus, and where calls are to be seen waits until what is counted was scraped after them, by the time that
 * its samples carry. `called`: wall clock milliseconds here when the last of these calls had ended; undefined: none.
 */
export async function checkQuery(run: Run, url: string, spec: QuerySpec, called: number | undefined): Promise<Judged> {
  const { clock, signal } = run.context;
  const http = limited(run, openClient(run, [url]));
  const credential = (run.plan.headers.get(new URL(url).origin) ?? []).find(({ name }) => isReserved(name));
  const prometheus = openPrometheus({
    http,
    url,
    credential: credential === undefined ? undefined : { header: credential.name, value: credential.value },
  });
  const end = clock.monotonic() + spec.within;
  let attempts = 0;
  try {
    const since = called === undefined ? undefined : await onItsClock(run, prometheus, called);
    for (let wait = SHORTEST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      attempts += 1;
      const facts: Facts = { sent: `${spec.query} at ${url}`, attempts };
      const waiting = since === undefined ? undefined : await notYetScraped(prometheus, spec, since);
      const judged =
        waiting === undefined
          ? judgeQuery(await prometheus.query(spec.query), spec, facts)
          : stale(waiting, spec, facts);
      const left = Math.min(end - clock.monotonic(), run.left());
      // What is asked for without a call before it is as it is.
      if (judged.result === "pass" || left <= 0 || called === undefined) return judged;
      await clock.sleep(Math.min(wait, left), signal);
    }
  } catch (error) {
    return unanswered(run, error, spec, Math.max(1, attempts));
  } finally {
    http.close();
  }
}

/** Its questions keep to this action's limits. */
function limited({ context: { inputs }, left }: Run, http: Http): Http {
  return {
    close: http.close,
    api: (base, options) =>
      http.api(base, { ...options, deadline: Math.min(inputs.timeout, left()), attempts: inputs.retries + 1 }),
  };
}

/** A time here as Prometheus's clock had it, rather a little later than earlier. Milliseconds. */
async function onItsClock({ context: { clock } }: Run, prometheus: Prometheus, time: number): Promise<number> {
  const asked = clock.now();
  const { value } = await prometheus.query("time()");
  const now = value.kind === "scalar" ? (value.sample.value ?? Number.NaN) * 1000 : Number.NaN;
  if (Number.isNaN(now)) throw new ActionError("undecided", "Prometheus does not tell its time");
  return time + (now - asked);
}

/** Which series were not scraped since then; undefined: all were. */
async function notYetScraped(
  prometheus: Prometheus,
  { seenBy = "" }: QuerySpec,
  since: number,
): Promise<string | undefined> {
  const { value } = await prometheus.query(`timestamp(${seenBy})`);
  const series = value.kind === "vector" ? value.series : [];
  if (series.length === 0) return `there is no series ${seenBy}`;
  const old = series.filter(({ value: seconds = 0 }) => !(seconds * 1000 >= since));
  if (old.length === 0) return undefined;
  return `${old.length} of ${series.length} series of ${seenBy} were not scraped after the call`;
}

function stale(why: string, spec: QuerySpec, facts: Facts): Judged {
  const remedy =
    "See the targets in Prometheus: whether the service is scraped, without error, and how often; give more time by within.";
  return failed("query", `${why}, within ${Math.round(spec.within / 1000)} s`, {
    ...facts,
    came: why,
    expected: wantedOf(spec.expect),
    remedy,
  });
}

function judgeQuery({ value, warnings }: Answer<QueryResult>, spec: QuerySpec, given: Facts): Judged {
  const series = valuesOf(value);
  const came =
    series.length === 0
      ? "no series"
      : series
          .slice(0, SHOWN)
          .map(({ labels, value: number }) => `${named(labels)}${String(number)}`)
          .join("; ");
  const expected = wantedOf(spec.expect);
  const facts = (remedy: string) => ({ ...given, came, expected, remedy });
  if (warnings.length > 0) {
    return unproven(
      "query",
      `the answer may not be whole: ${warnings.join("; ")}`,
      facts("See that all stores behind the address answer, then run again."),
    );
  }
  if (value.kind === "string" || value.kind === "matrix") {
    return failed(
      "query",
      `the query gives a ${value.kind}, not numbers at one time`,
      facts("Write a query that gives an instant vector or a scalar."),
    );
  }
  if (series.length === 0)
    return failed(
      "query",
      "the query gives nothing, and nothing is no proof",
      facts("Check its names and labels, and that the service is scraped."),
    );
  const wrong = series.flatMap(({ labels, value: number }) => {
    const difference = differenceFrom(number, spec, expected);
    return difference === undefined ? [] : [`${named(labels) === "" ? "the value " : named(labels)}${difference}`];
  });
  if (wrong.length === 0) return passed(came, { ...given, came });
  return failed("query", wrong.slice(0, SHOWN).join("; "), facts("See what the query counts, in Prometheus."));
}

function differenceFrom(value: number | undefined, { expect }: QuerySpec, expected: string): string | undefined {
  if (value === undefined) return `is a histogram, expected ${expected}`;
  return Number.isNaN(value) ? `is NaN, expected ${expected}` : differenceOf(value, expect);
}

function named(labels: Labels): string {
  return Object.keys(labels).length === 0 ? "" : `${show(labels)} `;
}

function valuesOf(result: QueryResult): readonly { readonly labels: Labels; readonly value: number | undefined }[] {
  if (result.kind === "vector") return result.series;
  return result.kind === "scalar" ? [{ labels: {}, value: result.sample.value }] : [];
}

/** Without Prometheus nothing is known; a query that it cannot read and a secret that it does not take are mistakes of whoever asks. */
function unanswered(run: Run, error: unknown, spec: QuerySpec, attempts: number): Judged {
  if (
    !(error instanceof ActionError) ||
    run.context.signal.aborted ||
    !(error.verdict === "undecided" || error.verdict === "invalid")
  )
    throw error;
  const remedy = error.details.remedy ?? "See that Prometheus runs, and its address.";
  const judged = unproven("no-answer", error.message, {
    sent: spec.query,
    came: "no answer",
    attempts,
    expected: wantedOf(spec.expect),
    remedy,
  });
  return error.verdict === "invalid" ? { ...judged, result: "invalid" } : judged;
}
