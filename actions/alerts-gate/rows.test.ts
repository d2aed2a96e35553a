import { expect, test } from "@jest/globals";
import { CHECKS, fail, pass, skipped, unknown, verdictOf, warn, type Check, type Row } from "./rows.ts";

const ALL: readonly Row[] = CHECKS.map((check) => pass(check, ""));
const but = (check: Check, ...rows: readonly Row[]): Row[] => [...ALL.filter((row) => row.check !== check), ...rows];

test("T28: passed has what every check proved, and no less", () => {
  expect(verdictOf(ALL)).toBe("passed");
  expect(verdictOf([])).toBe("undecided");
  for (const check of CHECKS) {
    expect(verdictOf(but(check))).toBe("undecided");
    expect(verdictOf(but(check, unknown(check, "", "")))).toBe("undecided");
    expect(verdictOf(but(check, { check, result: "invalid", detail: "" }))).toBe("invalid");
  }
});

test("only what was not asked for may be skipped, and only what is policy may warn", () => {
  const passing = (make: (check: Check) => Row) =>
    CHECKS.filter((check) => verdictOf(but(check, make(check))) === "passed");
  expect(passing((check) => skipped(check, ""))).toEqual(["scope", "watchdog"]);
  expect(passing((check) => warn(check, "", ""))).toEqual(["pending", "alerts"]);
});

test("a refusal outweighs what is not known", () => {
  expect(
    verdictOf([
      ...ALL,
      unknown("targets", "", ""),
      { check: "alertmanager", result: "invalid", detail: "" },
      fail("alerts", "", ""),
    ]),
  ).toBe("refused");
});
