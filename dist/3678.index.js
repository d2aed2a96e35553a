"use strict";
exports.id = 3678;
exports.ids = [3678];
exports.modules = {

/***/ 9151:
/***/ (require("./9151.module.js")),

/***/ 3828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ settings),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   wP: () => (/* binding */ proxyEnvironment)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_exec_find__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9151);



const PASSED_ON = ["SYSTEMROOT", "SystemRoot", "WINDIR", "PATHEXT", "COMSPEC"];
const NONEXISTENT_PATH = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(node_os__WEBPACK_IMPORTED_MODULE_0__.devNull, "none");
const OVERRIDES = {
    "core.hooksPath": node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    "core.fsmonitor": "false",
    "core.untrackedCache": "false",
    "core.splitIndex": "false",
    "core.commitGraph": "false",
    "core.attributesFile": node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    "core.autocrlf": "false",
    "core.quotePath": "false",
    "core.pager": "cat",
    "core.askPass": "",
    "core.sshCommand": NONEXISTENT_PATH,
    "core.gitProxy": "",
    "safe.bareRepository": "explicit",
    "credential.helper": "",
    "credential.useHttpPath": "false",
    "diff.external": "",
    "fetch.recurseSubmodules": "false",
    "submodule.recurse": "false",
    "push.recurseSubmodules": "no",
    "push.followTags": "false",
    "push.gpgSign": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "gpg.program": NONEXISTENT_PATH,
    "gpg.openpgp.program": NONEXISTENT_PATH,
    "gpg.x509.program": NONEXISTENT_PATH,
    "gpg.ssh.program": NONEXISTENT_PATH,
    "gpg.ssh.defaultKeyCommand": NONEXISTENT_PATH,
    "gpg.minTrustLevel": "undefined",
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "tag.forceSignAnnotated": "false",
    "log.showSignature": "false",
    "log.mailmap": "false",
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    "http.followRedirects": "false",
    "http.sslVerify": "true",
    "http.cookieFile": "",
    "http.saveCookies": "false",
    "http.extraHeader": "",
};
function settings(...groups) {
    return [OVERRIDES, ...groups].flatMap((group) => Object.entries(group).flatMap(([key, value]) => ["-c", `${key}=${value}`]));
}
function gitEnvironment(options, protocols, temporary) {
    return {
        ...Object.fromEntries(PASSED_ON.flatMap((name) => entry(name, options.environment[name]))),
        PATH: (0,_release_actions_exec_find__WEBPACK_IMPORTED_MODULE_2__/* .absolutePath */ .Hi)(options.environment["PATH"] ?? options.environment["Path"] ?? ""),
        HOME: NONEXISTENT_PATH,
        XDG_CONFIG_HOME: NONEXISTENT_PATH,
        ...(temporary && { TMPDIR: options.temporary }),
        LC_ALL: "C",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_SYSTEM: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
        GIT_CONFIG_GLOBAL: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
        GIT_ATTR_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "",
        SSH_ASKPASS: "",
        SSH_ASKPASS_REQUIRE: "never",
        GIT_EDITOR: NONEXISTENT_PATH,
        GIT_PAGER: "cat",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_REPLACE_OBJECTS: "1",
        GIT_GRAFT_FILE: NONEXISTENT_PATH,
        GIT_LITERAL_PATHSPECS: "1",
        GIT_ALLOW_PROTOCOL: protocols.length === 0 ? "none" : protocols.join(":"),
    };
}
function proxyEnvironment(network) {
    return Object.fromEntries([
        ...entry("http_proxy", network?.httpProxy),
        ...entry("https_proxy", network?.httpsProxy),
        ...entry("no_proxy", network?.noProxy),
    ]);
}
function entry(name, value) {
    return value === undefined || value === "" ? [] : [[name, value]];
}


/***/ }),

/***/ 1426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isMissingRef),
/* harmony export */   X: () => (/* binding */ GitError)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


class GitError extends _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    command;
    code;
    stderr;
    constructor(command, code, stderr) {
        const own = stderr.replace(/^remote:.*/gm, "");
        const known = KNOWN.find(({ pattern }) => pattern.test(own)) ?? UNKNOWN;
        const said = firstFault(stderr);
        super(known.verdict, `git ${command} failed: ${known.message}${said === "" ? "" : ` (git says: ${said})`}`, {
            remedy: known.remedy,
        });
        this.name = "GitError";
        this.command = command;
        this.code = code;
        this.stderr = stderr;
    }
}
function isMissingRef(error) {
    return error instanceof GitError && /^fatal: couldn't find remote ref /m.test(error.stderr);
}
const CONNECTION = /early EOF|hung up|disconnect|RPC failed|Empty reply|(?:Recv|Send) failure|Connection reset|timed out|too slow/i;
const UNKNOWN = {
    pattern: /^/,
    verdict: "undecided",
    message: "it gave no reason that is known here",
    remedy: "Read git's message; run the same command manually in a fresh clone.",
};
const KNOWN = [
    {
        pattern: /dubious ownership/,
        verdict: "invalid",
        message: "the repository belongs to another user, and git does not read such a one unless told to",
        remedy: "Run the job as the owner of the work tree, or `chown -R` it to the job's user. The user's safe.directory " +
            "setting is not read here, and `*` would open every directory of the machine.",
    },
    {
        pattern: /cannot use bare repository|must be run in a work tree/,
        verdict: "invalid",
        message: "this is a bare repository, or the inside of a git directory",
        remedy: "Run in a checked-out work tree.",
    },
    {
        pattern: /not a git repository/i,
        verdict: "invalid",
        message: "there is no git repository here",
        remedy: "Check the repository out before this step (actions/checkout, or GIT_STRATEGY: fetch).",
    },
    {
        pattern: /\.lock': File exists|Unable to create .*\.lock|cannot lock ref .*File exists/,
        verdict: "undecided",
        message: "another git process holds a lock, or one that died left it",
        remedy: "When no other git process runs in this repository, delete the .lock file that git names, and run again.",
    },
    {
        pattern: /transport '[^']*' not allowed/,
        verdict: "invalid",
        message: "the remote's protocol is not allowed here",
        remedy: "Give an https:// address. In a partial clone, check out without a filter.",
    },
    {
        pattern: /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|error: 40[13]\b/,
        verdict: "invalid",
        message: "the server did not accept the credential, or wants one",
        remedy: "Give a token that may read the repository (and write, for a push), for this host.",
    },
    {
        pattern: /error: 429\b/,
        verdict: "undecided",
        message: "the server asks to slow down",
        remedy: "Run again later.",
    },
    {
        pattern: /repository '[^']*' not found|error: 404\b|does not appear to be a git repository/,
        verdict: "invalid",
        message: "the remote repository does not exist, or the token may not see it",
        remedy: "Check the address, and that the token may read that repository.",
    },
    {
        pattern: /unable to update url base from redirection|error: 30\d\b/,
        verdict: "invalid",
        message: "the server redirects elsewhere, and a credential does not follow",
        remedy: "Give the repository's current address.",
    },
    {
        pattern: /certificate|SSL|gnutls/i,
        verdict: "undecided",
        message: "the server's TLS certificate was not accepted",
        remedy: "Name your certificate authority's PEM file for the run; verification cannot be switched off.",
    },
    {
        pattern: /Could not resolve|Failed to connect|Couldn't connect|Connection refused|error: 5\d\d\b/i,
        verdict: "undecided",
        message: "the server could not be reached or could not answer",
        remedy: "Run again; if it happens again, check the address, the proxy and the server's status page.",
    },
    {
        pattern: CONNECTION,
        verdict: "undecided",
        message: "the connection ended before the answer was complete",
        remedy: "Run again.",
    },
    {
        pattern: /No space left|Read-only file system|Permission denied|Disk quota/i,
        verdict: "undecided",
        message: "the disk could not be written",
        remedy: "Free space or fix the permissions of the work tree and the temporary directory.",
    },
];
function firstFault(stderr) {
    const lines = stderr
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const fault = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
    return (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(fault, 300);
}


/***/ }),

/***/ 3678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XS: () => (/* reexport */ errors/* GitError */.X),
  branchRef: () => (/* reexport */ names/* branchRef */.Mi),
  cloneHistory: () => (/* binding */ cloneHistory),
  bG: () => (/* binding */ cloneWorkTree),
  u8: () => (/* reexport */ names/* fullRefOf */.u8),
  gitOptions: () => (/* reexport */ repository/* gitOptions */.h5),
  isObjectId: () => (/* reexport */ names/* isObjectId */.TS),
  b5: () => (/* reexport */ pipeline_files/* isPipelineFile */.b),
  isUrl: () => (/* reexport */ remote_url/* isUrl */.gU),
  messageFromText: () => (/* reexport */ messageFromText),
  mJ: () => (/* reexport */ names/* objectIdOf */.mJ),
  openCheckout: () => (/* reexport */ repository/* openCheckout */.Hj),
  openRemoteEditor: () => (/* binding */ openRemoteEditor),
  remoteAddress: () => (/* reexport */ remote_url/* remoteAddress */.fn),
  tagRef: () => (/* reexport */ names/* tagRef */.y6)
});

// UNUSED EXPORTS: openRepository, privateClone, refFault, repositoryPath

// EXTERNAL MODULE: ./packages/git/errors.ts
var errors = __webpack_require__(1426);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/git/message.ts

const MAX_SUBJECT = 200;
const MAX_MESSAGE = 64 * 1024;
const SKIP = /\[[ \t]*(?:skip[ _-]?(?:ci|actions)|(?:ci|actions)[ _-]?skip|no[ _-]?ci)[ \t]*\]|\*{3}NO_CI\*{3}/gi;
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
function messageFromText(text) {
    const lines = text
        .slice(0, MAX_MESSAGE)
        .toWellFormed()
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
        .replace(INVISIBLE, "")
        .split("\n")
        .map((line) => withoutSkips(line).trimEnd())
        .filter((line) => !vouches(line) && !line.startsWith("-----BEGIN "));
    const start = lines.findIndex((line) => line !== "");
    const subject = lines[start];
    if (subject === undefined) {
        throw (0,action/* invalid */.Gq)("nothing of the text can be part of a commit message", { remedy: "Write a message." });
    }
    const body = withoutTrailers(paragraphsOf(lines.slice(start + 1)));
    return `${[cut(subject.trim()), ...body.map((paragraph) => paragraph.join("\n"))].join("\n\n")}\n`;
}
function withoutSkips(line) {
    const rest = line.replace(SKIP, "");
    return rest.search(SKIP) < 0 ? rest : rest.replace(/[[\]*]/g, "");
}
function vouches(line) {
    return /^\s*(?:[A-Za-z][A-Za-z-]{0,40}-(?:by|with|to)\s*:|skip-checks\s*:|\(cherry picked from commit)/i.test(line);
}
function paragraphsOf(lines) {
    const paragraphs = [];
    let open = false;
    for (const line of lines) {
        if (line === "") {
            open = false;
        }
        else if (open) {
            paragraphs.at(-1)?.push(line);
        }
        else {
            paragraphs.push([line]);
            open = true;
        }
    }
    return paragraphs;
}
function withoutTrailers(paragraphs) {
    const kept = [...paragraphs];
    while (isTrailers(kept.at(-1)))
        kept.pop();
    return kept;
}
function isTrailers(paragraph) {
    return (paragraph !== undefined &&
        TRAILER.test(paragraph[0] ?? "") &&
        paragraph.every((line) => TRAILER.test(line) || /^[ \t]/.test(line)));
}
const TRAILER = /^[A-Za-z0-9-]+[ \t]*:/;
function cut(subject) {
    const characters = [...subject];
    return characters.length > MAX_SUBJECT ? `${characters.slice(0, MAX_SUBJECT - 1).join("")}…` : subject;
}

// EXTERNAL MODULE: ./packages/git/names.ts
var names = __webpack_require__(5661);
// EXTERNAL MODULE: ./packages/git/pipeline-files.ts
var pipeline_files = __webpack_require__(9233);
// EXTERNAL MODULE: ./packages/git/remote-url.ts
var remote_url = __webpack_require__(3639);
// EXTERNAL MODULE: ./packages/git/repository.ts
var repository = __webpack_require__(1121);
;// CONCATENATED MODULE: ./packages/git/index.ts






async function privateClone(options) {
    return (await __webpack_require__.e(/* import() */ 9224).then(__webpack_require__.bind(__webpack_require__, 9224))).privateClone(options);
}
async function cloneHistory(options) {
    return (await __webpack_require__.e(/* import() */ 9224).then(__webpack_require__.bind(__webpack_require__, 9224))).cloneHistory(options);
}
async function cloneWorkTree(options) {
    return (await __webpack_require__.e(/* import() */ 9224).then(__webpack_require__.bind(__webpack_require__, 9224))).cloneWorkTree(options);
}
async function openRemoteEditor(options) {
    return (await __webpack_require__.e(/* import() */ 2281).then(__webpack_require__.bind(__webpack_require__, 2281))).openRemoteEditor(options);
}


/***/ }),

/***/ 5661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ branchRef),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   TS: () => (/* binding */ isObjectId),
/* harmony export */   mJ: () => (/* binding */ objectIdOf),
/* harmony export */   u8: () => (/* binding */ fullRefOf),
/* harmony export */   y6: () => (/* binding */ tagRef)
/* harmony export */ });
/* unused harmony export refFault */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


const MAX_REF_BYTES = 244;
function isObjectId(text) {
    return text.length <= 64 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function objectIdOf(text, what = "object id") {
    if (isObjectId(text))
        return text;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not a full ${what}`, {
        remedy: "Give all 40 (or 64) hex digits in lower case, as `git rev-parse` prints them.",
    });
}
function tagRef(name) {
    return refBelow("refs/tags/", name, "tag");
}
function branchRef(name) {
    return refBelow("refs/heads/", name, "branch");
}
function fullRefOf(text) {
    const fault = text.startsWith("refs/") ? refFault(text) : "does not begin with refs/";
    if (fault === undefined)
        return text;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not a full ref name: it ${fault}`, {
        remedy: "Give it as refs/tags/<tag> or refs/heads/<branch>.",
    });
}
function refBelow(prefix, name, what) {
    const fault = name.startsWith("-") ? "begins with a dash" : refFault(prefix + name);
    if (fault === undefined)
        return (prefix + name);
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is not a ${what} name: it ${fault}`, {
        remedy: `Give the ${what}'s name as git lists it, without ${prefix}.`,
    });
}
function repositoryPath(path) {
    const parts = path.split("/");
    const fault = path === "" || path.length > 4096
        ? "is empty or too long"
        : path.includes("\0")
            ? "contains a NUL"
            : parts.some((part) => part === "" || part === "." || part === "..")
                ? 'has an empty part, "." or ".."'
                : parts.some((part) => part.toLowerCase() === ".git")
                    ? "leads into .git"
                    : undefined;
    if (fault === undefined)
        return path;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} is not a path inside the repository: it ${fault}`, {
        remedy: "Give the path from the repository's top, such as docs/guide.md.",
    });
}
function refFault(ref) {
    if (Buffer.byteLength(ref) > MAX_REF_BYTES)
        return `is longer than ${MAX_REF_BYTES} bytes`;
    const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]/.exec(ref);
    if (forbidden !== null)
        return `contains ${JSON.stringify(forbidden[0])}`;
    if (!ref.isWellFormed())
        return "is not valid Unicode";
    if (ref.includes(".."))
        return 'contains ".."';
    if (ref.includes("@{"))
        return 'contains "@{"';
    if (ref.endsWith("."))
        return "ends in a dot";
    for (const part of ref.split("/")) {
        if (part === "")
            return "has an empty part between slashes";
        if (part.startsWith("."))
            return "has a part that begins with a dot";
        if (part.endsWith(".lock"))
            return 'has a part that ends in ".lock"';
    }
    return undefined;
}


/***/ }),

/***/ 5417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ readObjects),
/* harmony export */   $Y: () => (/* binding */ nulSeparated),
/* harmony export */   Hi: () => (/* binding */ headBranch),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   VG: () => (/* binding */ entryFault),
/* harmony export */   hd: () => (/* binding */ resolve),
/* harmony export */   hr: () => (/* binding */ exactName),
/* harmony export */   i4: () => (/* binding */ notACommit),
/* harmony export */   of: () => (/* binding */ describeObjects),
/* harmony export */   re: () => (/* binding */ treeEntries),
/* harmony export */   zY: () => (/* binding */ peel)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5661);


function exactName(name) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isObjectId */ .TS)(name) ? name : (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(name);
}
async function readObjects(context, names, variables = {}) {
    const { stdout } = await context.git({
        command: "cat-file",
        options: ["--batch"],
        input: names.map((name) => `${name}\n`).join(""),
        variables,
    });
    let at = 0;
    return names.map(() => {
        const end = stdout.indexOf(0x0a, at);
        const header = parseHeader(stdout.toString("utf8", at, end < 0 ? stdout.length : end));
        if (header === undefined) {
            at = end + 1;
            return undefined;
        }
        const content = stdout.subarray(end + 1, end + 1 + header.size);
        at = end + 1 + header.size + 1;
        return { id: header.id, type: header.type, content };
    });
}
async function describeObjects(context, names) {
    if (names.length === 0)
        return [];
    const { stdout } = await context.git({
        command: "cat-file",
        options: ["--batch-check"],
        input: names.map((name) => `${name}\n`).join(""),
    });
    const lines = stdout.toString("utf8").split("\n");
    return names.map((_, index) => {
        const header = parseHeader(lines[index] ?? "");
        return header === undefined ? undefined : { id: header.id, type: header.type };
    });
}
async function resolve(context, name) {
    const [object] = await describeObjects(context, [exactName(name)]);
    return object;
}
async function peel(context, name) {
    const exact = exactName(name);
    const [commit, end] = await describeObjects(context, [`${exact}^{commit}`, `${exact}^{}`]);
    if (commit !== undefined)
        return commit.id;
    if (end !== undefined)
        throw notACommit(exact, end.type);
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${exact} is not in this repository`, {
        remedy: "Fetch it first; for the whole history, set fetch-depth: 0 in actions/checkout (GitLab: GIT_DEPTH: 0).",
    });
}
function notACommit(name, type) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${name} leads to a ${type}, not to a commit`, {
        remedy: "Tag a commit: `git tag -a <name> <commit>`.",
    });
}
async function headCommit(context) {
    const [head] = await describeObjects(context, ["HEAD^{commit}"]);
    return head?.id;
}
async function headBranch(context) {
    const { code, stdout } = await context.git({
        command: "symbolic-ref",
        options: ["--quiet", "HEAD"],
        answers: [0, 1],
    });
    return code === 0 ? (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .fullRefOf */ .u8)(stdout.toString("utf8").trimEnd()) : undefined;
}
async function treeEntries(context, commit, paths) {
    const { stdout } = await context.git({
        command: "ls-tree",
        options: ["-z", "--full-tree"],
        values: [(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(commit, "commit id")],
        paths: paths.map(_names_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryPath */ .SH),
    });
    return nulSeparated(stdout).map((record) => {
        const [, mode = "", type = "", id = "", path = ""] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(record) ?? [];
        return { mode, type, id: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(id), path };
    });
}
async function readFile(context, commit, path, maxBytes) {
    const [entry] = await treeEntries(context, commit, [path]);
    if (entry === undefined)
        return undefined;
    const fault = entryFault(entry);
    if (fault !== undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${path} in ${commit.slice(0, 12)} is ${fault}, not a regular file`, {
            remedy: "Name the file itself.",
        });
    }
    const { stdout: size } = await context.git({ command: "cat-file", options: ["-s"], values: [entry.id] });
    if (Number(size.toString("utf8")) > maxBytes) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${path} in ${commit.slice(0, 12)} has ${size.toString("utf8").trim()} bytes, more than ${maxBytes}`, {
            remedy: "Raise the limit, or name a smaller file.",
        });
    }
    const { stdout } = await context.git({
        command: "cat-file",
        options: ["blob"],
        values: [entry.id],
        maxOutput: maxBytes,
    });
    return stdout;
}
function entryFault(entry) {
    if (entry.mode === "120000")
        return "a symbolic link";
    if (entry.mode === "160000")
        return "a submodule";
    if (entry.type === "tree")
        return "a directory";
    return entry.type === "blob" ? undefined : `a ${entry.type}`;
}
function nulSeparated(output) {
    const text = output.toString("utf8");
    return text === "" ? [] : (text.endsWith("\0") ? text.slice(0, -1) : text).split("\0");
}
function parseHeader(line) {
    const found = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tag|tree|blob)(?: (\d+))?$/.exec(line);
    if (found === null)
        return undefined;
    return { id: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(found[1] ?? ""), type: found[2], size: Number(found[3] ?? 0) };
}


/***/ }),

/***/ 9233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ assertNoPipelineFiles),
/* harmony export */   b: () => (/* binding */ isPipelineFile)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

function isPipelineFile(path) {
    const lower = path.toLowerCase();
    return lower.startsWith(".github/") || lower === ".gitlab-ci.yml" || lower.startsWith(".gitlab/ci/");
}
function assertNoPipelineFiles(paths, what) {
    const touched = paths.filter(isPipelineFile);
    if (touched.length === 0)
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${what} would change workflow or pipeline files: ${touched.slice(0, 5).join(", ")}`, {
        remedy: "A person changes these, in a separate, reviewed merge request.",
    });
}


/***/ }),

/***/ 4917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ contextOf),
  f: () => (/* binding */ isShallow)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./packages/git/environment.ts
var environment = __webpack_require__(3828);
// EXTERNAL MODULE: ./packages/git/errors.ts
var errors = __webpack_require__(1426);
;// CONCATENATED MODULE: ./packages/git/run.ts





const MIB = 1024 * 1024;
const MAX_STDERR = 64 * 1024;
const KILL_AFTER = 2_000;
const READ_ONLY_COMMANDS = new Set(["cat-file", "for-each-ref", "ls-tree", "rev-parse", "symbolic-ref"]);
async function runGit(options, invocation) {
    const { remote } = invocation;
    stopIfAborted(options, invocation.command);
    const access = remote === undefined ? undefined : await (await __webpack_require__.e(/* import() */ 3384).then(__webpack_require__.bind(__webpack_require__, 3384))).openRemoteAccess(options, remote);
    try {
        const child = (0,external_node_child_process_.spawn)("git", argumentsOf(invocation, (0,environment/* settings */.W0)(invocation.config ?? {}, access?.config ?? {})), {
            cwd: invocation.directory,
            env: {
                ...(0,environment/* gitEnvironment */._K)(options, access === undefined ? [] : [access.protocol], !READ_ONLY_COMMANDS.has(invocation.command)),
                ...access?.environment,
                ...invocation.variables,
            },
            detached: true,
            windowsHide: true,
            stdio: [
                invocation.input === undefined ? "ignore" : "pipe",
                "pipe",
                "pipe",
                ...(access?.descriptor === undefined ? [] : [access.descriptor]),
            ],
        });
        const timeout = access === undefined ? (options.localTimeout ?? 60_000) : (options.networkTimeout ?? 600_000);
        const outcome = await waitForExit(child, invocation, options, timeout);
        const stderr = access?.clean(outcome.stderr) ?? outcome.stderr;
        if ((invocation.answers ?? [0]).includes(outcome.code))
            return { ...outcome, stderr };
        throw new errors/* GitError */.X(invocation.command, outcome.code, stderr);
    }
    finally {
        await access?.close();
    }
}
function argumentsOf(invocation, config) {
    const { command, options = [], values = [], paths } = invocation;
    const all = ["--no-pager", ...config, command, ...options];
    if (values.length > 0)
        all.push("--end-of-options", ...values);
    if (paths !== undefined)
        all.push("--", ...paths);
    if (all.some((argument) => argument.includes("\0")))
        throw (0,action/* invalid */.Gq)(`an argument of git ${command} contains a NUL`);
    return all;
}
function waitForExit(child, invocation, options, timeout) {
    const { command, maxOutput = 16 * MIB } = invocation;
    const { signal } = options;
    return new Promise((resolve, reject) => {
        const stdout = [];
        const stderr = [];
        let stdoutBytes = 0;
        let stderrBytes = 0;
        let failure;
        const timers = [];
        const end = (reason) => {
            if (failure !== undefined)
                return;
            failure = reason;
            killGroup(child, "SIGTERM");
            timers.push(setTimeout(() => killGroup(child, "SIGKILL"), KILL_AFTER));
        };
        const onAbort = () => end(interruptedRun(command));
        const settle = (code) => {
            timers.forEach(clearTimeout);
            signal?.removeEventListener("abort", onAbort);
            if (failure !== undefined)
                killGroup(child, "SIGKILL");
            child.stdout?.destroy();
            child.stderr?.destroy();
            if (failure !== undefined)
                return reject(failure);
            resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") });
        };
        timers.push(setTimeout(() => end(deadlinePassed(command, timeout)), timeout));
        if (invocation.watch !== undefined)
            timers.push(watching(invocation.watch, end));
        signal?.addEventListener("abort", onAbort, { once: true });
        if (signal?.aborted === true)
            onAbort();
        child.stdout?.on("data", (chunk) => {
            stdoutBytes += chunk.length;
            if (stdoutBytes > maxOutput)
                end(tooMuch(command, maxOutput));
            else
                stdout.push(chunk);
        });
        child.stderr?.on("data", (chunk) => {
            if (stderrBytes < MAX_STDERR)
                stderr.push(chunk.subarray(0, MAX_STDERR - stderrBytes));
            stderrBytes += chunk.length;
        });
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(invocation.input);
        child.on("error", (error) => {
            failure ??= cannotStart(error, invocation.directory);
            settle(null);
        });
        child.on("close", settle);
        child.on("exit", (code) => {
            const giveUp = () => {
                killGroup(child, "SIGKILL");
                settle(code);
            };
            timers.push(setTimeout(giveUp, KILL_AFTER));
        });
    });
}
function watching(watch, end) {
    return setInterval(() => void watch().catch((reason) => end(reason)), 250);
}
function killGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        (0,external_node_process_.kill)(-child.pid, signal);
    }
    catch {
        child.kill(signal);
    }
}
function stopIfAborted(options, command) {
    if (options.signal?.aborted === true)
        throw interruptedRun(command);
}
function interruptedRun(command) {
    return (0,action/* interrupted */.VM)(`interrupted while git ${command} ran`, { remedy: "Run the same command again." });
}
function deadlinePassed(command, timeout) {
    return (0,action/* undecided */.oo)(`git ${command} did not end within ${Math.round(timeout / 1000)} s and was stopped`, {
        remedy: "Run again; for a very large repository allow more time.",
    });
}
function tooMuch(command, maxOutput) {
    return (0,action/* undecided */.oo)(`git ${command} printed more than ${maxOutput} bytes and was stopped`, {
        remedy: "Narrow the question: fewer commits, tags or paths, or a smaller file.",
    });
}
function cannotStart(error, directory) {
    if (error.code === "ENOENT") {
        return (0,action/* invalid */.Gq)(`git could not be started in ${directory}`, {
            remedy: "Install git 2.32 or newer, have it on PATH, and check that the directory exists.",
            cause: error,
        });
    }
    return (0,action/* undecided */.oo)(`git could not be started: ${error.code ?? error.message}`, {
        remedy: "The machine is short of memory, processes or file descriptors; run again.",
        cause: error,
    });
}

;// CONCATENATED MODULE: ./packages/git/place.ts




function contextOf(options, origin) {
    const accepted = options.acceptOwner === true ? { "safe.directory": options.directory } : {};
    const git = (invocation) => runGit(options, {
        directory: options.directory,
        remote: origin,
        ...invocation,
        config: { ...accepted, ...invocation.config },
    });
    let place;
    return {
        options,
        directory: options.directory,
        place: () => (place ??= findPlace(git, options.directory)),
        ...(origin === undefined ? {} : { origin }),
        fetched: new Map(),
        git,
    };
}
async function findPlace(git, directory) {
    const { stdout } = await git({
        command: "rev-parse",
        options: [
            "--path-format=absolute",
            "--is-shallow-repository",
            "--show-object-format",
            "--git-dir",
            "--git-common-dir",
            "--show-toplevel",
        ],
    });
    const [shallow, format, gitDirectory, commonDirectory, top] = stdout.toString("utf8").split("\n");
    if (top === undefined || gitDirectory === undefined || commonDirectory === undefined || top === "") {
        throw (0,action/* invalid */.Gq)(`git does not say where the repository of ${directory} is`, {
            remedy: "Use git 2.32 or newer, and a work tree whose path has no line break.",
        });
    }
    assertInside(directory, top);
    return {
        top,
        gitDirectory,
        commonDirectory,
        shallow: shallow === "true",
        format: format === "sha256" ? "sha256" : "sha1",
    };
}
async function isShallow(context) {
    const gitDirectory = (0,external_node_path_.join)(context.directory, ".git");
    if ((0,external_node_fs_.statSync)(gitDirectory, { throwIfNoEntry: false })?.isDirectory() === true)
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(gitDirectory, "shallow"));
    return (await context.place()).shallow;
}
function assertInside(directory, top) {
    const way = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(top), (0,external_node_fs_.realpathSync)(directory));
    if (way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way))
        return;
    throw (0,action/* invalid */.Gq)(`the repository says that its work tree is ${top}, which does not hold ${directory}`, {
        remedy: "Remove core.worktree from the repository's configuration, or run in the work tree itself.",
    });
}


/***/ }),

/***/ 3639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fn: () => (/* binding */ remoteAddress),
/* harmony export */   gU: () => (/* binding */ isUrl)
/* harmony export */ });
/* unused harmony export isLoopback */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9366);




function isUrl(text) {
    return /^[a-z][a-z0-9+.-]*:/i.test(text);
}
function remoteAddress(remote) {
    const text = remote.url;
    if (remote.allowFile === true && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text))
        return fileAddress((0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(text));
    const url = URL.canParse(text) && text.length <= 2048 ? new URL(text) : undefined;
    if (url?.protocol === "file:" && url.host === "" && remote.allowFile === true)
        return fileAddress(url);
    const fault = addressFault(url);
    if (url !== undefined && fault === undefined) {
        return { url: url.href, protocol: url.protocol === "https:" ? "https" : "http", origin: url.origin };
    }
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(`the remote address ${shown(url, text)} cannot be used: ${fault}`, {
        remedy: "Give it as https://host/path, without a user or a token in it; the token has its own input.",
    });
}
function isLoopback(url) {
    return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}
function addressFault(url) {
    if (url === undefined)
        return "it is not a URL";
    if (url.protocol === "http:" && !isLoopback(url))
        return "plain http is allowed for loopback addresses only";
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return `${url.protocol} is not https`;
    if (url.username !== "" || url.password !== "")
        return "it carries a user name or a password";
    if (url.search !== "" || url.hash !== "")
        return "it carries a query or a fragment";
    if (url.pathname === "/")
        return "it names no repository";
    return undefined;
}
function fileAddress(url) {
    return { url: url.href, protocol: "file", origin: "file://" };
}
function shown(url, text) {
    if (url !== undefined && url.host !== "")
        return `${url.protocol}//${url.host}${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(url.pathname, 80)}`;
    return text.includes("@") ? "(not shown, as it may hold a token)" : (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text);
}


/***/ }),

/***/ 1121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ openCheckout),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   h5: () => (/* binding */ gitOptions)
/* harmony export */ });
/* unused harmony export openRepository */
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5417);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4917);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(908);



function openRepository(options) {
    return repositoryIn((0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .contextOf */ .V)(options));
}
function gitOptions({ host, io, signal }) {
    return {
        environment: host.childEnvironment,
        get temporary() {
            return host.temporary;
        },
        network: host.network,
        signal,
        io,
    };
}
function openCheckout(context, directory = context.host.workspace, isNamed = directory === context.host.workspace) {
    const { kind } = context.host;
    const acceptOwner = isNamed && (kind === "github" || kind === "gitlab");
    return openRepository(Object.assign(gitOptions(context), { directory, acceptOwner }));
}
function repositoryIn(context) {
    return {
        directory: async () => (await context.place()).top,
        isShallow: () => (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .isShallow */ .f)(context),
        head: () => (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .headCommit */ .Qo)(context),
        headBranch: () => (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .headBranch */ .Hi)(context),
        resolve: (name) => (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .resolve */ .hd)(context, name),
        peel: (name) => (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .peel */ .zY)(context, name),
        tag: (name) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc)(context, name),
        inspectTag: (name) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectTag */ .Vm)(context, name),
        tags: () => (0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tags */ ._A)(context),
        isAncestor: async (ancestor, descendant) => (await __webpack_require__.e(/* import() */ 3213).then(__webpack_require__.bind(__webpack_require__, 3213))).isAncestor(context, ancestor, descendant),
        isReachable: async (commit, prefixes) => (await __webpack_require__.e(/* import() */ 3213).then(__webpack_require__.bind(__webpack_require__, 3213))).isReachable(context, commit, prefixes),
        relation: async (from, to) => (await __webpack_require__.e(/* import() */ 3213).then(__webpack_require__.bind(__webpack_require__, 3213))).relation(context, from, to),
        log: async (options) => (await __webpack_require__.e(/* import() */ 3213).then(__webpack_require__.bind(__webpack_require__, 3213))).log(context, options),
        readFile: (id, path, maxBytes) => (0,_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .readFile */ .TA)(context, id, path, maxBytes),
        verifyTag: async (name, options) => (await __webpack_require__.e(/* import() */ 8927).then(__webpack_require__.bind(__webpack_require__, 8927))).verifyTag(context, name, options),
        remoteRefs: async (remote, names) => (await __webpack_require__.e(/* import() */ 8453).then(__webpack_require__.bind(__webpack_require__, 8453))).remoteRefs(context, remote, names),
        fetchTag: async (remote, name) => (await __webpack_require__.e(/* import() */ 8453).then(__webpack_require__.bind(__webpack_require__, 8453))).fetchTag(context, remote, name),
        changedSince: async (name) => (await __webpack_require__.e(/* import() */ 3213).then(__webpack_require__.bind(__webpack_require__, 3213))).changedSince(context, name),
        changedFiles: async () => (await __webpack_require__.e(/* import() */ 2704).then(__webpack_require__.bind(__webpack_require__, 2704))).changedFiles(context),
        commit: async (request) => (await __webpack_require__.e(/* import() */ 2704).then(__webpack_require__.bind(__webpack_require__, 2704))).commit(context, request),
        createTag: async (request) => (await __webpack_require__.e(/* import() */ 3932).then(__webpack_require__.bind(__webpack_require__, 3932))).createTag(context, request),
        push: async (request) => (await __webpack_require__.e(/* import() */ 7801).then(__webpack_require__.bind(__webpack_require__, 7801))).push(context, request),
    };
}


/***/ }),

/***/ 908:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ tag),
/* harmony export */   Vm: () => (/* binding */ inspectTag),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   y: () => (/* binding */ describeTag)
/* harmony export */ });
/* unused harmony export parseTagObject */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5661);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5417);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4917);




async function inspectTag(context, name) {
    const fetched = context.fetched.get(name);
    if (fetched !== undefined) {
        const [shallow, head] = await Promise.all([(0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isShallow */ .f)(context), (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .headCommit */ .Qo)(context)]);
        return { tag: fetched.tag, head, shallow };
    }
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .tagRef */ .y6)(name);
    const [shallow, objects] = await Promise.all([
        (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .isShallow */ .f)(context),
        (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readObjects */ .$I)(context, [ref, `${ref}^{commit}`, "HEAD^{commit}"]),
    ]);
    const [object, commit, head] = objects;
    return { tag: await tagOf(context, name, object, commit), head: head?.id, shallow };
}
async function tag(context, name) {
    const fetched = context.fetched.get(name);
    if (fetched !== undefined)
        return fetched.tag;
    const ref = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .tagRef */ .y6)(name);
    const [object, commit] = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readObjects */ .$I)(context, [ref, `${ref}^{commit}`]);
    return tagOf(context, name, object, commit);
}
async function tagOf(context, name, object, commit) {
    if (object === undefined)
        return undefined;
    if (object.type !== "tag")
        return describeTag(name, object, object);
    const target = /^object ([0-9a-f]+)\ntype commit\n/.exec(object.content.toString("latin1", 0, 100))?.[1];
    if (commit !== undefined && commit.id === target)
        return describeTag(name, object, commit);
    const [end] = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .describeObjects */ .of)(context, [`${object.id}^{}`]);
    if (end !== undefined)
        return describeTag(name, object, end);
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`the tag ${name} leads to an object that is not in this repository`, {
        remedy: "Fetch it first; for the whole history, set fetch-depth: 0 in actions/checkout (GitLab: GIT_DEPTH: 0).",
    });
}
function describeTag(name, object, end) {
    const entry = {
        name,
        id: object.id,
        commit: end.type === "commit" ? end.id : undefined,
        targetType: end.type,
    };
    if (object.type !== "tag" || !("content" in object))
        return { ...entry, annotated: false, signed: false };
    const parsed = parseTagObject(object.content);
    return { ...entry, ...parsed, annotated: true, signed: parsed.signature !== undefined };
}
function parseTagObject(content) {
    const text = content.toString("utf8");
    const end = text.indexOf("\n\n");
    const header = end < 0 ? text : text.slice(0, end);
    const body = end < 0 ? "" : text.slice(end + 2);
    const lines = header.split("\n");
    const stated = lines.find((line) => line.startsWith("tag "))?.slice(4);
    const tagger = parseTagger(lines.find((line) => line.startsWith("tagger "))?.slice("tagger ".length));
    const start = signatureStart(body);
    return {
        ...(stated === undefined ? {} : { statedName: stated }),
        ...tagger,
        message: start === undefined ? body : body.slice(0, start),
        ...(start === undefined ? {} : { signature: signatureKind(body.slice(start)) }),
    };
}
function parseTagger(line = "") {
    const open = line.indexOf("<");
    const close = line.lastIndexOf("> ");
    if (open < 0 || close < open)
        return {};
    const seconds = Number.parseInt(line.slice(close + 2, close + 22), 10);
    return { tagger: line.slice(0, open).trim(), ...(Number.isSafeInteger(seconds) ? { date: seconds * 1000 } : {}) };
}
function signatureStart(body) {
    let found;
    for (let at = 0; at < body.length;) {
        const next = body.indexOf("\n", at);
        if (body.startsWith("-----BEGIN ", at) && ARMOURS.some(([begin]) => body.startsWith(begin, at)))
            found = at;
        at = next < 0 ? body.length : next + 1;
    }
    return found;
}
const ARMOURS = [
    ["-----BEGIN SSH SIGNATURE-----", "ssh"],
    ["-----BEGIN PGP SIGNATURE-----", "openpgp"],
    ["-----BEGIN PGP MESSAGE-----", "openpgp"],
    ["-----BEGIN SIGNED MESSAGE-----", "x509"],
];
function signatureKind(signature) {
    return ARMOURS.find(([begin]) => signature.startsWith(begin))?.[1] ?? "other";
}
const TAG_FIELDS = ["refname", "objectname", "objecttype", "*objectname", "*objecttype"];
async function tags(context) {
    const { stdout } = await context.git({
        command: "for-each-ref",
        options: [`--format=${TAG_FIELDS.map((field) => `%(${field})`).join("%00")}`],
        values: ["refs/tags/"],
        maxOutput: 256 * 1024 * 1024,
    });
    const rows = stdout
        .toString("utf8")
        .split("\n")
        .slice(0, -1)
        .map((line) => line.split("\0"));
    const nested = rows.filter(([, , type, , target]) => type === "tag" && target === "tag").map(([, id = ""]) => id);
    const ends = await (0,_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .describeObjects */ .of)(context, nested.map((id) => `${id}^{}`));
    const endOf = new Map(nested.map((id, index) => [id, ends[index]]));
    return rows.map(([ref = "", id = "", type = "", target = "", targetType = ""]) => {
        const annotated = type === "tag";
        const end = endOf.get(id) ?? { id: annotated ? target : id, type: (annotated ? targetType : type) };
        return { name: ref.slice("refs/tags/".length), id: (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIdOf */ .mJ)(id), annotated, commit: commitId(end) };
    });
}
function commitId(end) {
    return end.type === "commit" && (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isObjectId */ .TS)(end.id) ? end.id : undefined;
}


/***/ })

};
;