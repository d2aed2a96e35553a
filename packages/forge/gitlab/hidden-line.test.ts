import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hostileText } from "../../../test/log-safe/hostile-text.ts";
import { hiddenLine, pathValue, readHiddenLine, readPathValue, textKey } from "./index.ts";

describe("hiddenLine", () => {
  test("is read as it was written: the last one of its name", () => {
    const text = `Text\n\n${hiddenLine("bump", { a: "1" })}\n${hiddenLine("bump", { a: "2", b: "x=y" })}\nMore`;
    expect([...readHiddenLine(text, "bump")!]).toEqual([
      ["a", "2"],
      ["b", "x=y"],
    ]);
    expect(readHiddenLine(text, "other")).toBeUndefined();
  });

  test.each(["a b", "a\nb", "-->", "a-->b"])("refuses the value %j, which would end it", (value) => {
    expect(() => hiddenLine("bump", { file: value })).toThrow("a hidden line cannot hold");
  });

  test("holds any path, which does not end it", () => {
    fc.assert(
      fc.property(hostileText, (path) => {
        fc.pre(path !== "" && path.isWellFormed());
        const line = hiddenLine("bump", { file: pathValue(path), end: "1" });
        expect(line.match(/-->/g)).toHaveLength(1);
        const fields = readHiddenLine(line, "bump");
        expect([readPathValue(fields?.get("file") ?? ""), fields?.get("end")]).toEqual([path, "1"]);
      }),
    );
  });

  test("is not searched for beyond 4,000 characters, or in an unfinished line", () => {
    expect(readHiddenLine(hiddenLine("bump", { a: "x".repeat(5_000) }), "bump")).toBeUndefined();
    expect(readHiddenLine("<!-- release-actions: bump a=1", "bump")).toBeUndefined();
  });

  test("a value that is not an encoded path has no path", () => {
    expect([readPathValue("%"), readPathValue("")]).toEqual([undefined, undefined]);
  });
});

describe("textKey", () => {
  const line = hiddenLine("bump", { a: "1" });

  test("ignores the hidden line, line ends and blank lines around the text", async () => {
    const key = await textKey("Title", "One\n\nTwo\n", "bump");
    expect(key).toMatch(/^[0-9a-f]{12}$/);
    expect(await textKey(" Title ", `One\r\n\r\nTwo\r\n\r\n${line}`, "bump")).toBe(key);
  });

  test("differs for an edited title or text", async () => {
    const key = await textKey("Title", "One", "bump");
    expect(await textKey("Other", "One", "bump")).not.toBe(key);
    expect(await textKey("Title", "Two", "bump")).not.toBe(key);
  });
});
