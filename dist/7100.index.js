"use strict";
exports.id = 7100;
exports.ids = [7100];
exports.modules = {

/***/ 7100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(683);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "alerts-gate",
    description: "Proves that no alert fires where a release is about to go: asks Prometheus and Alertmanager, and passes only when both could have seen one.",
    inputs: {
        "prometheus-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The address that Prometheus's pages begin with.",
            example: "https://prometheus.example.com",
            gitlab: "PROMETHEUS_URL",
        }),
        "alertmanager-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            address: true,
            description: "The address that Alertmanager's pages begin with.",
            example: "https://alertmanager.example.com",
            gitlab: "ALERTMANAGER_URL",
        }),
        token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A bearer token that both servers take.",
            secret: true,
            credential: true,
            notOfForge: true,
            optional: true,
            gitlab: "PROMETHEUS_TOKEN",
        }),
        username: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "A user that both servers take, instead of a token.",
            optional: true,
            gitlab: "PROMETHEUS_USERNAME",
        }),
        password: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Its password.",
            secret: true,
            credential: true,
            notOfForge: true,
            optional: true,
            gitlab: "PROMETHEUS_PASSWORD",
        }),
        matchers: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Labels that an alert must have to count, exactly: label=value, on lines of their own or separated by commas.",
            example: "team=analytics",
            optional: true,
        }),
        namespace: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Only alerts with exactly this label namespace count.",
            example: "tower-analytics-prod",
            optional: true,
        }),
        severity: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: "Only alerts of these severities count, and those that name none. Without it: all.",
            example: "critical, warning",
        }),
        ignore: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: "Alerts that never count, by their exact names.", default: "Watchdog,InfoInhibitor" }),
        "require-watchdog": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
            description: "The alert Watchdog, which always fires, must fire in Prometheus and have reached Alertmanager.",
            default: false,
        }),
        pending: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["warn", "refuse"], {
            description: "What happens with alerts that are about to fire.",
            default: "warn",
        }),
        "max-staleness": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
            description: "How long ago, beyond its interval, a rule may have been evaluated.",
            default: "2m",
        }),
        "allow-http": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: "Take plain http for hosts other than this machine.", default: false }),
    },
    outputs: {
        firing: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("The alerts that fire and count, the worst first, at most 64 KiB; empty, like the following, where it is not known."),
        pending: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Those that are about to fire."),
        silenced: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Those that fire and are silenced or inhibited, with who silenced them, why and until when."),
        count: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.integer("How many fire and count."),
    },
    permissions: { github: {}, gitlab: "None; the servers' credentials come from variables." },
    services: ["prometheus"],
    endpoints: {
        description: ["Prometheus, at `prometheus-url`", "Alertmanager, at `alertmanager-url`"],
        origins: (inputs) => [inputs.prometheusUrl, inputs.alertmanagerUrl],
    },
    changes: false,
    check(inputs) {
        const problems = [];
        (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOf */ .O)(inputs, problems);
        const { token, username, password } = inputs;
        if ((username === undefined) !== (password === undefined)) {
            const missing = username === undefined ? "username" : "password";
            problems.push({
                input: missing,
                what: `${missing} is missing: an account has both`,
                remedy: `Give ${missing} as well.`,
            });
        }
        if (token !== undefined && username !== undefined) {
            problems.push({ input: "token", what: "there are an account and a token", remedy: "Give one of them." });
        }
        return problems;
    },
    async run(context) {
        const { judgeAlerts } = await Promise.all(/* import() */[__webpack_require__.e(494), __webpack_require__.e(9405), __webpack_require__.e(8890)]).then(__webpack_require__.bind(__webpack_require__, 8890));
        const { verdict, outputs, details } = await judgeAlerts(context);
        if (verdict === "passed")
            return { verdict, ...outputs };
        const messages = {
            refused: "it must not be released now",
            invalid: "the alerts could not be asked for",
            undecided: "it could not be proven that no alert fires",
        };
        throw new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(verdict, messages[verdict], details);
    },
}));


/***/ }),

/***/ 683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ scopeOf)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);

function scopeOf({ matchers, namespace, severity, ignore }, problems = []) {
    const labels = readMatchers(matchers ?? "", problems);
    if (namespace !== undefined) {
        const given = labels.get("namespace");
        if (given !== undefined && given !== namespace) {
            problems.push({
                input: "namespace",
                what: `namespace is ${show(namespace)}, and matchers say namespace=${show(given)}`,
                remedy: "Give one of them.",
            });
        }
        labels.set("namespace", namespace);
    }
    return { labels, severities: new Set(severity), ignored: new Set(ignore) };
}
const NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const PLAIN_VALUE = /[^\n,"]+/y;
const SPACE = /[ \t\r\n,]*/y;
const REMEDY = 'Write label=value, or label="value" where the value has a comma or a quotation mark in it; several on lines of their own or separated by commas.';
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
            return (wrong("no label where one should stand"), found);
        const operator = /^(?:=~|!=|!~)/.exec(text.slice(at, at + 2))?.[0];
        if (operator !== undefined)
            return (wrong(`matchers are exact, and ${operator} is not`), found);
        if (text[at] !== "=")
            return (wrong(`no "=" behind ${name}`), found);
        at += 1;
        const value = text[at] === '"' ? takeQuoted() : take(PLAIN_VALUE)?.trim();
        if (value === undefined || value === "")
            return (wrong(`no value for ${name}`), found);
        if (at < text.length && !/[,\n\r\t ]/.test(text[at]))
            return (wrong(`more text behind the value of ${name}`), found);
        if (found.has(name) && found.get(name) !== value)
            wrong(`${name} has two values, which no alert has`);
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


/***/ })

};
;