"use strict";
exports.id = 5472;
exports.ids = [5472];
exports.modules = {

/***/ 5472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_git__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);


const COMMIT_ID = /^[0-9a-f]{40}$/;
const BRANCHES_AND_TAGS = ["refs/heads/", "refs/remotes/origin/", "refs/tags/"];
const WHOLE_HISTORY = "Check out the whole history: fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab.";
const NOT_A_COMMIT_ID = {
    input: "commit",
    what: "commit is not a full commit ID",
    remedy: "Give all 40 hexadecimal digits in lower case, as `git rev-parse` prints them.",
};
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "verify-commit",
    description: "Verifies that a commit is on a branch or tag of the checked-out repository.",
    internal: true,
    component: true,
    inputs: {
        commit: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Commit to verify: 40 lowercase hexadecimal digits.",
            example: "0123456789abcdef0123456789abcdef01234567",
        }),
        branch: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Branch the commit must be on. Default: any branch or tag.",
            optional: true,
            example: "main",
        }),
    },
    outputs: {},
    permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
    endpoints: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .NO_ENDPOINTS */ .R9,
    services: ["git"],
    changes: false,
    check: ({ commit, branch }) => [
        ...(COMMIT_ID.test(commit) ? [] : [NOT_A_COMMIT_ID]),
        ...(branch === undefined ? [] : (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .inputProblems */ .ri)("branch", () => (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.branchRef)(branch))),
    ],
    async run(context) {
        const { inputs, io } = context;
        const repository = (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.openCheckout)(context);
        const commit = (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(inputs.commit);
        const tip = inputs.branch === undefined ? undefined : branchTip(inputs.branch);
        await assertPublished(repository, commit);
        if (tip !== undefined)
            await assertOnBranch(repository, commit, tip);
        const { commits } = await repository.log({ to: commit, limit: 1 });
        for (const { author, authorDate } of commits)
            io.info(`${commit} by ${author}, ${new Date(authorDate).toISOString()}`);
        return { verdict: "passed" };
    },
}));
function branchTip(branch) {
    return (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.branchRef)(branch).replace(/^refs\/heads\//, "refs/remotes/origin/");
}
async function assertPublished(repository, commit) {
    const found = await repository.resolve(commit);
    if (found !== undefined && found.type !== "commit") {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${commit} is a ${found.type}, not a commit`, {
            remedy: "Give the ID of the commit: `git rev-parse <name>^{commit}` prints it.",
        });
    }
    const published = found === undefined ? "no" : await repository.isReachable(commit, BRANCHES_AND_TAGS);
    if (published === "yes")
        return;
    if (await repository.isShallow())
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${commit} is not in this checkout, which holds only a part of the history`, {
            remedy: WHOLE_HISTORY,
        });
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${commit} is on no branch and no tag of this repository`, {
        remedy: "Push it to a branch, or correct the commit ID.",
    });
}
async function assertOnBranch(repository, commit, tip) {
    const name = tip.slice("refs/remotes/origin/".length);
    if ((await repository.resolve(tip)) === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the branch ${name}, which must contain the commit, is not in this repository`, {
            remedy: "Correct branch, or push it.",
        });
    const answer = await repository.isAncestor(commit, tip);
    if (answer === "unknown")
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`this checkout does not hold enough history to tell whether ${commit} is on the branch ${name}`, {
            remedy: WHOLE_HISTORY,
        });
    if (answer === "no")
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${commit} is not on the branch ${name}`, { remedy: `Merge it into ${name} first.` });
}


/***/ })

};
;