import { integer, list, output, quote, text, type InputsOf, type Problem } from "@release-actions/action";
import { isRule, RULES, type Rule, type Severity } from "@release-actions/app-interface";

export const inputs = {
  path: text({ description: "Directory that contains data/ and resources/, or data/ itself.", default: "." }),
  schemas: text({
    description: "Directory of the schemas: schemas/ in a checkout of qontract-schemas inside the workspace.",
    example: "qontract-schemas/schemas",
  }),
  "graphql-schema": text({
    description: "File with the GraphQL schema. Default: graphql-schemas/schema.yml next to the schemas directory.",
    optional: true,
  }),
  "changed-since": text({
    description:
      "Branch, tag or commit: report only problems in files that changed since then. References are always resolved over the whole tree.",
    optional: true,
    example: "origin/master",
  }),
  rules: list({ description: "Severity of rules, as rule: error, warn or off.", example: "yaml-1.1: off" }),
  "max-problems": integer({
    description: "Maximum number of problems shown as annotations and in the summary; the report file has all of them.",
    default: "50",
  }),
  "report-file": text({
    description: "Write the full report to this JSON file.",
    optional: true,
    example: "validation.json",
  }),
  "sarif-file": text({
    description: "Write the problems to this SARIF file.",
    optional: true,
    example: "validation.sarif",
  }),
};

export const outputs = {
  valid: output.flag("Whether there are no errors."),
  files: output.integer("Number of files checked: data, resources, schemas and the GraphQL schema."),
  errors: output.integer("Number of errors."),
  warnings: output.integer("Number of warnings."),
  report: output.json("The problems, errors first, limited to 64 KiB, and how many were left out."),
  "report-file": output.text("Path of the report file."),
  "sarif-file": output.text("Path of the SARIF file."),
};

export type Inputs = InputsOf<typeof inputs>;

const SEVERITIES: readonly Severity[] = ["error", "warn", "off"];

/** The input `rules` as a map, with the problems of its lines. */
export function readRules({ rules: lines }: Inputs): {
  readonly rules: ReadonlyMap<Rule, Severity>;
  readonly problems: readonly Problem[];
} {
  const rules = new Map<Rule, Severity>();
  const problems: Problem[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const rule = line.slice(0, colon < 0 ? line.length : colon).trim();
    const severity = SEVERITIES.find((known) => known === line.slice(colon + 1).trim());
    if (!isRule(rule)) {
      problems.push({
        input: "rules",
        what: `there is no rule ${quote(rule)}`,
        remedy: `The rules are: ${Object.keys(RULES).join(", ")}. Reasons of qontract-validator are always errors.`,
      });
    } else if (colon < 0 || severity === undefined) {
      problems.push({
        input: "rules",
        what: `${quote(line)} does not set a severity`,
        remedy: `Write ${rule}: error, warn or off.`,
      });
    } else rules.set(rule, severity);
  }
  return { rules, problems };
}
