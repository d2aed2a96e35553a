import type { Block, Inline, InlinePart } from "./document.ts";
import { oneLine, visibleLines } from "./inert.ts";

/**
 * Renders a document as GitHub- and GitLab-flavoured Markdown. No string of it can add structure: no markup, no
 * HTML, no mention, no reference to an issue, no link.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockMarkdown).join("\n\n") + "\n";
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level ?? 2)} ${inertMarkdown(block.text)}`;
    case "paragraph":
      return inlineMarkdown(block.text);
    case "list":
      return block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineMarkdown(item)}`).join("\n");
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
  return [line(columns.map(inertMarkdown)), line(columns.map(() => "---")), ...rows.map((row) => line(row.map(inlineMarkdown)))].join("\n");
}

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === "string") return inertMarkdown(inline);
  if ("kind" in inline) return partMarkdown(inline);
  return inline.map((part) => (typeof part === "string" ? inertMarkdown(part) : partMarkdown(part))).join("");
}

function partMarkdown(part: InlinePart): string {
  switch (part.kind) {
    case "strong":
      return `**${inertMarkdown(part.text)}**`;
    case "code":
      return `<code>${inertHtml(part.text)}</code>`;
    case "link": {
      const url = linkTarget(part.url);
      return url === undefined ? inertMarkdown(`${part.text} (${part.url})`) : `[${inertMarkdown(part.text)}](<${url}>)`;
    }
  }
}

/**
 * One line of plain text as Markdown. Characters that mean something to Markdown, HTML, mentions or references
 * become character references, which render as themselves and are never parsed further.
 */
export function inertMarkdown(text: string): string {
  const escaped = oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~&@$^=:;"'/]/g, (character) => `&#${character.charCodeAt(0)};`);
  // Leading markers of lists, rules and numbered lists.
  return escaped.replace(/^(\s*)([-.]|\d+(?=[.)]|&#41;))/, (_, space: string, marker: string) => `${space}${[...marker].map((c) => `&#${c.charCodeAt(0)};`).join("")}`);
}

function inertHtml(text: string): string {
  return oneLine(text).replace(/[&<>"'`|@#:/\\*_~[\]$]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fenced(text: string, language = ""): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  const lines = visibleLines(text);
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
