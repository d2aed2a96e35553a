"use strict";
exports.id = 4948;
exports.ids = [4948];
exports.modules = {

/***/ 4948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGitTransport: () => (/* binding */ openGitTransport)
/* harmony export */ });
/* harmony import */ var _release_actions_git__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3678);

async function openGitTransport(options) {
    return transportOf(await (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_0__/* .openRemoteEditor */ ["in"])(options));
}
function transportOf(editor) {
    return {
        base: editor.base,
        readFile: (path) => editor.readFile(path),
        branchesMatching: (prefix) => editor.branchesMatching(prefix),
        inspectBranch: (name, paths) => editor.inspectBranch(name, paths),
        commit: async ({ replaces, ...request }) => {
            const result = await editor.commit({
                ...request,
                ...(replaces === undefined ? {} : { replaces: (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_0__/* .objectIdOf */ .mJ)(replaces) }),
            });
            if (result.state === "stale")
                return { state: "stale" };
            return result.state === "taken" ? { state: "taken" } : result;
        },
        refresh: async () => transportOf(await editor.refresh()),
        close: () => editor.close(),
    };
}


/***/ })

};
;