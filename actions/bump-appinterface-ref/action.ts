import { defineAction, undecided, type Context, type Verdict } from "@release-actions/action";
import { checkInputs } from "./check.ts";
import { inputs, outputs, type BumpInputs } from "./inputs.ts";
import type { AppInterface } from "./open.ts";
import type { Prepared, SourceOpener } from "./prepare.ts";
import { gitlabUrlOf } from "./settings.ts";
import type { Settings } from "./types.ts";
import type { Written } from "./write.ts";

export default defineAction({
  name: "bump-appinterface-ref",
  description:
    "Promotes a commit through app-interface: sets the ref of the chosen targets in a saas file and opens one merge request.",
  inputs,
  outputs,
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
    origins: (given, host) => [gitlabUrlOf(given, host)],
  },
  services: ["gitlab", "git"],
  changes: true,
  check: checkInputs,
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
