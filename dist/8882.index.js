"use strict";
exports.id = 8882;
exports.ids = [8882];
exports.modules = {

/***/ 8882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openAppInterface: () => (/* binding */ openAppInterface)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(192);
/* harmony import */ var _release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7551);



async function openAppInterface(options) {
    const { gitlab, project, forkProject, baseBranch, file, transport } = options;
    const [upstream, fork] = await Promise.all([
        gitlab.project(project),
        forkProject === undefined ? undefined : gitlab.project(forkProject),
    ]);
    const push = fork ?? upstream;
    const warnings = fork === undefined ? [] : await checkFork(gitlab, upstream, fork, options.bot);
    const editor = transport === "api"
        ? await (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .openApiEditor */ .qR)({ gitlab, upstream, push, baseBranch, firstFile: file })
        : await openGitEditor(options, upstream, fork);
    return { gitlab, upstream, push, editor, warnings };
}
async function openGitEditor({ gitlab, gitlabUrl, token, baseBranch, context }, upstream, fork) {
    const { gitOptions, openRemoteEditor } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const author = (0,_release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_2__/* .commitIdentity */ .a7)(gitlabUrl, await gitlab.user());
    return openRemoteEditor({
        ...gitOptions(context),
        upstream: (0,_release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_2__/* .gitRemote */ .RS)(gitlabUrl, token, upstream.path),
        ...(fork !== undefined && { fork: (0,_release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_2__/* .gitRemote */ .RS)(gitlabUrl, token, fork.path) }),
        baseBranch,
        author,
        now: () => context.clock.now(),
    });
}
const MAINTAINER = 40;
async function checkFork(gitlab, upstream, fork, bot) {
    if (fork.id === upstream.id)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("fork-project is the project itself", { remedy: "Leave fork-project out." });
    if (fork.forkedFrom?.id !== upstream.id) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${fork.path} is not a fork of ${upstream.path}`, {
            remedy: `Fork ${upstream.path}, and set fork-project to the path of the fork.`,
        });
    }
    const remedy = `Give app-interface's bot the role Maintainer in ${fork.path}.`;
    if (bot === undefined) {
        return [
            `Whether app-interface's bot is Maintainer of ${fork.path} was not checked: name it as app-interface.bot in release-actions.yml. ${remedy}`,
        ];
    }
    if ((await gitlab.accessOf(fork, bot)) >= MAINTAINER)
        return [];
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${bot} is not Maintainer of ${fork.path}, so app-interface would block the merge request`, { remedy });
}


/***/ }),

/***/ 7551:
/***/ (require("./7551.module.js"))

};
;