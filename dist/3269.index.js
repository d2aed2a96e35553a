"use strict";
exports.id = 3269;
exports.ids = [3269,2989];
exports.modules = {

/***/ 4280:
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

/***/ 3269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSaasFile: () => (/* binding */ openSaasFile),
  k: () => (/* binding */ openTargetFile)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/reach.ts
var reach = __webpack_require__(8397);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/target.ts
var saas_file_target = __webpack_require__(1373);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/yaml-file.ts + 2 modules
var yaml_file = __webpack_require__(3119);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/interpret.ts




const SAAS_FILE = "app-sre/saas-file-2.yml";
const OLD_SAAS_FILE = "app-sre/saas-file-1.yml";
const TARGET_FILE = "app-sre/saas-file-target-1.yml";
function saasFileIn(source) {
    const { file } = source;
    const root = (0,reach/* rootOf */.I5)(source);
    const problems = [];
    const schema = schemaOf(source, root, [SAAS_FILE, OLD_SAAS_FILE], "a saas file", problems);
    (0,yaml_file/* stopAt */.mk)(problems, `${file} is not a saas file`);
    const around = { imageTag: (0,saas_file_target/* imageTagOf */.n6)(source, root), deprecated: (0,reach/* isOn */.Mp)((0,reach/* valueAt */.fK)(source, root, "deprecated").node) };
    const list = (0,reach/* valueAt */.fK)(source, root, "resourceTemplates");
    if (list.node?.kind !== "list")
        problems.push({
            what: "resourceTemplates is not a list",
            remedy: "Correct the file.",
            file,
            line: source.line(list.at),
        });
    const read = (0,reach/* itemsOf */.S3)(source, list).flatMap((reached, index) => readTemplate(source, reached, `resourceTemplates[${index}]`, around, problems));
    const templates = read.map(({ template }) => template);
    problems.push(...repeated(templates, file));
    (0,yaml_file/* stopAt */.mk)(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), `${file} is not a valid saas file`);
    const targets = read.flatMap((template) => template.targets);
    return {
        file,
        name: (0,reach/* textOf */.b6)((0,reach/* valueAt */.fK)(source, root, "name").node),
        deprecated: around.deprecated,
        templates,
        candidates: targets.map(saas_file_target/* candidateOf */.RH),
        warnings: schema === OLD_SAAS_FILE ? [`${file} has the schema /${OLD_SAAS_FILE}, which app-interface no longer has`] : [],
        source,
        targets,
        hashLength: (name) => templates.find((template) => template.name === name)?.hashLength,
    };
}
function targetIn(source, around) {
    const { file } = source;
    const root = (0,reach/* rootOf */.I5)(source);
    const problems = [];
    schemaOf(source, root, [TARGET_FILE], "a target file", problems);
    (0,yaml_file/* stopAt */.mk)(problems, `${file} is not a target file`);
    const { template = "", imageTag, deprecated = false, targetFile } = around ?? {};
    const target = (0,saas_file_target/* readTarget */._E)(source, root, { template, path: "", imageTag, deprecated }, problems);
    if (target?.targetFile !== undefined) {
        problems.push({
            what: "a target file refers to another file",
            remedy: "Write its ref and namespace here.",
            file,
            line: target.line,
        });
    }
    (0,yaml_file/* stopAt */.mk)(problems, `${file} is not a valid target file`);
    if (target === undefined)
        throw new Error("a target without problems was not read");
    return { source, target: targetFile === undefined ? target : { ...target, targetFile } };
}
function schemaOf(source, root, known, kind, problems) {
    const schema = (0,reach/* valueAt */.fK)(source, root, "$schema");
    const name = (0,reach/* textOf */.b6)(schema.node)?.replace(/^\//, "");
    if (name !== undefined && known.includes(name))
        return name;
    const found = name === undefined ? "missing" : `/${(0,packages_text/* shorten */.ml)(name, 80)}`;
    const what = root.node?.kind === "map" ? `$schema is ${found}; ${kind} has /${known[0]}` : "the file is not a mapping";
    problems.push({ what, remedy: "Check which file is meant.", file: source.file, line: source.line(schema.at) });
    return undefined;
}
function readTemplate(source, reached, path, file, problems) {
    const before = problems.length;
    const get = (key) => (0,reach/* valueAt */.fK)(source, reached, key);
    const wrong = (what, at = reached.at) => {
        problems.push({ what: `${path} ${what}`, remedy: "Correct the file.", file: source.file, line: source.line(at) });
    };
    const [name, url, location] = ["name", "url", "path"].map((key) => (0,reach/* textOf */.b6)(get(key).node));
    const [length, list] = [get("hash_length"), get("targets")];
    const hashLength = wholeNumber((0,reach/* textOf */.b6)(length.node));
    if (reached.node?.kind !== "map")
        wrong("is not a mapping");
    else if (name === undefined)
        wrong("has no name", get("name").at);
    else if (list.node?.kind !== "list")
        wrong("has no list of targets", list.at);
    if ((0,reach/* isGiven */.qR)(length.node) && hashLength === undefined)
        wrong("has a hash_length that is not a number from 1 to 40", length.at);
    const around = { ...file, template: name ?? "", imageTag: (0,saas_file_target/* imageTagOf */.n6)(source, reached) ?? file.imageTag };
    const targets = (0,reach/* itemsOf */.S3)(source, list).flatMap((item, index) => (0,saas_file_target/* readTarget */._E)(source, item, { ...around, path: `${path}.targets[${index}]` }, problems) ?? []);
    if (problems.length > before || name === undefined)
        return [];
    const known = {
        name,
        line: source.line(reached.at),
        ...(url === undefined ? {} : { url }),
        ...(location === undefined ? {} : { path: location }),
    };
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

;// CONCATENATED MODULE: ./packages/app-interface/saas-file/open.ts


function openSaasFile(bytes, file) {
    return saasFileIn((0,yaml_file/* parseYaml */.hN)(bytes, file));
}
function openTargetFile(bytes, file, around) {
    return targetIn((0,yaml_file/* parseYaml */.hN)(bytes, file), around);
}


/***/ }),

/***/ 8397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Mp: () => (/* binding */ isOn),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   qR: () => (/* binding */ isGiven)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4280);

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
    if (node === written &&
        node?.anchor === undefined &&
        node?.tag === undefined &&
        !(node?.kind === "map" && node.merges === true))
        return { node, at, obstacles };
    const found = [];
    if (written?.kind === "alias")
        found.push(`the alias *${written.name} on line ${file.line(at)} refers to text elsewhere`);
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

/***/ 6061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   W: () => (/* binding */ lineIndex)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

const LONGEST = 2 * 1024 * 1024;
const DISPUTED = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
function decode(bytes, file) {
    if (bytes.length > LONGEST)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file} is too long for a saas file (at most ${LONGEST} bytes)`, {
            remedy: "Check which file is meant.",
        });
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file} is not UTF-8`, { remedy: "Save it as UTF-8.", cause });
    }
    const problem = disputed(text, file);
    if (problem !== undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${file}:${problem.line}: ${problem.what}`, { problems: [problem] });
    return text;
}
function disputed(text, file) {
    const at = text.search(DISPUTED);
    if (at === -1)
        return undefined;
    const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
    return {
        what: `the character ${name}, which YAML readers disagree about`,
        remedy: "Remove it or write it as an escape.",
        file,
        line: lineIndex(text)(at),
    };
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

/***/ 1373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   n6: () => (/* binding */ imageTagOf)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8397);

function readTarget(file, reached, around, problems) {
    const { template, path } = around;
    const wrong = (what, at = reached.at) => {
        problems.push({
            what: `${path === "" ? "the target" : path} ${what}`,
            remedy: "Correct the file.",
            file: file.file,
            line: file.line(at),
        });
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
        return wrong("has a ref that is not a string", ref.at);
    const namespace = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "namespace");
    const namespaceRef = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, namespace, "$ref").node);
    if (namespace.node !== undefined && namespaceRef === undefined)
        return wrong("has a namespace without $ref", namespace.at);
    const name = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(file, reached, "name");
    const nameText = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(name.node);
    if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .isGiven */ .qR)(name.node) && nameText === undefined)
        return wrong("has a name that is not a string", name.at);
    const place = { file: file.file, line: file.line(ref.at), path: path === "" ? "ref" : `${path}.ref` };
    const target = {
        ...facts(file, reached, around),
        template,
        ref: text,
        ...place,
        scalar: ref.node,
        obstacles: obstaclesOf(ref, ref.node, file),
    };
    if (namespaceRef !== undefined)
        target.namespace = namespaceRef;
    if (nameText !== undefined)
        target.name = nameText;
    return target;
}
function referenced(file, reached, to, around, wrong) {
    const targetFile = (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(to.node);
    if (targetFile === undefined)
        return wrong("has a $ref that is not a string", to.at);
    if (reached.node?.kind === "map" && reached.node.pairs.length > 1)
        return wrong("has other keys next to $ref");
    const place = { file: file.file, line: file.line(to.at), path: around.path };
    return {
        template: around.template,
        ref: undefined,
        ...place,
        targetFile,
        scalar: undefined,
        obstacles: [],
        ...facts(file, reached, around),
    };
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

/***/ 3119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fn: () => (/* binding */ disagreement),
  Nh: () => (/* binding */ nodesOf),
  hN: () => (/* binding */ parseYaml),
  mk: () => (/* binding */ stopAt)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/yaml/index.ts + 4 modules
var yaml = __webpack_require__(2989);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/node.ts
var saas_file_node = __webpack_require__(4280);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/library-nodes.ts


function nodeOf(node) {
    if ((0,yaml.isAlias)(node))
        return { kind: "alias", ...place(node), name: node.source };
    if ((0,yaml.isScalar)(node))
        return scalarOf(node);
    if ((0,yaml.isMap)(node)) {
        const pairs = node.items.map(pairOf);
        return { kind: "map", ...place(node), pairs, merges: pairs.some(saas_file_node/* isMerge */.F5) };
    }
    if ((0,yaml.isSeq)(node))
        return {
            kind: "list",
            ...place(node),
            items: node.items.map((item) => ((0,yaml.isPair)(item) ? mapOf(item) : nodeOf(item))),
        };
    return null;
}
const STYLES = {
    PLAIN: "plain",
    QUOTE_SINGLE: "single",
    QUOTE_DOUBLE: "double",
    BLOCK_LITERAL: "literal",
    BLOCK_FOLDED: "folded",
};
function scalarOf(node) {
    const text = typeof node.value === "string" ? node.value : (node.source ?? "");
    return {
        kind: "scalar",
        style: STYLES[node.type ?? ""] ?? "plain",
        ...place(node),
        end: node.range?.[1] ?? 0,
        text,
        value: node.value,
    };
}
function pairOf({ key, value }) {
    return { key: nodeOf(key), value: nodeOf(value) };
}
function mapOf(pair) {
    const only = pairOf(pair);
    return { kind: "map", start: only.key?.start ?? 0, pairs: [only] };
}
function place(node) {
    const anchor = "anchor" in node ? node.anchor : undefined;
    return {
        start: node.range?.[0] ?? 0,
        ...(anchor !== undefined && { anchor }),
        ...(node.tag !== undefined && { tag: node.tag }),
    };
}

// EXTERNAL MODULE: ./packages/app-interface/saas-file/source-text.ts
var source_text = __webpack_require__(6061);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/survey.ts

const MOST_NODES = 1_000_000;
function survey(root, file, line) {
    const aliases = new Map();
    const anchors = new Map();
    const sizes = new Map();
    const problems = [];
    const report = (node, what, remedy) => void problems.push({ what, remedy, file, line: line(node.start) });
    const total = sizeOf(root);
    if (total > MOST_NODES && problems.length === 0) {
        problems.push({
            what: `its aliases stand for more than ${MOST_NODES} values`,
            remedy: "Write fewer aliases of aliases.",
            file,
            line: 1,
        });
    }
    return { aliases, problems };
    function sizeOf(node) {
        if (node === null)
            return 1;
        if (node.kind === "alias")
            return aliasSize(node);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        let size = 1;
        if (node.kind === "list")
            for (const item of node.items)
                size += sizeOf(item);
        if (node.kind === "map") {
            compareKeys(node.pairs.map(({ key }) => key));
            for (const { key, value } of node.pairs)
                size += sizeOf(key) + sizeOf(value);
        }
        if (node.anchor !== undefined)
            sizes.set(node, size);
        return size;
    }
    function aliasSize(alias) {
        const node = anchors.get(alias.name);
        const size = sizes.get(node);
        if (node === undefined)
            report(alias, `the alias *${alias.name} has no anchor before it`, "Correct the alias.");
        else if (size === undefined)
            report(alias, `the alias *${alias.name} is inside the value that it refers to`, "Write the value out.");
        else
            aliases.set(alias, node);
        return size ?? 1;
    }
    function compareKeys(keys) {
        const seen = new Set();
        for (const key of keys) {
            const node = key?.kind === "alias" ? anchors.get(key.name) : key;
            if (key === null || node?.kind !== "scalar")
                continue;
            const name = `${typeof node.value} ${String(node.value)}`;
            const shown = (0,packages_text/* quote */.hD)(String(node.value));
            if (seen.has(name))
                report(key, `the key ${shown} is given twice`, "Remove one; readers disagree about which one counts.");
            seen.add(name);
        }
    }
}

;// CONCATENATED MODULE: ./packages/app-interface/saas-file/yaml-file.ts






const DEEPEST = 64;
function parseYaml(bytes, file) {
    const text = (0,source_text/* decode */.D)(bytes, file);
    const line = (0,source_text/* lineIndex */.W)(text);
    const root = rootOf(text, file);
    const { aliases, problems } = survey(root, file, line);
    stopAt(problems, `${file} cannot be read safely`);
    return { file, bytes, text, root, aliases, line };
}
function nodesOf(text, file) {
    return (0,saas_file_node/* inOrder */.al)(rootOf(text, file));
}
function disagreement(token, text) {
    return ["1.1", "1.2"].find((version) => (0,yaml.parse)(token, { version }) !== text);
}
function rootOf(text, file) {
    const line = (0,source_text/* lineIndex */.W)(text);
    const { contents, errors } = compose(text, file, line);
    const problems = errors.map(({ message, pos }) => ({
        what: message,
        remedy: "Correct the YAML.",
        file,
        line: line(pos[0]),
    }));
    stopAt(problems, `${file} is not valid YAML`);
    return nodeOf(contents);
}
function compose(text, file, line) {
    const document = (0,yaml.parseDocument)(text, {
        version: "1.2",
        schema: "core",
        uniqueKeys: false,
        merge: false,
        logLevel: "silent",
        deepest: DEEPEST,
    });
    const stop = (what, remedy, offset) => {
        const at = line(offset);
        return (0,action/* invalid */.Gq)(`${file}:${at}: ${what}`, { remedy, problems: [{ what, file, line: at }] });
    };
    for (const { code, message, pos } of document.errors) {
        if (code === "MULTIPLE_DOCS")
            throw stop("a second YAML document begins here", "A file of app-interface has one document.", pos[0]);
        if ((0,yaml.isTooDeep)({ code }))
            throw stop(message, "Correct the file.", pos[0]);
    }
    return document;
}
const MOST_NAMED = 20;
function stopAt(problems, message) {
    const [first] = problems;
    if (first === undefined)
        return;
    const where = first.line === undefined
        ? ""
        : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
    throw (0,action/* invalid */.Gq)(message + where, {
        remedy: first.remedy ?? "Correct the file.",
        problems: problems.slice(0, MOST_NAMED),
    });
}


/***/ }),

/***/ 2989:
/***/ (require("./2989.module.js")),

/***/ 8399:
/***/ (require("./8399.module.js"))

};
;