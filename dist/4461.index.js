"use strict";
exports.id = 4461;
exports.ids = [4461];
exports.modules = {

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SloList: () => (/* binding */ SloList),
/* harmony export */   sloOf: () => (/* binding */ sloOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3759);

const MIN_SHARE = 1e-9;
const MIN_FACTOR = 0.01;
const nonEmpty = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
const name = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[^\s\p{Cc}](?:[^\p{Cc}]{0,98}[^\s\p{Cc}])?$/u));
const share = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => readShare(value) !== undefined, {
    error: "must be a share between 0 and 1, such as 1% or 0.01",
});
const number = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => readNumber(value) !== undefined, {
    error: "must be a number or a percentage",
});
const threshold = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => readThreshold(value) !== undefined, {
    error: "must be a duration such as 800ms or 2s, or a number greater than 0 in the histogram's unit",
});
const factor = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => typeof value === "number" && value >= MIN_FACTOR && value <= 1_000, {
    error: `must be a number from ${MIN_FACTOR} to 1000`,
});
const selectors = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(isSelectors, {
    error: "must be a selector, or a list of different ones that add up",
});
const Ratio = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    bad: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(selectors),
    good: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(selectors),
    total: selectors,
    "bad-may-be-absent": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
})
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ bad, good }) => (bad === undefined) !== (good === undefined), {
    error: "must have bad or good, and not both",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ good, total }) => good === undefined || JSON.stringify(list(good)) !== JSON.stringify(list(total)), {
    error: "has the same events as good and as total: none could be bad",
}));
const Latency = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ histogram: nonEmpty, threshold, quantile: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(share), share: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(share) })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ quantile, share: slow }) => (quantile === undefined) !== (slow === undefined), {
    error: "must have quantile or share, and not both",
}));
const SloForm = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name,
    ratio: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Ratio),
    latency: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Latency),
    query: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(nonEmpty),
    reduce: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["error", "max", "min", "sum", "each"])),
    below: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(number),
    above: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(number),
    "max-ratio": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(factor),
    "dry-run": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
})
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ ratio, latency, query }) => [ratio, latency, query].filter((one) => one !== undefined).length === 1, {
    error: "must have one of ratio, latency and query",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ ratio, below }) => ratio === undefined || readShare(below) !== undefined, {
    error: "needs below, a share between 0 and 1, such as 1%",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ latency, below }) => latency === undefined || below === undefined, {
    error: "has both below and latency, whose limit is its quantile or share",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ query, reduce, above }) => query !== undefined || (reduce === undefined && above === undefined), {
    error: "has reduce or above, which belong to query",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ query, "max-ratio": ratio }) => query === undefined || ratio === undefined, {
    error: "has both max-ratio and query, which is not compared with a baseline",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ below, above }) => below === undefined || above === undefined || readNumber(below) > readNumber(above), { error: "allows no number: below must be greater than above" }));
const MAX_SLOS = 2_000;
const SloList = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(SloForm).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(MAX_SLOS));
function sloOf(entry) {
    const { ratio, latency } = entry;
    if (ratio !== undefined)
        return ratioOf(entry, ratio);
    return latency === undefined ? queryOf(entry) : latencyOf(entry, latency);
}
function commonOf({ name: own, "dry-run": dryRun = false }) {
    return { name: own, dryRun };
}
function ratioOf(entry, { bad, good, total, ...more }) {
    return {
        ...commonOf(entry),
        kind: "ratio",
        bad: list(bad),
        good: list(good),
        total: list(total),
        below: readShare(entry.below),
        maxRatio: entry["max-ratio"],
        badMayBeAbsent: more["bad-may-be-absent"] ?? false,
    };
}
function latencyOf(entry, { histogram, quantile, ...more }) {
    return {
        ...commonOf(entry),
        kind: "latency",
        histogram,
        threshold: readThreshold(more.threshold),
        isTime: typeof more.threshold === "string",
        shown: String(more.threshold),
        below: quantile === undefined ? readShare(more.share) : complement(readShare(quantile)),
        maxRatio: entry["max-ratio"],
    };
}
function queryOf(entry) {
    const { query, reduce = "error", below, above } = entry;
    return {
        ...commonOf(entry),
        kind: "query",
        query: query,
        reduce,
        below: below === undefined ? undefined : readNumber(below),
        above: above === undefined ? undefined : readNumber(above),
    };
}
function complement(quantile) {
    return Number((1 - quantile).toPrecision(12));
}
function list(value) {
    return typeof value === "string" ? [value] : value;
}
function isSelectors(value) {
    if (!Array.isArray(value))
        return isNonEmpty(value);
    return value.length > 0 && value.every(isNonEmpty) && new Set(value).size === value.length;
}
function isNonEmpty(value) {
    return typeof value === "string" && value.trim() !== "";
}
const PERCENT = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%$/;
function readNumber(value) {
    if (typeof value === "number")
        return Number.isFinite(value) ? value : undefined;
    const [, percent] = typeof value === "string" ? (PERCENT.exec(value.trim()) ?? []) : [];
    return percent === undefined ? undefined : Number((Number(percent) / 100).toPrecision(12));
}
function readShare(value) {
    const share = readNumber(value);
    return share !== undefined && share >= MIN_SHARE && share <= 1 - MIN_SHARE ? share : undefined;
}
const SECONDS = { us: 1e-6, ms: 1e-3, s: 1, m: 60 };
const DURATION = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(us|ms|s|m)$/;
function readThreshold(value) {
    if (typeof value === "number")
        return value > 0 && Number.isFinite(value) ? value : undefined;
    const [, amount, unit] = typeof value === "string" ? (DURATION.exec(value.trim()) ?? []) : [];
    if (amount === undefined || Number(amount) === 0)
        return undefined;
    return Number((Number(amount) * SECONDS[unit]).toPrecision(12));
}


/***/ })

};
;