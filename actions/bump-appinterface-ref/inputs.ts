import { choice, flag, list, output, text } from "@release-actions/action";
import type { HostFacts, InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import { isDay, placeholdersIn, quote } from "@release-actions/text";

export const inputs = {
  "gitlab-url": text({
    address: true,
    description: "GitLab that hosts app-interface. Default: the GitLab that runs the job.",
    example: "https://gitlab.example",
    optional: true,
  }),
  token: text({
    description:
      "GitLab token with the scope api: Reporter in app-interface, Developer where the branch is pushed. With transport git, also write_repository.",
    credential: "forge",
    gitlab: "APP_INTERFACE_TOKEN",
  }),
  project: text({
    description:
      "Project of app-interface. Default: app-interface.project in release-actions.yml, or service/app-interface.",
    optional: true,
  }),
  "fork-project": text({
    description:
      "Fork that the branch is pushed to. Default: app-interface.fork-project in release-actions.yml, or the project itself.",
    optional: true,
  }),
  "base-branch": text({ description: "Branch of app-interface to change.", default: "master" }),
  file: text({
    description: "Path of the saas file in app-interface. Default: app-interface.file in release-actions.yml.",
    example: "data/services/insights/tower-analytics/cicd/deploy-clowder.yml",
    optional: true,
  }),
  targets: text({
    description:
      "YAML list of targets: template, namespace (the whole $ref), name, and optional: true if it may be missing. Each must match exactly one target.",
    example: "- { template: app, namespace: /services/app/namespaces/app-prod.yml }",
    optional: true,
  }),
  groups: list({
    description:
      "Groups of targets, from app-interface.groups in release-actions.yml. Default, without targets: the first group.",
    example: "main",
  }),
  include: list({ description: "More groups, promoted together with the others or not at all.", example: "billing" }),
  ref: text({ description: "Commit to promote: 40 lowercase hexadecimal digits.", example: "${{ github.sha }}" }),
  source: text({
    address: true,
    description:
      "Repository of the released code, to check the commit and its ancestry and to write the changelog: a path in the workspace (with its whole history) or an https URL. Default: app-interface.source in release-actions.yml, or the url of the templates.",
    optional: true,
  }),
  date: text({
    description:
      "Day of the release, such as 2025-01-31. Default: the day of an existing merge request, or today (UTC).",
    optional: true,
  }),
  branch: text({
    description:
      "Template of the branch name, with {date}, {ref}, {short-ref} and {jira-key}. If the name is taken, the next free -v{n} is appended. Default: aa-release-{date}.",
    optional: true,
  }),
  "jira-key": text({ description: "Jira issue of the release.", example: "AAP-12345", optional: true }),
  "commit-message": text({
    description:
      "Template of the commit message. Default: {jira-key} - chore(release): release {short-ref} to production{including}.",
    optional: true,
  }),
  title: text({
    description: "Template of the merge request's title. Default: {jira-key} - {date} Analytics HCC Service Release.",
    optional: true,
  }),
  description: text({
    description:
      "Template of the merge request's description, in Markdown. Default: release, commit, Jira, changes, components, image, checklist.",
    optional: true,
  }),
  image: text({
    address: true,
    description: "Released image, pinned by its digest, for the description. It is not verified.",
    example: "quay.io/org/name@sha256:…",
    optional: true,
  }),
  labels: list({ description: "Labels of the merge request. Labels that make app-interface merge it are refused." }),
  "allow-rollback": flag({
    description: "Allow a rollback, or a commit whose ancestry cannot be determined.",
    default: false,
  }),
  "allow-moving-ref": flag({
    description: "Replace a ref that is not a full commit ID, such as a branch.",
    default: false,
  }),
  "close-superseded": flag({
    description: "Close older open merge requests of this action for the same targets.",
    default: false,
  }),
  transport: choice(["api", "git"], {
    description: "api: GitLab's API only, without a clone. git: a private sparse clone and a push.",
    default: "api",
  }),
};

export const outputs = {
  changed: output.flag("Whether this run wrote anything."),
  "old-ref": output.text("Previous ref; several, separated by commas, if the targets had different ones."),
  "new-ref": output.text("Ref that the merge request sets."),
  targets: output.json("Targets, each with template, namespace, name, file, line, old-ref, new-ref and changed."),
  branch: output.text("Branch with the change."),
  commit: output.text("Commit on that branch."),
  "mr-iid": output.text("Number of the merge request."),
  "mr-url": output.text("URL of the merge request."),
  diff: output.text("Change as a unified diff."),
  changelog: output.text("Commits between the old and the new ref, in Markdown."),
  commits: output.json("These commits, newest first, at most 500, each with id, subject, author and merge."),
  superseded: output.json(
    "Open merge requests of this action for the same targets and another ref, each with iid, url and closed.",
  ),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

/** Base URL of GitLab: the input, or the GitLab that the job runs on. */
export function gitlabUrlOf(
  { gitlabUrl }: Pick<Inputs, "gitlabUrl">,
  host: Pick<HostFacts, "kind" | "serverUrl">,
): string | undefined {
  return gitlabUrl ?? (host.kind === "gitlab" ? host.serverUrl : undefined);
}

/** What the templates of the branch, the commit message, the title and the description may name. */
export const VARIABLES = [
  "date",
  "ref",
  "short-ref",
  "old-ref",
  "short-old-ref",
  "jira-key",
  "including",
  "targets",
  "file",
  "image",
  "compare-url",
  "changelog",
  "checklist",
] as const;

export type Variable = (typeof VARIABLES)[number];

/** What is known before anything is read: the branch must have the same name whatever the file holds by then. */
const BRANCH_VARIABLES: readonly Variable[] = ["date", "ref", "short-ref", "jira-key"];
/** What fits on a line. */
const LINE_VARIABLES: readonly Variable[] = VARIABLES.filter((name) => name !== "changelog" && name !== "checklist");

/** Every problem with the inputs alone, before any request. */
export function checkInputs(inputs: Inputs): Problem[] {
  const { branch = "", commitMessage = "", title = "", description = "" } = inputs;
  return [
    ...valueProblems(inputs),
    ...labelProblems(inputs.labels),
    ...templateProblems("branch", branch, BRANCH_VARIABLES),
    ...templateProblems("commit-message", commitMessage, LINE_VARIABLES),
    ...templateProblems("title", title, LINE_VARIABLES),
    ...templateProblems("description", description, VARIABLES),
    ...selectionProblems(inputs),
  ];
}

/** Of any project: the project's key may contain digits, and the number has any length. */
const JIRA_KEY = /^[A-Z][A-Z0-9_]{1,40}-[1-9][0-9]{0,14}$/;
const PINNED_IMAGE = /^[a-z0-9][a-z0-9.:_/-]{0,400}@sha256:[0-9a-f]{64}$/;

function valueProblems({ ref, date, file, jiraKey, image }: Inputs): Problem[] {
  const problems: Problem[] = [];
  const check = (input: string, value: string | undefined, isValid: boolean, what: string, remedy: string): void => {
    if (value !== undefined && !isValid) problems.push({ input, what: `${input} ${quote(value)} ${what}`, remedy });
  };
  const isCommit = /^[0-9a-f]{40}$/.test(ref);
  check("ref", ref, isCommit, "is not a full commit ID", "Give all 40 hexadecimal digits in lower case.");
  check("date", date, isDay(date ?? ""), "is not a date", "Write it as 2025-01-31.");
  const pathRemedy = "Give the path from app-interface's root, such as data/services/….yml.";
  check("file", file, isSaasPath(file ?? ""), "is not the path of a YAML file", pathRemedy);
  check("jira-key", jiraKey, JIRA_KEY.test(jiraKey ?? ""), "is not a Jira key", "Write it like AAP-12345.");
  const isPinned = PINNED_IMAGE.test(image ?? "");
  const imageRemedy = "Write it as quay.io/org/name@sha256:….";
  check("image", image, isPinned, "is not an image pinned by its digest", imageRemedy);
  return problems;
}

/** What GitLab accepts as a path and what is safe in a hidden line and in a log. */
export function isSaasPath(path: string): boolean {
  const parts = path.split("/");
  return (
    path.length <= 500 &&
    /^[^\u0000-\u001f\u007f\\]+\.ya?ml$/.test(path) &&
    parts.every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** domain.md 3.3: app-interface's housekeeping merges by labels, and removes those that others add. */
const MERGE_LABELS = ["lgtm", "approved", "hold", "awaiting-approval", "changes-requested", "needs-rebase"];

function labelProblems(labels: readonly string[]): Problem[] {
  return labels.flatMap((label) => {
    const name = label.toLowerCase();
    const problem = (what: string, remedy: string): Problem => {
      return { input: "labels", what: `labels ${quote(label)} ${what}`, remedy };
    };
    return [
      ...(MERGE_LABELS.includes(name) || /^(?:bot|do-not-merge|blocked)(?:\/|$)/.test(name)
        ? [problem("is a label by which app-interface decides about merging", "Leave it to the reviewers.")]
        : []),
      ...(label.length > 255 ? [problem("is too long", "GitLab accepts 255 characters.")] : []),
    ];
  });
}

/** The variables of a template that are not allowed in it. */
export function templateProblems(input: string, template: string, allowed: readonly Variable[]): Problem[] {
  const names = allowed as readonly string[];
  const unknown = new Set(placeholdersIn(template).filter((name) => !names.includes(name)));
  const remedy = `Available are ${names.map((name) => `{${name}}`).join(", ")}; write a brace itself twice.`;
  return [...unknown].map((name) => ({ input, what: `${input} names {${name}}, which is unknown there`, remedy }));
}

function selectionProblems({ targets, groups }: Inputs): Problem[] {
  if (targets === undefined || groups.length === 0) return [];
  const remedy = "Give one of them; include adds groups to either.";
  return [{ input: "groups", what: "targets and groups are both given", remedy }];
}
