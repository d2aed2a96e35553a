"use strict";
exports.id = 3698;
exports.ids = [3698,527];
exports.modules = {

/***/ 3698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9029);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "frontend-check",
    description: "Proves that people see the page that was released: fetches it with every script and style it names, then opens it in a real browser, twice.",
    inputs: {
        url: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The page's address, without query.",
            example: "https://shop.example.com/",
            optional: true,
        }),
        environment: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Instead of url: an environment of release-actions.yml, whose url is taken.",
            example: "staging",
            optional: true,
        }),
        root: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The element that the application fills: a tag, #id, .class, [attribute], or these together.",
            default: "#root",
        }),
        title: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "What the page's title holds.", example: "Shop", optional: true }),
        paths: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "Further pages of the same site, one on each line.",
            example: "/orders",
            optional: true,
        }),
        browser: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "auto: the Chromium, Chrome or Edge of this machine. none: fetch only. Or a browser's path.",
            default: "auto",
        }),
        "console-errors": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["warn", "refuse"], {
            description: "What happens when a page logs an error itself.",
            default: "warn",
        }),
        "screenshot-dir": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A directory of the workspace for screenshots.",
            example: "screenshots",
            optional: true,
        }),
        "junit-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A file of the workspace for the results as JUnit XML.",
            example: "frontend.xml",
            optional: true,
        }),
        "expect-version": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The version that the page has to be of, by its meta version or a data-version.",
            example: "1.4.0",
            optional: true,
        }),
        timeout: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
            description: "How long one load of a page may take, in the browser and when it is fetched.",
            default: "30s",
        }),
        "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Take plain http for hosts other than this machine.", default: false }),
    },
    outputs: {
        results: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Every check of every page with its result, detail and remedy, at most 64 KiB; what is not good comes first."),
        failures: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many checks failed."),
        unknowns: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many had no answer."),
        warnings: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many passed with something to know."),
        pages: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many pages were checked."),
        assets: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many scripts, styles and preloads were fetched."),
        screenshots: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("The paths of the screenshots, from the workspace."),
    },
    permissions: { github: {}, gitlab: "None." },
    endpoints: {
        description: ["The site, at `url`", "By the browser: what the pages load"],
        origins: ({ url }) => [url === undefined || !URL.canParse(url) ? undefined : new URL(url).origin],
    },
    changes: false,
    check(inputs) {
        const problems = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOfInputs */ .X)(inputs);
        if (inputs.timeout >= 1_000 && inputs.timeout <= 600_000)
            return problems;
        return [
            ...problems,
            {
                input: "timeout",
                what: "timeout is not between 1s and 10m",
                remedy: "Give the time that a page may take, such as 30s.",
            },
        ];
    },
    async run(context) {
        const { checkFrontend } = await Promise.all(/* import() */[__webpack_require__.e(9251), __webpack_require__.e(1061)]).then(__webpack_require__.bind(__webpack_require__, 1061));
        const { verdict, outputs, details } = await checkFrontend(context);
        if (verdict === "passed")
            return { verdict, ...outputs };
        const messages = {
            refused: "people do not see the page as it should be",
            invalid: "the page could not be checked",
            undecided: "it could not be proven that people see the page",
        };
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict, messages[verdict], details);
    },
}));


/***/ }),

/***/ 9029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ problemsOfInputs),
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _release_actions_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(527);
/* harmony import */ var _release_actions_browser_page__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6485);



const MOST_PAGES = 50;
const EVERYWHERE = ["html", "head", "body"];
function problemsOfInputs({ url, environment, paths, root }) {
    const problems = [];
    if (url === undefined && environment === undefined) {
        problems.push({
            input: "url",
            what: "there is no page to check",
            remedy: "Give url, or environment, whose url stands in release-actions.yml.",
        });
    }
    if (url !== undefined && environment !== undefined)
        problems.push({ input: "url", what: "there are an url and an environment", remedy: "Give one of them." });
    try {
        const { tag, css } = (0,_release_actions_browser_page__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .Pl)(root, "root");
        if (tag === css.toLowerCase() && EVERYWHERE.includes(tag)) {
            problems.push({
                input: "root",
                what: `root is ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(root)}, which every page has: it would prove nothing`,
                remedy: "Name the element that the application fills; where it fills all, give the element an id.",
            });
        }
    }
    catch (error) {
        problems.push({
            input: "root",
            what: error.message,
            remedy: "Name one element, such as #root, main or [data-app].",
        });
    }
    if (url !== undefined && !isPlain(url))
        problems.push({
            input: "url",
            what: `url is no address of a page: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(withoutSecrets(url))}`,
            remedy: "Write it like https://shop.example.com/ without user, query or fragment; pages with a query go into paths.",
        });
    const given = linesOf(paths);
    if (given.length >= MOST_PAGES)
        problems.push({
            input: "paths",
            what: `there are ${given.length} paths, and at most ${MOST_PAGES - 1} are taken`,
            remedy: "Name the pages that matter most.",
        });
    for (const path of given.slice(0, MOST_PAGES)) {
        if (isPath(path))
            continue;
        problems.push({
            input: "paths",
            what: `no path of a page: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path)}`,
            remedy: "Write it like /orders or /orders?page=2: from the site's root, one on each line.",
        });
    }
    return problems;
}
async function settingsOf(inputs, host) {
    const address = inputs.url ?? (await addressOf(inputs.environment ?? "", inputs, host));
    const first = new URL(address);
    const urls = [first, ...linesOf(inputs.paths).map((path) => new URL(path, first.origin))];
    const pages = new Map(urls.map((url) => [url.pathname + url.search, { name: url.pathname + url.search, url: url.href }]));
    return { origin: first.origin, pages: [...pages.values()], root: (0,_release_actions_browser_page__WEBPACK_IMPORTED_MODULE_2__/* .parseSelector */ .Pl)(inputs.root, "root") };
}
async function addressOf(name, inputs, host) {
    const { url } = (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_1__/* .findEnvironment */ .jY)(await (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_1__.loadConfig)({ host, inputs }), name);
    if (url !== undefined && isPlain(url))
        return url;
    const what = `the environment ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} has no url of a page in release-actions.yml`;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(what, {
        problems: [{ input: "environment", what, remedy: "Add url to it, without query or fragment." }],
    });
}
function linesOf(paths) {
    return (paths ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
function isPlain(address) {
    if (!URL.canParse(address) || /[?#\s\\]/.test(address))
        return false;
    const { protocol, host, username, password } = new URL(address);
    if (!address.toLowerCase().startsWith(`${protocol}//${host}`))
        return false;
    return ((protocol === "https:" || protocol === "http:") && username === "" && password === "" && !address.includes("@"));
}
function isPath(path) {
    const origin = "https://site.invalid";
    return (path.startsWith("/") &&
        !/[#\s\\]/.test(path) &&
        URL.canParse(path, origin) &&
        new URL(path, origin).origin === origin);
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
        const dash = hash.indexOf("-");
        const algorithm = hash.slice(0, Math.max(0, dash)).toLowerCase();
        return isKnown(algorithm) ? [{ algorithm, digest: hash.slice(dash + 1) }] : [];
    });
    if (hashes.length === 0)
        return true;
    const strongest = STRENGTH.findLast((algorithm) => hashes.some((hash) => hash.algorithm === algorithm));
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const actual = createHash(strongest).update(bytes).digest();
    return hashes.some(({ algorithm, digest }) => algorithm === strongest && Buffer.from(digest, "base64").equals(actual));
}
function isKnown(name) {
    return STRENGTH.some((known) => known === name);
}

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
;// CONCATENATED MODULE: ./packages/browser/page/selector.ts

const PART = /#([A-Za-z_][\w-]*)|\.([A-Za-z_][\w-]*)|\[([A-Za-z_][\w:-]*)(?:=(?:"([^"\\]*)"|'([^'\\]*)'|([A-Za-z_][\w-]*)))?\]/y;
const TAG = /[A-Za-z][A-Za-z0-9-]*/y;
const LONGEST = 200;
function parseSelector(text, input) {
    const refuse = () => {
        const what = `${input} is no selector that is known here: ${(0,action/* quote */.hD)(text)}`;
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
        throw new UnreadablePage(`it asks for more than ${MOST_RESOURCES} files`);
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






/***/ }),

/***/ 527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tn: () => (/* reexport */ findComponent),
  jY: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  R0: () => (/* reexport */ readTargets)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
;// CONCATENATED MODULE: ./packages/config/load.ts


const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;
async function loadConfig({ host, inputs, }) {
    const file = inputs.config ?? findConfig(host);
    if (file === undefined)
        return {};
    const typed = inputs.config !== undefined;
    const read = (0,files.readWorkspaceFile)(host, file, { maxBytes: MAX_BYTES, typed });
    const [source, { parseConfig }] = await Promise.all([read, Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))]);
    const { config, problems } = parseConfig(source.toString("utf8"), file);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(host) {
    const found = PLACES.filter((place) => (0,files/* isThere */.$B)(host, place));
    if (found.length > 1)
        throw (0,action/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
    return found[0];
}
function findComponent({ components = [] }, name) {
    return findNamed("component", components, name);
}
function findEnvironment({ environments = [] }, name) {
    return findNamed("environment", environments, name);
}
function findNamed(kind, declared, name) {
    const found = declared.find((one) => one.name === name);
    if (found !== undefined)
        return found;
    const known = declared.map((one) => one.name).join(", ");
    const remedy = known === "" ? `Declare it under ${kind}s.` : `The declared ones are: ${known}.`;
    throw (0,action/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action/* invalid */.Gq)(`${input} is no list of targets`, {
        remedy,
        problems: problems.map((problem) => ({ ...problem, input })),
    });
}

;// CONCATENATED MODULE: ./packages/config/index.ts




/***/ })

};
;