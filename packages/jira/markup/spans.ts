import { linkTarget } from "@release-actions/text";
import type { Token } from "markdown-it";
import type { Span, Spans, TextSpan } from "./tree.ts";

type Mark = "strong" | "emphasis" | "strike";

interface Link {
  readonly destination: string;
  /** Undefined if the address must not become a link. */
  readonly url: string | undefined;
  /** `<https://…>`: its text is its address. */
  readonly isAuto: boolean;
  text: string;
}

interface Reading {
  readonly spans: Span[];
  /** How many of each kind are open. */
  readonly marks: Record<Mark, number>;
  readonly links: Link[];
}

/** The inline tokens of a leaf as text with marks. */
export function readSpans(tokens: readonly Token[]): Spans {
  const reading = newReading();
  for (const token of tokens) readToken(reading, token);
  return reading.spans;
}

/** Text without markup, with its addresses as links. */
export function readAddresses(text: string): Spans {
  const reading = newReading();
  addText(reading, text);
  return reading.spans;
}

function newReading(): Reading {
  return { spans: [], marks: { strong: 0, emphasis: 0, strike: 0 }, links: [] };
}

function readToken(reading: Reading, token: Token): void {
  const { marks } = reading;
  switch (token.type) {
    case "text":
      return addText(reading, token.content);
    case "softbreak":
      return add(reading, " ");
    case "hardbreak":
      reading.spans.push({ kind: "break" });
      return;
    case "code_inline":
      return add(reading, token.content, { code: true });
    case "html_inline":
      return token.content.startsWith("<!--") ? undefined : add(reading, token.content);
    case "strong_open":
    case "strong_close":
      marks.strong += token.nesting;
      return;
    case "em_open":
    case "em_close":
      marks.emphasis += token.nesting;
      return;
    case "s_open":
    case "s_close":
      marks.strike += token.nesting;
      return;
    case "link_open":
      return openLink(reading, String(token.attrGet("href") ?? ""), token.info === "auto");
    case "link_close":
      return closeLink(reading);
    case "image":
      openLink(reading, String(token.attrGet("src") ?? ""), false);
      for (const child of token.children ?? []) readToken(reading, child);
      return closeLink(reading);
  }
}

function openLink({ links }: Reading, destination: string, isAuto: boolean): void {
  const url = links.at(-1)?.url ?? linkTarget(destination);
  links.push({ destination, url, isAuto, text: "" });
}

/** Addresses that may be links already are; all others are shown. */
function closeLink(reading: Reading): void {
  const { destination, url, isAuto, text } = reading.links.at(-1)!;
  if (url !== undefined && text === "") add(reading, url);
  reading.links.pop();
  const isShown = url !== undefined || isAuto || destination === "" || destination === text;
  if (!isShown) add(reading, ` (${destination})`);
}

const ADDRESS = /(?<![\p{L}\p{N}])https:\/\/[^\s<>"'`|\\^{}[\]*]{1,2000}/gu;

/** Turns bare addresses into links, without the punctuation that ends a sentence. */
function addText(reading: Reading, text: string): void {
  let from = 0;
  for (const match of reading.links.length > 0 ? [] : text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0]);
    const url = linkTarget(address);
    if (url === undefined) continue;
    add(reading, text.slice(from, match.index));
    add(reading, address, { url });
    from = match.index + address.length;
  }
  add(reading, text.slice(from));
}

function withoutPunctuation(address: string): string {
  let closing = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; ; end -= 1) {
    const last = address[end - 1] ?? "";
    if (last === ")" && closing > 0) closing -= 1;
    else if (!/[.,;:!?_~]/.test(last)) return address.slice(0, end);
  }
}

function add(reading: Reading, text: string, more: Pick<TextSpan, "code" | "url"> = {}): void {
  if (text === "") return;
  const { spans, marks, links } = reading;
  for (const link of links) link.text += text;
  const url = more.url ?? links.at(-1)?.url;
  const span: TextSpan = {
    kind: "text",
    text,
    ...(marks.strong > 0 && { strong: true }),
    ...(marks.emphasis > 0 && { emphasis: true }),
    ...(marks.strike > 0 && { strike: true }),
    ...(more.code === true && { code: true }),
    ...(url !== undefined && { url }),
  };
  const last = spans.at(-1);
  if (last?.kind === "text" && isMarkedAlike(last, span)) spans[spans.length - 1] = { ...last, text: last.text + text };
  else spans.push(span);
}

function isMarkedAlike(a: TextSpan, b: TextSpan): boolean {
  const isStyledAlike = a.strong === b.strong && a.emphasis === b.emphasis && a.strike === b.strike;
  return isStyledAlike && a.code === b.code && a.url === b.url;
}
