import { invalid, refused, type Context } from "@release-actions/action-types";
import type { MergeRequest } from "@release-actions/gitlab";
import { shorten } from "@release-actions/text";
import { branchOf, findBranch, type BranchPlan } from "./branch-state.ts";
import { compareUrl } from "./changelog.ts";
import { isUntouched, readMarker, searchText, targetKeys, type Marker } from "./marker.ts";
import type { AppInterface } from "./open.ts";
import { oldRefs, planRefs, type RefPlan } from "./refs.ts";
import type { BumpInputs, Settings } from "./settings.ts";
import { judgeRanges, openSource, originOf, sourceName, type Range, type Source } from "./source.ts";
import { branchName, textsOf, type Texts } from "./texts.ts";

/** Everything that is to be known before the first write. */
export interface Prepared {
  readonly refs: RefPlan;
  readonly ranges: readonly Range[];
  /** The day of the release. */
  readonly date: string;
  /** Undefined where every target has the ref already. */
  readonly work: Work | undefined;
  /** Our own open merge requests for these targets and another ref. */
  readonly superseded: readonly MergeRequest[];
  readonly warnings: readonly string[];
}

export interface Work {
  readonly branch: BranchPlan;
  readonly texts: Texts;
  /** The merge request of an earlier run. */
  readonly own: MergeRequest | undefined;
  /** Title and text of `own` are to be written anew. */
  readonly isOutdated: boolean;
}

/** Opens the source once, however often the rest is read again. */
export type SourceOpener = (urls: readonly string[]) => Promise<Source>;

export function sourceOpener({ host, io, signal, inputs }: Context<BumpInputs>, settings: Settings): SourceOpener {
  let opened: Promise<Source> | undefined;
  return (urls) =>
    (opened ??= (async () => {
      const credential = { origin: originOf(settings.gitlabUrl) ?? "", secret: inputs.token };
      return openSource(sourceName(settings.source, urls), { host, io, signal, credential });
    })());
}

/** Every read-only check there is. Throws a Stop for the first that fails; nothing is written. */
export async function prepare(world: AppInterface, settings: Settings, open: SourceOpener): Promise<Prepared> {
  const { transport } = world;
  const refs = await planRefs((path) => transport.readFile(path), settings);
  const found = await findOpen(world, refs, settings);
  const warnings = [...world.warnings, ...refs.plan.warnings, ...refs.plan.skipped.map(skippedText), ...found.warnings];
  const { superseded } = found;
  if (refs.changes.length === 0) return { refs, ranges: [], date: settings.date, work: undefined, superseded, warnings: [...warnings, ...needless(found.own)] };

  const date = settings.isDateGiven ? settings.date : (found.own?.marker.date ?? settings.date);
  const wanted = await checkBranchName(branchName(settings, date), settings);
  const urls = templateUrls(refs);
  const [judged, branch] = await Promise.all([
    judgeSource(open, urls, refs, settings),
    found.own === undefined
      ? transport.branchesMatching(wanted).then((names) => findBranch(wanted, found.others, names, world, refs, settings))
      : branchOf(found.own.mergeRequest, world, refs, settings),
  ]);
  const { ranges, source } = judged;
  const address = originOf(source.name) === undefined || !URL.canParse(source.name) ? urls[0] : source.name;
  const texts = await textsOf(settings, {
    refs,
    ranges,
    date,
    sourceName: source.name,
    keys: found.keys,
    compareUrl: ({ oldRef, relation }) => {
      const [from, to] = relation === "rollback" ? [settings.ref, oldRef] : [oldRef, settings.ref];
      return relation === "unknown" ? undefined : compareUrl(address, from, to, originOf(settings.gitlabUrl) ?? "");
    },
  });
  const { isOutdated, notes } = await compareTexts(found.own, texts);
  const said = ranges.filter(({ relation }) => relation !== "forward").flatMap((range) => range.notes);
  return {
    refs,
    ranges,
    date,
    work: { branch, texts, own: found.own?.mergeRequest, isOutdated },
    superseded,
    warnings: [...warnings, ...otherSource(settings, urls), ...said, ...notes],
  };
}

async function judgeSource(open: SourceOpener, urls: readonly string[], refs: RefPlan, { ref, allowRollback }: Settings): Promise<{ source: Source; ranges: Range[] }> {
  const source = await open(urls);
  await source.insistExists(ref);
  const ranges = await Promise.all(oldRefs(refs).map((oldRef) => source.range(oldRef, ref)));
  judgeRanges(ranges, allowRollback, ref);
  return { source, ranges };
}

interface Own {
  readonly mergeRequest: MergeRequest;
  readonly marker: Marker;
}

interface Open {
  readonly own: Own | undefined;
  readonly superseded: readonly MergeRequest[];
  /** Branches of merge requests for something else. */
  readonly others: ReadonlySet<string>;
  readonly keys: readonly string[];
  readonly warnings: readonly string[];
}

/** The open merge requests that name the file: ours for the same work, ours that this one replaces, and everyone else's. */
async function findOpen({ gitlab, upstream, push }: AppInterface, refs: RefPlan, { file, baseBranch, ref }: Settings): Promise<Open> {
  const isPromoted = refs.saas.targets.some(({ auto }) => auto);
  const [named, promoting, keys] = await Promise.all([
    gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: searchText(file) }),
    // Automatic promotions name no file: they can concern this one only where it has an automatic target.
    isPromoted ? gitlab.findMergeRequests(upstream, { state: "opened", targetBranch: baseBranch, search: "[SAPM]" }) : [],
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
  const overlapping = rest.filter((one) => !superseded.includes(one) && one.marker.targets.some((key) => keys.includes(key)));
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
      ...sapm.slice(0, 5).map((one) => `${shown(one)} is an automatic promotion; the file has automatic targets that it may change`),
    ],
  };
}

const shown = ({ iid, author, title }: MergeRequest): string => `!${iid} by ${author} (${shorten(title, 80)})`;
const skippedText = ({ template, namespace = "" }: { template: string; namespace?: string }): string => `no such target, and it is optional: ${template} ${namespace}`.trimEnd();

function needless(own: Own | undefined): string[] {
  return own === undefined ? [] : [`${shown(own.mergeRequest)} has nothing left to change: its targets have the ref already`];
}

async function compareTexts(own: Own | undefined, { title, description }: Texts): Promise<{ isOutdated: boolean; notes: string[] }> {
  if (own === undefined) return { isOutdated: false, notes: [] };
  const { mergeRequest, marker } = own;
  if (!(await isUntouched(mergeRequest, marker))) {
    return { isOutdated: false, notes: [`title or text of !${mergeRequest.iid} were edited by hand and stay as they are`] };
  }
  return { isOutdated: readMarker(description)?.text !== marker.text || mergeRequest.title !== title, notes: [] };
}

function templateUrls({ saas, selected }: RefPlan): string[] {
  const names = new Set(selected.map(({ template }) => template));
  return [...new Set(saas.templates.flatMap(({ name, url }) => (names.has(name) && url !== undefined ? [url] : [])))];
}

function otherSource({ source }: Settings, urls: readonly string[]): string[] {
  const plain = (url: string): string => url.replace(/(?:\.git)?\/*$/, "").toLowerCase();
  if (source === undefined || originOf(source) === undefined) return [];
  return urls.filter((url) => plain(url) !== plain(source)).map((url) => `a template comes from ${shorten(url, 200)}, not from source`);
}

/** domain.md 3.3: a source branch is never the default one, not even in a fork. */
async function checkBranchName(name: string, { baseBranch }: Settings): Promise<string> {
  const { branchRef } = await import("@release-actions/git");
  if (name === baseBranch || name === "master" || name === "main") {
    throw refused(`${name} is no branch for a promotion: app-interface takes merge requests from other branches alone`, { remedy: "Give branch another name." });
  }
  if (/[^\u0021-\u007e]/.test(name)) throw invalid(`branch ${JSON.stringify(shorten(name, 80))} has characters that are not ASCII`, { remedy: "Give branch another name." });
  branchRef(name);
  return name;
}
