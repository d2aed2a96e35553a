import { describe, expect, test } from "@jest/globals";
import { compareVersions, parseVersion, requireVersion, versionProblem, type Version } from "./index.ts";
import fc from "fast-check";
import semver from "semver";

const parse = (text: string): Version => requireVersion(text);

const number = fc.oneof(fc.nat({ max: 20 }), fc.maxSafeNat()).map(String);
const identifier = fc.oneof(number, fc.stringMatching(/^[0-9A-Za-z-]{1,8}$/));
const identifiers = fc.array(identifier, { minLength: 1, maxLength: 4 }).map((list) => list.join("."));
const versionLike = fc
  .tuple(number, number, number, fc.option(identifiers), fc.option(identifiers))
  .map(([a, b, c, pre, build]) => `${a}.${b}.${c}${pre === null ? "" : `-${pre}`}${build === null ? "" : `+${build}`}`);
const nearMiss = fc.stringMatching(/^[0-9]{1,3}[0-9.a-z+-]{0,12}$/);

describe("SemVer versions", () => {
  test.each([
    "0.0.0",
    "0.0.4",
    "1.2.3",
    "10.20.30",
    "1.1.2-prerelease+meta",
    "1.1.2+meta",
    "1.1.2+meta-valid",
    "1.0.0-alpha",
    "1.0.0-alpha.beta.1",
    "1.0.0-alpha0.valid",
    "1.0.0-alpha.0valid",
    "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
    "1.0.0-rc.1+build.1",
    "2.0.0+build.1848",
    "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
    "1.0.0-0A.is.legal",
    "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
    "1.2.3-alpha-.-beta",
    "1.2.3--1.2.3",
    "1.2.3+new-build",
    "1.2.3+01",
    "9007199254740991.9007199254740991.9007199254740991",
  ])("release.md 3: reads %s as a SemVer version", (text) => {
    expect(parseVersion(text)?.text).toBe(text);
    expect(semver.valid(text)).not.toBeNull();
  });

  test.each([
    ["", "does not begin with three numbers"],
    ["1", "has 1 number where"],
    ["1.2", "has 2 numbers where"],
    ["1.2.3.4", "has 4 numbers where"],
    ["1.2.3-", "after - it needs"],
    ["1.2.3-01", "prerelease number 01 has a leading zero"],
    ["1.2.3-a..b", "after - it needs"],
    ["1.2.3+", "after + it needs"],
    ["1.2.3+a+b", "after + it needs"],
    ["1.2.3-a_b", "after - it needs"],
    ["01.2.3", "the number 01 has a leading zero"],
    ["1.02.3", "the number 02 has a leading zero"],
    ["v1.2.3", "does not begin with three numbers"],
    ["V1.0.0", "does not begin with three numbers"],
    ["=1.2.3", "does not begin with three numbers"],
    [" 1.2.3", "does not begin with three numbers"],
    ["1.2.3\n", "does not begin with three numbers"],
    ["1.2.3-rc.1\n", "after - it needs"],
    ["1.2.3\n::set-output name=x::y", "does not begin with three numbers"],
    ["１.２.３", "does not begin with three numbers"],
    ["-1.2.3", "does not begin with three numbers"],
    ["1.2.9007199254740992", "larger than 9007199254740991"],
    [`1.2.${"9".repeat(300)}`, "it has 304 characters, at most 256"],
    [`1.2.3-${"a".repeat(251)}`, "it has 257 characters, at most 256"],
  ])("release.md 3: refuses %j", (text, reason) => {
    expect(parseVersion(text)).toBeUndefined();
    expect(versionProblem(text)).toContain(reason);
  });

  test("accepts 256 characters", () => {
    const text = `1.2.3-${"a".repeat(250)}`;
    expect(parseVersion(text)).toBeDefined();
    expect(semver.valid(text)).toBe(text);
  });

  test("security B24: refuses ten thousand bytes without parsing them", () => {
    expect(versionProblem("9".repeat(10_000))).toContain("at most 256");
  });

  test("consist of these parts", () => {
    expect(parseVersion("1.22.333-rc.4+build.5")).toMatchObject({
      major: 1,
      minor: 22,
      patch: 333,
      prerelease: true,
      prereleaseId: "rc",
      build: "build.5",
    });
    expect(parseVersion("1.2.3")).toMatchObject({ prerelease: false, prereleaseId: undefined, build: undefined });
    expect(parseVersion("1.2.3-0")).toMatchObject({ prerelease: true, prereleaseId: undefined });
  });

  test("are accepted and refused like node-semver does", () => {
    fc.assert(
      fc.property(fc.oneof(versionLike, nearMiss), (text) => {
        const theirs = semver.parse(text);
        const ours = parseVersion(text);
        expect(ours === undefined).toBe(theirs === null);
        if (ours === undefined || theirs === null) return;
        expect([ours.major, ours.minor, ours.patch]).toEqual([theirs.major, theirs.minor, theirs.patch]);
        expect(ours.prerelease).toBe(theirs.prerelease.length > 0);
        expect(ours.build ?? "").toBe(theirs.build.join("."));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("order", () => {
  test.each([
    ["0.0.0-foo", "0.0.0"],
    ["0.0.0", "0.0.1"],
    ["1.0.9", "1.0.10"],
    ["0.9.9", "0.10.0"],
    ["1.2.3-4", "1.2.3-4-foo"],
    ["1.2.3-4", "1.2.3-asdf"],
    ["1.2.3-5", "1.2.3-5-foo"],
    ["1.2.3-a", "1.2.3-a.5"],
    ["1.2.3-a.5", "1.2.3-a.10"],
    ["1.2.3-a.10", "1.2.3-a.b"],
    ["1.2.3-a.b", "1.2.3-a.b.c"],
    ["1.2.3-r100", "1.2.3-r2"],
    ["1.2.3-r-100", "1.2.3-r-2"],
    ["1.2.3-Foo", "1.2.3-foo"],
    ["1.2.3-alpha.beta", "1.2.3-beta"],
    ["1.2.3-rc.1", "1.2.3"],
  ])("release.md 3: puts %s before %s", (lower, higher) => {
    expect(compareVersions(parse(lower), parse(higher))).toBeLessThan(0);
    expect(compareVersions(parse(higher), parse(lower))).toBeGreaterThan(0);
    expect(semver.lt(lower, higher)).toBe(true);
  });

  test("compares prerelease numbers beyond 2^53 exactly", () => {
    expect(compareVersions(parse("1.0.0-9007199254740993"), parse("1.0.0-9007199254740992"))).toBeGreaterThan(0);
  });

  test("matches that of node-semver", () => {
    const few = fc
      .stringMatching(/^[0-2]\.[0-2]\.[0-2](?:-[0-2ab]{1,2}(?:\.[0-2ab-]{1,2}){0,2})?$/)
      .filter((text) => parseVersion(text) !== undefined);
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(Math.sign(compareVersions(parse(a), parse(b)))).toBe(semver.compare(a, b));
      }),
      { numRuns: 3_000 },
    );
  });
});
