import { invalid, refused } from "@release-actions/action";
import { neededTargetFiles, planBump, readSaasFile } from "@release-actions/app-interface/saas-file";
import type {
  BumpPlan,
  Candidate,
  FilePlan,
  RefChange,
  SaasFile,
  TargetFileContent,
} from "@release-actions/app-interface/saas-file";
import type { Settings } from "./types.ts";

/** What becomes of the refs, as of one commit of app-interface. */
export interface RefPlan {
  readonly saas: SaasFile;
  /** Every file that holds a selected target, changed or not. */
  readonly files: readonly FilePlan[];
  readonly changes: readonly RefChange[];
  /** All selected targets, in the order of the file. */
  readonly selected: readonly Candidate[];
  readonly plan: BumpPlan;
}

type Read = (path: string) => Promise<Buffer | undefined>;

/** Reads the saas file and plans it. Throws what planBump throws, and `invalid` for a file that is missing. */
export async function planRefs(read: Read, { file, selectors, ref, allowMovingRef }: Settings): Promise<RefPlan> {
  const bytes = await read(file);
  if (bytes === undefined)
    throw invalid(`app-interface has no file ${file}`, {
      remedy: "Check file; it is read at the head of base-branch.",
    });
  const saas = await readSaasFile(bytes, file);
  const targetFiles = new Map<string, TargetFileContent>();
  for (const name of await neededTargetFiles(saas, selectors)) {
    const path = `data${name}`;
    const content = name.startsWith("/") ? await read(path) : undefined;
    if (content !== undefined) targetFiles.set(name, { file: path, bytes: content });
  }
  const plan = await planBump(saas, selectors, { ref, allowMovingRef, targetFiles });
  const files = [plan, ...plan.externalTargets];
  const changes = files.flatMap((one) => one.changes);
  const selected = [...changes.map(({ candidate }) => candidate), ...files.flatMap(({ unchanged }) => unchanged)];
  if (selected.length === 0)
    throw refused(`none of the targets is in ${file}, and all are optional`, {
      remedy: "Correct the targets, or take optional away.",
    });
  return { saas, files, changes, selected, plan };
}

export function changedFiles({ files }: RefPlan): { path: string; bytes: Buffer }[] {
  return files.filter(({ changes }) => changes.length > 0).map(({ file, bytes }) => ({ path: file, bytes }));
}

/** The old refs, each once, in the order of the file. */
export function oldRefs({ changes }: Pick<RefPlan, "changes">): string[] {
  return [...new Set(changes.map(({ oldRef }) => oldRef))];
}
