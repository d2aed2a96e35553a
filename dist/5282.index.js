"use strict";
exports.id = 5282;
exports.ids = [5282];
exports.modules = {

/***/ 5282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ build_image_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/containers/index.ts + 3 modules
var containers = __webpack_require__(1145);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(494);
// EXTERNAL MODULE: ./packages/registry/index.ts + 10 modules
var packages_registry = __webpack_require__(1589);
// EXTERNAL MODULE: ./packages/exec/index.ts + 3 modules
var exec = __webpack_require__(5030);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/build-image/commands.ts



const IMAGE_ID = "<image ID>";
function commandsFor({ kind }, request, directory) {
    const environment = Object.fromEntries(request.secrets.map(([, value], index) => [secretVariable(index), value]));
    return { environment, ...(kind === "docker" ? byBuildx(request, directory) : byBuildah(request, directory)) };
}
function shared({ dockerfile, labels, buildArguments, secrets, platforms, target, cacheFrom, cacheTo }) {
    return [
        `--file=${dockerfile}`,
        ...labels.map(([key, value]) => `--label=${key}=${value}`),
        ...buildArguments.map((argument) => `--build-arg=${argument}`),
        ...secrets.map(([id], index) => `--secret=id=${id},env=${secretVariable(index)}`),
        ...(platforms.length === 0 ? [] : [`--platform=${platforms.join(",")}`]),
        ...(target === undefined ? [] : [`--target=${target}`]),
        ...cacheFrom.map((cache) => `--cache-from=${cache}`),
        ...cacheTo.map((cache) => `--cache-to=${cache}`),
    ];
}
function byBuildx(request, directory) {
    const path = (0,external_node_path_.join)(directory, "metadata.json");
    const options = ["--push", `--tag=${request.reference}`, ...shared(request), `--metadata-file=${path}`];
    const args = ["buildx", "build", "--progress=plain", ...options, "--", request.context];
    return { commands: [{ args, pushes: true }], cleanUp: [], digestFile: { path, kind: "metadata" } };
}
function byBuildah(request, directory) {
    const { context, reference, platforms, cacheFrom, cacheTo } = request;
    const digestFile = { path: (0,external_node_path_.join)(directory, "digest"), kind: "digest" };
    const layers = cacheFrom.length + cacheTo.length > 0 ? ["--layers"] : [];
    const build = (...names) => ({
        args: ["build", ...names, ...layers, ...shared(request), "--", context],
        pushes: false,
    });
    const push = (...args) => ({
        args: [...args, `docker://${reference}`],
        pushes: true,
    });
    const to = `--digestfile=${digestFile.path}`;
    if (platforms.length > 1) {
        const list = `localhost/release-actions-${(0,external_node_crypto_.randomUUID)()}`;
        const commands = [build(`--manifest=${list}`), push("manifest", "push", "--all", to, list)];
        return { commands, cleanUp: [["manifest", "rm", list]], digestFile };
    }
    const imageIdFile = (0,external_node_path_.join)(directory, "image-id");
    const commands = [build(`--tag=${reference}`, `--iidfile=${imageIdFile}`), push("push", to, IMAGE_ID)];
    return { commands, cleanUp: [], imageIdFile, digestFile };
}
function assertSupported({ kind }, { cacheFrom, cacheTo }) {
    if (kind === "docker")
        return;
    const given = { "cache-from": cacheFrom, "cache-to": cacheTo };
    const problems = Object.entries(given).flatMap(([input, caches]) => caches.some((cache) => /[=,]/.test(cache))
        ? [
            {
                input,
                what: `${input}: buildah takes the name of a repository`,
                remedy: "Write it like ghcr.io/org/app/cache.",
            },
        ]
        : []);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
}
function secretVariable(index) {
    return `BUILD_SECRET_${index}`;
}

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/build-image/existing.ts




const REVISION = "org.opencontainers.image.revision";
const VERSION = "org.opencontainers.image.version";
const AT_ONCE = 4;
const MOST_IMAGES = 64;
async function findExisting(registry, request, io) {
    const { repository, tag, reference, commit, version, platforms } = request;
    const found = await registry.manifest(repository, tag);
    if (found.state !== "found")
        return undefined;
    const { digest } = found;
    const images = await imagesOf(registry, repository, found.manifest);
    const remedy = `Find out who pushed it. If nothing uses it, delete the tag ${tag} and run again.`;
    if (images.length === 0)
        throw (0,action/* refused */.J5)(`${reference} exists and holds no image (${digest})`, { remedy });
    const other = images.find(({ labels }) => labels[REVISION] !== commit);
    if (other !== undefined) {
        const revision = other.labels[REVISION];
        const label = revision === undefined ? "has no label of its commit" : `is of commit ${(0,packages_text/* quote */.hD)(revision, 60)}`;
        throw (0,action/* refused */.J5)(`${reference} exists and ${label} (${digest}); it is not replaced`, { remedy });
    }
    const missing = platforms.filter((platform) => !images.some((image) => (0,packages_registry/* isPlatform */.aH)(image.platform, platform)));
    if (missing.length > 0)
        throw (0,action/* refused */.J5)(`${reference} exists without ${missing.join(", ")} (${digest}); it is not replaced`, { remedy });
    const old = images.find(({ labels }) => labels[VERSION] !== version);
    if (version !== undefined && old !== undefined) {
        const label = old.labels[VERSION] === undefined ? "has no label of its version" : `is labeled ${old.labels[VERSION]}`;
        io.warning(`${reference} ${label}, not ${version}: it was built for another release of the same commit`);
    }
    return { digest };
}
async function confirmPushed(registry, { repository, tag, reference }, digest, { clock, signal }) {
    const end = clock.monotonic() + CONFIRM_WITHIN;
    for (;;) {
        const found = await registry.manifest(repository, tag);
        if (found.state === "found" && found.digest === digest)
            return;
        if (found.state === "found") {
            throw (0,action/* refused */.J5)(`${reference} was pushed as ${digest}, and now is ${found.digest}: another run pushed it as well`, {
                remedy: "Run again: the image that is there is then adopted.",
            });
        }
        if (clock.monotonic() >= end)
            break;
        await clock.sleep(CONFIRM_INTERVAL, signal);
    }
    throw (0,action/* undecided */.oo)(`${reference} was pushed as ${digest}, and the registry does not show it`, {
        remedy: "Run again: if the image has arrived by then, it is adopted.",
    });
}
const CONFIRM_WITHIN = 30_000;
const CONFIRM_INTERVAL = 2_000;
async function imagesOf(registry, repository, manifest) {
    if (manifest.kind === "image")
        return [await registry.config(repository, manifest.config)];
    const children = manifest.manifests.filter((child) => !(0,packages_registry/* isAttestation */.H3)(child));
    if (children.length > MOST_IMAGES)
        throw (0,action/* undecided */.oo)(`an index of ${children.length} images is too large to look at`);
    return await (0,packages_http.inParallel)(AT_ONCE, children, async ({ digest }) => {
        const child = await registry.manifest(repository, digest);
        if (child.state !== "found" || child.manifest.kind !== "image")
            throw (0,action/* undecided */.oo)(`the index names ${digest}, which the registry does not hold as an image`);
        return await registry.config(repository, child.manifest.config);
    });
}

;// CONCATENATED MODULE: ./actions/build-image/report.ts

function reportOf({ name, image, reference, commit, version, platforms }, builder, commands, outcome, digest) {
    return {
        ...{ name, image, reference, commit, version, platforms, outcome, digest },
        tool: builder?.kind,
        commands: commands?.commands.map(({ args }) => [builder?.kind, ...args]),
    };
}
const WORDS = {
    planned: "would be built and pushed",
    pushed: "built and pushed",
    adopted: "found: it was built from the same commit before",
};
function summarize(io, request, outcome, digest) {
    const { name, image, reference, platforms } = request;
    const shown = digest === undefined ? reference : `${image}@${digest}`;
    io.info(`${name}: ${shown} (${WORDS[outcome]})`);
    const rows = [
        ["Image", (0,packages_text/* code */.aY)(shown)],
        ["Tag", (0,packages_text/* code */.aY)(request.tag)],
        ["Result", WORDS[outcome]],
        ...(platforms.length === 0 ? [] : [["Platforms", platforms.join(", ")]]),
    ];
    io.summary((0,packages_text/* heading */.R_)(`Image ${name}`, 3), (0,packages_text/* table */.tp)(["", ""], rows));
}
function printPlan(io, builder, { commands, cleanUp }, login) {
    if (login !== undefined)
        io.info(`Would sign in to ${login}`);
    for (const { args } of commands)
        io.info(`Would run: ${commandLine(builder, args)}`);
    for (const args of cleanUp)
        io.info(`Would run: ${commandLine(builder, args)}`);
    io.summary((0,packages_text/* paragraph */.FY)("This was a dry run: nothing was built or pushed."));
}
function commandLine({ kind }, args) {
    return [kind, ...args]
        .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
        .join(" ");
}

;// CONCATENATED MODULE: ./actions/build-image/build.ts






const DIGEST = /^sha256:[0-9a-f]{64}$/;
const MAX_FILE = 32 * 1024 * 1024;
const AGAIN = "Run again: the tag is looked up first, and an image of this commit is adopted.";
async function buildAndPush(request, commands, tools) {
    const { journal, signal } = tools;
    const { reference } = request;
    let mayHavePushed = false;
    let digest;
    journal.intend([reference]);
    try {
        for (const command of commands.commands) {
            signal.throwIfAborted();
            mayHavePushed ||= command.pushes;
            await run(command, commands, tools);
        }
        digest = pushedDigest(commands, reference);
        await confirmPushed(tools.registry, request, digest, tools);
    }
    catch (error) {
        if (!mayHavePushed || !(error instanceof action/* ActionError */.lZ) || error.verdict === "unknown")
            throw error;
        digest = await reconcile(request, error, digest, tools);
    }
    finally {
        for (const args of commands.cleanUp)
            await cleanUp(args, tools);
    }
    journal.made(reference);
    return digest;
}
async function reconcile(request, failure, pushed, { registry, io, signal }) {
    const { reference } = request;
    const notKnown = (what) => (0,action/* unknown */.L5)(`${failure.message}; ${what}`, { remedy: AGAIN, next: AGAIN });
    if (signal.aborted)
        throw notKnown(`whether ${reference} was pushed is not known`);
    let found;
    try {
        found = await findExisting(registry, request, io);
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict === "refused")
            throw error;
        throw notKnown(`whether ${reference} was pushed is not known: ${error.message}`);
    }
    if (found !== undefined) {
        io.warning(`${failure.message}, but the registry holds an image of this commit, which is taken`);
        return found.digest;
    }
    throw pushed === undefined ? failure : notKnown(`the registry does not show ${reference}`);
}
async function run({ args, pushes }, commands, tools) {
    const { builder, io, host, signal, clock, deadline } = tools;
    const timeout = Math.max(1, deadline - clock.monotonic());
    const actual = args.map((argument) => (argument === IMAGE_ID ? imageId(commands) : argument));
    const { code } = await io.group(commandLine(builder, actual), () => (0,exec/* runTool */.qI)({
        ...{ tool: builder.path, args: actual, cwd: host.workspace, signal, timeout },
        env: { ...tools.env, ...commands.environment },
        onLine: io.info,
    }));
    if (code === 0)
        return;
    const verbs = args.slice(0, 2).filter((argument) => !argument.startsWith("-"));
    const what = `${commandLine(builder, verbs)} failed with exit code ${code}`;
    const remedy = "Its output above says why.";
    throw pushes && builder.kind === "buildah" ? (0,action/* undecided */.oo)(what, { remedy }) : (0,action/* refused */.J5)(what, { remedy });
}
async function cleanUp(args, { builder, env, host, signal }) {
    if (signal.aborted)
        return;
    await (0,exec/* runTool */.qI)({ tool: builder.path, args, cwd: host.workspace, env, signal, timeout: 60_000 }).catch(() => undefined);
}
function imageId({ imageIdFile = "" }) {
    const id = textOf(imageIdFile);
    if (DIGEST.test(id))
        return id;
    throw (0,action/* undecided */.oo)("the build ended without naming its image");
}
function pushedDigest({ digestFile: { path, kind } }, reference) {
    const text = textOf(path);
    const digest = kind === "digest" ? text : metadataDigest(text);
    if (digest !== undefined && DIGEST.test(digest))
        return digest;
    throw (0,action/* unknown */.L5)(`${reference} was pushed, but the tool named no digest, so it cannot be tested as what it is`, {
        remedy: AGAIN,
    });
}
function metadataDigest(text) {
    try {
        const digest = JSON.parse(text)?.["containerimage.digest"];
        return typeof digest === "string" ? digest : undefined;
    }
    catch {
        return undefined;
    }
}
function textOf(file) {
    try {
        return (0,external_node_fs_.statSync)(file).size > MAX_FILE ? "" : (0,external_node_fs_.readFileSync)(file, "utf8").trim();
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./actions/build-image/inputs.ts

const inputs = {
    image: (0,action/* text */.Qq)({
        address: true,
        description: "Full name of the image, without tag or digest. Default: registry/owner/repository/name.",
        example: "ghcr.io/org/app",
        optional: true,
        gitlab: "CI_REGISTRY_IMAGE",
    }),
    name: (0,action/* text */.Qq)({
        description: "Short name of the image in reports, and the last part of its full name if image is not set.",
        example: "frontend",
        optional: true,
    }),
    registry: (0,action/* text */.Qq)({
        address: true,
        description: "Registry to sign in to. Default: the registry of image, else ghcr.io.",
        example: "ghcr.io",
        optional: true,
    }),
    username: (0,action/* text */.Qq)({
        description: "User or robot account that may pull and push.",
        example: "octocat",
        optional: true,
        gitlab: "CI_REGISTRY_USER",
    }),
    password: (0,action/* text */.Qq)({
        description: "Password or token for username. Default: the tool's own sign-in, if the image can be read without one.",
        secret: true,
        credential: true,
        optional: true,
        gitlab: "CI_REGISTRY_PASSWORD",
    }),
    "token-server": (0,action/* text */.Qq)({
        address: true,
        description: "Token server the credentials may be sent to, if it is not the registry itself. Those of docker.io and gitlab.com are known.",
        example: "https://auth.example.com",
        optional: true,
    }),
    "allow-http": (0,action/* flag */.Jt)({
        description: "Allow plain HTTP for non-loopback registries when the tag is looked up.",
        default: false,
    }),
    context: (0,action/* text */.Qq)({ description: "Directory that is sent to the build, inside the repository.", default: "." }),
    dockerfile: (0,action/* text */.Qq)({
        description: "File with the build's instructions, inside the repository. Default: Dockerfile in the context.",
        optional: true,
    }),
    "commit-sha": (0,action/* text */.Qq)({
        description: "Commit that is checked out, 40 hex digits. The image is tagged commit-<commit-sha>. Default: the commit of the run.",
        optional: true,
    }),
    version: (0,action/* text */.Qq)({
        description: "Version for the label org.opencontainers.image.version.",
        example: "1.2.3",
        optional: true,
        gitlab: "VALIDATE_TAG_VERSION",
    }),
    source: (0,action/* text */.Qq)({
        address: true,
        description: "URL for the label org.opencontainers.image.source. Default: the repository's web address.",
        optional: true,
    }),
    labels: (0,action/* text */.Qq)({ description: "Further labels, one key=value per line.", optional: true }),
    "build-args": (0,action/* text */.Qq)({
        description: "Build arguments, one NAME=value per line. They are stored in the image: never put a secret here.",
        optional: true,
    }),
    "build-secrets": (0,action/* text */.Qq)({
        description: "Secrets of the build, one id=value per line, for RUN --mount=type=secret,id=….",
        secret: true,
        optional: true,
    }),
    platforms: (0,action/* list */.p_)({
        description: "Platforms to build for. With several, the image is an index. Default: the machine's own.",
        example: "linux/amd64, linux/arm64",
    }),
    target: (0,action/* text */.Qq)({ description: "Stage to build. Default: the last one.", optional: true }),
    "cache-from": (0,action/* text */.Qq)({
        description: "Caches to read, one per line: as docker buildx expects them, or a repository for buildah.",
        example: "type=registry,ref=ghcr.io/org/app:cache",
        optional: true,
    }),
    "cache-to": (0,action/* text */.Qq)({ description: "Caches to write, one per line, like cache-from.", optional: true }),
    tool: (0,action/* choice */.Yq)(["auto", "docker", "buildah"], {
        description: "Tool to build with. auto: docker if it has buildx, else buildah.",
        default: "auto",
    }),
    timeout: (0,action/* duration */.p0)({ description: "Time for building and pushing.", default: "1h" }),
};
const outputs = {
    image: action/* output */.CG.text("The image as repository@digest. Deploy this, not the tag."),
    digest: action/* output */.CG.text("Digest of the image, sha256:…; with several platforms, of its index."),
    report: action/* output */.CG.json("What was built, from what, by which commands, and how it ended."),
};

// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./actions/build-image/request.ts




const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const COMMIT = /^[0-9a-f]{40}$/;
const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/;
const LABEL = /^[^\s="'`$\\]{1,255}$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const SECRET_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const STAGE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
const DEFAULT_REGISTRY = "ghcr.io";
const OWN_LABELS = { version: "version", revision: "commit-sha", source: "source" };
const OWN = "org.opencontainers.image.";
function readRequest(inputs, host) {
    const problems = [];
    const request = read(inputs, host, problems);
    if (problems.length === 0 && request !== undefined)
        return request;
    const what = problems.length === 1 ? problems[0].what : `${problems.length} problems with what is to be built`;
    throw (0,action/* invalid */.Gq)(what, { problems });
}
function credentialOrigins(inputs, host) {
    const registry = loginRegistry(inputs, host);
    return registry === undefined ? [] : (0,packages_registry/* accountOrigins */.p9)(placeIn(registry, inputs), inputs.tokenServer);
}
function loginRegistry(inputs, host) {
    try {
        if (inputs.registry !== undefined)
            return (0,packages_registry/* checkRegistry */.qW)(inputs.registry.split("/", 1)[0]);
        return (0,packages_registry/* parseImage */.zZ)(fullName(inputs, host) ?? "").registry;
    }
    catch {
        return undefined;
    }
}
function imageOrigins(inputs, host) {
    try {
        const { base, tokenServers } = placeIn((0,packages_registry/* parseImage */.zZ)(fullName(inputs, host) ?? "").registry, inputs);
        return [base, ...tokenServers];
    }
    catch {
        return [];
    }
}
function read(inputs, host, problems) {
    const problem = (input, what, remedy) => void problems.push({ input, what, remedy });
    const { commitSha: commit = host.commit, version, target, tokenServer } = inputs;
    const named = readImage(inputs, host, problem);
    if (commit === undefined || !COMMIT.test(commit)) {
        const given = commit === undefined ? "it was not given" : `given: ${(0,packages_text/* quote */.hD)(commit)}`;
        const remedy = "Give the output of git rev-parse HEAD.";
        problem("commit-sha", `commit-sha must be a full commit ID, 40 hex digits in lower case; ${given}`, remedy);
    }
    if (inputs.registry !== undefined) {
        const checked = attempt(() => (0,packages_registry/* checkRegistry */.qW)(inputs.registry.split("/", 1)[0]));
        if (checked instanceof Error)
            problem("registry", `registry ${checked.message}`, "Give the registry's host.");
    }
    if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
        const what = `token-server must be an origin such as https://auth.example.com; given: ${(0,packages_text/* quote */.hD)(tokenServer)}`;
        problem("token-server", what, "Give the scheme and the host, without a path.");
    }
    if ((inputs.username === undefined) !== (inputs.password === undefined)) {
        const missing = inputs.username === undefined ? "username" : "password";
        problem(missing, `${missing} is missing: an account has both`, `Give ${missing} as well.`);
    }
    const wrong = inputs.platforms.filter((platform) => !PLATFORM.test(platform)).map((one) => (0,packages_text/* quote */.hD)(one, 60));
    if (wrong.length > 0)
        problem("platforms", `not a platform: ${wrong.join(", ")}`, "Write them as os/architecture, such as linux/arm64.");
    if (target !== undefined && !STAGE.test(target))
        problem("target", `target must be the name of a stage; given: ${(0,packages_text/* quote */.hD)(target)}`, "Name a stage: FROM … AS name.");
    const context = checkedPath(problems, "context", () => (0,files/* realPathOf */.dN)(host, inputs.context, "directory"));
    const isNamed = inputs.dockerfile !== undefined || context !== undefined;
    const dockerfile = isNamed ? checkedPath(problems, "dockerfile", () => dockerfileOf(inputs, host)) : undefined;
    const labels = [...ownLabels(inputs, host, commit), ...readLabels(inputs.labels, problem)];
    const buildArguments = linesOf(inputs.buildArgs);
    if (buildArguments.some((line) => !VARIABLE.test(line.split("=", 1)[0]) || !line.includes("=")))
        problem("build-args", "build-args must have one NAME=value per line", "Write each as NAME=value.");
    const secrets = linesOf(inputs.buildSecrets).map((line) => splitAt(line));
    if (secrets.some(([id, value]) => !SECRET_ID.test(id) || value === undefined || value === ""))
        problem("build-secrets", "build-secrets must have one id=value per line", "Write each as id=value.");
    const [cacheFrom, cacheTo] = [linesOf(inputs.cacheFrom), linesOf(inputs.cacheTo)];
    if (named === undefined || commit === undefined || context === undefined || dockerfile === undefined)
        return undefined;
    return {
        ...named,
        reference: `${named.image}:commit-${commit}`,
        tag: `commit-${commit}`,
        ...{ commit, version, context, dockerfile, labels, buildArguments, target, cacheFrom, cacheTo },
        secrets: secrets.map(([id, value = ""]) => [id, value]),
        platforms: [...new Set(inputs.platforms)],
    };
}
function readImage(inputs, host, problem) {
    const { name } = inputs;
    if (name !== undefined && !NAME.test(name)) {
        const what = `name must consist of a-z, 0-9, dots, dashes and underscores; given: ${(0,packages_text/* quote */.hD)(name)}`;
        problem("name", what, "Give a short name such as frontend.");
        return undefined;
    }
    const full = fullName(inputs, host);
    if (full === undefined) {
        problem("image", "no image was given", "Give image, such as ghcr.io/org/app, or name and registry.");
        return undefined;
    }
    const image = attempt(() => (0,packages_registry/* parseImage */.zZ)(full));
    if (image instanceof Error || image.tag !== undefined || image.digest !== undefined) {
        const why = image instanceof Error ? image.message : `given: ${(0,packages_text/* quote */.hD)(full)}`;
        const what = `image must be a full name in lower case, without tag or digest: ${why}`;
        problem("image", what, "Write it like ghcr.io/org/app; the tag is commit-<commit-sha>.");
        return undefined;
    }
    const { registry, repository } = image;
    const place = placeIn(registry, inputs);
    const short = name ?? repository.split("/").at(-1);
    return { name: short, image: full, place, repository: (0,packages_registry/* repositoryAt */.uw)(registry, repository) };
}
function fullName({ image, name, registry = DEFAULT_REGISTRY }, { repository }) {
    if (image !== undefined)
        return image;
    return name === undefined || repository === undefined ? undefined : `${registry}/${repository.toLowerCase()}/${name}`;
}
function placeIn(registry, { tokenServer, allowHttp }) {
    return (0,packages_registry/* placeOf */.$t)(registry, { api: "oci", tokenServer, allowHttp });
}
function dockerfileOf({ context, dockerfile }, host) {
    return (0,files/* realPathOf */.dN)(host, dockerfile ?? `${context.replace(/\/+$/, "")}/Dockerfile`, "file");
}
function checkedPath(problems, input, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        const { remedy } = error.details;
        problems.push({ input, what: `${input}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
        return undefined;
    }
}
function ownLabels(inputs, host, commit) {
    const { serverUrl, repository } = host;
    const here = serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`;
    const values = { version: inputs.version, revision: commit, source: inputs.source ?? here };
    return Object.entries(values).flatMap(([key, value]) => value === undefined ? [] : [[`${OWN}${key}`, value]]);
}
function readLabels(text, problem) {
    const labels = linesOf(text).map((line) => splitAt(line));
    const wrong = labels.filter(([key, value]) => !LABEL.test(key) || value === undefined).map(([key]) => (0,packages_text/* quote */.hD)(key, 60));
    if (wrong.length > 0)
        problem("labels", `labels must have one key=value per line; not one: ${wrong.join(", ")}`, "Write each as key=value.");
    for (const [key, input] of Object.entries(OWN_LABELS)) {
        if (labels.some(([label]) => label === OWN + key))
            problem("labels", `the label ${OWN}${key} is set by the input ${input}`, `Give ${input} instead.`);
    }
    return labels.map(([key, value = ""]) => [key, value]);
}
function splitAt(line) {
    const at = line.indexOf("=");
    return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}
function linesOf(text) {
    const lines = (text ?? "").split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "");
}
function attempt(read) {
    try {
        return read();
    }
    catch (error) {
        return error;
    }
}

;// CONCATENATED MODULE: ./actions/build-image/action.ts










/* harmony default export */ const build_image_action = ((0,action/* defineAction */.QP)({
    name: "build-image",
    description: "Builds a container image with docker or buildah and pushes it once per commit; what it returns is the digest that the registry holds.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: { contents: "read", packages: "write" },
        gitlab: "None beyond the job token, which may push to the project's own registry.",
    },
    endpoints: {
        description: [
            "the image's registry, and the token server that it names if that is `token-server` or known",
            "whatever docker, buildah and the build itself contact",
        ],
        origins: imageOrigins,
        credentials: credentialOrigins,
    },
    changes: true,
    async run(context) {
        const { inputs, host, io } = context;
        const request = readRequest(inputs, host);
        for (const [, value] of request.secrets)
            io.secret(value);
        const http = (0,packages_http.openHttp)({ ...context, network: host.network, allowHttp: inputs.allowHttp });
        try {
            return await build(request, context, (0,packages_registry/* openRegistry */.Me)({ http, ...registryOptions(request, inputs, context) }));
        }
        finally {
            http.close();
        }
    },
}));
function registryOptions({ place }, inputs, { host }) {
    const { username: user, password, dryRun } = inputs;
    const isForThis = loginRegistry(inputs, host) === place.host;
    const login = isForThis && user !== undefined && password !== undefined ? { user, password } : undefined;
    return { place, login, access: login === undefined || dryRun ? "pull" : "pull,push" };
}
async function build(request, context, registry) {
    const { inputs, host, io, signal, clock } = context;
    const deadline = clock.monotonic() + inputs.timeout;
    const here = { cwd: host.workspace, env: host.toolEnvironment, signal };
    const builder = await (0,containers/* findBuilder */.Lx)(inputs.tool, here);
    assertSupported(builder, request);
    const commands = commandsFor(builder, request, host.temporary);
    const existing = await findExisting(registry, request, io);
    if (existing !== undefined) {
        const { digest } = existing;
        summarize(io, request, "adopted", digest);
        const report = reportOf(request, builder, undefined, "adopted", digest);
        return { verdict: "unchanged", image: `${request.image}@${digest}`, digest, report };
    }
    const { username, password } = inputs;
    const account = loginRegistry(inputs, host);
    if (inputs.dryRun) {
        printPlan(io, builder, commands, password === undefined ? undefined : account);
        summarize(io, request, "planned");
        return { verdict: "passed", report: reportOf(request, builder, commands, "planned") };
    }
    const env = account === undefined || username === undefined || password === undefined
        ? host.toolEnvironment
        : await (0,containers/* signIn */.Jv)(builder, { registry: account, username, password }, { ...here, temporary: host.temporary });
    const digest = await buildAndPush(request, commands, { ...context, builder, registry, env, deadline });
    summarize(io, request, "pushed", digest);
    const report = reportOf(request, builder, commands, "pushed", digest);
    return { verdict: "done", image: `${request.image}@${digest}`, digest, report };
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