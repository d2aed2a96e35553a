import { readBlocks } from "./blocks.ts";
import { readSpans } from "./spans.ts";
import type { Block, Definitions, MarkdownBlock, Span } from "./tree.ts";

/**
 * Reads the part of Markdown that release texts use, as CommonMark 0.31.2 reads it, with GitHub's tables and `~~`:
 * headings, paragraphs, nested lists, code, quotes, rules, emphasis, links, hard breaks. Images become links, comments
 * are left out, everything else is text. Linear in the text's length.
 */
export function readMarkdown(text: string): MarkdownBlock[] {
  const definitions: Definitions = new Map();
  const lines = text.split(/\r\n|\n|\r/);
  // What follows the last line ending is no line.
  if (lines.at(-1) === "") lines.pop();
  const blocks = readBlocks(lines, definitions);
  return blocks.map((block) => withSpans(block, definitions));
}

function withSpans(block: Block<string>, definitions: Definitions): MarkdownBlock {
  const spans = (text: string): readonly Span[] => readSpans(text, definitions);
  const inner = (blocks: readonly Block<string>[]): MarkdownBlock[] => blocks.map((one) => withSpans(one, definitions));
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, text: spans(block.text) };
    case "list":
      return { ...block, items: block.items.map(inner) };
    case "quote":
      return { ...block, blocks: inner(block.blocks) };
    case "table":
      return { ...block, header: block.header.map(spans), rows: block.rows.map((row) => row.map(spans)) };
    case "code":
    case "rule":
      return block;
  }
}
