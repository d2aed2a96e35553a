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
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/registry/index.ts + 9 modules
var packages_registry = __webpack_require__(7654);
// EXTERNAL MODULE: ./packages/exec/index.ts + 2 modules
var exec = __webpack_require__(1622);
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

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/build-image/existing.ts




const REVISION = "org.opencontainers.image.revision";
const VERSION = "org.opencontainers.image.version";
const AT_ONCE = 4;
const MOST_CHILDREN = 128;
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
        return (0,packages_registry/* notAnImage */.O9)(manifest) === undefined ? [await registry.config(repository, manifest.config)] : [];
    if (manifest.manifests.length > MOST_CHILDREN)
        throw (0,action/* undecided */.oo)(`an index of ${manifest.manifests.length} children is too large to check`);
    const children = await (0,packages_registry/* childImages */.x7)(registry, repository, manifest);
    return await (0,packages_http.inParallel)(AT_ONCE, children, async ({ descriptor, manifest: known }) => {
        const child = known ?? (await (0,packages_registry/* readChild */.bb)(registry, repository, descriptor));
        const why = (0,packages_registry/* notAnImage */.O9)(child);
        if (why !== undefined)
            throw (0,action/* undecided */.oo)(`${descriptor.digest} in the index is not a container image: ${why}`);
        return await registry.config(repository, child.config);
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
        credential: "registry",
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
        const remedy = "Use the output of git rev-parse HEAD.";
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
/***/ (require("./1145.module.js")),

/***/ 9151:
/***/ (require("./9151.module.js")),

/***/ 1622:
/***/ (require("./1622.module.js")),

/***/ 739:
/***/ (require("./739.module.js"))

};
;