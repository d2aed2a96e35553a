import { describe, expect, test } from "@jest/globals";
import type { Place } from "@release-actions/action";
import { toPlainText } from "@release-actions/text";
import { checkTable, fail, logRows, pass, warn } from "./index.ts";

const ROWS = [pass("exists", "is there"), { ...warn("scan", "old", "Scan again."), file: "a", line: 2 }];

describe("logRows", () => {
  test("writes a line for each row, and an annotation for a warning", () => {
    const lines: string[] = [];
    const io = {
      info: (text: string) => void lines.push(text),
      warning: (text: string, place?: Place) => void lines.push(`${JSON.stringify(place)} ${text}`),
    };
    logRows(io, ROWS, { nameOf: ({ check }) => `app: ${check}`, indent: "  " });
    expect(lines).toEqual(["  ✅ pass  app: exists: is there", '{"file":"a","line":2} app: scan: old\nScan again.']);
  });
});

describe("checkTable", () => {
  test("shows a remedy only if something is wrong", () => {
    const text = toPlainText([
      ...checkTable([{ ...pass("exists", "x"), remedy: "Nothing." }, fail("scan", "y", "Fix it.")]),
    ]);
    expect(text).toContain("Fix it.");
    expect(text).not.toContain("Nothing.");
  });

  test("states how many rows it leaves out", () => {
    const rows = Array.from({ length: 203 }, (_, index) => pass("scan", `row ${index}`));
    const text = toPlainText([...checkTable(rows, { lead: { title: "Page", cell: () => "/" } })]);
    expect(text).toContain("row 199");
    expect(text).not.toContain("row 200");
    expect(text).toContain("and 3 more rows");
  });
});
