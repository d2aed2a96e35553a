/**
 * npm run ghes-workflows -- <directory> [--repository owner/name]: writes the variants of our reusable workflows for
 * places that do not know `uses: $/name` or YAML anchors: GitHub Enterprise Server, older runners and act. They name the
 * sibling actions by repository and version instead, and are attached to every release.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isAlias, isNode, parseDocument, visit, type Node } from "yaml";
import { ROOT } from "./root.ts";

export interface Pin {
  /** `owner/name` of this repository, where the variant's readers reach it. */
  readonly repository: string;
  /** The tag of the release that the variant belongs to, such as `v1.2.3`. */
  readonly version: string;
}

const FOLDER = ".github/workflows";
const VARIANT = ".pinned.yml";
const REPOSITORY = "org/release-actions";

/** Rewrites each `uses: $/path` of a workflow's text and writes out its aliases. Throws if it has no such `uses`. */
export function pinnedVariant(file: string, workflow: string, pin: Pin): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(pin.repository)) throw new Error(`${pin.repository} is not owner/name`);
  if (!/^v\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(pin.version)) throw new Error(`${pin.version} is not a version tag`);
  let count = 0;
  const pinned = withoutAliases(workflow).replace(
    /^(\s*(?:- )?uses: )\$\/([\w./-]+)$/gm,
    (_, uses: string, path: string) => {
      count += 1;
      return `${uses}${pin.repository}/${path}@${pin.version}`;
    },
  );
  if (count === 0) throw new Error("the workflow has no `uses: $/…`");
  if (/uses:\s*["']?\$\//.test(pinned)) throw new Error("a `uses: $/…` is written in a form that was not rewritten");
  return `# ${file} of release-actions ${pin.version}, for GitHub Enterprise Server, older runners and act.\n${pinned}`;
}

/** The text as it is where it has no alias; otherwise written again, with a copy of its target in place of each alias. */
function withoutAliases(workflow: string): string {
  const document = parseDocument(workflow);
  let count = 0;
  visit(document, {
    Alias(_, alias) {
      const target = alias.resolve(document);
      if (target === undefined || isAlias(target)) throw new Error(`*${alias.source} leads nowhere`);
      count += 1;
      return target.clone() as Node;
    },
  });
  if (count === 0) return workflow;
  visit(document, { Node: (_, node) => void (isNode(node) && "anchor" in node && delete node.anchor) });
  return document.toString({ lineWidth: 0 });
}

/** The variants of every workflow that can be called, by their file names. */
export async function pinnedWorkflows(root: URL, repository = REPOSITORY): Promise<ReadonlyMap<string, string>> {
  const [names, manifest] = await Promise.all([
    readdir(new URL(FOLDER, root)),
    readFile(new URL("package.json", root), "utf8"),
  ]);
  const { version } = JSON.parse(manifest) as { version: string };
  const pin = { repository, version: `v${version}` };
  const variants = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith(".yml")).sort()) {
    const workflow = await readFile(new URL(`${FOLDER}/${name}`, root), "utf8");
    if (!/^ {2}workflow_call:/m.test(workflow)) continue;
    variants.set(name.replace(/\.yml$/, VARIANT), pinnedVariant(name, workflow, pin));
  }
  return variants;
}

/** Writes the variants into a directory, which is made where it is missing. */
export async function writePinnedWorkflows(directory: string, repository?: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const variants = await pinnedWorkflows(ROOT, repository);
  const files = [...variants].map(([name, text]) => [join(directory, name), text] as const);
  for (const [file, text] of files) await writeFile(file, text);
  return files.map(([file]) => file);
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { repository: { type: "string" } } });
  const [directory] = positionals;
  if (directory === undefined) {
    console.error("Usage: npm run ghes-workflows -- <directory> [--repository owner/name]");
    process.exitCode = 2;
  } else for (const file of await writePinnedWorkflows(directory, values.repository)) console.log(file);
}
