"use strict";
exports.id = 7509;
exports.ids = [7509];
exports.modules = {

/***/ 1570:
/***/ (require("./1570.module.js")),

/***/ 7509:
/***/ (require("./7509.module.js"))

};
;