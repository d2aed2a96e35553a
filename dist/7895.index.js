"use strict";
exports.id = 7895;
exports.ids = [7895];
exports.modules = {

/***/ 1184:
/***/ (require("./1184.module.js")),

/***/ 7895:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stepsOf: () => (/* binding */ stepsOf),
/* harmony export */   write: () => (/* binding */ write)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1184);


function stepsOf({ work, superseded }, closesSuperseded) {
    const steps = work === undefined ? [] : [commitStep(work), mergeRequestStep(work)];
    return [...steps, ...(closesSuperseded ? superseded.map(closingStep) : [])].filter((step) => step !== undefined);
}
function commitStep({ branch, texts }) {
    if (branch.state === "kept")
        return undefined;
    const subject = texts.message.split("\n")[0] ?? "";
    return branch.state === "new"
        ? `the branch ${branch.name} with the commit "${subject}"`
        : `the branch ${branch.name}, made anew, with the commit "${subject}"`;
}
function mergeRequestStep({ own, isOutdated, texts }) {
    if (own === undefined)
        return `the merge request "${texts.title}"`;
    return isOutdated ? `the new text of !${own.iid}` : undefined;
}
const closingStep = ({ iid }) => `the closing of !${iid}`;
async function write(prepared, tools) {
    try {
        return await perform(prepared, tools);
    }
    catch (error) {
        const isPartial = tools.context.journal.state.exists.length > 0;
        if (!isPartial || !(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error.verdict === "interrupted")
            throw error;
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("unknown", error.message, error.details);
    }
}
async function perform(prepared, tools) {
    const { context, world } = tools;
    const { journal, inputs } = context;
    intend(journal, stepsOf(prepared, inputs.closeSuperseded));
    const { work } = prepared;
    const commit = work === undefined ? undefined : await commitOf(work, prepared, tools);
    if (commit === "stale" || commit === "taken")
        return commit;
    const mergeRequest = work === undefined ? undefined : await propose(work, tools);
    for (const one of inputs.closeSuperseded ? prepared.superseded : []) {
        context.signal.throwIfAborted();
        await world.gitlab.closeMergeRequest(world.upstream, one.iid);
        journal.made(closingStep(one), one.webUrl);
    }
    if (work === undefined || commit === undefined || mergeRequest === undefined)
        return undefined;
    return { changed: journal.state.exists.length > 0, branch: work.branch.name, commit, mergeRequest };
}
function intend(journal, steps) {
    journal.intend(steps.filter((step) => !journal.state.missing.includes(step)));
    if (steps.length > 0)
        journal.next("Run this job again: it looks up what exists and does only what is missing.");
}
async function commitOf(work, { refs }, { world, context }) {
    const { branch, texts } = work;
    if (branch.state === "kept")
        return branch.commit;
    context.signal.throwIfAborted();
    const replaces = branch.state === "replaced" ? { replaces: branch.head } : {};
    const made = await world.transport.commit({
        branch: branch.name,
        message: texts.message,
        files: (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .changedFiles */ .Y_)(refs),
        ...replaces,
    });
    if (made.state === "stale" || made.state === "taken")
        return made.state;
    context.journal.made(commitStep(work) ?? "", `${world.push.webUrl}/-/commit/${made.commit}`);
    return made.commit;
}
async function propose(work, { world, context, labels, baseBranch }) {
    const { gitlab, push, upstream } = world;
    const { own, isOutdated, texts, branch } = work;
    const { title, description } = texts;
    if (own !== undefined && !isOutdated)
        return own;
    context.signal.throwIfAborted();
    const request = {
        sourceBranch: branch.name,
        targetBranch: baseBranch,
        title,
        description,
        labels,
        removeSourceBranch: true,
    };
    const { value } = own === undefined
        ? await gitlab.createMergeRequest(push, upstream, request)
        : await gitlab.updateMergeRequest(upstream, own.iid, { title, description });
    context.journal.made(mergeRequestStep(work) ?? "", value.webUrl);
    const lost = own === undefined ? labels.filter((label) => !value.labels.includes(label)) : [];
    if (lost.length > 0)
        context.io.warning(`GitLab or app-interface did not take the labels ${lost.join(", ")}; it needs the role Reporter in ${upstream.path}`);
    return value;
}


/***/ })

};
;