import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { SMALLEST_LIMIT, truncateBody } from "./index.ts";

const REMARK = "_These notes were too long for this place and end here._";

function cut(body: string, limit: number): string {
  const result = truncateBody(body, limit);
  expect(result.truncated).toBe(true);
  expect(Buffer.byteLength(result.body)).toBeLessThanOrEqual(limit);
  expect(result.body).toContain(REMARK);
  return result.body;
}

describe("truncate", () => {
  test("leaves a body within the limit unchanged", () => {
    const body = "ü".repeat(150);
    expect(truncateBody(body, 300)).toEqual({ body, truncated: false });
  });

  test("security E90: cuts between blocks, and between a list's items", () => {
    expect(cut(`${"a".repeat(200)}\n\n${"b".repeat(200)}`, 300)).toBe(`${"a".repeat(200)}\n\n${REMARK}`);
    expect(cut(Array.from({ length: 50 }, (_, i) => `- item ${i}\n  - deeper`).join("\n"), 300)).toMatch(
      / {2}- deeper\n\n_These/,
    );
  });

  test("security E90: leaves no heading without its text", () => {
    expect(cut(`${"a".repeat(180)}\n\n## Fixed\n\n${"b".repeat(200)}`, 300)).toBe(`${"a".repeat(180)}\n\n${REMARK}`);
  });

  test("security E90: closes the fence that it cuts, with its own length", () => {
    const code = Array.from({ length: 100 }, (_, i) => `line ${i}`).join("\n");
    expect(cut(`text\n\n~~~~ js\n${code}\n~~~~\n\nend`, 400)).toMatch(
      /^text\n\n~~~~ js\nline 0\n[^]*line \d+\n~~~~\n\n_These[^~]*$/,
    );
  });

  test("security E90: closes <details>", () => {
    expect(cut(`<details>\n\n${"a ".repeat(100)}\n\n${"b ".repeat(100)}\n\n</details>`, 400)).toMatch(
      /a\s+<\/details>\n\n_These/,
    );
  });

  test("security E90: keeps the link definitions that the rest uses", () => {
    const body = `see [x]\n\n${"b".repeat(300)} [y]\n\n[x]: /x\n[y]: /y`;
    expect(cut(body, 300)).toBe(`see [x]\n\n${REMARK}\n\n[x]: /x`);
  });

  test.each(["👩‍👩‍👧‍👦", "🇩🇪🇫🇷", "e\u0301", "각", "𝒳"])("security E90: never splits %s", (character) => {
    for (let limit = SMALLEST_LIMIT; limit < SMALLEST_LIMIT + 40; limit++) {
      const kept = cut(character.repeat(200), limit).split("\n\n")[0]!;
      expect(character.repeat(200).startsWith(kept)).toBe(true);
      const whole = [...new Intl.Segmenter("en").segment(character)].map(({ segment }) => segment);
      const segments = [...new Intl.Segmenter("en").segment(kept)].map(({ segment }) => segment);
      expect(segments.every((segment) => whole.includes(segment))).toBe(true);
    }
  });

  test("security E90: stays within the limit and valid, whatever the body contains", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "\n",
        "\n\n",
        "```\n",
        "~~~\n",
        "- a\n",
        "<details>\n",
        "<!--",
        "# h\n",
        "[a]",
        "[a]: /b\n",
        " ",
        "👩‍👧",
      ),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: SMALLEST_LIMIT, max: 400 }),
        (pieces, limit) => {
          const body = pieces.join("");
          const result = truncateBody(body, limit);
          expect(Buffer.byteLength(result.body)).toBeLessThanOrEqual(limit);
          expect(result.truncated).toBe(Buffer.byteLength(body) > limit);
          expect(result.body.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 1000) },
    );
  });

  test("throws if the limit leaves no room", () => {
    expect(() => truncateBody("a", SMALLEST_LIMIT - 1)).toThrow(RangeError);
  });
});

describe("a limit in UTF-16 code units", () => {
  const utf16 = (body: string, limit: number, remark?: string) =>
    truncateBody(body, limit, { unit: "utf16", ...(remark !== undefined && { remark }) }).body;

  test("a body within the limit stays as it is, however many bytes it has", () => {
    expect(utf16("中".repeat(300), 300)).toBe("中".repeat(300));
  });

  test("release F7: of one long list, everything up to the limit is kept", () => {
    const list = Array.from({ length: 1_600 }, (_, index) => `- item ${index} ${"x".repeat(80)}`).join("\n");
    const body = utf16(`### Fixed\n\n${list}\n\n### Docs\n\n- d`, 125_000);
    expect(body.length).toBeGreaterThan(124_800);
    expect(body.length).toBeLessThanOrEqual(125_000);
  });

  test.each(["中", "😀", "ü", "a"])("%s: the limit holds and is used, no character is split", (character) => {
    const body = utf16(Array.from({ length: 200 }, () => `- ${character.repeat(20)}`).join("\n"), 2_000);
    expect(body.isWellFormed()).toBe(true);
    expect(body.length).toBeLessThanOrEqual(2_000);
    expect(body.length).toBeGreaterThan(1_800);
  });

  test("the limit holds, no surrogate pair is split and the remark stays, whatever the body holds", () => {
    const pieces = fc.array(
      fc.constantFrom("😀", "中", "a", "\n", "\n\n", "```", "~~~\n", "<!--", "-->", "<details>", " "),
      {
        minLength: 300,
        maxLength: 900,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const body = utf16(text, 500, "**cut**");
        return (
          body.isWellFormed() && (body === text ? text.length <= 500 : body.length <= 500 && body.includes("**cut**"))
        );
      }),
    );
  });

  test("an open comment would hide the remark: it is left out as a whole", () => {
    expect(utf16(`intro\n\n<!-- ${"hidden\n\n".repeat(200)} -->`, 600, "**cut**")).toBe("intro\n\n**cut**");
  });
});
