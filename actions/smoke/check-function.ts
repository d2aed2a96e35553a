import { noAnswer, type Answered, type Caller } from "./call.ts";
import { judgedBy, readMetrics, reading, sampleName, withCaller } from "./check-service.ts";
import { createCounter, type Counter } from "./counters.ts";
import { expectedText, judgeReply } from "./judge-reply.ts";
import { failed, passed, unproven, type Judged } from "./outcome.ts";
import { asked } from "./patience.ts";
import type { Run } from "./run.ts";
import type { Service } from "./settings.ts";
import type { CheckSpec, CountSpec } from "./suite.ts";
import { judgeTrace, newTrace, withTrace, type Trace } from "./trace.ts";

/** Readings before the calls, so that replicas behind one address are met. */
const READINGS = 3;

interface Counting {
  readonly spec: CountSpec;
  readonly service: Service;
  readonly counter: Counter;
}

/** Sends the request, once or several times, and judges the answers, the id's way and the counters. */
export async function checkFunction(run: Run, check: CheckSpec): Promise<Judged> {
  const trace = await newTrace(check.trace ?? { header: "" });
  const filled = withTrace(check, trace);
  const started = await startCounting(run, filled);
  if ("judged" in started) return started.judged;

  const called = await withCaller(run, serviceOf(run, check.service), (caller) => callAll(run, caller, filled, trace));
  if (called.result !== "pass") return called;
  const seen = await checkEvidence(run, filled, called);
  if (seen.result !== "pass") return seen;
  return await checkCounts(run, filled, started.counting, seen);
}

function serviceOf({ plan }: Run, name: string): Service {
  return plan.services.find((service) => service.name === name)!;
}

/** The answers together; the first that is wrong ends it. */
async function callAll(run: Run, caller: Caller, check: CheckSpec, trace: Trace): Promise<Judged> {
  let attempts = 0;
  for (let call = 1; ; call += 1) {
    const judged = await asked(run, check.eventually, () => callOnce(caller, check, trace));
    // Calls that are asked for are no tries.
    attempts = Math.max(attempts, judged.attempts);
    if (judged.result !== "pass" || call === check.calls) return { ...judged, attempts };
  }
}

async function callOnce(caller: Caller, check: CheckSpec, trace: Trace): Promise<Judged> {
  const { request, expect, repeatable, timeout } = check;
  const answer = await caller.call({ ...request, repeatable, accepts: expect.status, timeout });
  const expected = `${expectedText(expect)}${returnedText(check, trace)}`;
  if (answer.reply === undefined) return noAnswer(answer, expected);
  return judgedBy(
    differencesOf(answer, check, trace),
    answer,
    expected,
    `${answer.reply.status} in ${answer.milliseconds} ms`,
  );
}

function returnedText({ trace }: CheckSpec, { id }: Trace): string {
  if (trace?.returned === undefined) return "";
  return `, the id ${id} in the ${trace.returned.kind === "header" ? `header ${trace.returned.header}` : trace.returned.at.text}`;
}

function differencesOf({ reply }: Answered, check: CheckSpec, trace: Trace) {
  const differences = judgeReply(reply, check.expect);
  // Of another answer than the expected one the id is not asked for.
  if (check.trace === undefined || differences.some(({ reason }) => reason === "status" || reason === "redirect"))
    return differences;
  return [...differences, ...judgeTrace(reply, check.trace, trace)];
}

/** What another service must have seen of the call. */
async function checkEvidence(run: Run, check: CheckSpec, called: Judged): Promise<Judged> {
  const evidence = check.trace?.evidence;
  if (evidence === undefined) return called;
  const expected = `at ${evidence.service}: ${expectedText(evidence.expect)}`;
  const judged = await withCaller(run, serviceOf(run, evidence.service), (caller) =>
    asked(run, check.within, async () => {
      const answer = await caller.call(
        reading({ path: evidence.path, timeout: check.timeout }, evidence.expect.status),
      );
      if (answer.reply === undefined) return noAnswer(answer, expected);
      return judgedBy(judgeReply(answer.reply, evidence.expect), answer, expected, "");
    }),
  );
  if (judged.result === "pass") return { ...called, detail: `${called.detail}, seen by ${evidence.service}` };
  return { ...judged, reason: "evidence", detail: `${evidence.service} has not seen the call: ${judged.detail}` };
}

async function startCounting(
  run: Run,
  { counts, timeout }: CheckSpec,
): Promise<{ counting: Counting[] } | { judged: Judged }> {
  const counting: Counting[] = [];
  for (const spec of counts) {
    const service = serviceOf(run, spec.service);
    const counter = createCounter(spec);
    for (let reading = 0; reading < READINGS; reading += 1) {
      // A connection of its own for each: a balancer may then choose another replica.
      const read = await withCaller(run, service, (caller) =>
        readMetrics(caller, { path: service.metrics!.path, timeout }),
      );
      if (!("page" in read)) return { judged: { ...read.judged, detail: `before the call: ${read.judged.detail}` } };
      counter.before(read.page, serverTime(read.reply.headers["date"], run.context.clock.now()));
    }
    counting.push({ spec, service, counter });
  }
  return { counting };
}

/** Seconds, by the server's own clock where it tells: it is compared with when its process started. A second is added, which the header leaves out. */
function serverTime(date: string | undefined, now: number): number {
  const told = Date.parse(date ?? "");
  return (Number.isNaN(told) ? now : told) / 1000 + 1;
}

async function checkCounts(run: Run, check: CheckSpec, counting: readonly Counting[], called: Judged): Promise<Judged> {
  const rises: string[] = [];
  for (const one of counting) {
    const judged = await asked(run, check.within, () => checkCount(run, check, one, called));
    if (judged.result !== "pass") return judged;
    rises.push(judged.detail);
  }
  return { ...called, detail: [called.detail, ...rises].join(", ") };
}

/** Another reading: a counter may be seen a moment after the answer. */
async function checkCount(
  run: Run,
  check: CheckSpec,
  { spec, service, counter }: Counting,
  { sent }: Judged,
): Promise<Judged> {
  const read = await withCaller(run, service, (caller) =>
    readMetrics(caller, { path: service.metrics!.path, timeout: check.timeout }),
  );
  if (!("page" in read)) return { ...read.judged, detail: `after the call: ${read.judged.detail}` };
  const { by, doubt, series } = counter.after(read.page);
  const wanted = spec.by ?? check.calls;
  const name = sampleName(spec.metric, spec.labels);
  if (by >= wanted) return passed(`${name} + ${by}`, read.facts);
  const facts = { ...read.facts, sent: `${sent ?? ""}, ${check.calls} times; then ${read.facts.sent ?? ""}` };
  const expected = `${name} of ${service.name} rises by at least ${wanted}`;
  if (doubt !== undefined) {
    const remedy =
      "Give the metrics page of each replica as a service of its own, or let the page have process_start_time_seconds.";
    return unproven("counter", `${name} rose by ${by} as far as it can be told: ${doubt}`, {
      ...facts,
      expected,
      remedy,
    });
  }
  const what = series === 0 ? `${name} is not on the page` : `${name} rose by ${by} instead of ${wanted}`;
  return failed("counter", what, {
    ...facts,
    expected,
    remedy: "See whether the call reached this service, and whether it counts with these labels.",
  });
}
