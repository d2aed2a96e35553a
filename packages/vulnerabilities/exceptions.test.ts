import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchesPattern } from "./glob.ts";
import { parseExceptions } from "./index.ts";

const problemsOf = async (source: string) =>
  (await parseExceptions(source, "exceptions.yml")).problems.map(({ file, line, what }) => `${file}:${line}: ${what}`);

describe("parseExceptions", () => {
  test("entries are read with their lines", async () => {
    const source = `# accepted until the base image is renewed
ignore:
  - id: CVE-2024-1000
    reason: not reachable
  - { id: "CVE-2024-*", package: kernel-headers, version: "4.18*", platform: linux/arm64, reason: headers only, expires: 2027-01-31 }
`;
    expect(await parseExceptions(source, "exceptions.yml")).toEqual({
      exceptions: [
        { id: "CVE-2024-1000", reason: "not reachable", line: 3, file: "exceptions.yml" },
        {
          id: "CVE-2024-*",
          package: "kernel-headers",
          version: "4.18*",
          platform: "linux/arm64",
          reason: "headers only",
          expires: "2027-01-31",
          line: 5,
          file: "exceptions.yml",
        },
      ],
      problems: [],
    });
    expect((await parseExceptions("vulnerabilities:\n- id: a\n  reason: b\n", "e.yml")).exceptions).toHaveLength(1);
  });

  test.each([[""], ["# nothing\n"], ["ignore:\n"], ["ignore: []\n"], ["---\nnull\n"]])(
    "a list may be empty: %j",
    async (source) => {
      expect(await parseExceptions(source, "exceptions.yml")).toEqual({ exceptions: [], problems: [] });
    },
  );

  test("every problem is reported at once, each with its line, and no entry is used", async () => {
    const source = `ignore:
  - id: CVE-2024-1000
  - reason: because
  - id: CVE-2024-1001
    reason: ""
    until: 2027-01-01
  - id: CVE-2024-1002
    reason: fine
    version: 1.10
  - id: CVE-2024-1003
    reason: fine
    expires: 2026-02-30
  - CVE-2024-1004
ignored: []
`;
    expect(await problemsOf(source)).toEqual([
      "exceptions.yml:2: reason is missing",
      "exceptions.yml:3: id is missing",
      "exceptions.yml:5: reason is empty",
      'exceptions.yml:6: there is no setting "until"',
      "exceptions.yml:9: version must be a text",
      'exceptions.yml:12: expires is not a date: "2026-02-30"',
      "exceptions.yml:13: an entry must be a mapping",
      "exceptions.yml:13: id is missing",
      "exceptions.yml:13: reason is missing",
      'exceptions.yml:14: there is no setting "ignored"',
    ]);
    expect((await parseExceptions(source, "exceptions.yml")).exceptions).toEqual([]);
  });

  test.each([
    ["id: CVE-*, package: curl, reason: r", ["an entry with * in id needs expires"]],
    ["id: CVE-1, package: curl*, reason: r", ["an entry with * in package needs expires"]],
    ["id: CVE-1, platform: linux/*, reason: r", ["an entry with * in platform needs expires"]],
    ['id: CVE-1, version: "*", reason: r', ["an entry with * in version needs expires"]],
    ['id: "*", reason: r, expires: 2027-01-01', ["an entry with * in its id needs a package without one"]],
    [
      "id: CVE-*, package: curl*, reason: r, expires: 2027-01-01",
      ["an entry with * in its id needs a package without one"],
    ],
    [
      'id: "*", reason: r',
      ["an entry with * in id needs expires", "an entry with * in its id needs a package without one"],
    ],
    ["id: CVE-*, package: curl, reason: r, expires: 2027-01-01", []],
  ])("security I115: a wildcard is bounded in time, and in its package: %s", async (entry, problems) => {
    expect((await parseExceptions(`ignore: [{ ${entry} }]`, "e.yml")).problems.map(({ what }) => what)).toEqual(
      problems,
    );
  });

  test.each([
    ["2026-02-29"],
    ["2026-13-01"],
    ["2026-1-1"],
    ["31.12.2026"],
    ["2026-12-31T00:00:00Z"],
    ["never"],
    ["9999-99-99"],
  ])("an expiry that is not a day is a problem: %s", async (expires) => {
    expect(await problemsOf(`ignore: [{ id: a, reason: b, expires: ${JSON.stringify(expires)} }]`)).toEqual([
      `exceptions.yml:1: expires is not a date: ${JSON.stringify(expires)}`,
    ]);
  });

  test("two entries for the same thing are a problem, whatever their reasons; two platforms are two things", async () => {
    const entries = (platform: string) =>
      `ignore:\n- { id: CVE-2024-1000, platform: linux/amd64, reason: a }\n- { id: cve-2024-1000, platform: ${platform}, reason: b, expires: 2027-01-01 }\n`;
    expect(await problemsOf(entries("linux/amd64"))).toEqual([
      'exceptions.yml:3: the entry for "cve-2024-1000" is the same as that of line 2',
    ]);
    expect(await problemsOf(entries("linux/arm64"))).toEqual([]);
  });

  test.each([
    ["ignore:\n- &a { id: a, reason: b }\n- *a\n", "exceptions.yml:3: the alias *a is not allowed"],
    ["ignore:\n- { id: a, id: b, reason: c }\n", "exceptions.yml:2: Map keys must be unique"],
    ["ignore: []\nignore: []\n", "exceptions.yml:2: Map keys must be unique"],
    ["ignore: []\n---\nignore: []\n", "exceptions.yml:2: multiple documents: a second one begins here"],
    ["ignore:\n- { id: !secret a, reason: b }\n", "exceptions.yml:2: Unresolved tag: !secret"],
    ["ignore: [", "exceptions.yml:1: Flow sequence in block collection must be sufficiently indented and end with a ]"],
    ["- id: a\n", "exceptions.yml:1: the file must be a mapping with the key ignore"],
    ["ignore: CVE-2024-1000\n", "exceptions.yml:1: ignore must be a list"],
    ["ignore: []\nvulnerabilities: []\n", "exceptions.yml:2: ignore and vulnerabilities are both given"],
    ["ignore:\n- <<: { id: a }\n  reason: b\n", 'exceptions.yml:2: there is no setting "<<"'],
    [`ignore: [{ id: a, reason: ${"x".repeat(1001)} }]`, "exceptions.yml:1: reason is longer than 1000 characters"],
    ["ignore: {}\n", "exceptions.yml:1: ignore must be a list"],
  ])("YAML that is more than a list is refused: %j", async (source, problem) => {
    expect(await problemsOf(source)).toContain(problem);
    expect((await parseExceptions(source, "exceptions.yml")).exceptions).toEqual([]);
  });

  test.each([["[".repeat(20_000)], ["- ".repeat(20_000)], ["x".repeat(1024 * 1024 + 1)]])(
    "a file that is made to exhaust memory or time is a problem",
    async (source) => {
      expect((await parseExceptions(source, "e.yml")).problems[0]?.what).toMatch(/nested too deeply|longer than/);
    },
  );

  test("more wildcards than can be tried on every finding are refused", async () => {
    const entries = (count: number) =>
      `ignore:\n${Array.from({ length: count }, (_, index) => `- { id: "CVE-${index}-*", package: a, reason: b, expires: 2027-01-01 }\n`).join("")}`;
    expect(await problemsOf(entries(500))).toEqual([]);
    expect(await problemsOf(entries(501))).toEqual(["exceptions.yml:502: more than 500 entries have a *"]);
  });

  test("security I115: whatever is written, an entry that is used has an id, a reason and no unbounded wildcard", async () => {
    const value = fc.oneof(
      fc.constantFrom("*", "CVE-2024-*", "curl", "2027-01-01", "2026-02-30", ""),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const entry = fc.dictionary(
      fc.constantFrom("id", "package", "version", "platform", "reason", "expires", "other"),
      value,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async (ignore) => {
        const { exceptions, problems } = await parseExceptions(JSON.stringify({ ignore }), "e.yml");
        expect(exceptions).toHaveLength(problems.length > 0 ? 0 : ignore.length);
        for (const exception of exceptions) {
          const { id, package: name = "*", version = "", platform = "", reason, expires } = exception;
          expect(id !== "" && reason !== "").toBe(true);
          if (id.includes("*")) expect(name).not.toContain("*");
          if (`${id}${exception.package ?? ""}${version}${platform}`.includes("*"))
            expect(expires).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
    );
  });
});

describe("matchesPattern", () => {
  test("a pattern matches what trying every length for every star matches", () => {
    const naive = (pattern: string, text: string): boolean => {
      if (pattern === "") return text === "";
      if (pattern[0] === "*")
        return Array.from({ length: text.length + 1 }, (_, skip) => skip).some((skip) =>
          naive(pattern.slice(1), text.slice(skip)),
        );
      return text !== "" && text[0] === pattern[0] && naive(pattern.slice(1), text.slice(1));
    };
    const text = fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "*"), maxLength: 7 });
    fc.assert(
      fc.property(pattern, text, (glob, subject) => {
        expect(matchesPattern(glob, subject)).toBe(naive(glob, subject));
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 2000) },
    );
  });
});
