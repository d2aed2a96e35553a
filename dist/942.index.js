"use strict";
exports.id = 942;
exports.ids = [942,810];
exports.modules = {

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
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3748);


const MERGE = "<<";
function rootOf(file) {
    return arrive(file, file.root, { at: 0, obstacles: [] });
}
function valueAt(file, from, key) {
    const pair = pairIn(file, from.node, key);
    if (pair === undefined)
        return { node: undefined, at: from.at, obstacles: from.obstacles };
    return arrive(file, pair.value, { at: (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(pair.value ?? pair.key) || from.at, obstacles: from.obstacles });
}
function itemsOf(file, from) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(from.node))
        return [];
    return from.node.items.map((item) => arrive(file, item, { at: (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(item) || from.at, obstacles: from.obstacles }));
}
function textOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node))
        return undefined;
    const text = typeof node.value === "string" ? node.value : (node.source ?? "");
    return text === "" && node.type === "PLAIN" ? undefined : text;
}
function isOn(node) {
    if (node === undefined || node === null)
        return false;
    return !((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) && node.type === "PLAIN" && /^(?:false|no|off|null|~|)$/i.test(node.source ?? ""));
}
function isGiven(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node))
        return node.items.length > 0;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) && node.value !== null && node.value !== "";
}
function arrive(file, written, { at, obstacles }) {
    const found = [];
    const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(written) ? file.aliases.get(written) : written;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(written))
        found.push(`the alias *${written.source} on line ${file.line(at)} stands for text elsewhere`);
    const anchor = (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .anchorOf */ .dI)(node);
    if (anchor !== undefined)
        found.push(`the anchor &${anchor} on line ${file.line((0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(node))} shares it with its aliases`);
    if (node?.tag !== undefined)
        found.push(`the tag on line ${file.line((0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(node))} changes how it is read`);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node) && mergesOf(node).length > 0)
        found.push(`the merge key << after line ${file.line((0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetOf */ .b4)(node))} brings in text from elsewhere`);
    return { node, at, obstacles: found.length === 0 ? obstacles : [...obstacles, ...found] };
}
function pairIn(file, node, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node))
        return undefined;
    const own = node.items.find((item) => keyOf(file, item.key) === key);
    if (own !== undefined)
        return own;
    for (const { value } of mergesOf(node)) {
        const merged = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(value) ? file.aliases.get(value) : value;
        for (const source of (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(merged) ? merged.items : [merged]) {
            const pair = pairIn(file, (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(source) ? file.aliases.get(source) : source, key);
            if (pair !== undefined)
                return pair;
        }
    }
    return undefined;
}
function keyOf(file, key) {
    return textOf((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(key) ? file.aliases.get(key) : key);
}
function mergesOf(node) {
    return node.items.filter(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) && key.type === "PLAIN" && key.source === MERGE);
}


/***/ }),

/***/ 3810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseTargetFile),
/* harmony export */   parseSaasFile: () => (/* binding */ parseSaasFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5279);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5347);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9487);




const SAAS_FILE = "app-sre/saas-file-2.yml";
const OLD_SAAS_FILE = "app-sre/saas-file-1.yml";
const TARGET_FILE = "app-sre/saas-file-target-1.yml";
function parseSaasFile(bytes, file) {
    const source = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYaml */ .hN)(bytes, file);
    const root = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOf */ .I5)(source);
    const problems = [];
    const schema = schemaOf(source, root, [SAAS_FILE, OLD_SAAS_FILE], "a saas file", problems);
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .stopAt */ .mk)(problems, `${file} is not a saas file`);
    const around = { imageTag: (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .imageTagOf */ .n6)(source, root), deprecated: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(source, root, "deprecated").node) };
    const list = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(source, root, "resourceTemplates");
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(list.node))
        problems.push({ what: "resourceTemplates is not a list", remedy: "Correct the file.", file, line: source.line(list.at) });
    const read = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(source, list).flatMap((reached, index) => readTemplate(source, reached, `resourceTemplates[${index}]`, around, problems));
    const templates = read.map(({ template }) => template);
    problems.push(...repeated(templates, file));
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .stopAt */ .mk)(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), `${file} is not a valid saas file`);
    const targets = read.flatMap((template) => template.targets);
    return {
        file,
        name: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(source, root, "name").node),
        deprecated: around.deprecated,
        templates,
        candidates: targets.map(_target_js__WEBPACK_IMPORTED_MODULE_2__/* .candidateOf */ .RH),
        warnings: schema === OLD_SAAS_FILE ? [`${file} has the schema /${OLD_SAAS_FILE}, which app-interface no longer knows`] : [],
        source,
        targets,
        hashLength: (name) => templates.find((template) => template.name === name)?.hashLength,
    };
}
function parseTargetFile(bytes, file, around) {
    const source = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseYaml */ .hN)(bytes, file);
    const root = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOf */ .I5)(source);
    const problems = [];
    schemaOf(source, root, [TARGET_FILE], "a target file", problems);
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .stopAt */ .mk)(problems, `${file} is not a target file`);
    const { template = "", imageTag, deprecated = false, targetFile } = around ?? {};
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readTarget */ ._E)(source, root, { template, path: "", imageTag, deprecated }, problems);
    if (target?.targetFile !== undefined) {
        problems.push({ what: "a target file refers to another file", remedy: "Write its ref and namespace here.", file, line: target.line });
    }
    (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .stopAt */ .mk)(problems, `${file} is not a valid target file`);
    if (target === undefined)
        throw new Error("a target without problems was not read");
    return { source, target: targetFile === undefined ? target : { ...target, targetFile } };
}
function schemaOf(source, root, known, kind, problems) {
    const schema = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(source, root, "$schema");
    const name = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(schema.node)?.replace(/^\//, "");
    if (name !== undefined && known.includes(name))
        return name;
    const found = name === undefined ? "missing" : `/${name.slice(0, 80)}`;
    const what = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(root.node) ? `$schema is ${found}; ${kind} has /${known[0]}` : "the file is not a mapping";
    problems.push({ what, remedy: "Check which file is meant.", file: source.file, line: source.line(schema.at) });
    return undefined;
}
function readTemplate(source, reached, path, file, problems) {
    const before = problems.length;
    const get = (key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(source, reached, key);
    const wrong = (what, at = reached.at) => {
        problems.push({ what: `${path} ${what}`, remedy: "Correct the file.", file: source.file, line: source.line(at) });
    };
    const [name, url, location] = ["name", "url", "path"].map((key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(get(key).node));
    const [length, list] = [get("hash_length"), get("targets")];
    const hashLength = wholeNumber((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(length.node));
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(reached.node))
        wrong("is not a mapping");
    else if (name === undefined)
        wrong("has no name", get("name").at);
    else if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(list.node))
        wrong("has no list of targets", list.at);
    if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(length.node) && hashLength === undefined)
        wrong("has a hash_length that is no number from 1 to 40", length.at);
    const around = { ...file, template: name ?? "", imageTag: (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .imageTagOf */ .n6)(source, reached) ?? file.imageTag };
    const targets = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(source, list).flatMap((item, index) => (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .readTarget */ ._E)(source, item, { ...around, path: `${path}.targets[${index}]` }, problems) ?? []);
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

/***/ 942:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ select),
/* harmony export */   filesInQuestion: () => (/* binding */ filesInQuestion),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(372);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1008);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3810);



function filesInQuestion(file, selectors) {
    const templates = new Set(selectors.map(({ template }) => template));
    const files = file.candidates.flatMap(({ template, targetFile }) => (targetFile !== undefined && templates.has(template) ? [targetFile] : []));
    return [...new Set(files)];
}
function select(file, selectors, options) {
    const { targets, sources } = withTargetFiles(file, selectors, options);
    const chosen = new Set();
    const skipped = [];
    const problems = [];
    for (const selector of selectors) {
        const found = targets.filter((target) => matches(target, selector));
        const [only] = found;
        if (found.length === 1 && only !== undefined)
            chosen.add(only);
        else if (found.length === 0 && selector.optional === true)
            skipped.push(selector);
        else
            problems.push(...miss(file, selector, found, targets));
    }
    problems.push(...shared(targets, chosen));
    return { targets: targets.filter((target) => chosen.has(target)), skipped, problems, sources };
}
function matches(target, { template, namespace, name }) {
    return target.template === template && (namespace === undefined || target.namespace === namespace) && (name === undefined || target.name === name);
}
function withTargetFiles(file, selectors, { targetFiles }) {
    const needed = filesInQuestion(file, selectors);
    const unread = needed.filter((name) => targetFiles?.has(name) !== true);
    if (unread.length > 0) {
        throw (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${file.file}: which targets are meant depends on files that were not read: ${unread.join(", ")}`, {
            remedy: "Check that these files exist.",
            problems: file.candidates.filter(({ targetFile = "" }) => unread.includes(targetFile)).map((target) => listed(target)),
        });
    }
    const sources = new Map();
    const targets = file.targets.map((candidate) => {
        const { targetFile } = candidate;
        const content = targetFile === undefined || !needed.includes(targetFile) ? undefined : targetFiles?.get(targetFile);
        if (targetFile === undefined || content === undefined)
            return candidate;
        const { source, target } = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargetFile */ .Z)(content.bytes, content.file, candidate);
        sources.set(targetFile, sources.get(targetFile) ?? source);
        return target;
    });
    return { targets, sources };
}
function shared(targets, chosen) {
    const others = targets.filter((target) => !chosen.has(target) && target.targetFile !== undefined);
    return [...chosen].flatMap((target) => {
        const other = target.targetFile === undefined ? undefined : others.find(({ targetFile }) => targetFile === target.targetFile);
        if (other === undefined)
            return [];
        const what = `${describe(target)} shares its file with ${describe(other)}, which is not selected`;
        return [{ what, remedy: "Select both or give each a file.", file: target.file, line: target.line }];
    });
}
const MOST_LISTED = 20;
function miss(file, selector, found, targets) {
    const inTemplate = targets.filter(({ template }) => template === selector.template);
    const several = found.length > 1;
    const candidates = several ? found : inTemplate.length > 0 ? inTemplate : targets;
    const what = `${several ? `${found.length} targets match` : "no target matches"} ${wanted(selector)}`;
    const remedy = several ? "Give the target's namespace and name as well." : "Select one of the targets that the file has.";
    const left = candidates.length - MOST_LISTED;
    const more = left > 0 ? [{ what: `and ${left} more targets`, file: file.file }] : [];
    return [{ what, remedy, file: file.file }, ...candidates.slice(0, MOST_LISTED).map((target) => listed(target)), ...more];
}
function wanted({ template, namespace, name }) {
    const parts = [`template ${quoted(template)}`];
    if (namespace !== undefined)
        parts.push(`namespace ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(namespace, 200)}`);
    if (name !== undefined)
        parts.push(`name ${quoted(name)}`);
    return parts.join(", ");
}
function listed(target) {
    const ref = target.ref === undefined ? `in ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(target.targetFile ?? "another file", 200)}` : `ref ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(target.ref, 80)}`;
    return { what: `a candidate: ${describe(target)}, ${ref}`, file: target.file, line: target.line };
}
function describe(target) {
    return `${target.template === "" ? "the target" : wanted(target)} (${target.path})`;
}
function quoted(text) {
    return JSON.stringify((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(text, 80));
}


/***/ }),

/***/ 3748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   dI: () => (/* binding */ anchorOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const MOST_NODES = 1_000_000;
function survey(root, file, line) {
    const aliases = new Map();
    const anchors = new Map();
    const sizes = new Map();
    const problems = [];
    const report = (node, what, remedy) => void problems.push({ what, remedy, file, line: line(offsetOf(node)) });
    const total = sizeOf(root);
    if (total > MOST_NODES && problems.length === 0) {
        problems.push({ what: `its aliases stand for more than ${MOST_NODES} values`, remedy: "Write fewer aliases of aliases.", file, line: 1 });
    }
    return { aliases, problems };
    function sizeOf(node) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(node))
            return aliasSize(node);
        const anchor = anchorOf(node);
        if (anchor !== undefined)
            anchors.set(anchor, node);
        let size = 1;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(node))
            for (const item of node.items)
                size += (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isPair)(item) ? sizeOf(item.key) + sizeOf(item.value) : sizeOf(item);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node)) {
            compareKeys(node.items.map(({ key }) => key));
            for (const { key, value } of node.items)
                size += sizeOf(key) + sizeOf(value);
        }
        if (anchor !== undefined)
            sizes.set(node, size);
        return size;
    }
    function aliasSize(alias) {
        const node = anchors.get(alias.source);
        const size = sizes.get(node);
        if (node === undefined)
            report(alias, `the alias *${alias.source} has no anchor before it`, "Correct the alias.");
        else if (size === undefined)
            report(alias, `the alias *${alias.source} stands inside what it stands for`, "Write the value out.");
        else
            aliases.set(alias, node);
        return size ?? 1;
    }
    function compareKeys(keys) {
        const seen = new Set();
        for (const key of keys) {
            const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(key) ? anchors.get(key.source) : key;
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node))
                continue;
            const name = `${typeof node.value} ${String(node.value)}`;
            const shown = JSON.stringify(String(node.value).slice(0, 80));
            if (seen.has(name))
                report(key, `the key ${shown} is given twice`, "Remove one; readers disagree about which one counts.");
            seen.add(name);
        }
    }
}
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
function anchorOf(node) {
    return node?.anchor;
}


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   n6: () => (/* binding */ imageTagOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5279);


function readTarget(file, reached, around, problems) {
    const { template, path } = around;
    const wrong = (what, at = reached.at) => {
        problems.push({ what: `${path === "" ? "the target" : path} ${what}`, remedy: "Correct the file.", file: file.file, line: file.line(at) });
        return undefined;
    };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(reached.node))
        return wrong("is not a mapping");
    const elsewhere = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, "$ref");
    if (elsewhere.node !== undefined)
        return referenced(file, reached, elsewhere, around, wrong);
    const ref = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, "ref");
    const text = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(ref.node);
    if (ref.node === undefined)
        return wrong("has no ref");
    if (text === undefined)
        return wrong("has a ref that is no text", ref.at);
    const namespace = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, "namespace");
    const namespaceRef = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, namespace, "$ref").node);
    if (namespace.node !== undefined && namespaceRef === undefined)
        return wrong("has a namespace without $ref", namespace.at);
    const name = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, "name");
    const nameText = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(name.node);
    if ((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(name.node) && nameText === undefined)
        return wrong("has a name that is no text", name.at);
    return {
        template,
        ...(namespaceRef === undefined ? {} : { namespace: namespaceRef }),
        ...(nameText === undefined ? {} : { name: nameText }),
        ref: text,
        file: file.file,
        line: file.line(ref.at),
        path: path === "" ? "ref" : `${path}.ref`,
        scalar: ref.node,
        obstacles: [...ref.obstacles, ...formOf(ref.node, file)],
        ...facts(file, reached, around),
    };
}
function referenced(file, reached, to, around, wrong) {
    const targetFile = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(to.node);
    if (targetFile === undefined)
        return wrong("has a $ref that is no text", to.at);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(reached.node) && reached.node.items.length > 1)
        return wrong("has other keys beside $ref");
    const place = { file: file.file, line: file.line(to.at), path: around.path };
    return { template: around.template, ref: undefined, ...place, targetFile, scalar: undefined, obstacles: [], ...facts(file, reached, around) };
}
function facts(file, reached, around) {
    const get = (key) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, key).node;
    const promotion = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, reached, "promotion");
    const subscribed = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, promotion, "subscribe")).map(({ node }) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(node));
    const channels = (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, promotion, "promotion_data")).map((data) => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, data, "channel").node));
    return {
        auto: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, promotion, "auto").node),
        upstream: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(get("upstream")),
        images: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(get("images")),
        deleted: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)(get("delete")),
        disabled: (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)(get("disable")),
        deprecated: around.deprecated,
        imageTag: imageTagOf(file, reached) ?? around.imageTag,
        unsubscribed: channels.filter((channel) => channel !== undefined && !subscribed.includes(channel)),
    };
}
function imageTagOf(file, owner) {
    return (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, owner, "parameters"), "IMAGE_TAG").node);
}
function formOf(scalar, file) {
    const [start, end] = scalar.range;
    const written = file.text.slice(start, end);
    const token = scalar.type === "PLAIN" ? written : written.slice(1, -1);
    return token === (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(scalar) ? [] : ["it is not written on one line without escapes"];
}
function candidateOf({ template, namespace, name, ref, file, line, path, targetFile }) {
    return {
        template,
        ...(namespace === undefined ? {} : { namespace }),
        ...(name === undefined ? {} : { name }),
        ref,
        file,
        line,
        path,
        ...(targetFile === undefined ? {} : { targetFile }),
    };
}


/***/ }),

/***/ 9487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hN: () => (/* binding */ parseYaml),
  gM: () => (/* binding */ readYaml),
  mk: () => (/* binding */ stopAt)
});

// EXTERNAL MODULE: ./packages/action-types/index.ts + 7 modules
var action_types = __webpack_require__(372);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/saas-file/source-text.ts

const LONGEST = 2 * 1024 * 1024;
const DISPUTED = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
function decode(bytes, file) {
    if (bytes.length > LONGEST)
        throw (0,action_types/* invalid */.Gq)(`${file} is too long for a saas file (at most ${LONGEST} bytes)`, { remedy: "Check which file is meant." });
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,action_types/* invalid */.Gq)(`${file} is not UTF-8`, { remedy: "Save it as UTF-8.", cause });
    }
    const problem = disputed(text, file);
    if (problem !== undefined)
        throw (0,action_types/* invalid */.Gq)(`${file}:${problem.line}: ${problem.what}`, { problems: [problem] });
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

// EXTERNAL MODULE: ./packages/saas-file/survey.ts
var survey = __webpack_require__(3748);
;// CONCATENATED MODULE: ./packages/saas-file/yaml-file.ts




const DEEPEST = 64;
const MOST_NAMED = 20;
function parseYaml(bytes, file) {
    const { text, root, line } = readYaml(bytes, file);
    const { aliases, problems } = (0,survey/* survey */.Fr)(root, file, line);
    stopAt(problems, `${file} cannot be read safely`);
    return { file, bytes, text, root, aliases, line };
}
function readYaml(bytes, file) {
    const text = decode(bytes, file);
    const line = lineIndex(text);
    const { contents, errors } = compose(text, file, line);
    const problems = errors.map(({ message, pos }) => ({ what: message, remedy: "Correct the YAML.", file, line: line(pos[0]) }));
    stopAt(problems, `${file} is not valid YAML`);
    return { text, root: contents, line };
}
function stopAt(problems, message) {
    const [first] = problems;
    if (first === undefined)
        return;
    const where = first.line === undefined ? "" : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
    throw (0,action_types/* invalid */.Gq)(message + where, { remedy: first.remedy ?? "Correct the file.", problems: problems.slice(0, MOST_NAMED) });
}
function compose(text, file, line) {
    const composer = new dist.Composer({ version: "1.2", schema: "core", uniqueKeys: false, merge: false, prettyErrors: false, logLevel: "silent" });
    let only;
    for (const document of composer.compose(tokens(text, file, line), true, text.length)) {
        if (only === undefined) {
            only = document;
            continue;
        }
        const at = line(document.range[0]);
        throw (0,action_types/* invalid */.Gq)(`${file}:${at}: a second YAML document begins here`, {
            remedy: "A file of app-interface has one document.",
            problems: [{ what: "a second YAML document begins here", file, line: at }],
        });
    }
    if (only === undefined)
        throw new Error("the YAML parser gave no document");
    return only;
}
function* tokens(text, file, line) {
    const parser = new dist.Parser();
    for (const lexeme of new dist.Lexer().lex(text)) {
        yield* parser.next(lexeme);
        if (parser.stack.length <= DEEPEST)
            continue;
        const at = line(parser.offset);
        throw (0,action_types/* invalid */.Gq)(`${file}:${at}: nested more than ${DEEPEST} levels deep`, {
            remedy: "Correct the file.",
            problems: [{ what: `nested more than ${DEEPEST} levels deep`, file, line: at }],
        });
    }
    yield* parser.end();
}


/***/ })

};
;