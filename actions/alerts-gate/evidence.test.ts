import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import {
  effects,
  type Monitoring,
  type MonitoringSetup,
  type RuleSetup,
} from "../../test/stand-ins/prometheus/index.ts";
import { gate, monitoringWith, NAMESPACE, ruleWith, WATCHDOG } from "../../test/worlds/alerts-gate.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

const open = async (rules: readonly RuleSetup[] = [ruleWith()], setup: MonitoringSetup = {}): Promise<Monitoring> =>
  (servers = await monitoringWith(rules, setup));
const said = ({ lines }: MemoryResult) => lines.join("\n");
const DOWN = [{ times: null, effect: { kind: "refuse" } as const }];

describe("delivery.md 38: Watchdog", () => {
  test("it blocks nothing", async () => {
    await open();
    expect(await gate(servers, { namespace: "" })).toMatchObject({ verdict: "passed", outputs: { count: "0" } });
  });

  test.each([
    ["fires and has arrived", WATCHDOG, "passed"],
    ["fires and has not arrived", { ...WATCHDOG, alerts: [{ managed: "absent" as const }] }, "undecided"],
    ["does not fire", { ...WATCHDOG, alerts: [] }, "undecided"],
    ["is pending", { ...WATCHDOG, alerts: [{ state: "pending" as const }] }, "undecided"],
  ])("required, and it %s", async (_, watchdog, verdict) => {
    await open([], { groups: [{ rules: [watchdog, ruleWith()] }], externalLabels: { cluster: "a" } });
    expect((await gate(servers, { "require-watchdog": "true" })).verdict).toBe(verdict);
  });
});

describe("delivery.md 41: an empty list does not prove that no alert fires", () => {
  test.each<[string, RuleSetup, string]>([
    [
      "fails",
      { ...ruleWith(), health: "err", lastError: "many-to-many matching not allowed" },
      "many-to-many matching not allowed",
    ],
    ["was never evaluated", { ...ruleWith(), evaluated: null }, "was never evaluated"],
    ["has not been evaluated yet", { ...ruleWith(), health: "unknown", evaluated: null }, "has the health unknown"],
    ["is stale", { ...ruleWith(), evaluated: 10 * 60_000 }, "was last evaluated 10 min ago"],
    ["was evaluated in the future", { ...ruleWith(), evaluated: -10 * 60_000 }, "a clock is wrong"],
    ["fires without an alert that is shown", { ...ruleWith(), state: "firing" }, "none of its alerts is shown"],
  ])("a rule %s", async (_, rule, reason) => {
    await open([rule]);
    const run = await gate(servers);
    expect(run).toMatchObject({ verdict: "undecided", outputs: { count: "0" } });
    expect(said(run)).toContain(reason);
  });

  test("a long interval is not stale, and max-staleness sets how much longer is", async () => {
    await open([], { groups: [{ interval: 600_000, rules: [{ ...ruleWith(), evaluated: 630_000 }] }] });
    expect((await gate(servers)).verdict).toBe("passed");
    expect((await gate(servers, { "max-staleness": "10s" })).verdict).toBe("undecided");
  });

  test("old answers from a cache, with the date of then, are stale", async () => {
    const then = Date.now() - 3_600_000;
    await open([ruleWith()], { clock: () => then });
    const run = await gate(servers);
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("a clock is wrong, or a cache answered");
  });

  test("a slow clock here does not make old evaluations fresh", async () => {
    await open([{ ...ruleWith(), evaluated: 3_600_000 }]);
    const slow = {
      now: () => Date.now() - 3_600_000,
      monotonic: () => performance.now(),
      sleep: async () => undefined,
    };
    expect((await gate(servers, {}, { clock: slow })).verdict).toBe("undecided");
  });

  test("a recording rule that the alerts read counts, others do not", async () => {
    const alerting = { ...ruleWith(), expr: "job:errors:rate5m / on (job) job:requests:rate5m > 0.1" };
    const recording = (record: string, health: string, expr = "vector(1)"): RuleSetup => ({ record, expr, health });
    await open([alerting, recording("job:requests:rate5m", "ok"), recording("unrelated", "err")]);
    expect((await gate(servers)).verdict).toBe("passed");
    await servers.close();
    await open([
      alerting,
      recording("job:requests:rate5m", "ok", "sum(instance:requests)"),
      recording("instance:requests", "err"),
    ]);
    const run = await gate(servers);
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("instance:requests");
  });

  test.each<[string, readonly RuleSetup[]]>([
    ["no rules", []],
    ["Watchdog alone", [WATCHDOG]],
    ["recording rules alone", [{ record: "a" }]],
    ["rules of another namespace alone", [{ alert: "A", labels: { namespace: "other" } }]],
  ])("%s: nothing was checked", async (_, rules) => {
    await open([], { groups: [{ rules: [...rules] }], labelValues: { namespace: [NAMESPACE] } });
    for (const ignore of ["Watchdog", "Other"]) {
      const run = await gate(servers, { ignore });
      expect(run.verdict).toBe("undecided");
      expect(said(run)).toContain("nothing was checked");
    }
  });

  test("a rule of another namespace or severity may fail", async () => {
    const broken = (labels: Record<string, string>): RuleSetup => ({ alert: "Broken", health: "err", labels });
    await open([ruleWith(), broken({ namespace: "other" }), broken({ severity: "info" })]);
    expect((await gate(servers, { severity: "critical" })).verdict).toBe("passed");
    await servers.close();
    for (const name of ["severity", "namespace"]) {
      await open([ruleWith(), broken({ [name]: "{{ $labels.some }}" })]);
      expect((await gate(servers, { severity: "critical" })).verdict).toBe("undecided");
      await servers.close();
    }
  });

  const at = (namespace: string, health: "up" | "down" | "unknown") => ({
    labels: { job: "app", instance: "10.0.0.1:9000", namespace },
    health,
  });
  test.each([
    ["one of ours is down", [at(NAMESPACE, "up"), at(NAMESPACE, "down")], "undecided"],
    ["one of ours is not scraped yet", [at(NAMESPACE, "unknown")], "undecided"],
    ["one of others is down", [at(NAMESPACE, "up"), at("other", "down")], "passed"],
    ["none is ours, and one is down", [at("other", "up"), at("another", "down")], "undecided"],
    ["none is ours, and all are up", [at("other", "up")], "passed"],
    ["there is none", [], "undecided"],
  ] as const)("targets: %s", async (_, targets, verdict) => {
    for (const without of [[], ["targets"]]) {
      // `up` has no series for a target that was not scraped yet, so the target does not exist for it.
      if (without.length > 0 && targets.some(({ health }) => health === "unknown")) continue;
      await open([ruleWith()], { targets: [...targets], without });
      expect((await gate(servers)).verdict).toBe(verdict);
      await servers.close();
    }
  });
});

describe("incomplete or wrong answers", () => {
  test.each([
    ["500", { effect: { kind: "reply", status: 500 } as const }, "undecided"],
    ["a sign-in page", { effect: effects.html() }, "undecided"],
    ["an empty answer", { effect: effects.empty() }, "undecided"],
    ["half an answer", { effect: { kind: "truncate" } as const }, "undecided"],
    [
      "an error with status 200",
      { effect: effects.answer({ status: "error", errorType: "internal", error: "no" }) },
      "undecided",
    ],
    ["another shape", { effect: effects.answer({ status: "success", data: [] }) }, "undecided"],
    ["null", { effect: effects.answer({ status: "success", data: null }) }, "undecided"],
    ["a failed execution", { effect: effects.failed(422, "execution", "too many samples") }, "undecided"],
    ["a bad question", { effect: effects.failed(400, "bad_data", "no such parameter") }, "invalid"],
    ["404", { effect: { kind: "reply", status: 404, body: "404 page not found" } as const }, "invalid"],
    ["401", { effect: { kind: "reply", status: 401 } as const }, "invalid"],
  ])("T28: does not pass with %s instead of rules or alerts", async (_, fault, verdict) => {
    for (const path of ["/api/v1/rules", "/api/v1/alerts"]) {
      await open([ruleWith()], { faults: { prometheus: [{ path, times: null, ...fault }] } });
      const run = await gate(servers);
      expect(run).toMatchObject({ verdict, outputs: { firing: "", count: "" } });
      await servers.close();
    }
  });

  test.each([
    ["status", { versionInfo: {} }],
    ["alerts", {}],
    ["alerts", [{ labels: { alertname: 1 }, status: { state: "active", silencedBy: [], inhibitedBy: [] } }]],
    ["alerts", [{ labels: {}, status: { state: "asleep", silencedBy: [], inhibitedBy: [] } }]],
    ["silences", [{ id: "x" }]],
  ])("does not pass if an Alertmanager's %s cannot be parsed: %j", async (name, body) => {
    await open([ruleWith()], {
      faults: { alertmanager: [{ path: `/api/v2/${name}`, times: null, effect: effects.answer(body) }] },
    });
    expect((await gate(servers)).verdict).toBe("undecided");
  });

  test("delivery.md 8: waits while Prometheus answers 503 at its start, and does not pass if that persists", async () => {
    await open([ruleWith()], {
      faults: { prometheus: [{ path: "/api/v1/rules", times: 2, effect: effects.starting() }] },
    });
    expect((await gate(servers)).verdict).toBe("passed");
    await servers.close();
    await open([ruleWith()], { faults: { prometheus: [{ times: null, effect: effects.starting() }] } });
    expect((await gate(servers)).verdict).toBe("undecided");
  });

  test("delivery.md 9, security I116: treats warnings as a sign of missing data", async () => {
    await open([ruleWith()], { warnings: ["no store matched: store-2 is unavailable"] });
    const run = await gate(servers);
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("store-2 is unavailable");
  });

  test("gates F3: treats an answer that is marked as partial as incomplete", async () => {
    await open([ruleWith()], { isPartial: true });
    const run = await gate(servers);
    expect([run.verdict, said(run).includes("isPartial")]).toEqual(["undecided", true]);
    servers.setup.isPartial = false;
    expect((await gate(servers)).verdict).toBe("passed");
  });

  test("gates F3: an incomplete answer about the targets of the scope is not replaced by one about all", async () => {
    const none = { status: "success", isPartial: true, data: { resultType: "vector", result: [] } };
    await open([ruleWith()], {
      without: ["targets"],
      faults: { prometheus: [{ path: "/api/v1/query", times: 1, effect: effects.answer(none) }] },
    });
    expect((await gate(servers)).verdict).toBe("undecided");
    expect((await gate(servers)).verdict).toBe("passed");
  });

  test("gates F9: takes a remark among the warnings of an older Prometheus as a remark", async () => {
    await open([ruleWith()], { warnings: ['PromQL info: metric might not be a counter: "x" (1:5)'] });
    expect((await gate(servers)).verdict).toBe("passed");
  });

  test("is undecided while the Alertmanager cluster is settling", async () => {
    await open([ruleWith()], { cluster: "settling" });
    expect((await gate(servers)).verdict).toBe("undecided");
  });

  test("makes one request wait for a server that is down, and none continues after the end", async () => {
    await open([ruleWith()], {
      faults: {
        prometheus: DOWN,
        alertmanager: [
          { path: "/api/v2/alerts", effect: { kind: "reply", status: 404 } },
          { path: "/api/v2/silences", times: null, effect: { kind: "refuse" } },
        ],
      },
    });
    const run = await gate(servers);
    expect(run.verdict).toBe("invalid");
    expect(servers.prometheus.ledger).toHaveLength(4);
    const asked = servers.alertmanager.ledger.length;
    const lines = run.lines.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([servers.alertmanager.ledger.length, run.lines.length]).toEqual([asked, lines]);
  });

  test("is interrupted by a signal", async () => {
    await open([ruleWith()], {
      faults: { prometheus: [{ path: "/api/v1/rules", times: null, effect: { kind: "hang" } }] },
    });
    const interrupt = new AbortController();
    const running = gate(servers, {}, { interrupt: interrupt.signal });
    setTimeout(() => interrupt.abort(), 50);
    expect((await running).verdict).toBe("interrupted");
  });
});
