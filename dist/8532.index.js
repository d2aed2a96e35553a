"use strict";
exports.id = 8532;
exports.ids = [8532];
exports.modules = {

/***/ 8532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ konflux_release_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 33 modules
var packages_http = __webpack_require__(4959);
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

;// CONCATENATED MODULE: ./packages/konflux/kubernetes/object.ts


const readMetadata = (0,packages_http.shape)({
    name: packages_http.text,
    namespace: (0,packages_http.maybe)(packages_http.text),
    uid: packages_http.text,
    resourceVersion: packages_http.text,
    generation: (0,packages_http.maybe)(packages_http.count),
    creationTimestamp: (0,packages_http.maybe)(packages_http.text),
    deletionTimestamp: (0,packages_http.maybe)(packages_http.text),
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
        read[key] = (0,packages_http.text)(entry, `${path}.${key}`);
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
    const read = (0,packages_http.shape)({
        code: (0,packages_http.maybe)(packages_http.count),
        reason: (0,packages_http.maybe)(packages_http.text),
        message: (0,packages_http.maybe)(packages_http.text),
        details: (0,packages_http.maybe)((0,packages_http.shape)({ name: (0,packages_http.maybe)(packages_http.text) })),
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
        const { sub } = (0,packages_http.parseJson)(Buffer.from(payload, "base64url").toString("utf8"));
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
        if (error instanceof packages_http.HttpError && error.status === 410)
            return yield { type: "expired" };
        throw error;
    }
}
function eventOf(line, resource, name) {
    return readAs(`the watch of ${resource.kind} ${name}`, () => {
        const { type, object } = fieldsOf((0,packages_http.parseJson)(line), "");
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
    throw (0,action/* undecided */.oo)(`${resource.kind} ${name} was requested and ${object.metadata.name} was returned`, {
        remedy: "Check the address: something else than Kubernetes may be answering.",
    });
}
function statusOf(reply) {
    try {
        return readStatus(reply.json());
    }
    catch (error) {
        if (error instanceof packages_http.HttpError)
            return undefined;
        throw error;
    }
}
function notServed(server, { kind, group, version }) {
    return (0,action/* undecided */.oo)(`the server at ${new URL(server).host} does not know ${kind} of ${group}/${version}`, {
        remedy: "Check the server's address: it must be the API server of the cluster that Konflux runs on.",
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

function chooseSnapshot(snapshots, criteria) {
    const judged = snapshots.map((snapshot) => ({ snapshot, problem: problemWith(snapshot, criteria) }));
    const fitting = judged.filter(({ problem }) => problem === undefined).map(({ snapshot }) => snapshot);
    if (fitting.length === 0) {
        const problems = judged.map(({ snapshot, problem }) => ({ what: `${snapshot.name}: ${problem}` }));
        return { kind: "none", what: describeNone(snapshots, criteria), problems };
    }
    const candidates = fitting.toSorted(newestFirst);
    const owners = new Map(candidates.map((snapshot) => [JSON.stringify(snapshot.owner), snapshot]));
    if (owners.size > 1) {
        const problems = [...owners.values()].map(({ name, owner: of }) => ({
            what: `${name} belongs to the ${describeOwner(of)}`,
        }));
        return {
            kind: "ambiguous",
            what: `${criteria.component} is released by ${owners.size} applications or component groups`,
            problems,
        };
    }
    const digests = new Map(candidates.map((snapshot) => [digestIn(snapshot, criteria.component), snapshot]));
    if (digests.size <= 1)
        return { kind: "chosen", candidates };
    const problems = candidates.map((snapshot) => ({
        what: `${snapshot.name} carries ${digestIn(snapshot, criteria.component)}`,
    }));
    return {
        kind: "ambiguous",
        what: `${candidates.length} Snapshots of the commit carry ${digests.size} different images of ${criteria.component}`,
        problems,
    };
}
function problemWith(snapshot, { component, commit, digest, owner }) {
    if (snapshot.leaving)
        return "it is being deleted";
    if (snapshot.origin !== "push")
        return ORIGINS[snapshot.origin];
    if (snapshot.owner === undefined)
        return "it names neither an application nor a component group, or both";
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
        return `it has ${built.length} matching entries of ${component}`;
    const [entry] = built;
    if (entry?.digest === undefined)
        return `its image of ${component} has no digest: ${entry?.image}`;
    if (digest !== undefined && entry.digest !== digest)
        return `its image of ${component} is ${entry.digest}, but ${digest} was verified`;
    return undefined;
}
const ORIGINS = {
    "pull request": "it was built for a pull request",
    "merge queue": "it was built for a merge queue",
    group: "it groups several pull requests",
};
function describeNone(snapshots, { component, commit }) {
    const of = `commit ${commit} of component ${component}`;
    if (snapshots.length === 0)
        return `there is no Snapshot of ${of}`;
    const origins = new Set(snapshots.map(({ origin }) => origin));
    const [only] = origins;
    if (origins.size > 1 || only === undefined || only === "push")
        return `no Snapshot matches ${of}`;
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

;// CONCATENATED MODULE: ./packages/konflux/await-snapshot.ts






async function awaitSnapshots(kubernetes, criteria, timeout, { clock, io, signal, interval }) {
    const { commit = "", component = "" } = criteria;
    const labels = labelSelector({ [COMMIT_LABEL]: commit, [COMPONENT_LABEL]: component });
    const start = clock.monotonic();
    for (;;) {
        const choice = chooseSnapshot((await kubernetes.list(SNAPSHOTS, { labels })).map(readSnapshot), criteria);
        const left = timeout - (clock.monotonic() - start);
        if (choice.kind !== "none" || left <= 0)
            return choice;
        io.progress(`waiting for a Snapshot: ${choice.what}`);
        await clock.sleep(Math.min(interval, left), signal);
    }
}
async function lastBuild(kubernetes, component) {
    const found = await kubernetes.get(COMPONENTS, component).catch(() => null);
    if (found === undefined)
        return "no such component";
    const { lastBuiltCommit: commit } = fields(found?.status);
    return typeof commit === "string" ? { commit } : "unknown";
}

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
        entries = (0,packages_http.parseJson)(text);
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

;// CONCATENATED MODULE: ./packages/konflux/await-tests.ts




async function awaitTests(kubernetes, first, timeout, { clock, io, signal, interval }) {
    const start = clock.monotonic();
    let snapshot = first;
    for (;;) {
        const judgement = judgeTests(snapshot);
        const left = timeout - (clock.monotonic() - start);
        if (judgement.state !== "running" || left <= 0)
            return { snapshot, judgement };
        io.progress(`the tests of ${snapshot.name} are running: ${judgement.message}`);
        await clock.sleep(Math.min(interval, left), signal);
        snapshot = await readAgain(kubernetes, snapshot, "its tests");
    }
}
async function readAgain(kubernetes, { name, uid }, waitedFor) {
    const found = await kubernetes.get(SNAPSHOTS, name);
    if (found?.metadata.uid === uid)
        return readSnapshot(found);
    const what = found === undefined ? "deleted" : "deleted and created again";
    throw (0,action/* undecided */.oo)(`the Snapshot ${name} was ${what} while waiting for ${waitedFor}`, { remedy: "Run this again." });
}

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

;// CONCATENATED MODULE: ./packages/konflux/follow-release.ts




const MAX_IMMEDIATE_RESTARTS = 2;
async function followRelease(options) {
    const { kubernetes, timeout, interval, clock, io, signal } = options;
    const deadline = clock.monotonic() + timeout;
    const print = progressPrinter(io);
    let { release } = options;
    const update = (seen) => {
        release = seen;
        print(seen);
    };
    let silentWatches = 0;
    for (;;) {
        const found = await readCurrent(kubernetes, release.name, io);
        if (found !== "unreadable") {
            if (found === undefined || found.uid !== release.uid)
                return { end: "gone", release };
            update(found);
            if (isFinished(stateOf(release)))
                return { end: "finished", release };
        }
        const left = deadline - clock.monotonic();
        if (left <= 0)
            return { end: "timeout", release };
        const turn = new AbortController();
        const pause = clock.sleep(Math.min(interval, left), AbortSignal.any([signal, turn.signal])).then(() => "paused", () => "paused");
        const heard = found === "unreadable"
            ? "nothing"
            : await Promise.race([pause, watchOnce(kubernetes, release, update, turn.signal, io)]);
        silentWatches = heard === "nothing" ? silentWatches + 1 : 0;
        if (heard === "nothing" && (found === "unreadable" || silentWatches > MAX_IMMEDIATE_RESTARTS))
            await pause;
        turn.abort();
        await pause;
        signal.throwIfAborted();
    }
}
async function readCurrent(kubernetes, name, io) {
    try {
        const object = await kubernetes.get(RELEASES, name);
        return object === undefined ? undefined : readRelease(object);
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
            throw error;
        io.warning(`The Release cannot be read at the moment; still following it. ${(0,packages_http.describeFailure)(error)}`);
        return "unreadable";
    }
}
async function watchOnce(kubernetes, release, update, stop, io) {
    let heard = "nothing";
    try {
        for await (const event of kubernetes.watch(RELEASES, release.name, release.resourceVersion, stop)) {
            if (event.type !== "changed")
                return event.type === "deleted" ? "read" : "nothing";
            const changed = readRelease(event.object);
            if (changed.uid !== release.uid)
                return "read";
            heard = "read";
            update(changed);
            if (isFinished(stateOf(changed)))
                return "read";
        }
    }
    catch (error) {
        if (stop.aborted)
            return "read";
        io.debug(`the watch ended: ${(0,packages_http.describeFailure)(error)}`);
        return "nothing";
    }
    return heard;
}
function progressPrinter(io) {
    const printed = new Set();
    return (release) => {
        for (const line of progressOf(release).values()) {
            if (printed.has(line))
                continue;
            printed.add(line);
            io.info(line);
        }
    };
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
    ["automated not set in status", "A Release was manually marked as automated: create it without that label."],
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

;// CONCATENATED MODULE: ./packages/konflux/release-history.ts








const MAX_CANDIDATES = 50;
const AUTOMATIC_RELEASE_WAIT = 60_000;
async function findReleases(kubernetes, candidates, plan) {
    const considered = candidates.slice(0, MAX_CANDIDATES);
    const releases = await releasesOf(kubernetes, considered, plan);
    const existing = newestOf("succeeded", considered, releases) ?? newestOf("running", considered, releases);
    if (existing?.kind === "running" && existing.release.leaving) {
        throw (0,action/* undecided */.oo)(`the Release ${existing.release.name} is being deleted while it is running`, {
            remedy: "Check in Konflux what its pipelines did before you run this again.",
        });
    }
    if (existing !== undefined)
        return existing;
    const snapshot = considered[0];
    const failed = releases.filter((release) => release.snapshot === snapshot.name);
    const unclear = failed.find((release) => stateOf(release) === "unclear");
    if (unclear !== undefined) {
        throw (0,action/* undecided */.oo)(`the outcome of the Release ${unclear.name} is not known: its Released condition is not recognized`, {
            remedy: "Check it in Konflux, and delete it if it released nothing.",
        });
    }
    const attempts = await Promise.all(failed.map(({ name }) => release_name_attemptOf(name, snapshot.name, plan.name)));
    return { kind: "none", snapshot, attempt: 1 + Math.max(0, ...attempts.map((attempt) => attempt ?? 0)), failed };
}
function newestOf(kind, snapshots, releases) {
    const matching = releases
        .filter((release) => (kind === "running" ? !isFinished(stateOf(release)) : stateOf(release) === kind))
        .toSorted((one, other) => other.createdAt - one.createdAt);
    for (const snapshot of snapshots) {
        const release = matching.find((candidate) => candidate.snapshot === snapshot.name);
        if (release !== undefined)
            return { kind, release, snapshot };
    }
    return undefined;
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
async function awaitAutomaticRelease(kubernetes, history, plan, { clock, io, signal, interval }) {
    const start = clock.monotonic();
    let { snapshot } = history;
    while (plan.automatic && history.failed.length === 0 && snapshot.labels[AUTO_RELEASE] !== "false") {
        const isDecided = conditionOf(snapshot.conditions, "AutoReleased", snapshot.generation) !== undefined;
        const found = await findReleases(kubernetes, [snapshot], plan);
        if (found.kind !== "none" || isDecided || clock.monotonic() - start >= AUTOMATIC_RELEASE_WAIT)
            return found;
        io.progress(`the plan ${plan.name} releases automatically: waiting briefly for its Release`);
        await clock.sleep(Math.min(interval, 5_000), signal);
        snapshot = await readAgain(kubernetes, snapshot, "its automatic Release");
    }
    return history;
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
    const candidates = name === undefined
        ? plans.filter((plan) => sameOwner(plan.owner, owner))
        : plans.filter((plan) => plan.name === name);
    const of = describeOwner(owner);
    if (candidates.length === 0) {
        const problems = plans.map((plan) => ({
            what: `${plan.name} is for ${plan.owner === undefined ? "no known owner" : `the ${describeOwner(plan.owner)}`}`,
        }));
        return {
            what: name === undefined ? `there is no ReleasePlan for the ${of}` : `there is no ReleasePlan ${name}`,
            problems,
            several: false,
        };
    }
    const usable = candidates.filter((plan) => planProblem(plan, owner) === undefined);
    const [only] = usable;
    if (only !== undefined && usable.length === 1)
        return { plan: only };
    if (only !== undefined) {
        const problems = usable.map(({ name: one, target }) => ({ what: `${one}, to ${target ?? "the tenant itself"}` }));
        return { what: `${usable.length} ReleasePlans accept releases of the ${of}`, problems, several: true };
    }
    const problems = candidates.map((plan) => ({ what: `${plan.name}: ${planProblem(plan, owner)}` }));
    return { what: `no ReleasePlan can currently accept a release of the ${of}`, problems, several: false };
}
function planProblem(plan, owner) {
    if (plan.leaving)
        return "it is being deleted";
    if (!sameOwner(plan.owner, owner))
        return `it is for ${plan.owner === undefined ? "no known application or component group" : `the ${describeOwner(plan.owner)}`}`;
    if (plan.target === undefined)
        return plan.tenantPipeline ? undefined : "it has neither a target nor a pipeline";
    if (plan.matched?.status !== "True")
        return `no ReleasePlanAdmission in ${plan.target} matches it${plan.matched === undefined ? "" : ` (${plan.matched.reason})`}`;
    if (plan.admission === undefined)
        return "its status names no ReleasePlanAdmission";
    return plan.admission.active ? undefined : `its ReleasePlanAdmission ${plan.admission.name} blocks releases`;
}

;// CONCATENATED MODULE: ./packages/konflux/index.ts















// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/konflux-release/report.ts


function releaseOutputs(release, plan) {
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
function printTests(io, snapshot, { state, message, scenarios }) {
    io.info(`tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`);
    for (const { name, status, optional, details: text } of scenarios) {
        io.info(`  ${name}${optional ? " (optional)" : ""}: ${status}${text === "" ? "" : `: ${text}`}`);
    }
}
function testsBlocks(snapshot, { state, message, scenarios }) {
    const rows = scenarios.map((scenario) => {
        const { name, status, optional, details: text } = scenario;
        return [name, hasPassed(scenario) ? "passed" : status, optional ? "optional" : "required", text];
    });
    const headline = `Tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`;
    return [
        (0,packages_text/* heading */.R_)("Tests", 3),
        (0,packages_text/* paragraph */.FY)(headline),
        ...(rows.length === 0 ? [] : [(0,packages_text/* table */.tp)(["Scenario", "Status", "", "Details"], rows)]),
    ];
}
function planBlocks(manifest, snapshot, plan) {
    return [
        (0,packages_text/* heading */.R_)("Konflux release: plan", 3),
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
        ...(duration === undefined ? [] : [["Duration", (0,packages_text/* formatDuration */.a3)(duration * 1000)]]),
        ...(advisory === undefined ? [] : [["Advisory", (0,packages_text/* link */.nf)(advisory, advisory)]]),
        ...pipelineRunsOf(release).map(({ phase, pipelineRun }) => [phase, (0,packages_text/* code */.aY)(pipelineRun)]),
    ];
    return [
        (0,packages_text/* heading */.R_)("Konflux release", 3),
        (0,packages_text/* paragraph */.FY)(headline),
        (0,packages_text/* table */.tp)(["", ""], rows),
        (0,packages_text/* list */.p_)([...progressOf(release).values()]),
        ...(cause.phase === undefined ? [] : [(0,packages_text/* paragraph */.FY)(`What failed: ${describeCause(cause)}`)]),
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
function describeCause({ phase, message, pipelineRun }) {
    const where = pipelineRun === undefined ? "" : ` (pipeline run ${pipelineRun})`;
    return `${phase === undefined ? "" : `${phase}: `}${message === "" ? "no message" : message}${where}`;
}

;// CONCATENATED MODULE: ./actions/konflux-release/apply.ts




async function applyDecision(run, { plan, release }) {
    if (release.kind === "new")
        return createRelease(run, release, plan);
    const { inputs, io } = run.context;
    const { release: found, snapshot } = release;
    const outputs = { ...releaseOutputs(found, plan), status: stateOf(found), alreadyReleased: false, created: false };
    if (release.kind === "succeeded") {
        const headline = `${snapshot.name} has already been released by ${plan.name}, as ${found.name}.`;
        io.info(headline);
        if (inputs.summary)
            io.summary(...releaseBlocks(found, snapshot, plan, headline));
        return { ...outputs, verdict: "unchanged", alreadyReleased: true };
    }
    io.info(`The Release ${found.name} is in progress`);
    if (inputs.dryRun)
        return { ...outputs, verdict: "unchanged" };
    return follow(run, found, snapshot, plan, false);
}
async function createRelease(run, release, plan) {
    const { inputs, io, journal } = run.context;
    const { manifest, what, creation, snapshot } = release;
    if (inputs.dryRun) {
        await run.kubernetes.rehearse(RELEASES, manifest, creation);
        io.info(`plan: POST ${what}, of ${snapshot.name} by ${plan.name}`);
        if (inputs.summary)
            io.summary(...planBlocks(manifest, snapshot, plan));
        return { verdict: "passed", snapshot: snapshot.name, target: plan.target, alreadyReleased: false, created: false };
    }
    journal.intend([what]);
    journal.next(`Run the same step again: it looks up the Release ${manifest.name} first and follows it.`);
    const { object, outcome } = await run.kubernetes.create(RELEASES, manifest, creation);
    io.info(`${outcome === "written" ? "created" : "found"}: ${what}`);
    return follow(run, readRelease(object), snapshot, plan, outcome === "written");
}
async function follow({ context, kubernetes }, release, snapshot, plan, created) {
    const { inputs, io, signal, clock, journal } = context;
    const { timeout, interval } = inputs;
    const what = `the Release ${release.name} in ${kubernetes.namespace}`;
    journal.made(what);
    journal.next(`Run the same step again: it follows the Release ${release.name} and creates no other.`);
    const flags = { alreadyReleased: false, created };
    try {
        const followed = await followRelease({ kubernetes, release, timeout, interval, clock, io, signal });
        const { end, release: last } = followed;
        const state = stateOf(last);
        const outputs = { ...releaseOutputs(last, plan), ...flags, status: end === "timeout" ? "timeout" : state };
        const headline = headlineOf(followed, timeout);
        if (end === "gone") {
            journal.gone(what);
            journal.next("Check in Konflux what its pipelines did before running this again: another run creates the Release again.");
        }
        if (inputs.summary)
            io.summary(...releaseBlocks(last, snapshot, plan, headline));
        if (end === "finished" && state === "succeeded") {
            io.info(headline);
            return { verdict: "done", ...outputs };
        }
        throw apply_errorOf(followed, headline, { outputs });
    }
    catch (error) {
        throw withOutputs(error, { ...releaseOutputs(release, plan), ...flags, status: stateOf(release) });
    }
}
function headlineOf({ end, release }, timeout) {
    const { name } = release;
    if (end === "gone")
        return `The Release ${name} was deleted while it was followed.`;
    if (end === "timeout")
        return `The Release ${name} did not finish within ${(0,packages_text/* formatDuration */.a3)(timeout)}; it continues without this step.`;
    const state = stateOf(release);
    if (state === "unclear")
        return `The Release ${name} ended with an outcome that is not known.`;
    return state === "failed"
        ? `The Release ${name} failed: ${describeCause(causeOf(release))}`
        : `The Release ${name} succeeded.`;
}
function apply_errorOf({ end, release }, headline, details) {
    if (end === "timeout")
        return (0,action/* undecided */.oo)(headline, { ...details, remedy: "Run this again to keep following it, or set a longer timeout." });
    if (end === "gone")
        return (0,action/* unknown */.L5)(headline, {
            ...details,
            remedy: "Someone, or a cleanup, deleted it; the pipelines that it started may have continued.",
        });
    if (stateOf(release) === "unclear")
        return (0,action/* undecided */.oo)(headline, { ...details, remedy: "Check the Release in Konflux." });
    const { attempts, remedy } = causeOf(release);
    const usual = "Its pipeline runs in the managed namespace, whose owners can read the log. Then set retry-failed: true.";
    const next = "Fix the cause, then run the same step with retry-failed: true to make another attempt.";
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
    const access = await accessOf(inputs, problems);
    problems.push(...nameProblems({ namespace, application, component, snapshot, "release-plan": releasePlan }), ...selectionProblems(inputs), ...limitProblems(inputs));
    const notes = await readNotes(inputs.releaseNotes, host, problems);
    if (access === undefined || problems.length > 0)
        throw (0,action/* invalidWith */.E$)(problems);
    const digest = image === undefined ? undefined : digestOf(image);
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
    if (image !== undefined && digestOf(image) === undefined) {
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
        if (name === undefined || (input === "component" ? isSubdomain(name) && name.length <= 63 : isName(name)))
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./actions/konflux-release/plan.ts





async function decideRelease(run) {
    const { context, kubernetes, request } = run;
    const { inputs, io, signal, clock } = context;
    const poll = { clock, io, signal, interval: inputs.interval };
    const candidates = await findSnapshots(kubernetes, request, inputs.waitForSnapshot, poll);
    const owner = candidates[0]?.owner;
    const plan = await findPlan(kubernetes, owner, request.plan);
    const before = await findReleases(kubernetes, candidates, plan);
    io.info(`Snapshot ${before.snapshot.name} of the ${describeOwner(owner)}, by the plan ${plan.name} to ${plan.target ?? "the tenant itself"}`);
    if (before.kind !== "none")
        return existing(before, plan, request);
    checkRetry(before, plan, inputs.retryFailed);
    const tested = await awaitTests(kubernetes, before.snapshot, inputs.waitForTests, poll);
    checkTests(context, tested);
    const history = { ...before, snapshot: tested.snapshot };
    const now = inputs.dryRun ? history : await awaitAutomaticRelease(kubernetes, history, plan, poll);
    if (now.kind !== "none")
        return existing(now, plan, request);
    return { plan, release: await newRelease(run, tested.snapshot, plan, now.attempt) };
}
async function findSnapshots(kubernetes, { snapshot, criteria }, timeout, poll) {
    if (snapshot !== undefined)
        return [await namedSnapshot(kubernetes, snapshot, criteria)];
    const choice = await awaitSnapshots(kubernetes, criteria, timeout, poll);
    if (choice.kind === "chosen")
        return choice.candidates;
    const { kind, what, problems } = choice;
    if (kind === "ambiguous") {
        const remedy = "Set image to the verified digest, application if there are several, or snapshot to the name of one Snapshot.";
        throw (0,action/* refused */.J5)(what, { remedy, problems });
    }
    const late = timeout > 0 ? "; none appeared within wait-for-snapshot" : "";
    throw (0,action/* refused */.J5)(`${what}${late}`, { remedy: await missingRemedy(kubernetes, criteria, problems), problems });
}
async function namedSnapshot(kubernetes, name, criteria) {
    const found = await kubernetes.get(SNAPSHOTS, name);
    if (found === undefined) {
        throw (0,action/* refused */.J5)(`there is no Snapshot ${name} in ${kubernetes.namespace}`, {
            remedy: "Check the name (old Snapshots are removed), or set component and commit-sha instead.",
        });
    }
    const snapshot = readSnapshot(found);
    const problem = problemWith(snapshot, criteria);
    if (problem === undefined)
        return snapshot;
    throw (0,action/* refused */.J5)(`the Snapshot ${name} cannot be released: ${problem}`, {
        remedy: "Use the Snapshot of the push that built the verified image.",
    });
}
async function missingRemedy(kubernetes, { component = "", commit }, problems) {
    if (problems.length > 0)
        return "Release the Snapshot of the push to the branch, once its build has finished.";
    const usual = "Check that the build of this commit has finished and that its Snapshot was not removed, or set wait-for-snapshot.";
    const build = await lastBuild(kubernetes, component);
    if (build === "no such component")
        return `There is no component ${component} in ${kubernetes.namespace}: check its name.`;
    if (build === "unknown" || build.commit === commit)
        return usual;
    return `The component's last built commit is ${build.commit}. ${usual}`;
}
async function findPlan(kubernetes, owner, name) {
    const choice = choosePlan((await kubernetes.list(RELEASE_PLANS)).map(readReleasePlan), owner, name);
    if ("plan" in choice)
        return choice.plan;
    const remedy = choice.several
        ? "Set release-plan to one of them."
        : "Ask the owners of the target for a ReleasePlanAdmission, or set another release-plan.";
    throw (0,action/* refused */.J5)(choice.what, { remedy, problems: choice.problems });
}
function checkRetry({ failed, snapshot }, plan, retryFailed) {
    if (failed.length === 0 || retryFailed)
        return;
    const names = failed.map(({ name }) => name).join(", ");
    throw (0,action/* refused */.J5)(`the release of ${snapshot.name} by ${plan.name} failed before: ${names}`, {
        remedy: "Find and fix the cause, then set retry-failed: true to make another attempt.",
        outputs: {
            release: failed.at(-1)?.name,
            snapshot: snapshot.name,
            status: "failed",
            alreadyReleased: false,
            created: false,
        },
    });
}
function checkTests({ inputs, io }, { snapshot: { name }, judgement }) {
    const { state, message, scenarios } = judgement;
    printTests(io, name, judgement);
    if (inputs.summary)
        io.summary(...testsBlocks(name, judgement));
    if (state === "passed")
        return;
    const problems = scenarios
        .filter((scenario) => !scenario.optional && !hasPassed(scenario))
        .map(({ name: scenario, status, details }) => ({
        what: `${scenario}: ${status}${details === "" ? "" : `: ${details}`}`,
    }));
    const tests = `the tests of the Snapshot ${name}`;
    const rule = "A Snapshot is released only after its tests have passed.";
    if (state === "failed") {
        const remedy = `Fix the failures and build again, or rerun the scenario in Konflux. ${rule}`;
        throw (0,action/* refused */.J5)(`${tests} failed: ${message}`, { remedy, problems });
    }
    if (state === "stuck") {
        const remedy = `Rerun them in Konflux, or build again. ${rule}`;
        throw (0,action/* refused */.J5)(`${tests} have no result and may never have one: ${message}`, { remedy, problems });
    }
    const why = inputs.waitForTests > 0 ? "are still running after wait-for-tests" : "have no result yet";
    const remedy = `Set wait-for-tests, such as 1h, or run this again later. ${rule}`;
    throw (0,action/* undecided */.oo)(`${tests} ${why}: ${message}`, { remedy, problems });
}
function existing(release, plan, request) {
    checkSame(release.release, release.snapshot.name, plan.name, request);
    return { plan, release };
}
async function newRelease({ kubernetes, request }, snapshot, plan, attempt) {
    const name = await releaseName(snapshot.name, plan.name, attempt);
    const { notes, gracePeriodDays } = request;
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
    const adopt = (found) => checkSame(readRelease(found), snapshot.name, plan.name, request);
    return { kind: "new", manifest: { name, labels, spec }, what, creation: { what, adopt }, snapshot };
}
function checkSame(found, snapshot, plan, { notes }) {
    if (found.snapshot !== snapshot || found.plan !== plan) {
        throw (0,action/* refused */.J5)(`there is already a Release ${found.name}, of the Snapshot ${found.snapshot} by the plan ${found.plan}`, { remedy: "Delete it if nobody needs it: its name is in use." });
    }
    const current = found.data?.releaseNotes;
    if (notes === undefined || (0,external_node_util_.isDeepStrictEqual)(toPlainJson(current), toPlainJson(notes)))
        return;
    throw (0,action/* refused */.J5)(`the Release ${found.name} of ${snapshot} by ${plan} has different release notes, and they cannot be changed`, { remedy: "Omit release-notes to accept the Release as it is.", exists: [`the Release ${found.name}`] });
}
function toPlainJson(value) {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
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
        const { access, namespace } = request;
        const { server, authority: authorities } = access;
        const http = (0,packages_http.openHttp)({ io, signal, clock, network: host.network, endpoints: [server], authorities });
        try {
            const kubernetes = openKubernetes({ http, access, namespace });
            const run = { context, kubernetes, request };
            return await applyDecision(run, await decideRelease(run));
        }
        finally {
            http.close();
        }
    },
}));


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
    const remedy = "Check the secret; often a line break was pasted at its end.";
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


/***/ })

};
;