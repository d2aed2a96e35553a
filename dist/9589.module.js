"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   planPromotion: () => (/* binding */ planPromotion)
/* harmony export */ });
/* unused harmony exports versionsOf, nextFree */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2662);
/* harmony import */ var _release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(192);
/* harmony import */ var _release_actions_forge_repository_url__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(632);
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9480);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9366);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1348);








async function planPromotion(repository, settings, judgeSource) {
    const { editor } = repository;
    const refs = await (0,_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_6__/* .planRefs */ .cr)({ ...settings, read: (path) => editor.readFile(path) });
    const found = await findMergeRequests(repository, refs, settings);
    const { own, superseded } = found;
    const early = [...repository.warnings, ...refs.warnings, ...refs.skipped.map(skippedText), ...found.warnings];
    if (refs.changes.length === 0) {
        const warnings = [...early, ...needlessText(own)];
        return { refs, ranges: [], date: settings.date, change: undefined, superseded, warnings };
    }
    const date = settings.isDateGiven ? settings.date : (own?.marker.date ?? settings.date);
    const requested = await (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .checkBranchName */ .I)((0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .branchName */ .at)(settings, date), settings.baseBranch);
    const { urls, oldRefs } = refs;
    const { ref, allowRollback } = settings;
    const [source, branch] = await Promise.all([
        judgeSource({ urls, oldRefs, ref, allowRollback }),
        own === undefined
            ? findBranch(requested, found.otherBranches, repository, refs, settings)
            : branchOf(own.mergeRequest, repository, refs, settings),
    ]);
    const { ranges } = source;
    const texts = await (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .textsOf */ .CB)(settings, {
        refs,
        ranges,
        date,
        sourceName: source.name,
        keys: found.keys,
        compareUrl: (range) => comparisonOf(range, URL.canParse(source.name) ? source.name : urls[0], settings),
    });
    const nameless = own === undefined ? await findWithoutMarker(branch, repository, settings) : undefined;
    const { isOutdated, notes } = await compareTexts(own, nameless, texts);
    const rangeNotes = ranges.filter(({ relation }) => relation !== "ahead").flatMap((range) => range.notes);
    return {
        refs,
        ranges,
        date,
        change: { branch, texts, existing: own?.mergeRequest ?? nameless, isOutdated },
        superseded,
        warnings: [...early, ...otherSourceTexts(settings, urls), ...rangeNotes, ...notes],
    };
}
function comparisonOf({ oldRef, relation }, url, { ref, gitlabUrl }) {
    if (url === undefined || relation === "unknown")
        return undefined;
    const [from, to] = relation === "behind" ? [ref, oldRef] : [oldRef, ref];
    return (0,_release_actions_forge_repository_url__WEBPACK_IMPORTED_MODULE_7__/* .compareUrl */ .X)(url, from, to, gitlabUrl);
}
function skippedText({ template, namespace = "" }) {
    return `optional target not found: ${template} ${namespace}`.trimEnd();
}
function needlessText(own) {
    if (own === undefined)
        return [];
    return [`${describe(own.mergeRequest)} has nothing left to change: its targets already have the ref`];
}
function otherSourceTexts({ source }, urls) {
    if (source === undefined || !URL.canParse(source))
        return [];
    const plain = (url) => (0,_release_actions_forge_repository_url__WEBPACK_IMPORTED_MODULE_7__/* .plainRepositoryUrl */ .o)(url).toLowerCase();
    return urls
        .filter((url) => plain(url) !== plain(source))
        .map((url) => `a template comes from ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(url, 200)}, not from source`);
}
function describe({ iid, author, title }) {
    return `!${iid} by ${author} (${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(title, 80)})`;
}
async function findMergeRequests({ gitlab, upstream, push }, { selected, hasAutomaticTargets }, { file, baseBranch, ref }) {
    const open = { state: "opened", targetBranch: baseBranch };
    const [named, promoting, keys] = await Promise.all([
        gitlab.findMergeRequests(upstream, { ...open, search: (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_1__/* .pathValue */ .ZB)(file) }),
        hasAutomaticTargets ? gitlab.findMergeRequests(upstream, { ...open, search: "[SAPM]" }) : [],
        (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .targetKeys */ .qM)(selected),
    ]);
    const marked = named.toReversed().flatMap((mergeRequest) => {
        const marker = mergeRequest.sourceProjectId === push.id ? (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .readMarker */ .t7)(mergeRequest.description) : undefined;
        return marker?.file === file ? [{ mergeRequest, marker }] : [];
    });
    const isSame = ({ marker }) => marker.ref === ref && marker.targets.join() === keys.join();
    const own = marked.find(isSame);
    const rest = marked.filter((one) => one !== own);
    const superseded = rest.filter(({ marker }) => marker.targets.every((key) => keys.includes(key)));
    const overlapping = rest.filter((one) => !superseded.includes(one) && one.marker.targets.some((key) => keys.includes(key)));
    const foreign = named.filter((one) => !marked.some(({ mergeRequest }) => mergeRequest === one));
    const automatic = promoting.filter(({ title }) => title.startsWith("[SAPM]"));
    return {
        own,
        superseded: superseded.map(({ mergeRequest }) => mergeRequest),
        otherBranches: new Set(rest.filter((one) => !isSame(one)).map(({ mergeRequest }) => mergeRequest.sourceBranch)),
        keys,
        warnings: [
            ...overlapping.map(({ mergeRequest }) => `${describe(mergeRequest)} changes some of these targets and others`),
            ...foreign.slice(0, 5).map((one) => `${describe(one)} names the same file`),
            ...automatic
                .slice(0, 5)
                .map((one) => `${describe(one)} is an automatic promotion; the file has automatic targets that it may change`),
        ],
    };
}
async function findWithoutMarker(branch, { gitlab, upstream, push }, { baseBranch }) {
    if (branch.state === "new")
        return undefined;
    const filter = { state: "opened", sourceBranch: branch.name, targetBranch: baseBranch };
    const open = await gitlab.findMergeRequests(upstream, filter);
    return open.find(({ sourceProjectId }) => sourceProjectId === push.id);
}
async function compareTexts(own, nameless, { title, description }) {
    if (nameless !== undefined)
        return { isOutdated: false, notes: [`!${nameless.iid} has lost its hidden line, and stays as it is`] };
    if (own === undefined)
        return { isOutdated: false, notes: [] };
    const { mergeRequest, marker } = own;
    if (!(await (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .isUntouched */ .O2)(mergeRequest, marker)))
        return { isOutdated: false, notes: [`title or text of !${mergeRequest.iid} were edited by someone and are kept`] };
    return { isOutdated: (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .readMarker */ .t7)(description)?.text !== marker.text || mergeRequest.title !== title, notes: [] };
}
async function branchOf(own, repository, refs, settings) {
    const plan = await inspect(own.sourceBranch, repository, refs, settings);
    if (plan !== "foreign")
        return plan;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the branch ${own.sourceBranch} of !${own.iid} holds something else than this change`, {
        exists: [`!${own.iid}: ${own.webUrl}`],
        remedy: "Someone has written to it. Merge or close that merge request, then run again.",
    });
}
const MOST_INSPECTED = 3;
async function findBranch(requested, otherBranches, repository, refs, settings) {
    const names = await repository.editor.branchesMatching(requested);
    const ours = versionsOf(requested, names).filter((name) => !otherBranches.has(name));
    for (const name of ours.slice(0, MOST_INSPECTED)) {
        const plan = await inspect(name, repository, refs, settings);
        if (plan !== "foreign" && plan.state !== "new")
            return plan;
    }
    return { name: nextFree(requested, names), state: "new" };
}
function versionsOf(requested, names) {
    return names
        .filter((name) => versionOf(requested, name) > 0)
        .toSorted((a, b) => versionOf(requested, b) - versionOf(requested, a));
}
function nextFree(requested, names) {
    const versions = names.map((name) => versionOf(requested, name)).filter((version) => version > 0);
    return versions.length === 0 ? requested : `${requested}-v${Math.max(1, ...versions) + 1}`;
}
function versionOf(requested, name) {
    if (name === requested)
        return 1;
    const rest = name.startsWith(`${requested}-v`) ? name.slice(requested.length + 2) : "";
    return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : 0;
}
async function inspect(name, { gitlab, upstream, push, editor }, refs, settings) {
    const paths = refs.files.map(({ file }) => file);
    const found = await editor.inspectBranch(name, paths);
    if (found === undefined)
        return { name, state: "new" };
    const [parent, ...others] = found.parents;
    if (parent === undefined || others.length > 0)
        return "foreign";
    if (!(await gitlab.isAncestor(upstream, parent, editor.base)))
        return "foreign";
    const changed = new Set(await gitlab.changedPaths(push, found.head));
    if (holds(found, changed, refs))
        return { name, state: "kept", commit: found.head };
    const earlier = await planAt(async (path) => (await gitlab.readFile(upstream, path, parent))?.bytes, settings);
    const isOurs = earlier !== undefined && holds(found, changed, earlier);
    return isOurs ? { name, state: "replaced", head: found.head } : "foreign";
}
function holds({ files }, changed, refs) {
    const expected = changedFiles(refs);
    return (changed.size === expected.length &&
        expected.every(({ path, bytes }) => changed.has(path) && files.get(path)?.equals(bytes) === true));
}
function changedFiles({ files }) {
    return files.filter(({ changes }) => changes.length > 0).map(({ file, bytes }) => ({ path: file, bytes }));
}
async function planAt(read, settings) {
    try {
        return await (0,_release_actions_app_interface_saas_file__WEBPACK_IMPORTED_MODULE_6__/* .planRefs */ .cr)({ ...settings, read });
    }
    catch (error) {
        const isAnswer = error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && !(error instanceof _release_actions_http__WEBPACK_IMPORTED_MODULE_2__.HttpError);
        if (isAnswer && (error.verdict === "refused" || error.verdict === "invalid"))
            return undefined;
        throw error;
    }
}


/***/ });
