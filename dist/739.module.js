"use strict";
module.exports = ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "3275e6b13c23ab53660c.cjs";

/***/ });
