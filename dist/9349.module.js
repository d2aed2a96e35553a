"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aI: () => (/* reexport */ promql/* equals */.aI),
  jN: () => (/* reexport */ promql/* matcher */.jN),
  sE: () => (/* reexport */ promql/* matcherText */.sE),
  yL: () => (/* reexport */ promql/* oneOf */.yL),
  qI: () => (/* reexport */ openAlertmanager),
  gD: () => (/* reexport */ openCounters),
  jL: () => (/* reexport */ openPrometheus),
  Pf: () => (/* reexport */ promql/* selector */.gD)
});

// UNUSED EXPORTS: quoted

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/prometheus/alertmanager.ts


const MAX_BYTES = 64 * 1024 * 1024;
const NOT_HERE = [404, 405];
function openAlertmanager({ http, url, credential }) {
    const api = http.api(url, {
        maxBytes: MAX_BYTES,
        permission: "a token that may read Alertmanager's API",
        ...(credential !== undefined && { credential }),
    });
    async function read(name, schemaOf, query = {}) {
        const reply = await api.read({ path: ["api", "v2", name], query, expect: [200, ...NOT_HERE] });
        if (reply.status === 200) {
            const value = reply.json(schemaOf(await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7524)]).then(__webpack_require__.bind(__webpack_require__, 7524))));
            (0,packages_http.freeBody)(reply);
            return value;
        }
        throw (0,action/* invalid */.Gq)(`${api.base} does not have api/v2/${name} (${reply.status}): it is not Alertmanager`, {
            remedy: "Set the address where Alertmanager's own pages begin, without /api/v2 and without /#/alerts.",
        });
    }
    return {
        host: new URL(api.base).host,
        status: () => read("status", ({ StatusReply }) => StatusReply),
        alerts: () => read("alerts", ({ ManagedAlertsReply }) => ManagedAlertsReply, {
            active: true,
            silenced: true,
            inhibited: true,
            unprocessed: true,
        }),
        silences: () => read("silences", ({ SilencesReply }) => SilencesReply),
    };
}

;// CONCATENATED MODULE: ./packages/prometheus/counters.ts
const LOOK_BACK = 300_000;
const MISSED_SCRAPES = 3;
const LEAST_STALE = 5_000;
const MOST_FALLS = 2;
const LARGE = 1_000;
const MOST_FASTER = 10;
const MOST_STEPS = 60;
function openCounters(start, { interval = Infinity, fractions = true } = {}) {
    const states = new Map();
    const grown = new Map();
    let lastRead;
    let scrape;
    const gaps = [];
    let live = 0;
    let forgotten = start;
    let steps = [];
    let falls = 0;
    let broken;
    const stale = () => (scrape === undefined ? LOOK_BACK : Math.max(LEAST_STALE, MISSED_SCRAPES * scrape));
    function take({ labels, samples }, missed) {
        const key = JSON.stringify(labels);
        let state = states.get(key);
        let window = 0;
        for (const { time, value } of samples) {
            if (value === undefined || Number.isNaN(value) || time <= (state?.time ?? -Infinity))
                continue;
            if (state === undefined) {
                state = { labels, value: 0, time, grown: 0, rises: 0, fastest: 0 };
                states.set(key, state);
                if (time <= (lastRead ?? start))
                    state.value = value;
            }
            else
                learnPace(state, value, time);
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
    function learnPace(state, value, time) {
        const passed = time - state.time;
        if (value >= state.value) {
            state.rises += 1;
            state.fastest = Math.max(state.fastest, (value - state.value) / passed);
            return;
        }
        const isRestart = value < state.value / 2 || value <= MOST_FASTER * state.fastest * passed;
        if (isRestart || state.rises < 2)
            return;
        falls += 1;
        if (falls > MOST_FALLS || value >= LARGE)
            broken ??= `values fall without a restart (from ${state.value} to ${value}): these are not counters`;
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
                    if (!fractions && !Number.isInteger(value) && !Number.isNaN(value))
                        broken ??= `a value is ${value}, not a whole number, and nothing declares a counter: it looks like a gauge or a rate`;
                }
            }
            if (broken !== undefined)
                return broken;
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
            return broken;
        },
        broken: () => broken,
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

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/prometheus/answer.ts



const answer_NOT_HERE = [404, 405, 501];
const HIDDEN = [403, ...answer_NOT_HERE];
const REASONED = [400, 422];
async function ask(api, request, schemaOf) {
    const reply = await api.read({ ...request, expect: [200, ...REASONED, ...answer_NOT_HERE] });
    if (answer_NOT_HERE.includes(reply.status)) {
        throw (0,action/* invalid */.Gq)(`${api.base} does not have ${request.path.join("/")} (${reply.status}): it is not Prometheus`, {
            remedy: "Set the address where Prometheus's own pages begin, without /api/v1 and without /graph.",
        });
    }
    return answerOf(api, reply, schemaOf);
}
async function askPerhaps(api, request, schemaOf) {
    const reply = await api.read({ ...request, expect: [200, ...REASONED, ...HIDDEN] });
    return HIDDEN.includes(reply.status) ? undefined : answerOf(api, reply, schemaOf);
}
async function answerOf(api, reply, schemaOf) {
    const schemas = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7524)]).then(__webpack_require__.bind(__webpack_require__, 7524));
    const envelope = reply.status === 200 ? reply.json(schemas.Envelope) : reasonOf(reply, schemas.Envelope);
    const hasError = (envelope?.error ?? "") !== "" || (envelope?.errorType ?? "") !== "";
    if (envelope === undefined || envelope.status !== "success" || hasError)
        throw failureOf(api, reply.status, envelope);
    const { data: value } = reply.json(schemaOf(schemas));
    (0,packages_http.freeBody)(reply);
    const date = Date.parse(reply.headers["date"] ?? "");
    return {
        value,
        ...signsOf(envelope, reply),
        date: Number.isNaN(date) ? undefined : date,
    };
}
const REMARK = "PromQL info: ";
const LIMITED = "m3-results-limited";
function signsOf({ warnings = [], infos = [], isPartial = false }, { headers }) {
    const limited = headers[LIMITED] ?? "";
    return {
        warnings: [
            ...warnings.filter((text) => !text.startsWith(REMARK)),
            ...(isPartial ? ["the server marks its answer as partial (isPartial)"] : []),
            ...(limited === "" ? [] : [`the server limited its answer (${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(limited), 100)})`]),
        ],
        infos: [...infos, ...warnings.filter((text) => text.startsWith(REMARK))],
    };
}
function unreadable(api, why) {
    return (0,action/* undecided */.oo)(`${api.base} sent a reply that cannot be read: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(why), 300)}`, {
        remedy: "Check the server's own pages for the reason, then run again.",
    });
}
function reasonOf(reply, schema) {
    try {
        return reply.json(schema);
    }
    catch {
        return undefined;
    }
}
function failureOf(api, status, envelope) {
    const reason = envelope === undefined
        ? ""
        : `: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${envelope.errorType ?? envelope.status}: ${envelope.error ?? "no reason given"}`), 300)}`;
    const what = `${api.base} answered ${status} without a result${reason}`;
    if (status === 400 && (envelope === undefined || envelope.errorType === "bad_data"))
        return (0,action/* invalid */.Gq)(what, { remedy: "Check the query and the address." });
    return (0,action/* undecided */.oo)(what, { remedy: "Check the server's own pages for the reason, then run again." });
}

// EXTERNAL MODULE: ./packages/prometheus/read.ts
var read = __webpack_require__(5955);
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
        version: async () => (await askPerhaps(api, { path: path("status", "buildinfo") }, ({ BuildReply }) => BuildReply))?.value.version,
        rules: () => ask(api, { path: path("rules"), query: { exclude_alerts: true } }, ({ RulesReply }) => RulesReply),
        alerts: () => ask(api, { path: path("alerts") }, ({ AlertsReply }) => AlertsReply),
        targets: () => askPerhaps(api, { path: path("targets"), query: { state: "active" } }, ({ TargetsReply }) => TargetsReply),
        externalLabels: () => readExternalLabels(api),
        labelValues: (label, start, selectors = []) => askPerhaps(api, { path: path("label", label, "values"), query: { start: start / 1000, "match[]": selectors } }, ({ TextsReply }) => TextsReply),
        labelNames: (start, selectors) => askPerhaps(api, { path: path("labels"), query: { start: start / 1000, "match[]": selectors } }, ({ TextsReply }) => TextsReply),
        async descriptions(metric) {
            const request = { path: path("metadata"), query: { metric } };
            const metadata = await askPerhaps(api, request, ({ MetadataReply }) => MetadataReply);
            return metadata && { ...metadata, value: metadata.value.get(metric) ?? [] };
        },
        query: (query, time) => ask(api, { method: "POST", path: path("query"), form: { query, ...(time !== undefined && { time: time / 1000 }) } }, ({ QueryReply }) => QueryReply),
    };
}
async function readExternalLabels(api) {
    const config = await askPerhaps(api, { path: ["api", "v1", "status", "config"] }, ({ ConfigReply }) => ConfigReply);
    if (config === undefined)
        return undefined;
    const block = globalBlock(config.value.yaml);
    if (!block.includes("external_labels"))
        return read/* NO_LABELS */.QN;
    const [{ parse }, { Configuration }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989)), Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(7524)]).then(__webpack_require__.bind(__webpack_require__, 7524))]);
    return externalLabelsOf(api, () => (0,packages_http.readAs)(Configuration, parse(block, { schema: "failsafe", maxAliasCount: 0 })));
}
function externalLabelsOf(api, read) {
    try {
        return read();
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







/***/ });
