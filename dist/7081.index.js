"use strict";
exports.id = 7081;
exports.ids = [7081];
exports.modules = {

/***/ 7081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ validate_tag_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var version = __webpack_require__(5869);
// EXTERNAL MODULE: ./actions/validate-tag/contents.ts
var contents = __webpack_require__(3076);
;// CONCATENATED MODULE: ./actions/validate-tag/evidence.ts


async function collectEvidence(repository, remote, tag, settled) {
    const [local, localTags, remoteRefs] = await Promise.all([
        orError(repository.inspectTag(tag)),
        orError(repository.tags()),
        remote === undefined ? undefined : settled.then(() => orError(repository.remoteRefs(remote, ["refs/tags/"]))),
    ]);
    if (remoteRefs === undefined || remoteRefs instanceof action/* ActionError */.lZ) {
        return {
            local,
            tags: localTags instanceof action/* ActionError */.lZ ? [] : localTags.map(({ name }) => name),
            tagsComplete: !(local instanceof action/* ActionError */.lZ) && !(localTags instanceof action/* ActionError */.lZ) && !local.shallow,
            remote: remoteRefs === undefined ? { state: "not queried" } : { state: "failed", error: remoteRefs },
        };
    }
    const ref = (0,git.tagRef)(tag);
    return {
        local,
        tags: remoteRefs.map(({ name }) => name.slice("refs/tags/".length)),
        tagsComplete: true,
        remote: { state: "answered", ref: remoteRefs.find(({ name }) => name === ref) },
    };
}
function remoteOf(host, token) {
    if (host.kind !== "github" && host.kind !== "gitlab")
        return undefined;
    if (host.serverUrl === undefined || host.repository === undefined)
        return undefined;
    const path = host.repository.split("/").map(encodeURIComponent).join("/");
    const url = `${host.serverUrl.replace(/\/+$/, "")}/${path}.git`;
    const username = host.kind === "github" ? "x-access-token" : "gitlab-ci-token";
    return token === undefined ? { url } : { url, credential: { username, secret: token } };
}
async function orError(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ && error.verdict !== "interrupted" && !(error instanceof action/* CredentialRefused */.In))
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/validate-tag/inputs.ts


const inputs = {
    tag: (0,action/* text */.Qq)({
        description: "Tag to validate. Default: the tag whose push started the run.",
        example: "v1.1.0-frontend",
        optional: true,
    }),
    components: (0,action/* list */.p_)({
        description: "Names of the components that the repository releases. Default: those in release-actions.yml.",
    }),
    "tag-format": (0,action/* text */.Qq)({
        description: "Format of tags, with {version} exactly once and {component} at most once. Default: the formats in release-actions.yml; otherwise v{version}-{component} if components are declared and v{version} if not.",
        example: "{component}@{version}",
        optional: true,
    }),
    scheme: (0,action/* choice */.Yq)(version/* SCHEMES */.dz, {
        description: "Version scheme. Default: the one in release-actions.yml, otherwise semver.",
        optional: true,
    }),
    changelog: (0,action/* text */.Qq)({
        description: "Path of the changelog. Default: the one in release-actions.yml, otherwise CHANGELOG.md.",
        optional: true,
    }),
    "require-changelog": (0,action/* flag */.Jt)({
        description: "Require a changelog entry for the version that is not empty.",
        default: true,
    }),
    "version-files": (0,action/* list */.p_)({
        description: "Files that contain the version, as path or path#key. Default: those in release-actions.yml.",
    }),
    "version-match": (0,action/* choice */.Yq)(["component", "train", "none"], {
        description: "Version expected in version files. component: the version of the tag. train: the version that the changelog entry lists for the component. none: do not compare. Default: the setting in release-actions.yml, otherwise component.",
        optional: true,
    }),
    "require-annotated": (0,action/* flag */.Jt)({ description: "Require an annotated tag.", default: false }),
    "require-signed": (0,action/* flag */.Jt)({ description: "Require a signature by one of allowed-signers.", default: false }),
    "allowed-signers": (0,action/* text */.Qq)({
        description: "Trusted SSH keys, one per line in the format of ssh-keygen (principal, key type, key), or the path of a file with such lines.",
        optional: true,
    }),
    branch: (0,action/* text */.Qq)({ description: "Branch that must contain the tagged commit.", example: "main", optional: true }),
    "require-unreleased": (0,action/* flag */.Jt)({
        description: "Require that the forge has no published release of the tag.",
        default: false,
    }),
    "allow-regression": (0,action/* flag */.Jt)({
        description: "Allow a version lower than the latest release of its component.",
        default: false,
    }),
    token: (0,action/* text */.Qq)({
        description: "Token to read the tags and releases of the repository.",
        credential: "forge",
        optional: true,
        github: "${{ github.token }}",
        gitlab: "CI_JOB_TOKEN",
    }),
};
const outputs = {
    tag: action/* output */.CG.text("The tag."),
    version: action/* output */.CG.text("Version in the tag, such as 1.1.0-rc.1."),
    component: action/* output */.CG.text("Component in the tag; empty if it names none."),
    prerelease: action/* output */.CG.flag("Whether the version is a prerelease."),
    "prerelease-id": action/* output */.CG.text("Kind of prerelease, such as rc; empty for a release."),
    major: action/* output */.CG.integer("First number of the version."),
    minor: action/* output */.CG.integer("Second number of the version."),
    patch: action/* output */.CG.integer("Third number of the version."),
    commit: action/* output */.CG.text("Tagged commit, 40 hex digits."),
    "previous-tag": action/* output */.CG.text("Tag of the previous release of the same component, in version order; empty for the first."),
    annotated: action/* output */.CG.flag("Whether the tag is annotated; empty if that is not known."),
    images: action/* output */.CG.json("Images of the component from release-actions.yml, as a build matrix: name, image, context and dockerfile of each."),
    report: action/* output */.CG.json("One row per finding: check, result (pass, fail, warn, skipped, unknown or invalid), detail and remedy."),
};
function inputProblems({ requireSigned, allowedSigners }) {
    if (!requireSigned || allowedSigners !== undefined)
        return [];
    return [
        {
            input: "allowed-signers",
            what: "require-signed needs allowed-signers",
            remedy: "Set the trusted keys: <principal> ssh-ed25519 <key>.",
        },
    ];
}

// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./actions/validate-tag/signature.ts
var signature = __webpack_require__(9750);
;// CONCATENATED MODULE: ./actions/validate-tag/settings.ts






async function readSettings(host, inputs, tag) {
    const { requireSigned, allowedSigners, branch } = inputs;
    const ends = await Promise.allSettled([
        checkedSettings(host, inputs, tag),
        (async () => branch !== undefined && (0,git.branchRef)(branch))(),
        requireSigned && allowedSigners !== undefined ? (0,signature/* writeSigners */.d)(host, allowedSigners) : undefined,
    ]);
    const [settings] = ends;
    const errors = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    if (settings.status === "fulfilled" && errors.length === 0)
        return settings.value;
    const invalids = errors
        .filter((error) => error instanceof action/* ActionError */.lZ)
        .filter(({ verdict }) => verdict === "invalid");
    if (invalids.length < errors.length)
        throw errors.find((error) => !invalids.some((one) => one === error));
    if (invalids.length === 1)
        throw invalids[0];
    throw (0,action/* invalid */.Gq)(`${invalids.length} problems with inputs and configuration`, {
        problems: invalids.flatMap(problemsIn),
    });
}
function problemsIn({ message, details: { problems = [], remedy } }) {
    return problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
}
async function checkedSettings(host, inputs, tag) {
    const settings = await settingsOf(host, inputs);
    const read = (0,version/* readTag */.zW)(tag, settings.rules);
    if ((0,version/* isParsed */.Ep)(read))
        assertFiles(host, settings.of(read.component));
    return settings;
}
function assertFiles(host, { changelog, versionFiles }) {
    const paths = versionFiles.map((file) => file.replace(/(?<=.)#[^#]*$/, ""));
    for (const path of [changelog, ...paths])
        (0,files/* assertFile */.HT)(host, path);
}
async function settingsOf(host, inputs) {
    const { components: configured = [] } = await (0,config.loadConfig)({ host, inputs });
    const find = (name) => configured.find((component) => component.name === name);
    const names = inputs.components.length > 0 ? inputs.components : configured.map(({ name }) => name);
    const rules = (0,version/* tagRules */.w8)({
        scheme: inputs.scheme,
        formats: inputs.tagFormat === undefined ? [] : [inputs.tagFormat],
        components: names.map((name) => ({
            name,
            format: inputs.tagFormat === undefined ? find(name)?.["tag-format"] : undefined,
            scheme: inputs.scheme ?? find(name)?.scheme,
        })),
    });
    const of = (name) => {
        const component = find(name);
        return {
            changelog: inputs.changelog ?? component?.changelog ?? "CHANGELOG.md",
            changelogName: component?.["changelog-name"] ?? name,
            versionFiles: inputs.versionFiles.length > 0 ? inputs.versionFiles : (component?.["version-files"] ?? []),
            versionMatch: inputs.versionMatch ?? component?.["version-match"] ?? "component",
            images: component?.images ?? [],
        };
    };
    return { rules, of };
}

;// CONCATENATED MODULE: ./actions/validate-tag/action.ts









/* harmony default export */ const validate_tag_action = ((0,action/* defineAction */.QP)({
    name: "validate-tag",
    description: "Checks a release tag against everything that must agree with it: its grammar, the changelog, the version files, the branch, its signature and earlier releases.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: { contents: "read" },
        gitlab: "The job token is enough; a token of another kind needs read_api and read_repository.",
    },
    services: ["git", "github", "gitlab"],
    endpoints: {
        description: [
            "the repository itself, by git over https, in CI jobs",
            "the forge's REST API, with `require-unreleased`",
        ],
        origins: ({ requireUnreleased }, host) => (requireUnreleased ? [host.serverUrl, host.apiUrl] : [host.serverUrl]),
        credentials: ({ requireUnreleased }, host) => [
            ...(host.kind === "github" || host.kind === "gitlab" ? [host.serverUrl] : []),
            ...(requireUnreleased ? [host.apiUrl] : []),
        ],
    },
    changes: false,
    check: inputProblems,
    async run(context) {
        const { inputs, io, host } = context;
        const tag = inputs.tag ?? host.pushedTag;
        if (tag === undefined) {
            throw (0,action/* invalid */.Gq)("tag is missing, and this run was not started by a tag", {
                remedy: "Set the input tag, for example v1.2.3.",
            });
        }
        const repository = (0,git.openCheckout)(context);
        const remote = remoteOf(host, inputs.token);
        const settled = readSettings(host, inputs, tag);
        const readEarly = async () => {
            const settings = await settled;
            const read = (0,version/* readTag */.zW)(tag, settings.rules);
            const early = (0,version/* isParsed */.Ep)(read) && inputs.requireChangelog ? await (0,contents/* extractEarly */.he)(host, settings, read) : undefined;
            return { settings, read, early };
        };
        const [evidence, { settings, read, early }, { checkTag, RULES }] = await Promise.all([
            (0,version/* tagNameProblem */.p9)(tag) === undefined ? collectEvidence(repository, remote, tag, settled) : undefined,
            readEarly(),
            __webpack_require__.e(/* import() */ 905).then(__webpack_require__.bind(__webpack_require__, 905)),
        ]);
        const checked = await checkTag({ ...context, tag, read, settings, repository, remote, evidence, early });
        const { rows, commit, annotated, previous } = checked;
        const verdict = (0,report/* decide */.LD)(rows, RULES);
        (0,report/* logRows */.Wk)(io, rows);
        io.summary((0,packages_text/* heading */.R_)("validate-tag"), (0,packages_text/* paragraph */.FY)([(0,packages_text/* code */.aY)(tag), " ", (0,packages_text/* strong */.ko)(report/* VERDICT_WORDS */._G[verdict])]), ...(0,report/* checkTable */.Dv)(rows));
        const problems = (0,report/* problemsOf */.GW)(rows, RULES);
        const checks = `${(0,packages_text/* formatCount */.B4)(problems.length, "check")} of the tag`;
        return (0,report/* passOrThrow */.rk)(verdict, {
            messages: {
                refused: `${checks} failed`,
                invalid: `${checks} could not be run`,
                undecided: `${checks} could not be answered`,
            },
            problems,
            outputs: {
                tag,
                ...versionOutputs((0,version/* isParsed */.Ep)(read) ? read : undefined),
                commit,
                annotated,
                previousTag: previous,
                images: (0,version/* isParsed */.Ep)(read) ? settings.of(read.component).images : [],
                report: rows,
            },
        });
    },
}));
function versionOutputs(parsed) {
    if (parsed === undefined)
        return {};
    const { major, minor, patch, prerelease, prereleaseId, text: version } = parsed.version;
    return { version, component: parsed.component, prerelease, prereleaseId, major, minor, patch };
}


/***/ }),

/***/ 3076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ judgeVersionFiles),
/* harmony export */   MQ: () => (/* binding */ judgeChangelog),
/* harmony export */   QD: () => (/* binding */ taggedFiles),
/* harmony export */   he: () => (/* binding */ extractEarly)
/* harmony export */ });
/* unused harmony export listedVersion */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1458);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(107);
/* harmony import */ var _release_actions_version__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5869);




const MAX_BYTES = 16 * 1024 * 1024;
function taggedFiles(repository, host, commit, head) {
    if (commit === undefined || commit === head)
        return (path) => (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__.readWorkspaceFile)(host, path, { maxBytes: MAX_BYTES });
    return async (path) => {
        const content = await repository.readFile(commit, path, MAX_BYTES);
        if (content !== undefined)
            return content;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`there is no file ${JSON.stringify(path)} in the tagged commit ${commit.slice(0, 12)}`, {
            remedy: "Check the path.",
        });
    };
}
async function extractEarly(host, settings, parsed) {
    const { changelog, changelogName } = settings.of(parsed.component);
    try {
        const source = await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__.readWorkspaceFile)(host, changelog);
        const { extractEntry } = await __webpack_require__.e(/* import() */ 9386).then(__webpack_require__.bind(__webpack_require__, 9386));
        return { source, extraction: extractEntry(source, { version: parsed.version.text, component: changelogName }) };
    }
    catch (error) {
        if (error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            return undefined;
        throw error;
    }
}
async function judgeChangelog(read, request) {
    const { required, needed } = request;
    const notRequired = (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .skipped */ .hT)("changelog", "not required");
    if (!required && !needed)
        return { row: notRequired, entry: undefined };
    const answer = await findEntry(read, request);
    return required ? answer : { row: notRequired, entry: answer.entry };
}
async function findEntry(read, { parsed, changelog, component, train, early }) {
    let source;
    try {
        source = await read(changelog);
    }
    catch (error) {
        const { detail, remedy = "Check the path." } = (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .unanswered */ .bj)("changelog", error);
        return { row: (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)("changelog", detail, remedy), entry: undefined };
    }
    const { changelogStop, extractEntry } = await __webpack_require__.e(/* import() */ 9386).then(__webpack_require__.bind(__webpack_require__, 9386));
    const version = parsed.version.text;
    const own = early?.source.equals(source) === true ? early.extraction : extractEntry(source, { version, component });
    const isMissing = own.kind === "failed" && own.failure.kind === "missing";
    const result = isMissing && train ? extractEntry(source, { version }) : own;
    if (result.kind === "failed") {
        const { failure } = result;
        const detail = changelogStop(failure, changelog).message;
        return { row: { ...(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)("changelog", detail, remedyOf(failure, version)), file: changelog }, entry: undefined };
    }
    const { line, body } = result.entry;
    return { row: { ...entryRow(result.entry, changelog), file: changelog, line }, entry: body };
}
function entryRow({ heading, line, status, warnings }, file) {
    const flaw = warnings.find((warning) => warning.line === line);
    if (status === "yanked")
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .warn */ .R8)("changelog", `${file}:${line} marks the version as yanked`, "release another version");
    if (flaw !== undefined)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .warn */ .R8)("changelog", flaw.message, `correct the heading in ${file}`);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .pass */ .IX)("changelog", `${file}:${line} has the entry "${heading}"`);
}
function remedyOf(failure, version) {
    switch (failure.kind) {
        case "missing":
            return `add a heading such as ## [${version}] - YYYY-MM-DD with what changed`;
        case "empty":
            return failure.section === undefined
                ? "write what changed below the heading"
                : `move the heading on line ${failure.section.line} one level down, if its text belongs to the entry`;
        case "mixed":
            return `move the heading on line ${failure.parent.line} to the notes that it belongs to`;
        case "duplicate":
        case "already-released":
            return "keep one of them";
        case "ambiguous":
            return "name the component in the tag";
    }
}
async function judgeVersionFiles(read, request) {
    const { parsed, files, match, entry } = request;
    if (match === "none")
        return [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .skipped */ .hT)("version-files", "version-match is none")];
    if (files.length === 0)
        return [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .skipped */ .hT)("version-files", "no version files are named")];
    const answers = await Promise.all(files.map((file) => statedVersions(read, file)));
    const unreadable = answers
        .filter((answer) => answer instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        .map(({ message, details }) => (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)("version-files", message, details.remedy ?? "Correct the file."));
    const stated = answers.flatMap((answer) => (answer instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? [] : answer));
    const expected = expectedVersion(parsed, match, entry);
    const wrong = stated.filter(({ version }) => expected.version !== undefined && !(0,_release_actions_version__WEBPACK_IMPORTED_MODULE_3__/* .sameVersion */ .r1)(version, expected.version, parsed.version.scheme));
    const rows = [...unreadable, ...wrong.map((one) => mismatchRow(one, request, expected))];
    if (rows.length > 0)
        return rows;
    const found = stated.map(({ file, version }) => `${file} says ${version}`).join(", ");
    if (expected.version === undefined)
        return [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .skipped */ .hT)("version-files", `${found}; ${expected.source}, so there is nothing to compare with`)];
    return [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .pass */ .IX)("version-files", `${found}, as ${expected.source}`)];
}
function expectedVersion({ tag, version, component }, match, entry) {
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
function mismatchRow({ file, line, key, version }, { parsed: { component }, match, entry }, expected) {
    const isComponent = match === "component";
    const listed = isComponent && entry !== undefined && component !== undefined ? listedVersion(entry, component) : undefined;
    const also = listed === undefined ? "" : `; the changelog entry lists ${component} ${listed}`;
    const train = isComponent ? ", or set version-match: train when tags name the version of a whole release" : "";
    const detail = `${file}:${line} says ${version} (${key}), ${expected.source} says ${expected.version}${also}`;
    return { ...(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)("version-files", detail, `set ${file} to ${expected.version}${train}`), file, line };
}
async function statedVersions(read, target) {
    try {
        const { parseTarget, readVersions } = await __webpack_require__.e(/* import() */ 4814).then(__webpack_require__.bind(__webpack_require__, 4814));
        const { path, key } = parseTarget(target);
        const found = await readVersions(path, (await read(path)).toString("utf8"), key);
        return found.map((place) => ({ file: path, ...place }));
    }
    catch (error) {
        if (error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && error.verdict !== "interrupted")
            return error;
        throw error;
    }
}
function listedVersion(entry, component) {
    let inList = false;
    for (const line of entry.split(/\r\n|\r|\n/)) {
        if (line.startsWith("#"))
            inList = /^#{1,6}\s+component versions:?\s*#*$/i.test(line.slice(0, 200).trim());
        if (!inList)
            continue;
        const version = versionInItem(line, component);
        if (version !== undefined)
            return version;
    }
    return undefined;
}
function versionInItem(line, component) {
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


/***/ }),

/***/ 9750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeSigners),
/* harmony export */   judgeSignature: () => (/* binding */ judgeSignature)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1458);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(107);





const MAX_SIGNERS_BYTES = 1024 * 1024;
async function judgeSignature(repository, host, request) {
    const { tag, remote } = request;
    const signers = await writeSigners(host, request.allowedSigners);
    try {
        if (request.flattened && remote !== undefined)
            await repository.fetchTag(remote, tag);
        const { state, signer, reason = "" } = await repository.verifyTag(tag, { allowedSigners: signers.file });
        switch (state) {
            case "good":
                return await trust(repository, request, signers, signer);
            case "unsigned":
                return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is not signed`, "sign the next tag: git tag -s <tag> -m <message>");
            case "untrusted":
                return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is signed by a key that is not trusted: ${reason}`, "have one of allowed-signers make the tag, or add the key there");
            case "bad":
                return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `the signature of ${tag} does not match the tag: ${reason}`, "do not release it; make a new tag with a new version");
            case "unverifiable":
                return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)("signed", `the signature of ${tag} cannot be checked here: ${reason}`, "sign with an SSH key (git config gpg.format ssh)");
        }
    }
    catch (error) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .unanswered */ .bj)("signed", error);
    }
}
async function trust(repository, { tag, commit }, { path }, signer = "an unnamed signer") {
    const own = path !== undefined &&
        commit !== undefined &&
        (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
    if (!own)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .pass */ .IX)("signed", `${tag} is signed by ${signer}`);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R8)("signed", `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`, "set allowed-signers to the lines of the list, from a variable that only administrators can change");
}
async function writeSigners(host, given) {
    const inline = /\s(?:ssh-|ecdsa-|sk-)/.test(given);
    const { content, path } = inline ? { content: `${given}\n`, path: undefined } : readSigners(host, given);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(host.temporary, "allowed-signers");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(file, content, { mode: 0o600 });
    return { file, ...(path !== undefined && { path }) };
}
function readSigners(host, given) {
    try {
        const place = (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(host, given, { typed: true });
        const workspace = (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(host, ".").real;
        const path = (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(workspace, place.real) ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace, place.real).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join("/") : undefined;
        return { content: (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__/* .readPlace */ .yI)(place, MAX_SIGNERS_BYTES), path };
    }
    catch (error) {
        const why = error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? `: ${error.message}` : "";
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`the input allowed-signers does not name a readable file ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)}${why}`, {
            remedy: "Set the path of a file, or the lines themselves: <principal> ssh-ed25519 <key>.",
            cause: error,
        });
    }
}


/***/ }),

/***/ 107:
/***/ (require("./107.module.js"))

};
;