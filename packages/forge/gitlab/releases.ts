import { undecided, unknown } from "@release-actions/action";
import type { Journal } from "@release-actions/action";
import { inParallel } from "@release-actions/http";
import { afterWrites } from "../outcomes.ts";
import { gitLabAssetName } from "../asset-name.ts";
import { encodedPath } from "../options.ts";
import type { ForgeOptions, RepositoryOptions } from "../options.ts";
import { openForgeApi } from "../token.ts";
import type { Asset, Forge, ForgeLimits, FoundRelease, Published, ReleaseRequest, Survey } from "../types.ts";
import {
  gitLabPlan,
  gitLabSteps,
  describeLinkFix,
  describeFile,
  describeLink,
  describeRelease,
  describeUpdate,
} from "./release-plan.ts";
import type { GitLabSteps, GitLabSurvey, WantedLink } from "./release-plan.ts";
import { gitLabRequests, releasePages } from "./release-requests.ts";
import type { GitLabRequests } from "./release-requests.ts";
import { linksOf } from "./schema.ts";
import type { GitLabRelease } from "./schema.ts";

/** gitlab.com's: package files of at most 5 GiB, texts of at most 1,000,000 characters. */
const LIMITS: ForgeLimits = { assetBytes: 5 * 1024 ** 3, leastAssetBytes: 0, assets: 1_000, bodyCharacters: 1_000_000 };

const UPLOADS_AT_ONCE = 6;
const ROUNDS = 3;

/** Releases of one project on gitlab.com or a self-managed GitLab. */
export function openGitLabReleases(options: ForgeOptions): Forge {
  const { http, apiUrl, token, package: key } = options;
  const project = options.projectId ?? options.repository;
  const permission = `a token of ${options.repository} with the role Developer or higher and, for an access token, the scope api`;
  const api = openForgeApi("gitlab", { http, apiUrl, token, permission });
  const gitlab = gitLabRequests(project, key, api);
  const fileUrl = (name: string) =>
    `${api.base}/projects/${encodeURIComponent(project)}/packages/generic/${encodedPath([key.name, key.version, name])}`;
  const linkOf = (asset: Asset): WantedLink => ({
    name: asset.name,
    url: fileUrl(asset.name),
    link_type: "package",
    ...(isAssetPath(asset.name) && { direct_asset_path: `/${asset.name}` }),
  });
  const pageOf = (tag: string) => `${serverUrl(options)}/${options.repository}/-/releases/${encodeURIComponent(tag)}`;
  return {
    kind: "gitlab",
    limits: LIMITS,
    assetName: gitLabAssetName,
    assetUrl: (_tag, name) => fileUrl(name),
    survey: (tag) => gitlab.survey(tag),
    plan: (request, survey) => gitLabPlan(project, key, request, gitLabSteps(request, taken(survey), linkOf)),
    publish: (request, survey, journal) => publishOnGitLab({ gitlab, request, journal, linkOf, pageOf }, taken(survey)),
  };
}

/** See `findRelease`. */
export async function findOnGitLab(options: RepositoryOptions, tag: string): Promise<FoundRelease | undefined> {
  const { http, apiUrl, token, projectId, repository } = options;
  const permission = "a token that may read the repository's contents";
  const api = openForgeApi("gitlab", { http, apiUrl, token, permission });
  for await (const releases of releasePages(projectId ?? repository, api)) {
    if (releases.some((release) => release.tag_name === tag)) return { draft: false };
  }
  return undefined;
}

interface GitLabRun {
  readonly gitlab: GitLabRequests;
  readonly request: ReleaseRequest;
  readonly journal: Journal;
  readonly linkOf: (asset: Asset) => WantedLink;
  readonly pageOf: (tag: string) => string;
}

/** Files first, then the release with its links: it is public from its first moment, so that it comes last. */
async function publishOnGitLab(run: GitLabRun, survey: GitLabSurvey): Promise<Published> {
  const done: string[] = [];
  let found = survey;
  let created = false;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const steps = gitLabSteps(run.request, found, run.linkOf);
    const release = await afterWrites(carryOut(run, steps, done), done);
    created ||= steps.base === undefined;
    // A release that another run made meanwhile is compared once more, and corrected.
    const left = gitLabSteps(run.request, { ...found, release, files: filesAfter(run.request, found) }, run.linkOf);
    if (left.newLinks.length === 0 && left.wrongLinks.length === 0 && !left.update)
      return published(run, release, steps, done, created);
    found = await run.gitlab.survey(run.request.tag);
  }
  throw undecided(`other runs keep changing the release of ${run.request.tag}`, {
    remedy: "Let one of them finish, then run again.",
  });
}

async function carryOut(run: GitLabRun, steps: GitLabSteps, done: string[]): Promise<GitLabRelease> {
  const { gitlab, request, journal } = run;
  const note = (what: string, url?: string) => {
    done.push(what);
    journal.made(what, url);
  };
  const send = async (asset: Asset) => {
    await gitlab.upload(asset);
    note(describeFile(asset));
  };
  // The first file makes the package; GitLab answers 500 when several requests race to make it.
  const [first, ...rest] = steps.uploads;
  if (first !== undefined) await send(first);
  await inParallel(UPLOADS_AT_ONCE, rest, send);
  if (steps.base === undefined) {
    const release = await gitlab.createRelease(
      request.tag,
      steps.name,
      steps.description,
      request.assets.map(run.linkOf),
    );
    note(describeRelease(request.tag), release._links?.self ?? run.pageOf(request.tag));
    return release;
  }
  await inParallel(1, steps.wrongLinks, async ({ link, wanted }) => {
    await gitlab.updateLink(request.tag, link.id, wanted);
    note(describeLinkFix(wanted));
  });
  await inParallel(UPLOADS_AT_ONCE, steps.newLinks, async (link) => {
    await gitlab.createLink(request.tag, link);
    note(describeLink(link));
  });
  if (steps.update) {
    await gitlab.updateRelease(request.tag, steps.name, steps.description);
    note(describeUpdate(request.tag), run.pageOf(request.tag));
  }
  if (steps.wrongLinks.length === 0 && steps.newLinks.length === 0 && !steps.update) return steps.base;
  return (await gitlab.release(request.tag)) ?? steps.base;
}

function filesAfter(request: ReleaseRequest, survey: GitLabSurvey): GitLabSurvey["files"] {
  const sent = request.assets.map((asset) => ({
    id: "0",
    file_name: asset.name,
    size: asset.size,
    file_sha256: asset.sha256,
  }));
  return [...sent, ...survey.files.filter((file) => !request.assets.some((asset) => asset.name === file.file_name))];
}

function published(
  run: GitLabRun,
  release: GitLabRelease,
  steps: GitLabSteps,
  done: readonly string[],
  created: boolean,
): Published {
  const links = linksOf(release);
  const assets = run.request.assets.map((asset) => {
    const link = links.find(({ name }) => name === asset.name);
    if (link === undefined)
      throw unknown(`the release of ${run.request.tag} shows no link to ${asset.name}`, {
        remedy: "Run again: it adds what is missing.",
      });
    return { name: asset.name, size: asset.size, sha256: asset.sha256, url: link.direct_asset_url ?? link.url };
  });
  const url = release._links?.self ?? run.pageOf(run.request.tag);
  const { tag_name: id, name } = release;
  return { id, title: name ?? id, url, assets, created, changed: done.length > 0, done, notices: steps.notices };
}

function taken(survey: Survey): GitLabSurvey {
  if (!("files" in survey)) throw new TypeError("a survey made by another forge");
  return survey as GitLabSurvey;
}

/** What GitLab takes as a permanent path of a link. */
function isAssetPath(name: string): boolean {
  return name.length < 128 && /^[A-Za-z0-9_.-]*$/.test(name) && /[A-Za-z0-9]$/.test(name);
}

/** The web address is the REST address without `/api/v4`. */
function serverUrl(options: ForgeOptions): string {
  return (options.serverUrl ?? options.apiUrl.replace(/\/api\/v4\/?$/, "")).replace(/\/+$/, "");
}
