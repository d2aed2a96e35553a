"use strict";
exports.id = 4276;
exports.ids = [4276];
exports.modules = {

/***/ 4276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ summarize_run_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/summarize-run/workflows.ts
const SOURCE = "Check out the source";
const TAG_COMMIT = "Check out the tag's commit";
const IMAGE_AGAIN = "Verify the image again";
const SCHEMAS = "Check out the schemas";
const WORKFLOWS = {
    "release-tag": {
        validate: {
            name: "Validate",
            steps: { checkout: SOURCE, tag: "Validate the tag", images: "Choose the images" },
        },
        "build-images": { name: "Build the images", steps: {}, mainStep: "Build and push" },
        "verify-images": {
            name: "Verify the images",
            steps: { checkout: TAG_COMMIT, list: "List what was built", verify: "Verify what was built" },
        },
        "staging-smoke": {
            name: "Smoke-test",
            steps: {
                checkout: TAG_COMMIT,
                start: "Start what was built",
                test: "Test it",
                suite: "Test the services",
                frontend: "Open the page",
                metrics: "Watch the metrics",
            },
        },
        publish: {
            name: "Publish",
            steps: {
                checkout: SOURCE,
                files: "Download the files to attach",
                notes: "Extract the notes",
                release: "Publish the release",
            },
        },
    },
    "promote-appinterface": {
        check: {
            name: "Check",
            steps: {
                checkout: SOURCE,
                commit: "Verify the commit",
                texts: "Write the texts",
                image: "Verify the image",
                issue: "Plan the issue",
                plan: "Plan the change",
            },
        },
        validate: {
            name: "Validate app-interface",
            steps: { fetch: "Fetch app-interface with the change", schemas: SCHEMAS, validate: "Validate" },
        },
        promote: {
            name: "Promote",
            steps: {
                checkout: SOURCE,
                image: IMAGE_AGAIN,
                plan: "Plan the change again",
                texts: "Write the texts",
                issue: "Create the issue",
                bump: "Bump the refs",
                link: "Link the issue",
            },
        },
    },
    "release-to-prod": {
        check: {
            name: "Check",
            steps: {
                checkout: SOURCE,
                commit: "Verify the commit",
                image: "Verify the image",
                alerts: "Check for alerts",
                konflux: "Plan the release",
            },
        },
        validate: {
            name: "Validate app-interface",
            steps: { fetch: "Fetch app-interface", schemas: SCHEMAS, validate: "Validate" },
        },
        release: {
            name: "Release",
            steps: {
                checkout: SOURCE,
                image: IMAGE_AGAIN,
                alerts: "Check for alerts again",
                release: "Create the Release",
            },
        },
    },
};

;// CONCATENATED MODULE: ./actions/summarize-run/run.ts


const RESULTS = ["success", "failure", "cancelled", "skipped"];
function readRun(given, host) {
    const needs = readObject("needs", given.needs);
    return {
        workflow: given.workflow,
        subject: given.subject,
        inputs: valuesOf(readObject("inputs", given.inputs)),
        outputs: given.outputs,
        jobs: Object.entries(WORKFLOWS[given.workflow]).map(([id, names]) => readJob(id, names, needs[id])),
        repository: host.repository ?? "",
        url: host.runUrl ?? "",
        caller: /([^/]+)@/.exec(given.caller ?? "")?.[1] ?? "",
    };
}
function readSteps(steps, names) {
    const outcomes = new Map();
    for (const [, id = "", outcome = "", verdict = ""] of steps.matchAll(/([\w-]+)=([a-z]*)(?::([a-z]*))?(?=\s|$)/g))
        outcomes.set(id, [outcome, verdict]);
    return Object.entries(names.steps).map(([id, name]) => {
        const [given, said] = outcomes.get(id) ?? ["", ""];
        const outcome = resultOf(given);
        const verdict = action/* VERDICTS */.bk.find((one) => one === said);
        const fits = verdict !== undefined && (0,action/* isSuccess */.oJ)(verdict) === (outcome === "success");
        return { id, name, outcome, verdict: fits ? verdict : undefined };
    });
}
function readJob(id, names, given) {
    const { result: said, outputs: all } = isObject(given) ? given : {};
    const result = resultOf(said);
    const outputs = result === "skipped" || !isObject(all) ? {} : valuesOf(all);
    const main = names.mainStep === undefined ? [] : [{ id: "", name: names.mainStep, outcome: result, verdict: undefined }];
    return { id, name: names.name, result, outputs, steps: [...main, ...readSteps(outputs["steps"] ?? "", names)] };
}
function endedBadly({ result }) {
    return result !== "success" && result !== "skipped";
}
function failedSteps({ steps }) {
    return steps.filter(({ outcome }) => outcome === "failure" || outcome === "cancelled");
}
function decidingVerdict({ jobs }) {
    const verdicts = jobs.filter(endedBadly).flatMap((job) => failedSteps(job).map(({ verdict }) => verdict));
    return action/* VERDICTS */.bk.find((verdict) => !(0,action/* isSuccess */.oJ)(verdict) && verdicts.includes(verdict));
}
function resultOf(given) {
    return RESULTS.find((result) => result === given) ?? "unknown";
}
function readObject(input, given) {
    if (given === undefined)
        return {};
    try {
        const value = JSON.parse(given);
        if (isObject(value))
            return value;
    }
    catch {
    }
    throw (0,action/* invalid */.Gq)(`${input} is not a JSON object`, { remedy: `Give it as \${{ toJSON(${input}) }}.` });
}
function valuesOf(object) {
    const texts = Object.entries(object).filter(([, value]) => ["string", "boolean", "number"].includes(typeof value));
    return Object.assign(Object.create(null), Object.fromEntries(texts.map(([k, v]) => [k, String(v)])));
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./actions/summarize-run/texts.ts



function failureReport(run, texts) {
    const where = whereOf(run);
    const exists = texts.exists === undefined ? [] : [(0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("What exists:"), " ", ...partsOf(texts.exists)])];
    return {
        blocks: [
            (0,packages_text/* heading */.R_)(texts.title),
            (0,packages_text/* table */.tp)(["Job", "Result"], run.jobs.map(({ name, result }) => [name, result])),
            (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("Where:"), ` ${where} (`, (0,packages_text/* link */.nf)("log", run.url), ")"]),
            (0,packages_text/* paragraph */.FY)([(0,packages_text/* strong */.ko)("Why:"), ` ${texts.why}`]),
            ...exists,
            (0,packages_text/* paragraph */.FY)((0,packages_text/* strong */.ko)("Next:")),
            (0,packages_text/* codeBlock */.DV)(texts.next),
            ...(texts.details ?? []),
        ],
        lines: [],
        annotation: { level: "error", title: texts.annotation, message: `${where}. ${texts.why}` },
    };
}
function whereOf({ jobs }) {
    const bad = jobs.filter(endedBadly).map((job) => {
        const steps = failedSteps(job).map(({ name, outcome, verdict }) => `${name} (${verdict ?? outcome})`);
        return steps.length === 0 ? `${job.name} (${job.result})` : `${job.name}: ${steps.join(", ")}`;
    });
    return bad.length === 0 ? "no job" : bad.join("; ");
}
function whyOf(run, more = "") {
    if (isStopped(run))
        return "The job was canceled or reached its time limit. It is safe to run again.";
    const verdict = decidingVerdict(run);
    const advice = verdict === undefined ? "See the log of the step." : (0,action/* failureAdvice */.dY)(verdict);
    return more === "" ? advice : `${advice} ${more}`;
}
function isStopped({ jobs }) {
    const results = jobs.filter(endedBadly).map(({ result }) => result);
    return results.length > 0 && results.every((result) => result === "cancelled");
}
function rerunCommand({ url, repository }) {
    const id = /\/actions\/runs\/(\d+)$/.exec(url)?.[1] ?? "RUN_ID";
    return `gh run rerun ${id} --repo ${/^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : (0,packages_text/* shellQuoted */.x)(repository)} --failed`;
}
function failedForGood(job, step) {
    const failed = job === undefined || !endedBadly(job) ? undefined : failedSteps(job).find(({ id }) => id === step);
    return failed?.verdict === "refused" || failed?.verdict === "invalid";
}
function jobOf({ jobs }, id) {
    return jobs.find((job) => job.id === id);
}
function shown(text, most = 200) {
    return (0,packages_text/* code */.aY)(plain(text, most));
}
function plain(text, most = 200) {
    const line = (0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text ?? "").trim(), most);
    return line === "" ? "-" : line;
}
function address(url) {
    const target = (0,packages_text/* linkTarget */.Cm)(url ?? "");
    return target === undefined ? shown(url, 400) : (0,packages_text/* link */.nf)(target, target);
}
function word(text) {
    return (0,packages_text/* shellQuoted */.x)((0,packages_text/* shorten */.ml)((0,packages_text/* oneLine */.TN)(text ?? "").trim(), 400));
}
function partsOf(inline) {
    return typeof inline === "string" || "kind" in inline ? [inline] : inline;
}

;// CONCATENATED MODULE: ./actions/summarize-run/promote-appinterface.ts



const READ_ONLY = ["checkout", "image", "plan", "texts"];
function promotionPlan({ outputs, inputs }) {
    const dryRun = inputs["dry-run"] === "true" ? ["This is a dry run: nothing is written."] : [];
    if ((outputs["branch"] ?? "") === "") {
        const message = "Every target already has the commit: there is nothing to promote, and nothing is written.";
        return { blocks: [], lines: dryRun, annotation: { level: "notice", message } };
    }
    if ((inputs["schemas-ref"] ?? "") !== "")
        return { blocks: [], lines: dryRun };
    const message = "app-interface is not validated here because schemas-ref is not set; its own pipeline validates the merge request.";
    return { blocks: [], lines: dryRun, annotation: { level: "notice", message } };
}
function promotionResult(run) {
    const { subject, inputs, outputs } = run;
    const issue = outputs["jira-key"];
    if ((outputs["mr-url"] ?? "") === "") {
        const message = `Every target already has the commit: there is no merge request. ${plain(issue)} stays as it is.`;
        return { blocks: [], lines: [], annotation: { level: "warning", message } };
    }
    const validated = jobOf(run, "validate")?.result === "success"
        ? "validated with the change"
        : [(0,packages_text/* strong */.ko)("not validated here"), ": ", shown("schemas-ref"), " is not set; its own pipeline validates it"];
    const back = rollbackCommand(run);
    const rows = [
        ["merge request", [shown(`!${plain(outputs["mr-iid"])}`), ", ", address(outputs["mr-url"])]],
        ["branch", shown(outputs["branch"])],
        ["Jira issue", [shown(issue), ", ", address(outputs["jira-url"])]],
        ["image", shown(outputs["image"], 600)],
        ["deployed until now", shown(outputs["old-ref"], 600)],
        ["app-interface", validated],
    ];
    return {
        blocks: [
            (0,packages_text/* heading */.R_)(["The merge request for ", shown(subject), " is open"]),
            (0,packages_text/* table */.tp)(["Item", "Value"], rows),
            (0,packages_text/* paragraph */.FY)((0,packages_text/* strong */.ko)("Next:")),
            (0,packages_text/* list */.p_)([
                "Review the merge request.",
                "Get it approved by the team.",
                "Get it merged: that deploys it.",
                "Watch the deployment in app-interface, then the service.",
                [
                    "Check the pods in the namespaces of the merge request's targets (",
                    shown(inputs["target-environment"]),
                    ").",
                ],
            ], true),
            ...(back === undefined
                ? [
                    (0,packages_text/* paragraph */.FY)([
                        (0,packages_text/* strong */.ko)("To roll back"),
                        " after the merge: the targets had different commits before. Promote the one that each had, with ",
                        shown("allow-rollback"),
                        ".",
                    ]),
                ]
                : [
                    (0,packages_text/* paragraph */.FY)([
                        (0,packages_text/* strong */.ko)("To roll back:"),
                        " before the merge, close the merge request. After it, this opens one that goes back:",
                    ]),
                    (0,packages_text/* codeBlock */.DV)(back),
                ]),
        ],
        lines: [
            `Merge request !${plain(outputs["mr-iid"])}: ${plain(outputs["mr-url"], 400)}`,
            `Jira issue ${plain(issue)}: ${plain(outputs["jira-url"], 400)}`,
            "Next: review, approve and merge it; then watch the deployment and the pods.",
            `To roll back after the merge: ${back ?? "promote the commit that each target had, with allow-rollback."}`,
        ],
    };
}
function promotionFailure(run) {
    const { inputs, subject } = run;
    const [check, validate, promote] = ["check", "validate", "promote"].map((id) => jobOf(run, id));
    const isChecking = [check, validate].some((job) => job !== undefined && endedBadly(job));
    const command = (step, text) => [check, promote].some((job) => failedForGood(job, step)) ? text : undefined;
    return failureReport(run, {
        title: ["The promotion of ", shown(subject), " failed"],
        annotation: "The promotion failed",
        why: failedForGood(promote, "texts")
            ? "Every target already has the commit: another run has promoted it. There is nothing left to do."
            : whyOf(run, isChecking && !isStopped(run) ? "Nothing was written." : ""),
        exists: existing(run),
        next: command("commit", `git fetch --all --tags && git cat-file -t ${word(subject)}`) ??
            command("image", `release-actions quay-verify --image ${word(inputs["image"])} --commit-sha ${word(subject)}`) ??
            command("plan", `release-actions bump-appinterface-ref --ref ${word(subject)} --dry-run`) ??
            rerunCommand(run),
    });
}
function existing(run) {
    const promote = jobOf(run, "promote");
    const { "jira-key": issue = "", "jira-url": issueUrl, branch = "", "mr-url": mergeRequest = "", } = promote?.outputs ?? {};
    const found = [
        ...(issue === "" ? [] : [["the issue ", shown(issue), ", ", address(issueUrl)]]),
        ...(branch === "" ? [] : [["the branch ", shown(branch)]]),
        ...(mergeRequest === "" ? [] : [["the merge request ", address(mergeRequest)]]),
    ];
    if (found.length > 0) {
        return [...found.flatMap((parts, index) => (index === 0 ? parts : ["; ", ...parts])), ". Running again adopts it."];
    }
    const failed = promote === undefined ? [] : failedSteps(promote);
    const isBefore = failed.length > 0 && failed.every(({ id }) => READ_ONLY.includes(id));
    if (promote?.result === "skipped" || isBefore)
        return "nothing was written.";
    return "the log of the step says what was written. Running again adopts it.";
}
function rollbackCommand({ outputs, inputs, caller, repository }) {
    const oldRef = outputs["old-ref"] ?? "";
    if (!/^[0-9a-f]{40}$/.test(oldRef))
        return undefined;
    const include = inputs["include"] ?? "";
    return [
        `gh workflow run ${caller === "" ? "WORKFLOW" : word(caller)} --repo ${repository} --field commit=${oldRef} --field allow-rollback=true`,
        ...(include === "" ? [] : [`--field include=${word(include)}`]),
    ].join(" ");
}

;// CONCATENATED MODULE: ./actions/summarize-run/release-tag.ts




const LONGEST_REPORT = 60_000;
function releaseTagFailure(run) {
    const validate = jobOf(run, "validate");
    const tag = validate?.outputs["tag"] || run.subject;
    const isRefused = failedForGood(validate, "tag");
    return failureReport(run, {
        title: ["The release of ", shown(tag), " failed"],
        annotation: "The release failed",
        why: reason(run),
        next: isRefused ? `release-actions validate-tag --tag ${word(tag)}` : rerunCommand(run),
        details: reportOf(validate),
    });
}
function reason(run) {
    const first = run.jobs.find(endedBadly)?.id;
    if (isStopped(run) || first === "publish")
        return whyOf(run);
    if (first === "build-images")
        return "An image could not be built or pushed. Nothing was published.";
    if (first !== "staging-smoke")
        return whyOf(run, "Nothing was published.");
    const verdict = decidingVerdict(run);
    const advice = verdict === undefined ? [] : [(0,action/* failureAdvice */.dY)(verdict)];
    return ["The images did not pass their tests.", ...advice, "Nothing was published."].join(" ");
}
function reportOf(validate) {
    const report = validate?.outputs["report"] ?? "";
    if (validate === undefined || !endedBadly(validate) || report === "")
        return [];
    return [(0,packages_text/* details */.zH)("The report", [(0,packages_text/* codeBlock */.DV)((0,packages_text/* shorten */.ml)(indented(report), LONGEST_REPORT), "json")])];
}
function indented(json) {
    try {
        return JSON.stringify(JSON.parse(json), undefined, 2);
    }
    catch {
        return json;
    }
}

;// CONCATENATED MODULE: ./actions/summarize-run/release-to-prod.ts




const DRY_RUN = "This is a dry run: no Release is created.";
function gatesReport({ subject, inputs, outputs }, steps) {
    const gates = readSteps(steps, WORKFLOWS["release-to-prod"].check);
    const bad = gates.filter(({ outcome }) => outcome !== "success");
    const dryRun = inputs["dry-run"] === "true";
    const omitted = (inputs["schemas-ref"] ?? "") === ""
        ? [["Validate app-interface", ["➖ not requested: ", shown("schemas-ref"), " is not set"]]]
        : [];
    return {
        blocks: [
            (0,packages_text/* heading */.R_)(["The gates of ", shown(subject)]),
            (0,packages_text/* table */.tp)(["Gate", "Result"], [
                ...gates.map((gate) => [gate.name, `${ICONS[gate.outcome] ?? "❌"} ${gateResult(gate)}`]),
                ...omitted,
            ]),
            ...knownRelease(outputs),
            ...(dryRun ? [(0,packages_text/* paragraph */.FY)(DRY_RUN)] : []),
        ],
        lines: [
            bad.length === 0
                ? "Every gate of this job passed."
                : `Gates that did not pass: ${bad.map((gate) => `${gate.name} (${gateResult(gate)})`).join(", ")}`,
            ...(dryRun ? [DRY_RUN] : []),
        ],
    };
}
const ICONS = { success: "✅", skipped: "➖", unknown: "❓" };
function gateResult({ outcome, verdict }) {
    if (outcome === "skipped")
        return "not run";
    return verdict ?? (outcome === "success" ? "passed" : outcome);
}
function knownRelease({ release = "", snapshot = "", status }) {
    if (release !== "")
        return [
            (0,packages_text/* paragraph */.FY)([
                "Konflux already has the Release ",
                shown(release),
                " of ",
                shown(snapshot),
                ": ",
                shown(status),
                ".",
            ]),
        ];
    return snapshot === "" ? [] : [(0,packages_text/* paragraph */.FY)(["The Snapshot is ", shown(snapshot), "; it has no Release yet."])];
}
function releaseResult(run) {
    const { subject, inputs, outputs } = run;
    const { release, snapshot, target, image, artifacts = "", "advisory-url": advisory = "" } = outputs;
    const rows = [
        ["Release", shown(`${plain(inputs["namespace"])}/${plain(release)}`, 410)],
        ["Snapshot", shown(snapshot)],
        ["released to", shown(target)],
        ["image", shown(image, 600)],
        ...(advisory === "" ? [] : [["advisory", shown(advisory, 400)]]),
        [
            "app-interface",
            jobOf(run, "validate")?.result === "success"
                ? "valid"
                : [(0,packages_text/* strong */.ko)("not validated"), ": ", shown("schemas-ref"), " is not set"],
        ],
    ];
    const isOld = outputs["already-released"] === "true";
    return {
        blocks: [
            (0,packages_text/* heading */.R_)([shown(subject), isOld ? " had already been released" : " is released"]),
            (0,packages_text/* table */.tp)(["Item", "Value"], rows),
            ...(artifacts === "" ? [] : [(0,packages_text/* paragraph */.FY)("Artifacts of its pipeline:"), (0,packages_text/* codeBlock */.DV)(plain(artifacts, 4_000))]),
            (0,packages_text/* paragraph */.FY)((0,packages_text/* strong */.ko)("Next:")),
            (0,packages_text/* list */.p_)([
                [
                    "The images are in the registry of the target; a change of app-interface deploys them: run promote-appinterface.yml with the commit ",
                    shown(subject),
                    ".",
                ],
                "Watch the service once that is merged.",
            ], true),
            (0,packages_text/* paragraph */.FY)([
                (0,packages_text/* strong */.ko)("To roll back:"),
                " a Release cannot be undone. Promote the commit that was deployed before; its image is still there.",
            ]),
        ],
        lines: [
            `Release ${plain(release)} of ${plain(snapshot)}, to ${plain(target)}.`,
            ...(advisory === "" ? [] : [`Advisory: ${plain(advisory, 400)}`]),
            `Next: promote-appinterface.yml with the commit ${plain(subject)} deploys it.`,
        ],
    };
}
function releaseFailure(run) {
    const { subject, inputs } = run;
    const [check, release] = ["check", "release"].map((id) => jobOf(run, id));
    const command = (step, text) => [check, release].some((job) => failedForGood(job, step)) ? text : undefined;
    const ended = endedRelease(run);
    return failureReport(run, {
        title: inputs["dry-run"] === "true"
            ? ["A dry run found that ", shown(subject), " cannot be released"]
            : ["The release of ", shown(subject), " failed"],
        annotation: "The release failed",
        why: ended?.why ?? whyOf(run),
        exists: release_to_prod_existing(run),
        next: ended?.next ??
            command("commit", `git fetch --all --tags && git cat-file -t ${word(subject)}`) ??
            command("image", `release-actions quay-verify --image ${word(inputs["image"])} --commit-sha ${word(subject)}`) ??
            rerunCommand(run),
    });
}
function endedRelease(run) {
    const job = jobOf(run, "release");
    const { release, status } = job?.outputs ?? {};
    if (!hasFailedRelease(run) || isStopped(run))
        return undefined;
    if (status === "timeout") {
        return {
            why: "The Release has not finished yet and continues without this job. Running again follows it and creates no other.",
        };
    }
    if (status !== "failed")
        return undefined;
    return {
        why: "The Release failed; its log and summary name the phase, the pipeline run, the task and the step. " +
            "It cannot be undone or run again: with retry-failed the next run makes another attempt.",
        next: `kubectl get release ${word(release)} --namespace ${word(run.inputs["namespace"])} --output yaml`,
    };
}
function hasFailedRelease(run) {
    const job = jobOf(run, "release");
    return job !== undefined && endedBadly(job) && failedSteps(job).some(({ id }) => id === "release");
}
function release_to_prod_existing(run) {
    const namespace = plain(run.inputs["namespace"]);
    const named = (name) => shown(`${namespace}/${plain(name)}`, 410);
    const job = jobOf(run, "release");
    const { release = "", status } = job?.outputs ?? {};
    if (release !== "") {
        const rest = ". Running again finds it and creates no other, unless it failed and retry-failed is set.";
        return ["the Release ", named(release), ": ", shown(status || "unknown"), rest];
    }
    const step = job === undefined ? undefined : failedSteps(job).find(({ id }) => id === "release");
    if (step !== undefined && !["refused", "invalid", "undecided"].includes(step.verdict ?? "")) {
        return `the log of the step "${step.name}" says what was created. Running again first checks for the Release.`;
    }
    const { release: found = "", status: foundStatus } = jobOf(run, "check")?.outputs ?? {};
    if (found === "")
        return "no Release was created by this run.";
    const whose = " of an earlier run, or of Konflux itself: ";
    return ["the Release ", named(found), whose, shown(foundStatus), ". This run created none."];
}

;// CONCATENATED MODULE: ./actions/summarize-run/action.ts





const fact = (description) => (0,action/* text */.Qq)({ description, optional: true, address: true });
const FACTS = {
    image: fact("Verified image."),
    "jira-key": fact("Key of the Jira issue."),
    "jira-url": fact("URL of the Jira issue."),
    "mr-iid": fact("Number of the merge request."),
    "mr-url": fact("URL of the merge request."),
    branch: fact("Branch with the change."),
    "old-ref": fact("Previous commit of the targets."),
    snapshot: fact("Snapshot."),
    release: fact("Release."),
    status: fact("Status of the Release."),
    "already-released": fact("Whether the Snapshot had been released before."),
    target: fact("Namespace it was released to."),
    artifacts: fact("Artifacts its pipeline reports."),
    "advisory-url": fact("URL of the advisory."),
};
/* harmony default export */ const summarize_run_action = ((0,action/* defineAction */.QP)({
    name: "summarize-run",
    description: "Summarizes a run of one of the reusable workflows: what it found, what exists, and what to do next.",
    internal: true,
    inputs: {
        workflow: (0,action/* choice */.Yq)(["release-tag", "promote-appinterface", "release-to-prod"], {
            description: "Workflow to summarize.",
            default: "release-tag",
        }),
        report: (0,action/* choice */.Yq)(["check", "result", "failure"], {
            description: "What to summarize: the read-only checks, the result, or the failure of the run.",
            default: "failure",
        }),
        subject: (0,action/* text */.Qq)({ description: "Tag or commit that the run is about." }),
        needs: (0,action/* text */.Qq)({ description: "Context of the jobs: toJSON(needs).", optional: true }),
        inputs: (0,action/* text */.Qq)({ description: "Inputs of the workflow: toJSON(inputs).", optional: true }),
        steps: (0,action/* text */.Qq)({
            description: "Outcomes of this job's steps, by ID.",
            example: "checkout=success image=failure:refused",
            default: "",
        }),
        caller: (0,action/* text */.Qq)({ description: "Calling workflow: github.workflow_ref.", optional: true }),
        ...FACTS,
    },
    outputs: {},
    permissions: { github: {}, gitlab: "None." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: false,
    async run({ inputs, io, host }) {
        const given = new Map(Object.entries(inputs));
        const facts = Object.keys(FACTS).map((name) => [name, String(given.get((0,action/* camelCase */.xQ)(name)) ?? "")]);
        const run = readRun({ ...inputs, outputs: Object.fromEntries(facts) }, host);
        const { blocks, lines, annotation } = action_reportOf(run, inputs.report, inputs.steps);
        if (annotation !== undefined) {
            const { level, message, title } = annotation;
            io[level](message, title === undefined ? {} : { title });
        }
        for (const line of lines)
            io.info(line);
        io.summary(...blocks);
        return { verdict: "passed" };
    },
}));
function action_reportOf(run, report, steps) {
    switch (`${run.workflow} ${report}`) {
        case "release-tag failure":
            return releaseTagFailure(run);
        case "promote-appinterface check":
            return promotionPlan(run);
        case "promote-appinterface result":
            return promotionResult(run);
        case "promote-appinterface failure":
            return promotionFailure(run);
        case "release-to-prod check":
            return gatesReport(run, steps);
        case "release-to-prod result":
            return releaseResult(run);
        case "release-to-prod failure":
            return releaseFailure(run);
        case "release-tag check":
        case "release-tag result":
            throw (0,action/* invalid */.Gq)(`${run.workflow} has no report of its ${report}`, { remedy: "Use failure." });
    }
}


/***/ })

};
;