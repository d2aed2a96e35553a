import type { Reply } from "@release-actions/http";
import { fail, pass, unknown, warn } from "@release-actions/report";
import { formatCount } from "@release-actions/text";
import { hasIntegrity, isJavaScript, type Resource, type WebPage } from "../page/index.ts";
import type { AssetAnswer, FetchedResource } from "./fetch.ts";
import { mediaType } from "./judge-page.ts";
import { orPass, type SiteRow } from "./rows.ts";
import { displayUrl, pageText } from "./text.ts";

/** A browser works without these. */
const OPTIONAL = new Set<Resource["kind"]>(["icon", "manifest"]);
const FALLBACK =
  "The server sends its start page for missing files. Deploy the file, and answer 404 for missing assets (nginx: try_files $uri =404).";
const DEPLOY = "Deploy the file that the page names; page and files have to come from the same build.";

/** Every script, style and preload of the page's own origin, each judged as a browser would. */
export async function assetsRows(
  page: WebPage,
  fetched: readonly FetchedResource[],
  origin: string,
): Promise<SiteRow[]> {
  const rows: SiteRow[] = page.unreadable.map(({ text, line }) => {
    const what = text === "" ? "an empty address" : `what is not an address: ${pageText(text)}`;
    return fail("assets", `line ${line} names ${what}`, "Correct the address in the page's template.");
  });
  const seen = new Set<string>();
  for (const { resource, answer } of fetched) {
    const key = `${resource.kind} ${resource.url} ${resource.integrity ?? ""}`;
    if (seen.has(key) || OPTIONAL.has(resource.kind)) continue;
    seen.add(key);
    const row = answer === undefined ? foreignRow(resource, origin) : await assetRow(resource, answer, origin);
    if (row !== undefined) rows.push(row);
  }
  return orPass(rows, pass("assets", summaryText(fetched, page)));
}

/** Not fetched, but a page on https never gets a script over http. */
function foreignRow({ kind, url, line }: Resource, origin: string): SiteRow | undefined {
  if (!origin.startsWith("https:") || !url.startsWith("http:")) return undefined;
  const what = `line ${line}: the ${kind} ${displayUrl(url, origin)} is not encrypted, so browsers do not load it`;
  return fail("assets", what, "Use its https address.");
}

async function assetRow(resource: Resource, answer: AssetAnswer, origin: string): Promise<SiteRow | undefined> {
  const name = `the ${kindText(resource)} ${displayUrl(resource.url, origin)}`;
  switch (answer.kind) {
    case "none": {
      const { message, details } = answer.failure;
      return unknown("assets", `${name} has no answer: ${pageText(message)}`, details.remedy ?? "Run again.");
    }
    case "left-out": {
      const what = `${name} was not fetched: the files before it were too large together`;
      return unknown("assets", what, "Let pages name fewer or smaller files.");
    }
    case "status":
      return fail("assets", `${name} answers ${answer.status}`, "Check the server's log.");
    case "reply":
      return await replyRow(name, resource, answer);
  }
}

async function replyRow(
  name: string,
  resource: Resource,
  { reply, text }: Extract<AssetAnswer, { kind: "reply" }>,
): Promise<SiteRow | undefined> {
  if (reply.status !== 200) return fail("assets", `${name} answers ${reply.status}`, DEPLOY);
  const type = mediaType(reply.headers["content-type"]);
  const content = contentOf(resource);
  const isCode = content === "script" || content === "style";
  if (content !== "document" && (type === "text/html" || (isCode && startsLikeHtml(text))))
    return fail("assets", `${name} is a page of HTML (200, ${pageText(type)})`, FALLBACK);
  if (reply.bytes.length === 0 || (isCode && text.trim() === ""))
    return fail("assets", `${name} is empty`, "Build and deploy again: the file was cut off or never written.");
  const problem = typeProblem(resource, reply, type);
  if (problem !== undefined) {
    const declared = type === "" ? "nothing" : pageText(type);
    const remedy = `Let the server declare ${content === "style" ? "text/css" : "text/javascript"} for it.`;
    return fail("assets", `${name} is declared as ${declared}, ${problem}`, remedy);
  }
  if (resource.integrity === undefined || (await hasIntegrity(reply.bytes, resource.integrity))) return undefined;
  return fail(
    "assets",
    `${name} is not the file that the page's integrity names, so browsers do not run it`,
    "Deploy page and files of the same build; if a proxy changes files on their way, switch that off.",
  );
}

function kindText({ kind, as }: Resource): string {
  if (kind === "module") return "module script";
  if (kind === "modulepreload") return "preloaded module";
  if (kind === "preload") return as === undefined ? "preload" : `preloaded ${pageText(as, 20)}`;
  return kind;
}

function contentOf({ kind, as }: Resource): string {
  if (kind === "script" || kind === "module" || kind === "modulepreload") return "script";
  return kind === "preload" ? (as ?? "") : kind;
}

/** Why browsers reject the media type; undefined if they accept it. */
function typeProblem(resource: Resource, { headers }: Reply, type: string): string | undefined {
  const content = contentOf(resource);
  const isStrict = (headers["x-content-type-options"] ?? "").toLowerCase().includes("nosniff");
  if (content === "style" && type !== "text/css") return "and browsers accept only text/css as a style";
  if (content !== "script" || isJavaScript(type)) return undefined;
  if (resource.kind === "module" || resource.kind === "modulepreload")
    return "and browsers accept only JavaScript's types for a module";
  if (isStrict) return "and with nosniff browsers accept only JavaScript's types";
  return /^(?:image|audio|video)\/|^text\/csv$/.test(type) ? "which browsers never run as a script" : undefined;
}

/** As the fallback page of a single-page application begins, whatever type it was given. */
function startsLikeHtml(text: string): boolean {
  const beginning = text
    .slice(0, 2_000)
    .replace(/^\ufeff/, "")
    .trimStart()
    .replace(/^<!--[^]*?-->\s*/, "")
    .toLowerCase();
  return ["<!doctype html", "<html", "<head", "<body"].some((start) => beginning.startsWith(start));
}

function summaryText(fetched: readonly FetchedResource[], { inlineScripts, inlineStyles }: WebPage): string {
  const own = fetched.filter(({ answer, resource }) => answer !== undefined && !OPTIONAL.has(resource.kind));
  const count = (...kinds: readonly Resource["kind"][]) =>
    new Set(own.filter(({ resource }) => kinds.includes(resource.kind)).map(({ resource }) => resource.url)).size;
  const foreign = fetched.filter(({ answer }) => answer === undefined);
  const hosts = [...new Set(foreign.map(({ resource }) => new URL(resource.url).host))];
  const inline = inlineScripts + inlineStyles;
  const parts = [
    formatCount(count("script", "module"), "script"),
    formatCount(count("style"), "style"),
    formatCount(count("preload", "modulepreload"), "preload"),
    ...(inline > 0 ? [`${formatCount(inline, "piece")} of code in the page`] : []),
  ];
  return `${parts.join(", ")}${hosts.length === 0 ? "" : `; not fetched, from others: ${pageText(hosts.join(", "))}`}`;
}

const WORTH_COMPRESSING = 10 * 1024;
const HOUR = 3_600;
const DAY = 86_400;
/** As bundlers name files by their content. */
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|mjs|css)$/;

/** How files are compressed and cached. None of this breaks a page, so it only warns. */
export function deliveryRow(page: Reply, fetched: readonly FetchedResource[], origin: string): SiteRow {
  const rows: SiteRow[] = [];
  const add = (what: string, remedy: string) => void rows.push(warn("delivery", what, remedy));
  const age = maxAge(page.headers["cache-control"]);
  if (age !== undefined && age >= HOUR) {
    const what = `browsers keep the page for ${age} s: users stay on the old release as long`;
    add(what, "Send Cache-Control: no-cache with pages.");
  }
  const code = codeFiles(fetched);
  const [uncompressed, ...moreUncompressed] = code.filter(isUncompressed);
  if (uncompressed !== undefined) {
    const files = formatCount(1 + moreUncompressed.length, "file");
    const what = `${files} not compressed, such as ${displayUrl(uncompressed.resource.url, origin)}`;
    add(what, "Let the server compress scripts and styles.");
  }
  const [uncached, ...moreUncached] = code.filter(isUncached);
  if (uncached !== undefined) {
    const files = formatCount(1 + moreUncached.length, "file");
    const what = `${files} named by content and not kept, such as ${displayUrl(uncached.resource.url, origin)}`;
    add(what, "Send Cache-Control: max-age=31536000, immutable with them.");
  }
  const missing = fetched.find(
    ({ resource, answer }) => OPTIONAL.has(resource.kind) && answer !== undefined && !isThere(answer),
  );
  if (missing !== undefined) {
    const { kind, url } = missing.resource;
    add(`the ${kind} ${displayUrl(url, origin)} is not there`, DEPLOY);
  }
  if (rows.length === 0) return pass("delivery", "compressed, and kept as long as it should be");
  return warn("delivery", rows.map(({ detail }) => detail).join("; "), rows.map(({ remedy }) => remedy).join(" "));
}

interface CodeFile {
  readonly resource: Resource;
  readonly reply: Reply;
}

/** The scripts and styles that were fetched, each address once. */
function codeFiles(fetched: readonly FetchedResource[]): CodeFile[] {
  const files = new Map<string, CodeFile>();
  for (const { resource, answer } of fetched) {
    if (answer?.kind !== "reply" || answer.reply.status !== 200) continue;
    if (["script", "style"].includes(contentOf(resource))) files.set(resource.url, { resource, reply: answer.reply });
  }
  return [...files.values()];
}

function isUncompressed({ reply }: CodeFile): boolean {
  return reply.bytes.length >= WORTH_COMPRESSING && (reply.headers["content-encoding"] ?? "") === "";
}

function isUncached({ resource, reply }: CodeFile): boolean {
  return isHashed(resource.url) && (maxAge(reply.headers["cache-control"]) ?? 0) < DAY;
}

function isThere(answer: AssetAnswer): boolean {
  if (answer.kind !== "reply" || answer.reply.status !== 200) return false;
  return mediaType(answer.reply.headers["content-type"]) !== "text/html";
}

/** The end of the path has a digit among the letters; a word such as `-component` is not a hash. */
function isHashed(url: string): boolean {
  const name = HASHED.exec(new URL(url).pathname)?.[0];
  return name !== undefined && /\d/.test(name);
}

/** Seconds; 0 if it must be revalidated each time, undefined without a statement. */
function maxAge(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const parts = header
    .toLowerCase()
    .split(",")
    .map((part) => part.trim());
  if (parts.includes("no-store") || parts.includes("no-cache")) return 0;
  const age = parts.find((part) => part.startsWith("max-age="))?.slice("max-age=".length) ?? "";
  return /^\d{1,10}$/.test(age) ? Number(age) : undefined;
}
