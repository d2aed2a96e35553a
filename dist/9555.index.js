"use strict";
exports.id = 9555;
exports.ids = [9555];
exports.modules = {

/***/ 9555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Client: () => (/* reexport */ (client_default())),
  buildConnector: () => (/* reexport */ (connect_default())),
  openBody: () => (/* reexport */ openBody)
});

// EXTERNAL MODULE: ./node_modules/undici/lib/core/connect.js
var connect = __webpack_require__(9136);
var connect_default = /*#__PURE__*/__webpack_require__.n(connect);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/client.js
var client = __webpack_require__(3701);
var client_default = /*#__PURE__*/__webpack_require__.n(client);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./packages/http/body.ts

function openBody(more) {
    const body = Object.assign(new external_node_stream_.Readable({ read: more, highWaterMark: 256 * 1024 }), { complete: false });
    return body.on("error", () => undefined);
}

;// CONCATENATED MODULE: ./packages/http/undici.ts






/***/ })

};
;