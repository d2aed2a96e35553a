import { execFile } from "node:child_process";
import type { TagSetup } from "./types.ts";

/** What the forge reads from and writes to a bare repository, so that pushed tags are tags of the forge. */

/** Every tag of the repository by name. */
export async function gitTags(directory: string): Promise<Map<string, TagSetup>> {
  const tagger = ["taggername", "taggeremail:trim", "taggerdate:iso-strict"];
  const fields = ["refname:lstrip=2", "objectname", "*objectname", ...tagger];
  const format = fields.map((field) => `%(${field})`).join("%00") + "%00%(contents)%00%01";
  const listed = await git(directory, "for-each-ref", `--format=${format}`, "refs/tags/");
  const tags = new Map<string, TagSetup>();
  for (const record of listed.split("\0\u0001\n")) {
    const [name, id, peeled, person, email, date, message] = record.split("\0");
    if (name === undefined || name === "" || id === undefined) continue;
    const tag: TagSetup = { id, commit: peeled === undefined || peeled === "" ? id : peeled, message: message ?? "" };
    if (person) tag.tagger = { name: person, email: email ?? "", date: date ?? "" };
    tags.set(name, tag);
  }
  return tags;
}

/** The commit that a branch, a tag or a full id names; undefined when nothing does. */
export async function gitCommit(directory: string, target: string): Promise<string | undefined> {
  const exact = target === "HEAD" || /^[0-9a-f]{40}$/.test(target);
  for (const name of exact ? [target] : [`refs/heads/${target}`, `refs/tags/${target}`]) {
    const parse = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
    const found = await git(directory, ...parse).catch(() => "");
    if (found !== "") return found.trim();
  }
  return undefined;
}

/** Makes a lightweight tag, as both forges do for a release without a tag. */
export async function gitMakeTag(directory: string, name: string, commit: string): Promise<void> {
  await git(directory, "update-ref", `refs/tags/${name}`, commit, "0".repeat(40));
}

function git(directory: string, ...args: string[]): Promise<string> {
  const settings = ["-c", "safe.directory=*", `--git-dir=${directory}`];
  return new Promise((resolve, reject) => {
    execFile("git", [...settings, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      if (error) reject(new Error(`git failed: ${error.message}`));
      else resolve(stdout);
    });
  });
}
