import { labelEndAt, normalizeLabel } from "./blocks/definitions.ts";
import { scanBlocks } from "./blocks/scan.ts";
import { LINE } from "./blocks/state.ts";

/** What the inline text of a piece of Markdown refers to and leaves open. */
export interface InlineFacts {
  /** Labels that may refer to a link definition, normalized. */
  readonly labels: ReadonlySet<string>;
  /** How many `<details>` are open at the end. */
  readonly openDetails: number;
}

/** Reads the text of paragraphs, headings and HTML; code is passed over. Linear in its length. */
export function readInline(bytes: Uint8Array): InlineFacts {
  const labels = new Set<string>();
  let openDetails = 0;
  const take = (text: string, isHtml: boolean): void => {
    const visible = withoutCodeSpans(text, isHtml);
    if (!isHtml) collectLabels(visible, labels);
    openDetails = countDetails(visible, openDetails);
  };
  let pieces: string[] = [];
  let html = false;
  const flush = (): void => {
    if (pieces.length > 0) take(pieces.join("\n"), html);
    pieces = [];
  };
  scanBlocks(bytes, {
    line(kind, first, state) {
      if (first || kind === LINE.blank) flush();
      if (kind !== LINE.paragraph && kind !== LINE.atx && kind !== LINE.html) return;
      html = kind === LINE.html;
      pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset + state.text, state.stop - state.text).toString("utf8"));
    },
  });
  flush();
  return { labels, openDetails };
}

/** Replaces code spans by spaces; a run of backticks that nothing closes is text. HTML knows none, but comments. */
function withoutCodeSpans(text: string, isHtml: boolean): string {
  if (isHtml) return withoutComments(text);
  if (!text.includes("`")) return text;
  const runs: { at: number; length: number }[] = [];
  for (let i = text.indexOf("`"); i !== -1;) {
    let end = i;
    while (text[end] === "`") end++;
    runs.push({ at: i, length: end - i });
    i = text.indexOf("`", end);
  }
  // From the back, so that each opener knows the next run of its length.
  const next = new Map<number, number>();
  const closers: (number | undefined)[] = [];
  for (let i = runs.length - 1; i >= 0; i--) {
    closers[i] = next.get(runs[i]!.length);
    next.set(runs[i]!.length, i);
  }
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < runs.length; i++) {
    const closer = closers[i];
    if (closer === undefined || isEscaped(text, runs[i]!.at)) continue;
    parts.push(text.slice(from, runs[i]!.at), " ");
    from = runs[closer]!.at + runs[closer]!.length;
    i = closer;
  }
  return parts.join("") + text.slice(from);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\" && slashes < 64) slashes++;
  return slashes % 2 === 1;
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf("<!--", from);
    if (open === -1) return parts.join("") + text.slice(from);
    parts.push(text.slice(from, open));
    const close = text.indexOf("-->", open + 2);
    if (close === -1) return parts.join("");
    from = close + 3;
  }
}

/** Adds the label of each `[text][label]`, `[label][]` and `[label]`; the text of `[text](target)` is none. */
function collectLabels(text: string, labels: Set<string>): void {
  const lastParen = text.lastIndexOf(")");
  for (let i = text.indexOf("["); i !== -1; i = text.indexOf("[", i + 1)) {
    if (isEscaped(text, i)) continue;
    const end = labelEndAt(text, i);
    if (end === -1) continue;
    const next = text[end + 1];
    const followedByLabel = next === "[" && text[end + 2] !== "]" && labelEndAt(text, end + 1) !== -1;
    const inlineLink = next === "(" && lastParen > end;
    if (!followedByLabel && !inlineLink) labels.add(normalizeLabel(text.slice(i + 1, end)));
    i = end;
    // The label behind is read as one in the next turn.
  }
}

function countDetails(text: string, open: number): number {
  let count = open;
  for (let i = text.indexOf("<"); i !== -1; i = text.indexOf("<", i + 1)) {
    const tag = /^<(\/?)details(?=[\s/>]|$)/i.exec(text.slice(i, i + 11));
    if (tag !== null) count = tag[1] === "" ? count + 1 : Math.max(0, count - 1);
  }
  return count;
}
