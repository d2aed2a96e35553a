"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


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


/***/ });
