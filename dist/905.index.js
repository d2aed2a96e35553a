"use strict";
exports.id = 905;
exports.ids = [905];
exports.modules = {

/***/ 905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RULES: () => (/* binding */ RULES),
  checkTag: () => (/* binding */ checkTag)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var packages_version = __webpack_require__(5869);
// EXTERNAL MODULE: ./actions/validate-tag/contents.ts
var contents = __webpack_require__(3076);
;// CONCATENATED MODULE: ./actions/validate-tag/tag-object.ts


function judgeTagObject(tag, evidence, host, requireAnnotated) {
    const { local, remote } = evidence;
    if (local instanceof action/* ActionError */.lZ) {
        const rows = [
            (0,report/* unanswered */.bj)("tag-object", local),
            (0,report/* skipped */.hT)("moved", "needs the tag"),
            (0,report/* skipped */.hT)("annotated", "needs the tag"),
        ];
        return { commit: undefined, annotated: undefined, flattened: false, rows };
    }
    const ref = remote.state === "answered" ? remote.ref : undefined;
    const commit = local.tag?.commit ?? (local.tag === undefined ? (ref?.peeled ?? ref?.id) : undefined);
    const flattened = local.tag?.annotated === false && ref?.peeled !== undefined && ref.peeled === local.tag.commit;
    const annotated = isAnnotated(local.tag?.annotated, remote, flattened, host);
    return {
        commit,
        annotated,
        flattened,
        rows: [
            existenceRow(tag, evidence, host),
            movedRow(tag, evidence, host, flattened),
            annotatedRow(tag, annotated, flattened, remote, requireAnnotated),
        ],
    };
}
function existenceRow(tag, { local, remote }, host) {
    if (local instanceof action/* ActionError */.lZ)
        return (0,report/* unanswered */.bj)("tag-object", local);
    const found = local.tag;
    if (found !== undefined && found.commit === undefined) {
        const detail = `${tag} leads to a ${found.targetType}, not to a commit`;
        return (0,report/* fail */.fJ)("tag-object", detail, "delete the tag and tag a commit");
    }
    if (found?.statedName !== undefined && found.statedName !== tag) {
        const detail = `the tag object names itself ${found.statedName}, but the ref is ${tag}`;
        return (0,report/* fail */.fJ)("tag-object", detail, `create the tag again: git tag -a ${tag}`);
    }
    if (found !== undefined)
        return (0,report/* pass */.IX)("tag-object", `${tag} is at ${tag_object_short(found.commit)}`);
    if (remote.state === "answered" && remote.ref !== undefined)
        return (0,report/* warn */.R8)("tag-object", `${tag} is at the remote and not in this checkout`, fetchTag(tag));
    if (remote.state === "answered" || host.kind === "terminal" || host.kind === "memory") {
        const remedy = `push it, or fetch it: git fetch origin refs/tags/${tag}:refs/tags/${tag}`;
        return (0,report/* fail */.fJ)("tag-object", `there is no tag ${tag}`, remedy);
    }
    const detail = `there is no tag ${tag} in this checkout, and the remote was not queried`;
    return (0,report/* unknown */.L5)("tag-object", detail, fetchTag(tag));
}
function movedRow(tag, { local, remote }, host, flattened) {
    if (local instanceof action/* ActionError */.lZ)
        return (0,report/* skipped */.hT)("moved", "needs the tag");
    if (remote.state === "failed") {
        const { message, verdict, details } = remote.error;
        const detail = `whether ${tag} moved could not be checked at the remote: ${message}`;
        const remedy = details.remedy ?? "Run again.";
        return verdict === "invalid" ? (0,report/* invalidRow */.q6)("moved", detail, remedy) : (0,report/* unknown */.L5)("moved", detail, remedy);
    }
    if (remote.state === "answered" && remote.ref === undefined) {
        const remedy = `if it was not deleted on purpose: git push origin refs/tags/${tag}`;
        return (0,report/* fail */.fJ)("moved", `${tag} is not at the remote`, remedy);
    }
    const here = local.tag;
    const there = remote.state === "answered" ? remote.ref : undefined;
    const remedy = `a released tag must not move: find out who moved ${tag}, and release under a new version`;
    if (here !== undefined && there !== undefined && here.id !== there.id && !flattened) {
        const detail = `it is ${tag_object_short(here.id)} in this checkout and ${tag_object_short(there.id)} at the remote`;
        return (0,report/* fail */.fJ)("moved", `${tag} has moved: ${detail}`, remedy);
    }
    const now = [here?.commit, here?.id, there?.peeled, there?.id];
    const isPushed = host.pushedTag === tag && host.commit !== undefined;
    if (isPushed && now.some(Boolean) && !now.includes(host.commit)) {
        const place = tag_object_short(here?.commit ?? there?.peeled ?? there?.id);
        const detail = `this run was started for ${tag_object_short(host.commit)}, the tag is at ${place}`;
        return (0,report/* fail */.fJ)("moved", `${tag} has moved: ${detail}`, remedy);
    }
    if (there === undefined)
        return (0,report/* skipped */.hT)("moved", "the remote was not queried");
    return (0,report/* pass */.IX)("moved", `${tag} is the same at the remote`);
}
function isAnnotated(local, remote, flattened, host) {
    if (local === true || flattened)
        return true;
    if (remote.state === "answered")
        return remote.ref === undefined ? local : remote.ref.peeled !== undefined;
    const mayBeFlattened = host.kind === "github" || host.kind === "gitlab";
    return mayBeFlattened ? undefined : local;
}
function annotatedRow(tag, annotated, flattened, remote, required) {
    if (flattened) {
        const detail = `${tag} is annotated, but the checkout made it lightweight here (actions/checkout before v6.0.2 does)`;
        return (0,report/* warn */.R8)("annotated", detail, fetchTag(tag));
    }
    if (annotated === true)
        return (0,report/* pass */.IX)("annotated", `${tag} is annotated`);
    if (!required)
        return (0,report/* skipped */.hT)("annotated", annotated === undefined ? "not required" : `${tag} is lightweight; not required`);
    if (annotated === false) {
        const remedy = "create it again with a new version: git tag -a <tag> -m <message>";
        return (0,report/* fail */.fJ)("annotated", `${tag} is a lightweight tag, an annotated one is required`, remedy);
    }
    const why = remote.state === "failed" ? `: ${remote.error.message}` : "";
    const detail = `${tag} is lightweight here; it is not known whether the checkout made it so, because the remote was not queried${why}`;
    return (0,report/* unknown */.L5)("annotated", detail, fetchTag(tag));
}
function fetchTag(tag) {
    return `git fetch -f origin refs/tags/${tag}:refs/tags/${tag}`;
}
function tag_object_short(id) {
    return id === undefined ? "an unknown object" : id.slice(0, 12);
}

;// CONCATENATED MODULE: ./actions/validate-tag/checks.ts






const CHECKS = [
    "grammar",
    "component",
    "tag-object",
    "moved",
    "annotated",
    "signed",
    "branch",
    "changelog",
    "version-files",
    "regression",
    "unreleased",
];
const RULES = {
    required: CHECKS,
    accepted: {
        grammar: ["pass"],
        component: ["pass", "skipped"],
        "tag-object": ["pass", "warn"],
        moved: ["pass", "skipped"],
        annotated: ["pass", "warn", "skipped"],
        signed: ["pass", "warn", "skipped"],
        branch: ["pass", "skipped"],
        changelog: ["pass", "warn", "skipped"],
        "version-files": ["pass", "skipped"],
        regression: ["pass", "warn", "skipped"],
        unreleased: ["pass", "warn", "skipped"],
    },
};
async function checkTag(request) {
    const { evidence, read, tag, host, inputs } = request;
    if (evidence === undefined) {
        const others = CHECKS.slice(2).map((check) => (0,report/* skipped */.hT)(check, "needs a valid tag name"));
        const rows = [...readingRows(request), ...others];
        return { rows, commit: undefined, annotated: undefined, previous: undefined };
    }
    const parsed = (0,packages_version/* isParsed */.Ep)(read) ? read : undefined;
    const object = judgeTagObject(tag, evidence, host, inputs.requireAnnotated);
    const history = parsed && judgeHistory(parsed, request, evidence);
    const [signed, branch, files, unreleased] = await Promise.all([
        signedRow(request, object, evidence),
        branchRow(request, object, evidence),
        fileRows(request, object, evidence, parsed),
        unreleasedRow(request),
    ]);
    const rows = [
        ...readingRows(request),
        ...object.rows,
        signed,
        branch,
        ...files,
        history?.row ?? (0,report/* skipped */.hT)("regression", "needs a version"),
        unreleased,
    ];
    return { rows, commit: object.commit, annotated: object.annotated, previous: history?.previous?.tag };
}
function readingRows({ read, settings }) {
    const declared = settings.rules.components;
    if ((0,packages_version/* isParsed */.Ep)(read)) {
        const { version, component, format } = read;
        const belongs = component === undefined ? "the tag names none of the declared components" : `${component} is declared`;
        return [
            (0,report/* pass */.IX)("grammar", `version ${version.text}${version.prerelease ? ", a prerelease" : ""}, read as ${format}`),
            declared.length === 0 ? (0,report/* skipped */.hT)("component", "no component is declared") : (0,report/* pass */.IX)("component", belongs),
        ];
    }
    const problem = (0,report/* fail */.fJ)(read.check, read.what, read.remedy);
    return read.check === "grammar"
        ? [problem, (0,report/* skipped */.hT)("component", "needs a well-formed tag")]
        : [(0,report/* pass */.IX)("grammar", "the tag is well-formed except for its ending"), problem];
}
async function signedRow({ tag, inputs, repository, remote, host }, { commit, flattened, rows }, { local }) {
    const { requireSigned, allowedSigners } = inputs;
    if (!requireSigned || allowedSigners === undefined)
        return (0,report/* skipped */.hT)("signed", "not required");
    const hasFailed = rows.some(({ check, result }) => check === "tag-object" && result === "fail");
    if (commit === undefined || hasFailed)
        return (0,report/* skipped */.hT)("signed", "needs the tag");
    const { judgeSignature } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9750));
    const isAbsent = !(local instanceof action/* ActionError */.lZ) && local.tag === undefined;
    return judgeSignature(repository, host, { tag, commit, allowedSigners, remote, flattened: flattened || isAbsent });
}
async function branchRow({ inputs: { branch }, repository, host }, { commit }, { local }) {
    if (branch === undefined)
        return (0,report/* skipped */.hT)("branch", "no branch was named");
    if (commit === undefined)
        return (0,report/* skipped */.hT)("branch", "needs the tagged commit");
    const isLocal = host.kind === "terminal" || host.kind === "memory";
    const refs = [(0,git/* fullRefOf */.u8)(`refs/remotes/origin/${branch}`), ...(isLocal ? [(0,git.branchRef)(branch)] : [])];
    return await (0,report/* answered */.oQ)("branch", async () => {
        const objects = await Promise.all(refs.map((ref) => repository.resolve(ref)));
        const found = refs.find((_, index) => objects[index] !== undefined);
        if (found === undefined)
            return (0,report/* unknown */.L5)("branch", `the branch ${branch} is not in this checkout`, fetchHistory(host));
        switch (await repository.isAncestor(commit, found)) {
            case "yes":
                return (0,report/* pass */.IX)("branch", `the commit is on ${branch}`);
            case "no": {
                const remedy = `tag a commit of ${branch}, or merge this one first`;
                return (0,report/* fail */.fJ)("branch", `the tagged commit ${commit.slice(0, 12)} is not on ${branch}`, remedy);
            }
            case "unknown": {
                const isShallow = !(local instanceof action/* ActionError */.lZ) && local.shallow;
                const why = isShallow ? "this checkout is shallow" : "history is missing here";
                const detail = `${why}, so whether the commit is on ${branch} is not known`;
                return (0,report/* unknown */.L5)("branch", detail, fetchHistory(host));
            }
        }
    });
}
function fetchHistory({ kind }) {
    if (kind === "github")
        return "set fetch-depth: 0 at actions/checkout";
    if (kind === "gitlab")
        return 'set the job\'s variable GIT_DEPTH: "0"';
    return "git fetch --unshallow --tags origin; if it is not shallow, git fetch origin";
}
async function fileRows({ settings, repository, host, inputs, early }, { commit }, { local }, parsed) {
    if (parsed === undefined)
        return [(0,report/* skipped */.hT)("changelog", "needs a version"), (0,report/* skipped */.hT)("version-files", "needs a version")];
    const { changelog, changelogName, versionFiles, versionMatch } = settings.of(parsed.component);
    const read = (0,contents/* taggedFiles */.QD)(repository, host, commit, local instanceof action/* ActionError */.lZ ? undefined : local.head);
    const { row, entry } = await (0,contents/* judgeChangelog */.MQ)(read, {
        parsed,
        changelog,
        component: changelogName,
        required: inputs.requireChangelog,
        needed: versionFiles.length > 0 && versionMatch !== "none",
        train: versionMatch === "train",
        early,
    });
    return [row, ...(await (0,contents/* judgeVersionFiles */.De)(read, { parsed, files: versionFiles, match: versionMatch, entry }))];
}
function judgeHistory(parsed, { settings, host, inputs }, evidence) {
    const tags = (0,packages_version/* parseTags */.rL)(evidence.tags, settings.rules);
    const row = regressionRow(parsed, tags, evidence, host, inputs.allowRegression);
    return { previous: (0,packages_version/* previousTag */.W8)(tags, parsed), row };
}
function regressionRow(parsed, tags, { tagsComplete }, host, isAllowed) {
    const higher = (0,packages_version/* regression */.y8)(tags, parsed);
    const { version, component } = parsed;
    const of = component === undefined ? "" : ` of ${component}`;
    if (higher !== undefined) {
        const detail = `${version.text}${of} comes after ${higher.tag} and is lower, and does not continue an older line`;
        const remedy = "release a higher version, or set allow-regression: true if this is intended";
        return isAllowed
            ? (0,report/* warn */.R8)("regression", detail, "nothing: allow-regression is set")
            : (0,report/* fail */.fJ)("regression", detail, remedy);
    }
    if (tagsComplete)
        return (0,report/* pass */.IX)("regression", `no release${of} is higher than ${version.text}, or it continues an older line`);
    if (isAllowed)
        return (0,report/* skipped */.hT)("regression", "allow-regression is set");
    const detail = `this checkout may lack tags${of}, so whether ${version.text} is a step forward is not known`;
    return (0,report/* unknown */.L5)("regression", detail, fetchHistory(host));
}
async function unreleasedRow({ tag, inputs, io, signal, clock, host, endpoints }) {
    if (!inputs.requireUnreleased)
        return (0,report/* skipped */.hT)("unreleased", "not required");
    const { kind, apiUrl, projectId } = host;
    const name = host.repository ?? (kind === "gitlab" ? projectId : undefined);
    if (apiUrl === undefined || name === undefined) {
        const remedy = "run it in a CI job, or remove require-unreleased";
        return (0,report/* unknown */.L5)("unreleased", "there is no forge here whose releases could be read", remedy);
    }
    const [{ findRelease }, { openHttp }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(7710)]).then(__webpack_require__.bind(__webpack_require__, 7710)),
        __webpack_require__.e(/* import() */ 9480).then(__webpack_require__.bind(__webpack_require__, 9480)),
    ]);
    const http = openHttp({ io, signal, clock, network: host.network, endpoints });
    try {
        return await (0,report/* answered */.oQ)("unreleased", async () => {
            const options = { apiUrl, repository: name, projectId, http, token: inputs.token };
            const found = await findRelease(kind === "gitlab" ? "gitlab" : "github", options, tag);
            if (found === undefined)
                return (0,report/* pass */.IX)("unreleased", `there is no release of ${tag}`);
            if (!found.draft)
                return (0,report/* fail */.fJ)("unreleased", `${tag} is released already`, "release under a new version");
            const remedy = "nothing, if it belongs to this release: publish-release continues it";
            return (0,report/* warn */.R8)("unreleased", `there is a draft release of ${tag}`, remedy);
        });
    }
    finally {
        http.close();
    }
}


/***/ })

};
;