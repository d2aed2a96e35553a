/** The released code: what is deployed, and the commits since, with what changelogs trip over. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commitFiles, git, makeRepository } from "../repositories.ts";

export interface DemoSource {
  /** As a forge would hold it. */
  readonly bare: string;
  /** The commit that production has. */
  readonly old: string;
  /** The head of main. */
  readonly commit: string;
  /** An annotated tag's own id. */
  readonly tagObject: string;
  /** Between the two, the oldest first. */
  readonly subjects: readonly string[];
}

const CONFIG = fileURLToPath(new URL("../../examples/app-interface/release-actions.yml", import.meta.url));

export async function makeDemoSource(directory: string): Promise<DemoSource> {
  const work = makeRepository(join(directory, "work"));
  await cp(CONFIG, join(work, "release-actions.yml"));
  git(work, ["add", "release-actions.yml"]);
  commitFiles(work, { "app.py": "print(0)\n" }, "Start");
  const old = commitFiles(work, { "app.py": "print(1)\n" }, "Count what was ingested");
  git(work, ["checkout", "--quiet", "-b", "feature"]);
  const subjects = [
    "fix error handling",
    'fix: a < b & "q" in the query',
    "feat: `backticks`, thanks to @everyone, closes #12 and fixes AAP-77",
    "/lgtm",
    ...Array.from({ length: 8 }, (_, index) => `Read page ${index + 1} of the bundle`),
  ];
  for (const [index, subject] of subjects.entries()) commitFiles(work, { "app.py": `print(${index + 2})\n` }, subject);
  git(work, ["checkout", "--quiet", "main"]);
  git(work, ["merge", "--quiet", "--no-ff", "--message", "Merge branch 'feature'", "feature"]);
  const commit = git(work, ["rev-parse", "HEAD"]);
  git(work, ["tag", "--annotate", "--message", "One", "v1"]);
  const bare = join(directory, "remote.git");
  git(work, ["clone", "--quiet", "--bare", ".", bare]);
  return {
    bare,
    old,
    commit,
    tagObject: git(work, ["rev-parse", "v1"]),
    subjects: [...subjects, "Merge branch 'feature'"],
  };
}
