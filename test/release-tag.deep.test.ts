import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_NOTES } from "./demo-repository/index.ts";
import { ROOT, startDemoRelease, type DemoRelease } from "./demo-release/index.ts";
import { path, ring } from "./rings.ts";
import type { GitHubReleaseState } from "./stand-ins/forge/index.ts";

const REAL = join(ROOT, "../shared/data/opsconductor/CHANGELOG.md");
const doors = ["validate-tag", "changelog-extract", "publish-release"].map((name) =>
  path(`${name}/action.yml`, join(ROOT, name, "action.yml"), "npm run generate && npm run build"),
);
const realFile = path("the real CHANGELOG.md", REAL, "reference data in ../shared/data");

/** What each of the four tags must come out as. */
const EXPECTED = [
  ["v1.1.0-automation-service", "automation-service"],
  ["v1.1.0-ai-pipeline", "ai-pipeline"],
  ["v1.1.0-frontend", "frontend"],
  ["v1.1.0-walking-skeleton", "walking-skeleton"],
] as const;

ring("the demo repository's four tags", doors, () =>
  fourTags(undefined, { present: DEMO_NOTES.within, absent: DEMO_NOTES.behind }),
);

ring("T34: the walking-skeleton release on its real CHANGELOG.md", [...doors, realFile], () =>
  fourTags(existsSync(REAL) ? readFileSync(REAL, "utf8") : "", {
    present: [
      "### Added - Walking Skeleton Release",
      "- **automation-service**: 3.0.1",
      "Frontend displays result + trace_id",
      "### Testing",
    ],
    absent: "Production Readiness",
  }),
);

function fourTags(changelog: string | undefined, notes: { present: readonly string[]; absent: string }): void {
  let directory: string;
  let demo: DemoRelease;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "release-tag-"));
    demo = await startDemoRelease({ directory, ...(changelog === undefined ? {} : { changelog }) });
  });

  afterAll(async () => {
    await demo.close();
    await rm(directory, { recursive: true, force: true });
  });

  test.each(EXPECTED)("%s is validated and published", async (tag, component) => {
    const run = await demo.release(tag);
    if (run.result !== "success")
      throw new Error(
        Object.values(run.jobs)
          .flatMap((job) => job.steps.flatMap((step) => step.log))
          .join("\n"),
      );
    expect(run.outputs).toMatchObject({ tag, version: "1.1.0", component });
    const release = published(demo, tag);
    expect(release).toMatchObject({ draft: false, prerelease: false });
    expect(run.outputs["release-url"]).toBe(`${demo.forge.github.serverUrl}/${demo.name}/releases/tag/${tag}`);
    for (const line of notes.present) expect(release.body).toContain(line);
    expect(release.body).not.toContain(notes.absent);
    expect(release.name).toContain(component);
  });

  test("publishes four releases, and changes nothing when one is released again", async () => {
    const before = demo.releases();
    expect(new Set(before.map(({ name }) => name)).size).toBe(4);
    expect(before.map(({ tag }) => tag).sort()).toEqual(EXPECTED.map(([tag]) => tag).sort());
    await demo.release("v1.1.0-frontend");
    expect(demo.releases()).toEqual(before);
  });

  test("marks the train as the repository's latest release", () => {
    const repository = demo.forge.state().repositories.find(({ path }) => path === demo.name);
    expect(repository?.github.latest).toBe(published(demo, "v1.1.0-walking-skeleton").id);
  });
}

function published(demo: DemoRelease, tag: string): GitHubReleaseState {
  const [release, ...others] = demo.releases().filter((one) => one.tag === tag);
  expect(others).toEqual([]);
  if (release === undefined) throw new Error(`there is no release of ${tag}`);
  return release;
}
