"use strict";
exports.id = 7692;
exports.ids = [7692];
exports.modules = {

/***/ 7692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2883);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "metrics-gate",
    description: "Watches a release's metrics in Prometheus for a while and decides whether its objectives hold: passed, refused, or not enough evidence.",
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputs */ .QL,
    outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V4,
    permissions: { github: {}, gitlab: "None; Prometheus's credentials come from variables." },
    services: ["prometheus"],
    endpoints: {
        description: ["Prometheus, at `prometheus-url` or at the environment's `prometheus.url`"],
        origins: (given) => [given.prometheusUrl],
    },
    changes: false,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw,
    async run(context) {
        const { judgeMetrics } = await Promise.all(/* import() */[__webpack_require__.e(6828), __webpack_require__.e(9480), __webpack_require__.e(1567)]).then(__webpack_require__.bind(__webpack_require__, 1567));
        return await judgeMetrics(context);
    },
}));


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ inputs),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   rH: () => (/* binding */ scheduleOf),
/* harmony export */   sw: () => (/* binding */ checkInputs)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

const inputs = {
    "prometheus-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "Base URL of Prometheus. Default: the environment's.",
        example: "https://prometheus.example.com",
        optional: true,
        gitlab: "PROMETHEUS_URL",
    }),
    environment: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Environment in release-actions.yml that has a Prometheus.",
        example: "staging",
        optional: true,
    }),
    token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Bearer token for Prometheus.",
        credential: "service",
        optional: true,
        gitlab: "PROMETHEUS_TOKEN",
    }),
    username: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "User name for Prometheus, instead of a token.",
        optional: true,
        gitlab: "PROMETHEUS_USERNAME",
    }),
    password: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Password for `username`.",
        credential: "service",
        optional: true,
        gitlab: "PROMETHEUS_PASSWORD",
    }),
    slos: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Objectives: a YAML list, or the path of a file with one. Default: error rate below 1 %, p95 below 1000 ms, p99 below 2000 ms.",
        optional: true,
    }),
    selector: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Label matchers that select the release; they are added to every query.",
        example: 'track="canary"',
    }),
    baseline: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Label matchers that select what the release is compared with.",
        example: 'track="stable"',
        optional: true,
    }),
    duration: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "Measurement time.", default: "5m" }),
    interval: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "Length of each tick's window, at least 1s.", default: "30s" }),
    warmup: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "Delay before the first window.", default: "0" }),
    "min-requests": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: "Requests that an objective needs over the whole run to pass.",
        default: "100",
    }),
    "min-samples": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: "Ticks with an answer that an objective needs to pass. Default: half of all ticks.",
        optional: true,
    }),
    mode: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["evidence", "count"], {
        description: "evidence: refuse when the requests prove that a limit is broken. count: refuse when too many ticks break it.",
        default: "evidence",
    }),
    alpha: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Probability that a healthy release is refused.", default: "0.01" }),
    "max-violations": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: "Episodes of violations allowed in mode count, or for an objective without requests.",
        default: "3",
    }),
    "on-no-data": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["undecided", "refuse"], {
        description: "Result when there is too little data.",
        default: "undecided",
    }),
    "ingest-delay": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How long after its end a window is queried: a scrape interval or more.",
        default: "15s",
    }),
    "report-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "File to write the whole report to as JSON, relative to the workspace.",
        example: "metrics-gate.json",
        optional: true,
    }),
    "plot-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "File to write the plot to as SVG, relative to the workspace.",
        example: "metrics-gate.svg",
        optional: true,
    }),
    "junit-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "File to write the verdicts to as JUnit XML, relative to the workspace.",
        example: "metrics-gate.xml",
        optional: true,
    }),
    "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};
const outputs = {
    reason: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Why it ended this way, in one sentence with its numbers."),
    violations: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Episodes of violations, over all objectives that count."),
    samples: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Ticks with an answer, of the counted objective that has the fewest."),
    requests: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Requests that were judged, of the objective that saw the most."),
    report: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("What was measured, the worst first, at most 64 KiB; report-file has all of it."),
};
const MIN_INTERVAL = 1_000;
const MAX_TICKS = 10_000;
const MAX_ALPHA = 0.5;
function scheduleOf({ duration: length, interval, warmup, ingestDelay }) {
    return { warmup, interval, ticks: Math.floor(length / interval), ingestDelay };
}
function policyOf(given) {
    const { ticks, interval } = scheduleOf(given);
    const { mode, maxViolations, minRequests, minSamples = Math.ceil(ticks / 2), onNoData } = given;
    return {
        mode,
        alpha: Number(given.alpha),
        maxViolations,
        minRequests,
        minSamples,
        ticks,
        onNoData,
        secondsPerTick: interval / 1_000,
    };
}
function checkInputs(given) {
    const { alpha, prometheusUrl, environment } = given;
    const problems = [];
    if (prometheusUrl === undefined && environment === undefined) {
        const remedy = "Set the base URL of Prometheus, or the name of an environment in release-actions.yml that has one.";
        problems.push({ input: "prometheus-url", what: "there is neither prometheus-url nor environment", remedy });
    }
    problems.push(...problemsOfTicks(given));
    if (!/^0?\.[0-9]{1,12}$/.test(alpha) || !(Number(alpha) > 0 && Number(alpha) <= MAX_ALPHA)) {
        const what = `alpha must be a probability greater than 0 and at most ${MAX_ALPHA}`;
        problems.push({ input: "alpha", what, remedy: "Write it as 0.01." });
    }
    return [...problems, ...(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .accountProblems */ .AT)(given)];
}
function problemsOfTicks(given) {
    const { interval, duration: length, minSamples } = given;
    if (interval < MIN_INTERVAL)
        return [{ input: "interval", what: "interval is shorter than a second", remedy: "Use 1s or more." }];
    const { ticks } = scheduleOf(given);
    if (ticks < 1) {
        const what = "duration is shorter than interval, so nothing would be measured";
        return [{ input: "duration", what, remedy: "Use a duration of several intervals." }];
    }
    const problems = [];
    if (ticks > MAX_TICKS) {
        const what = `there would be ${ticks} ticks, and at most ${MAX_TICKS} are allowed`;
        problems.push({ input: "interval", what, remedy: "Use a longer interval." });
    }
    if (minSamples !== undefined && minSamples > ticks) {
        const what = `min-samples is ${minSamples}, and a duration of ${length / 1_000} s has ${ticks} ticks`;
        problems.push({ input: "min-samples", what, remedy: "Use fewer, or a longer duration." });
    }
    return problems;
}


/***/ })

};
;