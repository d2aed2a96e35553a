import { defineAction, undecided, type Context } from "@release-actions/action";
import type { AppInterface } from "@release-actions/app-interface/repository";
import { checkInputs, gitlabUrlOf, inputs, outputs, type Inputs, type Outputs } from "./inputs.ts";
import type { Settings } from "./settings.ts";
import type { JudgeSource } from "./source.ts";

export default defineAction({
  name: "bump-appinterface-ref",
  description:
    "Promotes a commit through app-interface: sets the ref of the chosen targets in a saas file and opens one merge request.",
  inputs,
  outputs,
  permissions: {
    github: {},
    gitlab:
      "An access token with the scope api; the job token is not enough. Reporter in app-interface, Developer where the branch is pushed.",
  },
  endpoints: {
    description: [
      "The REST API of gitlab-url; with transport git, also its git",
      "source, by git over HTTPS, if it is a URL",
    ],
    origins: (given, host) => [gitlabUrlOf(given, host)],
  },
  services: ["gitlab", "git"],
  changes: true,
  check: checkInputs,
  run: async (context) => run(context),
});

/** How often everything is read again because the base branch moved or a name was taken. */
const ROUNDS = 4;

async function run(context: Context<Inputs>): Promise<Outputs> {
  const { inputs: given, host, io, signal, clock, endpoints } = context;
  const { readSettings } = await import("./settings.ts");
  const settings = await readSettings(given, host, clock);
  const { sourceJudge } = await import("./source.ts");
  const judgeSource = await sourceJudge(context, settings);
  const { openHttp } = await import("@release-actions/http");
  const { openGitLab } = await import("@release-actions/forge/gitlab");
  const { openAppInterface } = await import("@release-actions/app-interface/repository");
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    const { token, transport } = given;
    const gitlab = openGitLab({ http, url: settings.gitlabUrl, token });
    const repository = await openAppInterface({ ...settings, gitlab, token, transport, context });
    return await promote(context, settings, repository, judgeSource);
  } finally {
    http.close();
  }
}

/** Plans and applies, again from the start when someone else was faster. */
async function promote(
  context: Context<Inputs>,
  settings: Settings,
  opened: AppInterface,
  judgeSource: JudgeSource,
): Promise<Outputs> {
  const { io, inputs: given, journal } = context;
  const { planPromotion } = await import("./plan.ts");
  const { applyPlan, stepsOf } = await import("./apply.ts");
  const { doneBlocks, outputsOf, planBlocks, printDiff, printPlan } = await import("./report.ts");
  let repository = opened;
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const plan = await planPromotion(repository, settings, judgeSource);
      const steps = stepsOf(plan, settings);
      printPlan(io, plan, steps, settings);
      if (given.dryRun) {
        printDiff(io, plan);
        io.summary(...planBlocks(plan, steps, settings));
        const verdict = steps.length === 0 ? "unchanged" : "passed";
        return { verdict, ...outputsOf(plan, settings, undefined, false), changed: false };
      }
      const result = await applyPlan(plan, { repository, context, settings });
      if (result !== "stale" && result !== "taken") {
        io.summary(...doneBlocks(plan, result, settings));
        const changed = journal.state.exists.length > 0;
        if (result !== undefined) io.info(`${changed ? "open" : "unchanged"}: ${result.mergeRequest.webUrl}`);
        const verdict = changed ? "done" : "unchanged";
        return { verdict, ...outputsOf(plan, settings, result, settings.closeSuperseded), changed };
      }
      io.notice(
        result === "stale"
          ? `${settings.baseBranch} has moved and touches the file: reading everything again`
          : "the name of the branch was taken meanwhile: reading everything again",
      );
      if (round < ROUNDS) repository = await refreshed(repository);
    }
  } finally {
    await repository.editor.close();
  }
  const { baseBranch } = settings;
  throw undecided(`${baseBranch} moved ${ROUNDS} times while the change was being made; nothing was written`, {
    remedy: "Run again at a quieter time.",
  });
}

async function refreshed(repository: AppInterface): Promise<AppInterface> {
  const editor = await repository.editor.refresh();
  await repository.editor.close();
  return { ...repository, editor };
}
