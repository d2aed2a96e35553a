"use strict";
exports.id = 3932;
exports.ids = [3932];
exports.modules = {

/***/ 3932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTag: () => (/* binding */ createTag)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1426);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8559);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5417);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(908);






async function createTag(context, request) {
    const { name, message } = request;
    (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRef */ .y6)(name);
    const target = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIdOf */ .mJ)(request.target, "commit id");
    if (message.trim() === "" || /\0|(?:^|\n)-----BEGIN /.test(message)) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("the tag message is empty, or contains a NUL or the beginning of a signature", {
            remedy: "Write a message.",
        });
    }
    const object = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .resolve */ .hd)(context, target);
    if (object === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${target} is not in this repository`, { remedy: "Fetch it first." });
    if (object.type !== "commit")
        throw (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .notACommit */ .i4)(target, object.type);
    const before = await (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .tag */ .Tc)(context, name);
    if (before !== undefined)
        return { tag: accepted(before, request), created: false };
    await writeTag(context, request);
    const tag = await (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .tag */ .Tc)(context, name);
    if (tag === undefined)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the tag ${name} is gone again`, { remedy: "Run again in a fresh clone." });
    return { tag: accepted(tag, request), created: true };
}
async function writeTag(context, request) {
    const signing = (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .signingSettings */ .v)(request.sign);
    try {
        await context.git({
            command: "tag",
            options: [request.sign === undefined ? "--annotate" : "--sign", "--cleanup=verbatim", "--file=-"],
            values: [request.name, request.target],
            input: withLineEnd(request.message),
            config: signing.config,
            variables: { ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .identityVariables */ .o)(request.tagger, request.date ?? Date.now()), ...signing.variables },
        });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X) || !/already exists|cannot lock ref/.test(error.stderr))
            throw error;
    }
}
function accepted(tag, request) {
    const fault = !tag.annotated
        ? "is lightweight"
        : tag.commit !== request.target
            ? `is at ${tag.commit ?? `a ${tag.targetType}`}`
            : tag.message !== withLineEnd(request.message)
                ? "has another message"
                : request.sign !== undefined && !tag.signed
                    ? "is not signed"
                    : undefined;
    if (fault === undefined)
        return tag;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`the tag ${request.name} exists and ${fault}; a tag is never moved or rewritten`, {
        remedy: "Release under the next version, or delete the tag yourself if nothing was published from it.",
        exists: [`refs/tags/${request.name} → ${tag.id}`],
    });
}
function withLineEnd(message) {
    return message.endsWith("\n") ? message : `${message}\n`;
}


/***/ }),

/***/ 8559:
/***/ (require("./8559.module.js"))

};
;