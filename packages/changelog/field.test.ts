import { describe, expect, test } from "@jest/globals";
import { extractEntry, releaseUnreleased } from "./index.ts";

const OPTIONS = { date: "2026-09-01", tagOf: (version: string) => `v${version}` };

function entryOf(body: string): ReturnType<typeof extractEntry> {
  return extractEntry(`# Changelog\n\n## 1.1.0\n\n${body}\n\n## 1.0.0\n\n- first\n`, { version: "1.1.0" });
}

describe("release F8: markup that says nothing", () => {
  test.each([
    ["the anchor of the next version", '<a name="1.0.0"></a>'],
    ["an anchor by id", "<a id='1.0.0'></a>"],
    ["a self-closing anchor", "<a name=x/>"],
    ["groups without a line", "### Added\n\n### Changed\n\n### Fixed"],
    ["the groups of a template", "### Features Added\n\n### Breaking Changes\n\n### Bugs Fixed\n\n### Other Changes"],
    ["groups with emoji", "### 🚀 Features\n\n### 🐛 Bug Fixes"],
    ["underlined groups", "Added\n-----"],
    ["a break", "<br>"],
    ["a rule and a comment", "---\n\n<!-- nothing yet -->"],
    ["empty details", "<details>\n\n</details>"],
  ])("%s: the entry is empty", (_, body) => {
    const result = entryOf(body);
    if (body === "Added\n-----") expect(result).toMatchObject({ kind: "entry", entry: { warnings: [{ line: 3 }] } });
    else expect(result).toMatchObject({ kind: "failed", failure: { kind: "empty" } });
  });

  test.each([
    ["a list item", "- x"],
    ["an image", '<img src="a.png">'],
    ["text in a tag", "<b>Security release</b>"],
    ["a group with a line", "### Fixed\n\n- x"],
    ["a quotation", "> ## 9.9.9"],
    ["code", "```\nx\n```"],
  ])("%s says something", (_, body) => {
    expect(entryOf(body)).toMatchObject({ kind: "entry", entry: { body, warnings: [] } });
  });

  test("headings that are not a template's groups pass with a warning", () => {
    expect(entryOf("### Initial release")).toMatchObject({
      kind: "entry",
      entry: { warnings: [{ line: 3, message: "the entry has headings without text below them" }] },
    });
  });

  test("the anchor of the next version is not part of the notes, one inside is", () => {
    expect(entryOf('- a\n\n<a name="1.0.0"></a>')).toMatchObject({ entry: { body: "- a" } });
    expect(entryOf('<a name="top"></a>\n\n- a')).toMatchObject({ entry: { body: '<a name="top"></a>\n\n- a' } });
  });

  test("an Unreleased section with groups only cannot be released", () => {
    const source = "## [Unreleased]\n\n### Added\n\n### Fixed\n\n## [1.2.0] - 2025-01-02\n\n- x\n";
    expect(releaseUnreleased(source, { ...OPTIONS, version: "1.3.0" })).toMatchObject({ failure: { kind: "empty" } });
  });
});

describe("release F9: a heading that carries the version and Unreleased", () => {
  const HASHICORP = "## 1.9.0 (Unreleased)\n\n- new\n\n## 1.8.0 (April 10, 2024)\n\n- old\n";

  test("extracting it warns", () => {
    expect(extractEntry(HASHICORP, { version: "1.9.0" })).toMatchObject({
      entry: {
        status: "unreleased",
        warnings: [{ line: 1, message: 'the heading "1.9.0 (Unreleased)" still marks the version as unreleased' }],
      },
    });
  });

  test.each([
    ["in the style of the newest entry", HASHICORP, "## 1.9.0 (September 1, 2026)"],
    [
      "with brackets",
      "## [1.9.0] - Unreleased\n\n- new\n\n## [1.8.0] - 2024-04-10\n\n- old\n",
      "## [1.9.0] - 2026-09-01",
    ],
    ["without another entry", "## 1.9.0 (unreleased)\n\n- new\n", "## 1.9.0 - 2026-09-01"],
  ])("releasing it writes the date, %s", (_, source, heading) => {
    const result = releaseUnreleased(source, { ...OPTIONS, version: "1.9.0" });
    if (result.kind !== "released") throw new Error(result.kind);
    expect(result.content.toString()).toBe(source.replace(/^.*/, heading));
    expect(result).toMatchObject({ heading: heading.slice(3), body: "- new", line: 1 });
    const again = releaseUnreleased(result.content, { ...OPTIONS, version: "1.9.0" });
    expect(again).toMatchObject({ kind: "unchanged" });
  });

  test("an empty one is refused, and so is one if Unreleased has changes, too", () => {
    const empty = "## 1.9.0 (Unreleased)\n\n## 1.8.0\n\n- old\n";
    expect(releaseUnreleased(empty, { ...OPTIONS, version: "1.9.0" })).toMatchObject({ failure: { kind: "empty" } });
    const both = `## Unreleased\n\n- more\n\n${HASHICORP}`;
    expect(releaseUnreleased(both, { ...OPTIONS, version: "1.9.0" })).toMatchObject({
      failure: { kind: "already-released" },
    });
  });
});

describe("release F10, first use D1: a heading of the entries' level that names no version", () => {
  const SOURCE = "## v0.3.0\n\nRetries.\n\n## What's Changed\n\n* a\n\n## v0.2.0\n\n* b\n";

  test("ends the entry with a warning that names its line and tail", () => {
    const message = 'the entry ends at "What\'s Changed", which names no version; with tail: include, it continues';
    expect(extractEntry(SOURCE, { version: "0.3.0" })).toMatchObject({
      entry: { body: "Retries.", warnings: [{ line: 5, message }] },
    });
    expect(extractEntry(SOURCE, { version: "0.3.0", tail: "include" })).toMatchObject({
      entry: { body: "Retries.\n\n## What's Changed\n\n* a", warnings: [] },
    });
  });

  test("is named where nothing is left of the entry", () => {
    expect(extractEntry(SOURCE.replace("Retries.\n\n", ""), { version: "0.3.0" })).toMatchObject({
      failure: { kind: "empty", section: { heading: "What's Changed", line: 3 } },
    });
  });
});

describe("release F1: a version one or two levels deeper is an entry", () => {
  const bodyOf = (source: string, version: string) => {
    const result = extractEntry(source, { version });
    return result.kind === "entry" ? result.entry.body : result.failure.kind;
  };

  test.each([
    [
      "candidates below their final release",
      "## v1.0.0\n\n* final\n\n### v1.0.0-rc.1 (2023-02-23)\n\n* first\n\n## v0.9.0\n\n* old\n",
    ],
    ["a slip", "## 1.0.0\n\n* final\n\n### v1.0.0-rc.1\n\n* first\n"],
    [
      "three levels",
      "# [2.0.0](u) (2024-03-01)\n\n* two\n\n## [1.0.0](u) (2024-02-01)\n\n* final\n\n### [1.0.0-rc.1](u)\n\n* first\n",
    ],
  ])("%s", (_, source) => {
    expect(bodyOf(source, "1.0.0")).toBe("* final");
    expect(bodyOf(source, "1.0.0-rc.1")).toBe("* first");
  });

  test.each(["### frontend 1.2.0", "### Upgrading from 0.9.0", "### 2023.01.02", "### 1.0 compatibility"])(
    "%s is a part of the entry",
    (heading) => expect(bodyOf(`## 2.0.0\n\n${heading}\n\n- a\n`, "2.0.0")).toBe(`${heading}\n\n- a`),
  );

  test("entries that a tool inserted below an old heading: only the one that holds the old notes is refused", () => {
    const source = "# v1.4.1\n\n## 1.4.3\n\n- newest\n\n## 1.4.2\n\n- newer\n\n- old top\n\n# v1.4.0\n\n- older\n";
    expect(bodyOf(source, "1.4.3")).toBe("- newest");
    expect(bodyOf(source, "1.4.2")).toBe("mixed");
    expect(bodyOf(source, "1.4.1")).toBe("empty");
    expect(bodyOf(source, "1.4.0")).toBe("- older");
  });
});
