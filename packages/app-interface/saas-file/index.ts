import type { BumpOptions, BumpPlan, FilePlan, SaasFile, TargetSelector } from "./types.ts";

export type {
  BumpOptions,
  BumpPlan,
  Candidate,
  FilePlan,
  RefChange,
  SaasFile,
  TargetFileContent,
  TargetSelector,
  Template,
} from "./types.ts";

// All of it comes with the first call, since few runs want it.

/**
 * Reads a file of the schema /app-sre/saas-file-2.yml. `file` is its path, for messages and the diff.
 * Throws ActionError "invalid" with all problems and their lines.
 */
export async function readSaasFile(bytes: Buffer, file: string): Promise<SaasFile> {
  const { openSaasFile } = await import("./open.ts");
  return openSaasFile(bytes, file);
}

/** The `$ref`s of the target files that planBump must be given in `targetFiles` for these selectors. */
export async function neededTargetFiles(file: SaasFile, selectors: readonly TargetSelector[]): Promise<string[]> {
  const { filesInQuestion } = await import("./select.ts");
  return filesInQuestion(file, selectors);
}

/**
 * The file with the selected targets' refs replaced and every other byte as it was, which is proved before it is
 * returned. Nothing is planned unless every target can be bumped. Throws ActionError "invalid" for a ref that is no commit,
 * "refused" where a selector means no target or several or a target must not be bumped, with all reasons and the
 * candidates, and "undecided" where a target file was not given; an Error when the proof fails.
 */
export async function planBump(
  file: SaasFile,
  selectors: readonly TargetSelector[],
  options: BumpOptions,
): Promise<BumpPlan> {
  const { planSaasFile } = await import("./plan.ts");
  return planSaasFile(file, selectors, options);
}

/** As planBump, for the one target of a file of the schema /app-sre/saas-file-target-1.yml. */
export async function planTargetFile(bytes: Buffer, file: string, options: BumpOptions): Promise<FilePlan> {
  const { planOneTarget } = await import("./plan.ts");
  return planOneTarget(bytes, file, options);
}
