"use strict";
exports.id = 6113;
exports.ids = [6113,527,2420];
exports.modules = {

/***/ 6113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smoke: () => (/* binding */ smoke)
});

// EXTERNAL MODULE: ./packages/files/index.ts + 8 modules
var files = __webpack_require__(2353);
;// CONCATENATED MODULE: ./actions/smoke/outcome.ts
const SUITES = ["health", "metrics", "critical metrics", "version", "functional", "prometheus"];
function passed(detail, facts) {
    return { result: "pass", detail, ...facts };
}
function failed(reason, detail, more) {
    return { result: "fail", reason, detail, ...more };
}
function unproven(reason, detail, more) {
    return { result: "unknown", reason, detail, ...more };
}
function verdictOf(outcomes) {
    if (outcomes.some(({ result }) => result === "fail"))
        return "refused";
    if (outcomes.some(({ result }) => result === "invalid"))
        return "invalid";
    return outcomes.length > 0 && outcomes.every(({ result }) => result === "pass") ? "passed" : "undecided";
}

// EXTERNAL MODULE: ./packages/action/index.ts + 10 modules
var action = __webpack_require__(8550);
// EXTERNAL MODULE: ./packages/report/junit/index.ts + 1 modules
var junit = __webpack_require__(2420);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./actions/smoke/report.ts




const VERDICTS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const JUNIT = { pass: "passed", fail: "failed", unknown: "error", invalid: "error", skipped: "skipped" };
const DECISIVE = {
    passed: [],
    refused: ["fail"],
    invalid: ["invalid"],
    undecided: ["unknown", "skipped"],
};
const ORDER = ["fail", "invalid", "unknown", "skipped", "pass"];
const ROWS = 200;
const DETAILED = 30;
const count = (outcomes, result) => outcomes.filter((one) => one.result === result).length;
const nameOf = ({ suite, name }) => (name === suite ? suite : `${suite}: ${name}`);
const triesOf = ({ attempts }) => (attempts > 1 ? `, ${attempts} tries` : "");
function lineOf(outcome) {
    return `${action/* CHECK_WORDS */.DP[outcome.result]}  ${outcome.service}: ${nameOf(outcome)}: ${outcome.detail} (${inSeconds(outcome.milliseconds)}${triesOf(outcome)})`;
}
function problemsOf(outcomes) {
    const decisive = DECISIVE[verdictOf(outcomes)];
    const wrong = ordered(outcomes).filter(({ result }) => decisive.includes(result));
    return wrong.map((outcome) => {
        const what = [`${outcome.service}: ${nameOf(outcome)}: ${outcome.detail}`, ...facts(outcome)].join("\n");
        return { what, ...(outcome.remedy !== undefined && { remedy: outcome.remedy }) };
    });
}
function facts({ sent, came, expected, attempts }) {
    return [
        ...(sent === undefined ? [] : [`sent: ${sent}${attempts > 1 ? ` (${attempts} tries)` : ""}`]),
        ...(came === undefined ? [] : [`came: ${came}`]),
        ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ];
}
function summaryOf(outcomes) {
    const wrong = ordered(outcomes).filter(({ result }) => result !== "pass");
    const counted = `${count(outcomes, "pass")} of ${outcomes.length} checks passed`;
    return [
        (0,packages_text/* heading */.R_)("smoke"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(VERDICTS[verdictOf(outcomes)]), `, ${counted}`]),
        ...wrong.slice(0, DETAILED).flatMap(failureBlocks),
        (0,packages_text/* table */.tp)(["Service", "Check", "Result", "Detail", "Time"], byService(outcomes).slice(0, ROWS).map(rowOf)),
        ...(outcomes.length > ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${outcomes.length - ROWS} more`)] : []),
    ];
}
function failureBlocks(outcome) {
    const { result, service, detail, remedy } = outcome;
    const items = [...facts(outcome), ...(remedy === undefined ? [] : [`what to do: ${remedy}`])].map((line) => (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(line), 1000));
    return [
        (0,packages_text/* details */.zH)(`${action/* CHECK_WORDS */.DP[result]} ${service}: ${nameOf(outcome)}`, [
            (0,packages_text/* paragraph */.FY)((0,packages_text/* code */.aY)((0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(detail), 600))),
            ...(items.length === 0 ? [] : [(0,packages_text/* list */.p_)(items)]),
        ]),
    ];
}
function rowOf(outcome) {
    const { service, result, detail, milliseconds } = outcome;
    return [
        cut(service),
        cut(nameOf(outcome)),
        action/* CHECK_WORDS */.DP[result],
        cut(detail, 300),
        `${inSeconds(milliseconds)}${triesOf(outcome)}`,
    ];
}
function cut(text, longest = 120) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), longest);
}
function inSeconds(milliseconds) {
    return `${(milliseconds / 1000).toFixed(2)} s`;
}
function byService(outcomes) {
    const services = [
        ...new Set([...outcomes.filter(({ result }) => result !== "pass"), ...outcomes].map(({ service }) => service)),
    ];
    return services.flatMap((service) => ordered(outcomes.filter((one) => one.service === service)));
}
function ordered(outcomes) {
    return ORDER.flatMap((result) => outcomes.filter((one) => one.result === result));
}
function junitOf(outcomes) {
    const suites = SUITES.flatMap((suite) => {
        const own = outcomes.filter((one) => one.suite === suite);
        return own.length === 0 ? [] : [{ name: suite, cases: own.map(junitCase) }];
    });
    return (0,junit.junitXml)("smoke", suites);
}
const UNFINISHED = (0,junit.junitXml)("smoke", [
    { name: "smoke", cases: [{ name: "smoke", result: "error", message: "the run did not end" }] },
]);
function junitCase(outcome) {
    const { service, suite, name, milliseconds, result, detail, remedy } = outcome;
    const more = result === "pass"
        ? {}
        : {
            message: (0,packages_text/* oneLine */.TN)(detail),
            detail: [detail, ...facts(outcome), ...(remedy === undefined ? [] : [remedy])].join("\n"),
        };
    return {
        name: name === suite ? `${service} ${suite}` : name,
        group: service,
        duration: milliseconds / 1000,
        result: JUNIT[result],
        ...more,
    };
}
function outputsOf(outcomes) {
    const [first] = ordered(outcomes).filter(({ result }) => result !== "pass");
    return {
        passed: count(outcomes, "pass"),
        failed: count(outcomes, "fail"),
        skipped: count(outcomes, "skipped"),
        unanswered: count(outcomes, "unknown") + count(outcomes, "invalid"),
        failure: first === undefined ? undefined : cut(`${first.service}: ${nameOf(first)}: ${first.detail}`, 500),
        results: { schema: 1, checks: resultsOf(outcomes) },
    };
}
function resultsOf(outcomes) {
    const items = ordered(outcomes).map(({ result, suite, service, name, milliseconds, attempts, reason, detail, sent, came, expected, remedy }) => {
        const wrong = result === "pass" ? {} : { reason, sent, came, expected, remedy };
        return { service, suite, name, result, detail, milliseconds, attempts, ...wrong };
    });
    return (0,packages_text/* fittingItems */.K8)(items);
}

// EXTERNAL MODULE: ./packages/http/index.ts + 31 modules
var packages_http = __webpack_require__(9251);
;// CONCATENATED MODULE: ./actions/smoke/no-answer.ts
const WAITING = {
    dns: "while its name was looked up",
    connect: "while connecting",
    proxy: "while the proxy connected",
    tls: "while the secure connection was agreed on",
    send: "while the request was sent",
    headers: "while the answer was waited for",
    body: "in the middle of the answer",
};
const REMEDIES = {
    dns: "Check the address for a typing error, and that the name is known where this runs.",
    refused: "See that the service runs and listens on this port.",
    tls: "See the certificate: whom it is for, who signed it, until when it holds.",
    proxy: "Check the proxy setting, and NO_PROXY for hosts that need none.",
    timeout: "See what the service waits for; where it needs longer, give timeout.",
    broken: "See the service's log: it, or something on the way, ended the connection.",
};
function explainNoAnswer(failure) {
    const reason = reasonOf(failure);
    const when = reason === "timeout" ? WAITING[failure.phase] : undefined;
    const what = failure.message.replace(", attempt 1 of 1", "");
    return {
        reason,
        what: when === undefined ? what : `${what.replace(/\.$/, "")}, ${when}`,
        remedy: failure.details.remedy ?? REMEDIES[reason],
    };
}
function reasonOf({ code, phase }) {
    if (code === "DEADLINE" || code === "ETIMEDOUT")
        return "timeout";
    if (code === "ECONNREFUSED")
        return "refused";
    if (code === "ENOTFOUND" || code === "EAI_AGAIN")
        return "dns";
    if (phase === "dns" || phase === "tls" || phase === "proxy")
        return phase;
    return "broken";
}

// EXTERNAL MODULE: ./actions/smoke/secret-headers.ts
var secret_headers = __webpack_require__(5597);
;// CONCATENATED MODULE: ./actions/smoke/call.ts




const STARTING = [502, 503, 504];
const PASSING = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "EAI_AGAIN"];
const MAX_BYTES = 16 * 1024 * 1024;
const LONGEST = 300;
const LOOKED_AT = 64 * 1024;
function openCaller(run, url) {
    const { inputs, clock, signal } = run.context;
    const http = openClient(run, [url]);
    const headers = run.plan.headers.get(new URL(url).origin) ?? [];
    const credential = headers.find(({ name }) => (0,secret_headers/* isReserved */.Bs)(name));
    const others = headers.filter((header) => header !== credential);
    const api = http.api(url, {
        maxBytes: MAX_BYTES,
        headers: {
            accept: "application/json, */*;q=0.8",
            ...Object.fromEntries(others.map(({ name, value }) => [name, value])),
        },
        ...(credential !== undefined && { credential: { header: credential.name, value: credential.value } }),
    });
    async function once(call) {
        const { method, json, body } = call;
        const deadline = Math.min(call.timeout ?? inputs.timeout, run.left());
        try {
            const content = body === undefined ? {} : { body: textBody(body) };
            return {
                reply: await api.sendOnce({
                    method,
                    ...pathAndQuery(call.path),
                    headers: call.headers,
                    ...(json !== undefined && { json }),
                    ...content,
                    deadline,
                }),
            };
        }
        catch (failure) {
            if (failure instanceof packages_http/* HttpError */.j$)
                return { failure };
            throw failure;
        }
    }
    return {
        close: http.close,
        async call(call) {
            const start = clock.monotonic();
            const sent = sentText(url, call);
            for (let attempt = 1;; attempt += 1) {
                const end = await once(call);
                const facts = () => ({ sent, attempts: attempt, milliseconds: Math.round(clock.monotonic() - start) });
                if (attempt > inputs.retries || !isWorthwhile(end, call)) {
                    if ("reply" in end)
                        return { ...facts(), reply: end.reply, came: cameText(end.reply) };
                    const { reason, what, remedy } = explainNoAnswer(end.failure);
                    return { ...facts(), reply: undefined, came: "no answer", reason, what, remedy };
                }
                await clock.sleep(backoff(attempt), signal);
            }
        },
    };
}
function openClient({ context: { io, signal, clock, host, inputs } }, endpoints) {
    return (0,packages_http.openHttp)({
        io,
        signal,
        clock,
        network: host.network,
        endpoints,
        allowHttp: inputs.allowHttp,
        patience: inputs.timeout,
    });
}
function isWorthwhile(end, { repeatable, accepts }) {
    if ("reply" in end)
        return repeatable && STARTING.includes(end.reply.status) && !accepts.includes(end.reply.status);
    return PASSING.includes(end.failure.code ?? "") && (repeatable || end.failure.reach === "nothing sent");
}
function backoff(attempt) {
    return Math.min(8_000, 500 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}
function pathAndQuery(path) {
    const [before = "/", after = ""] = path.split("?");
    const query = Object.create(null);
    for (const [name, value] of new URLSearchParams(after))
        (query[name] ??= []).push(value);
    return { path: before.slice(1).split("/").map(decodeURIComponent), query };
}
function textBody(text) {
    const bytes = Buffer.from(text, "utf8");
    return {
        length: bytes.length,
        type: "text/plain; charset=utf-8",
        open: async function* () {
            if (bytes.length > 0)
                yield bytes;
        },
    };
}
function sentText(url, { method, path, headers, json, body }) {
    const content = json === undefined ? body : JSON.stringify(json);
    const shown = Object.entries(headers)
        .filter(([name]) => name !== "accept")
        .map(([name, value]) => `${name}: ${value}`);
    return call_cut(`${method} ${url.replace(/\/$/, "")}${path}${content === undefined ? "" : ` with ${content}`}${shown.length === 0 ? "" : ` (${shown.join(", ")})`}`, 2 * LONGEST);
}
function cameText({ status, headers, bytes }) {
    const type = (headers["content-type"] ?? "").split(";")[0].trim();
    const location = headers["location"] === undefined ? "" : `, location: ${headers["location"]}`;
    const body = (0,packages_text/* beginningOf */.VI)(bytes, LOOKED_AT, headers["content-type"]);
    return call_cut(`${status}${type === "" ? "" : `, ${type}`}${location}${body.trim() === "" ? ", an empty body" : `: ${body}`}`, 2 * LONGEST);
}
function call_cut(text, longest) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), longest);
}
function noAnswer({ reason, what, remedy, sent, came, attempts }, expected) {
    return { result: "fail", reason, detail: what, sent, came, expected: expected ?? "an answer", remedy, attempts };
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/page.ts
function formatOf(contentType) {
    return contentType.trimStart().toLowerCase().startsWith("application/openmetrics-text") ? "openmetrics" : "text";
}
function samplesOf({ families }, name) {
    return [...families.values()].flatMap(({ samples }) => samples.filter((sample) => sample.name === name));
}
function hasMetric(page, name) {
    if (page.families.has(name) || samplesOf(page, name).length > 0)
        return true;
    return (page.format === "openmetrics" &&
        name.endsWith("_total") &&
        page.families.get(name.slice(0, -"_total".length))?.type === "counter");
}
function hasLabels({ labels }, wanted) {
    return Object.entries(wanted).every(([name, value]) => (labels.get(name) ?? "") === value);
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/line-reader.ts
class LineError extends Error {
}
const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const WORD = /[^ \t{},="#]+/y;
const REST = /[^ \t]+/y;
const SHOWN = 60;
function readLine(line) {
    let at = 0;
    function match(pattern) {
        pattern.lastIndex = at;
        const [found] = pattern.exec(line) ?? [];
        at += found?.length ?? 0;
        return found;
    }
    function quoted() {
        const parts = [];
        let from = (at += 1);
        for (; at < line.length; at += 1) {
            if (line[at] === '"') {
                parts.push(line.slice(from, at));
                at += 1;
                return parts.join("");
            }
            if (line[at] !== "\\")
                continue;
            const escaped = ESCAPED[line[at + 1] ?? ""];
            if (escaped === undefined)
                throw fail(`there is no escape \\${line[at + 1] ?? ""} in a label's value`);
            parts.push(line.slice(from, at), escaped);
            at += 1;
            from = at + 1;
        }
        throw fail("a quotation mark is missing");
    }
    function fail(what) {
        const rest = line.slice(at, at + SHOWN);
        return new LineError(`${what}${rest === "" ? " at the end of the line" : ` at ${JSON.stringify(rest)}`}`);
    }
    return {
        atEnd: () => at >= line.length,
        peek: () => line[at] ?? "",
        take(text) {
            const found = line.startsWith(text, at);
            if (found)
                at += text.length;
            return found;
        },
        skipBlanks() {
            const start = at;
            while (line[at] === " " || line[at] === "\t")
                at += 1;
            return at - start;
        },
        metricName: () => match(NAME),
        labelName: () => match(LABEL_NAME),
        word: () => match(WORD) ?? "",
        token: () => match(REST) ?? "",
        rest: () => line.slice(at),
        quoted,
        fail,
    };
}
const ESCAPED = { "\\": "\\", '"': '"', n: "\n" };
function unescapeHelp(text, quotes) {
    return text.replace(/\\([\\n"])/g, (whole, letter) => letter === '"' && !quotes ? whole : (ESCAPED[letter] ?? whole));
}
const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
function readNumber(text) {
    if (NUMBER.test(text))
        return Number(text);
    if (/^nan$/i.test(text))
        return Number.NaN;
    const [, sign] = INFINITE.exec(text) ?? [];
    return sign === undefined ? undefined : sign === "-" ? -Infinity : Infinity;
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/family-rules.ts


const EXEMPLARS = {
    counter: "_total",
    histogram: "_bucket",
    gaugehistogram: "_bucket",
};
function checkFamily(family, format) {
    const problems = family.samples.flatMap((sample) => {
        const what = wrongWith(sample, family, format);
        return what === undefined ? [] : [{ line: sample.line, what }];
    });
    return family.type === "histogram" || family.type === "gaugehistogram"
        ? [...problems, ...checkBuckets(family, format)]
        : problems;
}
function wrongWith(sample, { name, type }, format) {
    const { labels, value, exemplar } = sample;
    const suffix = sample.name.slice(name.length);
    if (suffix === "_bucket" &&
        (type === "histogram" || type === "gaugehistogram") &&
        readNumber(labels.get("le") ?? "") === undefined) {
        return `the bucket ${shown(sample)} has no le that is a number`;
    }
    if (type === "summary" && suffix === "" && readNumber(labels.get("quantile") ?? "") === undefined)
        return `${shown(sample)} has no quantile that is a number`;
    if (format === "text")
        return undefined;
    if (exemplar !== undefined && EXEMPLARS[type] !== suffix)
        return `${shown(sample)} may have no exemplar`;
    if (type === "stateset" && !labels.has(name))
        return `${shown(sample)} has no label ${name}`;
    if (type === "stateset" && value !== 0 && value !== 1)
        return `${shown(sample)} is ${value}, and a state is 0 or 1`;
    if (type === "info" && value !== 1)
        return `${shown(sample)} is ${value}, and an info is 1`;
    if (isCount(type, suffix) && !(value >= 0))
        return `${shown(sample)} is ${value}, and a counter is never below 0`;
    if (["_bucket", "_count", "_gcount"].includes(suffix) &&
        SUFFIXES.openmetrics[type]?.includes(suffix) === true &&
        !Number.isInteger(value)) {
        return `${shown(sample)} is ${value}, and a count is a whole number`;
    }
    return undefined;
}
function isCount(type, suffix) {
    if (type === "counter")
        return suffix === "_total";
    if (type === "histogram")
        return ["_bucket", "_count", "_sum"].includes(suffix);
    return type === "gaugehistogram"
        ? suffix === "_bucket" || suffix === "_gcount"
        : type === "summary" && (suffix === "_count" || suffix === "_sum");
}
function checkBuckets({ name, samples }, format) {
    const problems = [];
    const series = new Map();
    for (const sample of samples) {
        if (sample.name !== `${name}_bucket`)
            continue;
        const bound = readNumber(sample.labels.get("le") ?? "");
        if (bound === undefined)
            continue;
        const others = [...sample.labels]
            .filter(([label]) => label !== "le")
            .toSorted(([one], [other]) => (one < other ? -1 : 1));
        const key = JSON.stringify([others, sample.time]);
        const buckets = series.get(key) ?? [];
        buckets.push({ bound, sample });
        series.set(key, buckets);
    }
    for (const buckets of series.values()) {
        const ordered = format === "text" ? buckets.toSorted((one, other) => one.bound - other.bound) : buckets;
        const last = ordered.at(-1);
        if (last.bound !== Infinity)
            problems.push({ line: last.sample.line, what: `the buckets of ${name} end without le="+Inf"` });
        ordered.slice(1).forEach(({ bound, sample }, index) => {
            const before = ordered[index];
            if (bound <= before.bound)
                problems.push({ line: sample.line, what: `${shown(sample)} stands behind a larger le` });
            else if (sample.value < before.sample.value)
                problems.push({ line: sample.line, what: `${shown(sample)} counts less than the bucket below it` });
        });
    }
    return problems;
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/families.ts



const TYPES = {
    text: ["counter", "gauge", "histogram", "summary", "untyped"],
    openmetrics: ["counter", "gauge", "histogram", "gaugehistogram", "stateset", "info", "summary", "unknown"],
};
const SUFFIXES = {
    text: { histogram: ["_bucket", "_sum", "_count"], summary: ["", "_sum", "_count"] },
    openmetrics: {
        counter: ["_total", "_created"],
        histogram: ["_bucket", "_sum", "_count", "_created"],
        gaugehistogram: ["_bucket", "_gsum", "_gcount"],
        summary: ["", "_sum", "_count", "_created"],
        info: ["_info"],
    },
};
function collectFamilies(format) {
    const found = new Map();
    const strict = format === "openmetrics";
    const owners = new Map();
    let current;
    function open(name) {
        let family = found.get(name);
        if (family === undefined) {
            const taken = owners.get(name);
            if (strict && taken !== undefined)
                throw new LineError(`${name} is a sample of ${taken.name}`);
            family = {
                name,
                type: strict ? "unknown" : "untyped",
                typed: false,
                help: undefined,
                unit: undefined,
                samples: [],
                seen: new Map(),
            };
            found.set(name, family);
        }
        else if (strict && family !== current) {
            throw new LineError(`the lines of ${name} do not stand together`);
        }
        current = family;
        return family;
    }
    function describe(name, what, given) {
        const family = open(name);
        if (given)
            throw new LineError(`${name} has a second ${what}`);
        if (family.samples.length > 0 && (strict || what === "TYPE"))
            throw new LineError(`the ${what} of ${name} stands behind its samples`);
        return family;
    }
    return {
        found,
        setHelp(name, help) {
            describe(name, "HELP", found.get(name)?.help !== undefined).help = help;
        },
        setType(name, type) {
            if (!TYPES[format].includes(type))
                throw new LineError(`${(0,packages_text/* quote */.hD)(type, 60)} is no type of a metric`);
            const family = describe(name, "TYPE", found.get(name)?.typed === true);
            family.type = type;
            family.typed = true;
            for (const suffix of SUFFIXES[format][type] ?? []) {
                if (strict && suffix !== "" && found.has(name + suffix))
                    throw new LineError(`${name + suffix} is a metric of its own and a sample of ${name}`);
                owners.set(name + suffix, family);
            }
        },
        setUnit(name, unit) {
            const family = describe(name, "UNIT", found.get(name)?.unit !== undefined);
            if (unit !== "" && !name.endsWith(`_${unit}`))
                throw new LineError(`the name of ${name} does not end with its unit ${unit}`);
            family.unit = unit;
        },
        addSample(sample) {
            const family = familyOf(sample.name);
            const key = keyOf(sample);
            const before = family.seen.get(key);
            if (before !== undefined && !isLater(sample, before, strict))
                throw new LineError(`the sample ${shown(sample)} stands on line ${before.line} already`);
            family.seen.set(key, sample);
            family.samples.push(sample);
        },
        finish: () => [...found.values()].flatMap((family) => checkFamily(family, format)),
    };
    function familyOf(name) {
        const owner = owners.get(name);
        if (owner !== undefined)
            return open(owner.name);
        const family = open(name);
        const suffixes = SUFFIXES[format][family.type];
        if (strict && suffixes !== undefined && !suffixes.includes(""))
            throw new LineError(`${name} is a ${family.type}: its samples end with ${suffixes.join(" or ")}`);
        return family;
    }
}
function isLater({ time }, before, strict) {
    return strict && time !== undefined && before.time !== undefined && time > before.time;
}
function keyOf({ name, labels }) {
    return JSON.stringify([name, ...[...labels].toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}
function shown({ name, labels }) {
    const inside = [...labels].slice(0, 8).map(([label, value]) => `${label}=${(0,packages_text/* quote */.hD)(value, 60)}`);
    return inside.length === 0 ? name : `${name}{${inside.join(",")}}`;
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/sample.ts


const LONGEST_EXEMPLAR = 128;
function readSample(reader, format, line) {
    const strict = format === "openmetrics";
    const outside = reader.metricName();
    if (outside === undefined && reader.peek() !== "{")
        throw reader.fail("a metric's name is missing");
    if (!strict)
        reader.skipBlanks();
    const { name = outside, labels } = reader.peek() === "{"
        ? readBraces(reader, strict, outside === undefined)
        : { name: outside, labels: new Map() };
    if (name === undefined)
        throw reader.fail("a metric's name is missing");
    separate(reader, strict, true);
    const value = readValue(reader);
    const time = readTime(reader, strict);
    const exemplar = strict ? readExemplar(reader) : undefined;
    if (!strict)
        reader.skipBlanks();
    if (!reader.atEnd())
        throw reader.fail("there is more text behind the value");
    return { name, labels, value, time, exemplar, line };
}
function readBraces(reader, strict, mayName) {
    const labels = new Map();
    let name;
    const blanks = () => void (strict || reader.skipBlanks());
    reader.take("{");
    blanks();
    while (!reader.take("}")) {
        const quoted = reader.peek() === '"' ? reader.quoted() : undefined;
        const label = quoted ?? reader.labelName();
        if (label === undefined || label === "")
            throw reader.fail("a label's name is missing");
        blanks();
        if (quoted !== undefined && reader.peek() !== "=" && mayName && name === undefined && labels.size === 0) {
            name = quoted;
        }
        else {
            if (!reader.take("="))
                throw reader.fail(`there is no "=" behind the label ${label}`);
            blanks();
            if (reader.peek() !== '"')
                throw reader.fail(`the value of the label ${label} is not quoted`);
            if (labels.has(label))
                throw new LineError(`the label ${label} is given twice`);
            labels.set(label, reader.quoted());
            blanks();
        }
        const more = reader.take(",");
        blanks();
        if (!more && reader.peek() !== "}")
            throw reader.fail('"," or "}" is missing');
        if (more && strict && reader.peek() === "}")
            throw reader.fail("there is a comma behind the last label");
    }
    return name === undefined ? { labels } : { name, labels };
}
function separate(reader, strict, afterBraces = false) {
    if (strict) {
        if (!reader.take(" "))
            throw reader.fail("a space is missing");
    }
    else if (reader.skipBlanks() === 0 && !afterBraces) {
        throw reader.fail("a space is missing");
    }
}
function readValue(reader) {
    const text = reader.word();
    const value = readNumber(text);
    if (value === undefined)
        throw text === "" ? reader.fail("the value is missing") : new LineError(`${(0,packages_text/* quote */.hD)(text, 60)} is not a number`);
    return value;
}
function readTime(reader, strict) {
    if (!strict) {
        reader.skipBlanks();
        const text = reader.token();
        if (text === "")
            return undefined;
        if (!/^-?[0-9]{1,19}$/.test(text))
            throw new LineError(`${(0,packages_text/* quote */.hD)(text, 60)} is not a time in milliseconds`);
        return Number(text);
    }
    if (reader.atEnd() || reader.rest().startsWith(" #"))
        return undefined;
    separate(reader, true);
    return readSeconds(reader);
}
function readSeconds(reader) {
    const text = reader.word();
    const seconds = readNumber(text);
    if (seconds === undefined || !Number.isFinite(seconds))
        throw new LineError(`${(0,packages_text/* quote */.hD)(text, 60)} is not a time in seconds`);
    return seconds * 1000;
}
function readExemplar(reader) {
    if (!reader.take(" # "))
        return undefined;
    if (reader.peek() !== "{")
        throw reader.fail("an exemplar's labels are missing");
    const { labels } = readBraces(reader, true, false);
    const length = [...labels].reduce((sum, [name, value]) => sum + [...name].length + [...value].length, 0);
    if (length > LONGEST_EXEMPLAR)
        throw new LineError(`an exemplar's labels have ${length} characters, at most ${LONGEST_EXEMPLAR} are allowed`);
    separate(reader, true);
    const value = readValue(reader);
    if (reader.atEnd())
        return { labels, value, time: undefined };
    separate(reader, true);
    return { labels, value, time: readSeconds(reader) };
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/parse.ts



const MAX_PROBLEMS = 20;
const MAX_SAMPLES = 200_000;
function parseExposition(text, format) {
    const problems = [];
    const report = (line, what) => void (problems.length < MAX_PROBLEMS && problems.push({ line, what }));
    const families = collectFamilies(format);
    const lines = text.split("\n");
    const rest = lines.pop() ?? "";
    let ended = false;
    let count = 0;
    const isFull = () => problems.length >= MAX_PROBLEMS || count > MAX_SAMPLES;
    for (let index = 0; index < lines.length && !isFull(); index += 1)
        read(lines[index], index + 1);
    if (isFull())
        return { format, families: families.found, problems };
    if (rest !== "") {
        read(rest, lines.length + 1);
        if (!ended || rest !== "# EOF")
            report(lines.length + 1, "the last line does not end with a line feed: the page may be cut off");
    }
    if (format === "openmetrics" && !ended)
        report(lines.length + 1, "there is no # EOF at the end: the page is cut off");
    for (const { line, what } of families.finish())
        report(line, what);
    return { format, families: families.found, problems: problems.toSorted((one, other) => one.line - other.line) };
    function read(line, number) {
        try {
            if (ended)
                throw new LineError("there is more text behind # EOF");
            if (format === "openmetrics")
                readOpenMetricsLine(line, number);
            else
                readTextLine(line, number);
        }
        catch (error) {
            if (!(error instanceof LineError))
                throw error;
            report(number, error.message);
        }
    }
    function addSample(line, number) {
        if ((count += 1) > MAX_SAMPLES)
            throw new LineError(`the page has more than ${MAX_SAMPLES} samples`);
        families.addSample(readSample(readLine(line), format, number));
    }
    function readTextLine(given, number) {
        const line = given.replace(/^[ \t]+/, "");
        if (line === "" || line === "\r")
            return;
        if (!line.startsWith("#"))
            return addSample(line, number);
        const reader = readLine(line.slice(1));
        reader.skipBlanks();
        const keyword = reader.token();
        if (keyword !== "HELP" && keyword !== "TYPE")
            return;
        reader.skipBlanks();
        const name = reader.peek() === '"' ? reader.quoted() : reader.metricName();
        if (name === undefined || (!reader.atEnd() && reader.skipBlanks() === 0))
            throw reader.fail(`${keyword} names no metric`);
        if (keyword === "HELP")
            families.setHelp(name, unescapeHelp(reader.rest(), false), number);
        else
            families.setType(name, reader.rest().replace(/[ \t]+$/, ""), number);
    }
    function readOpenMetricsLine(line, number) {
        if (line === "# EOF")
            return void (ended = true);
        if (line === "")
            throw new LineError("an empty line is not allowed in OpenMetrics");
        if (!line.startsWith("#"))
            return addSample(line, number);
        const reader = readLine(line);
        const keyword = ["HELP", "TYPE", "UNIT"].find((one) => reader.take(`# ${one} `));
        if (keyword === undefined)
            throw reader.fail("only # HELP, # TYPE, # UNIT and # EOF are allowed in OpenMetrics");
        const name = reader.peek() === '"' ? reader.quoted() : reader.metricName();
        if (name === undefined || !reader.take(" "))
            throw reader.fail(`${keyword} names no metric`);
        if (keyword === "HELP")
            families.setHelp(name, unescapeHelp(reader.rest(), true), number);
        else if (keyword === "TYPE")
            families.setType(name, reader.rest(), number);
        else
            families.setUnit(name, reader.rest(), number);
    }
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/index.ts



// EXTERNAL MODULE: ./packages/prometheus/index.ts + 6 modules
var packages_prometheus = __webpack_require__(7439);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./actions/smoke/matcher.ts


const matcher_SHOWN = 120;
function differenceOf(value, matcher) {
    const { exists = true } = matcher;
    if (value === undefined)
        return exists ? `is missing, expected ${wantedOf(matcher)}` : undefined;
    if (!exists)
        return `is ${show(value)}, expected not to be there`;
    return holds(value, matcher) ? undefined : `is ${show(value)}, expected ${wantedOf(matcher)}`;
}
function holds(value, { equals, oneOf, type, matches, contains, min, max }) {
    if (equals !== undefined && !isSame(value, equals))
        return false;
    if (oneOf !== undefined && !oneOf.some((one) => isSame(value, one)))
        return false;
    if (type !== undefined && !isOfType(value, type))
        return false;
    if (matches !== undefined && !(typeof value === "string" && fits(value, matches)))
        return false;
    if (contains !== undefined && !includes(value, contains))
        return false;
    if (min !== undefined && !(typeof value === "number" && value >= min))
        return false;
    return max === undefined || (typeof value === "number" && value <= max);
}
function isSame(value, wanted) {
    return typeof value === "object" && value !== null
        ? (0,external_node_util_.isDeepStrictEqual)(plain(value), plain(wanted))
        : Object.is(value, wanted) || value === wanted;
}
function plain(value) {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
function isOfType(value, type) {
    if (type === "integer")
        return Number.isInteger(value);
    if (type === "null")
        return value === null;
    if (type === "array")
        return Array.isArray(value);
    if (type === "object")
        return typeof value === "object" && value !== null && !Array.isArray(value);
    return typeof value === type;
}
function includes(value, part) {
    return typeof value === "string" ? value.includes(part) : Array.isArray(value) && value.includes(part);
}
function fits(text, pattern) {
    const pieces = pattern.split("*");
    const first = pieces[0];
    if (pieces.length === 1)
        return text === pattern;
    const last = pieces.at(-1);
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
        return false;
    let at = first.length;
    const end = text.length - last.length;
    for (const piece of pieces.slice(1, -1)) {
        const found = text.indexOf(piece, at);
        if (found < 0 || found + piece.length > end)
            return false;
        at = found + piece.length;
    }
    return true;
}
function wantedOf({ equals, oneOf, type, exists, matches, contains, min, max }) {
    const parts = [
        ...(equals === undefined ? [] : [show(equals)]),
        ...(oneOf === undefined ? [] : [`one of ${oneOf.map(show).join(", ")}`]),
        ...(type === undefined ? [] : [`of the type ${type}`]),
        ...(matches === undefined ? [] : [`like ${show(matches)}`]),
        ...(contains === undefined ? [] : [`with ${show(contains)} in it`]),
        ...(min === undefined ? [] : [`at least ${min}`]),
        ...(max === undefined ? [] : [`at most ${max}`]),
    ];
    if (parts.length > 0)
        return parts.join(" and ");
    return exists === false ? "not to be there" : "to be there";
}
function show(value) {
    const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
    return (0,packages_text/* shorten */.ml)(text, matcher_SHOWN);
}

;// CONCATENATED MODULE: ./actions/smoke/json-path.ts
const json_path_NAME = /[^.[\]"\s]+/y;
const INDEX = /\[(0|[1-9][0-9]{0,6})\]/y;
const QUOTED = /\["((?:[^"\\]|\\["\\])*)"\]/y;
function readJsonPath(text) {
    const body = text.startsWith("$") ? text.slice(1).replace(/^\./, "") : text;
    const steps = [];
    let at = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(body);
        at += found?.[0].length ?? 0;
        return found === null ? undefined : (found[1] ?? found[0]);
    };
    if (body === "")
        return text.startsWith("$") ? { text, steps } : undefined;
    while (at < body.length) {
        const index = match(INDEX);
        if (index !== undefined) {
            steps.push(Number(index));
            continue;
        }
        const quoted = match(QUOTED);
        if (quoted !== undefined) {
            steps.push(quoted.replace(/\\(["\\])/g, "$1"));
            continue;
        }
        if (at > 0 && body[at] !== ".")
            return undefined;
        if (at > 0)
            at += 1;
        const name = match(json_path_NAME);
        if (name === undefined)
            return undefined;
        steps.push(name);
    }
    return { text, steps };
}
function valueAt(value, { steps }) {
    let found = value;
    for (const step of steps) {
        if (typeof found !== "object" || found === null)
            return undefined;
        if (Array.isArray(found) !== (typeof step === "number") || !Object.hasOwn(found, step))
            return undefined;
        found = found[step];
    }
    return found;
}

;// CONCATENATED MODULE: ./actions/smoke/judge-reply.ts



const SEE_SERVICE = "See what the service says, and whether the right version runs.";
function judgeReply(reply, expect) {
    const status = judgeStatus(reply, expect.status);
    if (status !== undefined)
        return [status];
    return [...judgeHeaders(reply, expect), ...judgeJson(reply, expect), ...judgeText(reply, expect)];
}
function judgeStatus(reply, wanted) {
    const { status, headers } = reply;
    if (wanted.includes(status))
        return undefined;
    if (status >= 300 && status < 400 && headers["location"] !== undefined) {
        const remedy = "Give the address that it leads to, or expect the redirect: status and the header location.";
        return {
            reason: "redirect",
            what: `the answer is a redirect (${status}) to ${headers["location"]}, expected ${listed(wanted)}`,
            remedy,
        };
    }
    return { reason: "status", what: `the status is ${status}, expected ${listed(wanted)}`, remedy: remedyOf(status) };
}
function remedyOf(status) {
    if (status === 401 || status === 403)
        return "Give what the service asks for by the input headers, bound to its origin.";
    if (status === 404)
        return "Check the path, and that the version is deployed that has it.";
    if (status >= 502 && status <= 504)
        return "The gateway answers and the service behind it does not: see that it runs and is ready.";
    return status >= 500 ? "See the service's log of this moment." : "See what the service says.";
}
function judgeHeaders({ headers }, expect) {
    return expect.headers.flatMap(({ name, matcher }) => {
        const difference = differenceOf(headers[name], matcher);
        const remedy = "See what sets this header, in the service and on the way.";
        return difference === undefined
            ? []
            : [{ reason: "header", what: `the header ${name} ${difference}`, remedy }];
    });
}
function judgeJson(reply, { json }) {
    if (json.length === 0)
        return [];
    const body = jsonOf(reply);
    if ("wrong" in body)
        return [body.wrong];
    return json.flatMap(({ path, matcher }) => {
        const difference = differenceOf(valueAt(body.value, path), matcher);
        return difference === undefined
            ? []
            : [{ reason: "body", what: `${path.text} ${difference}`, remedy: SEE_SERVICE }];
    });
}
function jsonOf(reply, anyType = false) {
    try {
        return { value: anyType ? (0,packages_http/* parseJson */.qF)(textOf(reply)) : reply.json() };
    }
    catch (error) {
        if (!(error instanceof packages_http/* HttpError */.j$ || error instanceof packages_http/* JsonError */.N3))
            throw error;
        const what = error.message.replace(" (attempt 1 of 1)", "").replace(/\.$/, "");
        const remedy = "Check the address: a sign-in page, a proxy or a front end may answer in the service's place.";
        return {
            wrong: { reason: "body", what: error instanceof packages_http/* JsonError */.N3 ? `the body cannot be read: ${what}` : what, remedy },
        };
    }
}
function judgeText(reply, { text }) {
    const difference = text === undefined ? undefined : differenceOf(textOf(reply), text);
    return difference === undefined ? [] : [{ reason: "body", what: `the body ${difference}`, remedy: SEE_SERVICE }];
}
function textOf({ bytes }) {
    return new TextDecoder().decode(bytes);
}
function isHtml({ headers, bytes }) {
    const type = headers["content-type"] ?? "";
    return (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) ||
        /^\s*<(?:!doctype html|html)/i.test(textOf({ bytes: bytes.subarray(0, 512) })));
}
function expectedText({ status, json, text, headers }) {
    const parts = [
        `status ${listed(status)}`,
        ...headers.map(({ name, matcher }) => `the header ${name} ${wantedOf(matcher)}`),
        ...json.map(({ path, matcher }) => `${path.text} ${wantedOf(matcher)}`),
        ...(text === undefined ? [] : [`the body ${wantedOf(text)}`]),
    ];
    return parts.join(", ");
}
function listed(statuses) {
    return statuses.join(" or ");
}

;// CONCATENATED MODULE: ./actions/smoke/yaml-reader.ts

const DURATION = (0,action/* duration */.p0)({ description: "", optional: true });
function createReader(document) {
    const problems = [];
    function wrong({ path }, what, remedy = "Correct the value.") {
        problems.push({ what: `${yaml_reader_nameOf(path)} ${what}`, remedy, ...document.placeOf(path) });
    }
    function mappingOf(at) {
        if (isMapping(at.value))
            return at.value;
        return wrong(at, "must be a mapping of settings");
    }
    function fields(at, known, required = []) {
        const mapping = mappingOf(at);
        if (mapping === undefined)
            return {};
        const found = {};
        for (const [key, value] of Object.entries(mapping)) {
            const name = known.find((one) => one === key);
            const path = [...at.path, key];
            if (name !== undefined)
                found[name] = { value, path };
            else
                problems.push({
                    what: `${yaml_reader_nameOf(at.path)} has no setting ${(0,action/* quote */.hD)(key)}`,
                    remedy: `The settings here are: ${known.join(", ")}.`,
                    ...document.placeOfKey(path),
                });
        }
        for (const name of required)
            if (found[name] === undefined)
                wrong({ ...at, path: [...at.path, name] }, "is missing", "Add it.");
        return found;
    }
    return {
        problems,
        wrong,
        fields,
        entries(at) {
            if (at === undefined)
                return [];
            return Object.entries(mappingOf(at) ?? {}).map(([key, value]) => [key, { value, path: [...at.path, key] }]);
        },
        items(at) {
            if (at === undefined)
                return [];
            if (Array.isArray(at.value))
                return at.value.map((value, index) => ({ value, path: [...at.path, index] }));
            return wrong(at, "must be a list") ?? [];
        },
        text(at) {
            if (at === undefined || (typeof at.value === "string" && at.value !== ""))
                return at?.value;
            return wrong(at, at.value === "" ? "must not be empty" : "must be a text (quote it if it looks like a number)");
        },
        number(at) {
            if (at === undefined || (typeof at.value === "number" && Number.isFinite(at.value)))
                return at?.value;
            return wrong(at, "must be a number");
        },
        whole(at, least, most) {
            if (at === undefined)
                return undefined;
            const { value } = at;
            if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most)
                return value;
            return wrong(at, `must be a whole number from ${least} to ${most}`);
        },
        flag(at) {
            if (at === undefined || typeof at.value === "boolean")
                return at?.value;
            return wrong(at, "must be true or false");
        },
        duration(at) {
            if (at === undefined)
                return undefined;
            try {
                return DURATION.read(String(at.value));
            }
            catch (error) {
                return wrong(at, error.message);
            }
        },
        word(at, words) {
            if (at === undefined)
                return undefined;
            return words.find((one) => one === at.value) ?? wrong(at, `must be one of ${words.join(", ")}`);
        },
    };
}
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function yaml_reader_nameOf(path) {
    if (path.length === 0)
        return "the suite";
    return path
        .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
        .join("");
}

;// CONCATENATED MODULE: ./actions/smoke/health.ts



const GOOD = new Set([
    "ok",
    "okay",
    "healthy",
    "pass",
    "passed",
    "passing",
    "up",
    "green",
    "ready",
    "alive",
    "live",
    "success",
    "running",
    "serving",
    "available",
    "online",
    "operational",
    "good",
    "normal",
    "started",
    "active",
    "true",
]);
const BAD = new Set([
    "unhealthy",
    "down",
    "fail",
    "failed",
    "failing",
    "failure",
    "error",
    "critical",
    "dead",
    "degraded",
    "unavailable",
    "out_of_service",
    "outofservice",
    "unknown",
    "red",
    "false",
    "notready",
    "not_ready",
    "offline",
    "stopped",
    "not_serving",
    "starting",
    "stopping",
]);
const WORDS = ["status", "state", "health"];
const FLAGS = ["healthy", "ok", "ready", "reachable", "alive", "success", "up", "available"];
const DEEPEST = 6;
const SHORT = 200;
const EXPLICIT = "See why it says so; where this means that all is well, write what is expected: health: { path: …, expect: { json: { status: … } } }.";
function judgeHealth(reply) {
    const status = judgeStatus(reply, [200, 204]);
    if (status !== undefined)
        return [status];
    if (isHtml(reply)) {
        const what = "the answer is a page of HTML: a sign-in page or a front end answers in the service's place";
        return [{ reason: "body", what, remedy: "Check the address and the path of the health page." }];
    }
    const text = textOf(reply).trim();
    if (text === "")
        return [];
    if (!text.startsWith("{") && !/json/i.test(reply.headers["content-type"] ?? ""))
        return judgeWords(text);
    const body = jsonOf(reply, true);
    if ("wrong" in body)
        return [body.wrong];
    const said = wrongIn(body.value, "", 0);
    return said === undefined
        ? []
        : [{ reason: "health", what: `the status is ${reply.status}, and the body says ${said}`, remedy: EXPLICIT }];
}
function judgeWords(text) {
    if (text.length > SHORT)
        return [];
    const bad = text
        .toLowerCase()
        .split(/[^a-z_]+/)
        .find((word) => word === "not" || BAD.has(word));
    return bad === undefined
        ? []
        : [{ reason: "health", what: `the status is right, and the body says ${show(text)}`, remedy: EXPLICIT }];
}
function wrongIn(value, path, depth) {
    if (typeof value === "string" && depth === 0)
        return GOOD.has(value.toLowerCase()) ? undefined : show(value);
    if (value === false && depth === 0)
        return "false";
    if (depth > DEEPEST)
        return undefined;
    if (Array.isArray(value))
        return firstOf(value.entries(), (index, one) => wrongIn(one, `${path}[${index}]`, depth + 1));
    if (!isMapping(value))
        return undefined;
    return firstOf(Object.entries(value), (name, one) => {
        const place = path === "" ? name : `${path}.${name}`;
        if (FLAGS.includes(name.toLowerCase()) && isNo(one))
            return `${place}: ${show(one)}`;
        if (WORDS.includes(name.toLowerCase()) && (one === false || (depth === 0 && (one === null || isErrorStatus(one)))))
            return `${place}: ${show(one)}`;
        if (WORDS.includes(name.toLowerCase()) && typeof one === "string") {
            const word = one.toLowerCase();
            return BAD.has(word) || (depth === 0 && !GOOD.has(word)) ? `${place}: ${show(one)}` : undefined;
        }
        return typeof one === "object" ? wrongIn(one, place, depth + 1) : undefined;
    });
}
function isNo(value) {
    return (value === false || (typeof value === "string" && (value.toLowerCase() === "no" || BAD.has(value.toLowerCase()))));
}
function isErrorStatus(value) {
    return typeof value === "number" && value >= 400 && value < 600;
}
function firstOf(entries, look) {
    for (const [key, value] of entries) {
        const found = look(key, value);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/smoke/patience.ts
const SHORTEST = 100;
const patience_LONGEST = 2_000;
async function asked(run, milliseconds, ask) {
    const { clock, signal } = run.context;
    const end = clock.monotonic() + (milliseconds ?? 0);
    let attempts = 0;
    for (let wait = SHORTEST;; wait = Math.min(patience_LONGEST, wait * 2)) {
        const judged = await ask();
        attempts += judged.attempts;
        const left = Math.min(end - clock.monotonic(), run.left());
        if (judged.result === "pass" || milliseconds === undefined || left <= 0) {
            const waited = milliseconds === undefined || judged.result === "pass"
                ? ""
                : `, still after ${Math.round(milliseconds / 1000)} s`;
            return { ...judged, detail: judged.detail + waited, attempts };
        }
        await clock.sleep(Math.min(wait, left), signal);
    }
}

;// CONCATENATED MODULE: ./actions/smoke/check-service.ts









const EVERY_FORMAT = "text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.5, */*;q=0.1";
function reading({ path, timeout }, accepts = [200], headers = {}) {
    return { method: "GET", path, headers, json: undefined, body: undefined, repeatable: true, accepts, timeout };
}
function judgedBy(differences, facts, expected, well) {
    const [first] = differences;
    if (first === undefined)
        return passed(well, facts);
    return failed(first.reason, differences.map(({ what }) => what).join("; "), {
        ...facts,
        expected,
        remedy: first.remedy,
    });
}
async function checkHealth(run, service, page) {
    const { expect } = page;
    const expected = expect === undefined ? "status 200, and a body that does not say otherwise" : expectedText(expect);
    return await withCaller(run, service, (caller) => asked(run, page.eventually, async () => {
        const answer = await caller.call(reading(page, expect?.status));
        if (answer.reply === undefined)
            return noAnswer(answer, expected);
        const differences = expect === undefined ? judgeHealth(answer.reply) : judgeReply(answer.reply, expect);
        return judgedBy(differences, answer, expected, `${answer.reply.status} in ${answer.milliseconds} ms`);
    }));
}
async function checkMetrics(run, service, page) {
    return await withCaller(run, service, async (caller) => {
        let last;
        await asked(run, page.eventually, async () => {
            last = await judgeMetrics(caller, service, page);
            return last.page.result === "pass" ? (last.required ?? last.page) : last.page;
        });
        return last;
    });
}
async function judgeMetrics(caller, { requiredMetrics: wanted }, page) {
    const read = await readMetrics(caller, page);
    if (!("page" in read))
        return { page: read.judged, required: wanted.length === 0 ? undefined : missed(read.judged) };
    const well = `${read.page.families.size === 1 ? "1 metric" : `${read.page.families.size} metrics`}, ${read.page.format === "text" ? "text format" : "OpenMetrics"}`;
    const differences = page.expect === undefined ? [] : judgeReply(read.reply, page.expect);
    const required = wanted.length === 0 ? undefined : judgeRequired(read.page, wanted, read.facts);
    return { page: judgedBy(differences, read.facts, "the page as the suite expects it", well), required };
}
function missed({ attempts }) {
    return { result: "skipped", reason: "not-run", detail: "the metrics page could not be read", attempts };
}
const WELL_FORMED = "status 200 and a page in Prometheus's text format or OpenMetrics, with samples";
async function readMetrics(caller, page) {
    const answer = await caller.call(reading(page, [200], { accept: EVERY_FORMAT }));
    if (answer.reply === undefined)
        return { judged: noAnswer(answer, WELL_FORMED) };
    const { reply } = answer;
    const wrong = (what, remedy) => ({
        judged: failed("page", what, { ...answer, expected: WELL_FORMED, remedy }),
    });
    const status = judgeStatus(reply, [200]);
    if (status !== undefined)
        return { judged: judgedBy([status], answer, WELL_FORMED, "") };
    if (isHtml(reply))
        return wrong("the answer is a page of HTML, not of metrics", "Check the address and the path of the metrics page.");
    const parsed = parseExposition(textOf(reply), formatOf(reply.headers["content-type"] ?? ""));
    const problems = parsed.problems.slice(0, 3).map(({ line, what }) => `line ${line}: ${what}`);
    if (problems.length > 0)
        return wrong(`the metrics page is not well formed: ${problems.join("; ")}`, "Mend the page: Prometheus drops what it cannot read.");
    const samples = [...parsed.families.values()].reduce((sum, family) => sum + family.samples.length, 0);
    if (samples === 0)
        return wrong("the metrics page has no sample", "See that the service registers its metrics.");
    return { page: parsed, reply, facts: { ...answer, came: `${reply.status}, ${samples} samples` } };
}
function judgeRequired(page, wanted, facts) {
    const missing = wanted.filter(({ name, labels }) => labels === undefined ? !hasMetric(page, name) : !samplesOf(page, name).some((sample) => hasLabels(sample, labels)));
    if (missing.length === 0)
        return passed(`${wanted.length} of ${wanted.length} there`, facts);
    const named = missing.map(({ name, labels }) => sampleName(name, labels)).join(", ");
    const near = [...page.families.keys()]
        .filter((name) => missing.some((one) => name.startsWith(one.name) || one.name.startsWith(name)))
        .slice(0, 3);
    const like = near.length === 0 ? "" : `; the page has ${near.join(", ")}, which is another`;
    const expected = wanted.map(({ name }) => name).join(", ");
    const remedy = "See that the service registers these metrics, and their names.";
    return failed("metric", `${missing.length} of ${wanted.length} metrics missing: ${named}${like}`, {
        ...facts,
        expected,
        remedy,
    });
}
const ASKED = 3;
async function checkVersion(run, service, spec, expected) {
    return await asked(run, spec.eventually, async () => {
        for (let time = 1;; time += 1) {
            const judged = await withCaller(run, service, (caller) => judgeVersion(caller, service, spec, expected));
            if (judged.result !== "pass" || time === ASKED)
                return judged;
        }
    });
}
async function judgeVersion(caller, service, spec, expected) {
    const told = await toldVersions(caller, service, spec);
    if (!("versions" in told))
        return told.judged;
    const { versions, facts } = told;
    if (versions.length > 0 && versions.every((version) => bare(version) === bare(expected)))
        return passed(`serves ${versions[0]}`, facts);
    const served = versions.length === 0
        ? "it does not say which version it serves"
        : `it serves ${versions.map(show).join(" and ")}, expected ${show(expected)}`;
    const remedy = "The roll-out is not complete, or failed: see the deployment. Where it takes its time, give version: eventually.";
    return failed("version", served, { ...facts, expected, remedy });
}
function bare(version) {
    return version.replace(/^v(?=[0-9])/, "");
}
async function toldVersions(caller, service, spec) {
    if (spec.kind === "metric") {
        const read = await readMetrics(caller, {
            path: spec.path ?? service.metrics?.path ?? "/metrics",
            timeout: spec.timeout,
        });
        if (!("page" in read))
            return read;
        const values = samplesOf(read.page, spec.metric)
            .filter(({ value }) => value !== 0)
            .flatMap(({ labels }) => labels.get(spec.label) ?? []);
        return { versions: [...new Set(values)], facts: read.facts };
    }
    const answer = await caller.call(reading({ path: spec.path ?? service.health?.path ?? "/", timeout: spec.timeout }));
    if (answer.reply === undefined)
        return { judged: noAnswer(answer, "its version") };
    const status = judgeStatus(answer.reply, [200]);
    if (status !== undefined)
        return { judged: judgedBy([status], answer, "its version", "") };
    if (spec.kind === "header")
        return { versions: [answer.reply.headers[spec.header] ?? []].flat(), facts: answer };
    const body = jsonOf(answer.reply);
    if ("wrong" in body)
        return { judged: judgedBy([body.wrong], answer, "its version", "") };
    const value = valueAt(body.value, spec.at);
    return { versions: typeof value === "string" ? [value] : [], facts: answer };
}
async function withCaller(run, { url }, work) {
    const caller = openCaller(run, url);
    try {
        return await work(caller);
    }
    finally {
        caller.close();
    }
}
function sampleName(metric, labels = {}) {
    return (0,packages_prometheus/* selector */.Pf)(metric, Object.entries(labels).map(([label, value]) => (0,packages_prometheus/* equals */.aI)(label, value)));
}

;// CONCATENATED MODULE: ./actions/smoke/counters.ts

function createCounter({ metric, labels }) {
    let last = 0;
    const baselines = new Map();
    const rises = new Map();
    function readingOf(page) {
        const found = samplesOf(page, metric).filter((sample) => hasLabels(sample, labels));
        return new Map(found.map((sample) => [
            JSON.stringify([...sample.labels].toSorted(([one], [other]) => (one < other ? -1 : 1))),
            sample.value,
        ]));
    }
    function after(page) {
        const process = processOf(page);
        const reading = readingOf(page);
        const baseline = baselines.get(process) ?? (isNew(process) ? new Map() : undefined);
        const doubt = baseline === undefined
            ? "another replica answered, which had not been read before the calls"
            : fell(baseline, reading) && process === ""
                ? FELL
                : undefined;
        if (baseline !== undefined && doubt === undefined)
            rises.set(process, riseOf(baseline, reading));
        return { by: [...rises.values()].reduce((sum, one) => sum + one, 0), doubt, series: reading.size };
    }
    function isNew(process) {
        return process !== "" && Number(process) > last;
    }
    function before(page, now) {
        baselines.set(processOf(page), readingOf(page));
        last = Math.max(last, now);
    }
    return { before, after };
}
const FELL = "the counter fell, and nothing tells a restart from another replica: the page has no process_start_time_seconds";
function processOf(page) {
    const [start] = samplesOf(page, "process_start_time_seconds");
    return start === undefined ? "" : String(start.value);
}
function fell(before, after) {
    return [...before].some(([series, value]) => (after.get(series) ?? 0) < value);
}
function riseOf(before, after) {
    let sum = 0;
    for (const [series, value] of after) {
        const start = before.get(series) ?? 0;
        sum += value < start ? value : value - start;
    }
    return sum;
}

;// CONCATENATED MODULE: ./actions/smoke/trace.ts



const TRACE_ID = "{trace-id}";
async function newTrace({ header }) {
    const { randomBytes } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    const id = randomBytes(16).toString("hex");
    if (header === "traceparent")
        return { id, sent: `00-${id}-${randomBytes(8).toString("hex")}-01` };
    return { id: `smoke-${id}`, sent: `smoke-${id}` };
}
function judgeTrace(reply, { header, returned }, { id }) {
    if (returned === undefined)
        return [];
    const remedy = `See what on the way drops or replaces the header ${header}: the gateway's tracing plugin, the service, a proxy.`;
    const wrong = (what) => [{ reason: "trace", what, remedy }];
    if (returned.kind === "header") {
        const value = reply.headers[returned.header];
        return value === undefined
            ? wrong(`the id did not come back: there is no header ${returned.header}`)
            : judgeId(value, id, wrong);
    }
    const body = jsonOf(reply);
    if ("wrong" in body)
        return [body.wrong];
    const value = valueAt(body.value, returned.at);
    if (typeof value !== "string")
        return wrong(`the id did not come back: ${returned.at.text} ${value === undefined ? "is missing" : `is ${show(value)}`}`);
    return judgeId(value, id, wrong);
}
function judgeId(value, id, wrong) {
    const came = /^00-([^-]*)-[^-]*-[^-]*$/.exec(value)?.[1] ?? value;
    if (came === id)
        return [];
    if (came.toLowerCase() === id)
        return wrong(`the id came back in upper case: ${show(came)}, sent ${show(id)}`);
    if (/^0+$/.test(came))
        return wrong(`an id of zeros came back, sent ${show(id)}`);
    return wrong(`another id came back: ${show(came)}, sent ${show(id)}`);
}
function withTrace(check, trace) {
    const { request, trace: spec } = check;
    const filled = fill(check, trace.id);
    const headers = spec === undefined ? filled.request.headers : { ...filled.request.headers, [spec.header]: trace.sent };
    return { ...filled, request: { ...filled.request, method: request.method, headers } };
}
function fill(value, id) {
    if (typeof value === "string")
        return value.replaceAll(TRACE_ID, id);
    if (Array.isArray(value))
        return value.map((one) => fill(one, id));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, id)]));
}

;// CONCATENATED MODULE: ./actions/smoke/check-function.ts







const READINGS = 3;
async function checkFunction(run, check) {
    const trace = await newTrace(check.trace ?? { header: "" });
    const filled = withTrace(check, trace);
    const started = await startCounting(run, filled);
    if ("judged" in started)
        return started.judged;
    const called = await withCaller(run, serviceOf(run, check.service), (caller) => callAll(run, caller, filled, trace));
    if (called.result !== "pass")
        return called;
    const seen = await checkEvidence(run, filled, called);
    if (seen.result !== "pass")
        return seen;
    return await checkCounts(run, filled, started.counting, seen);
}
function serviceOf({ plan }, name) {
    return plan.services.find((service) => service.name === name);
}
async function callAll(run, caller, check, trace) {
    let attempts = 0;
    for (let call = 1;; call += 1) {
        const judged = await asked(run, check.eventually, () => callOnce(caller, check, trace));
        attempts = Math.max(attempts, judged.attempts);
        if (judged.result !== "pass" || call === check.calls)
            return { ...judged, attempts };
    }
}
async function callOnce(caller, check, trace) {
    const { request, expect, repeatable, timeout } = check;
    const answer = await caller.call({ ...request, repeatable, accepts: expect.status, timeout });
    const expected = `${expectedText(expect)}${returnedText(check, trace)}`;
    if (answer.reply === undefined)
        return noAnswer(answer, expected);
    return judgedBy(differencesOf(answer, check, trace), answer, expected, `${answer.reply.status} in ${answer.milliseconds} ms`);
}
function returnedText({ trace }, { id }) {
    if (trace?.returned === undefined)
        return "";
    return `, the id ${id} in the ${trace.returned.kind === "header" ? `header ${trace.returned.header}` : trace.returned.at.text}`;
}
function differencesOf({ reply }, check, trace) {
    const differences = judgeReply(reply, check.expect);
    if (check.trace === undefined || differences.some(({ reason }) => reason === "status" || reason === "redirect"))
        return differences;
    return [...differences, ...judgeTrace(reply, check.trace, trace)];
}
async function checkEvidence(run, check, called) {
    const evidence = check.trace?.evidence;
    if (evidence === undefined)
        return called;
    const expected = `at ${evidence.service}: ${expectedText(evidence.expect)}`;
    const judged = await withCaller(run, serviceOf(run, evidence.service), (caller) => asked(run, check.within, async () => {
        const answer = await caller.call(reading({ path: evidence.path, timeout: check.timeout }, evidence.expect.status));
        if (answer.reply === undefined)
            return noAnswer(answer, expected);
        return judgedBy(judgeReply(answer.reply, evidence.expect), answer, expected, "");
    }));
    if (judged.result === "pass")
        return { ...called, detail: `${called.detail}, seen by ${evidence.service}` };
    return { ...judged, reason: "evidence", detail: `${evidence.service} has not seen the call: ${judged.detail}` };
}
async function startCounting(run, { counts, timeout }) {
    const counting = [];
    for (const spec of counts) {
        const service = serviceOf(run, spec.service);
        const counter = createCounter(spec);
        for (let reading = 0; reading < READINGS; reading += 1) {
            const read = await withCaller(run, service, (caller) => readMetrics(caller, { path: service.metrics.path, timeout }));
            if (!("page" in read))
                return { judged: { ...read.judged, detail: `before the call: ${read.judged.detail}` } };
            counter.before(read.page, serverTime(read.reply.headers["date"], run.context.clock.now()));
        }
        counting.push({ spec, service, counter });
    }
    return { counting };
}
function serverTime(date, now) {
    const told = Date.parse(date ?? "");
    return (Number.isNaN(told) ? now : told) / 1000 + 1;
}
async function checkCounts(run, check, counting, called) {
    const rises = [];
    for (const one of counting) {
        const judged = await asked(run, check.within, () => checkCount(run, check, one, called));
        if (judged.result !== "pass")
            return judged;
        rises.push(judged.detail);
    }
    return { ...called, detail: [called.detail, ...rises].join(", ") };
}
async function checkCount(run, check, { spec, service, counter }, { sent }) {
    const read = await withCaller(run, service, (caller) => readMetrics(caller, { path: service.metrics.path, timeout: check.timeout }));
    if (!("page" in read))
        return { ...read.judged, detail: `after the call: ${read.judged.detail}` };
    const { by, doubt, series } = counter.after(read.page);
    const wanted = spec.by ?? check.calls;
    const name = sampleName(spec.metric, spec.labels);
    if (by >= wanted)
        return passed(`${name} + ${by}`, read.facts);
    const facts = { ...read.facts, sent: `${sent ?? ""}, ${check.calls} times; then ${read.facts.sent ?? ""}` };
    const expected = `${name} of ${service.name} rises by at least ${wanted}`;
    if (doubt !== undefined) {
        const remedy = "Give the metrics page of each replica as a service of its own, or let the page have process_start_time_seconds.";
        return unproven("counter", `${name} rose by ${by} as far as it can be told: ${doubt}`, {
            ...facts,
            expected,
            remedy,
        });
    }
    const what = series === 0 ? `${name} is not on the page` : `${name} rose by ${by} instead of ${wanted}`;
    return failed("counter", what, {
        ...facts,
        expected,
        remedy: "See whether the call reached this service, and whether it counts with these labels.",
    });
}

;// CONCATENATED MODULE: ./actions/smoke/check-query.ts






const LONGEST_WAIT = 5_000;
const SHORTEST_WAIT = 250;
const check_query_SHOWN = 5;
async function checkQuery(run, url, spec, called) {
    const { clock, signal } = run.context;
    const http = limited(run, openClient(run, [url]));
    const credential = (run.plan.headers.get(new URL(url).origin) ?? []).find(({ name }) => (0,secret_headers/* isReserved */.Bs)(name));
    const prometheus = (0,packages_prometheus/* openPrometheus */.jL)({
        http,
        url,
        credential: credential === undefined ? undefined : { header: credential.name, value: credential.value },
    });
    const end = clock.monotonic() + spec.within;
    let attempts = 0;
    try {
        const since = called === undefined ? undefined : await onItsClock(run, prometheus, called);
        for (let wait = SHORTEST_WAIT;; wait = Math.min(LONGEST_WAIT, wait * 2)) {
            attempts += 1;
            const facts = { sent: `${spec.query} at ${url}`, attempts };
            const waiting = since === undefined ? undefined : await notYetScraped(prometheus, spec, since);
            const judged = waiting === undefined
                ? judgeQuery(await prometheus.query(spec.query), spec, facts)
                : stale(waiting, spec, facts);
            const left = Math.min(end - clock.monotonic(), run.left());
            if (judged.result === "pass" || left <= 0 || called === undefined)
                return judged;
            await clock.sleep(Math.min(wait, left), signal);
        }
    }
    catch (error) {
        return unanswered(run, error, spec, Math.max(1, attempts));
    }
    finally {
        http.close();
    }
}
function limited({ context: { inputs }, left }, http) {
    return {
        close: http.close,
        api: (base, options) => http.api(base, { ...options, deadline: Math.min(inputs.timeout, left()), attempts: inputs.retries + 1 }),
    };
}
async function onItsClock({ context: { clock } }, prometheus, time) {
    const asked = clock.now();
    const { value } = await prometheus.query("time()");
    const now = value.kind === "scalar" ? (value.sample.value ?? Number.NaN) * 1000 : Number.NaN;
    if (Number.isNaN(now))
        throw new action/* ActionError */.lZ("undecided", "Prometheus does not tell its time");
    return time + (now - asked);
}
async function notYetScraped(prometheus, { seenBy = "" }, since) {
    const { value } = await prometheus.query(`timestamp(${seenBy})`);
    const series = value.kind === "vector" ? value.series : [];
    if (series.length === 0)
        return `there is no series ${seenBy}`;
    const old = series.filter(({ value: seconds = 0 }) => !(seconds * 1000 >= since));
    if (old.length === 0)
        return undefined;
    return `${old.length} of ${series.length} series of ${seenBy} were not scraped after the call`;
}
function stale(why, spec, facts) {
    const remedy = "See the targets in Prometheus: whether the service is scraped, without error, and how often; give more time by within.";
    return failed("query", `${why}, within ${Math.round(spec.within / 1000)} s`, {
        ...facts,
        came: why,
        expected: wantedOf(spec.expect),
        remedy,
    });
}
function judgeQuery({ value, warnings }, spec, given) {
    const series = valuesOf(value);
    const came = series.length === 0
        ? "no series"
        : series
            .slice(0, check_query_SHOWN)
            .map(({ labels, value: number }) => `${named(labels)}${String(number)}`)
            .join("; ");
    const expected = wantedOf(spec.expect);
    const facts = (remedy) => ({ ...given, came, expected, remedy });
    if (warnings.length > 0) {
        return unproven("query", `the answer may not be whole: ${warnings.join("; ")}`, facts("See that all stores behind the address answer, then run again."));
    }
    if (value.kind === "string" || value.kind === "matrix") {
        return failed("query", `the query gives a ${value.kind}, not numbers at one time`, facts("Write a query that gives an instant vector or a scalar."));
    }
    if (series.length === 0)
        return failed("query", "the query gives nothing, and nothing is no proof", facts("Check its names and labels, and that the service is scraped."));
    const wrong = series.flatMap(({ labels, value: number }) => {
        const difference = differenceFrom(number, spec, expected);
        return difference === undefined ? [] : [`${named(labels) === "" ? "the value " : named(labels)}${difference}`];
    });
    if (wrong.length === 0)
        return passed(came, { ...given, came });
    return failed("query", wrong.slice(0, check_query_SHOWN).join("; "), facts("See what the query counts, in Prometheus."));
}
function differenceFrom(value, { expect }, expected) {
    if (value === undefined)
        return `is a histogram, expected ${expected}`;
    return Number.isNaN(value) ? `is NaN, expected ${expected}` : differenceOf(value, expect);
}
function named(labels) {
    return Object.keys(labels).length === 0 ? "" : `${show(labels)} `;
}
function valuesOf(result) {
    if (result.kind === "vector")
        return result.series;
    return result.kind === "scalar" ? [{ labels: {}, value: result.sample.value }] : [];
}
function unanswered(run, error, spec, attempts) {
    if (!(error instanceof action/* ActionError */.lZ) ||
        run.context.signal.aborted ||
        !(error.verdict === "undecided" || error.verdict === "invalid"))
        throw error;
    const remedy = error.details.remedy ?? "See that Prometheus runs, and its address.";
    const judged = unproven("no-answer", error.message, {
        sent: spec.query,
        came: "no answer",
        attempts,
        expected: wantedOf(spec.expect),
        remedy,
    });
    return error.verdict === "invalid" ? { ...judged, result: "invalid" } : judged;
}

;// CONCATENATED MODULE: ./actions/smoke/run-all.ts







async function runAll(run, onOutcome) {
    checkAddresses(run);
    const { plan, context } = run;
    const ended = new Map();
    const functional = plan.checks.map((check) => ({
        counts: check.counts.length > 0,
        promised: [{ suite: "functional", service: check.service, name: check.name }],
        async work() {
            const judged = await checkFunction(run, check);
            if (judged.result === "pass")
                ended.set(check.name, context.clock.now());
            return [judged];
        },
    }));
    const outcomes = [];
    const stage = async (most, tasks) => {
        for (const list of await (0,packages_http/* inParallel */.HN)(most, tasks, (task) => perform(run, task, onOutcome)))
            outcomes.push(...list);
    };
    const most = Math.max(1, context.inputs.parallel);
    await stage(most, [...serviceTasks(run), ...functional.filter(({ counts }) => !counts)]);
    await stage(1, functional.filter(({ counts }) => counts));
    await stage(most, queryTasks(run, ended));
    return outcomes;
}
function serviceTasks(run) {
    const { services, expectVersion } = run.plan;
    return services.flatMap((service) => {
        const { name, health, metrics, version, requiredMetrics } = service;
        const of = (suite) => ({ suite, service: name, name: suite });
        return [
            ...(health === undefined
                ? []
                : [{ promised: [of("health")], work: async () => [await checkHealth(run, service, health)] }]),
            ...(metrics === undefined
                ? []
                : [
                    {
                        promised: [of("metrics"), ...(requiredMetrics.length === 0 ? [] : [of("critical metrics")])],
                        async work() {
                            const { page, required } = await checkMetrics(run, service, metrics);
                            return required === undefined ? [page] : [page, required];
                        },
                    },
                ]),
            ...(version === undefined || expectVersion === undefined
                ? []
                : [
                    { promised: [of("version")], work: async () => [await checkVersion(run, service, version, expectVersion)] },
                ]),
        ];
    });
}
function queryTasks(run, ended) {
    const { queries, prometheus = "" } = run.plan;
    return queries.map((query) => ({
        promised: [{ suite: "prometheus", service: "Prometheus", name: query.name }],
        async work() {
            const missing = query.after.filter((name) => !ended.has(name));
            if (missing.length > 0)
                return [
                    {
                        result: "skipped",
                        reason: "not-run",
                        detail: `not asked: ${missing.join(", ")} did not pass`,
                        attempts: 0,
                    },
                ];
            const called = query.after.length === 0 ? undefined : Math.max(...query.after.map((name) => ended.get(name)));
            return [await checkQuery(run, prometheus, query, called)];
        },
    }));
}
async function perform(run, { promised, work }, onOutcome) {
    const { clock } = run.context;
    const start = clock.monotonic();
    const judged = await judge(run, work, promised.length);
    const milliseconds = Math.round(clock.monotonic() - start);
    return judged.map((one, index) => {
        const outcome = { ...promised[index], milliseconds, ...one };
        onOutcome(outcome);
        return outcome;
    });
}
async function judge(run, work, promised) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided" || run.context.signal.aborted)
            throw error;
        const judged = unproven("deadline", error.message, {
            attempts: 0,
            expected: undefined,
            remedy: error.details.remedy,
        });
        return Array.from({ length: promised }, () => judged);
    }
}
function checkAddresses(run) {
    const { services, prometheus, headers } = run.plan;
    const problems = [];
    const urls = [...new Set([...services.map(({ url }) => url), ...(prometheus === undefined ? [] : [prometheus])])];
    for (const url of urls) {
        try {
            const http = openClient(run, [url]);
            http.api(url);
            http.close();
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ))
                throw error;
            const { remedy } = error.details;
            problems.push({ what: error.message, ...(remedy !== undefined && { remedy }) });
        }
    }
    const origins = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
    for (const origin of headers.keys()) {
        if (origins.includes(origin))
            continue;
        problems.push({
            input: "headers",
            what: `there is a header for ${origin}, where no service of the suite is`,
            remedy: "Check the origin: scheme, host and port.",
        });
    }
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems.length === 1 ? problems[0].what : `${problems.length} problems with the addresses`, {
            problems,
        });
}

;// CONCATENATED MODULE: ./actions/smoke/run.ts


function openRun(context, plan) {
    const { clock, io, inputs } = context;
    for (const headers of plan.headers.values()) {
        for (const header of headers) {
            for (const secret of (0,secret_headers/* secretsIn */.VY)(header))
                io.secret(secret);
        }
    }
    const end = clock.monotonic() + inputs.deadline;
    return {
        context,
        plan,
        left() {
            const left = end - clock.monotonic();
            if (left > 0)
                return left;
            throw (0,action/* undecided */.oo)("the time for all checks was over before this one had ended", {
                remedy: "Give more time by deadline, or more at once by parallel.",
            });
        },
    };
}

// EXTERNAL MODULE: ./packages/config/index.ts + 2 modules
var packages_config = __webpack_require__(527);
;// CONCATENATED MODULE: ./actions/smoke/suite.ts
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const SAFE_METHODS = ["GET", "HEAD"];
const JSON_TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];

;// CONCATENATED MODULE: ./actions/smoke/read-expectation.ts




function readExpectation(reader, at) {
    const found = reader.fields(at, ["status", "json", "text", "headers"]);
    const json = reader.entries(found.json).map(([text, place]) => {
        const path = readJsonPath(text) ??
            reader.wrong(place, "is no path, such as data.items[0].name") ?? { text, steps: [] };
        return { path, matcher: readMatcher(reader, place) };
    });
    const headers = reader.entries(found.headers).map(([name, place]) => {
        if (!(0,secret_headers/* isHeaderName */.p$)(name))
            reader.wrong(place, "is no header's name");
        return { name: name.toLowerCase(), matcher: readMatcher(reader, place) };
    });
    return {
        status: readStatus(reader, found.status),
        json,
        text: found.text === undefined ? undefined : readMatcher(reader, found.text),
        headers,
    };
}
function readStatus(reader, at) {
    if (at === undefined)
        return [200];
    const places = Array.isArray(at.value) ? reader.items(at) : [at];
    if (places.length === 0)
        reader.wrong(at, "must not be empty");
    return places.map((one) => reader.whole(one, 100, 599) ?? 200);
}
const KEYS = ["equals", "one-of", "type", "exists", "matches", "contains", "min", "max"];
function readMatcher(reader, at) {
    if (Array.isArray(at.value))
        return reader.wrong(at, "must be a value or a mapping", "Write a list as equals: [ … ].") ?? {};
    if (!isMapping(at.value))
        return { equals: at.value };
    const found = reader.fields(at, KEYS);
    if (Object.keys(found).length === 0)
        reader.wrong(at, "expects nothing", `Give one of ${KEYS.join(", ")}.`);
    const oneOf = found["one-of"] === undefined ? undefined : reader.items(found["one-of"]).map(({ value }) => value);
    const matcher = {
        equals: found.equals?.value,
        oneOf,
        type: reader.word(found.type, JSON_TYPES),
        exists: reader.flag(found.exists),
        matches: reader.text(found.matches),
        contains: reader.text(found.contains),
        min: reader.number(found.min),
        max: reader.number(found.max),
    };
    return Object.fromEntries(Object.entries(matcher).filter(([, value]) => value !== undefined));
}
function readPatience(reader, found) {
    const timeout = reader.duration(found.timeout);
    if (timeout === 0)
        reader.wrong(found.timeout, "must be longer than nothing");
    return { timeout, eventually: reader.duration(found.eventually) };
}
function readPath(reader, at) {
    const path = reader.text(at);
    if (at === undefined || path === undefined)
        return "/";
    if (isPath(path))
        return path;
    reader.wrong(at, `must be a path that begins with "/", written plainly: no "..", no "#", no empty parts`);
    return "/";
}
function isPath(path) {
    if (!/^\/[^\s#\\]*$/.test(path) || path.length > 2000)
        return false;
    const [before = "", ...query] = path.split("?");
    const segments = before.slice(1).split("/");
    const plain = segments.every((one, index) => one !== "." && one !== ".." && (one !== "" || index === segments.length - 1));
    try {
        decodeURIComponent(before);
        return plain && query.length <= 1;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./actions/smoke/check-plan.ts


const A_PAGE = "Give the service metrics: a path.";
function problemsOfPlan(plan, services) {
    const { checks, queries, prometheus, expectVersion } = plan;
    const problems = [
        ...services.flatMap(problemsOfService),
        ...checks.flatMap((check) => problemsOfCheck(check, services)),
    ];
    if (queries.length > 0 && prometheus === undefined) {
        problems.push(wrong("there are queries, and no Prometheus", "Give prometheus: { url: … } in the suite, or declare it in the environment."));
    }
    if (expectVersion !== undefined && services.every(({ version }) => version === undefined)) {
        const what = "no service says where its version stands, so that nothing would be compared";
        problems.push({ input: "expect-version", what, remedy: "Give a service version: { path: /info, json: version }." });
    }
    if (numberOfChecks(plan) === 0) {
        const remedy = "Give a suite with services that have a health page, or with checks; or an environment whose services have one.";
        problems.push(wrong("there is nothing to check, and nothing checked is not passed", remedy));
    }
    return problems;
}
function wrong(what, remedy) {
    return { input: "suite", what, remedy };
}
function problemsOfService({ name, health, metrics, requiredMetrics, version }) {
    const paths = [health, metrics].flatMap((page) => (page === undefined || isPath(page.path) ? [] : [page.path]));
    const problems = paths.map((path) => wrong(`${(0,action/* quote */.hD)(path)} of the service ${(0,action/* quote */.hD)(name)} is no path`, 'Write a path that begins with "/".'));
    if (metrics !== undefined)
        return problems;
    if (requiredMetrics.length > 0)
        problems.push(wrong(`the service ${(0,action/* quote */.hD)(name)} has required metrics and no metrics page`, A_PAGE));
    if (version?.kind === "metric" && version.path === undefined)
        problems.push(wrong(`the service ${(0,action/* quote */.hD)(name)} tells its version by a metric and has no metrics page`, A_PAGE));
    return problems;
}
function problemsOfCheck({ name, service, trace, counts }, services) {
    const known = services.map((one) => one.name);
    const named = [
        service,
        ...(trace?.evidence === undefined ? [] : [trace.evidence.service]),
        ...counts.map((count) => count.service),
    ];
    const unknown = named.filter((one) => !known.includes(one));
    const pageless = counts.filter((count) => services.some((one) => one.name === count.service && one.metrics === undefined));
    return [
        ...unknown.map((one) => {
            const remedy = `The declared ones are: ${known.length === 0 ? "none" : known.join(", ")}.`;
            return wrong(`the check ${(0,action/* quote */.hD)(name)} names the service ${(0,action/* quote */.hD)(one)}, which is not declared`, remedy);
        }),
        ...pageless.map((count) => wrong(`the check ${(0,action/* quote */.hD)(name)} counts on ${(0,action/* quote */.hD)(count.service)}, which has no metrics page`, A_PAGE)),
    ];
}
function numberOfChecks({ services, checks, queries, expectVersion }) {
    const pages = services.flatMap(({ health, metrics, version }) => [
        health,
        metrics,
        expectVersion === undefined ? undefined : version,
    ]);
    return pages.filter((page) => page !== undefined).length + checks.length + queries.length;
}

;// CONCATENATED MODULE: ./actions/smoke/read-suite.ts






const MINUTE = 60_000;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const MOST_CALLS = 100;
function readSuite(document) {
    const reader = createReader(document);
    const root = reader.fields({ value: document.value, path: [] }, ["services", "checks", "queries", "prometheus"]);
    const suite = {
        services: reader.items(root.services).map((at) => readService(reader, at)),
        checks: reader.items(root.checks).map((at) => readCheck(reader, at)),
        queries: reader.items(root.queries).map((at) => readQuery(reader, at)),
        prometheus: readUrl(reader, root.prometheus === undefined ? undefined : reader.fields(root.prometheus, ["url"], ["url"]).url),
    };
    nameOnce(reader, "services", suite.services);
    nameOnce(reader, "checks", suite.checks);
    nameOnce(reader, "queries", suite.queries);
    for (const [index, { after }] of suite.queries.entries()) {
        const unknown = after.filter((name) => !suite.checks.some((check) => check.name === name));
        if (unknown.length > 0)
            reader.wrong({ value: after, path: ["queries", index, "after"] }, `names no check of this suite: ${unknown.join(", ")}`);
    }
    return { suite, problems: reader.problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}
function nameOnce(reader, list, named) {
    named.forEach(({ name }, index) => {
        if (name === "" || named.findIndex((one) => one.name === name) === index)
            return;
        reader.wrong({ value: name, path: [list, index, "name"] }, `is given twice: ${JSON.stringify(name)}`, "Rename or remove one.");
    });
}
function readService(reader, at) {
    const found = reader.fields(at, ["name", "url", "health", "metrics", "required-metrics", "version"], ["name"]);
    return {
        name: reader.text(found.name) ?? "",
        url: readUrl(reader, found.url),
        health: readPage(reader, found.health),
        metrics: readPage(reader, found.metrics),
        requiredMetrics: reader.items(found["required-metrics"]).map((one) => readRequired(reader, one)),
        version: found.version === undefined ? undefined : readVersion(reader, found.version),
    };
}
function readUrl(reader, at) {
    const url = reader.text(at);
    if (url === undefined || at === undefined || /^https?:\/\/[^\s@]+$/.test(url))
        return url;
    return reader.wrong(at, "must be a web address without user name, such as https://example.org");
}
function readPage(reader, at) {
    if (at === undefined)
        return undefined;
    const patience = { timeout: undefined, eventually: undefined };
    if (typeof at.value === "string")
        return { path: readPath(reader, at), expect: undefined, ...patience };
    const found = reader.fields(at, ["path", "expect", "timeout", "eventually"], ["path"]);
    return {
        path: readPath(reader, found.path),
        expect: found.expect === undefined ? undefined : readExpectation(reader, found.expect),
        ...readPatience(reader, found),
    };
}
function readRequired(reader, at) {
    if (typeof at.value === "string")
        return { name: readMetric(reader, at), labels: undefined };
    const found = reader.fields(at, ["name", "labels"], ["name"]);
    return {
        name: readMetric(reader, found.name),
        labels: found.labels === undefined ? undefined : readLabels(reader, found.labels),
    };
}
function readMetric(reader, at) {
    const name = reader.text(at) ?? "";
    if (at !== undefined && name !== "" && !METRIC.test(name))
        reader.wrong(at, `is no metric's name: ${JSON.stringify(name)}`, "Labels have a setting of their own: labels.");
    return name;
}
function readLabels(reader, at) {
    return Object.fromEntries(reader.entries(at).map(([label, place]) => [label, reader.text(place) ?? ""]));
}
function readVersion(reader, at) {
    const found = reader.fields(at, ["path", "json", "header", "metric", "label", "timeout", "eventually"]);
    const common = {
        path: found.path === undefined ? undefined : readPath(reader, found.path),
        ...readPatience(reader, found),
    };
    const [json, header, metric, label] = [
        reader.text(found.json),
        reader.text(found.header),
        reader.text(found.metric),
        reader.text(found.label),
    ];
    if ([json, header, metric].filter((one) => one !== undefined).length !== 1 ||
        (metric === undefined) !== (label === undefined)) {
        return reader.wrong(at, "must say where the version stands, in one way", "Give json (a path), header (a name), or metric and label.");
    }
    if (metric !== undefined && label !== undefined)
        return { ...common, kind: "metric", metric, label };
    if (header !== undefined)
        return { ...common, kind: "header", header: header.toLowerCase() };
    const path = readJsonPath(json ?? "");
    return path === undefined
        ? reader.wrong(found.json, "is no path, such as data.version")
        : { ...common, kind: "json", at: path };
}
function readCheck(reader, at) {
    const keys = [
        "name",
        "service",
        "request",
        "repeatable",
        "expect",
        "trace",
        "counts",
        "calls",
        "within",
        "timeout",
        "eventually",
    ];
    const found = reader.fields(at, keys, ["name", "service", "request", "expect"]);
    const request = readRequest(reader, found.request);
    const safe = SAFE_METHODS.includes(request.method);
    const check = {
        name: reader.text(found.name) ?? "",
        service: reader.text(found.service) ?? "",
        request,
        repeatable: reader.flag(found.repeatable) ?? safe,
        expect: found.expect === undefined
            ? { status: [200], json: [], text: undefined, headers: [] }
            : readExpectation(reader, found.expect),
        trace: found.trace === undefined ? undefined : readTrace(reader, found.trace),
        counts: reader.items(found.counts).map((one) => readCount(reader, one)),
        calls: reader.whole(found.calls, 1, MOST_CALLS) ?? 1,
        within: reader.duration(found.within) ?? 30_000,
        ...readPatience(reader, found),
    };
    if (found.eventually !== undefined && !check.repeatable) {
        reader.wrong(found.eventually, `would send a ${request.method} again and again`, "Say repeatable: true if it may be repeated, or leave eventually out.");
    }
    return check;
}
function readRequest(reader, at) {
    if (at === undefined)
        return { method: "GET", path: "/", headers: {}, json: undefined, body: undefined };
    const found = reader.fields(at, ["method", "path", "headers", "json", "body"], ["path"]);
    const method = reader.word(found.method, METHODS) ?? "GET";
    const body = reader.text(found.body);
    if (found.json !== undefined && found.body !== undefined)
        reader.wrong(at, "has two bodies", "Give json or body.");
    if (SAFE_METHODS.includes(method) && (found.json ?? found.body) !== undefined)
        reader.wrong(at, `is a ${method}, which has no body`, "Say method: POST.");
    return {
        method,
        path: readPath(reader, found.path),
        headers: readHeaders(reader, found.headers),
        json: found.json?.value,
        body,
    };
}
const OURS = [
    "accept-encoding",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];
const BY_INPUT = "Give it by the input headers, as a line: https://service.example.com Authorization: Bearer …";
const SECRET = ["authorization", "cookie", "private-token", "job-token", "proxy-authorization"];
function readHeaders(reader, at) {
    const headers = Object.create(null);
    for (const [name, place] of reader.entries(at)) {
        const lower = name.toLowerCase();
        if (!(0,secret_headers/* isHeaderName */.p$)(name))
            reader.wrong(place, "is no header's name");
        else if (SECRET.includes(lower))
            reader.wrong(place, "is a secret, which has no place in a file", BY_INPUT);
        else if (OURS.includes(lower))
            reader.wrong(place, "is set by the client itself", "Leave it out.");
        else if (!/^[\t\x20-\x7e]{1,8192}$/.test(reader.text(place) ?? "-"))
            reader.wrong(place, "has characters that no header can carry");
        headers[lower] = String(place.value);
    }
    return headers;
}
function readTrace(reader, at) {
    const found = reader.fields(at, ["header", "returned", "evidence"]);
    const header = reader.text(found.header) ?? "traceparent";
    if (!(0,secret_headers/* isHeaderName */.p$)(header) || [...OURS, ...SECRET].includes(header.toLowerCase()))
        reader.wrong(found.header ?? at, "is no header that can carry an id");
    if (found.returned === undefined && found.evidence === undefined)
        reader.wrong(at, "must say where the id has to be found", "Give returned, evidence, or both.");
    return {
        header: header.toLowerCase(),
        returned: readReturned(reader, found.returned),
        evidence: readEvidence(reader, found.evidence),
    };
}
function readReturned(reader, at) {
    if (at === undefined)
        return undefined;
    const found = reader.fields(at, ["json", "header"]);
    const [json, header] = [reader.text(found.json), reader.text(found.header)];
    if ((json === undefined) === (header === undefined))
        return reader.wrong(at, "must say where the id comes back, in one way", "Give json (a path) or header (a name).");
    if (header !== undefined)
        return { kind: "header", header: header.toLowerCase() };
    const path = readJsonPath(json ?? "");
    return path === undefined
        ? reader.wrong(found.json, "is no path, such as data.trace_id")
        : { kind: "json", at: path };
}
function readEvidence(reader, at) {
    if (at === undefined)
        return undefined;
    const found = reader.fields(at, ["service", "path", "expect"], ["service", "path", "expect"]);
    const expect = found.expect === undefined ? undefined : readExpectation(reader, found.expect);
    if (expect === undefined)
        return undefined;
    const path = readPath(reader, found.path);
    if (!JSON.stringify([path, expect]).includes(TRACE_ID))
        reader.wrong(at, "would hold without the call", `Say where the id has to be: ${TRACE_ID} in the path or in what is expected.`);
    return { service: reader.text(found.service) ?? "", path, expect };
}
function readCount(reader, at) {
    const found = reader.fields(at, ["service", "metric", "labels", "by"], ["service", "metric"]);
    const by = reader.whole(found.by, 1, 1_000_000);
    return {
        service: reader.text(found.service) ?? "",
        metric: readMetric(reader, found.metric),
        labels: readLabels(reader, found.labels),
        by,
    };
}
const SELECTOR = /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(?:\{[^{}]*\})?$/;
function readQuery(reader, at) {
    const found = reader.fields(at, ["name", "query", "after", "seen-by", "expect", "within"], ["name", "query", "expect"]);
    const query = reader.text(found.query) ?? "";
    const after = typeof found.after?.value === "string"
        ? [found.after.value]
        : reader.items(found.after).map((one) => reader.text(one) ?? "");
    const seenBy = reader.text(found["seen-by"]) ?? (SELECTOR.test(query.trim()) ? query.trim() : undefined);
    if (after.length > 0 && seenBy === undefined) {
        reader.wrong(at, "does not tell how new its answer is", 'Give seen-by: a plain selector of what is counted, such as requests_total{tool="echo"}.');
    }
    if (found["seen-by"] !== undefined && !SELECTOR.test((seenBy ?? "").trim()))
        reader.wrong(found["seen-by"], "must be a metric's name, with labels in braces or without");
    const expect = found.expect === undefined ? {} : readMatcher(reader, found.expect);
    const odd = Object.keys(expect).filter((key) => !["equals", "oneOf", "min", "max"].includes(key));
    if (found.expect !== undefined && odd.length > 0)
        reader.wrong(found.expect, "is about a number: equals, one-of, min and max are taken");
    return {
        name: reader.text(found.name) ?? "",
        query,
        after,
        seenBy,
        expect,
        within: reader.duration(found.within) ?? 2 * MINUTE,
    };
}
function pageOf(path) {
    return path === undefined ? undefined : { path, expect: undefined, timeout: undefined, eventually: undefined };
}

;// CONCATENATED MODULE: ./actions/smoke/settings.ts






const settings_MAX_BYTES = 1024 * 1024;
async function planOf(inputs, host) {
    const environment = inputs.environment === undefined ? undefined : await environmentOf(inputs, inputs.environment, host);
    const { suite, problems } = await suiteOf(inputs, host);
    const all = [...problems];
    const merged = withEnvironment(suite, environment);
    const plan = {
        services: located(merged, all),
        checks: suite.checks,
        queries: suite.queries,
        prometheus: suite.prometheus ?? environment?.prometheus?.url,
        expectVersion: inputs.expectVersion,
        headers: (0,secret_headers/* readSecretHeaders */.JI)(inputs.headers),
    };
    if (problems.length === 0)
        all.push(...problemsOfPlan(plan, merged));
    if (all.length > 0)
        throw (0,action/* invalid */.Gq)(all.length === 1 ? all[0].what : `the suite has ${all.length} problems`, { problems: all });
    return plan;
}
async function environmentOf(inputs, name, host) {
    const config = await (0,packages_config.loadConfig)({ host, inputs });
    if (config.file === undefined) {
        const remedy = "Declare the environment in release-actions.yml, or give the services' addresses in the suite.";
        throw (0,action/* invalid */.Gq)(`there is no release-actions.yml that could tell what ${(0,action/* quote */.hD)(name)} is`, { remedy });
    }
    return (0,packages_config/* findEnvironment */.jY)(config, name);
}
const EMPTY = { services: [], checks: [], queries: [], prometheus: undefined };
function isInline(given) {
    return given.includes("\n") || given.startsWith("{");
}
async function suiteOf({ suite: given }, host) {
    if (given === undefined)
        return { suite: EMPTY, problems: [] };
    const inline = isInline(given);
    const source = inline
        ? given
        : (await (0,files.readWorkspaceFile)(host, given, { maxBytes: settings_MAX_BYTES, typed: true })).toString("utf8");
    const document = (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6262)]).then(__webpack_require__.bind(__webpack_require__, 6262))).openYaml(source, given);
    const read = document.problems.length > 0 ? { suite: EMPTY, problems: document.problems } : readSuite(document);
    if (!inline)
        return read;
    return { suite: read.suite, problems: read.problems.map(ofInput) };
}
function ofInput({ what, remedy, line }) {
    return {
        input: "suite",
        what: line === undefined ? what : `line ${line}: ${what}`,
        ...(remedy !== undefined && { remedy }),
    };
}
function withEnvironment({ services }, environment) {
    const declared = environment?.services ?? [];
    const merged = services.map((service) => {
        const known = declared.find(({ name }) => name === service.name);
        if (known === undefined)
            return service;
        return {
            ...service,
            url: service.url ?? known.url,
            health: service.health ?? pageOf(known.health),
            metrics: service.metrics ?? pageOf(known.metrics),
        };
    });
    const others = declared.filter(({ name }) => !services.some((service) => service.name === name));
    return [
        ...merged,
        ...others.map(({ name, url, health, metrics }) => ({
            name,
            url,
            health: pageOf(health),
            metrics: pageOf(metrics),
            requiredMetrics: [],
            version: undefined,
        })),
    ];
}
function located(services, problems) {
    const found = services.filter((service) => service.url !== undefined);
    for (const { name, url } of services) {
        if (url !== undefined || name === "")
            continue;
        const remedy = "Give it in the suite, or declare the service in the environment and give the input environment.";
        problems.push({ input: "suite", what: `the service ${(0,action/* quote */.hD)(name)} has no url`, remedy });
    }
    return found;
}

;// CONCATENATED MODULE: ./actions/smoke/smoke.ts






async function smoke(context) {
    const { inputs, io, host } = context;
    (0,files.refuseOutputs)(host, { "junit-file": inputs.junitFile });
    const plan = await planOf(inputs, host);
    const run = openRun(context, plan);
    (0,files/* refuseSameFile */.vx)(host, {
        suite: inputs.suite === undefined || isInline(inputs.suite) ? undefined : inputs.suite,
        "junit-file": inputs.junitFile,
    });
    if (inputs.junitFile !== undefined)
        await (0,files.writeWorkspaceFile)(host, inputs.junitFile, UNFINISHED, { typed: true });
    const outcomes = await runAll(run, (outcome) => io.info(lineOf(outcome)));
    if (inputs.junitFile !== undefined)
        await (0,files/* writeReport */.u5)(host, io, inputs.junitFile, junitOf(outcomes));
    if (inputs.summary)
        io.summary(...summaryOf(outcomes));
    const outputs = outputsOf(outcomes);
    const details = { problems: problemsOf(outcomes), outputs };
    return { verdict: verdictOf(outcomes), outputs, details };
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




/***/ }),

/***/ 2420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  junitXml: () => (/* reexport */ junitXml)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./packages/report/junit/junit.ts

function junitXml(name, suites) {
    const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributes({ name, ...totals(suites.flatMap(({ cases }) => cases)) })}>`,
    ];
    for (const suite of suites) {
        lines.push(`  <testsuite${attributes({ name: suite.name, ...totals(suite.cases) })}>`);
        for (const one of suite.cases)
            lines.push(...caseLines(suite, one));
        lines.push("  </testsuite>");
    }
    return [...lines, "</testsuites>", ""].join("\n");
}
function caseLines(suite, { name, group = suite.name, duration, result, message = "", detail = "" }) {
    const open = `    <testcase${attributes({ name, classname: group, time: (duration ?? 0).toFixed(3) })}`;
    if (result === "passed")
        return [`${open}/>`];
    if (result === "skipped")
        return [`${open}>`, `      <skipped${attributes({ message })}/>`, "    </testcase>"];
    const tag = result === "failed" ? "failure" : "error";
    return [`${open}>`, `      <${tag}${attributes({ message })}>${escaped(detail)}</${tag}>`, "    </testcase>"];
}
function totals(cases) {
    const count = (result) => String(cases.filter((one) => one.result === result).length);
    const time = cases.reduce((sum, { duration = 0 }) => sum + duration, 0);
    return {
        tests: String(cases.length),
        failures: count("failed"),
        errors: count("error"),
        skipped: count("skipped"),
        time: time.toFixed(3),
    };
}
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;")}"`)
        .join("");
}
const OUTSIDE_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
function escaped(text) {
    return packages_text/* secrets */.O3
        .redact(text)
        .toWellFormed()
        .replaceAll("\r\n", "\n")
        .replace(OUTSIDE_XML, "\ufffd")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}

;// CONCATENATED MODULE: ./packages/report/junit/index.ts



/***/ })

};
;