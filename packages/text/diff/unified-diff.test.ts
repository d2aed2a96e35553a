import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unifiedDiff } from "./unified-diff.ts";

describe("unifiedDiff", () => {
  test("shows a changed line with three lines around it", () => {
    const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(unifiedDiff("a", before, before.replace("5", "five"))).toBe(
      "--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
    );
    expect(unifiedDiff("a", before, before)).toBe("");
  });

  test("has the right line numbers for a change far from both ends", () => {
    const before = Array.from({ length: 2000 }, (_, index) => `${index + 1}\n`).join("");
    expect(unifiedDiff("a", before, before.replace("\n1000\n", "\nx\ny\n"))).toBe(
      "--- a/a\n+++ b/a\n@@ -997,7 +997,8 @@\n 997\n 998\n 999\n-1000\n+x\n+y\n 1001\n 1002\n 1003\n",
    );
  });

  test("reports a missing end of line", () => {
    expect(unifiedDiff("a", "1.0.0", "1.0.1")).toContain("-1.0.0\n\\ No newline at end of file\n+1.0.1\n\\ No newline");
  });

  test("quotes a path that needs quotes in git's headers", () => {
    expect(unifiedDiff('a\n+++ b/"é"', "1\n", "2\n")).toBe(
      String.raw`--- "a/a\n+++ b/\"\303\251\""` +
        "\n" +
        String.raw`+++ "b/a\n+++ b/\"\303\251\""` +
        "\n@@ -1,1 +1,1 @@\n-1\n+2\n",
    );
  });

  test("combines very many changes in one hunk, which git applies", () => {
    const directory = mkdtempSync(join(tmpdir(), "diff-"));
    const before = Array.from({ length: 5_000 }, (_, index) => `${index}\n`).join("");
    for (const after of [before.replaceAll("\n", "x\n"), before.replaceAll("\n", "x\n").trimEnd()]) {
      const diff = unifiedDiff("f", before, after);
      expect(diff.split("\n@@ ")).toHaveLength(2);
      writeFileSync(join(directory, "f"), before);
      execFileSync("git", ["apply", "-"], { cwd: directory, input: diff });
      expect(readFileSync(join(directory, "f"), "utf8")).toBe(after);
    }
    rmSync(directory, { recursive: true });
  });

  test("gives diffs that git applies with the same result", () => {
    const directory = mkdtempSync(join(tmpdir(), "diff-"));
    const lines = fc.array(fc.constantFrom("a\n", "b\n", "c\r\n", "d\n", "\n"), { maxLength: 40 });
    const text = fc.tuple(lines, fc.constantFrom("", "end")).map(([all, end]) => all.join("") + end);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff("f", before, after);
        fc.pre(diff !== "" && before !== "" && after !== "");
        writeFileSync(join(directory, "f"), before);
        execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: directory, input: diff });
        expect(readFileSync(join(directory, "f"), "utf8")).toBe(after);
      }),
      { numRuns: 60 },
    );
    rmSync(directory, { recursive: true });
  }, 60_000);
});
