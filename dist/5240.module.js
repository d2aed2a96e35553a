"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ select),
/* harmony export */   filesInQuestion: () => (/* binding */ filesInQuestion),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);



function filesInQuestion(file, selectors) {
    const templates = new Set(selectors.map(({ template }) => template));
    const files = file.candidates.flatMap(({ template, targetFile }) => targetFile !== undefined && templates.has(template) ? [targetFile] : []);
    return [...new Set(files)];
}
async function select(file, selectors, options) {
    const { targets, sources } = await withTargetFiles(file, selectors, options);
    const chosen = new Set();
    const skipped = [];
    const problems = [];
    for (const selector of selectors) {
        const found = targets.filter((target) => matches(target, selector));
        const [only] = found;
        if (found.length === 1 && only !== undefined)
            chosen.add(only);
        else if (found.length === 0 && selector.optional === true)
            skipped.push(selector);
        else
            problems.push(...miss(file, selector, found, targets));
    }
    problems.push(...shared(targets, chosen));
    return { targets: targets.filter((target) => chosen.has(target)), skipped, problems, sources };
}
function matches(target, { template, namespace, name }) {
    return (target.template === template &&
        (namespace === undefined || target.namespace === namespace) &&
        (name === undefined || target.name === name));
}
async function withTargetFiles(file, selectors, { targetFiles }) {
    const needed = filesInQuestion(file, selectors);
    const unread = needed.filter((name) => targetFiles?.has(name) !== true);
    if (unread.length > 0) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${file.file}: which targets are selected depends on files that were not read: ${unread.join(", ")}`, {
            remedy: "Check that these files exist.",
            problems: file.candidates
                .filter(({ targetFile = "" }) => unread.includes(targetFile))
                .map((target) => listed(target)),
        });
    }
    const sources = new Map();
    const targets = [];
    for (const candidate of file.targets) {
        const { targetFile } = candidate;
        const content = targetFile === undefined || !needed.includes(targetFile) ? undefined : targetFiles?.get(targetFile);
        if (targetFile === undefined || content === undefined) {
            targets.push(candidate);
            continue;
        }
        const { source, target } = (0,_open_js__WEBPACK_IMPORTED_MODULE_2__/* .openTargetFile */ .k)(content.bytes, content.file, candidate);
        sources.set(targetFile, sources.get(targetFile) ?? source);
        targets.push(target);
    }
    return { targets, sources };
}
function shared(targets, chosen) {
    const others = targets.filter((target) => !chosen.has(target) && target.targetFile !== undefined);
    return [...chosen].flatMap((target) => {
        const other = target.targetFile === undefined ? undefined : others.find(({ targetFile }) => targetFile === target.targetFile);
        if (other === undefined)
            return [];
        const what = `${describe(target)} shares its file with ${describe(other)}, which is not selected`;
        return [{ what, remedy: "Select both or give each a file.", file: target.file, line: target.line }];
    });
}
const MOST_LISTED = 20;
function miss(file, selector, found, targets) {
    const inTemplate = targets.filter(({ template }) => template === selector.template);
    const several = found.length > 1;
    const candidates = several ? found : inTemplate.length > 0 ? inTemplate : targets;
    const what = `${several ? `${found.length} targets match` : "no target matches"} ${selectorText(selector)}`;
    const remedy = several
        ? "Give the namespace and the name of the target, too."
        : "Select one of the targets that the file has.";
    const left = candidates.length - MOST_LISTED;
    const more = left > 0 ? [{ what: `and ${left} more targets`, file: file.file }] : [];
    return [
        { what, remedy, file: file.file },
        ...candidates.slice(0, MOST_LISTED).map((target) => listed(target)),
        ...more,
    ];
}
function selectorText({ template, namespace, name }) {
    const parts = [`template ${quoted(template)}`];
    if (namespace !== undefined)
        parts.push(`namespace ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(namespace, 200)}`);
    if (name !== undefined)
        parts.push(`name ${quoted(name)}`);
    return parts.join(", ");
}
function listed(target) {
    const ref = target.ref === undefined
        ? `in ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(target.targetFile ?? "another file", 200)}`
        : `ref ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(target.ref, 80)}`;
    return { what: `a candidate: ${describe(target)}, ${ref}`, file: target.file, line: target.line };
}
function describe(target) {
    return `${target.template === "" ? "the target" : selectorText(target)} (${target.path})`;
}
function quoted(text) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text);
}


/***/ });
