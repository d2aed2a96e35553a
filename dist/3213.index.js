"use strict";
exports.id = 3213;
exports.ids = [3213,2704];
exports.modules = {

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

/***/ 3213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedSince: () => (/* binding */ changedSince),
/* harmony export */   isAncestor: () => (/* binding */ isAncestor),
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