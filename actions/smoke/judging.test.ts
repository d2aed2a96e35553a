import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseExposition } from "@release-actions/prometheus/exposition";
import type { Reply } from "@release-actions/http";
import { createCounter } from "./counters.ts";
import { judgeHealth } from "./health.ts";
import { readJsonPath, valueAt } from "./json-path.ts";
import { differenceOf, fits } from "./matcher.ts";
import type { Matcher } from "./suite.ts";

describe("a matcher is strict", () => {
  const rows: readonly [unknown, Matcher, boolean][] = [
    [true, { equals: true }, true],
    ["true", { equals: true }, false],
    [1, { equals: "1" }, false],
    [1, { equals: 1 }, true],
    [null, { equals: null }, true],
    [{ a: [1, { b: null }] }, { equals: { a: [1, { b: null }] } }, true],
    [{ a: 1, b: 2 }, { equals: { a: 1 } }, false],
    [{ a: 1, b: 2 }, { equals: { b: 2, a: 1 } }, true],
    ["b", { oneOf: ["a", "b"] }, true],
    ["c", { oneOf: ["a", "b"] }, false],
    [1.5, { type: "integer" }, false],
    [2, { type: "integer" }, true],
    [null, { type: "object" }, false],
    [[], { type: "object" }, false],
    [[], { type: "array" }, true],
    ["pong\n", { matches: "pong" }, false],
    ["smoke-1-x", { matches: "smoke-*-x" }, true],
    [12, { matches: "1*" }, false],
    ["a b c", { contains: "b" }, true],
    [["a", "b"], { contains: "b" }, true],
    [5, { min: 5, max: 5 }, true],
    ["5", { min: 5 }, false],
    [Number.NaN, { min: 0 }, false],
    [Number.NaN, { max: 0 }, false],
    [undefined, { exists: false }, true],
    [null, { exists: false }, false],
    [undefined, { exists: true }, false],
    [undefined, { type: "string" }, false],
  ];
  test.each(rows)("%j with %j: %s", (value, matcher, holds) =>
    expect(differenceOf(value, matcher) === undefined).toBe(holds),
  );
});

test("a pattern fits as its regular expression does", () => {
  const text = fc.array(fc.constantFrom("a", "b", "*", "."), { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (given, pattern) => {
      const expression = new RegExp(
        `^${pattern
          .split("*")
          .map((piece) => piece.replaceAll(".", "\\."))
          .join("[^]*")}$`,
      );
      expect(fits(given, pattern)).toBe(expression.test(given));
    }),
  );
});

test.each<[string, unknown]>([
  ["a.b[1].c", 7],
  ["$.a.b[0]", 5],
  ['["x.y"]', 1],
  ['a["q\\"q"]', 2],
  ["$", "all"],
  ["a.b[9]", undefined],
  ["a[0]", undefined],
  ["a.b.length", undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
])("the path %s", (path, wanted) => {
  const body = { a: { b: [5, { c: 7 }], 'q"q': 2 }, "x.y": 1 };
  expect(valueAt(body, readJsonPath(path)!)).toEqual(wanted === "all" ? body : wanted);
});

test.each(["", "a..b", ".a", "a.", "a[b]", "a[-1]", "a b", 'a["x]'])("%j is no path", (path) =>
  expect(readJsonPath(path)).toBeUndefined(),
);

describe("delivery.md 42: a health page is judged by what it says", () => {
  const said = (body: string, type: string): string | undefined => {
    const reply: Reply = {
      status: 200,
      headers: { "content-type": type },
      url: "http://a.example/",
      redirectedTo: undefined,
      bytes: Buffer.from(body),
      text: () => body,
      json: () => JSON.parse(body) as never,
    };
    return judgeHealth(reply)[0]?.what;
  };
  test.each([
    ["", "text/plain"],
    ["OK", "text/plain"],
    ['{"status":"UP","components":{"db":{"status":"UP","details":{"state":"leader"}}}}', "application/json"],
    ['{"status":"pass","checks":{"a:b":[{"status":"pass"}]}}', "application/health+json"],
    ['{"uptime":12}', "application/json"],
    ['{"health":"true","reason":""}', "application/json"],
    ['"healthy"', "application/json"],
    ['{"status":200,"success":"true"}', "application/json"],
    ["true", "application/json"],
    ["Prometheus Server is Healthy.\n", "text/plain"],
    ['{"status":"ok"}', "text/plain"],
  ])("%s (%s) is well", (body, type) => expect(said(body, type)).toBeUndefined());

  test.each([
    ['{"status":"UP","components":{"db":{"status":"DOWN"}}}', "application/json", 'components.db.status: "DOWN"'],
    [
      '{"status":"pass","checks":{"a:b":[{"status":"fail"}]}}',
      "application/health+json",
      'checks.a:b[0].status: "fail"',
    ],
    ['{"status":"sort of"}', "application/json", 'status: "sort of"'],
    ['{"healthy":false}', "application/json", "healthy: false"],
    ["false", "application/json", "false"],
    ['{"healthy":"false"}', "application/json", 'healthy: "false"'],
    ['{"db":{"reachable":"no"}}', "application/json", 'db.reachable: "no"'],
    ['{"status":false}', "application/json", "status: false"],
    ['{"status":null}', "application/json", "status: null"],
    ['{"status":503}', "application/json", "status: 503"],
    ['{"health":"false"}', "application/json", 'health: "false"'],
    ['"degraded"', "application/json", '"degraded"'],
    ['{"status":"unhealthy"}', "text/plain", 'status: "unhealthy"'],
    ["service is down", "text/plain", "service is down"],
    ["not ready", "text/plain", "not ready"],
    ['{"status":', "text/plain", "cut off"],
    ["<!DOCTYPE html><html></html>", "text/plain", "HTML"],
  ])("%s (%s) is not", (body, type, words) => expect(said(body, type)).toContain(words));
});

describe("T36: how much a counter rose", () => {
  const page = (started: number | undefined, ...values: number[]) =>
    parseExposition(
      values.map((value, index) => `a_total{x="${index}"} ${value}\n`).join("") +
        (started === undefined ? "" : `process_start_time_seconds ${started}\n`),
      "text",
    );
  const rise = (
    befores: readonly ReturnType<typeof page>[],
    afters: readonly ReturnType<typeof page>[],
    labels = {},
  ) => {
    const counter = createCounter({ metric: "a_total", labels });
    for (const one of befores) counter.before(one, 100);
    return afters.map((one) => counter.after(one)).at(-1)!;
  };

  test("within one process: of all series with the labels together, new ones from 0", () => {
    expect(rise([page(50, 1, 2)], [page(50, 2, 4, 3)]).by).toBe(6);
    expect(rise([page(50, 1, 2)], [page(50, 2, 4, 3)], { x: "1" }).by).toBe(2);
    expect(rise([page(undefined, 1)], [page(undefined, 1)]).by).toBe(0);
  });

  test("a process that started after the reading counts from 0, one that ran before it proves nothing", () => {
    expect(rise([page(50, 40)], [page(101, 1)])).toMatchObject({ by: 1, doubt: undefined });
    expect(rise([page(50, 40)], [page(60, 41)])).toMatchObject({
      by: 0,
      doubt: expect.stringContaining("another replica"),
    });
  });

  test("each replica is compared with itself, and what they rose by is added", () => {
    expect(rise([page(50, 40), page(60, 3)], [page(60, 4), page(50, 42)]).by).toBe(3);
    expect(rise([page(50, 40), page(60, 3)], [page(60, 3), page(50, 40)]).by).toBe(0);
  });

  test("a counter that fell in one process was reset; on a page that does not tell its process it is doubtful", () => {
    expect(rise([page(50, 40)], [page(50, 2)])).toMatchObject({ by: 2, doubt: undefined });
    expect(rise([page(undefined, 40)], [page(undefined, 2)])).toMatchObject({
      by: 0,
      doubt: expect.stringContaining("nothing tells a restart"),
    });
  });
});
