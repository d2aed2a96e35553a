"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TS: () => (/* binding */ isObjectId),
/* harmony export */   Tu: () => (/* binding */ objectId),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   id: () => (/* binding */ id),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);

const text = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("should be a string");
const flag = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY("should be true or false");
const count = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => Number.isSafeInteger(value) && value >= 0, "should be a whole number");
const id = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => /^[0-9]+$/.test(typeof value === "string" || Number.isSafeInteger(value) ? String(value) : ""), "should be an id"), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(String));
function isObjectId(value) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
const objectId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => typeof value === "string" && isObjectId(value), "should be an object id");
const object = (shape) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(shape, "should be an object");
const list = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item, "should be a list");
const maybe = (field) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(field), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value ?? undefined));


/***/ });
