import { CHECK_WORDS, fittingItems, VERDICT_WORDS } from "@release-actions/report";
import { byWeight, checkTitle, decideSmoke, exchangeLines, titleOf, type SmokeResult } from "@release-actions/smoke";
import {
  code,
  details,
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

/** Rows of the table; the outputs and the JUnit file hold more. */
const MAX_ROWS = 200;
const MAX_DETAILED = 30;

/** One check as it ends. */
export function lineOf(result: SmokeResult): string {
  return `${CHECK_WORDS[result.result]}  ${titleOf(result)}: ${result.detail} (${timeText(result)})`;
}

export function summaryOf(results: readonly SmokeResult[]): Block[] {
  const passed = results.filter(({ result }) => result === "pass").length;
  const others = byWeight(results).filter(({ result }) => result !== "pass");
  const rows = byService(results).slice(0, MAX_ROWS).map(rowOf);
  return [
    heading("smoke"),
    paragraph([strong(VERDICT_WORDS[decideSmoke(results)]), `, ${passed} of ${results.length} checks passed`]),
    ...others.slice(0, MAX_DETAILED).map(detailsOf),
    table(["Service", "Check", "Result", "Detail", "Time"], rows),
    ...(results.length > MAX_ROWS ? [paragraph(`and ${results.length - MAX_ROWS} more`)] : []),
  ];
}

function detailsOf(result: SmokeResult): Block {
  const { detail, remedy } = result;
  const lines = [...exchangeLines(result), ...(remedy === undefined ? [] : [`what to do: ${remedy}`])];
  const items = lines.map((line) => shorten(oneLine(line), 1000));
  return details(`${CHECK_WORDS[result.result]} ${titleOf(result)}`, [
    paragraph(code(shorten(oneLine(detail), 600))),
    ...(items.length === 0 ? [] : [list(items)]),
  ]);
}

function rowOf(result: SmokeResult): Inline[] {
  return [
    cut(result.service),
    cut(checkTitle(result)),
    CHECK_WORDS[result.result],
    cut(result.warning === undefined ? result.detail : `${result.detail}; ${result.warning}`, 300),
    timeText(result),
  ];
}

function cut(text: string, maxLength = 120): string {
  return shorten(oneLine(text), maxLength);
}

/** `0.02 s, 3 tries` */
function timeText({ milliseconds, attempts }: SmokeResult): string {
  return `${(milliseconds / 1000).toFixed(2)} s${attempts > 1 ? `, ${attempts} tries` : ""}`;
}

/** Services in the order of the suite, those with a failure first. */
function byService(results: readonly SmokeResult[]): SmokeResult[] {
  const others = results.filter(({ result }) => result !== "pass");
  const services = new Set([...others, ...results].map(({ service }) => service));
  return [...services].flatMap((service) => byWeight(results.filter((result) => result.service === service)));
}

export function outputsOf(results: readonly SmokeResult[]) {
  const count = (...words: readonly SmokeResult["result"][]) =>
    results.filter(({ result }) => words.includes(result)).length;
  const first = byWeight(results).find(({ result }) => result !== "pass");
  return {
    passed: count("pass"),
    failed: count("fail"),
    skipped: count("skipped"),
    unanswered: count("unknown", "invalid"),
    failure: first === undefined ? undefined : cut(`${titleOf(first)}: ${first.detail}`, 500),
    results: { schema: 1, checks: fittingItems(byWeight(results).map(outputItem)) },
  };
}

function outputItem(result: SmokeResult): object {
  const { service, suite, name, detail, milliseconds, attempts, reason, sent, came, expected, remedy } = result;
  const { warning } = result;
  const more =
    result.result === "pass" ? { ...(warning !== undefined && { warning }) } : { reason, sent, came, expected, remedy };
  return { service, suite, name, result: result.result, detail, milliseconds, attempts, ...more };
}
