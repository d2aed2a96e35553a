import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** What the stand-in asks of a bare repository. Commits and blobs have git's own ids. */

export interface CommitInfo {
  id: string;
  parents: string[];
  message: string;
  author: string;
  email: string;
  date: string;
}

export interface TreeEntry {
  mode: string;
  type: "blob" | "tree" | "commit";
  id: string;
  path: string;
}

/** Content by path; null takes a file away. */
export type Changes = Record<string, Buffer | null>;

export interface Git {
  directory: string;
  /** The commit of a branch, a tag, HEAD or an id of 7 digits and more. */
  commit(ref: string): Promise<string | undefined>;
  branches(): Promise<Map<string, string>>;
  entry(commit: string, path: string): Promise<TreeEntry | undefined>;
  entries(commit: string, path: string, recursive: boolean): Promise<TreeEntry[]>;
  blob(id: string): Promise<Buffer>;
  /** Newest first. `range` is a commit or `a..b`. */
  log(range: string, path?: string, limit?: number): Promise<CommitInfo[]>;
  changes(from: string, to: string): Promise<{ status: string; path: string; diff: string }[]>;
  mergeBase(a: string, b: string): Promise<string | undefined>;
  write(parent: string | undefined, changes: Changes, message: string, person: string, at: number): Promise<string>;
  /** Moves a branch, or removes it. */
  set(branch: string, commit: string | undefined): Promise<void>;
  /** Copies a commit of another repository. */
  fetch(other: Git, refspec: string): Promise<void>;
}

let indexes = 0;

export function openGit(directory: string): Git {
  const run = (args: string[], input?: string | Buffer, env?: Record<string, string>) =>
    git(["--git-dir", directory, ...args], input, env);
  const text = async (...args: string[]) => (await run(args)).toString("utf8");
  const quiet = (...args: string[]) => text(...args).catch(() => "");

  async function entries(commit: string, path: string, recursive: boolean): Promise<TreeEntry[]> {
    const flags = ["-z", "--full-tree", ...(recursive ? ["-r", "-t"] : [])];
    const listed = await quiet("ls-tree", ...flags, path === "" ? commit : `${commit}:${path}`);
    return entriesOf(listed, path);
  }

  return {
    directory,
    entries,
    async commit(ref) {
      const names = ref === "HEAD" || /^[0-9a-f]{7,40}$/.test(ref) ? [ref] : [];
      for (const name of [...names, `refs/heads/${ref}`, `refs/tags/${ref}`]) {
        const found = await quiet("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
        if (found !== "") return found.trim();
      }
      return undefined;
    },
    async branches() {
      const listed = await text("for-each-ref", "--format=%(refname:lstrip=2)%00%(objectname)", "refs/heads/");
      const lines = listed.split("\n").filter((line) => line !== "");
      return new Map(lines.map((line) => line.split("\0") as [string, string]));
    },
    async entry(commit, path) {
      const listed = await quiet("ls-tree", "-z", "--full-tree", commit, "--", path);
      return entriesOf(listed, "").find((one) => one.path === path && one.type === "blob");
    },
    blob: (id) => run(["cat-file", "blob", id]),
    async log(range, path, limit) {
      const format = "--format=%H%x00%P%x00%an%x00%ae%x00%aI%x00%B%x00%x01";
      const most = limit === undefined ? [] : [`-${limit}`];
      const where = path === undefined ? [] : ["--", `:(literal)${path}`];
      const listed = await text("log", format, ...most, "--end-of-options", range, ...where);
      return listed
        .split("\0\u0001\n")
        .filter((record) => record !== "")
        .map((record) => {
          const [id = "", parents = "", author = "", email = "", date = "", message = ""] = record.split("\0");
          return { id, parents: parents.split(" ").filter(Boolean), author, email, date, message: message.trimEnd() };
        });
    },
    async changes(from, to) {
      const names = (await text("diff", "--no-renames", "--name-status", "-z", from, to)).split("\0");
      const found: { status: string; path: string; diff: string }[] = [];
      for (let at = 0; at + 1 < names.length; at += 2) {
        const path = names[at + 1] ?? "";
        const patch = await text("diff", "--no-renames", from, to, "--", `:(literal)${path}`);
        found.push({ status: names[at] ?? "", path, diff: patch.slice(Math.max(0, patch.indexOf("\n@@") + 1)) });
      }
      return found;
    },
    async mergeBase(a, b) {
      const found = await quiet("merge-base", a, b);
      return found === "" ? undefined : found.trim();
    },
    async write(parent, changes, message, person, at) {
      const index = join(directory, `stand-in-index-${(indexes += 1)}`);
      const env = { GIT_INDEX_FILE: index };
      await run(parent === undefined ? ["read-tree", "--empty"] : ["read-tree", parent], undefined, env);
      for (const [path, content] of Object.entries(changes)) {
        const kept = parent === undefined ? undefined : await this.entry(parent, path);
        const blob = content === null ? "" : (await run(["hash-object", "-w", "--stdin"], content)).toString().trim();
        const line = content === null ? `0 ${"0".repeat(40)}\t${path}` : `${kept?.mode ?? "100644"} ${blob}\t${path}`;
        await run(["update-index", "-z", "--index-info"], `${line}\0`, env);
      }
      const tree = (await run(["write-tree"], undefined, env)).toString().trim();
      await rm(index, { force: true });
      const stamp = `${Math.floor(at / 1000)} +0000`;
      const who = { NAME: person, EMAIL: `${person}@example.test`, DATE: stamp };
      const roles = ["AUTHOR", "COMMITTER"].flatMap((role) =>
        Object.entries(who).map(([key, value]): [string, string] => [`GIT_${role}_${key}`, value]),
      );
      const parents = parent === undefined ? [] : ["-p", parent];
      return (await run(["commit-tree", tree, ...parents], message, Object.fromEntries(roles))).toString().trim();
    },
    async set(branch, commit) {
      const ref = `refs/heads/${branch}`;
      await run(commit === undefined ? ["update-ref", "-d", ref] : ["update-ref", ref, commit]);
    },
    async fetch(other, refspec) {
      await run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", other.directory, refspec]);
    },
  };
}

/** A new bare repository. */
export async function initGit(directory: string, defaultBranch: string): Promise<Git> {
  await git(["init", "--quiet", "--bare", `--initial-branch=${defaultBranch}`, directory]);
  return openGit(directory);
}

/** What git takes for a branch name. */
export async function isBranchName(name: string): Promise<boolean> {
  return git(["check-ref-format", `refs/heads/${name}`]).then(
    () => !name.startsWith("-"),
    () => false,
  );
}

function entriesOf(listed: string, below: string): TreeEntry[] {
  const lines = listed.split("\0").filter((line) => line !== "");
  return lines.map((line) => {
    const [mode = "", type = "", rest = ""] = line.split(" ");
    const path = line.slice(line.indexOf("\t") + 1);
    const id = rest.slice(0, rest.indexOf("\t") < 0 ? undefined : rest.indexOf("\t"));
    return { mode, type: type as TreeEntry["type"], id, path: below === "" ? path : `${below}/${path}` };
  });
}

const environment = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  LC_ALL: "C",
};

function git(args: string[], input?: string | Buffer, more: Record<string, string> = {}): Promise<Buffer> {
  const settings = ["-c", "safe.directory=*", "-c", "uploadpack.allowAnySHA1InWant=true", "-c", "gc.auto=0"];
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...settings, ...args], { env: { ...environment, ...more } });
    const out: Buffer[] = [];
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`git ${args.join(" ")}: ${said}`)),
    );
    child.stdin.end(input);
  });
}
