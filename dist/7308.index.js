"use strict";
exports.id = 7308;
exports.ids = [7308];
exports.modules = {

/***/ 8368:
/***/ (require("./8368.module.js")),

/***/ 1184:
/***/ (require("./1184.module.js")),

/***/ 7308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diffOf: () => (/* binding */ diffOf),
/* harmony export */   doneBlocks: () => (/* binding */ doneBlocks),
/* harmony export */   planBlocks: () => (/* binding */ planBlocks),
/* harmony export */   printPlan: () => (/* binding */ printPlan),
/* harmony export */   targetRows: () => (/* binding */ targetRows)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1184);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5900);



function targetRows({ refs }) {
    const changed = refs.changes.map(({ candidate, oldRef, newRef, line }) => {
        return { ...rowOf(candidate), line, "old-ref": oldRef, "new-ref": newRef, changed: true };
    });
    const same = refs.files.flatMap(({ unchanged }) => unchanged);
    const kept = same.map((candidate) => ({
        ...rowOf(candidate),
        line: candidate.line,
        "old-ref": candidate.ref,
        "new-ref": candidate.ref,
        changed: false,
    }));
    return [...changed, ...kept];
}
function rowOf({ template, namespace, name, file }) {
    return { template, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }), file };
}
function diffOf({ refs }) {
    return refs.files.map(({ diff }) => diff).join("");
}
function printPlan(io, prepared, steps, settings) {
    const { date } = prepared;
    const why = settings.isDateGiven ? "" : date === settings.date ? " (today, UTC)" : " (that of the merge request)";
    io.info(`the day of the release is ${date}${why}`);
    for (const { candidate, oldRef, newRef, line } of prepared.refs.changes) {
        io.info(`${candidate.file}:${line}: ${(0,_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .targetName */ .je)(candidate)}: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)} → ${newRef}`);
    }
    for (const warning of prepared.warnings)
        io.warning(warning);
    io.info(steps.length === 0 ? "nothing to write" : "the plan:");
    for (const step of steps)
        io.info(`  ${step}`);
}
function planBlocks(prepared, steps, settings) {
    const { work } = prepared;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`Plan for ${settings.file}`, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(steps.length === 0 ? "Dry run: there is nothing to write." : "Dry run, nothing was written."),
        ...(steps.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(steps, true)]),
        ...shared(prepared),
        ...(work === undefined
            ? []
            : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The merge request's text", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(work.texts.description, "markdown")])]),
    ];
}
function doneBlocks(prepared, written, settings) {
    const { superseded, work } = prepared;
    if (written === undefined || work === undefined) {
        return [
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`${settings.file}: nothing to promote`, 3),
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["Every target has ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(settings.ref), " already."]),
            ...shared(prepared),
        ];
    }
    const { mergeRequest } = written;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(mergeRequest.title, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)([
            "Merge request ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${mergeRequest.iid}`, mergeRequest.webUrl),
            " on the branch ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(written.branch),
            written.changed ? "" : ", unchanged",
        ]),
        ...shared(prepared),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Next: have it reviewed. app-interface merges it when the owners have approved, and deploys it then."),
        ...(superseded.length > 0
            ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Older merge requests for the same targets:"), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(superseded.map(asLink))]
            : []),
        ...rollback(prepared),
    ];
}
const asLink = ({ iid, webUrl, title }) => [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${iid}`, webUrl), ` ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(title, 80)}`];
function shared(prepared) {
    const { refs, warnings } = prepared;
    const diff = diffOf(prepared);
    const rows = refs.changes.map(({ candidate, oldRef, newRef }) => [
        (0,_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .targetName */ .je)(candidate),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(newRef),
    ]);
    return [
        ...(rows.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Target", "Old ref", "New ref"], rows)]),
        ...(warnings.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(warnings)]),
        ...(diff === "" ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The change", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(diff, "diff")])]),
    ];
}
function rollback({ refs }) {
    const [only, ...others] = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .oldRefs */ .M1)(refs);
    if (only === undefined || others.length > 0 || !/^[0-9a-f]{40}$/.test(only))
        return [];
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["To go back: run the same job with ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`ref: ${only}`), " and ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)("allow-rollback: true"), "."]),
    ];
}


/***/ }),

/***/ 5900:
/***/ (require("./5900.module.js"))

};
;