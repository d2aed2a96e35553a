"use strict";
exports.id = 8927;
exports.ids = [8927];
exports.modules = {

/***/ 8927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyTag: () => (/* binding */ verifyTag)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(908);




async function verifyTag(context, name, options) {
    const tag = await (0,_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc)(context, name);
    const variables = variablesFor(context, name);
    if (tag === undefined)
        return { state: "unsigned", reason: `there is no tag ${name}` };
    if (!tag.annotated)
        return { state: "unsigned", reason: "the tag is lightweight: it has no object to sign" };
    if (!tag.signed)
        return { state: "unsigned", reason: "the tag object carries no signature" };
    if (tag.statedName !== name) {
        return { state: "bad", reason: `the signed tag object is of the tag ${tag.statedName ?? "(without a name)"}` };
    }
    if (tag.signature === "ssh")
        return verifySsh(context, tag, options, variables);
    if (tag.signature === "openpgp")
        return verifyOpenPgp(context, tag, options, variables);
    return {
        state: "unverifiable",
        reason: "it is an X.509 signature, as gitsign makes them; only `gitsign verify-tag` can check it",
    };
}
function variablesFor(context, name) {
    const fetched = context.fetched.get(name);
    return fetched === undefined ? {} : fetched.variables;
}
async function verifySsh(context, tag, options, variables) {
    const { allowedSigners } = options;
    if (allowedSigners === undefined) {
        return { state: "unverifiable", reason: "it is an SSH signature, and no allowed signers file was given" };
    }
    assertAbsolute(allowedSigners, "allowed signers file");
    const { code, stdout, stderr } = await context.git({
        command: "verify-tag",
        options: ["--raw"],
        values: [tag.id],
        answers: [0, 1],
        config: { "gpg.ssh.program": "ssh-keygen", "gpg.ssh.allowedSignersFile": allowedSigners },
        variables,
    });
    const said = `${stdout.toString("utf8")}\n${stderr}`;
    const good = said
        .split("\n")
        .map((line) => GOOD_SSH.exec(line))
        .find((found) => found !== null) ?? null;
    if (code === 0 && good !== null)
        return { state: "good", signer: good[1] ?? "", key: good[2] ?? "" };
    const key = /with \S+ key (SHA256:[A-Za-z0-9+/=]+)/.exec(said)?.[1];
    const keyed = key === undefined ? {} : { key };
    if (/unable to open|allowed signers|cannot run|ssh-keygen -Y/i.test(said) && good === null && key === undefined) {
        return { state: "unverifiable", reason: lastLine(said) };
    }
    if (/Good "git" signature|No principal matched|key is revoked|expired|not yet valid/i.test(said)) {
        return { state: "untrusted", ...keyed, reason: "the key is not among the allowed signers at the tag's date" };
    }
    return { state: "bad", ...keyed, reason: "the signature does not match the tag" };
}
const GOOD_SSH = /^Good "git" signature for (.*) with \S+ key (SHA256:\S+)$/;
async function verifyOpenPgp(context, tag, options, variables) {
    const { gnupgHome } = options;
    if (gnupgHome === undefined) {
        return {
            state: "unverifiable",
            reason: "it is an OpenPGP signature, and no GnuPG home with trusted keys was given",
        };
    }
    assertAbsolute(gnupgHome, "GnuPG home");
    const { code, stderr } = await context.git({
        command: "verify-tag",
        options: ["--raw"],
        values: [tag.id],
        answers: [0, 1],
        config: { "gpg.program": "gpg", "gpg.openpgp.program": "gpg" },
        variables: { ...variables, GNUPGHOME: gnupgHome },
    });
    const status = (word) => stderr
        .split("\n")
        .find((line) => line.startsWith(`[GNUPG:] ${word} `))
        ?.slice(`[GNUPG:] ${word} `.length);
    const key = status("VALIDSIG")?.split(" ")[0];
    const keyed = key === undefined ? {} : { key };
    const good = status("GOODSIG");
    if (code === 0 && good !== undefined && key !== undefined) {
        return { state: "good", signer: good.slice(good.indexOf(" ") + 1), ...keyed };
    }
    if (status("BADSIG") !== undefined)
        return { state: "bad", reason: "the signature does not match the tag" };
    for (const [word, reason] of UNTRUSTED) {
        if (status(word) !== undefined)
            return { state: "untrusted", ...keyed, reason };
    }
    return { state: "unverifiable", reason: lastLine(stderr) };
}
const UNTRUSTED = [
    ["REVKEYSIG", "the key is revoked"],
    ["EXPKEYSIG", "the key has expired"],
    ["EXPSIG", "the signature has expired"],
    ["NO_PUBKEY", "the key is not among the trusted ones"],
];
function assertAbsolute(path, what) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path))
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(`the ${what} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} is not an absolute path`, {
        remedy: "Give the path from the root, outside the repository that is checked.",
    });
}
function lastLine(text) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(text.trim().split("\n").at(-1) ?? "git gave no reason", 300);
}


/***/ })

};
;