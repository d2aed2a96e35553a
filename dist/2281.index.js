"use strict";
exports.id = 2281;
exports.ids = [2281,9224,3213,8453,2704,7801];
exports.modules = {

/***/ 9224:
/***/ (require("./9224.module.js")),

/***/ 2704:
/***/ (require("./2704.module.js")),

/***/ 8453:
/***/ (require("./8453.module.js")),

/***/ 3213:
/***/ (require("./3213.module.js")),

/***/ 8559:
/***/ (require("./8559.module.js")),

/***/ 7801:
/***/ (require("./7801.module.js")),

/***/ 2281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRemoteEditor: () => (/* binding */ openRemoteEditor)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8703);
/* harmony import */ var _clone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9224);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2704);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1426);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8453);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5417);
/* harmony import */ var _pipeline_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9233);
/* harmony import */ var _push_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7801);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3639);











const MAX_FILE = 16 * 1024 * 1024;
async function openRemoteEditor(options) {
    if (options.fork !== undefined)
        (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_10__/* .remoteAddress */ .fn)(options.fork);
    const clone = cloneOf(options, options.upstream, (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .branchRef */ .Mi)(options.baseBranch));
    const { context, tip } = await (0,_clone_js__WEBPACK_IMPORTED_MODULE_2__.cloneContext)(clone);
    const store = { context, options, clone, target: remoteOf(options.fork ?? options.upstream), users: 0 };
    return editorAt(store, tip);
}
function cloneOf(options, remote, ref) {
    const { upstream: _, fork: __, baseBranch: ___, author: ____, now: _____, ...git } = options;
    return { ...git, ...remoteOf(remote), ref, depth: 1, filter: "blob:none" };
}
function remoteOf({ url, credential, allowFile }) {
    return {
        url,
        ...(credential === undefined ? {} : { credential }),
        ...(allowFile === undefined ? {} : { allowFile }),
    };
}
function editorAt(store, base) {
    store.users += 1;
    let open = true;
    const { context, clone, target } = store;
    return {
        base,
        readFile: (path) => (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readFile */ .TA)(context, base, path, store.options.maxFileBytes ?? MAX_FILE),
        branchesMatching: async (prefix) => (await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_5__.branchesMatching)(context, target, prefix)).map(({ name }) => name.slice("refs/heads/".length)),
        inspectBranch: async (name, paths) => (await inspectBranch(store, base, name, paths))?.branch,
        commit: (request) => commitAndPush(store, base, request),
        refresh: async () => editorAt(store, await (0,_clone_js__WEBPACK_IMPORTED_MODULE_2__.fetchTip)(context, clone)),
        close: async () => {
            if (!open)
                return;
            open = false;
            store.users -= 1;
            if (store.users === 0)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(context.directory, { recursive: true, force: true });
        },
    };
}
async function inspectBranch(store, base, name, paths) {
    const clone = cloneOf(store.options, store.target, (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .branchRef */ .Mi)(name));
    const cloned = await (0,_clone_js__WEBPACK_IMPORTED_MODULE_2__.cloneContext)(clone, { context: store.context, commit: base }).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissingRef */ .I)(error))
            return undefined;
        throw error;
    });
    if (cloned === undefined)
        return undefined;
    const { context, tip: head } = cloned;
    try {
        const [object] = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readObjects */ .$I)(context, [head]);
        const lines = headerLines(object?.content.toString("latin1") ?? "");
        const files = new Map();
        for (const path of paths)
            files.set(path, await regularFile(store, context, head, path));
        const parents = lines.filter(([key]) => key === "parent").map(([, id]) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(id));
        return { branch: { head, parents, files }, tree: lines.find(([key]) => key === "tree")?.[1] };
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(context.directory, { recursive: true, force: true });
    }
}
function headerLines(content) {
    const lines = content.slice(0, content.indexOf("\nauthor ")).split("\n");
    return lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
}
async function regularFile(store, context, head, path) {
    const [entry] = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .treeEntries */ .re)(context, head, [path]);
    if (entry === undefined || (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .entryFault */ .VG)(entry) !== undefined)
        return undefined;
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readFile */ .TA)(context, head, path, store.options.maxFileBytes ?? MAX_FILE);
}
async function commitAndPush(store, base, request) {
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .branchRef */ .Mi)(request.branch);
    if (request.replaces !== undefined)
        (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(request.replaces);
    if (ref === store.clone.ref) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${request.branch} is the base branch; a change goes to its own branch`, {
            remedy: "Give another branch name.",
        });
    }
    await assertFiles(store.context, base, request);
    const { author, now } = store.options;
    const [made, seen] = await bothOf((0,_commit_js__WEBPACK_IMPORTED_MODULE_3__.commitOn)(store.context, { paths: request.files, message: request.message, author, date: now() }, base), lookAround(store, base, ref));
    if (made.changed.length === 0) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)("the files already have this content; there is nothing to commit", { remedy: "Commit a change." });
    }
    if (seen.held !== "absent" && seen.held !== request.replaces)
        return adoptedOrTaken(store, base, request, made.id);
    if (seen.tip !== base && (await touched(store, base, request)))
        return { state: "stale" };
    const { refs, messages } = await (0,_push_js__WEBPACK_IMPORTED_MODULE_9__.push)(store.context, {
        ...store.target,
        atomic: true,
        allowRewind: request.replaces !== undefined,
        negotiate: seen.baseIsAdvertised ? "on retry" : "at once",
        updates: [{ ref, id: made.id, expect: seen.held, base }],
    });
    return concluded(store, base, request, made.id, refs[0], messages);
}
async function assertFiles(context, base, { files }) {
    const paths = files.map(({ path }) => path);
    (0,_pipeline_files_js__WEBPACK_IMPORTED_MODULE_8__/* .assertNoPipelineFiles */ .$)(paths, "the commit");
    const entries = paths.length === 0 ? [] : await (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .treeEntries */ .re)(context, base, paths);
    const faults = paths.flatMap((path) => {
        const entry = entries.find((one) => one.path === path);
        const fault = entry === undefined ? "is not there" : (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .entryFault */ .VG)(entry);
        return fault === undefined ? [] : [entry === undefined ? `${path} ${fault}` : `${path} is ${fault}`];
    });
    if (faults.length === 0)
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`not a regular file in ${base.slice(0, 12)}: ${faults.join("; ")}`, {
        remedy: "Name a file that exists there, by its own path.",
    });
}
async function bothOf(one, other) {
    await Promise.allSettled([one, other]);
    return Promise.all([one, other]);
}
async function lookAround({ context, options, clone, target }, base, ref) {
    const names = [clone.ref, ref];
    const looking = (0,_fetch_js__WEBPACK_IMPORTED_MODULE_5__.remoteRefs)(context, target, names);
    const [upstream, pushed] = await bothOf(options.fork === undefined ? looking : (0,_fetch_js__WEBPACK_IMPORTED_MODULE_5__.remoteRefs)(context, clone, [clone.ref]), looking);
    const tip = upstream.find(({ name }) => name === clone.ref)?.id;
    if (tip === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .undecided */ .oo)(`the branch ${options.baseBranch} no longer exists on the remote`, { remedy: "Check its name." });
    }
    return {
        tip,
        held: pushed.find(({ name }) => name === ref)?.id ?? "absent",
        baseIsAdvertised: pushed.some(({ id }) => id === base),
    };
}
async function touched({ context, clone }, base, { files }) {
    const paths = files.map(({ path }) => path);
    const newest = await (0,_clone_js__WEBPACK_IMPORTED_MODULE_2__.fetchTip)(context, clone);
    const [before, after] = [await (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .treeEntries */ .re)(context, base, paths), await (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .treeEntries */ .re)(context, newest, paths)];
    return paths.some((path) => {
        const [one, other] = [before, after].map((entries) => entries.find((entry) => entry.path === path));
        return one?.id !== other?.id || one?.mode !== other?.mode;
    });
}
async function concluded(store, base, request, commit, result, messages) {
    if (result?.state === "pushed")
        return { state: "written", commit };
    if (result?.state === "unchanged" || result?.state === "adopted")
        return { state: "adopted", commit };
    if (result?.state === "stale")
        return adoptedOrTaken(store, base, request, commit);
    const reason = result?.reason ?? "no reason";
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`the server refused the branch ${request.branch}: ${[reason, ...messages].join("; ")}`, {
        remedy: /shallow/.test(reason)
            ? "Bring the fork's base branch up to date with the upstream (GitLab: Update fork), and run again."
            : "Read what the server says; the token needs the right to push this branch.",
    });
}
async function adoptedOrTaken(store, base, request, commit) {
    const [there, [tree]] = await bothOf(inspectBranch(store, base, request.branch, []), (0,_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .describeObjects */ .of)(store.context, [`${commit}^{tree}`]));
    if (there === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .undecided */ .oo)(`the branch ${request.branch} came and went while it was being pushed`, { remedy: "Run again." });
    }
    const { head, parents } = there.branch;
    const ours = parents.length === 1 && parents[0] === base && there.tree === tree?.id;
    return ours ? { state: "adopted", commit: head } : { state: "taken" };
}


/***/ }),

/***/ 121:
/***/ (require("./121.module.js"))

};
;