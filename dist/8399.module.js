"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   hR: () => (/* binding */ parseAllDocuments),
/* harmony export */   qg: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const DEEPEST = 100;
function parseDocument(source, settings = {}) {
    const documents = compose(source, settings);
    const document = documents.next().value;
    for (const next of documents) {
        if (next.errors.some(isTooDeep))
            return next;
        if (document.errors.at(-1)?.code === "MULTIPLE_DOCS")
            continue;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([next.range[0], next.range[1]], "MULTIPLE_DOCS", "multiple documents: a second one begins here"));
    }
    return document;
}
function parseAllDocuments(source, settings = {}) {
    const documents = [...compose(source, settings, false)];
    const tooDeep = documents.find(({ errors }) => errors.some(isTooDeep));
    return tooDeep === undefined ? documents : [tooDeep];
}
function parse(source, { maxAliasCount, ...settings } = {}) {
    const document = parseDocument(source, settings);
    const [error] = document.errors;
    if (error !== undefined)
        throw error;
    return document.toJS({ ...(maxAliasCount !== undefined && { maxAliasCount }) });
}
function isTooDeep({ code }) {
    return code === "RESOURCE_EXHAUSTION";
}
function* compose(source, { deepest = DEEPEST, ...settings }, forceDocument = true) {
    const options = { ...settings, prettyErrors: false };
    try {
        yield* new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose(tokensOf(source, deepest, settings.lineCounter), forceDocument, source.length);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        const [empty] = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose([], true, source.length);
        const document = empty;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([error.offset, error.offset], "RESOURCE_EXHAUSTION", `nested more than ${deepest} levels deep`));
        yield document;
    }
}
class TooDeep extends Error {
    offset;
    constructor(offset) {
        super();
        this.offset = offset;
    }
}
function* tokensOf(source, deepest, lines) {
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines?.addNewLine);
    lines?.addNewLine(0);
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(source)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > deepest)
            throw new TooDeep(parser.offset);
    }
    yield* parser.end();
}


/***/ });
