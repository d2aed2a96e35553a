"use strict";
exports.id = 5028;
exports.ids = [5028];
exports.modules = {

/***/ 2504:
/***/ (require("./2504.module.js")),

/***/ 5028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localProblems: () => (/* binding */ localProblems)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1973);
/* harmony import */ var _branch_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2504);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5900);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2752);





const LATER = "0";
async function localProblems(settings) {
    const { branchRef, remoteAddress } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const problems = [];
    let refusal;
    const check = async (input, work) => {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
                throw error;
            if (error.verdict === "invalid")
                problems.push(...problemsOf(error, input));
            else
                refusal ??= error;
        }
    };
    const { source, baseBranch, project, forkProject, title, message, description } = settings;
    await check("branch", () => (0,_branch_name_js__WEBPACK_IMPORTED_MODULE_2__/* .checkBranchName */ .I$)((0,_texts_js__WEBPACK_IMPORTED_MODULE_3__/* .branchName */ .at)(settings, settings.date), settings));
    await check("base-branch", () => branchRef(baseBranch));
    const isAddress = source !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(source);
    if (isAddress)
        await check("source", () => remoteAddress({ url: source }));
    if (forkProject !== undefined && forkProject.toLowerCase() === project.toLowerCase()) {
        const what = "fork-project is the project itself";
        problems.push({ input: "fork-project", what, remedy: "Leave fork-project out." });
    }
    const values = valuesOf(settings);
    await check("title", () => (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .checkTexts */ .Ri)({ title: (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .fitTitle */ .Ei)((0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .fillIn */ .pz)("title", title, values, problems)) }));
    (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .fillIn */ .pz)("commit-message", message, values, problems);
    (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .fillIn */ .pz)("description", description ?? "", values, problems);
    return { problems, refusal };
}
function valuesOf({ date, ref, jiraKey, image, file, including }) {
    const known = { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey, image, file };
    const later = { "old-ref": LATER, "short-old-ref": LATER, targets: LATER, "compare-url": LATER };
    return { ...known, ...later, including: including.join(", "), changelog: LATER, checklist: LATER };
}
function problemsOf({ message, details: { problems = [], remedy } }, input) {
    const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
    return found.map((problem) => ({ input, ...problem }));
}


/***/ }),

/***/ 8368:
/***/ (require("./8368.module.js")),

/***/ 1184:
/***/ (require("./1184.module.js")),

/***/ 5900:
/***/ (require("./5900.module.js"))

};
;