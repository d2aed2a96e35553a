"use strict";
exports.id = 3974;
exports.ids = [3974];
exports.modules = {

/***/ 3974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ smoke_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/smoke/secret-headers.ts
var secret_headers = __webpack_require__(4681);
;// CONCATENATED MODULE: ./actions/smoke/inputs.ts


const MAX_PARALLEL = 64;
const MAX_RETRIES = 20;
const inputs = {
    suite: (0,action/* text */.Qq)({
        description: "Checks to run: path of a YAML file, or the YAML itself. Default: the health and metrics pages of the environment.",
        example: "smoke.yml",
        optional: true,
    }),
    environment: (0,action/* text */.Qq)({
        description: "Environment in release-actions.yml whose services and Prometheus are checked.",
        example: "staging",
        optional: true,
    }),
    headers: (0,action/* text */.Qq)({
        description: "Headers with secrets, one per line, each after the only origin it is sent to: https://api.example.com Authorization: Bearer …",
        secret: true,
        optional: true,
        gitlab: "SMOKE_HEADERS",
    }),
    timeout: (0,action/* duration */.p0)({ description: "Time limit for one request.", default: "10s" }),
    deadline: (0,action/* duration */.p0)({ description: "Time limit for all checks together.", default: "5m" }),
    retries: (0,action/* integer */.nd)({
        description: "How often to repeat a request that was refused or answered 502, 503 or 504, e.g. because the service is starting.",
        default: "3",
    }),
    parallel: (0,action/* integer */.nd)({ description: "Checks to run at the same time, at most 64.", default: "8" }),
    "expect-version": (0,action/* text */.Qq)({
        description: "Version that must be running, in every service that reports its version.",
        example: "1.2.0",
        optional: true,
    }),
    "junit-file": (0,action/* text */.Qq)({
        description: "File to write the results to as JUnit XML, relative to the workspace.",
        example: "smoke.xml",
        optional: true,
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};
const outputs = {
    passed: action/* output */.CG.integer("Checks that passed."),
    failed: action/* output */.CG.integer("Checks that found something wrong."),
    skipped: action/* output */.CG.integer("Checks that did not run because another one did not pass."),
    unanswered: action/* output */.CG.integer("Checks without enough evidence, e.g. because Prometheus did not answer."),
    failure: action/* output */.CG.text("The first check that did not pass, in one line."),
    results: action/* output */.CG.json("All checks, those that did not pass first, at most 64 KiB: each with service, suite, name, result, detail, a warning if there is one, and what was sent, what came back and what was expected."),
};
function checkInputs({ suite, environment, headers, ...numbers }) {
    const problems = [];
    if (suite === undefined && environment === undefined) {
        const what = "there is neither suite nor environment, so nothing would be checked";
        problems.push({ input: "suite", what, remedy: "Set one of them, or both." });
    }
    const ranges = [
        ["parallel", 1, MAX_PARALLEL],
        ["retries", 0, MAX_RETRIES],
    ];
    for (const [input, min, max] of ranges) {
        const value = numbers[input];
        if (value >= min && value <= max)
            continue;
        problems.push({ input, what: `${input} is ${value}`, remedy: `Use ${min} to ${max}.` });
    }
    for (const input of ["timeout", "deadline"]) {
        if (numbers[input] > 0)
            continue;
        problems.push({ input, what: `${input} must be greater than 0`, remedy: "Use a duration such as 30s." });
    }
    (0,secret_headers/* readSecretHeaders */.JI)(headers, problems);
    return problems;
}

;// CONCATENATED MODULE: ./actions/smoke/action.ts


/* harmony default export */ const smoke_action = ((0,action/* defineAction */.QP)({
    name: "smoke",
    description: "Proves that a deployment works: health, metrics, versions, real calls with their trace and their counters, and what Prometheus recorded of them.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: {}, gitlab: "None; the services' secrets come from a variable." },
    endpoints: {
        description: ["The services of the suite and of the environment", "Prometheus, if the suite has queries"],
        origins: () => [],
    },
    changes: false,
    check: checkInputs,
    async run(context) {
        const { smoke } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9480), __webpack_require__.e(6643)]).then(__webpack_require__.bind(__webpack_require__, 6643));
        return await smoke(context);
    },
}));


/***/ }),

/***/ 4681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ credentialFor),
/* harmony export */   JI: () => (/* binding */ readSecretHeaders),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   p$: () => (/* binding */ isHeaderName)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

const CREDENTIALS = ["authorization", "cookie", "private-token", "job-token"];
const ONE_CREDENTIAL = "only one of Authorization, Cookie, Private-Token and Job-Token can be sent to an origin";
const FORMAT = "Write each on its own line: https://service.example.com Authorization: Bearer …";
function readSecretHeaders(input, problems = []) {
    const found = new Map();
    for (const [index, line] of (input ?? "").split(/\r?\n/).entries()) {
        if (line.trim() === "")
            continue;
        const problem = addLine(line, found);
        if (problem === undefined)
            continue;
        const [what, remedy = FORMAT] = problem;
        problems.push({ input: "headers", what: `headers, line ${index + 1}: ${what}`, remedy });
    }
    return found;
}
function addLine(line, found) {
    const [, address = "", name = "", value = ""] = /^\s*(\S+)\s+([^\s:]+):\s*(\S.*)$/.exec(line) ?? [];
    if (!/^https?:\/\/[^/?#@]+\/?$/.test(address) || !URL.canParse(address))
        return ["it does not begin with the origin that the header may be sent to"];
    if (!isHeaderName(name) || !/^[\t\x20-\x7e\x80-\xff]+$/.test(value))
        return ["there is no header after the origin"];
    if ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .isForgeToken */ .jr)(value))
        return [`it ${_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .FORGE_TOKEN_REFUSED */ .P5}`, "Use the service's own secret."];
    const { origin } = new URL(address);
    const header = { name: name.toLowerCase(), value: value.trim() };
    const others = found.get(origin) ?? [];
    if (others.some((other) => other.name === header.name))
        return ["the same header is given twice", "Remove one."];
    if (isCredential(header) && others.some(isCredential))
        return [ONE_CREDENTIAL, "Remove one."];
    found.set(origin, [...others, header]);
    return undefined;
}
function secretsIn({ name, value }) {
    const rest = value.slice(value.indexOf(" ") + 1);
    const cookies = name === "cookie" ? value.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()) : [];
    const account = /^basic /i.test(value) ? Buffer.from(rest.trim(), "base64").toString("utf8") : "";
    return [value, rest, ...cookies, ...(account === "" ? [] : [account, account.slice(account.indexOf(":") + 1)])];
}
function credentialFor(headers, origin) {
    return headers.get(origin)?.find(isCredential);
}
function isCredential({ name }) {
    return CREDENTIALS.includes(name);
}
function isHeaderName(name) {
    return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name);
}


/***/ })

};
;