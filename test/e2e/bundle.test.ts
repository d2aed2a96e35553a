import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { path, ring } from "../rings.ts";
import { startForge, type Forge } from "../stand-ins/forge/index.ts";
import { must } from "./command.ts";
import { open, readDoor, type Opened } from "./door.ts";
import { CANARY, PATH } from "./environment.ts";
import { BUILT, released } from "./released.ts";

const TAG = "v1.1.0-frontend";
/** What an action may say to the runner. */
const MEANT = new Set(["add-mask", "debug", "error", "warning", "notice", "group", "endgroup"]);

ring("the bundle, started through action.yml like the runner starts it", [path("dist", BUILT, "npm run build")], () => {
  let directory: string;
  let tree: string;
  let demo: DemoRepository;
  let forge: Forge;
  let actions: readonly string[];
  let env: Record<string, string>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "bundle-ring-"));
    ({ tree } = await released(directory));
    demo = await createDemoRepository({ directory: join(directory, "demo") });
    forge = await startForge({ tokens: [CANARY], repositories: [{ path: "acme/shop", gitDirectory: demo.bare }] });
    env = { GITHUB_API_URL: forge.github.apiUrl, GITHUB_REPOSITORY: "acme/shop", GITHUB_SHA: demo.commit };
    const entries = await readdir(join(tree, "actions"), { withFileTypes: true });
    actions = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  });

  afterAll(async () => {
    await forge.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** What holds for every run, however it ends. */
  async function expectDeclared(action: string, { outputs, summary, commands, log, leaked }: Opened): Promise<void> {
    const door = await readDoor(tree, action);
    expect({ action, outputs: Object.keys(outputs).sort() }).toEqual({
      action,
      outputs: Object.keys(door.outputs).sort(),
    });
    expect({
      action,
      leaked,
      commands: commands.map(({ command }) => command).filter((command) => !MEANT.has(command)),
    }).toEqual({ action, leaked: [], commands: [] });
    expect(log + summary + JSON.stringify(outputs)).not.toContain(CANARY);
  }

  async function emptyWorkspace(): Promise<string> {
    return await mkdtemp(join(directory, "workspace-"));
  }

  test("every action.yml starts a bundle for the runner's Node, and all start the same one", async () => {
    expect(actions).toEqual(
      expect.arrayContaining(["bump-version", "changelog-extract", "publish-release", "validate-tag"]),
    );
    const doors = await Promise.all(actions.map((action) => readDoor(tree, action)));
    expect(doors.map(({ runs }) => runs)).toEqual(
      actions.map((action) => ({ using: "node24", main: `../dist/${action}.js` })),
    );
    for (const { inputs, outputs } of doors) {
      for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
        expect(description).toMatch(/\S/);
      expect(Object.keys(outputs)).toContain("verdict");
    }
  });

  test("@actions/core is in a chunk of GitHub's entry, without an HTTP client", async () => {
    const dist = join(tree, "dist");
    const names = (await readdir(dist)).filter((name) => name.endsWith(".js"));
    const holding = async (module: string) => {
      const sources = await Promise.all(names.map((name) => readFile(join(dist, name), "utf8")));
      return names.filter((_, index) => sources[index]!.includes(module));
    };
    expect(await holding("/node_modules/@actions/core/lib/core.js")).not.toEqual([]);
    expect(await holding("/node_modules/@actions/core/lib/core.js")).not.toContain("index.js");
    expect(await holding("/node_modules/tunnel/")).toEqual([]);
    expect(await holding("/node_modules/undici/index.js")).toEqual([]);
  });

  test("2: for missing and unknown inputs; every output is written anyway", async () => {
    const workspace = await emptyWorkspace();
    for (const action of actions) {
      const runs = await Promise.all([
        open(tree, action, { workspace }),
        open(tree, action, { workspace, inputs: { "no-such-input": "1", summary: "perhaps" } }),
      ]);
      const withoutInputs = action === "promotion-texts" ? [action, 0, "passed"] : [action, 2, "invalid"];
      expect(runs.map(({ code, outputs }) => [action, code, outputs["verdict"]])).toEqual([
        withoutInputs,
        [action, 2, "invalid"],
      ]);
      for (const run of runs) await expectDeclared(action, run);
      const said = runs[1]!.commands
        .filter(({ command }) => command === "error")
        .map(({ data }) => data)
        .join("\n");
      expect(said).toContain("there is no input no-such-input");
      expect(said).toContain("input summary must be");
    }
  });

  test("holds one HTTP stack: neither the toolkit's HTTP client nor the rest of undici", async () => {
    const names = (await readdir(join(tree, "dist"))).filter((name) => name.endsWith(".js"));
    const sources = await Promise.all(names.map((name) => readFile(join(tree, "dist", name), "utf8")));
    const holding = (text: string) => names.filter((_, index) => sources[index]!.includes(text));
    expect(holding("octokit-core.js")).toHaveLength(1);
    // Of undici's fetch, its index and its agents, and of @actions/http-client.
    for (const text of ["fetch failed", "MockAgent", "class EnvHttpProxyAgent", "Client has already been disposed"])
      expect({ text, in: holding(text) }).toEqual({ text, in: [] });
  });

  test("holds each module once", async () => {
    const names = (await readdir(join(tree, "dist"))).filter((name) => name.endsWith(".js"));
    const files = new Map<string, string[]>();
    for (const name of names) {
      const text = await readFile(join(tree, "dist", name), "utf8");
      for (const [, id = ""] of text.matchAll(/^\/\*{3}\/ (\d+):\n\/\*{3}\/ \((?!require\()/gm))
        files.set(id, [...(files.get(id) ?? []), name]);
    }
    expect(files.size).toBeGreaterThan(100);
    expect([...files].filter(([, holding]) => holding.length > 1)).toEqual([]);
    expect(names.filter((name) => name.endsWith(".module.js") && files.has(name.split(".")[0]!))).toEqual([]);
  });

  test("validate-tag: checks the pushed tag against the demo repository", async () => {
    const run = await open(tree, "validate-tag", {
      workspace: demo.workTree,
      env: { ...env, GITHUB_REF: `refs/tags/${TAG}` },
    });
    expect({ code: run.code, outputs: run.outputs }).toMatchObject({
      code: 0,
      outputs: {
        tag: TAG,
        version: "1.1.0",
        component: "frontend",
        major: "1",
        minor: "1",
        patch: "0",
        prerelease: "false",
        annotated: "true",
        commit: demo.commit,
        verdict: "passed",
      },
    });
    expect((JSON.parse(run.outputs["report"] ?? "") as { check: string }[]).map(({ check }) => check)).toContain(
      "version-files",
    );
    expect(run.summary).toContain("| version-files | ✅ pass |");
    await expectDeclared("validate-tag", run);
  });

  test("changelog-extract: writes the entry byte for byte to an output and a file, and no summary unless requested", async () => {
    const inputs = { version: "1.1.0", component: "frontend", "output-file": "notes.md", summary: "false" };
    const run = await open(tree, "changelog-extract", { workspace: demo.workTree, inputs, env });
    expect(run.outputs).toMatchObject({
      verdict: "passed",
      "body-file": "notes.md",
      line: "10",
      heading: "[Walking Skeleton v1.1.0] - 2025-01-XX",
    });
    const changelog = await readFile(join(demo.workTree, "CHANGELOG.md"), "utf8");
    const entry = changelog.slice(changelog.indexOf("### Added - Walking"), changelog.indexOf("\n\n---\n"));
    expect(run.outputs["body"]?.startsWith(entry)).toBe(true);
    expect((await readFile(join(demo.workTree, "notes.md"), "utf8")).trimEnd()).toBe(run.outputs["body"]?.trimEnd());
    expect(run.summary).toBe("");
    await expectDeclared("changelog-extract", run);
  });

  test("the yaml library's debugging variables do not print what is read", async () => {
    const workspace = await emptyWorkspace();
    await writeFile(join(workspace, "release-actions.yml"), `${CANARY}: 1\n`);
    await writeFile(join(workspace, "CHANGELOG.md"), "## 1.1.0\n\nText.\n");
    const call = { workspace, inputs: { version: "1.1.0", component: "frontend" } };
    const [quiet, debugging] = await Promise.all([
      open(tree, "changelog-extract", call),
      open(tree, "changelog-extract", { ...call, env: { LOG_TOKENS: "1", LOG_STREAM: "1" } }),
    ]);
    expect(quiet.log).toContain("release-actions.yml");
    expect(debugging.log).toBe(quiet.log);
  });

  test("bump-version: plans the next version", async () => {
    const workspace = (
      await createDemoRepository({
        directory: join(directory, "bump"),
        changelog: "# Changelog\n\n## [Unreleased]\n\n- Faster\n",
      })
    ).workTree;
    const run = await open(tree, "bump-version", {
      workspace,
      inputs: { version: "minor", component: "frontend", "dry-run": "true" },
      env,
    });
    expect({ code: run.code, outputs: run.outputs }).toMatchObject({
      code: 0,
      outputs: { version: "1.2.0", previous: "1.1.0", changed: "false", verdict: "passed" },
    });
    expect(run.outputs["diff"]).toContain('+  "version": "1.2.0",\n');
    await expectDeclared("bump-version", run);
  });

  test("publish-release: publishes the release with its files; run again, has nothing to do; with a wrong token, ends with 2", async () => {
    const inputs = { tag: TAG, body: "Notes", files: "frontend/*.json" };
    const call = { workspace: demo.workTree, inputs, env };
    const first = await open(tree, "publish-release", call);
    expect({ code: first.code, outputs: first.outputs }).toMatchObject({
      code: 0,
      outputs: { verdict: "done", created: "true", changed: "true" },
    });
    expect((JSON.parse(first.outputs["assets"] ?? "") as { name: string }[]).map(({ name }) => name).sort()).toEqual([
      "SHA256SUMS",
      "package.json",
    ]);
    expect(forge.state().repositories[0]!.github.releases).toMatchObject([
      { tag: TAG, name: "frontend 1.1.0", draft: false },
    ]);
    expect(first.summary).toContain(first.outputs["url"]!);
    const second = await open(tree, "publish-release", call);
    expect({ code: second.code, outputs: second.outputs }).toMatchObject({
      code: 0,
      outputs: { verdict: "unchanged", created: "false", changed: "false", url: first.outputs["url"] },
    });
    const wrong = await open(tree, "publish-release", {
      ...call,
      inputs: { ...inputs, token: "not-the-token-of-anyone" },
    });
    expect({ code: wrong.code, verdict: wrong.outputs["verdict"] }).toEqual({ code: 2, verdict: "invalid" });
    for (const run of [first, second, wrong]) await expectDeclared("publish-release", run);
    expect(forge.ledger.flatMap(({ seen }) => seen).every(({ where }) => where === "header authorization")).toBe(true);
  });

  test("security B29: the event of the run is not opened, whatever GITHUB_EVENT_PATH names", async () => {
    const workspace = await emptyWorkspace();
    const pipe = join(workspace, "event");
    await must("mkfifo", [pipe], { cwd: workspace, env: { PATH } });
    for (const event of [pipe, workspace, join(workspace, "\n::add-mask::a")]) {
      const inputs = { tag: TAG, body: "Notes", "dry-run": "true" };
      const call = { workspace: demo.workTree, inputs, env: { ...env, GITHUB_EVENT_PATH: event } };
      const run = await open(tree, "publish-release", call);
      expect({ event, code: run.code }).toEqual({ event, code: 0 });
      await expectDeclared("publish-release", run);
      expect(run.commands.filter(({ command, data }) => command === "add-mask" && data === "a")).toEqual([]);
    }
  });

  test("text from outside is only printed and never executed: a changelog, a tag, a file's name, a forge's response", async () => {
    const evil = "::set-env name=EVIL::1\n##[add-path]/evil\n::add-mask::a\n::stop-commands::x";
    const workspace = await emptyWorkspace();
    await mkdir(join(workspace, "files"));
    await writeFile(
      join(workspace, "CHANGELOG.md"),
      `# Changelog\n\n## [1.0.0] ##[add-path]/evil\n\n${evil}\n\n- \`${evil}\`\n\n## ::set-env name=EVIL::1\n\n## [0.9.0]\n\n- x\n`,
    );
    await writeFile(join(workspace, "files/::set-env name=EVIL::1"), "");
    await writeFile(join(workspace, "release-actions.yml"), `"::set-env name=EVIL::1": "##[add-path]/evil"\n`);
    forge.faults.add({
      times: null,
      effect: { kind: "reply", status: 404, body: JSON.stringify({ message: `\n${evil}` }) },
    });
    const runs = await Promise.all([
      open(tree, "changelog-extract", { workspace, inputs: { version: "1.0.0", config: "none.yml" }, env }),
      open(tree, "changelog-extract", { workspace, inputs: { version: "1.0.0" }, env }),
      open(tree, "changelog-extract", { workspace, inputs: { version: evil }, env }),
      open(tree, "validate-tag", { workspace, inputs: { tag: `v1.0.0\n${evil}` }, env }),
      open(tree, "validate-tag", {
        workspace: demo.workTree,
        inputs: { tag: TAG, branch: evil, changelog: evil },
        env,
      }),
      open(tree, "publish-release", { workspace: demo.workTree, inputs: { tag: TAG, body: evil, name: evil }, env }),
      open(tree, "publish-release", {
        workspace,
        inputs: { tag: "v1.0.0", body: "x", files: "files/*", config: evil },
        env,
      }),
      open(tree, "bump-version", {
        workspace: demo.workTree,
        inputs: { version: evil, files: evil, "tag-format": evil },
        env,
      }),
    ]);
    forge.faults.clear();
    for (const run of runs) {
      expect(run.leaked).toEqual([]);
      expect(run.commands.map(({ command }) => command).filter((command) => !MEANT.has(command))).toEqual([]);
      expect(run.commands.filter(({ command, data }) => command === "add-mask" && data === "a")).toEqual([]);
      expect(run.code).not.toBe(4);
    }
  });
});
