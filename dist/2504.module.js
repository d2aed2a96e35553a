"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ checkBranchName),
/* harmony export */   Vh: () => (/* binding */ namesakes),
/* harmony export */   WZ: () => (/* binding */ nextFree)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);


function namesakes(wanted, names) {
    return names
        .filter((name) => versionOf(wanted, name) > 0)
        .toSorted((a, b) => versionOf(wanted, b) - versionOf(wanted, a));
}
function nextFree(wanted, names) {
    const versions = names.map((name) => versionOf(wanted, name)).filter((version) => version > 0);
    return versions.length === 0 ? wanted : `${wanted}-v${Math.max(1, ...versions) + 1}`;
}
function versionOf(wanted, name) {
    if (name === wanted)
        return 1;
    const rest = name.startsWith(`${wanted}-v`) ? name.slice(wanted.length + 2) : "";
    return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : 0;
}
async function checkBranchName(name, { baseBranch }) {
    const { branchRef } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const remedy = "Give branch another name.";
    if (name === baseBranch || name === "master" || name === "main") {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${name} cannot be the branch of a promotion: app-interface accepts merge requests from other branches only`, { remedy });
    }
    if (/[^\u0021-\u007e]/.test(name))
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`branch ${JSON.stringify((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(name, 80))} has characters that are not ASCII`, { remedy });
    branchRef(name);
    return name;
}


/***/ });
