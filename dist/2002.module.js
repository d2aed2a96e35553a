"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ signatureRow),
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   KZ: () => (/* binding */ expiryRow),
/* harmony export */   Zz: () => (/* binding */ labelRow),
/* harmony export */   nS: () => (/* binding */ unmovedRow),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/* harmony import */ var _release_actions_registry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7654);
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);



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
        case "unverifiable":
            return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)("signature", `a signature is attached (${finding.by}), in a form that cannot be verified with signature-key here`, "Sign the image with cosign 3, or verify it with the tool that signed it.");
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


/***/ });
