"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y_: () => (/* binding */ changedFiles),
  M1: () => (/* binding */ oldRefs),
  cr: () => (/* binding */ planRefs)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/index.ts
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

;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/refs.ts


async function planRefs(read, { file, selectors, ref, allowMovingRef }) {
    const bytes = await read(file);
    if (bytes === undefined)
        throw (0,action/* invalid */.Gq)(`app-interface has no file ${file}`, {
            remedy: "Check file; it is read at the head of base-branch.",
        });
    const saas = await readSaasFile(bytes, file);
    const targetFiles = new Map();
    for (const name of await neededTargetFiles(saas, selectors)) {
        const path = `data${name}`;
        const content = name.startsWith("/") ? await read(path) : undefined;
        if (content !== undefined)
            targetFiles.set(name, { file: path, bytes: content });
    }
    const plan = await planBump(saas, selectors, { ref, allowMovingRef, targetFiles });
    const files = [plan, ...plan.externalTargets];
    const changes = files.flatMap((one) => one.changes);
    const selected = [...changes.map(({ candidate }) => candidate), ...files.flatMap(({ unchanged }) => unchanged)];
    if (selected.length === 0)
        throw (0,action/* refused */.J5)(`none of the targets is in ${file}, and all are optional`, {
            remedy: "Correct the targets, or take optional away.",
        });
    return { saas, files, changes, selected, plan };
}
function changedFiles({ files }) {
    return files.filter(({ changes }) => changes.length > 0).map(({ file, bytes }) => ({ path: file, bytes }));
}
function oldRefs({ changes }) {
    return [...new Set(changes.map(({ oldRef }) => oldRef))];
}


/***/ });
