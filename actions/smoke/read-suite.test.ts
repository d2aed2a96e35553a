import { expect, test } from "@jest/globals";
import { openYaml } from "@release-actions/yaml";
import fc from "fast-check";
import { SUITE } from "../../test/worlds/smoke.ts";
import { readSuite } from "./read-suite.ts";

const read = async (source: string) => readSuite(openYaml(source, "suite.yml"));

test("the example has no problem, and its settings arrive", async () => {
  const { suite, problems } = await read(SUITE);
  expect(problems).toEqual([]);
  expect(suite.services.map(({ name }) => name)).toEqual(["automation-service", "ai-pipeline", "kong", "grafana"]);
  expect(suite.checks[0]).toMatchObject({
    repeatable: true,
    calls: 1,
    timeout: 30_000,
    trace: { header: "x-trace-id" },
    counts: [{ labels: { status: "success", tool: "echo" } }],
  });
  expect(suite.queries[0]).toMatchObject({ after: ["echo"], within: 120_000, expect: { min: 1 } });
});

test("defaults: a GET may be repeated, a POST not", async () => {
  const check = (method: string) => ({
    name: method,
    service: "a",
    request: { method, path: "/" },
    expect: { status: 200 },
  });
  const { suite } = await read(JSON.stringify({ checks: [check("GET"), check("POST")] }));
  expect(suite.checks.map(({ repeatable }) => repeatable)).toEqual([true, false]);
});

test("a query that is a plain selector tells itself how new it is, another must say by what", async () => {
  const query = (more: object) => ({ name: "q", after: [], expect: { min: 1 }, ...more });
  const { suite } = await read(
    JSON.stringify({ queries: [query({ query: 'a_total{x="1"}' }), query({ name: "r", query: "sum(a_total)" })] }),
  );
  expect(suite.queries.map(({ seenBy }) => seenBy)).toEqual(['a_total{x="1"}', undefined]);
});

/** Each of these keys with something else in its place. */
const KEYS = [
  "services",
  "checks",
  "queries",
  "prometheus",
  "name",
  "url",
  "health",
  "path",
  "expect",
  "json",
  "headers",
  "status",
  "trace",
  "returned",
  "evidence",
  "counts",
  "labels",
  "version",
  "request",
  "method",
  "after",
  "seen-by",
  "calls",
];

test("whatever stands in a suite, it is read or its problems are told", async () => {
  const { value } = openYaml(SUITE, "suite.yml");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 2 }), async (key, other) => {
      const changed = JSON.stringify(value, (name, one: unknown) => (name === key ? other : one));
      const { suite, problems } = await read(changed);
      if (problems.length === 0)
        expect(
          suite.checks.every((check) => check.name !== "" && check.service !== "" && check.expect.status.length > 0),
        ).toBe(true);
      for (const { what, line } of problems) expect([what.length > 0, line]).toEqual([true, 1]);
    }),
  );
});

test.each([
  [{ path: "/log", expect: { status: 200 } }, ["checks[0].trace.evidence would hold without the call"]],
  [{ path: "/log?id={trace-id}", expect: { status: 200 } }, []],
  [{ path: "/log", expect: { text: { contains: "{trace-id}" } } }, []],
])("delivery.md 43: evidence that has no id in it is none: %j", async (evidence, wrong) => {
  const check = {
    name: "a",
    service: "a",
    request: { path: "/" },
    expect: { status: 200 },
    trace: { evidence: { service: "a", ...evidence } },
  };
  const { problems } = await read(JSON.stringify({ checks: [check] }));
  expect(problems.map(({ what }) => what)).toEqual(wrong);
});
