"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  junitResult: () => (/* reexport */ junitResult),
  junitXml: () => (/* reexport */ junitXml)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/report/junit/junit.ts

const RESULTS = {
    pass: "passed",
    warn: "passed",
    fail: "failed",
    skipped: "skipped",
    unknown: "error",
    invalid: "error",
};
function junitResult(result) {
    return RESULTS[result];
}
function junitXml(name, suites) {
    const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${attributes({ name, ...totals(suites.flatMap(({ cases }) => cases)) })}>`,
    ];
    for (const suite of suites) {
        lines.push(`  <testsuite${attributes({ name: suite.name, ...totals(suite.cases) })}>`);
        for (const one of suite.cases)
            lines.push(...caseLines(suite, one));
        lines.push("  </testsuite>");
    }
    return [...lines, "</testsuites>", ""].join("\n");
}
function caseLines(suite, { name, group = suite.name, duration, result, message = "", detail = "" }) {
    const open = `    <testcase${attributes({ name, classname: group, time: (duration ?? 0).toFixed(3) })}`;
    if (result === "passed")
        return [`${open}/>`];
    if (result === "skipped")
        return [`${open}>`, `      <skipped${attributes({ message })}/>`, "    </testcase>"];
    const tag = result === "failed" ? "failure" : "error";
    return [`${open}>`, `      <${tag}${attributes({ message })}>${escaped(detail)}</${tag}>`, "    </testcase>"];
}
function totals(cases) {
    const count = (result) => String(cases.filter((one) => one.result === result).length);
    const time = cases.reduce((sum, { duration = 0 }) => sum + duration, 0);
    return {
        tests: String(cases.length),
        failures: count("failed"),
        errors: count("error"),
        skipped: count("skipped"),
        time: time.toFixed(3),
    };
}
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;")}"`)
        .join("");
}
const OUTSIDE_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
function escaped(text) {
    return packages_text/* secrets */.O3
        .redact(text)
        .toWellFormed()
        .replaceAll("\r\n", "\n")
        .replace(OUTSIDE_XML, "\ufffd")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}

;// CONCATENATED MODULE: ./packages/report/junit/index.ts



/***/ });
