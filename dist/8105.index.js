"use strict";
exports.id = 8105;
exports.ids = [8105,2914,7940];
exports.modules = {

/***/ 8105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6589);
/* harmony import */ var _release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _release_actions_config__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2914);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7940);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4742);





const DEFAULT_CHANGELOG = "CHANGELOG.md";
const MOST_SHOWN = 64 * 1024;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "changelog-extract",
    description: "Takes the notes of one version out of a changelog.",
    inputs: {
        version: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The version, with or without a leading v, or unreleased.", example: "1.2.3", gitlab: "VALIDATE_TAG_VERSION" }),
        component: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Whose entry, where the headings name components.", optional: true, example: "frontend", gitlab: "VALIDATE_TAG_COMPONENT" }),
        changelog: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Path of the changelog. Without it: the component's in release-actions.yml, else CHANGELOG.md.", optional: true }),
        tail: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["stop", "include"], {
            description: "What a heading at the entries' level that names no version does after the entry: end it, or belong to it.",
            default: "stop",
        }),
        "allow-empty": (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Accept an entry that says nothing.", default: false }),
        reflow: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["none", "release"], {
            description: "release joins hard-wrapped lines, because release pages show every line ending as a line break.",
            default: "none",
        }),
        "output-file": (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Also write the notes to this file in the workspace.", optional: true, example: "notes.md" }),
        "max-bytes": (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)({ description: "Cut longer notes to this size, between blocks. GitHub takes releases of up to 125000 characters.", optional: true, example: "125000" }),
    },
    outputs: {
        body: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The notes: the entry's lines, and the link definitions that they use."),
        "body-file": _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The file that the notes were written to, if output-file was given."),
        heading: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The entry's heading as written, without its markers."),
        date: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The heading's date as YYYY-MM-DD; empty where it has none."),
        status: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("released, prerelease, yanked or unreleased."),
        line: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("The line of the heading."),
        truncated: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.flag("Whether the notes were cut to max-bytes."),
    },
    permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
    endpoints: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .NO_ENDPOINTS */ .R9,
    changes: false,
    check: ({ maxBytes }) => (maxBytes === undefined || maxBytes >= _release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .SMALLEST_LIMIT */ .qO ? [] : [tooSmall()]),
    async run({ inputs, io, host }) {
        const { version, tail, allowEmpty, outputFile, maxBytes } = inputs;
        const { file, component, train } = await whereToLook(inputs, host);
        const source = await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_3__.readWorkspaceFile)(host, file);
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
            await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_3__.writeWorkspaceFile)(host, outputFile, _release_actions_text__WEBPACK_IMPORTED_MODULE_4__/* .secrets */ .O3.redact(body));
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
    return { input: "max-bytes", what: `must be at least ${_release_actions_changelog__WEBPACK_IMPORTED_MODULE_1__/* .SMALLEST_LIMIT */ .qO}`, remedy: "Notes that are cut shorter say nothing; leave the input out for no limit." };
}


/***/ }),

/***/ 2914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findComponent: () => (/* reexport */ findComponent),
  findEnvironment: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  readTargets: () => (/* reexport */ readTargets),
  readYaml: () => (/* reexport */ readYaml),
  readYamlAs: () => (/* reexport */ readYamlAs)
});

// EXTERNAL MODULE: ./packages/action-types/index.ts + 8 modules
var action_types = __webpack_require__(6589);
// EXTERNAL MODULE: ./packages/files/index.ts + 3 modules
var files = __webpack_require__(7940);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/config/load.ts




const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;
async function loadConfig({ host, inputs }) {
    const file = inputs.config ?? findConfig(host.workspace);
    if (file === undefined)
        return {};
    const [source, { parseConfig }] = await Promise.all([(0,files.readWorkspaceFile)(host, file, { maxBytes: MAX_BYTES }), Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))]);
    const { config, problems } = parseConfig(source.toString("utf8"), file);
    if (problems.length > 0)
        throw (0,action_types/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(workspace) {
    const found = PLACES.filter((place) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(workspace, place), { throwIfNoEntry: false })?.isFile() === true);
    if (found.length > 1)
        throw (0,action_types/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
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
    throw (0,action_types/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action_types/* invalid */.Gq)(`${input} is no list of targets`, { remedy, problems: problems.map((problem) => ({ ...problem, input })) });
}

;// CONCATENATED MODULE: ./packages/config/yaml.ts
async function readYaml(source, file) {
    const { openYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8328)]).then(__webpack_require__.bind(__webpack_require__, 8328));
    return openYaml(source, file);
}
async function readYamlAs(schema, source, file) {
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { value, problems } = parseYaml(schema, source, file);
    return { value, problems };
}

;// CONCATENATED MODULE: ./packages/config/index.ts





/***/ }),

/***/ 7940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KG: () => (/* reexport */ listDirectory),
  rc: () => (/* reexport */ makeWorkspaceDirectory),
  oF: () => (/* reexport */ readListed),
  readWorkspaceFile: () => (/* reexport */ readWorkspaceFile),
  vx: () => (/* reexport */ refuseSameFile),
  X5: () => (/* reexport */ workspacePath),
  u5: () => (/* reexport */ writeReport),
  writeWorkspaceFile: () => (/* reexport */ writeWorkspaceFile)
});

// UNUSED EXPORTS: DEFAULT_MAX_BYTES

// EXTERNAL MODULE: ./packages/action-types/index.ts + 8 modules
var action_types = __webpack_require__(6589);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/files/workspace.ts



const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
async function workspacePath({ workspace }, path) {
    if (path === "" || path.includes("\0")) {
        throw (0,action_types/* invalid */.Gq)(`not a path: ${(0,action_types/* quote */.hD)(path)}`, { remedy: "Give a path relative to the repository's root." });
    }
    const root = (0,external_node_fs_.realpathSync)(workspace);
    const wanted = (0,external_node_path_.resolve)(root, path);
    const real = realPathOf(wanted) ?? (0,external_node_path_.join)(realDirectory(wanted, path), (0,external_node_path_.basename)(wanted));
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === ".." || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside)) {
        throw (0,action_types/* invalid */.Gq)(`${(0,action_types/* quote */.hD)(path)} lies outside the workspace`, {
            remedy: "Give a path inside the repository; links that lead out of it are not followed.",
        });
    }
    return real;
}
function realPathOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
function realDirectory(wanted, path) {
    const real = realPathOf((0,external_node_path_.dirname)(wanted));
    if (real !== undefined)
        return real;
    throw (0,action_types/* invalid */.Gq)(`there is no file ${(0,action_types/* quote */.hD)(path)}`, { remedy: `The directory ${(0,action_types/* quote */.hD)((0,external_node_path_.dirname)(path))} does not exist. Check the path.` });
}
async function readWorkspaceFile(host, path, { maxBytes = DEFAULT_MAX_BYTES } = {}) {
    const file = openToRead(await workspacePath(host, path), path);
    try {
        const facts = (0,external_node_fs_.fstatSync)(file);
        if (!facts.isFile())
            throw (0,action_types/* invalid */.Gq)(`${(0,action_types/* quote */.hD)(path)} is not a regular file`, { remedy: "Give the path of a file." });
        if (facts.size > maxBytes) {
            throw (0,action_types/* invalid */.Gq)(`${(0,action_types/* quote */.hD)(path)} has ${facts.size} bytes; at most ${maxBytes} are read`, { remedy: "Give a smaller file." });
        }
        return (0,external_node_fs_.readFileSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function openToRead(real, path) {
    try {
        return (0,external_node_fs_.openSync)(real, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ENOENT") {
            throw (0,action_types/* invalid */.Gq)(`there is no file ${(0,action_types/* quote */.hD)(path)}`, { cause: error, remedy: "Check the path, and that the repository was checked out before this step." });
        }
        throw (0,action_types/* invalid */.Gq)(`cannot read ${(0,action_types/* quote */.hD)(path)}: ${code ?? message}`, { cause: error, remedy: "Make the file readable for the user who runs this." });
    }
}
async function writeWorkspaceFile(host, path, content) {
    await makeWorkspaceDirectory(host, (0,external_node_path_.dirname)((0,external_node_path_.resolve)((0,external_node_fs_.realpathSync)(host.workspace), path)));
    const real = await workspacePath(host, path);
    const present = (0,external_node_fs_.statSync)(real, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile())
        throw (0,action_types/* invalid */.Gq)(`${(0,action_types/* quote */.hD)(path)} is not a regular file`, { remedy: "Give the path of a file." });
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(real), `.${(0,external_node_path_.basename)(real)}.release-actions.tmp`);
    try {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        if (typeof content === "string" || content instanceof Uint8Array)
            (0,external_node_fs_.writeFileSync)(beside, content, { flag: "wx", flush: true });
        else
            writePieces(beside, content);
        if (present !== undefined)
            (0,external_node_fs_.chmodSync)(beside, present.mode);
        (0,external_node_fs_.renameSync)(beside, real);
        syncDirectory((0,external_node_path_.dirname)(real));
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        const { code, message } = error;
        throw (0,action_types/* invalid */.Gq)(`cannot write ${(0,action_types/* quote */.hD)(path)}: ${code ?? message}`, { cause: error, remedy: "Check that the workspace is writable and that its disk is not full." });
    }
}
const PIECE = 64 * 1024;
function writePieces(path, pieces) {
    const file = (0,external_node_fs_.openSync)(path, "wx");
    try {
        let waiting = "";
        for (const piece of pieces) {
            waiting += piece;
            if (waiting.length < PIECE)
                continue;
            writeText(file, waiting);
            waiting = "";
        }
        writeText(file, waiting);
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function writeText(file, text) {
    const written = (0,external_node_fs_.writeSync)(file, text);
    if (written < Buffer.byteLength(text))
        (0,external_node_fs_.writeFileSync)(file, Buffer.from(text).subarray(written));
}
async function makeWorkspaceDirectory(host, path) {
    const directory = (0,external_node_path_.resolve)((0,external_node_fs_.realpathSync)(host.workspace), path);
    try {
        await makeDirectoryInside(host, directory);
    }
    catch (error) {
        if (error instanceof action_types/* Stop */.VG)
            throw error;
        const { code, message } = error;
        throw (0,action_types/* invalid */.Gq)(`cannot make the directory ${(0,action_types/* quote */.hD)(path)}: ${code ?? message}`, { cause: error, remedy: "Check that the workspace is writable, and that no file has this name." });
    }
}
async function makeDirectoryInside(host, directory) {
    let existing = directory;
    while ((0,external_node_fs_.statSync)(existing, { throwIfNoEntry: false }) === undefined)
        existing = (0,external_node_path_.dirname)(existing);
    await workspacePath(host, existing);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
}
function syncDirectory(directory) {
    const handle = (0,external_node_fs_.openSync)(directory, external_node_fs_.constants.O_RDONLY);
    try {
        (0,external_node_fs_.fsyncSync)(handle);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}

;// CONCATENATED MODULE: ./packages/files/directory.ts




async function listDirectory(host, path, { optional = false, shallow = false } = {}) {
    const workspace = (0,external_node_fs_.realpathSync)(host.workspace);
    const there = (0,external_node_fs_.statSync)((0,external_node_path_.join)(workspace, path), { throwIfNoEntry: false });
    if (there === undefined && optional)
        return undefined;
    const real = await workspacePath(host, path);
    if (there?.isDirectory() !== true) {
        throw (0,action_types/* invalid */.Gq)(`there is no directory ${(0,action_types/* quote */.hD)(path)}`, { remedy: "Check the path, and that the repository was checked out before this step." });
    }
    const found = [];
    const from = (0,external_node_path_.relative)(workspace, real).split(external_node_path_.sep).join("/");
    walk({ real, path: from === "" ? "" : `${from}/`, below: "", workspace, shallow }, found);
    return found.sort((one, other) => (one.below < other.below ? -1 : one.below > other.below ? 1 : 0));
}
function walk({ real, path, below, workspace, shallow }, found) {
    for (const entry of (0,external_node_fs_.readdirSync)(real, { withFileTypes: true })) {
        if (entry.name.startsWith("."))
            continue;
        const file = { path: path + entry.name, below: below + entry.name, real: real + external_node_path_.sep + entry.name };
        if (entry.isDirectory()) {
            if (!shallow)
                walk({ real: file.real, path: `${file.path}/`, below: `${file.below}/`, workspace, shallow }, found);
        }
        else if (isFile(entry, file.real)) {
            found.push(entry.isSymbolicLink() ? { ...file, within: workspace } : file);
        }
    }
}
function isFile(entry, real) {
    return entry.isFile() || (entry.isSymbolicLink() && (0,external_node_fs_.statSync)(real, { throwIfNoEntry: false })?.isDirectory() !== true);
}
function readListed({ real, within }, maxBytes) {
    let file;
    try {
        const place = within === undefined ? real : insideOrNothing((0,external_node_fs_.realpathSync)(real), within);
        if (place === undefined)
            return undefined;
        file = (0,external_node_fs_.openSync)(place, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch {
        return undefined;
    }
    try {
        const facts = (0,external_node_fs_.fstatSync)(file);
        return facts.isFile() && facts.size <= maxBytes ? (0,external_node_fs_.readFileSync)(file) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function insideOrNothing(real, workspace) {
    const way = (0,external_node_path_.relative)(workspace, real);
    return way === ".." || way.startsWith(`..${external_node_path_.sep}`) ? undefined : real;
}

;// CONCATENATED MODULE: ./packages/files/reports.ts




function refuseSameFile({ workspace }, files) {
    const inputs = new Map();
    const problems = [];
    for (const [input, path] of Object.entries(files)) {
        if (path === undefined)
            continue;
        const place = placeOf((0,external_node_path_.resolve)(workspace, path));
        const other = inputs.get(place);
        if (other === undefined)
            inputs.set(place, input);
        else
            problems.push({ input, what: `${input} is the same file as ${other}`, remedy: "Give each a file of its own." });
    }
    if (problems.length > 0)
        throw (0,action_types/* invalid */.Gq)(problems[0].what, { problems });
}
function placeOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
async function writeReport(host, io, path, content) {
    try {
        await writeWorkspaceFile(host, path, content);
        return true;
    }
    catch (error) {
        if (!(error instanceof action_types/* Stop */.VG))
            throw error;
        io.warning([`A report is missing: ${error.message}`, ...(error.details.remedy === undefined ? [] : [error.details.remedy])].join("\n"));
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/files/index.ts





/***/ })

};
;