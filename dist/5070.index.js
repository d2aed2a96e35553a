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
        secret: true,
        credential: true,
        notOfForge: true,
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
        secret: true,
        credential: true,
        notOfForge: true,
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
            Promise.all(/* import() */[__webpack_require__.e(494), __webpack_require__.e(7439), __webpack_require__.e(8547)]).then(__webpack_require__.bind(__webpack_require__, 8547)),
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
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DP: () => (/* reexport */ CHECK_WORDS),
  $q: () => (/* reexport */ MAX_OUTPUT_BYTES),
  _G: () => (/* reexport */ VERDICT_WORDS),
  oQ: () => (/* reexport */ answered),
  Dv: () => (/* reexport */ checkTable),
  LD: () => (/* reexport */ decide),
  fJ: () => (/* reexport */ fail),
  K8: () => (/* reexport */ fittingItems),
  q6: () => (/* reexport */ invalidRow),
  mu: () => (/* reexport */ itemsWithin),
  Wk: () => (/* reexport */ logRows),
  IX: () => (/* reexport */ pass),
  rk: () => (/* reexport */ passOrThrow),
  GW: () => (/* reexport */ problemsOf),
  hT: () => (/* reexport */ skipped),
  bj: () => (/* reexport */ unanswered),
  L5: () => (/* reexport */ unknown),
  R8: () => (/* reexport */ warn),
  QZ: () => (/* reexport */ worst)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./packages/report/budget.ts

const MAX_OUTPUT_BYTES = 64 * 1024;
function fittingItems(items, reserved = 0) {
    return itemsWithin(items, MAX_OUTPUT_BYTES - reserved).items;
}
function itemsWithin(items, maxBytes) {
    const found = [];
    let left = maxBytes - "[]".length;
    for (const item of items) {
        const bytes = Buffer.byteLength((0,packages_text/* jsonText */.s$)(item)) + (found.length === 0 ? 0 : ",".length);
        if (bytes > left)
            break;
        left -= bytes;
        found.push(item);
    }
    return { items: found, left };
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/report/decide.ts

const RANKED = ["refused", "invalid", "undecided", "passed"];
const DEFAULT_ACCEPTED = ["pass", "warn"];
function decide(rows, rules) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    if (rows.some(({ result }) => result === "invalid"))
        return "invalid";
    const isProven = rows.some(({ result }) => result === "pass" || result === "warn");
    const isComplete = missingChecks(rows, rules).length === 0;
    return isProven && isComplete && rows.every((row) => isAccepted(row, rules)) ? "passed" : "undecided";
}
function worst(verdicts) {
    return verdicts.length === 0 ? "undecided" : RANKED.find((verdict) => verdicts.includes(verdict));
}
function problemsOf(rows, rules, nameOf = ({ check }) => check) {
    const problems = decisiveRows(rows, rules).map((row) => problemOf(row, nameOf(row)));
    if (problems.length > 0 || decide(rows, rules) === "passed")
        return problems;
    const missing = missingChecks(rows, rules);
    if (missing.length === 0 || rows.length === 0)
        return [{ what: "no check gave an answer" }];
    return missing.map((check) => ({ what: `${check}: no result` }));
}
function decisiveRows(rows, rules) {
    switch (decide(rows, rules)) {
        case "passed":
            return [];
        case "refused":
            return rows.filter(({ result }) => result === "fail");
        case "invalid":
            return rows.filter(({ result }) => result === "invalid");
        case "undecided":
            return rows.filter((row) => !isAccepted(row, rules));
    }
}
function problemOf({ detail, remedy = "", file, line }, name) {
    return {
        what: `${name}: ${detail}`,
        ...(remedy !== "" && { remedy }),
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
    };
}
function missingChecks(rows, { required }) {
    return required.filter((check) => !rows.some((row) => row.check === check));
}
function isAccepted({ check, result }, { accepted }) {
    const own = accepted !== undefined && Object.hasOwn(accepted, check) ? accepted[check] : undefined;
    const results = own ?? DEFAULT_ACCEPTED;
    return results.includes(result);
}
function passOrThrow(verdict, { messages, outputs, ...details }) {
    if (verdict === "passed")
        return { ...outputs, verdict };
    throw new action/* ActionError */.lZ(verdict, messages[verdict], { ...details, outputs: { ...outputs } });
}

;// CONCATENATED MODULE: ./packages/report/rows.ts

const CHECK_WORDS = {
    pass: "✅ pass",
    fail: "❌ fail",
    warn: "⚠️ warn",
    skipped: "➖ skipped",
    unknown: "❓ unknown",
    invalid: "🚫 invalid",
};
function pass(check, detail) {
    return { check, result: "pass", detail };
}
function skipped(check, detail) {
    return { check, result: "skipped", detail };
}
function fail(check, detail, remedy) {
    return { check, result: "fail", detail, remedy };
}
function warn(check, detail, remedy) {
    return { check, result: "warn", detail, remedy };
}
function unknown(check, detail, remedy) {
    return { check, result: "unknown", detail, remedy };
}
function invalidRow(check, detail, remedy) {
    return { check, result: "invalid", detail, remedy };
}
function unanswered(check, error) {
    if (!(error instanceof action/* ActionError */.lZ) || error instanceof action/* CredentialRefused */.In)
        throw error;
    if (error.verdict === "interrupted" || error.verdict === "unknown")
        throw error;
    const remedy = error.details.remedy ?? "Run again.";
    return error.verdict === "invalid" ? invalidRow(check, error.message, remedy) : unknown(check, error.message, remedy);
}
async function answered(check, work) {
    try {
        return await work();
    }
    catch (error) {
        return unanswered(check, error);
    }
}

;// CONCATENATED MODULE: ./packages/report/render.ts


const VERDICT_WORDS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const MOST_ROWS = 200;
function logRows(io, rows, { nameOf = ({ check }) => check, indent = "" } = {}) {
    for (const row of rows) {
        const { result, detail, remedy = "", file, line } = row;
        const text = `${nameOf(row)}: ${detail}`;
        if (result !== "warn")
            io.info(`${indent}${CHECK_WORDS[result]}  ${text}`);
        else
            io.warning(`${text}${remedy === "" ? "" : `\n${remedy}`}`, {
                ...(file !== undefined && { file }),
                ...(line !== undefined && { line }),
            });
    }
}
function checkTable(rows, { lead } = {}) {
    const cells = rows.slice(0, MOST_ROWS).map((row) => {
        const { check, result, detail, remedy = "" } = row;
        const isGood = result === "pass" || result === "skipped";
        return [...(lead === undefined ? [] : [lead.cell(row)]), check, CHECK_WORDS[result], detail, isGood ? "" : remedy];
    });
    const columns = [...(lead === undefined ? [] : [lead.title]), "Check", "Result", "Detail", "Remedy"];
    const more = rows.length - cells.length;
    return [(0,packages_text/* table */.tp)(columns, cells), ...(more > 0 ? [(0,packages_text/* paragraph */.FY)(`and ${more} more rows`)] : [])];
}

;// CONCATENATED MODULE: ./packages/report/index.ts






/***/ })

};
;