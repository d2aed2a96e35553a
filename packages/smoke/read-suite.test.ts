import { describe, expect, test } from "@jest/globals";
import { openYaml } from "@release-actions/yaml";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { readSuite } from "./read-suite.ts";

const EXAMPLE = readFileSync(new URL("../../examples/smoke/suite.yml", import.meta.url), "utf8");
const read = (source: string) => readSuite(source, "suite.yml");

describe("readSuite", () => {
  test("reads the example without a problem", () => {
    const { suite, problems } = read(EXAMPLE);
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

  test("a GET may be repeated by default, a POST not", () => {
    const check = (method: string) => ({
      name: method,
      service: "a",
      request: { method, path: "/" },
      expect: { status: 200 },
    });
    const { suite } = read(JSON.stringify({ checks: [check("GET"), check("POST")] }));
    expect(suite.checks.map(({ repeatable }) => repeatable)).toEqual([true, false]);
  });

  test("a plain selector tells how recent its result is, another query needs seen-by", () => {
    const query = (more: object) => ({ name: "q", after: [], expect: { min: 1 }, ...more });
    const { suite } = read(
      JSON.stringify({ queries: [query({ query: 'a_total{x="1"}' }), query({ name: "r", query: "sum(a_total)" })] }),
    );
    expect(suite.queries.map(({ seenBy }) => seenBy)).toEqual(['a_total{x="1"}', undefined]);
  });

  /** Each is replaced by another value. */
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

  test("reads any value or reports it with its line", () => {
    const { value } = openYaml(EXAMPLE, "suite.yml");
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 2 }), (key, other) => {
        const changed = JSON.stringify(value, (name, one: unknown) => (name === key ? other : one));
        const { suite, problems } = read(changed);
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
  ])("delivery.md 43: evidence needs the id: %j", (evidence, problemsFound) => {
    const check = {
      name: "a",
      service: "a",
      request: { path: "/" },
      expect: { status: 200 },
      trace: { evidence: { service: "a", ...evidence } },
    };
    const { problems } = read(JSON.stringify({ checks: [check] }));
    expect(problems.map(({ what }) => what)).toEqual(problemsFound);
  });
});
