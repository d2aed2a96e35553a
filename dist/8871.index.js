"use strict";
exports.id = 8871;
exports.ids = [8871];
exports.modules = {

/***/ 8871:
/***/ (require("./8871.module.js"))

};
;