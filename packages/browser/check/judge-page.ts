import { quote } from "@release-actions/action";
import { fail, pass, skipped, unknown, warn } from "@release-actions/report";
import type { Probe } from "../chromium/index.ts";
import type { Selector, WebPage } from "../page/index.ts";
import type { FetchedPage } from "./fetch.ts";
import type { SiteRow } from "./rows.ts";
import { displayUrl, looksLikeSignIn, pageText } from "./text.ts";

const HTML = ["text/html", "application/xhtml+xml"];
const OPEN_IT =
  "Open it in a private window, and check what the server or the proxy in front of it is set up to serve.";
const NO_SIGN_IN = "Check it through an address that needs no sign-in.";

/** The page itself: it is there, it is HTML, it is the one that was requested. */
export function pageRow(fetched: FetchedPage, origin: string): SiteRow {
  const { addresses, answer, page, unreadable } = fetched;
  if (answer.kind === "none")
    return unknown("page", pageText(answer.failure.message), answer.failure.details.remedy ?? "Run again.");
  if (answer.kind === "status")
    return fail("page", `it answers ${answer.status}`, "Check the server's log: users see this error now.");
  const { status, headers, bytes } = answer.reply;
  const redirect = redirectRow(fetched, status, origin);
  if (redirect !== undefined) return redirect;
  if (status === 401 || status === 403)
    return fail("page", `it answers ${status}: only signed-in users see it`, NO_SIGN_IN);
  if (status !== 200) return fail("page", `it answers ${status}`, OPEN_IT);
  const type = mediaType(headers["content-type"]);
  if (!HTML.includes(type)) {
    const declared = type === "" ? "of no declared type" : pageText(type);
    const remedy = "Let the server declare text/html; browsers show or download anything else as it is.";
    return fail("page", `it is ${declared}, not text/html`, remedy);
  }
  if (bytes.length === 0 || answer.text.trim() === "") return fail("page", "it is empty", OPEN_IT);
  if (page === undefined) return fail("page", `it cannot be read as a page: ${unreadable ?? ""}`, OPEN_IT);
  if (isErrorTitle(page.title))
    return fail("page", `it calls itself an error: ${quote(pageText(page.title ?? ""))}`, OPEN_IT);
  const last = addresses.at(-1)!;
  const wasRedirected = addresses.length > 1;
  if (wasRedirected && !looksLikeSignIn(addresses[0]!) && (looksLikeSignIn(last) || page.asksForPassword))
    return fail("page", `it sends people to sign in: ${displayUrl(last, origin)}`, NO_SIGN_IN);
  if (page.resources.length === 0 && page.inlineScripts === 0 && !page.hasText)
    return fail("page", "there is nothing on it: no text, no script", OPEN_IT);
  if (wasRedirected) {
    const remedy = "Use the address it leads to, so that the intended page is checked.";
    return warn("page", `it answers 200 after redirects: ${pathText(addresses, origin)}`, remedy);
  }
  const title = page.title === undefined ? "" : `, ${quote(pageText(page.title))}`;
  return pass("page", `200, ${type}, ${bytes.length} bytes${title}`);
}

/** A redirect that was not followed; undefined if there is none. */
function redirectRow({ addresses, leavesTo }: FetchedPage, status: number, origin: string): SiteRow | undefined {
  if (leavesTo !== undefined) {
    const what = looksLikeSignIn(leavesTo) ? "it sends people to sign in" : "it sends people to another origin";
    const remedy =
      "Check the page behind the sign-in through an address that needs none, or set url to the address it moved to.";
    return fail("page", `${what}: ${status} to ${displayUrl(leavesTo, "")}`, remedy);
  }
  if (status < 300 || status >= 400) return undefined;
  const remedy = "Check the redirects of the server and of the proxy in front of it.";
  return fail("page", `its redirects do not end: ${pathText(addresses.slice(0, 4), origin)}`, remedy);
}

/** `/ → /welcome` */
function pathText(addresses: readonly string[], origin: string): string {
  return addresses.map((address) => displayUrl(address, origin)).join(" → ");
}

/** Titles that servers and proxies give their own errors. */
const ERROR_TITLE =
  /^(?:error[ :-]{0,3})?[45]\d\d(?:\b|$)|^(?:bad gateway|service unavailable|gateway time-?out|internal server error|not found|forbidden|access denied|application error)\b/i;

function isErrorTitle(title: string | undefined): boolean {
  return title !== undefined && ERROR_TITLE.test(title);
}

export function mediaType(header: string | undefined): string {
  return (header ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** Only the page's title counts; scripts may set it. */
export function titleRow(expected: string | undefined, page: WebPage, document: Probe | undefined): SiteRow {
  if (expected === undefined) return skipped("title", "not requested");
  const title = page.title ?? "";
  if (title.includes(expected)) return pass("title", quote(pageText(title)));
  if (document?.title.includes(expected) === true)
    return pass("title", `${quote(pageText(document.title))}, set by a script`);
  const found = title === "" ? "not there" : quote(pageText(title));
  const inBrowser =
    document === undefined || document.title === title ? "" : `, and in a browser ${quote(pageText(document.title))}`;
  return fail(
    "title",
    `it is ${found}${inBrowser}, and should hold ${quote(pageText(expected))}`,
    "Another page may answer in its place; if the title has changed on purpose, change the input.",
  );
}

export function rootRow(root: Selector, page: WebPage): SiteRow {
  const count = page.count(root);
  if (count === 1) return pass("root", `${root.css} is there`);
  if (count > 1) return pass("root", `${root.css} is there ${count} times; the first counts`);
  const remedy =
    "Another page may answer in its place; if the application starts in another element, set root to that element.";
  return fail("root", `there is no ${root.css}`, remedy);
}

/** The version that the page reports in its source or, if scripts write it, in a browser. */
export function versionRow(expected: string | undefined, page: WebPage, document: Probe | undefined): SiteRow {
  if (expected === undefined) return skipped("version", "not requested");
  const all = [...page.versions, ...(document?.versions ?? [])].map((version) => version.trim());
  const found = [...new Set(all)].filter((version) => version !== "");
  if (found.some((version) => isSameVersion(version, expected)))
    return pass("version", `${pageText(expected)} is there`);
  const wanted = quote(pageText(expected));
  if (found.length > 0) {
    const shown = found.slice(0, 5).map((version) => quote(pageText(version, 80)));
    return fail(
      "version",
      `the page is of version ${shown.join(", ")}, and ${wanted} was expected`,
      "The old release may still be served: check the rollout, and caches in front of the server.",
    );
  }
  return unknown(
    "version",
    `the page does not report its version; ${wanted} was expected`,
    'Add <meta name="version" content="…"> to the page when it is built, or data-version to html, body or the root element.',
  );
}

/** A leading v is how tags are written; it does not count. */
export function isSameVersion(one: string, other: string): boolean {
  const withoutV = (version: string) => version.trim().replace(/^v(?=\d)/, "");
  return withoutV(one) === withoutV(other);
}
