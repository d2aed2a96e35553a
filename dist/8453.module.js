"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
    (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .fn)(remote);
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
        values: [(0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .fn)(remote).url, ...patterns],
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
    const { url } = (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .remoteAddress */ .fn)(remote);
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


/***/ });
