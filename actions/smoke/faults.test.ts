import { describe, expect, test } from "@jest/globals";
import type { Effect } from "../../test/stand-ins/shared/faults.ts";
import type { OpsSetup } from "../../test/stand-ins/opsconductor/index.ts";
import { wrongIn } from "../../test/worlds/smoke.ts";
import { always, HTML, reply, said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open } = useSmokeWorld();

/** Each is seeded alone: the service, suite and reason that name it, and a part of the message. */
describe("every seeded fault is found and named", () => {
  const kong = (effect: Effect, path: string): OpsSetup => ({ faults: { kong: always(effect, path) } });
  const pipeline = (effect: Effect, path: string): OpsSetup => ({ faults: { "ai-pipeline": always(effect, path) } });
  const faults: readonly [string, OpsSetup, string, string, Record<string, string>?][] = [
    [
      "a health page that answers 500",
      pipeline(reply(500, "boom", "text/plain"), "/health"),
      "ai-pipeline health: status",
      "the status is 500",
    ],
    [
      "delivery.md 42: 200 with an unhealthy body",
      { health: { "ai-pipeline": { status: "unhealthy" } } },
      "ai-pipeline health: health",
      'the body says status: "unhealthy"',
    ],
    [
      "delivery.md 42: 200 with one component that is down",
      { health: { "automation-service": { status: "ok", checks: { queue: { status: "DOWN" } } } } },
      "automation-service health: health",
      'checks.queue.status: "DOWN"',
    ],
    [
      "a database that cannot be reached",
      { health: { kong: { database: { reachable: false } } } },
      "kong health: health",
      "database.reachable: false",
    ],
    [
      "a health page in words",
      { health: { prometheus: "Prometheus Server is Unhealthy." } },
      "prometheus health: health",
      "is Unhealthy",
    ],
    ["T35: HTML in place of the health page", kong(HTML, "/status"), "kong health: body", "a page of HTML"],
    [
      "a body other than the suite expects",
      { health: { grafana: { database: "failing" } } },
      "grafana health: body",
      'database is "failing", expected "ok"',
    ],
    [
      "T37: a redirect",
      kong({ kind: "reply", status: 302, headers: { location: "https://login.example/" } }, "/status"),
      "kong health: redirect",
      "a redirect (302) to https://login.example/",
    ],
    [
      "T37: a connection that breaks off",
      pipeline({ kind: "lose-reply" }, "/health"),
      "ai-pipeline health: broken",
      "before an answer came|was reset|socket hang up",
    ],
    [
      "T37: no answer in time",
      pipeline({ kind: "hang" }, "/health"),
      "ai-pipeline health: timeout",
      "while waiting for the answer",
      { timeout: "200ms", retries: "0" },
    ],
    ["a body that is cut off", pipeline({ kind: "truncate" }, "/health"), "ai-pipeline health: broken", "broke off"],
    [
      "HTML in place of the metrics page",
      pipeline(HTML, "/metrics"),
      "ai-pipeline metrics: page",
      "HTML, not of metrics",
    ],
    [
      "a metrics page that is not well formed",
      { page: (page) => page.replace("# TYPE app_info gauge", "# TYPE app_info meter") },
      "ai-pipeline metrics: page",
      'line 11: "meter" is not a metric type',
    ],
    [
      "a metrics page without samples",
      pipeline(reply(200, "# TYPE a counter\n", "text/plain"), "/metrics"),
      "ai-pipeline metrics: page",
      "has no sample",
    ],
    [
      "seeds.md 2.2: a longer name in place of the required one",
      { page: (page) => page.replaceAll("ai_requests_total", "ai_requests_total_created") },
      "ai-pipeline critical metrics: metric",
      "missing: ai_requests_total",
    ],
    [
      "delivery.md 42: the old version still serves",
      { versions: { "ai-pipeline": "1.0.9" } },
      "ai-pipeline version: version",
      'it serves "1.0.9", expected "1.1.0"',
      { "expect-version": "1.1.0" },
    ],
    [
      "T35: a different output",
      { echo: { output: "PONG" } },
      "kong functional: body",
      'output is "PONG", expected "pong"',
    ],
    [
      "T35: an output with a line break",
      { echo: { output: "pong\n" } },
      "kong functional: body",
      'output is "pong\\n", expected "pong"',
    ],
    [
      "T35: a text instead of true",
      { echo: { success: "true" } },
      "kong functional: body",
      'success is "true", expected true',
    ],
    ["T35: 502 shows its code", { fails: "bad_gateway" }, "kong functional: status", '"code":"bad_gateway"'],
    [
      "seeds.md 2.2: 200 and success: false",
      { fails: "upstream_error" },
      "kong functional: body",
      "success is false, expected true",
    ],
    [
      "T35: HTML with 200 in place of JSON",
      kong(HTML, "/ai/execute"),
      "kong functional: body",
      "of the type text/html, not JSON",
    ],
    ["T35, delivery.md 43: the id is dropped", { trace: "dropped" }, "kong functional: trace", "another id came back"],
    [
      "delivery.md 43: the id comes back in upper case",
      { trace: "upper-case" },
      "kong functional: trace",
      "in upper case",
    ],
    ["delivery.md 43: an id of zeros comes back", { trace: "zeros" }, "kong functional: trace", "an id of zeros"],
    ["T36: the call is not counted", { counts: false }, "kong functional: counter", "is not on the page"],
    [
      "T36: the call is counted as another",
      { before: [7], countsAs: { status: "error" } },
      "kong functional: counter",
      "rose by 0 instead of 1",
    ],
    [
      "Prometheus does not scrape any more",
      { scrapeEvery: null, before: [3] },
      "Prometheus prometheus: query",
      "not scraped after the call",
    ],
  ];

  test.each(faults)("%s", async (_, setup, found, words, inputs = {}) => {
    const { run } = await open(setup);
    const result = await run({ retries: "1", ...inputs });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(wrongIn(result)).toContain(found);
    expect(said(result)).toMatch(new RegExp(words.replace(/[()[\]{}.*+?^$\\]/g, "\\$&")));
    // All that the fault does not touch still passes.
    const [service] = found.split(" ");
    const others = wrongIn(result).filter((one) => !one.startsWith(`${service} `) && !one.endsWith("not-run"));
    expect(others.every((one) => found.startsWith("ai-pipeline") && one.startsWith("kong functional"))).toBe(true);
  });
});
