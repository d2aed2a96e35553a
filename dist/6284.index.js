"use strict";
exports.id = 6284;
exports.ids = [6284];
exports.modules = {

/***/ 6284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ bump_version_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./actions/bump-version/apply.ts


class BranchMoved extends Error {
}
function uncommittedFiles({ files }) {
    return files.filter(({ committed, intended }) => !committed.equals(intended));
}
function unwrittenFiles({ files }) {
    return files.filter(({ present, checkedOut }) => !present.equals(checkedOut));
}
function stepsOf(plan, { commit, tag }, tagExists) {
    return [
        ...unwrittenFiles(plan).map(({ path }) => fileStep(path, plan)),
        ...(commit && uncommittedFiles(plan).length > 0 ? [commitStep(plan)] : []),
        ...(tag && !tagExists ? [tagStep(plan)] : []),
    ];
}
const fileStep = (path, { version }) => `version ${version} in ${path}`;
const commitStep = ({ subject }) => `the commit "${subject}"`;
const tagStep = ({ tagName }) => `the tag ${tagName}`;
async function applyPlan(plan, tagExists, tools) {
    try {
        await writeFiles(plan, tools);
        const commit = await commitFiles(plan, tools);
        if (tools.inputs.tag && !tagExists && commit !== undefined)
            await createTag(plan, commit, tools);
        return commit;
    }
    catch (error) {
        const isPartial = tools.journal.state.exists.length > 0;
        if (!isPartial || !(error instanceof action/* ActionError */.lZ) || error.verdict === "interrupted")
            throw error;
        throw new action/* ActionError */.lZ("unknown", error.message, error.details);
    }
}
async function writeFiles(plan, { host, signal, journal }) {
    for (const file of unwrittenFiles(plan)) {
        signal.throwIfAborted();
        await writeFile(file, host);
        journal.made(fileStep(file.path, plan));
    }
    for (const { path, use, checkedOut } of plan.files) {
        if ((await (0,files.readWorkspaceFile)(host, path, use)).equals(checkedOut))
            continue;
        throw (0,action/* undecided */.oo)(`another process changed ${path} while ${plan.version} was being written; nothing was committed`, {
            remedy: "Run again when nothing else writes to the work tree.",
        });
    }
}
async function writeFile({ path, use, checkedOut }, host) {
    try {
        await (0,files.writeWorkspaceFile)(host, path, checkedOut, use);
    }
    catch (error) {
        if (!(await (0,files.readWorkspaceFile)(host, path, use)).equals(checkedOut))
            throw error;
    }
}
async function commitFiles(plan, tools) {
    const { repository, inputs, settings, signal, clock, journal } = tools;
    const { author, signing } = settings;
    const pending = uncommittedFiles(plan);
    if (pending.length === 0)
        return plan.head;
    if (!inputs.commit || author === undefined)
        return undefined;
    signal.throwIfAborted();
    const paths = pending.map(({ repositoryPath, intended }) => ({ path: repositoryPath, bytes: intended }));
    const request = { paths, message: plan.subject, author, date: clock.now(), parent: plan.head };
    try {
        const { id } = await repository.commit({ ...request, ...(signing !== undefined && { sign: signing }) });
        journal.made(commitStep(plan));
        return id;
    }
    catch (error) {
        throw (await repository.head()) === plan.head ? error : new BranchMoved();
    }
}
async function createTag(plan, target, tools) {
    const { repository, settings, signal, clock, journal } = tools;
    const { author: tagger, signing } = settings;
    if (tagger === undefined)
        return;
    signal.throwIfAborted();
    const request = { name: plan.tagName, target, message: plan.tagMessage, tagger, date: clock.now() };
    await repository.createTag({ ...request, ...(signing !== undefined && { sign: signing }) });
    journal.made(tagStep(plan));
}
async function findTag(repository, plan, { sign }) {
    const tag = await repository.tag(plan.tagName);
    if (tag === undefined)
        return false;
    const fault = uncommittedFiles(plan).length > 0 || tag.commit !== plan.head
        ? `points to ${tag.commit ?? `a ${tag.targetType}`}, not to the commit of this version`
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

// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var packages_config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var packages_version = __webpack_require__(5869);
// EXTERNAL MODULE: ./packages/version/files/index.ts + 15 modules
var version_files = __webpack_require__(4814);
;// CONCATENATED MODULE: ./actions/bump-version/inputs.ts





const inputs = {
    version: (0,action/* text */.Qq)({
        description: "Exact version, or major, minor, patch or prerelease, counted from the version in the last commit.",
        example: "1.2.3",
    }),
    component: (0,action/* text */.Qq)({ description: "Component in release-actions.yml to release.", optional: true }),
    files: (0,action/* list */.p_)({
        description: "Files that contain the version: path, or path#key. Default: the component's version-files.",
        example: "package.json, chart/Chart.yaml#appVersion",
    }),
    changelog: (0,action/* text */.Qq)({
        description: "Changelog whose Unreleased section becomes the entry of the version. Default: the component's changelog.",
        optional: true,
    }),
    date: (0,action/* text */.Qq)({ description: "Release date for the changelog, YYYY-MM-DD. Default: today, UTC.", optional: true }),
    scheme: (0,action/* choice */.Yq)([...packages_version/* SCHEMES */.dz], {
        description: "Version scheme. Default: the component's scheme, else semver.",
        optional: true,
    }),
    "tag-format": (0,action/* text */.Qq)({
        description: "Tag format. Default: the component's format, else v{version}-{component} or v{version}.",
        optional: true,
    }),
    commit: (0,action/* flag */.Jt)({ description: "Commit exactly the changed files.", default: false }),
    tag: (0,action/* flag */.Jt)({
        description: "Create an annotated tag on the commit, with the changelog entry as its message.",
        default: false,
    }),
    author: (0,action/* text */.Qq)({
        description: "Author of the commit and the tag, as Name <address>.",
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
    "gnupg-home": (0,action/* text */.Qq)({
        description: "Absolute path of the GnuPG home directory that contains the OpenPGP key.",
        optional: true,
    }),
};
const outputs = {
    version: action/* output */.CG.text("Version that the files contain now."),
    previous: action/* output */.CG.text("Version that they contained before."),
    changed: action/* output */.CG.flag("Whether this run changed anything."),
    diff: action/* output */.CG.text("Changes as a unified diff."),
    tag: action/* output */.CG.text("Tag name of the version, whether or not the tag was created."),
    commit: action/* output */.CG.text("Commit that contains the version; empty if it is not committed."),
};
function checkInputs({ date, sign, signingKey, gnupgHome }) {
    const problems = dateProblems(date);
    if (sign !== "none" && signingKey === undefined)
        problems.push({ input: "signing-key", what: `sign: ${sign} needs signing-key` });
    if (sign === "openpgp" && gnupgHome === undefined)
        problems.push({ input: "gnupg-home", what: "sign: openpgp needs gnupg-home" });
    return problems;
}
function dateProblems(date) {
    if (date === undefined || (0,packages_text/* isDay */.N)(date))
        return [];
    return [{ input: "date", what: `date ${(0,action/* quote */.hD)(date, 40)} is not a date`, remedy: "Write it as 2025-01-31." }];
}
async function readSettings(inputs, host, clock) {
    const config = await (0,packages_config.loadConfig)({ host, inputs });
    const component = inputs.component === undefined ? undefined : (0,packages_config/* findComponent */.Tn)(config, inputs.component);
    const hasComponents = (config.components ?? []).length > 0;
    const files = inputs.files.length > 0 ? inputs.files : (component?.["version-files"] ?? []);
    const changelog = inputs.changelog ?? component?.changelog;
    if (files.length === 0 && changelog === undefined) {
        throw (0,action/* invalid */.Gq)("no version files are set", {
            remedy: component === undefined
                ? "Set files, such as files: package.json, or a component with version-files in release-actions.yml."
                : `Set files, or list version-files for ${component.name} in release-actions.yml.`,
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
        date: inputs.date ?? (0,packages_text/* formatDay */.im)(clock.now()),
        isDateSet: inputs.date !== undefined,
        author: authorOf(inputs),
        signing: signingOf(inputs),
    };
}
function authorOf({ author, commit, tag }) {
    const remedy = 'Set author, such as "Release Bot <bot@example.com>".';
    if (author === undefined) {
        if (!commit && !tag)
            return undefined;
        throw (0,action/* invalid */.Gq)("commit and tag need author", { remedy });
    }
    const open = author.lastIndexOf("<");
    const name = author.slice(0, open).trim();
    const email = author.slice(open + 1, -1).trim();
    if (open > 0 && author.endsWith(">") && name !== "" && email !== "")
        return { name, email };
    throw (0,action/* invalid */.Gq)(`author ${(0,action/* quote */.hD)(author)} is not in the form Name <address>`, { remedy });
}
function signingOf({ sign, signingKey: key, gnupgHome }) {
    if (sign === "ssh" && key !== undefined)
        return { format: "ssh", key };
    return sign === "openpgp" && key !== undefined && gnupgHome !== undefined
        ? { format: "openpgp", key, gnupgHome }
        : undefined;
}

// EXTERNAL MODULE: ./packages/changelog/index.ts + 22 modules
var changelog = __webpack_require__(9386);
;// CONCATENATED MODULE: ./actions/bump-version/changelog.ts



function releaseChangelog(path, source, version, date, settings, repositoryUrl) {
    const { component, changelogName, tagFormat } = settings;
    const tagOf = (other) => (0,packages_version/* formatTag */._3)({ version: other, component }, tagFormat);
    const result = (0,changelog/* releaseUnreleased */.mr)(source, { version, component: changelogName, date, repositoryUrl, tagOf });
    if (result.kind === "failed")
        throw changelogError(path, result.failure);
    return result.content;
}
function entryOf(source, version, settings) {
    const extraction = (0,changelog.extractEntry)(source, { version, component: settings.changelogName, allowEmpty: true });
    return extraction.kind === "entry" ? extraction.entry : undefined;
}
function changelogError(path, failure) {
    const at = (line) => `${path}:${line}`;
    switch (failure.kind) {
        case "missing":
            return (0,action/* invalid */.Gq)(`${path} has no Unreleased section${failure.hint === undefined ? "" : `: ${failure.hint}`}`, {
                remedy: "Add the heading ## [Unreleased] with the changes.",
            });
        case "empty":
            return (0,action/* refused */.J5)(`${at(failure.place.line)}: "${failure.place.heading}" describes no changes`, {
                remedy: "Describe the changes, then run again.",
            });
        case "mixed":
            return (0,changelog.changelogStop)(failure, path);
        case "duplicate":
            return (0,action/* refused */.J5)(`${path} has ${failure.places.length} entries for ${failure.wanted}`, {
                remedy: "Keep one of them.",
                problems: failure.places.map(({ heading, line }) => ({ what: heading, file: path, line })),
            });
        case "ambiguous":
            return (0,action/* invalid */.Gq)(`${path} has entries of several components for ${failure.wanted}: ${failure.choices.join(", ")}`, {
                remedy: "Set component.",
            });
        case "already-released":
            return (0,action/* refused */.J5)(`${at(failure.place.line)}: ${failure.wanted} already has an entry, but Unreleased at ${at(failure.unreleased.line)} still has changes`, {
                remedy: "Release them with the next version, or move them into the entry manually.",
            });
    }
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
                throw (0,action/* refused */.J5)(`${path} is a symbolic link in the work tree but a file in the last commit`, {
                    remedy: `Restore it: git checkout -- ${path}`,
                });
            }
            const present = await (0,files.readWorkspaceFile)(host, path, { ...use, maxBytes: MAX_BYTES });
            return { path, use, repositoryPath, committed, present, isChanged: isChanged.has(repositoryPath) };
        },
    };
}
async function whereIs(host, top, path, use) {
    (0,files/* placeOf */.$t)(host, path, { ...use, write: true });
    const directory = await (0,files/* workspaceDirectory */.xq)(host, (0,external_node_path_.dirname)(path), use);
    const full = (0,external_node_path_.join)(directory, (0,external_node_path_.basename)(path));
    return { full, repositoryPath: (0,external_node_path_.relative)(top, full).split(external_node_path_.sep).join("/") };
}
function untrackedFile(path) {
    return (0,action/* invalid */.Gq)(`${path} is not in the last commit`, {
        remedy: `Check the path, or add and commit the file: git add -- ${/^[\w./-]+$/.test(path) ? path : (0,packages_text/* shellQuoted */.x)(path)}`,
    });
}
function decodeText(bytes) {
    try {
        const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        return { text, encode: (edited) => Buffer.from(edited, "utf8") };
    }
    catch {
        return { text: bytes.toString("latin1"), encode: (edited) => Buffer.from(edited, "latin1") };
    }
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
            throw untrackedFile(path);
        for (const companion of await (0,version_files/* companions */.a5)(path, decodeText(file.committed).text)) {
            const isKnown = keysByPath.has(companion.path) || found.has(companion.path);
            const lock = isKnown ? undefined : await tree.read(companion.path, { typed: typed.files });
            const lockKeys = lock === undefined ? [] : await companion.keys(decodeText(lock.committed).text);
            if (lock !== undefined && lockKeys.length > 0)
                found.set(companion.path, { file: lock, keys: lockKeys, isCompanion: true });
        }
        found.set(path, { file, keys, isCompanion: false });
    };
    await (0,action/* runAll */.$D)([...keysByPath].map(([path, keys]) => () => read(path, keys)), "version files cannot be read");
    return [...found.values()];
}
async function currentVersions(files) {
    const current = [];
    const reads = files.flatMap(({ file, keys, isCompanion }) => (isCompanion ? [] : keys).map((key) => async () => {
        const found = await (0,version_files.readVersions)(file.path, decodeText(file.committed).text, key);
        current.push(...found.map(({ line, version }) => ({ path: file.path, line, version })));
    }));
    await (0,action/* runAll */.$D)(reads, "version files do not contain a version");
    return current;
}
async function decideVersion(repository, requested, { scheme, component }, head, files, current) {
    if (!(0,packages_version/* isVersionStep */.V4)(requested))
        return (0,packages_version/* requireVersion */.eU)(requested, scheme).text;
    const [first] = current;
    if (first === undefined) {
        throw (0,action/* invalid */.Gq)(`${requested} counts from the version in a file, and no files are set`, {
            remedy: "Set files, or the exact version.",
        });
    }
    if (current.some(({ version }) => version !== first.version)) {
        const problems = current.map(({ path, line, version }) => ({
            what: `${path} contains ${version}`,
            file: path,
            line,
        }));
        throw (0,action/* invalid */.Gq)(`the files contain different versions, so there is none that ${requested} could count from`, {
            remedy: "Set the exact version.",
            problems,
        });
    }
    const next = (0,packages_version/* nextVersion */.yU)(first.version, requested, scheme);
    const before = await versionBefore(repository, head, files, component, first.version);
    const isStepTaken = before === "unknown" ||
        (before !== undefined &&
            (0,packages_version/* parseVersion */.ot)(before, scheme) !== undefined &&
            (0,packages_version/* nextVersion */.yU)(before, requested, scheme) === first.version);
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
    const found = await (0,version_files.readVersions)(first.file.path, decodeText(bytes).text, first.keys[0]).catch(() => []);
    return found[0]?.version;
}
function warnOfDifferences(io, current, version) {
    const [first] = current;
    for (const { path, line, version: other } of current) {
        if (first === undefined || other === first.version || other === version)
            continue;
        io.warning(`${path} contains ${other}, but ${first.path} contains ${first.version}; both become ${version}`, {
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
        throw (0,action/* refused */.J5)(`${version} is lower than ${text} in ${path}:${line}`, {
            remedy: "Set a higher version; to go back, revert the commit that raised it.",
        });
    }
}
function subjectOf(component, version) {
    return `Release ${component === undefined ? "" : `${component} `}${version}`;
}

;// CONCATENATED MODULE: ./actions/bump-version/plan.ts







async function planVersion(repository, inputs, settings, host, io) {
    const [head, branch] = await Promise.all([repository.head(), repository.headBranch()]);
    if (head === undefined)
        throw (0,action/* invalid */.Gq)("the branch has no commit yet", { remedy: "Commit the version files first." });
    const tree = await openWorkTree(repository, host, head);
    const grouped = await readTargets(tree, settings);
    const current = await currentVersions(grouped);
    const version = await decideVersion(repository, inputs.version, settings, head, grouped, current);
    warnOfDifferences(io, current, version);
    refuseRegression(current, version, settings);
    const { changelog: changelogPath } = settings;
    const plans = grouped.map(({ file, keys }) => () => planFile(file, (bytes) => editVersions(file.path, bytes, keys, version)));
    if (changelogPath !== undefined)
        plans.push(() => planChangelog(tree, changelogPath, version, settings, host));
    const files = await (0,action/* runAll */.$D)(plans, "files cannot be changed; nothing was written");
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
    const { text, encode } = decodeText(bytes);
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
        return { ...file, intended, checkedOut: isSame ? intended : await edit(file.present) };
    if (sameLines(file.present, intended))
        return { ...file, intended, checkedOut: file.present };
    throw uncommittedChanges(file);
}
async function planChangelog(tree, path, version, settings, host) {
    const file = await tree.read(path, { typed: settings.typed.changelog });
    if (file === undefined)
        throw untrackedFile(path);
    const repositoryUrl = host.serverUrl === undefined || host.repository === undefined ? undefined : `${host.serverUrl}/${host.repository}`;
    const on = (date) => async (bytes) => releaseChangelog(path, bytes, version, date, settings, repositoryUrl);
    const left = file.isChanged ? entryOf(file.present, version, settings)?.date : undefined;
    if (left === undefined || left === "" || left === settings.date)
        return planFile(file, on(settings.date));
    const earlier = await planFile(file, on(left));
    if (!settings.isDateSet)
        return earlier;
    const intended = await on(settings.date)(file.committed);
    return { ...file, intended, checkedOut: intended };
}
function sameLines(a, b) {
    return a.equals(b) || a.toString("latin1").replaceAll("\r\n", "\n") === b.toString("latin1").replaceAll("\r\n", "\n");
}
function refusePipelineFiles(files) {
    const pipelines = files.filter(({ repositoryPath }) => (0,git/* isPipelineFile */.b5)(repositoryPath));
    if (pipelines.length === 0)
        return;
    throw (0,action/* refused */.J5)(`${pipelines.map(({ path }) => path).join(", ")} defines what pipelines run and is never committed by an action`, {
        remedy: "Remove it from files, or omit commit and commit it yourself.",
    });
}
function uncommittedChanges({ path }) {
    return (0,action/* refused */.J5)(`${path} has uncommitted changes`, {
        remedy: `Commit or discard them: git checkout HEAD -- ${path}`,
    });
}

// EXTERNAL MODULE: ./packages/text/diff/unified-diff.ts
var unified_diff = __webpack_require__(3446);
;// CONCATENATED MODULE: ./actions/bump-version/report.ts




const MAX_DIFF = 64 * 1024;
function diffOf(plan, { commit }) {
    const files = commit ? uncommittedFiles(plan) : unwrittenFiles(plan);
    return files
        .map((file) => {
        const before = commit ? file.committed : file.present;
        const after = commit ? file.intended : file.checkedOut;
        return (0,unified_diff/* unifiedDiff */.W)(file.repositoryPath, decodeText(before).text, decodeText(after).text);
    })
        .join("");
}
function shortDiff(diff) {
    if (diff.length <= MAX_DIFF)
        return diff;
    const end = diff.lastIndexOf("\n", MAX_DIFF) + 1;
    return `${diff.slice(0, end)}[${diff.length - end} more characters: see the log]\n`;
}
function reportPlan(io, { version, previous }, steps, diff, isDryRun) {
    io.info(`The version is ${version}${previous === "" || previous === version ? "" : `, after ${previous}`}.`);
    if (steps.length === 0)
        io.info("Everything is in place; nothing to do.");
    for (const step of steps)
        io.info(`${isDryRun ? "Would create" : "Will create"}: ${step}`);
    if (diff !== "")
        io.info(diff);
    io.summary((0,packages_text/* heading */.R_)(`Version ${version}`), (0,packages_text/* paragraph */.FY)(steps.length === 0 ? "Everything was in place." : steps.join("; ")));
    if (diff !== "")
        io.summary((0,packages_text/* codeBlock */.DV)(shortDiff(diff), "diff"));
}
function printNextStep(plan, { inputs, io, host }, commit) {
    if ((!inputs.commit && !inputs.tag) || commit === undefined)
        return;
    const branch = plan.branch ?? "HEAD:refs/heads/<branch>";
    const refs = [...(inputs.commit ? [branch] : []), ...(inputs.tag ? [`refs/tags/${plan.tagName}`] : [])];
    io.info(`Nothing was pushed. Next: git push --atomic origin ${refs.join(" ")}`);
    if (host.kind !== "github")
        return;
    io.warning("A push with GITHUB_TOKEN starts no workflow: a release workflow on this tag would not run. " +
        "Push with a GitHub App token or a deploy key, or start the workflow with workflow_dispatch.");
}

;// CONCATENATED MODULE: ./actions/bump-version/action.ts






/* harmony default export */ const bump_version_action = ((0,action/* defineAction */.QP)({
    name: "bump-version",
    description: "Writes the next version into version files, lock files and the changelog, and commits and tags it.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: { contents: "read" }, gitlab: "None: nothing is pushed." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: true,
    check: checkInputs,
    async run(context) {
        const { host, io, clock } = context;
        const settings = await readSettings(context.inputs, host, clock);
        const repository = (0,git.openCheckout)(context);
        for (let attempt = 1; attempt <= MAX_PLANS; attempt++) {
            const result = await planAndApply(repository, settings, context);
            if (result !== undefined)
                return result;
            io.info("The branch moved; planning again from its new commit.");
        }
        throw (0,action/* undecided */.oo)("the branch keeps moving while the release is planned", {
            remedy: "Run again when nothing else commits to it.",
        });
    },
}));
const MAX_PLANS = 3;
async function planAndApply(repository, settings, context) {
    const { inputs, io, journal, signal, host } = context;
    const plan = await planVersion(repository, inputs, settings, host, io);
    const tagExists = inputs.tag && (await findTag(repository, plan, inputs));
    const isCommitted = uncommittedFiles(plan).length === 0;
    if (inputs.tag && !inputs.commit && !isCommitted) {
        throw (0,action/* invalid */.Gq)(`a tag needs a commit with version ${plan.version}, and the last commit does not have it`, {
            remedy: "Set commit: true, too.",
        });
    }
    signal.throwIfAborted();
    const diff = diffOf(plan, inputs);
    const steps = stepsOf(plan, inputs, tagExists);
    reportPlan(io, plan, steps, diff, inputs.dryRun);
    const outputs = { version: plan.version, previous: plan.previous, diff: shortDiff(diff), tag: plan.tagName };
    if (inputs.dryRun) {
        const commit = isCommitted ? plan.head : "";
        return { ...outputs, verdict: steps.length > 0 ? "passed" : "unchanged", changed: false, commit };
    }
    journal.intend(steps);
    journal.next("Run the same command again: it keeps what exists and creates what is missing.");
    try {
        const commit = await applyPlan(plan, tagExists, { ...context, repository, settings });
        printNextStep(plan, context, commit);
        const changed = steps.length > 0;
        return { ...outputs, verdict: changed ? "done" : "unchanged", changed, commit: commit ?? "" };
    }
    catch (error) {
        if (error instanceof BranchMoved)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3446:
/***/ (require("./3446.module.js"))

};
;