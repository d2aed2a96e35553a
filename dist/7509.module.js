"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ConfigBody: () => (/* binding */ ConfigBody),
/* harmony export */   ErrorReply: () => (/* binding */ ErrorReply),
/* harmony export */   IndexBody: () => (/* binding */ IndexBody),
/* harmony export */   ManifestBody: () => (/* binding */ ManifestBody),
/* harmony export */   NC: () => (/* binding */ Bundle),
/* harmony export */   SecurityReply: () => (/* binding */ SecurityReply),
/* harmony export */   TagsReply: () => (/* binding */ TagsReply),
/* harmony export */   TokenReply: () => (/* binding */ TokenReply),
/* harmony export */   WZ: () => (/* binding */ Statement),
/* harmony export */   Xb: () => (/* binding */ SignaturePayload)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3619);
/* harmony import */ var _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1570);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3145);




const digest = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === "string" && (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value), "should be a digest");
const texts = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === "object" && value !== null && !Array.isArray(value), "should be an object")
    .check(({ value, issues }) => {
    const wrong = Object.keys(value).find((key) => typeof value[key] !== "string");
    if (wrong === undefined)
        return;
    issues.push({ code: "custom", input: value, path: [(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(wrong, 80)], message: "should be a string" });
});
const Platform = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ os: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, architecture: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, variant: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });
const Descriptor = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    mediaType: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    digest,
    size: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9,
    artifactType: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    platform: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(Platform),
    annotations: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(texts),
});
const schemaVersion = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(2, "should be 2");
const absent = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .never */ .ZmZ("should not be here: the manifest is an index and an image at once"));
const IndexBody = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    schemaVersion,
    mediaType: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    manifests: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(Descriptor),
    annotations: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(texts),
    config: absent,
    layers: absent,
});
const ManifestBody = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    schemaVersion,
    mediaType: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    artifactType: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    config: Descriptor,
    layers: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(Descriptor),
    subject: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(Descriptor),
    annotations: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(texts),
    manifests: absent,
});
const ConfigBody = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    os: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    architecture: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    variant: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    config: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ Labels: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(texts) })),
});
const TokenReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ token: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), access_token: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });
const ErrorReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ errors: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ code: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq })) });
const SignaturePayload = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    critical: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("cosign container image signature"),
        image: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ "docker-manifest-digest": digest }),
    }),
});
const Bundle = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    dsseEnvelope: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ payload: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, payloadType: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, signatures: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ sig: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq })) })),
    messageSignature: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ messageDigest: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ algorithm: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, digest: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }) })),
}).check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB(({ dsseEnvelope, messageSignature }) => (dsseEnvelope === undefined) !== (messageSignature === undefined), "should have either dsseEnvelope or messageSignature"));
const Statement = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    predicateType: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    subject: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ digest: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ sha256: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) }) })),
});
const SecurityReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ status: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, data: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()) });
const date = _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq.check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB((value) => !Number.isNaN(Date.parse(value)), "should be a date"));
const TagsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    tags: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        manifest_digest: digest,
        reversion: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt,
        end_ts: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
        expiration: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(date),
    })),
});


/***/ });
