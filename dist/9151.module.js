"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   Wm: () => (/* binding */ programIn),
/* harmony export */   jM: () => (/* binding */ withAbsolutePath)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



function findTool(name, env, remedy = `Install ${name} on this machine.`) {
    const found = programIn(name, env);
    if (found !== undefined)
        return found;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`there is no ${name} in PATH`, { remedy });
}
function programIn(name, env) {
    const names = node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter === ";" ? [`${name}.exe`, name] : [name];
    return absoluteEntries(env["PATH"] ?? env["Path"] ?? "")
        .flatMap((directory) => names.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, file)))
        .find(isProgram);
}
function withAbsolutePath(env) {
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [
        name,
        name === "PATH" || name === "Path" ? absolutePath(value) : value,
    ]));
}
function absolutePath(path) {
    return absoluteEntries(path).join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter);
}
function absoluteEntries(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(entry));
}
function isProgram(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}


/***/ });
