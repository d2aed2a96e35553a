"use strict";
exports.id = 4055;
exports.ids = [4055];
exports.modules = {

/***/ 4055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


const LONGEST_CHANGELOG = 30_000;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "promotion-texts",
    description: "Writes the title of a promotion's Jira issue and the comment that links it to its merge request.",
    internal: true,
    inputs: {
        date: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Day in the title. Default: today (UTC).", optional: true, example: "2025-01-31" }),
        name: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Name of the release in the title.", default: "Analytics HCC Service Release" }),
        commit: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Commit that is promoted.", optional: true }),
        changelog: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Changes in Markdown, as bump-appinterface-ref returns them.", optional: true }),
        "has-changes": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Whether there is anything left to promote; false fails.", default: true }),
    },
    outputs: {
        title: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Title of the Jira issue."),
        comment: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Text for the issue's comment, to follow the URL of the merge request."),
    },
    permissions: { github: {}, gitlab: "None." },
    endpoints: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .NO_ENDPOINTS */ .R9,
    changes: false,
    check: ({ date }) => date === undefined || (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(date)
        ? []
        : [{ input: "date", what: "date is not a day", remedy: "Give it as YYYY-MM-DD, such as 2025-01-31." }],
    async run({ inputs, io, clock }) {
        const { name, commit, changelog = "", hasChanges } = inputs;
        if (!hasChanges)
            throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)("every target already has the commit: another run has promoted it; nothing was written", {
                remedy: "There is nothing left to do.",
            });
        const day = inputs.date ?? (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatDay */ .im)(clock.now());
        io.info(`Date of the release: ${day}${inputs.date === undefined ? " (today, UTC)" : ""}`);
        const title = `${day} ${name.replace(/[\r\n]+/g, " ")}`;
        const comment = `\n\nReleasing commit: \`${commit ?? ""}\`\n\n${forJira(changelog)}`;
        return { verdict: "passed", title, ...(commit !== undefined && { comment }) };
    },
}));
function forJira(changelog) {
    const lines = changelog.replace(/<\/?code>/g, "").split("\n");
    const kept = [];
    let left = LONGEST_CHANGELOG;
    for (const line of lines) {
        left -= Buffer.byteLength(line) + 1;
        if (left < 0)
            return [...kept, "", "The rest is in the merge request."].join("\n");
        kept.push(line);
    }
    return kept.join("\n");
}


/***/ })

};
;