"use strict";
exports.id = 348;
exports.ids = [348,2914];
exports.modules = {

/***/ 2914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findComponent: () => (/* reexport */ findComponent),
  findEnvironment: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  readTargets: () => (/* reexport */ readTargets),
  readYaml: () => (/* reexport */ readYaml),
  readYamlAs: () => (/* reexport */ readYamlAs)
});

// EXTERNAL MODULE: ./packages/action-types/index.ts + 10 modules
var action_types = __webpack_require__(7928);
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
        throw (0,action_types/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(host) {
    const found = PLACES.filter((place) => (0,files/* isThere */.$B)(host, place));
    if (found.length > 1)
        throw (0,action_types/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
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
    throw (0,action_types/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action_types/* invalid */.Gq)(`${input} is no list of targets`, { remedy, problems: problems.map((problem) => ({ ...problem, input })) });
}

;// CONCATENATED MODULE: ./packages/config/yaml.ts
async function readYaml(source, file) {
    const { openYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8328)]).then(__webpack_require__.bind(__webpack_require__, 8328));
    return openYaml(source, file);
}
async function readYamlAs(schema, source, file) {
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8395), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { value, problems } = parseYaml(schema, source, file);
    return { value, problems };
}

;// CONCATENATED MODULE: ./packages/config/index.ts





/***/ }),

/***/ 6607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sZ: () => (/* reexport */ DEFAULT_COMPONENT_FORMAT),
  ui: () => (/* reexport */ DEFAULT_FORMAT),
  dz: () => (/* reexport */ SCHEMES),
  Zy: () => (/* reexport */ compareVersions),
  _3: () => (/* reexport */ formatTag),
  eL: () => (/* reexport */ isLatest),
  Ep: () => (/* reexport */ isParsed),
  ED: () => (/* reexport */ parseTag),
  rL: () => (/* reexport */ parseTags),
  ot: () => (/* reexport */ parseVersion),
  W8: () => (/* reexport */ previousTag),
  zW: () => (/* reexport */ readTag),
  y8: () => (/* reexport */ regression),
  eU: () => (/* reexport */ requireVersion),
  r1: () => (/* reexport */ sameVersion),
  p9: () => (/* reexport */ tagNameProblem),
  w8: () => (/* reexport */ tagRules)
});

// UNUSED EXPORTS: SCHEME_EXAMPLES, SCHEME_NAMES, isRegression, versionProblem

// EXTERNAL MODULE: ./packages/action-types/index.ts + 10 modules
var action_types = __webpack_require__(7928);
// EXTERNAL MODULE: ./packages/text/index.ts + 10 modules
var packages_text = __webpack_require__(1312);
;// CONCATENATED MODULE: ./packages/version/scheme.ts
const SCHEMES = ["semver", "pep440", "calver"];
const MAX_VERSION_LENGTH = 256;
function exactNumber(digits) {
    const value = Number(digits);
    return Number.isSafeInteger(value) ? value : undefined;
}
function isDigits(text) {
    return /^[0-9]+$/.test(text);
}
function compareDigits(a, b) {
    return a.length - b.length || compareText(a, b);
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./packages/version/semver.ts

function parseSemVer(text) {
    if (text.length > MAX_VERSION_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
    const [beforeBuild, build] = cut(text, "+");
    const [core, suffix] = cut(beforeBuild, "-");
    const numbers = parseCore(core);
    if (typeof numbers === "string")
        return numbers;
    const identifiers = suffix === undefined ? [] : suffix.split(".");
    const wrong = prereleaseProblem(identifiers) ?? buildProblem(build);
    if (wrong !== undefined)
        return wrong;
    const [major, minor, patch] = numbers;
    const prerelease = identifiers.length > 0;
    return { scheme: "semver", text, major, minor, patch, prerelease, prereleaseId: word(identifiers), build, identifiers };
}
function compareSemVer(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.identifiers, b.identifiers);
}
function cut(text, mark) {
    const at = text.indexOf(mark);
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
function parseCore(core) {
    const parts = core.split(".");
    if (!parts.every(isDigits))
        return "it does not begin with three numbers such as 1.2.3";
    if (parts.length !== 3)
        return `it has ${parts.length} number${parts.length === 1 ? "" : "s"} where SemVer has three, such as 1.2.3`;
    const zero = parts.find(hasLeadingZero);
    if (zero !== undefined)
        return `the number ${zero} has a leading zero`;
    const [major, minor, patch] = parts.map(exactNumber);
    if (major === undefined || minor === undefined || patch === undefined)
        return "a number is larger than 9007199254740991";
    return [major, minor, patch];
}
function prereleaseProblem(identifiers) {
    if (!identifiers.every(isIdentifier))
        return "after - it needs identifiers of letters, digits and hyphens, separated by dots";
    const zero = identifiers.find((identifier) => isDigits(identifier) && hasLeadingZero(identifier));
    return zero === undefined ? undefined : `the prerelease number ${zero} has a leading zero`;
}
function buildProblem(build) {
    if (build === undefined || build.split(".").every(isIdentifier))
        return undefined;
    return "after + it needs identifiers of letters, digits and hyphens, separated by dots";
}
function isIdentifier(text) {
    return /^[0-9A-Za-z-]+$/.test(text);
}
function hasLeadingZero(digits) {
    return digits.length > 1 && digits.startsWith("0");
}
function word([first]) {
    return first === undefined ? undefined : /^[A-Za-z]+/.exec(first)?.[0];
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    const shared = Math.min(a.length, b.length);
    for (let index = 0; index < shared; index++) {
        const order = compareIdentifiers(a[index], b[index]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const numeric = isDigits(a);
    if (numeric !== isDigits(b))
        return numeric ? -1 : 1;
    return numeric ? compareDigits(a, b) : compareText(a, b);
}

;// CONCATENATED MODULE: ./packages/version/calver.ts



function parseCalVer(text) {
    if (text.length > MAX_VERSION_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
    const end = text.search(/[-+]/);
    const parts = (end < 0 ? text : text.slice(0, end)).split(".");
    if (parts.length < 2 || parts.length > 4)
        return "it is not of the form YYYY.MM, YYYY.MM.DD or YYYY.MM.DD.MICRO";
    const [yearText = "", monthText = "", ...restTexts] = parts;
    if (!/^(?:[12][0-9]{3}|[0-9]{2})$/.test(yearText))
        return `it does not begin with a year such as 2025 or 25, but with "${(0,packages_text/* shorten */.ml)(yearText, 20)}"`;
    if (!/^(?:0?[1-9]|1[0-2])$/.test(monthText))
        return `"${(0,packages_text/* shorten */.ml)(monthText, 20)}" is not a month from 1 to 12`;
    const rest = restTexts.map((digits) => (/^(?:0[0-9]|0|[1-9][0-9]*)$/.test(digits) ? exactNumber(digits) : undefined));
    if (rest.includes(undefined))
        return "after the month it needs a day or a counter, with at most one leading zero";
    const modifier = parseSemVer(`0.0.0${end < 0 ? "" : text.slice(end)}`);
    if (typeof modifier === "string")
        return modifier;
    const written = Number(yearText);
    return {
        scheme: "calver",
        text,
        major: written,
        minor: Number(monthText),
        patch: rest[0] ?? 0,
        prerelease: modifier.prerelease,
        prereleaseId: modifier.prereleaseId,
        build: modifier.build,
        year: yearText.length === 2 ? 2000 + written : written,
        month: Number(monthText),
        rest: rest,
        modifier,
    };
}
function compareCalVer(a, b) {
    return (a.year - b.year ||
        a.month - b.month ||
        (a.rest[0] ?? 0) - (b.rest[0] ?? 0) ||
        (a.rest[1] ?? 0) - (b.rest[1] ?? 0) ||
        compareSemVer(a.modifier, b.modifier));
}

;// CONCATENATED MODULE: ./packages/version/pep440.ts


const EPOCH = /^([0-9]+)!/;
const RELEASE = /^[0-9]+(?:\.[0-9]+)*/;
const PRE = /^[._-]?(alpha|beta|preview|pre|rc|a|b|c)(?:[._-]?([0-9]+))?/;
const POST = /^(?:-([0-9]+)|[._-]?(?:post|rev|r)(?:[._-]?([0-9]+))?)/;
const DEV = /^[._-]?dev(?:[._-]?([0-9]+))?/;
const LOCAL = /^\+([a-z0-9]+(?:[._-][a-z0-9]+)*)/;
const PHASES = new Map([
    ["a", "a"],
    ["alpha", "a"],
    ["b", "b"],
    ["beta", "b"],
    ["c", "rc"],
    ["rc", "rc"],
    ["pre", "rc"],
    ["preview", "rc"],
]);
function parsePep440(text) {
    if (text.length > MAX_VERSION_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
    if (/[^!-~]/.test(text))
        return "it has characters that are not printable ASCII";
    let rest = text.toLowerCase();
    const take = (part) => {
        const found = part.exec(rest);
        if (found !== null)
            rest = rest.slice(found[0].length);
        return found;
    };
    const epoch = exactNumber(take(EPOCH)?.[1] ?? "0");
    const release = take(RELEASE)?.[0].split(".").map(exactNumber);
    if (release === undefined)
        return "it does not begin with numbers separated by dots";
    const pre = take(PRE);
    const post = take(POST);
    const dev = take(DEV);
    const local = take(LOCAL)?.[1]?.split(/[._-]/) ?? [];
    if (rest !== "")
        return `${(0,packages_text/* quote */.hD)(rest, 40)} is none of aN, bN, rcN, .postN, .devN and +local, in this order`;
    const phase = PHASES.get(pre?.[1] ?? "");
    const numbers = {
        pre: pre === null ? undefined : exactNumber(pre[2] ?? "0"),
        post: post === null ? undefined : exactNumber(post[1] ?? post[2] ?? "0"),
        dev: dev === null ? undefined : exactNumber(dev[1] ?? "0"),
    };
    const inexact = [epoch, ...release].includes(undefined) || (pre && numbers.pre === undefined) || (post && numbers.post === undefined);
    if (epoch === undefined || inexact === true || (dev && numbers.dev === undefined))
        return "a number is larger than 9007199254740991";
    return complete(text, {
        epoch,
        release: release,
        pre: phase === undefined ? undefined : { phase, number: numbers.pre },
        post: numbers.post,
        dev: numbers.dev,
        local: local.map((segment) => (isDigits(segment) ? segment.replace(/^0+(?=[0-9])/, "") : segment)),
    });
}
function complete(text, parts) {
    const { release, pre, dev, local } = parts;
    return {
        scheme: "pep440",
        text,
        normalized: normalForm(parts),
        major: release[0] ?? 0,
        minor: release[1] ?? 0,
        patch: release[2] ?? 0,
        prerelease: pre !== undefined || dev !== undefined,
        prereleaseId: pre?.phase ?? (dev === undefined ? undefined : "dev"),
        build: local.length === 0 ? undefined : local.join("."),
        ...parts,
    };
}
function normalForm({ epoch, release, pre, post, dev, local }) {
    return [
        epoch === 0 ? "" : `${epoch}!`,
        release.join("."),
        pre === undefined ? "" : `${pre.phase}${pre.number}`,
        post === undefined ? "" : `.post${post}`,
        dev === undefined ? "" : `.dev${dev}`,
        local.length === 0 ? "" : `+${local.join(".")}`,
    ].join("");
}
function comparePep440(a, b) {
    return (a.epoch - b.epoch ||
        compareReleases(a.release, b.release) ||
        phaseRank(a) - phaseRank(b) ||
        (a.pre?.number ?? 0) - (b.pre?.number ?? 0) ||
        (a.post ?? -1) - (b.post ?? -1) ||
        compareDev(a.dev, b.dev) ||
        compareLocals(a.local, b.local));
}
function compareReleases(a, b) {
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
        const order = (a[index] ?? 0) - (b[index] ?? 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
function phaseRank({ pre, post, dev }) {
    if (pre !== undefined)
        return { a: 1, b: 2, rc: 3 }[pre.phase];
    return dev !== undefined && post === undefined ? 0 : 4;
}
function compareDev(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    return a - b;
}
function compareLocals(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let index = 0; index < shared; index++) {
        const order = compareLocalSegments(a[index], b[index]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareLocalSegments(a, b) {
    const numeric = isDigits(a);
    if (numeric !== isDigits(b))
        return numeric ? 1 : -1;
    return numeric ? compareDigits(a, b) : compareText(a, b);
}

;// CONCATENATED MODULE: ./packages/version/version.ts






function parseVersion(text, scheme = "semver") {
    const version = read(text, scheme);
    return typeof version === "string" ? undefined : version;
}
function requireVersion(text, scheme = "semver") {
    const version = read(text, scheme);
    if (typeof version !== "string")
        return version;
    throw (0,action_types/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(text)} is not a ${SCHEME_NAMES[scheme]} version: ${version}`, {
        remedy: `write it like ${SCHEME_EXAMPLES[scheme]}`,
    });
}
function versionProblem(text, scheme = "semver") {
    const version = read(text, scheme);
    return typeof version === "string" ? version : undefined;
}
const SCHEME_NAMES = { semver: "SemVer", pep440: "PEP 440", calver: "CalVer" };
const SCHEME_EXAMPLES = {
    semver: "1.2.3 or 1.2.3-rc.1",
    pep440: "1.2.3 or 1.2.3rc1",
    calver: "2025.01.02 or 2025.1.0-rc.1",
};
function compareVersions(a, b) {
    if (a.scheme === "semver" && b.scheme === "semver")
        return compareSemVer(a, b);
    if (a.scheme === "pep440" && b.scheme === "pep440")
        return comparePep440(a, b);
    if (a.scheme === "calver" && b.scheme === "calver")
        return compareCalVer(a, b);
    throw new TypeError(`a ${a.scheme} version and a ${b.scheme} version have no order`);
}
function sameVersion(a, b, scheme = "semver") {
    return a === b || sameIn(a, b, scheme) || sameIn(a, b, "pep440");
}
function sameIn(a, b, scheme) {
    const first = parseVersion(a, scheme);
    const second = parseVersion(b, scheme);
    return first !== undefined && second !== undefined && compareVersions(first, second) === 0 && first.build === second.build;
}
function read(text, scheme) {
    switch (scheme) {
        case "semver":
            return parseSemVer(text);
        case "pep440":
            return parsePep440(text);
        case "calver":
            return parseCalVer(text);
    }
}

;// CONCATENATED MODULE: ./packages/version/history.ts

function previousTag(tags, of) {
    return highest(lineage(tags, of).filter(({ version }) => compareVersions(version, of.version) < 0 && (of.version.prerelease || !version.prerelease)));
}
function regression(tags, of) {
    const others = lineage(tags, of);
    const top = highest(others);
    if (top === undefined || compareVersions(top.version, of.version) <= 0)
        return undefined;
    const lines = [minorLine, majorLine].map((line) => others.filter(({ version }) => line(version) === line(of.version)));
    const forward = lines.some((line) => line.length > 0 && line.every(({ version }) => compareVersions(version, of.version) <= 0));
    return forward ? undefined : top;
}
function isRegression(tags, of) {
    return regression(tags, of) !== undefined;
}
function isLatest(tags, of) {
    if (of.version.prerelease)
        return false;
    return lineage(tags, of).every(({ version }) => version.prerelease || compareVersions(version, of.version) <= 0);
}
function lineage(tags, of) {
    return tags.filter(({ tag, component }) => component === of.component && tag !== of.tag);
}
function highest(tags) {
    return tags.reduce((top, tag) => (top === undefined || compareVersions(tag.version, top.version) > 0 ? tag : top), undefined);
}
function majorLine(version) {
    switch (version.scheme) {
        case "semver":
            return `${version.major}`;
        case "pep440":
            return `${version.epoch}!${version.major}`;
        case "calver":
            return `${version.year}`;
    }
}
function minorLine(version) {
    return `${majorLine(version)}.${version.minor}`;
}

;// CONCATENATED MODULE: ./packages/version/tag-name.ts
const MAX_TAG_LENGTH = 512;
const FOREIGN = /[^A-Za-z0-9._+@!/-]/u;
function tagNameProblem(tag) {
    if (tag === "")
        return grammar("the tag is empty", "give the name of a tag");
    if (tag.length > MAX_TAG_LENGTH) {
        return grammar(`the tag has ${tag.length} characters, at most ${MAX_TAG_LENGTH} are allowed`, "use a shorter tag");
    }
    const foreign = foreignCharacters(tag);
    if (foreign.length > 0) {
        return grammar(`the tag holds ${foreign.join(", ")}`, "use a tag of ASCII letters, digits and . - _ + / @ only; characters that look like them are others");
    }
    if (tag.startsWith("refs/"))
        return grammar(`"${tag}" is a full ref`, "give the tag's name without refs/tags/");
    if (!isRefName(tag))
        return grammar(`"${tag}" is not a name that git takes for a tag`, "use a tag such as v1.2.3");
    return undefined;
}
function foreignCharacters(text) {
    const found = new Map();
    let position = 0;
    for (const character of text) {
        position++;
        if (FOREIGN.test(character) && !found.has(character))
            found.set(character, describe(character, position));
    }
    const all = [...found.values()];
    return all.length > 5 ? [...all.slice(0, 5), `and ${all.length - 5} more`] : all;
}
function describe(character, position) {
    const codePoint = `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const shown = character > " " && character < "\u007f" ? `"${character}" (${codePoint})` : codePoint;
    return `${shown} at position ${position}`;
}
function isRefName(tag) {
    if (tag.startsWith("-") || tag === "@" || tag.endsWith(".") || tag.includes(".."))
        return false;
    return tag.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}
function grammar(what, remedy) {
    return { check: "grammar", what, remedy };
}

;// CONCATENATED MODULE: ./packages/version/tag-format.ts



const DEFAULT_FORMAT = "v{version}";
const DEFAULT_COMPONENT_FORMAT = "v{version}-{component}";
const LONGEST_FORMAT = 200;
function readTagFormat(text) {
    if (text.length > LONGEST_FORMAT)
        return `a tag format has at most ${LONGEST_FORMAT} characters, not ${text.length}`;
    const pieces = text.split(/(\{version\}|\{component\})/).filter((piece) => piece !== "").map(toPiece);
    const named = (name) => pieces.filter((piece) => piece === name).length;
    if (named("version") !== 1)
        return `it must hold {version} exactly once, and holds it ${times(named("version"))}`;
    if (named("component") > 1)
        return `it may hold {component} once at most, and holds it ${times(named("component"))}`;
    if (pieces.some((piece) => typeof piece === "object" && /[{}]/.test(piece.literal)))
        return "it knows {version} and {component} only";
    const places = pieces.flatMap((piece, index) => (typeof piece === "string" ? [index] : []));
    if (places.length === 2 && places[1] === places[0] + 1)
        return "it needs a character between {version} and {component}";
    const example = fill({ text, pieces }, "1.2.3", "component");
    return tagNameProblem(example) === undefined ? { text, pieces } : `a tag made by it, ${JSON.stringify(example)}, is not a good tag name`;
}
function times(count) {
    return count === 0 ? "not at all" : `${count} times`;
}
function toPiece(text) {
    return text === "{version}" ? "version" : text === "{component}" ? "component" : { literal: text };
}
function hasComponent(format) {
    return format.pieces.includes("component");
}
function endsInComponent(format) {
    return format.pieces.at(-1) === "component" && format.pieces.at(-3) === "version";
}
function withoutComponent(format) {
    const pieces = format.pieces.slice(0, -2);
    return { text: pieces.map((piece) => (typeof piece === "string" ? `{${piece}}` : piece.literal)).join(""), pieces };
}
function around(format, component) {
    const at = format.pieces.indexOf("version");
    const join = (pieces) => pieces.map((piece) => (typeof piece === "object" ? piece.literal : component)).join("");
    return { prefix: join(format.pieces.slice(0, at)), suffix: join(format.pieces.slice(at + 1)) };
}
function fill(format, version, component) {
    const { prefix, suffix } = around(format, component);
    return prefix + version + suffix;
}
function formatTag({ version, component }, format) {
    const read = readTagFormat(format);
    if (typeof read === "string")
        throw (0,action_types/* invalid */.Gq)(`the tag format ${(0,packages_text/* quote */.hD)(format)} is wrong: ${read}`);
    if (component === undefined && hasComponent(read) && !endsInComponent(read)) {
        throw (0,action_types/* invalid */.Gq)(`the tag format ${JSON.stringify(format)} needs a component`, { remedy: "name the component" });
    }
    const tag = component === undefined && hasComponent(read) ? fill(withoutComponent(read), version, "") : fill(read, version, component ?? "");
    const problem = tagNameProblem(tag);
    if (problem !== undefined)
        throw (0,action_types/* invalid */.Gq)(problem.what, { remedy: problem.remedy });
    return tag;
}

;// CONCATENATED MODULE: ./packages/version/prerelease-word.ts
const WORDS = ["alpha", "beta", "rc", "preview", "pre", "dev", "canary", "nightly", "next"];
const BEGINS = new RegExp(`^(?:${WORDS.join("|")})(?![A-Za-z])`);
const WHOLE = new RegExp(`^(?:${WORDS.join("|")})[0-9]*(?:[.-][0-9]+)*$`);
const PRERELEASE_WORDS = WORDS;
function beginsAsPrerelease(text) {
    return BEGINS.test(text);
}
function isPrereleaseWord(text) {
    return WHOLE.test(text);
}
function looksLikeVersion(text) {
    return /^[vV]?[0-9]+(?:$|\.[0-9])/.test(text);
}

;// CONCATENATED MODULE: ./packages/version/tag-rules.ts




const LONGEST_COMPONENT = 128;
const COMPONENT = /^(?:@[A-Za-z0-9][A-Za-z0-9._-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
function tagRules({ scheme = "semver", formats, components = [] }) {
    const declared = components.map((component) => (typeof component === "string" ? { name: component } : component));
    const problems = declared.flatMap(({ name }, index) => componentProblems(name, declared.slice(0, index)));
    const read = (text, owner) => {
        const format = readTagFormat(text);
        if (typeof format !== "string")
            return [format];
        problems.push({ what: `the tag format ${(0,packages_text/* quote */.hD)(text)}${owner} is wrong: ${format}` });
        return [];
    };
    const given = formats !== undefined && formats.length > 0 ? formats : [declared.length > 0 ? DEFAULT_COMPONENT_FORMAT : DEFAULT_FORMAT];
    const shared = given.flatMap((text) => read(text, ""));
    if (declared.length === 0 && shared.some((format) => hasComponent(format) && !endsInComponent(format))) {
        problems.push({ what: "a tag format holds {component}, but no component is declared", remedy: "declare the components" });
    }
    const own = declared.flatMap((component) => component.format === undefined ? [] : read(component.format, ` of ${component.name}`).map((format) => reading(format, component, scheme)));
    const sharing = declared.filter(({ format }) => format === undefined);
    const readings = withoutShadowed([...own, ...shared.flatMap((format) => sharedReadings(format, sharing, scheme))]);
    problems.push(...clashes(readings));
    if (problems.length > 0)
        throw (0,action_types/* invalid */.Gq)("the components or tag formats are wrong", { problems });
    readings.sort((a, b) => weight(b) - weight(a));
    return { components: declared.map(({ name }) => name), formats: [...new Set(readings.map(({ format }) => format))], readings };
}
function sharedReadings(format, components, scheme) {
    if (!hasComponent(format))
        return [reading(format, undefined, scheme)];
    const readings = components.map((component) => reading(format, component, scheme));
    return endsInComponent(format) ? [...readings, reading(withoutComponent(format), undefined, scheme)] : readings;
}
function reading(format, component, scheme) {
    const componentFirst = hasComponent(format) && !endsInComponent(format);
    const name = component?.name;
    return { format: format.text, component: name, scheme: component?.scheme ?? scheme, guardsSuffix: !componentFirst, ...around(format, name ?? "") };
}
function weight({ prefix, suffix }) {
    return prefix.length + suffix.length;
}
function componentProblems(name, before) {
    const shown = (0,packages_text/* quote */.hD)(name);
    if (name.length > LONGEST_COMPONENT || !COMPONENT.test(name) || name.includes("..")) {
        const remedy = "use ASCII letters, digits and . - _, such as frontend, @acme/ui or sub/dir";
        return [{ what: `${shown} cannot name a component`, remedy }];
    }
    const problems = [];
    if (isPrereleaseWord(name))
        problems.push({ what: `the component ${shown} would be read as a prerelease`, remedy: "rename the component" });
    if (looksLikeVersion(name))
        problems.push({ what: `the component ${shown} would be read as a version`, remedy: "rename the component" });
    if (before.some((other) => other.name === name))
        problems.push({ what: `the component ${shown} is declared twice` });
    return problems;
}
function withoutShadowed(readings) {
    const taken = new Set(readings.filter(({ component }) => component !== undefined).map(surroundings));
    return readings.filter((reading) => reading.component !== undefined || !taken.has(surroundings(reading)));
}
function clashes(readings) {
    const seen = new Map();
    return readings.flatMap((reading) => {
        const other = seen.get(surroundings(reading));
        seen.set(surroundings(reading), reading);
        if (other === undefined || other.component === reading.component)
            return [];
        return [{ what: `a tag like ${reading.prefix}1.2.3${reading.suffix} could belong to ${other.component} and to ${reading.component}` }];
    });
}
function surroundings({ prefix, suffix }) {
    return JSON.stringify([prefix, suffix]);
}

;// CONCATENATED MODULE: ./packages/version/tag.ts




function readTag(tag, rules) {
    const problem = tagNameProblem(tag);
    if (problem !== undefined)
        return problem;
    const reading = rules.readings.find(({ prefix, suffix }) => fits(tag, prefix, suffix));
    if (reading === undefined)
        return noFormat(tag, rules);
    const text = tag.slice(reading.prefix.length, tag.length - reading.suffix.length);
    const version = parseVersion(text, reading.scheme);
    if (version === undefined)
        return noVersion(tag, text, reading, rules);
    const suffix = reading.guardsSuffix ? suspiciousSuffix(version, rules) : undefined;
    if (suffix !== undefined)
        return undeclared(tag, suffix, reading, rules);
    return { tag, version, component: reading.component, format: reading.format };
}
function parseTag(tag, rules) {
    const read = readTag(tag, rules);
    if (isParsed(read))
        return read;
    throw (0,action_types/* invalid */.Gq)(read.what, { remedy: read.remedy });
}
function isParsed(read) {
    return "version" in read;
}
function parseTags(tags, rules) {
    return [...tags].map((tag) => readTag(tag, rules)).filter(isParsed);
}
function fits(tag, prefix, suffix) {
    return tag.length >= prefix.length + suffix.length && tag.startsWith(prefix) && tag.endsWith(suffix);
}
function suspiciousSuffix(version, { components }) {
    if (version.scheme === "pep440")
        return undefined;
    const identifiers = (version.scheme === "semver" ? version : version.modifier).identifiers.join(".");
    if (identifiers !== "" && !beginsAsPrerelease(identifiers))
        return identifiers;
    if (components.length === 0)
        return undefined;
    return /-([A-Za-z].*)$/.exec(identifiers)?.[1] ?? /-([A-Za-z].*)$/.exec(version.build ?? "")?.[1];
}
function undeclared(tag, suffix, reading, { components }) {
    const words = PRERELEASE_WORDS.join(", ");
    const early = components.find((name) => suffix.startsWith(`${name}-`));
    const list = components.length === 0 ? "no component is declared" : `declared are ${components.join(", ")}`;
    return {
        check: "component",
        what: `"${suffix}" at the end of ${tag} is no declared component and no prerelease (${words}); ${list}`,
        remedy: early !== undefined && reading.component === undefined
            ? `put the component last: ${tag.slice(0, -suffix.length)}${suffix.slice(early.length + 1)}-${early}`
            : "correct the tag, or declare the component in release-actions.yml or the input components",
    };
}
function noVersion(tag, text, reading, rules) {
    const unnamed = reading.guardsSuffix ? /-([A-Za-z].*)$/.exec(text) : null;
    if (unnamed !== null && parseVersion(text.slice(0, unnamed.index), reading.scheme) !== undefined) {
        return undeclared(tag, unnamed[1], reading, rules);
    }
    const { prefix, suffix, scheme } = reading;
    const example = `for example ${prefix}${SCHEME_EXAMPLES[scheme].split(" ")[0]}${suffix}`;
    const wrong = text === "" ? "the version is missing" : versionProblem(text, scheme);
    if (isFloating(text)) {
        return grammar(`${tag} is a floating tag: it moves from release to release and names no version`, `tag the full version, ${example}`);
    }
    return grammar(`"${text}" in ${tag} is not a ${SCHEME_NAMES[scheme]} version: ${wrong}`, `tag a full version, ${example}`);
}
function isFloating(text) {
    return /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?$/.test(text);
}
function noFormat(tag, rules) {
    const forms = rules.formats.join(", ");
    if (tag.startsWith("V") && rules.readings.some(({ prefix, suffix }) => prefix.startsWith("v") && fits(`v${tag.slice(1)}`, prefix, suffix))) {
        return grammar(`${tag} begins with a capital V`, `use a small v: v${tag.slice(1)}`);
    }
    const floating = /^v?[0-9]+(?:\.[0-9]+)?$/.test(tag) ? " It looks like a floating tag, which names no version." : "";
    const list = rules.components.length === 0 ? "" : `; declared components: ${rules.components.join(", ")}`;
    return grammar(`${tag} follows none of the tag formats: ${forms}${list}.${floating}`, "correct the tag, or set tag-format");
}

;// CONCATENATED MODULE: ./packages/version/index.ts









/***/ })

};
;