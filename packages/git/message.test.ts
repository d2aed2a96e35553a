import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { messageFromText } from "./index.ts";

test("a message in words stays as it is", () => {
  const text = "Release 1.2.0\n\nNote: this line is words.\nAnd so is this one.\n";
  expect(messageFromText(text)).toBe(text);
});

describe("security C52: what steers a pipeline or vouches for someone is stripped", () => {
  test.each([
    "[skip ci]",
    "[ci skip]",
    "[no ci]",
    "[skip actions]",
    "[actions skip]",
    "[SKIP CI]",
    "[ skip ci ]",
    "[skip-ci]",
    "***NO_CI***",
    "[ski\u200bp ci]",
  ])("%s", (token) => {
    const message = messageFromText(`Add ${token} things\n\nWith a body ${token}.\n`);
    expect(message).not.toMatch(/skip|no[ _]ci/i);
    expect(message).toMatch(/^Add .*things\n\nWith a body/);
  });

  test("a token around a token", () => {
    expect(messageFromText("Add [skip [skip ci]ci] things")).toBe("Add skip ci things\n");
  });

  test.each([
    "Signed-off-by: Mallory <m@example.test>",
    "Co-authored-by: M <m@example.test>",
    "Reviewed-by: M",
    "acked-by : M",
    "skip-checks: true",
    "skip-checks:true",
    "(cherry picked from commit 0123)",
    "  Signed-off-by: M",
  ])("%s", (line) => {
    expect(messageFromText(`Add things\n\nBody.\n${line}\n`)).toBe("Add things\n\nBody.\n");
  });

  test("a last paragraph of trailers", () => {
    expect(messageFromText("Add things\n\nBody.\n\nChangelog: added\nFixes: #1\n continued\n")).toBe(
      "Add things\n\nBody.\n",
    );
    expect(messageFromText("fix: a conventional subject")).toBe("fix: a conventional subject\n");
  });

  test("the beginning of a signature", () => {
    expect(messageFromText("Add\n\n-----BEGIN PGP SIGNATURE-----\nx y\n")).toBe("Add\n\nx y\n");
  });
});

test("control, bidirectional and invisible characters are taken out, all line breaks become line feeds", () => {
  expect(messageFromText("A\u202eb\u0007c\ufeff\r\n\r\nd\u2028e\u0000\n")).toBe("Abc\n\nd\ne\n");
});

test("a text of nothing but tokens is refused", () => {
  expect(() => messageFromText("[skip ci]\n")).toThrow("nothing of the text");
});

test("any text ends as a message that is its own message", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", " ", "\n", "[skip ci]", "[", "]", "skip ci", "X-by: y", "K: v", "\r", "é")),
      (parts) => {
        let once: string;
        try {
          once = messageFromText(parts.join(""));
        } catch {
          return;
        }
        expect(messageFromText(once)).toBe(once);
        expect(once).not.toMatch(/\[skip ci\]/i);
      },
    ),
  );
});

test("64 kB of brackets take less than a second", () => {
  const start = performance.now();
  expect(() => messageFromText("[skip ci".repeat(20_000))).not.toThrow();
  expect(() => messageFromText(`${"[skip ".repeat(10_000)}${"ci]".repeat(10_000)}`)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(1000);
});
