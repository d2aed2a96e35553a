"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DP: () => (/* reexport */ CHECK_WORDS),
  $q: () => (/* reexport */ MAX_OUTPUT_BYTES),
  _G: () => (/* reexport */ VERDICT_WORDS),
  oQ: () => (/* reexport */ answered),
  Dv: () => (/* reexport */ checkTable),
  LD: () => (/* reexport */ decide),
  fJ: () => (/* reexport */ fail),
  K8: () => (/* reexport */ fittingItems),
  q6: () => (/* reexport */ invalidRow),
  mu: () => (/* reexport */ itemsWithin),
  Wk: () => (/* reexport */ logRows),
  IX: () => (/* reexport */ pass),
  rk: () => (/* reexport */ passOrThrow),
  GW: () => (/* reexport */ problemsOf),
  hT: () => (/* reexport */ skipped),
  bj: () => (/* reexport */ unanswered),
  L5: () => (/* reexport */ unknown),
  R8: () => (/* reexport */ warn),
  QZ: () => (/* reexport */ worst)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/report/budget.ts

const MAX_OUTPUT_BYTES = 64 * 1024;
function fittingItems(items, reserved = 0) {
    return itemsWithin(items, MAX_OUTPUT_BYTES - reserved).items;
}
function itemsWithin(items, maxBytes) {
    const found = [];
    let left = maxBytes - "[]".length;
    for (const item of items) {
        const bytes = Buffer.byteLength((0,packages_text/* jsonText */.s$)(item)) + (found.length === 0 ? 0 : ",".length);
        if (bytes > left)
            break;
        left -= bytes;
        found.push(item);
    }
    return { items: found, left };
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/report/decide.ts

const RANKED = ["refused", "invalid", "undecided", "passed"];
const DEFAULT_ACCEPTED = ["pass", "warn"];
function decide(rows, rules) {
    if (rows.some(({ result }) => result === "fail"))
        return "refused";
    if (rows.some(({ result }) => result === "invalid"))
        return "invalid";
    const isProven = rows.some(({ result }) => result === "pass" || result === "warn");
    const isComplete = missingChecks(rows, rules).length === 0;
    return isProven && isComplete && rows.every((row) => isAccepted(row, rules)) ? "passed" : "undecided";
}
function worst(verdicts) {
    return verdicts.length === 0 ? "undecided" : RANKED.find((verdict) => verdicts.includes(verdict));
}
function problemsOf(rows, rules, nameOf = ({ check }) => check) {
    const problems = decisiveRows(rows, rules).map((row) => problemOf(row, nameOf(row)));
    if (problems.length > 0 || decide(rows, rules) === "passed")
        return problems;
    const missing = missingChecks(rows, rules);
    if (missing.length === 0 || rows.length === 0)
        return [{ what: "no check gave an answer" }];
    return missing.map((check) => ({ what: `${check}: no result` }));
}
function decisiveRows(rows, rules) {
    switch (decide(rows, rules)) {
        case "passed":
            return [];
        case "refused":
            return rows.filter(({ result }) => result === "fail");
        case "invalid":
            return rows.filter(({ result }) => result === "invalid");
        case "undecided":
            return rows.filter((row) => !isAccepted(row, rules));
    }
}
function problemOf({ detail, remedy = "", file, line }, name) {
    return {
        what: `${name}: ${detail}`,
        ...(remedy !== "" && { remedy }),
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
    };
}
function missingChecks(rows, { required }) {
    return required.filter((check) => !rows.some((row) => row.check === check));
}
function isAccepted({ check, result }, { accepted }) {
    const own = accepted !== undefined && Object.hasOwn(accepted, check) ? accepted[check] : undefined;
    const results = own ?? DEFAULT_ACCEPTED;
    return results.includes(result);
}
function passOrThrow(verdict, { messages, outputs, ...details }) {
    if (verdict === "passed")
        return { ...outputs, verdict };
    throw new action/* ActionError */.lZ(verdict, messages[verdict], { ...details, outputs: { ...outputs } });
}

;// CONCATENATED MODULE: ./packages/report/rows.ts

const CHECK_WORDS = {
    pass: "✅ pass",
    fail: "❌ fail",
    warn: "⚠️ warn",
    skipped: "➖ skipped",
    unknown: "❓ unknown",
    invalid: "🚫 invalid",
};
function pass(check, detail) {
    return { check, result: "pass", detail };
}
function skipped(check, detail) {
    return { check, result: "skipped", detail };
}
function fail(check, detail, remedy) {
    return { check, result: "fail", detail, remedy };
}
function warn(check, detail, remedy) {
    return { check, result: "warn", detail, remedy };
}
function unknown(check, detail, remedy) {
    return { check, result: "unknown", detail, remedy };
}
function invalidRow(check, detail, remedy) {
    return { check, result: "invalid", detail, remedy };
}
function unanswered(check, error) {
    if (!(error instanceof action/* ActionError */.lZ) || error instanceof action/* CredentialRefused */.In)
        throw error;
    if (error.verdict === "interrupted" || error.verdict === "unknown")
        throw error;
    const remedy = error.details.remedy ?? "Run again.";
    return error.verdict === "invalid" ? invalidRow(check, error.message, remedy) : unknown(check, error.message, remedy);
}
async function answered(check, work) {
    try {
        return await work();
    }
    catch (error) {
        return unanswered(check, error);
    }
}

;// CONCATENATED MODULE: ./packages/report/render.ts


const VERDICT_WORDS = {
    passed: "✅ passed",
    refused: "❌ refused",
    invalid: "🚫 invalid",
    undecided: "❓ undecided",
};
const MOST_ROWS = 200;
function logRows(io, rows, { nameOf = ({ check }) => check, indent = "" } = {}) {
    for (const row of rows) {
        const { result, detail, remedy = "", file, line } = row;
        const text = `${nameOf(row)}: ${detail}`;
        if (result !== "warn")
            io.info(`${indent}${CHECK_WORDS[result]}  ${text}`);
        else
            io.warning(`${text}${remedy === "" ? "" : `\n${remedy}`}`, {
                ...(file !== undefined && { file }),
                ...(line !== undefined && { line }),
            });
    }
}
function checkTable(rows, { lead } = {}) {
    const cells = rows.slice(0, MOST_ROWS).map((row) => {
        const { check, result, detail, remedy = "" } = row;
        const isGood = result === "pass" || result === "skipped";
        return [...(lead === undefined ? [] : [lead.cell(row)]), check, CHECK_WORDS[result], detail, isGood ? "" : remedy];
    });
    const columns = [...(lead === undefined ? [] : [lead.title]), "Check", "Result", "Detail", "Remedy"];
    const more = rows.length - cells.length;
    return [(0,packages_text/* table */.tp)(columns, cells), ...(more > 0 ? [(0,packages_text/* paragraph */.FY)(`and ${more} more rows`)] : [])];
}

;// CONCATENATED MODULE: ./packages/report/index.ts






/***/ });
