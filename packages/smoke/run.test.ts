import { afterEach, describe, expect, test } from "@jest/globals";
import { openPrometheus } from "@release-actions/prometheus";
import { openTestClient, testClock } from "../../test/faults/client.ts";
import { json, startFaultServer, type FaultServer, type Step } from "../../test/faults/server.ts";
import { decideSmoke, junitOf, planSuite, readSuite, runSuite, smokeProblems } from "./index.ts";
import type { SmokeOptions, SmokeResult } from "./index.ts";
import { readSecretHeaders } from "./secret-headers.ts";

const servers: FaultServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(...steps: readonly Step[]): Promise<FaultServer> {
  const server = await startFaultServer({ steps });
  servers.push(server);
  return server;
}

function planOf(suite: object) {
  const { plan, problems } = planSuite(readSuite(JSON.stringify(suite), "suite"), {}, undefined);
  expect(problems).toEqual([]);
  return plan;
}

function optionsOf(more: Partial<SmokeOptions> = {}): SmokeOptions {
  return {
    http: (address) => openTestClient([address]).http,
    prometheus: (options) => openPrometheus({ ...options, credential: undefined }),
    headers: new Map(),
    clock: testClock(),
    signal: new AbortController().signal,
    limits: { timeout: 5_000, deadline: 60_000, retries: 0, parallel: 4 },
    ...more,
  };
}

const health = (url: string) => ({ services: [{ name: "app", url, health: "/health" }] });

describe("runSuite", () => {
  test("returns a result for each check and reports each as it ends", async () => {
    const server = await serve(json({ status: "ok" }));
    const seen: SmokeResult[] = [];
    const results = await runSuite(
      planOf(health(server.origin)),
      optionsOf({ onResult: (result) => void seen.push(result) }),
    );
    expect(results).toMatchObject([{ service: "app", suite: "health", name: "health", result: "pass", attempts: 1 }]);
    expect(seen).toEqual(results);
    expect(decideSmoke(results)).toBe("passed");
  });

  test("the time of a check is that of all its requests, waits included", async () => {
    const server = await serve(json({ status: "starting" }), json({ status: "ok" }));
    const page = { path: "/health", eventually: "1m" };
    const [result] = await runSuite(
      planOf({ services: [{ name: "app", url: server.origin, health: page }] }),
      optionsOf(),
    );
    expect(result).toMatchObject({ result: "pass", attempts: 2, milliseconds: 100 });
  });

  test("a result holds nothing of the reply but what it shows", async () => {
    const server = await serve(json({ status: "down" }));
    const [result] = await runSuite(planOf(health(server.origin)), optionsOf());
    expect(Object.keys(result!).toSorted()).toEqual(
      ["attempts", "came", "detail", "expected", "milliseconds", "name", "reason", "remedy", "result"].concat([
        "sent",
        "service",
        "suite",
      ]),
    );
  });

  test("sends nothing if an address is not allowed or a header belongs to no service", async () => {
    const server = await serve(json({ status: "ok" }));
    const services = [
      { name: "app", url: server.origin, health: "/health" },
      { name: "other", url: "http://other.example", health: "/health" },
    ];
    const headers = readSecretHeaders("https://third.example X-Key: abcdef");
    await expect(runSuite(planOf({ services }), optionsOf({ headers }))).rejects.toMatchObject({
      verdict: "invalid",
      message: "2 problems with the addresses",
    });
    expect(server.seen).toEqual([]);
  });

  test("a query whose check did not pass does not run", async () => {
    const server = await serve(json({ status: "down" }, 500));
    const suite = {
      ...health(server.origin),
      prometheus: { url: server.origin },
      checks: [{ name: "call", service: "app", request: { path: "/call" }, expect: { status: 200 } }],
      queries: [{ name: "seen", query: "calls_total", after: "call", expect: { min: 1 } }],
    };
    const results = await runSuite(planOf(suite), optionsOf());
    expect(results.at(-1)).toMatchObject({ suite: "prometheus", result: "skipped", reason: "not-run", attempts: 0 });
    expect(decideSmoke(results)).toBe("refused");
  });
});

describe("decideSmoke", () => {
  const result = (word: SmokeResult["result"]): SmokeResult => ({
    suite: "health",
    service: "app",
    name: "health",
    result: word,
    detail: "x",
    attempts: 1,
    milliseconds: 1,
  });

  test("T28: no results never pass", () => {
    expect(decideSmoke([])).toBe("undecided");
    expect(smokeProblems([])).toEqual([{ what: "no check gave an answer" }]);
  });

  test.each<[SmokeResult["result"], string]>([
    ["pass", "passed"],
    ["fail", "refused"],
    ["invalid", "invalid"],
    ["unknown", "undecided"],
    ["skipped", "undecided"],
  ])("%s among passes: %s", (word, verdict) => {
    expect(decideSmoke([result("pass"), result(word)])).toBe(verdict);
    expect(smokeProblems([result("pass"), result(word)])).toHaveLength(word === "pass" ? 0 : 1);
  });

  test("JUnit counts missing evidence as an error, not as a pass", () => {
    const xml = junitOf([result("pass"), result("unknown"), result("invalid"), result("skipped"), result("fail")]);
    expect(xml).toContain('<testsuites name="smoke" tests="5" failures="1" errors="2" skipped="1"');
  });
});
