"use strict";
exports.id = 9476;
exports.ids = [9476];
exports.modules = {

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 9476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SelfSubjectReview: () => (/* binding */ SelfSubjectReview),
/* harmony export */   Status: () => (/* binding */ Status),
/* harmony export */   WatchLine: () => (/* binding */ WatchLine),
/* harmony export */   kindOf: () => (/* binding */ kindOf),
/* harmony export */   listOf: () => (/* binding */ listOf),
/* harmony export */   objectNamed: () => (/* binding */ objectNamed),
/* harmony export */   objectOf: () => (/* binding */ objectOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);
/* harmony import */ var _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1570);
/* harmony import */ var _release_actions_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9366);



const NONE = Object.freeze(Object.create(null));
const strings = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((value) => value ?? NONE));
const stored = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => typeof value === "string" && value !== "", "should be that of a stored object");
function oncePerResource(make) {
    const made = new WeakMap();
    return (resource) => {
        const schema = made.get(resource) ?? make(resource);
        made.set(resource, schema);
        return schema;
    };
}
const Metadata = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    namespace: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    uid: stored,
    resourceVersion: stored,
    generation: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
    creationTimestamp: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    deletionTimestamp: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    labels: strings,
    annotations: strings,
});
function kindOf({ group, version, kind }) {
    const apiVersion = `${group}/${version}`;
    return (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        kind: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(kind, `should be ${kind}`)),
        apiVersion: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(apiVersion, `should be ${apiVersion}`)),
    });
}
const objectOf = oncePerResource((resource) => objectNamed(resource));
function objectNamed(resource, name) {
    const metadata = name === undefined ? Metadata : zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .extend */ .X$i(Metadata, { name: exactly(name) });
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .extend */ .X$i(kindOf(resource), { metadata, spec: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, status: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((object) => ({
        metadata: object.metadata,
        spec: object.spec,
        status: object.status,
    })));
}
const exactly = (name) => zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => value === name, {
    error: ({ input }) => `should be ${name}, not ${typeof input === "string" ? (0,_release_actions_text__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(input) : typeof input}`,
});
const listOf = oncePerResource((resource) => {
    const kind = `${resource.kind}List`;
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        kind: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(kind, `should be ${kind}`),
        metadata: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ continue: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), remainingItemCount: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9) }),
        items: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(objectOf(resource)),
    }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ metadata, items }, context) => {
        const next = metadata.continue === "" ? undefined : metadata.continue;
        if (next === undefined && (metadata.remainingItemCount ?? 0) > 0) {
            const message = "should not be missing while items remain";
            context.issues.push({ code: "custom", message, path: ["metadata", "continue"], input: metadata });
            return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
        }
        return { items, next };
    }));
});
const Status = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    kind: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("Status"),
    code: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9),
    reason: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    message: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    details: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) })),
});
const WatchLine = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ type: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, object: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 });
const SelfSubjectReview = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ status: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ userInfo: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ username: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) }) }) });


/***/ })

};
;