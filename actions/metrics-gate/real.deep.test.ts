import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HISTORY, startRealMonitoring, writeHistory, type RealMonitoring } from "../../test/monitoring/index.ts";
import { ring } from "../../test/rings.ts";
import { listen, portOf, shut } from "../../test/stand-ins/shared/listen.ts";
import type { SeriesSetup } from "../../test/stand-ins/prometheus/index.ts";
import { classesOf, counter, gate, prometheusWith, reportOf, service, START } from "../../test/worlds/metrics-gate.ts";

const ERRORS = "- { name: errors, ratio: { bad: ai_request_errors_total, total: ai_requests_total }, below: 1% }\n";
const WITHOUT_ERRORS = ERRORS.replace("total }", "total, bad-may-be-absent: true }");
const P99 = "- { name: p99, latency: { histogram: ai_request_duration_seconds, threshold: 2s, quantile: 0.99 } }\n";
const during = (from: number, to: number, share: number) => (time: number) =>
  time > START + from * 1_000 && time <= START + to * 1_000 ? share : 0;

/** A separate track for each case, so that one history holds all of them. */
const CASES: Readonly<Record<string, { series: SeriesSetup[]; inputs?: Record<string, string>; verdict: string }>> = {
  "a healthy service": { series: service({ errors: 0.001 }), verdict: "passed" },
  "T39: 100 % errors": { series: service({ errors: 1 }), verdict: "refused" },
  "T40: no traffic": { series: service({ rps: 0 }), inputs: { slos: ERRORS }, verdict: "undecided" },
  "T41: one bad tool among four": {
    series: ["a", "b", "c", "d"].flatMap((tool) =>
      service({ rps: 20, errors: tool === "d" ? 0.5 : 0, labels: { tool } }),
    ),
    verdict: "refused",
  },
  "T41: of tools with their own share each": {
    series: ["a", "b"].flatMap((tool) => service({ rps: 20, errors: tool === "b" ? 0.5 : 0, labels: { tool } })),
    inputs: {
      slos: "- { name: tools, query: 'sum by (tool) (rate(ai_request_errors_total[1m])) / sum by (tool) (rate(ai_requests_total[1m]))', reduce: each, below: 10% }\n",
      "max-violations": "0",
    },
    verdict: "refused",
  },
  "delivery.md 1: idle, as a quotient": {
    series: service({ rps: 0 }),
    inputs: {
      slos: "- { name: quotient, query: 'sum(rate(ai_request_errors_total[$window])) / sum(rate(ai_requests_total[$window]))', below: 1% }\n",
    },
    verdict: "undecided",
  },
  "delivery.md 2: no error yet": {
    series: service().filter(({ metric }) => metric !== "ai_request_errors_total"),
    inputs: { slos: WITHOUT_ERRORS },
    verdict: "passed",
  },
  "delivery.md 4: infinite": {
    series: service(),
    inputs: { slos: "- { name: infinite, query: sum(ai_requests_total) / 0, above: 1 }\n" },
    verdict: "undecided",
  },
  "delivery.md 5: a range whose end is bad": {
    series: [{ metric: "depth", labels: {}, value: (time) => (time > START + 57_000 ? 50 : 0) }],
    inputs: { slos: "- { name: depth, query: 'depth[1m]', below: 40 }\n", "max-violations": "0" },
    verdict: "refused",
  },
  "delivery.md 12: slow, judged inside a bucket": {
    series: service({ slow: 0.2, slowest: 0.15 }),
    inputs: { slos: P99 },
    verdict: "refused",
  },
  "delivery.md 12: neither fast nor slow for sure": {
    series: service({ slow: 0.04, slowest: 0.001 }),
    inputs: { slos: P99 },
    verdict: "undecided",
  },
  "delivery.md 13: the first error of a new series": {
    series: [
      ...service({ errors: 0 }),
      {
        ...counter("ai_request_errors_total", 0, { reason: "new" }),
        value: (time: number) => (time > START + 42_000 ? 1 : undefined),
      },
    ],
    inputs: { slos: ERRORS },
    verdict: "passed",
  },
  "delivery.md 14: a reset": {
    series: service({ errors: 0 }).map((one) =>
      one.metric === "ai_requests_total"
        ? {
            ...one,
            value: (time: number) =>
              time < START + 35_000 ? 1_000_000 + (time - START) / 20 : (time - START - 35_000) / 20,
          }
        : one,
    ),
    inputs: { slos: ERRORS },
    verdict: "passed",
  },
  "a target that goes away": {
    series: service().map((one) => ({
      ...one,
      value: (time: number) => (time < START + 30_000 ? one.value!(time) : undefined),
    })),
    inputs: { slos: ERRORS },
    verdict: "undecided",
  },
  "T44: bad before the warm-up's end": {
    series: service({ errors: during(-3_600, 60, 1) }),
    inputs: { slos: ERRORS, warmup: "60s" },
    verdict: "passed",
  },
  "T45: on the limit": {
    series: [{ metric: "level", labels: {}, value: () => 5 }],
    inputs: { slos: "- { name: level, query: level, below: 5 }\n" },
    verdict: "refused",
  },
};

ring("metrics-gate, against a real Prometheus", HISTORY, () => {
  let directory: string;
  beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), "metrics-gate-"))));
  afterAll(() => rm(directory, { recursive: true, force: true }));

  describe("with history", () => {
    let servers: RealMonitoring;
    const trackOf = (name: string) => `t${Object.keys(CASES).indexOf(name)}`;
    const seriesOf = (name: string) =>
      CASES[name]!.series.map((one) => ({ ...one, labels: { ...one.labels, track: trackOf(name) } }));
    const run = async (at: { prometheusUrl: string }, name: string, more: Record<string, string> = {}) =>
      await gate(at, { selector: `track="${trackOf(name)}"`, ...CASES[name]!.inputs, ...more });
    beforeAll(async () => {
      await writeHistory(
        join(directory, "history"),
        Object.keys(CASES).flatMap(seriesOf),
        START - 360_000,
        START + 300_000,
      );
      servers = await startRealMonitoring(join(directory, "history"), { rules: { groups: [] }, scrape: [] });
    }, 60_000);
    afterAll(() => servers?.close());

    test.each(Object.keys(CASES))("%s", async (name) => {
      const real = await run(servers, name);
      expect(real.verdict).toBe(CASES[name]!.verdict);
      if (
        reportOf(real).objectives.some(({ samples }) =>
          samples.some(({ queries }) => queries.some((query) => query.includes("(") || query.includes("/"))),
        )
      )
        return;
      // What the stand-in makes of the same series is the same to the last sample.
      const standIn = await prometheusWith(Object.keys(CASES).flatMap(seriesOf));
      try {
        const { objectives } = reportOf(await run(standIn, name));
        expect(reportOf(real).objectives).toEqual(objectives);
      } finally {
        await standIn.close();
      }
    });

    test("delivery.md 13, 14: what was counted is whole and complete", async () => {
      const counted = async (name: string) => reportOf(await run(servers, name)).objectives[0]!.samples;
      expect((await counted("delivery.md 13: the first error of a new series")).map(({ bad }) => bad)).toEqual([
        0, 0, 0, 0, 1, 0, 0, 0, 0, 0,
      ]);
      expect((await counted("delivery.md 14: a reset")).map(({ requests }) => requests)).toEqual([
        500, 500, 500, 250, 500, 500, 500, 500, 500, 500,
      ]);
      expect(classesOf(await run(servers, "a target that goes away"), "errors").slice(-4)).toEqual([
        "no-data",
        "no-data",
        "no-data",
        "no-data",
      ]);
    });

    test("T44: a canary against a baseline", async () => {
      const slos = ERRORS.replace("1%", "50%");
      // The second matcher keeps it from being the same selector, which is invalid, where it finds the same series.
      const against = async (name: string, baseline: string) =>
        (await run(servers, name, { slos, baseline: `track="${trackOf(baseline)}",track!=""` })).verdict;
      expect(await against("T41: one bad tool among four", "a healthy service")).toBe("refused");
      expect(await against("a healthy service", "a healthy service")).toBe("passed");
    });

    test.each([
      [
        "a misspelt metric",
        "- { name: a, ratio: { bad: ai_request_error_total, total: ai_requests_total }, below: 1% }",
        "never heard of ai_request_error_total",
      ],
      [
        "a query it does not take",
        "- { name: a, query: 'sum by (x) (rate(ai_requests_total))', below: 1 }",
        "bad_data",
      ],
      [
        "several series",
        "- { name: a, query: 'ai_request_duration_seconds_bucket', below: 1 }",
        "answers with 5 series",
      ],
      ["a threshold beyond all buckets", P99.replace("2s", "30s"), "ends at 30s or above"],
    ])("found at once: %s", async (_, slos, why) => {
      const found = await run(servers, "a healthy service", { slos: `${slos}\n` });
      expect([found.verdict, found.lines.join("\n")]).toEqual(["invalid", expect.stringContaining(why)]);
    });
  });

  describe("that scrapes an application each second", () => {
    let servers: RealMonitoring;
    let app: Server;
    const state = { requests: 0, errors: 0, up: true };
    let traffic: NodeJS.Timeout;
    beforeAll(async () => {
      app = await listen(
        createServer((request, response) => {
          if (!state.up) return void request.socket.destroy();
          const bad = state.errors === 0 ? "" : `ai_request_errors_total{reason="x"} ${state.errors}\n`;
          response
            .writeHead(200, { "content-type": "text/plain; version=0.0.4" })
            .end(
              `# TYPE ai_requests_total counter\nai_requests_total{tool="echo"} ${state.requests}\n# TYPE ai_request_errors_total counter\n${bad}`,
            );
        }),
        0,
      );
      traffic = setInterval(() => (state.requests += 20), 100);
      const scrape = [
        { job_name: "app", static_configs: [{ targets: [`127.0.0.1:${portOf(app)}`], labels: { track: "canary" } }] },
      ];
      servers = await startRealMonitoring(join(directory, "live"), { rules: { groups: [] }, scrape });
      await servers.until("a scrape", async () =>
        JSON.stringify(await servers.get(`${servers.prometheusUrl}/api/v1/query?query=ai_requests_total`)).includes(
          "echo",
        ),
      );
    }, 60_000);
    afterAll(async () => {
      clearInterval(traffic);
      await servers?.close();
      if (app !== undefined) await shut(app);
    });

    const live = async (slos = ERRORS) =>
      await gate(
        servers,
        { slos, duration: "8s", interval: "2s", "ingest-delay": "1s" },
        { clock: undefined as never },
      );

    test("it passes without a single error ever, the metric being described alone; a restart in between loses nothing", async () => {
      const restart = setTimeout(() => (state.requests = 0), 4_000);
      const run = await live();
      clearTimeout(restart);
      expect(run).toMatchObject({ verdict: "passed", exitCode: 0 });
      const { requests } = reportOf(run).objectives[0]!;
      // 200 a second for 8 seconds, less at most one scrape that the restart hid and one at each end.
      expect(requests).toBeGreaterThan(900);
      expect(requests).toBeLessThan(1_900);
    }, 30_000);

    test("errors that begin are found and end the run; the first of them counts", async () => {
      const failing = setInterval(() => (state.errors += 10), 100);
      const run = await live();
      clearInterval(failing);
      expect(run).toMatchObject({ verdict: "refused", exitCode: 1 });
    }, 30_000);

    test("an application that stops does not pass", async () => {
      state.up = false;
      const run = await live();
      expect(run).toMatchObject({ verdict: "undecided", exitCode: 3 });
    }, 30_000);
  });
});
