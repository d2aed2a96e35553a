"use strict";
exports.id = 6643;
exports.ids = [6643,861,2989,2420];
exports.modules = {

/***/ 6643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smoke: () => (/* binding */ smoke)
});

// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/prometheus/index.ts + 4 modules
var prometheus = __webpack_require__(9349);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/yaml/index.ts + 4 modules
var yaml = __webpack_require__(2989);
;// CONCATENATED MODULE: ./packages/smoke/json-path.ts
const NAME = /[^.[\]"\s]+/y;
const INDEX = /\[(0|[1-9][0-9]{0,6})\]/y;
const QUOTED = /\["((?:[^"\\]|\\["\\])*)"\]/y;
function readJsonPath(text) {
    const body = text.startsWith("$") ? text.slice(1).replace(/^\./, "") : text;
    if (body === "")
        return text.startsWith("$") ? { text, steps: [] } : undefined;
    const steps = [];
    let at = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(body);
        at += found?.[0].length ?? 0;
        return found === null ? undefined : (found[1] ?? found[0]);
    };
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
        const name = match(NAME);
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

// EXTERNAL MODULE: ./packages/smoke/secret-headers.ts
var secret_headers = __webpack_require__(4681);
;// CONCATENATED MODULE: ./packages/smoke/types.ts
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const SAFE_METHODS = ["GET", "HEAD"];
const JSON_TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];

;// CONCATENATED MODULE: ./packages/smoke/read-expectation.ts




function readExpectation(reader, field) {
    const found = reader.fields(field, ["status", "json", "text", "headers"]);
    const json = reader.entries(found.json).map(([text, value]) => {
        const path = readJsonPath(text);
        if (path === undefined)
            reader.reject(value, "is not a JSON path such as data.items[0].name");
        return { path: path ?? { text, steps: [] }, matcher: readMatcher(reader, value) };
    });
    const headers = reader.entries(found.headers).map(([name, value]) => {
        if (!(0,secret_headers/* isHeaderName */.p$)(name))
            reader.reject(value, "is not a header name");
        return { name: name.toLowerCase(), matcher: readMatcher(reader, value) };
    });
    return {
        status: readStatus(reader, found.status),
        json,
        text: found.text === undefined ? undefined : readMatcher(reader, found.text),
        headers,
    };
}
function readStatus(reader, field) {
    if (field === undefined)
        return [200];
    const items = Array.isArray(field.value) ? reader.items(field) : [field];
    if (items.length === 0)
        reader.reject(field, "must not be empty");
    return items.map((item) => reader.integer(item, 100, 599) ?? 200);
}
const CONDITIONS = ["equals", "one-of", "type", "exists", "matches", "contains", "min", "max"];
function readMatcher(reader, field) {
    if (Array.isArray(field.value))
        return reader.reject(field, "must be a value or a mapping", "Write a list as equals: [ … ].") ?? {};
    if (!(0,yaml.isMapping)(field.value))
        return { equals: field.value };
    const found = reader.fields(field, CONDITIONS);
    if (Object.keys(found).length === 0)
        reader.reject(field, "expects nothing", `Give one of ${CONDITIONS.join(", ")}.`);
    const matcher = {
        equals: found.equals?.value,
        oneOf: found["one-of"] && reader.items(found["one-of"]).map(({ value }) => value),
        type: reader.choice(found.type, JSON_TYPES),
        exists: reader.flag(found.exists),
        matches: reader.text(found.matches),
        contains: reader.text(found.contains),
        min: reader.number(found.min),
        max: reader.number(found.max),
    };
    return Object.fromEntries(Object.entries(matcher).filter(([, value]) => value !== undefined));
}
function readWait(reader, found) {
    const timeout = reader.duration(found.timeout);
    if (timeout === 0)
        reader.reject(found.timeout, "must be greater than 0");
    return { timeout, eventually: reader.duration(found.eventually) };
}
function readPath(reader, field) {
    const path = reader.text(field);
    if (field === undefined || path === undefined)
        return "/";
    if (isPath(path))
        return path;
    reader.reject(field, `must be a path that begins with "/", without "..", "#" and empty parts`);
    return "/";
}
function isPath(path) {
    if (!/^\/[^\s#\\]*$/.test(path) || path.length > 2000)
        return false;
    const [before = "", ...query] = path.split("?");
    const segments = before.slice(1).split("/");
    const isPlain = segments.every((one, index) => one !== "." && one !== ".." && (one !== "" || index === segments.length - 1));
    try {
        decodeURIComponent(before);
        return isPlain && query.length <= 1;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/smoke/plan.ts


function planSuite({ suite, problems: unreadable }, { services: declared = [], prometheus }, expectVersion) {
    const services = withDeclared(suite.services, declared);
    const plan = {
        services: services.filter((service) => service.url !== undefined),
        checks: suite.checks,
        queries: suite.queries,
        prometheus: suite.prometheus ?? prometheus,
        expectVersion,
    };
    const missing = unreadable.length === 0 ? problemsOfPlan(plan, services) : [];
    return { plan, problems: [...unreadable, ...services.flatMap(problemsOfAddress), ...missing] };
}
function withDeclared(services, declared) {
    const completed = services.map((service) => {
        const known = declared.find(({ name }) => name === service.name);
        if (known === undefined)
            return service;
        const { url, health, metrics } = fromDeclared(known);
        return {
            ...service,
            url: service.url ?? url,
            health: service.health ?? health,
            metrics: service.metrics ?? metrics,
        };
    });
    const others = declared.filter(({ name }) => !services.some((service) => service.name === name));
    return [...completed, ...others.map(fromDeclared)];
}
function fromDeclared({ name, url, health, metrics }) {
    return { name, url, health: pageOf(health), metrics: pageOf(metrics), requiredMetrics: [], version: undefined };
}
function pageOf(path) {
    return path === undefined ? undefined : { path, expect: undefined, timeout: undefined, eventually: undefined };
}
const ADD_METRICS = "Give the service metrics: a path.";
function problemsOfAddress({ name, url }) {
    if (url !== undefined || name === "")
        return [];
    const remedy = "Add it to the suite, or declare the service in the environment and set the input environment.";
    return [problem(`the service ${(0,action/* quote */.hD)(name)} has no url`, remedy)];
}
function problemsOfPlan(plan, services) {
    const { checks, queries, prometheus, expectVersion } = plan;
    const problems = [
        ...services.flatMap(problemsOfService),
        ...checks.flatMap((check) => problemsOfCheck(check, services)),
    ];
    if (queries.length > 0 && prometheus === undefined) {
        const remedy = "Add prometheus: { url: … } to the suite, or declare it in the environment.";
        problems.push(problem("there are queries, and no Prometheus", remedy));
    }
    if (expectVersion !== undefined && services.every(({ version }) => version === undefined)) {
        const what = "no service says where it reports its version, so nothing would be compared";
        problems.push({ input: "expect-version", what, remedy: "Give a service version: { path: /info, json: version }." });
    }
    if (numberOfChecks(plan) === 0) {
        const remedy = "Use a suite with services that have a health page, or with checks; or an environment whose services have one.";
        problems.push(problem("there is nothing to check, and nothing checked is not passed", remedy));
    }
    return problems;
}
function problem(what, remedy) {
    return { input: "suite", what, remedy };
}
function problemsOfService({ name, health, metrics, requiredMetrics, version }) {
    const problems = [health, metrics].flatMap((page) => {
        if (page === undefined || isPath(page.path))
            return [];
        const what = `${(0,action/* quote */.hD)(page.path)} of the service ${(0,action/* quote */.hD)(name)} is not a path`;
        return [problem(what, 'Write a path that begins with "/".')];
    });
    if (metrics !== undefined)
        return problems;
    if (requiredMetrics.length > 0)
        problems.push(problem(`the service ${(0,action/* quote */.hD)(name)} has required metrics and no metrics page`, ADD_METRICS));
    if (version?.kind === "metric" && version.path === undefined) {
        const what = `the service ${(0,action/* quote */.hD)(name)} reports its version by a metric and has no metrics page`;
        problems.push(problem(what, ADD_METRICS));
    }
    return problems;
}
function problemsOfCheck({ name, service, trace, counts }, services) {
    const declared = services.map((one) => one.name);
    const evidence = trace?.evidence === undefined ? [] : [trace.evidence.service];
    const named = [service, ...evidence, ...counts.map((count) => count.service)];
    const unknown = named.filter((one) => !declared.includes(one));
    const withoutPage = counts.filter((count) => services.some((one) => one.name === count.service && one.metrics === undefined));
    const remedy = `The declared ones are: ${declared.length === 0 ? "none" : declared.join(", ")}.`;
    return [
        ...unknown.map((one) => problem(`the check ${(0,action/* quote */.hD)(name)} names the service ${(0,action/* quote */.hD)(one)}, which is not declared`, remedy)),
        ...withoutPage.map((count) => problem(`the check ${(0,action/* quote */.hD)(name)} counts on ${(0,action/* quote */.hD)(count.service)}, which has no metrics page`, ADD_METRICS)),
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

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/smoke/matcher.ts


const MAX_SHOWN = 120;
function mismatchOf(value, matcher) {
    const { exists = true } = matcher;
    if (value === undefined)
        return exists ? `is missing, expected ${describeMatcher(matcher)}` : undefined;
    if (!exists)
        return `is ${show(value)}, expected not to be there`;
    return holds(value, matcher) ? undefined : `is ${show(value)}, expected ${describeMatcher(matcher)}`;
}
function holds(value, { equals, oneOf, type, matches, contains, min, max }) {
    if (equals !== undefined && !isSame(value, equals))
        return false;
    if (oneOf !== undefined && !oneOf.some((one) => isSame(value, one)))
        return false;
    if (type !== undefined && !isOfType(value, type))
        return false;
    if (matches !== undefined && !(typeof value === "string" && matchesPattern(value, matches)))
        return false;
    if (contains !== undefined && !includes(value, contains))
        return false;
    if (min !== undefined && !(typeof value === "number" && value >= min))
        return false;
    return max === undefined || (typeof value === "number" && value <= max);
}
function isSame(value, expected) {
    if (typeof value !== "object" || value === null)
        return Object.is(value, expected) || value === expected;
    return (0,external_node_util_.isDeepStrictEqual)(withPrototype(value), withPrototype(expected));
}
function withPrototype(value) {
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
function matchesPattern(text, pattern) {
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
function describeMatcher(matcher) {
    const { equals, oneOf, type, exists, matches, contains, min, max } = matcher;
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
    return (0,packages_text/* shorten */.ml)(text, MAX_SHOWN);
}

;// CONCATENATED MODULE: ./packages/smoke/judge-reply.ts




const CHECK_SERVICE = "Check what the service reports, and that the right version runs.";
function judgeReply(reply, expect) {
    const status = judgeStatus(reply, expect.status);
    if (status !== undefined)
        return [status];
    return [...judgeHeaders(reply, expect), ...judgeJson(reply, expect), ...judgeText(reply, expect)];
}
function judgeStatus(reply, expected) {
    const { status, headers } = reply;
    if (expected.includes(status))
        return undefined;
    const location = headers["location"];
    if (status >= 300 && status < 400 && location !== undefined) {
        return {
            reason: "redirect",
            what: `the answer is a redirect (${status}) to ${location}, expected ${listed(expected)}`,
            remedy: "Use the address it leads to, or expect the redirect: status and the header location.",
        };
    }
    return {
        reason: "status",
        what: `the status is ${status}, expected ${listed(expected)}`,
        remedy: statusRemedy(status),
    };
}
function statusRemedy(status) {
    if (status === 401 || status === 403)
        return "Pass the service's credential in the input headers, bound to its origin.";
    if (status === 404)
        return "Check the path, and that a version is deployed that has it.";
    if (status >= 502 && status <= 504)
        return "The gateway answers and the service behind it does not: check that it runs and is ready.";
    return status >= 500 ? "Check the service's log at this time." : "Check what the service reports.";
}
function judgeHeaders({ headers }, expect) {
    return expect.headers.flatMap(({ name, matcher }) => {
        const mismatch = mismatchOf(headers[name], matcher);
        if (mismatch === undefined)
            return [];
        const remedy = "Check what sets this header, in the service and in the proxies in front of it.";
        return [{ reason: "header", what: `the header ${name} ${mismatch}`, remedy }];
    });
}
function judgeJson(reply, { json }) {
    if (json.length === 0)
        return [];
    const body = jsonOf(reply);
    if ("difference" in body)
        return [body.difference];
    return json.flatMap(({ path, matcher }) => {
        const mismatch = mismatchOf(valueAt(body.value, path), matcher);
        return mismatch === undefined ? [] : [{ reason: "body", what: `${path.text} ${mismatch}`, remedy: CHECK_SERVICE }];
    });
}
function jsonOf(reply, anyType = false) {
    try {
        if (!anyType)
            return { value: reply.json() };
        const text = textOf(reply);
        return "difference" in text ? text : { value: (0,packages_http.parseJson)(text.text.replace(/^\ufeff/, "")) };
    }
    catch (error) {
        if (!(error instanceof packages_http.HttpError || error instanceof packages_http.JsonError))
            throw error;
        const message = error.message.replace(" (attempt 1 of 1)", "").replace(/\.$/, "");
        const what = error instanceof packages_http.JsonError ? `the body cannot be read: ${message}` : message;
        const remedy = "Check the address: a sign-in page, a proxy or a front end may answer in place of the service.";
        return { difference: { reason: "body", what, remedy } };
    }
}
function judgeText(reply, { text }) {
    if (text === undefined)
        return [];
    const body = textOf(reply);
    if ("difference" in body)
        return [body.difference];
    const mismatch = mismatchOf(body.text, text);
    return mismatch === undefined ? [] : [{ reason: "body", what: `the body ${mismatch}`, remedy: CHECK_SERVICE }];
}
function textOf({ headers, bytes, }) {
    const decoder = (0,packages_text/* decoderFor */.oe)(bytes, headers["content-type"], { fatal: true, ignoreBOM: true });
    try {
        return { text: decoder.decode(bytes) };
    }
    catch {
        const what = `the body is not text in its charset ${decoder.encoding}`;
        const remedy = "Check the body and the charset in its Content-Type; the default is UTF-8.";
        return { difference: { reason: "body", what, remedy } };
    }
}
function isHtml({ headers, bytes }) {
    const type = headers["content-type"] ?? "";
    if (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type))
        return true;
    return /^\s*<(?:!doctype html|html)/i.test((0,packages_text/* decoderFor */.oe)(bytes, type).decode(bytes.subarray(0, 512)));
}
function describeExpectation({ status, json, text, headers }) {
    const parts = [
        `status ${listed(status)}`,
        ...headers.map(({ name, matcher }) => `the header ${name} ${describeMatcher(matcher)}`),
        ...json.map(({ path, matcher }) => `${path.text} ${describeMatcher(matcher)}`),
        ...(text === undefined ? [] : [`the body ${describeMatcher(text)}`]),
    ];
    return parts.join(", ");
}
function listed(statuses) {
    return statuses.join(" or ");
}

;// CONCATENATED MODULE: ./packages/smoke/trace.ts



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
    const remedy = `Check what drops or replaces the header ${header}: the gateway's tracing plugin, the service, a proxy.`;
    const differ = (what) => [{ reason: "trace", what, remedy }];
    if (returned.kind === "header") {
        const value = reply.headers[returned.header];
        if (value === undefined)
            return differ(`the id did not come back: there is no header ${returned.header}`);
        return judgeId(value, id, differ);
    }
    const body = jsonOf(reply);
    if ("difference" in body)
        return [body.difference];
    const value = valueAt(body.value, returned.at);
    if (typeof value === "string")
        return judgeId(value, id, differ);
    const found = value === undefined ? "is missing" : `is ${show(value)}`;
    return differ(`the id did not come back: ${returned.at.text} ${found}`);
}
function judgeId(value, id, differ) {
    const returned = /^00-([^-]*)-[^-]*-[^-]*$/.exec(value)?.[1] ?? value;
    if (returned === id)
        return [];
    if (returned.toLowerCase() === id)
        return differ(`the id came back in upper case: ${show(returned)}, sent ${show(id)}`);
    if (/^0+$/.test(returned))
        return differ(`an id of zeros came back, sent ${show(id)}`);
    return differ(`another id came back: ${show(returned)}, sent ${show(id)}`);
}
function withTrace(check, { id, sent }) {
    const filled = fill(check, id);
    const headers = { ...filled.request.headers, ...(check.trace !== undefined && { [check.trace.header]: sent }) };
    return { ...filled, request: { ...filled.request, method: check.request.method, headers } };
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

;// CONCATENATED MODULE: ./packages/smoke/read-suite.ts






const EMPTY_SUITE = {
    suite: { services: [], checks: [], queries: [], prometheus: undefined },
    problems: [],
};
const DEFAULT_WITHIN = 30_000;
const DEFAULT_QUERY_WITHIN = 120_000;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const MAX_CALLS = 100;
function readSuite(source, file) {
    const document = (0,yaml.openYaml)(source, file);
    if (document.problems.length > 0)
        return { ...EMPTY_SUITE, problems: document.problems };
    const reader = (0,yaml.createReader)(document, "the suite");
    const root = reader.fields({ value: document.value, path: [] }, ["services", "checks", "queries", "prometheus"]);
    const prometheus = root.prometheus && reader.fields(root.prometheus, ["url"], ["url"]);
    const suite = {
        services: reader.items(root.services).map((field) => readService(reader, field)),
        checks: reader.items(root.checks).map((field) => readCheck(reader, field)),
        queries: reader.items(root.queries).map((field) => readQuery(reader, field)),
        prometheus: readUrl(reader, prometheus?.url),
    };
    for (const list of ["services", "checks", "queries"])
        rejectDuplicates(reader, list, suite[list]);
    rejectUnknownChecks(reader, suite);
    return { suite, problems: reader.problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}
function rejectDuplicates(reader, list, named) {
    for (const [index, { name }] of named.entries()) {
        if (name === "" || named.findIndex((one) => one.name === name) === index)
            continue;
        const field = { value: name, path: [list, index, "name"] };
        reader.reject(field, `is given twice: ${JSON.stringify(name)}`, "Rename or remove one.");
    }
}
function rejectUnknownChecks(reader, { checks, queries }) {
    for (const [index, { after }] of queries.entries()) {
        const unknown = after.filter((name) => !checks.some((check) => check.name === name));
        if (unknown.length === 0)
            continue;
        const field = { value: after, path: ["queries", index, "after"] };
        reader.reject(field, `names no check of this suite: ${unknown.join(", ")}`);
    }
}
function readService(reader, field) {
    const found = reader.fields(field, ["name", "url", "health", "metrics", "required-metrics", "version"], ["name"]);
    return {
        name: reader.text(found.name) ?? "",
        url: readUrl(reader, found.url),
        health: readPage(reader, found.health),
        metrics: readPage(reader, found.metrics),
        requiredMetrics: reader.items(found["required-metrics"]).map((one) => readRequired(reader, one)),
        version: found.version && readVersion(reader, found.version),
    };
}
function readUrl(reader, field) {
    const url = reader.text(field);
    if (url === undefined || field === undefined || /^https?:\/\/[^\s@]+$/.test(url))
        return url;
    return reader.reject(field, "must be a web address without user name, such as https://example.org");
}
function readPage(reader, field) {
    if (field === undefined)
        return undefined;
    if (typeof field.value === "string")
        return { path: readPath(reader, field), expect: undefined, timeout: undefined, eventually: undefined };
    const found = reader.fields(field, ["path", "expect", "timeout", "eventually"], ["path"]);
    return {
        path: readPath(reader, found.path),
        expect: found.expect && readExpectation(reader, found.expect),
        ...readWait(reader, found),
    };
}
function readRequired(reader, field) {
    if (typeof field.value === "string")
        return { name: readMetric(reader, field), labels: undefined };
    const found = reader.fields(field, ["name", "labels"], ["name"]);
    return { name: readMetric(reader, found.name), labels: found.labels && readLabels(reader, found.labels) };
}
function readMetric(reader, field) {
    const name = reader.text(field) ?? "";
    if (field !== undefined && name !== "" && !METRIC.test(name)) {
        const what = `is not a metric name: ${JSON.stringify(name)}`;
        reader.reject(field, what, "Labels have their own setting: labels.");
    }
    return name;
}
function readLabels(reader, field) {
    return Object.fromEntries(reader.entries(field).map(([label, value]) => [label, reader.text(value) ?? ""]));
}
function readVersion(reader, field) {
    const found = reader.fields(field, ["path", "json", "header", "metric", "label", "timeout", "eventually"]);
    const common = { path: found.path && readPath(reader, found.path), ...readWait(reader, found) };
    const json = reader.text(found.json);
    const header = reader.text(found.header);
    const metric = reader.text(found.metric);
    const label = reader.text(found.label);
    const ways = [json, header, metric].filter((way) => way !== undefined).length;
    if (ways !== 1 || (metric === undefined) !== (label === undefined)) {
        const remedy = "Give json (a path), header (a name), or metric and label.";
        return reader.reject(field, "must say in one way where the version is", remedy);
    }
    if (metric !== undefined && label !== undefined)
        return { ...common, kind: "metric", metric, label };
    if (header !== undefined)
        return { ...common, kind: "header", header: header.toLowerCase() };
    const at = readPathTo(reader, found.json, "data.version");
    return at && { ...common, kind: "json", at };
}
function readPathTo(reader, field, example) {
    return readJsonPath(String(field.value)) ?? reader.reject(field, `is not a JSON path such as ${example}`);
}
const CHECK_SETTINGS = [
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
function readCheck(reader, field) {
    const found = reader.fields(field, CHECK_SETTINGS, ["name", "service", "request", "expect"]);
    const request = readRequest(reader, found.request);
    const isSafe = SAFE_METHODS.includes(request.method);
    const nothing = { status: [200], json: [], text: undefined, headers: [] };
    const check = {
        name: reader.text(found.name) ?? "",
        service: reader.text(found.service) ?? "",
        request,
        repeatable: reader.flag(found.repeatable) ?? isSafe,
        expect: found.expect === undefined ? nothing : readExpectation(reader, found.expect),
        trace: found.trace && readTrace(reader, found.trace),
        counts: reader.items(found.counts).map((one) => readCount(reader, one)),
        calls: reader.integer(found.calls, 1, MAX_CALLS) ?? 1,
        within: reader.duration(found.within) ?? DEFAULT_WITHIN,
        ...readWait(reader, found),
    };
    if (found.eventually !== undefined && !check.repeatable) {
        const remedy = "Add repeatable: true if it may be repeated, or remove eventually.";
        reader.reject(found.eventually, `would send a ${request.method} again and again`, remedy);
    }
    return check;
}
function readRequest(reader, field) {
    if (field === undefined)
        return { method: "GET", path: "/", headers: {}, json: undefined, body: undefined };
    const found = reader.fields(field, ["method", "path", "headers", "json", "body"], ["path"]);
    const method = reader.choice(found.method, METHODS) ?? "GET";
    const body = reader.text(found.body);
    if (found.json !== undefined && found.body !== undefined)
        reader.reject(field, "has two bodies", "Give json or body.");
    if (SAFE_METHODS.includes(method) && (found.json ?? found.body) !== undefined)
        reader.reject(field, `is a ${method}, which has no body`, "Add method: POST.");
    return {
        method,
        path: readPath(reader, found.path),
        headers: readHeaders(reader, found.headers),
        json: found.json?.value,
        body,
    };
}
const CLIENT_HEADERS = [
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
const SECRET_HEADERS = ["authorization", "cookie", "private-token", "job-token", "proxy-authorization"];
const USE_INPUT = "Pass it in the input headers, as a line: https://service.example.com Authorization: Bearer …";
function readHeaders(reader, field) {
    const headers = Object.create(null);
    for (const [name, value] of reader.entries(field)) {
        const lower = name.toLowerCase();
        if (!(0,secret_headers/* isHeaderName */.p$)(name))
            reader.reject(value, "is not a header name");
        else if (SECRET_HEADERS.includes(lower))
            reader.reject(value, "is a secret, which a file must not hold", USE_INPUT);
        else if (CLIENT_HEADERS.includes(lower))
            reader.reject(value, "is set by the HTTP client", "Remove it.");
        else if (!/^[\t\x20-\x7e]{1,8192}$/.test(reader.text(value) ?? "-"))
            reader.reject(value, "has characters that a header cannot have");
        headers[lower] = String(value.value);
    }
    return headers;
}
function readTrace(reader, field) {
    const found = reader.fields(field, ["header", "returned", "evidence"]);
    const header = reader.text(found.header) ?? "traceparent";
    if (!(0,secret_headers/* isHeaderName */.p$)(header) || [...CLIENT_HEADERS, ...SECRET_HEADERS].includes(header.toLowerCase()))
        reader.reject(found.header ?? field, "is not a header that can hold an id");
    if (found.returned === undefined && found.evidence === undefined)
        reader.reject(field, "must say where the id has to appear", "Give returned, evidence, or both.");
    return {
        header: header.toLowerCase(),
        returned: readReturned(reader, found.returned),
        evidence: readEvidence(reader, found.evidence),
    };
}
function readReturned(reader, field) {
    if (field === undefined)
        return undefined;
    const found = reader.fields(field, ["json", "header"]);
    const json = reader.text(found.json);
    const header = reader.text(found.header);
    if ((json === undefined) === (header === undefined)) {
        const remedy = "Give json (a path) or header (a name).";
        return reader.reject(field, "must say in one way where the id comes back", remedy);
    }
    if (header !== undefined)
        return { kind: "header", header: header.toLowerCase() };
    const at = readPathTo(reader, found.json, "data.trace_id");
    return at && { kind: "json", at };
}
function readEvidence(reader, field) {
    if (field === undefined)
        return undefined;
    const found = reader.fields(field, ["service", "path", "expect"], ["service", "path", "expect"]);
    const expect = found.expect && readExpectation(reader, found.expect);
    if (expect === undefined)
        return undefined;
    const path = readPath(reader, found.path);
    if (!JSON.stringify([path, expect]).includes(TRACE_ID)) {
        const remedy = `Say where the id must be: ${TRACE_ID} in the path or in expect.`;
        reader.reject(field, "would hold without the call", remedy);
    }
    return { service: reader.text(found.service) ?? "", path, expect };
}
function readCount(reader, field) {
    const found = reader.fields(field, ["service", "metric", "labels", "by"], ["service", "metric"]);
    return {
        service: reader.text(found.service) ?? "",
        metric: readMetric(reader, found.metric),
        labels: readLabels(reader, found.labels),
        by: reader.integer(found.by, 1, 1_000_000),
    };
}
const PLAIN_SELECTOR = /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(?:\{[^{}]*\})?$/;
const QUERY_SETTINGS = ["name", "query", "after", "seen-by", "expect", "within"];
const NUMBER_CONDITIONS = ["equals", "oneOf", "min", "max"];
function readQuery(reader, field) {
    const found = reader.fields(field, QUERY_SETTINGS, ["name", "query", "expect"]);
    const query = reader.text(found.query) ?? "";
    const after = readNames(reader, found.after);
    const seenBy = reader.text(found["seen-by"]) ?? (PLAIN_SELECTOR.test(query.trim()) ? query.trim() : undefined);
    if (after.length > 0 && seenBy === undefined) {
        const remedy = 'Add seen-by: a plain selector of what is counted, such as requests_total{tool="echo"}.';
        reader.reject(field, "does not tell how recent its result is", remedy);
    }
    if (found["seen-by"] !== undefined && !PLAIN_SELECTOR.test((seenBy ?? "").trim()))
        reader.reject(found["seen-by"], "must be a metric name, with labels in braces or without");
    const expect = found.expect === undefined ? {} : readMatcher(reader, found.expect);
    if (found.expect !== undefined && Object.keys(expect).some((key) => !NUMBER_CONDITIONS.includes(key)))
        reader.reject(found.expect, "is about a number: use equals, one-of, min or max");
    return {
        name: reader.text(found.name) ?? "",
        query,
        after,
        seenBy,
        expect,
        within: reader.duration(found.within) ?? DEFAULT_QUERY_WITHIN,
    };
}
function readNames(reader, field) {
    if (typeof field?.value === "string")
        return [field.value];
    return reader.items(field).map((one) => reader.text(one) ?? "");
}

// EXTERNAL MODULE: ./packages/report/junit/index.ts + 1 modules
var junit = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/smoke/result.ts
const SUITES = ["health", "metrics", "critical metrics", "version", "functional", "prometheus"];
function passed(detail, exchange) {
    return { result: "pass", detail, ...exchangeOf(exchange) };
}
function failed(reason, detail, exchange, advice) {
    return { result: "fail", reason, detail, ...exchangeOf(exchange), ...advice };
}
function unproven(reason, detail, exchange, advice) {
    return { result: "unknown", reason, detail, ...exchangeOf(exchange), ...advice };
}
function notRun(detail, attempts = 0) {
    return { result: "skipped", reason: "not-run", detail, attempts };
}
function exchangeOf({ sent, came, attempts }) {
    return { attempts, ...(sent !== undefined && { sent }), ...(came !== undefined && { came }) };
}

;// CONCATENATED MODULE: ./packages/smoke/report.ts




const RULES = { required: [] };
const ORDER = ["fail", "invalid", "unknown", "skipped", "pass"];
function decideSmoke(results) {
    return (0,report/* decide */.LD)(results.map(toRow), RULES);
}
function smokeProblems(results) {
    const rows = byWeight(results).map((result) => ({ ...toRow(result), title: titleOf(result) }));
    return (0,report/* problemsOf */.GW)(rows, RULES, ({ title }) => title);
}
function toRow(result) {
    const { suite, result: word, detail, remedy } = result;
    return {
        check: suite,
        result: word,
        detail: [detail, ...exchangeLines(result)].join("\n"),
        ...(remedy !== undefined && { remedy }),
    };
}
function byWeight(results) {
    return ORDER.flatMap((word) => results.filter(({ result }) => result === word));
}
function titleOf(result) {
    return `${result.service}: ${checkTitle(result)}`;
}
function checkTitle({ suite, name }) {
    return name === suite ? suite : `${suite}: ${name}`;
}
function exchangeLines({ sent, came, expected, attempts }) {
    return [
        ...(sent === undefined ? [] : [`sent: ${sent}${attempts > 1 ? ` (${attempts} tries)` : ""}`]),
        ...(came === undefined ? [] : [`came: ${came}`]),
        ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ];
}
function junitOf(results) {
    const suites = SUITES.flatMap((suite) => {
        const own = results.filter((result) => result.suite === suite);
        return own.length === 0 ? [] : [{ name: suite, cases: own.map(junitCase) }];
    });
    return (0,junit.junitXml)("smoke", suites);
}
function junitCase(result) {
    const { service, suite, name, milliseconds, detail, remedy } = result;
    const common = {
        name: name === suite ? `${service} ${suite}` : name,
        group: service,
        duration: milliseconds / 1000,
        result: (0,junit.junitResult)(result.result),
    };
    if (result.result === "pass")
        return common;
    const lines = [detail, ...exchangeLines(result), ...(remedy === undefined ? [] : [remedy])];
    return { ...common, message: (0,packages_text/* oneLine */.TN)(detail), detail: lines.join("\n") };
}
function unfinishedJunit() {
    return (0,junit.junitXml)("smoke", [
        { name: "smoke", cases: [{ name: "smoke", result: "error", message: "the run did not end" }] },
    ]);
}

;// CONCATENATED MODULE: ./packages/smoke/no-answer.ts
const WAITING = {
    dns: "while its name was looked up",
    connect: "while connecting",
    proxy: "while the proxy connected",
    tls: "while the secure connection was negotiated",
    send: "while the request was sent",
    headers: "while waiting for the answer",
    body: "in the middle of the answer",
};
const REMEDIES = {
    dns: "Check the address for a typing error, and that the name can be resolved where this runs.",
    refused: "Check that the service runs and listens on this port.",
    tls: "Check the certificate: its names, its issuer and its expiry date.",
    proxy: "Check the proxy setting, and NO_PROXY for hosts that need no proxy.",
    timeout: "Check what the service waits for; increase timeout if it needs longer.",
    broken: "Check the service's log: it, or something in front of it, closed the connection.",
};
function explainNoAnswer(failure) {
    const reason = reasonOf(failure);
    const phase = reason === "timeout" ? WAITING[failure.phase] : undefined;
    const what = failure.message.replace(", attempt 1 of 1", "");
    return {
        reason,
        what: phase === undefined ? what : `${what.replace(/\.$/, "")}, ${phase}`,
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

;// CONCATENATED MODULE: ./packages/smoke/call.ts




const STARTING = [502, 503, 504];
const TEMPORARY = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "EAI_AGAIN"];
const MAX_BYTES = 16 * 1024 * 1024;
const ACCEPT = "application/json, */*;q=0.8";
const call_MAX_SHOWN = 600;
const SEARCHED_BYTES = 64 * 1024;
async function withCaller(run, url, work) {
    const http = run.http(url);
    try {
        return await work(openCaller(run, url, http));
    }
    finally {
        http.close();
    }
}
function readingOf({ path, timeout }, accepts = [200], headers = {}) {
    return { method: "GET", path, headers, json: undefined, body: undefined, repeatable: true, accepts, timeout };
}
function openCaller({ headers, limits, clock, signal, timeLeft }, url, http) {
    const { origin } = new URL(url);
    const credential = (0,secret_headers/* credentialFor */.FX)(headers, origin);
    const others = (headers.get(origin) ?? []).filter((header) => header !== credential);
    const api = http.api(url, {
        maxBytes: MAX_BYTES,
        headers: { accept: ACCEPT, ...Object.fromEntries(others.map(({ name, value }) => [name, value])) },
        ...(credential !== undefined && { credential: { header: credential.name, value: credential.value } }),
    });
    async function sendOnce({ method, path, headers: own, json, body, timeout }) {
        const deadline = Math.min(timeout ?? limits.timeout, timeLeft());
        const content = { ...(json !== undefined && { json }), ...(body !== undefined && { body: textBody(body) }) };
        try {
            return { reply: await api.sendOnce({ method, ...splitPath(path), headers: own, ...content, deadline }) };
        }
        catch (failure) {
            if (failure instanceof packages_http.HttpError)
                return { failure };
            throw failure;
        }
    }
    return {
        async call(call) {
            const start = clock.monotonic();
            for (let attempts = 1;; attempts += 1) {
                const attempt = await sendOnce(call);
                if (attempts <= limits.retries && isWorthRepeating(attempt, call)) {
                    await clock.sleep(backoff(attempts), signal);
                    continue;
                }
                const exchange = {
                    sent: describeCall(url, call),
                    attempts,
                    milliseconds: Math.round(clock.monotonic() - start),
                };
                if ("reply" in attempt)
                    return { ...exchange, reply: attempt.reply, came: describeReply(attempt.reply) };
                return { ...exchange, reply: undefined, came: "no answer", ...explainNoAnswer(attempt.failure) };
            }
        },
    };
}
function isWorthRepeating(attempt, { repeatable, accepts }) {
    if ("failure" in attempt) {
        const { code = "", reach } = attempt.failure;
        return TEMPORARY.includes(code) && (repeatable || reach === "nothing sent");
    }
    const { status } = attempt.reply;
    return repeatable && STARTING.includes(status) && !accepts.includes(status);
}
function backoff(attempt) {
    return Math.min(8_000, 500 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}
function splitPath(path) {
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
function describeCall(url, { method, path, headers, json, body }) {
    const content = json === undefined ? body : JSON.stringify(json);
    const shown = Object.entries(headers)
        .filter(([name]) => name !== "accept")
        .map(([name, value]) => `${name}: ${value}`);
    const parts = [
        `${method} ${url.replace(/\/$/, "")}${path}`,
        ...(content === undefined ? [] : [`with ${content}`]),
        ...(shown.length === 0 ? [] : [`(${shown.join(", ")})`]),
    ];
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(parts.join(" ")), call_MAX_SHOWN);
}
function describeReply({ status, headers, bytes }) {
    const type = (headers["content-type"] ?? "").split(";")[0].trim();
    const location = headers["location"];
    const body = (0,packages_text/* beginningOf */.VI)(bytes, SEARCHED_BYTES, headers["content-type"]);
    const head = [
        String(status),
        ...(type === "" ? [] : [type]),
        ...(location === undefined ? [] : [`location: ${location}`]),
        ...(body.trim() === "" ? ["an empty body"] : []),
    ];
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(`${head.join(", ")}${body.trim() === "" ? "" : `: ${body}`}`), call_MAX_SHOWN);
}
function noAnswer({ reason, what, remedy, sent, came, attempts }, expected) {
    return { result: "fail", reason, detail: what, sent, came, expected, remedy, attempts };
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/content-type.ts

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const TYPE = new RegExp(`^[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*(?=;|$)`);
const PARAMETER = new RegExp(`[ \\t]*;[ \\t]*(${TOKEN})[ \\t]*=[ \\t]*(${TOKEN}|"(?:[^"\\\\]|\\\\.)*")[ \\t]*(?=;|$)`, "y");
function formatOf(contentType) {
    if (contentType === undefined || contentType.trim() === "")
        return { rejected: "there is no Content-Type" };
    const shown = (0,packages_text/* quote */.hD)(contentType, 100);
    const type = mediaTypeOf(contentType);
    if (type === undefined)
        return { rejected: `the Content-Type ${shown} cannot be parsed` };
    if (type === "application/openmetrics-text")
        return { format: "openmetrics" };
    if (type === "text/plain")
        return { format: "text" };
    return { rejected: `the Content-Type ${shown} is not one for metrics` };
}
function mediaTypeOf(text) {
    const [start, type] = TYPE.exec(text) ?? [];
    if (start === undefined || type === undefined)
        return undefined;
    const parameters = new Map();
    let at = start.length;
    while (!/^[ \t]*;?[ \t]*$/.test(text.slice(at))) {
        PARAMETER.lastIndex = at;
        const [whole = "", name = "", value = ""] = PARAMETER.exec(text) ?? [];
        const key = name.toLowerCase();
        if (whole === "" || (parameters.get(key) ?? value) !== value)
            return undefined;
        parameters.set(key, value);
        at += whole.length;
    }
    return type.toLowerCase();
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/page.ts

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
function shown({ name, labels }) {
    const inside = [...labels].slice(0, 8).map(([label, value]) => `${label}=${(0,packages_text/* quote */.hD)(value, 60)}`);
    return inside.length === 0 ? name : `${name}{${inside.join(",")}}`;
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/line-reader.ts
class LineError extends Error {
}
class OpenQuotation extends LineError {
}
const line_reader_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const WORD = /[^ \t{},="#]+/y;
const REST = /[^ \t]+/y;
const SHOWN = 60;
function readLine(line, onEscape) {
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
            if (escaped === undefined) {
                const next = line[at + 1];
                if (next === undefined || next === "\n")
                    throw fail("there is no escape \\ at the end of a line");
                onEscape?.(fail(`there is no escape \\${next} in a label's value`).message);
                at += 1;
                continue;
            }
            parts.push(line.slice(from, at), escaped);
            at += 1;
            from = at + 1;
        }
        throw new OpenQuotation("a quotation mark is missing at the end of the line");
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
        metricName: () => match(line_reader_NAME),
        labelName: () => match(LABEL_NAME),
        word: () => match(WORD) ?? "",
        token: () => match(REST) ?? "",
        rest: () => line.slice(at),
        quoted,
        quotedName() {
            const name = quoted();
            if (name.includes("\0"))
                throw new LineError("a quoted name contains NUL");
            return name;
        },
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
        return Number.isFinite(Number(text)) ? Number(text) : undefined;
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
const OWN_LABELS = {
    histogram: { _bucket: "le" },
    gaugehistogram: { _bucket: "le" },
    summary: { "": "quantile" },
};
function checkFamily(family, format) {
    const problems = family.samples.flatMap((sample) => wrongWith(sample, family, format));
    return family.type === "histogram" || family.type === "gaugehistogram"
        ? [...problems, ...checkHistogram(family, format)]
        : problems;
}
function family_rules_problem({ line }, what, kind = "accepted") {
    return { line, what, kind };
}
function wrongWith(sample, family, format) {
    const exemplar = sample.exemplar === undefined ? undefined : wrongExemplar(sample, family);
    const what = wrongLabel(sample, family, format) ?? (format === "text" ? undefined : wrongValue(sample, family));
    return [...(exemplar === undefined ? [] : [exemplar]), ...(what === undefined ? [] : [family_rules_problem(sample, what)])];
}
function wrongExemplar(sample, { name, type }) {
    if (EXEMPLARS[type] === sample.name.slice(name.length))
        return undefined;
    const kind = /_(?:total|bucket)$/.test(sample.name) ? "accepted" : "rejected";
    const who = kind === "rejected" ? ", only Prometheus 3 accepts it there" : "";
    return family_rules_problem(sample, `${shown(sample)} may have no exemplar${who}`, kind);
}
function wrongLabel(sample, { name, type }, format) {
    const label = OWN_LABELS[type]?.[sample.name.slice(name.length)];
    if (label === undefined)
        return undefined;
    const text = sample.labels.get(label) ?? "";
    const number = readNumber(text);
    if (label === "le") {
        if (number === undefined || Number.isNaN(number))
            return `the bucket ${shown(sample)} has no le that is a number`;
        if (format === "openmetrics" && number === Infinity && text !== "+Inf")
            return `the bucket ${shown(sample)} has an le that is not written +Inf`;
        return undefined;
    }
    if (number === undefined)
        return `${shown(sample)} has no quantile that is a number`;
    if (format === "openmetrics" && !(number >= 0 && number <= 1))
        return `${shown(sample)} has no quantile from 0 to 1`;
    return undefined;
}
function wrongValue(sample, { name, type }) {
    const { labels, value } = sample;
    const suffix = sample.name.slice(name.length);
    if (type === "stateset" && !labels.has(name))
        return `${shown(sample)} has no label ${name}`;
    if (type === "stateset" && value !== 0 && value !== 1)
        return `${shown(sample)} is ${value}, and a state is 0 or 1`;
    if (type === "info" && value !== 1)
        return `${shown(sample)} is ${value}, and an info is 1`;
    if (isCount(type, suffix) && !(value >= 0))
        return `${shown(sample)} is ${value}, and a counter is never below 0`;
    if (type === "gaugehistogram" && suffix === "_gsum" && Number.isNaN(value))
        return `${shown(sample)} is NaN`;
    if (type === "summary" && suffix === "" && value < 0)
        return `${shown(sample)} is ${value}, and a quantile is never below 0`;
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
function seriesOf({ name, labels }, family) {
    if (family.type === "info")
        return "";
    const own = family.type === "stateset" ? family.name : OWN_LABELS[family.type]?.[name.slice(family.name.length)];
    return JSON.stringify([...labels].filter(([label]) => label !== own).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
function checkHistogram(family, format) {
    return pointsOf(family).flatMap((point) => [
        ...checkBuckets(family.name, point, format),
        ...(format === "openmetrics" ? checkPoint(family, point) : []),
    ]);
}
function pointsOf(family) {
    const points = new Map();
    for (const sample of family.samples) {
        const key = JSON.stringify([seriesOf(sample, family), sample.time]);
        const point = points.get(key) ?? { buckets: [], sum: undefined, count: undefined, last: sample };
        points.set(key, point);
        point.last = sample;
        const suffix = sample.name.slice(family.name.length);
        if (suffix === "_bucket") {
            const bound = readNumber(sample.labels.get("le") ?? "");
            if (bound !== undefined && !Number.isNaN(bound))
                point.buckets.push({ bound, sample });
        }
        else if (suffix === "_sum" || suffix === "_gsum")
            point.sum = sample;
        else if (suffix === "_count" || suffix === "_gcount")
            point.count = sample;
    }
    return [...points.values()];
}
function checkBuckets(name, { buckets, last }, format) {
    const ordered = format === "text" ? buckets.toSorted((one, other) => one.bound - other.bound) : buckets;
    const top = ordered.at(-1);
    if (top === undefined && format === "text")
        return [];
    const problems = [];
    if (top?.bound !== Infinity)
        problems.push(family_rules_problem(top?.sample ?? last, `the buckets of ${name} end without le="+Inf"`));
    ordered.slice(1).forEach(({ bound, sample }, index) => {
        const before = ordered[index];
        if (bound <= before.bound)
            problems.push(family_rules_problem(sample, `${shown(sample)} comes after a larger le`));
        else if (sample.value < before.sample.value)
            problems.push(family_rules_problem(sample, `${shown(sample)} counts less than the bucket below it`));
    });
    return problems;
}
function checkPoint({ name, type }, { buckets, sum, count }) {
    const problems = [];
    const total = buckets.find(({ bound }) => bound === Infinity)?.sample;
    const hasNegative = buckets.some(({ bound }) => bound < 0);
    if (sum !== undefined && count === undefined)
        problems.push(family_rules_problem(sum, `${shown(sum)} has no count`));
    if (sum === undefined && count !== undefined)
        problems.push(family_rules_problem(count, `${shown(count)} has no sum`));
    if (count !== undefined && total !== undefined && count.value !== total.value)
        problems.push(family_rules_problem(count, `${shown(count)} is ${count.value}, and the bucket le="+Inf" has ${total.value}`));
    if (sum !== undefined && type === "histogram" && hasNegative)
        problems.push(family_rules_problem(sum, `${shown(sum)} is not allowed: ${name} has buckets below 0`));
    if (sum !== undefined && type === "gaugehistogram" && !hasNegative && sum.value < 0)
        problems.push(family_rules_problem(sum, `${shown(sum)} is ${sum.value}, and no bucket of ${name} is below 0`));
    return problems;
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/families.ts




const TYPES = {
    text: ["counter", "gauge", "histogram", "summary", "untyped"],
    openmetrics: ["counter", "gauge", "histogram", "gaugehistogram", "stateset", "info", "summary", "unknown"],
};
function collectFamilies(format, warn) {
    const found = new Map();
    const strict = format === "openmetrics";
    const owners = new Map();
    let current;
    function open(name) {
        let family = found.get(name);
        if (family === undefined) {
            const taken = owners.get(name);
            if (strict && taken !== undefined)
                warn(`${name} is a sample of ${taken.name}`);
            family = {
                name,
                type: strict ? "unknown" : "untyped",
                typed: false,
                help: undefined,
                unit: undefined,
                samples: [],
                seen: new Map(),
                series: undefined,
                time: undefined,
                ended: new Set(),
            };
            found.set(name, family);
        }
        else if (strict && family !== current) {
            warn(`the lines of ${name} are not together`);
        }
        current = family;
        return family;
    }
    function describe(name, what, given) {
        const family = open(name);
        if (given)
            warn(`${name} has a second ${what}`);
        else if (family.samples.length > 0 && (strict || what === "TYPE"))
            warn(`the ${what} of ${name} comes after its samples`);
        return family;
    }
    return {
        found,
        setHelp(name, help) {
            describe(name, "HELP", found.get(name)?.help !== undefined).help = help;
        },
        setType(name, type) {
            if (!TYPES[format].includes(type))
                throw new LineError(`${(0,packages_text/* quote */.hD)(type, 60)} is not a metric type`);
            const family = describe(name, "TYPE", found.get(name)?.typed === true);
            family.type = type;
            family.typed = true;
            checkUnit(family);
            for (const suffix of SUFFIXES[format][type] ?? []) {
                if (strict && suffix !== "" && found.has(name + suffix))
                    warn(`${name + suffix} is both a metric and a sample of ${name}`);
                owners.set(name + suffix, family);
            }
        },
        setUnit(name, unit) {
            const family = describe(name, "UNIT", found.get(name)?.unit !== undefined);
            if (unit !== "" && !name.endsWith(`_${unit}`))
                throw new LineError(`the name of ${name} does not end with its unit ${unit}`);
            family.unit = unit;
            checkUnit(family);
        },
        addSample(sample) {
            const family = familyOf(sample.name);
            if (strict)
                checkOrder(family, sample);
            const key = keyOf(sample);
            const before = family.seen.get(key);
            if (before !== undefined) {
                const isLater = sample.time !== undefined && before.time !== undefined && sample.time > before.time;
                if (!strict || sample.time === undefined || before.time === undefined || sample.time < before.time)
                    warn(`the sample ${shown(sample)} is already on line ${before.line}`);
                if (!isLater)
                    return;
            }
            family.seen.set(key, sample);
            family.samples.push(sample);
        },
        finish: () => [...found.values()].flatMap((family) => checkFamily(family, format)),
    };
    function checkUnit({ name, type, unit = "" }) {
        if (unit !== "" && (type === "info" || type === "stateset"))
            warn(`${name} is of type ${type}, which has no unit`);
    }
    function checkOrder(family, sample) {
        const series = seriesOf(sample, family);
        const isCreated = sample.time === undefined && sample.name === `${family.name}_created`;
        if (series === family.series && isCreated)
            return;
        if (series === family.series) {
            if ((sample.time === undefined) !== (family.time === undefined))
                warn(`of the series of ${shown(sample)}, only some samples have a time`);
            else if (sample.time !== undefined && family.type !== "info" && sample.time < family.time)
                warn(`the time of ${shown(sample)} is before that of the sample above it`);
        }
        else {
            if (family.series !== undefined)
                family.ended.add(family.series);
            if (family.ended.has(series))
                warn(`${shown(sample)} is not with the others of its series`);
        }
        family.series = series;
        family.time = sample.time;
    }
    function familyOf(name) {
        const owner = owners.get(name);
        if (owner !== undefined)
            return open(owner.name);
        const family = open(name);
        const suffixes = SUFFIXES[format][family.type];
        if (strict && suffixes !== undefined && !suffixes.includes(""))
            warn(`${name} is a ${family.type}: its samples end with ${suffixes.join(" or ")}`);
        return family;
    }
}
function keyOf({ name, labels }) {
    return JSON.stringify([name, ...[...labels].toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/sample.ts


const LONGEST_EXEMPLAR = 128;
const LAST_TIME = 2n ** 63n - 1n;
function readSample(reader, format, line, warn) {
    const strict = format === "openmetrics";
    const outside = reader.metricName();
    if (outside === undefined && reader.peek() !== "{")
        throw reader.fail("a metric's name is missing");
    if (!strict)
        reader.skipBlanks();
    const { name = outside, labels } = reader.peek() === "{"
        ? readBraces(reader, { strict, mayName: outside === undefined, warn })
        : { name: outside, labels: new Map() };
    if (name === undefined)
        throw reader.fail("a metric's name is missing");
    separate(reader, strict, true);
    const value = readValue(reader);
    const time = readTime(reader, strict);
    const exemplar = strict ? readExemplar(reader, warn) : undefined;
    if (!strict)
        reader.skipBlanks();
    if (!reader.atEnd())
        throw reader.fail("there is more text after the value");
    return { name, labels, value, time, exemplar, line };
}
function readBraces(reader, { strict, mayName, isExemplar = false, warn }) {
    const labels = new Map();
    let name;
    const blanks = () => void (strict || reader.skipBlanks());
    reader.take("{");
    blanks();
    while (!reader.take("}")) {
        const quoted = reader.peek() === '"' ? reader.quotedName() : undefined;
        const label = quoted ?? reader.labelName();
        if (label === undefined || label === "")
            throw reader.fail("a label's name is missing");
        blanks();
        if (quoted !== undefined && reader.peek() !== "=" && mayName && name === undefined && labels.size === 0) {
            name = quoted;
        }
        else {
            if (!reader.take("="))
                throw reader.fail(`there is no "=" after the label ${label}`);
            blanks();
            if (reader.peek() !== '"')
                throw reader.fail(`the value of the label ${label} is not quoted`);
            if (labels.has(label)) {
                if (!isExemplar)
                    throw new LineError(`the label ${label} is given twice`);
                warn(`the label ${label} of an exemplar is given twice`);
            }
            if (label === "__name__" && !isExemplar)
                throw new LineError("__name__ is not allowed as a label");
            labels.set(label, reader.quoted());
            blanks();
        }
        const more = reader.take(",");
        blanks();
        if (!more && reader.peek() !== "}") {
            const missing = reader.fail('"," or "}" is missing');
            if (strict || reader.atEnd())
                throw missing;
            warn(missing.message);
        }
        if (more && strict && reader.peek() === "}")
            throw reader.fail("there is a comma after the last label");
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
        if (!/^[0-9]{1,19}$/.test(text) || BigInt(text) > LAST_TIME)
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
function readExemplar(reader, warn) {
    if (!reader.take(" # "))
        return undefined;
    if (reader.peek() !== "{")
        throw reader.fail("an exemplar's labels are missing");
    const { labels } = readBraces(reader, { strict: true, mayName: false, isExemplar: true, warn });
    const length = [...labels].reduce((sum, [name, value]) => sum + [...name].length + [...value].length, 0);
    if (length > LONGEST_EXEMPLAR)
        warn(`an exemplar's labels have ${length} characters, at most ${LONGEST_EXEMPLAR} are allowed`);
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
const MAX_LINES = 20;
function parseExposition(page, format) {
    const problems = [];
    const counts = { rejected: 0, accepted: 0, unread: 0 };
    const report = (line, what, kind) => {
        if ((counts[kind] += 1) <= MAX_PROBLEMS)
            problems.push({ line, what, kind });
    };
    let current = 0;
    const warn = (what) => report(current, what, "accepted");
    const families = collectFamilies(format, warn);
    const { lines, decode } = splitLines(page);
    const rest = lines.pop() ?? "";
    let ended = false;
    let count = 0;
    const isFull = () => counts.rejected >= MAX_PROBLEMS || counts.unread > 0;
    for (let index = 0; index < lines.length && !isFull(); index += 1)
        index += read(index, lines) - 1;
    if (!isFull() && rest !== "") {
        read(0, [rest], lines.length + 1);
        if (!ended || rest !== "# EOF")
            report(lines.length + 1, "the last line does not end with a line feed: the page may be cut off", "accepted");
    }
    if (!isFull()) {
        if (format === "openmetrics" && !ended)
            report(lines.length + 1, "there is no # EOF at the end: the page is cut off", "rejected");
        for (const { line, what, kind } of families.finish())
            report(line, what, kind);
    }
    return { format, families: families.found, problems: problems.toSorted((one, other) => one.line - other.line) };
    function read(index, from, number = index + 1) {
        current = number;
        try {
            if (number === 1 && decode(from[index])?.startsWith("\ufeff") === true)
                throw new LineError("the page starts with a byte order mark");
            if (ended)
                throw new LineError("there is more text after # EOF");
            if (format === "text")
                return readTextLine(index, from);
            readOpenMetricsLine(checked(from[index]));
        }
        catch (error) {
            if (!(error instanceof LineError))
                throw error;
            report(number, error.message, "rejected");
        }
        return 1;
    }
    function checked(line) {
        const text = decode(line);
        if (text === undefined)
            throw new LineError("the line is not UTF-8");
        return text;
    }
    function addSample(line) {
        if (count === MAX_SAMPLES)
            return report(current, `the page has more than ${MAX_SAMPLES} samples`, "unread");
        count += 1;
        const sample = readSample(readLine(line, format === "text" ? warn : undefined), format, current, warn);
        families.addSample(sample);
    }
    function readTextLine(index, from) {
        const line = from[index].replace(/^[ \t]+/, "");
        if (line === "")
            return 1;
        const [start] = /^#[ \t]+(?:HELP|TYPE)[ \t]+/.exec(line) ?? [];
        if (start !== undefined)
            readTextComment(checked(line).slice(start.length), start.includes("TYPE"));
        else if (!line.startsWith("#"))
            return addTextSample(index, from);
        return 1;
    }
    function readTextComment(text, isType) {
        const reader = readLine(text);
        const name = reader.peek() === '"' ? reader.quotedName() : reader.metricName();
        if (name === undefined)
            throw reader.fail(`${isType ? "TYPE" : "HELP"} names no metric`);
        const after = reader.rest();
        if (after !== "" && !/^[ \t]/.test(after))
            warn(reader.fail(`the name ${name} does not end with a space`).message);
        if (isType)
            families.setType(name, after.slice(1));
        else
            families.setHelp(name, unescapeHelp(after.slice(1), false));
    }
    function addTextSample(index, from) {
        for (let used = 1;; used += 1) {
            const text = from
                .slice(index, index + used)
                .map(checked)
                .join("\n");
            try {
                addSample(text.replace(/^[ \t]+/, ""));
                if (used > 1)
                    warn("a label's value contains a line break");
                return used;
            }
            catch (error) {
                if (!(error instanceof OpenQuotation) || used === MAX_LINES || index + used >= from.length)
                    throw error;
                count -= 1;
            }
        }
    }
    function readOpenMetricsLine(line) {
        if (line === "# EOF")
            return void (ended = true);
        if (line === "")
            throw new LineError("an empty line is not allowed in OpenMetrics");
        if (!line.startsWith("#"))
            return addSample(line);
        const reader = readLine(line);
        const keyword = ["HELP", "TYPE", "UNIT"].find((one) => reader.take(`# ${one} `));
        if (keyword === undefined)
            throw reader.fail("only # HELP, # TYPE, # UNIT and # EOF are allowed in OpenMetrics");
        const name = reader.peek() === '"' ? reader.quotedName() : reader.metricName();
        if (name === undefined || !reader.take(" "))
            throw reader.fail(`${keyword} names no metric`);
        if (keyword === "HELP")
            families.setHelp(name, unescapeHelp(reader.rest(), true));
        else if (keyword === "TYPE")
            families.setType(name, reader.rest());
        else
            families.setUnit(name, reader.rest());
    }
}
function splitLines(page) {
    if (typeof page === "string")
        return { lines: page.split("\n"), decode: (line) => line };
    const whole = decodeUtf8(page);
    if (whole !== undefined)
        return { lines: whole.split("\n"), decode: (line) => line };
    return {
        lines: Buffer.from(page).toString("latin1").split("\n"),
        decode: (line) => decodeUtf8(Buffer.from(line, "latin1")),
    };
}
function decodeUtf8(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/prometheus/exposition/index.ts




;// CONCATENATED MODULE: ./packages/smoke/health.ts



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
const MAX_DEPTH = 6;
const MAX_TEXT = 200;
const EXPLICIT = "Check why it reports this. If it means healthy, write what to expect: health: { path: …, expect: { json: { status: … } } }.";
function judgeHealth(reply) {
    const status = judgeStatus(reply, [200, 204]);
    if (status !== undefined)
        return [status];
    if (isHtml(reply)) {
        const what = "the answer is a page of HTML: a sign-in page or a front end answers in place of the service";
        return [{ reason: "body", what, remedy: "Check the address and the path of the health page." }];
    }
    const read = textOf(reply);
    if ("difference" in read)
        return [read.difference];
    const text = read.text.trim();
    if (text === "")
        return [];
    if (!text.startsWith("{") && !/json/i.test(reply.headers["content-type"] ?? ""))
        return judgeWords(text);
    const body = jsonOf(reply, true);
    if ("difference" in body)
        return [body.difference];
    const unhealthy = findUnhealthy(body.value, "", 0);
    if (unhealthy === undefined)
        return [];
    return [
        { reason: "health", what: `the status is ${reply.status}, and the body says ${unhealthy}`, remedy: EXPLICIT },
    ];
}
function judgeWords(text) {
    if (text.length > MAX_TEXT)
        return [];
    const words = text.toLowerCase().split(/[^a-z_]+/);
    if (!words.some((word) => word === "not" || BAD.has(word)))
        return [];
    return [{ reason: "health", what: `the status is right, and the body says ${show(text)}`, remedy: EXPLICIT }];
}
function findUnhealthy(value, path, depth) {
    if (typeof value === "string" && depth === 0)
        return GOOD.has(value.toLowerCase()) ? undefined : show(value);
    if (value === false && depth === 0)
        return "false";
    if (depth > MAX_DEPTH)
        return undefined;
    if (Array.isArray(value))
        return firstOf(value.entries(), (index, one) => findUnhealthy(one, `${path}[${index}]`, depth + 1));
    if (!(0,yaml.isMapping)(value))
        return undefined;
    return firstOf(Object.entries(value), (name, one) => {
        const place = path === "" ? name : `${path}.${name}`;
        if (isUnhealthy(name.toLowerCase(), one, depth === 0))
            return `${place}: ${show(one)}`;
        return typeof one === "object" ? findUnhealthy(one, place, depth + 1) : undefined;
    });
}
function isUnhealthy(name, value, isTop) {
    if (FLAGS.includes(name) && isNo(value))
        return true;
    if (!WORDS.includes(name))
        return false;
    if (value === false)
        return true;
    if (typeof value === "string")
        return BAD.has(value.toLowerCase()) || (isTop && !GOOD.has(value.toLowerCase()));
    return isTop && (value === null || isErrorStatus(value));
}
function isNo(value) {
    if (typeof value !== "string")
        return value === false;
    return value.toLowerCase() === "no" || BAD.has(value.toLowerCase());
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

;// CONCATENATED MODULE: ./packages/smoke/poll.ts
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;
async function pollUntilPass({ clock, signal, timeLeft }, eventually, check) {
    const end = clock.monotonic() + (eventually ?? 0);
    let attempts = 0;
    for (let wait = FIRST_WAIT;; wait = Math.min(LONGEST_WAIT, wait * 2)) {
        const found = await check();
        attempts += found.attempts;
        const left = Math.min(end - clock.monotonic(), timeLeft());
        if (found.result === "pass" || eventually === undefined)
            return { ...found, attempts };
        if (left <= 0)
            return { ...found, detail: `${found.detail}, still after ${seconds(eventually)} s`, attempts };
        await clock.sleep(Math.min(wait, left), signal);
    }
}
function seconds(milliseconds) {
    return Math.round(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./packages/smoke/check-service.ts










const ANY_FORMAT = "text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.5, */*;q=0.1";
function evaluate(differences, exchange, expected, detail) {
    const [first] = differences;
    if (first === undefined)
        return passed(detail, exchange);
    const all = differences.map(({ what }) => what).join("; ");
    return failed(first.reason, all, exchange, { expected, remedy: first.remedy });
}
function replyDetail({ reply, milliseconds }) {
    return `${reply.status} in ${milliseconds} ms`;
}
async function checkHealth(run, service, page) {
    const { expect } = page;
    const expected = expect === undefined ? "status 200, and a body that does not say otherwise" : describeExpectation(expect);
    return await withCaller(run, service.url, (caller) => pollUntilPass(run, page.eventually, async () => {
        const answer = await caller.call(readingOf(page, expect?.status));
        if (answer.reply === undefined)
            return noAnswer(answer, expected);
        const differences = expect === undefined ? judgeHealth(answer.reply) : judgeReply(answer.reply, expect);
        return evaluate(differences, answer, expected, replyDetail(answer));
    }));
}
async function checkMetrics(run, service, page) {
    return await withCaller(run, service.url, async (caller) => {
        let last;
        await pollUntilPass(run, page.eventually, async () => {
            last = await evaluateMetrics(caller, service, page);
            return last.page.result === "pass" ? (last.required ?? last.page) : last.page;
        });
        return last;
    });
}
async function evaluateMetrics(caller, { requiredMetrics }, page) {
    const read = await readMetrics(caller, page);
    if ("failure" in read) {
        const missed = notRun("the metrics page could not be read", read.failure.attempts);
        return { page: read.failure, required: requiredMetrics.length === 0 ? undefined : missed };
    }
    const { families, format } = read.page;
    const differences = page.expect === undefined ? [] : judgeReply(read.reply, page.expect);
    const detail = `${(0,packages_text/* formatCount */.B4)(families.size, "metric")}, ${format === "text" ? "text format" : "OpenMetrics"}`;
    const found = evaluate(differences, read.exchange, "the page that the suite expects", detail);
    const warning = found.result === "pass" ? warningOf(read.page) : undefined;
    return {
        page: warning === undefined ? found : { ...found, warning },
        required: requiredMetrics.length === 0 ? undefined : evaluateRequired(read.page, requiredMetrics, read.exchange),
    };
}
const WELL_FORMED = "status 200 and a page in Prometheus's text format or OpenMetrics, with samples";
const SET_TYPE = "Set the Content-Type to text/plain; version=0.0.4 or application/openmetrics-text; version=1.0.0. Prometheus 3 does not scrape the page otherwise, unless fallback_scrape_protocol is set; Prometheus 2 reads it as the text format.";
async function readMetrics(caller, page) {
    const answer = await caller.call(readingOf(page, [200], { accept: ANY_FORMAT }));
    if (answer.reply === undefined)
        return { failure: noAnswer(answer, WELL_FORMED) };
    const { reply } = answer;
    const fail = (what, remedy) => ({
        failure: failed("page", what, answer, { expected: WELL_FORMED, remedy }),
    });
    const status = judgeStatus(reply, [200]);
    if (status !== undefined)
        return { failure: evaluate([status], answer, WELL_FORMED, "") };
    if (isHtml(reply))
        return fail("the answer is a page of HTML, not of metrics", "Check the address and the path of the metrics page.");
    const type = formatOf(reply.headers["content-type"]);
    if ("rejected" in type)
        return fail(`Prometheus 3 does not scrape the metrics page: ${type.rejected}`, SET_TYPE);
    const parsed = parseExposition(reply.bytes, type.format);
    const problems = parsed.problems.filter(({ kind }) => kind !== "accepted");
    if (problems.length > 0) {
        const remedy = problems.some(({ kind }) => kind === "rejected")
            ? "Fix the page: Prometheus rejects it as a whole."
            : "Divide the metrics among several pages: smoke does not read more.";
        return fail(`the metrics page is not well formed: ${listProblems(problems)}`, remedy);
    }
    const samples = [...parsed.families.values()].reduce((sum, family) => sum + family.samples.length, 0);
    if (samples === 0)
        return fail("the metrics page has no sample", "Check that the service registers its metrics.");
    return { page: parsed, reply, exchange: { ...answer, came: `${reply.status}, ${samples} samples` } };
}
function listProblems(problems) {
    const shown = problems.slice(0, 3).map(({ line, what }) => `line ${line}: ${what}`);
    return shown.join("; ");
}
function warningOf({ problems }) {
    if (problems.length === 0)
        return undefined;
    return `Prometheus scrapes the metrics page although it is not well formed: ${listProblems(problems)}`;
}
function evaluateRequired(page, required, exchange) {
    const missing = required.filter((metric) => !isOnPage(page, metric));
    if (missing.length === 0)
        return passed(`${required.length} of ${required.length} there`, exchange);
    const names = missing.map(({ name, labels }) => sampleName(name, labels)).join(", ");
    const similar = [...page.families.keys()]
        .filter((name) => missing.some((one) => name.startsWith(one.name) || one.name.startsWith(name)))
        .slice(0, 3);
    const hint = similar.length === 0 ? "" : `; the page has ${similar.join(", ")}, which is another`;
    return failed("metric", `${missing.length} of ${required.length} metrics missing: ${names}${hint}`, exchange, {
        expected: required.map(({ name }) => name).join(", "),
        remedy: "Check that the service registers these metrics, and their names.",
    });
}
function isOnPage(page, { name, labels }) {
    if (labels === undefined)
        return hasMetric(page, name);
    return samplesOf(page, name).some((sample) => hasLabels(sample, labels));
}
const VERSION_READINGS = 3;
async function checkVersion(run, service, spec, expected) {
    return await pollUntilPass(run, spec.eventually, async () => {
        for (let reading = 1;; reading += 1) {
            const found = await withCaller(run, service.url, (caller) => evaluateVersion(caller, service, spec, expected));
            if (found.result !== "pass" || reading === VERSION_READINGS)
                return found;
        }
    });
}
async function evaluateVersion(caller, service, spec, expected) {
    const read = await readVersions(caller, service, spec);
    if ("failure" in read)
        return read.failure;
    const { versions, exchange } = read;
    if (versions.length > 0 && versions.every((version) => withoutV(version) === withoutV(expected)))
        return passed(`serves ${versions[0]}`, exchange);
    const served = versions.length === 0
        ? "it does not report which version it serves"
        : `it serves ${versions.map(show).join(" and ")}, expected ${show(expected)}`;
    const remedy = "The rollout is not complete, or it failed: check the deployment. If it takes longer, add eventually to version.";
    return failed("version", served, exchange, { expected, remedy });
}
function withoutV(version) {
    return version.replace(/^v(?=[0-9])/, "");
}
async function readVersions(caller, service, spec) {
    const { timeout } = spec;
    if (spec.kind === "metric") {
        const read = await readMetrics(caller, { path: spec.path ?? service.metrics?.path ?? "/metrics", timeout });
        if ("failure" in read)
            return read;
        const current = samplesOf(read.page, spec.metric).filter(({ value }) => value !== 0);
        const versions = current.flatMap(({ labels }) => labels.get(spec.label) ?? []);
        return { versions: [...new Set(versions)], exchange: read.exchange };
    }
    const answer = await caller.call(readingOf({ path: spec.path ?? service.health?.path ?? "/", timeout }));
    if (answer.reply === undefined)
        return { failure: noAnswer(answer, "its version") };
    const status = judgeStatus(answer.reply, [200]);
    if (status !== undefined)
        return { failure: evaluate([status], answer, "its version", "") };
    if (spec.kind === "header")
        return { versions: [answer.reply.headers[spec.header] ?? []].flat(), exchange: answer };
    const body = jsonOf(answer.reply);
    if ("difference" in body)
        return { failure: evaluate([body.difference], answer, "its version", "") };
    const value = valueAt(body.value, spec.at);
    return { versions: typeof value === "string" ? [value] : [], exchange: answer };
}
function sampleName(metric, labels = {}) {
    const matchers = Object.entries(labels).map(([label, value]) => (0,prometheus/* equals */.aI)(label, value));
    return (0,prometheus/* selector */.Pf)(metric, matchers);
}

;// CONCATENATED MODULE: ./packages/smoke/counters.ts

const NO_SERIES = new Map();
const OTHER_REPLICA = "another replica answered, which had not been read before the calls";
const FELL = "the counter fell, and a restart cannot be told from another replica: the page has no process_start_time_seconds";
function createCounter({ metric, labels }) {
    let lastBefore = 0;
    const baselines = new Map();
    const rises = new Map();
    function readingOf(page) {
        const found = samplesOf(page, metric).filter((sample) => hasLabels(sample, labels));
        return new Map(found.map((sample) => [seriesKey(sample.labels), sample.value]));
    }
    function after(page) {
        const process = processOf(page);
        const reading = readingOf(page);
        const baseline = baselines.get(process) ?? (isNew(process) ? NO_SERIES : undefined);
        const doubt = baseline === undefined ? OTHER_REPLICA : doubtOf(process, baseline, reading);
        if (baseline !== undefined && doubt === undefined)
            rises.set(process, riseOf(baseline, reading));
        return { by: [...rises.values()].reduce((sum, one) => sum + one, 0), doubt, series: reading.size };
    }
    function isNew(process) {
        return process !== "" && Number(process) > lastBefore;
    }
    function before(page, now) {
        baselines.set(processOf(page), readingOf(page));
        lastBefore = Math.max(lastBefore, now);
    }
    return { before, after };
}
function seriesKey(labels) {
    return JSON.stringify([...labels].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
function processOf(page) {
    const [start] = samplesOf(page, "process_start_time_seconds");
    return start === undefined ? "" : String(start.value);
}
function doubtOf(process, before, after) {
    const fell = [...before].some(([series, value]) => (after.get(series) ?? 0) < value);
    return fell && process === "" ? FELL : undefined;
}
function riseOf(before, after) {
    let sum = 0;
    for (const [series, value] of after) {
        const start = before.get(series) ?? 0;
        sum += value < start ? value : value - start;
    }
    return sum;
}

;// CONCATENATED MODULE: ./packages/smoke/check-function.ts







const READINGS = 3;
async function checkFunction(run, check) {
    const trace = await newTrace(check.trace ?? { header: "" });
    const filled = withTrace(check, trace);
    const started = await startCounting(run, filled);
    if ("failure" in started)
        return started.failure;
    const { url } = serviceOf(run, check.service);
    const called = await withCaller(run, url, (caller) => callAll(run, caller, filled, trace));
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
        const found = await pollUntilPass(run, check.eventually, () => callOnce(caller, check, trace));
        attempts = Math.max(attempts, found.attempts);
        if (found.result !== "pass" || call === check.calls)
            return { ...found, attempts };
    }
}
async function callOnce(caller, check, trace) {
    const { request, expect, repeatable, timeout } = check;
    const answer = await caller.call({ ...request, repeatable, accepts: expect.status, timeout });
    const expected = `${describeExpectation(expect)}${describeReturn(check, trace)}`;
    if (answer.reply === undefined)
        return noAnswer(answer, expected);
    return evaluate(differencesOf(answer, check, trace), answer, expected, replyDetail(answer));
}
function describeReturn({ trace }, { id }) {
    const returned = trace?.returned;
    if (returned === undefined)
        return "";
    return `, the id ${id} in the ${returned.kind === "header" ? `header ${returned.header}` : returned.at.text}`;
}
function differencesOf({ reply }, check, trace) {
    const differences = judgeReply(reply, check.expect);
    const isOther = differences.some(({ reason }) => reason === "status" || reason === "redirect");
    return check.trace === undefined || isOther
        ? differences
        : [...differences, ...judgeTrace(reply, check.trace, trace)];
}
async function checkEvidence(run, check, called) {
    const evidence = check.trace?.evidence;
    if (evidence === undefined)
        return called;
    const { service, path, expect } = evidence;
    const expected = `at ${service}: ${describeExpectation(expect)}`;
    const found = await withCaller(run, serviceOf(run, service).url, (caller) => pollUntilPass(run, check.within, async () => {
        const answer = await caller.call(readingOf({ path, timeout: check.timeout }, expect.status));
        if (answer.reply === undefined)
            return noAnswer(answer, expected);
        return evaluate(judgeReply(answer.reply, expect), answer, expected, "");
    }));
    if (found.result === "pass")
        return { ...called, detail: `${called.detail}, seen by ${service}` };
    return { ...found, reason: "evidence", detail: `${service} has not seen the call: ${found.detail}` };
}
async function startCounting(run, { counts, timeout }) {
    const counting = [];
    for (const spec of counts) {
        const service = serviceOf(run, spec.service);
        const counter = createCounter(spec);
        for (let reading = 0; reading < READINGS; reading += 1) {
            const read = await check_function_readPage(run, service, timeout);
            if ("failure" in read)
                return { failure: { ...read.failure, detail: `before the call: ${read.failure.detail}` } };
            counter.before(read.page, serverTime(read.reply.headers["date"], run.clock.now()));
        }
        counting.push({ spec, service, counter });
    }
    return { counting };
}
async function check_function_readPage(run, { url, metrics }, timeout) {
    return await withCaller(run, url, (caller) => readMetrics(caller, { path: metrics.path, timeout }));
}
function serverTime(date, now) {
    const served = Date.parse(date ?? "");
    return (Number.isNaN(served) ? now : served) / 1000 + 1;
}
async function checkCounts(run, check, counting, called) {
    const rises = [];
    for (const one of counting) {
        const found = await pollUntilPass(run, check.within, () => checkCount(run, check, one, called));
        if (found.result !== "pass")
            return found;
        rises.push(found.detail);
    }
    return { ...called, detail: [called.detail, ...rises].join(", ") };
}
async function checkCount(run, { calls, timeout }, { spec, service, counter }, { sent = "" }) {
    const read = await check_function_readPage(run, service, timeout);
    if ("failure" in read)
        return { ...read.failure, detail: `after the call: ${read.failure.detail}` };
    const { by, doubt, series } = counter.after(read.page);
    const needed = spec.by ?? calls;
    const name = sampleName(spec.metric, spec.labels);
    if (by >= needed)
        return passed(`${name} + ${by}`, read.exchange);
    const exchange = { ...read.exchange, sent: `${sent}, ${calls} times; then ${read.exchange.sent ?? ""}` };
    const expected = `${name} of ${service.name} rises by at least ${needed}`;
    if (doubt !== undefined) {
        const remedy = "Declare the metrics page of each replica as a separate service, or export process_start_time_seconds.";
        return unproven("counter", `${name} rose by ${by}, as far as can be told: ${doubt}`, exchange, {
            expected,
            remedy,
        });
    }
    const what = series === 0 ? `${name} is not on the page` : `${name} rose by ${by} instead of ${needed}`;
    const remedy = "Check whether the call reached this service, and whether it counts with these labels.";
    return failed("counter", what, exchange, { expected, remedy });
}

;// CONCATENATED MODULE: ./packages/smoke/check-query.ts



const check_query_FIRST_WAIT = 250;
const check_query_LONGEST_WAIT = 5_000;
const MAX_SERIES_SHOWN = 5;
async function checkQuery(run, url, spec, called) {
    const deadline = Math.min(run.limits.timeout, run.timeLeft());
    const http = run.http(url);
    try {
        const prometheus = run.prometheus({ http, url, deadline, attempts: run.limits.retries + 1 });
        return await queryUntilScraped(run, prometheus, { url, spec, called });
    }
    finally {
        http.close();
    }
}
async function queryUntilScraped(run, prometheus, { url, spec, called }) {
    const { clock, signal, timeLeft } = run;
    const end = clock.monotonic() + spec.within;
    let attempts = 0;
    try {
        const since = called === undefined ? undefined : await onServerClock(run, prometheus, called);
        for (let wait = check_query_FIRST_WAIT;; wait = Math.min(check_query_LONGEST_WAIT, wait * 2)) {
            attempts += 1;
            const exchange = { sent: `${spec.query} at ${url}`, attempts };
            const stale = since === undefined ? undefined : await findStale(prometheus, spec, { since, exchange });
            const found = stale ?? evaluateAnswer(await prometheus.query(spec.query), spec, exchange);
            const left = Math.min(end - clock.monotonic(), timeLeft());
            if (found.result === "pass" || left <= 0 || called === undefined)
                return found;
            await clock.sleep(Math.min(wait, left), signal);
        }
    }
    catch (error) {
        return evaluateError(run, error, spec, Math.max(1, attempts));
    }
}
async function onServerClock({ clock }, prometheus, time) {
    const asked = clock.now();
    const { value } = await prometheus.query("time()");
    const now = value.kind === "scalar" ? (value.sample.value ?? Number.NaN) * 1000 : Number.NaN;
    if (Number.isNaN(now))
        throw (0,action/* undecided */.oo)("Prometheus does not report its time");
    return time + (now - asked);
}
async function findStale(prometheus, spec, { since, exchange }) {
    const { seenBy = "" } = spec;
    const { value, warnings } = await prometheus.query(`timestamp(${seenBy})`);
    const series = value.kind === "vector" ? value.series : [];
    const old = series.filter(({ value: seconds = 0 }) => !(seconds * 1000 >= since));
    if (old.length > 0)
        return notScraped(`${old.length} of ${series.length} series of ${seenBy} were not scraped after the call`, spec, exchange);
    if (warnings.length > 0)
        return incomplete(warnings, spec, exchange);
    return series.length === 0 ? notScraped(`there is no series ${seenBy}`, spec, exchange) : undefined;
}
function incomplete(warnings, { expect }, exchange) {
    const remedy = "Check that all stores behind the address answer, then run again.";
    const what = `the answer may be incomplete: ${warnings.join("; ")}`;
    return unproven("query", what, exchange, { expected: describeMatcher(expect), remedy });
}
function notScraped(what, { within, expect }, exchange) {
    const remedy = "Check the targets in Prometheus: whether and how often the service is scraped, and errors; or increase within.";
    const detail = `${what}, within ${Math.round(within / 1000)} s`;
    return failed("query", detail, { ...exchange, came: what }, { expected: describeMatcher(expect), remedy });
}
function evaluateAnswer({ value, warnings }, spec, exchange) {
    const { expect } = spec;
    const series = check_query_seriesOf(value);
    const expected = describeMatcher(expect);
    const all = { ...exchange, came: describeSeries(series) };
    const fail = (what, remedy) => failed("query", what, all, { expected, remedy });
    if (warnings.length > 0)
        return incomplete(warnings, spec, all);
    if (value.kind === "string" || value.kind === "matrix") {
        const what = `the query returns a ${value.kind}, not numbers at one time`;
        return fail(what, "Write a query that returns an instant vector or a scalar.");
    }
    if (series.length === 0) {
        const remedy = "Check its names and labels, and that the service is scraped.";
        return fail("the query gives nothing, and nothing proves nothing", remedy);
    }
    const wrong = series.flatMap(({ labels, value: number }) => {
        const mismatch = numberMismatch(number, { expect }, expected);
        return mismatch === undefined ? [] : [`${nameOf(labels) || "the value "}${mismatch}`];
    });
    if (wrong.length === 0)
        return passed(all.came, all);
    return fail(wrong.slice(0, MAX_SERIES_SHOWN).join("; "), "Check in Prometheus what the query counts.");
}
function numberMismatch(value, { expect }, expected) {
    if (value === undefined)
        return `is a histogram, expected ${expected}`;
    return Number.isNaN(value) ? `is NaN, expected ${expected}` : mismatchOf(value, expect);
}
function check_query_seriesOf(result) {
    if (result.kind === "vector")
        return result.series;
    return result.kind === "scalar" ? [{ labels: {}, value: result.sample.value }] : [];
}
function describeSeries(series) {
    if (series.length === 0)
        return "no series";
    const shown = series.slice(0, MAX_SERIES_SHOWN);
    return shown.map(({ labels, value }) => `${nameOf(labels)}${String(value)}`).join("; ");
}
function nameOf(labels) {
    return Object.keys(labels).length === 0 ? "" : `${show(labels)} `;
}
function evaluateError({ signal }, error, spec, attempts) {
    if (!(error instanceof action/* ActionError */.lZ) || signal.aborted)
        throw error;
    if (error.verdict !== "undecided" && error.verdict !== "invalid")
        throw error;
    const exchange = { sent: spec.query, came: "no answer", attempts };
    const remedy = error.details.remedy ?? "Check that Prometheus runs, and its address.";
    const expected = describeMatcher(spec.expect);
    const found = unproven("no-answer", error.message, exchange, { expected, remedy });
    return error.verdict === "invalid" ? { ...found, result: "invalid" } : found;
}

;// CONCATENATED MODULE: ./packages/smoke/context.ts

function startRun(plan, options) {
    const { clock, limits } = options;
    const end = clock.monotonic() + limits.deadline;
    return {
        ...options,
        plan,
        timeLeft() {
            const left = end - clock.monotonic();
            if (left > 0)
                return left;
            throw (0,action/* undecided */.oo)("the time for all checks was over before this one ended", {
                remedy: "Increase deadline, or parallel to run more checks at once.",
            });
        },
    };
}

;// CONCATENATED MODULE: ./packages/smoke/run.ts







async function runSuite(plan, options) {
    const run = startRun(plan, options);
    assertAddresses(run);
    const ended = new Map();
    const results = [];
    const stage = async (parallel, tasks) => {
        const lists = await (0,packages_http.inParallel)(parallel, tasks, (task) => perform(run, task));
        results.push(...lists.flat());
    };
    const parallel = Math.max(1, options.limits.parallel);
    const independent = plan.checks.filter(({ counts }) => counts.length === 0);
    const counting = plan.checks.filter(({ counts }) => counts.length > 0);
    const callTask = (check) => functionTask(run, check, ended);
    await stage(parallel, [
        ...plan.services.flatMap((service) => serviceTasks(run, service)),
        ...independent.map(callTask),
    ]);
    await stage(1, counting.map(callTask));
    await stage(parallel, plan.queries.map((query) => queryTask(run, query, ended)));
    return results;
}
function serviceTasks(run, service) {
    const { name, health, metrics, version, requiredMetrics } = service;
    const { expectVersion } = run.plan;
    const idOf = (suite) => ({ suite, service: name, name: suite });
    const tasks = [];
    if (health !== undefined)
        tasks.push({ checks: [idOf("health")], run: async () => [await checkHealth(run, service, health)] });
    if (metrics !== undefined) {
        const required = requiredMetrics.length === 0 ? [] : [idOf("critical metrics")];
        tasks.push({
            checks: [idOf("metrics"), ...required],
            async run() {
                const found = await checkMetrics(run, service, metrics);
                return found.required === undefined ? [found.page] : [found.page, found.required];
            },
        });
    }
    if (version !== undefined && expectVersion !== undefined) {
        tasks.push({
            checks: [idOf("version")],
            run: async () => [await checkVersion(run, service, version, expectVersion)],
        });
    }
    return tasks;
}
function functionTask(run, check, ended) {
    return {
        checks: [{ suite: "functional", service: check.service, name: check.name }],
        async run() {
            const found = await checkFunction(run, check);
            if (found.result === "pass")
                ended.set(check.name, run.clock.now());
            return [found];
        },
    };
}
function queryTask(run, query, ended) {
    return {
        checks: [{ suite: "prometheus", service: "Prometheus", name: query.name }],
        async run() {
            const missing = query.after.filter((name) => !ended.has(name));
            if (missing.length > 0)
                return [notRun(`not run: ${missing.join(", ")} did not pass`)];
            const called = query.after.length === 0 ? undefined : Math.max(...query.after.map((name) => ended.get(name)));
            return [await checkQuery(run, run.plan.prometheus ?? "", query, called)];
        },
    };
}
async function perform(run, task) {
    const start = run.clock.monotonic();
    const evaluations = await evaluateTask(run, task);
    const milliseconds = Math.round(run.clock.monotonic() - start);
    return task.checks.map((check, index) => {
        const result = { ...check, ...evaluations[index], milliseconds };
        run.onResult?.(result);
        return result;
    });
}
async function evaluateTask({ signal }, { checks, run }) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "undecided" || signal.aborted)
            throw error;
        const { remedy } = error.details;
        const found = unproven("deadline", error.message, { attempts: 0 }, { ...(remedy !== undefined && { remedy }) });
        return checks.map(() => found);
    }
}
function assertAddresses({ plan, headers, http }) {
    const { services, prometheus } = plan;
    const urls = [...new Set([...services.map(({ url }) => url), ...(prometheus === undefined ? [] : [prometheus])])];
    const problems = urls.flatMap((url) => {
        try {
            const client = http(url);
            client.api(url);
            client.close();
            return [];
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ))
                throw error;
            const { remedy } = error.details;
            return [{ what: error.message, ...(remedy !== undefined && { remedy }) }];
        }
    });
    const origins = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
    for (const origin of headers.keys()) {
        if (origins.includes(origin))
            continue;
        const what = `there is a header for ${origin}, where no service of the suite is`;
        problems.push({ input: "headers", what, remedy: "Check the origin: scheme, host and port." });
    }
    if (problems.length === 0)
        return;
    const message = problems.length === 1 ? problems[0].what : `${problems.length} problems with the addresses`;
    throw (0,action/* invalid */.Gq)(message, { problems });
}

;// CONCATENATED MODULE: ./packages/smoke/index.ts





// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var packages_config = __webpack_require__(861);
;// CONCATENATED MODULE: ./actions/smoke/plan.ts




const plan_MAX_BYTES = 1024 * 1024;
async function readPlan(inputs, host) {
    const environment = await readEnvironment(inputs, host);
    const suite = await readSuiteInput(inputs, host);
    const known = { services: environment?.services, prometheus: environment?.prometheus?.url };
    const { plan, problems } = planSuite(suite, known, inputs.expectVersion);
    if (problems.length === 0)
        return plan;
    throw (0,action/* invalid */.Gq)(problems.length === 1 ? problems[0].what : `the suite has ${problems.length} problems`, { problems });
}
async function readEnvironment(inputs, host) {
    const { environment: name } = inputs;
    if (name === undefined)
        return undefined;
    const config = await (0,packages_config.loadConfig)({ host, inputs });
    if (config.file !== undefined)
        return (0,packages_config/* findEnvironment */.jY)(config, name);
    throw (0,action/* invalid */.Gq)(`there is no release-actions.yml that declares the environment ${(0,action/* quote */.hD)(name)}`, {
        remedy: "Declare the environment in release-actions.yml, or write the services' addresses into the suite.",
    });
}
function suiteFile({ suite }) {
    return suite === undefined || isInline(suite) ? undefined : suite;
}
function isInline(suite) {
    return suite.includes("\n") || suite.startsWith("{");
}
async function readSuiteInput({ suite }, host) {
    if (suite === undefined)
        return EMPTY_SUITE;
    if (!isInline(suite)) {
        const source = await (0,files.readWorkspaceFile)(host, suite, { maxBytes: plan_MAX_BYTES, typed: true });
        return readSuite(source.toString("utf8"), suite);
    }
    const read = readSuite(suite, "suite");
    return { ...read, problems: read.problems.map(ofInput) };
}
function ofInput({ what, remedy, line }) {
    return {
        input: "suite",
        what: line === undefined ? what : `line ${line}: ${what}`,
        ...(remedy !== undefined && { remedy }),
    };
}

;// CONCATENATED MODULE: ./actions/smoke/report.ts



const MAX_ROWS = 200;
const MAX_DETAILED = 30;
function lineOf(result) {
    return `${report/* CHECK_WORDS */.DP[result.result]}  ${titleOf(result)}: ${result.detail} (${timeText(result)})`;
}
function summaryOf(results) {
    const passed = results.filter(({ result }) => result === "pass").length;
    const others = byWeight(results).filter(({ result }) => result !== "pass");
    const rows = byService(results).slice(0, MAX_ROWS).map(rowOf);
    return [
        (0,packages_text/* heading */.R_)("smoke"),
        (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(report/* VERDICT_WORDS */._G[decideSmoke(results)]), `, ${passed} of ${results.length} checks passed`]),
        ...others.slice(0, MAX_DETAILED).map(detailsOf),
        (0,packages_text/* table */.tp)(["Service", "Check", "Result", "Detail", "Time"], rows),
        ...(results.length > MAX_ROWS ? [(0,packages_text/* paragraph */.FY)(`and ${results.length - MAX_ROWS} more`)] : []),
    ];
}
function detailsOf(result) {
    const { detail, remedy } = result;
    const lines = [...exchangeLines(result), ...(remedy === undefined ? [] : [`what to do: ${remedy}`])];
    const items = lines.map((line) => (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(line), 1000));
    return (0,packages_text/* details */.zH)(`${report/* CHECK_WORDS */.DP[result.result]} ${titleOf(result)}`, [
        (0,packages_text/* paragraph */.FY)((0,packages_text/* code */.aY)((0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(detail), 600))),
        ...(items.length === 0 ? [] : [(0,packages_text/* list */.p_)(items)]),
    ]);
}
function rowOf(result) {
    return [
        cut(result.service),
        cut(checkTitle(result)),
        report/* CHECK_WORDS */.DP[result.result],
        cut(result.warning === undefined ? result.detail : `${result.detail}; ${result.warning}`, 300),
        timeText(result),
    ];
}
function cut(text, maxLength = 120) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), maxLength);
}
function timeText({ milliseconds, attempts }) {
    return `${(milliseconds / 1000).toFixed(2)} s${attempts > 1 ? `, ${attempts} tries` : ""}`;
}
function byService(results) {
    const others = results.filter(({ result }) => result !== "pass");
    const services = new Set([...others, ...results].map(({ service }) => service));
    return [...services].flatMap((service) => byWeight(results.filter((result) => result.service === service)));
}
function outputsOf(results) {
    const count = (...words) => results.filter(({ result }) => words.includes(result)).length;
    const first = byWeight(results).find(({ result }) => result !== "pass");
    return {
        passed: count("pass"),
        failed: count("fail"),
        skipped: count("skipped"),
        unanswered: count("unknown", "invalid"),
        failure: first === undefined ? undefined : cut(`${titleOf(first)}: ${first.detail}`, 500),
        results: { schema: 1, checks: (0,report/* fittingItems */.K8)(byWeight(results).map(outputItem)) },
    };
}
function outputItem(result) {
    const { service, suite, name, detail, milliseconds, attempts, reason, sent, came, expected, remedy } = result;
    const { warning } = result;
    const more = result.result === "pass" ? { ...(warning !== undefined && { warning }) } : { reason, sent, came, expected, remedy };
    return { service, suite, name, result: result.result, detail, milliseconds, attempts, ...more };
}

;// CONCATENATED MODULE: ./actions/smoke/smoke.ts








async function smoke(context) {
    const { inputs, io, host } = context;
    const { junitFile } = inputs;
    (0,files.refuseOutputs)(host, { "junit-file": junitFile });
    const plan = await readPlan(inputs, host);
    const headers = (0,secret_headers/* readSecretHeaders */.JI)(inputs.headers);
    for (const secret of [...headers.values()].flat().flatMap(secret_headers/* secretsIn */.VY))
        io.secret(secret);
    (0,files/* refuseSameFile */.vx)(host, { suite: suiteFile(inputs), "junit-file": junitFile });
    if (junitFile !== undefined)
        await (0,files.writeWorkspaceFile)(host, junitFile, unfinishedJunit(), { typed: true });
    const results = await runSuite(plan, optionsOf(context, headers));
    if (junitFile !== undefined)
        await (0,files/* writeReport */.u5)(host, io, junitFile, junitOf(results));
    if (inputs.summary)
        io.summary(...summaryOf(results));
    return (0,report/* passOrThrow */.rk)(decideSmoke(results), {
        messages: {
            refused: "the deployment does not work as it should",
            invalid: "the suite requests what cannot be checked",
            undecided: "there is no proof that everything works",
        },
        problems: smokeProblems(results),
        outputs: outputsOf(results),
    });
}
function optionsOf({ inputs, io, signal, clock, host }, headers) {
    const { timeout, deadline, retries, parallel, allowHttp } = inputs;
    const { network } = host;
    return {
        http: (address) => (0,packages_http.openHttp)({ io, signal, clock, network, endpoints: [address], allowHttp, patience: timeout }),
        prometheus: ({ url, ...options }) => {
            const found = (0,secret_headers/* credentialFor */.FX)(headers, new URL(url).origin);
            const credential = found === undefined ? undefined : { header: found.name, value: found.value };
            return (0,prometheus/* openPrometheus */.jL)({ ...options, url, credential });
        },
        headers,
        clock,
        signal,
        limits: { timeout, deadline, retries, parallel },
        onResult(result) {
            io.info(lineOf(result));
            if (result.warning !== undefined)
                io.warning(`${titleOf(result)}: ${result.warning}`);
        },
    };
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
/***/ (require("./107.module.js")),

/***/ 2420:
/***/ (require("./2420.module.js")),

/***/ 2989:
/***/ (require("./2989.module.js")),

/***/ 8399:
/***/ (require("./8399.module.js"))

};
;