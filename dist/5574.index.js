"use strict";
exports.id = 5574;
exports.ids = [5574];
exports.modules = {

/***/ 5574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedPaths: () => (/* binding */ changedPaths),
/* harmony export */   ofChanges: () => (/* binding */ ofChanges)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_git__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);




async function changedPaths({ host, io, signal, since, data }) {
    const nested = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(host.workspace, node_path__WEBPACK_IMPORTED_MODULE_3__.posix.dirname(data));
    const isNested = nested !== host.workspace && (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(nested, ".git"));
    const repository = (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.openCheckout)({ host, io, signal }, isNested ? nested : host.workspace);
    const paths = await repository.changedSince(await named(repository, since));
    if (paths === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`what changed since ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(since)} is not known: this checkout does not hold the history back to where it left it`, {
            remedy: "Check out more history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or leave changed-since out.",
        });
    }
    const [top, workspace] = [(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync)(await repository.directory()), (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.realpathSync)(host.workspace)];
    const below = paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(top, path)).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join("/"));
    return new Set(below.filter((path) => !path.startsWith("../")));
}
async function named(repository, since) {
    if ((0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__.isObjectId)(since))
        return since;
    if (since.startsWith("refs/"))
        return found(repository, [(0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(since)], since);
    const local = [(0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(`refs/tags/${since}`), (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(`refs/heads/${since}`)];
    const there = await existing(repository, local);
    if (there.length > 1)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(since)} is a tag and a branch`, { remedy: `Give ${there.join(" or ")}.` });
    return (there[0] ??
        found(repository, [(0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(`refs/remotes/${since}`), (0,_release_actions_git__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(`refs/remotes/origin/${since}`)], since));
}
async function found(repository, refs, since) {
    const [first] = await existing(repository, refs);
    if (first !== undefined)
        return first;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the ref ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(since)} is not in this checkout`, {
        remedy: "Fetch it before this step (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or correct changed-since.",
    });
}
async function existing(repository, refs) {
    const objects = await Promise.all(refs.map((ref) => repository.resolve(ref)));
    return refs.filter((_, index) => objects[index] !== undefined);
}
function ofChanges(findings, { files, roots }, changed) {
    if (files.some(({ area, path }) => (area === "schemas" || area === "graphql") && changed.has(path)))
        return findings;
    const names = new Set([...changed]
        .flatMap((path) => [nameBelow(roots.data, path), nameBelow(roots.resources, path)])
        .filter((name) => name !== undefined));
    return findings.filter(({ name, related }) => names.has(name) || related.some((other) => names.has(other)));
}
function nameBelow(root, path) {
    const way = node_path__WEBPACK_IMPORTED_MODULE_3__.posix.relative(root, path);
    return way.startsWith("..") ? undefined : `/${way}`;
}


/***/ })

};
;