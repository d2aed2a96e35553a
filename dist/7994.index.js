"use strict";
exports.id = 7994;
exports.ids = [7994];
exports.modules = {

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SloList: () => (/* binding */ SloList),
/* harmony export */   sloOf: () => (/* binding */ sloOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3759);

const LEAST_SHARE = 1e-9;
const LEAST_FACTOR = 0.01;
const filled = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1));
const name = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(/^[^\s\p{Cc}](?:[^\p{Cc}]{0,98}[^\s\p{Cc}])?$/u));
const share = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => readShare(given) !== undefined, {
    error: "must be a share between 0 and 1, such as 1% or 0.01",
});
const number = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => readNumber(given) !== undefined, {
    error: "must be a number or a percentage",
});
const threshold = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => readThreshold(given) !== undefined, {
    error: "must be a length of time such as 800ms or 2s, or a number above 0 in the histogram's unit",
});
const factor = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((given) => typeof given === "number" && given >= LEAST_FACTOR && given <= 1_000, {
    error: `must be a number from ${LEAST_FACTOR} to 1000`,
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
const Latency = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ histogram: filled, threshold, quantile: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(share), share: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(share) })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ quantile, share: given }) => (quantile === undefined) !== (given === undefined), {
    error: "must have quantile or share, and not both",
}));
const SloForm = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name,
    ratio: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Ratio),
    latency: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Latency),
    query: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(filled),
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
    error: "has below beside latency, whose limit is its quantile or share",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ query, reduce, above }) => query !== undefined || (reduce === undefined && above === undefined), {
    error: "has reduce or above, which belong to query",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ query, "max-ratio": ratio }) => query === undefined || ratio === undefined, {
    error: "has max-ratio beside query, which is not compared with a baseline",
}), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ below, above }) => below === undefined || above === undefined || readNumber(below) > readNumber(above), { error: "can hold no number: below is not above above" }));
const MOST = 2_000;
const SloList = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(SloForm).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(MOST));
function sloOf({ name: called, ratio, latency, query, reduce, below, above, "max-ratio": maxRatio, "dry-run": dryRun = false, }) {
    const common = { name: called, dryRun };
    if (ratio !== undefined) {
        const { bad, good, total, "bad-may-be-absent": badMayBeAbsent = false } = ratio;
        return {
            ...common,
            kind: "ratio",
            bad: list(bad),
            good: list(good),
            total: list(total),
            below: readShare(below),
            maxRatio,
            badMayBeAbsent,
        };
    }
    if (latency !== undefined) {
        const { histogram, threshold: given, quantile, share: slow } = latency;
        const limit = quantile === undefined ? readShare(slow) : complement(readShare(quantile));
        return {
            ...common,
            kind: "latency",
            histogram,
            threshold: readThreshold(given),
            shown: String(given),
            below: limit,
            maxRatio,
        };
    }
    return {
        ...common,
        kind: "query",
        query: query,
        reduce: reduce ?? "error",
        below: below === undefined ? undefined : readNumber(below),
        above: above === undefined ? undefined : readNumber(above),
    };
}
function complement(quantile) {
    return Number((1 - quantile).toPrecision(12));
}
function list(given) {
    return typeof given === "string" ? [given] : given;
}
function isSelectors(given) {
    return Array.isArray(given)
        ? given.length > 0 && given.every(isFilled) && new Set(given).size === given.length
        : isFilled(given);
}
function isFilled(given) {
    return typeof given === "string" && given.trim() !== "";
}
const PERCENT = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%$/;
function readNumber(given) {
    if (typeof given === "number")
        return Number.isFinite(given) ? given : undefined;
    const [, percent] = typeof given === "string" ? (PERCENT.exec(given.trim()) ?? []) : [];
    return percent === undefined ? undefined : Number((Number(percent) / 100).toPrecision(12));
}
function readShare(given) {
    const read = readNumber(given);
    return read !== undefined && read >= LEAST_SHARE && read <= 1 - LEAST_SHARE ? read : undefined;
}
const SECONDS = { us: 1e-6, ms: 1e-3, s: 1, m: 60 };
const LENGTH = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(us|ms|s|m)$/;
function readThreshold(given) {
    if (typeof given === "number")
        return given > 0 && Number.isFinite(given) ? given : undefined;
    const [, amount, unit] = typeof given === "string" ? (LENGTH.exec(given.trim()) ?? []) : [];
    if (amount === undefined || Number(amount) === 0)
        return undefined;
    return Number((Number(amount) * SECONDS[unit]).toPrecision(12));
}


/***/ })

};
;