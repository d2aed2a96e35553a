import { invalid, refused } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import type { Asset, PackageKey, Plan, PlannedWrite, ReleaseRequest } from "../types.ts";
import type { GitLabLink, GitLabPackageFile, GitLabRelease } from "./schema.ts";
import { linksOf } from "./schema.ts";
import { keptText } from "../body.ts";
import { encodedPath } from "../options.ts";

export interface GitLabSurvey {
  readonly problems: readonly Problem[];
  readonly tag: string;
  readonly release: GitLabRelease | undefined;
  /** Files of the release's package. */
  readonly files: readonly GitLabPackageFile[];
  readonly notices: readonly string[];
}

/** A link of the release to a file in the package registry, as it is to be. */
export interface WantedLink {
  readonly name: string;
  readonly url: string;
  readonly link_type: "package";
  readonly direct_asset_path?: string;
}

export interface GitLabSteps {
  readonly base: GitLabRelease | undefined;
  readonly uploads: readonly Asset[];
  readonly newLinks: readonly WantedLink[];
  readonly wrongLinks: readonly { readonly link: GitLabLink; readonly wanted: WantedLink }[];
  /** The title or the text of an existing release changes. */
  readonly update: boolean;
  readonly name: string;
  readonly description: string;
  readonly notices: readonly string[];
}

/** Decides what to do about the tag. Throws `refused` or `invalid` where a release conflicts. */
export function gitLabSteps(
  request: ReleaseRequest,
  survey: GitLabSurvey,
  linkOf: (asset: Asset) => WantedLink,
): GitLabSteps {
  if (request.draft) {
    throw invalid("GitLab has no draft releases", {
      problems: [
        {
          input: "draft",
          what: "must be false on GitLab",
          remedy: "Publish in a later job instead: a GitLab release is public once it exists.",
        },
      ],
    });
  }
  const base = survey.release;
  const description = (request.body ?? base?.description ?? "").replaceAll("\r\n", "\n").trimEnd();
  if (base === undefined && description.trim() === "" && !request.allowEmpty) {
    throw invalid(`the release of ${request.tag} would have no text`, {
      remedy: "Give body or body-file, set generate-notes to true, or set allow-empty to true where no text is meant.",
    });
  }
  const uploads = request.assets.filter((asset) => !holds(newestFile(survey.files, asset), asset));
  const { newLinks, wrongLinks } = linkSteps(request.assets.map(linkOf), linksOf(base));
  const name = keptText(request.name, base?.name);
  const update = base !== undefined && (base.name !== name || sameEnds(base.description) !== sameEnds(description));
  const notices = [...survey.notices, ...noticesOf(request, base)];
  if (
    base !== undefined &&
    request.onExisting === "fail" &&
    (update || uploads.length > 0 || newLinks.length > 0 || wrongLinks.length > 0)
  ) {
    throw differs(request.tag, survey, uploads);
  }
  return { base, uploads, newLinks, wrongLinks, update, name, description, notices };
}

function noticesOf(request: ReleaseRequest, base: GitLabRelease | undefined): string[] {
  const notices: string[] = [];
  if (request.prerelease.value) notices.push("GitLab does not mark prereleases: this one shows as any other release.");
  const given = new Set(request.assets.map((asset) => asset.name));
  const extra = linksOf(base)
    .filter((link) => !given.has(link.name))
    .map((link) => link.name);
  if (extra.length > 0)
    notices.push(`The release links to files that were not given here; they stay: ${extra.join(", ")}.`);
  return notices;
}

/** One package may hold several files of a name: GitLab serves the newest. */
export function newestFile(files: readonly GitLabPackageFile[], asset: Asset): GitLabPackageFile | undefined {
  const named = files.filter((file) => file.file_name === asset.name);
  return named.toSorted((a, b) => b.id.length - a.id.length || (a.id < b.id ? 1 : -1))[0];
}

export function holds(file: GitLabPackageFile | undefined, asset: Asset): boolean {
  return file !== undefined && file.size === asset.size && (file.file_sha256 ?? asset.sha256) === asset.sha256;
}

/** A link's name and its address are each unique in a release, so either one finds the link to correct. */
function linkSteps(
  wanted: readonly WantedLink[],
  links: readonly GitLabLink[],
): Pick<GitLabSteps, "newLinks" | "wrongLinks"> {
  const newLinks: WantedLink[] = [];
  const wrongLinks: { link: GitLabLink; wanted: WantedLink }[] = [];
  for (const one of wanted) {
    const link = links.find(({ name }) => name === one.name) ?? links.find(({ url }) => url === one.url);
    if (link === undefined) newLinks.push(one);
    else if (link.name !== one.name || link.url !== one.url || link.link_type !== one.link_type)
      wrongLinks.push({ link, wanted: one });
  }
  return { newLinks, wrongLinks };
}

export function sameEnds(text: string | null | undefined): string {
  return (text ?? "").replaceAll("\r\n", "\n").trimEnd();
}

function differs(tag: string, survey: GitLabSurvey, uploads: readonly Asset[]): Error {
  const problems = uploads.map((asset) => {
    const file = newestFile(survey.files, asset);
    const has =
      file === undefined
        ? "is not in the package registry"
        : `is sha256:${file.file_sha256 ?? "unknown"} in the package registry`;
    return { what: `${asset.name} ${has}, and sha256:${asset.sha256} here` };
  });
  return refused(`the release of ${tag} exists, on-existing is fail, and it differs from what was to be published`, {
    problems: problems.length > 0 ? problems : [{ what: "its title, notes or links differ" }],
    exists: [survey.release?._links?.self ?? tag],
    remedy: "Set on-existing to update to bring it up to date, or release a new version.",
  });
}

/** The steps as the writes that they are, in their order: files first, then the release, which makes them public. */
export function gitLabPlan(project: string, key: PackageKey, request: ReleaseRequest, steps: GitLabSteps): Plan {
  const root = `/projects/${encodeURIComponent(project)}`;
  const release = `${root}/releases/${encodeURIComponent(request.tag)}`;
  const uploads = steps.uploads.map((asset): PlannedWrite => ({
    method: "PUT",
    path: `${root}/packages/generic/${encodedPath([key.name, key.version, asset.name])}?select=package_file`,
    what: describeFile(asset),
  }));
  const rest: PlannedWrite[] =
    steps.base === undefined
      ? [{ method: "POST", path: `${root}/releases`, what: describeRelease(request.tag) }]
      : [
          ...steps.wrongLinks.map(({ link, wanted }): PlannedWrite => ({
            method: "PUT",
            path: `${release}/assets/links/${link.id}`,
            what: describeLinkFix(wanted),
          })),
          ...steps.newLinks.map((link): PlannedWrite => ({
            method: "POST",
            path: `${release}/assets/links`,
            what: describeLink(link),
          })),
          ...(steps.update ? [{ method: "PUT", path: release, what: describeUpdate(request.tag) } as const] : []),
        ];
  const writes = [...uploads, ...rest];
  const outcome =
    writes.length === 0
      ? "unchanged"
      : steps.base === undefined
        ? uploads.length < request.assets.length
          ? "continue"
          : "create"
        : "update";
  return { outcome, writes, notices: steps.notices, url: steps.base?._links?.self ?? undefined };
}

// The plan and the journal name a write by the same words.
export const describeFile = (asset: Asset): string => `the file ${asset.name}`;
export const describeLink = (link: WantedLink): string => `the link to ${link.name}`;
export const describeLinkFix = (link: WantedLink): string => `the corrected link to ${link.name}`;
export const describeRelease = (tag: string): string => `the release of ${tag}`;
export const describeUpdate = (tag: string): string => `the release of ${tag}, brought up to date`;
