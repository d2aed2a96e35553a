import { describe, expect, test } from "@jest/globals";
import { compareVersions, requireVersion, sameVersion } from "./index.ts";

describe("versions of any scheme", () => {
  test("explains a text that is not a version", () => {
    expect(() => requireVersion("1.2")).toThrow(
      '"1.2" is not a SemVer version: it has 2 numbers where SemVer has three',
    );
    expect(() => requireVersion("x", "pep440")).toThrow('"x" is not a PEP 440 version');
  });

  test("cannot be ordered across schemes", () => {
    expect(() => compareVersions(requireVersion("1.2.3"), requireVersion("1.2.3", "pep440"))).toThrow(TypeError);
  });

  test.each([
    ["1.2.3", "1.2.3", true],
    ["1.2.3", "1.2.4", false],
    ["1.2.0-rc.1", "1.2.0rc1", true],
    ["1.2.0-beta.2", "1.2.0b2", true],
    ["1.2.0-rc.1", "1.2.0", false],
    ["1.2.3+a", "1.2.3+b", false],
    ["1.2.3", "1.2.3+b", false],
    ["1.2.0", "1.2", true],
    ["1.1.0", "3.0.1", false],
    ["1.2.3", "${revision}", false],
  ])("compares %s with %s: the same version is %s", (a, b, same) => {
    expect(sameVersion(a, b)).toBe(same);
    expect(sameVersion(b, a)).toBe(same);
  });
});
