"use strict";
exports.id = 8009;
exports.ids = [8009,861];
exports.modules = {

/***/ 8009:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ changelog_extract_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/changelog/index.ts + 22 modules
var changelog = __webpack_require__(9386);
// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var packages_config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/changelog-extract/inputs.ts


const inputs = {
    version: (0,action/* text */.Qq)({
        description: "Version, with or without a leading v, or unreleased.",
        example: "1.2.3",
        gitlab: "VALIDATE_TAG_VERSION",
    }),
    component: (0,action/* text */.Qq)({
        description: "Component whose entry to extract, if headings name components.",
        optional: true,
        example: "frontend",
        gitlab: "VALIDATE_TAG_COMPONENT",
    }),
    changelog: (0,action/* text */.Qq)({
        description: "Path of the changelog. Default: the one of the component in release-actions.yml, otherwise CHANGELOG.md.",
        optional: true,
    }),
    tail: (0,action/* choice */.Yq)(["stop", "include"], {
        description: "What to do at a heading that has the level of the entries but names no version. stop: end the entry. include: treat it as part of the entry.",
        default: "stop",
    }),
    "allow-empty": (0,action/* flag */.Jt)({ description: "Accept an entry without text.", default: false }),
    reflow: (0,action/* choice */.Yq)(["none", "release"], {
        description: "release: join hard-wrapped lines, because release pages show every line ending as a line break.",
        default: "none",
    }),
    "output-file": (0,action/* text */.Qq)({
        description: "Write the notes to this file in the workspace.",
        optional: true,
        example: "notes.md",
    }),
    "max-bytes": (0,action/* size */.Ej)({
        description: "Maximum size of the notes; longer notes are cut between blocks. GitHub accepts releases of up to 125000 characters.",
        optional: true,
        example: "125000",
    }),
};
const outputs = {
    body: action/* output */.CG.text("The notes: the lines of the entry, and the link definitions they use."),
    "body-file": action/* output */.CG.text("Path of the file with the notes, if output-file is set."),
    heading: action/* output */.CG.text("Heading of the entry as written, without its markers."),
    date: action/* output */.CG.text("Date in the heading as YYYY-MM-DD; empty if it has none."),
    status: action/* output */.CG.text("released, prerelease, yanked or unreleased."),
    line: action/* output */.CG.integer("Line number of the heading."),
    truncated: action/* output */.CG.flag("Whether the notes were cut to max-bytes."),
};
function inputProblems({ maxBytes }) {
    if (maxBytes === undefined || maxBytes >= changelog/* SMALLEST_LIMIT */.qO)
        return [];
    return [
        {
            input: "max-bytes",
            what: `must be at least ${changelog/* SMALLEST_LIMIT */.qO}`,
            remedy: "Shorter notes would say nothing; remove the input for no limit.",
        },
    ];
}

;// CONCATENATED MODULE: ./actions/changelog-extract/report.ts


const MOST_SHOWN = 64 * 1024;
function reportEntry(io, entry, body, file) {
    const { line, date, status } = entry;
    const size = (0,packages_text/* formatCount */.B4)(Buffer.byteLength(body), "byte");
    io.info(`${file}, line ${line}: ${entry.heading} (${status}), ${size} of notes`);
    io.summary((0,packages_text/* heading */.R_)("Release notes"), (0,packages_text/* table */.tp)(["Heading", "Date", "Status", "From"], [[entry.heading, date === "" ? "none" : date, status, `${file}, line ${line}`]]), (0,packages_text/* codeBlock */.DV)((0,changelog.truncateBody)(body, MOST_SHOWN).body, "markdown"));
}

;// CONCATENATED MODULE: ./actions/changelog-extract/action.ts







const DEFAULT_CHANGELOG = "CHANGELOG.md";
/* harmony default export */ const changelog_extract_action = ((0,action/* defineAction */.QP)({
    name: "changelog-extract",
    description: "Extracts the notes of one version from a changelog.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: false,
    check: inputProblems,
    async run({ inputs, io, host }) {
        const { version, tail, allowEmpty, outputFile, maxBytes } = inputs;
        (0,files.refuseOutputs)(host, { "output-file": outputFile });
        const { file, component, isTrain } = await findChangelog(inputs, host);
        const source = await (0,files.readWorkspaceFile)(host, file, { typed: inputs.changelog !== undefined });
        const own = (0,changelog.extractEntry)(source, { version, component, tail, allowEmpty });
        const isMissing = own.kind === "failed" && own.failure.kind === "missing";
        const extraction = isTrain && isMissing ? (0,changelog.extractEntry)(source, { version, tail, allowEmpty }) : own;
        if (extraction.kind === "failed")
            throw (0,changelog.changelogStop)(extraction.failure, file);
        const { entry } = extraction;
        for (const { message, line } of entry.warnings)
            io.warning(message, { file, line });
        const whole = inputs.reflow === "release" ? (0,changelog/* reflow */.qm)(entry.body) : entry.body;
        const { body, truncated } = maxBytes === undefined ? { body: whole, truncated: false } : (0,changelog.truncateBody)(whole, maxBytes);
        if (truncated) {
            const size = (0,packages_text/* formatCount */.B4)(Buffer.byteLength(whole), "byte");
            const text = `the notes of ${version} have ${size} and were cut to ${Buffer.byteLength(body)}`;
            io.warning(text, { file, line: entry.line });
        }
        if (outputFile !== undefined)
            await (0,files.writeWorkspaceFile)(host, outputFile, packages_text/* secrets */.O3.redact(body), { typed: true });
        reportEntry(io, entry, body, file);
        const { heading, date, status, line } = entry;
        return { verdict: "passed", body, bodyFile: outputFile, heading, date, status, line, truncated };
    },
}));
async function findChangelog(inputs, host) {
    if (inputs.component === undefined && inputs.config === undefined)
        return { file: inputs.changelog ?? DEFAULT_CHANGELOG, component: undefined, isTrain: false };
    const config = await (0,packages_config.loadConfig)({ host, inputs });
    const isDeclared = (config.components ?? []).length > 0;
    const configured = inputs.component !== undefined && isDeclared ? (0,packages_config/* findComponent */.Tn)(config, inputs.component) : undefined;
    return {
        file: inputs.changelog ?? configured?.changelog ?? DEFAULT_CHANGELOG,
        component: configured?.["changelog-name"] ?? inputs.component,
        isTrain: configured?.["version-match"] === "train",
    };
}


/***/ }),

/***/ 861:
/***/ (require("./861.module.js"))

};
;