"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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


/***/ });
