import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { program, type Need } from "./rings.ts";

export { liveParts, type Live, type LiveKind, type Own } from "./live-parts.ts";

/** For `ring`: GitHub's own Markdown renderer. */
export const CMARK_GFM: readonly Need[] = [program("cmark-gfm", ["--version"])];

export interface GfmOptions {
  /** Keep raw HTML, as GitHub does until its sanitizer runs; otherwise a comment replaces it. */
  readonly unsafe?: boolean;
}

const EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"];

/** Renders Markdown with GitHub's renderer and the extensions that GitHub uses. */
export function renderGfm(markdown: string, { unsafe = false }: GfmOptions = {}): string {
  const args = EXTENSIONS.flatMap((name) => ["--extension", name]);
  const { status, stdout, stderr, error } = spawnSync("cmark-gfm", unsafe ? [...args, "--unsafe"] : args, {
    input: markdown,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`cmark-gfm failed: ${error?.message ?? stderr}`);
  return stdout;
}

/**
 * Renders many texts in few processes, separated by a paragraph that no text contains. If a text absorbs the paragraph
 * after it (an unclosed fence), the texts are rendered in smaller batches.
 */
export function renderMany(texts: readonly string[], options: GfmOptions = {}): string[] {
  // A link definition would affect the other texts.
  const shared = [...texts.keys()].filter((index) => !texts[index]!.includes("]:"));
  const results = new Map(shared.map((index) => [index, ""]));
  const lot = renderLot(
    shared.map((index) => texts[index]!),
    options,
  );
  for (const [at, index] of shared.entries()) results.set(index, lot[at]!);
  return texts.map((text, index) => results.get(index) ?? renderGfm(text, options));
}

function renderLot(texts: readonly string[], options: GfmOptions): string[] {
  if (texts.length <= 1) return texts.map((text) => renderGfm(text, options));
  const mark = `mark${randomUUID().replaceAll("-", "z")}`;
  const html = renderGfm(texts.map((text, index) => `${text}\n\n${mark}q${index}q\n\n`).join(""), options);
  const parts: string[] = [];
  let from = 0;
  for (const index of texts.keys()) {
    const paragraph = `<p>${mark}q${index}q</p>\n`;
    const at = html.indexOf(paragraph, from);
    if (at === -1 || (at > 0 && html[at - 1] !== "\n")) break;
    parts.push(html.slice(from, at));
    from = at + paragraph.length;
  }
  if (parts.length === texts.length && !parts.some((part) => part.includes(mark))) return parts;
  const half = texts.length >> 1;
  return [...renderLot(texts.slice(0, half), options), ...renderLot(texts.slice(half), options)];
}
