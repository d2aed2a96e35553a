import type { Io } from "@release-actions/action";
import { targetName, type Candidate, type RefPlan } from "@release-actions/app-interface/saas-file";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import {
  code,
  codeBlock,
  details,
  heading,
  link,
  list,
  paragraph,
  shorten,
  table,
  type Block,
} from "@release-actions/text";
import type { Promotion } from "./apply.ts";
import type { Outputs } from "./inputs.ts";
import type { PromotionPlan } from "./plan.ts";
import type { Settings } from "./settings.ts";

/** `promotion`: what exists; undefined for a dry run, and if there was nothing to promote. */
export function outputsOf(
  plan: PromotionPlan,
  { ref }: Settings,
  promotion: Promotion | undefined,
  closed: boolean,
): Omit<Outputs, "verdict" | "changed"> {
  const { refs, ranges, change, superseded } = plan;
  const mergeRequest = promotion?.mergeRequest ?? change?.existing;
  const commits = ranges.flatMap((range) => range.commits);
  return {
    oldRef: refs.oldRefs.join(",") || ref,
    newRef: ref,
    targets: targetRows(refs),
    branch: promotion?.branch ?? change?.branch.name,
    commit: promotion?.commit ?? (change?.branch.state === "kept" ? change.branch.commit : undefined),
    mrIid: mergeRequest?.iid,
    mrUrl: mergeRequest?.webUrl,
    diff: diffOf(refs),
    changelog: change?.texts.changelog,
    commits: commits.map(({ id, subject, author, parents }) => ({ id, subject, author, merge: parents.length > 1 })),
    superseded: superseded.map(({ iid, webUrl }) => ({ iid, url: webUrl, closed })),
  };
}

function targetRows({ files, changes }: RefPlan): object[] {
  const changed = changes.map(({ candidate, oldRef, newRef, line }) => {
    return { ...rowOf(candidate), line, "old-ref": oldRef, "new-ref": newRef, changed: true };
  });
  const kept = files
    .flatMap(({ unchanged }) => unchanged)
    .map((candidate) => {
      const { line, ref } = candidate;
      return { ...rowOf(candidate), line, "old-ref": ref, "new-ref": ref, changed: false };
    });
  return [...changed, ...kept];
}

function rowOf({ template, namespace, name, file }: Candidate): object {
  return { template, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }), file };
}

function diffOf({ files }: RefPlan): string {
  return files.map(({ diff }) => diff).join("");
}

/** Logs the plan and its warnings. */
export function printPlan(io: Io, plan: PromotionPlan, steps: readonly string[], settings: Settings): void {
  const { date, refs, warnings } = plan;
  const why = settings.isDateGiven ? "" : date === settings.date ? " (today, UTC)" : " (that of the merge request)";
  io.info(`day of the release: ${date}${why}`);
  for (const { candidate, oldRef, newRef, line } of refs.changes) {
    io.info(`${candidate.file}:${line}: ${targetName(candidate)}: ${shorten(oldRef, 80)} → ${newRef}`);
  }
  for (const warning of warnings) io.warning(warning);
  io.info(steps.length === 0 ? "nothing to write" : "the plan:");
  for (const step of steps) io.info(`  ${step}`);
}

export function printDiff(io: Io, { refs }: PromotionPlan): void {
  for (const line of diffOf(refs).split("\n")) io.info(line);
}

/** The summary of a dry run. */
export function planBlocks(plan: PromotionPlan, steps: readonly string[], { file }: Settings): Block[] {
  const { change } = plan;
  return [
    heading(`Plan for ${file}`, 3),
    paragraph(steps.length === 0 ? "Dry run: there is nothing to write." : "Dry run, nothing was written."),
    ...(steps.length === 0 ? [] : [list(steps, true)]),
    ...sharedBlocks(plan),
    ...(change === undefined
      ? []
      : [details("The merge request's text", [codeBlock(change.texts.description, "markdown")])]),
  ];
}

/** The summary of a run that may write. */
export function doneBlocks(plan: PromotionPlan, promotion: Promotion | undefined, settings: Settings): Block[] {
  if (promotion === undefined) {
    return [
      heading(`${settings.file}: nothing to promote`, 3),
      paragraph(["Every target has ", code(settings.ref), " already."]),
      ...sharedBlocks(plan),
    ];
  }
  const { mergeRequest, branch, changed } = promotion;
  const { superseded } = plan;
  return [
    heading(mergeRequest.title, 3),
    paragraph([
      "Merge request ",
      link(`!${mergeRequest.iid}`, mergeRequest.webUrl),
      " on the branch ",
      code(branch),
      changed ? "" : ", unchanged",
    ]),
    ...sharedBlocks(plan),
    paragraph("Next: have it reviewed. app-interface merges it when the owners have approved, and then deploys it."),
    ...(superseded.length > 0
      ? [paragraph("Older merge requests for the same targets:"), list(superseded.map(mergeRequestLink))]
      : []),
    ...rollbackBlocks(plan.refs),
  ];
}

function mergeRequestLink({ iid, webUrl, title }: MergeRequest) {
  return [link(`!${iid}`, webUrl), ` ${shorten(title, 80)}`];
}

function sharedBlocks({ refs, warnings }: PromotionPlan): Block[] {
  const diff = diffOf(refs);
  const rows = refs.changes.map(({ candidate, oldRef, newRef }) => [
    targetName(candidate),
    code(shorten(oldRef, 80)),
    code(newRef),
  ]);
  return [
    ...(rows.length === 0 ? [] : [table(["Target", "Old ref", "New ref"], rows)]),
    ...(warnings.length === 0 ? [] : [list(warnings)]),
    ...(diff === "" ? [] : [details("The change", [codeBlock(diff, "diff")])]),
  ];
}

/** The way back is the same action with the old ref. */
function rollbackBlocks({ oldRefs }: RefPlan): Block[] {
  const [only, ...others] = oldRefs;
  if (only === undefined || others.length > 0 || !/^[0-9a-f]{40}$/.test(only)) return [];
  return [
    paragraph(["To go back: run the same job with ", code(`ref: ${only}`), " and ", code("allow-rollback: true"), "."]),
  ];
}
