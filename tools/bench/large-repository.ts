import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { openRemoteEditor } from "@release-actions/git";

import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import {
  makeLargeRepository,
  OLD_REF,
  SAAS_FILE,
  type LargeRepositoryOptions,
} from "../../test/worlds/large-repository.ts";
import { median } from "./measure.ts";
import { temporaryFolder } from "./worlds.ts";

const run = promisify(execFile);
const TOKEN = "bench-token";
const NEW_REF = "2".repeat(40);
const BOT = { name: "bench", email: "bench@example.org" };

/** Medians in milliseconds of one edit of one file, from nothing to the pushed branch. */
export interface LargeRepositoryTimings {
  /** clone, edit, commit and push by plain git */
  readonly full: number;
  /** the same with --filter=blob:none --sparse --depth=1 */
  readonly sparse: number;
  /** openRemoteEditor, readFile, commit, close; without the start of node */
  readonly editor: number;
  /** Requests of one edit in the same order. */
  readonly requests: { readonly full: number; readonly sparse: number; readonly editor: number };
}

export interface LargeRepositoryBench extends LargeRepositoryOptions {
  readonly runs: number;
  /** Of each request; 50 by default. */
  readonly latencyMs?: number;
}

/** Edits one file of a large repository in three ways, interleaved, over a server that answers late. */
export async function largeRepositoryTimings(options: LargeRepositoryBench): Promise<LargeRepositoryTimings> {
  const folder = await temporaryFolder();
  const server = await startGitHttp({
    root: join(folder.path, "server"),
    token: TOKEN,
    latencyMs: options.latencyMs ?? 50,
  });
  try {
    await makeLargeRepository(join(folder.path, "server", "x.git"), { commits: 500, ...options });
    const times = { full: [] as number[], sparse: [] as number[], editor: [] as number[] };
    const requests = { full: 0, sparse: 0, editor: 0 };
    const ways = { full: byFullClone, sparse: bySparseClone, editor: byEditor };
    for (let round = -1; round < options.runs; round += 1) {
      for (const name of ["full", "sparse", "editor"] as const) {
        const directory = join(folder.path, "work");
        await mkdir(directory);
        const asked = server.log.length;
        const started = performance.now();
        await ways[name](server.url, directory, `${name}-${round + 1}`);
        // The first round warms the file cache.
        if (round >= 0) times[name].push(performance.now() - started);
        requests[name] = server.log.length - asked;
        await rm(directory, { recursive: true });
      }
    }
    return { full: median(times.full), sparse: median(times.sparse), editor: median(times.editor), requests };
  } finally {
    await server.close();
    await folder.remove();
  }
}

async function byFullClone(url: string, directory: string, branch: string): Promise<void> {
  await git(directory, "clone", "--quiet", withToken(url), "x");
  await editAndPush(join(directory, "x"), branch);
}

async function bySparseClone(url: string, directory: string, branch: string): Promise<void> {
  await git(directory, "clone", "--quiet", "--filter=blob:none", "--sparse", "--depth=1", withToken(url), "x");
  await git(join(directory, "x"), "sparse-checkout", "set", SAAS_FILE.slice(0, SAAS_FILE.lastIndexOf("/")));
  await editAndPush(join(directory, "x"), branch);
}

async function editAndPush(directory: string, branch: string): Promise<void> {
  const path = join(directory, SAAS_FILE);
  await writeFile(path, (await readFile(path, "utf8")).replace(OLD_REF, NEW_REF));
  await git(directory, "commit", "--quiet", "--all", "--message=Promote");
  await git(directory, "push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
}

async function byEditor(url: string, directory: string, branch: string): Promise<void> {
  const editor = await openRemoteEditor({
    environment: { PATH: process.env["PATH"] ?? "" },
    temporary: directory,
    upstream: { url: `${url}/x.git`, credential: { username: "oauth2", secret: TOKEN } },
    baseBranch: "master",
    author: BOT,
    now: Date.now,
  });
  const text = (await editor.readFile(SAAS_FILE))?.toString() ?? "";
  const bytes = Buffer.from(text.replace(OLD_REF, NEW_REF));
  const { state } = await editor.commit({ branch, message: "Promote", files: [{ path: SAAS_FILE, bytes }] });
  if (state !== "written") throw new Error(`the editor ended with ${state}`);
  await editor.close();
}

function withToken(url: string): string {
  return `${url.replace("http://", `http://oauth2:${TOKEN}@`)}/x.git`;
}

async function git(directory: string, ...args: string[]): Promise<void> {
  const identity = ["-c", `user.name=${BOT.name}`, "-c", `user.email=${BOT.email}`];
  const env = { PATH: process.env["PATH"] ?? "", HOME: directory, GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
  await run("git", [...identity, ...args], { cwd: directory, env });
}
