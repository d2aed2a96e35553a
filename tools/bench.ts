import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { HOSTILE_CHANGELOGS } from "../test/hostile/changelogs.ts";
import { BARE_NODE, measureMemory, measureTime, type Case, type Run } from "./bench/measure.ts";
import { alertsFigures } from "./bench/alerts-gate.ts";
import { validationFigures } from "./bench/app-interface.ts";
import { bumpFigures } from "./bench/bump.ts";
import { frontendFigures } from "./bench/frontend-check.ts";
import { konfluxFigures } from "./bench/konflux-release.ts";
import { metricsFigures } from "./bench/metrics-gate.ts";
import { quayFigures } from "./bench/quay-verify.ts";
import { smokeFigures } from "./bench/smoke.ts";
import { benchmarkPage, measuredIn, met, type Figure } from "./bench/report.ts";
import {
  archiveBytes,
  changelogOf,
  repositoryWith,
  startForgeProcess,
  temporaryFolder,
  writeAssets,
} from "./bench/worlds.ts";
import { ROOT_PATH } from "./root.ts";

/**
 * `npm run bench [-- --runs 11] [--only start-up,quay-verify] [--before page.md]`: the figures of docs/benchmarks.md, as ratios to a node
 * that does nothing. With `--only`, the figures of some parts are printed, and the page stays as it is. With
 * `--before`, the page of another version is shown next to the new figures.
 */

const { values } = parseArgs({
  options: { runs: { type: "string", default: "11" }, only: { type: "string" }, before: { type: "string" } },
});
const RUNS = Number(values.runs);
/** softprops/action-gh-release with 5 assets at 50 ms latency took 15.8 × bare node. */
const PUBLISHED_PUBLISH_RATIO = 15.8;
const MIB = 1024 * 1024;

const door = (action: string) => join(ROOT_PATH, "dist", `${action}.js`);
const passed = (run: Run) => {
  if (run.exitCode !== 0) throw new Error(`expected exit code 0, saw ${run.exitCode}: ${run.stdout.slice(-1_000)}`);
};

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  "start-up": startUp,
  "large-changelog": bigChangelog,
  "hostile-changelogs": hostileChangelogs,
  "publish-release": publishing,
  "large-asset": bigAsset,
  "quay-verify": () => quayFigures(RUNS),
  "alerts-gate": () => alertsFigures(RUNS),
  "konflux-release": konfluxFigures,
  "appinterface-validate": () => validationFigures(RUNS),
  "bump-appinterface-ref": () => bumpFigures(RUNS),
  smoke: () => smokeFigures(RUNS),
  "frontend-check": () => frontendFigures(RUNS),
  "metrics-gate": metricsFigures,
  archive: async () => [await archive()],
};

const chosen = values.only?.split(",") ?? Object.keys(PARTS);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`--only: ${unknown.join(", ")} is not a part; parts are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const [index, name] of chosen.entries()) {
  console.error(`${index + 1} of ${chosen.length}: ${name}`);
  figures.push(...(await PARTS[name]!()));
}
const before = values.before === undefined ? [] : measuredIn(await readFile(values.before, "utf8"), figures.length);
const page = benchmarkPage(figures, RUNS, before);
if (values.only === undefined) {
  await mkdir(join(ROOT_PATH, "docs"), { recursive: true });
  await writeFile(join(ROOT_PATH, "docs/benchmarks.md"), page);
}
console.log(page);
process.exit(figures.every(met) ? 0 : 1);

async function startUp(): Promise<Figure[]> {
  const folder = await repositoryWith(changelogOf(50_000));
  const env = { GITHUB_WORKSPACE: folder.path };
  const cases: Case[] = [
    BARE_NODE,
    {
      name: "changelog-extract",
      args: [door("changelog-extract")],
      env: { ...env, INPUT_VERSION: "1.1.0" },
      verify: passed,
    },
    { name: "validate-tag", args: [door("validate-tag")], env: { ...env, INPUT_TAG: "v1.1.0" }, verify: passed },
  ];
  const result = await measureTime(cases, RUNS * 2 + 1);
  await folder.remove();
  const bare = result.get("bare node")!;
  const limits = { "validate-tag": 3, "changelog-extract": 2.3 };
  return Object.entries(limits).map(([name, limit]) => ({
    what: `cold start of ${name}, changelog of 50 KB`,
    measured: result.get(name)! / bare,
    limit,
    unit: "× bare node",
    peers: "2.8 – 8.0",
  }));
}

async function bigChangelog(): Promise<Figure[]> {
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, "CHANGELOG.md"), changelogOf(10_000_000));
  const cases: Case[] = [
    BARE_NODE,
    {
      name: "10 MB",
      args: [door("changelog-extract")],
      env: { GITHUB_WORKSPACE: folder.path, INPUT_VERSION: "1.1.0" },
      verify: passed,
    },
  ];
  const [time, memory] = [await measureTime(cases, RUNS), await measureMemory(cases, 5)];
  await folder.remove();
  return [
    {
      what: "changelog-extract, 10 MB, time",
      measured: time.get("10 MB")! / time.get("bare node")!,
      limit: 4,
      unit: "× bare node",
      peers: "7.2, others killed",
    },
    {
      what: "changelog-extract, 10 MB, memory",
      measured: memory.get("10 MB")! / memory.get("bare node")!,
      limit: 3,
      unit: "× bare node",
      peers: "3.4, others killed",
    },
  ];
}

async function hostileChangelogs(): Promise<Figure[]> {
  const folder = await temporaryFolder();
  let slowest = { name: "", milliseconds: 0 };
  for (const { name, make } of HOSTILE_CHANGELOGS) {
    await writeFile(join(folder.path, "CHANGELOG.md"), make());
    const result = await measureTime(
      [{ name, args: [door("changelog-extract")], env: { GITHUB_WORKSPACE: folder.path, INPUT_VERSION: "1.1.0" } }],
      1,
    );
    const milliseconds = result.get(name)!;
    if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
  }
  await folder.remove();
  return [
    {
      what: `each of ${HOSTILE_CHANGELOGS.length} hostile changelogs; the slowest: ${slowest.name}`,
      measured: slowest.milliseconds / 1000,
      limit: 1,
      unit: "s",
      peers: "none survives 14",
    },
  ];
}

async function publishing(): Promise<Figure[]> {
  const { folder, env, forge } = await publishWorld(50, 5, 64 * 1024);
  const result = await measureTime(
    [BARE_NODE, { name: "publish", args: [door("publish-release")], env, prepare: forge.reset, verify: passed }],
    RUNS,
  );
  forge.stop();
  await folder.remove();
  const measured = result.get("publish")! / result.get("bare node")!;
  return [
    {
      what: "publish-release, 5 assets, 50 ms latency",
      measured,
      limit: 0.7 * PUBLISHED_PUBLISH_RATIO,
      unit: "× bare node",
      peers: "15.8 – 20.4",
    },
  ];
}

async function bigAsset(): Promise<Figure[]> {
  const { folder, env, forge } = await publishWorld(0, 1, 200 * MIB);
  const result = await measureMemory(
    [BARE_NODE, { name: "publish", args: [door("publish-release")], env, prepare: forge.reset, verify: passed }],
    3,
  );
  forge.stop();
  await folder.remove();
  const measured = result.get("publish")! / result.get("bare node")!;
  return [
    {
      what: "publish-release, asset of 200 MiB, peak memory",
      measured,
      limit: 2.2,
      unit: "× bare node",
      peers: "7.4 – 8.2",
    },
  ];
}

async function publishWorld(latency: number, count: number, bytes: number) {
  const folder = await temporaryFolder();
  await writeAssets(folder.path, count, bytes);
  const commit = "c".repeat(40);
  const forge = await startForgeProcess(latency, commit);
  const env = {
    GITHUB_WORKSPACE: folder.path,
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_API_URL: forge.apiUrl,
    GITHUB_SERVER_URL: forge.serverUrl,
    INPUT_TAG: "v1.1.0",
    INPUT_BODY: "Notes of the release.",
    INPUT_FILES: "dist/*",
    INPUT_TOKEN: "bench-token",
  };
  return { folder, env, forge };
}

async function archive(): Promise<Figure> {
  return {
    what: "`git archive HEAD \\| gzip`",
    measured: (await archiveBytes()) / 1024,
    limit: 700,
    unit: "KiB",
    peers: "307 – 8,908",
  };
}
