"use strict";
exports.id = 3958;
exports.ids = [3958,5240];
exports.modules = {

/***/ 3958:
/***/ (require("./3958.module.js")),

/***/ 5240:
/***/ (require("./5240.module.js")),

/***/ 3446:
/***/ (require("./3446.module.js"))

};
;