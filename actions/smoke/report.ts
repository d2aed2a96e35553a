import { CHECK_WORDS, type Problem } from "@release-actions/action";
import { junitXml, type JunitCase } from "@release-actions/report/junit";
import {
  code,
  details,
  fittingItems,
  heading,
  list,
  oneLine,
  paragraph,
  shorten,
  strong,
  table,
  type Block,
  type Inline,
} from "@release-actions/text";
import { SUITES, verdictOf, type Outcome } from "./outcome.ts";

const VERDICTS = {
  passed: "✅ passed",
  refused: "❌ refused",
  invalid: "🚫 invalid",
  undecided: "❓ undecided",
} as const;
const JUNIT = { pass: "passed", fail: "failed", unknown: "error", invalid: "error", skipped: "skipped" } as const;
const DECISIVE: Readonly<Record<keyof typeof VERDICTS, readonly Outcome["result"][]>> = {
  passed: [],
  refused: ["fail"],
  invalid: ["invalid"],
  undecided: ["unknown", "skipped"],
};
/** What matters first, first. */
const ORDER = ["fail", "invalid", "unknown", "skipped", "pass"] as const;
/** Rows of a table; the outputs and the JUnit file hold more. */
const ROWS = 200;
const DETAILED = 30;

const count = (outcomes: readonly Outcome[], result: Outcome["result"]) =>
  outcomes.filter((one) => one.result === result).length;
const nameOf = ({ suite, name }: Outcome) => (name === suite ? suite : `${suite}: ${name}`);
const triesOf = ({ attempts }: Outcome) => (attempts > 1 ? `, ${attempts} tries` : "");

/** One check as it ends. */
export function lineOf(outcome: Outcome): string {
  return `${CHECK_WORDS[outcome.result]}  ${outcome.service}: ${nameOf(outcome)}: ${outcome.detail} (${inSeconds(outcome.milliseconds)}${triesOf(outcome)})`;
}

/** What decided, with all that a person needs to look further. */
export function problemsOf(outcomes: readonly Outcome[]): Problem[] {
  const decisive = DECISIVE[verdictOf(outcomes)];
  const wrong = ordered(outcomes).filter(({ result }) => decisive.includes(result));
  return wrong.map((outcome) => {
    const what = [`${outcome.service}: ${nameOf(outcome)}: ${outcome.detail}`, ...facts(outcome)].join("\n");
    return { what, ...(outcome.remedy !== undefined && { remedy: outcome.remedy }) };
  });
}

function facts({ sent, came, expected, attempts }: Outcome): string[] {
  return [
    ...(sent === undefined ? [] : [`sent: ${sent}${attempts > 1 ? ` (${attempts} tries)` : ""}`]),
    ...(came === undefined ? [] : [`came: ${came}`]),
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
  ];
}

export function summaryOf(outcomes: readonly Outcome[]): Block[] {
  const wrong = ordered(outcomes).filter(({ result }) => result !== "pass");
  const counted = `${count(outcomes, "pass")} of ${outcomes.length} checks passed`;
  return [
    heading("smoke"),
    paragraph([strong(VERDICTS[verdictOf(outcomes)]), `, ${counted}`]),
    ...wrong.slice(0, DETAILED).flatMap(failureBlocks),
    table(["Service", "Check", "Result", "Detail", "Time"], byService(outcomes).slice(0, ROWS).map(rowOf)),
    ...(outcomes.length > ROWS ? [paragraph(`and ${outcomes.length - ROWS} more`)] : []),
  ];
}

function failureBlocks(outcome: Outcome): Block[] {
  const { result, service, detail, remedy } = outcome;
  const items = [...facts(outcome), ...(remedy === undefined ? [] : [`what to do: ${remedy}`])].map((line) =>
    shorten(oneLine(line), 1000),
  );
  return [
    details(`${CHECK_WORDS[result]} ${service}: ${nameOf(outcome)}`, [
      paragraph(code(shorten(oneLine(detail), 600))),
      ...(items.length === 0 ? [] : [list(items)]),
    ]),
  ];
}

function rowOf(outcome: Outcome): Inline[] {
  const { service, result, detail, milliseconds } = outcome;
  return [
    cut(service),
    cut(nameOf(outcome)),
    CHECK_WORDS[result],
    cut(detail, 300),
    `${inSeconds(milliseconds)}${triesOf(outcome)}`,
  ];
}

function cut(text: string, longest = 120): string {
  return shorten(oneLine(text), longest);
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Services in the order of the suite, those with a failure first. */
function byService(outcomes: readonly Outcome[]): Outcome[] {
  const services = [
    ...new Set([...outcomes.filter(({ result }) => result !== "pass"), ...outcomes].map(({ service }) => service)),
  ];
  return services.flatMap((service) => ordered(outcomes.filter((one) => one.service === service)));
}

function ordered(outcomes: readonly Outcome[]): Outcome[] {
  return ORDER.flatMap((result) => outcomes.filter((one) => one.result === result));
}

export function junitOf(outcomes: readonly Outcome[]): string {
  const suites = SUITES.flatMap((suite) => {
    const own = outcomes.filter((one) => one.suite === suite);
    return own.length === 0 ? [] : [{ name: suite, cases: own.map(junitCase) }];
  });
  return junitXml("smoke", suites);
}

/** Of a run that did not come to its end. */
export const UNFINISHED = junitXml("smoke", [
  { name: "smoke", cases: [{ name: "smoke", result: "error", message: "the run did not end" }] },
]);

function junitCase(outcome: Outcome): JunitCase {
  const { service, suite, name, milliseconds, result, detail, remedy } = outcome;
  const more =
    result === "pass"
      ? {}
      : {
          message: oneLine(detail),
          detail: [detail, ...facts(outcome), ...(remedy === undefined ? [] : [remedy])].join("\n"),
        };
  return {
    name: name === suite ? `${service} ${suite}` : name,
    group: service,
    duration: milliseconds / 1000,
    result: JUNIT[result],
    ...more,
  };
}

export function outputsOf(outcomes: readonly Outcome[]) {
  const [first] = ordered(outcomes).filter(({ result }) => result !== "pass");
  return {
    passed: count(outcomes, "pass"),
    failed: count(outcomes, "fail"),
    skipped: count(outcomes, "skipped"),
    unanswered: count(outcomes, "unknown") + count(outcomes, "invalid"),
    failure: first === undefined ? undefined : cut(`${first.service}: ${nameOf(first)}: ${first.detail}`, 500),
    results: { schema: 1, checks: resultsOf(outcomes) },
  };
}

/** Failures first, as many as fit: a host drops an output of a megabyte whole. */
function resultsOf(outcomes: readonly Outcome[]): unknown[] {
  const items = ordered(outcomes).map(
    ({ result, suite, service, name, milliseconds, attempts, reason, detail, sent, came, expected, remedy }) => {
      const wrong = result === "pass" ? {} : { reason, sent, came, expected, remedy };
      return { service, suite, name, result, detail, milliseconds, attempts, ...wrong };
    },
  );
  return fittingItems(items);
}
