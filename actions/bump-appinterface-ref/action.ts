import {
  choice,
  defineAction,
  flag,
  list,
  output,
  text,
  undecided,
  type Context,
  type Verdict,
} from "@release-actions/action";
import { checkInputs } from "./check.ts";
import type { AppInterface } from "./open.ts";
import type { Prepared, SourceOpener } from "./prepare.ts";
import { gitlabUrlOf } from "./settings.ts";
import type { BumpInputs, Settings } from "./types.ts";
import type { Written } from "./write.ts";

export default defineAction({
  name: "bump-appinterface-ref",
  description:
    "Promotes a commit by app-interface: sets the ref of the chosen targets in a saas file and opens one merge request for it.",
  inputs: {
    "gitlab-url": text({
      address: true,
      description: "The GitLab that holds app-interface. Without it: the GitLab that the job runs on.",
      example: "https://gitlab.example",
      optional: true,
    }),
    token: text({
      description:
        "A GitLab token with the scope api: Developer where branches are pushed to, Reporter in app-interface. With transport git also write_repository.",
      secret: true,
      credential: true,
      gitlab: "APP_INTERFACE_TOKEN",
    }),
    project: text({
      description:
        "app-interface's project. Without it: app-interface.project of release-actions.yml, else service/app-interface.",
      optional: true,
    }),
    "fork-project": text({
      description:
        "The fork that the branch is pushed to. Without it: app-interface.fork-project of release-actions.yml, else the project itself.",
      optional: true,
    }),
    "base-branch": text({ description: "The branch that is promoted on.", default: "master" }),
    file: text({
      description: "Path of the saas file in app-interface. Without it: app-interface.file of release-actions.yml.",
      example: "data/services/insights/tower-analytics/cicd/deploy-clowder.yml",
      optional: true,
    }),
    targets: text({
      description:
        "A YAML list of the targets: template, namespace (the whole $ref), name, and optional: true where a missing one is no problem. Each must mean exactly one target.",
      example: "- { template: app, namespace: /services/app/namespaces/app-prod.yml }",
      optional: true,
    }),
    groups: list({
      description:
        "Groups of targets that release-actions.yml declares under app-interface.groups. Without it and without targets: the first one.",
      example: "main",
    }),
    include: list({ description: "More groups, promoted with the others or not at all.", example: "billing" }),
    ref: text({ description: "The commit to promote: 40 hex digits in lower case.", example: "${{ github.sha }}" }),
    source: text({
      address: true,
      description:
        "The repository of the released code, for the ref's existence, its ancestry and the changelog: a path in the workspace (with its whole history) or an https address. Without it: app-interface.source of release-actions.yml, else the url of the templates.",
      optional: true,
    }),
    date: text({
      description:
        "The day of the release, such as 2025-01-31. Without it: today (UTC), or the day of the merge request that is there already.",
      optional: true,
    }),
    branch: text({
      description:
        "The branch's name, a template of {date}, {ref}, {short-ref} and {jira-key}. Where it is taken, the next free -v{n} is used. Without it: aa-release-{date}.",
      optional: true,
    }),
    "jira-key": text({ description: "The Jira issue of the release.", example: "AAP-12345", optional: true }),
    "commit-message": text({
      description: "A template. Without it: {jira-key} - chore(release): release {short-ref} to production{including}.",
      optional: true,
    }),
    title: text({
      description:
        "The merge request's title, a template. Without it: {jira-key} - {date} Analytics HCC Service Release.",
      optional: true,
    }),
    description: text({
      description:
        "The merge request's text, a template in Markdown. Without it: release, commit, Jira, changes, components, image, checklist.",
      optional: true,
    }),
    image: text({
      address: true,
      description: "The image that is released, pinned by its digest, for the text. It is not looked up.",
      example: "quay.io/org/name@sha256:…",
      optional: true,
    }),
    labels: list({ description: "Labels of the merge request. Those by which app-interface merges are refused." }),
    "allow-rollback": flag({
      description: "Go back, or go where it cannot be told whether this is back.",
      default: false,
    }),
    "allow-moving-ref": flag({
      description: "Replace a ref that is no full commit id, such as a branch.",
      default: false,
    }),
    "close-superseded": flag({
      description: "Close older open merge requests of this action for the same targets.",
      default: false,
    }),
    transport: choice(["api", "git"], {
      description: "api: GitLab's API alone, without a clone. git: a private sparse clone and a push.",
      default: "api",
    }),
  },
  outputs: {
    changed: output.flag("This run wrote anything."),
    "old-ref": output.text("The ref before; several, separated by commas, where the targets had several."),
    "new-ref": output.text("The ref that the targets have with the merge request."),
    targets: output.json("Each target: template, namespace, name, file, line, old-ref, new-ref and changed."),
    branch: output.text("The branch with the change."),
    commit: output.text("The commit on it."),
    "mr-iid": output.text("The merge request's number."),
    "mr-url": output.text("The merge request's page."),
    diff: output.text("The change as a unified diff."),
    changelog: output.text("The commits between the old and the new ref, in Markdown."),
    commits: output.json("These commits, the newest first, at most 500: id, subject, author and merge of each."),
    superseded: output.json(
      "Open merge requests of this action for the same targets and another ref: iid, url and closed.",
    ),
  },
  permissions: {
    github: {},
    gitlab:
      "An access token with the scope api; the job token can do nothing of this. Reporter in app-interface, Developer where the branch is pushed to.",
  },
  endpoints: {
    description: [
      "The REST API of gitlab-url; with transport git also its git",
      "source, by git over https, where it is an address",
    ],
    origins: (inputs, host) => [gitlabUrlOf(inputs, host)],
  },
  services: ["gitlab", "git"],
  changes: true,
  check: (inputs) => checkInputs(inputs),
  run: async (context) => run(context),
});

type Outputs = Readonly<Record<string, unknown>> & { verdict: Verdict };

/** How often everything is read again because the base moved or a name was taken meanwhile. */
const ROUNDS = 4;

async function run(context: Context<BumpInputs>): Promise<Outputs> {
  const { inputs, host, io, signal, clock, endpoints } = context;
  const { readSettings } = await import("./settings.ts");
  const settings = await readSettings(inputs, host, clock);
  const { sourceOpener } = await import("./prepare.ts");
  const open = sourceOpener(context, settings);
  const { openHttp } = await import("@release-actions/http");
  const { openGitLab } = await import("@release-actions/forge/gitlab");
  const { openAppInterface } = await import("./open.ts");
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    const gitlab = openGitLab({ http, url: settings.gitlabUrl, token: inputs.token });
    const { transport, token } = inputs;
    const world = await openAppInterface(gitlab, { settings, transport, token, host, io, signal, clock });
    return await promote(context, settings, world, open);
  } finally {
    http.close();
  }
}

async function promote(
  context: Context<BumpInputs>,
  settings: Settings,
  opened: AppInterface,
  open: SourceOpener,
): Promise<Outputs> {
  const { inputs, io } = context;
  const { prepare } = await import("./prepare.ts");
  const { stepsOf, write } = await import("./write.ts");
  const report = await import("./report.ts");
  let world = opened;
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const prepared = await prepare(world, settings, open);
      const steps = stepsOf(prepared, inputs.closeSuperseded);
      report.printPlan(io, prepared, steps, settings);
      if (inputs.dryRun) {
        for (const line of report.diffOf(prepared).split("\n")) io.info(line);
        io.summary(...report.planBlocks(prepared, steps, settings));
        return {
          verdict: steps.length === 0 ? "unchanged" : "passed",
          ...outputsOf(prepared, settings, report),
          changed: false,
        };
      }
      const written = await write(prepared, {
        world,
        context,
        labels: settings.labels,
        baseBranch: settings.baseBranch,
      });
      if (written !== "stale" && written !== "taken") {
        io.summary(...report.doneBlocks(prepared, written, settings));
        const changed = context.journal.state.exists.length > 0;
        if (written !== undefined) io.info(`${changed ? "open" : "unchanged"}: ${written.mergeRequest.webUrl}`);
        return {
          verdict: changed ? "done" : "unchanged",
          ...outputsOf(prepared, settings, report, written, inputs.closeSuperseded),
          changed,
        };
      }
      io.notice(
        written === "stale"
          ? `${settings.baseBranch} has moved and touches the file: all is read again`
          : "the branch's name was taken meanwhile: all is read again",
      );
      if (round < ROUNDS) world = { ...world, transport: await refreshed(world) };
    }
  } finally {
    await world.transport.close();
  }
  throw undecided(`${settings.baseBranch} moved ${ROUNDS} times while the change was being made; nothing was written`, {
    remedy: "Run again when it is quieter.",
  });
}

async function refreshed({ transport }: AppInterface): Promise<AppInterface["transport"]> {
  const next = await transport.refresh();
  await transport.close();
  return next;
}

function outputsOf(
  prepared: Prepared,
  settings: Settings,
  report: typeof import("./report.ts"),
  written?: Written,
  closed = false,
): Omit<Outputs, "verdict"> {
  const { refs, ranges, work, superseded } = prepared;
  const mergeRequest = written?.mergeRequest ?? work?.own;
  const commits = ranges.flatMap((range) => range.commits);
  return {
    oldRef: [...new Set(refs.changes.map(({ oldRef }) => oldRef))].join(",") || settings.ref,
    newRef: settings.ref,
    targets: report.targetRows(prepared),
    branch: written?.branch ?? work?.branch.name,
    commit: written?.commit ?? (work?.branch.state === "kept" ? work.branch.commit : undefined),
    mrIid: mergeRequest?.iid,
    mrUrl: mergeRequest?.webUrl,
    diff: report.diffOf(prepared),
    changelog: work?.texts.changelog,
    commits: commits.map(({ id, subject, author, parents }) => ({ id, subject, author, merge: parents.length > 1 })),
    superseded: superseded.map(({ iid, webUrl }) => ({ iid, url: webUrl, closed })),
  };
}
