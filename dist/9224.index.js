"use strict";
exports.id = 9224;
exports.ids = [9224];
exports.modules = {

/***/ 9224:
/***/ (require("./9224.module.js")),

/***/ 121:
/***/ (require("./121.module.js"))

};
;