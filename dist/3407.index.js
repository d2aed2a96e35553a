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
// EXTERNAL MODULE: ./packages/exec/index.ts + 2 modules
var exec = __webpack_require__(1622);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/registry/index.ts + 9 modules
var packages_registry = __webpack_require__(7654);
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
        credential: "registry",
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
/***/ (require("./1145.module.js")),

/***/ 9151:
/***/ (require("./9151.module.js")),

/***/ 1622:
/***/ (require("./1622.module.js")),

/***/ 739:
/***/ (require("./739.module.js"))

};
;