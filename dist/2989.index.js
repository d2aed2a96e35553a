"use strict";
exports.id = 2989;
exports.ids = [2989];
exports.modules = {

/***/ 2989:
/***/ (require("./2989.module.js")),

/***/ 8399:
/***/ (require("./8399.module.js"))

};
;