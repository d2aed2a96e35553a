import { afterEach, describe, expect, test } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeAuthority } from "../../test/faults/certificates.ts";
import { json, replyLost, startFaultServer, text, type FaultServer, type Step } from "../../test/faults/server.ts";
import type { Effect } from "../../test/stand-ins/shared/faults.ts";
import type { OpsSetup, ServiceName } from "../../test/stand-ins/opsconductor/index.ts";
import { openSmokeWorld, resultsOf, SUITE, wrongIn, type SmokeWorld } from "../../test/worlds/smoke.ts";

let world: SmokeWorld | undefined;
const servers: FaultServer[] = [];
afterEach(async () => {
  await Promise.all([world?.close(), ...servers.splice(0).map((server) => server.close())]);
  world = undefined;
});

const open = async (setup: OpsSetup = {}): Promise<SmokeWorld> => (world = await openSmokeWorld(setup));
const serve = async (...steps: readonly Step[]): Promise<FaultServer> => {
  const server = await startFaultServer({ steps });
  servers.push(server);
  return server;
};
const said = ({ lines }: MemoryResult) => lines.join("\n");
const always = (effect: Effect, path?: string) => [{ times: null, ...(path !== undefined && { path }), effect }];
const reply = (status: number, body: unknown, type = "application/json"): Effect => ({
  kind: "reply",
  status,
  headers: { "content-type": type },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const HTML = reply(200, "<!doctype html><title>Sign in</title>", "text/html");

/** A suite of one service, without the environment. */
const alone = (url: string, more: object) => ({
  environment: "",
  suite: JSON.stringify({ services: [{ name: "app", url, ...more }] }),
});

test("seeds.md 2.2: the five suites of the example pass on services that are well", async () => {
  const { run } = await open();
  const result = await run({ "expect-version": "1.1.0" });
  expect(result).toMatchObject({
    verdict: "passed",
    exitCode: 0,
    outputs: { passed: "12", failed: "0", skipped: "0", unanswered: "0", failure: "" },
  });
  expect(new Set(resultsOf(result).map(({ suite }) => suite))).toEqual(
    new Set(["health", "metrics", "critical metrics", "version", "functional", "prometheus"]),
  );
});

test("OpenMetrics is read as well", async () => {
  const { run, services } = await open({ format: "openmetrics" });
  expect((await run()).verdict).toBe("passed");
  services.setup.page = (page) => page.replace("# EOF\n", "");
  expect(wrongIn(await run())).toContain("ai-pipeline metrics: page");
});

/** Each is seeded alone; the service, the suite and the reason that name it, and words of what is said. */
describe("each of the seeded faults is found and named", () => {
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
      "delivery.md 42: 200 with one part that is down",
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
    ["T35: HTML in the health page's place", kong(HTML, "/status"), "kong health: body", "a page of HTML"],
    [
      "another body than the suite expects",
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
      "while the answer was waited for",
      { timeout: "200ms", retries: "0" },
    ],
    ["a body that is cut off", pipeline({ kind: "truncate" }, "/health"), "ai-pipeline health: broken", "broke off"],
    [
      "HTML in the metrics page's place",
      pipeline(HTML, "/metrics"),
      "ai-pipeline metrics: page",
      "HTML, not of metrics",
    ],
    [
      "a metrics page that is not well formed",
      { page: (page) => page.replace("# TYPE app_info gauge", "# TYPE ai_requests_total gauge") },
      "ai-pipeline metrics: page",
      "line 11: ai_requests_total has a second TYPE",
    ],
    [
      "a metrics page without samples",
      pipeline(reply(200, "# TYPE a counter\n", "text/plain"), "/metrics"),
      "ai-pipeline metrics: page",
      "has no sample",
    ],
    [
      "seeds.md 2.2: a longer name in the place of the required one",
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
    ["T35: another output", { echo: { output: "PONG" } }, "kong functional: body", 'output is "PONG", expected "pong"'],
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
      "T35: HTML with 200 in the place of JSON",
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

test("a failure says what was sent, what came, what was expected and what to do", async () => {
  const { run } = await open({ fails: "timeout" });
  const [echo] = resultsOf(await run({ retries: "0" }));
  expect(echo).toMatchObject({ service: "kong", name: "echo", result: "fail", reason: "status", attempts: 1 });
  expect(echo!.sent).toMatch(
    /^POST http:\/\/127\.0\.0\.1:\d+\/ai\/execute with {"input":"ping","tool":"echo"} \(x-trace-id: smoke-[0-9a-f]{32}\)$/,
  );
  expect(echo!.came).toMatch(/^502, application\/json: {"detail":{"success":false,"error":{"code":"timeout"/);
  expect(echo!.expected).toContain('status 200, success true, output "pong"');
  expect(echo!.remedy).toContain("The gateway answers and the service behind it does not");
});

describe("T36: the counter", () => {
  test("that was not there before counts from 0", async () => {
    const { run } = await open();
    expect(said(await run())).toContain('ai_requests_total{status="success",tool="echo"} + 1');
  });

  test("that a restart reset counts from 0 again", async () => {
    const { run } = await open({ before: [40], restarts: true });
    expect((await run()).verdict).toBe("passed");
  });

  test("that fell on a page which does not tell its process proves nothing", async () => {
    const { run } = await open({ before: [40], restarts: true, identified: false });
    const result = await run();
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(wrongIn(result)).toContain("kong functional: counter");
  });

  test.each([[[40, 3]], [[3, 40]]])(
    "of replicas behind one address is not compared with another's: %j",
    async (before) => {
      const { run, services } = await open({ replicas: 2, before, callsGoTo: 0 });
      expect((await run()).verdict).toBe("passed");
      services.setup.counts = false;
      expect((await run()).verdict).toBe("refused");
    },
  );

  test("delivery.md 44: the calls of another check of the suite are not taken for one's own", async () => {
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

  test("delivery.md 44: n calls make it rise by n", async () => {
    const { run } = await open();
    const checks = SUITE.slice(0, SUITE.indexOf("queries:"));
    const many = (calls: number, by: number) =>
      checks
        .replace("timeout: 30s", `calls: ${calls}`)
        .replace("metric: ai_requests_total", `metric: ai_requests_total\n        by: ${by}`);
    expect(said(await run({ suite: many(5, 5) }))).toContain("+ 5");
    expect(said(await run({ suite: many(5, 6) }))).toContain("rose by 5 instead of 6");
  });

  test("delivery.md 44: other traffic is told apart by the call's own id in a label", async () => {
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

  test("is a random W3C traceparent, and the id in its middle comes back", async () => {
    const { run, services } = await open();
    const result = await run(traced(services.urls, { returned: { json: "trace_id" } }));
    expect(result.verdict).toBe("passed");
    await run(traced(services.urls, { returned: { json: "trace_id" } }));
    const sent = services.origins.kong.ledger.map(({ headers }) => headers["traceparent"]);
    expect(sent[0]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(new Set(sent).size).toBe(2);
  });

  test("is seen by another service, which is asked until it has", async () => {
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

describe("T37: what keeps an answer from coming is told apart", () => {
  const health = { health: "/health" };
  const reasonOf = async (inputs: Record<string, string>, more: object = {}) => {
    const { run } = await open();
    const result = await run({ retries: "0", ...inputs }, more);
    expect(result.verdict).toBe("refused");
    return resultsOf(result)[0]!;
  };

  test("a refused connection", async () => {
    const server = await serve(json({}));
    await server.close();
    expect(await reasonOf(alone(server.origin, health))).toMatchObject({
      reason: "refused",
      detail: expect.stringContaining("the connection was refused"),
    });
  });

  test("a name that is not known", async () => {
    expect(await reasonOf(alone("https://no-such-host.invalid", health))).toMatchObject({
      reason: "dns",
      remedy: expect.stringContaining("typing error"),
    });
  });

  test("a certificate of an authority that is not trusted, and one that has expired", async () => {
    const authority = makeAuthority();
    try {
      const certificates = [
        [authority.selfSigned(["IP:127.0.0.1"]), "self-signed"],
        [authority.issue(["IP:127.0.0.1"], { expired: true }), "expired"],
        [authority.issue(["DNS:other.example"]), "for another host"],
      ] as const;
      for (const [certificate, words] of certificates) {
        const server = await startFaultServer({ tls: certificate, steps: [json({ status: "ok" })] });
        servers.push(server);
        const network =
          words === "self-signed"
            ? {}
            : { facts: { network: { tlsVerificationDisabled: false, certificateAuthorities: authority.file } } };
        expect(await reasonOf(alone(server.origin, health), network)).toMatchObject({
          reason: "tls",
          detail: expect.stringContaining(words),
        });
        await world!.close();
      }
    } finally {
      authority.remove();
    }
  });

  test("plain text on a port of TLS", async () => {
    const server = await serve(json({}));
    expect(await reasonOf(alone(server.origin.replace("http:", "https:"), health))).toMatchObject({ reason: "tls" });
  });
});

describe("trying again", () => {
  test("a service that starts is waited for, and the report says how often it was asked", async () => {
    const { run, services } = await open({
      faults: { "ai-pipeline": [{ path: "/health", times: 2, effect: reply(503, "starting", "text/plain") }] },
    });
    const result = await run();
    expect(result.verdict).toBe("passed");
    expect(
      resultsOf(result).find(({ service, suite }) => service === "ai-pipeline" && suite === "health"),
    ).toMatchObject({ attempts: 3 });
    expect(services.origins["ai-pipeline"].faults.unused()).toEqual([]);
  });

  test("a wrong answer counts at once", async () => {
    const { run, services } = await open({
      faults: { "ai-pipeline": [{ path: "/health", effect: reply(500, "boom", "text/plain") }] },
    });
    expect((await run()).verdict).toBe("refused");
    expect(services.origins["ai-pipeline"].ledger.filter(({ url }) => url === "/health")).toHaveLength(1);
  });

  test("a wrong answer may become right where the suite says how long", async () => {
    const server = await serve(json({ status: "starting" }), json({ status: "starting" }), json({ status: "ok" }));
    const { run } = await open();
    const page = (more: object) => alone(server.origin, { health: { path: "/health", ...more } });
    expect(resultsOf(await run(page({ eventually: "30s" })))).toMatchObject([{ result: "pass", attempts: 3 }]);
    server.script(json({ status: "starting" }));
    const late = await run(page({ eventually: "3s" }));
    expect(late.verdict).toBe("refused");
    expect(said(late)).toContain("still after 3 s");
  });

  const execute = (more: object) => ({
    name: "do",
    service: "app",
    request: { method: "POST", path: "/do", json: {} },
    expect: { status: 201 },
    ...more,
  });
  const suiteOf = (url: string, check: object) => ({
    environment: "",
    suite: JSON.stringify({ services: [{ name: "app", url }], checks: [check] }),
  });

  test("a POST whose end is not known is not sent again, unless it may be", async () => {
    const server = await serve(json({}, 502), json({}, 201));
    const { run } = await open();
    expect((await run(suiteOf(server.origin, execute({})))).verdict).toBe("refused");
    expect(server.seen).toHaveLength(1);
    server.script(json({}, 502), json({}, 201));
    expect((await run(suiteOf(server.origin, execute({ repeatable: true })))).verdict).toBe("passed");
    expect(server.seen).toHaveLength(3);
  });

  test("a POST whose answer was lost is not sent again, one that was refused is", async () => {
    const server = await serve(replyLost());
    const { run } = await open();
    expect(resultsOf(await run(suiteOf(server.origin, execute({}))))).toMatchObject([
      { reason: "broken", attempts: 1 },
    ]);
    expect(server.seen).toHaveLength(1);
    await server.close();
    expect(resultsOf(await run(suiteOf(server.origin, execute({}))))).toMatchObject([
      { reason: "refused", attempts: 4 },
    ]);
  });

  test("503 is an answer where it is expected", async () => {
    const server = await serve(json({}, 503));
    const { run } = await open();
    expect((await run(suiteOf(server.origin, execute({ repeatable: true, expect: { status: 503 } })))).verdict).toBe(
      "passed",
    );
    expect(server.seen).toHaveLength(1);
  });

  test("the time for all checks ends those that are left with no answer", async () => {
    const { run } = await open({ faults: { kong: always(reply(503, "starting", "text/plain"), "/status") } });
    const result = await run({ deadline: "2s", retries: "20" });
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(wrongIn(result)).toContain("kong health: deadline");
  });
});

test("a redirect passes where it is expected, and is never followed", async () => {
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

test("the version is told by a header or by a metric's label, with or without a v", async () => {
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

test("delivery.md 42: one replica of the old version is found behind an address that shows the new one first", async () => {
  const server = await serve(json({ version: "1.1.0" }), json({ version: "1.1.0" }), json({ version: "1.0.9" }));
  const { run } = await open();
  const result = await run({
    ...alone(server.origin, { version: { path: "/info", json: "version" } }),
    "expect-version": "1.1.0",
  });
  expect([result.verdict, said(result).includes('it serves "1.0.9"')]).toEqual(["refused", true]);
  expect(server.connections()).toBe(3);
});

describe("Prometheus", () => {
  test.each<[string, OpsSetup, string]>([
    [
      "does not answer",
      { faults: { prometheus: always({ kind: "refuse" }, "/api/v1") } },
      "Prometheus prometheus: no-answer",
    ],
    [
      "starts",
      { faults: { prometheus: always(reply(503, "Service Unavailable", "text/plain"), "/api/v1") } },
      "Prometheus prometheus: no-answer",
    ],
    ["warns that its answer is not whole", { warnings: ["store c did not answer"] }, "Prometheus prometheus: query"],
  ])("%s: undecided", async (_, setup, found) => {
    const { run } = await open(setup);
    const result = await run();
    expect([result.verdict, result.exitCode, wrongIn(result)]).toEqual(["undecided", 3, [found]]);
  });

  const query = (url: string, more: object) => ({
    environment: "",
    suite: JSON.stringify({ prometheus: { url }, queries: [{ name: "q", query: "up", expect: { min: 1 }, ...more }] }),
  });

  test.each<[string, object, string, string]>([
    ["an empty answer", { query: "down" }, "refused", "gives nothing, and nothing is no proof"],
    ["a value below", { expect: { min: 2 } }, "refused", "is 1, expected at least 2"],
    ["a query that it cannot read", { query: "sum(" }, "invalid", "parse error"],
    ["a value as expected", {}, "passed", "passed"],
  ])("%s", async (_, more, verdict, words) => {
    const { run, services } = await open();
    const result = await run(query(services.urls.prometheus, more));
    expect(result.verdict).toBe(verdict);
    expect(said(result)).toContain(words);
  });

  test("that hangs is given up in time", async () => {
    const { run } = await open({ faults: { prometheus: always({ kind: "hang" }, "/api/v1") } });
    expect(wrongIn(await run({ timeout: "300ms", retries: "1" }))).toEqual(["Prometheus prometheus: no-answer"]);
  });

  test("NaN is no number that could be right", async () => {
    const { run, services } = await open({
      faults: {
        prometheus: always(
          reply(200, {
            status: "success",
            data: { resultType: "vector", result: [{ metric: {}, value: [1, "NaN"] }] },
          }),
          "/api/v1",
        ),
      },
    });
    for (const expectation of [{ min: 0 }, { max: 5 }]) {
      const result = await run(query(services.urls.prometheus, { expect: expectation }));
      expect([result.verdict, said(result).includes("is NaN")]).toEqual(["refused", true]);
    }
  });

  test("what was counted long ago does not stand for the call", async () => {
    const { run } = await open({ before: [100], scrapeEvery: null });
    expect((await run()).verdict).toBe("refused");
  });
});

describe("secrets", () => {
  const SECRET = "smoke-secret-0123456789";
  const lines = (origin: string) => ({
    headers: `${origin} Authorization: Bearer ${SECRET}\n${origin} X-Api-Key: key-${SECRET}`,
  });

  test("security D62: go to their own origin alone, and appear nowhere", async () => {
    const echo = json({ status: `failed with Bearer ${SECRET}` });
    const [ours, other] = [await serve(echo), await serve(echo)];
    const { run, workspace } = await open();
    const suite = JSON.stringify({
      services: [
        { name: "ours", url: ours.origin, health: "/" },
        { name: "other", url: other.origin, health: "/" },
      ],
    });
    const result = await run({ environment: "", suite, ...lines(ours.origin), "junit-file": "out/smoke.xml" });
    expect(result.verdict).toBe("refused");
    expect(ours.seen[0]!.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, "x-api-key": `key-${SECRET}` });
    expect(JSON.stringify(other.seen[0]!.headers)).not.toContain(SECRET);
    const file = readFileSync(join(workspace, "out/smoke.xml"), "utf8");
    for (const place of [said(result), JSON.stringify(result.outputs), result.summary, file])
      expect(place).not.toContain(SECRET);
    expect(file).toContain("***");
  });

  test.each([
    ["a password", "Authorization", `Basic ${Buffer.from(`user:pass-${SECRET}`).toString("base64")}`, `pass-${SECRET}`],
    ["a cookie's value", "Cookie", `theme=dark; session=cookie-${SECRET}`, `cookie-${SECRET}`],
    [
      "the beginning of a long token",
      "Authorization",
      `Bearer ${"eyJhbGciOi.".repeat(90)}`,
      `${"eyJhbGciOi.".repeat(90)}`,
    ],
  ])("%s that the service repeats is nowhere", async (_, name, value, secret) => {
    const ours = await serve(json({ who: secret, status: secret }));
    const { run } = await open();
    const suite = JSON.stringify({
      services: [{ name: "app", url: ours.origin, health: { path: "/", expect: { json: { who: "me" } } } }],
    });
    const result = await run({
      environment: "",
      suite,
      headers: `${ours.origin} ${name}: ${value}`,
      "junit-file": "smoke.xml",
    });
    expect(result.verdict).toBe("refused");
    expect(said(result)).toContain("who is");
    const written = readFileSync(join(world!.workspace, "smoke.xml"), "utf8");
    expect(JSON.stringify([result, written])).not.toContain(secret.slice(0, 12));
  });

  test.each<[string, string, string]>([
    ["a line without an origin", "Authorization: Bearer x", "line 1: it does not begin with the origin"],
    [
      "a path behind the origin",
      "https://a.example/x Authorization: Bearer x",
      "line 1: it does not begin with the origin",
    ],
    [
      "a forge's token",
      "https://a.example Authorization: Bearer ghs_0123456789abcdef",
      "holds a token of GitHub or GitLab",
    ],
    [
      "an origin that no service has",
      "https://a.example Authorization: Bearer abcdef",
      "there is a header for https://a.example, where no service of the suite is",
    ],
    [
      "two credentials for one origin",
      "https://a.example Authorization: Bearer abc\nhttps://a.example Cookie: abc",
      "only one of Authorization, Cookie",
    ],
  ])("%s is invalid, and nothing is sent", async (_, headers, words) => {
    const { run, services } = await open();
    const result = await run({ headers });
    expect([result.verdict, said(result).includes(words)]).toEqual(["invalid", true]);
    expect(services.origins.kong.ledger).toEqual([]);
  });
});

describe("a wrong suite is invalid, and nothing is sent", () => {
  test("T38: an environment that is not declared names those that are", async () => {
    const { run } = await open();
    const result = await run({ environment: "production" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(said(result)).toContain('there is no environment "production"');
    expect(said(result)).toContain("The declared ones are: local, staging.");
  });

  test("nothing to check never passes", async () => {
    const { run } = await open();
    for (const inputs of [
      { suite: "", environment: "" },
      { suite: "{}", environment: "" },
      { suite: "services: []\nchecks: []\n", environment: "" },
    ]) {
      expect(await run(inputs)).toMatchObject({ verdict: "invalid", exitCode: 2 });
    }
  });

  test("expect-version with no service that tells one compares nothing", async () => {
    const { run } = await open();
    const result = await run({ suite: "", "expect-version": "1.1.0" });
    expect([result.verdict, said(result).includes("no service says where its version stands")]).toEqual([
      "invalid",
      true,
    ]);
  });

  test("all problems at once, each with its line", async () => {
    const { run, services } = await open();
    const suite = `services:
  - name: app
    ulr: https://a.example
    health: health
checks:
  - name: one
    service: app
    request: { method: FETCH, path: /x, headers: { Authorization: "Bearer x" } }
    expect: { status: "200", json: { "a..b": 1 } }
    eventualy: 3s
  - name: one
    service: none
    request: { method: POST, path: /y }
    eventually: 3s
    expect: { json: { a: { equal: 1 } } }
queries:
  - { name: q, query: "sum(a)", after: two, expect: { matches: a } }
`;
    const result = await run({ suite, environment: "" });
    expect(result.verdict).toBe("invalid");
    const wanted = [
      'line 3: services[0] has no setting "ulr"',
      "line 4: services[0].health must be a path",
      "line 8: checks[0].request.method must be one of GET",
      "line 8: checks[0].request.headers.Authorization is a secret",
      "line 9: checks[0].expect.status must be a whole number",
      "line 9: checks[0].expect.json.a..b is no path",
      'line 10: checks[0] has no setting "eventualy"',
      "line 11: checks[1].name is given twice",
      "line 14: checks[1].eventually would send a POST again",
      'line 15: checks[1].expect.json.a has no setting "equal"',
      "line 17: queries[0] does not tell how new",
      "line 17: queries[0].after names no check",
      "line 17: queries[0].expect is about a number",
    ];
    for (const words of wanted) expect(said(result)).toContain(words);
    expect(services.origins.kong.ledger).toEqual([]);
  });

  test("a file's problems stand at the file's lines", async () => {
    const { run } = await open();
    expect(said(await run({ suite: "release-actions.yml", environment: "" }))).toContain(
      'error: release-actions.yml:1: the suite has no setting "environments"',
    );
  });

  test.each<[string, object, string]>([
    [
      "a check of no service",
      { checks: [{ name: "a", service: "b", request: { path: "/" }, expect: { status: 200 } }] },
      'names the service "b", which is not declared',
    ],
    ["a service without address", { services: [{ name: "a", health: "/" }] }, 'the service "a" has no url'],
    [
      "plain http to another machine",
      { services: [{ name: "a", url: "http://a.example", health: "/" }] },
      "is not encrypted",
    ],
    [
      "a query without Prometheus",
      { queries: [{ name: "q", query: "up", expect: { min: 1 } }] },
      "there are queries, and no Prometheus",
    ],
    [
      "required metrics without a page",
      { services: [{ name: "a", url: "https://a.example", "required-metrics": ["up"] }] },
      "has required metrics and no metrics page",
    ],
    ["an alias", { services: [] }, "the alias *a is not allowed"],
  ])("%s", async (name, suite, words) => {
    const { run } = await open();
    const result = await run({
      environment: "",
      suite: name === "an alias" ? "services: &a []\nchecks: *a\n" : JSON.stringify(suite),
    });
    expect([result.verdict, said(result)]).toEqual(["invalid", expect.stringContaining(words)]);
  });
});

test("an environment alone is checked by its pages", async () => {
  const { run } = await open();
  const result = await run({ suite: "" });
  expect(result).toMatchObject({ verdict: "passed", outputs: { passed: "7" } });
});

test("JUnit's file has a suite for each kind of check, and the failure's whole story", async () => {
  const { run, workspace } = await open({ echo: { output: "<b>&" } });
  await run({ "junit-file": "smoke.xml" });
  const read = () => readFileSync(join(workspace, "smoke.xml"), "utf8");
  const file = read();
  expect(file).toContain('<testsuite name="health" tests="5" failures="0"');
  expect(file).toContain('<failure message="output is &quot;&lt;b&gt;&amp;&quot;, expected &quot;pong&quot;"');
  expect(file).toContain("<skipped");
  await run({ "junit-file": "smoke.xml", headers: "https://a.example X-Key: abcdef" });
  expect(read()).toContain('<error message="the run did not end">');
});

test("a JUnit file that may not be written ends it before anything is asked", async () => {
  const { run, services } = await open();
  expect(await run({ "junit-file": "../smoke.xml" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  expect(services.origins.kong.ledger).toEqual([]);
});

test("a JUnit file that cannot be written any more at the end leaves the verdict as it is", async () => {
  const { run, workspace } = await open({ health: { "ai-pipeline": { status: "unhealthy" } } });
  const occupy = () => {
    rmSync(join(workspace, "smoke.xml"), { recursive: true, force: true });
    mkdirSync(join(workspace, "smoke.xml"));
  };
  const result = await run({ "junit-file": "smoke.xml" }, { onLine: occupy });
  expect(result).toMatchObject({
    verdict: "refused",
    exitCode: 1,
    outputs: { failed: expect.stringMatching(/^[1-9]/) },
  });
  expect(said(result)).toContain("A report is missing");
});

test("a JUnit file in the suite's place is invalid, and the suite stays", async () => {
  const { run, workspace } = await open();
  expect(await run({ "junit-file": "./suite.yml" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  expect(readFileSync(join(workspace, "suite.yml"), "utf8")).toBe(SUITE);
});

test("as many run at once as are allowed, and a signal ends them", async () => {
  const asked = { now: 0, most: 0 };
  const slow: Step = {
    run: (_, response) => {
      asked.most = Math.max(asked.most, (asked.now += 1));
      setTimeout(() => {
        asked.now -= 1;
        response.writeHead(200, { "content-type": "text/plain" }).end("ok");
      }, 20);
    },
  };
  const server = await serve(slow);
  const { run } = await open();
  const services = Array.from({ length: 12 }, (_, index) => ({
    name: `s${index}`,
    url: `${server.origin}/${index}`,
    health: "/",
  }));
  const suite = { environment: "", suite: JSON.stringify({ services }) };
  expect((await run({ ...suite, parallel: "3" })).verdict).toBe("passed");
  expect(asked.most).toBe(3);
  const abort = new AbortController();
  server.script({ run: () => abort.abort() });
  expect(await run(suite, { interrupt: abort.signal })).toMatchObject({ verdict: "interrupted", exitCode: 130 });
});
