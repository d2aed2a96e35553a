import {
  codeBlock,
  heading,
  list,
  paragraph,
  strong,
  table,
  type Inline,
  type InlinePart,
} from "@release-actions/text";
import { endedBadly, failedSteps, type Run } from "./run.ts";
import {
  address,
  failedForGood,
  failureReport,
  isStopped,
  jobOf,
  plain,
  rerunCommand,
  shown,
  whyOf,
  word,
  type Report,
} from "./texts.ts";

/** Steps of the writing job that come before its first write. */
const READ_ONLY = ["checkout", "image", "plan", "texts"];

/** After the checks: what the run will do. */
export function promotionPlan({ outputs, inputs }: Run): Report {
  const dryRun = inputs["dry-run"] === "true" ? ["This is a dry run: nothing is written."] : [];
  if ((outputs["branch"] ?? "") === "") {
    const message = "Every target already has the commit: there is nothing to promote, and nothing is written.";
    return { blocks: [], lines: dryRun, annotation: { level: "notice", message } };
  }
  if ((inputs["schemas-ref"] ?? "") !== "") return { blocks: [], lines: dryRun };
  const message =
    "app-interface is not validated here because schemas-ref is not set; its own pipeline validates the merge request.";
  return { blocks: [], lines: dryRun, annotation: { level: "notice", message } };
}

export function promotionResult(run: Run): Report {
  const { subject, inputs, outputs } = run;
  const issue = outputs["jira-key"];
  if ((outputs["mr-url"] ?? "") === "") {
    const message = `Every target already has the commit: there is no merge request. ${plain(issue)} stays as it is.`;
    return { blocks: [], lines: [], annotation: { level: "warning", message } };
  }
  const validated =
    jobOf(run, "validate")?.result === "success"
      ? "validated with the change"
      : [strong("not validated here"), ": ", shown("schemas-ref"), " is not set; its own pipeline validates it"];
  const back = rollbackCommand(run);
  const rows: (readonly [string, Inline])[] = [
    ["merge request", [shown(`!${plain(outputs["mr-iid"])}`), ", ", address(outputs["mr-url"])]],
    ["branch", shown(outputs["branch"])],
    ["Jira issue", [shown(issue), ", ", address(outputs["jira-url"])]],
    ["image", shown(outputs["image"], 600)],
    ["deployed until now", shown(outputs["old-ref"], 600)],
    ["app-interface", validated],
  ];
  return {
    blocks: [
      heading(["The merge request for ", shown(subject), " is open"]),
      table(["Item", "Value"], rows),
      paragraph(strong("Next:")),
      list(
        [
          "Review the merge request.",
          "Get it approved by the team.",
          "Get it merged: that deploys it.",
          "Watch the deployment in app-interface, then the service.",
          [
            "Check the pods in the namespaces of the merge request's targets (",
            shown(inputs["target-environment"]),
            ").",
          ],
        ],
        true,
      ),
      ...(back === undefined
        ? [
            paragraph([
              strong("To roll back"),
              " after the merge: the targets had different commits before. Promote the one that each had, with ",
              shown("allow-rollback"),
              ".",
            ]),
          ]
        : [
            paragraph([
              strong("To roll back:"),
              " before the merge, close the merge request. After it, this opens one that goes back:",
            ]),
            codeBlock(back),
          ]),
    ],
    lines: [
      `Merge request !${plain(outputs["mr-iid"])}: ${plain(outputs["mr-url"], 400)}`,
      `Jira issue ${plain(issue)}: ${plain(outputs["jira-url"], 400)}`,
      "Next: review, approve and merge it; then watch the deployment and the pods.",
      `To roll back after the merge: ${back ?? "promote the commit that each target had, with allow-rollback."}`,
    ],
  };
}

export function promotionFailure(run: Run): Report {
  const { inputs, subject } = run;
  const [check, validate, promote] = ["check", "validate", "promote"].map((id) => jobOf(run, id));
  const isChecking = [check, validate].some((job) => job !== undefined && endedBadly(job));
  const command = (step: string, text: string) =>
    [check, promote].some((job) => failedForGood(job, step)) ? text : undefined;
  return failureReport(run, {
    title: ["The promotion of ", shown(subject), " failed"],
    annotation: "The promotion failed",
    why: failedForGood(promote, "texts")
      ? "Every target already has the commit: another run has promoted it. There is nothing left to do."
      : whyOf(run, isChecking && !isStopped(run) ? "Nothing was written." : ""),
    exists: existing(run),
    // What failed for good fails again: the command shows it without writing.
    next:
      command("commit", `git fetch --all --tags && git cat-file -t ${word(subject)}`) ??
      command("image", `release-actions quay-verify --image ${word(inputs["image"])} --commit-sha ${word(subject)}`) ??
      command("plan", `release-actions bump-appinterface-ref --ref ${word(subject)} --dry-run`) ??
      rerunCommand(run),
  });
}

function existing(run: Run): Inline {
  const promote = jobOf(run, "promote");
  const {
    "jira-key": issue = "",
    "jira-url": issueUrl,
    branch = "",
    "mr-url": mergeRequest = "",
  } = promote?.outputs ?? {};
  const found: (string | InlinePart)[][] = [
    ...(issue === "" ? [] : [["the issue ", shown(issue), ", ", address(issueUrl)]]),
    ...(branch === "" ? [] : [["the branch ", shown(branch)]]),
    ...(mergeRequest === "" ? [] : [["the merge request ", address(mergeRequest)]]),
  ];
  if (found.length > 0) {
    return [...found.flatMap((parts, index) => (index === 0 ? parts : ["; ", ...parts])), ". Running again adopts it."];
  }
  const failed = promote === undefined ? [] : failedSteps(promote);
  const isBefore = failed.length > 0 && failed.every(({ id }) => READ_ONLY.includes(id));
  if (promote?.result === "skipped" || isBefore) return "nothing was written.";
  return "the log of the step says what was written. Running again adopts it.";
}

/** The run that goes back to the commit that all targets had. */
function rollbackCommand({ outputs, inputs, caller, repository }: Run): string | undefined {
  const oldRef = outputs["old-ref"] ?? "";
  if (!/^[0-9a-f]{40}$/.test(oldRef)) return undefined;
  const include = inputs["include"] ?? "";
  return [
    `gh workflow run ${caller === "" ? "WORKFLOW" : word(caller)} --repo ${repository} --field commit=${oldRef} --field allow-rollback=true`,
    ...(include === "" ? [] : [`--field include=${word(include)}`]),
  ].join(" ");
}
