"use strict";
exports.id = 3698;
exports.ids = [3698];
exports.modules = {

/***/ 3698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6133);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "frontend-check",
    description: "Proves that users see the page that was released: fetches it with every script and style it names, then opens it in a real browser, twice.",
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputs */ .QL,
    outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V4,
    permissions: { github: {}, gitlab: "None." },
    endpoints: {
        description: ["The site, at `url`", "By the browser: what the pages load"],
        origins: ({ url }) => [url === undefined || !URL.canParse(url) ? undefined : new URL(url).origin],
    },
    changes: false,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw,
    async run(context) {
        const { checkFrontend } = await Promise.all(/* import() */[__webpack_require__.e(9480), __webpack_require__.e(2453)]).then(__webpack_require__.bind(__webpack_require__, 2453));
        return await checkFrontend(context);
    },
}));


/***/ }),

/***/ 6133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ isPlainUrl),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   QL: () => (/* binding */ inputs),
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   sw: () => (/* binding */ checkInputs)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_browser_page__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6485);


const inputs = {
    url: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "Address of the page, without a query.",
        example: "https://shop.example.com/",
        optional: true,
    }),
    environment: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Instead of url: an environment in release-actions.yml; its URL is used.",
        example: "staging",
        optional: true,
    }),
    root: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Element that the application fills: a tag, #id, .class, [attribute], or a combination.",
        default: "#root",
    }),
    title: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Text that the page's title must contain.", example: "Shop", optional: true }),
    paths: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "Further pages of the same site, one per line.",
        example: "/orders",
        optional: true,
    }),
    browser: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "auto: this machine's Chromium, Chrome or Edge. none: fetch only. Otherwise the path of a browser.",
        default: "auto",
    }),
    "console-errors": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["warn", "refuse"], {
        description: "Result when a page logs an error itself.",
        default: "warn",
    }),
    "screenshot-dir": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Directory for screenshots, relative to the workspace.",
        example: "screenshots",
        optional: true,
    }),
    "junit-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "File to write the results to as JUnit XML, relative to the workspace.",
        example: "frontend.xml",
        optional: true,
    }),
    "expect-version": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Version that the page must report, in its meta version or a data-version.",
        example: "1.4.0",
        optional: true,
    }),
    timeout: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "Time limit for one load of a page, both fetched and in the browser.",
        default: "30s",
    }),
    "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};
const outputs = {
    results: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Every check of every page with its result, detail and remedy, at most 64 KiB; what did not pass comes first."),
    failures: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Checks that failed."),
    unknowns: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Checks without an answer."),
    warnings: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Checks that passed with a warning."),
    pages: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Pages that were checked."),
    assets: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Scripts, styles and preloads that were fetched."),
    screenshots: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Paths of the screenshots, relative to the workspace."),
};
const MAX_PAGES = 50;
const MIN_TIMEOUT = 1_000;
const MAX_TIMEOUT = 600_000;
const ON_EVERY_PAGE = ["html", "head", "body"];
function checkInputs(given) {
    const { root, timeout } = given;
    const problems = [...problemsOfUrl(given), ...problemsOfRoot(root), ...problemsOfPaths(given)];
    if (timeout < MIN_TIMEOUT || timeout > MAX_TIMEOUT) {
        const what = "timeout is not between 1s and 10m";
        problems.push({ input: "timeout", what, remedy: "Use the time that a page may take, such as 30s." });
    }
    return problems;
}
function problemsOfUrl({ url, environment }) {
    if (url === undefined && environment === undefined) {
        const remedy = "Set url, or environment, whose url is in release-actions.yml.";
        return [{ input: "url", what: "there is no page to check", remedy }];
    }
    if (url === undefined)
        return [];
    const problems = [];
    if (environment !== undefined)
        problems.push({ input: "url", what: "both url and environment are set", remedy: "Set one of them." });
    if (!isPlainUrl(url)) {
        const what = `url is not the address of a page: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(withoutSecrets(url))}`;
        const remedy = "Write it like https://shop.example.com/ without user, query or fragment; pages with a query go into paths.";
        problems.push({ input: "url", what, remedy });
    }
    return problems;
}
function problemsOfRoot(root) {
    try {
        const { tag, css } = (0,_release_actions_browser_page__WEBPACK_IMPORTED_MODULE_1__/* .parseSelector */ .Pl)(root, "root");
        if (tag !== css.toLowerCase() || !ON_EVERY_PAGE.includes(tag))
            return [];
        const what = `root is ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(root)}, which every page has: it would prove nothing`;
        const remedy = "Name the element that the application fills; if it fills all, give the element an id.";
        return [{ input: "root", what, remedy }];
    }
    catch (error) {
        const remedy = "Name one element, such as #root, main or [data-app].";
        return [{ input: "root", what: error.message, remedy }];
    }
}
function problemsOfPaths({ paths }) {
    const given = linesOf(paths);
    const problems = given
        .slice(0, MAX_PAGES)
        .filter((path) => !isPath(path))
        .map((path) => {
        const remedy = "Write it like /orders or /orders?page=2: from the site's root, one per line.";
        return { input: "paths", what: `not the path of a page: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)}`, remedy };
    });
    if (given.length < MAX_PAGES)
        return problems;
    const what = `there are ${given.length} paths, and at most ${MAX_PAGES - 1} are allowed`;
    return [{ input: "paths", what, remedy: "Name the pages that matter most." }, ...problems];
}
function linesOf(paths) {
    return (paths ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
function isPlainUrl(address) {
    if (!URL.canParse(address) || /[?#\s\\@]/.test(address))
        return false;
    const { protocol, host } = new URL(address);
    return (protocol === "https:" || protocol === "http:") && address.toLowerCase().startsWith(`${protocol}//${host}`);
}
function isPath(path) {
    const origin = "https://site.invalid";
    if (!path.startsWith("/") || /[#\s\\]/.test(path))
        return false;
    return URL.canParse(path, origin) && new URL(path, origin).origin === origin;
}
function withoutSecrets(address) {
    return address.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/s, "?***");
}


/***/ }),

/***/ 6485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dx: () => (/* reexport */ UnreadablePage),
  nx: () => (/* reexport */ VERSION_SELECTOR),
  MG: () => (/* reexport */ hasIntegrity),
  eh: () => (/* reexport */ isJavaScript),
  Pl: () => (/* reexport */ parseSelector),
  SP: () => (/* reexport */ readPage)
});

;// CONCATENATED MODULE: ./packages/browser/page/types.ts
const VERSION_NAMES = ["version", "app-version", "application-version", "release-version"];
const VERSION_SELECTOR = [
    ...VERSION_NAMES.map((name) => `meta[name="${name}" i][content]`),
    "html[data-version]",
    "body[data-version]",
    "main[data-version]",
    "body > [data-version]",
].join(",");

;// CONCATENATED MODULE: ./packages/browser/page/integrity.ts
const STRENGTH = ["sha256", "sha384", "sha512"];
async function hasIntegrity(bytes, integrity) {
    const hashes = integrity.split(/[ \t\n\f\r]+/).flatMap((token) => {
        const [hash = ""] = token.split("?", 1);
        const [name = ""] = hash.split("-", 1);
        const algorithm = name.toLowerCase();
        return isKnown(algorithm) ? [{ algorithm, digest: hash.slice(name.length + 1) }] : [];
    });
    if (hashes.length === 0)
        return true;
    const strongest = STRENGTH.findLast((algorithm) => hashes.some((hash) => hash.algorithm === algorithm));
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const actual = createHash(strongest).update(bytes).digest("base64url");
    return hashes.some(({ algorithm, digest }) => algorithm === strongest && plainBase64(digest) === actual);
}
function plainBase64(digest) {
    return digest
        .replace(/={1,2}$/, "")
        .replaceAll("+", "-")
        .replaceAll("/", "_");
}
function isKnown(name) {
    return STRENGTH.some((known) => known === name);
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/browser/page/selector.ts

const PART = /#([A-Za-z_][\w-]*)|\.([A-Za-z_][\w-]*)|\[([A-Za-z_][\w:-]*)(?:=(?:"([^"\\]*)"|'([^'\\]*)'|([A-Za-z_][\w-]*)))?\]/y;
const TAG = /[A-Za-z][A-Za-z0-9-]*/y;
const LONGEST = 200;
function parseSelector(text, input) {
    const refuse = () => {
        const what = `${input} is not a supported selector: ${(0,action/* quote */.hD)(text)}`;
        const remedy = 'Name one element by its tag, #id, .class, [attribute] or [attribute="value"], or several of these without spaces.';
        return (0,action/* invalid */.Gq)(what, { remedy, problems: [{ input, what, remedy }] });
    };
    if (text.length > LONGEST)
        throw refuse();
    TAG.lastIndex = 0;
    const tag = TAG.exec(text)?.[0];
    const ids = [];
    const classes = [];
    const attributes = [];
    let at = tag?.length ?? 0;
    while (at < text.length) {
        PART.lastIndex = at;
        const match = PART.exec(text);
        if (match === null)
            throw refuse();
        const [whole, id, name, attribute, ...values] = match;
        if (id !== undefined)
            ids.push(id);
        else if (name !== undefined)
            classes.push(name);
        else
            attributes.push({ name: attribute.toLowerCase(), value: values.find((value) => value !== undefined) });
        at += whole.length;
    }
    if (text === "" || ids.length > 1)
        throw refuse();
    return { tag: tag?.toLowerCase(), id: ids[0], classes, attributes, css: text };
}
function matches({ tag, id, classes, attributes }, name, given) {
    if (tag !== undefined && tag !== name)
        return false;
    if (id !== undefined && given.get("id") !== id)
        return false;
    const own = (given.get("class") ?? "").split(/[ \t\n\f\r]+/);
    if (!classes.every((one) => own.includes(one)))
        return false;
    return attributes.every((one) => given.has(one.name) && (one.value === undefined || given.get(one.name) === one.value));
}

;// CONCATENATED MODULE: ./packages/browser/page/read.ts


class UnreadablePage extends Error {
    name = "UnreadablePage";
}
const DEEPEST = 512;
const MOST_RESOURCES = 2_000;
const MOST_ELEMENTS = 100_000;
const MOST_ATTRIBUTES = 1_000;
const PIECE = 8 * 1024;
const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";
async function readPage(html, address) {
    const { Parser: HtmlParser, defaultTreeAdapter } = await __webpack_require__.e(/* import() */ 7063).then(__webpack_require__.bind(__webpack_require__, 7063));
    let depth = 0;
    let count = 0;
    const treeAdapter = {
        ...defaultTreeAdapter,
        createElement(...given) {
            count += 1;
            if (count > MOST_ELEMENTS)
                throw new UnreadablePage(`it has more than ${MOST_ELEMENTS} elements`);
            return defaultTreeAdapter.createElement(...given);
        },
        onItemPush() {
            depth += 1;
            if (depth > DEEPEST)
                throw new UnreadablePage(`its elements are nested deeper than ${DEEPEST}`);
        },
        onItemPop: () => void (depth -= 1),
    };
    const parser = new HtmlParser({ sourceCodeLocationInfo: true, scriptingEnabled: true, treeAdapter });
    parseInPieces(parser, html);
    const elements = elementsOf(parser.document);
    const base = baseOf(elements, address);
    const reading = { resources: [], unreadable: [] };
    for (const element of elements)
        readElement(element, base, reading);
    const all = (name) => elements.filter(({ tag }) => tag === name);
    return {
        ...reading,
        base,
        title: titleOf(elements),
        inlineScripts: all("script").filter(({ given }) => !given.has("src") && kindOfScript(given) !== undefined).length,
        inlineStyles: all("style").length,
        policies: all("meta").flatMap(({ given }) => given.get("http-equiv")?.toLowerCase() === "content-security-policy" ? [given.get("content") ?? ""] : []),
        versions: versionsOf(elements),
        hasNoscript: all("noscript").length > 0,
        asksForPassword: all("input").some(({ given }) => given.get("type")?.toLowerCase() === "password"),
        hasText: elements.some(({ tag, node }) => !SILENT.has(tag) &&
            node.childNodes.some((child) => "value" in child && child.nodeName === "#text" && child.value.trim() !== "")),
        count: (selector) => elements.filter(({ tag, given }) => matches(selector, tag, given)).length,
    };
}
function parseInPieces({ tokenizer }, html) {
    const reading = tokenizer;
    for (let from = 0; from === 0 || from < html.length; from += PIECE) {
        tokenizer.write(html.slice(from, from + PIECE), from + PIECE >= html.length);
        if ((reading.currentToken?.attrs?.length ?? 0) > MOST_ATTRIBUTES)
            throw new UnreadablePage(`a tag has more than ${MOST_ATTRIBUTES} attributes`);
    }
}
const SILENT = new Set(["script", "style", "noscript", "title", "template"]);
function elementsOf(document) {
    const found = [];
    const pending = [{ node: document, parent: "" }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { node, parent } = next;
        if ("tagName" in node) {
            const given = new Map(node.attrs.map(({ name, value }) => [name, value]));
            found.push({ node, tag: node.tagName, given, line: node.sourceCodeLocation?.startLine ?? 0, parent });
        }
        if (!("childNodes" in node))
            continue;
        for (const child of node.childNodes.toReversed())
            pending.push({ node: child, parent: node.nodeName });
    }
    return found;
}
function titleOf(elements) {
    const title = elements.find(({ tag, node }) => tag === "title" && String(node.namespaceURI) === HTML_NAMESPACE);
    if (title === undefined)
        return undefined;
    const text = title.node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    return text.replace(/[ \t\n\f\r]+/g, " ").trim();
}
function baseOf(elements, address) {
    const href = elements
        .find(({ tag, given }) => tag === "base" && given.has("href"))
        ?.given.get("href")
        ?.trim();
    return href !== undefined && URL.canParse(href, address) && /^https?:/.test(new URL(href, address).protocol)
        ? new URL(href, address).href
        : address;
}
function versionsOf(elements) {
    const metas = elements.filter(({ tag, given }) => tag === "meta" && VERSION_NAMES.some((name) => name === given.get("name")?.toLowerCase()));
    const marked = elements.filter(({ tag, parent, given }) => given.has("data-version") && (["html", "body", "main"].includes(tag) || parent === "body"));
    const all = [
        ...metas.map(({ given }) => given.get("content")),
        ...marked.map(({ given }) => given.get("data-version")),
    ];
    return all.flatMap((version) => (version === undefined || version.trim() === "" ? [] : [version.trim()]));
}
function readElement({ tag, given, line }, base, { resources, unreadable }) {
    const asked = tag === "script" ? scriptAsked(given) : tag === "link" ? linkAsked(given) : undefined;
    if (asked === undefined)
        return;
    const text = asked.address.trim();
    if (text === "" || !URL.canParse(text, base))
        return void unreadable.push({ text, line });
    const url = new URL(text, base);
    if (url.protocol !== "http:" && url.protocol !== "https:")
        return;
    url.hash = "";
    if (resources.length >= MOST_RESOURCES)
        throw new UnreadablePage(`it references more than ${MOST_RESOURCES} files`);
    resources.push({
        kind: asked.kind,
        url: url.href,
        integrity: given.get("integrity"),
        as: given.get("as")?.toLowerCase(),
        line,
    });
}
function scriptAsked(given) {
    const kind = kindOfScript(given);
    const address = given.get("src");
    return kind === undefined || address === undefined ? undefined : { kind, address };
}
const JAVASCRIPT = /^(?:application|text)\/(?:x-)?(?:java|ecma)script(?:1\.[0-5])?$|^text\/(?:livescript|jscript)$/;
function isJavaScript(type) {
    return JAVASCRIPT.test(type);
}
function kindOfScript(given) {
    const type = (given.get("type") ?? "").trim().toLowerCase();
    if (type === "module")
        return "module";
    return type === "" || isJavaScript(type) ? "script" : undefined;
}
function linkAsked(given) {
    const address = given.get("href");
    if (address === undefined)
        return undefined;
    const words = (given.get("rel") ?? "").toLowerCase().split(/[ \t\n\f\r]+/);
    if (words.includes("stylesheet"))
        return words.includes("alternate") || given.has("disabled") ? undefined : { kind: "style", address };
    for (const kind of ["modulepreload", "preload", "manifest", "icon"])
        if (words.includes(kind))
            return { kind, address };
    return undefined;
}

;// CONCATENATED MODULE: ./packages/browser/page/index.ts






/***/ })

};
;