import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import action from "./action.ts";

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.3] - 2025-01-XX

- one that
  is wrapped, see [#5]

## [1.2.2] - 2025-01-01 [YANKED]

- two

[1.2.3]: https://example.com/1.2.3
[#5]: https://example.com/5
`;

let workspace = "";
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "changelog-extract-"));
  writeFileSync(join(workspace, "CHANGELOG.md"), CHANGELOG);
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function run(inputs: Readonly<Record<string, string>>): Promise<MemoryResult> {
  return runInMemory(action, { inputs, workspace });
}

describe("release-actions.yml", () => {
  test("provides the changelog and the name in its headings", async () => {
    mkdirSync(join(workspace, "web"));
    writeFileSync(join(workspace, "web/CHANGES.md"), "## [Front End v1.2.3]\n\n- web\n");
    writeFileSync(
      join(workspace, "release-actions.yml"),
      "components:\n  - name: web\n    changelog: web/CHANGES.md\n    changelog-name: Front End\n  - name: api\n    version-match: train\n",
    );
    expect((await run({ version: "1.2.3", component: "web" })).outputs).toMatchObject({
      body: "- web",
      heading: "[Front End v1.2.3]",
    });
    expect(await run({ version: "1.2.3", component: "web", changelog: "CHANGELOG.md" })).toMatchObject({
      outputs: { line: "5" },
    });
  });

  test("gives a train's component without its own entry the entry of the train", async () => {
    writeFileSync(join(workspace, "CHANGELOG.md"), "## [Walking Skeleton v1.1.0]\n\n- train\n");
    expect(await run({ version: "1.1.0", component: "api" })).toMatchObject({ verdict: "refused" });
    writeFileSync(join(workspace, "release-actions.yml"), "components:\n  - name: api\n    version-match: train\n");
    expect((await run({ version: "1.1.0", component: "api" })).outputs).toMatchObject({ body: "- train" });
  });
});

describe("the notes", () => {
  test("returns the notes with their heading and a warning at its line", async () => {
    const { verdict, exitCode, outputs, lines, summary } = await run({ version: "v1.2.3" });
    expect({ verdict, exitCode }).toEqual({ verdict: "passed", exitCode: 0 });
    expect(outputs).toMatchObject({
      body: "- one that\n  is wrapped, see [#5]\n\n[#5]: https://example.com/5",
      "body-file": "",
      heading: "[1.2.3] - 2025-01-XX",
      date: "",
      status: "released",
      line: "5",
      truncated: "false",
    });
    expect(lines).toContainEqual('warning: CHANGELOG.md:5: the date "2025-01-XX" is a placeholder, not a date');
    expect(summary).toContain("is wrapped, see [#5]");
  });

  test("returns the date and that the version is yanked", async () => {
    expect((await run({ version: "1.2.2" })).outputs).toMatchObject({
      status: "yanked",
      date: "2025-01-01",
      body: "- two",
    });
  });

  test("reflows the notes for a release page and writes them to a file", async () => {
    const { outputs } = await run({ version: "1.2.3", reflow: "release", "output-file": "out/notes.md" });
    expect(outputs).toMatchObject({
      body: "- one that is wrapped, see [#5]\n\n[#5]: https://example.com/5",
      "body-file": "out/notes.md",
    });
    expect(readFileSync(join(workspace, "out/notes.md"), "utf8")).toBe(outputs["body"]);
  });

  test("cuts the notes to max-bytes and reports it", async () => {
    writeFileSync(join(workspace, "CHANGELOG.md"), `## 1.2.3\n\n${"- item\n".repeat(1000)}`);
    const { outputs, lines } = await run({ version: "1.2.3", "max-bytes": "1KiB" });
    expect(outputs["truncated"]).toBe("true");
    expect(Buffer.byteLength(outputs["body"] ?? "")).toBeLessThanOrEqual(1024);
    expect(lines.join("\n")).toMatch(
      /warning: CHANGELOG\.md:1: the notes of 1\.2\.3 have 6999 bytes and were cut to \d+/,
    );
    expect(await run({ version: "1.2.3", "max-bytes": "100" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test("release.md 2.33: keeps text that looks like a command, an end of text or an escape sequence", async () => {
    const hostile =
      "- ::set-output name=x::y\nEOF\n##[error]x\n- \u0000 \u001b[31mred\n```\n</details>@someone #1\n```";
    writeFileSync(join(workspace, "CHANGELOG.md"), `## 1.2.3\n\n${hostile}\n`);
    const { outputs, lines, summary } = await run({ version: "1.2.3", "output-file": "notes.md" });
    expect(outputs["body"]).toBe(hostile);
    expect(readFileSync(join(workspace, "notes.md"), "utf8")).toBe(hostile);
    expect(lines.join("\n")).not.toMatch(/^::|##\[|\u001b/m);
    // The notes' own fence does not end the one that shows them.
    expect(summary).toMatch(/\n````+markdown\n[^]*\n````+\n?$/);
  });
});

describe("refusals", () => {
  test("has different messages for missing, empty, duplicate and ambiguous entries", async () => {
    const missing = await run({ version: "1.2.4" });
    expect(missing).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(missing.lines.join("\n")).toMatch(
      /no entry for 1\.2\.4; the nearest headings are "\[1\.2\.3\] - 2025-01-XX" \(line 5\), "\[1\.2\.2\].*\(line 10\)/,
    );
    expect((await run({ version: "unreleased" })).lines.join("\n")).toMatch(
      /the entry for unreleased in CHANGELOG\.md is empty/,
    );
    expect(await run({ version: "unreleased", "allow-empty": "true" })).toMatchObject({
      verdict: "passed",
      outputs: { body: "", status: "unreleased" },
    });
    writeFileSync(join(workspace, "two.md"), "## 1.2.3\n\n- a\n\n## 1.2.3\n\n- b\n");
    expect((await run({ version: "1.2.3", changelog: "two.md" })).lines.join("\n")).toMatch(
      /2 entries for 1\.2\.3: lines 1, 5/,
    );
    writeFileSync(join(workspace, "parts.md"), "## frontend 1.2.3\n\n- a\n\n## backend 1.2.3\n\n- b\n");
    expect((await run({ version: "1.2.3", changelog: "parts.md" })).lines.join("\n")).toMatch(
      /of frontend and backend: lines 1, 5/,
    );
  });

  test("first use D5: refuses a component that is not declared, if components are", async () => {
    writeFileSync(join(workspace, "CHANGELOG.md"), "## 1.2.3\n\n- of everything\n");
    writeFileSync(join(workspace, "release-actions.yml"), "components:\n  - name: api\n");
    const result = await run({ version: "1.2.3", component: "apii" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain('there is no component "apii" in release-actions.yml');
    expect(result.lines.join("\n")).toContain("The declared ones are: api.");
  });

  test("explains what is wrong with the requested version", async () => {
    expect(await run({})).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(await run({ version: "1".repeat(5000) })).toMatchObject({ verdict: "refused" });
  });

  test("refuses everything but a regular file inside the workspace", async () => {
    symlinkSync("/etc/passwd", join(workspace, "link.md"));
    mkdirSync(join(workspace, "directory.md"));
    execFileSync("mkfifo", [join(workspace, "fifo.md")]);
    for (const changelog of ["link.md", "directory.md", "fifo.md", "absent.md", "../x.md", "/etc/passwd"]) {
      expect(await run({ version: "1.2.3", changelog })).toMatchObject({ verdict: "invalid", exitCode: 2 });
    }
    expect(await run({ version: "1.2.3", "output-file": "link.md" })).toMatchObject({ verdict: "invalid" });
  });
});
