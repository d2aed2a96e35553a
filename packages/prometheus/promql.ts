import { invalid } from "@release-actions/action";

/**
 * PromQL composed from parts, so that a value from outside can only be a value:
 * https://prometheus.io/docs/prometheus/latest/querying/basics/
 */

export type Operator = "=" | "!=" | "=~" | "!~";

export interface Matcher {
  readonly label: string;
  readonly operator: Operator;
  /** The value itself, not quoted. With =~ and !~, a regular expression of RE2, which Prometheus anchors. */
  readonly value: string;
}

export function matcher(label: string, operator: Operator, value: string): Matcher {
  if (label === "") throw invalid("A label matcher needs a label.");
  return { label, operator, value };
}

/** The label has exactly this value. An empty value means that the label is missing. */
export function equals(label: string, value: string): Matcher {
  return matcher(label, "=", value);
}

/** The label has one of these values, none of which is read as a regular expression. Throws `invalid` without any. */
export function oneOf(label: string, values: readonly string[]): Matcher {
  if (values.length === 0) throw invalid(`No value is given for the label ${JSON.stringify(label)}.`);
  return values.length === 1 ? equals(label, values[0]!) : matcher(label, "=~", values.map(literal).join("|"));
}

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** `up{job="a"}`. Names outside the classic alphabet are quoted, which requires Prometheus 3. */
export function selector(metric: string, matchers: readonly Matcher[] = []): string {
  const classic = METRIC.test(metric);
  const inside = matchers.map(matcherText);
  const all = classic || metric === "" ? inside : [quoted(metric), ...inside];
  if (metric === "" && all.length === 0) throw invalid("A selector needs a metric or a label matcher.");
  return `${classic ? metric : ""}${all.length === 0 ? "" : `{${all.join(",")}}`}`;
}

/** As it is written between braces. */
export function matcherText({ label, operator, value }: Matcher): string {
  return `${LABEL.test(label) ? label : quoted(label)}${operator}${quoted(value)}`;
}

/** A string of PromQL, in double quotes with Go's escapes. Throws `invalid` for half a character, which no query can contain. */
export function quoted(text: string): string {
  if (!text.isWellFormed())
    throw invalid("A label's value contains half a character (a lone surrogate), which no query can contain.");
  return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, escaped)}"`;
}

function escaped(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  if (character === "\n") return "\\n";
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** A regular expression of RE2 that matches only this text. */
function literal(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}
