import { execFileSync } from "node:child_process";

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { branchRef, fullRefOf, isObjectId, objectIdOf, refFault, repositoryPath, tagRef } from "./index.ts";

describe("ref names", () => {
  test.each([
    "v1.0.0",
    "v1.1.0-frontend",
    "frontend/v1.1.0",
    "@acme/ui@1.1.0",
    "HEAD",
    "main",
    "refs/tags/x",
    "@",
    "sub/dir/v2.0.0-rc.1",
    "v1;id",
    "v1`id`",
    "v1$(id)",
    "v1|x",
    "v1%0Ax",
    "${{x}}",
    "véé",
  ])("%s names refs/tags/ and that name, and nothing else", (name) => {
    expect(tagRef(name)).toBe(`refs/tags/${name}`);
  });

  test.each([
    "",
    "-x",
    "--upload-pack=x",
    "a..b",
    "a b",
    "a\nb",
    "a\u0000b",
    "a~1",
    "a^{}",
    "a:b",
    "a?b",
    "a*",
    "a[b",
    "a\\b",
    ".a",
    "a/.b",
    "a.lock",
    "a.lock/b",
    "a.",
    "a//b",
    "/a",
    "a/",
    "a@{0}",
    "a\u007f",
    "\ud800",
    "x".repeat(300),
  ])("security B20: %j is refused as a tag and as a branch", (name) => {
    expect(() => tagRef(name)).toThrow("is not a tag name");
    expect(() => branchRef(name)).toThrow("is not a branch name");
  });

  test("security B21: a short name is never mistaken for a full one", () => {
    for (const name of ["HEAD", "main", "tags/v1", "v1", "-x"]) expect(() => fullRefOf(name)).toThrow("full ref name");
  });

  test("the grammar agrees with git check-ref-format", () => {
    const alphabet = fc.constantFrom(..."ab.-/@{}~^:?*[\\ \u007f\u0001é%$;`", ".lock", "..", "@{");
    const names = fc.sample(
      fc.array(alphabet, { maxLength: 6 }).map((parts) => `refs/tags/${parts.join("")}`),
      300,
    );
    for (const name of names) {
      let legal = true;
      try {
        execFileSync("git", ["check-ref-format", name], { stdio: "ignore" });
      } catch {
        legal = false;
      }
      expect([name, refFault(name) === undefined]).toEqual([name, legal]);
    }
  });
});

describe("object ids", () => {
  const id = "0123456789abcdef0123456789abcdef01234567";

  test("40 or 64 lower-case hex digits", () => {
    expect(objectIdOf(id)).toBe(id);
    expect(isObjectId(`${id}${"0".repeat(24)}`)).toBe(true);
  });

  test.each([id.slice(0, 7), id.slice(1), `${id}0`, id.toUpperCase(), `${id}\n`, "1234567", ""])(
    "security B25: %j is not an id: it could name a branch as well",
    (text) => {
      expect(isObjectId(text)).toBe(false);
      expect(() => objectIdOf(text)).toThrow("is not a full object id");
    },
  );

  test("security B24: a text of 10 kB is refused in less than 10 ms", () => {
    const start = performance.now();
    for (const read of [objectIdOf, tagRef, fullRefOf]) expect(() => read("a".repeat(10_000))).toThrow();
    expect(performance.now() - start).toBeLessThan(10);
  });
});

test.each(["", "../x", "a/../b", "/etc/passwd", "./a", "a//b", ".git/config", "a/.GIT/hooks/x", "a\u0000b"])(
  "%j is not a path inside a repository",
  (path) => expect(() => repositoryPath(path)).toThrow("not a path inside the repository"),
);
