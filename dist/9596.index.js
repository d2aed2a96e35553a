"use strict";
exports.id = 9596;
exports.ids = [9596];
exports.modules = {

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CommentReply: () => (/* binding */ CommentReply),
/* harmony export */   CommentsReply: () => (/* binding */ CommentsReply),
/* harmony export */   CreatedLinkReply: () => (/* binding */ CreatedLinkReply),
/* harmony export */   CreatedReply: () => (/* binding */ CreatedReply),
/* harmony export */   FieldsReply: () => (/* binding */ FieldsReply),
/* harmony export */   IssueReply: () => (/* binding */ IssueReply),
/* harmony export */   IssueTypesReply: () => (/* binding */ IssueTypesReply),
/* harmony export */   Myself: () => (/* binding */ Myself),
/* harmony export */   RefusalReply: () => (/* binding */ RefusalReply),
/* harmony export */   RemoteLinkReply: () => (/* binding */ RemoteLinkReply),
/* harmony export */   SearchReply: () => (/* binding */ SearchReply),
/* harmony export */   ServerInfo: () => (/* binding */ ServerInfo),
/* harmony export */   TransitionsReply: () => (/* binding */ TransitionsReply)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3619);
/* harmony import */ var _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1570);


const flag = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value) => value === true));
const named = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq });
const total = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const ServerInfo = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ baseUrl: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), deploymentType: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), version: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });
const Myself = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ displayName: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), accountId: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), name: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });
const IssueReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id,
    key: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    fields: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        summary: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
        status: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(named),
        issuetype: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(named),
        labels: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)),
        description: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
    }),
});
const CreatedReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, key: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq });
const SearchReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ issues: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(IssueReply), nextPageToken: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), total });
const issueType = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq });
const IssueTypesReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ issueTypes: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(issueType)), values: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(issueType)), total });
const field = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    fieldId: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    key: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    required: flag,
    hasDefaultValue: flag,
    schema: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ type: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), items: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), custom: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) })),
});
const FieldsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ fields: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(field)), values: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(field)), total });
const CommentReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id });
const CommentsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    comments: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
        id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id,
        body: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8,
        properties: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ key: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, value: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }))),
    })),
    total,
});
const CreatedLinkReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id });
const RemoteLinkReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ object: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ url: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, title: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) }) });
const TransitionsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ transitions: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, to: named })) });
const RefusalReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ errorMessages: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)), errors: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) });


/***/ })

};
;