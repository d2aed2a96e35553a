"use strict";
exports.id = 2863;
exports.ids = [2863];
exports.modules = {

/***/ 2863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarifOf: () => (/* binding */ sarifOf)
/* harmony export */ });
/* harmony import */ var _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9954);
/* harmony import */ var _release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6886);


const MOST_RESULTS = 5_000;
const MOST_CHARACTERS = 2_000;
function sarifOf(rows) {
    const shown = rows.slice(0, MOST_RESULTS);
    const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
    return (0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .sarifDocument */ .XE)({
        tool: { name: "appinterface-validate" },
        results: shown.map(resultOf),
        rules: () => ids.map((id) => ({ id, shortDescription: { text: (0,_release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.isRule)(id) ? _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.RULES[id].asks : (0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(id, 200) } })),
    });
}
function resultOf({ severity, rule, file, line, column, message, remedy }) {
    return {
        ruleId: rule,
        level: severity === "error" ? "error" : "warning",
        message: { text: `${(0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(message, MOST_CHARACTERS)}\n${(0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(remedy, MOST_CHARACTERS)}` },
        locations: [{ physicalLocation: (0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .physicalLocation */ .bE)((0,_release_actions_report_sarif__WEBPACK_IMPORTED_MODULE_1__/* .artifactUri */ .PC)(file), { startLine: line, startColumn: column }) }],
    };
}


/***/ }),

/***/ 6886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PC: () => (/* reexport */ artifactUri),
  Ub: () => (/* reexport */ inertSarif),
  bE: () => (/* reexport */ physicalLocation),
  XE: () => (/* reexport */ sarifDocument)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./packages/report/sarif/inert-sarif.ts

function inertSarif(text, max) {
    const clean = packages_text/* secrets */.O3.redact((0,packages_text/* shorten */.ml)(text, 4 * max));
    const line = /^[ -~]*$/.test(clean) ? clean : (0,packages_text/* oneLine */.TN)(clean);
    return (0,packages_text/* shorten */.ml)(line, max)
        .replaceAll("](", "] (")
        .replace(/\{(?=\d+\})/g, "{ ");
}

;// CONCATENATED MODULE: ./packages/report/sarif/sarif.ts

function* sarifDocument({ tool, results, rules }) {
    yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",';
    yield '"runs":[{"columnKind":"utf16CodeUnits","results":';
    yield* (0,packages_text/* jsonArray */.Ir)(results);
    yield `,"tool":{"driver":${(0,packages_text/* jsonText */.s$)(tool).slice(0, -1)},"rules":`;
    yield* (0,packages_text/* jsonArray */.Ir)(rules());
    yield "}}}]}\n";
}
function physicalLocation(uri, region) {
    return { artifactLocation: { uri }, region };
}
function artifactUri(path) {
    const segments = path
        .toWellFormed()
        .split("/")
        .filter((segment) => segment !== "");
    return segments.map((segment) => (/^\.+$/.test(segment) ? "_" : encodeURIComponent(segment))).join("/");
}

;// CONCATENATED MODULE: ./packages/report/sarif/index.ts




/***/ })

};
;