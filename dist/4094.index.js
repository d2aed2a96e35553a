"use strict";
exports.id = 4094;
exports.ids = [4094];
exports.modules = {

/***/ 6886:
/***/ (require("./6886.module.js")),

/***/ 5706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ isDate),
/* harmony export */   Wr: () => (/* binding */ readInstant),
/* harmony export */   oN: () => (/* binding */ hasExpired),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAY_MS = 24 * 60 * 60 * 1000;
function isDate(text) {
    const match = DAY.exec(text);
    if (match === null)
        return false;
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
function readInstant(text) {
    const match = INSTANT.exec(text);
    if (match === null || !isDate(match[1]))
        return undefined;
    const time = Date.parse(text.toUpperCase());
    return Number.isNaN(time) ? undefined : time;
}
function hasExpired(expires, now) {
    return expires !== undefined && !(isDate(expires) && now < endOf(expires));
}
function endOf(day) {
    return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}


/***/ }),

/***/ 4094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judge: () => (/* reexport */ judge),
  mergeFindings: () => (/* reexport */ mergeFindings),
  parseExceptions: () => (/* reexport */ parseExceptions),
  parseOpenVex: () => (/* reexport */ parseOpenVex),
  readClairReport: () => (/* reexport */ readClairReport),
  sarifText: () => (/* reexport */ sarifText)
});

// UNUSED EXPORTS: LIMITED, ReportError, SEVERITIES

;// CONCATENATED MODULE: ./packages/vulnerabilities/finding.ts
const SEVERITIES = ["critical", "high", "medium", "low", "negligible", "unknown"];
const RANKS = new Map(SEVERITIES.map((severity, rank) => [severity, rank]));
function rank(severity) {
    return RANKS.get(severity) ?? SEVERITIES.length;
}
function compareFindings(a, b) {
    return (rank(a.severity) - rank(b.severity) ||
        Number(a.fixedIn === undefined) - Number(b.fixedIn === undefined) ||
        compareText(a.id, b.id) ||
        compareText(a.package, b.package) ||
        compareText(a.version, b.version) ||
        compareText(a.platforms.join(), b.platforms.join()));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/identity.ts

const CVE = /(?<![A-Za-z0-9])CVE-\d{4}-\d{4,7}(?!\d)/gi;
const ONE_CVE = /^CVE-\d{4}-\d{4,7}$/;
function identify(name, link) {
    const named = cvesIn(name);
    const linked = cvesIn(link);
    const advisories = advisoriesIn(name);
    const all = new Set([...named, ...linked, ...advisories]);
    const id = chooseId(name, named, linked, advisories);
    all.delete(id);
    return { id, aliases: [...all].sort(compareText) };
}
function isCve(id) {
    return ONE_CVE.test(id);
}
function chooseId(name, named, linked, advisories) {
    const [cve] = named;
    const [advisory] = advisories;
    const coversMore = advisory !== undefined && linked.some((one) => one !== cve);
    if (cve !== undefined && named.length === 1 && !coversMore)
        return cve;
    if (advisory !== undefined)
        return advisory;
    const [only] = linked;
    return named.length === 0 && linked.length === 1 && only !== undefined ? only : name;
}
function cvesIn(text) {
    return [...new Set((text.match(CVE) ?? []).map((cve) => cve.toUpperCase()))];
}
function advisoriesIn(name) {
    const words = name
        .split(/[\s,;()[\]]+/, 100)
        .map(withoutPunctuation)
        .filter((word) => word !== "");
    return [...new Set(words.filter((word, index) => isKnownAdvisory(word) || (index === 0 && looksLikeId(word))))];
}
function withoutPunctuation(word) {
    let end = word.length;
    while (end > 0 && ":.!?\"'".includes(word[end - 1]))
        end -= 1;
    return word.slice(0, end);
}
function isKnownAdvisory(word) {
    return /^(?:RH[SBE]A-\d{4}:\d{4,6}|GHSA(?:-[0-9a-z]{4}){3}|pyup\.io-\d{1,9})$/i.test(word);
}
const NOT_ADVISORIES = new Set(["CVE", "CWE", "IEC", "IEEE", "ISO", "RFC", "SHA", "UTF"]);
function looksLikeId(word) {
    if (word.length > 64 || !/^[A-Za-z][A-Za-z0-9.:-]*$/.test(word))
        return false;
    const [prefix = "", ...rest] = word.split("-");
    if (rest.length === 0 || NOT_ADVISORIES.has(prefix) || !/^(?:[A-Z][A-Z0-9]+|openSUSE)$/.test(prefix))
        return false;
    return rest.join("").replaceAll(/[^0-9]/g, "").length >= 4;
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/severity.ts
const WORDS = new Set(["critical", "high", "medium", "low", "negligible"]);
function readSeverity(reported, score) {
    if (typeof reported !== "string")
        return "unknown";
    const word = reported.trim().toLowerCase();
    if (WORDS.has(word))
        return word;
    return word === "unknown" && score !== undefined ? ratingOf(score) : "unknown";
}
function ratingOf(score) {
    if (score <= 0)
        return "unknown";
    if (score < 4)
        return "low";
    if (score < 7)
        return "medium";
    return score < 9 ? "high" : "critical";
}
function readScore(value) {
    const score = typeof value === "string" && /^\d{1,2}(?:\.\d{1,2})?$/.test(value) ? Number(value) : value;
    return typeof score === "number" && score >= 0 && score <= 10 ? score : undefined;
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/vulnerabilities/clair.ts



const UNNAMED_PACKAGE = "(unnamed package)";
const UNNAMED_VULNERABILITY = "(unnamed vulnerability)";
const TITLE_LENGTH = 200;
class ReportError extends Error {
    constructor(message) {
        super(message);
        this.name = "ReportError";
    }
}
async function readClairReport(data, platform) {
    const { ClairReport } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(5304)]).then(__webpack_require__.bind(__webpack_require__, 5304));
    const report = ClairReport.safeParse(data);
    if (!report.success) {
        const [{ path, message } = { path: [], message: "cannot be read" }] = report.error.issues;
        throw new ReportError(`${path.length === 0 ? "the report" : (0,packages_text/* pathText */.LF)(path)} ${message}`);
    }
    const features = report.data.Layer.Features;
    const findings = [];
    features.forEach((feature, index) => {
        let unnamed = 0;
        const placeholder = () => ((unnamed += 1) === 1 ? UNNAMED_VULNERABILITY : `${UNNAMED_VULNERABILITY} ${unnamed}`);
        feature.Vulnerabilities.forEach((entry, position) => {
            if (!isVulnerability(entry)) {
                throw new ReportError(`Layer.Features[${index}].Vulnerabilities[${position}] ${problemOf(entry)}`);
            }
            findings.push(readFinding(feature, entry, placeholder, platform));
        });
    });
    return { findings, packages: features.length };
}
function isVulnerability(entry) {
    if (!isFields(entry))
        return false;
    const fix = entry["FixedBy"];
    return fix === undefined || fix === null || typeof fix === "string";
}
function problemOf(entry) {
    return isFields(entry) ? "has a FixedBy that is not a text" : "is not an object";
}
function readFinding(feature, vulnerability, placeholder, platform) {
    const name = textOf(vulnerability["Name"]).trim();
    const link = textOf(vulnerability["Link"]);
    const { id, aliases } = identify(name, link);
    const fixedIn = textOf(vulnerability["FixedBy"]).trim();
    const { score, vector } = readCvss(vulnerability);
    const url = firstHttps(link);
    return {
        id: id === "" ? placeholder() : id,
        aliases,
        package: textOf(feature.Name).trim() || UNNAMED_PACKAGE,
        version: textOf(feature.Version).trim(),
        severity: readSeverity(vulnerability["Severity"], score),
        reported: textOf(vulnerability["Severity"]),
        ...(fixedIn === "" || fixedIn === "0" ? {} : { fixedIn }),
        title: readTitle(name, textOf(vulnerability["Description"]), id),
        ...(url === undefined ? {} : { url }),
        ...(score === undefined ? {} : { score }),
        ...(vector === "" ? {} : { vector }),
        platforms: [platform],
    };
}
function readCvss(vulnerability) {
    const cvss = optionalFields(optionalFields(optionalFields(vulnerability["Metadata"])["NVD"])["CVSSv3"]);
    return { score: readScore(cvss["Score"]), vector: textOf(cvss["Vectors"]) };
}
function readTitle(name, description, id) {
    const saysMore = /(?:^|\s)[a-z][^\s\d]*(?:\s|$)/i.test(name);
    const text = saysMore ? name : (0,packages_text/* shorten */.ml)(description, 4 * TITLE_LENGTH).trim() || name || id || UNNAMED_VULNERABILITY;
    return (0,packages_text/* shorten */.ml)(text.replaceAll(/\s+/g, " "), TITLE_LENGTH);
}
function firstHttps(link) {
    for (const word of link.split(/\s+/, 50)) {
        const url = /^https:\/\//i.test(word) ? parseUrl(word) : undefined;
        if (url !== undefined && url.username === "" && url.password === "")
            return url.href;
    }
    return undefined;
}
function parseUrl(text) {
    try {
        return new URL(text);
    }
    catch {
        return undefined;
    }
}
function isFields(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
}
function optionalFields(value) {
    return value !== null && typeof value === "object" ? value : {};
}
function textOf(value) {
    return typeof value === "string" ? value : "";
}

// EXTERNAL MODULE: ./packages/vulnerabilities/dates.ts
var dates = __webpack_require__(5706);
;// CONCATENATED MODULE: ./packages/vulnerabilities/glob.ts
function isPattern(pattern) {
    return pattern.includes("*");
}
function matchesPattern(pattern, text) {
    const parts = pattern.split("*");
    const first = parts[0];
    if (parts.length === 1)
        return text === pattern;
    const last = parts.at(-1);
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
        return false;
    let at = first.length;
    const end = text.length - last.length;
    for (const part of parts.slice(1, -1)) {
        const found = text.indexOf(part, at);
        if (found === -1 || found + part.length > end)
            return false;
        at = found + part.length;
    }
    return true;
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/exceptions.ts



const LISTS = ["ignore", "vulnerabilities"];
const KEYS = ["id", "package", "version", "platform", "reason", "expires"];
const WITH_WILDCARDS = ["id", "package", "version", "platform"];
const MAX_LENGTH = 1024 * 1024;
const MAX_TEXT = 1000;
const MAX_WILDCARDS = 500;
const TOO_DEEP = "the YAML is nested too deeply";
async function parseExceptions(source, file) {
    const problems = [];
    const exceptions = await readSource(source, file, problems);
    problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { exceptions: problems.length > 0 ? [] : exceptions, problems };
}
async function readSource(source, file, problems) {
    if (source.length > MAX_LENGTH) {
        problems.push({
            what: `the file is longer than ${MAX_LENGTH} characters`,
            remedy: "Remove the entries that nothing uses.",
            file,
        });
        return [];
    }
    const yaml = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const read = yaml.readStrictly(source);
    const lineOf = (offset) => read.lineOf(offset ?? 0);
    for (const { kind, message, line } of read.faults) {
        problems.push({
            what: kind === "deep" ? TOO_DEEP : message.split("\n", 1)[0],
            remedy: kind === "alias" ? "Write the value out." : "Correct the YAML.",
            file,
            line,
        });
    }
    if (problems.length > 0)
        return [];
    const report = (line, what, remedy) => void problems.push({ what, remedy, file, line });
    const entries = readEntries(yaml, read.document.contents, lineOf, report);
    const exceptions = entries.flatMap(({ line, fields }) => readException(fields, line, file, report) ?? []);
    reportDuplicates(exceptions, report);
    reportTooMany(exceptions, report);
    return exceptions;
}
function readEntries(yaml, contents, lineOf, report) {
    if (contents === null || (yaml.isScalar(contents) && contents.value === null))
        return [];
    if (!yaml.isMap(contents)) {
        report(1, "the file must be a mapping with the key ignore", "Write ignore: and the entries below it.");
        return [];
    }
    const entries = [];
    let seen;
    for (const { key, value } of contents.items) {
        const line = lineOf(key.range?.[0]);
        const name = yaml.isScalar(key) ? String(key.value) : "";
        if (!LISTS.includes(name)) {
            report(line, `there is no setting ${JSON.stringify(name)}`, "The setting here is: ignore.");
        }
        else if (seen !== undefined) {
            report(line, `${seen} and ${name} are both given`, "Put all entries under ignore.");
        }
        else if (yaml.isSeq(value)) {
            seen = name;
            for (const item of value.items)
                entries.push({ line: lineOf(item.range?.[0]), fields: readFields(yaml, item, lineOf, report) });
        }
        else if (!yaml.isScalar(value) || value.value !== null) {
            report(line, `${name} must be a list`, "Begin each entry with a dash.");
        }
    }
    return entries;
}
function readFields(yaml, item, lineOf, report) {
    const fields = Object.create(null);
    if (!yaml.isMap(item)) {
        report(lineOf(item.range?.[0]), "an entry must be a mapping", `The settings here are: ${KEYS.join(", ")}.`);
        return fields;
    }
    for (const { key, value } of item.items) {
        const line = lineOf(key.range?.[0]);
        const name = yaml.isScalar(key) ? String(key.value) : "";
        const text = yaml.isScalar(value) ? value.value : undefined;
        if (!KEYS.includes(name)) {
            report(line, `there is no setting ${JSON.stringify(name)}`, `The settings here are: ${KEYS.join(", ")}.`);
        }
        else if (typeof text !== "string") {
            report(line, `${name} must be a text`, "Quote it if it looks like a number.");
            fields[name] = { text: "", line, wrong: true };
        }
        else {
            fields[name] = { text: text.trim(), line, wrong: false };
        }
    }
    return fields;
}
function readException(fields, line, file, report) {
    const { id, package: name, version, platform, reason, expires } = fields;
    if (id === undefined)
        report(line, "id is missing", "Name the vulnerability.");
    if (reason === undefined)
        report(line, "reason is missing", "State why it does not count.");
    const given = Object.entries(fields).filter(([, field]) => !field.wrong);
    for (const [key, field] of given) {
        if (field.text.length > MAX_TEXT)
            report(field.line, `${key} is longer than ${MAX_TEXT} characters`, "Shorten it.");
        else if (field.text === "")
            report(field.line, `${key} is empty`, "Give it a value or leave it out.");
        else if (key === "expires" && !(0,dates/* isDate */.$P)(field.text)) {
            report(field.line, `expires is not a date: ${(0,packages_text/* quote */.hD)(field.text, 40)}`, "Write it as YYYY-MM-DD.");
        }
    }
    reportWildcards(fields, line, report);
    if (id === undefined || reason === undefined || given.length < Object.keys(fields).length)
        return undefined;
    return {
        id: id.text,
        ...(name === undefined ? {} : { package: name.text }),
        ...(version === undefined ? {} : { version: version.text }),
        ...(platform === undefined ? {} : { platform: platform.text }),
        reason: reason.text,
        ...(expires === undefined ? {} : { expires: expires.text }),
        line,
        file,
    };
}
function reportWildcards(fields, line, report) {
    const wild = WITH_WILDCARDS.filter((name) => isPattern(fields[name]?.text ?? ""));
    if (wild.length > 0 && fields["expires"] === undefined) {
        report(line, `an entry with * in ${wild.join(" and ")} needs expires`, "State its last day, as YYYY-MM-DD.");
    }
    const exactPackage = fields["package"] !== undefined && !isPattern(fields["package"].text);
    if (wild.includes("id") && !exactPackage) {
        report(line, "an entry with * in its id needs a package without one", "Name the package, so that nothing else is excluded.");
    }
}
function reportDuplicates(exceptions, report) {
    const seen = new Map();
    for (const { id, package: name, version, platform, line } of exceptions) {
        const key = JSON.stringify([id.toLowerCase(), name, version, platform]);
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, line);
        else
            report(line, `the entry for ${JSON.stringify(id)} is the same as that of line ${first}`, "Remove one of them.");
    }
}
function reportTooMany(exceptions, report) {
    const wild = exceptions.filter((exception) => WITH_WILDCARDS.some((name) => isPattern(exception[name] ?? "")));
    const over = wild[MAX_WILDCARDS];
    if (over !== undefined)
        report(over.line, `more than ${MAX_WILDCARDS} entries have a *`, "Name the vulnerabilities instead.");
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/multimap.ts
function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
function inner(map, key) {
    const found = map.get(key) ?? new Map();
    map.set(key, found);
    return found;
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/exception-index.ts


function indexExceptions(exceptions) {
    const exact = new Map();
    const byId = new Map();
    const byPackage = new Map();
    for (const exception of exceptions) {
        const { id, package: name = "", version = "" } = exception;
        if (isPattern(id))
            push(byPackage, name, exception);
        else if (isPattern(name) || isPattern(version))
            push(byId, id.toLowerCase(), exception);
        else
            push(inner(exact, id.toLowerCase()), keyOf(exception.package, exception.version), exception);
    }
    return {
        find: (finding, name) => {
            const { package: packageName, version } = finding;
            const id = name.toLowerCase();
            const ofId = exact.get(id);
            const keys = ofId === undefined
                ? []
                : [
                    keyOf(packageName, version),
                    keyOf(packageName, undefined),
                    keyOf(undefined, version),
                    keyOf(undefined, undefined),
                ];
            const found = keys.flatMap((key) => ofId?.get(key) ?? []);
            const wild = [...(byId.get(id) ?? []), ...(byPackage.get(packageName) ?? [])];
            return [...found, ...wild.filter((exception) => names(exception, finding, name))];
        },
    };
}
function holdsOn(platform, exception) {
    return exception.platform === undefined || (platform !== undefined && matchesPattern(exception.platform, platform));
}
function names(exception, finding, name) {
    return (matchesPattern(exception.id.toLowerCase(), name.toLowerCase()) &&
        (exception.package === undefined || matchesPattern(exception.package, finding.package)) &&
        (exception.version === undefined || matchesPattern(exception.version, finding.version)));
}
function keyOf(packageName, version) {
    return JSON.stringify([packageName ?? null, version ?? null]);
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/policy.ts

const LIMITED = ["critical", "high", "medium", "low"];
function limitOf(severity, { failOn, maximum }) {
    const given = maximum[severity];
    if (given !== undefined)
        return given >= 0 ? given : 0;
    return failOn !== "none" && rank(severity) <= rank(failOn) ? 0 : Infinity;
}
function violationsOf(counted, policy) {
    const gated = policy.onlyFixed ? counted.filter(({ fixedIn }) => fixedIn !== undefined) : counted;
    const found = countBySeverity(gated);
    const { onUnknown } = policy;
    const violations = [];
    for (const severity of LIMITED) {
        const unknown = onUnknown === severity ? found.unknown : 0;
        const allowed = limitOf(severity, policy);
        if (found[severity] + unknown > allowed)
            violations.push(violation(severity, found[severity] + unknown, allowed, unknown, policy));
    }
    if (onUnknown === "refuse") {
        const allowed = Math.max(0, limitOf("critical", policy) - found.critical);
        if (found.unknown > allowed)
            violations.push(violation("unknown", found.unknown, allowed, 0, policy));
    }
    return violations;
}
function toleratesUnknown(policy) {
    if (policy.onUnknown === "warn")
        return true;
    return limitOf(policy.onUnknown === "refuse" ? "critical" : policy.onUnknown, policy) === Infinity;
}
function countBySeverity(findings) {
    const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
    for (const { severity } of findings)
        counts[severity] += 1;
    return counts;
}
function violation(severity, found, allowed, unknown, { onlyFixed }) {
    const kind = `${onlyFixed ? "fixable " : ""}${found === 1 ? "finding" : "findings"}`;
    const counted = unknown === 0 ? "" : ` (${unknown} of unknown severity among them)`;
    return {
        severity,
        found,
        allowed,
        what: `${found} ${kind} of ${severity} severity${counted}, ${allowed === 0 ? "none" : `at most ${allowed}`} allowed`,
    };
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/judge-warnings.ts



const SOON_DAYS = 14;
function warningsOf(traces, { counted, policy, exceptions, vex, now }) {
    const warnings = exceptions.flatMap((exception) => exceptionWarning(exception, traces, now) ?? []);
    for (const document of vex) {
        if (!traces.concerned.has(document))
            warnings.push(`${document.file}: no statement in it is about this image`);
        else if (!traces.matched.has(document))
            warnings.push(`${document.file}: no statement in it matches a finding`);
    }
    const unknown = counted.filter(({ severity }) => severity === "unknown").length;
    if (unknown > 0 && toleratesUnknown(policy)) {
        warnings.push(`${unknown} ${unknown === 1 ? "finding" : "findings"} of unknown severity ${unknown === 1 ? "is" : "are"} tolerated by the policy`);
    }
    return warnings;
}
function exceptionWarning(exception, traces, now) {
    const { expires } = exception;
    const subject = `${placeOf(exception)}: the exception for ${judge_warnings_short(exception.id)}`;
    if (expires !== undefined && traces.expired.has(exception)) {
        const finding = traces.enforced.get(exception);
        const effect = finding === undefined
            ? "and matches nothing; remove it"
            : `and is no longer applied: ${describe(finding)} counts`;
        return `${subject} expired on ${expires} ${effect}`;
    }
    if (traces.used.has(exception)) {
        if (expires === undefined || (0,dates/* endOf */.pJ)(expires) - dates/* DAY_MS */.sO - now > SOON_DAYS * dates/* DAY_MS */.sO)
            return undefined;
        return `${subject} expires on ${expires}`;
    }
    const finding = traces.partial.get(exception);
    if (finding === undefined)
        return `${subject} matches nothing; remove it`;
    return `${subject} excludes nothing: ${describe(finding)} covers more than that and counts`;
}
function placeOf({ file, line }) {
    return file === undefined ? `line ${line}` : `${file}:${line}`;
}
function describe(finding) {
    return `${judge_warnings_short(finding.id)} in ${judge_warnings_short(finding.package)}`;
}
function judge_warnings_short(text) {
    return (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text), 100);
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/purl.ts
const TYPE = /^[A-Za-z][A-Za-z0-9.-]*$/;
const QUALIFIER = /^[A-Za-z][A-Za-z0-9._-]*$/;
function parsePurl(text) {
    if (!/^pkg:/i.test(text))
        return undefined;
    const [beforeFragment = "", ...fragments] = text.slice("pkg:".length).split("#");
    const question = beforeFragment.indexOf("?");
    const path = question === -1 ? beforeFragment : beforeFragment.slice(0, question);
    const at = path.lastIndexOf("@");
    const hasVersion = at > path.lastIndexOf("/");
    const [type = "", ...rest] = (hasVersion ? path.slice(0, at) : path).split("/").filter((segment) => segment !== "");
    const segments = decodeAll(rest);
    const version = hasVersion ? decodeAll([path.slice(at + 1)]) : [];
    const qualifiers = readQualifiers(question === -1 ? "" : beforeFragment.slice(question + 1));
    if (!TYPE.test(type) || segments === undefined || version === undefined || qualifiers === undefined)
        return undefined;
    const name = segments.at(-1);
    if (name === undefined)
        return undefined;
    return {
        type: type.toLowerCase(),
        namespace: segments.slice(0, -1).join("/"),
        name,
        version: version[0] || undefined,
        qualifiers,
        subpath: fragments
            .join("#")
            .split("/")
            .filter((segment) => segment !== "")
            .join("/"),
    };
}
function readQualifiers(text) {
    const qualifiers = new Map();
    for (const pair of text.split("&").filter((part) => part !== "")) {
        const equals = pair.indexOf("=");
        const value = decodeAll([pair.slice(equals + 1)]);
        const key = pair.slice(0, Math.max(0, equals)).toLowerCase();
        if (!QUALIFIER.test(key) || value === undefined || qualifiers.has(key))
            return undefined;
        qualifiers.set(key, value[0]);
    }
    return qualifiers;
}
function decodeAll(texts) {
    try {
        return texts.map((text) => decodeURIComponent(text));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/reference.ts
function splitReference(reference) {
    const [name = ""] = reference.split("@", 1);
    const colon = name.lastIndexOf(":");
    if (colon <= name.lastIndexOf("/"))
        return { repository: name, tag: undefined };
    return { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/vex-scope.ts


function scopeOfProduct({ names, digest }, image) {
    const scopes = [];
    for (const name of new Set(names)) {
        const purl = parsePurl(name);
        if (purl !== undefined)
            scopes.push(scopeOfPurl(purl, image));
        else if (!name.includes("://"))
            scopes.push(scopeOfReference(name, image));
    }
    if (digest !== undefined)
        scopes.push(scopeOfDigest(digest, image));
    return scopes.length === 0 ? undefined : scopes.reduce(both);
}
function both(a, b) {
    if (a === undefined || b === undefined)
        return undefined;
    if (a === "all")
        return b;
    return b === "all" ? a : (platform) => a(platform) && b(platform);
}
function includesPlatform(scope, platform) {
    return scope === "all" || scope(platform);
}
function scopeOfSubcomponent({ names }) {
    const purl = names.map(parsePurl).findLast((one) => one !== undefined);
    if (purl === undefined)
        return names.length === 0 ? undefined : { packages: [names.at(-1)], versions: [""], scope: "all" };
    if (purl.subpath !== "")
        return undefined;
    const { version, qualifiers } = purl;
    const epoch = qualifiers.get("epoch");
    const versions = version === undefined
        ? [""]
        : epoch === undefined
            ? [version]
            : [`${epoch}:${version}`, ...(epoch === "0" ? [version] : [])];
    return { packages: packageNames(purl), versions, scope: scopeOfArchitecture(qualifiers) };
}
const DISTRIBUTION_TYPES = new Set(["alpm", "apk", "deb", "rpm"]);
function packageNames({ type, namespace, name }) {
    if (namespace === "" || DISTRIBUTION_TYPES.has(type))
        return [name];
    return type === "maven" ? [`${namespace}:${name}`] : [`${namespace}/${name}`];
}
const OCI_QUALIFIERS = new Set(["arch", "os", "repository_url", "tag", "mediatype"]);
function scopeOfPurl(purl, image) {
    if ((purl.type !== "oci" && purl.type !== "docker") || purl.subpath !== "")
        return undefined;
    const { version, qualifiers } = purl;
    const path = [purl.namespace, purl.name]
        .filter((part) => part !== "")
        .join("/")
        .toLowerCase();
    const { repository, tag } = splitReference(image.name);
    const url = qualifiers.get("repository_url")?.replace(/^https?:\/\//i, "");
    if ([...qualifiers.keys()].some((key) => !OCI_QUALIFIERS.has(key)))
        return undefined;
    const named = repository.toLowerCase();
    if (url === undefined
        ? named !== path && !named.endsWith(`/${path}`)
        : url.toLowerCase() !== named && `${url.toLowerCase()}/${path}` !== named)
        return undefined;
    if (url !== undefined && named !== path && !named.endsWith(`/${path}`))
        return undefined;
    const narrowed = scopeOfArchitecture(qualifiers);
    if (version !== undefined)
        return both(scopeOfDigest(version, image), narrowed);
    const otherTag = qualifiers.has("tag") && qualifiers.get("tag") !== tag;
    return otherTag || (url === undefined && named !== path) ? undefined : narrowed;
}
function scopeOfReference(text, image) {
    if (text === image.name)
        return "all";
    if (/^sha256:[0-9a-f]{64}$/i.test(text))
        return scopeOfDigest(text, image);
    const at = text.indexOf("@");
    const own = splitReference(image.name).repository;
    if (at === -1)
        return text === own ? "all" : undefined;
    return splitReference(text.slice(0, at)).repository === own ? scopeOfDigest(text.slice(at + 1), image) : undefined;
}
function scopeOfDigest(digest, { digest: whole, platformDigests }) {
    const wanted = digest.toLowerCase();
    if (wanted === whole.toLowerCase())
        return "all";
    const platforms = new Set(Object.keys(platformDigests).filter((platform) => platformDigests[platform].toLowerCase() === wanted));
    return platforms.size === 0 ? undefined : (platform) => platforms.has(platform);
}
const ARCHITECTURES = {
    x86_64: "amd64",
    aarch64: "arm64",
    armv7: "arm",
    armhf: "arm",
    armv7hl: "arm",
    i386: "386",
    i686: "386",
    x86: "386",
    ppc64el: "ppc64le",
};
const ANY_ARCHITECTURE = new Set(["all", "any", "noarch", "source", "src"]);
function scopeOfArchitecture(qualifiers) {
    const arch = qualifiers.get("arch")?.toLowerCase();
    const os = qualifiers.get("os")?.toLowerCase();
    const wanted = arch === undefined || ANY_ARCHITECTURE.has(arch)
        ? undefined
        : Object.hasOwn(ARCHITECTURES, arch)
            ? ARCHITECTURES[arch]
            : arch;
    if (wanted === undefined && os === undefined)
        return "all";
    return (platform) => {
        const [itsOs, itsArch] = platform.toLowerCase().split("/");
        return (wanted === undefined || itsArch === wanted) && (os === undefined || itsOs === os);
    };
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/vex-index.ts


function indexVex(documents, image) {
    const entries = new Map();
    const concerned = new Set();
    for (const document of documents) {
        for (const statement of document.statements) {
            for (const { packages, versions, scope } of scopesOf(statement, image)) {
                concerned.add(document);
                for (const name of new Set(statement.vulnerabilities.map((one) => one.toLowerCase()))) {
                    const ofName = inner(entries, name);
                    for (const one of packages)
                        for (const version of versions)
                            push(ofName, vex_index_keyOf(one, version), { document, statement, scope });
                }
            }
        }
    }
    return {
        concerned,
        find: (finding, name) => {
            const ofName = entries.get(name.toLowerCase());
            if (ofName === undefined)
                return [];
            const keys = new Set([vex_index_keyOf(finding.package, finding.version), vex_index_keyOf(finding.package, ""), vex_index_keyOf("", "")]);
            return [...keys].flatMap((key) => ofName.get(key) ?? []);
        },
    };
}
function newestOn(platform, entries) {
    let newest;
    for (const entry of entries) {
        if (!includesPlatform(entry.scope, platform))
            continue;
        const later = newest === undefined ? 1 : entry.statement.time - newest.statement.time;
        if (later > 0 || (later === 0 && !suppresses(entry)))
            newest = entry;
    }
    return newest;
}
function suppresses({ statement: { status } }) {
    return status === "not_affected" || status === "fixed";
}
function scopesOf({ products }, image) {
    return products.flatMap((product) => {
        const scope = scopeOfProduct(product, image);
        if (scope === undefined)
            return [];
        if (product.subcomponents.length === 0)
            return [{ packages: [""], versions: [""], scope }];
        return product.subcomponents.flatMap((part) => {
            const inner = scopeOfSubcomponent(part);
            const narrowed = inner && both(scope, inner.scope);
            return inner === undefined || narrowed === undefined ? [] : [{ ...inner, scope: narrowed }];
        });
    });
}
function vex_index_keyOf(packageName, version) {
    return JSON.stringify([packageName.toLowerCase(), version]);
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/judge.ts






function judge(findings, policy, options) {
    const { exceptions, vex, image, now } = options;
    const exceptionIndex = indexExceptions(exceptions);
    const vexIndex = indexVex(vex, image);
    const expired = new Set(exceptions.filter((exception) => (0,dates/* hasExpired */.oN)(exception.expires, now)));
    const traces = {
        expired,
        used: new Set(),
        partial: new Map(),
        enforced: new Map(),
        concerned: vexIndex.concerned,
        matched: new Set(),
    };
    const isPlain = exceptions.length === 0 && vexIndex.concerned.size === 0;
    const counted = isPlain ? [...findings] : [];
    const ignored = [];
    for (const finding of isPlain ? [] : findings) {
        const evidence = [finding.id, ...finding.aliases].map((name) => ({
            name,
            exceptions: exceptionIndex.find(finding, name),
            vex: vexIndex.find(finding, name),
        }));
        if (evidence.every((one) => one.exceptions.length === 0 && one.vex.length === 0))
            counted.push(finding);
        else
            split(finding, evidence, traces, counted, ignored);
    }
    return {
        counts: countBySeverity(counted),
        fixable: counted.filter(({ fixedIn }) => fixedIn !== undefined).length,
        ignored,
        counted,
        violations: violationsOf(counted, policy),
        warnings: warningsOf(traces, { counted, policy, exceptions, vex, now }),
    };
}
function split(finding, evidence, traces, counted, ignored) {
    const counting = [];
    const byCause = new Map();
    const platforms = finding.platforms.length === 0 ? [undefined] : finding.platforms;
    for (const platform of platforms) {
        const cause = causeOn(platform, finding, evidence, traces);
        const list = cause === undefined ? counting : groupOf(byCause, cause);
        list.push(platform ?? "");
    }
    const on = (some) => some.length === platforms.length ? finding : { ...finding, platforms: some };
    if (counting.length > 0)
        counted.push(on(counting));
    for (const { cause, platforms: some } of byCause.values())
        ignored.push({ finding: on(some), ...cause });
}
function groupOf(byCause, cause) {
    const key = JSON.stringify(cause);
    const group = byCause.get(key) ?? { cause, platforms: [] };
    byCause.set(key, group);
    return group.platforms;
}
function causeOn(platform, finding, evidence, traces) {
    const holding = [];
    const causes = new Map();
    for (const { name, vex } of suppressing(platform, evidence, traces))
        causes.set(name, vexCause(vex));
    for (const { name, exceptions } of evidence) {
        for (const exception of exceptions) {
            if (!holdsOn(platform, exception))
                continue;
            if (traces.expired.has(exception)) {
                if (!traces.enforced.has(exception))
                    traces.enforced.set(exception, finding);
                continue;
            }
            holding.push(exception);
            if (causes.get(name)?.by !== "exception")
                causes.set(name, exceptionCause(exception));
        }
    }
    const names = namesToCover(finding, causes);
    for (const exception of holding) {
        if (names !== undefined)
            traces.used.add(exception);
        else if (!traces.partial.has(exception))
            traces.partial.set(exception, finding);
    }
    return names === undefined ? undefined : combine(names.map((name) => causes.get(name)));
}
function suppressing(platform, evidence, traces) {
    const newest = [];
    for (const { name, vex } of evidence) {
        for (const { document } of vex)
            traces.matched.add(document);
        const entry = newestOn(platform ?? "", vex);
        if (entry !== undefined)
            newest.push({ name, vex: entry });
    }
    const denied = newest
        .filter(({ vex }) => !suppresses(vex))
        .reduce((latest, { vex }) => Math.max(latest, vex.statement.time), -Infinity);
    return newest.filter(({ vex }) => suppresses(vex) && vex.statement.time > denied);
}
function namesToCover({ id, aliases }, causes) {
    if (causes.has(id))
        return [id];
    const names = [id, ...aliases];
    const cves = names.filter(isCve);
    const advisories = aliases.filter((alias) => !isCve(alias));
    if (cves.length > 0 && cves.every((cve) => causes.has(cve)))
        return cves;
    return cves.length <= 1 && advisories.length > 0 && advisories.every((alias) => causes.has(alias))
        ? advisories
        : undefined;
}
function exceptionCause({ reason, expires, file, line }) {
    return {
        by: "exception",
        reason,
        ...(expires === undefined ? {} : { expires }),
        source: file === undefined ? `line ${line}` : `${file}:${line}`,
    };
}
function vexCause({ document, statement }) {
    return {
        by: "vex",
        reason: statement.reason === "" ? statement.status : `${statement.status}: ${statement.reason}`,
        source: document.file,
    };
}
function combine(causes) {
    const expires = causes.flatMap((cause) => cause.expires ?? []).sort()[0];
    const distinct = (texts) => [...new Set(texts)].join("; ");
    return {
        by: causes.some(({ by }) => by === "exception") ? "exception" : "vex",
        reason: distinct(causes.map(({ reason }) => reason)),
        ...(expires === undefined ? {} : { expires }),
        source: distinct(causes.map(({ source }) => source)),
    };
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/merge.ts

function mergeFindings(perPlatform) {
    const merged = new Map();
    for (const findings of perPlatform) {
        for (const finding of findings) {
            const key = JSON.stringify([finding.id, finding.package, finding.version]);
            const draft = merged.get(key);
            if (draft === undefined)
                merged.set(key, { finding });
            else
                add(draft, finding);
        }
    }
    return [...merged.values()].map(finish).sort(compareFindings);
}
function add(draft, other) {
    const finding = draft.finding;
    draft.sources ??= { aliases: new Set(finding.aliases), platforms: new Set(finding.platforms) };
    for (const alias of other.aliases)
        draft.sources.aliases.add(alias);
    for (const platform of other.platforms)
        draft.sources.platforms.add(platform);
    const rated = ordered(rank(finding.severity) - rank(other.severity) || compareText(finding.reported, other.reported), finding, other);
    const scored = ordered((other.score ?? -1) - (finding.score ?? -1) || compareOptional(finding.vector, other.vector), finding, other);
    const fixedIn = least(finding.fixedIn, other.fixedIn);
    const url = least(finding.url, other.url);
    draft.finding = {
        id: finding.id,
        aliases: finding.aliases,
        package: finding.package,
        version: finding.version,
        severity: rated.severity,
        reported: rated.reported,
        title: compareText(finding.title, other.title) <= 0 ? finding.title : other.title,
        ...(fixedIn === undefined ? {} : { fixedIn }),
        ...(url === undefined ? {} : { url }),
        ...(scored.score === undefined ? {} : { score: scored.score }),
        ...(scored.vector === undefined ? {} : { vector: scored.vector }),
        platforms: finding.platforms,
    };
}
function finish({ finding, sources }) {
    if (sources === undefined && finding.aliases.length < 2 && finding.platforms.length < 2)
        return finding;
    const { aliases, platforms } = sources ?? {
        aliases: new Set(finding.aliases),
        platforms: new Set(finding.platforms),
    };
    return { ...finding, aliases: [...aliases].sort(compareText), platforms: [...platforms].sort(compareText) };
}
function ordered(order, finding, other) {
    return order <= 0 ? finding : other;
}
function least(a, b) {
    return compareOptional(a, b) <= 0 ? a : b;
}
function compareOptional(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    return compareText(a, b);
}

// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/vulnerabilities/openvex.ts



async function parseOpenVex(source, file) {
    const { statements = [], problems } = await readDocument(source, file);
    return { document: { file, statements: problems.length > 0 ? [] : statements }, problems };
}
async function readDocument(source, file) {
    let value;
    try {
        value = (0,http.parseJson)(source.startsWith("\uFEFF") ? source.slice(1) : source);
    }
    catch (error) {
        if (!(error instanceof http.JsonError))
            throw error;
        const line = source.slice(0, error.offset).split("\n").length;
        return { problems: [{ what: error.message, remedy: "Correct the JSON.", file, line }] };
    }
    const schema = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(5304)]).then(__webpack_require__.bind(__webpack_require__, 5304));
    const parsed = schema.OpenVexDocument.safeParse(value);
    if (!parsed.success) {
        const remedies = remediesOf(schema);
        return {
            problems: parsed.error.issues.map(({ path, message }) => ({
                what: `${(0,packages_text/* pathText */.LF)(path)} ${message}`.trim(),
                remedy: remedies.get(fieldOf(path)) ?? "Correct the statement.",
                file,
            })),
        };
    }
    const { timestamp, statements } = parsed.data;
    const untimed = statements.flatMap((statement, index) => timeOf(statement, timestamp) === undefined ? `statements[${index}]` : []);
    return {
        statements: statements.map((statement) => statementOf(statement, timestamp)),
        problems: untimed.map((place) => ({
            what: `${place} has no timestamp, nor has the document`,
            remedy: "State when it was known to be true.",
            file,
        })),
    };
}
function fieldOf(path) {
    const last = path.at(-1) ?? "";
    return typeof last === "number" ? `${String(path.at(-2))}[]` : String(last);
}
function remediesOf(schema) {
    const one = (words) => `It must be one of ${words.join(", ")}.`;
    const about = "State what the statement is about.";
    const time = "Write it as in RFC 3339, such as 2026-01-31T12:00:00Z.";
    return new Map([
        ["", "Use an OpenVEX document."],
        ["@context", one(schema.CONTEXTS)],
        ["statements", "List at least one statement."],
        ["statements[]", "Correct the statement; not_affected needs a reason."],
        ["vulnerability", `Write "vulnerability": {"name": "CVE-…"}.`],
        ["name", `Write "vulnerability": {"name": "CVE-…"}.`],
        ["products", "State which image the statement is about."],
        ["products[]", about],
        ["subcomponents", about],
        ["subcomponents[]", about],
        ["@id", about],
        ["purl", about],
        ["sha-256", about],
        ["status", one(schema.STATUSES)],
        ["justification", one(schema.JUSTIFICATIONS)],
        ["timestamp", time],
        ["last_updated", time],
    ]);
}
function timeOf({ last_updated: updated, timestamp }, inherited) {
    const time = updated ?? timestamp ?? inherited;
    return time === undefined ? undefined : (0,dates/* readInstant */.Wr)(time);
}
function statementOf(statement, inherited) {
    const { vulnerability, products, status, justification, impact_statement: impact = "", status_notes: notes, } = statement;
    const names = [vulnerability.name, ...(vulnerability.aliases ?? [])].map((name) => name.trim());
    return {
        vulnerabilities: names.filter((name) => name !== ""),
        products: products.map(productOf),
        status,
        reason: impact.trim() === "" ? (justification ?? notes ?? "") : impact,
        time: timeOf(statement, inherited) ?? 0,
    };
}
function productOf(product) {
    return { ...componentOf(product), subcomponents: (product.subcomponents ?? []).map(componentOf) };
}
function componentOf({ "@id": id = "", identifiers, hashes }) {
    const sha256 = hashes?.["sha-256"];
    return {
        names: [id, identifiers?.purl ?? ""].filter((name) => name !== ""),
        ...(sha256 !== undefined && { digest: `sha256:${sha256.toLowerCase()}` }),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/report/sarif/index.ts + 2 modules
var sarif = __webpack_require__(6886);
;// CONCATENATED MODULE: ./packages/vulnerabilities/sarif.ts





const LEVELS = {
    critical: "error",
    high: "error",
    medium: "warning",
    unknown: "warning",
    low: "note",
    negligible: "note",
};
const BAND_SCORES = {
    critical: "9.5",
    high: "8.0",
    medium: "5.5",
    unknown: "5.5",
    low: "2.0",
    negligible: "0.1",
};
const MAX_ID = 255;
const sarif_MAX_TEXT = 1000;
function sarifText({ tool, images }) {
    const rules = new Map();
    return (0,sarif/* sarifDocument */.XE)({ tool, results: resultsOf(images, rules), rules: () => rulesOf(rules) });
}
function* resultsOf(images, rules) {
    for (const { name, digest, judgement } of images) {
        const seen = new Map();
        const { repository } = splitReference(name);
        const uri = (0,sarif/* artifactUri */.PC)(repository) || "image";
        const one = (finding, ignored) => {
            const fingerprint = fingerprintOf(repository, finding);
            const count = (seen.get(fingerprint) ?? 0) + 1;
            seen.set(fingerprint, count);
            return {
                ...resultOf(finding, ruleFor(rules, finding), uri, digest, ignored),
                partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${count}` },
            };
        };
        for (const finding of judgement.counted)
            yield one(finding, undefined);
        for (const entry of judgement.ignored)
            yield one(entry.finding, entry);
    }
}
function* rulesOf(rules) {
    for (const rule of rules.values())
        yield ruleOf(rule);
}
function ruleFor(rules, finding) {
    const id = (0,sarif/* inertSarif */.Ub)(finding.id, MAX_ID) || "(unnamed)";
    const rule = rules.get(id);
    if (rule === undefined) {
        const added = { id, index: rules.size, worst: finding };
        rules.set(id, added);
        return added;
    }
    if (rank(finding.severity) < rank(rule.worst.severity))
        rule.worst = finding;
    return rule;
}
function ruleOf({ id, worst }) {
    const title = (0,sarif/* inertSarif */.Ub)(worst.title, sarif_MAX_TEXT) || id;
    const lines = [
        title,
        `Severity: ${worst.severity}${worst.reported === "" ? "" : ` (reported as ${(0,sarif/* inertSarif */.Ub)(worst.reported, 100)})`}`,
    ];
    if (worst.score !== undefined)
        lines.push(`CVSS v3: ${worst.score}${worst.vector === undefined ? "" : ` (${(0,sarif/* inertSarif */.Ub)(worst.vector, 200)})`}`);
    if (worst.aliases.length > 0)
        lines.push(`Also: ${(0,sarif/* inertSarif */.Ub)(worst.aliases.join(", "), sarif_MAX_TEXT)}`);
    if (worst.url !== undefined)
        lines.push((0,sarif/* inertSarif */.Ub)(worst.url, 2 * sarif_MAX_TEXT));
    return {
        id,
        shortDescription: { text: title },
        fullDescription: { text: title },
        ...(worst.url === undefined ? {} : { helpUri: worst.url }),
        help: { text: lines.join("\n") },
        defaultConfiguration: { level: LEVELS[worst.severity] },
        properties: {
            "security-severity": securitySeverity(worst),
            precision: "very-high",
            tags: ["security", "vulnerability", worst.severity],
        },
    };
}
function resultOf(finding, rule, uri, digest, ignored) {
    const { severity, reported, fixedIn, platforms } = finding;
    const name = (0,sarif/* inertSarif */.Ub)(finding.package, MAX_ID);
    const version = (0,sarif/* inertSarif */.Ub)(finding.version, MAX_ID);
    return {
        ruleId: rule.id,
        ruleIndex: rule.index,
        level: LEVELS[severity],
        message: { text: messageOf(finding, rule.id) },
        locations: [
            {
                physicalLocation: (0,sarif/* physicalLocation */.bE)(uri, { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }),
                logicalLocations: [{ name, fullyQualifiedName: version === "" ? name : `${name}@${version}`, kind: "module" }],
            },
        ],
        suppressions: ignored === undefined ? [] : [suppressionOf(ignored)],
        properties: {
            severity,
            reported,
            package: finding.package,
            version: finding.version,
            ...(fixedIn === undefined ? {} : { fixedIn }),
            platforms,
            digest,
        },
    };
}
function suppressionOf({ by, reason, expires, source }) {
    return {
        kind: "external",
        status: "accepted",
        justification: (0,sarif/* inertSarif */.Ub)(reason, sarif_MAX_TEXT),
        properties: { by, source, ...(expires === undefined ? {} : { expires }) },
    };
}
function messageOf({ package: name, version, severity, fixedIn, platforms, title }, id) {
    const where = `${(0,sarif/* inertSarif */.Ub)(name, 200)}${version === "" ? "" : ` ${(0,sarif/* inertSarif */.Ub)(version, 200)}`}`;
    const fix = fixedIn === undefined ? "no fix is known" : `fixed in ${(0,sarif/* inertSarif */.Ub)(fixedIn, 200)}`;
    const on = platforms.length === 0 ? "" : ` on ${(0,sarif/* inertSarif */.Ub)(platforms.join(", "), 500)}`;
    return `${id} (${severity}) in ${where}${on}: ${fix}. ${(0,sarif/* inertSarif */.Ub)(title, sarif_MAX_TEXT)}`.trim();
}
function securitySeverity({ severity, score }) {
    return score !== undefined && ratingOf(score) === severity && severity !== "unknown"
        ? score.toFixed(1)
        : BAND_SCORES[severity];
}
function fingerprintOf(image, finding) {
    return (0,external_node_crypto_.hash)("sha256", JSON.stringify([image, finding.id, finding.package, finding.version]), "hex").slice(0, 32);
}

;// CONCATENATED MODULE: ./packages/vulnerabilities/index.ts










/***/ })

};
;