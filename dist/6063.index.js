"use strict";
exports.id = 6063;
exports.ids = [6063];
exports.modules = {

/***/ 2504:
/***/ (require("./2504.module.js")),

/***/ 8368:
/***/ (require("./8368.module.js")),

/***/ 6063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare),
  sourceOpener: () => (/* binding */ sourceOpener)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/address.ts
function originOf(url) {
    return URL.canParse(url) ? new URL(url).origin : undefined;
}
function plainAddress(url) {
    let end = url.length;
    while (url[end - 1] === "/")
        end -= 1;
    const trimmed = url.slice(0, end);
    return trimmed.endsWith(".git") ? trimmed.slice(0, -4) : trimmed;
}
function compareUrl(repository, oldRef, ref, gitlabOrigin) {
    if (repository === undefined || !URL.canParse(repository))
        return undefined;
    const { protocol, host, hostname, pathname, origin } = new URL(repository);
    if (protocol !== "https:" && origin !== gitlabOrigin)
        return undefined;
    const path = plainAddress(pathname);
    if (path === "" || !/^[0-9a-f]{40}$/.test(oldRef))
        return undefined;
    const words = hostname.split(".");
    const base = `${protocol}//${host}${path}`;
    if (words.includes("github"))
        return `${base}/compare/${oldRef}...${ref}`;
    return words.includes("gitlab") || origin === gitlabOrigin ? `${base}/-/compare/${oldRef}...${ref}` : undefined;
}

// EXTERNAL MODULE: ./actions/bump-appinterface-ref/branch-name.ts
var branch_name = __webpack_require__(2504);
// EXTERNAL MODULE: ./packages/http/index.ts + 33 modules
var http = __webpack_require__(4959);
// EXTERNAL MODULE: ./actions/bump-appinterface-ref/refs.ts + 1 modules
var bump_appinterface_ref_refs = __webpack_require__(1184);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/branch-state.ts




const MOST_INSPECTED = 3;
async function branchOf(own, world, refs, settings) {
    const plan = await lookAt(own.sourceBranch, world, refs, settings);
    if (plan !== "foreign")
        return plan;
    throw (0,action/* refused */.J5)(`the branch ${own.sourceBranch} of !${own.iid} holds something else than this change`, {
        exists: [`!${own.iid}: ${own.webUrl}`],
        remedy: "Somebody has written to it. Merge or close that merge request, then run again.",
    });
}
async function findBranch(wanted, others, names, world, refs, settings) {
    for (const name of (0,branch_name/* namesakes */.Vh)(wanted, names)
        .filter((one) => !others.has(one))
        .slice(0, MOST_INSPECTED)) {
        const plan = await lookAt(name, world, refs, settings);
        if (plan !== "foreign" && plan.state !== "new")
            return plan;
    }
    return { name: (0,branch_name/* nextFree */.WZ)(wanted, names), state: "new" };
}
async function lookAt(name, world, refs, settings) {
    const paths = refs.files.map(({ file }) => file);
    const found = await world.transport.inspectBranch(name, paths);
    if (found === undefined)
        return { name, state: "new" };
    const [parent, ...others] = found.parents;
    if (parent === undefined || others.length > 0 || !(await isInBase(parent, world)))
        return "foreign";
    const changed = new Set(await world.gitlab.changedPaths(world.push, found.head));
    if (holds(found, changed, refs))
        return { name, state: "kept", commit: found.head };
    const then = await planAt(parent, world, settings);
    return then !== undefined && holds(found, changed, then) ? { name, state: "replaced", head: found.head } : "foreign";
}
function holds({ files }, changed, refs) {
    const wanted = (0,bump_appinterface_ref_refs/* changedFiles */.Y_)(refs);
    return (changed.size === wanted.length &&
        wanted.every(({ path, bytes }) => changed.has(path) && files.get(path)?.equals(bytes) === true));
}
async function planAt(commit, { gitlab, upstream }, settings) {
    try {
        return await (0,bump_appinterface_ref_refs/* planRefs */.cr)(async (path) => (await gitlab.readFile(upstream, path, commit))?.bytes, settings);
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ &&
            (error.verdict === "refused" || error.verdict === "invalid") &&
            !(error instanceof http.HttpError))
            return undefined;
        throw error;
    }
}
async function isInBase(commit, { gitlab, upstream, transport }) {
    if (commit === transport.base)
        return true;
    try {
        return (await gitlab.mergeBase(upstream, commit, transport.base)) === commit;
    }
    catch (error) {
        if (error instanceof http.HttpError && (error.status === 400 || error.status === 404))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./actions/bump-appinterface-ref/marker.ts
var bump_appinterface_ref_marker = __webpack_require__(8368);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/merge-requests.ts


async function findOpen({ gitlab, upstream, push }, refs, { file, baseBranch, ref }) {
    const isPromoted = refs.saas.targets.some(({ auto }) => auto);
    const [named, promoting, keys] = await Promise.all([
        gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: (0,bump_appinterface_ref_marker/* searchText */.wK)(file) }),
        isPromoted
            ? gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: "[SAPM]" })
            : [],
        (0,bump_appinterface_ref_marker/* targetKeys */.qM)(refs.selected),
    ]);
    const marked = named.toReversed().flatMap((mergeRequest) => {
        const marker = mergeRequest.sourceProjectId === push.id ? (0,bump_appinterface_ref_marker/* readMarker */.t7)(mergeRequest.description) : undefined;
        return marker?.file === file ? [{ mergeRequest, marker }] : [];
    });
    const isSame = ({ marker }) => marker.ref === ref && marker.targets.join() === keys.join();
    const own = marked.find(isSame);
    const rest = marked.filter((one) => one !== own);
    const superseded = rest.filter(({ marker }) => marker.targets.every((key) => keys.includes(key)));
    const overlapping = rest.filter((one) => !superseded.includes(one) && one.marker.targets.some((key) => keys.includes(key)));
    const foreign = named.filter((one) => !marked.some(({ mergeRequest }) => mergeRequest === one));
    const sapm = promoting.filter(({ title }) => title.startsWith("[SAPM]"));
    return {
        own,
        superseded: superseded.map(({ mergeRequest }) => mergeRequest),
        others: new Set(rest.filter((one) => !isSame(one)).map(({ mergeRequest }) => mergeRequest.sourceBranch)),
        keys,
        warnings: [
            ...overlapping.map(({ mergeRequest }) => `${shown(mergeRequest)} changes some of these targets and others`),
            ...foreign.slice(0, 5).map((one) => `${shown(one)} names the same file`),
            ...sapm
                .slice(0, 5)
                .map((one) => `${shown(one)} is an automatic promotion; the file has automatic targets that it may change`),
        ],
    };
}
function shown({ iid, author, title }) {
    return `!${iid} by ${author} (${(0,packages_text/* shorten */.ml)(title, 80)})`;
}
async function withoutMarker(branch, { gitlab, upstream, push }, { baseBranch }) {
    if (branch.state === "new")
        return undefined;
    const open = await gitlab.findMergeRequests(upstream, {
        state: "opened",
        sourceBranch: branch.name,
        targetBranch: baseBranch,
    });
    return open.find(({ sourceProjectId }) => sourceProjectId === push.id);
}
async function compareTexts(own, nameless, { title, description }) {
    if (nameless !== undefined)
        return { isOutdated: false, notes: [`!${nameless.iid} has lost its hidden line, and stays as it is`] };
    if (own === undefined)
        return { isOutdated: false, notes: [] };
    const { mergeRequest, marker } = own;
    if (!(await (0,bump_appinterface_ref_marker/* isUntouched */.O2)(mergeRequest, marker))) {
        return {
            isOutdated: false,
            notes: [`title or text of !${mergeRequest.iid} were edited by someone and are kept`],
        };
    }
    return { isOutdated: (0,bump_appinterface_ref_marker/* readMarker */.t7)(description)?.text !== marker.text || mergeRequest.title !== title, notes: [] };
}

;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/source.ts




const MOST_COMMITS = 500;
const MAIN_BRANCHES = ["main", "master"];
async function openSource(name, here) {
    const { repository, branch } = isAddress(name)
        ? await cloneHistory(name, here)
        : { repository: await openCheckout(name, here), branch: undefined };
    return {
        name,
        assertExists: (ref) => assertExists(repository, branch, ref, name),
        range: (oldRef, ref) => rangeOf(repository, oldRef, ref, name),
    };
}
function isAddress(name) {
    return /^[a-z][a-z0-9+.-]*:/i.test(name);
}
async function openCheckout(path, { host, io, signal, typed }) {
    const directory = await (0,files/* workspaceDirectory */.xq)(host, path, { typed });
    const { openRepository } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const acceptOwner = host.kind === "github" || host.kind === "gitlab";
    return openRepository({ ...gitOptions(host, io, signal), directory, acceptOwner });
}
async function cloneHistory(url, { host, io, signal, credential }) {
    const { branchRef, GitError, privateClone } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const known = originOf(url) === credential.origin
        ? { credential: { username: "oauth2", secret: credential.secret } }
        : {};
    for (const name of MAIN_BRANCHES) {
        try {
            const repository = await privateClone({
                ...gitOptions(host, io, signal),
                url,
                ...known,
                ref: branchRef(name),
                filter: "tree:0",
            });
            return { repository, branch: name };
        }
        catch (error) {
            if (!(error instanceof GitError) || !error.stderr.includes("couldn't find remote ref"))
                throw error;
        }
    }
    throw (0,action/* undecided */.oo)(`source ${(0,packages_text/* shorten */.ml)(url, 200)} has neither a branch main nor a branch master, so that nothing can be said about the ref`, {
        remedy: "Check the repository out in full, and give its path in the workspace as source.",
    });
}
function gitOptions(host, io, signal) {
    return { environment: host.childEnvironment, temporary: host.temporary, network: host.network, io, signal };
}
async function assertExists(repository, branch, ref, name) {
    const remedy = "Check the repository out in full (fetch-depth: 0, GitLab: GIT_DEPTH: 0) at that commit, and give its path as source.";
    const shown = (0,packages_text/* shorten */.ml)(name, 200);
    if (branch !== undefined) {
        const { branchRef } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
        const isThere = await repository.isAncestor(ref, branchRef(branch));
        if (isThere !== "yes")
            throw (0,action/* undecided */.oo)(`the commit ${ref} is not on the branch ${branch} of ${shown}, so that it may be anybody's`, {
                remedy,
            });
    }
    const found = await repository.resolve(ref);
    if (found === undefined)
        throw (0,action/* undecided */.oo)(`the commit ${ref} is not in ${shown}, as far as it is here`, { remedy });
    if (found.type !== "commit")
        throw (0,action/* refused */.J5)(`${ref} is a ${found.type} in ${shown}, not a commit`, {
            remedy: "Give the commit that it leads to.",
        });
}
async function rangeOf(repository, oldRef, ref, name) {
    const { isObjectId } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const none = { oldRef, commits: [], complete: false };
    if (!isObjectId(oldRef)) {
        return {
            ...none,
            relation: "moving",
            notes: [`The old ref ${(0,packages_text/* shorten */.ml)(oldRef, 80)} is a name that moves: what it deployed is not known.`],
        };
    }
    const relation = await relate(repository, oldRef, ref);
    if (relation === "unknown") {
        const why = (await repository.isShallow()) ? "is shallow" : "does not have it";
        return {
            ...none,
            relation,
            notes: [`What lies between ${oldRef.slice(0, 12)} and the new ref cannot be told: ${(0,packages_text/* shorten */.ml)(name, 200)} ${why}.`],
        };
    }
    const [from, to] = relation === "rollback" ? [ref, oldRef] : [oldRef, ref];
    const { commits, complete, truncated } = await repository.log({ from, to, limit: MOST_COMMITS });
    const notes = [
        ...(relation === "rollback" ? ["This goes back to an older commit: the following are taken back."] : []),
        ...(relation === "aside"
            ? ["Neither commit is an ancestor of the other: the following are new, and others are lost."]
            : []),
        ...(truncated ? [`Only the newest ${MOST_COMMITS} are listed.`] : []),
        ...(complete ? [] : ["The history is shallow: commits may be missing here."]),
    ];
    return { oldRef, relation, commits, complete: complete && !truncated, notes };
}
async function relate(repository, oldRef, ref) {
    const [forward, back] = await orUnknown(Promise.all([repository.isAncestor(oldRef, ref), repository.isAncestor(ref, oldRef)]));
    if (forward === "yes")
        return "forward";
    if (back === "yes")
        return "rollback";
    return forward === "no" && back === "no" ? "aside" : "unknown";
}
async function orUnknown(answers) {
    try {
        return await answers;
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ && error.verdict === "undecided")
            return ["unknown", "unknown"];
        throw error;
    }
}
function judgeRanges(ranges, allowRollback, ref) {
    if (allowRollback)
        return;
    const back = ranges.filter(({ relation }) => relation === "rollback" || relation === "aside");
    const open = ranges.filter(({ relation }) => relation === "unknown");
    if (back.length > 0) {
        throw (0,action/* refused */.J5)(`${ref.slice(0, 12)} does not continue ${refsOf(back)}: this would be a rollback`, {
            remedy: "Set allow-rollback: true where that is meant.",
            problems: back.map(({ oldRef, relation }) => ({
                what: relation === "rollback"
                    ? `${oldRef} is newer than ${ref}`
                    : `${oldRef} and ${ref} are on different lines: commits would be lost`,
            })),
        });
    }
    if (open.length === 0)
        return;
    throw (0,action/* undecided */.oo)(`whether ${ref.slice(0, 12)} continues ${refsOf(open)} cannot be told`, {
        remedy: "Give source with its whole history (fetch-depth: 0, GitLab: GIT_DEPTH: 0). allow-rollback: true goes without an answer.",
        problems: open.flatMap(({ notes }) => notes.map((what) => ({ what }))),
    });
}
function refsOf(ranges) {
    return ranges.map(({ oldRef }) => oldRef.slice(0, 12)).join(", ");
}
function sourceName(given, urls) {
    if (given !== undefined)
        return given;
    const [only, ...others] = new Set(urls.map(plainAddress));
    if (only !== undefined && others.length === 0 && only.startsWith("https://"))
        return only;
    throw (0,action/* invalid */.Gq)("there is no source, so that nothing would show that the ref exists and continues the old one", {
        remedy: "Set source to the released repository: a path in the workspace, or an https address.",
        problems: urls.length === 0
            ? []
            : [
                {
                    input: "source",
                    what: `the templates come from ${[...new Set(urls)].map((url) => (0,packages_text/* shorten */.ml)(url, 200)).join(", ")}`,
                },
            ],
    });
}

// EXTERNAL MODULE: ./actions/bump-appinterface-ref/texts.ts + 1 modules
var bump_appinterface_ref_texts = __webpack_require__(5900);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/prepare.ts










function sourceOpener({ host, io, signal, inputs }, settings) {
    const { source } = settings;
    const typed = inputs.source !== undefined;
    if (source !== undefined && !isAddress(source))
        (0,files/* assertDirectory */.up)(host, source, { typed });
    let opened;
    return (urls) => (opened ??= (async () => {
        const credential = { origin: originOf(settings.gitlabUrl) ?? "", secret: inputs.token };
        return openSource(sourceName(source, urls), { host, io, signal, credential, typed });
    })());
}
function skippedText({ template, namespace = "" }) {
    return `no such target, and it is optional: ${template} ${namespace}`.trimEnd();
}
function needless(own) {
    return own === undefined
        ? []
        : [`${shown(own.mergeRequest)} has nothing left to change: its targets have the ref already`];
}
async function prepare(world, settings, open) {
    const { transport } = world;
    const refs = await (0,bump_appinterface_ref_refs/* planRefs */.cr)((path) => transport.readFile(path), settings);
    const found = await findOpen(world, refs, settings);
    const warnings = [...world.warnings, ...refs.plan.warnings, ...refs.plan.skipped.map(skippedText), ...found.warnings];
    const { superseded } = found;
    if (refs.changes.length === 0) {
        return {
            refs,
            ranges: [],
            date: settings.date,
            work: undefined,
            superseded,
            warnings: [...warnings, ...needless(found.own)],
        };
    }
    const date = settings.isDateGiven ? settings.date : (found.own?.marker.date ?? settings.date);
    const wanted = await (0,branch_name/* checkBranchName */.I$)((0,bump_appinterface_ref_texts/* branchName */.at)(settings, date), settings);
    const urls = templateUrls(refs);
    const [judged, branch] = await Promise.all([
        judgeSource(open, urls, refs, settings),
        found.own === undefined
            ? transport
                .branchesMatching(wanted)
                .then((names) => findBranch(wanted, found.others, names, world, refs, settings))
            : branchOf(found.own.mergeRequest, world, refs, settings),
    ]);
    const { ranges, source } = judged;
    const address = originOf(source.name) === undefined ? urls[0] : source.name;
    const texts = await (0,bump_appinterface_ref_texts/* textsOf */.CB)(settings, {
        refs,
        ranges,
        date,
        sourceName: source.name,
        keys: found.keys,
        compareUrl: ({ oldRef, relation }) => {
            const [from, to] = relation === "rollback" ? [settings.ref, oldRef] : [oldRef, settings.ref];
            return relation === "unknown" ? undefined : compareUrl(address, from, to, originOf(settings.gitlabUrl) ?? "");
        },
    });
    const nameless = found.own === undefined ? await withoutMarker(branch, world, settings) : undefined;
    const { isOutdated, notes } = await compareTexts(found.own, nameless, texts);
    const said = ranges.filter(({ relation }) => relation !== "forward").flatMap((range) => range.notes);
    return {
        refs,
        ranges,
        date,
        work: { branch, texts, own: found.own?.mergeRequest ?? nameless, isOutdated },
        superseded,
        warnings: [...warnings, ...otherSource(settings, urls), ...said, ...notes],
    };
}
async function judgeSource(open, urls, refs, { ref, allowRollback }) {
    const source = await open(urls);
    await source.assertExists(ref);
    const ranges = await Promise.all((0,bump_appinterface_ref_refs/* oldRefs */.M1)(refs).map((oldRef) => source.range(oldRef, ref)));
    judgeRanges(ranges, allowRollback, ref);
    return { source, ranges };
}
function templateUrls({ saas, selected }) {
    const names = new Set(selected.map(({ template }) => template));
    return [...new Set(saas.templates.flatMap(({ name, url }) => (names.has(name) && url !== undefined ? [url] : [])))];
}
function otherSource({ source }, urls) {
    const plain = (url) => plainAddress(url).toLowerCase();
    if (source === undefined || originOf(source) === undefined)
        return [];
    return urls
        .filter((url) => plain(url) !== plain(source))
        .map((url) => `a template comes from ${(0,packages_text/* shorten */.ml)(url, 200)}, not from source`);
}


/***/ }),

/***/ 1184:
/***/ (require("./1184.module.js")),

/***/ 5900:
/***/ (require("./5900.module.js"))

};
;