"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ encodedPath)
/* harmony export */ });
function encodedPath(segments) {
    return segments.map((segment) => encodeURIComponent(segment)).join("/");
}


/***/ });
