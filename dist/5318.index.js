"use strict";
exports.id = 5318;
exports.ids = [5318];
exports.modules = {

/***/ 5318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7551);
/* harmony import */ var _release_actions_git__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);






const DIRECTORY = "app-interface";
const PROJECT = /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "fetch-appinterface",
    description: "Fetches one branch of app-interface from GitLab and applies a planned change to it.",
    internal: true,
    inputs: {
        "gitlab-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "Base URL of the GitLab that hosts app-interface.",
            example: "https://gitlab.example.com",
        }),
        token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "GitLab token that may read app-interface.",
            credential: "forge",
            gitlab: "APP_INTERFACE_TOKEN",
        }),
        project: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Project of app-interface.", default: "service/app-interface" }),
        "base-branch": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Branch to fetch.", default: "master" }),
        diff: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Unified diff to apply, as bump-appinterface-ref returns it, in JSON: white space at the end of an input is lost.",
            optional: true,
        }),
    },
    outputs: {
        path: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The directory it was fetched into, from the workspace."),
        base: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The commit it was fetched at, before the change."),
    },
    permissions: { github: {}, gitlab: "A token that may read app-interface: read_repository." },
    endpoints: {
        description: ["gitlab-url, by git over https"],
        origins: ({ gitlabUrl }) => [gitlabUrl],
    },
    services: ["gitlab", "git"],
    changes: false,
    check: ({ project, baseBranch, diff }) => [
        ...(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .inputProblems */ .ri)("base-branch", () => (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.branchRef)(baseBranch)),
        ...(PROJECT.test(project)
            ? []
            : [{ input: "project", what: "project is not the path of a project", remedy: "Give it as group/project." }]),
        ...(readDiff(diff) === undefined ? [{ input: "diff", what: "diff is not a JSON string" }] : []),
    ],
    async run(context) {
        const { inputs, io, host } = context;
        const { gitlabUrl, token, project, baseBranch } = inputs;
        const diff = readDiff(inputs.diff) ?? "";
        const ref = (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.branchRef)(baseBranch);
        const tree = await (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .cloneWorkTree */ .bG)({
            ...(0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.gitOptions)(context),
            ...(0,_release_actions_forge_gitlab_git_remote__WEBPACK_IMPORTED_MODULE_5__/* .gitRemote */ .RS)(gitlabUrl, token, project),
            ref,
            depth: 1,
            directory: await freeDirectory(host),
        });
        if (diff !== "") {
            await tree.apply(`${diff}\n`).catch((error) => {
                if (!(error instanceof _release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS))
                    throw error;
                throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the planned change no longer fits ${baseBranch}, which has moved since; nothing was changed`, {
                    remedy: "Run again.",
                    cause: error,
                });
            });
        }
        io.info(`${project} at ${tree.commit}${diff === "" ? "" : ", with the planned change"}`);
        return { verdict: "passed", path: DIRECTORY, base: tree.commit };
    },
}));
function readDiff(given = '""') {
    try {
        const value = JSON.parse(given);
        return value === null ? "" : typeof value === "string" ? value : undefined;
    }
    catch {
        return undefined;
    }
}
async function freeDirectory(host) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(host.workspace, DIRECTORY);
    if (host.kind !== "terminal")
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.rm)(directory, { recursive: true, force: true });
    else if ((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(directory))
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${DIRECTORY} already exists here`, { remedy: "Run in an empty directory." });
    return directory;
}


/***/ }),

/***/ 7551:
/***/ (require("./7551.module.js"))

};
;