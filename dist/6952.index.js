"use strict";
exports.id = 6952;
exports.ids = [6952,9359];
exports.modules = {

/***/ 9359:
/***/ (require("./9359.module.js")),

/***/ 9495:
/***/ (require("./9495.module.js")),

/***/ 6952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   outputsOf: () => (/* binding */ outputsOf),
/* harmony export */   summaryOf: () => (/* binding */ summaryOf)
/* harmony export */ });
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9359);



const ROWS = 50;
const PLACE_LABELS = [
    "service",
    "namespace",
    "deployment",
    "statefulset",
    "pod",
    "container",
    "job",
    "instance",
    "node",
    "cluster",
];
const SHOWN_LABELS = 4;
function summaryOf(verdict, rows, { firing, pending, silenced }, scope) {
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)("alerts-gate"),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)(_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .VERDICT_WORDS */ ._G[verdict])]),
        ...(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .checkTable */ .Dv)(rows),
        ...alertTable("Firing", firing, scope),
        ...alertTable("Silenced or inhibited", silenced, scope),
        ...alertTable("Pending", pending, scope),
    ];
}
function alertTable(title, alerts, scope) {
    if (alerts.length === 0)
        return [];
    const quiet = alerts.some(({ silences, inhibited }) => silences.length > 0 || inhibited);
    const rows = alerts.slice(0, ROWS).map((alert) => {
        const { name, severity, since, labels, annotations } = alert;
        const runbook = runbookOf(annotations);
        return [
            (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(cut(name)),
            cut(severity ?? "none"),
            since === undefined ? "" : (0,_checks_js__WEBPACK_IMPORTED_MODULE_2__.minute)(since),
            cut(placeLabels(labels, scope), 300),
            runbook === undefined ? "" : (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)("runbook", runbook),
            ...(quiet ? [cut((0,_checks_js__WEBPACK_IMPORTED_MODULE_2__.quietBy)(alert), 300)] : []),
        ];
    });
    const columns = ["Alert", "Severity", "Since", "Labels", "Runbook", ...(quiet ? ["Quiet because"] : [])];
    const more = alerts.length > ROWS ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(`and ${alerts.length - ROWS} more`)] : [];
    return [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(`${title} (${alerts.length})`, 3), (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(columns, rows), ...more];
}
function placeLabels(labels, scope) {
    const rest = Object.keys(labels).filter((name) => name !== "alertname" && name !== "severity" && !scope.labels.has(name));
    const place = (name) => (PLACE_LABELS.includes(name) ? PLACE_LABELS.indexOf(name) : PLACE_LABELS.length);
    const ordered = rest.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
    const shown = ordered
        .slice(0, SHOWN_LABELS)
        .map((name) => `${name}=${cut(labels[name] ?? "", 80)}`)
        .join(", ");
    return ordered.length > SHOWN_LABELS ? `${shown}, …` : shown;
}
function runbookOf({ runbook_url: url, runbook }) {
    return [url, runbook].find((address) => address?.startsWith("https://") === true);
}
function cut(text, max = 120) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text), max);
}
function outputsOf({ firing, pending, silenced }) {
    return { firing: listOutput(firing), pending: listOutput(pending), silenced: listOutput(silenced) };
}
function listOutput(alerts) {
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .fittingItems */ .K8)(alerts.map(outputOf));
}
function outputOf({ name, severity, since, labels, annotations, known, silences, inhibited }) {
    const runbook = runbookOf(annotations);
    const { summary } = annotations;
    return {
        alert: name,
        severity: severity ?? null,
        since: since === undefined ? null : new Date(since).toISOString(),
        labels,
        ...(summary !== undefined && { summary: (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(summary, 500) }),
        ...(runbook !== undefined && { runbook }),
        known,
        ...((silences.length > 0 || inhibited) && {
            silencedBy: silences.map(({ id, createdBy, comment, endsAt }) => ({
                id,
                createdBy,
                comment: (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(comment, 500),
                until: endsAt === undefined ? null : new Date(endsAt).toISOString(),
            })),
            inhibited,
        }),
    };
}


/***/ })

};
;