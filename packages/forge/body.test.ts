import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fitText, markerOf, withMarker, withoutMarker } from "./body.ts";

const ENDING = "**cut: [all](https://example.com)**";

describe("cutting release notes", () => {
  test("leaves a text that fits unchanged", () => {
    expect(fitText("a\r\nb", 1_000, ENDING)).toEqual({ text: "a\r\nb", cut: false });
  });

  test("cuts a long text after a whole block", () => {
    const text = Array.from({ length: 100 }, (_, index) => `- item ${index}\n  more of it\n\n`).join("");
    const fitted = fitText(text, 1_000, ENDING);
    const kept = fitted.text.slice(0, -ENDING.length).trimEnd();
    expect(fitted.text.length).toBeLessThanOrEqual(1_000);
    expect(text.startsWith(`${kept}\n\n- item`)).toBe(true);
  });

  test("never leaves a fence open: cuts before it", () => {
    const fitted = fitText(`intro\n\n~~~~\n${"code\n\n".repeat(200)}~~~~\n`, 600, ENDING);
    expect(fitted.text).toBe(`intro\n\n${ENDING}`);
  });

  test("cuts inside a text that is one fence, and closes the fence", () => {
    const fitted = fitText(`\`\`\`\`js\n${"code\n".repeat(400)}`, 600, ENDING);
    expect(fitted.text).toMatch(/\n````\n\n\*\*cut/);
  });

  test("drops an open comment as a whole, because it would hide the link", () => {
    const fitted = fitText(`intro\n\n<!-- ${"hidden\n\n".repeat(200)} -->`, 600, ENDING);
    expect(fitted.text).toBe(`intro\n\n${ENDING}`);
  });

  test("closes open <details> before the link", () => {
    const fitted = fitText(`<details><summary>x</summary>\n\n${"line\n\n".repeat(200)}</details>`, 600, ENDING);
    expect(fitted.text).toContain(`</details>\n\n${ENDING}`);
  });

  test("never splits a surrogate pair, stays within the limit and keeps the ending, for any text", () => {
    const text = fc.array(fc.constantFrom("😀", "a", "\n", "\n\n", "```", "~~~\n", "<!--", "-->", "<details>", " "), {
      minLength: 300,
      maxLength: 900,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const { text: fitted, cut } = fitText(parts.join(""), 500, ENDING);
        return fitted.isWellFormed() && (!cut || (fitted.length <= 500 && fitted.endsWith(ENDING)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("cuts 10 MB of identical lines in linear time", () => {
    for (const line of ["```\n", "<!--", "<details>", "a", "\n", "~~~~"]) {
      const start = performance.now();
      fitText(line.repeat(10_000_000 / line.length), 125_000, ENDING);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

describe("the marker", () => {
  test("is the same for one tag of one repository, and different for every other", () => {
    expect(markerOf("acme/app", "v1")).toBe(markerOf("Acme/App", "v1"));
    expect(markerOf("acme/app", "v1")).not.toBe(markerOf("acme/app", "v1.0"));
    expect(markerOf("acme/app", "v1")).not.toBe(markerOf("acme/ap", "pv1"));
  });

  test("can be removed from a text, however often it was added", () => {
    const marker = markerOf("acme/app", "v1");
    const marked = withMarker(withMarker("a\r\nb\n", marker), marker);
    expect(marked).toBe(`a\nb\n\n${marker}`);
    expect(withoutMarker(marked, marker)).toBe("a\nb");
  });
});
