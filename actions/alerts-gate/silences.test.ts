import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import type { AlertSetup, Monitoring, MonitoringSetup, RuleSetup } from "../../test/stand-ins/prometheus/index.ts";
import { gate, monitoringWith, NAMESPACE, namesIn, ruleWith } from "../../test/worlds/alerts-gate.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

const open = async (rules: readonly RuleSetup[] = [ruleWith()], setup: MonitoringSetup = {}): Promise<Monitoring> =>
  (servers = await monitoringWith(rules, setup));
const said = ({ lines }: MemoryResult) => lines.join("\n");
const DOWN = [{ times: null, effect: { kind: "refuse" } as const }];
const SILENCE = { id: "s1", createdBy: "ann@example.com", comment: "known, see OPS-12", ends: 7_200_000 };

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

describe("silences", () => {
  test("delivery.md 5: shows a silenced alert with who silenced it, why and until when", async () => {
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
  ])("ignores a silence that %s", async (_, silences) => {
    await open([ruleWith({ managed: { silencedBy: ["s1"] } })], { silences });
    expect((await gate(servers)).verdict).toBe("refused");
  });

  test("ignores a silence of another cluster's alert", async () => {
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

  test("accounts for labels that Prometheus adds when sending, and can match them", async () => {
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

  test("counts a silence only for equal labels if the configuration is not accessible", async () => {
    const setup = { without: ["status/config"], silences: [SILENCE] };
    await open([ruleWith({ managed: { silencedBy: ["s1"] } })], setup);
    expect((await gate(servers)).verdict).toBe("passed");
    await servers.close();
    await open([ruleWith({ managed: { silencedBy: ["s1"] } })], { ...setup, externalLabels: { cluster: "a" } });
    expect((await gate(servers)).verdict).toBe("refused");
  });

  test("requires both alerts to be silenced if two Prometheus servers sent the same one", async () => {
    const labels = { alertname: "ErrorsHigh", severity: "critical", namespace: NAMESPACE, pod: "app-1" };
    const twin = { managed: "active" as const, labels };
    await open([ruleWith({ managed: { silencedBy: ["s1"] } })], {
      externalLabels: { cluster: "a" },
      foreign: [twin],
      silences: [SILENCE],
    });
    expect(await gate(servers)).toMatchObject({ verdict: "refused", outputs: { count: "1", silenced: "[]" } });
  });
});
