"use strict";
exports.id = 8295;
exports.ids = [8295];
exports.modules = {

/***/ 8295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAll: () => (/* binding */ verifyAll)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
// EXTERNAL MODULE: ./packages/registry/index.ts + 10 modules
var packages_registry = __webpack_require__(1589);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
// EXTERNAL MODULE: ./actions/quay-verify/rows.ts
var quay_verify_rows = __webpack_require__(3158);
;// CONCATENATED MODULE: ./actions/quay-verify/document.ts


function pinned({ verified: { wanted, digest }, rows }) {
    return digest !== undefined && (0,quay_verify_rows/* verdictOf */.Vj)(rows) === "passed"
        ? `${wanted.place.host}/${wanted.repository}@${digest}`
        : undefined;
}
function reportDocument(verdict, reports) {
    return { version: 1, verdict, images: reports.map(imageDocument) };
}
function imageDocument(report) {
    const { verified, judgement, rows } = report;
    const image = pinned(report);
    return {
        reference: verified.wanted.shown,
        verdict: (0,quay_verify_rows/* verdictOf */.Vj)(rows),
        ...(image !== undefined && { image }),
        ...(verified.digest !== undefined && { digest: verified.digest }),
        ...(verified.exists !== undefined && { exists: verified.exists }),
        platforms: verified.platforms.map(({ platform, digest }) => {
            const scan = verified.scans.find((one) => one.digest === digest);
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
function* reportText({ version, verdict, images }) {
    yield `{"version":${version},"verdict":${JSON.stringify(verdict)},"images":[`;
    for (const [index, { findings, ignored, ...rest }] of images.entries()) {
        yield `${index === 0 ? "" : ","}\n${(0,packages_text/* jsonText */.s$)(rest).slice(0, -1)},"findings":`;
        yield* (0,packages_text/* jsonArray */.Ir)(findings);
        yield ',"ignored":';
        yield* (0,packages_text/* jsonArray */.Ir)(ignored);
        yield "}";
    }
    yield "]}\n";
}
const MAX_OUTPUT = 64 * 1024;
async function shortReport(document) {
    const { excerptOfFindings } = await __webpack_require__.e(/* import() */ 5739).then(__webpack_require__.bind(__webpack_require__, 5739));
    const bare = document.images.map((image) => ({ ...image, findings: [], ignored: [] }));
    const room = Math.max(0, MAX_OUTPUT - Buffer.byteLength(JSON.stringify({ ...document, images: bare }))) /
        Math.max(1, bare.length);
    return {
        ...document,
        images: document.images.map((image) => {
            const { findings, omitted } = excerptOfFindings(image.findings, room);
            const left = room - Buffer.byteLength((0,packages_text/* jsonText */.s$)(findings));
            const ignored = Buffer.byteLength(JSON.stringify(image.ignored)) <= left ? image.ignored : [];
            return { ...image, findings, ignored, omitted: omitted + image.ignored.length - ignored.length };
        }),
    };
}

// EXTERNAL MODULE: ./actions/quay-verify/images.ts
var quay_verify_images = __webpack_require__(6309);
// EXTERNAL MODULE: ./actions/quay-verify/labels.ts
var labels = __webpack_require__(6416);
;// CONCATENATED MODULE: ./actions/quay-verify/existence.ts

async function findImage(wanted, { wait, interval }, tools) {
    const { io, signal, clock, registry } = tools;
    const end = clock.monotonic() + wait;
    const reference = wanted.tag ?? wanted.digest ?? "";
    try {
        for (;;) {
            const answer = await registry.manifest(wanted.repository, reference);
            if (answer.state === "found")
                return {
                    exists: true,
                    image: answer,
                    rows: [(0,quay_verify_rows/* pass */.IX)("exists", `${wanted.shown} is there`), digestRow(wanted, answer.digest)],
                };
            const left = end - clock.monotonic();
            if (left <= 0)
                return { exists: false, image: undefined, rows: [missing(wanted, answer.state, wait)] };
            io.progress(`${wanted.shown}: not there yet; waiting up to ${seconds(left)} more`);
            await clock.sleep(Math.min(interval, left), signal);
        }
    }
    catch (error) {
        return { exists: undefined, image: undefined, rows: [(0,quay_verify_rows/* unanswered */.bj)("exists", error)] };
    }
}
function missing({ shown, tag, repository }, state, wait) {
    const waited = wait === 0 ? "" : `, and did not appear within ${seconds(wait)}`;
    if (state === "expired") {
        return {
            check: "exists",
            result: "invalid",
            detail: `${shown} was deleted or has expired${waited}`,
            remedy: "Build it again, or name an image that is kept.",
        };
    }
    const commit = tag !== undefined && /^[0-9a-f]{40}$/.test(tag);
    return (0,quay_verify_rows/* fail */.fJ)("exists", `${shown} is not in the registry${waited}`, commit
        ? "The build of this commit has not pushed it (yet): look at the build, and set wait where it is still running."
        : `Check the name and the tag; ${repository} is the path that was asked for.`);
}
function digestRow({ digest, shown, tag }, found) {
    if (digest === undefined || digest === found)
        return (0,quay_verify_rows/* pass */.IX)("digest", found);
    return (0,quay_verify_rows/* fail */.fJ)("digest", `${tag === undefined ? shown : `the tag ${tag}`} is ${found}, not ${digest}`, "The tag was set to another image than the one that was built: find out by whom before anything is released.");
}
function seconds(milliseconds) {
    return milliseconds < 1000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 1000)} s`;
}

;// CONCATENATED MODULE: ./actions/quay-verify/scan.ts




function isGated({ failOn, maximum }) {
    return failOn !== "none" || Object.keys(maximum).length > 0;
}
async function scanPlatforms(wanted, images, rules, tools) {
    const gated = isGated(rules.policy);
    if (!gated && wanted.place.quay !== "yes")
        return { rows: [(0,quay_verify_rows/* skipped */.hT)("scan", "vulnerabilities were not asked for")], scans: [], serverTime: undefined };
    const end = tools.clock.monotonic() + (gated ? rules.scanWait : 0);
    const results = await Promise.all(images.map((image) => scanOne(wanted, image, rules, tools, end)));
    const times = results.flatMap(({ serverTime }) => serverTime ?? []);
    const rows = results.map(({ row }) => gated || row.result === "pass"
        ? row
        : (0,quay_verify_rows/* warn */.R8)("scan", row.detail, row.remedy ?? "Nothing depends on it, since fail-on is none."));
    return {
        rows,
        scans: results.map(({ scan }) => scan),
        serverTime: times.length === 0 ? undefined : Math.max(...times),
    };
}
async function scanOne(wanted, image, rules, tools, end) {
    let scan = {
        platform: image.platform,
        digest: image.digest,
        status: "no answer",
        findings: [],
        packages: 0,
    };
    let serverTime;
    const row = await (0,quay_verify_rows/* answered */.oQ)("scan", async () => {
        const answer = await ask(wanted, image, rules, tools, end);
        if (answer.state === "no api") {
            scan = { ...scan, status: "no api" };
            return notScanned(rules, (0,quay_verify_rows/* fail */.fJ)("scan", `${wanted.place.host} has no vulnerability reports (Quay's API)`, "If the image is scanned elsewhere, say so with fail-on: none; else push it to a registry that scans."));
        }
        if (answer.state === "absent")
            return (0,quay_verify_rows/* unknown */.L5)("scan", `${image.platform}: the scanner does not know ${image.digest}`, "Run again in a minute; a private repository needs credentials.");
        scan = { ...scan, status: answer.status };
        const time = Date.parse(answer.date ?? "");
        if (!Number.isNaN(time))
            serverTime = time;
        if (answer.status !== "scanned")
            return statusRow(image, answer.status, rules);
        const { readClairReport } = await __webpack_require__.e(/* import() */ 5739).then(__webpack_require__.bind(__webpack_require__, 5739));
        let report;
        try {
            report = readClairReport(answer.data, image.platform);
        }
        catch (error) {
            throw (0,action/* undecided */.oo)(`${image.platform}: the report cannot be used: ${error.message}`, {
                remedy: "Run again; if it stays so, Quay's API has changed.",
            });
        }
        scan = { ...scan, ...report };
        if (report.packages > 0)
            return (0,quay_verify_rows/* pass */.IX)("scan", `${image.platform}: ${report.packages} packages looked at`);
        return notScanned(rules, (0,quay_verify_rows/* fail */.fJ)("scan", `${image.platform}: the scanner recognised no package in it, so it judged nothing`, "An image of a single binary often looks so: scan it where it is built, and set on-unscanned: warn."));
    });
    return { row, scan, ...(serverTime !== undefined && { serverTime }) };
}
async function ask({ repository, shown }, { platform, digest }, { interval }, { quay, io, clock, signal }, end) {
    if (quay === undefined)
        return { state: "no api" };
    for (;;) {
        const answer = await quay.security(repository, digest);
        const left = end - clock.monotonic();
        if (answer.state !== "answered" || answer.status !== "queued" || left <= 0)
            return answer;
        io.progress(`${shown} ${platform}: waiting for the scan, up to ${seconds(left)} more`);
        await clock.sleep(Math.min(interval, left), signal);
    }
}
function notScanned({ onUnscanned }, row) {
    return onUnscanned === "warn" ? (0,quay_verify_rows/* warn */.R8)("scan", `${row.detail}; accepted by on-unscanned: warn`, row.remedy ?? "") : row;
}
function statusRow({ platform }, status, rules) {
    switch (status) {
        case "queued":
            return notScanned(rules, (0,quay_verify_rows/* unknown */.L5)("scan", `${platform}: the scan was not done after ${seconds(rules.scanWait)}`, "Run again later, or give it more time with scan-wait."));
        case "failed":
            return notScanned(rules, (0,quay_verify_rows/* unknown */.L5)("scan", `${platform}: the scan failed`, "Ask Quay to scan it again, or push the image again."));
        case "unsupported":
            return notScanned(rules, (0,quay_verify_rows/* fail */.fJ)("scan", `${platform}: the scanner does not support this image`, "Scan it by other means, and set on-unscanned: warn."));
        case "manifest_layer_too_large":
            return notScanned(rules, (0,quay_verify_rows/* fail */.fJ)("scan", `${platform}: a layer is too large for the scanner`, "Build smaller layers, or scan it by other means and set on-unscanned: warn."));
        default:
            return (0,quay_verify_rows/* unknown */.L5)("scan", `${platform}: the scanner says ${(0,packages_text/* quote */.hD)(status)}, which is not known here`, "Look at the image in Quay; a newer release of release-actions may know it.");
    }
}

;// CONCATENATED MODULE: ./actions/quay-verify/policy.ts




const MAX_FILE = 4 * 1024 * 1024;
function policyOf(inputs) {
    const maximum = { critical: inputs.maxCritical, high: inputs.maxHigh, medium: inputs.maxMedium, low: inputs.maxLow };
    const given = Object.entries(maximum).filter(([, limit]) => limit !== undefined);
    return {
        failOn: inputs.failOn,
        maximum: Object.fromEntries(given),
        onlyFixed: inputs.onlyFixed,
        onUnknown: inputs.onUnknownSeverity,
    };
}
async function readDecisions(host, ignoreFile, vexFiles) {
    if (ignoreFile === undefined && vexFiles.length === 0)
        return { exceptions: [], vex: [] };
    const { parseExceptions, parseOpenVex } = await __webpack_require__.e(/* import() */ 5739).then(__webpack_require__.bind(__webpack_require__, 5739));
    const text = async (path) => (await (0,files.readWorkspaceFile)(host, path, { maxBytes: MAX_FILE, typed: true })).toString("utf8");
    const ignored = ignoreFile === undefined
        ? { exceptions: [], problems: [] }
        : await parseExceptions(await text(ignoreFile), ignoreFile);
    const statements = await Promise.all(vexFiles.map(async (file) => parseOpenVex(await text(file), file)));
    const problems = [...ignored.problems, ...statements.flatMap((one) => one.problems)];
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`${problems.length === 1 ? "a problem" : `${problems.length} problems`} in what decides about findings`, { problems });
    return { exceptions: ignored.exceptions, vex: statements.map(({ document }) => document) };
}
async function judgeImage(verified, policy, decisions, now) {
    const { judge, mergeFindings } = await __webpack_require__.e(/* import() */ 5739).then(__webpack_require__.bind(__webpack_require__, 5739));
    const { wanted, digest = "", scans, platforms } = verified;
    const judgement = judge(mergeFindings(scans.map(({ findings }) => findings)), policy, {
        ...decisions,
        image: {
            name: `${wanted.place.host}/${wanted.repository}`,
            digest,
            platformDigests: Object.fromEntries(platforms.map((image) => [image.platform, image.digest])),
        },
        now: Math.max(now, verified.serverTime ?? 0),
    });
    return { judgement, rows: vulnerabilityRows(judgement, policy, verified.rows) };
}
function vulnerabilityRows({ counts, violations, warnings }, policy, rows) {
    const warned = warnings.map((text) => (0,quay_verify_rows/* warn */.R8)("vulnerabilities", text, "Look after the file that decides about findings."));
    const scans = rows.filter(({ check }) => check === "scan");
    const found = Object.entries(counts)
        .flatMap(([severity, count]) => (count === 0 ? [] : `${count} ${severity}`))
        .join(", ");
    if (!isGated(policy))
        return [
            (0,quay_verify_rows/* skipped */.hT)("vulnerabilities", found === "" ? "not judged, since fail-on is none" : `not judged, since fail-on is none; found: ${found}`),
        ];
    if (scans.length === 0 || !scans.some(({ result }) => result === "pass"))
        return scans.some(({ result }) => result === "warn")
            ? [...warned, (0,quay_verify_rows/* warn */.R8)("vulnerabilities", "nothing was scanned; accepted by on-unscanned: warn", "")]
            : [];
    if (violations.length === 0)
        return [...warned, (0,quay_verify_rows/* pass */.IX)("vulnerabilities", found === "" ? "none" : `${found}: within what is allowed`)];
    const detail = violations.map(({ what }) => what).join("; ");
    return [
        ...warned,
        (0,quay_verify_rows/* fail */.fJ)("vulnerabilities", detail, "Update what has a fix and build again; for what was examined and does not matter, an ignore-file says why and until when."),
    ];
}

;// CONCATENATED MODULE: ./actions/quay-verify/report.ts



const VERDICTS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const RANKED = ["refused", "invalid", "undecided", "passed"];
const TOP = 10;
const IN_DETAIL = 3;
function overall(reports) {
    const verdicts = reports.map(({ rows }) => (0,quay_verify_rows/* verdictOf */.Vj)(rows));
    return verdicts.length === 0 ? "undecided" : RANKED.find((verdict) => verdicts.includes(verdict));
}
function problemsOf(reports) {
    const decisive = { fail: "refused", invalid: "invalid", unknown: "undecided" };
    const verdict = overall(reports);
    return reports.flatMap(({ verified, rows }) => rows.flatMap(({ check, result, detail, remedy }) => result in decisive && decisive[result] === verdict
        ? [
            {
                what: `${reports.length > 1 ? `${verified.wanted.shown}: ` : ""}${check}: ${detail}`,
                ...(remedy !== undefined && { remedy }),
            },
        ]
        : []));
}
function logImage(io, { verified, judgement, rows }) {
    io.info(`${VERDICTS[(0,quay_verify_rows/* verdictOf */.Vj)(rows)]}  ${verified.wanted.shown}${verified.digest === undefined ? "" : ` (${verified.digest})`}`);
    for (const { check, result, detail, remedy = "" } of rows) {
        if (result === "warn")
            io.warning(`${check}: ${detail}${remedy === "" ? "" : `\n${remedy}`}`);
        else if (result !== "skipped")
            io.info(`  ${action/* CHECK_WORDS */.DP[result]}  ${check}: ${detail}`);
        if (check === "vulnerabilities" && result === "fail")
            logFindings(io, judgement.counted);
    }
}
function logFindings(io, findings) {
    for (const { id, severity, package: name, version, fixedIn, platforms } of findings.slice(0, TOP)) {
        io.info(`      ${severity}  ${id}  ${name} ${version}  ${fixedIn === undefined ? "no fix yet" : `fixed in ${fixedIn}`}  (${platforms.join(", ")})`);
    }
    if (findings.length > TOP)
        io.info(`      … and ${findings.length - TOP} more, in the report`);
}
function summaryOf(reports) {
    const detailed = reports.length <= IN_DETAIL ? reports : reports.filter(({ rows }) => (0,quay_verify_rows/* verdictOf */.Vj)(rows) !== "passed").slice(0, TOP);
    return [(0,packages_text/* heading */.R_)("quay-verify"), ...(reports.length > 1 ? [overview(reports)] : []), ...detailed.flatMap(imageBlocks)];
}
function overview(reports) {
    return (0,packages_text/* table */.tp)(["Image", "Result", "Critical", "High", "Medium", "Low", "Unknown"], reports.map(({ verified, judgement: { counts }, rows }) => [
        (0,packages_text/* code */.aY)(verified.wanted.shown),
        VERDICTS[(0,quay_verify_rows/* verdictOf */.Vj)(rows)],
        ...[counts.critical, counts.high, counts.medium, counts.low, counts.unknown].map(String),
    ]));
}
function imageBlocks({ verified, judgement, rows }) {
    const { wanted, digest, scans } = verified;
    const scanned = scans.some(({ status }) => status === "scanned");
    return [
        (0,packages_text/* paragraph */.FY)([
            (0,packages_text/* code */.aY)(wanted.shown),
            " ",
            (0,packages_text/* strong */.ko)(VERDICTS[(0,quay_verify_rows/* verdictOf */.Vj)(rows)]),
            ...(digest === undefined ? [] : [" ", (0,packages_text/* code */.aY)(digest)]),
        ]),
        (0,packages_text/* table */.tp)(["Check", "Result", "Detail", "Remedy"], rows.map(({ check, result, detail, remedy = "" }) => [check, action/* CHECK_WORDS */.DP[result], detail, remedy])),
        ...(scanned ? [severityTable(judgement), ...topFindings(judgement.counted), ...ignoredTable(judgement)] : []),
    ];
}
function severityTable({ counts, counted, violations }) {
    const fixable = (severity) => counted.filter((finding) => finding.severity === severity && finding.fixedIn !== undefined).length;
    return (0,packages_text/* table */.tp)(["Severity", "Found", "With a fix", "Gate"], Object.entries(counts).map(([severity, count]) => {
        const violation = violations.find((one) => one.severity === severity);
        return [
            severity,
            String(count),
            String(fixable(severity)),
            violation === undefined ? "" : `❌ at most ${violation.allowed}`,
        ];
    }));
}
function topFindings(findings) {
    if (findings.length === 0)
        return [];
    const rows = findings
        .slice(0, TOP)
        .map((finding) => [
        finding.url === undefined ? finding.id : (0,packages_text/* link */.nf)(finding.id, finding.url),
        finding.severity,
        `${finding.package} ${finding.version}`,
        finding.fixedIn ?? "no fix yet",
        finding.platforms.join(", "),
    ]);
    const left = findings.length - rows.length;
    return [
        (0,packages_text/* table */.tp)(["Finding", "Severity", "Package", "Fixed in", "Platforms"], rows),
        ...(left > 0 ? [(0,packages_text/* paragraph */.FY)(`… and ${left} more, in the report.`)] : []),
    ];
}
function ignoredTable({ ignored }) {
    if (ignored.length === 0)
        return [];
    const left = ignored.length - TOP;
    return [
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("Not counted:")]),
        (0,packages_text/* table */.tp)(["Finding", "Package", "Why", "Until", "By"], ignored
            .slice(0, TOP)
            .map(({ finding, reason, expires, source }) => [
            finding.id,
            `${finding.package} ${finding.version}`,
            reason,
            expires ?? "",
            source,
        ])),
        ...(left > 0 ? [(0,packages_text/* list */.p_)([`… and ${left} more, in the report.`])] : []),
    ];
}

;// CONCATENATED MODULE: ./actions/quay-verify/expiry.ts

const DAY = 86_400_000;
async function expiryRow({ tag, repository, place }, digest, minExpiry, { quay, clock }) {
    if (minExpiry === undefined)
        return (0,quay_verify_rows/* skipped */.hT)("expiry", "was not asked for");
    if (quay === undefined)
        return (0,quay_verify_rows/* fail */.fJ)("expiry", `${place.host} is asked by the registry protocol alone, which knows no expiry`, "Take min-expiry out, or name a registry with Quay's API.");
    if (tag === undefined)
        return (0,quay_verify_rows/* fail */.fJ)("expiry", "only a tag has an expiry, and the image was asked for by its digest", "Give the tag as well, or take min-expiry out.");
    const answer = await quay.tag(repository, tag);
    if (answer.state === "absent")
        return (0,quay_verify_rows/* unknown */.L5)("expiry", `Quay's API does not list the tag ${tag}`, "Run again; a private repository needs token.");
    if (answer.digest !== digest)
        return (0,quay_verify_rows/* fail */.fJ)("expiry", `Quay's API has ${answer.digest} for the tag ${tag}`, "The tag was moved while the image was verified: verify again.");
    if (answer.expires !== undefined && answer.expires < clock.now() + minExpiry) {
        return (0,quay_verify_rows/* fail */.fJ)("expiry", `the tag ${tag} expires on ${new Date(answer.expires).toISOString()}`, "Remove its expiry in Quay, or build without the label quay.expires-after.");
    }
    const until = answer.expires === undefined
        ? "never expires"
        : `expires on ${new Date(answer.expires).toISOString().slice(0, 10)}, in ${Math.floor((answer.expires - clock.now()) / DAY)} days`;
    if (answer.reversion)
        return (0,quay_verify_rows/* warn */.R8)("expiry", `the tag ${tag} ${until}; it was set back to an earlier image`, "Make sure that the earlier image is the one that is meant.");
    return (0,quay_verify_rows/* pass */.IX)("expiry", `the tag ${tag} ${until}`);
}

;// CONCATENATED MODULE: ./actions/quay-verify/platforms.ts



const SINGLE = "single";
async function choosePlatforms(choice) {
    const { manifest, required } = choice;
    const all = manifest.kind === "index"
        ? runnable(manifest.manifests)
        : [{ platform: await single(choice, manifest), digest: choice.digest }];
    const missing = required.filter((platform) => !all.some((image) => (0,packages_registry/* isPlatform */.aH)(image.platform, platform)));
    const names = all.map(({ platform }) => platform).join(", ");
    if (missing.length > 0) {
        return {
            row: (0,quay_verify_rows/* fail */.fJ)("platforms", `${missing.join(", ")} is not among the image's platforms (${names === "" ? "none" : names})`, "Build the image for it, or take it out of platforms."),
            images: [],
        };
    }
    if (all.length === 0)
        return {
            row: (0,quay_verify_rows/* fail */.fJ)("platforms", "the index has no image of any platform", "Build the image for at least one platform."),
            images: [],
        };
    const judged = required.length === 0 ? all : all.filter(({ platform }) => required.some((one) => (0,packages_registry/* isPlatform */.aH)(platform, one)));
    const images = await Promise.all(judged.map((image) => whole(choice, image)));
    const left = all.length - judged.length;
    return {
        row: (0,quay_verify_rows/* pass */.IX)("platforms", `${judged.map(({ platform }) => platform).join(", ")}${left === 0 ? "" : `; ${left} more ${left === 1 ? "is" : "are"} there and not judged`}`),
        images,
    };
}
function runnable(manifests) {
    const images = manifests.filter((child) => !(0,packages_registry/* isAttestation */.H3)(child) && child.artifactType === undefined);
    const count = (platform) => images.filter((image) => (image.platform ?? "unknown") === platform).length;
    return images.map(({ platform = "unknown", digest }) => ({
        platform: count(platform) > 1 ? `${platform}#${digest.slice(7, 15)}` : platform,
        digest,
    }));
}
async function single({ wanted, required, needName, registry }, manifest) {
    if (required.length === 0 && !needName)
        return SINGLE;
    return (await readConfig(registry, wanted.repository, manifest)).platform;
}
async function whole({ wanted, manifest, needLabels, registry }, { platform, digest }) {
    if (manifest.kind === "image")
        return {
            platform,
            digest,
            labels: needLabels ? (await readConfig(registry, wanted.repository, manifest)).labels : undefined,
        };
    const child = await registry.manifest(wanted.repository, digest);
    if (child.state !== "found")
        throw (0,action/* undecided */.oo)(`the index names ${digest} for ${platform}, and the registry does not have it`, {
            remedy: "Push the image again, with all its platforms.",
        });
    if (child.manifest.kind === "index")
        throw (0,action/* undecided */.oo)(`the index names another index for ${platform}, which is not looked into`, {
            remedy: "Push one index with the images themselves.",
        });
    return {
        platform,
        digest,
        labels: needLabels ? (await readConfig(registry, wanted.repository, child.manifest)).labels : undefined,
    };
}
const read = new WeakMap();
function readConfig(registry, repository, manifest) {
    const known = read.get(manifest) ?? registry.config(repository, manifest.config);
    read.set(manifest, known);
    return known;
}

;// CONCATENATED MODULE: ./actions/quay-verify/signed.ts


async function signatureRow({ repository }, digest, { requireSignature, signatureKey }, { registry }) {
    if (!requireSignature)
        return (0,quay_verify_rows/* skipped */.hT)("signature", "was not asked for");
    const finding = await (0,packages_registry/* findSignature */.s1)(registry, repository, digest, signatureKey);
    switch (finding.state) {
        case "proven":
            return (0,quay_verify_rows/* pass */.IX)("signature", "signed by signature-key");
        case "attached":
            return (0,quay_verify_rows/* pass */.IX)("signature", `a signature for this digest is attached (${finding.by}); whose it is was not examined, since signature-key was not given`);
        case "not by the key":
            return (0,quay_verify_rows/* fail */.fJ)("signature", `${finding.found} ${finding.found === 1 ? "signature is" : "signatures are"} attached, and none is by signature-key`, "Sign the image with the key: cosign sign --key …");
        case "none":
            return (0,quay_verify_rows/* fail */.fJ)("signature", "no signature is attached to this digest", "Sign the image: cosign sign …@sha256:…");
    }
}

;// CONCATENATED MODULE: ./actions/quay-verify/verify.ts







async function verifyImage(wanted, rules, tools) {
    const found = await findImage(wanted, rules, tools);
    if (found.image === undefined) {
        return {
            wanted,
            exists: found.exists,
            digest: undefined,
            platforms: [],
            scans: [],
            rows: found.rows,
            serverTime: undefined,
        };
    }
    const { digest, manifest } = found.image;
    const rows = [...found.rows];
    const early = (platforms = []) => ({
        wanted,
        exists: true,
        digest,
        platforms,
        scans: [],
        rows,
        serverTime: undefined,
    });
    if ((0,quay_verify_rows/* verdictOf */.Vj)(rows) === "refused")
        return early();
    let chosen;
    try {
        chosen = await choosePlatforms({
            wanted,
            digest,
            manifest,
            required: rules.platforms,
            needLabels: rules.labels.length > 0,
            needName: rules.needPlatforms,
            registry: tools.registry,
        });
    }
    catch (error) {
        rows.push((0,quay_verify_rows/* unanswered */.bj)("platforms", error));
        return early();
    }
    rows.push(chosen.row);
    if (chosen.row.result !== "pass")
        return early(chosen.images);
    const [expiry, signature, scanned] = await Promise.all([
        (0,quay_verify_rows/* answered */.oQ)("expiry", () => expiryRow(wanted, digest, rules.minExpiry, tools)),
        (0,quay_verify_rows/* answered */.oQ)("signature", () => signatureRow(wanted, digest, rules, tools)),
        scanPlatforms(wanted, chosen.images, rules, tools),
    ]);
    rows.push((0,labels/* labelRow */.Z)(chosen.images, rules.labels), expiry, signature, ...scanned.rows);
    return {
        wanted,
        exists: true,
        digest,
        platforms: chosen.images,
        scans: scanned.scans,
        rows,
        serverTime: scanned.serverTime,
    };
}
async function verify_confirm({ wanted, digest }, { registry }) {
    const { tag, repository } = wanted;
    if (tag === undefined || digest === undefined)
        return (0,quay_verify_rows/* skipped */.hT)("unmoved", "the image was asked for by its digest, which cannot move");
    return await (0,quay_verify_rows/* answered */.oQ)("unmoved", async () => {
        const now = await registry.currentDigest(repository, tag);
        if (now.state !== "found")
            return (0,quay_verify_rows/* fail */.fJ)("unmoved", `the tag ${tag} was removed while the image was verified`, "Find out who removed it, and verify again.");
        if (now.digest === digest)
            return (0,quay_verify_rows/* pass */.IX)("unmoved", `the tag ${tag} still points at the digest that was verified`);
        return (0,quay_verify_rows/* fail */.fJ)("unmoved", `the tag ${tag} was moved to ${now.digest} while the image was verified`, "Find out who moved it, and verify again: what was verified is not what the tag gives now.");
    });
}

;// CONCATENATED MODULE: ./actions/quay-verify/verify-all.ts










const AT_ONCE = 24;
const CONNECTIONS = 6;
async function verifyAll(context) {
    const { inputs, io, host } = context;
    (0,files.refuseOutputs)(host, { "report-file": inputs.reportFile, "sarif-file": inputs.sarifFile });
    const wanted = (0,quay_verify_images/* wantedImages */.m)(inputs);
    const policy = policyOf(inputs);
    const [decisions, signatureKey] = await Promise.all([
        readDecisions(host, inputs.ignoreFile, inputs.vex),
        publicKey(host, inputs.signatureKey),
    ]);
    const rules = {
        ...inputs,
        policy,
        labels: (0,labels/* expectedLabels */.k)(inputs.labels, inputs.commitSha),
        needPlatforms: decisions.exceptions.some(({ platform }) => platform !== undefined),
        signatureKey,
    };
    const http = (0,packages_http.openHttp)({ ...context, network: host.network, allowHttp: inputs.allowHttp, connections: CONNECTIONS });
    let reports;
    try {
        const toolsOf = toolsFor(context, http);
        reports = await (0,packages_http/* inParallel */.HN)(AT_ONCE, wanted, (one) => reportImage(one, rules, decisions, toolsOf(one)));
    }
    finally {
        http.close();
    }
    for (const report of reports)
        logImage(io, report);
    io.summary(...summaryOf(reports));
    const verdict = overall(reports);
    return {
        verdict,
        outputs: await writeReports(host, inputs, verdict, reports),
        problems: problemsOf(reports),
        count: wanted.length,
    };
}
async function reportImage(wanted, rules, decisions, tools) {
    const verified = await verifyImage(wanted, rules, tools);
    const { judgement, rows } = await judgeImage(verified, rules.policy, decisions, tools.clock.now());
    const before = [...verified.rows, ...(verified.rows.some(({ check }) => check === "scan") ? rows : [])];
    const hopeless = before.some(({ result }) => result === "fail" || result === "invalid" || result === "unknown");
    return { verified, judgement, rows: hopeless ? before : [...before, await verify_confirm(verified, tools)] };
}
function toolsFor({ inputs, io, signal, clock }, http) {
    const { username, password, token } = inputs;
    const account = username === undefined || password === undefined ? undefined : { user: username, password };
    const open = new Map();
    return ({ place }) => {
        const known = open.get(place.base);
        if (known !== undefined)
            return known;
        const isQuay = place.quay === "yes";
        const pace = (limit) => (isQuay ? (0,packages_http/* createPace */.qP)(packages_registry/* QUAY_LIMITS */.af[limit], clock) : undefined);
        const login = account ?? (token === undefined ? undefined : { user: "$oauthtoken", password: token });
        const registry = (0,packages_registry/* openRegistry */.Me)({ http, place, login, pace: pace("manifests"), tokenPace: pace("tokens") });
        const quay = place.quay === "no" ? undefined : (0,packages_registry/* openQuay */.hs)({ http, place, login: account, token, pace: pace("api") });
        const tools = { io, signal, clock, registry, quay };
        open.set(place.base, tools);
        return tools;
    };
}
async function writeReports(host, { reportFile, sarifFile }, verdict, reports) {
    const document = reportDocument(verdict, reports);
    if (reportFile !== undefined)
        await (0,files.writeWorkspaceFile)(host, reportFile, reportText(document), { typed: true });
    if (sarifFile !== undefined) {
        const { sarifText } = await __webpack_require__.e(/* import() */ 5739).then(__webpack_require__.bind(__webpack_require__, 5739));
        const images = reports.map(({ verified: { wanted, digest = "" }, judgement }) => ({
            name: `${wanted.place.host}/${wanted.repository}`,
            digest,
            judgement,
        }));
        const tool = {
            name: "release-actions quay-verify",
            version: "1",
            informationUri: "https://github.com/org/release-actions",
        };
        await (0,files.writeWorkspaceFile)(host, sarifFile, sarifText({ tool, images }), { typed: true });
    }
    const judged = reports.filter(({ verified }) => verified.scans.some(({ status }) => status === "scanned"));
    const exists = reports.map(({ verified }) => verified.exists);
    return {
        image: verdict === "passed" ? reports.map(pinned).join("\n") : undefined,
        digest: lines(reports.map(({ verified }) => verified.digest)),
        exists: exists.includes(false) ? false : exists.includes(undefined) ? undefined : true,
        platforms: [...new Set(reports.flatMap(({ verified }) => verified.platforms.map(({ platform }) => platform)))]
            .sort()
            .join(","),
        ...(judged.length > 0 && countsOf(judged.map(({ judgement }) => judgement))),
        report: await shortReport(document),
        reportFile,
        sarifFile,
    };
}
function countsOf(judgements) {
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
async function publicKey(host, given) {
    if (given === undefined)
        return undefined;
    const pem = given.includes("-----BEGIN")
        ? given
        : (await (0,files.readWorkspaceFile)(host, given, { maxBytes: 64 * 1024, typed: true })).toString("utf8");
    const { createPublicKey } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    try {
        createPublicKey(pem);
    }
    catch (error) {
        throw (0,action/* invalid */.Gq)("signature-key is not a public key in PEM", {
            cause: error,
            remedy: "Give what cosign public-key prints, or the path of that file.",
        });
    }
    return pem;
}


/***/ })

};
;