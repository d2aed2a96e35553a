import { invalid } from "@release-actions/action";
import { oneLine, shorten } from "@release-actions/text";
import { matcherText, type Matcher } from "./promql.ts";
import { selectorsIn, type FoundSelector } from "./selectors.ts";

/** In a query, the placeholder for the matchers, if the query itself decides where they belong. */
export const SELECTOR = "$selector";

export interface Injected {
  readonly query: string;
  /** Metrics that the query reads, each name once; selectors without a name are omitted. */
  readonly metrics: readonly string[];
}

/**
 * The query with these matchers in every vector selector, or in place of `$selector` if it contains that. Throws
 * `invalid` for a query that is not understood, and for a selector that requires another value of a label.
 */
export function withMatchers(query: string, matchers: readonly Matcher[]): Injected {
  if (query.includes(SELECTOR)) return atPlaceholder(query, matchers);
  const found = understood(query);
  if (found.length === 0)
    throw invalid(`the query reads no metric: ${show(query)}`, {
      remedy: "Name a metric: a number alone says nothing about a release.",
    });
  const everything = found.find(selectsEverything);
  if (everything !== undefined) {
    const { start, end } = everything;
    throw invalid(`${show(query.slice(start, end))} selects everything, which Prometheus refuses: ${show(query)}`, {
      remedy: "Name a metric, or a label that has a value.",
    });
  }
  let injected = "";
  let end = 0;
  for (const selector of found) {
    const added = missing(selector, matchers, query);
    injected += query.slice(end, selector.insertAt);
    end = selector.insertAt;
    if (added.length > 0) injected += selector.before + added.map(matcherText).join(",") + selector.after;
  }
  return { query: injected + query.slice(end), metrics: metricsOf(found) };
}

/** Metric and matchers of a text that is one selector. Throws `invalid` for anything else. */
export function readSelector(text: string): { readonly metric: string; readonly matchers: readonly Matcher[] } {
  const found = selectorsIn(text);
  const [first, ...more] = "offset" in found ? [] : found;
  const bare = first !== undefined && more.length === 0 && isBare(text, first);
  if (bare && first.metric !== undefined)
    return { metric: first.metric, matchers: first.matchers.filter(({ label }) => label !== "__name__") };
  throw invalid(`not a selector of one metric: ${show(text)}`, {
    remedy:
      'Write only the metric and its labels, such as http_requests_total{code="500"}; its growth is computed here.',
  });
}

/** Matchers as they are written between braces. Throws `invalid` for anything else. */
export function readMatchers(text: string): readonly Matcher[] {
  const found = selectorsIn(`{${text}\n}`);
  const [first, ...more] = "offset" in found ? [] : found;
  if (first !== undefined && more.length === 0 && first.metric === undefined && first.matchers.length > 0)
    return first.matchers;
  throw invalid(`not label matchers: ${show(text)}`, { remedy: 'Write label="value", several separated by commas.' });
}

function atPlaceholder(query: string, matchers: readonly Matcher[]): Injected {
  const inside = matchers.map(matcherText).join(",");
  const injected = query.replaceAll(SELECTOR, () => inside);
  const found = selectorsIn(injected);
  // A query that is not understood is left to its author.
  if ("offset" in found) return { query: injected, metrics: [] };
  const isIn = ({ matchers: own }: FoundSelector) =>
    matchers.every((wanted) => own.some((one) => matcherText(one) === matcherText(wanted)));
  if (found.some(isIn)) return { query: injected, metrics: metricsOf(found) };
  throw invalid(`${SELECTOR} is in no selector of the query: ${show(query)}`, {
    remedy: `Put it between the braces of a metric, as in http_requests_total{${SELECTOR}}.`,
  });
}

function understood(query: string): readonly FoundSelector[] {
  const found = selectorsIn(query);
  if (!("offset" in found)) return found;
  const { offset, unknownFunction } = found;
  const where = `put ${SELECTOR} between the braces of each selector to say where the matchers belong.`;
  if (unknownFunction !== undefined) {
    throw invalid(`the query calls ${show(unknownFunction)}, which is not a known function: ${show(query)}`, {
      remedy: `Correct it, or ${where}`,
    });
  }
  throw invalid(`the query is not understood from ${show(query.slice(offset, offset + 40))} on: ${show(query)}`, {
    remedy: `Correct it, or write it with the functions and operators of PromQL 2; ${where}`,
  });
}

/** It has no name, and no matcher that excludes a series without the label. */
function selectsEverything({ metric, matchers }: FoundSelector): boolean {
  return metric === undefined && matchers.every(takesEmpty);
}

/** Regular expressions are not run here, so only obvious ones count. */
function takesEmpty({ operator, value }: Matcher): boolean {
  const choices = operator.endsWith("~") ? value.split("|") : [value];
  const isEmptyTaken = choices.some((one) => one === "" || (one === ".*" && operator.endsWith("~")));
  return operator.startsWith("!") ? !isEmptyTaken : isEmptyTaken;
}

/** Matchers that the selector does not have yet. */
function missing({ matchers: own }: FoundSelector, matchers: readonly Matcher[], query: string): Matcher[] {
  return matchers.filter((wanted) => {
    const same = own.filter(({ label }) => label === wanted.label);
    const other = same.find(
      ({ operator, value }) => operator === "=" && wanted.operator === "=" && value !== wanted.value,
    );
    if (other === undefined)
      return !same.some(({ operator, value }) => operator === wanted.operator && value === wanted.value);
    throw invalid(`the query requires ${matcherText(other)} and the selector ${matcherText(wanted)}: ${show(query)}`, {
      remedy: "Remove the label from the query.",
    });
  });
}

/** With anything around it, the query would be something other than the selector. */
function isBare(text: string, { start, end }: FoundSelector): boolean {
  return text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
}

function metricsOf(found: readonly FoundSelector[]): string[] {
  return [...new Set(found.flatMap(({ metric }) => metric ?? []))];
}

function show(text: string): string {
  return JSON.stringify(shorten(oneLine(text), 120));
}
