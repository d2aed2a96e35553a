"use strict";
exports.id = 3836;
exports.ids = [3836];
exports.modules = {

/***/ 3836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actionHelp: () => (/* binding */ actionHelp),
/* harmony export */   actionNames: () => (/* binding */ actionNames),
/* harmony export */   listActions: () => (/* binding */ listActions),
/* harmony export */   overview: () => (/* binding */ overview)
/* harmony export */ });
/* unused harmony export VERDICT_DESCRIPTION */
/* harmony import */ var _release_actions_hosts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8643);
/* harmony import */ var _release_actions_action_runtime__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4475);
/* harmony import */ var _actions_generated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4331);



const WIDTH = 100;
async function overview() {
    return `release-actions: release automation for GitHub Actions, GitLab CI and a terminal

Usage:
  release-actions <action> [--input value …]   run an action
  release-actions <action> --help              its inputs and outputs
  release-actions list [--json]                all actions

Options of every action:
  --json           print one JSON document
  --output <name>  print this output alone; outputs that are JSON are shown by this and by --json only

Actions:
${await listActions(false)}
Exit codes:
  0  passed, done or unchanged      what was requested holds
  1  refused                        the check failed
  2  invalid                        bad input or configuration; nothing was tried
  3  undecided                      a service did not answer or the evidence is not enough
  4  unknown                        a write may or may not have happened; running again reconciles it
  130, 143  interrupted             the message says what exists and the next command
`;
}
async function publicActions() {
    const all = await Promise.all([..._actions_generated_js__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .k.values()].map(async (load) => (await load()).default));
    return all.filter(({ internal }) => internal !== true);
}
async function actionNames() {
    return (await publicActions()).map(({ name }) => name).join(", ");
}
async function listActions(json) {
    const actions = await publicActions();
    if (json)
        return `${JSON.stringify(actions.map(({ name, description }) => ({ name, description })), undefined, 2)}\n`;
    const width = Math.max(...actions.map(({ name }) => name.length));
    return actions
        .map(({ name, description }) => `  ${name.padEnd(width)}  ${wrapped(description, width + 4)}\n`)
        .join("");
}
function actionHelp(action) {
    const inputs = [...(0,_release_actions_action_runtime__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)(action)].map(([name, facts]) => inputHelp(name, facts)).join("");
    const outputs = Object.entries(action.outputs).map(([name, { facts }]) => [name, facts.description]);
    const rows = [...outputs, ["verdict", VERDICT_DESCRIPTION]];
    const width = Math.max(...rows.map(([name]) => name.length));
    return `${wrapped(action.description, 0)}

Usage:
  release-actions ${action.name} [--input value …]

Inputs:
${inputs}
Outputs:
${rows.map(([name, description]) => `  ${name.padEnd(width)}  ${wrapped(description, width + 4)}\n`).join("")}`;
}
const VERDICT_DESCRIPTION = "How it ended: passed, done, unchanged, refused, invalid, undecided, unknown or interrupted.";
function inputHelp(name, facts) {
    const value = facts.kind === "flag" ? "" : ` <${facts.choices?.join("|") ?? facts.kind}>`;
    const notes = [
        facts.required ? "Required." : "",
        facts.default !== undefined && facts.default !== "" ? `Default: ${facts.default}.` : "",
        facts.example !== undefined ? `Example: ${facts.example}.` : "",
        facts.secret ? `A secret: set the variable ${(0,_release_actions_hosts__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name)}.` : "",
    ].filter((note) => note !== "");
    const flag = facts.secret ? (0,_release_actions_hosts__WEBPACK_IMPORTED_MODULE_0__/* .variableOf */ .Qn)(name) : `--${name}${value}`;
    return `  ${flag}\n      ${wrapped([facts.description, ...notes].join(" "), 6)}\n`;
}
function wrapped(text, indent) {
    const lines = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
        if (line !== "" && line.length + word.length + 1 > WIDTH - indent) {
            lines.push(line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line].join(`\n${" ".repeat(indent)}`);
}


/***/ })

};
;