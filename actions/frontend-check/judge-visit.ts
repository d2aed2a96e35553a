import { quote } from "@release-actions/action";
import type { PageMessage, PageRequest, Violation, Visit } from "@release-actions/browser/chromium";
import { fail, pass, several, unknown, warn, type Row } from "./rows.ts";
import { at, isOwn, looksLikeSignIn, said, shownUrl, times } from "./words.ts";

export interface VisitScope {
  readonly url: string;
  readonly origin: string;
  readonly root: string;
  readonly consoleErrors: "warn" | "refuse";
  readonly timeout: number;
}

/** What one load of a page in a browser shows. */
export function visitRows(visit: Visit, scope: VisitScope): Row[] {
  const rows = [loadRow(visit, scope)];
  // Without a page there is nothing to say of it.
  if (visit.end === "failed") return rows;
  const { origin } = scope;
  const hydration = visit.messages.filter(({ text }) => isHydration(text));
  const rest = visit.messages.filter((message) => !hydration.includes(message));
  const uncaught = rest.filter((message) => message.kind === "uncaught" || isBroken(message));
  const logged = rest.filter((message) => !uncaught.includes(message));
  return [
    ...rows,
    ...several(
      unique(uncaught).map((message) => errorRow(message, origin)),
      pass("errors", "no script threw an error"),
    ),
    ...several(
      unique(logged).map((message) => consoleRow(message, scope)),
      pass("console", "nothing logged as an error"),
    ),
    ...several(
      visit.requests.flatMap((request) => requestRow(request, scope) ?? []),
      pass("requests", `${times(visit.requests.length, "request")}, each answered`),
    ),
    ...several(
      visit.violations.map((violation) => policyRow(violation, origin)),
      pass("policy", "no Content-Security-Policy was violated"),
    ),
    ...several(
      unique(hydration).map((message) => hydrationRow(message, origin)),
      pass("hydration", "nothing said that it failed"),
    ),
    paintedRow(visit, scope.root),
  ];
}

function loadRow(
  { end, failure, crashed, document, dialogs, popups, requests, took }: Visit,
  { url, origin, timeout }: VisitScope,
): Row {
  const limit = `${timeout / 1000} s`;
  if (crashed)
    return fail(
      "load",
      "the page's process crashed, twice",
      "Open it in this browser and watch its memory; a page that exhausts it crashes for people too.",
    );
  if (end === "failed") return noPageRow(failure ?? "");
  if (end === "stuck")
    return fail(
      "load",
      `the page did not finish within ${limit}: a script runs without end`,
      "Open it with the developer tools, pause the script, and look where it is.",
    );
  if (end === "slow") {
    const open = requests.filter(({ done }) => !done).map((request) => shownUrl(request.url, origin));
    const what =
      open.length === 0
        ? "it never stood still"
        : `still waiting for ${open.slice(0, 3).join(", ")}${open.length > 3 ? ` and ${open.length - 3} more` : ""}`;
    return fail(
      "load",
      `the page did not finish within ${limit}: ${what}`,
      "Look at why this takes so long; where it is meant to, give more timeout.",
    );
  }
  const address = document?.address ?? url;
  if (!isOwn(address, origin))
    return fail(
      "load",
      `a script sends people to another origin: ${shownUrl(address, origin)}`,
      "Check the page through an address that needs no sign-in.",
    );
  if (looksLikeSignIn(address) && !looksLikeSignIn(url))
    return fail(
      "load",
      `a script sends people to sign in: ${shownUrl(address, origin)}`,
      "Check a page that needs no sign-in.",
    );
  const odd = [
    ...dialogs
      .slice(0, 3)
      .map(({ kind, text }) => `a dialog (${kind}) says ${quote(said(text, 100))}; it was dismissed`),
    ...(popups === 0 ? [] : [`it opens ${times(popups, "window")}, which were closed`]),
    ...(new URL(address).pathname === new URL(url).pathname ? [] : [`a script leads to ${shownUrl(address, origin)}`]),
  ];
  if (odd.length > 0) return warn("load", odd.join("; "), "Look whether this is meant.");
  return pass("load", `loaded and at rest after ${(took / 1000).toFixed(1)} s`);
}

/** The page was fetched before, so what keeps the browser from it is most often between the two. */
function noPageRow(failure: string): Row {
  if (failure.includes("ERR_TOO_MANY_REDIRECTS"))
    return fail(
      "load",
      "its redirects do not end",
      "Look at the redirects of the server, and at cookies that they expect.",
    );
  if (failure.includes("ERR_ABORTED"))
    return fail(
      "load",
      "there is no page: it is downloaded, or has no content",
      "Let the server declare text/html, without Content-Disposition.",
    );
  const remedy = failure.includes("ERR_CERT")
    ? "Add the private authority to the browser's own store (Linux: certutil -d sql:$HOME/.pki/nssdb)."
    : "Look at what stands between this machine's browser and the page: proxy, firewall, certificates.";
  return unknown("load", `the browser does not get the page: ${said(failure)}`, remedy);
}

const HYDRATION =
  /\bhydrat|\bserver[- ]rendered html\b|did not match\. server:|\bminified react error #(?:418|419|421|422|423|425)\b|\bNG05\d\d\b/i;

function isHydration(text: string): boolean {
  return HYDRATION.test(text);
}

/** What the browser itself says when it does not run a script or take a style. */
function isBroken({ kind, text }: PageMessage): boolean {
  return (
    kind === "browser" && /module script|MIME type|digest in the 'integrity'|module specifier|import map/i.test(text)
  );
}

/** One that is not the page's own may be an advertisement's; it is shown. */
function errorRow({ kind, text, place }: PageMessage, origin: string): Row {
  const own = place === undefined || isOwn(place.url, origin);
  const detail = `${kind === "browser" ? "the browser says" : "uncaught"}: ${said(text)}${at(place, origin)}`;
  return own
    ? fail("errors", detail, "Open the page with the developer tools; the place is where it was thrown.")
    : warn("errors", detail, "It comes from another origin: look whether the page needs it.");
}

function consoleRow({ text, place }: PageMessage, { origin, consoleErrors }: VisitScope): Row {
  const detail = `${said(text)}${at(place, origin)}`;
  const remedy = "Look whether the page went on without it.";
  return consoleErrors === "refuse" ? fail("console", detail, remedy) : warn("console", detail, remedy);
}

/** What a page cannot do without; a question of its scripts may well be answered with no. */
const PARTS = new Set(["Document", "Script", "Stylesheet", "Image", "Font", "Media", "Manifest", "TextTrack"]);
const QUESTIONS = new Set(["XHR", "Fetch"]);

function requestRow(
  { url, kind, status, mediaType, failure, blocked, fromServiceWorker }: PageRequest,
  { origin }: VisitScope,
): Row | undefined {
  if (blocked === "csp") return undefined;
  const name = `${kind} ${shownUrl(url, origin)}${fromServiceWorker ? ", through the service worker," : ""}`;
  const own = isOwn(url, origin);
  const isCode = kind === "Script" || kind === "Stylesheet";
  const answeredPage = isCode && mediaType === "text/html" && status !== undefined && status < 400;
  if (failure === undefined && (status === undefined || status < 400) && !answeredPage) return undefined;
  const what = answeredPage
    ? `${name} is a page of HTML (${status})`
    : failure !== undefined && (status === undefined || status < 400)
      ? `${name} failed: ${said(failure)}${blocked === undefined ? "" : ` (${said(blocked)})`}`
      : `${name} answers ${status}`;
  const server = status !== undefined && status >= 500;
  const serious = own && (PARTS.has(kind) || (QUESTIONS.has(kind) && (server || status === undefined)));
  if (!serious)
    return warn(
      "requests",
      what,
      own
        ? "Look whether the page is meant to go on without it."
        : "It comes from another origin: look whether the page needs it.",
    );
  const remedy = answeredPage
    ? "A file is missing, and the server gives its start page instead: deploy the file, and answer 404 for missing assets."
    : server
      ? "Look at the server's log."
      : "Deploy the file; page and files have to come from the same build.";
  return fail("requests", what, remedy);
}

function policyRow({ directive, blocked, place, reportOnly }: Violation, origin: string): Row {
  const what = blocked === undefined ? "code in the page" : shownUrl(blocked, origin);
  const detail = `${said(directive, 60)} ${reportOnly ? "would block" : "blocks"} ${what}${at(place, origin)}`;
  const remedy = "Allow it in the Content-Security-Policy, or take it off the page.";
  return reportOnly ? warn("policy", detail, remedy) : fail("policy", detail, remedy);
}

function hydrationRow({ text, place }: PageMessage, origin: string): Row {
  return fail(
    "hydration",
    `${said(text)}${at(place, origin)}`,
    "The server rendered other HTML than the browser does: deploy both from the same build, and look for dates, random values and locales in the rendering.",
  );
}

function paintedRow({ document, painted, end }: Visit, root: string): Row {
  const remedy = "Open the screenshot and the developer tools; the rows above may say why.";
  if (document === undefined)
    return end === "ready"
      ? unknown("painted", "the page could not be looked at", "Run again.")
      : fail("painted", "nothing was painted before its time was up", remedy);
  if (!document.found) return fail("painted", `there is no ${root} once the scripts have run`, remedy);
  if (document.empty) return fail("painted", `${root} stays empty: the application did not start`, remedy);
  if (document.box === undefined)
    return fail(
      "painted",
      `${root} is not visible: nothing in it has an area on the screen`,
      "Look for display, visibility, opacity and sizes in the styles; a style may be missing.",
    );
  if (!painted)
    return fail(
      "painted",
      `${root} is laid out, and all of it has one colour: people see nothing`,
      "Look for something that covers it, and for a missing style.",
    );
  const { width, height } = document.box;
  return pass("painted", `${root} shows something on ${Math.round(width)} × ${Math.round(height)} pixels`);
}

/** What someone sees who comes back: that which the first load did not show. */
export function secondLoadRows(
  first: readonly Row[],
  second: Visit | undefined,
  scope: VisitScope,
  wrongVersion: string | undefined,
): Row[] {
  if (second === undefined)
    return [unknown("second-load", "the first load did not finish, so nobody came back", "Mend the first load.")];
  const known = new Set(first.filter(({ result }) => result === "fail").map(({ check }) => check));
  const bad = visitRows(second, scope).filter(
    ({ check, result }) => (result === "fail" || result === "unknown") && !known.has(check),
  );
  const through = second.serviceWorkers > 0 ? "through its service worker" : "with what it had kept";
  const remedy = (row: Row) =>
    second.serviceWorkers > 0
      ? "Look at what the service worker keeps, and whether it lets go of an old release's files."
      : (row.remedy ?? "");
  const rows = bad.map((row): Row => ({
    ...row,
    check: "second-load",
    detail: `coming back ${through}: ${row.check}: ${row.detail}`,
    remedy: remedy(row),
  }));
  if (wrongVersion !== undefined)
    rows.push(
      fail(
        "second-load",
        `coming back ${through}: the page is of version ${quote(said(wrongVersion, 80))}`,
        "Look at what the service worker or the cache keeps.",
      ),
    );
  return several(rows, pass("second-load", `the same for someone who comes back, ${through}`));
}

function unique(messages: readonly PageMessage[]): PageMessage[] {
  return [...new Map(messages.map((message) => [message.text, message])).values()];
}
