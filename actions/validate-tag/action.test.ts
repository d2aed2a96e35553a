import { afterAll, describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import action from "./action.ts";
import { createRepository, removeAll, temporary } from "./fixtures/repository.ts";
import { createSeed, COMPONENTS } from "./fixtures/seed.ts";
import type { Row } from "./checks.ts";
import { DATA, path, ring } from "../../test/rings.ts";

afterAll(removeAll);

const seed = createSeed();

function rowsOf(result: MemoryResult): Row[] {
  return JSON.parse(result.outputs["report"] ?? "[]") as Row[];
}

function row(result: MemoryResult, check: string): Row {
  const found = rowsOf(result).find((candidate) => candidate.check === check);
  if (found === undefined) throw new Error(`no row ${check} in ${JSON.stringify(rowsOf(result))}`);
  return found;
}

async function validate(tag: string, inputs: Record<string, string> = {}): Promise<MemoryResult> {
  return runInMemory(action, { workspace: (await seed).directory, inputs: { tag, ...inputs } });
}

describe("trains", () => {
  test("uses the entry of the train for a component without its own, if tags have the train's version", async () => {
    const inputs = { components: "walking-skeleton, billing", "version-files": "ai-pipeline/main.py" };
    const { git, released } = await seed;
    await git("tag", "--annotate", "--message", "Release billing", "v1.1.0-billing", released);
    const train = await validate("v1.1.0-billing", { ...inputs, "version-match": "train" });
    expect(row(train, "changelog").result).toBe("warn");
    expect(row(train, "version-files")).toMatchObject({
      result: "skipped",
      detail: expect.stringContaining("lists none of billing"),
    });
    expect(train.verdict).toBe("passed");
    expect(row(await validate("v1.1.0-billing", inputs), "changelog")).toMatchObject({
      result: "fail",
      detail: expect.stringContaining("none for billing"),
    });
  });

  test("refuses a file that differs from the list in the entry", async () => {
    const result = await validate("v1.1.0-automation-service", {
      "version-match": "train",
      "version-files": "ai-pipeline/main.py",
    });
    expect(row(result, "version-files")).toMatchObject({
      result: "fail",
      detail: expect.stringContaining(
        "ai-pipeline/main.py:1 says 1.1.0 (__version__), the changelog entry's component versions says 3.0.1",
      ),
    });
  });

  test("version-match none: compares nothing", async () => {
    const result = await validate("v1.1.0-automation-service", { "version-match": "none" });
    expect(row(result, "version-files")).toMatchObject({ result: "skipped" });
    expect(result.verdict).toBe("passed");
  });
});

describe("the seed repository", () => {
  test("the seed: reads v1.1.0-walking-skeleton as 1.1.0 of walking-skeleton and passes", async () => {
    const result = await validate("v1.1.0-walking-skeleton");
    expect(result.lines.join("\n")).toContain("validate-tag: passed");
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: {
        verdict: "passed",
        tag: "v1.1.0-walking-skeleton",
        version: "1.1.0",
        component: "walking-skeleton",
        prerelease: "false",
        "prerelease-id": "",
        major: "1",
        minor: "1",
        patch: "0",
        commit: (await seed).released,
        "previous-tag": "",
        annotated: "true",
      },
    });
  });

  test("T33, the seed: refuses the automation service, whose file has 3.0.1 for the tag 1.1.0, and names both and the file", async () => {
    const result = await validate("v1.1.0-automation-service");
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(row(result, "version-files")).toEqual({
      check: "version-files",
      result: "fail",
      detail:
        "automation-service/main.py:3 says 3.0.1 (__version__), the tag v1.1.0-automation-service says 1.1.0; the changelog entry lists automation-service 3.0.1",
      remedy:
        "set automation-service/main.py to 1.1.0, or set version-match: train when tags name the version of a whole release",
      file: "automation-service/main.py",
      line: 3,
    });
    expect(result.outputs).toMatchObject({ version: "1.1.0", component: "automation-service", verdict: "refused" });
    expect(result.lines).toContainEqual(expect.stringContaining("error: automation-service/main.py:3: version-files:"));
  });

  test("T33, the seed: passes all four tags as a train, with each file compared with the entry's component versions", async () => {
    for (const component of COMPONENTS) {
      const result = await validate(`v1.1.0-${component}`, { "version-match": "train" });
      expect([component, result.verdict]).toEqual([component, "passed"]);
    }
    const result = await validate("v1.1.0-automation-service", { "version-match": "train" });
    expect(row(result, "version-files").detail).toBe(
      "automation-service/main.py says 3.0.1, as the changelog entry's component versions",
    );
  });

  test("warns about the changelog's placeholder date", async () => {
    const result = await validate("v1.1.0-walking-skeleton");
    expect(row(result, "changelog")).toMatchObject({
      result: "warn",
      detail: expect.stringContaining("2025-01-XX"),
      file: "CHANGELOG.md",
      line: 7,
    });
  });

  test("T33, the seed: refuses a tagged commit that is not on main, with the remedy", async () => {
    const result = await validate("v1.1.0-frontend", { branch: "main" });
    expect(row(result, "branch")).toMatchObject({
      result: "fail",
      detail: `the tagged commit ${(await seed).released.slice(0, 12)} is not on main`,
      remedy: "tag a commit of main, or merge this one first",
    });
    expect(row(await validate("v1.1.0-frontend", { branch: "release" }), "branch").result).toBe("pass");
    expect(row(await validate("v1.1.0-frontend", { branch: "no-such" }), "branch")).toMatchObject({
      result: "unknown",
      detail: "the branch no-such is not in this checkout",
    });
  });
});

/** Next to the project, or next to the directory of its work trees. */
const real = ["../../../shared", "../../../../shared"]
  .map((shared) => join(import.meta.dirname, shared, "data/opsconductor/CHANGELOG.md"))
  .find((path) => existsSync(path));

ring("the real changelog", [path("the real changelog", real ?? "none", DATA)], () => {
  test("lets four tags pass as a train; only the automation service fails", async () => {
    const repository = await createSeed();
    await repository.commit({ "CHANGELOG.md": await readFile(real as string, "utf8") });
    for (const component of COMPONENTS) {
      const tag = `v1.1.0-${component}`;
      await repository.git("tag", "--force", "--annotate", "--message", "Release", tag);
      const at = (inputs: Record<string, string>) =>
        runInMemory(action, { workspace: repository.directory, inputs: { tag, ...inputs } });
      const train = await at({ "version-match": "train" });
      expect([component, train.verdict, row(train, "changelog").line]).toEqual([component, "passed", 10]);
      const alone = await at({ "version-match": "component" });
      expect([component, alone.verdict]).toEqual([
        component,
        component === "automation-service" ? "refused" : "passed",
      ]);
    }
  });
});

describe("invalid settings", () => {
  test("reports wrong components and formats before anything is tried", async () => {
    const result = await validate("v1.0.0", { components: "rc, a b", "tag-format": "v" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.filter((line) => line.startsWith("error: ")).join("\n")).toMatch(
      /"rc" would be read as a prerelease[^]*"a b" cannot name a component[^]*must contain \{version\} exactly once/,
    );
  });

  test.each(["--upload-pack=x", "a..b", "main.lock", "a b", "x~1", "/main"])(
    "security C38: rejects a branch name that git would not accept: %j",
    async (branch) => {
      expect(await validate("v1.1.0-frontend", { branch })).toMatchObject({ verdict: "invalid", exitCode: 2 });
    },
  );

  test("rejects a prerelease word as a component in release-actions.yml", async () => {
    const repository = await createRepository();
    await repository.commit({ "release-actions.yml": "components:\n  - name: beta\n" });
    const result = await runInMemory(action, { workspace: repository.directory, inputs: { tag: "v1.0.0-beta" } });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });
});

describe("the tag", () => {
  test("uses the pushed tag by default, and tries nothing without a tag", async () => {
    const { directory, released } = await seed;
    const pushed = await runInMemory(action, {
      workspace: directory,
      facts: { pushedTag: "v1.1.0-frontend", commit: released },
    });
    expect(pushed.outputs).toMatchObject({ verdict: "passed", tag: "v1.1.0-frontend", component: "frontend" });
    const none = await runInMemory(action, { workspace: directory });
    expect(none).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(none.lines.join("\n")).toContain("tag is missing, and this run was not started by a tag");
  });

  test.each([
    "v1.1.0-$(id)-frontend",
    "v1.1.0-`id`-frontend",
    "v1.1.0-v2.0.0-frontend",
    "v1.1.0-frontend\n::add-mask::x",
    "V1.1.0-frontend",
    "v01.1.0-frontend",
    "--upload-pack=x",
  ])("T31, T32: refuses the tag %j with a report", async (tag) => {
    const result = await validate(tag);
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1, outputs: { version: "", component: "" } });
    expect(result.lines.filter((line) => line.startsWith("::"))).toEqual([]);
  });

  test("never passes a tag to git that has characters no tag may have", async () => {
    const result = await runInMemory(action, {
      workspace: await temporary("no-repository"),
      inputs: { tag: "v1.0.0;id" },
    });
    expect(rowsOf(result).map(({ result: found }) => found)).toEqual([
      "fail",
      ...Array.from({ length: 10 }, () => "skipped"),
    ]);
  });

  test("T32: v1.1.0-rc.1-frontend is a prerelease of the frontend", async () => {
    const repository = await createRepository();
    await repository.commit({ "CHANGELOG.md": "# Changelog\n\n## [1.1.0-rc.1] - 2025-01-02\n\n- New\n" });
    for (const tag of ["v1.0.0-frontend", "v1.1.0-frontend-x", "v1.1.0-rc.1-frontend", "v0.9.0-backend"])
      await repository.git("tag", tag);
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.1.0-rc.1-frontend", components: "frontend, backend" },
    });
    expect(result.outputs).toMatchObject({
      verdict: "passed",
      version: "1.1.0-rc.1",
      component: "frontend",
      prerelease: "true",
      "prerelease-id": "rc",
      "previous-tag": "v1.0.0-frontend",
      annotated: "false",
    });
  });

  test("checks the tagged commit, not what is checked out", async () => {
    const repository = await createRepository();
    await repository.commit({ "package.json": '{ "version": "1.0.0" }', "CHANGELOG.md": "## [1.0.0]\n\n- One\n" });
    await repository.git("tag", "v1.0.0");
    await repository.commit({ "package.json": '{ "version": "2.0.0" }', "CHANGELOG.md": "## [2.0.0]\n\n- Two\n" });
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.0.0", "version-files": "package.json" },
    });
    expect(row(result, "version-files")).toMatchObject({
      result: "pass",
      detail: "package.json says 1.0.0, as the tag v1.0.0",
    });
    expect(row(result, "changelog").result).toBe("pass");
  });

  test("refuses a tag if a higher version is out, unless it is a backport or allow-regression is set", async () => {
    const repository = await createRepository();
    await repository.commit({});
    for (const tag of ["v1.4.0", "v1.4.1", "v1.4.2", "v1.5.0", "v1.3.0"]) await repository.git("tag", tag);
    const at = async (tag: string, inputs = {}) =>
      row(
        await runInMemory(action, {
          workspace: repository.directory,
          inputs: { tag, "require-changelog": "false", ...inputs },
        }),
        "regression",
      );
    expect(await at("v1.4.2")).toMatchObject({ result: "pass" });
    expect(await at("v1.3.0")).toMatchObject({ result: "fail", detail: expect.stringContaining("v1.5.0") });
    expect(await at("v1.3.0", { "allow-regression": "true" })).toMatchObject({ result: "warn" });
  });

  test("refuses a tag that does not exist, and is invalid without a repository", async () => {
    const missing = await validate("v9.9.9-frontend", { "require-changelog": "false", "version-match": "none" });
    expect(row(missing, "tag-object")).toMatchObject({ result: "fail", detail: "there is no tag v9.9.9-frontend" });
    const nowhere = await runInMemory(action, {
      workspace: await temporary("nowhere"),
      inputs: { tag: "v1.0.0", "require-changelog": "false" },
    });
    expect(nowhere).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(row(nowhere, "tag-object").detail).toContain("no git repository");
  });

  test("refuses a tag that points to a file", async () => {
    const repository = await createRepository();
    await repository.commit({ "a.txt": "a" });
    await repository.git("tag", "v1.0.0", "HEAD:a.txt");
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.0.0", "require-changelog": "false" },
    });
    expect(row(result, "tag-object")).toMatchObject({
      result: "fail",
      detail: "v1.0.0 leads to a blob, not to a commit",
    });
  });

  test("require-annotated: refuses a tag that is really lightweight", async () => {
    const repository = await createRepository();
    await repository.commit({});
    await repository.git("tag", "v1.0.0");
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.0.0", "require-changelog": "false", "require-annotated": "true" },
    });
    expect(row(result, "annotated")).toMatchObject({
      result: "fail",
      detail: "v1.0.0 is a lightweight tag, an annotated one is required",
    });
  });
});

describe("the report", () => {
  test("has every check, not only the first failure", async () => {
    const result = await validate("v1.1.0-automation-service", { branch: "main", changelog: "NEWS.md" });
    const failed = rowsOf(result)
      .filter((found) => found.result === "fail")
      .map(({ check }) => check);
    expect(failed).toEqual(["branch", "changelog", "version-files"]);
    expect(result.lines.filter((line) => line.startsWith("error: "))).toHaveLength(4);
    expect(result.summary).toContain("❌ fail");
    expect(result.summary).toContain("✅ pass");
  });

  test("names an undeclared component together with the declared ones", async () => {
    const repository = await seed;
    await repository.git("tag", "v1.1.0-backend", repository.released);
    const result = await validate("v1.1.0-backend");
    expect(row(result, "component")).toMatchObject({
      result: "fail",
      detail: expect.stringContaining("declared are walking-skeleton, automation-service, ai-pipeline, frontend"),
    });
    expect(result.outputs).toMatchObject({ commit: repository.released, annotated: "false" });
  });

  test("distinguishes a missing changelog entry, an empty one and a missing file", async () => {
    const repository = await createRepository();
    await repository.commit({ "CHANGELOG.md": "# Changelog\n\n## [1.0.0]\n\n## [0.9.0]\n\n- Old\n" });
    for (const tag of ["v1.0.0", "v1.2.0"]) await repository.git("tag", tag);
    const at = async (tag: string, inputs = {}) =>
      row(await runInMemory(action, { workspace: repository.directory, inputs: { tag, ...inputs } }), "changelog");
    expect(await at("v1.0.0")).toMatchObject({ result: "fail", detail: expect.stringContaining("is empty") });
    expect(await at("v1.2.0")).toMatchObject({ result: "fail", detail: expect.stringContaining("has no entry for") });
    expect(await at("v1.2.0", { changelog: "NEWS.md" })).toMatchObject({
      result: "fail",
      detail: expect.stringContaining('there is no file "NEWS.md"'),
    });
    expect(await at("v1.2.0", { "require-changelog": "false" })).toMatchObject({ result: "skipped" });
  });

  test("names the nearest headings if the entry is missing, and warns about a yanked one", async () => {
    const repository = await createRepository();
    await repository.commit({ "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2025-01-02 [YANKED]\n\n- Old\n" });
    for (const tag of ["v1.0.0", "v1.0.1"]) await repository.git("tag", tag);
    const at = async (tag: string) =>
      row(
        await runInMemory(action, { workspace: repository.directory, inputs: { tag, "allow-regression": "true" } }),
        "changelog",
      );
    expect(await at("v1.0.1")).toMatchObject({
      result: "fail",
      detail: expect.stringContaining('the nearest headings are "[1.0.0] - 2025-01-02 [YANKED]" (line 3)'),
    });
    expect(await at("v1.0.0")).toMatchObject({ result: "warn", detail: "CHANGELOG.md:3 marks the version as yanked" });
  });

  test("returns the images that release-actions.yml lists for the tag's component, and no others", async () => {
    const repository = await createRepository();
    const web = [{ name: "web", context: "web" }];
    await repository.commit({
      "release-actions.yml":
        "components:\n  - name: web\n    images:\n      - { name: web, context: web }\n  - name: api\n",
      "CHANGELOG.md": "## [web 1.0.0]\n\n- first\n\n## [api 1.0.0]\n\n- first\n",
    });
    for (const [tag, images] of [
      ["v1.0.0-web", web],
      ["v1.0.0-api", []],
    ] as const) {
      await repository.git("tag", "--annotate", "--message", "Release", tag);
      const { verdict, outputs } = await runInMemory(action, { workspace: repository.directory, inputs: { tag } });
      expect([verdict, JSON.parse(outputs["images"] ?? "")]).toEqual(["passed", images]);
    }
  });
});
