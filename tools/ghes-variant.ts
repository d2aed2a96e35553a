/**
 * The variants of our reusable workflows for places that do not know `uses: $/name`: GitHub Enterprise Server, older
 * runners and act. They name the sibling actions by repository and version instead.
 */
import { readdir, readFile } from "node:fs/promises";

export interface Pin {
  /** `owner/name` of this repository, where the variant's readers reach it. */
  readonly repository: string;
  /** The tag of the release that the variant belongs to, such as `v1.2.3`. */
  readonly version: string;
}

const FOLDER = ".github/workflows";
const VARIANT = ".pinned.yml";
const REPOSITORY = "org/release-actions";

/** Rewrites each `uses: $/path` of a workflow's text; everything else stays as it is. Throws when there is none. */
export function pinnedVariant(file: string, workflow: string, pin: Pin): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(pin.repository)) throw new Error(`${pin.repository} is not owner/name`);
  if (!/^v\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(pin.version)) throw new Error(`${pin.version} is not a version tag`);
  let count = 0;
  const pinned = workflow.replace(/^(\s*(?:- )?uses: )\$\/([\w./-]+)$/gm, (_, uses: string, path: string) => {
    count += 1;
    return `${uses}${pin.repository}/${path}@${pin.version}`;
  });
  if (count === 0) throw new Error("the workflow has no `uses: $/…`");
  if (/uses:\s*["']?\$\//.test(pinned)) throw new Error("a `uses: $/…` is written in a form that was not rewritten");
  return `# Generated from ${file} by npm run generate. Do not edit. For GitHub Enterprise Server and act.\n${pinned}`;
}

/** The variants by their paths from the root, for the generator: of every workflow that can be called. */
export async function pinnedWorkflows(root: URL): Promise<ReadonlyMap<string, string>> {
  const [names, manifest] = await Promise.all([
    readdir(new URL(FOLDER, root)),
    readFile(new URL("package.json", root), "utf8"),
  ]);
  const { version } = JSON.parse(manifest) as { version: string };
  const pin = { repository: REPOSITORY, version: `v${version}` };
  const variants = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith(".yml") && !one.endsWith(VARIANT)).sort()) {
    const workflow = await readFile(new URL(`${FOLDER}/${name}`, root), "utf8");
    if (!/^ {2}workflow_call:/m.test(workflow)) continue;
    variants.set(`${FOLDER}/${name.replace(/\.yml$/, VARIANT)}`, pinnedVariant(name, workflow, pin));
  }
  return variants;
}
