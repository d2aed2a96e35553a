import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFileSync, spawn } from "node:child_process";
import { runInMemory, systemClock, type MemoryResult } from "@release-actions/hosts";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import action from "./action.ts";
import type { KilledRun } from "../../test/reliability/run-until.ts";

const RUN_UNTIL = fileURLToPath(new URL("../../test/reliability/run-until.ts", import.meta.url));
const ACTION = fileURLToPath(new URL("action.ts", import.meta.url));
const NOW = Date.parse("2025-03-04T10:00:00Z");
const FILES = {
  "package.json": '{"version":"1.0.0"}\n',
  "package-lock.json": '{"version":"1.0.0"}\n',
  VERSION: "1.0.0\n",
};
const CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n- A thing.\n\n## [1.0.0] - 2024-01-02\n\n- First.\n";
const MINUTES = 60_000;

let root: string;
let template: string;

const git = (workspace: string, ...args: string[]): string =>
  execFileSync("git", args, { cwd: workspace, encoding: "utf8" });
const inputs = (version: string): Record<string, string> => ({
  version,
  files: "package.json, VERSION",
  changelog: "CHANGELOG.md",
  commit: "true",
  tag: "true",
  author: "Release Bot <bot@example.com>",
});

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "killed-")));
  template = join(root, "template");
  mkdirSync(template);
  git(template, "init", "-q", "-b", "main");
  for (const [path, content] of Object.entries({ ...FILES, "CHANGELOG.md": CHANGELOG }))
    writeFileSync(join(template, path), content);
  git(template, "add", "-A");
  git(template, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "First");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function fresh(name: string): string {
  const workspace = join(root, name);
  cpSync(template, workspace, { recursive: true });
  return workspace;
}

interface Ended {
  readonly signal: string | null;
  readonly verdict?: string;
  readonly lines?: readonly string[];
  readonly steps?: readonly string[];
}

/** Runs the action in a separate process, which leads a group: what it leaves running dies with it. */
function start(run: Omit<KilledRun, "action" | "now">): Promise<Ended> {
  const child = spawn(process.execPath, [RUN_UNTIL, JSON.stringify({ ...run, action: ACTION, now: NOW })], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => {
      try {
        process.kill(-(child.pid as number), "SIGKILL");
      } catch {
        // Nothing was left running.
      }
    });
    child.once("close", (_, signal) => {
      const last = printed.trimEnd().split("\n").at(-1) ?? "";
      resolve({ signal, ...(signal === null ? (JSON.parse(last) as Omit<Ended, "signal">) : {}) });
    });
  });
}

function runHere(workspace: string, version: string): Promise<MemoryResult> {
  return runInMemory(action, { workspace, inputs: inputs(version), clock: { ...systemClock, now: () => NOW } });
}

/**
 * Read-only git commands change nothing: being killed at one equals being killed after the step before it.
 * KILL_EVERYWHERE=1 runs all cases nevertheless.
 */
const READ_ONLY = /^git (?:cat-file|symbolic-ref|rev-parse|status|ls-tree|log|for-each-ref|diff-tree|merge-base)\b/;

/** Everything a run can leave behind: refs with their object ids, the index, the work tree, locks and leftovers. */
function stateOf(workspace: string): unknown {
  return {
    refs: git(workspace, "for-each-ref"),
    head: git(workspace, "rev-parse", "--symbolic-full-name", "HEAD"),
    index: git(workspace, "ls-files", "-s"),
    status: git(workspace, "status", "--porcelain"),
    files: readdirSync(workspace)
      .filter((name) => name !== ".git")
      .map((name) => [name, readFileSync(join(workspace, name), "utf8")]),
    locks: readdirSync(join(workspace, ".git"), { recursive: true }).filter((name) => String(name).endsWith(".lock")),
  };
}

async function twoAtATime(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) await task();
  };
  await Promise.all([worker(), worker()]);
}

describe("concurrent runs", () => {
  test(
    "end like one run, and each reports its own result",
    async () => {
      const clean = fresh("clean-two");
      await start({ workspace: clean, inputs: inputs("minor") });
      const expected = stateOf(clean);
      for (let round = 0; round < 6; round++) {
        const workspace = fresh(`two-${round}`);
        const run = { workspace, inputs: inputs("minor") };
        const both = await Promise.all([start(run), start(run)]);
        for (const { verdict, lines } of both) {
          expect([lines, verdict]).toEqual([
            lines,
            expect.stringMatching(/^(?:done|unchanged|undecided|refused|invalid|unknown)$/),
          ]);
        }
        expect((await runHere(workspace, "minor")).verdict).toMatch(/^(?:done|unchanged)$/);
        expect(stateOf(workspace)).toEqual(expected);
      }
    },
    5 * MINUTES,
  );
});

describe("killed runs", () => {
  test.each(["1.1.0", "minor"])(
    "the next run completes a run of %s that was killed at any step",
    async (version) => {
      const clean = fresh(`clean-${version}`);
      const { verdict, steps = [] } = await start({ workspace: clean, inputs: inputs(version) });
      expect(verdict).toBe("done");
      expect(steps.filter((name) => name === "renameSync")).toHaveLength(4);
      expect(
        steps.some((name) => name.includes("update-ref")) &&
          steps.some((name) => name.startsWith("git") && name.includes(" tag")),
      ).toBe(true);
      const expected = stateOf(clean);

      let killed = 0;
      const everywhere = process.env["KILL_EVERYWHERE"] !== undefined;
      const moments = everywhere ? (["before", "after"] as const) : (["after"] as const);
      const cases = steps.flatMap((name, index) =>
        READ_ONLY.test(name) && !everywhere ? [] : moments.map((when) => ({ step: index + 1, when })),
      );
      await twoAtATime(
        cases.map(({ step, when }) => async () => {
          const workspace = fresh(`${version}-${step}-${when}`);
          const first = await start({ workspace, inputs: inputs(version), step, when });
          if (first.signal === "SIGKILL") killed++;
          const second = await runHere(workspace, version);
          const where = `${when} step ${step} (${steps[step - 1]}): ${second.lines.join("\n")}`;
          expect([where, second.verdict]).toEqual([where, expect.stringMatching(/^(?:done|unchanged)$/)]);
          expect([where, stateOf(workspace)]).toEqual([where, expected]);
          rmSync(workspace, { recursive: true });
        }),
      );
      process.stderr.write(`bump-version ${version}: ${steps.length} steps, killed ${killed} times\n`);
      expect(killed).toBe(cases.length);
    },
    10 * MINUTES,
  );

  test(
    "the next run reports the lock that a killed git left, and completes the run after it is removed",
    async () => {
      const workspace = fresh("lock");
      writeFileSync(join(workspace, ".git", "index.lock"), "");
      const first = await start({ workspace, inputs: inputs("minor") });
      expect(first.verdict).toBe("unknown");
      expect(first.lines?.join("\n")).toMatch(/index\.lock/);
      rmSync(join(workspace, ".git", "index.lock"));
      expect((await runHere(workspace, "minor")).verdict).toBe("done");
      expect(git(workspace, "status", "--porcelain")).toBe("");
    },
    MINUTES,
  );
});
