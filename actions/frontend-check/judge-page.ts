import type { Probe } from "@release-actions/browser/chromium";
import { quote } from "@release-actions/action";
import type { Selector, WebPage } from "@release-actions/browser/page";
import type { FetchedPage } from "./fetch.ts";
import { fail, pass, skipped, unknown, warn, type Row } from "./rows.ts";
import { looksLikeSignIn, said, shownUrl } from "./words.ts";

const HTML = ["text/html", "application/xhtml+xml"];
const REMEDY = "Open it in a private window, and look at what the server or the proxy before it was given to serve.";

/** The page itself: it is there, it is HTML, it is the one that was asked for. */
export function pageRow({ way, answer, leaves, page, unreadable }: FetchedPage, origin: string): Row {
  const asked = way[0]!;
  const last = way.at(-1)!;
  if (answer.kind === "none")
    return unknown("page", said(answer.failure.message), answer.failure.details.remedy ?? "Run again.");
  if (answer.kind === "status")
    return fail("page", `it answers ${answer.status}`, "Look at the server's log: people see this error now.");
  const { status, headers, bytes } = answer.reply;
  if (leaves !== undefined) {
    const what = looksLikeSignIn(leaves) ? "it sends people to sign in" : "it sends people to another origin";
    return fail(
      "page",
      `${what}: ${status} to ${shownUrl(leaves, "")}`,
      "Check the page behind the sign-in through an address that needs none, or give the address it moved to as url.",
    );
  }
  if (status === 401 || status === 403)
    return fail(
      "page",
      `it answers ${status}: only those who are signed in see it`,
      "Check it through an address that needs no sign-in.",
    );
  if (status >= 300 && status < 400)
    return fail(
      "page",
      `its redirects do not end: ${way
        .slice(0, 4)
        .map((url) => shownUrl(url, origin))
        .join(" → ")}`,
      "Look at the redirects of the server and of the proxy before it.",
    );
  if (status !== 200) return fail("page", `it answers ${status}`, REMEDY);
  const type = mediaType(headers["content-type"]);
  if (!HTML.includes(type))
    return fail(
      "page",
      `it is ${type === "" ? "of no declared type" : said(type)}, not text/html`,
      "Let the server declare text/html; browsers show or download anything else as it stands.",
    );
  if (bytes.length === 0 || answer.text.trim() === "") return fail("page", "it is empty", REMEDY);
  if (page === undefined) return fail("page", `it cannot be read as a page: ${unreadable ?? ""}`, REMEDY);
  if (isErrorTitle(page.title))
    return fail("page", `it calls itself an error: ${quote(said(page.title ?? ""))}`, REMEDY);
  if (way.length > 1 && !looksLikeSignIn(asked) && (looksLikeSignIn(last) || page.asksForPassword)) {
    return fail(
      "page",
      `it sends people to sign in: ${shownUrl(last, origin)}`,
      "Check it through an address that needs no sign-in.",
    );
  }
  if (page.resources.length === 0 && page.inlineScripts === 0 && !page.hasText)
    return fail("page", "there is nothing on it: no text, no script", REMEDY);
  if (way.length > 1)
    return warn(
      "page",
      `it answers 200 after redirects: ${way.map((url) => shownUrl(url, origin)).join(" → ")}`,
      "Give the address it leads to, so that what is meant is checked.",
    );
  return pass(
    "page",
    `200, ${type}, ${bytes.length} bytes${page.title === undefined ? "" : `, ${quote(said(page.title))}`}`,
  );
}

/** As servers and proxies title their own errors. */
const ERROR_TITLE =
  /^(?:error[ :-]{0,3})?[45]\d\d(?:\b|$)|^(?:bad gateway|service unavailable|gateway time-?out|internal server error|not found|forbidden|access denied|application error)\b/i;

function isErrorTitle(title: string | undefined): boolean {
  return title !== undefined && ERROR_TITLE.test(title);
}

export function mediaType(header: string | undefined): string {
  return (header ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** In the page's title and nowhere else; scripts may set it. */
export function titleRow(wanted: string | undefined, page: WebPage, document: Probe | undefined): Row {
  if (wanted === undefined) return skipped("title", "no title was asked for");
  const given = page.title ?? "";
  if (given.includes(wanted)) return pass("title", quote(said(given)));
  if (document?.title.includes(wanted) === true)
    return pass("title", `${quote(said(document.title))}, set by a script`);
  const inBrowser =
    document === undefined || document.title === given ? "" : `, and in a browser ${quote(said(document.title))}`;
  return fail(
    "title",
    `it is ${given === "" ? "not there" : quote(said(given))}${inBrowser}, and should hold ${quote(said(wanted))}`,
    "Another page may answer in its place; where the title has changed on purpose, change the input.",
  );
}

export function rootRow(root: Selector, page: WebPage): Row {
  const count = page.count(root);
  if (count === 1) return pass("root", `${root.css} is there`);
  if (count > 1) return pass("root", `${root.css} is there ${count} times; the first counts`);
  return fail(
    "root",
    `there is no ${root.css}`,
    "Another page may answer in its place; where the application starts in another element, name it in root.",
  );
}

/** What the page says of its version, in its source or, where scripts write it, in a browser. */
export function versionRow(wanted: string | undefined, page: WebPage, document: Probe | undefined): Row {
  if (wanted === undefined) return skipped("version", "no version was asked for");
  const found = [
    ...new Set(
      [...page.versions, ...(document?.versions ?? [])]
        .map((version) => version.trim())
        .filter((version) => version !== ""),
    ),
  ];
  if (found.some((version) => isSameVersion(version, wanted))) return pass("version", `${said(wanted)} is there`);
  const shown = found
    .slice(0, 5)
    .map((version) => quote(said(version, 80)))
    .join(", ");
  if (found.length > 0)
    return fail(
      "version",
      `the page is of version ${shown}, and ${quote(said(wanted))} was expected`,
      "The old release may still be served: look at the rollout, and at caches before the server.",
    );
  return unknown(
    "version",
    `the page does not say its version; ${quote(said(wanted))} was expected`,
    'Put <meta name="version" content="…"> into the page when it is built, or data-version on html, body or the root element.',
  );
}

/** A leading v is how tags are written, and says nothing. */
export function isSameVersion(one: string, other: string): boolean {
  const bare = (version: string) => version.trim().replace(/^v(?=\d)/, "");
  return bare(one) === bare(other);
}
