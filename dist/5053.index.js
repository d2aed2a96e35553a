"use strict";
exports.id = 5053;
exports.ids = [5053];
exports.modules = {

/***/ 5053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ publish_release_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/forge/index.ts + 15 modules
var packages_forge = __webpack_require__(7710);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./actions/publish-release/inputs.ts

const inputs = {
    tag: (0,action/* text */.Qq)({
        description: "Tag to release. It must exist on the forge. Default: the tag whose push started the run.",
        optional: true,
        example: "v1.2.3",
    }),
    name: (0,action/* text */.Qq)({
        description: "Release title. Default: an existing release keeps its title; a new one gets the component and version of the tag.",
        optional: true,
    }),
    body: (0,action/* text */.Qq)({ description: "Release notes, in Markdown.", optional: true }),
    "body-file": (0,action/* text */.Qq)({
        description: "File in the workspace with the release notes, instead of body.",
        optional: true,
        example: "RELEASE_NOTES.md",
        gitlab: "CHANGELOG_EXTRACT_BODY_FILE",
    }),
    "generate-notes": (0,action/* flag */.Jt)({
        description: "Add one line per commit since the previous tag of the same component. Needs the history: fetch-depth: 0.",
        default: false,
    }),
    "allow-empty": (0,action/* flag */.Jt)({ description: "Publish even without release notes.", default: false }),
    files: (0,action/* list */.p_)({
        address: true,
        description: "Files to attach: paths or patterns (*, ?, **) relative to the workspace. A pattern that matches nothing is an error.",
        example: "dist/*.tar.gz",
    }),
    checksums: (0,action/* flag */.Jt)({ description: "Attach SHA256SUMS, the checksums of all files.", default: true }),
    draft: (0,action/* flag */.Jt)({
        description: "Leave the release as a draft (GitHub). A release that is already published is not changed.",
        default: false,
    }),
    prerelease: (0,action/* choice */.Yq)(["auto", "true", "false"], {
        description: "Mark as a prerelease (GitHub). auto: an existing release keeps its mark; for a new one, the version of the tag decides.",
        default: "auto",
    }),
    "make-latest": (0,action/* choice */.Yq)(["auto", "true", "false"], {
        description: "Mark as the latest release (GitHub). auto: when it is published, if it is the highest stable version of the primary component.",
        default: "auto",
    }),
    "primary-component": (0,action/* text */.Qq)({
        description: "Component that make-latest: auto considers. Default: the one marked primary in release-actions.yml.",
        optional: true,
    }),
    "on-existing": (0,action/* choice */.Yq)(["update", "fail"], {
        description: "What to do if the release is already published and differs. An immutable release is never changed.",
        default: "update",
    }),
    components: (0,action/* list */.p_)({ description: "Declared components. Default: those in release-actions.yml." }),
    "tag-format": (0,action/* text */.Qq)({
        description: "Tag format. Default: v{version}-{component} with components, else v{version}.",
        optional: true,
        example: "{component}/v{version}",
    }),
    scheme: (0,action/* choice */.Yq)(["semver", "pep440", "calver"], {
        description: "Version scheme. Default: the one in release-actions.yml, else semver.",
        optional: true,
    }),
    forge: (0,action/* choice */.Yq)(["auto", "github", "gitlab"], {
        description: "Where to publish. auto: where the run takes place.",
        default: "auto",
    }),
    repository: (0,action/* text */.Qq)({
        address: true,
        description: "owner/name, or the full path of a GitLab project. Default: the repository of the run.",
        optional: true,
    }),
    "api-url": (0,action/* text */.Qq)({
        address: true,
        description: "REST API of the forge. Default: that of the run, else of github.com or gitlab.com.",
        optional: true,
        example: "https://gitlab.example/api/v4",
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
    token: (0,action/* text */.Qq)({
        description: "GitHub: token with contents: write. GitLab: the job token, or an access token with the scope api.",
        credential: "forge",
        optional: true,
        github: "${{ github.token }}",
        gitlab: "CI_JOB_TOKEN",
    }),
};
const outputs = {
    url: action/* output */.CG.text("URL of the release."),
    id: action/* output */.CG.text("GitHub: ID of the release. GitLab: its tag."),
    assets: action/* output */.CG.json("Attached files: name, size, sha256 and url of each."),
    created: action/* output */.CG.flag("Whether this run published the release, or created the draft."),
    changed: action/* output */.CG.flag("Whether this run changed anything."),
};

// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./actions/publish-release/files.ts





const INPUT = "files";
const PARALLEL_FILES = 4;
async function readFiles(host, patterns, forge, problems) {
    const found = new Map();
    for (const pattern of patterns) {
        for (const path of await pathsOf(host, pattern, problems)) {
            const file = found.has(path) ? undefined : await checkFile(host, path, problems);
            if (file !== undefined)
                found.set(path, file);
        }
    }
    const files = [...found.values()];
    problems.push(...sizeProblems(files, forge), ...nameProblems(files, forge));
    return problems.length > 0 ? [] : hashFiles(files, forge);
}
async function pathsOf(host, pattern, problems) {
    const path = pattern.replace(/^(?:\.\/)+/, "");
    const exists = async () => (await (0,promises_.lstat)((0,external_node_path_.resolve)(host.workspace, path)).catch(() => undefined)) !== undefined;
    if (!(0,files/* isPattern */.Pt)(pattern) || (await exists()))
        return [path];
    const paths = await (0,action/* collectProblems */.vX)(problems, () => (0,files/* findMatchingFiles */.yy)(host, pattern), INPUT);
    if (paths?.length === 0)
        problems.push({
            input: INPUT,
            what: `no file matches ${JSON.stringify(pattern)}`,
            remedy: "Check the pattern (*, ? and ** are supported), and that the files were built before this step.",
        });
    return paths ?? [];
}
async function checkFile(host, path, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what, remedy });
    const shown = JSON.stringify(path);
    const place = await (0,action/* collectProblems */.vX)(problems, () => (0,files/* placeOf */.$t)(host, path, { typed: true }), INPUT);
    if (place === undefined)
        return undefined;
    const facts = await (0,promises_.lstat)((0,external_node_path_.resolve)(host.workspace, path)).catch(() => undefined);
    if (facts === undefined)
        return problem(`there is no file ${shown}`, "Check the path, and that the file was built before this step.");
    if (facts.isSymbolicLink())
        return problem(`${shown} is a symbolic link`, "Set the path of the file itself.");
    if (facts.isFile())
        return { path, place, size: facts.size };
    const remedy = facts.isDirectory()
        ? `To attach the files in it, write ${JSON.stringify(`${path.replace(/\/+$/, "")}/*`)}.`
        : "Set the path of a file.";
    return problem(`${shown} is not a regular file`, remedy);
}
function sizeProblems(files, forge) {
    const { assetBytes, leastAssetBytes } = forge.limits;
    return files.flatMap(({ path, size }) => {
        const shown = JSON.stringify(path);
        if (size > assetBytes)
            return [
                {
                    input: INPUT,
                    what: `${shown} has ${size} bytes; ${forge.kind} allows at most ${assetBytes}`,
                    remedy: "Split or compress the file, or publish it elsewhere and link to it.",
                },
            ];
        if (size >= leastAssetBytes)
            return [];
        const what = `${shown} is empty, which ${forge.kind} does not allow`;
        return [{ input: INPUT, what, remedy: "Check the step that creates it." }];
    });
}
function nameProblems(files, forge) {
    const byName = new Map();
    for (const { path } of files) {
        const name = forge.assetName((0,external_node_path_.basename)(path));
        byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(path)]);
    }
    return [...byName]
        .filter(([, same]) => same.length > 1)
        .map(([name, same]) => ({
        input: INPUT,
        what: `${same.join(" and ")} would both be stored as ${name}`,
        remedy: "Rename all but one of them: names are unique within a release.",
    }));
}
async function hashFiles(files, forge) {
    const assets = [];
    for (let start = 0; start < files.length; start += PARALLEL_FILES) {
        const batch = files.slice(start, start + PARALLEL_FILES).map(({ path, place }) => {
            const name = (0,external_node_path_.basename)(path);
            return (0,packages_forge.fileAsset)(place, forge.assetName(name), name);
        });
        assets.push(...(await Promise.all(batch)));
    }
    return assets;
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/version/index.ts + 12 modules
var packages_version = __webpack_require__(5869);
;// CONCATENATED MODULE: ./actions/publish-release/notes.ts




const MAX_COMMITS = 2_000;
const MAX_SUBJECT = 200;
async function readNotes(context, tag) {
    const { inputs, host } = context;
    const parts = await Promise.all([
        readBody(inputs, host),
        inputs.generateNotes ? commitNotes(tag, context) : undefined,
    ]);
    const texts = parts.filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join("\n\n");
}
async function readBody({ body, bodyFile }, host) {
    if (bodyFile === undefined)
        return body;
    const problems = [];
    if (body !== undefined)
        problems.push({ input: "body-file", what: "body and body-file cannot be combined", remedy: "Set one of them." });
    const text = (await (0,files.readWorkspaceFile)(host, bodyFile, { typed: true })).toString("utf8").replace(/^\ufeff/, "");
    if (text.trim() === "")
        problems.push({
            input: "body-file",
            what: `body-file ${JSON.stringify(bodyFile)} is empty`,
            remedy: "Check the step that writes it, or omit body-file.",
        });
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    return text;
}
async function commitNotes(tag, context) {
    const { openCheckout, tagRef } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const repository = openCheckout(context);
    const tags = await repository.tags();
    const own = tags.find(({ name }) => name === tag.parsed.tag);
    if (own?.commit === undefined) {
        throw (0,action/* invalid */.Gq)(`generate-notes needs the tag ${tag.parsed.tag} in the checkout`, {
            remedy: "Check out with fetch-depth: 0, or: git fetch origin 'refs/tags/*:refs/tags/*'",
        });
    }
    const before = (0,packages_version/* previousTag */.W8)((0,packages_version/* parseTags */.rL)(tags.map(({ name }) => name), tag.rules), tag.parsed);
    const { commits, complete, truncated } = await repository.log({
        to: own.commit,
        ...(before !== undefined && { from: tagRef(before.tag) }),
        ...(tag.path !== undefined && { paths: [tag.path] }),
        limit: MAX_COMMITS,
    });
    if (!complete) {
        throw (0,action/* invalid */.Gq)("generate-notes needs the full history, but this checkout is shallow", {
            remedy: "Check out with fetch-depth: 0 (GitLab: GIT_DEPTH: 0), or: git fetch --unshallow --tags",
        });
    }
    return changesText(commits.filter(({ parents }) => parents.length < 2), before?.tag, truncated);
}
function changesText(commits, since, truncated) {
    const title = since === undefined ? "## Changes" : `## Changes since ${(0,packages_text/* inertMarkdown */.Ic)(since)}`;
    const lines = commits.map(({ subject, id }) => `- ${(0,packages_text/* inertMarkdown */.Ic)((0,packages_text/* shorten */.ml)(subject, MAX_SUBJECT))} (\`${id.slice(0, 10)}\`)`);
    const more = truncated ? [`- and more: only the newest ${MAX_COMMITS} commits are listed`] : [];
    return [title, "", ...(lines.length === 0 ? ["No commits."] : lines), ...more].join("\n");
}

;// CONCATENATED MODULE: ./actions/publish-release/release-tag.ts


function readReleaseTag(tag, inputs, config) {
    const configured = config.components ?? [];
    const components = inputs.components.length > 0
        ? inputs.components
        : configured.map((component) => ({
            name: component.name,
            format: component["tag-format"],
            scheme: component.scheme,
        }));
    const rules = (0,packages_version/* tagRules */.w8)({
        scheme: inputs.scheme,
        formats: inputs.tagFormat === undefined ? undefined : [inputs.tagFormat],
        components,
    });
    const parsed = (0,packages_version/* parseTag */.ED)(tag, rules);
    const { component, version } = parsed;
    const prerelease = inputs.prerelease === "auto" ? version.prerelease : inputs.prerelease === "true";
    const primary = primaryComponent(inputs, config, rules);
    const latest = (published) => {
        if (inputs.makeLatest !== "auto")
            return inputs.makeLatest === "true";
        if (prerelease || component !== primary)
            return false;
        const stable = published.filter((other) => !other.prerelease).map((other) => other.tag);
        return (0,packages_version/* isLatest */.eL)((0,packages_version/* parseTags */.rL)(stable, rules), parsed);
    };
    return {
        parsed,
        rules,
        prerelease: { value: prerelease, explicit: inputs.prerelease !== "auto" },
        name: {
            value: inputs.name ?? (component === undefined ? version.text : `${component} ${version.text}`),
            explicit: inputs.name !== undefined,
        },
        path: configured.find(({ name }) => name === component)?.path,
        latest: { value: latest, explicit: inputs.makeLatest !== "auto" },
    };
}
function primaryComponent(inputs, config, rules) {
    const chosen = inputs.primaryComponent ?? config.components?.find(({ primary }) => primary === true)?.name;
    if (chosen === undefined)
        return rules.components.length === 1 ? rules.components[0] : undefined;
    if (rules.components.includes(chosen))
        return chosen;
    throw (0,action/* invalidWith */.E$)([
        {
            input: "primary-component",
            what: `${JSON.stringify(chosen)} is not a declared component`,
            remedy: rules.components.length === 0
                ? "Declare the components."
                : `The declared components are ${rules.components.join(", ")}.`,
        },
    ]);
}
function packageKey({ parsed }, repository) {
    const name = parsed.component ?? repository.slice(repository.lastIndexOf("/") + 1);
    return { name: packageName(name, /[A-Za-z0-9._-]/), version: packageName(parsed.version.text, /[A-Za-z0-9_.+-]/) };
}
function packageName(text, kept) {
    const characters = [...text].map((character) => (kept.test(character) ? character : "-")).join("");
    return characters.replace(/^[-.]+/, "") || "release";
}

;// CONCATENATED MODULE: ./actions/publish-release/release-target.ts
const PUBLIC_API = { github: "https://api.github.com", gitlab: "https://gitlab.com/api/v4" };
function resolveTarget(inputs, host, problems) {
    const forge = forgeOf(inputs, host);
    if (forge === undefined)
        problems.push({
            input: "forge",
            what: "forge cannot be determined from the run or from api-url",
            remedy: "Set forge to github or gitlab.",
        });
    const repository = inputs.repository ?? host.repository;
    if (repository === undefined)
        problems.push({
            input: "repository",
            what: "repository cannot be determined from the run",
            remedy: "Set repository, such as owner/name.",
        });
    if (forge === undefined || repository === undefined)
        return undefined;
    const elsewhere = inputs.apiUrl !== undefined && inputs.apiUrl !== host.apiUrl;
    return {
        forge,
        repository,
        apiUrl: apiUrlOf(inputs, host, forge),
        serverUrl: elsewhere || !isHostForge(host, forge) ? undefined : host.serverUrl,
        projectId: forge === "gitlab" && !elsewhere && repository === host.repository ? host.projectId : undefined,
    };
}
function targetOrigins(inputs, host) {
    const forge = forgeOf(inputs, host);
    if (forge === undefined)
        return [];
    const apiUrl = apiUrlOf(inputs, host, forge);
    return apiUrl === PUBLIC_API.github ? [apiUrl, "https://uploads.github.com"] : [apiUrl];
}
function apiUrlOf(inputs, host, forge) {
    return inputs.apiUrl ?? (isHostForge(host, forge) ? host.apiUrl : undefined) ?? PUBLIC_API[forge];
}
function isHostForge(host, forge) {
    return (host.kind === "github" || host.kind === "gitlab" ? host.kind : (kindOfApi(host.apiUrl) ?? forge)) === forge;
}
function forgeOf(inputs, host) {
    if (inputs.forge !== "auto")
        return inputs.forge;
    const given = kindOfApi(inputs.apiUrl);
    if (given !== undefined)
        return given;
    return host.kind === "github" || host.kind === "gitlab" ? host.kind : kindOfApi(host.apiUrl);
}
function kindOfApi(apiUrl) {
    if (apiUrl === undefined || !URL.canParse(apiUrl))
        return undefined;
    const { hostname, pathname } = new URL(apiUrl);
    if (pathname.replace(/\/$/, "").endsWith("/api/v4"))
        return "gitlab";
    return hostname === "api.github.com" || pathname.replace(/\/$/, "").endsWith("/api/v3") ? "github" : undefined;
}

;// CONCATENATED MODULE: ./actions/publish-release/plan.ts







const CHECKSUMS = "SHA256SUMS";
const FULL_NOTES = "RELEASE_NOTES.md";
const BEFORE_WRITES = "problems, found before anything was written";
async function resolveRelease({ inputs, host, }) {
    const problems = [];
    const name = inputs.tag ?? host.pushedTag;
    if (name === undefined) {
        const what = "tag is not set, and the run was not started by the push of a tag";
        problems.push({ input: "tag", what, remedy: "Set tag, such as v1.2.3." });
    }
    if (inputs.token === undefined) {
        const remedy = "Set a token that may write releases: contents: write on GitHub, the scope api on GitLab.";
        problems.push({ input: "token", what: "token is missing", remedy });
    }
    const target = resolveTarget(inputs, host, problems);
    if (target?.forge === "gitlab" && inputs.draft) {
        problems.push({
            input: "draft",
            what: "GitLab has no draft releases",
            remedy: "Set draft to false, and publish in a later job if you need to.",
        });
    }
    const tag = name === undefined
        ? undefined
        : await (0,action/* collectProblems */.vX)(problems, async () => readReleaseTag(name, inputs, await (0,config.loadConfig)({ host, inputs })));
    if (inputs.makeLatest === "true" && tag?.prerelease.value === true) {
        problems.push({
            input: "make-latest",
            what: "a prerelease cannot be the latest release",
            remedy: "Set make-latest to auto or false.",
        });
    }
    if (problems.length > 0 || tag === undefined || target === undefined)
        throw (0,action/* invalidWith */.E$)(problems, BEFORE_WRITES);
    return { tag, target };
}
async function planRelease(context, tag, forge) {
    const { inputs, host } = context;
    const name = tag.parsed.tag;
    const problems = [];
    const fileProblems = [];
    const [files = [], text] = await Promise.all([
        (0,action/* collectProblems */.vX)(fileProblems, () => readFiles(host, inputs.files, forge, fileProblems)),
        (0,action/* collectProblems */.vX)(problems, () => readNotes(context, tag)),
    ]);
    problems.push(...fileProblems);
    const { body, notesAsset, notices } = await fitNotes(text, name, forge);
    const assets = [...files, ...notesAsset];
    if (inputs.checksums && assets.length > 0)
        assets.push((0,packages_forge.textAsset)(CHECKSUMS, (0,packages_forge.checksumText)(assets)));
    problems.push(...assetProblems(assets, files, forge));
    if (problems.length > 0)
        throw (0,action/* invalidWith */.E$)(problems, BEFORE_WRITES);
    const survey = await (0,action/* collectProblems */.vX)(problems, () => forge.survey(name));
    problems.push(...(survey?.problems ?? []));
    if (problems.length > 0 || survey === undefined)
        throw (0,action/* invalidWith */.E$)(problems, BEFORE_WRITES);
    const { draft, onExisting, allowEmpty } = inputs;
    const { prerelease, latest } = tag;
    const request = { tag: name, name: tag.name, body, draft, prerelease, latest, assets, onExisting, allowEmpty };
    const plan = forge.plan(request, survey);
    return { request, survey, plan, notices: [...notices, ...plan.notices] };
}
async function fitNotes(text, tag, forge) {
    const limit = forge.limits.bodyCharacters;
    if (text === undefined || text.length <= limit)
        return { body: text, notesAsset: [], notices: [] };
    const { truncateBody } = await __webpack_require__.e(/* import() */ 9386).then(__webpack_require__.bind(__webpack_require__, 9386));
    const url = forge.assetUrl(tag, FULL_NOTES);
    const remark = `---\n\n**These notes are longer than a release can hold. The whole text is in [${FULL_NOTES}](${url}), attached to this release.**`;
    const { body } = truncateBody(text, limit, { remark, unit: "utf16" });
    const notice = `The notes have ${text.length} characters, but ${forge.kind} allows ${limit}: they were cut at the end of a block, and the full text is attached as ${FULL_NOTES}.`;
    return { body, notesAsset: [(0,packages_forge.textAsset)(FULL_NOTES, text)], notices: [notice] };
}
function assetProblems(assets, files, forge) {
    const taken = assets.slice(files.length).filter(({ name }) => files.some((file) => file.name === name));
    const problems = taken.map(({ name }) => ({
        input: "files",
        what: `one of your files and a file that this action adds would both be stored as ${name}`,
        remedy: name === CHECKSUMS ? "Set checksums to false, or remove your file." : "Rename your file.",
    }));
    if (assets.length > forge.limits.assets) {
        problems.push({
            input: "files",
            what: `the release would have ${assets.length} files; ${forge.kind} allows at most ${forge.limits.assets}`,
            remedy: "Pack several of them into an archive.",
        });
    }
    return problems;
}

;// CONCATENATED MODULE: ./actions/publish-release/report.ts

const PLAN_OUTCOMES = {
    create: "A release will be created.",
    continue: "The draft of an earlier run will be completed and published.",
    update: "The release exists and will be updated.",
    unchanged: "The release exists and is up to date: nothing to write.",
};
function printPlan(io, plan) {
    io.info(PLAN_OUTCOMES[plan.outcome]);
    for (const { method, path, what } of plan.writes)
        io.info(`  ${method} ${path}: ${what}`);
}
function planBlocks(tag, plan) {
    return [
        (0,packages_text/* heading */.R_)(`Plan for the release of ${tag}`, 3),
        (0,packages_text/* paragraph */.FY)(`Dry run, nothing was written. ${PLAN_OUTCOMES[plan.outcome]}`),
        ...(plan.writes.length === 0
            ? []
            : [
                (0,packages_text/* list */.p_)(plan.writes.map(({ what }) => what), true),
            ]),
        ...(plan.notices.length === 0 ? [] : [(0,packages_text/* list */.p_)(plan.notices)]),
    ];
}
function releaseBlocks(tag, published, notices) {
    const { title, url, assets, done, changed } = published;
    return [
        (0,packages_text/* heading */.R_)(title, 3),
        (0,packages_text/* paragraph */.FY)([changed ? "Release " : "Release, unchanged: ", (0,packages_text/* link */.nf)(tag, url)]),
        ...(assets.length === 0 ? [] : [assetTable(published)]),
        ...(notices.length === 0 ? [] : [(0,packages_text/* list */.p_)(notices)]),
        ...(done.length === 0 ? [] : [(0,packages_text/* details */.zH)("What was done", [(0,packages_text/* list */.p_)(done, true)])]),
    ];
}
function assetTable({ assets }) {
    return (0,packages_text/* table */.tp)(["File", "Size", "SHA-256"], assets.map(({ name, size, sha256, url }) => [[(0,packages_text/* link */.nf)(name, url)], (0,packages_text/* formatBytes */.z3)(size), [(0,packages_text/* code */.aY)(sha256)]]));
}

;// CONCATENATED MODULE: ./actions/publish-release/action.ts








/* harmony default export */ const publish_release_action = ((0,action/* defineAction */.QP)({
    name: "publish-release",
    description: "Publishes the release of a tag on GitHub or GitLab, with its notes and files, exactly once.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: { contents: "write" },
        gitlab: "The job token is enough. For a protected tag, whoever starts the pipeline must be allowed to create that tag.",
    },
    services: ["github", "gitlab"],
    endpoints: {
        description: ["The forge's REST API", "GitHub: the upload service named in the release (uploads.github.com)"],
        origins: targetOrigins,
        credentials: (given, host) => targetOrigins(given, host).slice(0, 1),
    },
    changes: true,
    async run(context) {
        const { inputs: given, io, signal, clock, host, endpoints } = context;
        const { tag, target } = await resolveRelease(context);
        const { network } = host;
        const { allowHttp } = given;
        const http = (0,packages_http.openHttp)({ io, signal, clock, network, endpoints, allowHttp, connections: CONNECTIONS });
        try {
            const key = packageKey(tag, target.repository);
            const token = given.token;
            const forge = (0,packages_forge.openForge)(target.forge, { ...target, http, token, package: key, signal, clock });
            return await publish(context, tag, forge);
        }
        finally {
            http.close();
        }
    },
}));
const CONNECTIONS = 8;
async function publish(context, tag, forge) {
    const { inputs: given, io, journal } = context;
    const { request, survey, plan, notices } = await planRelease(context, tag, forge);
    printPlan(io, plan);
    for (const notice of notices)
        io.notice(notice);
    if (given.dryRun) {
        if (given.summary)
            io.summary(...planBlocks(request.tag, plan));
        const urlOf = (name) => forge.assetUrl(request.tag, name);
        const assets = request.assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: urlOf(name) }));
        const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
        return { verdict, url: plan.url, assets, created: false, changed: false };
    }
    journal.intend(plan.writes.map(({ what }) => what));
    if (plan.writes.length > 0)
        journal.next("Run this job again: it looks up what exists and does only what is missing.");
    const published = await forge.publish(request, survey, journal);
    const { url, id, assets, created, changed } = published;
    if (given.summary)
        io.summary(...releaseBlocks(request.tag, published, notices));
    io.info(`${changed ? "published" : "unchanged"}: ${url}`);
    return { verdict: changed ? "done" : "unchanged", url, id, assets, created, changed };
}


/***/ })

};
;