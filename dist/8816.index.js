"use strict";
exports.id = 8816;
exports.ids = [8816];
exports.modules = {

/***/ 8816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8151);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: "bump-appinterface-ref",
    description: "Promotes a commit through app-interface: sets the ref of the chosen targets in a saas file and opens one merge request.",
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputs */ .QL,
    outputs: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputs */ .V4,
    permissions: {
        github: {},
        gitlab: "An access token with the scope api; the job token is not enough. Reporter in app-interface, Developer where the branch is pushed.",
    },
    endpoints: {
        description: [
            "The REST API of gitlab-url; with transport git, also its git",
            "source, by git over HTTPS, if it is a URL",
        ],
        origins: (given, host) => [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .gitlabUrlOf */ .KL)(given, host)],
    },
    services: ["gitlab", "git"],
    changes: true,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw,
    run: async (context) => run(context),
}));
const ROUNDS = 4;
async function run(context) {
    const { inputs: given, host, io, signal, clock, endpoints } = context;
    const { readSettings } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(192), __webpack_require__.e(79)]).then(__webpack_require__.bind(__webpack_require__, 79));
    const settings = await readSettings(given, host, clock);
    const { sourceJudge } = await __webpack_require__.e(/* import() */ 2807).then(__webpack_require__.bind(__webpack_require__, 2807));
    const judgeSource = await sourceJudge(context, settings);
    const { openHttp } = await __webpack_require__.e(/* import() */ 9480).then(__webpack_require__.bind(__webpack_require__, 9480));
    const { openGitLab } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(192)]).then(__webpack_require__.bind(__webpack_require__, 192));
    const { openAppInterface } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(192), __webpack_require__.e(8882)]).then(__webpack_require__.bind(__webpack_require__, 8882));
    const http = openHttp({ io, signal, clock, network: host.network, endpoints });
    try {
        const { token, transport } = given;
        const gitlab = openGitLab({ http, url: settings.gitlabUrl, token });
        const repository = await openAppInterface({ ...settings, gitlab, token, transport, context });
        return await promote(context, settings, repository, judgeSource);
    }
    finally {
        http.close();
    }
}
async function promote(context, settings, opened, judgeSource) {
    const { io, inputs: given, journal } = context;
    const { planPromotion } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(192), __webpack_require__.e(9589)]).then(__webpack_require__.bind(__webpack_require__, 9589));
    const { applyPlan, stepsOf } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(9480), __webpack_require__.e(192), __webpack_require__.e(4260)]).then(__webpack_require__.bind(__webpack_require__, 4260));
    const { doneBlocks, outputsOf, planBlocks, printDiff, printPlan } = await __webpack_require__.e(/* import() */ 7308).then(__webpack_require__.bind(__webpack_require__, 7308));
    let repository = opened;
    try {
        for (let round = 1; round <= ROUNDS; round += 1) {
            const plan = await planPromotion(repository, settings, judgeSource);
            const steps = stepsOf(plan, settings);
            printPlan(io, plan, steps, settings);
            if (given.dryRun) {
                printDiff(io, plan);
                io.summary(...planBlocks(plan, steps, settings));
                const verdict = steps.length === 0 ? "unchanged" : "passed";
                return { verdict, ...outputsOf(plan, settings, undefined, false), changed: false };
            }
            const result = await applyPlan(plan, { repository, context, settings });
            if (result !== "stale" && result !== "taken") {
                io.summary(...doneBlocks(plan, result, settings));
                const changed = journal.state.exists.length > 0;
                if (result !== undefined)
                    io.info(`${changed ? "open" : "unchanged"}: ${result.mergeRequest.webUrl}`);
                const verdict = changed ? "done" : "unchanged";
                return { verdict, ...outputsOf(plan, settings, result, settings.closeSuperseded), changed };
            }
            io.notice(result === "stale"
                ? `${settings.baseBranch} has moved and touches the file: reading everything again`
                : "the name of the branch was taken meanwhile: reading everything again");
            if (round < ROUNDS)
                repository = await refreshed(repository);
        }
    }
    finally {
        await repository.editor.close();
    }
    const { baseBranch } = settings;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(`${baseBranch} moved ${ROUNDS} times while the change was being made; nothing was written`, {
        remedy: "Run again at a quieter time.",
    });
}
async function refreshed(repository) {
    const editor = await repository.editor.refresh();
    await repository.editor.close();
    return { ...repository, editor };
}


/***/ }),

/***/ 8151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ gitlabUrlOf),
/* harmony export */   QL: () => (/* binding */ inputs),
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   a1: () => (/* binding */ isSaasPath),
/* harmony export */   sw: () => (/* binding */ checkInputs),
/* harmony export */   ut: () => (/* binding */ VARIABLES)
/* harmony export */ });
/* unused harmony export templateProblems */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);


const inputs = {
    "gitlab-url": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "GitLab that hosts app-interface. Default: the GitLab that runs the job.",
        example: "https://gitlab.example",
        optional: true,
    }),
    token: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "GitLab token with the scope api: Reporter in app-interface, Developer where the branch is pushed. With transport git, also write_repository.",
        credential: "forge",
        gitlab: "APP_INTERFACE_TOKEN",
    }),
    project: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Project of app-interface. Default: app-interface.project in release-actions.yml, or service/app-interface.",
        optional: true,
    }),
    "fork-project": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Fork that the branch is pushed to. Default: app-interface.fork-project in release-actions.yml, or the project itself.",
        optional: true,
    }),
    "base-branch": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Branch of app-interface to change.", default: "master" }),
    file: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Path of the saas file in app-interface. Default: app-interface.file in release-actions.yml.",
        example: "data/services/insights/tower-analytics/cicd/deploy-clowder.yml",
        optional: true,
    }),
    targets: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "YAML list of targets: template, namespace (the whole $ref), name, and optional: true if it may be missing. Each must match exactly one target.",
        example: "- { template: app, namespace: /services/app/namespaces/app-prod.yml }",
        optional: true,
    }),
    groups: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Groups of targets, from app-interface.groups in release-actions.yml. Default, without targets: the first group.",
        example: "main",
    }),
    include: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: "More groups, promoted together with the others or not at all.", example: "billing" }),
    ref: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Commit to promote: 40 lowercase hexadecimal digits.", example: "${{ github.sha }}" }),
    source: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "Repository of the released code, to check the commit and its ancestry and to write the changelog: a path in the workspace (with its whole history) or an https URL. Default: app-interface.source in release-actions.yml, or the url of the templates.",
        optional: true,
    }),
    date: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Day of the release, such as 2025-01-31. Default: the day of an existing merge request, or today (UTC).",
        optional: true,
    }),
    branch: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Template of the branch name, with {date}, {ref}, {short-ref} and {jira-key}. If the name is taken, the next free -v{n} is appended. Default: aa-release-{date}.",
        optional: true,
    }),
    "jira-key": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Jira issue of the release.", example: "AAP-12345", optional: true }),
    "commit-message": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Template of the commit message. Default: {jira-key} - chore(release): release {short-ref} to production{including}.",
        optional: true,
    }),
    title: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Template of the merge request's title. Default: {jira-key} - {date} Analytics HCC Service Release.",
        optional: true,
    }),
    description: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Template of the merge request's description, in Markdown. Default: release, commit, Jira, changes, components, image, checklist.",
        optional: true,
    }),
    image: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        address: true,
        description: "Released image, pinned by its digest, for the description. It is not verified.",
        example: "quay.io/org/name@sha256:…",
        optional: true,
    }),
    labels: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: "Labels of the merge request. Labels that make app-interface merge it are refused." }),
    "allow-rollback": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Allow a rollback, or a commit whose ancestry cannot be determined.",
        default: false,
    }),
    "allow-moving-ref": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Replace a ref that is not a full commit ID, such as a branch.",
        default: false,
    }),
    "close-superseded": (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Close older open merge requests of this action for the same targets.",
        default: false,
    }),
    transport: (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(["api", "git"], {
        description: "api: GitLab's API only, without a clone. git: a private sparse clone and a push.",
        default: "api",
    }),
};
const outputs = {
    changed: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.flag("Whether this run wrote anything."),
    "old-ref": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Previous ref; several, separated by commas, if the targets had different ones."),
    "new-ref": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Ref that the merge request sets."),
    targets: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Targets, each with template, namespace, name, file, line, old-ref, new-ref and changed."),
    branch: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Branch with the change."),
    commit: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Commit on that branch."),
    "mr-iid": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Number of the merge request."),
    "mr-url": _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("URL of the merge request."),
    diff: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Change as a unified diff."),
    changelog: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("Commits between the old and the new ref, in Markdown."),
    commits: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("These commits, newest first, at most 500, each with id, subject, author and merge."),
    superseded: _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.json("Open merge requests of this action for the same targets and another ref, each with iid, url and closed."),
};
function gitlabUrlOf({ gitlabUrl }, host) {
    return gitlabUrl ?? (host.kind === "gitlab" ? host.serverUrl : undefined);
}
const VARIABLES = [
    "date",
    "ref",
    "short-ref",
    "old-ref",
    "short-old-ref",
    "jira-key",
    "including",
    "targets",
    "file",
    "image",
    "compare-url",
    "changelog",
    "checklist",
];
const BRANCH_VARIABLES = ["date", "ref", "short-ref", "jira-key"];
const LINE_VARIABLES = VARIABLES.filter((name) => name !== "changelog" && name !== "checklist");
function checkInputs(inputs) {
    const { branch = "", commitMessage = "", title = "", description = "" } = inputs;
    return [
        ...valueProblems(inputs),
        ...labelProblems(inputs.labels),
        ...templateProblems("branch", branch, BRANCH_VARIABLES),
        ...templateProblems("commit-message", commitMessage, LINE_VARIABLES),
        ...templateProblems("title", title, LINE_VARIABLES),
        ...templateProblems("description", description, VARIABLES),
        ...selectionProblems(inputs),
    ];
}
const JIRA_KEY = /^[A-Z][A-Z0-9_]{1,40}-[1-9][0-9]{0,14}$/;
const PINNED_IMAGE = /^[a-z0-9][a-z0-9.:_/-]{0,400}@sha256:[0-9a-f]{64}$/;
function valueProblems({ ref, date, file, jiraKey, image }) {
    const problems = [];
    const check = (input, value, isValid, what, remedy) => {
        if (value !== undefined && !isValid)
            problems.push({ input, what: `${input} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)} ${what}`, remedy });
    };
    const isCommit = /^[0-9a-f]{40}$/.test(ref);
    check("ref", ref, isCommit, "is not a full commit ID", "Give all 40 hexadecimal digits in lower case.");
    check("date", date, (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(date ?? ""), "is not a date", "Write it as 2025-01-31.");
    const pathRemedy = "Give the path from app-interface's root, such as data/services/….yml.";
    check("file", file, isSaasPath(file ?? ""), "is not the path of a YAML file", pathRemedy);
    check("jira-key", jiraKey, JIRA_KEY.test(jiraKey ?? ""), "is not a Jira key", "Write it like AAP-12345.");
    const isPinned = PINNED_IMAGE.test(image ?? "");
    const imageRemedy = "Write it as quay.io/org/name@sha256:….";
    check("image", image, isPinned, "is not an image pinned by its digest", imageRemedy);
    return problems;
}
function isSaasPath(path) {
    const parts = path.split("/");
    return (path.length <= 500 &&
        /^[^\u0000-\u001f\u007f\\]+\.ya?ml$/.test(path) &&
        parts.every((part) => part !== "" && part !== "." && part !== ".."));
}
const MERGE_LABELS = ["lgtm", "approved", "hold", "awaiting-approval", "changes-requested", "needs-rebase"];
function labelProblems(labels) {
    return labels.flatMap((label) => {
        const name = label.toLowerCase();
        const problem = (what, remedy) => {
            return { input: "labels", what: `labels ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(label)} ${what}`, remedy };
        };
        return [
            ...(MERGE_LABELS.includes(name) || /^(?:bot|do-not-merge|blocked)(?:\/|$)/.test(name)
                ? [problem("is a label by which app-interface decides about merging", "Leave it to the reviewers.")]
                : []),
            ...(label.length > 255 ? [problem("is too long", "GitLab accepts 255 characters.")] : []),
        ];
    });
}
function templateProblems(input, template, allowed) {
    const names = allowed;
    const unknown = new Set((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .placeholdersIn */ .Qf)(template).filter((name) => !names.includes(name)));
    const remedy = `Available are ${names.map((name) => `{${name}}`).join(", ")}; write a brace itself twice.`;
    return [...unknown].map((name) => ({ input, what: `${input} names {${name}}, which is unknown there`, remedy }));
}
function selectionProblems({ targets, groups }) {
    if (targets === undefined || groups.length === 0)
        return [];
    const remedy = "Give one of them; include adds groups to either.";
    return [{ input: "groups", what: "targets and groups are both given", remedy }];
}


/***/ })

};
;