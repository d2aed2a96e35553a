import { secrets } from "@release-actions/text";
import type { CheckResult } from "../rows.ts";

/** A suite and its cases, as GitLab, Jenkins and the usual GitHub reporters read them (testmoapp/junitxml describes what they share). */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

export interface JunitCase {
  readonly name: string;
  /** What groups cases, such as the service. The suite's name where not given. */
  readonly group?: string | undefined;
  /** Seconds. */
  readonly duration?: number | undefined;
  /** error: there is no answer, so it is neither passed nor failed. */
  readonly result: "passed" | "failed" | "error" | "skipped";
  /** One line. */
  readonly message?: string | undefined;
  /** What was sent, what came, what was expected. */
  readonly detail?: string | undefined;
}

const RESULTS = {
  pass: "passed",
  warn: "passed",
  fail: "failed",
  skipped: "skipped",
  unknown: "error",
  invalid: "error",
} as const satisfies Record<CheckResult, JunitCase["result"]>;

/** How JUnit reports the result of a check. */
export function junitResult(result: CheckResult): JunitCase["result"] {
  return RESULTS[result];
}

/** The whole file, registered secrets removed. Characters that XML 1.0 does not allow become U+FFFD. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...totals(suites.flatMap(({ cases }) => cases)) })}>`,
  ];
  for (const suite of suites) {
    lines.push(`  <testsuite${attributes({ name: suite.name, ...totals(suite.cases) })}>`);
    for (const one of suite.cases) lines.push(...caseLines(suite, one));
    lines.push("  </testsuite>");
  }
  return [...lines, "</testsuites>", ""].join("\n");
}

function caseLines(
  suite: JunitSuite,
  { name, group = suite.name, duration, result, message = "", detail = "" }: JunitCase,
): string[] {
  const open = `    <testcase${attributes({ name, classname: group, time: (duration ?? 0).toFixed(3) })}`;
  if (result === "passed") return [`${open}/>`];
  if (result === "skipped") return [`${open}>`, `      <skipped${attributes({ message })}/>`, "    </testcase>"];
  const tag = result === "failed" ? "failure" : "error";
  return [`${open}>`, `      <${tag}${attributes({ message })}>${escaped(detail)}</${tag}>`, "    </testcase>"];
}

function totals(cases: readonly JunitCase[]): Record<string, string> {
  const count = (result: JunitCase["result"]) => String(cases.filter((one) => one.result === result).length);
  const time = cases.reduce((sum, { duration = 0 }) => sum + duration, 0);
  return {
    tests: String(cases.length),
    failures: count("failed"),
    errors: count("error"),
    skipped: count("skipped"),
    time: time.toFixed(3),
  };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(value).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;")}"`,
    )
    .join("");
}

const OUTSIDE_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return secrets
    .redact(text)
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(OUTSIDE_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
