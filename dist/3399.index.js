"use strict";
exports.id = 3399;
exports.ids = [3399,527];
exports.modules = {

/***/ 3399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeMetrics: () => (/* binding */ judgeMetrics)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/config/index.ts + 2 modules
var config = __webpack_require__(527);
// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var packages_files = __webpack_require__(2353);
// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
// EXTERNAL MODULE: ./packages/prometheus/index.ts + 6 modules
var packages_prometheus = __webpack_require__(7439);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
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
        remedy: 'Write the metric and its labels alone, as http_requests_total{code="500"}; what it grows by is worked out here.',
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
    throw (0,action/* invalid */.Gq)(`${SELECTOR} stands in no selector of the query: ${show(query)}`, {
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
        throw (0,action/* invalid */.Gq)(`the query calls ${show(unknownFunction)}, which is no function that is known here: ${show(query)}`, {
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
        throw (0,action/* invalid */.Gq)(`the query asks for ${(0,promql/* matcherText */.sE)(other)} and the selector for ${(0,promql/* matcherText */.sE)(wanted)}: ${show(query)}`, { remedy: "Leave the label out of the query." });
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
    if (evidence && evidence.logLargest() >= Math.log(needed)) {
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
        return { class: "invalid", value: undefined, detail: `${value} is no measurement` };
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
            const excess = (Math.min(1, bad.least / total) - limit) / limit;
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
    return {
        objective,
        counting: counter,
        totals,
        evidence,
        observe(tick, measurement) {
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


;// CONCATENATED MODULE: ./actions/metrics-gate/gate.ts
const LATEST = 0.5;
const LATE = {
    kind: "none",
    sample: "skipped",
    detail: "its time had passed when the tick before it ended",
};
async function runGate({ source, judge, objectives, schedule, clock, signal, waiting, observed, }) {
    const { warmup, interval, ticks, ingestDelay } = schedule;
    const [started, origin] = [clock.monotonic(), clock.now()];
    for (let tick = 0; tick < ticks; tick += 1) {
        const from = warmup + tick * interval;
        const window = { tick, from: origin + from, to: origin + from + interval };
        const due = started + from + interval + ingestDelay;
        const wait = due - clock.monotonic();
        if (wait > 0) {
            waiting?.(tick, wait);
            await clock.sleep(wait, signal);
        }
        signal?.throwIfAborted();
        const late = clock.monotonic() - due > interval * LATEST;
        const measurements = late ? Array.from({ length: objectives }, () => LATE) : await source.measure(window);
        const samples = judge.observe(tick, measurements);
        const standing = judge.standing();
        observed?.({ window, samples, standing });
        if (standing.certain)
            return standing;
    }
    return judge.standing();
}

;// CONCATENATED MODULE: ./actions/metrics-gate/buckets.ts

const WIDEST = 10;
function bucketsAround({ threshold, histogram, shown }, bounds) {
    const finite = [...new Set(bounds.map(Number).filter((bound) => Number.isFinite(bound)))].sort((one, other) => one - other);
    const textsOf = (bound) => bounds.filter((text) => text !== "" && Number(text.replace("Inf", "Infinity")) === bound);
    const all = textsOf(Infinity);
    if (finite.length === 0 || all.length === 0)
        throw (0,action/* invalid */.Gq)(`${histogram} has no buckets`, {
            remedy: "Name a classic histogram, whose series end with _bucket and have the label le.",
        });
    const lower = finite.findLast((bound) => bound <= threshold);
    const upper = finite.find((bound) => bound >= threshold);
    const remedy = `Its buckets are ${finite.join(", ")}: choose one of them as the threshold, or add a bucket.`;
    if (upper === undefined)
        throw (0,action/* invalid */.Gq)(`no bucket of ${histogram} ends at ${shown} or above, so that a slower request would never show`, {
            remedy,
        });
    if (lower === undefined)
        throw (0,action/* invalid */.Gq)(`no bucket of ${histogram} ends at ${shown} or below, so that a fast enough request would never show`, { remedy });
    if (upper > lower * WIDEST)
        throw (0,action/* invalid */.Gq)(`the buckets of ${histogram} around ${shown} end at ${lower} and ${upper}, too far apart to tell`, {
            remedy,
        });
    return { lower: textsOf(lower), upper: textsOf(upper), all };
}

;// CONCATENATED MODULE: ./actions/metrics-gate/plan.ts




const MAX_RATIO = 1.5;
const WINDOW = "$window";
function objectiveOf(slo, compared) {
    const { name } = slo;
    if (slo.kind !== "query") {
        const { below: limit, maxRatio = MAX_RATIO, dryRun } = slo;
        return {
            kind: "proportion",
            name,
            limit,
            counted: !dryRun,
            ...(compared && { maxRatio }),
        };
    }
    const { below: max, above: min, dryRun } = slo;
    return {
        kind: "value",
        name,
        max,
        min,
        counted: !dryRun && (max !== undefined || min !== undefined),
    };
}
function plan_metricsOf(slo) {
    if (slo.kind === "latency")
        return [{ metric: `${histogramOf(slo).metric}_bucket`, mayBeAbsent: false }];
    if (slo.kind === "query")
        return withMatchers(inWindow(slo.query, 1_000), [(0,packages_prometheus/* oneOf */.yL)("x", ["x"])]).metrics.map((metric) => ({
            metric,
            mayBeAbsent: false,
        }));
    const named = (texts, mayBeAbsent) => (texts ?? []).map((text) => ({ metric: inject_readSelector(text).metric, mayBeAbsent }));
    return [...named(slo.total, false), ...named(slo.good, false), ...named(slo.bad, slo.badMayBeAbsent)];
}
function bucketSelector(slo) {
    const { metric, matchers } = histogramOf(slo);
    return (0,packages_prometheus/* selector */.Pf)(`${metric}_bucket`, matchers);
}
function histogramOf({ histogram }) {
    const { metric, matchers } = inject_readSelector(histogram);
    if (matchers.some(({ label }) => label === "le"))
        throw (0,action/* invalid */.Gq)("histogram asks for single buckets", {
            remedy: "Leave the label le out: the buckets are chosen by the threshold.",
        });
    return { metric: metric.endsWith("_bucket") ? metric.slice(0, -"_bucket".length) : metric, matchers };
}
function planOf(slo, tracks, interval, bounds = []) {
    if (slo.kind === "query")
        return { kind: "value", slo, query: withMatchers(inWindow(slo.query, interval), tracks.canary).query };
    const arm = slo.kind === "ratio" ? ratioArm : latencyArm;
    const make = (matchers) => arm(slo, matchers, bounds);
    return { kind: "events", slo, canary: make(tracks.canary), baseline: tracks.baseline && make(tracks.baseline) };
}
function ratioArm({ bad, good, total }, matchers) {
    const own = (texts = []) => texts.map((text) => withMatchers(text, matchers).query);
    const [bads, goods, totals] = [own(bad), own(good), own(total)];
    const sum = (selectors, grown) => selectors.reduce((all, one) => all + sumOf(grown(one)), 0);
    return {
        selectors: [...new Set([...bads, ...goods, ...totals])],
        needed: totals,
        count(grown) {
            const all = sum(totals, grown);
            const failed = bad === undefined ? all - sum(goods, grown) : sum(bads, grown);
            return { total: all, least: failed, most: failed };
        },
        blame: bads,
    };
}
function sumOf(grown) {
    let sum = 0;
    for (const one of grown.values())
        sum += one;
    return sum;
}
function latencyArm(slo, matchers, bounds) {
    const { lower, upper, all } = bucketsAround(slo, bounds);
    const buckets = withMatchers(bucketSelector(slo), [
        ...matchers,
        (0,packages_prometheus/* oneOf */.yL)("le", [...new Set([...lower, ...upper, ...all])]),
    ]).query;
    return {
        selectors: [buckets],
        needed: [buckets],
        count(grown) {
            const counted = grown(buckets);
            const under = (labels) => labels.reduce((sum, le) => sum + (counted.get(le) ?? 0), 0);
            const total = under(all);
            return { total, least: total - under(upper), most: total - under(lower) };
        },
        blame: [],
    };
}
function inWindow(query, interval) {
    return query.replaceAll(WINDOW, durationText(interval));
}
function durationText(milliseconds) {
    const whole = Math.ceil(milliseconds);
    return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
}

;// CONCATENATED MODULE: ./actions/metrics-gate/probe.ts




const LOOK_BACK = 30 * 86_400_000;
const LATELY = 3_600_000;
const BATCH = 30;
const CONNECTIONS = 12;
const SKEW = 5_000;
async function planAll(probe) {
    const { slos, tracks, interval } = probe;
    throwAll(await each(slos, (slo) => {
        plan_metricsOf(slo);
        if (slo.kind !== "latency")
            planOf(slo, tracks, interval);
        return Promise.resolve();
    }));
    const known = await knownMetrics(probe, [
        ...new Set(slos.flatMap((slo) => plan_metricsOf(slo).map(({ metric }) => metric))),
    ]);
    const plans = [];
    const problems = await each(slos, async (slo, index) => {
        if (known !== undefined)
            await checkNames(probe, slo, known);
        plans[index] = planOf(slo, tracks, interval, slo.kind === "latency" ? await boundsOf(probe, slo) : []);
        await tryOnce(probe, plans[index]);
    });
    throwAll(problems);
    return plans;
}
async function each(slos, work) {
    const problems = [];
    await (0,packages_http/* inParallel */.HN)(CONNECTIONS, [...slos.entries()], async ([index, slo]) => {
        try {
            await work(slo, index);
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "invalid" || error instanceof packages_http/* HttpError */.j$)
                throw error;
            const { remedy } = error.details;
            problems.push({ input: "slos", what: `${slo.name}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
        }
    });
    return problems;
}
function throwAll(problems) {
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems.length === 1 ? "an objective cannot be judged" : `${problems.length} objectives cannot be judged`, { problems });
}
async function knownMetrics({ prometheus, clock, io }, metrics) {
    const start = clock.now() - LOOK_BACK;
    const batches = Array.from({ length: Math.ceil(metrics.length / BATCH) }, (_, index) => metrics.slice(index * BATCH, (index + 1) * BATCH));
    const answers = await (0,packages_http/* inParallel */.HN)(CONNECTIONS, batches, (batch) => prometheus.labelValues("__name__", start, batch.map((metric) => (0,packages_prometheus/* selector */.Pf)("", [(0,packages_prometheus/* equals */.aI)("__name__", metric)]))));
    const told = answers.filter((answer) => answer !== undefined);
    if (told.length < answers.length || told.some(({ warnings }) => warnings.length > 0)) {
        io.warning("It could not be checked whether the metrics exist: Prometheus, or a proxy in front of it, does not tell, or not all of it. A misspelt one would have no data.");
        return undefined;
    }
    warnOfSkew(told[0], clock, io);
    return new Set(told.flatMap(({ value }) => value));
}
function warnOfSkew(answer, clock, io) {
    if (answer?.date === undefined)
        return;
    const ahead = clock.now() - answer.date;
    if (Math.abs(ahead) < SKEW)
        return;
    io.warning(`This machine's clock is ${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? "ahead of" : "behind"} the server's: what is asked for is another time than is meant.`);
}
async function checkNames(probe, slo, known) {
    for (const { metric, mayBeAbsent } of plan_metricsOf(slo)) {
        if (known.has(metric) || mayBeAbsent)
            continue;
        const isBad = slo.kind === "ratio" && slo.bad !== undefined;
        if (isBad && (await probe.prometheus.isDocumented(metric)) === true)
            continue;
        if (slo.kind === "latency")
            await checkNative(probe, slo, metric);
        throw (0,action/* invalid */.Gq)(`Prometheus has never heard of ${metric}`, {
            remedy: isBad
                ? "Check its name. If it only shows with the first bad event, say bad-may-be-absent: true."
                : "Check its name, and that it is scraped.",
        });
    }
}
async function checkNative({ prometheus, clock }, { histogram }, bucket) {
    const { value } = await prometheus.query((0,packages_prometheus/* selector */.Pf)(bucket.slice(0, -"_bucket".length)), clock.now());
    if (value.kind !== "vector" || !value.series.some(({ value: one }) => one === undefined))
        return;
    throw (0,action/* invalid */.Gq)(`${histogram} has no classic buckets: it is a native histogram`, {
        remedy: "Have it scraped with classic buckets as well, or write a query with histogram_fraction.",
    });
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
    if (warnings.length > 0)
        throw (0,action/* undecided */.oo)(`not all buckets of ${buckets} are known: ${warnings.join("; ")}`, {
            remedy: "Look at what stands in front of Prometheus, and at its stores.",
        });
    return value.kind === "vector" ? value.series.map(({ labels }) => labels["le"] ?? "") : [];
}
async function tryOnce({ prometheus, clock }, plan) {
    if (plan.kind !== "value")
        return;
    const answer = await prometheus.query(plan.query, clock.now()).catch((error) => {
        if (error instanceof action/* ActionError */.lZ && error.verdict === "undecided" && !(error instanceof packages_http/* HttpError */.j$))
            return undefined;
        throw error;
    });
    if (answer === undefined)
        return;
    const { value } = answer;
    const { reduce } = plan.slo;
    if (value.kind === "string")
        throw (0,action/* invalid */.Gq)("the query answers with a text", { remedy: "Write one that answers with a number." });
    const series = value.kind === "scalar" ? 1 : value.series.length;
    if (series > 1 && reduce === "error")
        throw (0,action/* invalid */.Gq)(`the query answers with ${series} series`, {
            remedy: "Say what to make of them by reduce: each, max, min or sum, or aggregate them in the query.",
        });
}

// EXTERNAL MODULE: ./actions/metrics-gate/settings.ts
var settings = __webpack_require__(299);
;// CONCATENATED MODULE: ./actions/metrics-gate/words.ts
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

;// CONCATENATED MODULE: ./actions/metrics-gate/progress.ts



const LEVELS = "▁▂▃▄▅▆▇";
const OVER = "█";
const progress_MISSING = "·";
const LENGTH = 16;
const SHOWN = 4;
function tickLine(record, { window, standing }) {
    const { ticks } = (0,settings/* scheduleOf */.rH)(record.inputs);
    const places = worstFirst(standing.objectives);
    const shown = (places.length > SHOWN ? places.slice(0, SHOWN) : places.toSorted((one, other) => one - other)).map((index) => objectiveText(record.ticks, index, standing.objectives[index]));
    const more = places.length > SHOWN ? [`and ${places.length - SHOWN} more`] : [];
    return [`${window.tick + 1}/${ticks} ${new Date(window.to).toISOString().slice(11, 19)}`, ...shown, ...more].join("  ");
}
function objectiveText(ticks, index, standing) {
    const sample = ticks.at(-1).samples[index];
    const { objective, evidence } = standing;
    const value = sample.class === "ok" || sample.class === "violation" ? numberText(sample.value, objective) : sample.class;
    const against = evidence === undefined ? "" : ` evidence ${shortNumber(evidence.value)}/${shortNumber(evidence.needed)}`;
    return `${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 30)} ${sparkline(ticks, index, standing)} ${value}${against}`;
}
function sparkline(ticks, index, { objective }) {
    const samples = ticks.slice(-LENGTH).map(({ samples: all }) => all[index]);
    const limit = limitOf(objective);
    const highest = limit ?? Math.max(...samples.flatMap(({ value }) => value ?? []), Number.MIN_VALUE) * 1.001;
    return samples.map((sample) => bar(sample, highest)).join("");
}
function bar({ class: kind, value }, highest) {
    if (kind === "violation")
        return OVER;
    if (value === undefined)
        return progress_MISSING;
    return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, Math.floor((value / highest) * LEVELS.length)))] ?? progress_MISSING;
}
function shortNumber(value) {
    return value > 1e6 ? ">1e6" : value < 0.01 ? "<0.01" : String(Number(value.toPrecision(3)));
}

;// CONCATENATED MODULE: ./actions/metrics-gate/record.ts
function openRecord({ sampler, ...setting }) {
    const ticks = [];
    const queries = new Map();
    const numberOf = (query) => {
        const number = queries.get(query) ?? queries.size;
        queries.set(query, number);
        return number;
    };
    const noneAsked = [];
    const lists = new Map();
    const listOf = (numbers) => {
        const key = numbers.join();
        const present = lists.get(key) ?? numbers;
        lists.set(key, present);
        return present;
    };
    return {
        ...setting,
        ticks,
        add({ window: { to: time }, samples }) {
            const asked = samples.map((sample, index) => sample.class === "skipped" ? noneAsked : listOf(sampler.asked(index).map(numberOf)));
            ticks.push({ time, samples, asked });
        },
        end: (standing, verdict, ended) => ({
            ...setting,
            standing,
            verdict,
            ended,
            ticks,
            queries: [...queries.keys()],
            worst: setting.slos.map((_, index) => sampler.worst(index)),
            remarks: [...sampler.remarks],
        }),
    };
}

;// CONCATENATED MODULE: ./actions/metrics-gate/plot.ts


const PANELS = 6;
async function plotOf(ended) {
    const { chartSvg } = await __webpack_require__.e(/* import() */ 6382).then(__webpack_require__.bind(__webpack_require__, 6382));
    const { objectives } = ended.standing;
    const worst = worstFirst(objectives);
    const shown = worst
        .slice(0, PANELS)
        .sort((one, other) => one - other)
        .map((index) => ({ index, standing: objectives[index] }));
    const more = worst.length > PANELS ? ` The ${PANELS} worst of ${worst.length} objectives.` : "";
    return chartSvg({
        title: `metrics-gate: ${ended.verdict}`,
        subtitle: `${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(ended.standing.reason), 110)}${more}`,
        x: { scale: "time", label: "end of the tick's window, UTC" },
        panels: [...shown.map(({ standing, index }) => panelOf(ended, index, standing)), ...evidencePanel(ended, shown)],
    });
}
function panelOf({ ticks, slos }, index, { objective }) {
    const points = ticks.map(({ time, samples }) => ({ x: time, y: samples[index].value }));
    const of = (wanted) => points.filter((_, tick) => wanted(ticks[tick].samples[index].class));
    const isProportion = objective.kind === "proportion";
    const limits = isProportion
        ? [{ name: "limit", value: objective.limit }]
        : [objective.max, objective.min].flatMap((value, place) => value === undefined ? [] : [{ name: place === 0 ? "must stay below" : "must stay above", value }]);
    const baseline = ticks.map(({ time, samples }) => {
        const { baseline: events } = samples[index];
        return { x: time, y: events === undefined || events.total === 0 ? undefined : events.bad.most / events.total };
    });
    return {
        y: { scale: "linear", format: isProportion ? "percent" : "number", ...(isProportion && { min: 0 }) },
        height: 150,
        series: [
            { name: `${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 60)}${measured(slos[index])}`, points },
            ...(baseline.some(({ y }) => y !== undefined) ? [{ name: "baseline", points: baseline, color: 5 }] : []),
        ],
        limits,
        marks: [
            { name: "violation", kind: "violation", points: of((kind) => kind === "violation") },
            {
                name: "not judged",
                kind: "missing",
                points: of((kind) => kind !== "ok" && kind !== "violation").map(({ x }) => ({ x, y: undefined })),
            },
        ],
    };
}
function measured(slo) {
    return slo.kind === "latency" ? `: over ${slo.shown}` : "";
}
const HIGHEST = 1e6;
const LOWEST = 1e-2;
function evidencePanel({ ticks }, shown) {
    const tested = shown.filter(({ standing }) => standing.evidence !== undefined);
    const needed = tested[0]?.standing.evidence?.needed;
    if (needed === undefined)
        return [];
    const series = tested.map(({ standing, index }, place) => ({
        name: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(standing.objective.name), 40),
        points: ticks.map(({ time, samples }) => ({ x: time, y: clamp(samples[index].evidence) })),
        color: place,
    }));
    return [
        {
            y: { scale: "log", label: "evidence against" },
            height: 150,
            series,
            limits: [{ name: `refuses at ${Number(needed.toPrecision(3))}`, value: needed }],
        },
    ];
}
function clamp(value) {
    return value === undefined ? undefined : Math.min(Math.max(value, LOWEST), HIGHEST);
}

;// CONCATENATED MODULE: ./actions/metrics-gate/report-json.ts



const SCHEMA_VERSION = 1;
const LONGEST_OUTPUT = 64 * 1024;
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
    const order = worstFirst(ended.standing.objectives);
    const head = headOf(ended);
    let left = LONGEST_OUTPUT / 2 - Buffer.byteLength(JSON.stringify(head)) - 100;
    const objectives = [];
    const takes = (value) => (left -= Buffer.byteLength(JSON.stringify(value)) + 20) >= 0;
    for (const index of order) {
        const own = objectiveJson(ended, index, ended.standing.objectives[index]);
        if (!takes(own))
            break;
        objectives.push(own);
    }
    left = Math.max(left, 0) + LONGEST_OUTPUT / 2;
    for (const [place, objective] of objectives.entries()) {
        const samples = ended.ticks.map((tick) => queriesOf(ended, sampleJson(tick, order[place])));
        if (!takes(samples))
            break;
        objective.samples = samples;
    }
    const isWhole = objectives.length === order.length && objectives.every(({ samples }) => samples !== undefined);
    return { ...head, truncated: !isWhole, objectives };
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
        schedule: { ...(0,settings/* scheduleOf */.rH)(inputs), measured: ticks.length },
        policy: (0,settings/* policyOf */.US)(inputs),
    };
}
function objectiveJson({ worst }, index, { objective, ...standing }) {
    return { ...objective, ...standing, worst: worst[index] };
}
function sampleJson({ time, samples, asked }, index) {
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
        queries: asked[index],
    };
}
function eventsJson({ total, bad }) {
    return { requests: total, bad: bad.least === bad.most ? bad.most : bad };
}
function queriesOf({ queries }, { queries: numbers = [], ...sample }) {
    return { ...sample, queries: numbers.map((number) => queries[number]) };
}
function timeText(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./actions/metrics-gate/report.ts





const VERDICTS = { passed: "✅ passed", refused: "❌ refused", undecided: "❓ undecided" };
const ROWS = 50;
const EXPLAINED = 10;
function outputsOf(ended) {
    const counted = ended.standing.objectives.filter(({ objective }) => objective.counted);
    const answered = counted.map(({ counts }) => counts.ok + counts.violation + counts["low-traffic"]);
    return {
        reason: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(ended.standing.reason), 4_000),
        violations: counted.reduce((sum, { episodes }) => sum + episodes, 0),
        samples: answered.length === 0 ? 0 : Math.min(...answered),
        requests: Math.round(Math.max(0, ...counted.map(({ requests }) => requests))),
        report: shortReport(ended),
    };
}
function problemsOf(ended) {
    const decisive = ordered(ended).filter(({ standing }) => standing.objective.counted && standing.verdict === ended.verdict);
    return decisive.slice(0, EXPLAINED).map(({ index, standing }) => ({
        what: `${standing.objective.name}: ${standing.reason}`,
        remedy: ended.verdict === "refused"
            ? `${blameText(ended, index)}Roll back, or look at it: ${queryText(ended, index)}.`
            : `${lastDetail(ended, index)}Let it run longer, or send it more requests. Asked was ${queryText(ended, index)}.`,
    }));
}
function blameText({ worst }, index) {
    const [first] = worst[index] ?? [];
    return first === undefined ? "" : `Most bad events are from ${seriesText(first.labels)}. `;
}
function lastDetail({ ticks }, index) {
    const detail = ticks.findLast(({ samples }) => samples[index].detail !== undefined)?.samples[index]?.detail;
    return detail === undefined ? "" : `Last said: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(detail), 500)}. `;
}
function seriesText(labels) {
    const { __name__: name = "", ...rest } = labels;
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${name}{${Object.entries(rest)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(", ")}}`), 300);
}
function queryText({ ticks, queries }, index) {
    const asked = ticks.findLast(({ asked: all }) => all[index].length > 0)?.asked[index] ?? [];
    return asked.length === 0 ? "nothing" : (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(asked.map((number) => queries[number]).join(" and ")), 500);
}
function ordered({ standing: { objectives }, }) {
    return worstFirst(objectives).map((index) => ({ index, standing: objectives[index] }));
}
function summaryOf(ended) {
    const { verdict, reason } = ended.standing;
    const all = ordered(ended);
    const shown = (all.length > ROWS ? all.slice(0, ROWS) : all.toSorted((one, other) => one.index - other.index)).map(({ index, standing }) => row(ended, index, standing));
    const more = all.length > ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${all.length - ROWS} more, in the report`)] : [];
    const files = [
        ["Plot", ended.inputs.plotFile],
        ["Report", ended.inputs.reportFile],
    ].flatMap(([name, path]) => (path === undefined ? [] : [[`${name}: `, (0,packages_text/* code */.aY)(path)]]));
    return [
        (0,packages_text/* heading */.R_)("metrics-gate"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(VERDICTS[verdict]), ` ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 1_000)}`]),
        (0,packages_text/* table */.tp)(["Objective", "Course", "Value", "Limit", "Evidence against it", "Ticks", "Verdict"], shown),
        ...more,
        ...all
            .filter(({ standing }) => standing.verdict !== "passed" && standing.certain && standing.objective.counted)
            .slice(0, EXPLAINED)
            .map(({ index, standing }) => explained(ended, index, standing)),
        ...(ended.remarks.length === 0
            ? []
            : [(0,packages_text/* details */.zH)("What Prometheus remarked", [(0,packages_text/* list */.p_)(ended.remarks.map((remark) => (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(remark), 300)))])]),
        ...(files.length === 0 ? [] : [(0,packages_text/* list */.p_)(files)]),
    ];
}
function row(ended, index, standing) {
    const { objective, share, ratio, evidence, counts, verdict, certain } = standing;
    const last = ended.ticks.findLast(({ samples }) => samples[index].value !== undefined)?.samples[index]?.value;
    const compared = ratio === undefined ? "" : `, ${Number(ratio.value.toPrecision(3))} × the baseline`;
    return [
        (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(objective.name), 100),
        sparkline(ended.ticks, index, standing),
        share === undefined ? numberText(last, objective) : `${estimateText(share)}${compared}`,
        limitText(objective, ended.slos[index]),
        evidence === undefined
            ? ""
            : `${Number(evidence.value.toPrecision(3))} of ${Number(evidence.needed.toPrecision(3))}`,
        classesText(counts),
        !objective.counted ? "shown only" : certain ? VERDICTS[verdict] : "not at its end",
    ];
}
function explained(ended, index, { objective, reason }) {
    const detail = ended.verdict === "refused" ? "" : lastDetail(ended, index);
    const total = (ended.worst[index] ?? []).reduce((sum, { bad }) => sum + bad, 0);
    const blame = (ended.worst[index] ?? []).map(({ labels, bad }) => [
        (0,packages_text/* code */.aY)(seriesText(labels)),
        ` ${Math.round(bad)} (${percentText(bad / total)} of these)`,
    ]);
    return (0,packages_text/* details */.zH)(`${objective.name}: ${(0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 500)}`, [
        (0,packages_text/* paragraph */.FY)(["Asked: ", (0,packages_text/* code */.aY)(queryText(ended, index))]),
        ...(detail === "" ? [] : [(0,packages_text/* paragraph */.FY)(detail)]),
        ...(blame.length === 0 ? [] : [(0,packages_text/* paragraph */.FY)("Most bad events are from:"), (0,packages_text/* list */.p_)(blame)]),
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
    const { junitXml } = await __webpack_require__.e(/* import() */ 2420).then(__webpack_require__.bind(__webpack_require__, 2420));
    const seconds = (ended.ended - ended.started) / 1_000;
    const cases = ended.standing.objectives.map((standing, index) => {
        const { objective, verdict, reason } = standing;
        const result = !objective.counted
            ? "skipped"
            : verdict === "passed"
                ? "passed"
                : verdict === "refused"
                    ? "failed"
                    : "error";
        return {
            name: objective.name,
            duration: seconds,
            result,
            message: (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(reason), 1_000),
            detail: `${reason}\n${queryText(ended, index)}\n${blameText(ended, index)}`,
        };
    });
    return junitXml("metrics-gate", [{ name: "metrics-gate", cases }]);
}

;// CONCATENATED MODULE: ./actions/metrics-gate/batches.ts


const MOST = 50;
const MOST_MATCHERS = 20;
function batchesOf(selectors) {
    const parsed = selectors.map((text) => ({ text, variants: variantsOf(text) }));
    const sizes = new Map();
    for (const { variants } of parsed)
        for (const { key } of variants)
            sizes.set(key, (sizes.get(key) ?? 0) + 1);
    const groups = new Map();
    const alone = [];
    for (const { text, variants } of parsed) {
        const [variant] = variants.toSorted((one, other) => sizes.get(other.key) - sizes.get(one.key));
        if (variant === undefined || sizes.get(variant.key) === 1) {
            alone.push(single(text));
            continue;
        }
        const group = groups.get(variant.key) ?? { variant, members: new Map() };
        groups.set(variant.key, group);
        group.members.set(variant.value, text);
    }
    return [
        ...alone,
        ...[...groups.values()].flatMap(({ variant, members }) => split([...members]).map((part) => joined(variant, part))),
    ];
}
function variantsOf(text) {
    const { metric, matchers } = inject_readSelector(text);
    if (matchers.length > MOST_MATCHERS)
        return [];
    return matchers.flatMap((matcher, index) => {
        const { label, operator, value } = matcher;
        if (operator !== "=" || value === "" || matchers.some((other) => other !== matcher && other.label === label))
            return [];
        const others = matchers.toSpliced(index, 1);
        return [{ key: JSON.stringify([metric, label, others.map(packages_prometheus/* matcherText */.sE).sort()]), metric, others, label, value }];
    });
}
function split(items) {
    return Array.from({ length: Math.ceil(items.length / MOST) }, (_, index) => items.slice(index * MOST, (index + 1) * MOST));
}
function joined({ metric, others, label }, members) {
    const byValue = new Map(members);
    return {
        selector: (0,packages_prometheus/* selector */.Pf)(metric, [
            ...others,
            byValue.size === 1 ? (0,packages_prometheus/* equals */.aI)(label, members[0][0]) : (0,packages_prometheus/* oneOf */.yL)(label, [...byValue.keys()]),
        ]),
        members: [...byValue.values()],
        memberOf: (labels) => byValue.get(labels[label] ?? ""),
    };
}
function single(text) {
    return { selector: text, members: [text], memberOf: () => text };
}

;// CONCATENATED MODULE: ./actions/metrics-gate/ask.ts






const none = (sample, detail) => ({ kind: "none", sample, detail });
const MOST_REMARKS = 20;
const TICK_SHARE = 0.25;
const DOWN_AFTER = 3;
const NO_SERIES = { kind: "matrix", series: [] };
function openAsker({ prometheus, interval, clock, signal }) {
    const all = new Map();
    const remarks = new Set();
    let batches;
    let together = true;
    async function askAll({ counters, queries }, { tick, from, to }) {
        const found = { counters: new Map(), queries: new Map() };
        for (const selector of counters)
            if (!all.has(selector))
                all.set(selector, (0,packages_prometheus/* openCounters */.gD)(from - tick * interval, interval));
        batches ??= together ? batchesOf(counters) : counters.map(single);
        const jobs = [
            ...batches.map((batch) => batchJob(batch, to, found.counters)),
            ...queries.map((query) => queryJob(query, found.queries)),
        ];
        await run(jobs, to);
        return found;
    }
    async function run(jobs, to) {
        const began = clock.monotonic();
        let failures = 0;
        let down;
        await (0,packages_http/* inParallel */.HN)(CONNECTIONS, jobs, async (job) => {
            if (down !== undefined)
                return job.miss(down);
            if (clock.monotonic() - began > interval * TICK_SHARE)
                return job.miss(none("query-error", "no time was left in this tick"));
            try {
                const answer = await prometheus.query(job.query, to);
                for (const remark of answer.infos)
                    if (remarks.size < MOST_REMARKS)
                        remarks.add(remark);
                job.take(answer);
            }
            catch (error) {
                const missing = unanswered(error, signal);
                if (error instanceof packages_http/* HttpError */.j$ && (failures += 1) >= DOWN_AFTER)
                    down = missing;
                if (!(error instanceof packages_http/* HttpError */.j$) || error.reach === "answered")
                    job.refused?.();
                job.miss(missing);
            }
        });
    }
    function batchJob({ selector, members, memberOf }, to, found) {
        const range = durationText(Math.max(...members.map((member) => all.get(member).range(to))));
        const queryOf = (text) => `${text}[${range}]`;
        return {
            query: queryOf(selector),
            take({ value, warnings }) {
                if (warnings.length > 0) {
                    for (const member of members)
                        found.set(member, { query: queryOf(member), result: NO_SERIES, partial: warnings.join("; ") });
                    return;
                }
                const results = members.length === 1 ? new Map([[members[0], value]]) : parted(value, memberOf);
                for (const member of members) {
                    const wrong = all.get(member).read(results.get(member) ?? NO_SERIES, to);
                    found.set(member, wrong === undefined
                        ? { query: queryOf(member), result: NO_SERIES, partial: undefined }
                        : { query: queryOf(member), missing: none("invalid", wrong) });
                }
            },
            refused() {
                if (members.length > 1)
                    [together, batches] = [false, undefined];
            },
            miss(missing) {
                for (const member of members)
                    found.set(member, { query: queryOf(member), missing });
            },
        };
    }
    function queryJob(query, found) {
        return {
            query,
            take: ({ value: result, warnings }) => void found.set(query, { query, result, partial: warnings.length === 0 ? undefined : warnings.join("; ") }),
            miss: (missing) => void found.set(query, { query, missing }),
        };
    }
    return { askAll, counters: (selector) => all.get(selector), remarks };
}
function parted(result, memberOf) {
    const parts = new Map();
    for (const one of result.kind === "matrix" ? result.series : []) {
        const member = memberOf(one.labels) ?? "";
        const part = parts.get(member);
        if (part === undefined)
            parts.set(member, [one]);
        else
            part.push(one);
    }
    return new Map([...parts].map(([member, series]) => [member, { kind: "matrix", series }]));
}
function unanswered(error, signal) {
    if (signal.aborted)
        throw signal.reason instanceof action/* ActionError */.lZ ? signal.reason : (0,action/* interrupted */.VM)("The run was ended.");
    if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided")
        throw error;
    return none("query-error", error.message);
}

;// CONCATENATED MODULE: ./actions/metrics-gate/reduce.ts
const reduce_none = (sample, detail) => ({ kind: "none", sample, detail });
function reduceResult(result, slo) {
    if (result.kind === "string")
        return reduce_none("invalid", "the query answers with a text");
    const all = seriesOf(result);
    if (all.length === 0)
        return reduce_none("no-data", "the query found no series");
    if (all.length > 1 && slo.reduce === "error")
        return reduce_none("invalid", `the query answers with ${all.length} series, and reduce does not say what to make of them`);
    const points = all.flat();
    if (points.includes(undefined))
        return reduce_none("invalid", "the query answers with a native histogram: take a number from it, as with histogram_fraction or histogram_quantile");
    const values = points.filter((point) => point !== undefined);
    const numbers = values.filter((value) => !Number.isNaN(value));
    if (numbers.length === 0)
        return reduce_none("no-data", "the query answers NaN, as dividing by no requests does");
    if (!numbers.every(Number.isFinite))
        return reduce_none("invalid", `the query answers ${numbers.find((value) => !Number.isFinite(value)) === Infinity ? "+Inf" : "-Inf"}`);
    if (slo.reduce === "sum" && numbers.length < values.length)
        return reduce_none("invalid", "one of the series is NaN, so that they have no sum");
    return {
        kind: "value",
        value: reduced(all.map((series) => series.filter((point) => point !== undefined && !Number.isNaN(point))), slo),
    };
}
function seriesOf(result) {
    if (result.kind === "scalar")
        return [[result.sample.value]];
    if (result.kind === "vector")
        return result.series.map(({ value }) => [value]);
    return result.series.map(({ samples }) => samples.map(({ value }) => value)).filter((samples) => samples.length > 0);
}
function reduced(all, slo) {
    const perSeries = all.filter((series) => series.length > 0).map((series) => worst(series, slo));
    switch (slo.reduce) {
        case "sum":
            return perSeries.reduce((sum, value) => sum + value, 0);
        case "max":
            return Math.max(...perSeries);
        case "min":
            return Math.min(...perSeries);
        case "each":
        case "error":
            return worst(perSeries, slo);
    }
}
function worst(values, { below, above }) {
    const [low, high] = [
        values.reduce((least, value) => Math.min(least, value)),
        values.reduce((most, value) => Math.max(most, value)),
    ];
    if (above !== undefined && (below === undefined || low <= above))
        return low;
    return high;
}

;// CONCATENATED MODULE: ./actions/metrics-gate/sampler.ts



const WORST = 3;
const MOST_GOOD = 0.01;
const NOTHING = { counters: new Map(), queries: new Map() };
function openSampler(options) {
    const { interval } = options;
    const asker = openAsker(options);
    const marks = new Map();
    const takenUntil = new Map();
    let plans;
    let questions = { counters: [], queries: [] };
    let outcomes = NOTHING;
    async function prepare() {
        if (plans !== undefined)
            return plans;
        plans = await planAll(options);
        const arms = plans.flatMap((plan) => (plan.kind === "events" ? armsOf(plan) : []));
        const queries = plans.flatMap((plan) => (plan.kind === "value" ? [plan.query] : []));
        questions = { counters: [...new Set(arms.flatMap(({ selectors }) => selectors))], queries: [...new Set(queries)] };
        return plans;
    }
    async function measure(window) {
        let ready;
        try {
            ready = await prepare();
        }
        catch (error) {
            const missing = unanswered(error, options.signal);
            return options.slos.map(() => missing);
        }
        outcomes = await asker.askAll(questions, window);
        const measurements = ready.map((plan) => (plan.kind === "value" ? valueOf(plan) : eventsOf(plan, window)));
        forget(ready);
        return measurements;
    }
    function forget(ready) {
        const until = new Map();
        for (const plan of ready) {
            if (plan.kind === "value")
                continue;
            for (const { selectors } of armsOf(plan))
                for (const selector of selectors)
                    until.set(selector, Math.min(until.get(selector) ?? Infinity, takenUntil.get(plan) ?? -Infinity));
        }
        for (const [selector, time] of until)
            read(selector).forget(time);
    }
    function valueOf({ query, slo }) {
        const outcome = outcomes.queries.get(query);
        if ("missing" in outcome)
            return outcome.missing;
        return outcome.partial === undefined ? reduceResult(outcome.result, slo) : none("partial", outcome.partial);
    }
    function eventsOf(plan, { tick, to }) {
        const arms = armsOf(plan);
        const missing = arms.map(missingOf).find((found) => found !== undefined);
        if (missing !== undefined)
            return missing;
        const since = takenUntil.get(plan) ?? to - (tick + 1) * interval;
        takenUntil.set(plan, to);
        const windows = [...missedEnds(arms, since, to), to].map((end) => {
            const [events, baseline] = arms.map((arm) => take(arm, end));
            return { events: events, ...(baseline !== undefined && { baseline }) };
        });
        return windows.length === 1 ? { kind: "events", ...windows[0] } : { kind: "events", ...sampler_sumOf(windows), windows };
    }
    function missedEnds(arms, since, to) {
        const selectors = arms.flatMap((arm) => arm.selectors);
        const ends = [];
        for (let end = since + interval; end < to; end += interval)
            if (selectors.every((selector) => read(selector).grown(end) !== undefined))
                ends.push(end);
        return ends;
    }
    function missingOf(arm) {
        const found = arm.selectors.map((selector) => outcomes.counters.get(selector));
        const failed = found.find((outcome) => "missing" in outcome);
        if (failed !== undefined && "missing" in failed)
            return failed.missing;
        const partial = found
            .map((outcome) => ("partial" in outcome ? outcome.partial : undefined))
            .find((reason) => reason !== undefined);
        if (partial !== undefined)
            return none("partial", partial);
        const { total, most } = arm.count((selector) => read(selector).grown());
        if (most < -Math.max(1, total * MOST_GOOD))
            return none("invalid", `there were ${Math.round(total - most)} good events of ${Math.round(total)}: what total selects is not all that good does`);
        const isLive = arm.needed.some((selector) => read(selector).live() > 0);
        if (isLive || total > markOf(arm).total)
            return undefined;
        return none("no-data", `nothing is scraped that has ${arm.needed.join(", ")}`);
    }
    function take(arm, end) {
        const [before, now] = [markOf(arm), arm.count((selector) => read(selector).grown(end))];
        marks.set(arm, now);
        const least = Math.max(0, now.least - before.least);
        const most = Math.max(least, now.most - before.most);
        return { total: Math.max(now.total - before.total, most), bad: { least, most } };
    }
    const markOf = (arm) => marks.get(arm) ?? { total: 0, least: 0, most: 0 };
    const read = (selector) => asker.counters(selector);
    return {
        prepare: async () => void (await prepare()),
        measure,
        asked(objective) {
            const plan = plans?.[objective];
            if (plan === undefined)
                return [];
            if (plan.kind === "value")
                return outcomes.queries.has(plan.query) ? [plan.query] : [];
            return [...new Set(armsOf(plan).flatMap(({ selectors }) => selectors))].flatMap((selector) => outcomes.counters.get(selector)?.query ?? []);
        },
        worst(objective) {
            const plan = plans?.[objective];
            if (plan?.kind !== "events" || outcomes === NOTHING)
                return [];
            const all = plan.canary.blame.flatMap((selector) => [...read(selector).series()]);
            return all
                .filter(({ grown }) => grown > 0)
                .sort((one, other) => other.grown - one.grown)
                .slice(0, WORST)
                .map(({ labels, grown: bad }) => ({ labels, bad }));
        },
        remarks: asker.remarks,
    };
}
function sampler_sumOf(windows) {
    const add = (one, other) => ({
        total: one.total + other.total,
        bad: { least: one.bad.least + other.bad.least, most: one.bad.most + other.bad.most },
    });
    return windows.reduce((sum, { events, baseline }) => ({
        events: add(sum.events, events),
        ...(baseline && sum.baseline && { baseline: add(sum.baseline, baseline) }),
    }));
}
function armsOf({ canary, baseline }) {
    return baseline === undefined ? [canary] : [canary, baseline];
}

;// CONCATENATED MODULE: ./actions/metrics-gate/slos.ts

const common = { dryRun: false };
const HISTOGRAM = "ai_request_duration_seconds";
const latency = (name, threshold, shown, below) => ({
    ...common,
    kind: "latency",
    name,
    histogram: HISTOGRAM,
    threshold,
    shown,
    below,
    maxRatio: undefined,
});
const DEFAULT_SLOS = [
    {
        ...common,
        kind: "ratio",
        name: "error rate",
        bad: ["ai_request_errors_total"],
        good: undefined,
        total: ["ai_requests_total"],
        below: 0.01,
        maxRatio: undefined,
        badMayBeAbsent: false,
    },
    latency("p95", 1, "1000ms", 0.05),
    latency("p99", 2, "2000ms", 0.01),
    {
        ...common,
        kind: "query",
        name: "request rate",
        query: "sum(rate(ai_requests_total[1m]))",
        reduce: "error",
        below: undefined,
        above: undefined,
    },
];
const LARGEST = 1024 * 1024;
function isInline(given) {
    return given.includes("\n") || /^(?:\[|- )/.test(given);
}
async function readSlos(source, file) {
    if (source.length > LARGEST)
        throw (0,action/* invalid */.Gq)(`${file} is longer than ${LARGEST} characters`, { remedy: "Judge fewer things at once." });
    const [{ readYamlAs }, { SloList, sloOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6262)]).then(__webpack_require__.bind(__webpack_require__, 6262)),
        Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(7994)]).then(__webpack_require__.bind(__webpack_require__, 7994)),
    ]);
    const { value, problems } = readYamlAs(SloList, source, file);
    const slos = (value ?? []).map(sloOf);
    const all = [...problems, ...repeated(slos, file)];
    if (all.length === 0)
        return slos;
    throw (0,action/* invalid */.Gq)(`${file === "slos" ? "the list of SLOs" : file} has ${all.length === 1 ? "a problem" : `${all.length} problems`}`, { problems: all.map((problem) => ({ ...problem, input: "slos" })) });
}
function repeated(slos, file) {
    const names = slos.map(({ name }) => name);
    const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
    return twice.map((name) => ({
        what: `the name ${JSON.stringify(name)} is given twice`,
        remedy: "Rename one of them.",
        file,
    }));
}

;// CONCATENATED MODULE: ./actions/metrics-gate/judge-metrics.ts
















const GRACE = 60_000;
const BETWEEN_TRIES = 1_000;
const judge_metrics_TICK_SHARE = 0.25;
const LONGEST_ATTEMPT = 30_000;
async function judgeMetrics(context) {
    const { inputs, io, signal, clock, host } = context;
    checkFiles(context);
    const tracks = tracksOf(inputs);
    const [slos, url] = await Promise.all([slosOf(context), urlOf(context)]);
    const { interval } = inputs;
    const http = (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network: host.network,
        endpoints: [...context.endpoints, url],
        allowHttp: inputs.allowHttp,
        connections: CONNECTIONS,
    });
    try {
        const deadline = Math.min(LONGEST_ATTEMPT, interval * judge_metrics_TICK_SHARE);
        const prometheus = (0,packages_prometheus/* openPrometheus */.jL)({
            http,
            url,
            credential: credentialOf(inputs),
            deadline,
            patience: interval * judge_metrics_TICK_SHARE,
        });
        const sampler = openSampler({ prometheus, slos, tracks, interval, clock, io, signal });
        const objectives = slos.map((slo) => objectiveOf(slo, tracks.baseline !== undefined));
        refuseNoneCounted(objectives);
        const judge = openJudge(objectives, (0,settings/* policyOf */.US)(inputs));
        const record = openRecord({ inputs, slos, sampler, host: prometheus.host, started: clock.now() });
        await writeFiles(inputs, record.end(judge.standing(), "undecided", clock.now()), (path, content) => (0,packages_files.writeWorkspaceFile)(host, path, content, { typed: true }));
        const standing = await watched(context, sampler, record, judge, objectives.length);
        const end = record.end(standing, standing.verdict, clock.now());
        await writeFiles(inputs, end, (path, content) => (0,packages_files/* writeReport */.u5)(host, io, path, content));
        if (inputs.summary)
            io.summary(...summaryOf(end));
        return { verdict: standing.verdict, outputs: outputsOf(end), problems: problemsOf(end) };
    }
    finally {
        http.close();
    }
}
async function watched(context, sampler, record, judge, objectives) {
    const { inputs, io, signal, clock, host } = context;
    const schedule = (0,settings/* scheduleOf */.rH)(inputs);
    try {
        await prepare(sampler, context);
        return await runGate({
            source: sampler,
            judge,
            objectives,
            schedule,
            clock,
            signal,
            waiting: (tick, milliseconds) => {
                if (host.kind === "terminal")
                    io.progress(`tick ${tick + 1} of ${schedule.ticks} in ${Math.ceil(milliseconds / 1_000)} s`);
            },
            observed: (tick) => {
                record.add(tick);
                io.info(tickLine(record, tick));
            },
        });
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            await writeFiles(inputs, record.end(judge.standing(), error.verdict, clock.now()), (path, content) => (0,packages_files/* writeReport */.u5)(host, io, path, content));
        throw error;
    }
}
function refuseNoneCounted(objectives) {
    if (objectives.some(({ counted }) => counted))
        return;
    const what = "no objective counts, so that nothing would be judged";
    throw (0,action/* invalid */.Gq)(what, {
        problems: [{ input: "slos", what, remedy: "Take dry-run from one, or give a query below or above." }],
    });
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
                return io.warning(`Prometheus does not answer; the run begins without it. ${error.message}`);
            io.progress(`waiting for Prometheus: ${error.message}`);
            await clock.sleep(BETWEEN_TRIES, signal);
        }
    }
}
function checkFiles({ inputs: { slos, reportFile, plotFile, junitFile }, host }) {
    const files = { "report-file": reportFile, "plot-file": plotFile, "junit-file": junitFile };
    (0,packages_files.refuseOutputs)(host, files);
    (0,packages_files/* refuseSameFile */.vx)(host, { slos: slos === undefined || isInline(slos) ? undefined : slos, ...files });
}
function tracksOf({ selector, baseline }) {
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
        problems.push({
            input: "baseline",
            what: "baseline selects the same as selector: a release that is compared with itself is never worse",
            remedy: "Give the labels of what it is compared with.",
        });
    }
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
    return tracks;
}
async function slosOf({ inputs: { slos }, host }) {
    if (slos === undefined)
        return DEFAULT_SLOS;
    if (isInline(slos))
        return await readSlos(slos, "slos");
    const source = await (0,packages_files.readWorkspaceFile)(host, slos, { maxBytes: 1024 * 1024, typed: true });
    return await readSlos(source.toString("utf8"), slos);
}
async function urlOf(context) {
    const { prometheusUrl, environment } = context.inputs;
    if (environment === undefined)
        return prometheusUrl;
    const { environments = [] } = await (0,config.loadConfig)(context);
    const found = environments.find(({ name }) => name === environment);
    if (found === undefined) {
        const known = environments.map(({ name }) => name).join(", ");
        throw (0,action/* invalid */.Gq)(`there is no environment ${JSON.stringify(environment)} in release-actions.yml`, {
            remedy: known === "" ? "Declare it under environments." : `The declared ones are: ${known}.`,
        });
    }
    const url = prometheusUrl ?? found.prometheus?.url;
    if (url !== undefined)
        return url;
    throw (0,action/* invalid */.Gq)(`the environment ${JSON.stringify(environment)} does not say where its Prometheus is`, {
        remedy: "Give it prometheus.url in release-actions.yml, or give prometheus-url.",
    });
}
function credentialOf({ token, username, password }) {
    if (token !== undefined)
        return { header: "authorization", value: `Bearer ${token}` };
    return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}


/***/ }),

/***/ 527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tn: () => (/* reexport */ findComponent),
  jY: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  R0: () => (/* reexport */ readTargets)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
;// CONCATENATED MODULE: ./packages/config/load.ts


const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;
async function loadConfig({ host, inputs, }) {
    const file = inputs.config ?? findConfig(host);
    if (file === undefined)
        return {};
    const typed = inputs.config !== undefined;
    const read = (0,files.readWorkspaceFile)(host, file, { maxBytes: MAX_BYTES, typed });
    const [source, { parseConfig }] = await Promise.all([read, Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))]);
    const { config, problems } = parseConfig(source.toString("utf8"), file);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(host) {
    const found = PLACES.filter((place) => (0,files/* isThere */.$B)(host, place));
    if (found.length > 1)
        throw (0,action/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
    return found[0];
}
function findComponent({ components = [] }, name) {
    return findNamed("component", components, name);
}
function findEnvironment({ environments = [] }, name) {
    return findNamed("environment", environments, name);
}
function findNamed(kind, declared, name) {
    const found = declared.find((one) => one.name === name);
    if (found !== undefined)
        return found;
    const known = declared.map((one) => one.name).join(", ");
    const remedy = known === "" ? `Declare it under ${kind}s.` : `The declared ones are: ${known}.`;
    throw (0,action/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action/* invalid */.Gq)(`${input} is no list of targets`, {
        remedy,
        problems: problems.map((problem) => ({ ...problem, input })),
    });
}

;// CONCATENATED MODULE: ./packages/config/index.ts




/***/ })

};
;