import { describe, expect, test } from "@jest/globals";
import { nextVersion, type VersionStep } from "./next-version.ts";

describe("nextVersion", () => {
  test.each<[string, VersionStep, string]>([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.9", "patch", "1.2.10"],
    ["1.2.3", "prerelease", "1.2.4-rc.1"],
    ["1.2.4-rc.1", "prerelease", "1.2.4-rc.2"],
    ["1.2.4-beta.9", "prerelease", "1.2.4-beta.10"],
    ["1.2.4-rc1", "prerelease", "1.2.4-rc2"],
    ["1.2.4-alpha", "prerelease", "1.2.4-alpha.1"],
    ["1.2.4-rc.1+build.7", "prerelease", "1.2.4-rc.2"],
    ["1.2.4-rc.2", "patch", "1.2.4"],
    ["1.3.0-rc.2", "minor", "1.3.0"],
    ["1.3.1-rc.2", "minor", "1.4.0"],
    ["2.0.0-rc.1", "major", "2.0.0"],
    ["2.1.0-rc.1", "major", "3.0.0"],
  ])("SemVer: %s, %s → %s", (current, step, next) => {
    expect(nextVersion(current, step, "semver")).toBe(next);
  });

  test.each<[string, VersionStep, string]>([
    ["1.2.3", "minor", "1.3.0"],
    ["1.0", "patch", "1.0.1"],
    ["1.2.3", "prerelease", "1.2.4rc1"],
    ["1.2.4rc1", "prerelease", "1.2.4rc2"],
    ["1.2.4.dev0", "prerelease", "1.2.4.dev1"],
    ["1.2.4a1", "patch", "1.2.4"],
    ["1!1.2.3", "major", "1!2.0.0"],
  ])("PEP 440: %s, %s → %s", (current, step, next) => {
    expect(nextVersion(current, step, "pep440")).toBe(next);
  });

  test("refuses a calendar version and an invalid version", () => {
    expect(() => nextVersion("2025.01.02", "patch", "calver")).toThrow("no next patch");
    expect(() => nextVersion("one", "patch", "semver")).toThrow("not a SemVer version");
    expect(() => nextVersion("1.2.9007199254740991", "patch", "semver")).toThrow("cannot be determined");
  });
});
