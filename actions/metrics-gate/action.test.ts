import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import { mkdirSync, rmSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  effects,
  type Monitoring,
  type MonitoringSetup,
  type SeriesSetup,
} from "../../test/stand-ins/prometheus/index.ts";
import {
  classesOf,
  counter,
  gate,
  prometheusWith,
  reportOf,
  service,
  START,
  virtualClock,
} from "../../test/worlds/metrics-gate.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

const open = async (series: SeriesSetup[] = service(), setup: MonitoringSetup = {}): Promise<Monitoring> =>
  (servers = await prometheusWith(series, setup));
const said = ({ lines }: MemoryResult) => lines.join("\n");
const times = (count: number, kind: string) => Array.from({ length: count }, () => kind);
const ERRORS = "- { name: errors, ratio: { bad: ai_request_errors_total, total: ai_requests_total }, below: 1% }\n";
const vector = (...values: (number | string)[]) => ({
  resultType: "vector",
  result: values.map((value, index) => ({ metric: { tool: `t${index}` }, value: [START / 1000, String(value)] })),
});
/** A query of one name, answered with this. */
const asking = (data: unknown, rest: string) => ({
  setup: { queries: { 'load{track="canary"}': data } },
  slos: `- { name: load, query: load, ${rest} }\n`,
});
const LOAD: SeriesSetup = { metric: "load", labels: {}, value: () => 1 };
const askLoad = async (data: unknown, rest: string, inputs: Record<string, string> = {}) => {
  const { setup, slos } = asking(data, rest);
  await open([...service(), LOAD], setup);
  return await gate(servers, { slos, ...inputs });
};

test("a healthy service passes by the default objectives", async () => {
  await open();
  const run = await gate(servers);
  expect(run).toMatchObject({
    verdict: "passed",
    exitCode: 0,
    outputs: { violations: "0", samples: "10", requests: "5000" },
  });
  for (const name of ["error rate", "p95", "p99", "request rate"])
    expect(classesOf(run, name)).toEqual(times(10, "ok"));
});

describe("T39 to T45: what the script before it got wrong", () => {
  test("T39: at 100 % errors it is refused, long before its end", async () => {
    await open(service({ errors: 1 }));
    const run = await gate(servers);
    expect(run).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(classesOf(run, "error rate")).toEqual(times(2, "violation"));
    expect(said(run)).toContain('Most bad events are from ai_request_errors_total{job="ai", track="canary"}');
  });

  test.each<[string, Parameters<typeof effects.failed>]>([
    ["500", [500, "internal", "broken"]],
    ["503", [503, "unavailable", "starting"]],
    ["422", [422, "execution", "too many samples"]],
    ["429", [429, "too_many_requests", "slow down"]],
  ])("T40: Prometheus that answers %s is no pass", async (_, failure) => {
    await open(service(), {
      faults: { prometheus: [{ path: "/api/v1/query", times: null, effect: effects.failed(...failure) }] },
    });
    const run = await gate(servers, { slos: ERRORS });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(classesOf(run, "errors")).toEqual(times(10, "query-error"));
    expect((await gate(servers, { slos: ERRORS, "on-no-data": "refuse" })).verdict).toBe("refused");
  });

  test.each<[string, MonitoringSetup["faults"]]>([
    ["refuses connections", { prometheus: [{ times: null, effect: { kind: "refuse" } }] }],
    ["cuts its answers off", { prometheus: [{ path: "/api/v1/query", times: null, effect: { kind: "truncate" } }] }],
    [
      "answers with a sign-in page",
      {
        prometheus: [
          {
            path: "/api/v1/query",
            times: null,
            effect: { kind: "reply", status: 200, headers: { "content-type": "text/html" }, body: "<html>" },
          },
        ],
      },
    ],
  ])("T40: a server that %s is no pass", async (_, faults) => {
    await open(service(), { faults: faults! });
    expect(await gate(servers, { slos: ERRORS })).toMatchObject({ verdict: "undecided", exitCode: 3 });
  });

  test("T40, delivery.md 1: a service without traffic does not pass", async () => {
    await open(service({ rps: 0 }));
    const run = await gate(servers, { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(classesOf(run, "errors")).toEqual(times(10, "low-traffic"));
  });

  test("T40: few requests do not pass, and it says how long it would take", async () => {
    await open(service({ rps: 0.5, errors: 0 }));
    const run = await gate(servers, { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toMatch(/50 requests, 100 needed, about 2 more minutes/);
  });

  test("T41: one bad tool among many is refused: its series count", async () => {
    const tools = ["a", "b", "c", "d"].flatMap((tool) =>
      service({ rps: 20, errors: tool === "d" ? 0.5 : 0, labels: { tool } }),
    );
    await open(tools);
    const run = await gate(servers);
    expect(run.verdict).toBe("refused");
    expect(said(run)).toContain('tool="d"');
  });

  test.each([[[0.001, 0.9]], [[0.9, 0.001]]])(
    "T41, delivery.md 3: of several series each is judged, in any order: %j",
    async (values) => {
      const run = await askLoad(vector(...values), "below: 0.01, reduce: each", { "max-violations": "0" });
      expect(run.verdict).toBe("refused");
    },
  );

  test("T42: 1e-05 passes", async () => {
    expect((await askLoad(vector("1e-05"), "below: 0.01")).verdict).toBe("passed");
  });

  test("T42: bad events without any that the total knows are over every limit", async () => {
    await open([
      ...service({ rps: 0 }),
      { ...counter("ai_request_errors_total", 20), labels: { job: "ai", track: "canary", reason: "x" } },
    ]);
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("refused");
  });

  test.each([
    ["0", "nothing would be measured"],
    ["5s", "nothing would be measured"],
    ["abc", "must be a length of time"],
  ])("T43: a duration of %s is invalid", async (duration, why) => {
    await open();
    const run = await gate(servers, { duration });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain(why);
    expect(servers.prometheus.ledger).toHaveLength(0);
  });

  test("T44: without a selector there is no run, and what it does not select is not measured", async () => {
    await open([...service({ labels: {} }), ...service({ errors: 1, labels: { track: "stable" } })]);
    expect((await gate(servers, { selector: "" })).verdict).toBe("invalid");
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("passed");
    expect((await gate(servers, { slos: ERRORS, selector: "track='stable'" })).verdict).toBe("refused");
  });

  test("T44: a selector that finds nothing has no data", async () => {
    await open();
    const run = await gate(servers, { slos: ERRORS, selector: 'track="cannary"' });
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("no-data 10");
    expect(said(run)).toContain('Last said: nothing is scraped that has ai_requests_total{track="cannary"}');
  });

  test("T44: what was before the warm-up's end does not count", async () => {
    await open(service({ errors: (time) => (time <= START + 60_000 ? 1 : 0) }));
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("refused");
    const run = await gate(servers, { slos: ERRORS, warmup: "60s" });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives[0]!.samples[0]).toMatchObject({
      time: new Date(START + 70_000).toISOString(),
      requests: 500,
      bad: 0,
    });
  });

  test("T44: against a baseline, what strikes both alike is no fault of the canary, and what strikes it alone is", async () => {
    const slos = ERRORS.replace("1%", "50%");
    const both = async (canary: number, stable: number) => {
      await servers?.close();
      await open([
        ...service({ rps: 50, errors: canary }),
        ...service({ rps: 450, errors: stable, labels: { track: "stable" } }),
      ]);
      return await gate(servers, { slos, baseline: 'track="stable"', duration: "300s" });
    };
    expect((await both(0.2, 0.02)).verdict).toBe("refused");
    const alike = await both(0.05, 0.05);
    expect(alike.verdict).toBe("passed");
    expect(alike.summary).toContain("× the baseline");
  });

  test("T45: a value on the limit violates it", async () => {
    expect((await askLoad(vector(0.01), "below: 0.01")).verdict).toBe("refused");
    await servers.close();
    expect((await askLoad(vector(5), "above: 5")).verdict).toBe("refused");
  });

  test("T45: one violation in the middle of a run is decisive in mode count", async () => {
    await open(service({ errors: (time) => (time > START + 40_000 && time <= START + 50_000 ? 0.1 : 0) }));
    const run = await gate(servers, { slos: ERRORS, mode: "count" });
    expect(run).toMatchObject({ verdict: "refused", outputs: { violations: "1" } });
  });

  test("T45, delivery.md 9: an answer with warnings is not whole", async () => {
    await open(service(), { warnings: ["store x did not answer"] });
    const run = await gate(servers, { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(classesOf(run, "errors")).toEqual(times(10, "partial"));
    expect(run.summary).toContain("store x did not answer");
  });

  test("T45: a scalar is a value", async () => {
    expect((await askLoad({ resultType: "scalar", result: [START / 1000, "3"] }, "below: 4")).verdict).toBe("passed");
  });
});

describe("delivery.md 3: traps of gates", () => {
  test("delivery.md 1: NaN neither passes nor violates", async () => {
    const run = await askLoad(vector("NaN"), "below: 1");
    expect([run.verdict, classesOf(run, "load")]).toEqual(["undecided", times(10, "no-data")]);
  });

  test("delivery.md 2: no error yet is no error, where a target describes the metric or the author says so", async () => {
    const [requests] = service();
    await open([requests!]);
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("invalid");
    servers.setup.documented = ["ai_request_errors_total"];
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("passed");
    servers.setup.documented = [];
    expect((await gate(servers, { slos: ERRORS.replace("total }", "total, bad-may-be-absent: true }") })).verdict).toBe(
      "passed",
    );
  });

  test("delivery.md 3: several series without a word on what to make of them are found at once", async () => {
    const run = await askLoad(vector(0, 9), "below: 1");
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain("answers with 2 series");
  });

  test.each(["above: 1", "below: 1"])("delivery.md 4: +Inf never passes, with %s", async (bound) => {
    const run = await askLoad(vector("+Inf"), bound);
    expect([run.verdict, classesOf(run, "load")]).toEqual(["undecided", times(10, "invalid")]);
  });

  test("delivery.md 5: of a range all points count", async () => {
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
    const run = await gate(servers, { slos: ERRORS, duration: "300s" });
    expect(run.verdict).toBe("passed");
    expect(new Set(classesOf(run, "errors"))).toEqual(new Set(["ok", "query-error"]));
    expect(reportOf(run).objectives[0]!.requests).toBe(15_000);
    await servers.close();
    await open(away(1), { faults: { prometheus: outage } });
    const hidden = await gate(servers, { slos: ERRORS, duration: "300s" });
    expect([hidden.verdict, reportOf(hidden).objectives[0]!.samples.at(-1)!.bad]).toEqual(["refused", 1500]);
  });

  test("delivery.md 8: Prometheus that is starting is waited for", async () => {
    await open(service(), {
      faults: {
        prometheus: [
          { times: 12, effect: { kind: "refuse" } },
          { times: 12, effect: effects.starting() },
        ],
      },
    });
    expect((await gate(servers)).verdict).toBe("passed");
  });

  test("delivery.md 10: an objective without a sample does not pass", async () => {
    await open(
      service().map((series) => ({ ...series, value: (time: number) => (time < START - 400_000 ? 1 : undefined) })),
    );
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("undecided");
  });

  test("delivery.md 11: what inputs hold stays data", async () => {
    await open();
    const run = await gate(servers, { selector: "'; touch x; '" });
    expect(run.verdict).toBe("invalid");
    const odd = await gate(servers, { slos: ERRORS, selector: 'track="canary",pod!="\\"} or vector(1) #"' });
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
      "asks for single buckets",
    ],
  ])("delivery.md 12: a latency %s is found at once", async (_, latency, why) => {
    await open();
    const run = await gate(servers, { slos: `- name: slow\n  latency: ${latency}\n` });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain(why);
  });

  test("delivery.md 12: a threshold inside a bucket has bounds, and is only decided where both say the same", async () => {
    const slos =
      "- { name: p99, latency: { histogram: ai_request_duration_seconds, threshold: 2s, quantile: 0.99 } }\n";
    await open(service({ slow: 0.04, slowest: 0.001 }));
    const between = await gate(servers, { slos });
    expect([between.verdict, classesOf(between, "p99")]).toEqual(["undecided", times(10, "partial")]);
    expect(reportOf(between).objectives[0]!.samples[3]!.bad).toEqual({ least: expect.any(Number), most: 20 });
    await servers.close();
    await open(service({ slow: 0.2, slowest: 0.15 }));
    expect((await gate(servers, { slos })).verdict).toBe("refused");
  });

  test("delivery.md 13: the first error of a new series counts", async () => {
    const first: SeriesSetup = {
      ...counter("ai_request_errors_total", 0, { reason: "new" }),
      value: (time) => (time > START + 42_000 ? 1 : undefined),
    };
    await open([...service({ errors: 0 }), first]);
    const run = await gate(servers, { slos: ERRORS });
    expect(reportOf(run).objectives[0]!.samples.map(({ bad }) => bad)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });

  test("delivery.md 14: a counter that is reset goes on counting, in whole numbers", async () => {
    const [requests, ...rest] = service({ errors: 0 });
    const restarted: SeriesSetup = {
      ...requests!,
      value: (time) => (time < START + 35_000 ? 1_000_000 + (time - START) / 20 : (time - START - 35_000) / 20),
    };
    await open([restarted, ...rest]);
    const run = await gate(servers, { slos: ERRORS });
    expect(reportOf(run).objectives[0]!.samples.map(({ requests: count }) => count)).toEqual([
      500, 500, 500, 250, 500, 500, 500, 500, 500, 500,
    ]);
  });

  test("delivery.md 15: native histograms are told from classic ones", async () => {
    const native: SeriesSetup = {
      metric: "ai_request_duration_seconds",
      labels: { track: "canary" },
      value: () => 3,
      native: true,
    };
    await open([native, LOAD], {
      queries: { 'load{track="canary"}': { resultType: "vector", result: [{ metric: {}, histogram: [1, {}] }] } },
    });
    const latency = await gate(servers, {
      slos: "- { name: p95, latency: { histogram: ai_request_duration_seconds, threshold: 1s, quantile: 0.95 } }\n",
    });
    expect([latency.verdict, said(latency)]).toEqual(["invalid", expect.stringContaining("it is a native histogram")]);
    const query = await gate(servers, { slos: "- { name: load, query: load, below: 1 }\n" });
    expect([query.verdict, said(query)]).toEqual(["undecided", expect.stringContaining("invalid 10")]);
  });

  test("delivery.md 15: remarks of newer servers are shown and change nothing", async () => {
    await open(service(), { infos: ["PromQL info: metric might not be a counter"] });
    const run = await gate(servers, { slos: ERRORS });
    expect([run.verdict, run.summary]).toEqual(["passed", expect.stringContaining("might not be a counter")]);
  });

  test("delivery.md 15: native histograms where counters were asked for are no measurement", async () => {
    const [requests, ...rest] = service();
    await open([{ ...requests!, native: true }, ...rest]);
    const run = await gate(servers, { slos: ERRORS });
    expect([run.verdict, classesOf(run, "errors")]).toEqual(["undecided", times(10, "invalid")]);
    expect(run.summary).toContain("native histograms");
  });

  test("delivery.md 15: an answer that a limit cut off is not whole, and none is asked for", async () => {
    const tools = ["a", "b", "c"].flatMap((tool) => service({ errors: tool === "c" ? 1 : 0, labels: { tool } }));
    await open(tools, { limit: 2 });
    const run = await gate(servers, { slos: ERRORS });
    expect([run.verdict, classesOf(run, "errors")]).toEqual(["undecided", times(10, "partial")]);
    expect(run.summary).toContain("results truncated due to limit");
    expect(servers.prometheus.ledger.some(({ url, body }) => `${url}&${body}`.includes("limit="))).toBe(false);
    servers.setup.generation = 2;
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("refused");
  });

  test("delivery.md 15: names and buckets that a limit cut off are not taken for missing ones", async () => {
    const slos = `${ERRORS}- { name: slow, latency: { histogram: ai_request_duration_seconds, threshold: 2.5s, quantile: 0.9 } }\n`;
    const bounds = ["0.5", "1", "2.5", "5", "+Inf"].map((le) => ({ metric: { le }, value: [START / 1000, "1"] }));
    const count = "count by (le) (ai_request_duration_seconds_bucket)";
    await open(service(), { limit: 2, queries: { [count]: { resultType: "vector", result: bounds } } });
    const cut = await gate(servers, { slos });
    expect([cut.verdict, said(cut)]).toEqual([
      "undecided",
      expect.stringContaining(
        "not all buckets of ai_request_duration_seconds_bucket are known: results truncated due to limit",
      ),
    ]);
    expect(said(cut)).toContain("It could not be checked whether the metrics exist");
    // Where the list of values alone is cut off, a query has them all.
    servers.setup.limit = 5;
    servers.prometheus.faults.add({
      path: "/api/v1/label/le/values",
      times: null,
      effect: effects.answer({ status: "success", data: ["0.5", "1"], warnings: ["results truncated due to limit"] }),
    });
    expect((await gate(servers, { slos })).verdict).toBe("passed");
  });

  test("delivery.md 16: a quantile is shown as the share over its threshold that it is judged by", async () => {
    await open();
    expect((await gate(servers)).summary).toContain("| < 5 % over 1000ms |");
  });

  test("delivery.md 17: a burst of five seconds is one episode, and over a long run no reason to refuse", async () => {
    await open(service({ rps: 20, errors: (time) => (time > START + 62_000 && time <= START + 67_000 ? 0.3 : 0) }));
    const run = await gate(servers, { slos: ERRORS, duration: "600s" });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives[0]!.episodes).toBe(1);
  });

  test("delivery.md 18: what a dead job has pushed is no traffic", async () => {
    const pushed = (metric: string): SeriesSetup => ({ metric, labels: { track: "canary" }, value: () => 1_000 });
    await open([pushed("ai_requests_total"), pushed("ai_request_errors_total")]);
    expect((await gate(servers, { slos: ERRORS })).verdict).toBe("undecided");
  });
});

describe("what is wrong is found at once", () => {
  test("T40, delivery.md 2: a misspelt metric", async () => {
    await open();
    const run = await gate(servers, { slos: ERRORS.replace("ai_requests_total", "ai_request_total") });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringContaining("errors: Prometheus has never heard of ai_request_total"),
    ]);
  });

  test("T40: a query that Prometheus does not take", async () => {
    await open([...service(), LOAD]);
    const run = await gate(servers, { slos: "- { name: load, query: 'sum(load)', below: 1 }\n" });
    expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining("load: ")]);
  });

  test("a query that cannot be worked out now costs its own objective alone", async () => {
    await open([...service(), LOAD], {
      faults: {
        prometheus: [
          {
            path: "/api/v1/query",
            times: 1,
            effect: effects.failed(422, "execution", "many-to-many matching not allowed"),
          },
        ],
      },
      queries: { 'load{track="canary"}': vector(0) },
    });
    const run = await gate(servers, { slos: `- { name: load, query: load, below: 1 }\n${ERRORS}` });
    expect(run.verdict).toBe("passed");
  });

  test("all problems of the list, each with its line", async () => {
    await open();
    const slos =
      "- name: a\n  ratio: { bad: x, good: y, total: z }\n  below: 1%\n- name: b\n  ratio: { bad: x, total: z }\n  below: 200%\n- name: a\n  latency: { histogram: h, treshold: 1s, quantile: 0.9 }\n- query: up\n  reduce: most\n";
    const run = await gate(servers, { slos });
    expect(run.verdict).toBe("invalid");
    for (const part of [
      "slos:2",
      "bad or good",
      "slos:4",
      "needs below",
      "slos:8",
      '"treshold"',
      "must be one of error, max, min, sum, each",
    ])
      expect(said(run)).toContain(part);
    expect(servers.prometheus.ledger).toHaveLength(0);
  });

  test("T38: an environment that is not known, with those that are", async () => {
    await open();
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    try {
      await writeFile(
        join(workspace, "release-actions.yml"),
        `environments:\n  - { name: staging, prometheus: { url: '${servers.prometheusUrl}' } }\n  - name: bare\n`,
      );
      const inputs = { "prometheus-url": "", slos: ERRORS };
      const unknown = await gate(servers, { ...inputs, environment: "prod" }, { workspace });
      expect([unknown.verdict, said(unknown)]).toEqual(["invalid", expect.stringContaining("staging, bare")]);
      expect((await gate(servers, { ...inputs, environment: "bare" }, { workspace })).verdict).toBe("invalid");
      expect((await gate(servers, { ...inputs, environment: "staging" }, { workspace })).verdict).toBe("passed");
      expect((await gate(servers, inputs, { workspace })).verdict).toBe("invalid");
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  test("credentials that are not taken, and none of them in the log", async () => {
    await open(service(), { token: "prometheus-secret" });
    expect((await gate(servers, { slos: ERRORS, token: "prometheus-secret" })).verdict).toBe("passed");
    const run = await gate(servers, { slos: ERRORS, token: "another-secret" });
    expect(run.verdict).toBe("invalid");
    expect(JSON.stringify(run)).not.toContain("another-secret");
  });

  test.each([
    [{ interval: "500ms" }, "shorter than a second"],
    [{ alpha: "1" }, "alpha must be"],
    [{ "min-samples": "11" }, "has 10 ticks"],
    [{ "report-file": "../report.json" }, "outside the workspace"],
    [{ "report-file": "out.json", "junit-file": "./out.json" }, "junit-file is the same file as report-file"],
    [{ slos: "slos.yml", "report-file": "slos.yml" }, "report-file is the same file as slos"],
    [{ slos: ERRORS.replace(" }\n", ", dry-run: true }\n") }, "no objective counts"],
    [{ slos: "- { name: a, query: load }\n" }, "no objective counts"],
    [{ slos: "- { name: a, ratio: { good: up, total: up }, below: 1% }\n" }, "none could be bad"],
    [{ slos: "- { name: a, ratio: { bad: down, total: [up, up] }, below: 1% }\n" }, "different ones"],
    [{ slos: ERRORS.replace("1%", "5e-324") }, "between 0 and 1"],
    [{ slos: ERRORS.replace("1%", "0.9999999999999999") }, "between 0 and 1"],
    [{ slos: ERRORS.replace(" }\n", ", max-ratio: 5e-324 }\n") }, "max-ratio"],
    [{ baseline: "track = 'canary'" }, "baseline selects the same as selector"],
    [{ baseline: "stable" }, "baseline is not label matchers"],
    [{ slos: "absent.yml" }, "there is no file"],
    [{ slos: "- { name: a, query: '1 + 1', below: 3 }\n" }, "reads no metric"],
    [{ slos: "- { name: a, query: 'up{track=\"stable\"}', below: 3 }\n" }, 'asks for track="stable"'],
  ])("%j", async (inputs, why) => {
    await open();
    const run = await gate(servers, inputs as unknown as Record<string, string>);
    expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining(why)]);
  });
});

describe("the run", () => {
  test("each distinct question is asked once for a tick, all for the same time, on a grid that never moves", async () => {
    await open();
    await gate(servers);
    const asked = servers.prometheus.ledger
      .filter(({ url }) => url.endsWith("/query"))
      .map(({ body }) => new URLSearchParams(body));
    const times = [...new Set(asked.map((form) => Number(form.get("time")) * 1000 - START))];
    expect(times).toEqual(Array.from({ length: 11 }, (_, tick) => tick * 10_000));
    for (const time of times.slice(1)) {
      const queries = asked
        .filter((form) => Number(form.get("time")) * 1000 - START === time)
        .map((form) => form.get("query"));
      expect(queries).toHaveLength(5);
      expect(new Set(queries).size).toBe(5);
    }
  });

  test("a tick whose time has passed is skipped, and its events come with the next one", async () => {
    await open(service({ errors: 0 }));
    const clock = virtualClock();
    let slept = 0;
    const stalled = {
      ...clock,
      sleep: async (milliseconds: number, signal?: AbortSignal) =>
        await clock.sleep(milliseconds + ((slept += 1) === 3 ? 17_000 : 0), signal),
    };
    const run = await gate(servers, { slos: ERRORS }, { clock: stalled });
    expect(classesOf(run, "errors")).toEqual(["ok", "ok", "skipped", "skipped", ...times(6, "ok")]);
    expect(reportOf(run).objectives[0]!.samples.map(({ requests }) => requests)).toEqual([
      500,
      500,
      undefined,
      undefined,
      1500,
      500,
      500,
      500,
      500,
      500,
    ]);
  });

  test("a signal while Prometheus is waited for is told in the report, too", async () => {
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    const interrupt = new AbortController();
    const clock = virtualClock();
    const sleep: typeof clock.sleep = async (span, signal) => {
      interrupt.abort();
      await clock.sleep(span, signal);
    };
    try {
      const run = await gate(
        { prometheusUrl: "http://127.0.0.1:9" },
        { "report-file": "report.json" },
        { workspace, clock: { ...clock, sleep }, interrupt: interrupt.signal },
      );
      expect(run.verdict).toBe("interrupted");
      expect(JSON.parse(await readFile(join(workspace, "report.json"), "utf8"))).toMatchObject({
        verdict: "interrupted",
      });
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  });

  test("a signal ends it as interrupted, and what was measured is kept", async () => {
    await open();
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    const interrupt = new AbortController();
    try {
      const run = await gate(
        servers,
        { "report-file": "report.json" },
        {
          workspace,
          interrupt: interrupt.signal,
          onLine: (line) => void (line.startsWith("3/10") && interrupt.abort()),
        },
      );
      expect(run).toMatchObject({ verdict: "interrupted", exitCode: 130 });
      const report = JSON.parse(await readFile(join(workspace, "report.json"), "utf8")) as {
        verdict: string;
        objectives: { samples: unknown[] }[];
      };
      expect([report.verdict, report.objectives[0]!.samples.length]).toEqual(["interrupted", 3]);
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  test("the files: every sample with its query, a plot, JUnit's XML", async () => {
    await open(service({ errors: 0.2 }));
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    try {
      const run = await gate(
        servers,
        { "report-file": "out/report.json", "plot-file": "out/plot.svg", "junit-file": "out/junit.xml" },
        { workspace },
      );
      expect(run.verdict).toBe("refused");
      expect(run.summary).toContain("out/plot.svg");
      const file = async (name: string) => await readFile(join(workspace, "out", name), "utf8");
      const report = JSON.parse(await file("report.json")) as {
        schemaVersion: number;
        queries: string[];
        objectives: { name: string; samples: { queries: number[]; time: string }[] }[];
      };
      expect(report.schemaVersion).toBe(1);
      const { samples } = report.objectives.find(({ name }) => name === "error rate")!;
      expect(samples.at(-1)!.queries.map((number) => report.queries[number])).toEqual([
        'ai_request_errors_total{track="canary"}[25s]',
        'ai_requests_total{track="canary"}[25s]',
      ]);
      expect(await file("plot.svg")).toContain("metrics-gate: refused");
      expect(await file("junit.xml")).toMatch(/failures="1" errors="2" skipped="1"/);
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  describe("files that cannot be written, or are from before", () => {
    const inWorkspace = async (work: (workspace: string) => Promise<void>) => {
      const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
      await work(workspace).finally(() => rm(workspace, { recursive: true }));
    };
    const FILES = { "report-file": "report.json", "plot-file": "plot.svg", "junit-file": "junit.xml" };

    test.each([
      [1, "refused"],
      [0, "passed"],
    ])(
      "delivery.md 2: one that cannot be written any more at the end leaves the verdict as it is: errors %d, %s",
      async (errors, verdict) => {
        await open(service({ errors }));
        await inWorkspace(async (workspace) => {
          const occupy = (line: string) => {
            if (!line.startsWith("1/10")) return;
            rmSync(join(workspace, "report.json"));
            mkdirSync(join(workspace, "report.json"));
          };
          const run = await gate(servers, { slos: ERRORS, ...FILES }, { workspace, onLine: occupy });
          expect([run.verdict, run.outputs["reason"], said(run)]).toEqual([
            verdict,
            expect.stringContaining("requests bad"),
            expect.stringContaining('A report is missing: "report.json" is not a regular file'),
          ]);
          expect(await readFile(join(workspace, "junit.xml"), "utf8")).toContain(`errors="0"`);
        });
      },
    );

    test("one that leads out of the workspace is told before anything is asked", async () => {
      await open();
      await inWorkspace(async (workspace) => {
        await symlink(tmpdir(), join(workspace, "out"));
        const run = await gate(servers, { slos: ERRORS, "plot-file": "out/plot.svg" }, { workspace });
        expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining("outside the workspace")]);
        expect(servers.prometheus.ledger).toHaveLength(0);
      });
    });

    test("an end before the first tick leaves none of an older run that passed", async () => {
      await open();
      await inWorkspace(async (workspace) => {
        for (const file of Object.values(FILES)) await writeFile(join(workspace, file), "passed");
        const interrupt = new AbortController();
        const clock = virtualClock();
        const sleep = async (milliseconds: number, signal?: AbortSignal) => {
          interrupt.abort();
          await clock.sleep(milliseconds, signal);
        };
        const run = await gate(
          servers,
          { slos: ERRORS, ...FILES },
          { workspace, clock: { ...clock, sleep }, interrupt: interrupt.signal },
        );
        expect(run.verdict).toBe("interrupted");
        expect(JSON.parse(await readFile(join(workspace, "report.json"), "utf8"))).toMatchObject({
          verdict: "interrupted",
          objectives: [{ verdict: "undecided", samples: [] }],
        });
        expect(await readFile(join(workspace, "plot.svg"), "utf8")).toContain("metrics-gate: interrupted");
        expect(await readFile(join(workspace, "junit.xml"), "utf8")).toContain('failures="0" errors="1"');
      });
    });
  });

  test("many objectives: the line shows the worst, the output is cut by how bad they are", async () => {
    await open([...service({ errors: 0 }), counter("bad_total", 5)]);
    const good = Array.from({ length: 300 }, (_, index) => ERRORS.replace("errors", `number ${index}`)).join("");
    const run = await gate(servers, {
      slos: `${good}${ERRORS.replace("errors", "the bad one").replace("ai_request_errors_total", "bad_total")}`,
    });
    expect(run.verdict).toBe("refused");
    expect(run.lines.find((line) => line.startsWith("2/10"))).toMatch(/ {2}the bad one █+ 10 %.* {2}and 297 more$/);
    expect(Buffer.byteLength(run.outputs["report"]!)).toBeLessThanOrEqual(64 * 1024);
    expect(reportOf(run)).toMatchObject({ truncated: true });
    expect(reportOf(run).objectives[0]!.name).toBe("the bad one");
    expect(reportOf(run).objectives[0]!.samples.length).toBeGreaterThan(0);
  });

  test("questions that differ in one label are asked at once; what is too much for one answer is asked alone", async () => {
    const tools = ["a", "b", "c"].flatMap((tool) => service({ errors: tool === "c" ? 0.5 : 0, labels: { tool } }));
    const slos = ["a", "b", "c"]
      .map(
        (tool) =>
          `- { name: ${tool}, ratio: { bad: 'ai_request_errors_total{tool="${tool}"}', total: 'ai_requests_total{tool="${tool}"}' }, below: 1% }\n`,
      )
      .join("");
    await open(tools);
    const run = await gate(servers, { slos });
    expect(run.verdict).toBe("refused");
    expect(
      reportOf(run)
        .objectives.filter(({ verdict }) => verdict === "refused")
        .map(({ name }) => name),
    ).toEqual(["c"]);
    expect(reportOf(run).objectives[0]!.samples[0]!.queries[0]).toBe(
      'ai_request_errors_total{tool="c",track="canary"}[310s]',
    );
    const asked = () => servers.prometheus.ledger.filter(({ url }) => url.endsWith("/query")).length;
    expect(asked()).toBe(2 * reportOf(run).objectives[0]!.samples.length);
    servers.prometheus.faults.add({
      path: "/api/v1/query",
      times: 2,
      effect: effects.failed(422, "execution", "query processing would load too many samples into memory"),
    });
    const apart = await gate(servers, { slos });
    expect(apart.verdict).toBe("refused");
    expect(classesOf(apart, "c")).toEqual(["query-error", "violation"]);
  });

  test("an objective on trial is judged and shown, and does not count", async () => {
    await open(service({ errors: 1 }));
    const slos = `${ERRORS.replace(" }\n", ", dry-run: true }\n")}- { name: slow, latency: { histogram: ai_request_duration_seconds, threshold: 1s, quantile: 0.95 } }\n`;
    const run = await gate(servers, { slos });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives.find(({ name }) => name === "errors")!.verdict).toBe("refused");
  });

  test("more good events than there are in total are no proof that none was bad", async () => {
    await open([counter("good_total", 30, { code: "200" }), counter("good_total", 20, { code: "500" })]);
    const run = await gate(servers, {
      slos: "- { name: swapped, ratio: { good: good_total, total: 'good_total{code=\"200\"}' }, below: 1% }\n",
    });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(classesOf(run, "swapped")).toEqual(times(10, "invalid"));
    expect(said(run)).toContain("what total selects is not all that good does");
  });

  test("good events, and selectors that add up", async () => {
    await open([
      counter("good_total", 30, { code: "200" }),
      counter("good_total", 19, { code: "204" }),
      counter("web_total", 25),
      counter("api_total", 25),
    ]);
    const slos =
      "- { name: ok, ratio: { good: 'good_total{code=~\"2..\"}', total: [web_total, api_total] }, below: 1% }\n";
    const run = await gate(servers, { slos });
    expect(run.verdict).toBe("refused");
    expect(reportOf(run).objectives[0]!.samples[0]).toMatchObject({ requests: 500, bad: 10 });
  });
});
