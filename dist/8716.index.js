"use strict";
exports.id = 8716;
exports.ids = [8716,2989];
exports.modules = {

/***/ 8716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readKubeconfig: () => (/* binding */ readKubeconfig)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9366);
/* harmony import */ var _release_actions_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2989);
/* harmony import */ var _authority_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9058);



const LARGEST = 1024 * 1024;
const INPUT = "kubeconfig";
const REFUSED = {
    "insecure-skip-tls-verify": [
        "it disables verification of the server's certificate",
        "Put the authority into certificate-authority-data.",
    ],
    "certificate-authority": [
        "it names a file",
        "Put its content into certificate-authority-data, as kubectl config view --flatten does.",
    ],
    "proxy-url": ["it would send the token through a proxy that it chooses", "Set HTTPS_PROXY if you need a proxy."],
    "tls-server-name": [
        "it verifies the certificate against another name",
        "Use the name in the certificate as the server.",
    ],
    exec: ["it runs a program", "Use the token of a service account: kubectl create token."],
    "auth-provider": ["it runs a provider", "Use the token of a service account: kubectl create token."],
    tokenFile: ["it names a file", "Put the token itself into token."],
    "client-certificate": ["it names a file", "Use a token: client certificates are not supported."],
    "client-key": ["it names a file", "Use a token: client certificates are not supported."],
    "client-certificate-data": ["client certificates are not supported", "Use a token."],
    "client-key-data": ["client certificates are not supported", "Use a token."],
    username: ["passwords are not supported", "Use a token."],
    password: ["passwords are not supported", "Use a token."],
    as: ["it acts as another user", "Use that user's own token."],
    "as-uid": ["it acts as another user", "Use that user's own token."],
    "as-groups": ["it acts as another user", "Use that user's own token."],
    "as-user-extra": ["it acts as another user", "Use that user's own token."],
};
const CLUSTER = ["server", "certificate-authority-data", "disable-compression", "extensions"];
const USER = ["token", "extensions"];
function readKubeconfig(text, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what: `kubeconfig: ${what}`, remedy });
    if (!text.includes("\n") && /^[~./]|\.(?:ya?ml|conf)$/.test(text)) {
        return problem("it is a path", "Set the content itself; on GitLab use a variable of type Variable, not File.");
    }
    const root = parse(text);
    if (root === undefined)
        return problem("it is not valid YAML or JSON", "Use the output of kubectl config view --flatten --minify --raw.");
    const context = named(root, "contexts", root["current-context"], "context");
    if (context === undefined)
        return problem("current-context is missing, or it does not name exactly one context", "Set it: kubectl config use-context.");
    const cluster = named(root, "clusters", context["cluster"], "cluster");
    const user = named(root, "users", context["user"], "user");
    if (cluster === undefined)
        problem("the context does not name exactly one cluster", "Use the output of kubectl config view --flatten --minify --raw.");
    if (user === undefined)
        problem("the context does not name exactly one user", "Use the output of kubectl config view --flatten --minify --raw.");
    if (cluster === undefined || user === undefined)
        return undefined;
    refuse(cluster, CLUSTER, "cluster", problem);
    refuse(user, USER, "user", problem);
    const { server, "certificate-authority-data": authority } = cluster;
    const { token } = user;
    if (typeof server !== "string" || !server.startsWith("https://"))
        problem("the cluster's server must start with https://", "Use the address that kubectl cluster-info shows.");
    if (typeof token !== "string")
        problem("the user has no token", "Use the token of a service account: kubectl create token.");
    else
        (0,_authority_js__WEBPACK_IMPORTED_MODULE_2__/* .checkToken */ .S)(token, INPUT, problems);
    if (authority !== undefined && typeof authority !== "string")
        problem("certificate-authority-data is not a string", "Quote it.");
    const pem = (0,_authority_js__WEBPACK_IMPORTED_MODULE_2__/* .authorityOf */ .v)(typeof authority === "string" ? authority : undefined, INPUT, problems);
    return { server: server, token: token, authority: pem };
}
function parse(text) {
    return text.length > LARGEST ? undefined : fieldsOf((0,_release_actions_yaml__WEBPACK_IMPORTED_MODULE_1__.readStrictly)(text).value);
}
function named(root, list, name, key) {
    const entries = root[list];
    if (typeof name !== "string" || !Array.isArray(entries))
        return undefined;
    const found = entries.map(fieldsOf).filter((entry) => entry?.["name"] === name);
    return found.length === 1 ? fieldsOf(found[0]?.[key]) : undefined;
}
function refuse(fields, known, of, problem) {
    for (const [key, value] of Object.entries(fields)) {
        if (known.includes(key) || isUnset(value))
            continue;
        const [why, remedy] = (Object.hasOwn(REFUSED, key) && REFUSED[key]) || ["it is not supported", "Remove it."];
        problem(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key, 60)} of the ${of} is refused: ${why}`, remedy);
    }
}
function isUnset(value) {
    return value === undefined || value === null || value === false || value === "";
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}


/***/ }),

/***/ 2989:
/***/ (require("./2989.module.js")),

/***/ 8399:
/***/ (require("./8399.module.js"))

};
;