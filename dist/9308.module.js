"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ saysMissing),
/* harmony export */   Mp: () => (/* binding */ toPush),
/* harmony export */   YP: () => (/* binding */ toRead),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   gu: () => (/* binding */ toDiscuss),
/* harmony export */   oc: () => (/* binding */ toPropose)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4153);



const toRead = (path) => `a token that may read ${path}: the scope read_api or api, and the role Reporter or higher`;
const toPush = (path) => `a token of ${path} with the scope api and the role Developer or higher; for a protected branch, the right to push to it`;
const toPropose = (path) => `a token with the scope api, the role Developer or higher in ${path}, and the right to see the target project`;
const toDiscuss = (path) => `a token with the scope api and the role Reporter or higher in ${path}; to change another's merge request, Developer`;
function isMissing(reply, thing, path) {
    if (reply.status !== 404)
        return false;
    if (saysMissing(reply, thing))
        return true;
    const { host } = new URL(reply.url);
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${host} answered 404 for ${path}, and not for its ${thing.toLowerCase()}: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(messageOf(reply), 200)}`, {
        remedy: `GitLab hides what a token may not see. It needs ${toRead(path)}.`,
    });
}
function saysMissing(reply, thing) {
    return reply.status === 404 && messageOf(reply).toLowerCase() === `404 ${thing} not found`.toLowerCase();
}
function messageOf(reply) {
    try {
        const { message } = reply.json(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .GitLabError */ .YZ);
        return typeof message === "string" ? message : JSON.stringify(message ?? "");
    }
    catch {
        return "";
    }
}


/***/ });
