"use strict";
exports.id = 7094;
exports.ids = [7094];
exports.modules = {

/***/ 7094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   boundedReport: () => (/* binding */ boundedReport),
/* harmony export */   checkRowsOf: () => (/* binding */ checkRowsOf),
/* harmony export */   findingRows: () => (/* binding */ findingRows),
/* harmony export */   logFindings: () => (/* binding */ logFindings),
/* harmony export */   summaryOf: () => (/* binding */ summaryOf)
/* harmony export */ });
/* harmony import */ var _release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5580);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);



function findingRows(findings, { files }, rules) {
    const byFile = new Map();
    for (const finding of findings) {
        if ((0,_release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.severityOf)(finding.rule, rules) === "off")
            continue;
        const key = `${finding.area} ${finding.name}`;
        const known = byFile.get(key);
        if (known === undefined)
            byFile.set(key, [finding]);
        else
            known.push(finding);
    }
    const rows = files.flatMap((file) => rowsOfFile(file, byFile.get(`${file.area} ${file.name}`) ?? [], rules));
    const weight = (row) => (row.severity === "error" ? 0 : 1);
    return rows.sort((one, other) => weight(one) - weight(other) ||
        compare(one.file, other.file) ||
        one.line - other.line ||
        one.column - other.column);
}
function compare(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
function rowsOfFile(file, findings, rules) {
    if (findings.length === 0)
        return [];
    const locator = file.locator();
    return findings.map(({ rule, kind, path, what, message, remedy, offset }) => ({
        severity: (0,_release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.severityOf)(rule, rules),
        rule,
        kind,
        file: file.path,
        ...(offset === undefined ? locator.find(path, what) : locator.position(offset)),
        path: (0,_release_actions_app_interface__WEBPACK_IMPORTED_MODULE_0__.pathText)(path),
        message,
        remedy,
    }));
}
function checkRowsOf(rows, { files }) {
    const findings = rows.map(({ severity, rule, message, remedy, file, line }) => {
        const result = severity === "error" ? "fail" : "warn";
        return { check: rule, result, detail: message, remedy, file, line };
    });
    return [...(files.length === 0 ? [] : [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("files", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(files.length, "file"))]), ...findings];
}
function logFindings(io, rows, most, reportFile) {
    for (const { severity, rule, file, line, column, message, remedy } of rows.slice(0, most)) {
        const say = severity === "error" ? io.error : io.warning;
        say(`${rule}: ${message}\n${remedy}`, { file, line, column, title: rule });
    }
    const elsewhere = reportFile === undefined ? "set report-file to get all of them" : `all are in ${reportFile}`;
    if (rows.length > most)
        io.info(`${rows.length - most} more, ${elsewhere}`);
}
function summaryOf(rows, facts) {
    const errors = rows.filter(({ severity }) => severity === "error").length;
    const counts = [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(facts.files, "file"),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(errors, "error"),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rows.length - errors, "warning"),
    ].join(", ");
    const scope = facts.since === undefined ? [] : [" in what changed since ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(facts.since)];
    const shown = rows
        .slice(0, facts.most)
        .map(({ severity, rule, file, line, message, remedy }) => [
        severity === "error" ? "❌" : "⚠️",
        rule,
        `${file}:${line}`,
        message,
        remedy,
    ]);
    const more = rows.length - shown.length;
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)("appinterface-validate"),
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)(_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[facts.verdict]), `: ${counts}`, ...scope]),
        ...(shown.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(["", "Rule", "Where", "What", "Remedy"], shown)]),
        ...(more > 0 ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(`${more} more are in the report.`)] : []),
    ];
}
function boundedReport(rows) {
    const problems = (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fittingItems */ .K8)(rows, 100);
    return { problems, omitted: rows.length - problems.length };
}


/***/ })

};
;