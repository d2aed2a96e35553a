"use strict";
exports.id = 7801;
exports.ids = [7801,3213,8453,2704];
exports.modules = {

/***/ 2704:
/***/ (require("./2704.module.js")),

/***/ 8453:
/***/ (require("./8453.module.js")),

/***/ 3213:
/***/ (require("./3213.module.js")),

/***/ 8559:
/***/ (require("./8559.module.js")),

/***/ 7801:
/***/ (require("./7801.module.js")),

/***/ 121:
/***/ (require("./121.module.js"))

};
;