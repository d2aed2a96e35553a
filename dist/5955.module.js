"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ NO_LABELS),
/* harmony export */   aQ: () => (/* binding */ readTime),
/* harmony export */   kz: () => (/* binding */ readNumber)
/* harmony export */ });
const NO_LABELS = Object.freeze(Object.create(null));
const RFC3339 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
function readTime(value) {
    const time = typeof value === "string" && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
}
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;
function readNumber(value) {
    if (typeof value !== "string")
        return undefined;
    if (value === "NaN")
        return Number.NaN;
    if (value === "+Inf" || value === "Inf")
        return Infinity;
    if (value === "-Inf")
        return -Infinity;
    return NUMBER.test(value) ? Number(value) : undefined;
}


/***/ });
