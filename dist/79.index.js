"use strict";
exports.id = 79;
exports.ids = [79,861];
exports.modules = {

/***/ 79:
/***/ (require("./79.module.js")),

/***/ 1348:
/***/ (require("./1348.module.js")),

/***/ 2662:
/***/ (require("./2662.module.js")),

/***/ 861:
/***/ (require("./861.module.js"))

};
;