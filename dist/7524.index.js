"use strict";
exports.id = 7524;
exports.ids = [7524];
exports.modules = {

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 7524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AlertsReply: () => (/* binding */ AlertsReply),
/* harmony export */   BuildReply: () => (/* binding */ BuildReply),
/* harmony export */   ConfigReply: () => (/* binding */ ConfigReply),
/* harmony export */   Configuration: () => (/* binding */ Configuration),
/* harmony export */   Envelope: () => (/* binding */ Envelope),
/* harmony export */   ManagedAlertsReply: () => (/* binding */ ManagedAlertsReply),
/* harmony export */   MetadataReply: () => (/* binding */ MetadataReply),
/* harmony export */   QueryReply: () => (/* binding */ QueryReply),
/* harmony export */   RulesReply: () => (/* binding */ RulesReply),
/* harmony export */   SilencesReply: () => (/* binding */ SilencesReply),
/* harmony export */   StatusReply: () => (/* binding */ StatusReply),
/* harmony export */   TargetsReply: () => (/* binding */ TargetsReply),
/* harmony export */   TextsReply: () => (/* binding */ TextsReply)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3945);
/* harmony import */ var _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1570);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5955);



const Envelope = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    status: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    errorType: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    error: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    warnings: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)),
    infos: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)),
    isPartial: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
});
const reply = (data) => (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ data });
const checked = (read) => zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(read));
function mismatch(context, input, message, ...path) {
    const known = path.filter((part) => part !== undefined);
    context.issues.push({ code: "custom", message, path: known, input });
    return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
}
const time = checked((input, context) => {
    const read = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTime */ .aQ)(input);
    if (read === undefined)
        return mismatch(context, input, "should be a time (RFC 3339)");
    return input.startsWith("0001-01-01T") ? undefined : read;
});
const seconds = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => typeof value === "number" && value >= 0, "should be a number of seconds"), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((value) => value * 1000));
const alert = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    labels: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te,
    annotations: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te),
    state: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("pending", "firing", "inactive"),
    activeAt: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(time),
});
const alerts = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(alert), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((all) => all.flatMap(({ labels, annotations, state, activeAt }) => state === "inactive" ? [] : [{ labels, annotations: annotations ?? _read_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_LABELS */ .QN, state, activeAt }])));
const AlertsReply = reply(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ alerts }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((data) => data.alerts)));
const rule = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    type: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("alerting", "recording"),
    name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    query: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    labels: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te),
    health: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    lastError: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    lastEvaluation: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(time),
    state: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    alerts: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(alerts),
}), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ type, labels, alerts: active, name, query, health, lastError, lastEvaluation, state }) => ({
    kind: type,
    name,
    query,
    labels: labels ?? _read_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_LABELS */ .QN,
    health,
    lastError,
    lastEvaluation,
    state,
    alerts: active ?? [],
})));
const RulesReply = reply(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    groups: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, file: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, interval: seconds, rules: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule) })),
    groupNextToken: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => value === null || value === "", "should be absent: all groups were requested")),
}), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ groups }) => groups)));
const TargetsReply = reply(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    activeTargets: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ labels: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te, health: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("up", "down", "unknown"), lastError: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) })),
}), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((data) => data.activeTargets)));
const BuildReply = reply((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ version: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }));
const ConfigReply = reply((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ yaml: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }));
const unlessBlank = (field) => zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((value) => (value === "" || value === "~" || value === "null" ? undefined : value)), (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(field));
const Configuration = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ global: unlessBlank((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ external_labels: unlessBlank(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te) })) }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ global }) => Object.assign(Object.create(null), global?.external_labels)));
const descriptions = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ type: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, unit: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) }));
const MetadataReply = reply(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anyObject */ .aH, zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((metrics, context) => {
    const all = new Map();
    for (const [metric, input] of Object.entries(metrics)) {
        const { success, data } = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL(descriptions, input);
        if (!success) {
            context.issues.push({ code: "custom", message: "should describe a metric", path: [metric], input });
            return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
        }
        all.set(metric, data.map(({ type, unit = "" }) => ({ type, unit: unit === "" ? undefined : unit })));
    }
    return all;
})));
const TextsReply = reply((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq));
function readSample(input, context, index) {
    if (!Array.isArray(input) || input.length !== 2)
        return mismatch(context, input, "should be a pair", index);
    const [at, digits] = input;
    if (typeof at !== "number")
        return mismatch(context, at, "should be a time in seconds", index, 0);
    const value = (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)(digits);
    if (value === undefined)
        return mismatch(context, digits, "should be a number as a string", index, 1);
    return { time: at * 1000, value };
}
function readHistogram(input, context, index) {
    if (!Array.isArray(input) || input.length !== 2)
        return mismatch(context, input, "should be a pair", index);
    const [at] = input;
    if (typeof at !== "number")
        return mismatch(context, at, "should be a time in seconds", index, 0);
    return { time: at * 1000, value: undefined };
}
const samples = (read) => checked((input, context) => {
    if (!Array.isArray(input))
        return mismatch(context, input, "should be a list");
    const all = [];
    for (let index = 0; index < input.length; index += 1) {
        all.push(read(input[index], context, index));
        if (context.issues.length > 0)
            return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    }
    return all;
});
const sample = checked((input, context) => readSample(input, context));
const histogram = checked((input, context) => readHistogram(input, context));
const vectorItem = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ metric: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te, value: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(sample), histogram: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(histogram) }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ metric, value, histogram: native }, context) => {
    const found = value ?? native;
    if (found === undefined || (value !== undefined && native !== undefined))
        return mismatch(context, value, "should have a value or a histogram");
    return { labels: metric, time: found.time, value: found.value };
}));
const matrixItem = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ metric: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te, values: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(samples(readSample)), histograms: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(samples(readHistogram)) }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ metric, values = [], histograms = [] }) => ({
    labels: metric,
    samples: histograms.length === 0 ? values : [...values, ...histograms].sort((one, other) => one.time - other.time),
})));
const textPair = checked((input, context) => {
    if (!Array.isArray(input) || input.length !== 2)
        return mismatch(context, input, "should be a pair");
    const [at, value] = input;
    if (typeof at !== "number")
        return mismatch(context, at, "should be a time in seconds", 0);
    return typeof value === "string" ? value : mismatch(context, value, "should be a string", 1);
});
const result = (kind, value) => (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ resultType: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(kind), result: value });
const QueryReply = reply(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt("resultType", [
    result("scalar", sample),
    result("string", textPair),
    result("vector", (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(vectorItem)),
    result("matrix", (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(matrixItem)),
], "should be scalar, vector, matrix or string"), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((data) => {
    switch (data.resultType) {
        case "scalar":
            return { kind: "scalar", sample: data.result };
        case "string":
            return { kind: "string", text: data.result };
        case "vector":
            return { kind: "vector", series: data.result };
        case "matrix":
            return { kind: "matrix", series: data.result };
    }
})));
const StatusReply = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ cluster: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ status: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }), versionInfo: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ version: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) })) }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ cluster, versionInfo }) => ({
    cluster: cluster.status,
    version: versionInfo?.version,
})));
const ManagedAlertsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    labels: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te,
    annotations: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te),
    status: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        state: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)("active", "suppressed", "unprocessed"),
        silencedBy: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
        inhibitedBy: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    }),
    startsAt: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(time),
    endsAt: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(time),
}), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ labels, annotations, status: { state, silencedBy, inhibitedBy }, startsAt, endsAt }) => ({
    labels,
    annotations: annotations ?? _read_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_LABELS */ .QN,
    state,
    silencedBy,
    inhibitedBy,
    startsAt,
    endsAt,
}))));
const SilencesReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, status: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ state: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }), createdBy: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, comment: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), endsAt: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(time) }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ id, status, createdBy, comment, endsAt }) => ({
    id,
    state: status.state,
    createdBy,
    comment: comment ?? "",
    endsAt,
}))));


/***/ })

};
;