"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cloneContext: () => (/* binding */ cloneContext),
/* harmony export */   cloneHistory: () => (/* binding */ cloneHistory),
/* harmony export */   cloneWorkTree: () => (/* binding */ cloneWorkTree),
/* harmony export */   fetchTip: () => (/* binding */ fetchTip),
/* harmony export */   privateClone: () => (/* binding */ privateClone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1426);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5417);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4917);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(121);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3639);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1121);










const GIB = 1024 ** 3;
async function privateClone(options) {
    return (0,_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .repositoryIn */ .ce)((await cloneContext(options)).context);
}
async function cloneHistory({ branches, ...options }) {
    for (const name of branches) {
        const branch = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .branchRef */ .Mi)(name);
        try {
            return { repository: await privateClone({ ...options, ref: branch, filter: "tree:0" }), branch };
        }
        catch (error) {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isMissingRef */ .I)(error))
                throw error;
        }
    }
    return undefined;
}
async function cloneWorkTree(options) {
    const { context, tip } = await cloneContext(options, undefined, options.directory);
    return {
        commit: tip,
        apply: async (diff) => void (await context.git({
            command: "apply",
            options: ["--index", "--ignore-whitespace"],
            input: diff,
            remote: undefined,
        })),
    };
}
async function cloneContext(options, lender, workTree) {
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .fullRefOf */ .u8)(options.ref);
    const { url } = (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_8__/* .remoteAddress */ .fn)(options);
    if (options.depth !== undefined && !(Number.isInteger(options.depth) && options.depth > 0)) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`a clone of depth ${options.depth} is not possible`, { remedy: "Give a whole number from 1." });
    }
    const sparse = options.sparse?.map((path) => sparseLine(path));
    const directory = workTree ?? (await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_7__/* .makeTemporary */ .ww)(options.temporary, "clone-"));
    if (workTree !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(workTree);
    const gitDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ".git");
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(gitDirectory);
        const branch = ref.startsWith("refs/heads/");
        await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_7__/* .makeGitDirectory */ .g7)(gitDirectory, {
            format: "sha1",
            head: `ref: ${branch ? ref : "refs/heads/none"}`,
            config: cloneConfig(url, options, { sparse: sparse !== undefined, links: workTree !== undefined }),
        });
        if (lender !== undefined)
            await borrow(gitDirectory, lender);
        const context = (0,_place_js__WEBPACK_IMPORTED_MODULE_6__/* .contextOf */ .V)({ ...options, directory }, options);
        const tip = await fetchTip(context, options);
        await context.git({
            command: "update-ref",
            options: [...(branch ? [] : ["--no-deref"]), "--stdin"],
            input: branch ? `create ${ref} ${tip}\n` : `update HEAD ${tip}\n`,
        });
        if (sparse !== undefined)
            await checkOut(context, sparse);
        else if (workTree !== undefined)
            await context.git({ command: "read-tree", options: ["-m", "-u", "HEAD"] });
        return { context, tip };
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
        throw error;
    }
}
async function borrow(gitDirectory, { context, commit }) {
    const { commonDirectory, shallow } = await context.place();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "objects", "info", "alternates"), `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDirectory, "objects")}\n`);
    if (shallow)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDirectory, "shallow"), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "shallow"));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "refs", "lent"), `${commit}\n`);
}
function cloneConfig(url, { filter }, { sparse, links }) {
    return [
        `[core]\n\tsymlinks = ${links}\n`,
        sparse ? "\tsparseCheckout = true\n\tsparseCheckoutCone = true\n" : "",
        `[remote "origin"]\n\turl = "${url}"\n`,
        filter === undefined ? "" : `\tpromisor = true\n\tpartialCloneFilter = ${filter}\n`,
        filter === undefined ? "" : "[extensions]\n\tpartialClone = origin\n",
    ].join("");
}
function tracking(ref) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .fullRefOf */ .u8)(ref.replace(/^refs\/heads\//, "refs/remotes/origin/"));
}
async function fetchTip(context, options) {
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .fullRefOf */ .u8)(options.ref);
    const maxBytes = options.maxBytes ?? GIB;
    const watch = () => assertSmall((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.directory, ".git", "objects", "pack"), maxBytes);
    await context.git({
        command: "fetch",
        options: [
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-auto-maintenance",
            ...(options.depth === undefined ? [] : [`--depth=${options.depth}`]),
            ...(options.filter === undefined ? [] : [`--filter=${options.filter}`]),
        ],
        values: ["origin", `+${ref}:${tracking(ref)}`],
        config: { "fetch.unpackLimit": "1" },
        watch,
    });
    await watch();
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .peel */ .zY)(context, tracking(ref));
}
async function assertSmall(directory, maxBytes) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
    const sizes = await Promise.all(names.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).then(({ size }) => size, () => 0)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total <= maxBytes)
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`the clone takes more than ${maxBytes} bytes and was stopped`, {
        remedy: "Clone with less depth, a filter and fewer directories, or raise the limit.",
    });
}
async function checkOut(context, directories) {
    await context.git({ command: "sparse-checkout", options: ["set", "--cone", "--stdin"], input: directories.join("") });
    await context.git({ command: "read-tree", options: ["-m", "-u", "HEAD"] });
}
function sparseLine(path) {
    if (/[\r\n"]/.test(path))
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("a directory to check out has a line break or a quote in its name");
    return `${(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryPath */ .SH)(path)}\n`;
}


/***/ });
