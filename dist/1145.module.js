"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lx: () => (/* reexport */ findBuilder),
  _X: () => (/* reexport */ imageVariable),
  UQ: () => (/* reexport */ parseBuiltImages),
  Jv: () => (/* reexport */ signIn)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/exec/index.ts + 2 modules
var exec = __webpack_require__(1622);
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

// EXTERNAL MODULE: ./packages/registry/index.ts + 9 modules
var registry = __webpack_require__(7654);
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
        throw new Error("must contain name=repository@digest for each image");
    const { tag, digest } = (0,registry/* parseImage */.zZ)(word.slice(at + 1));
    if (tag !== undefined || digest === undefined)
        throw new Error(`must contain ${name} with its digest and without a tag`);
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





/***/ });
