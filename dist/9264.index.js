"use strict";
exports.id = 9264;
exports.ids = [9264];
exports.modules = {

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