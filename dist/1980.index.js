"use strict";
exports.id = 1980;
exports.ids = [1980];
exports.modules = {

/***/ 1980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ appinterface_validate_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/report/index.ts + 4 modules
var report = __webpack_require__(107);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/app-interface/index.ts + 19 modules
var app_interface = __webpack_require__(5580);
;// CONCATENATED MODULE: ./actions/appinterface-validate/inputs.ts


const inputs = {
    path: (0,action/* text */.Qq)({ description: "Directory that contains data/ and resources/, or data/ itself.", default: "." }),
    schemas: (0,action/* text */.Qq)({
        description: "Directory of the schemas: schemas/ in a checkout of qontract-schemas inside the workspace.",
        example: "qontract-schemas/schemas",
    }),
    "graphql-schema": (0,action/* text */.Qq)({
        description: "File with the GraphQL schema. Default: graphql-schemas/schema.yml next to the schemas directory.",
        optional: true,
    }),
    "changed-since": (0,action/* text */.Qq)({
        description: "Branch, tag or commit: report only problems in files that changed since then. References are always resolved over the whole tree.",
        optional: true,
        example: "origin/master",
    }),
    rules: (0,action/* list */.p_)({ description: "Severity of rules, as rule: error, warn or off.", example: "yaml-1.1: off" }),
    "max-problems": (0,action/* integer */.nd)({
        description: "Maximum number of problems shown as annotations and in the summary; the report file has all of them.",
        default: "50",
    }),
    "report-file": (0,action/* text */.Qq)({
        description: "Write the full report to this JSON file.",
        optional: true,
        example: "validation.json",
    }),
    "sarif-file": (0,action/* text */.Qq)({
        description: "Write the problems to this SARIF file.",
        optional: true,
        example: "validation.sarif",
    }),
};
const outputs = {
    valid: action/* output */.CG.flag("Whether there are no errors."),
    files: action/* output */.CG.integer("Number of files checked: data, resources, schemas and the GraphQL schema."),
    errors: action/* output */.CG.integer("Number of errors."),
    warnings: action/* output */.CG.integer("Number of warnings."),
    report: action/* output */.CG.json("The problems, errors first, limited to 64 KiB, and how many were left out."),
    "report-file": action/* output */.CG.text("Path of the report file."),
    "sarif-file": action/* output */.CG.text("Path of the SARIF file."),
};
const SEVERITIES = ["error", "warn", "off"];
function readRules({ rules: lines }) {
    const rules = new Map();
    const problems = [];
    for (const line of lines) {
        const colon = line.indexOf(":");
        const rule = line.slice(0, colon < 0 ? line.length : colon).trim();
        const severity = SEVERITIES.find((known) => known === line.slice(colon + 1).trim());
        if (!(0,app_interface.isRule)(rule)) {
            problems.push({
                input: "rules",
                what: `there is no rule ${(0,action/* quote */.hD)(rule)}`,
                remedy: `The rules are: ${Object.keys(app_interface.RULES).join(", ")}. Reasons of qontract-validator are always errors.`,
            });
        }
        else if (colon < 0 || severity === undefined) {
            problems.push({
                input: "rules",
                what: `${(0,action/* quote */.hD)(line)} does not set a severity`,
                remedy: `Write ${rule}: error, warn or off.`,
            });
        }
        else
            rules.set(rule, severity);
    }
    return { rules, problems };
}

;// CONCATENATED MODULE: ./actions/appinterface-validate/action.ts





/* harmony default export */ const appinterface_validate_action = ((0,action/* defineAction */.QP)({
    name: "appinterface-validate",
    description: "Validates app-interface data like qontract-validator and beyond: schemas, references, uniqueness, rules for saas files and YAML pitfalls; reports all problems at once with their line numbers.",
    inputs: inputs,
    outputs: outputs,
    permissions: { github: { contents: "read" }, gitlab: "None beyond reading the repository." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: false,
    check: (given) => readRules(given).problems,
    async run({ inputs, io, host, signal }) {
        const [{ checkTree, openTree }, { boundedReport, checkRowsOf, findingRows, logFindings, summaryOf }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5580)), __webpack_require__.e(/* import() */ 7094).then(__webpack_require__.bind(__webpack_require__, 7094))]);
        const { changedSince: since, reportFile, sarifFile, maxProblems: most } = inputs;
        const { refuseOutputs, writeWorkspaceFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1458));
        refuseOutputs(host, { "report-file": reportFile, "sarif-file": sarifFile });
        const { path, schemas, graphqlSchema: graphql = nextToSchemas(schemas) } = inputs;
        const tree = await openTree({ host, path, schemas, graphql, typed: true });
        assertComplete(tree, inputs);
        const all = checkTree(tree);
        const { changedPaths, ofChanges } = await Promise.all(/* import() */[__webpack_require__.e(3678), __webpack_require__.e(5574)]).then(__webpack_require__.bind(__webpack_require__, 5574));
        const { data } = tree.roots;
        const findings = since === undefined ? all : ofChanges(all, tree, await changedPaths({ host, io, signal, since, data }));
        const rows = findingRows(findings, tree, readRules(inputs).rules);
        const errors = rows.filter(({ severity }) => severity === "error").length;
        const counts = { valid: errors === 0, files: tree.files.length, errors, warnings: rows.length - errors };
        const write = (to, content) => writeWorkspaceFile(host, to, content, { typed: true });
        if (reportFile !== undefined)
            await write(reportFile, `${(0,packages_text/* jsonText */.s$)({ ...counts, problems: rows }, 2)}\n`);
        if (sarifFile !== undefined)
            await write(sarifFile, (await __webpack_require__.e(/* import() */ 2863).then(__webpack_require__.bind(__webpack_require__, 2863))).sarifOf(rows));
        const verdict = (0,report/* decide */.LD)(checkRowsOf(rows, tree), { required: ["files"] });
        logFindings(io, rows, most, reportFile);
        const { files, warnings } = counts;
        const scope = since === undefined ? "" : ` in what changed since ${since}`;
        io.info(`${(0,packages_text/* formatCount */.B4)(files, "file")}, ${(0,packages_text/* formatCount */.B4)(errors, "error")}, ${(0,packages_text/* formatCount */.B4)(warnings, "warning")}${scope}`);
        io.summary(...summaryOf(rows, { verdict, files, since, most }));
        return (0,report/* passOrThrow */.rk)(verdict, {
            messages: {
                refused: `the data has ${(0,packages_text/* formatCount */.B4)(errors, "error")}`,
                invalid: "the data could not be checked",
                undecided: "the data could not be checked",
            },
            problems: [],
            remedy: "Fix the errors; each has its remedy.",
            outputs: { ...counts, report: boundedReport(rows), reportFile, sarifFile },
        });
    },
}));
function nextToSchemas(schemas) {
    return external_node_path_.posix.join(external_node_path_.posix.dirname(external_node_path_.posix.normalize(schemas)), "graphql-schemas/schema.yml");
}
function assertComplete({ files, bundle, roots }, { schemas }) {
    if (!files.some(({ area }) => area === "schemas")) {
        throw (0,action/* invalid */.Gq)(`there are no schemas in ${schemas}`, {
            remedy: "Set schemas to the directory schemas/ of qontract-schemas.",
        });
    }
    const hasUnreadable = files.some(({ area, loaded }) => area === "data" && loaded.error !== undefined);
    if (bundle.data.size === 0 && !hasUnreadable) {
        throw (0,action/* undecided */.oo)(`there is nothing to check: ${roots.data} has no YAML or JSON file with content`, {
            remedy: "Set path to the directory that contains data/, and make sure that the checkout is complete.",
        });
    }
}


/***/ }),

/***/ 5580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GRAPHQL_NAME: () => (/* reexport */ GRAPHQL_NAME),
  RULES: () => (/* reexport */ RULES),
  checkTree: () => (/* reexport */ checkTree),
  isRule: () => (/* reexport */ isRule),
  openTree: () => (/* reexport */ openTree),
  pathText: () => (/* reexport */ pathText),
  readHeader: () => (/* reexport */ readHeader),
  saasTargets: () => (/* reexport */ saasTargets),
  severityOf: () => (/* reexport */ severityOf),
  validate: () => (/* reexport */ validate_validate)
});

;// CONCATENATED MODULE: ./packages/app-interface/bundle.ts
const GRAPHQL_NAME = "graphql-schemas/schema.yml";
function readHeader(text) {
    if (!text.includes("$schema"))
        return { schema: undefined };
    let near;
    for (let at = 0; at < text.length;) {
        const feed = text.indexOf("\n", at);
        const end = feed < 0 ? text.length : feed;
        const line = text.slice(at, Math.min(end, at + 1000));
        if (line.startsWith("$schema: ") &&
            line.length > "$schema: .yml".length - 1 &&
            /\.ya?ml$/.test(line) &&
            !line.endsWith("\r")) {
            return { schema: line.slice("$schema: ".length) };
        }
        if (near === undefined && /^[ \t]*["']?\$schema["']?[ \t]*:/.test(line))
            near = at;
        at = end + 1;
    }
    return { schema: undefined, ...(near !== undefined && { nearHeader: near }) };
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/yaml/value.ts
var yaml_value = __webpack_require__(5265);
;// CONCATENATED MODULE: ./packages/app-interface/value.ts



function equal(one, other) {
    if (one === other)
        return true;
    if (isList(one))
        return isList(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]));
    if (!isMap(one) || !isMap(other))
        return false;
    const keys = Object.keys(one);
    return (keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key], other[key])));
}
function show(value) {
    const text = shown(value, 0);
    return (0,packages_text/* shorten */.ml)(text, 120);
}
function shown(value, depth) {
    if (value === null)
        return "None";
    if (typeof value === "boolean")
        return value ? "True" : "False";
    if (typeof value === "string")
        return `'${(0,packages_text/* shorten */.ml)(value, 200)}'`;
    if (typeof value === "number")
        return String(value);
    if ((0,yaml_value/* isNotJson */.um)(value))
        return value.text;
    if (depth > 3)
        return "…";
    if ((0,yaml_value/* isList */.Lv)(value))
        return `[${value
            .slice(0, 10)
            .map((item) => shown(item, depth + 1))
            .join(", ")}]`;
    return `{${Object.entries(value)
        .slice(0, 10)
        .map(([key, item]) => `'${key}': ${shown(item, depth + 1)}`)
        .join(", ")}}`;
}
function pathText(path) {
    return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : /^[A-Za-z_$][\w$-]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("")}`;
}

;// CONCATENATED MODULE: ./packages/app-interface/graphql.ts

function readGraphql(value) {
    const list = (0,yaml_value/* isList */.Lv)(value) ? value : (0,yaml_value.at)(value, "confs");
    const confs = (0,yaml_value/* isList */.Lv)(list) ? list.filter((conf) => typeof (0,yaml_value.at)(conf, "name") === "string") : [];
    const types = new Map(confs.map((conf) => [graphql_text(conf, "name"), readType(conf)]));
    const bySchema = new Map();
    for (const conf of confs) {
        const datafile = graphql_text(conf, "datafile");
        if (datafile !== undefined)
            bySchema.set(datafile, graphql_text(conf, "name"));
    }
    for (const field of fieldsOf(confs.find((conf) => graphql_text(conf, "name") === "Query"))) {
        const schema = graphql_text(field, "datafileSchema");
        const type = graphql_text(field, "type");
        if (schema !== undefined && type !== undefined)
            bySchema.set(schema, type);
    }
    const top = new Set(bySchema.values());
    return {
        types,
        typeOfSchema: (schema) => types.get(bySchema.get(schema) ?? ""),
        isTopLevel: (name) => top.has(name) || top.has(types.get(name)?.partOf ?? ""),
    };
}
function readType(conf) {
    const fields = new Map();
    for (const field of fieldsOf(conf)) {
        const name = graphql_text(field, "name");
        if (name === undefined)
            continue;
        const unique = (0,yaml_value.at)(field, "isUnique") === true;
        fields.set(name, {
            name,
            type: graphql_text(field, "type") ?? "",
            unique,
            contextUnique: unique || (0,yaml_value.at)(field, "isContextUnique") === true,
        });
    }
    const resolve = (0,yaml_value.at)(conf, "interfaceResolve");
    const field = graphql_text(resolve, "field");
    const map = (0,yaml_value.at)(resolve, "fieldMap");
    const chosen = (0,yaml_value.at)(conf, "isInterface") === true && graphql_text(resolve, "strategy") === "fieldMap" && field !== undefined;
    const identity = [...fields.values()].filter(({ contextUnique }) => contextUnique).map(({ name }) => name);
    return {
        name: graphql_text(conf, "name"),
        fields,
        ...(chosen && {
            chosenBy: {
                field,
                types: new Map((0,yaml_value/* isMap */.jh)(map)
                    ? Object.entries(map).filter((entry) => typeof entry[1] === "string")
                    : []),
            },
        }),
        identity: identity.sort(),
        partOf: graphql_text(conf, "interface"),
    };
}
function fieldsOf(conf) {
    const fields = (0,yaml_value.at)(conf, "fields");
    return (0,yaml_value/* isList */.Lv)(fields) ? fields : [];
}
function graphql_text(value, key) {
    const found = (0,yaml_value.at)(value, key);
    return typeof found === "string" ? found : undefined;
}
function graphqlFaults({ types, isTopLevel }) {
    return [...types.values()].flatMap(({ name, fields }) => [...fields.values()]
        .filter(({ unique }) => unique)
        .flatMap((field) => {
        const where = { type: name, field: field.name };
        if (types.has(field.type)) {
            return [
                {
                    ...where,
                    rule: "IS_UNIQUE_ON_COMPLEX_FIELD",
                    message: `isUnique is set on ${name}.${field.name}, and its type ${field.type} is not a simple type`,
                },
            ];
        }
        if (isTopLevel(name))
            return [];
        return [
            {
                ...where,
                rule: "IS_UNIQUE_ON_NON_TOP_LEVEL_TYPE",
                message: `isUnique is set on ${name}.${field.name}, and no file holds a ${name}; name its datafile if there is one`,
            },
        ];
    }));
}

;// CONCATENATED MODULE: ./packages/app-interface/traverse.ts

function traverse(knowledge, file, visitor) {
    const schema = (0,yaml_value.at)(file, "$schema");
    const known = typeof schema === "string" && schema !== "";
    walk({
        value: file,
        part: undefined,
        above: undefined,
        schema: known ? knowledge.schemas.get(schema) : undefined,
        type: known ? knowledge.graphql.typeOfSchema(schema) : undefined,
        field: undefined,
    }, knowledge, visitor);
}
function walk(node, knowledge, visitor) {
    const { value } = node;
    if ((0,yaml_value/* isMap */.jh)(value)) {
        if (typeof node.part === "number")
            visitor.item(node);
        for (const key in value) {
            if (key !== "$schema")
                walk(intoMap(node, key, value[key], knowledge), knowledge, visitor);
        }
    }
    else if ((0,yaml_value/* isList */.Lv)(value)) {
        const items = (0,yaml_value.at)(node.schema, "items");
        for (let index = 0; index < value.length; index += 1)
            walk(next(node, index, value[index], items, node.type, node.field, knowledge), knowledge, visitor);
    }
    else {
        visitor.leaf(node);
    }
}
function intoMap(node, key, value, knowledge) {
    const { schema, type, field } = node;
    const below = (0,yaml_value/* isMap */.jh)(schema) && "$schemaRef" in schema ? schema : (0,yaml_value.at)((0,yaml_value.at)(schema, "properties"), key);
    if (type === undefined)
        return next(node, key, value, below, undefined, undefined, knowledge);
    if (key === "$ref")
        return next(node, key, value, below, type, field, knowledge);
    const inner = field === undefined ? type : knowledge.graphql.types.get(field.type);
    return next(node, key, value, below, inner, inner?.fields.get(key), knowledge);
}
function next(above, part, value, schema, type, field, knowledge) {
    const fieldType = field === undefined ? undefined : knowledge.graphql.types.get(field.type);
    const resolved = resolveSchema(schema, value, fieldType, knowledge.schemas);
    const chosen = (0,yaml_value/* isMap */.jh)(value) && fieldType !== undefined ? chosenType(fieldType, value, knowledge.graphql) : undefined;
    if (chosen !== undefined)
        return { value, part, above, schema: resolved, type: chosen, field: undefined };
    return { value, part, above, schema: resolved, type, field };
}
function chosenType({ chosenBy }, value, graphql) {
    if (chosenBy === undefined)
        return undefined;
    const deciding = value[chosenBy.field];
    return typeof deciding === "string" ? graphql.types.get(chosenBy.types.get(deciding) ?? "") : undefined;
}
function resolveSchema(schema, value, type, schemas) {
    const resolved = followed(schema, schemas);
    if (!(0,yaml_value/* isMap */.jh)(resolved) || "$schemaRef" in resolved)
        return resolved;
    const branches = resolved["oneOf"];
    if (!(0,yaml_value/* isList */.Lv)(branches) || branches.length === 0)
        return resolved;
    const references = branches.filter((branch) => (0,yaml_value/* isMap */.jh)(branch) && "$schemaRef" in branch);
    if (references.length === 1 && branches.length === 2) {
        const inline = branches.find((branch) => branch !== references[0]);
        return (0,yaml_value/* isMap */.jh)(value) && "$ref" in value ? references[0] : followed(inline, schemas);
    }
    const deciding = type?.chosenBy === undefined ? undefined : (0,yaml_value.at)(value, type.chosenBy.field);
    if (type?.chosenBy === undefined || !deciding)
        return resolved;
    const { field } = type.chosenBy;
    return branches
        .map((branch) => followed(branch, schemas))
        .find((branch) => {
        const allowed = (0,yaml_value.at)((0,yaml_value.at)((0,yaml_value.at)(branch, "properties"), field), "enum");
        return (0,yaml_value/* isList */.Lv)(allowed) && allowed.includes(deciding);
    });
}
function followed(schema, schemas) {
    const ref = (0,yaml_value.at)(schema, "$ref");
    if (typeof ref !== "string" || ((0,yaml_value/* isMap */.jh)(schema) && "$schemaRef" in schema))
        return schema;
    return schemas.get(ref) ?? schema;
}
function pathOfNode(node) {
    const path = [];
    for (let here = node; here?.part !== undefined; here = here.above)
        path.push(here.part);
    return path.reverse();
}

;// CONCATENATED MODULE: ./packages/app-interface/relations.ts


const RESOURCE_REF = "/common-1.json#/definitions/resourceref";
function checkRelations(bundle, knowledge, name, file, unique, findings) {
    const items = { lists: new Map(), found: new Map() };
    traverse(knowledge, file, {
        leaf(node) {
            if ((0,yaml_value/* isNotJson */.um)(node.value))
                findings.push(notJsonFinding(name, node));
            if (node.part === "$ref")
                checkReference(bundle, knowledge, name, node, findings);
            else if (typeof node.value === "string" &&
                (0,yaml_value.at)(node.schema, "$ref") === RESOURCE_REF &&
                !bundle.resources.has(node.value)) {
                findings.push(refFinding("RESOURCE_FILE_NOT_FOUND", name, node, `there is no resource ${show(node.value)}`, "Correct the path, or add the resource.", [node.value]));
            }
            noteUnique(knowledge, name, node, unique);
        },
        item: (node) => noteItem(bundle, knowledge, name, node, items),
    });
    for (const item of items.found.values())
        if (item.indexes.length > 1)
            unique.inLists.push(item);
}
function refFinding(rule, name, node, message, remedy, related) {
    const path = pathOfNode(node);
    return {
        kind: "REF",
        rule,
        area: "data",
        name,
        path,
        what: "value",
        message: `${pathText(path)}: ${message}`,
        remedy,
        related,
    };
}
function notJsonFinding(name, node) {
    const path = pathOfNode(node);
    const message = `${pathText(path)}: ${show(node.value)} is a date for PyYAML, and the bundle cannot hold one`;
    return {
        kind: "FILE",
        rule: "NOT_JSON",
        area: "data",
        name,
        path,
        what: "value",
        message,
        remedy: "Quote it.",
        related: [],
    };
}
function checkReference(bundle, { schemas }, name, node, findings) {
    const ref = node.value;
    const target = typeof ref === "string" ? bundle.data.get(ref) : undefined;
    const related = typeof ref === "string" ? [ref] : [];
    if (target === undefined) {
        findings.push(refFinding("FILE_NOT_FOUND", name, node, `there is no file ${show(ref)}`, "Correct the path; it begins with a slash below the data directory.", related));
        return;
    }
    const has = (0,yaml_value.at)(target, "$schema");
    const expected = (0,yaml_value.at)(node.schema, "$schemaRef");
    if (expected === undefined || expected === null || has === undefined || has === null)
        return;
    if (typeof expected === "string") {
        if (expected === has)
            return;
        findings.push(refFinding("INCORRECT_SCHEMA", name, node, `${show(ref)} is a ${show(has)}, and a ${show(expected)} is expected`, "Refer to a file of the expected schema.", related));
        return;
    }
    const [first] = schemas.mismatchesOf("", expected, target);
    if (first === undefined)
        return;
    findings.push(refFinding("SCHEMA_REF_VALIDATION_ERROR", name, node, `${show(ref)} does not fit: ${pathText(first.path)}: ${first.message}`, "Refer to a file of an expected schema.", related));
}
function noteUnique({ graphql }, name, node, unique) {
    const { type, field } = node;
    if (type === undefined || field?.unique !== true || !graphql.isTopLevel(type.name))
        return;
    const key = JSON.stringify([type.name, field.name, node.value]);
    const place = { name, path: pathOfNode(node) };
    const known = unique.everywhere.get(key);
    if (known === undefined)
        unique.everywhere.set(key, { field: field.name, value: node.value, places: [place] });
    else
        known.places.push(place);
}
function noteItem(bundle, { graphql }, name, node, { lists, found }) {
    const item = node.value;
    const ref = item["$ref"];
    const target = typeof ref === "string" ? bundle.data.get(ref) : undefined;
    const schema = (0,yaml_value.at)(target, "$schema");
    const type = "$ref" in item
        ? typeof schema === "string"
            ? graphql.typeOfSchema(schema)
            : undefined
        : node.field === undefined
            ? node.type
            : graphql.types.get(node.field.type);
    if (type === undefined || type.identity.length === 0)
        return;
    const holder = "$ref" in item ? target : item;
    const fields = "$ref" in item ? type.identity : type.identity.filter((field) => field in item && isSimple(item[field]));
    const values = fields.map((field) => holder[field] ?? null);
    if (values.every((value) => value === null))
        return;
    const list = node.above;
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    const key = `${number}\n${type.identity.join("\n")}\n${values.map(pythonText).join("")}`;
    const known = found.get(key) ?? { name, list, fields: type.identity, indexes: [], related: new Set() };
    known.indexes.push(node.part);
    if (typeof ref === "string")
        known.related.add(ref);
    found.set(key, known);
}
function isSimple(value) {
    return (0,yaml_value/* isMap */.jh)(value) ? "$ref" in value && !(0,yaml_value/* isList */.Lv)(value["$ref"]) && !(0,yaml_value/* isMap */.jh)(value["$ref"]) : !(0,yaml_value/* isList */.Lv)(value);
}
function pythonText(value) {
    return typeof value === "string"
        ? value
        : typeof value === "object" && value !== null
            ? JSON.stringify(value)
            : show(value);
}
function duplicatesOf({ everywhere, inLists }) {
    const findings = [];
    for (const { field, value, places } of everywhere.values()) {
        if (places.length < 2)
            continue;
        const sorted = places.toSorted((one, other) => (one.name < other.name ? -1 : 1));
        const [first, ...others] = sorted;
        const names = others.map(({ name }) => name);
        const message = `${pathText(first.path)}: the ${field} ${show(value)} is repeated in ${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
        findings.push({
            kind: "UNIQUE",
            rule: "DUPLICATE_UNIQUE_FIELD",
            area: "data",
            name: first.name,
            path: first.path,
            what: "value",
            message,
            remedy: "Give each its own value.",
            related: names,
        });
    }
    for (const { name, list: node, fields, indexes, related } of inLists) {
        const list = pathOfNode(node);
        const message = `${pathText(list)}: the items ${indexes.join(", ")} have the same ${fields.join(", ")}`;
        findings.push({
            kind: "UNIQUE",
            rule: "DUPLICATE_CONTEXT_UNIQUE_FIELD",
            area: "data",
            name,
            path: [...list, indexes[1]],
            what: "value",
            message,
            remedy: "Remove one, or make them different.",
            related: [...related],
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./packages/app-interface/saas-targets.ts

function isSaasFile(value) {
    return (0,yaml_value.at)(value, "$schema") === "/app-sre/saas-file-2.yml";
}
function saasTargets(data) {
    return [...data].flatMap(([saasFile, saas]) => (isSaasFile(saas) ? targetsOf(data, saasFile, saas) : []));
}
function targetsOf(data, saasFile, saas) {
    return listAt(saas, "resourceTemplates").flatMap((template, t) => listAt(template, "targets").flatMap((given, index) => {
        const ref = (0,yaml_value.at)(given, "$ref");
        const target = typeof ref === "string" ? data.get(ref) : given;
        if (!(0,yaml_value/* isMap */.jh)(target))
            return [];
        const place = typeof ref === "string"
            ? { file: ref, path: [] }
            : { file: saasFile, path: ["resourceTemplates", t, "targets", index] };
        return [{ saasFile, saas, template, target, ...place }];
    }));
}
function rule(id, name, path, message, remedy, related) {
    return { kind: "RULE", rule: id, area: "data", name, path, what: "value", message, remedy, related };
}
function listAt(value, key) {
    const found = (0,yaml_value.at)(value, key);
    return (0,yaml_value/* isList */.Lv)(found) ? found : [];
}
function refOf(value) {
    const ref = (0,yaml_value.at)(value, "$ref");
    return typeof ref === "string" ? ref : undefined;
}

;// CONCATENATED MODULE: ./packages/app-interface/saas-secrets.ts


function checkSecretPaths(data, targets) {
    const files = new Map();
    for (const [name, saas] of data)
        if (isSaasFile(saas))
            files.set(name, []);
    for (const target of targets)
        files.get(target.saasFile)?.push(target);
    return [...files].flatMap(([saasFile, own]) => checkSaasFile(data, saasFile, own));
}
function checkSaasFile(data, saasFile, targets) {
    const saas = data.get(saasFile);
    const allowed = listAt(saas, "allowedSecretParameterPaths");
    return secretsOf(data, saasFile, saas, targets).flatMap(({ list, file, path, environment, related }) => list.flatMap((parameter, index) => {
        const secret = (0,yaml_value.at)((0,yaml_value.at)(parameter, "secret"), "path") ?? null;
        if (typeof secret === "string" && allowed.some((one) => typeof one === "string" && isBelow(secret, one)))
            return [];
        const place = environment === undefined ? [...path, index, "secret", "path"] : path;
        const of = environment === undefined ? "" : ` of the environment ${environment}`;
        const missing = allowed.length === 0
            ? `${saasFile} has no allowedSecretParameterPaths`
            : `none of the allowedSecretParameterPaths of ${saasFile} leads to it`;
        const message = `${pathText(place)}: the secret path ${show(secret)}${of} is not allowed: ${missing}`;
        const remedy = "Add a path above it to allowedSecretParameterPaths (without a slash at its end), or use a secret below an allowed one.";
        return [rule("saas-secret-paths", file, place, message, remedy, related)];
    }));
}
function secretsOf(data, saasFile, saas, targets) {
    const environments = new Set();
    const inSaasFile = (holder, path) => ({
        list: listAt(holder, KEY),
        file: saasFile,
        path: [...path, KEY],
        related: [],
    });
    return [
        inSaasFile(saas, []),
        ...listAt(saas, "resourceTemplates").map((template, index) => inSaasFile(template, ["resourceTemplates", index])),
        ...targets.flatMap(({ target, file, path }) => {
            const own = { list: listAt(target, KEY), file, path: [...path, KEY], related: [saasFile] };
            const namespace = refOf(target["namespace"]);
            const environment = namespace === undefined ? undefined : refOf((0,yaml_value.at)(data.get(namespace), "environment"));
            if (namespace === undefined || environment === undefined || environments.has(environment))
                return [own];
            environments.add(environment);
            const list = listAt(data.get(environment), KEY);
            const related = [saasFile, namespace, environment];
            return [own, { list, file, path: [...path, "namespace"], environment, related }];
        }),
    ];
}
const KEY = "secretParameters";
function isBelow(path, allowed) {
    if (path.startsWith("/") !== allowed.startsWith("/"))
        return false;
    const parts = partsOf(allowed);
    const normal = `${allowed.startsWith("/") ? "/" : ""}${parts.join("/")}`;
    const above = partsOf(path).slice(0, parts.length);
    return normal === allowed && above.length === parts.length && parts.every((part, index) => part === above[index]);
}
function partsOf(path) {
    return path.split("/").filter((part) => part !== "" && part !== ".");
}

;// CONCATENATED MODULE: ./packages/app-interface/saas.ts



const ROLE_SCHEMA = "/access/role-1.yml";
const SHA = /^[0-9a-f]{40}$/;
const NAME_LENGTH = 56;
function checkSaas({ data }) {
    const targets = saasTargets(data);
    return [
        ...targets.flatMap((target) => checkTarget(data, target)),
        ...checkChannels(targets),
        ...checkSecretPaths(data, targets),
        ...checkNames(data, targets),
        ...checkSelfService(data),
    ];
}
function checkTarget(data, { saasFile, saas, target, file, path }) {
    const say = (rule, key, message, remedy, related = []) => {
        const full = [...path, ...key];
        return {
            kind: "RULE",
            rule,
            area: "data",
            name: file,
            path: full,
            what: "value",
            message: `${pathText(full)}: ${message}`,
            remedy,
            related: [saasFile, ...related],
        };
    };
    const ref = textOf(target["ref"]);
    const pinned = SHA.test(ref);
    const promotion = target["promotion"];
    const [upstream, images] = ["upstream", "images"].map((key) => !isEmpty(target[key]));
    const found = [];
    if ((0,yaml_value.at)(promotion, "auto") === true && !pinned)
        found.push(say("saas-auto-needs-sha", ["ref"], `promotion.auto needs a commit, and the ref is ${show(ref)}`, "Pin the ref to a commit of 40 hex digits, or remove auto."));
    if (pinned && (upstream || images)) {
        found.push(say("saas-moving-ref-needed", ["ref"], `${upstream ? "upstream" : "images"} waits for what a branch builds, and the ref is a commit`, "Follow a branch, or remove upstream and images."));
    }
    if (upstream && images)
        found.push(say("saas-upstream-and-images", ["images"], "a target has upstream or images, not both", "Remove one of them."));
    if (!pinned && ref !== "" && ref !== "internal" && !upstream && !images && target["disable"] !== true) {
        found.push(say("saas-moving-ref", ["ref"], `the ref ${show(ref)} moves, and neither upstream nor images states when it may be deployed`, "Pin the ref, or name upstream or images."));
    }
    const imageTag = (0,yaml_value.at)(target["parameters"], "IMAGE_TAG");
    if (textOf(imageTag) !== "" && ref.startsWith(textOf(imageTag))) {
        found.push(say("saas-image-tag", ["parameters", "IMAGE_TAG"], `IMAGE_TAG ${show(imageTag)} is what the ref gives by itself`, "Remove IMAGE_TAG."));
    }
    return [
        ...found,
        ...checkPromotionData(promotion, say),
        ...checkParameters(data, target, say),
        ...checkApp(data, saas, target, say),
    ];
}
function checkPromotionData(promotion, say) {
    const subscribed = listAt(promotion, "subscribe");
    if ((0,yaml_value.at)(promotion, "auto") !== true || subscribed.length === 0)
        return [];
    return listAt(promotion, "promotion_data").flatMap((block, index) => {
        const channel = (0,yaml_value.at)(block, "channel") ?? null;
        if (subscribed.includes(channel))
            return [];
        const remedy = "Remove the block, or subscribe to the channel.";
        return [
            say("saas-promotion-data-channel", ["promotion", "promotion_data", index], `promotion_data for the channel ${show(channel)}, which is not subscribed`, remedy),
        ];
    });
}
function checkParameters(data, target, say) {
    return [...checkSelfNaming(target, say), ...checkRepeated(data, target, say)];
}
function checkSelfNaming(target, say) {
    const parameters = target["parameters"];
    if (!(0,yaml_value/* isMap */.jh)(parameters))
        return [];
    return Object.entries(parameters).flatMap(([key, value]) => {
        if (typeof value !== "string" || !value.includes(`\${${key}}`))
            return [];
        return [
            say("saas-parameter-names-itself", ["parameters", key], `the value ${show(value)} names the parameter ${key} itself`, "Rename the parameter, or write the value that is meant."),
        ];
    });
}
function checkRepeated(data, target, say) {
    const parameters = target["parameters"];
    const namespace = refOf((0,yaml_value.at)(target, "namespace"));
    const environment = namespace === undefined ? undefined : refOf((0,yaml_value.at)(data.get(namespace), "environment"));
    const shared = environment === undefined ? undefined : (0,yaml_value.at)(data.get(environment), "parameters");
    if (!(0,yaml_value/* isMap */.jh)(parameters) || !(0,yaml_value/* isMap */.jh)(shared) || namespace === undefined || environment === undefined)
        return [];
    const long = Object.entries(shared).filter((entry) => typeof entry[1] === "string" && entry[1].includes("."));
    return Object.entries(parameters).flatMap(([key, value]) => long.flatMap(([name, text]) => {
        if (typeof value !== "string" || !value.includes(text))
            return [];
        const remedy = name === key && value === text ? `Remove ${key}.` : `Write ${key}: ${value.replaceAll(text, `\${${name}}`)}.`;
        return [
            say("saas-parameter-repeats-environment", ["parameters", key], `the value repeats ${name} of the environment ${environment}`, remedy, [namespace, environment]),
        ];
    }));
}
function checkApp(data, saas, target, say) {
    const namespace = refOf(target["namespace"]);
    const own = refOf((0,yaml_value.at)(saas, "app"));
    if ((0,yaml_value.at)(saas, "validateTargetsInApp") !== true || namespace === undefined || !data.has(namespace))
        return [];
    const parent = own === undefined ? undefined : refOf((0,yaml_value.at)(data.get(own), "parentApp"));
    const app = refOf((0,yaml_value.at)(data.get(namespace), "app"));
    if (app !== undefined && (app === own || app === parent))
        return [];
    return [
        say("saas-target-app", ["namespace"], `the namespace ${namespace} belongs to ${app ?? "no app"}, and validateTargetsInApp is true for ${own ?? "no app"}`, "Deploy to a namespace of the saas file's app or its parent app, or remove validateTargetsInApp.", [namespace, ...(own === undefined ? [] : [own])]),
    ];
}
function checkChannels(targets) {
    const publishers = new Map();
    for (const target of targets) {
        for (const channel of listAt(target.target["promotion"], "publish"))
            publishers.set(channel, [...(publishers.get(channel) ?? []), target]);
    }
    return [...targets.flatMap(publishedTwice), ...checkSubscriptions(targets, publishers)];
}
function publishedTwice({ saasFile, target, file, path: above }) {
    const published = listAt(target["promotion"], "publish");
    return published.flatMap((channel, index) => {
        if (published.indexOf(channel) === index)
            return [];
        const path = [...above, "promotion", "publish", index];
        const message = `${pathText(path)}: the channel ${show(channel)} is published twice by this target`;
        return [rule("saas-promotion-channel", file, path, message, "Remove one of the two.", [saasFile])];
    });
}
function checkSubscriptions(targets, publishers) {
    return targets.flatMap((subscriber) => listAt(subscriber.target["promotion"], "subscribe").flatMap((channel, index) => {
        const path = [...subscriber.path, "promotion", "subscribe", index];
        if (!publishers.has(channel)) {
            const nobody = `${pathText(path)}: no target publishes the channel ${show(channel)}`;
            const fix = "Correct the channel, publish it from another target, or remove the subscription.";
            return [rule("saas-promotion-channel", subscriber.file, path, nobody, fix, [subscriber.saasFile])];
        }
        const other = publishers
            .get(channel)
            ?.find(({ template }) => (0,yaml_value.at)(template, "url") !== (0,yaml_value.at)(subscriber.template, "url"));
        if (other === undefined)
            return [];
        const message = `${pathText(path)}: the channel ${show(channel)} is published by ${other.saasFile} for ${show((0,yaml_value.at)(other.template, "url") ?? null)}, and this target deploys ${show((0,yaml_value.at)(subscriber.template, "url") ?? null)}`;
        const remedy = "Subscribe to a channel of the same repository.";
        return [
            rule("saas-promotion-source", subscriber.file, path, message, remedy, [
                subscriber.saasFile,
                other.saasFile,
                other.file,
            ]),
        ];
    }));
}
function checkNames(data, targets) {
    const taken = new Map();
    return targets.flatMap(({ saas, saasFile, target, file, path }) => {
        const namespace = refOf((0,yaml_value.at)(target, "namespace"));
        const environment = namespace === undefined ? undefined : refOf((0,yaml_value.at)(data.get(namespace), "environment"));
        const environmentName = environment === undefined ? undefined : (0,yaml_value.at)(data.get(environment), "name");
        const saasName = (0,yaml_value.at)(saas, "name");
        if (typeof environmentName !== "string" || typeof saasName !== "string")
            return [];
        const name = `${saasName}-${environmentName}`;
        const short = name.slice(0, NAME_LENGTH).replace(/-+$/, "");
        const first = taken.get(short);
        if (first === undefined)
            taken.set(short, { name, saasFile });
        if (first === undefined || first.name === name)
            return [];
        const full = [...path, "namespace"];
        const message = `${pathText(full)}: ${show(name)} and ${show(first.name)} are the same in their first ${NAME_LENGTH} characters`;
        return [
            rule("saas-environment-name", file, full, message, "Shorten a saas file's name.", [
                saasFile,
                first.saasFile,
                namespace,
                environment,
            ]),
        ];
    });
}
function checkSelfService(data) {
    const served = new Set();
    const roles = [];
    for (const [name, role] of data) {
        if ((0,yaml_value.at)(role, "$schema") !== ROLE_SCHEMA)
            continue;
        roles.push(name);
        for (const entry of listAt(role, "self_service"))
            for (const file of listAt(entry, "datafiles"))
                served.add(refOf(file));
    }
    return [...data].flatMap(([name, saas]) => {
        const app = refOf((0,yaml_value.at)(saas, "app"));
        if (!isSaasFile(saas) || app === undefined || !data.has(app) || served.has(app))
            return [];
        return [
            rule("saas-self-service", name, ["app"], `$.app: no role's self_service lists ${app}`, "List the app in the datafiles of a role's self_service.", [app, ...roles]),
        ];
    });
}
function textOf(value) {
    return typeof value === "string"
        ? value
        : typeof value === "number" || typeof value === "boolean"
            ? String(value)
            : "";
}
function isEmpty(value) {
    return (value === undefined ||
        value === null ||
        value === "" ||
        value === false ||
        ((0,yaml_value/* isList */.Lv)(value) && value.length === 0) ||
        ((0,yaml_value/* isMap */.jh)(value) && Object.keys(value).length === 0));
}

// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validate.js + 5 modules
var validate = __webpack_require__(6417);
;// CONCATENATED MODULE: ./packages/app-interface/draft06.ts

const positive = { type: "integer", minimum: 0 };
const schema = { $ref: "#" };
const schemas = { type: "array", minItems: 1, items: schema };
const named = { type: "object", additionalProperties: schema };
const texts = { type: "array", items: { type: "string" }, uniqueItems: true };
const number = { type: "number" };
const draft06_text = { type: "string" };
const simpleType = { enum: ["array", "boolean", "integer", "null", "number", "object", "string"] };
const DRAFT_06_URL = "http://json-schema.org/draft-06/schema";
const DRAFT_06 = (0,yaml_value/* fromJson */.Rf)({
    $schema: `${DRAFT_06_URL}#`,
    type: ["object", "boolean"],
    properties: {
        $id: draft06_text,
        $schema: draft06_text,
        $ref: draft06_text,
        title: draft06_text,
        description: draft06_text,
        default: {},
        examples: { type: "array", items: {} },
        multipleOf: { type: "number", exclusiveMinimum: 0 },
        maximum: number,
        exclusiveMaximum: number,
        minimum: number,
        exclusiveMinimum: number,
        maxLength: positive,
        minLength: positive,
        pattern: draft06_text,
        additionalItems: schema,
        items: { anyOf: [schema, schemas] },
        maxItems: positive,
        minItems: positive,
        uniqueItems: { type: "boolean" },
        contains: schema,
        maxProperties: positive,
        minProperties: positive,
        required: texts,
        additionalProperties: schema,
        definitions: named,
        properties: named,
        patternProperties: named,
        dependencies: { type: "object", additionalProperties: { anyOf: [schema, texts] } },
        propertyNames: schema,
        const: {},
        enum: { type: "array" },
        type: { anyOf: [simpleType, { type: "array", items: simpleType, minItems: 1, uniqueItems: true }] },
        format: draft06_text,
        allOf: schemas,
        anyOf: schemas,
        oneOf: schemas,
        not: schema,
    },
});

;// CONCATENATED MODULE: ./packages/app-interface/python-pattern.ts
function pythonPattern(source) {
    const flags = /^\(\?([ais]+)\)/.exec(source);
    return new RegExp(translate(flags === null ? source : source.slice(flags[0].length), {
        ignoreCase: flags?.[1]?.includes("i") === true,
        dotAll: flags?.[1]?.includes("s") === true,
    }), "u");
}
const END = "(?=\\n?(?![\\s\\S]))";
const CLASSES = {
    d: "\\p{Nd}",
    D: "\\P{Nd}",
    w: "[\\p{L}\\p{N}_]",
    W: "[^\\p{L}\\p{N}_]",
    s: "[\\t-\\r\\x1c-\\x20\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]",
    S: "[^\\t-\\r\\x1c-\\x20\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]",
    b: "\\b",
    B: "\\B",
    A: "(?<![\\s\\S])",
    Z: "(?![\\s\\S])",
};
function translate(source, { ignoreCase, dotAll }) {
    let out = "";
    let at = 0;
    while (at < source.length) {
        const character = String.fromCodePoint(source.codePointAt(at));
        if (character === "\\") {
            const [text, length] = python_pattern_escape(source, at, false);
            if (ignoreCase && /^\\[1-9]/.test(text))
                throw noBackreference();
            out += ignoreCase ? inAnyCase(text) : text;
            at += length;
        }
        else if (character === "[") {
            const [text, length] = characterClass(source, at);
            out += ignoreCase ? classInAnyCase(text) : text;
            at += length;
        }
        else if (character === "(" && source.startsWith("(?P", at)) {
            const named = /^\(\?P<([A-Za-z_]\w*)>/.exec(source.slice(at, at + 80));
            const repeated = /^\(\?P=([A-Za-z_]\w*)\)/.exec(source.slice(at, at + 80));
            if (named === null && repeated === null)
                throw new SyntaxError(`an unknown extension in the pattern at ${at}`);
            if (ignoreCase && repeated !== null)
                throw noBackreference();
            out += named === null ? `\\k<${repeated[1]}>` : `(?<${named[1]}>`;
            at += (named ?? repeated)[0].length;
        }
        else if (character === "{" || character === "}" || character === "]") {
            const quantifier = character === "{" ? /^\{(?:[0-9]+(?:,[0-9]*)?|,[0-9]+)\}/.exec(source.slice(at, at + 24)) : null;
            out += quantifier === null ? `\\${character}` : quantifier[0].replace("{,", "{0,");
            at += quantifier?.[0].length ?? 1;
        }
        else {
            out += translatedOutside(character, dotAll) ?? (ignoreCase ? inAnyCase(character) : character);
            at += character.length;
        }
    }
    return out;
}
function translatedOutside(character, dotAll) {
    if (character === "$")
        return END;
    if (character === ".")
        return dotAll ? "[\\s\\S]" : "[^\\n]";
    return character === "/" ? "\\/" : undefined;
}
function noBackreference() {
    return new SyntaxError("a backreference in a pattern that ignores case is not supported");
}
let cased;
function inAnyCase(translated) {
    return /^(?:[^\\]|\\x..|\\u....)$/u.test(translated) && /\p{Changes_When_Casemapped}/u.test(unescaped(translated))
        ? classInAnyCase(`[${translated}]`)
        : translated;
}
function unescaped(translated) {
    return translated.length > 2 ? String.fromCharCode(parseInt(translated.slice(2), 16)) : translated;
}
function classInAnyCase(translated) {
    cased ??= Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((character) => /\p{Changes_When_Casemapped}/u.test(character));
    const body = translated.replace(/^\[\^?/, "").slice(0, -1);
    const [exact, folded] = [new RegExp(`[${body}]`, "u"), new RegExp(`[${body}]`, "iu")];
    const others = cased.filter((character) => folded.test(character) && !exact.test(character));
    return `${translated.slice(0, -1)}${others.join("")}]`;
}
function python_pattern_escape(source, at, inClass) {
    const next = source[at + 1];
    if (next === undefined)
        throw new SyntaxError("the pattern ends in a backslash");
    const hex = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.exec(source.slice(at, at + 6));
    if (hex !== null)
        return [hex[0], hex[0].length];
    if (inClass && /[wWsS]/.test(next)) {
        if (/[WS]/.test(next))
            throw new SyntaxError(`\\${next} inside a class is not supported`);
        return [CLASSES[next].slice(1, -1), 2];
    }
    if (inClass && next === "b")
        return ["\\b", 2];
    const known = CLASSES[next];
    if (known !== undefined)
        return [known, 2];
    if (/[nrtfv]/.test(next))
        return [`\\${next}`, 2];
    if (next === "a")
        return ["\\x07", 2];
    if (next === "0")
        return ["\\0", 2];
    if (/[1-9]/.test(next) && !inClass)
        return [`\\${next}`, 2];
    if (/[A-Za-z0-9]/.test(next))
        throw new SyntaxError(`the pattern has an unknown escape \\${next}`);
    return [literal(next), 2];
}
function characterClass(source, start) {
    let at = start + 1;
    let out = "[";
    if (source[at] === "^") {
        out += "^";
        at += 1;
    }
    for (let first = true;; first = false) {
        const character = source[at];
        if (character === undefined)
            throw new SyntaxError("the pattern has an unclosed class");
        if (character === "]" && !first)
            return [`${out}]`, at + 1 - start];
        if (character === "\\") {
            const [text, length] = python_pattern_escape(source, at, true);
            out += text;
            at += length;
        }
        else if (character === "-") {
            out += isRange(source, start, at) ? "-" : "\\-";
            at += 1;
        }
        else {
            out += "[]^{}()|/".includes(character) ? `\\${character}` : character;
            at += 1;
        }
    }
}
function isRange(source, start, at) {
    let position = start + 1;
    if (source[position] === "^")
        position += 1;
    let from = false;
    while (position <= at) {
        if (source[position] === "-" && from && source[position + 1] !== "]") {
            if (position === at)
                return true;
            position += 1 + atomLength(source, position + 1);
            from = false;
            continue;
        }
        if (position === at)
            return false;
        const length = atomLength(source, position);
        from = !/^\\[dDwWsS]/.test(source.slice(position, position + 2));
        position += length;
    }
    return false;
}
function atomLength(source, at) {
    if (source[at] !== "\\")
        return 1;
    return source[at + 1] === "x" ? 4 : source[at + 1] === "u" ? 6 : 2;
}
function literal(character) {
    return "\\^$.*+?()[]{}|/-".includes(character) ? `\\${character}` : character;
}

;// CONCATENATED MODULE: ./packages/app-interface/schema-compile.ts


const BLANK = Object.fromEntries(`type const enum required not anyOf allOf oneOf properties patternProperties additionalProperties minProperties
  maxProperties propertyNames dependencies items additionalItems contains minItems maxItems uniqueItems minimum maximum
  exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern source instead message`
    .split(/\s+/)
    .map((key) => [key, undefined]));
const EMPTY = Object.freeze(Object.create(null));
function schemaOf(source, keywords) {
    return { ...BLANK, ...keywords, source };
}
const TRUE_SCHEMA = schemaOf(EMPTY, {});
const FALSE_SCHEMA = schemaOf(EMPTY, { not: true });
const NEVER_MATCHES = "(?!)";
function unusable(base) {
    return { ...FALSE_SCHEMA, message: `the schema ${base} cannot be understood` };
}
function compile(schema, context) {
    if (schema === false)
        return FALSE_SCHEMA;
    if (!(0,yaml_value/* isMap */.jh)(schema))
        return true;
    if (typeof schema["$ref"] === "string")
        return context.refer(schema["$ref"]);
    if (!context.isRoot && isBase(schema["$id"]) && hasReference(schema))
        context.fault(`$id ${schema["$id"]} inside a schema is not followed, and it changes where the references in it lead`);
    const keywords = {};
    const inner = context.isRoot ? { ...context, isRoot: false } : context;
    for (const [keyword, convert] of Object.entries(KEYWORDS)) {
        const given = schema[keyword];
        if (given === undefined)
            continue;
        if (FORMS[keyword]?.(given) === false)
            throw new TypeError(`${keyword} has the wrong form`);
        const converted = convert(given, (part) => compile(part, inner), { ...context, schema });
        if (converted !== undefined)
            keywords[keyword] = converted;
    }
    if (context.dates)
        rejectDates(schema, keywords);
    return Object.keys(keywords).length === 0 ? true : schemaOf(schema, keywords);
}
function isBase(id) {
    return typeof id === "string" && id !== "" && !id.startsWith("#");
}
function hasReference(schema) {
    if ((0,yaml_value/* isList */.Lv)(schema))
        return schema.some(hasReference);
    return (0,yaml_value/* isMap */.jh)(schema) && (typeof schema["$ref"] === "string" || Object.values(schema).some(hasReference));
}
const NAN = schemaOf(EMPTY, { type: "number", minimum: 1, maximum: 0 });
const NOT_NAN = schemaOf(EMPTY, { not: NAN });
function rejectDates(schema, keywords) {
    const added = [];
    if ([keywords["type"]].flat().includes("number"))
        added.push({ ...schemaOf(schema, { not: NAN }), instead: "type" });
    if (keywords["multipleOf"] !== undefined) {
        const multiple = schemaOf(EMPTY, { multipleOf: keywords["multipleOf"] });
        const anotherNumber = schemaOf(EMPTY, { type: "number", not: multiple, allOf: [NOT_NAN] });
        added.push({ ...schemaOf(schema, { not: anotherNumber }), instead: "multipleOf" });
        delete keywords["multipleOf"];
    }
    if (added.length > 0)
        keywords["allOf"] = [...(keywords["allOf"] ?? []), ...added];
}
const isNumber = (given) => typeof given === "number";
const FORMS = {
    ...Object.fromEntries(["enum", "required", "allOf", "anyOf", "oneOf"].map((keyword) => [keyword, yaml_value/* isList */.Lv])),
    ...Object.fromEntries(["properties", "patternProperties", "dependencies"].map((keyword) => [keyword, yaml_value/* isMap */.jh])),
    ...Object.fromEntries(["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"].map((keyword) => [keyword, isNumber])),
    ...Object.fromEntries(["maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"].map((keyword) => [
        keyword,
        isNumber,
    ])),
    pattern: (given) => typeof given === "string",
};
const unchanged = (given) => given;
const oneSchema = (given, part) => part(given);
const schemaList = (given, part) => given.map(part);
const KEYWORDS = {
    type: (given) => (given === "integer" ? [given] : given),
    enum: (given) => given.map(withoutDates),
    const: withoutDates,
    ...Object.fromEntries([
        ...["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"],
        ...["maxItems", "minItems", "maxProperties", "minProperties", "required"],
    ].map((keyword) => [keyword, unchanged])),
    pattern: (given, _part, context) => translated(given, context) ?? NEVER_MATCHES,
    uniqueItems: (given) => (given === true ? true : undefined),
    properties: schemaMap,
    patternProperties(given, part, context) {
        const schemas = new Map();
        for (const [source, schema] of Object.entries(given)) {
            let pattern = translated(source, context);
            const compiled = part(schema);
            if (pattern === undefined)
                continue;
            while (schemas.has(pattern))
                pattern += "(?:)";
            schemas.set(pattern, compiled);
        }
        return Object.fromEntries(schemas);
    },
    additionalProperties: oneSchema,
    propertyNames: oneSchema,
    dependencies: (given, part) => schemaMap(given, (needs) => (0,yaml_value/* isList */.Lv)(needs) ? schemaOf({ required: needs }, { required: needs }) : part(needs)),
    items: (given, part) => ((0,yaml_value/* isList */.Lv)(given) ? given.map(part) : part(given)),
    additionalItems: (given, part, { schema }) => ((0,yaml_value/* isList */.Lv)(schema["items"]) ? part(given) : undefined),
    contains: oneSchema,
    ...Object.fromEntries(["allOf", "anyOf", "oneOf"].map((keyword) => [keyword, schemaList])),
    not: oneSchema,
};
function schemaMap(given, part) {
    return Object.fromEntries(Object.entries(given).map(([key, schema]) => [key, part(schema)]));
}
function translated(source, context) {
    try {
        return pythonPattern(source).source;
    }
    catch {
        context.fault(`the pattern ${show(source)} cannot be understood`);
        return undefined;
    }
}
function hasDate(value) {
    if ((0,yaml_value/* isNotJson */.um)(value))
        return true;
    if ((0,yaml_value/* isList */.Lv)(value))
        return value.some(hasDate);
    if (!(0,yaml_value/* isMap */.jh)(value))
        return false;
    for (const key in value)
        if (hasDate(value[key]))
            return true;
    return false;
}
function withoutDates(value) {
    if ((0,yaml_value/* isNotJson */.um)(value))
        return NaN;
    if ((0,yaml_value/* isList */.Lv)(value))
        return value.map(withoutDates);
    if (!(0,yaml_value/* isMap */.jh)(value))
        return value;
    const map = Object.create(null);
    for (const key in value)
        map[key] = withoutDates(value[key]);
    return map;
}

;// CONCATENATED MODULE: ./packages/app-interface/schema-branches.ts

function explainBranches(branches, path, value) {
    const whole = (message) => [{ path, what: "value", message }];
    const fitting = branches.filter(({ fits }) => fits).length;
    if (fitting > 0)
        return whole(`${show(value)} fits ${fitting} of the alternatives, and only one may fit`);
    const required = branches.flatMap(({ schema }) => requiredAlone(schema) ?? []);
    if ((0,yaml_value/* isMap */.jh)(value) && required.length === branches.length)
        return whole(`one of the properties ${required.map((key) => show(key)).join(", ")} is required`);
    const meant = branches.find((branch) => isMeant(branch, value));
    const found = meant?.mismatches() ?? nearest(branches.map((branch) => branch.mismatches()));
    return found.length > 0 ? found : whole(`${show(value)} fits none of the alternatives`);
}
function requiredAlone(schema) {
    const required = (0,yaml_value.at)(schema, "required");
    return (0,yaml_value/* isMap */.jh)(schema) && Object.keys(schema).length === 1 && (0,yaml_value/* isList */.Lv)(required) && required.length === 1
        ? required[0]
        : undefined;
}
function isMeant({ schema, target }, value) {
    if (!(0,yaml_value/* isMap */.jh)(value))
        return false;
    if ("$ref" in value)
        return (0,yaml_value/* isMap */.jh)(schema) && "$schemaRef" in schema;
    const properties = (0,yaml_value.at)(target, "properties");
    if (!(0,yaml_value/* isMap */.jh)(properties))
        return false;
    return Object.keys(properties).some((key) => {
        const allowed = (0,yaml_value.at)(properties[key], "enum");
        return (0,yaml_value/* isList */.Lv)(allowed) && key in value && allowed.includes(value[key]);
    });
}
function nearest(all) {
    let best;
    for (const mismatches of all) {
        const depth = Math.max(0, ...mismatches.map(({ path }) => path.length));
        const more = mismatches.length - (best?.mismatches.length ?? Infinity);
        if (best === undefined || more < 0 || (more === 0 && depth > best.depth))
            best = { mismatches, depth };
    }
    return best?.mismatches ?? [];
}

;// CONCATENATED MODULE: ./packages/app-interface/schema-messages.ts

const MESSAGES = {
    type: notOfType,
    enum: (value, { enum: given }) => [`${show(value)} is not one of ${show(given)}`],
    const: (value, { const: given }) => [`${show(given)} was expected, not ${show(value)}`],
    ...limits({
        multipleOf: "is not a multiple of",
        maximum: "is greater than the maximum of",
        exclusiveMaximum: "is not less than",
        minimum: "is less than the minimum of",
        exclusiveMinimum: "is not greater than",
        maxLength: "is longer than",
        minLength: "is shorter than",
        pattern: "does not match",
        maxItems: "has more items than",
        minItems: "has fewer items than",
        maxProperties: "has more properties than",
        minProperties: "has fewer properties than",
    }),
    uniqueItems: (value) => [`${show(value)} has non-unique items`],
    required: (value, { required }) => required
        .filter((key) => !(0,yaml_value/* isMap */.jh)(value) || !(key in value))
        .map((key) => `${show(key)} is a required property`),
    contains: (value) => [`None of ${show(value)} is what the list must contain`],
    not(value, schema) {
        if (schema["not"] === undefined)
            return [`${show(value)} is not allowed here`];
        return [`${show(value)} is what ${show(schema["not"])} forbids`];
    },
};
function notOfType(value, { type }) {
    const names = ((0,yaml_value/* isList */.Lv)(type) ? type : [type]).map((name) => `'${typeof name === "string" ? name : show(name)}'`);
    const hint = (0,yaml_value/* isNotJson */.um)(value) ? " (PyYAML reads a date; quote it)" : "";
    return [`${show(value)} is not of type ${names.join(", ")}${hint}`];
}
function limits(phrases) {
    return Object.fromEntries(Object.entries(phrases).map(([keyword, phrase]) => [
        keyword,
        (value, schema) => [`${show(value)} ${phrase} ${show(schema[keyword])}`],
    ]));
}

;// CONCATENATED MODULE: ./packages/app-interface/schema-explain.ts




const MAX_MISMATCHES = 200;
function explain(units, validated) {
    const found = [];
    for (let index = 0; index < units.length && found.length < MAX_MISMATCHES;) {
        const unit = units[index];
        let end = index + 1;
        if (OPAQUE.has(unit.keyword))
            while (schema_explain_isBelow(unit, units[end]))
                end += 1;
        if (!isSame(unit, units[index - 1]))
            found.push(...mismatchesOf(unit, units.slice(index + 1, end), validated));
        index = end;
    }
    return found.slice(0, MAX_MISMATCHES);
}
const OPAQUE = new Set(["oneOf", "anyOf", "contains"]);
function schema_explain_isBelow({ keywordLocation }, other) {
    return other?.keywordLocation.startsWith(`${keywordLocation}/`) === true;
}
function isSame({ keywordLocation, instanceLocation }, other) {
    return other?.keywordLocation === keywordLocation && other.instanceLocation === instanceLocation;
}
function mismatchesOf(unit, below, validated) {
    const { keyword } = unit;
    if (keyword === "oneOf" || keyword === "anyOf")
        return mismatchesOfBranches(unit, keyword, below, validated);
    const messagesOf = MESSAGES[keyword];
    if (messagesOf === undefined)
        return [];
    const { path, value, schema, isAdditional } = placeOf(unit, validated);
    if (schema === FALSE_SCHEMA && isAdditional) {
        const message = `Additional properties are not allowed (${show(path.at(-1))} was unexpected)`;
        return [{ path, what: "key", message }];
    }
    const { message, instead = keyword, source } = schema;
    const messages = message === undefined ? (MESSAGES[instead] ?? messagesOf)(value, source) : [message];
    return messages.map((one) => ({ path, what: "value", message: one }));
}
function mismatchesOfBranches(unit, keyword, below, validated) {
    const { path, value, schema } = placeOf(unit, validated);
    const compiled = schema[keyword];
    const sources = schema.source[keyword];
    const units = compiled.map(() => []);
    for (const one of below)
        units[parseInt(one.keywordLocation.slice(unit.keywordLocation.length + 1), 10)].push(one);
    const branches = compiled.map((branch, index) => ({
        schema: sources[index],
        target: branch === true || branch.source,
        fits: units[index].length === 0,
        mismatches: () => explain(units[index], validated),
    }));
    return explainBranches(branches, path, value);
}
function placeOf({ instanceLocation, keywordLocation }, validated) {
    let { value } = validated;
    const path = schema_explain_partsOf(instanceLocation).map((part) => {
        const key = (0,yaml_value/* isList */.Lv)(value) ? Number(part) : part;
        value = value[key];
        return key;
    });
    let schema = validated.schema;
    let keyword = "";
    const parts = schema_explain_partsOf(keywordLocation);
    for (let index = 0; index < parts.length - 1; index += 1) {
        keyword = parts[index];
        schema = schema[keyword];
        if (NAMED.has(keyword) || Array.isArray(schema))
            schema = schema[parts[(index += 1)]];
        else if (keyword === "propertyNames")
            value = path.at(-1);
    }
    return { path, value, schema: schema, isAdditional: keyword === "additionalProperties" };
}
const NAMED = new Set(["properties", "patternProperties", "dependencies"]);
function schema_explain_partsOf(location) {
    return location
        .split("/")
        .slice(1)
        .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

;// CONCATENATED MODULE: ./packages/app-interface/schema-set.ts





function schemaSet(schemas) {
    const faults = new Map();
    const fault = (document, message) => {
        faults.set(document, (faults.get(document) ?? new Set()).add(message));
    };
    const plain = new SchemaCompiler(schemas, false, fault);
    const dated = new SchemaCompiler(schemas, true, fault);
    const document = (path) => ({ base: path, schema: documentAt(schemas, path) });
    const mismatches = (id, resolved, value) => mismatchesBy((dates) => (dates ? dated : plain).compile(id, resolved), value);
    return {
        paths: new Set(schemas.keys()),
        has: (path) => schemas.has(path) || isDraft06(path),
        get: (path) => schemas.get(path),
        mismatches: (path, value) => mismatches(path, document(path), value),
        mismatchesOf: (base, schema, value) => mismatches(schema, { base, schema }, value),
        faults(path) {
            for (const name of schemas.keys())
                plain.compile(name, document(name));
            return [...(faults.get(path) ?? [])];
        },
    };
}
class SchemaCompiler {
    #compiled = new Map();
    #pending = [];
    #schemas;
    #dates;
    #fault;
    constructor(schemas, dates, fault) {
        this.#schemas = schemas;
        this.#dates = dates;
        this.#fault = fault;
    }
    compile(id, resolved) {
        const ref = (0,yaml_value.at)(resolved.schema, "$ref");
        const compiled = typeof ref === "string" ? this.#refer(resolved.base, ref) : this.#begin(id, resolved);
        for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop())
            next();
        return compiled === true ? TRUE_SCHEMA : compiled;
    }
    #begin(id, { base, schema }) {
        const known = this.#compiled.get(id);
        if (known !== undefined)
            return known;
        const target = unusable(base);
        this.#compiled.set(id, target);
        this.#pending.push(() => Object.assign(target, this.#compileOne(base, schema)));
        return target;
    }
    #compileOne(base, schema) {
        const context = {
            refer: (ref) => this.#refer(base, ref),
            fault: (message) => this.#fault(base, message),
            isRoot: documentAt(this.#schemas, base) === schema,
            dates: this.#dates,
        };
        try {
            const compiled = compile(schema, context);
            return compiled === true ? TRUE_SCHEMA : compiled;
        }
        catch (error) {
            if (!(error instanceof TypeError))
                throw error;
            return unusable(base);
        }
    }
    #refer(base, ref) {
        const passed = new Set();
        for (let here = base, to = ref;;) {
            const resolved = resolve(this.#schemas, here, to);
            if (typeof resolved === "string") {
                this.#fault(here, `$ref ${to} ${resolved}`);
                return true;
            }
            const next = (0,yaml_value.at)(resolved.schema, "$ref");
            if (typeof next !== "string")
                return this.#begin(idOf(resolved.base, to), resolved);
            if (passed.has(resolved.schema)) {
                this.#fault(here, `$ref ${to} leads back to itself`);
                return unusable(here);
            }
            passed.add(resolved.schema);
            [here, to] = [resolved.base, next];
        }
    }
}
function idOf(base, ref) {
    const hash = ref.indexOf("#");
    return hash < 0 || hash === ref.length - 1 ? base : `${base}#${ref.slice(hash + 1)}`;
}
function mismatchesBy(schemaFor, value) {
    const whole = (message) => [{ path: [], what: "value", message }];
    try {
        const dates = hasDate(value);
        const schema = schemaFor(dates);
        const instance = dates ? withoutDates(value) : value;
        if ((0,validate/* validate */.t)(instance, schema, "7", {}, true).valid)
            return [];
        const { errors } = (0,validate/* validate */.t)(instance, schema, "7", {}, false);
        const found = explain(errors, { value, schema });
        return found.length > 0 ? found : whole(`${show(value)} does not fit the schema`);
    }
    catch (error) {
        if (error instanceof URIError)
            return whole("a key holds half of a surrogate pair, so it cannot be validated");
        if (error instanceof RangeError)
            return whole("it cannot be validated: it is nested too deeply, has too many mismatches, or its schema has no end");
        throw error;
    }
}
function isDraft06(url) {
    return url === DRAFT_06_URL || url === `${DRAFT_06_URL}#`;
}
function documentAt(schemas, path) {
    return schemas.get(path) ?? (isDraft06(path) ? DRAFT_06 : undefined);
}
const NOWHERE = "leads nowhere";
function resolve(schemas, base, ref) {
    const hash = ref.indexOf("#");
    const document = hash < 0 ? ref : ref.slice(0, hash);
    if (document !== "" && movesBase(documentAt(schemas, base), document))
        return "is not followed: the $id of its schema changes where it leads";
    const path = document === ""
        ? base
        : document.startsWith("/") || document.startsWith("http")
            ? document
            : base.slice(0, base.lastIndexOf("/") + 1) + document;
    let schema = documentAt(schemas, path);
    if (schema === undefined)
        return NOWHERE;
    const pointer = hash < 0 ? "" : decode(ref.slice(hash + 1));
    if (pointer !== "" && !pointer.startsWith("/"))
        return "is not followed: behind # only a path is, which begins with a slash";
    for (const part of pointer.split("/").slice(1)) {
        const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
        schema = (0,yaml_value/* isMap */.jh)(schema)
            ? (0,yaml_value.at)(schema, key)
            : Array.isArray(schema) && /^(?:0|[1-9][0-9]*)$/.test(key)
                ? schema[Number(key)]
                : undefined;
        if (schema === undefined)
            return NOWHERE;
        if ((0,yaml_value/* isMap */.jh)(schema) && isBase(schema["$id"]))
            return "is not followed: an $id on the way changes where it leads";
    }
    return { base: path, schema };
}
function movesBase(schema, document) {
    const id = (0,yaml_value.at)(schema, "$id");
    if (!isBase(id) || document.startsWith("http"))
        return false;
    return !(document.startsWith("/") && id.startsWith("/") && !id.startsWith("//"));
}
function decode(pointer) {
    try {
        return decodeURIComponent(pointer);
    }
    catch {
        return pointer;
    }
}

;// CONCATENATED MODULE: ./packages/app-interface/validate.ts






function validate_validate(bundle) {
    const schemas = schemaSet(withChecksums(bundle.schemas));
    const graphql = readGraphql(bundle.graphql);
    const findings = [];
    for (const [name, schema] of bundle.schemas)
        findings.push(...checkSchema(schemas, name, schema));
    for (const name of bundle.schemas.keys()) {
        if (findings.some((finding) => finding.name === name))
            continue;
        for (const fault of schemas.faults(name))
            findings.push(finding("SCHEMA", "SCHEMA_ERROR", "schemas", name, fault, "Correct the schema."));
    }
    checkData(bundle, schemas, graphql, findings);
    for (const [name, resource] of bundle.resources)
        checkResource(schemas, name, resource, findings);
    if ((0,yaml_value/* isMap */.jh)(bundle.graphql))
        findings.push(...checkFile(schemas, "graphql", GRAPHQL_NAME, bundle.graphql));
    for (const { rule, message } of graphqlFaults(graphql))
        findings.push(finding("SCHEMA", rule, "graphql", GRAPHQL_NAME, message, "Correct the GraphQL schema."));
    return findings;
}
function finding(kind, rule, area, name, message, remedy, path = [], what = "value") {
    return { kind, rule, area, name, path, what, message, remedy, related: [] };
}
function checkSchema(schemas, name, schema) {
    const meta = (0,yaml_value.at)(schema, "$schema");
    if (meta === undefined || meta === null)
        return [
            finding("SCHEMA", "MISSING_SCHEMA_URL", "schemas", name, "the schema names no $schema", "Begin it with $schema: /metaschema-1.json."),
        ];
    if (typeof meta !== "string" || !schemas.has(meta)) {
        return [
            finding("SCHEMA", "META_SCHEMA_NOT_FOUND", "schemas", name, `there is no meta schema ${show(meta)}`, "Name /metaschema-1.json.", ["$schema"]),
        ];
    }
    const wrong = schemas.mismatches("http://json-schema.org/draft-06/schema", schema);
    if (wrong.length > 0)
        return mismatchFindings("SCHEMA", "SCHEMA_ERROR", "schemas", name, wrong);
    return isDraft06(meta)
        ? []
        : mismatchFindings("SCHEMA", "VALIDATION_ERROR", "schemas", name, schemas.mismatches(meta, schema));
}
function mismatchFindings(kind, rule, area, name, mismatches) {
    return mismatches.map(({ path, what, message }) => finding(kind, rule, area, name, `${pathText(path)}: ${message}`, what === "key" ? "Remove the key, or write it as the schema does." : "Correct the value.", path, what));
}
function checkFile(schemas, area, name, value) {
    const schema = (0,yaml_value.at)(value, "$schema");
    if (schema === undefined || schema === null) {
        const message = (0,yaml_value/* isMap */.jh)(value) ? "the file names no $schema" : "the file is not a map, so it names no $schema";
        return [
            finding("FILE", "MISSING_SCHEMA_URL", area, name, message, "Begin it with $schema: and the path of its schema."),
        ];
    }
    const path = typeof schema === "string" && !schema.startsWith("/") && !schema.startsWith("http") ? `/${schema}` : schema;
    if (typeof path !== "string" || !schemas.paths.has(path)) {
        return [
            finding("FILE", "SCHEMA_NOT_FOUND", area, name, `there is no schema ${show(path)}`, "Name a schema in the directory of the schemas.", ["$schema"]),
        ];
    }
    return mismatchFindings("FILE", "VALIDATION_ERROR", area, name, schemas.mismatches(path, value).filter(({ path: [first] }) => first !== CHECKSUM));
}
const CHECKSUM = "$file_sha256sum";
function withChecksums(schemas) {
    return new Map([...schemas].map(([name, schema]) => {
        const properties = (0,yaml_value.at)(schema, "properties");
        if (!(0,yaml_value/* isMap */.jh)(schema) || !(0,yaml_value/* isMap */.jh)(properties) || schema["$schema"] !== "/metaschema-1.json")
            return [name, schema];
        return [name, extended(schema, "properties", extended(properties, CHECKSUM, extended(validate_EMPTY, "type", "string")))];
    }));
}
const validate_EMPTY = Object.create(null);
function extended(map, key, value) {
    return Object.assign(Object.create(null), map, { [key]: value });
}
function checkData(bundle, schemas, graphql, findings) {
    const unique = { everywhere: new Map(), inLists: [] };
    const knowledge = { schemas, graphql };
    for (const [name, value] of bundle.data) {
        const own = checkFile(schemas, "data", name, value);
        const relations = [];
        checkRelations(bundle, knowledge, name, value, unique, relations);
        const reported = new Set(own.map(({ path }) => pathText(path)));
        findings.push(...own, ...relations.filter(({ rule, path }) => rule !== "NOT_JSON" || !reported.has(pathText(path))));
    }
    findings.push(...duplicatesOf(unique));
    findings.push(...checkSaas(bundle));
}
function checkResource(schemas, name, resource, findings) {
    if (resource.nearHeader !== undefined) {
        findings.push({
            ...finding("RULE", "resource-header", "resources", name, "the $schema line is not in the form that the bundler searches for, so the resource is not validated", "Write $schema: /path/name-1.yml alone on a line: no quotes, no comment, no indentation, LF line endings."),
            offset: resource.nearHeader,
        });
    }
    if (resource.schema === undefined || resource.loaded === undefined)
        return;
    const { value, error } = resource.loaded;
    if (value !== undefined)
        return void findings.push(...checkFile(schemas, "resources", name, value));
    findings.push({
        ...finding("RULE", "resource-yaml", "resources", name, `the resource names ${resource.schema} and ${error.message}, so it is not validated`, "Make it YAML, or remove the $schema line."),
        ...(error.offset !== undefined && { offset: error.offset }),
    });
}

;// CONCATENATED MODULE: ./packages/app-interface/check.ts

function checkTree({ files, bundle }) {
    return [...files.flatMap(loading), ...validate_validate(bundle)];
}
function loading({ area, name, resource, loaded: { error, notes } }) {
    const common = { area, name, what: "value", related: [] };
    const kind = area === "schemas" ? "SCHEMA" : "FILE";
    const broken = error === undefined || resource?.loaded !== undefined
        ? []
        : [
            {
                ...common,
                kind,
                rule: "NOT_LOADED",
                path: [],
                message: `the file ${error.message}`,
                remedy: "Correct the file.",
                ...(error.offset !== undefined && { offset: error.offset }),
            },
        ];
    return [
        ...broken,
        ...notes.map(({ rule, message, remedy, path, offset }) => ({
            ...common,
            kind: "RULE",
            rule,
            path,
            message,
            remedy,
            offset,
        })),
    ];
}

;// CONCATENATED MODULE: ./packages/app-interface/finding.ts
const RULES = {
    "saas-auto-needs-sha": { severity: "error", asks: "a target with promotion.auto is pinned to a commit" },
    "saas-moving-ref-needed": { severity: "error", asks: "a target with upstream or images follows a branch" },
    "saas-upstream-and-images": { severity: "error", asks: "a target has upstream or images, not both" },
    "saas-image-tag": { severity: "error", asks: "IMAGE_TAG does not repeat the ref it is computed from" },
    "saas-promotion-data-channel": {
        severity: "error",
        asks: "promotion_data of automatic targets is for subscribed channels",
    },
    "saas-promotion-source": {
        severity: "error",
        asks: "publisher and subscriber of a channel deploy the same repository",
    },
    "saas-promotion-channel": {
        severity: "error",
        asks: "a subscribed channel is published, and by each target once",
    },
    "saas-parameter-names-itself": { severity: "error", asks: "a target's parameter does not name itself" },
    "saas-secret-paths": { severity: "error", asks: "secret parameters are below allowedSecretParameterPaths" },
    "saas-target-app": {
        severity: "error",
        asks: "with validateTargetsInApp, namespaces belong to the saas file's app or its parent",
    },
    "saas-parameter-repeats-environment": {
        severity: "error",
        asks: "a target's parameter differs from the environment's",
    },
    "saas-environment-name": {
        severity: "error",
        asks: "saas file and environment names differ in their first 56 characters",
    },
    "saas-self-service": { severity: "error", asks: "a role may change the saas file by self-service" },
    "saas-moving-ref": { severity: "off", asks: "a target on a branch names upstream or images" },
    "yaml-duplicate-key": { severity: "warn", asks: "no key is given twice in a map" },
    "yaml-1.1": { severity: "warn", asks: "plain scalars read the same in YAML 1.1 and 1.2" },
    "yaml-ref-quotes": { severity: "warn", asks: "a ref that looks like a number is quoted" },
    "resource-header": { severity: "warn", asks: "a resource's $schema is written so that it is validated" },
    "resource-yaml": { severity: "warn", asks: "a resource with a $schema is YAML" },
};
function isRule(name) {
    return Object.hasOwn(RULES, name);
}
function severityOf(rule, set) {
    return isRule(rule) ? (set.get(rule) ?? RULES[rule].severity) : "error";
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/app-interface/tree.ts




const MAX_BYTES = 16 * 1024 * 1024;
async function openTree({ host, path, schemas, graphql, typed = false }) {
    const reader = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9925)]).then(__webpack_require__.bind(__webpack_require__, 9925));
    const places = await directories(host, path, typed);
    const read = (area, files, nameOf) => files.map((file) => treeFile(reader, area, file, nameOf(file)));
    const below = (file) => `/${file.below}`;
    const data = read("data", places.data.filter(isConfiguration), below);
    const resources = read("resources", places.resources, below);
    const listed = schemas === undefined ? [] : await (0,files/* listDirectory */.KG)(host, schemas, { typed });
    const schemaFiles = read("schemas", listed.filter(isConfiguration), below);
    const graphqlFile = graphql === undefined ? [] : [await fileAt(host, graphql, typed)];
    const graphqlFiles = read("graphql", graphqlFile, () => GRAPHQL_NAME);
    return {
        roots: places.roots,
        files: [...schemaFiles, ...graphqlFiles, ...data, ...resources],
        bundle: {
            schemas: valuesOf(schemaFiles),
            graphql: graphqlFiles[0]?.loaded.value,
            data: valuesOf(data),
            resources: new Map(resources.map(({ name, resource }) => [name, resource])),
        },
    };
}
async function directories(host, path, typed) {
    const normal = external_node_path_.posix.normalize(path);
    const base = normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
    const isData = external_node_path_.posix.basename(base) === "data";
    const inside = await (0,files/* listDirectory */.KG)(host, external_node_path_.posix.join(base, "data"), { optional: true, typed });
    const siblings = await (0,files/* listDirectory */.KG)(host, external_node_path_.posix.join(base, "resources"), { optional: true, typed });
    if (inside !== undefined && (!isData || siblings !== undefined))
        return { roots: rootsOf(base), data: inside, resources: siblings ?? [] };
    if (!isData)
        throw (0,action/* invalid */.Gq)(`there is no data directory in ${(0,action/* quote */.hD)(path)}`, {
            remedy: "Give path: the directory that holds data/ and resources/, or data/ itself.",
        });
    const roots = rootsOf(external_node_path_.posix.dirname(base));
    const resources = (await (0,files/* listDirectory */.KG)(host, roots.resources, { optional: true, typed })) ?? [];
    return { roots, data: await (0,files/* listDirectory */.KG)(host, base, { typed }), resources };
}
function rootsOf(top) {
    return { data: external_node_path_.posix.join(top, "data"), resources: external_node_path_.posix.join(top, "resources") };
}
async function fileAt(host, path, typed) {
    (0,files/* assertFile */.HT)(host, path, { typed });
    const slash = path.lastIndexOf("/");
    const listed = await (0,files/* listDirectory */.KG)(host, slash < 0 ? "." : path.slice(0, slash), { shallow: true, typed });
    const found = listed.find(({ below }) => below === path.slice(slash + 1));
    if (found !== undefined)
        return found;
    throw (0,action/* invalid */.Gq)(`there is no file ${(0,action/* quote */.hD)(path)}`, {
        remedy: "Check the path, and that the repository was checked out before this step.",
    });
}
function isConfiguration({ below }) {
    return /\.(?:ya?ml|json)$/.test(below);
}
function valuesOf(files) {
    return new Map(files.flatMap(({ name, loaded }) => loaded.value === undefined || loaded.value === null ? [] : [[name, loaded.value]]));
}
function treeFile(reader, area, file, name) {
    const bytes = (0,files/* readListed */.oF)(file, MAX_BYTES);
    const facts = {
        name,
        area,
        path: file.path,
        locator: () => reader.locatorOf((0,files/* readListed */.oF)(file, MAX_BYTES)?.toString("utf8") ?? ""),
    };
    if (bytes === undefined)
        return {
            ...facts,
            loaded: failed(`is larger than ${MAX_BYTES} bytes, or not a regular file inside the workspace`),
            ...(area === "resources" && { resource: { schema: undefined } }),
        };
    if (area === "resources") {
        const text = bytes.toString("utf8");
        const header = readHeader(text);
        const loaded = header.schema === undefined ? { notes: [] } : reader.loadYaml(text);
        return { ...facts, loaded, resource: { ...header, ...(header.schema !== undefined && { loaded }) } };
    }
    const text = reader.textOf(bytes);
    if (text === undefined)
        return { ...facts, loaded: failed("is not UTF-8") };
    return { ...facts, loaded: name.endsWith(".json") ? reader.loadJson(text) : reader.loadYaml(text) };
}
function failed(message) {
    return { notes: [], error: { message } };
}

;// CONCATENATED MODULE: ./packages/app-interface/index.ts









/***/ }),

/***/ 107:
/***/ (require("./107.module.js")),

/***/ 5265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Rf: () => (/* binding */ fromJson),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   um: () => (/* binding */ isNotJson)
/* harmony export */ });
/* unused harmony export NotJson */
class NotJson {
    text;
    constructor(text) {
        this.text = text;
        Object.freeze(this);
    }
}
function notJson(text) {
    return new NotJson(text);
}
function isNotJson(value) {
    return value instanceof NotJson;
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NotJson);
}
function isList(value) {
    return Array.isArray(value);
}
function at(value, key) {
    return isMap(value) ? value[key] : undefined;
}
function fromJson(parsed) {
    if (Array.isArray(parsed))
        return parsed.map(fromJson);
    if (typeof parsed !== "object" || parsed === null)
        return parsed;
    const map = Object.create(null);
    for (const [key, value] of Object.entries(parsed))
        map[key] = fromJson(value);
    return map;
}


/***/ })

};
;