"use strict";
exports.id = 3519;
exports.ids = [3519,5240,3958];
exports.modules = {

/***/ 3958:
/***/ (require("./3958.module.js")),

/***/ 3519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planRefs: () => (/* binding */ planRefs)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5240);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3958);




async function planRefs({ read, file, selectors, ref, allowMovingRef }) {
    const bytes = await read(file);
    if (bytes === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`app-interface has no file ${file}`, {
            remedy: "Check the path of the file; it is read at the head of the base branch.",
        });
    const saas = (0,_open_js__WEBPACK_IMPORTED_MODULE_2__.openSaasFile)(bytes, file);
    const targetFiles = new Map();
    for (const name of (0,_select_js__WEBPACK_IMPORTED_MODULE_1__.filesInQuestion)(saas, selectors)) {
        const path = `data${name}`;
        const content = name.startsWith("/") ? await read(path) : undefined;
        if (content !== undefined)
            targetFiles.set(name, { file: path, bytes: content });
    }
    const plan = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSaasFile)(saas, selectors, { ref, allowMovingRef, targetFiles });
    const files = [plan, ...plan.externalTargets];
    const changes = files.flatMap((one) => one.changes);
    const selected = [...changes.map(({ candidate }) => candidate), ...files.flatMap(({ unchanged }) => unchanged)];
    if (selected.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`none of the targets is in ${file}, and all are optional`, {
            remedy: "Correct the targets, or remove optional.",
        });
    const names = new Set(selected.map(({ template }) => template));
    const urls = saas.templates.flatMap(({ name, url }) => (names.has(name) && url !== undefined ? [url] : []));
    return {
        files,
        changes,
        selected,
        skipped: plan.skipped,
        warnings: plan.warnings,
        oldRefs: [...new Set(changes.map(({ oldRef }) => oldRef))],
        urls: [...new Set(urls)],
        hasAutomaticTargets: saas.targets.some(({ auto }) => auto),
    };
}


/***/ }),

/***/ 5240:
/***/ (require("./5240.module.js")),

/***/ 3446:
/***/ (require("./3446.module.js"))

};
;