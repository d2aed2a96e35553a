import { collectProblems, invalidWith } from "@release-actions/action";
import type { Context, Problem } from "@release-actions/action";
import { loadConfig } from "@release-actions/config";
import { checksumText, textAsset } from "@release-actions/forge";
import type { Asset, Forge, Plan, ReleaseRequest, Survey } from "@release-actions/forge";
import { readFiles } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import { readNotes } from "./notes.ts";
import { readReleaseTag } from "./release-tag.ts";
import type { ReleaseTag } from "./release-tag.ts";
import { resolveTarget } from "./release-target.ts";
import type { ReleaseTarget } from "./release-target.ts";

const CHECKSUMS = "SHA256SUMS";
const FULL_NOTES = "RELEASE_NOTES.md";
const BEFORE_WRITES = "problems, found before anything was written";

export interface PlannedRelease {
  readonly request: ReleaseRequest;
  readonly survey: Survey;
  readonly plan: Plan;
  readonly notices: readonly string[];
}

/** What everything else depends on: the tag, and where it is released. Throws `invalid` with all problems. */
export async function resolveRelease({
  inputs,
  host,
}: Context<Inputs>): Promise<{ tag: ReleaseTag; target: ReleaseTarget }> {
  const problems: Problem[] = [];
  const name = inputs.tag ?? host.pushedTag;
  if (name === undefined) {
    const what = "tag is not set, and the run was not started by the push of a tag";
    problems.push({ input: "tag", what, remedy: "Set tag, such as v1.2.3." });
  }
  if (inputs.token === undefined) {
    const remedy = "Set a token that may write releases: contents: write on GitHub, the scope api on GitLab.";
    problems.push({ input: "token", what: "token is missing", remedy });
  }
  const target = resolveTarget(inputs, host, problems);
  if (target?.forge === "gitlab" && inputs.draft) {
    problems.push({
      input: "draft",
      what: "GitLab has no draft releases",
      remedy: "Set draft to false, and publish in a later job if you need to.",
    });
  }
  const tag =
    name === undefined
      ? undefined
      : await collectProblems(problems, async () => readReleaseTag(name, inputs, await loadConfig({ host, inputs })));
  if (inputs.makeLatest === "true" && tag?.prerelease.value === true) {
    problems.push({
      input: "make-latest",
      what: "a prerelease cannot be the latest release",
      remedy: "Set make-latest to auto or false.",
    });
  }
  if (problems.length > 0 || tag === undefined || target === undefined) throw invalidWith(problems, BEFORE_WRITES);
  return { tag, target };
}

/**
 * Runs every check, so that all problems are reported before any write: first those of the inputs and the local files, in
 * parallel; if there are none, those that need the forge. Throws `invalid`, `refused` and HttpError.
 */
export async function planRelease(context: Context<Inputs>, tag: ReleaseTag, forge: Forge): Promise<PlannedRelease> {
  const { inputs, host } = context;
  const name = tag.parsed.tag;
  const problems: Problem[] = [];
  const fileProblems: Problem[] = [];
  const [files = [], text] = await Promise.all([
    collectProblems(fileProblems, () => readFiles(host, inputs.files, forge, fileProblems)),
    collectProblems(problems, () => readNotes(context, tag)),
  ]);
  problems.push(...fileProblems);
  const { body, notesAsset, notices } = await fitNotes(text, name, forge);
  const assets = [...files, ...notesAsset];
  if (inputs.checksums && assets.length > 0) assets.push(textAsset(CHECKSUMS, checksumText(assets)));
  problems.push(...assetProblems(assets, files, forge));
  if (problems.length > 0) throw invalidWith(problems, BEFORE_WRITES);

  const survey = await collectProblems(problems, () => forge.survey(name));
  problems.push(...(survey?.problems ?? []));
  if (problems.length > 0 || survey === undefined) throw invalidWith(problems, BEFORE_WRITES);
  const { draft, onExisting, allowEmpty } = inputs;
  const { prerelease, latest } = tag;
  const request = { tag: name, name: tag.name, body, draft, prerelease, latest, assets, onExisting, allowEmpty };
  const plan = forge.plan(request, survey);
  return { request, survey, plan, notices: [...notices, ...plan.notices] };
}

interface FittedNotes {
  readonly body: string | undefined;
  /** The full notes, if they are longer than the forge allows. */
  readonly notesAsset: readonly Asset[];
  readonly notices: readonly string[];
}

async function fitNotes(text: string | undefined, tag: string, forge: Forge): Promise<FittedNotes> {
  const limit = forge.limits.bodyCharacters;
  if (text === undefined || text.length <= limit) return { body: text, notesAsset: [], notices: [] };
  const { truncateBody } = await import("@release-actions/changelog");
  const url = forge.assetUrl(tag, FULL_NOTES);
  const remark = `---\n\n**These notes are longer than a release can hold. The whole text is in [${FULL_NOTES}](${url}), attached to this release.**`;
  const { body } = truncateBody(text, limit, { remark, unit: "utf16" });
  const notice = `The notes have ${text.length} characters, but ${forge.kind} allows ${limit}: they were cut at the end of a block, and the full text is attached as ${FULL_NOTES}.`;
  return { body, notesAsset: [textAsset(FULL_NOTES, text)], notices: [notice] };
}

/** `files` are the user's; the rest of `assets` are added by this action. */
function assetProblems(assets: readonly Asset[], files: readonly Asset[], forge: Forge): Problem[] {
  const taken = assets.slice(files.length).filter(({ name }) => files.some((file) => file.name === name));
  const problems: Problem[] = taken.map(({ name }) => ({
    input: "files",
    what: `one of your files and a file that this action adds would both be stored as ${name}`,
    remedy: name === CHECKSUMS ? "Set checksums to false, or remove your file." : "Rename your file.",
  }));
  if (assets.length > forge.limits.assets) {
    problems.push({
      input: "files",
      what: `the release would have ${assets.length} files; ${forge.kind} allows at most ${forge.limits.assets}`,
      remedy: "Pack several of them into an archive.",
    });
  }
  return problems;
}
