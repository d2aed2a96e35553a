import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { tooDeepAt } from "./index.ts";

test.each([
  ["brackets", "[".repeat(1_000)],
  ["braces", "{a: ".repeat(1_000)],
  ["lists", "- ".repeat(1_000)],
  ["keys", Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
  ["20,000 brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
])("security E80: %s nested without end are found before anything is composed", (_, source) => {
  expect(tooDeepAt(source)).toBeGreaterThan(0);
});

test("what people write is not too deep, however long it is", () => {
  expect(tooDeepAt(Array.from({ length: 5_000 }, (_, at) => `key-${at}:\n  - [a, {b: "[[[["}]\n  - |\n    [[[[\n`).join(""))).toBeUndefined();
  expect(tooDeepAt("a: b")).toBeUndefined();
});

test("nothing is left running when it stops early", () => {
  const script = `import { tooDeepAt } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)}; if (tooDeepAt("[".repeat(5000)) === undefined) process.exitCode = 1;`;
  expect(spawnSync(process.execPath, ["--input-type=module", "--no-warnings", "--eval", script]).status).toBe(0);
});
