import { describe, expect, test } from "@jest/globals";
import { compareVersions, parseVersion, requireVersion } from "./index.ts";

const parse = (text: string) => requireVersion(text, "calver");

describe("calendar versions", () => {
  test.each([
    ["2025.01.02", { major: 2025, minor: 1, patch: 2 }],
    ["2025.1.2", { major: 2025, minor: 1, patch: 2 }],
    ["2025.12.31", { major: 2025, minor: 12, patch: 31 }],
    ["2025.1.0", { major: 2025, minor: 1, patch: 0 }],
    ["2025.1.1234", { major: 2025, minor: 1, patch: 1234 }],
    ["24.04", { major: 24, minor: 4, patch: 0 }],
    ["25.1.3", { major: 25, minor: 1, patch: 3 }],
    ["2025.01.02.1", { major: 2025, minor: 1, patch: 2 }],
    ["2025.01.02-rc.1", { prerelease: true, prereleaseId: "rc" }],
    ["2025.01.02+build.5", { prerelease: false, build: "build.5" }],
  ])("release.md 3: reads %s as a calendar version", (text, parts) => {
    expect(parse(text)).toMatchObject({ text, ...parts });
  });

  test.each([
    "",
    "2025",
    "1.2.3",
    "2025.13.1",
    "2025.0.1",
    "2025.001.1",
    "2025.1.001",
    "2025-01-02",
    "2025.01.02.1.1",
    "3025.1",
    "v2025.1.2",
    "2025.1.2-",
    "2025.1.2\n",
    "20250102",
  ])("refuses %j", (text) => {
    expect(parseVersion(text, "calver")).toBeUndefined();
  });

  test("orders versions by the calendar", () => {
    const order = [
      "23.12",
      "24.04",
      "2025.01.02-rc.1",
      "2025.01.02",
      "2025.01.02.1",
      "2025.1.10",
      "2025.2",
      "2025.10.1",
    ];
    for (const [index, text] of order.entries()) {
      const next = order[index + 1];
      if (next !== undefined) expect(compareVersions(parse(text), parse(next))).toBeLessThan(0);
    }
  });

  test("treats versions with leading zeros or the century as equal", () => {
    expect(compareVersions(parse("2025.01.02"), parse("2025.1.2"))).toBe(0);
    expect(compareVersions(parse("25.01"), parse("2025.1"))).toBe(0);
  });
});
