/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4331:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS)
/* harmony export */ });
const ACTIONS = new Map([
    ["alerts-gate", () => __nccwpck_require__.e(/* import() */ 5070).then(__nccwpck_require__.bind(__nccwpck_require__, 5070))],
    ["appinterface-validate", () => Promise.all(/* import() */[__nccwpck_require__.e(6417), __nccwpck_require__.e(1980)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1980))],
    ["build-image", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(7654), __nccwpck_require__.e(5282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5282))],
    ["bump-appinterface-ref", () => __nccwpck_require__.e(/* import() */ 8816).then(__nccwpck_require__.bind(__nccwpck_require__, 8816))],
    ["bump-version", () => Promise.all(/* import() */[__nccwpck_require__.e(7291), __nccwpck_require__.e(3678), __nccwpck_require__.e(9386), __nccwpck_require__.e(6217), __nccwpck_require__.e(4814), __nccwpck_require__.e(6284)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6284))],
    ["changelog-extract", () => Promise.all(/* import() */[__nccwpck_require__.e(9386), __nccwpck_require__.e(8009)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8009))],
    ["fetch-appinterface", () => Promise.all(/* import() */[__nccwpck_require__.e(3678), __nccwpck_require__.e(5318)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5318))],
    ["frontend-check", () => __nccwpck_require__.e(/* import() */ 3698).then(__nccwpck_require__.bind(__nccwpck_require__, 3698))],
    ["jira-issue", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(5863)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5863))],
    ["konflux-release", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(8674)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8674))],
    ["metrics-gate", () => __nccwpck_require__.e(/* import() */ 7692).then(__nccwpck_require__.bind(__nccwpck_require__, 7692))],
    ["promotion-texts", () => __nccwpck_require__.e(/* import() */ 4055).then(__nccwpck_require__.bind(__nccwpck_require__, 4055))],
    ["publish-release", () => Promise.all(/* import() */[__nccwpck_require__.e(3619), __nccwpck_require__.e(9480), __nccwpck_require__.e(6217), __nccwpck_require__.e(7710), __nccwpck_require__.e(5053)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5053))],
    ["quay-verify", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(7654), __nccwpck_require__.e(6625)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6625))],
    ["release-images", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(7654), __nccwpck_require__.e(8275)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8275))],
    ["run-staging", () => Promise.all(/* import() */[__nccwpck_require__.e(9480), __nccwpck_require__.e(7654), __nccwpck_require__.e(3407)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3407))],
    ["smoke", () => __nccwpck_require__.e(/* import() */ 3974).then(__nccwpck_require__.bind(__nccwpck_require__, 3974))],
    ["summarize-run", () => __nccwpck_require__.e(/* import() */ 4276).then(__nccwpck_require__.bind(__nccwpck_require__, 4276))],
    ["validate-tag", () => Promise.all(/* import() */[__nccwpck_require__.e(3678), __nccwpck_require__.e(6217), __nccwpck_require__.e(7081)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7081))],
    ["verify-commit", () => Promise.all(/* import() */[__nccwpck_require__.e(3678), __nccwpck_require__.e(5472)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5472))],
]);


/***/ }),

/***/ 8703:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* reexport */ ActionError),
  In: () => (/* reexport */ CredentialRefused),
  v0: () => (/* reexport */ CredentialRules),
  P5: () => (/* reexport */ FORGE_TOKEN_REFUSED),
  R9: () => (/* reexport */ NO_ENDPOINTS),
  pg: () => (/* reexport */ PUBLIC_FORGES),
  bk: () => (/* reexport */ VERDICTS),
  AT: () => (/* reexport */ accountProblems),
  xQ: () => (/* reexport */ camelCase),
  Yq: () => (/* reexport */ choice),
  vX: () => (/* reexport */ collectProblems),
  s9: () => (/* reexport */ createJournal),
  QP: () => (/* reexport */ defineAction),
  p0: () => (/* reexport */ duration),
  I$: () => (/* reexport */ exitCode),
  dY: () => (/* reexport */ failureAdvice),
  Jt: () => (/* reexport */ flag),
  ri: () => (/* reexport */ inputProblems),
  nd: () => (/* reexport */ integer),
  VM: () => (/* reexport */ interrupted),
  Gq: () => (/* reexport */ invalid),
  E$: () => (/* reexport */ invalidWith),
  jr: () => (/* reexport */ isForgeToken),
  oJ: () => (/* reexport */ isSuccess),
  kW: () => (/* reexport */ kebabCase),
  p_: () => (/* reexport */ list),
  CG: () => (/* reexport */ output),
  jO: () => (/* reexport */ outputText),
  hD: () => (/* reexport */ packages_text/* quote */.hD),
  h3: () => (/* reexport */ readBoundSecret),
  J5: () => (/* reexport */ refused),
  $D: () => (/* reexport */ runAll),
  Ej: () => (/* reexport */ size),
  Qq: () => (/* reexport */ inputs_text),
  ek: () => (/* reexport */ toProblems),
  oo: () => (/* reexport */ undecided),
  L5: () => (/* reexport */ unknown),
  _5: () => (/* reexport */ verdictInWords)
});

// UNUSED EXPORTS: BINDING, kindOfToken, wordsOf

;// CONCATENATED MODULE: ./packages/action/account.ts
function accountProblems({ username, password, token }) {
    const problems = [];
    if ((username === undefined) !== (password === undefined)) {
        const missing = username === undefined ? "username" : "password";
        problems.push({
            input: missing,
            what: `${missing} is missing: an account needs both username and password`,
            remedy: `Set ${missing} as well.`,
        });
    }
    if (token !== undefined && username !== undefined) {
        problems.push({
            input: "token",
            what: "both an account and a token are set",
            remedy: "Set either username and password, or token.",
        });
    }
    return problems;
}

;// CONCATENATED MODULE: ./packages/action/token-kind.ts
const GITLAB = /^gl(?:agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rtr?|soat|wt)-/;
function kindOfToken(token) {
    if (/^ghs_/.test(token) || /^v1\.[0-9a-f]{40}$/.test(token))
        return "github-job";
    if (/^(?:gh[opru]_|github_pat_)/.test(token))
        return "github";
    if (token.startsWith("glcbt-"))
        return "gitlab-job";
    if (GITLAB.test(token))
        return "gitlab";
    return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? "jwt" : "other";
}
function isForgeToken(secret) {
    return wordsOf(secret).some((word) => !["jwt", "other"].includes(kindOfToken(word)));
}
const FORGE_TOKEN_REFUSED = "holds a token of GitHub or GitLab, by its beginning; it was sent to no one";
function wordsOf(text) {
    const encoded = /^basic\s+(\S+)$/i.exec(text.trim())?.[1];
    const whole = encoded === undefined ? [text] : [text, Buffer.from(encoded, "base64").toString("utf8")];
    return whole.flatMap((one) => [one, ...one.split(/[\s,;:=@/"']+/).filter((word) => word !== "")]);
}

;// CONCATENATED MODULE: ./packages/action/bound-secret.ts

const FORM = 'Write the origin before the secret, as in "https://gitlab.example.com <secret>"; separate several with commas.';
function readBoundSecret(given) {
    const bound = /^((?:[^\s,]+\s*,\s*)*[^\s,]+)\s+(\S[^]*)$/.exec(given);
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) {
        const isMeant = bound !== null &&
            (/:\/\/|^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?\/?$/i.test(bound[1]) || isForgeTokenBehind(bound));
        if (isMeant)
            throw new Error(`is bound in a form that is not known. ${FORM}`);
        return { secret: given, origins: undefined };
    }
    if (bound === null)
        throw new Error(`starts like a URL, but no secret follows it. ${FORM}`);
    return { secret: bound[2], origins: [...new Set(bound[1].split(",").map((text) => originOf(text.trim())))] };
}
function isForgeTokenBehind([, before = "", secret = ""]) {
    return !/^(?:bearer|basic|token)$/i.test(before) && isForgeToken(secret);
}
function originOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:\/\/[^/?#@\\]+\/?$/i.test(text)) {
        throw new Error(`is bound to something other than an origin (scheme, host and port; no user, path or query). ${FORM}`);
    }
    if (url.protocol !== "https:" && !isLoopback(url.hostname)) {
        throw new Error(`is bound to an unencrypted address; use http only for this machine. ${FORM}`);
    }
    return url.origin;
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./packages/action/errors.ts
class ActionError extends Error {
    verdict;
    details;
    constructor(verdict, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "ActionError";
        this.verdict = verdict;
        this.details = details;
    }
}
function refused(message, details) {
    return new ActionError("refused", message, details);
}
function invalid(message, details) {
    return new ActionError("invalid", message, details);
}
function undecided(message, details) {
    return new ActionError("undecided", message, details);
}
function unknown(message, details) {
    return new ActionError("unknown", message, details);
}
function interrupted(message, details) {
    return new ActionError("interrupted", message, details);
}
function inputProblems(input, assert) {
    try {
        assert();
        return [];
    }
    catch (error) {
        if (!(error instanceof ActionError) || error.verdict !== "invalid")
            throw error;
        const { remedy } = error.details;
        return [{ input, what: error.message, ...(remedy !== undefined && { remedy }) }];
    }
}

;// CONCATENATED MODULE: ./packages/action/credential-rules.ts


const JOB_KIND = { GitHub: "github-job", GitLab: "gitlab-job" };
const PUBLIC_FORGES = [
    {
        name: "GitHub",
        origins: ["https://api.github.com", "https://github.com", "https://uploads.github.com", "https://ghcr.io"],
        tokens: [],
    },
    { name: "GitLab", origins: ["https://gitlab.com"], tokens: [] },
];
const LEAST_INSIDE = 8;
class CredentialRefused extends ActionError {
}
class CredentialRules {
    #forges;
    #given;
    #companions;
    constructor(forges = PUBLIC_FORGES, given = [], companions = new Map()) {
        this.#forges = forges;
        this.#given = given;
        this.#companions = companions;
    }
    given(given) {
        return new CredentialRules(this.#forges, [...this.#given, ...given], this.#companions);
    }
    alsoAt(origin, of) {
        if (origin === of)
            return this;
        return new CredentialRules(this.#forges, this.#given, new Map([...this.#companions, [origin, of]]));
    }
    kindOf(token) {
        const owner = this.#forges.find(({ tokens }) => tokens.includes(token));
        return owner === undefined ? kindOfToken(token) : JOB_KIND[owner.name];
    }
    insist(carriers, origin) {
        const from = this.#companions.get(origin) ?? origin;
        const words = new Set(carriers.flatMap(wordsOf));
        for (const { input, secret, origins } of this.#given) {
            if (origins === undefined || origins.includes(from) || !carries(words, carriers, secret))
                continue;
            throw mismatch(`the input ${input} is bound to ${origins.join(", ")}`, origin, {
                input,
                remedy: `Check that address. If the secret belongs there, write "${[...origins, origin].join(",")} <secret>".`,
            });
        }
        for (const forge of this.#forges) {
            if (forge.origins.includes(from) || !this.#carriesOwn(forge, words, carriers))
                continue;
            const given = this.#given.find(({ secret }) => carries(words, carriers, secret));
            const what = given === undefined ? "a credential" : `the input ${given.input}`;
            throw mismatch(`${what} holds ${forge.name}'s own token, which belongs to ${forge.origins.join(", ")}`, origin, {
                ...(given !== undefined && { input: given.input }),
                remedy: `Check that address, or give an access token made for ${origin}.`,
            });
        }
    }
    assertAll(origins) {
        for (const { secret } of this.#given)
            for (const origin of origins)
                this.insist([secret], origin);
    }
    #carriesOwn({ name, tokens }, words, carriers) {
        if (tokens.some((token) => carries(words, carriers, token)))
            return true;
        return [...words].some((word) => kindOfToken(word) === JOB_KIND[name]);
    }
}
function carries(words, carriers, secret) {
    if (words.has(secret))
        return true;
    return secret.length >= LEAST_INSIDE && [...carriers, ...words].some((text) => text.includes(secret));
}
function mismatch(what, origin, { input, remedy }) {
    const text = `${what}, but would have been sent to ${origin}; nothing was sent`;
    const { message, verdict } = invalid(text);
    return new CredentialRefused(verdict, message, input === undefined ? { remedy } : { problems: [{ input, what: text, remedy }] });
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __nccwpck_require__(9366);
;// CONCATENATED MODULE: ./packages/action/inputs.ts


const BINDING = 'Write "https://host secret" to send it only to that origin.';
function input(kind, options, read, choices) {
    const { example, address = false, github, gitlab, default: fallback } = options;
    const required = fallback === undefined && options.optional !== true;
    const credential = options.credential !== undefined;
    const secret = credential || options.secret === true;
    const description = credential ? `${options.description} ${BINDING}` : options.description;
    return {
        facts: {
            description,
            kind,
            required,
            secret,
            credential,
            address,
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
        if (options.credential === "service" && isForgeToken(given))
            throw new Error(FORGE_TOKEN_REFUSED);
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
            throw new Error(`must be one of ${choices.join(", ")}; given: ${(0,packages_text/* quote */.hD)(given)}`);
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
    throw new Error(`must be true or false; given: ${(0,packages_text/* quote */.hD)(given)}`);
}
function readInteger(given) {
    if (!/^[0-9]{1,16}$/.test(given) || !Number.isSafeInteger(Number(given))) {
        throw new Error(`must be a whole number; given: ${(0,packages_text/* quote */.hD)(given)}`);
    }
    return Number(given);
}
const UNIT_MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DURATION = 30 * UNIT_MILLISECONDS.d;
function readDuration(given) {
    const refuse = () => {
        throw new Error(`must be a length of time such as 30s, 5m or 1h30m, at most 30d; given: ${(0,packages_text/* quote */.hD)(given)}`);
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
        throw new Error(`must be a number of bytes such as 500, 64KiB or 10MiB; given: ${(0,packages_text/* quote */.hD)(given)}`);
    }
    return bytes;
}

;// CONCATENATED MODULE: ./packages/action/define-action.ts

const NO_ENDPOINTS = { description: [], origins: () => [] };
function defineAction(definition) {
    const common = {
        config: inputs_text({
            description: "Path of release-actions.yml. Default: the root of the repository, then .github/.",
            optional: true,
        }),
        summary: flag({ description: "Write a job summary; in a terminal only when it is requested.", default: true }),
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

;// CONCATENATED MODULE: ./packages/action/journal.ts
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

;// CONCATENATED MODULE: ./packages/action/outputs.ts

const output = {
    text: (description) => ({ facts: { description, kind: "text" } }),
    flag: (description) => ({ facts: { description, kind: "flag" } }),
    integer: (description) => ({ facts: { description, kind: "integer" } }),
    json: (description) => ({ facts: { description, kind: "json" } }),
};
function outputText(value, kind = "text") {
    if (value === undefined || value === null)
        return "";
    if (typeof value !== "string")
        return (0,packages_text/* jsonText */.s$)(value);
    return kind === "json" && packages_text/* secrets */.O3.finds(value) && isJson(value) ? (0,packages_text/* jsonText */.s$)(JSON.parse(value)) : packages_text/* secrets */.O3.redact(value);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./packages/action/problems.ts

function toProblems({ message, details }, input) {
    const { problems = [], remedy } = details;
    const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
    return input === undefined ? found : found.map((problem) => ({ input, ...problem }));
}
function invalidWith(problems, kind = "problems with the inputs") {
    const [only] = problems;
    return invalid(problems.length === 1 && only !== undefined ? only.what : `${problems.length} ${kind}`, { problems });
}
async function collectProblems(problems, check, input) {
    try {
        return await check();
    }
    catch (error) {
        if (!(error instanceof ActionError) || error.verdict !== "invalid")
            throw error;
        problems.push(...toProblems(error, input));
        return undefined;
    }
}
async function runAll(tasks, kind) {
    const results = [];
    const errors = [];
    for (const task of tasks) {
        try {
            results.push(await task());
        }
        catch (error) {
            if (!(error instanceof ActionError))
                throw error;
            errors.push(error);
        }
    }
    const [first] = errors;
    if (first === undefined)
        return results;
    if (errors.length === 1)
        throw first;
    const verdict = errors.every((error) => error.verdict === first.verdict) ? first.verdict : "invalid";
    throw new ActionError(verdict, `${errors.length} ${kind}`, {
        problems: errors.flatMap((error) => toProblems(error)),
    });
}

;// CONCATENATED MODULE: ./packages/action/verdict.ts
const VERDICT_TABLE = {
    passed: { exitCode: 0, words: "passed" },
    done: { exitCode: 0, words: "done" },
    unchanged: { exitCode: 0, words: "unchanged: nothing was left to do" },
    refused: {
        exitCode: 1,
        words: "refused",
        advice: "A check failed. Fix what the report names; running again without a change gives the same result.",
    },
    invalid: {
        exitCode: 2,
        words: "invalid: nothing was tried",
        advice: "An input, a credential or the configuration is wrong. Fix it and run again.",
    },
    undecided: {
        exitCode: 3,
        words: "undecided: there is not enough evidence; nothing was changed",
        advice: "A service did not respond, or there is not enough evidence. It is safe to run again.",
    },
    unknown: {
        exitCode: 4,
        words: "unknown: a write may or may not have happened",
        advice: "A write may or may not have happened. Running again first checks what exists, and completes it.",
    },
    interrupted: {
        exitCode: 130,
        words: "interrupted",
        advice: "The run was stopped; its log says what exists. Running again completes it.",
    },
};
const VERDICTS = Object.keys(VERDICT_TABLE);
function exitCode(verdict) {
    return VERDICT_TABLE[verdict].exitCode;
}
function isSuccess(verdict) {
    return VERDICT_TABLE[verdict].exitCode === 0;
}
function verdictInWords(verdict, changed = false) {
    if (verdict === "undecided" && changed)
        return "undecided: there is not enough evidence yet";
    return VERDICT_TABLE[verdict].words;
}
function failureAdvice(verdict) {
    return VERDICT_TABLE[verdict].advice;
}

;// CONCATENATED MODULE: ./packages/action/index.ts

















/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g7: () => (/* reexport */ execute),
  dx: () => (/* reexport */ hintText),
  Vc: () => (/* reexport */ inputsOf)
});

// UNUSED EXPORTS: failureBlocks, readInputs

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var packages_action = __nccwpck_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __nccwpck_require__(9366);
;// CONCATENATED MODULE: ./packages/action/runtime/hints.ts
async function withHints(failure, services, own) {
    try {
        const { findHint, KNOWN_HINTS, readHints } = await __nccwpck_require__.e(/* import() */ 606).then(__nccwpck_require__.bind(__nccwpck_require__, 606));
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

;// CONCATENATED MODULE: ./packages/action/runtime/credentials.ts

function readCredentials(inputs, given) {
    const credentials = [];
    const problems = [];
    const values = new Map(given);
    for (const [input, value] of given) {
        if (inputs.get(input)?.credential !== true)
            continue;
        try {
            const bound = (0,packages_action/* readBoundSecret */.h3)(value);
            credentials.push({ input, ...bound });
            values.set(input, bound.secret);
        }
        catch (error) {
            problems.push({ input, what: `input ${input} ${error.message}` });
        }
    }
    return { credentials, values, problems };
}
function withCredentials(facts, credentials) {
    const rules = (facts.network.credentials ?? new packages_action/* CredentialRules */.v0()).given(credentials);
    const network = { value: { ...facts.network, credentials: rules }, enumerable: true };
    return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(facts), network });
}
function originOf(url) {
    return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

;// CONCATENATED MODULE: ./packages/action/runtime/inputs.ts

function inputsOf(action) {
    return new Map(Object.entries(action.inputs).map(([name, { facts }]) => [name, facts]));
}
function readInputs(action, given) {
    const values = { dryRun: false };
    const problems = [];
    for (const [name, input] of Object.entries(action.inputs)) {
        try {
            values[(0,packages_action/* camelCase */.xQ)(name)] = input.read(given.get(name));
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

;// CONCATENATED MODULE: ./packages/action/runtime/report.ts


function failureBlocks(end) {
    if ((0,packages_action/* isSuccess */.oJ)(end.verdict))
        return [];
    const { exists, missing, next } = end.journal;
    return [
        (0,packages_text/* heading */.R_)(`${end.action}: ${(0,packages_action/* verdictInWords */._5)(end.verdict, exists.length > 0)}`, 3),
        ...(end.message === undefined ? [] : [(0,packages_text/* paragraph */.FY)(end.message)]),
        ...(end.problems.length > 0 ? [(0,packages_text/* list */.p_)(end.problems.map(problemLine))] : []),
        ...(end.remedy === undefined ? [] : [(0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("What to do:"), ` ${end.remedy}`])]),
        ...(end.hint === undefined ? [] : [(0,packages_text/* paragraph */.FY)(hintParts(end.hint))]),
        ...(exists.length > 0
            ? [
                (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("What exists:")]),
                (0,packages_text/* list */.p_)(exists.map(({ what, url }) => url === undefined ? what : [`${what} `, { kind: "link", text: url, url }])),
            ]
            : []),
        ...(missing.length > 0
            ? [
                (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)(end.verdict === "unknown" ? "What is not known to exist:" : "What does not exist:")]),
                (0,packages_text/* list */.p_)(missing),
            ]
            : []),
        ...(next === undefined ? [] : [(0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("Next:"), " ", (0,packages_text/* code */.aY)(next)])]),
    ];
}
function problemLine(problem) {
    const place = problem.file === undefined ? "" : `${problem.file}${problem.line === undefined ? "" : `:${problem.line}`}: `;
    const text = `${place}${problem.what}${problem.remedy === undefined ? "" : `. ${problem.remedy}`}`;
    return problem.hint === undefined ? text : [`${text} `, ...hintParts(problem.hint)];
}
function hintParts({ hint, command }) {
    return [(0,packages_text/* strong */.ko)("Hint:"), ` ${hint}`, ...(command === undefined ? [] : [" ", (0,packages_text/* code */.aY)(command)])];
}
function hintText({ hint, command }) {
    return `Hint: ${hint}${command === undefined ? "" : `\n  ${command}`}`;
}

;// CONCATENATED MODULE: ./packages/action/runtime/execute.ts






const GRACE_MILLISECONDS = 5_000;
const LEAST_SECRET = 4;
async function execute(action, host, clock, ownHints = async () => []) {
    const journal = (0,packages_action/* createJournal */.s9)();
    const abort = new AbortController();
    let signalCode;
    host.onSignal((name, code) => {
        signalCode ??= code;
        abort.abort((0,packages_action/* interrupted */.VM)(`stopped by ${name}`));
    });
    let wantsSummary = true;
    let config;
    const result = await settle(action, async () => {
        const context = prepareContext(action, host, clock, abort.signal, journal);
        ({ summary: wantsSummary, config } = context.inputs);
        await host.prepare(action.name, [...Object.keys(action.outputs), "verdict"]);
        return await withGrace(action.run(context), abort.signal, clock);
    });
    const { verdict, outputs } = result;
    const explained = result.failure !== undefined && verdict !== "interrupted";
    const failure = explained
        ? await withHints(result.failure, action.services ?? [], () => ownHints(config))
        : result.failure;
    const code = verdict === "interrupted" ? (signalCode ?? (0,packages_action/* exitCode */.I$)(verdict)) : (0,packages_action/* exitCode */.I$)(verdict);
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
        const lost = (0,packages_action/* isSuccess */.oJ)(verdict) ? "unknown" : verdict;
        await host.conclude({
            ...end,
            verdict: lost,
            exitCode: (0,packages_action/* exitCode */.I$)(lost),
            message: `the outputs could not be written: ${error.message}`,
        });
        return (0,packages_action/* exitCode */.I$)(lost);
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
        const stop = error instanceof packages_action/* ActionError */.lZ ? error : defect(error);
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
    return new packages_action/* ActionError */.lZ("unknown", `a defect in release-actions: ${message}`, {
        remedy: "Please report this with the lines above. Running again is safe: what exists is looked up first.",
    });
}
function prepareContext(action, host, clock, signal, journal) {
    const facts = inputsOf(action);
    const given = host.readInputs(facts);
    const bound = readCredentials(facts, given.values);
    const secrets = [...bound.values].filter(([name]) => facts.get(name)?.secret === true);
    for (const [, value] of secrets)
        host.io.secret(value);
    warnOfShortSecrets(host, secrets);
    for (const secret of hiddenSecrets(facts, given))
        packages_text/* secrets */.O3.add(secret);
    if (secrets.length > 0 && host.leaks !== undefined) {
        const [mode, ...others] = host.leaks;
        const message = others.length === 0 ? `${mode.what}, and` : `${host.leaks.length} settings expose secrets, and`;
        const remedy = `${others.length === 0 ? `${mode.remedy} ` : ""}Switch the tracing off, or run without the secret.`;
        throw (0,packages_action/* invalid */.Gq)(`${message} this step has a secret`, { problems: others.length === 0 ? [] : host.leaks, remedy });
    }
    const { values, problems } = readInputs(action, bound.values);
    const all = [...given.problems, ...bound.problems, ...problems];
    if (bound.problems.length + problems.length === 0)
        all.push(...(action.check?.(values) ?? []));
    if (all.length > 0) {
        throw (0,packages_action/* invalidWith */.E$)(all);
    }
    const here = withCredentials(host.facts, bound.credentials);
    const { origins, credentials = origins } = action.endpoints;
    here.network.credentials?.assertAll(credentials(values, here).flatMap((url) => originOf(url) ?? []));
    const endpoints = origins(values, here).filter((url) => url !== undefined && url !== "");
    return { inputs: values, io: host.io, signal, clock, host: here, journal, endpoints };
}
function warnOfShortSecrets({ io }, given) {
    for (const [name, value] of given) {
        if (value.length >= LEAST_SECRET)
            continue;
        const what = `${name} has only ${(0,packages_text/* formatCount */.B4)(value.length, "character")}, too few to mask, so it may appear in logs and reports`;
        io.warning(`${what}\nUse a longer secret.`);
    }
}
function hiddenSecrets(facts, { values, problems }) {
    const addresses = [...values].flatMap(([name, value]) => (facts.get(name)?.address === true ? [value] : []));
    return [...addresses, ...problems.map(({ what }) => what)].flatMap(packages_text/* secretsInAddresses */.j_);
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
        if (signal.aborted && !(error instanceof packages_action/* ActionError */.lZ && error.verdict === "unknown"))
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
    const values = new Map(Object.entries(returned).map(([name, value]) => [(0,packages_action/* kebabCase */.kW)(name), value]));
    const names = [...Object.keys(action.outputs), "verdict"];
    const undeclared = [...values.keys()].find((name) => !names.includes(name));
    if (undeclared !== undefined)
        throw new TypeError(`${action.name} returned an output that it does not declare: ${undeclared}`);
    const textOf = (name) => (0,packages_action/* outputText */.jO)(values.get(name), action.outputs[name]?.facts.kind);
    return Object.fromEntries(names.map((name) => [name, name === "verdict" ? String(values.get(name)) : textOf(name)]));
}

;// CONCATENATED MODULE: ./packages/action/runtime/index.ts






/***/ }),

/***/ 1458:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WZ: () => (/* reexport */ appendToFile),
  up: () => (/* reexport */ assertDirectory),
  HT: () => (/* reexport */ assertFile),
  yy: () => (/* reexport */ findMatchingFiles),
  iC: () => (/* reexport */ holdMadeDirectory),
  FK: () => (/* reexport */ isInside),
  Pt: () => (/* reexport */ isPattern),
  $B: () => (/* reexport */ isThere),
  KG: () => (/* reexport */ listDirectory),
  rc: () => (/* reexport */ makeWorkspaceDirectory),
  $t: () => (/* reexport */ placeOf),
  oF: () => (/* reexport */ readListed),
  yI: () => (/* reexport */ readPlace),
  readWorkspaceFile: () => (/* reexport */ readWorkspaceFile),
  dN: () => (/* reexport */ realPathOf),
  refuseOutputs: () => (/* reexport */ refuseOutputs),
  vx: () => (/* reexport */ refuseSameFile),
  fR: () => (/* reexport */ replaceFile),
  Nt: () => (/* reexport */ verifiedFile),
  xq: () => (/* reexport */ workspaceDirectory),
  u5: () => (/* reexport */ writeReport),
  writeWorkspaceFile: () => (/* reexport */ writeWorkspaceFile)
});

// UNUSED EXPORTS: DEFAULT_MAX_BYTES, isGitName, outputProblems, writePlace

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __nccwpck_require__(8703);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/files/facts.ts


function factsAt(path, given) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ENOTDIR" || code === "ENOENT")
            return undefined;
        throw (0,action/* invalid */.Gq)(`cannot inspect ${(0,action/* quote */.hD)(given)}: ${code ?? message}`, {
            cause: error,
            remedy: "Make its directory readable for the user who runs this, and check the path.",
        });
    }
}

;// CONCATENATED MODULE: ./packages/files/names.ts
function folded(name) {
    const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
    return visible
        .split(":", 1)[0]
        .replace(/[. ]+$/, "")
        .toLowerCase();
}
const segmentsOf = (path) => path.split(/[\\/]/);
function isGitName(name) {
    return /^(?:\.git|git~[1-9])$/.test(folded(name));
}
function entersGit(path) {
    return segmentsOf(path).some(isGitName);
}
function entersWorkflows(path) {
    const names = segmentsOf(path).map(folded);
    const isGithub = (name) => /^(?:\.github|github~[1-9])$/.test(name ?? "");
    return names.some((name, index) => /^(?:workflows|workfl~[1-9])$/.test(name) && isGithub(names[index - 1]));
}

;// CONCATENATED MODULE: ./packages/files/place.ts





const LINK_INTO = "is a link, or behind one, that leads into";
function placeOf(host, path, use = {}) {
    if (path === "" || path.includes("\0")) {
        throw (0,action/* invalid */.Gq)(`not a path: ${(0,action/* quote */.hD)(path)}`, { remedy: "Give a path relative to the repository's root." });
    }
    const workspace = (0,external_node_fs_.realpathSync)(host.workspace);
    const top = repositoryTop(workspace);
    const shared = sharedRoot(host);
    const wanted = wantedPath(host.workspace, [top, workspace, ...(shared === undefined ? [] : [shared])], path);
    const allowed = rootsFor(host, use, { workspace, top, wanted });
    if (allowed === "none")
        throw outside(path, host, "lies");
    const real = whereItLeads(wanted, path);
    const [named, led] = [belowTop(top, wanted), belowTop(top, real)];
    if (entersGit(named) || entersGit(led) || isIn(gitDirectoryOf(top), real)) {
        throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} ${entersGit(named) ? "is in" : LINK_INTO} .git`, {
            remedy: "Give a path outside of it: git keeps credentials there, and programs that it runs.",
        });
    }
    const store = allowed === "all" ? undefined : gitStoreAround(top, real);
    if (store !== undefined) {
        throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} is in ${(0,action/* quote */.hD)((0,external_node_path_.relative)(top, store))}, which is a directory of git`, {
            remedy: "Give a path outside of it: git keeps credentials there, and programs that it runs.",
        });
    }
    if (use.write === true && (entersWorkflows(named) || entersWorkflows(led)))
        refuseWorkflow(path, named, use);
    if (allowed !== "all" && !allowed.some((root) => isInside(root, real)))
        throw outside(path, host, "leads");
    if (isOfRunner(host, real)) {
        throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} is a file of the CI runner itself`, {
            remedy: "Give a file that one of your steps created.",
        });
    }
    return { given: path, real };
}
function outputProblems(host, files) {
    return Object.entries(files).flatMap(([input, path]) => {
        if (path === undefined)
            return [];
        try {
            const { real } = placeOf(host, path, { typed: true, write: true });
            const facts = factsAt(real, path);
            if (facts !== undefined && !facts.isFile() && !facts.isDirectory())
                throw notRegular(path);
            return [];
        }
        catch (error) {
            if (!(error instanceof action/* ActionError */.lZ))
                throw error;
            const { remedy } = error.details;
            return [{ input, what: `${input}: ${error.message}`, ...(remedy !== undefined && { remedy }) }];
        }
    });
}
function assertFile(host, path, use = {}) {
    const { real } = placeOf(host, path, use);
    if (factsAt(real, path)?.isFile() === false)
        throw notRegular(path);
}
function assertDirectory(host, path, use = {}) {
    const { real } = placeOf(host, path, use);
    if (factsAt(real, path)?.isDirectory() === false)
        throw noDirectory(path);
}
function realPathOf(host, path, kind) {
    const { real } = placeOf(host, path);
    const facts = factsAt(real, path);
    if (kind === "directory") {
        if (facts?.isDirectory() !== true)
            throw noDirectory(path);
    }
    else if (facts === undefined) {
        throw (0,action/* invalid */.Gq)(`there is no file ${(0,action/* quote */.hD)(path)}`, {
            remedy: "Check the path, and that the repository was checked out before this step.",
        });
    }
    else if (!facts.isFile())
        throw notRegular(path);
    return real;
}
function noDirectory(path) {
    return (0,action/* invalid */.Gq)(`there is no directory ${(0,action/* quote */.hD)(path)}`, {
        remedy: "Check the path, and that the repository was checked out before this step.",
    });
}
function notRegular(given) {
    return (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(given)} is not a regular file`, { remedy: "Give the path of a file." });
}
function refuseOutputs(host, files) {
    const problems = outputProblems(host, files);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
}
function isThere({ workspace }, path) {
    return factsAt((0,external_node_path_.resolve)(workspace, path), path) !== undefined;
}
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function isIn(root, path) {
    return root !== undefined && isInside(root, path);
}
function wantedPath(given, roots, path) {
    const wanted = (0,external_node_path_.resolve)(given, path);
    const known = roots.map((root) => ({ root, facts: directoryAt(root) }));
    let prefix = (0,external_node_path_.parse)(wanted).root;
    for (const segment of ["", ...wanted.slice(prefix.length).split(external_node_path_.sep)]) {
        prefix = (0,external_node_path_.join)(prefix, segment);
        const facts = directoryAt(prefix);
        const same = known.find((one) => facts !== undefined && one.facts?.dev === facts.dev && one.facts.ino === facts.ino);
        if (same !== undefined)
            return (0,external_node_path_.join)(same.root, wanted.slice(prefix.length));
    }
    return wanted;
}
function directoryAt(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { bigint: true });
    }
    catch {
        return undefined;
    }
}
function rootsFor(host, { typed = false }, { workspace, top, wanted }) {
    if (!typed)
        return isInside(workspace, wanted) ? [workspace] : "none";
    if (host.kind === "terminal")
        return isInside(top, wanted) ? [top] : "all";
    if (isInside(workspace, wanted))
        return [workspace];
    const shared = sharedRoot(host);
    if (shared !== undefined && (isInside(shared, wanted) || isInside(host.sharedTemporary, wanted)))
        return [shared, workspace];
    return "none";
}
function sharedRoot({ sharedTemporary }) {
    if (sharedTemporary === undefined || factsAt(sharedTemporary, sharedTemporary) === undefined)
        return undefined;
    return (0,external_node_fs_.realpathSync)(sharedTemporary);
}
const OF_RUNNER = new RegExp("^(?:_runner_file_commands|git-credentials-.*|git-template|gitlab_runner_env|\\.gitlab-runner.*|" +
    "release-actions-\\w{6})$", "i");
function isOfRunner(host, real) {
    const shared = sharedRoot(host);
    return shared !== undefined && isInside(shared, real) && OF_RUNNER.test((0,external_node_path_.relative)(shared, real).split(external_node_path_.sep, 1)[0]);
}
function refuseWorkflow(path, named, { workflows = false }) {
    if (workflows && entersWorkflows(named))
        return;
    throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} ${entersWorkflows(named) ? "is in" : LINK_INTO} .github/workflows`, {
        remedy: "Give a path outside of it: what is written there runs with the repository's secrets.",
    });
}
function outside(path, host, how) {
    const shared = host.sharedTemporary === undefined
        ? ""
        : `, or in ${host.kind === "gitlab" ? "CI_PROJECT_DIR.tmp" : "RUNNER_TEMP"} by an input`;
    if (how === "lies")
        return (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} is outside the workspace`, {
            remedy: `Give a path inside the repository${shared}.`,
        });
    return (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(path)} is a link, or behind one, that leads outside the workspace`, {
        remedy: "Give a path inside the repository; links that lead out of it are not followed.",
    });
}
function repositoryTop(workspace) {
    for (let directory = workspace;; directory = (0,external_node_path_.dirname)(directory)) {
        if (factsAt((0,external_node_path_.join)(directory, ".git"), ".git") !== undefined)
            return directory;
        if ((0,external_node_path_.dirname)(directory) === directory)
            return workspace;
    }
}
function belowTop(top, path) {
    return isInside(top, path) ? (0,external_node_path_.relative)(top, path) : path;
}
function gitDirectoryOf(top) {
    const entry = (0,external_node_path_.join)(top, ".git");
    const facts = factsAt(entry, ".git");
    if (facts?.isSymbolicLink() === true)
        return whereItLeads(entry, ".git");
    if (facts?.isFile() !== true || facts.size > 8192)
        return undefined;
    const named = /^gitdir: (.+)/.exec((0,external_node_fs_.readFileSync)(entry, "utf8"))?.[1];
    return named === undefined ? undefined : whereItLeads((0,external_node_path_.resolve)(top, named.trim()), ".git");
}
function gitStoreAround(top, real) {
    const has = (directory, name) => factsAt((0,external_node_path_.join)(directory, name), name) !== undefined;
    for (let directory = (0,external_node_path_.dirname)(real); directory !== top && isInside(top, directory); directory = (0,external_node_path_.dirname)(directory)) {
        if (!has(directory, "HEAD"))
            continue;
        if (has(directory, "commondir") || (has(directory, "objects") && has(directory, "refs")))
            return directory;
    }
    return undefined;
}
const MOST_LINKS = 40;
function whereItLeads(path, shown) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
    }
    const rest = path.slice((0,external_node_path_.parse)(path).root.length).split(external_node_path_.sep).reverse();
    let real = (0,external_node_path_.parse)(path).root;
    for (let links = 0; rest.length > 0;) {
        const name = rest.pop();
        if (name === "" || name === ".")
            continue;
        const next = name === ".." ? (0,external_node_path_.dirname)(real) : (0,external_node_path_.join)(real, name);
        const target = name === ".." ? undefined : linkTarget(next);
        if (target === undefined) {
            real = next;
            continue;
        }
        if ((links += 1) > MOST_LINKS)
            throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(shown)} leads through too many links`, { remedy: "Give the path of the file itself." });
        if ((0,external_node_path_.isAbsolute)(target))
            real = (0,external_node_path_.parse)(target).root;
        rest.push(...target.slice((0,external_node_path_.parse)(target).root.length).split(external_node_path_.sep).reverse());
    }
    return real;
}
function linkTarget(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return undefined;
    }
}
function nameIn({ real }) {
    return (0,external_node_path_.basename)(real);
}

;// CONCATENATED MODULE: ./packages/files/held.ts





const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0, O_DIRECTORY } = external_node_fs_.constants;
function openRegular({ given, real }) {
    const facts = factsAt(real, given);
    if (facts === undefined)
        throw missing(given);
    if (!facts.isFile())
        throw notRegular(given);
    const file = openOnce(real, given);
    try {
        if (!(0,external_node_fs_.fstatSync)(file).isFile())
            throw notRegular(given);
        assertAt(file, real, given);
        return file;
    }
    catch (error) {
        (0,external_node_fs_.closeSync)(file);
        throw error;
    }
}
function openOnce(real, given) {
    try {
        return (0,external_node_fs_.openSync)(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ENOENT")
            throw missing(given, error);
        if (code === "ELOOP")
            throw replaced(given);
        throw (0,action/* invalid */.Gq)(`cannot read ${(0,action/* quote */.hD)(given)}: ${code ?? message}`, {
            cause: error,
            remedy: "Make the file readable for the user who runs this.",
        });
    }
}
function holdDirectory(real, given) {
    return hold(real, real, given);
}
function holdMadeDirectory(real, given) {
    const names = [];
    let existing = real;
    while (factsAt(existing, given) === undefined) {
        names.unshift(existing.slice((0,external_node_path_.dirname)(existing).length).replace(/^[\\/]/, ""));
        existing = (0,external_node_path_.dirname)(existing);
    }
    let held = holdDirectory(existing, given);
    for (const name of names) {
        const above = held;
        try {
            makeEntry(above, name);
            held = hold(above.at(name), (0,external_node_path_.join)(above.real, name), given);
        }
        finally {
            above.close();
        }
    }
    return held;
}
function makeEntry(directory, name) {
    try {
        directory.assertInside();
        (0,external_node_fs_.mkdirSync)(directory.at(name));
    }
    catch (error) {
        if (error.code !== "EEXIST")
            throw error;
    }
}
function hold(path, real, given) {
    if (O_DIRECTORY === undefined)
        return heldByPath(real, given);
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    }
    catch (error) {
        const { code } = error;
        if (code === "ELOOP" || (code === "ENOTDIR" && factsAt(real, given)?.isSymbolicLink() === true))
            throw replaced(given);
        throw error;
    }
    const assertInside = () => assertAt(file, real, given);
    try {
        assertInside();
    }
    catch (error) {
        (0,external_node_fs_.closeSync)(file);
        throw error;
    }
    const through = descriptorPath(file) === undefined ? real : `/proc/self/fd/${file}`;
    return {
        real,
        at: (name) => (0,external_node_path_.join)(through, name),
        assertInside,
        sync: () => (0,external_node_fs_.fsyncSync)(file),
        close: () => (0,external_node_fs_.closeSync)(file),
    };
}
function heldByPath(real, given) {
    const facts = (0,external_node_fs_.lstatSync)(real, { bigint: true });
    const assertInside = () => {
        const now = (0,external_node_fs_.lstatSync)(real, { bigint: true, throwIfNoEntry: false });
        if (now?.isDirectory() !== true || now.ino !== facts.ino || whereItLeads(real, given) !== real)
            throw replaced(given);
    };
    assertInside();
    return { real, at: (name) => (0,external_node_path_.join)(real, name), assertInside, sync: () => undefined, close: () => undefined };
}
function replaceFile(directory, name, content, given, besideName = `.${name}.release-actions.tmp`) {
    const target = directory.at(name);
    const present = factsAt(target, given);
    if (present?.isSymbolicLink() === true)
        throw replaced(given);
    if (present?.isFile() === false)
        throw notRegular(given);
    const beside = directory.at(besideName);
    try {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        writeNew(beside, content, present);
        directory.assertInside();
        (0,external_node_fs_.renameSync)(beside, target);
        directory.sync();
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        if (error instanceof action/* ActionError */.lZ)
            throw error;
        const { code, message } = error;
        throw (0,action/* invalid */.Gq)(`cannot write ${(0,action/* quote */.hD)(given)}: ${code ?? message}`, {
            cause: error,
            remedy: "Check that the directory is writable and that its disk is not full.",
        });
    }
}
const PIECE = 64 * 1024;
function writeNew(path, content, present) {
    const file = (0,external_node_fs_.openSync)(path, "wx");
    try {
        if (typeof content === "string" || content instanceof Uint8Array)
            (0,external_node_fs_.writeFileSync)(file, content);
        else
            writePieces(file, content);
        if (present !== undefined)
            (0,external_node_fs_.fchmodSync)(file, present.mode);
        (0,external_node_fs_.fsyncSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function writePieces(file, pieces) {
    let waiting = "";
    for (const piece of pieces) {
        waiting += piece;
        if (waiting.length < PIECE)
            continue;
        writeText(file, waiting);
        waiting = "";
    }
    writeText(file, waiting);
}
function writeText(file, text) {
    const written = (0,external_node_fs_.writeSync)(file, text);
    if (written < Buffer.byteLength(text))
        (0,external_node_fs_.writeFileSync)(file, Buffer.from(text).subarray(written));
}
function appendToFile(directory, name, text, given) {
    const { O_WRONLY, O_APPEND, O_CREAT } = external_node_fs_.constants;
    const present = factsAt(directory.at(name), given);
    if (present?.isFile() === false)
        throw notRegular(given);
    const file = (0,external_node_fs_.openSync)(directory.at(name), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
    try {
        if (!(0,external_node_fs_.fstatSync)(file).isFile())
            throw notRegular(given);
        assertAt(file, (0,external_node_path_.join)(directory.real, name), given);
        (0,external_node_fs_.writeFileSync)(file, text);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function assertAt(file, real, given) {
    const path = descriptorPath(file);
    if (path === undefined ? !isSameFile(file, real, given) : path !== real)
        throw replaced(given);
}
function descriptorPath(file) {
    try {
        const path = (0,external_node_fs_.readlinkSync)(`/proc/self/fd/${file}`);
        return path.startsWith("/") ? path : undefined;
    }
    catch {
        return undefined;
    }
}
function isSameFile(file, real, given) {
    const opened = (0,external_node_fs_.fstatSync)(file, { bigint: true });
    const there = (0,external_node_fs_.lstatSync)(real, { bigint: true, throwIfNoEntry: false });
    return (there !== undefined && opened.dev === there.dev && opened.ino === there.ino && whereItLeads(real, given) === real);
}
function missing(given, cause) {
    return (0,action/* invalid */.Gq)(`there is no file ${(0,action/* quote */.hD)(given)}`, {
        cause,
        remedy: "Check the path, and that the repository was checked out before this step.",
    });
}
function replaced(given) {
    return (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(given)} or a directory above it was replaced while it was being opened`, {
        remedy: "Run again while no other process changes these files.",
    });
}

;// CONCATENATED MODULE: ./packages/files/workspace.ts






const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
async function readWorkspaceFile(host, path, options = {}) {
    return readPlace(placeOf(host, path, options), options.maxBytes);
}
function readPlace(place, maxBytes = DEFAULT_MAX_BYTES) {
    workspace_assertDirectory(place);
    const file = openRegular(place);
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        if (size > maxBytes) {
            throw (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(place.given)} has ${size} bytes; at most ${maxBytes} are read`, {
                remedy: "Give a smaller file.",
            });
        }
        return (0,external_node_fs_.readFileSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function workspace_assertDirectory({ given, real }) {
    if (factsAt((0,external_node_path_.dirname)(real), given) !== undefined)
        return;
    throw (0,action/* invalid */.Gq)(`there is no file ${(0,action/* quote */.hD)(given)}`, {
        remedy: `The directory ${(0,action/* quote */.hD)((0,external_node_path_.dirname)(given))} does not exist. Check the path.`,
    });
}
async function writeWorkspaceFile(host, path, content, options = {}) {
    writePlace(placeOf(host, path, { ...options, write: true }), content);
}
function writePlace(place, content) {
    const { given, real } = place;
    const parent = (0,external_node_path_.dirname)(real);
    if (factsAt(real, given)?.isDirectory() === true)
        throw notRegular(given);
    const directory = inWords(`cannot write ${(0,action/* quote */.hD)(given)}`, () => holdMadeDirectory(parent, given));
    try {
        replaceFile(directory, nameIn(place), content, given);
    }
    finally {
        directory.close();
    }
}
async function makeWorkspaceDirectory(host, path, options = {}) {
    const { real } = placeOf(host, path, { ...options, write: true });
    inWords(`cannot make the directory ${(0,action/* quote */.hD)(path)}`, () => holdMadeDirectory(real, path)).close();
}
async function workspaceDirectory(host, path, options = {}) {
    const { real } = placeOf(host, path, options);
    if (factsAt(real, path)?.isDirectory() !== true)
        throw noDirectory(path);
    inWords(`cannot open the directory ${(0,action/* quote */.hD)(path)}`, () => holdDirectory(real, path)).close();
    return real;
}
function inWords(what, step) {
    try {
        return step();
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            throw error;
        const { code, message } = error;
        throw (0,action/* invalid */.Gq)(`${what}: ${code ?? message}`, {
            cause: error,
            remedy: "Check that its directory can be opened and written to, and that no file has a directory's name.",
        });
    }
}

;// CONCATENATED MODULE: ./packages/files/directory.ts








async function listDirectory(host, path, { optional = false, shallow = false, typed = false } = {}) {
    const workspace = placeOf(host, ".").real;
    const place = placeOf(host, path, { typed });
    const isDirectory = factsAt(place.real, path)?.isDirectory() === true;
    if (!isDirectory && optional)
        return undefined;
    if (!isDirectory)
        throw noDirectory(path);
    const real = await workspaceDirectory(host, path, { typed });
    const from = (isInside(workspace, real) ? (0,external_node_path_.relative)(workspace, real) : real).split(external_node_path_.sep).join("/");
    const found = [];
    walk({ real, path: from === "" ? "" : `${from}/`, below: "", link: (given) => allowed(host, given, typed), shallow }, found);
    return found.sort((one, other) => (one.below < other.below ? -1 : one.below > other.below ? 1 : 0));
}
function walk({ real, path, below, link, shallow }, found) {
    for (const entry of (0,external_node_fs_.readdirSync)(real, { withFileTypes: true })) {
        if (entry.name.startsWith(".") || isGitName(entry.name))
            continue;
        const file = { path: path + entry.name, below: below + entry.name };
        const at = (0,external_node_path_.join)(real, entry.name);
        if (entry.isDirectory()) {
            if (!shallow)
                walk({ real: at, path: `${file.path}/`, below: `${file.below}/`, link, shallow }, found);
        }
        else if (!entry.isSymbolicLink()) {
            if (entry.isFile())
                found.push({ ...file, place: { given: file.path, real: at } });
        }
        else if (!leadsToDirectory(at)) {
            found.push({ ...file, place: link(at) });
        }
    }
}
function leadsToDirectory(path) {
    try {
        return factsAt(whereItLeads(path, path), path)?.isDirectory() === true;
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            return false;
        throw error;
    }
}
function allowed(host, path, typed) {
    try {
        return placeOf(host, path, { typed });
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            return undefined;
        throw error;
    }
}
function readListed({ place }, maxBytes) {
    if (place === undefined)
        return undefined;
    let file;
    try {
        file = openRegular(place);
    }
    catch (error) {
        if (error instanceof action/* ActionError */.lZ)
            return undefined;
        throw error;
    }
    try {
        return (0,external_node_fs_.fstatSync)(file).size <= maxBytes ? (0,external_node_fs_.readFileSync)(file) : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./packages/files/glob.ts





const MAX_ENTRIES = 200_000;
function isPattern(text) {
    return /[*?]/.test(text);
}
async function findMatchingFiles(host, pattern) {
    const workspace = placeOf(host, ".").real;
    const segments = pattern.split("/");
    if (!(0,external_node_path_.isAbsolute)(pattern) && !segments.includes(".."))
        return findFiles(workspace, pattern);
    const first = segments.findIndex(isPattern);
    const base = segments.slice(0, first).join("/") || "/";
    const rest = segments.slice(first);
    if (rest.includes("..")) {
        throw (0,action/* invalid */.Gq)(`${JSON.stringify(pattern)} has .. after a wildcard`, {
            remedy: "Write a pattern without .. after a wildcard.",
        });
    }
    const { real } = placeOf(host, base, { typed: true });
    return (await findFiles(real, rest.join("/"))).map((path) => (0,external_node_path_.join)(base, path));
}
async function findFiles(root, pattern) {
    const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
    const found = [];
    let entries = 0;
    async function walk(directory, states) {
        const list = await (0,promises_.readdir)((0,external_node_path_.join)(root, directory), { withFileTypes: true }).catch(() => []);
        for (const entry of list.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
            if (isGitName(entry.name))
                continue;
            entries += 1;
            if (entries > MAX_ENTRIES) {
                throw (0,action/* invalid */.Gq)(`${JSON.stringify(pattern)} walks over more than ${MAX_ENTRIES} files`, {
                    remedy: "Write a narrower pattern.",
                });
            }
            const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
            const next = after(states, entry.name);
            if (entry.isDirectory()) {
                if (next.size > 0)
                    await walk(path, next);
            }
            else if (next.has(segments.length)) {
                found.push(path);
            }
        }
    }
    function after(states, name) {
        const next = new Set();
        for (const state of states) {
            const segment = segments[state];
            if (segment === undefined)
                continue;
            if (segment === "**") {
                if (!name.startsWith("."))
                    next.add(state);
            }
            else if (matchesSegment(segment, name)) {
                next.add(state + 1);
            }
        }
        return skippingDoubleStars(next);
    }
    function skippingDoubleStars(states) {
        for (const state of states)
            if (segments[state] === "**")
                states.add(state + 1);
        return states;
    }
    await walk("", skippingDoubleStars(new Set([0])));
    return found;
}
function matchesSegment(segment, name) {
    if (name.startsWith(".") && !segment.startsWith("."))
        return false;
    let star = -1;
    let taken = 0;
    let at = 0;
    for (let index = 0; index < name.length;) {
        if (segment[at] === "*") {
            star = at++;
            taken = index;
        }
        else if (at < segment.length && (segment[at] === "?" || segment[at] === name[index])) {
            at++;
            index++;
        }
        else if (star >= 0) {
            at = star + 1;
            index = ++taken;
        }
        else {
            return false;
        }
    }
    while (segment[at] === "*")
        at++;
    return at === segment.length;
}

;// CONCATENATED MODULE: ./packages/files/reports.ts




function refuseSameFile({ workspace }, files) {
    const inputs = new Map();
    const problems = [];
    for (const [input, path] of Object.entries(files)) {
        if (path === undefined)
            continue;
        const place = whereItLeads((0,external_node_path_.resolve)(workspace, path), path);
        const other = inputs.get(place);
        if (other === undefined)
            inputs.set(place, input);
        else
            problems.push({ input, what: `${input} is the same file as ${other}`, remedy: "Give each its own file." });
    }
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(problems[0].what, { problems });
}
async function writeReport(host, io, path, content) {
    try {
        await writeWorkspaceFile(host, path, content, { typed: true });
        return true;
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ))
            throw error;
        io.warning([
            `A report is missing: ${error.message}`,
            ...(error.details.remedy === undefined ? [] : [error.details.remedy]),
        ].join("\n"));
        return false;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./packages/files/verified-file.ts




const CHUNK_BYTES = 256 * 1024;
const readInto = (0,external_node_util_.promisify)(external_node_fs_.read);
async function verifiedFile(place) {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 23));
    const hash = createHash("sha256");
    const first = openRegular(place);
    const facts = (0,external_node_fs_.fstatSync)(first, { bigint: true });
    let size = 0;
    for await (const chunk of chunksOf(first)) {
        hash.update(chunk);
        size += chunk.length;
    }
    const sha256 = hash.digest("hex");
    return { size, sha256, open: () => sameChunks(place, { facts, size, sha256 }) };
}
async function* sameChunks(place, { facts, size, sha256 }) {
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 23));
    const file = openRegular(place);
    if (!isSame((0,external_node_fs_.fstatSync)(file, { bigint: true }), facts)) {
        (0,external_node_fs_.closeSync)(file);
        throw changed(place);
    }
    const hash = createHash("sha256");
    let left = size;
    for await (const chunk of chunksOf(file)) {
        hash.update(chunk);
        left -= chunk.length;
        if (left < 0 || (left === 0 && hash.digest("hex") !== sha256))
            throw changed(place);
        yield chunk;
    }
    if (left > 0)
        throw changed(place);
}
function isSame(one, other) {
    return one.dev === other.dev && one.ino === other.ino && one.size === other.size && one.mtimeNs === other.mtimeNs;
}
function changed({ given }) {
    return (0,action/* invalid */.Gq)(`${(0,action/* quote */.hD)(given)} was changed after it had been checked`, {
        remedy: "Run again when nothing else changes the files to publish.",
    });
}
async function* chunksOf(file) {
    try {
        const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        for (;;) {
            const { bytesRead } = await readInto(file, buffer, 0, buffer.length, null);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./packages/files/index.ts










/***/ }),

/***/ 659:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8703);
/* harmony import */ var _release_actions_action_runtime__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4475);


function conclude(io, end) {
    if ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(end.verdict)) {
        io.info(`${end.action}: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .verdictInWords */ ._5)(end.verdict)}`);
        return;
    }
    for (const problem of end.problems) {
        const { what, remedy, hint, file, line } = problem;
        io.error(paragraphs(what, remedy, hint), {
            ...(file !== undefined && { file }),
            ...(line !== undefined && { line }),
        });
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
    io.info(`${end.action}: ${(0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .verdictInWords */ ._5)(end.verdict, exists.length > 0)} (exit code ${end.exitCode})`);
}
function paragraphs(what, remedy, hint) {
    return [what, ...(remedy === undefined ? [] : [remedy]), ...(hint === undefined ? [] : [(0,_release_actions_action_runtime__WEBPACK_IMPORTED_MODULE_1__/* .hintText */ .dx)(hint)])].join("\n");
}


/***/ }),

/***/ 940:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ credentialRules)
/* harmony export */ });
/* unused harmony export ownRules */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8703);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3023);


const [PUBLIC_GITHUB, PUBLIC_GITLAB] = _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .PUBLIC_FORGES */ .pg;
function credentialRules(env) {
    const isGitHubJob = env["GITHUB_ACTIONS"] === "true";
    return ownRules({
        github: {
            server: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "GITHUB_SERVER_URL"),
            api: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "GITHUB_API_URL"),
            token: isGitHubJob ? (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "GITHUB_TOKEN") : undefined,
        },
        gitlab: {
            server: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "CI_SERVER_URL"),
            api: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "CI_API_V4_URL"),
            registry: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "CI_REGISTRY"),
            token: (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, "CI_JOB_TOKEN"),
        },
    });
}
function ownRules({ github = {}, gitlab = {}, }) {
    return new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .CredentialRules */ .v0([
        { name: "GitHub", origins: gitHubOrigins(github) ?? PUBLIC_GITHUB.origins, tokens: listed(github.token) },
        { name: "GitLab", origins: gitLabOrigins(gitlab) ?? PUBLIC_GITLAB.origins, tokens: listed(gitlab.token) },
    ]);
}
function gitHubOrigins({ server, api }) {
    const known = [server, api].flatMap((url) => urlOf(url) ?? []);
    if (known.length === 0)
        return undefined;
    const origins = known.flatMap(({ protocol, host, origin }) => {
        const web = host.replace(/^api\./, "");
        const split = web === "github.com" || web.endsWith(".ghe.com") || web !== host;
        const registry = web === "github.com" ? "ghcr.io" : `containers.${web}`;
        const beside = [...(split ? [web, `api.${web}`, `uploads.${web}`] : []), registry];
        return [origin, ...beside.flatMap((name) => urlOf(`${protocol}//${name}`)?.origin ?? [])];
    });
    return [...new Set(origins)];
}
function gitLabOrigins({ server, api, registry }) {
    const known = [server, api].flatMap((url) => urlOf(url) ?? []);
    if (known.length === 0)
        return undefined;
    const schemes = ["https:", ...(known.some(({ protocol }) => protocol === "http:") ? ["http:"] : [])];
    const registries = registry === undefined ? [] : schemes.flatMap((scheme) => urlOf(`${scheme}//${registry}`)?.origin ?? []);
    return [...new Set([...known.map(({ origin }) => origin), ...registries])];
}
function urlOf(text) {
    const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}
function listed(token) {
    return token === undefined ? [] : [token];
}


/***/ }),

/***/ 3023:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   eg: () => (/* binding */ networkSettings),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   uQ: () => (/* binding */ toolEnvironment),
/* harmony export */   vj: () => (/* binding */ leakingMode)
/* harmony export */ });
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
function childEnvironment(env) {
    const kept = CHILD_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
    return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8" };
}
const OF_INPUTS = /^(?:INPUT|RELEASE_ACTIONS)_/i;
function toolEnvironment(env) {
    const kept = Object.entries(env).flatMap(([name, value]) => value === undefined || OF_INPUTS.test(name) ? [] : [[name, value]]);
    return Object.fromEntries(kept);
}
function given(env, ...names) {
    for (const name of names)
        if (env[name] !== undefined && env[name] !== "")
            return env[name];
    return undefined;
}
function optional(key, value) {
    return value === undefined || value === "" ? {} : { [key]: value };
}
function leakingMode(env, nodeArguments = process.execArgv) {
    const modes = [];
    for (const [name, what] of TRACED_JOBS) {
        if (isTrueToRunner(env[name]))
            modes.push({ what: `${name} ${what}`, remedy: `Remove the variable ${name}.` });
    }
    for (const [name, what] of NODE_DEBUGS) {
        if (given(env, name) !== undefined)
            modes.push({ what: `${name} ${what}`, remedy: `Unset ${name}.` });
    }
    const options = new Set([...splitOptions(env["NODE_OPTIONS"] ?? ""), ...nodeArguments].map(optionName));
    for (const [name, what] of NODE_OPTIONS) {
        const isHarmless = options.has(`no-${name}`) || (name.startsWith("report-") && options.has("report-exclude-env"));
        if (!options.has(name) || isHarmless)
            continue;
        modes.push({ what: `node's --${name} ${what}`, remedy: `Remove --${name} from NODE_OPTIONS or node's arguments.` });
    }
    return modes.length === 0 ? undefined : modes;
}
const TRACED_JOBS = [
    ["CI_DEBUG_TRACE", "prints every variable of the job"],
    ["CI_DEBUG_SERVICES", "prints the services' logs, and variables unmasked"],
];
const NODE_DEBUGS = [
    ["NODE_DEBUG", "prints the headers of every request"],
    ["NODE_DEBUG_NATIVE", "prints node's internal data"],
];
const REPORTS = "writes the environment to a file";
const INSPECTOR = "lets others read the process's memory";
const SNAPSHOT = "writes the process's memory to a file";
const NODE_OPTIONS = [
    ["report-on-fatalerror", REPORTS],
    ["report-on-signal", REPORTS],
    ["report-uncaught-exception", REPORTS],
    ["inspect", INSPECTOR],
    ["inspect-brk", INSPECTOR],
    ["inspect-wait", INSPECTOR],
    ["heapsnapshot-near-heap-limit", SNAPSHOT],
    ["heapsnapshot-signal", SNAPSHOT],
    ["abort-on-uncaught-exception", SNAPSHOT],
    ["tls-keylog", "writes the keys of every connection to a file"],
];
function isTrueToRunner(value) {
    return ["1", "t", "true"].includes(value?.toLowerCase() ?? "");
}
function splitOptions(text) {
    const parts = text.match(/(?:"(?:\\[^]|[^"\\])*"?|[^ "])+/g) ?? [];
    return parts.map((part) => part.replace(/\\([^])|"/g, "$1"));
}
function optionName(option) {
    return option
        .replace(/=[^]*$/, "")
        .replaceAll("_", "-")
        .replace(/^--/, "");
}


/***/ }),

/***/ 9545:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ requestIdToken),
/* harmony export */   o: () => (/* binding */ noIdToken)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8703);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3023);


const URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
const TOKEN_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
const PERMISSION = "`permissions: id-token: write`";
async function requestIdToken(env, core, request) {
    const { audience, leaks, ...context } = request;
    if (audience === "" || !audience.isWellFormed()) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("The audience of an OIDC token must be a text that is not empty.");
    }
    assertRequestVariables(env);
    if (leaks !== undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("Settings of this run would expose the OIDC token that this step requests.", { problems: leaks });
    }
    function accept(reply) {
        const value = reply?.value;
        if (typeof value === "string" && value !== "")
            context.io.secret(value);
        if (typeof value === "string" && isTokenFor(audience, value))
            return;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)("GitHub's answer to the request for an OIDC token is not a JSON Web Token for the audience.", {
            remedy: "Run the job again; if it stays so, check https://www.githubstatus.com.",
        });
    }
    return await core.request({ ...context, accept, permission: PERMISSION }, ({ getIDToken }) => getIDToken(audience));
}
function noIdToken(host) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${host} issues no OIDC tokens on request.`, {
        remedy: `Run this step in GitHub Actions, in a job with ${PERMISSION}.`,
    });
}
function assertRequestVariables(env) {
    const [address, token] = [(0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, URL_VARIABLE), (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(env, TOKEN_VARIABLE)];
    if (address === undefined || token === undefined) {
        const missing = address === undefined ? URL_VARIABLE : TOKEN_VARIABLE;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`This job cannot request an OIDC token: ${missing} is not set.`, {
            remedy: `Add ${PERMISSION} to the job. Pull requests from forks cannot have it.`,
        });
    }
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isPlain = url?.href === address && url.search !== "" && url.hash === "" && url.username + url.password === "";
    if (!isPlain) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`${URL_VARIABLE} is not an address with a query.`, {
            remedy: "The runner sets it; do not change it in the workflow.",
        });
    }
}
function isTokenFor(audience, token) {
    const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
    if (payload === undefined)
        return false;
    try {
        const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
        return [claims?.aud].flat().includes(audience);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 8643:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _K: () => (/* reexport */ gitlabHost),
  zd: () => (/* reexport */ hosts_print/* printed */.z),
  ll: () => (/* reexport */ hosts_print/* printer */.l),
  ml: () => (/* reexport */ system_clock_systemClock),
  P0: () => (/* reexport */ terminalHost),
  Qn: () => (/* reexport */ variableOf)
});

// UNUSED EXPORTS: GITLAB_REPORTS, runInMemory

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __nccwpck_require__(9366);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./packages/hosts/conclusion.ts
var conclusion = __nccwpck_require__(659);
// EXTERNAL MODULE: ./packages/hosts/credentials.ts
var credentials = __nccwpck_require__(940);
// EXTERNAL MODULE: ./packages/hosts/environment.ts
var environment = __nccwpck_require__(3023);
// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var packages_action = __nccwpck_require__(8703);
;// CONCATENATED MODULE: ./packages/hosts/flags.ts

const PREFIX = "RELEASE_ACTIONS_";
function readFlags(argv, env, inputs, hostVariable) {
    const values = new Map();
    const problems = [];
    for (let index = 0; index < argv.length; index += 1) {
        const [, name, attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argv[index]) ?? [];
        const facts = name === undefined ? undefined : inputs.get(name);
        if (name === undefined) {
            problems.push({
                what: `${(0,packages_action/* quote */.hD)(nameOf(argv[index]))} is not expected here`,
                remedy: "Inputs are given as --name value; see --help.",
            });
        }
        else if (facts === undefined) {
            problems.push({
                input: nameOf(name),
                what: `there is no input --${nameOf(name)}`,
                remedy: `${suggestion(name, inputs)}See --help for all inputs.`,
            });
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
                problems.push({
                    input: name,
                    what: `--${name} is a secret and is not taken from the command line`,
                    remedy: `Other users can see it there. Set the variable ${variableOf(name)} instead.`,
                });
            }
            else {
                const before = values.get(name);
                if (before !== undefined && facts.kind !== "list" && before !== value.trim())
                    problems.push({
                        input: name,
                        what: `--${name} is given twice, with different values`,
                        remedy: "Give it once.",
                    });
                values.set(name, join(before, value.trim(), facts));
            }
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
function nameOf(argument) {
    return argument.slice(0, /[=:\s]/.exec(argument)?.index);
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
        return meant === undefined || meant === variable
            ? []
            : [{ what: `the variable ${variable} is misspelt`, remedy: `Write ${meant}.` }];
    });
}
function suggestion(name, inputs) {
    const plain = (text) => text.replaceAll(/[-_]/g, "").toLowerCase();
    const near = [...inputs.keys()].find((known) => plain(known) === plain(name) || known.startsWith(name) || (name.length > 3 && name.startsWith(known)));
    return near === undefined ? "" : `Did you mean --${near}? `;
}

// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __nccwpck_require__(1458);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./packages/hosts/gitlab-reports.ts



const GITLAB_REPORTS = "release-actions-reports";
const OUTPUTS = "outputs.env";
const SUMMARY = "summary.md";
const OWNER = "job";
function gitlabReports(host, job) {
    let begun = false;
    const within = (path, work) => {
        assertNoLink(host, path);
        const directory = (0,files/* holdMadeDirectory */.iC)((0,files/* placeOf */.$t)(host, path, { write: true }).real, path);
        try {
            return work(directory);
        }
        finally {
            directory.close();
        }
    };
    const append = (name, text) => within(GITLAB_REPORTS, (directory) => (0,files/* appendToFile */.WZ)(directory, name, text, `${GITLAB_REPORTS}/${name}`));
    const beginOnce = async () => {
        if (begun)
            return;
        const mark = await markOf(job);
        within(GITLAB_REPORTS, (directory) => start(host, directory, mark));
        begun = true;
    };
    return {
        async begin(action, outputs) {
            await beginOnce();
            const path = `${GITLAB_REPORTS}/${action}`;
            within(path, (directory) => {
                for (const name of outputs)
                    assertFileOrNothing(directory, name, `${path}/${name}`);
            });
        },
        async writeFile(action, name, text) {
            await beginOnce();
            within(`${GITLAB_REPORTS}/${action}`, (directory) => {
                const path = `${GITLAB_REPORTS}/${action}/${name}`;
                assertFileOrNothing(directory, name, path);
                replace(directory, name, text, path);
            });
        },
        async addOutputs(lines) {
            await beginOnce();
            append(OUTPUTS, lines);
        },
        async addSummary(markdown) {
            await beginOnce();
            append(SUMMARY, markdown);
        },
    };
}
function start(host, directory, mark) {
    for (const name of [OWNER, OUTPUTS, SUMMARY])
        assertFileOrNothing(directory, name, `${GITLAB_REPORTS}/${name}`);
    if (isOwn(host, directory, mark))
        return;
    (0,external_node_fs_.rmSync)(directory.at(SUMMARY), { force: true });
    replace(directory, OUTPUTS, "", `${GITLAB_REPORTS}/${OUTPUTS}`);
    replace(directory, OWNER, mark ?? "", `${GITLAB_REPORTS}/${OWNER}`);
}
function replace(directory, name, text, path) {
    (0,files/* replaceFile */.fR)(directory, name, text, path, `.${name}.${Math.random().toString(36).slice(2)}.tmp`);
}
function isOwn(host, directory, mark) {
    if (mark === undefined || (0,external_node_fs_.lstatSync)(directory.at(OWNER), { throwIfNoEntry: false }) === undefined)
        return false;
    const found = (0,files/* readPlace */.yI)((0,files/* placeOf */.$t)(host, `${GITLAB_REPORTS}/${OWNER}`), 1024);
    return found.toString("utf8") === mark && (0,external_node_fs_.lstatSync)(directory.at(OUTPUTS), { throwIfNoEntry: false }) !== undefined;
}
async function markOf({ id, token }) {
    if (token === undefined || token === "")
        return undefined;
    const { createHmac } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 23));
    return createHmac("sha256", token).update(`${GITLAB_REPORTS} of job ${id}`).digest("hex");
}
function assertNoLink(host, path) {
    const parts = path.split("/");
    const { real: workspace } = (0,files/* placeOf */.$t)(host, ".");
    parts.reduce((above, name) => {
        const at = `${above}/${name}`;
        const facts = (0,external_node_fs_.lstatSync)(at, { throwIfNoEntry: false });
        if (facts?.isDirectory() === false)
            throw inTheWay(at.slice(workspace.length + 1), "a directory");
        return at;
    }, workspace);
}
function assertFileOrNothing(directory, name, path) {
    if ((0,external_node_fs_.lstatSync)(directory.at(name), { throwIfNoEntry: false })?.isFile() === false)
        throw inTheWay(path, "a regular file");
}
function inTheWay(path, wanted) {
    return (0,packages_action/* invalid */.Gq)(`${path} is not ${wanted}, so the job's reports cannot be written there`, {
        remedy: `Remove ${path} from the repository, or from the artifacts of the job that left it.`,
    });
}

// EXTERNAL MODULE: ./packages/hosts/id-token.ts
var id_token = __nccwpck_require__(9545);
// EXTERNAL MODULE: ./packages/hosts/log.ts
var hosts_log = __nccwpck_require__(4036);
// EXTERNAL MODULE: ./packages/hosts/print.ts
var hosts_print = __nccwpck_require__(1341);
// EXTERNAL MODULE: ./packages/hosts/signals.ts
var signals = __nccwpck_require__(5667);
// EXTERNAL MODULE: ./packages/hosts/temporary.ts
var hosts_temporary = __nccwpck_require__(8561);
;// CONCATENATED MODULE: ./packages/hosts/gitlab.ts












function gitlabHost(process, argv) {
    const env = process.env;
    const print = (0,hosts_print/* printer */.l)(process, "stdout");
    const io = (0,hosts_log/* createIo */.l)(jobLog((line) => print(`${line}\n`)));
    const temporary = (0,hosts_temporary/* temporaryDirectory */.D)((0,external_node_os_.tmpdir)());
    const facts = gitlabFacts(env, process.cwd(), temporary.path);
    const reports = gitlabReports(facts, { id: env["CI_JOB_ID"] ?? "", token: env["CI_JOB_TOKEN"] });
    const leaks = (0,environment/* leakingMode */.vj)(env);
    return {
        facts,
        io,
        ...(leaks !== undefined && { leaks }),
        readInputs: (inputs) => readFlags(argv, env, inputs, ({ gitlab }) => (gitlab === undefined ? undefined : env[gitlab])),
        onSignal: (callback) => (0,signals/* onTerminationSignal */.U)(process, callback),
        async prepare(action, outputs) {
            await reports.begin(action, outputs);
        },
        async writeOutputs(action, outputs) {
            const variables = new Map();
            for (const [name, raw] of Object.entries(outputs)) {
                const value = raw.toWellFormed();
                await reports.writeFile(action, name, value);
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
            await reports.addOutputs(lines.join(""));
        },
        async writeSummary(action, blocks) {
            const all = [...io.blocks, ...blocks];
            if (all.length > 0)
                await reports.addSummary(`${(0,packages_text/* toMarkdown */.l6)(all)}\n`);
            if (all.length > 0)
                io.info(`${action}: the summary is in ${GITLAB_REPORTS}/summary.md among the job's artifacts`);
        },
        idToken: async () => Promise.reject((0,id_token/* noIdToken */.o)("GitLab")),
        async conclude(end) {
            (0,conclusion/* conclude */.E)(io, end);
        },
        async cleanUp() {
            temporary.remove();
        },
    };
}
function dotenvValue(value) {
    return value.length <= 300 && (0,packages_text/* visible */.RK)(value) === value && !/[\n\r"'`\\$#]/.test(value) && value.trim() === value
        ? value
        : undefined;
}
function gitlabFacts(env, directory, temporary) {
    return {
        kind: "gitlab",
        workspace: (0,environment/* given */.gI)(env, "CI_PROJECT_DIR") ?? directory,
        ...(0,environment/* optional */.lq)("sharedTemporary", (0,environment/* given */.gI)(env, "CI_PROJECT_DIR")?.replace(/\/*$/, ".tmp")),
        get temporary() {
            return temporary();
        },
        ...(0,environment/* optional */.lq)("pushedTag", env["CI_COMMIT_TAG"]),
        ...(0,environment/* optional */.lq)("commit", env["CI_COMMIT_SHA"]),
        ...(0,environment/* optional */.lq)("repository", env["CI_PROJECT_PATH"]),
        ...(0,environment/* optional */.lq)("projectId", env["CI_PROJECT_ID"]),
        ...(0,environment/* optional */.lq)("serverUrl", env["CI_SERVER_URL"]),
        ...(0,environment/* optional */.lq)("apiUrl", env["CI_API_V4_URL"]),
        ...(0,environment/* optional */.lq)("runUrl", env["CI_JOB_URL"]),
        network: { ...(0,environment/* networkSettings */.eg)(env), credentials: (0,credentials/* credentialRules */.Z)(env) },
        childEnvironment: (0,environment/* childEnvironment */.Qc)(env),
        get toolEnvironment() {
            return (0,environment/* toolEnvironment */.uQ)(env);
        },
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
            const lines = (0,packages_text/* visibleLines */.gB)(message);
            lines.forEach((text, index) => write(index === 0 ? `\u001b[${COLOUR[level]}m${level}:\u001b[0m ${place}${text}` : `  ${text}`));
        },
        openGroup(title) {
            const id = `release_actions_${(sections += 1)}`;
            write(`\u001b[0Ksection_start:${seconds()}:${id}\r\u001b[0K${title}`);
            return () => write(`\u001b[0Ksection_end:${seconds()}:${id}\r\u001b[0K`);
        },
        progress: (0,hosts_log/* throttled */.v)(10_000, () => performance.now(), write),
        mask: () => undefined,
    };
}

// EXTERNAL MODULE: ./packages/action/runtime/index.ts + 5 modules
var runtime = __nccwpck_require__(4475);
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
    });
    const temporary = temporaryDirectory(tmpdir());
    let outputs = {};
    let summary = "";
    const host = {
        facts: Object.defineProperties({
            kind: "memory",
            workspace: run.workspace ?? process.cwd(),
            childEnvironment: childEnvironment(process.env),
            toolEnvironment: toolEnvironment(process.env),
        }, {
            temporary: { get: temporary.path, configurable: true, enumerable: true },
            ...Object.getOwnPropertyDescriptors(run.facts ?? {}),
            network: { value: networkOf(run.facts), enumerable: true },
        }),
        io,
        readInputs: (known) => {
            const given = Object.entries(run.inputs ?? {});
            const unknown = given.filter(([name]) => !known.has(name));
            return {
                values: new Map(given
                    .map(([name, value]) => [name, value.trim()])
                    .filter(([name, value]) => value !== "" && known.has(name))),
                problems: unknown.map(([name]) => ({ input: name, what: `there is no input ${name}` })),
            };
        },
        onSignal: (callback) => run.interrupt?.addEventListener("abort", () => callback("SIGINT", 130), { once: true }),
        prepare: async () => undefined,
        writeOutputs: async (_, values) => void (outputs = values),
        writeSummary: async (_, blocks) => void (summary = toMarkdown([...io.blocks, ...blocks])),
        conclude: async (end) => conclude(io, end),
        cleanUp: async () => temporary.remove(),
    };
    const exitCode = await execute(action, host, run.clock ?? systemClock, run.ownHints);
    return { verdict: outputs["verdict"] ?? "", exitCode, outputs, lines, summary };
}
function networkOf(facts = {}) {
    const { kind, serverUrl: server, apiUrl: api, network = { tlsVerificationDisabled: false } } = facts;
    const forge = kind === "gitlab" || (kind !== "github" && api?.endsWith("/api/v4") === true) ? "gitlab" : "github";
    return { credentials: ownRules({ [forge]: { server, api } }), ...network };
}

;// CONCATENATED MODULE: ./packages/hosts/terminal.ts












function terminalHost(process, argv, options) {
    const env = process.env;
    const [print, log] = [(0,hosts_print/* printer */.l)(process, "stdout"), (0,hosts_print/* printer */.l)(process, "stderr")];
    const rich = process.stderr.isTTY && (0,environment/* given */.gI)(env, "NO_COLOR") === undefined && env["TERM"] !== "dumb";
    const style = terminalLog(log, rich, (0,environment/* given */.gI)(env, "RELEASE_ACTIONS_DEBUG") !== undefined);
    const io = (0,hosts_log/* createIo */.l)(style);
    const temporary = (0,hosts_temporary/* temporaryDirectory */.D)((0,external_node_os_.tmpdir)());
    const leaks = (0,environment/* leakingMode */.vj)(env);
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
        onSignal: (callback) => (0,signals/* onTerminationSignal */.U)(process, callback),
        prepare: async () => undefined,
        writeOutputs: async () => undefined,
        async writeSummary() {
            if (wantsSummary && io.blocks.length > 0)
                log(`\n${(0,packages_text/* toPlainText */.bo)(io.blocks)}\n`);
        },
        idToken: async () => Promise.reject((0,id_token/* noIdToken */.o)("A terminal")),
        async conclude(end) {
            (0,conclusion/* conclude */.E)(io, end);
            const { action, verdict, exitCode, message, problems, remedy, hint, journal, outputs, jsonOutputs } = end;
            if (options.json) {
                const values = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [
                    name,
                    jsonOutputs.has(name) && value !== "" ? JSON.parse(value) : value,
                ]));
                const report = {
                    action,
                    verdict,
                    exitCode,
                    outputs: values,
                    ...(!(0,packages_action/* isSuccess */.oJ)(verdict) && { message, remedy, hint, problems, ...journal }),
                };
                print(`${(0,packages_text/* jsonText */.s$)(report, 2)}\n`);
            }
            else if (options.only !== undefined) {
                print(`${(0,packages_text/* visibleText */.Q6)(outputs[options.only] ?? "")}\n`);
            }
            else {
                for (const [name, value] of Object.entries(outputs))
                    if (value !== "" && !jsonOutputs.has(name))
                        print(shownOutput(name, value));
            }
        },
        async cleanUp() {
            temporary.remove();
        },
    };
}
function shownOutput(name, value) {
    const lines = (0,packages_text/* visibleLines */.gB)(value);
    return lines.length === 1
        ? `${name}: ${lines[0]}\n`
        : `${name}:\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}\n`;
}
function terminalFacts(env, directory, temporary) {
    return {
        kind: "terminal",
        workspace: directory,
        get temporary() {
            return temporary();
        },
        ...(0,environment/* optional */.lq)("repository", (0,environment/* given */.gI)(env, "GITHUB_REPOSITORY", "CI_PROJECT_PATH")),
        ...(0,environment/* optional */.lq)("serverUrl", (0,environment/* given */.gI)(env, "GITHUB_SERVER_URL", "CI_SERVER_URL")),
        ...(0,environment/* optional */.lq)("apiUrl", (0,environment/* given */.gI)(env, "GITHUB_API_URL", "CI_API_V4_URL")),
        network: { ...(0,environment/* networkSettings */.eg)(env), credentials: (0,credentials/* credentialRules */.Z)(env) },
        childEnvironment: (0,environment/* childEnvironment */.Qc)(env),
        get toolEnvironment() {
            return (0,environment/* toolEnvironment */.uQ)(env);
        },
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
    const plainProgress = (0,hosts_log/* throttled */.v)(10_000, () => performance.now(), print);
    return {
        print,
        debug: (lines) => void (debug && lines.forEach(print)),
        annotate(level, message, { file, line }) {
            const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
            const label = rich ? `\u001b[${terminal_COLOUR[level]}m${level}:\u001b[0m` : `${level}:`;
            const lines = (0,packages_text/* visibleLines */.gB)(message);
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

/***/ 4036:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createIo),
/* harmony export */   v: () => (/* binding */ throttled)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9366);

function createIo(style) {
    const blocks = [];
    const clean = (place = {}) => ({
        ...place,
        ...(place.title !== undefined && { title: (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(place.title)) }),
        ...(place.file !== undefined && { file: (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(place.file)) }),
    });
    return {
        blocks,
        debug: (message) => style.debug((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .inertLines */ .wi)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message))),
        info: (message) => (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .inertLines */ .wi)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message)).forEach(style.print),
        notice: (message, place) => style.annotate("notice", _release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message), clean(place)),
        warning: (message, place) => style.annotate("warning", _release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message), clean(place)),
        error: (message, place) => style.annotate("error", _release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message), clean(place)),
        async group(title, body) {
            const close = style.openGroup((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(title)));
            try {
                return await body();
            }
            finally {
                close();
            }
        },
        progress: (message) => style.progress((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.redact(message))),
        secret: (value) => _release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.add(value).forEach(style.mask),
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


/***/ }),

/***/ 1341:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ printer),
/* harmony export */   z: () => (/* binding */ printed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

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
                rest = rest.subarray((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, rest));
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


/***/ }),

/***/ 5667:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ onTerminationSignal)
/* harmony export */ });
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


/***/ }),

/***/ 8561:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ temporaryDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function temporaryDirectory(parent) {
    let made;
    return {
        path: () => (made ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, "release-actions-"))),
        remove() {
            if (made !== undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(made, { recursive: true, force: true });
            made = undefined;
        },
    };
}


/***/ }),

/***/ 9366:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  VI: () => (/* reexport */ beginningOf),
  aY: () => (/* reexport */ code),
  DV: () => (/* reexport */ codeBlock),
  oe: () => (/* reexport */ decoderFor),
  zH: () => (/* reexport */ details),
  ou: () => (/* reexport */ fillTemplate),
  z3: () => (/* reexport */ formatBytes),
  B4: () => (/* reexport */ formatCount),
  im: () => (/* reexport */ formatDay),
  a3: () => (/* reexport */ formatDuration),
  R_: () => (/* reexport */ heading),
  wi: () => (/* reexport */ inertLines),
  Ic: () => (/* reexport */ inertMarkdown),
  N: () => (/* reexport */ isDay),
  Ir: () => (/* reexport */ jsonArray),
  s$: () => (/* reexport */ jsonText),
  nf: () => (/* reexport */ document_link),
  Cm: () => (/* reexport */ linkTarget),
  p_: () => (/* reexport */ list),
  TN: () => (/* reexport */ oneLine),
  FY: () => (/* reexport */ paragraph),
  LF: () => (/* reexport */ pathText),
  Qf: () => (/* reexport */ placeholdersIn),
  td: () => (/* reexport */ pluralize),
  hD: () => (/* reexport */ quote),
  O3: () => (/* reexport */ secrets),
  j_: () => (/* reexport */ secretsInAddresses),
  x: () => (/* reexport */ shellQuoted),
  ml: () => (/* reexport */ shorten),
  ko: () => (/* reexport */ strong),
  tp: () => (/* reexport */ table),
  l6: () => (/* reexport */ toMarkdown),
  bo: () => (/* reexport */ toPlainText),
  RK: () => (/* reexport */ visible),
  gB: () => (/* reexport */ visibleLines),
  Q6: () => (/* reexport */ visibleText)
});

// UNUSED EXPORTS: REDACTED, createRedactor, fenced, redactAll, splitLines

;// CONCATENATED MODULE: ./packages/text/address-secrets.ts
const USER_INFO = /([a-z][a-z0-9+.-]{0,40}):\/\/([^\s/?#"'<>]{1,4000})@/gi;
const BARE_USER_INFO = /^([^\s/:@]{1,200}):([^\s/@]{1,4000})@(?!sha\d)/;
const PARAMETER = /[?&;#]([\w.[\]-]{1,80})=([^&;#\s"'<>]{1,8000})/g;
const SECRET_NAMES = /(?:^|[\w.[\]-]*[_.[\]-])(?:token|secret|passw(?:or)?d|pwd|api[_-]?key|sig|signature|credentials?|jwt|assertion)\]?$/i;
const DOUBTFUL_NAMES = /(?:^|[\w.[\]-]*[_.[\]-])(?:key|auth|session|code)\]?$/i;
const PUBLIC_NAMES = new Set(["git", "oauth2", "x-access-token", "x-oauth-basic", "gitlab-ci-token", "token", "user"]);
const NO_ADDRESS = new Set(["mailto", "xmpp", "sip", "tel", "data"]);
const SHORTEST = 4;
const SHORTEST_ALONE = 8;
const SHORTEST_BESIDE = 20;
const SHORTEST_PARAMETER = 8;
const SHORTEST_DOUBTFUL = 16;
function secretsInAddresses(text) {
    const found = new Set();
    for (const [, scheme = "", info = ""] of text.matchAll(USER_INFO)) {
        addUserInfo(found, info, /^https?$/i.test(scheme));
    }
    for (const item of text.split(/[\n,|]/)) {
        const [, user = "", password = ""] = BARE_USER_INFO.exec(item.trim()) ?? [];
        if (password !== "" && !NO_ADDRESS.has(user.toLowerCase()))
            addUserInfo(found, `${user}:${password}`, false);
    }
    for (const [, name = "", value = ""] of text.matchAll(PARAMETER)) {
        if (SECRET_NAMES.test(name))
            add(found, value, SHORTEST_PARAMETER);
        else if (DOUBTFUL_NAMES.test(name))
            add(found, value, SHORTEST_DOUBTFUL);
    }
    return [...found];
}
function addUserInfo(found, info, isWeb) {
    const colon = info.indexOf(":");
    const [user, password] = colon < 0 ? [info, ""] : [info.slice(0, colon), info.slice(colon + 1)];
    if (!PUBLIC_NAMES.has(password.toLowerCase()))
        add(found, password, SHORTEST);
    const isAlone = password === "" || PUBLIC_NAMES.has(password.toLowerCase());
    if (!PUBLIC_NAMES.has(user.toLowerCase()))
        add(found, user, isAlone && isWeb ? SHORTEST_ALONE : SHORTEST_BESIDE);
}
function add(found, secret, least) {
    if (secret.length < least)
        return;
    found.add(secret);
    try {
        found.add(decodeURIComponent(secret));
    }
    catch {
    }
}

;// CONCATENATED MODULE: ./packages/text/document.ts
const heading = (text, level = 2) => ({ kind: "heading", text, level });
const paragraph = (text) => ({ kind: "paragraph", text });
const list = (items, ordered = false) => ({ kind: "list", items, ordered });
const table = (columns, rows) => ({
    kind: "table",
    columns,
    rows,
});
const codeBlock = (text, language) => language === undefined ? { kind: "code", text } : { kind: "code", text, language };
const details = (title, blocks) => ({ kind: "details", title, blocks });
const strong = (text) => ({ kind: "strong", text });
const code = (text) => ({ kind: "code", text });
const document_link = (text, url) => ({ kind: "link", text, url });

;// CONCATENATED MODULE: ./packages/text/format.ts
const UNITS = [
    { seconds: 86_400, one: "day", many: "days" },
    { seconds: 3_600, one: "h", many: "h" },
    { seconds: 60, one: "min", many: "min" },
    { seconds: 1, one: "s", many: "s" },
];
function formatDuration(milliseconds, units = 2) {
    if (Math.round(milliseconds) < 1000)
        return `${Math.round(milliseconds)} ms`;
    const tenths = Math.round(milliseconds / 100);
    if (tenths < 600)
        return `${tenths / 10} s`;
    const seconds = Math.round(milliseconds / 1000);
    const first = UNITS.findIndex((unit) => unit.seconds <= seconds);
    let left = seconds;
    return UNITS.slice(first, first + units)
        .flatMap(({ seconds: length, one, many }) => {
        const amount = Math.floor(left / length);
        left -= amount * length;
        return amount === 0 ? [] : [formatCount(amount, one, many)];
    })
        .join(" ");
}
const SIZES = ["KiB", "MiB", "GiB", "TiB"];
function formatBytes(bytes) {
    if (bytes < 1024)
        return formatCount(bytes, "byte");
    let amount = bytes / 1024;
    let power = 0;
    while (amount >= 1023.95 && power < SIZES.length - 1) {
        amount /= 1024;
        power += 1;
    }
    return `${amount.toFixed(1)} ${SIZES[power]}`;
}
function formatCount(count, one, many) {
    return `${count} ${pluralize(count, one, many)}`;
}
function pluralize(count, one, many = `${one}s`) {
    return count === 1 ? one : many;
}
function isDay(text) {
    const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function formatDay(time) {
    return new Date(time).toISOString().slice(0, 10);
}
function pathText(path) {
    return path
        .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
        .join("");
}

;// CONCATENATED MODULE: ./packages/text/decode.ts
function applyDecoder({ pattern, decode }, source) {
    let text = "";
    let done = 0;
    const edits = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
        const character = decode(match);
        if (character === undefined)
            continue;
        text += source.slice(done, match.index);
        done = match.index + match[0].length;
        edits.push({ at: text.length, length: character.length, from: match.index, to: done });
        text += character;
    }
    return edits.length === 0 ? undefined : { text: text + source.slice(done), edits };
}
const HEX = "[0-9a-fA-F]";
function bytesOf(mark) {
    const more = `${mark}[89abAB]${HEX}`;
    return `${mark}[cdCD]${HEX}${more}|${mark}[eE]${HEX}(?:${more}){2}|${mark}[fF][0-4](?:${more}){3}|${mark}${HEX}{2}`;
}
function fromBytes(run) {
    const bytes = Buffer.from(run.replace(/[^0-9a-f]+/gi, ""), "hex");
    const text = bytes.toString("utf8");
    return text.includes("\ufffd") ? bytes.toString("latin1") : text;
}
function octalBytes() {
    const more = "\\\\2[0-7]{2}";
    return `\\\\3[0-3][0-7]${more}|\\\\3[45][0-7](?:${more}){2}|\\\\36[0-4](?:${more}){3}|\\\\[0-3][0-7]{2}`;
}
function fromOctal(run) {
    return fromBytes(run.replace(/\\([0-7]{3})/g, (_, digits) => Number.parseInt(digits, 8).toString(16).padStart(2, "0")));
}
const percent = {
    name: "percent",
    pattern: new RegExp(bytesOf("%"), "g"),
    decode: ([run]) => fromBytes(run),
};
const decode_form = {
    name: "form",
    pattern: new RegExp(`\\+|${bytesOf("%")}`, "g"),
    decode: ([run]) => (run === "+" ? " " : fromBytes(run)),
};
const ESCAPED = new Map(Object.entries({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\u0007", e: "\u001b", 0: "\0" }));
const backslash = {
    name: "backslash",
    pattern: new RegExp([
        `\\\\u\\{(${HEX}{1,6})\\}`,
        `\\\\u(${HEX}{4})`,
        `\\\\U(${HEX}{8})`,
        `(${bytesOf("\\\\x")})`,
        `(${octalBytes()})`,
        "\\\\(.)",
    ].join("|"), "g"),
    decode([, braced, short, long, bytes, octal, one]) {
        const code = braced ?? short ?? long;
        if (code !== undefined)
            return fromCodePoint(Number.parseInt(code, 16));
        if (bytes !== undefined)
            return fromBytes(bytes);
        if (octal !== undefined)
            return fromOctal(octal);
        if (one === undefined)
            return undefined;
        return ESCAPED.get(one) ?? (/[\p{L}\p{N}]/u.test(one) ? undefined : one);
    },
};
const ENTITIES = new Map(Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    sol: "/",
    bsol: "\\",
    equals: "=",
    plus: "+",
    num: "#",
    lowbar: "_",
    commat: "@",
    colon: ":",
    semi: ";",
    comma: ",",
    period: ".",
    excl: "!",
    quest: "?",
    dollar: "$",
    percnt: "%",
    ast: "*",
    lpar: "(",
    rpar: ")",
    lsqb: "[",
    lbrack: "[",
    rsqb: "]",
    rbrack: "]",
    lcub: "{",
    lbrace: "{",
    rcub: "}",
    rbrace: "}",
    verbar: "|",
    vert: "|",
    hat: "^",
    grave: "`",
    tab: "\t",
    newline: "\n",
}));
const html = {
    name: "html",
    pattern: /&(?:#([0-9]{1,8});?|#x([0-9a-f]{1,6});?|([a-z]{2,8});)/gi,
    decode([, decimal, hex, name]) {
        if (name !== undefined)
            return ENTITIES.get(name.toLowerCase());
        return fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
};
const shell = { name: "shell", pattern: /'\\''|'"'"'/g, decode: () => "'" };
const doubled = { name: "doubled", pattern: /''|""/g, decode: ([pair]) => pair[0] };
const shown = {
    name: "shown",
    pattern: /<U\+([0-9A-F]{4,6})>/g,
    decode: ([, code]) => fromCodePoint(Number.parseInt(code, 16)),
};
const space = { name: "space", pattern: /\s{2,}|[^\S ]/g, decode: () => " " };
const quotedPrintable = {
    name: "quoted-printable",
    pattern: new RegExp(`=\\r?\\n|${bytesOf("=")}`, "g"),
    decode: ([run]) => (/\n/.test(run) ? "" : fromBytes(run)),
};
const wrapped = {
    name: "wrapped",
    pattern: /(?<=[A-Za-z0-9+/]{16})[ \t]*\r?\n[ \t]*(?=[A-Za-z0-9+/]{4})/g,
    decode: () => "",
};
const ALWAYS = [backslash, percent, html, shell, doubled, shown, quotedPrintable, wrapped];
const WITH_SPACE = [...ALWAYS, decode_form, space];
function decoders(hasSpace) {
    return hasSpace ? WITH_SPACE : ALWAYS;
}
const ESCAPE = /[\\%&]|=[0-9a-fA-F\r\n]|''|""|'"|<U\+|(?<=[A-Za-z0-9+/]{16}[ \t]*\r?)\n(?=[ \t]*[A-Za-z0-9+/]{4})/;
const ESCAPE_OR_SPACE = new RegExp(`${ESCAPE.source}|[+]|[^\\S ]|\\s\\s`);
function mayBeEscaped(text, hasSpace) {
    return (hasSpace ? ESCAPE_OR_SPACE : ESCAPE).test(text);
}
function leastDecodedLength(text) {
    return ESCAPE.test(text) ? 0 : text.replace(/[+\s]+/g, " ").length;
}
function fromCodePoint(code) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

;// CONCATENATED MODULE: ./packages/text/redact.ts

const REDACTED = "***";
const redact_SHORTEST = 3;
const SHORTEST_LINE = 4;
const SHORTEST_BEGINNING = 8;
const ELLIPSES = ["…", "..."];
const SHORTEST_CUT = SHORTEST_BEGINNING + 1;
const SHORTEST_DECODED = 2;
const NO_DECODERS = [];
const DEPTH = 3;
const MOST_LAYERS = 250;
function createRedactor() {
    const bases = new Set();
    let needles = new Map();
    const spaced = new Set();
    let hasSpace = false;
    let shortest = Infinity;
    function needlesOf(chain) {
        const key = chain.map(({ name }) => name).join(" ");
        const known = needles.get(key);
        if (known !== undefined)
            return known;
        const found = new Set();
        for (const base of bases) {
            found.add(lowerCase(base));
            let decoded = base;
            for (const decoder of chain)
                decoded = applyDecoder(decoder, decoded)?.text ?? decoded;
            if (decoded.length >= SHORTEST_DECODED)
                found.add(lowerCase(decoded));
        }
        const list = [...found];
        needles.set(key, list);
        return list;
    }
    function isSchemeAndBase(text) {
        const [, credentials = ""] = /^(?:basic|bearer|token) (\S+)$/i.exec(text) ?? [];
        return bases.has(credentials);
    }
    function spansOf(text, all, depth = DEPTH) {
        const spans = [];
        for (const layer of layersOf(text, hasSpace, depth)) {
            for (const [start, end] of spansIn(lowerCase(layer.text), needlesOf(layer.chain))) {
                spans.push(toSource(layer, start, end));
                if (!all)
                    return spans;
            }
        }
        return spans;
    }
    function isClean(text) {
        if (bases.size === 0 || text.length < Math.min(shortest, SHORTEST_CUT))
            return true;
        if (mayBeEscaped(text, hasSpace) || ELLIPSES.some((ellipsis) => text.includes(ellipsis)))
            return false;
        if (text.length < shortest)
            return true;
        const searched = lowerCase(text);
        return needlesOf(NO_DECODERS).every((needle) => !searched.includes(needle));
    }
    return {
        add(secret) {
            const whole = secret.trim();
            const lines = whole.split(/[\r\n]+/).map((line) => line.trim());
            const masks = [...new Set([whole, ...lines])].filter((line) => line.length >= SHORTEST_LINE);
            for (const text of [...masks, ...(whole.length >= redact_SHORTEST ? [whole] : [])]) {
                if (/\s/.test(text))
                    spaced.add(text);
                const changed = [text.replace(/\s+/g, " "), text.replace(/[\t\r\n]/g, "")];
                for (const form of [text, ...changed, ...opaqueForms(text)]) {
                    bases.add(form);
                    shortest = Math.min(shortest, Math.max(SHORTEST_DECODED, leastDecodedLength(form)));
                }
            }
            hasSpace = [...spaced].some((text) => !isSchemeAndBase(text));
            needles = new Map();
            return masks;
        },
        redact(text) {
            if (isClean(text))
                return text;
            const spans = spansOf(text, true);
            return spans.length === 0 ? text : withoutSpans(text, spans);
        },
        finds: (text, escapings = 0) => !isClean(text) && spansOf(text, false, DEPTH + escapings).length > 0,
        clear() {
            bases.clear();
            spaced.clear();
            needles = new Map();
            hasSpace = false;
            shortest = Infinity;
        },
    };
}
const secrets = createRedactor();
function holdsSecret(value) {
    if (typeof value === "string")
        return secrets.finds(value);
    if (typeof value === "number")
        return secrets.finds(String(value));
    if (typeof value !== "object" || value === null)
        return false;
    if (hasToJson(value))
        return holdsSecret(value.toJSON());
    if (Array.isArray(value))
        return value.some(holdsSecret);
    for (const key of Object.keys(value)) {
        if (secrets.finds(key) || holdsSecret(value[key]))
            return true;
    }
    return false;
}
function redactAll(value) {
    if (typeof value === "string")
        return secrets.redact(value);
    if (typeof value === "number")
        return secrets.finds(String(value)) ? REDACTED : value;
    if (typeof value !== "object" || value === null)
        return value;
    if (hasToJson(value))
        return redactAll(value.toJSON());
    if (Array.isArray(value))
        return value.map(redactAll);
    const entries = Object.entries(value).map(([key, part]) => [secrets.redact(key), redactAll(part)]);
    return Object.fromEntries(entries);
}
function hasToJson(value) {
    return "toJSON" in value && typeof value.toJSON === "function";
}
function* layersOf(text, hasSpace, most) {
    const first = { text, edits: [], parent: undefined, chain: [] };
    const seen = new Set([text]);
    let level = [first];
    yield first;
    for (let depth = 0; depth < most && level.length > 0; depth += 1) {
        const next = [];
        for (const parent of level) {
            if (!mayBeEscaped(parent.text, hasSpace))
                continue;
            for (const decoder of decoders(hasSpace)) {
                const decoded = applyDecoder(decoder, parent.text);
                if (decoded === undefined || seen.has(decoded.text))
                    continue;
                if (seen.size >= MOST_LAYERS)
                    return;
                seen.add(decoded.text);
                const layer = { ...decoded, parent, chain: [...parent.chain, decoder] };
                next.push(layer);
                yield layer;
            }
        }
        level = next;
    }
}
function* spansIn(text, needles) {
    for (const needle of needles) {
        for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1))
            yield [at, at + needle.length];
    }
    for (const ellipsis of ELLIPSES) {
        for (let at = text.indexOf(ellipsis); at !== -1; at = text.indexOf(ellipsis, at + 1)) {
            const start = beginningBefore(text, at, needles);
            if (start !== undefined)
                yield [start, at];
        }
    }
}
function beginningBefore(text, end, needles) {
    let first;
    for (const needle of needles) {
        if (needle.length <= SHORTEST_BEGINNING)
            continue;
        const from = Math.max(0, end - needle.length);
        const part = text.slice(from, end);
        const head = needle.slice(0, SHORTEST_BEGINNING);
        for (let at = part.indexOf(head); at !== -1; at = part.indexOf(head, at + 1)) {
            if (!needle.startsWith(part.slice(at)))
                continue;
            first = Math.min(first ?? Infinity, from + at);
            break;
        }
    }
    return first;
}
function toSource(layer, start, end) {
    let [from, to] = [start, end];
    for (let at = layer; at?.parent !== undefined; at = at.parent) {
        from = sourceOf(at.edits, from, "start");
        to = sourceOf(at.edits, to - 1, "end");
    }
    return [from, to];
}
function sourceOf(edits, place, side) {
    let [low, high] = [0, edits.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (edits[middle].at <= place)
            low = middle + 1;
        else
            high = middle;
    }
    const edit = edits[low - 1];
    const one = side === "end" ? 1 : 0;
    if (edit === undefined)
        return place + one;
    if (place < edit.at + edit.length)
        return side === "start" ? edit.from : edit.to;
    return edit.to + (place - edit.at - edit.length) + one;
}
function withoutSpans(text, spans) {
    let result = "";
    let done = 0;
    for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
        if (start >= done)
            result += text.slice(done, start) + REDACTED;
        done = Math.max(done, end);
    }
    return result + text.slice(done);
}
function lowerCase(text) {
    if (!/[^\x00-\x7f]/.test(text))
        return text.toLowerCase();
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
function opaqueForms(secret) {
    const bytes = Buffer.from(secret, "utf8");
    const alone = [bytes.toString("base64"), bytes.toString("base64url")];
    const within = [0, 1, 2].flatMap((offset) => base64At(bytes, offset));
    return [bytes.toString("hex"), ...alone, ...within].filter((form) => form.length >= SHORTEST_LINE);
}
function base64At(secret, offset) {
    const padded = Buffer.concat([Buffer.alloc(offset), secret])
        .toString("base64")
        .replaceAll("=", "");
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + secret.length) * 8) / 6);
    const sure = padded.slice(first, last);
    return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
}

;// CONCATENATED MODULE: ./packages/text/inert.ts

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
    const joined = wellFormed.includes("\u200d")
        ? wellFormed.replaceAll(JOINER_KEPT, "<U+E000>").replace(EMOJI_JOIN, `$1${JOINER_KEPT}`)
        : wellFormed;
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
    const clean = secrets.redact(text);
    if (clean.length <= max)
        return clean;
    let end = Math.max(0, max - 1);
    while (end > 0 && /[\udc00-\udfff\u200d\ufe0f\p{M}]/u.test(clean[end]))
        end -= 1;
    return `${clean.slice(0, end)}…`;
}
function beginningOf(bytes, most, type = "") {
    const isCut = bytes.length > most;
    const text = decoderFor(bytes, type).decode(isCut ? bytes.subarray(0, most) : bytes);
    if (text.includes("\0"))
        return "(a binary answer)";
    return secrets.redact(isCut ? `${text}…` : text);
}
function decoderFor(bytes, type = "", options = {}) {
    const mark = bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : bytes[0] === 0xfe && bytes[1] === 0xff
            ? "utf-16be"
            : undefined;
    const charset = /;\s*charset\s*=\s*"?([a-z0-9_.:-]{1,40})/i.exec(type)?.[1];
    try {
        return new TextDecoder(mark ?? charset ?? "utf-8", options);
    }
    catch {
        return new TextDecoder("utf-8", options);
    }
}
function quote(given, max = 80) {
    return JSON.stringify(shorten(given, max));
}
function shellQuoted(text) {
    return `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}
function visibleText(text) {
    return text
        .split("\n")
        .map((line) => (line.endsWith("\r") ? `${visible(line.slice(0, -1))}\r` : visible(line)))
        .join("\n");
}

;// CONCATENATED MODULE: ./packages/text/json-text.ts


function jsonText(value, indent) {
    return escaped(JSON.stringify(holdsSecret(value) ? redactAll(value) : value, undefined, indent));
}
function escaped(json) {
    if (visible(json) === json)
        return json;
    return Array.from(json, (character) => (isShown(character) ? character : escapeOf(character))).join("");
}
function isShown(character) {
    return character === "\n" || visible(character) === character;
}
function escapeOf(character) {
    return character
        .split("")
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join("");
}
function* jsonArray(items) {
    let separator = "[\n";
    for (const item of items) {
        yield separator + jsonText(item);
        separator = ",\n";
    }
    yield separator === "[\n" ? "[]" : "\n]";
}

;// CONCATENATED MODULE: ./packages/text/live-words.ts
const LIVE = new RegExp([
    "@[\\p{L}\\p{N}_.-]",
    "#\\p{N}",
    "!\\p{N}",
    '%(?:"|\\S{0,64}[\\p{L}\\p{N}_])',
    '~[\\p{L}\\p{N}_?.&"-]',
    "&\\p{N}",
    "\\[[a-z_]{2,40}:",
    "[\\p{L}\\p{N}_.-]/[\\p{L}\\p{N}_./-]{1,200}>",
    "\\*iteration:",
    "(?<![A-Za-z0-9_])gh-\\p{N}",
    "\\b[0-9a-f]{7,64}\\b",
    "://",
    "www\\.",
    "(?<![A-Za-z0-9_])(?:mailto|xmpp):",
    "\\$",
    ":[a-z0-9_+-]{0,64}[a-z+][a-z0-9_+-]{0,64}:",
    ":(?:100|1234):",
    "\\[\\[",
    "[[{]_?TOC_?[\\]}]",
    "[[{][+-]",
    "[+-][\\]}]",
    "^::",
].join("|"), "iu");
const KEY = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{1,40}-\p{N}/u;
function isLive(word) {
    return LIVE.test(word) || KEY.test(word);
}
function isContents(text) {
    return /^\s*\[toc\]\s*$/i.test(text);
}
const OPENING = new Set(`("'[{<`);
const CLOSING = new Set(`)"']}>.,;:!?`);
function splitLive(word) {
    let [start, end] = [0, word.length];
    while (start < end && OPENING.has(word[start]))
        start += 1;
    while (end > start && CLOSING.has(word[end - 1]))
        end -= 1;
    if (isContents(word))
        return ["[", word.slice(1, -1), "]"];
    const parts = [word.slice(0, start), word.slice(start, end), word.slice(end)];
    return isLive(parts[1]) && !isLive(parts[0]) && !isLive(parts[2]) ? parts : ["", word, ""];
}

;// CONCATENATED MODULE: ./packages/text/markdown.ts



function toMarkdown(blocks) {
    return blocks.map(blockMarkdown).join("\n\n") + "\n";
}
function inertMarkdown(text) {
    return inlineMarkdown(text, { isStart: true, isCell: false });
}
function blockMarkdown(block) {
    const atStart = { isStart: true, isCell: false };
    switch (block.kind) {
        case "heading":
            return `${"#".repeat(block.level ?? 2)} ${inlineMarkdown(block.text, atStart).replace(/(^|\s)(?=#+\s*$)/, "$1\\")}`;
        case "paragraph":
            return inlineMarkdown(block.text, atStart);
        case "list":
            return block.items
                .map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineMarkdown(item, atStart)}`)
                .join("\n");
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
    const cell = (inline) => inlineMarkdown(inline, { isStart: false, isCell: true });
    return [line(columns.map(cell)), line(columns.map(() => "---")), ...rows.map((row) => line(row.map(cell)))].join("\n");
}
function inlineMarkdown(inline, place) {
    const pieces = joined(inline).flatMap((part, index) => piecesOf(part, { ...place, isStart: place.isStart && index === 0 }));
    return piecesMarkdown(pieces, place);
}
function piecesMarkdown(pieces, place) {
    let line = "";
    for (const [index, { kind, text }] of pieces.entries()) {
        const next = pieces[index + 1]?.kind;
        if (kind !== "code")
            line += next === "link" && text.endsWith("!") ? `${text.slice(0, -1)}\\!` : text;
        else if (next !== "code")
            line += codeSpan(codeUpTo(pieces, index), place);
    }
    return line;
}
function codeUpTo(pieces, last) {
    let first = last;
    while (pieces[first - 1]?.kind === "code")
        first -= 1;
    return pieces
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join("");
}
function joined(inline) {
    if (typeof inline === "string" || "kind" in inline)
        return [inline];
    const parts = [];
    for (const part of inline) {
        const last = parts.at(-1);
        if (typeof part === "string" && typeof last === "string")
            parts[parts.length - 1] = last + part;
        else
            parts.push(part);
    }
    return parts;
}
function piecesOf(part, place) {
    if (typeof part === "string")
        return textPieces(clean(part), place);
    const within = { ...place, isStart: false };
    switch (part.kind) {
        case "strong": {
            const text = piecesMarkdown(textPieces(clean(part.text).trim(), within), within);
            return text === "" ? [] : [markup(`**${text}**`)];
        }
        case "code": {
            const text = clean(part.text);
            if (text.trim() === "")
                return [markup(text)];
            return isContents(text) ? textPieces(text, place) : [{ kind: "code", text }];
        }
        case "link": {
            const [text, address] = [clean(part.text), secrets.redact(part.url)];
            const url = linkTarget(address);
            if (url === undefined)
                return textPieces(`${text} (${clean(address)})`, place);
            if (text === address || text === url)
                return [{ kind: "markup", text: `<${url}>` }];
            const shown = { ...within, isLink: true };
            return [{ kind: "link", text: `[${piecesMarkdown(textPieces(text, shown), shown)}](<${url}>)` }];
        }
    }
}
const markup = (text) => ({ kind: "markup", text });
function clean(text) {
    return oneLine(secrets.redact(text));
}
function textPieces(text, place) {
    const words = (place.isStart ? text.trimStart() : text).split(/(\s+)/);
    return words.flatMap((word, index) => wordPieces(word, place, place.isStart && index === 0));
}
function wordPieces(word, place, isFirst) {
    if (word === "")
        return [];
    if (/^\s+$/.test(word))
        return [markup(word)];
    if (!isLive(word))
        return [markup(markdown_escaped(isFirst ? escapedMarker(word) : word, place))];
    const [before, core, after] = splitLive(word);
    const around = (text) => (text === "" ? [] : [markup(markdown_escaped(text, place))]);
    return [...around(isFirst ? escapedMarker(before) : before), { kind: "code", text: core }, ...around(after)];
}
const markdown_ESCAPE = "\u0000";
function escapedMarker(word) {
    const number = /^([0-9]{1,9})([.)])$/.exec(word);
    if (number !== null)
        return `${number[1]}${markdown_ESCAPE}${number[2]}`;
    return /^(?:>|#{1,6}$|[-=+]+$|\/[a-z])/i.test(word) ? markdown_ESCAPE + word : word;
}
function markdown_escaped(word, { isCell, isLink = false }) {
    const text = (isLink ? word.replaceAll("]", `${markdown_ESCAPE}]`) : word)
        .replace(/\\(?=[\u0000!-/:-@[-`{-~]|$)/g, "\\\\")
        .replace(/[`*~[]|<(?=[a-z/!?])|&(?=[#a-z])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&");
    return (isCell ? text.replaceAll("|", "\\|") : text).replaceAll(markdown_ESCAPE, "\\");
}
function codeSpan(text, { isCell }) {
    if (isCell && text.includes("|")) {
        if (!text.includes("\\|"))
            return span(text).replaceAll("|", "\\|");
        return text
            .split("|")
            .map((part) => (part === "" ? "" : span(part)))
            .join("\\|");
    }
    return span(text);
}
function span(text) {
    const fence = "`".repeat(longestRun(text, 0) + 1);
    const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
    return `${fence}${pad}${text}${pad}${fence}`;
}
function longestRun(text, least) {
    return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), least);
}
function inertHtml(text) {
    return clean(text)
        .split(/(\s+)/)
        .map((word) => (isLive(word) ? `<code>${escapedHtml(word)}</code>` : escapedHtml(word)))
        .join("");
}
function escapedHtml(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function fenced(text, language = "") {
    const fence = "`".repeat(longestRun(text, 2) + 1);
    const lines = visibleLines(secrets.redact(text));
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

;// CONCATENATED MODULE: ./packages/text/plain.ts


function toPlainText(blocks) {
    return blocks.map(blockText).join("\n\n") + "\n";
}
function blockText(block) {
    switch (block.kind) {
        case "heading":
        case "paragraph":
            return inlineText(block.text);
        case "list":
            return block.items
                .map((item, index) => `${block.ordered === true ? `${index + 1}.` : "-"} ${inlineText(item)}`)
                .join("\n");
        case "table":
            return tableText([block.columns.map(plain_clean), ...block.rows.map((row) => row.map(inlineText))]);
        case "code":
            return indent(visibleLines(secrets.redact(block.text)).join("\n"));
        case "details":
            return `${plain_clean(block.title)}\n${indent(toPlainText(block.blocks).trimEnd())}`;
    }
}
function inlineText(inline) {
    if (typeof inline === "string")
        return plain_clean(inline);
    if (!("kind" in inline))
        return inline.map((part) => inlineText(part)).join("");
    return inline.kind === "link" ? `${plain_clean(inline.text)} (${plain_clean(inline.url)})` : plain_clean(inline.text);
}
function plain_clean(text) {
    return oneLine(secrets.redact(text));
}
function tableText(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
    return rows
        .map((row) => row
        .map((cell, column) => cell + " ".repeat(Math.max(0, widths[column] - [...cell].length)))
        .join("  ")
        .trimEnd())
        .join("\n");
}
function indent(text) {
    return text.replace(/^(?=.)/gm, "    ");
}

;// CONCATENATED MODULE: ./packages/text/template.ts
const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_-]{0,40})\}/g;
function placeholdersIn(template) {
    return [...template.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
function fillTemplate(template, valueOf) {
    return template.replace(PLACEHOLDER, (braces, name) => name === undefined ? braces.slice(1) : valueOf(name));
}

;// CONCATENATED MODULE: ./packages/text/index.ts











/***/ }),

/***/ 8574:
/***/ ((module) => {

module.exports = require("./late-assert.js");

/***/ }),

/***/ 8980:
/***/ ((module) => {

module.exports = require("./late-child-process.js");

/***/ }),

/***/ 1819:
/***/ ((module) => {

module.exports = require("./late-crypto.js");

/***/ }),

/***/ 6005:
/***/ ((module) => {

module.exports = require("./no-http2.js");

/***/ }),

/***/ 8999:
/***/ ((module) => {

module.exports = require("./no-undici.js");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

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

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

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

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = require("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

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

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

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
/******/ 			id: moduleId,
/******/ 			loaded: false,
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
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
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
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/publicPath */
/******/ 	(() => {
/******/ 		__nccwpck_require__.p = "";
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		__nccwpck_require__.b = require("url").pathToFileURL(__filename);
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

// EXTERNAL MODULE: ./packages/hosts/index.ts + 6 modules
var hosts = __nccwpck_require__(8643);
// EXTERNAL MODULE: ./packages/action/runtime/index.ts + 5 modules
var runtime = __nccwpck_require__(4475);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __nccwpck_require__(9366);
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
    const { loadConfig } = await __nccwpck_require__.e(/* import() */ 861).then(__nccwpck_require__.bind(__nccwpck_require__, 861));
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
        (0,hosts/* printer */.ll)(process, "stderr")(`${(0,packages_text/* inertLines */.wi)(`a defect in release-actions: ${text}`).join("\n")}\n`);
        process.exit(4);
    };
    process.on("uncaughtException", report);
    process.on("unhandledRejection", report);
}

;// CONCATENATED MODULE: ./cli/github.ts

async function github(action) {
    guard();
    const { githubHost } = await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(4249)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4249));
    return await start(action, githubHost(process));
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
    if (command === undefined ||
        command === "--help" ||
        command === "-h" ||
        (command === "help" && rest[0] === undefined)) {
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
        const unknown = rest.find((argument) => argument !== "--json");
        if (unknown !== undefined) {
            complain(`${(0,packages_text/* visible */.RK)(JSON.stringify(unknown))} is not expected here; list accepts --json\n`);
            return await end(2);
        }
        const { listActions } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        print(await listActions(rest.includes("--json")));
        return await end(0);
    }
    const name = command === "help" ? rest[0] : command;
    if (!actions_generated/* ACTIONS */.k.has(name)) {
        const { actionNames } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        complain(`the action ${(0,packages_text/* visible */.RK)(JSON.stringify(name))} does not exist; the actions are ${await actionNames()}\n`);
        return await end(2);
    }
    if (command === "help" || rest.includes("--help") || rest.includes("-h")) {
        const { actionHelp } = await __nccwpck_require__.e(/* import() */ 3836).then(__nccwpck_require__.bind(__nccwpck_require__, 3836));
        print(actionHelp((await loadAction(name))));
        return await end(0);
    }
    const { json, only, flags } = displayFlags(rest);
    if (json && only !== undefined) {
        complain("--json and --output exclude each other: --json prints every output\n");
        return await end(2);
    }
    const outputs = [...Object.keys((await loadAction(name)).outputs), "verdict"];
    if (only !== undefined && !outputs.includes(only)) {
        complain(`${name} has no output ${(0,packages_text/* visible */.RK)(JSON.stringify(only))}; its outputs are ${outputs.join(", ")}\n`);
        return await end(2);
    }
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