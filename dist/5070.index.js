"use strict";
exports.id = 5070;
exports.ids = [5070];
exports.modules = {

/***/ 5070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ alerts_gate_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
;// CONCATENATED MODULE: ./actions/alerts-gate/inputs.ts

const inputs = {
    "prometheus-url": (0,action/* text */.Qq)({
        address: true,
        description: "Base URL of Prometheus.",
        example: "https://prometheus.example.com",
        gitlab: "PROMETHEUS_URL",
    }),
    "alertmanager-url": (0,action/* text */.Qq)({
        address: true,
        description: "Base URL of Alertmanager.",
        example: "https://alertmanager.example.com",
        gitlab: "ALERTMANAGER_URL",
    }),
    token: (0,action/* text */.Qq)({
        description: "Bearer token for both servers.",
        credential: "service",
        optional: true,
        gitlab: "PROMETHEUS_TOKEN",
    }),
    username: (0,action/* text */.Qq)({
        description: "User for both servers, instead of a token.",
        optional: true,
        gitlab: "PROMETHEUS_USERNAME",
    }),
    password: (0,action/* text */.Qq)({
        description: "Password for username.",
        credential: "service",
        optional: true,
        gitlab: "PROMETHEUS_PASSWORD",
    }),
    matchers: (0,action/* text */.Qq)({
        description: "Labels an alert must have to count, as exact label=value pairs, one per line or separated by commas.",
        example: "team=analytics",
        optional: true,
    }),
    namespace: (0,action/* text */.Qq)({
        description: "Count only alerts whose label namespace has exactly this value.",
        example: "tower-analytics-prod",
        optional: true,
    }),
    severity: (0,action/* list */.p_)({
        description: "Count only alerts of these severities, and alerts without a severity. Default: all.",
        example: "critical, warning",
    }),
    ignore: (0,action/* list */.p_)({ description: "Exact names of alerts that never count.", default: "Watchdog,InfoInhibitor" }),
    "require-watchdog": (0,action/* flag */.Jt)({
        description: "Require that the alert Watchdog, which always fires, fires in Prometheus and reaches Alertmanager.",
        default: false,
    }),
    pending: (0,action/* choice */.Yq)(["warn", "refuse"], {
        description: "What to do about alerts that are about to fire.",
        default: "warn",
    }),
    "max-staleness": (0,action/* duration */.p0)({
        description: "Maximum time since the last evaluation of a rule, in addition to its interval.",
        default: "2m",
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};
const outputs = {
    firing: action/* output */.CG.json("Firing alerts that count, most severe first, limited to 64 KiB. This and the following lists are empty if they are not known."),
    pending: action/* output */.CG.json("Alerts that are about to fire."),
    silenced: action/* output */.CG.json("Firing alerts that are silenced or inhibited, with who silenced them, why and until when."),
    count: action/* output */.CG.integer("Number of firing alerts that count."),
};

// EXTERNAL MODULE: ./actions/alerts-gate/scope.ts
var alerts_gate_scope = __webpack_require__(7972);
;// CONCATENATED MODULE: ./actions/alerts-gate/action.ts




/* harmony default export */ const alerts_gate_action = ((0,action/* defineAction */.QP)({
    name: "alerts-gate",
    description: "Verifies that no alert fires where a release is about to go: queries Prometheus and Alertmanager, and passes only if both could have seen one.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: {}, gitlab: "None; the servers' credentials come from variables." },
    services: ["prometheus"],
    endpoints: {
        description: ["Prometheus, at `prometheus-url`", "Alertmanager, at `alertmanager-url`"],
        origins: (given) => [given.prometheusUrl, given.alertmanagerUrl],
    },
    changes: false,
    check: (given) => [...(0,alerts_gate_scope/* readScope */.hx)(given).problems, ...(0,action/* accountProblems */.AT)(given)],
    async run(context) {
        const { inputs, io } = context;
        const [{ judgeAlerts }, { RULES }, { outputsOf, summaryOf }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(9480), __webpack_require__.e(8547)]).then(__webpack_require__.bind(__webpack_require__, 8547)),
            __webpack_require__.e(/* import() */ 9359).then(__webpack_require__.bind(__webpack_require__, 9359)),
            __webpack_require__.e(/* import() */ 6952).then(__webpack_require__.bind(__webpack_require__, 6952)),
        ]);
        const { scope } = (0,alerts_gate_scope/* readScope */.hx)(inputs);
        const { rows, compared, isComplete } = await judgeAlerts(context, scope);
        const verdict = (0,report/* decide */.LD)(rows, RULES);
        (0,report/* logRows */.Wk)(io, rows);
        if (inputs.summary)
            io.summary(...summaryOf(verdict, rows, compared, scope));
        return (0,report/* passOrThrow */.rk)(verdict, {
            messages: {
                refused: "do not release now",
                invalid: "the alerts could not be queried",
                undecided: "it is not proven that no alert fires",
            },
            problems: (0,report/* problemsOf */.GW)(rows, RULES),
            outputs: isComplete ? { ...outputsOf(compared), count: compared.firing.length } : {},
        });
    },
}));


/***/ }),

/***/ 7972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ canGive),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W5: () => (/* binding */ mayConcern),
/* harmony export */   hx: () => (/* binding */ readScope),
/* harmony export */   yX: () => (/* binding */ isInScope)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9366);

const nameOf = (labels) => labels["alertname"] ?? "";
function isInScope(labels, { labels: required, severities, ignored }) {
    if (ignored.has(nameOf(labels)))
        return false;
    for (const [name, value] of required)
        if (labels[name] !== value)
            return false;
    const { severity = "" } = labels;
    return severities.size === 0 || severity === "" || severities.has(severity);
}
function canGive(name, own, { labels: required, severities, ignored }) {
    if (ignored.has(name))
        return false;
    for (const [label, value] of required)
        if (label !== "alertname" && contradicts(own[label], value))
            return false;
    if (contradicts(name, required.get("alertname")))
        return false;
    const severity = own["severity"];
    return (severities.size === 0 ||
        severity === undefined ||
        severity === "" ||
        isTemplate(severity) ||
        severities.has(severity));
}
function mayConcern(labels, { labels: required }) {
    for (const [label, value] of required)
        if (contradicts(labels[label], value))
            return false;
    return true;
}
function contradicts(given, required) {
    return given !== undefined && given !== "" && required !== undefined && given !== required && !isTemplate(given);
}
function isTemplate(value) {
    return value.includes("{{");
}
function readScope({ matchers, namespace, severity, ignore }) {
    const problems = [];
    const labels = readMatchers(matchers ?? "", problems);
    if (namespace !== undefined) {
        const given = labels.get("namespace");
        if (given !== undefined && given !== namespace) {
            problems.push({
                input: "namespace",
                what: `namespace is ${show(namespace)}, but matchers has namespace=${show(given)}`,
                remedy: "Set one of them.",
            });
        }
        labels.set("namespace", namespace);
    }
    return { scope: { labels, severities: new Set(severity), ignored: new Set(ignore) }, problems };
}
const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const PLAIN_VALUE = /[^\n,"]+/y;
const SPACE = /[ \t\r\n,]*/y;
const REMEDY = 'Write label=value, or label="value" if the value contains a comma or a quotation mark; one per line or separated by commas.';
function readMatchers(text, problems) {
    const found = new Map();
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const [taken] = pattern.exec(text) ?? [];
        at += taken?.length ?? 0;
        return taken;
    };
    const wrong = (what) => void problems.push({
        input: "matchers",
        what: `${what}: ${show(text.slice(Math.max(0, at - 20)))}`,
        remedy: REMEDY,
    });
    for (take(SPACE); at < text.length; take(SPACE)) {
        const name = take(NAME);
        if (name === undefined)
            return (wrong("expected a label name"), found);
        const operator = /^(?:=~|!=|!~)/.exec(text.slice(at, at + 2))?.[0];
        if (operator !== undefined)
            return (wrong(`matchers are exact, and ${operator} is not`), found);
        if (text[at] !== "=")
            return (wrong(`expected "=" after ${name}`), found);
        at += 1;
        const value = text[at] === '"' ? takeQuoted() : take(PLAIN_VALUE)?.trim();
        if (value === undefined || value === "")
            return (wrong(`expected a value for ${name}`), found);
        if (at < text.length && !/[,\n\r\t ]/.test(text[at]))
            return (wrong(`unexpected text after the value of ${name}`), found);
        if (found.has(name) && found.get(name) !== value)
            wrong(`${name} has two values, so no alert can match`);
        found.set(name, value);
    }
    return found;
    function takeQuoted() {
        let value = "";
        for (at += 1; at < text.length; at += 1) {
            const character = text[at];
            if (character === '"') {
                at += 1;
                return value;
            }
            if (character !== "\\")
                value += character;
            else
                value += { n: "\n", '"': '"', "\\": "\\" }[text[(at += 1)] ?? ""] ?? `\\${text[at] ?? ""}`;
        }
        return undefined;
    }
}
function show(text) {
    return JSON.stringify((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), 80));
}


/***/ }),

/***/ 107:
/***/ (require("./107.module.js"))

};
;