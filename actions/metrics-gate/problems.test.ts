import { describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { effects } from "../../test/stand-ins/prometheus/index.ts";
import { gate, service } from "../../test/worlds/metrics-gate.ts";
import { ERRORS, LOAD, said, vector, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { current, open } = useMonitoring();

describe("problems that are found before the first tick", () => {
  test("T40, delivery.md 2: a misspelt metric", async () => {
    await open();
    const run = await gate(current(), { slos: ERRORS.replace("ai_requests_total", "ai_request_total") });
    expect([run.verdict, said(run)]).toEqual([
      "invalid",
      expect.stringContaining("errors: Prometheus has never heard of ai_request_total"),
    ]);
  });

  test("T40: a query that Prometheus rejects", async () => {
    await open([...service(), LOAD]);
    const run = await gate(current(), { slos: "- { name: load, query: 'sum(load)', below: 1 }\n" });
    expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining("load: ")]);
  });

  test("a query that cannot be evaluated now affects only its own objective", async () => {
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
    const run = await gate(current(), { slos: `- { name: load, query: load, below: 1 }\n${ERRORS}` });
    expect(run.verdict).toBe("passed");
  });

  test("all problems of the list, each with its line", async () => {
    await open();
    const slos =
      "- name: a\n  ratio: { bad: x, good: y, total: z }\n  below: 1%\n- name: b\n  ratio: { bad: x, total: z }\n  below: 200%\n- name: a\n  latency: { histogram: h, treshold: 1s, quantile: 0.9 }\n- query: up\n  reduce: most\n";
    const run = await gate(current(), { slos });
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
    expect(current().prometheus.ledger).toHaveLength(0);
  });

  test("T38: an unknown environment, with the known ones", async () => {
    await open();
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    try {
      await writeFile(
        join(workspace, "release-actions.yml"),
        `environments:\n  - { name: staging, prometheus: { url: '${current().prometheusUrl}' } }\n  - name: bare\n`,
      );
      const inputs = { "prometheus-url": "", slos: ERRORS };
      const unknown = await gate(current(), { ...inputs, environment: "prod" }, { workspace });
      expect([unknown.verdict, said(unknown)]).toEqual(["invalid", expect.stringContaining("staging, bare")]);
      expect((await gate(current(), { ...inputs, environment: "bare" }, { workspace })).verdict).toBe("invalid");
      expect((await gate(current(), { ...inputs, environment: "staging" }, { workspace })).verdict).toBe("passed");
      expect((await gate(current(), inputs, { workspace })).verdict).toBe("invalid");
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  test("rejected credentials, and none of them in the log", async () => {
    await open(service(), { token: "prometheus-secret" });
    expect((await gate(current(), { slos: ERRORS, token: "prometheus-secret" })).verdict).toBe("passed");
    const run = await gate(current(), { slos: ERRORS, token: "another-secret" });
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
    [{ slos: "- { name: a, query: 'up{track=\"stable\"}', below: 3 }\n" }, 'requires track="stable"'],
  ])("%j", async (inputs, why) => {
    await open();
    const run = await gate(current(), inputs as unknown as Record<string, string>);
    expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining(why)]);
  });
});
