import { describe, expect, test } from "@jest/globals";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../../test/faults/server.ts";
import { resultsOf, SUITE, wrongIn } from "../../test/worlds/smoke.ts";
import { said, useSmokeWorld } from "../../test/worlds/use-smoke-world.ts";

const { open, serve } = useSmokeWorld();

describe("the example suite", () => {
  test("seeds.md 2.2: all checks of the example pass on healthy services", async () => {
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

  test("reads OpenMetrics", async () => {
    const { run, services } = await open({ format: "openmetrics" });
    expect((await run()).verdict).toBe("passed");
    services.setup.page = (page) => page.replace("# EOF\n", "");
    expect(wrongIn(await run())).toContain("ai-pipeline metrics: page");
  });

  test("a failure reports what was sent, what came back, what was expected and what to do", async () => {
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

  test("without a suite the pages of the environment are checked", async () => {
    const { run } = await open();
    const result = await run({ suite: "" });
    expect(result).toMatchObject({ verdict: "passed", outputs: { passed: "7" } });
  });

  test("runs as many checks at once as allowed, and a signal ends them", async () => {
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
});

describe("an invalid suite: nothing is sent", () => {
  test("T38: an undeclared environment, with the declared ones", async () => {
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

  test("expect-version needs a service that reports its version", async () => {
    const { run } = await open();
    const result = await run({ suite: "", "expect-version": "1.1.0" });
    expect([result.verdict, said(result).includes("no service says where it reports its version")]).toEqual([
      "invalid",
      true,
    ]);
  });

  test("reports all problems at once, each with its line", async () => {
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
      "line 9: checks[0].expect.json.a..b is not a JSON path",
      'line 10: checks[0] has no setting "eventualy"',
      "line 11: checks[1].name is given twice",
      "line 14: checks[1].eventually would send a POST again",
      'line 15: checks[1].expect.json.a has no setting "equal"',
      "line 17: queries[0] does not tell how recent",
      "line 17: queries[0].after names no check",
      "line 17: queries[0].expect is about a number",
    ];
    for (const words of wanted) expect(said(result)).toContain(words);
    expect(services.origins.kong.ledger).toEqual([]);
  });

  test("problems of a file have its name and lines", async () => {
    const { run } = await open();
    expect(said(await run({ suite: "release-actions.yml", environment: "" }))).toContain(
      'error: release-actions.yml:1: the suite has no setting "environments"',
    );
  });

  test.each<[string, object, string]>([
    [
      "a check of an undeclared service",
      { checks: [{ name: "a", service: "b", request: { path: "/" }, expect: { status: 200 } }] },
      'names the service "b", which is not declared',
    ],
    ["a service without an address", { services: [{ name: "a", health: "/" }] }, 'the service "a" has no url'],
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

describe("the JUnit file", () => {
  test("has a suite for each kind of check, and all about a failure", async () => {
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

  test("if it may not be written, nothing is sent", async () => {
    const { run, services } = await open();
    expect(await run({ "junit-file": "../smoke.xml" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(services.origins.kong.ledger).toEqual([]);
  });

  test("if it cannot be written at the end, the verdict stays", async () => {
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

  test("never replaces the suite", async () => {
    const { run, workspace } = await open();
    expect(await run({ "junit-file": "./suite.yml" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(readFileSync(join(workspace, "suite.yml"), "utf8")).toBe(SUITE);
  });
});
