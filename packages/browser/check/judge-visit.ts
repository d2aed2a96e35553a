import { quote } from "@release-actions/action";
import { fail, pass, unknown, warn } from "@release-actions/report";
import { formatCount } from "@release-actions/text";
import type { PageMessage, PageRequest, Violation, Visit } from "../chromium/index.ts";
import { orPass, type SiteRow } from "./rows.ts";
import { displayUrl, isOwn, looksLikeSignIn, pageText, scriptPlaceText } from "./text.ts";

export interface VisitScope {
  readonly url: string;
  readonly origin: string;
  /** A CSS selector. */
  readonly root: string;
  readonly consoleErrors: "warn" | "refuse";
  /** Milliseconds. */
  readonly timeout: number;
}

/** What one load of a page in a browser shows. */
export function visitRows(visit: Visit, scope: VisitScope): SiteRow[] {
  const load = loadRow(visit, scope);
  // Without a page there is nothing else to report.
  if (visit.end === "failed") return [load];
  const { origin } = scope;
  const { hydration, uncaught, logged } = sortMessages(visit.messages);
  const { requests, violations } = visit;
  return [
    load,
    ...orPass(
      uncaught.map((message) => errorRow(message, origin)),
      pass("errors", "no script threw an error"),
    ),
    ...orPass(
      logged.map((message) => consoleRow(message, scope)),
      pass("console", "nothing logged as an error"),
    ),
    ...orPass(
      requests.flatMap((request) => requestRow(request, origin) ?? []),
      pass("requests", `${formatCount(requests.length, "request")}, each answered`),
    ),
    ...orPass(
      violations.map((violation) => policyRow(violation, origin)),
      pass("policy", "no Content-Security-Policy was violated"),
    ),
    ...orPass(
      hydration.map((message) => hydrationRow(message, origin)),
      pass("hydration", "nothing reported that it failed"),
    ),
    paintedRow(visit, scope.root),
  ];
}

/** Errors of hydration, uncaught errors, and what was only logged; each text once. */
function sortMessages(messages: readonly PageMessage[]) {
  const isHydration = ({ text }: PageMessage) => HYDRATION.test(text);
  const isUncaught = (message: PageMessage) => message.kind === "uncaught" || isRejectedByBrowser(message);
  const others = messages.filter((message) => !isHydration(message));
  return {
    hydration: distinct(messages.filter(isHydration)),
    uncaught: distinct(others.filter(isUncaught)),
    logged: distinct(others.filter((message) => !isUncaught(message))),
  };
}

function distinct(messages: readonly PageMessage[]): PageMessage[] {
  return [...new Map(messages.map((message) => [message.text, message])).values()];
}

function loadRow(visit: Visit, { url, origin, timeout }: VisitScope): SiteRow {
  if (visit.crashed) {
    const remedy = "Open it in this browser and watch its memory; a page that exhausts it crashes for users too.";
    return fail("load", "the page's process crashed, twice", remedy);
  }
  const limit = `${timeout / 1000} s`;
  switch (visit.end) {
    case "failed":
      return noPageRow(visit.failure ?? "");
    case "stuck": {
      const remedy = "Open it with the developer tools, pause the script, and check where it is.";
      return fail("load", `the page did not finish within ${limit}: a script runs without end`, remedy);
    }
    case "slow": {
      const remedy = "Check why this takes so long; if it is meant to, increase timeout.";
      return fail("load", `the page did not finish within ${limit}: ${openRequests(visit, origin)}`, remedy);
    }
    case "ready":
      return readyRow(visit, url, origin);
  }
}

function openRequests({ requests }: Visit, origin: string): string {
  const open = requests.filter(({ done }) => !done).map((request) => displayUrl(request.url, origin));
  if (open.length === 0) return "it never came to rest";
  return `still waiting for ${open.slice(0, 3).join(", ")}${open.length > 3 ? ` and ${open.length - 3} more` : ""}`;
}

function readyRow({ document, dialogs, popups, took }: Visit, url: string, origin: string): SiteRow {
  const address = document?.address ?? url;
  const shown = displayUrl(address, origin);
  if (!isOwn(address, origin)) {
    const remedy = "Check the page through an address that needs no sign-in.";
    return fail("load", `a script sends people to another origin: ${shown}`, remedy);
  }
  if (looksLikeSignIn(address) && !looksLikeSignIn(url))
    return fail("load", `a script sends people to sign in: ${shown}`, "Check a page that needs no sign-in.");
  const unusual = dialogs
    .slice(0, 3)
    .map(({ kind, text }) => `a dialog (${kind}) says ${quote(pageText(text, 100))}; it was dismissed`);
  if (popups > 0) unusual.push(`it opens ${formatCount(popups, "window")}, which were closed`);
  if (new URL(address).pathname !== new URL(url).pathname) unusual.push(`a script leads to ${shown}`);
  if (unusual.length > 0) return warn("load", unusual.join("; "), "Check whether this is intended.");
  return pass("load", `loaded and at rest after ${(took / 1000).toFixed(1)} s`);
}

/** The page was fetched before, so what keeps the browser from it is usually between the two. */
function noPageRow(failure: string): SiteRow {
  if (failure.includes("ERR_TOO_MANY_REDIRECTS")) {
    const remedy = "Check the redirects of the server, and cookies that they expect.";
    return fail("load", "its redirects do not end", remedy);
  }
  if (failure.includes("ERR_ABORTED")) {
    const remedy = "Let the server declare text/html, without Content-Disposition.";
    return fail("load", "there is no page: it is downloaded, or has no content", remedy);
  }
  const remedy = failure.includes("ERR_CERT")
    ? "Add the private authority to the browser's own store (Linux: certutil -d sql:$HOME/.pki/nssdb)."
    : "Check what is between this machine's browser and the page: proxy, firewall, certificates.";
  return unknown("load", `the browser does not get the page: ${pageText(failure)}`, remedy);
}

const HYDRATION =
  /\bhydrat|\bserver[- ]rendered html\b|did not match\. server:|\bminified react error #(?:418|419|421|422|423|425)\b|\bNG05\d\d\b/i;
const REJECTED = /module script|MIME type|digest in the 'integrity'|module specifier|import map/i;

/** The browser's own message when it does not run a script or use a style. */
function isRejectedByBrowser({ kind, text }: PageMessage): boolean {
  return kind === "browser" && REJECTED.test(text);
}

const FOREIGN = "It comes from another origin: check whether the page needs it.";

/** An error of another origin may be an advertisement's; it only warns. */
function errorRow({ kind, text, place }: PageMessage, origin: string): SiteRow {
  const source = kind === "browser" ? "the browser says" : "uncaught";
  const detail = `${source}: ${pageText(text)}${scriptPlaceText(place, origin)}`;
  if (place !== undefined && !isOwn(place.url, origin)) return warn("errors", detail, FOREIGN);
  return fail("errors", detail, "Open the page with the developer tools; the place is where it was thrown.");
}

function consoleRow({ text, place }: PageMessage, { origin, consoleErrors }: VisitScope): SiteRow {
  const detail = `${pageText(text)}${scriptPlaceText(place, origin)}`;
  const remedy = "Check whether the page works without it.";
  return consoleErrors === "refuse" ? fail("console", detail, remedy) : warn("console", detail, remedy);
}

/** A page needs these. */
const PARTS = new Set(["Document", "Script", "Stylesheet", "Image", "Font", "Media", "Manifest", "TextTrack"]);
/** A script's request may well be answered with 4xx. */
const SCRIPTED = new Set(["XHR", "Fetch"]);

function requestRow(request: PageRequest, origin: string): SiteRow | undefined {
  const { url, kind, status, mediaType, failure, blocked, fromServiceWorker } = request;
  if (blocked === "csp") return undefined;
  const name = `${kind} ${displayUrl(url, origin)}${fromServiceWorker ? ", through the service worker," : ""}`;
  const isOk = status === undefined || status < 400;
  const isCode = kind === "Script" || kind === "Stylesheet";
  const isFallback = isCode && mediaType === "text/html" && status !== undefined && isOk;
  if (failure === undefined && isOk && !isFallback) return undefined;
  const what = isFallback
    ? `${name} is a page of HTML (${status})`
    : failure !== undefined && isOk
      ? `${name} failed: ${pageText(failure)}${blocked === undefined ? "" : ` (${pageText(blocked)})`}`
      : `${name} answers ${status}`;
  if (!isOwn(url, origin)) return warn("requests", what, FOREIGN);
  const isServerError = status !== undefined && status >= 500;
  const isNeeded = PARTS.has(kind) || (SCRIPTED.has(kind) && (isServerError || status === undefined));
  if (!isNeeded) return warn("requests", what, "Check whether the page is meant to work without it.");
  return fail("requests", what, requestRemedy(isFallback, isServerError));
}

function requestRemedy(isFallback: boolean, isServerError: boolean): string {
  if (isFallback)
    return "A file is missing, and the server sends its start page instead: deploy the file, and answer 404 for missing assets.";
  if (isServerError) return "Check the server's log.";
  return "Deploy the file; page and files have to come from the same build.";
}

function policyRow({ directive, blocked, place, reportOnly }: Violation, origin: string): SiteRow {
  const what = blocked === undefined ? "code in the page" : displayUrl(blocked, origin);
  const verb = reportOnly ? "would block" : "blocks";
  const detail = `${pageText(directive, 60)} ${verb} ${what}${scriptPlaceText(place, origin)}`;
  const remedy = "Allow it in the Content-Security-Policy, or remove it from the page.";
  return reportOnly ? warn("policy", detail, remedy) : fail("policy", detail, remedy);
}

function hydrationRow({ text, place }: PageMessage, origin: string): SiteRow {
  return fail(
    "hydration",
    `${pageText(text)}${scriptPlaceText(place, origin)}`,
    "The server rendered other HTML than the browser does: deploy both from the same build, and look for dates, random values and locales in the rendering.",
  );
}

function paintedRow({ document, painted, end }: Visit, root: string): SiteRow {
  const remedy = "Open the screenshot and the developer tools; the rows above may say why.";
  if (document === undefined) {
    if (end === "ready") return unknown("painted", "the page could not be inspected", "Run again.");
    return fail("painted", "nothing was painted before its time was up", remedy);
  }
  if (!document.found) return fail("painted", `there is no ${root} once the scripts have run`, remedy);
  if (document.empty) return fail("painted", `${root} stays empty: the application did not start`, remedy);
  if (document.box === undefined) {
    const what = `${root} is not visible: nothing in it has an area on the screen`;
    return fail(
      "painted",
      what,
      "Look for display, visibility, opacity and sizes in the styles; a style may be missing.",
    );
  }
  if (!painted) {
    const what = `${root} is laid out, and all of it has one color: users see nothing`;
    return fail("painted", what, "Look for something that covers it, and for a missing style.");
  }
  const { width, height } = document.box;
  return pass("painted", `${root} shows something on ${Math.round(width)} × ${Math.round(height)} pixels`);
}

/** What a returning user sees that the first load did not show. */
export function secondLoadRows(
  first: readonly SiteRow[],
  second: Visit | undefined,
  scope: VisitScope,
  wrongVersion: string | undefined,
): SiteRow[] {
  if (second === undefined)
    return [unknown("second-load", "the first load did not finish, so there was no second", "Fix the first load.")];
  const hasWorker = second.serviceWorkers > 0;
  const through = hasWorker ? "through its service worker" : "with what it had kept";
  const prefix = `coming back ${through}`;
  const known = new Set(first.filter(({ result }) => result === "fail").map(({ check }) => check));
  const rows = visitRows(second, scope)
    .filter(({ check, result }) => (result === "fail" || result === "unknown") && !known.has(check))
    .map((row): SiteRow => ({
      ...row,
      check: "second-load",
      detail: `${prefix}: ${row.check}: ${row.detail}`,
      remedy: hasWorker
        ? "Check what the service worker keeps, and whether it drops the files of an old release."
        : (row.remedy ?? ""),
    }));
  if (wrongVersion !== undefined) {
    const what = `${prefix}: the page is of version ${quote(pageText(wrongVersion, 80))}`;
    rows.push(fail("second-load", what, "Check what the service worker or the cache keeps."));
  }
  return orPass(rows, pass("second-load", `the same for someone who comes back, ${through}`));
}
