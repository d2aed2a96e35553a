/** Markdown as a tree, for renderers that do not know Markdown. */
export type MarkdownBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: Spans }
  | { readonly kind: "paragraph"; readonly text: Spans }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly MarkdownBlock[])[];
    }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "quote"; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: "table"; readonly header: readonly Spans[]; readonly rows: readonly (readonly Spans[])[] }
  | { readonly kind: "rule" };

export type Spans = readonly Span[];

/** Text with the same marks throughout, or a line break. */
export type Span = TextSpan | { readonly kind: "break" };

export interface TextSpan {
  readonly kind: "text";
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** Safe as a link: https, or http on loopback. */
  readonly url?: string;
}
