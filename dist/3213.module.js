"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedSince: () => (/* binding */ changedSince),
/* harmony export */   isAncestor: () => (/* binding */ isAncestor),
/* harmony export */   isReachable: () => (/* binding */ isReachable),
/* harmony export */   log: () => (/* binding */ log),
/* harmony export */   pathsChanged: () => (/* binding */ pathsChanged),
/* harmony export */   relation: () => (/* binding */ relation)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1426);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2704);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5417);







async function isAncestor(context, ancestor, descendant) {
    const [{ code }, place] = await Promise.all([
        context.git({
            command: "merge-base",
            options: ["--is-ancestor"],
            values: [(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .exactName */ .hr)(ancestor), (0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .exactName */ .hr)(descendant)],
            answers: [0, 1, 128],
        }),
        context.place(),
    ]);
    if (code === 0)
        return "yes";
    return code === 1 && !place.shallow ? "no" : "unknown";
}
async function relation(context, from, to) {
    try {
        const [ahead, behind] = await Promise.all([isAncestor(context, from, to), isAncestor(context, to, from)]);
        if (ahead === "yes")
            return "ahead";
        if (behind === "yes")
            return "behind";
        return ahead === "no" && behind === "no" ? "diverged" : "unknown";
    }
    catch (error) {
        if (error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ && error.verdict === "undecided")
            return "unknown";
        throw error;
    }
}
async function isReachable(context, commit, prefixes) {
    const [{ stdout }, place] = await Promise.all([
        context.git({
            command: "for-each-ref",
            options: [`--contains=${(0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdOf */ .mJ)(commit, "commit id")}`, "--count=1", "--format=%(refname)"],
            values: prefixes.map((prefix) => `${(0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .fullRefOf */ .u8)(prefix.replace(/\/$/, ""))}/`),
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
    const range = [(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .exactName */ .hr)(options.to), ...(options.from === undefined ? [] : [`^${(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .exactName */ .hr)(options.from)}`])];
    const [{ stdout }, complete] = await Promise.all([
        context.git({
            command: "log",
            options: ["-z", `--format=tformat:${FIELDS.join("%x00")}`, `--max-count=${limit + 1}`, "--no-show-signature"],
            values: range,
            paths: (options.paths ?? []).map(_names_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryPath */ .SH),
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
    const fields = (0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .nulSeparated */ .$Y)(output);
    const commits = [];
    for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
        const row = fields.slice(at, at + FIELDS.length);
        const [id = "", parents = "", author = "", email = "", authored, committed, subject = "", body = ""] = row;
        commits.push({
            id: (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdOf */ .mJ)(id),
            parents: parents
                .split(" ")
                .filter((parent) => parent !== "")
                .map((parent) => (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdOf */ .mJ)(parent)),
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
    const [head, place] = await Promise.all([(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .headCommit */ .Qo)(context), context.place()]);
    if (head === undefined)
        return undefined;
    const { code, stdout } = await context.git({
        command: "merge-base",
        values: [(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .exactName */ .hr)(name), head],
        answers: [0, 1, 128],
    });
    const base = stdout.toString("utf8").trim();
    if (code !== 0 || !(0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .isObjectId */ .TS)(base))
        return undefined;
    const [committed, pending] = await Promise.all([
        context.git({
            command: "diff-tree",
            options: ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"],
            values: [base, head],
            directory: place.top,
            maxOutput: 64 * 1024 * 1024,
        }),
        (0,_commit_js__WEBPACK_IMPORTED_MODULE_4__.changedFiles)(context),
    ]);
    return [...new Set([...(0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .nulSeparated */ .$Y)(committed.stdout), ...pending])];
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
            ...new Set((0,_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .nulSeparated */ .$Y)(stdout)
                .map((path) => path.replace(/^\n/, ""))
                .filter((path) => path !== "")),
        ];
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X && error.code === 128)
            return undefined;
        throw error;
    }
}


/***/ });
