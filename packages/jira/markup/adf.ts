import { visible } from "@release-actions/text";
import { readMarkdown } from "./markdown.ts";
import type { MarkdownBlock, Span } from "./tree.ts";

/** The parts of the Atlassian Document Format that are written here (version 1): https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number>>;
  readonly content?: readonly AdfNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, string>> }[];
}

export interface AdfDocument extends AdfNode {
  readonly type: "doc";
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

/**
 * Markdown as an Atlassian document, for Jira Cloud. Text becomes text nodes only, so that nothing in it can be a
 * mention, a card, an image or a macro.
 */
export function markdownToAdf(markdown: string): AdfDocument {
  const content = readMarkdown(markdown).flatMap((block) => blockNodes(block));
  return { type: "doc", version: 1, content };
}

/** What a block is in: items and quotes allow fewer kinds of blocks than the document. */
type Place = "document" | "item" | "quote";

function blockNodes(block: MarkdownBlock, place: Place = "document"): AdfNode[] {
  switch (block.kind) {
    case "paragraph":
      return [paragraph(block.text)];
    case "heading":
      if (place !== "document") return [paragraph(block.text.map(asStrong))];
      return [{ type: "heading", attrs: { level: block.level }, content: spanNodes(block.text) }];
    case "list":
      return [listNode(block)];
    case "code":
      return [codeNode(block.text, block.language)];
    case "quote": {
      const content = block.blocks.flatMap((one) => blockNodes(one, place === "item" ? "item" : "quote"));
      return place !== "document" || content.length === 0 ? content : [{ type: "blockquote", content }];
    }
    case "table":
      if (place !== "document")
        return [block.header, ...block.rows].map((row) =>
          paragraph(row.flatMap((cell, at) => (at === 0 ? cell : [SEPARATOR, ...cell]))),
        );
      return [tableNode(block.header, block.rows)];
    case "rule":
      return place === "document" ? [{ type: "rule" }] : [];
  }
}

const SEPARATOR: Span = { kind: "text", text: " | " };

function asStrong(span: Span): Span {
  return span.kind === "break" || span.code === true ? span : { ...span, strong: true };
}

function listNode(block: MarkdownBlock & { kind: "list" }): AdfNode {
  const content = block.items.map((item): AdfNode => {
    const nodes = item.flatMap((one) => blockNodes(one, "item"));
    // An item must begin with a paragraph or code.
    const starts = nodes[0]?.type === "paragraph" || nodes[0]?.type === "codeBlock";
    return { type: "listItem", content: starts ? nodes : [paragraph([]), ...nodes] };
  });
  if (!block.ordered) return { type: "bulletList", content };
  return { type: "orderedList", attrs: { order: block.start }, content };
}

function codeNode(text: string, language: string): AdfNode {
  const shown = visibleText(text);
  const name = language.toLowerCase();
  return {
    type: "codeBlock",
    ...(/^[a-z0-9+#-]{1,30}$/.test(name) && { attrs: { language: name } }),
    content: shown === "" ? [] : [{ type: "text", text: shown }],
  };
}

function tableNode(header: readonly (readonly Span[])[], rows: readonly (readonly (readonly Span[])[])[]): AdfNode {
  const row = (cells: readonly (readonly Span[])[], type: string): AdfNode => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
  });
  return { type: "table", content: [row(header, "tableHeader"), ...rows.map((cells) => row(cells, "tableCell"))] };
}

function paragraph(spans: readonly Span[]): AdfNode {
  return { type: "paragraph", content: spanNodes(spans) };
}

function spanNodes(spans: readonly Span[]): AdfNode[] {
  return spans.map((span) => {
    if (span.kind === "break") return { type: "hardBreak" };
    const code = span.code === true;
    // Code can be combined with a link, and with nothing else.
    const marks = [
      ...(code ? [{ type: "code" }] : []),
      ...(span.strong === true && !code ? [{ type: "strong" }] : []),
      ...(span.emphasis === true && !code ? [{ type: "em" }] : []),
      ...(span.strike === true && !code ? [{ type: "strike" }] : []),
      ...(span.url === undefined ? [] : [{ type: "link", attrs: { href: span.url } }]),
    ];
    const text = visible(span.text);
    return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
  });
}

/** Keeps lines as they are and makes invisible characters visible. */
export function visibleText(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
