"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   QL: () => (/* binding */ defaultTitle),
/* harmony export */   YP: () => (/* binding */ earlyTexts),
/* harmony export */   at: () => (/* binding */ branchName),
/* harmony export */   nU: () => (/* binding */ DEFAULT_BRANCH),
/* harmony export */   qM: () => (/* binding */ targetKeys),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   zD: () => (/* binding */ defaultMessage)
/* harmony export */ });
/* unused harmony exports fillIn, changelogMarkdown, MARKER, writeMarker */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2662);
/* harmony import */ var _release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(192);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8151);






const DEFAULT_BRANCH = "aa-release-{date}";
const defaultTitle = (hasKey) => `${hasKey ? "{jira-key} - " : ""}{date} Analytics HCC Service Release`;
const defaultMessage = (hasKey) => `${hasKey ? "{jira-key} - " : ""}chore(release): release {short-ref} to production{including}`;
function defaultDescription({ jiraKey, image }) {
    return [
        "## Release\n\n{date} Analytics HCC Service Release",
        "## Commit SHA\n\n{ref}",
        ...(jiraKey === undefined ? [] : ["## Jira\n\n{jira-key}"]),
        "## Changes Included\n\n{changelog}",
        "## Components Updated\n\n{targets}",
        ...(image === undefined ? [] : ["## Quay Image\n\n{image}"]),
        "## Checklist\n\n{checklist}",
    ].join("\n\n");
}
const NONE = Object.fromEntries(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .VARIABLES */ .ut.map((name) => [name, undefined]));
const REMEDIES = {
    "jira-key": "Set jira-key.",
    image: "Set image.",
    "compare-url": "Set source to an HTTPS URL on GitHub or GitLab, or remove {compare-url} from the template.",
    changelog: "Set source, or remove {changelog} from the template.",
};
function fillIn(input, template, values, problems) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .fillTemplate */ .ou)(template, (name) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value !== undefined)
            return value;
        const remedy = Object.hasOwn(REMEDIES, name) ? REMEDIES[name] : undefined;
        problems.push({
            input,
            what: `${input} names {${name}}, and this run has none`,
            remedy: remedy ?? `Remove {${name}} from ${input}.`,
        });
        return "";
    });
}
function branchName(release, date) {
    const problems = [];
    const name = fillIn("branch", release.branch, { ...NONE, ...early(release, date) }, problems);
    if (problems.length > 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(problems[0].what, { problems });
    return name;
}
function early({ ref, jiraKey }, date) {
    return { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey };
}
const LATER = "0";
function earlyTexts(release, date) {
    const { title, message, description = "", image, file, including } = release;
    const later = Object.fromEntries(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .VARIABLES */ .ut.map((name) => [name, LATER]));
    const values = { ...later, ...early(release, date), image, file, including: including.join(", ") };
    const problems = [];
    const filled = fillIn("title", title, values, problems);
    fillIn("commit-message", message, values, problems);
    fillIn("description", description, values, problems);
    return { title: (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .fitTitle */ .Ei)(filled), problems };
}
async function textsOf(release, facts) {
    const { messageFromText } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const { refs, ranges, date, keys } = facts;
    const problems = [];
    const changelog = changelogMarkdown(ranges, facts.compareUrl);
    const line = lineValues(release, facts);
    const markdown = { ...markdownValues(release, refs, line), changelog, checklist: checklist(release, facts) };
    const title = (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .fitTitle */ .Ei)(fillIn("title", release.title, line, problems));
    const message = fillIn("commit-message", release.message, line, problems);
    const template = release.description ?? defaultDescription(release);
    const body = (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df)(fillIn("description", template, markdown, problems)).trim();
    if (problems.length > 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(problems[0].what, { problems });
    const { file, ref } = release;
    const marker = { file, targets: keys, ref, date, text: await (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .textKey */ .tQ)(title, body, MARKER) };
    const description = `${body}\n\n${writeMarker(marker)}`;
    (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .checkTexts */ .Ri)({ title, body: description });
    return { title, description, message: messageFromText(message), changelog };
}
function lineValues(release, { refs, ranges, date, compareUrl }) {
    const { including, file, image } = release;
    const olds = shownRefs(refs);
    const [first] = ranges;
    return {
        ...NONE,
        ...early(release, date),
        "old-ref": olds.length === 0 ? undefined : olds.join(", "),
        "short-old-ref": olds.length === 0 ? undefined : olds.map((ref) => ref.slice(0, 12)).join(", "),
        including: including.length === 0 ? "" : ` (including ${including.join(", ")})`,
        targets: refs.selected.map(_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_4__/* .targetName */ .je).map(_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN).join(", "),
        file,
        image,
        "compare-url": first === undefined ? undefined : compareUrl(first),
    };
}
function markdownValues({ ref, file, image }, refs, line) {
    const olds = shownRefs(refs);
    return {
        ...line,
        ref: inCode(ref),
        "old-ref": olds.length === 0 ? undefined : olds.map(inCode).join(", "),
        targets: (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l6)([
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(refs.selected.map((target) => [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_4__/* .targetName */ .je)(target)), " in ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(target.file)])),
        ]).trimEnd(),
        file: inCode(file),
        image: image === undefined ? undefined : inCode(image),
        "compare-url": (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .linkTarget */ .Cm)(line["compare-url"] ?? ""),
    };
}
function shownRefs({ oldRefs }) {
    return oldRefs.map((ref) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(ref, 80)));
}
function inCode(text) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l6)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text))]).trimEnd();
}
function checklist({ image }, { ranges, sourceName }) {
    const box = (isTicked, text) => `- [${isTicked ? "x" : " "}] ${text}`;
    const isForward = ranges.length > 0 && ranges.every(({ relation }) => relation === "ahead");
    return [
        box(true, `The commit exists in ${inCode((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(sourceName, 200))}`),
        box(true, "Nothing but the refs of the targets above is changed"),
        box(isForward, isForward
            ? "The commit continues what is deployed"
            : "The commit does not continue what is deployed, or that is not known: checked"),
        box(false, image === undefined ? "The image of this commit exists" : "The image above exists and was built from this commit"),
        box(false, "The team approves"),
    ].join("\n");
}
const MOST_LINES = 200;
const LONGEST_SUBJECT = 200;
function changelogMarkdown(ranges, compareUrl) {
    const blocks = ranges.flatMap((range) => [
        ...(ranges.length > 1 ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(["From ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(range.oldRef, 80)), ":"])] : []),
        ...rangeBlocks(range, compareUrl(range)),
    ]);
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .toMarkdown */ .l6)(blocks).trimEnd();
}
function rangeBlocks({ commits, notes, relation }, url) {
    const left = commits.length - MOST_LINES;
    const isKnown = relation !== "unknown" && relation !== "moving";
    const lines = commits.slice(0, MOST_LINES).map(({ id, subject, parents }) => {
        const shown = (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(subject, LONGEST_SUBJECT)).trim() || "(no subject)";
        return [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id.slice(0, 12)), " ", ...(0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .inertCode */ .gQ)(shown), ...(parents.length > 1 ? [" (merge)"] : [])];
    });
    return [
        ...notes.map((note) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(note)),
        ...(lines.length > 0 ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(lines)] : isKnown ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)("No commits.")] : []),
        ...(left > 0 ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(`And ${left} more.`)] : []),
        ...(url === undefined ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("Compare", url))]),
    ];
}
const MARKER = "bump-appinterface-ref";
function writeMarker({ file, targets, ref, date, text }) {
    return (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .hiddenLine */ .re)(MARKER, { file: (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .pathValue */ .ZB)(file), targets: targets.join(","), ref, date, text });
}
function readMarker(description) {
    const fields = (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .readHiddenLine */ .n6)(description, MARKER);
    const field = (name, pattern) => {
        const value = fields?.get(name);
        return value !== undefined && pattern.test(value) ? value : undefined;
    };
    const file = (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .readPathValue */ .ZR)(fields?.get("file") ?? "");
    const targets = field("targets", /^[0-9a-f,]{12,3000}$/);
    const ref = field("ref", /^[0-9a-f]{40}$/);
    const date = field("date", /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
    const text = field("text", /^[0-9a-f]{12}$/);
    if (file === undefined || targets === undefined || ref === undefined || date === undefined || text === undefined)
        return undefined;
    return { file, targets: targets.split(","), ref, date, text };
}
async function targetKeys(targets) {
    const keys = targets.map(({ template, namespace = "", name = "" }) => (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(JSON.stringify([template, namespace, name])));
    return (await Promise.all(keys)).toSorted();
}
async function isUntouched({ title, description }, { text }) {
    return (await (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .textKey */ .tQ)(title, description, MARKER)) === text;
}


/***/ });
