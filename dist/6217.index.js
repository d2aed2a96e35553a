exports.id = 6217;
exports.ids = [6217,861];
exports.modules = {

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 5869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

"use strict";

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sZ: () => (/* reexport */ DEFAULT_COMPONENT_FORMAT),
  ui: () => (/* reexport */ DEFAULT_FORMAT),
  dz: () => (/* reexport */ SCHEMES),
  Zy: () => (/* reexport */ compareVersions),
  _3: () => (/* reexport */ formatTag),
  eL: () => (/* reexport */ isLatest),
  Ep: () => (/* reexport */ isParsed),
  V4: () => (/* reexport */ isVersionStep),
  yU: () => (/* reexport */ nextVersion),
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

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
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
    return {
        scheme: "semver",
        text,
        major,
        minor,
        patch,
        prerelease,
        prereleaseId: word(identifiers),
        build,
        identifiers,
    };
}
function compareSemVer(a, b) {
    return (a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.identifiers, b.identifiers));
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

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
;// CONCATENATED MODULE: ./packages/version/pep440.ts



function parsePep440(text) {
    if (text.length > MAX_VERSION_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_VERSION_LENGTH} are allowed`;
    if (/[^!-~]/.test(text))
        return "it has characters that are not printable ASCII";
    const lower = text.toLowerCase();
    if (!BEGINS.test(lower))
        return "it does not begin with numbers separated by dots";
    const end = endOfVersion(lower);
    if (end < lower.length) {
        return `${(0,packages_text/* quote */.hD)(lower.slice(end), 40)} is none of aN, bN, rcN, .postN, .devN and +local, in this order`;
    }
    const [publicText = "", localText] = lower.split("+");
    const { epoch, release, public: normalized, pre, post, dev } = (0,pep440.explain)(publicText);
    const numbers = [epoch, ...release, pre?.[1] ?? 0, post ?? 0, dev ?? 0];
    if (!numbers.every(Number.isSafeInteger))
        return "a number is larger than 9007199254740991";
    const segments = localText?.split(/[._-]/) ?? [];
    const local = segments.map((segment) => (isDigits(segment) ? segment.replace(/^0+(?=[0-9])/, "") : segment));
    const build = local.length === 0 ? undefined : local.join(".");
    return {
        scheme: "pep440",
        text,
        normalized: build === undefined ? normalized : `${normalized}+${build}`,
        epoch,
        major: release[0] ?? 0,
        minor: release[1] ?? 0,
        patch: release[2] ?? 0,
        prerelease: pre !== null || dev !== null,
        prereleaseId: pre?.[0] ?? (dev === null ? undefined : "dev"),
        build,
        local,
    };
}
const BEGINS = /^(?![0-9]+!(?![0-9]))(?:[0-9]+!)?[0-9]/;
const LOOSE_SEPARATOR = /[._-](?=[._-]|\+|$)/;
function endOfVersion(text) {
    let end = text.length;
    while ((0,pep440.valid)(text.slice(0, end)) === null)
        end -= 1;
    const loose = LOOSE_SEPARATOR.exec(text.slice(0, end));
    return loose?.index ?? end;
}
function comparePep440(a, b) {
    return (0,pep440.compare)(publicPart(a), publicPart(b)) || compareLocals(a.local, b.local);
}
function publicPart({ normalized }) {
    return normalized.split("+")[0];
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
    throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(text)} is not a ${SCHEME_NAMES[scheme]} version: ${version}`, {
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
    return (first !== undefined && second !== undefined && compareVersions(first, second) === 0 && first.build === second.build);
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

;// CONCATENATED MODULE: ./packages/version/next-version.ts


const VERSION_STEPS = ["major", "minor", "patch", "prerelease"];
function isVersionStep(text) {
    return VERSION_STEPS.some((step) => step === text);
}
function nextVersion(current, step, scheme) {
    const version = requireVersion(current, scheme);
    if (version.scheme === "calver") {
        throw (0,action/* invalid */.Gq)(`a calendar version has no next ${step}`, { remedy: "Set the exact version, such as 2025.01.02." });
    }
    const next = step === "prerelease" ? nextPrerelease(version) : `${epochOf(version)}${nextCore(version, step)}`;
    if (parseVersion(next, scheme) !== undefined)
        return next;
    throw (0,action/* invalid */.Gq)(`the version after ${current} cannot be determined`, { remedy: "Set the exact version." });
}
function nextCore({ major, minor, patch, prerelease }, step) {
    switch (step) {
        case "major":
            return prerelease && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
        case "minor":
            return prerelease && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
        case "patch":
            return `${major}.${minor}.${prerelease ? patch : patch + 1}`;
    }
}
function nextPrerelease(version) {
    if (!version.prerelease) {
        const core = `${epochOf(version)}${nextCore(version, "patch")}`;
        return version.scheme === "pep440" ? `${core}rc1` : `${core}-rc.1`;
    }
    const text = version.scheme === "pep440" ? version.normalized : version.text;
    const [withoutBuild = ""] = text.split("+", 1);
    const [number] = /[0-9]{1,15}$/.exec(withoutBuild) ?? [];
    if (number === undefined)
        return `${withoutBuild}.1`;
    return `${withoutBuild.slice(0, -number.length)}${Number(number) + 1}`;
}
function epochOf(version) {
    return version.scheme === "pep440" && version.epoch > 0 ? `${version.epoch}!` : "";
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
        return grammar(`the tag contains ${foreign.join(", ")}`, "use a tag of ASCII letters, digits and . - _ + / @ only; characters that only look like these are not allowed");
    }
    if (tag.startsWith("refs/"))
        return grammar(`"${tag}" is a full ref`, "give the tag's name without refs/tags/");
    if (!isRefName(tag))
        return grammar(`"${tag}" is not a tag name that git accepts`, "use a tag such as v1.2.3");
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
    const pieces = text
        .split(/(\{version\}|\{component\})/)
        .filter((piece) => piece !== "")
        .map(toPiece);
    const named = (name) => pieces.filter((piece) => piece === name).length;
    if (named("version") !== 1)
        return `it must contain {version} exactly once, and contains it ${times(named("version"))}`;
    if (named("component") > 1)
        return `it may contain {component} at most once, and contains it ${times(named("component"))}`;
    if (pieces.some((piece) => typeof piece === "object" && /[{}]/.test(piece.literal)))
        return "it may use {version} and {component} only";
    const places = pieces.flatMap((piece, index) => (typeof piece === "string" ? [index] : []));
    if (places.length === 2 && places[1] === places[0] + 1)
        return "it needs a character between {version} and {component}";
    const example = fill({ text, pieces }, "1.2.3", "component");
    return tagNameProblem(example) === undefined
        ? { text, pieces }
        : `a tag of this format, ${JSON.stringify(example)}, is not a valid tag name`;
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
        throw (0,action/* invalid */.Gq)(`the tag format ${(0,packages_text/* quote */.hD)(format)} is wrong: ${read}`);
    if (component === undefined && hasComponent(read) && !endsInComponent(read)) {
        throw (0,action/* invalid */.Gq)(`the tag format ${JSON.stringify(format)} needs a component`, { remedy: "name the component" });
    }
    const tag = component === undefined && hasComponent(read)
        ? fill(withoutComponent(read), version, "")
        : fill(read, version, component ?? "");
    const problem = tagNameProblem(tag);
    if (problem !== undefined)
        throw (0,action/* invalid */.Gq)(problem.what, { remedy: problem.remedy });
    return tag;
}

;// CONCATENATED MODULE: ./packages/version/prerelease-word.ts
const WORDS = ["alpha", "beta", "rc", "preview", "pre", "dev", "canary", "nightly", "next"];
const prerelease_word_BEGINS = new RegExp(`^(?:${WORDS.join("|")})(?![A-Za-z])`);
const WHOLE = new RegExp(`^(?:${WORDS.join("|")})[0-9]*(?:[.-][0-9]+)*$`);
const PRERELEASE_WORDS = WORDS;
function beginsAsPrerelease(text) {
    return prerelease_word_BEGINS.test(text);
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
    const given = formats !== undefined && formats.length > 0
        ? formats
        : [declared.length > 0 ? DEFAULT_COMPONENT_FORMAT : DEFAULT_FORMAT];
    const shared = given.flatMap((text) => read(text, ""));
    if (declared.length === 0 && shared.some((format) => hasComponent(format) && !endsInComponent(format))) {
        problems.push({
            what: "a tag format contains {component}, but no component is declared",
            remedy: "declare the components",
        });
    }
    const own = declared.flatMap((component) => component.format === undefined
        ? []
        : read(component.format, ` of ${component.name}`).map((format) => reading(format, component, scheme)));
    const sharing = declared.filter(({ format }) => format === undefined);
    const readings = withoutShadowed([...own, ...shared.flatMap((format) => sharedReadings(format, sharing, scheme))]);
    problems.push(...clashes(readings));
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)("the components or tag formats are wrong", { problems });
    readings.sort((a, b) => weight(b) - weight(a));
    return {
        components: declared.map(({ name }) => name),
        formats: [...new Set(readings.map(({ format }) => format))],
        readings,
    };
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
    return {
        format: format.text,
        component: name,
        scheme: component?.scheme ?? scheme,
        guardsSuffix: !componentFirst,
        ...around(format, name ?? ""),
    };
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
        return [
            {
                what: `a tag like ${reading.prefix}1.2.3${reading.suffix} could belong to ${other.component} and to ${reading.component}`,
            },
        ];
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
    throw (0,action/* invalid */.Gq)(read.what, { remedy: read.remedy });
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
        what: `"${suffix}" at the end of ${tag} is neither a declared component nor a prerelease (${words}); ${list}`,
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
    if (tag.startsWith("V") &&
        rules.readings.some(({ prefix, suffix }) => prefix.startsWith("v") && fits(`v${tag.slice(1)}`, prefix, suffix))) {
        return grammar(`${tag} begins with a capital V`, `use a lowercase v: v${tag.slice(1)}`);
    }
    const floating = /^v?[0-9]+(?:\.[0-9]+)?$/.test(tag) ? ". It looks like a floating tag, which names no version" : "";
    const list = rules.components.length === 0 ? "" : `; declared components: ${rules.components.join(", ")}`;
    return grammar(`${tag} matches none of the tag formats: ${forms}${list}${floating}`, "correct the tag, or set tag-format");
}

;// CONCATENATED MODULE: ./packages/version/index.ts










/***/ }),

/***/ 8898:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { valid, clean, explain, parse } = __webpack_require__(4818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __webpack_require__(2124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __webpack_require__(790);

const { major, minor, patch, inc } = __webpack_require__(8940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { parse } = __webpack_require__(4818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 8940:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { explain, parse, stringify } = __webpack_require__(4818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __webpack_require__(4818);

const Operator = __webpack_require__(2124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 4818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ })

};
;