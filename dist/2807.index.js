"use strict";
exports.id = 2807;
exports.ids = [2807];
exports.modules = {

/***/ 2807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sourceJudge: () => (/* binding */ sourceJudge)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1458);
/* harmony import */ var _release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7551);
/* harmony import */ var _release_actions_forge_repository_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(632);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);





const MOST_COMMITS = 500;
const MAIN_BRANCHES = ["main", "master"];
async function sourceJudge(context, { source, gitlabUrl }) {
    const { isUrl } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const typed = context.inputs.source !== undefined;
    if (source !== undefined && !isUrl(source))
        (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .assertDirectory */ .up)(context.host, source, { typed });
    let opened;
    return async ({ urls, oldRefs, ref, allowRollback }) => {
        opened ??= openCode(sourceName(source, urls), context, gitlabUrl, typed);
        const code = await opened;
        const commit = ref;
        await assertExists(code, commit);
        const ranges = await Promise.all(oldRefs.map((oldRef) => rangeOf(code, oldRef, commit)));
        if (!allowRollback)
            assertForward(ranges, ref);
        return { name: code.name, ranges };
    };
}
function sourceName(given, urls) {
    if (given !== undefined)
        return given;
    const [only, ...others] = new Set(urls.map(_release_actions_forge_repository_url__WEBPACK_IMPORTED_MODULE_3__/* .plainRepositoryUrl */ .o));
    if (only !== undefined && others.length === 0 && only.startsWith("https://"))
        return only;
    const listed = urls.map((url) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(url, 200)).join(", ");
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("there is no source, so nothing would show that the ref exists and continues the old one", {
        remedy: "Set source to the released repository: a path in the workspace, or an HTTPS URL.",
        problems: urls.length === 0 ? [] : [{ input: "source", what: `the templates come from ${listed}` }],
    });
}
async function openCode(name, context, gitlabUrl, typed) {
    const { cloneHistory, gitOptions, isUrl, openCheckout } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    if (!isUrl(name)) {
        const directory = await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .workspaceDirectory */ .xq)(context.host, name, { typed });
        return { name, repository: openCheckout(context, directory, true), branch: undefined };
    }
    const isGitLab = URL.canParse(name) && new URL(name).origin === new URL(gitlabUrl).origin;
    const credential = isGitLab ? { credential: (0,_release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_4__/* .gitCredential */ .Mq)(context.inputs.token) } : {};
    const cloned = await cloneHistory({ ...gitOptions(context), url: name, ...credential, branches: MAIN_BRANCHES });
    if (cloned !== undefined)
        return { name, ...cloned };
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`source ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name, 200)} has neither a branch main nor a branch master, so nothing is known about the ref`, { remedy: "Check out the whole repository, and set source to its path in the workspace." });
}
async function assertExists({ name, repository, branch }, ref) {
    const remedy = "Check out the whole repository (fetch-depth: 0, GitLab: GIT_DEPTH: 0) at that commit, and set source to its path.";
    const shown = (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name, 200);
    if (branch !== undefined && (await repository.isAncestor(ref, branch)) !== "yes") {
        const short = branch.slice("refs/heads/".length);
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the commit ${ref} is not on the branch ${short} of ${shown}, so it may be anyone's`, { remedy });
    }
    const found = await repository.resolve(ref);
    if (found === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the commit ${ref} is not in ${shown}, or not in the part of it that is available here`, {
            remedy,
        });
    if (found.type !== "commit")
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${ref} is a ${found.type} in ${shown}, not a commit`, {
            remedy: "Give the commit that it leads to.",
        });
}
async function rangeOf({ name, repository }, oldRef, ref) {
    const { isObjectId } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const none = { oldRef, commits: [], complete: false };
    if (!isObjectId(oldRef)) {
        const note = `The old ref ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(oldRef, 80)} is a name that moves: what it deployed is not known.`;
        return { ...none, relation: "moving", notes: [note] };
    }
    const relation = await repository.relation(oldRef, ref);
    if (relation === "unknown") {
        const why = (await repository.isShallow()) ? "is shallow" : "does not have it";
        const what = `What is between ${oldRef.slice(0, 12)} and the new ref cannot be determined`;
        return { ...none, relation, notes: [`${what}: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name, 200)} ${why}.`] };
    }
    const [from, to] = relation === "behind" ? [ref, oldRef] : [oldRef, ref];
    const { commits, complete, truncated } = await repository.log({ from, to, limit: MOST_COMMITS });
    const notes = [
        ...(relation === "behind" ? ["This goes back to an older commit: the following are taken back."] : []),
        ...(relation === "diverged"
            ? ["Neither commit is an ancestor of the other: the following are new, and others are lost."]
            : []),
        ...(truncated ? [`Only the newest ${MOST_COMMITS} are listed.`] : []),
        ...(complete ? [] : ["The history is shallow: commits may be missing here."]),
    ];
    return { oldRef, relation, commits, complete: complete && !truncated, notes };
}
function assertForward(ranges, ref) {
    const back = ranges.filter(({ relation }) => relation === "behind" || relation === "diverged");
    const open = ranges.filter(({ relation }) => relation === "unknown");
    if (back.length > 0) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${ref.slice(0, 12)} does not continue ${refsOf(back)}: this would be a rollback`, {
            remedy: "Set allow-rollback: true if that is intended.",
            problems: back.map(({ oldRef, relation }) => ({
                what: relation === "behind"
                    ? `${oldRef} is newer than ${ref}`
                    : `${oldRef} and ${ref} are on different lines: commits would be lost`,
            })),
        });
    }
    if (open.length === 0)
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`whether ${ref.slice(0, 12)} continues ${refsOf(open)} cannot be determined`, {
        remedy: "Set source to a checkout with its whole history (fetch-depth: 0, GitLab: GIT_DEPTH: 0). allow-rollback: true skips this check.",
        problems: open.flatMap(({ notes }) => notes.map((what) => ({ what }))),
    });
}
function refsOf(ranges) {
    return ranges.map(({ oldRef }) => oldRef.slice(0, 12)).join(", ");
}


/***/ }),

/***/ 7551:
/***/ (require("./7551.module.js")),

/***/ 632:
/***/ (require("./632.module.js"))

};
;