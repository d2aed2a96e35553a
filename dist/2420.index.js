"use strict";
exports.id = 2420;
exports.ids = [2420];
exports.modules = {

/***/ 2420:
/***/ (require("./2420.module.js"))

};
;