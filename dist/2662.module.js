"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cr: () => (/* binding */ planRefs),
/* harmony export */   je: () => (/* binding */ targetName)
/* harmony export */ });
/* unused harmony exports readSaasFile, neededTargetFiles, planBump, planTargetFile */
async function readSaasFile(bytes, file) {
    const { openSaasFile } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3269)]).then(__webpack_require__.bind(__webpack_require__, 3269));
    return openSaasFile(bytes, file);
}
async function neededTargetFiles(file, selectors) {
    const { filesInQuestion } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3269), __webpack_require__.e(5240)]).then(__webpack_require__.bind(__webpack_require__, 5240));
    return filesInQuestion(file, selectors);
}
async function planBump(file, selectors, options) {
    const { planSaasFile } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7291), __webpack_require__.e(3269), __webpack_require__.e(3958)]).then(__webpack_require__.bind(__webpack_require__, 3958));
    return planSaasFile(file, selectors, options);
}
async function planTargetFile(bytes, file, options) {
    const { planOneTarget } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7291), __webpack_require__.e(3269), __webpack_require__.e(3958)]).then(__webpack_require__.bind(__webpack_require__, 3958));
    return planOneTarget(bytes, file, options);
}
async function planRefs(request) {
    return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7291), __webpack_require__.e(3269), __webpack_require__.e(3519)]).then(__webpack_require__.bind(__webpack_require__, 3519))).planRefs(request);
}
function targetName({ template, namespace, name }) {
    const file = namespace?.split("/").at(-1);
    const place = file?.replace(/\.ya?ml$/, "") ?? name;
    if (place === undefined)
        return template;
    return `${place} (${template}${name === undefined || name === place ? "" : `, ${name}`})`;
}


/***/ });
