import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import type { Matcher, Operator } from "./promql.ts";
import { unquoted } from "./unquote.ts";

/** A vector selector in a query. */
export interface FoundSelector {
  /** Undefined if it has no name, or a pattern for it. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Offsets in the query; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where further matchers are inserted, and what must precede and follow them there. */
  readonly insertAt: number;
  readonly before: string;
  readonly after: string;
}

/** Where a query is not understood with certainty. */
export interface NotUnderstood {
  readonly offset: number;
  /** The function called there, if the grammar does not have it. */
  readonly unknownFunction?: string;
}

/** What Prometheus reads only with a feature flag. */
const EXPERIMENTAL: ReadonlySet<string> = new Set(["AnchoredExpr", "SmoothedExpr", "FillModifier"]);
/** In single or double quotes on one line, or in backquotes. The grammar also accepts a string without an end. */
const WHOLE_TEXT = /^(?:"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`)$/;

/**
 * Every vector selector of a query, by Prometheus's own grammar. A query with anything that the grammar does not know is
 * not understood, and no selector is guessed.
 */
export function selectorsIn(query: string): readonly FoundSelector[] | NotUnderstood {
  const found: FoundSelector[] = [];
  let stuck: NotUnderstood | undefined;
  let name: SyntaxNodeRef | undefined;
  parser.parse(query).iterate({
    enter: ({ node }) => {
      if (stuck !== undefined) return false;
      if (node.name === "Identifier") name = node;
      stuck = problemAt(query, node, name);
      if (stuck !== undefined || node.name !== "VectorSelector") return;
      const selector = readSelector(query, node);
      if ("offset" in selector) stuck = selector;
      else found.push(selector);
    },
  });
  return stuck ?? found;
}

function problemAt(query: string, node: SyntaxNode, name: SyntaxNodeRef | undefined): NotUnderstood | undefined {
  const { from: offset, to } = node;
  if (node.type.isError) {
    const isCall = name !== undefined && query[offset] === "(" && query.slice(name.to, offset).trim() === "";
    return isCall ? { offset: name.from, unknownFunction: query.slice(name.from, name.to) } : { offset };
  }
  switch (node.name) {
    case "LineComment": {
      // For Prometheus, a carriage return ends the line.
      const end = query.slice(offset, to - 1).indexOf("\r");
      return end === -1 ? undefined : { offset: offset + end };
    }
    case "StringLiteral":
      return WHOLE_TEXT.test(query.slice(offset, to)) ? undefined : { offset };
    default:
      return EXPERIMENTAL.has(node.name) ? { offset } : undefined;
  }
}

function readSelector(query: string, node: SyntaxNode): FoundSelector | NotUnderstood {
  const { from: start, to: end, firstChild, lastChild } = node;
  const name = firstChild?.name === "Identifier" ? query.slice(firstChild.from, firstChild.to) : undefined;
  const braces = lastChild?.name === "LabelMatchers" ? lastChild : undefined;
  if (braces === undefined) return { metric: name, matchers: [], start, end, insertAt: end, before: "{", after: "}" };
  const names = name === undefined ? [] : [name];
  const matchers: Matcher[] = [];
  let insertAt = braces.from + 1;
  for (let child = braces.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === "LineComment") continue;
    const part = child.name === "QuotedLabelName" ? textOf(query, child) : matcherOf(query, child);
    if (part === undefined) return { offset: child.from };
    if (typeof part === "string") names.push(part);
    else matchers.push(part);
    insertAt = child.to;
  }
  const named = matchers.filter(({ label }) => label === "__name__");
  // Prometheus rejects a name that is given twice.
  if (names.length > 1 || (names.length === 1 && named.length > 0)) return { offset: start };
  const only = named.length === 1 && named[0]?.operator === "=" ? named[0].value : "";
  const metric = names[0] ?? (only === "" ? undefined : only);
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(query.slice(insertAt, end))?.[0].length ?? 0;
  const isFirst = insertAt === braces.from + 1 || comma > 0;
  return { metric, matchers, start, end, insertAt: insertAt + comma, before: isFirst ? "" : ",", after: "" };
}

/** Undefined for what cannot be read, such as a string with an invalid escape. */
function matcherOf(query: string, node: SyntaxNode): Matcher | undefined {
  const operator = node.getChild("MatchOp");
  const plain = node.getChild("LabelName");
  const label = plain === null ? textOf(query, node.getChild("QuotedLabelName")) : query.slice(plain.from, plain.to);
  const value = textOf(query, node.getChild("StringLiteral"));
  if (operator === null || label === undefined || value === undefined) return undefined;
  return { label, operator: query.slice(operator.from, operator.to) as Operator, value };
}

function textOf(query: string, node: SyntaxNode | null): string | undefined {
  return node === null ? undefined : unquoted(query.slice(node.from, node.to));
}
