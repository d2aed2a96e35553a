import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { path, ring } from "../rings.ts";
import { effects, startForge, type Forge } from "../stand-ins/forge/index.ts";
import { must, run, start, type CommandResult } from "./command.ts";
import { CANARY, gitEnvironment, PATH } from "./environment.ts";
import { BUILT, released } from "./released.ts";

/** This Node, and an older one that the machine may have: the bundle runs from Node 20 on. */
const NODES = [process.execPath, ...["node20", "/usr/bin/node", "/usr/local/bin/node"].filter(isNode20).slice(0, 1)];

const CHANGELOG = `# Changelog

## [Unreleased]

- Faster

## [Walking Skeleton v1.1.0] - 2025-01-15

### Added

- A first cut,
  all the way through

#### Component Versions
- **automation-service**: 3.0.1
- **ai-pipeline**: 1.1.0
- **frontend**: 1.1.0
`;

ring("the command line, from a clone without an install", [path("dist", BUILT, "npm run build")], () => {
  let directory: string;
  let clone: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "terminal-ring-"));
    const { repository } = await released(directory);
    clone = join(directory, "clone");
    await must("git", ["clone", "--quiet", repository, clone], { cwd: directory, env: { ...gitEnvironment(), PATH } });
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  describe.each(NODES)("%s", (node) => {
    let demo: DemoRepository;
    let forge: Forge;
    let bare: Record<string, string>;
    let env: Record<string, string>;

    beforeAll(async () => {
      demo = await createDemoRepository({ directory: await mkdtemp(join(directory, "demo-")), changelog: CHANGELOG });
      forge = await startForge({ tokens: [CANARY], repositories: [{ path: "acme/shop", gitDirectory: demo.bare }] });
      bare = { PATH, HOME: directory };
      env = {
        ...bare,
        GITHUB_API_URL: forge.github.apiUrl,
        GITHUB_SERVER_URL: forge.github.serverUrl,
        GITHUB_REPOSITORY: "acme/shop",
        RELEASE_ACTIONS_TOKEN: CANARY,
      };
    });

    afterAll(async () => {
      await forge.close();
    });

    const command = (args: readonly string[], environment = bare): Promise<CommandResult> =>
      run(node, [join(clone, "dist/cli.js"), ...args], { cwd: demo.workTree, env: environment, timeout: 20_000 });

    test("lists the actions", async () => {
      const [none, help, list, json, version] = await Promise.all([
        command([]),
        command(["--help"]),
        command(["list"]),
        command(["list", "--json"]),
        command(["--version"]),
      ]);
      expect([none.code, help.code, list.code, json.code, version.code]).toEqual([2, 0, 0, 0, 0]);
      expect(none.stdout).toBe(help.stdout);
      expect(help.stdout).toContain("Exit codes:\n  0  passed, done or unchanged");
      const names = (JSON.parse(json.stdout) as { name: string }[]).map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(["bump-version", "changelog-extract", "publish-release", "validate-tag"]),
      );
      for (const name of names) expect(list.stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
      const helps = await Promise.all(names.map((name) => command([name, "--help"])));
      for (const { code, stdout, stderr } of helps) {
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        expect(stdout).toMatch(/^Usage:\n {2}release-actions \S+ \[--input value …\]\n\nInputs:\n/m);
        expect(stdout).toMatch(/^ {2}verdict +How it ended/m);
        for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
      }
    });

    test("2: for an unknown action, an unknown input, a missing one, and a secret in the arguments", async () => {
      const wrong = await Promise.all([
        command(["publish-releas"]),
        command(["validate-tag", "--tga", "v1.1.0-frontend"]),
        command(["changelog-extract"]),
        command(["publish-release", "--token", CANARY]),
        command(["publish-release", "--tag", "v1.1.0-frontend", "--body", "x"]),
      ]);
      expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
      expect(wrong.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
        expect.stringMatching(/^there is no action "publish-releas"; the actions are .*publish-release/),
        "error: there is no input --tga",
        expect.stringMatching(/^error: input version is required/),
        "error: --token is a secret and is not taken from the command line",
        expect.stringMatching(/^error: token is missing/),
      ]);
      expect(wrong.map(({ output }) => output).join("")).not.toContain(CANARY);
    });

    test("validate-tag: ends with 0 if everything agrees, otherwise with 1; --json prints one document", async () => {
      const [good, bad] = await Promise.all([
        command(["validate-tag", "--tag", "v1.1.0-frontend", "--json"]),
        command(["validate-tag", "--tag", "v1.1.0-nothing"]),
      ]);
      expect({ code: good.code, report: JSON.parse(good.stdout) as object }).toMatchObject({
        code: 0,
        report: {
          action: "validate-tag",
          verdict: "passed",
          exitCode: 0,
          outputs: { version: "1.1.0", component: "frontend", commit: demo.commit },
        },
      });
      expect(bad.code).toBe(1);
      expect(bad.stderr).toMatch(/error: .*"nothing".* is neither a declared component/);
      expect(bad.stdout).toContain("verdict: refused\n");
    });

    test.each([
      [["validate-tag", "--tag", "v1.0.0", "--output", "versoin"], 'has no output "versoin"'],
      [["validate-tag", "--tag", "v1.0.0", "--json", "--output", "version"], "exclude each other"],
      [["validate-tag", "--tag", "v1.0.0", "--tag", "v1.1.0"], "--tag is given twice, with different values"],
      [["list", "--jsn"], '"--jsn" is not expected here'],
    ])("first use D9: %j is refused", async (argv, message) => {
      const { code, stderr } = await command(argv);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    });

    test("changelog-extract --output body prints the notes and nothing else", async () => {
      const { code, stdout } = await command([
        "changelog-extract",
        "--version",
        "v1.1.0",
        "--component",
        "frontend",
        "--reflow",
        "release",
        "--output",
        "body",
      ]);
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^### Added\n\n- A first cut, all the way through\n\n#### Component Versions\n/),
      });
    });

    test("bump-version shows and then writes the next version, and a second run changes nothing", async () => {
      const bump = ["bump-version", "--version", "1.2.0", "--component", "frontend"];
      const before = await readFile(join(demo.workTree, "frontend/package.json"), "utf8");
      const dry = await command([...bump, "--dry-run"]);
      expect({ code: dry.code, diff: dry.stdout }).toEqual({
        code: 0,
        diff: expect.stringContaining('+  "version": "1.2.0",\n'),
      });
      expect(await readFile(join(demo.workTree, "frontend/package.json"), "utf8")).toBe(before);
      expect((await command(bump)).code).toBe(0);
      expect(await readFile(join(demo.workTree, "frontend/package.json"), "utf8")).toBe(
        before.replace('"version": "1.1.0"', '"version": "1.2.0"'),
      );
      expect(await readFile(join(demo.workTree, "CHANGELOG.md"), "utf8")).toMatch(
        /\n## \[Unreleased\]\n\n## \[Walking Skeleton v1\.2\.0\] - \d{4}-\d\d-\d\d\n\n- Faster\n/,
      );
      expect(await command([...bump, "--output", "verdict"])).toMatchObject({ code: 0, stdout: "unchanged\n" });
      await must("git", ["checkout", "--quiet", "--", "."], { cwd: demo.workTree, env: { ...gitEnvironment(), PATH } });
    });

    test("publish-release: plans, releases, then has nothing to do; ends with 3 if the forge does not answer", async () => {
      const publish = [
        "publish-release",
        "--forge",
        "github",
        "--tag",
        "v1.1.0-frontend",
        "--body",
        "Notes",
        "--files",
        "frontend/package.json",
        "--output",
        "verdict",
      ];
      const writes = () => forge.ledger.filter(({ method }) => method !== "GET").length;
      expect(await command([...publish, "--dry-run"], env)).toMatchObject({ code: 0, stdout: "passed\n" });
      expect(writes()).toBe(0);
      const first = await command(publish, env);
      expect(first).toMatchObject({ code: 0, stdout: "done\n" });
      const [release] = forge.state().repositories[0]!.github.releases;
      expect(release).toMatchObject({ tag: "v1.1.0-frontend", draft: false, body: expect.stringMatching(/^Notes\n/) });
      expect(release?.assets.map(({ name }) => name).sort()).toEqual(["SHA256SUMS", "package.json"]);
      const count = writes();
      expect(await command(publish, env)).toMatchObject({ code: 0, stdout: "unchanged\n" });
      expect(writes()).toBe(count);
      forge.faults.add({ method: "GET", times: null, effect: effects.status(503) });
      const other = publish.map((word) => (word === "v1.1.0-frontend" ? "v1.1.0-ai-pipeline" : word));
      const down = await command(other, env);
      forge.faults.clear();
      expect(down).toMatchObject({ code: 3, stdout: "undecided\n" });
      expect(first.output + down.output).not.toContain(CANARY);
    });

    test("Ctrl-C while the forge hangs ends the run within 7 seconds, and it states what exists, what does not, and what to do next", async () => {
      const publish = [
        join(clone, "dist/cli.js"),
        "publish-release",
        "--forge",
        "github",
        "--tag",
        "v1.1.0-walking-skeleton",
        "--body",
        "Notes",
      ];
      const interrupted = async (method: string) => {
        forge.faults.add({ method, effect: { kind: "hang" } });
        const { child, ended } = start(node, publish, { cwd: demo.workTree, env, timeout: 20_000 });
        const hangs = () => forge.ledger.some((entry) => entry.fault === "hang" && entry.method === method);
        for (let tries = 0; tries < 500 && !hangs(); tries += 1) await sleep(20);
        const began = performance.now();
        child.kill("SIGINT");
        const end = await ended;
        expect(performance.now() - began).toBeLessThan(7_000);
        return end;
      };
      const reading = await interrupted("GET");
      expect(reading).toMatchObject({ code: 130, stdout: "verdict: interrupted\n" });
      expect(reading.stderr).toContain("error: stopped by SIGINT\n");
      // A write that was under way may have happened: that is another exit code than an interruption's.
      const writing = await interrupted("PATCH");
      expect(writing).toMatchObject({ code: 4, stdout: "verdict: unknown\n" });
      expect(writing.stderr).toMatch(/^exists: the draft release of v1\.1\.0-walking-skeleton http/m);
      expect(writing.stderr).toMatch(/^not known to exist: the published release of v1\.1\.0-walking-skeleton$/m);
      expect(writing.stderr).toMatch(/^next: Run /m);
      expect((await run(node, publish, { cwd: demo.workTree, env, timeout: 20_000 })).code).toBe(0);
      const tags = forge.state().repositories[0]!.github.releases.map(({ tag, draft }) => `${tag} ${draft}`);
      expect(tags.filter((tag) => tag.includes("walking-skeleton"))).toEqual(["v1.1.0-walking-skeleton false"]);
    });
  });
});

function isNode20(command: string): boolean {
  const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return (stdout ?? "").startsWith("v20.");
}
