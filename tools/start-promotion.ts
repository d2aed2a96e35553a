/**
 * npm start -- promote-appinterface: promotes a demo service on this machine. The steps of
 * .github/workflows/promote-appinterface.yml run as they are in that file, with the actions of dist/, against
 * stand-ins of Quay, GitLab and Jira.
 */
import { parseArgs } from "node:util";
import { startDemoPromotion, UPSTREAM, type DemoPromotion } from "../test/demo-promotion/index.ts";
import type { RunResult } from "../test/workflow-runner/index.ts";
import { rehearse } from "./rehearsal.ts";
import type { Styles } from "./start-report.ts";

const HELP = `npm start -- promote-appinterface [--include billing] [--dry-run] [--keep]

Creates a service, its image, an app-interface that deploys it, and a Jira, takes the
service's newest commit through .github/workflows/promote-appinterface.yml, and shows
the merge request and the issue. Nothing leaves this machine.

  --include <group>  also promote this group of targets: billing
  --dry-run          check everything, write nothing
  --keep             keep the folder with the repositories and the jobs' files
  --help             show this text
`;

interface Choice {
  readonly include: string;
  readonly "dry-run": boolean;
}

/** Runs the rehearsal. Returns the exit code. */
export async function startPromotion(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      include: { type: "string", default: "" },
      "dry-run": { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { keep, help, ...choice } = values;
  if (help) process.stdout.write(HELP);
  return help ? 0 : promote(choice, keep);
}

function promote(choice: Choice, keep: boolean): Promise<number> {
  return rehearse(keep, async ({ directory, style, signal, print, onStep }) => {
    const demo = await startDemoPromotion({ directory });
    try {
      print(style.bold(`Promoting ${demo.source.commit.slice(0, 12)} to production`));
      print(
        style.dim(
          `by .github/workflows/promote-appinterface.yml, at the stand-ins ${demo.quay.url} (Quay), ${demo.gitlab.url} (GitLab), ${demo.jira.url} (Jira)`,
        ),
      );
      const run = await demo.promote({ ...choice }, { onStep, signal });
      if (demo.mergeRequests().length > 0) print(promotionText(run, demo, style));
      return {
        problems: problemsOf(run, demo, choice),
        done: choice["dry-run"] ? "Checked, nothing written," : "Merge request and issue created",
      };
    } finally {
      await demo.close();
    }
  });
}

/** What differs from the expected result of a promotion; empty if nothing does. */
function problemsOf(run: RunResult, demo: DemoPromotion, choice: Choice): string[] {
  const jobs = Object.entries(run.jobs).flatMap(([id, { result }]) =>
    result === "success" || result === "skipped" ? [] : [`job ${id}: ${result}`],
  );
  const [mergeRequests, issues] = [demo.mergeRequests(), demo.issues()];
  const expected = choice["dry-run"] ? 0 : 1;
  const [issue] = issues;
  return [
    ...jobs,
    ...(mergeRequests.length === expected ? [] : [`${mergeRequests.length} merge requests instead of ${expected}`]),
    ...(issues.length === expected ? [] : [`${issues.length} issues instead of ${expected}`]),
    ...(issue === undefined || issue.comments.length === 1 ? [] : [`${issue.comments.length} comments instead of 1`]),
    ...(issue === undefined || issue.links[0]?.url === run.outputs["mr-url"]
      ? []
      : ["the issue does not link to the merge request"]),
    ...(choice["dry-run"] && demo.writes().length > 0 ? ["the dry run wrote something"] : []),
  ];
}

/** The merge request and the issue as text, and what comes next. */
function promotionText(run: RunResult, demo: DemoPromotion, style: Styles): string {
  const [mergeRequest] = demo.mergeRequests();
  const [issue] = demo.issues();
  const diff = run.jobs["check"]?.outputs["diff"] ?? "";
  const last = run.jobs["promote"]?.steps.at(-1);
  const rule = style.dim("─".repeat(72));
  return [
    "",
    rule,
    style.bold(`!${mergeRequest?.iid} ${mergeRequest?.title}`),
    style.dim(
      `${mergeRequest?.sourceProject}:${mergeRequest?.sourceBranch} → ${UPSTREAM}:${mergeRequest?.targetBranch}, ${mergeRequest?.state}`,
    ),
    "",
    ...diff
      .split("\n")
      .filter((line) => /^[-+]/.test(line))
      .map((line) => (line.startsWith("+") ? style.green(line) : style.red(line))),
    "",
    style.bold(`${issue?.key} ${String(issue?.fields["summary"])}`),
    style.dim(
      `${issue?.type} in ${issue?.project}, ${issue?.status}, ${issue?.comments.length} comment, linked to ${issue?.links.map(({ url }) => url).join(", ")}`,
    ),
    rule,
    (last?.summary ?? "").trimEnd(),
    rule,
  ].join("\n");
}
