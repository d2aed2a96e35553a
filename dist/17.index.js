"use strict";
exports.id = 17;
exports.ids = [17];
exports.modules = {

/***/ 2002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ signatureRow),
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   KZ: () => (/* binding */ expiryRow),
/* harmony export */   Zz: () => (/* binding */ labelRow),
/* harmony export */   nS: () => (/* binding */ unmovedRow),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/* harmony import */ var _release_actions_registry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1589);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);



const RULES = {
    required: ["exists", "digest", "platforms", "scan", "vulnerabilities", "unmoved"],
    accepted: {
        exists: ["pass"],
        digest: ["pass"],
        platforms: ["pass"],
        labels: ["pass", "skipped"],
        expiry: ["pass", "warn", "skipped"],
        signature: ["pass", "skipped"],
        scan: ["pass", "warn", "skipped"],
        vulnerabilities: ["pass", "warn", "skipped"],
        unmoved: ["pass", "skipped"],
    },
};
async function findImage(request, { wait, interval }, { io, signal, clock, registry }) {
    const { reference } = request;
    const end = clock.monotonic() + wait;
    try {
        for (;;) {
            const answer = await registry.manifest(request.repository, request.tag ?? request.digest ?? "");
            if (answer.state === "found") {
                const rows = [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("exists", `${reference} exists`), digestRow(request, answer.digest)];
                return { exists: true, image: answer, rows };
            }
            const left = end - clock.monotonic();
            if (left <= 0)
                return { exists: false, image: undefined, rows: [absentRow(request, answer.state, wait)] };
            io.progress(`${reference}: not there yet; waiting up to ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(left)} more`);
            await clock.sleep(Math.min(interval, left), signal);
        }
    }
    catch (error) {
        return { exists: undefined, image: undefined, rows: [(0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)("exists", error)] };
    }
}
function absentRow({ reference, tag, repository }, state, wait) {
    const waited = wait === 0 ? "" : `, and did not appear within ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(wait)}`;
    if (state === "expired") {
        const detail = `${reference} was deleted or has expired${waited}`;
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .invalidRow */ .q6)("exists", detail, "Build it again, or choose an image that is kept.");
    }
    const isCommit = tag !== undefined && /^[0-9a-f]{40}$/.test(tag);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("exists", `${reference} is not in the registry${waited}`, isCommit
        ? "The build of this commit has not pushed it (yet): check the build, and set wait if it is still running."
        : `Check the name and the tag; the path requested was ${repository}.`);
}
function digestRow({ digest, reference, tag }, found) {
    if (digest === undefined || digest === found)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("digest", found);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("digest", `${tag === undefined ? reference : `the tag ${tag}`} is ${found}, not ${digest}`, "The tag points at another image than the one that was built: find out who moved it before you release anything.");
}
function labelRow(images, expected) {
    if (expected.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .skipped */ .hT)("labels", "not requested");
    const wrong = images.flatMap(({ platform, labels }) => expected
        .filter(({ key, value }) => labels?.[key] !== value)
        .map(({ key, value }) => {
        const found = labels?.[key] === undefined ? "not set" : JSON.stringify(labels[key]);
        return `${key} is ${found} on ${platform}, not ${JSON.stringify(value)}`;
    }));
    if (wrong.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("labels", expected.map(({ key, value }) => `${key}=${value}`).join(", "));
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("labels", wrong.join("; "), "The image was not built from what it is released as: build it from the commit, with its labels.");
}
async function expiryRow({ tag, repository, place }, digest, minExpiry, { quay, clock }) {
    if (minExpiry === undefined)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .skipped */ .hT)("expiry", "not requested");
    if (quay === undefined) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("expiry", `${place.host} is queried through the OCI API only, which does not report expiry`, "Remove min-expiry, or use a registry with Quay's API.");
    }
    if (tag === undefined) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("expiry", "only a tag has an expiry, and the image was requested by its digest", "Set the tag as well, or remove min-expiry.");
    }
    const answer = await quay.tag(repository, tag);
    if (answer.state === "absent") {
        const remedy = "Run again; a private repository needs token.";
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)("expiry", `Quay's API does not list the tag ${tag}`, remedy);
    }
    if (answer.digest !== digest) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("expiry", `Quay's API has ${answer.digest} for the tag ${tag}`, "The tag was moved while the image was verified: verify it again.");
    }
    if (answer.expires !== undefined && answer.expires < clock.now() + minExpiry) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("expiry", `the tag ${tag} expires on ${new Date(answer.expires).toISOString()}`, "Remove its expiry in Quay, or build without the label quay.expires-after.");
    }
    const until = `the tag ${tag} ${lifetime(answer.expires, clock)}`;
    if (!answer.reversion)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("expiry", until);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .warn */ .R8)("expiry", `${until}; it was set back to an earlier image`, "Make sure that the earlier image is the intended one.");
}
const DAY = 86_400_000;
function lifetime(expires, clock) {
    if (expires === undefined)
        return "never expires";
    const days = Math.floor((expires - clock.now()) / DAY);
    return `expires on ${new Date(expires).toISOString().slice(0, 10)}, in ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(days, "day")}`;
}
async function signatureRow({ repository }, digest, { requireSignature, signatureKey }, { registry }) {
    if (!requireSignature)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .skipped */ .hT)("signature", "not requested");
    const finding = await (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .findSignature */ .s1)(registry, repository, digest, signatureKey);
    switch (finding.state) {
        case "proven":
            return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("signature", "signed with signature-key");
        case "attached":
            return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("signature", `a signature for this digest is attached (${finding.by}); its signer was not checked because signature-key is not set`);
        case "not by the key":
            return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("signature", `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(finding.found, "signature")} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .pluralize */ .td)(finding.found, "is", "are")} attached, and none was made with signature-key`, "Sign the image with the key: cosign sign --key …");
        case "none":
            return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("signature", "no signature is attached to this digest", "Sign the image: cosign sign …@sha256:…");
    }
}
async function unmovedRow({ tag, repository }, digest, { registry }) {
    if (tag === undefined || digest === undefined)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .skipped */ .hT)("unmoved", "the image was requested by its digest, which cannot move");
    const now = await registry.currentDigest(repository, tag);
    if (now.state !== "found") {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("unmoved", `the tag ${tag} was removed while the image was verified`, "Find out who removed it, and verify the image again.");
    }
    if (now.digest === digest)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("unmoved", `the tag ${tag} still points at the verified digest`);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("unmoved", `the tag ${tag} was moved to ${now.digest} while the image was verified`, "Find out who moved it, and verify again: the tag no longer points at what was verified.");
}


/***/ }),

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
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);
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
        const { sarifText } = await __webpack_require__.e(/* import() */ 8622).then(__webpack_require__.bind(__webpack_require__, 8622));
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