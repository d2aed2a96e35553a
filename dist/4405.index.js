"use strict";
exports.id = 4405;
exports.ids = [4405];
exports.modules = {

/***/ 8399:
/***/ (require("./8399.module.js")),

/***/ 4405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PYYAML_DEEPEST: () => (/* binding */ PYYAML_DEEPEST),
  loadJson: () => (/* binding */ loadJson),
  loadYaml: () => (/* binding */ loadYaml),
  locatorOf: () => (/* reexport */ locatorOf),
  textOf: () => (/* binding */ textOf)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/yaml/parse.ts
var parse = __webpack_require__(8399);
// EXTERNAL MODULE: ./packages/yaml/value.ts
var yaml_value = __webpack_require__(5265);
;// CONCATENATED MODULE: ./packages/yaml/pyyaml-scalar.ts

class ScalarError extends Error {
}
function resolvePlain(text) {
    switch (kindOfPlain(text)) {
        case "text":
            return text;
        case "null":
            return null;
        case "bool":
            return /^(?:yes|true|on)$/i.test(text);
        case "int":
            return integer(text);
        case "float":
            return pyyaml_scalar_float(text);
        case "date":
            return (0,yaml_value/* notJson */.O2)(text);
        case "special":
            throw new ScalarError(`a plain ${JSON.stringify(text)} has its own meaning in YAML 1.1 and cannot be a value; quote it`);
    }
}
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INT = /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const DATE = /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;
const NUMERIC = /^[-+.0-9]/;
const WORD = /^[yYnNtTfFoO~]/;
function kindOfPlain(text) {
    if (text === "")
        return "null";
    if (NUMERIC.test(text)) {
        if (FLOAT.test(text))
            return "float";
        if (INT.test(text))
            return "int";
        return DATE.test(text) ? "date" : "text";
    }
    if (WORD.test(text))
        return text.length > 5 ? "text" : BOOL.test(text) ? "bool" : NULL.test(text) ? "null" : "text";
    return text === "=" || text === "<<" ? "special" : "text";
}
function integer(text) {
    const negative = text.startsWith("-");
    const digits = text.replace(/_/g, "").replace(/^[-+]/, "");
    const amount = digits.includes(":")
        ? sexagesimal(digits)
        : /^0[bx]/.test(digits)
            ? digits.length > 2
                ? Number(digits)
                : NaN
            : /^0[0-7]/.test(digits)
                ? Number(`0o${digits.slice(1)}`)
                : Number(digits);
    if (Number.isNaN(amount))
        throw new ScalarError(`${JSON.stringify(text)} looks like a number and is none; quote it`);
    return negative ? -amount : amount;
}
function pyyaml_scalar_float(text) {
    const negative = text.startsWith("-");
    const digits = text.replace(/_/g, "").replace(/^[-+]/, "").toLowerCase();
    const amount = digits === ".inf"
        ? Infinity
        : digits === ".nan"
            ? NaN
            : digits.includes(":")
                ? sexagesimal(digits)
                : Number(digits);
    return negative ? -amount : amount;
}
function sexagesimal(digits) {
    return digits.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
function readBy12(text) {
    const kind = kindOfPlain(text);
    if (kind === "text" && !NUMERIC.test(text) && !WORD.test(text))
        return undefined;
    const core = coreValue(text);
    if (kind === "text")
        return typeof core === "string" ? undefined : describe(core);
    if (kind === "special")
        return "a text";
    const value = resolvePlain(text);
    if (Object.is(core, value) || (typeof core === "number" && typeof value === "number" && core === value))
        return undefined;
    return describe(core);
}
function coreValue(text) {
    if (/^(?:~|null|Null|NULL|)$/.test(text))
        return null;
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    if (/^[-+]?[0-9]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text) || /^0o[0-7]+$/.test(text))
        return Number(text);
    if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text))
        return Number(text);
    const special = /^([-+]?)\.(inf|Inf|INF)$/.exec(text);
    if (special !== null)
        return special[1] === "-" ? -Infinity : Infinity;
    return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
}
function describe(value) {
    if (value === null)
        return "null";
    return typeof value === "string" ? "a text" : typeof value === "number" ? `the number ${value}` : String(value);
}
function readByPyYaml(text) {
    const kind = kindOfPlain(text);
    if (kind === "special")
        return "an error";
    if (kind === "date")
        return "a date";
    const value = resolvePlain(text);
    return describe(value);
}

;// CONCATENATED MODULE: ./packages/yaml/locate.ts


const DEEPEST = 400;
function locatorOf(text) {
    let root;
    const position = (offset) => {
        const before = text.slice(0, offset);
        const line = before.split("\n").length;
        return { line, column: offset - before.lastIndexOf("\n") };
    };
    return {
        position,
        find(path, what) {
            if (path.length === 0)
                return { line: 1, column: 1 };
            root ??= compose(text);
            return position(offsetOf(root, path, what));
        },
    };
}
function compose(text) {
    return (0,parse/* parseDocument */.Tp)(text, {
        schema: "failsafe",
        uniqueKeys: false,
        merge: false,
        logLevel: "silent",
        deepest: DEEPEST,
    }).contents;
}
function offsetOf(root, path, what) {
    let node = root;
    let found = root?.range[0] ?? 0;
    for (const [index, part] of path.entries()) {
        if ((0,dist/* isSeq */.oP)(node) && typeof part === "number") {
            node = node.items[part];
            if (node !== undefined)
                found = node.range[0];
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.findLast(({ key }) => (0,dist/* isScalar */.jn)(key) && (key.value ?? "null") === String(part));
            const key = pair?.key;
            node = pair?.value;
            if (what === "key" && index === path.length - 1 && key !== undefined)
                return key.range[0];
            if (key !== undefined)
                found = key.range[0];
        }
        else
            return found;
        if (node === undefined)
            return found;
        if (node !== null && !(0,dist/* isMap */.jh)(node))
            found = node.range[0];
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/yaml/pyyaml.ts







const MAX_VALUES = 1_000_000;
const PYYAML_DEEPEST = 400;
const MAX_NOTES = 100;
class LoadError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
function textOf(bytes) {
    return (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString("utf8") : undefined;
}
function loadJson(text) {
    try {
        const value = (0,yaml_value/* fromJson */.Rf)(JSON.parse(text));
        return { value, notes: loadYaml(text).notes.filter(({ rule }) => rule === "yaml-duplicate-key") };
    }
    catch (error) {
        const message = error instanceof RangeError ? "is nested too deeply" : "is not valid JSON";
        return { notes: [], error: { message } };
    }
}
function loadYaml(text) {
    const notes = [];
    try {
        refuseCharacters(text);
        const document = pyyaml_compose(text);
        return { value: new Builder(text, notes).load(document.contents), notes };
    }
    catch (error) {
        if (error instanceof RangeError)
            return { notes: [], error: { message: "is nested too deeply" } };
        if (error instanceof LoadError)
            return {
                notes: [],
                error: { message: error.message, ...(error.offset !== undefined && { offset: error.offset }) },
            };
        throw error;
    }
}
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
const LINE_ENDS = /[\x85\u2028\u2029]|\r(?!\n)/g;
function refuseCharacters(text) {
    const at = text.search(CONTROL);
    if (at >= 0)
        throw new LoadError(`holds the character ${codeOf(text, at)}, which PyYAML refuses`, at);
}
function codeOf(text, at) {
    return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
function pyyaml_compose(text) {
    const document = (0,parse/* parseDocument */.Tp)(text, {
        schema: "failsafe",
        uniqueKeys: false,
        merge: false,
        logLevel: "error",
        deepest: PYYAML_DEEPEST,
    });
    const error = document.errors.find(({ code, message }) => code !== "MISSING_CHAR" || !message.startsWith("Comments must be separated"));
    if (error === undefined)
        return document;
    if ((0,parse/* isTooDeep */.f_)(error))
        throw new LoadError("is nested too deeply", error.pos[0]);
    throw new LoadError(error.code === "MULTIPLE_DOCS"
        ? "holds several documents; one file is one document"
        : `is not valid YAML: ${error.message.split("\n", 1)[0]}`, error.pos[0]);
}
class Builder {
    #text;
    #notes;
    #anchors = new Map();
    #path = [];
    #values = 0;
    #flows = 0;
    #quotedLineEnds = 0;
    constructor(text, notes) {
        this.#text = text;
        this.#notes = notes;
    }
    load(root) {
        const value = root === null ? null : this.build(root);
        const found = [...this.#text.matchAll(LINE_ENDS)];
        if (found.length === this.#quotedLineEnds)
            return value;
        const { index } = found[0];
        throw new LoadError(`holds the character ${codeOf(this.#text, index)}, which is the end of a line for PyYAML`, index);
    }
    build(node) {
        if (node === null)
            return this.#count(null, 1);
        if (this.#path.length > PYYAML_DEEPEST)
            throw new LoadError("is nested too deeply", node.range[0]);
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#alias(node.source, node.range[0]);
        const { anchor } = node;
        if (anchor === undefined)
            return this.#content(node);
        this.#refuseAnchor(anchor, node.range[0]);
        this.#anchors.set(anchor, "open");
        const before = this.#values;
        const value = this.#content(node);
        this.#anchors.set(anchor, { value, size: this.#values - before });
        return value;
    }
    #refuseAnchor(name, offset) {
        if (!/^[\w-]+$/.test(name))
            throw new LoadError(`the anchor &${name} is read in other ways by PyYAML; use letters, digits, - and _`, offset);
        if (this.#anchors.has(name))
            throw new LoadError(`the anchor &${name} is given twice, which PyYAML refuses`, offset);
    }
    #count(value, size) {
        this.#values += size;
        if (this.#values > MAX_VALUES)
            throw new LoadError(`holds more than ${MAX_VALUES} values once its aliases are followed`);
        return value;
    }
    #alias(name, offset) {
        const built = this.#anchors.get(name);
        if (built === undefined)
            throw new LoadError(`*${name} names no anchor`, offset);
        if (built === "open")
            throw new LoadError(`*${name} is inside what it names`, offset);
        return this.#count(built.value, built.size);
    }
    #content(node) {
        const tag = node.tag;
        if (!(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
            return this.#count(this.#scalar(node, false), 1);
        const isFlow = node.flow === true;
        if (isFlow)
            this.#flows += 1;
        const value = this.#collection(node, tag);
        if (isFlow)
            this.#flows -= 1;
        return value;
    }
    #collection(node, tag) {
        if ((0,dist/* isMap */.jh)(node)) {
            if (tag !== undefined && tag !== "tag:yaml.org,2002:map")
                throw unknownTag(tag, node.range[0]);
            return this.#map(node);
        }
        if (tag !== undefined && tag !== "tag:yaml.org,2002:seq")
            throw unknownTag(tag, node.range[0]);
        this.#count(null, 1);
        return node.items.map((item, index) => {
            this.#path.push(index);
            const value = this.build(item);
            this.#path.pop();
            return value;
        });
    }
    #scalar(node, isKey) {
        const text = this.#textOf(node);
        const offset = node.range[0];
        try {
            if (node.tag !== undefined && node.tag !== "!")
                return tagged(node.tag, text, offset);
            if (node.type !== "PLAIN" || node.tag === "!")
                return text;
            const kind = kindOfPlain(text);
            const by12 = readBy12(text);
            if (by12 !== undefined)
                this.#disagreement(text, by12, offset, isKey);
            else if (kind === "int" && this.#path.at(-1) === "ref" && !isKey)
                this.#refQuotes(text, offset);
            return kind === "text" ? text : resolvePlain(text);
        }
        catch (error) {
            if (error instanceof ScalarError)
                throw new LoadError(error.message, offset);
            throw error;
        }
    }
    #textOf(node) {
        const text = textIn(node);
        const [start, end] = node.range;
        if (node.type === "PLAIN") {
            if (this.#flows > 0 && /^[?:]./.test(text))
                throw new LoadError(`${(0,packages_text/* quote */.hD)(text, 60)} in brackets is read in other ways by PyYAML; quote it`, start);
        }
        else if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
            if (end === this.#text.length && text.endsWith("\n") && !/\n *$/.test(this.#text))
                return text.slice(0, -1);
        }
        else {
            this.#quotedLineEnds +=
                this.#text.slice(start, end).match(/(?<![ \t\r\n])[\u2028\u2029](?![ \t\r\n])/g)?.length ?? 0;
        }
        return text;
    }
    #disagreement(text, by12, offset, isKey) {
        if (!isKey && this.#path.at(-1) === "ref")
            return this.#refQuotes(text, offset);
        const shown = (0,packages_text/* quote */.hD)(text, 60);
        const message = `${isKey ? "the key " : ""}${shown} without quotes is ${readByPyYaml(text)} for PyYAML and ${by12} for a YAML 1.2 parser`;
        this.#note("yaml-1.1", message, "Quote it where a text is meant, and write true or false, or a plain decimal number, otherwise.", offset);
    }
    #refQuotes(text, offset) {
        const shown = (0,packages_text/* quote */.hD)(text, 60);
        this.#note("yaml-ref-quotes", `the ref ${shown} reads as a number in some YAML parser`, `Quote it: ref: '${(0,packages_text/* shorten */.ml)(text, 64)}'.`, offset);
    }
    #note(rule, message, remedy, offset) {
        if (this.#notes.length < MAX_NOTES)
            this.#notes.push({ rule, message, remedy, path: [...this.#path], offset });
    }
    #map(node) {
        this.#count(null, 1);
        const own = Object.create(null);
        const merged = [];
        for (const { key, value } of node.items) {
            if (isMergeKey(key)) {
                merged.push(...this.#mergedMaps(value));
                continue;
            }
            const name = this.#key(key);
            this.#path.push(name);
            if (name in own)
                this.#note("yaml-duplicate-key", `the key ${JSON.stringify(name)} is given twice; the last one counts`, "Remove one of them.", key.range[0]);
            own[name] = this.build(value);
            this.#path.pop();
        }
        return merged.length === 0 ? own : this.#withMerged(merged, own);
    }
    #mergedMaps(node) {
        const value = this.build(node);
        const maps = (0,yaml_value/* isList */.Lv)(value) ? value : [value];
        if (maps.every(yaml_value/* isMap */.jh))
            return maps;
        throw new LoadError("<< takes a map or a list of maps", node?.range[0]);
    }
    #withMerged(merged, own) {
        const all = Object.create(null);
        for (const map of merged.toReversed()) {
            const entries = Object.entries(map);
            this.#count(null, entries.length);
            for (const [key, value] of entries)
                all[key] = value;
        }
        return Object.assign(all, own);
    }
    #refuseMissing(node) {
        const [start, end] = node.range;
        if (!(0,dist/* isScalar */.jn)(node) ||
            start !== end ||
            node.type !== "PLAIN" ||
            node.anchor !== undefined ||
            node.tag !== undefined)
            return;
        if (this.#text[start] === ":" && !/\?\s*$/.test(this.#text.slice(Math.max(0, start - 200), start)))
            throw new LoadError("a key is missing before the colon", start);
    }
    #key(node) {
        if (node === null)
            return "null";
        this.#refuseMissing(node);
        const value = (0,dist/* isAlias */.Vj)(node)
            ? this.#alias(node.source, node.range[0])
            : (0,dist/* isScalar */.jn)(node)
                ? this.#scalar(node, true)
                : undefined;
        if (value === undefined || (0,yaml_value/* isMap */.jh)(value) || (0,yaml_value/* isList */.Lv)(value))
            throw new LoadError("a map or a list cannot be a key", node.range[0]);
        if ((0,yaml_value/* isNotJson */.um)(value))
            throw new LoadError(`the key ${value.text} is a date for PyYAML, and JSON has no such key; quote it`, node.range[0]);
        if ((0,dist/* isScalar */.jn)(node) && node.anchor !== undefined) {
            this.#refuseAnchor(node.anchor, node.range[0]);
            this.#anchors.set(node.anchor, { value, size: 1 });
        }
        return jsonKey(value, (0,dist/* isScalar */.jn)(node) && node.type === "PLAIN" && kindOfPlain(textIn(node)) === "float");
    }
}
function textIn(node) {
    return typeof node.value === "string" ? node.value : "";
}
function isMergeKey(node) {
    return (0,dist/* isScalar */.jn)(node) && node.type === "PLAIN" && node.value === "<<" && node.tag === undefined;
}
function jsonKey(value, float) {
    return float && Number.isInteger(value) ? `${String(value)}.0` : String(value);
}
const CORE = "tag:yaml.org,2002:";
function tagged(tag, text, offset) {
    if (tag === `${CORE}str`)
        return text;
    const kind = kindOfPlain(text);
    if (tag === `${CORE}null`)
        return null;
    if ((tag === `${CORE}int` && kind === "int") || (tag === `${CORE}bool` && kind === "bool"))
        return resolvePlain(text);
    if (tag === `${CORE}float` && (kind === "float" || kind === "int"))
        return resolvePlain(text);
    throw unknownTag(tag, offset);
}
function unknownTag(tag, offset) {
    return new LoadError(`the tag ${(0,packages_text/* quote */.hD)(tag)} has no JSON value here`, offset);
}


/***/ })

};
;