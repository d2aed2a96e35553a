import { linkTarget, visible } from "@release-actions/text";
import { visibleText } from "./adf.ts";
import { readMarkdown } from "./markdown.ts";
import type { MarkdownBlock, Span, TextSpan } from "./tree.ts";

/**
 * Markdown as Jira's wiki markup (https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all), for Data
 * Center. Every character of the text that has a meaning for the renderer is escaped, so that nothing in it can be a
 * mention, a macro, an image, a link or an emoticon.
 */
export function markdownToWiki(markdown: string): string {
  return blocksWiki(readMarkdown(markdown), "");
}

function blocksWiki(blocks: readonly MarkdownBlock[], bullets: string): string {
  return blocks
    .map((block) => blockWiki(block, bullets))
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockWiki(block: MarkdownBlock, bullets: string): string {
  switch (block.kind) {
    case "paragraph":
      return spansWiki(block.text);
    case "heading":
      return `h${block.level}. ${spansWiki(block.text)}`;
    case "list":
      return block.items.map((item) => itemWiki(item, bullets + (block.ordered ? "#" : "*"))).join("\n");
    case "code":
      return codeWiki(block.text, block.language);
    case "quote":
      return `{quote}\n${flat(block.blocks)
        .map((one) => blockWiki(one, ""))
        .join("\n\n")}\n{quote}`;
    case "table":
      return [tableLine(block.header, "||"), ...block.rows.map((row) => tableLine(row, "|"))].join("\n");
    case "rule":
      return "----";
  }
}

/** A quote inside a quote would end the outer one. */
function flat(blocks: readonly MarkdownBlock[]): MarkdownBlock[] {
  return blocks.flatMap((block): MarkdownBlock[] => {
    if (block.kind === "quote") return flat(block.blocks);
    return block.kind === "list" ? [{ ...block, items: block.items.map(flat) }] : [block];
  });
}

/** An item is one line: further paragraphs follow a line break, nested lists and code have their own lines. */
function itemWiki(item: readonly MarkdownBlock[], bullets: string): string {
  let text = `${bullets} `;
  let begun = false;
  for (const block of item) {
    if (block.kind === "rule") continue;
    const line = block.kind === "paragraph" || block.kind === "heading";
    const shown = line ? spansWiki(block.text) : blockWiki(block, bullets);
    text += `${line ? (begun ? LINE_BREAK : "") : "\n"}${shown}`;
    begun = true;
  }
  return text;
}

const LINE_BREAK = " \\\\ ";

function tableLine(cells: readonly (readonly Span[])[], border: string): string {
  return `${border}${cells.map((cell) => spansWiki(cell) || " ").join(border)}${border}`;
}

/** Languages of Jira's code macro; with any other name it shows an error instead of the code. */
const LANGUAGES = new Set(
  "bash c c++ c# css diff go groovy html java javascript json kotlin lua perl php python r ruby rust scala sh sql swift typescript xml yaml".split(
    " ",
  ),
);

function codeWiki(text: string, language: string): string {
  const shown = visibleText(text);
  const lower = shown.toLowerCase();
  const name = language.toLowerCase();
  if (LANGUAGES.has(name) && !lower.includes("{code")) return `{code:${name}}\n${shown}\n{code}`;
  if (!lower.includes("{noformat")) return `{noformat}\n${shown}\n{noformat}`;
  // Code that could end the macro is written as text.
  return shown
    .split("\n")
    .map((line) => `{{${escaped(line) || " "}}}`)
    .join(LINE_BREAK);
}

function spansWiki(spans: readonly Span[]): string {
  const text = spans.map((span) => (span.kind === "break" ? LINE_BREAK : spanWiki(span))).join("");
  // What begins a heading or a quote at the start of a line.
  return text.trim().replace(/^(h[1-6]|bq)\./, "$1&#46;");
}

function spanWiki(span: TextSpan): string {
  const text = escaped(visible(span.text));
  // A bare address needs no title.
  if (span.url !== undefined && linkTarget(span.text) === span.url) return `[${urlWiki(span.url)}]`;
  if (span.url !== undefined) return `[${text}|${urlWiki(span.url)}]`;
  if (text.trim() === "") return text;
  const code = span.code === true ? `{{${text}}}` : text;
  // In braces, the marks also work inside a word.
  return [span.strike === true && "{-}", span.emphasis === true && "{_}", span.strong === true && "{*}"]
    .filter((mark) => mark !== false)
    .reduceRight((inner, mark) => `${mark}${inner}${mark}`, code);
}

/**
 * Text that Jira's renderer shows literally. It accepts a backslash before certain characters, and character references
 * for all others; a backslash itself becomes a reference, so that two of them never make a line break.
 */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\\&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/[*_+^~|%{}[\]()!@]/g, "\\$&")
      .replace(/\?(?=\?)|(?<=\?)\?/g, "\\?")
      // Inside a word, as in version numbers and names, a hyphen has no meaning.
      .replace(/(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])/g, "\\-")
      .replace(/(?<![&A-Za-z0-9])#/g, "\\#")
      // Addresses, and emoticons without a closing parenthesis.
      .replace(/:(?=[^\s0-9])|(?<=mailto):/gi, (character) => `&#${character.charCodeAt(0)};`)
  );
}

function urlWiki(url: string): string {
  return url.replace(/[[\]{}!*^~|\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
