/**
 * The variant of a reusable workflow for places that do not know `uses: $/name`: GitHub Enterprise Server, older
 * runners and act. It names the sibling actions by repository and version instead.
 *
 *   node tools/ghes-variant.ts [--check]
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

export interface Pin {
  /** `owner/name` of this repository, where the variant's readers reach it. */
  readonly repository: string;
  /** The tag of the release that the variant belongs to, such as `v1.2.3`. */
  readonly version: string;
}

const SOURCE = ".github/workflows/release-tag.yml";
const VARIANT = ".github/workflows/release-tag.pinned.yml";
const REPOSITORY = "org/release-actions";

/** Rewrites each `uses: $/path` of a workflow's text; everything else stays as it is. Throws when there is none. */
export function pinnedVariant(workflow: string, pin: Pin): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(pin.repository)) throw new Error(`${pin.repository} is not owner/name`);
  if (!/^v\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(pin.version)) throw new Error(`${pin.version} is not a version tag`);
  let count = 0;
  const pinned = workflow.replace(/^(\s*(?:- )?uses: )\$\/([\w./-]+)$/gm, (_, uses: string, path: string) => {
    count += 1;
    return `${uses}${pin.repository}/${path}@${pin.version}`;
  });
  if (count === 0) throw new Error("the workflow has no `uses: $/…`");
  if (/uses:\s*["']?\$\//.test(pinned)) throw new Error("a `uses: $/…` is written in a form that was not rewritten");
  return `# Generated from release-tag.yml by tools/ghes-variant.ts: do not edit. For GitHub Enterprise Server and act.\n${pinned}`;
}

/** The generated files and their texts, for a generator and for a check that nothing is stale. */
export async function pinnedWorkflows(root: string): Promise<ReadonlyMap<string, string>> {
  const [workflow, manifest] = await Promise.all([
    readFile(`${root}/${SOURCE}`, "utf8"),
    readFile(`${root}/package.json`, "utf8"),
  ]);
  const { version } = JSON.parse(manifest) as { version: string };
  return new Map([[VARIANT, pinnedVariant(workflow, { repository: REPOSITORY, version: `v${version}` })]]);
}

async function main(): Promise<void> {
  const check = process.argv.includes("--check");
  const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
  for (const [path, text] of await pinnedWorkflows(root)) {
    const present = await readFile(`${root}/${path}`, "utf8").catch(() => "");
    if (present === text) continue;
    if (!check) await writeFile(`${root}/${path}`, text);
    else {
      console.error(`${path} is stale: run node tools/ghes-variant.ts`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
