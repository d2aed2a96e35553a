import { describe, expect, test } from "@jest/globals";
import { json, text } from "../../test/faults/server.ts";
import type { ServiceName } from "../../test/stand-ins/opsconductor/index.ts";
import { resultsOf, SUITE, wrongIn } from "../../test/worlds/smoke.ts";
import { alone, said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open, serve } = useSmokeWorld();

describe("T36: the counter", () => {
  test("a new counter counts from 0", async () => {
    const { run } = await open();
    expect(said(await run())).toContain('ai_requests_total{status="success",tool="echo"} + 1');
  });

  test("a counter that a restart reset counts from 0 again", async () => {
    const { run } = await open({ before: [40], restarts: true });
    expect((await run()).verdict).toBe("passed");
  });

  test("a counter that fell on a page without a process start time proves nothing", async () => {
    const { run } = await open({ before: [40], restarts: true, identified: false });
    const result = await run();
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(wrongIn(result)).toContain("kong functional: counter");
  });

  test.each([[[40, 3]], [[3, 40]]])(
    "counters of replicas behind one address are not compared with each other: %j",
    async (before) => {
      const { run, services } = await open({ replicas: 2, before, callsGoTo: 0 });
      expect((await run()).verdict).toBe("passed");
      services.setup.counts = false;
      expect((await run()).verdict).toBe("refused");
    },
  );

  test("delivery.md 44: a check does not count the calls of another check of the suite", async () => {
    let counted = 0;
    const server = await serve({
      run: (request, response) => {
        if (request.url === "/a") counted += 1;
        response
          .writeHead(200, { "content-type": "text/plain" })
          .end(request.url === "/metrics" ? `calls_total ${counted}\n` : "");
      },
    });
    const { run } = await open();
    const check = (name: string) => ({
      name,
      service: "app",
      request: { path: `/${name}` },
      expect: {},
      within: "3s",
      counts: [{ service: "app", metric: "calls_total" }],
    });
    const suite = (...names: string[]) =>
      JSON.stringify({
        services: [{ name: "app", url: server.origin, metrics: "/metrics" }],
        checks: names.map(check),
      });
    for (const names of [
      ["a", "b"],
      ["b", "a"],
    ]) {
      const found = resultsOf(await run({ environment: "", suite: suite(...names) })).filter(
        ({ suite: kind }) => kind === "functional",
      );
      expect(found.map(({ name, result }) => `${name} ${result}`).toSorted()).toEqual(["a pass", "b fail"]);
    }
  });

  test("delivery.md 44: n calls increase it by n", async () => {
    const { run } = await open();
    const checks = SUITE.slice(0, SUITE.indexOf("queries:"));
    const many = (calls: number, by: number) =>
      checks
        .replace("timeout: 30s", `calls: ${calls}`)
        .replace("metric: ai_requests_total", `metric: ai_requests_total\n        by: ${by}`);
    expect(said(await run({ suite: many(5, 5) }))).toContain("+ 5");
    expect(said(await run({ suite: many(5, 6) }))).toContain("rose by 5 instead of 6");
  });

  test("delivery.md 44: an id in a label separates the call from other traffic", async () => {
    const { run } = await open();
    const suite = SUITE.slice(0, SUITE.indexOf("queries:")).replaceAll("tool: echo", 'tool: "echo-{trace-id}"');
    expect(said(await run({ suite }))).toMatch(
      /ai_requests_total{status="success",tool="echo-smoke-[0-9a-f]{32}"} \+ 1/,
    );
  });
});

describe("delivery.md 43: the trace", () => {
  const traced = (urls: Record<ServiceName, string>, trace: object) => ({
    environment: "",
    suite: JSON.stringify({
      services: [
        { name: "kong", url: urls.kong },
        { name: "ai-pipeline", url: urls["ai-pipeline"] },
      ],
      checks: [
        {
          name: "echo",
          service: "kong",
          request: { method: "POST", path: "/ai/execute", json: { input: "ping" } },
          expect: { json: { output: "pong" } },
          within: "2s",
          trace,
        },
      ],
    }),
  });

  test("sends a random W3C traceparent and expects its trace id back", async () => {
    const { run, services } = await open();
    const result = await run(traced(services.urls, { returned: { json: "trace_id" } }));
    expect(result.verdict).toBe("passed");
    await run(traced(services.urls, { returned: { json: "trace_id" } }));
    const sent = services.origins.kong.ledger.map(({ headers }) => headers["traceparent"]);
    expect(sent[0]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(new Set(sent).size).toBe(2);
  });

  test("another service must have seen it, and is polled until it has", async () => {
    const { run, services } = await open();
    const evidence = {
      service: "ai-pipeline",
      path: "/traces/{trace-id}",
      expect: { json: { trace_id: "{trace-id}", spans: { min: 1 } } },
    };
    expect((await run(traced(services.urls, { header: "X-Trace-Id", evidence }))).verdict).toBe("passed");
    services.setup.trace = "replaced";
    const result = await run(traced(services.urls, { header: "X-Trace-Id", evidence }));
    expect(result.verdict).toBe("refused");
    expect(wrongIn(result)).toEqual(["kong functional: evidence"]);
  });
});

describe("a reply", () => {
  test("that is an expected redirect passes, and is never followed", async () => {
    const server = await serve(text("", 302, { location: "/login?next=%2F" }));
    const { run } = await open();
    const check = {
      name: "front",
      service: "app",
      request: { path: "/" },
      expect: { status: [301, 302], headers: { Location: { matches: "/login*" } } },
    };
    expect(
      (
        await run({
          environment: "",
          suite: JSON.stringify({ services: [{ name: "app", url: server.origin }], checks: [check] }),
        })
      ).verdict,
    ).toBe("passed");
    expect(server.seen).toHaveLength(1);
  });
});

describe("the version", () => {
  test("reads the version from a header or a metric's label, with or without a v", async () => {
    const { run, services } = await open();
    const url = services.urls["ai-pipeline"];
    for (const version of [
      { path: "/info", header: "X-Version" },
      { path: "/metrics", metric: "app_info", label: "version" },
    ]) {
      expect((await run({ ...alone(url, { version }), "expect-version": "v1.1.0" })).verdict).toBe("passed");
      const old = await run({ ...alone(url, { version }), "expect-version": "1.1.1" });
      expect(said(old)).toContain('it serves "1.1.0", expected "1.1.1"');
    }
  });

  test("delivery.md 42: finds one old replica behind an address that serves the new version first", async () => {
    const server = await serve(json({ version: "1.1.0" }), json({ version: "1.1.0" }), json({ version: "1.0.9" }));
    const { run } = await open();
    const result = await run({
      ...alone(server.origin, { version: { path: "/info", json: "version" } }),
      "expect-version": "1.1.0",
    });
    expect([result.verdict, said(result).includes('it serves "1.0.9"')]).toEqual(["refused", true]);
    expect(server.connections()).toBe(3);
  });
});
