import { describe, expect, test } from "@jest/globals";
import { effects, type SeriesSetup } from "../../test/stand-ins/prometheus/index.ts";
import { classesOf, counter, gate, reportOf, service, START } from "../../test/worlds/metrics-gate.ts";
import { ERRORS, LOAD, said, times, vector, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { askLoad, current, open } = useMonitoring();

describe("delivery.md 3: traps of gates", () => {
  test("delivery.md 1: NaN neither passes nor violates", async () => {
    const run = await askLoad(vector("NaN"), "below: 1");
    expect([run.verdict, classesOf(run, "load")]).toEqual(["undecided", times(10, "no-data")]);
  });

  test("delivery.md 2: a counter without errors yet is accepted if a target documents it or the author allows it", async () => {
    const [requests] = service();
    await open([requests!]);
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("invalid");
    current().setup.documented = ["ai_request_errors_total"];
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("passed");
    current().setup.documented = [];
    expect(
      (await gate(current(), { slos: ERRORS.replace("total }", "total, bad-may-be-absent: true }") })).verdict,
    ).toBe("passed");
  });

  test("delivery.md 3: several series without reduce are found immediately", async () => {
    const run = await askLoad(vector(0, 9), "below: 1");
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain("answers with 2 series");
  });

  test.each(["above: 1", "below: 1"])("delivery.md 4: +Inf never passes, with %s", async (bound) => {
    const run = await askLoad(vector("+Inf"), bound);
    expect([run.verdict, classesOf(run, "load")]).toEqual(["undecided", times(10, "invalid")]);
  });

  test("delivery.md 5: all points of a range count", async () => {
    const points = (...values: number[]) => ({
      resultType: "matrix",
      result: [{ metric: {}, values: values.map((value, index) => [START / 1000 + index, String(value)]) }],
    });
    expect((await askLoad(points(0, 0, 9), "below: 1")).verdict).toBe("refused");
  });

  test("delivery.md 7: Prometheus away for a minute costs its ticks and loses nothing", async () => {
    const away = (rate: number): SeriesSetup[] =>
      service({ errors: (time) => (time > START + 30_000 && time <= START + 60_000 ? rate : 0) });
    const outage = [{ path: "/api/v1/query", nth: 5, times: 24, effect: { kind: "refuse" } as const }];
    await open(away(0), { faults: { prometheus: outage } });
    const run = await gate(current(), { slos: ERRORS, duration: "300s" });
    expect(run.verdict).toBe("passed");
    expect(new Set(classesOf(run, "errors"))).toEqual(new Set(["ok", "query-error"]));
    expect(reportOf(run).objectives[0]!.requests).toBe(15_000);
    await current().close();
    await open(away(1), { faults: { prometheus: outage } });
    const hidden = await gate(current(), { slos: ERRORS, duration: "300s" });
    expect([hidden.verdict, reportOf(hidden).objectives[0]!.samples.at(-1)!.bad]).toEqual(["refused", 1500]);
  });

  test("delivery.md 8: waits for a Prometheus that is starting", async () => {
    await open(service(), {
      faults: {
        prometheus: [
          { times: 12, effect: { kind: "refuse" } },
          { times: 12, effect: effects.starting() },
        ],
      },
    });
    expect((await gate(current())).verdict).toBe("passed");
  });

  test("delivery.md 10: an objective without a sample does not pass", async () => {
    await open(
      service().map((series) => ({ ...series, value: (time: number) => (time < START - 400_000 ? 1 : undefined) })),
    );
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("undecided");
  });

  test("delivery.md 11: inputs stay data", async () => {
    await open();
    const run = await gate(current(), { selector: "'; touch x; '" });
    expect(run.verdict).toBe("invalid");
    const odd = await gate(current(), { slos: ERRORS, selector: 'track="canary",pod!="\\"} or vector(1) #"' });
    expect(odd.verdict).toBe("passed");
  });

  test.each([
    [
      "beyond all buckets",
      "{ histogram: ai_request_duration_seconds, threshold: 6s, quantile: 99% }",
      "ends at 6s or above",
    ],
    [
      "below all buckets",
      "{ histogram: ai_request_duration_seconds, threshold: 0.1, quantile: 0.99 }",
      "ends at 0.1 or below",
    ],
    [
      "without buckets",
      "{ histogram: ai_requests_total, threshold: 1s, share: 1% }",
      "never heard of ai_requests_total_bucket",
    ],
    [
      "with a bucket named",
      "{ histogram: 'ai_request_duration_seconds{le=\"1\"}', threshold: 1s, share: 1% }",
      "selects single buckets",
    ],
  ])("delivery.md 12: a latency %s is found at once", async (_, latency, why) => {
    await open();
    const run = await gate(current(), { slos: `- name: slow\n  latency: ${latency}\n` });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain(why);
  });

  test("delivery.md 12: a threshold inside a bucket is decided only if both bounds agree", async () => {
    const slos =
      "- { name: p99, latency: { histogram: ai_request_duration_seconds, threshold: 2s, quantile: 0.99 } }\n";
    await open(service({ slow: 0.04, slowest: 0.001 }));
    const between = await gate(current(), { slos });
    expect([between.verdict, classesOf(between, "p99")]).toEqual(["undecided", times(10, "partial")]);
    expect(reportOf(between).objectives[0]!.samples[3]!.bad).toEqual({ least: expect.any(Number), most: 20 });
    await current().close();
    await open(service({ slow: 0.2, slowest: 0.15 }));
    expect((await gate(current(), { slos })).verdict).toBe("refused");
  });

  test("delivery.md 13: the first error of a new series counts", async () => {
    const first: SeriesSetup = {
      ...counter("ai_request_errors_total", 0, { reason: "new" }),
      value: (time) => (time > START + 42_000 ? 1 : undefined),
    };
    await open([...service({ errors: 0 }), first]);
    const run = await gate(current(), { slos: ERRORS });
    expect(reportOf(run).objectives[0]!.samples.map(({ bad }) => bad)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });

  test("delivery.md 14: a counter that is reset keeps counting, in whole numbers", async () => {
    const [requests, ...rest] = service({ errors: 0 });
    const restarted: SeriesSetup = {
      ...requests!,
      value: (time) => (time < START + 35_000 ? 1_000_000 + (time - START) / 20 : (time - START - 35_000) / 20),
    };
    await open([restarted, ...rest]);
    const run = await gate(current(), { slos: ERRORS });
    expect(reportOf(run).objectives[0]!.samples.map(({ requests: count }) => count)).toEqual([
      500, 500, 500, 250, 500, 500, 500, 500, 500, 500,
    ]);
  });

  test("delivery.md 15: native histograms are distinguished from classic ones", async () => {
    const native: SeriesSetup = {
      metric: "ai_request_duration_seconds",
      labels: { track: "canary" },
      value: () => 3,
      native: true,
    };
    await open([native, LOAD], {
      queries: { 'load{track="canary"}': { resultType: "vector", result: [{ metric: {}, histogram: [1, {}] }] } },
    });
    const latency = await gate(current(), {
      slos: "- { name: p95, latency: { histogram: ai_request_duration_seconds, threshold: 1s, quantile: 0.95 } }\n",
    });
    expect([latency.verdict, said(latency)]).toEqual(["invalid", expect.stringContaining("it is a native histogram")]);
    const query = await gate(current(), { slos: "- { name: load, query: load, below: 1 }\n" });
    expect([query.verdict, said(query)]).toEqual(["undecided", expect.stringContaining("invalid 10")]);
  });

  test("delivery.md 15: remarks of newer current() are shown and change nothing", async () => {
    await open(service(), { infos: ["PromQL info: metric might not be a counter"] });
    const run = await gate(current(), { slos: ERRORS });
    expect([run.verdict, run.summary]).toEqual(["passed", expect.stringContaining("might not be a counter")]);
  });

  test("delivery.md 15: native histograms in place of counters are not a measurement", async () => {
    const [requests, ...rest] = service();
    await open([{ ...requests!, native: true }, ...rest]);
    const run = await gate(current(), { slos: ERRORS });
    expect([run.verdict, classesOf(run, "errors")]).toEqual(["undecided", times(10, "invalid")]);
    expect(run.summary).toContain("native histograms");
  });

  test("delivery.md 15: a truncated answer is incomplete, and no limit is requested", async () => {
    const tools = ["a", "b", "c"].flatMap((tool) => service({ errors: tool === "c" ? 1 : 0, labels: { tool } }));
    await open(tools, { limit: 2 });
    const run = await gate(current(), { slos: ERRORS });
    expect([run.verdict, classesOf(run, "errors")]).toEqual(["undecided", times(10, "partial")]);
    expect(run.summary).toContain("results truncated due to limit");
    expect(current().prometheus.ledger.some(({ url, body }) => `${url}&${body}`.includes("limit="))).toBe(false);
    current().setup.generation = 2;
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("refused");
  });

  test("delivery.md 15: truncated lists of names and buckets do not mean missing ones", async () => {
    const slos = `${ERRORS}- { name: slow, latency: { histogram: ai_request_duration_seconds, threshold: 2.5s, quantile: 0.9 } }\n`;
    const bounds = ["0.5", "1", "2.5", "5", "+Inf"].map((le) => ({ metric: { le }, value: [START / 1000, "1"] }));
    const count = "count by (le) (ai_request_duration_seconds_bucket)";
    await open(service(), { limit: 2, queries: { [count]: { resultType: "vector", result: bounds } } });
    const cut = await gate(current(), { slos });
    expect([cut.verdict, said(cut)]).toEqual([
      "undecided",
      expect.stringContaining(
        "not all buckets of ai_request_duration_seconds_bucket are known: results truncated due to limit",
      ),
    ]);
    expect(said(cut)).toContain("Could not check whether the metrics exist");
    // Where the list of values alone is cut off, a query has them all.
    current().setup.limit = 5;
    current().prometheus.faults.add({
      path: "/api/v1/label/le/values",
      times: null,
      effect: effects.answer({ status: "success", data: ["0.5", "1"], warnings: ["results truncated due to limit"] }),
    });
    expect((await gate(current(), { slos })).verdict).toBe("passed");
  });

  test("delivery.md 16: a quantile is shown as the share over its threshold", async () => {
    await open();
    expect((await gate(current())).summary).toContain("| < 5 % over 1000ms |");
  });

  test("delivery.md 17: a burst of five seconds is one episode, and does not refuse a long run", async () => {
    await open(service({ rps: 20, errors: (time) => (time > START + 62_000 && time <= START + 67_000 ? 0.3 : 0) }));
    const run = await gate(current(), { slos: ERRORS, duration: "600s" });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives[0]!.episodes).toBe(1);
  });

  test("delivery.md 18: what a dead job has pushed is not traffic", async () => {
    const pushed = (metric: string): SeriesSetup => ({ metric, labels: { track: "canary" }, value: () => 1_000 });
    await open([pushed("ai_requests_total"), pushed("ai_request_errors_total")]);
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("undecided");
  });
});
