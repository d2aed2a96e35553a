"use strict";
exports.id = 5848;
exports.ids = [5848];
exports.modules = {

/***/ 5848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeUnreleased: () => (/* binding */ judgeUnreleased)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _release_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9251);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8395);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2732);




const Releases = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ tag_name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), draft: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()) }));
async function judgeUnreleased({ io, signal, clock, host }, { tag, token, endpoints }) {
    const forge = forgeOf(host);
    if (forge === undefined) {
        return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)("unreleased", "no forge is known here that could be asked for releases", "run it in a CI job, or leave require-unreleased out");
    }
    const http = (0,_release_actions_http__WEBPACK_IMPORTED_MODULE_1__.openHttp)({ io, signal, clock, network: host.network, endpoints });
    try {
        const found = await find(http, forge, host, tag, token);
        if (found === undefined)
            return (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .pass */ .IX)("unreleased", `there is no release of ${tag}`);
        if (found.draft === true)
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
async function find(http, forge, host, tag, token) {
    if (token === undefined)
        return findIn(http.api(forge.apiUrl), forge.path, tag);
    const [first, other] = credentials(host, token);
    const permission = "a token that may read the repository's contents";
    const ask = (credential) => findIn(http.api(forge.apiUrl, { credential, permission }), forge.path, tag);
    return ask(first).catch((error) => {
        if (other === undefined || !(error instanceof _release_actions_http__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || error.status !== 401)
            throw error;
        return ask(other).catch(() => {
            throw error;
        });
    });
}
async function findIn(api, path, tag) {
    let draft;
    for await (const page of api.pages({ path, query: { per_page: "100" } })) {
        const releases = page.json(Releases).filter(({ tag_name }) => tag_name === tag);
        const published = releases.find((release) => release.draft !== true);
        if (published !== undefined)
            return published;
        draft ??= releases[0];
    }
    return draft;
}
function forgeOf({ kind, apiUrl, repository, projectId }) {
    if (apiUrl === undefined)
        return undefined;
    if (kind === "gitlab") {
        const project = projectId ?? repository;
        return project === undefined ? undefined : { apiUrl, path: ["projects", project, "releases"] };
    }
    return repository === undefined ? undefined : { apiUrl, path: ["repos", ...repository.split("/"), "releases"] };
}
function credentials({ kind, network }, token) {
    if (kind !== "gitlab")
        return [{ header: "authorization", value: `Bearer ${token}` }];
    const [first, other] = (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .gitLabHeaders */ .y0)(network.credentials?.kindOf(token) ?? (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .kindOfToken */ .tz)(token));
    return [{ header: first, value: token }, other === undefined ? undefined : { header: other, value: token }];
}


/***/ })

};
;