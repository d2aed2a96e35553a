import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gitHubAssetName, gitLabAssetName } from "./asset-name.ts";

describe("asset names", () => {
  test.each([
    ["app-1.2.3.tar.gz", "app-1.2.3.tar.gz"],
    ["sp ace & ü.md", "sp.ace.u.md"],
    ["a  b.txt", "a.b.txt"],
    [".env", "default.env"],
    ["naïve.txt", "naive.txt"],
    ["日本.zip", "default.zip"],
    ["a+b@c_d-e.txt", "a+b@c_d-e.txt"],
    ["x.", "default.x"],
    ["..a..b..", "default.a.b"],
  ])("GitHub stores %j as %j", (given, stored) => {
    expect(gitHubAssetName(given)).toBe(stored);
  });

  test("are not rewritten twice by GitHub", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), (name) => {
        const stored = gitHubAssetName(name);
        return stored === "default." || gitHubAssetName(stored) === stored;
      }),
    );
  });

  test("are always accepted by GitLab", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), (name) =>
        /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/.test(gitLabAssetName(name)),
      ),
    );
  });
});
