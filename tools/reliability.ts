import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bumpAppinterfaceRefMatrix } from "../test/reliability/bump-appinterface-ref.ts";
import { jiraIssueMatrix } from "../test/reliability/jira-issue.ts";
import { konfluxReleaseMatrix } from "../test/reliability/konflux-release.ts";
import { publishReleaseMatrix, type MatrixRow } from "../test/reliability/publish-release.ts";
import { smokeMatrix, type SmokeRow } from "../test/reliability/smoke.ts";
import { ROOT_PATH } from "./root.ts";

/** `npm run reliability`: every fault at every request, a kill at every step; writes docs/reliability.md. */
const SMOKE_RUNS = 100;
const bumps = await killedBumps();
const rows = await publishReleaseMatrix();
const refs = await bumpAppinterfaceRefMatrix();
const issues = await jiraIssueMatrix();
const releases = await konfluxReleaseMatrix();
const smokes = await smokeMatrix(SMOKE_RUNS);
const failures = [...rows, ...refs, ...issues, ...releases, ...smokes].flatMap((row) => row.failures);
await writeFile(join(ROOT_PATH, "docs/reliability.md"), page({ rows, bumps, refs, issues, releases, smokes }));
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 && bumps.every(({ held }) => held) ? 0 : 1);

interface KilledBump {
  readonly version: string;
  readonly steps: number;
  readonly kills: number;
  readonly held: boolean;
}

/** The test kills the action before and after each of its steps; with KILL_EVERYWHERE also around git's questions. */
async function killedBumps(): Promise<KilledBump[]> {
  const jest = [
    "--experimental-vm-modules",
    "--no-warnings",
    "node_modules/jest/bin/jest.js",
    "actions/bump-version/killed.deep.test.ts",
  ];
  const child = spawn(process.execPath, jest, {
    cwd: ROOT_PATH,
    env: { ...process.env, KILL_EVERYWHERE: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const found = [...printed.matchAll(/^bump-version (\S+): (\d+) steps, killed (\d+) times$/gm)];
  return found.map(([, version = "", steps, kills]) => ({
    version,
    steps: Number(steps),
    kills: Number(kills),
    held: code === 0,
  }));
}

interface Results {
  readonly rows: readonly MatrixRow[];
  readonly bumps: readonly KilledBump[];
  readonly refs: readonly MatrixRow[];
  readonly issues: readonly MatrixRow[];
  readonly releases: readonly MatrixRow[];
  readonly smokes: readonly SmokeRow[];
}

function page(all: Results): string {
  return `# What happens when a run is interrupted

Written by \`npm run reliability\`. Each case interrupts one run at one point, runs the action again if the first run failed, and compares everything that then exists with the result of one undisturbed run: releases, drafts, files, packages and links at the forge; branches and merge requests at GitLab; issues, comments and links in Jira; Releases in Konflux; refs, objects, index, work tree and locks in a repository. Every \`npm test\` checks the same, with fewer kills around git's questions.

## publish-release

${matrixTable(all.rows)}

Killed means SIGKILL to the process, before or after the forge processes the request.

## bump-version

| input version | steps | kills, before and after each step | same as one clean run |
|---|---|---|---|
${all.bumps.map(({ version, steps, kills, held }) => `| ${version} | ${steps} | ${kills} | ${held ? kills : "not all"} |`).join("\n")}

A step is a call that the file system or git can see. Two runs at once, in six rounds: one does the work; the other finds it done or reports clearly that it stopped.

A kill can leave one of git's own lock files, if git itself is killed in the middle of a write. The next run stops and names the file; after removing it, another run ends like a clean run.

## bump-appinterface-ref

${matrixTable(all.refs)}

With \`transport: api\`. Two runs at once: one creates the branch and the merge request, and the other adopts them.

## jira-issue

${matrixTable(all.issues)}

Two runs at once can both create an issue, because Jira offers nothing to prevent it. The later run then ends refused and names both issues.

## konflux-release

${matrixTable(all.releases)}

Covers every request up to the first watch; the later ones only read. Two runs at once create one Release, because its name is derived from Snapshot, plan and attempt.

## smoke

The example suite, with ten to twelve checks, run many times: ${all.smokes.reduce((sum, { runs }) => sum + runs, 0)} runs.

| what | runs | ended as expected |
|---|---|---|
${all.smokes.map(({ what, runs, failures: wrong }) => `| ${what} | ${runs} | ${runs - wrong.length} |`).join("\n")}
`;
}

function matrixTable(matrix: readonly MatrixRow[]): string {
  const sum = (pick: (row: MatrixRow) => number) => matrix.reduce((total, row) => total + pick(row), 0);
  return `${sum(({ cases }) => cases)} cases, ${sum(({ held }) => held)} same as one clean run, ${sum(({ alone }) => alone)} of them without a second run.

| scenario | fault | cases | same as one clean run | without a second run |
|---|---|---|---|---|
${matrix.map(({ scenario, fault, cases, held, alone }) => `| ${scenario} | ${fault} | ${cases} | ${held} | ${alone} |`).join("\n")}`;
}
