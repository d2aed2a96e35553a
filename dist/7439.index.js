"use strict";
exports.id = 7439;
exports.ids = [7439];
exports.modules = {

/***/ 7439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aI: () => (/* reexport */ promql/* equals */.aI),
  sE: () => (/* reexport */ promql/* matcherText */.sE),
  yL: () => (/* reexport */ promql/* oneOf */.yL),
  qI: () => (/* reexport */ openAlertmanager),
  gD: () => (/* reexport */ openCounters),
  jL: () => (/* reexport */ openPrometheus),
  Pf: () => (/* reexport */ promql/* selector */.gD)
});

// UNUSED EXPORTS: matcher, quoted

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 33 modules
var http = __webpack_require__(4959);
;// CONCATENATED MODULE: ./packages/prometheus/read.ts

function mismatch(path, wanted) {
    return Object.assign(new Error(`should be ${wanted}`), { path });
}
const NO_LABELS = Object.freeze(Object.create(null));
const labels = (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw mismatch(path, "an object of texts");
    for (const name in value) {
        if (typeof value[name] !== "string")
            throw mismatch(`${path}.${name}`, "a text");
    }
    return value;
};
function oneWordOf(...words) {
    return (value, path) => words.find((word) => word === value) ?? fail(path, `one of ${words.join(", ")}`);
}
function fail(path, wanted) {
    throw mismatch(path, wanted);
}
const RFC3339 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
const time = (value, path) => {
    const read = typeof value === "string" && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(read))
        throw mismatch(path, "a time (RFC 3339)");
    return value.startsWith("0001-01-01T") ? undefined : read;
};
const seconds = (value, path) => {
    if (typeof value === "number" && value >= 0)
        return value * 1000;
    throw mismatch(path, "a number of seconds");
};
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;
const sampleValue = (value, path) => {
    if (typeof value !== "string")
        throw mismatch(path, "a number as text");
    if (value === "NaN")
        return Number.NaN;
    if (value === "+Inf" || value === "Inf")
        return Infinity;
    if (value === "-Inf")
        return -Infinity;
    if (!NUMBER.test(value))
        throw mismatch(path, "a number as text");
    return Number(value);
};
function pair(first, second) {
    return (value, path) => {
        if (!Array.isArray(value) || value.length !== 2)
            throw mismatch(path, "a pair");
        return [(0,http.readItem)(first, value[0], path, 0), (0,http.readItem)(second, value[1], path, 1)];
    };
}
const instant = (value, path) => {
    if (typeof value === "number")
        return value * 1000;
    throw mismatch(path, "a time in seconds");
};
const sample = (value, path) => {
    if (!Array.isArray(value) || value.length !== 2)
        throw mismatch(path, "a pair");
    return { time: (0,http.readItem)(instant, value[0], path, 0), value: (0,http.readItem)(sampleValue, value[1], path, 1) };
};

;// CONCATENATED MODULE: ./packages/prometheus/alertmanager.ts



const MAX_BYTES = 64 * 1024 * 1024;
const NOT_HERE = [404, 405];
const alertmanager_status = (value, path) => {
    const { cluster, versionInfo } = (0,http.shape)({
        cluster: (0,http.shape)({ status: http.text }),
        versionInfo: (0,http.maybe)((0,http.shape)({ version: (0,http.maybe)(http.text) })),
    })(value, path);
    return { cluster: cluster.status, version: versionInfo?.version };
};
const alertShape = (0,http.shape)({
    labels: labels,
    annotations: (0,http.maybe)(labels),
    status: (0,http.shape)({
        state: oneWordOf("active", "suppressed", "unprocessed"),
        silencedBy: (0,http.listOf)(http.text),
        inhibitedBy: (0,http.listOf)(http.text),
    }),
    startsAt: (0,http.maybe)(time),
    endsAt: (0,http.maybe)(time),
});
const alertmanager_alert = (value, path) => {
    const { status: state, annotations = {}, ...rest } = alertShape(value, path);
    return { ...rest, ...state, annotations };
};
const silenceShape = (0,http.shape)({
    id: http.text,
    status: (0,http.shape)({ state: http.text }),
    createdBy: http.text,
    comment: (0,http.maybe)(http.text),
    endsAt: (0,http.maybe)(time),
});
const silence = (value, path) => {
    const { status: state, comment = "", ...rest } = silenceShape(value, path);
    return { ...rest, ...state, comment };
};
const StatusReply = (0,http.schema)(alertmanager_status);
const AlertsReply = (0,http.schema)((0,http.listOf)(alertmanager_alert));
const SilencesReply = (0,http.schema)((0,http.listOf)(silence));
function openAlertmanager({ http, url, credential }) {
    const api = http.api(url, {
        maxBytes: MAX_BYTES,
        permission: "a token that may read Alertmanager's API",
        ...(credential !== undefined && { credential }),
    });
    async function read(name, shapeOf, query = {}) {
        const reply = await api.read({ path: ["api", "v2", name], query, expect: [200, ...NOT_HERE] });
        if (reply.status === 200)
            return reply.json(shapeOf);
        throw (0,action/* invalid */.Gq)(`${api.base} has no api/v2/${name} (${reply.status}): it is not Alertmanager`, {
            remedy: "Give the address that Alertmanager's own pages begin with, without /api/v2 and without /#/alerts.",
        });
    }
    return {
        host: new URL(api.base).host,
        status: () => read("status", StatusReply),
        alerts: () => read("alerts", AlertsReply, { active: true, silenced: true, inhibited: true, unprocessed: true }),
        silences: () => read("silences", SilencesReply),
    };
}

;// CONCATENATED MODULE: ./packages/prometheus/counters.ts
const LOOK_BACK = 300_000;
const MISSED_SCRAPES = 3;
const LEAST_STALE = 5_000;
const MOST_STEPS = 60;
function openCounters(start, interval = Infinity) {
    const states = new Map();
    const grown = new Map();
    let lastRead;
    let scrape;
    const gaps = [];
    let live = 0;
    let forgotten = start;
    let steps = [];
    const stale = () => (scrape === undefined ? LOOK_BACK : Math.max(LEAST_STALE, MISSED_SCRAPES * scrape));
    function take({ labels, samples }, missed) {
        const key = JSON.stringify(labels);
        let state = states.get(key);
        let window = 0;
        for (const { time, value } of samples) {
            if (value === undefined || Number.isNaN(value) || time <= (state?.time ?? -Infinity))
                continue;
            if (state === undefined) {
                state = { labels, value: 0, time, grown: 0 };
                states.set(key, state);
                if (time <= (lastRead ?? start))
                    state.value = value;
            }
            if (time <= start)
                state.value = value;
            else {
                while (window < missed.length && missed[window].end < time)
                    window += 1;
                count(state, value >= state.value ? value - state.value : value, missed[window]);
            }
            state.value = value;
            state.time = time;
        }
        return state?.time ?? -Infinity;
    }
    function learn(series) {
        for (const { samples } of series) {
            for (let index = 1; index < samples.length && gaps.length < ENOUGH; index += 1)
                gaps.push(samples[index].time - samples[index - 1].time);
        }
        scrape = gaps.toSorted((one, other) => one - other)[gaps.length >> 1];
    }
    function count(state, growth, window) {
        if (growth === 0)
            return;
        state.grown += growth;
        const le = state.labels["le"] ?? "";
        add(grown, le, growth);
        if (window !== undefined)
            add(window.grown, le, growth);
    }
    function missedSince(since, to) {
        const missed = [];
        for (let end = to - interval; end > since && missed.length < MOST_STEPS; end -= interval)
            missed.push({ end, grown: new Map() });
        return missed.reverse();
    }
    function keep(before, missed) {
        let last = before;
        for (const window of missed) {
            for (const [le, growth] of last.grown)
                add(window.grown, le, growth);
            last = window;
        }
        steps = [...steps, before, ...missed].slice(-MOST_STEPS);
    }
    return {
        range: (to) => (lastRead === undefined ? to - start + LOOK_BACK : to - lastRead + stale()),
        read(result, to) {
            if (result.kind !== "matrix")
                return `a ${result.kind} was returned where samples of counters were requested`;
            for (const { samples } of result.series) {
                for (const { time, value } of samples) {
                    if (time > to + 1_000)
                        return "a sample is of a later time than requested";
                    if (value === undefined)
                        return "these are native histograms, which are not counters";
                    if (value === Infinity || value < 0)
                        return "a counter has a value that no counter can have";
                }
            }
            if (gaps.length < ENOUGH)
                learn(result.series);
            live = 0;
            const since = lastRead ?? start;
            const missed = missedSince(since, to);
            const before = since > forgotten || missed.length > 0 ? { end: since, grown: new Map(grown) } : undefined;
            for (const one of result.series)
                if (take(one, missed) > to - stale())
                    live += 1;
            if (before !== undefined)
                keep(before, missed);
            lastRead = to;
            return undefined;
        },
        live: () => live,
        grown: (until = lastRead) => until === lastRead ? grown : steps.find(({ end }) => end === until)?.grown,
        forget(until) {
            forgotten = Math.max(forgotten, until);
            if (steps.length > 0)
                steps = steps.filter(({ end }) => end > until);
        },
        series: () => states.values(),
    };
}
function add(sums, le, growth) {
    sums.set(le, (sums.get(le) ?? 0) + growth);
}
const ENOUGH = 20;

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./packages/prometheus/answer.ts



const answer_NOT_HERE = [404, 405, 501];
const HIDDEN = [403, ...answer_NOT_HERE];
const REASONED = [400, 422];
const envelope = (0,http.shape)({
    status: http.text,
    errorType: (0,http.maybe)(http.text),
    error: (0,http.maybe)(http.text),
    warnings: (0,http.maybe)((0,http.listOf)(http.text)),
    infos: (0,http.maybe)((0,http.listOf)(http.text)),
    data: (value) => value,
});
const Envelope = (0,http.schema)(envelope);
async function ask(api, request, data) {
    const reply = await api.read({ ...request, expect: [200, ...REASONED, ...answer_NOT_HERE] });
    if (answer_NOT_HERE.includes(reply.status)) {
        throw (0,action/* invalid */.Gq)(`${api.base} has no ${request.path.join("/")} (${reply.status}): it is not Prometheus`, {
            remedy: "Give the address that Prometheus's own pages begin with, without /api/v1 and without /graph.",
        });
    }
    return answerOf(api, reply, data);
}
async function askPerhaps(api, request, data) {
    const reply = await api.read({ ...request, expect: [200, ...REASONED, ...HIDDEN] });
    return HIDDEN.includes(reply.status) ? undefined : answerOf(api, reply, data);
}
function answerOf(api, reply, data) {
    const answered = reply.status === 200 ? reply.json(Envelope) : reasonOf(reply);
    if (answered === undefined || answered.status !== "success")
        throw failureOf(api, reply.status, answered);
    const value = reply.json((0,http.schema)((whole, path) => data(whole.data, `${path}data`)));
    const date = Date.parse(reply.headers["date"] ?? "");
    return {
        value,
        warnings: answered.warnings ?? [],
        infos: answered.infos ?? [],
        date: Number.isNaN(date) ? undefined : date,
    };
}
function unreadable(api, why) {
    return (0,action/* undecided */.oo)(`${api.base} answered what cannot be read: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(why), 300)}`, {
        remedy: "Look at the server's own pages for the reason, then run again.",
    });
}
function reasonOf(reply) {
    try {
        return reply.json(Envelope);
    }
    catch {
        return undefined;
    }
}
function failureOf(api, status, reason) {
    const said = reason === undefined
        ? ""
        : `: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${reason.errorType ?? reason.status}: ${reason.error ?? "no reason given"}`), 300)}`;
    const what = `${api.base} answered ${status} without a result${said}`;
    if (status === 400 && (reason === undefined || reason.errorType === "bad_data"))
        return (0,action/* invalid */.Gq)(what, { remedy: "Check the query and the address." });
    return (0,action/* undecided */.oo)(what, { remedy: "Look at the server's own pages for the reason, then run again." });
}

;// CONCATENATED MODULE: ./packages/prometheus/schema.ts


const schema_alertShape = (0,http.shape)({
    labels: labels,
    annotations: (0,http.maybe)(labels),
    state: oneWordOf("pending", "firing", "inactive"),
    activeAt: (0,http.maybe)(time),
});
const alerts = (value, path) => (0,http.listOf)(schema_alertShape)(value, path).flatMap(({ state, annotations, ...alert }) => state === "inactive" ? [] : [{ ...alert, state, annotations: annotations ?? {} }]);
const alertsData = (value, path) => (0,http.shape)({ alerts })(value, path).alerts;
const ruleShape = (0,http.shape)({
    type: oneWordOf("alerting", "recording"),
    name: http.text,
    query: http.text,
    labels: (0,http.maybe)(labels),
    health: http.text,
    lastError: (0,http.maybe)(http.text),
    lastEvaluation: (0,http.maybe)(time),
    state: (0,http.maybe)(http.text),
    alerts: (0,http.maybe)(alerts),
});
const rule = (value, path) => {
    const { type, labels: own, alerts: active, ...rest } = ruleShape(value, path);
    return { ...rest, kind: type, labels: own ?? NO_LABELS, alerts: active ?? [] };
};
const groups = (0,http.listOf)((0,http.shape)({ name: http.text, file: http.text, interval: seconds, rules: (0,http.listOf)(rule) }));
const rulesShape = (0,http.shape)({ groups, groupNextToken: (0,http.maybe)(http.text) });
const rulesData = (value, path) => {
    const { groups: read, groupNextToken } = rulesShape(value, path);
    if (groupNextToken !== undefined && groupNextToken !== "")
        throw mismatch(`${path}.groupNextToken`, "absent: all groups were requested");
    return read;
};
const target = (0,http.shape)({ labels: labels, health: oneWordOf("up", "down", "unknown"), lastError: (0,http.maybe)(http.text) });
const targetsData = (value, path) => (0,http.shape)({ activeTargets: (0,http.listOf)(target) })(value, path).activeTargets;
const buildData = (value, path) => (0,http.shape)({ version: http.text })(value, path).version;
const configData = (value, path) => (0,http.shape)({ yaml: http.text })(value, path).yaml;
const metadataData = (value, path) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return Object.keys(value);
    throw mismatch(path, "an object");
};
const labelValuesData = (0,http.listOf)(http.text);
const histogram = (value, path) => ({
    time: pair(instant, (inner) => inner)(value, path)[0],
    value: undefined,
});
const vectorItem = (0,http.shape)({ metric: labels, value: (0,http.maybe)(sample), histogram: (0,http.maybe)(histogram) });
const matrixItem = (0,http.shape)({ metric: labels, values: (0,http.maybe)((0,http.listOf)(sample)), histograms: (0,http.maybe)((0,http.listOf)(histogram)) });
const queryData = (value, path) => {
    const { resultType, result } = (0,http.shape)({
        resultType: oneWordOf("scalar", "vector", "matrix", "string"),
        result: (inner) => inner,
    })(value, path);
    const at = `${path}.result`;
    switch (resultType) {
        case "scalar":
            return { kind: "scalar", sample: sample(result, at) };
        case "string":
            return { kind: "string", text: pair(instant, http.text)(result, at)[1] };
        case "vector":
            return {
                kind: "vector",
                series: (0,http.listOf)(vectorItem)(result, at).map((item, index) => ({
                    labels: item.metric,
                    ...vectorSample(item, `${at}[${index}]`),
                })),
            };
        case "matrix":
            return {
                kind: "matrix",
                series: (0,http.listOf)(matrixItem)(result, at).map(({ metric, values = [], histograms = [] }) => ({
                    labels: metric,
                    samples: histograms.length === 0 ? values : [...values, ...histograms].sort((one, other) => one.time - other.time),
                })),
            };
    }
};
function vectorSample({ value, histogram: native }, path) {
    if (value !== undefined)
        return value;
    if (native !== undefined)
        return native;
    throw mismatch(path, "a sample");
}

;// CONCATENATED MODULE: ./packages/prometheus/prometheus.ts



const prometheus_MAX_BYTES = 64 * 1024 * 1024;
function openPrometheus({ http, url, credential, deadline, patience, attempts }) {
    const api = http.api(url, {
        maxBytes: prometheus_MAX_BYTES,
        deadline,
        patience,
        attempts,
        permission: "a token that may read Prometheus's API",
        ...(credential !== undefined && { credential }),
    });
    const path = (...rest) => ["api", "v1", ...rest];
    return {
        host: new URL(api.base).host,
        version: async () => (await askPerhaps(api, { path: path("status", "buildinfo") }, buildData))?.value,
        rules: () => ask(api, { path: path("rules"), query: { exclude_alerts: true } }, rulesData),
        alerts: () => ask(api, { path: path("alerts") }, alertsData),
        targets: () => askPerhaps(api, { path: path("targets"), query: { state: "active" } }, targetsData),
        externalLabels: () => readExternalLabels(api),
        labelValues: (label, start, selectors = []) => askPerhaps(api, { path: path("label", label, "values"), query: { start: start / 1000, "match[]": selectors } }, labelValuesData),
        isDocumented: async (metric) => (await askPerhaps(api, { path: path("metadata"), query: { metric } }, metadataData))?.value.includes(metric),
        query: (query, time) => ask(api, { method: "POST", path: path("query"), form: { query, ...(time !== undefined && { time: time / 1000 }) } }, queryData),
    };
}
async function readExternalLabels(api) {
    const config = await askPerhaps(api, { path: ["api", "v1", "status", "config"] }, configData);
    if (config === undefined)
        return undefined;
    const block = globalBlock(config.value);
    if (!block.includes("external_labels"))
        return NO_LABELS;
    const { parse } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const found = externalLabelsIn(() => parse(block, { schema: "failsafe", maxAliasCount: 0 }), api);
    if (typeof found !== "object" || found === null)
        return NO_LABELS;
    const texts = Object.entries(found).filter((entry) => typeof entry[1] === "string");
    return Object.assign(Object.create(null), Object.fromEntries(texts));
}
function externalLabelsIn(read, api) {
    try {
        return read().global?.external_labels;
    }
    catch (cause) {
        throw unreadable(api, cause.message);
    }
}
function globalBlock(yaml) {
    const start = yaml.startsWith("global:") ? 0 : yaml.indexOf("\nglobal:") + 1;
    if (start === 0 && !yaml.startsWith("global:"))
        return "";
    const lines = yaml.slice(start).split("\n");
    const end = lines.findIndex((line, index) => index > 0 && line !== "" && !line.startsWith(" "));
    return lines.slice(0, end < 0 ? lines.length : end).join("\n");
}

// EXTERNAL MODULE: ./packages/prometheus/promql.ts
var promql = __webpack_require__(6232);
;// CONCATENATED MODULE: ./packages/prometheus/index.ts







/***/ }),

/***/ 6232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aI: () => (/* binding */ equals),
/* harmony export */   gD: () => (/* binding */ selector),
/* harmony export */   sE: () => (/* binding */ matcherText),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony exports matcher, quoted */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

function matcher(label, operator, value) {
    if (label === "")
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A label matcher needs a label.");
    return { label, operator, value };
}
function equals(label, value) {
    return matcher(label, "=", value);
}
function oneOf(label, values) {
    if (values.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`No value is given for the label ${JSON.stringify(label)}.`);
    return values.length === 1 ? equals(label, values[0]) : matcher(label, "=~", values.map(literal).join("|"));
}
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
function selector(metric, matchers = []) {
    const classic = METRIC.test(metric);
    const inside = matchers.map(matcherText);
    const all = classic || metric === "" ? inside : [quoted(metric), ...inside];
    if (metric === "" && all.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A selector needs a metric or a label matcher.");
    return `${classic ? metric : ""}${all.length === 0 ? "" : `{${all.join(",")}}`}`;
}
function matcherText({ label, operator, value }) {
    return `${LABEL.test(label) ? label : quoted(label)}${operator}${quoted(value)}`;
}
function quoted(text) {
    if (!text.isWellFormed())
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A label's value holds half a character (a lone surrogate), which no query can carry.");
    return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, escaped)}"`;
}
function escaped(character) {
    if (character === '"' || character === "\\")
        return `\\${character}`;
    if (character === "\n")
        return "\\n";
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
function literal(text) {
    return text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}


/***/ })

};
;