"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   wc: () => (/* binding */ withExternal),
/* harmony export */   yF: () => (/* binding */ isManaged)
/* harmony export */ });
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7972);

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
        if (!(0,_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .isInScope */ .yX)(effective, scope))
            continue;
        const alert = { ...factsOf(effective, annotations), since: activeAt };
        if (state === "pending")
            found.pending.push({ ...alert, known: "prometheus", silences: [], inhibited: false });
        else
            place(alert, copies.has(own) ? "both" : "prometheus", copies.get(own) ?? []);
    }
    for (const [own, known] of copies) {
        const shown = firing.has(own) ? undefined : known.find(({ labels }) => (0,_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .isInScope */ .yX)(labels, scope));
        if (shown !== undefined)
            place({ ...factsOf(shown.labels, shown.annotations), since: shown.startsAt }, "alertmanager", known);
    }
    return {
        firing: found.firing.toSorted(worstFirst),
        pending: found.pending.toSorted(worstFirst),
        silenced: found.silenced.toSorted(worstFirst),
    };
    function place(alert, known, from) {
        const quiet = quietness(from, silences);
        found[quiet.silences.length > 0 || quiet.inhibited ? "silenced" : "firing"].push({ ...alert, known, ...quiet });
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
    return { name: (0,_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(labels), severity: labels["severity"], labels, annotations };
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


/***/ });
