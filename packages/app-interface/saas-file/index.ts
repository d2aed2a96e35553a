import type {
  BumpOptions,
  BumpPlan,
  Candidate,
  FilePlan,
  PromotionRequest,
  RefPlan,
  SaasFile,
  TargetSelector,
} from "./types.ts";

export type {
  BumpOptions,
  BumpPlan,
  Candidate,
  FilePlan,
  PromotionRequest,
  RefChange,
  RefPlan,
  SaasFile,
  TargetFileContent,
  TargetSelector,
  Template,
} from "./types.ts";

// Everything is loaded with the first call, since few runs need it.

/**
 * Reads a saas file. `file` is its path, for messages and the diff. Throws `invalid` with all problems and their lines.
 * Schema: https://github.com/app-sre/qontract-schemas/blob/main/schemas/app-sre/saas-file-2.yml
 */
export async function readSaasFile(bytes: Buffer, file: string): Promise<SaasFile> {
  const { openSaasFile } = await import("./open.ts");
  return openSaasFile(bytes, file);
}

/** The `$ref`s of the target files that `planBump` needs in `targetFiles` for these selectors. */
export async function neededTargetFiles(file: SaasFile, selectors: readonly TargetSelector[]): Promise<string[]> {
  const { filesInQuestion } = await import("./select.ts");
  return filesInQuestion(file, selectors);
}

/**
 * Replaces the refs of the selected targets and proves that no other byte changes. Plans nothing unless every target
 * can be changed. Throws `invalid` for a ref that is not a commit, `refused` with all reasons and the candidates if a
 * selector does not match exactly one target or a target must not be changed, `undecided` if a target file is missing,
 * and an Error if the proof fails.
 */
export async function planBump(
  file: SaasFile,
  selectors: readonly TargetSelector[],
  options: BumpOptions,
): Promise<BumpPlan> {
  const { planSaasFile } = await import("./plan.ts");
  return planSaasFile(file, selectors, options);
}

/**
 * As `planBump`, for the one target of a target file. Schema:
 * https://github.com/app-sre/qontract-schemas/blob/main/schemas/app-sre/saas-file-target-1.yml
 */
export async function planTargetFile(bytes: Buffer, file: string, options: BumpOptions): Promise<FilePlan> {
  const { planOneTarget } = await import("./plan.ts");
  return planOneTarget(bytes, file, options);
}

/**
 * Reads a saas file, and the target files that the selectors may mean, and plans the promotion. Throws what
 * `readSaasFile` and `planBump` throw, `invalid` for a file that does not exist, and `refused` if no target is selected
 * because all are optional.
 */
export async function planRefs(request: PromotionRequest): Promise<RefPlan> {
  return (await import("./promotion.ts")).planRefs(request);
}

/** What people call a target, such as `tower-analytics-prod (tower-analytics-clowdapp)`. */
export function targetName({ template, namespace, name }: Candidate): string {
  const file = namespace?.split("/").at(-1);
  const place = file?.replace(/\.ya?ml$/, "") ?? name;
  if (place === undefined) return template;
  return `${place} (${template}${name === undefined || name === place ? "" : `, ${name}`})`;
}
