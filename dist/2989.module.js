"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
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
    const where = (0,packages_text/* pathText */.LF)(issue.path);
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
    const nameOf = (path) => (path.length === 0 ? root : (0,packages_text/* pathText */.LF)(path));
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








/***/ });
