"use strict";
exports.id = 9925;
exports.ids = [9925];
exports.modules = {

/***/ 8399:
/***/ (require("./8399.module.js")),

/***/ 9925:
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
;// CONCATENATED MODULE: ./packages/yaml/libyaml.ts

class LoadError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
function refuseText(text) {
    const at = text.search(CONTROL);
    if (at >= 0)
        throw new LoadError(`holds the character ${codeOf(text, at)}, which PyYAML refuses`, at);
    const mark = text.search(/(?:^\ufeff|\n)\ufeff|^\ufeff +/);
    if (mark >= 0)
        throw new LoadError("has a byte order mark in the place of indentation", mark);
    if (/^\ufeff?%|!<>|![^\s,[\]{}]*[\]}]/m.test(text))
        refuseLexemes(text);
    if (text.includes("\t"))
        new TabCheck(text).run();
}
function codeOf(text, at) {
    return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
const VERSION = /^%YAML[ \t]+1\.[12][ \t]*(?:#.*)?$/;
const TAG = /^%TAG[ \t]+(!(?:[\w-]*!)?)[ \t]+[\w:,./!-]+[ \t]*(?:[ \t]#.*)?$/;
function refuseLexemes(text) {
    const seen = new Set();
    let offset = 0;
    let isContent = false;
    let pending;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (!isContent && dist/* CST */.DB.tokenType(lexeme) === "directive-line") {
            const line = lexeme.replace(/[ \t\r\n]+$/, "");
            const name = VERSION.test(line) ? "%YAML" : TAG.exec(line)?.[1];
            if (name === undefined)
                throw new LoadError(`has the directive ${JSON.stringify(line)}, which PyYAML refuses`, offset);
            if (seen.has(name))
                throw new LoadError(`has two directives for ${name}`, offset);
            seen.add(name);
            pending = offset;
        }
        else if (lexeme === "---")
            pending = undefined;
        const end = offset + lexeme.length;
        if (!isContent && dist/* CST */.DB.tokenType(lexeme) === "tag" && (lexeme === "!<>" || /[\]}]/.test(text[end] ?? "")))
            throw new LoadError(`has the tag ${lexeme} in a form that PyYAML refuses`, offset);
        isContent = lexeme === dist/* CST */.DB.SCALAR;
        offset += widthOf(lexeme);
    }
    if (pending !== undefined)
        throw new LoadError("has a directive without a document", pending);
}
const SURROGATE = /(?<!\\)(?:\\\\)*\\(?:u|U0000)[dD][89a-fA-F]/;
function refuseScalar(text, { type, range: [start, end] }, { inFlow, isRoot }) {
    if (type === "PLAIN") {
        const colon = inFlow ? text.slice(start, end).search(/:\?/) : -1;
        if (colon >= 0)
            throw new LoadError('":?" in a text without quotes is refused by PyYAML in brackets; quote it', start + colon);
        const flowColon = inFlow && end > start ? behind(/\s*/y, text, end) : -1;
        if (/^:[,?[\]{}]/.test(text.slice(flowColon, flowColon + 2)))
            throw new LoadError("a colon that no space follows, behind a text without quotes, is refused by PyYAML in brackets", flowColon);
        return;
    }
    const source = text.slice(start, end);
    if (/[\u2028\u2029](?:---|\.\.\.)\s/.test(source))
        throw new LoadError("has the mark of a document in quotes, which PyYAML refuses", start);
    if (type === "QUOTE_SINGLE") {
        if (source.split("'").length % 2 === 0)
            throw new LoadError("is not valid YAML: Missing closing 'quote", start);
    }
    else if (type === "QUOTE_DOUBLE") {
        refuseDoubleQuoted(source, start);
    }
    else {
        if (isRoot && /\n[^ \t\r\n]/.test(source))
            throw new LoadError("is a block text that is not indented, which PyYAML refuses", start);
        refuseLastLines(text, start, end);
    }
}
function refuseDoubleQuoted(source, start) {
    if (/(?<!\\)(?:\\\\)*\\"$/.test(source))
        throw new LoadError('is not valid YAML: Missing closing "quote', start);
    if (!source.includes("\\"))
        return;
    if (SURROGATE.test(source))
        throw new LoadError("has an escape of half a surrogate pair, which PyYAML refuses; write \\U and 8 digits", start);
    if (/\\\r?\n[ \t]*\r?\n/.test(source))
        throw new LoadError("has an empty line behind an escaped end of a line, which PyYAML reads in another way", start);
}
function refuseLastLines(text, start, end) {
    const source = text.slice(start, end).replace(/[ \t\r\n]+$/, "");
    const [header, ...lines] = source.split("\n");
    const after = behind(/[ \t\r\n]*/y, text, start + source.length);
    const empty = text
        .slice(start + source.length, after)
        .split("\n")
        .slice(1);
    if (after < text.length)
        empty.pop();
    const given = /[1-9]/.exec(header)?.[0];
    const indent = given === undefined ? lines.find((line) => /[^ \t\r]/.test(line))?.search(/[^ ]/) : Number(given);
    const spaces = given !== undefined ? empty : after < text.length ? [] : empty.slice(-1);
    const keepsAll = lines.length === 0 && header.includes("+");
    const most = keepsAll ? 0 : (indent ?? Infinity);
    if (spaces.some((line) => line.length > most))
        throw new LoadError("ends in spaces that PyYAML reads as text; remove them", start);
}
function refuseKey(text, map, key, next) {
    const [start, end] = key?.range ?? [map.range[0], map.range[0]];
    const isMissing = key === null || ((0,dist/* isScalar */.jn)(key) && start === end);
    if (key !== null && (0,dist/* isScalar */.jn)(key) && /[\u2028\u2029]/.test(String(key.value)) && !isExplicit(text, start))
        throw new LoadError("has the end of a line in a key", start);
    if (!isMissing && text[end] === ":")
        return refuseLongKey(text, map, start, end);
    const colon = behind(isMissing || map.flow === true ? /(?:[ \t\r\n]|(?<=\s)#[^\n]*)*/y : /[ \t]*/y, text, end);
    const isColon = text[colon] === ":";
    if (isMissing) {
        if (map.flow === true && (!isColon || isExplicit(text, start)))
            throw new LoadError("a key is missing in brackets", start);
        if (isColon && !(isExplicit(text, start) && columnOf(text, colon) === columnOf(text, map.range[0])))
            throw new LoadError("a key is missing before the colon", start);
        return;
    }
    if (map.flow === true ? isColon && text.slice(end, colon).includes("\n") : !isColon) {
        if (!isExplicit(text, start))
            throw new LoadError("the colon of a key is not on its line", start);
        if (map.flow !== true)
            refuseBehindKey(text, map, end, next);
    }
    else if (isColon)
        refuseLongKey(text, map, start, colon);
}
function refuseLongKey(text, map, start, colon) {
    const isFlow = map.flow === true;
    const properties = isFlow
        ? /(?:[&!][^\s,[\]{}]*\s+(?:#.*\n\s*)*)*$/.exec(text.slice(Math.max(0, start - 200), start))[0].length
        : 0;
    const feed = text.indexOf("\n", start - properties);
    if (colon - start <= 1024 && (feed < 0 || feed > colon))
        return;
    if (!isExplicit(text, start))
        throw new LoadError("has a key of several lines or of more than 1024 characters, which PyYAML refuses", start);
    if (!isFlow)
        refuseBehindKey(text, map, colon, undefined);
}
function refuseBehindKey(text, map, end, next) {
    const at = behind(/(?:[ \t\r\n]|#[^\n]*)*/y, text, end);
    if (at === text.length || (columnOf(text, at) === 0 && /^(?:---|\.\.\.)/.test(text.slice(at, at + 3))))
        return;
    const column = columnOf(text, at) - columnOf(text, map.range[0]);
    if (column === 0 && /^[?:](?:\s|$)/.test(text.slice(at, at + 2)))
        return;
    if (next &&
        next.range[0] >= at &&
        next.range[1] > next.range[0] &&
        /^(?:[&!]\S*\s+)*$/.test(text.slice(at, next.range[0])))
        return;
    if (text.slice(end, at).includes("\n") && column < 0)
        return;
    throw new LoadError("has something that is neither a key nor a value behind a key with a question mark", at);
}
function behind(pattern, text, at) {
    pattern.lastIndex = at;
    pattern.exec(text);
    return pattern.lastIndex;
}
function columnOf(text, offset) {
    const line = text.lastIndexOf("\n", offset - 1) + 1;
    return offset - (line === 0 && text.startsWith("\ufeff") ? 1 : line);
}
function isExplicit(text, offset) {
    const before = text.slice(Math.max(0, offset - 500), offset).replace(/(?<!\S)#.*\n/g, "\n");
    return /(?:^|[\s,[{])\?(?:\s|[&!]\S*(?=\s|$))*$/.test(before);
}
function widthOf(lexeme) {
    return lexeme === dist/* CST */.DB.DOCUMENT || lexeme === dist/* CST */.DB.FLOW_END || lexeme === dist/* CST */.DB.SCALAR ? 0 : lexeme.length;
}
class TabCheck {
    #text;
    #offset = 0;
    #lineStart = 0;
    #flows = 0;
    #indents = [];
    #keyMayBegin = true;
    #key;
    #afterPlain = false;
    #isMarked = false;
    #header;
    constructor(text) {
        this.#text = text;
    }
    run() {
        for (const lexeme of new dist/* Lexer */.JG().lex(this.#text)) {
            this.#lexeme(lexeme);
            this.#offset += widthOf(lexeme);
        }
    }
    get #column() {
        return this.#offset - this.#lineStart;
    }
    get #indent() {
        return this.#indents.at(-1) ?? -1;
    }
    #lexeme(lexeme) {
        if (lexeme === dist/* CST */.DB.SCALAR) {
            this.#isMarked = true;
            return;
        }
        if (this.#isMarked) {
            this.#isMarked = false;
            if (this.#header === undefined)
                this.#plain(lexeme);
            else
                this.#block(lexeme, this.#header);
            this.#follow(lexeme);
            return;
        }
        const type = dist/* CST */.DB.tokenType(lexeme);
        switch (type) {
            case "space":
                this.#space(lexeme);
                return;
            case "newline":
                this.#newline(lexeme.length);
                return;
            case "comment":
            case "comma":
                this.#afterPlain = false;
                return;
            case "block-scalar-header":
                this.#header = lexeme;
                this.#token();
                return;
            case "seq-item-ind":
            case "explicit-key-ind":
                if (this.#flows === 0)
                    this.#open(this.#column);
                this.#afterPlain = false;
                return;
            case "map-value-ind":
                this.#colon();
                return;
            case "flow-map-start":
            case "flow-seq-start":
                this.#token();
                this.#flows += 1;
                return;
            case "flow-map-end":
            case "flow-seq-end":
                this.#flows = Math.max(0, this.#flows - 1);
                this.#afterPlain = false;
                return;
            case "doc-start":
            case "doc-end":
                this.#indents.length = 0;
                this.#flows = 0;
                this.#keyMayBegin = false;
                this.#afterPlain = false;
                return;
            case "anchor":
            case "tag":
            case "alias":
            case "single-quoted-scalar":
            case "double-quoted-scalar":
                this.#token();
                this.#follow(lexeme);
                return;
            case "directive-line":
            case "byte-order-mark":
            case "doc-mode":
            case "flow-error-end":
            case "scalar":
            case null:
                return;
        }
    }
    #newline(width) {
        this.#lineStart = this.#offset + width;
        if (this.#flows > 0)
            return;
        this.#keyMayBegin = true;
        this.#key = undefined;
    }
    #follow(lexeme) {
        const end = lexeme.lastIndexOf("\n");
        if (end >= 0)
            this.#lineStart = this.#offset + end + 1;
    }
    #token() {
        this.#afterPlain = false;
        if (this.#flows > 0)
            return;
        this.#close(this.#column);
        this.#key ??= this.#column;
        this.#keyMayBegin = false;
    }
    #close(column) {
        while (this.#indent > column)
            this.#indents.pop();
    }
    #open(column) {
        this.#close(column);
        if (this.#indent < column)
            this.#indents.push(column);
        this.#keyMayBegin = true;
        this.#key = undefined;
    }
    #colon() {
        this.#afterPlain = false;
        if (this.#flows > 0)
            return;
        const isSimple = this.#key !== undefined;
        this.#open(this.#key ?? this.#column);
        this.#keyMayBegin = !isSimple;
    }
    #space(lexeme) {
        const tab = lexeme.indexOf("\t");
        if (tab < 0)
            return;
        const at = this.#offset + tab;
        const isLeading = /^ *$/.test(this.#text.slice(this.#lineStart, at));
        if (this.#afterPlain ? isLeading && at - this.#lineStart <= this.#indent : this.#flows === 0 && this.#keyMayBegin)
            throw tabAt(at);
    }
    #plain(lexeme) {
        this.#token();
        this.#afterPlain = true;
        for (const { index, 1: spaces } of lexeme.matchAll(/\n( *)\t/g))
            if (spaces.length <= this.#indent)
                throw tabAt(this.#offset + index + 1 + spaces.length);
    }
    #block(lexeme, header) {
        this.#header = undefined;
        this.#keyMayBegin = true;
        this.#key = undefined;
        const given = /[1-9]/.exec(header)?.[0];
        let indent = given === undefined ? undefined : Math.max(this.#indent, 0) + Number(given);
        let at = this.#offset;
        for (const line of lexeme.split("\n")) {
            const column = line.search(/[^ ]/);
            if (column >= 0 && line[column] === "\t" && column < (indent ?? Infinity))
                throw tabAt(at + column);
            if (column >= 0 && line[column] !== "\r")
                indent ??= column;
            at += line.length + 1;
        }
    }
}
function tabAt(offset) {
    return new LoadError("has a tab in the place of indentation, which PyYAML refuses", offset);
}

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
            return date(text);
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
function date(text) {
    const [year, month, day, hour = 0, minute = 0, second = 0] = text.split(/[^0-9]+/).map(Number);
    const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 59)
        throw new ScalarError(`${JSON.stringify(text)} looks like a date and is none; quote it`);
    return (0,yaml_value/* notJson */.O2)(text);
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

;// CONCATENATED MODULE: ./packages/yaml/unfold.ts

const MOST_SCANNED = 20_000_000;
function unfold(original) {
    const regions = [];
    const insertions = [];
    let text = original;
    for (let from = 0;;) {
        const region = nextRegion(text, from);
        if (region === undefined)
            break;
        const [start, end] = region;
        const pad = start - lineStartOf(text, start) + 1;
        const inner = text.slice(start, end);
        if (regions.length * text.length > MOST_SCANNED || !canBeIndented(inner))
            return undefined;
        const indented = inner.replaceAll("\n", (_, index) => {
            const before = insertions.length === 0 ? 0 : addedAfter(insertions, start);
            insertions.push({ at: start + index + 1 + before, width: pad });
            return `\n${" ".repeat(pad)}`;
        });
        text = text.slice(0, start) + indented + text.slice(end);
        from = start + indented.length;
        regions.push([start, from]);
    }
    if (regions.length === 0)
        return undefined;
    return {
        text,
        regions,
        original: (offset) => insertions.reduce((at, { at: place, width }) => (place < offset ? at - Math.min(width, offset - place) : at), offset),
    };
}
function addedAfter(insertions, start) {
    return insertions.reduce((sum, { at, width }) => (at > start ? sum + width : sum), 0);
}
function nextRegion(text, from) {
    let offset = 0;
    let passed = from;
    let isContent = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (!isContent && offset >= passed && STARTS.has(dist/* CST */.DB.tokenType(lexeme) ?? "")) {
            const end = endOf(text, offset);
            if (end === undefined)
                return undefined;
            if (isAtMargin(text, offset, end))
                return [offset, end];
            passed = end;
        }
        isContent = lexeme === dist/* CST */.DB.SCALAR;
        if (!MARKS.has(lexeme))
            offset += lexeme.length;
    }
    return undefined;
}
const STARTS = new Set([
    "single-quoted-scalar",
    "double-quoted-scalar",
    "flow-seq-start",
    "flow-map-start",
]);
const MARKS = new Set([dist/* CST */.DB.DOCUMENT, dist/* CST */.DB.FLOW_END, dist/* CST */.DB.SCALAR]);
function lineStartOf(text, offset) {
    return text.lastIndexOf("\n", offset - 1) + 1;
}
function isAtMargin(text, start, end) {
    const head = text.slice(lineStartOf(text, start), start);
    const indent = /^ *(?:[-?] +)*/.exec(head)[0].length;
    return [...text.slice(start, end).matchAll(/\n( *)\S|\n( *)\t/g)].some(([, spaces, beforeTab]) => beforeTab !== undefined || spaces.length <= indent);
}
function canBeIndented(inner) {
    if (/\n(?:---|\.\.\.)(?:\s|$)|\ufeff/.test(inner))
        return false;
    return /^["']/.test(inner) || !/[^\s,[\]{}:]\s*?\r?\n *\t/.test(inner);
}
const SPACE = /\s+|(?<=[\s,[\]{}"'])#[^\n]*/y;
const QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^']*(?:''[^']*)*'/y;
const PROPERTY = /[&*!][^\s,[\]{}]*|[-?:](?=[\s,[\]{}])|:/y;
const PLAIN = /[^\s,[\]{}"'#](?:[^\s,[\]{}:]|:(?![\s,[\]{}])|\s+(?=[^\s#,[\]{}:]))*/y;
function endOf(text, start) {
    if (/["']/.test(text[start]))
        return match(QUOTED, text, start);
    let depth = 0;
    for (let at = start; at < text.length;) {
        const char = text[at];
        if ("[{".includes(char))
            depth += 1;
        if ("]}".includes(char))
            depth -= 1;
        if (depth === 0)
            return at + 1;
        const next = ",[]{}".includes(char)
            ? at + 1
            : (match(SPACE, text, at) ?? match(QUOTED, text, at) ?? match(PROPERTY, text, at) ?? match(PLAIN, text, at));
        if (next === undefined)
            return undefined;
        at = next;
    }
    return undefined;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}

;// CONCATENATED MODULE: ./packages/yaml/locate.ts



const DEEPEST = 400;
function locatorOf(text) {
    let composed;
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
            composed ??= compose(text);
            return position(composed.original(offsetOf(composed.root, path, what)));
        },
    };
}
function compose(text) {
    const document = locate_parse(text);
    const unfolded = document.errors.length > 0 ? unfold(text) : undefined;
    if (unfolded === undefined)
        return { root: document.contents, original: (offset) => offset };
    return { root: locate_parse(unfolded.text).contents, original: unfolded.original };
}
function locate_parse(text) {
    return (0,parse/* parseDocument */.Tp)(text, {
        schema: "failsafe",
        uniqueKeys: false,
        merge: false,
        logLevel: "silent",
        deepest: DEEPEST,
    });
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
    const loaded = load(text, []);
    if (loaded.error === undefined)
        return loaded;
    const unfolded = unfold(text);
    if (unfolded === undefined)
        return loaded;
    const { value, notes, error } = load(unfolded.text, unfolded.regions);
    if (error !== undefined)
        return loaded;
    return { value: value, notes: notes.map((note) => ({ ...note, offset: unfolded.original(note.offset) })) };
}
function load(text, regions) {
    const notes = [];
    try {
        refuseText(text);
        const document = pyyaml_compose(text);
        refuseOtherRegions(document, regions);
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
function refuseOtherRegions(document, regions) {
    if (regions.length === 0)
        return;
    const ends = new Map();
    (0,dist/* visit */.YR)(document, {
        Node(_, { range }) {
            if (range)
                ends.set(range[0], (ends.get(range[0]) ?? new Set()).add(range[1]));
        },
    });
    for (const [start, end] of regions)
        if (ends.get(start)?.has(end) !== true)
            throw new LoadError("is not valid YAML: quotes or brackets end elsewhere");
}
const LINE_ENDS = /[\x85\u2028\u2029]|\r(?!\n)/g;
function pyyaml_compose(text) {
    const document = (0,parse/* parseDocument */.Tp)(text, {
        schema: "failsafe",
        uniqueKeys: false,
        merge: false,
        logLevel: "error",
        deepest: PYYAML_DEEPEST,
    });
    const error = document.errors.find(({ code, message }) => code !== "MISSING_CHAR" || !message.startsWith("Comments must be separated"));
    if (error === undefined) {
        if (isEmpty(document.contents) && document.directives.docStart !== true && /^\ufeff?\.\.\.(?:\s|$)/m.test(text))
            throw new LoadError("ends a document before it begins one");
        return document;
    }
    if ((0,parse/* isTooDeep */.f_)(error))
        throw new LoadError("is nested too deeply", error.pos[0]);
    throw new LoadError(error.code === "MULTIPLE_DOCS"
        ? "holds several documents; one file is one document"
        : `is not valid YAML: ${error.message.split("\n", 1)[0]}`, error.pos[0]);
}
function isEmpty(root) {
    return root === null || ((0,dist/* isScalar */.jn)(root) && root.range[0] === root.range[1]);
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
            if (node.type !== "PLAIN" || (node.tag === "!" && text === ""))
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
        refuseScalar(this.#text, node, { inFlow: this.#flows > 0, isRoot: this.#path.length === 0 });
        if (node.type === "PLAIN") {
            if (this.#flows > 0 && /^[?:]/.test(text))
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
        for (const [index, { key, value }] of node.items.entries()) {
            if (isMergeKey(key)) {
                merged.push(...this.#mergedMaps(value));
                continue;
            }
            refuseKey(this.#text, node, key, node.items[index + 1]?.key);
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
    #keyScalar(node) {
        const isEquals = node.type === "PLAIN" && node.tag === undefined && node.value === "=";
        return isEquals ? this.#textOf(node) : this.#scalar(node, true);
    }
    #key(node) {
        if (node === null)
            return "null";
        const value = (0,dist/* isAlias */.Vj)(node)
            ? this.#alias(node.source, node.range[0])
            : (0,dist/* isScalar */.jn)(node)
                ? this.#keyScalar(node)
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