"use strict";
exports.id = 4706;
exports.ids = [4706];
exports.modules = {

/***/ 1637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ targetIn),
/* harmony export */   w: () => (/* binding */ saasFileIn)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1312);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5279);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5347);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7515);




const SAAS_FILE = "app-sre/saas-file-2.yml";
const OLD_SAAS_FILE = "app-sre/saas-file-1.yml";
const TARGET_FILE = "app-sre/saas-file-target-1.yml";
function saasFileIn(source) {
    const { file } = source;
    const root = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(source);
    const problems = [];
    const schema = schemaOf(source, root, [SAAS_FILE, OLD_SAAS_FILE], "a saas file", problems);
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .stopAt */ .m)(problems, `${file} is not a saas file`);
    const around = { imageTag: (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTagOf */ .n6)(source, root), deprecated: (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .isOn */ .Mp)((0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(source, root, "deprecated").node) };
    const list = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(source, root, "resourceTemplates");
    if (list.node?.kind !== "list")
        problems.push({ what: "resourceTemplates is not a list", remedy: "Correct the file.", file, line: source.line(list.at) });
    const read = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(source, list).flatMap((reached, index) => readTemplate(source, reached, `resourceTemplates[${index}]`, around, problems));
    const templates = read.map(({ template }) => template);
    problems.push(...repeated(templates, file));
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .stopAt */ .m)(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), `${file} is not a valid saas file`);
    const targets = read.flatMap((template) => template.targets);
    return {
        file,
        name: (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(source, root, "name").node),
        deprecated: around.deprecated,
        templates,
        candidates: targets.map(_target_js__WEBPACK_IMPORTED_MODULE_3__/* .candidateOf */ .RH),
        warnings: schema === OLD_SAAS_FILE ? [`${file} has the schema /${OLD_SAAS_FILE}, which app-interface no longer knows`] : [],
        source,
        targets,
        hashLength: (name) => templates.find((template) => template.name === name)?.hashLength,
    };
}
function targetIn(source, around) {
    const { file } = source;
    const root = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(source);
    const problems = [];
    schemaOf(source, root, [TARGET_FILE], "a target file", problems);
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .stopAt */ .m)(problems, `${file} is not a target file`);
    const { template = "", imageTag, deprecated = false, targetFile } = around ?? {};
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .readTarget */ ._E)(source, root, { template, path: "", imageTag, deprecated }, problems);
    if (target?.targetFile !== undefined) {
        problems.push({ what: "a target file refers to another file", remedy: "Write its ref and namespace here.", file, line: target.line });
    }
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .stopAt */ .m)(problems, `${file} is not a valid target file`);
    if (target === undefined)
        throw new Error("a target without problems was not read");
    return { source, target: targetFile === undefined ? target : { ...target, targetFile } };
}
function schemaOf(source, root, known, kind, problems) {
    const schema = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(source, root, "$schema");
    const name = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(schema.node)?.replace(/^\//, "");
    if (name !== undefined && known.includes(name))
        return name;
    const found = name === undefined ? "missing" : `/${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(name, 80)}`;
    const what = root.node?.kind === "map" ? `$schema is ${found}; ${kind} has /${known[0]}` : "the file is not a mapping";
    problems.push({ what, remedy: "Check which file is meant.", file: source.file, line: source.line(schema.at) });
    return undefined;
}
function readTemplate(source, reached, path, file, problems) {
    const before = problems.length;
    const get = (key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(source, reached, key);
    const wrong = (what, at = reached.at) => {
        problems.push({ what: `${path} ${what}`, remedy: "Correct the file.", file: source.file, line: source.line(at) });
    };
    const [name, url, location] = ["name", "url", "path"].map((key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(get(key).node));
    const [length, list] = [get("hash_length"), get("targets")];
    const hashLength = wholeNumber((0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(length.node));
    if (reached.node?.kind !== "map")
        wrong("is not a mapping");
    else if (name === undefined)
        wrong("has no name", get("name").at);
    else if (list.node?.kind !== "list")
        wrong("has no list of targets", list.at);
    if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .isGiven */ .qR)(length.node) && hashLength === undefined)
        wrong("has a hash_length that is no number from 1 to 40", length.at);
    const around = { ...file, template: name ?? "", imageTag: (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTagOf */ .n6)(source, reached) ?? file.imageTag };
    const targets = (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(source, list).flatMap((item, index) => (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .readTarget */ ._E)(source, item, { ...around, path: `${path}.targets[${index}]` }, problems) ?? []);
    if (problems.length > before || name === undefined)
        return [];
    const known = { name, line: source.line(reached.at), ...(url === undefined ? {} : { url }), ...(location === undefined ? {} : { path: location }) };
    return [{ template: hashLength === undefined ? known : { ...known, hashLength }, targets }];
}
function wholeNumber(text) {
    const number = text !== undefined && /^[1-9][0-9]?$/.test(text) ? Number(text) : undefined;
    return number !== undefined && number <= 40 ? number : undefined;
}
function repeated(templates, file) {
    const seen = new Set();
    return templates.flatMap(({ name, line }) => {
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return [{ what: `a second resource template is named ${JSON.stringify(name)}`, remedy: "Rename one.", file, line }];
    });
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   F5: () => (/* binding */ isMerge),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
function isMerge({ key }) {
    return key?.kind === "scalar" && key.style === "plain" && key.text === "<<";
}
function inOrder(root) {
    const nodes = [];
    const add = (node) => {
        if (node?.kind === "list")
            node.items.forEach(add);
        if (node?.kind === "map") {
            for (const { key, value } of node.pairs) {
                add(key);
                add(value);
            }
        }
        nodes.push(node);
    };
    add(root);
    return nodes;
}
function sizeOf(node) {
    return node?.kind === "list" ? node.items.length : node?.kind === "map" ? node.pairs.length : 0;
}


/***/ }),

/***/ 4706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ openTargetFile),
/* harmony export */   openSaasFile: () => (/* binding */ openSaasFile)
/* harmony export */ });
/* harmony import */ var _interpret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1637);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7515);


async function openSaasFile(bytes, file) {
    const plain = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlainYaml */ .r)(bytes, file);
    return plain === undefined ? (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5467)]).then(__webpack_require__.bind(__webpack_require__, 5467))).parseSaasFile(bytes, file) : (0,_interpret_js__WEBPACK_IMPORTED_MODULE_0__/* .saasFileIn */ .w)(plain);
}
async function openTargetFile(bytes, file, around) {
    const plain = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlainYaml */ .r)(bytes, file);
    return plain === undefined ? (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5467)]).then(__webpack_require__.bind(__webpack_require__, 5467))).parseTargetFile(bytes, file, around) : (0,_interpret_js__WEBPACK_IMPORTED_MODULE_0__/* .targetIn */ .L)(plain, around);
}


/***/ }),

/***/ 5279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Mp: () => (/* binding */ isOn),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   qR: () => (/* binding */ isGiven)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3438);

function rootOf(file) {
    return arrive(file, file.root, { at: 0, obstacles: [] });
}
function valueAt(file, from, key) {
    const pair = pairIn(file, from.node, key);
    if (pair === undefined)
        return { node: undefined, at: from.at, obstacles: from.obstacles };
    return arrive(file, pair.value, { at: (pair.value ?? pair.key)?.start || from.at, obstacles: from.obstacles });
}
function itemsOf(file, from) {
    if (from.node?.kind !== "list")
        return [];
    return from.node.items.map((item) => arrive(file, item, { at: item?.start || from.at, obstacles: from.obstacles }));
}
function textOf(node) {
    if (node?.kind !== "scalar")
        return undefined;
    return node.text === "" && node.style === "plain" ? undefined : node.text;
}
function isOn(node) {
    if (node === undefined || node === null)
        return false;
    return !(node.kind === "scalar" && node.style === "plain" && /^(?:false|no|off|null|~|)$/i.test(node.text));
}
function isGiven(node) {
    if (node?.kind === "list")
        return node.items.length > 0;
    if (node?.kind === "map")
        return node.pairs.length > 0;
    return node?.kind === "scalar" && node.value !== null && node.value !== "";
}
function arrive(file, written, { at, obstacles }) {
    const node = followed(file, written);
    if (node === written && node?.anchor === undefined && node?.tag === undefined && !(node?.kind === "map" && node.merges === true))
        return { node, at, obstacles };
    const found = [];
    if (written?.kind === "alias")
        found.push(`the alias *${written.name} on line ${file.line(at)} stands for text elsewhere`);
    if (node?.anchor !== undefined)
        found.push(`the anchor &${node.anchor} on line ${file.line(node.start)} shares it with its aliases`);
    if (node?.tag !== undefined)
        found.push(`the tag on line ${file.line(node.start)} changes how it is read`);
    if (node?.kind === "map" && node.merges === true)
        found.push(`the merge key << after line ${file.line(node.start)} brings in text from elsewhere`);
    return { node, at, obstacles: found.length === 0 ? obstacles : [...obstacles, ...found] };
}
function followed(file, node) {
    return node?.kind === "alias" ? file.aliases.get(node) : node;
}
function pairIn(file, node, key) {
    if (node?.kind !== "map")
        return undefined;
    for (const pair of node.pairs)
        if (textOf(followed(file, pair.key)) === key)
            return pair;
    return node.merges === true ? mergedPair(file, node, key) : undefined;
}
function mergedPair(file, map, key) {
    for (const { value } of map.pairs.filter(_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isMerge */ .F5)) {
        const merged = followed(file, value);
        for (const source of merged?.kind === "list" ? merged.items : [merged ?? null]) {
            const pair = pairIn(file, followed(file, source), key);
            if (pair !== undefined)
                return pair;
        }
    }
    return undefined;
}


/***/ }),

/***/ 5887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   W: () => (/* binding */ lineIndex)
/* harmony export */ });
/* harmony import */ var _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7928);

const LONGEST = 2 * 1024 * 1024;
const DISPUTED = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
function decode(bytes, file) {
    if (bytes.length > LONGEST)
        throw (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file} is too long for a saas file (at most ${LONGEST} bytes)`, { remedy: "Check which file is meant." });
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file} is not UTF-8`, { remedy: "Save it as UTF-8.", cause });
    }
    const problem = disputed(text, file);
    if (problem !== undefined)
        throw (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file}:${problem.line}: ${problem.what}`, { problems: [problem] });
    return text;
}
function disputed(text, file) {
    const at = text.search(DISPUTED);
    if (at === -1)
        return undefined;
    const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
    return { what: `the character ${name}, which YAML readers disagree about`, remedy: "Remove it or write it as an escape.", file, line: lineIndex(text)(at) };
}
function lineIndex(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return (offset) => {
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (starts[middle] <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   n6: () => (/* binding */ imageTagOf)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5279);

function readTarget(file, reached, around, problems) {
    const { template, path } = around;
    const wrong = (what, at = reached.at) => {
        problems.push({ what: `${path === "" ? "the target" : path} ${what}`, remedy: "Correct the file.", file: file.file, line: file.line(at) });
        return undefined;
    };
    if (reached.node?.kind !== "map")
        return wrong("is not a mapping");
    const elsewhere = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "$ref");
    if (elsewhere.node !== undefined)
        return referenced(file, reached, elsewhere, around, wrong);
    const ref = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "ref");
    const text = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(ref.node);
    if (ref.node === undefined)
        return wrong("has no ref");
    if (text === undefined || ref.node?.kind !== "scalar")
        return wrong("has a ref that is no text", ref.at);
    const namespace = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "namespace");
    const namespaceRef = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, namespace, "$ref").node);
    if (namespace.node !== undefined && namespaceRef === undefined)
        return wrong("has a namespace without $ref", namespace.at);
    const name = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "name");
    const nameText = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(name.node);
    if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isGiven */ .qR)(name.node) && nameText === undefined)
        return wrong("has a name that is no text", name.at);
    const place = { file: file.file, line: file.line(ref.at), path: path === "" ? "ref" : `${path}.ref` };
    const target = { ...facts(file, reached, around), template, ref: text, ...place, scalar: ref.node, obstacles: obstaclesOf(ref, ref.node, file) };
    if (namespaceRef !== undefined)
        target.namespace = namespaceRef;
    if (nameText !== undefined)
        target.name = nameText;
    return target;
}
function referenced(file, reached, to, around, wrong) {
    const targetFile = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(to.node);
    if (targetFile === undefined)
        return wrong("has a $ref that is no text", to.at);
    if (reached.node?.kind === "map" && reached.node.pairs.length > 1)
        return wrong("has other keys beside $ref");
    const place = { file: file.file, line: file.line(to.at), path: around.path };
    return { template: around.template, ref: undefined, ...place, targetFile, scalar: undefined, obstacles: [], ...facts(file, reached, around) };
}
function facts(file, reached, around) {
    const get = (key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, key).node;
    const promotion = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "promotion");
    return {
        auto: (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isOn */ .Mp)((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, promotion, "auto").node),
        upstream: (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isGiven */ .qR)(get("upstream")),
        images: (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isGiven */ .qR)(get("images")),
        deleted: (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isOn */ .Mp)(get("delete")),
        disabled: (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isOn */ .Mp)(get("disable")),
        deprecated: around.deprecated,
        imageTag: imageTagOf(file, reached) ?? around.imageTag,
        unsubscribed: promotion.node === undefined ? [] : unsubscribedIn(file, promotion),
    };
}
function unsubscribedIn(file, promotion) {
    const subscribed = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, promotion, "subscribe")).map(({ node }) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(node));
    const channels = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, promotion, "promotion_data")).map((data) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, data, "channel").node));
    return channels.filter((channel) => channel !== undefined && !subscribed.includes(channel));
}
function imageTagOf(file, owner) {
    return (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, owner, "parameters"), "IMAGE_TAG").node);
}
function obstaclesOf({ obstacles }, scalar, file) {
    const written = file.text.slice(scalar.start, scalar.end);
    const token = scalar.style === "plain" ? written : written.slice(1, -1);
    return token === (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(scalar) ? obstacles : [...obstacles, "it is not written on one line without escapes"];
}
function candidateOf({ template, namespace, name, ref, file, line, path, targetFile }) {
    const candidate = { template, ref, file, line, path };
    if (namespace !== undefined)
        candidate.namespace = namespace;
    if (name !== undefined)
        candidate.name = name;
    if (targetFile !== undefined)
        candidate.targetFile = targetFile;
    return candidate;
}


/***/ }),

/***/ 7515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ parsePlainYaml),
  m: () => (/* binding */ stopAt)
});

// EXTERNAL MODULE: ./packages/action-types/index.ts + 10 modules
var action_types = __webpack_require__(7928);
;// CONCATENATED MODULE: ./packages/plain-yaml/characters.ts
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const BAR = 0x7c;
const CLOSE_MAP = 0x7d;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
function table(characters) {
    const found = new Uint8Array(128);
    for (const character of characters)
        found[character.charCodeAt(0)] = 1;
    return found;
}
const KEY_START = table(`${LETTERS}_$`);
const WORD = table(`${LETTERS}${DIGITS}_$./-`);
const QUOTED_KEY = table(`${LETTERS}${DIGITS}_$./- `);
const INDICATOR = table(" !&*%@`|>[]{}#,?:\"'-");
const TEXT_START = table("ABCDGHIJKLMPQRSUVWXZabcdghijklmpqrsuvwxz/_$");
const MEANING_START = table("~=<yYnNtTfFoO");
const NUMBER_START = table(`${DIGITS}-+.eE`);

;// CONCATENATED MODULE: ./packages/plain-yaml/node.ts
const ELSE = Symbol("not in the small part of YAML");
function otherwise() {
    throw ELSE;
}
function unlessOtherwise(read) {
    try {
        return read();
    }
    catch (error) {
        if (error === ELSE)
            return undefined;
        throw error;
    }
}
const DEEPEST = 50;
const LONGEST_KEY = 500;

;// CONCATENATED MODULE: ./packages/plain-yaml/resolve.ts

function resolvePlain(text) {
    const first = text.charCodeAt(0);
    if (MEANING_START[first] === 1) {
        if (text.length > LONGEST_WORD)
            return text;
        const word = WORDS.get(text);
        return word === undefined && !DISPUTED.has(text) ? text : word;
    }
    if (NUMBER_START[first] !== 1 || !NUMBER_OR_DATE.test(text))
        return text;
    if (SIMPLE_NUMBER.test(text))
        return text === "-0" ? undefined : Number(text);
    return VERSION.test(text) ? text : undefined;
}
const LONGEST_WORD = "false".length;
const WORDS = new Map([
    ...["~", "null", "Null", "NULL"].map((text) => [text, null]),
    ...["true", "True", "TRUE"].map((text) => [text, true]),
    ...["false", "False", "FALSE"].map((text) => [text, false]),
]);
const DISPUTED = new Set([..."yYnN=", ...["yes", "no", "on", "off"].flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]), "<<"]);
const NUMBER_OR_DATE = /^(?:[-+]?[0-9_.:]*(?:[eE][-+]?[0-9][0-9_.]*)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/;
const SIMPLE_NUMBER = /^-?(?:0|[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6})$/;
const VERSION = /^[0-9]+\.[0-9]+\.[0-9.]*[0-9]$/;

;// CONCATENATED MODULE: ./packages/plain-yaml/scalar.ts



function scalarOf(style, start, end, text, value) {
    return { kind: "scalar", style, start, end, text, value };
}
function emptyAt(at) {
    return scalarOf("plain", at, at, "", null);
}
function wordAt(text, start, end) {
    const word = text.slice(start, end);
    const value = resolvePlain(word);
    return value === undefined ? otherwise() : scalarOf("plain", start, end, word, value);
}
function quotedAt(text, start, limit) {
    if (text.charCodeAt(start) === DOUBLE_QUOTE) {
        const close = text.indexOf('"', start + 1);
        if (close < 0 || close >= limit)
            return otherwise();
        const inside = text.slice(start + 1, close);
        return inside.includes("\\") ? otherwise() : scalarOf("double", start, close + 1, inside, inside);
    }
    let isDoubled = false;
    let close = text.indexOf("'", start + 1);
    while (close >= 0 && close + 1 < limit && text.charCodeAt(close + 1) === SINGLE_QUOTE) {
        isDoubled = true;
        close = text.indexOf("'", close + 2);
    }
    if (close < 0 || close >= limit)
        return otherwise();
    const written = text.slice(start + 1, close);
    const inside = isDoubled ? written.replaceAll("''", "'") : written;
    return scalarOf("single", start, close + 1, inside, inside);
}
function plainAt(text, start, lineEnd, hasColon) {
    const first = text.charCodeAt(start);
    const isText = TEXT_START[first] === 1;
    if (!isText && INDICATOR[first] === 1 && !(first === DASH && isPartOfWord(text, start + 1, lineEnd)))
        return otherwise();
    let content = text.slice(start, lineEnd);
    const hash = content.indexOf("#");
    const comment = hash < 0 ? -1 : content.indexOf(" #", hash - 1);
    if (comment >= 0)
        content = content.slice(0, comment);
    let length = content.length;
    while (content.charCodeAt(length - 1) === SPACE)
        length -= 1;
    if (length < content.length)
        content = content.slice(0, length);
    if (hasColon && (content.includes(": ") || content.endsWith(":")))
        return otherwise();
    const value = isText ? content : resolvePlain(content);
    return value === undefined ? otherwise() : scalarOf("plain", start, start + length, content, value);
}
function isPartOfWord(text, at, lineEnd) {
    const code = text.charCodeAt(at);
    return at < lineEnd && code !== SPACE && code !== DASH;
}
function endsAt(text, from, lineEnd) {
    let at = from;
    while (at < lineEnd && text.charCodeAt(at) === SPACE)
        at += 1;
    return at === lineEnd || (at > from && text.charCodeAt(at) === HASH);
}

;// CONCATENATED MODULE: ./packages/plain-yaml/flow.ts



class FlowReader {
    #text;
    #lineEnd;
    #open;
    #builder;
    #at;
    constructor(text, at, lineEnd, open, builder) {
        this.#text = text;
        this.#at = at;
        this.#lineEnd = lineEnd;
        this.#open = open;
        this.#builder = builder;
    }
    get end() {
        return this.#at;
    }
    collection(depth) {
        if (depth > DEEPEST)
            return otherwise();
        return this.#peek() === OPEN_MAP ? this.#map(depth) : this.#list(depth);
    }
    #map(depth) {
        const start = this.#at;
        const map = this.#open.openMap();
        for (let isOpen = this.#begins(CLOSE_MAP); isOpen; isOpen = this.#goesOn(CLOSE_MAP)) {
            const key = this.#scalar();
            const length = key.end - key.start;
            if (typeof key.value !== "string" || length > LONGEST_KEY || this.#peek() !== COLON)
                return otherwise();
            this.#at += 1;
            if (this.#peek() !== SPACE)
                return otherwise();
            this.#spaces();
            this.#open.addPair(map, key.value, this.#builder.scalar(key), this.#node(depth));
        }
        return this.#open.closeMap(map, start);
    }
    #list(depth) {
        const start = this.#at;
        const list = this.#open.openList();
        for (let isOpen = this.#begins(CLOSE_LIST); isOpen; isOpen = this.#goesOn(CLOSE_LIST))
            this.#open.addItem(this.#node(depth));
        return this.#open.closeList(list, start);
    }
    #node(depth) {
        const first = this.#peek();
        return first === OPEN_MAP || first === OPEN_LIST ? this.collection(depth + 1) : this.#builder.scalar(this.#scalar());
    }
    #scalar() {
        const start = this.#at;
        const first = this.#peek();
        if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
            const quoted = quotedAt(this.#text, start, this.#lineEnd);
            this.#at = quoted.end;
            return quoted;
        }
        if (first === DASH)
            return otherwise();
        while (WORD[this.#peek()] === 1)
            this.#at += 1;
        return this.#at === start ? otherwise() : wordAt(this.#text, start, this.#at);
    }
    #begins(close) {
        this.#at += 1;
        this.#spaces();
        return !this.#passes(close);
    }
    #goesOn(close) {
        this.#spaces();
        if (this.#passes(close))
            return false;
        if (!this.#passes(COMMA))
            return otherwise();
        this.#spaces();
        return true;
    }
    #passes(code) {
        const is = this.#peek() === code;
        if (is)
            this.#at += 1;
        return is;
    }
    #spaces() {
        while (this.#peek() === SPACE)
            this.#at += 1;
    }
    #peek() {
        return this.#at < this.#lineEnd ? this.#text.charCodeAt(this.#at) : 0;
    }
}

;// CONCATENATED MODULE: ./packages/plain-yaml/open-collections.ts

const FEW = 12;
class OpenCollections {
    #builder;
    #pairs = [];
    #names = [];
    #items = [];
    #sets = new Map();
    #pairsEnd = 0;
    #itemsEnd = 0;
    constructor(builder) {
        this.#builder = builder;
    }
    openMap() {
        return this.#pairsEnd;
    }
    openList() {
        return this.#itemsEnd;
    }
    addItem(item) {
        this.#items[this.#itemsEnd++] = item;
    }
    addPair(map, name, key, value) {
        if (this.#has(map, name))
            otherwise();
        this.#names[this.#pairsEnd] = name;
        this.#pairs[this.#pairsEnd++] = { key, value };
    }
    closeMap(map, start) {
        const pairs = this.#pairs.slice(map, this.#pairsEnd);
        this.#pairsEnd = map;
        if (pairs.length > FEW)
            this.#sets.delete(map);
        return this.#builder.map(start, pairs);
    }
    closeList(list, start) {
        const items = this.#items.slice(list, this.#itemsEnd);
        this.#itemsEnd = list;
        return this.#builder.list(start, items);
    }
    #has(map, name) {
        if (this.#pairsEnd - map > FEW)
            return this.#hasOfMany(map, name);
        for (let index = map; index < this.#pairsEnd; index += 1)
            if (this.#names[index] === name)
                return true;
        return false;
    }
    #hasOfMany(map, name) {
        let names = this.#sets.get(map);
        if (names === undefined) {
            names = new Set(this.#names.slice(map, this.#pairsEnd));
            this.#sets.set(map, names);
        }
        if (names.has(name))
            return true;
        names.add(name);
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/plain-yaml/block.ts





function readPlainYaml(text) {
    return buildPlainYaml(text, NODES);
}
function buildPlainYaml(text, builder) {
    if (UNUSUAL.test(text) || !text.isWellFormed())
        return undefined;
    return unlessOtherwise(() => new BlockReader(text, builder).document());
}
const NODES = {
    scalar: (scalar) => scalar,
    list: (start, items) => ({ kind: "list", start, items }),
    map: (start, pairs) => ({ kind: "map", start, pairs: pairs }),
};
const UNUSUAL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const SLOTS = 128;
class BlockReader {
    #text;
    #at = 0;
    #lineEnd = -1;
    #indent = -1;
    #builder;
    #open;
    #colonAt = -1;
    #name = "";
    #names = Array.from({ length: SLOTS }, () => "");
    constructor(text, builder) {
        this.#text = text;
        this.#builder = builder;
        this.#open = new OpenCollections(builder);
    }
    document() {
        this.#next();
        if (this.#indent === 0 && this.#text.slice(this.#at, this.#lineEnd) === "---")
            this.#next();
        if (this.#indent !== 0)
            return otherwise();
        const root = this.#block(0);
        return this.#indent < 0 ? root : otherwise();
    }
    #next() {
        const text = this.#text;
        for (let start = this.#lineEnd + 1; start < text.length; start = this.#lineEnd + 1) {
            const end = indexOrEnd(text, "\n", start);
            this.#lineEnd = end;
            let at = start;
            while (at < end && text.charCodeAt(at) === SPACE)
                at += 1;
            if (at === end || text.charCodeAt(at) === HASH)
                continue;
            this.#at = at;
            this.#indent = at - start;
            return;
        }
        this.#indent = -1;
    }
    #block(depth) {
        if (depth > DEEPEST)
            return otherwise();
        return this.#isItem() ? this.#list(depth) : this.#map(depth);
    }
    #isItem() {
        if (this.#text.charCodeAt(this.#at) !== DASH)
            return false;
        return this.#at + 1 === this.#lineEnd || this.#text.charCodeAt(this.#at + 1) === SPACE;
    }
    #list(depth) {
        const start = this.#at;
        const indent = this.#indent;
        const list = this.#open.openList();
        while (this.#indent === indent && this.#isItem())
            this.#open.addItem(this.#item(indent, depth));
        return this.#indent > indent ? otherwise() : this.#open.closeList(list, start);
    }
    #item(indent, depth) {
        const at = afterSpaces(this.#text, this.#at + 1, this.#lineEnd);
        if (at === this.#lineEnd || this.#text.charCodeAt(at) === HASH) {
            this.#next();
            return this.#indent > indent ? this.#block(depth + 1) : this.#builder.scalar(emptyAt(at));
        }
        if (this.#colon(at) < 0)
            return this.#inline(at, indent, depth);
        this.#indent += at - this.#at;
        this.#at = at;
        return depth < DEEPEST ? this.#map(depth + 1) : otherwise();
    }
    #map(depth) {
        const start = this.#at;
        const indent = this.#indent;
        const map = this.#open.openMap();
        while (this.#indent === indent && !this.#isItem()) {
            const colon = this.#colon(this.#at);
            if (colon < 0)
                return otherwise();
            const key = this.#key(colon);
            this.#open.addPair(map, key.text, this.#builder.scalar(key), this.#valueAfter(colon, indent, depth));
        }
        return this.#indent > indent ? otherwise() : this.#open.closeMap(map, start);
    }
    #valueAfter(colon, indent, depth) {
        const text = this.#text;
        let at = colon + 1;
        while (at < this.#lineEnd && text.charCodeAt(at) === SPACE)
            at += 1;
        if (at < this.#lineEnd && text.charCodeAt(at) !== HASH)
            return this.#inline(at, indent, depth);
        this.#next();
        return this.#indent > indent || (this.#indent === indent && this.#isItem()) ? this.#block(depth + 1) : this.#builder.scalar(emptyAt(at));
    }
    #colon(at) {
        const text = this.#text;
        if (this.#colonAt < at)
            this.#colonAt = indexOrEnd(text, ":", at);
        const colon = this.#colonAt;
        if (colon >= this.#lineEnd)
            return -1;
        const isFollowed = colon + 1 === this.#lineEnd || text.charCodeAt(colon + 1) === SPACE;
        const name = this.#names[slotOf(text, at, colon)];
        this.#name = name.length === colon - at && text.startsWith(name, at) ? name : "";
        return isFollowed && (this.#name !== "" || this.#keyEnd(at) === colon) ? colon : -1;
    }
    #keyEnd(at) {
        const text = this.#text;
        const first = text.charCodeAt(at);
        const isQuoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE;
        if (!isQuoted && KEY_START[first] !== 1)
            return -1;
        const characters = isQuoted ? QUOTED_KEY : WORD;
        let end = at + 1;
        while (end < this.#lineEnd && characters[text.charCodeAt(end)] === 1)
            end += 1;
        if (!isQuoted)
            return end;
        return text.charCodeAt(end) === first ? end + 1 : -1;
    }
    #key(colon) {
        const at = this.#at;
        if (this.#name !== "")
            return scalarOf("plain", at, colon, this.#name, this.#name);
        if (colon - at > LONGEST_KEY)
            return otherwise();
        if (KEY_START[this.#text.charCodeAt(at)] !== 1)
            return quotedAt(this.#text, at, colon);
        const key = wordAt(this.#text, at, colon);
        if (typeof key.value !== "string")
            return otherwise();
        this.#names[slotOf(this.#text, at, colon)] = key.text;
        return key;
    }
    #inline(at, indent, depth) {
        const node = this.#value(at, indent, depth);
        this.#next();
        return this.#indent > indent ? otherwise() : node;
    }
    #value(at, indent, depth) {
        const first = this.#text.charCodeAt(at);
        if (first !== OPEN_LIST && first !== OPEN_MAP)
            return this.#builder.scalar(this.#scalar(at, indent, first));
        const reader = new FlowReader(this.#text, at, this.#lineEnd, this.#open, this.#builder);
        const collection = reader.collection(depth + 1);
        return endsAt(this.#text, reader.end, this.#lineEnd) ? collection : otherwise();
    }
    #scalar(at, indent, first) {
        const text = this.#text;
        if (first === BAR)
            return this.#literal(at, indent);
        if (first !== DOUBLE_QUOTE && first !== SINGLE_QUOTE) {
            if (this.#colonAt < at)
                this.#colonAt = indexOrEnd(text, ":", at);
            return plainAt(text, at, this.#lineEnd, this.#colonAt < this.#lineEnd);
        }
        const quoted = quotedAt(text, at, this.#lineEnd);
        return endsAt(text, quoted.end, this.#lineEnd) ? quoted : otherwise();
    }
    #literal(start, indent) {
        const text = this.#text;
        const header = text.slice(start, this.#lineEnd);
        if (header !== "|" && header !== "|-")
            return otherwise();
        const lines = [];
        let column = -1;
        let [kept, end] = [0, 0];
        for (let from = this.#lineEnd + 1; from < text.length; from = this.#lineEnd + 1) {
            const to = indexOrEnd(text, "\n", from);
            const at = afterSpaces(text, from, to);
            if (to === text.length)
                return otherwise();
            if (at === to && at > from && at - from > column)
                return otherwise();
            if (column < 0 && at < to)
                column = at - from;
            if (at < to && at - from < column)
                break;
            if (column >= 0 && column <= indent)
                return otherwise();
            lines.push(at === to ? "" : text.slice(from + column, to));
            this.#lineEnd = to;
            if (at < to)
                [kept, end] = [lines.length, to + 1];
        }
        if (kept === 0)
            return otherwise();
        const content = lines.slice(0, kept).join("\n");
        return literal(start, end, header === "|" ? `${content}\n` : content);
    }
}
function literal(start, end, content) {
    return scalarOf("literal", start, end, content, content);
}
function indexOrEnd(text, character, from) {
    const index = text.indexOf(character, from);
    return index < 0 ? text.length : index;
}
function slotOf(text, at, end) {
    return ((end - at) * 37 + text.charCodeAt(at) * 5 + text.charCodeAt(end - 1)) & (SLOTS - 1);
}
function afterSpaces(text, from, limit) {
    let at = from;
    while (at < limit && text.charCodeAt(at) === SPACE)
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./packages/plain-yaml/index.ts


// EXTERNAL MODULE: ./packages/saas-file/source-text.ts
var source_text = __webpack_require__(5887);
;// CONCATENATED MODULE: ./packages/saas-file/yaml-file.ts



const NO_ALIASES = new Map();
function parsePlainYaml(bytes, file) {
    const text = (0,source_text/* decode */.D)(bytes, file);
    const nodes = [];
    const add = (node) => {
        nodes.push(node);
        return node;
    };
    const root = buildPlainYaml(text, {
        scalar: add,
        list: (start, items) => add({ kind: "list", start, items }),
        map: (start, pairs) => add({ kind: "map", start, pairs: pairs }),
    });
    if (root === undefined)
        return undefined;
    return { file, bytes, text, root, nodes: () => nodes, aliases: NO_ALIASES, line: (0,source_text/* lineIndex */.W)(text), reader: PLAIN_READER };
}
const LIST = { kind: "list", start: 0, items: [] };
const MAP = { kind: "map", start: 0, pairs: [] };
const PLAIN_READER = {
    reread(text, _, show) {
        const list = (_start, items) => (show(LIST, items.length), true);
        const map = (_start, pairs) => (show(MAP, pairs.length), true);
        return buildPlainYaml(text, { scalar: (scalar) => (show(scalar, 0), true), list, map }) ?? false;
    },
    disagreement(token, text) {
        const root = readPlainYaml(`- ${token}\n`);
        const item = root?.kind === "list" ? root.items[0] : undefined;
        return item?.kind === "scalar" && item.value === text ? undefined : "of some version";
    },
};
const MOST_NAMED = 20;
function stopAt(problems, message) {
    const [first] = problems;
    if (first === undefined)
        return;
    const where = first.line === undefined ? "" : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
    throw (0,action_types/* invalid */.Gq)(message + where, { remedy: first.remedy ?? "Correct the file.", problems: problems.slice(0, MOST_NAMED) });
}


/***/ })

};
;