import { ActionError, undecided } from "@release-actions/action";
import type { Answer, Labels, Prometheus, QueryResult } from "@release-actions/prometheus";
import type { SmokeRun } from "./context.ts";
import { describeMatcher, mismatchOf, show } from "./matcher.ts";
import { failed, passed, unproven, type Evaluation, type Exchange } from "./result.ts";
import type { QuerySpec } from "./types.ts";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;
const MAX_SERIES_SHOWN = 5;

/**
 * Queries Prometheus. If the result must include calls, it waits until everything that counts them was scraped after
 * the calls, by the times of its samples. `called`: wall clock milliseconds on this machine when the last of these
 * calls ended; undefined: none.
 */
export async function checkQuery(
  run: SmokeRun,
  url: string,
  spec: QuerySpec,
  called: number | undefined,
): Promise<Evaluation> {
  const deadline = Math.min(run.limits.timeout, run.timeLeft());
  const http = run.http(url);
  try {
    const prometheus = run.prometheus({ http, url, deadline, attempts: run.limits.retries + 1 });
    return await queryUntilScraped(run, prometheus, { url, spec, called });
  } finally {
    http.close();
  }
}

interface QueryCheck {
  readonly url: string;
  readonly spec: QuerySpec;
  readonly called: number | undefined;
}

async function queryUntilScraped(
  run: SmokeRun,
  prometheus: Prometheus,
  { url, spec, called }: QueryCheck,
): Promise<Evaluation> {
  const { clock, signal, timeLeft } = run;
  const end = clock.monotonic() + spec.within;
  let attempts = 0;
  try {
    const since = called === undefined ? undefined : await onServerClock(run, prometheus, called);
    for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      attempts += 1;
      const exchange = { sent: `${spec.query} at ${url}`, attempts };
      const stale = since === undefined ? undefined : await findStale(prometheus, spec, { since, exchange });
      const found = stale ?? evaluateAnswer(await prometheus.query(spec.query), spec, exchange);
      const left = Math.min(end - clock.monotonic(), timeLeft());
      // Without a call before it a result does not become right by waiting.
      if (found.result === "pass" || left <= 0 || called === undefined) return found;
      await clock.sleep(Math.min(wait, left), signal);
    }
  } catch (error) {
    return evaluateError(run, error, spec, Math.max(1, attempts));
  }
}

/** A time of this machine's clock as Prometheus's clock had it, rather too late than too early. Milliseconds. */
async function onServerClock({ clock }: SmokeRun, prometheus: Prometheus, time: number): Promise<number> {
  const asked = clock.now();
  const { value } = await prometheus.query("time()");
  const now = value.kind === "scalar" ? (value.sample.value ?? Number.NaN) * 1000 : Number.NaN;
  if (Number.isNaN(now)) throw undecided("Prometheus does not report its time");
  return time + (now - asked);
}

/** Undefined if all series were scraped since then. */
async function findStale(
  prometheus: Prometheus,
  spec: QuerySpec,
  { since, exchange }: { readonly since: number; readonly exchange: Exchange },
): Promise<Evaluation | undefined> {
  const { seenBy = "" } = spec;
  const { value, warnings } = await prometheus.query(`timestamp(${seenBy})`);
  const series = value.kind === "vector" ? value.series : [];
  const old = series.filter(({ value: seconds = 0 }) => !(seconds * 1000 >= since));
  if (old.length > 0)
    return notScraped(
      `${old.length} of ${series.length} series of ${seenBy} were not scraped after the call`,
      spec,
      exchange,
    );
  // A series that an incomplete answer lacks may be the one that was not scraped.
  if (warnings.length > 0) return incomplete(warnings, spec, exchange);
  return series.length === 0 ? notScraped(`there is no series ${seenBy}`, spec, exchange) : undefined;
}

function incomplete(warnings: readonly string[], { expect }: QuerySpec, exchange: Exchange): Evaluation {
  const remedy = "Check that all stores behind the address answer, then run again.";
  const what = `the answer may be incomplete: ${warnings.join("; ")}`;
  return unproven("query", what, exchange, { expected: describeMatcher(expect), remedy });
}

function notScraped(what: string, { within, expect }: QuerySpec, exchange: Exchange): Evaluation {
  const remedy =
    "Check the targets in Prometheus: whether and how often the service is scraped, and errors; or increase within.";
  const detail = `${what}, within ${Math.round(within / 1000)} s`;
  return failed("query", detail, { ...exchange, came: what }, { expected: describeMatcher(expect), remedy });
}

function evaluateAnswer({ value, warnings }: Answer<QueryResult>, spec: QuerySpec, exchange: Exchange): Evaluation {
  const { expect } = spec;
  const series = seriesOf(value);
  const expected = describeMatcher(expect);
  const all = { ...exchange, came: describeSeries(series) };
  const fail = (what: string, remedy: string) => failed("query", what, all, { expected, remedy });
  if (warnings.length > 0) return incomplete(warnings, spec, all);
  if (value.kind === "string" || value.kind === "matrix") {
    const what = `the query returns a ${value.kind}, not numbers at one time`;
    return fail(what, "Write a query that returns an instant vector or a scalar.");
  }
  if (series.length === 0) {
    const remedy = "Check its names and labels, and that the service is scraped.";
    return fail("the query gives nothing, and nothing proves nothing", remedy);
  }
  const wrong = series.flatMap(({ labels, value: number }) => {
    const mismatch = numberMismatch(number, { expect }, expected);
    return mismatch === undefined ? [] : [`${nameOf(labels) || "the value "}${mismatch}`];
  });
  if (wrong.length === 0) return passed(all.came, all);
  return fail(wrong.slice(0, MAX_SERIES_SHOWN).join("; "), "Check in Prometheus what the query counts.");
}

function numberMismatch(
  value: number | undefined,
  { expect }: Pick<QuerySpec, "expect">,
  expected: string,
): string | undefined {
  if (value === undefined) return `is a histogram, expected ${expected}`;
  return Number.isNaN(value) ? `is NaN, expected ${expected}` : mismatchOf(value, expect);
}

type Series = { readonly labels: Labels; readonly value: number | undefined };

function seriesOf(result: QueryResult): readonly Series[] {
  if (result.kind === "vector") return result.series;
  return result.kind === "scalar" ? [{ labels: {}, value: result.sample.value }] : [];
}

function describeSeries(series: readonly Series[]): string {
  if (series.length === 0) return "no series";
  const shown = series.slice(0, MAX_SERIES_SHOWN);
  return shown.map(({ labels, value }) => `${nameOf(labels)}${String(value)}`).join("; ");
}

/** The labels and a space; empty without labels. */
function nameOf(labels: Labels): string {
  return Object.keys(labels).length === 0 ? "" : `${show(labels)} `;
}

/**
 * Without Prometheus nothing is known. A query that it cannot read and a credential that it rejects are mistakes of
 * whoever runs the suite.
 */
function evaluateError({ signal }: SmokeRun, error: unknown, spec: QuerySpec, attempts: number): Evaluation {
  if (!(error instanceof ActionError) || signal.aborted) throw error;
  if (error.verdict !== "undecided" && error.verdict !== "invalid") throw error;
  const exchange = { sent: spec.query, came: "no answer", attempts };
  const remedy = error.details.remedy ?? "Check that Prometheus runs, and its address.";
  const expected = describeMatcher(spec.expect);
  const found = unproven("no-answer", error.message, exchange, { expected, remedy });
  return error.verdict === "invalid" ? { ...found, result: "invalid" } : found;
}
