import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A private directory for one test; `remove` deletes it. */
export interface Sandbox {
  readonly directory: string;
  path(...parts: string[]): string;
  remove(): void;
}

export function makeSandbox(): Sandbox {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "release-actions-")));
  return {
    directory,
    path: (...parts) => join(directory, ...parts),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const FIXED = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: "Ada Author",
  GIT_AUTHOR_EMAIL: "ada@example.test",
  GIT_AUTHOR_DATE: "1750000000 +0000",
  GIT_COMMITTER_NAME: "Cora Committer",
  GIT_COMMITTER_EMAIL: "cora@example.test",
  GIT_COMMITTER_DATE: "1750000000 +0000",
};

/** Runs git as a person would and gives its trimmed output. Only for fixtures: the product has packages/git. */
export function git(directory: string, args: readonly string[], more: Record<string, string> = {}): string {
  return execFileSync("git", [...args], {
    cwd: directory,
    env: { PATH: process.env["PATH"] ?? "", HOME: directory, ...FIXED, ...more },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  }).trim();
}

export function makeRepository(directory: string, ...options: string[]): string {
  mkdirSync(directory, { recursive: true });
  git(directory, ["init", "--quiet", "--initial-branch=main", ...options]);
  return directory;
}

/** Writes files, commits them all and gives the commit's id. */
export function commitFiles(
  directory: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  message = "Change files",
): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  git(directory, ["add", "--all"]);
  git(directory, ["commit", "--quiet", "--allow-empty", "--message", message]);
  return git(directory, ["rev-parse", "HEAD"]);
}
