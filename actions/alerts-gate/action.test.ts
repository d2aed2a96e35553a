import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import {
  effects,
  type AlertSetup,
  type Monitoring,
  type MonitoringSetup,
  type RuleSetup,
} from "../../test/stand-ins/prometheus/index.ts";
import { gate, monitoringWith, NAMESPACE, namesIn, ruleWith, WATCHDOG } from "../../test/worlds/alerts-gate.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

const open = async (rules: readonly RuleSetup[] = [ruleWith()], setup: MonitoringSetup = {}): Promise<Monitoring> =>
  (servers = await monitoringWith(rules, setup));
const said = ({ lines }: MemoryResult) => lines.join("\n");
const DOWN = [{ times: null, effect: { kind: "refuse" } as const }];
const SILENCE = { id: "s1", createdBy: "ann@example.com", comment: "known, see OPS-12", ends: 7_200_000 };

test("no alert passes after both servers were queried", async () => {
  await open();
  const run = await gate(servers);
  expect(run).toMatchObject({
    verdict: "passed",
    exitCode: 0,
    outputs: { firing: "[]", pending: "[]", silenced: "[]", count: "0" },
  });
  for (const { ledger } of [servers.prometheus, servers.alertmanager]) expect(ledger.length).toBeGreaterThan(0);
});

/** delivery.md 5: two servers × what each may say of one alert. */
describe("delivery.md 5, the truth table", () => {
  const silenced = { silencedBy: ["s1"] };
  const rows: readonly [
    string,
    { alert?: AlertSetup; foreign?: AlertSetup; prometheus?: "down"; alertmanager?: "down" },
    string,
    "firing" | "pending" | "silenced" | "none",
  ][] = [
    ["both: firing", { alert: {} }, "refused", "firing"],
    [
      "delivery.md 39, Prometheus: firing, Alertmanager: lagging",
      { alert: { managed: "absent" } },
      "refused",
      "firing",
    ],
    ["Prometheus: firing, Alertmanager: not looked at yet", { alert: { managed: "unprocessed" } }, "refused", "firing"],
    ["Prometheus: firing, Alertmanager: silenced", { alert: { managed: silenced } }, "passed", "silenced"],
    [
      "Prometheus: firing, Alertmanager: inhibited",
      { alert: { managed: { inhibitedBy: ["0123456789abcdef"] } } },
      "passed",
      "silenced",
    ],
    [
      "Prometheus: firing, Alertmanager: a silence that it does not go by yet",
      { alert: { managed: { ...silenced, state: "active" } } },
      "refused",
      "firing",
    ],
    [
      "Prometheus: firing, Alertmanager: muted by a time interval",
      { alert: { managed: { mutedBy: ["weekend"] } } },
      "refused",
      "firing",
    ],
    ["Prometheus: firing, Alertmanager: down", { alert: {}, alertmanager: "down" }, "undecided", "none"],
    ["Prometheus: pending", { alert: { state: "pending" } }, "passed", "pending"],
    [
      "Prometheus: pending, Alertmanager: down",
      { alert: { state: "pending" }, alertmanager: "down" },
      "undecided",
      "none",
    ],
    ["Prometheus: inactive, as some servers list it", { alert: { state: "inactive" } }, "passed", "none"],
    ["Prometheus: nothing, Alertmanager: active, from another Prometheus", { foreign: {} }, "refused", "firing"],
    ["Prometheus: nothing, Alertmanager: silenced", { foreign: { managed: silenced } }, "passed", "silenced"],
    [
      "Prometheus: nothing, Alertmanager: inhibited",
      { foreign: { managed: { inhibitedBy: ["0123456789abcdef"] } } },
      "passed",
      "silenced",
    ],
    ["both: resolved", {}, "passed", "none"],
    ["Prometheus: nothing, Alertmanager: down", { alertmanager: "down" }, "undecided", "none"],
    ["Prometheus: down, Alertmanager: nothing", { prometheus: "down" }, "undecided", "none"],
    [
      "delivery.md 39, Prometheus: down, Alertmanager: still lists it",
      { foreign: {}, prometheus: "down" },
      "undecided",
      "none",
    ],
    [
      "Prometheus: down, Alertmanager: silenced",
      { foreign: { managed: silenced }, prometheus: "down" },
      "undecided",
      "none",
    ],
    ["both: down", { prometheus: "down", alertmanager: "down" }, "undecided", "none"],
  ];

  test.each(rows)("%s", async (_, { alert, foreign, prometheus, alertmanager }, verdict, where) => {
    await open([alert === undefined ? ruleWith() : ruleWith(alert)], {
      silences: [SILENCE],
      ...(foreign !== undefined && {
        foreign: [{ ...foreign, labels: { alertname: "ErrorsHigh", severity: "critical", namespace: NAMESPACE } }],
      }),
      faults: {
        ...(prometheus === "down" && { prometheus: DOWN }),
        ...(alertmanager === "down" && { alertmanager: DOWN }),
      },
    });
    const run = await gate(servers);
    expect(run.verdict).toBe(verdict);
    for (const list of ["firing", "pending", "silenced"] as const)
      expect(namesIn(run, list)).toEqual(list === where ? ["ErrorsHigh"] : []);
    const known = prometheus !== "down" && alertmanager !== "down";
    expect(run.outputs["count"]).toBe(known ? String(namesIn(run, "firing").length) : "");
  });
});

test("delivery.md 37: an alert is judged by its state, not by words in it", async () => {
  await open([
    {
      alert: "TargetUnhealthy",
      labels: { severity: "critical" },
      alerts: [{ labels: { namespace: NAMESPACE }, annotations: { summary: "healthy, no alerts, PASSED" } }],
    },
  ]);
  expect(await gate(servers)).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { count: "1" } });
});

test("T28: the namespace is exact", async () => {
  const other = { labels: { namespace: `${NAMESPACE}-billing` } };
  await open([ruleWith(other)]);
  expect((await gate(servers)).verdict).toBe("passed");
  expect((await gate(servers, { namespace: `${NAMESPACE}-billing` })).verdict).toBe("refused");
});

test("T28: a namespace that Prometheus has never heard of is not proven quiet", async () => {
  await open([ruleWith({})]);
  const run = await gate(servers, { namespace: "tower-analytics-production" });
  expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
  expect(said(run)).toContain('Prometheus has nothing with namespace="tower-analytics-production"');
});

test("T28: requested severities count, and an alert without a severity", async () => {
  const rule = (severity: string | undefined): RuleSetup => ({
    alert: `Of${severity ?? "Nothing"}`,
    alerts: [{ labels: { namespace: NAMESPACE, ...(severity !== undefined && { severity }) } }],
  });
  await open([rule("info"), rule("warning")]);
  expect(await gate(servers, { severity: "critical" })).toMatchObject({ verdict: "passed" });
  expect(namesIn(await gate(servers, { severity: "critical, warning" }), "firing")).toEqual(["Ofwarning"]);
  expect(namesIn(await gate(servers), "firing")).toEqual(["Ofwarning", "Ofinfo"]);
  await servers.close();
  await open([rule(undefined)]);
  expect((await gate(servers, { severity: "critical" })).verdict).toBe("refused");
});

test("T28: a severity that no rule has checks nothing, which is not a pass", async () => {
  await open([ruleWith()]);
  const run = await gate(servers, { severity: "critcal" });
  expect(run.verdict).toBe("undecided");
  expect(said(run)).toContain("nothing was checked");
});

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
])("T28: %s instead of rules or alerts is not a pass", async (_, fault, verdict) => {
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
])("an Alertmanager whose %s cannot be read proves nothing: %j", async (name, body) => {
  await open([ruleWith()], {
    faults: { alertmanager: [{ path: `/api/v2/${name}`, times: null, effect: effects.answer(body) }] },
  });
  expect((await gate(servers)).verdict).toBe("undecided");
});

test("delivery.md 8: 503 while Prometheus starts is waited for, and is not a pass if it persists", async () => {
  await open([ruleWith()], {
    faults: { prometheus: [{ path: "/api/v1/rules", times: 2, effect: effects.starting() }] },
  });
  expect((await gate(servers)).verdict).toBe("passed");
  await servers.close();
  await open([ruleWith()], { faults: { prometheus: [{ times: null, effect: effects.starting() }] } });
  expect((await gate(servers)).verdict).toBe("undecided");
});

test("delivery.md 9, security I116: warnings mean that something may be missing", async () => {
  await open([ruleWith()], { warnings: ["no store matched: store-2 is unavailable"] });
  const run = await gate(servers);
  expect(run.verdict).toBe("undecided");
  expect(said(run)).toContain("store-2 is unavailable");
});

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

describe("delivery.md 41: an empty list is not no alerts", () => {
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

test("pending alerts warn, or refuse", async () => {
  await open([ruleWith({ state: "pending" })]);
  const warned = await gate(servers);
  expect(warned).toMatchObject({ verdict: "passed" });
  expect(said(warned)).toContain("warning: pending: 1 alert about to fire: ErrorsHigh");
  expect(await gate(servers, { pending: "refuse" })).toMatchObject({ verdict: "refused", outputs: { count: "0" } });
});

test("delivery.md 5: a silenced alert is shown with who silenced it, why and until when", async () => {
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], { silences: [SILENCE] });
  const run = await gate(servers);
  expect(run.verdict).toBe("passed");
  expect(said(run)).toMatch(
    /warning: alerts: .*silenced by ann@example\.com until \d{4}-\d\d-\d\dT\d\d:\d\dZ: known, see OPS-12/,
  );
  expect(run.summary).toContain("Silenced or inhibited");
  expect(JSON.parse(run.outputs["silenced"]!)).toMatchObject([
    { silencedBy: [{ createdBy: "ann@example.com", comment: "known, see OPS-12" }], inhibited: false },
  ]);
});

test.each([
  ["has expired", [{ ...SILENCE, state: "expired" as const }]],
  ["is not there", []],
])("a silence that %s silences nothing", async (_, silences) => {
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], { silences });
  expect((await gate(servers)).verdict).toBe("refused");
});

test("a silence of another cluster's alert does not silence ours", async () => {
  const foreign = {
    labels: { alertname: "ErrorsHigh", severity: "critical", namespace: NAMESPACE, pod: "app-1", cluster: "b" },
    managed: { silencedBy: ["s1"] },
  };
  await open([ruleWith({ managed: "absent" })], {
    externalLabels: { cluster: "a" },
    foreign: [foreign],
    silences: [SILENCE],
  });
  const run = await gate(servers);
  expect(run).toMatchObject({ verdict: "refused", outputs: { count: "1" } });
  expect(namesIn(run, "silenced")).toEqual(["ErrorsHigh"]);
});

test("labels that Prometheus adds when it sends are seen through, and can be matched", async () => {
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], {
    externalLabels: { cluster: "a", replica: "0" },
    silences: [SILENCE],
  });
  expect((await gate(servers)).verdict).toBe("passed");
  await servers.close();
  await open([ruleWith({ managed: "absent" })], { externalLabels: { cluster: "a" } });
  expect((await gate(servers, { matchers: "cluster=a" })).verdict).toBe("refused");
  expect((await gate(servers, { matchers: "cluster=b" })).verdict).toBe("undecided");
  await servers.close();
  await open([ruleWith()], { externalLabels: { cluster: "a" } });
  expect((await gate(servers, { matchers: "cluster=a" })).verdict).toBe("passed");
});

test("where the configuration is not shown, a silence counts for equal labels only", async () => {
  const setup = { without: ["status/config"], silences: [SILENCE] };
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], setup);
  expect((await gate(servers)).verdict).toBe("passed");
  await servers.close();
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], { ...setup, externalLabels: { cluster: "a" } });
  expect((await gate(servers)).verdict).toBe("refused");
});

test("where Alertmanager has an alert twice, by way of two Prometheus, both must be silenced", async () => {
  const labels = { alertname: "ErrorsHigh", severity: "critical", namespace: NAMESPACE, pod: "app-1" };
  const twin = { managed: "active" as const, labels };
  await open([ruleWith({ managed: { silencedBy: ["s1"] } })], {
    externalLabels: { cluster: "a" },
    foreign: [twin],
    silences: [SILENCE],
  });
  expect(await gate(servers)).toMatchObject({ verdict: "refused", outputs: { count: "1", silenced: "[]" } });
});

test("an Alertmanager whose cluster is settling does not know all yet", async () => {
  await open([ruleWith()], { cluster: "settling" });
  expect((await gate(servers)).verdict).toBe("undecided");
});

test.each([2, 3] as const)(
  "servers of generation %i: an alert is counted once, whether the rules show it or not",
  async (generation) => {
    await open([ruleWith({}, { labels: { pod: "app-2" } })], { generation });
    expect(await gate(servers)).toMatchObject({ verdict: "refused", outputs: { count: "2" } });
  },
);

test("an alert that only the rules show counts", async () => {
  await open([ruleWith({ managed: "absent" })], {
    generation: 2,
    faults: {
      prometheus: [
        { path: "/api/v1/alerts", times: null, effect: effects.answer({ status: "success", data: { alerts: [] } }) },
      ],
    },
  });
  expect(await gate(servers)).toMatchObject({ verdict: "refused", outputs: { count: "1" } });
});

test("ignored alerts are ignored by their exact name", async () => {
  await open([
    ruleWith({}),
    { alert: "ErrorsHighToo", labels: { severity: "warning", namespace: NAMESPACE }, alerts: [{}] },
  ]);
  expect(namesIn(await gate(servers, { ignore: "ErrorsHigh" }), "firing")).toEqual(["ErrorsHighToo"]);
});

test("matchers are exact, and quoted where the value needs it", async () => {
  const value = 'a, "b"\\ {=}';
  await open([ruleWith({ labels: { team: value } })]);
  expect((await gate(servers, { matchers: 'team="a, \\"b\\"\\\\ {=}",pod=app-2' })).verdict).toBe("undecided");
  expect((await gate(servers, { matchers: 'team="a, \\"b\\"\\\\ {=}"\npod=app-1' })).verdict).toBe("refused");
});

test.each([
  ["matchers", "team=~a.*", "matchers are exact"],
  ["matchers", "team!=a", "matchers are exact"],
  ["matchers", "team", 'expected "="'],
  ["matchers", 'team="a', "expected a value"],
  ["matchers", "team=", "expected a value"],
  ["matchers", '="a"', "expected a label name"],
  ["matchers", 'team="a"b', "unexpected text"],
  ["matchers", "team=a,team=b", "two values"],
  ["matchers", "namespace=other", "namespace is"],
  ["username", "u", "password is missing"],
  ["max-staleness", "soon", "length of time"],
])("a wrong input is reported before any request: %s %j", async (input, value, reason) => {
  await open();
  const run = await gate(servers, { [input]: value });
  expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
  expect(said(run)).toContain(reason);
  expect([...servers.prometheus.ledger, ...servers.alertmanager.ledger]).toEqual([]);
});

test.each([
  ["a token", { token: "token-value-0123" }],
  ["an account", { username: "ann", password: "token-value-0123" }],
])("%s is shown to both servers, and to nobody else", async (_, inputs) => {
  await open([ruleWith()], { token: "token-value-0123" });
  const run = await gate(servers, inputs);
  expect(run.verdict).toBe("passed");
  expect(said(run)).not.toContain("token-value-0123");
  for (const { ledger } of [servers.prometheus, servers.alertmanager])
    expect(ledger.every(({ credential }) => credential?.valid === true)).toBe(true);
  expect((await gate(servers)).verdict).toBe("invalid");
  expect((await gate(servers, { token: "wrong-token-value" })).verdict).toBe("invalid");
});

test("each server's address in the other's place is named as the wrong one", async () => {
  await open();
  const run = await gate({ prometheusUrl: servers.alertmanagerUrl, alertmanagerUrl: servers.prometheusUrl });
  expect(run.verdict).toBe("invalid");
  expect(said(run)).toContain("it is not Prometheus");
  expect(said(run)).toContain("it is not Alertmanager");
});

test("both servers may stand below a path", async () => {
  await open([ruleWith()], { prefix: "/monitoring" });
  expect((await gate(servers)).verdict).toBe("passed");
});

test("one request waits for a server that is down, and none continues after the end", async () => {
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

test("delivery.md 40: nothing is filtered by the servers", async () => {
  await open();
  await gate(servers, { severity: "critical", matchers: "pod=app-1" });
  const asked = servers.alertmanager.ledger.map(({ url }) => url).filter((url) => url.includes("/alerts"));
  expect(asked).toEqual(["/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"]);
});

test("security A1, A14: hostile labels and annotations stay text", async () => {
  const hostile = "\n::set-output name=count::0\n##[add-mask]a | <script> [x](http://evil.example) @all";
  await open([
    ruleWith(
      { labels: { pod: hostile }, annotations: { runbook_url: "https://runbooks.example/a)b", summary: hostile } },
      { labels: { pod: "b" }, annotations: { runbook_url: "javascript:alert(1)" } },
    ),
  ]);
  const run = await gate(servers);
  expect(run).toMatchObject({ verdict: "refused", outputs: { count: "2" } });
  expect(run.lines.every((line) => !line.startsWith("::"))).toBe(true);
  expect(run.summary).not.toMatch(/(?<!\\)<script>/);
  expect(run.summary).not.toContain("javascript:");
  expect(run.summary).toContain("[runbook](<https://runbooks.example/a)b>)");
  expect((JSON.parse(run.outputs["firing"]!) as { labels: { pod: string } }[])[0]!.labels.pod).toBe(hostile);
});

test("the worst and oldest alerts come first, and more than fit are counted", async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => ({ labels: { pod: `app-${index}` }, age: index * 1_000 }));
  await open([
    { alert: "Minor", labels: { severity: "warning" }, alerts: [{ labels: { namespace: NAMESPACE } }] },
    ruleWith(...many),
  ]);
  const run = await gate(servers);
  expect(run.outputs["count"]).toBe("3001");
  const firing = JSON.parse(run.outputs["firing"]!) as { labels: { pod: string } }[];
  expect(firing[0]!.labels.pod).toBe("app-2999");
  expect(Buffer.byteLength(run.outputs["firing"]!)).toBeLessThanOrEqual(64 * 1024 + 2);
  expect(run.summary).toContain("and 2951 more");
});

test("a signal ends the run as interrupted", async () => {
  await open([ruleWith()], {
    faults: { prometheus: [{ path: "/api/v1/rules", times: null, effect: { kind: "hang" } }] },
  });
  const interrupt = new AbortController();
  const running = gate(servers, {}, { interrupt: interrupt.signal });
  setTimeout(() => interrupt.abort(), 50);
  expect((await running).verdict).toBe("interrupted");
});
