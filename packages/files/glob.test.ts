import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findFiles, matchesSegment } from "./glob.ts";

const root = await mkdtemp(join(tmpdir(), "glob-"));
for (const path of [
  "a.zip",
  "b.txt",
  ".hidden.zip",
  "dist/a.zip",
  "dist/deep/er/b.zip",
  "dist/.secret/c.zip",
  ".git/d.zip",
  "x/dist/e.zip",
]) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), "");
}
await symlink(join(root, "dist"), join(root, "linked"));

describe("findFiles", () => {
  test.each([
    ["*.zip", ["a.zip"]],
    ["?.*", ["a.zip", "b.txt"]],
    ["./dist/*.zip", ["dist/a.zip"]],
    ["dist/**", ["dist/a.zip", "dist/deep/er/b.zip"]],
    ["**/*.zip", ["a.zip", "dist/a.zip", "dist/deep/er/b.zip", "x/dist/e.zip"]],
    ["**/dist/*.zip", ["dist/a.zip", "x/dist/e.zip"]],
    ["dist/**/b.zip", ["dist/deep/er/b.zip"]],
    ["**/**/**/b.zip", ["dist/deep/er/b.zip"]],
    [".*.zip", [".hidden.zip"]],
    ["dist/.secret/*", ["dist/.secret/c.zip"]],
    ["*/nothing", []],
    ["linked/*", []],
    [".git/*", []],
    ["[ab].zip", []],
  ])("%s matches %j", async (pattern, expected) => {
    expect(await findFiles(root, pattern)).toEqual(expected);
  });
});

describe("matchesSegment", () => {
  test("matches like the equivalent regular expression", () => {
    const characters = fc.constantFrom("a", "b", ".", "*", "?", "(", "+");
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 8 }),
        fc.array(fc.constantFrom("a", "b", ".", "(", "+"), { minLength: 1, maxLength: 8 }),
        (segment, name) => {
          const expression = segment
            .map((character) => (character === "*" ? ".*" : character === "?" ? "." : `\\${character}`))
            .join("")
            .replaceAll("\\a", "a")
            .replaceAll("\\b", "b");
          const hidden = name[0] === "." && segment[0] !== ".";
          return (
            matchesSegment(segment.join(""), name.join("")) ===
            (!hidden && new RegExp(`^${expression}$`, "s").test(name.join("")))
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("many stars against a name that almost matches are fast", () => {
    const start = performance.now();
    expect(matchesSegment("*a".repeat(2_000) + "b", "a".repeat(255))).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
