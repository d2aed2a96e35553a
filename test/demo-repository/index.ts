/** A repository like the one that the walking-skeleton release comes from: four annotated tags on one commit. */
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEMO_CHANGELOG } from "./changelog.ts";

export { DEMO_CHANGELOG, DEMO_NOTES } from "./changelog.ts";

export interface DemoRepository {
  /** A clone with a checked-out branch. */
  readonly workTree: string;
  /** The bare repository that it pushes to, as a forge would hold it. */
  readonly bare: string;
  /** The commit that all tags point to; it is not on main. */
  readonly commit: string;
  readonly tags: readonly string[];
}

export interface DemoOptions {
  /** A directory of the caller's; the repository is made in `work` and `remote.git` below it. */
  readonly directory: string;
  /** The text of CHANGELOG.md. Default: DEMO_CHANGELOG. */
  readonly changelog?: string;
  /** Further files by path, or other texts for the ones that it has. */
  readonly files?: Readonly<Record<string, string>>;
}

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Tag by component: its message. The tags carry the train's version; automation-service has its own version. */
const TAGS: Readonly<Record<string, string>> = {
  "v1.1.0-automation-service":
    "Release automation-service 3.0.1\n\n- Hands requests on to the pipeline\n\nPart of Walking Skeleton v1.1.0",
  "v1.1.0-ai-pipeline":
    "Release ai-pipeline 1.1.0\n\n- Answers ping without a model\n\nPart of Walking Skeleton v1.1.0",
  "v1.1.0-frontend": "Release frontend 1.1.0\n\n- Sandbox page\n\nPart of Walking Skeleton v1.1.0",
  "v1.1.0-walking-skeleton": "Walking Skeleton v1.1.0\n\nAll the way through, from the page to the pipeline and back.",
};

const FILES: Readonly<Record<string, string>> = {
  "automation-service/__init__.py": '"""Hands requests on."""\n\n__version__ = "3.0.1"\n',
  "automation-service/Dockerfile": "FROM scratch\nCOPY __init__.py /\n",
  "pipeline/__init__.py": '"""Runs tools."""\n\n__version__ = "1.1.0"\n',
  "pipeline/Dockerfile": "FROM scratch\nCOPY __init__.py /\n",
  "frontend/package.json": '{\n  "name": "demo-frontend",\n  "version": "1.1.0",\n  "private": true\n}\n',
  "frontend/Dockerfile": "FROM scratch\nCOPY package.json /\n",
  "scripts/release_smoke.sh":
    '#!/usr/bin/env bash\nset -euo pipefail\necho "smoke test of ${RELEASE_COMPONENT:-all} ${RELEASE_VERSION:-}"\n',
};

/** Fixed names and dates, so that every run makes the same commits. */
const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Demo",
  GIT_AUTHOR_EMAIL: "demo@example.test",
  GIT_COMMITTER_NAME: "Demo",
  GIT_COMMITTER_EMAIL: "demo@example.test",
  GIT_AUTHOR_DATE: "2025-01-15T12:00:00Z",
  GIT_COMMITTER_DATE: "2025-01-15T12:00:00Z",
};

export async function createDemoRepository(options: DemoOptions): Promise<DemoRepository> {
  const workTree = join(options.directory, "work");
  const bare = join(options.directory, "remote.git");
  const git = runner(workTree);
  await mkdir(workTree, { recursive: true });
  await git("init", "--quiet", "--initial-branch=main");
  await git("commit", "--quiet", "--allow-empty", "--message=Start");
  await git("checkout", "--quiet", "-b", "release/walking-skeleton");
  await writeFiles(workTree, { ...FILES, "CHANGELOG.md": options.changelog ?? DEMO_CHANGELOG });
  await cp(join(EXAMPLES, "release-actions.yml"), join(workTree, "release-actions.yml"));
  await writeFiles(workTree, {
    ".github/workflows/release.yml": await readFile(join(EXAMPLES, "github/release.yml"), "utf8"),
  });
  await writeFiles(workTree, options.files ?? {});
  await git("add", "--all");
  await git("update-index", "--chmod=+x", "scripts/release_smoke.sh");
  await git("commit", "--quiet", "--message=Prepare the walking skeleton");
  for (const [tag, message] of Object.entries(TAGS)) await git("tag", "--annotate", `--message=${message}`, tag);
  await git("clone", "--quiet", "--bare", ".", bare);
  await git("remote", "add", "origin", bare);
  const commit = (await git("rev-parse", "HEAD")).trim();
  return { workTree, bare, commit, tags: Object.keys(TAGS) };
}

function runner(directory: string): (...args: string[]) => Promise<string> {
  const env = { ...process.env, ...GIT_ENVIRONMENT };
  return async (...args) => (await promisify(execFile)("git", args, { cwd: directory, env })).stdout;
}

async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
