"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   qM: () => (/* binding */ targetKeys),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   tQ: () => (/* binding */ textKey),
/* harmony export */   wK: () => (/* binding */ searchText)
/* harmony export */ });
const START = "<!-- release-actions: bump-appinterface-ref ";
const END = " -->";
async function targetKeys(candidates) {
    const keys = candidates.map(({ template, namespace = "", name = "" }) => digest(JSON.stringify([template, namespace, name])));
    return (await Promise.all(keys)).toSorted();
}
function writeMarker({ file, targets, ref, date, text }) {
    return `${START}file=${encoded(file)} targets=${targets.join(",")} ref=${ref} date=${date} text=${text}${END}`;
}
function searchText(file) {
    return encoded(file);
}
function readMarker(description) {
    const start = description.lastIndexOf(START);
    const end = description.indexOf(END, start);
    if (start < 0 || end < 0 || end - start > 4_000)
        return undefined;
    const pairs = description.slice(start + START.length, end).split(" ");
    const fields = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
    const field = (name, pattern) => {
        const value = fields.get(name);
        return value !== undefined && pattern.test(value) ? value : undefined;
    };
    const file = decoded(fields.get("file") ?? "");
    const targets = field("targets", /^[0-9a-f,]{12,3000}$/);
    const ref = field("ref", /^[0-9a-f]{40}$/);
    const date = field("date", /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
    const text = field("text", /^[0-9a-f]{12}$/);
    if (file === undefined || targets === undefined || ref === undefined || date === undefined || text === undefined)
        return undefined;
    return { file, targets: targets.split(","), ref, date, text };
}
async function textKey(title, description) {
    const start = description.lastIndexOf(START);
    const body = start < 0 ? description : description.slice(0, start);
    return digest(JSON.stringify([title.trim(), body.replaceAll("\r\n", "\n").trim()]));
}
async function isUntouched({ title, description }, { text }) {
    return (await textKey(title, description)) === text;
}
function encoded(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}
function decoded(path) {
    try {
        return path === "" ? undefined : decodeURIComponent(path);
    }
    catch {
        return undefined;
    }
}
async function digest(text) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 23));
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}


/***/ });
