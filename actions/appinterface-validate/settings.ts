import { quote, type Problem } from "@release-actions/action";
import { isRule, RULES, type Rule, type Severity } from "@release-actions/app-interface";

const SEVERITIES: readonly Severity[] = ["error", "warn", "off"];

/** `rule: severity` lines as a map, with what is wrong about them. */
export function readRules(lines: readonly string[]): {
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
        remedy: `The rules are: ${Object.keys(RULES).join(", ")}. The reasons of qontract-validator are always errors.`,
      });
    } else if (colon < 0 || severity === undefined) {
      problems.push({
        input: "rules",
        what: `${quote(line)} sets no severity`,
        remedy: `Write ${rule}: error, warn or off.`,
      });
    } else rules.set(rule, severity);
  }
  return { rules, problems };
}
