import { afterEach, describe, expect, test } from "@jest/globals";
import { parseJson } from "@release-actions/http";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { json, startFaultServer } from "../../test/faults/server.ts";
import type { FaultServer } from "../../test/faults/server.ts";
import { openAlertmanager, openPrometheus } from "./index.ts";
import { AlertsReply, ManagedAlertsReply, MetadataReply, QueryReply, RulesReply, TargetsReply } from "./schema.ts";

const read = (value: unknown) => parseJson(JSON.stringify(value));
const problems = (schema: typeof QueryReply | typeof RulesReply | typeof ManagedAlertsReply, value: unknown) =>
  schema.safeParse(read(value)).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("query results", () => {
  const result = (resultType: string, value: unknown) => ({ data: { resultType, result: value } });
  const series = (more: object) =>
    result("vector", [
      { metric: {}, value: [1, "1"] },
      { metric: {}, ...more },
    ]);

  test.each<[string, object, string]>([
    ["another type", result("table", []), "data.resultType should be scalar, vector, matrix or string"],
    ["no type", { data: { result: [] } }, "data.resultType should be scalar, vector, matrix or string"],
    ["no result", { data: { resultType: "vector" } }, "data.result should be a list"],
    ["no metric", result("vector", [{ value: [1, "1"] }]), "data.result.0.metric should be an object"],
    ["a label that is a number", series({ metric: { a: 1 } }), "data.result.1.metric.a should be a string"],
    ["neither value nor histogram", series({}), "data.result.1 should have a value or a histogram"],
    [
      "both value and histogram",
      series({ value: [1, "1"], histogram: [1, {}] }),
      "data.result.1 should have a value or a histogram",
    ],
    ["three parts of a sample", series({ value: [1, "1", 1] }), "data.result.1.value should be a pair"],
    ["a time that is a string", series({ value: ["1", "1"] }), "data.result.1.value.0 should be a time in seconds"],
    ["a value that is a number", series({ value: [1, 1] }), "data.result.1.value.1 should be a number as a string"],
    ["a hexadecimal value", series({ value: [1, "0x1"] }), "data.result.1.value.1 should be a number as a string"],
    [
      "a wrong sample in a range",
      result("matrix", [
        {
          metric: {},
          values: [
            [1, "1"],
            [2, "x"],
          ],
        },
      ]),
      "data.result.0.values.1.1 should be a number as a string",
    ],
    [
      "a histogram without a time",
      result("matrix", [{ metric: {}, histograms: [[null, {}]] }]),
      "data.result.0.histograms.0.0 should be a time in seconds",
    ],
    ["a scalar of two", result("scalar", [1]), "data.result should be a pair"],
    ["a string that is a number", result("string", [1, 2]), "data.result.1 should be a string"],
  ])("with %s are rejected", (_, value, problem) => {
    expect(problems(QueryReply, value)).toEqual([problem]);
  });

  test("of a range may have no samples", () => {
    expect(QueryReply.parse(read(result("matrix", [{ metric: {} }, { metric: {}, values: null }]))).data).toEqual({
      kind: "matrix",
      series: [
        { labels: {}, samples: [] },
        { labels: {}, samples: [] },
      ],
    });
  });

  test("keep every label", () => {
    const text = '{"data":{"resultType":"vector","result":[{"metric":{"a":"b","__proto__":"c"},"value":[1,"1"]}]}}';
    const { data } = QueryReply.parse(parseJson(text));
    expect(data.kind === "vector" && Object.keys(data.series[0]!.labels)).toEqual(["a", "__proto__"]);
  });
});

describe("rules, alerts and targets", () => {
  const rule = { type: "alerting", name: "Down", query: "up", health: "ok" };
  const rules = (...all: object[]) => ({ data: { groups: [{ name: "g", file: "f", interval: 60, rules: all }] } });

  test("may omit what a rule need not have", () => {
    const [group] = RulesReply.parse(read(rules(rule, { ...rule, labels: null, lastEvaluation: null }))).data;
    const read0 = { ...rule, type: undefined, kind: "alerting", labels: {}, alerts: [] };
    expect(group?.rules).toMatchObject([{ kind: read0.kind, labels: {}, alerts: [] }, { labels: {} }]);
    expect(group?.rules[0]?.labels["constructor"]).toBeUndefined();
  });

  test.each<[string, object, string]>([
    ["a rule without health", rules({ ...rule, health: undefined }), "data.groups.0.rules.0.health should be a string"],
    [
      "a rule of another type",
      rules(rule, { ...rule, type: "x" }),
      "data.groups.0.rules.1.type should be one of alerting, recording",
    ],
    [
      "a local time",
      rules({ ...rule, lastEvaluation: "2026-01-01T00:00:00" }),
      "data.groups.0.rules.0.lastEvaluation should be a time (RFC 3339)",
    ],
    ["no groups", { data: {} }, "data.groups should be a list"],
    [
      "a page of groups",
      { data: { groups: [], groupNextToken: "x" } },
      "data.groupNextToken should be absent: all groups were requested",
    ],
  ])("with %s are rejected", (_, value, problem) => {
    expect(problems(RulesReply, value)).toEqual([problem]);
  });

  test("with an empty token have no further page", () => {
    expect(RulesReply.parse(read({ data: { groups: [], groupNextToken: "" } })).data).toEqual([]);
  });

  test("leave out inactive alerts, which are still checked", () => {
    const alert = { labels: {}, state: "inactive" };
    expect(AlertsReply.parse(read({ data: { alerts: [alert] } })).data).toEqual([]);
    expect(AlertsReply.safeParse(read({ data: { alerts: [{ ...alert, labels: 1 }] } })).success).toBe(false);
    expect(AlertsReply.safeParse(read({ data: {} })).success).toBe(false);
  });

  test("need the health of a target", () => {
    expect(TargetsReply.safeParse(read({ data: { activeTargets: [{ labels: {} }] } })).success).toBe(false);
  });

  test("describe metrics by any name", () => {
    const described = parseJson('{"data": {"__proto__": [{ "type": "gauge", "help": "", "unit": "" }]}}');
    expect([...MetadataReply.parse(described).data]).toEqual([["__proto__", [{ type: "gauge", unit: undefined }]]]);
    expect(MetadataReply.safeParse(read({ data: { x: [{ type: 1 }] } })).success).toBe(false);
    expect(MetadataReply.safeParse(read({ data: [] })).success).toBe(false);
  });
});

test("an alert of Alertmanager needs its silences and inhibitions", () => {
  const alert = { labels: {}, status: { state: "active", silencedBy: [], inhibitedBy: [] } };
  expect(ManagedAlertsReply.parse(read([alert]))).toMatchObject([{ state: "active", annotations: {} }]);
  expect(problems(ManagedAlertsReply, [alert, { ...alert, status: { state: "active", silencedBy: [] } }])).toEqual([
    "1.status.inhibitedBy should be a list",
  ]);
});

describe("replies", () => {
  let server: FaultServer;
  let client: TestClient;
  afterEach(async () => {
    client.http.close();
    await server.close();
  });
  const open = async (...bodies: object[]) => {
    server = await startFaultServer({ steps: bodies.map((body) => json(body)) });
    client = openTestClient([server.origin]);
    const options = { http: client.http, url: server.origin, credential: undefined };
    return { prometheus: openPrometheus(options), alertmanager: openAlertmanager(options) };
  };

  test.each<[string, object]>([
    ["success and an error", { status: "success", errorType: "execution", error: "no", data: { alerts: [] } }],
    ["neither success nor an error", { data: { alerts: [] } }],
    ["an unknown status", { status: "partial", data: { alerts: [] } }],
    ["success without data", { status: "success" }],
    ["warnings that are not strings", { status: "success", warnings: [{}], data: { alerts: [] } }],
  ])("with %s are undecided", async (_, body) => {
    const { prometheus } = await open(body);
    expect(await failureOf(prometheus.alerts())).toMatchObject({ verdict: "undecided" });
  });

  test("that do not fit name the field", async () => {
    const { alertmanager } = await open([{ id: "s", status: { state: "active" }, createdBy: null }]);
    expect(String(await failureOf(alertmanager.silences()))).toContain("it[0].createdBy: should be a string");
  });
});
