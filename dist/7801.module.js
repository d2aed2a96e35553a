"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   push: () => (/* binding */ push)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1426);
/* harmony import */ var _fetch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8453);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3213);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5661);
/* harmony import */ var _pipeline_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9233);
/* harmony import */ var _shadow_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(121);
/* harmony import */ var _remote_url_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3639);










const ATTEMPTS = 2;
async function push(context, request) {
    assertValid(request);
    for (const update of request.updates)
        await assertAllowed(context, request, update);
    const settled = new Map();
    const messages = [];
    let sent = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const updates = request.updates.filter(({ ref }) => !settled.has(ref));
        const negotiate = request.negotiate === "at once" || (request.negotiate === "on retry" && attempt > 1);
        const { results, stderr, lost } = await send(context, request, updates, negotiate);
        messages.push(...remoteMessages(stderr));
        sent ||= !NOTHING_PACKED.test(stderr);
        const clear = results.filter(({ doubtful }) => doubtful !== true);
        const open = updates.filter(({ ref }) => !clear.some((result) => result.ref === ref));
        const found = open.length === 0 ? [] : await readBack(context, request, open, lost);
        const last = attempt < ATTEMPTS ? [] : results;
        for (const { ref, state, reason } of [...last, ...clear, ...found]) {
            settled.set(ref, { ref, state, ...(reason === undefined ? {} : { reason }) });
        }
        const refs = request.updates.flatMap(({ ref }) => settled.get(ref) ?? []);
        if (refs.length === request.updates.length)
            return { refs, messages };
        if (negotiate && !sent)
            throw noCommonCommit(open, lost);
    }
    throw stillOpen(request, settled);
}
function assertValid(request) {
    (0,_remote_url_js__WEBPACK_IMPORTED_MODULE_9__/* .remoteAddress */ .fn)(request);
    if (request.updates.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("a push names no ref", { remedy: "Name at least one ref." });
    for (const { ref, id, expect } of request.updates) {
        (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .fullRefOf */ .u8)(ref);
        (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(id);
        if (expect !== "absent")
            (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(expect);
    }
    if ((request.options ?? []).some((option) => option.length > 4096 || /[\r\n\0]/.test(option))) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)("a push option has more than one line or 4096 characters", { remedy: "Give one line per option." });
    }
}
async function assertAllowed(context, request, update) {
    const { ref, id, expect, base } = update;
    const branch = ref.startsWith("refs/heads/");
    if (branch && expect !== "absent" && request.allowRewind !== true) {
        const answer = await (0,_history_js__WEBPACK_IMPORTED_MODULE_5__.isAncestor)(context, expect, id);
        if (answer !== "yes") {
            const message = `${ref} would lose commits: ${expect.slice(0, 12)} is not behind ${id.slice(0, 12)}`;
            throw (answer === "no" ? _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .refused */ .J5 : _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(message, { remedy: "Rebase onto the branch's current commit." });
        }
    }
    if (request.allowPipelineFiles === true)
        return;
    const replaced = expect === "absent" || (base !== undefined && request.allowRewind === true);
    const known = [replaced ? undefined : expect, base].filter((one) => one !== undefined);
    const remotes = await context.git({
        command: "for-each-ref",
        options: ["--format=%(objectname)"],
        values: ["refs/remotes/"],
    });
    const tracked = remotes.stdout
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectIdOf */ .mJ)(line));
    const excluded = [...new Set([...known, ...tracked])];
    if (excluded.length === 0 && !branch)
        return;
    const paths = excluded.length === 0 ? undefined : await (0,_history_js__WEBPACK_IMPORTED_MODULE_5__.pathsChanged)(context, id, excluded);
    if (paths === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`the commits that ${ref} would add cannot be determined`, {
            remedy: "Name a commit that the remote holds as the update's base, and have it in this clone.",
        });
    }
    (0,_pipeline_files_js__WEBPACK_IMPORTED_MODULE_7__/* .assertNoPipelineFiles */ .$)(paths, `the push to ${ref}`);
}
async function send(context, request, updates, negotiate) {
    try {
        const { stdout, stderr } = await (0,_shadow_js__WEBPACK_IMPORTED_MODULE_8__/* .withShadow */ .to)(context, undefined, async ({ gitDirectory, variables }) => {
            if (negotiate)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "shallow"), { force: true });
            return context.git({
                command: "push",
                options: [
                    "--porcelain",
                    "--no-verify",
                    ...(request.atomic === true ? ["--atomic"] : []),
                    ...updates.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect === "absent" ? "" : expect}`),
                    ...(request.options ?? []).map((option) => `--push-option=${option}`),
                ],
                values: [(0,_remote_url_js__WEBPACK_IMPORTED_MODULE_9__/* .remoteAddress */ .fn)(request).url, ...updates.map(({ id, ref }) => `${id}:${ref}`)],
                answers: [0, 1],
                config: negotiate ? { "push.negotiate": "true" } : {},
                directory: gitDirectory,
                variables,
                remote: request,
            });
        });
        return { results: parseReport(stdout.toString("utf8"), updates), stderr, lost: new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X("push", 1, stderr) };
    }
    catch (error) {
        if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ) || nothingSent(error))
            throw error;
        if (error.verdict === "interrupted")
            throw interruptedPush(request);
        return { results: [], stderr: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X ? error.stderr : "", lost: error };
    }
}
const BEFORE_SENDING = /unable to access|Authentication failed|could not read|not found|not allowed|does not support|src refspec/i;
const NOTHING_PACKED = /^fatal: (?:failed to traverse parents|unable to read [0-9a-f]{40}|missing )/im;
function nothingSent(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X))
        return error.verdict === "invalid";
    return error.stderr.split("\n").some((line) => line.startsWith("fatal:") && BEFORE_SENDING.test(line));
}
function parseReport(output, updates) {
    return output.split("\n").flatMap((line) => {
        const [flag = "", refspec = "", reason = ""] = line.split("\t");
        const update = updates.find(({ ref }) => refspec.endsWith(`:${ref}`));
        if (update === undefined)
            return [];
        const { ref } = update;
        if (flag === "=")
            return [{ ref, state: "unchanged" }];
        if (flag !== "!")
            return [{ ref, state: "pushed" }];
        if (reason.includes("stale info"))
            return [{ ref, state: "stale", reason }];
        if (/failed to report status|expecting report/.test(reason))
            return [];
        return [{ ref, state: "rejected", reason, doubtful: /fail|lock|exists|incorrect old value/.test(reason) }];
    });
}
async function readBack(context, request, open, lost) {
    const held = await (0,_fetch_js__WEBPACK_IMPORTED_MODULE_4__.remoteRefs)(context, request, open.map(({ ref }) => ref)).catch((cause) => {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`the answer to a push was lost, and the remote could not be read: ${open.map(({ ref }) => ref).join(", ")}`, {
            remedy: "Run again: what arrived is recognized, what did not is pushed.",
            cause: new AggregateError([lost, cause]),
        });
    });
    return open.flatMap(({ ref, id, expect }) => {
        const now = held.find(({ name }) => name === ref)?.id ?? "absent";
        if (now === id)
            return [{ ref, state: "adopted" }];
        return now === expect ? [] : [{ ref, state: "stale", reason: `the remote holds ${now}` }];
    });
}
function remoteMessages(stderr) {
    return stderr
        .split("\n")
        .filter((line) => line.startsWith("remote:"))
        .map((line) => line.slice("remote:".length).trim());
}
function noCommonCommit(open, cause) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(`the remote does not hold the commit that ${open.map(({ ref }) => ref).join(", ")} builds on; nothing was written`, {
        remedy: "For a fork: bring its base branch up to date with the upstream (GitLab: Update fork), and run again.",
        cause,
    });
}
function interruptedPush(request) {
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .interrupted */ .VM)(`interrupted while ${request.updates.map(({ ref }) => ref).join(", ")} was being pushed: it may have arrived`, {
        remedy: "Run again: what arrived is recognized, what did not is pushed.",
    });
}
function stillOpen(request, settled) {
    const missing = request.updates.filter(({ ref }) => !settled.has(ref)).map(({ ref }) => ref);
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`the server does not confirm the push of ${missing.join(", ")}`, {
        remedy: "Run again: what arrived is recognized, what did not is pushed.",
        exists: [...settled.values()].map(({ ref, state }) => `${ref}: ${state}`),
        missing,
    });
}


/***/ });
