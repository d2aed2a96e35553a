import { type Context } from "@release-actions/action";
import { assertDirectory } from "@release-actions/files";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import type { TargetSelector } from "@release-actions/app-interface/saas-file";
import { shorten } from "@release-actions/text";
import { compareUrl, originOf, plainAddress } from "./address.ts";
import { checkBranchName } from "./branch-name.ts";
import { branchOf, findBranch, type BranchPlan } from "./branch-state.ts";
import { compareTexts, findOpen, shown, withoutMarker, type Own } from "./merge-requests.ts";
import type { AppInterface } from "./open.ts";
import { oldRefs, planRefs, type RefPlan } from "./refs.ts";
import type { BumpInputs } from "./inputs.ts";
import type { Settings } from "./types.ts";
import { isAddress, judgeRanges, openSource, sourceName, type Range, type Source } from "./source.ts";
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
  const { source } = settings;
  const typed = inputs.source !== undefined;
  // Known to be no place before anyone is asked anything.
  if (source !== undefined && !isAddress(source)) assertDirectory(host, source, { typed });
  let opened: Promise<Source> | undefined;
  return (urls) =>
    (opened ??= (async () => {
      const credential = { origin: originOf(settings.gitlabUrl) ?? "", secret: inputs.token };
      return openSource(sourceName(source, urls), { host, io, signal, credential, typed });
    })());
}

function skippedText({ template, namespace = "" }: TargetSelector): string {
  return `no such target, and it is optional: ${template} ${namespace}`.trimEnd();
}

function needless(own: Own | undefined): string[] {
  return own === undefined
    ? []
    : [`${shown(own.mergeRequest)} has nothing left to change: its targets have the ref already`];
}

/** Every read-only check there is. Throws an ActionError for the first that fails; nothing is written. */
export async function prepare(world: AppInterface, settings: Settings, open: SourceOpener): Promise<Prepared> {
  const { transport } = world;
  const refs = await planRefs((path) => transport.readFile(path), settings);
  const found = await findOpen(world, refs, settings);
  const warnings = [...world.warnings, ...refs.plan.warnings, ...refs.plan.skipped.map(skippedText), ...found.warnings];
  const { superseded } = found;
  if (refs.changes.length === 0) {
    return {
      refs,
      ranges: [],
      date: settings.date,
      work: undefined,
      superseded,
      warnings: [...warnings, ...needless(found.own)],
    };
  }

  const date = settings.isDateGiven ? settings.date : (found.own?.marker.date ?? settings.date);
  const wanted = await checkBranchName(branchName(settings, date), settings);
  const urls = templateUrls(refs);
  const [judged, branch] = await Promise.all([
    judgeSource(open, urls, refs, settings),
    found.own === undefined
      ? transport
          .branchesMatching(wanted)
          .then((names) => findBranch(wanted, found.others, names, world, refs, settings))
      : branchOf(found.own.mergeRequest, world, refs, settings),
  ]);
  const { ranges, source } = judged;
  const address = originOf(source.name) === undefined ? urls[0] : source.name;
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
  const nameless = found.own === undefined ? await withoutMarker(branch, world, settings) : undefined;
  const { isOutdated, notes } = await compareTexts(found.own, nameless, texts);
  const said = ranges.filter(({ relation }) => relation !== "forward").flatMap((range) => range.notes);
  return {
    refs,
    ranges,
    date,
    work: { branch, texts, own: found.own?.mergeRequest ?? nameless, isOutdated },
    superseded,
    warnings: [...warnings, ...otherSource(settings, urls), ...said, ...notes],
  };
}

interface Judged {
  readonly source: Source;
  readonly ranges: readonly Range[];
}

async function judgeSource(
  open: SourceOpener,
  urls: readonly string[],
  refs: RefPlan,
  { ref, allowRollback }: Settings,
): Promise<Judged> {
  const source = await open(urls);
  await source.assertExists(ref);
  const ranges = await Promise.all(oldRefs(refs).map((oldRef) => source.range(oldRef, ref)));
  judgeRanges(ranges, allowRollback, ref);
  return { source, ranges };
}

function templateUrls({ saas, selected }: RefPlan): string[] {
  const names = new Set(selected.map(({ template }) => template));
  return [...new Set(saas.templates.flatMap(({ name, url }) => (names.has(name) && url !== undefined ? [url] : [])))];
}

function otherSource({ source }: Settings, urls: readonly string[]): string[] {
  const plain = (url: string): string => plainAddress(url).toLowerCase();
  if (source === undefined || originOf(source) === undefined) return [];
  return urls
    .filter((url) => plain(url) !== plain(source))
    .map((url) => `a template comes from ${shorten(url, 200)}, not from source`);
}
