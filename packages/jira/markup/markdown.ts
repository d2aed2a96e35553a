import MarkdownIt, { type Token } from "markdown-it";
import { readAddresses, readSpans } from "./spans.ts";
import type { MarkdownBlock, Spans } from "./tree.ts";

/** Deeper containers are read as text. */
const DEEPEST = 12;

// A list has two levels of nesting. The reader does not read what is nested deeper.
const reader = new MarkdownIt({ html: true, maxNesting: 2 * DEEPEST + 10 });
// Addresses stay as they are written. spans.ts decides which ones become links.
reader.validateLink = () => true;
reader.normalizeLink = (url) => url;
reader.normalizeLinkText = (url) => url;

interface Reading {
  readonly tokens: readonly Token[];
  readonly lines: readonly string[];
  at: number;
}

/**
 * Reads Markdown as CommonMark (https://spec.commonmark.org/0.31.2/) with GitHub's tables and `~~`. Images become links,
 * comments are omitted, other HTML is text.
 */
export function readMarkdown(text: string): MarkdownBlock[] {
  // The reader ignores white space after the last line end, which is a line in code.
  const whole = /[\r\n]$/.test(text) ? text : `${text}\n`;
  return readBlocks({ tokens: reader.parse(whole, {}), lines: whole.split(/\r\n|\n|\r/), at: 0 }, 0);
}

/** Reads up to the end of the container or of the document, and moves past it. */
function readBlocks(reading: Reading, depth: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  for (let token = next(reading); token !== undefined && token.nesting >= 0; token = next(reading)) {
    const block = readBlock(reading, token, depth);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function next(reading: Reading): Token | undefined {
  return reading.tokens[reading.at++];
}

function readBlock(reading: Reading, token: Token, depth: number): MarkdownBlock | undefined {
  switch (token.type) {
    case "heading_open":
      return { kind: "heading", level: Number(token.tag.slice(1)), text: readLeaf(reading) };
    case "paragraph_open":
      return { kind: "paragraph", text: readLeaf(reading) };
    case "fence":
    case "code_block":
      return { kind: "code", text: token.content.replace(/\n$/, ""), language: languageOf(token) };
    case "hr":
      return { kind: "rule" };
    case "table_open":
      return readTable(reading);
    case "html_block":
      return htmlAsText(token.content);
    case "blockquote_open":
      if (depth === DEEPEST) return readAsText(reading, token);
      return { kind: "quote", blocks: readBlocks(reading, depth + 1) };
    case "bullet_list_open":
    case "ordered_list_open":
      return depth === DEEPEST ? readAsText(reading, token) : readList(reading, token, depth + 1);
    // A link definition is not rendered.
    default:
      return undefined;
  }
}

/** The text of a heading or a paragraph, and its end. */
function readLeaf(reading: Reading): Spans {
  const text = next(reading);
  next(reading);
  return readSpans(text?.children ?? []);
}

function languageOf({ info }: Token): string {
  return reader.utils.unescapeAll(info).trim().split(/\s/)[0] ?? "";
}

function readList(reading: Reading, list: Token, depth: number): MarkdownBlock {
  const items: MarkdownBlock[][] = [];
  while (next(reading)?.type === "list_item_open") items.push(readBlocks(reading, depth));
  return { kind: "list", ordered: list.tag === "ol", start: Number(list.attrGet("start") ?? 1), items };
}

function readTable(reading: Reading): MarkdownBlock {
  const rows: Spans[][] = [];
  for (let token = next(reading); token !== undefined && token.type !== "table_close"; token = next(reading)) {
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "inline") rows.at(-1)?.push(readSpans(token.children ?? []));
  }
  const [header = [], ...rest] = rows;
  return { kind: "table", header, rows: rest };
}

/** A container with everything in it, as in the source. */
function readAsText(reading: Reading, container: Token): MarkdownBlock {
  for (let open = 1; open > 0;) open += next(reading)?.nesting ?? -1;
  const [from, to] = container.map ?? [0, 0];
  return asParagraph(reading.lines.slice(from, to).join(" "));
}

function htmlAsText(html: string): MarkdownBlock | undefined {
  const shown = html.replace(/<!--[^]*?(?:-->|$)/g, "");
  return shown.trim() === "" ? undefined : asParagraph(shown);
}

function asParagraph(text: string): MarkdownBlock {
  return { kind: "paragraph", text: readAddresses(text.trim().replace(/\s+/g, " ")) };
}
