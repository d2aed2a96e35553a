import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, Parser } from "parse5";
import type { Resource, WebPage } from "./types.ts";
import { VERSION_NAMES } from "./types.ts";
import { matches } from "./selector.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A browser would not show the page as it is written. */
export class UnreadablePage extends Error {
  override readonly name = "UnreadablePage";
}

/** Browsers flatten deeper nesting (Blink: 512); the parser's time grows with the depth. */
const DEEPEST = 512;
const MOST_RESOURCES = 2_000;
/** Far more than a page for people has; each costs memory. */
const MOST_ELEMENTS = 100_000;
/** The parser compares each attribute of a tag with all previous ones. */
const MOST_ATTRIBUTES = 1_000;
const PIECE = 8 * 1024;
const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";

/**
 * The content of a page, parsed as browsers parse it (HTML, 13.2). `address` is the page's URL. Throws UnreadablePage if
 * elements are nested too deeply, if there are too many of them, or if the page references too many files.
 */
export async function readPage(html: string, address: string): Promise<WebPage> {
  const { Parser: HtmlParser, defaultTreeAdapter } = await import("parse5");
  let depth = 0;
  let count = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      count += 1;
      if (count > MOST_ELEMENTS) throw new UnreadablePage(`it has more than ${MOST_ELEMENTS} elements`);
      return defaultTreeAdapter.createElement(...given);
    },
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST) throw new UnreadablePage(`its elements are nested deeper than ${DEEPEST}`);
    },
    onItemPop: () => void (depth -= 1),
  };
  const parser = new HtmlParser({ sourceCodeLocationInfo: true, scriptingEnabled: true, treeAdapter });
  parseInPieces(parser, html);
  const elements = elementsOf(parser.document);
  const base = baseOf(elements, address);
  const reading = { resources: [] as Resource[], unreadable: [] as { text: string; line: number }[] };
  for (const element of elements) readElement(element, base, reading);
  const all = (name: string) => elements.filter(({ tag }) => tag === name);
  return {
    ...reading,
    base,
    title: titleOf(elements),
    inlineScripts: all("script").filter(({ given }) => !given.has("src") && kindOfScript(given) !== undefined).length,
    inlineStyles: all("style").length,
    policies: all("meta").flatMap(({ given }) =>
      given.get("http-equiv")?.toLowerCase() === "content-security-policy" ? [given.get("content") ?? ""] : [],
    ),
    versions: versionsOf(elements),
    hasNoscript: all("noscript").length > 0,
    asksForPassword: all("input").some(({ given }) => given.get("type")?.toLowerCase() === "password"),
    hasText: elements.some(
      ({ tag, node }) =>
        !SILENT.has(tag) &&
        node.childNodes.some((child) => "value" in child && child.nodeName === "#text" && child.value.trim() !== ""),
    ),
    count: (selector) => elements.filter(({ tag, given }) => matches(selector, tag, given)).length,
  };
}

/** Detects what makes the parser slow before it takes minutes, during which signals would not be handled. */
function parseInPieces({ tokenizer }: Parser<DefaultTreeAdapterMap>, html: string): void {
  // The tag that is being read has no public name.
  const reading = tokenizer as unknown as { readonly currentToken: { readonly attrs?: readonly unknown[] } | null };
  for (let from = 0; from === 0 || from < html.length; from += PIECE) {
    tokenizer.write(html.slice(from, from + PIECE), from + PIECE >= html.length);
    if ((reading.currentToken?.attrs?.length ?? 0) > MOST_ATTRIBUTES)
      throw new UnreadablePage(`a tag has more than ${MOST_ATTRIBUTES} attributes`);
  }
}

const SILENT = new Set(["script", "style", "noscript", "title", "template"]);

interface Found {
  readonly node: Element;
  readonly tag: string;
  readonly given: ReadonlyMap<string, string>;
  readonly line: number;
  readonly parent: string;
}

/** In document order. The content of a template is not part of the page. */
function elementsOf(document: DefaultTreeAdapterTypes.Document): Found[] {
  const found: Found[] = [];
  const pending: { readonly node: Node; readonly parent: string }[] = [{ node: document, parent: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, parent } = next;
    if ("tagName" in node) {
      const given = new Map(node.attrs.map(({ name, value }) => [name, value] as const));
      found.push({ node, tag: node.tagName, given, line: node.sourceCodeLocation?.startLine ?? 0, parent });
    }
    if (!("childNodes" in node)) continue;
    for (const child of node.childNodes.toReversed()) pending.push({ node: child, parent: node.nodeName });
  }
  return found;
}

function titleOf(elements: readonly Found[]): string | undefined {
  const title = elements.find(({ tag, node }) => tag === "title" && String(node.namespaceURI) === HTML_NAMESPACE);
  if (title === undefined) return undefined;
  const text = title.node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
  return text.replace(/[ \t\n\f\r]+/g, " ").trim();
}

/** The first base with an address counts (HTML, 4.2.3). */
function baseOf(elements: readonly Found[], address: string): string {
  const href = elements
    .find(({ tag, given }) => tag === "base" && given.has("href"))
    ?.given.get("href")
    ?.trim();
  return href !== undefined && URL.canParse(href, address) && /^https?:/.test(new URL(href, address).protocol)
    ? new URL(href, address).href
    : address;
}

function versionsOf(elements: readonly Found[]): string[] {
  const metas = elements.filter(
    ({ tag, given }) => tag === "meta" && VERSION_NAMES.some((name) => name === given.get("name")?.toLowerCase()),
  );
  const marked = elements.filter(
    ({ tag, parent, given }) =>
      given.has("data-version") && (["html", "body", "main"].includes(tag) || parent === "body"),
  );
  const all = [
    ...metas.map(({ given }) => given.get("content")),
    ...marked.map(({ given }) => given.get("data-version")),
  ];
  return all.flatMap((version) => (version === undefined || version.trim() === "" ? [] : [version.trim()]));
}

interface Reading {
  readonly resources: Resource[];
  readonly unreadable: { text: string; line: number }[];
}

function readElement({ tag, given, line }: Found, base: string, { resources, unreadable }: Reading): void {
  const asked = tag === "script" ? scriptAsked(given) : tag === "link" ? linkAsked(given) : undefined;
  if (asked === undefined) return;
  const text = asked.address.trim();
  if (text === "" || !URL.canParse(text, base)) return void unreadable.push({ text, line });
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return;
  url.hash = "";
  if (resources.length >= MOST_RESOURCES) throw new UnreadablePage(`it references more than ${MOST_RESOURCES} files`);
  resources.push({
    kind: asked.kind,
    url: url.href,
    integrity: given.get("integrity"),
    as: given.get("as")?.toLowerCase(),
    line,
  });
}

type Asked = { readonly kind: Resource["kind"]; readonly address: string } | undefined;

function scriptAsked(given: ReadonlyMap<string, string>): Asked {
  const kind = kindOfScript(given);
  const address = given.get("src");
  return kind === undefined || address === undefined ? undefined : { kind, address };
}

const JAVASCRIPT = /^(?:application|text)\/(?:x-)?(?:java|ecma)script(?:1\.[0-5])?$|^text\/(?:livescript|jscript)$/;

/** JavaScript's media types (WHATWG MIME Sniffing, 4.6). */
export function isJavaScript(type: string): boolean {
  return JAVASCRIPT.test(type);
}

/** Undefined for data, import maps and everything else that browsers do not run (HTML, 4.12.1). */
function kindOfScript(given: ReadonlyMap<string, string>): "script" | "module" | undefined {
  const type = (given.get("type") ?? "").trim().toLowerCase();
  if (type === "module") return "module";
  return type === "" || isJavaScript(type) ? "script" : undefined;
}

/** The first match decides; a link that only opens a connection loads nothing. */
function linkAsked(given: ReadonlyMap<string, string>): Asked {
  const address = given.get("href");
  if (address === undefined) return undefined;
  const words = (given.get("rel") ?? "").toLowerCase().split(/[ \t\n\f\r]+/);
  if (words.includes("stylesheet"))
    return words.includes("alternate") || given.has("disabled") ? undefined : { kind: "style", address };
  for (const kind of ["modulepreload", "preload", "manifest", "icon"] as const)
    if (words.includes(kind)) return { kind, address };
  return undefined;
}
