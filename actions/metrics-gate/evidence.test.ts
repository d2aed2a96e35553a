import { describe, expect, test } from "@jest/globals";
import { CANARY, classesOf, counter, gate, START } from "../../test/worlds/metrics-gate.ts";
import { said, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { current, open } = useMonitoring();

const ratio = (bad: string, more = "", total = "hits_total") =>
  `- { name: errors, ratio: { bad: '${bad}', total: '${total}'${more} }, below: 1% }\n`;
const good = (selected: string) => `- { name: errors, ratio: { good: '${selected}', total: hits_total }, below: 1% }\n`;

describe("labels of the selectors", () => {
  const HITS = [counter("hits_total", 50, { code: "200" }), counter("hits_total", 0.01, { code: "404" })];
  const FAILING = [counter("hits_total", 50, { code: "200" }), counter("hits_total", 4, { code: "502" })];

  test.each([
    ["of the bad events", ratio('hits_total{status=~"5.."}')],
    ["of the bad events, negated", ratio('hits_total{status!~"2.."}')],
    ["of the good events", good('hits_total{status!~"5.."}')],
    ["of all events", ratio('hits_total{code=~"5.."}', "", 'hits_total{handler!="/health"}')],
    ["that must have a value", ratio('hits_total{error!=""}')],
    [
      "of a histogram",
      "- { name: p99, latency: { histogram: 'h_seconds{handler=\"/a\"}', threshold: 1s, quantile: 99% } }\n",
    ],
  ])("gates F1: one %s that no series has is invalid, with those that exist", async (_, slos) => {
    await open([...FAILING, counter("h_seconds_bucket", 50, { code: "200", le: "+Inf" })]);
    const run = await gate(current(), { slos });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringMatching(/no series of \w+ has the label \w+(?:.|\n)*Its labels are code, job, track\./),
    ]);
  });

  test("gates F1: a value that never occurs is normal", async () => {
    await open(HITS);
    const run = await gate(current(), { slos: ratio('hits_total{code=~"5.."}') });
    expect([run.verdict, said(run).includes("warning")]).toEqual(["passed", false]);
  });

  test("gates F1: bad events are found where the label is right", async () => {
    await open(FAILING);
    expect((await gate(current(), { slos: ratio('hits_total{code=~"5.."}') })).verdict).toBe("refused");
  });

  test("gates F1: another service's series of the same metric do not excuse a label", async () => {
    const other = { ...counter("hits_total", 50), labels: { job: "other", track: "stable", status: "200" } };
    await open([...FAILING, other]);
    const run = await gate(current(), { slos: ratio('hits_total{status=~"5.."}') });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringContaining("no series of hits_total has the label status"),
    ]);
  });

  test("gates F1: bad events without the labels of the release are none of it", async () => {
    const errors = { ...counter("errors_total", 4), labels: { job: "ai" } };
    await open([...HITS, errors]);
    const run = await gate(current(), { slos: ratio("errors_total") });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringContaining("no series of errors_total has the label track"),
    ]);
    const absent = await gate(current(), { slos: ratio("errors_total", ", bad-may-be-absent: true") });
    expect(absent.verdict).toBe("passed");
  });

  test("gates F1: an empty value selects series without the label, as its author states", async () => {
    await open(HITS);
    const run = await gate(current(), { slos: good('hits_total{error=""}') });
    expect([run.verdict, said(run)]).toEqual([
      "passed",
      expect.stringContaining('No series of hits_total has the label error, so error="" counts all of them as good.'),
    ]);
    expect((await gate(current(), { selector: 'nolabel=""', slos: ratio('hits_total{code=~"5.."}') })).verdict).toBe(
      "passed",
    );
  });

  test("gates F1: bad-may-be-absent is about names and does not excuse a label", async () => {
    await open(FAILING);
    const slos = ratio('hits_total{status=~"5.."}', ", bad-may-be-absent: true");
    expect((await gate(current(), { slos })).verdict).toBe("invalid");
    const run = await gate(current(), { slos: ratio('absent_total{status=~"5.."}', ", bad-may-be-absent: true") });
    expect(run.verdict).toBe("passed");
  });

  test("gates F1: where nothing tells which labels exist, there is a warning", async () => {
    await open(HITS, { without: ["labels"] });
    const run = await gate(current(), { slos: ratio('hits_total{code=~"5.."}') });
    expect(said(run)).toContain("Could not check whether hits_total has the label code");
  });
});

describe("what is not a counter", () => {
  const HITS = counter("hits_total", 50);
  const gauge = (metric: string, value: (time: number) => number) => ({ metric, labels: CANARY, value });
  const seconds = (time: number) => (time - START) / 1_000;

  test.each(["gauge", "info"])("gates F4: a metric that its targets declare as %s is invalid", async (type) => {
    const series = [HITS, gauge("errors_last_minute", () => 240)];
    await open(series, { described: { errors_last_minute: { type } } });
    const run = await gate(current(), { slos: ratio("errors_last_minute") });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringContaining(`errors_last_minute is not a counter: its targets declare it as ${type}`),
    ]);
  });

  test.each(["counter", "unknown", "histogram"])("gates F4: %s is not a reason to reject a metric", async (type) => {
    await open([HITS, counter("errors", 0.1)], { described: { errors: { type } } });
    expect((await gate(current(), { slos: ratio("errors") })).verdict).toBe("passed");
  });

  test.each([0.002, 0.08])("gates F4: recorded rates are undecided, whatever they say: %s", async (share) => {
    const rates = [
      gauge("track:errors:rate30s", (time) => 0.107 * share * (1 + (seconds(time) % 7) / 10)),
      gauge("track:requests:rate30s", (time) => 0.107 * (1 + (seconds(time) % 11) / 10)),
    ];
    await open(rates, { without: ["metadata"] });
    const run = await gate(current(), { slos: ratio("track:errors:rate30s", "", "track:requests:rate30s") });
    expect([run.verdict, said(run)]).toEqual(["undecided", expect.stringContaining("not a whole number")]);
  });

  test("gates F4: one value that no counter has, and be it in the last tick, leaves nothing proven", async () => {
    const late = gauge("errors", (time) => (seconds(time) > 92 ? 7.5 : 7));
    await open([HITS, late], { without: ["metadata"] });
    const run = await gate(current(), { slos: ratio("errors") });
    expect([run.verdict, classesOf(run, "errors").at(-1), said(run)]).toEqual([
      "undecided",
      "invalid",
      expect.stringContaining("a value is 7.5, not a whole number"),
    ]);
  });

  test("gates F4: a sum of counters whose parts go away does not refuse a healthy release", async () => {
    const sum = (rate: number) => (time: number) =>
      rate * (seconds(time) + 3_600) - (seconds(time) > 50 ? rate * 900 : 0);
    await open([gauge("job:errors:sum", sum(1)), gauge("job:hits:sum", sum(200))], { without: ["metadata"] });
    const run = await gate(current(), { slos: ratio("job:errors:sum", "", "job:hits:sum") });
    expect([run.verdict, said(run)]).toEqual(["undecided", expect.stringContaining("fall without a restart")]);
  });

  test("gates F4: seconds of declared counters are compared", async () => {
    const time = (metric: string, rate: number) => gauge(metric, (now) => rate * (seconds(now) + 3_600));
    await open([time("waiting_seconds_total", 0.0123), time("working_seconds_total", 31.7)]);
    const run = await gate(current(), { slos: ratio("waiting_seconds_total", "", "working_seconds_total") });
    expect(run.verdict).toBe("passed");
  });
});

describe("the unit of a threshold", () => {
  /** 99.5 % of the requests take up to 200 ms. */
  const histogram = (name: string, bounds: readonly (readonly [string, number])[]) =>
    bounds.map(([le, share]) => counter(`${name}_bucket`, 50 * share, { le }));
  const MS = [
    ["1", 0.1],
    ["200", 0.995],
    ["500", 0.998],
    ["1000", 1],
    ["2000", 1],
    ["+Inf", 1],
  ] as const;
  const SECONDS = [
    ["0.01", 0.1],
    ["0.2", 0.995],
    ["0.5", 0.998],
    ["1", 1],
    ["2", 1],
    ["+Inf", 1],
  ] as const;
  const slow = (name: string, threshold: string) =>
    `- { name: p99, latency: { histogram: ${name}, threshold: ${threshold}, quantile: 99% } }\n`;

  test.each([
    ["istio_request_duration_milliseconds", "500ms", "1ms"],
    ["kong_request_latency_ms", "1s", "1ms"],
    ["response_latency_msec_histogram", "0.5s", "1ms"],
    ["envoy_cluster_upstream_rq_time", "500", "1"],
  ])("gates F5: %s is in milliseconds: %s", async (name, holds, breaks) => {
    await open(histogram(name, MS));
    expect((await gate(current(), { slos: slow(name, holds) })).verdict).toBe("passed");
    expect((await gate(current(), { slos: slow(name, breaks) })).verdict).toBe("refused");
  });

  test.each(["http_request_duration_seconds", "http_request_duration", "ms_orders_latency"])(
    "gates F5: %s is in seconds",
    async (name) => {
      await open(histogram(name, SECONDS));
      expect((await gate(current(), { slos: slow(name, "500ms") })).verdict).toBe("passed");
    },
  );

  test("gates F5: a unit that nothing tells is invalid, with both readings", async () => {
    await open(histogram("envoy_cluster_upstream_rq_time", MS));
    const run = await gate(current(), { slos: slow("envoy_cluster_upstream_rq_time", "1s") });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringMatching(/is not known: 1s is 1 in seconds and 1000 in milliseconds/),
    ]);
    expect(said(run)).toContain("1, 200, 500, 1000, 2000");
  });

  test.each<[string, "passed" | "invalid"]>([
    ["milliseconds", "passed"],
    ["parsecs", "invalid"],
  ])("gates F5: a unit that the targets declare decides: %s", async (unit, verdict) => {
    await open(histogram("rq_time", MS), { described: { rq_time: { type: "histogram", unit } } });
    expect((await gate(current(), { slos: slow("rq_time", "1s") })).verdict).toBe(verdict);
  });
});
