"use strict";
exports.id = 2576;
exports.ids = [2576];
exports.modules = {

/***/ 2576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judge: () => (/* binding */ judge)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var packages_version = __webpack_require__(5869);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./actions/validate-tag/report.ts
var report = __webpack_require__(2732);
;// CONCATENATED MODULE: ./actions/validate-tag/branch.ts


async function judgeBranch(repository, host, { branch, commit, shallow }) {
    const local = (0,git.branchRef)(branch);
    const remote = (0,git/* fullRefOf */.u8)(`refs/remotes/origin/${branch}`);
    try {
        const refs = host.kind === "terminal" || host.kind === "memory" ? [remote, local] : [remote];
        const found = (await Promise.all(refs.map(async (ref) => ((await repository.resolve(ref)) === undefined ? undefined : ref)))).find((ref) => ref !== undefined);
        if (found === undefined)
            return (0,report/* unknown */.L5)("branch", `the branch ${branch} is not in this checkout`, fullHistory(host));
        switch (await repository.isAncestor(commit, found)) {
            case "yes":
                return (0,report/* pass */.IX)("branch", `the commit is on ${branch}`);
            case "no":
                return (0,report/* fail */.fJ)("branch", `the tagged commit ${commit.slice(0, 12)} is not on ${branch}`, `tag a commit of ${branch}, or merge this one first`);
            case "unknown":
                return (0,report/* unknown */.L5)("branch", `${shallow ? "this checkout is shallow" : "history is missing here"}, so whether the commit is on ${branch} cannot be seen`, fullHistory(host));
        }
    }
    catch (error) {
        return (0,report/* unanswered */.bj)("branch", error);
    }
}
function fullHistory({ kind }) {
    if (kind === "github")
        return "set fetch-depth: 0 at actions/checkout";
    if (kind === "gitlab")
        return 'set the job\'s variable GIT_DEPTH: "0"';
    return "git fetch --unshallow --tags origin, or git fetch origin where it is not shallow";
}

;// CONCATENATED MODULE: ./actions/validate-tag/changelog.ts

async function judgeChangelog(read, question) {
    const { required, wanted } = question;
    if (!required && !wanted)
        return { row: (0,report/* skipped */.hT)("changelog", "not required"), entry: undefined };
    const answer = await find(read, question);
    return required ? answer : { row: (0,report/* skipped */.hT)("changelog", "not required"), entry: answer.entry };
}
async function find(read, { parsed, changelog, component, train, anticipated }) {
    let source;
    try {
        source = await read(changelog);
    }
    catch (error) {
        const { detail, remedy = "Check the path." } = (0,report/* unanswered */.bj)("changelog", error);
        return { row: (0,report/* fail */.fJ)("changelog", detail, remedy), entry: undefined };
    }
    const { changelogStop, extractEntry } = await __webpack_require__.e(/* import() */ 9386).then(__webpack_require__.bind(__webpack_require__, 9386));
    const version = parsed.version.text;
    const own = anticipated?.source.equals(source) === true ? anticipated.extraction : extractEntry(source, { version, component });
    const orphan = own.kind === "failed" && own.failure.kind === "missing";
    const result = orphan && train ? extractEntry(source, { version }) : own;
    if (result.kind === "failed") {
        const { failure } = result;
        const detail = changelogStop(failure, changelog).message;
        return { row: { ...(0,report/* fail */.fJ)("changelog", detail, remedyOf(failure, version)), file: changelog }, entry: undefined };
    }
    return {
        row: { ...entryRow(result.entry, changelog), file: changelog, line: result.entry.line },
        entry: result.entry.body,
    };
}
function entryRow({ heading, line, status, warnings }, file) {
    const flaw = warnings.find((warning) => warning.line === line);
    if (status === "yanked")
        return (0,report/* warn */.R8)("changelog", `${file}:${line} marks the version as yanked`, "release another version");
    if (flaw !== undefined)
        return (0,report/* warn */.R8)("changelog", flaw.message, `correct the heading in ${file}`);
    return (0,report/* pass */.IX)("changelog", `${file}:${line} has the entry "${heading}"`);
}
function remedyOf({ kind }, version) {
    switch (kind) {
        case "missing":
            return `add a heading such as ## [${version}] - YYYY-MM-DD with what changed`;
        case "empty":
            return "write what changed below the heading";
        case "duplicate":
        case "already-released":
            return "keep one of them";
        case "ambiguous":
            return "name the component in the tag";
    }
}

// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./actions/validate-tag/files.ts


const MAX_BYTES = 16 * 1024 * 1024;
function taggedFiles(repository, host, commit, head) {
    if (commit === undefined || commit === head)
        return (path) => (0,files.readWorkspaceFile)(host, path, { maxBytes: MAX_BYTES });
    return async (path) => {
        const content = await repository.readFile(commit, path, MAX_BYTES);
        if (content !== undefined)
            return content;
        throw (0,action/* undecided */.oo)(`there is no file ${JSON.stringify(path)} in the tagged commit ${commit.slice(0, 12)}`, {
            remedy: "Check the path.",
        });
    };
}

;// CONCATENATED MODULE: ./actions/validate-tag/history.ts



function judgeHistory(parsed, rules, evidence, host, allowRegression) {
    const tags = (0,packages_version/* parseTags */.rL)(evidence.tags, rules);
    return { previous: (0,packages_version/* previousTag */.W8)(tags, parsed), row: regressionRow(parsed, tags, evidence, host, allowRegression) };
}
function regressionRow(parsed, tags, { tagsComplete }, host, allowed) {
    const higher = (0,packages_version/* regression */.y8)(tags, parsed);
    const { version, component } = parsed;
    const of = component === undefined ? "" : ` of ${component}`;
    if (higher !== undefined) {
        const detail = `${version.text}${of} comes after ${higher.tag} and is lower, and its own line has nothing before it or something above it`;
        const remedy = "give it a higher version; set allow-regression: true when it is meant so";
        return allowed
            ? (0,report/* warn */.R8)("regression", detail, "nothing: allow-regression is set")
            : (0,report/* fail */.fJ)("regression", detail, remedy);
    }
    if (tagsComplete)
        return (0,report/* pass */.IX)("regression", `no release${of} is higher than ${version.text}, or it continues an older line`);
    if (allowed)
        return (0,report/* skipped */.hT)("regression", "allow-regression is set");
    return (0,report/* unknown */.L5)("regression", `this checkout may lack tags${of}, so whether ${version.text} goes forward cannot be seen`, fullHistory(host));
}

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
    const annotated = annotation(local.tag?.annotated, remote, flattened, host);
    return {
        commit,
        annotated,
        flattened,
        rows: [
            existence(tag, evidence, host),
            movement(tag, evidence, host, flattened),
            annotationRow(tag, annotated, flattened, remote, requireAnnotated),
        ],
    };
}
function existence(tag, { local, remote }, host) {
    if (local instanceof action/* ActionError */.lZ)
        return (0,report/* unanswered */.bj)("tag-object", local);
    const found = local.tag;
    if (found !== undefined && found.commit === undefined) {
        return (0,report/* fail */.fJ)("tag-object", `${tag} leads to a ${found.targetType}, not to a commit`, "delete the tag and tag a commit");
    }
    if (found?.statedName !== undefined && found.statedName !== tag) {
        return (0,report/* fail */.fJ)("tag-object", `the tag object calls itself ${found.statedName}, the ref is ${tag}`, `make the tag anew: git tag -a ${tag}`);
    }
    if (found !== undefined)
        return (0,report/* pass */.IX)("tag-object", `${tag} is at ${tag_object_short(found.commit)}`);
    if (remote.state === "answered" && remote.ref !== undefined) {
        return (0,report/* warn */.R8)("tag-object", `${tag} is at the remote and not in this checkout`, fetchTag(tag));
    }
    if (remote.state === "answered" || host.kind === "terminal" || host.kind === "memory") {
        return (0,report/* fail */.fJ)("tag-object", `there is no tag ${tag}`, `push it, or fetch it: git fetch origin refs/tags/${tag}:refs/tags/${tag}`);
    }
    return (0,report/* unknown */.L5)("tag-object", `there is no tag ${tag} in this checkout, and the remote was not asked`, fetchTag(tag));
}
function movement(tag, { local, remote }, host, flattened) {
    if (local instanceof action/* ActionError */.lZ)
        return (0,report/* skipped */.hT)("moved", "needs the tag");
    if (remote.state === "failed") {
        return (0,report/* unknown */.L5)("moved", `the remote could not be asked whether ${tag} moved: ${remote.error.message}`, remote.error.details.remedy ?? "Run again.");
    }
    if (remote.state === "answered" && remote.ref === undefined) {
        return (0,report/* fail */.fJ)("moved", `${tag} is not at the remote`, `if it was not deleted on purpose: git push origin refs/tags/${tag}`);
    }
    const here = local.tag;
    const there = remote.state === "answered" ? remote.ref : undefined;
    if (here !== undefined && there !== undefined && here.id !== there.id && !flattened) {
        return (0,report/* fail */.fJ)("moved", `${tag} has moved: it is ${tag_object_short(here.id)} in this checkout and ${tag_object_short(there.id)} at the remote`, rerun(tag));
    }
    const now = [here?.commit, here?.id, there?.peeled, there?.id];
    if (host.pushedTag === tag &&
        host.commit !== undefined &&
        now.some(Boolean) &&
        !now.includes(host.commit)) {
        return (0,report/* fail */.fJ)("moved", `${tag} has moved: this run was started for ${tag_object_short(host.commit)}, the tag is at ${tag_object_short(here?.commit ?? there?.peeled ?? there?.id)}`, rerun(tag));
    }
    if (there === undefined)
        return (0,report/* skipped */.hT)("moved", "the remote was not asked");
    return (0,report/* pass */.IX)("moved", `${tag} is the same at the remote`);
}
function annotation(local, remote, flattened, host) {
    if (local === true || flattened)
        return true;
    if (remote.state === "answered")
        return remote.ref === undefined ? local : remote.ref.peeled !== undefined;
    const mayBeFlattened = host.kind === "github" || host.kind === "gitlab";
    return mayBeFlattened ? undefined : local;
}
function annotationRow(tag, annotated, flattened, remote, required) {
    if (flattened) {
        return (0,report/* warn */.R8)("annotated", `${tag} is annotated, but the checkout made it lightweight here (actions/checkout before v6.0.2 does)`, fetchTag(tag));
    }
    if (annotated === true)
        return (0,report/* pass */.IX)("annotated", `${tag} is annotated`);
    if (!required)
        return (0,report/* skipped */.hT)("annotated", annotated === undefined ? "not required" : `${tag} is lightweight; not required`);
    if (annotated === false) {
        return (0,report/* fail */.fJ)("annotated", `${tag} is a lightweight tag, an annotated one is required`, `make it anew under a new version: git tag -a <tag> -m <message>`);
    }
    const why = remote.state === "failed" ? `: ${remote.error.message}` : "";
    return (0,report/* unknown */.L5)("annotated", `${tag} is lightweight here; whether the checkout made it so is not known, since the remote was not asked${why}`, fetchTag(tag));
}
function fetchTag(tag) {
    return `git fetch -f origin refs/tags/${tag}:refs/tags/${tag}`;
}
function rerun(tag) {
    return `a released tag must not move: find out who moved ${tag}, and release under a new version`;
}
function tag_object_short(id) {
    return id === undefined ? "an unknown object" : id.slice(0, 12);
}

;// CONCATENATED MODULE: ./actions/validate-tag/component-versions.ts
function listedVersion(entry, component) {
    let inList = false;
    for (const line of entry.split(/\r\n|\r|\n/)) {
        if (line.startsWith("#"))
            inList = /^#{1,6}\s+component versions:?\s*#*$/i.test(line.slice(0, 200).trim());
        if (!inList)
            continue;
        const version = versionOf(line, component);
        if (version !== undefined)
            return version;
    }
    return undefined;
}
function versionOf(line, component) {
    const item = line.slice(0, 500).trim();
    if (!/^[-*+] /.test(item))
        return undefined;
    const [name, version, ...rest] = item
        .slice(2)
        .replace(/[*`_]{1,3}(?=[\s:]|$)|(?<![^\s])[*`_]{1,3}/g, "")
        .split(/[\s:]+/)
        .filter((word) => word !== "");
    if (name !== component || version === undefined || (rest.length > 0 && !rest.join(" ").startsWith("(")))
        return undefined;
    return version.replace(/^v(?=[0-9])/, "");
}

;// CONCATENATED MODULE: ./actions/validate-tag/version-files.ts




async function judgeVersionFiles(read, question) {
    const { parsed, files, match, entry } = question;
    if (match === "none")
        return [(0,report/* skipped */.hT)("version-files", "version-match is none")];
    if (files.length === 0)
        return [(0,report/* skipped */.hT)("version-files", "no version files are named")];
    const answers = await Promise.all(files.map((file) => statementsOf(read, file)));
    const unreadable = answers
        .filter((answer) => answer instanceof action/* ActionError */.lZ)
        .map(({ message, details }) => (0,report/* fail */.fJ)("version-files", message, details.remedy ?? "Correct the file."));
    const statements = answers.flatMap((answer) => (answer instanceof action/* ActionError */.lZ ? [] : answer));
    const expected = expectation(parsed, match, entry);
    const wrong = statements.filter(({ version }) => expected.version !== undefined && !(0,packages_version/* sameVersion */.r1)(version, expected.version, parsed.version.scheme));
    const rows = [...unreadable, ...wrong.map((statement) => mismatch(statement, question, expected))];
    if (rows.length > 0)
        return rows;
    const said = statements.map(({ file, version }) => `${file} says ${version}`).join(", ");
    if (expected.version === undefined)
        return [(0,report/* skipped */.hT)("version-files", `${said}; ${expected.source}, so there is nothing to compare with`)];
    return [(0,report/* pass */.IX)("version-files", `${said}, as ${expected.source}`)];
}
function expectation({ tag, version, component }, match, entry) {
    if (match === "component")
        return { version: version.text, source: `the tag ${tag}` };
    const listed = entry === undefined || component === undefined ? undefined : listedVersion(entry, component);
    if (listed !== undefined)
        return { version: listed, source: "the changelog entry's component versions" };
    return {
        version: undefined,
        source: `the tag names the train's version and the changelog entry lists none of ${component ?? "the component"}`,
    };
}
function mismatch({ file, line, key, version }, { parsed, match, entry }, expected) {
    const { component } = parsed;
    const listed = match === "component" && entry !== undefined && component !== undefined
        ? listedVersion(entry, component)
        : undefined;
    const also = listed === undefined ? "" : `; the changelog entry lists ${component} ${listed}`;
    const train = match === "component" ? ", or set version-match: train when tags name the version of a whole release" : "";
    return {
        ...(0,report/* fail */.fJ)("version-files", `${file}:${line} says ${version} (${key}), ${expected.source} says ${expected.version}${also}`, `set ${file} to ${expected.version}${train}`),
        file,
        line,
    };
}
async function statementsOf(read, target) {
    try {
        const { parseTarget, readVersions } = await __webpack_require__.e(/* import() */ 4814).then(__webpack_require__.bind(__webpack_require__, 4814));
        const { path, key } = parseTarget(target);
        const found = await readVersions(path, (await read(path)).toString("utf8"), key);
        return found.map((place) => ({ file: path, ...place }));
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ && error.verdict !== "interrupted")
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/validate-tag/judge.ts









async function judge(given) {
    const { evidence, read } = given;
    if (evidence === undefined) {
        const rows = [
            ...readingRows(given),
            ...report/* CHECKS */.ui.slice(2).map((check) => (0,report/* skipped */.hT)(check, "needs a tag name that can be used")),
        ];
        return { rows, commit: undefined, annotated: undefined, previous: undefined };
    }
    const parsed = (0,packages_version/* isParsed */.Ep)(read) ? read : undefined;
    const object = judgeTagObject(given.tag, evidence, given.host, given.inputs.requireAnnotated);
    const history = parsed && judgeHistory(parsed, given.settings.rules, evidence, given.host, given.inputs.allowRegression);
    const [signed, branch, files, unreleased] = await Promise.all([
        signedRow(given, object),
        branchRow(given, evidence, object),
        fileRows(given, evidence, object, parsed),
        unreleasedRow(given),
    ]);
    return {
        rows: [
            ...readingRows(given),
            ...object.rows,
            signed,
            branch,
            ...files,
            history?.row ?? (0,report/* skipped */.hT)("regression", "needs a version"),
            unreleased,
        ],
        commit: object.commit,
        annotated: object.annotated,
        previous: history?.previous?.tag,
    };
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
        : [(0,report/* pass */.IX)("grammar", "the tag is well-formed but for its ending"), problem];
}
async function signedRow({ tag, inputs, repository, remote, host, evidence }, { commit, flattened, rows }) {
    const { requireSigned, allowedSigners } = inputs;
    if (!requireSigned || allowedSigners === undefined)
        return (0,report/* skipped */.hT)("signed", "not required");
    if (commit === undefined || rows.some(({ check, result }) => check === "tag-object" && result === "fail"))
        return (0,report/* skipped */.hT)("signed", "needs the tag");
    const { judgeSignature } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9750));
    const absent = evidence !== undefined && !(evidence.local instanceof action/* ActionError */.lZ) && evidence.local.tag === undefined;
    return judgeSignature(repository, host, { tag, commit, allowedSigners, remote, flattened: flattened || absent });
}
async function branchRow({ inputs, repository, host }, { local }, { commit }) {
    const { branch } = inputs;
    if (branch === undefined)
        return (0,report/* skipped */.hT)("branch", "no branch was named");
    if (commit === undefined)
        return (0,report/* skipped */.hT)("branch", "needs the tagged commit");
    return judgeBranch(repository, host, { branch, commit, shallow: !(local instanceof action/* ActionError */.lZ) && local.shallow });
}
async function fileRows(given, { local }, { commit }, parsed) {
    if (parsed === undefined)
        return [(0,report/* skipped */.hT)("changelog", "needs a version"), (0,report/* skipped */.hT)("version-files", "needs a version")];
    const { settings, repository, host, inputs } = given;
    const { changelog, changelogName, versionFiles, versionMatch } = settings.of(parsed.component);
    const read = taggedFiles(repository, host, commit, local instanceof action/* ActionError */.lZ ? undefined : local.head);
    const compares = versionFiles.length > 0 && versionMatch !== "none";
    const { row, entry } = await judgeChangelog(read, {
        parsed,
        changelog,
        component: changelogName,
        required: inputs.requireChangelog,
        wanted: compares,
        train: versionMatch === "train",
        anticipated: given.anticipated,
    });
    return [row, ...(await judgeVersionFiles(read, { parsed, files: versionFiles, match: versionMatch, entry }))];
}
async function unreleasedRow({ tag, inputs, io, signal, clock, host, endpoints }) {
    if (!inputs.requireUnreleased)
        return (0,report/* skipped */.hT)("unreleased", "not required");
    const { judgeUnreleased } = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(494), __webpack_require__.e(9027), __webpack_require__.e(5848)]).then(__webpack_require__.bind(__webpack_require__, 5848));
    return judgeUnreleased({ io, signal, clock, host }, { tag, token: inputs.token, endpoints });
}


/***/ })

};
;