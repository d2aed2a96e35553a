import { describe, expect, test } from "@jest/globals";
import { extractEntry, type ExtractedEntry, type ExtractOptions } from "./index.ts";

function entry(source: string, version = "1.2.3", options: Partial<ExtractOptions> = {}): ExtractedEntry {
  const extraction = extractEntry(source, { version, ...options });
  if (extraction.kind === "failed") throw new Error(JSON.stringify(extraction.failure));
  return extraction.entry;
}

function failure(source: string, version = "1.2.3", options: Partial<ExtractOptions> = {}) {
  const extraction = extractEntry(source, { version, ...options });
  if (extraction.kind === "entry") throw new Error(`there is an entry: ${JSON.stringify(extraction.entry)}`);
  return extraction.failure;
}

const body = (source: string, version?: string, options?: Partial<ExtractOptions>): string =>
  entry(source, version, options).body;

const OLDER = "\n\n## [1.2.2] - 2025-01-01\n\n- older\n";

describe("the text of an entry", () => {
  test("release.md 2.6: another heading after the entry ends it, or belongs to it", () => {
    const source = "## [1.2.3]\n\n- a\n\n## Release Notes\n\n### [more]\n\nb\n\n## [1.2.2]\n\n- c\n";
    expect(body(source)).toBe("- a");
    expect(body(source, "1.2.3", { tail: "include" })).toBe("- a\n\n## Release Notes\n\n### [more]\n\nb");
  });

  test("release.md 2.6: Keep a Changelog's groups belong to the entry, even at its own level", () => {
    expect(body("## [1.2.3]\n\n## Added\n\n- a\n\n## fixed\n\n- b\n\n## Notes\n")).toBe(
      "## Added\n\n- a\n\n## fixed\n\n- b",
    );
  });

  test("release.md 2.7: headings inside fences are code", () => {
    for (const fence of ["```", "~~~", "````", "```md"]) {
      const code = `${fence}\n## [9.9.9]\n${fence.replace("md", "")}\n\nafter`;
      expect(body(`## [1.2.3]\n\n${code}${OLDER}`)).toBe(code);
    }
    expect(failure("## [1.2.3]\n\n```\n## [9.9.9]\n```\n", "9.9.9").kind).toBe("missing");
  });

  test("release.md 2.7: text that only looks like a fence or the end of one", () => {
    expect(body("## [1.2.3]\n\n`` ``` `\n\n## [1.2.2]\n")).toBe("`` ``` `");
    expect(body("## [1.2.3]\n\n````\n```\n## [9.9.9]\n```` x\n## [9.9.8]\n`````\n\nend\n\n## [1.2.2]\n")).toContain(
      "end",
    );
    expect(body("## [1.2.3]\n\na\n\n    ## [1.2.2]\n\nb\n")).toBe("a\n\n    ## [1.2.2]\n\nb");
  });

  test("release.md 2.8: tildes, and a longer fence around an unpaired shorter one", () => {
    for (const code of ["~~~\n## [9.9.9]\n```\n~~~", "````\n```\n## [9.9.9]\n````"])
      expect(body(`## [1.2.3]\n\n${code}\n\n- b${OLDER}`)).toBe(`${code}\n\n- b`);
  });

  test("release.md 2.9: a heading in a comment is not a boundary", () => {
    for (const comment of ["<!-- ## [1.2.2] -->", "<!--\n## [1.2.2]\n-->", "<!--\n```\n## [1.2.2]\n--> text"]) {
      expect(body(`## [1.2.3]\n\n- a\n\n${comment}\n\n- b${OLDER}`)).toBe(`- a\n\n${comment}\n\n- b`);
    }
    expect(entry("## [1.2.3] <!-- x --> - 2025-01-02\n\n- a\n").date).toBe("2025-01-02");
  });

  test("release.md 2.10: a template in a comment before the real entry", () => {
    expect(entry("<!--\n## [1.2.3]\n- template\n-->\n\n## [1.2.3]\n\n- real\n")).toMatchObject({
      body: "- real",
      line: 6,
    });
  });

  test("release.md 2.12: CR LF and mixed line endings", () => {
    expect(body("## [1.2.3]\r\n\r\n- a\r\n- b\r\n\r\n## [1.2.2]\r\n")).toBe("- a\r\n- b");
    expect(body("## [1.2.3]\r\n\n- a\r- b\n\r## [1.2.2]\r\n")).toBe("- a\r- b");
    expect(body("## [1.2.3]\r\n\r\n[#5]\r\n\r\n[#5]: /u\r\n")).toBe("[#5]\r\n\r\n[#5]: /u");
  });

  test("release.md 2.15: includes the link definitions that the entry uses, and no others", () => {
    const end = "\n\n[1.2.3]: https://x.test/1.2.3\n[#5]: https://x.test/5\n[other]: https://x.test/o\n";
    expect(body(`## [1.2.3]\n\n- see [#5]${OLDER}${end}`)).toBe("- see [#5]\n\n[#5]: https://x.test/5");
    expect(body(`## [1.2.3]\n\n- see [#5]${end}`)).toBe("- see [#5]\n\n[#5]: https://x.test/5");
    expect(body(`## [1.2.3]\n\n- [a][#5], ![b][ OTHER ], [1.2.3](x)${end}`)).toMatch(
      /\n\n\[#5\]: \S+\n\[other\]: \S+$/,
    );
    expect(body("## [1.2.3]\n\n- a\n\n## [1.2.2]\n\n[b]: /b\n\n- see [b]\n\n## [1.2.1]\n", "1.2.2")).toBe(
      "[b]: /b\n\n- see [b]",
    );
    expect(body("## [1.2.3]\n\n- `[b]` \\[b]\n\n```\n[b]\n```\n\n## [1.2.2]\n\n[b]: /b\n")).not.toContain("/b");
  });

  test("release.md 2.23: nested lists and code in lists stay, headings in list items are content", () => {
    const content = "- a\n  - b\n    - c\n\n      ```\n      ## [1.2.2]\n      ```\n- ## [1.2.2]\n\n  d\n> ## [1.2.2]";
    expect(body(`## [1.2.3]\n\n${content}\n\n## [1.2.2]\n\n- e\n`)).toBe(content);
    expect(body(`## [1.2.3]\n\n${content}\n\n## [1.2.2]\n\n- e\n`, "1.2.2")).toBe("- e");
  });

  test("release.md 2.24: no character is escaped or replaced", () => {
    const content = "a_b_c * x * y\n\n1) one\n2) two\n\n* star\n+ plus\n\ttab\\  \n  &amp; <b>";
    expect(body(`## [1.2.3]\n\n${content}${OLDER}`)).toBe(content);
  });

  test("release.md 2.28: <details> left open by the next heading is closed, with a warning", () => {
    const { body: notes, warnings } = entry(
      `## [1.2.3]\n\n<details>\n<summary>x</summary>\n\n- [b]\n\n## [1.2.2]\n\n</details>\n\n[b]: /b\n`,
    );
    expect(notes).toBe("<details>\n<summary>x</summary>\n\n- [b]\n\n</details>\n\n[b]: /b");
    expect(warnings).toEqual([{ line: 1, message: expect.stringContaining("<details> open") }]);
    expect(entry(`## [1.2.3]\n\n<details>\n\na\n\n</details>\n\n\`<details>\`${OLDER}`).warnings).toEqual([]);
  });
});

describe("warnings", () => {
  test("warns with the line of a bad heading, which does not affect other entries", () => {
    expect(entry("## [1.x] - 2025-99-99\n\n- a\n\n## [1.2.3]\n\n- b\n\n## v1..2\n\n- c\n")).toMatchObject({
      body: "- b",
      warnings: [{ line: 1 }, { line: 9 }],
    });
  });

  test("names a fence or comment that is never closed", () => {
    expect(failure("## 1.2.4\n\n```\n\n## 1.2.3\n")).toMatchObject({
      kind: "missing",
      hint: expect.stringContaining("line 3"),
    });
    expect(entry("## 1.2.3\n\n- a\n\n## 1.2.2\n\n<!-- x\n").warnings).toEqual([
      { line: 7, message: expect.stringContaining("never closed") },
    ]);
  });
});

describe("choosing an entry", () => {
  test("release.md 2.5: two components with one version", () => {
    const source = "## [frontend v1.1.0]\n\n- f\n\n## [backend v1.1.0]\n\n- b\n";
    expect(body(source, "1.1.0", { component: "frontend" })).toBe("- f");
    expect(body(source, "1.1.0", { component: "backend" })).toBe("- b");
    expect(failure(source, "1.1.0")).toMatchObject({
      kind: "ambiguous",
      choices: ["frontend", "backend"],
      places: [{ line: 1 }, { line: 5 }],
    });
    expect(failure(source, "1.1.0", { component: "api" })).toMatchObject({
      kind: "missing",
      hint: expect.stringContaining("frontend, backend"),
    });
  });

  test("release.md 2.18: only the exact version matches", () => {
    expect(failure("## 1.2.3-rc.1\n\n- a\n")).toMatchObject({
      kind: "missing",
      nearest: [{ heading: "1.2.3-rc.1", line: 1 }],
    });
    expect(body("## 11.2.3\n\n- no\n\n## [1x2x3]\n\n- no\n\n## 1.2.3\n\n- yes\n")).toBe("- yes");
    for (const other of ["11.2.3", "1.2.30", "1.2.3.4", "1.2", "v1.2.3-frontend"])
      expect(failure(`## ${other}\n\n- a\n`).kind).toBe("missing");
  });

  test("release.md 2.19: build metadata is exact; a bare version means its only build", () => {
    const source = "## 1.2.3+build.5\n\n- five\n\n## 1.2.2+a\n\n- a\n\n## 1.2.2+b\n\n- b\n";
    expect(body(source, "1.2.3+build.5")).toBe("- five");
    expect(entry(source, "1.2.3")).toMatchObject({ body: "- five", status: "released" });
    expect(failure(source, "1.2.3+build.6").kind).toBe("missing");
    expect(failure(source, "1.2.2")).toMatchObject({ kind: "ambiguous", choices: ["1.2.2+a", "1.2.2+b"] });
    expect(body(`## 1.2.3\n\n- bare\n\n${source}`, "1.2.3")).toBe("- bare");
  });

  test("release.md 2.20: a duplicate is an error that names both lines", () => {
    expect(failure("## [1.2.3]\n\n- a\n\n## v1.2.3\n\n- b\n")).toMatchObject({
      kind: "duplicate",
      places: [{ line: 1 }, { line: 5 }],
    });
  });

  test("release.md 2.21: an empty entry is an error unless allowed", () => {
    for (const nothing of ["", "\n\n", "\n<!-- nothing yet -->\n", "\n---\n", "\n[a]: /b\n"]) {
      const source = `## [1.2.3]\n${nothing}${OLDER}`;
      expect(failure(source)).toMatchObject({ kind: "empty", place: { line: 1 } });
      expect(entry(source, "1.2.3", { allowEmpty: true }).line).toBe(1);
    }
    expect(body("## [1.2.3]\n<!-- x --> said\n")).toBe("<!-- x --> said");
  });

  test("release.md 2.22: Unreleased by name, in any case, bracketed or dated", () => {
    for (const heading of [
      "[Unreleased]",
      "Unreleased",
      "UNRELEASED",
      "[unreleased] - 2025-01-02",
      "[Unreleased] (1.11.1)",
      "Unreleased changes",
    ]) {
      expect(entry(`## ${heading}\n\n- a${OLDER}`, "unreleased")).toMatchObject({ body: "- a", status: "unreleased" });
      expect(body(`## ${heading}\n\n- a${OLDER}`, "Unreleased")).toBe("- a");
    }
    expect(failure("## [Unreleased] (1.11.1)\n\n- a\n", "1.11.1").kind).toBe("missing");
    expect(entry("## [1.2.3] - Unreleased\n\n- a\n").status).toBe("unreleased");
  });

  test("release.md 2.31: a missing version is an error with the five nearest headings", () => {
    const source = ["2.0.0", "1.3.0", "1.2.9", "1.2.4", "1.2.2", "1.2.1", "0.9.0"]
      .map((version) => `## ${version} - 2025-01-02\n\n- a\n`)
      .join("\n");
    const missing = failure(source);
    expect(missing).toMatchObject({ kind: "missing", wanted: "1.2.3" });
    expect(missing.kind === "missing" && missing.nearest.map(({ heading }) => heading.split(" ")[0])).toEqual([
      "1.2.9",
      "1.2.4",
      "1.2.2",
      "1.2.1",
      "1.3.0",
    ]);
  });

  test.each([
    ["@scope/pkg@1.2.3", "@scope/pkg"],
    ["frontend-v1.2.3", "frontend"],
    ["frontend/v1.2.3 (2025-01-02)", "frontend"],
    ["Front End 1.2.3", "front-end"],
    ["[v1.2.3-frontend]", "frontend"],
    ["1.2.3", "frontend"],
  ])("finds %s for the component %s", (heading, component) => {
    expect(entry(`## ${heading}\n\n- a\n`, "1.2.3", { component })).toMatchObject({ body: "- a", status: "released" });
  });
});

describe("headings of entries", () => {
  test("release.md 2.1: a bracketed version with a date", () => {
    expect(entry(`# Changelog\n\n## [1.2.3] - 2025-01-02\n\n### Added\n- a\n${OLDER}`)).toEqual({
      body: "### Added\n- a",
      heading: "[1.2.3] - 2025-01-02",
      date: "2025-01-02",
      status: "released",
      line: 3,
      warnings: [],
    });
  });

  test("release.md 2.2: a heading on the first line", () => {
    expect(entry(`## [1.2.3] - 2025-01-02\n- a${OLDER}`)).toMatchObject({ body: "- a", line: 1 });
  });

  test("release.md 2.3: v in the heading, v in the input, both or neither", () => {
    for (const heading of ["## v1.2.3", "## 1.2.3", "## [v1.2.3]", "## [1.2.3] - 2025-01-02"]) {
      for (const version of ["1.2.3", "v1.2.3"]) expect(body(`${heading}\n\n- a\n`, version)).toBe("- a");
    }
  });

  test("release.md 2.4: words before the version and a placeholder for a date", () => {
    const source = "## [Walking Skeleton v1.1.0] - 2025-01-XX\n\n- a\n\n## [3.0.0] - 2024-12-31\n\n- b\n";
    expect(entry(source, "1.1.0")).toMatchObject({
      body: "- a",
      date: "",
      warnings: [{ line: 1, message: expect.stringContaining("2025-01-XX") }],
    });
    expect(entry(source, "3.0.0")).toMatchObject({ body: "- b", date: "2024-12-31", warnings: [] });
  });

  test("release.md 2.11: setext headings", () => {
    expect(entry("1.2.3 - 2025-01-02\n------------------\n\n- a\n\n1.2.2\n-----\n\n- b\n")).toMatchObject({
      body: "- a",
      date: "2025-01-02",
      line: 1,
    });
  });

  test("release.md 2.13: a byte order mark before the title and before the first entry", () => {
    expect(body(`\uFEFF# Changelog\n\n## [1.2.3]\n\n- a${OLDER}`)).toBe("- a");
    expect(entry(`\uFEFF## [1.2.3]\n\n- a${OLDER}`)).toMatchObject({ body: "- a", line: 1, heading: "[1.2.3]" });
  });

  test("release.md 2.14: yanked, including a yanked prerelease", () => {
    expect(entry("## [1.2.3] - 2025-01-02 [YANKED]\n\n- a\n")).toMatchObject({
      body: "- a",
      status: "yanked",
      date: "2025-01-02",
    });
    expect(entry("## [1.0.0-rc.1] [YANKED]\n\n- a\n", "1.0.0-rc.1").status).toBe("yanked");
    expect(entry("## [1.0.0-rc.1]\n\n- a\n", "1.0.0-rc.1").status).toBe("prerelease");
  });

  test("release.md 2.16: a linked version with its date in parentheses", () => {
    expect(entry("## [1.2.3](https://x.test/compare/v1.2.2...v1.2.3) (2025-01-02)\n\n* a\n")).toMatchObject({
      body: "* a",
      date: "2025-01-02",
      warnings: [],
    });
  });

  test("release.md 2.17: a patch one level below a minor release is a separate entry", () => {
    const source =
      "### [1.2.3](u) (2025-01-03)\n\n### Bug Fixes\n\n* p\n\n## [1.2.0](u) (2025-01-02)\n\n### Features\n\n* m\n\n### [1.1.9](u) (2025-01-01)\n\n* q\n";
    expect(body(source, "1.2.3")).toBe("### Bug Fixes\n\n* p");
    expect(body(source, "1.2.0")).toBe("### Features\n\n* m");
    expect(body(source, "1.1.9")).toBe("* q");
    expect(body("## [1.2.0]\n\n- m\n\n### [1.1.1]\n\n- p\n", "1.1.1")).toBe("- p");
  });

  test("release.md 2.17: versions at level 1, and at level 4 with the date quoted below", () => {
    expect(body("# 1.2.3\n\n## Added\n\n- a\n\n# 1.2.2\n\n- b\n")).toBe("## Added\n\n- a");
    expect(
      entry("### [v2.0.0](u)\n\n> 3 January 2025\n\n- n\n\n#### [v1.2.3](u)\n\n> 2 January 2025\n\n- a\n"),
    ).toMatchObject({ body: "> 2 January 2025\n\n- a", date: "2025-01-02" });
  });

  test("release.md 2.25: headings, and what only looks like one", () => {
    expect(failure("##[1.2.3]\n\n- a\n")).toMatchObject({
      kind: "missing",
      hint: "no heading of the file names a version",
    });
    expect(failure("####### 1.2.3\n\n- a\n").kind).toBe("missing");
    expect(body("## 1.2.3 ##\n\n- a\n")).toBe("- a");
    expect(body("   ## 1.2.3\n\na\n   ## 1.2.2\n")).toBe("a");
    expect(failure("    ## 1.2.3\n\n- a\n").kind).toBe("missing");
  });

  test("release.md 2.26: an en dash before the date", () => {
    for (const dash of ["–", "—", "-", ":", "/", ","])
      expect(entry(`## [1.2.3] ${dash} 2025-01-02\n\n- a\n`)).toMatchObject({ date: "2025-01-02", warnings: [] });
  });

  test("release.md 2.27: calendar and PEP 440 versions", () => {
    const source = "## 2025.01.02\n\n- c\n\n## 1.2.3rc1\n\n- p\n\n## 1!2.0.post1\n\n- e\n\n## 2.0.dev3\n\n- d\n";
    expect(entry(source, "2025.01.02")).toMatchObject({ body: "- c", status: "released" });
    expect(entry(source, "1.2.3rc1")).toMatchObject({ body: "- p", status: "prerelease" });
    expect(entry(source, "1!2.0.post1")).toMatchObject({ body: "- e", status: "released" });
    expect(entry(source, "2.0.dev3").status).toBe("prerelease");
    expect(failure(source, "2025.1.2").kind).toBe("missing");
  });

  test("release.md 2.29: an HTML heading is not an entry", () => {
    expect(failure("<h2>1.2.3</h2>\n\n- a\n\n## 1.2.2\n")).toMatchObject({
      kind: "missing",
      hint: "line 1 mentions it, but not as the heading of an entry",
    });
  });

  test("release.md 2.30: the first version heading fixes the level", () => {
    const source = "## 1.2.3\n\n- a\n\n### 0.1.0\n\n- deeper\n\n# 0.1.0\n\n- above\n\n## 1.2.2\n\n- b\n";
    expect(entry(source)).toMatchObject({ body: "- a", warnings: [{ line: 9 }] });
    expect(body(source, "0.1.0")).toBe("- deeper");
    expect(body(source, "1.2.2")).toBe("- b");
  });

  test("release.md 2.30: a title with a version is not an entry", () => {
    expect(body("# Changelog v2.0\n\n## 2.0.1\n\n- a\n\n## 2.0.0\n\n- b\n", "2.0.1")).toBe("- a");
  });

  test.each([
    ["2025/01/02", "2025-01-02"],
    ["2025.1.2", "2025-01-02"],
    ["02 Jan 2025", "2025-01-02"],
    ["January 2nd, 2025", "2025-01-02"],
    ["Thu, 2 January 2025", "2025-01-02"],
    ["2025-01-02T10:00:00Z", "2025-01-02"],
    ["25/12/2024", "2024-12-25"],
    ["2025-02-30", ""],
    ["01/02/2025", ""],
    ["2025-XX-XX", ""],
    ["TBD", ""],
    ["Jan 2025", ""],
  ])("reads the date %s as %j", (written, date) => {
    const { warnings, date: read } = entry(`## 1.2.3 - ${written}\n\n- a\n`);
    expect(read).toBe(date);
    expect(warnings.length).toBe(date === "" ? 1 : 0);
  });

  test.each([
    "Migrating from 1.2.3",
    "Walking Skeleton v1.2.3 - Production Readiness",
    "Notes",
    "2.0 Migration guide",
    "Python 3",
  ])("does not treat %s as an entry", (heading) => {
    expect(failure(`## 1.2.2\n\n- a\n\n## ${heading}\n\n- b\n`).kind).toBe("missing");
  });
});
