"use strict";
exports.id = 8453;
exports.ids = [8453];
exports.modules = {

/***/ 8453:
/***/ (require("./8453.module.js")),

/***/ 121:
/***/ (require("./121.module.js"))

};
;