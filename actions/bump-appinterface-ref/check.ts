import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import type { BumpInputs } from "./inputs.ts";
import { BRANCH_VARIABLES, LINE_VARIABLES, templateProblems, VARIABLES } from "./template.ts";

/** What is wrong with the inputs alone, all at once, before any request. */
export function checkInputs(inputs: BumpInputs): Problem[] {
  const { ref, date, file, jiraKey, image, labels, branch, commitMessage, title, description } = inputs;
  const wrong = (input: string, value: string, what: string, remedy: string): Problem => {
    return { input, what: `${input} ${quote(value)} ${what}`, remedy };
  };
  const given = (
    value: string | undefined,
    isRight: (value: string) => boolean,
    problem: (value: string) => Problem,
  ): Problem[] => (value === undefined || isRight(value) ? [] : [problem(value)]);
  return [
    ...given(
      ref,
      (value) => /^[0-9a-f]{40}$/.test(value),
      (value) => wrong("ref", value, "is not a full commit ID", "Give all 40 hexadecimal digits in lower case."),
    ),
    ...given(date, isDay, (value) => wrong("date", value, "is not a date", "Write it as 2025-01-31.")),
    ...given(file, isPath, (value) =>
      wrong(
        "file",
        value,
        "is not the path of a YAML file",
        "Give it from app-interface's root, such as data/services/….yml.",
      ),
    ),
    ...given(
      jiraKey,
      (value) => JIRA_KEY.test(value),
      (value) => wrong("jira-key", value, "is not a Jira key", "Write it like AAP-12345."),
    ),
    ...given(
      image,
      (value) => PINNED.test(value),
      (value) =>
        wrong("image", value, "is not an image pinned by its digest", "Write it as quay.io/org/name@sha256:…."),
    ),
    ...labels
      .filter(isMergeLabel)
      .map((label) =>
        wrong("labels", label, "is one by which app-interface decides about merging", "Leave it to the reviewers."),
      ),
    ...labels
      .filter((label) => label.length > 255)
      .map((label) => wrong("labels", label, "is too long", "GitLab takes 255 characters.")),
    ...templateProblems("branch", branch ?? "", BRANCH_VARIABLES),
    ...templateProblems("commit-message", commitMessage ?? "", LINE_VARIABLES),
    ...templateProblems("title", title ?? "", LINE_VARIABLES),
    ...templateProblems("description", description ?? "", VARIABLES),
    ...twice(inputs),
  ];
}

function twice({ targets, groups }: BumpInputs): Problem[] {
  if (targets === undefined || groups.length === 0) return [];
  return [
    {
      input: "groups",
      what: "targets and groups are both given",
      remedy: "Give one of them; include adds groups to either.",
    },
  ];
}

/** Of any project: digits in its name, and numbers of any length. */
const JIRA_KEY = /^[A-Z][A-Z0-9_]{1,40}-[1-9][0-9]{0,14}$/;
const PINNED = /^[a-z0-9][a-z0-9.:_/-]{0,400}@sha256:[0-9a-f]{64}$/;

function isDay(date: string): boolean {
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** What GitLab takes as a path, and what neither a hidden line nor a log could be led astray by. */
export function isPath(path: string): boolean {
  const parts = path.split("/");
  return (
    path.length <= 500 &&
    /^[^\u0000-\u001f\u007f\\]+\.ya?ml$/.test(path) &&
    parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** domain.md 3.3: housekeeping merges by labels, and takes away those that others add. */
const MERGE_LABELS = ["lgtm", "approved", "hold", "awaiting-approval", "changes-requested", "needs-rebase"];

function isMergeLabel(label: string): boolean {
  const name = label.toLowerCase();
  return MERGE_LABELS.includes(name) || /^(?:bot|do-not-merge|blocked)(?:\/|$)/.test(name);
}
