"use strict";
exports.id = 3407;
exports.ids = [3407];
exports.modules = {

/***/ 3407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ run_staging_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/containers/index.ts + 3 modules
var containers = __webpack_require__(1145);
// EXTERNAL MODULE: ./packages/exec/index.ts + 3 modules
var exec = __webpack_require__(5030);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/registry/index.ts + 10 modules
var packages_registry = __webpack_require__(1589);
;// CONCATENATED MODULE: ./actions/run-staging/environment.ts





const RUNNERS_OWN = /^ACTIONS_(?:RUNTIME|CACHE|RESULTS)_/;
async function environmentOf({ inputs, host, signal, }) {
    const { registry, username, password } = inputs;
    const own = Object.entries(host.toolEnvironment).filter(([name]) => !RUNNERS_OWN.test(name));
    const images = (0,containers/* parseBuiltImages */.UQ)(inputs.images).map(({ name, image, digest }) => [(0,containers/* imageVariable */._X)(name), `${image}@${digest}`]);
    const env = Object.fromEntries([...own, ...images]);
    if (env["GITHUB_OUTPUT"] !== undefined) {
        env["GITHUB_OUTPUT"] = (0,external_node_path_.join)(host.temporary, "outputs");
        (0,external_node_fs_.writeFileSync)(env["GITHUB_OUTPUT"], "");
    }
    if (registry === undefined || username === undefined || password === undefined)
        return env;
    const here = { cwd: host.workspace, env, signal };
    const account = { registry: hostOf(registry), username, password };
    return await (0,containers/* signIn */.Jv)(await (0,containers/* findBuilder */.Lx)("auto", here), account, { ...here, temporary: host.temporary });
}
function hostOf(registry) {
    return (0,packages_registry/* checkRegistry */.qW)(registry.split("/", 1)[0]);
}
function originsOf(registry) {
    try {
        return (0,packages_registry/* accountOrigins */.p9)((0,packages_registry/* placeOf */.$t)(hostOf(registry), { api: "oci", allowHttp: false }));
    }
    catch (error) {
        throw (0,action/* invalid */.Gq)(`registry ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./actions/run-staging/inputs.ts

const inputs = {
    do: (0,action/* choice */.Yq)(["start", "test", "logs", "stop"], {
        description: "start, logs and stop: docker compose with compose-file. test: command.",
        default: "test",
    }),
    "compose-file": (0,action/* text */.Qq)({ description: "Compose file, inside the repository.", optional: true }),
    command: (0,action/* text */.Qq)({ description: "Commands for bash -euo pipefail, run in the repository.", optional: true }),
    images: (0,action/* text */.Qq)({
        description: "Images that were built, as name=repository@digest. Commands and services see them as IMAGE_<NAME>.",
        default: "",
    }),
    registry: (0,action/* text */.Qq)({ address: true, description: "Registry to sign in to.", optional: true }),
    username: (0,action/* text */.Qq)({ description: "User or robot account that may pull.", optional: true }),
    password: (0,action/* text */.Qq)({
        description: "Password or token for username. Default: nobody signs in.",
        secret: true,
        credential: true,
        optional: true,
    }),
};

;// CONCATENATED MODULE: ./actions/run-staging/action.ts








/* harmony default export */ const run_staging_action = ((0,action/* defineAction */.QP)({
    name: "run-staging",
    description: "Starts what was built with compose, runs the command that tests it, shows the logs and stops it.",
    internal: true,
    inputs: inputs,
    outputs: {},
    permissions: { github: { contents: "read", packages: "read" }, gitlab: "None." },
    endpoints: {
        description: ["the registry, for signing in", "whatever the services and the command contact"],
        origins: () => [],
        credentials: ({ registry }) => (registry === undefined ? [] : originsOf(registry)),
    },
    changes: false,
    check(inputs) {
        const { do: step, composeFile, command, registry, username, password } = inputs;
        const problems = [];
        const needed = step === "test" ? "command" : "compose-file";
        if ((step === "test" ? command : composeFile) === undefined)
            problems.push({ input: needed, what: `${needed} is needed for ${step}` });
        if (password !== undefined && (username === undefined || registry === undefined))
            problems.push({ input: "password", what: "password goes with registry and username" });
        return [...problems, ...imageProblems(inputs.images)];
    },
    async run(context) {
        const { inputs, io, host, signal } = context;
        const env = await environmentOf(context);
        const run = async (tool, args) => {
            const { code } = await (0,exec/* runTool */.qI)({
                tool,
                args,
                cwd: host.workspace,
                env,
                signal,
                onLine: (line) => show(io, line),
            });
            return code;
        };
        if (inputs.do === "test") {
            const script = (0,external_node_path_.join)(host.temporary, "command.sh");
            (0,external_node_fs_.writeFileSync)(script, `${inputs.command}\n`, { mode: 0o600 });
            const code = await run((0,exec/* findTool */.SG)("bash", env), ["-euo", "pipefail", script]);
            if (code === 0)
                return { verdict: "passed" };
            throw (0,action/* refused */.J5)(`the command ended with exit code ${code}`, { remedy: "Its output above says why." });
        }
        const file = (0,files/* realPathOf */.dN)(host, inputs.composeFile, "file");
        const docker = (0,exec/* findTool */.SG)("docker", env, "Use a runner with docker compose.");
        const compose = (...args) => run(docker, ["compose", `--file=${file}`, ...args]);
        if ((await (0,exec/* runTool */.qI)({ tool: docker, args: ["compose", "version"], cwd: host.workspace, env, signal })).code !== 0)
            throw (0,action/* invalid */.Gq)("this runner has no docker compose", { remedy: "Install Docker with its plugin compose." });
        if (inputs.do === "logs") {
            await compose("ps", "--all");
            await compose("logs", "--no-color", "--tail=200");
            return { verdict: "done" };
        }
        const isStart = inputs.do === "start";
        const code = isStart
            ? await compose("up", "--detach", "--no-build", "--wait")
            : await compose("down", "--volumes", "--timeout=10");
        if (code === 0)
            return { verdict: "done" };
        const what = isStart ? "the services did not start, or did not become healthy" : "the services were not stopped";
        throw (0,action/* refused */.J5)(`${what} (docker compose ended with exit code ${code})`, { remedy: "Its output above says why." });
    },
}));
function show(io, line) {
    const [, before = "", data] = /^(\s*::add-mask::)(.*)$/i.exec(line) ?? [];
    if (data === undefined)
        return io.info(line);
    const secret = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
    io.secret(secret);
    io.info(`${before}***`);
}
function imageProblems(images) {
    try {
        (0,containers/* parseBuiltImages */.UQ)(images);
        return [];
    }
    catch (error) {
        return [{ input: "images", what: `images ${error.message}` }];
    }
}


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