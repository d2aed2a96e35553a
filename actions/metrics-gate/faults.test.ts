import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startReverseProxy, type FaultPlan, type ReverseProxy, type Spoiled } from "../../test/faults/reverse-proxy.ts";
import { HISTORY, startRealMonitoring, writeHistory, type RealMonitoring } from "../../test/monitoring/index.ts";
import { ring } from "../../test/rings.ts";
import type { SeriesSetup } from "../../test/stand-ins/prometheus/index.ts";
import { classesOf, gate, reportOf, service, START } from "../../test/worlds/metrics-gate.ts";
import { ERRORS } from "../../test/worlds/use-monitoring.ts";

const during =
  (from: number, to: number, share: number, otherwise = 0) =>
  (time: number) =>
    time > START + from * 1_000 && time <= START + to * 1_000 ? share : otherwise;
/** Prometheus itself was away: nothing was scraped. */
const unscraped = (series: SeriesSetup[], from: number, to: number) =>
  series.map((one): SeriesSetup => ({
    ...one,
    value: (time) => (during(from, to, 1)(time) === 1 ? undefined : one.value!(time)),
  }));

/** A track for each. */
const SERVICES: Readonly<Record<string, SeriesSetup[]>> = {
  healthy: service({ errors: 0.001 }),
  bad: service({ errors: 0.05 }),
  dead: service({ errors: 1 }),
  struck: service({ errors: during(110, 140, 1) }),
  grazed: service({ errors: during(110, 120, 0.04) }),
  first: service({ errors: during(-60, 80, 1) }),
  last: service({ errors: during(250, 300, 1, 0.001) }),
  unseen: unscraped(service({ errors: during(110, 140, 1) }), 100, 160),
};

const reset: Spoiled = { kind: "reset" };
const reply = (status: number, body: string, headers: Record<string, string> = {}): Spoiled => ({
  kind: "reply",
  status,
  body,
  headers,
});
const FAULTS: Readonly<Record<string, Spoiled>> = {
  "a reset": reset,
  "503 and Retry-After": reply(503, "Service Unavailable", { "retry-after": "1" }),
  "429 and Retry-After": reply(429, "slow down", { "retry-after": "1" }),
  "an answer that breaks off": { kind: "cut" },
  "half an answer": { kind: "halved" },
  "a sign-in page": reply(200, "<!doctype html><title>Sign in</title>", { "content-type": "text/html" }),
  "a late answer": { kind: "delay", milliseconds: 100 },
};
const PARTIAL: Spoiled = { kind: "warnings", warnings: ["store 10.0.0.7 did not answer"] };

/** Of queries for a time in these seconds of the run. */
const between =
  (from: number, to: number, spoiled: Spoiled, more: (before: number) => boolean = () => true): FaultPlan =>
  ({ time, before }) =>
    time !== undefined && time > START + from * 1_000 && time <= START + to * 1_000 && more(before)
      ? spoiled
      : undefined;

const LONG = { duration: "300s" };
const countsOf = (result: MemoryResult) => {
  const counts: Record<string, number> = {};
  for (const one of classesOf(result, "errors")) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};
const requestsOf = (result: MemoryResult) => reportOf(result).objectives[0]!.requests;

ring("metrics-gate, against a real Prometheus behind a proxy with faults", HISTORY, () => {
  let directory: string;
  let servers: RealMonitoring;
  let proxy: ReverseProxy;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "metrics-gate-faults-"));
    const series = Object.entries(SERVICES).flatMap(([track, all]) =>
      all.map((one) => ({ ...one, labels: { ...one.labels, track } })),
    );
    await writeHistory(directory, series, START - 360_000, START + 360_000);
    servers = await startRealMonitoring(directory, { rules: { groups: [] }, scrape: [] });
    proxy = await startReverseProxy(servers.prometheusUrl);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([servers?.close(), proxy?.close()]);
    await rm(directory, { recursive: true, force: true });
  });
  beforeEach(() => proxy.plan(() => undefined));

  const run = async (track: string, inputs: Record<string, string> = {}, more: Parameters<typeof gate>[2] = {}) =>
    await gate({ prometheusUrl: proxy.url }, { slos: ERRORS, selector: `track="${track}"`, ...inputs }, more);
  const struck = () => proxy.seen.filter(({ spoiled }) => spoiled !== undefined).length;

  test("without a fault the proxy changes nothing", async () => {
    const [through, direct] = [
      await run("healthy"),
      await gate(servers, { slos: ERRORS, selector: 'track="healthy"' }),
    ];
    expect(reportOf(through).objectives).toEqual(reportOf(direct).objectives);
    expect([through.verdict, countsOf(through), requestsOf(through)]).toEqual(["passed", { ok: 10 }, 5_000]);
  });

  describe.each(Object.entries(FAULTS))("trap 7: one short fault, %s", (_, spoiled) => {
    test("at each question's first try changes no verdict, and no count", async () => {
      const first: FaultPlan = ({ before }) => (before === 0 ? spoiled : undefined);
      proxy.plan(first);
      const healthy = await run("healthy");
      expect([healthy.verdict, requestsOf(healthy), struck() > 10]).toEqual(["passed", 5_000, true]);
      proxy.plan(first);
      expect((await run("bad")).verdict).toBe("refused");
    });

    test("in one tick costs that tick alone at most", async () => {
      proxy.plan(between(30, 40, spoiled));
      const healthy = await run("healthy");
      expect([healthy.verdict, requestsOf(healthy)]).toEqual(["passed", 5_000]);
      expect(countsOf(healthy)).toEqual(spoiled.kind === "delay" ? { ok: 10 } : { ok: 9, "query-error": 1 });
      proxy.plan(between(0, 10, spoiled));
      const dead = await run("dead");
      expect([dead.verdict, reportOf(dead).objectives[0]!.samples.length]).toEqual(["refused", 2]);
    });
  });

  test.each(Object.entries(FAULTS).filter(([name]) => name !== "a late answer"))(
    "T40: %s from the first to the last does not pass",
    async (_, spoiled) => {
      proxy.plan(() => spoiled);
      expect(await run("healthy")).toMatchObject({ verdict: "undecided", exitCode: 3 });
      let down = false;
      proxy.plan(() => (down ? spoiled : undefined));
      expect(await run("healthy", {}, { onLine: (line) => void (down ||= line.startsWith("1/10")) })).toMatchObject({
        verdict: "undecided",
        exitCode: 3,
      });
    },
  );

  test("an answer that never comes is abandoned and requested again", async () => {
    proxy.plan(({ time, before }) => (time === START + 6_000 && before === 0 ? { kind: "silence" } : undefined));
    const healthy = await run("healthy", { interval: "2s", duration: "20s" });
    expect([struck(), healthy.verdict, requestsOf(healthy)]).toEqual([2, "passed", 1_000]);
  });

  describe("trap 7: away for a minute in the middle", () => {
    const away = between(100, 160, reset);

    test("a healthy service passes where enough is left, with every request of the minute", async () => {
      proxy.plan(away);
      const healthy = await run("healthy", LONG);
      expect([healthy.verdict, countsOf(healthy), requestsOf(healthy)]).toEqual([
        "passed",
        { ok: 24, "query-error": 6 },
        15_000,
      ]);
      expect(reportOf(healthy).objectives[0]!.samples[16]).toMatchObject({ class: "ok", requests: 3_500 });
    });

    test("and is undecided where not", async () => {
      proxy.plan(between(20, 80, reset));
      const healthy = await run("healthy");
      expect([healthy.verdict, countsOf(healthy)]).toEqual(["undecided", { ok: 4, "query-error": 6 }]);
      expect((await run("healthy", { "on-no-data": "refuse" })).verdict).toBe("refused");
    });

    test("30 s of nothing but errors, all of them within it, are refused with the first answer after it", async () => {
      proxy.plan(away);
      const hidden = await run("struck", LONG);
      const { samples } = reportOf(hidden).objectives[0]!;
      expect([hidden.verdict, countsOf(hidden)]).toEqual(["refused", { ok: 10, "query-error": 6, violation: 1 }]);
      expect(samples.at(-1)).toMatchObject({
        tick: 16,
        requests: 3_500,
        bad: 1_500,
        detail: "3 of the 7 windows that came with this answer",
      });
    });

    test("evidence and verdict are those of a run without the outage", async () => {
      const evidence = async (track: string) =>
        reportOf(await run(track, LONG)).objectives[0]!.samples.at(-1) as unknown as { evidence: number };
      const whole = await evidence("grazed");
      proxy.plan(away);
      expect((await evidence("grazed")).evidence).toBeCloseTo(whole.evidence, 9);
    });

    test("mode count sees a window that was over the limit, be it that all of the minute was not", async () => {
      proxy.plan(away);
      const counted = await run("grazed", { ...LONG, mode: "count" });
      expect([counted.verdict, counted.outputs["violations"]]).toEqual(["refused", "1"]);
      expect(reportOf(counted).objectives[0]!.samples[16]).toMatchObject({
        class: "violation",
        detail: "1 of the 7 windows that came with this answer",
      });
    });

    test("where Prometheus did not scrape either, nobody knows when the errors were: one window, and no pass", async () => {
      proxy.plan(away);
      const unseen = await run("unseen", LONG);
      expect([unseen.verdict, countsOf(unseen)]).toEqual(["undecided", { ok: 23, "query-error": 6, violation: 1 }]);
      expect(reportOf(unseen).objectives[0]!.samples[16]).toMatchObject({ requests: 3_500, bad: 1_500 });
    });
  });

  describe("trap 7: at the ends of a run", () => {
    test.each([
      ["healthy", "undecided"],
      ["last", "undecided"],
    ])("an outage that lasts to the end does not pass: %s", async (track, verdict) => {
      proxy.plan(between(250, 300, reset));
      const ended = await run(track, LONG);
      expect([ended.verdict, countsOf(ended)]).toEqual([verdict, { ok: 25, "query-error": 5 }]);
      expect(ended.outputs["reason"]).toContain("no answer in the last 5 ticks");
    });

    test("trap 8: the first windows are also queried from a server that starts late", async () => {
      // The run begins a minute late, when it has waited long enough.
      proxy.plan(() => reset);
      const late = await run(
        "first",
        {},
        { onLine: (line) => void (line.startsWith("2/10") && proxy.plan(() => undefined)) },
      );
      expect([late.verdict, classesOf(late, "errors")]).toEqual([
        "refused",
        ["query-error", "query-error", "violation"],
      ]);
      expect(reportOf(late).objectives[0]!.samples.at(-1)).toMatchObject({
        requests: 1_500,
        detail: "2 of the 3 windows that came with this answer",
      });
    });

    test("T40: a server that is down from the first is undecided, in both modes", async () => {
      proxy.plan(() => reset);
      for (const mode of ["evidence", "count"]) {
        const down = await run("healthy", { mode });
        expect([down.verdict, down.exitCode, countsOf(down), down.outputs["requests"]]).toEqual([
          "undecided",
          3,
          { "query-error": 10 },
          "0",
        ]);
      }
    });
  });

  test.each([2, 3, 4])(
    "a bad service stays refused, a healthy one passed, with one fault in every %s requests",
    async (each) => {
      const kinds = Object.values(FAULTS);
      const some: FaultPlan = ({ index }) => (index % each === 0 ? kinds[(index / each) % kinds.length] : undefined);
      proxy.plan(some);
      expect((await run("bad", LONG)).verdict).toBe("refused");
      proxy.plan(some);
      const healthy = await run("healthy", LONG);
      const { ok, violation } = countsOf(healthy);
      expect([healthy.verdict, violation, requestsOf(healthy) > 14_000, ok! >= 15]).toEqual([
        "passed",
        undefined,
        true,
        true,
      ]);
    },
  );

  test("gates F3: answers that are marked as partial: nothing is counted, no pass", async () => {
    proxy.plan(() => ({ kind: "partial" }));
    const partial = await run("healthy");
    expect([partial.verdict, countsOf(partial), partial.outputs["requests"]]).toEqual([
      "undecided",
      { partial: 10 },
      "0",
    ]);
    proxy.plan(between(0, 30, { kind: "partial" }));
    const bad = await run("dead");
    expect([bad.verdict, countsOf(bad)]).toEqual(["refused", { partial: 3, violation: 1 }]);
  });

  test("gates F9: remarks among the warnings cost nothing and are shown", async () => {
    const remark = 'PromQL info: metric might not be a counter, name does not end in _total: "x" (1:5)';
    proxy.plan(() => ({ kind: "warnings", warnings: [remark] }));
    const healthy = await run("healthy");
    expect([healthy.verdict, countsOf(healthy), healthy.summary.includes("might not be a counter")]).toEqual([
      "passed",
      { ok: 10 },
      true,
    ]);
  });

  describe("gates F1: a label that no series of the metric has", () => {
    const WRONG =
      "- { name: errors, ratio: { bad: \"ai_requests_total{code=~'5..'}\", total: ai_requests_total }, below: 1% }";
    const HIDDEN: FaultPlan = ({ path }) => (/labels|values/.test(path) ? reply(404, "not found") : undefined);

    test("is invalid, with the labels that the metric has", async () => {
      const wrong = await run("bad", { slos: WRONG });
      expect([wrong.verdict, wrong.lines.join("\n")]).toEqual([
        "invalid",
        expect.stringMatching(/no series of ai_requests_total has the label code(?:.|\n)*Its labels are job, track\./),
      ]);
    });

    test("is invalid behind a proxy that does not list labels, too", async () => {
      proxy.plan(HIDDEN);
      const wrong = await run("bad", { slos: WRONG });
      expect([wrong.verdict, wrong.lines.join("\n")]).toEqual([
        "invalid",
        expect.stringContaining("no series of ai_requests_total has the label code"),
      ]);
      proxy.plan(HIDDEN);
      const right = await run("healthy", { slos: ERRORS.replace(/bad: (\w+)/, `bad: '$1{job=~".+"}'`) });
      expect(right.verdict).toBe("passed");
    });
  });

  describe("trap 9: answers with warnings", () => {
    test("all along: nothing is ok, nothing is counted, no pass", async () => {
      proxy.plan(() => PARTIAL);
      const partial = await run("healthy");
      expect([partial.verdict, countsOf(partial), partial.outputs["requests"]]).toEqual([
        "undecided",
        { partial: 10 },
        "0",
      ]);
      expect(partial.summary).toContain("store 10.0.0.7 did not answer");
    });

    test("now and then: those ticks are not ok, and their requests come with the next whole answer", async () => {
      proxy.plan(between(30, 50, PARTIAL));
      const partial = await run("healthy");
      expect([partial.verdict, countsOf(partial), requestsOf(partial)]).toEqual([
        "passed",
        { ok: 8, partial: 2 },
        5_000,
      ]);
    });

    test("a bad service does not hide behind them", async () => {
      proxy.plan(between(0, 30, PARTIAL));
      const bad = await run("dead");
      expect([bad.verdict, countsOf(bad)]).toEqual(["refused", { partial: 3, violation: 1 }]);
    });
  });

  test("trap 15: 422 costs its tick and is not asked again, 400 in the middle ends the run as a wrong question", async () => {
    const failed = (status: number, errorType: string): Spoiled =>
      reply(
        status,
        JSON.stringify({
          status: "error",
          errorType,
          error: "exceeded maximum resolution of 11,000 points per timeseries",
        }),
        { "content-type": "application/json" },
      );
    proxy.plan(between(30, 40, failed(422, "execution")));
    const healthy = await run("healthy");
    expect([healthy.verdict, countsOf(healthy), struck()]).toEqual(["passed", { ok: 9, "query-error": 1 }, 2]);
    proxy.plan(between(30, 40, failed(400, "bad_data")));
    expect(await run("healthy")).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });
});
