import { describe, expect, test } from "@jest/globals";
import { counter, gate } from "../../test/worlds/metrics-gate.ts";
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
