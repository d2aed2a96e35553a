import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runInMemory } from "@release-actions/hosts";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MONITORING, startRealMonitoring, type RealMonitoring } from "../../test/monitoring/index.ts";
import { ring } from "../../test/rings.ts";
import { listen, portOf, shut } from "../../test/stand-ins/shared/listen.ts";
import action from "./action.ts";

ring("smoke, against a real Prometheus", MONITORING, () => {
  let directory: string;
  let app: Server;
  let real: RealMonitoring;
  /** What the application has counted, and whether it counts. */
  const state = { calls: 0, counts: true, refuses: false };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "smoke-real-"));
    app = await listen(
      createServer((request, response) => {
        if (request.url === "/metrics") {
          if (state.refuses) return void response.writeHead(500).end();
          const counted = state.calls === 0 ? "" : `app_calls_total{tool="echo"} ${state.calls}\n`;
          return void response
            .writeHead(200, { "content-type": "text/plain; version=0.0.4" })
            .end(
              `# TYPE app_calls_total counter\n${counted}# TYPE app_idle gauge\napp_idle NaN\n# TYPE up_to gauge\nup_to 1\n`,
            );
        }
        if (state.counts) state.calls += 1;
        response.writeHead(200, { "content-type": "application/json" }).end('{"output":"pong"}');
      }),
      0,
    );
    real = await startRealMonitoring(join(directory, "prometheus"), {
      rules: { groups: [] },
      scrape: [{ job_name: "app", static_configs: [{ targets: [`127.0.0.1:${portOf(app)}`] }] }],
    });
    await real.until("a scrape", async () =>
      JSON.stringify(await real.get(`${real.prometheusUrl}/api/v1/query?query=up_to`)).includes("up_to"),
    );
  }, 60_000);
  afterAll(async () => {
    await real?.close();
    await shut(app);
    await rm(directory, { recursive: true, force: true });
  });

  const run = async (...queries: object[]) => {
    const checks = [
      {
        name: "echo",
        service: "app",
        request: { method: "POST", path: "/echo", json: {} },
        expect: { json: { output: "pong" } },
      },
    ];
    const suite = {
      prometheus: { url: real.prometheusUrl },
      services: [{ name: "app", url: `http://127.0.0.1:${portOf(app)}`, metrics: "/metrics" }],
      checks,
      queries,
    };
    return await runInMemory(action, { inputs: { suite: JSON.stringify(suite) } });
  };
  const counted = (more: object = {}) => ({
    name: "seen",
    after: "echo",
    query: 'app_calls_total{tool="echo"}',
    within: "15s",
    expect: { min: state.calls + 1 },
    ...more,
  });

  test("T36: waits until the call was scraped, for a new series and for one that rose", async () => {
    for (const _ of [1, 2, 3]) {
      const result = await run(
        counted(),
        counted({ name: "summed", query: "sum(app_calls_total)", "seen-by": "app_calls_total" }),
      );
      expect([result.verdict, result.outputs["failure"]]).toEqual(["passed", ""]);
    }
  }, 60_000);

  test("does not find a call that was not counted, however old the series is", async () => {
    state.counts = false;
    const result = await run(counted({ within: "3s" }));
    state.counts = true;
    expect(result.verdict).toBe("refused");
    expect(result.outputs["failure"]).toContain("expected at least");
  }, 60_000);

  test("distinguishes NaN, no result and an invalid query", async () => {
    expect((await run({ name: "idle", query: "app_idle", expect: { min: 0 } })).outputs["failure"]).toContain("is NaN");
    expect((await run({ name: "none", query: "app_calls", expect: { min: 0 } })).outputs["failure"]).toContain(
      "gives nothing",
    );
    const wrong = await run({ name: "wrong", query: "sum(", expect: { min: 0 } });
    expect([wrong.verdict, wrong.lines.join("\n")]).toEqual(["invalid", expect.stringContaining("parse error")]);
  }, 60_000);

  test("does not accept a target that is no longer scraped", async () => {
    state.refuses = true;
    const checks = [
      {
        name: "echo",
        service: "app",
        request: { method: "POST", path: "/echo", json: {} },
        expect: { json: { output: "pong" } },
      },
    ];
    const suite = {
      prometheus: { url: real.prometheusUrl },
      services: [{ name: "app", url: `http://127.0.0.1:${portOf(app)}` }],
      checks,
      queries: [counted({ within: "4s", expect: { min: 1 } })],
    };
    const result = await runInMemory(action, { inputs: { suite: JSON.stringify(suite) } });
    state.refuses = false;
    expect(result.verdict).toBe("refused");
    expect(result.outputs["failure"]).toMatch(/there is no series|not scraped after the call/);
  }, 60_000);
});
