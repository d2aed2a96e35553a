"use strict";
exports.id = 4260;
exports.ids = [4260,861,79,9589];
exports.modules = {

/***/ 4260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyPlan: () => (/* binding */ applyPlan),
/* harmony export */   stepsOf: () => (/* binding */ stepsOf)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9589);


function stepsOf({ change, superseded }, { closeSuperseded }) {
    const steps = change === undefined ? [] : [commitStep(change), mergeRequestStep(change)];
    return [...steps, ...(closeSuperseded ? superseded.map(closingStep) : [])].filter((step) => step !== undefined);
}
function commitStep({ branch, texts }) {
    if (branch.state === "kept")
        return undefined;
    const subject = texts.message.split("\n")[0] ?? "";
    return `the branch ${branch.name}${branch.state === "new" ? "" : ", replaced,"} with the commit "${subject}"`;
}
function mergeRequestStep({ existing, isOutdated, texts }) {
    if (existing === undefined)
        return `the merge request "${texts.title}"`;
    return isOutdated ? `the new text of !${existing.iid}` : undefined;
}
function closingStep({ iid }) {
    return `the closing of !${iid}`;
}
async function applyPlan(plan, tools) {
    try {
        return await writeAll(plan, tools);
    }
    catch (error) {
        const isPartial = tools.context.journal.state.exists.length > 0;
        if (!isPartial || !(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error.verdict === "interrupted")
            throw error;
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("unknown", error.message, error.details);
    }
}
async function writeAll(plan, tools) {
    const { repository, context, settings } = tools;
    const { journal, signal } = context;
    announce(journal, stepsOf(plan, settings));
    const { change } = plan;
    const commit = change === undefined ? undefined : await commitChange(change, plan, tools);
    if (commit === "stale" || commit === "taken")
        return commit;
    const mergeRequest = change === undefined ? undefined : await proposeChange(change, tools);
    for (const one of settings.closeSuperseded ? plan.superseded : []) {
        signal.throwIfAborted();
        await repository.gitlab.closeMergeRequest(repository.upstream, one.iid);
        journal.made(closingStep(one), one.webUrl);
    }
    if (change === undefined || commit === undefined || mergeRequest === undefined)
        return undefined;
    return { changed: journal.state.exists.length > 0, branch: change.branch.name, commit, mergeRequest };
}
function announce(journal, steps) {
    journal.intend(steps.filter((step) => !journal.state.missing.includes(step)));
    if (steps.length > 0)
        journal.next("Run this job again: it looks up what exists and does only what is missing.");
}
async function commitChange(change, { refs }, { repository, context }) {
    const { branch, texts } = change;
    if (branch.state === "kept")
        return branch.commit;
    context.signal.throwIfAborted();
    const made = await repository.editor.commit({
        branch: branch.name,
        message: texts.message,
        files: (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .changedFiles */ .Y_)(refs),
        ...(branch.state === "replaced" && { replaces: branch.head }),
    });
    if (made.state === "stale" || made.state === "taken")
        return made.state;
    context.journal.made(commitStep(change) ?? "", `${repository.push.webUrl}/-/commit/${made.commit}`);
    return made.commit;
}
async function proposeChange(change, { repository, context, settings }) {
    const { gitlab, push, upstream } = repository;
    const { existing, isOutdated, texts, branch } = change;
    const { title, description } = texts;
    if (existing !== undefined && !isOutdated)
        return existing;
    context.signal.throwIfAborted();
    const { labels, baseBranch: targetBranch } = settings;
    const request = { sourceBranch: branch.name, targetBranch, title, description, labels, removeSourceBranch: true };
    const { value } = existing === undefined
        ? await gitlab.createMergeRequest(push, upstream, request)
        : await gitlab.updateMergeRequest(upstream, existing.iid, { title, description });
    context.journal.made(mergeRequestStep(change) ?? "", value.webUrl);
    const lost = existing === undefined ? labels.filter((label) => !value.labels.includes(label)) : [];
    if (lost.length > 0)
        context.io.warning(`GitLab or app-interface did not set the labels ${lost.join(", ")}; this needs the role Reporter in ${upstream.path}`);
    return value;
}


/***/ }),

/***/ 9589:
/***/ (require("./9589.module.js")),

/***/ 79:
/***/ (require("./79.module.js")),

/***/ 1348:
/***/ (require("./1348.module.js")),

/***/ 2662:
/***/ (require("./2662.module.js")),

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 632:
/***/ (require("./632.module.js"))

};
;