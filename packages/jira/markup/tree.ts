/**
 * Markdown as a tree, for renderers that know nothing of Markdown. `Text` is a leaf's text: as written while the blocks
 * are read, spans once the whole text is known.
 */
export type Block<Text> =
  | { readonly kind: "heading"; readonly level: number; readonly text: Text }
  | { readonly kind: "paragraph"; readonly text: Text }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block<Text>[])[] }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block<Text>[] }
  | { readonly kind: "table"; readonly header: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: "rule" };

/** A run of text with what holds for all of it, or a line break. */
export type Span = TextSpan | { readonly kind: "break" };

export interface TextSpan {
  readonly kind: "text";
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** Safe to link to: https, or http on loopback. */
  readonly url?: string;
}

export type MarkdownBlock = Block<readonly Span[]>;

/** Labels of link definitions, as CommonMark compares them, and where they lead. */
export type Definitions = Map<string, string>;

export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}
