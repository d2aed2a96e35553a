import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import {
  effects,
  type Monitoring,
  type MonitoringSetup,
  type RuleSetup,
} from "../../test/stand-ins/prometheus/index.ts";
import { gate, monitoringWith, NAMESPACE, namesIn, ruleWith } from "../../test/worlds/alerts-gate.ts";

let servers: Monitoring;
afterEach(() => servers?.close());

const open = async (rules: readonly RuleSetup[] = [ruleWith()], setup: MonitoringSetup = {}): Promise<Monitoring> =>
  (servers = await monitoringWith(rules, setup));
const said = ({ lines }: MemoryResult) => lines.join("\n");

describe("inputs and credentials", () => {
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
  ])("reports a wrong input before any request: %s %j", async (input, value, reason) => {
    await open();
    const run = await gate(servers, { [input]: value });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain(reason);
    expect([...servers.prometheus.ledger, ...servers.alertmanager.ledger]).toEqual([]);
  });

  test.each([
    ["a token", { token: "token-value-0123" }],
    ["an account", { username: "ann", password: "token-value-0123" }],
  ])("sends %s to both servers, and to nobody else", async (_, inputs) => {
    await open([ruleWith()], { token: "token-value-0123" });
    const run = await gate(servers, inputs);
    expect(run.verdict).toBe("passed");
    expect(said(run)).not.toContain("token-value-0123");
    for (const { ledger } of [servers.prometheus, servers.alertmanager])
      expect(ledger.every(({ credential }) => credential?.valid === true)).toBe(true);
    expect((await gate(servers)).verdict).toBe("invalid");
    expect((await gate(servers, { token: "wrong-token-value" })).verdict).toBe("invalid");
  });

  test("names each server's address in place of the other's as wrong", async () => {
    await open();
    const run = await gate({ prometheusUrl: servers.alertmanagerUrl, alertmanagerUrl: servers.prometheusUrl });
    expect(run.verdict).toBe("invalid");
    expect(said(run)).toContain("it is not Prometheus");
    expect(said(run)).toContain("it is not Alertmanager");
  });

  test("supports both servers below a path", async () => {
    await open([ruleWith()], { prefix: "/monitoring" });
    expect((await gate(servers)).verdict).toBe("passed");
  });
});

describe("which alerts count", () => {
  test("T28: compares the namespace exactly", async () => {
    const other = { labels: { namespace: `${NAMESPACE}-billing` } };
    await open([ruleWith(other)]);
    expect((await gate(servers)).verdict).toBe("passed");
    expect((await gate(servers, { namespace: `${NAMESPACE}-billing` })).verdict).toBe("refused");
  });

  test("T28: is undecided about a namespace that Prometheus has never heard of", async () => {
    await open([ruleWith({})]);
    const run = await gate(servers, { namespace: "tower-analytics-production" });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(said(run)).toContain('Prometheus has nothing with namespace="tower-analytics-production"');
  });

  test("T28: counts the requested severities, and alerts without a severity", async () => {
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

  test("T28: does not pass with a severity that no rule has, because nothing was checked", async () => {
    await open([ruleWith()]);
    const run = await gate(servers, { severity: "critcal" });
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("nothing was checked");
  });

  test("ignores alerts by their exact name", async () => {
    await open([
      ruleWith({}),
      { alert: "ErrorsHighToo", labels: { severity: "warning", namespace: NAMESPACE }, alerts: [{}] },
    ]);
    expect(namesIn(await gate(servers, { ignore: "ErrorsHigh" }), "firing")).toEqual(["ErrorsHighToo"]);
  });

  test("matches labels exactly, and quotes values where needed", async () => {
    const value = 'a, "b"\\ {=}';
    await open([ruleWith({ labels: { team: value } })]);
    expect((await gate(servers, { matchers: 'team="a, \\"b\\"\\\\ {=}",pod=app-2' })).verdict).toBe("undecided");
    expect((await gate(servers, { matchers: 'team="a, \\"b\\"\\\\ {=}"\npod=app-1' })).verdict).toBe("refused");
  });

  test("delivery.md 40: does not let the servers filter anything", async () => {
    await open();
    await gate(servers, { severity: "critical", matchers: "pod=app-1" });
    const asked = servers.alertmanager.ledger.map(({ url }) => url).filter((url) => url.includes("/alerts"));
    expect(asked).toEqual(["/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"]);
  });
});

describe("hostile text", () => {
  test("security A1, A14: keeps hostile labels and annotations as text", async () => {
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
});

describe("the alerts of both servers", () => {
  test("passes without alerts only after querying both servers", async () => {
    await open();
    const run = await gate(servers);
    expect(run).toMatchObject({
      verdict: "passed",
      exitCode: 0,
      outputs: { firing: "[]", pending: "[]", silenced: "[]", count: "0" },
    });
    for (const { ledger } of [servers.prometheus, servers.alertmanager]) expect(ledger.length).toBeGreaterThan(0);
  });

  test("delivery.md 37: judges an alert by its state, not by words in it", async () => {
    await open([
      {
        alert: "TargetUnhealthy",
        labels: { severity: "critical" },
        alerts: [{ labels: { namespace: NAMESPACE }, annotations: { summary: "healthy, no alerts, PASSED" } }],
      },
    ]);
    expect(await gate(servers)).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { count: "1" } });
  });

  test("warns about pending alerts, or refuses them", async () => {
    await open([ruleWith({ state: "pending" })]);
    const warned = await gate(servers);
    expect(warned).toMatchObject({ verdict: "passed" });
    expect(said(warned)).toContain("warning: pending: 1 alert about to fire: ErrorsHigh");
    expect(await gate(servers, { pending: "refuse" })).toMatchObject({ verdict: "refused", outputs: { count: "0" } });
  });

  test.each([2, 3] as const)(
    "servers of generation %i: count an alert once, whether the rules show it or not",
    async (generation) => {
      await open([ruleWith({}, { labels: { pod: "app-2" } })], { generation });
      expect(await gate(servers)).toMatchObject({ verdict: "refused", outputs: { count: "2" } });
    },
  );

  test("counts an alert that only the rules show", async () => {
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

  test("lists the worst and oldest alerts first, and counts those that do not fit", async () => {
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
});
