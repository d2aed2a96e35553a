"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7291);

const CONTEXT = 3;
const MOST_CHANGES = 2_000;
function unifiedDiff(path, before, after) {
    if (before === after)
        return "";
    const names = { oldFileName: `a/${path}`, newFileName: `b/${path}` };
    const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
    const shortest = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .structuredPatch */ .YB)(names.oldFileName, names.newFileName, before, after, undefined, undefined, options);
    const patch = shortest ?? {
        ...names,
        oldHeader: undefined,
        newHeader: undefined,
        hunks: [replacement(before, after)],
    };
    return (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .formatPatch */ .Gu)(patch, diff__WEBPACK_IMPORTED_MODULE_0__/* .FILE_HEADERS_ONLY */ .jr);
}
function replacement(before, after) {
    const [removed, added] = [marked("-", before), marked("+", after)];
    const lines = [...removed.lines, ...added.lines];
    return { oldStart: 1, oldLines: removed.count, newStart: 1, newLines: added.count, lines };
}
function marked(mark, text) {
    const lines = text.split("\n").map((line) => mark + line);
    if (lines.at(-1) === mark)
        lines.pop();
    const count = lines.length;
    return { count, lines: text === "" || text.endsWith("\n") ? lines : [...lines, "\\ No newline at end of file"] };
}


/***/ });
