import type { HostFacts } from "@release-actions/action";
import { parseTags, previousTag, regression, type ParsedTag, type TagRules } from "@release-actions/version";
import { fullHistory } from "./branch.ts";
import type { Evidence } from "./evidence.ts";
import { fail, pass, skipped, unknown, warn, type Row } from "./report.ts";

export interface History {
  readonly previous: ParsedTag | undefined;
  readonly row: Row;
}

/** The tag among the other tags of its component, by version order. */
export function judgeHistory(
  parsed: ParsedTag,
  rules: TagRules,
  evidence: Evidence,
  host: Pick<HostFacts, "kind">,
  allowRegression: boolean,
): History {
  const tags = parseTags(evidence.tags, rules);
  return { previous: previousTag(tags, parsed), row: regressionRow(parsed, tags, evidence, host, allowRegression) };
}

function regressionRow(
  parsed: ParsedTag,
  tags: readonly ParsedTag[],
  { tagsComplete }: Evidence,
  host: Pick<HostFacts, "kind">,
  allowed: boolean,
): Row {
  const higher = regression(tags, parsed);
  const { version, component } = parsed;
  const of = component === undefined ? "" : ` of ${component}`;
  if (higher !== undefined) {
    const detail = `${version.text}${of} comes after ${higher.tag} and is lower, and its own line has nothing before it or something above it`;
    const remedy = "give it a higher version; set allow-regression: true when it is meant so";
    return allowed
      ? warn("regression", detail, "nothing: allow-regression is set")
      : fail("regression", detail, remedy);
  }
  if (tagsComplete)
    return pass("regression", `no release${of} is higher than ${version.text}, or it continues an older line`);
  if (allowed) return skipped("regression", "allow-regression is set");
  return unknown(
    "regression",
    `this checkout may lack tags${of}, so whether ${version.text} goes forward cannot be seen`,
    fullHistory(host),
  );
}
