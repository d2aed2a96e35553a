"use strict";
exports.id = 5848;
exports.ids = [5848];
exports.modules = {

/***/ 5848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeUnreleased: () => (/* binding */ judgeUnreleased)
/* harmony export */ });
/* harmony import */ var _release_actions_forge__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9027);
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(494);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2732);



async function judgeUnreleased({ io, signal, clock, host }, { tag, token, endpoints }) {
    const place = placeOf(host);
    if (place === undefined) {
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)("unreleased", "no forge is known here that could be asked for releases", "run it in a CI job, or leave require-unreleased out");
    }
    const http = (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_1__.openHttp)({ io, signal, clock, network: host.network, endpoints });
    try {
        const found = await (0,_release_actions_forge__WEBPACK_IMPORTED_MODULE_0__/* .findRelease */ .dv)(host.kind === "gitlab" ? "gitlab" : "github", { ...place, http, token }, tag);
        if (found === undefined)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .pass */ .IX)("unreleased", `there is no release of ${tag}`);
        if (found.draft)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .warn */ .R8)("unreleased", `there is a draft release of ${tag}`, "nothing, if it is this release's own: publish-release continues it");
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)("unreleased", `${tag} is released already`, "release under a new version");
    }
    catch (error) {
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unanswered */ .bj)("unreleased", error);
    }
    finally {
        http.close();
    }
}
function placeOf(host) {
    const { kind, apiUrl, projectId } = host;
    const repository = host.repository ?? (kind === "gitlab" ? projectId : undefined);
    return apiUrl === undefined || repository === undefined ? undefined : { apiUrl, repository, projectId };
}


/***/ })

};
;