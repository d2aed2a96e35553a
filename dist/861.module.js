"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tn: () => (/* reexport */ findComponent),
  jY: () => (/* reexport */ findEnvironment),
  loadConfig: () => (/* reexport */ loadConfig),
  mP: () => (/* reexport */ readImageList),
  LK: () => (/* reexport */ readImageLists),
  R0: () => (/* reexport */ readTargets)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/files/index.ts + 9 modules
var files = __webpack_require__(1458);
;// CONCATENATED MODULE: ./packages/config/load.ts


const PLACES = ["release-actions.yml", ".github/release-actions.yml"];
const MAX_BYTES = 1024 * 1024;
async function loadConfig({ host, inputs, }) {
    const file = inputs.config ?? findConfig(host);
    if (file === undefined)
        return {};
    const typed = inputs.config !== undefined;
    const read = (0,files.readWorkspaceFile)(host, file, { maxBytes: MAX_BYTES, typed });
    const [source, { parseConfig }] = await Promise.all([read, Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(8815), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))]);
    const { config, problems } = parseConfig(source.toString("utf8"), file);
    if (problems.length > 0)
        throw (0,action/* invalid */.Gq)(`${file} has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`, { problems });
    return { ...config, file };
}
function findConfig(host) {
    const found = PLACES.filter((place) => (0,files/* isThere */.$B)(host, place));
    if (found.length > 1)
        throw (0,action/* invalid */.Gq)(`there are two configurations: ${found.join(" and ")}`, { remedy: "Keep one of them." });
    return found[0];
}
function findComponent({ components = [] }, name) {
    return findNamed("component", components, name);
}
function findEnvironment({ environments = [] }, name) {
    return findNamed("environment", environments, name);
}
function findNamed(kind, declared, name) {
    const found = declared.find((one) => one.name === name);
    if (found !== undefined)
        return found;
    const known = declared.map((one) => one.name).join(", ");
    const remedy = known === "" ? `Declare it under ${kind}s.` : `The declared ones are: ${known}.`;
    throw (0,action/* invalid */.Gq)(`there is no ${kind} ${JSON.stringify(name)} in release-actions.yml`, { remedy });
}

;// CONCATENATED MODULE: ./packages/config/images.ts

async function readImageLists(source, input) {
    return checked(input, (await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(8815), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))).parseImageLists(source, input));
}
async function readImageList(source, input) {
    return checked(input, (await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(8815), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076))).parseImageList(source, input));
}
function checked(input, { value, problems }) {
    if (value !== undefined && problems.length === 0)
        return value;
    throw (0,action/* invalid */.Gq)(`the input ${input} is not a valid list of images`, {
        problems: problems.map(({ what, remedy }) => ({ input, what, ...(remedy !== undefined && { remedy }) })),
    });
}

;// CONCATENATED MODULE: ./packages/config/targets.ts

async function readTargets(source, input) {
    const { parseTargetList } = await Promise.all(/* import() */[__webpack_require__.e(3619), __webpack_require__.e(8815), __webpack_require__.e(5076)]).then(__webpack_require__.bind(__webpack_require__, 5076));
    const { targets, problems } = parseTargetList(source, input);
    if (problems.length === 0)
        return targets;
    const remedy = "Write it as a list, such as: - { template: app, namespace: /services/app/namespaces/app-prod.yml }";
    throw (0,action/* invalid */.Gq)(`${input} is not a list of targets`, {
        remedy,
        problems: problems.map((problem) => ({ ...problem, input })),
    });
}

;// CONCATENATED MODULE: ./packages/config/index.ts





/***/ });
