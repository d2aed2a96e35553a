"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TS: () => (/* binding */ isObjectId),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Tu: () => (/* binding */ objectId),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aH: () => (/* binding */ anyObject),
/* harmony export */   id: () => (/* binding */ id),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3945);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8532);

const text = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("should be a string");
const flag = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY("should be true or false");
const count = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => Number.isSafeInteger(value) && value >= 0, "should be a whole number");
const id = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => /^[0-9]+$/.test(typeof value === "string" || Number.isSafeInteger(value) ? String(value) : ""), "should be an id"), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(String));
function isObjectId(value) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
const objectId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => typeof value === "string" && isObjectId(value), "should be an object id");
const object = (shape) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(shape, "should be an object");
const list = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => Array.isArray(value), "should be a list"), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((items, context) => {
    const read = [];
    for (const [index, input] of items.entries()) {
        const result = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL(item, input);
        if (!result.success) {
            const [{ message, path } = { message: "does not fit", path: [] }] = result.error.issues;
            context.issues.push({ code: "custom", message, path: [index, ...path], input });
            return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
        }
        read.push(result.data);
    }
    return read;
}));
const anyObject = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => typeof value === "object" && value !== null && !Array.isArray(value), "should be an object");
const texts = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(anyObject, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value, context) => {
    for (const key in value) {
        if (typeof value[key] === "string")
            continue;
        context.issues.push({ code: "custom", message: "should be a string", path: [key], input: value[key] });
        return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    }
    return value;
}));
const oneOf = (...words) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => words.includes(value), `should be one of ${words.join(", ")}`);
const anything = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
const maybe = (field) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(field), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined));


/***/ });
