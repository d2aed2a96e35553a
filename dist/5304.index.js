"use strict";
exports.id = 5304;
exports.ids = [5304];
exports.modules = {

/***/ 5304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CONTEXTS: () => (/* binding */ CONTEXTS),
/* harmony export */   ClairReport: () => (/* binding */ ClairReport),
/* harmony export */   JUSTIFICATIONS: () => (/* binding */ JUSTIFICATIONS),
/* harmony export */   OpenVexDocument: () => (/* binding */ OpenVexDocument),
/* harmony export */   STATUSES: () => (/* binding */ STATUSES)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3759);
/* harmony import */ var _dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5706);


const because = (wrong, missing = "is missing") => ({
    error: ({ input }) => (input === undefined ? missing : wrong),
});
const object = (shape, words = because("is not an object")) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(shape, words);
const ClairReport = object({
    Layer: object({
        Features: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(object({
            Name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
            Version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
            Vulnerabilities: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(Array.isArray, because("is not a list", "is missing: the report was made without vulnerabilities")),
        }), because("is not a list")),
    }),
});
const CONTEXTS = ["https://openvex.dev/ns", "https://openvex.dev/ns/v0.2.0"];
const STATUSES = ["not_affected", "affected", "fixed", "under_investigation"];
const JUSTIFICATIONS = [
    "component_not_present",
    "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
];
const text = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(because("must be a text"));
const filled = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(because("must be a text")).check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB((value) => value.trim() !== "", "is missing"));
const instant = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("is not a time").check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB((value) => (0,_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .readInstant */ .Wr)(value) !== undefined, "is not a time"));
const sha256 = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("must be 64 hex digits").check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._regex */ .Fk(/^[0-9a-fA-F]{64}$/, "must be 64 hex digits"));
const UNNAMED = "has neither @id nor a purl nor a sha-256 hash";
const identifiers = {
    "@id": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
    identifiers: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(object({ purl: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text) }, because("must be an object"))),
    hashes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(object({ "sha-256": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(sha256) }, because("must be an object"))),
};
const isIdentified = (component) => (component["@id"] ?? "") !== "" ||
    (component.identifiers?.purl ?? "") !== "" ||
    component.hashes?.["sha-256"] !== undefined;
const Component = object(identifiers, because(UNNAMED)).check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(isIdentified, UNNAMED));
const subcomponents = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Component, because("must be a list")));
const Product = object({ ...identifiers, subcomponents }, because(UNNAMED)).check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(isIdentified, UNNAMED));
const NONE = "is missing or empty";
const some = (item) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item, NONE).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._minLength */ .m9(1, NONE));
const Statement = object({
    vulnerability: object({ name: filled, aliases: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("must be a text"), because("must be a list of texts"))) }, because("must be an object with a name")),
    products: some(Product),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(STATUSES, because("is not known")),
    justification: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(JUSTIFICATIONS, because("is not known"))),
    impact_statement: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
    status_notes: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text),
    timestamp: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(instant),
    last_updated: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(instant),
}, because("must be an object")).check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ status, justification, impact_statement: impact = "" }) => status !== "not_affected" || justification !== undefined || impact.trim() !== "", {
    error: "is not_affected without a justification or an impact statement",
    when: ({ value }) => typeof value === "object" && value !== null,
}));
const OpenVexDocument = object({
    "@context": zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(CONTEXTS, "is not that of OpenVEX 0.2.0"),
    timestamp: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(instant),
    statements: some(Statement),
}, because("the document must be a JSON object"));


/***/ })

};
;