"use strict";
exports.id = 5240;
exports.ids = [5240];
exports.modules = {

/***/ 5240:
/***/ (require("./5240.module.js"))

};
;