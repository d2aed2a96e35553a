import type { Io } from "@release-actions/action";
import { heading, link, list, paragraph } from "@release-actions/text";
import type { Block } from "@release-actions/text";
import type { AppliedIssue } from "./apply.ts";
import type { IssuePlan } from "./plan.ts";

export function printPlan(io: Io, plan: IssuePlan): void {
  io.info(describePlan(plan));
  for (const { path, what } of plan.writes) io.info(`  POST ${path}: ${what}`);
  for (const difference of plan.differences) io.notice(`${plan.issue?.key} is left unchanged, although ${difference}`);
}

function describePlan({ issue, writes }: IssuePlan): string {
  if (issue === undefined) return "The issue does not exist yet and will be created.";
  return writes.length === 0
    ? `${issue.key} is up to date: nothing to write.`
    : `${issue.key} exists (${issue.status}): ${issue.summary}`;
}

export function planBlocks(plan: IssuePlan, url: string | undefined): Block[] {
  return [
    heading("Plan for the Jira issue", 3),
    paragraph(["Dry run, nothing was written. ", describePlan(plan)]),
    ...(url === undefined ? [] : [paragraph([link(plan.issue?.key ?? url, url)])]),
    ...(plan.writes.length === 0
      ? []
      : [
          list(
            plan.writes.map(({ what }) => what),
            true,
          ),
        ]),
    ...differenceBlocks(plan),
  ];
}

export function issueBlocks(plan: IssuePlan, { issue, done, created }: AppliedIssue, url: string): Block[] {
  return [
    heading("Jira issue", 3),
    paragraph([
      created ? "Created " : done.length > 0 ? "Updated " : "Unchanged ",
      link(issue.key, url),
      `: ${issue.summary}`,
    ]),
    ...(done.length === 0 ? [] : [list(done, true)]),
    ...differenceBlocks(plan),
  ];
}

function differenceBlocks({ differences }: IssuePlan): Block[] {
  return differences.length === 0 ? [] : [paragraph("Left unchanged, although:"), list(differences)];
}
