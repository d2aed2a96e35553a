"use strict";
exports.id = 5784;
exports.ids = [5784];
exports.modules = {

/***/ 5784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ konflux_release_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
;// CONCATENATED MODULE: ./packages/konflux/conditions.ts
function fields(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function textOf(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function conditionsOf(status) {
    return listOf(fields(status)["conditions"]).flatMap((entry) => {
        const { type, status: state, reason, message, observedGeneration } = fields(entry);
        if (typeof type !== "string" || (state !== "True" && state !== "False" && state !== "Unknown"))
            return [];
        return [
            {
                type,
                status: state,
                reason: typeof reason === "string" ? reason : "",
                message: typeof message === "string" ? message : "",
                observedGeneration: typeof observedGeneration === "number" ? observedGeneration : undefined,
            },
        ];
    });
}
function conditionOf(conditions, type, generation) {
    const found = conditions.filter((condition) => condition.type === type);
    const [first] = found;
    if (first === undefined || found.length > 1)
        return undefined;
    const { observedGeneration } = first;
    if (generation === undefined || observedGeneration === undefined || observedGeneration === 0)
        return first;
    return observedGeneration < generation ? undefined : first;
}

;// CONCATENATED MODULE: ./packages/konflux/labels.ts
const RELEASE = "release.appstudio.openshift.io";
const TEST = "test.appstudio.openshift.io";
const BUILD = "pac.test.appstudio.openshift.io";
const COMPONENT_LABEL = "appstudio.openshift.io/component";
const COMMIT_LABEL = `${BUILD}/sha`;
const EVENT_LABEL = `${BUILD}/event-type`;
const PULL_REQUEST_LABEL = `${BUILD}/pull-request`;
const SOURCE_BRANCH_ANNOTATION = `${BUILD}/source-branch`;
const SNAPSHOT_TYPE_LABEL = `${TEST}/type`;
const BUILD_START = `${TEST}/pipelinerunstarttime`;
const SCENARIOS_ANNOTATION = `${TEST}/status`;
const RELEASE_SNAPSHOT_LABEL = `${RELEASE}/snapshot`;
const RELEASE_PLAN_LABEL = `${RELEASE}/releasePlan`;
const AUTHOR_LABEL = `${RELEASE}/author`;
const AUTO_RELEASE = `${RELEASE}/auto-release`;
function authorLabel(user) {
    return user
        .replaceAll(":", "_")
        .replace("@", ".")
        .slice(0, 63)
        .replace(/[^A-Za-z0-9]+$/, "");
}

// EXTERNAL MODULE: ./packages/konflux/kubernetes/access.ts
var kubernetes_access = __webpack_require__(8341);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
;// CONCATENATED MODULE: ./packages/konflux/kubernetes/object.ts


const readMetadata = (0,packages_http/* shape */.cW)({
    name: packages_http/* text */.Qq,
    namespace: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    uid: packages_http/* text */.Qq,
    resourceVersion: packages_http/* text */.Qq,
    generation: (0,packages_http/* maybe */.no)(packages_http/* count */.U9),
    creationTimestamp: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    deletionTimestamp: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
    labels: readTexts,
    annotations: readTexts,
});
function readTexts(value, path) {
    const read = Object.create(null);
    if (value === undefined || value === null)
        return read;
    if (typeof value !== "object" || Array.isArray(value))
        throw mismatch(path, "an object");
    for (const [key, entry] of Object.entries(value))
        read[key] = (0,packages_http/* text */.Qq)(entry, `${path}.${key}`);
    return read;
}
function readObject(value, resource) {
    const fields = fieldsOf(value, "");
    checkKind(fields, resource);
    const metadata = readMetadata(fields["metadata"], "metadata");
    if (metadata.uid === "" || metadata.resourceVersion === "")
        throw mismatch("metadata", "that of a stored object");
    return { metadata, spec: fields["spec"], status: fields["status"] };
}
function checkKind(value, { group, version, kind }) {
    const fields = fieldsOf(value, "");
    const apiVersion = `${group}/${version}`;
    if (fields["kind"] !== undefined && fields["kind"] !== kind)
        throw mismatch("kind", kind);
    if (fields["apiVersion"] !== undefined && fields["apiVersion"] !== apiVersion)
        throw mismatch("apiVersion", apiVersion);
}
function readStatus(value) {
    if (typeof value !== "object" || value === null || value["kind"] !== "Status")
        return undefined;
    const read = (0,packages_http/* shape */.cW)({
        code: (0,packages_http/* maybe */.no)(packages_http/* count */.U9),
        reason: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
        message: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq),
        details: (0,packages_http/* maybe */.no)((0,packages_http/* shape */.cW)({ name: (0,packages_http/* maybe */.no)(packages_http/* text */.Qq) })),
    });
    try {
        const { code, reason, message, details } = read(value, "");
        return { code, reason, message, name: details?.name };
    }
    catch {
        return undefined;
    }
}
function fieldsOf(value, path) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    throw mismatch(path, "an object");
}
function mismatch(path, wanted) {
    return Object.assign(new Error(`should be ${wanted}`), { path });
}
function readAs(what, read) {
    try {
        return read();
    }
    catch (error) {
        const { message, path = "" } = error;
        throw (0,action/* undecided */.oo)(`the answer for ${what} is not Kubernetes's: ${path === "" ? "it" : path} ${message}`, {
            remedy: "Check the address: a proxy or a sign-in page may be answering in the server's place.",
            cause: error,
        });
    }
}
function createdAt({ metadata }) {
    const time = Date.parse(metadata.creationTimestamp ?? "");
    return Number.isNaN(time) ? undefined : time;
}

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
            throw (0,action/* undecided */.oo)(`the list of ${options.resource.plural} goes in a circle`);
        token = read.next;
    }
    throw (0,action/* undecided */.oo)(`the list of ${options.resource.plural} has more than ${MAX_PAGES} pages`, {
        remedy: "Delete what is no longer needed.",
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
    return readAs(resource.plural, () => {
        const fields = fieldsOf(reply.json(), "");
        if (fields["kind"] !== `${resource.kind}List`)
            throw mismatch("kind", `${resource.kind}List`);
        const items = fields["items"];
        if (!Array.isArray(items))
            throw mismatch("items", "a list");
        const next = fieldsOf(fields["metadata"], "metadata")["continue"];
        return {
            items: items.map((item) => readObject(item, resource)),
            next: typeof next === "string" && next !== "" ? next : undefined,
        };
    });
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/token.ts

function subjectOf(token) {
    const [, payload, signature, ...more] = token.split(".");
    if (payload === undefined || signature === undefined || more.length > 0)
        return undefined;
    try {
        const { sub } = (0,packages_http/* parseJson */.qF)(Buffer.from(payload, "base64url").toString("utf8"));
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
            const event = eventOf(line, resource, name);
            if (event !== undefined)
                yield event;
            if (event?.type === "expired")
                return;
        }
    }
    catch (error) {
        if (error instanceof packages_http/* HttpError */.j$ && error.status === 410)
            return yield { type: "expired" };
        throw error;
    }
}
function eventOf(line, resource, name) {
    return readAs(`the watch of ${resource.kind} ${name}`, () => {
        const { type, object } = fieldsOf((0,packages_http/* parseJson */.qF)(line), "");
        if (type === "BOOKMARK")
            return undefined;
        if (type === "ERROR")
            return errorOf(object, resource, name);
        const read = readObject(object, resource);
        if (read.metadata.name !== name)
            return undefined;
        return { type: type === "DELETED" ? "deleted" : "changed", object: read };
    });
}
function errorOf(object, resource, name) {
    const status = readStatus(object);
    if (status?.code === 410)
        return { type: "expired" };
    throw (0,action/* undecided */.oo)(`the watch of ${resource.kind} ${name} ended with an error: ${status?.message ?? "without a message"}`);
}

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/client.ts






const MAX_BYTES = 64 * 1024 * 1024;
const GROUP = /^[a-z0-9.-]+$/;
function openKubernetes(options) {
    const { access, namespace, io, signal, clock, network, random } = options;
    const http = (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network,
        random,
        endpoints: [access.server],
        authorities: access.authority,
    });
    const credential = { header: "authorization", value: `Bearer ${access.token}` };
    const api = http.api(access.server, { credential, maxBytes: MAX_BYTES });
    const pathOf = ({ group, version, plural }, ...more) => {
        if (!GROUP.test(group))
            throw (0,action/* invalid */.Gq)(`${group} is no API group`);
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
    function missing(reply, resource, name) {
        const status = statusOf(reply);
        if (status?.reason === "NotFound" && status.name === name)
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
        if (reply.status === 201)
            return readAs(what, () => checkKind(reply.json(), resource));
        if ((await adopted(resource, manifest.name, adopt)) !== undefined)
            return;
        throw (0,action/* refused */.J5)(`the server would not take ${what}: ${statusOf(reply)?.message ?? "a conflict"}`, {
            remedy: "Try again: another object may be on its way out.",
        });
    }
    async function whoAmI() {
        const path = ["apis", "authentication.k8s.io", "v1", "selfsubjectreviews"];
        const json = { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" };
        const reply = await api.read({ method: "POST", path, json, expect: [200, 201, 403, 404, 405, 406] });
        if (reply.status > 201)
            return subjectOf(access.token);
        return readAs("the caller's name", () => {
            const userInfo = fieldsOf(fieldsOf(fieldsOf(reply.json(), "")["status"], "status")["userInfo"], "status.userInfo");
            return typeof userInfo["username"] === "string" ? userInfo["username"] : undefined;
        });
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
        close: http.close,
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
function readNamed(reply, resource, name) {
    const object = readAs(`${resource.kind} ${name}`, () => readObject(reply.json(), resource));
    if (object.metadata.name === name)
        return object;
    throw (0,action/* undecided */.oo)(`${resource.kind} ${name} was asked for and ${object.metadata.name} came`, {
        remedy: "Check the address: something else than Kubernetes may be answering.",
    });
}
function statusOf(reply) {
    try {
        return readStatus(reply.json());
    }
    catch (error) {
        if (error instanceof packages_http/* HttpError */.j$)
            return undefined;
        throw error;
    }
}
function notServed(server, { kind, group, version }) {
    return (0,action/* undecided */.oo)(`the server at ${new URL(server).host} does not know ${kind} of ${group}/${version}`, {
        remedy: "Check the server's address: it has to be the API server of the cluster that Konflux runs on.",
    });
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







;// CONCATENATED MODULE: ./packages/konflux/release.ts


const PHASES = [
    ["Validated", "validation"],
    ["TenantCollectorsPipelineProcessed", "tenant collectors pipeline"],
    ["ManagedCollectorsPipelineProcessed", "managed collectors pipeline"],
    ["TenantPipelineProcessed", "tenant pipeline"],
    ["ManagedPipelineProcessed", "managed pipeline"],
    ["FinalPipelineProcessed", "final pipeline"],
];
function readRelease(object) {
    const { name, uid, resourceVersion, generation, deletionTimestamp } = object.metadata;
    const { snapshot, releasePlan, data, gracePeriodDays } = fields(object.spec);
    const status = fields(object.status);
    return {
        name,
        uid,
        resourceVersion,
        generation,
        createdAt: createdAt(object) ?? 0,
        leaving: deletionTimestamp !== undefined,
        snapshot: textOf(snapshot) ?? "",
        plan: textOf(releasePlan) ?? "",
        data,
        gracePeriodDays: typeof gracePeriodDays === "number" ? gracePeriodDays : undefined,
        conditions: conditionsOf(status),
        attempts: listOf(status["managedPipelineAttempts"]).map(attemptOf),
        status,
    };
}
function attemptOf(entry) {
    const { pipelineRun, status, failureReason, lastTask, lastStep } = fields(entry);
    return {
        pipelineRun: textOf(pipelineRun),
        status: textOf(status) ?? "",
        failureReason: textOf(failureReason),
        lastTask: textOf(lastTask),
        lastStep: textOf(lastStep),
    };
}
function stateOf({ conditions, generation }) {
    if (!conditions.some(({ type }) => type === "Released"))
        return "pending";
    const released = conditionOf(conditions, "Released", generation);
    if (released === undefined || released.status === "Unknown")
        return "running";
    if (released.status === "True")
        return released.reason === "Succeeded" ? "succeeded" : "unclear";
    return released.reason === "Progressing" ? "running" : "failed";
}
function isFinished(state) {
    return state === "succeeded" || state === "failed" || state === "unclear";
}
function progressOf(release) {
    const lines = new Map();
    for (const [type, phase] of PHASES) {
        const condition = conditionOf(release.conditions, type, release.generation);
        if (condition === undefined)
            continue;
        const run = condition.reason === "Skipped" ? undefined : pipelineRunOf(release, type);
        lines.set(phase, `${phase}: ${condition.reason.toLowerCase() || condition.status}${run === undefined ? "" : ` (${run})`}`);
        if (type === "ManagedPipelineProcessed")
            attemptLines(release).forEach((line, at) => lines.set(`attempt ${at}`, line));
    }
    return lines;
}
function attemptLines({ attempts }) {
    return attempts.map((attempt, at) => `managed pipeline, attempt ${at + 1}: ${describeAttempt(attempt)}`);
}
function describeAttempt({ status, pipelineRun, failureReason, lastTask, lastStep }) {
    const place = lastTask === undefined ? "" : ` in the task ${lastTask}${lastStep === undefined ? "" : `, step ${lastStep}`}`;
    const why = failureReason === undefined ? "" : `, ${failureReason}`;
    return `${status.toLowerCase()}${why}${place}${pipelineRun === undefined ? "" : ` (${pipelineRun})`}`;
}
function pipelineRunOf({ status, attempts }, type) {
    const collectors = fields(status["collectorsProcessing"]);
    switch (type) {
        case "TenantCollectorsPipelineProcessed":
            return runIn(collectors["tenantCollectorsProcessing"]);
        case "ManagedCollectorsPipelineProcessed":
            return runIn(collectors["managedCollectorsProcessing"]);
        case "TenantPipelineProcessed":
            return runIn(status["tenantProcessing"]);
        case "ManagedPipelineProcessed":
            return attempts.at(-1)?.pipelineRun ?? runIn(status["managedProcessing"]);
        case "FinalPipelineProcessed":
            return runIn(status["finalProcessing"]);
        default:
            return undefined;
    }
}
function runIn(processing) {
    return textOf(fields(processing)["pipelineRun"]);
}
function pipelineRunsOf(release) {
    return PHASES.flatMap(([type, phase]) => {
        const last = pipelineRunOf(release, type);
        const all = type === "ManagedPipelineProcessed" ? [...release.attempts.map(({ pipelineRun }) => pipelineRun), last] : [last];
        const runs = new Set(all.filter((run) => run !== undefined));
        return [...runs].map((pipelineRun) => ({ phase, pipelineRun }));
    });
}
function durationOf({ status }) {
    const span = Date.parse(textOf(status["completionTime"]) ?? "") - Date.parse(textOf(status["startTime"]) ?? "");
    return Number.isNaN(span) || span < 0 ? undefined : Math.round(span / 1000);
}
function targetOf({ status }) {
    return textOf(status["target"]);
}
function artifactsOf({ status }) {
    const artifacts = fields(status["artifacts"]);
    return Object.keys(artifacts).length === 0 ? undefined : artifacts;
}
function advisoryUrlOf(release) {
    return textOf(fields(fields(release.status["artifacts"])["advisory"])["url"]);
}

;// CONCATENATED MODULE: ./packages/konflux/release-cause.ts


function causeOf(release) {
    const { conditions, generation } = release;
    const symptom = conditionOf(conditions, "Released", generation)?.message ?? "";
    for (const [type, phase] of PHASES) {
        const condition = conditionOf(conditions, type, generation);
        if (condition?.status !== "False" || condition.reason === "Progressing")
            continue;
        const message = condition.message === "" ? symptom : condition.message;
        const attempts = type === "ManagedPipelineProcessed" ? release.attempts.map(describeAttempt) : [];
        return { phase, message, pipelineRun: pipelineRunOf(release, type), attempts, remedy: remedyOf(message) };
    }
    return { phase: undefined, message: symptom, pipelineRun: undefined, attempts: [], remedy: remedyOf(symptom) };
}
const REMEDIES = [
    ["different Application referenced", "Choose a ReleasePlan of the Snapshot's application."],
    [
        "no author found for manual release",
        "The cluster did not record who made the Release: make it with a user or service account that release-service's webhook sees.",
    ],
    ["no author in the ReleasePlan", "Give the ReleasePlan the label release.appstudio.openshift.io/author."],
    ["automated not set in status", "A Release was marked as automated by hand: make it without that label."],
    ["has no pipeline or target", "Give the ReleasePlan a target or a pipeline."],
    ["block-releases label set to true", "The managed side blocks releases: ask the owners of the ReleasePlanAdmission."],
    [
        "no ReleasePlanAdmission found",
        "Ask the owners of the target namespace for a ReleasePlanAdmission of this application.",
    ],
    [
        "multiple ReleasePlanAdmissions found",
        "Ask the owners of the target namespace to keep one ReleasePlanAdmission for this application.",
    ],
];
function remedyOf(message) {
    return REMEDIES.find(([part]) => message.includes(part))?.[1];
}

;// CONCATENATED MODULE: ./packages/konflux/release-name.ts
const SHOWN = 44;
async function releaseName(snapshot, plan, attempt) {
    return `${await stem(snapshot, plan)}-${attempt}`;
}
async function release_name_attemptOf(name, snapshot, plan) {
    const begins = `${await stem(snapshot, plan)}-`;
    const rest = name.startsWith(begins) ? name.slice(begins.length) : "";
    return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : undefined;
}
async function stem(snapshot, plan) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const hash = createHash("sha256")
        .update(JSON.stringify([snapshot, plan]))
        .digest("hex");
    return `${snapshot.slice(0, SHOWN).replace(/-+$/, "")}-${hash.slice(0, 10)}`;
}

;// CONCATENATED MODULE: ./packages/konflux/snapshot.ts



function readSnapshot(object) {
    const { name, uid, labels, annotations, generation, deletionTimestamp } = object.metadata;
    const { components } = fields(object.spec);
    const created = createdAt(object) ?? 0;
    return {
        name,
        uid,
        owner: ownerOf(object.spec),
        components: listOf(components).flatMap(componentOf),
        origin: originOf(labels, annotations),
        builtAt: timeOf(labels[BUILD_START] ?? annotations[BUILD_START]) ?? created,
        createdAt: created,
        labels,
        annotations,
        conditions: conditionsOf(object.status),
        generation,
        leaving: deletionTimestamp !== undefined,
    };
}
function ownerOf(spec) {
    const application = textOf(fields(spec)["application"]);
    const group = textOf(fields(spec)["componentGroup"]);
    if (application !== undefined)
        return group === undefined ? { kind: "application", name: application } : undefined;
    return group === undefined ? undefined : { kind: "componentGroup", name: group };
}
function describeOwner({ kind, name }) {
    return kind === "application" ? `application ${name}` : `component group ${name}`;
}
function digestOf(image) {
    return /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}
function componentOf(entry) {
    const { name, version, containerImage, source } = fields(entry);
    if (typeof name !== "string" || typeof containerImage !== "string")
        return [];
    const revision = textOf(fields(fields(source)["git"])["revision"]);
    return [{ name, version: textOf(version), image: containerImage, digest: digestOf(containerImage), revision }];
}
function originOf(labels, annotations) {
    const branch = annotations[SOURCE_BRANCH_ANNOTATION] ?? "";
    if (branch.replace(/^refs\/heads\//, "").startsWith("gh-readonly-queue/"))
        return "merge queue";
    if (labels[SNAPSHOT_TYPE_LABEL] === "group")
        return "group";
    const event = labels[EVENT_LABEL];
    if (event === "push" || event === "Push" || event === undefined || labels[PULL_REQUEST_LABEL] === undefined)
        return "push";
    return "pull request";
}
function timeOf(text) {
    if (text === undefined || !/^[0-9]{9,14}$/.test(text))
        return undefined;
    return text.length > 11 ? Number(text) : Number(text) * 1000;
}

;// CONCATENATED MODULE: ./packages/konflux/snapshot-choice.ts

function chooseSnapshot(snapshots, wanted) {
    const judged = snapshots.map((snapshot) => ({ snapshot, problem: problemWith(snapshot, wanted) }));
    const fitting = judged.filter(({ problem }) => problem === undefined).map(({ snapshot }) => snapshot);
    if (fitting.length === 0) {
        const problems = judged.map(({ snapshot, problem }) => ({ what: `${snapshot.name}: ${problem}` }));
        return { kind: "none", what: describeNone(snapshots, wanted), problems };
    }
    const candidates = fitting.toSorted(newestFirst);
    const owners = new Map(candidates.map((snapshot) => [JSON.stringify(snapshot.owner), snapshot]));
    if (owners.size > 1) {
        const problems = [...owners.values()].map(({ name, owner: of }) => ({
            what: `${name} belongs to the ${describeOwner(of)}`,
        }));
        return {
            kind: "ambiguous",
            what: `${wanted.component} is released by ${owners.size} applications or component groups`,
            problems,
        };
    }
    const digests = new Map(candidates.map((snapshot) => [digestIn(snapshot, wanted.component), snapshot]));
    if (digests.size <= 1)
        return { kind: "chosen", candidates };
    const problems = candidates.map((snapshot) => ({
        what: `${snapshot.name} carries ${digestIn(snapshot, wanted.component)}`,
    }));
    return {
        kind: "ambiguous",
        what: `${candidates.length} Snapshots of the commit carry ${digests.size} different images of ${wanted.component}`,
        problems,
    };
}
function problemWith(snapshot, { component, commit, digest, owner }) {
    if (snapshot.leaving)
        return "it is being deleted";
    if (snapshot.origin !== "push")
        return ORIGINS[snapshot.origin];
    if (snapshot.owner === undefined)
        return "it names no application or component group, or both";
    if (owner !== undefined && snapshot.owner.name !== owner)
        return `it belongs to the ${describeOwner(snapshot.owner)}, not to ${owner}`;
    if (component === undefined)
        return undefined;
    const entries = snapshot.components.filter(({ name }) => name === component);
    if (entries.length === 0)
        return `it has no component ${component}`;
    const built = commit === undefined ? entries : entries.filter(({ revision }) => revision === commit);
    if (built.length === 0)
        return `its ${component} is of commit ${entries.map(({ revision }) => revision ?? "(none)").join(", ")}, not ${commit}`;
    if (built.length > 1)
        return `it has ${built.length} entries of ${component} that fit`;
    const [entry] = built;
    if (entry?.digest === undefined)
        return `its image of ${component} has no digest: ${entry?.image}`;
    if (digest !== undefined && entry.digest !== digest)
        return `its image of ${component} is ${entry.digest}, and ${digest} was verified`;
    return undefined;
}
const ORIGINS = {
    "pull request": "it was built for a pull request",
    "merge queue": "it was built for a merge queue",
    group: "it is the group of several pull requests",
};
function describeNone(snapshots, { component, commit }) {
    const of = `commit ${commit} of component ${component}`;
    if (snapshots.length === 0)
        return `there is no Snapshot of ${of}`;
    const origins = new Set(snapshots.map(({ origin }) => origin));
    const [only] = origins;
    if (origins.size > 1 || only === undefined || only === "push")
        return `no Snapshot is that of ${of}`;
    const kinds = {
        "pull request": "pull requests",
        "merge queue": "a merge queue",
        group: "a group of pull requests",
    };
    return `all Snapshots of ${of} were built for ${kinds[only]}`;
}
function digestIn(snapshot, component) {
    return snapshot.components.find(({ name }) => name === component)?.digest ?? "";
}
function newestFirst(one, other) {
    return other.builtAt - one.builtAt || other.createdAt - one.createdAt || (one.name < other.name ? 1 : -1);
}
function sameOwner(one, other) {
    return one !== undefined && other !== undefined && one.kind === other.kind && one.name === other.name;
}

;// CONCATENATED MODULE: ./packages/konflux/release-plan.ts




function readReleasePlan({ metadata, spec, status }) {
    const { target, tenantPipeline, finalPipeline } = fields(spec);
    const admission = fields(fields(status)["releasePlanAdmission"]);
    const name = textOf(admission["name"]);
    return {
        name: metadata.name,
        owner: ownerOf(spec),
        target: textOf(target),
        tenantPipeline: tenantPipeline !== undefined || finalPipeline !== undefined,
        matched: conditionOf(conditionsOf(status), "Matched", metadata.generation),
        admission: name === undefined ? undefined : { name, active: admission["active"] === true },
        automatic: metadata.labels[AUTO_RELEASE] !== "false" || metadata.annotations[AUTO_RELEASE] !== undefined,
        leaving: metadata.deletionTimestamp !== undefined,
    };
}
function choosePlan(plans, owner, name) {
    const asked = name === undefined
        ? plans.filter((plan) => sameOwner(plan.owner, owner))
        : plans.filter((plan) => plan.name === name);
    const of = describeOwner(owner);
    if (asked.length === 0) {
        const problems = plans.map((plan) => ({
            what: `${plan.name} is for ${plan.owner === undefined ? "nothing that is known" : `the ${describeOwner(plan.owner)}`}`,
        }));
        return {
            what: name === undefined ? `there is no ReleasePlan for the ${of}` : `there is no ReleasePlan ${name}`,
            problems,
            several: false,
        };
    }
    const usable = asked.filter((plan) => planProblem(plan, owner) === undefined);
    const [only] = usable;
    if (only !== undefined && usable.length === 1)
        return { plan: only };
    if (only !== undefined) {
        const problems = usable.map(({ name: one, target }) => ({ what: `${one}, to ${target ?? "the tenant itself"}` }));
        return { what: `${usable.length} ReleasePlans take the ${of}`, problems, several: true };
    }
    const problems = asked.map((plan) => ({ what: `${plan.name}: ${planProblem(plan, owner)}` }));
    return { what: `no ReleasePlan can take a release of the ${of} now`, problems, several: false };
}
function planProblem(plan, owner) {
    if (plan.leaving)
        return "it is being deleted";
    if (!sameOwner(plan.owner, owner))
        return `it is for ${plan.owner === undefined ? "neither application nor component group" : `the ${describeOwner(plan.owner)}`}`;
    if (plan.target === undefined)
        return plan.tenantPipeline ? undefined : "it has neither a target nor a pipeline";
    if (plan.matched?.status !== "True")
        return `it is matched by no ReleasePlanAdmission in ${plan.target}${plan.matched === undefined ? "" : ` (${plan.matched.reason})`}`;
    if (plan.admission === undefined)
        return "its status names no ReleasePlanAdmission";
    return plan.admission.active ? undefined : `its ReleasePlanAdmission ${plan.admission.name} blocks releases`;
}

;// CONCATENATED MODULE: ./packages/konflux/resources.ts
const at = (plural, kind, version = "v1alpha1") => ({
    group: "appstudio.redhat.com",
    version,
    plural,
    kind,
});
const RELEASES = at("releases", "Release");
const RELEASE_PLANS = at("releaseplans", "ReleasePlan");
const SNAPSHOTS = at("snapshots", "Snapshot");
const COMPONENTS = at("components", "Component");

;// CONCATENATED MODULE: ./packages/konflux/snapshot-tests.ts



const VERDICTS = ["AppStudioTestSucceeded", "HACBSStudioTestSucceeded"];
const INTEGRATION = "AppStudioIntegrationStatus";
const STUCK = ["Canceled", "Invalid", "ErrorOccured", "CancelledRunFinally"];
const PASSED = ["TestPassed", "TestWarning"];
function judgeTests(snapshot) {
    const { conditions, generation } = snapshot;
    const scenarios = scenariosOf(snapshot);
    const verdict = VERDICTS.map((type) => conditionOf(conditions, type, generation)).find((condition) => condition !== undefined);
    if (verdict?.status === "True")
        return { state: "passed", message: verdict.message, scenarios };
    if (verdict?.status === "False")
        return { state: "failed", message: verdict.message, scenarios };
    const integration = conditionOf(conditions, INTEGRATION, generation);
    if (integration !== undefined && STUCK.includes(integration.reason)) {
        return { state: "stuck", message: `${integration.reason}: ${integration.message}`, scenarios };
    }
    return { state: "running", message: verdict?.message ?? "the tests have not begun", scenarios };
}
function hasPassed({ status }) {
    return PASSED.includes(status);
}
function scenariosOf({ annotations }) {
    const text = annotations[SCENARIOS_ANNOTATION];
    if (text === undefined)
        return [];
    let entries;
    try {
        entries = (0,packages_http/* parseJson */.qF)(text);
    }
    catch {
        return [];
    }
    if (!Array.isArray(entries))
        return [];
    return entries.flatMap((entry) => {
        const { scenario, status, details, isOptionalScenario, testPipelineRunName } = fields(entry);
        if (typeof scenario !== "string" || typeof status !== "string")
            return [];
        return [
            {
                name: scenario,
                status,
                details: textOf(details) ?? "",
                optional: isOptionalScenario === true,
                pipelineRun: textOf(testPipelineRunName),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./packages/konflux/index.ts











// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./actions/konflux-release/create.ts




async function planRelease(kubernetes, snapshot, plan, attempt, wanted) {
    const name = await releaseName(snapshot.name, plan.name, attempt);
    const { notes, gracePeriodDays } = wanted;
    const author = authorLabel((await kubernetes.whoAmI()) ?? "");
    const labels = {
        [RELEASE_SNAPSHOT_LABEL]: snapshot.name,
        [RELEASE_PLAN_LABEL]: plan.name,
        ...(author !== "" && isLabelValue(author) && { [AUTHOR_LABEL]: author }),
    };
    const spec = {
        snapshot: snapshot.name,
        releasePlan: plan.name,
        ...(notes !== undefined && { data: { releaseNotes: notes } }),
        ...(gracePeriodDays !== undefined && { gracePeriodDays }),
    };
    const what = `the Release ${name} in ${kubernetes.namespace}`;
    const adopt = (found) => checkSame(readRelease(found), snapshot.name, plan.name, wanted);
    return { manifest: { name, labels, spec }, what, creation: { what, adopt } };
}
function checkSame(found, snapshot, plan, { notes }) {
    if (found.snapshot !== snapshot || found.plan !== plan) {
        throw (0,action/* refused */.J5)(`there is a Release ${found.name} already, of the Snapshot ${found.snapshot} by the plan ${found.plan}`, {
            remedy: "Delete it if nobody needs it: its name is taken.",
        });
    }
    const given = found.data?.releaseNotes;
    if (notes === undefined || (0,external_node_util_.isDeepStrictEqual)(plain(given), plain(notes)))
        return;
    throw (0,action/* refused */.J5)(`the Release ${found.name} of ${snapshot} by ${plan} has other release notes than those given, and they cannot be changed`, {
        remedy: "Leave release-notes out to take the Release as it is.",
        exists: [`the Release ${found.name}`],
    });
}
function plain(value) {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

;// CONCATENATED MODULE: ./actions/konflux-release/existing.ts




const MOST_CANDIDATES = 50;
const AUTOMATIC_WAIT = 60_000;
async function findExisting(kubernetes, candidates, plan) {
    const considered = candidates.slice(0, MOST_CANDIDATES);
    const releases = await releasesOf(kubernetes, considered, plan);
    const byState = (wanted) => {
        for (const snapshot of considered) {
            const found = releases.filter((release) => release.snapshot === snapshot.name &&
                (wanted === "running" ? !isFinished(stateOf(release)) : stateOf(release) === wanted));
            const release = found.toSorted((one, other) => other.createdAt - one.createdAt)[0];
            if (release !== undefined)
                return { kind: wanted, release, snapshot };
        }
        return undefined;
    };
    const known = byState("succeeded") ?? byState("running");
    if (known !== undefined)
        return leaving(known);
    const snapshot = considered[0];
    const failed = releases.filter((release) => release.snapshot === snapshot.name);
    const unclear = failed.find((release) => stateOf(release) === "unclear");
    if (unclear !== undefined) {
        throw (0,action/* undecided */.oo)(`it cannot be told how the Release ${unclear.name} ended: its condition Released is none that is known`, {
            remedy: "Look at it in Konflux, and delete it if it released nothing.",
        });
    }
    const attempts = await Promise.all(failed.map(({ name }) => release_name_attemptOf(name, snapshot.name, plan.name)));
    return { kind: "none", snapshot, attempt: 1 + Math.max(0, ...attempts.map((attempt) => attempt ?? 0)), failed };
}
async function releasesOf(kubernetes, candidates, plan) {
    const names = candidates.map(({ name }) => name);
    const [labelled, others] = await Promise.all([
        kubernetes.list(RELEASES, {
            labels: labelSelector({ [RELEASE_SNAPSHOT_LABEL]: names, [RELEASE_PLAN_LABEL]: plan.name }),
        }),
        kubernetes.list(RELEASES, { labels: labelSelector({ [RELEASE_SNAPSHOT_LABEL]: undefined }) }),
    ]);
    return [...labelled, ...others]
        .map(readRelease)
        .filter((release) => names.includes(release.snapshot) && release.plan === plan.name);
}
function leaving(existing) {
    if (!existing.release.leaving || existing.kind === "succeeded")
        return existing;
    throw (0,action/* undecided */.oo)(`the Release ${existing.release.name} is being deleted while it runs`, {
        remedy: "Find out in Konflux what its pipelines did before you run this again.",
    });
}
function checkFailed({ failed, snapshot }, plan, retry) {
    if (failed.length === 0 || retry)
        return;
    const names = failed.map(({ name }) => name).join(", ");
    throw (0,action/* refused */.J5)(`the release of ${snapshot.name} by ${plan.name} failed before: ${names}`, {
        remedy: "Find out why and mend it; then give retry-failed: true, upon which another attempt is made.",
        outputs: {
            release: failed.at(-1)?.name,
            snapshot: snapshot.name,
            status: "failed",
            alreadyReleased: false,
            created: false,
        },
    });
}
async function awaitAutomatic(kubernetes, existing, plan, waiting) {
    const { clock, io, signal, interval } = waiting;
    const start = clock.monotonic();
    let { snapshot } = existing;
    while (plan.automatic && existing.failed.length === 0 && snapshot.labels[AUTO_RELEASE] !== "false") {
        const decided = conditionOf(snapshot.conditions, "AutoReleased", snapshot.generation) !== undefined;
        const found = await findExisting(kubernetes, [snapshot], plan);
        if (found.kind !== "none")
            return found;
        if (decided || clock.monotonic() - start >= AUTOMATIC_WAIT)
            return found;
        io.progress(`the plan ${plan.name} releases on its own: waiting a moment for its Release`);
        await clock.sleep(Math.min(interval, 5_000), signal);
        const again = await kubernetes.get(SNAPSHOTS, snapshot.name);
        if (again?.metadata.uid !== snapshot.uid)
            throw (0,action/* undecided */.oo)(`the Snapshot ${snapshot.name} was deleted meanwhile`, { remedy: "Run this again." });
        snapshot = readSnapshot(again);
    }
    return existing;
}

;// CONCATENATED MODULE: ./actions/konflux-release/find-snapshot.ts



async function findSnapshots(kubernetes, wanted, wait, waiting) {
    if (wanted.snapshot !== undefined)
        return [await namedSnapshot(kubernetes, wanted.snapshot, wanted)];
    const { clock, io, signal, interval } = waiting;
    const start = clock.monotonic();
    for (;;) {
        const choice = chooseSnapshot(await snapshotsOf(kubernetes, wanted), wanted.of);
        if (choice.kind === "chosen")
            return choice.candidates;
        const { what, problems } = choice;
        if (choice.kind === "ambiguous") {
            throw (0,action/* refused */.J5)(what, {
                remedy: "Give image, the digest that was verified, or application where there are several; or the Snapshot's name as snapshot.",
                problems,
            });
        }
        const left = wait - (clock.monotonic() - start);
        if (left <= 0)
            throw await noSnapshot(kubernetes, wanted, what, problems, wait > 0);
        io.progress(`${what} yet; waiting`);
        await clock.sleep(Math.min(interval, left), signal);
    }
}
async function snapshotsOf(kubernetes, { of }) {
    const labels = labelSelector({ [COMMIT_LABEL]: of.commit ?? "", [COMPONENT_LABEL]: of.component ?? "" });
    return (await kubernetes.list(SNAPSHOTS, { labels })).map(readSnapshot);
}
async function namedSnapshot(kubernetes, name, { of }) {
    const found = await kubernetes.get(SNAPSHOTS, name);
    if (found === undefined) {
        throw (0,action/* refused */.J5)(`there is no Snapshot ${name} in ${kubernetes.namespace}`, {
            remedy: "Check the name; old Snapshots are removed. Or give component and commit-sha.",
        });
    }
    const snapshot = readSnapshot(found);
    const problem = problemWith(snapshot, of);
    if (problem !== undefined)
        throw (0,action/* refused */.J5)(`the Snapshot ${name} cannot be released: ${problem}`, {
            remedy: "Give the Snapshot of the push that built what was verified.",
        });
    return snapshot;
}
async function noSnapshot(kubernetes, { of }, what, problems, waited) {
    const late = waited ? "; it did not come within wait-for-snapshot" : "";
    const hint = problems.length > 0
        ? "Release the Snapshot of the push to the branch, once its build is through."
        : await buildHint(kubernetes, of.component ?? "", of.commit ?? "");
    return (0,action/* refused */.J5)(`${what}${late}`, { remedy: hint, problems });
}
async function buildHint(kubernetes, name, commit) {
    const usual = "Check that the build of this commit is through and that its Snapshot was not removed; or give wait-for-snapshot.";
    const component = await kubernetes.get(COMPONENTS, name).catch(() => null);
    if (component === null)
        return usual;
    if (component === undefined)
        return `There is no component ${name} in ${kubernetes.namespace}: check its name.`;
    const last = component.status?.lastBuiltCommit;
    if (typeof last !== "string" || last === commit)
        return usual;
    return `The component's last built commit is ${last}. ${usual}`;
}

;// CONCATENATED MODULE: ./actions/konflux-release/follow.ts



const HASTE = 2;
async function follow(options) {
    const { kubernetes, timeout, interval, clock, io, signal } = options;
    const deadline = clock.monotonic() + timeout;
    const print = teller(io);
    let { release } = options;
    const tell = (seen) => {
        release = seen;
        print(seen);
    };
    let idle = 0;
    for (;;) {
        const found = await look(kubernetes, release.name, io);
        if (found !== "unreadable") {
            if (found === undefined || found.uid !== release.uid)
                return { end: "gone", release };
            tell(found);
            if (isFinished(stateOf(release)))
                return { end: "finished", release };
        }
        const left = deadline - clock.monotonic();
        if (left <= 0)
            return { end: "timeout", release };
        const turn = new AbortController();
        const over = clock.sleep(Math.min(interval, left), AbortSignal.any([signal, turn.signal])).then(() => "quiet", () => "quiet");
        const heard = found === "unreadable"
            ? "nothing"
            : await Promise.race([over, listen(kubernetes, release, tell, turn.signal, io)]);
        idle = heard === "nothing" ? idle + 1 : 0;
        if (heard === "nothing" && (found === "unreadable" || idle > HASTE))
            await over;
        turn.abort();
        await over;
        signal.throwIfAborted();
    }
}
async function look(kubernetes, name, io) {
    try {
        const object = await kubernetes.get(RELEASES, name);
        return object === undefined ? undefined : readRelease(object);
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
            throw error;
        io.warning(`The release cannot be read now; it is followed on. ${(0,packages_http/* describeFailure */.Ic)(error)}`);
        return "unreadable";
    }
}
async function listen(kubernetes, release, tell, quiet, io) {
    let heard = "nothing";
    try {
        for await (const event of kubernetes.watch(RELEASES, release.name, release.resourceVersion, quiet)) {
            if (event.type !== "changed")
                return event.type === "deleted" ? "look" : "nothing";
            const changed = readRelease(event.object);
            if (changed.uid !== release.uid)
                return "look";
            heard = "look";
            tell(changed);
            if (isFinished(stateOf(changed)))
                return "look";
        }
    }
    catch (error) {
        if (quiet.aborted)
            return "look";
        io.debug(`the watch ended: ${(0,packages_http/* describeFailure */.Ic)(error)}`);
        return "nothing";
    }
    return heard;
}
function teller(io) {
    const told = new Set();
    return (release) => {
        for (const line of progressOf(release).values()) {
            if (told.has(line))
                continue;
            told.add(line);
            io.info(line);
        }
    };
}

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./actions/konflux-release/report.ts


function outputsOf(release, plan) {
    return {
        release: release.name,
        snapshot: release.snapshot,
        target: targetOf(release) ?? plan.target,
        pipelineRuns: pipelineRunsOf(release),
        artifacts: artifactsOf(release),
        advisoryUrl: advisoryUrlOf(release),
        duration: durationOf(release),
    };
}
function scenarioBlocks(snapshot, { state, message, scenarios }) {
    const rows = scenarios.map((scenario) => {
        const { name, status, optional, details: said } = scenario;
        return [name, hasPassed(scenario) ? "passed" : status, optional ? "optional" : "required", said];
    });
    const headline = `Tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`;
    return [
        (0,packages_text/* heading */.R_)("Tests", 3),
        (0,packages_text/* paragraph */.FY)(headline),
        ...(rows.length === 0 ? [] : [(0,packages_text/* table */.tp)(["Scenario", "Status", "", "Details"], rows)]),
    ];
}
function planBlocks({ manifest }, snapshot, plan) {
    return [
        (0,packages_text/* heading */.R_)("Konflux release: the plan", 3),
        (0,packages_text/* table */.tp)(["", ""], [["Release", (0,packages_text/* code */.aY)(manifest.name)], ...sourceRows(snapshot, plan)]),
        ...(manifest.spec["data"] === undefined
            ? []
            : [
                (0,packages_text/* details */.zH)("Release data", [
                    { kind: "code", text: JSON.stringify(manifest.spec["data"], null, 2), language: "json" },
                ]),
            ]),
    ];
}
function releaseBlocks(release, snapshot, plan, headline) {
    const advisory = advisoryUrlOf(release);
    const duration = durationOf(release);
    const artifacts = artifactsOf(release);
    const cause = causeOf(release);
    const rows = [
        ["Release", (0,packages_text/* code */.aY)(release.name)],
        ...sourceRows(snapshot, plan),
        ...(duration === undefined ? [] : [["Duration", inWords(duration)]]),
        ...(advisory === undefined ? [] : [["Advisory", (0,packages_text/* link */.nf)(advisory, advisory)]]),
        ...pipelineRunsOf(release).map(({ phase, pipelineRun }) => [phase, (0,packages_text/* code */.aY)(pipelineRun)]),
    ];
    return [
        (0,packages_text/* heading */.R_)("Konflux release", 3),
        (0,packages_text/* paragraph */.FY)(headline),
        (0,packages_text/* table */.tp)(["", ""], rows),
        (0,packages_text/* list */.p_)([...progressOf(release).values()]),
        ...(cause.phase === undefined ? [] : [(0,packages_text/* paragraph */.FY)(`What failed: ${causeLine(cause)}`)]),
        ...(artifacts === undefined
            ? []
            : [(0,packages_text/* details */.zH)("Artifacts", [{ kind: "code", text: JSON.stringify(artifacts, null, 2), language: "json" }])]),
    ];
}
function sourceRows(snapshot, plan) {
    const owner = snapshot.owner;
    const built = snapshot.components.map(({ name, image }) => `${name}: ${image}`);
    return [
        ["Snapshot", (0,packages_text/* code */.aY)(snapshot.name)],
        ["Of", describeOwner(owner)],
        ["Plan", `${plan.name}, to ${plan.target ?? "the tenant itself"}`],
        ["Images", built.length > 10 ? `${built.length} components` : built.join("; ")],
    ];
}
function causeLine({ phase, message, pipelineRun }) {
    const where = pipelineRun === undefined ? "" : ` (pipeline run ${pipelineRun})`;
    return `${phase === undefined ? "" : `${phase}: `}${message === "" ? "no message was given" : message}${where}`;
}
function inWords(seconds) {
    const parts = [
        [Math.floor(seconds / 3600), "h"],
        [Math.floor(seconds / 60) % 60, "min"],
        [seconds % 60, "s"],
    ];
    return parts.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount} ${unit}`])).join(" ") || "0 s";
}

;// CONCATENATED MODULE: ./actions/konflux-release/notes.ts

const INPUT = "release-notes";
const LARGEST = 256 * 1024;
const TYPES = ["RHEA", "RHBA", "RHSA"];
const TEXTS = ["synopsis", "topic", "description", "solution"];
async function notesOf(given, host, problems) {
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
    const { readWorkspaceFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2353));
    try {
        return (await readWorkspaceFile(host, path, { maxBytes: LARGEST, typed: true })).toString("utf8");
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        problems.push({
            input: INPUT,
            what: error.message,
            ...(error.details.remedy !== undefined && { remedy: error.details.remedy }),
        });
        return undefined;
    }
}
async function parse(text, problems) {
    const { readStrictly } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6262)]).then(__webpack_require__.bind(__webpack_require__, 6262));
    const remedy = "Write a map such as: {type: RHEA, synopsis: …, topic: …}";
    const problem = (what) => void problems.push({ input: INPUT, what, remedy });
    if (text.length > LARGEST)
        return problem("is too large, or nested too deep");
    const { value, faults } = readStrictly(text);
    const [fault] = faults;
    if (fault === undefined)
        return isMap(value) ? value : problem("is not a map");
    if (fault.kind === "deep")
        return problem("is too large, or nested too deep");
    return problem(fault.kind === "alias" ? "holds an alias, which is not allowed" : fault.message);
}
function check(notes, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what, remedy });
    const { type, references, cves, issues } = notes;
    if (type !== undefined && !TYPES.some((known) => known === type))
        problem("its type is none that advisories have", `Give one of ${TYPES.join(", ")}.`);
    for (const key of TEXTS)
        if (notes[key] !== undefined && typeof notes[key] !== "string")
            problem(`its ${key} is no text`, "Quote it.");
    if (references !== undefined && !isListOf(references, (entry) => typeof entry === "string")) {
        problem("its references are no list of addresses", "Write - https://…, one a line.");
    }
    if (cves !== undefined && !isListOf(cves, (entry) => isMap(entry) && typeof entry["key"] === "string")) {
        problem("its cves are no list of maps with a key", "Write - {key: CVE-2025-1234, component: app}.");
    }
    const fixed = isMap(issues) ? issues["fixed"] : undefined;
    if (issues !== undefined && !isListOf(fixed, (entry) => isMap(entry) && typeof entry["id"] === "string")) {
        problem("its issues.fixed is no list of maps with an id", "Write issues: {fixed: [{id: AAP-123, source: issues.example.com}]}.");
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

;// CONCATENATED MODULE: ./actions/konflux-release/settings.ts




async function readRequest(inputs, host, problems) {
    const { namespace, application, component, commitSha, image, snapshot, releasePlan, gracePeriodDays } = inputs;
    const before = problems.length;
    const access = await (0,kubernetes_access/* accessOf */.YK)(inputs, problems);
    checkNames({ namespace, application, component, snapshot, "release-plan": releasePlan }, problems);
    if (snapshot === undefined) {
        const remedy = "Give component and commit-sha, from which the Snapshot is found, or snapshot.";
        if (component === undefined)
            problems.push({ input: "component", what: "there is no component", remedy });
        if (commitSha === undefined)
            problems.push({ input: "commit-sha", what: "there is no commit", remedy });
    }
    if (snapshot !== undefined && /^[0-9a-f]{40}$/.test(snapshot)) {
        problems.push({
            input: "snapshot",
            what: `${snapshot} is a commit, not the name of a Snapshot`,
            remedy: "Give it as commit-sha, with component: its Snapshot is then found.",
        });
    }
    if (commitSha !== undefined && !/^[0-9a-f]{40}$/.test(commitSha)) {
        problems.push({
            input: "commit-sha",
            what: `must be the whole commit id, 40 hex digits in lower case; given: ${(0,action/* quote */.hD)(commitSha)}`,
            remedy: "git rev-parse gives the whole one.",
        });
    }
    const digest = image === undefined ? undefined : digestOf(image);
    if (image !== undefined && digest === undefined) {
        const remedy = "Give the output image of quay-verify: a tag can be moved after it was verified.";
        problems.push({ input: "image", what: `must end with @sha256: and 64 hex digits; given: ${(0,action/* quote */.hD)(image)}`, remedy });
    }
    if ((image !== undefined || commitSha !== undefined) && component === undefined && snapshot !== undefined) {
        problems.push({
            input: "component",
            what: "there is no component that image or commit-sha could be compared with",
            remedy: "Give component, too.",
        });
    }
    if (gracePeriodDays !== undefined && gracePeriodDays > 365) {
        problems.push({ input: "grace-period-days", what: `is ${gracePeriodDays}`, remedy: "At most 365 days are taken." });
    }
    const notes = await notesOf(inputs.releaseNotes, host, problems);
    if (access === undefined || problems.length > before)
        return undefined;
    return {
        access,
        namespace,
        snapshot,
        of: { component, commit: commitSha, digest, owner: application },
        plan: releasePlan,
        notes,
        gracePeriodDays,
    };
}
function checkNames(names, problems) {
    for (const [input, name] of Object.entries(names)) {
        if (name === undefined || (input === "component" ? isSubdomain(name) && name.length <= 63 : isName(name)))
            continue;
        problems.push({
            input,
            what: `${(0,action/* quote */.hD)(name)} is no name that Kubernetes takes`,
            remedy: "Names have lower case letters, digits and dashes, at most 63 (RFC 1123).",
        });
    }
}

;// CONCATENATED MODULE: ./actions/konflux-release/tests-gate.ts



const ANYWAY = "A Snapshot is released only once its tests have passed.";
async function passTests(kubernetes, first, wait, waiting, summary) {
    const { clock, io, signal, interval } = waiting;
    const start = clock.monotonic();
    let snapshot = first;
    for (;;) {
        const judgement = judgeTests(snapshot);
        const left = wait - (clock.monotonic() - start);
        if (judgement.state !== "running" || left <= 0) {
            show(io, snapshot, judgement, summary);
            if (judgement.state === "passed")
                return snapshot;
            throw notPassed(snapshot, judgement, wait > 0);
        }
        io.progress(`the tests of ${snapshot.name} are running: ${judgement.message}`);
        await clock.sleep(Math.min(interval, left), signal);
        snapshot = await again(kubernetes, snapshot);
    }
}
async function again(kubernetes, { name, uid }) {
    const found = await kubernetes.get(SNAPSHOTS, name);
    if (found?.metadata.uid === uid)
        return readSnapshot(found);
    throw (0,action/* undecided */.oo)(`the Snapshot ${name} was ${found === undefined ? "deleted" : "made anew"} while its tests were waited for`, { remedy: "Run this again." });
}
function notPassed({ name }, { state, message, scenarios }, waited) {
    const failed = scenarios.filter((scenario) => !scenario.optional && !hasPassed(scenario));
    const problems = failed.map(({ name: scenario, status, details }) => ({
        what: `${scenario}: ${status}${details === "" ? "" : `: ${details}`}`,
    }));
    const tests = `the tests of the Snapshot ${name}`;
    if (state === "failed") {
        return (0,action/* refused */.J5)(`${tests} failed: ${message}`, {
            remedy: `Mend what failed and build again, or run the scenario again in Konflux. ${ANYWAY}`,
            problems,
        });
    }
    if (state === "stuck") {
        return (0,action/* refused */.J5)(`${tests} came to no verdict, and may never: ${message}`, {
            remedy: `Run them again in Konflux, or build again. ${ANYWAY}`,
            problems,
        });
    }
    const why = waited ? "are still running after wait-for-tests" : "have no verdict yet";
    return (0,action/* undecided */.oo)(`${tests} ${why}: ${message}`, {
        remedy: `Give wait-for-tests, such as 1h, or run this again later. ${ANYWAY}`,
        problems,
    });
}
function show(io, snapshot, judgement, summary) {
    io.info(`tests of ${snapshot.name}: ${judgement.state}${judgement.message === "" ? "" : `: ${judgement.message}`}`);
    for (const { name, status, optional, details } of judgement.scenarios) {
        io.info(`  ${name}${optional ? " (optional)" : ""}: ${status}${details === "" ? "" : `: ${details}`}`);
    }
    if (summary)
        io.summary(...scenarioBlocks(snapshot.name, judgement));
}

;// CONCATENATED MODULE: ./actions/konflux-release/action.ts










const inputs = {
    server: (0,action/* text */.Qq)({
        address: true,
        description: "Address of the API server of the cluster that Konflux runs on.",
        optional: true,
        example: "https://api.cluster.example:6443",
        gitlab: "KONFLUX_SERVER",
    }),
    token: (0,action/* text */.Qq)({
        description: "Token of a service account of the tenant.",
        optional: true,
        secret: true,
        credential: true,
        notOfForge: true,
        gitlab: "KONFLUX_TOKEN",
    }),
    "certificate-authority": (0,action/* text */.Qq)({
        description: "The server's certificate authority: PEM, or PEM in base64. Without it the system's are trusted.",
        optional: true,
        gitlab: "KONFLUX_CERTIFICATE_AUTHORITY",
    }),
    kubeconfig: (0,action/* text */.Qq)({
        description: "The text of a kubeconfig, instead of server, token and certificate-authority. Nothing in it is run or read from files.",
        optional: true,
        secret: true,
        gitlab: "KONFLUX_KUBECONFIG",
    }),
    namespace: (0,action/* text */.Qq)({ description: "The tenant's namespace.", default: "aap-aa-tenant" }),
    application: (0,action/* text */.Qq)({
        description: "The application, or the component group, that is released. Default: the Snapshot's own.",
        optional: true,
        example: "aap-aa-main",
    }),
    component: (0,action/* text */.Qq)({
        description: "The component whose commit is released.",
        optional: true,
        example: "automation-analytics-backend-main",
    }),
    "commit-sha": (0,action/* text */.Qq)({
        description: "The commit, 40 hex digits. Its Snapshot is the one of a push in which the component has this revision.",
        optional: true,
    }),
    image: (0,action/* text */.Qq)({
        address: true,
        description: "The image that was verified, by digest: the Snapshot must carry it.",
        optional: true,
        example: "quay.io/org/app@sha256:…",
    }),
    snapshot: (0,action/* text */.Qq)({ description: "The Snapshot by name, instead of the one that the commit became.", optional: true }),
    "release-plan": (0,action/* text */.Qq)({
        description: "The ReleasePlan. Default: the only one that takes releases of the application.",
        optional: true,
    }),
    "wait-for-snapshot": (0,action/* duration */.p0)({ description: "How long to wait for the commit's Snapshot.", default: "0" }),
    "wait-for-tests": (0,action/* duration */.p0)({ description: "How long to wait for the Snapshot's tests.", default: "0" }),
    timeout: (0,action/* duration */.p0)({ description: "How long the release is followed.", default: "1h" }),
    interval: (0,action/* duration */.p0)({ description: "How often is looked where nothing tells of changes.", default: "30s" }),
    "retry-failed": (0,action/* flag */.Jt)({ description: "Make another attempt where the release failed before.", default: false }),
    "release-notes": (0,action/* text */.Qq)({
        description: "Release notes of the advisory: YAML, or the path of a file of it.",
        optional: true,
        example: "release-notes.yml",
    }),
    "grace-period-days": (0,action/* integer */.nd)({
        description: "For how many days the Release is kept. Default: the plan's.",
        optional: true,
    }),
};
const outputs = {
    release: action/* output */.CG.text("Name of the Release."),
    snapshot: action/* output */.CG.text("Name of the Snapshot."),
    status: action/* output */.CG.text("pending, running, succeeded, failed, timeout, or unclear where the Release ended in a way that is not known. Empty where nothing was released."),
    "already-released": action/* output */.CG.flag("The Snapshot had been released by this plan before."),
    created: action/* output */.CG.flag("This run made the Release."),
    target: action/* output */.CG.text("The namespace that it was released to."),
    "pipeline-runs": action/* output */.CG.json("The pipeline runs, each with its phase and its namespace/name."),
    artifacts: action/* output */.CG.json("What the release produced, as its pipeline reports it."),
    "advisory-url": action/* output */.CG.text("The advisory's page."),
    duration: action/* output */.CG.integer("Seconds from the release's start to its end."),
};
/* harmony default export */ const konflux_release_action = ((0,action/* defineAction */.QP)({
    name: "konflux-release",
    description: "Releases what a commit became: finds its Konflux Snapshot, checks its tests and its plan, makes the Release once and follows it to its end.",
    inputs,
    outputs,
    permissions: {
        github: {},
        gitlab: "None. Konflux: get and list on snapshots, list on releaseplans, get, list, watch and create on releases, of appstudio.redhat.com in the namespace.",
    },
    endpoints: {
        description: ["The Kubernetes API server, at server or in kubeconfig"],
        origins: ({ server }) => [server],
    },
    services: ["kubernetes", "quay"],
    changes: true,
    async run(context) {
        const { inputs: given, io, signal, clock, host } = context;
        const problems = [];
        const wanted = await readRequest(given, host, problems);
        if (given.interval < 1)
            problems.push({ input: "interval", what: "has to be more than nothing", remedy: "Give 5s or more." });
        if (wanted === undefined || problems.length > 0)
            throw (0,action/* invalid */.Gq)(problems.length === 1 ? problems[0].what : `${problems.length} problems with the inputs`, {
                problems,
            });
        const { access, namespace } = wanted;
        const kubernetes = openKubernetes({ access, namespace, io, signal, clock, network: host.network });
        try {
            return await release({ context, kubernetes, wanted, waiting: { clock, io, signal, interval: given.interval } });
        }
        finally {
            kubernetes.close();
        }
    },
}));
async function release(run) {
    const { context, kubernetes, wanted, waiting } = run;
    const { inputs: given, io } = context;
    const candidates = await findSnapshots(kubernetes, wanted, given.waitForSnapshot, waiting);
    const owner = candidates[0]?.owner;
    const plan = await findPlan(kubernetes, owner, wanted.plan);
    const existing = await findExisting(kubernetes, candidates, plan);
    io.info(`Snapshot ${existing.snapshot.name} of the ${describeOwner(owner)}, by the plan ${plan.name} to ${plan.target ?? "the tenant itself"}`);
    if (existing.kind !== "none")
        return resumeRelease(run, existing, plan);
    checkFailed(existing, plan, given.retryFailed);
    const snapshot = await passTests(kubernetes, existing.snapshot, given.waitForTests, waiting, given.summary);
    const tested = { ...existing, snapshot };
    const settled = given.dryRun ? tested : await awaitAutomatic(kubernetes, tested, plan, waiting);
    if (settled.kind !== "none")
        return resumeRelease(run, settled, plan);
    return createRelease(run, snapshot, plan, settled.attempt);
}
async function findPlan(kubernetes, owner, name) {
    const choice = choosePlan((await kubernetes.list(RELEASE_PLANS)).map(readReleasePlan), owner, name);
    if ("plan" in choice)
        return choice.plan;
    const remedy = choice.several
        ? "Give one of them as release-plan."
        : "Ask the owners of the target for a ReleasePlanAdmission, or give another release-plan.";
    throw (0,action/* refused */.J5)(choice.what, { remedy, problems: choice.problems });
}
async function resumeRelease(run, { kind, release: found, snapshot }, plan) {
    const { context, wanted } = run;
    const { inputs: given, io } = context;
    checkSame(found, snapshot.name, plan.name, wanted);
    if (kind === "succeeded") {
        const headline = `${snapshot.name} has been released by ${plan.name} already, as ${found.name}.`;
        io.info(headline);
        if (given.summary)
            io.summary(...releaseBlocks(found, snapshot, plan, headline));
        return {
            verdict: "unchanged",
            ...outputsOf(found, plan),
            status: "succeeded",
            alreadyReleased: true,
            created: false,
        };
    }
    io.info(`The Release ${found.name} is under way`);
    if (given.dryRun)
        return {
            verdict: "unchanged",
            ...outputsOf(found, plan),
            status: stateOf(found),
            alreadyReleased: false,
            created: false,
        };
    return followRelease(run, found, snapshot, plan, false);
}
async function createRelease(run, snapshot, plan, attempt) {
    const { context, kubernetes, wanted } = run;
    const { inputs: given, io, journal } = context;
    const planned = await planRelease(kubernetes, snapshot, plan, attempt, wanted);
    const { manifest, what, creation } = planned;
    if (given.dryRun) {
        await kubernetes.rehearse(RELEASES, manifest, creation);
        io.info(`plan: POST ${what}, of ${snapshot.name} by ${plan.name}`);
        if (given.summary)
            io.summary(...planBlocks(planned, snapshot, plan));
        return { verdict: "passed", snapshot: snapshot.name, target: plan.target, alreadyReleased: false, created: false };
    }
    journal.intend([what]);
    journal.next(`Run the same step again: it looks for the Release ${manifest.name} first and follows it.`);
    const { object, outcome } = await kubernetes.create(RELEASES, manifest, creation);
    io.info(`${outcome === "written" ? "made" : "found"}: ${what}`);
    return followRelease(run, readRelease(object), snapshot, plan, outcome === "written");
}
async function followRelease(run, first, snapshot, plan, created) {
    const { context, kubernetes } = run;
    const { inputs: given, io, signal, clock, journal } = context;
    const { timeout, interval } = given;
    const what = `the Release ${first.name} in ${kubernetes.namespace}`;
    journal.made(what);
    journal.next(`Run the same step again: it follows the Release ${first.name} and makes no other.`);
    const common = { alreadyReleased: false, created };
    try {
        const { end, release: last } = await follow({ kubernetes, release: first, timeout, interval, clock, io, signal });
        const state = stateOf(last);
        const status = end === "timeout" ? "timeout" : state;
        const said = { ...outputsOf(last, plan), ...common, status };
        const headline = headlineOf(end, last, timeout);
        if (end === "gone") {
            journal.gone(what);
            journal.next("Find out in Konflux what its pipelines did before this is run again: a further run makes the Release anew.");
        }
        if (given.summary)
            io.summary(...releaseBlocks(last, snapshot, plan, headline));
        if (end === "finished" && state === "succeeded") {
            io.info(headline);
            return { verdict: "done", ...said };
        }
        throw stopOf(end, last, headline, { outputs: said });
    }
    catch (error) {
        throw withOutputs(error, { ...outputsOf(first, plan), ...common, status: stateOf(first) });
    }
}
function headlineOf(end, release, timeout) {
    const { name } = release;
    if (end === "gone")
        return `The Release ${name} was deleted while it was followed.`;
    if (end === "timeout")
        return `The Release ${name} has not finished within ${inWords(Math.round(timeout / 1000))}; it goes on without this step.`;
    const state = stateOf(release);
    if (state === "unclear")
        return `The Release ${name} ended in a way that is not known.`;
    return state === "failed"
        ? `The Release ${name} failed: ${causeLine(causeOf(release))}`
        : `The Release ${name} succeeded.`;
}
function stopOf(end, release, headline, details) {
    if (end === "timeout")
        return (0,action/* undecided */.oo)(headline, { ...details, remedy: "Run this again to follow it on, or give a longer timeout." });
    if (end === "gone")
        return (0,action/* unknown */.L5)(headline, {
            ...details,
            remedy: "Someone, or a clean-up, deleted it; pipelines that it had started may have gone on.",
        });
    if (stateOf(release) === "unclear")
        return (0,action/* undecided */.oo)(headline, { ...details, remedy: "Look at the Release in Konflux." });
    const { attempts, remedy } = causeOf(release);
    const usual = "Its pipeline runs in the managed namespace: its owners can read the log. Then give retry-failed: true.";
    const next = "Mend the cause, then run the same step with retry-failed: true: it makes another attempt.";
    return (0,action/* refused */.J5)(headline, {
        ...details,
        remedy: remedy ?? usual,
        next,
        problems: attempts.map((what, at) => ({ what: `attempt ${at + 1} ${what}` })),
    });
}
function withOutputs(error, known) {
    if (!(error instanceof action/* ActionError */.lZ))
        return error;
    return new action/* ActionError */.lZ(error.verdict === "invalid" ? "undecided" : error.verdict, error.message, {
        ...error.details,
        outputs: { ...known, ...error.details.outputs },
        cause: error,
    });
}


/***/ }),

/***/ 8341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ checkToken),
/* harmony export */   YK: () => (/* binding */ accessOf),
/* harmony export */   vO: () => (/* binding */ authorityOf)
/* harmony export */ });
async function accessOf(inputs, problems) {
    const { server, token, certificateAuthority, kubeconfig } = inputs;
    const before = problems.length;
    if (kubeconfig === undefined) {
        const remedy = "Give server and token, or kubeconfig. No kubeconfig of the machine is looked for.";
        if (server === undefined)
            problems.push({ input: "server", what: "there is no server", remedy });
        if (token === undefined)
            problems.push({ input: "token", what: "there is no token", remedy: "Give the token of a service account." });
        const authority = authorityOf(certificateAuthority, "certificate-authority", problems);
        if (server !== undefined)
            checkServer(server, "server", problems);
        if (token !== undefined)
            checkToken(token, "token", problems);
        return problems.length > before ? undefined : { server: server, token: token, authority };
    }
    const others = Object.entries({ server, token, "certificate-authority": certificateAuthority }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (others.length > 0) {
        problems.push({
            input: "kubeconfig",
            what: `kubeconfig is given, and so is ${others.join(", ")}`,
            remedy: "Give one or the other: which of two would count is not guessed.",
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
        what: `${input} has to begin with https://`,
        remedy: "Give the address that kubectl cluster-info shows.",
    });
}
function checkToken(token, input, problems) {
    if (token !== "" && token.length <= 16_384 && /^[\x21-\x7e]+$/.test(token))
        return;
    const remedy = "Check the secret: often a line break was pasted at its end.";
    problems.push({
        input,
        what: "the token holds a space, a line break or another character that no token has",
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
    const remedy = "Give the certificate itself, not a path: certificate-authority-data of a kubeconfig, or the PEM file's text.";
    problems.push({ input, what: "the certificate authority is neither PEM nor PEM in base64", remedy });
    return undefined;
}


/***/ })

};
;