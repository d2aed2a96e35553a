"use strict";
exports.id = 8890;
exports.ids = [8890];
exports.modules = {

/***/ 8890:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeAlerts: () => (/* binding */ judgeAlerts)
});

// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(494);
// EXTERNAL MODULE: ./packages/prometheus/index.ts + 6 modules
var packages_prometheus = __webpack_require__(7439);
;// CONCATENATED MODULE: ./actions/alerts-gate/ask.ts

const LOOK_BACK = 3_600_000;
async function askPrometheus(prometheus, scope, clock) {
    const started = clock.now();
    const version = await prometheus.version();
    const first = version === undefined ? await prometheus.rules() : undefined;
    const [rules, alerts, targets, external, ...values] = await Promise.all([
        first ?? prometheus.rules(),
        prometheus.alerts(),
        prometheus.targets(),
        prometheus.externalLabels(),
        ...[...scope.labels].map(async ([label, value]) => ({
            label,
            value,
            known: await prometheus.labelValues(label, started - LOOK_BACK),
        })),
    ]);
    const scraped = targets ?? (await targetsByQuery(prometheus, scope));
    const externalLabels = external ?? {};
    const watched = {
        version,
        groups: rules.value,
        alerts: everyAlert(rules.value, alerts.value),
        targets: scraped.value,
        externalLabels,
        warnings: [rules, alerts, scraped, ...values.flatMap(({ known }) => known ?? [])].flatMap(({ warnings }) => warnings),
        now: Math.max(clock.now(), rules.date ?? 0),
        date: rules.date,
    };
    const unseen = values.filter(({ label, value, known }) => known?.value.includes(value) !== true && !occurs(label, value, watched));
    return { ...watched, unseen: unseen.map(({ label, value }) => `${label}=${JSON.stringify(value)}`) };
}
function occurs(label, value, { groups, alerts, targets, externalLabels }) {
    if (externalLabels[label] === value)
        return true;
    if (label === "alertname")
        return groups.some(({ rules }) => rules.some(({ kind, name }) => kind === "alerting" && name === value));
    const has = ({ labels }) => labels[label] === value;
    return targets.some(has) || groups.some(({ rules }) => rules.some(has)) || alerts.some(has);
}
function everyAlert(groups, alerts) {
    const inRules = groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.alerts));
    return inRules.length === 0 ? alerts : [...alerts, ...inRules];
}
async function targetsByQuery(prometheus, { labels }) {
    const matchers = [...labels].map(([label, value]) => (0,packages_prometheus/* equals */.aI)(label, value));
    const scoped = await prometheus.query((0,packages_prometheus/* selector */.Pf)("up", matchers));
    const answer = seriesOf(scoped.value).length > 0 || matchers.length === 0 ? scoped : await prometheus.query("up");
    const value = seriesOf(answer.value).map(({ labels: series, value: up }) => {
        const health = up === 1 ? "up" : up === 0 ? "down" : "unknown";
        return { labels: series, health, lastError: undefined };
    });
    return { value, warnings: answer.warnings };
}
function seriesOf(result) {
    return result.kind === "vector" ? result.series : [];
}
async function askAlertmanager(alertmanager) {
    const status = await alertmanager.status();
    const [alerts, silences] = await Promise.all([alertmanager.alerts(), alertmanager.silences()]);
    return { status, alerts, silences };
}

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(3486);
;// CONCATENATED MODULE: ./actions/alerts-gate/scope.ts
const nameOf = (labels) => labels["alertname"] ?? "";
function isInScope(labels, { labels: wanted, severities, ignored }) {
    if (ignored.has(nameOf(labels)))
        return false;
    for (const [name, value] of wanted)
        if (labels[name] !== value)
            return false;
    const { severity = "" } = labels;
    return severities.size === 0 || severity === "" || severities.has(severity);
}
function canGive(name, own, { labels: wanted, severities, ignored }) {
    if (ignored.has(name))
        return false;
    for (const [label, value] of wanted)
        if (label !== "alertname" && contradicts(own[label], value))
            return false;
    if (contradicts(name, wanted.get("alertname")))
        return false;
    const severity = own["severity"];
    return (severities.size === 0 ||
        severity === undefined ||
        severity === "" ||
        isTemplate(severity) ||
        severities.has(severity));
}
function mayConcern(labels, { labels: wanted }) {
    for (const [label, value] of wanted)
        if (contradicts(labels[label], value))
            return false;
    return true;
}
function contradicts(given, wanted) {
    return given !== undefined && given !== "" && wanted !== undefined && given !== wanted && !isTemplate(given);
}
function isTemplate(value) {
    return value.includes("{{");
}

;// CONCATENATED MODULE: ./actions/alerts-gate/compare.ts

function compare({ alerts, externalLabels }, managed, scope) {
    const key = keyWithout(externalLabels);
    const silences = new Map(managed.silences.map((silence) => [silence.id, silence]));
    const copies = new Map();
    for (const alert of managed.alerts) {
        const own = key(alert.labels);
        const known = copies.get(own);
        if (known === undefined)
            copies.set(own, [alert]);
        else
            known.push(alert);
    }
    const found = { firing: [], pending: [], silenced: [] };
    const firing = new Set();
    const pending = new Set();
    for (const { labels, annotations, state, activeAt } of alerts) {
        const own = key(labels);
        const seen = state === "firing" ? firing : pending;
        if (seen.has(own))
            continue;
        seen.add(own);
        const effective = withExternal(labels, externalLabels);
        if (!isInScope(effective, scope))
            continue;
        const standing = { ...factsOf(effective, annotations), since: activeAt };
        if (state === "pending")
            found.pending.push({ ...standing, known: "prometheus", silences: [], inhibited: false });
        else
            place(standing, copies.has(own) ? "both" : "prometheus", copies.get(own) ?? []);
    }
    for (const [own, known] of copies) {
        const shown = firing.has(own) ? undefined : known.find(({ labels }) => isInScope(labels, scope));
        if (shown !== undefined)
            place({ ...factsOf(shown.labels, shown.annotations), since: shown.startsAt }, "alertmanager", known);
    }
    return {
        firing: found.firing.toSorted(worstFirst),
        pending: found.pending.toSorted(worstFirst),
        silenced: found.silenced.toSorted(worstFirst),
    };
    function place(standing, known, from) {
        const quiet = quietness(from, silences);
        found[quiet.silences.length > 0 || quiet.inhibited ? "silenced" : "firing"].push({ ...standing, known, ...quiet });
    }
}
function withExternal(labels, external) {
    for (const _ in external)
        return { ...external, ...labels };
    return labels;
}
function isManaged(labels, { externalLabels }, managed) {
    const key = keyWithout(externalLabels);
    const own = key(labels);
    return managed.alerts.some((alert) => key(alert.labels) === own);
}
function quietness(copies, silences) {
    const lasting = ({ silencedBy }) => silencedBy.flatMap((id) => silences.get(id) ?? []).filter(({ state }) => state === "active");
    const quiet = copies.length > 0 &&
        copies.every((copy) => copy.state === "suppressed" && (copy.inhibitedBy.length > 0 || lasting(copy).length > 0));
    if (!quiet)
        return { silences: [], inhibited: false };
    return {
        silences: [...new Set(copies.flatMap(lasting))],
        inhibited: copies.some(({ inhibitedBy }) => inhibitedBy.length > 0),
    };
}
function keyWithout(external) {
    return (labels) => {
        let key = "";
        for (const name of Object.keys(labels).sort()) {
            const value = labels[name];
            if (value !== "" && external[name] !== value)
                key += `${name.length}:${name}${value.length}:${value}`;
        }
        return key;
    };
}
function factsOf(labels, annotations) {
    return { name: nameOf(labels), severity: labels["severity"], labels, annotations };
}
const RANKS = new Map([["page", "critical"], ["error", "high", "major"], [], ["warning", "minor"], ["low"], ["info"], ["none"]].flatMap((words, rank) => words.map((word) => [word, rank])));
const UNKNOWN_RANK = 2;
function worstFirst(one, other) {
    return (rankOf(one) - rankOf(other) ||
        (one.since ?? 0) - (other.since ?? 0) ||
        (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}
function rankOf({ severity = "" }) {
    return RANKS.get(severity) ?? UNKNOWN_RANK;
}

// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
;// CONCATENATED MODULE: ./actions/alerts-gate/rows.ts

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
const ACCEPTED = {
    prometheus: ["pass"],
    alertmanager: ["pass"],
    scope: ["pass", "skipped"],
    rules: ["pass"],
    targets: ["pass"],
    watchdog: ["pass", "skipped"],
    pending: ["pass", "warn"],
    alerts: ["pass", "warn"],
};
function verdictOf(rows) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    if (rows.some(({ result }) => result === "invalid"))
        return "invalid";
    const proven = CHECKS.every((check) => rows.some((row) => row.check === check));
    return proven && rows.every(({ check, result }) => ACCEPTED[check].includes(result)) ? "passed" : "undecided";
}

;// CONCATENATED MODULE: ./actions/alerts-gate/checks.ts




const WATCHDOG = "Watchdog";
const SHOWN = 5;
function prometheusRow({ version, warnings }) {
    if (warnings.length > 0) {
        return (0,report/* unknown */.L5)("prometheus", `its answer may not be whole: ${listed(warnings)}`, "See that all stores behind the address answer, then run again.");
    }
    return (0,report/* pass */.IX)("prometheus", version === undefined ? "answered" : `answered, version ${version}`);
}
function alertmanagerRow({ status }) {
    const known = status.version === undefined ? "answered" : `answered, version ${status.version}`;
    if (status.cluster === "ready" || status.cluster === "disabled")
        return (0,report/* pass */.IX)("alertmanager", known);
    return (0,report/* unknown */.L5)("alertmanager", `${known}, but its cluster is ${status.cluster}: it may not have all alerts and silences yet`, "Run again in a minute.");
}
function scopeRow({ unseen }, { labels, severities }) {
    if (unseen.length > 0) {
        return (0,report/* unknown */.L5)("scope", `Prometheus has nothing with ${unseen.join(" and ")}`, "Check the spelling of namespace and matchers: what matches nothing is not proven quiet.");
    }
    const parts = [...labels].map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    if (severities.size > 0)
        parts.push(`severity ${[...severities].join(", ")} or none`);
    return parts.length === 0
        ? (0,report/* skipped */.hT)("scope", "all alerts count")
        : (0,report/* pass */.IX)("scope", `alerts with ${parts.join(" and ")} count`);
}
function rulesRow({ groups, alerts, now, date }, scope, maxStaleness) {
    const all = groups.flatMap(({ rules }) => rules);
    const watched = all.filter(({ kind, name, labels }) => kind === "alerting" && name !== WATCHDOG && canGive(name, labels, scope));
    if (watched.length === 0) {
        const remedy = "Check the address, namespace, matchers and severity, and that Prometheus has loaded its rules.";
        return (0,report/* unknown */.L5)("rules", "no alerting rule could give an alert that counts: nothing was checked", remedy);
    }
    const needed = new Set([...watched, ...recordedFor(watched, groups)]);
    const firing = new Set(alerts.filter(({ state }) => state === "firing").map(({ labels }) => nameOf(labels)));
    const problems = groups.flatMap(({ rules, interval }) => rules
        .filter((rule) => needed.has(rule))
        .flatMap((rule) => problemOf(rule, { now, date, limit: interval + maxStaleness }, firing) ?? []));
    if (problems.length > 0)
        return (0,report/* unknown */.L5)("rules", listed(problems), "Mend the rules, or see why Prometheus does not evaluate them: until then an alert may be missing.");
    const recorded = needed.size - watched.length;
    return (0,report/* pass */.IX)("rules", `${counted(watched.length, "alerting rule")}${recorded === 0 ? "" : ` and ${counted(recorded, "recording rule")} they read`} evaluated without error`);
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
        return `${shown} was evaluated ${inWords(age)} ago by this machine's clock, and lately by the server's: a clock is wrong, or a cache answered`;
    }
    if (age > limit)
        return `${shown} was last evaluated ${inWords(age)} ago`;
    if (age < -limit)
        return `${shown} was evaluated ${inWords(-age)} in the future: a clock is wrong`;
    if (kind === "alerting" && state === "firing" && !firing.has(name))
        return `${shown} fires, and none of its alerts is shown`;
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
    const ours = targets.filter(({ labels }) => mayConcern(withExternal(labels, externalLabels), scope));
    const judged = ours.length > 0 ? ours : targets;
    const whose = scope.labels.size === 0 ? "" : ours.length > 0 ? " of the scope" : "; none is of the scope, so all count";
    if (judged.length === 0)
        return (0,report/* unknown */.L5)("targets", "nothing is scraped", "See that Prometheus has targets: without them no rule can see anything.");
    const blind = judged.filter(({ health }) => health !== "up");
    if (blind.length === 0)
        return (0,report/* pass */.IX)("targets", `${counted(judged.length, "target")} up${whose}`);
    const remedy = "Bring them up, or have Prometheus no longer scrape what is gone: nobody sees alerts of what is not scraped.";
    return (0,report/* unknown */.L5)("targets", `${blind.length} of ${counted(judged.length, "target")}${whose}: ${listed(blind.map(shownTarget))}`, remedy);
}
function shownTarget({ labels: { job = "", instance = "" }, health, lastError = "" }) {
    return `${job} ${instance} is ${health === "down" ? "down" : "not scraped yet"}${lastError === "" ? "" : ` (${lastError})`}`;
}
function watchdogRow(required, watched, managed) {
    if (!required)
        return (0,report/* skipped */.hT)("watchdog", "not required");
    const found = watched.alerts.find(({ labels, state }) => state === "firing" && nameOf(labels) === WATCHDOG);
    if (found === undefined) {
        const remedy = "Check that Prometheus evaluates its rules; where there is no such rule, add one that always fires or leave require-watchdog out.";
        return (0,report/* unknown */.L5)("watchdog", `${WATCHDOG} does not fire, and it always should`, remedy);
    }
    if (managed === undefined)
        return (0,report/* unknown */.L5)("watchdog", "it fires, and Alertmanager cannot be asked for it", "Run again when Alertmanager answers.");
    if (isManaged(found.labels, watched, managed))
        return (0,report/* pass */.IX)("watchdog", "it fires and reaches Alertmanager");
    const remedy = "After a restart this takes a minute or two: run again. If it stays so, this Prometheus does not send its alerts to this Alertmanager.";
    return (0,report/* unknown */.L5)("watchdog", "it fires and has not reached Alertmanager", remedy);
}
function pendingRow({ pending }, policy) {
    if (pending.length === 0)
        return (0,report/* pass */.IX)("pending", "none");
    const detail = `${counted(pending.length, "alert")} about to fire: ${listed(pending.map(shownAlert))}`;
    if (policy === "warn")
        return (0,report/* warn */.R8)("pending", detail, "Wait whether they come to fire before you release.");
    return (0,report/* fail */.fJ)("pending", detail, "Wait until they are gone, or resolve what causes them.");
}
function alertsRow({ firing, silenced }) {
    const quiet = silenced.length === 0 ? "" : `${counted(silenced.length, "alert")} silenced or inhibited`;
    if (firing.length > 0) {
        const detail = `${firing.length === 1 ? "1 alert fires" : `${firing.length} alerts fire`}: ${listed(firing.map(shownAlert))}${quiet === "" ? "" : `; ${quiet}`}`;
        return (0,report/* fail */.fJ)("alerts", detail, "Resolve them before you release. What is known and does not matter to this release is silenced in Alertmanager, by name and until a time.");
    }
    if (silenced.length === 0)
        return (0,report/* pass */.IX)("alerts", "none fires");
    return (0,report/* warn */.R8)("alerts", `none fires, but for ${quiet}: ${listed(silenced.map(shownQuiet))}`, "Look whether that was decided with this release in mind.");
}
function halfRow(firing, from) {
    const other = from === "Prometheus" ? "Alertmanager" : "Prometheus";
    const shown = firing === 0 ? "no alert" : counted(firing, "alert");
    return (0,report/* unknown */.L5)("alerts", `${from} has ${shown} firing, and ${other} gave no answer`, `Run again when ${other} answers.`);
}
function shownAlert({ name, severity, labels, known }) {
    const where = [labels["namespace"], labels["job"], labels["instance"]]
        .filter((value) => value !== undefined)
        .join(" ");
    const by = known === "alertmanager" ? ", known to Alertmanager alone" : "";
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${name === "" ? "(no name)" : name} (${severity ?? "no severity"}${where === "" ? "" : `, ${where}`}${by})`), 200);
}
function shownQuiet(standing) {
    return (0,packages_text/* shorten */.ml)(`${shownAlert(standing)} ${quietBy(standing)}`, 300);
}
function quietBy({ silences, inhibited }) {
    const by = silences.map(({ createdBy, comment, endsAt }) => {
        const until = endsAt === undefined ? "" : ` until ${minute(endsAt)}`;
        return `silenced by ${(0,packages_text/* oneLine */.TN)(createdBy) || "nobody named"}${until}${comment === "" ? "" : `: ${(0,packages_text/* oneLine */.TN)(comment)}`}`;
    });
    return [...by, ...(inhibited ? ["inhibited by another alert"] : [])].join("; ");
}
function minute(time) {
    return `${new Date(time).toISOString().slice(0, 16)}Z`;
}
function listed(items) {
    const shown = items
        .slice(0, SHOWN)
        .map((item) => (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(item), 300))
        .join("; ");
    return items.length > SHOWN ? `${shown}; and ${items.length - SHOWN} more` : shown;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function inWords(milliseconds) {
    const minutes = Math.floor(milliseconds / 60_000);
    if (minutes < 2)
        return `${Math.floor(milliseconds / 1000)} s`;
    return minutes < 120
        ? `${minutes} min`
        : minutes < 2_880
            ? `${Math.floor(minutes / 60)} h`
            : `${Math.floor(minutes / 1440)} days`;
}

;// CONCATENATED MODULE: ./actions/alerts-gate/report.ts




const VERDICTS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const DECISIVE = { refused: "fail", invalid: "invalid", undecided: "unknown" };
const ROWS = 50;
const MATTERING = [
    "service",
    "namespace",
    "deployment",
    "statefulset",
    "pod",
    "container",
    "job",
    "instance",
    "node",
    "cluster",
];
const SHOWN_LABELS = 4;
function logRows(io, rows) {
    for (const { check, result, detail, remedy = "" } of rows) {
        if (result === "warn")
            io.warning(`${check}: ${detail}${remedy === "" ? "" : `\n${remedy}`}`);
        else
            io.info(`${report/* CHECK_WORDS */.DP[result]}  ${check}: ${detail}`);
    }
}
function problemsOf(rows) {
    const verdict = verdictOf(rows);
    if (verdict === "passed")
        return [];
    const decisive = rows.filter(({ result }) => result === DECISIVE[verdict]);
    return decisive.map(({ check, detail, remedy }) => ({
        what: `${check}: ${detail}`,
        ...(remedy !== undefined && { remedy }),
    }));
}
function summaryOf(rows, { firing, pending, silenced }, scope) {
    return [
        (0,packages_text/* heading */.R_)("alerts-gate"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(VERDICTS[verdictOf(rows)])]),
        (0,packages_text/* table */.tp)(["Check", "Result", "Detail", "Remedy"], rows.map(({ check, result, detail, remedy = "" }) => [
            check,
            report/* CHECK_WORDS */.DP[result],
            detail,
            result === "pass" || result === "skipped" ? "" : remedy,
        ])),
        ...alertTable("Firing", firing, scope),
        ...alertTable("Silenced or inhibited", silenced, scope),
        ...alertTable("Pending", pending, scope),
    ];
}
function alertTable(title, alerts, scope) {
    if (alerts.length === 0)
        return [];
    const quiet = alerts.some(({ silences, inhibited }) => silences.length > 0 || inhibited);
    const rows = alerts.slice(0, ROWS).map((standing) => {
        const { name, severity, since, labels, annotations } = standing;
        const runbook = runbookOf(annotations);
        return [
            (0,packages_text/* code */.aY)(cut(name)),
            cut(severity ?? "none given"),
            since === undefined ? "" : minute(since),
            cut(matteringLabels(labels, scope), 300),
            runbook === undefined ? "" : (0,packages_text/* link */.nf)("runbook", runbook),
            ...(quiet ? [cut(quietBy(standing), 300)] : []),
        ];
    });
    const columns = ["Alert", "Severity", "Since", "Labels", "Runbook", ...(quiet ? ["Quiet because"] : [])];
    const more = alerts.length > ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${alerts.length - ROWS} more`)] : [];
    return [(0,packages_text/* heading */.R_)(`${title} (${alerts.length})`, 3), (0,packages_text/* table */.tp)(columns, rows), ...more];
}
function matteringLabels(labels, scope) {
    const rest = Object.keys(labels).filter((name) => name !== "alertname" && name !== "severity" && !scope.labels.has(name));
    const place = (name) => (MATTERING.includes(name) ? MATTERING.indexOf(name) : MATTERING.length);
    const ordered = rest.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
    const shown = ordered
        .slice(0, SHOWN_LABELS)
        .map((name) => `${name}=${cut(labels[name] ?? "", 80)}`)
        .join(", ");
    return ordered.length > SHOWN_LABELS ? `${shown}, …` : shown;
}
function runbookOf({ runbook_url: url, runbook }) {
    return [url, runbook].find((address) => address?.startsWith("https://") === true);
}
function cut(text, max = 120) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), max);
}
function outputsOf({ firing, pending, silenced }) {
    return { firing: listOutput(firing), pending: listOutput(pending), silenced: listOutput(silenced) };
}
function listOutput(alerts) {
    return (0,report/* fittingItems */.K8)(alerts.map(outputOf));
}
function outputOf({ name, severity, since, labels, annotations, known, silences, inhibited }) {
    const runbook = runbookOf(annotations);
    const { summary } = annotations;
    return {
        alert: name,
        severity: severity ?? null,
        since: since === undefined ? null : new Date(since).toISOString(),
        labels,
        ...(summary !== undefined && { summary: (0,packages_text/* shorten */.ml)(summary, 500) }),
        ...(runbook !== undefined && { runbook }),
        known,
        ...((silences.length > 0 || inhibited) && {
            silencedBy: silences.map(({ id, createdBy, comment, endsAt }) => ({
                id,
                createdBy,
                comment: (0,packages_text/* shorten */.ml)(comment, 500),
                until: endsAt === undefined ? null : new Date(endsAt).toISOString(),
            })),
            inhibited,
        }),
    };
}

// EXTERNAL MODULE: ./actions/alerts-gate/settings.ts
var settings = __webpack_require__(683);
;// CONCATENATED MODULE: ./actions/alerts-gate/gate.ts









const NONE = { firing: [], pending: [], silenced: [] };
async function judgeAlerts(context) {
    const { inputs, io } = context;
    const scope = (0,settings/* scopeOf */.O)(inputs);
    const { watched, managed } = await askBoth(context, scope);
    const { rows, compared } = judge(watched, managed, scope, inputs);
    logRows(io, rows);
    if (inputs.summary)
        io.summary(...summaryOf(rows, compared, scope));
    const complete = "answer" in watched && "answer" in managed;
    const outputs = complete ? { ...outputsOf(compared), count: compared.firing.length } : {};
    const details = { problems: problemsOf(rows), outputs };
    return { verdict: verdictOf(rows), outputs, details };
}
async function askBoth(context, scope) {
    const { prometheusUrl, alertmanagerUrl } = context.inputs;
    const credential = credentialOf(context.inputs);
    const [watched, managed] = await Promise.all([
        asked("prometheus", context, (http) => askPrometheus((0,packages_prometheus/* openPrometheus */.jL)({ http, url: prometheusUrl, credential }), scope, context.clock)),
        asked("alertmanager", context, (http) => askAlertmanager((0,packages_prometheus/* openAlertmanager */.qI)({ http, url: alertmanagerUrl, credential }))),
    ]);
    return { watched, managed };
}
async function asked(check, context, work) {
    const { inputs, io, clock, host, endpoints } = context;
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    try {
        const http = (0,packages_http.openHttp)({ io, signal, clock, network: host.network, endpoints, allowHttp: inputs.allowHttp });
        try {
            return { answer: await work(http) };
        }
        finally {
            over.abort();
            http.close();
        }
    }
    catch (error) {
        return { row: (0,report/* unanswered */.bj)(check, error) };
    }
}
function judge(watched, managed, scope, { requireWatchdog, pending, maxStaleness }) {
    const answered = "answer" in managed ? managed.answer : undefined;
    const managedRow = "answer" in managed ? alertmanagerRow(managed.answer) : managed.row;
    if (!("answer" in watched)) {
        const active = answered?.alerts.filter(({ state, labels }) => state !== "suppressed" && isInScope(labels, scope)).length;
        return {
            rows: [watched.row, managedRow, ...(active === undefined ? [] : [halfRow(active, "Alertmanager")])],
            compared: NONE,
        };
    }
    const { answer } = watched;
    const compared = compare(answer, answered ?? { status: { version: undefined, cluster: "" }, alerts: [], silences: [] }, scope);
    const rows = [
        prometheusRow(answer),
        managedRow,
        scopeRow(answer, scope),
        rulesRow(answer, scope, maxStaleness),
        targetsRow(answer, scope),
        watchdogRow(requireWatchdog, answer, answered),
        pendingRow(compared, pending),
        answered === undefined ? halfRow(compared.firing.length, "Prometheus") : alertsRow(compared),
    ];
    return { rows, compared };
}
function credentialOf({ token, username, password }) {
    if (token !== undefined)
        return { header: "authorization", value: `Bearer ${token}` };
    return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}


/***/ })

};
;