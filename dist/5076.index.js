"use strict";
exports.id = 5076;
exports.ids = [5076,606,2989];
exports.modules = {

/***/ 606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KNOWN_HINTS: () => (/* reexport */ KNOWN_HINTS),
  B: () => (/* reexport */ SERVICES),
  findHint: () => (/* reexport */ findHint),
  readHints: () => (/* reexport */ readHints)
});

;// CONCATENATED MODULE: ./packages/action/hints/find.ts
const SERVICES = ["any", "git", "github", "gitlab", "jira", "kubernetes", "prometheus", "quay"];
const LONGEST = 20_000;
function readHints(own) {
    return own.flatMap(({ match, ...rest }) => {
        const words = plainWords(match).trim();
        return words === "" ? [] : [{ ...rest, match: words.split(" ") }];
    });
}
function findHint(error, services, rules) {
    const words = plainWords(error);
    const fits = ({ match }) => match.length > 0 && match.every((part) => words.includes(plainWords(part)));
    return (rules.find((rule) => rule.service !== "any" && services.includes(rule.service) && fits(rule)) ??
        rules.find((rule) => rule.service === "any" && fits(rule)));
}
function plainWords(text) {
    return ` ${text
        .slice(0, LONGEST)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `;
}

;// CONCATENATED MODULE: ./packages/action/hints/known.ts
const KNOWN_HINTS = [
    ...hints("quay", ["manifest unknown", "name unknown", "image not found", "tag not found", "has not pushed it"], {
        hint: "The build has not finished, or it failed: look at its pipeline run. Konflux tags images with the full commit SHA of 40 digits only.",
        command: "oc get pipelineruns --sort-by=.metadata.creationTimestamp",
    }),
    ...hints("quay", ["unauthorized", "unauthorised", "authentication required", "denied", "forbidden", "does not let"], {
        hint: "The registry does not know the account, or the account may not see the repository: renew its token and sign in again.",
        command: "skopeo login quay.io",
    }),
    ...hints("kubernetes", ["unauthorized", "must be logged in", "token has expired", "token is expired"], {
        hint: "The token has expired, or belongs to another cluster: sign in again, or renew the service account's token.",
        command: "oc login --web",
    }),
    ...hints("kubernetes", ["component not found", "components not found", "no component"], {
        hint: "The component has another name in this namespace, or is in another one: list them.",
        command: "oc get components",
    }),
    {
        service: "kubernetes",
        match: ["components appstudio redhat com", "not found"],
        hint: "The component has another name in this namespace, or is in another one: list them.",
        command: "oc get components",
    },
    ...hints("kubernetes", ["already exists", "alreadyexists"], {
        hint: "An earlier run made it, perhaps for this very release: list the releases and follow the one that is there.",
        command: "oc get releases --sort-by=.metadata.creationTimestamp",
    }),
    ...hints("kubernetes", ["forbidden"], {
        hint: "The account is known and lacks the right, or namespace names another tenant: see what it may do.",
        command: "oc auth can-i --list",
    }),
    ...hints("github", ["already exists", "already_exists"], {
        hint: "An earlier run, or a person, made it: list the releases and their tags.",
        command: "gh release list",
    }),
    ...hints("github", ["bad credentials", "unauthorized"], {
        hint: "The token has expired or was revoked. A job's own token works only while its job runs.",
        command: "gh auth status",
    }),
    ...hints("gitlab", ["already exists", "has already been taken"], {
        hint: "An earlier run, or a person, made it: list the releases and their tags.",
        command: "glab release list",
    }),
    ...hints("gitlab", ["unauthorized", "invalid token", "insufficient scope"], {
        hint: "The token has expired, was revoked, or lacks the scope api.",
        command: "glab auth status",
    }),
    ...hints("jira", ["unauthorized", "rejected the credential", "not authenticated"], {
        hint: "The API token has expired or was revoked: make a new one. Atlassian's live a year at most.",
    }),
    ...hints("prometheus", ["unauthorized", "forbidden"], {
        hint: "The token has expired, or its account may not read metrics. On OpenShift it needs the role cluster-monitoring-view.",
        command: "oc whoami -t",
    }),
    ...hints("git", ["authentication failed", "could not read username", "terminal prompts disabled"], {
        hint: "The checkout has no credential, or one that has expired: give a token that may read the repository.",
    }),
    ...hints("any", [
        "no route to host",
        "ehostunreach",
        "enetunreach",
        "network is unreachable",
        "the host cannot be reached",
        "the network cannot be reached",
    ], vpn()),
    ...hints("any", [
        "no such host",
        "enotfound",
        "name or service not known",
        "could not resolve host",
        "the name is not known",
        "the name could not be looked up",
    ], vpn()),
    ...hints("any", ["too many requests", "rate limit", "rate limited", "ratelimit", "answered 429"], {
        hint: "The service limits how often it is queried: wait some minutes, and let fewer jobs ask at once.",
    }),
];
function vpn() {
    return {
        hint: "Is the VPN connected? Internal hosts are reached through it alone, and a hosted runner has none: use a runner inside the network.",
    };
}
function hints(service, said, hint) {
    return said.map((text) => ({ service, match: [text], ...hint }));
}

;// CONCATENATED MODULE: ./packages/action/hints/index.ts




/***/ }),

/***/ 5076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig),
  parseImageList: () => (/* binding */ parseImageList),
  parseImageLists: () => (/* binding */ parseImageLists),
  parseTargetList: () => (/* binding */ parseTargetList)
});

// EXTERNAL MODULE: ./packages/yaml/index.ts + 4 modules
var yaml = __webpack_require__(2989);
// EXTERNAL MODULE: ./packages/action/hints/index.ts + 2 modules
var hints = __webpack_require__(606);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./packages/config/schema.ts


function described(schema, description) {
    registries/* globalRegistry */.fd.add(schema, { description });
    return schema;
}
const schema_text = (description) => schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), description));
const texts = (description) => schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* string */.YjP().check(api/* _minLength */.m9(1))), description));
const webAddress = (description) => schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), description));
const TAG_FORMAT_DESCRIPTION = "How the component's tags are written, such as v{version}-{component} or {component}/v{version}.";
const ImageConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/)), "The image's name, in lower case."),
    image: schema_text("The image in full without tag, such as quay.io/org/frontend. Default: the registry, the repository and the name."),
    context: schema_text("The build context, from the root of the repository."),
    dockerfile: schema_text("The file that the image is built from, from the root of the repository."),
});
const ImageList = schemas/* array */.YOg(ImageConfig);
const ImageLists = schemas/* record */.g1P(schemas/* string */.YjP(), ImageList);
const ComponentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9@](?:[A-Za-z0-9._/@-]{0,98}[A-Za-z0-9])?$/)), "The component's name, as it is in its tags."),
    "tag-format": schema_text(TAG_FORMAT_DESCRIPTION),
    scheme: schemas/* optional */.lqM(described(schemas/* enum */.k5n(["semver", "pep440", "calver"]), "How the component's versions are written and ordered.")),
    changelog: schema_text("Path of the component's changelog."),
    "changelog-name": schema_text("The component's name in changelog headings, where it is written differently there."),
    "version-files": texts("Files that hold the version: path, or path#key."),
    "version-match": schemas/* optional */.lqM(described(schemas/* enum */.k5n(["component", "train", "none"]), "component: the files hold the tag's version. train: the tag names the train's version and the files their own. none: not compared.")),
    path: schema_text("The component's directory; only commits that touch it appear in its generated notes."),
    primary: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "The component whose stable releases are marked as the repository's latest.")),
    images: schemas/* optional */.lqM(described(schemas/* array */.YOg(ImageConfig).check(api/* _maxLength */.Eb(8)), "The images that a release of the component builds: its own, or those of all services of a train.")),
});
const ServiceConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The service's name."),
    url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Where the service answers."),
    health: schema_text("Path of its health page."),
    metrics: schema_text("Path of its metrics page."),
});
const EnvironmentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "The environment's name, such as staging."),
    url: webAddress("Where people reach the environment."),
    services: schemas/* optional */.lqM(described(schemas/* array */.YOg(ServiceConfig), "The services that run in it.")),
    prometheus: schemas/* optional */.lqM(described(schemas/* strictObject */.rej({ url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Its address.") }), "The Prometheus that watches it.")),
});
const AppInterfaceTarget = schemas/* strictObject */.rej({
    template: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The name of the resource template."),
    namespace: schema_text("The namespace's $ref, whole and as the saas file writes it."),
    name: schema_text("The target's name, where the namespace alone does not tell."),
    optional: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "No such target is not a problem.")),
});
const AppInterfaceTargets = schemas/* array */.YOg(AppInterfaceTarget).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(100));
const AppInterfaceConfig = schemas/* strictObject */.rej({
    project: schema_text("The GitLab project of app-interface, with its groups."),
    "fork-project": schema_text("The fork that branches are pushed to."),
    bot: schema_text("The user name of app-interface's bot, which must be Maintainer of the fork."),
    file: schema_text("Path of the saas file, from the root of app-interface."),
    source: schema_text("The repository of the released code: a path in the workspace, or an https address."),
    groups: schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "The group's name, such as billing."),
        targets: described(AppInterfaceTargets, "What is promoted together."),
    })), "Targets that are promoted together; the first group is the default.")),
});
const HintConfig = schemas/* strictObject */.rej({
    service: described(schemas/* enum */.k5n(hints/* SERVICES */.B), "Whose errors it explains; any: those of all, and of the network."),
    match: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/[\p{L}\p{N}]/u)), "Words that must all be in the error, in any order. Plain text: case and punctuation do not count."),
    hint: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "What is most often behind it, and what to do."),
    command: schema_text("A command that shows more or fixes it."),
});
const Config = schemas/* strictObject */.rej({
    $schema: schema_text("The JSON schema that an editor checks this file against."),
    components: schemas/* optional */.lqM(described(schemas/* array */.YOg(ComponentConfig), "What the repository releases.")),
    environments: schemas/* optional */.lqM(described(schemas/* array */.YOg(EnvironmentConfig), "Where it is released to.")),
    "app-interface": schemas/* optional */.lqM(described(AppInterfaceConfig, "What bump-appinterface-ref promotes.")),
    hints: schemas/* optional */.lqM(described(schemas/* array */.YOg(HintConfig), "What is shown under errors that the repository knows.")),
});

;// CONCATENATED MODULE: ./packages/config/parse.ts


function parseConfig(source, file) {
    const { value: config = {}, problems, document } = (0,yaml.readYamlAs)(Config, source, file);
    if (problems.length > 0)
        return { config: {}, problems };
    const named = [
        [config.components ?? [], ["components"]],
        [config.environments ?? [], ["environments"]],
        [config["app-interface"]?.groups ?? [], ["app-interface", "groups"]],
    ];
    return { config, problems: named.flatMap(([entries, path]) => duplicates(entries, path, document)) };
}
function parseTargetList(source, file) {
    const { value: targets = [], problems } = (0,yaml.readYamlAs)(AppInterfaceTargets, source, file);
    return { targets, problems };
}
function parseImageLists(source, file) {
    return (0,yaml.readYamlAs)(ImageLists, source, file);
}
function parseImageList(source, file) {
    return (0,yaml.readYamlAs)(ImageList, source, file);
}
function duplicates(named, path, document) {
    const seen = new Set();
    return named.flatMap(({ name }, index) => {
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return [
            {
                what: `${path.join(".")}: the name ${JSON.stringify(name)} is given twice`,
                remedy: "Rename or remove one.",
                ...document.placeOf([...path, index, "name"]),
            },
        ];
    });
}


/***/ }),

/***/ 2989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DEEPEST: () => (/* reexport */ parse/* DEEPEST */.FI),
  createReader: () => (/* reexport */ createReader),
  isAlias: () => (/* reexport */ dist/* isAlias */.Vj),
  isMap: () => (/* reexport */ dist/* isMap */.jh),
  isMapping: () => (/* reexport */ isMapping),
  isPair: () => (/* reexport */ dist/* isPair */.tO),
  isScalar: () => (/* reexport */ dist/* isScalar */.jn),
  isSeq: () => (/* reexport */ dist/* isSeq */.oP),
  isTooDeep: () => (/* reexport */ parse/* isTooDeep */.f_),
  openYaml: () => (/* reexport */ openYaml),
  parse: () => (/* reexport */ parse/* parse */.qg),
  parseAllDocuments: () => (/* reexport */ parse/* parseAllDocuments */.hR),
  parseDocument: () => (/* reexport */ parse/* parseDocument */.Tp),
  readStrictly: () => (/* reexport */ readStrictly),
  readYamlAs: () => (/* reexport */ readYamlAs)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/yaml/parse.ts
var parse = __webpack_require__(8399);
;// CONCATENATED MODULE: ./packages/yaml/strict.ts


function readStrictly(source) {
    const lineCounter = new dist/* LineCounter */.HN();
    const document = (0,parse/* parseDocument */.Tp)(source, {
        lineCounter,
        version: "1.2",
        schema: "core",
        uniqueKeys: true,
        merge: false,
    });
    const lineOf = (offset) => lineCounter.linePos(offset).line;
    const faults = [];
    const add = (kind, message, offset = 0) => void faults.push({ kind, message, offset, line: lineOf(offset) });
    for (const error of [...document.errors, ...document.warnings])
        add((0,parse/* isTooDeep */.f_)(error) ? "deep" : "syntax", error.message, error.pos[0]);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, node) => add("alias", `the alias *${node.source} is not allowed`, node.range?.[0]),
        Pair: (_, { key }) => {
            if ((0,dist/* isMap */.jh)(key) || (0,dist/* isSeq */.oP)(key))
                add("key", "a mapping or a list cannot be a key", key.range?.[0]);
        },
    });
    return { value: faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined, document, faults, lineOf };
}

;// CONCATENATED MODULE: ./packages/yaml/document.ts


function pathText(path) {
    return path
        .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
        .join("");
}
function openYaml(source, file) {
    const { value, document, faults, lineOf } = readStrictly(source);
    const at = (offset) => offset === undefined ? { file } : { file, line: lineOf(offset) };
    return {
        value: faults.length === 0 ? (value ?? {}) : undefined,
        problems: faults.map(({ kind, message, line }) => ({ ...describe(kind, message), file, line })),
        has: (path) => document.hasIn(path),
        placeOf: (path) => at(valueOffset(document, path)),
        placeOfKey: (path) => at(keyOffset(document, path)),
    };
}
function describe(kind, message) {
    if (kind === "deep")
        return { what: "nested too deeply", remedy: "Correct the file." };
    return { what: message, remedy: kind === "alias" ? "Write the value out." : "Correct the YAML." };
}
function valueOffset(document, path) {
    for (let length = path.length; length >= 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (node?.range)
            return node.range[0];
    }
    return undefined;
}
function keyOffset(document, path) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!(0,dist/* isMap */.jh)(parent))
        return undefined;
    const pair = parent.items.find((item) => (0,dist/* isPair */.tO)(item) && (0,dist/* isScalar */.jn)(item.key) && item.key.value === path.at(-1));
    return (0,dist/* isScalar */.jn)(pair?.key) ? pair.key.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./packages/yaml/read-as.ts

function readYamlAs(schema, source, file) {
    const document = openYaml(source, file);
    const { problems } = document;
    if (problems.length > 0)
        return { value: undefined, problems, document };
    const parsed = schema.safeParse(document.value);
    if (parsed.success)
        return { value: parsed.data, problems, document };
    const found = parsed.error.issues.flatMap((issue) => issueProblems(issue, schema, document));
    return { value: undefined, problems: found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), document };
}
function issueProblems(issue, root, document) {
    const where = pathText(issue.path);
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({
            what: `${where === "" ? "" : `${where}: `}there is no setting ${JSON.stringify(key)}`,
            remedy: `The settings here are: ${knownKeys(root, issue.path).join(", ")}.`,
            ...document.placeOfKey([...issue.path, key]),
        }));
    }
    const needed = {
        invalid_type: () => issue.code === "invalid_type"
            ? !document.has(issue.path)
                ? "is missing"
                : `must be ${TYPES[issue.expected] ?? issue.expected}`
            : "",
        invalid_value: () => issue.code === "invalid_value" ? `must be one of ${issue.values.map(String).join(", ")}` : "",
        too_small: () => "must not be empty",
        too_big: () => (issue.code === "too_big" ? `must have at most ${issue.maximum} entries` : ""),
        invalid_format: () => where.endsWith("url")
            ? "must be a web address without user name, such as https://example.org"
            : "has characters that are not allowed, or is too long",
    };
    const what = needed[issue.code]?.() ?? issue.message;
    return [
        {
            what: `${where === "" ? "the file" : where} ${what}`,
            remedy: "Correct the value.",
            ...document.placeOf(issue.path),
        },
    ];
}
const TYPES = {
    string: "a text (quote it if it looks like a number)",
    array: "a list",
    object: "a mapping of settings",
    boolean: "true or false",
};
function knownKeys(root, path) {
    let schema = root;
    for (const part of path) {
        const { shape, element, valueType } = unwrap(schema).def;
        schema = typeof part === "number" ? element : (shape?.[String(part)] ?? valueType);
    }
    return Object.keys(unwrap(schema).def.shape ?? {});
}
function unwrap(schema) {
    const { def } = schema;
    return def.type === "optional" ? unwrap(def.innerType) : schema;
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/yaml/reader.ts


const DURATION = (0,action/* duration */.p0)({ description: "", optional: true });
function createReader(document, root) {
    const problems = [];
    const nameOf = (path) => (path.length === 0 ? root : pathText(path));
    function reject({ path }, what, remedy = "Correct the value.") {
        problems.push({ what: `${nameOf(path)} ${what}`, remedy, ...document.placeOf(path) });
    }
    function mappingOf(field) {
        return isMapping(field.value) ? field.value : reject(field, "must be a mapping of settings");
    }
    function fields(field, known, required = []) {
        const mapping = mappingOf(field);
        if (mapping === undefined)
            return {};
        const found = {};
        for (const [key, value] of Object.entries(mapping)) {
            const path = [...field.path, key];
            const name = known.find((one) => one === key);
            if (name !== undefined) {
                found[name] = { value, path };
                continue;
            }
            problems.push({
                what: `${nameOf(field.path)} has no setting ${(0,action/* quote */.hD)(key)}`,
                remedy: `The settings here are: ${known.join(", ")}.`,
                ...document.placeOfKey(path),
            });
        }
        for (const name of required) {
            if (found[name] === undefined)
                reject({ ...field, path: [...field.path, name] }, "is missing", "Add it.");
        }
        return found;
    }
    return {
        problems,
        reject,
        fields,
        entries(field) {
            if (field === undefined)
                return [];
            const mapping = mappingOf(field) ?? {};
            return Object.entries(mapping).map(([key, value]) => [key, { value, path: [...field.path, key] }]);
        },
        items(field) {
            if (field === undefined)
                return [];
            const { value, path } = field;
            if (!Array.isArray(value))
                return reject(field, "must be a list") ?? [];
            return value.map((item, index) => ({ value: item, path: [...path, index] }));
        },
        text(field) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            if (value === "")
                return reject(field, "must not be empty");
            return typeof value === "string" ? value : reject(field, "must be a text (quote it if it looks like a number)");
        },
        number(field) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            return typeof value === "number" && Number.isFinite(value) ? value : reject(field, "must be a number");
        },
        integer(field, min, max) {
            if (field === undefined)
                return undefined;
            const { value } = field;
            if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max)
                return value;
            return reject(field, `must be a whole number from ${min} to ${max}`);
        },
        flag(field) {
            if (field === undefined)
                return undefined;
            return typeof field.value === "boolean" ? field.value : reject(field, "must be true or false");
        },
        duration(field) {
            if (field === undefined)
                return undefined;
            try {
                return DURATION.read(String(field.value));
            }
            catch (error) {
                return reject(field, error.message);
            }
        },
        choice(field, choices) {
            if (field === undefined)
                return undefined;
            return choices.find((one) => one === field.value) ?? reject(field, `must be one of ${choices.join(", ")}`);
        },
    };
}
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./packages/yaml/index.ts








/***/ }),

/***/ 8399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   hR: () => (/* binding */ parseAllDocuments),
/* harmony export */   qg: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const DEEPEST = 100;
function parseDocument(source, settings = {}) {
    const documents = compose(source, settings);
    const document = documents.next().value;
    for (const next of documents) {
        if (next.errors.some(isTooDeep))
            return next;
        if (document.errors.at(-1)?.code === "MULTIPLE_DOCS")
            continue;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([next.range[0], next.range[1]], "MULTIPLE_DOCS", "multiple documents: a second one begins here"));
    }
    return document;
}
function parseAllDocuments(source, settings = {}) {
    const documents = [...compose(source, settings, false)];
    const tooDeep = documents.find(({ errors }) => errors.some(isTooDeep));
    return tooDeep === undefined ? documents : [tooDeep];
}
function parse(source, { maxAliasCount, ...settings } = {}) {
    const document = parseDocument(source, settings);
    const [error] = document.errors;
    if (error !== undefined)
        throw error;
    return document.toJS({ ...(maxAliasCount !== undefined && { maxAliasCount }) });
}
function isTooDeep({ code }) {
    return code === "RESOURCE_EXHAUSTION";
}
function* compose(source, { deepest = DEEPEST, ...settings }, forceDocument = true) {
    const options = { ...settings, prettyErrors: false };
    try {
        yield* new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose(tokensOf(source, deepest, settings.lineCounter), forceDocument, source.length);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        const [empty] = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk(options).compose([], true, source.length);
        const document = empty;
        document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([error.offset, error.offset], "RESOURCE_EXHAUSTION", `nested more than ${deepest} levels deep`));
        yield document;
    }
}
class TooDeep extends Error {
    offset;
    constructor(offset) {
        super();
        this.offset = offset;
    }
}
function* tokensOf(source, deepest, lines) {
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines?.addNewLine);
    lines?.addNewLine(0);
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(source)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > deepest)
            throw new TooDeep(parser.offset);
    }
    yield* parser.end();
}


/***/ })

};
;