import { describe, expect, test } from "@jest/globals";
import { listedVersion } from "./contents.ts";

const entry = (...items: string[]) =>
  ["### Added", "- api 9.9.9", "#### Component Versions", ...items, "", "### Fixed", "- web 8.8.8"].join("\n");

describe("component versions in a changelog entry", () => {
  test.each([
    ["- **api**: 3.0.1", "3.0.1"],
    ["- **api:** 3.0.1", "3.0.1"],
    ["* `api` v3.0.1", "3.0.1"],
    ["+ api: `3.0.1`", "3.0.1"],
    ["- api 3.0.1 (was 3.0.0)", "3.0.1"],
    ["- api 3.0.1\r", "3.0.1"],
    ["- api-gateway: 1.0.0\n- api: 3.0.1", "3.0.1"],
    ["- api changed a lot", undefined],
    ["- api", undefined],
    ["api: 3.0.1", undefined],
    ["- web: 1.0.0", undefined],
  ])("finds the version of api in a list with %j: %s", (items, version) => {
    expect(listedVersion(entry(items), "api")).toBe(version);
  });

  test("ignores a list under another heading", () => {
    expect(listedVersion(entry("- web: 1.0.0"), "api")).toBeUndefined();
    expect(listedVersion("## Component Versions of old\n- api 1.0.0", "api")).toBeUndefined();
  });

  test("parses long lines of marks quickly", () => {
    const long = Array.from({ length: 2_000 }, () => `- ${"*`_ ".repeat(5_000)}`);
    expect(listedVersion(entry(...long, "- api: 1.0.0"), "api")).toBe("1.0.0");
  });
});
