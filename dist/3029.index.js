"use strict";
exports.id = 3029;
exports.ids = [3029];
exports.modules = {

/***/ 2002:
/***/ (require("./2002.module.js")),

/***/ 3029:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyImages: () => (/* binding */ verifyImages)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/registry/index.ts + 9 modules
var packages_registry = __webpack_require__(7654);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./actions/quay-verify/checks.ts
var checks = __webpack_require__(2002);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/quay-verify/platforms.ts



const SINGLE = "single";
async function choosePlatforms(request) {
    const { manifest, required } = request;
    const why = manifest.kind === "image" ? (0,packages_registry/* notAnImage */.O9)(manifest) : undefined;
    if (why !== undefined)
        return { row: notAnImageRow("this", why), images: [] };
    const all = manifest.kind === "index"
        ? await imagesOf(request, manifest)
        : [single(await nameOfSingle(request, manifest), request.digest, manifest)];
    const missing = required.filter((platform) => !all.some(({ base }) => (0,packages_registry/* isPlatform */.aH)(base, platform)));
    if (missing.length > 0) {
        const names = all.length === 0 ? "none" : all.map(({ platform }) => platform).join(", ");
        const detail = `${missing.join(", ")} is not among the platforms of the image (${names})`;
        return { row: (0,report/* fail */.fJ)("platforms", detail, "Build the image for it, or remove it from platforms."), images: [] };
    }
    if (all.length === 0) {
        const remedy = "Build the image for at least one platform.";
        return { row: (0,report/* fail */.fJ)("platforms", "the index has no image of any platform", remedy), images: [] };
    }
    const chosen = required.length === 0 ? all : all.filter(({ base }) => required.some((one) => (0,packages_registry/* isPlatform */.aH)(base, one)));
    const { registry, repository } = request;
    const manifests = await Promise.all(chosen.map(async ({ manifest: known, descriptor }) => known ?? (await (0,packages_registry/* readChild */.bb)(registry, repository, descriptor))));
    for (const [index, child] of manifests.entries()) {
        const what = (0,packages_registry/* notAnImage */.O9)(child);
        if (what !== undefined)
            return { row: notAnImageRow(`the child for ${chosen[index].platform}`, what), images: [] };
    }
    const images = await Promise.all(chosen.map((image, index) => describeImage(request, image, manifests[index])));
    const names = chosen.map(({ platform }) => platform).join(", ");
    const left = all.length - chosen.length;
    const more = left === 0 ? "" : `; ${left} more ${(0,packages_text/* pluralize */.td)(left, "is", "are")} in the image and not checked`;
    return { row: (0,report/* pass */.IX)("platforms", names + more), images };
}
function notAnImageRow(subject, why) {
    const remedy = "Check the tag: a chart, a build cache or a signature may have taken the place of the image.";
    return (0,report/* fail */.fJ)("platforms", `${subject} is not a container image: ${why}`, remedy);
}
function single(platform, digest, manifest) {
    return { platform, base: platform, digest, manifest };
}
async function imagesOf(request, index) {
    const { registry, repository } = request;
    const children = await Promise.all((await (0,packages_registry/* childImages */.x7)(registry, repository, index)).map(async ({ descriptor, manifest }) => {
        const { platform, digest } = descriptor;
        if (platform !== undefined)
            return { base: platform, digest, descriptor, manifest };
        const child = manifest ?? (await (0,packages_registry/* readChild */.bb)(registry, repository, descriptor));
        const base = (0,packages_registry/* notAnImage */.O9)(child) === undefined ? (await readConfig(request, child)).platform : "unknown";
        return { base, digest, descriptor, manifest: child };
    }));
    const count = (name) => children.filter(({ base }) => base === name).length;
    return children.map((child) => {
        const { base, digest } = child;
        return { ...child, platform: count(base) > 1 ? `${base}#${digest.slice(7, 15)}` : base };
    });
}
async function nameOfSingle(request, manifest) {
    if (request.required.length === 0 && !request.needName)
        return SINGLE;
    return (await readConfig(request, manifest)).platform;
}
async function describeImage(request, { platform, digest }, manifest) {
    const labels = request.needLabels ? (await readConfig(request, manifest)).labels : undefined;
    return { platform, digest, labels };
}
const CONFIGS = new WeakMap();
function readConfig({ registry, repository }, manifest) {
    const known = CONFIGS.get(manifest) ?? registry.config(repository, manifest.config);
    CONFIGS.set(manifest, known);
    return known;
}

// EXTERNAL MODULE: ./actions/quay-verify/request.ts
var request = __webpack_require__(8366);
;// CONCATENATED MODULE: ./actions/quay-verify/scan.ts




function isGated({ failOn, maximum }) {
    return failOn !== "none" || Object.keys(maximum).length > 0;
}
async function scanPlatforms(request, images, rules, tools) {
    const gated = isGated(rules.policy);
    if (!gated && request.place.quay !== "yes")
        return { rows: [(0,report/* skipped */.hT)("scan", "vulnerabilities are not checked")], scans: [], serverTime: undefined };
    const end = tools.clock.monotonic() + (gated ? rules.scanWait : 0);
    const results = await Promise.all(images.map((image) => scanOne(request, image, rules, tools, end)));
    const times = results.flatMap(({ serverTime }) => serverTime ?? []);
    const rows = results.map(({ row }) => gated || row.result === "pass"
        ? row
        : (0,report/* warn */.R8)("scan", row.detail, row.remedy ?? "It has no effect because fail-on is none."));
    return {
        rows,
        scans: results.map(({ scan }) => scan),
        serverTime: times.length === 0 ? undefined : Math.max(...times),
    };
}
async function scanOne(request, image, rules, tools, end) {
    const { platform, digest } = image;
    let scan = { platform, digest, status: "no answer", findings: [], packages: 0 };
    let serverTime;
    const row = await (0,report/* answered */.oQ)("scan", async () => {
        const answer = await pollUntilScanned(request, image, rules, tools, end);
        if (answer.state === "no api") {
            scan = { ...scan, status: "no api" };
            const detail = `${request.place.host} has no vulnerability reports (Quay's API)`;
            const remedy = "If the image is scanned elsewhere, set fail-on: none; otherwise push it to a registry that scans.";
            return notScanned(rules, (0,report/* fail */.fJ)("scan", detail, remedy));
        }
        if (answer.state === "absent") {
            const remedy = "Run again in a minute; a private repository needs credentials.";
            return (0,report/* unknown */.L5)("scan", `${platform}: the scanner does not know ${digest}`, remedy);
        }
        scan = { ...scan, status: answer.status };
        const time = Date.parse(answer.date ?? "");
        if (!Number.isNaN(time))
            serverTime = time;
        if (answer.status !== "scanned")
            return statusRow(platform, answer.status, rules);
        scan = { ...scan, ...(await readReport(answer.data, platform)) };
        if (scan.packages > 0)
            return (0,report/* pass */.IX)("scan", `${platform}: ${scan.packages} packages scanned`);
        const detail = `${platform}: the scanner recognized no package, so it checked nothing`;
        const remedy = "Common for images with a single binary: scan where it is built, and set on-unscanned: warn.";
        return notScanned(rules, (0,report/* fail */.fJ)("scan", detail, remedy));
    });
    return { row, scan, ...(serverTime !== undefined && { serverTime }) };
}
async function pollUntilScanned({ repository, reference }, { platform, digest }, { interval }, { quay, io, clock, signal }, end) {
    if (quay === undefined)
        return { state: "no api" };
    for (;;) {
        const answer = await quay.security(repository, digest);
        const left = end - clock.monotonic();
        if (answer.state !== "answered" || answer.status !== "queued" || left <= 0)
            return answer;
        io.progress(`${reference} ${platform}: waiting for the scan, up to ${(0,packages_text/* formatDuration */.a3)(left)} more`);
        await clock.sleep(Math.min(interval, left), signal);
    }
}
async function readReport(data, platform) {
    const { readClairReport } = await __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 4094));
    try {
        return await readClairReport(data, platform);
    }
    catch (error) {
        throw (0,action/* undecided */.oo)(`${platform}: the report cannot be used: ${error.message}`, {
            remedy: "Run again; if this persists, Quay's API has changed.",
        });
    }
}
function notScanned({ onUnscanned }, row) {
    return onUnscanned === "warn" ? (0,report/* warn */.R8)("scan", `${row.detail}; accepted by on-unscanned: warn`, row.remedy ?? "") : row;
}
function statusRow(platform, status, rules) {
    switch (status) {
        case "queued": {
            const detail = `${platform}: the scan was not done after ${(0,packages_text/* formatDuration */.a3)(rules.scanWait)}`;
            return notScanned(rules, (0,report/* unknown */.L5)("scan", detail, "Run again later, or increase scan-wait."));
        }
        case "failed": {
            const remedy = "Ask Quay to scan it again, or push the image again.";
            return notScanned(rules, (0,report/* unknown */.L5)("scan", `${platform}: the scan failed`, remedy));
        }
        case "unsupported": {
            const remedy = "Scan it by other means, and set on-unscanned: warn.";
            return notScanned(rules, (0,report/* fail */.fJ)("scan", `${platform}: the scanner does not support this image`, remedy));
        }
        case "manifest_layer_too_large": {
            const remedy = "Build smaller layers, or scan it by other means and set on-unscanned: warn.";
            return notScanned(rules, (0,report/* fail */.fJ)("scan", `${platform}: a layer is too large for the scanner`, remedy));
        }
        default:
            return (0,report/* unknown */.L5)("scan", `${platform}: the scanner reports the unknown status ${(0,packages_text/* quote */.hD)(status)}`, "Check the image in Quay; a newer version of release-actions may support it.");
    }
}
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
const MAX_DECISION_BYTES = 4 * 1024 * 1024;
async function readDecisions(host, { ignoreFile, vex }) {
    if (ignoreFile === undefined && vex.length === 0)
        return { exceptions: [], vex: [] };
    const { parseExceptions, parseOpenVex } = await __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 4094));
    const read = async (path) => (await (0,files.readWorkspaceFile)(host, path, { maxBytes: MAX_DECISION_BYTES, typed: true })).toString("utf8");
    const ignored = ignoreFile === undefined
        ? { exceptions: [], problems: [] }
        : await parseExceptions(await read(ignoreFile), ignoreFile);
    const statements = await Promise.all(vex.map(async (file) => parseOpenVex(await read(file), file)));
    const problems = [...ignored.problems, ...statements.flatMap((one) => one.problems)];
    if (problems.length > 0) {
        const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
        throw (0,action/* invalid */.Gq)(`${count} in ignore-file or vex`, { problems });
    }
    return { exceptions: ignored.exceptions, vex: statements.map(({ document }) => document) };
}
async function judgeFindings({ request, digest = "", platforms, scans, serverTime = 0, rows }, policy, decisions, now) {
    const { judge, mergeFindings } = await __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 4094));
    const judgement = judge(mergeFindings(scans.map(({ findings }) => findings)), policy, {
        ...decisions,
        image: {
            name: `${request.place.host}/${request.repository}`,
            digest,
            platformDigests: Object.fromEntries(platforms.map((image) => [image.platform, image.digest])),
        },
        now: Math.max(now, serverTime),
    });
    const scanRows = rows.filter(({ check }) => check === "scan");
    return { judgement, rows: scanRows.length === 0 ? [] : vulnerabilityRows(judgement, policy, scanRows) };
}
function vulnerabilityRows({ counts, violations, warnings }, policy, scans) {
    const found = Object.entries(counts)
        .flatMap(([severity, count]) => (count === 0 ? [] : `${count} ${severity}`))
        .join(", ");
    if (!isGated(policy))
        return [(0,report/* skipped */.hT)("vulnerabilities", `not judged because fail-on is none${found === "" ? "" : `; found: ${found}`}`)];
    const warned = warnings.map((text) => (0,report/* warn */.R8)("vulnerabilities", text, "Review the file that decides about these findings."));
    if (!scans.some(({ result }) => result === "pass")) {
        const isAccepted = scans.some(({ result }) => result === "warn");
        const nothing = (0,report/* warn */.R8)("vulnerabilities", "nothing was scanned; accepted by on-unscanned: warn", "");
        return isAccepted ? [...warned, nothing] : [];
    }
    if (violations.length === 0)
        return [...warned, (0,report/* pass */.IX)("vulnerabilities", found === "" ? "none" : `${found}: within the limits`)];
    return [
        ...warned,
        (0,report/* fail */.fJ)("vulnerabilities", violations.map(({ what }) => what).join("; "), "Update packages that have a fix and build again; list findings that do not matter in ignore-file, with reason and expiry."),
    ];
}

;// CONCATENATED MODULE: ./actions/quay-verify/verify.ts









const AT_ONCE = 24;
const CONNECTIONS = 6;
async function verifyImages(context) {
    const { inputs, host } = context;
    (0,files.refuseOutputs)(host, { "report-file": inputs.reportFile, "sarif-file": inputs.sarifFile });
    const { images, labels } = (0,request/* readRequest */.i)(inputs);
    const policy = policyOf(inputs);
    const [decisions, signatureKey] = await Promise.all([
        readDecisions(host, inputs),
        readPublicKey(host, inputs.signatureKey),
    ]);
    const rules = { ...inputs, policy, labels, decisions, signatureKey };
    const http = (0,packages_http.openHttp)({ ...context, network: host.network, allowHttp: inputs.allowHttp, connections: CONNECTIONS });
    try {
        const toolsOf = openTools(context, http);
        return await (0,packages_http.inParallel)(AT_ONCE, images, (image) => verifyImage(image, rules, toolsOf(image)));
    }
    finally {
        http.close();
    }
}
async function verifyImage(request, rules, tools) {
    const checked = await checkImage(request, rules, tools);
    const { judgement, rows: judged } = await judgeFindings(checked, rules.policy, rules.decisions, tools.clock.now());
    const rows = [...checked.rows, ...judged];
    const isLost = rows.some(({ result }) => result === "fail" || result === "invalid" || result === "unknown");
    if (!isLost)
        rows.push(await (0,report/* answered */.oQ)("unmoved", () => (0,checks/* unmovedRow */.nS)(request, checked.digest, tools)));
    return { ...checked, judgement, rows, verdict: (0,report/* decide */.LD)(rows, checks/* RULES */.y0) };
}
async function checkImage(request, rules, tools) {
    const { exists, image, rows: found } = await (0,checks/* findImage */.F1)(request, rules, tools);
    const rows = [...found];
    const none = { platforms: [], scans: [], serverTime: undefined };
    const end = (part = {}) => ({
        request,
        exists,
        digest: image?.digest,
        ...none,
        ...part,
        rows,
    });
    if (image === undefined || (0,report/* decide */.LD)(rows, checks/* RULES */.y0) === "refused")
        return end();
    let chosen;
    try {
        chosen = await choosePlatforms({
            repository: request.repository,
            digest: image.digest,
            manifest: image.manifest,
            required: rules.platforms,
            needLabels: rules.labels.length > 0,
            needName: rules.decisions.exceptions.some(({ platform }) => platform !== undefined),
            registry: tools.registry,
        });
    }
    catch (error) {
        rows.push((0,report/* unanswered */.bj)("platforms", error));
        return end();
    }
    const platforms = chosen.images;
    rows.push(chosen.row);
    if (chosen.row.result !== "pass")
        return end({ platforms });
    const [expiry, signature, scans] = await Promise.all([
        (0,report/* answered */.oQ)("expiry", () => (0,checks/* expiryRow */.KZ)(request, image.digest, rules.minExpiry, tools)),
        (0,report/* answered */.oQ)("signature", () => (0,checks/* signatureRow */.Bv)(request, image.digest, rules, tools)),
        scanPlatforms(request, platforms, rules, tools),
    ]);
    rows.push((0,checks/* labelRow */.Zz)(platforms, rules.labels), expiry, signature, ...scans.rows);
    return end({ platforms, scans: scans.scans, serverTime: scans.serverTime });
}
function openTools({ inputs, io, signal, clock }, http) {
    const { username, password, token } = inputs;
    const account = username === undefined || password === undefined ? undefined : { user: username, password };
    const login = account ?? (token === undefined ? undefined : { user: "$oauthtoken", password: token });
    const open = new Map();
    return ({ place }) => {
        const known = open.get(place.base);
        if (known !== undefined)
            return known;
        const pace = (limit) => place.quay === "yes" ? (0,packages_http.createPace)(packages_registry/* QUAY_LIMITS */.af[limit], clock) : undefined;
        const registry = (0,packages_registry/* openRegistry */.Me)({ http, place, login, pace: pace("manifests"), tokenPace: pace("tokens") });
        const quay = place.quay === "no" ? undefined : (0,packages_registry/* openQuay */.hs)({ http, place, login: account, token, pace: pace("api") });
        const tools = { io, signal, clock, registry, quay };
        open.set(place.base, tools);
        return tools;
    };
}
const MAX_KEY_BYTES = 64 * 1024;
async function readPublicKey(host, given) {
    if (given === undefined)
        return undefined;
    const pem = given.includes("-----BEGIN")
        ? given
        : (await (0,files.readWorkspaceFile)(host, given, { maxBytes: MAX_KEY_BYTES, typed: true })).toString("utf8");
    const { createPublicKey } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    try {
        createPublicKey(pem);
    }
    catch (error) {
        throw (0,action/* invalid */.Gq)("signature-key is not a public key in PEM", {
            cause: error,
            remedy: "Set it to the output of cosign public-key, or to the path of a file with that output.",
        });
    }
    return pem;
}


/***/ })

};
;