"use strict";
exports.id = 2973;
exports.ids = [2973];
exports.modules = {

/***/ 2973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ bump_version_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/version/index.ts + 11 modules
var packages_version = __webpack_require__(6607);
// EXTERNAL MODULE: ./packages/text/diff/unified-diff.ts
var unified_diff = __webpack_require__(3446);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var packages_files = __webpack_require__(2353);
;// CONCATENATED MODULE: ./actions/bump-version/apply.ts


class BranchMoved extends Error {
}
function uncommitted({ files }) {
    return files.filter(({ committed, intended }) => !committed.equals(intended));
}
function unwritten({ files }) {
    return files.filter(({ present, wanted }) => !present.equals(wanted));
}
function steps(plan, { commit, tag }, tagExists) {
    const isCommitting = commit && uncommitted(plan).length > 0;
    return [
        ...unwritten(plan).map(({ path }) => writing(path, plan)),
        ...(isCommitting ? [committing(plan)] : []),
        ...(tag && !tagExists ? [tagging(plan)] : []),
    ];
}
const writing = (path, { version }) => `${path} says ${version}`;
const committing = ({ subject }) => `the commit "${subject}"`;
const tagging = ({ tagName }) => `the tag ${tagName}`;
async function applyPlan(plan, tagExists, tools) {
    try {
        return await apply(plan, tagExists, tools);
    }
    catch (error) {
        const isPartial = tools.journal.state.exists.length > 0;
        if (!isPartial || !(error instanceof action/* ActionError */.lZ) || error.verdict === "interrupted")
            throw error;
        throw new action/* ActionError */.lZ("unknown", error.message, error.details);
    }
}
async function apply(plan, tagExists, tools) {
    const { repository, inputs, settings, signal, clock, journal } = tools;
    for (const file of unwritten(plan)) {
        signal.throwIfAborted();
        await write(file, tools.host);
        journal.made(writing(file.path, plan));
    }
    await verify(plan, tools.host);
    const pending = uncommitted(plan);
    let commit = pending.length === 0 ? plan.head : undefined;
    const author = settings.author;
    if (inputs.commit && pending.length > 0 && author !== undefined) {
        signal.throwIfAborted();
        const paths = pending.map(({ repositoryPath, intended }) => ({ path: repositoryPath, bytes: intended }));
        const signing = settings.signing === undefined ? {} : { sign: settings.signing };
        const request = { paths, message: plan.subject, author, date: clock.now(), parent: plan.head, ...signing };
        const made = await repository.commit(request).catch(async (error) => {
            throw (await repository.head()) === plan.head ? error : new BranchMoved();
        });
        commit = made.id;
        journal.made(committing(plan));
    }
    if (inputs.tag && !tagExists && commit !== undefined && author !== undefined) {
        signal.throwIfAborted();
        const signing = settings.signing === undefined ? {} : { sign: settings.signing };
        await repository.createTag({
            name: plan.tagName,
            target: commit,
            message: plan.tagMessage,
            tagger: author,
            date: clock.now(),
            ...signing,
        });
        journal.made(tagging(plan));
    }
    return { changed: steps(plan, inputs, tagExists).length > 0, commit };
}
async function write({ path, use, wanted }, host) {
    try {
        await (0,packages_files.writeWorkspaceFile)(host, path, wanted, use);
    }
    catch (error) {
        const present = await (0,packages_files.readWorkspaceFile)(host, path, use);
        if (!present.equals(wanted))
            throw error;
    }
}
async function verify({ files, version }, host) {
    for (const { path, use, wanted } of files) {
        const present = await (0,packages_files.readWorkspaceFile)(host, path, use);
        if (present.equals(wanted))
            continue;
        throw (0,action/* undecided */.oo)(`${path} was changed by another process while ${version} was being written; nothing was committed`, {
            remedy: "Run again when nothing else writes to the work tree.",
        });
    }
}
async function lookAtTag(repository, plan, { sign }) {
    const tag = await repository.tag(plan.tagName);
    if (tag === undefined)
        return false;
    const fault = uncommitted(plan).length > 0 || tag.commit !== plan.head
        ? `stands on ${tag.commit ?? `a ${tag.targetType}`}, another commit`
        : !tag.annotated
            ? "is lightweight, not annotated"
            : sign !== "none" && !tag.signed
                ? "is not signed"
                : undefined;
    if (fault === undefined)
        return true;
    throw (0,action/* refused */.J5)(`the tag ${plan.tagName} exists and ${fault}; it is not moved`, {
        remedy: `Release the next version, or, if nothing was published from it, delete it: git tag -d ${plan.tagName}`,
        exists: [`refs/tags/${plan.tagName} at ${tag.commit ?? tag.id}`],
    });
}

// EXTERNAL MODULE: ./packages/version/files/index.ts + 15 modules
var version_files = __webpack_require__(4814);
// EXTERNAL MODULE: ./packages/changelog/index.ts + 22 modules
var changelog = __webpack_require__(9386);
;// CONCATENATED MODULE: ./actions/bump-version/changelog-edit.ts



function releaseChangelog(path, source, version, date, settings, repositoryUrl) {
    const { component, changelogName, tagFormat } = settings;
    const tagOf = (other) => (0,packages_version/* formatTag */._3)({ version: other, component }, tagFormat);
    const result = (0,changelog/* releaseUnreleased */.mr)(source, { version, component: changelogName, date, repositoryUrl, tagOf });
    if (result.kind === "failed")
        throw stopOf(path, result.failure);
    return result.content;
}
function entryOf(source, version, settings) {
    const extraction = (0,changelog.extractEntry)(source, { version, component: settings.changelogName, allowEmpty: true });
    return extraction.kind === "entry" ? extraction.entry : undefined;
}
function stopOf(path, failure) {
    const at = (line) => `${path}:${line}`;
    switch (failure.kind) {
        case "missing":
            return (0,action/* invalid */.Gq)(`${path} has no section Unreleased to release from${failure.hint === undefined ? "" : `: ${failure.hint}`}`, {
                remedy: "Add the heading ## [Unreleased] with what has changed.",
            });
        case "empty":
            return (0,action/* refused */.J5)(`${at(failure.place.line)}: "${failure.place.heading}" says nothing about the release`, {
                remedy: "Write down what has changed, then run again.",
            });
        case "duplicate":
            return (0,action/* refused */.J5)(`${path} has ${failure.places.length} entries for ${failure.wanted}`, {
                remedy: "Keep one of them.",
                problems: failure.places.map(({ heading, line }) => ({ what: heading, file: path, line })),
            });
        case "ambiguous":
            return (0,action/* invalid */.Gq)(`${path} has entries for ${failure.wanted} of ${failure.choices.join(", ")}`, {
                remedy: "Name the component.",
            });
        case "already-released":
            return (0,action/* refused */.J5)(`${at(failure.place.line)}: ${failure.wanted} has its entry, while ${at(failure.unreleased.line)} still holds changes`, {
                remedy: "Release them under the next version, or move them into the entry by hand.",
            });
    }
}

;// CONCATENATED MODULE: ./actions/bump-version/problems.ts

async function collectStops(tasks, what) {
    const results = [];
    const stops = [];
    for (const task of tasks) {
        try {
            results.push(await task());
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ))
                throw error;
            stops.push(error);
        }
    }
    const [first] = stops;
    if (first === undefined)
        return results;
    if (stops.length === 1)
        throw first;
    const verdict = stops.every((stop) => stop.verdict === first.verdict) ? first.verdict : "invalid";
    throw new action/* ActionError */.lZ(verdict, `${stops.length} ${what}`, { problems: stops.flatMap(problemsOf) });
}
function problemsOf({ message, details }) {
    if (details.problems !== undefined)
        return details.problems;
    return [details.remedy === undefined ? { what: message } : { what: message, remedy: details.remedy }];
}

;// CONCATENATED MODULE: ./actions/bump-version/next-version.ts


const STEPS = ["major", "minor", "patch", "prerelease"];
function isStep(text) {
    return STEPS.some((step) => step === text);
}
function nextVersion(current, step, scheme) {
    const version = (0,packages_version/* requireVersion */.eU)(current, scheme);
    if (version.scheme === "calver") {
        throw (0,action/* invalid */.Gq)(`a calendar version has no next ${step}`, { remedy: "Give the exact version, such as 2025.01.02." });
    }
    const next = step === "prerelease" ? nextPrerelease(version) : `${epochOf(version)}${nextCore(version, step)}`;
    if ((0,packages_version/* parseVersion */.ot)(next, scheme) !== undefined)
        return next;
    throw (0,action/* invalid */.Gq)(`the version after ${current} cannot be told`, { remedy: "Give the exact version." });
}
function nextCore({ major, minor, patch, prerelease }, step) {
    switch (step) {
        case "major":
            return prerelease && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
        case "minor":
            return prerelease && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
        case "patch":
            return `${major}.${minor}.${prerelease ? patch : patch + 1}`;
    }
}
function nextPrerelease(version) {
    if (!version.prerelease) {
        const core = `${epochOf(version)}${nextCore(version, "patch")}`;
        return version.scheme === "pep440" ? `${core}rc1` : `${core}-rc.1`;
    }
    const text = version.scheme === "pep440" ? version.normalized : version.text;
    const [withoutBuild = ""] = text.split("+", 1);
    const [number] = /[0-9]{1,15}$/.exec(withoutBuild) ?? [];
    if (number === undefined)
        return `${withoutBuild}.1`;
    return `${withoutBuild.slice(0, -number.length)}${Number(number) + 1}`;
}
function epochOf(version) {
    return version.scheme === "pep440" && version.epoch > 0 ? `${version.epoch}!` : "";
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/bump-version/work-files.ts




const MAX_BYTES = 64 * 1024 * 1024;
async function openWorkTree(repository, host, head) {
    const [top, changed] = await Promise.all([repository.directory(), repository.changedFiles()]);
    const isChanged = new Set(changed);
    return {
        head,
        async read(path, use) {
            const { full, repositoryPath } = await whereIs(host, top, path, use);
            const committed = await repository.readFile(head, repositoryPath, MAX_BYTES);
            if (committed === undefined)
                return undefined;
            if ((0,external_node_fs_.lstatSync)(full, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
                throw (0,action/* refused */.J5)(`${path} is a symbolic link in the work tree and a file in the last commit`, {
                    remedy: `Restore it: git checkout -- ${path}`,
                });
            }
            const present = await (0,packages_files.readWorkspaceFile)(host, path, { ...use, maxBytes: MAX_BYTES });
            return { path, use, repositoryPath, committed, present, isChanged: isChanged.has(repositoryPath) };
        },
    };
}
async function whereIs(host, top, path, use) {
    (0,packages_files/* placeOf */.$t)(host, path, { ...use, write: true });
    const directory = await (0,packages_files/* workspaceDirectory */.xq)(host, (0,external_node_path_.dirname)(path), use);
    const full = (0,external_node_path_.join)(directory, (0,external_node_path_.basename)(path));
    return { full, repositoryPath: (0,external_node_path_.relative)(top, full).split(external_node_path_.sep).join("/") };
}
function untracked(path) {
    return (0,action/* invalid */.Gq)(`${path} is not in the last commit`, {
        remedy: `Check the path, or add and commit the file: git add -- ${shellQuoted(path)}`,
    });
}
function decode(bytes) {
    try {
        const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        return { text, encode: (edited) => Buffer.from(edited, "utf8") };
    }
    catch {
        return { text: bytes.toString("latin1"), encode: (edited) => Buffer.from(edited, "latin1") };
    }
}
function shellQuoted(path) {
    return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./actions/bump-version/versions.ts






async function readTargets(tree, { targets, typed }) {
    const keysByPath = new Map();
    for (const { path, key } of targets)
        keysByPath.set(path, [...(keysByPath.get(path) ?? []), key]);
    const found = new Map();
    const read = async (path, keys) => {
        const file = await tree.read(path, { typed: typed.files, workflows: true });
        if (file === undefined)
            throw untracked(path);
        for (const companion of await (0,version_files/* companions */.a5)(path, decode(file.committed).text)) {
            const isKnown = keysByPath.has(companion.path) || found.has(companion.path);
            const lock = isKnown ? undefined : await tree.read(companion.path, { typed: typed.files });
            const lockKeys = lock === undefined ? [] : await companion.keys(decode(lock.committed).text);
            if (lock !== undefined && lockKeys.length > 0)
                found.set(companion.path, { file: lock, keys: lockKeys, isCompanion: true });
        }
        found.set(path, { file, keys, isCompanion: false });
    };
    await collectStops([...keysByPath].map(([path, keys]) => () => read(path, keys)), "version files cannot be read");
    return [...found.values()];
}
async function currentVersions(files) {
    const current = [];
    const reads = files.flatMap(({ file, keys, isCompanion }) => (isCompanion ? [] : keys).map((key) => async () => {
        const found = await (0,version_files.readVersions)(file.path, decode(file.committed).text, key);
        current.push(...found.map(({ line, version }) => ({ path: file.path, line, version })));
    }));
    await collectStops(reads, "version files do not state a version");
    return current;
}
async function decideVersion(repository, wanted, { scheme, component }, head, files, current) {
    if (!isStep(wanted))
        return (0,packages_version/* requireVersion */.eU)(wanted, scheme).text;
    const [first] = current;
    if (first === undefined) {
        throw (0,action/* invalid */.Gq)(`${wanted} counts from the version in a file, and no file is named`, {
            remedy: "Give files, or the exact version.",
        });
    }
    if (current.some(({ version }) => version !== first.version)) {
        const problems = current.map(({ path, line, version }) => ({
            what: `${path} says ${version}`,
            file: path,
            line,
        }));
        throw (0,action/* invalid */.Gq)(`the files do not agree on the version that ${wanted} counts from`, {
            remedy: "Give the exact version.",
            problems,
        });
    }
    const next = nextVersion(first.version, wanted, scheme);
    const before = await versionBefore(repository, head, files, component, first.version);
    const isStepTaken = before === "unknown" ||
        (before !== undefined &&
            (0,packages_version/* parseVersion */.ot)(before, scheme) !== undefined &&
            nextVersion(before, wanted, scheme) === first.version);
    return isStepTaken ? first.version : next;
}
async function versionBefore(repository, head, files, component, current) {
    const { commits } = await repository.log({ to: head, limit: 1 });
    const [commit] = commits;
    const [parent] = commit?.parents ?? [];
    if (parent === undefined) {
        return commit?.subject === subjectOf(component, current) && (await repository.isShallow()) ? "unknown" : undefined;
    }
    const first = files.find(({ isCompanion }) => !isCompanion);
    const bytes = first && (await repository.readFile(parent, first.file.repositoryPath, first.file.committed.length * 2 + 65_536));
    if (first === undefined || bytes === undefined)
        return undefined;
    const found = await (0,version_files.readVersions)(first.file.path, decode(bytes).text, first.keys[0]).catch(() => []);
    return found[0]?.version;
}
function warnOfOthers(io, current, version) {
    const [first] = current;
    for (const { path, line, version: other } of current) {
        if (first === undefined || other === first.version || other === version)
            continue;
        io.warning(`${path} says ${other}, while ${first.path} says ${first.version}; both become ${version}`, {
            file: path,
            line,
        });
    }
}
function refuseRegression(current, version, { scheme }) {
    const next = (0,packages_version/* requireVersion */.eU)(version, scheme);
    for (const { path, line, version: text } of current) {
        const before = (0,packages_version/* parseVersion */.ot)(text, scheme);
        if (before === undefined || (0,packages_version/* compareVersions */.Zy)(next, before) >= 0)
            continue;
        throw (0,action/* refused */.J5)(`${version} comes before ${text}, which ${path}:${line} says already`, {
            remedy: "Give a later version; to go back, revert the commit that raised it.",
        });
    }
}
function subjectOf(component, version) {
    return `Release ${component === undefined ? "" : `${component} `}${version}`;
}

;// CONCATENATED MODULE: ./actions/bump-version/plan.ts








async function makePlan(repository, inputs, settings, host, io) {
    const [head, branch] = await Promise.all([repository.head(), repository.headBranch()]);
    if (head === undefined)
        throw (0,action/* invalid */.Gq)("the branch has no commit yet", { remedy: "Commit the version files first." });
    const tree = await openWorkTree(repository, host, head);
    const grouped = await readTargets(tree, settings);
    const current = await currentVersions(grouped);
    const version = await decideVersion(repository, inputs.version, settings, head, grouped, current);
    warnOfOthers(io, current, version);
    refuseRegression(current, version, settings);
    const { changelog: changelogPath } = settings;
    const plans = grouped.map(({ file, keys }) => () => planFile(file, (bytes) => editVersions(file.path, bytes, keys, version)));
    if (changelogPath !== undefined)
        plans.push(() => planChangelog(tree, changelogPath, version, settings, host));
    const files = await collectStops(plans, "files cannot be changed; nothing was written");
    if (inputs.commit)
        refusePipelineFiles(files);
    const subject = subjectOf(settings.component, version);
    const changelog = files.find(({ path }) => path === changelogPath);
    const body = changelog && entryOf(changelog.intended, version, settings)?.body;
    return {
        head,
        branch,
        version,
        previous: current[0]?.version ?? "",
        files,
        tagName: (0,packages_version/* formatTag */._3)({ version, component: settings.component }, settings.tagFormat),
        subject,
        tagMessage: (0,git.messageFromText)(body === undefined ? subject : `${subject}\n\n${body}`),
    };
}
async function editVersions(path, bytes, keys, version) {
    const { text, encode } = decode(bytes);
    let edited = text;
    for (const key of keys)
        edited = (await (0,version_files/* writeVersion */.gN)(path, edited, version, key)).content;
    return edited === text ? bytes : encode(edited);
}
async function planFile(file, edit) {
    const intended = await edit(file.committed);
    const isSame = file.present.equals(file.committed);
    const isClean = isSame ? !file.isChanged : !file.isChanged || sameLines(file.present, file.committed);
    if (isClean)
        return { ...file, intended, wanted: isSame ? intended : await edit(file.present) };
    if (sameLines(file.present, intended))
        return { ...file, intended, wanted: file.present };
    throw unfinished(file);
}
async function planChangelog(tree, path, version, settings, host) {
    const file = await tree.read(path, { typed: settings.typed.changelog });
    if (file === undefined)
        throw untracked(path);
    const repositoryUrl = host.serverUrl === undefined || host.repository === undefined ? undefined : `${host.serverUrl}/${host.repository}`;
    const on = (date) => async (bytes) => releaseChangelog(path, bytes, version, date, settings, repositoryUrl);
    const left = file.isChanged ? entryOf(file.present, version, settings)?.date : undefined;
    if (left === undefined || left === "" || left === settings.date)
        return planFile(file, on(settings.date));
    const earlier = await planFile(file, on(left));
    if (!settings.isDateGiven)
        return earlier;
    const intended = await on(settings.date)(file.committed);
    return { ...file, intended, wanted: intended };
}
function sameLines(a, b) {
    return a.equals(b) || a.toString("latin1").replaceAll("\r\n", "\n") === b.toString("latin1").replaceAll("\r\n", "\n");
}
function refusePipelineFiles(files) {
    const pipelines = files.filter(({ repositoryPath }) => (0,git/* isPipelineFile */.b5)(repositoryPath));
    if (pipelines.length === 0)
        return;
    throw (0,action/* refused */.J5)(`${pipelines.map(({ path }) => path).join(", ")} defines what the pipelines run and is not committed by an action`, {
        remedy: "Take it out of files, or leave commit out and commit it yourself.",
    });
}
function unfinished({ path }) {
    return (0,action/* refused */.J5)(`${path} has changes that are not committed`, {
        remedy: `Commit them, or drop them: git checkout HEAD -- ${path}`,
    });
}

// EXTERNAL MODULE: ./packages/config/index.ts + 2 modules
var packages_config = __webpack_require__(527);
;// CONCATENATED MODULE: ./actions/bump-version/settings.ts





async function readSettings(inputs, host, clock) {
    const config = await (0,packages_config.loadConfig)({ host, inputs });
    const component = inputs.component === undefined ? undefined : (0,packages_config/* findComponent */.Tn)(config, inputs.component);
    const hasComponents = (config.components ?? []).length > 0;
    const files = inputs.files.length > 0 ? inputs.files : (component?.["version-files"] ?? []);
    const changelog = inputs.changelog ?? component?.changelog;
    if (files.length === 0 && changelog === undefined) {
        throw (0,action/* invalid */.Gq)("no file is named that holds the version", {
            remedy: component === undefined
                ? "Give files, such as files: package.json, or the component that lists its version-files in release-actions.yml."
                : `Give files, or list version-files for ${component.name} in release-actions.yml.`,
        });
    }
    return {
        component: component?.name,
        changelogName: component?.["changelog-name"] ?? component?.name,
        targets: files.map(version_files.parseTarget),
        changelog,
        typed: { files: inputs.files.length > 0, changelog: inputs.changelog !== undefined },
        scheme: inputs.scheme ?? component?.scheme ?? "semver",
        tagFormat: inputs.tagFormat ?? component?.["tag-format"] ?? (hasComponents ? packages_version/* DEFAULT_COMPONENT_FORMAT */.sZ : packages_version/* DEFAULT_FORMAT */.ui),
        date: inputs.date ?? new Date(clock.now()).toISOString().slice(0, 10),
        isDateGiven: inputs.date !== undefined,
        author: authorOf(inputs),
        signing: signingOf(inputs),
    };
}
function dateProblem(date) {
    if (date === undefined)
        return [];
    const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date))
        return [];
    return [{ input: "date", what: `date ${(0,packages_text/* quote */.hD)(date, 40)} is not a date`, remedy: "Write it as 2025-01-31." }];
}
function authorOf({ author, commit, tag }) {
    if (author === undefined) {
        if (!commit && !tag)
            return undefined;
        throw (0,action/* invalid */.Gq)("a commit and a tag need an author", {
            remedy: 'Give author, such as "Release Bot <bot@example.com>".',
        });
    }
    const open = author.lastIndexOf("<");
    const name = author.slice(0, open).trim();
    const email = author.slice(open + 1, -1).trim();
    if (open > 0 && author.endsWith(">") && name !== "" && email !== "")
        return { name, email };
    throw (0,action/* invalid */.Gq)(`the author ${(0,packages_text/* quote */.hD)(author)} is not written as Name <address>`, {
        remedy: 'Write it like "Release Bot <bot@example.com>".',
    });
}
function signingOf({ sign, signingKey: key, gnupgHome }) {
    if (sign === "ssh" && key !== undefined)
        return { format: "ssh", key };
    return sign === "openpgp" && key !== undefined && gnupgHome !== undefined
        ? { format: "openpgp", key, gnupgHome }
        : undefined;
}

;// CONCATENATED MODULE: ./actions/bump-version/bump.ts








const MOST_PLANS = 3;
async function bump(context) {
    const { inputs, host, io, signal, clock } = context;
    const settings = await readSettings(inputs, host, clock);
    const { workspace: directory, childEnvironment: environment } = host;
    const options = { directory, environment, temporary: host.temporary, signal, io, network: host.network };
    const repository = (0,git.openRepository)(options);
    for (let attempt = 1; attempt <= MOST_PLANS; attempt++) {
        const done = await planAndApply(repository, settings, context);
        if (done !== undefined)
            return done;
        io.info("The branch moved meanwhile; planning again from its new commit.");
    }
    throw (0,action/* undecided */.oo)("the branch moves faster than a release can be planned", {
        remedy: "Run again when nothing else commits to it.",
    });
}
async function planAndApply(repository, settings, context) {
    const { inputs, io, journal, signal } = context;
    const plan = await makePlan(repository, inputs, settings, context.host, io);
    const tagExists = inputs.tag ? await lookAtTag(repository, plan, inputs) : false;
    if (inputs.tag && !inputs.commit && uncommitted(plan).length > 0) {
        throw (0,action/* invalid */.Gq)(`a tag needs a commit that says ${plan.version}, and the last one does not`, {
            remedy: "Give commit: true as well.",
        });
    }
    signal.throwIfAborted();
    const diff = diffOf(plan, inputs);
    const intended = steps(plan, inputs, tagExists);
    report(io, plan, intended, diff, inputs.dryRun);
    const outputs = { version: plan.version, previous: plan.previous, diff: cut(diff), tag: plan.tagName };
    if (inputs.dryRun) {
        const commit = uncommitted(plan).length === 0 ? plan.head : "";
        return { ...outputs, verdict: intended.length > 0 ? "passed" : "unchanged", changed: false, commit };
    }
    journal.intend(intended);
    journal.next("Run the same command again: what exists is kept, what is missing is made.");
    const applied = await applyOrReplan(plan, tagExists, { ...context, repository, settings });
    if (applied === undefined)
        return undefined;
    sayWhatIsNext(plan, context, applied);
    return {
        ...outputs,
        verdict: applied.changed ? "done" : "unchanged",
        changed: applied.changed,
        commit: applied.commit ?? "",
    };
}
async function applyOrReplan(...args) {
    try {
        return await applyPlan(...args);
    }
    catch (error) {
        if (error instanceof BranchMoved)
            return undefined;
        throw error;
    }
}
function diffOf(plan, { commit }) {
    const files = commit ? uncommitted(plan) : unwritten(plan);
    return files
        .map((file) => {
        const before = commit ? file.committed : file.present;
        const after = commit ? file.intended : file.wanted;
        return (0,unified_diff/* unifiedDiff */.W)(file.repositoryPath, decode(before).text, decode(after).text);
    })
        .join("");
}
function report(io, plan, intended, diff, isDryRun) {
    const from = plan.previous === "" || plan.previous === plan.version ? "" : ` after ${plan.previous}`;
    io.info(`The version is ${plan.version}${from}.`);
    if (intended.length === 0)
        io.info("Everything is in place; there is nothing to do.");
    for (const step of intended)
        io.info(`${isDryRun ? "Would make" : "To make"}: ${step}`);
    if (diff !== "")
        io.info(diff);
    io.summary((0,packages_text/* heading */.R_)(`Version ${plan.version}`), (0,packages_text/* paragraph */.FY)(intended.length === 0 ? "Nothing was left to do." : intended.join("; ")));
    if (diff !== "")
        io.summary((0,packages_text/* codeBlock */.DV)(cut(diff), "diff"));
}
function sayWhatIsNext(plan, { inputs, io, host }, applied) {
    if ((!inputs.commit && !inputs.tag) || applied.commit === undefined)
        return;
    const branch = plan.branch ?? "HEAD:refs/heads/<branch>";
    const refs = [...(inputs.commit ? [branch] : []), ...(inputs.tag ? [`refs/tags/${plan.tagName}`] : [])];
    io.info(`Nothing was pushed. Next: git push --atomic origin ${refs.join(" ")}`);
    if (host.kind !== "github")
        return;
    io.warning("A push with GITHUB_TOKEN starts no workflow: a release workflow on this tag would not run. " +
        "Push with a GitHub App's token or a deploy key, or start the workflow by workflow_dispatch.");
}
const LONGEST_DIFF = 64 * 1024;
function cut(diff) {
    if (diff.length <= LONGEST_DIFF)
        return diff;
    const end = diff.lastIndexOf("\n", LONGEST_DIFF) + 1;
    return `${diff.slice(0, end)}[${diff.length - end} more characters: see the log]\n`;
}

;// CONCATENATED MODULE: ./actions/bump-version/action.ts




/* harmony default export */ const bump_version_action = ((0,action/* defineAction */.QP)({
    name: "bump-version",
    description: "Writes the next version into version files, lock files and the changelog, commits and tags it.",
    inputs: {
        version: (0,action/* text */.Qq)({
            description: "The exact version, or one of major, minor, patch and prerelease, counted from the version in the last commit.",
            example: "1.2.3",
        }),
        component: (0,action/* text */.Qq)({ description: "The component of release-actions.yml that is released.", optional: true }),
        files: (0,action/* list */.p_)({
            description: "Files that hold the version: path, or path#key. Without it: the component's version-files.",
            example: "package.json, chart/Chart.yaml#appVersion",
        }),
        changelog: (0,action/* text */.Qq)({
            description: "The changelog whose Unreleased section becomes the version's entry. Without it: the component's changelog.",
            optional: true,
        }),
        date: (0,action/* text */.Qq)({
            description: "The day of the release for the changelog, YYYY-MM-DD. Without it: today, UTC.",
            optional: true,
        }),
        scheme: (0,action/* choice */.Yq)([...packages_version/* SCHEMES */.dz], {
            description: "How versions are written and ordered. Without it: the component's scheme, else semver.",
            optional: true,
        }),
        "tag-format": (0,action/* text */.Qq)({
            description: "How tags are written. Without it: the component's format, else v{version}-{component} or v{version}.",
            optional: true,
        }),
        commit: (0,action/* flag */.Jt)({ description: "Commit exactly the changed files.", default: false }),
        tag: (0,action/* flag */.Jt)({
            description: "Make an annotated tag on the commit, its message from the changelog entry.",
            default: false,
        }),
        author: (0,action/* text */.Qq)({
            description: "Who commits and tags, as Name <address>.",
            optional: true,
            example: "Release Bot <bot@example.com>",
            github: "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>",
            gitlab: "CI_COMMIT_AUTHOR",
        }),
        sign: (0,action/* choice */.Yq)(["none", "ssh", "openpgp"], { description: "Sign the commit and the tag.", default: "none" }),
        "signing-key": (0,action/* text */.Qq)({
            description: "Absolute path of the private SSH key, or the OpenPGP fingerprint.",
            optional: true,
        }),
        "gnupg-home": (0,action/* text */.Qq)({ description: "Absolute path of the GnuPG home that holds the OpenPGP key.", optional: true }),
    },
    outputs: {
        version: action/* output */.CG.text("The version that the files hold now."),
        previous: action/* output */.CG.text("The version that they held before."),
        changed: action/* output */.CG.flag("Whether this run changed anything."),
        diff: action/* output */.CG.text("The changes as a unified diff."),
        tag: action/* output */.CG.text("The name of the version's tag, whether or not it was made."),
        commit: action/* output */.CG.text("The commit that holds the version; empty while it is not committed."),
    },
    permissions: { github: { contents: "read" }, gitlab: "None: nothing is pushed." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: true,
    check: ({ date, sign, signingKey, gnupgHome }) => [
        ...dateProblem(date),
        ...(sign !== "none" && signingKey === undefined ? [{ input: "signing-key", what: "sign needs signing-key" }] : []),
        ...(sign === "openpgp" && gnupgHome === undefined
            ? [{ input: "gnupg-home", what: "sign: openpgp needs gnupg-home" }]
            : []),
    ],
    run: bump,
}));


/***/ }),

/***/ 3446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7291);

const CONTEXT = 3;
const MOST_CHANGES = 2_000;
function unifiedDiff(path, before, after) {
    if (before === after)
        return "";
    const names = { oldFileName: `a/${path}`, newFileName: `b/${path}` };
    const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
    const shortest = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .structuredPatch */ .YB)(names.oldFileName, names.newFileName, before, after, undefined, undefined, options);
    const patch = shortest ?? {
        ...names,
        oldHeader: undefined,
        newHeader: undefined,
        hunks: [replacement(before, after)],
    };
    return (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .formatPatch */ .Gu)(patch, diff__WEBPACK_IMPORTED_MODULE_0__/* .FILE_HEADERS_ONLY */ .jr);
}
function replacement(before, after) {
    const [removed, added] = [marked("-", before), marked("+", after)];
    const lines = [...removed.lines, ...added.lines];
    return { oldStart: 1, oldLines: removed.count, newStart: 1, newLines: added.count, lines };
}
function marked(mark, text) {
    const lines = text.split("\n").map((line) => mark + line);
    if (lines.at(-1) === mark)
        lines.pop();
    const count = lines.length;
    return { count, lines: text === "" || text.endsWith("\n") ? lines : [...lines, "\\ No newline at end of file"] };
}


/***/ })

};
;