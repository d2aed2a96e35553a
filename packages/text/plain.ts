import type { Block, Inline } from "./document.ts";
import { oneLine, visibleLines } from "./inert.ts";
import { secrets } from "./redact.ts";

/** Renders a document, redacted, for a terminal or a plain log: aligned tables, indented code, links spelled out. */
export function toPlainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n\n") + "\n";
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return inlineText(block.text);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineText(item)}`)
        .join("\n");
    case "table":
      return tableText([block.columns.map(clean), ...block.rows.map((row) => row.map(inlineText))]);
    case "code":
      return indent(visibleLines(secrets.redact(block.text)).join("\n"));
    case "details":
      return `${clean(block.title)}\n${indent(toPlainText(block.blocks).trimEnd())}`;
  }
}

function inlineText(inline: Inline): string {
  if (typeof inline === "string") return clean(inline);
  if (!("kind" in inline)) return inline.map((part) => inlineText(part)).join("");
  return inline.kind === "link" ? `${clean(inline.text)} (${clean(inline.url)})` : clean(inline.text);
}

function clean(text: string): string {
  return oneLine(secrets.redact(text));
}

function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + " ".repeat(Math.max(0, widths[column]! - [...cell].length)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
