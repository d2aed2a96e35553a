"use strict";
exports.id = 861;
exports.ids = [861];
exports.modules = {

/***/ 861:
/***/ (require("./861.module.js"))

};
;