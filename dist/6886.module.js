"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PC: () => (/* reexport */ artifactUri),
  Ub: () => (/* reexport */ inertSarif),
  bE: () => (/* reexport */ physicalLocation),
  XE: () => (/* reexport */ sarifDocument)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/report/sarif/inert-sarif.ts

function inertSarif(text, max) {
    const clean = packages_text/* secrets */.O3.redact((0,packages_text/* shorten */.ml)(text, 4 * max));
    const line = /^[ -~]*$/.test(clean) ? clean : (0,packages_text/* oneLine */.TN)(clean);
    return (0,packages_text/* shorten */.ml)(line, max)
        .replaceAll("](", "] (")
        .replace(/\{(?=\d+\})/g, "{ ");
}

;// CONCATENATED MODULE: ./packages/report/sarif/sarif.ts

function* sarifDocument({ tool, results, rules }) {
    yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",';
    yield '"runs":[{"columnKind":"utf16CodeUnits","results":';
    yield* (0,packages_text/* jsonArray */.Ir)(results);
    yield `,"tool":{"driver":${(0,packages_text/* jsonText */.s$)(tool).slice(0, -1)},"rules":`;
    yield* (0,packages_text/* jsonArray */.Ir)(rules());
    yield "}}}]}\n";
}
function physicalLocation(uri, region) {
    return { artifactLocation: { uri }, region };
}
function artifactUri(path) {
    const segments = path
        .toWellFormed()
        .split("/")
        .filter((segment) => segment !== "");
    return segments.map((segment) => (/^\.+$/.test(segment) ? "_" : encodeURIComponent(segment))).join("/");
}

;// CONCATENATED MODULE: ./packages/report/sarif/index.ts




/***/ });
