import { invalid } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import type { Api, Reply, WriteResult } from "@release-actions/http";
import { markerOf, withMarker } from "../body.ts";
import { assertTag } from "../outcomes.ts";
import type { Asset } from "../types.ts";
import type { GitHubApi } from "./octokit.ts";
import type { Fields, GitHubSurvey } from "./release-plan.ts";
import { deletedDraft, replacedAsset, describeAsset, describeDraft, describeFinish } from "./release-plan.ts";
import { byId, holds, isOwnDraft, sameText, storedAsset } from "./release.ts";
import { GitHubAsset, GitHubAssets, GitHubRef, GitHubRelease, GitHubReleases } from "./schema.ts";

/** The requests to GitHub, one function each. */
export interface GitHubRequests {
  readonly repository: string;
  survey(tag: string): Promise<GitHubSurvey>;
  /** All releases, drafts included. */
  list(): Promise<GitHubRelease[]>;
  /** Undefined where it is gone. */
  release(id: string): Promise<GitHubRelease | undefined>;
  createDraft(tag: string, fields: Fields): Promise<WriteResult<GitHubRelease>>;
  deleteDraft(tag: string, draft: GitHubRelease): Promise<void>;
  deleteAsset(release: GitHubRelease, asset: GitHubAsset): Promise<void>;
  upload(release: GitHubRelease, asset: Asset, sleep: () => Promise<void>): Promise<void>;
  /** "taken": another published release has the tag by now. */
  finish(
    tag: string,
    release: GitHubRelease,
    fields: Fields,
    finish: "publish" | "update",
  ): Promise<GitHubRelease | "taken">;
}

/** How often, with a pause between, an unfinished file is checked before its upload counts as dead. */
export const STARTER_LOOKS = 3;
/** Bytes a second below which an upload is given up, and what it has on top, in milliseconds. */
const LEAST_SPEED = 512 * 1024;
const UPLOAD_GRACE = 60_000;

/** All releases page by page, newest first: drafts too, where the token may write. */
export async function* releasePages(
  repository: string,
  github: GitHubApi,
): AsyncGenerator<GitHubRelease[], void, undefined> {
  const query = { ...ownerAndRepo(repository), per_page: 100 };
  let isFirst = true;
  for await (const page of github.pages("GET /repos/{owner}/{repo}/releases", query, [200, 404])) {
    // The links to further pages name the repository by its id.
    if (isFirst) refuseMissing(page, repository);
    isFirst = false;
    yield page.json(GitHubReleases);
  }
}

function ownerAndRepo(repository: string): { owner: string; repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

export function gitHubRequests(
  repository: string,
  github: GitHubApi,
  uploadApi: (release: GitHubRelease) => Api,
): GitHubRequests {
  const place = ownerAndRepo(repository);

  async function list(): Promise<GitHubRelease[]> {
    const found: GitHubRelease[] = [];
    for await (const page of releasePages(repository, github)) found.push(...page);
    return found;
  }

  /** Drafts have no address by tag, so that all releases are listed; the listing in turn may be late by seconds. */
  async function survey(tag: string): Promise<GitHubSurvey> {
    const [listed, published, exists] = await Promise.all([list(), publishedRelease(tag), tagExists(tag)]);
    const problems: Problem[] = exists ? [] : [missingTag(tag)];
    const found =
      published === undefined ? listed : [published, ...listed.filter((release) => release.id !== published.id)];
    return { problems, tag, marker: markerOf(repository, tag), releases: found };
  }

  async function tagExists(tag: string): Promise<boolean> {
    const reply = await github.read("GET /repos/{owner}/{repo}/git/ref/tags/{tag}", { ...place, tag }, [200, 404]);
    if (reply.status === 404) return false;
    assertTag(tag, reply.json(GitHubRef).ref.replace(/^refs\/tags\//, ""), reply);
    return true;
  }

  async function publishedRelease(tag: string): Promise<GitHubRelease | undefined> {
    const reply = await github.read("GET /repos/{owner}/{repo}/releases/tags/{tag}", { ...place, tag }, [200, 404]);
    return reply.status === 404 ? undefined : reply.json(GitHubRelease);
  }

  async function release(id: string): Promise<GitHubRelease | undefined> {
    const parameters = { ...place, release_id: id };
    const reply = await github.read("GET /repos/{owner}/{repo}/releases/{release_id}", parameters, [200, 404]);
    return reply.status === 404 ? undefined : reply.json(GitHubRelease);
  }

  function createDraft(tag: string, fields: Fields): Promise<WriteResult<GitHubRelease>> {
    const marker = markerOf(repository, tag);
    const parameters = {
      ...place,
      tag_name: tag,
      name: fields.name,
      body: withMarker(fields.body, marker),
      draft: true,
      prerelease: fields.prerelease,
    };
    return github.write("POST /repos/{owner}/{repo}/releases", parameters, {
      what: describeDraft(tag),
      accept: (reply) => reply.json(GitHubRelease),
      readBack: async () => (await list()).filter((found) => isOwnDraft(found, tag, marker)).toSorted(byId)[0],
    });
  }

  /** Looks again before deleting: what was published or rewritten since is not ours to delete. */
  async function deleteDraft(tag: string, draft: GitHubRelease): Promise<void> {
    const now = await release(draft.id);
    if (now === undefined || !isOwnDraft(now, tag, markerOf(repository, tag))) return;
    const parameters = { ...place, release_id: draft.id };
    await github.write("DELETE /repos/{owner}/{repo}/releases/{release_id}", parameters, {
      expect: GONE,
      what: deletedDraft(draft),
      accept: gone,
      readBack: async () => ((await release(draft.id)) === undefined ? true : undefined),
    });
  }

  async function assetsOf(id: string): Promise<GitHubAsset[]> {
    const found: GitHubAsset[] = [];
    const parameters = { ...place, release_id: id, per_page: 100 };
    for await (const page of github.pages("GET /repos/{owner}/{repo}/releases/{release_id}/assets", parameters)) {
      found.push(...page.json(GitHubAssets));
    }
    return found;
  }

  async function deleteAsset(of: GitHubRelease, asset: GitHubAsset): Promise<void> {
    const parameters = { ...place, asset_id: asset.id };
    await github.write("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", parameters, {
      expect: GONE,
      what: replacedAsset(asset),
      accept: gone,
      readBack: async () => ((await assetsOf(of.id)).some((found) => found.id === asset.id) ? undefined : true),
    });
  }

  /**
   * A failed upload leaves an unfinished asset behind, which would refuse the next one of that name: it is deleted
   * before the file is sent afresh, unless it finishes meanwhile.
   */
  async function uploaded(of: GitHubRelease, asset: Asset, sleep: () => Promise<void>): Promise<true | undefined> {
    for (let look = 1; ; look += 1) {
      const found = storedAsset(await assetsOf(of.id), asset);
      if (found === undefined) return undefined;
      if (holds(found, asset)) return true;
      if (found.state === "uploaded" || look === STARTER_LOOKS) {
        await deleteAsset(of, found);
        return undefined;
      }
      await sleep();
    }
  }

  /** Not by Octokit, which takes a file as a whole into memory. */
  async function upload(to: GitHubRelease, asset: Asset, sleep: () => Promise<void>): Promise<void> {
    await uploadApi(to).write({
      method: "POST",
      path: ["assets"],
      query: { name: asset.name, label: asset.label },
      body: { length: asset.size, type: asset.type, open: () => asset.open() },
      deadline: UPLOAD_GRACE + (asset.size / LEAST_SPEED) * 1000,
      // 404: a parallel run removed the unfinished file.
      exists: [404, 409, 422],
      what: describeAsset(asset),
      accept: (reply) => {
        const stored = reply.json(GitHubAsset);
        if (!holds(stored, asset))
          throw new Error(`${stored.name} was stored as ${stored.size} bytes, ${stored.digest ?? stored.state}`);
        return true as const;
      },
      readBack: () => uploaded(to, asset, sleep),
    });
  }

  async function finish(
    tag: string,
    of: GitHubRelease,
    fields: Fields,
    what: "publish" | "update",
  ): Promise<GitHubRelease | "taken"> {
    const marker = markerOf(repository, tag);
    const draft = what === "publish" ? false : of.draft;
    const body = of.draft || (of.body ?? "").includes(marker) ? withMarker(fields.body, marker) : fields.body;
    const parameters = {
      ...place,
      release_id: of.id,
      tag_name: tag,
      name: fields.name,
      body,
      draft,
      prerelease: fields.prerelease,
      ...(draft || fields.latest === undefined ? {} : { make_latest: String(fields.latest) }),
    };
    const route = "PATCH /repos/{owner}/{repo}/releases/{release_id}";
    const result = await github.write<GitHubRelease | "taken">(route, parameters, {
      what: describeFinish(tag, what),
      accept: (reply) => {
        const now = reply.json(GitHubRelease);
        if (now.draft !== draft) throw new Error(`the release is ${now.draft ? "still a draft" : "published"}`);
        return now;
      },
      readBack: async () => {
        const [published, now] = await Promise.all([publishedRelease(tag), release(of.id)]);
        if (published !== undefined && published.id !== of.id) return "taken";
        const asWanted =
          now !== undefined && now.draft === draft && now.name === fields.name && now.prerelease === fields.prerelease;
        return asWanted && sameText(now.body, fields.body, marker) ? now : undefined;
      },
    });
    return result.value;
  }

  return { repository, survey, list, release, createDraft, deleteDraft, deleteAsset, upload, finish };
}

/** A page of HTML with 200 from something in between does not prove a deletion. */
const GONE = [200, 202, 204, 404];

function gone(reply: Reply): true {
  if (reply.status === 204 || reply.status === 404) return true;
  throw new Error(`the answer to a deletion is ${reply.status}`);
}

function refuseMissing(page: Reply, repository: string): void {
  if (page.status === 404) {
    throw invalid(`${repository} was not found at ${new URL(page.url).host}, or the token may not see it`, {
      remedy: "Check repository, and that the token is one of that repository with contents: write.",
    });
  }
  if (!new URL(page.url).pathname.toLowerCase().includes(`/repos/${repository.toLowerCase()}/releases`)) {
    throw invalid(`${repository} has moved: ${page.url} answered for it`, {
      remedy: "Give its new name as repository.",
    });
  }
}

function missingTag(tag: string): Problem {
  return {
    what: `the tag ${tag} does not exist on the forge`,
    input: "tag",
    remedy: `git push origin refs/tags/${tag}`,
  };
}
