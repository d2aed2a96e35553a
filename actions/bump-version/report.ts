import type { Context, Io } from "@release-actions/action";
import type { ObjectId } from "@release-actions/git";
import { codeBlock, heading, paragraph } from "@release-actions/text";
import { unifiedDiff } from "@release-actions/text/diff";
import { uncommittedFiles, unwrittenFiles } from "./apply.ts";
import type { Inputs } from "./inputs.ts";
import type { VersionPlan } from "./plan.ts";
import { decodeText } from "./work-files.ts";

const MAX_DIFF = 64 * 1024;

/** With a commit: from the last commit to the next. Without: from the work tree as it is to what it will be. */
export function diffOf(plan: VersionPlan, { commit }: Inputs): string {
  const files = commit ? uncommittedFiles(plan) : unwrittenFiles(plan);
  return files
    .map((file) => {
      const before = commit ? file.committed : file.present;
      const after = commit ? file.intended : file.checkedOut;
      return unifiedDiff(file.repositoryPath, decodeText(before).text, decodeText(after).text);
    })
    .join("");
}

/** Outputs and summaries are limited in size; the whole diff is in the log. */
export function shortDiff(diff: string): string {
  if (diff.length <= MAX_DIFF) return diff;
  const end = diff.lastIndexOf("\n", MAX_DIFF) + 1;
  return `${diff.slice(0, end)}[${diff.length - end} more characters: see the log]\n`;
}

export function reportPlan(
  io: Io,
  { version, previous }: VersionPlan,
  steps: readonly string[],
  diff: string,
  isDryRun: boolean,
): void {
  io.info(`The version is ${version}${previous === "" || previous === version ? "" : `, after ${previous}`}.`);
  if (steps.length === 0) io.info("Everything is in place; nothing to do.");
  for (const step of steps) io.info(`${isDryRun ? "Would create" : "Will create"}: ${step}`);
  if (diff !== "") io.info(diff);
  io.summary(
    heading(`Version ${version}`),
    paragraph(steps.length === 0 ? "Everything was in place." : steps.join("; ")),
  );
  if (diff !== "") io.summary(codeBlock(shortDiff(diff), "diff"));
}

export function printNextStep(
  plan: VersionPlan,
  { inputs, io, host }: Context<Inputs>,
  commit: ObjectId | undefined,
): void {
  if ((!inputs.commit && !inputs.tag) || commit === undefined) return;
  const branch = plan.branch ?? "HEAD:refs/heads/<branch>";
  const refs = [...(inputs.commit ? [branch] : []), ...(inputs.tag ? [`refs/tags/${plan.tagName}`] : [])];
  io.info(`Nothing was pushed. Next: git push --atomic origin ${refs.join(" ")}`);
  if (host.kind !== "github") return;
  io.warning(
    "A push with GITHUB_TOKEN starts no workflow: a release workflow on this tag would not run. " +
      "Push with a GitHub App token or a deploy key, or start the workflow with workflow_dispatch.",
  );
}
