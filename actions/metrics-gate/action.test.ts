import { describe, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/prometheus/index.ts";
import { classesOf, counter, gate, reportOf, service, START, virtualClock } from "../../test/worlds/metrics-gate.ts";
import { ERRORS, said, times, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { current, open } = useMonitoring();

describe("the default objectives", () => {
  test("a healthy service passes", async () => {
    await open();
    const run = await gate(current());
    expect(run).toMatchObject({
      verdict: "passed",
      exitCode: 0,
      outputs: { violations: "0", samples: "10", requests: "5000" },
    });
    for (const name of ["error rate", "p95", "p99", "request rate"])
      expect(classesOf(run, name)).toEqual(times(10, "ok"));
  });
});

describe("the run", () => {
  test("sends each distinct query once per tick, all for the same time, on a fixed grid", async () => {
    await open();
    await gate(current());
    const asked = current()
      .prometheus.ledger.filter(({ url }) => url.endsWith("/query"))
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

  test("skips a tick whose time has passed, and counts its events with the next one", async () => {
    await open(service({ errors: 0 }));
    const clock = virtualClock();
    let slept = 0;
    const stalled = {
      ...clock,
      sleep: async (milliseconds: number, signal?: AbortSignal) =>
        await clock.sleep(milliseconds + ((slept += 1) === 3 ? 17_000 : 0), signal),
    };
    const run = await gate(current(), { slos: ERRORS }, { clock: stalled });
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

  test("many objectives: the log line and the output show the worst", async () => {
    await open([...service({ errors: 0 }), counter("bad_total", 5)]);
    const good = Array.from({ length: 300 }, (_, index) => ERRORS.replace("errors", `number ${index}`)).join("");
    const run = await gate(current(), {
      slos: `${good}${ERRORS.replace("errors", "the bad one").replace("ai_request_errors_total", "bad_total")}`,
    });
    expect(run.verdict).toBe("refused");
    expect(run.lines.find((line) => line.startsWith("2/10"))).toMatch(/ {2}the bad one █+ 10 %.* {2}and 297 more$/);
    expect(Buffer.byteLength(run.outputs["report"]!)).toBeLessThanOrEqual(64 * 1024);
    expect(reportOf(run)).toMatchObject({ truncated: true });
    expect(reportOf(run).objectives[0]!.name).toBe("the bad one");
    expect(reportOf(run).objectives[0]!.samples.length).toBeGreaterThan(0);
  });

  test("queries that differ in one label are sent together, and separately after an error", async () => {
    const tools = ["a", "b", "c"].flatMap((tool) => service({ errors: tool === "c" ? 0.5 : 0, labels: { tool } }));
    const slos = ["a", "b", "c"]
      .map(
        (tool) =>
          `- { name: ${tool}, ratio: { bad: 'ai_request_errors_total{tool="${tool}"}', total: 'ai_requests_total{tool="${tool}"}' }, below: 1% }\n`,
      )
      .join("");
    await open(tools);
    const run = await gate(current(), { slos });
    expect(run.verdict).toBe("refused");
    expect(
      reportOf(run)
        .objectives.filter(({ verdict }) => verdict === "refused")
        .map(({ name }) => name),
    ).toEqual(["c"]);
    expect(reportOf(run).objectives[0]!.samples[0]!.queries[0]).toBe(
      'ai_request_errors_total{tool="c",track="canary"}[310s]',
    );
    const asked = () => current().prometheus.ledger.filter(({ url }) => url.endsWith("/query")).length;
    expect(asked()).toBe(2 * reportOf(run).objectives[0]!.samples.length);
    current().prometheus.faults.add({
      path: "/api/v1/query",
      times: 2,
      effect: effects.failed(422, "execution", "query processing would load too many samples into memory"),
    });
    const apart = await gate(current(), { slos });
    expect(apart.verdict).toBe("refused");
    expect(classesOf(apart, "c")).toEqual(["query-error", "violation"]);
  });

  test("a dry-run objective is judged and shown, and does not count", async () => {
    await open(service({ errors: 1 }));
    const slos = `${ERRORS.replace(" }\n", ", dry-run: true }\n")}- { name: slow, latency: { histogram: ai_request_duration_seconds, threshold: 1s, quantile: 0.95 } }\n`;
    const run = await gate(current(), { slos });
    expect(run.verdict).toBe("passed");
    expect(reportOf(run).objectives.find(({ name }) => name === "errors")!.verdict).toBe("refused");
  });

  test("more good events than total events prove nothing", async () => {
    await open([counter("good_total", 30, { code: "200" }), counter("good_total", 20, { code: "500" })]);
    const run = await gate(current(), {
      slos: "- { name: swapped, ratio: { good: good_total, total: 'good_total{code=\"200\"}' }, below: 1% }\n",
    });
    expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(classesOf(run, "swapped")).toEqual(times(10, "invalid"));
    expect(said(run)).toContain("what total selects is not all that good does");
  });

  test("good events, and selectors that are added", async () => {
    await open([
      counter("good_total", 30, { code: "200" }),
      counter("good_total", 19, { code: "204" }),
      counter("web_total", 25),
      counter("api_total", 25),
    ]);
    const slos =
      "- { name: ok, ratio: { good: 'good_total{code=~\"2..\"}', total: [web_total, api_total] }, below: 1% }\n";
    const run = await gate(current(), { slos });
    expect(run.verdict).toBe("refused");
    expect(reportOf(run).objectives[0]!.samples[0]).toMatchObject({ requests: 500, bad: 10 });
  });
});
