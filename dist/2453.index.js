"use strict";
exports.id = 2453;
exports.ids = [2453,861];
exports.modules = {

/***/ 2453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkFrontend: () => (/* binding */ checkFrontend)
});

// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/browser/page/index.ts + 4 modules
var page = __webpack_require__(6485);
;// CONCATENATED MODULE: ./packages/browser/check/fetch.ts


const REDIRECTS = [301, 302, 303, 307, 308];
const FINAL = [200, ...REDIRECTS, 203, 204, 206, 304, 400, 401, 403, 404, 405, 406, 410, 414, 421, 426, 451];
const MAX_REDIRECTS = 5;
const MAX_PAGE_BYTES = 5 * 1024 * 1024;
const MAX_ASSET_BYTES = 32 * 1024 * 1024;
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;
const PARALLEL = 4;
async function fetchPage(api, url) {
    const addresses = [url];
    for (;;) {
        const address = addresses.at(-1);
        const answer = await get(api, address, "text/html,application/xhtml+xml,*/*;q=0.8", MAX_PAGE_BYTES);
        const target = redirectTarget(answer, address);
        const leavesTo = target !== undefined && target.origin !== api.origin ? target.href : undefined;
        if (target === undefined || leavesTo !== undefined || addresses.length > MAX_REDIRECTS)
            return { addresses, answer, leavesTo, ...(await readAnswer(answer, address)) };
        addresses.push(target.href);
    }
}
function redirectTarget(answer, address) {
    if (answer.kind !== "reply" || !REDIRECTS.includes(answer.reply.status))
        return undefined;
    const location = answer.reply.headers["location"] ?? "";
    return location !== "" && URL.canParse(location, address) ? new URL(location, address) : undefined;
}
async function readAnswer(answer, address) {
    if (answer.kind !== "reply" || answer.reply.status !== 200)
        return { page: undefined, unreadable: undefined };
    try {
        return { page: await (0,page/* readPage */.SP)(answer.text, address), unreadable: undefined };
    }
    catch (error) {
        if (!(error instanceof page/* UnreadablePage */.Dx))
            throw error;
        return { page: undefined, unreadable: error.message };
    }
}
function newAssetCache() {
    return { answers: new Map(), bytesLeft: MAX_TOTAL_BYTES };
}
async function fetchResources(api, page, cache) {
    return await (0,packages_http.inParallel)(PARALLEL, page.resources, async (resource) => {
        if (new URL(resource.url).origin !== api.origin)
            return { resource, answer: undefined };
        let answer = cache.answers.get(resource.url);
        if (answer === undefined)
            cache.answers.set(resource.url, (answer = fetchAsset(api, resource.url, cache)));
        return { resource, answer: await answer };
    });
}
async function fetchAsset(api, url, cache) {
    for (let redirects = 0, address = url;; redirects += 1) {
        if (cache.bytesLeft <= 0)
            return { kind: "left-out" };
        const answer = await get(api, address, "*/*", MAX_ASSET_BYTES);
        if (answer.kind === "reply")
            cache.bytesLeft -= answer.reply.bytes.length;
        const target = redirectTarget(answer, address);
        if (target === undefined || target.origin !== api.origin || redirects >= MAX_REDIRECTS)
            return answer;
        address = target.href;
    }
}
async function get(api, address, accept, maxBytes) {
    try {
        const reply = await api.read({ path: [], address, headers: { accept }, as: "bytes", expect: FINAL, maxBytes });
        return { kind: "reply", reply, text: new TextDecoder("utf-8").decode(reply.bytes) };
    }
    catch (failure) {
        if (!(failure instanceof packages_http.HttpError))
            throw failure;
        const { status, phase } = failure;
        const isFinal = status !== undefined && status >= 400 && status !== 429 && phase === "reply";
        return isFinal ? { kind: "status", status, failure } : { kind: "none", failure };
    }
}

// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/browser/check/text.ts

const MAX_LENGTH = 300;
function displayUrl(address, origin) {
    if (!URL.canParse(address))
        return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(withoutValues(address)), MAX_LENGTH);
    const url = new URL(address);
    if (url.protocol !== "http:" && url.protocol !== "https:")
        return url.protocol;
    const path = `${url.pathname}${url.search === "" ? "" : "?…"}`;
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(url.origin === origin ? path : url.origin + path), MAX_LENGTH);
}
function pageText(text, maxLength = MAX_LENGTH) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(withoutValues(text)), maxLength);
}
function withoutValues(text) {
    return text
        .replace(/(:\/\/)[^\s/@"'<>]{1,200}@/g, "$1***@")
        .replace(/([?&#][\w.~%[\]-]{1,80}=)[^\s&"'<>)\]#]{1,4000}/g, "$1***");
}
function scriptPlaceText(place, origin) {
    return place === undefined ? "" : ` (${displayUrl(place.url, origin)}:${place.line}:${place.column})`;
}
function isOwn(address, origin) {
    if (!URL.canParse(address))
        return true;
    const url = new URL(address);
    return (url.protocol !== "http:" && url.protocol !== "https:") || url.origin === origin;
}
const SIGN_IN = new Set([
    "login",
    "log-in",
    "log_in",
    "signin",
    "sign-in",
    "sign_in",
    "sso",
    "oauth",
    "oauth2",
    "authorize",
    "saml",
    "saml2",
]);
function looksLikeSignIn(address) {
    if (!URL.canParse(address))
        return false;
    const segments = new URL(address).pathname.toLowerCase().split("/");
    return segments.some((segment) => SIGN_IN.has(segment.replace(/\.[a-z]{1,5}$/, "")));
}

;// CONCATENATED MODULE: ./packages/browser/check/judge-page.ts



const HTML = ["text/html", "application/xhtml+xml"];
const OPEN_IT = "Open it in a private window, and check what the server or the proxy in front of it is set up to serve.";
const NO_SIGN_IN = "Check it through an address that needs no sign-in.";
function pageRow(fetched, origin) {
    const { addresses, answer, page, unreadable } = fetched;
    if (answer.kind === "none")
        return (0,report/* unknown */.L5)("page", pageText(answer.failure.message), answer.failure.details.remedy ?? "Run again.");
    if (answer.kind === "status")
        return (0,report/* fail */.fJ)("page", `it answers ${answer.status}`, "Check the server's log: users see this error now.");
    const { status, headers, bytes } = answer.reply;
    const redirect = redirectRow(fetched, status, origin);
    if (redirect !== undefined)
        return redirect;
    if (status === 401 || status === 403)
        return (0,report/* fail */.fJ)("page", `it answers ${status}: only signed-in users see it`, NO_SIGN_IN);
    if (status !== 200)
        return (0,report/* fail */.fJ)("page", `it answers ${status}`, OPEN_IT);
    const type = mediaType(headers["content-type"]);
    if (!HTML.includes(type)) {
        const declared = type === "" ? "of no declared type" : pageText(type);
        const remedy = "Let the server declare text/html; browsers show or download anything else as it is.";
        return (0,report/* fail */.fJ)("page", `it is ${declared}, not text/html`, remedy);
    }
    if (bytes.length === 0 || answer.text.trim() === "")
        return (0,report/* fail */.fJ)("page", "it is empty", OPEN_IT);
    if (page === undefined)
        return (0,report/* fail */.fJ)("page", `it cannot be read as a page: ${unreadable ?? ""}`, OPEN_IT);
    if (isErrorTitle(page.title))
        return (0,report/* fail */.fJ)("page", `it calls itself an error: ${(0,action/* quote */.hD)(pageText(page.title ?? ""))}`, OPEN_IT);
    const last = addresses.at(-1);
    const wasRedirected = addresses.length > 1;
    if (wasRedirected && !looksLikeSignIn(addresses[0]) && (looksLikeSignIn(last) || page.asksForPassword))
        return (0,report/* fail */.fJ)("page", `it sends people to sign in: ${displayUrl(last, origin)}`, NO_SIGN_IN);
    if (page.resources.length === 0 && page.inlineScripts === 0 && !page.hasText)
        return (0,report/* fail */.fJ)("page", "there is nothing on it: no text, no script", OPEN_IT);
    if (wasRedirected) {
        const remedy = "Use the address it leads to, so that the intended page is checked.";
        return (0,report/* warn */.R8)("page", `it answers 200 after redirects: ${pathText(addresses, origin)}`, remedy);
    }
    const title = page.title === undefined ? "" : `, ${(0,action/* quote */.hD)(pageText(page.title))}`;
    return (0,report/* pass */.IX)("page", `200, ${type}, ${bytes.length} bytes${title}`);
}
function redirectRow({ addresses, leavesTo }, status, origin) {
    if (leavesTo !== undefined) {
        const what = looksLikeSignIn(leavesTo) ? "it sends people to sign in" : "it sends people to another origin";
        const remedy = "Check the page behind the sign-in through an address that needs none, or set url to the address it moved to.";
        return (0,report/* fail */.fJ)("page", `${what}: ${status} to ${displayUrl(leavesTo, "")}`, remedy);
    }
    if (status < 300 || status >= 400)
        return undefined;
    const remedy = "Check the redirects of the server and of the proxy in front of it.";
    return (0,report/* fail */.fJ)("page", `its redirects do not end: ${pathText(addresses.slice(0, 4), origin)}`, remedy);
}
function pathText(addresses, origin) {
    return addresses.map((address) => displayUrl(address, origin)).join(" → ");
}
const ERROR_TITLE = /^(?:error[ :-]{0,3})?[45]\d\d(?:\b|$)|^(?:bad gateway|service unavailable|gateway time-?out|internal server error|not found|forbidden|access denied|application error)\b/i;
function isErrorTitle(title) {
    return title !== undefined && ERROR_TITLE.test(title);
}
function mediaType(header) {
    return (header ?? "").split(";", 1)[0].trim().toLowerCase();
}
function titleRow(expected, page, document) {
    if (expected === undefined)
        return (0,report/* skipped */.hT)("title", "not requested");
    const title = page.title ?? "";
    if (title.includes(expected))
        return (0,report/* pass */.IX)("title", (0,action/* quote */.hD)(pageText(title)));
    if (document?.title.includes(expected) === true)
        return (0,report/* pass */.IX)("title", `${(0,action/* quote */.hD)(pageText(document.title))}, set by a script`);
    const found = title === "" ? "not there" : (0,action/* quote */.hD)(pageText(title));
    const inBrowser = document === undefined || document.title === title ? "" : `, and in a browser ${(0,action/* quote */.hD)(pageText(document.title))}`;
    return (0,report/* fail */.fJ)("title", `it is ${found}${inBrowser}, and should hold ${(0,action/* quote */.hD)(pageText(expected))}`, "Another page may answer in its place; if the title has changed on purpose, change the input.");
}
function rootRow(root, page) {
    const count = page.count(root);
    if (count === 1)
        return (0,report/* pass */.IX)("root", `${root.css} is there`);
    if (count > 1)
        return (0,report/* pass */.IX)("root", `${root.css} is there ${count} times; the first counts`);
    const remedy = "Another page may answer in its place; if the application starts in another element, set root to that element.";
    return (0,report/* fail */.fJ)("root", `there is no ${root.css}`, remedy);
}
function versionRow(expected, page, document) {
    if (expected === undefined)
        return (0,report/* skipped */.hT)("version", "not requested");
    const all = [...page.versions, ...(document?.versions ?? [])].map((version) => version.trim());
    const found = [...new Set(all)].filter((version) => version !== "");
    if (found.some((version) => isSameVersion(version, expected)))
        return (0,report/* pass */.IX)("version", `${pageText(expected)} is there`);
    const wanted = (0,action/* quote */.hD)(pageText(expected));
    if (found.length > 0) {
        const shown = found.slice(0, 5).map((version) => (0,action/* quote */.hD)(pageText(version, 80)));
        return (0,report/* fail */.fJ)("version", `the page is of version ${shown.join(", ")}, and ${wanted} was expected`, "The old release may still be served: check the rollout, and caches in front of the server.");
    }
    return (0,report/* unknown */.L5)("version", `the page does not report its version; ${wanted} was expected`, 'Add <meta name="version" content="…"> to the page when it is built, or data-version to html, body or the root element.');
}
function isSameVersion(one, other) {
    const withoutV = (version) => version.trim().replace(/^v(?=\d)/, "");
    return withoutV(one) === withoutV(other);
}

;// CONCATENATED MODULE: ./packages/browser/check/rows.ts

const FETCH_CHECKS = ["page", "title", "root", "assets", "delivery", "version"];
const BROWSER_CHECKS = [
    "load",
    "errors",
    "console",
    "requests",
    "policy",
    "hydration",
    "painted",
    "second-load",
];
const ACCEPTED = {
    title: ["pass", "skipped"],
    root: ["pass"],
    assets: ["pass"],
    version: ["pass", "skipped"],
    browser: ["pass", "skipped"],
    hydration: ["pass"],
    painted: ["pass"],
};
function decideSite(rows, pages) {
    const rules = rulesOf(rows);
    return (0,report/* worst */.QZ)(pages.map((page) => (0,report/* decide */.LD)(rowsOf(rows, page), rules)));
}
function siteProblems(rows, pages) {
    const verdict = decideSite(rows, pages);
    const rules = rulesOf(rows);
    const decisive = pages.filter((page) => (0,report/* decide */.LD)(rowsOf(rows, page), rules) === verdict);
    const problems = decisive.flatMap((page) => (0,report/* problemsOf */.GW)(rowsOf(rows, page), rules, rowTitle));
    return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}
function rowTitle({ page, check }) {
    return page === "" ? check : `${page}: ${check}`;
}
function rulesOf(rows) {
    const browser = rows.find(({ check }) => check === "browser")?.result;
    const checks = browser === "skipped" ? FETCH_CHECKS : [...FETCH_CHECKS, ...BROWSER_CHECKS];
    return { required: ["browser", ...checks], accepted: ACCEPTED };
}
function rowsOf(rows, page) {
    return rows.filter((row) => row.page === page || row.page === "");
}
const MAX_ROWS = 10;
const WEIGHTS = {
    fail: 0,
    invalid: 1,
    unknown: 2,
    warn: 3,
    skipped: 4,
    pass: 5,
};
function orPass(rows, good) {
    if (rows.length === 0)
        return [good];
    const shown = rows.toSorted((one, other) => WEIGHTS[one.result] - WEIGHTS[other.result]).slice(0, MAX_ROWS);
    const more = rows.length - shown.length;
    const last = shown.at(-1);
    return more === 0 ? shown : [...shown.slice(0, -1), { ...last, detail: `${last.detail}; and ${more} more` }];
}

;// CONCATENATED MODULE: ./packages/browser/check/judge-assets.ts






const OPTIONAL = new Set(["icon", "manifest"]);
const FALLBACK = "The server sends its start page for missing files. Deploy the file, and answer 404 for missing assets (nginx: try_files $uri =404).";
const DEPLOY = "Deploy the file that the page names; page and files have to come from the same build.";
async function assetsRows(page, fetched, origin) {
    const rows = page.unreadable.map(({ text, line }) => {
        const what = text === "" ? "an empty address" : `what is not an address: ${pageText(text)}`;
        return (0,report/* fail */.fJ)("assets", `line ${line} names ${what}`, "Correct the address in the page's template.");
    });
    const seen = new Set();
    for (const { resource, answer } of fetched) {
        const key = `${resource.kind} ${resource.url} ${resource.integrity ?? ""}`;
        if (seen.has(key) || OPTIONAL.has(resource.kind))
            continue;
        seen.add(key);
        const row = answer === undefined ? foreignRow(resource, origin) : await assetRow(resource, answer, origin);
        if (row !== undefined)
            rows.push(row);
    }
    return orPass(rows, (0,report/* pass */.IX)("assets", summaryText(fetched, page)));
}
function foreignRow({ kind, url, line }, origin) {
    if (!origin.startsWith("https:") || !url.startsWith("http:"))
        return undefined;
    const what = `line ${line}: the ${kind} ${displayUrl(url, origin)} is not encrypted, so browsers do not load it`;
    return (0,report/* fail */.fJ)("assets", what, "Use its https address.");
}
async function assetRow(resource, answer, origin) {
    const name = `the ${kindText(resource)} ${displayUrl(resource.url, origin)}`;
    switch (answer.kind) {
        case "none": {
            const { message, details } = answer.failure;
            return (0,report/* unknown */.L5)("assets", `${name} has no answer: ${pageText(message)}`, details.remedy ?? "Run again.");
        }
        case "left-out": {
            const what = `${name} was not fetched: the files before it were too large together`;
            return (0,report/* unknown */.L5)("assets", what, "Let pages name fewer or smaller files.");
        }
        case "status":
            return (0,report/* fail */.fJ)("assets", `${name} answers ${answer.status}`, "Check the server's log.");
        case "reply":
            return await replyRow(name, resource, answer);
    }
}
async function replyRow(name, resource, { reply, text }) {
    if (reply.status !== 200)
        return (0,report/* fail */.fJ)("assets", `${name} answers ${reply.status}`, DEPLOY);
    const type = mediaType(reply.headers["content-type"]);
    const content = contentOf(resource);
    const isCode = content === "script" || content === "style";
    if (content !== "document" && (type === "text/html" || (isCode && startsLikeHtml(text))))
        return (0,report/* fail */.fJ)("assets", `${name} is a page of HTML (200, ${pageText(type)})`, FALLBACK);
    if (reply.bytes.length === 0 || (isCode && text.trim() === ""))
        return (0,report/* fail */.fJ)("assets", `${name} is empty`, "Build and deploy again: the file was cut off or never written.");
    const problem = typeProblem(resource, reply, type);
    if (problem !== undefined) {
        const declared = type === "" ? "nothing" : pageText(type);
        const remedy = `Let the server declare ${content === "style" ? "text/css" : "text/javascript"} for it.`;
        return (0,report/* fail */.fJ)("assets", `${name} is declared as ${declared}, ${problem}`, remedy);
    }
    if (resource.integrity === undefined || (await (0,page/* hasIntegrity */.MG)(reply.bytes, resource.integrity)))
        return undefined;
    return (0,report/* fail */.fJ)("assets", `${name} is not the file that the page's integrity names, so browsers do not run it`, "Deploy page and files of the same build; if a proxy changes files on their way, switch that off.");
}
function kindText({ kind, as }) {
    if (kind === "module")
        return "module script";
    if (kind === "modulepreload")
        return "preloaded module";
    if (kind === "preload")
        return as === undefined ? "preload" : `preloaded ${pageText(as, 20)}`;
    return kind;
}
function contentOf({ kind, as }) {
    if (kind === "script" || kind === "module" || kind === "modulepreload")
        return "script";
    return kind === "preload" ? (as ?? "") : kind;
}
function typeProblem(resource, { headers }, type) {
    const content = contentOf(resource);
    const isStrict = (headers["x-content-type-options"] ?? "").toLowerCase().includes("nosniff");
    if (content === "style" && type !== "text/css")
        return "and browsers accept only text/css as a style";
    if (content !== "script" || (0,page/* isJavaScript */.eh)(type))
        return undefined;
    if (resource.kind === "module" || resource.kind === "modulepreload")
        return "and browsers accept only JavaScript's types for a module";
    if (isStrict)
        return "and with nosniff browsers accept only JavaScript's types";
    return /^(?:image|audio|video)\/|^text\/csv$/.test(type) ? "which browsers never run as a script" : undefined;
}
function startsLikeHtml(text) {
    const beginning = text
        .slice(0, 2_000)
        .replace(/^\ufeff/, "")
        .trimStart()
        .replace(/^<!--[^]*?-->\s*/, "")
        .toLowerCase();
    return ["<!doctype html", "<html", "<head", "<body"].some((start) => beginning.startsWith(start));
}
function summaryText(fetched, { inlineScripts, inlineStyles }) {
    const own = fetched.filter(({ answer, resource }) => answer !== undefined && !OPTIONAL.has(resource.kind));
    const count = (...kinds) => new Set(own.filter(({ resource }) => kinds.includes(resource.kind)).map(({ resource }) => resource.url)).size;
    const foreign = fetched.filter(({ answer }) => answer === undefined);
    const hosts = [...new Set(foreign.map(({ resource }) => new URL(resource.url).host))];
    const inline = inlineScripts + inlineStyles;
    const parts = [
        (0,packages_text/* formatCount */.B4)(count("script", "module"), "script"),
        (0,packages_text/* formatCount */.B4)(count("style"), "style"),
        (0,packages_text/* formatCount */.B4)(count("preload", "modulepreload"), "preload"),
        ...(inline > 0 ? [`${(0,packages_text/* formatCount */.B4)(inline, "piece")} of code in the page`] : []),
    ];
    return `${parts.join(", ")}${hosts.length === 0 ? "" : `; not fetched, from others: ${pageText(hosts.join(", "))}`}`;
}
const WORTH_COMPRESSING = 10 * 1024;
const HOUR = 3_600;
const DAY = 86_400;
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|mjs|css)$/;
function deliveryRow(page, fetched, origin) {
    const rows = [];
    const add = (what, remedy) => void rows.push((0,report/* warn */.R8)("delivery", what, remedy));
    const age = maxAge(page.headers["cache-control"]);
    if (age !== undefined && age >= HOUR) {
        const what = `browsers keep the page for ${age} s: users stay on the old release as long`;
        add(what, "Send Cache-Control: no-cache with pages.");
    }
    const code = codeFiles(fetched);
    const [uncompressed, ...moreUncompressed] = code.filter(isUncompressed);
    if (uncompressed !== undefined) {
        const files = (0,packages_text/* formatCount */.B4)(1 + moreUncompressed.length, "file");
        const what = `${files} not compressed, such as ${displayUrl(uncompressed.resource.url, origin)}`;
        add(what, "Let the server compress scripts and styles.");
    }
    const [uncached, ...moreUncached] = code.filter(isUncached);
    if (uncached !== undefined) {
        const files = (0,packages_text/* formatCount */.B4)(1 + moreUncached.length, "file");
        const what = `${files} named by content and not kept, such as ${displayUrl(uncached.resource.url, origin)}`;
        add(what, "Send Cache-Control: max-age=31536000, immutable with them.");
    }
    const missing = fetched.find(({ resource, answer }) => OPTIONAL.has(resource.kind) && answer !== undefined && !isThere(answer));
    if (missing !== undefined) {
        const { kind, url } = missing.resource;
        add(`the ${kind} ${displayUrl(url, origin)} is not there`, DEPLOY);
    }
    if (rows.length === 0)
        return (0,report/* pass */.IX)("delivery", "compressed, and kept as long as it should be");
    return (0,report/* warn */.R8)("delivery", rows.map(({ detail }) => detail).join("; "), rows.map(({ remedy }) => remedy).join(" "));
}
function codeFiles(fetched) {
    const files = new Map();
    for (const { resource, answer } of fetched) {
        if (answer?.kind !== "reply" || answer.reply.status !== 200)
            continue;
        if (["script", "style"].includes(contentOf(resource)))
            files.set(resource.url, { resource, reply: answer.reply });
    }
    return [...files.values()];
}
function isUncompressed({ reply }) {
    return reply.bytes.length >= WORTH_COMPRESSING && (reply.headers["content-encoding"] ?? "") === "";
}
function isUncached({ resource, reply }) {
    return isHashed(resource.url) && (maxAge(reply.headers["cache-control"]) ?? 0) < DAY;
}
function isThere(answer) {
    if (answer.kind !== "reply" || answer.reply.status !== 200)
        return false;
    return mediaType(answer.reply.headers["content-type"]) !== "text/html";
}
function isHashed(url) {
    const name = HASHED.exec(new URL(url).pathname)?.[0];
    return name !== undefined && /\d/.test(name);
}
function maxAge(header) {
    if (header === undefined)
        return undefined;
    const parts = header
        .toLowerCase()
        .split(",")
        .map((part) => part.trim());
    if (parts.includes("no-store") || parts.includes("no-cache"))
        return 0;
    const age = parts.find((part) => part.startsWith("max-age="))?.slice("max-age=".length) ?? "";
    return /^\d{1,10}$/.test(age) ? Number(age) : undefined;
}

;// CONCATENATED MODULE: ./packages/browser/check/judge-visit.ts





function visitRows(visit, scope) {
    const load = loadRow(visit, scope);
    if (visit.end === "failed")
        return [load];
    const { origin } = scope;
    const { hydration, uncaught, logged } = sortMessages(visit.messages);
    const { requests, violations } = visit;
    return [
        load,
        ...orPass(uncaught.map((message) => errorRow(message, origin)), (0,report/* pass */.IX)("errors", "no script threw an error")),
        ...orPass(logged.map((message) => consoleRow(message, scope)), (0,report/* pass */.IX)("console", "nothing logged as an error")),
        ...orPass(requests.flatMap((request) => requestRow(request, origin) ?? []), (0,report/* pass */.IX)("requests", `${(0,packages_text/* formatCount */.B4)(requests.length, "request")}, each answered`)),
        ...orPass(violations.map((violation) => policyRow(violation, origin)), (0,report/* pass */.IX)("policy", "no Content-Security-Policy was violated")),
        ...orPass(hydration.map((message) => hydrationRow(message, origin)), (0,report/* pass */.IX)("hydration", "nothing reported that it failed")),
        paintedRow(visit, scope.root),
    ];
}
function sortMessages(messages) {
    const isHydration = ({ text }) => HYDRATION.test(text);
    const isUncaught = (message) => message.kind === "uncaught" || isRejectedByBrowser(message);
    const others = messages.filter((message) => !isHydration(message));
    return {
        hydration: distinct(messages.filter(isHydration)),
        uncaught: distinct(others.filter(isUncaught)),
        logged: distinct(others.filter((message) => !isUncaught(message))),
    };
}
function distinct(messages) {
    return [...new Map(messages.map((message) => [message.text, message])).values()];
}
function loadRow(visit, { url, origin, timeout }) {
    if (visit.crashed) {
        const remedy = "Open it in this browser and watch its memory; a page that exhausts it crashes for users too.";
        return (0,report/* fail */.fJ)("load", "the page's process crashed, twice", remedy);
    }
    const limit = `${timeout / 1000} s`;
    switch (visit.end) {
        case "failed":
            return noPageRow(visit.failure ?? "");
        case "stuck": {
            const remedy = "Open it with the developer tools, pause the script, and check where it is.";
            return (0,report/* fail */.fJ)("load", `the page did not finish within ${limit}: a script runs without end`, remedy);
        }
        case "slow": {
            const remedy = "Check why this takes so long; if it is meant to, increase timeout.";
            return (0,report/* fail */.fJ)("load", `the page did not finish within ${limit}: ${openRequests(visit, origin)}`, remedy);
        }
        case "ready":
            return readyRow(visit, url, origin);
    }
}
function openRequests({ requests }, origin) {
    const open = requests.filter(({ done }) => !done).map((request) => displayUrl(request.url, origin));
    if (open.length === 0)
        return "it never came to rest";
    return `still waiting for ${open.slice(0, 3).join(", ")}${open.length > 3 ? ` and ${open.length - 3} more` : ""}`;
}
function readyRow({ document, dialogs, popups, took }, url, origin) {
    const address = document?.address ?? url;
    const shown = displayUrl(address, origin);
    if (!isOwn(address, origin)) {
        const remedy = "Check the page through an address that needs no sign-in.";
        return (0,report/* fail */.fJ)("load", `a script sends people to another origin: ${shown}`, remedy);
    }
    if (looksLikeSignIn(address) && !looksLikeSignIn(url))
        return (0,report/* fail */.fJ)("load", `a script sends people to sign in: ${shown}`, "Check a page that needs no sign-in.");
    const unusual = dialogs
        .slice(0, 3)
        .map(({ kind, text }) => `a dialog (${kind}) says ${(0,action/* quote */.hD)(pageText(text, 100))}; it was dismissed`);
    if (popups > 0)
        unusual.push(`it opens ${(0,packages_text/* formatCount */.B4)(popups, "window")}, which were closed`);
    if (new URL(address).pathname !== new URL(url).pathname)
        unusual.push(`a script leads to ${shown}`);
    if (unusual.length > 0)
        return (0,report/* warn */.R8)("load", unusual.join("; "), "Check whether this is intended.");
    return (0,report/* pass */.IX)("load", `loaded and at rest after ${(took / 1000).toFixed(1)} s`);
}
function noPageRow(failure) {
    if (failure.includes("ERR_TOO_MANY_REDIRECTS")) {
        const remedy = "Check the redirects of the server, and cookies that they expect.";
        return (0,report/* fail */.fJ)("load", "its redirects do not end", remedy);
    }
    if (failure.includes("ERR_ABORTED")) {
        const remedy = "Let the server declare text/html, without Content-Disposition.";
        return (0,report/* fail */.fJ)("load", "there is no page: it is downloaded, or has no content", remedy);
    }
    const remedy = failure.includes("ERR_CERT")
        ? "Add the private authority to the browser's own store (Linux: certutil -d sql:$HOME/.pki/nssdb)."
        : "Check what is between this machine's browser and the page: proxy, firewall, certificates.";
    return (0,report/* unknown */.L5)("load", `the browser does not get the page: ${pageText(failure)}`, remedy);
}
const HYDRATION = /\bhydrat|\bserver[- ]rendered html\b|did not match\. server:|\bminified react error #(?:418|419|421|422|423|425)\b|\bNG05\d\d\b/i;
const REJECTED = /module script|MIME type|digest in the 'integrity'|module specifier|import map/i;
function isRejectedByBrowser({ kind, text }) {
    return kind === "browser" && REJECTED.test(text);
}
const FOREIGN = "It comes from another origin: check whether the page needs it.";
function errorRow({ kind, text, place }, origin) {
    const source = kind === "browser" ? "the browser says" : "uncaught";
    const detail = `${source}: ${pageText(text)}${scriptPlaceText(place, origin)}`;
    if (place !== undefined && !isOwn(place.url, origin))
        return (0,report/* warn */.R8)("errors", detail, FOREIGN);
    return (0,report/* fail */.fJ)("errors", detail, "Open the page with the developer tools; the place is where it was thrown.");
}
function consoleRow({ text, place }, { origin, consoleErrors }) {
    const detail = `${pageText(text)}${scriptPlaceText(place, origin)}`;
    const remedy = "Check whether the page works without it.";
    return consoleErrors === "refuse" ? (0,report/* fail */.fJ)("console", detail, remedy) : (0,report/* warn */.R8)("console", detail, remedy);
}
const PARTS = new Set(["Document", "Script", "Stylesheet", "Image", "Font", "Media", "Manifest", "TextTrack"]);
const SCRIPTED = new Set(["XHR", "Fetch"]);
function requestRow(request, origin) {
    const { url, kind, status, mediaType, failure, blocked, fromServiceWorker } = request;
    if (blocked === "csp")
        return undefined;
    const name = `${kind} ${displayUrl(url, origin)}${fromServiceWorker ? ", through the service worker," : ""}`;
    const isOk = status === undefined || status < 400;
    const isCode = kind === "Script" || kind === "Stylesheet";
    const isFallback = isCode && mediaType === "text/html" && status !== undefined && isOk;
    if (failure === undefined && isOk && !isFallback)
        return undefined;
    const what = isFallback
        ? `${name} is a page of HTML (${status})`
        : failure !== undefined && isOk
            ? `${name} failed: ${pageText(failure)}${blocked === undefined ? "" : ` (${pageText(blocked)})`}`
            : `${name} answers ${status}`;
    if (!isOwn(url, origin))
        return (0,report/* warn */.R8)("requests", what, FOREIGN);
    const isServerError = status !== undefined && status >= 500;
    const isNeeded = PARTS.has(kind) || (SCRIPTED.has(kind) && (isServerError || status === undefined));
    if (!isNeeded)
        return (0,report/* warn */.R8)("requests", what, "Check whether the page is meant to work without it.");
    return (0,report/* fail */.fJ)("requests", what, requestRemedy(isFallback, isServerError));
}
function requestRemedy(isFallback, isServerError) {
    if (isFallback)
        return "A file is missing, and the server sends its start page instead: deploy the file, and answer 404 for missing assets.";
    if (isServerError)
        return "Check the server's log.";
    return "Deploy the file; page and files have to come from the same build.";
}
function policyRow({ directive, blocked, place, reportOnly }, origin) {
    const what = blocked === undefined ? "code in the page" : displayUrl(blocked, origin);
    const verb = reportOnly ? "would block" : "blocks";
    const detail = `${pageText(directive, 60)} ${verb} ${what}${scriptPlaceText(place, origin)}`;
    const remedy = "Allow it in the Content-Security-Policy, or remove it from the page.";
    return reportOnly ? (0,report/* warn */.R8)("policy", detail, remedy) : (0,report/* fail */.fJ)("policy", detail, remedy);
}
function hydrationRow({ text, place }, origin) {
    return (0,report/* fail */.fJ)("hydration", `${pageText(text)}${scriptPlaceText(place, origin)}`, "The server rendered other HTML than the browser does: deploy both from the same build, and look for dates, random values and locales in the rendering.");
}
function paintedRow({ document, painted, end }, root) {
    const remedy = "Open the screenshot and the developer tools; the rows above may say why.";
    if (document === undefined) {
        if (end === "ready")
            return (0,report/* unknown */.L5)("painted", "the page could not be inspected", "Run again.");
        return (0,report/* fail */.fJ)("painted", "nothing was painted before its time was up", remedy);
    }
    if (!document.found)
        return (0,report/* fail */.fJ)("painted", `there is no ${root} once the scripts have run`, remedy);
    if (document.empty)
        return (0,report/* fail */.fJ)("painted", `${root} stays empty: the application did not start`, remedy);
    if (document.box === undefined) {
        const what = `${root} is not visible: nothing in it has an area on the screen`;
        return (0,report/* fail */.fJ)("painted", what, "Look for display, visibility, opacity and sizes in the styles; a style may be missing.");
    }
    if (!painted) {
        const what = `${root} is laid out, and all of it has one color: users see nothing`;
        return (0,report/* fail */.fJ)("painted", what, "Look for something that covers it, and for a missing style.");
    }
    const { width, height } = document.box;
    return (0,report/* pass */.IX)("painted", `${root} shows something on ${Math.round(width)} × ${Math.round(height)} pixels`);
}
function secondLoadRows(first, second, scope, wrongVersion) {
    if (second === undefined)
        return [(0,report/* unknown */.L5)("second-load", "the first load did not finish, so there was no second", "Fix the first load.")];
    const hasWorker = second.serviceWorkers > 0;
    const through = hasWorker ? "through its service worker" : "with what it had kept";
    const prefix = `coming back ${through}`;
    const known = new Set(first.filter(({ result }) => result === "fail").map(({ check }) => check));
    const rows = visitRows(second, scope)
        .filter(({ check, result }) => (result === "fail" || result === "unknown") && !known.has(check))
        .map((row) => ({
        ...row,
        check: "second-load",
        detail: `${prefix}: ${row.check}: ${row.detail}`,
        remedy: hasWorker
            ? "Check what the service worker keeps, and whether it drops the files of an old release."
            : (row.remedy ?? ""),
    }));
    if (wrongVersion !== undefined) {
        const what = `${prefix}: the page is of version ${(0,action/* quote */.hD)(pageText(wrongVersion, 80))}`;
        rows.push((0,report/* fail */.fJ)("second-load", what, "Check what the service worker or the cache keeps."));
    }
    return orPass(rows, (0,report/* pass */.IX)("second-load", `the same for someone who comes back, ${through}`));
}

;// CONCATENATED MODULE: ./packages/browser/chromium/connection.ts
class BrowserGone extends Error {
    name = "BrowserGone";
}
class CommandFailed extends Error {
    name = "CommandFailed";
}
const LONGEST_MESSAGE = 64 * 1024 * 1024;
const NUL = 0;
function openConnection(input, output) {
    const waiting = new Map();
    const listeners = new Map();
    let pieces = [];
    let size = 0;
    let last = 0;
    let gone;
    function end(why) {
        gone ??= why;
        for (const { reject } of waiting.values())
            reject(new BrowserGone(gone));
        waiting.clear();
    }
    function receive(text) {
        const message = JSON.parse(text);
        if (message.id === undefined)
            return listeners.get(message.sessionId)?.(message.method ?? "", message.params ?? {});
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error === undefined)
            call?.resolve(message.result ?? {});
        else
            call?.reject(new CommandFailed(message.error.message ?? "the browser refused a command"));
    }
    output.on("data", (chunk) => {
        let from = 0;
        for (let nul = chunk.indexOf(NUL); nul !== -1; nul = chunk.indexOf(NUL, from)) {
            pieces.push(chunk.subarray(from, nul));
            const message = Buffer.concat(pieces).toString("utf8");
            pieces = [];
            size = 0;
            from = nul + 1;
            try {
                receive(message);
            }
            catch (error) {
                return void output.destroy(new Error(`it says what is not understood: ${error.message}`));
            }
        }
        if (from === chunk.length)
            return;
        pieces.push(chunk.subarray(from));
        size += chunk.length - from;
        if (size > LONGEST_MESSAGE)
            output.destroy(new Error("the browser sent a message of more than 64 MiB"));
    });
    output.on("error", (error) => end(error.message));
    output.on("close", () => end("the browser closed its pipe"));
    input.on("error", (error) => end(error.message));
    return {
        end,
        send(method, params, session) {
            if (gone !== undefined)
                return Promise.reject(new BrowserGone(gone));
            last += 1;
            const id = last;
            return new Promise((resolve, reject) => {
                waiting.set(id, { resolve, reject });
                input.write(`${JSON.stringify({ id, method, params, ...(session !== undefined && { sessionId: session }) })}\0`);
            });
        },
        listen: (session, listener) => void listeners.set(session, listener),
        forget: (session) => void listeners.delete(session),
    };
}

// EXTERNAL MODULE: ./packages/exec/index.ts + 2 modules
var exec = __webpack_require__(1622);
;// CONCATENATED MODULE: ./packages/browser/chromium/find.ts

const NAMES = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];
const PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
function findChromium(environment) {
    const named = NAMES.map((name) => (0,exec/* programIn */.Wm)(name, environment));
    return named.find((file) => file !== undefined) ?? PLACES.find(exec/* isProgram */.Vd);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./packages/browser/chromium/flags.ts

const QUIET = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,Translate",
    "--disable-gpu",
    "--disable-quic",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--deny-permission-prompts",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-pings",
    "--password-store=basic",
    "--use-mock-keychain",
    "--window-size=1280,800",
];
function flagsOf({ profile, host, network, sandboxed }) {
    return [
        ...QUIET,
        `--user-data-dir=${profile}`,
        ...(sandboxed ? [] : ["--no-sandbox"]),
        `--host-resolver-rules=${unreachable(host)}`,
        ...proxyFlags(network),
        "about:blank",
    ];
}
const METADATA = [
    "169.254.*.*",
    "fe80:*",
    "fd00:ec2::254",
    "metadata",
    "metadata.google.internal",
    "metadata.goog",
    "100.100.100.200",
];
const THIS_MACHINE = ["127.*.*.*", "0.0.0.0", "::1", "::", "::ffff:*", "localhost", "*.localhost"];
const THIS_NETWORK = [
    "10.*.*.*",
    "192.168.*.*",
    ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.*.*`),
    "fc*:*",
    "fd*:*",
];
function unreachable(host) {
    const inside = isLoopback(host) || (0,external_node_net_.isIP)(host.replace(/^\[|\]$/g, "")) !== 0;
    const hosts = [...METADATA, ...(isLoopback(host) ? [] : THIS_MACHINE), ...(inside ? [] : THIS_NETWORK)];
    return hosts.map((pattern) => `MAP ${pattern} ~NOTFOUND`).join(",");
}
function isLoopback(host) {
    return (host === "localhost" ||
        host.endsWith(".localhost") ||
        host === "[::1]" ||
        ((0,external_node_net_.isIP)(host) === 4 && host.startsWith("127.")));
}
function proxyFlags({ httpProxy, httpsProxy, noProxy }) {
    const servers = [...proxyOf("http", httpProxy), ...proxyOf("https", httpsProxy)];
    if (servers.length === 0)
        return ["--no-proxy-server"];
    const direct = (noProxy ?? "")
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "" && !entry.includes(";"));
    const patterns = direct.flatMap((entry) => entry.startsWith(".") || entry.startsWith("*") || entry.includes("/") ? [entry] : [entry, `*.${entry}`]);
    return [
        `--proxy-server=${servers.join(";")}`,
        ...(patterns.length === 0 ? [] : [`--proxy-bypass-list=${patterns.join(";")}`]),
    ];
}
function proxyOf(scheme, address) {
    if (address === undefined || !URL.canParse(address))
        return [];
    return [`${scheme}=${new URL(address).origin}`];
}

;// CONCATENATED MODULE: ./packages/browser/chromium/tab.ts

function openTabs(connection) {
    const own = new Set();
    const contexts = new Map();
    let discovering;
    connection.listen(undefined, (method, params) => {
        if (method !== "Target.targetCreated")
            return;
        const { targetId, type, browserContextId, openerId } = params["targetInfo"];
        const opened = contexts.get(String(browserContextId));
        if (opened === undefined || own.has(String(targetId)) || openerId === undefined || type !== "page")
            return;
        opened.popups += 1;
        quietly(connection.send("Target.closeTarget", { targetId: String(targetId) }));
    });
    return async () => {
        await (discovering ??= connection.send("Target.setDiscoverTargets", { discover: true }));
        const context = String((await connection.send("Target.createBrowserContext", { disposeOnDetach: true }))["browserContextId"]);
        const opened = { context, popups: 0 };
        contexts.set(context, opened);
        await connection
            .send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context })
            .catch(ignoreFailure);
        const targetId = String((await connection.send("Target.createTarget", { url: "about:blank", browserContextId: context }))["targetId"]);
        own.add(targetId);
        const session = String((await connection.send("Target.attachToTarget", { targetId, flatten: true }))["sessionId"]);
        return {
            get popups() {
                return opened.popups;
            },
            send: (method, params = {}) => connection.send(method, params, session),
            listen: (listener) => connection.listen(session, listener),
            async close() {
                connection.forget(session);
                contexts.delete(context);
                quietly(connection.send("Target.disposeBrowserContext", { browserContextId: context }));
            },
        };
    };
}
function quietly(sent) {
    sent.catch(() => undefined);
}
function ignoreFailure(error) {
    if (!(error instanceof CommandFailed))
        throw error;
}

;// CONCATENATED MODULE: ./packages/browser/chromium/launch.ts









const DEADLINE = 30_000;
const MAX_STDERR = 64 * 1024;
const REMOVALS = 20;
async function launchChromium(options) {
    const { executable, temporary, environment, network, host, signal } = options;
    signal.throwIfAborted();
    const profile = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary, "chromium-"));
    const sandboxed = external_node_process_.getuid?.() !== 0;
    const child = (0,external_node_child_process_.spawn)(executable, flagsOf({ profile, host, network, sandboxed }), {
        env: { ...environment, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
        detached: true,
        windowsHide: true,
        stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    });
    const stderr = keepBeginning(child.stderr);
    const connection = openConnection(child.stdio[3], child.stdio[4]);
    const ended = new Promise((resolve) => {
        child.once("error", (error) => {
            connection.end(error.message);
            resolve();
        });
        child.once("exit", (code, by) => {
            connection.end(`the browser ended (${by ?? `exit code ${code}`})`);
            resolve();
        });
    });
    let closing;
    const close = () => (closing ??= shut());
    async function shut() {
        signal.removeEventListener("abort", onAbort);
        connection.end("the browser was closed");
        killGroup(child);
        await ended;
        killGroup(child);
        for (const stream of child.stdio)
            stream?.destroy();
        await removeFolder(profile);
    }
    const onAbort = () => void close();
    signal.addEventListener("abort", onAbort, { once: true });
    const deadline = options.deadline ?? DEADLINE;
    const open = openTabs(connection);
    try {
        const { product } = await inTime(connection, deadline, () => connection.send("Browser.getVersion", {}));
        const version = String(product);
        return { version, sandboxed, pid: child.pid ?? 0, openTab: () => inTime(connection, deadline, open), close };
    }
    catch (error) {
        await close();
        signal.throwIfAborted();
        throw doesNotStart(executable, error.message, stderr());
    }
}
async function inTime(connection, deadline, work) {
    const timer = setTimeout(() => connection.end(`no answer within ${Math.round(deadline / 1000)} s`), deadline);
    try {
        return await work();
    }
    finally {
        clearTimeout(timer);
    }
}
function doesNotStart(executable, why, stderr) {
    if (stderr.includes("No usable sandbox") || stderr.includes("setuid sandbox")) {
        const remedy = "Use the distribution's own package of the browser, or let unprivileged processes create user namespaces; in a container, run as root or with --security-opt seccomp=unconfined.";
        return (0,action/* undecided */.oo)(`${executable} does not start: this system does not let it create its sandbox`, { remedy });
    }
    const lines = stderr.split("\n").filter((line) => line.trim() !== "");
    const said = lines.findLast((line) => /fatal|error/i.test(line)) ?? lines.at(-1);
    return (0,action/* undecided */.oo)(`${executable} does not start: ${why}${said === undefined ? "" : `; it reports: ${(0,packages_text/* shorten */.ml)(said, 500)}`}`, {
        remedy: "Start it manually on this machine with --headless --dump-dom about:blank; it must be a Chromium, Chrome or Edge with all its libraries.",
    });
}
function keepBeginning(stream) {
    const kept = [];
    let size = 0;
    stream.on("data", (chunk) => {
        if (size < MAX_STDERR)
            kept.push(chunk.subarray(0, MAX_STDERR - size));
        size += chunk.length;
    });
    stream.on("error", () => undefined);
    return () => Buffer.concat(kept).toString("utf8");
}
function killGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        external_node_process_.kill(-child.pid, "SIGKILL");
    }
    catch {
        child.kill("SIGKILL");
    }
}
async function removeFolder(folder) {
    for (let turn = 0; turn < REMOVALS; turn += 1) {
        try {
            return (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        }
        catch {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }
}

;// CONCATENATED MODULE: ./packages/browser/chromium/observe.ts

const MOST = 200;
const MOST_REQUESTS = 5_000;
const LONGEST = 2_000;
async function observe(tab) {
    let seen = nothing();
    let ids = new Map();
    let thrown = new Map();
    const handlers = {
        "Runtime.exceptionThrown": ({ exceptionDetails }) => {
            const message = uncaught(exceptionDetails);
            thrown.set(Number(exceptionDetails["exceptionId"]), message);
            keep(seen.messages, message);
        },
        "Runtime.exceptionRevoked": ({ exceptionId }) => {
            const index = seen.messages.indexOf(thrown.get(Number(exceptionId)));
            if (index !== -1)
                seen.messages.splice(index, 1);
        },
        "Runtime.consoleAPICalled": (params) => {
            if (params["type"] === "error" || params["type"] === "assert")
                keep(seen.messages, consoleMessage(params));
        },
        "Log.entryAdded": ({ entry }) => {
            const { level, source, text, url, lineNumber } = entry;
            if (level !== "error" || source === "network" || String(text).includes("Content Security Policy"))
                return;
            keep(seen.messages, { kind: "browser", text: cut(text), place: placeOf(url, lineNumber, 0) });
        },
        "Network.requestWillBeSent": ({ requestId, request, type }) => {
            const url = String(request["url"]);
            if (url.startsWith("data:") || url.startsWith("blob:"))
                return;
            const followed = {
                url: cut(url),
                kind: String(type ?? "Other"),
                status: undefined,
                mediaType: "",
                fromServiceWorker: false,
                failure: undefined,
                blocked: undefined,
                done: false,
            };
            const before = ids.get(String(requestId));
            if (before !== undefined)
                before.done = true;
            if (seen.requests.length >= MOST_REQUESTS)
                return;
            seen.requests.push(followed);
            ids.set(String(requestId), followed);
        },
        "Network.responseReceived": ({ requestId, response }) => {
            const { status, mimeType, fromServiceWorker } = response;
            const request = ids.get(String(requestId));
            if (request === undefined)
                return;
            Object.assign(request, {
                status: Number(status),
                mediaType: cut(mimeType),
                fromServiceWorker: fromServiceWorker === true,
            });
        },
        "Network.loadingFinished": ({ requestId }) => {
            const request = ids.get(String(requestId));
            if (request !== undefined)
                request.done = true;
        },
        "Network.loadingFailed": ({ requestId, errorText, canceled, blockedReason }) => {
            const request = ids.get(String(requestId));
            if (request === undefined)
                return;
            request.done = true;
            if (blockedReason !== undefined)
                request.blocked = cut(blockedReason);
            if (canceled !== true)
                request.failure = cut(errorText);
        },
        "Audits.issueAdded": ({ issue }) => {
            const violation = violationOf(issue);
            if (violation !== undefined)
                keep(seen.violations, violation);
        },
        "Page.javascriptDialogOpening": ({ type, message }) => {
            if (type !== "beforeunload")
                keep(seen.dialogs, { kind: cut(type), text: cut(message) });
            tab.send("Page.handleJavaScriptDialog", { accept: type === "beforeunload" }).catch(() => undefined);
        },
        "Page.loadEventFired": () => void (seen.loaded = true),
        "Inspector.targetCrashed": () => void (seen.crashed = true),
    };
    tab.listen((method, params) => {
        if (method.startsWith("Network.") || method === "Page.loadEventFired")
            seen.lastActivity = performance.now();
        handlers[method]?.(params);
    });
    for (const domain of ["Page", "Network", "Runtime", "Log", "Audits", "Inspector"])
        await tab.send(`${domain}.enable`);
    return {
        get seen() {
            return seen;
        },
        begin() {
            seen = nothing();
            ids = new Map();
            thrown = new Map();
        },
    };
}
function nothing() {
    return {
        messages: [],
        requests: [],
        violations: [],
        dialogs: [],
        loaded: false,
        crashed: false,
        lastActivity: performance.now(),
    };
}
function keep(list, item) {
    if (list.length < MOST)
        list.push(item);
}
function cut(text) {
    return (0,packages_text/* shorten */.ml)(typeof text === "string" ? text : (JSON.stringify(text) ?? ""), LONGEST);
}
function uncaught({ text, exception, url, lineNumber, columnNumber, stackTrace }) {
    const { description, value } = (exception ?? {});
    const said = description === undefined ? JSON.stringify(value ?? null) : String(description);
    const first = said.split("\n", 1)[0] ?? "";
    return {
        kind: "uncaught",
        text: cut(first === "" || first === "null" ? text : first),
        place: frameOf(stackTrace) ?? placeOf(url, lineNumber, columnNumber),
    };
}
function consoleMessage({ args, stackTrace }) {
    const parts = args.slice(0, 20).map(({ value, description, type }) => {
        if (typeof value === "string")
            return (0,packages_text/* shorten */.ml)(value, LONGEST);
        return cut(description ?? (value === undefined ? type : JSON.stringify(value)));
    });
    return { kind: "console", text: cut(parts.join(" ")), place: frameOf(stackTrace) };
}
function frameOf(stack) {
    const frames = (stack?.["callFrames"] ?? []);
    const frame = frames.find(({ url }) => url !== "");
    return frame === undefined ? undefined : placeOf(frame["url"], frame["lineNumber"], frame["columnNumber"]);
}
function placeOf(url, line, column) {
    if (typeof url !== "string" || url === "")
        return undefined;
    return { url: cut(url), line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
}
function violationOf({ code, details }) {
    if (code !== "ContentSecurityPolicyIssue")
        return undefined;
    const { violatedDirective, blockedURL, isReportOnly, sourceCodeLocation: at, } = details["contentSecurityPolicyIssueDetails"];
    const place = at;
    return {
        directive: cut(violatedDirective),
        blocked: typeof blockedURL === "string" && blockedURL !== "" ? cut(blockedURL) : undefined,
        place: placeOf(place?.["url"], place?.["lineNumber"], Number(place?.["columnNumber"] ?? 1) - 1),
        reportOnly: isReportOnly === true,
    };
}

;// CONCATENATED MODULE: ./packages/browser/chromium/pixels.ts
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOUR = 2;
const TRUECOLOUR_ALPHA = 6;
const MOST_PIXELS = 64 * 1024 * 1024;
async function readPng(file) {
    if (!file.subarray(0, 8).equals(SIGNATURE))
        throw new Error("not a PNG");
    const width = file.readUInt32BE(16);
    const height = file.readUInt32BE(20);
    const [depth, colour, , , interlace] = file.subarray(24, 29);
    if (depth !== 8 || (colour !== TRUECOLOUR && colour !== TRUECOLOUR_ALPHA) || interlace !== 0)
        throw new Error("an unsupported kind of PNG");
    if (width * height > MOST_PIXELS)
        throw new Error("the picture is too large");
    const channels = colour === TRUECOLOUR ? 3 : 4;
    const { inflateSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    const stride = width * channels;
    const filtered = inflateSync(Buffer.concat(dataChunks(file)), { maxOutputLength: height * (stride + 1) });
    if (filtered.length !== height * (stride + 1))
        throw new Error("the PNG is truncated");
    return { width, height, channels, pixels: unfiltered(filtered, height, stride, channels) };
}
function dataChunks(file) {
    const found = [];
    for (let at = 8; at + 8 <= file.length;) {
        const length = file.readUInt32BE(at);
        if (file.toString("latin1", at + 4, at + 8) === "IDAT")
            found.push(file.subarray(at + 8, at + 8 + length));
        at += length + 12;
    }
    return found;
}
function unfiltered(filtered, height, stride, step) {
    const pixels = Buffer.alloc(height * stride);
    for (let row = 0; row < height; row += 1) {
        const from = row * (stride + 1);
        const to = row * stride;
        const filter = filtered[from];
        for (let index = 0; index < stride; index += 1) {
            const left = index >= step ? pixels[to + index - step] : 0;
            const above = row > 0 ? pixels[to + index - stride] : 0;
            const corner = index >= step && row > 0 ? pixels[to + index - stride - step] : 0;
            pixels[to + index] = filtered[from + 1 + index] + predicted(filter, left, above, corner);
        }
    }
    return pixels;
}
function predicted(filter, left, above, corner) {
    if (filter === 0)
        return 0;
    if (filter === 1)
        return left;
    if (filter === 2)
        return above;
    if (filter === 3)
        return (left + above) >> 1;
    const estimate = left + above - corner;
    const [byLeft, byAbove, byCorner] = [
        Math.abs(estimate - left),
        Math.abs(estimate - above),
        Math.abs(estimate - corner),
    ];
    if (byLeft <= byAbove && byLeft <= byCorner)
        return left;
    return byAbove <= byCorner ? above : corner;
}
const A_LETTER = 12;
const SEEN = 8;
function isBlank({ width, height, channels, pixels }, box) {
    const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
    const [right, bottom] = [
        Math.min(width, Math.ceil(box.x + box.width)),
        Math.min(height, Math.ceil(box.y + box.height)),
    ];
    if (right <= left || bottom <= top)
        return true;
    const ground = commonColour({ width, channels, pixels }, left, top, right, bottom);
    let different = 0;
    for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
            const at = (y * width + x) * channels;
            const far = Math.max(Math.abs(pixels[at] - (ground >> 16)), Math.abs(pixels[at + 1] - ((ground >> 8) & 255)), Math.abs(pixels[at + 2] - (ground & 255)));
            if (far > SEEN && ++different >= A_LETTER)
                return false;
        }
    }
    return true;
}
function commonColour({ width, channels, pixels }, left, top, right, bottom) {
    const counts = new Map();
    const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / 10_000)));
    for (let y = top; y < bottom; y += step) {
        for (let x = left; x < right; x += step) {
            const at = (y * width + x) * channels;
            const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
            counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
    }
    return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

;// CONCATENATED MODULE: ./packages/browser/chromium/probe.ts

const LOOK = `(selector, versionSelector) => {
  const cut = (text, max = 500) => (String(text ?? "").length > max ? String(text).slice(0, max) + "…" : String(text ?? ""));
  const named = [...document.querySelectorAll(versionSelector)].slice(0, 20).map((e) => cut(e.getAttribute("content") ?? e.getAttribute("data-version")));
  const root = document.querySelector(selector);
  const facts = { title: cut(document.title), address: cut(location.href, 2000), versions: named, found: root !== null, empty: true };
  if (root === null) return facts;
  const inside = root.shadowRoot ?? root;
  const showsItself = root.localName.includes("-") || ["canvas", "iframe", "img", "object", "svg", "video"].includes(root.localName);
  facts.empty = inside.childElementCount === 0 && inside.textContent.trim() === "" && !showsItself;
  root.scrollIntoView({ block: "nearest", behavior: "instant" });
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, budget = 5000;
  const look = (element) => {
    const pending = [element];
    while (pending.length > 0 && budget-- > 0) {
      const one = pending.pop();
      if (one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        const box = one.getBoundingClientRect();
        const clip = { left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom) };
        if (clip.right - clip.left >= 1 && clip.bottom - clip.top >= 1) {
          left = Math.min(left, clip.left); top = Math.min(top, clip.top); right = Math.max(right, clip.right); bottom = Math.max(bottom, clip.bottom);
        }
      }
      for (const child of (one.shadowRoot ?? one).children) pending.push(child);
    }
  };
  look(root);
  if (right > left) facts.box = { x: left, y: top, width: right - left, height: bottom - top };
  return facts;
}`;
async function probe(tab, root, versions) {
    try {
        const { frameTree } = await tab.send("Page.getFrameTree");
        const frameId = frameTree["frame"]["id"];
        const world = await tab.send("Page.createIsolatedWorld", { frameId, worldName: "release-actions" });
        const declaration = {
            functionDeclaration: LOOK,
            executionContextId: Number(world["executionContextId"]),
            arguments: [{ value: root }, { value: versions }],
            returnByValue: true,
        };
        const { result, exceptionDetails } = await tab.send("Runtime.callFunctionOn", declaration);
        return exceptionDetails === undefined ? result["value"] : undefined;
    }
    catch (error) {
        if (error instanceof CommandFailed)
            return undefined;
        throw error;
    }
}
async function serviceWorkersReady(tab, milliseconds) {
    const expression = `(async () => {
    const workers = await (navigator.serviceWorker?.getRegistrations() ?? []);
    const settled = Promise.all(workers.map((one) => new Promise((resolve) => {
      const worker = one.installing ?? one.waiting;
      if (!worker || (one.waiting && one.active)) return resolve();
      const look = () => { if (["activated", "redundant"].includes(worker.state)) resolve(); };
      worker.addEventListener("statechange", look);
      look();
    })));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, ${milliseconds}))]);
    return workers.length;
  })()`;
    try {
        const { result } = await tab.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
        return Number(result["value"] ?? 0);
    }
    catch (error) {
        if (error instanceof CommandFailed)
            return 0;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/browser/chromium/visit.ts




const visit_QUIET = 500;
const POLL = 50;
const ANSWER = 2_000;
const WORKERS = 5_000;
const NEEDED = new Set(["Document", "Script", "Stylesheet"]);
async function visitTwice(tab, options) {
    let observer;
    await within(options.timeout, observe(tab).then((started) => void (observer = started)));
    if (observer === undefined)
        return [DEAD];
    const first = await visit(tab, observer, options);
    if (first.end !== "ready" || first.crashed)
        return [first];
    return [first, await visit(tab, observer, options)];
}
const DEAD = {
    ...{ end: "slow", failure: undefined, crashed: true, document: undefined, painted: false, screenshot: undefined },
    ...{ messages: [], requests: [], violations: [], dialogs: [], serviceWorkers: 0, popups: 0, took: 0 },
};
async function visit(tab, observer, options) {
    const start = performance.now();
    observer.begin();
    const state = {
        probe: undefined,
        painted: false,
        screenshot: undefined,
        failure: undefined,
        serviceWorkers: 0,
        still: false,
    };
    const over = new AbortController();
    const done = await within(options.timeout, load(tab, observer, options, state, over.signal)).finally(() => over.abort());
    const alive = done || (await answers(tab));
    const end = state.failure !== undefined ? "failed" : !alive ? "stuck" : done || state.still ? "ready" : "slow";
    if (end === "ready" && !observer.seen.crashed)
        await within(WORKERS, serviceWorkersReady(tab, WORKERS).then((count) => void (state.serviceWorkers = count)));
    const { messages, requests, violations, dialogs, crashed } = observer.seen;
    return {
        ...{ messages, requests, violations, dialogs, crashed, end },
        failure: state.failure,
        document: state.probe,
        painted: state.painted,
        screenshot: state.screenshot ?? (end === "stuck" || crashed ? undefined : await screenshotOf(tab)),
        serviceWorkers: state.serviceWorkers,
        popups: tab.popups,
        took: performance.now() - start,
    };
}
async function load(tab, observer, { url, root, versions, patience }, state, over) {
    const { errorText } = await tab.send("Page.navigate", { url });
    if (errorText !== undefined && errorText !== "")
        return void (state.failure = String(errorText));
    let stillSince;
    while (!over.aborted) {
        const { seen } = observer;
        if (seen.crashed)
            return;
        if (isStill(seen)) {
            stillSince ??= performance.now();
            state.still = true;
            if (await look(tab, root, versions, state))
                break;
            if (performance.now() - stillSince > patience)
                break;
        }
        await pause(POLL);
    }
}
function isStill({ loaded, lastActivity, requests }) {
    if (!loaded || performance.now() - lastActivity < visit_QUIET)
        return false;
    return requests.every(({ done, kind }) => done || !NEEDED.has(kind));
}
async function look(tab, root, versions, state) {
    const seen = await probe(tab, root, versions);
    if (seen === undefined)
        return false;
    state.probe = seen;
    if (seen.box === undefined)
        return false;
    state.screenshot = await screenshotOf(tab);
    state.painted = state.screenshot !== undefined && !isBlank(await readPng(state.screenshot), seen.box);
    return state.painted && !seen.empty;
}
async function screenshotOf(tab) {
    let data;
    const taken = tab.send("Page.captureScreenshot", { format: "png" }).then((answer) => void (data = answer["data"]));
    return (await within(ANSWER, taken)) && typeof data === "string" ? Buffer.from(data, "base64") : undefined;
}
async function answers(tab) {
    return await within(ANSWER, tab.send("Runtime.evaluate", { expression: "1" }).then((_) => undefined));
}
async function within(milliseconds, work) {
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds, false)));
    try {
        return await Promise.race([late, work.then(() => true)]);
    }
    catch (error) {
        if (error instanceof BrowserGone)
            throw error;
        return false;
    }
    finally {
        clearTimeout(timer);
        work.catch(() => undefined);
    }
}
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

;// CONCATENATED MODULE: ./packages/browser/chromium/index.ts





;// CONCATENATED MODULE: ./packages/browser/check/visit-pages.ts





const RUN_AGAIN = "Run again.";
const MAX_PATIENCE = 5_000;
async function visitPages(site, pages, { launch, signal, onProgress }) {
    const visits = new Map();
    if (launch === undefined)
        return { visits, row: (0,report/* skipped */.hT)("browser", "not requested: a page that loads and shows nothing would pass") };
    const chromium = await launch().catch((error) => startFailure(error));
    if ("check" in chromium)
        return { visits, row: chromium };
    try {
        for (const page of pages) {
            onProgress?.(`opening ${page.name} in the browser`);
            const found = await visitPage(chromium, page, site, signal);
            visits.set(page.name, found);
            if (found === undefined)
                return { visits, row: lost(page) };
        }
    }
    finally {
        await chromium.close();
    }
    const unsandboxed = chromium.sandboxed ? "" : ", without its sandbox, since this runs as root";
    return { visits, row: (0,report/* pass */.IX)("browser", `${pageText(chromium.version)}${unsandboxed}`) };
}
function startFailure(error) {
    if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
        throw error;
    return (0,report/* unknown */.L5)("browser", pageText(error.message, 600), error.details.remedy ?? RUN_AGAIN);
}
function lost({ name }) {
    const remedy = "Run again; if it happens each time, check this machine's memory.";
    return (0,report/* unknown */.L5)("browser", `the browser ended while it had ${name} open`, remedy);
}
async function visitPage(chromium, { url }, { root, timeout }, signal) {
    const patience = Math.min(MAX_PATIENCE, timeout / 6);
    const options = { url, root: root.css, versions: page/* VERSION_SELECTOR */.nx, timeout, patience };
    try {
        for (let attempt = 1;; attempt += 1) {
            const tab = await chromium.openTab();
            const visits = await visitTwice(tab, options);
            await tab.close();
            if (attempt === 2 || !visits.some(({ crashed }) => crashed))
                return visits;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof BrowserGone)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./packages/browser/check/check-site.ts






const PARALLEL_PAGES = 2;
const ATTEMPTS = 3;
const MAX_REQUEST_TIME = 30_000;
async function checkSite(site, options) {
    const fetched = await fetchAll(site, options);
    const readable = fetched.filter((one) => one.fetched.page !== undefined);
    const { row, visits } = await visitPages(site, readable.map(({ page }) => page), options);
    const rows = [{ page: "", ...row }];
    for (const one of fetched) {
        const { name } = one.page;
        const found = await judge(one, visits.get(name), site);
        rows.push(...found.map((pageRow) => ({ page: name, ...pageRow })));
    }
    return { rows, visits, assets: countAssets(fetched) };
}
async function fetchAll({ origin, pages, timeout }, { http }) {
    const deadline = Math.min(timeout, MAX_REQUEST_TIME);
    const api = http.api(origin, { deadline, attempts: ATTEMPTS, patience: timeout });
    const cache = newAssetCache();
    return await (0,packages_http.inParallel)(PARALLEL_PAGES, pages, (page) => fetchOne(api, page, cache));
}
async function fetchOne(api, page, cache) {
    const fetched = await fetchPage(api, page.url);
    const resources = fetched.page === undefined ? [] : await fetchResources(api, fetched.page, cache);
    return { page, fetched, resources };
}
function countAssets(fetched) {
    const own = fetched.flatMap(({ resources }) => resources.filter(({ answer }) => answer !== undefined));
    return new Set(own.map(({ resource }) => resource.url)).size;
}
async function judge({ page, fetched, resources }, visits, { origin, root, title, version, consoleErrors, timeout }) {
    const first = pageRow(fetched, origin);
    const html = fetched.page;
    if (html === undefined || fetched.answer.kind !== "reply")
        return [first];
    const [firstVisit, secondVisit] = visits ?? [];
    const document = firstVisit?.document;
    const rows = [
        first,
        titleRow(title, html, document),
        rootRow(root, html),
        ...(await assetsRows(html, resources, origin)),
        deliveryRow(fetched.answer.reply, resources, origin),
        versionRow(version, html, document),
    ];
    if (firstVisit === undefined)
        return rows;
    const scope = { url: page.url, origin, root: root.css, consoleErrors, timeout };
    const shown = visitRows(firstVisit, scope);
    if (firstVisit.end === "failed")
        return [...rows, ...shown];
    const wrong = wrongVersion(version, secondVisit?.document?.versions);
    return [...rows, ...shown, ...secondLoadRows(shown, secondVisit, scope, wrong)];
}
function wrongVersion(expected, found = []) {
    if (expected === undefined || found.some((version) => isSameVersion(version, expected)))
        return undefined;
    return found[0];
}

;// CONCATENATED MODULE: ./packages/browser/check/index.ts



// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./actions/frontend-check/report.ts



function summaryOf(rows, verdict, { origin, pages }, screenshots) {
    const lead = { title: "Page", cell: ({ page }) => (page === "" ? "" : (0,packages_text/* code */.aY)(page)) };
    return [
        (0,packages_text/* heading */.R_)("frontend-check"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(report/* VERDICT_WORDS */._G[verdict]), ` ${(0,packages_text/* formatCount */.B4)(pages.length, "page")} of ${origin}`]),
        ...(0,report/* checkTable */.Dv)(rows, { lead }),
        ...(screenshots.length === 0 ? [] : [(0,packages_text/* paragraph */.FY)(`Screenshots: ${screenshots.join(", ")}`)]),
    ];
}
function outputsOf(rows) {
    const count = (...results) => rows.filter(({ result }) => results.includes(result)).length;
    return {
        results: (0,report/* fittingItems */.K8)(byWeight(rows).map(outputItem)),
        failures: count("fail", "invalid"),
        unknowns: count("unknown"),
        warnings: count("warn"),
    };
}
function byWeight(rows) {
    const isGood = ({ result }) => result === "pass" || result === "skipped";
    return rows.toSorted((one, other) => Number(isGood(one)) - Number(isGood(other)));
}
function outputItem({ page, check, result, detail, remedy }) {
    return { page, check, result, detail, ...(remedy !== undefined && { remedy }) };
}
async function writeScreenshots({ host, io }, directory, visits) {
    const written = [];
    const write = async (path, png) => {
        if (png !== undefined && (await (0,files/* writeReport */.u5)(host, io, path, png)))
            written.push(path);
    };
    for (const [index, [page, loads = []]] of [...visits].entries()) {
        const [first, second] = loads;
        const path = `${directory.replace(/\/+$/, "")}/${index + 1}-${fileName(page)}`;
        await write(`${path}.png`, first?.screenshot);
        if (second !== undefined && second.painted !== first?.painted)
            await write(`${path}-again.png`, second.screenshot);
    }
    return written;
}
function fileName(page) {
    const words = page
        .split("?", 1)[0]
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 60);
    return words === "" ? "start" : words;
}
const UNFINISHED = [{ page: "", ...(0,report/* unknown */.L5)("browser", "the run did not end", "") }];
async function junitOf(rows) {
    const { junitResult, junitXml } = await __webpack_require__.e(/* import() */ 2420).then(__webpack_require__.bind(__webpack_require__, 2420));
    const caseOf = ({ check, result, detail, remedy = "" }) => ({
        name: check,
        result: junitResult(result),
        message: detail,
        detail: remedy,
    });
    const suites = [...new Set(rows.map(({ page }) => page))].map((page) => ({
        name: page === "" ? "browser" : page,
        cases: rows.filter((row) => row.page === page).map(caseOf),
    }));
    return junitXml("frontend-check", suites);
}

// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: ./actions/frontend-check/inputs.ts
var frontend_check_inputs = __webpack_require__(6133);
;// CONCATENATED MODULE: ./actions/frontend-check/site.ts






const INSTALL = "Install one (Debian and Ubuntu: apt-get install chromium), set browser to its path, or set browser: none to skip what only a browser sees.";
async function readSite(inputs, host) {
    const first = new URL(inputs.url ?? (await environmentUrl(inputs, inputs.environment ?? "", host)));
    const others = (0,frontend_check_inputs/* linesOf */.Dx)(inputs.paths).map((path) => new URL(path, first.origin));
    const pages = new Map([first, ...others].map((url) => [nameOf(url), pageOf(url)]));
    return {
        origin: first.origin,
        pages: [...pages.values()],
        root: (0,page/* parseSelector */.Pl)(inputs.root, "root"),
        title: inputs.title,
        version: inputs.expectVersion,
        consoleErrors: inputs.consoleErrors,
        timeout: inputs.timeout,
    };
}
function pageOf(url) {
    return { name: nameOf(url), url: url.href };
}
function nameOf(url) {
    return url.pathname + url.search;
}
async function environmentUrl(inputs, name, host) {
    const { url } = (0,config/* findEnvironment */.jY)(await (0,config.loadConfig)({ host, inputs }), name);
    if (url !== undefined && (0,frontend_check_inputs/* isPlainUrl */.Aj)(url))
        return url;
    const what = `the environment ${(0,action/* quote */.hD)(name)} has no url of a page in release-actions.yml`;
    const remedy = "Add url to it, without query or fragment.";
    throw (0,action/* invalid */.Gq)(what, { problems: [{ input: "environment", what, remedy }] });
}
function browserOf({ browser }, { childEnvironment, temporary, network }, { origin }, signal) {
    if (browser === "none")
        return undefined;
    const executable = browser === "auto" ? findChromium(childEnvironment) : browser;
    if (executable !== undefined && !(0,exec/* isProgram */.Vd)(executable)) {
        const what = `browser is not a program: ${(0,action/* quote */.hD)(executable)}`;
        throw (0,action/* invalid */.Gq)(what, { problems: [{ input: "browser", what, remedy: INSTALL }] });
    }
    return async () => {
        if (executable === undefined)
            throw (0,action/* undecided */.oo)("there is no Chromium, Chrome or Edge on this machine", { remedy: INSTALL });
        const { hostname } = new URL(origin);
        return await launchChromium({
            executable,
            temporary,
            environment: childEnvironment,
            network,
            host: hostname,
            signal,
        });
    };
}

;// CONCATENATED MODULE: ./actions/frontend-check/check-frontend.ts






async function checkFrontend(context) {
    const { inputs, io, host } = context;
    const { screenshotDir, junitFile } = inputs;
    (0,files.refuseOutputs)(host, { "screenshot-dir": screenshotDir, "junit-file": junitFile });
    const site = await readSite(inputs, host);
    if (screenshotDir !== undefined)
        await (0,files/* makeWorkspaceDirectory */.rc)(host, screenshotDir, { typed: true });
    if (junitFile !== undefined)
        await (0,files.writeWorkspaceFile)(host, junitFile, await junitOf(UNFINISHED), { typed: true });
    const { rows, visits, assets } = await check(context, site);
    const screenshots = screenshotDir === undefined ? [] : await writeScreenshots(context, screenshotDir, visits);
    if (junitFile !== undefined)
        await (0,files/* writeReport */.u5)(host, io, junitFile, await junitOf(rows));
    (0,report/* logRows */.Wk)(io, rows, { nameOf: rowTitle });
    const pages = site.pages.map(({ name }) => name);
    const verdict = decideSite(rows, pages);
    if (inputs.summary)
        io.summary(...summaryOf(rows, verdict, site, screenshots));
    return (0,report/* passOrThrow */.rk)(verdict, {
        messages: {
            refused: "users do not see the page as it should be",
            invalid: "the page could not be checked",
            undecided: "there is no proof that users see the page",
        },
        problems: siteProblems(rows, pages),
        outputs: { ...outputsOf(rows), pages: pages.length, assets, screenshots },
    });
}
async function check(context, site) {
    const { inputs, io, signal, clock, host, endpoints } = context;
    const launch = browserOf(inputs, host, site, signal);
    const http = (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network: host.network,
        endpoints: [...endpoints, site.origin],
        allowHttp: inputs.allowHttp,
    });
    try {
        return await checkSite(site, { http, launch, signal, onProgress: (message) => io.progress(message) });
    }
    finally {
        http.close();
    }
}


/***/ }),

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 9151:
/***/ (require("./9151.module.js")),

/***/ 1622:
/***/ (require("./1622.module.js")),

/***/ 107:
/***/ (require("./107.module.js")),

/***/ 739:
/***/ (require("./739.module.js"))

};
;