"use strict";
exports.id = 6625;
exports.ids = [6625];
exports.modules = {

/***/ 6625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ quay_verify_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/quay-verify/inputs.ts


const inputs = {
    image: (0,action/* text */.Qq)({
        address: true,
        description: "Image to verify, including the registry; may include a tag or a digest.",
        example: "quay.io/org/app",
        optional: true,
    }),
    images: (0,action/* list */.p_)({ address: true, description: "Several images instead of one, each written like image." }),
    registry: (0,action/* text */.Qq)({
        address: true,
        description: "Registry host, used with repository. Default: quay.io.",
        example: "quay.io",
        optional: true,
    }),
    namespace: (0,action/* text */.Qq)({
        description: "Namespace, used with repository. It is always part of the path, and only once.",
        example: "redhat-user-workloads",
        optional: true,
    }),
    repository: (0,action/* text */.Qq)({
        address: true,
        description: "Path of the repository in the registry, instead of image.",
        example: "tenant/application/component",
        optional: true,
    }),
    tag: (0,action/* text */.Qq)({ description: "Tag of the image. Default: commit-sha.", example: "v1.2.3", optional: true }),
    digest: (0,action/* text */.Qq)({
        description: "Digest of the image. If a tag is set as well, it must point at this digest.",
        example: "sha256:…",
        optional: true,
    }),
    "commit-sha": (0,action/* text */.Qq)({
        description: "Full ID of the commit that the image was built from (40 hex digits). Used as the tag, unless a tag is set or a label proves the commit.",
        optional: true,
    }),
    "expected-digest": (0,action/* text */.Qq)({
        description: "Digest reported by the build; the tag must point at it.",
        optional: true,
        gitlab: "IMAGE_DIGEST",
    }),
    username: (0,action/* text */.Qq)({
        description: "User or robot account with pull access.",
        example: "org+robot",
        optional: true,
        gitlab: "QUAY_USERNAME",
    }),
    password: (0,action/* text */.Qq)({
        description: "Password or token for username.",
        credential: "registry",
        optional: true,
        gitlab: "QUAY_PASSWORD",
    }),
    token: (0,action/* text */.Qq)({
        description: "OAuth access token for Quay with the scope repo:read, instead of an account.",
        credential: "service",
        optional: true,
        gitlab: "QUAY_TOKEN",
    }),
    "token-server": (0,action/* text */.Qq)({
        address: true,
        description: "Token server the credentials may be sent to, if it is not the registry itself. Those of docker.io and gitlab.com are built in.",
        example: "https://auth.example.com",
        optional: true,
    }),
    api: (0,action/* choice */.Yq)(["auto", "quay", "oci"], {
        description: "Which API to use. auto: Quay's API if the registry has it. quay: a self-hosted Quay. oci: plain OCI registry, no vulnerability reports.",
        default: "auto",
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
    wait: (0,action/* duration */.p0)({ description: "Maximum time to wait for the image to appear.", default: "0" }),
    "scan-wait": (0,action/* duration */.p0)({
        description: "Maximum time to wait for the scan once the image exists.",
        default: "5m",
    }),
    interval: (0,action/* duration */.p0)({ description: "Polling interval while waiting.", default: "10s" }),
    platforms: (0,action/* list */.p_)({
        description: "Required platforms, such as linux/amd64; only these are checked. Default: all platforms of the image.",
    }),
    "fail-on": (0,action/* choice */.Yq)(["critical", "high", "medium", "low", "none"], {
        description: "Fail on findings of this severity or higher.",
        default: "critical",
    }),
    "max-critical": (0,action/* integer */.nd)({
        description: "Number of critical findings to allow. Overrides fail-on for this severity.",
        optional: true,
    }),
    "max-high": (0,action/* integer */.nd)({ description: "Number of high-severity findings to allow.", optional: true }),
    "max-medium": (0,action/* integer */.nd)({ description: "Number of medium-severity findings to allow.", optional: true }),
    "max-low": (0,action/* integer */.nd)({ description: "Number of low-severity findings to allow.", optional: true }),
    "only-fixed": (0,action/* flag */.Jt)({ description: "Fail only on findings that have a fix. All are reported.", default: false }),
    "ignore-file": (0,action/* text */.Qq)({
        description: "File that lists findings to ignore, each with a reason.",
        example: ".quay-verify.yml",
        optional: true,
    }),
    vex: (0,action/* list */.p_)({
        description: "OpenVEX documents in the workspace; findings with the status not_affected or fixed are ignored.",
    }),
    "on-unscanned": (0,action/* choice */.Yq)(["refuse", "warn"], {
        description: "What to do if the scanner has no result.",
        default: "refuse",
    }),
    "on-unknown-severity": (0,action/* choice */.Yq)(["refuse", "warn", "critical", "high", "medium", "low"], {
        description: "How to treat findings without a known severity. refuse: as the highest severity.",
        default: "refuse",
    }),
    labels: (0,action/* list */.p_)({
        description: "Labels the image must have, as key=value; {commit-sha} is replaced by the commit.",
        example: "org.opencontainers.image.revision={commit-sha}",
    }),
    "min-expiry": (0,action/* duration */.p0)({ description: "Minimum time until the tag expires.", example: "14d", optional: true }),
    "require-signature": (0,action/* flag */.Jt)({ description: "Require a signature attached to the digest.", default: false }),
    "signature-key": (0,action/* text */.Qq)({
        description: "Public key (PEM) that must have made the signature, or the path of a file with the key.",
        example: "cosign.pub",
        optional: true,
    }),
    "report-file": (0,action/* text */.Qq)({ description: "Write the full report to this file, as JSON.", optional: true }),
    "sarif-file": (0,action/* text */.Qq)({ description: "Write all findings to this file, as SARIF 2.1.0.", optional: true }),
};
const outputs = {
    image: action/* output */.CG.text("Verified images as repository@digest, one per line; empty unless every check passed."),
    digest: action/* output */.CG.text("Digest of the image; with several images, one per line."),
    exists: action/* output */.CG.flag("Whether the image exists; empty if that is not known."),
    platforms: action/* output */.CG.text("Checked platforms, separated by commas; single if the image is not an index and no check needs the platform's name."),
    critical: action/* output */.CG.integer("Critical findings. This and the following counts are empty if nothing was scanned."),
    high: action/* output */.CG.integer("High-severity findings."),
    medium: action/* output */.CG.integer("Medium-severity findings."),
    low: action/* output */.CG.integer("Low-severity findings."),
    unknown: action/* output */.CG.integer("Findings of unknown severity."),
    fixable: action/* output */.CG.integer("Counted findings that have a fix."),
    ignored: action/* output */.CG.integer("Findings ignored because of the ignore file or a VEX document."),
    report: action/* output */.CG.json("The report, its findings limited to 64 KiB; report-file has all of them."),
    "report-file": action/* output */.CG.text("Path of the report file."),
    "sarif-file": action/* output */.CG.text("Path of the SARIF file."),
};
const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/;
function inputProblems(inputs) {
    const problems = (0,action/* accountProblems */.AT)(inputs);
    if (inputs.token !== undefined && inputs.api === "oci" && inputs.username === undefined) {
        problems.push({
            input: "token",
            what: "token is a Quay token, but api is oci",
            remedy: "Set username and password, or use Quay's API.",
        });
    }
    const wrong = inputs.platforms.filter((platform) => !PLATFORM.test(platform));
    if (wrong.length > 0) {
        problems.push({
            input: "platforms",
            what: `not a platform: ${wrong.map((platform) => (0,packages_text/* quote */.hD)(platform, 60)).join(", ")}`,
            remedy: "Write platforms as os/architecture, for example linux/arm64.",
        });
    }
    if (inputs.signatureKey !== undefined && !inputs.requireSignature) {
        problems.push({
            input: "signature-key",
            what: "signature-key without require-signature has no effect",
            remedy: "Set require-signature: true.",
        });
    }
    if (inputs.interval < 1000) {
        problems.push({
            input: "interval",
            what: "interval must be at least 1s",
            remedy: "Registries limit the rate of requests.",
        });
    }
    return problems;
}

// EXTERNAL MODULE: ./actions/quay-verify/request.ts
var request = __webpack_require__(8366);
;// CONCATENATED MODULE: ./actions/quay-verify/action.ts




/* harmony default export */ const quay_verify_action = ((0,action/* defineAction */.QP)({
    name: "quay-verify",
    description: "Verifies that an image exists, is the one that was built and is clean enough to release. Anything short of proof fails.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: {}, gitlab: "None; the registry's credentials come from variables." },
    services: ["quay"],
    endpoints: {
        description: [
            "the registry",
            "its token server, if that is `token-server` or the one of docker.io or gitlab.com",
            "wherever the registry redirects for blobs, without credentials",
        ],
        origins: (given) => (0,request/* readRequest */.i)(given).images.flatMap(({ place }) => [place.base, ...place.tokenServers]),
        credentials: request/* credentialOrigins */.l,
    },
    changes: false,
    check: (given) => [...(0,request/* readRequest */.i)(given).problems, ...inputProblems(given)],
    async run(context) {
        const { io, host } = context;
        const [{ verifyImages }, { logImage, outputsOf, problemsOfImages, summaryOf, writeReports }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3029).then(__webpack_require__.bind(__webpack_require__, 3029)),
            __webpack_require__.e(/* import() */ 17).then(__webpack_require__.bind(__webpack_require__, 17)),
        ]);
        const reports = await verifyImages(context);
        const verdict = (0,report/* worst */.QZ)(reports.map((report) => report.verdict));
        for (const report of reports)
            logImage(io, report);
        io.summary(...summaryOf(reports));
        await writeReports(host, context.inputs, verdict, reports);
        const images = reports.length === 1 ? "the image" : "the images";
        return (0,report/* passOrThrow */.rk)(verdict, {
            messages: {
                refused: `${images} must not be released`,
                invalid: `${images} could not be checked`,
                undecided: `${images} could not be verified`,
            },
            problems: problemsOfImages(verdict, reports),
            outputs: outputsOf(context.inputs, verdict, reports),
        });
    },
}));


/***/ }),

/***/ 8366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readRequest),
/* harmony export */   l: () => (/* binding */ credentialOrigins)
/* harmony export */ });
/* harmony import */ var _release_actions_registry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7654);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


const COMMIT = /^[0-9a-f]{40}$/;
const COMMIT_MARK = "{commit-sha}";
const KNOWN = new WeakMap();
function readRequest(inputs) {
    const known = KNOWN.get(inputs);
    if (known !== undefined)
        return known;
    const reader = openReader();
    checkParts(inputs, reader);
    const named = namedImages(inputs, reader);
    checkSharing(inputs, named, reader);
    const images = reader.problems.length > 0 ? [] : named.flatMap((image) => toRequest(image, inputs, reader));
    checkAccount(inputs, images, reader);
    const labels = expectedLabels(inputs, reader);
    const request = { images, labels, problems: reader.problems };
    KNOWN.set(inputs, request);
    return request;
}
function credentialOrigins(inputs) {
    return readRequest(inputs).images.flatMap(({ place: { base, tokenServers, quay } }) => quay === "no" && tokenServers.length > 0 ? tokenServers : [base, ...tokenServers]);
}
function openReader() {
    const problems = [];
    const problem = (input, what, remedy) => void problems.push({ input, what, remedy });
    return {
        problems,
        problem,
        read(input, remedy, read) {
            try {
                return read();
            }
            catch (error) {
                problem(input, `input ${input} ${error.message}`, remedy);
                return undefined;
            }
        },
    };
}
function checkParts(inputs, { problem, read }) {
    const { commitSha, tokenServer, tag } = inputs;
    if (commitSha !== undefined && !COMMIT.test(commitSha)) {
        problem("commit-sha", `input commit-sha must be a full commit ID, 40 hex digits in lower case; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(commitSha)} (${commitSha.length} characters)`, "Registries have no tags for short IDs; git rev-parse prints the full one.");
    }
    if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
        problem("token-server", `input token-server must be an origin such as https://auth.example.com; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(tokenServer)}`, "Set the scheme and the host, without a path.");
    }
    if (tag !== undefined)
        read("tag", "Set the tag of the image, for example v1.2.3.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkTag */ .Bs)(tag));
    const digests = { digest: inputs.digest, "expected-digest": inputs.expectedDigest };
    for (const [name, value] of Object.entries(digests)) {
        if (value !== undefined)
            read(name, "Copy the whole digest from the build that pushed the image.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkDigest */ .H2)(value));
    }
}
function namedImages(inputs, { problem, read }) {
    const { image, images, repository, namespace, registry } = inputs;
    const ways = [image !== undefined, images.length > 0, repository !== undefined].filter(Boolean).length;
    if (ways !== 1) {
        problem("image", ways === 0 ? "no image was given" : "the image was given in several ways", "Set one of: image (quay.io/org/app), images (several of them), or registry, namespace and repository.");
        return [];
    }
    if (repository === undefined && (namespace !== undefined || registry !== undefined)) {
        problem(namespace === undefined ? "registry" : "namespace", "registry and namespace need repository", "Write them as part of the image: quay.io/org/app.");
        return [];
    }
    if (repository !== undefined) {
        const host = read("registry", "Set the host of the registry.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .checkRegistry */ .qW)(registry ?? "quay.io"));
        const path = read("repository", "Set the path of the repository in the registry.", () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .joinRepository */ .pA)(namespace, repository));
        return host === undefined || path === undefined ? [] : [{ registry: host, repository: path }];
    }
    const input = image === undefined ? "images" : "image";
    const remedy = "Write it like quay.io/org/app, optionally with a tag or a digest.";
    return (image === undefined ? images : [image]).flatMap((given) => read(input, remedy, () => (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .parseImage */ .zZ)(given)) ?? []);
}
function checkSharing({ digest, expectedDigest }, named, { problem }) {
    if (named.length <= 1 || (digest === undefined && expectedDigest === undefined))
        return;
    problem(digest === undefined ? "expected-digest" : "digest", "several images cannot have one digest", "Write each digest after its image: quay.io/org/app@sha256:…");
}
function toRequest(image, inputs, { problem }) {
    const digests = [image.digest, inputs.digest, inputs.expectedDigest].filter((digest) => digest !== undefined);
    const [digest, other] = new Set(digests);
    if (other !== undefined) {
        problem("expected-digest", `two digests were given for ${image.repository}: ${digest} and ${other}`, "Set the digest of the build that pushed the image.");
        return [];
    }
    if (image.tag !== undefined && inputs.tag !== undefined && image.tag !== inputs.tag) {
        problem("tag", `two tags were given for ${image.repository}: ${image.tag} and ${inputs.tag}`, "Set one tag.");
        return [];
    }
    const isProvenByLabel = inputs.expectedDigest === undefined &&
        digest !== undefined &&
        inputs.labels.some((label) => label.includes(COMMIT_MARK));
    const tag = image.tag ?? inputs.tag ?? (isProvenByLabel ? undefined : inputs.commitSha);
    if (tag === undefined && digest === undefined) {
        problem("tag", `no tag or digest was given for ${image.repository}, and nothing says which image to verify`, "Set commit-sha, tag or digest.");
        return [];
    }
    const { registry, repository } = image;
    const version = tag === undefined ? { ...(digest !== undefined && { digest }) } : { tag };
    return [
        {
            place: (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(registry, inputs),
            repository: (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .repositoryAt */ .uw)(registry, repository),
            tag,
            digest,
            reference: (0,_release_actions_registry__WEBPACK_IMPORTED_MODULE_0__/* .showImage */ .jt)({ registry, repository, ...version }),
        },
    ];
}
function checkAccount({ username, token }, images, { problem }) {
    const hosts = new Set(images.map(({ place }) => place.host));
    if (hosts.size <= 1 || (username ?? token) === undefined)
        return;
    problem("images", `the same credentials cannot be sent to several registries: ${[...hosts].join(", ")}`, "Verify the images of each registry in a separate step.");
}
function expectedLabels({ labels, commitSha }, { problem }) {
    return labels.flatMap((label) => {
        const equals = label.indexOf("=");
        const key = label.slice(0, Math.max(equals, 0)).trim();
        const value = label.slice(equals + 1).trim();
        const needsCommit = value.includes(COMMIT_MARK);
        if (key === "") {
            const example = "org.opencontainers.image.revision={commit-sha}";
            problem("labels", `a label must be written as key=value; given: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(label)}`, `For example ${example}.`);
            return [];
        }
        if (needsCommit && commitSha === undefined) {
            problem("labels", `the label ${key} needs commit-sha, which was not given`, "Set commit-sha.");
            return [];
        }
        return [{ key, value: value.replaceAll(COMMIT_MARK, () => commitSha ?? "") }];
    });
}


/***/ }),

/***/ 107:
/***/ (require("./107.module.js"))

};
;