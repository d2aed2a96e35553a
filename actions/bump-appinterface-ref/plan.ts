import { refused, ActionError } from "@release-actions/action";
import type { AppInterface } from "@release-actions/app-interface/repository";
import { planRefs, type RefPlan, type TargetSelector } from "@release-actions/app-interface/saas-file";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import { pathValue } from "@release-actions/forge/gitlab";
import { compareUrl, plainRepositoryUrl } from "@release-actions/forge/repository-url";
import type { InspectedBranch, ObjectId } from "@release-actions/git";
import { HttpError } from "@release-actions/http";
import { shorten } from "@release-actions/text";
import { checkBranchName, type Settings } from "./settings.ts";
import type { JudgeSource, Range } from "./source.ts";
import { branchName, isUntouched, readMarker, targetKeys, textsOf, type Marker, type Texts } from "./texts.ts";

/** Everything that is decided before the first write. */
export interface PromotionPlan {
  readonly refs: RefPlan;
  readonly ranges: readonly Range[];
  /** Day of the release. */
  readonly date: string;
  /** Undefined if every target has the ref already. */
  readonly change: Change | undefined;
  /** Open merge requests of this action for these targets and another ref. */
  readonly superseded: readonly MergeRequest[];
  readonly warnings: readonly string[];
}

export interface Change {
  readonly branch: BranchPlan;
  readonly texts: Texts;
  /** The merge request of an earlier run. */
  readonly existing: MergeRequest | undefined;
  /** Whether title and text of `existing` are to be replaced. */
  readonly isOutdated: boolean;
}

/** The branch that the change is on, or will be on. */
export type BranchPlan =
  | { readonly name: string; readonly state: "new" }
  /** An earlier run's, which already holds the change. */
  | { readonly name: string; readonly state: "kept"; readonly commit: string }
  /** An earlier run's, made for an older version of the file. */
  | { readonly name: string; readonly state: "replaced"; readonly head: ObjectId };

/**
 * Reads app-interface and the released code, makes every check and decides what to write. Writes nothing. Throws an
 * ActionError for the first check that fails, HttpError and GitError.
 */
export async function planPromotion(
  repository: AppInterface,
  settings: Settings,
  judgeSource: JudgeSource,
): Promise<PromotionPlan> {
  const { editor } = repository;
  const refs = await planRefs({ ...settings, read: (path) => editor.readFile(path) });
  const found = await findMergeRequests(repository, refs, settings);
  const { own, superseded } = found;
  const early = [...repository.warnings, ...refs.warnings, ...refs.skipped.map(skippedText), ...found.warnings];
  if (refs.changes.length === 0) {
    const warnings = [...early, ...needlessText(own)];
    return { refs, ranges: [], date: settings.date, change: undefined, superseded, warnings };
  }

  const date = settings.isDateGiven ? settings.date : (own?.marker.date ?? settings.date);
  const requested = await checkBranchName(branchName(settings, date), settings.baseBranch);
  const { urls, oldRefs } = refs;
  const { ref, allowRollback } = settings;
  const [source, branch] = await Promise.all([
    judgeSource({ urls, oldRefs, ref, allowRollback }),
    own === undefined
      ? findBranch(requested, found.otherBranches, repository, refs, settings)
      : branchOf(own.mergeRequest, repository, refs, settings),
  ]);
  const { ranges } = source;
  const texts = await textsOf(settings, {
    refs,
    ranges,
    date,
    sourceName: source.name,
    keys: found.keys,
    compareUrl: (range) => comparisonOf(range, URL.canParse(source.name) ? source.name : urls[0], settings),
  });
  const nameless = own === undefined ? await findWithoutMarker(branch, repository, settings) : undefined;
  const { isOutdated, notes } = await compareTexts(own, nameless, texts);
  const rangeNotes = ranges.filter(({ relation }) => relation !== "ahead").flatMap((range) => range.notes);
  return {
    refs,
    ranges,
    date,
    change: { branch, texts, existing: own?.mergeRequest ?? nameless, isOutdated },
    superseded,
    warnings: [...early, ...otherSourceTexts(settings, urls), ...rangeNotes, ...notes],
  };
}

function comparisonOf(
  { oldRef, relation }: Range,
  url: string | undefined,
  { ref, gitlabUrl }: Settings,
): string | undefined {
  if (url === undefined || relation === "unknown") return undefined;
  const [from, to] = relation === "behind" ? [ref, oldRef] : [oldRef, ref];
  return compareUrl(url, from, to, gitlabUrl);
}

function skippedText({ template, namespace = "" }: TargetSelector): string {
  return `optional target not found: ${template} ${namespace}`.trimEnd();
}

function needlessText(own: OwnMergeRequest | undefined): string[] {
  if (own === undefined) return [];
  return [`${describe(own.mergeRequest)} has nothing left to change: its targets already have the ref`];
}

function otherSourceTexts({ source }: Settings, urls: readonly string[]): string[] {
  if (source === undefined || !URL.canParse(source)) return [];
  const plain = (url: string): string => plainRepositoryUrl(url).toLowerCase();
  return urls
    .filter((url) => plain(url) !== plain(source))
    .map((url) => `a template comes from ${shorten(url, 200)}, not from source`);
}

function describe({ iid, author, title }: MergeRequest): string {
  return `!${iid} by ${author} (${shorten(title, 80)})`;
}

/** A merge request of this action, with its hidden line. */
interface OwnMergeRequest {
  readonly mergeRequest: MergeRequest;
  readonly marker: Marker;
}

interface FoundMergeRequests {
  /** The one for the same targets and ref. */
  readonly own: OwnMergeRequest | undefined;
  readonly superseded: readonly MergeRequest[];
  /** Branches of this action's merge requests for something else. */
  readonly otherBranches: ReadonlySet<string>;
  readonly keys: readonly string[];
  readonly warnings: readonly string[];
}

/** The open merge requests that name the file: this action's for the same change or to be replaced, and all others. */
async function findMergeRequests(
  { gitlab, upstream, push }: AppInterface,
  { selected, hasAutomaticTargets }: RefPlan,
  { file, baseBranch, ref }: Settings,
): Promise<FoundMergeRequests> {
  const open = { state: "opened", targetBranch: baseBranch } as const;
  const [named, promoting, keys] = await Promise.all([
    gitlab.findMergeRequests(upstream, { ...open, search: pathValue(file) }),
    // Automatic promotions name no file. They can concern this one only if it has an automatic target.
    hasAutomaticTargets ? gitlab.findMergeRequests(upstream, { ...open, search: "[SAPM]" }) : [],
    targetKeys(selected),
  ]);
  // Anyone can copy the hidden line, but few can push the branch.
  const marked = named.toReversed().flatMap((mergeRequest): OwnMergeRequest[] => {
    const marker = mergeRequest.sourceProjectId === push.id ? readMarker(mergeRequest.description) : undefined;
    return marker?.file === file ? [{ mergeRequest, marker }] : [];
  });
  const isSame = ({ marker }: OwnMergeRequest): boolean => marker.ref === ref && marker.targets.join() === keys.join();
  const own = marked.find(isSame);
  const rest = marked.filter((one) => one !== own);
  const superseded = rest.filter(({ marker }) => marker.targets.every((key) => keys.includes(key)));
  const overlapping = rest.filter(
    (one) => !superseded.includes(one) && one.marker.targets.some((key) => keys.includes(key)),
  );
  const foreign = named.filter((one) => !marked.some(({ mergeRequest }) => mergeRequest === one));
  const automatic = promoting.filter(({ title }) => title.startsWith("[SAPM]"));
  return {
    own,
    superseded: superseded.map(({ mergeRequest }) => mergeRequest),
    otherBranches: new Set(rest.filter((one) => !isSame(one)).map(({ mergeRequest }) => mergeRequest.sourceBranch)),
    keys,
    warnings: [
      ...overlapping.map(({ mergeRequest }) => `${describe(mergeRequest)} changes some of these targets and others`),
      ...foreign.slice(0, 5).map((one) => `${describe(one)} names the same file`),
      ...automatic
        .slice(0, 5)
        .map((one) => `${describe(one)} is an automatic promotion; the file has automatic targets that it may change`),
    ],
  };
}

/** The merge request of a branch that is ours by what it holds, where people have removed the hidden line. */
async function findWithoutMarker(
  branch: BranchPlan,
  { gitlab, upstream, push }: AppInterface,
  { baseBranch }: Settings,
): Promise<MergeRequest | undefined> {
  if (branch.state === "new") return undefined;
  const filter = { state: "opened", sourceBranch: branch.name, targetBranch: baseBranch } as const;
  const open = await gitlab.findMergeRequests(upstream, filter);
  return open.find(({ sourceProjectId }) => sourceProjectId === push.id);
}

/** Whether title and text are to be replaced. Those that people have edited stay. */
async function compareTexts(
  own: OwnMergeRequest | undefined,
  nameless: MergeRequest | undefined,
  { title, description }: Texts,
): Promise<{ readonly isOutdated: boolean; readonly notes: readonly string[] }> {
  if (nameless !== undefined)
    return { isOutdated: false, notes: [`!${nameless.iid} has lost its hidden line, and stays as it is`] };
  if (own === undefined) return { isOutdated: false, notes: [] };
  const { mergeRequest, marker } = own;
  if (!(await isUntouched(mergeRequest, marker)))
    return { isOutdated: false, notes: [`title or text of !${mergeRequest.iid} were edited by someone and are kept`] };
  return { isOutdated: readMarker(description)?.text !== marker.text || mergeRequest.title !== title, notes: [] };
}

/** The branch of the open merge request of an earlier run. Throws `refused` if someone else has written to it. */
async function branchOf(
  own: MergeRequest,
  repository: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan> {
  const plan = await inspect(own.sourceBranch, repository, refs, settings);
  if (plan !== "foreign") return plan;
  throw refused(`the branch ${own.sourceBranch} of !${own.iid} holds something else than this change`, {
    exists: [`!${own.iid}: ${own.webUrl}`],
    remedy: "Someone has written to it. Merge or close that merge request, then run again.",
  });
}

/** So many branches of one name are inspected; an earlier run's is among the newest. */
const MOST_INSPECTED = 3;

/** A branch that an earlier run left without a merge request, or the next free name. */
async function findBranch(
  requested: string,
  otherBranches: ReadonlySet<string>,
  repository: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan> {
  const names = await repository.editor.branchesMatching(requested);
  const ours = versionsOf(requested, names).filter((name) => !otherBranches.has(name));
  for (const name of ours.slice(0, MOST_INSPECTED)) {
    const plan = await inspect(name, repository, refs, settings);
    if (plan !== "foreign" && plan.state !== "new") return plan;
  }
  return { name: nextFree(requested, names), state: "new" };
}

/** The branches with the requested name or one of its versions (`-v2`, `-v3`, …), newest first. */
export function versionsOf(requested: string, names: readonly string[]): string[] {
  return names
    .filter((name) => versionOf(requested, name) > 0)
    .toSorted((a, b) => versionOf(requested, b) - versionOf(requested, a));
}

/** The requested name or, if it or a version of it exists, the version after the highest one. */
export function nextFree(requested: string, names: readonly string[]): string {
  const versions = names.map((name) => versionOf(requested, name)).filter((version) => version > 0);
  return versions.length === 0 ? requested : `${requested}-v${Math.max(1, ...versions) + 1}`;
}

/** 1 for the name itself, n for `-v{n}`; 0 for any other, such as `…-hotfix-v7`. */
function versionOf(requested: string, name: string): number {
  if (name === requested) return 1;
  const rest = name.startsWith(`${requested}-v`) ? name.slice(requested.length + 2) : "";
  return /^[1-9][0-9]{0,5}$/.test(rest) ? Number(rest) : 0;
}

/** Whether a branch is ours by what it holds: one commit on the base, with exactly our change of it. */
async function inspect(
  name: string,
  { gitlab, upstream, push, editor }: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan | "foreign"> {
  const paths = refs.files.map(({ file }) => file);
  const found = await editor.inspectBranch(name, paths);
  if (found === undefined) return { name, state: "new" };
  const [parent, ...others] = found.parents;
  if (parent === undefined || others.length > 0) return "foreign";
  if (!(await gitlab.isAncestor(upstream, parent, editor.base))) return "foreign";
  const changed = new Set(await gitlab.changedPaths(push, found.head));
  if (holds(found, changed, refs)) return { name, state: "kept", commit: found.head };
  const earlier = await planAt(async (path) => (await gitlab.readFile(upstream, path, parent))?.bytes, settings);
  const isOurs = earlier !== undefined && holds(found, changed, earlier);
  return isOurs ? { name, state: "replaced", head: found.head } : "foreign";
}

/** Whether the branch's one commit is exactly this change. */
function holds({ files }: InspectedBranch, changed: ReadonlySet<string>, refs: RefPlan): boolean {
  const expected = changedFiles(refs);
  return (
    changed.size === expected.length &&
    expected.every(({ path, bytes }) => changed.has(path) && files.get(path)?.equals(bytes) === true)
  );
}

export function changedFiles({ files }: RefPlan): { path: string; bytes: Buffer }[] {
  return files.filter(({ changes }) => changes.length > 0).map(({ file, bytes }) => ({ path: file, bytes }));
}

/** What this run would have planned for an older base; undefined if it would have refused it. */
async function planAt(
  read: (path: string) => Promise<Buffer | undefined>,
  settings: Settings,
): Promise<RefPlan | undefined> {
  try {
    return await planRefs({ ...settings, read });
  } catch (error) {
    const isAnswer = error instanceof ActionError && !(error instanceof HttpError);
    if (isAnswer && (error.verdict === "refused" || error.verdict === "invalid")) return undefined;
    throw error;
  }
}
