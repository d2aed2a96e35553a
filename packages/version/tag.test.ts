import { describe, expect, test } from "@jest/globals";
import { formatTag, isParsed, parseTag, readTag, tagRules, type TagConventions } from "./index.ts";
import fc from "fast-check";

const SEED = { components: ["walking-skeleton", "automation-service", "ai-pipeline", "frontend"] };

function read(tag: string, conventions: TagConventions): string {
  const result = readTag(tag, tagRules(conventions));
  if (!isParsed(result)) return `refused: ${result.what}`;
  return [result.version.text, result.component, result.version.prerelease ? "prerelease" : undefined]
    .filter(Boolean)
    .join(" ");
}

function refusal(tag: string, conventions: TagConventions) {
  const result = readTag(tag, tagRules(conventions));
  if (isParsed(result)) throw new Error(`${tag} was taken as ${result.version.text} of ${result.component}`);
  return result;
}

describe("conventions", () => {
  test.each<[TagConventions, string]>([
    [{ components: ["rc"] }, 'the component "rc" would be read as a prerelease'],
    [{ components: ["rc.1"] }, 'the component "rc.1" would be read as a prerelease'],
    [{ components: ["beta-2"] }, 'the component "beta-2" would be read as a prerelease'],
    [{ components: ["v2"] }, 'the component "v2" would be read as a version'],
    [{ components: ["1.0.0"] }, 'the component "1.0.0" would be read as a version'],
    [{ components: ["a", "a"] }, 'the component "a" is declared twice'],
    [{ components: ["a b"] }, '"a b" cannot name a component'],
    [{ components: ["../x"] }, '"../x" cannot name a component'],
    [{ components: ["-x"] }, '"-x" cannot name a component'],
    [{ formats: ["v"] }, "it must contain {version} exactly once, and contains it not at all"],
    [{ formats: ["{version}{version}"] }, "exactly once, and contains it 2 times"],
    [{ components: ["a"], formats: ["{component}-{component}-{version}"] }, "{component} at most once"],
    [{ formats: ["v{version}{x}"] }, "it may use {version} and {component} only"],
    [{ components: ["a"], formats: ["{component}{version}"] }, "needs a character between"],
    [{ formats: ["v{version} "] }, "is not a valid tag name"],
    [{ formats: ["-{version}"] }, "is not a valid tag name"],
    [{ formats: ["{component}-v{version}"] }, "no component is declared"],
    [
      {
        components: [
          { name: "a", format: "v{version}" },
          { name: "b", format: "v{version}" },
        ],
      },
      "could belong to a and to b",
    ],
  ])("are refused if they are wrong, before any tag is read: %j", (conventions, reason) => {
    let problems: readonly { what: string }[] = [];
    try {
      tagRules(conventions);
    } catch (error) {
      problems = (error as { details: { problems: readonly { what: string }[] } }).details.problems;
    }
    expect(problems.map(({ what }) => what).join("\n")).toContain(reason);
  });

  test("are reported with all their problems at once", () => {
    expect(() => tagRules({ components: ["rc", "a b"], formats: ["v"] })).toThrow(
      expect.objectContaining({
        verdict: "invalid",
        details: { problems: [expect.anything(), expect.anything(), expect.anything()] },
      }),
    );
  });
});

describe("reading tags", () => {
  test.each<[tag: string, conventions: TagConventions, expected: string]>([
    ["v1.1.0-frontend", SEED, "1.1.0 frontend"],
    ["v1.1.0-walking-skeleton", SEED, "1.1.0 walking-skeleton"],
    ["v1.1.0-ai-pipeline", { components: ["pipeline", "ai-pipeline"] }, "1.1.0 ai-pipeline"],
    ["v1.1.0-rc.1", SEED, "1.1.0-rc.1 prerelease"],
    ["v1.1.0-rc.1", {}, "1.1.0-rc.1 prerelease"],
    ["v1.1.0-rc.1-frontend", SEED, "1.1.0-rc.1 frontend prerelease"],
    ["v1.1.0", SEED, "1.1.0"],
    ["v1.1.0", {}, "1.1.0"],
    ["frontend-v1.1.0", { ...SEED, formats: ["{component}-v{version}"] }, "1.1.0 frontend"],
    ["frontend/v1.1.0", { ...SEED, formats: ["{component}/v{version}"] }, "1.1.0 frontend"],
    ["frontend@1.1.0", { ...SEED, formats: ["{component}@{version}"] }, "1.1.0 frontend"],
    ["@acme/ui@1.1.0", { components: ["@acme/ui", "ui"], formats: ["{component}@{version}"] }, "1.1.0 @acme/ui"],
    [
      "sub/dir/v2.0.0-rc.1",
      { components: ["sub/dir", "dir"], formats: ["{component}/v{version}"] },
      "2.0.0-rc.1 sub/dir prerelease",
    ],
    ["es2022-v1.2.3", { components: ["es2022"], formats: ["{component}-v{version}"] }, "1.2.3 es2022"],
    ["2025.01.02", { scheme: "calver", formats: ["{version}"] }, "2025.01.02"],
    ["1.1.0rc1", { scheme: "pep440", formats: ["{version}"] }, "1.1.0rc1 prerelease"],
    ["v1.1.0.post1", { scheme: "pep440" }, "1.1.0.post1"],
    ["v1.1.0rc1-frontend", { ...SEED, scheme: "pep440" }, "1.1.0rc1 frontend prerelease"],
    ["v1!2.0", { scheme: "pep440" }, "1!2.0"],
    ["release-1.2.3", { formats: ["release-{version}"] }, "1.2.3"],
  ])("release.md 3: reads the tag %s with %j as %s", (tag, conventions, expected) => {
    expect(read(tag, conventions)).toBe(expected);
  });

  test.each<[tag: string, conventions: TagConventions, reason: string]>([
    [
      "v1.1.0-frontend",
      {},
      '"frontend" at the end of v1.1.0-frontend is neither a declared component nor a prerelease',
    ],
    ["v1.1.0-backend", SEED, "declared are walking-skeleton, automation-service, ai-pipeline, frontend"],
    ["v1.1.0-frontend-rc.1", SEED, '"frontend-rc.1" at the end'],
    ["frontend-v1.1.0", {}, "matches none of the tag formats: v{version}"],
    ["frontend/v1.1.0", SEED, "matches none of the tag formats: v{version}-{component}, v{version}"],
    ["@acme/ui@1.1.0", {}, "matches none of the tag formats"],
    ["sub/dir/v2.0.0-rc.1", {}, "matches none of the tag formats"],
    ["es2022-v1.2.3", {}, "matches none of the tag formats"],
    ["es2022-v1.2.3", { ...SEED, formats: ["{component}-v{version}"] }, "matches none of the tag formats"],
    ["v1.1.0-", {}, "after - it needs identifiers"],
    ["v1.1.0-01", {}, "prerelease number 01 has a leading zero"],
    ["v01.1.0", {}, "the number 01 has a leading zero"],
    ["2025.01.02", {}, "matches none of the tag formats: v{version}"],
    ["1.1.0rc1", {}, "matches none of the tag formats"],
    ["v1.1.0rc1", {}, "is not a SemVer version"],
    ["v1.1.0.post1", {}, "is not a SemVer version"],
    ["V1.1.0", {}, "begins with a capital V"],
    ["v1", {}, "v1 is a floating tag"],
    ["v1.1", {}, "v1.1 is a floating tag"],
  ])("release.md 3: refuses the tag %s with %j", (tag, conventions, reason) => {
    expect(refusal(tag, conventions).what).toContain(reason);
  });

  test.each([
    ["v1-frontend", SEED, "floating tag"],
    ["v1.1-frontend", SEED, "floating tag"],
    ["frontend-v1", { ...SEED, formats: ["{component}-v{version}"] }, "floating tag"],
    ["1.1", {}, "looks like a floating tag"],
    ["latest", {}, "matches none of the tag formats"],
  ])("refuses a floating tag and reports it as one: %s", (tag, conventions, reason) => {
    expect(refusal(tag, conventions).what).toContain(reason);
  });

  test("refuses a component before the prerelease and shows the right order", () => {
    expect(refusal("v1.1.0-frontend-rc.1", SEED)).toMatchObject({
      check: "component",
      remedy: "put the component last: v1.1.0-rc.1-frontend",
    });
  });

  test("does not mistake a word that only begins like a prerelease word for one", () => {
    for (const tag of ["v1.1.0-release", "v1.1.0-nextcloud", "v1.1.0-developer", "v1.1.0-prefix"]) {
      expect(refusal(tag, SEED)).toMatchObject({ check: "component" });
    }
    for (const tag of ["v1.1.0-rc1", "v1.1.0-beta.2", "v1.1.0-next", "v1.1.0-nightly-20250102", "v1.1.0-alpha.beta"]) {
      expect(read(tag, SEED)).toBe(`${tag.slice(1)} prerelease`);
    }
  });

  test("refuses a misspelled component after a prerelease", () => {
    expect(refusal("v1.1.0-rc.1-frontnd", SEED).what).toContain('"frontnd" at the end');
    expect(refusal("v1.1.0+b-frontnd", SEED).what).toContain('"frontnd" at the end');
    expect(read("v1.1.0-rc.1-something", {})).toBe("1.1.0-rc.1-something prerelease");
  });

  test("security B23: prefers the longest declared component", () => {
    const components = ["end", "front-end", "frontend"];
    expect(read("v1.0.0-front-end", { components })).toBe("1.0.0 front-end");
    expect(read("v1.0.0-frontend", { components })).toBe("1.0.0 frontend");
    expect(read("v1.0.0-end", { components })).toBe("1.0.0 end");
    expect(refusal("v1.0.0-front-end", { components: ["end"] }).what).toContain('"front" at the end of');
  });

  test.each([
    ["v1.1.0-v2.0.0-frontend", '"v2.0.0" at the end'],
    ["v01.1.0-frontend", "leading zero"],
    ["v1.1.0--frontend", "after - it needs"],
    ["V1.1.0-frontend", "capital V"],
    ["v1.1.0-frontend-backend", '"frontend-backend" at the end'],
    ["v1.1.01-frontend", "the number 01 has a leading zero"],
  ])("T32: refuses the tag %s", (tag, reason) => {
    expect(refusal(tag, SEED).what).toContain(reason);
  });

  test("T32: reads v1.1.0+b-frontend as 1.1.0+b of the frontend", () => {
    expect(read("v1.1.0+b-frontend", SEED)).toBe("1.1.0+b frontend");
  });

  test("supports a separate scheme per component", () => {
    const conventions = { components: [{ name: "py", scheme: "pep440" as const }, "web"] };
    expect(read("v1.1rc1-py", conventions)).toBe("1.1rc1 py prerelease");
    expect(read("v1.1.0-web", conventions)).toBe("1.1.0 web");
    expect(refusal("v1.1rc1-web", conventions).what).toContain("is not a SemVer version");
  });

  test("supports a separate format per component", () => {
    const conventions = {
      components: [
        { name: "api", format: "v{version}" },
        { name: "@acme/ui", format: "{component}@{version}" },
        "docs",
      ],
    };
    expect(read("v1.1.0", conventions)).toBe("1.1.0 api");
    expect(read("@acme/ui@2.0.0", conventions)).toBe("2.0.0 @acme/ui");
    expect(read("v1.1.0-docs", conventions)).toBe("1.1.0 docs");
  });

  test("treats __proto__ and constructor as names like any other", () => {
    expect(read("v1.0.0-constructor", { components: ["constructor"] })).toBe("1.0.0 constructor");
    expect(() => tagRules({ components: ["__proto__"] })).toThrow();
  });
});

describe("hostile tags", () => {
  test.each([
    ["v1.1.0-$(id)-frontend", '"$" (U+0024) at position 8'],
    ["v1.1.0-`id`-frontend", '"`" (U+0060) at position 8'],
    ["v1;id", '";" (U+003B)'],
    ["v1|x", '"|" (U+007C)'],
    ["v1%0Ax", '"%" (U+0025)'],
    ["${{x}}", '"$" (U+0024)'],
    ["v1.1.0-frontend\n::set-output name=x::y", "U+000A at position 16"],
    ["v1.1.0 -frontend", "U+0020"],
  ])("T31, security B19: refuses the tag %j", (tag, reason) => {
    expect(refusal(tag, SEED)).toMatchObject({ check: "grammar", what: expect.stringContaining(reason) });
  });

  test.each([
    "--upload-pack=x",
    "-x",
    "@",
    "HEAD",
    "main",
    "refs/tags/v1.0.0",
    "a..b",
    "a//b",
    "/v1.0.0",
    "v1.0.0.lock",
    "v1.0.0.",
    ".v1.0.0",
    "",
  ])("security B20, B21: refuses the tag %j", (tag) => {
    expect(refusal(tag, { formats: ["{version}"] }).check).toBe("grammar");
  });

  test.each([
    ["v1.1.0\u202e-frontend", "U+202E"],
    ["v1.1.0\u200b-frontend", "U+200B"],
    ["v1.1.0-front\u0435nd", "U+0435"],
    ["v\uff11.1.0", "U+FF11"],
    ["v1.1.0\u{e0001}", "U+E0001"],
    ["v1.1.0\ud800", "U+D800"],
    ["v1.1.0\0", "U+0000"],
  ])("security B22: refuses the tag %j and shows the code point", (tag, codePoint) => {
    expect(refusal(tag, SEED).what).toContain(codePoint);
  });

  test("security B24: refuses a very long tag because of its length alone", () => {
    expect(refusal(`v1.1.0-${"a".repeat(1_000_000)}`, SEED).what).toBe(
      "the tag has 1000007 characters, at most 512 are allowed",
    );
  });

  test("never throws, and accepts only tags of harmless characters", () => {
    const rules = tagRules(SEED);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^v1\.[0-9]\.0[-+.a-z0-9]{0,20}$/)),
        (tag) => {
          const result = readTag(tag, rules);
          if (isParsed(result)) expect(result.tag).toMatch(/^[A-Za-z0-9._+-]+$/);
          else expect(result.remedy).not.toBe("");
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("writing tags", () => {
  test.each([
    [{ version: "1.1.0", component: "frontend" }, "v{version}-{component}", "v1.1.0-frontend"],
    [{ version: "1.1.0" }, "v{version}-{component}", "v1.1.0"],
    [{ version: "1.1.0", component: "@acme/ui" }, "{component}@{version}", "@acme/ui@1.1.0"],
    [{ version: "1.1.0", component: "api" }, "v{version}", "v1.1.0"],
  ])("gives the tag of %j with %s: %s", (of, format, tag) => {
    expect(formatTag(of, format)).toBe(tag);
  });

  test("refuses parts that cannot be in a tag name", () => {
    expect(() => formatTag({ version: "1.0.0" }, "{component}@{version}")).toThrow("needs a component");
    expect(() => formatTag({ version: "1.0.0$(id)" }, "v{version}")).toThrow('"$" (U+0024)');
    expect(() => formatTag({ version: "{component}", component: "a" }, "v{version}-{component}")).toThrow(
      '"{" (U+007B)',
    );
  });

  test("reads back every tag that it writes", () => {
    const formats = [
      "v{version}-{component}",
      "{component}-v{version}",
      "{component}/v{version}",
      "{component}@{version}",
    ];
    const component = fc.constantFrom("ui", "ai-ui", "@acme/ui", "a.b", "x_1", "sub/dir");
    const version = fc.constantFrom("1.2.3", "0.0.1", "1.0.0-rc.1", "2.0.0-beta.3+b1");
    fc.assert(
      fc.property(component, version, fc.constantFrom(...formats), (name, text, format) => {
        const rules = tagRules({ components: ["ui", "ai-ui", "@acme/ui", "a.b", "x_1", "sub/dir"], formats: [format] });
        const parsed = parseTag(formatTag({ version: text, component: name }, format), rules);
        expect([parsed.version.text, parsed.component]).toEqual([text, name]);
      }),
    );
  });

  test("security B36: fills in a format once, and no value can contain a placeholder", () => {
    expect(() => formatTag({ version: "1.0.0", component: "{version}" }, "{component}/v{version}")).toThrow(
      'the tag contains "{"',
    );
  });
});
