import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ACTIONS } from "../../cli/actions.generated.ts";
import { gitEnvironment } from "../e2e/environment.ts";
import { BUILT } from "../e2e/released.ts";
import { path, ring } from "../rings.ts";
import { startForge, type Forge } from "../stand-ins/forge/index.ts";
import { isWrite } from "../worlds/publish-release.ts";
import { HOSTS, JOB, runMany, type Call, type HostName } from "./hosts.ts";
import { NO_PATHS, PATH_INPUTS, type PathInput } from "./path-inputs.ts";

const TOKENS = { github: "ghs_0123456789abcdef0123456789", gitlab: JOB.CI_JOB_TOKEN };
/** In .git/config, where actions/checkout leaves the job's token. */
const CREDENTIAL = "AUTHORIZATION: basic c2VjcmV0LWluLWdpdC1jb25maWc=";
const CHANGELOG =
  "# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- A thing\n\n## [1.0.0] - 2026-01-01\n\n" +
  '### Fixed\n\n[core]\nfsmonitor = "touch PWNED; false"\n';

interface World {
  readonly root: string;
  readonly workspace: string;
}

let directory: string;
let template: string;
let forge: Forge;

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", args, { cwd, env: { ...gitEnvironment(), PATH: process.env["PATH"] }, stdio: "pipe" });

/** A repository with links to forbidden places, and next to it files that do not belong to it. */
function makeTemplate(root: string): void {
  const workspace = join(root, "work");
  const files = {
    "work/CHANGELOG.md": CHANGELOG,
    "work/VERSION": "1.0.0\n",
    "work/graphql.yml": "---\n- name: App_v1\n  fields: []\n",
    "work/tree/data/app.yml": "---\n$schema: /app.yml\nname: app\n",
    "work/schemas/app.yml": "---\n$schema: /metaschema-1.json\nversion: '1.0'\ntype: object\n",
    "work/.github/workflows/x.yml": "on: push\n",
    "work/pipe.yml": CHANGELOG,
    "work/d/x.yml": CHANGELOG,
    "work/d/VERSION": "1.0.0\n",
    "outside/x.yml": "outside\n",
    "outside/data/app.yml": "outside\n",
    "x.yml": "outside\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  git(workspace, "init", "--quiet", "--initial-branch=main");
  for (const [name, target] of Object.entries({
    "link.yml": ".git/config",
    g: ".git",
    gh: ".github",
    out: "../outside",
    "zero.yml": "/dev/zero",
  }))
    symlinkSync(target, join(workspace, name));
  git(workspace, "add", "--all");
  git(workspace, "commit", "--quiet", "--message=All");
  git(workspace, "tag", "--annotate", "--message=One", "v1.0.0");
  git(workspace, "tag", "--annotate", "--message=One", "v1.0.0-app");
  git(workspace, "config", "http.https://github.com/.extraheader", CREDENTIAL);
  mkdirSync(join(workspace, ".git/hooks"), { recursive: true });
  writeFileSync(join(workspace, ".git/hooks/x.yml"), "#!/bin/sh\n");
  symlinkSync(".git/hooks", join(workspace, "to-hooks"));
  rmSync(join(workspace, "pipe.yml"));
  execFileSync("mkfifo", [join(workspace, "pipe.yml")]);
}

function newWorld(): World {
  const root = mkdtempSync(join(directory, "world-"));
  execFileSync("cp", ["-a", `${template}/.`, root]);
  return { root, workspace: join(root, "work") };
}

/** Everything that must not change: files outside the workspace, and .git and the workflows in it. */
function guarded({ root, workspace }: World): Record<string, string> {
  const places = [join(root, "outside"), join(root, "x.yml"), join(workspace, ".git"), join(workspace, ".github")];
  const files = places.flatMap((place) =>
    statSync(place).isFile()
      ? [place]
      : readdirSync(place, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
  );
  // git refreshes its index when it checks the work tree.
  return Object.fromEntries(
    files
      .filter((file) => !file.endsWith("/.git/index"))
      .map((file) => [file.slice(root.length), readFileSync(file, "latin1")]),
  );
}

function forgeCall(host: HostName): Pick<Call, "env" | "secrets"> {
  if (host === "gitlab") {
    const { apiUrl, serverUrl } = forge.gitlab;
    return {
      env: {
        CI_API_V4_URL: apiUrl,
        CI_SERVER_URL: serverUrl,
        CI_PROJECT_PATH: "acme/app",
        CI_JOB_TOKEN: TOKENS.gitlab,
        CI_COMMIT_TAG: "v1.0.0",
      },
      secrets: { token: TOKENS.gitlab },
    };
  }
  const { apiUrl, serverUrl } = forge.github;
  return {
    env: {
      GITHUB_API_URL: apiUrl,
      GITHUB_SERVER_URL: serverUrl,
      GITHUB_REPOSITORY: "acme/app",
      GITHUB_REF: "refs/tags/v1.0.0",
    },
    secrets: { token: TOKENS.github },
  };
}

function callOf(row: PathInput, host: HostName, { workspace }: World, value: string): Call {
  const isPublishing = row.action === "publish-release";
  const published = isPublishing ? forgeCall(host) : {};
  return {
    action: row.action,
    inputs: {
      ...row.inputs,
      ...(isPublishing && { tag: "v1.0.0", ...(host === "terminal" && { forge: "github" }) }),
      ...(row.config === undefined && { [row.input]: value }),
    },
    secrets: { ...row.secrets, ...published.secrets },
    ...(published.env !== undefined && { env: published.env }),
    ...(row.config !== undefined && { files: { [join(workspace, "release-actions.yml")]: row.config(value) } }),
  };
}

interface Attempt {
  readonly name: string;
  readonly path: string;
  readonly why: RegExp;
  /** Allowed for a path typed in a terminal. */
  readonly elsewhere?: boolean;
}

/** The paths tried with every input, by its kind. */
function attempts({ kind, use, workflows = false, end = "" }: PathInput, { root }: World): Attempt[] {
  const name = (path: string) => (kind === "file" ? path : dirname(path));
  const GIT = /(?:is in|leads into) \.git(?!hub)/;
  const OUT = /outside the workspace/;
  const KIND =
    kind === "file"
      ? /not a regular file/
      : /there is no (?:data )?directory|cannot make the directory|not a regular file/;
  const all: Attempt[] = [
    ...(kind === "file" ? [{ name: "a link to .git/config", path: "link.yml", why: GIT }] : []),
    { name: "a link to a directory of .git", path: name("g/hooks/x.yml"), why: GIT },
    { name: ".git/hooks/x", path: name(".git/hooks/x.yml"), why: GIT },
    { name: ".git/hooks/new", path: name(".git/hooks/new/x.yml"), why: GIT },
    ...(use === "write" && !workflows
      ? [{ name: ".github/workflows/x.yml", path: name(".github/workflows/x.yml"), why: /\.github\/workflows/ }]
      : []),
    ...(use === "write"
      ? [{ name: "a link to .github", path: name("gh/workflows/x.yml"), why: /\.github\/workflows/ }]
      : []),
    { name: "../x", path: name("../outside/x.yml"), why: OUT, elsewhere: true },
    { name: "an absolute path", path: name(join(root, "outside/x.yml")), why: OUT, elsewhere: true },
    { name: "a link that leads out", path: name("out/x.yml"), why: OUT },
    { name: "a FIFO", path: "pipe.yml", why: KIND },
    ...(kind === "file"
      ? [
          { name: "a link to a device", path: "zero.yml", why: OUT },
          { name: "a device", path: "/dev/zero", why: OUT, elsewhere: true },
        ]
      : []),
  ];
  return all.filter(({ path }) => path.endsWith(end));
}

/** A file is swapped when it is read or when its temporary file is created; a directory when it is opened. */
function usualSwap({ kind, use }: PathInput): Exclude<PathInput["swap"], "none" | undefined> {
  if (kind === "directory") return { directory: "d", path: "d", opened: "d" };
  return { directory: "d", path: "d/x.yml", opened: use === "write" ? "d/.x.yml.release-actions.tmp" : "d/x.yml" };
}

const rowOf = (action: string, input: string) =>
  PATH_INPUTS.find((row) => row.action === action && row.input === input)!;
const rowName = ({ action, input }: PathInput) => `${action} ${input}`;

ring("paths that lead to forbidden places", [path("dist", BUILT, "npm run build")], () => {
  beforeAll(async () => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), "security-paths-")));
    template = join(directory, "template");
    makeTemplate(template);
    const tag = { id: "2".repeat(40), commit: "1".repeat(40), message: "One" };
    forge = await startForge({
      tokens: [{ value: TOKENS.github }, { value: TOKENS.gitlab, kind: "job" }],
      repositories: [{ path: "acme/app", head: tag.commit, tags: { "v1.0.0": tag } }],
    });
  });

  afterAll(async () => {
    await forge.close();
    rmSync(directory, { recursive: true, force: true });
  });

  test("every input that mentions files is in the table or in the list of inputs that name none", async () => {
    const spoken: string[] = [];
    for (const load of ACTIONS.values()) {
      const { name, inputs } = (await load()).default;
      for (const [input, { facts }] of Object.entries(inputs)) {
        const text = `${input.replaceAll("-", " ")} ${facts.description}`;
        const isText = facts.kind === "text" || facts.kind === "list";
        if (isText && /\b(?:files?|dirs?|paths?|director(?:y|ies)|documents?)\b/i.test(text))
          spoken.push(`${name}.${input}`);
      }
    }
    const known = [...PATH_INPUTS.map(({ action, input }) => `${action}.${input}`), ...Object.keys(NO_PATHS)];
    expect(spoken.filter((input) => !known.includes(input))).toEqual([]);
  });

  describe.each(PATH_INPUTS.map((row) => [rowName(row), row] as const))("%s", (name, row) => {
    test.each(HOSTS)(
      `security B29: ${name} on %s leads into no .git, no workflows and not out of the workspace`,
      async (host) => {
        const world = newWorld();
        const before = [guarded(world), forge.ledger.length] as const;
        // What a person may name in a terminal is another test's.
        const isFree = host === "terminal" && row.config === undefined && row.strict !== true;
        const tried = attempts(row, world).filter(({ elsewhere }) => !isFree || elsewhere !== true);
        const ended = await runMany(
          host,
          world.workspace,
          world.root,
          tried.map((attempt) => callOf(row, host, world, attempt.path)),
        );
        const seen = ended.map(({ code, said }, index) => ({ attempt: tried[index]!.name, code, said }));
        expect(seen).toEqual(
          tried.map((attempt) => ({ attempt: attempt.name, code: 2, said: expect.stringMatching(attempt.why) })),
        );
        seen.forEach(({ said }, index) => expect(said).toContain(tried[index]!.path));
        expect(JSON.stringify(seen)).not.toContain(CREDENTIAL);
        expect([guarded(world), forge.ledger.slice(before[1]).filter(isWrite)]).toEqual([before[0], []]);
        expect(existsSync(join(world.workspace, "PWNED"))).toBe(false);
      },
    );

    if (row.swap === "none") return;
    test(`security B29: ${name} is held to what was checked, when a directory is swapped behind it`, async () => {
      const world = newWorld();
      const before = [guarded(world), forge.ledger.length] as const;
      const swap = row.swap === undefined || row.swap === "none" ? usualSwap(row) : row.swap;
      const moves = [
        [swap.directory, "before"],
        ["to-hooks", swap.directory],
      ] as const;
      const at = (path: string) => join(world.workspace, path);
      const call = {
        ...callOf(row, "github", world, swap.path),
        swap: { triggers: [at(swap.opened)], moves: moves.map(([from, to]) => [at(from), at(to)] as const), turn: 1 },
      };
      const [ended] = await runMany("github", world.workspace, world.root, [call]);
      expect(ended).toEqual({
        isSwapped: true,
        code: expect.any(Number),
        said: expect.stringMatching(
          /was replaced while|leads into \.git|(?:no|not a) regular file|cannot open the directory/,
        ),
      });
      // Where many files are read, or the files are the tag's, one that cannot be read is a finding.
      const isFinding = row.action === "validate-tag" || row.input === "graphql-schema";
      expect(isFinding ? [1, 2] : [2]).toContain(ended!.code);
      expect(JSON.stringify(ended)).not.toContain(CREDENTIAL);
      expect([guarded(world), forge.ledger.slice(before[1]).filter(isWrite)]).toEqual([before[0], []]);
    });
  });

  /** Each ends with `code`, and its log has `said`. */
  async function expectEnds(
    host: HostName,
    world: World,
    calls: readonly (Call & { readonly code: number; readonly says?: RegExp })[],
  ): Promise<void> {
    const ended = await runMany(host, world.workspace, world.root, calls);
    expect(ended.map(({ code, said }) => ({ code, said }))).toEqual(
      calls.map(({ code, says = /./ }) => ({ code, said: expect.stringMatching(says) })),
    );
  }

  test.each(HOSTS)("security B29: on %s, a committed link and the text of a changelog run no program", async (host) => {
    const world = newWorld();
    const files = ["link.yml", "g/config", ".git/hooks/post-commit", ".git/config", ".github/workflows/x.yml"];
    const call = (path: string) => ({
      action: "changelog-extract",
      inputs: { version: "1.0.0", "output-file": path },
      code: 2,
      says: /\.git/,
    });
    const before = guarded(world);
    await expectEnds(host, world, files.map(call));
    git(world.workspace, "status");
    expect([guarded(world), existsSync(join(world.workspace, "PWNED"))]).toEqual([before, false]);
  });

  test.each(HOSTS)("security B29: on %s, nothing from .git is published, as text or as a file", async (host) => {
    const world = newWorld();
    const sent = forge.ledger.length;
    const call = (inputs: Record<string, string>) => ({
      ...callOf(rowOf("publish-release", "files"), host, world, ""),
      code: 2,
      says: /\.git|no file matches|"\.\." is outside/,
      inputs: { tag: "v1.0.0", forge: host === "gitlab" ? "gitlab" : "github", ...inputs },
    });
    const patterns = [
      ".git/config",
      "g/config",
      "link.yml",
      ".git/*",
      "**/config",
      "g/*",
      ".GIT/config",
      `${world.workspace}/.git/*`,
      "../work/.git/conf*",
      "../*/.git/config",
    ];
    await expectEnds(host, world, [
      call({ "body-file": "link.yml" }),
      call({ "body-file": "g/config" }),
      ...patterns.map((files) => call({ body: "Notes.", files })),
    ]);
    expect(forge.ledger.slice(sent).filter(isWrite)).toEqual([]);
  });

  test("security B29: a file replaced after it was hashed is not published", async () => {
    const world = newWorld();
    const at = (path: string) => join(world.workspace, path);
    writeFileSync(at("app.zip"), "the one that was checked");
    writeFileSync(at("evil.zip"), "the one that was not    ");
    const call = {
      ...callOf(rowOf("publish-release", "files"), "github", world, "app.zip"),
      swap: {
        triggers: [at("app.zip")],
        moves: [
          [at("app.zip"), at("before.zip")],
          [at("evil.zip"), at("app.zip")],
        ] as const,
        turn: 2,
      },
    };
    const [ended] = await runMany("github", world.workspace, world.root, [call]);
    expect(ended).toEqual({ isSwapped: true, code: expect.any(Number), said: expect.stringContaining("app.zip") });
    expect(ended!.said).toMatch(/changed after it had been checked/);
    expect(ended!.code).not.toBe(0);
    const { releases } = forge.state().repositories[0]!.github;
    expect(
      releases.map(({ draft, assets }) => [draft, assets.map(({ name }) => name).filter((name) => name === "app.zip")]),
    ).toEqual([[true, []]]);
    expect(JSON.stringify(forge.state())).not.toContain("the one that was not");
  });

  test("a job's steps can share files in the runner's temporary folder", async () => {
    const world = newWorld();
    const temp = join(world.root, "temp");
    mkdirSync(temp);
    writeFileSync(join(temp, "CHANGELOG.md"), CHANGELOG);
    const inputs = {
      version: "1.0.0",
      changelog: join(temp, "CHANGELOG.md"),
      "output-file": join(temp, "notes/NOTES.md"),
    };
    await expectEnds("github", world, [{ action: "changelog-extract", inputs, env: { RUNNER_TEMP: temp }, code: 0 }]);
    expect(readFileSync(join(temp, "notes/NOTES.md"), "utf8")).toContain("### Fixed");
    mkdirSync(`${world.workspace}.tmp`);
    writeFileSync(`${world.workspace}.tmp/CHANGES`, CHANGELOG);
    await expectEnds("gitlab", world, [
      {
        action: "changelog-extract",
        inputs: { version: "1.0.0", changelog: `${world.workspace}.tmp/CHANGES` },
        code: 0,
      },
    ]);
  });

  test("in a terminal, a person may name files in any directory, but a configuration may not", async () => {
    const world = newWorld();
    const outside = join(world.root, "outside");
    writeFileSync(join(outside, "CHANGELOG.md"), CHANGELOG);
    const inputs = { version: "1.0.0", changelog: "../outside/CHANGELOG.md", "output-file": join(outside, "NOTES.md") };
    await expectEnds("terminal", world, [{ action: "changelog-extract", inputs, code: 0 }]);
    expect(readFileSync(join(outside, "NOTES.md"), "utf8")).toContain("### Fixed");
    const config = "components:\n  - name: app\n    changelog: ../outside/CHANGELOG.md\n";
    await expectEnds("terminal", world, [
      {
        action: "changelog-extract",
        inputs: { version: "1.0.0", component: "app" },
        files: { [join(world.workspace, "release-actions.yml")]: config },
        code: 2,
        says: /outside the workspace/,
      },
    ]);
  });

  test("a version in a workflow named directly is written, one behind a link is not", async () => {
    const world = newWorld();
    const workflow = join(world.workspace, ".github/workflows/version.yml");
    writeFileSync(workflow, "env:\n  VERSION: 1.0.0\n");
    symlinkSync(".github/workflows", join(world.workspace, "flows"));
    git(world.workspace, "add", "--all", "--", ".github", "flows");
    git(world.workspace, "commit", "--quiet", "--message=Workflow");
    const bump = (files: string) => ({ action: "bump-version", inputs: { version: "2.0.0", files } });
    await expectEnds("github", world, [
      { ...bump("flows/version.yml#env.VERSION"), code: 2, says: /leads into \.github\/workflows/ },
      { ...bump(".github/workflows/version.yml#env.VERSION"), code: 0 },
    ]);
    expect(readFileSync(workflow, "utf8")).toBe("env:\n  VERSION: 2.0.0\n");
  });
});
