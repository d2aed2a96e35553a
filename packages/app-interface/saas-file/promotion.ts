import { invalid, refused } from "@release-actions/action";
import { filesInQuestion } from "./select.ts";
import { openSaasFile } from "./open.ts";
import { planSaasFile } from "./plan.ts";
import type { PromotionRequest, RefPlan, TargetFileContent } from "./types.ts";

export async function planRefs({ read, file, selectors, ref, allowMovingRef }: PromotionRequest): Promise<RefPlan> {
  const bytes = await read(file);
  if (bytes === undefined)
    throw invalid(`app-interface has no file ${file}`, {
      remedy: "Check the path of the file; it is read at the head of the base branch.",
    });
  const saas = openSaasFile(bytes, file);
  const targetFiles = new Map<string, TargetFileContent>();
  for (const name of filesInQuestion(saas, selectors)) {
    const path = `data${name}`;
    const content = name.startsWith("/") ? await read(path) : undefined;
    if (content !== undefined) targetFiles.set(name, { file: path, bytes: content });
  }
  const plan = await planSaasFile(saas, selectors, { ref, allowMovingRef, targetFiles });
  const files = [plan, ...plan.externalTargets];
  const changes = files.flatMap((one) => one.changes);
  const selected = [...changes.map(({ candidate }) => candidate), ...files.flatMap(({ unchanged }) => unchanged)];
  if (selected.length === 0)
    throw refused(`none of the targets is in ${file}, and all are optional`, {
      remedy: "Correct the targets, or remove optional.",
    });
  const names = new Set(selected.map(({ template }) => template));
  const urls = saas.templates.flatMap(({ name, url }) => (names.has(name) && url !== undefined ? [url] : []));
  return {
    files,
    changes,
    selected,
    skipped: plan.skipped,
    warnings: plan.warnings,
    oldRefs: [...new Set(changes.map(({ oldRef }) => oldRef))],
    urls: [...new Set(urls)],
    hasAutomaticTargets: saas.targets.some(({ auto }) => auto),
  };
}
