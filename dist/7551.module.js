"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ gitCredential),
/* harmony export */   RS: () => (/* binding */ gitRemote),
/* harmony export */   a7: () => (/* binding */ commitIdentity)
/* harmony export */ });
function gitCredential(token) {
    return { username: "oauth2", secret: token };
}
function gitRemote(url, token, projectPath) {
    const path = projectPath.split("/").map(encodeURIComponent).join("/");
    return { url: `${url.replace(/\/$/, "")}/${path}.git`, credential: gitCredential(token) };
}
function commitIdentity(url, { id, username }) {
    return { name: username, email: `${id}-${username}@users.noreply.${new URL(url).hostname}` };
}


/***/ });
