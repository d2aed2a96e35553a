import { describe, expect, test } from "@jest/globals";
import { decide, fail, invalidRow, pass, skipped, unknown, warn } from "@release-actions/report";
import { CHECKS, RULES, type Check, type Row } from "./checks.ts";

const verdictOf = (rows: readonly Row[]) => decide(rows, RULES);

const ALL: readonly Row[] = CHECKS.map((check) => pass(check, ""));
const but = (check: Check, ...rows: readonly Row[]): Row[] => [...ALL.filter((row) => row.check !== check), ...rows];

describe("the verdict of the checks", () => {
  test("T28: is passed only with everything that each check proved", () => {
    expect(verdictOf(ALL)).toBe("passed");
    expect(verdictOf([])).toBe("undecided");
    for (const check of CHECKS) {
      expect(verdictOf(but(check))).toBe("undecided");
      expect(verdictOf(but(check, unknown(check, "", "")))).toBe("undecided");
      expect(verdictOf(but(check, invalidRow(check, "", "")))).toBe("invalid");
    }
  });

  test("allows only unrequested checks to be skipped, and only policy checks to warn", () => {
    const passing = (make: (check: Check) => Row) =>
      CHECKS.filter((check) => verdictOf(but(check, make(check))) === "passed");
    expect(passing((check) => skipped(check, ""))).toEqual(["scope", "watchdog"]);
    expect(passing((check) => warn(check, "", ""))).toEqual(["pending", "alerts"]);
  });

  test("is refused even if another check is unknown", () => {
    expect(
      verdictOf([...ALL, unknown("targets", "", ""), invalidRow("alertmanager", "", ""), fail("alerts", "", "")]),
    ).toBe("refused");
  });
});
