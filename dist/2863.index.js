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
/* harmony import */ var _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5580);
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
/***/ (require("./6886.module.js"))

};
;