import { invalid, ActionError, type Clock, type HostFacts, type Problem } from "@release-actions/action";
import { loadConfig, readTargets, type AppInterfaceConfig } from "@release-actions/config";
import type { TargetSelector } from "@release-actions/app-interface/saas-file";
import { quote } from "@release-actions/text";
import { isPath } from "./check.ts";
import type { BumpInputs } from "./inputs.ts";
import type { Settings } from "./types.ts";
import { DEFAULT_BRANCH, defaultMessage, defaultTitle } from "./defaults.ts";

/** Where GitLab is: as given, else the GitLab that the job runs on. */
export function gitlabUrlOf(
  { gitlabUrl }: Pick<BumpInputs, "gitlabUrl">,
  host: Pick<HostFacts, "kind" | "serverUrl">,
): string | undefined {
  return gitlabUrl ?? (host.kind === "gitlab" ? host.serverUrl : undefined);
}

/** Throws `invalid` with everything that is missing or does not fit. */
export async function readSettings(inputs: BumpInputs, host: HostFacts, clock: Clock): Promise<Settings> {
  const problems: Problem[] = [];
  const { "app-interface": config = {} } = await loadConfig({ host, inputs });
  const gitlabUrl = gitlabUrlOf(inputs, host);
  if (gitlabUrl === undefined) {
    problems.push({
      input: "gitlab-url",
      what: "nothing says which GitLab holds app-interface",
      remedy: "Set gitlab-url, such as https://gitlab.example.",
    });
  }
  const file = inputs.file ?? config.file;
  if (file === undefined)
    problems.push({
      input: "file",
      what: "no saas file is named",
      remedy: "Set file, or app-interface.file in release-actions.yml.",
    });
  else if (!isPath(file))
    problems.push({
      input: "file",
      what: "app-interface.file is not the path of a YAML file",
      remedy: "Give it from app-interface's root.",
    });
  const { selectors, including } = await selectionOf(inputs, config, problems);
  const { jiraKey, image, labels, ref, baseBranch, allowMovingRef, allowRollback } = inputs;
  const hasKey = jiraKey !== undefined;
  const settings: Settings = {
    gitlabUrl: gitlabUrl ?? "",
    project: inputs.project ?? config.project ?? "service/app-interface",
    forkProject: inputs.forkProject ?? config["fork-project"],
    bot: config.bot,
    baseBranch,
    file: file ?? "",
    selectors,
    including,
    ref,
    source: inputs.source ?? config.source,
    date: inputs.date ?? new Date(clock.now()).toISOString().slice(0, 10),
    isDateGiven: inputs.date !== undefined,
    jiraKey,
    image,
    labels,
    branch: inputs.branch ?? DEFAULT_BRANCH,
    message: inputs.commitMessage ?? defaultMessage(hasKey),
    title: inputs.title ?? defaultTitle(hasKey),
    description: inputs.description,
    allowMovingRef,
    allowRollback,
  };
  const { localProblems } = await import("./local-problems.ts");
  const local = await localProblems(settings);
  problems.push(...local.problems);
  if (problems.length > 0) {
    throw invalid(
      problems.length === 1 ? problems[0]!.what : `${problems.length} problems with inputs and configuration`,
      { problems },
    );
  }
  if (local.refusal !== undefined) throw local.refusal;
  return settings;
}

interface Choice {
  readonly selectors: readonly TargetSelector[];
  readonly including: readonly string[];
}

async function selectionOf(
  { targets, groups, include }: BumpInputs,
  config: AppInterfaceConfig,
  problems: Problem[],
): Promise<Choice> {
  const declared = config.groups ?? [];
  const first = groups.length > 0 ? groups : targets === undefined ? declared.slice(0, 1).map(({ name }) => name) : [];
  if (first.length === 0 && targets === undefined) {
    problems.push({
      input: "targets",
      what: "no target is named",
      remedy: "Set targets, or groups that app-interface.groups in release-actions.yml declares.",
    });
  }
  const names = [...new Set([...first, ...include])];
  const chosen = names.flatMap((name) => {
    const group = declared.find((candidate) => candidate.name === name);
    const known = declared.map((candidate) => candidate.name).join(", ");
    if (group === undefined) {
      problems.push({
        input: include.includes(name) ? "include" : "groups",
        what: `there is no group ${quote(name)}`,
        remedy:
          known === ""
            ? "Declare it under app-interface.groups in release-actions.yml."
            : `The declared ones are: ${known}.`,
      });
    }
    return group?.targets ?? [];
  });
  const listed = targets === undefined ? [] : await listedTargets(targets, problems);
  return {
    selectors: [...listed, ...chosen] as TargetSelector[],
    including: targets === undefined ? names.slice(1) : names,
  };
}

async function listedTargets(targets: string, problems: Problem[]): Promise<readonly unknown[]> {
  try {
    return await readTargets(targets, "targets");
  } catch (error) {
    if (!(error instanceof ActionError) || error.details.problems === undefined) throw error;
    const { message, details } = error;
    problems.push(...details.problems!.map((problem) => ({ ...problem, what: `${message}: ${problem.what}` })));
    return [];
  }
}
