"use strict";
exports.id = 3177;
exports.ids = [3177];
exports.modules = {

/***/ 3177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1312);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6309);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6416);




/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "quay-verify",
    description: "Proves that an image is there, that it is the one that was built, and that it is clean enough to be released; anything short of proof refuses.",
    inputs: {
        image: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The image, with its registry; a tag or a digest may stand behind it.",
            example: "quay.io/org/app",
            optional: true,
        }),
        images: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ address: true, description: "Several images instead of one, each as in image." }),
        registry: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The registry's host, with repository. Without it: quay.io.",
            example: "quay.io",
            optional: true,
        }),
        namespace: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The namespace, with repository. It is never dropped, and not doubled where repository begins with it.",
            example: "redhat-user-workloads",
            optional: true,
        }),
        repository: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The repository's path in the registry, instead of image.",
            example: "tenant/application/component",
            optional: true,
        }),
        tag: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The image's tag. Without it: commit-sha.", example: "v1.2.3", optional: true }),
        digest: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The image's digest. With a tag, both must agree.",
            example: "sha256:…",
            optional: true,
        }),
        "commit-sha": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The commit that the image was built from, 40 hex digits: the tag, unless one is given or a label proves it.",
            optional: true,
        }),
        "expected-digest": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The digest that the build gave: the tag must point at it.",
            optional: true,
            gitlab: "IMAGE_DIGEST",
        }),
        username: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A user or robot account that may pull.",
            example: "org+robot",
            optional: true,
            gitlab: "QUAY_USERNAME",
        }),
        password: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Its password or token.",
            secret: true,
            credential: true,
            optional: true,
            gitlab: "QUAY_PASSWORD",
        }),
        token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "An OAuth access token of Quay with repo:read, instead of an account.",
            secret: true,
            credential: true,
            notOfForge: true,
            optional: true,
            gitlab: "QUAY_TOKEN",
        }),
        "token-server": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "An origin, other than the registry's, that the account may be shown to for a token. docker.io's and gitlab.com's are known.",
            example: "https://auth.example.com",
            optional: true,
        }),
        api: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["auto", "quay", "oci"], {
            description: "How the registry is asked. auto: Quay's API where there is one; quay: a Quay of your own; oci: a registry without reports.",
            default: "auto",
        }),
        "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Take plain http for hosts other than this machine.", default: false }),
        wait: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long to wait for the image to appear.", default: "0" }),
        "scan-wait": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long to wait for the scan, once the image is there.", default: "5m" }),
        interval: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How often to look while waiting.", default: "10s" }),
        platforms: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: "The platforms that must be there, such as linux/amd64; they alone are judged. Without it: all that the image has.",
        }),
        "fail-on": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["critical", "high", "medium", "low", "none"], {
            description: "Findings of this severity or a worse one refuse.",
            default: "critical",
        }),
        "max-critical": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
            description: "Critical findings that are allowed, instead of what fail-on says of them.",
            optional: true,
        }),
        "max-high": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "High findings that are allowed.", optional: true }),
        "max-medium": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "Medium findings that are allowed.", optional: true }),
        "max-low": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "Low findings that are allowed.", optional: true }),
        "only-fixed": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Only findings that have a fix refuse. All are reported.", default: false }),
        "ignore-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A file of findings that do not count, each with its reason.",
            example: ".quay-verify.yml",
            optional: true,
        }),
        vex: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: "OpenVEX documents in the workspace: what they call not_affected or fixed does not count.",
        }),
        "on-unscanned": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["refuse", "warn"], {
            description: "What happens when the scanner has no result.",
            default: "refuse",
        }),
        "on-unknown-severity": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["refuse", "warn", "critical", "high", "medium", "low"], {
            description: "How findings without a known severity count: refuse takes them for the worst.",
            default: "refuse",
        }),
        labels: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: "Labels that the image must have, key=value; {commit-sha} is the commit.",
            example: "org.opencontainers.image.revision={commit-sha}",
        }),
        "min-expiry": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long the tag must still live.", example: "14d", optional: true }),
        "require-signature": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "A signature must be attached to the digest.", default: false }),
        "signature-key": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The public key (PEM) that the signature must be by, or the path of a file that holds it.",
            example: "cosign.pub",
            optional: true,
        }),
        "report-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Also write the whole report to this file, as JSON.", optional: true }),
        "sarif-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Also write all findings to this file, as SARIF 2.1.0.", optional: true }),
    },
    outputs: {
        image: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The proven image as repository@digest, one line each; empty unless all passed."),
        digest: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The image's digest, one line each."),
        exists: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.flag("Whether the image is there; empty where that is not known."),
        platforms: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The platforms that were judged, separated by commas; single where there is one and nothing asked for its name."),
        critical: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Critical findings that count. Empty, like the following, where nothing was scanned."),
        high: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("High ones."),
        medium: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Medium ones."),
        low: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Low ones."),
        unknown: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Those of unknown severity."),
        fixable: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Findings that count and have a fix."),
        ignored: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("Findings that do not count, by the ignore file or a VEX document."),
        report: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("The report, its findings shortened to 64 KiB; report-file has all of them."),
        "report-file": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The file that the report was written to."),
        "sarif-file": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The file that the findings were written to."),
    },
    permissions: { github: {}, gitlab: "None; the registry's credentials come from variables." },
    services: ["quay"],
    endpoints: {
        description: [
            "the registry",
            "its token server, where that is docker.io's, gitlab.com's or `token-server`",
            "where the registry sends for blobs, without credentials",
        ],
        origins: (inputs) => (0,_images_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedImages */ .m)(inputs).flatMap(({ place }) => [place.base, ...place.tokenServers]),
        credentials: _images_js__WEBPACK_IMPORTED_MODULE_2__/* .credentialOrigins */ .l,
    },
    changes: false,
    check(inputs) {
        const problems = [];
        (0,_images_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedImages */ .m)(inputs, problems);
        (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .expectedLabels */ .k)(inputs.labels, inputs.commitSha, problems);
        const { username, password, token } = inputs;
        if ((username === undefined) !== (password === undefined)) {
            const missing = username === undefined ? "username" : "password";
            problems.push({
                input: missing,
                what: `${missing} is missing: an account has both`,
                remedy: `Give ${missing} as well.`,
            });
        }
        const registries = new Set((0,_images_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedImages */ .m)(inputs).map(({ place }) => place.host));
        if (registries.size > 1 && (username ?? token) !== undefined) {
            problems.push({
                input: "images",
                what: `one account cannot be shown to several registries: ${[...registries].join(", ")}`,
                remedy: "Verify the images of each registry in a step of its own.",
            });
        }
        if (token !== undefined && (username !== undefined || inputs.api === "oci")) {
            problems.push({
                input: "token",
                what: username === undefined ? "token is Quay's, and api is oci" : "there are an account and a token",
                remedy: "Give username and password, or token alone for Quay.",
            });
        }
        const wrong = inputs.platforms.filter((platform) => !/^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/.test(platform));
        if (wrong.length > 0)
            problems.push({
                input: "platforms",
                what: `not a platform: ${wrong.map((one) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(one, 60)).join(", ")}`,
                remedy: "Write them as os/architecture, such as linux/arm64.",
            });
        if (inputs.signatureKey !== undefined && !inputs.requireSignature)
            problems.push({
                input: "signature-key",
                what: "signature-key without require-signature would prove nothing",
                remedy: "Set require-signature: true.",
            });
        if (inputs.interval < 1000)
            problems.push({
                input: "interval",
                what: "interval must be at least 1s",
                remedy: "Registries limit how often they are asked.",
            });
        return problems;
    },
    async run(context) {
        const { verifyAll } = await __webpack_require__.e(/* import() */ 8295).then(__webpack_require__.bind(__webpack_require__, 8295));
        const { verdict, outputs, problems, count } = await verifyAll(context);
        if (verdict === "passed")
            return { verdict, ...outputs };
        const what = count === 1 ? "the image" : "the images";
        const messages = {
            refused: `${what} must not be released`,
            invalid: `${what} could not be looked at`,
            undecided: `${what} could not be proven`,
        };
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict, messages[verdict], {
            problems: problems.length === 0 ? [{ what: "no check gave an answer" }] : problems,
            outputs,
        });
    },
}));


/***/ }),

/***/ 6309:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ credentialOrigins),
/* harmony export */   m: () => (/* binding */ wantedImages)
/* harmony export */ });
/* harmony import */ var _release_actions_registry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1589);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1312);


const COMMIT = /^[0-9a-f]{40}$/;
function wantedImages(inputs, problems = []) {
    const problem = (input, what, remedy) => void problems.push({ input, what, remedy });
    const checked = (input, remedy, read) => {
        try {
            return read();
        }
        catch (error) {
            problem(input, `input ${input} ${error.message}`, remedy);
            return undefined;
        }
    };
    const { commitSha, tokenServer } = inputs;
    if (commitSha !== undefined && !COMMIT.test(commitSha)) {
        problem("commit-sha", `input commit-sha must be the whole commit id, 40 hex digits in lower case; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(commitSha)} (${commitSha.length} characters)`, "Short ids are no tags in the registry: git rev-parse gives the whole one.");
    }
    if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
        problem("token-server", `input token-server must be an origin such as https://auth.example.com; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tokenServer)}`, "Give the scheme and the host, without a path.");
    }
    if (inputs.tag !== undefined)
        checked("tag", "Give the image's tag, such as v1.2.3.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkTag */ .Bs)(inputs.tag));
    for (const [name, value] of [
        ["digest", inputs.digest],
        ["expected-digest", inputs.expectedDigest],
    ]) {
        if (value !== undefined)
            checked(name, "Copy it whole from the build that pushed the image.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkDigest */ .H2)(value));
    }
    const named = namedImages(inputs, problem, checked);
    if (named.length > 1 && (inputs.digest !== undefined || inputs.expectedDigest !== undefined)) {
        problem(inputs.digest === undefined ? "expected-digest" : "digest", "one digest cannot be that of several images", "Write each digest behind its image: quay.io/org/app@sha256:…");
    }
    if (problems.length > 0)
        return [];
    return named.flatMap((image) => wanted(image, inputs, problem));
}
function credentialOrigins(inputs) {
    return wantedImages(inputs).flatMap(({ place: { base, tokenServers, quay } }) => quay === "no" && tokenServers.length > 0 ? tokenServers : [base, ...tokenServers]);
}
function namedImages(inputs, problem, checked) {
    const { image, images, repository, namespace, registry } = inputs;
    const ways = [image !== undefined, images.length > 0, repository !== undefined].filter(Boolean).length;
    if (ways !== 1) {
        problem("image", ways === 0 ? "no image was given" : "the image was given in several ways", "Give one of: image (quay.io/org/app), images (several of them), or registry, namespace and repository.");
        return [];
    }
    if (repository === undefined && (namespace !== undefined || registry !== undefined)) {
        problem(namespace === undefined ? "registry" : "namespace", "registry and namespace go with repository", "Write them as a part of the image: quay.io/org/app.");
        return [];
    }
    if (repository !== undefined) {
        const host = checked("registry", "Give the registry's host.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkRegistry */ .qW)(registry ?? "quay.io"));
        const path = checked("repository", "Give the repository's path as the registry has it.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .joinRepository */ .pA)(namespace, repository));
        return host === undefined || path === undefined ? [] : [{ registry: host, repository: path }];
    }
    const input = image === undefined ? "images" : "image";
    return (image === undefined ? images : [image]).flatMap((text) => checked(input, "Write it like quay.io/org/app, with a tag or a digest where it has one of its own.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .parseImage */ .zZ)(text)) ?? []);
}
function wanted(image, inputs, problem) {
    const digests = new Set([image.digest, inputs.digest, inputs.expectedDigest].filter((digest) => digest !== undefined));
    const [digest, other] = digests;
    if (other !== undefined) {
        problem("expected-digest", `two digests were given for ${image.repository}: ${digest} and ${other}`, "Give the one of the build that pushed the image.");
        return [];
    }
    if (image.tag !== undefined && inputs.tag !== undefined && image.tag !== inputs.tag) {
        problem("tag", `two tags were given for ${image.repository}: ${image.tag} and ${inputs.tag}`, "Give the tag once.");
        return [];
    }
    const alone = inputs.expectedDigest === undefined &&
        digest !== undefined &&
        inputs.labels.some((label) => label.includes("{commit-sha}"));
    const tag = image.tag ?? inputs.tag ?? (alone ? undefined : inputs.commitSha);
    if (tag === undefined && digest === undefined) {
        problem("tag", `nothing says which image of ${image.repository} is meant`, "Give commit-sha, tag or digest.");
        return [];
    }
    const { registry, repository } = image;
    const place = (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(registry, inputs);
    return [
        {
            place,
            repository: (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .repositoryAt */ .uw)(registry, repository),
            tag,
            digest,
            shown: (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .showImage */ .jt)({
                registry,
                repository,
                ...(tag !== undefined && { tag }),
                ...(tag === undefined && digest !== undefined && { digest }),
            }),
        },
    ];
}


/***/ }),

/***/ 6416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ labelRow),
/* harmony export */   k: () => (/* binding */ expectedLabels)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1312);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3158);


function expectedLabels(labels, commitSha, problems = []) {
    return labels.flatMap((text) => {
        const equals = text.indexOf("=");
        const [key, value] = [text.slice(0, Math.max(equals, 0)).trim(), text.slice(equals + 1).trim()];
        const needsCommit = value.includes("{commit-sha}");
        if (key === "" || (needsCommit && commitSha === undefined)) {
            problems.push(key === ""
                ? {
                    input: "labels",
                    what: `a label is written key=value; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)}`,
                    remedy: "For example org.opencontainers.image.revision={commit-sha}.",
                }
                : {
                    input: "labels",
                    what: `the label ${key} needs commit-sha, which was not given`,
                    remedy: "Give commit-sha.",
                });
            return [];
        }
        return [{ key, value: value.replaceAll("{commit-sha}", () => commitSha ?? "") }];
    });
}
function labelRow(images, expected) {
    if (expected.length === 0)
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .skipped */ .hT)("labels", "none were asked for");
    const wrong = images.flatMap(({ platform, labels }) => expected
        .filter(({ key, value }) => labels?.[key] !== value)
        .map(({ key, value }) => `${key} is ${labels?.[key] === undefined ? "not set" : JSON.stringify(labels[key])} on ${platform}, not ${JSON.stringify(value)}`));
    if (wrong.length === 0)
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .pass */ .IX)("labels", expected.map(({ key, value }) => `${key}=${value}`).join(", "));
    return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)("labels", wrong.join("; "), "The image was not built from what it is released as: build it from the commit, with its labels.");
}


/***/ }),

/***/ 3158:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.IX),
/* harmony export */   L5: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.ro),
/* harmony export */   R8: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.R8),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   bj: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.bj),
/* harmony export */   fJ: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.fJ),
/* harmony export */   hT: () => (/* reexport safe */ _release_actions_action__WEBPACK_IMPORTED_MODULE_0__.hT),
/* harmony export */   oQ: () => (/* binding */ answered)
/* harmony export */ });
/* unused harmony export CHECKS */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);


const CHECKS = (/* unused pure expression or super */ null && ([
    "exists",
    "digest",
    "platforms",
    "labels",
    "expiry",
    "signature",
    "scan",
    "vulnerabilities",
    "unmoved",
]));
async function answered(check, work) {
    try {
        return await work();
    }
    catch (error) {
        return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .unanswered */ .bj)(check, error);
    }
}
const ALWAYS = ["exists", "digest", "platforms", "scan", "vulnerabilities", "unmoved"];
const GOOD = ["pass", "warn", "skipped"];
function verdictOf(rows) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    if (rows.some(({ result }) => result === "invalid"))
        return "invalid";
    const proven = ALWAYS.every((check) => rows.some((row) => row.check === check && GOOD.includes(row.result)));
    return proven &&
        rows.every(({ result }) => GOOD.includes(result)) &&
        rows.some(({ check, result }) => check === "exists" && result === "pass")
        ? "passed"
        : "undecided";
}


/***/ }),

/***/ 1589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  af: () => (/* reexport */ QUAY_LIMITS),
  H2: () => (/* reexport */ checkDigest),
  qW: () => (/* reexport */ checkRegistry),
  Bs: () => (/* reexport */ checkTag),
  s1: () => (/* reexport */ findSignature),
  H3: () => (/* reexport */ isAttestation),
  aH: () => (/* reexport */ isPlatform),
  pA: () => (/* reexport */ joinRepository),
  hs: () => (/* reexport */ openQuay),
  Me: () => (/* reexport */ openRegistry),
  zZ: () => (/* reexport */ parseImage),
  $t: () => (/* reexport */ placeOf),
  uw: () => (/* reexport */ repositoryAt),
  jt: () => (/* reexport */ showImage)
});

// UNUSED EXPORTS: RegistryError, errorCodes, noAnswerOf

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
;// CONCATENATED MODULE: ./packages/registry/errors.ts


class RegistryError extends action/* ActionError */.lZ {
    answer;
    constructor(answer, message, details = {}) {
        super(VERDICTS[answer], message, details);
        this.name = "RegistryError";
        this.answer = answer;
    }
}
const VERDICTS = {
    unauthorised: "invalid",
    "rate-limited": "undecided",
    unreachable: "undecided",
    malformed: "undecided",
};
function noAnswerOf(error) {
    if (error instanceof RegistryError)
        return error.answer;
    if (!(error instanceof HttpError))
        return undefined;
    if (error.status === 401 || error.status === 403 || error.status === 407)
        return "unauthorised";
    if (error.status === 429 || error.retryAt !== undefined)
        return "rate-limited";
    return error.code === "CONTENT" || error.code === "REDIRECT" ? "malformed" : "unreachable";
}
function errorCodes(reply) {
    try {
        const { errors } = (0,packages_http/* parseJson */.qF)(reply.text());
        if (!Array.isArray(errors))
            return undefined;
        const codes = errors.map((error) => error?.code);
        return codes.length > 0 && codes.every((code) => typeof code === "string") ? codes : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/registry/limits.ts
const QUAY_LIMITS = {
    api: { perSecond: 4.8, burst: 20 },
    manifests: { perSecond: 45, burst: 6 },
    tokens: { perSecond: 100, burst: 1 },
};

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./packages/registry/manifest.ts


const MANIFEST_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const INDEX_TYPES = [MANIFEST_TYPES[0], MANIFEST_TYPES[2]];
function readManifest(text, contentType) {
    const value = object((0,packages_http/* parseJson */.qF)(text), "the manifest");
    const declared = value["mediaType"] ?? contentType;
    if (typeof declared !== "string" || !MANIFEST_TYPES.includes(declared)) {
        throw new Error(`the manifest is of the type ${(0,packages_text/* shorten */.ml)(JSON.stringify(declared), 100)}, which is no image`);
    }
    if (value["mediaType"] !== undefined && value["mediaType"] !== contentType) {
        throw new Error(`the manifest says that it is ${declared}, and the registry that it is ${(0,packages_text/* shorten */.ml)(contentType, 100)}`);
    }
    if (value["manifests"] !== undefined && (value["layers"] !== undefined || value["config"] !== undefined)) {
        throw new Error("the manifest is an index and an image at once");
    }
    const annotations = strings(value["annotations"], "annotations");
    if (INDEX_TYPES.includes(declared)) {
        return {
            kind: "index",
            manifests: list(value["manifests"], "manifests").map((item, at) => descriptor(item, `manifests[${at}]`)),
            annotations,
        };
    }
    return {
        kind: "image",
        config: descriptor(value["config"], "config"),
        layers: list(value["layers"], "layers").map((item, at) => descriptor(item, `layers[${at}]`)),
        ...(typeof value["artifactType"] === "string" && { artifactType: value["artifactType"] }),
        ...(value["subject"] !== undefined && { subject: descriptor(value["subject"], "subject") }),
        annotations,
    };
}
function readImageConfig(text) {
    const value = object((0,packages_http/* parseJson */.qF)(text), "the configuration");
    const config = value["config"] === undefined || value["config"] === null ? {} : object(value["config"], "config");
    return { platform: platformOf(value), labels: strings(config["Labels"], "config.Labels") };
}
function isAttestation({ annotations, platform }) {
    return annotations["vnd.docker.reference.type"] !== undefined || platform === "unknown/unknown";
}
function descriptor(value, where) {
    const { mediaType, digest, size, artifactType, platform, annotations } = object(value, where);
    if (typeof mediaType !== "string" || typeof size !== "number" || size < 0)
        throw new Error(`${where} has no media type or no size`);
    if (typeof digest !== "string" || !/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(digest))
        throw new Error(`${where} has no digest`);
    return {
        mediaType,
        digest,
        size,
        ...(typeof artifactType === "string" && { artifactType }),
        ...(platform !== undefined && platform !== null && { platform: platformOf(object(platform, `${where}.platform`)) }),
        annotations: strings(annotations, `${where}.annotations`),
    };
}
function platformOf(value) {
    const { os, architecture, variant } = value;
    const parts = [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])];
    if (!parts.every((part) => typeof part === "string" && /^[A-Za-z0-9._-]{1,40}$/.test(part)))
        return "unknown/unknown";
    return parts.join("/");
}
function isPlatform(platform, wanted) {
    const [os, architecture, variant] = normal(platform);
    const [wantedOs, wantedArchitecture, wantedVariant] = normal(wanted);
    return (os === wantedOs && architecture === wantedArchitecture && (wantedVariant === undefined || variant === wantedVariant));
}
function normal(platform) {
    const parts = platform.split("/");
    return parts[1] === "arm64" && parts[2] === "v8" ? parts.slice(0, 2) : parts;
}
function object(value, where) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    throw new Error(`${where} is not an object`);
}
function list(value, where) {
    if (Array.isArray(value))
        return value;
    throw new Error(`${where} is not a list`);
}
function strings(value, where) {
    if (value === undefined || value === null)
        return {};
    const entries = Object.entries(object(value, where));
    const wrong = entries.find(([, text]) => typeof text !== "string");
    if (wrong !== undefined)
        throw new Error(`${where}.${(0,packages_text/* shorten */.ml)(wrong[0], 80)} is not a text`);
    return Object.assign(Object.create(null), Object.fromEntries(entries));
}

;// CONCATENATED MODULE: ./packages/registry/place.ts
const WELL_KNOWN = {
    "docker.io": { host: "registry-1.docker.io", tokens: "https://auth.docker.io" },
    "registry.gitlab.com": { tokens: "https://gitlab.com" },
};
function placeOf(host, { api, tokenServer, allowHttp }) {
    const known = Object.hasOwn(WELL_KNOWN, host) ? WELL_KNOWN[host] : undefined;
    const base = `${isLoopback(host) || allowHttp ? "http" : "https"}://${known?.host ?? host}`;
    const quay = api === "quay" || (api === "auto" && host === "quay.io");
    return {
        host,
        base,
        tokenServers: [known?.tokens, tokenServer].filter((origin) => origin !== undefined),
        quay: quay ? "yes" : api === "auto" && known === undefined ? "perhaps" : "no",
        expectedToken: quay ? { realm: `${base}/v2/auth`, service: host } : undefined,
    };
}
function repositoryAt(host, repository) {
    return host === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository;
}
function isLoopback(host) {
    const name = host.replace(/:[0-9]+$/, "");
    return name === "localhost" || /^127(?:\.[0-9]{1,3}){3}$/.test(name);
}

;// CONCATENATED MODULE: ./packages/registry/quay.ts


const MAX_REPORT = 128 * 1024 * 1024;
function openQuay({ http, place, login, token, pace }) {
    const bearer = token === undefined ? undefined : { header: "authorization", value: `Bearer ${token}` };
    const api = (credential) => http.api(`${place.base}/api/v1`, { pace, ...(credential !== undefined && { credential }) });
    const security = api(bearer ?? login);
    const tags = api(bearer);
    const path = (repository, ...rest) => ["repository", ...repository.split("/"), ...rest];
    function unauthorised(repository, reply, remedy) {
        return new RegistryError("unauthorised", `${place.host}'s API does not let ${repository} be read (${reply.status}).`, { remedy });
    }
    return {
        async security(repository, digest) {
            const reply = await security.read({
                path: path(repository, "manifest", digest, "security"),
                query: { vulnerabilities: true },
                expect: [200, 401, 403, 404],
                as: place.quay === "yes" ? "json" : "bytes",
                maxBytes: MAX_REPORT,
            });
            if (place.quay !== "yes" && !isQuays(reply))
                return { state: "no api" };
            if (reply.status === 404)
                return { state: "absent" };
            if (reply.status !== 200)
                throw unauthorised(repository, reply, "Give username and password of a robot account that may read the repository, or an OAuth token with repo:read.");
            const body = reply.json();
            if (typeof body !== "object" || body === null || typeof body["status"] !== "string") {
                throw new RegistryError("malformed", `${place.host} answered with a security report that has no status.`, {
                    remedy: "Run again; if it stays so, Quay's API has changed.",
                });
            }
            return { state: "answered", status: body["status"], data: body["data"], date: reply.headers["date"] };
        },
        async tag(repository, tag) {
            const reply = await tags.read({
                path: path(repository, "tag", ""),
                query: { specificTag: tag, onlyActiveTags: true, limit: 100 },
                expect: [200, 401, 403, 404],
            });
            if (reply.status === 404)
                return { state: "absent" };
            if (reply.status !== 200)
                throw unauthorised(repository, reply, "Quay shows tags of a private repository to an OAuth token with repo:read only, never to a robot account: give token.");
            return readTags(place.host, reply.json(), tag);
        },
    };
}
function isQuays(reply) {
    try {
        const body = (0,packages_http/* parseJson */.qF)(reply.text());
        if (typeof body !== "object" || body === null)
            return false;
        return reply.status === 200
            ? typeof body["status"] === "string"
            : "error_type" in body || "error_message" in body || "detail" in body;
    }
    catch {
        return false;
    }
}
function readTags(host, body, wanted) {
    const { tags } = (body ?? {});
    if (!Array.isArray(tags))
        throw new RegistryError("malformed", `${host} answered without a list of tags.`);
    const tag = tags.find(({ name }) => name === wanted);
    if (tag === undefined)
        return { state: "absent" };
    const { manifest_digest: digest, end_ts: end, expiration, reversion } = tag;
    if (typeof digest !== "string")
        throw new RegistryError("malformed", `${host} answered with a tag that has no digest.`);
    const written = typeof expiration === "string" ? Date.parse(expiration) : Number.NaN;
    const expires = typeof end === "number" ? end * 1000 : Number.isNaN(written) ? undefined : written;
    if (expiration !== undefined && expires === undefined)
        throw new RegistryError("malformed", `${host} answered with an expiry that is no date.`);
    return { state: "found", digest, expires, reversion: reversion === true };
}

;// CONCATENATED MODULE: ./packages/registry/reference.ts

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-{1,20})[a-z0-9]+)*$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?$/;
const MAX_NAME = 255;
function parseImage(text) {
    if (/^[a-z]+:\/\//i.test(text))
        throw new Error(`must be a name such as quay.io/org/app, without ${(0,action/* quote */.hD)(text.slice(0, text.indexOf("://") + 3))}; given: ${(0,action/* quote */.hD)(text)}`);
    const at = text.indexOf("@");
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const rest = at < 0 ? text : text.slice(0, at);
    const colon = rest.indexOf(":", rest.lastIndexOf("/"));
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const name = colon < 0 ? rest : rest.slice(0, colon);
    const slash = name.indexOf("/");
    const registry = name.slice(0, Math.max(slash, 0));
    if (!isRegistry(registry)) {
        throw new Error(`must begin with the registry, such as quay.io/org/app; given: ${(0,action/* quote */.hD)(text)}`);
    }
    if (tag !== undefined)
        checkTag(tag);
    if (digest !== undefined)
        checkDigest(digest);
    return {
        registry,
        repository: checkRepository(name.slice(slash + 1)),
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
function joinRepository(namespace, repository) {
    const inside = namespace === undefined || repository === namespace || repository.startsWith(`${namespace}/`);
    return checkRepository(inside ? repository : `${namespace}/${repository}`);
}
function checkRegistry(registry) {
    if (isRegistry(registry))
        return registry;
    throw new Error(`must be a host such as quay.io, with a port where it needs one; given: ${(0,action/* quote */.hD)(registry)}`);
}
function checkTag(tag) {
    if (TAG.test(tag))
        return tag;
    throw new Error(`is not a tag: up to 128 letters, digits, dots, dashes and underscores; given: ${(0,action/* quote */.hD)(tag)}`);
}
function checkDigest(digest) {
    if (DIGEST.test(digest))
        return digest;
    throw new Error(`must be sha256: and 64 hex digits in lower case; given: ${(0,action/* quote */.hD)(digest)}`);
}
function checkRepository(repository) {
    const segments = repository.split("/");
    if (repository.length <= MAX_NAME && segments.every((segment) => SEGMENT.test(segment)))
        return repository;
    throw new Error(`must be a repository in lower case, such as org/app; given: ${(0,action/* quote */.hD)(repository)}`);
}
function isRegistry(host) {
    return (host.length <= MAX_NAME && HOST.test(host) && (host.includes(".") || host.includes(":") || host === "localhost"));
}
function showImage({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

;// CONCATENATED MODULE: ./packages/registry/challenge.ts
function parseChallenge(header) {
    const text = header.slice(0, 4096);
    const scheme = /^\s*([A-Za-z]{1,20})(?:\s|$)/.exec(text)?.[1]?.toLowerCase();
    if (scheme === "basic")
        return { scheme };
    if (scheme !== "bearer")
        return undefined;
    const parameters = new Map();
    for (const [, name = "", quoted, bare] of text.matchAll(/([A-Za-z]{1,20})=(?:"([^"]*)"|([^\s",]+))/g))
        parameters.set(name.toLowerCase(), quoted ?? bare ?? "");
    const realm = parameters.get("realm");
    return realm === undefined || realm === "" ? undefined : { scheme, realm, service: parameters.get("service") };
}

;// CONCATENATED MODULE: ./packages/registry/authorize.ts



function createAuthorizer(options) {
    const { http, base, login, expected } = options;
    const known = new Map();
    const registryOptions = { pace: options.pace };
    function remember(repository, api) {
        known.set(repository, api);
        api.catch(() => known.delete(repository));
        return api;
    }
    async function tokenApi(repository, realm, service) {
        const token = await fetchToken(options, repository, realm, service);
        return http.api(base, { ...registryOptions, credential: { header: "authorization", value: `Bearer ${token}` } });
    }
    async function first(repository) {
        if (expected === undefined)
            return http.api(base, registryOptions);
        try {
            return await tokenApi(repository, expected.realm, expected.service);
        }
        catch (error) {
            if (error instanceof packages_http/* HttpError */.j$ && error.status === 404)
                return http.api(base, registryOptions);
            throw error;
        }
    }
    async function renewed(repository, challenge) {
        const asked = parseChallenge(challenge);
        if (asked === undefined)
            throw new RegistryError("malformed", `${hostOf(base)} answered 401 without saying how to sign in.`, {
                remedy: "Check that the address is a registry's.",
            });
        if (asked.scheme === "bearer")
            return await tokenApi(repository, asked.realm, asked.service);
        if (login === undefined)
            throw new RegistryError("unauthorised", `${hostOf(base)} wants a user name and a password.`, {
                remedy: "Give username and password.",
            });
        return http.api(base, { ...registryOptions, credential: login });
    }
    return {
        apiFor: async (repository) => await (known.get(repository) ?? remember(repository, first(repository))),
        async renew(repository, refused, challenge) {
            const current = known.get(repository);
            if (current !== undefined && (await current) !== refused)
                return await current;
            return await remember(repository, renewed(repository, challenge));
        },
    };
}
async function fetchToken(options, repository, realm, service) {
    const { http, base, login, tokenServers } = options;
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    if (url === undefined)
        throw new RegistryError("malformed", `${hostOf(base)} names no address to get a token from.`);
    if (url.origin !== base && !tokenServers.includes(url.origin)) {
        throw new RegistryError("unauthorised", `${hostOf(base)} sends to another server, ${url.origin}, for a token; nothing was sent there.`, {
            remedy: `If the registry's tokens do come from there, set token-server: ${url.origin}.`,
        });
    }
    const api = http.api(url.origin + url.pathname.replace(/\/$/, ""), {
        pace: options.tokenPace,
        ...(login !== undefined && { credential: login }),
    });
    const scope = `repository:${repository}:pull`;
    const reply = await api.read({
        path: [],
        query: { ...Object.fromEntries(url.searchParams), service, scope },
        expect: [200, 401, 403],
    });
    if (reply.status !== 200) {
        throw new RegistryError("unauthorised", `${url.host} did not accept ${login === undefined ? "a request without a user" : `the user ${JSON.stringify(login.user)} with the given password`}.`, {
            remedy: "Check the user name and the password; a robot account's name is written in full, such as org+robot.",
        });
    }
    const body = reply.json();
    const token = body?.token ?? body?.access_token;
    if (typeof token === "string" && token !== "")
        return token;
    throw new RegistryError("malformed", `${url.host} answered without a token.`, {
        remedy: "Check that the address is a registry's.",
    });
}
function hostOf(base) {
    return new URL(base).host;
}

;// CONCATENATED MODULE: ./packages/registry/registry.ts




const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_BLOB = 8 * 1024 * 1024;
const ACCEPT = MANIFEST_TYPES.join(", ");
function openRegistry(options) {
    const { place } = options;
    const { host } = place;
    const authorizer = createAuthorizer({
        ...options,
        base: place.base,
        tokenServers: place.tokenServers,
        expected: place.expectedToken,
    });
    async function send(repository, rest, request) {
        const whole = {
            ...request,
            path: ["v2", ...repository.split("/"), ...rest],
            as: "bytes",
            expect: [...(request.expect ?? []), 401, 403],
        };
        const api = await authorizer.apiFor(repository);
        let reply = await api.read(whole);
        if (reply.status === 401)
            reply = await (await authorizer.renew(repository, api, reply.headers["www-authenticate"] ?? "")).read(whole);
        if (reply.status === 401 || reply.status === 403)
            throw unauthorised(repository, reply);
        return reply;
    }
    function unauthorised(repository, reply) {
        const codes = errorCodes(reply)
            ?.map((code) => (0,packages_text/* shorten */.ml)(code, 40))
            .join(", ");
        const who = options.login === undefined ? "without credentials" : `as ${JSON.stringify(options.login.user)}`;
        return new RegistryError("unauthorised", `${host} does not let ${repository} be read ${who} (${reply.status}${codes === undefined ? "" : `, ${codes}`}).`, {
            remedy: options.login === undefined
                ? "If the image is private, give username and password of an account that may pull it; some registries answer so for repositories that do not exist."
                : "Give the account the right to pull this repository; some registries answer so for repositories that do not exist.",
        });
    }
    function noManifest(reply) {
        const codes = errorCodes(reply) ?? [];
        if (codes.includes("TAG_EXPIRED"))
            return { state: "expired" };
        if (codes.some((code) => ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(code)))
            return { state: "absent" };
        throw malformed("a 404 that is not the registry's own");
    }
    function malformed(what) {
        return new RegistryError("malformed", `${host} answered with ${what}.`, {
            remedy: "Check the registry's address, and that no proxy or login page answers in its place.",
        });
    }
    async function readReply(reply, asked) {
        const type = (reply.headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
        if (!MANIFEST_TYPES.includes(type))
            throw malformed(`${type === "" ? "no declared type" : `the type ${(0,packages_text/* shorten */.ml)(type, 100)}`} instead of a manifest`);
        const claimed = reply.headers["docker-content-digest"];
        const wanted = asked.includes(":") ? asked : undefined;
        const digest = await digestLike(wanted ?? claimed, reply.bytes);
        if (claimed !== undefined && claimed !== digest && (await digestLike(claimed, reply.bytes)) !== claimed)
            throw malformed(`a manifest whose bytes are ${digest}, calling it ${(0,packages_text/* shorten */.ml)(claimed, 150)}`);
        if (wanted !== undefined && wanted !== digest)
            throw malformed(`a manifest whose bytes are ${digest} when asked for ${wanted}`);
        try {
            return { state: "found", digest, manifest: readManifest(reply.text(), type) };
        }
        catch (error) {
            throw malformed(`a manifest that cannot be used: ${error.message}`);
        }
    }
    async function manifest(repository, reference) {
        const reply = await send(repository, ["manifests", reference], {
            headers: { accept: ACCEPT },
            expect: [200, 404],
            maxBytes: MAX_MANIFEST,
        });
        return reply.status === 404 ? noManifest(reply) : await readReply(reply, reference);
    }
    async function blob(repository, { digest, size }) {
        if (size > MAX_BLOB)
            throw malformed(`a configuration of ${size} bytes`);
        const { bytes } = await send(repository, ["blobs", digest], {
            expect: [200],
            redirects: "anonymous",
            headers: { accept: "*/*" },
            maxBytes: MAX_BLOB,
        });
        const real = await digestLike(digest, bytes);
        if (real !== digest)
            throw malformed(`a blob whose bytes are ${real} when asked for ${digest}`);
        return bytes;
    }
    return {
        manifest,
        blob,
        async currentDigest(repository, tag) {
            const head = await send(repository, ["manifests", tag], {
                method: "HEAD",
                headers: { accept: ACCEPT },
                expect: [200, 404, 405],
            });
            const claimed = head.headers["docker-content-digest"];
            if (head.status === 200 && claimed !== undefined)
                return { state: "found", digest: claimed };
            return await manifest(repository, tag);
        },
        async config(repository, descriptor) {
            const bytes = await blob(repository, descriptor);
            try {
                return readImageConfig(bytes.toString("utf8"));
            }
            catch (error) {
                throw malformed(`an image configuration that cannot be used: ${error.message}`);
            }
        },
        async referrers(repository, digest) {
            const reply = await send(repository, ["referrers", digest], {
                headers: { accept: MANIFEST_TYPES[0] },
                expect: [200, 404],
                maxBytes: MAX_MANIFEST,
            });
            const index = reply.status === 200 ? await readReply(reply, "") : await manifest(repository, digest.replace(":", "-"));
            if (index.state !== "found")
                return [];
            if (index.manifest.kind !== "index")
                throw malformed("a list of referrers that is no index");
            return index.manifest.manifests;
        },
    };
}
async function digestLike(like, bytes) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const algorithm = like?.startsWith("sha512:") === true ? "sha512" : "sha256";
    return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

;// CONCATENATED MODULE: ./packages/registry/signature.ts

const SIGNATURE_TYPES = [
    "application/vnd.dev.sigstore.bundle",
    "application/vnd.dev.cosign.artifact.sig",
    "application/vnd.cncf.notary.signature",
];
const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";
async function findSignature(registry, repository, digest, publicKey) {
    const tag = await registry.manifest(repository, `${digest.replace(":", "-")}.sig`);
    const layers = tag.state === "found" && tag.manifest.kind === "image"
        ? tag.manifest.layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)
        : [];
    let found = 0;
    for (const layer of layers) {
        const payload = await registry.blob(repository, layer);
        if (signedDigest(payload) !== digest)
            continue;
        found += 1;
        if (publicKey === undefined)
            return { state: "attached", by: "cosign" };
        if (await isSignedBy(payload, layer, publicKey))
            return { state: "proven" };
    }
    const referrers = await registry.referrers(repository, digest);
    const attached = referrers.find(({ artifactType = "" }) => SIGNATURE_TYPES.some((type) => artifactType.startsWith(type)));
    if (attached !== undefined && publicKey === undefined)
        return { state: "attached", by: attached.artifactType ?? "" };
    if (attached !== undefined)
        found += 1;
    return found > 0 ? { state: "not by the key", found } : { state: "none" };
}
function signedDigest(payload) {
    try {
        const { critical } = (0,packages_http/* parseJson */.qF)(payload.toString("utf8"));
        const digest = critical?.image?.["docker-manifest-digest"];
        return typeof digest === "string" ? digest : undefined;
    }
    catch {
        return undefined;
    }
}
async function isSignedBy(payload, { annotations }, publicKey) {
    const { createPublicKey, verify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const key = createPublicKey(publicKey);
    const signature = Buffer.from(annotations[SIGNATURE_ANNOTATION] ?? "", "base64");
    return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", payload, key, signature);
}

;// CONCATENATED MODULE: ./packages/registry/index.ts










/***/ })

};
;