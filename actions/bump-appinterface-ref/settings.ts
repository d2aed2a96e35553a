import { invalid, ActionError, refused, type Clock, type HostFacts, type Problem } from "@release-actions/action";
import type { TargetSelector } from "@release-actions/app-interface/saas-file";
import { loadConfig, readTargets, type AppInterfaceConfig } from "@release-actions/config";
import { checkTexts } from "@release-actions/forge/gitlab";
import { formatDay, quote, shorten } from "@release-actions/text";
import { gitlabUrlOf, isSaasPath, type Inputs } from "./inputs.ts";
import { branchName, DEFAULT_BRANCH, defaultMessage, defaultTitle, earlyTexts, type Release } from "./texts.ts";

/** What the inputs and the configuration decide together. */
export interface Settings extends Release {
  readonly gitlabUrl: string;
  readonly project: string;
  readonly forkProject: string | undefined;
  /** The user that must be Maintainer of the fork. */
  readonly bot: string | undefined;
  readonly baseBranch: string;
  readonly selectors: readonly TargetSelector[];
  readonly source: string | undefined;
  readonly date: string;
  /** Whether an input set the day, rather than today. */
  readonly isDateGiven: boolean;
  readonly labels: readonly string[];
  readonly allowMovingRef: boolean;
  readonly allowRollback: boolean;
  readonly closeSuperseded: boolean;
}

/** Reads release-actions.yml. Throws `invalid` with every problem that can be known before the first request. */
export async function readSettings(inputs: Inputs, host: HostFacts, clock: Clock): Promise<Settings> {
  const problems: Problem[] = [];
  const { "app-interface": config = {} } = await loadConfig({ host, inputs });
  const { jiraKey, image, labels, ref, baseBranch, allowMovingRef, allowRollback, closeSuperseded } = inputs;
  const hasKey = jiraKey !== undefined;
  const settings: Settings = {
    gitlabUrl: requiredUrl(inputs, host, problems),
    project: inputs.project ?? config.project ?? "service/app-interface",
    forkProject: inputs.forkProject ?? config["fork-project"],
    bot: config.bot,
    baseBranch,
    file: requiredFile(inputs.file ?? config.file, problems),
    ...(await readSelection(inputs, config, problems)),
    ref,
    source: inputs.source ?? config.source,
    date: inputs.date ?? formatDay(clock.now()),
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
    closeSuperseded,
  };
  const refusal = await checkNames(settings, problems);
  if (problems.length > 0) {
    const [first] = problems;
    const message = problems.length === 1 ? first!.what : `${problems.length} problems with inputs and configuration`;
    throw invalid(message, { problems });
  }
  if (refusal !== undefined) throw refusal;
  return settings;
}

function requiredUrl(inputs: Inputs, host: HostFacts, problems: Problem[]): string {
  const url = gitlabUrlOf(inputs, host);
  if (url === undefined) {
    problems.push({
      input: "gitlab-url",
      what: "nothing says which GitLab hosts app-interface",
      remedy: "Set gitlab-url, such as https://gitlab.example.",
    });
  }
  return url ?? "";
}

function requiredFile(file: string | undefined, problems: Problem[]): string {
  if (file === undefined) {
    const remedy = "Set file, or app-interface.file in release-actions.yml.";
    problems.push({ input: "file", what: "no saas file is named", remedy });
  } else if (!isSaasPath(file)) {
    const remedy = "Give the path from app-interface's root.";
    problems.push({ input: "file", what: "app-interface.file is not the path of a YAML file", remedy });
  }
  return file ?? "";
}

type Selection = Pick<Settings, "selectors" | "including">;

/** The targets, or the groups (by default the first), with the groups to include. */
async function readSelection(
  { targets, groups, include }: Inputs,
  { groups: declared = [] }: AppInterfaceConfig,
  problems: Problem[],
): Promise<Selection> {
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
    if (group !== undefined) return group.targets;
    const known = declared.map((candidate) => candidate.name).join(", ");
    problems.push({
      input: include.includes(name) ? "include" : "groups",
      what: `there is no group ${quote(name)}`,
      remedy:
        known === ""
          ? "Declare it under app-interface.groups in release-actions.yml."
          : `The declared ones are: ${known}.`,
    });
    return [];
  });
  const listed = targets === undefined ? [] : await readListed(targets, problems);
  return {
    selectors: [...listed, ...chosen] as TargetSelector[],
    including: targets === undefined ? names.slice(1) : names,
  };
}

async function readListed(targets: string, problems: Problem[]): Promise<readonly unknown[]> {
  try {
    return await readTargets(targets, "targets");
  } catch (error) {
    if (!(error instanceof ActionError) || error.details.problems === undefined) throw error;
    const { message, details } = error;
    problems.push(...details.problems!.map((problem) => ({ ...problem, what: `${message}: ${problem.what}` })));
    return [];
  }
}

/** Adds the problems with names and texts. Returns a refusal, which is reported if nothing is invalid. */
async function checkNames(settings: Settings, problems: Problem[]): Promise<ActionError | undefined> {
  const { branchRef, isUrl, remoteAddress } = await import("@release-actions/git");
  const { source, baseBranch, project, forkProject, date } = settings;
  let refusal: ActionError | undefined;
  const check = async (input: string, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      if (error.verdict === "invalid") problems.push(...problemsOf(error, input));
      else refusal ??= error;
    }
  };
  await check("branch", () => checkBranchName(branchName(settings, date), baseBranch));
  await check("base-branch", () => branchRef(baseBranch));
  if (source !== undefined && isUrl(source)) await check("source", () => remoteAddress({ url: source }));
  if (forkProject !== undefined && forkProject.toLowerCase() === project.toLowerCase()) {
    const what = "fork-project is the project itself";
    problems.push({ input: "fork-project", what, remedy: "Leave fork-project out." });
  }
  const texts = earlyTexts(settings, date);
  problems.push(...texts.problems);
  await check("title", () => checkTexts({ title: texts.title }));
  return refusal;
}

function problemsOf({ message, details: { problems = [], remedy } }: ActionError, input: string): Problem[] {
  const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
  return found.map((problem) => ({ input, ...problem }));
}

/** domain.md 3.3: a source branch is never the default branch, not even in a fork. Throws `invalid` and `refused`. */
export async function checkBranchName(name: string, baseBranch: string): Promise<string> {
  const { branchRef } = await import("@release-actions/git");
  const remedy = "Set branch to another name.";
  if (name === baseBranch || name === "master" || name === "main") {
    throw refused(
      `${name} cannot be the branch of a promotion: app-interface accepts merge requests from other branches only`,
      { remedy },
    );
  }
  if (/[^\u0021-\u007e]/.test(name))
    throw invalid(`branch ${JSON.stringify(shorten(name, 80))} has characters that are not ASCII`, { remedy });
  branchRef(name);
  return name;
}
