import { hasIntegrity, isJavaScript, type Resource, type WebPage } from "@release-actions/browser/page";
import type { Reply } from "@release-actions/http";
import type { AssetAnswer, FetchedResource } from "./fetch.ts";
import { mediaType } from "./judge-page.ts";
import { fail, pass, several, unknown, warn, type Row } from "./rows.ts";
import { said, shownUrl, times } from "./words.ts";

/** A browser does without an icon. */
const OPTIONAL = new Set<Resource["kind"]>(["icon", "manifest"]);
const FALLBACK =
  "The server gives its start page for files that are not there. Deploy the file, and answer 404 for missing assets (nginx: try_files $uri =404).";
const DEPLOY = "Deploy the file that the page names; page and files have to come from the same build.";

/** Every script, style and preload of the page's own origin, each judged as a browser would. */
export async function assetsRows(page: WebPage, fetched: readonly FetchedResource[], origin: string): Promise<Row[]> {
  const rows: Row[] = page.unreadable.map(({ text, line }) =>
    fail(
      "assets",
      `line ${line} names ${text === "" ? "an empty address" : `what is no address: ${said(text)}`}`,
      "Correct the address in the page's template.",
    ),
  );
  const seen = new Set<string>();
  for (const { resource, answer } of fetched) {
    const key = `${resource.kind} ${resource.url} ${resource.integrity ?? ""}`;
    if (seen.has(key) || OPTIONAL.has(resource.kind)) continue;
    seen.add(key);
    const row = answer === undefined ? foreignRow(resource, origin) : await assetRow(resource, answer, origin);
    if (row !== undefined) rows.push(row);
  }
  return several(rows, pass("assets", summary(fetched, page)));
}

/** Not fetched, but a page on https never gets a script over http. */
function foreignRow({ kind, url, line }: Resource, origin: string): Row | undefined {
  if (!origin.startsWith("https:") || !url.startsWith("http:")) return undefined;
  return fail(
    "assets",
    `line ${line}: the ${kind} ${shownUrl(url, origin)} is not encrypted, so browsers do not load it`,
    "Name it by its https address.",
  );
}

async function assetRow(resource: Resource, answer: AssetAnswer, origin: string): Promise<Row | undefined> {
  const name = `the ${words(resource)} ${shownUrl(resource.url, origin)}`;
  if (answer.kind === "none")
    return unknown(
      "assets",
      `${name} has no answer: ${said(answer.failure.message)}`,
      answer.failure.details.remedy ?? "Run again.",
    );
  if (answer.kind === "left-out")
    return unknown(
      "assets",
      `${name} was not fetched: the files before it were too large together`,
      "Let pages name fewer or smaller files.",
    );
  if (answer.kind === "status") return fail("assets", `${name} answers ${answer.status}`, "Look at the server's log.");
  const { reply, text } = answer;
  if (reply.status !== 200) return fail("assets", `${name} answers ${reply.status}`, DEPLOY);
  const type = mediaType(reply.headers["content-type"]);
  const content = contentOf(resource);
  if (
    content !== "document" &&
    (type === "text/html" || ((content === "script" || content === "style") && isHtml(text)))
  )
    return fail("assets", `${name} is a page of HTML (200, ${said(type)})`, FALLBACK);
  if (reply.bytes.length === 0 || ((content === "script" || content === "style") && text.trim() === ""))
    return fail("assets", `${name} is empty`, "Build and deploy again: the file was cut off or never written.");
  const wrong = wrongType(resource, reply, type);
  if (wrong !== undefined)
    return fail(
      "assets",
      `${name} is declared as ${type === "" ? "nothing" : said(type)}, ${wrong}`,
      `Let the server declare ${content === "style" ? "text/css" : "text/javascript"} for it.`,
    );
  if (resource.integrity !== undefined && !(await hasIntegrity(reply.bytes, resource.integrity))) {
    return fail(
      "assets",
      `${name} is not the file that the page's integrity names, so browsers do not run it`,
      "Deploy page and files of the same build; where a proxy changes files on their way, switch that off.",
    );
  }
  return undefined;
}

function words({ kind, as }: Resource): string {
  if (kind === "module") return "module script";
  if (kind === "modulepreload") return "preloaded module";
  if (kind === "preload") return as === undefined ? "preload" : `preloaded ${said(as, 20)}`;
  return kind;
}

function contentOf({ kind, as }: Resource): string {
  if (kind === "script" || kind === "module" || kind === "modulepreload") return "script";
  return kind === "preload" ? (as ?? "") : kind;
}

/** Why a browser does not take it; undefined: it does. */
function wrongType(resource: Resource, { headers }: Reply, type: string): string | undefined {
  const content = contentOf(resource);
  const strict = (headers["x-content-type-options"] ?? "").toLowerCase().includes("nosniff");
  if (content === "style" && type !== "text/css") return "and browsers take text/css alone as a style";
  if (content !== "script" || isJavaScript(type)) return undefined;
  if (resource.kind === "module" || resource.kind === "modulepreload")
    return "and browsers take JavaScript's types alone for a module";
  if (strict) return "and with nosniff browsers take JavaScript's types alone";
  return /^(?:image|audio|video)\/|^text\/csv$/.test(type) ? "which browsers never run as a script" : undefined;
}

/** As the fallback of single-page applications begins, whatever type it was given. */
function isHtml(text: string): boolean {
  const beginning = text
    .slice(0, 2_000)
    .replace(/^\ufeff/, "")
    .trimStart()
    .replace(/^<!--[^]*?-->\s*/, "")
    .toLowerCase();
  return ["<!doctype html", "<html", "<head", "<body"].some((start) => beginning.startsWith(start));
}

function summary(fetched: readonly FetchedResource[], { inlineScripts, inlineStyles }: WebPage): string {
  const own = fetched.filter(({ answer, resource }) => answer !== undefined && !OPTIONAL.has(resource.kind));
  const count = (...kinds: readonly Resource["kind"][]) =>
    new Set(own.filter(({ resource }) => kinds.includes(resource.kind)).map(({ resource }) => resource.url)).size;
  const parts = [
    times(count("script", "module"), "script"),
    times(count("style"), "style"),
    times(count("preload", "modulepreload"), "preload"),
  ];
  const inline =
    inlineScripts + inlineStyles > 0 ? `, ${times(inlineScripts + inlineStyles, "piece")} of code in the page` : "";
  const others = [
    ...new Set(fetched.filter(({ answer }) => answer === undefined).map(({ resource }) => new URL(resource.url).host)),
  ];
  return `${parts.join(", ")}${inline}${others.length === 0 ? "" : `; not fetched, from others: ${said(others.join(", "))}`}`;
}

const WORTH_COMPRESSING = 10 * 1024;
const AN_HOUR = 3_600;
const A_DAY = 86_400;
/** As bundlers name files by their content. */
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|mjs|css)$/;

/** How it travels and is kept. Nothing of it breaks a page, so it warns. */
export function deliveryRow(page: Reply, fetched: readonly FetchedResource[], origin: string): Row {
  const rows: Row[] = [];
  const age = maxAge(page.headers["cache-control"]);
  if (age !== undefined && age >= AN_HOUR)
    rows.push(
      warn(
        "delivery",
        `browsers keep the page for ${age} s: people stay on the old release as long`,
        "Send Cache-Control: no-cache with pages.",
      ),
    );
  const own = fetched.flatMap(({ resource, answer }) =>
    answer?.kind === "reply" && answer.reply.status === 200 ? [{ resource, reply: answer.reply }] : [],
  );
  const code = [
    ...new Map(
      own
        .filter(({ resource }) => ["script", "style"].includes(contentOf(resource)))
        .map((one) => [one.resource.url, one]),
    ).values(),
  ];
  const plain = code.filter(
    ({ reply }) => reply.bytes.length >= WORTH_COMPRESSING && (reply.headers["content-encoding"] ?? "") === "",
  );
  if (plain.length > 0)
    rows.push(
      warn(
        "delivery",
        `${times(plain.length, "file")} not compressed, such as ${shownUrl(plain[0]!.resource.url, origin)}`,
        "Let the server compress scripts and styles.",
      ),
    );
  const forgotten = code.filter(
    ({ resource, reply }) => isHashed(resource.url) && (maxAge(reply.headers["cache-control"]) ?? 0) < A_DAY,
  );
  if (forgotten.length > 0)
    rows.push(
      warn(
        "delivery",
        `${times(forgotten.length, "file")} named by content and not kept, such as ${shownUrl(forgotten[0]!.resource.url, origin)}`,
        "Send Cache-Control: max-age=31536000, immutable with them.",
      ),
    );
  const missing = fetched.filter(
    ({ resource, answer }) => OPTIONAL.has(resource.kind) && answer !== undefined && !isThere(answer),
  );
  if (missing.length > 0)
    rows.push(
      warn(
        "delivery",
        `the ${missing[0]!.resource.kind} ${shownUrl(missing[0]!.resource.url, origin)} is not there`,
        DEPLOY,
      ),
    );
  if (rows.length === 0) return pass("delivery", "compressed, and kept as long as it should be");
  return warn("delivery", rows.map(({ detail }) => detail).join("; "), rows.map(({ remedy }) => remedy).join(" "));
}

function isThere(answer: AssetAnswer): boolean {
  return (
    answer.kind === "reply" &&
    answer.reply.status === 200 &&
    mediaType(answer.reply.headers["content-type"]) !== "text/html"
  );
}

/** The end of the path has a digit among the letters; a word such as `-component` is no hash. */
function isHashed(url: string): boolean {
  const name = HASHED.exec(new URL(url).pathname)?.[0];
  return name !== undefined && /\d/.test(name);
}

/** Seconds; undefined where nothing is said. 0 where it must be asked for each time. */
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
