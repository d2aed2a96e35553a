"use strict";
exports.id = 2192;
exports.ids = [2192,9264];
exports.modules = {

/***/ 2192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readKubeconfig: () => (/* binding */ readKubeconfig)
/* harmony export */ });
/* harmony import */ var _release_actions_yaml_depth__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9264);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1312);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(721);




const LARGEST = 1024 * 1024;
const INPUT = "kubeconfig";
const REFUSED = {
    "insecure-skip-tls-verify": ["it switches the check of the server's certificate off", "Put the authority into certificate-authority-data."],
    "certificate-authority": ["it names a file", "Put its content into certificate-authority-data: kubectl config view --flatten does it."],
    "proxy-url": ["it would send the token through a proxy of its own choice", "Use HTTPS_PROXY where a proxy is needed."],
    "tls-server-name": ["it has the certificate checked for another name", "Give the server by the name that its certificate has."],
    exec: ["it runs a program", "Give the token of a service account: kubectl create token."],
    "auth-provider": ["it runs a provider", "Give the token of a service account: kubectl create token."],
    tokenFile: ["it names a file", "Put the token itself into token."],
    "client-certificate": ["it names a file", "Give a token: certificates of users are not supported."],
    "client-key": ["it names a file", "Give a token: certificates of users are not supported."],
    "client-certificate-data": ["certificates of users are not supported", "Give a token."],
    "client-key-data": ["certificates of users are not supported", "Give a token."],
    username: ["passwords are not supported", "Give a token."],
    password: ["passwords are not supported", "Give a token."],
    as: ["it acts as another user", "Give that user's own token."],
    "as-uid": ["it acts as another user", "Give that user's own token."],
    "as-groups": ["it acts as another user", "Give that user's own token."],
    "as-user-extra": ["it acts as another user", "Give that user's own token."],
};
const CLUSTER = ["server", "certificate-authority-data", "disable-compression", "extensions"];
const USER = ["token", "extensions"];
function readKubeconfig(text, problems) {
    const problem = (what, remedy) => void problems.push({ input: INPUT, what: `kubeconfig: ${what}`, remedy });
    if (!text.includes("\n") && /^[~./]|\.(?:ya?ml|conf)$/.test(text)) {
        return problem("a path was given", "Give the text itself; on GitLab a variable of the type Variable, not File.");
    }
    const root = parse(text);
    if (root === undefined)
        return problem("it is no YAML or JSON that can be read", "Give the text that kubectl config view --flatten --minify --raw prints.");
    const context = named(root, "contexts", root["current-context"], "context");
    if (context === undefined)
        return problem("there is no current-context, or no context of that name, or several", "Set it: kubectl config use-context.");
    const cluster = named(root, "clusters", context["cluster"], "cluster");
    const user = named(root, "users", context["user"], "user");
    if (cluster === undefined)
        problem("the context's cluster is not there, or there several times", "kubectl config view --flatten --minify --raw prints a whole one.");
    if (user === undefined)
        problem("the context's user is not there, or there several times", "kubectl config view --flatten --minify --raw prints a whole one.");
    if (cluster === undefined || user === undefined)
        return undefined;
    refuse(cluster, CLUSTER, "cluster", problem);
    refuse(user, USER, "user", problem);
    const { server, "certificate-authority-data": authority } = cluster;
    const { token } = user;
    if (typeof server !== "string" || !server.startsWith("https://"))
        problem("the cluster's server has to begin with https://", "Give the address that kubectl cluster-info shows.");
    if (typeof token !== "string")
        problem("the user has no token", "Give the token of a service account: kubectl create token.");
    else
        (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .checkToken */ .SK)(token, INPUT, problems);
    if (authority !== undefined && typeof authority !== "string")
        problem("certificate-authority-data is no text", "Quote it.");
    const pem = (0,_access_js__WEBPACK_IMPORTED_MODULE_3__/* .authorityOf */ .vO)(typeof authority === "string" ? authority : undefined, INPUT, problems);
    return { server: server, token: token, authority: pem };
}
function parse(text) {
    if (text.length > LARGEST || (0,_release_actions_yaml_depth__WEBPACK_IMPORTED_MODULE_0__.tooDeepAt)(text) !== undefined)
        return undefined;
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parseDocument)(text, { version: "1.2", schema: "core", uniqueKeys: true, merge: false, prettyErrors: false });
    if (document.errors.length > 0)
        return undefined;
    try {
        return fieldsOf(document.toJS({ maxAliasCount: 0 }));
    }
    catch {
        return undefined;
    }
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
        const [why, remedy] = (Object.hasOwn(REFUSED, key) && REFUSED[key]) || ["it is not known here", "Remove it."];
        problem(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key, 60)} of the ${of} is refused: ${why}`, remedy);
    }
}
function isUnset(value) {
    return value === undefined || value === null || value === false || value === "";
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}


/***/ }),

/***/ 9264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DEEPEST: () => (/* binding */ DEEPEST),
/* harmony export */   tooDeepAt: () => (/* binding */ tooDeepAt)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const DEEPEST = 100;
function tooDeepAt(source, deepest = DEEPEST) {
    if (source.length < deepest)
        return undefined;
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__.Parser();
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__.Lexer().lex(source)) {
        for (const token of parser.next(lexeme))
            void token;
        if (parser.stack.length > deepest)
            return parser.offset;
    }
    return undefined;
}


/***/ })

};
;