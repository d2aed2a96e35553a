"use strict";
exports.id = 9750;
exports.ids = [9750];
exports.modules = {

/***/ 9750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeSignature: () => (/* binding */ judgeSignature)
/* harmony export */ });
/* harmony import */ var _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6589);
/* harmony import */ var _release_actions_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7940);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2732);





const MAX_SIGNERS_BYTES = 1024 * 1024;
async function judgeSignature(repository, host, question) {
    const { tag, remote } = question;
    const signers = await writeSigners(host, question.allowedSigners);
    try {
        if (question.flattened && remote !== undefined)
            await repository.fetchTag(remote, tag);
        const { state, signer, reason = "" } = await repository.verifyTag(tag, { allowedSigners: signers.file });
        switch (state) {
            case "good":
                return await trust(repository, question, signers, signer);
            case "unsigned":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is not signed`, "sign the next tag: git tag -s <tag> -m <message>");
            case "untrusted":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `${tag} is signed by a key that is not trusted: ${reason}`, "have a signer of allowed-signers make the tag, or add the key there");
            case "bad":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)("signed", `the signature of ${tag} does not match the tag: ${reason}`, "do not release it; make the tag anew under a new version");
            case "unverifiable":
                return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)("signed", `the signature of ${tag} cannot be checked here: ${reason}`, "sign with an SSH key (git config gpg.format ssh)");
        }
    }
    catch (error) {
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .unanswered */ .bj)("signed", error);
    }
}
async function trust(repository, { tag, commit }, { path }, signer = "an unnamed signer") {
    const own = path !== undefined && commit !== undefined && (await repository.readFile(commit, path, MAX_SIGNERS_BYTES)) !== undefined;
    if (!own)
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .pass */ .IX)("signed", `${tag} is signed by ${signer}`);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R8)("signed", `${tag} is signed by ${signer}, but the list of signers comes from the tagged commit itself`, "give the lines of the list as allowed-signers, from a variable that only administrators can change");
}
async function writeSigners(host, given) {
    const inline = /\s(?:ssh-|ecdsa-|sk-)/.test(given);
    const content = inline ? `${given}\n` : await (0,_release_actions_files__WEBPACK_IMPORTED_MODULE_1__.readWorkspaceFile)(host, given, { maxBytes: MAX_SIGNERS_BYTES }).catch(noSigners(given));
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(host.temporary, "allowed-signers");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(file, content, { mode: 0o600 });
    return inline ? { file } : { file, path: given };
}
function noSigners(given) {
    return (error) => {
        const why = error instanceof _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .Stop */ .VG ? `: ${error.message}` : "";
        throw (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`the input allowed-signers names no readable file ${(0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)}${why}`, {
            remedy: "Give a path in the workspace, or the lines themselves: <principal> ssh-ed25519 <key>.",
            cause: error,
        });
    };
}


/***/ })

};
;