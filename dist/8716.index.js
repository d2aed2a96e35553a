"use strict";
exports.id = 8716;
exports.ids = [8716,2989];
exports.modules = {

/***/ 8716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readKubeconfig: () => (/* binding */ readKubeconfig)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);
/* harmony import */ var _release_actions_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2989);
/* harmony import */ var _authority_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9058);



const LARGEST = 1024 * 1024;
const INPUT = "kubeconfig";
const REFUSED = {
    "insecure-skip-tls-verify": [
        "it disables verification of the server's certificate",
        "Put the authority into certificate-authority-data.",
    ],
    "certificate-authority": [
        "it names a file",
        "Put its content into certificate-authority-data, as kubectl config view --flatten does.",
    ],
    "proxy-url": ["it would send the token through a proxy that it chooses", "Set HTTPS_PROXY if you need a proxy."],
    "tls-server-name": [
        "it verifies the certificate against another name",
        "Use the name in the certificate as the server.",
    ],
    exec: ["it runs a program", "Use the token of a service account: kubectl create token."],
    "auth-provider": ["it runs a provider", "Use the token of a service account: kubectl create token."],
    tokenFile: ["it names a file", "Put the token itself into token."],
    "client-certificate": ["it names a file", "Use a token: client certificates are not supported."],
    "client-key": ["it names a file", "Use a token: client certificates are not supported."],
    "client-certificate-data": ["client certificates are not supported", "Use a token."],
    "client-key-data": ["client certificates are not supported", "Use a token."],
    username: ["passwords are not supported", "Use a token."],
    password: ["passwords are not supported", "Use a token."],
    as: ["it acts as another user", "Use that user's own token."],
    "as-uid": ["it acts as another user", "Use that user's own token."],
    "as-groups": ["it acts as another user", "Use that user's own token."],
    "as-user-extra": ["it acts as another user", "Use that user's own token."],
};
const CLUSTER = ["server", "certificate-authority-data", "disable-compression", "extensions"];
const USER = ["token", "extensions"];
function readKubeconfig(text, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what: `kubeconfig: ${what}`, remedy });
    if (!text.includes("\n") && /^[~./]|\.(?:ya?ml|conf)$/.test(text)) {
        return problem("it is a path", "Set the content itself; on GitLab use a variable of type Variable, not File.");
    }
    const root = parse(text);
    if (root === undefined)
        return problem("it is not valid YAML or JSON", "Use the output of kubectl config view --flatten --minify --raw.");
    const context = named(root, "contexts", root["current-context"], "context");
    if (context === undefined)
        return problem("current-context is missing, or it does not name exactly one context", "Set it: kubectl config use-context.");
    const cluster = named(root, "clusters", context["cluster"], "cluster");
    const user = named(root, "users", context["user"], "user");
    if (cluster === undefined)
        problem("the context does not name exactly one cluster", "Use the output of kubectl config view --flatten --minify --raw.");
    if (user === undefined)
        problem("the context does not name exactly one user", "Use the output of kubectl config view --flatten --minify --raw.");
    if (cluster === undefined || user === undefined)
        return undefined;
    refuse(cluster, CLUSTER, "cluster", problem);
    refuse(user, USER, "user", problem);
    const { server, "certificate-authority-data": authority } = cluster;
    const { token } = user;
    if (typeof server !== "string" || !server.startsWith("https://"))
        problem("the cluster's server must start with https://", "Use the address that kubectl cluster-info shows.");
    if (typeof token !== "string")
        problem("the user has no token", "Use the token of a service account: kubectl create token.");
    else
        (0,_authority_js__WEBPACK_IMPORTED_MODULE_2__/* .checkToken */ .S)(token, INPUT, problems);
    if (authority !== undefined && typeof authority !== "string")
        problem("certificate-authority-data is not a string", "Quote it.");
    const pem = (0,_authority_js__WEBPACK_IMPORTED_MODULE_2__/* .authorityOf */ .v)(typeof authority === "string" ? authority : undefined, INPUT, problems);
    return { server: server, token: token, authority: pem };
}
function parse(text) {
    return text.length > LARGEST ? undefined : fieldsOf((0,_release_actions_yaml__WEBPACK_IMPORTED_MODULE_1__.readStrictly)(text).value);
}
function named(root, list, name, key) {
    const entries = root[list];
    if (typeof name !== "string" || !Array.isArray(entries))
        return undefined;
    const found = entries.map(fieldsOf).filter((entry) => entry?.["name"] === name);
    return found.length === 1 ? fieldsOf(found[0]?.[key]) : undefined;
}
function refuse(fields, known, of, problem) {
    for (const [key, value] of Object.entries(fields)) {
        if (known.includes(key) || isUnset(value))
            continue;
        const [why, remedy] = (Object.hasOwn(REFUSED, key) && REFUSED[key]) || ["it is not supported", "Remove it."];
        problem(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key, 60)} of the ${of} is refused: ${why}`, remedy);
    }
}
function isUnset(value) {
    return value === undefined || value === null || value === false || value === "";
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}


/***/ }),

/***/ 2989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DEEPEST: () => (/* reexport */ parse/* DEEPEST */.FI),
  createReader: () => (/* reexport */ createReader),
  isAlias: () => (/* reexport */ dist/* isAlias */.Vj),
  isMap: () => (/* reexport */ dist/* isMap */.jh),
  isMapping: () => (/* reexport */ isMapping),
  isPair: () => (/* reexport */ dist/* isPair */.tO),
  isScalar: () => (/* reexport */ dist/* isScalar */.jn),
  isSeq: () => (/* reexport */ dist/* isSeq */.oP),
  isTooDeep: () => (/* reexport */ parse/* isTooDeep */.f_),
  openYaml: () => (/* reexport */ openYaml),
  parse: () => (/* reexport */ parse/* parse */.qg),
  parseAllDocuments: () => (/* reexport */ parse/* parseAllDocuments */.hR),
  parseDocument: () => (/* reexport */ parse/* parseDocument */.Tp),
  readStrictly: () => (/* reexport */ readStrictly),
  readYamlAs: () => (/* reexport */ readYamlAs)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/yaml/parse.ts
var parse = __webpack_require__(8399);
;// CONCATENATED MODULE: ./packages/yaml/strict.ts


function readStrictly(source) {
    const lineCounter = new dist/* LineCounter */.HN();
    const document = (0,parse/* parseDocument */.Tp)(source, {
        lineCounter,
        version: "1.2",
        schema: "core",
        uniqueKeys: true,
        merge: false,
    });
    const lineOf = (offset) => lineCounter.linePos(offset).line;
    const faults = [];
    const add = (kind, message, offset = 0) => void faults.push({ kind, message, offset, line: lineOf(offset) });
    for (const error of [...document.errors, ...document.warnings])
        add((0,parse/* isTooDeep */.f_)(error) ? "deep" : "syntax", error.message, error.pos[0]);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, node) => add("alias", `the alias *${node.source} is not allowed`, node.range?.[0]),
        Pair: (_, { key }) => {
            if ((0,dist/* isMap */.jh)(key) || (0,dist/* isSeq */.oP)(key))
                add("key", "a mapping or a list cannot be a key", key.range?.[0]);
        },
    });
    return { value: faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined, document, faults, lineOf };
}

;// CONCATENATED MODULE: ./packages/yaml/document.ts


function pathText(path) {
    return path
        .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
        .join("");
}
function openYaml(source, file) {
    const { value, document, faults, lineOf } = readStrictly(source);
    const at = (offset) => offset === undefined ? { file } : { file, line: lineOf(offset) };
    return {
        value: faults.length === 0 ? (value ?? {}) : undefined,
        problems: faults.map(({ kind, message, line }) => ({ ...describe(kind, message), file, line })),
        has: (path) => document.hasIn(path),
        placeOf: (path) => at(valueOffset(document, path)),
        placeOfKey: (path) => at(keyOffset(document, path)),
    };
}
function describe(kind, message) {
    if (kind === "deep")
        return { what: "nested too deeply", remedy: "Correct the file." };
    return { what: message, remedy: kind === "alias" ? "Write the value out." : "Correct the YAML." };
}
function valueOffset(document, path) {
    for (let length = path.length; length >= 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (node?.range)
            return node.range[0];
    }
    return undefined;
}
function keyOffset(document, path) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!(0,dist/* isMap */.jh)(parent))
        return undefined;
    const pair = parent.items.find((item) => (0,dist/* isPair */.tO)(item) && (0,dist/* isScalar */.jn)(item.key) && item.key.value === path.at(-1));
    return (0,dist/* isScalar */.jn)(pair?.key) ? pair.key.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./packages/yaml/read-as.ts

function readYamlAs(schema, source, file) {
    const document = openYaml(source, file);
    const { problems } = document;
    if (problems.length > 0)
        return { value: undefined, problems, document };
    const parsed = schema.safeParse(document.value);
    if (parsed.success)
        return { value: parsed.data, problems, document };
    const found = parsed.error.issues.flatMap((issue) => issueProblems(issue, schema, document));
    return { value: undefined, problems: found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), document };
}
function issueProblems(issue, root, document) {
    const where = pathText(issue.path);
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({
            what: `${where === "" ? "" : `${where}: `}there is no setting ${JSON.stringify(key)}`,
            remedy: `The settings here are: ${knownKeys(root, issue.path).join(", ")}.`,
            ...document.placeOfKey([...issue.path, key]),
        }));
    }
    const needed = {
        invalid_type: () => issue.code === "invalid_type"
            ? !document.has(issue.path)
                ? "is missing"
                : `must be ${TYPES[issue.expected] ?? issue.expected}`
            : "",
        invalid_value: () => issue.code === "invalid_value" ? `must be one of ${issue.values.map(String).join(", ")}` : "",
        too_small: () => "must not be empty",
        too_big: () => (issue.code === "too_big" ? `must have at most ${issue.maximum} entries` : ""),
        invalid_format: () => where.endsWith("url")
            ? "must be a web address without user name, such as https://example.org"
            : "has characters that are not allowed, or is too long",
    };
    const what = needed[issue.code]?.() ?? issue.message;
    return [
        {
            what: `${where === "" ? "the file" : where} ${what}`,
            remedy: "Correct the value.",
            ...document.placeOf(issue.path),
        },
    ];
}
const TYPES = {
    string: "a text (quote it if it looks like a number)",
    array: "a list",
    object: "a mapping of settings",
    boolean: "true or false",
};
function knownKeys(root, path) {
    let schema = root;
    for (const part of path) {
        const { shape, element, valueType } = unwrap(schema).def;
        schema = typeof part === "number" ? element : (shape?.[String(part)] ?? valueType);
    }
    return Object.keys(unwrap(schema).def.shape ?? {});
}
function unwrap(schema) {
    const { def } = schema;
    return def.type === "optional" ? unwrap(def.innerType) : schema;
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/yaml/reader.ts


const DURATION = (0,action/* duration */.p0)({ description: "", optional: true });
function createReader(document, root) {
    const problems = [];
    const nameOf = (path) => (path.length === 0 ? root : pathText(path));
    function reject({ path }, what, remedy = "Correct the value.") {
        problems.push({ what: `${nameOf(path)} ${what}`, remedy, ...document.placeOf(path) });
    }
    function mappingOf(field) {
        return isMapping(field.value) ? field.value : reject(field, "must be a mapping of settings");
    }
    function fields(field, known, required = []) {
        const mapping = mappingOf(field);
        if (mapping === undefined)
            return {};
        const found = {};
        for (const [key, value] of Object.entries(mapping)) {
            const path = [...field.path, key];
            const name = known.find((one) => one === key);
            if (name !== undefined) {
                found[name] = { value, path };
                continue;
            }
            problems.push({
                what: `${nameOf(field.path)} has no setting ${(0,action/* quote */.hD)(key)}`,
                remedy: `The settings here are: ${known.join(", ")}.`,
                ...document.placeOfKey(path),
            });
        }
        for (const name of required) {
            if (found[name] === undefined)
                reject({ ...field, path: [...field.path, name] }, "is missing", "Add it.");
        }
        return found;
    }
    return {
        problems,
        reject,
        fields,
        entries(field) {
            if (field === undefined)
                return [];
            const mapping = mappingOf(field) ?? {};
            return Object.entries(mapping).map(([key, value]) => [key, { value, path: [...field.path, key] }]);
        },
        items(field) {
            if (field === undefined)
                return [];
            const { value, path } = field;
            if (!Array.isArray(value))
                return reject(field, "must be a list") ?? [];
            return value.map((item, index) => ({ value: item, path: [...path, index] }));
        },
        text(field) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            if (value === "")
                return reject(field, "must not be empty");
            return typeof value === "string" ? value : reject(field, "must be a text (quote it if it looks like a number)");
        },
        number(field) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            return typeof value === "number" && Number.isFinite(value) ? value : reject(field, "must be a number");
        },
        integer(field, min, max) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max)
                return value;
            return reject(field, `must be a whole number from ${min} to ${max}`);
        },
        flag(field) {
            if (field === undefined)
                return undefined;
            return typeof field.value === "boolean" ? field.value : reject(field, "must be true or false");
        },
        duration(field) {
            if (field === undefined)
                return undefined;
            try {
                return DURATION.read(String(field.value));
            }
            catch (error) {
                return reject(field, error.message);
            }
        },
        choice(field, choices) {
            if (field === undefined)
                return undefined;
            return choices.find((one) => one === field.value) ?? reject(field, `must be one of ${choices.join(", ")}`);
        },
    };
}
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/yaml/index.ts








/***/ }),

/***/ 8399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   hR: () => (/* binding */ parseAllDocuments),
/* harmony export */   qg: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const DEEPEST = 100;
function parseDocument(source, settings = {}) {
    const documents = compose(source, settings);
    const document = documents.next().value;
    for (const next of documents) {
        if (next.errors.some(isTooDeep))
            return next;
        if (document.errors.at(-1)?.code === "MULTIPLE_DOCS")
            continue;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([next.range[0], next.range[1]], "MULTIPLE_DOCS", "multiple documents: a second one begins here"));
    }
    return document;
}
function parseAllDocuments(source, settings = {}) {
    const documents = [...compose(source, settings, false)];
    const tooDeep = documents.find(({ errors }) => errors.some(isTooDeep));
    return tooDeep === undefined ? documents : [tooDeep];
}
function parse(source, { maxAliasCount, ...settings } = {}) {
    const document = parseDocument(source, settings);
    const [error] = document.errors;
    if (error !== undefined)
        throw error;
    return document.toJS({ ...(maxAliasCount !== undefined && { maxAliasCount }) });
}
function isTooDeep({ code }) {
    return code === "RESOURCE_EXHAUSTION";
}
function* compose(source, { deepest = DEEPEST, ...settings }, forceDocument = true) {
    const options = { ...settings, prettyErrors: false };
    try {
        yield* new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose(tokensOf(source, deepest, settings.lineCounter), forceDocument, source.length);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        const [empty] = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose([], true, source.length);
        const document = empty;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([error.offset, error.offset], "RESOURCE_EXHAUSTION", `nested more than ${deepest} levels deep`));
        yield document;
    }
}
class TooDeep extends Error {
    offset;
    constructor(offset) {
        super();
        this.offset = offset;
    }
}
function* tokensOf(source, deepest, lines) {
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines?.addNewLine);
    lines?.addNewLine(0);
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(source)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > deepest)
            throw new TooDeep(parser.offset);
    }
    yield* parser.end();
}


/***/ })

};
;