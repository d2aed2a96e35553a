import type { Problem } from "@release-actions/action";
import { decide, problemsOf, type CheckRow, type CheckVerdict, type DecisionRules } from "@release-actions/report";
import { junitResult, junitXml, type JunitCase } from "@release-actions/report/junit";
import { oneLine } from "@release-actions/text";
import { SUITES, type SmokeResult } from "./result.ts";

type SuiteName = SmokeResult["suite"];

/** Every check counts, whichever there are; a skipped one is missing evidence. */
const RULES: DecisionRules<SuiteName> = { required: [] };
/** What matters most comes first. */
const ORDER = ["fail", "invalid", "unknown", "skipped", "pass"] as const;

export function decideSmoke(results: readonly SmokeResult[]): CheckVerdict {
  return decide(results.map(toRow), RULES);
}

/** The results that led to the verdict, each with what was sent, what came and what was expected. */
export function smokeProblems(results: readonly SmokeResult[]): Problem[] {
  const rows = byWeight(results).map((result) => ({ ...toRow(result), title: titleOf(result) }));
  return problemsOf(rows, RULES, ({ title }) => title);
}

function toRow(result: SmokeResult): CheckRow<SuiteName> {
  const { suite, result: word, detail, remedy } = result;
  return {
    check: suite,
    result: word,
    detail: [detail, ...exchangeLines(result)].join("\n"),
    ...(remedy !== undefined && { remedy }),
  };
}

/** Failures first, passes last. */
export function byWeight(results: readonly SmokeResult[]): SmokeResult[] {
  return ORDER.flatMap((word) => results.filter(({ result }) => result === word));
}

/** `api: functional: echo`; `api: health`. */
export function titleOf(result: SmokeResult): string {
  return `${result.service}: ${checkTitle(result)}`;
}

/** Its kind and its name, where they differ. */
export function checkTitle({ suite, name }: SmokeResult): string {
  return name === suite ? suite : `${suite}: ${name}`;
}

export function exchangeLines({ sent, came, expected, attempts }: SmokeResult): string[] {
  return [
    ...(sent === undefined ? [] : [`sent: ${sent}${attempts > 1 ? ` (${attempts} tries)` : ""}`]),
    ...(came === undefined ? [] : [`came: ${came}`]),
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
  ];
}

/** A JUnit suite for each kind of check. */
export function junitOf(results: readonly SmokeResult[]): string {
  const suites = SUITES.flatMap((suite) => {
    const own = results.filter((result) => result.suite === suite);
    return own.length === 0 ? [] : [{ name: suite, cases: own.map(junitCase) }];
  });
  return junitXml("smoke", suites);
}

function junitCase(result: SmokeResult): JunitCase {
  const { service, suite, name, milliseconds, detail, remedy } = result;
  const common = {
    name: name === suite ? `${service} ${suite}` : name,
    group: service,
    duration: milliseconds / 1000,
    result: junitResult(result.result),
  };
  if (result.result === "pass") return common;
  const lines = [detail, ...exchangeLines(result), ...(remedy === undefined ? [] : [remedy])];
  return { ...common, message: oneLine(detail), detail: lines.join("\n") };
}

/** The report of a run that did not end. */
export function unfinishedJunit(): string {
  return junitXml("smoke", [
    { name: "smoke", cases: [{ name: "smoke", result: "error", message: "the run did not end" }] },
  ]);
}
