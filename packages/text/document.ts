/**
 * A document as structure, not as markup: what a job summary, a report or a message is made of. Each renderer
 * escapes every string for its own target, so no text can change the structure.
 */
export type Block =
  | { readonly kind: "heading"; readonly text: Inline; readonly level?: 2 | 3 | 4 }
  | { readonly kind: "paragraph"; readonly text: Inline }
  | { readonly kind: "list"; readonly items: readonly Inline[]; readonly ordered?: boolean }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly Inline[])[] }
  | { readonly kind: "code"; readonly text: string; readonly language?: string }
  | { readonly kind: "details"; readonly title: string; readonly blocks: readonly Block[] };

/** A run of text, or several of them one after another. A plain string is plain text. */
export type Inline = string | InlinePart | readonly (string | InlinePart)[];

export type InlinePart =
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  /** Shown as a link only when `url` is https (or http on loopback); else as text. */
  | { readonly kind: "link"; readonly text: string; readonly url: string };

export const heading = (text: Inline, level: 2 | 3 | 4 = 2): Block => ({ kind: "heading", text, level });
export const paragraph = (text: Inline): Block => ({ kind: "paragraph", text });
export const list = (items: readonly Inline[], ordered = false): Block => ({ kind: "list", items, ordered });
export const table = (columns: readonly string[], rows: readonly (readonly Inline[])[]): Block => ({
  kind: "table",
  columns,
  rows,
});
export const codeBlock = (text: string, language?: string): Block =>
  language === undefined ? { kind: "code", text } : { kind: "code", text, language };
export const details = (title: string, blocks: readonly Block[]): Block => ({ kind: "details", title, blocks });

export const strong = (text: string): InlinePart => ({ kind: "strong", text });
export const code = (text: string): InlinePart => ({ kind: "code", text });
export const link = (text: string, url: string): InlinePart => ({ kind: "link", text, url });
