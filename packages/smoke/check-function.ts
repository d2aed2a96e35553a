import { noAnswer, readingOf, withCaller, type Answered, type Caller } from "./call.ts";
import { evaluate, readMetrics, replyDetail, sampleName } from "./check-service.ts";
import type { SmokeRun } from "./context.ts";
import { createCounter, type Counter } from "./counters.ts";
import { describeExpectation, judgeReply, type Difference } from "./judge-reply.ts";
import { pollUntilPass } from "./poll.ts";
import { failed, passed, unproven, type Evaluation } from "./result.ts";
import { judgeTrace, newTrace, withTrace, type Trace } from "./trace.ts";
import type { CallSpec, CountSpec, Service } from "./types.ts";

/** Readings before the calls, to reach several replicas behind one address. */
const READINGS = 3;

interface Counting {
  readonly spec: CountSpec;
  readonly service: Service;
  readonly counter: Counter;
}

/** Sends the request, once or several times, and judges the replies, the way of the id and the counters. */
export async function checkFunction(run: SmokeRun, check: CallSpec): Promise<Evaluation> {
  const trace = await newTrace(check.trace ?? { header: "" });
  const filled = withTrace(check, trace);
  const started = await startCounting(run, filled);
  if ("failure" in started) return started.failure;

  const { url } = serviceOf(run, check.service);
  const called = await withCaller(run, url, (caller) => callAll(run, caller, filled, trace));
  if (called.result !== "pass") return called;
  const seen = await checkEvidence(run, filled, called);
  if (seen.result !== "pass") return seen;
  return await checkCounts(run, filled, started.counting, seen);
}

function serviceOf({ plan }: SmokeRun, name: string): Service {
  return plan.services.find((service) => service.name === name)!;
}

/** All calls, up to the first that gets a wrong reply. */
async function callAll(run: SmokeRun, caller: Caller, check: CallSpec, trace: Trace): Promise<Evaluation> {
  let attempts = 0;
  for (let call = 1; ; call += 1) {
    const found = await pollUntilPass(run, check.eventually, () => callOnce(caller, check, trace));
    // Requested calls are not repeated attempts.
    attempts = Math.max(attempts, found.attempts);
    if (found.result !== "pass" || call === check.calls) return { ...found, attempts };
  }
}

async function callOnce(caller: Caller, check: CallSpec, trace: Trace): Promise<Evaluation> {
  const { request, expect, repeatable, timeout } = check;
  const answer = await caller.call({ ...request, repeatable, accepts: expect.status, timeout });
  const expected = `${describeExpectation(expect)}${describeReturn(check, trace)}`;
  if (answer.reply === undefined) return noAnswer(answer, expected);
  return evaluate(differencesOf(answer, check, trace), answer, expected, replyDetail(answer));
}

function describeReturn({ trace }: CallSpec, { id }: Trace): string {
  const returned = trace?.returned;
  if (returned === undefined) return "";
  return `, the id ${id} in the ${returned.kind === "header" ? `header ${returned.header}` : returned.at.text}`;
}

function differencesOf({ reply }: Answered, check: CallSpec, trace: Trace): readonly Difference[] {
  const differences = judgeReply(reply, check.expect);
  const isOther = differences.some(({ reason }) => reason === "status" || reason === "redirect");
  return check.trace === undefined || isOther
    ? differences
    : [...differences, ...judgeTrace(reply, check.trace, trace)];
}

/** What another service must have seen of the call. */
async function checkEvidence(run: SmokeRun, check: CallSpec, called: Evaluation): Promise<Evaluation> {
  const evidence = check.trace?.evidence;
  if (evidence === undefined) return called;
  const { service, path, expect } = evidence;
  const expected = `at ${service}: ${describeExpectation(expect)}`;
  const found = await withCaller(run, serviceOf(run, service).url, (caller) =>
    pollUntilPass(run, check.within, async () => {
      const answer = await caller.call(readingOf({ path, timeout: check.timeout }, expect.status));
      if (answer.reply === undefined) return noAnswer(answer, expected);
      return evaluate(judgeReply(answer.reply, expect), answer, expected, "");
    }),
  );
  if (found.result === "pass") return { ...called, detail: `${called.detail}, seen by ${service}` };
  return { ...found, reason: "evidence", detail: `${service} has not seen the call: ${found.detail}` };
}

async function startCounting(
  run: SmokeRun,
  { counts, timeout }: CallSpec,
): Promise<{ readonly counting: readonly Counting[] } | { readonly failure: Evaluation }> {
  const counting: Counting[] = [];
  for (const spec of counts) {
    const service = serviceOf(run, spec.service);
    const counter = createCounter(spec);
    for (let reading = 0; reading < READINGS; reading += 1) {
      const read = await readPage(run, service, timeout);
      if ("failure" in read) return { failure: { ...read.failure, detail: `before the call: ${read.failure.detail}` } };
      counter.before(read.page, serverTime(read.reply.headers["date"], run.clock.now()));
    }
    counting.push({ spec, service, counter });
  }
  return { counting };
}

/** Over a new connection: a load balancer may then choose another replica. */
async function readPage(run: SmokeRun, { url, metrics }: Service, timeout: number | undefined) {
  return await withCaller(run, url, (caller) => readMetrics(caller, { path: metrics!.path, timeout }));
}

/**
 * Seconds by the server's own clock if it tells, because they are compared with the start time of its process. One
 * second is added: the header has no fraction.
 */
function serverTime(date: string | undefined, now: number): number {
  const served = Date.parse(date ?? "");
  return (Number.isNaN(served) ? now : served) / 1000 + 1;
}

async function checkCounts(
  run: SmokeRun,
  check: CallSpec,
  counting: readonly Counting[],
  called: Evaluation,
): Promise<Evaluation> {
  const rises: string[] = [];
  for (const one of counting) {
    const found = await pollUntilPass(run, check.within, () => checkCount(run, check, one, called));
    if (found.result !== "pass") return found;
    rises.push(found.detail);
  }
  return { ...called, detail: [called.detail, ...rises].join(", ") };
}

/** One more reading: a counter may rise a moment after the reply. */
async function checkCount(
  run: SmokeRun,
  { calls, timeout }: CallSpec,
  { spec, service, counter }: Counting,
  { sent = "" }: Evaluation,
): Promise<Evaluation> {
  const read = await readPage(run, service, timeout);
  if ("failure" in read) return { ...read.failure, detail: `after the call: ${read.failure.detail}` };
  const { by, doubt, series } = counter.after(read.page);
  const needed = spec.by ?? calls;
  const name = sampleName(spec.metric, spec.labels);
  if (by >= needed) return passed(`${name} + ${by}`, read.exchange);
  const exchange = { ...read.exchange, sent: `${sent}, ${calls} times; then ${read.exchange.sent ?? ""}` };
  const expected = `${name} of ${service.name} rises by at least ${needed}`;
  if (doubt !== undefined) {
    const remedy =
      "Declare the metrics page of each replica as a separate service, or export process_start_time_seconds.";
    return unproven("counter", `${name} rose by ${by}, as far as can be told: ${doubt}`, exchange, {
      expected,
      remedy,
    });
  }
  const what = series === 0 ? `${name} is not on the page` : `${name} rose by ${by} instead of ${needed}`;
  const remedy = "Check whether the call reached this service, and whether it counts with these labels.";
  return failed("counter", what, exchange, { expected, remedy });
}
