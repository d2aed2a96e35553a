"use strict";
exports.id = 7308;
exports.ids = [7308];
exports.modules = {

/***/ 7308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doneBlocks: () => (/* binding */ doneBlocks),
/* harmony export */   outputsOf: () => (/* binding */ outputsOf),
/* harmony export */   planBlocks: () => (/* binding */ planBlocks),
/* harmony export */   printDiff: () => (/* binding */ printDiff),
/* harmony export */   printPlan: () => (/* binding */ printPlan)
/* harmony export */ });
/* harmony import */ var _release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2662);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9366);


function outputsOf(plan, { ref }, promotion, closed) {
    const { refs, ranges, change, superseded } = plan;
    const mergeRequest = promotion?.mergeRequest ?? change?.existing;
    const commits = ranges.flatMap((range) => range.commits);
    return {
        oldRef: refs.oldRefs.join(",") || ref,
        newRef: ref,
        targets: targetRows(refs),
        branch: promotion?.branch ?? change?.branch.name,
        commit: promotion?.commit ?? (change?.branch.state === "kept" ? change.branch.commit : undefined),
        mrIid: mergeRequest?.iid,
        mrUrl: mergeRequest?.webUrl,
        diff: diffOf(refs),
        changelog: change?.texts.changelog,
        commits: commits.map(({ id, subject, author, parents }) => ({ id, subject, author, merge: parents.length > 1 })),
        superseded: superseded.map(({ iid, webUrl }) => ({ iid, url: webUrl, closed })),
    };
}
function targetRows({ files, changes }) {
    const changed = changes.map(({ candidate, oldRef, newRef, line }) => {
        return { ...rowOf(candidate), line, "old-ref": oldRef, "new-ref": newRef, changed: true };
    });
    const kept = files
        .flatMap(({ unchanged }) => unchanged)
        .map((candidate) => {
        const { line, ref } = candidate;
        return { ...rowOf(candidate), line, "old-ref": ref, "new-ref": ref, changed: false };
    });
    return [...changed, ...kept];
}
function rowOf({ template, namespace, name, file }) {
    return { template, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }), file };
}
function diffOf({ files }) {
    return files.map(({ diff }) => diff).join("");
}
function printPlan(io, plan, steps, settings) {
    const { date, refs, warnings } = plan;
    const why = settings.isDateGiven ? "" : date === settings.date ? " (today, UTC)" : " (that of the merge request)";
    io.info(`day of the release: ${date}${why}`);
    for (const { candidate, oldRef, newRef, line } of refs.changes) {
        io.info(`${candidate.file}:${line}: ${(0,_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(candidate)}: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)} → ${newRef}`);
    }
    for (const warning of warnings)
        io.warning(warning);
    io.info(steps.length === 0 ? "nothing to write" : "the plan:");
    for (const step of steps)
        io.info(`  ${step}`);
}
function printDiff(io, { refs }) {
    for (const line of diffOf(refs).split("\n"))
        io.info(line);
}
function planBlocks(plan, steps, { file }) {
    const { change } = plan;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`Plan for ${file}`, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(steps.length === 0 ? "Dry run: there is nothing to write." : "Dry run, nothing was written."),
        ...(steps.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(steps, true)]),
        ...sharedBlocks(plan),
        ...(change === undefined
            ? []
            : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The merge request's text", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(change.texts.description, "markdown")])]),
    ];
}
function doneBlocks(plan, promotion, settings) {
    if (promotion === undefined) {
        return [
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`${settings.file}: nothing to promote`, 3),
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["Every target has ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(settings.ref), " already."]),
            ...sharedBlocks(plan),
        ];
    }
    const { mergeRequest, branch, changed } = promotion;
    const { superseded } = plan;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(mergeRequest.title, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)([
            "Merge request ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${mergeRequest.iid}`, mergeRequest.webUrl),
            " on the branch ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(branch),
            changed ? "" : ", unchanged",
        ]),
        ...sharedBlocks(plan),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Next: have it reviewed. app-interface merges it when the owners have approved, and then deploys it."),
        ...(superseded.length > 0
            ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Older merge requests for the same targets:"), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(superseded.map(mergeRequestLink))]
            : []),
        ...rollbackBlocks(plan.refs),
    ];
}
function mergeRequestLink({ iid, webUrl, title }) {
    return [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${iid}`, webUrl), ` ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(title, 80)}`];
}
function sharedBlocks({ refs, warnings }) {
    const diff = diffOf(refs);
    const rows = refs.changes.map(({ candidate, oldRef, newRef }) => [
        (0,_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(candidate),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(newRef),
    ]);
    return [
        ...(rows.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Target", "Old ref", "New ref"], rows)]),
        ...(warnings.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(warnings)]),
        ...(diff === "" ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The change", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(diff, "diff")])]),
    ];
}
function rollbackBlocks({ oldRefs }) {
    const [only, ...others] = oldRefs;
    if (only === undefined || others.length > 0 || !/^[0-9a-f]{40}$/.test(only))
        return [];
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["To go back: run the same job with ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`ref: ${only}`), " and ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)("allow-rollback: true"), "."]),
    ];
}


/***/ }),

/***/ 2662:
/***/ (require("./2662.module.js"))

};
;