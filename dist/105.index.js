export const id = 105;
export const ids = [105];
export const modules = {

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(106);

/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({ name: "changelog-extract", description: "x", inputs: { version: (0,_release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "v", example: "1.2.3" }) }, outputs: { body: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .output */ .CG.text("b") }, permissions: { github: {}, gitlab: "none" }, endpoints: _release_actions_action_types__WEBPACK_IMPORTED_MODULE_0__/* .NO_ENDPOINTS */ .R9, changes: false,
    async run({ inputs, io }) { io.info("hello " + inputs.version); return { verdict: "passed", body: inputs.version }; } }));


/***/ })

};
