import { describe, expect, test } from "@jest/globals";
import { mkdirSync, rmSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gate, service, virtualClock } from "../../test/worlds/metrics-gate.ts";
import { ERRORS, said, useMonitoring } from "../../test/worlds/use-monitoring.ts";

const { current, open } = useMonitoring();

describe("an interrupted run", () => {
  test("a signal while waiting for Prometheus is in the report", async () => {
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    const interrupt = new AbortController();
    const clock = virtualClock();
    const sleep: typeof clock.sleep = async (span, signal) => {
      interrupt.abort();
      await clock.sleep(span, signal);
    };
    try {
      const run = await gate(
        { prometheusUrl: "http://127.0.0.1:9" },
        { "report-file": "report.json" },
        { workspace, clock: { ...clock, sleep }, interrupt: interrupt.signal },
      );
      expect(run.verdict).toBe("interrupted");
      expect(JSON.parse(await readFile(join(workspace, "report.json"), "utf8"))).toMatchObject({
        verdict: "interrupted",
      });
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  });

  test("a signal interrupts the run, and what was measured is kept", async () => {
    await open();
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    const interrupt = new AbortController();
    try {
      const run = await gate(
        current(),
        { "report-file": "report.json" },
        {
          workspace,
          interrupt: interrupt.signal,
          onLine: (line) => void (line.startsWith("3/10") && interrupt.abort()),
        },
      );
      expect(run).toMatchObject({ verdict: "interrupted", exitCode: 130 });
      const report = JSON.parse(await readFile(join(workspace, "report.json"), "utf8")) as {
        verdict: string;
        objectives: { samples: unknown[] }[];
      };
      expect([report.verdict, report.objectives[0]!.samples.length]).toEqual(["interrupted", 3]);
    } finally {
      await rm(workspace, { recursive: true });
    }
  });
});

describe("the report file", () => {
  test("holds every sample with its query; the plot and the JUnit file are written too", async () => {
    await open(service({ errors: 0.2 }));
    const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
    try {
      const run = await gate(
        current(),
        { "report-file": "out/report.json", "plot-file": "out/plot.svg", "junit-file": "out/junit.xml" },
        { workspace },
      );
      expect(run.verdict).toBe("refused");
      expect(run.summary).toContain("out/plot.svg");
      const file = async (name: string) => await readFile(join(workspace, "out", name), "utf8");
      const report = JSON.parse(await file("report.json")) as {
        schemaVersion: number;
        queries: string[];
        objectives: { name: string; samples: { queries: number[]; time: string }[] }[];
      };
      expect(report.schemaVersion).toBe(1);
      const { samples } = report.objectives.find(({ name }) => name === "error rate")!;
      expect(samples.at(-1)!.queries.map((number) => report.queries[number])).toEqual([
        'ai_request_errors_total{track="canary"}[25s]',
        'ai_requests_total{track="canary"}[25s]',
      ]);
      expect(await file("plot.svg")).toContain("metrics-gate: refused");
      expect(await file("junit.xml")).toMatch(/failures="1" errors="2" skipped="1"/);
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  describe("files that cannot be written, and older ones", () => {
    const inWorkspace = async (work: (workspace: string) => Promise<void>) => {
      const workspace = await mkdtemp(join(tmpdir(), "metrics-gate-"));
      await work(workspace).finally(() => rm(workspace, { recursive: true }));
    };
    const FILES = { "report-file": "report.json", "plot-file": "plot.svg", "junit-file": "junit.xml" };

    test.each([
      [1, "refused"],
      [0, "passed"],
    ])(
      "delivery.md 2: if it cannot be written at the end, the verdict stays: errors %d, %s",
      async (errors, verdict) => {
        await open(service({ errors }));
        await inWorkspace(async (workspace) => {
          const occupy = (line: string) => {
            if (!line.startsWith("1/10")) return;
            rmSync(join(workspace, "report.json"));
            mkdirSync(join(workspace, "report.json"));
          };
          const run = await gate(current(), { slos: ERRORS, ...FILES }, { workspace, onLine: occupy });
          expect([run.verdict, run.outputs["reason"], said(run)]).toEqual([
            verdict,
            expect.stringContaining("requests bad"),
            expect.stringContaining('A report is missing: "report.json" is not a regular file'),
          ]);
          expect(await readFile(join(workspace, "junit.xml"), "utf8")).toContain(`errors="0"`);
        });
      },
    );

    test("one outside the workspace is reported before anything is queried", async () => {
      await open();
      await inWorkspace(async (workspace) => {
        await symlink(tmpdir(), join(workspace, "out"));
        const run = await gate(current(), { slos: ERRORS, "plot-file": "out/plot.svg" }, { workspace });
        expect([run.verdict, said(run)]).toEqual(["invalid", expect.stringContaining("outside the workspace")]);
        expect(current().prometheus.ledger).toHaveLength(0);
      });
    });

    test("a run interrupted before the first tick leaves none of an older run that passed", async () => {
      await open();
      await inWorkspace(async (workspace) => {
        for (const file of Object.values(FILES)) await writeFile(join(workspace, file), "passed");
        const interrupt = new AbortController();
        const clock = virtualClock();
        const sleep = async (milliseconds: number, signal?: AbortSignal) => {
          interrupt.abort();
          await clock.sleep(milliseconds, signal);
        };
        const run = await gate(
          current(),
          { slos: ERRORS, ...FILES },
          { workspace, clock: { ...clock, sleep }, interrupt: interrupt.signal },
        );
        expect(run.verdict).toBe("interrupted");
        expect(JSON.parse(await readFile(join(workspace, "report.json"), "utf8"))).toMatchObject({
          verdict: "interrupted",
          objectives: [{ verdict: "undecided", samples: [] }],
        });
        expect(await readFile(join(workspace, "plot.svg"), "utf8")).toContain("metrics-gate: interrupted");
        expect(await readFile(join(workspace, "junit.xml"), "utf8")).toContain('failures="0" errors="1"');
      });
    });
  });
});
