"use strict";
exports.id = 5467;
exports.ids = [5467];
exports.modules = {

/***/ 5467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseSaasFile: () => (/* binding */ parseSaasFile),
  parseTargetFile: () => (/* binding */ parseTargetFile)
});

// EXTERNAL MODULE: ./packages/saas-file/interpret.ts
var interpret = __webpack_require__(1637);
// EXTERNAL MODULE: ./packages/action-types/index.ts + 10 modules
var action_types = __webpack_require__(7928);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/saas-file/node.ts
var saas_file_node = __webpack_require__(3438);
;// CONCATENATED MODULE: ./packages/saas-file/library-nodes.ts


function nodeOf(node) {
    if ((0,dist.isAlias)(node))
        return { kind: "alias", ...place(node), name: node.source };
    if ((0,dist.isScalar)(node))
        return scalarOf(node);
    if ((0,dist.isMap)(node)) {
        const pairs = node.items.map(pairOf);
        return { kind: "map", ...place(node), pairs, merges: pairs.some(saas_file_node/* isMerge */.F5) };
    }
    if ((0,dist.isSeq)(node))
        return { kind: "list", ...place(node), items: node.items.map((item) => ((0,dist.isPair)(item) ? mapOf(item) : nodeOf(item))) };
    return null;
}
const STYLES = { PLAIN: "plain", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double", BLOCK_LITERAL: "literal", BLOCK_FOLDED: "folded" };
function scalarOf(node) {
    const text = typeof node.value === "string" ? node.value : (node.source ?? "");
    return { kind: "scalar", style: STYLES[node.type ?? ""] ?? "plain", ...place(node), end: node.range?.[1] ?? 0, text, value: node.value };
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
    return { start: node.range?.[0] ?? 0, ...(anchor !== undefined && { anchor }), ...(node.tag !== undefined && { tag: node.tag }) };
}

// EXTERNAL MODULE: ./packages/saas-file/source-text.ts
var source_text = __webpack_require__(5887);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./packages/saas-file/survey.ts

const MOST_NODES = 1_000_000;
function survey(root, file, line) {
    const aliases = new Map();
    const anchors = new Map();
    const sizes = new Map();
    const problems = [];
    const report = (node, what, remedy) => void problems.push({ what, remedy, file, line: line(node.start) });
    const total = sizeOf(root);
    if (total > MOST_NODES && problems.length === 0) {
        problems.push({ what: `its aliases stand for more than ${MOST_NODES} values`, remedy: "Write fewer aliases of aliases.", file, line: 1 });
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
            report(alias, `the alias *${alias.name} stands inside what it stands for`, "Write the value out.");
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

// EXTERNAL MODULE: ./packages/saas-file/yaml-file.ts + 8 modules
var yaml_file = __webpack_require__(7515);
;// CONCATENATED MODULE: ./packages/saas-file/library-file.ts







const DEEPEST = 64;
function parseYaml(bytes, file) {
    const text = (0,source_text/* decode */.D)(bytes, file);
    const line = (0,source_text/* lineIndex */.W)(text);
    const root = rootOf(text, file);
    const { aliases, problems } = survey(root, file, line);
    (0,yaml_file/* stopAt */.m)(problems, `${file} cannot be read safely`);
    return { file, bytes, text, root, nodes: () => (0,saas_file_node/* inOrder */.al)(root), aliases, line, reader: LIBRARY_READER };
}
const LIBRARY_READER = {
    reread(text, file, show) {
        for (const node of (0,saas_file_node/* inOrder */.al)(rootOf(text, file)))
            show(node, (0,saas_file_node/* sizeOf */.$d)(node));
        return true;
    },
    disagreement: (token, text) => ["1.1", "1.2"].find((version) => (0,dist.parse)(token, { version }) !== text),
};
function rootOf(text, file) {
    const line = (0,source_text/* lineIndex */.W)(text);
    const { contents, errors } = compose(text, file, line);
    const problems = errors.map(({ message, pos }) => ({ what: message, remedy: "Correct the YAML.", file, line: line(pos[0]) }));
    (0,yaml_file/* stopAt */.m)(problems, `${file} is not valid YAML`);
    return nodeOf(contents);
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

;// CONCATENATED MODULE: ./packages/saas-file/read.ts


function parseSaasFile(bytes, file) {
    return (0,interpret/* saasFileIn */.w)(parseYaml(bytes, file));
}
function parseTargetFile(bytes, file, around) {
    return (0,interpret/* targetIn */.L)(parseYaml(bytes, file), around);
}


/***/ })

};
;