import { describe, expect, test } from "@jest/globals";
import { effects, type MonitoringSetup } from "../../test/stand-ins/prometheus/index.ts";
import { classesOf, counter, gate, reportOf, service, START } from "../../test/worlds/metrics-gate.ts";
import { ERRORS, said, times, vector, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { askLoad, current, open } = useMonitoring();

describe("T39 to T45: what the original script got wrong", () => {
  test("T39: 100 % errors are refused long before the end", async () => {
    await open(service({ errors: 1 }));
    const run = await gate(current());
    expect(run).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(classesOf(run, "error rate")).toEqual(times(2, "violation"));
    expect(said(run)).toContain('Most bad events come from ai_request_errors_total{job="ai", track="canary"}');
  });

  test.each<[string, Parameters<typeof effects.failed>]>([
    ["500", [500, "internal", "broken"]],
    ["503", [503, "unavailable", "starting"]],
    ["422", [422, "execution", "too many samples"]],
    ["429", [429, "too_many_requests", "slow down"]],
  ])("T40: a Prometheus that answers %s does not pass", async (_, failure) => {
    await open(service(), {
      faults: { prometheus: [{ path: "/api/v1/query", times: null, effect: effects.failed(...failure) }] },
    });
    const run = await gate(current(), { slos: ERRORS });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(classesOf(run, "errors")).toEqual(times(10, "query-error"));
    expect((await gate(current(), { slos: ERRORS, "on-no-data": "refuse" })).verdict).toBe("refused");
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
  ])("T40: a server that %s does not pass", async (_, faults) => {
    await open(service(), { faults: faults! });
    expect(await gate(current(), { slos: ERRORS })).toMatchObject({ verdict: "undecided", exitCode: 3 });
  });

  test("T40, delivery.md 1: a service without traffic does not pass", async () => {
    await open(service({ rps: 0 }));
    const run = await gate(current(), { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(classesOf(run, "errors")).toEqual(times(10, "low-traffic"));
  });

  test("T40: few requests do not pass, and the reason says how long it would take", async () => {
    await open(service({ rps: 0.5, errors: 0 }));
    const run = await gate(current(), { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toMatch(/50 requests, 100 needed, about 2 more minutes/);
  });

  test("T41: one bad tool among many is refused", async () => {
    const tools = ["a", "b", "c", "d"].flatMap((tool) =>
      service({ rps: 20, errors: tool === "d" ? 0.5 : 0, labels: { tool } }),
    );
    await open(tools);
    const run = await gate(current());
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

  test("T42: bad events that the total does not have are over every limit", async () => {
    await open([
      ...service({ rps: 0 }),
      { ...counter("ai_request_errors_total", 20), labels: { job: "ai", track: "canary", reason: "x" } },
    ]);
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("refused");
  });

  test.each([
    ["0", "nothing would be measured"],
    ["5s", "nothing would be measured"],
    ["abc", "must be a length of time"],
  ])("T43: a duration of %s is invalid", async (duration, why) => {
    await open();
    const run = await gate(current(), { duration });
    expect(run).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(run)).toContain(why);
    expect(current().prometheus.ledger).toHaveLength(0);
  });

  test("T44: the selector is required, and what it does not select is not measured", async () => {
    await open([...service({ labels: {} }), ...service({ errors: 1, labels: { track: "stable" } })]);
    expect((await gate(current(), { selector: "" })).verdict).toBe("invalid");
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("passed");
    expect((await gate(current(), { slos: ERRORS, selector: "track='stable'" })).verdict).toBe("refused");
  });

  test("T44: a selector that finds nothing has no data", async () => {
    await open();
    const run = await gate(current(), { slos: ERRORS, selector: 'track="cannary"' });
    expect(run.verdict).toBe("undecided");
    expect(said(run)).toContain("no-data 10");
    expect(said(run)).toContain('Last detail: nothing is scraped that has ai_requests_total{track="cannary"}');
  });

  test("T44: nothing before the end of the warmup counts", async () => {
    await open(service({ errors: (time) => (time <= START + 60_000 ? 1 : 0) }));
    expect((await gate(current(), { slos: ERRORS })).verdict).toBe("refused");
    const run = await gate(current(), { slos: ERRORS, warmup: "60s" });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives[0]!.samples[0]).toMatchObject({
      time: new Date(START + 70_000).toISOString(),
      requests: 500,
      bad: 0,
    });
  });

  test("T44: against a baseline, only what affects the canary more is its fault", async () => {
    const slos = ERRORS.replace("1%", "50%");
    const both = async (canary: number, stable: number) => {
      await current()?.close();
      await open([
        ...service({ rps: 50, errors: canary }),
        ...service({ rps: 450, errors: stable, labels: { track: "stable" } }),
      ]);
      return await gate(current(), { slos, baseline: 'track="stable"', duration: "300s" });
    };
    expect((await both(0.2, 0.02)).verdict).toBe("refused");
    const alike = await both(0.05, 0.05);
    expect(alike.verdict).toBe("passed");
    expect(alike.summary).toContain("× the baseline");
  });

  test("T45: a value on the limit violates it", async () => {
    expect((await askLoad(vector(0.01), "below: 0.01")).verdict).toBe("refused");
    await current().close();
    expect((await askLoad(vector(5), "above: 5")).verdict).toBe("refused");
  });

  test("T45: one violation in the middle of a run is decisive in mode count", async () => {
    await open(service({ errors: (time) => (time > START + 40_000 && time <= START + 50_000 ? 0.1 : 0) }));
    const run = await gate(current(), { slos: ERRORS, mode: "count" });
    expect(run).toMatchObject({ verdict: "refused", outputs: { violations: "1" } });
  });

  test("T45, delivery.md 9: an answer with warnings is incomplete", async () => {
    await open(service(), { warnings: ["store x did not answer"] });
    const run = await gate(current(), { slos: ERRORS });
    expect(run.verdict).toBe("undecided");
    expect(classesOf(run, "errors")).toEqual(times(10, "partial"));
    expect(run.summary).toContain("store x did not answer");
  });

  test("T45: a scalar is a value", async () => {
    expect((await askLoad({ resultType: "scalar", result: [START / 1000, "3"] }, "below: 4")).verdict).toBe("passed");
  });
});
