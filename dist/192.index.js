"use strict";
exports.id = 192;
exports.ids = [192];
exports.modules = {

/***/ 9308:
/***/ (require("./9308.module.js")),

/***/ 192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ri: () => (/* reexport */ checkTexts),
  Ei: () => (/* reexport */ fitTitle),
  re: () => (/* reexport */ hiddenLine),
  gQ: () => (/* reexport */ inertCode),
  qR: () => (/* reexport */ openApiEditor),
  openGitLab: () => (/* reexport */ openGitLab),
  ZB: () => (/* reexport */ pathValue),
  n6: () => (/* reexport */ readHiddenLine),
  ZR: () => (/* reexport */ readPathValue),
  VK: () => (/* reexport */ shortDigest),
  tQ: () => (/* reexport */ textKey),
  Df: () => (/* reexport */ withoutCommands)
});

// UNUSED EXPORTS: TEXT_LIMIT, TITLE_LIMIT

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/forge/gitlab/commands.ts

const BREAK = "\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
const LEADING_SLASH = new RegExp(`(^|[${BREAK}])(\\s*)/`, "g");
const LINE_END = new RegExp(`[${BREAK}]`);
function commandsIn(text) {
    const readings = text.includes("\r") ? [text.replaceAll("\r", ""), text] : [text];
    const found = readings.flatMap((reading) => reading.split(LINE_END)).map((line) => line.trim());
    return [...new Set(found.filter((line) => /^\/[A-Za-z]/.test(line)))];
}
function withoutCommands(markdown) {
    return markdown.replace(LEADING_SLASH, "$1$2&#47;");
}
function inertCode(line) {
    const parts = line.split(/(-(?=[0-9])|#(?=[0-9])|:(?=\/\/))/);
    return parts.map((part, index) => (index % 2 === 1 ? part : (0,packages_text/* code */.aY)(part)));
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/forge/gitlab/editor.ts

async function openApiEditor(options) {
    const { gitlab, upstream, push, baseBranch, firstFile } = options;
    const first = await gitlab.readFile(upstream, firstFile, baseBranch);
    const base = idOf(first?.commitId ?? (await headOf(gitlab, upstream, baseBranch)));
    const files = new Map([[firstFile, first]]);
    async function read(path) {
        if (!files.has(path))
            files.set(path, await gitlab.readFile(upstream, path, base));
        return files.get(path);
    }
    return {
        base,
        readFile: async (path) => (await read(path))?.bytes,
        branchesMatching: (prefix) => gitlab.branchesMatching(push, prefix),
        inspectBranch: (name, paths) => inspectBranch(gitlab, push, name, paths),
        async commit(request) {
            const changes = request.files.map(async ({ path, bytes }) => {
                const known = await read(path);
                if (known === undefined)
                    throw new Error(`${path} is not in ${upstream.path} and cannot be changed`);
                return { path, bytes: Buffer.from(bytes), lastCommitId: known.lastCommitId };
            });
            return commit(options, base, request, await Promise.all(changes));
        },
        refresh: () => openApiEditor(options),
        close: async () => undefined,
    };
}
function idOf(text) {
    return text;
}
async function headOf(gitlab, upstream, baseBranch) {
    const branch = await gitlab.branch(upstream, baseBranch);
    if (branch !== undefined)
        return branch.commit;
    throw (0,action/* invalid */.Gq)(`${upstream.path} has no branch ${baseBranch}`, { remedy: "Correct the name of the base branch." });
}
async function inspectBranch(gitlab, push, name, paths) {
    const branch = await gitlab.branch(push, name);
    if (branch === undefined)
        return undefined;
    const [commit, ...read] = await Promise.all([
        gitlab.commit(push, branch.commit),
        ...paths.map(async (path) => [path, (await gitlab.readFile(push, path, branch.commit))?.bytes]),
    ]);
    return { head: idOf(branch.commit), parents: (commit?.parents ?? []).map(idOf), files: new Map(read) };
}
async function commit({ gitlab, upstream, push }, base, { branch, message, replaces }, files) {
    const startProject = push.id === upstream.id ? undefined : upstream;
    try {
        const made = await gitlab.commitFiles(push, { branch, startSha: base, startProject, message, files, replaces });
        return made.stale ? { state: "stale" } : { state: made.outcome, commit: idOf(made.value.commit) };
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "refused")
            throw error;
        const existing = await gitlab.branch(push, branch);
        if (existing === undefined || existing.commit === replaces)
            throw error;
        return { state: "taken" };
    }
}

// EXTERNAL MODULE: ./packages/forge/token.ts
var forge_token = __webpack_require__(1075);
// EXTERNAL MODULE: ./packages/http/index.ts + 32 modules
var http = __webpack_require__(9480);
// EXTERNAL MODULE: ./packages/forge/gitlab/access.ts
var gitlab_access = __webpack_require__(9308);
// EXTERNAL MODULE: ./packages/forge/gitlab/schema.ts
var schema = __webpack_require__(4153);
;// CONCATENATED MODULE: ./packages/forge/gitlab/repository.ts




function repositoryOf(api) {
    async function project(path) {
        const reply = await api.read({ path: ["projects", path], expect: [200, 404], permission: (0,gitlab_access/* toRead */.YP)(path) });
        const { host } = new URL(reply.url);
        if (reply.status === 404) {
            throw (0,action/* invalid */.Gq)(`the project ${path} was not found at ${host}, or the token may not see it`, {
                remedy: `Check the path with all its groups. It needs ${(0,gitlab_access/* toRead */.YP)(path)}.`,
            });
        }
        const found = reply.json(schema/* ProjectReply */.m$);
        if (found.path_with_namespace.toLowerCase() !== path.toLowerCase() && found.id !== path) {
            throw (0,action/* invalid */.Gq)(`the project ${path} has moved to ${found.path_with_namespace}`, { remedy: "Give its new path." });
        }
        if (found.default_branch === undefined)
            throw (0,action/* invalid */.Gq)(`the project ${path} has no branch yet, or hides its repository`);
        const { permissions, forked_from_project: parent } = found;
        return {
            id: found.id,
            path: found.path_with_namespace,
            defaultBranch: found.default_branch,
            webUrl: found.web_url,
            accessLevel: Math.max(permissions?.project_access?.access_level ?? 0, permissions?.group_access?.access_level ?? 0),
            ...(parent && { forkedFrom: { id: parent.id, path: parent.path_with_namespace } }),
        };
    }
    async function readFile(project, path, ref) {
        const reply = await api.read({
            path: [...below(project), "files", path],
            query: { ref },
            expect: [200, 404],
            permission: (0,gitlab_access/* toRead */.YP)(project.path),
        });
        if ((0,gitlab_access/* saysMissing */.FJ)(reply, "Commit"))
            throw (0,action/* invalid */.Gq)(`${ref} is not a branch, tag or commit of ${project.path}`);
        if ((0,gitlab_access/* isMissing */.b2)(reply, "File", project.path))
            return undefined;
        const file = reply.json(schema/* FileReply */.Fy);
        const bytes = Buffer.from(file.content, "base64");
        if (file.encoding !== "base64" || (await sha256(bytes)) !== file.content_sha256) {
            throw (0,action/* undecided */.oo)(`${path} of ${project.path} arrived with another digest than GitLab's`, {
                remedy: "Run again; if it happens again, a proxy changes GitLab's answers.",
            });
        }
        return { bytes, lastCommitId: file.last_commit_id, commitId: file.commit_id };
    }
    async function branch(project, name) {
        const path = [...below(project), "branches", name];
        const reply = await api.read({ path, expect: [200, 404], permission: (0,gitlab_access/* toRead */.YP)(project.path) });
        return (0,gitlab_access/* isMissing */.b2)(reply, "Branch", project.path) ? undefined : branchOf(reply.json(schema/* BranchReply */.rw));
    }
    async function branchesMatching(project, prefix) {
        const names = [];
        const request = { path: [...below(project), "branches"], query: { search: `^${prefix}`, per_page: 100 } };
        for await (const page of api.pages({ ...request, permission: (0,gitlab_access/* toRead */.YP)(project.path) })) {
            names.push(...page.json(schema/* BranchesReply */.DI).map(({ name }) => name));
        }
        return names.filter((name) => name.startsWith(prefix));
    }
    async function commit(project, ref) {
        const path = [...below(project), "commits", ref];
        const reply = await api.read({ path, expect: [200, 404], permission: (0,gitlab_access/* toRead */.YP)(project.path) });
        return (0,gitlab_access/* isMissing */.b2)(reply, "Commit", project.path) ? undefined : commitOf(reply.json(schema/* CommitReply */.sH));
    }
    async function compare(project, from, to) {
        const reply = await api.read({
            path: [...below(project), "compare"],
            query: { from, to },
            expect: [200, 404],
            permission: (0,gitlab_access/* toRead */.YP)(project.path),
        });
        if ((0,gitlab_access/* isMissing */.b2)(reply, "Ref", project.path)) {
            throw (0,action/* invalid */.Gq)(`${from} or ${to} is not in ${project.path}, so that they cannot be compared`);
        }
        const found = reply.json(schema/* ComparisonReply */.eI);
        const { compare_same_ref: sameRef, compare_timeout: timeout } = found;
        return { commits: found.commits.map(commitOf), sameRef, timeout };
    }
    async function mergeBase(project, a, b) {
        const reply = await api.read({
            path: [...below(project), "merge_base"],
            query: { "refs[]": [a, b] },
            expect: [200, 404],
            permission: (0,gitlab_access/* toRead */.YP)(project.path),
        });
        return (0,gitlab_access/* isMissing */.b2)(reply, "Merge Base", project.path) ? undefined : reply.json(schema/* CommitReply */.sH).id;
    }
    async function isAncestor(project, commit, descendant) {
        if (commit === descendant)
            return true;
        try {
            return (await mergeBase(project, commit, descendant)) === commit;
        }
        catch (error) {
            if (error instanceof http.HttpError && (error.status === 400 || error.status === 404))
                return false;
            throw error;
        }
    }
    async function changedPaths(project, commit) {
        const paths = new Set();
        const request = { path: [...below(project), "commits", commit, "diff"], query: { per_page: 100 } };
        for await (const page of api.pages({ ...request, permission: (0,gitlab_access/* toRead */.YP)(project.path) })) {
            for (const { old_path: before, new_path: after } of page.json(schema/* DiffReply */.k0))
                paths.add(before).add(after);
        }
        return [...paths];
    }
    async function deleteBranch(project, name, head) {
        const gone = async () => {
            const found = await branch(project, name);
            if (found === undefined)
                return true;
            if (head === undefined || found.commit === head)
                return undefined;
            throw (0,action/* refused */.J5)(`the branch ${name} of ${project.path} has another head than the one that was to be removed`, {
                exists: [`${name} at ${found.commit}`],
                remedy: "Someone has pushed to it: check it, then delete it manually.",
            });
        };
        if ((await gone()) === true)
            return { value: true, outcome: "adopted", attempts: 0 };
        return api.write({
            method: "DELETE",
            path: [...below(project), "branches", name],
            exists: [404],
            what: `the removal of the branch ${name}`,
            permission: (0,gitlab_access/* toPush */.Mp)(project.path),
            accept: (reply) => {
                if (reply.status !== 204)
                    throw new Error(`the answer to a deletion is ${reply.status}`);
                return true;
            },
            readBack: gone,
        });
    }
    return {
        project,
        readFile,
        branch,
        branchesMatching,
        commit,
        compare,
        mergeBase,
        isAncestor,
        changedPaths,
        deleteBranch,
    };
}
function below(project) {
    return ["projects", project.id, "repository"];
}
function branchOf({ name, commit, protected: kept }) {
    return { name, commit: commit.id, protected: kept === true };
}
function commitOf(commit) {
    const { id, parent_ids: parents, title, author_name: authorName, created_at: date } = commit;
    return { id, parents, title, authorName, date };
}
async function sha256(bytes) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    return createHash("sha256").update(bytes).digest("hex");
}

// EXTERNAL MODULE: ./packages/http/fields.ts
var fields = __webpack_require__(1570);
;// CONCATENATED MODULE: ./packages/forge/gitlab/commit.ts






async function commitFiles(api, reader, project, request) {
    check(request);
    const look = () => ours(reader, project, request);
    const there = await look();
    if (there !== undefined)
        return { value: there, outcome: "adopted", attempts: 0, stale: false };
    try {
        const result = await api.write({
            method: "POST",
            path: [...below(project), "commits"],
            json: bodyOf(request),
            exists: [400, 409],
            what: `the commit on the branch ${request.branch} of ${project.path}`,
            permission: (0,gitlab_access/* toPush */.Mp)(project.path),
            accept: (reply) => {
                const { id, parent_ids: parents } = reply.json(schema/* CommitReply */.sH);
                if (!hasParent(parents, request.startSha))
                    throw new Error(`the commit ${id} has another parent`);
                return { commit: id };
            },
            readBack: look,
        });
        return { ...result, stale: false };
    }
    catch (error) {
        if (!(error instanceof http.HttpError) || error.status !== 400)
            throw error;
        if (await isStale(reader, request.startProject ?? project, request))
            return { stale: true };
        throw (0,action/* refused */.J5)(`GitLab refuses the commit on the branch ${request.branch} of ${project.path}: ${error.message}`, {
            ...error.details,
            cause: error,
            remedy: error.details.remedy ?? "See what GitLab says; a push rule or a name it does not take are the usual causes.",
        });
    }
}
function check({ startSha, files, branch }) {
    const problems = [];
    if (!(0,fields/* isObjectId */.TS)(startSha))
        problems.push({ what: "the parent is not a full commit id" });
    if (files.length === 0)
        problems.push({ what: "there is no file to change" });
    if (new Set(files.map(({ path }) => path)).size < files.length)
        problems.push({ what: "a file is named twice" });
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`the commit on the branch ${branch} cannot be made`, { problems });
}
function bodyOf({ branch, startSha, startProject, message, files, replaces }) {
    return {
        branch,
        start_sha: startSha,
        ...(startProject && { start_project: startProject.id }),
        commit_message: message,
        ...(replaces !== undefined && { force: true }),
        actions: files.map(({ path, bytes, lastCommitId }) => ({
            action: "update",
            file_path: path,
            content: bytes.toString("base64"),
            encoding: "base64",
            last_commit_id: lastCommitId,
        })),
    };
}
async function ours(reader, project, request) {
    const found = await reader.branch(project, request.branch);
    if (found === undefined)
        return undefined;
    if (await isOurs(reader, project, request, found.commit))
        return { commit: found.commit };
    if (found.commit === request.replaces)
        return undefined;
    throw (0,action/* refused */.J5)(`the branch ${request.branch} of ${project.path} exists and contains something other than this change`, {
        exists: [`${request.branch} at ${found.commit}`],
        remedy: "Look at what it holds; remove the branch, or let this one replace it.",
    });
}
async function isOurs(reader, project, request, head) {
    const commit = await reader.commit(project, head);
    if (commit === undefined || !hasParent(commit.parents, request.startSha))
        return false;
    const wanted = new Set(request.files.map(({ path }) => path));
    const paths = await reader.changedPaths(project, head);
    if (!paths.every((path) => wanted.has(path)))
        return false;
    for (const { path, bytes } of request.files) {
        const file = await reader.readFile(project, path, head);
        if (file === undefined || !file.bytes.equals(bytes))
            return false;
    }
    return true;
}
async function isStale(reader, origin, { files }) {
    for (const { path, lastCommitId } of files) {
        const now = await reader.readFile(origin, path, origin.defaultBranch);
        if (now?.lastCommitId !== lastCommitId)
            return true;
    }
    return false;
}
function hasParent(parents, wanted) {
    return parents.length === 1 && parents[0] === wanted;
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/limits.ts



const TITLE_LIMIT = 255;
const TEXT_LIMIT = 1_000_000;
function fitTitle(title) {
    const points = [...title.replace(/\s+/g, " ").trim()];
    return points.length <= TITLE_LIMIT
        ? points.join("")
        : `${points
            .slice(0, TITLE_LIMIT - 1)
            .join("")
            .trimEnd()}…`;
}
function checkTexts(texts) {
    const problems = [];
    const { title, body } = texts;
    if (title !== undefined && (title.trim() === "" || [...title].length > TITLE_LIMIT || /[\r\n]/.test(title))) {
        problems.push({ what: `the title is not one line of 1 to ${TITLE_LIMIT} characters` });
    }
    if (body !== undefined && body.length > TEXT_LIMIT) {
        problems.push({ what: `the text is longer than ${TEXT_LIMIT} characters` });
    }
    for (const line of commandsIn(`${title ?? ""}\n${body ?? ""}`).slice(0, 5)) {
        problems.push({ what: `the line ${(0,packages_text/* quote */.hD)(line)} would be a command to GitLab or a bot` });
    }
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)("GitLab would not show this text as intended", { problems });
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/merge-requests.ts





function mergeRequestsOf(api) {
    async function findMergeRequests(project, filter) {
        const { sourceBranch, targetBranch, state, search, labels, author } = filter;
        const query = {
            scope: "all",
            per_page: 100,
            state,
            search,
            source_branch: sourceBranch,
            target_branch: targetBranch,
            author_username: author,
            labels: labels === undefined || labels.length === 0 ? undefined : labels.join(","),
        };
        const found = [];
        for await (const page of api.pages({ path: root(project), query, permission: (0,gitlab_access/* toRead */.YP)(project.path) })) {
            found.push(...page.json(schema/* MergeRequestsReply */.P8).map(mergeRequestOf));
        }
        return found.filter((one) => one.sourceBranch === (sourceBranch ?? one.sourceBranch) &&
            one.targetBranch === (targetBranch ?? one.targetBranch) &&
            one.state === (state ?? one.state) &&
            one.author.toLowerCase() === (author ?? one.author).toLowerCase() &&
            (labels ?? []).every((label) => one.labels.includes(label)));
    }
    async function mergeRequest(project, iid) {
        const [found] = await api
            .read({ path: [...root(project), iid], expect: [200, 404], permission: (0,gitlab_access/* toRead */.YP)(project.path) })
            .then((reply) => (reply.status === 404 ? [] : [mergeRequestOf(reply.json(schema/* MergeRequestReply */.Ce))]));
        return found;
    }
    return {
        findMergeRequests,
        mergeRequest,
        async createMergeRequest(source, target, request) {
            checkTexts({ title: request.title, body: request.description });
            const { sourceBranch, targetBranch, labels = [] } = request;
            checkLabels(labels);
            return api.write({
                method: "POST",
                path: root(source),
                json: {
                    source_branch: sourceBranch,
                    target_branch: targetBranch,
                    target_project_id: target.id,
                    title: request.title,
                    description: request.description,
                    ...(labels.length > 0 && { labels: labels.join(",") }),
                    remove_source_branch: request.removeSourceBranch,
                    squash: request.squash,
                    allow_collaboration: request.allowCollaboration,
                },
                exists: [409],
                notYet: (reply) => (missesSource(reply) ? `GitLab does not see the branch ${sourceBranch} yet` : undefined),
                what: `the merge request of ${sourceBranch} for ${target.path}`,
                permission: (0,gitlab_access/* toPropose */.oc)(source.path),
                accept: (reply) => mergeRequestOf(reply.json(schema/* MergeRequestReply */.Ce)),
                readBack: async () => {
                    const open = await findMergeRequests(target, { sourceBranch, targetBranch, state: "opened" });
                    return open.find(({ sourceProjectId }) => sourceProjectId === source.id);
                },
            });
        },
        updateMergeRequest: async (project, iid, change) => update(project, iid, change),
        async closeMergeRequest(project, iid) {
            const result = await update(project, iid, { state: "close" });
            if (result.value.state !== "closed") {
                throw (0,action/* refused */.J5)(`the merge request !${iid} of ${project.path} is ${result.value.state} and cannot be closed`, {
                    exists: [result.value.webUrl],
                });
            }
            return result;
        },
    };
    async function update(project, iid, change) {
        checkTexts({ title: change.title, body: change.description });
        checkLabels([...(change.addLabels ?? []), ...(change.removeLabels ?? [])]);
        return api.write({
            method: "PUT",
            path: [...root(project), iid],
            json: {
                title: change.title,
                description: change.description,
                add_labels: change.addLabels?.join(","),
                remove_labels: change.removeLabels?.join(","),
                state_event: change.state,
            },
            exists: [],
            what: `the change of the merge request !${iid} of ${project.path}`,
            permission: (0,gitlab_access/* toDiscuss */.gu)(project.path),
            accept: (reply) => mergeRequestOf(reply.json(schema/* MergeRequestReply */.Ce)),
            readBack: async () => {
                const now = await mergeRequest(project, iid);
                return now !== undefined && holds(now, change) ? now : undefined;
            },
        });
    }
}
function root(project) {
    return ["projects", project.id, "merge_requests"];
}
function holds(now, change) {
    const { title, description, addLabels = [], removeLabels = [], state } = change;
    return ((title === undefined || now.title === title) &&
        (description === undefined || sameText(now.description, description)) &&
        addLabels.every((label) => now.labels.includes(label)) &&
        !removeLabels.some((label) => now.labels.includes(label)) &&
        (state === undefined || now.state === (state === "close" ? "closed" : "opened")));
}
function sameText(one, other) {
    const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
    return plain(one) === plain(other);
}
function checkLabels(labels) {
    const bad = labels.filter((label) => label.trim() === "" || label.includes(",") || label.length > 255);
    if (bad.length === 0)
        return;
    throw (0,action/* invalid */.Gq)("GitLab would not accept these labels unchanged", {
        problems: bad.map((label) => ({ what: `${(0,packages_text/* quote */.hD)(label)} is empty, too long or holds a comma` })),
    });
}
const STATES = ["opened", "closed", "merged", "locked"];
function mergeRequestOf(body) {
    return {
        iid: body.iid,
        webUrl: body.web_url,
        title: body.title,
        description: body.description ?? "",
        state: STATES.includes(body.state) ? body.state : "locked",
        sourceBranch: body.source_branch,
        targetBranch: body.target_branch,
        author: body.author.username,
        labels: body.labels,
        ...(body.source_project_id !== undefined && { sourceProjectId: body.source_project_id }),
        ...(body.sha !== undefined && { sha: body.sha }),
    };
}
function missesSource(reply) {
    return reply.status === 400 && (0,gitlab_access/* messageOf */.bD)(reply).includes('"source_branch":["does not exist"]');
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/people.ts




function peopleOf(api) {
    return {
        async user() {
            const permission = "a token with the scope read_user, read_api or api";
            return (await api.read({ path: ["user"], permission })).json(schema/* UserReply */.CD);
        },
        async accessOf(project, username) {
            const path = ["projects", project.id, "members", "all"];
            const name = username.toLowerCase();
            let access = 0;
            const query = { query: username, per_page: 100 };
            for await (const page of api.pages({ path, query, permission: (0,gitlab_access/* toRead */.YP)(project.path) })) {
                for (const member of page.json(schema/* MembersReply */.M5)) {
                    if (member.username.toLowerCase() === name)
                        access = Math.max(access, member.access_level);
                }
            }
            return access;
        },
        async comment(project, iid, body, marker) {
            if (!/^[A-Za-z0-9._:/@-]{1,200}$/.test(marker) || marker.includes("--")) {
                throw (0,action/* invalid */.Gq)("a comment's marker is made of letters, digits and . _ : / @ -, without two hyphens in a row");
            }
            const hidden = `<!-- release-actions: ${marker} -->`;
            const text = `${body.trimEnd()}\n\n${hidden}`;
            checkTexts({ body: text });
            const find = () => findNote(api, project, iid, hidden);
            const there = await find();
            if (there !== undefined)
                return { value: there, outcome: "adopted", attempts: 0 };
            return api.write({
                method: "POST",
                path: notes(project, iid),
                json: { body: text },
                exists: [],
                what: `the comment on !${iid} of ${project.path}`,
                permission: (0,gitlab_access/* toDiscuss */.gu)(project.path),
                accept: (reply) => reply.json(schema/* NoteReply */.tx),
                readBack: find,
            });
        },
    };
}
async function findNote(api, project, iid, hidden) {
    const query = { per_page: 100, sort: "asc", order_by: "created_at" };
    for await (const page of api.pages({ path: notes(project, iid), query, permission: (0,gitlab_access/* toRead */.YP)(project.path) })) {
        const found = page.json(schema/* NotesReply */.E_).find(({ body, system }) => !system && body.includes(hidden));
        if (found !== undefined)
            return { id: found.id, body: found.body };
    }
    return undefined;
}
function notes(project, iid) {
    return ["projects", project.id, "merge_requests", iid, "notes"];
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/gitlab.ts





function openGitLab({ http, url, token, tokenKind }) {
    const api = (0,forge_token/* openForgeApi */.I)("gitlab", { http, apiUrl: `${url.replace(/\/+$/, "")}/api/v4`, token, tokenKind });
    const repository = repositoryOf(api);
    return {
        ...repository,
        ...mergeRequestsOf(api),
        ...peopleOf(api),
        commitFiles: (project, request) => commitFiles(api, repository, project, request),
    };
}

// EXTERNAL MODULE: ./packages/forge/options.ts
var options = __webpack_require__(6756);
;// CONCATENATED MODULE: ./packages/forge/gitlab/hidden-line.ts

const MAX_LENGTH = 4_000;
function hiddenLine(name, fields) {
    const pairs = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
    const fault = pairs.find((pair) => /\s|-->/.test(pair));
    if (fault !== undefined)
        throw new Error(`a hidden line cannot hold ${JSON.stringify(fault)}`);
    return `${startOf(name)}${pairs.join(" ")}${END}`;
}
function readHiddenLine(description, name) {
    const start = description.lastIndexOf(startOf(name));
    const end = description.indexOf(END, start);
    if (start < 0 || end < 0 || end - start > MAX_LENGTH)
        return undefined;
    const pairs = description.slice(start + startOf(name).length, end).split(" ");
    return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}
async function textKey(title, description, name) {
    const start = description.lastIndexOf(startOf(name));
    const body = start < 0 ? description : description.slice(0, start);
    return shortDigest(JSON.stringify([title.trim(), body.replaceAll("\r\n", "\n").trim()]));
}
async function shortDigest(text) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
function pathValue(path) {
    return (0,options/* encodedPath */.y)(path.split("/"));
}
function readPathValue(text) {
    try {
        return text === "" ? undefined : decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
const END = " -->";
function startOf(name) {
    return `<!-- release-actions: ${name} `;
}

;// CONCATENATED MODULE: ./packages/forge/gitlab/index.ts








/***/ }),

/***/ 4153:
/***/ (require("./4153.module.js")),

/***/ 6756:
/***/ (require("./6756.module.js")),

/***/ 1075:
/***/ (require("./1075.module.js")),

/***/ 1570:
/***/ (require("./1570.module.js"))

};
;