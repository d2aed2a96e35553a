"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ UserReply),
/* harmony export */   Ce: () => (/* binding */ MergeRequestReply),
/* harmony export */   DI: () => (/* binding */ BranchesReply),
/* harmony export */   E_: () => (/* binding */ NotesReply),
/* harmony export */   Fy: () => (/* binding */ FileReply),
/* harmony export */   M5: () => (/* binding */ MembersReply),
/* harmony export */   OE: () => (/* binding */ GitLabPackageFile),
/* harmony export */   P8: () => (/* binding */ MergeRequestsReply),
/* harmony export */   VN: () => (/* binding */ GitLabPackages),
/* harmony export */   Xy: () => (/* binding */ GitLabRelease),
/* harmony export */   YZ: () => (/* binding */ GitLabError),
/* harmony export */   ZY: () => (/* binding */ TagReply),
/* harmony export */   eI: () => (/* binding */ ComparisonReply),
/* harmony export */   hP: () => (/* binding */ linksOf),
/* harmony export */   k0: () => (/* binding */ DiffReply),
/* harmony export */   l_: () => (/* binding */ GitLabPackageFiles),
/* harmony export */   m$: () => (/* binding */ ProjectReply),
/* harmony export */   rw: () => (/* binding */ BranchReply),
/* harmony export */   sH: () => (/* binding */ CommitReply),
/* harmony export */   tx: () => (/* binding */ NoteReply),
/* harmony export */   uE: () => (/* binding */ GitLabReleases),
/* harmony export */   ut: () => (/* binding */ GitLabLink)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3619);
/* harmony import */ var _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1570);


const level = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(Number));
const UserReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, username: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq });
const access = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ access_level: level }));
const ProjectReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id,
    path_with_namespace: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    default_branch: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    web_url: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    forked_from_project: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, path_with_namespace: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq })),
    permissions: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ project_access: access, group_access: access })),
});
const FileReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    content: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    encoding: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    content_sha256: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    commit_id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu,
    last_commit_id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu,
});
const BranchReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, protected: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt), commit: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu }) });
const BranchesReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(BranchReply);
const TagReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, commit: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu }) });
const CommitReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu,
    parent_ids: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu),
    title: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    author_name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    created_at: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
});
const ComparisonReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ commits: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(CommitReply), compare_timeout: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, compare_same_ref: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt });
const DiffReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ old_path: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, new_path: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }));
const MergeRequestReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    iid: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id,
    web_url: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    title: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    description: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    state: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    source_branch: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    target_branch: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    source_project_id: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id),
    author: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ username: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq }),
    labels: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    sha: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .objectId */ .Tu),
});
const MergeRequestsReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(MergeRequestReply);
const NoteReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, body: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq });
const NotesReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, body: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, system: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt }));
const MembersReply = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ username: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, access_level: level }));
const GitLabLink = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id,
    name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    url: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    direct_asset_url: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    link_type: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
});
const GitLabRelease = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({
    tag_name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
    name: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    description: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    assets: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ links: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(GitLabLink)) })),
    _links: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ self: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) })),
});
const GitLabReleases = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(GitLabRelease);
const linksOf = (release) => release?.assets?.links ?? [];
const GitLabPackages = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, version: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) }));
const GitLabPackageFile = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ id: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__.id, file_name: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, size: _release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9, file_sha256: (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq) });
const GitLabPackageFiles = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(GitLabPackageFile);
const GitLabError = (0,_release_actions_http_fields__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)({ message: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() });


/***/ });
