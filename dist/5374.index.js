"use strict";
exports.id = 5374;
exports.ids = [5374];
exports.modules = {

/***/ 5374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oi: () => (/* binding */ releaseBlocks),
/* harmony export */   Sm: () => (/* binding */ planBlocks),
/* harmony export */   V$: () => (/* binding */ describeCause),
/* harmony export */   a2: () => (/* binding */ testsBlocks),
/* harmony export */   dw: () => (/* binding */ printTests),
/* harmony export */   mm: () => (/* binding */ releaseOutputs)
/* harmony export */ });
/* harmony import */ var _release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(317);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


function releaseOutputs(release, plan) {
    return {
        release: release.name,
        snapshot: release.snapshot,
        target: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(release) ?? plan.target,
        pipelineRuns: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .pipelineRunsOf */ .Qf)(release),
        artifacts: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .artifactsOf */ .Ns)(release),
        advisoryUrl: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .advisoryUrlOf */ .cE)(release),
        duration: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .durationOf */ .cf)(release),
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
        return [name, (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .hasPassed */ .Pc)(scenario) ? "passed" : status, optional ? "optional" : "required", text];
    });
    const headline = `Tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)("Tests", 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(headline),
        ...(rows.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Scenario", "Status", "", "Details"], rows)]),
    ];
}
function planBlocks(manifest, snapshot, plan) {
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)("Konflux release: plan", 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["", ""], [["Release", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(manifest.name)], ...sourceRows(snapshot, plan)]),
        ...(manifest.spec["data"] === undefined
            ? []
            : [
                (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)("Release data", [
                    { kind: "code", text: JSON.stringify(manifest.spec["data"], null, 2), language: "json" },
                ]),
            ]),
    ];
}
function releaseBlocks(release, snapshot, plan, headline) {
    const advisory = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .advisoryUrlOf */ .cE)(release);
    const duration = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .durationOf */ .cf)(release);
    const artifacts = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .artifactsOf */ .Ns)(release);
    const cause = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .rl)(release);
    const rows = [
        ["Release", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(release.name)],
        ...sourceRows(snapshot, plan),
        ...(duration === undefined ? [] : [["Duration", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(duration * 1000)]]),
        ...(advisory === undefined ? [] : [["Advisory", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(advisory, advisory)]]),
        ...(0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .pipelineRunsOf */ .Qf)(release).map(({ phase, pipelineRun }) => [phase, (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(pipelineRun)]),
    ];
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)("Konflux release", 3),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(headline),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["", ""], rows),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)([...(0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(release).values()]),
        ...(cause.phase === undefined ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(`What failed: ${describeCause(cause)}`)]),
        ...(artifacts === undefined
            ? []
            : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)("Artifacts", [{ kind: "code", text: JSON.stringify(artifacts, null, 2), language: "json" }])]),
    ];
}
function sourceRows(snapshot, plan) {
    const owner = snapshot.owner;
    const built = snapshot.components.map(({ name, image }) => `${name}: ${image}`);
    return [
        ["Snapshot", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(snapshot.name)],
        ["Of", (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_0__/* .describeOwner */ .$S)(owner)],
        ["Plan", `${plan.name}, to ${plan.target ?? "the tenant itself"}`],
        ["Images", built.length > 10 ? `${built.length} components` : built.join("; ")],
    ];
}
function describeCause({ phase, message, pipelineRun }) {
    const where = pipelineRun === undefined ? "" : ` (pipeline run ${pipelineRun})`;
    return `${phase === undefined ? "" : `${phase}: `}${message === "" ? "no message" : message}${where}`;
}


/***/ }),

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LM: () => (/* reexport */ AUTHOR_LABEL),
  pH: () => (/* reexport */ RELEASES),
  t_: () => (/* reexport */ RELEASE_PLANS),
  LT: () => (/* reexport */ RELEASE_PLAN_LABEL),
  ud: () => (/* reexport */ RELEASE_SNAPSHOT_LABEL),
  iH: () => (/* reexport */ SNAPSHOTS),
  cE: () => (/* reexport */ advisoryUrlOf),
  Ns: () => (/* reexport */ artifactsOf),
  Ur: () => (/* reexport */ authorLabel),
  JW: () => (/* reexport */ awaitAutomaticRelease),
  Qc: () => (/* reexport */ awaitSnapshots),
  Aw: () => (/* reexport */ awaitTests),
  rl: () => (/* reexport */ causeOf),
  $2: () => (/* reexport */ choosePlan),
  $S: () => (/* reexport */ describeOwner),
  cf: () => (/* reexport */ durationOf),
  Oi: () => (/* reexport */ findReleases),
  rr: () => (/* reexport */ followRelease),
  Pc: () => (/* reexport */ hasPassed),
  ZZ: () => (/* reexport */ lastBuild),
  Qf: () => (/* reexport */ pipelineRunsOf),
  CO: () => (/* reexport */ problemWith),
  jA: () => (/* reexport */ progressOf),
  iJ: () => (/* reexport */ readRelease),
  Rw: () => (/* reexport */ readReleasePlan),
  RA: () => (/* reexport */ readSnapshot),
  "do": () => (/* reexport */ releaseName),
  L4: () => (/* reexport */ stateOf),
  $r: () => (/* reexport */ targetOf)
});

// UNUSED EXPORTS: AUTO_RELEASE, BUILD_START, COMMIT_LABEL, COMPONENTS, COMPONENT_LABEL, EVENT_LABEL, PHASES, PULL_REQUEST_LABEL, SCENARIOS_ANNOTATION, SNAPSHOT_TYPE_LABEL, SOURCE_BRANCH_ANNOTATION, attemptOf, chooseSnapshot, conditionOf, describeAttempt, digestOf, isFinished, judgeTests, ownerOf, pipelineRunOf, planProblem, sameOwner

// EXTERNAL MODULE: ./packages/konflux/kubernetes/index.ts + 8 modules
var konflux_kubernetes = __webpack_require__(3933);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(3619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(3945);
// EXTERNAL MODULE: ./packages/http/fields.ts
var fields = __webpack_require__(1570);
;// CONCATENATED MODULE: ./packages/konflux/schema.ts


const word = schemas/* transform */.pdi((value) => (typeof value === "string" && value !== "" ? value : undefined));
const string = schemas/* transform */.pdi((value) => (typeof value === "string" ? value : ""));
const number = schemas/* transform */.pdi((value) => (typeof value === "number" ? value : undefined));
const isTrue = schemas/* transform */.pdi((value) => value === true);
const schema_fields = (shape) => schemas/* pipe */.FsL(schemas/* transform */.pdi((value) => (isObject(value) ? value : {})), (0,fields/* object */.Ik)(shape));
const entries = (entry) => schemas/* transform */.pdi((value) => !Array.isArray(value)
    ? []
    : value.flatMap((item) => {
        const read = parse/* safeParse */.xL(entry, item);
        return read.success ? [read.data] : [];
    }));
const ConditionFields = (0,fields/* object */.Ik)({
    type: fields/* text */.Qq,
    status: (0,fields/* oneOf */.yL)("True", "False", "Unknown"),
    reason: string,
    message: string,
    observedGeneration: number,
});
const conditions = entries(ConditionFields);
const OwnerFields = schema_fields({ application: word, componentGroup: word });
const SnapshotSpec = schema_fields({
    components: entries((0,fields/* object */.Ik)({
        name: fields/* text */.Qq,
        version: word,
        containerImage: fields/* text */.Qq,
        source: schema_fields({ git: schema_fields({ revision: word }) }),
    })),
});
const SnapshotStatus = schema_fields({ conditions });
const ComponentStatus = schema_fields({ lastBuiltCommit: word });
const ReleasePlanSpec = schema_fields({ target: word, tenantPipeline: fields/* anything */.D8, finalPipeline: fields/* anything */.D8 });
const ReleasePlanStatus = schema_fields({ conditions, releasePlanAdmission: schema_fields({ name: word, active: isTrue }) });
const ReleaseSpec = schema_fields({
    snapshot: string,
    releasePlan: string,
    data: fields/* anything */.D8,
    gracePeriodDays: number,
});
const processing = schema_fields({ pipelineRun: word });
const Attempt = schema_fields({
    pipelineRun: word,
    status: string,
    failureReason: word,
    lastTask: word,
    lastStep: word,
});
const ReleaseStatus = schema_fields({
    conditions,
    managedPipelineAttempts: entries(Attempt),
    collectorsProcessing: schema_fields({ tenantCollectorsProcessing: processing, managedCollectorsProcessing: processing }),
    tenantProcessing: processing,
    managedProcessing: processing,
    finalProcessing: processing,
    startTime: word,
    completionTime: word,
    target: word,
    artifacts: schemas/* transform */.pdi((value) => (isObject(value) ? value : undefined)),
});
const Artifacts = schema_fields({ advisory: schema_fields({ url: word }) });
const ScenarioEntry = schemas/* pipe */.FsL((0,fields/* object */.Ik)({
    scenario: fields/* text */.Qq,
    status: fields/* text */.Qq,
    details: string,
    isOptionalScenario: isTrue,
    testPipelineRunName: word,
}), schemas/* transform */.pdi(({ scenario, status, details, isOptionalScenario, testPipelineRunName }) => ({
    name: scenario,
    status,
    details,
    optional: isOptionalScenario,
    pipelineRun: testPipelineRunName,
})));
const Scenarios = entries(ScenarioEntry);
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./packages/konflux/digest.ts
var digest = __webpack_require__(7488);
;// CONCATENATED MODULE: ./packages/konflux/snapshot.ts




function readSnapshot(object) {
    const { name, uid, labels, annotations, generation, deletionTimestamp } = object.metadata;
    const created = (0,konflux_kubernetes/* createdAt */.CT)(object) ?? 0;
    return {
        name,
        uid,
        owner: ownerOf(object.spec),
        components: SnapshotSpec.parse(object.spec).components.map(({ name: component, version, containerImage, source }) => ({
            name: component,
            version,
            image: containerImage,
            digest: (0,digest/* digestOf */.o)(containerImage),
            revision: source.git.revision,
        })),
        origin: originOf(labels, annotations),
        builtAt: timeOf(labels[BUILD_START] ?? annotations[BUILD_START]) ?? created,
        createdAt: created,
        labels,
        annotations,
        conditions: SnapshotStatus.parse(object.status).conditions,
        generation,
        leaving: deletionTimestamp !== undefined,
    };
}
function ownerOf(spec) {
    const { application, componentGroup: group } = OwnerFields.parse(spec);
    if (application !== undefined)
        return group === undefined ? { kind: "application", name: application } : undefined;
    return group === undefined ? undefined : { kind: "componentGroup", name: group };
}
function describeOwner({ kind, name }) {
    return kind === "application" ? `application ${name}` : `component group ${name}`;
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
    const labels = (0,konflux_kubernetes/* labelSelector */.wb)({ [COMMIT_LABEL]: commit, [COMPONENT_LABEL]: component });
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
    const { lastBuiltCommit: commit } = ComponentStatus.parse(found?.status);
    return commit === undefined ? "unknown" : { commit };
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/konflux/conditions.ts
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
    try {
        return Scenarios.parse((0,http.parseJson)(text));
    }
    catch {
        return [];
    }
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
    const { snapshot, releasePlan, data, gracePeriodDays } = ReleaseSpec.parse(object.spec);
    const status = ReleaseStatus.parse(object.status);
    return {
        name,
        uid,
        resourceVersion,
        generation,
        createdAt: (0,konflux_kubernetes/* createdAt */.CT)(object) ?? 0,
        leaving: deletionTimestamp !== undefined,
        snapshot,
        plan: releasePlan,
        data,
        gracePeriodDays,
        conditions: status.conditions,
        attempts: status.managedPipelineAttempts,
        status,
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
    const { tenantCollectorsProcessing, managedCollectorsProcessing } = status.collectorsProcessing;
    switch (type) {
        case "TenantCollectorsPipelineProcessed":
            return tenantCollectorsProcessing.pipelineRun;
        case "ManagedCollectorsPipelineProcessed":
            return managedCollectorsProcessing.pipelineRun;
        case "TenantPipelineProcessed":
            return status.tenantProcessing.pipelineRun;
        case "ManagedPipelineProcessed":
            return attempts.at(-1)?.pipelineRun ?? status.managedProcessing.pipelineRun;
        case "FinalPipelineProcessed":
            return status.finalProcessing.pipelineRun;
        default:
            return undefined;
    }
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
    const span = Date.parse(status.completionTime ?? "") - Date.parse(status.startTime ?? "");
    return Number.isNaN(span) || span < 0 ? undefined : Math.round(span / 1000);
}
function targetOf({ status }) {
    return status.target;
}
function artifactsOf({ status }) {
    const { artifacts = {} } = status;
    return Object.keys(artifacts).length === 0 ? undefined : artifacts;
}
function advisoryUrlOf(release) {
    return Artifacts.parse(release.status.artifacts).advisory.url;
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
        io.warning(`The Release cannot be read at the moment; still following it. ${(0,http.describeFailure)(error)}`);
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
        io.debug(`the watch ended: ${(0,http.describeFailure)(error)}`);
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
        "The cluster did not record who created the Release: create it with a user or service account that release-service's webhook sees.",
    ],
    ["no author in the ReleasePlan", "Add the label release.appstudio.openshift.io/author to the ReleasePlan."],
    ["automated not set in status", "A Release was manually marked as automated: create it without that label."],
    ["has no pipeline or target", "Set a target or a pipeline in the ReleasePlan."],
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
async function attemptOf(name, snapshot, plan) {
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
    const attempts = await Promise.all(failed.map(({ name }) => attemptOf(name, snapshot.name, plan.name)));
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
            labels: (0,konflux_kubernetes/* labelSelector */.wb)({ [RELEASE_SNAPSHOT_LABEL]: names, [RELEASE_PLAN_LABEL]: plan.name }),
        }),
        kubernetes.list(RELEASES, { labels: (0,konflux_kubernetes/* labelSelector */.wb)({ [RELEASE_SNAPSHOT_LABEL]: undefined }) }),
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
    const { target, tenantPipeline, finalPipeline } = ReleasePlanSpec.parse(spec);
    const { conditions, releasePlanAdmission: admission } = ReleasePlanStatus.parse(status);
    return {
        name: metadata.name,
        owner: ownerOf(spec),
        target,
        tenantPipeline: tenantPipeline !== undefined || finalPipeline !== undefined,
        matched: conditionOf(conditions, "Matched", metadata.generation),
        admission: admission.name === undefined ? undefined : { name: admission.name, active: admission.active },
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

















/***/ })

};
;