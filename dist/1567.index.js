"use strict";
exports.id = 1567;
exports.ids = [1567,861];
exports.modules = {

/***/ 1567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeMetrics: () => (/* binding */ judgeMetrics)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var packages_files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/prometheus/index.ts + 4 modules
var packages_prometheus = __webpack_require__(9349);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/prometheus/promql.ts
var promql = __webpack_require__(6232);
// EXTERNAL MODULE: ./node_modules/@prometheus-io/lezer-promql/dist/index.es.js + 3 modules
var index_es = __webpack_require__(6828);
;// CONCATENATED MODULE: ./packages/prometheus/unquote.ts
const SIMPLE = {
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
    "\\": "\\",
    '"': '"',
    "'": "'",
};
const ESCAPE = /\\(?:([abfnrtv\\"'])|x([0-7][0-9a-fA-F])|([01][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|\\/g;
function unquoted(text) {
    const inside = text.slice(1, -1);
    if (text.startsWith("`"))
        return inside.replaceAll("\r", "");
    let isWhole = true;
    const plain = inside.replace(ESCAPE, (_, simple, hex, octal, short, long) => {
        if (simple !== undefined)
            return SIMPLE[simple];
        const code = octal === undefined ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
        isWhole &&= code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
        return isWhole ? String.fromCodePoint(code) : "";
    });
    return isWhole ? plain : undefined;
}

;// CONCATENATED MODULE: ./packages/prometheus/selectors.ts


const EXPERIMENTAL = new Set(["AnchoredExpr", "SmoothedExpr", "FillModifier"]);
const WHOLE_TEXT = /^(?:"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`)$/;
function selectorsIn(query) {
    const found = [];
    let stuck;
    let name;
    index_es/* parser */.K3D.parse(query).iterate({
        enter: ({ node }) => {
            if (stuck !== undefined)
                return false;
            if (node.name === "Identifier")
                name = node;
            stuck = problemAt(query, node, name);
            if (stuck !== undefined || node.name !== "VectorSelector")
                return;
            const selector = readSelector(query, node);
            if ("offset" in selector)
                stuck = selector;
            else
                found.push(selector);
        },
    });
    return stuck ?? found;
}
function problemAt(query, node, name) {
    const { from: offset, to } = node;
    if (node.type.isError) {
        const isCall = name !== undefined && query[offset] === "(" && query.slice(name.to, offset).trim() === "";
        return isCall ? { offset: name.from, unknownFunction: query.slice(name.from, name.to) } : { offset };
    }
    switch (node.name) {
        case "LineComment": {
            const end = query.slice(offset, to - 1).indexOf("\r");
            return end === -1 ? undefined : { offset: offset + end };
        }
        case "StringLiteral":
            return WHOLE_TEXT.test(query.slice(offset, to)) ? undefined : { offset };
        default:
            return EXPERIMENTAL.has(node.name) ? { offset } : undefined;
    }
}
function readSelector(query, node) {
    const { from: start, to: end, firstChild, lastChild } = node;
    const name = firstChild?.name === "Identifier" ? query.slice(firstChild.from, firstChild.to) : undefined;
    const braces = lastChild?.name === "LabelMatchers" ? lastChild : undefined;
    if (braces === undefined)
        return { metric: name, matchers: [], start, end, insertAt: end, before: "{", after: "}" };
    const names = name === undefined ? [] : [name];
    const matchers = [];
    let insertAt = braces.from + 1;
    for (let child = braces.firstChild; child !== null; child = child.nextSibling) {
        if (child.name === "LineComment")
            continue;
        const part = child.name === "QuotedLabelName" ? textOf(query, child) : matcherOf(query, child);
        if (part === undefined)
            return { offset: child.from };
        if (typeof part === "string")
            names.push(part);
        else
            matchers.push(part);
        insertAt = child.to;
    }
    const named = matchers.filter(({ label }) => label === "__name__");
    if (names.length > 1 || (names.length === 1 && named.length > 0))
        return { offset: start };
    const only = named.length === 1 && named[0]?.operator === "=" ? named[0].value : "";
    const metric = names[0] ?? (only === "" ? undefined : only);
    const comma = /^(?:\s|#[^\n]*\n)*,/.exec(query.slice(insertAt, end))?.[0].length ?? 0;
    const isFirst = insertAt === braces.from + 1 || comma > 0;
    return { metric, matchers, start, end, insertAt: insertAt + comma, before: isFirst ? "" : ",", after: "" };
}
function matcherOf(query, node) {
    const operator = node.getChild("MatchOp");
    const plain = node.getChild("LabelName");
    const label = plain === null ? textOf(query, node.getChild("QuotedLabelName")) : query.slice(plain.from, plain.to);
    const value = textOf(query, node.getChild("StringLiteral"));
    if (operator === null || label === undefined || value === undefined)
        return undefined;
    return { label, operator: query.slice(operator.from, operator.to), value };
}
function textOf(query, node) {
    return node === null ? undefined : unquoted(query.slice(node.from, node.to));
}

;// CONCATENATED MODULE: ./packages/prometheus/inject.ts




const SELECTOR = "$selector";
function withMatchers(query, matchers) {
    if (query.includes(SELECTOR))
        return atPlaceholder(query, matchers);
    const found = understood(query);
    if (found.length === 0)
        throw (0,action/* invalid */.Gq)(`the query reads no metric: ${show(query)}`, {
            remedy: "Name a metric: a number alone says nothing about a release.",
        });
    const everything = found.find(selectsEverything);
    if (everything !== undefined) {
        const { start, end } = everything;
        throw (0,action/* invalid */.Gq)(`${show(query.slice(start, end))} selects everything, which Prometheus refuses: ${show(query)}`, {
            remedy: "Name a metric, or a label that has a value.",
        });
    }
    let injected = "";
    let end = 0;
    for (const selector of found) {
        const added = missing(selector, matchers, query);
        injected += query.slice(end, selector.insertAt);
        end = selector.insertAt;
        if (added.length > 0)
            injected += selector.before + added.map(promql/* matcherText */.sE).join(",") + selector.after;
    }
    return { query: injected + query.slice(end), metrics: metricsOf(found) };
}
function inject_readSelector(text) {
    const found = selectorsIn(text);
    const [first, ...more] = "offset" in found ? [] : found;
    const bare = first !== undefined && more.length === 0 && isBare(text, first);
    if (bare && first.metric !== undefined)
        return { metric: first.metric, matchers: first.matchers.filter(({ label }) => label !== "__name__") };
    throw (0,action/* invalid */.Gq)(`not a selector of one metric: ${show(text)}`, {
        remedy: 'Write only the metric and its labels, such as http_requests_total{code="500"}; its growth is computed here.',
    });
}
function readMatchers(text) {
    const found = selectorsIn(`{${text}\n}`);
    const [first, ...more] = "offset" in found ? [] : found;
    if (first !== undefined && more.length === 0 && first.metric === undefined && first.matchers.length > 0)
        return first.matchers;
    throw (0,action/* invalid */.Gq)(`not label matchers: ${show(text)}`, { remedy: 'Write label="value", several separated by commas.' });
}
function atPlaceholder(query, matchers) {
    const inside = matchers.map(promql/* matcherText */.sE).join(",");
    const injected = query.replaceAll(SELECTOR, () => inside);
    const found = selectorsIn(injected);
    if ("offset" in found)
        return { query: injected, metrics: [] };
    const isIn = ({ matchers: own }) => matchers.every((wanted) => own.some((one) => (0,promql/* matcherText */.sE)(one) === (0,promql/* matcherText */.sE)(wanted)));
    if (found.some(isIn))
        return { query: injected, metrics: metricsOf(found) };
    throw (0,action/* invalid */.Gq)(`${SELECTOR} is in no selector of the query: ${show(query)}`, {
        remedy: `Put it between the braces of a metric, as in http_requests_total{${SELECTOR}}.`,
    });
}
function understood(query) {
    const found = selectorsIn(query);
    if (!("offset" in found))
        return found;
    const { offset, unknownFunction } = found;
    const where = `put ${SELECTOR} between the braces of each selector to say where the matchers belong.`;
    if (unknownFunction !== undefined) {
        throw (0,action/* invalid */.Gq)(`the query calls ${show(unknownFunction)}, which is not a known function: ${show(query)}`, {
            remedy: `Correct it, or ${where}`,
        });
    }
    throw (0,action/* invalid */.Gq)(`the query is not understood from ${show(query.slice(offset, offset + 40))} on: ${show(query)}`, {
        remedy: `Correct it, or write it with the functions and operators of PromQL 2; ${where}`,
    });
}
function selectsEverything({ metric, matchers }) {
    return metric === undefined && matchers.every(takesEmpty);
}
function takesEmpty({ operator, value }) {
    const choices = operator.endsWith("~") ? value.split("|") : [value];
    const isEmptyTaken = choices.some((one) => one === "" || (one === ".*" && operator.endsWith("~")));
    return operator.startsWith("!") ? !isEmptyTaken : isEmptyTaken;
}
function missing({ matchers: own }, matchers, query) {
    return matchers.filter((wanted) => {
        const same = own.filter(({ label }) => label === wanted.label);
        const other = same.find(({ operator, value }) => operator === "=" && wanted.operator === "=" && value !== wanted.value);
        if (other === undefined)
            return !same.some(({ operator, value }) => operator === wanted.operator && value === wanted.value);
        throw (0,action/* invalid */.Gq)(`the query requires ${(0,promql/* matcherText */.sE)(other)} and the selector ${(0,promql/* matcherText */.sE)(wanted)}: ${show(query)}`, {
            remedy: "Remove the label from the query.",
        });
    });
}
function isBare(text, { start, end }) {
    return text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
}
function metricsOf(found) {
    return [...new Set(found.flatMap(({ metric }) => metric ?? []))];
}
function show(text) {
    return JSON.stringify((0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), 120));
}

// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
;// CONCATENATED MODULE: ./packages/slo/gate.ts
const MAX_LATENESS = 0.5;
const LATE = {
    kind: "none",
    sample: "skipped",
    detail: "its time had passed when the tick before it ended",
};
async function runGate(run) {
    const { source, judge, objectives, schedule, clock, signal } = run;
    const { warmup, interval, ticks, ingestDelay } = schedule;
    const started = clock.monotonic();
    const origin = clock.now();
    for (let tick = 0; tick < ticks; tick += 1) {
        const from = warmup + tick * interval;
        const window = { tick, from: origin + from, to: origin + from + interval };
        const due = started + from + interval + ingestDelay;
        const wait = due - clock.monotonic();
        if (wait > 0) {
            run.onWait?.(tick, wait);
            await clock.sleep(wait, signal);
        }
        signal?.throwIfAborted();
        const isLate = clock.monotonic() - due > interval * MAX_LATENESS;
        const measurements = isLate ? Array.from({ length: objectives }, () => LATE) : await source.measure(window);
        const samples = judge.observe(tick, measurements);
        const standing = judge.standing();
        run.onTick?.({ window, samples, standing });
        if (standing.certain)
            return standing;
    }
    return judge.standing();
}

;// CONCATENATED MODULE: ./packages/slo/numbers.ts
function percent(share) {
    return `${numbers_short(share * 100)} %`;
}
function numbers_short(value) {
    if (!Number.isFinite(value))
        return value > 0 ? "unbounded" : String(value);
    return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
function eValue(value) {
    if (value > 1e6)
        return "over a million";
    return value < 0.01 ? "under 0.01" : numbers_short(value);
}
function count(number, noun) {
    return `${numbers_short(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function span(ticks, secondsPerTick) {
    if (secondsPerTick === undefined)
        return count(Math.ceil(ticks), "more tick");
    const minutes = Math.ceil((ticks * secondsPerTick) / 60);
    return minutes < 120 ? count(minutes, "more minute") : count(Math.ceil(minutes / 60), "more hour");
}

;// CONCATENATED MODULE: ./packages/slo/ln-gamma.ts
function lnGamma(x) {
    let shift = 0;
    let at = x;
    for (; at < 10; at++)
        shift += Math.log(at);
    const inverse = 1 / at;
    const square = inverse * inverse;
    const series = inverse *
        (1 / 12 -
            square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360_360)))));
    return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
function lnBeta(a, b) {
    return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

;// CONCATENATED MODULE: ./packages/slo/share.ts

function shareTotals() {
    const sum = { total: 0, least: 0, most: 0, squares: 0, ticks: 0 };
    return {
        observe({ total, bad }) {
            if (!(total > 0))
                return;
            sum.total += total;
            sum.least += Math.min(bad.least, total);
            sum.most += Math.min(bad.most, total);
            sum.squares += Math.min(bad.most, total) ** 2 / total;
            sum.ticks += 1;
        },
        requests: () => sum.total,
        ticks: () => sum.ticks,
        least: () => sum.least / sum.total,
        most: () => sum.most / sum.total,
        dispersion() {
            const share = sum.most / sum.total;
            if (sum.ticks < 2 || !(share > 0 && share < 1))
                return 1;
            const pearson = (sum.squares - sum.most * share) / (share * (1 - share));
            return Math.max(1, pearson / (sum.ticks - 1));
        },
    };
}
function logUnder(totals, alternative) {
    const share = totals.most();
    if (!(share < alternative))
        return 0;
    return (totals.requests() * divergence(share, alternative)) / cautious(totals);
}
function cautious(totals) {
    const ticks = Math.max(2, totals.ticks());
    return 1 + (totals.dispersion() - 1) * (1 + (10 / (ticks - 1)) ** 2);
}
function requestsFor(needed, totals, alternative) {
    const share = totals.most();
    if (!(share < alternative))
        return Infinity;
    return (needed * cautious(totals)) / divergence(share, alternative);
}
function shareInterval(totals, limit, alpha) {
    const requests = totals.requests();
    if (!(requests > 0))
        return undefined;
    const [least, most] = [totals.least(), totals.most()];
    const needed = Math.log(1 / alpha) * totals.dispersion();
    const againstLow = mixtureAgainst(least, limit, requests);
    const againstHigh = mixtureAgainst(most, limit, requests);
    const low = least > 0 ? crossing((p) => againstLow(p) >= needed, 0, least) : 0;
    const high = most < 1 ? crossing((p) => againstHigh(p) < needed, most, 1) : 1;
    return { value: (least + most) / 2, low, high };
}
function mixtureAgainst(share, limit, requests) {
    const [bad, good] = [share * requests, (1 - share) * requests];
    const [a, b] = [0.5, (0.5 * (1 - limit)) / limit];
    const logMixture = lnBeta(a + bad, b + good) - lnBeta(a, b);
    return (p) => logMixture - times(bad, Math.log(p)) - times(good, Math.log1p(-p));
}
function crossing(holds, from, to) {
    let [inside, outside] = [from, to];
    for (let round = 0; round < 30; round++) {
        const middle = (inside + outside) / 2;
        if (holds(middle))
            inside = middle;
        else
            outside = middle;
    }
    return (inside + outside) / 2;
}
function divergence(share, from) {
    return times(share, Math.log(share / from)) + times(1 - share, Math.log((1 - share) / (1 - from)));
}
function times(factor, log) {
    return factor === 0 ? 0 : factor * log;
}

;// CONCATENATED MODULE: ./packages/slo/doubts.ts


function noDataDoubt({ counting }, { policy }) {
    const inARow = Math.max(2, Math.floor(policy.ticks / 5));
    if (counting.answered() === 0)
        return `no answer in ${count(policy.ticks, "tick")}${kinds(counting.counts())}`;
    if (counting.missing() > policy.ticks / 2)
        return `no answer in ${counting.missing()} of ${count(policy.ticks, "tick")}${kinds(counting.counts())}, more than half`;
    if (counting.longestMissing() <= inARow)
        return undefined;
    return `no answer in ${count(counting.longestMissing(), "tick")} one after the other${kinds(counting.counts())}, more than ${inARow}`;
}
function kinds(counts) {
    const missing = ["no-data", "invalid", "query-error", "partial", "skipped"].filter((sample) => (counts[sample] ?? 0) > 0);
    return missing.length === 0 ? "" : ` (${missing.map((sample) => `${sample} ${counts[sample]}`).join(", ")})`;
}
function doubtsOf(tracker, run) {
    const { objective, counting, totals } = tracker;
    const { policy } = run;
    const samples = counting.answered();
    const tooFewAnswers = [
        ...(samples < Math.max(1, policy.minSamples)
            ? [`${count(samples, "answered tick")}, ${policy.minSamples} needed`]
            : []),
        ...(counting.missingNow() > 1 ? [`no answer in the last ${count(counting.missingNow(), "tick")}`] : []),
    ];
    if (objective.kind === "value")
        return tooFewAnswers;
    const requests = totals.requests();
    if (!(requests > 0))
        return ["no requests at all", ...tooFewAnswers];
    const tooFewRequests = requests < policy.minRequests
        ? [`${count(requests, "request")}, ${policy.minRequests} needed${more(policy.minRequests, tracker, run)}`]
        : [];
    return [...tooFewAnswers, ...tooFewRequests, ...doubtsOfShare(tracker, run), ...doubtsOfRatio(tracker, run)];
}
function doubtsOfShare(tracker, run) {
    const { objective, totals, evidence } = tracker;
    if (objective.kind !== "proportion")
        return [];
    const [alternative, needed] = [twice(objective.limit), Math.log(1 / run.policy.alpha)];
    if (!(totals.most() < objective.limit))
        return [`not under the limit, and not proven over it${evidenceText(tracker, run)}`];
    if (evidence && evidence.logValue() >= Math.log(run.needed) / 2)
        return [`under the limit on the whole, but too much speaks against it${evidenceText(tracker, run)}`];
    if (logUnder(totals, alternative) >= needed)
        return [];
    const wanted = requestsFor(needed, totals, alternative);
    return [
        `too few requests to tell it from ${percent(alternative)}: about ${numbers_short(Math.ceil(wanted))} needed${more(wanted, tracker, run)}`,
    ];
}
function twice(limit) {
    return Math.min(2 * limit, (1 + limit) / 2);
}
function doubtsOfRatio({ objective, evidence, totals }, { policy }) {
    if (objective.kind !== "proportion" || objective.maxRatio === undefined || !evidence?.baseline)
        return [];
    const { baseline } = evidence;
    const wanted = Math.max(1, policy.minRequests);
    if (baseline.requests() < wanted)
        return [`${count(baseline.requests(), "request")} at the baseline, ${wanted} needed`];
    const needed = Math.log(1 / policy.alpha);
    const far = 2 * objective.maxRatio;
    if (baseline.logUnder(far) >= needed)
        return [];
    const looksBad = (baseline.ratio(policy.alpha)?.value ?? 0) > far;
    if (!looksBad && logUnder(totals, objective.limit) >= needed)
        return [];
    return [
        `too few bad requests to tell the ratio from ${numbers_short(far)}${looksBad ? ", and it looks worse" : ", and too many to do without it"}`,
    ];
}
function evidenceText({ evidence }, { needed }) {
    return evidence ? `: evidence ${eValue(Math.exp(evidence.logValue()))}, ${numbers_short(needed)} refuse` : "";
}
function more(wanted, { totals }, { policy, done }) {
    const perTick = totals.requests() / done;
    const ticks = (wanted - totals.requests()) / perTick;
    return Number.isFinite(ticks) ? `, about ${span(ticks, policy.secondsPerTick)} at this rate` : "";
}

;// CONCATENATED MODULE: ./packages/slo/objective-standing.ts



function standingOf(tracker, run) {
    const { objective, counting, totals, evidence } = tracker;
    const share = objective.kind === "proportion" ? shareInterval(totals, objective.limit, run.policy.alpha) : undefined;
    const ratio = evidence?.baseline?.ratio(run.policy.alpha);
    const { verdict, certain, reason } = judged(tracker, run, share, ratio);
    return {
        objective,
        verdict,
        certain,
        reason,
        counts: counting.counts(),
        episodes: counting.episodes(),
        requests: totals.requests(),
        ...(evidence && { evidence: { value: Math.exp(evidence.logValue()), needed: run.needed } }),
        ...(share && { share }),
        ...(ratio && { ratio }),
    };
}
function judged(tracker, run, share, ratio) {
    const { policy, done, needed } = run;
    const { counting, evidence } = tracker;
    const measured = [shareText(tracker, share), ratioText(tracker, ratio)]
        .filter((text) => text !== undefined)
        .join("; ");
    const numbers = measured === "" ? "" : `${measured}; `;
    const unsound = tracker.unsound();
    if (unsound !== undefined)
        return { verdict: "undecided", certain: done >= policy.ticks, reason: unsound };
    if (evidence && tracker.totals.requests() >= 1 && evidence.logLargest() >= Math.log(needed)) {
        const against = evidence.strongest() === "baseline" ? "worse than the baseline" : "over the limit";
        return {
            verdict: "refused",
            certain: true,
            reason: `${numbers}${against}: evidence ${eValue(Math.exp(evidence.logLargest()))}, ${numbers_short(needed)} refuse`,
        };
    }
    const counted = countedByEpisodes(tracker, policy) ? counting.episodes() : 0;
    const episodes = `${count(counting.episodes(), "episode")} of violations in ${count(counting.answered(), "answered tick")}`;
    if (counted > policy.maxViolations)
        return {
            verdict: "refused",
            certain: true,
            reason: `${numbers}${episodes}, at most ${policy.maxViolations} allowed`,
        };
    if (counted > 0 && counting.longestEpisode() > policy.maxViolations) {
        return {
            verdict: "refused",
            certain: true,
            reason: `${numbers}${episodes}, one of ${count(counting.longestEpisode(), "violation")}, more than ${policy.maxViolations}`,
        };
    }
    if (done < policy.ticks)
        return {
            verdict: "undecided",
            certain: false,
            reason: `${numbers}${done} of ${count(policy.ticks, "tick")} measured`,
        };
    if (counted > 0)
        return {
            verdict: "refused",
            certain: true,
            reason: `${numbers}${episodes}: so few do not end a run, and only one without any passes`,
        };
    const noData = noDataDoubt(tracker, run);
    if (noData !== undefined)
        return {
            verdict: policy.onNoData === "refuse" ? "refused" : "undecided",
            certain: true,
            reason: `${numbers}${noData}`,
        };
    const doubts = doubtsOf(tracker, run);
    if (doubts.length > 0)
        return { verdict: "undecided", certain: true, reason: `${numbers}${doubts.join("; ")}` };
    return { verdict: "passed", certain: true, reason: measured === "" ? episodes : measured };
}
function countedByEpisodes({ objective }, { mode }) {
    return objective.kind === "value" || mode === "count";
}
function shareText({ objective, totals }, share) {
    if (objective.kind !== "proportion" || !share)
        return undefined;
    const range = `surely between ${percent(share.low)} and ${percent(share.high)}`;
    return `${percent(share.value)} of ${count(totals.requests(), "request")} bad (${range}), limit ${percent(objective.limit)}`;
}
function ratioText({ objective }, ratio) {
    if (objective.kind !== "proportion" || objective.maxRatio === undefined || !ratio)
        return undefined;
    const value = Number.isFinite(ratio.value)
        ? `${numbers_short(ratio.value)} times the baseline's share`
        : "the baseline has none";
    const upTo = Number.isFinite(ratio.high) ? `and ${numbers_short(ratio.high)}` : "and more than can be told";
    return `${value} (surely between ${numbers_short(ratio.low)} ${upTo}), at most ${numbers_short(objective.maxRatio)} allowed`;
}

;// CONCATENATED MODULE: ./packages/slo/start-mixture.ts
const FROM_THE_FIRST_BET = 3 / 4;
function startMixture(strategies, rounds) {
    const logCapital = new Float64Array(strategies).fill(-Infinity);
    const laterEntry = (1 - FROM_THE_FIRST_BET) / Math.max(1, rounds - 1);
    let waiting = 1;
    let logValue = 0;
    return {
        bet(logFactors) {
            const entering = waiting === 1 ? FROM_THE_FIRST_BET : Math.min(laterEntry, waiting);
            waiting -= entering;
            const logEntering = Math.log(entering);
            for (let i = 0; i < strategies; i++)
                logCapital[i] = logSum(logCapital[i], logEntering) + logFactors[i];
            const logMean = logSumAll(logCapital) - Math.log(strategies);
            logValue = logSum(logMean, Math.log(Math.max(waiting, 0)));
        },
        logValue: () => logValue,
    };
}
function logSum(a, b) {
    const larger = Math.max(a, b);
    return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}
function logSumAll(logs) {
    let largest = -Infinity;
    for (const log of logs)
        if (log > largest)
            largest = log;
    if (largest === -Infinity)
        return largest;
    let sum = 0;
    for (const log of logs)
        sum += Math.exp(log - largest);
    return largest + Math.log(sum);
}

;// CONCATENATED MODULE: ./packages/slo/baseline-evidence.ts

const STEPS_PER_DOUBLING = 8;
const DOUBLINGS = 6;
const MIDDLE = STEPS_PER_DOUBLING * DOUBLINGS;
const RATIOS = Float64Array.from({ length: 2 * MIDDLE + 1 }, (_, i) => 2 ** ((i - MIDDLE) / STEPS_PER_DOUBLING));
const FIRST_CORRELATION = 0.5;
const FIRST_WEIGHT = 3;
const ROUNDING = 1e-6;
function baselineEvidence(maxRatio, ticks) {
    const grid = RATIOS.map((ratio) => ratio * maxRatio);
    const mixture = startMixture(MIDDLE, ticks);
    const logFactors = new Float64Array(MIDDLE);
    const correlation = correlationAmongBad();
    const correlated = sizeOfTicks();
    const logLikelihood = new Float64Array(grid.length);
    const total = { canary: 0, baseline: 0, weightedCanaryBad: 0, weightedBaselineBad: 0, requests: 0 };
    return {
        observe(canary, baseline) {
            if (!(canary.total > 0 && baseline.total > 0))
                return;
            total.requests += baseline.total;
            const bad = {
                canary: Math.floor(canary.bad.least + ROUNDING),
                baseline: Math.ceil(baseline.bad.most - ROUNDING),
            };
            const all = bad.canary + bad.baseline;
            if (all <= 0)
                return;
            const part = canary.total / (canary.total + baseline.total);
            const power = 1 / (1 + correlated(all) * correlation.value());
            const atLimit = tickLikelihood(bad.canary, all, part, maxRatio);
            for (const [i, ratio] of grid.entries()) {
                const likelihood = power * (tickLikelihood(bad.canary, all, part, ratio) - atLimit);
                logLikelihood[i] = logLikelihood[i] + likelihood;
                if (i > MIDDLE)
                    logFactors[i - MIDDLE - 1] = likelihood;
            }
            mixture.bet(logFactors);
            total.canary += bad.canary;
            total.baseline += bad.baseline;
            total.weightedCanaryBad += bad.canary * (1 - part);
            total.weightedBaselineBad += bad.baseline * part;
            correlation.observe(bad.canary, all, part, total.weightedCanaryBad / total.weightedBaselineBad);
        },
        logValue: mixture.logValue,
        logUnder(ratio) {
            let best = -Infinity;
            for (const [i, at] of grid.entries())
                if (at <= ratio)
                    best = Math.max(best, logLikelihood[i]);
            return best - interpolated(logLikelihood, grid, ratio);
        },
        ratio(alpha) {
            if (total.canary + total.baseline === 0)
                return undefined;
            const least = logSumAll(logLikelihood) - Math.log(grid.length) - Math.log(1 / alpha);
            const first = Math.max(0, logLikelihood.findIndex((log) => log > least));
            const last = logLikelihood.findLastIndex((log) => log > least);
            const value = total.weightedCanaryBad / total.weightedBaselineBad;
            return {
                value,
                low: Math.min(value, first === 0 ? 0 : grid[first - 1]),
                high: Math.max(value, grid[last + 1] ?? Infinity),
            };
        },
        requests: () => total.requests,
    };
}
function tickLikelihood(bad, all, part, ratio) {
    return bad * Math.log(ratio) - all * Math.log(part * ratio + 1 - part);
}
function interpolated(values, grid, at) {
    const position = MIDDLE + STEPS_PER_DOUBLING * Math.log2(at / grid[MIDDLE]);
    const below = Math.min(grid.length - 2, Math.max(0, Math.floor(position)));
    return values[below] + (position - below) * (values[below + 1] - values[below]);
}
function sizeOfTicks() {
    let [sum, ticks] = [0, 0];
    return (all) => {
        const usual = ticks === 0 ? all : sum / ticks;
        sum += all;
        ticks += 1;
        return Math.max(usual, Math.sqrt(usual * all));
    };
}
function correlationAmongBad() {
    let weighted = FIRST_CORRELATION * FIRST_WEIGHT;
    let weight = FIRST_WEIGHT;
    return {
        value: () => Math.max(0, weighted / weight),
        observe(bad, all, part, ratio) {
            if (all < 2)
                return;
            const expected = Number.isFinite(ratio) ? (part * ratio) / (part * ratio + 1 - part) : 1;
            const variance = expected * (1 - expected);
            if (!(variance > 0))
                return;
            const found = ((bad - all * expected) ** 2 / variance - all) / (all * (all - 1));
            const information = (all * FIRST_CORRELATION) ** 2 / (1 + (all * FIRST_CORRELATION) ** 2);
            weighted += information * found;
            weight += information;
        },
    };
}

;// CONCATENATED MODULE: ./packages/slo/sample-class.ts
function classify(objective, measurement) {
    if (measurement.kind === "none")
        return { class: measurement.sample, value: undefined, detail: measurement.detail };
    if (objective.kind === "proportion" && measurement.kind === "events")
        return classifyMeasurement(objective, measurement);
    if (objective.kind === "value" && measurement.kind === "value")
        return classifyValue(objective, measurement.value);
    return {
        class: "invalid",
        value: undefined,
        detail: `a ${objective.kind} was to be measured, and ${measurement.kind} came`,
    };
}
function classifyMeasurement(objective, { events, windows = [] }) {
    const whole = classifyEvents(objective, events);
    if (windows.length < 2 || whole.class === "invalid")
        return whole;
    const each = windows.map((window) => classifyEvents(objective, window.events));
    const classes = each.map((one) => one.class);
    const unsound = each.find((one) => one.class === "invalid");
    if (unsound !== undefined)
        return unsound;
    const violations = classes.filter((one) => one === "violation").length;
    if (violations > 0)
        return {
            class: "violation",
            value: whole.value,
            detail: `${violations} of the ${windows.length} windows that came with this answer`,
            windows: classes,
        };
    return { ...each.at(-1), value: whole.value, windows: classes };
}
function soundEvents({ total, bad }) {
    return Number.isFinite(total) && total >= 0 && bad.least >= 0 && bad.least <= bad.most && Number.isFinite(bad.most);
}
function classifyEvents({ limit }, events) {
    if (!soundEvents(events))
        return { class: "invalid", value: undefined, detail: "counts of events must be finite, not negative and in order" };
    const { total, bad } = events;
    if (total === 0)
        return { class: "low-traffic", value: undefined, detail: "no requests" };
    const value = Math.min(1, (bad.least + bad.most) / 2 / total);
    if (bad.most / total < limit)
        return { class: "ok", value };
    if (bad.least / total < limit)
        return { class: "partial", value, detail: "the limit lies inside a bucket, and so does the share of bad requests" };
    if (bad.least <= 1)
        return { class: "low-traffic", value, detail: "at so few requests one bad request is over the limit" };
    return { class: "violation", value };
}
function classifyValue({ max, min }, value) {
    if (!Number.isFinite(value))
        return { class: "invalid", value: undefined, detail: `${value} is not a measurement` };
    const violates = (max !== undefined && value >= max) || (min !== undefined && value <= min);
    return { class: violates ? "violation" : "ok", value };
}

;// CONCATENATED MODULE: ./packages/slo/counting.ts
const MISSING = ["no-data", "invalid", "query-error", "partial", "skipped"];
const NONE = {
    ok: 0,
    violation: 0,
    "low-traffic": 0,
    "no-data": 0,
    invalid: 0,
    "query-error": 0,
    partial: 0,
    skipped: 0,
};
function counting() {
    const counts = { ...NONE };
    let episodes = 0;
    let current = 0;
    let longestEpisode = 0;
    let missingRun = 0;
    let longestMissing = 0;
    const missing = () => MISSING.reduce((sum, sample) => sum + counts[sample], 0);
    const all = () => Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
        observe(sample, windows = [sample]) {
            counts[sample] += 1;
            for (const window of windows) {
                if (window === "violation")
                    current += 1;
                if (window === "violation" && current === 1)
                    episodes += 1;
                if (window === "ok")
                    current = 0;
                longestEpisode = Math.max(longestEpisode, current);
            }
            missingRun = MISSING.includes(sample) ? missingRun + 1 : 0;
            longestMissing = Math.max(longestMissing, missingRun);
        },
        counts: () => ({ ...counts }),
        episodes: () => episodes,
        longestEpisode: () => longestEpisode,
        answered: () => all() - missing(),
        missing,
        longestMissing: () => longestMissing,
        missingNow: () => missingRun,
    };
}

;// CONCATENATED MODULE: ./packages/slo/limit-evidence.ts

const BETS = [0.1, 0.3, 0.6, 0.9];
function limitEvidence(limit, ticks) {
    const mixture = startMixture(BETS.length, ticks);
    const logFactors = new Float64Array(BETS.length);
    return {
        observe({ total, bad }) {
            if (!(total > 0))
                return;
            const excess = (Math.min(1, total) * (Math.min(1, bad.least / total) - limit)) / limit;
            for (const [i, bet] of BETS.entries())
                logFactors[i] = Math.log1p(bet * excess);
            mixture.bet(logFactors);
        },
        logValue: mixture.logValue,
    };
}

;// CONCATENATED MODULE: ./packages/slo/tracker.ts






function openTracker(objective, policy) {
    const counter = counting();
    const totals = shareTotals();
    const evidence = objective.kind === "proportion" ? openEvidence(objective, policy) : undefined;
    let unsound;
    return {
        objective,
        counting: counter,
        totals,
        evidence,
        unsound: () => unsound,
        observe(tick, measurement) {
            if (measurement.kind === "none" && measurement.isUnsound === true)
                unsound ??= measurement.detail;
            const { windows: classes, ...found } = classify(objective, measurement);
            counter.observe(found.class, classes);
            if (measurement.kind !== "events" || found.class === "invalid")
                return { tick, ...found };
            const { events, windows = [measurement] } = measurement;
            const sound = (baseline) => (baseline && soundEvents(baseline) ? baseline : undefined);
            for (const window of windows) {
                totals.observe(window.events);
                evidence?.observe(window.events, sound(window.baseline));
            }
            return {
                tick,
                ...found,
                events,
                baseline: sound(measurement.baseline),
                evidence: evidence && Math.exp(evidence.logValue()),
            };
        },
    };
}
function hasEvidence(objective, mode) {
    return objective.kind === "proportion" && (mode === "evidence" || objective.maxRatio !== undefined);
}
function openEvidence(objective, { mode, ticks }) {
    if (!hasEvidence(objective, mode))
        return undefined;
    const limit = mode === "evidence" ? limitEvidence(objective.limit, ticks) : undefined;
    const baseline = objective.maxRatio === undefined ? undefined : baselineEvidence(objective.maxRatio, ticks);
    let logLargest = 0;
    const logValue = () => meanOf(limit, baseline);
    return {
        baseline,
        logValue,
        logLargest: () => logLargest,
        strongest: () => ((baseline?.logValue() ?? -Infinity) > (limit?.logValue() ?? -Infinity) ? "baseline" : "limit"),
        observe(canary, stable) {
            limit?.observe(canary);
            if (stable)
                baseline?.observe(canary, stable);
            logLargest = Math.max(logLargest, logValue());
        },
    };
}
function meanOf(limit, baseline) {
    if (limit && baseline)
        return logSum(limit.logValue(), baseline.logValue()) - Math.LN2;
    return (limit ?? baseline)?.logValue() ?? 0;
}

;// CONCATENATED MODULE: ./packages/slo/judge.ts



function openJudge(objectives, policy) {
    check(objectives, policy);
    const trackers = objectives.map((objective) => openTracker(objective, policy));
    const tested = objectives.filter((objective) => objective.counted && hasEvidence(objective, policy.mode)).length;
    const needed = Math.max(1, tested) / policy.alpha;
    let done = 0;
    return {
        observe(tick, measurements) {
            if (tick !== done)
                throw new RangeError(`tick ${tick} came where ${done} was due`);
            if (measurements.length !== trackers.length)
                throw new RangeError(`${measurements.length} measurements for ${trackers.length} objectives`);
            done += 1;
            return trackers.map((tracker, i) => tracker.observe(tick, measurements[i]));
        },
        standing: () => overall(trackers.map((tracker) => standingOf(tracker, { policy, done, needed })), done, policy),
    };
}
function overall(objectives, done, policy) {
    const counted = objectives.filter(({ objective }) => objective.counted);
    const refused = counted.filter(({ verdict }) => verdict === "refused");
    const undecided = counted.filter(({ verdict }) => verdict === "undecided");
    const ended = done >= policy.ticks;
    if (refused.length > 0)
        return {
            verdict: "refused",
            certain: ended || refused.some(({ certain }) => certain),
            reason: named(refused),
            objectives,
        };
    if (counted.length === 0)
        return { verdict: "undecided", certain: true, reason: "no objective counts: nothing was judged", objectives };
    if (undecided.length > 0)
        return {
            verdict: "undecided",
            certain: ended,
            reason: ended ? named(undecided) : `${done} of ${count(policy.ticks, "tick")} measured`,
            objectives,
        };
    return {
        verdict: "passed",
        certain: true,
        reason: `${count(counted.length, "objective")} held: ${named(counted)}`,
        objectives,
    };
}
function named(standings) {
    const shown = standings.slice(0, 3).map(({ objective, reason }) => `${objective.name}: ${reason}`);
    return [...shown, ...(standings.length > 3 ? [`and ${standings.length - 3} more`] : [])].join(". ");
}
function check(objectives, policy) {
    if (!(policy.alpha > 0 && policy.alpha < 1))
        throw new RangeError(`alpha is ${policy.alpha} and must lie between 0 and 1`);
    if (!(Number.isInteger(policy.ticks) && policy.ticks > 0))
        throw new RangeError(`a run of ${policy.ticks} ticks judges nothing`);
    for (const objective of objectives) {
        if (objective.kind !== "proportion")
            continue;
        if (!(objective.limit > 0 && objective.limit < 1))
            throw new RangeError(`the limit of ${objective.name} is ${objective.limit} and must lie between 0 and 1`);
        if (objective.maxRatio !== undefined && !(objective.maxRatio > 0))
            throw new RangeError(`the ratio of ${objective.name} is ${objective.maxRatio} and must be positive`);
    }
}

;// CONCATENATED MODULE: ./packages/slo/index.ts



;// CONCATENATED MODULE: ./packages/slo/file/read.ts

const HISTOGRAM = "ai_request_duration_seconds";
function latency(name, threshold, shown, below) {
    return {
        kind: "latency",
        name,
        histogram: HISTOGRAM,
        threshold,
        isTime: true,
        shown,
        below,
        maxRatio: undefined,
        dryRun: false,
    };
}
const DEFAULT_SLOS = [
    {
        kind: "ratio",
        name: "error rate",
        bad: ["ai_request_errors_total"],
        good: undefined,
        total: ["ai_requests_total"],
        below: 0.01,
        maxRatio: undefined,
        badMayBeAbsent: false,
        dryRun: false,
    },
    latency("p95", 1, "1000ms", 0.05),
    latency("p99", 2, "2000ms", 0.01),
    {
        kind: "query",
        name: "request rate",
        query: "sum(rate(ai_requests_total[1m]))",
        reduce: "error",
        below: undefined,
        above: undefined,
        dryRun: false,
    },
];
const MAX_LENGTH = 1024 * 1024;
function isInlineSlos(input) {
    return input.includes("\n") || /^(?:\[|- )/.test(input);
}
async function readSlos(source, file) {
    if (source.length > MAX_LENGTH)
        throw (0,action/* invalid */.Gq)(`${file} is longer than ${MAX_LENGTH} characters`, { remedy: "Judge fewer objectives at once." });
    const [{ readYamlAs }, { SloList, sloOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989)),
        Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(4461)]).then(__webpack_require__.bind(__webpack_require__, 4461)),
    ]);
    const { value, problems } = readYamlAs(SloList, source, file);
    const slos = (value ?? []).map(sloOf);
    const all = [...problems, ...duplicates(slos, file)];
    if (all.length === 0)
        return slos;
    const name = file === "slos" ? "the list of SLOs" : file;
    throw (0,action/* invalid */.Gq)(`${name} has ${all.length === 1 ? "a problem" : `${all.length} problems`}`, {
        problems: all.map((problem) => ({ ...problem, input: "slos" })),
    });
}
function duplicates(slos, file) {
    const names = slos.map(({ name }) => name);
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((name) => {
        const what = `the name ${JSON.stringify(name)} is given twice`;
        return { what, remedy: "Rename one of them.", file };
    });
}

;// CONCATENATED MODULE: ./packages/slo/file/index.ts


;// CONCATENATED MODULE: ./packages/slo/prometheus/buckets.ts

const MAX_FACTOR = 10;
const A_SECOND = 1_000;
function bucketsAround(slo, bounds, perSecond) {
    if (!slo.isTime)
        return bucketsAt(slo, slo.threshold, bounds);
    const inUnit = (per) => Number((slo.threshold * per).toPrecision(12));
    if (perSecond !== undefined)
        return bucketsAt(slo, inUnit(perSecond), bounds);
    const finite = bounds.map(Number).filter(Number.isFinite);
    const fits = (threshold) => finite.some((bound) => bound <= threshold) && finite.some((bound) => bound >= threshold);
    const [seconds, milliseconds] = [inUnit(1), inUnit(1_000)];
    if (finite.length === 0 || (!fits(milliseconds) && Math.max(...finite) < A_SECOND))
        return bucketsAt(slo, seconds, bounds);
    const ends = [...new Set(finite)].sort((one, other) => one - other).join(", ");
    const remedy = `Write the threshold as a number in the histogram's unit: ${seconds} if it is seconds, ${milliseconds} if it is milliseconds. Its buckets are ${ends}.`;
    const what = `the unit of ${slo.histogram} is not known: ${slo.shown} is ${seconds} in seconds and ${milliseconds} in milliseconds`;
    throw (0,action/* invalid */.Gq)(what, { remedy });
}
function bucketsAt({ histogram, shown }, threshold, bounds) {
    const finite = [...new Set(bounds.map(Number))].filter(Number.isFinite).sort((one, other) => one - other);
    const textsOf = (bound) => bounds.filter((text) => text !== "" && Number(text.replace("Inf", "Infinity")) === bound);
    const all = textsOf(Infinity);
    if (finite.length === 0 || all.length === 0) {
        const remedy = "Name a classic histogram, whose series end with _bucket and have the label le.";
        throw (0,action/* invalid */.Gq)(`${histogram} has no buckets`, { remedy });
    }
    const remedy = `Its buckets are ${finite.join(", ")}: choose one of them as the threshold, or add a bucket.`;
    const upper = finite.find((bound) => bound >= threshold);
    if (upper === undefined) {
        const what = `no bucket of ${histogram} ends at ${shown} or above, so a slower request would never show`;
        throw (0,action/* invalid */.Gq)(what, { remedy });
    }
    const lower = finite.findLast((bound) => bound <= threshold);
    if (lower === undefined) {
        const what = `no bucket of ${histogram} ends at ${shown} or below, so a fast enough request would never show`;
        throw (0,action/* invalid */.Gq)(what, { remedy });
    }
    if (upper > lower * MAX_FACTOR) {
        const what = `the buckets of ${histogram} around ${shown} end at ${lower} and ${upper}, too far apart to tell`;
        throw (0,action/* invalid */.Gq)(what, { remedy });
    }
    return { lower: textsOf(lower), upper: textsOf(upper), all };
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/unit.ts
const UNITS = new Map(Object.entries({ minute: 1 / 60, second: 1, millisecond: 1e3, microsecond: 1e6, nanosecond: 1e9 }).flatMap(([word, perSecond]) => [[word, perSecond], [`${word}s`, perSecond]]));
const SHORT = new Map([
    ...["s", "sec", "secs"].map((word) => [word, 1]),
    ...["ms", "msec", "msecs", "millis"].map((word) => [word, 1e3]),
    ...["us", "usec", "usecs", "micros"].map((word) => [word, 1e6]),
    ...["ns", "nsec", "nsecs", "nanos"].map((word) => [word, 1e9]),
]);
const AFTER = ["bucket", "histogram", "hist", "distribution"];
function unitsPerSecond(metric, declared) {
    const words = metric.toLowerCase().split(/[^a-z0-9]+/);
    while (words.length > 1 && AFTER.includes(words.at(-1)))
        words.pop();
    const last = SHORT.get(words.length > 1 ? words.at(-1) : "");
    const found = new Set([
        ...words.slice(1).flatMap((word) => UNITS.get(word) ?? []),
        ...(last === undefined ? [] : [last]),
    ]);
    if (found.size > 1)
        return undefined;
    const [named] = found;
    return named ?? UNITS.get(declared?.toLowerCase() ?? "");
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/plan.ts





const MAX_RATIO = 1.5;
const WINDOW = "$window";
function objectiveOf(slo, isCompared) {
    const { name, dryRun } = slo;
    if (slo.kind !== "query") {
        const { below: limit, maxRatio = MAX_RATIO } = slo;
        return { kind: "proportion", name, limit, counted: !dryRun, ...(isCompared && { maxRatio }) };
    }
    const { below: max, above: min } = slo;
    return { kind: "value", name, max, min, counted: !dryRun && (max !== undefined || min !== undefined) };
}
function plan_metricsOf(slo) {
    if (slo.kind === "latency")
        return [{ metric: `${histogramOf(slo).metric}_bucket`, mayBeAbsent: false }];
    if (slo.kind === "query") {
        const { metrics } = withMatchers(withWindow(slo.query, 1_000), [(0,packages_prometheus/* oneOf */.yL)("x", ["x"])]);
        return metrics.map((metric) => ({ metric, mayBeAbsent: false }));
    }
    const named = (texts = [], mayBeAbsent = false) => texts.map((text) => ({ metric: inject_readSelector(text).metric, mayBeAbsent }));
    return [...named(slo.total), ...named(slo.good), ...named(slo.bad, slo.badMayBeAbsent)];
}
function selectorsOf(slo) {
    if (slo.kind === "query")
        return [];
    if (slo.kind === "latency") {
        const { metric, matchers } = histogramOf(slo);
        return [{ role: "buckets", metric: `${metric}_bucket`, matchers }];
    }
    return ["total", "good", "bad"].flatMap((role) => (slo[role] ?? []).map((text) => ({ role, ...inject_readSelector(text) })));
}
function bucketSelector(slo) {
    const { metric, matchers } = histogramOf(slo);
    return (0,packages_prometheus/* selector */.Pf)(`${metric}_bucket`, matchers);
}
function histogramOf({ histogram }) {
    const { metric, matchers } = inject_readSelector(histogram);
    if (matchers.some(({ label }) => label === "le")) {
        const remedy = "Remove the label le: the buckets are chosen by the threshold.";
        throw (0,action/* invalid */.Gq)("histogram selects single buckets", { remedy });
    }
    return { metric: metric.endsWith("_bucket") ? metric.slice(0, -"_bucket".length) : metric, matchers };
}
const NOTHING = { bounds: [], declared: new Set(), unit: undefined };
function planOf(slo, tracks, interval, known = NOTHING) {
    if (slo.kind === "query")
        return { kind: "value", slo, query: withMatchers(withWindow(slo.query, interval), tracks.canary).query };
    const sides = [tracks.canary, ...(tracks.baseline === undefined ? [] : [tracks.baseline])];
    const arms = sides.map((matchers) => slo.kind === "ratio" ? ratioArm(slo, matchers) : latencyArm(slo, matchers, known));
    return { kind: "events", slo, arms, declared: known.declared };
}
function ratioArm(slo, matchers) {
    const own = (texts = []) => texts.map((text) => withMatchers(text, matchers).query);
    const bad = own(slo.bad);
    const good = own(slo.good);
    const total = own(slo.total);
    const sum = (selectors, grown) => selectors.reduce((all, one) => all + sumOf(grown(one)), 0);
    return {
        selectors: [...new Set([...bad, ...good, ...total])],
        needed: total,
        count(grown) {
            const all = sum(total, grown);
            const failed = slo.bad === undefined ? all - sum(good, grown) : sum(bad, grown);
            return { total: all, least: failed, most: failed };
        },
        blame: bad,
    };
}
function sumOf(growth) {
    let sum = 0;
    for (const one of growth.values())
        sum += one;
    return sum;
}
function latencyArm(slo, matchers, { bounds, unit }) {
    const perSecond = unitsPerSecond(histogramOf(slo).metric, unit);
    const { lower, upper, all } = bucketsAround(slo, bounds, perSecond);
    const le = (0,packages_prometheus/* oneOf */.yL)("le", [...new Set([...lower, ...upper, ...all])]);
    const buckets = withMatchers(bucketSelector(slo), [...matchers, le]).query;
    return {
        selectors: [buckets],
        needed: [buckets],
        count(grown) {
            const growth = grown(buckets);
            const below = (bounded) => bounded.reduce((sum, one) => sum + (growth.get(one) ?? 0), 0);
            const total = below(all);
            return { total, least: total - below(upper), most: total - below(lower) };
        },
        blame: [],
    };
}
function withWindow(query, interval) {
    return query.replaceAll(WINDOW, rangeText(interval));
}
function rangeText(milliseconds) {
    const whole = Math.ceil(milliseconds);
    return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/labels.ts




const LOOK_BACK = 30 * 86_400_000;
const LATELY = 3_600_000;
const MAX_JOBS = 20;
const MAX_SHOWN = 30;
const PLAIN = /^[a-zA-Z0-9_.-]{1,100}$/;
function openLabelCheck({ prometheus, tracks, clock, io }) {
    const names = new Map();
    const counts = new Map();
    const jobs = new Map();
    const warned = new Set();
    function warn(text) {
        if (!warned.has(text))
            io.warning(text);
        warned.add(text);
    }
    function jobsOf(totals) {
        const selectors = totals.map((metric) => (0,packages_prometheus/* selector */.Pf)(metric, tracks.canary));
        return once(jobs, selectors.join(), async () => {
            const answer = complete(await prometheus.labelValues("job", clock.now() - LOOK_BACK, selectors));
            return answer === undefined || answer.length > MAX_JOBS ? [] : answer.filter((job) => job !== "");
        });
    }
    async function namesOf(metric, among) {
        const own = among.length === 0 ? undefined : await listed((0,packages_prometheus/* selector */.Pf)(metric, [(0,packages_prometheus/* oneOf */.yL)("job", among)]));
        return own !== undefined && own.ever.size > 0 ? own : await listed((0,packages_prometheus/* selector */.Pf)(metric));
    }
    function listed(text) {
        return once(names, text, async () => {
            const now = clock.now();
            const lately = complete(await prometheus.labelNames(now - LATELY, [text]));
            const ever = lately && complete(await prometheus.labelNames(now - LOOK_BACK, [text]));
            return ever && { lately: new Set(lately), ever: new Set(ever) };
        });
    }
    function occurs(text) {
        return once(counts, text, async () => {
            try {
                const query = `count(last_over_time(${text}[${LATELY / 60_000}m]))`;
                const { value, warnings } = await prometheus.query(query, clock.now());
                if (value.kind === "vector" && value.series.length > 0)
                    return true;
                return warnings.length > 0 ? undefined : false;
            }
            catch (error) {
                if (!(error instanceof action/* ActionError */.lZ) || error instanceof packages_http.HttpError || error.verdict === "interrupted")
                    throw error;
                return undefined;
            }
        });
    }
    async function lacks(metric, label, known) {
        if (known !== undefined)
            return known.ever.size === 0 ? undefined : !known.ever.has(label);
        const has = await occurs((0,packages_prometheus/* selector */.Pf)(metric, [(0,packages_prometheus/* matcher */.jN)(label, "!=", "")]));
        if (has !== false)
            return has === undefined ? undefined : false;
        return (await occurs((0,packages_prometheus/* selector */.Pf)(metric))) === true ? true : undefined;
    }
    async function checkByQuery(own, label) {
        const isMissing = await lacks(own.metric, label, undefined);
        if (isMissing === true)
            throw absent(own, label, []);
        if (isMissing === false)
            return;
        warn(`Could not check whether ${own.metric} has the label ${label}: Prometheus, or a proxy in front of it, does not tell. A misspelled label selects nothing.`);
    }
    function warnIfOld(own, label, { lately }) {
        if (lately.size === 0 || lately.has(label))
            return;
        warn(`No series of ${own.metric} has had the label ${label} for an hour: what is selected by it counts as none.`);
    }
    async function checkOwn(own, known) {
        for (const one of own.matchers) {
            const { label } = one;
            if (allowsAbsence(one)) {
                if (own.role === "good" && known !== undefined && !known.ever.has(label))
                    warn(`No series of ${own.metric} has the label ${label}, so ${(0,packages_prometheus/* matcherText */.sE)(one)} counts all of them as good.`);
            }
            else if (known === undefined)
                await checkByQuery(own, label);
            else if (known.ever.size === 0)
                continue;
            else if (known.ever.has(label))
                warnIfOld(own, label, known);
            else
                throw absent(own, label, [...known.ever]);
        }
    }
    async function checkTracks(own, totals, among) {
        const needed = [...tracks.canary, ...(tracks.baseline ?? [])].filter((one) => !selectsAbsent(one));
        if (needed.length === 0)
            return;
        const known = await namesOf(own.metric, among);
        for (const one of needed) {
            if ((await lacks(own.metric, one.label, known)) !== true)
                continue;
            for (const total of totals)
                if ((await lacks(total, one.label, await namesOf(total, among))) === false)
                    throw absent(own, one.label, [...(known?.ever ?? [])]);
        }
    }
    return {
        async check(slo) {
            const selectors = selectorsOf(slo);
            const totals = selectors.filter(({ role }) => role === "total").map(({ metric }) => metric);
            const among = totals.length === 0 ? [] : await jobsOf(totals);
            for (const own of selectors) {
                if (own.matchers.length > 0)
                    await checkOwn(own, await namesOf(own.metric, among));
                const mayAppear = slo.kind === "ratio" && own.role === "bad" && slo.badMayBeAbsent;
                if ((own.role === "bad" || own.role === "good") && !mayAppear)
                    await checkTracks(own, totals, among);
            }
        },
    };
}
function complete(answer) {
    return answer === undefined || answer.warnings.length > 0 ? undefined : answer.value;
}
function once(known, key, find) {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
}
function allowsAbsence({ operator, value }) {
    return operator === "="
        ? value === ""
        : operator === "=~" && value.split("|").some((one) => one === "" || one === ".*");
}
function selectsAbsent(one) {
    return one.operator.startsWith("!")
        ? !allowsAbsence({ ...one, operator: one.operator === "!=" ? "=" : "=~" })
        : allowsAbsence(one);
}
function absent({ role, metric }, label, names) {
    const all = names.filter((name) => name !== "__name__" && name !== "le");
    const shown = all
        .filter((name) => PLAIN.test(name))
        .sort()
        .slice(0, MAX_SHOWN);
    const more = all.length > shown.length ? `, and ${all.length - shown.length} more` : "";
    const has = shown.length === 0 ? "" : ` Its labels are ${shown.join(", ")}${more}.`;
    const other = role === "bad"
        ? ` If only failed requests have it, count the others instead, as good: ${(0,packages_prometheus/* selector */.Pf)(metric, [(0,packages_prometheus/* matcher */.jN)(label, "=", "")])}.`
        : "";
    return (0,action/* invalid */.Gq)(`no series of ${metric} has the label ${label}`, { remedy: `Check the label's name.${has}${other}` });
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/probe.ts






const METRICS_PER_QUERY = 30;
const CONNECTIONS = 12;
const MAX_SKEW = 5_000;
async function planAll(probe) {
    const { slos, tracks, interval } = probe;
    await forEachSlo(slos, async (slo) => {
        plan_metricsOf(slo);
        if (slo.kind !== "latency")
            planOf(slo, tracks, interval);
    });
    const metrics = slos.flatMap((slo) => plan_metricsOf(slo).map(({ metric }) => metric));
    const known = await knownMetrics(probe, [...new Set(metrics)]);
    const labels = openLabelCheck(probe);
    const descriptions = descriptionsOf(probe);
    const plans = [];
    await forEachSlo(slos, async (slo, index) => {
        if (known !== undefined)
            await checkNames({ ...probe, descriptions }, slo, known);
        await labels.check(slo);
        const bounds = slo.kind === "latency" ? await boundsOf(probe, slo) : [];
        const declared = slo.kind === "ratio" ? await declaredCounters(slo, descriptions) : new Set();
        const unit = slo.kind === "latency" ? await declaredUnit(slo, descriptions) : undefined;
        const plan = planOf(slo, tracks, interval, { bounds, declared, unit });
        plans[index] = plan;
        if (plan.kind === "value")
            await tryQuery(probe, plan);
    });
    return plans;
}
async function forEachSlo(slos, work) {
    const problems = [];
    await (0,packages_http.inParallel)(CONNECTIONS, [...slos.entries()], async ([index, slo]) => {
        try {
            await work(slo, index);
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "invalid" || error instanceof packages_http.HttpError)
                throw error;
            const { remedy } = error.details;
            problems.push({ input: "slos", what: `${slo.name}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
        }
    });
    if (problems.length === 0)
        return;
    const what = problems.length === 1 ? "an objective cannot be judged" : `${problems.length} objectives cannot be judged`;
    throw (0,action/* invalid */.Gq)(what, { problems });
}
async function knownMetrics({ prometheus, clock, io }, metrics) {
    const start = clock.now() - LOOK_BACK;
    const groups = Array.from({ length: Math.ceil(metrics.length / METRICS_PER_QUERY) }, (_, index) => metrics.slice(index * METRICS_PER_QUERY, (index + 1) * METRICS_PER_QUERY));
    const answers = await (0,packages_http.inParallel)(CONNECTIONS, groups, (group) => {
        const selectors = group.map((metric) => (0,packages_prometheus/* selector */.Pf)("", [(0,packages_prometheus/* equals */.aI)("__name__", metric)]));
        return prometheus.labelValues("__name__", start, selectors);
    });
    const complete = answers.filter((answer) => answer !== undefined && answer.warnings.length === 0);
    if (complete.length < answers.length) {
        io.warning("Could not check whether the metrics exist: Prometheus, or a proxy in front of it, does not list them, or not all of them. A misspelt one would have no data.");
        return undefined;
    }
    warnOfSkew(complete[0], clock, io);
    return new Set(complete.flatMap((answer) => answer?.value ?? []));
}
function warnOfSkew(answer, clock, io) {
    if (answer?.date === undefined)
        return;
    const ahead = clock.now() - answer.date;
    if (Math.abs(ahead) < MAX_SKEW)
        return;
    const seconds = Math.round(Math.abs(ahead) / 1000);
    const direction = ahead > 0 ? "ahead of" : "behind";
    io.warning(`This machine's clock is ${seconds} s ${direction} the server's, so another time is queried than intended.`);
}
function descriptionsOf({ prometheus }) {
    const known = new Map();
    return (metric) => {
        const found = known.get(metric) ?? prometheus.descriptions(metric);
        known.set(metric, found);
        return found;
    };
}
const NOT_COUNTED = ["gauge", "gaugehistogram", "info", "stateset"];
async function declaredCounters(slo, descriptions) {
    const declared = new Set();
    for (const { metric } of selectorsOf(slo)) {
        const answer = await descriptions(metric);
        if (answer === undefined)
            continue;
        const types = answer.value.map(({ type }) => type);
        if (types.includes("counter"))
            declared.add(metric);
        if (answer.warnings.length > 0 || types.length === 0)
            continue;
        if (!types.every((type) => NOT_COUNTED.includes(type)))
            continue;
        const remedy = "A ratio needs counters, such as http_requests_total. Compare a gauge, or a rate, with a limit in a query.";
        throw (0,action/* invalid */.Gq)(`${metric} is not a counter: its targets declare it as ${types[0]}`, { remedy });
    }
    return declared;
}
async function declaredUnit(slo, descriptions) {
    const [{ metric } = { metric: "" }] = selectorsOf(slo);
    const histogram = metric.slice(0, -"_bucket".length);
    if (!slo.isTime || unitsPerSecond(histogram, undefined) !== undefined)
        return undefined;
    const answer = await descriptions(histogram);
    const units = new Set((answer?.value ?? []).map(({ unit }) => unit));
    return answer?.warnings.length === 0 && units.size === 1 ? [...units][0] : undefined;
}
async function checkNames(probe, slo, known) {
    for (const { metric, mayBeAbsent } of plan_metricsOf(slo)) {
        if (known.has(metric) || mayBeAbsent)
            continue;
        const hasBad = slo.kind === "ratio" && slo.bad !== undefined;
        const described = hasBad ? await probe.descriptions(metric) : undefined;
        if (described !== undefined && described.value.length > 0)
            continue;
        if (slo.kind === "latency")
            await checkNative(probe, slo, metric);
        const remedy = hasBad
            ? "Check its name. If it only appears with the first bad event, add bad-may-be-absent: true."
            : "Check its name, and that it is scraped.";
        throw (0,action/* invalid */.Gq)(`Prometheus has never heard of ${metric}`, { remedy });
    }
}
async function checkNative({ prometheus, clock }, { histogram }, bucket) {
    const { value } = await prometheus.query((0,packages_prometheus/* selector */.Pf)(bucket.slice(0, -"_bucket".length)), clock.now());
    if (value.kind !== "vector" || !value.series.some(({ value: number }) => number === undefined))
        return;
    const remedy = "Have it scraped with classic buckets as well, or write a query with histogram_fraction.";
    throw (0,action/* invalid */.Gq)(`${histogram} has no classic buckets: it is a native histogram`, { remedy });
}
async function boundsOf({ prometheus, clock }, slo) {
    const buckets = bucketSelector(slo);
    for (const since of [LATELY, LOOK_BACK]) {
        const answer = await prometheus.labelValues("le", clock.now() - since, [buckets]);
        if (answer === undefined || answer.warnings.length > 0)
            return await boundsByQuery(prometheus, buckets, clock.now());
        if (answer.value.length > 0)
            return answer.value;
    }
    return [];
}
async function boundsByQuery(prometheus, buckets, time) {
    const { value, warnings } = await prometheus.query(`count by (le) (${buckets})`, time);
    if (warnings.length > 0) {
        const remedy = "Check what is in front of Prometheus, and its stores.";
        throw (0,action/* undecided */.oo)(`not all buckets of ${buckets} are known: ${warnings.join("; ")}`, { remedy });
    }
    return value.kind === "vector" ? value.series.map(({ labels }) => labels["le"] ?? "") : [];
}
async function tryQuery({ prometheus, clock }, { query, slo }) {
    const answer = await prometheus.query(query, clock.now()).catch((error) => {
        if (error instanceof action/* ActionError */.lZ && error.verdict === "undecided" && !(error instanceof packages_http.HttpError))
            return undefined;
        throw error;
    });
    if (answer === undefined)
        return;
    const { value } = answer;
    if (value.kind === "string")
        throw (0,action/* invalid */.Gq)("the query answers with a text", { remedy: "Write one that answers with a number." });
    const series = value.kind === "scalar" ? 1 : value.series.length;
    if (series <= 1 || slo.reduce !== "error")
        return;
    const remedy = "Say what to do with them by reduce: each, max, min or sum, or aggregate them in the query.";
    throw (0,action/* invalid */.Gq)(`the query answers with ${series} series`, { remedy });
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/measurement.ts

function measurement_missing(sample, detail) {
    return { kind: "none", sample, detail };
}
function unanswered(error, signal) {
    if (signal.aborted)
        throw signal.reason instanceof action/* ActionError */.lZ ? signal.reason : (0,action/* interrupted */.VM)("The run was ended.");
    if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
        throw error;
    return measurement_missing("query-error", error.message);
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/events.ts

const MAX_GOOD_EXCESS = 0.01;
const events_NONE = { total: 0, least: 0, most: 0 };
function openEventsMeter({ arms }, countersOf, interval) {
    const meters = arms.map((arm) => openArmMeter(arm, countersOf));
    let until;
    function missedEnds(since, to) {
        const ends = [];
        for (let end = since + interval; end < to; end += interval)
            if (meters.every((meter) => meter.isKnown(end)))
                ends.push(end);
        return ends;
    }
    return {
        measuredUntil: () => until ?? -Infinity,
        measure({ tick, to }, outcomes) {
            const reason = meters.map((meter) => meter.missing(outcomes)).find((found) => found !== undefined);
            if (reason !== undefined)
                return reason;
            const since = until ?? to - (tick + 1) * interval;
            until = to;
            const windows = [...missedEnds(since, to), to].map((end) => {
                const [events, baseline] = meters.map((meter) => meter.take(end));
                return { events: events, ...(baseline !== undefined && { baseline }) };
            });
            const [first, ...more] = windows;
            if (more.length === 0)
                return { kind: "events", ...first };
            return { kind: "events", ...windows.reduce(addWindows), windows };
        },
    };
}
function openArmMeter(arm, countersOf) {
    let taken = events_NONE;
    return {
        missing({ counters }) {
            const outcomes = arm.selectors.map((selector) => counters.get(selector));
            return missingAnswer(outcomes) ?? missingEvents(arm, taken, countersOf);
        },
        isKnown: (end) => arm.selectors.every((selector) => countersOf(selector).grown(end) !== undefined),
        take(end) {
            const now = arm.count((selector) => countersOf(selector).grown(end));
            const least = Math.max(0, now.least - taken.least);
            const most = Math.max(least, now.most - taken.most);
            const total = Math.max(now.total - taken.total, most);
            taken = now;
            return { total, bad: { least, most } };
        },
    };
}
function missingAnswer(outcomes) {
    for (const outcome of outcomes)
        if ("missing" in outcome)
            return outcome.missing;
    for (const outcome of outcomes)
        if ("partial" in outcome && outcome.partial !== undefined)
            return measurement_missing("partial", outcome.partial);
    return undefined;
}
function missingEvents(arm, taken, countersOf) {
    const { total, most } = arm.count((selector) => countersOf(selector).grown());
    if (most < -Math.max(1, total * MAX_GOOD_EXCESS)) {
        const what = `there were ${Math.round(total - most)} good events of ${Math.round(total)}: what total selects is not all that good does`;
        return measurement_missing("invalid", what);
    }
    const isLive = arm.needed.some((selector) => countersOf(selector).live() > 0);
    if (isLive || total > taken.total)
        return undefined;
    return measurement_missing("no-data", `nothing is scraped that has ${arm.needed.join(", ")}`);
}
function addWindows(sum, { events, baseline }) {
    return {
        events: addEvents(sum.events, events),
        ...(baseline && sum.baseline && { baseline: addEvents(sum.baseline, baseline) }),
    };
}
function addEvents(one, other) {
    const least = one.bad.least + other.bad.least;
    const most = one.bad.most + other.bad.most;
    return { total: one.total + other.total, bad: { least, most } };
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/batches.ts


const MAX_MEMBERS = 50;
const MAX_MATCHERS = 20;
function batchesOf(selectors) {
    const parsed = selectors.map((text) => ({ text, variants: variantsOf(text) }));
    const sizes = new Map();
    for (const { key } of parsed.flatMap(({ variants }) => variants))
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
    const groups = new Map();
    const alone = [];
    for (const { text, variants } of parsed) {
        const [largest] = variants.toSorted((one, other) => sizes.get(other.key) - sizes.get(one.key));
        if (largest === undefined || sizes.get(largest.key) === 1) {
            alone.push(single(text));
            continue;
        }
        const group = groups.get(largest.key) ?? { variant: largest, members: new Map() };
        groups.set(largest.key, group);
        group.members.set(largest.value, text);
    }
    const joint = [...groups.values()].flatMap(({ variant, members }) => split([...members]).map((part) => joined(variant, part)));
    return [...alone, ...joint];
}
function variantsOf(text) {
    const { metric, matchers } = inject_readSelector(text);
    if (matchers.length > MAX_MATCHERS)
        return [];
    return matchers.flatMap((matcher, index) => {
        const { label, operator, value } = matcher;
        if (operator !== "=" || value === "")
            return [];
        if (matchers.some((other) => other !== matcher && other.label === label))
            return [];
        const others = matchers.toSpliced(index, 1);
        return [{ key: JSON.stringify([metric, label, others.map(packages_prometheus/* matcherText */.sE).sort()]), metric, others, label, value }];
    });
}
function split(items) {
    return Array.from({ length: Math.ceil(items.length / MAX_MEMBERS) }, (_, index) => items.slice(index * MAX_MEMBERS, (index + 1) * MAX_MEMBERS));
}
function joined({ metric, others, label }, members) {
    const byValue = new Map(members);
    const values = [...byValue.keys()];
    const matcher = values.length === 1 ? (0,packages_prometheus/* equals */.aI)(label, values[0]) : (0,packages_prometheus/* oneOf */.yL)(label, values);
    return {
        selector: (0,packages_prometheus/* selector */.Pf)(metric, [...others, matcher]),
        members: [...byValue.values()],
        memberOf: (labels) => byValue.get(labels[label] ?? ""),
    };
}
function single(text) {
    return { selector: text, members: [text], memberOf: () => text };
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/queries.ts






const TICK_SHARE = 0.25;
const DOWN_AFTER = 3;
const READ = { kind: "matrix", series: [] };
function openTickQueries(questions, options) {
    const { interval } = options;
    const counters = new Map();
    const selectors = [...questions.counters.keys()];
    let batches = batchesOf(selectors);
    function openAll({ tick, from }) {
        for (const [selector, fractions] of questions.counters)
            if (!counters.has(selector))
                counters.set(selector, (0,packages_prometheus/* openCounters */.gD)(from - tick * interval, { interval, fractions }));
    }
    function batchJob({ selector, members, memberOf }, to, found) {
        const range = rangeText(Math.max(...members.map((member) => counters.get(member).range(to))));
        const queryOf = (text) => `${text}[${range}]`;
        const setAll = (outcomeOf) => {
            for (const member of members)
                found.set(member, outcomeOf(queryOf(member)));
        };
        return {
            query: queryOf(selector),
            take({ value, warnings }) {
                if (warnings.length > 0)
                    return setAll((query) => ({ query, result: READ, partial: warnings.join("; ") }));
                const results = members.length === 1 ? new Map([[members[0], value]]) : resultsByMember(value, memberOf);
                for (const member of members) {
                    const query = queryOf(member);
                    const own = counters.get(member);
                    const problem = own.read(results.get(member) ?? READ, to);
                    const isUnsound = own.broken() !== undefined;
                    found.set(member, problem === undefined
                        ? { query, result: READ, partial: undefined }
                        : { query, missing: { ...measurement_missing("invalid", problem), isUnsound } });
                }
            },
            miss(reason, wasAnswered) {
                if (wasAnswered && members.length > 1)
                    batches = selectors.map(single);
                setAll((query) => ({ query, missing: reason }));
            },
        };
    }
    return {
        counters: (selector) => counters.get(selector),
        async ask(window) {
            openAll(window);
            const outcomes = { counters: new Map(), queries: new Map() };
            const jobs = [
                ...batches.map((batch) => batchJob(batch, window.to, outcomes.counters)),
                ...questions.queries.map((query) => queryJob(query, outcomes.queries)),
            ];
            await runJobs(jobs, window.to, options);
            return outcomes;
        },
    };
}
function queryJob(query, found) {
    return {
        query,
        take({ value: result, warnings }) {
            found.set(query, { query, result, partial: warnings.length === 0 ? undefined : warnings.join("; ") });
        },
        miss: (reason) => void found.set(query, { query, missing: reason }),
    };
}
async function runJobs(jobs, time, { prometheus, interval, clock, signal, onRemark }) {
    const began = clock.monotonic();
    let failures = 0;
    let down;
    await (0,packages_http.inParallel)(CONNECTIONS, jobs, async (job) => {
        if (down !== undefined)
            return job.miss(down, false);
        if (clock.monotonic() - began > interval * TICK_SHARE)
            return job.miss(measurement_missing("query-error", "no time was left in this tick"), false);
        try {
            const answer = await prometheus.query(job.query, time);
            answer.infos.forEach(onRemark);
            job.take(answer);
        }
        catch (error) {
            const reason = unanswered(error, signal);
            if (error instanceof packages_http.HttpError && (failures += 1) >= DOWN_AFTER)
                down = reason;
            job.miss(reason, !(error instanceof packages_http.HttpError) || error.reach === "answered");
        }
    });
}
function resultsByMember(result, memberOf) {
    const parts = new Map();
    for (const series of result.kind === "matrix" ? result.series : []) {
        const member = memberOf(series.labels) ?? "";
        const part = parts.get(member);
        if (part === undefined)
            parts.set(member, [series]);
        else
            part.push(series);
    }
    return new Map([...parts].map(([member, series]) => [member, { kind: "matrix", series }]));
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/reduce.ts

function reduceResult(result, slo) {
    if (result.kind === "string")
        return measurement_missing("invalid", "the query answers with a text");
    const series = pointsOf(result);
    if (series.length === 0)
        return measurement_missing("no-data", "the query found no series");
    if (series.length > 1 && slo.reduce === "error") {
        const what = `the query answers with ${series.length} series, and reduce does not say what to do with them`;
        return measurement_missing("invalid", what);
    }
    const problem = problemOf(series.flat(), slo);
    if (problem !== undefined)
        return problem;
    const numbers = series.map((points) => points.filter((point) => point !== undefined && !Number.isNaN(point)));
    return { kind: "value", value: reduced(numbers, slo) };
}
function pointsOf(result) {
    if (result.kind === "scalar")
        return [[result.sample.value]];
    if (result.kind === "vector")
        return result.series.map(({ value }) => [value]);
    return result.series.map(({ samples }) => samples.map(({ value }) => value)).filter((points) => points.length > 0);
}
function problemOf(points, { reduce }) {
    if (points.includes(undefined)) {
        const what = "the query answers with a native histogram: take a number from it, as with histogram_fraction or histogram_quantile";
        return measurement_missing("invalid", what);
    }
    const values = points.filter((point) => point !== undefined);
    const numbers = values.filter((value) => !Number.isNaN(value));
    if (numbers.length === 0)
        return measurement_missing("no-data", "the query answers NaN, as dividing by no requests does");
    const infinite = numbers.find((value) => !Number.isFinite(value));
    if (infinite !== undefined)
        return measurement_missing("invalid", `the query answers ${infinite > 0 ? "+Inf" : "-Inf"}`);
    if (reduce === "sum" && numbers.length < values.length)
        return measurement_missing("invalid", "one of the series is NaN, so they have no sum");
    return undefined;
}
function reduced(series, slo) {
    const values = series.filter((points) => points.length > 0).map((points) => worst(points, slo));
    switch (slo.reduce) {
        case "sum":
            return values.reduce((sum, value) => sum + value, 0);
        case "max":
            return Math.max(...values);
        case "min":
            return Math.min(...values);
        case "each":
        case "error":
            return worst(values, slo);
    }
}
function worst(values, { below, above }) {
    const low = values.reduce((least, value) => Math.min(least, value));
    const high = values.reduce((most, value) => Math.max(most, value));
    return above !== undefined && (below === undefined || low <= above) ? low : high;
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/sampler.ts






const MAX_WORST = 3;
const MAX_REMARKS = 20;
function openSampler(options) {
    const remarks = new Set();
    let prepared;
    let outcomes;
    async function prepare() {
        const onRemark = (remark) => void (remarks.size < MAX_REMARKS && remarks.add(remark));
        prepared ??= prepareAll(await planAll(options), { ...options, onRemark });
        return prepared;
    }
    return {
        remarks,
        prepare: async () => void (await prepare()),
        async measure(window) {
            let ready;
            try {
                ready = await prepare();
            }
            catch (error) {
                const reason = unanswered(error, options.signal);
                return options.slos.map(() => reason);
            }
            const found = await ready.queries.ask(window);
            outcomes = found;
            const measurements = ready.objectives.map((objective) => objective.kind === "value" ? sampler_valueOf(objective, found) : objective.meter.measure(window, found));
            forgetMeasured(ready);
            return measurements;
        },
        queriesOf(index) {
            const objective = prepared?.objectives[index];
            if (objective === undefined || outcomes === undefined)
                return [];
            if (objective.kind === "value")
                return outcomes.queries.has(objective.query) ? [objective.query] : [];
            const { counters } = outcomes;
            return objective.selectors.flatMap((selector) => counters.get(selector)?.query ?? []);
        },
        worstSeries(index) {
            const objective = prepared?.objectives[index];
            if (prepared === undefined || objective?.kind !== "events" || outcomes === undefined)
                return [];
            const { queries } = prepared;
            const blamed = objective.arms[0]?.blame ?? [];
            return blamed
                .flatMap((selector) => [...queries.counters(selector).series()])
                .filter(({ grown }) => grown > 0)
                .sort((one, other) => other.grown - one.grown)
                .slice(0, MAX_WORST)
                .map(({ labels, grown: bad }) => ({ labels, bad }));
        },
    };
}
function prepareAll(plans, options) {
    const counters = new Map(plans.flatMap((plan) => plan.kind === "events"
        ? sampler_selectorsOf(plan).map((selector) => [selector, declaresCounter(plan, selector)])
        : []));
    const values = plans.flatMap((plan) => (plan.kind === "value" ? [plan.query] : []));
    const questions = { counters, queries: [...new Set(values)] };
    const queries = openTickQueries(questions, options);
    return {
        queries,
        objectives: plans.map((plan) => plan.kind === "value"
            ? plan
            : {
                ...plan,
                selectors: sampler_selectorsOf(plan),
                meter: openEventsMeter(plan, queries.counters, options.interval),
            }),
    };
}
function sampler_selectorsOf({ arms }) {
    return [...new Set(arms.flatMap(({ selectors }) => selectors))];
}
const COUNTED = /^[^:]*_(?:total|count|sum|bucket)$/;
function declaresCounter({ declared }, selector) {
    const { metric } = inject_readSelector(selector);
    return declared.has(metric) || COUNTED.test(metric);
}
function sampler_valueOf({ query, slo }, { queries }) {
    const outcome = queries.get(query);
    if ("missing" in outcome)
        return outcome.missing;
    return outcome.partial === undefined ? reduceResult(outcome.result, slo) : measurement_missing("partial", outcome.partial);
}
function forgetMeasured({ objectives, queries }) {
    const until = new Map();
    for (const objective of objectives) {
        if (objective.kind === "value")
            continue;
        const measured = objective.meter.measuredUntil();
        for (const selector of objective.selectors)
            until.set(selector, Math.min(until.get(selector) ?? Infinity, measured));
    }
    for (const [selector, time] of until)
        queries.counters(selector).forget(time);
}

;// CONCATENATED MODULE: ./packages/slo/prometheus/index.ts




// EXTERNAL MODULE: ./actions/metrics-gate/inputs.ts
var metrics_gate_inputs = __webpack_require__(2883);
;// CONCATENATED MODULE: ./actions/metrics-gate/record.ts
const NO_QUERIES = [];
function openRecord({ sampler, ...setting }) {
    const ticks = [];
    const queries = new Map();
    const indexOf = (query) => {
        const index = queries.get(query) ?? queries.size;
        queries.set(query, index);
        return index;
    };
    const lists = new Map();
    const listOf = (indexes) => {
        const key = indexes.join();
        const list = lists.get(key) ?? indexes;
        lists.set(key, list);
        return list;
    };
    const queriesOf = ({ class: kind }, objective) => kind === "skipped" ? NO_QUERIES : listOf(sampler.queriesOf(objective).map(indexOf));
    return {
        ...setting,
        ticks,
        add({ window, samples }) {
            ticks.push({ time: window.to, samples, queries: samples.map(queriesOf) });
        },
        end: (standing, verdict, ended) => ({
            ...setting,
            standing,
            verdict,
            ended,
            ticks,
            queries: [...queries.keys()],
            worst: setting.slos.map((_, index) => sampler.worstSeries(index)),
            remarks: [...sampler.remarks],
        }),
    };
}

;// CONCATENATED MODULE: ./actions/metrics-gate/text.ts


function percentText(share) {
    return `${Number((share * 100).toPrecision(3))} %`;
}
function numberText(value, { kind }) {
    if (value === undefined)
        return "none";
    return kind === "proportion" ? percentText(value) : String(Number(value.toPrecision(4)));
}
function estimateText({ value, low, high }) {
    return `${percentText(value)} (${percentText(low)} to ${percentText(high)})`;
}
function limitOf(objective) {
    return objective.kind === "proportion" ? objective.limit : objective.max;
}
function limitText(objective, slo) {
    if (objective.kind === "proportion") {
        const over = slo.kind === "latency" ? ` over ${slo.shown}` : " bad";
        const compared = objective.maxRatio === undefined ? "" : `, ${objective.maxRatio} × the baseline`;
        return `< ${percentText(objective.limit)}${over}${compared}`;
    }
    const { max, min } = objective;
    const bounds = [...(min === undefined ? [] : [`> ${min}`]), ...(max === undefined ? [] : [`< ${max}`])];
    return bounds.length === 0 ? "none" : bounds.join(", ");
}
const RANK = { refused: 3, undecided: 1, passed: 0 };
function worstFirst(objectives) {
    const severities = objectives.map(severityOf);
    return [...severities.keys()].sort((one, other) => severities[other] - severities[one] || one - other);
}
function severityOf({ verdict, certain, objective, evidence, episodes }) {
    const close = evidence === undefined
        ? Math.min(episodes / 10, 0.9)
        : Math.min(Math.max(evidence.value, 0) / evidence.needed, 0.9);
    const counted = objective.counted ? 10 : 0;
    return counted + (certain ? RANK[verdict] : 0) + close;
}
function classesText(counts) {
    return Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${name} ${count}`)
        .join(", ");
}
const LEVELS = "▁▂▃▄▅▆▇";
const OVER = "█";
const text_MISSING = "·";
const SPARKLINE_TICKS = 16;
const text_MAX_SHOWN = 4;
function tickLine({ inputs, ticks }, { window, standing }) {
    const { objectives } = standing;
    const order = worstFirst(objectives);
    const shown = order.length > text_MAX_SHOWN ? order.slice(0, text_MAX_SHOWN) : order.toSorted((one, other) => one - other);
    const more = order.length > text_MAX_SHOWN ? [`and ${order.length - text_MAX_SHOWN} more`] : [];
    const time = new Date(window.to).toISOString().slice(11, 19);
    return [
        `${window.tick + 1}/${(0,metrics_gate_inputs/* scheduleOf */.rH)(inputs).ticks} ${time}`,
        ...shown.map((index) => objectiveText(ticks, index, objectives[index])),
        ...more,
    ].join("  ");
}
function objectiveText(ticks, index, standing) {
    const { objective, evidence } = standing;
    const sample = ticks.at(-1).samples[index];
    const isMeasured = sample.class === "ok" || sample.class === "violation";
    const parts = [
        (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 30),
        sparkline(ticks, index, standing),
        isMeasured ? numberText(sample.value, objective) : sample.class,
        ...(evidence === undefined ? [] : [`evidence ${text_evidenceText(evidence.value)}/${text_evidenceText(evidence.needed)}`]),
    ];
    return parts.join(" ");
}
function text_evidenceText(value) {
    if (value > 1e6)
        return ">1e6";
    return value < 0.01 ? "<0.01" : String(Number(value.toPrecision(3)));
}
function sparkline(ticks, index, { objective }) {
    const samples = ticks.slice(-SPARKLINE_TICKS).map(({ samples: all }) => all[index]);
    const values = samples.flatMap(({ value }) => value ?? []);
    const top = limitOf(objective) ?? Math.max(...values, Number.MIN_VALUE) * 1.001;
    return samples.map((sample) => bar(sample, top)).join("");
}
function bar({ class: kind, value }, top) {
    if (kind === "violation")
        return OVER;
    if (value === undefined)
        return text_MISSING;
    const level = Math.floor((value / top) * LEVELS.length);
    return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, level))] ?? text_MISSING;
}

;// CONCATENATED MODULE: ./actions/metrics-gate/plot.ts


const MAX_PANELS = 6;
const PANEL_HEIGHT = 150;
const MAX_EVIDENCE = 1e6;
const MIN_EVIDENCE = 1e-2;
async function plotOf(ended) {
    const { chartSvg } = await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 6382));
    const { objectives, reason } = ended.standing;
    const order = worstFirst(objectives);
    const shown = order
        .slice(0, MAX_PANELS)
        .sort((one, other) => one - other)
        .map((index) => ({ index, standing: objectives[index] }));
    const more = order.length > MAX_PANELS ? ` The ${MAX_PANELS} worst of ${order.length} objectives.` : "";
    return chartSvg({
        title: `metrics-gate: ${ended.verdict}`,
        subtitle: `${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 110)}${more}`,
        x: { scale: "time", label: "end of the tick's window, UTC" },
        panels: [...shown.map((one) => panelOf(ended, one)), ...evidencePanels(ended, shown)],
    });
}
function panelOf(ended, shown) {
    const { index, standing } = shown;
    const { objective } = standing;
    const points = ended.ticks.map(({ time, samples }) => ({ x: time, y: samples[index].value }));
    const baseline = baselineOf(ended, index);
    const isProportion = objective.kind === "proportion";
    const classOf = (tick) => ended.ticks[tick].samples[index].class;
    const isJudged = (tick) => classOf(tick) === "ok" || classOf(tick) === "violation";
    return {
        y: { scale: "linear", format: isProportion ? "percent" : "number", ...(isProportion && { min: 0 }) },
        height: PANEL_HEIGHT,
        series: [
            { name: `${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 60)}${thresholdText(ended, index)}`, points },
            ...(baseline.some(({ y }) => y !== undefined) ? [{ name: "baseline", points: baseline, color: 5 }] : []),
        ],
        limits: limitsOf(standing),
        marks: [
            { name: "violation", kind: "violation", points: points.filter((_, tick) => classOf(tick) === "violation") },
            {
                name: "not judged",
                kind: "missing",
                points: points.filter((_, tick) => !isJudged(tick)).map(({ x }) => ({ x, y: undefined })),
            },
        ],
    };
}
function baselineOf({ ticks }, index) {
    return ticks.map(({ time, samples }) => {
        const { baseline: events } = samples[index];
        return { x: time, y: events === undefined || events.total === 0 ? undefined : events.bad.most / events.total };
    });
}
function limitsOf({ objective }) {
    if (objective.kind === "proportion")
        return [{ name: "limit", value: objective.limit }];
    const { max, min } = objective;
    return [
        ...(max === undefined ? [] : [{ name: "must stay below", value: max }]),
        ...(min === undefined ? [] : [{ name: "must stay above", value: min }]),
    ];
}
function thresholdText({ slos }, index) {
    const slo = slos[index];
    return slo.kind === "latency" ? `: over ${slo.shown}` : "";
}
function evidencePanels({ ticks }, shown) {
    const tested = shown.filter(({ standing }) => standing.evidence !== undefined);
    const needed = tested[0]?.standing.evidence?.needed;
    if (needed === undefined)
        return [];
    const series = tested.map(({ standing, index }, color) => ({
        name: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(standing.objective.name), 40),
        points: ticks.map(({ time, samples }) => ({ x: time, y: clamp(samples[index].evidence) })),
        color,
    }));
    return [
        {
            y: { scale: "log", label: "evidence against" },
            height: PANEL_HEIGHT,
            series,
            limits: [{ name: `refuses at ${Number(needed.toPrecision(3))}`, value: needed }],
        },
    ];
}
function clamp(value) {
    return value === undefined ? undefined : Math.min(Math.max(value, MIN_EVIDENCE), MAX_EVIDENCE);
}

;// CONCATENATED MODULE: ./actions/metrics-gate/report-json.ts




const SCHEMA_VERSION = 1;
function* reportPieces(ended) {
    const head = (0,packages_text/* jsonText */.s$)({ ...headOf(ended), remarks: ended.remarks, queries: ended.queries });
    yield `${head.slice(0, -1)},"objectives":[`;
    for (const [index, standing] of ended.standing.objectives.entries()) {
        const own = (0,packages_text/* jsonText */.s$)(objectiveJson(ended, index, standing));
        yield `${index === 0 ? "\n" : ",\n"}${own.slice(0, -1)},"samples":[`;
        let separator = "\n";
        for (const tick of ended.ticks) {
            yield separator + (0,packages_text/* jsonText */.s$)(sampleJson(tick, index));
            separator = ",\n";
        }
        yield "]}";
    }
    yield "\n]}\n";
}
function shortReport(ended) {
    const { objectives: standings } = ended.standing;
    const order = worstFirst(standings);
    const head = headOf(ended);
    const room = report/* MAX_OUTPUT_BYTES */.$q - Buffer.byteLength((0,packages_text/* jsonText */.s$)({ ...head, truncated: false, objectives: [] }));
    const half = report/* MAX_OUTPUT_BYTES */.$q / 2;
    const shown = (0,report/* itemsWithin */.mu)(order.map((index) => objectiveJson(ended, index, standings[index])), room - half);
    const sampled = (0,report/* itemsWithin */.mu)(sampleLists(ended, order.slice(0, shown.items.length)), Math.max(shown.left, 0) + half);
    const isWhole = sampled.items.length === order.length;
    const objectives = shown.items.map((objective, place) => ({ ...objective, ...sampled.items[place] }));
    return { ...head, truncated: !isWhole, objectives };
}
function* sampleLists(ended, order) {
    for (const index of order)
        yield { samples: ended.ticks.map((tick) => withQueries(ended, sampleJson(tick, index))) };
}
function headOf({ verdict, standing, inputs, host, started, ended, ticks }) {
    return {
        schemaVersion: SCHEMA_VERSION,
        action: "metrics-gate",
        verdict,
        reason: standing.reason,
        prometheus: host,
        started: timeText(started),
        ended: timeText(ended),
        selector: inputs.selector,
        baseline: inputs.baseline ?? null,
        schedule: { ...(0,metrics_gate_inputs/* scheduleOf */.rH)(inputs), measured: ticks.length },
        policy: (0,metrics_gate_inputs/* policyOf */.US)(inputs),
    };
}
function objectiveJson({ worst }, index, { objective, ...standing }) {
    return { ...objective, ...standing, worst: worst[index] };
}
function sampleJson({ time, samples, queries }, index) {
    const { tick, class: kind, value, events, baseline, detail, evidence } = samples[index];
    return {
        tick,
        time: timeText(time),
        class: kind,
        value: value ?? null,
        ...(events !== undefined && eventsJson(events)),
        ...(baseline !== undefined && { baseline: eventsJson(baseline) }),
        ...(evidence !== undefined && { evidence }),
        ...(detail !== undefined && { detail }),
        queries: queries[index],
    };
}
function eventsJson({ total, bad }) {
    return { requests: total, bad: bad.least === bad.most ? bad.most : bad };
}
function withQueries({ queries }, { queries: indexes = [], ...sample }) {
    return { ...sample, queries: indexes.map((index) => queries[index]) };
}
function timeText(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./actions/metrics-gate/report.ts





const MAX_ROWS = 50;
const MAX_EXPLAINED = 10;
const RESULTS = { passed: "pass", refused: "fail", undecided: "unknown" };
function outputsOf(ended) {
    const { objectives, reason } = ended.standing;
    const counted = objectives.filter(({ objective }) => objective.counted);
    const answered = counted.map(({ counts }) => counts.ok + counts.violation + counts["low-traffic"]);
    return {
        reason: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 4_000),
        violations: counted.reduce((sum, { episodes }) => sum + episodes, 0),
        samples: answered.length === 0 ? 0 : Math.min(...answered),
        requests: Math.round(Math.max(0, ...counted.map(({ requests }) => requests))),
        report: shortReport(ended),
    };
}
function problemsOf(ended) {
    if (ended.verdict === "passed")
        return [];
    const decisive = byWeight(ended).filter(({ standing }) => standing.objective.counted && standing.verdict === ended.verdict);
    return decisive.slice(0, MAX_EXPLAINED).map(({ index, standing }) => ({
        what: `${standing.objective.name}: ${standing.reason}`,
        remedy: ended.verdict === "refused"
            ? `${blameText(ended, index)}Roll back, or check ${queryText(ended, index)}.`
            : `${lastDetail(ended, index)}Let it run longer, or send it more requests. The query was ${queryText(ended, index)}.`,
    }));
}
function byWeight({ standing }) {
    return worstFirst(standing.objectives).map((index) => ({ index, standing: standing.objectives[index] }));
}
function blameText({ worst }, index) {
    const [first] = worst[index] ?? [];
    return first === undefined ? "" : `Most bad events come from ${seriesText(first.labels)}. `;
}
function lastDetail({ ticks }, index) {
    const detail = ticks.findLast(({ samples }) => samples[index].detail !== undefined)?.samples[index]?.detail;
    return detail === undefined ? "" : `Last detail: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(detail), 500)}. `;
}
function seriesText({ __name__: name = "", ...labels }) {
    const parts = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${name}{${parts.join(", ")}}`), 300);
}
function queryText({ ticks, queries }, index) {
    const indexes = ticks.findLast((tick) => tick.queries[index].length > 0)?.queries[index] ?? [];
    if (indexes.length === 0)
        return "nothing";
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(indexes.map((query) => queries[query]).join(" and ")), 500);
}
function summaryOf(ended) {
    const { verdict, reason } = ended.standing;
    const all = byWeight(ended);
    const shown = all.length > MAX_ROWS ? all.slice(0, MAX_ROWS) : all.toSorted((one, other) => one.index - other.index);
    const explained = all.filter(({ standing }) => standing.verdict !== "passed" && standing.certain && standing.objective.counted);
    return [
        (0,packages_text/* heading */.R_)("metrics-gate"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(report/* VERDICT_WORDS */._G[verdict]), ` ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 1_000)}`]),
        (0,packages_text/* table */.tp)(["Objective", "Course", "Value", "Limit", "Evidence against it", "Ticks", "Verdict"], shown.map((ranked) => rowOf(ended, ranked))),
        ...(all.length > MAX_ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${all.length - MAX_ROWS} more, in the report`)] : []),
        ...explained.slice(0, MAX_EXPLAINED).map((ranked) => detailsOf(ended, ranked)),
        ...remarksOf(ended),
        ...filesOf(ended),
    ];
}
function remarksOf({ remarks }) {
    if (remarks.length === 0)
        return [];
    return [(0,packages_text/* details */.zH)("Remarks from Prometheus", [(0,packages_text/* list */.p_)(remarks.map((remark) => (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(remark), 300)))])];
}
function filesOf({ inputs }) {
    const files = [
        ["Plot", inputs.plotFile],
        ["Report", inputs.reportFile],
    ].flatMap(([name, path]) => (path === undefined ? [] : [[`${name}: `, (0,packages_text/* code */.aY)(path)]]));
    return files.length === 0 ? [] : [(0,packages_text/* list */.p_)(files)];
}
function rowOf(ended, { index, standing }) {
    const { objective, counts } = standing;
    return [
        (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 100),
        sparkline(ended.ticks, index, standing),
        valueText(ended, { index, standing }),
        limitText(objective, ended.slos[index]),
        report_evidenceText(standing),
        classesText(counts),
        verdictText(standing),
    ];
}
function valueText({ ticks }, { index, standing }) {
    const { objective, share, ratio } = standing;
    if (share !== undefined) {
        const compared = ratio === undefined ? "" : `, ${Number(ratio.value.toPrecision(3))} × the baseline`;
        return `${estimateText(share)}${compared}`;
    }
    const last = ticks.findLast(({ samples }) => samples[index].value !== undefined);
    return numberText(last?.samples[index]?.value, objective);
}
function report_evidenceText({ evidence }) {
    if (evidence === undefined)
        return "";
    return `${Number(evidence.value.toPrecision(3))} of ${Number(evidence.needed.toPrecision(3))}`;
}
function verdictText({ objective, certain, verdict }) {
    if (!objective.counted)
        return "shown only";
    return certain ? report/* VERDICT_WORDS */._G[verdict] : "not finished";
}
function detailsOf(ended, { index, standing }) {
    const { objective, reason } = standing;
    const detail = ended.verdict === "refused" ? "" : lastDetail(ended, index);
    const worst = ended.worst[index] ?? [];
    const total = worst.reduce((sum, { bad }) => sum + bad, 0);
    const blame = worst.map(({ labels, bad }) => [
        (0,packages_text/* code */.aY)(seriesText(labels)),
        ` ${Math.round(bad)} (${percentText(bad / total)} of these)`,
    ]);
    return (0,packages_text/* details */.zH)(`${objective.name}: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 500)}`, [
        (0,packages_text/* paragraph */.FY)(["Query: ", (0,packages_text/* code */.aY)(queryText(ended, index))]),
        ...(detail === "" ? [] : [(0,packages_text/* paragraph */.FY)(detail)]),
        ...(blame.length === 0 ? [] : [(0,packages_text/* paragraph */.FY)("Most bad events come from:"), (0,packages_text/* list */.p_)(blame)]),
    ]);
}
async function writeFiles({ reportFile, plotFile, junitFile }, ended, write) {
    if (reportFile !== undefined)
        await write(reportFile, reportPieces(ended));
    if (plotFile !== undefined)
        await write(plotFile, await plotOf(ended));
    if (junitFile !== undefined)
        await write(junitFile, await junitOf(ended));
}
async function junitOf(ended) {
    const { junitResult, junitXml } = await __webpack_require__.e(/* import() */ 2420).then(__webpack_require__.bind(__webpack_require__, 2420));
    const duration = (ended.ended - ended.started) / 1_000;
    const cases = ended.standing.objectives.map(({ objective, verdict, reason }, index) => ({
        name: objective.name,
        duration,
        result: objective.counted ? junitResult(RESULTS[verdict]) : "skipped",
        message: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 1_000),
        detail: `${reason}\n${queryText(ended, index)}\n${blameText(ended, index)}`,
    }));
    return junitXml("metrics-gate", [{ name: "metrics-gate", cases }]);
}

;// CONCATENATED MODULE: ./actions/metrics-gate/judge-metrics.ts














const GRACE = 60_000;
const RETRY_INTERVAL = 1_000;
const judge_metrics_TICK_SHARE = 0.25;
const MAX_ATTEMPT = 30_000;
async function judgeMetrics(context) {
    const { inputs, io, signal, clock, host } = context;
    checkFiles(context);
    const tracks = readTracks(inputs);
    const [slos, url] = await Promise.all([readSlosInput(context), prometheusUrl(context)]);
    const http = connect(context, url);
    try {
        const prometheus = openServer(inputs, http, url);
        const sampler = openSampler({ prometheus, slos, tracks, interval: inputs.interval, clock, io, signal });
        const objectives = slos.map((slo) => objectiveOf(slo, tracks.baseline !== undefined));
        assertOneCounts(objectives);
        const judge = openJudge(objectives, (0,metrics_gate_inputs/* policyOf */.US)(inputs));
        const record = openRecord({ inputs, slos, sampler, host: prometheus.host, started: clock.now() });
        await writeFiles(inputs, record.end(judge.standing(), "undecided", clock.now()), (path, content) => (0,packages_files.writeWorkspaceFile)(host, path, content, { typed: true }));
        const standing = await watch(context, { sampler, record, judge, objectives: objectives.length });
        const ended = record.end(standing, standing.verdict, clock.now());
        await writeFiles(inputs, ended, (path, content) => (0,packages_files/* writeReport */.u5)(host, io, path, content));
        if (inputs.summary)
            io.summary(...summaryOf(ended));
        return (0,report/* passOrThrow */.rk)(standing.verdict, {
            messages: {
                refused: "the release breaks its objectives",
                invalid: "the objectives cannot be judged",
                undecided: "there is no proof that the release keeps its objectives",
            },
            problems: problemsOf(ended),
            outputs: outputsOf(ended),
        });
    }
    finally {
        http.close();
    }
}
function connect({ inputs, io, signal, clock, host, endpoints }, url) {
    return (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network: host.network,
        endpoints: [...endpoints, url],
        allowHttp: inputs.allowHttp,
        connections: CONNECTIONS,
    });
}
function openServer(inputs, http, url) {
    const patience = inputs.interval * judge_metrics_TICK_SHARE;
    const deadline = Math.min(MAX_ATTEMPT, patience);
    return (0,packages_prometheus/* openPrometheus */.jL)({ http, url, credential: (0,packages_http.credentialOf)(inputs), deadline, patience });
}
async function watch(context, { sampler, record, judge, objectives }) {
    const { inputs, io, signal, clock, host } = context;
    const schedule = (0,metrics_gate_inputs/* scheduleOf */.rH)(inputs);
    try {
        await prepare(sampler, context);
        return await runGate({
            source: sampler,
            judge,
            objectives,
            schedule,
            clock,
            signal,
            onWait(tick, milliseconds) {
                if (host.kind !== "terminal")
                    return;
                io.progress(`tick ${tick + 1} of ${schedule.ticks} in ${Math.ceil(milliseconds / 1_000)} s`);
            },
            onTick(tick) {
                record.add(tick);
                io.info(tickLine(record, tick));
            },
        });
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            await writeUnfinished(context, record, judge, error.verdict);
        throw error;
    }
}
async function writeUnfinished({ inputs, io, host, clock }, record, judge, verdict) {
    const ended = record.end(judge.standing(), verdict, clock.now());
    await writeFiles(inputs, ended, (path, content) => (0,packages_files/* writeReport */.u5)(host, io, path, content));
}
async function prepare(sampler, { clock, io, signal }) {
    const started = clock.monotonic();
    for (;;) {
        try {
            return await sampler.prepare();
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
                throw error;
            if (clock.monotonic() - started > GRACE)
                return io.warning(`Prometheus does not answer; the run starts without it. ${error.message}`);
            io.progress(`waiting for Prometheus: ${error.message}`);
            await clock.sleep(RETRY_INTERVAL, signal);
        }
    }
}
function assertOneCounts(objectives) {
    if (objectives.some(({ counted }) => counted))
        return;
    const what = "no objective counts, so nothing would be judged";
    const remedy = "Remove dry-run from one, or give a query below or above.";
    throw (0,action/* invalid */.Gq)(what, { problems: [{ input: "slos", what, remedy }] });
}
function checkFiles({ inputs: { slos, reportFile, plotFile, junitFile }, host }) {
    const files = { "report-file": reportFile, "plot-file": plotFile, "junit-file": junitFile };
    (0,packages_files.refuseOutputs)(host, files);
    (0,packages_files/* refuseSameFile */.vx)(host, { slos: slos === undefined || isInlineSlos(slos) ? undefined : slos, ...files });
}
function readTracks({ selector, baseline }) {
    const problems = [];
    const read = (input, text) => {
        try {
            return readMatchers(text);
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ))
                throw error;
            const { remedy } = error.details;
            problems.push({ input, what: `${input} is ${error.message}`, ...(remedy !== undefined && { remedy }) });
            return [];
        }
    };
    const tracks = {
        canary: read("selector", selector),
        baseline: baseline === undefined ? undefined : read("baseline", baseline),
    };
    const textOf = (matchers) => matchers.map(packages_prometheus/* matcherText */.sE).sort().join();
    if (problems.length === 0 && tracks.baseline !== undefined && textOf(tracks.baseline) === textOf(tracks.canary)) {
        const what = "baseline selects the same as selector: a release that is compared with itself is never worse";
        problems.push({ input: "baseline", what, remedy: "Set it to the labels of what the release is compared with." });
    }
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    return tracks;
}
async function readSlosInput({ inputs: { slos }, host }) {
    if (slos === undefined)
        return DEFAULT_SLOS;
    if (isInlineSlos(slos))
        return await readSlos(slos, "slos");
    const source = await (0,packages_files.readWorkspaceFile)(host, slos, { maxBytes: 1024 * 1024, typed: true });
    return await readSlos(source.toString("utf8"), slos);
}
async function prometheusUrl(context) {
    const { prometheusUrl: given, environment } = context.inputs;
    if (environment === undefined)
        return given;
    const { prometheus } = (0,config/* findEnvironment */.jY)(await (0,config.loadConfig)(context), environment);
    const url = given ?? prometheus?.url;
    if (url !== undefined)
        return url;
    throw (0,action/* invalid */.Gq)(`the environment ${JSON.stringify(environment)} does not say where its Prometheus is`, {
        remedy: "Add prometheus.url to it in release-actions.yml, or set prometheus-url.",
    });
}


/***/ }),

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 9349:
/***/ (require("./9349.module.js")),

/***/ 6232:
/***/ (require("./6232.module.js")),

/***/ 5955:
/***/ (require("./5955.module.js")),

/***/ 107:
/***/ (require("./107.module.js"))

};
;