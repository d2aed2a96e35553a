"use strict";
exports.id = 17;
exports.ids = [17];
exports.modules = {

/***/ 2002:
/***/ (require("./2002.module.js")),

/***/ 17:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logImage: () => (/* binding */ logImage),
/* harmony export */   outputsOf: () => (/* binding */ outputsOf),
/* harmony export */   problemsOfImages: () => (/* binding */ problemsOfImages),
/* harmony export */   summaryOf: () => (/* binding */ summaryOf),
/* harmony export */   writeReports: () => (/* binding */ writeReports)
/* harmony export */ });
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1458);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2002);




const TOP = 10;
const IN_DETAIL = 3;
const nameOf = ({ package: name, version }) => `${name} ${version}`;
const fixOf = ({ fixedIn }) => (fixedIn === undefined ? "no fix yet" : `fixed in ${fixedIn}`);
const isScanned = ({ scans }) => scans.some(({ status }) => status === "scanned");
function problemsOfImages(verdict, reports) {
    const decisive = reports.filter((report) => report.verdict === verdict);
    const problems = decisive.flatMap(({ request, rows }) => (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(rows, _checks_js__WEBPACK_IMPORTED_MODULE_3__/* .RULES */ .y0, ({ check }) => (reports.length > 1 ? `${request.reference}: ${check}` : check)));
    return problems.length === 0 && verdict !== "passed" ? [{ what: "no check gave an answer" }] : problems;
}
function logImage(io, { request, digest, judgement, rows, verdict }) {
    io.info(`${_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[verdict]}  ${request.reference}${digest === undefined ? "" : ` (${digest})`}`);
    const shown = rows.filter(({ result }) => result !== "skipped");
    (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .logRows */ .Wk)(io, shown, { indent: "  " });
    if (!rows.some(({ check, result }) => check === "vulnerabilities" && result === "fail"))
        return;
    for (const finding of judgement.counted.slice(0, TOP)) {
        const { id, severity, platforms } = finding;
        io.info(`      ${severity}  ${id}  ${nameOf(finding)}  ${fixOf(finding)}  (${platforms.join(", ")})`);
    }
    const left = judgement.counted.length - TOP;
    if (left > 0)
        io.info(`      … and ${left} more, in the report`);
}
function summaryOf(reports) {
    const detailed = reports.length <= IN_DETAIL ? reports : reports.filter(({ verdict }) => verdict !== "passed").slice(0, TOP);
    return [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)("quay-verify"), ...(reports.length > 1 ? [overview(reports)] : []), ...detailed.flatMap(imageBlocks)];
}
function overview(reports) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(["Image", "Result", "Critical", "High", "Medium", "Low", "Unknown"], reports.map(({ request, judgement: { counts }, verdict }) => [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(request.reference),
        _release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[verdict],
        ...[counts.critical, counts.high, counts.medium, counts.low, counts.unknown].map(String),
    ]));
}
function imageBlocks(report) {
    const { request, digest, judgement, rows, verdict } = report;
    const pinned = digest === undefined ? [] : [" ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(digest)];
    return [
        (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(request.reference), " ", (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)(_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[verdict]), ...pinned]),
        ...(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .checkTable */ .Dv)(rows),
        ...(isScanned(report)
            ? [severityTable(judgement), ...topFindings(judgement.counted), ...ignoredFindings(judgement.ignored)]
            : []),
    ];
}
function severityTable({ counts, counted, violations }) {
    const fixable = (severity) => counted.filter((finding) => finding.severity === severity && finding.fixedIn !== undefined).length;
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(["Severity", "Found", "With a fix", "Gate"], Object.entries(counts).map(([severity, count]) => {
        const violation = violations.find((one) => one.severity === severity);
        const gate = violation === undefined ? "" : `❌ at most ${violation.allowed}`;
        return [severity, String(count), String(fixable(severity)), gate];
    }));
}
function topFindings(findings) {
    const rows = findings
        .slice(0, TOP)
        .map((finding) => [
        finding.url === undefined ? finding.id : (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(finding.id, finding.url),
        finding.severity,
        nameOf(finding),
        finding.fixedIn ?? "no fix yet",
        finding.platforms.join(", "),
    ]);
    return listed(["Finding", "Severity", "Package", "Fixed in", "Platforms"], rows, findings.length);
}
function ignoredFindings(ignored) {
    const rows = ignored
        .slice(0, TOP)
        .map(({ finding, reason, expires, source }) => [
        finding.id,
        nameOf(finding),
        reason,
        expires ?? "",
        source,
    ]);
    const blocks = listed(["Finding", "Package", "Why", "Until", "By"], rows, ignored.length);
    return blocks.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)([(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("Ignored:")]), ...blocks];
}
function listed(columns, rows, all) {
    const more = all - rows.length;
    const rest = more > 0 ? [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(`… and ${more} more, in the report.`)] : [];
    return rows.length === 0 ? [] : [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(columns, rows), ...rest];
}
function pinnedName({ request, digest, verdict }) {
    return digest !== undefined && verdict === "passed"
        ? `${request.place.host}/${request.repository}@${digest}`
        : undefined;
}
function imageDocument(report) {
    const { request, exists, digest, platforms, scans, judgement, rows, verdict } = report;
    const image = pinnedName(report);
    return {
        reference: request.reference,
        verdict,
        ...(image !== undefined && { image }),
        ...(digest !== undefined && { digest }),
        ...(exists !== undefined && { exists }),
        platforms: platforms.map(({ platform, digest }) => {
            const scan = scans.find((one) => one.digest === digest);
            return { platform, digest, ...(scan !== undefined && { scan: scan.status, packages: scan.packages }) };
        }),
        checks: rows,
        counts: judgement.counts,
        fixable: judgement.fixable,
        findings: judgement.counted,
        ignored: judgement.ignored,
        omitted: 0,
    };
}
function* documentText({ version, verdict, images }) {
    yield `{"version":${version},"verdict":${JSON.stringify(verdict)},"images":[`;
    for (const [index, { findings, ignored, ...rest }] of images.entries()) {
        yield `${index === 0 ? "" : ","}\n${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(rest).slice(0, -1)},"findings":`;
        yield* (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .jsonArray */ .Ir)(findings);
        yield ',"ignored":';
        yield* (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .jsonArray */ .Ir)(ignored);
        yield "}";
    }
    yield "]}\n";
}
function shortDocument(document) {
    const bare = document.images.map((image) => ({ ...image, findings: [], ignored: [] }));
    const used = Buffer.byteLength((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)({ ...document, images: bare }));
    const room = Math.max(0, _release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .MAX_OUTPUT_BYTES */ .$q - used) / Math.max(1, bare.length);
    return {
        ...document,
        images: document.images.map((image) => {
            const { items: findings, left } = (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .itemsWithin */ .mu)(image.findings, room);
            const { items } = (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .itemsWithin */ .mu)(image.ignored, left);
            const ignored = items.length === image.ignored.length ? image.ignored : [];
            const omitted = image.findings.length - findings.length + image.ignored.length - ignored.length;
            return { ...image, findings, ignored, omitted };
        }),
    };
}
async function writeReports(host, { reportFile, sarifFile }, verdict, reports) {
    if (reportFile !== undefined) {
        const text = documentText({ version: 1, verdict, images: reports.map(imageDocument) });
        await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_0__.writeWorkspaceFile)(host, reportFile, text, { typed: true });
    }
    if (sarifFile !== undefined) {
        const { sarifText } = await __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 4094));
        const images = reports.map(({ request, digest = "", judgement }) => ({
            name: `${request.place.host}/${request.repository}`,
            digest,
            judgement,
        }));
        const informationUri = "https://github.com/org/release-actions";
        const tool = { name: "release-actions quay-verify", version: "1", informationUri };
        await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_0__.writeWorkspaceFile)(host, sarifFile, sarifText({ tool, images }), { typed: true });
    }
}
function outputsOf({ reportFile, sarifFile }, verdict, reports) {
    const exists = reports.map((report) => report.exists);
    const names = reports.flatMap(({ platforms }) => platforms.map(({ platform }) => platform));
    return {
        image: verdict === "passed" ? reports.map(pinnedName).join("\n") : undefined,
        digest: lines(reports.map(({ digest }) => digest)),
        exists: exists.includes(false) ? false : exists.includes(undefined) ? undefined : true,
        platforms: [...new Set(names)].sort().join(","),
        ...countsOf(reports.filter(isScanned).map(({ judgement }) => judgement)),
        report: shortDocument({ version: 1, verdict, images: reports.map(imageDocument) }),
        reportFile,
        sarifFile,
    };
}
function countsOf(judgements) {
    if (judgements.length === 0)
        return {};
    const sum = (pick) => judgements.reduce((total, judgement) => total + pick(judgement), 0);
    const of = (severity) => sum(({ counts }) => counts[severity]);
    return {
        critical: of("critical"),
        high: of("high"),
        medium: of("medium"),
        low: of("low"),
        unknown: of("unknown"),
        fixable: sum(({ fixable }) => fixable),
        ignored: sum(({ ignored }) => ignored.length),
    };
}
function lines(texts) {
    return texts.every((text) => text === undefined) ? undefined : texts.map((text) => text ?? "").join("\n");
}


/***/ })

};
;