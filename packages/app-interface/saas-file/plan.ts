import { invalid, refused, type Problem } from "@release-actions/action";
import type { BumpOptions, BumpPlan, FilePlan, SaasFile, TargetSelector } from "./types.ts";
import { editRefs } from "./edit.ts";
import { checkRef, refusals } from "./judge.ts";
import { openTargetFile } from "./open.ts";
import { select } from "./select.ts";

export async function planSaasFile(
  file: SaasFile,
  selectors: readonly TargetSelector[],
  options: BumpOptions,
): Promise<BumpPlan> {
  checkRef(options.ref);
  if (selectors.length === 0)
    throw invalid(`no target of ${file.file} is selected`, { remedy: "Select at least one." });
  const { targets, skipped, problems, sources } = await select(file, selectors, options);
  refuseAll(file.file, [...problems, ...targets.flatMap((target) => refusals(target, options))]);

  const inline = targets.filter(({ targetFile }) => targetFile === undefined);
  const plan = editRefs(file.source, inline, options.ref);
  const externalTargets = [...sources].flatMap(([targetFile, source]) => {
    const target = targets.find((candidate) => candidate.targetFile === targetFile);
    return target === undefined ? [] : [{ ...editRefs(source, [target], options.ref), targetFile }];
  });
  return { ...plan, warnings: [...file.warnings, ...plan.warnings], skipped, externalTargets };
}

export async function planOneTarget(bytes: Buffer, file: string, options: BumpOptions): Promise<FilePlan> {
  checkRef(options.ref);
  const { source, target } = openTargetFile(bytes, file);
  refuseAll(file, refusals(target, options));
  return editRefs(source, [target], options.ref);
}

/** All or nothing: one target that cannot be changed stops the others. */
function refuseAll(file: string, problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  throw refused(`${file} is not bumped, in none of its targets: ${first.what}`, {
    remedy: first.remedy ?? "Correct the selection.",
    problems,
  });
}
