"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aI: () => (/* binding */ equals),
/* harmony export */   gD: () => (/* binding */ selector),
/* harmony export */   jN: () => (/* binding */ matcher),
/* harmony export */   sE: () => (/* binding */ matcherText),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony export quoted */
/* harmony import */ var _release_actions_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8703);

function matcher(label, operator, value) {
    if (label === "")
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A label matcher needs a label.");
    return { label, operator, value };
}
function equals(label, value) {
    return matcher(label, "=", value);
}
function oneOf(label, values) {
    if (values.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(`No value is given for the label ${JSON.stringify(label)}.`);
    return values.length === 1 ? equals(label, values[0]) : matcher(label, "=~", values.map(literal).join("|"));
}
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
function selector(metric, matchers = []) {
    const classic = METRIC.test(metric);
    const inside = matchers.map(matcherText);
    const all = classic || metric === "" ? inside : [quoted(metric), ...inside];
    if (metric === "" && all.length === 0)
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A selector needs a metric or a label matcher.");
    return `${classic ? metric : ""}${all.length === 0 ? "" : `{${all.join(",")}}`}`;
}
function matcherText({ label, operator, value }) {
    return `${LABEL.test(label) ? label : quoted(label)}${operator}${quoted(value)}`;
}
function quoted(text) {
    if (!text.isWellFormed())
        throw (0,_release_actions_action__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)("A label's value contains half a character (a lone surrogate), which no query can contain.");
    return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, escaped)}"`;
}
function escaped(character) {
    if (character === '"' || character === "\\")
        return `\\${character}`;
    if (character === "\n")
        return "\\n";
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
function literal(text) {
    return text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}


/***/ });
