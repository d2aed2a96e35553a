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
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(299);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "metrics-gate",
    description: "Watches a release's metrics in Prometheus for a while and says whether its objectives hold: passed, refused, or not enough evidence.",
    inputs: {
        "prometheus-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The address that Prometheus's pages begin with; without it, that of the environment.",
            example: "https://prometheus.example.com",
            optional: true,
            gitlab: "PROMETHEUS_URL",
        }),
        environment: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The name of an environment in release-actions.yml that says where its Prometheus is.",
            example: "staging",
            optional: true,
        }),
        token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A bearer token that Prometheus takes.",
            secret: true,
            credential: true,
            notOfForge: true,
            optional: true,
            gitlab: "PROMETHEUS_TOKEN",
        }),
        username: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A user that Prometheus takes, instead of a token.",
            optional: true,
            gitlab: "PROMETHEUS_USERNAME",
        }),
        password: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Its password.",
            secret: true,
            credential: true,
            notOfForge: true,
            optional: true,
            gitlab: "PROMETHEUS_PASSWORD",
        }),
        slos: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The objectives: a list in YAML, or the path of a file with it. Without it: error rate below 1 %, p95 below 1000 ms, p99 below 2000 ms.",
            optional: true,
        }),
        selector: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Label matchers that select what is released; they are put into every query.",
            example: 'track="canary"',
        }),
        baseline: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Label matchers that select what it is compared with.",
            example: 'track="stable"',
            optional: true,
        }),
        duration: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long is measured.", default: "5m" }),
        interval: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long each tick's window is, from 1s on.", default: "30s" }),
        warmup: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long is waited before the first window begins.", default: "0" }),
        "min-requests": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
            description: "Requests over the whole run below which an objective does not pass.",
            default: "100",
        }),
        "min-samples": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
            description: "Ticks with an answer below which an objective does not pass. Without it: half of them.",
            optional: true,
        }),
        mode: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["evidence", "count"], {
            description: "evidence: refuses when the requests prove that a limit is broken. count: refuses when too many ticks break it.",
            default: "evidence",
        }),
        alpha: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The probability that a healthy release is refused.", default: "0.01" }),
        "max-violations": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
            description: "Episodes of violations that do not end a run of mode count, or of an objective without requests.",
            default: "3",
        }),
        "on-no-data": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["undecided", "refuse"], {
            description: "How a run ends that has too little data.",
            default: "undecided",
        }),
        "ingest-delay": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
            description: "How long after its end a window is asked for: a scrape interval or more.",
            default: "15s",
        }),
        "report-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Where the whole report is written, as JSON, in the workspace.",
            example: "metrics-gate.json",
            optional: true,
        }),
        "plot-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Where the plot is written, as SVG.",
            example: "metrics-gate.svg",
            optional: true,
        }),
        "junit-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Where the verdicts are written as JUnit's XML.",
            example: "metrics-gate.xml",
            optional: true,
        }),
        "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Take plain http for hosts other than this machine.", default: false }),
    },
    outputs: {
        reason: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Why it ended so, in one sentence with its numbers."),
        violations: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Episodes of violations, over all objectives that count."),
        samples: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Ticks with an answer, of the objective that has the fewest of those that count."),
        requests: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Requests that were judged, of the objective that saw the most."),
        report: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("What was measured, the worst first, at most 64 KiB; report-file has all of it."),
    },
    permissions: { github: {}, gitlab: "None; Prometheus's credentials come from variables." },
    services: ["prometheus"],
    endpoints: {
        description: ["Prometheus, at `prometheus-url` or at the environment's `prometheus.url`"],
        origins: (inputs) => [inputs.prometheusUrl],
    },
    changes: false,
    check: _settings_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW,
    async run(context) {
        const { judgeMetrics } = await Promise.all(/* import() */[__webpack_require__.e(6828), __webpack_require__.e(9251), __webpack_require__.e(7439), __webpack_require__.e(3399)]).then(__webpack_require__.bind(__webpack_require__, 3399));
        const { verdict, outputs, problems } = await judgeMetrics(context);
        if (verdict === "passed")
            return { verdict, ...outputs };
        const messages = {
            refused: "the release breaks its objectives",
            undecided: "it is not proven that the release keeps its objectives",
        };
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict, messages[verdict], { problems, outputs });
    },
}));


/***/ }),

/***/ 299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   rH: () => (/* binding */ scheduleOf)
/* harmony export */ });
const LEAST_INTERVAL = 1_000;
const MOST_TICKS = 10_000;
const LARGEST_ALPHA = 0.5;
function scheduleOf({ duration, interval, warmup, ingestDelay, }) {
    return { warmup, interval, ticks: Math.floor(duration / interval), ingestDelay };
}
function policyOf(inputs) {
    const { ticks, interval } = scheduleOf(inputs);
    const { mode, maxViolations, minRequests, minSamples = Math.ceil(ticks / 2), onNoData } = inputs;
    return {
        mode,
        alpha: Number(inputs.alpha),
        maxViolations,
        minRequests,
        minSamples,
        ticks,
        onNoData,
        secondsPerTick: interval / 1_000,
    };
}
function problemsOf(inputs) {
    const { interval, duration, alpha, minSamples, token, username, password, prometheusUrl, environment } = inputs;
    const problems = [];
    if (prometheusUrl === undefined && environment === undefined) {
        problems.push({
            input: "prometheus-url",
            what: "there is neither prometheus-url nor environment",
            remedy: "Give the address of Prometheus, or the name of an environment in release-actions.yml that has one.",
        });
    }
    if (interval < LEAST_INTERVAL)
        problems.push({ input: "interval", what: "interval is shorter than a second", remedy: "Give 1s or more." });
    else {
        const { ticks } = scheduleOf(inputs);
        if (ticks < 1)
            problems.push({
                input: "duration",
                what: "duration is shorter than interval, so that nothing would be measured",
                remedy: "Give a duration of several intervals.",
            });
        if (ticks > MOST_TICKS)
            problems.push({
                input: "interval",
                what: `these are ${ticks} ticks, and at most ${MOST_TICKS} are kept`,
                remedy: "Give a longer interval.",
            });
        if (minSamples !== undefined && ticks >= 1 && minSamples > ticks)
            problems.push({
                input: "min-samples",
                what: `min-samples is ${minSamples}, and a duration of ${duration / 1_000} s has ${ticks} ticks`,
                remedy: "Give fewer, or a longer duration.",
            });
    }
    if (!/^0?\.[0-9]{1,12}$/.test(alpha) || !(Number(alpha) > 0 && Number(alpha) <= LARGEST_ALPHA)) {
        problems.push({
            input: "alpha",
            what: `alpha must be a probability above 0 and at most ${LARGEST_ALPHA}`,
            remedy: "Write it as 0.01.",
        });
    }
    if ((username === undefined) !== (password === undefined)) {
        const missing = username === undefined ? "username" : "password";
        problems.push({
            input: missing,
            what: `${missing} is missing: an account has both`,
            remedy: `Give ${missing} as well.`,
        });
    }
    if (token !== undefined && username !== undefined)
        problems.push({ input: "token", what: "there are an account and a token", remedy: "Give one of them." });
    return problems;
}


/***/ })

};
;