"use strict";
exports.id = 8105;
exports.ids = [8105,861];
exports.modules = {

/***/ 8105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _release_actions_config__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(861);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1458);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3486);





const DEFAULT_CHANGELOG = "CHANGELOG.md";
const MOST_SHOWN = 64 * 1024;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "changelog-extract",
    description: "Takes the notes of one version out of a changelog.",
    inputs: {
        version: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The version, with or without a leading v, or unreleased.",
            example: "1.2.3",
            gitlab: "VALIDATE_TAG_VERSION",
        }),
        component: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Whose entry, where the headings name components.",
            optional: true,
            example: "frontend",
            gitlab: "VALIDATE_TAG_COMPONENT",
        }),
        changelog: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Path of the changelog. Without it: the component's in release-actions.yml, else CHANGELOG.md.",
            optional: true,
        }),
        tail: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["stop", "include"], {
            description: "What a heading at the entries' level that names no version does after the entry: end it, or belong to it.",
            default: "stop",
        }),
        "allow-empty": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Accept an entry that says nothing.", default: false }),
        reflow: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["none", "release"], {
            description: "release joins hard-wrapped lines, because release pages show every line ending as a line break.",
            default: "none",
        }),
        "output-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Also write the notes to this file in the workspace.",
            optional: true,
            example: "notes.md",
        }),
        "max-bytes": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)({
            description: "Cut longer notes to this size, between blocks. GitHub takes releases of up to 125000 characters.",
            optional: true,
            example: "125000",
        }),
    },
    outputs: {
        body: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The notes: the entry's lines, and the link definitions that they use."),
        "body-file": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The file that the notes were written to, if output-file was given."),
        heading: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The entry's heading as written, without its markers."),
        date: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The heading's date as YYYY-MM-DD; empty where it has none."),
        status: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("released, prerelease, yanked or unreleased."),
        line: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("The line of the heading."),
        truncated: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.flag("Whether the notes were cut to max-bytes."),
    },
    permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
    endpoints: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .NO_ENDPOINTS */ .R9,
    changes: false,
    check: ({ maxBytes }) => (maxBytes === undefined || maxBytes >= _release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .SMALLEST_LIMIT */ .qO ? [] : [tooSmall()]),
    async run({ inputs, io, host }) {
        const { version, tail, allowEmpty, outputFile, maxBytes } = inputs;
        (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_3__.refuseOutputs)(host, { "output-file": outputFile });
        const { file, component, train } = await whereToLook(inputs, host);
        const source = await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_3__.readWorkspaceFile)(host, file, { typed: inputs.changelog !== undefined });
        const own = (0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__.extractEntry)(source, { version, component, tail, allowEmpty });
        const orphan = train && own.kind === "failed" && own.failure.kind === "missing";
        const extraction = orphan ? (0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__.extractEntry)(source, { version, tail, allowEmpty }) : own;
        if (extraction.kind === "failed")
            throw (0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__.changelogStop)(extraction.failure, file);
        const { entry } = extraction;
        for (const { message, line } of entry.warnings)
            io.warning(message, { file, line });
        const flowed = inputs.reflow === "release" ? (0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .reflow */ .qm)(entry.body) : entry.body;
        const { body, truncated } = maxBytes === undefined ? { body: flowed, truncated: false } : (0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .truncateBody */ .Nz)(flowed, maxBytes);
        if (truncated)
            io.warning(`the notes of ${version} have ${Buffer.byteLength(flowed)} bytes and were cut to ${Buffer.byteLength(body)}`, { file, line: entry.line });
        if (outputFile !== undefined)
            await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_3__.writeWorkspaceFile)(host, outputFile, _release_actions_text__WEBPACK_IMPORTED_MODULE_4__/* .secrets */ .O3.redact(body), { typed: true });
        report(io, entry, body, file);
        const { heading, date, status, line } = entry;
        return { verdict: "passed", body, bodyFile: outputFile, heading, date, status, line, truncated };
    },
}));
async function whereToLook(inputs, host) {
    if (inputs.component === undefined && inputs.config === undefined)
        return { file: inputs.changelog ?? DEFAULT_CHANGELOG, component: undefined, train: false };
    const { components = [] } = await (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_2__.loadConfig)({ host, inputs });
    const configured = components.find(({ name }) => name === inputs.component);
    return {
        file: inputs.changelog ?? configured?.changelog ?? DEFAULT_CHANGELOG,
        component: configured?.["changelog-name"] ?? inputs.component,
        train: configured?.["version-match"] === "train",
    };
}
function report(io, entry, body, file) {
    io.info(`${file}, line ${entry.line}: ${entry.heading} (${entry.status}), ${Buffer.byteLength(body)} bytes of notes`);
    io.summary((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)("Release notes"), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Heading", "Date", "Status", "From"], [[entry.heading, entry.date === "" ? "none" : entry.date, entry.status, `${file}, line ${entry.line}`]]), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_4__/* .codeBlock */ .DV)((0,_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .truncateBody */ .Nz)(body, MOST_SHOWN).body, "markdown"));
}
function tooSmall() {
    return {
        input: "max-bytes",
        what: `must be at least ${_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .SMALLEST_LIMIT */ .qO}`,
        remedy: "Notes that are cut shorter say nothing; leave the input out for no limit.",
    };
}


/***/ }),

/***/ 861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tn: () => (/* reexport */ findComponent),
  jY: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  mP: () => (/* reexport */ readImageList),
  LK: () => (/* reexport */ readImageLists),
  R0: () => (/* reexport */ readTargets)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./packages/config/load.ts


const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;
async function loadConfig({ host, inputs, }) {
    const file = inputs.config ?? findConfig(host);
    if (file === undefined)
        return {};
    const typed = inputs.config !== undefined;
    const read = (0,files.readWorkspaceFile)(host, file, { maxBytes: MAX_BYTES, typed });
    const [source, { parseConfig }] = await Promise.all([read, Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))]);
    const { config, problems } = parseConfig(source.toString("utf8"), file);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(host) {
    const found = PLACES.filter((place) => (0,files/* isThere */.$B)(host, place));
    if (found.length > 1)
        throw (0,action/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
    return found[0];
}
function findComponent({ components = [] }, name) {
    return findNamed("component", components, name);
}
function findEnvironment({ environments = [] }, name) {
    return findNamed("environment", environments, name);
}
function findNamed(kind, declared, name) {
    const found = declared.find((one) => one.name === name);
    if (found !== undefined)
        return found;
    const known = declared.map((one) => one.name).join(", ");
    const remedy = known === "" ? `Declare it under ${kind}s.` : `The declared ones are: ${known}.`;
    throw (0,action/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/images.ts

async function readImageLists(source, input) {
    return checked(input, (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))).parseImageLists(source, input));
}
async function readImageList(source, input) {
    return checked(input, (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))).parseImageList(source, input));
}
function checked(input, { value, problems }) {
    if (value !== undefined && problems.length === 0)
        return value;
    throw (0,action/* invalid */.Gq)(`the input ${input} is not what it should be`, {
        problems: problems.map(({ what, remedy }) => ({ input, what, ...(remedy !== undefined && { remedy }) })),
    });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action/* invalid */.Gq)(`${input} is not a list of targets`, {
        remedy,
        problems: problems.map((problem) => ({ ...problem, input })),
    });
}

;// CONCATENATED MODULE: ./packages/config/index.ts





/***/ })

};
;