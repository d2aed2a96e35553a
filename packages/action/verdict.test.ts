import { describe, expect, test } from "@jest/globals";
import { exitCode, isSuccess, VERDICTS } from "./index.ts";

describe("exit codes", () => {
  test.each([
    ["passed", 0],
    ["done", 0],
    ["unchanged", 0],
    ["refused", 1],
    ["invalid", 2],
    ["undecided", 3],
    ["unknown", 4],
    ["interrupted", 130],
  ] as const)("%s exits with %i", (verdict, code) => {
    expect(exitCode(verdict)).toBe(code);
  });

  test("are 0 only for the three successes", () => {
    expect(VERDICTS.filter(isSuccess)).toEqual(["passed", "done", "unchanged"]);
  });
});
