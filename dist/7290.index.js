"use strict";
exports.id = 7290;
exports.ids = [7290,7509];
exports.modules = {

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 7290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SIGN: () => (/* binding */ SIGN),
/* harmony export */   readBundle: () => (/* binding */ readBundle),
/* harmony export */   readPayload: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9480);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3241);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7509);



function readPayload(payload) {
    try {
        return (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.readAs)(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SignaturePayload */ .Xb, (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.parseJson)(payload)).critical.image["docker-manifest-digest"];
    }
    catch {
        return undefined;
    }
}
const SIGN = "https://sigstore.dev/cosign/sign/v1";
const IN_TOTO = "application/vnd.in-toto+json";
function readBundle(bytes) {
    try {
        const { dsseEnvelope, messageSignature } = (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.readAs)(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Bundle */ .NC, (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.parseJson)(bytes));
        if (dsseEnvelope === undefined) {
            const { algorithm, digest } = messageSignature.messageDigest;
            const signs = algorithm === "SHA2_256" ? [`sha256:${Buffer.from(digest, "base64").toString("hex")}`] : [];
            return { signs, signed: undefined, signatures: [] };
        }
        const { payload, payloadType, signatures } = dsseEnvelope;
        const content = Buffer.from(payload, "base64");
        if (payloadType !== IN_TOTO)
            return { signs: [], signed: undefined, signatures: [] };
        const { predicateType, subject } = (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.readAs)(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Statement */ .WZ, (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_0__.parseJson)(content));
        return {
            signs: predicateType === SIGN ? subject.map(({ digest }) => `sha256:${digest.sha256}`) : [],
            signed: preAuthentication(payloadType, content),
            signatures: signatures.map(({ sig }) => Buffer.from(sig, "base64")),
        };
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .g("malformed", `An attached bundle cannot be read: ${error.message}.`, {
            remedy: "Attach the signature again, or remove the bundle.",
        });
    }
}
function preAuthentication(type, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
}


/***/ }),

/***/ 7509:
/***/ (require("./7509.module.js"))

};
;