import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CredentialRefused, interrupted, invalid, undecided, unknown as unknownError } from "@release-actions/action";
import {
  CHECK_WORDS,
  decide,
  fail,
  invalidRow,
  pass,
  passOrThrow,
  problemsOf,
  skipped,
  unanswered,
  unknown,
  warn,
  worst,
  type CheckResult,
  type CheckRow,
  type CheckVerdict,
  type DecisionRules,
} from "./index.ts";

type Check = "exists" | "scan" | "labels";
const RULES: DecisionRules<Check> = {
  required: ["exists", "scan", "labels"],
  accepted: { exists: ["pass"], labels: ["pass", "skipped"] },
};
const ALL: readonly CheckRow<Check>[] = RULES.required.map((check) => pass(check, "fine"));
const but = (check: Check, ...rows: readonly CheckRow<Check>[]) => [
  ...ALL.filter((row) => row.check !== check),
  ...rows,
];

describe("decide", () => {
  test("passes if every required check passed", () => {
    expect(decide(ALL, RULES)).toBe("passed");
  });

  test("T28: no rows never pass, with or without required checks", () => {
    expect(decide([], RULES)).toBe("undecided");
    expect(decide([], { required: [] })).toBe("undecided");
  });

  test("T28: a required check without a row never passes", () => {
    for (const check of RULES.required) expect(decide(but(check), RULES)).toBe("undecided");
  });

  test("T28: rows that are all skipped prove nothing", () => {
    const rules = { required: ["labels"], accepted: { labels: ["skipped"] } } as const;
    expect(decide([skipped("labels", "not requested")], rules)).toBe("undecided");
  });

  test("only what the rules accept is part of a pass; by default that is pass and warn", () => {
    expect(decide(but("labels", skipped("labels", "")), RULES)).toBe("passed");
    expect(decide(but("labels", warn("labels", "", "")), RULES)).toBe("undecided");
    expect(decide(but("scan", warn("scan", "", "")), RULES)).toBe("passed");
    expect(decide(but("scan", skipped("scan", "")), RULES)).toBe("undecided");
    expect(decide(but("exists", warn("exists", "", "")), RULES)).toBe("undecided");
  });

  test("a second row of a check counts as much as the first", () => {
    expect(decide([...ALL, unknown("scan", "", "")], RULES)).toBe("undecided");
    expect(decide([...ALL, fail("scan", "", "")], RULES)).toBe("refused");
  });

  test("a result that nobody defined does not pass", () => {
    expect(decide(but("scan", { check: "scan", result: "ok" as CheckResult, detail: "" }), RULES)).toBe("undecided");
  });

  test("a check that is named like a member of Object has no rules", () => {
    const row: CheckRow = skipped("constructor", "");
    expect(decide([pass("a", ""), row], { required: [], accepted: {} })).toBe("undecided");
  });

  test("refused outweighs invalid, invalid outweighs undecided, whatever the order of the rows", () => {
    const result = fc.constantFrom(...(Object.keys(CHECK_WORDS) as CheckResult[]));
    const check = fc.constantFrom(...RULES.required);
    const row = fc.record({ check, result, detail: fc.constant("") });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const has = (one: CheckResult) => rows.some((other) => other.result === one);
        const verdict = decide(rows, RULES);
        if (has("fail")) expect(verdict).toBe("refused");
        else if (has("invalid")) expect(verdict).toBe("invalid");
        else if (has("unknown")) expect(verdict).toBe("undecided");
        if (verdict === "passed") expect(rows.some((one) => one.result === "pass")).toBe(true);
        expect(decide(rows.toReversed(), RULES)).toBe(verdict);
      }),
    );
  });
});

describe("worst", () => {
  test("is the worst verdict, and undecided without any", () => {
    const verdicts: CheckVerdict[] = ["passed", "undecided", "invalid", "refused"];
    for (const [index, verdict] of verdicts.entries()) expect(worst(verdicts.slice(0, index + 1))).toBe(verdict);
    expect(worst([])).toBe("undecided");
  });
});

describe("problemsOf", () => {
  test("names the rows that decided, with place and remedy", () => {
    const failed = { ...fail("scan", "3 critical", "Update."), file: "a.yml", line: 3 } as const;
    expect(problemsOf([...ALL, failed, unknown("labels", "", "")], RULES)).toEqual([
      { what: "scan: 3 critical", remedy: "Update.", file: "a.yml", line: 3 },
    ]);
    expect(problemsOf([...ALL, unknown("labels", "no answer", "")], RULES)).toEqual([{ what: "labels: no answer" }]);
    expect(problemsOf([...ALL, invalidRow("scan", "401", "Log in.")], RULES, ({ check }) => `app: ${check}`)).toEqual([
      { what: "app: scan: 401", remedy: "Log in." },
    ]);
    expect(problemsOf(ALL, RULES)).toEqual([]);
  });

  test("names what keeps a run from passing, even without a row of it", () => {
    expect(problemsOf(but("scan", skipped("scan", "not scanned")), RULES)).toEqual([{ what: "scan: not scanned" }]);
    expect(problemsOf(but("scan"), RULES)).toEqual([{ what: "scan: no result" }]);
    expect(problemsOf([], RULES)).toEqual([{ what: "no check gave an answer" }]);
    expect(
      problemsOf([skipped("labels", "")], {
        required: [],
        accepted: { labels: ["skipped"] },
      } as DecisionRules<"labels">),
    ).toEqual([{ what: "no check gave an answer" }]);
  });

  test("has a problem for every verdict that is not passed", () => {
    const result = fc.constantFrom(...(Object.keys(CHECK_WORDS) as CheckResult[]));
    const row = fc.record({ check: fc.constantFrom(...RULES.required), result, detail: fc.constant("") });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        expect(problemsOf(rows, RULES).length > 0).toBe(decide(rows, RULES) !== "passed");
      }),
    );
  });
});

describe("unanswered", () => {
  test("a service without an answer is unknown; rejected credentials are invalid", () => {
    expect(unanswered("scan", undecided("503", { remedy: "Later." }))).toEqual(unknown("scan", "503", "Later."));
    expect(unanswered("scan", invalid("401"))).toEqual(invalidRow("scan", "401", "Run again."));
  });

  test.each([
    ["a defect", new TypeError("x")],
    ["a signal", interrupted("SIGTERM")],
    ["a write with an unknown outcome", unknownError("maybe")],
    ["a credential that may not leave", new CredentialRefused("invalid", "bound elsewhere")],
  ])("%s is rethrown", (_, error) => {
    expect(() => unanswered("scan", error)).toThrow(error);
  });
});

describe("passOrThrow", () => {
  const messages = { refused: "no", invalid: "wrong", undecided: "unclear" };

  test("returns the outputs of a pass", () => {
    expect(passOrThrow("passed", { messages, problems: [], outputs: { digest: "d" } })).toEqual({
      verdict: "passed",
      digest: "d",
    });
  });

  test.each(["refused", "invalid", "undecided"] as const)("throws for %s, with the outputs", (verdict) => {
    const problems = [{ what: "scan: x" }];
    expect(() => passOrThrow(verdict, { messages, problems, outputs: { digest: "d" } })).toThrow(
      expect.objectContaining({ verdict, message: messages[verdict], details: { problems, outputs: { digest: "d" } } }),
    );
  });
});
