import type { MergeRequest } from "@release-actions/forge/gitlab";
import { shorten } from "@release-actions/text";
import type { BranchPlan } from "./branch-state.ts";
import { isUntouched, readMarker, searchText, targetKeys, type Marker } from "./marker.ts";
import type { AppInterface } from "./open.ts";
import type { RefPlan } from "./refs.ts";
import type { Settings } from "./types.ts";
import type { Texts } from "./texts.ts";

/** A merge request of ours, with what its hidden line says. */
export interface Own {
  readonly mergeRequest: MergeRequest;
  readonly marker: Marker;
}

export interface Open {
  readonly own: Own | undefined;
  readonly superseded: readonly MergeRequest[];
  /** Branches of merge requests for something else. */
  readonly others: ReadonlySet<string>;
  readonly keys: readonly string[];
  readonly warnings: readonly string[];
}

/** The open merge requests that name the file: ours for the same work, ours that this one replaces, and everyone else's. */
export async function findOpen(
  { gitlab, upstream, push }: AppInterface,
  refs: RefPlan,
  { file, baseBranch, ref }: Settings,
): Promise<Open> {
  const isPromoted = refs.saas.targets.some(({ auto }) => auto);
  const [named, promoting, keys] = await Promise.all([
    gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: searchText(file) }),
    // Automatic promotions name no file: they can concern this one only where it has an automatic target.
    isPromoted
      ? gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: "[SAPM]" })
      : [],
    targetKeys(refs.selected),
  ]);
  // The line can be copied by anyone, the branch is pushed by few.
  const marked = named.toReversed().flatMap((mergeRequest): Own[] => {
    const marker = mergeRequest.sourceProjectId === push.id ? readMarker(mergeRequest.description) : undefined;
    return marker?.file === file ? [{ mergeRequest, marker }] : [];
  });
  const isSame = ({ marker }: Own): boolean => marker.ref === ref && marker.targets.join() === keys.join();
  const own = marked.find(isSame);
  const rest = marked.filter((one) => one !== own);
  const superseded = rest.filter(({ marker }) => marker.targets.every((key) => keys.includes(key)));
  const overlapping = rest.filter(
    (one) => !superseded.includes(one) && one.marker.targets.some((key) => keys.includes(key)),
  );
  const foreign = named.filter((one) => !marked.some(({ mergeRequest }) => mergeRequest === one));
  const sapm = promoting.filter(({ title }) => title.startsWith("[SAPM]"));
  return {
    own,
    superseded: superseded.map(({ mergeRequest }) => mergeRequest),
    others: new Set(rest.filter((one) => !isSame(one)).map(({ mergeRequest }) => mergeRequest.sourceBranch)),
    keys,
    warnings: [
      ...overlapping.map(({ mergeRequest }) => `${shown(mergeRequest)} changes some of these targets and others`),
      ...foreign.slice(0, 5).map((one) => `${shown(one)} names the same file`),
      ...sapm
        .slice(0, 5)
        .map((one) => `${shown(one)} is an automatic promotion; the file has automatic targets that it may change`),
    ],
  };
}

export function shown({ iid, author, title }: MergeRequest): string {
  return `!${iid} by ${author} (${shorten(title, 80)})`;
}

/** The merge request of a branch that is ours by what it holds, where people have taken the hidden line away. */
export async function withoutMarker(
  branch: BranchPlan,
  { gitlab, upstream, push }: AppInterface,
  { baseBranch }: Settings,
): Promise<MergeRequest | undefined> {
  if (branch.state === "new") return undefined;
  const open = await gitlab.findMergeRequests(upstream, {
    state: "opened",
    sourceBranch: branch.name,
    targetBranch: baseBranch,
  });
  return open.find(({ sourceProjectId }) => sourceProjectId === push.id);
}

/** Whether title and text are to be written anew. Those that people have edited stay. */
export async function compareTexts(
  own: Own | undefined,
  nameless: MergeRequest | undefined,
  { title, description }: Texts,
): Promise<{ isOutdated: boolean; notes: string[] }> {
  if (nameless !== undefined)
    return { isOutdated: false, notes: [`!${nameless.iid} has lost its hidden line, and stays as it is`] };
  if (own === undefined) return { isOutdated: false, notes: [] };
  const { mergeRequest, marker } = own;
  if (!(await isUntouched(mergeRequest, marker))) {
    return {
      isOutdated: false,
      notes: [`title or text of !${mergeRequest.iid} were edited by someone and are kept`],
    };
  }
  return { isOutdated: readMarker(description)?.text !== marker.text || mergeRequest.title !== title, notes: [] };
}
