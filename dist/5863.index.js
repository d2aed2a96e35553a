"use strict";
exports.id = 5863;
exports.ids = [5863];
exports.modules = {

/***/ 5863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ jira_issue_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var packages_http = __webpack_require__(9480);
;// CONCATENATED MODULE: ./packages/jira/types.ts
function browseUrl({ site }, key) {
    return `${site}/browse/${encodeURIComponent(key)}`;
}

;// CONCATENATED MODULE: ./packages/jira/fields.ts
const OWN = new Map([
    ["project", "project"],
    ["issuetype", "type"],
    ["summary", "title"],
    ["description", "description"],
    ["labels", "labels"],
]);
const FILLED_IN = new Set(["reporter", "project", "issuetype"]);
async function prepareFields(form, request, deployment) {
    const problems = [];
    const fields = Object.assign(Object.create(null), {
        project: { key: request.project },
        issuetype: { id: form.typeId },
        summary: request.summary,
        labels: request.labels,
        ...(request.description !== undefined && { description: await richText(request.description, deployment) }),
    });
    for (const [name, value] of Object.entries(request.more)) {
        const field = fieldOf(form, name, problems);
        if (field === undefined)
            continue;
        if (fields[field.id] !== undefined)
            problems.push({ input: "fields", what: `${name} is set twice` });
        else
            fields[field.id] = await fieldValue(field, value, deployment);
    }
    problems.push(...missingOnForm(form, request), ...missingHere(form, fields));
    return { fields, names: new Map(form.fields.map(({ id, name }) => [id, name])), problems };
}
async function richText(markdown, deployment) {
    const { markdownToAdf, markdownToWiki } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(7850)]).then(__webpack_require__.bind(__webpack_require__, 7850));
    return deployment === "cloud" ? markdownToAdf(markdown) : markdownToWiki(markdown);
}
function fieldOf(form, name, problems) {
    const byId = form.fields.filter(({ id }) => id === name);
    const found = byId.length > 0 ? byId : form.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
    const [field] = found;
    if (found.length > 1) {
        problems.push({
            input: "fields",
            what: `several fields are called ${name}`,
            remedy: `Use the ID: ${found.map(({ id }) => id).join(", ")}.`,
        });
        return undefined;
    }
    if (field === undefined) {
        const known = form.fields.filter(({ id }) => !OWN.has(id)).map((one) => `${one.name} (${one.id})`);
        problems.push({
            input: "fields",
            what: `the form of ${form.typeName} has no field ${name}`,
            remedy: `Its fields are ${known.join(", ")}.`,
        });
        return undefined;
    }
    const own = OWN.get(field.id);
    if (own === undefined)
        return field;
    problems.push({ input: "fields", what: `${name} has its own input`, remedy: `Set ${own} instead.` });
    return undefined;
}
function missingOnForm(form, { description }) {
    const has = (id) => form.fields.some((field) => field.id === id);
    const problems = [];
    if (!has("labels")) {
        const remedy = "Add Labels to the screen that creates issues: later runs recognize the issue by a label.";
        problems.push({ input: "labels", what: `the form of ${form.typeName} has no field Labels`, remedy });
    }
    if (description !== undefined && !has("description")) {
        problems.push({
            input: "description",
            what: `the form of ${form.typeName} has no field Description`,
            remedy: "Omit description.",
        });
    }
    return problems;
}
function missingHere(form, fields) {
    return form.fields
        .filter(({ id, required }) => required && fields[id] === undefined && !FILLED_IN.has(id))
        .map(({ id, name }) => ({
        input: OWN.get(id) ?? "fields",
        what: `${form.typeName} needs the field ${name} (${id})`,
        remedy: OWN.has(id) ? `Set ${OWN.get(id)}.` : `Set it in fields, such as "${name}: …".`,
    }));
}
async function fieldValue(field, value, deployment) {
    if (Array.isArray(value))
        return value.map((item) => (typeof item === "string" ? textValue(field.items, item, deployment) : item));
    if (typeof value !== "string")
        return value;
    if (field.rich)
        return richText(value, deployment);
    return field.type === "array"
        ? [textValue(field.items, value, deployment)]
        : textValue(field.type, value, deployment);
}
function textValue(type, value, deployment) {
    switch (type) {
        case "option":
            return { value };
        case "component":
        case "version":
        case "priority":
        case "securitylevel":
        case "group":
            return { name: value };
        case "user":
            return deployment === "cloud" ? { accountId: value } : { name: value };
        case "issuelink":
            return { key: value };
        case "number":
            return Number.isFinite(Number(value)) ? Number(value) : value;
        default:
            return value;
    }
}

;// CONCATENATED MODULE: ./packages/jira/issue-label.ts
async function issueLabel(project, key) {
    return `release-actions-${await shortHash(`${project.toUpperCase()}\n${key}`)}`;
}
async function shortHash(text) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

;// CONCATENATED MODULE: ./packages/jira/read-back.ts

async function readBack(inDoubt, look) {
    try {
        return await look();
    }
    catch (error) {
        if (!inDoubt || !(error instanceof action/* ActionError */.lZ) || error.verdict !== "invalid")
            throw error;
        throw (0,action/* undecided */.oo)(error.message, { ...error.details, cause: error });
    }
}

;// CONCATENATED MODULE: ./packages/jira/refusal.ts

const REFUSALS = [400, 404, 410];
const WRITE_STATUSES = [200, 201, 202, 203, 204, 205, 206, ...REFUSALS];
function isRefusal({ status }) {
    return REFUSALS.includes(status);
}
async function jiraRefusal(reply, what, names = new Map()) {
    const problems = await problemsOf(reply, names);
    const message = `Jira answered ${reply.status} to ${what}`;
    if (problems.length === 0)
        return (0,action/* invalid */.Gq)(message, { remedy: remedyOf(reply.status) });
    return (0,action/* invalid */.Gq)(`${message}: ${problems.map((problem) => problem.what).join("; ")}`, {
        problems,
        remedy: remedyOf(reply.status),
    });
}
async function problemsOf(reply, names) {
    let parsed;
    try {
        parsed = reply.json();
    }
    catch {
        return [];
    }
    const { RefusalReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    const read = RefusalReply.safeParse(parsed);
    if (!read.success)
        return [];
    const { errorMessages = [], errors } = read.data;
    const fields = typeof errors === "object" && errors !== null ? Object.entries(errors) : [];
    return [
        ...errorMessages.filter((text) => text !== "").map((text) => ({ what: text })),
        ...fields.map(([id, text]) => ({ what: `${fieldName(id, names)}: ${reasonText(text)}`, ...inputOf(id) })),
    ];
}
function reasonText(reason) {
    return typeof reason === "string" ? reason : JSON.stringify(reason);
}
function fieldName(id, names) {
    const name = names.get(id);
    return name === undefined || name.toLowerCase() === id.toLowerCase() ? id : `${name} (${id})`;
}
const OWN_INPUTS = new Map([
    ["summary", "title"],
    ["description", "description"],
    ["labels", "labels"],
    ["project", "project"],
    ["issuetype", "type"],
]);
function inputOf(id) {
    return { input: OWN_INPUTS.get(id) ?? "fields" };
}
function remedyOf(status) {
    if (status === 404)
        return "Check the key; Jira also answers 404 for what the credential may not see.";
    if (status === 410)
        return "This Jira has removed that part of its API: check deployment, cloud or datacenter.";
    return "Correct the fields listed; set missing ones in fields.";
}

;// CONCATENATED MODULE: ./packages/jira/comment.ts




const PAGE = 100;
const MOST_PAGES = 100;
const PROPERTY = "release-actions";
async function hasComment(jira, key, markdown) {
    return (await findComment(jira, key, markdown)) !== undefined;
}
async function addComment(jira, key, markdown) {
    if (await hasComment(jira, key, markdown))
        return false;
    await jira.api.write({
        method: "POST",
        path: [...jira.root, "issue", key, "comment"],
        json: {
            body: await richText(markdown, jira.deployment),
            ...(jira.deployment === "cloud" && {
                properties: [{ key: PROPERTY, value: { comment: await shortHash(markdown) } }],
            }),
        },
        what: describeComment(key),
        expect: WRITE_STATUSES,
        accept: async (reply) => {
            if (isRefusal(reply))
                throw await jiraRefusal(reply, `writing ${describeComment(key)}`);
            const { CommentReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
            return reply.json(CommentReply).id;
        },
        readBack: (inDoubt) => readBack(inDoubt, () => findComment(jira, key, markdown)),
    });
    return true;
}
function describeComment(key) {
    return `the comment on ${key}`;
}
async function findComment(jira, key, markdown) {
    const cloud = jira.deployment === "cloud";
    const hash = await shortHash(markdown);
    const text = cloud ? "" : sameEnds((await richText(markdown, "datacenter")));
    let seen = 0;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const path = [...jira.root, "issue", key, "comment"];
        const reply = await jira.api.read({
            path,
            query: { startAt: seen, maxResults: PAGE, ...(cloud && { expand: "properties" }) },
            expect: [200, 404],
        });
        if (reply.status !== 200)
            throw await jiraRefusal(reply, `reading the comments on ${key}`);
        const { CommentsReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
        const { comments, total } = reply.json(CommentsReply);
        const found = comments.find(({ body, properties }) => cloud
            ? properties?.some((one) => one.key === PROPERTY && isMark(one.value, hash)) === true
            : typeof body === "string" && sameEnds(body) === text);
        if (found !== undefined)
            return found.id;
        seen += comments.length;
        if (comments.length === 0 || seen >= Number(total))
            break;
    }
    return undefined;
}
function isMark(value, hash) {
    return typeof value === "object" && value !== null && value.comment === hash;
}
function sameEnds(text) {
    return text.replaceAll("\r\n", "\n").trim();
}

;// CONCATENATED MODULE: ./packages/jira/jql.ts
function quoted(value) {
    return `"${value.replace(/[\u0000-\u001f\u007f]/g, " ").replace(/["\\]/g, "\\$&")}"`;
}
function withLabel(label) {
    return `labels = ${quoted(label)} ORDER BY key ASC`;
}
function newestOf(project) {
    return `project = ${quoted(project)} ORDER BY key DESC`;
}

;// CONCATENATED MODULE: ./packages/jira/find.ts




const FIELDS = ["summary", "status", "issuetype", "labels", "description"];
const GAP = 3;
const MOST_PROBES = 60;
async function readIssue(jira, key) {
    const reply = await jira.api.read({
        path: [...jira.root, "issue", key],
        query: { fields: FIELDS.join(",") },
        expect: [200, 404],
    });
    if (reply.status === 404)
        return undefined;
    const { IssueReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return issueOf(reply.json(IssueReply));
}
async function findByLabel(jira, label) {
    const found = await search(jira, withLabel(label), 10);
    return found.filter((issue) => issue.labels.includes(label));
}
async function findFresh(jira, project, label) {
    const [newest] = await search(jira, newestOf(project), 1);
    const prefix = newest === undefined ? project : newest.key.slice(0, newest.key.lastIndexOf("-"));
    const last = newest === undefined ? 0 : numberOf(newest.key);
    const found = [];
    for (let probed = 0; probed < MOST_PROBES; probed += GAP) {
        const keys = Array.from({ length: GAP }, (_, at) => `${prefix}-${last + probed + at + 1}`);
        const issues = (await Promise.all(keys.map((key) => readIssue(jira, key)))).filter((issue) => issue !== undefined);
        found.push(...issues.filter(({ labels }) => labels.includes(label)));
        if (issues.length === 0)
            break;
    }
    return found;
}
async function findNeighbours(jira, key, label) {
    const prefix = key.slice(0, key.lastIndexOf("-"));
    const number = numberOf(key);
    const numbers = Array.from({ length: NEIGHBOURS }, (_, at) => number - at - 1).filter((one) => one > 0);
    const issues = await Promise.all(numbers.map((one) => readIssue(jira, `${prefix}-${one}`)));
    return issues.filter((issue) => issue?.labels.includes(label) === true);
}
const NEIGHBOURS = 6;
async function findIssue(jira, project, label) {
    const listed = await findByLabel(jira, label);
    return onlyOne(jira, listed.length > 0 ? listed : await findFresh(jira, project, label), label);
}
function onlyOne(jira, issues, label) {
    if (issues.length > 1)
        throw twins(jira, issues, label);
    return issues[0];
}
function twins(jira, issues, label) {
    const [oldest, ...others] = issues.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
    const keys = others.map(({ key }) => key).join(", ");
    return (0,action/* refused */.J5)(`there are ${issues.length} issues with this key: ${[oldest, ...others].map((issue) => issue?.key).join(", ")}`, {
        exists: issues.map(({ key, summary }) => `${key}, ${summary}: ${browseUrl(jira, key)}`),
        remedy: `Keep ${oldest?.key}, the oldest. Close ${keys} as a duplicate, remove the label ${label} there, and run again.`,
    });
}
async function search(jira, jql, most) {
    const found = [];
    let page = {};
    for (;;) {
        const path = [...jira.root, "search", ...(jira.deployment === "cloud" ? ["jql"] : [])];
        const query = { jql, maxResults: most, fields: FIELDS.join(","), ...page };
        const reply = await jira.api.read({ path, query, expect: [200, 400, 410] });
        if (reply.status !== 200)
            throw await jiraRefusal(reply, "a search");
        const { SearchReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
        const { issues, nextPageToken, total } = reply.json(SearchReply);
        found.push(...issues.map(issueOf));
        const more = jira.deployment === "cloud" ? nextPageToken !== undefined : issues.length > 0 && found.length < Number(total);
        if (found.length >= most || !more)
            return found;
        page = nextPageToken === undefined ? { startAt: found.length } : { nextPageToken };
    }
}
function numberOf(key) {
    const number = Number(/-([0-9]{1,12})$/.exec(key)?.[1]);
    return Number.isSafeInteger(number) ? number : 0;
}
function issueOf({ id, key, fields }) {
    return {
        id,
        key,
        summary: fields.summary ?? "",
        status: fields.status?.name ?? "",
        type: fields.issuetype?.name ?? "",
        labels: fields.labels ?? [],
        description: fields.description,
    };
}

;// CONCATENATED MODULE: ./packages/jira/create.ts





const FIRST_LOOK = 2_000;
const LONGEST_PAUSE = 10_000;
async function createIssue(jira, request, made) {
    const { value } = await sendCreation(jira, request).catch((error) => {
        throw error instanceof action/* ActionError */.lZ && error.verdict === "unknown" ? unclear(jira, request, error) : error;
    });
    made(typeof value === "string" ? value : value.key);
    const issue = typeof value === "string" ? await readCreated(jira, value) : value;
    const older = await findNeighbours(jira, issue.key, request.label);
    if (older.length > 0)
        throw twins(jira, [issue, ...older], request.label);
    return issue;
}
async function sendCreation(jira, request) {
    const what = describeIssue(request.summary);
    return jira.api.write({
        method: "POST",
        path: [...jira.root, "issue"],
        json: { fields: request.fields },
        what,
        expect: WRITE_STATUSES,
        exists: [],
        accept: async (reply) => {
            if (isRefusal(reply))
                throw await jiraRefusal(reply, `creating ${what}`, request.names);
            const { CreatedReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
            return reply.json(CreatedReply).key;
        },
        readBack: (inDoubt) => readBack(inDoubt, () => (inDoubt ? searchFor(jira, request) : findIssue(jira, request.project, request.label))),
    });
}
async function searchFor(jira, { project, label, summary }) {
    const { clock, signal, searchLag, io } = jira;
    const end = clock.monotonic() + searchLag;
    for (let pause = FIRST_LOOK;; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
        const issue = await findIssue(jira, project, label);
        if (issue !== undefined)
            return issue;
        const left = end - clock.monotonic();
        if (left <= 0)
            throw (0,action/* undecided */.oo)(`It did not become visible within ${searchLag / 1_000} s.`);
        io.info(`${describeIssue(summary)} is not visible yet; retrying for up to ${Math.ceil(left / 1_000)} s`);
        await clock.sleep(Math.min(pause, left), signal);
    }
}
async function readCreated(jira, key) {
    const issue = await readIssue(jira, key);
    if (issue !== undefined)
        return issue;
    throw (0,action/* unknown */.L5)(`Jira created ${key}, but does not show it`, {
        remedy: "Check that the credential may browse the project; a security level may hide new issues from it.",
    });
}
function unclear(jira, { label, summary }, cause) {
    const found = `${jira.site}/issues/?jql=${encodeURIComponent(withLabel(label))}`;
    return (0,action/* unknown */.L5)(`It is not known whether Jira created ${describeIssue(summary)}. ${cause.message}`, {
        missing: [`perhaps ${describeIssue(summary)}, with the label ${label}`],
        next: `Open ${found}. If the issue is there, run again: it is adopted. If it is still missing after some minutes, run again: it is created then.`,
        cause,
    });
}
function describeIssue(summary) {
    return `the issue "${summary}"`;
}

;// CONCATENATED MODULE: ./packages/jira/form.ts

const form_PAGE = 100;
const form_MOST_PAGES = 20;
async function readForm(jira, project, type) {
    const base = [...jira.root, "issue", "createmeta", project, "issuetypes"];
    const { FieldsReply, IssueTypesReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    const types = await pages(jira, base, (reply) => {
        if (reply.status !== 200)
            throw noProject(project, reply.status);
        const { issueTypes, values, total } = reply.json(IssueTypesReply);
        return { items: issueTypes ?? values ?? [], total };
    });
    if (types.length === 0)
        throw noProject(project, 200);
    const found = types.find(({ name }) => name === type) ??
        types.find(({ name, id }) => name.toLowerCase() === type.toLowerCase() || id === type);
    if (found === undefined) {
        const what = `${project} has no issue type ${type}`;
        throw (0,action/* invalid */.Gq)(what, {
            problems: [{ input: "type", what, remedy: `Its issue types are ${types.map(({ name }) => name).join(", ")}.` }],
        });
    }
    const fields = await pages(jira, [...base, found.id], (reply) => {
        if (reply.status !== 200)
            throw noProject(project, reply.status);
        const { fields: own, values, total } = reply.json(FieldsReply);
        return { items: own ?? values ?? [], total };
    });
    return { typeId: found.id, typeName: found.name, fields: fields.flatMap(formField) };
}
async function pages(jira, path, read) {
    const all = [];
    for (let page = 0; page < form_MOST_PAGES; page += 1) {
        const reply = await jira.api.read({
            path,
            query: { startAt: all.length, maxResults: form_PAGE },
            expect: [200, 400, 403, 404],
        });
        const { items, total } = read(reply);
        all.push(...items);
        if (items.length === 0 || typeof total !== "number" || all.length >= total)
            break;
    }
    return all;
}
function formField({ fieldId, key, name, required, hasDefaultValue, schema }) {
    const id = fieldId ?? key;
    if (id === undefined)
        return [];
    const rich = id === "description" || id === "environment" || schema?.custom?.endsWith(":textarea") === true;
    return [
        { id, name, required: required && !hasDefaultValue, type: schema?.type ?? "", items: schema?.items ?? "", rich },
    ];
}
function noProject(project, status) {
    const what = `the project ${project} was not found, or the credential may not create issues in it`;
    return (0,action/* invalid */.Gq)(`${what}${status === 200 ? "" : ` (${status})`}`, {
        problems: [
            {
                input: "project",
                what,
                remedy: "Check the project key, and the permissions Browse Projects and Create Issues.",
            },
        ],
    });
}

;// CONCATENATED MODULE: ./packages/jira/markup/adf-text.ts
function adfText(node) {
    const texts = [];
    const open = [node];
    while (open.length > 0) {
        const one = open.pop();
        if (typeof one !== "object" || one === null)
            continue;
        const { text, content } = one;
        if (typeof text === "string")
            texts.push(text);
        if (Array.isArray(content))
            for (let at = content.length - 1; at >= 0; at -= 1)
                open.push(content[at]);
    }
    return texts.join(" ").replace(/\s+/g, " ").trim();
}

;// CONCATENATED MODULE: ./packages/jira/open.ts

const PERMISSION = "an account that may browse the project, create and edit its issues, comment, link and transition";
async function openJira(options) {
    const { http, io, signal, clock, searchLag } = options;
    const { deployment, site } = await deploymentOf(options, http);
    const api = http.api(options.url, { credential: credentialFor(options, deployment), permission: PERMISSION });
    const root = ["rest", "api", deployment === "cloud" ? "3" : "2"];
    const reply = await api.read({ path: [...root, "myself"], expect: [200, 401, 403] });
    refuseStranger(reply, deployment);
    const { Myself } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    const { displayName, name, accountId } = reply.json(Myself);
    const user = displayName ?? name ?? accountId ?? "unknown";
    return { deployment, api, root, site, user, searchLag, clock, signal, io };
}
async function deploymentOf(options, http) {
    const api = http.api(options.url);
    if (options.deployment !== "auto")
        return { deployment: options.deployment, site: api.base };
    const reply = await api.read({ path: ["rest", "api", "2", "serverInfo"], expect: [200, 401, 403, 404] });
    if (reply.status !== 200) {
        throw (0,action/* invalid */.Gq)(`${options.url} answered ${reply.status} to the request for its type of Jira`, {
            remedy: "Check url, the address that Jira's pages start with. If it is correct, set deployment to cloud or datacenter.",
        });
    }
    const { ServerInfo } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    const { deploymentType, baseUrl } = reply.json(ServerInfo);
    const deployment = deploymentType?.toLowerCase() === "cloud" ? "cloud" : "datacenter";
    return { deployment, site: siteOf(baseUrl, api.base) };
}
function siteOf(baseUrl, fallback) {
    if (baseUrl === undefined || !URL.canParse(baseUrl) || !["https:", "http:"].includes(new URL(baseUrl).protocol))
        return fallback;
    return baseUrl.replace(/\/+$/, "");
}
function credentialFor({ email, token, pat }, deployment) {
    const problems = [];
    if (deployment === "datacenter") {
        if (pat !== undefined)
            return { header: "authorization", value: `Bearer ${pat}` };
        problems.push({
            input: "pat",
            what: "this is Jira Data Center, which needs a personal access token, but pat is not set",
            remedy: "Create one in Jira: profile, Personal Access Tokens.",
        });
    }
    else {
        if (email !== undefined && token !== undefined)
            return { user: email, password: token };
        const remedy = "Set the e-mail address of the account and one of its API tokens, created at id.atlassian.com.";
        if (email === undefined)
            problems.push({ input: "email", what: "this is Jira Cloud, but email is not set", remedy });
        if (token === undefined)
            problems.push({ input: "token", what: "this is Jira Cloud, but token is not set", remedy });
    }
    throw (0,action/* invalid */.Gq)(problems.map(({ what }) => what).join("; "), { problems });
}
function refuseStranger(reply, deployment) {
    const denied = reply.headers["x-authentication-denied-reason"] ?? "";
    const reason = reply.headers["x-seraph-loginreason"] ?? "";
    if (denied.toUpperCase().includes("CAPTCHA") || reason.includes("AUTHENTICATION_DENIED")) {
        throw (0,action/* invalid */.Gq)("Jira requires a CAPTCHA before it accepts this account again", {
            remedy: "Sign in to Jira in a browser with this account and solve it, then check the credential: it was wrong several times.",
        });
    }
    if (reply.status === 200 && !reason.includes("AUTHENTICATED_FAILED"))
        return;
    const inputs = deployment === "cloud" ? "email and token" : "pat";
    if (reply.status === 403) {
        throw (0,action/* invalid */.Gq)(`Jira denies access to this account (403)${reason === "" ? "" : `: ${reason}`}`, {
            remedy: `Check that the account of ${inputs} may use this Jira, and that no IP allowlist blocks this machine.`,
        });
    }
    throw (0,action/* invalid */.Gq)(`Jira rejected the credential${reason === "" ? "" : `: ${reason}`}`, {
        remedy: `Check ${inputs}: the token may have expired, belong to another account or to another Jira.`,
    });
}

;// CONCATENATED MODULE: ./packages/jira/remote-link.ts



async function hasLink(jira, key, link) {
    const path = [...jira.root, "issue", key, "remotelink"];
    const reply = await jira.api.read({ path, query: { globalId: await globalId(link) }, expect: [200, 404] });
    if (reply.status === 404)
        return false;
    const { RemoteLinkReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    const { object } = reply.json(RemoteLinkReply);
    return object.url === link.url && object.title === link.title;
}
async function setLink(jira, key, link) {
    await jira.api.write({
        method: "POST",
        path: [...jira.root, "issue", key, "remotelink"],
        json: { globalId: await globalId(link), object: { url: link.url, title: link.title } },
        what: describeLink(key, link),
        expect: WRITE_STATUSES,
        accept: async (reply) => {
            if (isRefusal(reply))
                throw await jiraRefusal(reply, `writing ${describeLink(key, link)}`);
            const { CreatedLinkReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
            return reply.json(CreatedLinkReply).id !== "";
        },
        readBack: (inDoubt) => readBack(inDoubt, async () => ((await hasLink(jira, key, link)) ? true : undefined)),
    });
}
function describeLink(key, { url }) {
    return `the link from ${key} to ${url}`;
}
async function globalId({ url }) {
    return `release-actions-${await shortHash(url)}`;
}

;// CONCATENATED MODULE: ./packages/jira/transition.ts




async function findTransition(jira, key, status, requested) {
    if (same(status, requested))
        return undefined;
    const offered = await readTransitions(jira, key);
    const fits = offered.filter(({ name, to }) => same(to, requested) || same(name, requested));
    const [found] = fits;
    if (fits.length === 1 && found !== undefined)
        return same(found.to, status) ? undefined : found;
    const now = fits.length === 0 ? ((await readIssue(jira, key))?.status ?? status) : status;
    if (same(now, requested))
        return undefined;
    const list = offered.map(({ name, to }) => `${name} (to ${to})`).join(", ");
    if (fits.length > 1) {
        throw (0,action/* refused */.J5)(`several transitions of ${key} match ${requested}: ${fits.map(({ name, to }) => `${name} (to ${to})`).join(", ")}`, {
            remedy: "Use the name of the transition, or a status that only one leads to.",
        });
    }
    throw (0,action/* refused */.J5)(`${key} is in ${now}, and no transition from there is named ${requested} or leads to it`, {
        remedy: offered.length === 0
            ? "The credential may not transition this issue, or its status has no outgoing transition."
            : `Available transitions: ${list}. Prefer the target status: a run that finds it reached has nothing to do.`,
    });
}
async function doTransition(jira, key, transition) {
    const reached = async () => same((await readIssue(jira, key))?.status ?? "", transition.to) ? true : undefined;
    await jira.api.write({
        method: "POST",
        path: [...jira.root, "issue", key, "transitions"],
        json: { transition: { id: transition.id } },
        what: describeTransition(key, transition.to),
        expect: WRITE_STATUSES,
        accept: async (reply) => {
            if (reply.status === 204)
                return true;
            if (await reached())
                return true;
            if (!isRefusal(reply))
                throw new Error("it is not what Jira answers to a transition");
            throw await jiraRefusal(reply, describeTransition(key, transition.to));
        },
        readBack: (inDoubt) => readBack(inDoubt, reached),
    });
}
function describeTransition(key, to) {
    return `the transition of ${key} to ${to}`;
}
async function readTransitions(jira, key) {
    const reply = await jira.api.read({ path: [...jira.root, "issue", key, "transitions"], expect: [200, 404] });
    if (reply.status !== 200)
        throw await jiraRefusal(reply, `reading the transitions of ${key}`);
    const { TransitionsReply } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9596)]).then(__webpack_require__.bind(__webpack_require__, 9596));
    return reply.json(TransitionsReply).transitions.map(({ id, name, to }) => ({ id, name, to: to.name }));
}
function same(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./packages/jira/index.ts












;// CONCATENATED MODULE: ./actions/jira-issue/apply.ts


const NEXT = "Run this again: it looks up what exists and does only what is missing.";
async function applyPlan(jira, plan, transition, journal, io) {
    const done = [];
    const report = (what, url) => {
        done.push(what);
        journal.made(what, url);
        io.info(`done: ${what}`);
    };
    journal.intend(plan.writes.map(({ what }) => what));
    if (plan.writes.length > 0)
        journal.next(NEXT);
    const created = plan.create !== undefined;
    let key = plan.issue?.key;
    try {
        const issue = await apply_issueOf(jira, plan, (made, what) => {
            key = made;
            report(what, browseUrl(jira, made));
        });
        const rest = await partsOf(jira, plan, issue, transition, report);
        return { issue, created, ...rest, done };
    }
    catch (error) {
        throw withIssue(error, key === undefined ? {} : { key, url: browseUrl(jira, key), created }, done);
    }
}
async function apply_issueOf(jira, { create, issue }, report) {
    if (create === undefined)
        return issue;
    return createIssue(jira, create, (key) => report(key, describeIssue(create.summary)));
}
async function partsOf(jira, plan, issue, requested, report) {
    const { key } = issue;
    const shown = plan.create === undefined ? key : "the issue";
    for (const link of plan.links) {
        await setLink(jira, key, link);
        report(describeLink(shown, link));
    }
    const commented = plan.comment !== undefined && (await addComment(jira, key, plan.comment));
    if (plan.comment !== undefined)
        report(describeComment(shown));
    const planned = plan.create === undefined;
    const transition = planned || requested === undefined ? plan.transition : await findTransition(jira, key, issue.status, requested);
    if (transition !== undefined)
        await doTransition(jira, key, transition);
    const to = planned ? transition?.to : requested;
    if (to !== undefined)
        report(describeTransition(shown, to));
    return { commented, transitioned: transition !== undefined };
}
function withIssue(error, outputs, done) {
    if (!(error instanceof action/* ActionError */.lZ))
        return error;
    const missing = done.length > 0 ? [] : (error.details.missing ?? []);
    const details = { ...error.details, missing, outputs: { ...outputs, ...error.details.outputs }, cause: error };
    const verdict = done.length > 0
        ? ({ invalid: "refused", undecided: "unknown" }[error.verdict] ?? error.verdict)
        : error.verdict;
    return new action/* ActionError */.lZ(verdict, error.message, details);
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/jira-issue/inputs.ts


const inputs = {
    url: (0,action/* text */.Qq)({
        address: true,
        description: "Base URL of Jira, such as https://acme.atlassian.net.",
        example: "https://acme.atlassian.net",
        gitlab: "JIRA_URL",
    }),
    email: (0,action/* text */.Qq)({
        description: "Cloud: e-mail address of the account that the token belongs to.",
        optional: true,
        gitlab: "JIRA_EMAIL",
    }),
    token: (0,action/* text */.Qq)({
        description: "Cloud: API token.",
        optional: true,
        credential: "service",
        gitlab: "JIRA_TOKEN",
    }),
    pat: (0,action/* text */.Qq)({
        description: "Data Center: personal access token.",
        optional: true,
        credential: "service",
        gitlab: "JIRA_PAT",
    }),
    deployment: (0,action/* choice */.Yq)(["auto", "cloud", "datacenter"], {
        description: "Type of Jira. auto: ask the server.",
        default: "auto",
    }),
    project: (0,action/* text */.Qq)({ description: "Key of the project to create the issue in.", optional: true, example: "AAP" }),
    type: (0,action/* text */.Qq)({ description: "Issue type, by name or ID.", default: "Story" }),
    title: (0,action/* text */.Qq)({
        description: "Title of the issue; Jira calls it the summary.",
        optional: true,
        example: "2026-11-21 Analytics HCC Service Release",
    }),
    description: (0,action/* text */.Qq)({ description: "Description of the issue, in Markdown.", optional: true }),
    labels: (0,action/* list */.p_)({
        description: "Labels of the issue. A label by which later runs recognize the issue is added.",
        default: "release,production",
    }),
    fields: (0,action/* text */.Qq)({
        description: "More fields by name or ID: a map in YAML or JSON.",
        optional: true,
        example: "Components: [backend]",
    }),
    key: (0,action/* text */.Qq)({ description: "Existing issue to update, instead of creating one.", optional: true, example: "AAP-123" }),
    comment: (0,action/* text */.Qq)({ description: "Comment, in Markdown. It is added once.", optional: true }),
    link: (0,action/* text */.Qq)({
        address: true,
        description: "Web links, one per line: title | url.",
        optional: true,
        example: "Merge request | https://gitlab.example/group/app/-/merge_requests/12",
    }),
    transition: (0,action/* text */.Qq)({
        description: "Status to move the issue to, or the name of a transition.",
        optional: true,
        example: "In Progress",
    }),
    "unique-key": (0,action/* text */.Qq)({
        description: "Key of the issue: there is one issue per key and project. Default: project, type and title.",
        optional: true,
        example: "analytics 2026-11-21",
    }),
    "search-lag": (0,action/* duration */.p0)({
        description: "Maximum time to look for an issue whose creation Jira did not confirm.",
        default: "60s",
    }),
    "allow-http": (0,action/* flag */.Jt)({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};
const outputs = {
    key: action/* output */.CG.text("Key of the issue."),
    url: action/* output */.CG.text("URL of the issue."),
    created: action/* output */.CG.flag("Whether the issue did not exist before this run."),
    commented: action/* output */.CG.flag("Whether the comment did not exist before this run."),
    transitioned: action/* output */.CG.flag("Whether this run changed the status of the issue."),
};
const MAX_TITLE = 255;
const MAX_TEXT = 32_767;
const MAX_LABEL = 255;
async function readRequest(inputs) {
    const { comment, transition } = inputs;
    const problems = [];
    checkLength("comment", comment, problems);
    const links = linksOf(inputs.link ?? "", problems);
    const issue = inputs.key === undefined ? await newIssueOf(inputs, problems) : namedIssueOf(inputs.key, inputs, problems);
    if (inputs.pat === undefined && inputs.token === undefined) {
        const remedy = "Set email and token for Jira Cloud, or pat for Data Center.";
        problems.push({ input: "token", what: "credential is missing", remedy });
    }
    if (problems.length > 0)
        throw (0,action/* invalidWith */.E$)(problems);
    return { issue, comment, links, transition };
}
function namedIssueOf(key, inputs, problems) {
    if (!/^[A-Za-z][A-Za-z0-9_]{0,99}-[0-9]{1,12}$/.test(key)) {
        problems.push({ input: "key", what: `${key} is not an issue key`, remedy: "An issue key looks like AAP-123." });
    }
    const { project, title, description, fields, uniqueKey } = inputs;
    const others = { project, title, description, fields, "unique-key": uniqueKey };
    const extra = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (extra.length > 0) {
        problems.push({
            input: "key",
            what: `key cannot be combined with ${extra.join(", ")}`,
            remedy: "Omit key to create an issue, or the others to update an existing one.",
        });
    }
    return { key: key.toUpperCase() };
}
async function newIssueOf(inputs, problems) {
    const project = inputs.project?.toUpperCase() ?? "";
    const summary = (0,packages_text/* oneLine */.TN)(inputs.title ?? "")
        .replace(/\s+/g, " ")
        .trim();
    const needed = (input) => `Set ${input}, or key to update an existing issue.`;
    if (inputs.project === undefined)
        problems.push({ input: "project", what: "project is missing", remedy: needed("project") });
    else if (!/^[A-Z][A-Z0-9_]{0,99}$/.test(project)) {
        const remedy = "A project key is the part of an issue key before the number, such as AAP.";
        problems.push({ input: "project", what: `${inputs.project} is not a project key`, remedy });
    }
    if (summary === "")
        problems.push({ input: "title", what: "title is missing", remedy: needed("title") });
    if (summary.length > MAX_TITLE) {
        problems.push({
            input: "title",
            what: `title has ${summary.length} characters; Jira allows ${MAX_TITLE}`,
            remedy: "Shorten it.",
        });
    }
    checkLength("description", inputs.description, problems);
    for (const label of inputs.labels) {
        if (!/\s/.test(label) && label.length <= MAX_LABEL)
            continue;
        problems.push({
            input: "labels",
            what: `${JSON.stringify(label)} is not a valid label`,
            remedy: "Labels contain no spaces and at most 255 characters.",
        });
    }
    const { type, description, labels } = inputs;
    const uniqueKey = inputs.uniqueKey ?? `${project}\n${type.toLowerCase()}\n${summary}`;
    return { project, type, summary, description, labels, fields: await fieldsOf(inputs.fields, problems), uniqueKey };
}
function checkLength(input, text, problems) {
    if (text === undefined || text.length <= MAX_TEXT)
        return;
    problems.push({
        input,
        what: `${input} has ${text.length} characters; Jira allows ${MAX_TEXT}`,
        remedy: "Shorten it, or link to the full text.",
    });
}
function linksOf(lines, problems) {
    const links = [];
    for (const line of lines.split(/\r?\n/)) {
        if (line.trim() === "")
            continue;
        const bar = line.lastIndexOf("|");
        const address = line.slice(bar + 1).trim();
        const url = (0,packages_text/* linkTarget */.Cm)(address);
        if (url === undefined) {
            problems.push({
                input: "link",
                what: `${address} is not a URL that can be linked to`,
                remedy: "Write title | https://…, one per line.",
            });
            continue;
        }
        const title = (0,packages_text/* oneLine */.TN)(line.slice(0, Math.max(0, bar))).trim() || address;
        if (title.length > MAX_TITLE) {
            problems.push({
                input: "link",
                what: `the title of ${address} has ${title.length} characters; Jira allows ${MAX_TITLE}`,
                remedy: "Shorten it.",
            });
        }
        if (links.some((link) => link.url === url))
            problems.push({ input: "link", what: `${address} is listed twice` });
        links.push({ title, url });
    }
    return links;
}
async function fieldsOf(source, problems) {
    if (source === undefined)
        return {};
    const { readStrictly } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2989)]).then(__webpack_require__.bind(__webpack_require__, 2989));
    const { value, faults } = readStrictly(source);
    const remedy = "Write a map of fields in YAML or JSON, such as Components: [backend].";
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    if (faults.length === 0)
        problems.push({ input: "fields", what: "fields is not a map", remedy });
    for (const { kind, message } of faults) {
        if (kind === "alias")
            problems.push({
                input: "fields",
                what: "fields contains an alias, which is not allowed",
                remedy: "Write out the value.",
            });
        else
            problems.push({
                input: "fields",
                what: kind === "deep" ? "fields is nested too deeply" : `fields: ${message}`,
                remedy,
            });
    }
    return {};
}

;// CONCATENATED MODULE: ./actions/jira-issue/plan.ts


async function planIssue(jira, request) {
    const { comment, links } = request;
    if ("key" in request.issue) {
        const issue = await readIssue(jira, request.issue.key);
        if (issue === undefined)
            throw issueNotFound(request.issue.key);
        return planUpdate(jira, request, issue, []);
    }
    const { project, type, summary, description, labels: own, uniqueKey, fields: more } = request.issue;
    const label = await issueLabel(project, uniqueKey);
    const form = await readForm(jira, project, type);
    const labels = [...new Set([...own, label])];
    const prepared = await prepareFields(form, { project, summary, description, labels, more }, jira.deployment);
    const issue = await findIssue(jira, project, label);
    if (issue !== undefined)
        return planUpdate(jira, request, issue, await differencesOf(jira, request.issue, issue));
    const { problems, fields, names } = prepared;
    if (problems.length > 0)
        throw (0,action/* invalidWith */.E$)(problems, "problems with the fields");
    const create = { project, summary, label, fields, names };
    const plan = { issue, create, comment, links, transition: undefined, differences: [] };
    return { ...plan, writes: writesOf(jira, plan, "{key}", request.transition) };
}
async function planUpdate(jira, request, issue, differences) {
    const { key, status } = issue;
    const [commented, present, transition] = await Promise.all([
        request.comment === undefined ? Promise.resolve(true) : hasComment(jira, key, request.comment),
        Promise.all(request.links.map((link) => hasLink(jira, key, link))),
        request.transition === undefined
            ? Promise.resolve(undefined)
            : findTransition(jira, key, status, request.transition),
    ]);
    const comment = commented ? undefined : request.comment;
    const links = request.links.filter((_, at) => present[at] === false);
    const plan = { issue, create: undefined, comment, links, transition, differences };
    return { ...plan, writes: writesOf(jira, plan, key, transition?.to) };
}
function writesOf(jira, plan, key, to) {
    const issues = `/${[...jira.root, "issue"].join("/")}`;
    const shown = key === "{key}" ? "the issue" : key;
    return [
        ...(plan.create === undefined ? [] : [{ path: issues, what: describeIssue(plan.create.summary) }]),
        ...plan.links.map((link) => ({ path: `${issues}/${key}/remotelink`, what: describeLink(shown, link) })),
        ...(plan.comment === undefined ? [] : [{ path: `${issues}/${key}/comment`, what: describeComment(shown) }]),
        ...(to === undefined ? [] : [{ path: `${issues}/${key}/transitions`, what: describeTransition(shown, to) }]),
    ];
}
async function differencesOf(jira, requested, issue) {
    const differences = [];
    if (issue.summary !== requested.summary)
        differences.push(`its title is "${issue.summary}"`);
    if (issue.type.toLowerCase() !== requested.type.toLowerCase())
        differences.push(`its type is ${issue.type}`);
    const lacking = requested.labels.filter((label) => !issue.labels.includes(label));
    if (lacking.length > 0)
        differences.push(`it lacks the labels ${lacking.join(", ")}`);
    const { description } = requested;
    if (description === undefined)
        return differences;
    const text = plain(await richText(description, jira.deployment));
    if (plain(issue.description) !== text)
        differences.push("its description is different");
    return differences;
}
function plain(text) {
    return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : adfText(text);
}
function issueNotFound(key) {
    return (0,action/* refused */.J5)(`${key} does not exist, or the credential may not see it`, {
        problems: [
            {
                input: "key",
                what: `${key} was not found`,
                remedy: "Check the key, and that the account may browse its project.",
            },
        ],
    });
}

;// CONCATENATED MODULE: ./actions/jira-issue/report.ts

function printPlan(io, plan) {
    io.info(describePlan(plan));
    for (const { path, what } of plan.writes)
        io.info(`  POST ${path}: ${what}`);
    for (const difference of plan.differences)
        io.notice(`${plan.issue?.key} is left unchanged, although ${difference}`);
}
function describePlan({ issue, writes }) {
    if (issue === undefined)
        return "The issue does not exist yet and will be created.";
    return writes.length === 0
        ? `${issue.key} is up to date: nothing to write.`
        : `${issue.key} exists (${issue.status}): ${issue.summary}`;
}
function planBlocks(plan, url) {
    return [
        (0,packages_text/* heading */.R_)("Plan for the Jira issue", 3),
        (0,packages_text/* paragraph */.FY)(["Dry run, nothing was written. ", describePlan(plan)]),
        ...(url === undefined ? [] : [(0,packages_text/* paragraph */.FY)([(0,packages_text/* link */.nf)(plan.issue?.key ?? url, url)])]),
        ...(plan.writes.length === 0
            ? []
            : [
                (0,packages_text/* list */.p_)(plan.writes.map(({ what }) => what), true),
            ]),
        ...differenceBlocks(plan),
    ];
}
function issueBlocks(plan, { issue, done, created }, url) {
    return [
        (0,packages_text/* heading */.R_)("Jira issue", 3),
        (0,packages_text/* paragraph */.FY)([
            created ? "Created " : done.length > 0 ? "Updated " : "Unchanged ",
            (0,packages_text/* link */.nf)(issue.key, url),
            `: ${issue.summary}`,
        ]),
        ...(done.length === 0 ? [] : [(0,packages_text/* list */.p_)(done, true)]),
        ...differenceBlocks(plan),
    ];
}
function differenceBlocks({ differences }) {
    return differences.length === 0 ? [] : [(0,packages_text/* paragraph */.FY)("Left unchanged, although:"), (0,packages_text/* list */.p_)(differences)];
}

;// CONCATENATED MODULE: ./actions/jira-issue/action.ts







/* harmony default export */ const jira_issue_action = ((0,action/* defineAction */.QP)({
    name: "jira-issue",
    description: "Creates a Jira issue exactly once, and adds comments and links to it and transitions it.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: {},
        gitlab: "None. Jira: an account with Browse Projects, Create Issues, Add Comments, Link Issues and Transition Issues.",
    },
    services: ["jira"],
    endpoints: { description: ["Jira's REST API, at url"], origins: ({ url }) => [url] },
    changes: true,
    async run(context) {
        const request = await readRequest(context.inputs);
        const { inputs: given, io, signal, clock, host, endpoints } = context;
        const { url, deployment, email, token, pat, searchLag, allowHttp } = given;
        const http = (0,packages_http.openHttp)({ io, signal, clock, network: host.network, endpoints, allowHttp });
        try {
            const account = { email, token, pat };
            const jira = await openJira({ http, url, deployment, ...account, searchLag, io, signal, clock });
            return await createAndUpdate(context, jira, request);
        }
        finally {
            http.close();
        }
    },
}));
async function createAndUpdate(context, jira, request) {
    const { inputs: given, io, journal } = context;
    io.info(`Jira ${jira.deployment === "cloud" ? "Cloud" : "Data Center"} at ${jira.site}, as ${jira.user}`);
    const plan = await planIssue(jira, request);
    printPlan(io, plan);
    if (given.dryRun) {
        const key = plan.issue?.key;
        const url = key === undefined ? undefined : browseUrl(jira, key);
        if (given.summary)
            io.summary(...planBlocks(plan, url));
        const verdict = plan.writes.length === 0 ? "unchanged" : "passed";
        return { verdict, key, url, created: false, commented: false, transitioned: false };
    }
    const applied = await applyPlan(jira, plan, request.transition, journal, io);
    const { issue, created, commented, transitioned, done } = applied;
    const url = browseUrl(jira, issue.key);
    if (given.summary)
        io.summary(...issueBlocks(plan, applied, url));
    io.info(`${done.length > 0 ? "done" : "unchanged"}: ${url}`);
    return { verdict: done.length > 0 ? "done" : "unchanged", key: issue.key, url, created, commented, transitioned };
}


/***/ })

};
;