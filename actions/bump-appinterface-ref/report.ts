import type { Io } from "@release-actions/action";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import type { Candidate } from "@release-actions/app-interface/saas-file";
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
import type { Prepared } from "./prepare.ts";
import { oldRefs } from "./refs.ts";
import type { Settings } from "./types.ts";
import { targetName } from "./texts.ts";
import type { Written } from "./write.ts";

/** The targets as the output tells them. */
export function targetRows({ refs }: Prepared): object[] {
  const changed = refs.changes.map(({ candidate, oldRef, newRef, line }) => {
    return { ...rowOf(candidate), line, "old-ref": oldRef, "new-ref": newRef, changed: true };
  });
  const same = refs.files.flatMap(({ unchanged }) => unchanged);
  const kept = same.map((candidate) => ({
    ...rowOf(candidate),
    line: candidate.line,
    "old-ref": candidate.ref,
    "new-ref": candidate.ref,
    changed: false,
  }));
  return [...changed, ...kept];
}

function rowOf({ template, namespace, name, file }: Candidate): object {
  return { template, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }), file };
}

export function diffOf({ refs }: Prepared): string {
  return refs.files.map(({ diff }) => diff).join("");
}

export function printPlan(io: Io, prepared: Prepared, steps: readonly string[], settings: Settings): void {
  const { date } = prepared;
  const why = settings.isDateGiven ? "" : date === settings.date ? " (today, UTC)" : " (that of the merge request)";
  io.info(`the day of the release is ${date}${why}`);
  for (const { candidate, oldRef, newRef, line } of prepared.refs.changes) {
    io.info(`${candidate.file}:${line}: ${targetName(candidate)}: ${shorten(oldRef, 80)} → ${newRef}`);
  }
  for (const warning of prepared.warnings) io.warning(warning);
  io.info(steps.length === 0 ? "nothing to write" : "the plan:");
  for (const step of steps) io.info(`  ${step}`);
}

export function planBlocks(prepared: Prepared, steps: readonly string[], settings: Settings): Block[] {
  const { work } = prepared;
  return [
    heading(`Plan for ${settings.file}`, 3),
    paragraph(steps.length === 0 ? "Dry run: there is nothing to write." : "Dry run, nothing was written."),
    ...(steps.length === 0 ? [] : [list(steps, true)]),
    ...shared(prepared),
    ...(work === undefined
      ? []
      : [details("The merge request's text", [codeBlock(work.texts.description, "markdown")])]),
  ];
}

export function doneBlocks(prepared: Prepared, written: Written | undefined, settings: Settings): Block[] {
  const { superseded, work } = prepared;
  if (written === undefined || work === undefined) {
    return [
      heading(`${settings.file}: nothing to promote`, 3),
      paragraph(["Every target has ", code(settings.ref), " already."]),
      ...shared(prepared),
    ];
  }
  const { mergeRequest } = written;
  return [
    heading(mergeRequest.title, 3),
    paragraph([
      "Merge request ",
      link(`!${mergeRequest.iid}`, mergeRequest.webUrl),
      " on the branch ",
      code(written.branch),
      written.changed ? "" : ", unchanged",
    ]),
    ...shared(prepared),
    paragraph("Next: have it reviewed. app-interface merges it when the owners have approved, and deploys it then."),
    ...(superseded.length > 0
      ? [paragraph("Older merge requests for the same targets:"), list(superseded.map(asLink))]
      : []),
    ...rollback(prepared),
  ];
}

const asLink = ({ iid, webUrl, title }: MergeRequest) => [link(`!${iid}`, webUrl), ` ${shorten(title, 80)}`];

function shared(prepared: Prepared): Block[] {
  const { refs, warnings } = prepared;
  const diff = diffOf(prepared);
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
function rollback({ refs }: Prepared): Block[] {
  const [only, ...others] = oldRefs(refs);
  if (only === undefined || others.length > 0 || !/^[0-9a-f]{40}$/.test(only)) return [];
  return [
    paragraph(["To go back: run the same job with ", code(`ref: ${only}`), " and ", code("allow-rollback: true"), "."]),
  ];
}
