import { describe, expect, test } from "@jest/globals";
import { compareVersions, parseVersion, requireVersion, versionProblem } from "./index.ts";
import fc from "fast-check";
import { parsePep440 } from "./pep440.ts";

const ORDER = [
  "1.0.dev456",
  "1.0a1",
  "1.0a2.dev456",
  "1.0a12.dev456",
  "1.0a12",
  "1.0b1.dev456",
  "1.0b2",
  "1.0b2.post345.dev456",
  "1.0b2.post345",
  "1.0rc1.dev456",
  "1.0rc1",
  "1.0",
  "1.0+abc.5",
  "1.0+abc.7",
  "1.0+5",
  "1.0.post456.dev34",
  "1.0.post456",
  "1.0.15",
  "1.1.dev1",
  "2.0",
  "1!0.1",
  "1!1.0.dev0",
];

describe("order", () => {
  test("matches that of Python's packaging library", () => {
    const versions = ORDER.map((text) => requireVersion(text, "pep440"));
    for (const [i, a] of versions.entries()) {
      for (const [j, b] of versions.entries())
        expect([a.text, b.text, Math.sign(compareVersions(a, b))]).toEqual([a.text, b.text, Math.sign(i - j)]);
    }
  });

  test("compares a local version's segments as numbers only if they are digits", () => {
    for (const [a, b] of [
      ["1.0+0x1f", "1.0+31"],
      ["1.0+1e3", "1.0+1000"],
      ["1.0+99999999999999999998", "1.0+99999999999999999999"],
    ]) {
      expect(compareVersions(requireVersion(a!, "pep440"), requireVersion(b!, "pep440"))).toBeLessThan(0);
    }
  });
});

describe("PEP 440 versions", () => {
  test.each([
    ["1.0RC1", "1.0rc1"],
    ["1.0-rc.1", "1.0rc1"],
    ["1.0_c1", "1.0rc1"],
    ["1.0rc-1", "1.0rc1"],
    ["1.0alpha", "1.0a0"],
    ["1.0.beta-2", "1.0b2"],
    ["1.0-pre3", "1.0rc3"],
    ["1.0preview4", "1.0rc4"],
    ["1.0-1", "1.0.post1"],
    ["1.0.post", "1.0.post0"],
    ["1.0-r4", "1.0.post4"],
    ["1.0rev5", "1.0.post5"],
    ["1.0-DEV", "1.0.dev0"],
    ["1.0dev3", "1.0.dev3"],
    ["0001.02.0", "1.2.0"],
    ["1.0+Ubuntu_01", "1.0+ubuntu.1"],
    ["1.1.0rc1.post2.dev3", "1.1.0rc1.post2.dev3"],
    ["2!1.0", "2!1.0"],
  ])("normalizes %s to %s", (text, normalized) => {
    expect(parsePep440(text)).toMatchObject({ text, normalized });
  });

  test("equal their normal form, and normalizing twice changes nothing", () => {
    const spelling = fc
      .tuple(
        fc.constantFrom("", "1!", "0!"),
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "a1", "-ALPHA.2", "_b", ".rc-3", "c4", "pre"),
        fc.constantFrom("", ".post1", "-2", "rev3", "_r"),
        fc.constantFrom("", ".dev", "-dev1", "DEV02"),
        fc.constantFrom("", "+a.1", "+A-01_b"),
      )
      .map(([epoch, release, ...rest]) => epoch + release.join(".") + rest.join(""));
    fc.assert(
      fc.property(spelling, (text) => {
        const version = parsePep440(text);
        if (typeof version === "string") throw new Error(`${text}: ${version}`);
        const again = requireVersion(version.normalized, "pep440");
        expect(again).toMatchObject({ normalized: version.normalized });
        expect(compareVersions(version, again)).toBe(0);
      }),
    );
  });

  test.each([
    "",
    "v1.0",
    " 1.0",
    "1.0\n",
    "1.0.",
    "1..0",
    "1.0-",
    "1.0+",
    "1.0+a..b",
    "1.0+a+b",
    "1.0-frontend",
    "1.0.dev1rc1",
    "1.0post1a1",
    "!1.0",
    "1.0!",
    "1.0rc1x",
    "1.0rc.",
    "1.0rc.+a",
    "1.0rc..post1",
    "1.0.post-.dev1",
    "1!",
    "1.0+\u212a",
  ])("refuses %j", (text) => {
    expect(parseVersion(text, "pep440")).toBeUndefined();
  });

  test("have the same limits as the other schemes", () => {
    expect(versionProblem(`1.${"0".repeat(260)}`, "pep440")).toContain("at most 256");
    expect(versionProblem("1.9007199254740992", "pep440")).toContain("larger than");
    expect(versionProblem("1.0rc9007199254740992", "pep440")).toContain("larger than");
  });

  test("are refused with the text from where the problem begins", () => {
    expect(versionProblem("1.0rc.1.x", "pep440")).toContain('".x" is none of');
    expect(versionProblem("1.0rc..post1", "pep440")).toContain('"..post1" is none of');
    expect(versionProblem("1!", "pep440")).toContain("does not begin with numbers");
  });

  test("consist of these parts", () => {
    expect(parseVersion("1.2.3rc4", "pep440")).toMatchObject({
      major: 1,
      minor: 2,
      patch: 3,
      prerelease: true,
      prereleaseId: "rc",
    });
    expect(parseVersion("1.2", "pep440")).toMatchObject({
      major: 1,
      minor: 2,
      patch: 0,
      prerelease: false,
      prereleaseId: undefined,
    });
    expect(parseVersion("1.2.dev3", "pep440")).toMatchObject({ prerelease: true, prereleaseId: "dev" });
    expect(parseVersion("1.2.post1+local.1", "pep440")).toMatchObject({ prerelease: false, build: "local.1" });
  });
});
