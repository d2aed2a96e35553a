import { choice, flag, list, output, text, type InputsOf } from "@release-actions/action";

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

export type BumpInputs = InputsOf<typeof inputs>;
