"use strict";
exports.id = 6626;
exports.ids = [6626,861];
exports.modules = {

/***/ 6626:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ bump_appinterface_ref_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./actions/bump-appinterface-ref/check.ts
var check = __webpack_require__(2196);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/inputs.ts

const inputs = {
    "gitlab-url": (0,action/* text */.Qq)({
        address: true,
        description: "GitLab that hosts app-interface. Default: the GitLab that runs the job.",
        example: "https://gitlab.example",
        optional: true,
    }),
    token: (0,action/* text */.Qq)({
        description: "GitLab token with the scope api: Reporter in app-interface, Developer where the branch is pushed. With transport git, also write_repository.",
        credential: "forge",
        gitlab: "APP_INTERFACE_TOKEN",
    }),
    project: (0,action/* text */.Qq)({
        description: "Project of app-interface. Default: app-interface.project in release-actions.yml, or service/app-interface.",
        optional: true,
    }),
    "fork-project": (0,action/* text */.Qq)({
        description: "Fork that the branch is pushed to. Default: app-interface.fork-project in release-actions.yml, or the project itself.",
        optional: true,
    }),
    "base-branch": (0,action/* text */.Qq)({ description: "Branch of app-interface to change.", default: "master" }),
    file: (0,action/* text */.Qq)({
        description: "Path of the saas file in app-interface. Default: app-interface.file in release-actions.yml.",
        example: "data/services/insights/tower-analytics/cicd/deploy-clowder.yml",
        optional: true,
    }),
    targets: (0,action/* text */.Qq)({
        description: "YAML list of targets: template, namespace (the whole $ref), name, and optional: true if it may be missing. Each must match exactly one target.",
        example: "- { template: app, namespace: /services/app/namespaces/app-prod.yml }",
        optional: true,
    }),
    groups: (0,action/* list */.p_)({
        description: "Groups of targets, from app-interface.groups in release-actions.yml. Default, without targets: the first group.",
        example: "main",
    }),
    include: (0,action/* list */.p_)({ description: "More groups, promoted together with the others or not at all.", example: "billing" }),
    ref: (0,action/* text */.Qq)({ description: "Commit to promote: 40 lowercase hexadecimal digits.", example: "${{ github.sha }}" }),
    source: (0,action/* text */.Qq)({
        address: true,
        description: "Repository of the released code, to check the commit and its ancestry and to write the changelog: a path in the workspace (with its whole history) or an https URL. Default: app-interface.source in release-actions.yml, or the url of the templates.",
        optional: true,
    }),
    date: (0,action/* text */.Qq)({
        description: "Day of the release, such as 2025-01-31. Default: the day of an existing merge request, or today (UTC).",
        optional: true,
    }),
    branch: (0,action/* text */.Qq)({
        description: "Template of the branch name, with {date}, {ref}, {short-ref} and {jira-key}. If the name is taken, the next free -v{n} is appended. Default: aa-release-{date}.",
        optional: true,
    }),
    "jira-key": (0,action/* text */.Qq)({ description: "Jira issue of the release.", example: "AAP-12345", optional: true }),
    "commit-message": (0,action/* text */.Qq)({
        description: "Template of the commit message. Default: {jira-key} - chore(release): release {short-ref} to production{including}.",
        optional: true,
    }),
    title: (0,action/* text */.Qq)({
        description: "Template of the merge request's title. Default: {jira-key} - {date} Analytics HCC Service Release.",
        optional: true,
    }),
    description: (0,action/* text */.Qq)({
        description: "Template of the merge request's description, in Markdown. Default: release, commit, Jira, changes, components, image, checklist.",
        optional: true,
    }),
    image: (0,action/* text */.Qq)({
        address: true,
        description: "Released image, pinned by its digest, for the description. It is not verified.",
        example: "quay.io/org/name@sha256:…",
        optional: true,
    }),
    labels: (0,action/* list */.p_)({ description: "Labels of the merge request. Labels that make app-interface merge it are refused." }),
    "allow-rollback": (0,action/* flag */.Jt)({
        description: "Allow a rollback, or a commit whose ancestry cannot be determined.",
        default: false,
    }),
    "allow-moving-ref": (0,action/* flag */.Jt)({
        description: "Replace a ref that is not a full commit ID, such as a branch.",
        default: false,
    }),
    "close-superseded": (0,action/* flag */.Jt)({
        description: "Close older open merge requests of this action for the same targets.",
        default: false,
    }),
    transport: (0,action/* choice */.Yq)(["api", "git"], {
        description: "api: GitLab's API only, without a clone. git: a private sparse clone and a push.",
        default: "api",
    }),
};
const outputs = {
    changed: action/* output */.CG.flag("Whether this run wrote anything."),
    "old-ref": action/* output */.CG.text("Previous ref; several, separated by commas, if the targets had different ones."),
    "new-ref": action/* output */.CG.text("Ref that the merge request sets."),
    targets: action/* output */.CG.json("Targets, each with template, namespace, name, file, line, old-ref, new-ref and changed."),
    branch: action/* output */.CG.text("Branch with the change."),
    commit: action/* output */.CG.text("Commit on that branch."),
    "mr-iid": action/* output */.CG.text("Number of the merge request."),
    "mr-url": action/* output */.CG.text("URL of the merge request."),
    diff: action/* output */.CG.text("Change as a unified diff."),
    changelog: action/* output */.CG.text("Commits between the old and the new ref, in Markdown."),
    commits: action/* output */.CG.json("These commits, newest first, at most 500, each with id, subject, author and merge."),
    superseded: action/* output */.CG.json("Open merge requests of this action for the same targets and another ref, each with iid, url and closed."),
};

// EXTERNAL MODULE: ./actions/bump-appinterface-ref/settings.ts
var settings = __webpack_require__(79);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/action.ts




/* harmony default export */ const bump_appinterface_ref_action = ((0,action/* defineAction */.QP)({
    name: "bump-appinterface-ref",
    description: "Promotes a commit through app-interface: sets the ref of the chosen targets in a saas file and opens one merge request.",
    inputs: inputs,
    outputs: outputs,
    permissions: {
        github: {},
        gitlab: "An access token with the scope api; the job token can do nothing of this. Reporter in app-interface, Developer where the branch is pushed to.",
    },
    endpoints: {
        description: [
            "The REST API of gitlab-url; with transport git also its git",
            "source, by git over https, where it is an address",
        ],
        origins: (given, host) => [(0,settings/* gitlabUrlOf */.K)(given, host)],
    },
    services: ["gitlab", "git"],
    changes: true,
    check: check/* checkInputs */.s,
    run: async (context) => run(context),
}));
const ROUNDS = 4;
async function run(context) {
    const { inputs, host, io, signal, clock, endpoints } = context;
    const { readSettings } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 79));
    const settings = await readSettings(inputs, host, clock);
    const { sourceOpener } = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(4959), __webpack_require__.e(1973), __webpack_require__.e(6063)]).then(__webpack_require__.bind(__webpack_require__, 6063));
    const open = sourceOpener(context, settings);
    const { openHttp } = await __webpack_require__.e(/* import() */ 4959).then(__webpack_require__.bind(__webpack_require__, 4959));
    const { openGitLab } = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(4959), __webpack_require__.e(1973)]).then(__webpack_require__.bind(__webpack_require__, 1973));
    const { openAppInterface } = await __webpack_require__.e(/* import() */ 3085).then(__webpack_require__.bind(__webpack_require__, 3085));
    const http = openHttp({ io, signal, clock, network: host.network, endpoints });
    try {
        const gitlab = openGitLab({ http, url: settings.gitlabUrl, token: inputs.token });
        const { transport, token } = inputs;
        const world = await openAppInterface(gitlab, { settings, transport, token, host, io, signal, clock });
        return await promote(context, settings, world, open);
    }
    finally {
        http.close();
    }
}
async function promote(context, settings, opened, open) {
    const { inputs, io } = context;
    const { prepare } = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(4959), __webpack_require__.e(1973), __webpack_require__.e(6063)]).then(__webpack_require__.bind(__webpack_require__, 6063));
    const { stepsOf, write } = await __webpack_require__.e(/* import() */ 7895).then(__webpack_require__.bind(__webpack_require__, 7895));
    const report = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(4959), __webpack_require__.e(1973), __webpack_require__.e(7308)]).then(__webpack_require__.bind(__webpack_require__, 7308));
    let world = opened;
    try {
        for (let round = 1; round <= ROUNDS; round += 1) {
            const prepared = await prepare(world, settings, open);
            const steps = stepsOf(prepared, inputs.closeSuperseded);
            report.printPlan(io, prepared, steps, settings);
            if (inputs.dryRun) {
                for (const line of report.diffOf(prepared).split("\n"))
                    io.info(line);
                io.summary(...report.planBlocks(prepared, steps, settings));
                return {
                    verdict: steps.length === 0 ? "unchanged" : "passed",
                    ...outputsOf(prepared, settings, report),
                    changed: false,
                };
            }
            const written = await write(prepared, {
                world,
                context,
                labels: settings.labels,
                baseBranch: settings.baseBranch,
            });
            if (written !== "stale" && written !== "taken") {
                io.summary(...report.doneBlocks(prepared, written, settings));
                const changed = context.journal.state.exists.length > 0;
                if (written !== undefined)
                    io.info(`${changed ? "open" : "unchanged"}: ${written.mergeRequest.webUrl}`);
                return {
                    verdict: changed ? "done" : "unchanged",
                    ...outputsOf(prepared, settings, report, written, inputs.closeSuperseded),
                    changed,
                };
            }
            io.notice(written === "stale"
                ? `${settings.baseBranch} has moved and touches the file: all is read again`
                : "the branch's name was taken meanwhile: all is read again");
            if (round < ROUNDS)
                world = { ...world, transport: await refreshed(world) };
        }
    }
    finally {
        await world.transport.close();
    }
    throw (0,action/* undecided */.oo)(`${settings.baseBranch} moved ${ROUNDS} times while the change was being made; nothing was written`, {
        remedy: "Run again when it is quieter.",
    });
}
async function refreshed({ transport }) {
    const next = await transport.refresh();
    await transport.close();
    return next;
}
function outputsOf(prepared, settings, report, written, closed = false) {
    const { refs, ranges, work, superseded } = prepared;
    const mergeRequest = written?.mergeRequest ?? work?.own;
    const commits = ranges.flatMap((range) => range.commits);
    return {
        oldRef: [...new Set(refs.changes.map(({ oldRef }) => oldRef))].join(",") || settings.ref,
        newRef: settings.ref,
        targets: report.targetRows(prepared),
        branch: written?.branch ?? work?.branch.name,
        commit: written?.commit ?? (work?.branch.state === "kept" ? work.branch.commit : undefined),
        mrIid: mergeRequest?.iid,
        mrUrl: mergeRequest?.webUrl,
        diff: report.diffOf(prepared),
        changelog: work?.texts.changelog,
        commits: commits.map(({ id, subject, author, parents }) => ({ id, subject, author, merge: parents.length > 1 })),
        superseded: superseded.map(({ iid, webUrl }) => ({ iid, url: webUrl, closed })),
    };
}


/***/ }),

/***/ 2196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ checkInputs),
/* harmony export */   u: () => (/* binding */ isPath)
/* harmony export */ });
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2752);


function checkInputs(inputs) {
    const { ref, date, file, jiraKey, image, labels, branch, commitMessage, title, description } = inputs;
    const wrong = (input, value, what, remedy) => {
        return { input, what: `${input} ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(value)} ${what}`, remedy };
    };
    const given = (value, isRight, problem) => (value === undefined || isRight(value) ? [] : [problem(value)]);
    return [
        ...given(ref, (value) => /^[0-9a-f]{40}$/.test(value), (value) => wrong("ref", value, "is not a full commit ID", "Give all 40 hexadecimal digits in lower case.")),
        ...given(date, isDay, (value) => wrong("date", value, "is not a date", "Write it as 2025-01-31.")),
        ...given(file, isPath, (value) => wrong("file", value, "is not the path of a YAML file", "Give it from app-interface's root, such as data/services/….yml.")),
        ...given(jiraKey, (value) => JIRA_KEY.test(value), (value) => wrong("jira-key", value, "is not a Jira key", "Write it like AAP-12345.")),
        ...given(image, (value) => PINNED.test(value), (value) => wrong("image", value, "is not an image pinned by its digest", "Write it as quay.io/org/name@sha256:….")),
        ...labels
            .filter(isMergeLabel)
            .map((label) => wrong("labels", label, "is one by which app-interface decides about merging", "Leave it to the reviewers.")),
        ...labels
            .filter((label) => label.length > 255)
            .map((label) => wrong("labels", label, "is too long", "GitLab takes 255 characters.")),
        ...(0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblems */ .bi)("branch", branch ?? "", _template_js__WEBPACK_IMPORTED_MODULE_1__/* .BRANCH_VARIABLES */ .LA),
        ...(0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblems */ .bi)("commit-message", commitMessage ?? "", _template_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_VARIABLES */ .DP),
        ...(0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblems */ .bi)("title", title ?? "", _template_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_VARIABLES */ .DP),
        ...(0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .templateProblems */ .bi)("description", description ?? "", _template_js__WEBPACK_IMPORTED_MODULE_1__/* .VARIABLES */ .ut),
        ...twice(inputs),
    ];
}
function twice({ targets, groups }) {
    if (targets === undefined || groups.length === 0)
        return [];
    return [
        {
            input: "groups",
            what: "targets and groups are both given",
            remedy: "Give one of them; include adds groups to either.",
        },
    ];
}
const JIRA_KEY = /^[A-Z][A-Z0-9_]{1,40}-[1-9][0-9]{0,14}$/;
const PINNED = /^[a-z0-9][a-z0-9.:_/-]{0,400}@sha256:[0-9a-f]{64}$/;
function isDay(date) {
    const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
function isPath(path) {
    const parts = path.split("/");
    return (path.length <= 500 &&
        /^[^\u0000-\u001f\u007f\\]+\.ya?ml$/.test(path) &&
        parts.every((part) => part !== "" && part !== "." && part !== ".."));
}
const MERGE_LABELS = ["lgtm", "approved", "hold", "awaiting-approval", "changes-requested", "needs-rebase"];
function isMergeLabel(label) {
    const name = label.toLowerCase();
    return MERGE_LABELS.includes(name) || /^(?:bot|do-not-merge|blocked)(?:\/|$)/.test(name);
}


/***/ }),

/***/ 932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ defaultDescription),
/* harmony export */   QL: () => (/* binding */ defaultTitle),
/* harmony export */   nU: () => (/* binding */ DEFAULT_BRANCH),
/* harmony export */   zD: () => (/* binding */ defaultMessage)
/* harmony export */ });
const DEFAULT_BRANCH = "aa-release-{date}";
const defaultTitle = (hasKey) => `${hasKey ? "{jira-key} - " : ""}{date} Analytics HCC Service Release`;
const defaultMessage = (hasKey) => `${hasKey ? "{jira-key} - " : ""}chore(release): release {short-ref} to production{including}`;
function defaultDescription({ jiraKey, image }) {
    return [
        "## Release\n\n{date} Analytics HCC Service Release",
        "## Commit SHA\n\n{ref}",
        ...(jiraKey ? ["## Jira\n\n{jira-key}"] : []),
        "## Changes Included\n\n{changelog}",
        "## Components Updated\n\n{targets}",
        ...(image ? ["## Quay Image\n\n{image}"] : []),
        "## Checklist\n\n{checklist}",
    ].join("\n\n");
}


/***/ }),

/***/ 79:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ gitlabUrlOf),
/* harmony export */   readSettings: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(861);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3486);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2196);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(932);





function gitlabUrlOf({ gitlabUrl }, host) {
    return gitlabUrl ?? (host.kind === "gitlab" ? host.serverUrl : undefined);
}
async function readSettings(inputs, host, clock) {
    const problems = [];
    const { "app-interface": config = {} } = await (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_1__.loadConfig)({ host, inputs });
    const gitlabUrl = gitlabUrlOf(inputs, host);
    if (gitlabUrl === undefined) {
        problems.push({
            input: "gitlab-url",
            what: "nothing says which GitLab holds app-interface",
            remedy: "Set gitlab-url, such as https://gitlab.example.",
        });
    }
    const file = inputs.file ?? config.file;
    if (file === undefined)
        problems.push({
            input: "file",
            what: "no saas file is named",
            remedy: "Set file, or app-interface.file in release-actions.yml.",
        });
    else if (!(0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .isPath */ .u)(file))
        problems.push({
            input: "file",
            what: "app-interface.file is not the path of a YAML file",
            remedy: "Give it from app-interface's root.",
        });
    const { selectors, including } = await selectionOf(inputs, config, problems);
    const { jiraKey, image, labels, ref, baseBranch, allowMovingRef, allowRollback } = inputs;
    const hasKey = jiraKey !== undefined;
    const settings = {
        gitlabUrl: gitlabUrl ?? "",
        project: inputs.project ?? config.project ?? "service/app-interface",
        forkProject: inputs.forkProject ?? config["fork-project"],
        bot: config.bot,
        baseBranch,
        file: file ?? "",
        selectors,
        including,
        ref,
        source: inputs.source ?? config.source,
        date: inputs.date ?? new Date(clock.now()).toISOString().slice(0, 10),
        isDateGiven: inputs.date !== undefined,
        jiraKey,
        image,
        labels,
        branch: inputs.branch ?? _defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_BRANCH */ .nU,
        message: inputs.commitMessage ?? (0,_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultMessage */ .zD)(hasKey),
        title: inputs.title ?? (0,_defaults_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultTitle */ .QL)(hasKey),
        description: inputs.description,
        allowMovingRef,
        allowRollback,
    };
    const { localProblems } = await Promise.all(/* import() */[__webpack_require__.e(8395), __webpack_require__.e(4959), __webpack_require__.e(1973), __webpack_require__.e(5028)]).then(__webpack_require__.bind(__webpack_require__, 5028));
    const local = await localProblems(settings);
    problems.push(...local.problems);
    if (problems.length > 0) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(problems.length === 1 ? problems[0].what : `${problems.length} problems with inputs and configuration`, { problems });
    }
    if (local.refusal !== undefined)
        throw local.refusal;
    return settings;
}
async function selectionOf({ targets, groups, include }, config, problems) {
    const declared = config.groups ?? [];
    const first = groups.length > 0 ? groups : targets === undefined ? declared.slice(0, 1).map(({ name }) => name) : [];
    if (first.length === 0 && targets === undefined) {
        problems.push({
            input: "targets",
            what: "no target is named",
            remedy: "Set targets, or groups that app-interface.groups in release-actions.yml declares.",
        });
    }
    const names = [...new Set([...first, ...include])];
    const chosen = names.flatMap((name) => {
        const group = declared.find((candidate) => candidate.name === name);
        const known = declared.map((candidate) => candidate.name).join(", ");
        if (group === undefined) {
            problems.push({
                input: include.includes(name) ? "include" : "groups",
                what: `there is no group ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}`,
                remedy: known === ""
                    ? "Declare it under app-interface.groups in release-actions.yml."
                    : `The declared ones are: ${known}.`,
            });
        }
        return group?.targets ?? [];
    });
    const listed = targets === undefined ? [] : await listedTargets(targets, problems);
    return {
        selectors: [...listed, ...chosen],
        including: targets === undefined ? names.slice(1) : names,
    };
}
async function listedTargets(targets, problems) {
    try {
        return await (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_1__/* .readTargets */ .R0)(targets, "targets");
    }
    catch (error) {
        if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error.details.problems === undefined)
            throw error;
        const { message, details } = error;
        problems.push(...details.problems.map((problem) => ({ ...problem, what: `${message}: ${problem.what}` })));
        return [];
    }
}


/***/ }),

/***/ 2752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ LINE_VARIABLES),
/* harmony export */   LA: () => (/* binding */ BRANCH_VARIABLES),
/* harmony export */   bi: () => (/* binding */ templateProblems),
/* harmony export */   pz: () => (/* binding */ fillIn),
/* harmony export */   ut: () => (/* binding */ VARIABLES)
/* harmony export */ });
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
const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_-]{0,40})\}/g;
function named(template) {
    return [...template.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
function templateProblems(input, template, allowed) {
    const unknown = new Set(named(template).filter((name) => !allowed.includes(name)));
    const remedy = `It knows ${allowed.map((name) => `{${name}}`).join(", ")}; a brace itself is written twice.`;
    return [...unknown].map((name) => ({ input, what: `${input} names {${name}}, which is unknown there`, remedy }));
}
function fillIn(input, template, values, problems) {
    return template.replace(PLACEHOLDER, (whole, name) => {
        if (name === undefined)
            return whole.slice(1);
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value !== undefined)
            return value;
        problems.push({
            input,
            what: `${input} names {${name}}, and this run has none`,
            remedy: (Object.hasOwn(REMEDIES, name) && REMEDIES[name]) || `Take {${name}} out of ${input}.`,
        });
        return "";
    });
}
const REMEDIES = {
    "jira-key": "Give jira-key.",
    image: "Give image.",
    "compare-url": "Give source as an https address of GitHub or GitLab, or take it out of the template.",
    changelog: "Give source, or take it out of the template.",
};


/***/ }),

/***/ 861:
/***/ (require("./861.module.js"))

};
;