import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { junitXml } from "./junit.ts";

describe("junitXml", () => {
  test("counts failures, missing answers and skipped checks of a suite", () => {
    const xml = junitXml("smoke", [
      {
        name: "health",
        cases: [
          { name: "kong", result: "passed", duration: 0.25 },
          { name: "api", group: "api", result: "failed", message: "503 instead of 200", detail: "GET /health\n503" },
          { name: "db", result: "error", message: "no answer" },
          { name: "ui", result: "skipped", message: "not asked for" },
        ],
      },
    ]);
    expect(xml).toContain('<testsuite name="health" tests="4" failures="1" errors="1" skipped="1" time="0.250">');
    expect(xml).toContain('<testcase name="kong" classname="health" time="0.250"/>');
    expect(xml).toContain('<failure message="503 instead of 200">GET /health\n503</failure>');
    expect(xml).toContain('<error message="no answer"></error>');
  });

  test("turns no text into markup and keeps the file valid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const xml = junitXml(text, [
          { name: text, cases: [{ name: text, result: "failed", message: text, detail: text }] },
        ]);
        expect(xml.match(/<[a-z/?]/g)).toHaveLength(9);
        expect([...xml].every((character) => character === "\n" || character >= " ")).toBe(true);
      }),
    );
  });
});
