"use strict";
exports.id = 3213;
exports.ids = [3213,2704];
exports.modules = {

/***/ 2704:
/***/ (require("./2704.module.js")),

/***/ 3213:
/***/ (require("./3213.module.js")),

/***/ 8559:
/***/ (require("./8559.module.js")),

/***/ 121:
/***/ (require("./121.module.js"))

};
;