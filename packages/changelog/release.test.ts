import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { releaseUnreleased, type ReleaseOptions } from "./index.ts";

const OPTIONS: ReleaseOptions = { version: "1.2.0", date: "2025-03-04", tagOf: (version) => `v${version}` };

function release(source: string, options: Partial<ReleaseOptions> = {}): string {
  const result = releaseUnreleased(source, { ...OPTIONS, ...options });
  if (result.kind !== "released") throw new Error(JSON.stringify(result));
  return result.content.toString();
}

const KEEP_A_CHANGELOG = `# Changelog

## [Unreleased]

### Added

- a [#5]

## [1.1.0] - 2025-01-02

- b

[unreleased]: https://github.com/o/r/compare/v1.1.0...HEAD
[1.1.0]: https://github.com/o/r/compare/v1.0.0...v1.1.0
[#5]: https://github.com/o/r/issues/5
`;

describe("release", () => {
  test("moves Unreleased below a new heading and updates the links; every other byte stays", () => {
    const wanted = KEEP_A_CHANGELOG.replace(
      "## [Unreleased]\n",
      "## [Unreleased]\n\n## [1.2.0] - 2025-03-04\n",
    ).replace(
      "[unreleased]: https://github.com/o/r/compare/v1.1.0...HEAD\n",
      "[unreleased]: https://github.com/o/r/compare/v1.2.0...HEAD\n[1.2.0]: https://github.com/o/r/compare/v1.1.0...v1.2.0\n",
    );
    expect(release(KEEP_A_CHANGELOG)).toBe(wanted);
    expect(releaseUnreleased(KEEP_A_CHANGELOG, OPTIONS)).toMatchObject({
      kind: "released",
      heading: "[1.2.0] - 2025-03-04",
      line: 5,
      body: "### Added\n\n- a [#5]\n\n[#5]: https://github.com/o/r/issues/5",
    });
  });

  test("keeps CR LF and a byte order mark", () => {
    const windows = `\uFEFF${KEEP_A_CHANGELOG.replaceAll("\n", "\r\n")}`;
    expect(release(windows)).toBe(`\uFEFF${release(KEEP_A_CHANGELOG).replaceAll("\n", "\r\n")}`);
  });

  test("changes nothing when run again", () => {
    const once = release(KEEP_A_CHANGELOG);
    const again = releaseUnreleased(once, OPTIONS);
    expect(again).toMatchObject({ kind: "unchanged", place: { line: 5 } });
    expect(again.kind === "unchanged" && again.content.toString()).toBe(once);
  });

  test.each([
    ["## 1.1.0 (2025-01-02)", "## 1.2.0 (2025-03-04)"],
    ["## v1.1.0", "## v1.2.0"],
    ["## [1.1.0] – 2025/01/02", "## [1.2.0] – 2025/03/04"],
    ["## 1.1.0 - 02 Jan 2025", "## 1.2.0 - 04 Mar 2025"],
    ["## Version 1.1.0 - January 2, 2025", "## Version 1.2.0 - March 4, 2025"],
    ["## [1.1.0] - 2025-01-02 [YANKED]", "## [1.2.0] - 2025-03-04"],
    ["## [1.1.0] - 2025-01-XX", "## [1.2.0] - 2025-03-04"],
    [
      "## [1.1.0](https://x.test/compare/v1.0.0...v1.1.0) (2025-01-02)",
      "## [1.2.0](https://x.test/compare/v1.1.0...v1.2.0) (2025-03-04)",
    ],
    ["## [1.1.0](https://x.test/releases/tag/v1.1.0)", "## [1.2.0](https://x.test/releases/tag/v1.2.0)"],
    ['## <a name="1.1.0"></a>1.1.0', '## <a name="1.2.0"></a>1.2.0'],
    ["## [Walking Skeleton v1.1.0] - 2025-01-02", "## [v1.2.0] - 2025-03-04"],
  ])("writes the new heading like %s", (before, after) => {
    expect(release(`## [Unreleased]\n\n- a\n\n${before}\n\n- b\n`)).toBe(
      `## [Unreleased]\n\n${after}\n\n- a\n\n${before}\n\n- b\n`,
    );
  });

  test("uses the style of Unreleased for the first release", () => {
    expect(release("## [Unreleased]\n\n- a\n")).toBe("## [Unreleased]\n\n## [1.2.0] - 2025-03-04\n\n- a\n");
    expect(release("# Unreleased #\n- a\n")).toBe("# Unreleased #\n\n# 1.2.0 - 2025-03-04 #\n- a\n");
    expect(release("Unreleased\n---\n\n- a\n")).toBe(
      "Unreleased\n---\n\n1.2.0 - 2025-03-04\n------------------\n\n- a\n",
    );
  });

  test("moves the section of one component", () => {
    const source =
      "## [backend Unreleased]\n\n- b\n\n## [frontend Unreleased]\n\n- f\n\n## [backend v1.1.0] - 2025-01-02\n\n- old\n";
    expect(release(source, { component: "frontend" })).toBe(
      source.replace("## [frontend Unreleased]\n", "## [frontend Unreleased]\n\n## [frontend v1.2.0] - 2025-03-04\n"),
    );
    expect(releaseUnreleased(source, OPTIONS)).toMatchObject({
      kind: "failed",
      failure: { kind: "ambiguous", choices: ["backend", "frontend"] },
    });
  });

  test("derives links from the repository's address if the file's own links compare nothing", () => {
    const source = "## [Unreleased]\n\n- a\n\n[unreleased]: https://gitlab.com/o/r/-/commits/main\n";
    expect(release(source, { repositoryUrl: "https://gitlab.com/o/r" })).toContain(
      "[unreleased]: https://gitlab.com/o/r/-/compare/v1.2.0...HEAD\n[1.2.0]: https://gitlab.com/o/r/-/releases/v1.2.0\n",
    );
    expect(releaseUnreleased(source, OPTIONS)).toMatchObject({ kind: "released", warnings: [{ line: 5 }] });
  });

  test("adds the version's link before its predecessor's if Unreleased has no link", () => {
    const source = "## Unreleased\n\n- a\n\n## [1.1.0]\n\n- b\n\n[1.1.0]: https://x.test/releases/tag/v1.1.0\n";
    expect(release(source)).toContain("\n[1.2.0]: https://x.test/releases/tag/v1.2.0\n[1.1.0]: ");
  });

  test("fails without Unreleased, with nothing under it, and with more under it after the release", () => {
    expect(releaseUnreleased("## [Unreleased]\n\n<!-- none -->\n\n## 1.1.0\n\n- b\n", OPTIONS)).toMatchObject({
      kind: "failed",
      failure: { kind: "empty", place: { line: 1 } },
    });
    expect(releaseUnreleased("## 1.1.0\n\n- b\n", OPTIONS)).toMatchObject({
      kind: "failed",
      failure: { kind: "missing" },
    });
    expect(releaseUnreleased("## Unreleased\n\n- a\n\n## 1.2.0\n\n- b\n", OPTIONS)).toMatchObject({
      kind: "failed",
      failure: { kind: "already-released", place: { line: 5 }, unreleased: { line: 1 } },
    });
  });

  test("only inserts: existing text stays, whatever it is", () => {
    const piece = fc.constantFrom(
      "- a\n",
      "\n",
      "```\n## 1.2.0\n```\n",
      "### Added\n",
      "text\n",
      "<!-- x -->\n",
      "> q\n",
      "[a]: /b\n",
      "  \n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (pieces, ending) => {
        const source = `## Unreleased\n\n- x\n${pieces.join("")}\n## 1.1.0 - 2025-01-02\n\n- b\n`.replaceAll(
          "\n",
          ending,
        );
        const content = release(source);
        const inserted = `${ending}## 1.2.0 - 2025-03-04${ending}`;
        expect(content.replace(inserted, "")).toBe(source);
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) },
    );
  });
});
