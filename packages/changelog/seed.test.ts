import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedData } from "../../test/hostile/real-changelogs.ts";
import { extractEntry, type ExtractOptions } from "./index.ts";

/** A file of the walking-skeleton release's structure. */
const SKELETON = `# Changelog

## [Unreleased]

## [Walking Skeleton v1.1.0] - 2025-01-XX

### Added - Walking Skeleton Release

A first release, see [the notes].

#### Component Versions
- **automation-service**: 3.0.1

\`\`\`
## [1.0.0] is text here
\`\`\`

---

## [3.0.0] - 2024-12-XX

- rewritten

---

## Release Notes

### Walking Skeleton v1.1.0 - Production Readiness

- more

[1.1.0]: https://example.com/releases/v1.1.0
[the notes]: https://example.com/notes
`;

function extract(source: string | Uint8Array, version: string, options: Partial<ExtractOptions> = {}) {
  const extraction = extractEntry(source, { version, ...options });
  return extraction.kind === "entry" ? extraction.entry : extraction.failure;
}

describe("the walking skeleton's changelog", () => {
  test("T34: ends the entry before the rule and the next version, and flags its date", () => {
    const entry = extract(SKELETON, "v1.1.0");
    expect(entry).toMatchObject({
      heading: "[Walking Skeleton v1.1.0] - 2025-01-XX",
      date: "",
      status: "released",
      line: 5,
    });
    expect(entry).toMatchObject({
      warnings: [{ line: 5, message: 'the date "2025-01-XX" is a placeholder, not a date' }],
    });
    expect((entry as { body: string }).body).toMatch(
      /^### Added - Walking Skeleton Release\n[^]*\[1\.0\.0\] is text here\n```\n\n\[the notes\]: https:\/\/example\.com\/notes$/,
    );
  });

  test("T34: ends the last version before the rule and Release Notes", () => {
    expect(extract(SKELETON, "3.0.0")).toMatchObject({ body: "- rewritten" });
    expect(extract(SKELETON, "3.0.0", { tail: "include" })).toMatchObject({ body: expect.stringMatching(/- more$/) });
  });

  test("T34: gives the same with CR LF", () => {
    const entry = extract(SKELETON.replaceAll("\n", "\r\n"), "1.1.0") as { body: string };
    expect(entry.body).toBe((extract(SKELETON, "1.1.0") as { body: string }).body.replaceAll("\n", "\r\n"));
  });

  test("T34: distinguishes an empty section, a duplicate and a yanked version", () => {
    expect(extract(SKELETON, "unreleased")).toMatchObject({ kind: "empty", place: { line: 3 } });
    expect(extract(`${SKELETON}\n## 3.0.0\n\n- again\n`, "3.0.0")).toMatchObject({ kind: "duplicate" });
    expect(extract(`${SKELETON}\n## [2.0.0] - 2024-01-01 [YANKED]\n\n- gone\n`, "2.0.0")).toMatchObject({
      status: "yanked",
      body: "- gone",
    });
  });
});

describe("other versions and headings", () => {
  test.each(["1.1.0-rc.1", "11.1.0", "1.1.01", "1x1x0", "1.1"])("T34: does not confuse 1.1.0 and %s", (other) => {
    expect(extract(SKELETON, other)).toMatchObject({ kind: "missing" });
    expect(extract(SKELETON.replace("v1.1.0]", `v${other}]`), "1.1.0")).toMatchObject({ kind: "missing" });
  });

  test("security E85: a heading in a fence, a comment or a list is never the entry", () => {
    for (const fake of [
      "```\n## [1.2.3]\n\n- fake\n```",
      "<!--\n## [1.2.3]\n\n- fake\n-->",
      "- ## [1.2.3]\n\n  - fake",
      "> ## [1.2.3]\n> - fake",
    ]) {
      expect(extract(`## [1.2.4]\n\n${fake}\n\n## [1.2.3]\n\n- real\n`, "1.2.3")).toMatchObject({ body: "- real" });
      expect(extract(`## [1.2.4]\n\n${fake}\n`, "1.2.3")).toMatchObject({ kind: "missing" });
    }
  });
});

const data = sharedData();
if (data === undefined) {
  test.skip("the real walking-skeleton changelog: skipped, ../shared/data is absent", () => undefined);
} else {
  const file = readFileSync(join(data, "opsconductor/CHANGELOG.md"));

  test("T34: the real file's entry is a byte-exact slice of it", () => {
    const entry = extract(file, "v1.1.0") as { body: string };
    expect(entry).toMatchObject({
      heading: "[Walking Skeleton v1.1.0] - 2025-01-XX",
      date: "",
      status: "released",
      line: 10,
    });
    expect(entry.body).toMatch(/^### Added - Walking Skeleton Release\n[^]*- Smoke tests for monitoring stack$/);
    expect(file.includes(entry.body)).toBe(true);
    expect(extract(file, "1.1.0", { component: "walking-skeleton" })).toMatchObject({ body: entry.body });
    expect(extract(file, "1.1.0", { component: "automation-service" })).toMatchObject({
      kind: "missing",
      hint: expect.stringContaining("walking-skeleton"),
    });
  });
}
