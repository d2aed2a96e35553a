import { isRule, RULES } from "@release-actions/app-interface";
import { artifactUri, inertSarif, physicalLocation, sarifDocument } from "@release-actions/report/sarif";
import type { FindingRow } from "./report.ts";

/** GitHub accepts 25,000 results per run and shows 5,000. */
const MOST_RESULTS = 5_000;
/** For a message and for a remedy. */
const MOST_CHARACTERS = 2_000;

/** The rows as SARIF 2.1.0, for code scanning and merge request widgets. */
export function sarifOf(rows: readonly FindingRow[]): Generator<string, void, undefined> {
  const shown = rows.slice(0, MOST_RESULTS);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  return sarifDocument({
    tool: { name: "appinterface-validate" },
    results: shown.map(resultOf),
    rules: () =>
      ids.map((id) => ({ id, shortDescription: { text: isRule(id) ? RULES[id].asks : inertSarif(id, 200) } })),
  });
}

function resultOf({ severity, rule, file, line, column, message, remedy }: FindingRow): object {
  return {
    ruleId: rule,
    level: severity === "error" ? "error" : "warning",
    message: { text: `${inertSarif(message, MOST_CHARACTERS)}\n${inertSarif(remedy, MOST_CHARACTERS)}` },
    locations: [{ physicalLocation: physicalLocation(artifactUri(file), { startLine: line, startColumn: column }) }],
  };
}
