import { isRule, RULES } from "@release-actions/app-interface";
import { inertSarif } from "@release-actions/text";
import type { Row } from "./report.ts";

/** GitHub takes 25,000 results of a run, and shows 5,000. */
const MOST = 5_000;
/** For a message and for a remedy. */
const MOST_CHARACTERS = 2_000;

/** The rows as SARIF 2.1.0, for code scanning and merge request widgets. */
export function sarif(rows: readonly Row[]): unknown {
  const shown = rows.slice(0, MOST);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "appinterface-validate",
            rules: ids.map((id) => ({
              id,
              shortDescription: { text: isRule(id) ? RULES[id].asks : inertSarif(id, 200) },
            })),
          },
        },
        results: shown.map(({ severity, rule, file, line, column, message, remedy }) => ({
          ruleId: rule,
          level: severity === "error" ? "error" : "warning",
          message: { text: `${inertSarif(message, MOST_CHARACTERS)}\n${inertSarif(remedy, MOST_CHARACTERS)}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file.toWellFormed()) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}
