"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkBranchName),
/* harmony export */   readSettings: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);
/* harmony import */ var _release_actions_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(861);
/* harmony import */ var _release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(192);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9366);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8151);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1348);






async function readSettings(inputs, host, clock) {
    const problems = [];
    const { "app-interface": config = {} } = await (0,_release_actions_config__WEBPACK_IMPORTED_MODULE_1__.loadConfig)({ host, inputs });
    const { jiraKey, image, labels, ref, baseBranch, allowMovingRef, allowRollback, closeSuperseded } = inputs;
    const hasKey = jiraKey !== undefined;
    const settings = {
        gitlabUrl: requiredUrl(inputs, host, problems),
        project: inputs.project ?? config.project ?? "service/app-interface",
        forkProject: inputs.forkProject ?? config["fork-project"],
        bot: config.bot,
        baseBranch,
        file: requiredFile(inputs.file ?? config.file, problems),
        ...(await readSelection(inputs, config, problems)),
        ref,
        source: inputs.source ?? config.source,
        date: inputs.date ?? (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .formatDay */ .im)(clock.now()),
        isDateGiven: inputs.date !== undefined,
        jiraKey,
        image,
        labels,
        branch: inputs.branch ?? _texts_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_BRANCH */ .nU,
        message: inputs.commitMessage ?? (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultMessage */ .zD)(hasKey),
        title: inputs.title ?? (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultTitle */ .QL)(hasKey),
        description: inputs.description,
        allowMovingRef,
        allowRollback,
        closeSuperseded,
    };
    const refusal = await checkNames(settings, problems);
    if (problems.length > 0) {
        const [first] = problems;
        const message = problems.length === 1 ? first.what : `${problems.length} problems with inputs and configuration`;
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(message, { problems });
    }
    if (refusal !== undefined)
        throw refusal;
    return settings;
}
function requiredUrl(inputs, host, problems) {
    const url = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .gitlabUrlOf */ .KL)(inputs, host);
    if (url === undefined) {
        problems.push({
            input: "gitlab-url",
            what: "nothing says which GitLab hosts app-interface",
            remedy: "Set gitlab-url, such as https://gitlab.example.",
        });
    }
    return url ?? "";
}
function requiredFile(file, problems) {
    if (file === undefined) {
        const remedy = "Set file, or app-interface.file in release-actions.yml.";
        problems.push({ input: "file", what: "no saas file is named", remedy });
    }
    else if (!(0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .isSaasPath */ .a1)(file)) {
        const remedy = "Give the path from app-interface's root.";
        problems.push({ input: "file", what: "app-interface.file is not the path of a YAML file", remedy });
    }
    return file ?? "";
}
async function readSelection({ targets, groups, include }, { groups: declared = [] }, problems) {
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
        if (group !== undefined)
            return group.targets;
        const known = declared.map((candidate) => candidate.name).join(", ");
        problems.push({
            input: include.includes(name) ? "include" : "groups",
            what: `there is no group ${(0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}`,
            remedy: known === ""
                ? "Declare it under app-interface.groups in release-actions.yml."
                : `The declared ones are: ${known}.`,
        });
        return [];
    });
    const listed = targets === undefined ? [] : await readListed(targets, problems);
    return {
        selectors: [...listed, ...chosen],
        including: targets === undefined ? names.slice(1) : names,
    };
}
async function readListed(targets, problems) {
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
async function checkNames(settings, problems) {
    const { branchRef, isUrl, remoteAddress } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const { source, baseBranch, project, forkProject, date } = settings;
    let refusal;
    const check = async (input, work) => {
        try {
            await work();
        }
        catch (error) {
            if (!(error instanceof _release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
                throw error;
            if (error.verdict === "invalid")
                problems.push(...problemsOf(error, input));
            else
                refusal ??= error;
        }
    };
    await check("branch", () => checkBranchName((0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .branchName */ .at)(settings, date), baseBranch));
    await check("base-branch", () => branchRef(baseBranch));
    if (source !== undefined && isUrl(source))
        await check("source", () => remoteAddress({ url: source }));
    if (forkProject !== undefined && forkProject.toLowerCase() === project.toLowerCase()) {
        const what = "fork-project is the project itself";
        problems.push({ input: "fork-project", what, remedy: "Leave fork-project out." });
    }
    const texts = (0,_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .earlyTexts */ .YP)(settings, date);
    problems.push(...texts.problems);
    await check("title", () => (0,_release_actions_forge_gitlab__WEBPACK_IMPORTED_MODULE_2__/* .checkTexts */ .Ri)({ title: texts.title }));
    return refusal;
}
function problemsOf({ message, details: { problems = [], remedy } }, input) {
    const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
    return found.map((problem) => ({ input, ...problem }));
}
async function checkBranchName(name, baseBranch) {
    const { branchRef } = await __webpack_require__.e(/* import() */ 3678).then(__webpack_require__.bind(__webpack_require__, 3678));
    const remedy = "Set branch to another name.";
    if (name === baseBranch || name === "master" || name === "main") {
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(`${name} cannot be the branch of a promotion: app-interface accepts merge requests from other branches only`, { remedy });
    }
    if (/[^\u0021-\u007e]/.test(name))
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`branch ${JSON.stringify((0,_release_actions_text__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(name, 80))} has characters that are not ASCII`, { remedy });
    branchRef(name);
    return name;
}


/***/ });
