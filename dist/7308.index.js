"use strict";
exports.id = 7308;
exports.ids = [7308];
exports.modules = {

/***/ 8368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   qM: () => (/* binding */ targetKeys),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   tQ: () => (/* binding */ textKey),
/* harmony export */   wK: () => (/* binding */ searchText)
/* harmony export */ });
const START = "<!-- release-actions: bump-appinterface-ref ";
const END = " -->";
async function targetKeys(candidates) {
    const keys = candidates.map(({ template, namespace = "", name = "" }) => digest(JSON.stringify([template, namespace, name])));
    return (await Promise.all(keys)).toSorted();
}
function writeMarker({ file, targets, ref, date, text }) {
    return `${START}file=${encoded(file)} targets=${targets.join(",")} ref=${ref} date=${date} text=${text}${END}`;
}
function searchText(file) {
    return encoded(file);
}
function readMarker(description) {
    const start = description.lastIndexOf(START);
    const end = description.indexOf(END, start);
    if (start < 0 || end < 0 || end - start > 4_000)
        return undefined;
    const pairs = description.slice(start + START.length, end).split(" ");
    const fields = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
    const field = (name, pattern) => {
        const value = fields.get(name);
        return value !== undefined && pattern.test(value) ? value : undefined;
    };
    const file = decoded(fields.get("file") ?? "");
    const targets = field("targets", /^[0-9a-f,]{12,3000}$/);
    const ref = field("ref", /^[0-9a-f]{40}$/);
    const date = field("date", /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
    const text = field("text", /^[0-9a-f]{12}$/);
    if (file === undefined || targets === undefined || ref === undefined || date === undefined || text === undefined)
        return undefined;
    return { file, targets: targets.split(","), ref, date, text };
}
async function textKey(title, description) {
    const start = description.lastIndexOf(START);
    const body = start < 0 ? description : description.slice(0, start);
    return digest(JSON.stringify([title.trim(), body.replaceAll("\r\n", "\n").trim()]));
}
async function isUntouched({ title, description }, { text }) {
    return (await textKey(title, description)) === text;
}
function encoded(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}
function decoded(path) {
    try {
        return path === "" ? undefined : decodeURIComponent(path);
    }
    catch {
        return undefined;
    }
}
async function digest(text) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}


/***/ }),

/***/ 1184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


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


/***/ }),

/***/ 7308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diffOf: () => (/* binding */ diffOf),
/* harmony export */   doneBlocks: () => (/* binding */ doneBlocks),
/* harmony export */   planBlocks: () => (/* binding */ planBlocks),
/* harmony export */   printPlan: () => (/* binding */ printPlan),
/* harmony export */   targetRows: () => (/* binding */ targetRows)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1184);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5900);



function targetRows({ refs }) {
    const changed = refs.changes.map(({ candidate, oldRef, newRef, line }) => {
        return { ...rowOf(candidate), line, "old-ref": oldRef, "new-ref": newRef, changed: true };
    });
    const same = refs.files.flatMap(({ unchanged }) => unchanged);
    const kept = same.map((candidate) => ({
        ...rowOf(candidate),
        line: candidate.line,
        "old-ref": candidate.ref,
        "new-ref": candidate.ref,
        changed: false,
    }));
    return [...changed, ...kept];
}
function rowOf({ template, namespace, name, file }) {
    return { template, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }), file };
}
function diffOf({ refs }) {
    return refs.files.map(({ diff }) => diff).join("");
}
function printPlan(io, prepared, steps, settings) {
    const { date } = prepared;
    const why = settings.isDateGiven ? "" : date === settings.date ? " (today, UTC)" : " (that of the merge request)";
    io.info(`the day of the release is ${date}${why}`);
    for (const { candidate, oldRef, newRef, line } of prepared.refs.changes) {
        io.info(`${candidate.file}:${line}: ${(0,_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .targetName */ .je)(candidate)}: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)} → ${newRef}`);
    }
    for (const warning of prepared.warnings)
        io.warning(warning);
    io.info(steps.length === 0 ? "nothing to write" : "the plan:");
    for (const step of steps)
        io.info(`  ${step}`);
}
function planBlocks(prepared, steps, settings) {
    const { work } = prepared;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`Plan for ${settings.file}`, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(steps.length === 0 ? "Dry run: there is nothing to write." : "Dry run, nothing was written."),
        ...(steps.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(steps, true)]),
        ...shared(prepared),
        ...(work === undefined
            ? []
            : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The merge request's text", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(work.texts.description, "markdown")])]),
    ];
}
function doneBlocks(prepared, written, settings) {
    const { superseded, work } = prepared;
    if (written === undefined || work === undefined) {
        return [
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(`${settings.file}: nothing to promote`, 3),
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["Every target has ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(settings.ref), " already."]),
            ...shared(prepared),
        ];
    }
    const { mergeRequest } = written;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .heading */ .R_)(mergeRequest.title, 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)([
            "Merge request ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${mergeRequest.iid}`, mergeRequest.webUrl),
            " on the branch ",
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(written.branch),
            written.changed ? "" : ", unchanged",
        ]),
        ...shared(prepared),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Next: have it reviewed. app-interface merges it when the owners have approved, and deploys it then."),
        ...(superseded.length > 0
            ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)("Older merge requests for the same targets:"), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(superseded.map(asLink))]
            : []),
        ...rollback(prepared),
    ];
}
const asLink = ({ iid, webUrl, title }) => [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`!${iid}`, webUrl), ` ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(title, 80)}`];
function shared(prepared) {
    const { refs, warnings } = prepared;
    const diff = diffOf(prepared);
    const rows = refs.changes.map(({ candidate, oldRef, newRef }) => [
        (0,_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .targetName */ .je)(candidate),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(oldRef, 80)),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(newRef),
    ]);
    return [
        ...(rows.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["Target", "Old ref", "New ref"], rows)]),
        ...(warnings.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(warnings)]),
        ...(diff === "" ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("The change", [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(diff, "diff")])]),
    ];
}
function rollback({ refs }) {
    const [only, ...others] = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .oldRefs */ .M1)(refs);
    if (only === undefined || others.length > 0 || !/^[0-9a-f]{40}$/.test(only))
        return [];
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(["To go back: run the same job with ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`ref: ${only}`), " and ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)("allow-rollback: true"), "."]),
    ];
}


/***/ }),

/***/ 5900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  at: () => (/* binding */ branchName),
  je: () => (/* binding */ targetName),
  CB: () => (/* binding */ textsOf)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/forge/gitlab/index.ts + 7 modules
var gitlab = __webpack_require__(1973);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/changelog.ts

const MOST_LINES = 200;
const LONGEST_SUBJECT = 200;
function changelogMarkdown(ranges, addressOf) {
    const blocks = ranges.flatMap((range) => [
        ...(ranges.length > 1 ? [(0,packages_text/* paragraph */.FY)(["From ", (0,packages_text/* code */.aY)((0,packages_text/* shorten */.ml)(range.oldRef, 80)), ":"])] : []),
        ...rangeBlocks(range, addressOf(range)),
    ]);
    return (0,packages_text/* toMarkdown */.l6)(blocks).trimEnd();
}
function rangeBlocks({ commits, notes, relation }, address) {
    const left = commits.length - MOST_LINES;
    const isKnown = relation !== "unknown" && relation !== "moving";
    return [
        ...notes.map((note) => (0,packages_text/* paragraph */.FY)(note)),
        ...(commits.length === 0
            ? isKnown
                ? [(0,packages_text/* paragraph */.FY)("No commits.")]
                : []
            : [
                (0,packages_text/* list */.p_)(commits
                    .slice(0, MOST_LINES)
                    .map(({ id, subject, parents }) => [
                    (0,packages_text/* code */.aY)(id.slice(0, 12)),
                    " ",
                    ...subjectParts((0,packages_text/* oneLine */.TN)((0,packages_text/* shorten */.ml)(subject, LONGEST_SUBJECT)).trim() || "(no subject)"),
                    ...(parents.length > 1 ? [" (merge)"] : []),
                ])),
            ]),
        ...(left > 0 ? [(0,packages_text/* paragraph */.FY)(`And ${left} more.`)] : []),
        ...(address === undefined ? [] : [(0,packages_text/* paragraph */.FY)((0,packages_text/* link */.nf)("Compare", address))]),
    ];
}
function subjectParts(subject) {
    const parts = subject.split(/(-(?=[0-9])|#(?=[0-9])|:(?=\/\/))/);
    return parts.map((part, index) => (index % 2 === 1 ? part : (0,packages_text/* code */.aY)(part)));
}

// EXTERNAL MODULE: ./actions/bump-appinterface-ref/defaults.ts
var defaults = __webpack_require__(932);
// EXTERNAL MODULE: ./actions/bump-appinterface-ref/marker.ts
var bump_appinterface_ref_marker = __webpack_require__(8368);
// EXTERNAL MODULE: ./actions/bump-appinterface-ref/refs.ts + 1 modules
var bump_appinterface_ref_refs = __webpack_require__(1184);
// EXTERNAL MODULE: ./actions/bump-appinterface-ref/template.ts
var bump_appinterface_ref_template = __webpack_require__(2752);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/texts.ts








function branchName(settings, date) {
    const problems = [];
    const name = (0,bump_appinterface_ref_template/* fillIn */.pz)("branch", settings.branch, { ...NONE, ...plain(settings, date) }, problems);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    return name;
}
async function textsOf(settings, facts) {
    const { messageFromText } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const { refs, ranges, date, keys } = facts;
    const problems = [];
    const changelog = changelogMarkdown(ranges, facts.compareUrl);
    const olds = (0,bump_appinterface_ref_refs/* oldRefs */.M1)(refs).map((ref) => (0,packages_text/* oneLine */.TN)((0,packages_text/* shorten */.ml)(ref, 80)));
    const [first] = ranges;
    const line = {
        ...NONE,
        ...plain(settings, date),
        "old-ref": olds.length === 0 ? undefined : olds.join(", "),
        "short-old-ref": olds.length === 0 ? undefined : olds.map((ref) => ref.slice(0, 12)).join(", "),
        including: settings.including.length === 0 ? "" : ` (including ${settings.including.join(", ")})`,
        targets: refs.selected.map(targetName).map(packages_text/* oneLine */.TN).join(", "),
        file: settings.file,
        image: settings.image,
        "compare-url": first === undefined ? undefined : facts.compareUrl(first),
    };
    const markdown = {
        ...line,
        ref: inCode(settings.ref),
        "old-ref": olds.length === 0 ? undefined : olds.map(inCode).join(", "),
        targets: (0,packages_text/* toMarkdown */.l6)([
            (0,packages_text/* list */.p_)(refs.selected.map((target) => [(0,packages_text/* code */.aY)(targetName(target)), " in ", (0,packages_text/* code */.aY)(target.file)])),
        ]).trimEnd(),
        file: inCode(settings.file),
        image: settings.image === undefined ? undefined : inCode(settings.image),
        "compare-url": (0,packages_text/* linkTarget */.Cm)(line["compare-url"] ?? ""),
        changelog,
        checklist: checklist(settings, facts),
    };
    const title = (0,gitlab/* fitTitle */.Ei)((0,bump_appinterface_ref_template/* fillIn */.pz)("title", settings.title, line, problems));
    const message = (0,bump_appinterface_ref_template/* fillIn */.pz)("commit-message", settings.message, line, problems);
    const template = settings.description ??
        (0,defaults/* defaultDescription */.GO)({ jiraKey: settings.jiraKey !== undefined, image: settings.image !== undefined });
    const body = (0,gitlab/* withoutCommands */.Df)((0,bump_appinterface_ref_template/* fillIn */.pz)("description", template, markdown, problems)).trim();
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    const marker = {
        file: settings.file,
        targets: keys,
        ref: settings.ref,
        date,
        text: await (0,bump_appinterface_ref_marker/* textKey */.tQ)(title, body),
    };
    const description = `${body}\n\n${(0,bump_appinterface_ref_marker/* writeMarker */.en)(marker)}`;
    (0,gitlab/* checkTexts */.Ri)({ title, body: description });
    return { title, description, message: messageFromText(message), changelog };
}
const NONE = {
    date: undefined,
    ref: undefined,
    "short-ref": undefined,
    "old-ref": undefined,
    "short-old-ref": undefined,
    "jira-key": undefined,
    including: undefined,
    targets: undefined,
    file: undefined,
    image: undefined,
    "compare-url": undefined,
    changelog: undefined,
    checklist: undefined,
};
function plain({ ref, jiraKey }, date) {
    return { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey };
}
function targetName({ template, namespace, name }) {
    const place = namespace
        ?.split("/")
        .at(-1)
        ?.replace(/\.ya?ml$/, "") ?? name;
    return place === undefined
        ? template
        : `${place} (${template}${name === undefined || name === place ? "" : `, ${name}`})`;
}
const inCode = (text) => (0,packages_text/* toMarkdown */.l6)([{ kind: "paragraph", text: (0,packages_text/* code */.aY)(text) }]).trimEnd();
function checklist({ image }, { ranges, sourceName }) {
    const box = (isTicked, text) => `- [${isTicked ? "x" : " "}] ${text}`;
    const isForward = ranges.length > 0 && ranges.every(({ relation }) => relation === "forward");
    return [
        box(true, `The commit exists in ${inCode((0,packages_text/* shorten */.ml)(sourceName, 200))}`),
        box(true, "Nothing but the refs of the targets above is changed"),
        box(isForward, isForward
            ? "The commit continues what is deployed"
            : "The commit does not continue what is deployed, or that is not known: checked"),
        box(false, image === undefined ? "The image of this commit exists" : "The image above exists and was built from this commit"),
        box(false, "The team approves"),
    ].join("\n");
}


/***/ })

};
;