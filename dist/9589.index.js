"use strict";
exports.id = 9589;
exports.ids = [9589,861,79];
exports.modules = {

/***/ 9589:
/***/ (require("./9589.module.js")),

/***/ 79:
/***/ (require("./79.module.js")),

/***/ 1348:
/***/ (require("./1348.module.js")),

/***/ 2662:
/***/ (require("./2662.module.js")),

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 632:
/***/ (require("./632.module.js"))

};
;