"use strict";
exports.id = 2281;
exports.ids = [2281,9224,3213,8453,2704,7801];
exports.modules = {

/***/ 9224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cloneContext: () => (/* binding */ cloneContext),
/* harmony export */   cloneWorkTree: () => (/* binding */ cloneWorkTree),
/* harmony export */   fetchTip: () => (/* binding */ fetchTip),
/* harmony export */   privateClone: () => (/* binding */ privateClone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5417);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4917);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(121);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3639);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1121);









const GIB = 1024 ** 3;
async function privateClone(options) {
    return (0,_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryIn */ .ce)((await cloneContext(options)).context);
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
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .fullRefOf */ .u8)(options.ref);
    const { url } = (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_7__/* .remoteAddress */ .f)(options);
    if (options.depth !== undefined && !(Number.isInteger(options.depth) && options.depth > 0)) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`a clone of depth ${options.depth} is not possible`, { remedy: "Give a whole number from 1." });
    }
    const sparse = options.sparse?.map((path) => sparseLine(path));
    const directory = workTree ?? (await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_6__/* .makeTemporary */ .ww)(options.temporary, "clone-"));
    if (workTree !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(workTree);
    const gitDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ".git");
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(gitDirectory);
        const branch = ref.startsWith("refs/heads/");
        await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_6__/* .makeGitDirectory */ .g7)(gitDirectory, {
            format: "sha1",
            head: `ref: ${branch ? ref : "refs/heads/none"}`,
            config: cloneConfig(url, options, { sparse: sparse !== undefined, links: workTree !== undefined }),
        });
        if (lender !== undefined)
            await borrow(gitDirectory, lender);
        const context = (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .contextOf */ .V)({ ...options, directory }, options);
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
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .fullRefOf */ .u8)(ref.replace(/^refs\/heads\//, "refs/remotes/origin/"));
}
async function fetchTip(context, options) {
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .fullRefOf */ .u8)(options.ref);
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
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .peel */ .zY)(context, tracking(ref));
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
    return `${(0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryPath */ .SH)(path)}\n`;
}


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedFiles: () => (/* binding */ changedFiles),
/* harmony export */   commit: () => (/* binding */ commit),
/* harmony export */   commitOn: () => (/* binding */ commitOn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1426);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8559);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5417);
/* harmony import */ var _pipeline_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9233);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(121);











const MAX_FILE = 100 * 1024 * 1024;
async function commit(context, request) {
    const branch = request.branch === undefined ? await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .headBranch */ .Hi)(context) : (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .fullRefOf */ .u8)(request.branch);
    const parent = branch === undefined ? await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .headCommit */ .Qo)(context) : (await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .resolve */ .hd)(context, branch))?.id;
    if (request.parent !== undefined && parent !== request.parent)
        throw branchMoved(branch);
    const { id, changed } = await commitOn(context, request, parent);
    if (changed.length === 0)
        return { id, changed: false };
    if (branch === (await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .headBranch */ .Hi)(context)))
        await stage(context, changed);
    await moveBranch(context, request, branch, id, parent);
    return { id, changed: true };
}
async function commitOn(context, request, parent) {
    const place = await context.place();
    const paths = request.paths.map((change) => (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryPath */ .SH)(typeof change === "string" ? change : change.path));
    if (new Set(paths).size !== paths.length || paths.length === 0) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)("a commit names no path, or one path twice", { remedy: "Name each file once." });
    }
    if (request.allowPipelineFiles !== true)
        (0,_pipeline_files_js__WEBPACK_IMPORTED_MODULE_9__/* .assertNoPipelineFiles */ .$)(paths, "the commit");
    const entries = parent === undefined ? [] : await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .treeEntries */ .re)(context, parent, paths);
    const wanted = await Promise.all(request.paths.map((change) => intend(change, place, entries)));
    const changed = wanted.filter(({ path, blob }) => entries.find((entry) => entry.path === path)?.id !== blob);
    if (changed.length === 0 && parent !== undefined)
        return { id: parent, changed };
    const id = await writeCommit(context, request, parent, changed);
    await assertExact(context, parent, id, changed);
    return { id, changed };
}
async function intend(change, place, entries) {
    const path = typeof change === "string" ? change : change.path;
    const entry = entries.find((one) => one.path === path);
    const fault = entry === undefined ? undefined : (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFault */ .VG)(entry);
    if (fault !== undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J5)(`${path} is ${fault} in the commit before`, { remedy: "Name a regular file." });
    const file = typeof change === "string" ? await readWorkFile(place.top, path) : { bytes: change.bytes };
    const mode = entry?.mode ?? ("mode" in file ? file.mode : "100644");
    if (entry !== undefined && "mode" in file && node_path__WEBPACK_IMPORTED_MODULE_3__.sep === "/" && file.mode !== entry.mode) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J5)(`${path} changed its mode from ${entry.mode} to ${file.mode}`, {
            remedy: `Restore it: chmod ${entry.mode === "100755" ? "+x" : "-x"} ${path}`,
        });
    }
    return { path, bytes: file.bytes, mode, blob: blobId(file.bytes, place.format) };
}
async function readWorkFile(top, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(top, path);
    const seen = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(full).catch(() => undefined);
    if (seen === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${path} is not in the work tree`, { remedy: "Name a file that exists." });
    const real = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(top), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(full)));
    if (!seen.isFile() || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(real, ".") !== (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), ".")) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J5)(`${path} is not a regular file, or is reached through a symbolic link`, {
            remedy: "Name the file itself, by its path inside the repository.",
        });
    }
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(full, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
    try {
        const { size, mode } = await handle.stat();
        if (size > MAX_FILE)
            throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(`${path} has ${size} bytes, more than ${MAX_FILE}`, { remedy: "Leave it out." });
        return { bytes: await handle.readFile(), mode: (mode & 0o100) === 0 ? "100644" : "100755" };
    }
    finally {
        await handle.close();
    }
}
function blobId(bytes, format) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .objectIdOf */ .mJ)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
}
async function writeCommit(context, request, parent, changed) {
    const directory = await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_10__/* .makeTemporary */ .ww)(context.options.temporary, "index-");
    const variables = { GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, "index") };
    try {
        if (parent !== undefined)
            await context.git({ command: "read-tree", values: [parent], variables });
        for (const { bytes } of changed) {
            await context.git({ command: "hash-object", options: ["-w", "--stdin"], input: bytes });
        }
        await context.git({
            command: "update-index",
            options: ["-z", "--index-info"],
            input: indexInfo(changed),
            variables,
        });
        const tree = await printedId(context.git({ command: "write-tree", options: ["--missing-ok"], variables }));
        const signing = (0,_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .signingSettings */ .v)(request.sign);
        return await printedId(context.git({
            command: "commit-tree",
            options: [
                ...(request.sign === undefined ? [] : ["-S"]),
                ...(parent === undefined ? [] : ["-p", parent]),
                "-F",
                "-",
            ],
            values: [tree],
            input: messageBytes(request.message),
            config: signing.config,
            variables: { ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .identityVariables */ .o)(request.author, request.date ?? Date.now()), ...signing.variables },
        }));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(directory, { recursive: true, force: true });
    }
}
function indexInfo(files) {
    return files.map(({ mode, blob, path }) => `${mode} ${blob}\t${path}\0`).join("");
}
async function assertExact(context, parent, id, changed) {
    const { stdout } = await context.git({
        command: "diff-tree",
        options: ["-r", "-z", "--no-commit-id", "--no-renames", "--root"],
        values: parent === undefined ? [id] : [parent, id],
    });
    const fields = (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .nulSeparated */ .$Y)(stdout);
    const found = new Map();
    for (let at = 0; at + 1 < fields.length; at += 2)
        found.set(fields[at + 1] ?? "", fields[at] ?? "");
    const exact = found.size === changed.length &&
        changed.every(({ path, mode, blob }) => {
            const [, newMode, , newBlob] = (found.get(path) ?? "").split(" ");
            return newMode === mode && newBlob === blob;
        });
    if (!exact) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .undecided */ .oo)(`the commit ${id} does not hold exactly what was intended; no branch was moved`, {
            remedy: "Another process writes to this repository; run again in a fresh clone.",
        });
    }
}
async function stage(context, changed) {
    const place = await context.place();
    await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_10__/* .withShadow */ .to)(context, undefined, ({ variables }) => context.git({
        command: "update-index",
        options: ["-z", "--index-info"],
        input: indexInfo(changed),
        directory: place.top,
        variables: { ...variables, GIT_WORK_TREE: place.top, GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.gitDirectory, "index") },
    }));
}
async function moveBranch(context, request, branch, id, parent) {
    const { format } = await context.place();
    const old = parent ?? "0".repeat(format === "sha256" ? 64 : 40);
    try {
        await context.git({
            command: "update-ref",
            options: [...(branch === undefined ? ["--no-deref"] : []), "--stdin"],
            input: `update ${branch ?? "HEAD"} ${id} ${old}\n`,
            variables: (0,_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .identityVariables */ .o)(request.author, request.date ?? Date.now()),
        });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .GitError */ .X) || !/but expected|already exists|unable to resolve/.test(error.stderr))
            throw error;
        throw branchMoved(branch, error);
    }
}
function branchMoved(branch, cause) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .undecided */ .oo)(`${branch ?? "HEAD"} was moved by another process meanwhile`, {
        remedy: "Run again, on the branch's present commit.",
        cause,
    });
}
async function changedFiles(context) {
    const place = await context.place();
    const head = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .headCommit */ .Qo)(context);
    return (0,_shadow_js__WEBPACK_IMPORTED_MODULE_10__/* .withShadow */ .to)(context, head, async ({ gitDirectory, variables }) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.gitDirectory, "index"), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gitDirectory, "index")).catch(() => undefined);
        const { stdout } = await context.git({
            command: "status",
            options: ["--porcelain=v1", "-z", "--untracked-files=all", "--ignore-submodules=all", "--no-renames"],
            config: { "core.excludesFile": (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place.commonDirectory, "info", "exclude") },
            directory: place.top,
            variables: { ...variables, GIT_WORK_TREE: place.top },
            maxOutput: 64 * 1024 * 1024,
        });
        return (0,_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .nulSeparated */ .$Y)(stdout).map((record) => record.slice(3));
    });
}
async function printedId(outcome) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .objectIdOf */ .mJ)((await outcome).stdout.toString("utf8").trim());
}
function messageBytes(message) {
    if (message.trim() === "" || message.includes("\0")) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)("the commit message is empty or contains a NUL", { remedy: "Give a message in words." });
    }
    return message.endsWith("\n") ? message : `${message}\n`;
}


/***/ }),

/***/ 8453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   branchesMatching: () => (/* binding */ branchesMatching),
/* harmony export */   fetchTag: () => (/* binding */ fetchTag),
/* harmony export */   remoteRefs: () => (/* binding */ remoteRefs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5417);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(121);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3639);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(908);






const PEELED = "^{}";
async function remoteRefs(context, remote, names) {
    if (names.length === 0)
        return [];
    (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .f)(remote);
    const wanted = names.map((name) => (name.endsWith("/") ? `${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(name.slice(0, -1))}/` : (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(name)));
    const patterns = wanted.flatMap((name) => (name.endsWith("/") ? [`${name}*`] : [name, name + PEELED]));
    return (await matchingRefs(context, remote, patterns)).filter(({ name }) => wanted.some((want) => (want.endsWith("/") ? name.startsWith(want) : name === want)));
}
async function branchesMatching(context, remote, prefix) {
    const start = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .branchRef */ .Mi)(`${prefix}x`).slice(0, -1);
    return (await matchingRefs(context, remote, [`${start}*`])).filter(({ name }) => name.startsWith(start));
}
async function matchingRefs(context, remote, patterns) {
    const branches = patterns.every((pattern) => pattern.startsWith("refs/heads/"));
    const { stdout } = await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_3__/* .withShadow */ .to)(context, undefined, ({ gitDirectory, variables }) => context.git({
        command: "ls-remote",
        options: ["--quiet", ...(branches ? ["--heads"] : [])],
        values: [(0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .f)(remote).url, ...patterns],
        directory: gitDirectory,
        variables,
        remote,
        maxOutput: 64 * 1024 * 1024,
    }));
    return parseRefs(stdout.toString("utf8"));
}
function parseRefs(output) {
    const refs = new Map();
    for (const line of output.split("\n")) {
        const [id = "", name = ""] = line.split("\t");
        if (!name.startsWith("refs/"))
            continue;
        if (!name.endsWith(PEELED)) {
            refs.set(name, { name: name, id: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(id) });
            continue;
        }
        const outer = refs.get(name.slice(0, -PEELED.length));
        if (outer !== undefined)
            refs.set(outer.name, { ...outer, peeled: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(id) });
    }
    return [...refs.values()];
}
async function fetchTag(context, remote, name) {
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .tagRef */ .y6)(name);
    const { url } = (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .f)(remote);
    const [there] = await remoteRefs(context, remote, [ref]);
    if (there === undefined)
        return undefined;
    const shadow = await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_3__/* .makeShadow */ .DS)(context);
    const { gitDirectory, variables } = shadow;
    try {
        await context.git({
            command: "fetch",
            options: ["--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head", "--no-auto-maintenance"],
            values: [url, `+${ref}:${ref}`],
            directory: gitDirectory,
            variables,
            remote,
        });
        const [object, end] = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readObjects */ .$I)(context, [ref, `${ref}${PEELED}`], variables);
        if (object === undefined || end === undefined)
            return undefined;
        const tag = (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .describeTag */ .y)(name, object, end);
        context.fetched.set(name, { tag, variables });
        return tag;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(gitDirectory, { recursive: true, force: true });
        throw error;
    }
}


/***/ }),

/***/ 3213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedSince: () => (/* binding */ changedSince),
/* harmony export */   isAncestor: () => (/* binding */ isAncestor),
/* harmony export */   isReachable: () => (/* binding */ isReachable),
/* harmony export */   log: () => (/* binding */ log),
/* harmony export */   pathsChanged: () => (/* binding */ pathsChanged)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1426);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2704);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5417);






async function isAncestor(context, ancestor, descendant) {
    const [{ code }, place] = await Promise.all([
        context.git({
            command: "merge-base",
            options: ["--is-ancestor"],
            values: [(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .exactName */ .hr)(ancestor), (0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .exactName */ .hr)(descendant)],
            answers: [0, 1, 128],
        }),
        context.place(),
    ]);
    if (code === 0)
        return "yes";
    return code === 1 && !place.shallow ? "no" : "unknown";
}
async function isReachable(context, commit, prefixes) {
    const [{ stdout }, place] = await Promise.all([
        context.git({
            command: "for-each-ref",
            options: [`--contains=${(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdOf */ .mJ)(commit, "commit id")}`, "--count=1", "--format=%(refname)"],
            values: prefixes.map((prefix) => `${(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .fullRefOf */ .u8)(prefix.replace(/\/$/, ""))}/`),
        }),
        context.place(),
    ]);
    if (stdout.length > 0)
        return "yes";
    return place.shallow ? "unknown" : "no";
}
const DEFAULT_LIMIT = 10_000;
const FIELDS = ["%H", "%P", "%an", "%ae", "%at", "%ct", "%s", "%b"];
async function log(context, options) {
    const limit = options.limit ?? DEFAULT_LIMIT;
    const place = await context.place();
    const range = [(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .exactName */ .hr)(options.to), ...(options.from === undefined ? [] : [`^${(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .exactName */ .hr)(options.from)}`])];
    const [{ stdout }, complete] = await Promise.all([
        context.git({
            command: "log",
            options: ["-z", `--format=tformat:${FIELDS.join("%x00")}`, `--max-count=${limit + 1}`, "--no-show-signature"],
            values: range,
            paths: (options.paths ?? []).map(_names_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryPath */ .SH),
            directory: place.top,
            maxOutput: 256 * 1024 * 1024,
        }),
        place.shallow ? reachesNoBoundary(context, range, place.commonDirectory) : true,
    ]);
    const commits = parseLog(stdout, options.emails === true);
    return { commits: commits.slice(0, limit), complete, truncated: commits.length > limit };
}
async function reachesNoBoundary(context, range, directory) {
    const boundary = new Set((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "shallow"), "utf8")).split("\n"));
    const { stdout } = await context.git({ command: "rev-list", values: range, paths: [], maxOutput: 256 * 1024 * 1024 });
    return !stdout
        .toString("utf8")
        .split("\n")
        .some((id) => id !== "" && boundary.has(id));
}
function parseLog(output, emails) {
    const fields = (0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .nulSeparated */ .$Y)(output);
    const commits = [];
    for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
        const row = fields.slice(at, at + FIELDS.length);
        const [id = "", parents = "", author = "", email = "", authored, committed, subject = "", body = ""] = row;
        commits.push({
            id: (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdOf */ .mJ)(id),
            parents: parents
                .split(" ")
                .filter((parent) => parent !== "")
                .map((parent) => (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdOf */ .mJ)(parent)),
            author,
            ...(emails ? { authorEmail: email } : {}),
            authorDate: Number(authored) * 1000,
            committerDate: Number(committed) * 1000,
            subject,
            body: body.trimEnd(),
        });
    }
    return commits;
}
async function changedSince(context, name) {
    const [head, place] = await Promise.all([(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .headCommit */ .Qo)(context), context.place()]);
    if (head === undefined)
        return undefined;
    const { code, stdout } = await context.git({
        command: "merge-base",
        values: [(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .exactName */ .hr)(name), head],
        answers: [0, 1, 128],
    });
    const base = stdout.toString("utf8").trim();
    if (code !== 0 || !(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isObjectId */ .TS)(base))
        return undefined;
    const [committed, pending] = await Promise.all([
        context.git({
            command: "diff-tree",
            options: ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"],
            values: [base, head],
            directory: place.top,
            maxOutput: 64 * 1024 * 1024,
        }),
        (0,_commit_js__WEBPACK_IMPORTED_MODULE_3__.changedFiles)(context),
    ]);
    return [...new Set([...(0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .nulSeparated */ .$Y)(committed.stdout), ...pending])];
}
async function pathsChanged(context, tip, excluded) {
    try {
        const { stdout } = await context.git({
            command: "log",
            options: [
                "--format=tformat:",
                "--name-only",
                "-z",
                "-m",
                "--root",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
            ],
            values: [tip, ...excluded.map((id) => `^${id}`)],
            paths: [],
            maxOutput: 64 * 1024 * 1024,
        });
        return [
            ...new Set((0,_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .nulSeparated */ .$Y)(stdout)
                .map((path) => path.replace(/^\n/, ""))
                .filter((path) => path !== "")),
        ];
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GitError */ .X && error.code === 128)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ identityVariables),
/* harmony export */   v: () => (/* binding */ signingSettings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);



function identityVariables(identity, date) {
    for (const what of ["name", "email"]) {
        const text = identity[what];
        if (text.trim() === "" || text.length > 256 || /[\r\n\0<>]/.test(text)) {
            throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`the author's ${what} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} cannot be part of a commit`, {
                remedy: "Give a name and an address on one line, without angle brackets.",
            });
        }
    }
    const stamp = `${Math.floor(date / 1000)} +0000`;
    return {
        GIT_AUTHOR_NAME: identity.name,
        GIT_AUTHOR_EMAIL: identity.email,
        GIT_AUTHOR_DATE: stamp,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email,
        GIT_COMMITTER_DATE: stamp,
    };
}
function signingSettings(sign) {
    if (sign === undefined)
        return { config: {}, variables: {} };
    if (sign.format === "ssh") {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(sign.key))
            throw unusableKey("the SSH key is not an absolute path");
        return {
            config: { "gpg.format": "ssh", "gpg.ssh.program": "ssh-keygen", "user.signingKey": sign.key },
            variables: {},
        };
    }
    if (!/^[0-9A-Fa-f]{16,40}$/.test(sign.key))
        throw unusableKey("the OpenPGP key is not a long key id or fingerprint");
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(sign.gnupgHome))
        throw unusableKey("the GnuPG home is not an absolute path");
    return {
        config: {
            "gpg.format": "openpgp",
            "gpg.program": "gpg",
            "gpg.openpgp.program": "gpg",
            "user.signingKey": sign.key,
        },
        variables: { GNUPGHOME: sign.gnupgHome },
    };
}
function unusableKey(fault) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`cannot sign: ${fault}`, {
        remedy: "Give the absolute path of a private SSH key without a passphrase, or an OpenPGP fingerprint and its home.",
    });
}


/***/ }),

/***/ 7801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   push: () => (/* binding */ push)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1426);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8453);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3213);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5661);
/* harmony import */ var _pipeline_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9233);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(121);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3639);










const ATTEMPTS = 2;
async function push(context, request) {
    assertValid(request);
    for (const update of request.updates)
        await assertAllowed(context, request, update);
    const settled = new Map();
    const messages = [];
    let sent = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const updates = request.updates.filter(({ ref }) => !settled.has(ref));
        const negotiate = request.negotiate === "at once" || (request.negotiate === "on retry" && attempt > 1);
        const { results, stderr, lost } = await send(context, request, updates, negotiate);
        messages.push(...remoteMessages(stderr));
        sent ||= !NOTHING_PACKED.test(stderr);
        const clear = results.filter(({ doubtful }) => doubtful !== true);
        const open = updates.filter(({ ref }) => !clear.some((result) => result.ref === ref));
        const found = open.length === 0 ? [] : await readBack(context, request, open, lost);
        const last = attempt < ATTEMPTS ? [] : results;
        for (const { ref, state, reason } of [...last, ...clear, ...found]) {
            settled.set(ref, { ref, state, ...(reason === undefined ? {} : { reason }) });
        }
        const refs = request.updates.flatMap(({ ref }) => settled.get(ref) ?? []);
        if (refs.length === request.updates.length)
            return { refs, messages };
        if (negotiate && !sent)
            throw noCommonCommit(open, lost);
    }
    throw stillOpen(request, settled);
}
function assertValid(request) {
    (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_9__/* .remoteAddress */ .f)(request);
    if (request.updates.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("a push names no ref", { remedy: "Name at least one ref." });
    for (const { ref, id, expect } of request.updates) {
        (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .fullRefOf */ .u8)(ref);
        (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(id);
        if (expect !== "absent")
            (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(expect);
    }
    if ((request.options ?? []).some((option) => option.length > 4096 || /[\r\n\0]/.test(option))) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("a push option has more than one line or 4096 characters", { remedy: "Give one line per option." });
    }
}
async function assertAllowed(context, request, update) {
    const { ref, id, expect, base } = update;
    const branch = ref.startsWith("refs/heads/");
    if (branch && expect !== "absent" && request.allowRewind !== true) {
        const answer = await (0,_history_js__WEBPACK_IMPORTED_MODULE_5__.isAncestor)(context, expect, id);
        if (answer !== "yes") {
            const message = `${ref} would lose commits: ${expect.slice(0, 12)} is not behind ${id.slice(0, 12)}`;
            throw (answer === "no" ? _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .refused */ .J5 : _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(message, { remedy: "Rebase onto the branch's present commit." });
        }
    }
    if (request.allowPipelineFiles === true)
        return;
    const replaced = expect === "absent" || (base !== undefined && request.allowRewind === true);
    const known = [replaced ? undefined : expect, base].filter((one) => one !== undefined);
    const remotes = await context.git({
        command: "for-each-ref",
        options: ["--format=%(objectname)"],
        values: ["refs/remotes/"],
    });
    const tracked = remotes.stdout
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(line));
    const excluded = [...new Set([...known, ...tracked])];
    if (excluded.length === 0 && !branch)
        return;
    const paths = excluded.length === 0 ? undefined : await (0,_history_js__WEBPACK_IMPORTED_MODULE_5__.pathsChanged)(context, id, excluded);
    if (paths === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`it cannot be told which commits ${ref} would bring`, {
            remedy: "Name a commit that the remote holds as the update's base, and have it in this clone.",
        });
    }
    (0,_pipeline_files_js__WEBPACK_IMPORTED_MODULE_7__/* .assertNoPipelineFiles */ .$)(paths, `the push to ${ref}`);
}
async function send(context, request, updates, negotiate) {
    try {
        const { stdout, stderr } = await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_8__/* .withShadow */ .to)(context, undefined, async ({ gitDirectory, variables }) => {
            if (negotiate)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "shallow"), { force: true });
            return context.git({
                command: "push",
                options: [
                    "--porcelain",
                    "--no-verify",
                    ...(request.atomic === true ? ["--atomic"] : []),
                    ...updates.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect === "absent" ? "" : expect}`),
                    ...(request.options ?? []).map((option) => `--push-option=${option}`),
                ],
                values: [(0,_remote_url_js__WEBPACK_IMPORTED_MODULE_9__/* .remoteAddress */ .f)(request).url, ...updates.map(({ id, ref }) => `${id}:${ref}`)],
                answers: [0, 1],
                config: negotiate ? { "push.negotiate": "true" } : {},
                directory: gitDirectory,
                variables,
                remote: request,
            });
        });
        return { results: parseReport(stdout.toString("utf8"), updates), stderr, lost: new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X("push", 1, stderr) };
    }
    catch (error) {
        if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ) || nothingSent(error))
            throw error;
        if (error.verdict === "interrupted")
            throw interruptedPush(request);
        return { results: [], stderr: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X ? error.stderr : "", lost: error };
    }
}
const BEFORE_SENDING = /unable to access|Authentication failed|could not read|not found|not allowed|does not support|src refspec/i;
const NOTHING_PACKED = /^fatal: (?:failed to traverse parents|unable to read [0-9a-f]{40}|missing )/im;
function nothingSent(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X))
        return error.verdict === "invalid";
    return error.stderr.split("\n").some((line) => line.startsWith("fatal:") && BEFORE_SENDING.test(line));
}
function parseReport(output, updates) {
    return output.split("\n").flatMap((line) => {
        const [flag = "", refspec = "", reason = ""] = line.split("\t");
        const update = updates.find(({ ref }) => refspec.endsWith(`:${ref}`));
        if (update === undefined)
            return [];
        const { ref } = update;
        if (flag === "=")
            return [{ ref, state: "unchanged" }];
        if (flag !== "!")
            return [{ ref, state: "pushed" }];
        if (reason.includes("stale info"))
            return [{ ref, state: "stale", reason }];
        if (/failed to report status|expecting report/.test(reason))
            return [];
        return [{ ref, state: "rejected", reason, doubtful: /fail|lock|exists|incorrect old value/.test(reason) }];
    });
}
async function readBack(context, request, open, lost) {
    const held = await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_4__.remoteRefs)(context, request, open.map(({ ref }) => ref)).catch((cause) => {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`the answer to a push was lost, and the remote could not be read: ${open.map(({ ref }) => ref).join(", ")}`, {
            remedy: "Run again: what arrived is recognized, what did not is pushed.",
            cause: new AggregateError([lost, cause]),
        });
    });
    return open.flatMap(({ ref, id, expect }) => {
        const now = held.find(({ name }) => name === ref)?.id ?? "absent";
        if (now === id)
            return [{ ref, state: "adopted" }];
        return now === expect ? [] : [{ ref, state: "stale", reason: `the remote holds ${now}` }];
    });
}
function remoteMessages(stderr) {
    return stderr
        .split("\n")
        .filter((line) => line.startsWith("remote:"))
        .map((line) => line.slice("remote:".length).trim());
}
function noCommonCommit(open, cause) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`the remote does not hold the commit that ${open.map(({ ref }) => ref).join(", ")} builds on; nothing was written`, {
        remedy: "For a fork: bring its base branch up to date with the upstream (GitLab: Update fork), and run again.",
        cause,
    });
}
function interruptedPush(request) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .interrupted */ .VM)(`interrupted while ${request.updates.map(({ ref }) => ref).join(", ")} was being pushed: it may have arrived`, {
        remedy: "Run again: what arrived is recognized, what did not is pushed.",
    });
}
function stillOpen(request, settled) {
    const missing = request.updates.filter(({ ref }) => !settled.has(ref)).map(({ ref }) => ref);
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`the server does not confirm the push of ${missing.join(", ")}`, {
        remedy: "Run again: what arrived is recognized, what did not is pushed.",
        exists: [...settled.values()].map(({ ref, state }) => `${ref}: ${state}`),
        missing,
    });
}


/***/ }),

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
        (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_10__/* .remoteAddress */ .f)(options.fork);
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
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GitError */ .X && /^fatal: couldn't find remote ref /m.test(error.stderr))
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
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)("the files hold these bytes already; there is nothing to commit", { remedy: "Commit a change." });
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
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .undecided */ .oo)(`the branch ${options.baseBranch} is gone from the remote`, { remedy: "Check its name." });
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ makeShadow),
/* harmony export */   g7: () => (/* binding */ makeGitDirectory),
/* harmony export */   to: () => (/* binding */ withShadow),
/* harmony export */   ww: () => (/* binding */ makeTemporary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);



async function makeShadow(context, head) {
    const place = await context.place();
    const gitDirectory = await makeTemporary(context.options.temporary, "git-");
    await makeGitDirectory(gitDirectory, { format: place.format, head: head ?? "ref: refs/heads/none" });
    if (place.shallow)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.commonDirectory, "shallow"), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "shallow"));
    return {
        gitDirectory,
        variables: {
            GIT_DIR: gitDirectory,
            GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.commonDirectory, "objects")),
        },
    };
}
async function makeTemporary(temporary, prefix) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, prefix)).catch((cause) => {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`the temporary directory ${temporary} cannot be written`, {
            remedy: "Free space, or fix the permissions of the temporary directory.",
            cause,
        });
    });
}
async function withShadow(context, head, body) {
    const shadow = await makeShadow(context, head);
    try {
        return await body(shadow);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(shadow.gitDirectory, { recursive: true, force: true });
    }
}
async function makeGitDirectory(directory, shape) {
    await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "objects", "info"), { recursive: true }),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "refs", "tags"), { recursive: true }),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "info"), { recursive: true }),
    ]);
    const fileMode = node_path__WEBPACK_IMPORTED_MODULE_1__.sep === "/" ? "true" : "false";
    const format = shape.format === "sha256" ? "[extensions]\n\tobjectFormat = sha256\n" : "";
    const config = `[core]\n\trepositoryFormatVersion = 1\n\tfileMode = ${fileMode}\n\tbare = false\n${format}`;
    await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "HEAD"), `${shape.head}\n`),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "config"), config + (shape.config ?? "")),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "info", "attributes"), `* ${RAW}\n`),
    ]);
}
const RAW = "-text -eol -filter -ident -working-tree-encoding -diff -merge";
function quoted(path) {
    return /["\\:;]/.test(path) ? `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"` : path;
}


/***/ })

};
;