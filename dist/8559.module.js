"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ identityVariables),
/* harmony export */   v: () => (/* binding */ signingSettings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);



function identityVariables(identity, date) {
    for (const what of ["name", "email"]) {
        const text = identity[what];
        if (text.trim() === "" || text.length > 256 || /[\r\n\0<>]/.test(text)) {
            throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`the author's ${what} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)} cannot be part of a commit`, {
                remedy: "Give a name and an address on one line, without angle brackets.",
            });
        }
    }
    const stamp = `${Math.floor(date / 1000)} +0000`;
    return {
        GIT_AUTHOR_NAME: identity.name,
        GIT_AUTHOR_EMAIL: identity.email,
        GIT_AUTHOR_DATE: stamp,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email,
        GIT_COMMITTER_DATE: stamp,
    };
}
function signingSettings(sign) {
    if (sign === undefined)
        return { config: {}, variables: {} };
    if (sign.format === "ssh") {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(sign.key))
            throw unusableKey("the SSH key is not an absolute path");
        return {
            config: { "gpg.format": "ssh", "gpg.ssh.program": "ssh-keygen", "user.signingKey": sign.key },
            variables: {},
        };
    }
    if (!/^[0-9A-Fa-f]{16,40}$/.test(sign.key))
        throw unusableKey("the OpenPGP key is not a long key id or fingerprint");
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(sign.gnupgHome))
        throw unusableKey("the GnuPG home is not an absolute path");
    return {
        config: {
            "gpg.format": "openpgp",
            "gpg.program": "gpg",
            "gpg.openpgp.program": "gpg",
            "user.signingKey": sign.key,
        },
        variables: { GNUPGHOME: sign.gnupgHome },
    };
}
function unusableKey(fault) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`cannot sign: ${fault}`, {
        remedy: "Give the absolute path of a private SSH key without a passphrase, or an OpenPGP fingerprint and its home.",
    });
}


/***/ });
