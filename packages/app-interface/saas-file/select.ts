import { undecided, type Problem } from "@release-actions/action";
import { quote, shorten } from "@release-actions/text";
import type { BumpOptions, Candidate, SaasFile, Target, TargetSelector } from "./types.ts";
import { openTargetFile } from "./open.ts";
import type { YamlFile } from "./yaml-file.ts";

export interface Selection {
  /** Without repetition, in the order of the file. */
  readonly targets: readonly Target[];
  readonly skipped: readonly TargetSelector[];
  readonly problems: readonly Problem[];
  /** The target files that were read, by their `$ref`. */
  readonly sources: ReadonlyMap<string, YamlFile>;
}

/** The `$ref`s of the target files that must be read before it is known what the selectors match. */
export function filesInQuestion(file: SaasFile, selectors: readonly TargetSelector[]): string[] {
  const templates = new Set(selectors.map(({ template }) => template));
  const files = file.candidates.flatMap(({ template, targetFile }) =>
    targetFile !== undefined && templates.has(template) ? [targetFile] : [],
  );
  return [...new Set(files)];
}

/** The one target of each selector. Throws `undecided` if a target file that matters was not read. */
export async function select(
  file: SaasFile,
  selectors: readonly TargetSelector[],
  options: BumpOptions,
): Promise<Selection> {
  const { targets, sources } = await withTargetFiles(file, selectors, options);
  const chosen = new Set<Target>();
  const skipped: TargetSelector[] = [];
  const problems: Problem[] = [];
  for (const selector of selectors) {
    const found = targets.filter((target) => matches(target, selector));
    const [only] = found;
    if (found.length === 1 && only !== undefined) chosen.add(only);
    else if (found.length === 0 && selector.optional === true) skipped.push(selector);
    else problems.push(...miss(file, selector, found, targets));
  }
  problems.push(...shared(targets, chosen));
  return { targets: targets.filter((target) => chosen.has(target)), skipped, problems, sources };
}

function matches(target: Target, { template, namespace, name }: TargetSelector): boolean {
  return (
    target.template === template &&
    (namespace === undefined || target.namespace === namespace) &&
    (name === undefined || target.name === name)
  );
}

interface Resolved {
  readonly targets: readonly Target[];
  readonly sources: Map<string, YamlFile>;
}

async function withTargetFiles(
  file: SaasFile,
  selectors: readonly TargetSelector[],
  { targetFiles }: BumpOptions,
): Promise<Resolved> {
  const needed = filesInQuestion(file, selectors);
  const unread = needed.filter((name) => targetFiles?.has(name) !== true);
  if (unread.length > 0) {
    throw undecided(
      `${file.file}: which targets are selected depends on files that were not read: ${unread.join(", ")}`,
      {
        remedy: "Check that these files exist.",
        problems: file.candidates
          .filter(({ targetFile = "" }) => unread.includes(targetFile))
          .map((target) => listed(target)),
      },
    );
  }
  const sources = new Map<string, YamlFile>();
  const targets: Target[] = [];
  for (const candidate of file.targets) {
    const { targetFile } = candidate;
    const content = targetFile === undefined || !needed.includes(targetFile) ? undefined : targetFiles?.get(targetFile);
    if (targetFile === undefined || content === undefined) {
      targets.push(candidate);
      continue;
    }
    const { source, target } = openTargetFile(content.bytes, content.file, candidate);
    sources.set(targetFile, sources.get(targetFile) ?? source);
    targets.push(target);
  }
  return { targets, sources };
}

/** A file that two targets refer to has one ref for both. */
function shared(targets: readonly Target[], chosen: ReadonlySet<Target>): Problem[] {
  const others = targets.filter((target) => !chosen.has(target) && target.targetFile !== undefined);
  return [...chosen].flatMap((target) => {
    const other =
      target.targetFile === undefined ? undefined : others.find(({ targetFile }) => targetFile === target.targetFile);
    if (other === undefined) return [];
    const what = `${describe(target)} shares its file with ${describe(other)}, which is not selected`;
    return [{ what, remedy: "Select both or give each a file.", file: target.file, line: target.line }];
  });
}

const MOST_LISTED = 20;

function miss(
  file: SaasFile,
  selector: TargetSelector,
  found: readonly Target[],
  targets: readonly Target[],
): Problem[] {
  const inTemplate = targets.filter(({ template }) => template === selector.template);
  const several = found.length > 1;
  const candidates = several ? found : inTemplate.length > 0 ? inTemplate : targets;
  const what = `${several ? `${found.length} targets match` : "no target matches"} ${selectorText(selector)}`;
  const remedy = several
    ? "Give the namespace and the name of the target, too."
    : "Select one of the targets that the file has.";
  const left = candidates.length - MOST_LISTED;
  const more = left > 0 ? [{ what: `and ${left} more targets`, file: file.file }] : [];
  return [
    { what, remedy, file: file.file },
    ...candidates.slice(0, MOST_LISTED).map((target) => listed(target)),
    ...more,
  ];
}

function selectorText({ template, namespace, name }: Pick<Candidate, "template" | "namespace" | "name">): string {
  const parts = [`template ${quoted(template)}`];
  if (namespace !== undefined) parts.push(`namespace ${shorten(namespace, 200)}`);
  if (name !== undefined) parts.push(`name ${quoted(name)}`);
  return parts.join(", ");
}

function listed(target: Candidate): Problem {
  const ref =
    target.ref === undefined
      ? `in ${shorten(target.targetFile ?? "another file", 200)}`
      : `ref ${shorten(target.ref, 80)}`;
  return { what: `a candidate: ${describe(target)}, ${ref}`, file: target.file, line: target.line };
}

/** The target in words, by what would select it. */
export function describe(target: Candidate): string {
  return `${target.template === "" ? "the target" : selectorText(target)} (${target.path})`;
}

function quoted(text: string): string {
  return quote(text);
}
