import { afterEach, describe, expect, test } from "@jest/globals";
import { openHttp } from "@release-actions/http";
import { openAlertmanager, openPrometheus, type Prometheus } from "./index.ts";
import {
  effects,
  startMonitoring,
  type Monitoring,
  type MonitoringSetup,
} from "../../test/stand-ins/prometheus/index.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

async function open(setup: MonitoringSetup = {}): Promise<Prometheus> {
  servers = await startMonitoring(setup);
  return openPrometheus({ http: client(), url: servers.prometheusUrl, credential: undefined });
}

function client() {
  const io = { debug: () => undefined, info: () => undefined, secret: () => undefined } as never;
  return openHttp({
    io,
    signal: new AbortController().signal,
    clock: hurriedClock(),
    network: { tlsVerificationDisabled: false },
    endpoints: [servers.prometheusUrl, servers.alertmanagerUrl],
  });
}

const answering = (path: string, data: unknown, more: object = {}): MonitoringSetup => ({
  faults: { prometheus: [{ path, times: null, effect: effects.answer({ status: "success", data, ...more }) }] },
});

describe("Prometheus", () => {
  /** As Prometheus 3 writes them: https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats */
  test.each([
    [
      "a scalar",
      { resultType: "scalar", result: [1.5, "1e+00"] },
      { kind: "scalar", sample: { time: 1500, value: 1 } },
    ],
    ["a string", { resultType: "string", result: [1, "foo"] }, { kind: "string", text: "foo" }],
    ["an empty vector", { resultType: "vector", result: [] }, { kind: "vector", series: [] }],
    [
      "values that JSON cannot write as numbers",
      {
        resultType: "vector",
        result: ["NaN", "+Inf", "-Inf", "0.23076923076923073"].map((value) => ({ metric: {}, value: [1, value] })),
      },
      {
        kind: "vector",
        series: [Number.NaN, Infinity, -Infinity, 0.23076923076923073].map((value) => ({
          labels: {},
          time: 1000,
          value,
        })),
      },
    ],
    [
      "a native histogram",
      {
        resultType: "vector",
        result: [{ metric: { job: "a" }, histogram: [1, { count: "2", sum: "3", buckets: [[0, "0.5", "1", "2"]] }] }],
      },
      { kind: "vector", series: [{ labels: { job: "a" }, time: 1000, value: undefined }] },
    ],
    [
      "a matrix of both",
      {
        resultType: "matrix",
        result: [
          {
            metric: {},
            values: [
              [1, "1"],
              [3, "3"],
            ],
            histograms: [[2, {}]],
          },
        ],
      },
      {
        kind: "matrix",
        series: [
          {
            labels: {},
            samples: [
              { time: 1000, value: 1 },
              { time: 2000, value: undefined },
              { time: 3000, value: 3 },
            ],
          },
        ],
      },
    ],
  ])("security I116: reads %s as what it is", async (_, data, wanted) => {
    const prometheus = await open(
      answering("/api/v1/query", data, { infos: ["PromQL info: metric might not be a counter"] }),
    );
    expect(await prometheus.query("x")).toMatchObject({
      value: wanted,
      warnings: [],
      infos: [expect.stringContaining("might not be a counter")],
    });
  });

  const VECTOR = { resultType: "vector", result: [] };

  test.each([
    ["isPartial of a VictoriaMetrics cluster", { isPartial: true }, 1],
    ["isPartial: false", { isPartial: false }, 0],
    ["warnings of Thanos, and isPartial", { warnings: ["store b did not answer"], isPartial: true }, 2],
    ["statistics, which VictoriaMetrics and Prometheus add", { stats: { seriesFetched: "1" } }, 0],
  ])("gates F3: signs of an incomplete answer: %s", async (_, signs, count) => {
    const prometheus = await open(answering("/api/v1/query", VECTOR, signs));
    expect((await prometheus.query("x")).warnings).toHaveLength(count);
  });

  test("gates F3: an isPartial that is not true or false proves nothing", async () => {
    const prometheus = await open(answering("/api/v1/query", VECTOR, { isPartial: "yes" }));
    await expect(prometheus.query("x")).rejects.toMatchObject({ verdict: "undecided" });
  });

  test("gates F3: M3 reports in a header that a limit cut the answer off", async () => {
    const body = JSON.stringify({ status: "success", data: VECTOR });
    const headers = { "content-type": "application/json", "m3-results-limited": "max_fetch_series_limit_applied" };
    const effect = { kind: "reply" as const, status: 200, headers, body };
    const prometheus = await open({ faults: { prometheus: [{ path: "/api/v1/query", times: null, effect }] } });
    expect((await prometheus.query("x")).warnings).toEqual([expect.stringContaining("max_fetch_series_limit_applied")]);
  });

  test("gates F9: remarks are remarks where Prometheus 2.48 to 2.53 has them among the warnings", async () => {
    const remark = 'PromQL info: metric might not be a counter, name does not end in _total: "x" (1:5)';
    const warning = 'PromQL warning: bucket label "le" is missing or has a malformed value of "" (1:5)';
    const prometheus = await open(answering("/api/v1/query", VECTOR, { warnings: [remark, warning] }));
    expect(await prometheus.query("x")).toMatchObject({ warnings: [warning], infos: [remark] });
  });

  test.each([
    ["an invalid number", { resultType: "vector", result: [{ metric: {}, value: [1, "1;2"] }] }],
    ["a number as JSON", { resultType: "vector", result: [{ metric: {}, value: [1, 1] }] }],
    ["a sample without a value", { resultType: "vector", result: [{ metric: {} }] }],
    ["a label that is not a string", { resultType: "vector", result: [{ metric: { a: 1 }, value: [1, "1"] }] }],
    ["another kind of result", { resultType: "table", result: [] }],
    ["no data", null],
  ])("rejects %s", async (_, data) => {
    const prometheus = await open(answering("/api/v1/query", data));
    await expect(prometheus.query("x")).rejects.toMatchObject({ verdict: "undecided" });
  });

  test("sends a query as a form with its time, and reports what is wrong with it", async () => {
    const prometheus = await open();
    await prometheus.query('up{job="a"}', 1_500);
    expect(servers.prometheus.ledger[0]).toMatchObject({
      method: "POST",
      url: "/api/v1/query",
      body: "query=up%7Bjob%3D%22a%22%7D&time=1.5",
    });
    await expect(prometheus.query("sum(")).rejects.toMatchObject({
      verdict: "invalid",
      message: expect.stringContaining("bad_data: parse error"),
    });
  });

  test.each([
    ["a page of groups that was not requested", "rules", { groups: [], groupNextToken: "x" }],
    [
      "a rule of an unknown kind",
      "rules",
      {
        groups: [
          { name: "g", file: "f", interval: 1, rules: [{ type: "other", name: "a", query: "1", health: "ok" }] },
        ],
      },
    ],
    [
      "an invalid time",
      "rules",
      {
        groups: [
          {
            name: "g",
            file: "f",
            interval: 1,
            rules: [{ type: "alerting", name: "a", query: "1", health: "ok", lastEvaluation: "yesterday" }],
          },
        ],
      },
    ],
    ["an alert in an unknown state", "alerts", { alerts: [{ labels: {}, state: "resting" }] }],
    ["a target of unknown health", "targets", { activeTargets: [{ labels: {}, health: "fine" }] }],
  ] as const)("rejects %s", async (_, name, data) => {
    const prometheus = await open(answering(`/api/v1/${name}`, data));
    await expect(prometheus[name]()).rejects.toMatchObject({ verdict: "undecided" });
  });

  test("reads the year 1 as never, and truncates nanoseconds", async () => {
    const rule = (lastEvaluation: string) => ({
      type: "alerting",
      name: "a",
      query: "1",
      health: "ok",
      lastEvaluation,
    });
    const prometheus = await open(
      answering("/api/v1/rules", {
        groups: [
          {
            name: "g",
            file: "f",
            interval: 1.5,
            rules: [rule("0001-01-01T00:00:00Z"), rule("2026-01-01T01:00:00.123456789+01:00")],
          },
        ],
      }),
    );
    const { value } = await prometheus.rules();
    expect(value[0]).toMatchObject({
      interval: 1_500,
      rules: [{ lastEvaluation: undefined }, { lastEvaluation: Date.parse("2026-01-01T00:00:00.123Z") }],
    });
  });

  test.each([
    ["a list", "[a, b]", "it.global.external_labels: should be an object"],
    ["a label that is a map", "{a: {b: c}, d: e}", "it.global.external_labels.a: should be a string"],
  ])("rejects external labels with %s", async (_, labels, message) => {
    const yaml = `global:\n  external_labels: ${labels}\n`;
    const prometheus = await open(answering("/api/v1/status/config", { yaml }));
    await expect(prometheus.externalLabels()).rejects.toMatchObject({
      verdict: "undecided",
      message: expect.stringContaining(message),
    });
  });

  test.each(["", "~", "{}"])("reads empty external labels: %s", async (labels) => {
    const yaml = `global:\n  external_labels: ${labels}\n`;
    const prometheus = await open(answering("/api/v1/status/config", { yaml }));
    expect(await prometheus.externalLabels()).toEqual({});
  });

  test("keeps an external label __proto__", async () => {
    const yaml = "global:\n  external_labels: {a: b, __proto__: c}\n";
    const prometheus = await open(answering("/api/v1/status/config", { yaml }));
    expect(Object.entries((await prometheus.externalLabels())!)).toEqual([
      ["a", "b"],
      ["__proto__", "c"],
    ]);
  });

  test("reads external labels only from the configuration, as strings", async () => {
    const prometheus = await open({ externalLabels: { cluster: "a", on: "yes", number: "0123" } });
    expect(await prometheus.externalLabels()).toEqual({ cluster: "a", on: "yes", number: "0123" });
    await servers.close();
    const yaml =
      "scrape_configs:\n- job_name: x\n  global:\n    external_labels: {cluster: wrong}\nglobal:\n  evaluation_interval: 1m\nremote_write: []\n";
    expect(await (await open(answering("/api/v1/status/config", { yaml }))).externalLabels()).toEqual({});
    await servers.close();
    expect(await (await open({ without: ["status/config"] })).externalLabels()).toBeUndefined();
  });

  test.each([
    [
      "a text nested without end",
      `global:\n  external_labels: ${"[".repeat(20_000)}`,
      "nested more than 100 levels deep",
    ],
    [
      "keys nested without end",
      `global:\n  external_labels:\n${Array.from({ length: 400 }, (_, level) => `${" ".repeat(level + 4)}a:`).join("\n")}`,
      "levels deep",
    ],
    ["not YAML", "global:\n  external_labels: {a: b: c\n", "cannot be read"],
    ["an alias", "global:\n  external_labels: &a {a: *a}\n", "cannot be read"],
  ])("security E80: rejects a configuration that is %s", async (_, yaml, message) => {
    const asked = open(answering("/api/v1/status/config", { yaml })).then((prometheus) => prometheus.externalLabels());
    await expect(asked).rejects.toMatchObject({ verdict: "undecided", message: expect.stringContaining(message) });
  });

  test.each(["targets", "status/buildinfo", "label/namespace/values"])(
    "%s may be missing or forbidden",
    async (name) => {
      const ask = async (prometheus: Prometheus) =>
        name === "targets"
          ? prometheus.targets()
          : name.startsWith("label")
            ? prometheus.labelValues("namespace", 0)
            : prometheus.version();
      expect(await ask(await open())).toBeDefined();
      await servers.close();
      for (const status of [403, 404, 405]) {
        expect(
          await ask(
            await open({
              faults: { prometheus: [{ path: `/${name}`, times: null, effect: { kind: "reply", status } }] },
            }),
          ),
        ).toBeUndefined();
        await servers.close();
      }
      await expect(
        ask(await open({ faults: { prometheus: [{ path: `/${name}`, times: null, effect: effects.starting() }] } })),
      ).rejects.toMatchObject({ verdict: "undecided" });
    },
  );
});

describe("Alertmanager", () => {
  test("reads alerts, silences and status, including a label __proto__", async () => {
    await open({
      silences: [{ id: "s", createdBy: "ann", comment: "c" }],
      foreign: [
        {
          labels: JSON.parse('{"alertname":"A","__proto__":"x"}') as Record<string, string>,
          managed: { silencedBy: ["s"] },
        },
      ],
      cluster: "disabled",
    });
    const alertmanager = openAlertmanager({ http: client(), url: servers.alertmanagerUrl, credential: undefined });
    expect(await alertmanager.status()).toEqual({ cluster: "disabled", version: "0.28.1" });
    expect(await alertmanager.silences()).toMatchObject([{ id: "s", state: "active", createdBy: "ann", comment: "c" }]);
    const [alert] = await alertmanager.alerts();
    expect(alert).toMatchObject({ state: "suppressed", silencedBy: ["s"], inhibitedBy: [] });
    expect(Object.keys(alert!.labels)).toEqual(["alertname", "__proto__"]);
  });
});
