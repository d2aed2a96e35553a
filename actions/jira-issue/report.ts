import type { Io } from "@release-actions/action";
import { heading, link, list, paragraph } from "@release-actions/text";
import type { Block } from "@release-actions/text";
import type { Applied } from "./apply.ts";
import type { Plan } from "./plan.ts";

export function printPlan(io: Io, plan: Plan): void {
  io.info(sentence(plan));
  for (const { path, what } of plan.writes) io.info(`  POST ${path}: ${what}`);
  for (const difference of plan.differences) io.notice(`${plan.issue?.key} is left as it is, though ${difference}`);
}

function sentence({ issue, writes }: Plan): string {
  if (issue === undefined) return "There is no such issue yet: it will be made.";
  return writes.length === 0
    ? `${issue.key} is there as it should be: nothing to write.`
    : `${issue.key} is there (${issue.status}): ${issue.summary}`;
}

export function planBlocks(plan: Plan, url: string | undefined): Block[] {
  return [
    heading("Plan for the Jira issue", 3),
    paragraph(["Dry run, nothing was written. ", sentence(plan)]),
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

export function issueBlocks(plan: Plan, { issue, done, created }: Applied, url: string): Block[] {
  return [
    heading("Jira issue", 3),
    paragraph([
      created ? "Made " : done.length > 0 ? "Brought up to date " : "Unchanged ",
      link(issue.key, url),
      `: ${issue.summary}`,
    ]),
    ...(done.length === 0 ? [] : [list(done, true)]),
    ...differenceBlocks(plan),
  ];
}

function differenceBlocks({ differences }: Plan): Block[] {
  return differences.length === 0 ? [] : [paragraph("Left as it is, though:"), list(differences)];
}
