"use strict";
exports.id = 8275;
exports.ids = [8275,861];
exports.modules = {

/***/ 8275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ release_images_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/containers/index.ts + 3 modules
var containers = __webpack_require__(1145);
// EXTERNAL MODULE: ./packages/registry/index.ts + 10 modules
var registry = __webpack_require__(1589);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/release-images/choose.ts





const MOST_IMAGES = 8;
const NO_COMPONENT = "*";
async function choose({ images = "{}", configured, component = NO_COMPONENT, }) {
    const lists = await (0,config/* readImageLists */.LK)(images, "images");
    const list = Object.hasOwn(lists, component) ? lists[component] : await (0,config/* readImageList */.mP)(configured, "configured");
    const wrong = problemsOf(list, component);
    if (wrong.length > 0)
        throw (0,action/* invalid */.Gq)(wrong.length === 1 ? wrong[0].what : "images cannot be built", { problems: wrong });
    return list;
}
function problemsOf(list, component) {
    const problems = [];
    if (list.length > MOST_IMAGES) {
        problems.push({
            input: "images",
            what: `images: more than eight for ${(0,packages_text/* quote */.hD)(component)}`,
            remedy: "Split the component, or build further images before the release.",
        });
    }
    const variables = list.map(({ name }) => (0,containers/* imageVariable */._X)(name));
    for (const [index, { name, image }] of list.entries()) {
        if (variables.indexOf(variables[index]) !== index)
            problems.push({
                input: "images",
                what: `images: ${name} is given twice, or differs from another only in dots and dashes`,
                remedy: "Rename one; both would be the variable " + variables[index],
            });
        if (image !== undefined)
            problems.push(...problemsOfName(name, image));
    }
    return problems;
}
function problemsOfName(name, image) {
    try {
        const { tag, digest } = (0,registry/* parseImage */.zZ)(image);
        if (tag === undefined && digest === undefined)
            return [];
    }
    catch {
    }
    return [
        {
            input: "images",
            what: `images: the full name of ${name} must be in lower case, with its registry, without tag or digest`,
            remedy: "Write it like ghcr.io/org/app.",
        },
    ];
}

;// CONCATENATED MODULE: ./actions/release-images/action.ts




const inputs = {
    images: (0,action/* text */.Qq)({
        description: "Images of each component, as JSON: what a release builds instead of the configured ones.",
        optional: true,
    }),
    configured: (0,action/* text */.Qq)({ description: "Images that release-actions.yml gives the component, as JSON.", default: "[]" }),
    component: (0,action/* text */.Qq)({ description: "The component that is released. Default: none.", optional: true }),
    built: (0,action/* text */.Qq)({
        description: "Images that were built, as name=repository@digest, separated by white space.",
        optional: true,
    }),
    expected: (0,action/* text */.Qq)({ description: "The output images of the run that chose them: all must be in built.", default: "[]" }),
    "commit-sha": (0,action/* text */.Qq)({ description: "Commit that built was built from. Default: images are chosen.", optional: true }),
};
/* harmony default export */ const release_images_action = ((0,action/* defineAction */.QP)({
    name: "release-images",
    description: "Chooses the images that a release builds, and lists those that were built.",
    internal: true,
    inputs,
    outputs: {
        images: action/* output */.CG.text("The images to build, as the matrix of a job. JSON."),
        references: action/* output */.CG.text("The images that were built as repository:commit-<commit-sha>@digest, separated by commas."),
    },
    permissions: { github: {}, gitlab: "None." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: false,
    check: ({ images, commitSha }) => images === undefined && commitSha === undefined
        ? [{ input: "images", what: "neither images nor commit-sha was given" }]
        : [],
    async run({ inputs, io }) {
        const { built = "", commitSha } = inputs;
        if (commitSha === undefined) {
            const images = await choose(inputs);
            io.info(images.length === 0 ? "No images are built." : `To build: ${images.map(({ name }) => name).join(", ")}`);
            return { verdict: "passed", images: JSON.stringify(images) };
        }
        const found = read("built", () => (0,containers/* parseBuiltImages */.UQ)(built));
        const names = found.map(({ name }) => name);
        const missing = (await (0,config/* readImageList */.mP)(inputs.expected, "expected")).filter(({ name }) => !names.includes(name));
        if (found.length === 0 || missing.length > 0) {
            const what = found.length === 0 ? "no image" : `no ${missing.map(({ name }) => name).join(", ")}`;
            throw (0,action/* invalid */.Gq)(`the build returned ${what}`, {
                remedy: "GitHub drops an output that contains a secret: check that no secret is part of an image's name.",
            });
        }
        if (!/^[0-9a-f]{40}$/.test(commitSha))
            throw (0,action/* invalid */.Gq)("commit-sha must be a full commit ID, 40 hex digits in lower case");
        const references = found.map(({ image, digest }) => `${image}:commit-${commitSha}@${digest}`);
        for (const reference of references)
            io.info(reference);
        return { verdict: "passed", references: references.join(",") };
    },
}));
function read(input, parse) {
    try {
        return parse();
    }
    catch (error) {
        const what = `${input} ${error.message}`;
        throw (0,action/* invalid */.Gq)(what, { problems: [{ input, what }] });
    }
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





/***/ }),

/***/ 1145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lx: () => (/* reexport */ findBuilder),
  _X: () => (/* reexport */ imageVariable),
  UQ: () => (/* reexport */ parseBuiltImages),
  Jv: () => (/* reexport */ signIn)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/exec/index.ts + 3 modules
var exec = __webpack_require__(5030);
;// CONCATENATED MODULE: ./packages/containers/builder.ts


const BUILDERS = {
    docker: { probe: ["buildx", "version"], remedy: "Install Docker with its plugin buildx." },
    buildah: { probe: ["--version"], remedy: "Install buildah." },
};
const PROBE_TIMEOUT = 60_000;
async function findBuilder(choice, context) {
    for (const kind of choice === "auto" ? ["docker", "buildah"] : [choice]) {
        const path = (0,exec/* programIn */.Wm)(kind, context.env);
        if (path !== undefined && (await works(path, BUILDERS[kind].probe, context)))
            return { kind, path };
    }
    if (choice === "auto") {
        throw (0,action/* invalid */.Gq)("neither docker buildx nor buildah works on this machine", {
            remedy: "Use a runner or an image that has one of them.",
        });
    }
    throw (0,action/* invalid */.Gq)(`${choice === "docker" ? "docker buildx" : choice} does not work on this machine`, {
        remedy: BUILDERS[choice].remedy,
    });
}
async function works(tool, args, context) {
    return (await (0,exec/* runTool */.qI)({ ...context, tool, args, timeout: PROBE_TIMEOUT })).code === 0;
}

// EXTERNAL MODULE: ./packages/registry/index.ts + 10 modules
var registry = __webpack_require__(1589);
;// CONCATENATED MODULE: ./packages/containers/built.ts

function parseBuiltImages(text) {
    const words = text.split(/\s+/).filter((word) => word !== "");
    const images = words.map(readOne);
    const variables = images.map(({ name }) => imageVariable(name));
    const twice = images.find((_, index) => variables.indexOf(variables[index]) !== index);
    if (twice !== undefined)
        throw new Error(`names ${twice.name} twice`);
    return images;
}
function imageVariable(name) {
    return `IMAGE_${name.toUpperCase().replace(/[.-]/g, "_")}`;
}
function readOne(word) {
    const at = word.indexOf("=");
    const name = word.slice(0, Math.max(at, 0));
    if (!/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))
        throw new Error("must hold name=repository@digest for each image");
    const { tag, digest } = (0,registry/* parseImage */.zZ)(word.slice(at + 1));
    if (tag !== undefined || digest === undefined)
        throw new Error(`must hold ${name} with its digest and without a tag`);
    return { name, image: word.slice(at + 1, word.lastIndexOf("@")), digest: (0,registry/* checkDigest */.H2)(digest) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/containers/sign-in.ts




const LOGIN_TIMEOUT = 120_000;
const DOCKER_HUB = "https://index.docker.io/v1/";
async function signIn({ kind, path }, { registry, username, password }, { temporary, env, ...context }) {
    const signedIn = {
        ...env,
        ...(kind === "docker"
            ? { DOCKER_CONFIG: dockerConfig(temporary, env, registry) }
            : { REGISTRY_AUTH_FILE: authFile(temporary, env, registry) }),
    };
    const args = ["login", "--username", username, "--password-stdin", registry];
    const run = { ...context, tool: path, args, env: signedIn, input: password, timeout: LOGIN_TIMEOUT };
    const { code, stderr } = await (0,exec/* runTool */.qI)(run);
    if (code === 0)
        return signedIn;
    const why = stderr.trim().split("\n").at(-1) ?? "";
    throw (0,action/* undecided */.oo)(`${(0,external_node_path_.basename)(path)} could not sign in to ${registry} (exit code ${code})${why === "" ? "" : `: ${why}`}`, {
        remedy: "Check username and password, and that this machine reaches the registry.",
    });
}
function dockerConfig(temporary, env, registry) {
    const own = env["DOCKER_CONFIG"] ?? (0,external_node_path_.join)(env["HOME"] ?? "", ".docker");
    const made = (0,external_node_path_.join)(temporary, "docker");
    (0,external_node_fs_.mkdirSync)(made, { mode: 0o700 });
    for (const name of entriesOf(own))
        if (name !== "config.json")
            (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(own, name), (0,external_node_path_.join)(made, name));
    const { credHelpers, ...settings } = settingsIn((0,external_node_path_.join)(own, "config.json")) ?? {};
    const names = registry === "docker.io" ? [registry, DOCKER_HUB] : [registry];
    const noHelper = Object.fromEntries(names.map((name) => [name, ""]));
    write((0,external_node_path_.join)(made, "config.json"), {
        ...settings,
        credHelpers: { ...credHelpers, ...noHelper },
    });
    return made;
}
function authFile(temporary, env, registry) {
    const home = env["HOME"] ?? "";
    const named = env["REGISTRY_AUTH_FILE"];
    const usual = [
        ...(env["XDG_RUNTIME_DIR"] === undefined ? [] : [(0,external_node_path_.join)(env["XDG_RUNTIME_DIR"], "containers/auth.json")]),
        (0,external_node_path_.join)(home, ".config/containers/auth.json"),
        (0,external_node_path_.join)(env["DOCKER_CONFIG"] ?? (0,external_node_path_.join)(home, ".docker"), "config.json"),
    ];
    const found = (named === undefined ? usual : [named]).map(settingsIn).find((settings) => settings !== undefined);
    const { auths = {}, credHelpers = {} } = (found ?? {});
    const helpers = Object.entries(credHelpers).filter(([name]) => name !== registry);
    const made = (0,external_node_path_.join)(temporary, "registry-auth.json");
    write(made, { auths, credHelpers: Object.fromEntries(helpers) });
    return made;
}
function write(file, settings) {
    (0,external_node_fs_.writeFileSync)(file, JSON.stringify(settings), { mode: 0o600, flag: "wx" });
}
function entriesOf(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function settingsIn(file) {
    try {
        const settings = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        return typeof settings === "object" && settings !== null ? settings : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/containers/index.ts





/***/ }),

/***/ 5030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SG: () => (/* reexport */ findTool),
  Vd: () => (/* reexport */ isProgram),
  Wm: () => (/* reexport */ programIn),
  qI: () => (/* reexport */ runTool)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/exec/find.ts



function findTool(name, env, remedy = `Install ${name} on this machine.`) {
    const found = programIn(name, env);
    if (found !== undefined)
        return found;
    throw (0,action/* invalid */.Gq)(`there is no ${name} in PATH`, { remedy });
}
function programIn(name, env) {
    const names = external_node_path_.delimiter === ";" ? [`${name}.exe`, name] : [name];
    return absoluteEntries(env["PATH"] ?? env["Path"] ?? "")
        .flatMap((directory) => names.map((file) => (0,external_node_path_.join)(directory, file)))
        .find(isProgram);
}
function withAbsolutePath(env) {
    return Object.fromEntries(Object.entries(env).map(([name, value]) => name === "PATH" || name === "Path" ? [name, absoluteEntries(value).join(external_node_path_.delimiter)] : [name, value]));
}
function absoluteEntries(path) {
    return path.split(external_node_path_.delimiter).filter((entry) => (0,external_node_path_.isAbsolute)(entry));
}
function isProgram(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./packages/exec/lines.ts

const MAX_LINE = 64 * 1024;
const MAX_SHOWN = 16 * 1024;
function lineReader(onLine) {
    let kept = [];
    let size = 0;
    let isCut = false;
    function keep(part) {
        if (part.length === 0)
            return;
        const room = MAX_LINE - size;
        if (part.length > room)
            isCut = true;
        if (room > 0)
            kept.push(part.subarray(0, room));
        size += Math.min(part.length, room);
    }
    function pass() {
        const text = new TextDecoder().decode(Buffer.concat(kept), { stream: isCut });
        onLine((0,packages_text/* shorten */.ml)(isCut ? `${text}…` : text.replace(/\r$/, ""), MAX_SHOWN));
        kept = [];
        size = 0;
        isCut = false;
    }
    return {
        write(chunk) {
            let start = 0;
            for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, start)) {
                keep(chunk.subarray(start, at));
                pass();
                start = at + 1;
            }
            keep(chunk.subarray(start));
        },
        end() {
            if (size > 0)
                pass();
        },
    };
}

;// CONCATENATED MODULE: ./packages/exec/run.ts








const MIB = 1024 * 1024;
const MAX_INPUT = 64 * 1024;
const MAX_REQUEST = 512 * 1024;
const MAX_STDERR = 64 * 1024;
const GIVE_UP_AFTER = 4_000;
const PIECE = /[^]{1,15000}/gu;
const FOR_NODE = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SystemRoot"];
async function runTool(run) {
    const name = (0,external_node_path_.basename)(run.tool);
    const request = requestOf(run, name);
    const { exec } = await __webpack_require__.e(/* import() */ 1260).then(__webpack_require__.bind(__webpack_require__, 1260));
    if (run.signal.aborted)
        throw interruptedRun(name);
    const output = collectOutput(run, name, stop);
    const complaints = [];
    let supervisor;
    let group;
    let result;
    let failure;
    let giveUp = () => undefined;
    const timers = [];
    function stop(reason) {
        if (failure !== undefined || result !== undefined)
            return;
        failure = reason;
        if (supervisor !== undefined)
            signal(supervisor, "SIGTERM");
        timers.push(setTimeout(giveUp, GIVE_UP_AFTER));
    }
    function onFrame(line) {
        try {
            const frame = JSON.parse(line);
            if (frame[0] === "started") {
                [, supervisor, group] = frame;
                if (failure !== undefined)
                    signal(supervisor, "SIGTERM");
            }
            else if (frame[0] === "out" || frame[0] === "err")
                output.add(frame[0], Buffer.from(frame[1], "base64"));
            else
                result = frame;
        }
        catch (error) {
            stop(error);
        }
    }
    const onAbort = () => stop(interruptedRun(name));
    run.signal.addEventListener("abort", onAbort, { once: true });
    const { timeout } = run;
    if (timeout !== undefined)
        timers.push(setTimeout(() => stop(timedOut(name, timeout)), timeout));
    const nowhere = new external_node_stream_.Writable({ write: (_, __, done) => done() });
    try {
        const running = exec(`"${external_node_process_.execPath}"`, [supervisorPath()], {
            listeners: { stdline: onFrame, stderr: (chunk) => void (complaints.length < 16 && complaints.push(chunk)) },
            env: { ...request, ...picked(run.env, FOR_NODE) },
            cwd: run.cwd,
            ignoreReturnCode: true,
            silent: true,
            outStream: nowhere,
            errStream: nowhere,
        });
        await Promise.race([running, new Promise((resolve) => (giveUp = resolve))]);
    }
    catch (error) {
        throw failure ?? cannotStart(name, error.message);
    }
    finally {
        timers.forEach(clearTimeout);
        run.signal.removeEventListener("abort", onAbort);
        if (result === undefined && supervisor !== undefined && group !== undefined) {
            signal(-group, "SIGKILL");
            signal(supervisor, "SIGKILL");
        }
    }
    if (failure !== undefined)
        throw failure;
    if (result === undefined)
        throw lost(name, Buffer.concat(complaints).toString("utf8"));
    if (result[0] === "failed")
        throw cannotStart(name, result[1]);
    return { code: codeOf(result[1], result[2]), ...output.end() };
}
function requestOf({ tool, args, cwd, env, input }, name) {
    const texts = [tool, cwd, ...args, ...Object.entries(env).flat()];
    if (texts.some((text) => text.includes("\0")))
        throw (0,action/* invalid */.Gq)(`an argument or a variable of ${name} contains a NUL`);
    if (input !== undefined && Buffer.byteLength(input) > MAX_INPUT)
        throw (0,action/* invalid */.Gq)(`the input of ${name} has more than ${MAX_INPUT} bytes`);
    const text = JSON.stringify({ tool, args, cwd, env: withAbsolutePath(env), input });
    if (Buffer.byteLength(text) > MAX_REQUEST)
        throw (0,action/* invalid */.Gq)(`the arguments and the environment of ${name} have more than ${MAX_REQUEST} bytes`);
    const pieces = text.match(PIECE) ?? [];
    return Object.fromEntries(pieces.map((piece, index) => [`RELEASE_ACTIONS_RUN_${index}`, piece]));
}
function supervisorPath() {
    const address = new URL(/* asset import */ __webpack_require__(739), __webpack_require__.b);
    return (0,external_node_url_.fileURLToPath)(address);
}
function collectOutput({ onLine, maxOutput = 16 * MIB }, name, stop) {
    const kept = [];
    const complaints = [];
    let complained = 0;
    let size = 0;
    const complain = (line) => {
        complaints.push(line);
        complained += line.length + 1;
        while (complained > MAX_STDERR && complaints.length > 0)
            complained -= complaints.shift().length + 1;
    };
    const show = (line) => {
        if (size <= maxOutput)
            onLine?.(line);
    };
    const lines = {
        out: lineReader(show),
        err: lineReader((line) => {
            complain(line);
            show(line);
        }),
    };
    return {
        add(stream, chunk) {
            const isFirstBeyond = size <= maxOutput && size + chunk.length > maxOutput;
            if (onLine !== undefined) {
                lines[stream].write(chunk);
                size += chunk.length;
                if (isFirstBeyond)
                    onLine(`${name} printed more than ${maxOutput} bytes; the rest is not shown.`);
                return;
            }
            if (stream === "err")
                return lines.err.write(chunk);
            size += chunk.length;
            if (size > maxOutput)
                stop(tooMuch(name, maxOutput));
            else
                kept.push(chunk);
        },
        end() {
            lines.out.end();
            lines.err.end();
            return { stdout: Buffer.concat(kept), stderr: complaints.join("\n") };
        },
    };
}
function picked(env, names) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)));
}
function codeOf(code, signal) {
    return code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
}
function signal(pid, name) {
    try {
        (0,external_node_process_.kill)(pid, name);
    }
    catch {
    }
}
function interruptedRun(name) {
    return (0,action/* interrupted */.VM)(`interrupted while ${name} was running`, { remedy: "Run the same command again." });
}
function timedOut(name, timeout) {
    return (0,action/* undecided */.oo)(`${name} did not end within ${Math.round(timeout / 1000)} s and was stopped`, {
        remedy: "Allow more time, or find out from its output what it was waiting for.",
    });
}
function tooMuch(name, maxOutput) {
    return (0,action/* undecided */.oo)(`${name} printed more than ${maxOutput} bytes and was stopped`);
}
function cannotStart(name, why) {
    return (0,action/* invalid */.Gq)(`${name} could not be started: ${why}`, {
        remedy: "Check that it runs on this machine when started manually, and that the directory it runs in exists.",
    });
}
function lost(name, complaints) {
    const why = complaints.trim().split("\n").at(-1) ?? "";
    return (0,action/* undecided */.oo)(`the process that watches over ${name} ended, and ${name} with it${why === "" ? "" : `: ${why}`}`, {
        remedy: "The machine may be short of memory; run again.",
    });
}

;// CONCATENATED MODULE: ./packages/exec/index.ts




/***/ }),

/***/ 739:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "3275e6b13c23ab53660c.cjs";

/***/ })

};
;