import { expect, test } from "@jest/globals";
import { decide, fail, invalidRow, pass, skipped, unknown, warn } from "@release-actions/report";
import { CHECKS, RULES, type Check, type Row } from "./checks.ts";

const verdictOf = (rows: readonly Row[]) => decide(rows, RULES);

const ALL: readonly Row[] = CHECKS.map((check) => pass(check, ""));
const but = (check: Check, ...rows: readonly Row[]): Row[] => [...ALL.filter((row) => row.check !== check), ...rows];

test("T28: passed has what every check proved, and no less", () => {
  expect(verdictOf(ALL)).toBe("passed");
  expect(verdictOf([])).toBe("undecided");
  for (const check of CHECKS) {
    expect(verdictOf(but(check))).toBe("undecided");
    expect(verdictOf(but(check, unknown(check, "", "")))).toBe("undecided");
    expect(verdictOf(but(check, invalidRow(check, "", "")))).toBe("invalid");
  }
});

test("only what was not requested may be skipped, and only what is policy may warn", () => {
  const passing = (make: (check: Check) => Row) =>
    CHECKS.filter((check) => verdictOf(but(check, make(check))) === "passed");
  expect(passing((check) => skipped(check, ""))).toEqual(["scope", "watchdog"]);
  expect(passing((check) => warn(check, "", ""))).toEqual(["pending", "alerts"]);
});

test("a refusal outweighs what is not known", () => {
  expect(
    verdictOf([...ALL, unknown("targets", "", ""), invalidRow("alertmanager", "", ""), fail("alerts", "", "")]),
  ).toBe("refused");
});
