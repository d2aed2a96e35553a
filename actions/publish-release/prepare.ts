import { invalid, ActionError } from "@release-actions/action";
import type { HostFacts, Problem } from "@release-actions/action";
import type { Forge, Plan, ReleaseRequest, Survey } from "@release-actions/forge";
import { contentsOf } from "./assets.ts";
import { filesOf } from "./files.ts";
import { notesOf } from "./notes.ts";
import type { NotesInputs } from "./notes.ts";
import type { ReleaseTag } from "./release-tag.ts";

export interface PrepareInputs extends NotesInputs {
  readonly files: readonly string[];
  readonly checksums: boolean;
  readonly draft: boolean;
  readonly onExisting: "update" | "fail";
  readonly allowEmpty: boolean;
}

/** The surroundings that the checks look at. */
export interface Here {
  readonly inputs: PrepareInputs;
  readonly host: HostFacts;
  readonly signal: AbortSignal;
}

export interface Prepared {
  readonly request: ReleaseRequest;
  readonly survey: Survey;
  readonly plan: Plan;
  readonly notices: readonly string[];
}

/**
 * Runs every check, so that all problems are reported before any write: first those of the inputs and the local files,
 * in parallel, then, if they find nothing, those that need the forge.
 */
export async function prepare({ inputs, host, signal }: Here, tag: ReleaseTag, forge: Forge): Promise<Prepared> {
  const name = tag.parsed.tag;
  const problems: Problem[] = [];
  const fileProblems: Problem[] = [];
  const [files = [], notes] = await Promise.all([
    collectProblems(fileProblems, () => filesOf(host, inputs.files, forge, fileProblems)),
    collectProblems(problems, () => notesOf(inputs, tag, host, signal)),
  ]);
  problems.push(...fileProblems);
  const { body, assets, notices } = contentsOf(notes, files, inputs.checksums, name, forge, problems);
  if (problems.length > 0) throw notTried(problems);
  const survey = await collectProblems(problems, () => forge.survey(name));
  problems.push(...(survey?.problems ?? []));
  if (problems.length > 0 || survey === undefined) throw notTried(problems);
  const request: ReleaseRequest = {
    tag: name,
    name: tag.name,
    body,
    draft: inputs.draft,
    prerelease: tag.prerelease,
    latest: tag.latest,
    assets,
    onExisting: inputs.onExisting,
    allowEmpty: inputs.allowEmpty,
  };
  const plan = forge.plan(request, survey);
  return { request, survey, plan, notices: [...notices, ...plan.notices] };
}

/** What a check gives, or undefined with its problems added: an expected end of one check must not hide the others'. */
export async function collectProblems<T>(problems: Problem[], check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "invalid") throw error;
    problems.push(...asProblems(error));
    return undefined;
  }
}

export function notTried(problems: readonly Problem[]): ActionError {
  const message =
    problems.length === 1 ? problems[0]!.what : `${problems.length} problems, found before anything was written`;
  return invalid(message, { problems });
}

/** The problems of an ActionError, or the ActionError as a problem. */
function asProblems(stop: ActionError): readonly Problem[] {
  const { problems, remedy } = stop.details;
  if (problems !== undefined && problems.length > 0) return problems;
  return [{ what: stop.message, ...(remedy !== undefined && { remedy }) }];
}
