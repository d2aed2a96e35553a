import { ActionError, type Problem } from "@release-actions/action";
import { checkTexts, fitTitle } from "@release-actions/forge/gitlab";
import { checkBranchName } from "./branch-name.ts";
import type { Settings } from "./types.ts";
import { branchName } from "./texts.ts";
import { fillIn, type Values } from "./template.ts";

/** Placeholder for values known only from the file and the source. It cannot start a command. */
const LATER = "0";

/** All problems that the settings alone reveal, found before any request, with the refusal if there is one. */
export async function localProblems(
  settings: Settings,
): Promise<{ problems: Problem[]; refusal: ActionError | undefined }> {
  const { branchRef, remoteAddress } = await import("@release-actions/git");
  const problems: Problem[] = [];
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
  const { source, baseBranch, project, forkProject, title, message, description } = settings;
  await check("branch", () => checkBranchName(branchName(settings, settings.date), settings));
  await check("base-branch", () => branchRef(baseBranch));
  const isAddress = source !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(source);
  if (isAddress) await check("source", () => remoteAddress({ url: source }));
  if (forkProject !== undefined && forkProject.toLowerCase() === project.toLowerCase()) {
    const what = "fork-project is the project itself";
    problems.push({ input: "fork-project", what, remedy: "Leave fork-project out." });
  }
  const values = valuesOf(settings);
  await check("title", () => checkTexts({ title: fitTitle(fillIn("title", title, values, problems)) }));
  fillIn("commit-message", message, values, problems);
  fillIn("description", description ?? "", values, problems);
  return { problems, refusal };
}

function valuesOf({ date, ref, jiraKey, image, file, including }: Settings): Values {
  const known = { date, ref, "short-ref": ref.slice(0, 12), "jira-key": jiraKey, image, file };
  const later = { "old-ref": LATER, "short-old-ref": LATER, targets: LATER, "compare-url": LATER };
  return { ...known, ...later, including: including.join(", "), changelog: LATER, checklist: LATER };
}

function problemsOf({ message, details: { problems = [], remedy } }: ActionError, input: string): Problem[] {
  const found = problems.length > 0 ? problems : [{ what: message, ...(remedy !== undefined && { remedy }) }];
  return found.map((problem) => ({ input, ...problem }));
}
