"use strict";
exports.id = 8547;
exports.ids = [8547,9359];
exports.modules = {

/***/ 9359:
/***/ (require("./9359.module.js")),

/***/ 9495:
/***/ (require("./9495.module.js")),

/***/ 8547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeAlerts: () => (/* binding */ judgeAlerts)
});

// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/prometheus/index.ts + 4 modules
var packages_prometheus = __webpack_require__(9349);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./actions/alerts-gate/checks.ts
var checks = __webpack_require__(9359);
// EXTERNAL MODULE: ./actions/alerts-gate/compare.ts
var compare = __webpack_require__(9495);
;// CONCATENATED MODULE: ./actions/alerts-gate/queries.ts

const LOOK_BACK = 3_600_000;
async function queryPrometheus(prometheus, scope, clock) {
    const started = clock.now();
    const version = await prometheus.version();
    const first = version === undefined ? await prometheus.rules() : undefined;
    const [rules, alerts, targets, external, ...values] = await Promise.all([
        first ?? prometheus.rules(),
        prometheus.alerts(),
        prometheus.targets(),
        prometheus.externalLabels(),
        ...[...scope.labels].map(async ([label, value]) => ({
            label,
            value,
            known: await prometheus.labelValues(label, started - LOOK_BACK),
        })),
    ]);
    const scraped = targets ?? (await targetsByQuery(prometheus, scope));
    const externalLabels = external ?? {};
    const watched = {
        version,
        groups: rules.value,
        alerts: everyAlert(rules.value, alerts.value),
        targets: scraped.value,
        externalLabels,
        warnings: [rules, alerts, scraped, ...values.flatMap(({ known }) => known ?? [])].flatMap(({ warnings }) => warnings),
        now: Math.max(clock.now(), rules.date ?? 0),
        date: rules.date,
    };
    const unseen = values.filter(({ label, value, known }) => known?.value.includes(value) !== true && !occurs(label, value, watched));
    return { ...watched, unseen: unseen.map(({ label, value }) => `${label}=${JSON.stringify(value)}`) };
}
function occurs(label, value, { groups, alerts, targets, externalLabels }) {
    if (externalLabels[label] === value)
        return true;
    if (label === "alertname")
        return groups.some(({ rules }) => rules.some(({ kind, name }) => kind === "alerting" && name === value));
    const has = ({ labels }) => labels[label] === value;
    return targets.some(has) || groups.some(({ rules }) => rules.some(has)) || alerts.some(has);
}
function everyAlert(groups, alerts) {
    const inRules = groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.alerts));
    return inRules.length === 0 ? alerts : [...alerts, ...inRules];
}
async function targetsByQuery(prometheus, { labels }) {
    const matchers = [...labels].map(([label, value]) => (0,packages_prometheus/* equals */.aI)(label, value));
    const scoped = await prometheus.query((0,packages_prometheus/* selector */.Pf)("up", matchers));
    const answer = seriesOf(scoped.value).length > 0 || matchers.length === 0 ? scoped : await prometheus.query("up");
    const value = seriesOf(answer.value).map(({ labels: series, value: up }) => {
        const health = up === 1 ? "up" : up === 0 ? "down" : "unknown";
        return { labels: series, health, lastError: undefined };
    });
    return { value, warnings: [...new Set([...scoped.warnings, ...answer.warnings])] };
}
function seriesOf(result) {
    return result.kind === "vector" ? result.series : [];
}
async function queryAlertmanager(alertmanager) {
    const status = await alertmanager.status();
    const [alerts, silences] = await Promise.all([alertmanager.alerts(), alertmanager.silences()]);
    return { status, alerts, silences };
}

// EXTERNAL MODULE: ./actions/alerts-gate/scope.ts
var alerts_gate_scope = __webpack_require__(7972);
;// CONCATENATED MODULE: ./actions/alerts-gate/gate.ts







const NO_ALERTS = { firing: [], pending: [], silenced: [] };
async function judgeAlerts(context, scope) {
    const { inputs, clock } = context;
    const credential = (0,packages_http.credentialOf)(inputs);
    const [prometheus, alertmanager] = await Promise.all([
        answerOf("prometheus", context, (http) => queryPrometheus((0,packages_prometheus/* openPrometheus */.jL)({ http, url: inputs.prometheusUrl, credential }), scope, clock)),
        answerOf("alertmanager", context, (http) => queryAlertmanager((0,packages_prometheus/* openAlertmanager */.qI)({ http, url: inputs.alertmanagerUrl, credential }))),
    ]);
    const isComplete = "state" in prometheus && "state" in alertmanager;
    return { ...judge(prometheus, alertmanager, scope, inputs), isComplete };
}
async function answerOf(check, context, work) {
    const { inputs, io, clock, host, endpoints } = context;
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    try {
        const http = (0,packages_http.openHttp)({ io, signal, clock, network: host.network, endpoints, allowHttp: inputs.allowHttp });
        try {
            return { state: await work(http) };
        }
        finally {
            over.abort();
            http.close();
        }
    }
    catch (error) {
        return { row: (0,report/* unanswered */.bj)(check, error) };
    }
}
function judge(prometheus, alertmanager, scope, { requireWatchdog, pending, maxStaleness }) {
    const managed = "state" in alertmanager ? alertmanager.state : undefined;
    const managedRow = "state" in alertmanager ? (0,checks.alertmanagerRow)(alertmanager.state) : alertmanager.row;
    if (!("state" in prometheus)) {
        const active = managed?.alerts.filter(({ state, labels }) => state !== "suppressed" && (0,alerts_gate_scope/* isInScope */.yX)(labels, scope));
        const alerts = active === undefined ? [] : [(0,checks.halfRow)(active.length, "Alertmanager")];
        return { rows: [prometheus.row, managedRow, ...alerts], compared: NO_ALERTS };
    }
    const { state } = prometheus;
    const nothing = { status: { version: undefined, cluster: "" }, alerts: [], silences: [] };
    const compared = (0,compare/* compare */.UD)(state, managed ?? nothing, scope);
    const rows = [
        (0,checks.prometheusRow)(state),
        managedRow,
        (0,checks.scopeRow)(state, scope),
        (0,checks.rulesRow)(state, scope, maxStaleness),
        (0,checks.targetsRow)(state, scope),
        (0,checks.watchdogRow)(requireWatchdog, state, managed),
        (0,checks.pendingRow)(compared, pending),
        managed === undefined ? (0,checks.halfRow)(compared.firing.length, "Prometheus") : (0,checks.alertsRow)(compared),
    ];
    return { rows, compared };
}


/***/ }),

/***/ 9349:
/***/ (require("./9349.module.js")),

/***/ 6232:
/***/ (require("./6232.module.js")),

/***/ 5955:
/***/ (require("./5955.module.js"))

};
;