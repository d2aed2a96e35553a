"use strict";
exports.id = 9359;
exports.ids = [9359];
exports.modules = {

/***/ 9359:
/***/ (require("./9359.module.js")),

/***/ 9495:
/***/ (require("./9495.module.js"))

};
;