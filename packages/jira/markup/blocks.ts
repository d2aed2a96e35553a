import {
  cellsOf, closesFence, fenceOf, headingOf, indentOf, interrupts, isBlank, isDelimiterRow, isQuote, isRule, markerOf, underlineOf, untabbed,
} from "./lines.ts";
import type { Fence, Marker } from "./lines.ts";
import { labelKey } from "./tree.ts";
import type { Block, Definitions } from "./tree.ts";

/** Deeper containers are read as text. */
const DEEPEST = 12;

interface Reading {
  readonly lines: readonly string[];
  readonly definitions: Definitions;
  readonly depth: number;
  at: number;
}

/**
 * Reads the blocks of a Markdown text: headings, paragraphs, lists, code, quotes, tables, rules. Comments are left out,
 * other HTML is text. Link definitions are added to `definitions`. Linear in the text's length.
 */
export function readBlocks(lines: readonly string[], definitions: Definitions, depth = 0): Block<string>[] {
  const reading: Reading = { lines: lines.map(untabbed), definitions, depth, at: 0 };
  const blocks: Block<string>[] = [];
  while (reading.at < reading.lines.length) {
    const block = readBlock(reading);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function readBlock(reading: Reading): Block<string> | undefined {
  const line = reading.lines[reading.at] ?? "";
  if (isBlank(line)) return skip(reading);
  if (indentOf(line) >= 4) return readIndentedCode(reading);
  if (line.trimStart().startsWith("<!--")) return skipComment(reading);
  const fence = fenceOf(line);
  if (fence !== undefined) return readFenced(reading, fence);
  const heading = headingOf(line);
  if (heading !== undefined) {
    reading.at += 1;
    return { kind: "heading", ...heading };
  }
  if (isRule(line)) {
    reading.at += 1;
    return { kind: "rule" };
  }
  if (reading.depth < DEEPEST) {
    if (isQuote(line)) return readQuote(reading);
    const marker = markerOf(line);
    if (marker !== undefined) return readList(reading, marker);
  }
  return readTable(reading) ?? readParagraph(reading);
}

function skip(reading: Reading): undefined {
  reading.at += 1;
}

function skipComment(reading: Reading): undefined {
  while (reading.at < reading.lines.length) {
    const line = reading.lines[reading.at] ?? "";
    reading.at += 1;
    if (line.includes("-->")) return;
  }
}

function readFenced(reading: Reading, fence: Fence): Block<string> {
  const content: string[] = [];
  for (reading.at += 1; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (closesFence(line, fence)) {
      reading.at += 1;
      break;
    }
    content.push(line.slice(Math.min(fence.indent, indentOf(line))));
  }
  return { kind: "code", text: content.join("\n"), language: fence.language };
}

function readIndentedCode(reading: Reading): Block<string> {
  const content: string[] = [];
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (!isBlank(line) && indentOf(line) < 4) break;
    content.push(line.slice(4));
  }
  while (isBlank(content.at(-1) ?? "x")) content.pop();
  return { kind: "code", text: content.join("\n"), language: "" };
}

function readQuote(reading: Reading): Block<string> {
  const content: string[] = [];
  let fence: Fence | undefined;
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (isQuote(line)) {
      const inner = line.replace(/^ {0,3}> ?/, "");
      content.push(inner);
      fence = fenceAfter(fence, inner);
    } else if (fence === undefined && goesOnLazily(content, line)) content.push(`${content.pop()}\n${line.trimStart()}`);
    else break;
  }
  return { kind: "quote", blocks: readBlocks(content, reading.definitions, reading.depth + 1) };
}

/** The fence that is open behind a line of a container. */
function fenceAfter(open: Fence | undefined, line: string): Fence | undefined {
  if (open === undefined) return fenceOf(line);
  return closesFence(line, open) ? undefined : open;
}

/**
 * A paragraph inside a quote or an item goes on although the line lacks what the container asks for. Such a line is kept
 * in one with the line before it, because it can be nothing else than text.
 */
function goesOnLazily(content: readonly string[], line: string): boolean {
  const [before = "", earlier = ""] = [content.at(-1), content.at(-2)];
  if (isBlank(before) || isBlank(line) || interrupts(line) || markerOf(line) !== undefined) return false;
  // What underlined a heading ended its paragraph.
  return endsInParagraph(before) && !(underlineOf(before) !== undefined && endsInParagraph(earlier));
}

/** Whether the line, behind the markers that it begins with, is a paragraph's. */
function endsInParagraph(line: string): boolean {
  let text = line;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (indentOf(text) >= 4) return false;
    const inner = isQuote(text) ? untabbed(text.replace(/^ {0,3}> ?/, "")) : markerOf(text)?.rest;
    if (inner === undefined) break;
    text = inner;
  }
  return !isBlank(text) && fenceOf(text) === undefined && headingOf(text) === undefined && !isRule(text);
}

function readList(reading: Reading, first: Marker): Block<string> {
  const items: Block<string>[][] = [];
  for (let marker: Marker | undefined = first; marker !== undefined; marker = nextMarker(reading, first)) {
    items.push(readBlocks(itemLines(reading, marker), reading.definitions, reading.depth + 1));
  }
  return { kind: "list", ordered: first.ordered, start: first.start, items };
}

function nextMarker(reading: Reading, first: Marker): Marker | undefined {
  while (reading.at < reading.lines.length && isBlank(reading.lines[reading.at] ?? "")) reading.at += 1;
  const line = reading.lines[reading.at];
  const marker = line === undefined ? undefined : markerOf(line);
  return marker?.sign === first.sign && marker.ordered === first.ordered ? marker : undefined;
}

/** The lines of the item at the cursor, without its indentation; the cursor goes behind the blank lines that follow. */
function itemLines(reading: Reading, marker: Marker): string[] {
  const content = [marker.rest];
  let fence = fenceOf(marker.rest);
  for (reading.at += 1; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (isBlank(line)) {
      // An item may begin with one blank line only.
      if (content.length === 1 && isBlank(marker.rest)) break;
      content.push("");
    } else if (indentOf(line) >= marker.width) {
      const inner = line.slice(marker.width);
      content.push(inner);
      fence = fenceAfter(fence, inner);
    } else if (fence === undefined && goesOnLazily(content, line)) content.push(`${content.pop()}\n${line.trimStart()}`);
    else break;
  }
  return content;
}

function readTable(reading: Reading): Block<string> | undefined {
  const header = cellsOf(reading.lines[reading.at] ?? "");
  if (header === undefined || !isDelimiterRow(reading.lines[reading.at + 1], header.length)) return undefined;
  const rows: string[][] = [];
  for (reading.at += 2; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    if (isBlank(line) || interrupts(line)) break;
    const cells = cellsOf(line) ?? [line.trim()];
    rows.push(header.map((_, column) => cells[column] ?? ""));
  }
  return { kind: "table", header, rows };
}

function readParagraph(reading: Reading): Block<string> | undefined {
  while (takesDefinition(reading)) reading.at += 1;
  const content: string[] = [];
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? "";
    const level = content.length > 0 ? underlineOf(line) : undefined;
    if (level !== undefined) {
      reading.at += 1;
      return { kind: "heading", level, text: content.join("\n").trim() };
    }
    // The first line is text whatever it looks like: nothing else has taken it.
    if (isBlank(line) || (content.length > 0 && interrupts(line))) break;
    content.push(line.trimStart());
  }
  return content.length === 0 ? undefined : { kind: "paragraph", text: content.join("\n").trimEnd() };
}

/** `[label]: target`, on one line, its title passed over. */
function takesDefinition(reading: Reading): boolean {
  const line = reading.lines[reading.at] ?? "";
  if (indentOf(line) > 3 || line.length > 3_000) return false;
  const found = /^\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>]*)>|([^\s<]\S*))(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/.exec(line.trimStart());
  const [, label = "", bracketed, plain] = found ?? [];
  if (labelKey(label) === "") return false;
  if (!reading.definitions.has(labelKey(label))) reading.definitions.set(labelKey(label), bracketed ?? plain ?? "");
  return true;
}
