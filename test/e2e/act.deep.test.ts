import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { startRegistry, type Registry } from "../registry/index.ts";
import { BUILDS } from "../registry/needs.ts";
import { path, program, ring } from "../rings.ts";
import { startForge, type Forge } from "../stand-ins/forge/index.ts";
import { startGitHttp, type GitHttp } from "../stand-ins/git-http.ts";
import { act, type ActResult } from "./act.ts";
import { writeThirdPartyActions } from "./checkout.ts";
import { CANARY } from "./environment.ts";
import { BUILT, released, ROOT } from "./released.ts";

const REPOSITORY = "acme/shop";
const NEEDS = [program("act", ["--version"]), ...BUILDS, path("dist", BUILT, "npm run build")];

/** Pulls every image by its digest, as a smoke test would before it starts them. */
const SMOKE = `#!/usr/bin/env bash
set -euo pipefail
echo "smoke test of $RELEASE_COMPONENT $RELEASE_VERSION"
for name in \${!IMAGE_@}; do
  skopeo copy --quiet "docker://\${!name}" "dir:$RUNNER_TEMP/$name"
  echo "pulled \${!name}"
done
`;

ring("act: the caller's example, from a pushed tag to its release", NEEDS, () => {
  let directory: string;
  let registry: Registry;
  let actions: ReadonlyMap<string, string>;
  let caller: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-ring-"));
    registry = await startRegistry(join(directory, "registry"), { auth: "htpasswd" });
    actions = await actionsFor(directory);
    caller = callerFor(await readFile(join(ROOT, "examples/github/release.yml"), "utf8"), registry);
  });

  afterAll(async () => {
    await registry.close();
    await rm(directory, { recursive: true, force: true });
  });

  interface World {
    readonly demo: DemoRepository;
    readonly forge: Forge;
    readonly git: GitHttp;
    release(tag: string): Promise<ActResult>;
    close(): Promise<void>;
  }

  async function openWorld(name: string, files: Readonly<Record<string, string>> = {}): Promise<World> {
    const root = join(directory, name);
    const demo = await createDemoRepository({
      directory: root,
      files: { ".github/workflows/release.yml": caller, "scripts/release_smoke.sh": SMOKE, ...files },
    });
    const forge = await startForge({ tokens: [CANARY], repositories: [{ path: REPOSITORY, gitDirectory: demo.bare }] });
    const git = await startGitHttp({
      repositories: { [REPOSITORY]: demo.bare },
      token: CANARY,
      fallback: forge.github.serverUrl,
    });
    const world = {
      apiUrl: forge.github.apiUrl,
      serverUrl: git.url,
      repository: REPOSITORY,
      commit: demo.commit,
      secrets: { REGISTRY_PASSWORD: registry.password },
      actions,
      environment: registry.environment,
    };
    return {
      demo,
      forge,
      git,
      async release(tag) {
        const workspace = join(root, `workspace-${tag}`);
        await cp(demo.workTree, workspace, { recursive: true });
        return await act(world, join(root, `act-${tag}`), workspace, tag);
      },
      async close() {
        await git.close();
        await forge.close();
      },
    };
  }

  const releasesOf = ({ forge }: World) => forge.state().repositories[0]!.github;
  const writes = ({ forge }: World) =>
    forge.ledger.filter(({ method }) => method !== "GET").map(({ method, url }) => `${method} ${url}`);
  const errors = ({ commands }: ActResult) =>
    commands.filter(({ command }) => command === "error").map(({ value }) => value);

  function expectNoSecret({ output, summaries, commands }: ActResult): void {
    const shown =
      output + JSON.stringify(summaries) + JSON.stringify(commands.filter(({ command }) => command !== "add-mask"));
    expect(shown).not.toContain(CANARY);
    expect(shown).not.toContain(registry.password);
  }

  test("the seed's four tags are validated, built, pulled by digest and published with their notes", async () => {
    const world = await openWorld("four");
    try {
      const components = ["automation-service", "ai-pipeline", "frontend", "walking-skeleton"];
      for (const component of components) {
        const run = await world.release(`v1.1.0-${component}`);
        expect({ component, errors: errors(run), code: run.code, jobs: run.jobs }).toEqual({
          component,
          errors: [],
          code: 0,
          jobs: {
            validate: "success",
            "build-images": "success",
            "verify-images": "success",
            "staging-smoke": "success",
            publish: "success",
          },
        });
        expect(run.log).toContain(`smoke test of ${component} 1.1.0\n`);
        expectNoSecret(run);
        // act keeps the outputs of one leg of a matrix only, so of the train's three images one is seen.
        const image = component === "walking-skeleton" ? `(?:${components.slice(0, 3).join("|")})` : component;
        expect(run.log).toMatch(
          new RegExp(`^pulled ${registry.host}/${REPOSITORY}/${image}@sha256:[0-9a-f]{64}$`, "m"),
        );
        const built = component === "walking-skeleton" ? components.slice(0, 3) : [component];
        const digests = await Promise.all(
          built.map((name) => registry.digest(`${REPOSITORY}/${name}`, `commit-${world.demo.commit}`)),
        );
        for (const digest of digests) expect(run.summaries["build-images"]).toContain(digest);
        expect(run.summaries["publish"]).toContain("Added - Walking Skeleton Release");
      }
      const { releases, latest } = releasesOf(world);
      expect(releases.map(({ tag, name, draft, prerelease }) => ({ tag, name, draft, prerelease }))).toEqual(
        components.map((component) => ({
          tag: `v1.1.0-${component}`,
          name: `${component} 1.1.0`,
          draft: false,
          prerelease: false,
        })),
      );
      expect(releases.find(({ id }) => id === latest)?.tag).toBe("v1.1.0-walking-skeleton");
      for (const { body } of releases) {
        expect(body).toMatch(/^### Added - Walking Skeleton Release\n/);
        expect(body).toContain("- **automation-service**: 3.0.1\n- **ai-pipeline**: 1.1.0\n");
        expect(body).toContain("## this line is inside a fence, and no heading\n");
        expect(body).toContain(
          "goes **all the way through**: a page in the browser asks the gateway, the gateway asks the automation service,",
        );
        expect(body).not.toMatch(/Ready for production|3\.0\.0/);
      }
      expect(
        world.forge.ledger.flatMap(({ seen }) => seen).every(({ where }) => where === "header authorization"),
      ).toBe(true);
    } finally {
      await world.close();
    }
  }, 180_000);

  test("a tag without notes is refused: nothing is built or written, and the summary states the reason and the next step", async () => {
    const world = await openWorld("missing", {
      "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2025-01-02\n\n- The first\n",
    });
    try {
      const run = await world.release("v1.1.0-frontend");
      expect(run.code).toBe(1);
      expect(run.jobs).toEqual({ validate: "failure", "notify-on-failure": "success" });
      expect(writes(world)).toEqual([]);
      expect(errors(run).join("\n")).toMatch(/CHANGELOG\.md has no entry for 1\.1\.0/);
      const told = run.summaries["notify-on-failure"] ?? "";
      expect(told).toContain("## The release of `v1.1.0-frontend` failed\n");
      expect(told).toContain("**Where:** Validate: Validate the tag (refused) ");
      expect(told).toContain("**Why:** A check failed.");
      expect(told).toContain("\nrelease-actions validate-tag --tag 'v1.1.0-frontend'\n");
      expect(told).toMatch(/CHANGELOG\.md has no entry for 1\.1\.0/);
      expectNoSecret(run);
    } finally {
      await world.close();
    }
  }, 60_000);

  test("images that fail their test are not released", async () => {
    const world = await openWorld("smoke", {
      "scripts/release_smoke.sh": "#!/usr/bin/env bash\necho '::error::no answer from /health'\nexit 1\n",
    });
    try {
      const run = await world.release("v1.1.0-frontend");
      expect(run.code).toBe(1);
      expect(run.jobs).toEqual({
        validate: "success",
        "build-images": "success",
        "verify-images": "success",
        "staging-smoke": "failure",
        "notify-on-failure": "success",
      });
      expect(writes(world)).toEqual([]);
      expect(run.summaries["notify-on-failure"]).toContain("**Where:** Smoke-test: Test it (refused) ");
      expect(run.summaries["notify-on-failure"]).toContain("Nothing was published.");
    } finally {
      await world.close();
    }
  }, 60_000);
});

/** The caller's example, with the variant for runners that do not know `$/`, and this registry. */
function callerFor(example: string, { host, user }: Registry): string {
  const caller = example.replace("/release-tag.yml@v1", "/release-tag.pinned.yml@v1");
  expect(caller).not.toBe(example);
  const secrets = "    secrets:\n      registry-password: ${{ secrets.REGISTRY_PASSWORD }}\n";
  return caller.replace(
    "    with:\n",
    `${secrets}    with:\n      registry: ${host}\n      registry-username: ${user}\n`,
  );
}

/** Where act finds what the workflow uses: this checkout as released, and stand-ins of what GitHub publishes. */
async function actionsFor(directory: string): Promise<ReadonlyMap<string, string>> {
  const { tree } = await released(directory);
  const thirdParty = await writeThirdPartyActions(join(directory, "third-party"));
  const file = join(tree, ".github/workflows/release-tag.pinned.yml");
  const workflow = await readFile(file, "utf8");
  // act keeps the outputs of one leg of a matrix only: that all images are there cannot be required.
  await writeFile(file, workflow.replace(/^ *expected: .*\n/m, ""));
  const uses = [...workflow.matchAll(/uses: ((?:[\w-]+\/){1,2}[\w-]+)(?:\/[\w-]+)*@(\S+)/g)];
  const found = uses.map(([, action = "", ref = ""]) => {
    const name = action.split("/").slice(0, 2).join("/");
    const folder = name === "org/release-actions" ? tree : thirdParty.get(name);
    if (folder === undefined) throw new Error(`the workflow uses ${name}, which has no stand-in here`);
    return [`${name}@${ref}`, folder] as const;
  });
  return new Map([["org/release-actions@v1", tree], ...found]);
}
