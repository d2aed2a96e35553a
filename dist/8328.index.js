"use strict";
exports.id = 8328;
exports.ids = [8328,9264];
exports.modules = {

/***/ 8328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openYaml: () => (/* binding */ openYaml)
/* harmony export */ });
/* harmony import */ var _release_actions_yaml_depth__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9264);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);


function openYaml(source, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_1__.LineCounter();
    const deep = (0,_release_actions_yaml_depth__WEBPACK_IMPORTED_MODULE_0__.tooDeepAt)(source);
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_1__.parseDocument)(deep === undefined ? source : "", { lineCounter: lines, version: "1.2", schema: "core", uniqueKeys: true, merge: false, prettyErrors: false });
    const at = (offset) => (offset === undefined ? { file } : { file, line: lines.linePos(offset).line });
    const problems = deep === undefined ? syntaxProblems(document, at) : [{ what: "nested too deeply", remedy: "Correct the file.", file, line: source.slice(0, deep).split("\n").length }];
    return {
        value: problems.length === 0 ? (document.toJS({ maxAliasCount: 0 }) ?? {}) : undefined,
        problems,
        has: (path) => document.hasIn(path),
        placeOf: (path) => at(valueOffset(document, path)),
        placeOfKey: (path) => at(keyOffset(document, path)),
    };
}
function syntaxProblems(document, at) {
    const problems = document.errors.map((error) => ({ what: error.message, remedy: "Correct the YAML.", ...at(error.pos[0]) }));
    (0,yaml__WEBPACK_IMPORTED_MODULE_1__.visit)(document, {
        Alias: (_, node) => void problems.push({ what: `the alias *${node.source} is not allowed`, remedy: "Write the value out.", ...at(node.range?.[0]) }),
    });
    return problems;
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
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__.isMap)(parent))
        return undefined;
    const pair = parent.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__.isPair)(item) && (0,yaml__WEBPACK_IMPORTED_MODULE_1__.isScalar)(item.key) && item.key.value === path.at(-1));
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__.isScalar)(pair?.key) ? pair.key.range?.[0] : undefined;
}


/***/ }),

/***/ 9264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DEEPEST: () => (/* binding */ DEEPEST),
/* harmony export */   tooDeepAt: () => (/* binding */ tooDeepAt)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const DEEPEST = 100;
function tooDeepAt(source, deepest = DEEPEST) {
    if (source.length < deepest)
        return undefined;
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__.Parser();
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__.Lexer().lex(source)) {
        for (const token of parser.next(lexeme))
            void token;
        if (parser.stack.length > deepest)
            return parser.offset;
    }
    return undefined;
}


/***/ })

};
;