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
  return `# What happens when it breaks off

Written by \`npm run reliability\`. Each case breaks one run at one point, runs the action again where the first run did not end well, and compares everything that is there with what one undisturbed run leaves: releases, drafts, files, packages and links at the forge; branches and merge requests at GitLab; issues, comments and links in Jira; Releases in Konflux; refs, objects, index, work tree and locks in a repository. Every \`npm test\` checks the same, with fewer kills around git's questions.

## publish-release

${matrixTable(all.rows)}

Killed means SIGKILL to the process, before the forge processes the request and after it did.

## bump-version

| input version | steps | kills, before and after each step | ended as one clean run |
|---|---|---|---|
${all.bumps.map(({ version, steps, kills, held }) => `| ${version} | ${steps} | ${kills} | ${held ? kills : "not all"} |`).join("\n")}

A step is a call that the file system or git can see. Two runs at once, in six rounds: one does the work, the other finds it done or says plainly that it stopped.

What a kill can leave: a lock of git's own, when git itself is killed in the middle of writing. The next run stops and names it; removing it and running again ends as a clean run.

## bump-appinterface-ref

${matrixTable(all.refs)}

By \`transport: api\`. Two runs at once: the branch is made by one and adopted by the other, and so is the merge request.

## jira-issue

${matrixTable(all.issues)}

Two runs at once can both make an issue: Jira has nothing that would exclude it. The later one then ends refused and names both.

## konflux-release

${matrixTable(all.releases)}

Every request up to the first watch; what follows only reads. Two runs at once make one Release, for its name follows from Snapshot, plan and attempt.

## smoke

The example suite, of ten to twelve checks, run again and again: ${all.smokes.reduce((sum, { runs }) => sum + runs, 0)} runs.

| what | runs | ended as they should |
|---|---|---|
${all.smokes.map(({ what, runs, failures: wrong }) => `| ${what} | ${runs} | ${runs - wrong.length} |`).join("\n")}
`;
}

function matrixTable(matrix: readonly MatrixRow[]): string {
  const sum = (pick: (row: MatrixRow) => number) => matrix.reduce((total, row) => total + pick(row), 0);
  return `${sum(({ cases }) => cases)} cases, ${sum(({ held }) => held)} ended as one clean run, ${sum(({ alone }) => alone)} of them without running again.

| scenario | fault | cases | ended as one clean run | without running again |
|---|---|---|---|---|
${matrix.map(({ scenario, fault, cases, held, alone }) => `| ${scenario} | ${fault} | ${cases} | ${held} | ${alone} |`).join("\n")}`;
}
