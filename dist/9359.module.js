"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CHECKS: () => (/* binding */ CHECKS),
/* harmony export */   RULES: () => (/* binding */ RULES),
/* harmony export */   alertmanagerRow: () => (/* binding */ alertmanagerRow),
/* harmony export */   alertsRow: () => (/* binding */ alertsRow),
/* harmony export */   halfRow: () => (/* binding */ halfRow),
/* harmony export */   minute: () => (/* binding */ minute),
/* harmony export */   pendingRow: () => (/* binding */ pendingRow),
/* harmony export */   prometheusRow: () => (/* binding */ prometheusRow),
/* harmony export */   quietBy: () => (/* binding */ quietBy),
/* harmony export */   rulesRow: () => (/* binding */ rulesRow),
/* harmony export */   scopeRow: () => (/* binding */ scopeRow),
/* harmony export */   shownAlert: () => (/* binding */ shownAlert),
/* harmony export */   targetsRow: () => (/* binding */ targetsRow),
/* harmony export */   watchdogRow: () => (/* binding */ watchdogRow)
/* harmony export */ });
/* harmony import */ var _release_actions_report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(107);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9495);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7972);




const CHECKS = [
    "prometheus",
    "alertmanager",
    "scope",
    "rules",
    "targets",
    "watchdog",
    "pending",
    "alerts",
];
const RULES = {
    required: CHECKS,
    accepted: {
        prometheus: ["pass"],
        alertmanager: ["pass"],
        scope: ["pass", "skipped"],
        rules: ["pass"],
        targets: ["pass"],
        watchdog: ["pass", "skipped"],
        pending: ["pass", "warn"],
        alerts: ["pass", "warn"],
    },
};
const WATCHDOG = "Watchdog";
const SHOWN = 5;
function prometheusRow({ version, warnings }) {
    if (warnings.length > 0) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("prometheus", `its answer may be incomplete: ${listed(warnings)}`, "Make sure that all stores behind this address answer, then run again.");
    }
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("prometheus", version === undefined ? "answered" : `answered, version ${version}`);
}
function alertmanagerRow({ status }) {
    const known = status.version === undefined ? "answered" : `answered, version ${status.version}`;
    if (status.cluster === "ready" || status.cluster === "disabled")
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("alertmanager", known);
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("alertmanager", `${known}, but its cluster is ${status.cluster}: it may not have all alerts and silences yet`, "Run again in a minute.");
}
function scopeRow({ unseen }, { labels, severities }) {
    if (unseen.length > 0) {
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("scope", `Prometheus has nothing with ${unseen.join(" and ")}`, "Check the spelling of namespace and matchers: no alerts of something that does not exist prove nothing.");
    }
    const parts = [...labels].map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    if (severities.size > 0)
        parts.push(`severity ${[...severities].join(", ")} or none`);
    return parts.length === 0
        ? (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .skipped */ .hT)("scope", "all alerts count")
        : (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("scope", `alerts with ${parts.join(" and ")} count`);
}
function rulesRow({ groups, alerts, now, date }, scope, maxStaleness) {
    const all = groups.flatMap(({ rules }) => rules);
    const watched = all.filter(({ kind, name, labels }) => kind === "alerting" && name !== WATCHDOG && (0,_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .canGive */ .Ok)(name, labels, scope));
    if (watched.length === 0) {
        const remedy = "Check the address, namespace, matchers and severity, and that Prometheus has loaded its rules.";
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("rules", "no alerting rule could produce an alert that counts: nothing was checked", remedy);
    }
    const needed = new Set([...watched, ...recordedFor(watched, groups)]);
    const firing = new Set(alerts.filter(({ state }) => state === "firing").map(({ labels }) => (0,_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(labels)));
    const problems = groups.flatMap(({ rules, interval }) => rules
        .filter((rule) => needed.has(rule))
        .flatMap((rule) => problemOf(rule, { now, date, limit: interval + maxStaleness }, firing) ?? []));
    if (problems.length > 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("rules", listed(problems), "Fix the rules, or find out why Prometheus does not evaluate them: until then an alert may be missing.");
    const recorded = needed.size - watched.length;
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("rules", `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(watched.length, "alerting rule")}${recorded === 0 ? "" : ` and ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(recorded, "recording rule")} they read`} evaluated without error`);
}
function problemOf({ name, kind, health, lastError, lastEvaluation, state }, { now, date = now, limit }, firing) {
    const shown = `the rule ${name}`;
    if (health !== "ok")
        return health === "err"
            ? `${shown} fails: ${lastError ?? "no reason given"}`
            : `${shown} has the health ${health}, which proves nothing`;
    if (lastEvaluation === undefined)
        return `${shown} was never evaluated`;
    const age = now - lastEvaluation;
    if (age > limit && date - lastEvaluation <= limit) {
        return `${shown} was evaluated ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(age, 1)} ago by this machine's clock, but recently by the server's: a clock is wrong, or a cache answered`;
    }
    if (age > limit)
        return `${shown} was last evaluated ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(age, 1)} ago`;
    if (age < -limit)
        return `${shown} was evaluated ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(-age, 1)} in the future: a clock is wrong`;
    if (kind === "alerting" && state === "firing" && !firing.has(name))
        return `${shown} fires, but none of its alerts is shown`;
    return undefined;
}
const IDENTIFIER = /[a-zA-Z_:][a-zA-Z0-9_:]*/g;
function recordedFor(rules, groups) {
    const recording = new Map();
    for (const rule of groups.flatMap((group) => group.rules)) {
        if (rule.kind === "recording")
            recording.set(rule.name, [...(recording.get(rule.name) ?? []), rule]);
    }
    const found = new Set();
    const open = [...rules];
    for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
        for (const [name] of rule.query.matchAll(IDENTIFIER)) {
            open.push(...(recording.get(name) ?? []).filter((one) => !found.has(one)));
            for (const one of recording.get(name) ?? [])
                found.add(one);
            recording.delete(name);
        }
    }
    return [...found];
}
function targetsRow({ targets, externalLabels }, scope) {
    const ours = targets.filter(({ labels }) => (0,_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .mayConcern */ .W5)((0,_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .withExternal */ .wc)(labels, externalLabels), scope));
    const judged = ours.length > 0 ? ours : targets;
    const whose = scope.labels.size === 0 ? "" : ours.length > 0 ? " in the scope" : "; none is in the scope, so all count";
    if (judged.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("targets", "nothing is scraped", "Make sure that Prometheus has targets: without them no rule can see anything.");
    const blind = judged.filter(({ health }) => health !== "up");
    if (blind.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("targets", `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(judged.length, "target")} up${whose}`);
    const remedy = "Bring them up, or remove them from Prometheus if they are gone: what is not scraped raises no alert.";
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("targets", `${blind.length} of ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(judged.length, "target")}${whose}: ${listed(blind.map(shownTarget))}`, remedy);
}
function shownTarget({ labels: { job = "", instance = "" }, health, lastError = "" }) {
    return `${job} ${instance} is ${health === "down" ? "down" : "not scraped yet"}${lastError === "" ? "" : ` (${lastError})`}`;
}
function watchdogRow(required, watched, managed) {
    if (!required)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .skipped */ .hT)("watchdog", "not required");
    const found = watched.alerts.find(({ labels, state }) => state === "firing" && (0,_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(labels) === WATCHDOG);
    if (found === undefined) {
        const remedy = "Check that Prometheus evaluates its rules; if the rule does not exist, add one that always fires or remove require-watchdog.";
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("watchdog", `${WATCHDOG} does not fire, but it always should`, remedy);
    }
    if (managed === undefined)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("watchdog", "it fires, but Alertmanager did not answer", "Run again when Alertmanager answers.");
    if ((0,_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .isManaged */ .yF)(found.labels, watched, managed))
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("watchdog", "it fires and reaches Alertmanager");
    const remedy = "After a restart this takes a minute or two: run again. If this persists, this Prometheus does not send its alerts to this Alertmanager.";
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("watchdog", "it fires but has not reached Alertmanager", remedy);
}
function pendingRow({ pending }, policy) {
    if (pending.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("pending", "none");
    const detail = `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(pending.length, "alert")} about to fire: ${listed(pending.map(shownAlert))}`;
    if (policy === "warn")
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .warn */ .R8)("pending", detail, "Wait to see whether they fire before you release.");
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)("pending", detail, "Wait until they are gone, or resolve their cause.");
}
function alertsRow({ firing, silenced }) {
    const quiet = silenced.length === 0 ? "" : `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(silenced.length, "alert")} silenced or inhibited`;
    if (firing.length > 0) {
        const detail = `${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(firing.length, "alert")} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .pluralize */ .td)(firing.length, "fires", "fire")}: ${listed(firing.map(shownAlert))}${quiet === "" ? "" : `; ${quiet}`}`;
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)("alerts", detail, "Resolve them before you release. Silence those that do not matter to this release in Alertmanager, by name and with an end time.");
    }
    if (silenced.length === 0)
        return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .pass */ .IX)("alerts", "none fires");
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .warn */ .R8)("alerts", `none fires, except ${quiet}: ${listed(silenced.map(shownQuiet))}`, "Check whether that was decided with this release in mind.");
}
function halfRow(firing, from) {
    const other = from === "Prometheus" ? "Alertmanager" : "Prometheus";
    const shown = firing === 0 ? "no alert" : (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(firing, "alert");
    return (0,_release_actions_report__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)("alerts", `${from} has ${shown} firing, but ${other} did not answer`, `Run again when ${other} answers.`);
}
function shownAlert({ name, severity, labels, known }) {
    const where = [labels["namespace"], labels["job"], labels["instance"]]
        .filter((value) => value !== undefined)
        .join(" ");
    const by = known === "alertmanager" ? ", known only to Alertmanager" : "";
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${name === "" ? "(no name)" : name} (${severity ?? "no severity"}${where === "" ? "" : `, ${where}`}${by})`), 200);
}
function shownQuiet(alert) {
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(`${shownAlert(alert)} ${quietBy(alert)}`, 300);
}
function quietBy({ silences, inhibited }) {
    const by = silences.map(({ createdBy, comment, endsAt }) => {
        const until = endsAt === undefined ? "" : ` until ${minute(endsAt)}`;
        return `silenced by ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(createdBy) || "nobody named"}${until}${comment === "" ? "" : `: ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(comment)}`}`;
    });
    return [...by, ...(inhibited ? ["inhibited by another alert"] : [])].join("; ");
}
function minute(time) {
    return `${new Date(time).toISOString().slice(0, 16)}Z`;
}
function listed(items) {
    const shown = items
        .slice(0, SHOWN)
        .map((item) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(item), 300))
        .join("; ");
    return items.length > SHOWN ? `${shown}; and ${items.length - SHOWN} more` : shown;
}


/***/ });
