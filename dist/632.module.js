"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ compareUrl),
/* harmony export */   o: () => (/* binding */ plainRepositoryUrl)
/* harmony export */ });
function plainRepositoryUrl(url) {
    let end = url.length;
    while (url[end - 1] === "/")
        end -= 1;
    const trimmed = url.slice(0, end);
    return trimmed.endsWith(".git") ? trimmed.slice(0, -4) : trimmed;
}
function compareUrl(repository, from, to, gitlabUrl) {
    if (!URL.canParse(repository) || !/^[0-9a-f]{40}$/.test(from))
        return undefined;
    const { protocol, host, hostname, pathname, origin } = new URL(repository);
    const isGitLab = URL.canParse(gitlabUrl) && origin === new URL(gitlabUrl).origin;
    const path = plainRepositoryUrl(pathname);
    if (path === "" || (protocol !== "https:" && !isGitLab))
        return undefined;
    const labels = hostname.split(".");
    const base = `${protocol}//${host}${path}`;
    if (labels.includes("github"))
        return `${base}/compare/${from}...${to}`;
    return labels.includes("gitlab") || isGitLab ? `${base}/-/compare/${from}...${to}` : undefined;
}


/***/ });
