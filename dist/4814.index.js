"use strict";
exports.id = 4814;
exports.ids = [4814];
exports.modules = {

/***/ 4814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a5: () => (/* reexport */ companions),
  parseTarget: () => (/* reexport */ parseTarget),
  readVersions: () => (/* reexport */ readVersions),
  gN: () => (/* reexport */ writeVersion)
});

// UNUSED EXPORTS: MARKER

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/version/files/place.ts
function lineAt(content, offset) {
    return lineCounter(content)(offset);
}
function lineCounter(content) {
    let at = 0;
    let line = 1;
    return (offset) => {
        for (; at < offset; at++) {
            const code = content.charCodeAt(at);
            if (code === 10 || (code === 13 && content.charCodeAt(at + 1) !== 10))
                line++;
        }
        return line;
    };
}

;// CONCATENATED MODULE: ./packages/version/files/target.ts

function parseTarget(text) {
    const hash = text.lastIndexOf("#");
    if (hash <= 0)
        return { path: text };
    const key = text.slice(hash + 1);
    if (key === "") {
        throw (0,action/* invalid */.Gq)(`version file "${text}" ends in # without a key`, {
            remedy: `Write ${text.slice(0, hash)}, or name the key as in ${text}version.`,
        });
    }
    return { path: text.slice(0, hash), key };
}
const LONGEST_KEY = 500;
function keySegments(key) {
    if (key.length > LONGEST_KEY)
        throw (0,action/* invalid */.Gq)(`a key of ${key.length} characters is too long (at most ${LONGEST_KEY})`, {
            remedy: "Check the version file's name.",
        });
    const segments = [];
    let at = 0;
    while (at < key.length) {
        const [segment, next] = key[at] === "[" ? bracketed(key, at) : key[at] === '"' ? quoted(key, at) : bare(key, at);
        segments.push(segment);
        at = next;
        if (at === key.length)
            return segments;
        if (key[at] === "[")
            continue;
        if (key[at] !== "." || at + 1 === key.length)
            throw malformed(key);
        at++;
    }
    throw malformed(key);
}
function keyText(segments) {
    return segments.map((segment) => (/^[^."[\]]+$/.test(segment) ? segment : `"${segment}"`)).join(".");
}
function bare(key, at) {
    let end = at;
    while (end < key.length && !'."[]'.includes(key[end]))
        end++;
    if (end === at)
        throw malformed(key);
    return [key.slice(at, end), end];
}
function quoted(key, at) {
    const end = key.indexOf('"', at + 1);
    if (end < 0)
        throw malformed(key);
    return [key.slice(at + 1, end), end + 1];
}
function bracketed(key, at) {
    const end = key.indexOf("]", at);
    const index = key.slice(at + 1, end < 0 ? key.length : end);
    if (end < 0 || !/^[0-9]{1,9}$/.test(index))
        throw malformed(key);
    return [index, end + 1];
}
function malformed(key) {
    return (0,action/* invalid */.Gq)(`"${key}" is not a key path`, {
        remedy: 'Write it like tool.poetry.version, images[0].tag or a."b.c".',
    });
}

;// CONCATENATED MODULE: ./packages/version/files/json.ts




function findInJson(path, content, key) {
    const text = check(path, content);
    const segments = key === undefined ? ["version"] : keySegments(key);
    const place = memberAt(path, text, segments);
    return { places: place === undefined ? [] : [place], looked: `the text at ${keyText(segments)}` };
}
function findInPackageLock(path, content, key) {
    if (key !== undefined)
        return findInJson(path, content, key);
    const text = check(path, content);
    const places = [["version"], ["packages", "", "version"]].map((segments) => memberAt(path, text, segments));
    return {
        places: places.filter((place) => place !== undefined),
        looked: 'version and packages."".version',
        many: true,
    };
}
function check(path, content) {
    const text = content.startsWith("\uFEFF") ? ` ${content.slice(1)}` : content;
    try {
        JSON.parse(text);
    }
    catch (cause) {
        throw (0,action/* invalid */.Gq)(`${path} is not valid JSON: ${cause.message}`, { remedy: "Correct the file.", cause });
    }
    return text;
}
function memberAt(path, text, segments) {
    let at = skipSpace(text, 0);
    for (const segment of segments) {
        const next = text[at] === "{" ? valueOfMember(path, text, at, segment) : valueOfItem(text, at, segment);
        if (next === undefined)
            return undefined;
        at = next;
    }
    const key = keyText(segments);
    const end = skipValue(text, at);
    const raw = text.slice(at, end);
    if (text[at] !== '"') {
        throw (0,action/* invalid */.Gq)(`${path}:${lineAt(text, at)}: ${key} is ${kind(raw)}, not a text`, {
            remedy: "Write the version in double quotes.",
        });
    }
    return { start: at + 1, end: end - 1, version: JSON.parse(raw), key };
}
function kind(raw) {
    if (raw.startsWith("{"))
        return "an object";
    return raw.startsWith("[") ? "an array" : (0,packages_text/* shorten */.ml)(raw, 40);
}
function valueOfMember(path, text, object, name) {
    let found;
    let at = skipSpace(text, object + 1);
    while (text[at] !== "}") {
        const nameEnd = skipValue(text, at);
        const value = skipSpace(text, skipSpace(text, nameEnd) + 1);
        if (JSON.parse(text.slice(at, nameEnd)) === name) {
            if (found !== undefined) {
                throw (0,action/* invalid */.Gq)(`${path}:${lineAt(text, at)}: the key "${name}" appears twice in one object`, {
                    remedy: "Remove one of them.",
                });
            }
            found = value;
        }
        at = skipSpace(text, skipValue(text, value));
        if (text[at] === ",")
            at = skipSpace(text, at + 1);
    }
    return found;
}
function valueOfItem(text, array, segment) {
    if (text[array] !== "[" || !/^[0-9]{1,9}$/.test(segment))
        return undefined;
    let at = skipSpace(text, array + 1);
    for (let index = 0; text[at] !== "]"; index++) {
        if (index === Number(segment))
            return at;
        at = skipSpace(text, skipValue(text, at));
        if (text[at] === ",")
            at = skipSpace(text, at + 1);
    }
    return undefined;
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && " \t\r\n".includes(text[at]))
        at++;
    return at;
}
function skipValue(text, from) {
    let depth = 0;
    let at = from;
    do {
        const character = text[at];
        if (depth === 0 && !'"{['.includes(character))
            return skipLiteral(text, at);
        if (character === "{" || character === "[")
            depth++;
        if (character === "}" || character === "]")
            depth--;
        at = character === '"' ? skipString(text, at) : at + 1;
    } while (depth > 0 && at < text.length);
    return at;
}
function skipString(text, from) {
    let at = from + 1;
    while (at < text.length && text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at + 1;
}
function skipLiteral(text, from) {
    let at = from;
    while (at < text.length && !" \t\r\n,]}".includes(text[at]))
        at++;
    return at;
}

;// CONCATENATED MODULE: ./packages/version/files/toml.ts

async function readToml(file, content) {
    const { parseTOML } = await __webpack_require__.e(/* import() */ 9605).then(__webpack_require__.bind(__webpack_require__, 9605));
    const bom = content.startsWith("\uFEFF") ? 1 : 0;
    const reading = { content, bom, entries: [] };
    try {
        for (const node of parseTOML(content.slice(bom)).body[0].body)
            readNode(reading, node);
    }
    catch (cause) {
        throw toml_malformed(file, content.slice(bom), cause);
    }
    return reading.entries;
}
function readNode(reading, node) {
    if (node.type === "TOMLKeyValue")
        return readPair(reading, node, []);
    const path = node.resolvedKey.map(String);
    const brackets = node.kind === "array" ? 2 : 1;
    add(reading, path, "table", [node.range[0], node.key.range[1] + brackets]);
    for (const pair of node.body)
        readPair(reading, pair, path);
}
function readPair(reading, { key, value }, table) {
    const path = [...table, ...key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value))];
    switch (value.type) {
        case "TOMLInlineTable":
            add(reading, path, "table", value.range);
            return readInside(reading, value, path);
        case "TOMLArray":
            add(reading, path, "array", value.range);
            return readInside(reading, value, path);
        case "TOMLValue":
            if (value.kind !== "string")
                add(reading, path, "other", value.range);
            else if (value.multiline)
                add(reading, path, "multi-line text", value.range);
            else
                add(reading, path, "text", value.range, value.value);
    }
}
function readInside(reading, value, path) {
    if (value.type === "TOMLInlineTable")
        for (const pair of value.body)
            readPair(reading, pair, path);
    else if (value.type === "TOMLArray") {
        value.elements.forEach((item, index) => readInside(reading, item, [...path, String(index)]));
    }
}
function add({ content, bom, entries }, path, kind, [from, to], text) {
    const [start, end] = [from + bom, to + bom];
    entries.push({ path, kind, start, end, raw: content.slice(start, end), ...(text !== undefined && { text }) });
}
const WORDS = {
    "Unterminated string constant": "a string does not end",
    "Unterminated table-key": "] is missing",
    "Unterminated array": "an array does not end",
    "Unterminated inline table": "an inline table does not end",
    "Empty bare keys are not allowed": "a key is missing",
    "Expected equal (=) token": "= is missing",
    "Expected comma (,) token": "a comma is missing",
    "Unspecified values are invalid": "a value is missing",
    "Invalid character in escape sequence": "a string has an escape that is none",
    "Must be a newline": "something follows a value on its line",
    "Defining a key multiple times is invalid": "a key is defined twice",
};
function toml_malformed(file, content, cause) {
    const remedy = "Correct the file.";
    if (cause instanceof RangeError) {
        const what = "not readable TOML: values are nested too deep, or a text is too long";
        return (0,action/* invalid */.Gq)(`${file}: ${what}`, { remedy, cause });
    }
    const { lineNumber, message } = cause;
    if (lineNumber === undefined)
        return cause;
    const before = content.split(/\r\n|\n|\r/)[lineNumber - 2] ?? "";
    const header = message.startsWith("The key, ") ? /^\s*(\[\[?)(?:[^\]]*|[^\]]*\])$/.exec(before)?.[1] : undefined;
    const end = header === "[[" ? "]]" : "]";
    const line = header === undefined ? lineNumber : lineNumber - 1;
    const what = header === undefined ? (WORDS[message] ?? message) : `${end} is missing`;
    return (0,action/* invalid */.Gq)(`${file}:${line}: not valid TOML: ${what}`, { remedy, cause });
}

;// CONCATENATED MODULE: ./packages/version/files/toml-files.ts




async function findInToml(file, content, key) {
    const segments = key === undefined ? ["version"] : keySegments(key);
    const found = at(await readToml(file, content), segments);
    return { places: places(file, content, [found]), looked: `the text at ${keyText(segments)}` };
}
async function findInPyproject(file, content, key) {
    if (key !== undefined)
        return findInToml(file, content, key);
    const entries = await readToml(file, content);
    const found = [at(entries, ["project", "version"]), at(entries, ["tool", "poetry", "version"])];
    const dynamic = at(entries, ["project", "dynamic"]);
    const isDynamic = found.every((entry) => entry === undefined) && /["']version["']/.test(dynamic?.raw ?? "");
    return {
        places: places(file, content, found),
        looked: "version in [project] and in [tool.poetry]",
        many: true,
        ...(isDynamic ? { elsewhere: origin(entries) } : {}),
    };
}
async function findInCargo(file, content, key) {
    if (key !== undefined)
        return findInToml(file, content, key);
    const entries = await readToml(file, content);
    const own = at(entries, ["package", "version"]);
    const inherits = own?.kind === "table" || at(entries, ["package", "version", "workspace"]) !== undefined;
    const found = [inherits ? undefined : own, at(entries, ["workspace", "package", "version"])];
    return {
        places: places(file, content, found),
        looked: "version in [package] and in [workspace.package]",
        ...(inherits
            ? {
                elsewhere: {
                    what: "the crate takes its version from the workspace (version.workspace = true)",
                    remedy: "List the workspace's Cargo.toml, which has [workspace.package] version, instead.",
                },
            }
            : {}),
    };
}
async function findInCargoLock(file, content, key) {
    const crates = lockedCrates(await readToml(file, content));
    const local = crates.filter(({ name, source }) => source === undefined && (key === undefined || name?.text === key));
    const found = local.map(({ version }) => version);
    const references = key === undefined ? [] : qualified(content, key, crates);
    return {
        places: [...places(file, content, found), ...references],
        looked: key === undefined ? "[[package]] entries without a source" : `the [[package]] entry ${key} without a source`,
        many: key !== undefined || new Set(found.map((entry) => entry?.text)).size === 1,
    };
}
async function localCrates(file, content) {
    return lockedCrates(await readToml(file, content)).flatMap(({ name, version, source }) => source !== undefined || name?.text === undefined || version?.text === undefined
        ? []
        : [{ name: name.text, version: version.text }]);
}
function lockedCrates(entries) {
    const crates = new Map();
    for (const entry of entries) {
        const [table, index, field] = entry.path;
        if (table !== "package" || index === undefined || entry.path.length !== 3)
            continue;
        const crate = crates.get(index) ?? {};
        crates.set(index, crate);
        if (field === "name" || field === "version" || field === "source" || field === "dependencies")
            crate[field] = entry;
    }
    return [...crates.values()];
}
function qualified(content, name, crates) {
    const version = crates.find((crate) => crate.name?.text === name && crate.source === undefined)?.version?.text;
    if (version === undefined)
        return [];
    const token = `"${name} ${version}"`;
    const found = [];
    for (const { dependencies } of crates) {
        if (dependencies === undefined)
            continue;
        for (let from = dependencies.raw.indexOf(token); from >= 0; from = dependencies.raw.indexOf(token, from + 1)) {
            const start = dependencies.start + from + name.length + 2;
            found.push({
                start,
                end: start + version.length,
                version: content.slice(start, start + version.length),
                key: name,
            });
        }
    }
    return found;
}
function at(entries, path) {
    return entries.find((entry) => entry.path.length === path.length && entry.path.every((part, i) => part === path[i]));
}
function places(file, content, entries) {
    return entries
        .filter((entry) => entry !== undefined)
        .map((entry) => {
        const key = keyText(entry.path);
        if (entry.text !== undefined)
            return { start: entry.start + 1, end: entry.end - 1, version: entry.text, key };
        throw (0,action/* invalid */.Gq)(`${file}:${lineAt(content, entry.start)}: ${key} is not a text on one line`, {
            remedy: 'Write the version in single or double quotes, as in version = "1.2.3".',
        });
    });
}
function origin(entries) {
    const text = (...path) => at(entries, path)?.text;
    const has = (...path) => entries.some((entry) => path.every((part, i) => entry.path[i] === part));
    const what = (where) => `[project] calls its version dynamic: ${where}`;
    const setuptools = ["tool", "setuptools", "dynamic", "version"];
    const attribute = text(...setuptools, "attr");
    if (attribute !== undefined) {
        return {
            what: what(`setuptools reads it from the attribute ${attribute}`),
            remedy: `List the Python file that assigns ${attribute} instead.`,
        };
    }
    const listed = at(entries, [...setuptools, "file"])?.raw.replace(/[[\]"'\s]/g, "");
    const path = listed ?? text("tool", "hatch", "version", "path") ?? text("tool", "pdm", "version", "path");
    if (path !== undefined)
        return { what: what(`it comes from the file ${path}`), remedy: `List ${path} instead.` };
    const isFromTag = has("tool", "setuptools_scm") ||
        has("tool", "poetry-dynamic-versioning") ||
        text("tool", "hatch", "version", "source") === "vcs" ||
        text("tool", "pdm", "version", "source") === "scm";
    if (isFromTag) {
        return {
            what: what("the build tool takes it from the git tag"),
            remedy: "Remove the file from the list: the tag is its version.",
        };
    }
    if (has("tool", "maturin"))
        return { what: what("maturin takes it from Cargo.toml"), remedy: "List Cargo.toml instead." };
    if (has("tool", "flit")) {
        return {
            what: what("flit takes it from the module's __version__"),
            remedy: "List the module's __init__.py instead.",
        };
    }
    return {
        what: what("the build tool computes it"),
        remedy: "List the file that the build tool reads it from instead.",
    };
}

;// CONCATENATED MODULE: ./packages/version/files/companions.ts



async function companions(path, content) {
    const folders = path.split("/");
    const name = folders.pop();
    if (name === "package.json")
        return npmLocks(folders);
    return name === "Cargo.toml" ? cargoLocks(folders, path, content) : [];
}
function npmLocks(folders) {
    return upwards(folders).flatMap(({ above, below }) => ["package-lock.json", "npm-shrinkwrap.json"].map((name) => {
        const path = [...above, name].join("/");
        const key = `packages."${below.join("/")}".version`;
        const keysIn = (lock) => findInJson(path, lock, key).places.map(() => key);
        return { path, keys: async (lock) => (below.length === 0 ? [undefined] : keysIn(lock)) };
    }));
}
async function cargoLocks(folders, path, content) {
    const entries = await readToml(path, content);
    const text = (...wanted) => entries.find((entry) => entry.path.join("\n") === wanted.join("\n"))?.text;
    const crate = text("package", "name");
    const shared = text("workspace", "package", "version");
    return upwards(folders).map(({ above }) => {
        const lock = [...above, "Cargo.lock"].join("/");
        const isOurs = (found) => found.name === crate || found.version === shared;
        const keys = async (locked) => (await localCrates(lock, locked)).filter(isOurs).map(({ name }) => name);
        return { path: lock, keys };
    });
}
function upwards(folders) {
    return folders
        .map((_, i) => i)
        .concat(folders.length)
        .reverse()
        .map((i) => ({ above: folders.slice(0, i), below: folders.slice(i) }));
}

;// CONCATENATED MODULE: ./packages/version/files/ini.ts

function findInIni(content, key) {
    const [section, name] = splitKey(key ?? "metadata.version");
    const places = lines(content).filter((line) => line.section === section && line.name === name.toLowerCase());
    const looked = section === "" ? `${name} = …` : `${name} = … in [${section}]`;
    const [source, where] = /^(attr|file):\s*(.*)$/.exec(places[0]?.version ?? "")?.slice(1) ?? [];
    if (source !== undefined) {
        const what = `${name} is read from the ${source === "attr" ? "attribute" : "file"} ${where}`;
        const remedy = source === "attr" ? `List the Python file that assigns ${where} instead.` : `List ${where} instead.`;
        return { places: [], looked, elsewhere: { what, remedy } };
    }
    return { places, looked };
}
function findInProperties(content, key) {
    const name = key ?? "version";
    return { places: lines(content).filter((line) => line.name === name.toLowerCase()), looked: `${name}=…` };
}
function splitKey(key) {
    const segments = keySegments(key);
    return [segments.slice(0, -1).join("."), segments.at(-1) ?? ""];
}
function lines(content) {
    const found = [];
    let section = "";
    let at = content.startsWith("\uFEFF") ? 1 : 0;
    for (const line of content.slice(at).split("\n")) {
        const header = /^\[([^\]]*)\]/.exec(line);
        const separator = line.search(/[=:]/);
        if (header !== null)
            section = header[1];
        else if (separator > 0 && !/^[\s#;!]/.test(line)) {
            const name = line.slice(0, separator).trim().toLowerCase();
            const value = line.slice(separator + 1);
            const version = value.trim();
            const start = at + separator + 1 + (version === "" ? 0 : value.indexOf(version));
            const key = section === "" ? name : `${section}.${name}`;
            if (version !== "")
                found.push({ start, end: start + version.length, version, key, section, name });
        }
        at += line.length + 1;
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/version/files/marker.ts


const MARKER = "release-actions:version";
function markedPlaces(file, content) {
    const found = [];
    let next = 0;
    for (let at = content.indexOf(MARKER); at >= 0; at = content.indexOf(MARKER, next)) {
        next = at + MARKER.length;
        if (/[0-9A-Za-z_-]/.test(content[next] ?? ""))
            continue;
        const start = lineStart(content, at);
        next = lineEnd(content, next);
        const versions = versionsIn(content.slice(start, next), start);
        const [version] = versions;
        if (version === undefined || versions.length > 1)
            throw notOne(file, content, at, versions);
        found.push(version);
    }
    return found;
}
function versionsIn(line, offset) {
    const found = [];
    for (const match of line.matchAll(/[0-9A-Za-z.+!_-]+/g)) {
        const run = match[0];
        const prefix = run.startsWith("v") ? 1 : 0;
        const version = run.slice(prefix).replace(/[.!_-]$/, "");
        if (!/^[0-9]{1,20}\.[0-9]{1,20}/.test(version))
            continue;
        const start = offset + match.index + prefix;
        found.push({ start, end: start + version.length, version, key: MARKER });
    }
    return found;
}
function lineStart(content, from) {
    let at = from;
    while (at > 0 && content[at - 1] !== "\n" && content[at - 1] !== "\r")
        at--;
    return at;
}
function lineEnd(content, from) {
    let at = from;
    while (at < content.length && content[at] !== "\n" && content[at] !== "\r")
        at++;
    return at;
}
function notOne(file, content, at, versions) {
    const what = versions.length === 0
        ? "no version"
        : `${versions.length} versions (${versions.map(({ version }) => version).join(", ")})`;
    return (0,action/* invalid */.Gq)(`${file}:${lineAt(content, at)}: the line marked ${MARKER} has ${what}`, {
        remedy: `Put the marker on a line with exactly one version, such as VERSION=1.2.3 # ${MARKER}.`,
    });
}

;// CONCATENATED MODULE: ./packages/version/files/plain.ts
function findInPlainText(content) {
    const looked = "one line with the version and nothing else";
    const start = content.search(/[^\s\uFEFF]/);
    if (start < 0)
        return { places: [], looked };
    const version = content.slice(start).trimEnd();
    if (!/^[0-9A-Za-z.+!_-]{1,256}$/.test(version) || !/[0-9]/.test(version))
        return { places: [], looked };
    const prefix = /^v[0-9]/.test(version) ? 1 : 0;
    const place = {
        start: start + prefix,
        end: start + version.length,
        version: version.slice(prefix),
        key: "the whole file",
    };
    return { places: [place], looked };
}

;// CONCATENATED MODULE: ./packages/version/files/python-tokens.ts
function pythonTokens(source) {
    const tokens = [];
    let depth = 0;
    let at = source.startsWith("\uFEFF") ? 1 : 0;
    while (at < source.length) {
        const character = source[at];
        if (character === "#")
            at = endOfLine(source, at);
        else if (character === "\\" && python_tokens_lineEnd(source, at + 1) > 0)
            at += 1 + python_tokens_lineEnd(source, at + 1);
        else if (python_tokens_lineEnd(source, at) > 0) {
            const end = at + python_tokens_lineEnd(source, at);
            if (depth === 0)
                tokens.push({ kind: "end", start: at, end, text: "\n", depth });
            at = end;
        }
        else if (/\s/.test(character))
            at++;
        else {
            const token = stringAt(source, at, depth) ?? wordAt(source, at, depth) ?? markAt(source, at, depth);
            if (")]}".includes(token.text))
                depth = Math.max(0, depth - 1);
            if (token.kind === "mark" && "([{".includes(token.text))
                depth++;
            tokens.push(token);
            at = token.end;
        }
    }
    tokens.push({ kind: "end", start: at, end: at, text: "", depth: 0 });
    return tokens;
}
function* statements(tokens) {
    let statement = [];
    for (const token of tokens) {
        if (token.kind !== "end")
            statement.push(token);
        else if (statement.length > 0) {
            yield statement;
            statement = [];
        }
    }
}
function stringAt(source, at, depth) {
    const opening = /[A-Za-z]{0,2}(?:'''|"""|'|")/y;
    opening.lastIndex = at;
    const match = opening.exec(source)?.[0];
    if (match === undefined)
        return undefined;
    const prefix = match.replace(/['"]+$/, "").toLowerCase();
    if (!["", "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"].includes(prefix))
        return undefined;
    const quotes = match.slice(prefix.length);
    const start = at + match.length;
    let end = start;
    let hasEscape = false;
    while (end < source.length && !source.startsWith(quotes, end)) {
        if (quotes.length === 1 && python_tokens_lineEnd(source, end) > 0)
            break;
        if (source[end] === "\\")
            hasEscape = true;
        end += source[end] === "\\" ? 2 : 1;
    }
    const inner = {
        start,
        end,
        literal: ["", "r", "u"].includes(prefix) && !hasEscape && source.startsWith(quotes, end),
    };
    const after = Math.min(source.length, source.startsWith(quotes, end) ? end + quotes.length : end);
    return { kind: "string", start: at, end: after, text: source.slice(start, end), inner, depth };
}
function wordAt(source, at, depth) {
    const word = /[\p{L}\p{N}_]+/uy;
    word.lastIndex = at;
    const text = word.exec(source)?.[0];
    return text === undefined ? undefined : { kind: "word", start: at, end: at + text.length, text, depth };
}
function markAt(source, at, depth) {
    const text = /^(?:==|!=|<=|>=|:=)/.exec(source.slice(at, at + 2))?.[0] ?? source.charAt(at);
    const kind = text === ";" && depth === 0 ? "end" : "mark";
    return { kind, start: at, end: at + text.length, text, depth };
}
function endOfLine(source, from) {
    let at = from;
    while (at < source.length && python_tokens_lineEnd(source, at) === 0)
        at++;
    return at;
}
function python_tokens_lineEnd(source, at) {
    if (source[at] === "\n")
        return 1;
    if (source[at] !== "\r")
        return 0;
    return source[at + 1] === "\n" ? 2 : 1;
}

;// CONCATENATED MODULE: ./packages/version/files/python.ts





const NAMES = ["__version__", "__VERSION__", "VERSION", "version"];
function findInPython(file, content, key) {
    const code = [...statements(pythonTokens(content))];
    const names = key === undefined ? NAMES : [key];
    for (const name of names) {
        const found = assigned(file, content, code, name);
        if (found.places.length > 0 || found.elsewhere !== undefined)
            return found;
    }
    return { places: [], looked: names.map((name) => `${name} = "…"`).join(", ") };
}
function findInSetupPy(file, content, key) {
    if (key !== undefined)
        return findInPython(file, content, key);
    const code = [...statements(pythonTokens(content))];
    for (const statement of code) {
        const value = setupArgument(statement);
        if (value === undefined)
            continue;
        const place = placeOf(value, "setup(version)");
        if (place !== undefined)
            return { places: [place], looked: "setup(version=…)" };
        const [only] = value;
        if (value.length === 1 && only?.kind === "word") {
            const found = assigned(file, content, code, only.text);
            if (found.places.length > 0)
                return found;
        }
        return { places: [], looked: "setup(version=…)", elsewhere: computed(content, "setup(version)", value) };
    }
    return findInPython(file, content, undefined);
}
function assigned(file, content, code, name) {
    const places = [];
    const looked = `${name} = "…"`;
    for (const statement of code) {
        const value = assignment(statement, name);
        if (value === undefined) {
            if (!imports(statement, name))
                continue;
            const where = `line ${lineAt(content, statement[0]?.start ?? 0)} imports ${name} from another module`;
            return { places: [], looked, elsewhere: { what: where, remedy: "List the file that assigns it instead." } };
        }
        const place = placeOf(value, name) ?? tuple(file, content, value, name);
        if (place === undefined)
            return { places: [], looked, elsewhere: computed(content, name, value) };
        places.push(place);
    }
    return { places, looked };
}
function assignment(statement, name) {
    const first = statement[0];
    if (first?.kind !== "word")
        return undefined;
    if (statement[1]?.text === ":") {
        const equals = statement.findIndex((token) => token.text === "=" && token.kind === "mark" && token.depth === 0);
        return first.text === name && equals > 0 ? statement.slice(equals + 1) : undefined;
    }
    let at = 0;
    let isTarget = false;
    while (statement[at]?.kind === "word" && statement[at + 1]?.kind === "mark" && statement[at + 1]?.text === "=") {
        isTarget ||= statement[at]?.text === name;
        at += 2;
    }
    return isTarget ? statement.slice(at) : undefined;
}
function imports(statement, name) {
    const isImport = statement[0]?.text === "from" && statement.some(({ kind, text }) => kind === "word" && text === "import");
    return isImport && statement.at(-1)?.text === name;
}
function setupArgument(statement) {
    const call = statement.findIndex(({ kind, text }, i) => kind === "word" && text === "setup" && statement[i + 1]?.text === "(");
    if (call < 0)
        return undefined;
    const inside = (statement[call]?.depth ?? 0) + 1;
    const start = statement.findIndex(({ kind, text, depth }, i) => i > call && depth === inside && kind === "word" && text === "version" && statement[i + 1]?.text === "=");
    if (start < 0)
        return undefined;
    const rest = statement.slice(start + 2);
    const end = rest.findIndex(({ kind, text, depth }) => kind === "mark" && depth <= inside && (text === "," || text === ")"));
    return end < 0 ? rest : rest.slice(0, end);
}
function placeOf(value, key) {
    const isWrapped = value.length === 3 && value[0]?.text === "(" && value[2]?.text === ")";
    const token = isWrapped ? value[1] : value[0];
    if ((value.length !== 1 && !isWrapped) || token?.inner?.literal !== true)
        return undefined;
    return { start: token.inner.start, end: token.inner.end, version: token.text, key };
}
function tuple(file, content, value, key) {
    const opens = value[0]?.kind === "mark" && "([".includes(value[0].text) ? 1 : 0;
    const parts = value.slice(opens, value.length - opens).filter(({ text }) => text !== ",");
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined || parts.length < 2)
        return undefined;
    if (!parts.every(({ kind, text }) => kind === "word" && /^[0-9]{1,9}$/.test(text)))
        return undefined;
    const render = (next) => {
        const numbers = next.split(".");
        if (numbers.length !== parts.length || !numbers.every((number) => /^(?:0|[1-9][0-9]{0,8})$/.test(number))) {
            throw (0,action/* invalid */.Gq)(`${file}:${lineAt(content, first.start)}: ${key} is a tuple of ${parts.length} numbers and cannot say ${next}`, {
                remedy: `Write ${key} as a string, or release a version of ${parts.length} numbers.`,
            });
        }
        let text = "";
        let from = first.start;
        parts.forEach((part, i) => {
            text += content.slice(from, part.start) + numbers[i];
            from = part.end;
        });
        return text;
    };
    return { start: first.start, end: last.end, version: parts.map(({ text }) => text).join("."), key, render };
}
function computed(content, name, value) {
    const [first, last] = [value[0], value.at(-1)];
    const source = first === undefined || last === undefined ? "nothing" : (0,packages_text/* shorten */.ml)(content.slice(first.start, last.end), 80);
    return {
        what: `line ${lineAt(content, first?.start ?? 0)}: ${name} is computed (${source}), not written as one plain string`,
        remedy: `List the file that holds the literal instead, or put the comment ${MARKER} on its line.`,
    };
}

;// CONCATENATED MODULE: ./packages/version/files/xml.ts



function findInXml(file, content, key) {
    const segments = keySegments(key ?? "version");
    return { places: textsAt(file, content, segments), looked: `the element ${segments.join("/")}` };
}
function findInPom(file, content, key) {
    if (key !== undefined)
        return findInXml(file, content, key);
    const looked = "project/version";
    const places = textsAt(file, content, ["project", "version"]);
    const property = /^\$\{([^}]+)\}/.exec(places[0]?.version ?? "")?.[1];
    if (property !== undefined) {
        const path = keyText(["project", "properties", property]);
        const what = `the version is the property ${property}`;
        return { places: [], looked, elsewhere: { what, remedy: `List ${file}#${path} instead.` } };
    }
    const parent = textsAt(file, content, ["project", "parent", "version"])[0]?.version;
    if (places.length > 0 || parent === undefined)
        return { places, looked };
    const what = `the project has no version, it inherits ${parent} from its parent`;
    return {
        places,
        looked,
        elsewhere: { what, remedy: "List the parent's pom.xml instead, or give the project a <version>." },
    };
}
const DEEPEST = 1000;
function textsAt(file, content, path) {
    const found = [];
    const open = [];
    let textStart = -1;
    for (let at = content.indexOf("<"); at >= 0;) {
        const tag = readTag(file, content, at);
        if (tag.kind === "open") {
            if (open.push(tag.name) > DEEPEST)
                throw xml_malformed(file, content, at, `elements nested deeper than ${DEEPEST}`);
            textStart = same(open, path) ? tag.end : -1;
        }
        else if (tag.kind === "close") {
            if (open.at(-1) !== tag.name)
                throw xml_malformed(file, content, at, `</${tag.name}> closes nothing`);
            if (textStart >= 0)
                found.push(trimmed(content, textStart, at, path));
            open.pop();
            textStart = -1;
        }
        else if (tag.kind === "other" && textStart >= 0) {
            throw (0,action/* invalid */.Gq)(`${file}:${lineAt(content, at)}: ${path.join("/")} holds more than a text`, {
                remedy: "Write the version as the only content of the element.",
            });
        }
        at = content.indexOf("<", tag.end);
    }
    if (open.length > 0)
        throw xml_malformed(file, content, content.length, `<${open.at(-1)}> is not closed`);
    return found.filter(({ version }) => version !== "");
}
function same(a, b) {
    return a.length === b.length && a.every((part, i) => part === b[i]);
}
function trimmed(content, from, to, path) {
    const text = content.slice(from, to);
    const version = text.trim();
    const start = from + text.indexOf(version);
    return { start, end: start + version.length, version, key: keyText(path) };
}
function readTag(file, content, at) {
    for (const [opening, closing] of [
        ["<!--", "-->"],
        ["<![CDATA[", "]]>"],
        ["<?", "?>"],
    ]) {
        if (!content.startsWith(opening, at))
            continue;
        const end = content.indexOf(closing, at + opening.length);
        if (end < 0)
            throw xml_malformed(file, content, at, `${closing} is missing`);
        return { kind: "other", name: "", end: end + closing.length };
    }
    const end = endOfTag(file, content, at);
    if (content[at + 1] === "!")
        return { kind: "other", name: "", end };
    if (content[at + 1] === "/")
        return { kind: "close", name: content.slice(at + 2, end - 1).trim(), end };
    let nameEnd = at + 1;
    while (nameEnd < end && !" \t\r\n/>".includes(content[nameEnd]))
        nameEnd++;
    return { kind: content[end - 2] === "/" ? "empty" : "open", name: content.slice(at + 1, nameEnd), end };
}
function endOfTag(file, content, from) {
    let quote = "";
    let brackets = 0;
    for (let at = from; at < content.length; at++) {
        const character = content[at];
        if (quote !== "")
            quote = character === quote ? "" : quote;
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === "[")
            brackets++;
        else if (character === "]")
            brackets--;
        else if (character === ">" && brackets <= 0)
            return at + 1;
    }
    throw xml_malformed(file, content, from, "a tag does not end");
}
function xml_malformed(file, content, at, what) {
    return (0,action/* invalid */.Gq)(`${file}:${lineAt(content, at)}: not valid XML: ${what}`, { remedy: "Correct the file." });
}

;// CONCATENATED MODULE: ./packages/version/files/yaml.ts



const LONGEST = 2 * 1024 * 1024;
async function findInYaml(file, content, key) {
    const segments = key === undefined ? ["version"] : keySegments(key);
    const looked = `the text at ${keyText(segments)}`;
    if (content.length > LONGEST)
        throw (0,action/* invalid */.Gq)(`${file} is too long for a YAML version file (at most ${LONGEST} characters)`, {
            remedy: "List another file.",
        });
    const places = [];
    for (const document of await parse(file, content)) {
        const place = await scalarAt(file, content, document, segments);
        if (place !== undefined)
            places.push(place);
    }
    return { places, looked };
}
async function parse(file, content) {
    const { isTooDeep, parseAllDocuments } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const documents = parseAllDocuments(content, { version: "1.2", merge: false, logLevel: "silent" });
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error === undefined)
        return documents;
    if (isTooDeep(error))
        throw (0,action/* invalid */.Gq)(`${file} is nested too deeply for YAML`, { remedy: "Correct the file." });
    throw (0,action/* invalid */.Gq)(`${file}:${lineAt(content, error.pos[0])}: not valid YAML: ${error.message.split("\n", 1)[0]}`, {
        remedy: "Correct the file.",
    });
}
async function scalarAt(file, content, document, segments) {
    const { isAlias, isMap, isScalar, isSeq } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const key = keyText(segments);
    let node = document.contents;
    for (const segment of segments) {
        if (isMap(node))
            node = node.get(segment, true);
        else if (isSeq(node) && /^[0-9]{1,9}$/.test(segment))
            node = node.get(Number(segment), true);
        else if (isAlias(node))
            throw shared(file, content, key, node.range[0]);
        else
            return undefined;
    }
    if (node === null || node === undefined)
        return undefined;
    if (isAlias(node))
        throw shared(file, content, key, node.range[0]);
    if (!isScalar(node))
        return undefined;
    const [start, end] = node.range;
    const source = content.slice(start, end);
    if (node.type === "PLAIN") {
        if (source === "" || /[\r\n]/.test(source))
            throw yaml_form(file, content, key, start);
        return { start, end, version: source, key, render: await plainOrQuoted() };
    }
    const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    if (!isQuoted || source.slice(1, -1) !== node.value)
        throw yaml_form(file, content, key, start);
    return { start: start + 1, end: end - 1, version: node.value, key };
}
async function plainOrQuoted() {
    const { parse: parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    return (next) => (typeof parseYaml(next) === "string" && parseYaml(next) === next ? next : `"${next}"`);
}
function shared(file, content, key, at) {
    return (0,action/* invalid */.Gq)(`${file}:${lineAt(content, at)}: ${key} is an alias, so its value is written elsewhere and shared`, {
        remedy: "List the place of the anchor instead.",
    });
}
function yaml_form(file, content, key, at) {
    return (0,action/* invalid */.Gq)(`${file}:${lineAt(content, at)}: ${key} is not a text on one line without escapes`, {
        remedy: 'Write the version plainly or in quotes, as in version: "1.2.3".',
    });
}

;// CONCATENATED MODULE: ./packages/version/files/find.ts








const BY_NAME = {
    "package-lock.json": findInPackageLock,
    "npm-shrinkwrap.json": findInPackageLock,
    "pyproject.toml": findInPyproject,
    "cargo.toml": findInCargo,
    "cargo.lock": findInCargoLock,
    "setup.py": findInSetupPy,
    "setup.cfg": (_path, content, key) => findInIni(content, key),
    "pom.xml": findInPom,
};
const BY_EXTENSION = {
    json: findInJson,
    toml: findInToml,
    py: findInPython,
    pyi: findInPython,
    cfg: (_path, content, key) => findInIni(content, key),
    ini: (_path, content, key) => findInIni(content, key),
    properties: (_path, content, key) => findInProperties(content, key),
    xml: findInXml,
    csproj: findInXml,
    fsproj: findInXml,
    vbproj: findInXml,
    props: findInXml,
    yaml: findInYaml,
    yml: findInYaml,
};
async function find(path, content, key) {
    const name = (path.split("/").at(-1) ?? path).toLowerCase();
    const finder = own(BY_NAME, name) ?? own(BY_EXTENSION, name.split(".").at(-1) ?? "");
    const found = finder === undefined ? anyText(content, key) : await finder(path, content, key);
    if (key !== undefined || name.endsWith(".json"))
        return found;
    const marked = markedPlaces(path, content);
    if (marked.length === 0)
        return found;
    const known = found.many === true || found.places.length === 1 ? found.places : [];
    const unmarked = known.filter(({ start }) => marked.every((place) => place.start !== start));
    return { places: [...unmarked, ...marked], looked: found.looked, many: true };
}
function own(finders, name) {
    return Object.hasOwn(finders, name) ? finders[name] : undefined;
}
function anyText(content, key) {
    const looked = `one line with the version and nothing else, or lines with the comment ${MARKER}`;
    if (key !== undefined)
        return { places: [], looked: `a key, which only JSON, TOML, YAML, XML, INI and Python files have` };
    return { ...findInPlainText(content), looked };
}

;// CONCATENATED MODULE: ./packages/version/files/edit.ts





async function readVersions(path, content, key) {
    const places = await locate(path, content, key);
    const line = lineCounter(content);
    return places.map(({ version, start, key: name }) => ({ version, line: line(start), key: name }));
}
async function writeVersion(path, content, next, key) {
    if (!/^[0-9A-Za-z.+!_-]{1,256}$/.test(next)) {
        throw (0,action/* invalid */.Gq)(`"${(0,packages_text/* shorten */.ml)(next, 80)}" cannot be written as a version`, {
            remedy: "A version has letters, digits and . + - _ ! only, at most 256 of them.",
        });
    }
    const places = await locate(path, content, key);
    const line = lineCounter(content);
    const edits = [];
    let result = "";
    let from = 0;
    for (const place of places) {
        if (place.version === next)
            continue;
        result += content.slice(from, place.start) + (place.render?.(next) ?? next);
        from = place.end;
        edits.push({ line: line(place.start), from: place.version, to: next, key: place.key });
    }
    result += content.slice(from);
    if (edits.length > 0)
        await edit_confirm(path, result, next, key, places.length);
    return { content: result, edits };
}
async function edit_confirm(path, content, next, key, count) {
    const places = await locate(path, content, key);
    if (places.length === count && places.every(({ version }) => version === next))
        return;
    throw (0,action/* invalid */.Gq)(`${path} would not say ${next} after the edit`, {
        remedy: `The place holds something that cannot be replaced safely; edit it manually or mark the line (see ${path}#key).`,
    });
}
async function locate(path, content, key) {
    const found = await find(path, content, key);
    if (found.places.length === 0)
        throw missing(path, key, found);
    const places = [...found.places].sort((a, b) => a.start - b.start);
    if (places.length > 1 && found.many !== true)
        throw ambiguous(path, content, places);
    return places;
}
function missing(path, key, { looked, elsewhere }) {
    if (elsewhere !== undefined)
        return (0,action/* invalid */.Gq)(`${path}: ${elsewhere.what}`, { remedy: elsewhere.remedy });
    const asked = key === undefined ? "" : ` at the key ${key}`;
    return (0,action/* invalid */.Gq)(`${path} states no version${asked}; searched for ${looked}`, {
        remedy: `Correct the file's entry, name the place as ${path}#key, ` +
            `or put the comment ${MARKER} on the line that holds the version.`,
    });
}
const MOST_NAMED = 10;
function ambiguous(path, content, places) {
    const line = lineCounter(content);
    const problems = places
        .slice(0, MOST_NAMED)
        .map(({ key, start, version }) => ({ what: `${key} = ${version}`, file: path, line: line(start) }));
    const list = problems.map(({ what, line: at }) => `line ${at}: ${what}`).join("; ");
    return (0,action/* invalid */.Gq)(`${path} states its version in ${places.length} places and it is not clear which one counts (${list})`, {
        remedy: `Name one as ${path}#key, or put the comment ${MARKER} on the lines that count.`,
        problems,
    });
}

;// CONCATENATED MODULE: ./packages/version/files/index.ts






/***/ })

};
;