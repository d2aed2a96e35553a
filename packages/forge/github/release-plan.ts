import { invalid, refused } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import { keptText, withoutMarker } from "../body.ts";
import type { Asset, Plan, PlannedWrite, ReleaseRequest } from "../types.ts";
import { byId, holds, isOwnDraft, sameText, storedAsset } from "./release.ts";
import type { GitHubAsset, GitHubRelease } from "./schema.ts";

export interface GitHubSurvey {
  readonly problems: readonly Problem[];
  readonly tag: string;
  readonly marker: string;
  readonly releases: readonly GitHubRelease[];
}

/** What is to be done, decided before the first write. */
export interface GitHubSteps {
  /** The release to work on; undefined: a draft is made first. */
  readonly base: GitHubRelease | undefined;
  /** Other drafts of ours, left by crashed or parallel runs. */
  readonly duplicates: readonly GitHubRelease[];
  /** Stored assets that must go before the file of that name can be sent. */
  readonly stale: readonly GitHubAsset[];
  readonly uploads: readonly Asset[];
  /** The last write: making the release public, or bringing its fields up to date. */
  readonly finish: "publish" | "update" | undefined;
  /** The fields as they will be. */
  readonly fields: Fields;
  readonly notices: readonly string[];
}

export interface Fields {
  readonly name: string;
  /** Without the marker. */
  readonly body: string;
  readonly prerelease: boolean;
  /** Undefined: a published release keeps its place. */
  readonly latest: boolean | undefined;
}

/** Decides what to do about the tag. Throws `refused` or `invalid` where a release conflicts. */
export function gitHubSteps(request: ReleaseRequest, survey: GitHubSurvey): GitHubSteps {
  const { releases, tag, marker } = survey;
  const ofTag = releases.filter((release) => release.tag_name === tag).toSorted(byId);
  const published = ofTag.filter((release) => !release.draft);
  const own = ofTag.filter((release) => isOwnDraft(release, tag, marker));
  const foreign = ofTag.filter((release) => release.draft && !own.includes(release));
  const fields = (base: GitHubRelease | undefined) => fieldsOf(request, survey, base);

  if (published.length > 1) throw severalReleases(tag, published);
  const release = published[0];
  if (release !== undefined) return stepsOnPublished(request, survey, release, own, fields(release));

  const base = own[0] ?? adoptable(request, foreign);
  const stored = base?.assets ?? [];
  const { stale, uploads } = assetSteps(request.assets, stored);
  const wanted = fields(base);
  requireText(request, wanted);
  return {
    base,
    duplicates: own.slice(1),
    stale,
    uploads,
    finish: request.draft ? (base === undefined || sameFields(base, wanted, marker) ? undefined : "update") : "publish",
    fields: wanted,
    notices: extraAssets(request.assets, stored),
  };
}

function stepsOnPublished(
  request: ReleaseRequest,
  survey: GitHubSurvey,
  release: GitHubRelease,
  duplicates: readonly GitHubRelease[],
  fields: Fields,
): GitHubSteps {
  const { stale, uploads } = assetSteps(request.assets, release.assets);
  const same = sameFields(release, fields, survey.marker);
  const notices = extraAssets(request.assets, release.assets);
  if (request.draft) {
    if (uploads.length > 0 || !same)
      throw differs(request, release, uploads, "is already published although draft is true");
    notices.push(`${release.html_url} is already published; draft: true does not turn it into a draft.`);
  }
  if (release.immutable === true) {
    if (uploads.length > 0) throw differs(request, release, uploads, "is published and immutable");
    if (!same)
      notices.push(`The title or notes of ${release.html_url} differ from the given ones and were left as they are.`);
    return { base: release, duplicates, stale: [], uploads: [], finish: undefined, fields, notices };
  }
  if (request.onExisting === "fail" && (uploads.length > 0 || !same))
    throw differs(request, release, uploads, "is published and on-existing is fail");
  return { base: release, duplicates, stale, uploads, finish: same ? undefined : "update", fields, notices };
}

function fieldsOf(request: ReleaseRequest, survey: GitHubSurvey, base: GitHubRelease | undefined): Fields {
  const others = survey.releases.filter((release) => !release.draft && release.tag_name !== survey.tag);
  const published = others.map((release) => ({ tag: release.tag_name, prerelease: release.prerelease }));
  const kept = withoutMarker(base?.body ?? "", survey.marker);
  const prerelease = request.prerelease.explicit
    ? request.prerelease.value
    : (base?.prerelease ?? request.prerelease.value);
  const isPublished = base !== undefined && !base.draft;
  const latest = isPublished && !request.latest.explicit ? undefined : request.latest.value(published);
  if (prerelease && latest === true && request.latest.explicit) {
    throw invalid("a prerelease cannot be the latest release", {
      problems: [{ input: "make-latest", what: `the release of ${survey.tag} is marked as a prerelease` }],
      remedy: "Set prerelease to false, or make-latest to auto or false.",
    });
  }
  return {
    name: keptText(request.name, base?.name),
    body: withoutMarker(request.body ?? kept, survey.marker),
    prerelease,
    latest: latest === true && prerelease ? false : latest,
  };
}

function sameFields(release: GitHubRelease, fields: Fields, marker: string): boolean {
  return (
    release.name === fields.name &&
    release.prerelease === fields.prerelease &&
    sameText(release.body, fields.body, marker)
  );
}

function assetSteps(
  assets: readonly Asset[],
  stored: readonly GitHubAsset[],
): { stale: GitHubAsset[]; uploads: Asset[] } {
  const stale: GitHubAsset[] = [];
  const uploads: Asset[] = [];
  for (const asset of assets) {
    const found = storedAsset(stored, asset);
    if (found !== undefined && holds(found, asset)) continue;
    if (found !== undefined) stale.push(found);
    uploads.push(asset);
  }
  return { stale, uploads };
}

function extraAssets(assets: readonly Asset[], stored: readonly GitHubAsset[]): string[] {
  const ours = new Set(assets.map((asset) => storedAsset(stored, asset)));
  const extra = stored.filter((asset) => !ours.has(asset)).map((asset) => asset.name);
  return extra.length === 0 ? [] : [`The release holds files that were not given here and stay: ${extra.join(", ")}.`];
}

/** A draft that people or other tools made for this tag is filled and published, where there is only one. */
function adoptable(request: ReleaseRequest, drafts: readonly GitHubRelease[]): GitHubRelease | undefined {
  const [draft, second] = drafts;
  if (draft === undefined) return undefined;
  if (second === undefined && request.onExisting === "update") return draft;
  throw refused(
    `${drafts.length === 1 ? "A draft" : `${drafts.length} drafts`} of ${request.tag} that this action did not create already exist${drafts.length === 1 ? "s" : ""}`,
    {
      problems: drafts.map((found) => ({ what: `draft ${found.id}: ${found.html_url}` })),
      remedy:
        second === undefined
          ? "Set on-existing to update to fill and publish it, or delete it."
          : "Delete all but one of them, then run again.",
    },
  );
}

/** Published without a word is what a mistaken extraction looks like. */
function requireText(request: ReleaseRequest, fields: Fields): void {
  if (fields.body.trim() !== "" || request.allowEmpty) return;
  throw invalid(`the release of ${request.tag} would have no text`, {
    remedy: "Give body or body-file, set generate-notes to true, or set allow-empty to true where no text is meant.",
  });
}

function differs(request: ReleaseRequest, release: GitHubRelease, uploads: readonly Asset[], why: string): Error {
  const problems = uploads.map((asset) => {
    const stored = storedAsset(release.assets, asset);
    const has =
      stored === undefined ? "is not in the release" : `is ${stored.digest ?? `${stored.size} bytes`} in the release`;
    return { what: `${asset.name} ${has}, and sha256:${asset.sha256} here` };
  });
  return refused(`the release of ${release.tag_name} ${why}, and differs from what was to be published`, {
    problems: problems.length > 0 ? problems : [{ what: "its title, notes or prerelease mark differ" }],
    exists: [release.html_url],
    remedy: request.draft
      ? "Set draft to false to bring it up to date, or release a new version."
      : release.immutable === true
        ? "Release the new files under a new version. Deleting an immutable release would burn its tag name."
        : "Set on-existing to update to bring it up to date, or release a new version.",
  });
}

function severalReleases(tag: string, published: readonly GitHubRelease[]): Error {
  return refused(`${published.length} published releases carry the tag ${tag}`, {
    problems: published.map((release) => ({ what: `release ${release.id}: ${release.html_url}` })),
    remedy: "Decide which one to keep, and delete the others manually; this action deletes no published release.",
  });
}

/** The steps as the writes that they are. */
export function gitHubPlan(repository: string, request: ReleaseRequest, steps: GitHubSteps): Plan {
  const releases = `/repos/${repository}/releases`;
  const base = steps.base === undefined ? "{id}" : steps.base.id;
  const writes: PlannedWrite[] = [
    ...steps.duplicates.map((draft): PlannedWrite => ({
      method: "DELETE",
      path: `${releases}/${draft.id}`,
      what: deletedDraft(draft),
    })),
    ...(steps.base === undefined
      ? [{ method: "POST", path: releases, what: describeDraft(request.tag) } as const]
      : []),
    ...steps.stale.map((asset): PlannedWrite => ({
      method: "DELETE",
      path: `${releases}/assets/${asset.id}`,
      what: replacedAsset(asset),
    })),
    ...steps.uploads.map((asset): PlannedWrite => ({
      method: "POST",
      path: `${releases}/${base}/assets?${uploadQuery(asset)}`,
      what: describeAsset(asset),
    })),
    ...(steps.finish === undefined
      ? []
      : [{ method: "PATCH", path: `${releases}/${base}`, what: describeFinish(request.tag, steps.finish) } as const]),
  ];
  return {
    outcome: outcomeOf(steps, writes),
    writes,
    notices: steps.notices,
    url: steps.base?.html_url,
  };
}

function outcomeOf(steps: GitHubSteps, writes: readonly PlannedWrite[]): Plan["outcome"] {
  if (writes.length === 0) return "unchanged";
  if (steps.base === undefined) return "create";
  return steps.base.draft ? "continue" : "update";
}

function uploadQuery(asset: Asset): string {
  const name = `name=${encodeURIComponent(asset.name)}`;
  return asset.label === undefined ? name : `${name}&label=${encodeURIComponent(asset.label)}`;
}

// The plan and the journal name a write by the same words.
export const describeDraft = (tag: string): string => `the draft release of ${tag}`;
export const describeAsset = (asset: Asset): string => `the file ${asset.name}`;
export const replacedAsset = (asset: GitHubAsset): string =>
  `the removal of the ${asset.state === "uploaded" ? "outdated" : "unfinished"} file ${asset.name}`;
export const deletedDraft = (draft: GitHubRelease): string => `the removal of our superfluous draft ${draft.id}`;
export const describeFinish = (tag: string, finish: "publish" | "update"): string =>
  finish === "publish" ? `the published release of ${tag}` : `the release of ${tag}, brought up to date`;
