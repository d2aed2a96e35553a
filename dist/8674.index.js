"use strict";
exports.id = 8674;
exports.ids = [8674];
exports.modules = {

/***/ 8674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ konflux_release_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/konflux/kubernetes/index.ts + 8 modules
var konflux_kubernetes = __webpack_require__(3933);
// EXTERNAL MODULE: ./packages/konflux/digest.ts
var konflux_digest = __webpack_require__(7488);
;// CONCATENATED MODULE: ./actions/konflux-release/notes.ts

const INPUT = "release-notes";
const MAX_SIZE = 256 * 1024;
const TYPES = ["RHEA", "RHBA", "RHSA"];
const TEXTS = ["synopsis", "topic", "description", "solution"];
async function readNotes(given, host, problems) {
    if (given === undefined)
        return undefined;
    const text = isPath(given) ? await read(given, host, problems) : given;
    const parsed = text === undefined ? undefined : await parse(text, problems);
    if (parsed === undefined)
        return undefined;
    const inner = isMap(parsed["releaseNotes"]) && Object.keys(parsed).length === 1 ? parsed["releaseNotes"] : parsed;
    const notes = Object.fromEntries(Object.entries(inner).filter(([, value]) => !isEmpty(value)));
    check(notes, problems);
    return Object.keys(notes).length === 0 ? undefined : notes;
}
function isPath(given) {
    return !given.includes("\n") && /\.(?:ya?ml|json)$/.test(given) && !given.includes(": ");
}
async function read(path, host, problems) {
    const { readWorkspaceFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1458));
    try {
        return (await readWorkspaceFile(host, path, { maxBytes: MAX_SIZE, typed: true })).toString("utf8");
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        problems.push(...(0,action/* toProblems */.ek)(error, INPUT));
        return undefined;
    }
}
async function parse(text, problems) {
    const { readStrictly } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const remedy = "Write a map such as {type: RHEA, synopsis: …, topic: …}.";
    const problem = (what) => void problems.push({ input: INPUT, what: `${INPUT} ${what}`, remedy });
    if (text.length > MAX_SIZE)
        return problem("is too large or nested too deeply");
    const { value, faults } = readStrictly(text);
    const [fault] = faults;
    if (fault === undefined)
        return isMap(value) ? value : problem("is not a map");
    if (fault.kind === "deep")
        return problem("is too large or nested too deeply");
    return problem(fault.kind === "alias" ? "contains an alias, which is not allowed" : `cannot be read: ${fault.message}`);
}
function check(notes, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what: `${INPUT}: ${what}`, remedy });
    const { type, references, cves, issues } = notes;
    if (type !== undefined && !TYPES.some((known) => known === type))
        problem("type is not a valid advisory type", `Use one of ${TYPES.join(", ")}.`);
    for (const key of TEXTS)
        if (notes[key] !== undefined && typeof notes[key] !== "string")
            problem(`${key} is not a string`, "Quote it.");
    if (references !== undefined && !isListOf(references, (entry) => typeof entry === "string")) {
        problem("references is not a list of URLs", "Write - https://…, one per line.");
    }
    if (cves !== undefined && !isListOf(cves, (entry) => isMap(entry) && typeof entry["key"] === "string")) {
        problem("cves is not a list of maps with a key", "Write - {key: CVE-2025-1234, component: app}.");
    }
    const fixed = isMap(issues) ? issues["fixed"] : undefined;
    if (issues !== undefined && !isListOf(fixed, (entry) => isMap(entry) && typeof entry["id"] === "string")) {
        problem("issues.fixed is not a list of maps with an id", "Write issues: {fixed: [{id: AAP-123, source: issues.example.com}]}.");
    }
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isListOf(value, fits) {
    return Array.isArray(value) && value.every(fits);
}
function isEmpty(value) {
    return (value === undefined ||
        value === null ||
        value === "" ||
        (Array.isArray(value) && value.length === 0) ||
        (isMap(value) && Object.keys(value).length === 0));
}

;// CONCATENATED MODULE: ./actions/konflux-release/inputs.ts




const inputs = {
    server: (0,action/* text */.Qq)({
        address: true,
        description: "API server of the cluster that runs Konflux.",
        optional: true,
        example: "https://api.cluster.example:6443",
        gitlab: "KONFLUX_SERVER",
    }),
    token: (0,action/* text */.Qq)({
        description: "Token of a service account in the tenant.",
        optional: true,
        credential: "service",
        gitlab: "KONFLUX_TOKEN",
    }),
    "certificate-authority": (0,action/* text */.Qq)({
        description: "Certificate authority of the server: PEM, or base64-encoded PEM. Default: the system's authorities.",
        optional: true,
        gitlab: "KONFLUX_CERTIFICATE_AUTHORITY",
    }),
    kubeconfig: (0,action/* text */.Qq)({
        description: "Content of a kubeconfig, instead of server, token and certificate-authority. Programs and files that it names are never run or read.",
        optional: true,
        secret: true,
        gitlab: "KONFLUX_KUBECONFIG",
    }),
    namespace: (0,action/* text */.Qq)({ description: "Namespace of the tenant.", default: "aap-aa-tenant" }),
    application: (0,action/* text */.Qq)({
        description: "Application or component group to release. Default: the one the Snapshot belongs to.",
        optional: true,
        example: "aap-aa-main",
    }),
    component: (0,action/* text */.Qq)({
        description: "Component whose commit is released.",
        optional: true,
        example: "automation-analytics-backend-main",
    }),
    "commit-sha": (0,action/* text */.Qq)({
        description: "Commit to release, 40 hex digits. Its Snapshot is the one of a push in which the component has this revision.",
        optional: true,
    }),
    image: (0,action/* text */.Qq)({
        address: true,
        description: "Verified image, by digest. The Snapshot must contain it.",
        optional: true,
        example: "quay.io/org/app@sha256:…",
    }),
    snapshot: (0,action/* text */.Qq)({ description: "Name of the Snapshot, instead of looking it up by commit.", optional: true }),
    "release-plan": (0,action/* text */.Qq)({
        description: "Name of the ReleasePlan. Default: the only one that accepts releases of the application.",
        optional: true,
    }),
    "wait-for-snapshot": (0,action/* duration */.p0)({ description: "Maximum time to wait for the commit's Snapshot.", default: "0" }),
    "wait-for-tests": (0,action/* duration */.p0)({ description: "Maximum time to wait for the Snapshot's tests.", default: "0" }),
    timeout: (0,action/* duration */.p0)({ description: "Maximum time to follow the release.", default: "1h" }),
    interval: (0,action/* duration */.p0)({
        description: "Polling interval while waiting, and for the release if watching is not available.",
        default: "30s",
    }),
    "retry-failed": (0,action/* flag */.Jt)({ description: "Make another attempt if the release failed before.", default: false }),
    "release-notes": (0,action/* text */.Qq)({
        description: "Release notes for the advisory: YAML, or the path of a YAML file.",
        optional: true,
        example: "release-notes.yml",
    }),
    "grace-period-days": (0,action/* integer */.nd)({
        description: "Number of days to keep the Release. Default: the plan's.",
        optional: true,
    }),
};
const outputs = {
    release: action/* output */.CG.text("Name of the Release."),
    snapshot: action/* output */.CG.text("Name of the Snapshot."),
    status: action/* output */.CG.text("pending, running, succeeded, failed, timeout, or unclear if the outcome of the Release is not known; empty if nothing was released."),
    "already-released": action/* output */.CG.flag("Whether this plan had released the Snapshot before."),
    created: action/* output */.CG.flag("Whether this run created the Release."),
    target: action/* output */.CG.text("Target namespace of the release."),
    "pipeline-runs": action/* output */.CG.json("Pipeline runs, each with its phase and its namespace/name."),
    artifacts: action/* output */.CG.json("Artifacts that the release pipeline reports."),
    "advisory-url": action/* output */.CG.text("URL of the advisory."),
    duration: action/* output */.CG.integer("Seconds from the start to the end of the release."),
};
async function readRequest(inputs, host) {
    const { namespace, application, component, commitSha, image, snapshot, releasePlan, gracePeriodDays } = inputs;
    const problems = [];
    const access = await (0,konflux_kubernetes/* accessOf */.YK)(inputs, problems);
    problems.push(...nameProblems({ namespace, application, component, snapshot, "release-plan": releasePlan }), ...selectionProblems(inputs), ...limitProblems(inputs));
    const notes = await readNotes(inputs.releaseNotes, host, problems);
    if (access === undefined || problems.length > 0)
        throw (0,action/* invalidWith */.E$)(problems);
    const digest = image === undefined ? undefined : (0,konflux_digest/* digestOf */.o)(image);
    const criteria = { component, commit: commitSha, digest, owner: application };
    return { access, namespace, snapshot, criteria, plan: releasePlan, notes, gracePeriodDays };
}
function selectionProblems({ component, commitSha, image, snapshot }) {
    const problems = [];
    if (snapshot === undefined) {
        const remedy = "Set component and commit-sha to look up the Snapshot, or snapshot.";
        if (component === undefined)
            problems.push({ input: "component", what: "component is missing", remedy });
        if (commitSha === undefined)
            problems.push({ input: "commit-sha", what: "commit-sha is missing", remedy });
    }
    if (snapshot !== undefined && /^[0-9a-f]{40}$/.test(snapshot)) {
        problems.push({
            input: "snapshot",
            what: `${snapshot} is a commit, not the name of a Snapshot`,
            remedy: "Set it as commit-sha, together with component: the Snapshot is then looked up.",
        });
    }
    if (commitSha !== undefined && !/^[0-9a-f]{40}$/.test(commitSha)) {
        problems.push({
            input: "commit-sha",
            what: `commit-sha must be a full commit ID, 40 lower-case hex digits; given: ${(0,action/* quote */.hD)(commitSha)}`,
            remedy: "git rev-parse prints the full ID.",
        });
    }
    if (image !== undefined && (0,konflux_digest/* digestOf */.o)(image) === undefined) {
        problems.push({
            input: "image",
            what: `image must end with @sha256: and 64 hex digits; given: ${(0,action/* quote */.hD)(image)}`,
            remedy: "Use the output image of quay-verify: a tag can move after it was verified.",
        });
    }
    if ((image !== undefined || commitSha !== undefined) && component === undefined && snapshot !== undefined) {
        problems.push({
            input: "component",
            what: "image and commit-sha cannot be checked without component",
            remedy: "Set component, too.",
        });
    }
    return problems;
}
function limitProblems({ gracePeriodDays, interval }) {
    const problems = [];
    if (gracePeriodDays !== undefined && gracePeriodDays > 365) {
        const what = `grace-period-days must be at most 365; given: ${gracePeriodDays}`;
        problems.push({ input: "grace-period-days", what, remedy: "Set 365 or less." });
    }
    if (interval < 1)
        problems.push({ input: "interval", what: "interval must be greater than 0", remedy: "Set 5s or more." });
    return problems;
}
function nameProblems(names) {
    return Object.entries(names).flatMap(([input, name]) => {
        if (name === undefined || (input === "component" ? (0,konflux_kubernetes/* isSubdomain */.J4)(name) && name.length <= 63 : (0,konflux_kubernetes/* isName */.Eo)(name)))
            return [];
        return [
            {
                input,
                what: `${input} ${(0,action/* quote */.hD)(name)} is not a valid Kubernetes name`,
                remedy: "Names consist of lower-case letters, digits and dashes, at most 63 characters (RFC 1123).",
            },
        ];
    });
}

;// CONCATENATED MODULE: ./actions/konflux-release/action.ts




/* harmony default export */ const konflux_release_action = ((0,action/* defineAction */.QP)({
    name: "konflux-release",
    description: "Releases a commit through Konflux: finds its Snapshot, checks its tests and its ReleasePlan, creates one Release and follows it to completion.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: {},
        gitlab: "None. Konflux: get and list on snapshots, list on releaseplans, get, list, watch and create on releases, of appstudio.redhat.com in the namespace.",
    },
    endpoints: {
        description: ["The Kubernetes API server in server or kubeconfig"],
        origins: ({ server }) => [server],
    },
    services: ["kubernetes", "quay"],
    changes: true,
    async run(context) {
        const { io, signal, clock, host } = context;
        const request = await readRequest(context.inputs, host);
        const [{ applyDecision }, { decideRelease }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(5374), __webpack_require__.e(5222)]).then(__webpack_require__.bind(__webpack_require__, 5222)), Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(5374), __webpack_require__.e(3295)]).then(__webpack_require__.bind(__webpack_require__, 3295))]);
        const { access, namespace } = request;
        const { server, authority: authorities } = access;
        const http = (0,packages_http.openHttp)({ io, signal, clock, network: host.network, endpoints: [server], authorities });
        try {
            const kubernetes = (0,konflux_kubernetes/* openKubernetes */.JO)({ http, access, namespace });
            const run = { context, kubernetes, request };
            return await applyDecision(run, await decideRelease(run));
        }
        finally {
            http.close();
        }
    },
}));


/***/ }),

/***/ 7488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
function digestOf(image) {
    return /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}


/***/ }),

/***/ 9058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkToken),
/* harmony export */   v: () => (/* binding */ authorityOf)
/* harmony export */ });
function checkToken(token, input, problems) {
    if (token !== "" && token.length <= 16_384 && /^[\x21-\x7e]+$/.test(token))
        return;
    const remedy = "Check the secret; often a line break was pasted at the end.";
    problems.push({
        input,
        what: "the token contains a space, a line break or another character that is not valid in a token",
        remedy,
    });
}
function authorityOf(given, input, problems) {
    if (given === undefined)
        return undefined;
    const begins = "-----BEGIN CERTIFICATE-----";
    if (given.includes(begins))
        return given;
    const decoded = /^[A-Za-z0-9+/=\s]*$/.test(given) ? Buffer.from(given, "base64").toString("latin1") : "";
    if (decoded.includes(begins))
        return decoded;
    const remedy = "Set the certificate itself, not a path: certificate-authority-data from a kubeconfig, or the content of the PEM file.";
    problems.push({ input, what: "the certificate authority is neither PEM nor base64-encoded PEM", remedy });
    return undefined;
}


/***/ }),

/***/ 3933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YK: () => (/* reexport */ accessOf),
  CT: () => (/* reexport */ createdAt),
  eZ: () => (/* reexport */ isLabelValue),
  Eo: () => (/* reexport */ isName),
  J4: () => (/* reexport */ isSubdomain),
  wb: () => (/* reexport */ labelSelector),
  JO: () => (/* reexport */ openKubernetes)
});

// EXTERNAL MODULE: ./packages/konflux/kubernetes/authority.ts
var kubernetes_authority = __webpack_require__(9058);
;// CONCATENATED MODULE: ./packages/konflux/kubernetes/access.ts

async function accessOf(inputs, problems) {
    const { server, token, certificateAuthority, kubeconfig } = inputs;
    const before = problems.length;
    if (kubeconfig === undefined) {
        const remedy = "Set server and token, or kubeconfig. A kubeconfig on the machine is not used.";
        if (server === undefined)
            problems.push({ input: "server", what: "server is missing", remedy });
        if (token === undefined)
            problems.push({ input: "token", what: "token is missing", remedy: "Set the token of a service account." });
        const authority = (0,kubernetes_authority/* authorityOf */.v)(certificateAuthority, "certificate-authority", problems);
        if (server !== undefined)
            checkServer(server, "server", problems);
        if (token !== undefined)
            (0,kubernetes_authority/* checkToken */.S)(token, "token", problems);
        return problems.length > before ? undefined : { server: server, token: token, authority };
    }
    const others = Object.entries({ server, token, "certificate-authority": certificateAuthority }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (others.length > 0) {
        problems.push({
            input: "kubeconfig",
            what: `kubeconfig cannot be combined with ${others.join(", ")}`,
            remedy: "Set one or the other.",
        });
    }
    const { readKubeconfig } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8716)]).then(__webpack_require__.bind(__webpack_require__, 8716));
    const read = readKubeconfig(kubeconfig, problems);
    return problems.length > before ? undefined : read;
}
function checkServer(server, input, problems) {
    if (server.startsWith("https://") || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?(?:\/|$)/.test(server))
        return;
    problems.push({
        input,
        what: `${input} must start with https://`,
        remedy: "Set the address that kubectl cluster-info shows.",
    });
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/konflux/kubernetes/list.ts

const PAGE = 250;
const MAX_PAGES = 200;
const BEGINNINGS = 3;
async function listAll(options) {
    for (let beginning = 1; beginning <= BEGINNINGS; beginning += 1) {
        const items = await walk(options);
        if (items !== undefined)
            return items;
    }
    throw (0,action/* undecided */.oo)(`the list of ${options.resource.plural} expired ${BEGINNINGS} times before it was read to its end`, {
        remedy: "Try again later: the server is busy.",
    });
}
async function walk(options) {
    const items = [];
    let token;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const read = await readPage(options, token);
        if (read === undefined)
            return undefined;
        items.push(...read.items);
        if (read.next === undefined)
            return items;
        if (read.next === token)
            throw (0,action/* undecided */.oo)(`the list of ${options.resource.plural} repeats a page`);
        token = read.next;
    }
    throw (0,action/* undecided */.oo)(`the list of ${options.resource.plural} has more than ${MAX_PAGES} pages`, {
        remedy: "Delete objects that nobody needs any more.",
    });
}
async function readPage({ api, resource, selection, path, permission, notServed }, token) {
    const reply = await api.read({
        path,
        query: { labelSelector: selection.labels, fieldSelector: selection.fields, limit: PAGE, continue: token },
        expect: [200, 404, 410],
        permission,
    });
    if (reply.status === 410)
        return undefined;
    if (reply.status === 404)
        throw notServed();
    const { listOf } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
    return reply.json(listOf(resource));
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/token.ts

function subjectOf(token) {
    const [, payload, signature, ...more] = token.split(".");
    if (payload === undefined || signature === undefined || more.length > 0)
        return undefined;
    try {
        const { sub } = (0,http.parseJson)(Buffer.from(payload, "base64url").toString("utf8"));
        return typeof sub === "string" && sub !== "" ? sub : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/watch.ts


const MAX_LINE = 4 * 1024 * 1024;
const SERVER_SECONDS = 600;
async function* watchObject(options) {
    const { api, resource, name, path, resourceVersion, signal, permission } = options;
    const lines = api.lines({
        path,
        query: {
            watch: true,
            fieldSelector: `metadata.name=${name}`,
            resourceVersion,
            allowWatchBookmarks: true,
            timeoutSeconds: SERVER_SECONDS,
        },
        maxBytes: MAX_LINE,
        permission,
        signal,
    });
    try {
        for await (const line of lines) {
            const event = await eventOf(line, resource, name);
            if (event !== undefined)
                yield event;
            if (event?.type === "expired")
                return;
        }
    }
    catch (error) {
        if (error instanceof http.HttpError && error.status === 410)
            return yield { type: "expired" };
        throw error;
    }
}
async function eventOf(line, resource, name) {
    const { objectOf, Status, WatchLine } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
    const what = `the watch of ${resource.kind} ${name}`;
    const { type, object } = readPart(what, () => (0,http.readAs)(WatchLine, (0,http.parseJson)(line)));
    if (type === "BOOKMARK")
        return undefined;
    if (type === "ERROR") {
        const status = Status.safeParse(object).data;
        if (status?.code === 410)
            return { type: "expired" };
        throw (0,action/* undecided */.oo)(`${what} ended with an error: ${status?.message ?? "without a message"}`);
    }
    const read = readPart(what, () => (0,http.readAs)(objectOf(resource), object));
    if (read.metadata.name !== name)
        return undefined;
    return { type: type === "DELETED" ? "deleted" : "changed", object: read };
}
function readPart(what, read) {
    try {
        return read();
    }
    catch (cause) {
        throw (0,action/* undecided */.oo)(`${what} is not from Kubernetes: ${cause.message}`, {
            remedy: "Check the address: a proxy or a sign-in page may be answering instead of the server.",
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/client.ts





const MAX_BYTES = 64 * 1024 * 1024;
const GROUP = /^[a-z0-9.-]+$/;
function openKubernetes({ http, access, namespace }) {
    const credential = { header: "authorization", value: `Bearer ${access.token}` };
    const api = http.api(access.server, { credential, maxBytes: MAX_BYTES });
    const pathOf = ({ group, version, plural }, ...more) => {
        if (!GROUP.test(group))
            throw (0,action/* invalid */.Gq)(`${group} is not an API group`);
        return ["apis", group, version, "namespaces", namespace, plural, ...more];
    };
    const allowed = (verb, { group, plural }) => `the verb ${verb} on ${plural}.${group} in the namespace ${namespace}`;
    async function get(resource, name) {
        const reply = await api.read({
            path: pathOf(resource, name),
            expect: [200, 404],
            permission: allowed("get", resource),
        });
        if (reply.status === 404)
            return missing(reply, resource, name);
        return readNamed(reply, resource, name);
    }
    async function missing(reply, resource, name) {
        const status = await statusOf(reply);
        if (status?.reason === "NotFound" && status.details?.name === name)
            return undefined;
        throw notServed(access.server, resource);
    }
    async function create(resource, manifest, { what, adopt }) {
        let doubted = false;
        const { value, outcome } = await api.write({
            method: "POST",
            path: pathOf(resource),
            query: { fieldValidation: "Strict" },
            json: bodyOf(resource, namespace, manifest),
            what,
            expect: [201],
            exists: [409],
            permission: allowed("create", resource),
            accept: (reply) => readNamed(reply, resource, manifest.name),
            readBack: (inDoubt) => {
                doubted ||= inDoubt;
                return adopted(resource, manifest.name, adopt);
            },
        });
        return { object: value, outcome: doubted ? "written" : outcome };
    }
    async function adopted(resource, name, adopt) {
        const found = await get(resource, name);
        if (found !== undefined)
            adopt(found);
        return found;
    }
    async function rehearse(resource, manifest, { what, adopt }) {
        const reply = await api.read({
            method: "POST",
            path: pathOf(resource),
            query: { dryRun: "All", fieldValidation: "Strict" },
            json: bodyOf(resource, namespace, manifest),
            expect: [201, 409],
            permission: allowed("create", resource),
        });
        if (reply.status === 201) {
            const { kindOf } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
            return void reply.json(kindOf(resource));
        }
        if ((await adopted(resource, manifest.name, adopt)) !== undefined)
            return;
        throw (0,action/* refused */.J5)(`the server would not accept ${what}: ${(await statusOf(reply))?.message ?? "a conflict"}`, {
            remedy: "Try again: another object of this name may be in deletion.",
        });
    }
    async function whoAmI() {
        const path = ["apis", "authentication.k8s.io", "v1", "selfsubjectreviews"];
        const json = { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" };
        const reply = await api.read({ method: "POST", path, json, expect: [200, 201, 403, 404, 405, 406] });
        if (reply.status > 201)
            return subjectOf(access.token);
        const { SelfSubjectReview } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
        return reply.json(SelfSubjectReview).status.userInfo.username;
    }
    return {
        server: access.server,
        namespace,
        get,
        create,
        rehearse,
        whoAmI,
        list: (resource, selection = {}) => listAll({
            api,
            resource,
            selection,
            path: pathOf(resource),
            permission: allowed("list", resource),
            notServed: () => notServed(access.server, resource),
        }),
        watch: (resource, name, resourceVersion, given) => watchObject({
            api,
            resource,
            name,
            path: pathOf(resource),
            resourceVersion,
            signal: given,
            permission: allowed("watch", resource),
        }),
    };
}
function bodyOf({ group, version, kind }, namespace, { name, labels, annotations, spec }) {
    return {
        apiVersion: `${group}/${version}`,
        kind,
        metadata: {
            name,
            namespace,
            ...(labels !== undefined && { labels }),
            ...(annotations !== undefined && { annotations }),
        },
        spec,
    };
}
async function readNamed(reply, resource, name) {
    const { objectNamed } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
    return reply.json(objectNamed(resource, name));
}
async function statusOf(reply) {
    const { Status } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9476)]).then(__webpack_require__.bind(__webpack_require__, 9476));
    try {
        return reply.json(Status);
    }
    catch (error) {
        if (error instanceof http.HttpError)
            return undefined;
        throw error;
    }
}
function notServed(server, { kind, group, version }) {
    return (0,action/* undecided */.oo)(`the server at ${new URL(server).host} does not know ${kind} of ${group}/${version}`, {
        remedy: "Check the server's address: it must be the API server of the cluster that Konflux runs on.",
    });
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/object.ts
function createdAt({ metadata }) {
    const time = Date.parse(metadata.creationTimestamp ?? "");
    return Number.isNaN(time) ? undefined : time;
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/names.ts
function isName(text) {
    return text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}
function isSubdomain(text) {
    return text.length <= 253 && text.split(".").every(isName);
}
function isLabelValue(text) {
    return text.length <= 63 && /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(text);
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/selector.ts


function labelSelector(requirements) {
    return Object.entries(requirements)
        .map(([key, wanted]) => requirement(key, wanted))
        .join(",");
}
function requirement(key, wanted) {
    if (wanted === undefined)
        return `!${key}`;
    if (typeof wanted === "string")
        return `${key}=${checked(key, wanted)}`;
    return `${key} in (${wanted.map((value) => checked(key, value)).join(",")})`;
}
function checked(key, value) {
    if (value !== "" && isLabelValue(value))
        return value;
    throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(value)} cannot be the value of the label ${key}`, {
        remedy: "Labels have at most 63 letters, digits, dots, dashes and underscores.",
    });
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/index.ts








/***/ })

};
;