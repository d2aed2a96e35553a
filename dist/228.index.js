"use strict";
exports.id = 228;
exports.ids = [228];
exports.modules = {

/***/ 228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);
/* harmony import */ var _secret_headers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5597);


const MOST_AT_ONCE = 64;
const MOST_RETRIES = 20;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "smoke",
    description: "Proves that what was deployed works: health, metrics, versions, real calls with their trace and their counters, and what Prometheus saw of them.",
    inputs: {
        suite: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The checks: path of a YAML file, or the YAML itself. Without it: the health and metrics pages of the environment.",
            example: "smoke.yml",
            optional: true,
        }),
        environment: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The environment of release-actions.yml whose services and Prometheus are asked.",
            example: "staging",
            optional: true,
        }),
        headers: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Headers with secrets in them, one on a line, each behind the one origin that it is sent to: https://api.example.com Authorization: Bearer …",
            secret: true,
            optional: true,
            gitlab: "SMOKE_HEADERS",
        }),
        timeout: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long one request may take.", default: "10s" }),
        deadline: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long all checks together may take.", default: "5m" }),
        retries: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
            description: "How often a request is sent again that was refused or answered 502, 503 or 504, as by a service that starts.",
            default: "3",
        }),
        parallel: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "How many checks run at once, at most 64.", default: "8" }),
        "expect-version": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The version that every service must serve that tells one.",
            example: "1.2.0",
            optional: true,
        }),
        "junit-file": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Where to write the results as JUnit XML, from the root of the workspace.",
            example: "smoke.xml",
            optional: true,
        }),
        "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Take plain http for hosts other than this machine.", default: false }),
    },
    outputs: {
        passed: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many checks passed."),
        failed: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many found something wrong."),
        skipped: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many could not be asked, because another failed."),
        unanswered: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many had not enough evidence, such as no answer of Prometheus."),
        failure: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("The first that did not pass, in one line."),
        results: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("All checks, those that did not pass first, at most 64 KiB: each with service, suite, name, result, detail and what was sent, came and was expected."),
    },
    permissions: { github: {}, gitlab: "None; the services' secrets come from a variable." },
    endpoints: {
        description: ["The services of the suite and of the environment", "Prometheus, where the suite has queries"],
        origins: () => [],
    },
    changes: false,
    check({ suite, environment, headers, parallel, retries, timeout, deadline }) {
        const problems = [];
        if (suite === undefined && environment === undefined) {
            problems.push({
                input: "suite",
                what: "there is neither suite nor environment, so that nothing would be checked",
                remedy: "Give one of them, or both.",
            });
        }
        const bounds = [
            ["parallel", parallel, 1, MOST_AT_ONCE],
            ["retries", retries, 0, MOST_RETRIES],
        ];
        for (const [input, given, least, most] of bounds) {
            if (given < least || given > most)
                problems.push({ input, what: `${input} is ${given}`, remedy: `Give ${least} to ${most}.` });
        }
        for (const [input, given] of [
            ["timeout", timeout],
            ["deadline", deadline],
        ]) {
            if (given === 0)
                problems.push({
                    input,
                    what: `${input} is 0, in which nothing can be asked`,
                    remedy: "Give a length of time such as 30s.",
                });
        }
        (0,_secret_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .readSecretHeaders */ .JI)(headers, problems);
        return problems;
    },
    async run(context) {
        const { smoke } = await Promise.all(/* import() */[__webpack_require__.e(9251), __webpack_require__.e(7439), __webpack_require__.e(6113)]).then(__webpack_require__.bind(__webpack_require__, 6113));
        const { verdict, outputs, details } = await smoke(context);
        if (verdict === "passed")
            return { verdict, ...outputs };
        const messages = {
            refused: "what was deployed does not work as it should",
            invalid: "the suite asks for what cannot be asked",
            undecided: "it could not be proven that all works",
        };
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict, messages[verdict], details);
    },
}));


/***/ }),

/***/ 5597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ isReserved),
/* harmony export */   JI: () => (/* binding */ readSecretHeaders),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   p$: () => (/* binding */ isHeaderName)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8550);

const ONE_CREDENTIAL = "only one of Authorization, Cookie, Private-Token and Job-Token can be sent to an origin";
const LINE = "Write each on a line of its own: https://service.example.com Authorization: Bearer …";
function readSecretHeaders(given, problems = []) {
    const found = new Map();
    for (const [index, line] of (given ?? "").split(/\r?\n/).entries()) {
        if (line.trim() === "")
            continue;
        const wrong = (what, remedy = LINE) => void problems.push({ input: "headers", what: `headers, line ${index + 1}: ${what}`, remedy });
        const [, address = "", name = "", value = ""] = /^\s*(\S+)\s+([^\s:]+):\s*(\S.*)$/.exec(line) ?? [];
        if (!/^https?:\/\/[^/?#@]+\/?$/.test(address) || !URL.canParse(address)) {
            wrong("it does not begin with the origin that the header may go to");
        }
        else if (!isHeaderName(name) || !/^[\t\x20-\x7e\x80-\xff]+$/.test(value)) {
            wrong("there is no header behind the origin");
        }
        else if ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .isForgeToken */ .jr)(value)) {
            wrong(`it ${_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .FORGE_TOKEN_REFUSED */ .P5}`, "Give the service's own secret.");
        }
        else {
            const { origin } = new URL(address);
            const others = found.get(origin) ?? [];
            if (others.some((one) => one.name === name.toLowerCase()))
                wrong("the same header stands there twice", "Remove one.");
            else if (isReserved(name) && others.some((one) => isReserved(one.name)))
                wrong(ONE_CREDENTIAL, "Remove one.");
            else
                found.set(origin, [...others, { name: name.toLowerCase(), value: value.trim() }]);
        }
    }
    return found;
}
function secretsIn({ name, value }) {
    const rest = value.slice(value.indexOf(" ") + 1);
    const cookies = name === "cookie" ? value.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()) : [];
    const account = /^basic /i.test(value) ? Buffer.from(rest.trim(), "base64").toString("utf8") : "";
    return [value, rest, ...cookies, ...(account === "" ? [] : [account, account.slice(account.indexOf(":") + 1)])];
}
function isReserved(name) {
    return ["authorization", "cookie", "private-token", "job-token"].includes(name.toLowerCase());
}
function isHeaderName(name) {
    return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name);
}


/***/ })

};
;