"use strict";
exports.id = 3295;
exports.ids = [3295];
exports.modules = {

/***/ 3295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decideRelease: () => (/* binding */ decideRelease)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(317);
/* harmony import */ var _release_actions_konflux_kubernetes__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3933);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5374);





async function decideRelease(run) {
    const { context, kubernetes, request } = run;
    const { inputs, io, signal, clock } = context;
    const poll = { clock, io, signal, interval: inputs.interval };
    const candidates = await findSnapshots(kubernetes, request, inputs.waitForSnapshot, poll);
    const owner = candidates[0]?.owner;
    const plan = await findPlan(kubernetes, owner, request.plan);
    const before = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .findReleases */ .Oi)(kubernetes, candidates, plan);
    io.info(`Snapshot ${before.snapshot.name} of the ${(0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .describeOwner */ .$S)(owner)}, by the plan ${plan.name} to ${plan.target ?? "the tenant itself"}`);
    if (before.kind !== "none")
        return existing(before, plan, request);
    checkRetry(before, plan, inputs.retryFailed);
    const tested = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .awaitTests */ .Aw)(kubernetes, before.snapshot, inputs.waitForTests, poll);
    checkTests(context, tested);
    const history = { ...before, snapshot: tested.snapshot };
    const now = inputs.dryRun ? history : await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .awaitAutomaticRelease */ .JW)(kubernetes, history, plan, poll);
    if (now.kind !== "none")
        return existing(now, plan, request);
    return { plan, release: await newRelease(run, tested.snapshot, plan, now.attempt) };
}
async function findSnapshots(kubernetes, { snapshot, criteria }, timeout, poll) {
    if (snapshot !== undefined)
        return [await namedSnapshot(kubernetes, snapshot, criteria)];
    const choice = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .awaitSnapshots */ .Qc)(kubernetes, criteria, timeout, poll);
    if (choice.kind === "chosen")
        return choice.candidates;
    const { kind, what, problems } = choice;
    if (kind === "ambiguous") {
        const remedy = "Set image to the verified digest, application if there are several, or snapshot to the name of one Snapshot.";
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(what, { remedy, problems });
    }
    const late = timeout > 0 ? "; none appeared within wait-for-snapshot" : "";
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${what}${late}`, { remedy: await missingRemedy(kubernetes, criteria, problems), problems });
}
async function namedSnapshot(kubernetes, name, criteria) {
    const found = await kubernetes.get(_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOTS */ .iH, name);
    if (found === undefined) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`there is no Snapshot ${name} in ${kubernetes.namespace}`, {
            remedy: "Check the name (old Snapshots are removed), or set component and commit-sha instead.",
        });
    }
    const snapshot = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshot */ .RA)(found);
    const problem = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .problemWith */ .CO)(snapshot, criteria);
    if (problem === undefined)
        return snapshot;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`the Snapshot ${name} cannot be released: ${problem}`, {
        remedy: "Use the Snapshot of the push that built the verified image.",
    });
}
async function missingRemedy(kubernetes, { component = "", commit }, problems) {
    if (problems.length > 0)
        return "Release the Snapshot of the push to the branch, once its build has finished.";
    const usual = "Check that the build of this commit has finished and that its Snapshot was not removed, or set wait-for-snapshot.";
    const build = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .lastBuild */ .ZZ)(kubernetes, component);
    if (build === "no such component")
        return `There is no component ${component} in ${kubernetes.namespace}: check its name.`;
    if (build === "unknown" || build.commit === commit)
        return usual;
    return `The component's last built commit is ${build.commit}. ${usual}`;
}
async function findPlan(kubernetes, owner, name) {
    const choice = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .choosePlan */ .$2)((await kubernetes.list(_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_PLANS */ .t_)).map(_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .readReleasePlan */ .Rw), owner, name);
    if ("plan" in choice)
        return choice.plan;
    const remedy = choice.several
        ? "Set release-plan to one of them."
        : "Ask the owners of the target for a ReleasePlanAdmission, or set another release-plan.";
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(choice.what, { remedy, problems: choice.problems });
}
function checkRetry({ failed, snapshot }, plan, retryFailed) {
    if (failed.length === 0 || retryFailed)
        return;
    const names = failed.map(({ name }) => name).join(", ");
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`the release of ${snapshot.name} by ${plan.name} failed before: ${names}`, {
        remedy: "Find and fix the cause, then set retry-failed: true to make another attempt.",
        outputs: {
            release: failed.at(-1)?.name,
            snapshot: snapshot.name,
            status: "failed",
            alreadyReleased: false,
            created: false,
        },
    });
}
function checkTests({ inputs, io }, { snapshot: { name }, judgement }) {
    const { state, message, scenarios } = judgement;
    (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .printTests */ .dw)(io, name, judgement);
    if (inputs.summary)
        io.summary(...(0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .testsBlocks */ .a2)(name, judgement));
    if (state === "passed")
        return;
    const problems = scenarios
        .filter((scenario) => !scenario.optional && !(0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .hasPassed */ .Pc)(scenario))
        .map(({ name: scenario, status, details }) => ({
        what: `${scenario}: ${status}${details === "" ? "" : `: ${details}`}`,
    }));
    const tests = `the tests of the Snapshot ${name}`;
    const rule = "A Snapshot is released only after its tests have passed.";
    if (state === "failed") {
        const remedy = `Fix the failures and build again, or rerun the scenario in Konflux. ${rule}`;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${tests} failed: ${message}`, { remedy, problems });
    }
    if (state === "stuck") {
        const remedy = `Rerun them in Konflux, or build again. ${rule}`;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`${tests} have no result and may never have one: ${message}`, { remedy, problems });
    }
    const why = inputs.waitForTests > 0 ? "are still running after wait-for-tests" : "have no result yet";
    const remedy = `Set wait-for-tests, such as 1h, or run this again later. ${rule}`;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .undecided */ .oo)(`${tests} ${why}: ${message}`, { remedy, problems });
}
function existing(release, plan, request) {
    checkSame(release.release, release.snapshot.name, plan.name, request);
    return { plan, release };
}
async function newRelease({ kubernetes, request }, snapshot, plan, attempt) {
    const name = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .releaseName */ ["do"])(snapshot.name, plan.name, attempt);
    const { notes, gracePeriodDays } = request;
    const author = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .authorLabel */ .Ur)((await kubernetes.whoAmI()) ?? "");
    const labels = {
        [_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_SNAPSHOT_LABEL */ .ud]: snapshot.name,
        [_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .RELEASE_PLAN_LABEL */ .LT]: plan.name,
        ...(author !== "" && (0,_release_actions_konflux_kubernetes__WEBPACK_IMPORTED_MODULE_3__/* .isLabelValue */ .eZ)(author) && { [_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .AUTHOR_LABEL */ .LM]: author }),
    };
    const spec = {
        snapshot: snapshot.name,
        releasePlan: plan.name,
        ...(notes !== undefined && { data: { releaseNotes: notes } }),
        ...(gracePeriodDays !== undefined && { gracePeriodDays }),
    };
    const what = `the Release ${name} in ${kubernetes.namespace}`;
    const adopt = (found) => checkSame((0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_2__/* .readRelease */ .iJ)(found), snapshot.name, plan.name, request);
    return { kind: "new", manifest: { name, labels, spec }, what, creation: { what, adopt }, snapshot };
}
function checkSame(found, snapshot, plan, { notes }) {
    if (found.snapshot !== snapshot || found.plan !== plan) {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`there is already a Release ${found.name}, of the Snapshot ${found.snapshot} by the plan ${found.plan}`, { remedy: "Delete it if nobody needs it: its name is in use." });
    }
    const current = found.data?.releaseNotes;
    if (notes === undefined || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(toPlainJson(current), toPlainJson(notes)))
        return;
    throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(`the Release ${found.name} of ${snapshot} by ${plan} has different release notes, and they cannot be changed`, { remedy: "Omit release-notes to accept the Release as it is.", exists: [`the Release ${found.name}`] });
}
function toPlainJson(value) {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}


/***/ })

};
;