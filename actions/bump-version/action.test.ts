import { beforeEach, describe, expect, test } from "@jest/globals";
import { runInMemory, systemClock, type MemoryResult } from "@release-actions/hosts";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import action from "./action.ts";

const AUTHOR = "Release Bot <bot@example.com>";
const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- A thing.

## [1.0.0] - 2024-01-02

- First.

[Unreleased]: https://github.com/acme/app/compare/v1.0.0...HEAD
[1.0.0]: https://github.com/acme/app/releases/tag/v1.0.0
`;
const LOCK =
  '{\n  "name": "app",\n  "version": "1.0.0",\n  "lockfileVersion": 3,\n  "packages": {\n    "": {\n      "version": "1.0.0"\n    }\n  }\n}\n';

let workspace: string;

const git = (...args: string[]): string => execFileSync("git", args, { cwd: workspace, encoding: "utf8" }).trimEnd();
const read = (path: string): string => readFileSync(join(workspace, path), "utf8");
function write(path: string, content: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), content);
}
function commitAll(message: string): void {
  git("add", "-A");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", message);
}
function run(inputs: Record<string, string>, more: Parameters<typeof runInMemory>[1] = {}): Promise<MemoryResult> {
  const clock = { ...systemClock, now: () => Date.parse("2025-03-04T23:59:59Z") };
  return runInMemory(action, { workspace, clock, ...more, inputs: { author: AUTHOR, ...inputs } });
}
const all = { files: "package.json, src/app/__init__.py", changelog: "CHANGELOG.md", commit: "true", tag: "true" };

beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), "bump-")));
  git("init", "-q", "-b", "main");
  write("package.json", '{\n\t"name": "app",\n\t"version": "1.0.0"\n}');
  write("package-lock.json", LOCK);
  write("src/app/__init__.py", '__version__: str = "1.0.0"\n');
  write("CHANGELOG.md", CHANGELOG);
  write("other.txt", "unrelated\n");
  commitAll("First");
});

describe("writing a version", () => {
  test("writes files, lock file and changelog, commits exactly these and creates an annotated tag with the entry", async () => {
    const result = await run({ ...all, version: "1.1.0" });
    expect(result).toMatchObject({ verdict: "done", exitCode: 0 });
    expect(result.outputs).toMatchObject({
      version: "1.1.0",
      previous: "1.0.0",
      changed: "true",
      tag: "v1.1.0",
      commit: git("rev-parse", "HEAD"),
    });
    expect(read("package.json")).toBe('{\n\t"name": "app",\n\t"version": "1.1.0"\n}');
    expect(read("package-lock.json")).toBe(LOCK.replaceAll("1.0.0", "1.1.0"));
    expect(read("src/app/__init__.py")).toBe('__version__: str = "1.1.0"\n');
    expect(read("CHANGELOG.md")).toContain("## [Unreleased]\n\n## [1.1.0] - 2025-03-04\n\n### Added\n\n- A thing.\n");
    expect(read("CHANGELOG.md")).toContain("[1.1.0]: https://github.com/acme/app/compare/v1.0.0...v1.1.0");
    expect(git("show", "--name-only", "--format=%s|%an <%ae>", "HEAD").split("\n")).toEqual([
      `Release 1.1.0|${AUTHOR}`,
      "",
      "CHANGELOG.md",
      "package-lock.json",
      "package.json",
      "src/app/__init__.py",
    ]);
    expect(git("status", "--porcelain")).toBe("");
    expect(git("cat-file", "-t", "v1.1.0")).toBe("tag");
    expect(git("tag", "-l", "--format=%(contents)", "v1.1.0")).toBe("Release 1.1.0\n\n### Added\n\n- A thing.");
    expect(git("rev-parse", "v1.1.0^{commit}")).toBe(git("rev-parse", "HEAD"));
    expect(result.lines.join("\n")).toContain("git push --atomic origin refs/heads/main refs/tags/v1.1.0");
  });

  test.each(["1.1.0", "minor", "patch", "prerelease"])("a second run of %s changes nothing", async (version) => {
    const first = await run({ ...all, version });
    expect(first.verdict).toBe("done");
    const before = [git("rev-parse", "HEAD"), git("for-each-ref"), git("status", "--porcelain")];
    const second = await run({ ...all, version });
    expect(second).toMatchObject({ verdict: "unchanged", exitCode: 0 });
    expect(second.outputs).toMatchObject({
      version: first.outputs["version"],
      changed: "false",
      diff: "",
      commit: first.outputs["commit"],
    });
    expect([git("rev-parse", "HEAD"), git("for-each-ref"), git("status", "--porcelain")]).toEqual(before);
  });

  test.each(["1.1.0", "minor"])("writes %s once without a commit", async (version) => {
    const inputs = { files: all.files, changelog: all.changelog, version };
    expect(await run(inputs)).toMatchObject({ verdict: "done" });
    const after = git("diff");
    expect(await run(inputs)).toMatchObject({ verdict: "unchanged" });
    expect(git("diff")).toBe(after);
    expect(read("package.json")).toContain('"1.1.0"');
  });

  test("takes a step again after another commit, and a different step at once", async () => {
    await run({ ...all, changelog: "", version: "patch" });
    expect((await run({ ...all, changelog: "", version: "minor" })).outputs["version"]).toBe("1.1.0");
    write("other.txt", "changed\n");
    commitAll("A change");
    expect((await run({ ...all, changelog: "", version: "minor" })).outputs["version"]).toBe("1.2.0");
  });

  test("recognizes a step by the subject of the commit in a shallow checkout", async () => {
    await run({ ...all, changelog: "", version: "patch" });
    const clone = `${workspace}-clone`;
    git("clone", "-q", "--depth=1", `file://${workspace}`, clone);
    const result = await run({ ...all, changelog: "", tag: "false", version: "patch" }, { workspace: clone });
    expect(result).toMatchObject({ verdict: "unchanged", outputs: { version: "1.0.1" } });
  });

  test("keeps the mode of an executable file", async () => {
    write("tool.sh", "#!/bin/sh\nVERSION=1.0.0 # release-actions:version\n");
    chmodSync(join(workspace, "tool.sh"), 0o755);
    commitAll("Tool");
    expect((await run({ version: "1.1.0", files: "tool.sh", commit: "true" })).verdict).toBe("done");
    expect(statSync(join(workspace, "tool.sh")).mode & 0o777).toBe(0o755);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("warns on GitHub that a push with GITHUB_TOKEN starts no workflow", async () => {
    const result = await run({ ...all, version: "1.1.0" }, { facts: { kind: "github" } });
    expect(result.lines.join("\n")).toContain("A push with GITHUB_TOKEN starts no workflow");
  });

  test("signs the commit and the tag with the key", async () => {
    const key = join(mkdtempSync(join(tmpdir(), "key-")), "key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
    const result = await run({ ...all, version: "1.1.0", sign: "ssh", "signing-key": key });
    expect(result.verdict).toBe("done");
    expect(git("cat-file", "commit", "HEAD")).toContain("BEGIN SSH SIGNATURE");
    expect(git("cat-file", "tag", "v1.1.0")).toContain("BEGIN SSH SIGNATURE");
  });
});

describe("dry-run", () => {
  test("dry-run writes nothing and prints a diff that git apply turns into the same result", async () => {
    const before = git("rev-parse", "HEAD");
    const dry = await run({ ...all, version: "1.1.0", "dry-run": "true" });
    expect(dry).toMatchObject({ verdict: "passed", exitCode: 0, outputs: { changed: "false", commit: "" } });
    expect([git("rev-parse", "HEAD"), git("status", "--porcelain"), git("tag")]).toEqual([before, "", ""]);
    expect(dry.lines.join("\n")).toContain('+\t"version": "1.1.0"');
    execFileSync("git", ["apply", "-"], { cwd: workspace, input: dry.outputs["diff"] });
    const applied = git("diff");
    git("checkout", "-q", ".");
    await run({ ...all, version: "1.1.0" });
    expect(git("diff", before)).toBe(applied);
  });
});

describe("files and components", () => {
  test("reports all files that cannot be changed at once and writes nothing", async () => {
    write("a.py", "x = 1\n");
    write("b.toml", "x = 1\n");
    commitAll("More");
    const result = await run({ version: "1.1.0", files: "package.json, a.py, b.toml, none.txt" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const log = result.lines.join("\n");
    expect(log).toContain("none.txt is not in the last commit");
    const readable = await run({ version: "1.1.0", files: "package.json, a.py, b.toml" });
    expect(readable.lines.join("\n")).toMatch(/a\.py states no version/);
    expect(readable.lines.join("\n")).toMatch(/b\.toml states no version/);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("refuses a step if the files contain different versions, and warns for an exact version", async () => {
    write("VERSION", "0.9.0\n");
    commitAll("More");
    const step = await run({ version: "patch", files: "package.json, VERSION" });
    expect(step.lines.join("\n")).toContain("contain different versions");
    const exact = await run({ version: "1.1.0", files: "package.json, VERSION" });
    expect(exact.verdict).toBe("done");
    expect(exact.lines.join("\n")).toContain("VERSION contains 0.9.0, but package.json contains 1.0.0");
    expect(read("VERSION")).toBe("1.1.0\n");
  });

  test("takes files, changelog and tag format of a component from release-actions.yml", async () => {
    write(
      "release-actions.yml",
      "components:\n  - name: web\n    version-files: [web/package.json, 'web/Chart.yaml#appVersion', web/Chart.yaml]\n    changelog: web/CHANGES.md\n  - name: api\n",
    );
    write("web/package.json", '{"version":"2.0.0"}\n');
    write("web/Chart.yaml", "version: 2.0.0\nappVersion: '2.0.0'\n");
    write("web/CHANGES.md", "# Changes\n\n## Unreleased\n\n- Faster.\n");
    commitAll("Components");
    const result = await run({ version: "minor", component: "web", commit: "true", tag: "true" });
    expect(result).toMatchObject({ verdict: "done", outputs: { version: "2.1.0", tag: "v2.1.0-web" } });
    expect(read("web/Chart.yaml")).toBe("version: 2.1.0\nappVersion: '2.1.0'\n");
    expect(git("tag", "-l", "--format=%(contents)", "v2.1.0-web")).toBe("Release web 2.1.0\n\n- Faster.");
    expect(read("package.json")).toContain("1.0.0");
  });

  test("updates the member's entry in the lock file of a workspace", async () => {
    write("packages/web/package.json", '{"version":"2.0.0"}\n');
    write(
      "package-lock.json",
      '{"version":"1.0.0","packages":{"":{"version":"1.0.0"},"packages/web":{"version":"2.0.0"}}}\n',
    );
    write("Cargo.toml", '[workspace.package]\nversion = "3.0.0"\n');
    write("Cargo.lock", '[[package]]\nname = "a"\nversion = "3.0.0"\n\n[[package]]\nname = "b"\nversion = "9.0.0"\n');
    commitAll("Workspaces");
    expect((await run({ version: "2.1.0", files: "packages/web/package.json" })).verdict).toBe("done");
    expect(read("package-lock.json")).toBe(
      '{"version":"1.0.0","packages":{"":{"version":"1.0.0"},"packages/web":{"version":"2.1.0"}}}\n',
    );
    expect((await run({ version: "3.1.0", files: "Cargo.toml" })).verdict).toBe("done");
    expect(read("Cargo.lock")).toBe(
      '[[package]]\nname = "a"\nversion = "3.1.0"\n\n[[package]]\nname = "b"\nversion = "9.0.0"\n',
    );
  });
});

describe("refusals", () => {
  test("refuses changed version files before anything is written", async () => {
    write("package.json", `${read("package.json")}\n`);
    write("src/app/__init__.py", '__version__ = "1.0.0" # edited\n');
    const result = await run({ ...all, version: "1.1.0" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toMatch(/package\.json has uncommitted changes/);
    expect(result.lines.join("\n")).toMatch(/__init__\.py has uncommitted changes/);
    expect(read("package-lock.json")).toBe(LOCK);
    expect(git("tag")).toBe("");
  });

  test("leaves changes in other files alone, staged or not", async () => {
    write("other.txt", "work in progress\n");
    write("new.txt", "new\n");
    git("add", "new.txt");
    expect((await run({ ...all, version: "1.1.0" })).verdict).toBe("done");
    expect(git("status", "--porcelain").split("\n").sort()).toEqual([" M other.txt", "A  new.txt"].sort());
  });

  test("refuses a tag at another commit before anything is written", async () => {
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "tag", "-am", "x", "v1.1.0");
    const result = await run({ ...all, version: "1.1.0" });
    expect(result).toMatchObject({ verdict: "refused" });
    expect(result.lines.join("\n")).toContain("the tag v1.1.0 exists");
    expect(git("status", "--porcelain")).toBe("");
  });

  test("refuses a lightweight tag on the right commit", async () => {
    await run({ ...all, tag: "false", version: "1.1.0" });
    git("tag", "v1.1.0");
    const result = await run({ ...all, version: "1.1.0" });
    expect(result.verdict).toBe("refused");
    expect(result.lines.join("\n")).toContain("is lightweight");
  });

  test("refuses a version lower than the current one", async () => {
    const result = await run({ ...all, version: "0.9.0" });
    expect(result).toMatchObject({ verdict: "refused" });
    expect(result.lines.join("\n")).toContain("0.9.0 is lower than 1.0.0 in package.json");
  });

  test("refuses an empty Unreleased section and writes no file", async () => {
    write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2024-01-02\n\n- First.\n");
    commitAll("Empty");
    const result = await run({ ...all, version: "1.1.0" });
    expect(result.verdict).toBe("refused");
    expect(result.lines.join("\n")).toContain("describes no changes");
    expect(git("status", "--porcelain")).toBe("");
  });

  test("refuses a tag without a commit if the last commit does not contain the version", async () => {
    const result = await run({ ...all, commit: "false", version: "1.1.0" });
    expect(result).toMatchObject({ verdict: "invalid" });
    expect(git("status", "--porcelain")).toBe("");
  });
});

describe("security", () => {
  test("security C52: text of the entry cannot skip a pipeline or sign off for anyone", async () => {
    write(
      "CHANGELOG.md",
      CHANGELOG.replace("- A thing.", "- A thing. [skip ci]\n\nSigned-off-by: Someone <s@example.com>"),
    );
    commitAll("Sly");
    await run({ ...all, version: "1.1.0" });
    expect(git("tag", "-l", "--format=%(contents)", "v1.1.0")).toBe("Release 1.1.0\n\n### Added\n\n- A thing.");
  });

  test("security C43: commits the planned bytes regardless of .gitattributes and autocrlf", async () => {
    write(".gitattributes", "*.py text eol=crlf\n");
    commitAll("Attributes");
    git("rm", "-q", "--cached", "-r", ".");
    git("reset", "-q", "--hard");
    expect(read("src/app/__init__.py")).toBe('__version__: str = "1.0.0"\r\n');
    expect((await run({ ...all, version: "1.1.0" })).verdict).toBe("done");
    expect(read("src/app/__init__.py")).toBe('__version__: str = "1.1.0"\r\n');
    expect(
      execFileSync("git", ["cat-file", "blob", "HEAD:src/app/__init__.py"], { cwd: workspace, encoding: "utf8" }),
    ).toBe('__version__: str = "1.1.0"\n');
    expect(git("status", "--porcelain")).toBe("");
    expect((await run({ ...all, version: "1.1.0" })).verdict).toBe("unchanged");
  });

  test("security C44: refuses a symbolic link and a changed mode", async () => {
    renameSync(join(workspace, "package.json"), join(workspace, "real.json"));
    symlinkSync("real.json", join(workspace, "package.json"));
    expect((await run({ version: "1.1.0", files: "package.json" })).verdict).toBe("refused");
    expect(read("real.json")).toContain("1.0.0");
    git("checkout", "-q", "package.json");
    chmodSync(join(workspace, "src/app/__init__.py"), 0o755);
    expect((await run({ version: "1.1.0", files: "src/app/__init__.py" })).verdict).toBe("refused");
  });

  test.each([
    ["version", "v1.1.0"],
    ["version", "1.1"],
    ["date", "2025-02-30"],
    ["date", "today"],
    ["author", "nobody"],
    ["files", "../outside"],
    ["files", "/etc/hostname"],
    ["sign", "ssh"],
  ])("security B: refuses %s %s and changes nothing", async (name, value) => {
    const result = await run({ ...all, version: "1.1.0", [name]: value });
    expect(result.exitCode).toBe(2);
    expect(git("status", "--porcelain")).toBe("");
    expect(git("tag")).toBe("");
  });

  test("security C58: refuses to commit a file that defines pipelines, but writes it without a commit", async () => {
    write(".github/workflows/build.yml", "env:\n  VERSION: 1.0.0 # release-actions:version\n");
    commitAll("Build");
    const files = "package.json, .github/workflows/build.yml";
    const refused = await run({ files, version: "1.1.0", commit: "true" });
    expect([refused.verdict, refused.exitCode]).toEqual(["refused", 1]);
    expect(refused.lines.join("\n")).toContain(".github/workflows/build.yml defines what pipelines run");
    expect(git("status", "--porcelain")).toBe("");
    expect((await run({ files, version: "1.1.0" })).verdict).toBe("done");
    expect(read(".github/workflows/build.yml")).toContain("VERSION: 1.1.0");
  });
});

describe("interruption", () => {
  test("reports what exists and what to do next after SIGINT", async () => {
    const interrupt = new AbortController();
    const result = await run(
      { ...all, version: "1.1.0" },
      { interrupt: interrupt.signal, onLine: (line) => line.includes("Will create: the commit") && interrupt.abort() },
    );
    expect(result).toMatchObject({ verdict: "interrupted", exitCode: 130 });
    expect(result.lines.join("\n")).toContain("Run the same command again");
    expect((await run({ ...all, version: "1.1.0" })).verdict).toBe("done");
  });
});
