"use strict";
exports.id = 1747;
exports.ids = [1747];
exports.modules = {

/***/ 1747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ validate_tag_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/git/index.ts + 1 modules
var git = __webpack_require__(3678);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var version = __webpack_require__(5869);
;// CONCATENATED MODULE: ./actions/validate-tag/anticipate.ts


async function anticipate(host, settings, parsed) {
    const { changelog, changelogName } = settings.of(parsed.component);
    try {
        const source = await (0,files.readWorkspaceFile)(host, changelog);
        const { extractEntry } = await __webpack_require__.e(/* import() */ 9386).then(__webpack_require__.bind(__webpack_require__, 9386));
        return { source, extraction: extractEntry(source, { version: parsed.version.text, component: changelogName }) };
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/validate-tag/evidence.ts


async function collectEvidence(repository, remote, tag, sound) {
    const [local, localTags, remoteRefs] = await Promise.all([
        orStop(repository.inspectTag(tag)),
        orStop(repository.tags()),
        remote === undefined ? undefined : sound.then(() => orStop(repository.remoteRefs(remote, ["refs/tags/"]))),
    ]);
    if (remoteRefs === undefined || remoteRefs instanceof action/* ActionError */.lZ) {
        return {
            local,
            tags: localTags instanceof action/* ActionError */.lZ ? [] : localTags.map(({ name }) => name),
            tagsComplete: !(local instanceof action/* ActionError */.lZ) && !(localTags instanceof action/* ActionError */.lZ) && !local.shallow,
            remote: remoteRefs === undefined ? { state: "not asked" } : { state: "failed", error: remoteRefs },
        };
    }
    const wanted = (0,git.tagRef)(tag);
    return {
        local,
        tags: remoteRefs.map(({ name }) => name.slice("refs/tags/".length)),
        tagsComplete: true,
        remote: { state: "answered", ref: remoteRefs.find(({ name }) => name === wanted) },
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
async function orStop(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ && error.verdict !== "interrupted" && !(error instanceof action/* CredentialRefused */.In))
            return error;
        throw error;
    }
}

// EXTERNAL MODULE: ./actions/validate-tag/report.ts
var report = __webpack_require__(2732);
// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
;// CONCATENATED MODULE: ./actions/validate-tag/settings.ts


async function readSettings(host, inputs) {
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

// EXTERNAL MODULE: ./actions/validate-tag/signature.ts
var signature = __webpack_require__(9750);
;// CONCATENATED MODULE: ./actions/validate-tag/action.ts









/* harmony default export */ const validate_tag_action = ((0,action/* defineAction */.QP)({
    name: "validate-tag",
    description: "Checks a release tag against everything that must agree with it: its grammar, the changelog, the version files, the branch, its signature and what is released already.",
    inputs: {
        tag: (0,action/* text */.Qq)({
            description: "The tag. Without it: the tag whose push started the run.",
            example: "v1.1.0-frontend",
            optional: true,
        }),
        components: (0,action/* list */.p_)({
            description: "The names of what the repository releases. Without it: the components of release-actions.yml.",
        }),
        "tag-format": (0,action/* text */.Qq)({
            description: "How tags are written, with {version} once and {component} at most once. Without it: the formats of release-actions.yml, else v{version}-{component} where components are declared and v{version} where none is.",
            example: "{component}@{version}",
            optional: true,
        }),
        scheme: (0,action/* choice */.Yq)(version/* SCHEMES */.dz, {
            description: "How versions are written and ordered. Without it: that of release-actions.yml, else semver.",
            optional: true,
        }),
        changelog: (0,action/* text */.Qq)({
            description: "Path of the changelog. Without it: that of release-actions.yml, else CHANGELOG.md.",
            optional: true,
        }),
        "require-changelog": (0,action/* flag */.Jt)({
            description: "The changelog must have a non-empty entry for the version.",
            default: true,
        }),
        "version-files": (0,action/* list */.p_)({
            description: "Files that state the version, as path or path#key. Without it: those of release-actions.yml.",
        }),
        "version-match": (0,action/* choice */.Yq)(["component", "train", "none"], {
            description: "What version files must say. component: the tag's version. train: the version that the changelog entry lists for the component. none: they are not compared. Without it: that of release-actions.yml, else component.",
            optional: true,
        }),
        "require-annotated": (0,action/* flag */.Jt)({ description: "The tag must be annotated.", default: false }),
        "require-signed": (0,action/* flag */.Jt)({ description: "The tag must be signed by one of allowed-signers.", default: false }),
        "allowed-signers": (0,action/* text */.Qq)({
            description: "The trusted SSH keys, one line each as ssh-keygen reads them (principal, key type, key), or the path of a file of such lines.",
            optional: true,
        }),
        branch: (0,action/* text */.Qq)({ description: "The tagged commit must be on this branch.", example: "main", optional: true }),
        "require-unreleased": (0,action/* flag */.Jt)({ description: "The forge must have no published release of the tag.", default: false }),
        "allow-regression": (0,action/* flag */.Jt)({
            description: "Lets a version be lower than what its component has released.",
            default: false,
        }),
        token: (0,action/* text */.Qq)({
            description: "Reads the repository's tags and releases at the forge.",
            secret: true,
            credential: true,
            optional: true,
            github: "${{ github.token }}",
            gitlab: "CI_JOB_TOKEN",
        }),
    },
    outputs: {
        tag: action/* output */.CG.text("The tag."),
        version: action/* output */.CG.text("The version in it, such as 1.1.0-rc.1."),
        component: action/* output */.CG.text("The component in it; empty where it names none."),
        prerelease: action/* output */.CG.flag("Whether the version is a prerelease."),
        "prerelease-id": action/* output */.CG.text("The prerelease's word, such as rc; empty for a release."),
        major: action/* output */.CG.integer("The first number of the version."),
        minor: action/* output */.CG.integer("The second number."),
        patch: action/* output */.CG.integer("The third number."),
        commit: action/* output */.CG.text("The commit that the tag leads to, 40 hex digits."),
        "previous-tag": action/* output */.CG.text("The tag of the release before, of the same component by version order; empty for the first."),
        annotated: action/* output */.CG.flag("Whether the tag is annotated; empty where that is not known."),
        images: action/* output */.CG.json("The images that release-actions.yml gives the component, as the matrix of a build: name, image, context and dockerfile of each."),
        report: action/* output */.CG.json("One row per finding: check, result (pass, fail, warn, skipped or unknown), detail and remedy."),
    },
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
    check: ({ requireSigned, allowedSigners }) => requireSigned && allowedSigners === undefined
        ? [
            {
                input: "allowed-signers",
                what: "require-signed needs allowed-signers",
                remedy: "Give the trusted keys: <principal> ssh-ed25519 <key>.",
            },
        ]
        : [],
    async run(context) {
        const { inputs, io, host, signal } = context;
        const tag = inputs.tag ?? host.pushedTag;
        if (tag === undefined) {
            throw (0,action/* invalid */.Gq)("no tag was given, and this run was not started by a tag", {
                remedy: "Give the input tag, for example v1.2.3.",
            });
        }
        const repository = (0,git.openRepository)({
            directory: host.workspace,
            environment: host.childEnvironment,
            get temporary() {
                return host.temporary;
            },
            network: host.network,
            acceptOwner: host.kind === "github" || host.kind === "gitlab",
            signal,
            io,
        });
        const remote = remoteOf(host, inputs.token);
        const usable = (0,version/* tagNameProblem */.p9)(tag) === undefined;
        const settling = settle(host, inputs, tag);
        const [evidence, { settings, read, anticipated }, { judge }] = await Promise.all([
            usable ? collectEvidence(repository, remote, tag, settling) : undefined,
            readTogether(host, inputs, tag, settling),
            __webpack_require__.e(/* import() */ 2576).then(__webpack_require__.bind(__webpack_require__, 2576)),
        ]);
        const judgement = await judge({ ...context, tag, read, settings, repository, remote, evidence, anticipated });
        const { rows } = judgement;
        const verdict = (0,report/* verdictOf */.Vj)(rows);
        (0,report/* logRows */.Wk)(io, rows);
        io.summary(...(0,report/* summaryOf */.YG)(tag, rows));
        const outputs = {
            tag,
            ...versionOutputs((0,version/* isParsed */.Ep)(read) ? read : undefined),
            ...tagOutputs(judgement),
            images: (0,version/* isParsed */.Ep)(read) ? settings.of(read.component).images : [],
            report: rows,
        };
        if (verdict === "passed")
            return { verdict, ...outputs };
        const problems = (0,report/* problemsOf */.GW)(rows);
        const details = { problems, outputs };
        throw verdict === "refused"
            ? (0,action/* refused */.J5)(`${count(problems.length, "check")} of the tag failed`, details)
            : (0,action/* undecided */.oo)(`${count(problems.length, "check")} of the tag could not be answered`, details);
    },
}));
async function settle(host, inputs, tag) {
    const { requireSigned, allowedSigners, branch } = inputs;
    const ends = await Promise.allSettled([
        settingsOf(host, inputs, tag),
        (async () => branch !== undefined && (0,git.branchRef)(branch))(),
        requireSigned && allowedSigners !== undefined ? (0,signature/* writeSigners */.d)(host, allowedSigners) : undefined,
    ]);
    const failed = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    const stops = failed.filter((error) => error instanceof action/* ActionError */.lZ && error.verdict === "invalid");
    const [settings] = ends;
    if (settings.status === "fulfilled" && failed.length === 0)
        return settings.value;
    if (stops.length < failed.length)
        throw failed.find((error) => !stops.includes(error));
    if (stops.length === 1)
        throw stops[0];
    throw (0,action/* invalid */.Gq)(`${stops.length} problems with inputs and configuration`, { problems: stops.flatMap(problemsOfStop) });
}
function problemsOfStop({ message, details: { problems = [], remedy } }) {
    return problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
}
async function readTogether(host, inputs, tag, settling) {
    const settings = await settling;
    const read = (0,version/* readTag */.zW)(tag, settings.rules);
    const anticipated = (0,version/* isParsed */.Ep)(read) && inputs.requireChangelog ? await anticipate(host, settings, read) : undefined;
    return { settings, read, anticipated };
}
async function settingsOf(host, inputs, tag) {
    const settings = await readSettings(host, inputs);
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
function versionOutputs(parsed) {
    if (parsed === undefined)
        return {};
    const { major, minor, patch, prerelease, prereleaseId, text: version } = parsed.version;
    return { version, component: parsed.component, prerelease, prereleaseId, major, minor, patch };
}
function tagOutputs({ commit, annotated, previous }) {
    return { commit, annotated, previousTag: previous };
}
function count(number, what) {
    return `${number} ${what}${number === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 2732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   IX: () => (/* binding */ pass),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   Wk: () => (/* binding */ logRows),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   ui: () => (/* binding */ CHECKS)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);


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
function verdictOf(rows) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    return rows.some(({ result }) => result === "unknown") ? "undecided" : "passed";
}
function problemsOf(rows) {
    const decisive = verdictOf(rows) === "refused" ? "fail" : "unknown";
    return rows
        .filter(({ result }) => result === decisive)
        .map(({ check, detail, remedy, file, line }) => ({
        what: `${check}: ${detail}`,
        ...(remedy !== undefined && { remedy }),
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
    }));
}
const WORDS = {
    pass: "✅ pass",
    fail: "❌ fail",
    warn: "⚠️ warn",
    skipped: "➖ skipped",
    unknown: "❓ unknown",
};
const VERDICTS = { passed: "✅ passed", refused: "❌ refused", undecided: "❓ undecided" };
function logRows(io, rows) {
    for (const { check, result, detail, remedy, file, line } of rows) {
        if (result !== "warn")
            io.info(`${WORDS[result]}  ${check}: ${detail}`);
        else
            io.warning(`${check}: ${detail}${remedy === undefined ? "" : `\n${remedy}`}`, {
                ...(file !== undefined && { file }),
                ...(line !== undefined && { line }),
            });
    }
}
function summaryOf(tag, rows) {
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)("validate-tag"),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(tag), " ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)(VERDICTS[verdictOf(rows)])]),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Check", "Result", "Detail", "Remedy"], rows.map(({ check, result, detail, remedy = "" }) => [check, WORDS[result], detail, remedy])),
    ];
}
function pass(check, detail) {
    return { check, result: "pass", detail };
}
function skipped(check, detail) {
    return { check, result: "skipped", detail };
}
function fail(check, detail, remedy) {
    return { check, result: "fail", detail, remedy };
}
function warn(check, detail, remedy) {
    return { check, result: "warn", detail, remedy };
}
function unknown(check, detail, remedy) {
    return { check, result: "unknown", detail, remedy };
}
function unanswered(check, error) {
    if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error.verdict === "interrupted" || error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .CredentialRefused */ .In)
        throw error;
    return unknown(check, error.message, error.details.remedy ?? "Run again.");
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
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2732);





const MAX_SIGNERS_BYTES = 1024 * 1024;
async function judgeSignature(repository, host, question) {
    const { tag, remote } = question;
    const signers = await writeSigners(host, question.allowedSigners);
    try {
        if (question.flattened && remote !== undefined)
            await repository.fetchTag(remote, tag);
        const { state, signer, reason = "" } = await repository.verifyTag(tag, { allowedSigners: signers.file });
        switch (state) {
            case "good":
                return await trust(repository, question, signers, signer);
            case "unsigned":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is not signed`, "sign the next tag: git tag -s <tag> -m <message>");
            case "untrusted":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is signed by a key that is not trusted: ${reason}`, "have a signer of allowed-signers make the tag, or add the key there");
            case "bad":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `the signature of ${tag} does not match the tag: ${reason}`, "do not release it; make the tag anew under a new version");
            case "unverifiable":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)("signed", `the signature of ${tag} cannot be checked here: ${reason}`, "sign with an SSH key (git config gpg.format ssh)");
        }
    }
    catch (error) {
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .unanswered */ .bj)("signed", error);
    }
}
async function trust(repository, { tag, commit }, { path }, signer = "an unnamed signer") {
    const own = path !== undefined &&
        commit !== undefined &&
        (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
    if (!own)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .pass */ .IX)("signed", `${tag} is signed by ${signer}`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R8)("signed", `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`, "give the lines of the list as allowed-signers, from a variable that only administrators can change");
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
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`the input allowed-signers names no readable file ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)}${why}`, {
            remedy: "Give the path of a file, or the lines themselves: <principal> ssh-ed25519 <key>.",
            cause: error,
        });
    }
}


/***/ })

};
;