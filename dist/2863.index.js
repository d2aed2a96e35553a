"use strict";
exports.id = 2863;
exports.ids = [2863];
exports.modules = {

/***/ 2863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarif: () => (/* binding */ sarif)
/* harmony export */ });
/* harmony import */ var _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2879);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1312);


const MOST = 5_000;
const MOST_CHARACTERS = 2_000;
function sarif(rows) {
    const shown = rows.slice(0, MOST);
    const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
    return {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "appinterface-validate",
                        rules: ids.map((id) => ({
                            id,
                            shortDescription: { text: (0,_release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.isRule)(id) ? _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.RULES[id].asks : (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(id, 200) },
                        })),
                    },
                },
                results: shown.map(({ severity, rule, file, line, column, message, remedy }) => ({
                    ruleId: rule,
                    level: severity === "error" ? "error" : "warning",
                    message: { text: `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(message, MOST_CHARACTERS)}\n${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .inertSarif */ .Ub)(remedy, MOST_CHARACTERS)}` },
                    locations: [
                        {
                            physicalLocation: {
                                artifactLocation: { uri: encodeURI(file.toWellFormed()) },
                                region: { startLine: line, startColumn: column },
                            },
                        },
                    ],
                })),
            },
        ],
    };
}


/***/ })

};
;