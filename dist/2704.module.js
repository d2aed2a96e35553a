"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J5)(`${path} is ${fault} in the parent commit`, { remedy: "Name a regular file." });
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
        remedy: "Run again, on the branch's current commit.",
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
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)("the commit message is empty or contains a NUL", { remedy: "Write a message." });
    }
    return message.endsWith("\n") ? message : `${message}\n`;
}


/***/ });
