import type { Block, Inline, InlinePart } from "./document.ts";
import { oneLine, visibleLines } from "./inert.ts";
import { isContents, isLive, splitLive } from "./live-words.ts";
import { secrets } from "./redact.ts";

/**
 * Renders a document as GitHub- and GitLab-flavored Markdown, with registered secrets removed. None of its strings can
 * add structure: no markup, HTML, mention, issue reference or link. A backslash escapes what only Markdown would
 * interpret; what the forges look for in rendered text becomes code, which they skip. So the source stays readable.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockMarkdown).join("\n\n") + "\n";
}

/** One line of plain text as Markdown, for the beginning of a paragraph, a heading or a list item. */
export function inertMarkdown(text: string): string {
  return inlineMarkdown(text, { isStart: true, isCell: false });
}

function blockMarkdown(block: Block): string {
  const atStart = { isStart: true, isCell: false };
  switch (block.kind) {
    case "heading":
      // Hashes at the end of a heading would be its closing sequence.
      return `${"#".repeat(block.level ?? 2)} ${inlineMarkdown(block.text, atStart).replace(/(^|\s)(?=#+\s*$)/, "$1\\")}`;
    case "paragraph":
      return inlineMarkdown(block.text, atStart);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineMarkdown(item, atStart)}`)
        .join("\n");
    case "table":
      return tableMarkdown(block.columns, block.rows);
    case "code":
      return fenced(block.text, block.language);
    case "details":
      return `<details><summary>${inertHtml(block.title)}</summary>\n\n${toMarkdown(block.blocks)}\n</details>`;
  }
}

function tableMarkdown(columns: readonly string[], rows: readonly (readonly Inline[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (inline: Inline) => inlineMarkdown(inline, { isStart: false, isCell: true });
  return [line(columns.map(cell)), line(columns.map(() => "---")), ...rows.map((row) => line(row.map(cell)))].join(
    "\n",
  );
}

/** Where a text appears, which decides what counts as markup. */
interface Place {
  /** At the beginning of a line, where block markers count. */
  readonly isStart: boolean;
  /** In a table cell, which a vertical bar would end. */
  readonly isCell: boolean;
  /** Between the brackets of a link. */
  readonly isLink?: boolean;
}

/** A piece of a line: finished markup, or text to be shown as code. */
interface Piece {
  readonly kind: "markup" | "code" | "link";
  readonly text: string;
}

function inlineMarkdown(inline: Inline, place: Place): string {
  const pieces = joined(inline).flatMap((part, index) =>
    piecesOf(part, { ...place, isStart: place.isStart && index === 0 }),
  );
  return piecesMarkdown(pieces, place);
}

function piecesMarkdown(pieces: readonly Piece[], place: Place): string {
  let line = "";
  for (const [index, { kind, text }] of pieces.entries()) {
    const next = pieces[index + 1]?.kind;
    if (kind !== "code") line += next === "link" && text.endsWith("!") ? `${text.slice(0, -1)}\\!` : text;
    else if (next !== "code") line += codeSpan(codeUpTo(pieces, index), place);
  }
  return line;
}

/** The code that ends here, joined: two adjacent code spans would be read as one longer span. */
function codeUpTo(pieces: readonly Piece[], last: number): string {
  let first = last;
  while (pieces[first - 1]?.kind === "code") first -= 1;
  return pieces
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join("");
}

/** The parts, with adjacent texts joined: "a@" and "b.example" are an address only together. */
function joined(inline: Inline): (string | InlinePart)[] {
  if (typeof inline === "string" || "kind" in inline) return [inline];
  const parts: (string | InlinePart)[] = [];
  for (const part of inline) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

function piecesOf(part: string | InlinePart, place: Place): Piece[] {
  if (typeof part === "string") return textPieces(clean(part), place);
  const within = { ...place, isStart: false };
  switch (part.kind) {
    case "strong": {
      const text = piecesMarkdown(textPieces(clean(part.text).trim(), within), within);
      return text === "" ? [] : [markup(`**${text}**`)];
    }
    case "code": {
      const text = clean(part.text);
      if (text.trim() === "") return [markup(text)];
      return isContents(text) ? textPieces(text, place) : [{ kind: "code", text }];
    }
    case "link": {
      const [text, address] = [clean(part.text), secrets.redact(part.url)];
      const url = linkTarget(address);
      if (url === undefined) return textPieces(`${text} (${clean(address)})`, place);
      if (text === address || text === url) return [{ kind: "markup", text: `<${url}>` }];
      const shown = { ...within, isLink: true };
      return [{ kind: "link", text: `[${piecesMarkdown(textPieces(text, shown), shown)}](<${url}>)` }];
    }
  }
}

const markup = (text: string): Piece => ({ kind: "markup", text });

/** On one line, with secrets removed and invisible characters made visible. */
function clean(text: string): string {
  return oneLine(secrets.redact(text));
}

function textPieces(text: string, place: Place): Piece[] {
  const words = (place.isStart ? text.trimStart() : text).split(/(\s+)/);
  return words.flatMap((word, index) => wordPieces(word, place, place.isStart && index === 0));
}

function wordPieces(word: string, place: Place, isFirst: boolean): Piece[] {
  if (word === "") return [];
  if (/^\s+$/.test(word)) return [markup(word)];
  if (!isLive(word)) return [markup(escaped(isFirst ? escapedMarker(word) : word, place))];
  const [before, core, after] = splitLive(word);
  const around = (text: string) => (text === "" ? [] : [markup(escaped(text, place))]);
  return [...around(isFirst ? escapedMarker(before) : before), { kind: "code", text: core }, ...around(after)];
}

/** Represents a backslash that is markup while a word is being escaped. */
const ESCAPE = "\u0000";

/** Escapes what would start a list, a quote, a heading, a rule or a GitLab quick action at the start of a line. */
function escapedMarker(word: string): string {
  const number = /^([0-9]{1,9})([.)])$/.exec(word);
  if (number !== null) return `${number[1]}${ESCAPE}${number[2]}`;
  return /^(?:>|#{1,6}$|[-=+]+$|\/[a-z])/i.test(word) ? ESCAPE + word : word;
}

/**
 * A word with a backslash before each character that CommonMark or GFM would read as markup at this place. Doubles a
 * backslash of the word itself where it would escape something, including our own markup after the word.
 */
function escaped(word: string, { isCell, isLink = false }: Place): string {
  const text = (isLink ? word.replaceAll("]", `${ESCAPE}]`) : word)
    .replace(/\\(?=[\u0000!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/[`*~[]|<(?=[a-z/!?])|&(?=[#a-z])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&");
  return (isCell ? text.replaceAll("|", "\\|") : text).replaceAll(ESCAPE, "\\");
}

/** Code in a fence longer than any run of backticks in it. Backslashes are literal, except before a bar in a cell. */
function codeSpan(text: string, { isCell }: Place): string {
  if (isCell && text.includes("|")) {
    // Code in a cell cannot contain a backslash followed by a bar, so the bar goes outside the code.
    if (!text.includes("\\|")) return span(text).replaceAll("|", "\\|");
    return text
      .split("|")
      .map((part) => (part === "" ? "" : span(part)))
      .join("\\|");
  }
  return span(text);
}

function span(text: string): string {
  const fence = "`".repeat(longestRun(text, 0) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function longestRun(text: string, least: number): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), least);
}

/** Text in an HTML element on its own line, which Markdown leaves alone but the forges search. */
function inertHtml(text: string): string {
  return clean(text)
    .split(/(\s+)/)
    .map((word) => (isLive(word) ? `<code>${escapedHtml(word)}</code>` : escapedHtml(word)))
    .join("");
}

function escapedHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fenced(text: string, language = ""): string {
  const fence = "`".repeat(longestRun(text, 2) + 1);
  const lines = visibleLines(secrets.redact(text));
  return [`${fence}${language.replace(/[^a-z0-9-]/gi, "")}`, ...lines, fence].join("\n");
}

/** The URL when it may be shown as a link: https, or http on loopback, and nothing that could end the link. */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url) || url.length > 2_000) return undefined;
  const parsed = new URL(url);
  const loopback = parsed.hostname === "127.0.0.1" || parsed.hostname === "localhost" || parsed.hostname === "[::1]";
  if (parsed.protocol !== "https:" && !(parsed.protocol === "http:" && loopback)) return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  return parsed.href.replace(/[<>()\s|]/g, (character) => encodeURIComponent(character));
}
