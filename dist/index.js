/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4331:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS)
/* harmony export */ });
const ACTIONS = new Map([
    ["alerts-gate", () => __nccwpck_require__.e(/* import() */ 7100).then(__nccwpck_require__.bind(__nccwpck_require__, 7100))],
    ["appinterface-validate", () => __nccwpck_require__.e(/* import() */ 3067).then(__nccwpck_require__.bind(__nccwpck_require__, 3067))],
    ["bump-appinterface-ref", () => __nccwpck_require__.e(/* import() */ 8816).then(__nccwpck_require__.bind(__nccwpck_require__, 8816))],
    ["bump-version", () => Promise.all(/* import() */[__nccwpck_require__.e(3678), __nccwpck_require__.e(9386), __nccwpck_require__.e(348), __nccwpck_require__.e(2431), __nccwpck_require__.e(2973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))],
    ["changelog-extract", () => Promise.all(/* import() */[__nccwpck_require__.e(9386), __nccwpck_require__.e(8105)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8105))],
    ["frontend-check", () => __nccwpck_require__.e(/* import() */ 3698).then(__nccwpck_require__.bind(__nccwpck_require__, 3698))],
    ["jira-issue", () => Promise.all(/* import() */[__nccwpck_require__.e(4049), __nccwpck_require__.e(493)]).then(__nccwpck_require__.bind(__nccwpck_require__, 493))],
    ["konflux-release", () => Promise.all(/* import() */[__nccwpck_require__.e(4049), __nccwpck_require__.e(5431)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5431))],
    ["metrics-gate", () => __nccwpck_require__.e(/* import() */ 7692).then(__nccwpck_require__.bind(__nccwpck_require__, 7692))],
    ["publish-release", () => Promise.all(/* import() */[__nccwpck_require__.e(4049), __nccwpck_require__.e(348), __nccwpck_require__.e(9800)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9800))],
    ["quay-verify", () => Promise.all(/* import() */[__nccwpck_require__.e(4049), __nccwpck_require__.e(3177)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3177))],
    ["smoke", () => __nccwpck_require__.e(/* import() */ 228).then(__nccwpck_require__.bind(__nccwpck_require__, 228))],
    ["validate-tag", () => Promise.all(/* import() */[__nccwpck_require__.e(3678), __nccwpck_require__.e(348), __nccwpck_require__.e(1747)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1747))],
]);


/***/ }),

/***/ 6589:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  DP: () => (/* reexport */ CHECK_WORDS),
  R9: () => (/* reexport */ NO_ENDPOINTS),
  VG: () => (/* reexport */ Stop),
  xQ: () => (/* reexport */ camelCase),
  Yq: () => (/* reexport */ choice),
  s9: () => (/* reexport */ createJournal),
  QP: () => (/* reexport */ defineAction),
  p0: () => (/* reexport */ duration),
  I$: () => (/* reexport */ exitCode),
  fJ: () => (/* reexport */ fail),
  Jt: () => (/* reexport */ flag),
  nd: () => (/* reexport */ integer),
  VM: () => (/* reexport */ interrupted),
  Gq: () => (/* reexport */ invalid),
  jr: () => (/* reexport */ isForgeToken),
  oJ: () => (/* reexport */ isSuccess),
  kW: () => (/* reexport */ kebabCase),
  p_: () => (/* reexport */ list),
  CG: () => (/* reexport */ output),
  jO: () => (/* reexport */ outputText),
  IX: () => (/* reexport */ pass),
  hD: () => (/* reexport */ quote),
  J5: () => (/* reexport */ refused),
  Ej: () => (/* reexport */ size),
  hT: () => (/* reexport */ skipped),
  Qq: () => (/* reexport */ inputs_text),
  bj: () => (/* reexport */ unanswered),
  oo: () => (/* reexport */ undecided),
  L5: () => (/* reexport */ unknown),
  ro: () => (/* reexport */ unknownRow),
  R8: () => (/* reexport */ warn)
});

// UNUSED EXPORTS: VERDICTS

;// CONCATENATED MODULE: ./packages/action-types/stop.ts
class Stop extends Error {
    verdict;
    details;
    constructor(verdict, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "Stop";
        this.verdict = verdict;
        this.details = details;
    }
}
function refused(message, details) {
    return new Stop("refused", message, details);
}
function invalid(message, details) {
    return new Stop("invalid", message, details);
}
function undecided(message, details) {
    return new Stop("undecided", message, details);
}
function unknown(message, details) {
    return new Stop("unknown", message, details);
}
function interrupted(message, details) {
    return new Stop("interrupted", message, details);
}

;// CONCATENATED MODULE: ./packages/action-types/check-row.ts

const CHECK_WORDS = {
    pass: "✅ pass",
    fail: "❌ fail",
    warn: "⚠️ warn",
    skipped: "➖ skipped",
    unknown: "❓ unknown",
    invalid: "🚫 invalid",
};
function pass(check, detail) {
    return { check, result: "pass", detail };
}
function skipped(check, detail) {
    return { check, result: "skipped", detail };
}
function fail(check, detail, remedy) {
    return { check, result: "fail", detail, remedy };
}
function warn(check, detail, remedy) {
    return { check, result: "warn", detail, remedy };
}
function unknownRow(check, detail, remedy) {
    return { check, result: "unknown", detail, remedy };
}
function unanswered(check, error) {
    if (!(error instanceof Stop) || error.verdict === "interrupted" || error.verdict === "unknown")
        throw error;
    const remedy = error.details.remedy ?? "Run again.";
    return { check, result: error.verdict === "invalid" ? "invalid" : "unknown", detail: error.message, remedy };
}

;// CONCATENATED MODULE: ./packages/action-types/forge-token.ts
function isForgeToken(secret) {
    return /^(?:gl[a-z]{1,8}-|gh[a-z]_|github_pat_)/.test(secret);
}

;// CONCATENATED MODULE: ./packages/action-types/inputs.ts

function input(kind, options, read, choices) {
    const { description, example, secret = false, github, gitlab, default: fallback } = options;
    const required = fallback === undefined && options.optional !== true;
    return {
        facts: {
            description,
            kind,
            required,
            secret,
            ...(fallback !== undefined && { default: fallback }),
            ...(example !== undefined && { example }),
            ...(choices !== undefined && { choices }),
            ...(github !== undefined && { github }),
            ...(gitlab !== undefined && { gitlab }),
        },
        read(given) {
            const value = given ?? fallback;
            if (value !== undefined)
                return read(value);
            if (required)
                throw new Error("is required and was not given");
            return undefined;
        },
    };
}
function inputs_text(options) {
    return input("text", options, (given) => {
        if (options.notOfForge === true && isForgeToken(given))
            throw new Error("holds a token of GitHub or GitLab, by its beginning; it was sent to no one");
        return given;
    });
}
function list(options) {
    return input("list", { default: "", ...options }, splitList);
}
function flag(options) {
    return input("flag", { ...options, default: String(options.default) }, readFlag);
}
function choice(choices, options) {
    const read = (given) => {
        const found = choices.find((candidate) => candidate === given);
        if (found === undefined)
            throw new Error(`must be one of ${choices.join(", ")}; given: ${quote(given)}`);
        return found;
    };
    return input("choice", options, read, choices);
}
function integer(options) {
    return input("integer", options, readInteger);
}
function duration(options) {
    return input("duration", options, readDuration);
}
function size(options) {
    return input("size", options, readSize);
}
function splitList(given) {
    return given
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== "");
}
function readFlag(given) {
    if (given === "true" || given === "True" || given === "TRUE")
        return true;
    if (given === "false" || given === "False" || given === "FALSE")
        return false;
    throw new Error(`must be true or false; given: ${quote(given)}`);
}
function readInteger(given) {
    if (!/^[0-9]{1,16}$/.test(given) || !Number.isSafeInteger(Number(given))) {
        throw new Error(`must be a whole number; given: ${quote(given)}`);
    }
    return Number(given);
}
const UNIT_MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DURATION = 30 * UNIT_MILLISECONDS.d;
function readDuration(given) {
    const refuse = () => {
        throw new Error(`must be a length of time such as 30s, 5m or 1h30m, at most 30d; given: ${quote(given)}`);
    };
    if (given === "0")
        return 0;
    if (!/^(?:[0-9]{1,9}(?:ms|s|m|h|d)){1,5}$/.test(given))
        return refuse();
    let total = 0;
    for (const [, amount, unit] of given.matchAll(/([0-9]+)(ms|s|m|h|d)/g)) {
        total += Number(amount) * UNIT_MILLISECONDS[unit];
    }
    return total <= MAX_DURATION ? total : refuse();
}
const UNIT_BYTES = { "": 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
function readSize(given) {
    const match = /^([0-9]{1,12})[ ]?(B|KB|MB|GB|KiB|MiB|GiB|)$/.exec(given);
    const bytes = match && Number(match[1]) * UNIT_BYTES[match[2]];
    if (bytes === null || !Number.isSafeInteger(bytes)) {
        throw new Error(`must be a number of bytes such as 500, 64KiB or 10MiB; given: ${quote(given)}`);
    }
    return bytes;
}
function quote(given) {
    return JSON.stringify(given.length > 80 ? `${given.slice(0, 80)}…` : given);
}

;// CONCATENATED MODULE: ./packages/action-types/define-action.ts

const NO_ENDPOINTS = { description: [], origins: () => [] };
function defineAction(definition) {
    const common = {
        config: inputs_text({ description: "Path of release-actions.yml. Without it: the root of the repository, then .github/.", optional: true }),
        summary: flag({ description: "Write a job summary; in a terminal only when it is asked for.", default: true }),
        ...(definition.changes && {
            "dry-run": flag({ description: "Run every check, show the plan, change nothing.", default: false }),
        }),
    };
    return {
        ...definition,
        inputs: { ...definition.inputs, ...common },
    };
}
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function kebabCase(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./packages/action-types/journal.ts
function createJournal() {
    let intended = [];
    let exists = [];
    let nextStep;
    return {
        intend: (what) => void intended.push(...what),
        made: (what, url) => void exists.push(url === undefined ? { what } : { what, url }),
        gone(what) {
            intended = intended.filter((other) => other !== what);
            exists = exists.filter((other) => other.what !== what);
        },
        next: (step) => void (nextStep = step),
        get state() {
            const made = new Set(exists.map(({ what }) => what));
            const missing = intended.filter((what) => !made.has(what));
            return nextStep === undefined ? { exists, missing } : { exists, missing, next: nextStep };
        },
    };
}

;// CONCATENATED MODULE: ./packages/action-types/outputs.ts
const output = {
    text: (description) => ({ facts: { description, kind: "text" } }),
    flag: (description) => ({ facts: { description, kind: "flag" } }),
    integer: (description) => ({ facts: { description, kind: "integer" } }),
    json: (description) => ({ facts: { description, kind: "json" } }),
};
function outputText(value) {
    if (value === undefined || value === null)
        return "";
    return typeof value === "string" ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./packages/action-types/verdict.ts
const EXIT_CODES = {
    passed: 0,
    done: 0,
    unchanged: 0,
    refused: 1,
    invalid: 2,
    undecided: 3,
    unknown: 4,
    interrupted: 130,
};
const VERDICTS = Object.keys(EXIT_CODES);
function exitCode(verdict) {
    return EXIT_CODES[verdict];
}
function isSuccess(verdict) {
    return EXIT_CODES[verdict] === 0;
}

;// CONCATENATED MODULE: ./packages/action-types/index.ts













/***/ }),

/***/ 3514:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Se: () => (/* reexport */ githubHost),
  _K: () => (/* reexport */ gitlabHost),
  zd: () => (/* reexport */ printed),
  ll: () => (/* reexport */ printer),
  ml: () => (/* reexport */ system_clock_systemClock),
  P0: () => (/* reexport */ terminalHost),
  Qn: () => (/* reexport */ variableOf)
});

// UNUSED EXPORTS: GITLAB_REPORTS, runInMemory

// EXTERNAL MODULE: ./packages/text/redact.ts
var redact = __nccwpck_require__(967);
// EXTERNAL MODULE: ./packages/text/inert.ts
var inert = __nccwpck_require__(1008);
// EXTERNAL MODULE: ./packages/text/markdown.ts
var markdown = __nccwpck_require__(3943);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./packages/runtime/index.ts + 4 modules
var runtime = __nccwpck_require__(5183);
// EXTERNAL MODULE: ./packages/action-types/index.ts + 8 modules
var action_types = __nccwpck_require__(6589);
;// CONCATENATED MODULE: ./packages/hosts/conclusion.ts


function conclusion_conclude(io, end) {
    if ((0,action_types/* isSuccess */.oJ)(end.verdict)) {
        io.info(`${end.action}: ${(0,runtime/* verdictInWords */._5)(end.verdict)}`);
        return;
    }
    for (const problem of end.problems) {
        const { what, remedy, hint, file, line } = problem;
        io.error(paragraphs(what, remedy, hint), { ...(file !== undefined && { file }), ...(line !== undefined && { line }) });
    }
    if (end.message !== undefined && !(end.problems.length === 1 && end.problems[0].what === end.message)) {
        io.error(paragraphs(end.message, end.remedy, end.hint));
    }
    const { exists, missing, next } = end.journal;
    for (const { what, url } of exists)
        io.info(`exists: ${what}${url === undefined ? "" : ` ${url}`}`);
    const absent = end.verdict === "unknown" ? "not known to exist" : "does not exist";
    for (const what of missing)
        io.info(`${absent}: ${what}`);
    if (next !== undefined)
        io.info(`next: ${next}`);
    io.info(`${end.action}: ${(0,runtime/* verdictInWords */._5)(end.verdict, exists.length > 0)} (exit code ${end.exitCode})`);
}
function paragraphs(what, remedy, hint) {
    return [what, ...(remedy === undefined ? [] : [remedy]), ...(hint === undefined ? [] : [(0,runtime/* hintText */.dx)(hint)])].join("\n");
}

;// CONCATENATED MODULE: ./packages/hosts/environment.ts
function networkSettings(env) {
    const httpProxy = given(env, "http_proxy", "HTTP_PROXY");
    const httpsProxy = given(env, "https_proxy", "HTTPS_PROXY");
    const noProxy = given(env, "no_proxy", "NO_PROXY");
    const certificateAuthorities = given(env, "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE");
    return {
        ...(httpProxy !== undefined && { httpProxy }),
        ...(httpsProxy !== undefined && { httpsProxy }),
        ...(noProxy !== undefined && { noProxy }),
        ...(certificateAuthorities !== undefined && { certificateAuthorities }),
        tlsVerificationDisabled: env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0",
    };
}
const CHILD_VARIABLES = ["PATH", "PATHEXT", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "TZ"];
function environment_childEnvironment(env) {
    const kept = CHILD_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
    return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8" };
}
function given(env, ...names) {
    for (const name of names)
        if (env[name] !== undefined && env[name] !== "")
            return env[name];
    return undefined;
}
function leakingMode(env) {
    if (env["CI_DEBUG_TRACE"] === "true")
        return "CI_DEBUG_TRACE prints every variable of the job";
    if (given(env, "NODE_DEBUG") !== undefined)
        return "NODE_DEBUG prints the headers of every request";
    return undefined;
}

;// CONCATENATED MODULE: ./packages/hosts/log.ts

function log_createIo(style, redactor) {
    const blocks = [];
    const clean = (place = {}) => ({
        ...place,
        ...(place.title !== undefined && { title: (0,inert/* oneLine */.TN)(redactor.redact(place.title)) }),
        ...(place.file !== undefined && { file: (0,inert/* oneLine */.TN)(redactor.redact(place.file)) }),
    });
    return {
        blocks,
        debug: (message) => style.debug((0,inert/* inertLines */.wi)(redactor.redact(message))),
        info: (message) => (0,inert/* inertLines */.wi)(redactor.redact(message)).forEach(style.print),
        notice: (message, place) => style.annotate("notice", redactor.redact(message), clean(place)),
        warning: (message, place) => style.annotate("warning", redactor.redact(message), clean(place)),
        error: (message, place) => style.annotate("error", redactor.redact(message), clean(place)),
        async group(title, body) {
            const close = style.openGroup((0,inert/* oneLine */.TN)(redactor.redact(title)));
            try {
                return await body();
            }
            finally {
                close();
            }
        },
        progress: (message) => style.progress((0,inert/* oneLine */.TN)(redactor.redact(message))),
        secret: (value) => redactor.add(value).forEach(style.mask),
        summary: (...more) => void blocks.push(...more),
    };
}
function throttled(interval, now, print) {
    let last = -Infinity;
    return (line) => {
        if (now() - last < interval)
            return;
        last = now();
        print(line);
    };
}

;// CONCATENATED MODULE: ./packages/hosts/print.ts

const used = new Set();
async function printed() {
    await Promise.all([...used].map((stream) => new Promise((resolve) => stream.write("", resolve))));
}
function printer(process, name) {
    const descriptor = name === "stdout" ? 1 : 2;
    let direct = process === globalThis.process;
    return (text) => {
        let rest = Buffer.from(text);
        while (direct && rest.length > 0) {
            try {
                rest = rest.subarray((0,external_node_fs_.writeSync)(descriptor, rest));
            }
            catch (error) {
                if (error.code === "EPIPE")
                    return;
                direct = false;
            }
        }
        if (rest.length === 0)
            return;
        used.add(process[name]);
        process[name].write(rest.toString());
    };
}

;// CONCATENATED MODULE: ./packages/hosts/signals.ts
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 143 };
function onTerminationSignal(process, callback) {
    let seen = false;
    for (const [name, code] of Object.entries(EXIT_CODES)) {
        process.on(name, () => {
            if (seen)
                process.exit(code);
            seen = true;
            callback(name, code);
        });
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/hosts/temporary.ts


function temporary_temporaryDirectory(parent) {
    let made;
    return {
        path: () => (made ??= (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, "release-actions-"))),
        remove() {
            if (made !== undefined)
                (0,external_node_fs_.rmSync)(made, { recursive: true, force: true });
            made = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./packages/hosts/github.ts









const MAX_SUMMARY_BYTES = 1024 * 1024;
function githubHost(process) {
    const env = process.env;
    const redactor = (0,redact/* createRedactor */.l)();
    const print = printer(process, "stdout");
    const io = log_createIo(workflowCommands((line) => print(`${line}\n`)), redactor);
    const temporary = temporary_temporaryDirectory(given(env, "RUNNER_TEMP") ?? (0,external_node_os_.tmpdir)());
    const leaks = leakingMode(env);
    return {
        facts: githubFacts(env, process.cwd(), temporary.path),
        io,
        ...(leaks !== undefined && { leaks }),
        readInputs: (inputs) => readInputs(env, inputs),
        onSignal: (callback) => onTerminationSignal(process, callback),
        async prepare() {
            for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) {
                const file = given(env, name);
                if (file !== undefined)
                    (0,external_node_fs_.appendFileSync)(file, "");
            }
        },
        async writeOutputs(_, outputs) {
            const file = given(env, "GITHUB_OUTPUT");
            const text = Object.entries(outputs).map(([name, value]) => heredoc(name, redactor.redact(value).toWellFormed())).join("");
            if (file !== undefined)
                (0,external_node_fs_.appendFileSync)(file, text);
        },
        async writeSummary(_, blocks) {
            const file = given(env, "GITHUB_STEP_SUMMARY");
            const all = [...io.blocks, ...blocks];
            if (file !== undefined && all.length > 0)
                (0,external_node_fs_.appendFileSync)(file, redactor.redact(cappedMarkdown(all)));
        },
        async conclude(end) {
            conclusion_conclude(io, end);
        },
        async cleanUp() {
            temporary.remove();
        },
    };
}
function githubFacts(env, directory, temporary) {
    const ref = given(env, "GITHUB_REF") ?? "";
    const server = given(env, "GITHUB_SERVER_URL");
    const repository = given(env, "GITHUB_REPOSITORY");
    const run = given(env, "GITHUB_RUN_ID");
    return {
        kind: "github",
        workspace: given(env, "GITHUB_WORKSPACE") ?? directory,
        get temporary() {
            return temporary();
        },
        ...(ref.startsWith("refs/tags/") && { pushedTag: ref.slice("refs/tags/".length) }),
        ...optional("commit", given(env, "GITHUB_SHA")),
        ...optional("repository", repository),
        ...optional("serverUrl", server),
        ...optional("apiUrl", given(env, "GITHUB_API_URL")),
        ...optional("runUrl", server && repository && run && `${server}/${repository}/actions/runs/${run}`),
        network: networkSettings(env),
        childEnvironment: environment_childEnvironment(env),
    };
}
function optional(key, value) {
    return value === undefined || value === "" ? {} : { [key]: value };
}
function readInputs(env, inputs) {
    const values = new Map();
    const problems = [];
    const byVariable = new Map([...inputs.keys()].map((name) => [`INPUT_${name.toUpperCase()}`, name]));
    for (const [variable, value] of Object.entries(env)) {
        if (!variable.startsWith("INPUT_") || value === undefined)
            continue;
        const name = byVariable.get(variable);
        if (name !== undefined) {
            if (value.trim() !== "")
                values.set(name, value.trim());
        }
        else {
            const given = variable.slice("INPUT_".length).toLowerCase();
            problems.push({ input: given, what: `there is no input ${given}`, remedy: `The inputs are: ${[...inputs.keys()].join(", ")}.` });
        }
    }
    return { values, problems };
}
function workflowCommands(write) {
    return {
        print: write,
        debug: (lines) => lines.forEach((line) => write(`::debug::${commandData(line)}`)),
        annotate: (level, message, place) => write(`::${level}${commandProperties(place)}::${commandData(message)}`),
        openGroup(title) {
            write(`::group::${commandData(title)}`);
            return () => write("::endgroup::");
        },
        progress: throttled(10_000, () => performance.now(), (line) => (0,inert/* inertLines */.wi)(line).forEach(write)),
        mask: (line) => write(`::add-mask::${escapeData(line)}`),
    };
}
function commandData(text) {
    const lines = (0,inert/* visibleLines */.gB)(text).map((line) => line.replaceAll("##[", "##\\["));
    return escapeData(lines.join("\n"));
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function commandProperties(place) {
    const { title, file, line, column } = place;
    const given = Object.entries({ title, file, line, col: column }).filter(([, value]) => value !== undefined);
    if (given.length === 0)
        return "";
    return ` ${given.map(([name, value]) => `${name}=${commandData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`).join(",")}`;
}
function heredoc(name, value) {
    let delimiter = "end_of_output";
    while (value.includes(delimiter))
        delimiter += `_${Math.random().toString(36).slice(2)}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
function cappedMarkdown(blocks) {
    let text = "";
    for (const block of blocks) {
        const next = (0,markdown/* toMarkdown */.l6)([block]) + "\n";
        if (Buffer.byteLength(text) + Buffer.byteLength(next) > MAX_SUMMARY_BYTES - 200)
            return `${text}\nThe rest of this summary is too long to show here.\n`;
        text += next;
    }
    return text;
}

;// CONCATENATED MODULE: ./packages/hosts/flags.ts

const PREFIX = "RELEASE_ACTIONS_";
function readFlags(argv, env, inputs, hostVariable) {
    const values = new Map();
    const problems = [];
    for (let index = 0; index < argv.length; index += 1) {
        const [, name, attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argv[index]) ?? [];
        const facts = name === undefined ? undefined : inputs.get(name);
        if (name === undefined) {
            problems.push({ what: `${(0,action_types/* quote */.hD)(argv[index])} is not expected here`, remedy: "Inputs are given as --name value; see --help." });
        }
        else if (facts === undefined) {
            problems.push({ input: name, what: `there is no input --${name}`, remedy: `${suggestion(name, inputs)}See --help for all inputs.` });
            if (attached === undefined && isValue(argv[index + 1]))
                index += 1;
        }
        else {
            let value = attached;
            if (value === undefined && facts.kind === "flag" && !isFlagWord(argv[index + 1]))
                value = "true";
            else if (value === undefined)
                value = argv[++index];
            if (value === undefined)
                problems.push({ input: name, what: `--${name} has no value`, remedy: `Give it as --${name} value.` });
            else if (facts.secret) {
                problems.push({ input: name, what: `--${name} is a secret and is not taken from the command line`, remedy: `Other users can see it there. Set the variable ${variableOf(name)} instead.` });
            }
            else
                values.set(name, join(values.get(name), value.trim(), facts));
        }
    }
    for (const [name, facts] of inputs) {
        const fallback = [env[variableOf(name)], hostVariable?.(facts)].find((value) => value !== undefined && value.trim() !== "");
        if (!values.has(name) && fallback !== undefined)
            values.set(name, fallback.trim());
    }
    problems.push(...misspeltVariables(env, inputs));
    for (const [name, value] of values)
        if (value === "")
            values.delete(name);
    return { values, problems };
}
function variableOf(name) {
    return PREFIX + name.toUpperCase().replaceAll("-", "_");
}
function join(before, value, facts) {
    return before !== undefined && facts.kind === "list" ? `${before}\n${value}` : value;
}
function isValue(argument) {
    return argument !== undefined && !argument.startsWith("--");
}
function isFlagWord(argument) {
    return argument !== undefined && /^(true|false)$/i.test(argument);
}
function misspeltVariables(env, inputs) {
    const known = new Map([...inputs.keys()].map((name) => [variableOf(name).replaceAll("_", ""), variableOf(name)]));
    return Object.keys(env).flatMap((variable) => {
        const meant = variable.startsWith(PREFIX) ? known.get(variable.replaceAll("_", "")) : undefined;
        return meant === undefined || meant === variable ? [] : [{ what: `the variable ${variable} is misspelt`, remedy: `Write ${meant}.` }];
    });
}
function suggestion(name, inputs) {
    const plain = (text) => text.replaceAll(/[-_]/g, "").toLowerCase();
    const near = [...inputs.keys()].find((known) => plain(known) === plain(name) || known.startsWith(name) || (name.length > 3 && name.startsWith(known)));
    return near === undefined ? "" : `Did you mean --${near}? `;
}

;// CONCATENATED MODULE: ./packages/hosts/gitlab.ts












const GITLAB_REPORTS = "release-actions-reports";
function gitlabHost(process, argv) {
    const env = process.env;
    const redactor = (0,redact/* createRedactor */.l)();
    const print = printer(process, "stdout");
    const io = log_createIo(jobLog((line) => print(`${line}\n`)), redactor);
    const temporary = temporary_temporaryDirectory((0,external_node_os_.tmpdir)());
    const facts = gitlabFacts(env, process.cwd(), temporary.path);
    const reports = (0,external_node_path_.join)(facts.workspace, GITLAB_REPORTS);
    const leaks = leakingMode(env);
    return {
        facts,
        io,
        ...(leaks !== undefined && { leaks }),
        readInputs: (inputs) => readFlags(argv, env, inputs, ({ gitlab }) => (gitlab === undefined ? undefined : env[gitlab])),
        onSignal: (callback) => onTerminationSignal(process, callback),
        async prepare() {
            (0,external_node_fs_.mkdirSync)(reports, { recursive: true });
            startReports(reports, env["CI_JOB_ID"] ?? "");
        },
        async writeOutputs(action, outputs) {
            const directory = (0,external_node_path_.join)(reports, action);
            (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
            const variables = new Map();
            for (const [name, raw] of Object.entries(outputs)) {
                const value = redactor.redact(raw).toWellFormed();
                (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, name), value);
                const variable = `${action}_${name}`.toUpperCase().replaceAll("-", "_");
                const dotenv = dotenvValue(value);
                const report = `${GITLAB_REPORTS}/${action}/${name}`;
                if (dotenv === undefined)
                    variables.set(`${variable}_FILE`, report);
                else if (dotenv === "" && name.endsWith("-file"))
                    variables.set(variable, report.slice(0, -"-file".length));
                else if (!variables.has(variable))
                    variables.set(variable, dotenv);
            }
            const lines = [...variables].map(([variable, value]) => `${variable}=${value}\n`);
            (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(reports, "outputs.env"), lines.join(""));
        },
        async writeSummary(action, blocks) {
            const all = [...io.blocks, ...blocks];
            if (all.length > 0)
                (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(reports, "summary.md"), redactor.redact((0,markdown/* toMarkdown */.l6)(all)) + "\n");
            if (all.length > 0)
                io.info(`${action}: the summary is in ${GITLAB_REPORTS}/summary.md among the job's artifacts`);
        },
        async conclude(end) {
            conclusion_conclude(io, end);
        },
        async cleanUp() {
            temporary.remove();
        },
    };
}
function startReports(reports, job) {
    const [owner, outputs, summary] = ["job", "outputs.env", "summary.md"].map((name) => (0,external_node_path_.join)(reports, name));
    if (!(0,external_node_fs_.existsSync)(owner) || (0,external_node_fs_.readFileSync)(owner, "utf8") !== job) {
        (0,external_node_fs_.rmSync)(summary, { force: true });
        (0,external_node_fs_.writeFileSync)(outputs, "");
        (0,external_node_fs_.writeFileSync)(owner, job);
    }
    (0,external_node_fs_.appendFileSync)(outputs, "");
}
function dotenvValue(value) {
    return value.length <= 300 && (0,inert/* visible */.RK)(value) === value && !/[\n\r"'`\\$#]/.test(value) && value.trim() === value ? value : undefined;
}
function gitlabFacts(env, directory, temporary) {
    return {
        kind: "gitlab",
        workspace: given(env, "CI_PROJECT_DIR") ?? directory,
        get temporary() {
            return temporary();
        },
        ...optional("pushedTag", env["CI_COMMIT_TAG"]),
        ...optional("commit", env["CI_COMMIT_SHA"]),
        ...optional("repository", env["CI_PROJECT_PATH"]),
        ...optional("projectId", env["CI_PROJECT_ID"]),
        ...optional("serverUrl", env["CI_SERVER_URL"]),
        ...optional("apiUrl", env["CI_API_V4_URL"]),
        ...optional("runUrl", env["CI_JOB_URL"]),
        network: networkSettings(env),
        childEnvironment: environment_childEnvironment(env),
    };
}
const COLOUR = { notice: "36", warning: "33", error: "31" };
function jobLog(write) {
    let sections = 0;
    const seconds = () => Math.floor(Date.now() / 1000);
    return {
        print: write,
        debug: () => undefined,
        annotate(level, message, { file, line }) {
            const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
            const lines = (0,inert/* visibleLines */.gB)(message);
            lines.forEach((text, index) => write(index === 0 ? `\u001b[${COLOUR[level]}m${level}:\u001b[0m ${place}${text}` : `  ${text}`));
        },
        openGroup(title) {
            const id = `release_actions_${(sections += 1)}`;
            write(`\u001b[0Ksection_start:${seconds()}:${id}\r\u001b[0K${title}`);
            return () => write(`\u001b[0Ksection_end:${seconds()}:${id}\r\u001b[0K`);
        },
        progress: throttled(10_000, () => performance.now(), write),
        mask: () => undefined,
    };
}

;// CONCATENATED MODULE: ./packages/hosts/system-clock.ts
const LONGEST = 2 ** 31 - 1;
const system_clock_systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted === true)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const end = performance.now() + milliseconds;
        let timer;
        const wait = (left) => {
            timer = setTimeout(() => {
                const more = end - performance.now();
                if (left > LONGEST && more > 0)
                    return wait(more);
                signal?.removeEventListener("abort", onAbort);
                resolve();
            }, Math.min(left, LONGEST));
        };
        wait(milliseconds);
        signal?.addEventListener("abort", onAbort, { once: true });
    }),
};

;// CONCATENATED MODULE: ./packages/hosts/memory.ts








async function runInMemory(action, run = {}) {
    const lines = [];
    const print = (line) => {
        lines.push(line);
        run.onLine?.(line);
    };
    const redactor = createRedactor();
    const io = createIo({
        print,
        debug: () => undefined,
        annotate: (level, message, { file, line }) => print(`${level}: ${file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `}${inertLines(message).join("\n")}`),
        openGroup(title) {
            print(title);
            return () => undefined;
        },
        progress: print,
        mask: () => undefined,
    }, redactor);
    const temporary = temporaryDirectory(tmpdir());
    let outputs = {};
    let summary = "";
    const host = {
        facts: Object.defineProperties({ kind: "memory", workspace: run.workspace ?? process.cwd(), network: { tlsVerificationDisabled: false }, childEnvironment: childEnvironment(process.env) }, { temporary: { get: temporary.path, configurable: true, enumerable: true }, ...Object.getOwnPropertyDescriptors(run.facts ?? {}) }),
        io,
        readInputs: (known) => {
            const given = Object.entries(run.inputs ?? {});
            const unknown = given.filter(([name]) => !known.has(name));
            return {
                values: new Map(given.map(([name, value]) => [name, value.trim()]).filter(([name, value]) => value !== "" && known.has(name))),
                problems: unknown.map(([name]) => ({ input: name, what: `there is no input ${name}` })),
            };
        },
        onSignal: (callback) => run.interrupt?.addEventListener("abort", () => callback("SIGINT", 130), { once: true }),
        prepare: async () => undefined,
        writeOutputs: async (_, values) => void (outputs = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactor.redact(value)]))),
        writeSummary: async (_, blocks) => void (summary = redactor.redact(toMarkdown([...io.blocks, ...blocks]))),
        conclude: async (end) => conclude(io, end),
        cleanUp: async () => temporary.remove(),
    };
    const exitCode = await execute(action, host, run.clock ?? systemClock, run.ownHints);
    return { verdict: outputs["verdict"] ?? "", exitCode, outputs, lines, summary };
}

;// CONCATENATED MODULE: ./packages/text/plain.ts

function toPlainText(blocks) {
    return blocks.map(blockText).join("\n\n") + "\n";
}
function blockText(block) {
    switch (block.kind) {
        case "heading":
            return (0,inert/* oneLine */.TN)(block.text);
        case "paragraph":
            return inlineText(block.text);
        case "list":
            return block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineText(item)}`).join("\n");
        case "table":
            return tableText([block.columns, ...block.rows.map((row) => row.map(inlineText))]);
        case "code":
            return indent((0,inert/* visibleLines */.gB)(block.text).join("\n"));
        case "details":
            return `${(0,inert/* oneLine */.TN)(block.title)}\n${indent(toPlainText(block.blocks).trimEnd())}`;
    }
}
function inlineText(inline) {
    if (typeof inline === "string")
        return (0,inert/* oneLine */.TN)(inline);
    if (!("kind" in inline))
        return inline.map((part) => inlineText(part)).join("");
    return inline.kind === "link" ? `${(0,inert/* oneLine */.TN)(inline.text)} (${(0,inert/* oneLine */.TN)(inline.url)})` : (0,inert/* oneLine */.TN)(inline.text);
}
function tableText(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
    return rows
        .map((row) => row.map((cell, column) => cell + " ".repeat(Math.max(0, widths[column] - [...cell].length))).join("  ").trimEnd())
        .join("\n");
}
function indent(text) {
    return text.replace(/^(?=.)/gm, "    ");
}

;// CONCATENATED MODULE: ./packages/hosts/terminal.ts











function terminalHost(process, argv, options) {
    const env = process.env;
    const redactor = (0,redact/* createRedactor */.l)();
    const [print, log] = [printer(process, "stdout"), printer(process, "stderr")];
    const rich = process.stderr.isTTY && given(env, "NO_COLOR") === undefined && env["TERM"] !== "dumb";
    const style = terminalLog(log, rich, given(env, "RELEASE_ACTIONS_DEBUG") !== undefined);
    const io = log_createIo(style, redactor);
    const temporary = temporary_temporaryDirectory((0,external_node_os_.tmpdir)());
    const leaks = leakingMode(env);
    let wantsSummary = false;
    return {
        facts: terminalFacts(env, process.cwd(), temporary.path),
        io,
        ...(leaks !== undefined && { leaks }),
        readInputs(inputs) {
            const given = readFlags(argv, env, inputs);
            wantsSummary = given.values.get("summary") === "true";
            return given;
        },
        onSignal: (callback) => onTerminationSignal(process, callback),
        prepare: async () => undefined,
        writeOutputs: async () => undefined,
        async writeSummary() {
            if (wantsSummary && io.blocks.length > 0)
                log(`\n${redactor.redact(toPlainText(io.blocks))}\n`);
        },
        async conclude(end) {
            conclusion_conclude(io, end);
            const { action, verdict, exitCode, message, problems, remedy, hint, journal, outputs, jsonOutputs } = end;
            if (options.json) {
                const values = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, jsonOutputs.has(name) && value !== "" ? JSON.parse(value) : value]));
                const report = { action, verdict, exitCode, outputs: values, ...(!(0,action_types/* isSuccess */.oJ)(verdict) && { message, remedy, hint, problems, ...journal }) };
                print(`${redactor.redact(JSON.stringify(report, undefined, 2))}\n`);
            }
            else if (options.only !== undefined) {
                print(`${redactor.redact(outputs[options.only] ?? "")}\n`);
            }
            else {
                for (const [name, value] of Object.entries(outputs))
                    if (value !== "" && !jsonOutputs.has(name))
                        print(shownOutput(name, redactor.redact(value)));
            }
        },
        async cleanUp() {
            temporary.remove();
        },
    };
}
function shownOutput(name, value) {
    const lines = (0,inert/* visibleLines */.gB)(value);
    return lines.length === 1 ? `${name}: ${lines[0]}\n` : `${name}:\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}\n`;
}
function terminalFacts(env, directory, temporary) {
    return {
        kind: "terminal",
        workspace: directory,
        get temporary() {
            return temporary();
        },
        ...optional("repository", given(env, "GITHUB_REPOSITORY", "CI_PROJECT_PATH")),
        ...optional("serverUrl", given(env, "GITHUB_SERVER_URL", "CI_SERVER_URL")),
        ...optional("apiUrl", given(env, "GITHUB_API_URL", "CI_API_V4_URL")),
        network: networkSettings(env),
        childEnvironment: environment_childEnvironment(env),
    };
}
const terminal_COLOUR = { notice: "36", warning: "33", error: "31" };
const ERASE_LINE = "\r\u001b[K";
function terminalLog(write, rich, debug) {
    let depth = 0;
    let pending = false;
    const print = (line) => {
        write(`${pending ? ERASE_LINE : ""}${"  ".repeat(depth)}${line}\n`);
        pending = false;
    };
    const plainProgress = throttled(10_000, () => performance.now(), print);
    return {
        print,
        debug: (lines) => void (debug && lines.forEach(print)),
        annotate(level, message, { file, line }) {
            const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
            const label = rich ? `\u001b[${terminal_COLOUR[level]}m${level}:\u001b[0m` : `${level}:`;
            const lines = (0,inert/* visibleLines */.gB)(message);
            lines.forEach((text, index) => print(index === 0 ? `${label} ${place}${text}` : `  ${text}`));
        },
        openGroup(title) {
            print(title);
            depth += 1;
            return () => void (depth -= 1);
        },
        progress(message) {
            if (!rich)
                return plainProgress(message);
            write(`${ERASE_LINE}${message}`);
            pending = true;
        },
        mask: () => undefined,
    };
}

;// CONCATENATED MODULE: ./packages/hosts/index.ts









/***/ }),

/***/ 5183:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g7: () => (/* reexport */ execute),
  dx: () => (/* reexport */ hintText),
  Vc: () => (/* reexport */ inputsOf),
  _5: () => (/* reexport */ verdictInWords)
});

// UNUSED EXPORTS: failureBlocks, readInputs

// EXTERNAL MODULE: ./packages/action-types/index.ts + 8 modules
var action_types = __nccwpck_require__(6589);
;// CONCATENATED MODULE: ./packages/runtime/hints.ts
async function withHints(failure, services, own) {
    try {
        const { findHint, KNOWN_HINTS, readHints } = await __nccwpck_require__.e(/* import() */ 4005).then(__nccwpck_require__.bind(__nccwpck_require__, 4005));
        const rules = [...readHints(await own().catch(() => [])), ...KNOWN_HINTS];
        const shown = new Set();
        const hintOf = (error) => {
            const found = findHint(error, services, rules);
            if (found === undefined || shown.has(found.hint))
                return {};
            shown.add(found.hint);
            const { hint, command } = found;
            return { hint: { hint, ...(command !== undefined && { command }) } };
        };
        const problems = failure.problems.map((problem) => ({ ...problem, ...hintOf(problem.what) }));
        return { ...failure, problems, ...(problems.length === 0 && hintOf(failure.message ?? "")) };
    }
    catch {
        return failure;
    }
}

;// CONCATENATED MODULE: ./packages/runtime/inputs.ts

function inputsOf(action) {
    return new Map(Object.entries(action.inputs).map(([name, { facts }]) => [name, facts]));
}
function readInputs(action, given) {
    const values = { dryRun: false };
    const problems = [];
    for (const [name, input] of Object.entries(action.inputs)) {
        try {
            values[(0,action_types/* camelCase */.xQ)(name)] = input.read(given.get(name));
        }
        catch (error) {
            problems.push(problemOf(name, error.message, input.facts));
        }
    }
    return { values, problems };
}
function problemOf(name, message, facts) {
    const what = facts.secret ? message.replace(/; given: [^]*$/, "") : message;
    const example = facts.example === undefined ? "" : `, for example ${facts.example}`;
    const give = message.startsWith("is required") ? ` Give ${name}${example}.` : "";
    return { input: name, what: `input ${name} ${what}`, remedy: facts.description + give };
}

// EXTERNAL MODULE: ./packages/text/document.ts
var text_document = __nccwpck_require__(5727);
;// CONCATENATED MODULE: ./packages/runtime/report.ts


const IN_WORDS = {
    passed: "passed",
    done: "done",
    unchanged: "unchanged: nothing was left to do",
    refused: "refused",
    invalid: "invalid: nothing was tried",
    undecided: "undecided: there is not enough evidence; nothing was changed",
    unknown: "unknown: a write may or may not have happened",
    interrupted: "interrupted",
};
function verdictInWords(verdict, changed = false) {
    return verdict === "undecided" && changed ? "undecided: there is not enough evidence yet" : IN_WORDS[verdict];
}
function failureBlocks(end) {
    if ((0,action_types/* isSuccess */.oJ)(end.verdict))
        return [];
    const { exists, missing, next } = end.journal;
    return [
        (0,text_document/* heading */.R_)(`${end.action}: ${verdictInWords(end.verdict, exists.length > 0)}`, 3),
        ...(end.message === undefined ? [] : [(0,text_document/* paragraph */.FY)(end.message)]),
        ...(end.problems.length > 0 ? [(0,text_document/* list */.p_)(end.problems.map(problemLine))] : []),
        ...(end.remedy === undefined ? [] : [(0,text_document/* paragraph */.FY)([(0,text_document/* strong */.ko)("What to do:"), ` ${end.remedy}`])]),
        ...(end.hint === undefined ? [] : [(0,text_document/* paragraph */.FY)(hintParts(end.hint))]),
        ...(exists.length > 0
            ? [(0,text_document/* paragraph */.FY)([(0,text_document/* strong */.ko)("What exists:")]), (0,text_document/* list */.p_)(exists.map(({ what, url }) => (url === undefined ? what : [`${what} `, { kind: "link", text: url, url }])))]
            : []),
        ...(missing.length > 0 ? [(0,text_document/* paragraph */.FY)([(0,text_document/* strong */.ko)(end.verdict === "unknown" ? "What is not known to exist:" : "What does not exist:")]), (0,text_document/* list */.p_)(missing)] : []),
        ...(next === undefined ? [] : [(0,text_document/* paragraph */.FY)([(0,text_document/* strong */.ko)("Next:"), " ", (0,text_document/* code */.aY)(next)])]),
    ];
}
function problemLine(problem) {
    const place = problem.file === undefined ? "" : `${problem.file}${problem.line === undefined ? "" : `:${problem.line}`}: `;
    const text = `${place}${problem.what}${problem.remedy === undefined ? "" : `. ${problem.remedy}`}`;
    return problem.hint === undefined ? text : [`${text} `, ...hintParts(problem.hint)];
}
function hintParts({ hint, command }) {
    return [(0,text_document/* strong */.ko)("Hint:"), ` ${hint}`, ...(command === undefined ? [] : [" ", (0,text_document/* code */.aY)(command)])];
}
function hintText({ hint, command }) {
    return `Hint: ${hint}${command === undefined ? "" : `\n  ${command}`}`;
}

;// CONCATENATED MODULE: ./packages/runtime/execute.ts




const GRACE_MILLISECONDS = 5_000;
async function execute(action, host, clock, ownHints = async () => []) {
    const journal = (0,action_types/* createJournal */.s9)();
    const abort = new AbortController();
    let signalCode;
    host.onSignal((name, code) => {
        signalCode ??= code;
        abort.abort((0,action_types/* interrupted */.VM)(`stopped by ${name}`));
    });
    let wantsSummary = true;
    let config;
    const result = await settle(action, async () => {
        const context = prepareContext(action, host, clock, abort.signal, journal);
        ({ summary: wantsSummary, config } = context.inputs);
        await host.prepare();
        return await withGrace(action.run(context), abort.signal, clock);
    });
    const { verdict, outputs } = result;
    const explained = result.failure !== undefined && verdict !== "interrupted";
    const failure = explained ? await withHints(result.failure, action.services ?? [], () => ownHints(config)) : result.failure;
    const code = verdict === "interrupted" ? (signalCode ?? (0,action_types/* exitCode */.I$)(verdict)) : (0,action_types/* exitCode */.I$)(verdict);
    const end = {
        action: action.name,
        verdict,
        exitCode: code,
        problems: [],
        ...failure,
        journal: journalOf(journal, failure?.details),
        outputs,
        jsonOutputs: new Set(Object.entries(action.outputs).flatMap(([name, { facts }]) => (facts.kind === "json" ? [name] : []))),
    };
    try {
        await host.writeOutputs(action.name, end.outputs);
        if (wantsSummary)
            await host.writeSummary(action.name, failureBlocks(end));
    }
    catch (error) {
        const lost = (0,action_types/* isSuccess */.oJ)(verdict) ? "unknown" : verdict;
        await host.conclude({ ...end, verdict: lost, exitCode: (0,action_types/* exitCode */.I$)(lost), message: `the outputs could not be written: ${error.message}` });
        return (0,action_types/* exitCode */.I$)(lost);
    }
    finally {
        await host.cleanUp();
    }
    await host.conclude(end);
    return code;
}
async function settle(action, run) {
    try {
        const returned = await run();
        return { verdict: returned.verdict, outputs: writtenOutputs(action, returned) };
    }
    catch (error) {
        const stop = error instanceof action_types/* Stop */.VG ? error : defect(error);
        const { problems = [], remedy, outputs = {} } = stop.details;
        return {
            verdict: stop.verdict,
            outputs: writtenOutputs(action, { ...outputs, verdict: stop.verdict }),
            failure: { message: stop.message, problems, details: stop.details, ...(remedy !== undefined && { remedy }) },
        };
    }
}
function defect(error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new action_types/* Stop */.VG("unknown", `a defect in release-actions: ${message}`, {
        remedy: "Please report this with the lines above. Running again is safe: what exists is looked up first.",
    });
}
function prepareContext(action, host, clock, signal, journal) {
    const facts = inputsOf(action);
    const given = host.readInputs(facts);
    const secrets = [...given.values].filter(([name]) => facts.get(name)?.secret === true);
    for (const [, value] of secrets)
        host.io.secret(value);
    if (secrets.length > 0 && host.leaks !== undefined) {
        throw (0,action_types/* invalid */.Gq)(`${host.leaks}, and this step has a secret`, { remedy: "Switch the tracing off, or run without the secret." });
    }
    const { values, problems } = readInputs(action, given.values);
    const all = [...given.problems, ...problems, ...(problems.length === 0 ? (action.check?.(values) ?? []) : [])];
    if (all.length > 0) {
        throw (0,action_types/* invalid */.Gq)(all.length === 1 ? all[0].what : `${all.length} problems with the inputs`, { problems: all });
    }
    const endpoints = action.endpoints.origins(values, host.facts).filter((url) => url !== undefined && url !== "");
    return { inputs: values, io: host.io, signal, clock, host: host.facts, journal, endpoints };
}
async function withGrace(running, signal, clock) {
    const ended = new AbortController();
    const expired = new Promise((_, reject) => {
        const giveUp = () => void clock.sleep(GRACE_MILLISECONDS, ended.signal).then(() => reject(signal.reason), () => undefined);
        if (signal.aborted)
            giveUp();
        else
            signal.addEventListener("abort", giveUp, { once: true });
    });
    try {
        return await Promise.race([running, expired]);
    }
    catch (error) {
        if (signal.aborted && !(error instanceof action_types/* Stop */.VG && error.verdict === "unknown"))
            throw signal.reason;
        throw error;
    }
    finally {
        ended.abort();
    }
}
function journalOf(journal, details = {}) {
    const { exists, missing, next } = journal.state;
    const nextStep = details.next ?? next;
    return {
        exists: [...exists, ...(details.exists ?? []).map((what) => ({ what }))],
        missing: [...missing, ...(details.missing ?? [])],
        ...(nextStep !== undefined && { next: nextStep }),
    };
}
function writtenOutputs(action, returned) {
    const values = new Map(Object.entries(returned).map(([name, value]) => [(0,action_types/* kebabCase */.kW)(name), value]));
    const names = [...Object.keys(action.outputs), "verdict"];
    const undeclared = [...values.keys()].find((name) => !names.includes(name));
    if (undeclared !== undefined)
        throw new TypeError(`${action.name} returned an output that it does not declare: ${undeclared}`);
    return Object.fromEntries(names.map((name) => [name, (0,action_types/* outputText */.jO)(values.get(name))]));
}

;// CONCATENATED MODULE: ./packages/runtime/index.ts






/***/ }),

/***/ 5727:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
const heading = (text, level = 2) => ({ kind: "heading", text, level });
const paragraph = (text) => ({ kind: "paragraph", text });
const list = (items, ordered = false) => ({ kind: "list", items, ordered });
const table = (columns, rows) => ({ kind: "table", columns, rows });
const codeBlock = (text, language) => language === undefined ? { kind: "code", text } : { kind: "code", text, language };
const details = (title, blocks) => ({ kind: "details", title, blocks });
const strong = (text) => ({ kind: "strong", text });
const code = (text) => ({ kind: "code", text });
const link = (text, url) => ({ kind: "link", text, url });


/***/ }),

/***/ 1008:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   wi: () => (/* binding */ inertLines)
/* harmony export */ });
/* unused harmony export splitLines */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
function splitLines(text) {
    return text.split(LINE_BREAK);
}
function visibleLines(text) {
    return splitLines(text).map(visible);
}
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;
const EMOJI_JOIN = /(\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/gu;
const JOINER_KEPT = "\ue000";
function visible(text) {
    const wellFormed = text.toWellFormed();
    if (wellFormed.search(INVISIBLE) === -1)
        return wellFormed;
    const joined = wellFormed.includes("\u200d") ? wellFormed.replaceAll(JOINER_KEPT, "<U+E000>").replace(EMOJI_JOIN, `$1${JOINER_KEPT}`) : wellFormed;
    const shown = joined.replace(INVISIBLE, (character) => `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
    return wellFormed.includes("\u200d") ? shown.replaceAll(JOINER_KEPT, "\u200d") : shown;
}
function inertLines(text) {
    return splitLines(text).map(inertLine);
}
function inertLine(line) {
    const shown = visible(line);
    const unhashed = shown.includes("##[") ? shown.replaceAll("##[", "##\\[") : shown;
    const body = unhashed.trimStart();
    return body.startsWith("::") ? `${unhashed.slice(0, unhashed.length - body.length)}\\${body}` : unhashed;
}
function oneLine(text) {
    return visible(splitLines(text).join(" "));
}
function shorten(text, max) {
    if (text.length <= max)
        return text;
    let end = Math.max(0, max - 1);
    while (end > 0 && /[\udc00-\udfff\u200d\ufe0f\p{M}]/u.test(text[end]))
        end -= 1;
    return `${text.slice(0, end)}…`;
}


/***/ }),

/***/ 3943:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ linkTarget),
/* harmony export */   Ic: () => (/* binding */ inertMarkdown),
/* harmony export */   l6: () => (/* binding */ toMarkdown)
/* harmony export */ });
/* unused harmony export fenced */
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1008);

function toMarkdown(blocks) {
    return blocks.map(blockMarkdown).join("\n\n") + "\n";
}
function blockMarkdown(block) {
    switch (block.kind) {
        case "heading":
            return `${"#".repeat(block.level ?? 2)} ${inertMarkdown(block.text)}`;
        case "paragraph":
            return inlineMarkdown(block.text);
        case "list":
            return block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineMarkdown(item)}`).join("\n");
        case "table":
            return tableMarkdown(block.columns, block.rows);
        case "code":
            return fenced(block.text, block.language);
        case "details":
            return `<details><summary>${inertHtml(block.title)}</summary>\n\n${toMarkdown(block.blocks)}\n</details>`;
    }
}
function tableMarkdown(columns, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(columns.map(inertMarkdown)), line(columns.map(() => "---")), ...rows.map((row) => line(row.map(inlineMarkdown)))].join("\n");
}
function inlineMarkdown(inline) {
    if (typeof inline === "string")
        return inertMarkdown(inline);
    if ("kind" in inline)
        return partMarkdown(inline);
    return inline.map((part) => (typeof part === "string" ? inertMarkdown(part) : partMarkdown(part))).join("");
}
function partMarkdown(part) {
    switch (part.kind) {
        case "strong":
            return `**${inertMarkdown(part.text)}**`;
        case "code":
            return `<code>${inertHtml(part.text)}</code>`;
        case "link": {
            const url = linkTarget(part.url);
            return url === undefined ? inertMarkdown(`${part.text} (${part.url})`) : `[${inertMarkdown(part.text)}](<${url}>)`;
        }
    }
}
function inertMarkdown(text) {
    const escaped = (0,_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[\\`*_{}[\]<>()#+!|~&@$^=:;"'/]/g, (character) => `&#${character.charCodeAt(0)};`);
    return escaped.replace(/^(\s*)([-.]|\d+(?=[.)]|&#41;))/, (_, space, marker) => `${space}${[...marker].map((c) => `&#${c.charCodeAt(0)};`).join("")}`);
}
function inertHtml(text) {
    return (0,_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).replace(/[&<>"'`|@#:/\\*_~[\]$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
function fenced(text, language = "") {
    const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
    const fence = "`".repeat(longest + 1);
    const lines = (0,_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text);
    return [`${fence}${language.replace(/[^a-z0-9-]/gi, "")}`, ...lines, fence].join("\n");
}
function linkTarget(url) {
    if (!URL.canParse(url) || url.length > 2_000)
        return undefined;
    const parsed = new URL(url);
    const loopback = parsed.hostname === "127.0.0.1" || parsed.hostname === "localhost" || parsed.hostname === "[::1]";
    if (parsed.protocol !== "https:" && !(parsed.protocol === "http:" && loopback))
        return undefined;
    if (parsed.username !== "" || parsed.password !== "")
        return undefined;
    return parsed.href.replace(/[<>()\s|]/g, (character) => encodeURIComponent(character));
}


/***/ }),

/***/ 967:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export REDACTED */
const REDACTED = "***";
const SHORTEST = 4;
const CUT = "…";
const SHORTEST_BEGINNING = 8;
function createRedactor() {
    let needles = [];
    return {
        add(secret) {
            const fragments = fragmentsOf(secret);
            const all = new Set([...needles, ...fragments.flatMap(encodings)]);
            needles = [...all].sort((a, b) => b.length - a.length);
            return fragments;
        },
        redact(text) {
            let clean = text;
            for (const needle of needles)
                if (clean.includes(needle))
                    clean = clean.replaceAll(needle, REDACTED);
            return clean.includes(CUT) ? withoutBeginnings(clean, needles) : clean;
        },
    };
}
function withoutBeginnings(text, needles) {
    const parts = text.split(CUT);
    const last = parts.pop();
    return [...parts.map((part) => withoutBeginning(part, needles)), last].join(CUT);
}
function withoutBeginning(text, needles) {
    let start = text.length;
    for (const needle of needles) {
        const head = needle.slice(0, SHORTEST_BEGINNING);
        const end = text.slice(-needle.length);
        for (let at = end.indexOf(head); at !== -1; at = end.indexOf(head, at + 1)) {
            if (!needle.startsWith(end.slice(at)))
                continue;
            start = Math.min(start, text.length - end.length + at);
            break;
        }
    }
    return start === text.length ? text : text.slice(0, start) + REDACTED;
}
function fragmentsOf(secret) {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    return [...new Set([secret.trim(), ...lines])].filter((fragment) => fragment.length >= SHORTEST);
}
function encodings(secret) {
    const bytes = Buffer.from(secret, "utf8");
    const found = [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        bytes.toString("hex"),
        bytes.toString("hex").toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
    ];
    return found.filter((text) => text.length >= SHORTEST);
}
function base64At(secret, offset) {
    const skip = (3 - offset) % 3;
    const whole = secret.subarray(skip, skip + Math.floor((secret.length - skip) / 3) * 3);
    if (whole.length < SHORTEST)
        return [];
    return [whole.toString("base64"), whole.toString("base64url")];
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 8551:
/***/ ((module) => {

module.exports = require("process");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			8792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  github: () => (/* reexport */ github),
  gitlab: () => (/* reexport */ gitlab),
  terminal: () => (/* reexport */ terminal)
});

// EXTERNAL MODULE: ./packages/hosts/index.ts + 13 modules
var hosts = __nccwpck_require__(3514);
// EXTERNAL MODULE: ./packages/runtime/index.ts + 4 modules
var runtime = __nccwpck_require__(5183);
// EXTERNAL MODULE: ./packages/text/inert.ts
var inert = __nccwpck_require__(1008);
// EXTERNAL MODULE: ./cli/actions.generated.ts
var actions_generated = __nccwpck_require__(4331);
;// CONCATENATED MODULE: ./cli/start.ts




async function start(name, host) {
    const action = await loadAction(name);
    if (action === undefined)
        throw new TypeError(`there is no action ${name}`);
    await end(await (0,runtime/* execute */.g7)(action, host, hosts/* systemClock */.ml, (config) => ownHints(host, config)));
}
async function ownHints({ facts }, config) {
    const { loadConfig } = await __nccwpck_require__.e(/* import() */ 2914).then(__nccwpck_require__.bind(__nccwpck_require__, 2914));
    return (await loadConfig({ host: facts, inputs: { config } })).hints ?? [];
}
async function loadAction(name) {
    const module = await actions_generated/* ACTIONS */.k.get(name)?.();
    return module?.default;
}
const LINGER_MILLISECONDS = 1_000;
async function end(code) {
    await (0,hosts/* printed */.zd)();
    process.exitCode = code;
    setTimeout(() => process.exit(code), LINGER_MILLISECONDS).unref();
}
function guard() {
    const report = (error) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        (0,hosts/* printer */.ll)(process, "stderr")(`${(0,inert/* inertLines */.wi)(`a defect in release-actions: ${text}`).join("\n")}\n`);
        process.exit(4);
    };
    process.on("uncaughtException", report);
    process.on("unhandledRejection", report);
}

;// CONCATENATED MODULE: ./cli/github.ts


async function github(action) {
    guard();
    return await start(action, (0,hosts/* githubHost */.Se)(process));
}

;// CONCATENATED MODULE: ./cli/gitlab.ts



async function gitlab([action = "", ...flags]) {
    guard();
    if (!actions_generated/* ACTIONS */.k.has(action)) {
        (0,hosts/* printer */.ll)(process, "stderr")(`usage: gitlab.js <action> [--input value]; the actions are ${[...actions_generated/* ACTIONS */.k.keys()].join(", ")}\n`);
        return await end(2);
    }
    return await start(action, (0,hosts/* gitlabHost */._K)(process, flags));
}

;// CONCATENATED MODULE: ./cli/terminal.ts




const print = (0,hosts/* printer */.ll)(process, "stdout");
const complain = (0,hosts/* printer */.ll)(process, "stderr");
async function terminal(argv) {
    guard();
    const [command, ...rest] = argv;
    if (command === undefined || command === "--help" || command === "-h" || (command === "help" && rest[0] === undefined)) {
        const { overview } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        print(await overview());
        return await end(command === undefined ? 2 : 0);
    }
    if (command === "--version") {
        const { VERSION } = await __nccwpck_require__.e(/* import() */ 4648).then(__nccwpck_require__.bind(__nccwpck_require__, 4648));
        print(`${VERSION}\n`);
        return await end(0);
    }
    if (command === "list") {
        const { listActions } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        print(await listActions(rest.includes("--json")));
        return await end(0);
    }
    const name = command === "help" ? rest[0] : command;
    if (!actions_generated/* ACTIONS */.k.has(name)) {
        complain(`there is no action ${(0,inert/* visible */.RK)(JSON.stringify(name))}; the actions are ${[...actions_generated/* ACTIONS */.k.keys()].join(", ")}\n`);
        return await end(2);
    }
    if (command === "help" || rest.includes("--help") || rest.includes("-h")) {
        const { actionHelp } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        print(actionHelp((await loadAction(name))));
        return await end(0);
    }
    const { json, only, flags } = displayFlags(rest);
    return await start(name, (0,hosts/* terminalHost */.P0)(process, flags, { json, ...(only !== undefined && { only }) }));
}
function displayFlags(argv) {
    const flags = [];
    let json = false;
    let only;
    for (let index = 0; index < argv.length; index += 1) {
        const argument = argv[index];
        if (argument === "--json")
            json = true;
        else if (argument === "--output")
            only = argv[(index += 1)] ?? "";
        else if (argument.startsWith("--output="))
            only = argument.slice("--output=".length);
        else
            flags.push(argument);
    }
    return { json, only, flags };
}

;// CONCATENATED MODULE: ./cli/index.ts




module.exports = __webpack_exports__;
/******/ })()
;