"use strict";
exports.id = 5222;
exports.ids = [5222];
exports.modules = {

/***/ 5222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyDecision: () => (/* binding */ applyDecision)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(317);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5374);




async function applyDecision(run, { plan, release }) {
    if (release.kind === "new")
        return createRelease(run, release, plan);
    const { inputs, io } = run.context;
    const { release: found, snapshot } = release;
    const outputs = { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOutputs */ .mm)(found, plan), status: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(found), alreadyReleased: false, created: false };
    if (release.kind === "succeeded") {
        const headline = `${snapshot.name} has already been released by ${plan.name}, as ${found.name}.`;
        io.info(headline);
        if (inputs.summary)
            io.summary(...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseBlocks */ .Oi)(found, snapshot, plan, headline));
        return { ...outputs, verdict: "unchanged", alreadyReleased: true };
    }
    io.info(`The Release ${found.name} is in progress`);
    if (inputs.dryRun)
        return { ...outputs, verdict: "unchanged" };
    return follow(run, found, snapshot, plan, false);
}
async function createRelease(run, release, plan) {
    const { inputs, io, journal } = run.context;
    const { manifest, what, creation, snapshot } = release;
    if (inputs.dryRun) {
        await run.kubernetes.rehearse(_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .RELEASES */ .pH, manifest, creation);
        io.info(`plan: POST ${what}, of ${snapshot.name} by ${plan.name}`);
        if (inputs.summary)
            io.summary(...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .planBlocks */ .Sm)(manifest, snapshot, plan));
        return { verdict: "passed", snapshot: snapshot.name, target: plan.target, alreadyReleased: false, created: false };
    }
    journal.intend([what]);
    journal.next(`Run the same step again: it looks up the Release ${manifest.name} first and follows it.`);
    const { object, outcome } = await run.kubernetes.create(_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .RELEASES */ .pH, manifest, creation);
    io.info(`${outcome === "written" ? "created" : "found"}: ${what}`);
    return follow(run, (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ)(object), snapshot, plan, outcome === "written");
}
async function follow({ context, kubernetes }, release, snapshot, plan, created) {
    const { inputs, io, signal, clock, journal } = context;
    const { timeout, interval } = inputs;
    const what = `the Release ${release.name} in ${kubernetes.namespace}`;
    journal.made(what);
    journal.next(`Run the same step again: it follows the Release ${release.name} and creates no other.`);
    const flags = { alreadyReleased: false, created };
    try {
        const followed = await (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .followRelease */ .rr)({ kubernetes, release, timeout, interval, clock, io, signal });
        const { end, release: last } = followed;
        const state = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(last);
        const outputs = { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOutputs */ .mm)(last, plan), ...flags, status: end === "timeout" ? "timeout" : state };
        const headline = headlineOf(followed, timeout);
        if (end === "gone") {
            journal.gone(what);
            journal.next("Check in Konflux what its pipelines did before running this again: another run creates the Release again.");
        }
        if (inputs.summary)
            io.summary(...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseBlocks */ .Oi)(last, snapshot, plan, headline));
        if (end === "finished" && state === "succeeded") {
            io.info(headline);
            return { verdict: "done", ...outputs };
        }
        throw errorOf(followed, headline, { outputs });
    }
    catch (error) {
        throw withOutputs(error, { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOutputs */ .mm)(release, plan), ...flags, status: (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(release) });
    }
}
function headlineOf({ end, release }, timeout) {
    const { name } = release;
    if (end === "gone")
        return `The Release ${name} was deleted while it was followed.`;
    if (end === "timeout")
        return `The Release ${name} did not finish within ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(timeout)}; it continues without this step.`;
    const state = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(release);
    if (state === "unclear")
        return `The Release ${name} ended with an outcome that is not known.`;
    return state === "failed"
        ? `The Release ${name} failed: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .describeCause */ .V$)((0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(release))}`
        : `The Release ${name} succeeded.`;
}
function errorOf({ end, release }, headline, details) {
    if (end === "timeout")
        return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(headline, { ...details, remedy: "Run this again to keep following it, or set a longer timeout." });
    if (end === "gone")
        return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(headline, {
            ...details,
            remedy: "Someone, or a cleanup, deleted it; the pipelines that it started may have continued.",
        });
    if ((0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(release) === "unclear")
        return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .undecided */ .oo)(headline, { ...details, remedy: "Check the Release in Konflux." });
    const { attempts, remedy } = (0,_release_actions_konflux__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(release);
    const usual = "Its pipeline runs in the managed namespace, whose owners can read the log. Then set retry-failed: true.";
    const next = "Fix the cause, then run the same step with retry-failed: true to make another attempt.";
    return (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(headline, {
        ...details,
        remedy: remedy ?? usual,
        next,
        problems: attempts.map((what, at) => ({ what: `attempt ${at + 1} ${what}` })),
    });
}
function withOutputs(error, known) {
    if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
        return error;
    return new _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(error.verdict === "invalid" ? "undecided" : error.verdict, error.message, {
        ...error.details,
        outputs: { ...known, ...error.details.outputs },
        cause: error,
    });
}


/***/ })

};
;