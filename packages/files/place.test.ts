import { beforeEach, describe, expect, test } from "@jest/globals";
import { ActionError } from "@release-actions/action";
import {
  assertFile,
  makeWorkspaceDirectory,
  placeOf,
  refuseOutputs,
  workspaceDirectory,
  writeWorkspaceFile,
  type FileHost,
  type Use,
} from "./index.ts";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { entersGit, entersWorkflows } from "./names.ts";

let root: string;
let github: FileHost;
let gitlab: FileHost;
let terminal: FileHost;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "place-")));
  for (const [path, text] of Object.entries({
    "work/.git/config": "[core]",
    "work/.github/workflows/ci.yml": "on: push",
    "work/.github/release-actions.yml": "",
    "work/docs/notes.md": "notes",
    "temp/notes.md": "temp",
    "temp/_runner_file_commands/set_env_1": "",
    "temp/git-credentials-1.config": "",
    "work.tmp/KUBECONFIG": "secret",
    "outside/file": "outside",
    "other/.git/config": "",
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const workspace = join(root, "work");
  github = { kind: "github", workspace, sharedTemporary: join(root, "temp") };
  gitlab = { kind: "gitlab", workspace, sharedTemporary: join(root, "work.tmp") };
  terminal = { kind: "terminal", workspace };
});

const link = (name: string, target: string) => symlinkSync(target, join(root, "work", name));
const hosts = () => [github, gitlab, terminal];
const TYPED = { typed: true } as const;
const WRITE = { typed: true, write: true } as const;

function refusal(host: FileHost, path: string, use: Use = TYPED): string {
  try {
    placeOf(host, path, use);
    return "allowed";
  } catch (error) {
    expect(error).toBeInstanceOf(ActionError);
    expect((error as ActionError).verdict).toBe("invalid");
    expect((error as ActionError).details.remedy).toMatch(/\S/);
    return (error as ActionError).message;
  }
}

describe("names", () => {
  test.each([
    ".git",
    ".GIT",
    ".git.",
    ".git ",
    ".git . .",
    "git~1",
    "GIT~2",
    ".git::$INDEX_ALLOCATION",
    ".g\u200cit",
    "\ufeff.git",
    ".gi\u00adt",
  ])("security B29: a file system may treat %j as .git", (name) => {
    expect(entersGit(`a/${name}/config`)).toBe(true);
    expect(entersGit(`a\\${name}\\config`)).toBe(true);
  });

  test.each([".gitignore", ".github", "git", ".git-credentials", "x.git", "git~10", "a.git/b", "..", "."])(
    "%s is another name",
    (name) => {
      expect(entersGit(name)).toBe(false);
    },
  );

  test("security B29: workflows are recognized by every spelling of their directory, and nothing else is", () => {
    for (const path of [
      ".github/workflows",
      ".github/workflows/x.yml",
      ".GitHub/WorkFlows/x",
      "sub/.github./workflows /x",
      "GITHUB~1/WORKFL~1/x",
    ])
      expect([path, entersWorkflows(path)]).toEqual([path, true]);
    for (const path of [".github/x.yml", "workflows/x.yml", ".github/x/workflows", "github/workflows"])
      expect([path, entersWorkflows(path)]).toEqual([path, false]);
  });
});

describe("the repository", () => {
  test("security B29: no path leads into .git, directly or through links, whether or not it exists", () => {
    link("file", ".git/config");
    link("git", ".git");
    link("new", ".git/hooks/post-commit");
    link("hop", "docs/../git/hooks");
    for (const host of hosts()) {
      for (const use of [{}, TYPED, WRITE]) {
        for (const path of [".git/config", ".git", "./docs/../.git/hooks/x", "sub/.GIT/config"])
          expect(refusal(host, path, use)).toContain("is in .git");
        for (const path of ["file", "git/config", "git/new/deep", "new", "hop/x"])
          expect(refusal(host, path, use)).toContain("leads into .git");
      }
      expect(refusal(host, "git/config")).toContain('"git/config"');
    }
    rmSync(join(root, "work/.git"), { recursive: true });
    for (const host of hosts())
      expect([refusal(host, ".git/hooks/x", WRITE), refusal(host, "git/hooks/x", WRITE)]).toEqual([
        expect.stringContaining("is in .git"),
        expect.stringContaining("leads into .git"),
      ]);
  });

  test("security B29: a directory that a .git file or link points to is forbidden, too", () => {
    rmSync(join(root, "work/.git"), { recursive: true });
    mkdirSync(join(root, "work/store/hooks"), { recursive: true });
    writeFileSync(join(root, "work/.git"), "gitdir: store\n");
    expect(refusal(github, "store/hooks/x", WRITE)).toContain("leads into .git");
    rmSync(join(root, "work/.git"));
    link(".git", "store");
    expect(refusal(github, "store/config")).toContain("leads into .git");
    expect(refusal(github, "stored/config")).toBe("allowed");
  });

  test("security B29: workflows can be read but not written", () => {
    link("ci.yml", ".github/workflows/ci.yml");
    link("flows", ".github/workflows");
    for (const host of hosts()) {
      for (const path of [".github/workflows/ci.yml", "ci.yml", "flows/new.yml"]) {
        expect(refusal(host, path)).toBe("allowed");
        expect(refusal(host, path, WRITE)).toContain(".github/workflows");
      }
      expect(refusal(host, ".github/release-actions.yml", WRITE)).toBe("allowed");
    }
  });

  test("security B29: a version file may be a workflow named directly, not one behind a link", () => {
    link("VERSION", ".github/workflows/ci.yml");
    expect(refusal(github, ".github/workflows/ci.yml", { write: true, workflows: true })).toBe("allowed");
    expect(refusal(github, "VERSION", { write: true, workflows: true })).toContain("leads into .github/workflows");
  });

  test("links inside the workspace that stay inside are followed", async () => {
    link("link.md", "docs/notes.md");
    link("dir", "docs");
    link("dangling.md", "docs/new.md");
    for (const host of hosts()) {
      expect(placeOf(host, "link.md").real).toBe(join(root, "work/docs/notes.md"));
      expect(placeOf(host, "dir/notes.md", WRITE).real).toBe(join(root, "work/docs/notes.md"));
    }
    await writeWorkspaceFile(github, "dangling.md", "new");
    expect(readFileSync(join(root, "work/docs/new.md"), "utf8")).toBe("new");
  });

  test("a cycle of links is refused, naming the path", () => {
    link("a", "b");
    link("b", "a");
    expect(refusal(github, "a/x")).toBe('"a/x" leads through too many links');
  });
});

describe("outside", () => {
  test("security B29: a CI job may leave the workspace only for the shared temporary folder", () => {
    for (const path of ["../outside/file", join(root, "outside/file"), "..", "/dev/zero", "/"]) {
      for (const host of [github, gitlab]) expect(refusal(host, path)).toContain("is outside the workspace");
    }
    expect(refusal(github, join(root, "temp/notes.md"))).toBe("allowed");
    expect(refusal(github, join(root, "temp/new/notes.md"), WRITE)).toBe("allowed");
    expect(refusal(gitlab, join(root, "work.tmp/KUBECONFIG"))).toBe("allowed");
    expect(refusal(github, join(root, "temp/notes.md"), {})).toContain("is outside the workspace");
    expect(refusal({ workspace: github.workspace }, join(root, "temp/notes.md"))).toContain("is outside the workspace");
  });

  test("security B29: no link in the workspace leads to the shared folder, where GitLab keeps variables", () => {
    link("kube", "../work.tmp/KUBECONFIG");
    link("notes", "../temp/notes.md");
    expect(refusal(gitlab, "kube")).toContain("leads outside the workspace");
    expect(refusal(github, "notes")).toContain("leads outside the workspace");
  });

  test("security B29: what the runner keeps in the shared folder is not a file of a step", () => {
    for (const path of [
      "_runner_file_commands/set_env_1",
      "git-credentials-1.config",
      "release-actions-aB3xY9/askpass",
    ]) {
      expect(refusal(github, join(root, "temp", path), WRITE)).toContain("is a file of the CI runner itself");
    }
    symlinkSync("_runner_file_commands/set_env_1", join(root, "temp/link"));
    expect(refusal(github, join(root, "temp/link"))).toContain("is a file of the CI runner itself");
    symlinkSync("../outside/file", join(root, "temp/out"));
    expect(refusal(github, join(root, "temp/out"))).toContain("leads outside the workspace");
  });

  test("in a terminal, an input may name any file except those in .git and workflows", () => {
    for (const path of ["../outside/file", join(root, "outside/file"), "../outside/new"]) {
      expect(refusal(terminal, path, WRITE)).toBe("allowed");
      expect(refusal(terminal, path, {})).toContain("is outside the workspace");
    }
    expect(refusal(terminal, "../other/.git/config")).toContain("is in .git");
    expect(refusal(terminal, "../other/.github/workflows/x.yml", WRITE)).toContain(".github/workflows");
    symlinkSync(".git", join(root, "other/g"));
    expect(refusal(terminal, "../other/g/config")).toContain("leads into .git");
  });

  test("security B29: in a terminal, no committed link leads out of the repository", () => {
    link("out", "../outside/file");
    const below = { ...terminal, workspace: join(root, "work/docs") };
    expect(refusal(terminal, "out")).toContain("leads outside the workspace");
    expect(refusal(below, "../out")).toContain("leads outside the workspace");
    expect(refusal(below, "../.github/workflows/ci.yml", WRITE)).toContain("is in .github/workflows");
    expect(refusal(below, "../README.md", WRITE)).toBe("allowed");
  });

  test("a workspace reached through a link may be named by either of its paths", () => {
    symlinkSync("work", join(root, "alias"));
    const host = { ...github, workspace: join(root, "alias") };
    for (const path of [join(root, "alias/docs/notes.md"), join(root, "work/docs/notes.md"), "docs/notes.md"])
      expect(placeOf(host, path).real).toBe(join(root, "work/docs/notes.md"));
  });
});

describe("all paths", () => {
  test("checks all outputs before any is written", () => {
    execFileSync("mkfifo", [join(root, "work/pipe")]);
    expect(() =>
      refuseOutputs(github, {
        "report-file": "fine.json",
        "plot-file": "../x",
        "junit-file": "pipe",
        "sarif-file": undefined,
      }),
    ).toThrow('plot-file: "../x" is outside the workspace');
    expect(() => refuseOutputs(github, { "junit-file": "pipe" })).toThrow("not a regular file");
    expect(() => assertFile(github, "pipe")).toThrow("not a regular file");
    expect(() => assertFile(github, "none")).not.toThrow();
  });

  test("security B29: the rule also covers creating and opening directories", async () => {
    link("git", ".git");
    await expect(makeWorkspaceDirectory(github, "git/hooks/new", TYPED)).rejects.toThrow("leads into .git");
    await expect(makeWorkspaceDirectory(github, ".github/workflows/new", TYPED)).rejects.toThrow(".github/workflows");
    await expect(workspaceDirectory(github, "git", TYPED)).rejects.toThrow("leads into .git");
    await expect(workspaceDirectory(github, "docs/notes.md")).rejects.toThrow("there is no directory");
    await makeWorkspaceDirectory(github, "a/b/c");
    expect(await workspaceDirectory(github, "a/b/c")).toBe(join(root, "work/a/b/c"));
    expect(readdirSync(join(root, "work/.git"))).toEqual(["config"]);
    expect(existsSync(join(root, "work/.github/workflows/new"))).toBe(false);
  });
});

describe("a root by another of its names", () => {
  test("security B29: in a terminal a committed link leads nobody elsewhere, by whichever name one comes", () => {
    symlinkSync(root, join(root, "outside", "alias"));
    link("out", "../outside/file");
    const alias = join(root, "outside", "alias", "work");
    for (const path of [join(alias, "out"), join(alias, "docs", "..", "out"), "../outside/alias/work/out"]) {
      expect(() => placeOf(terminal, path, TYPED)).toThrow("leads outside the workspace");
    }
    expect(placeOf(terminal, join(alias, "docs", "notes.md"), TYPED).real).toBe(join(root, "work/docs/notes.md"));
    expect(placeOf(github, join(alias, "docs", "notes.md"), TYPED).real).toBe(join(root, "work/docs/notes.md"));
  });

  test("security B29: a directory of git is one, whatever its name", () => {
    const git = (...args: string[]) => execFileSync("git", args, { cwd: join(root, "work"), stdio: "pipe" });
    git("init", "--quiet", "--bare", "store");
    mkdirSync(join(root, "work", "kept"));
    writeFileSync(join(root, "work", "kept", "HEAD"), "not of git");
    link("notes", "store/config");
    for (const path of ["store/config", "store/hooks/post-commit", "notes"]) {
      for (const host of hosts()) expect(() => placeOf(host, path, WRITE)).toThrow("a directory of git");
    }
    expect(placeOf(github, "kept/HEAD", WRITE).real).toBe(join(root, "work/kept/HEAD"));
  });
});
