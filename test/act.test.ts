import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ROOT, startDemoRelease, type DemoRelease } from "./demo-release/index.ts";
import { path, program, ring } from "./rings.ts";

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const PINNED = readFileSync(join(ROOT, ".github/workflows/release-tag.pinned.yml"), "utf8");
/** act fetches every action of a job, whether its step runs or not; only checkout does run. */
const THIRD_PARTY = new Set(PINNED.match(/actions\/[\w-]+@[0-9a-f]{40}/g) ?? []);
const goBin = join(homedir(), "go", "bin");
process.env.PATH = `${process.env.PATH ?? ""}:${goBin}`;

const needs = [
  program("act", ["--version"], "go install github.com/nektos/act@v0.2.89"),
  ...["validate-tag", "changelog-extract", "publish-release"].map((name) =>
    path(`${name}/action.yml`, join(ROOT, name, "action.yml"), "npm run generate && npm run build"),
  ),
];

/** The caller's example by act, a runner by other people: with the pinned variant, since act does not know `uses: $/`. */
ring("act runs the example's caller", needs, () => {
  let directory: string;
  let demo: DemoRelease;
  let ours: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-"));
    demo = await startDemoRelease({ directory });
    ours = await releasedTree(directory);
  });

  afterAll(async () => {
    await demo.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("v1.1.0-frontend goes from tag to published release", async () => {
    const { workTree, bare } = demo.repository;
    const workflow = join(workTree, ".github/workflows/release.yml");
    writeFileSync(workflow, withoutImages(readFileSync(workflow, "utf8")));
    const event = join(directory, "event.json");
    writeFileSync(event, JSON.stringify({ ref: "refs/tags/v1.1.0-frontend" }));
    const local = (name: string, folder: string) => ["--local-repository", `${demo.serverUrl}/${name}=${folder}`];
    const env = (name: string, value: string) => ["--env", `${name}=${value}`];
    const { stdout } = await run(
      "act",
      [
        ...["push", "--workflows", workflow, "--eventpath", event, "--platform", "ubuntu-latest=-self-hosted"],
        ...local(`org/release-actions@v${version}`, ours),
        // The caller's workflow itself is looked up at github.com.
        ...["--local-repository", `org/release-actions@v${version}=${ours}`],
        ...[...THIRD_PARTY].flatMap((name) => local(name, join(ROOT, "test/stand-ins/checkout"))),
        ...["--secret", `GITHUB_TOKEN=${demo.token}`],
        ...env("GITHUB_SERVER_URL", demo.serverUrl),
        ...env("GITHUB_API_URL", demo.forge.github.apiUrl),
        ...env("GITHUB_REPOSITORY", demo.name),
        ...env("CHECKOUT_FROM", bare),
      ],
      { cwd: workTree, env: { ...process.env, XDG_CACHE_HOME: directory }, maxBuffer: 64 * 1024 * 1024, timeout: 110_000 },
    ).catch((error: { stdout?: string; message: string }) => {
      throw new Error(`${error.message.slice(0, 500)}\n${error.stdout ?? ""}`);
    });
    expect(stdout).toContain("smoke test of frontend 1.1.0");
    expect(stdout).not.toContain(demo.token);
    expect(demo.releases()).toMatchObject([{ tag: "v1.1.0-frontend", draft: false, prerelease: false }]);
  }, 120_000);
});

/** What users get of this repository: its doors, the bundle and the workflows, as a git repository that act can read. */
async function releasedTree(directory: string): Promise<string> {
  const tree = join(directory, "release-actions");
  mkdirSync(tree);
  const parts = readdirSync(ROOT).filter((name) => name === "dist" || existsSync(join(ROOT, name, "action.yml")));
  for (const part of [...parts, ".github"]) cpSync(join(ROOT, part), join(tree, part), { recursive: true });
  const git = (...args: string[]) => run("git", ["-C", tree, "-c", "user.name=x", "-c", "user.email=x@example.test", ...args]);
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message=Release");
  return tree;
}

/** The example with the variant that act can run, without the images that would need a registry. */
function withoutImages(caller: string): string {
  const lines = caller.replace("release-tag.yml@v1", `release-tag.pinned.yml@v${version}`).split("\n");
  const start = lines.findIndex((line) => line.includes("# Built for"));
  const end = lines.findIndex((line) => line.includes("# Sees RELEASE_COMPONENT"));
  return [...lines.slice(0, start), ...lines.slice(end)].join("\n");
}
