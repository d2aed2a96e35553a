import { invalid, refused } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { Api, Reply } from "@release-actions/http";
import { assertTag } from "../outcomes.ts";
import type { Asset, PackageKey } from "../types.ts";
import { messageOf } from "./access.ts";
import {
  holds,
  describeLinkFix,
  newestFile,
  sameEnds,
  describeFile,
  describeLink,
  describeRelease,
  describeUpdate,
} from "./release-plan.ts";
import type { GitLabSurvey, WantedLink } from "./release-plan.ts";
import {
  GitLabLink,
  GitLabPackageFile,
  GitLabPackageFiles,
  GitLabPackages,
  GitLabRelease,
  GitLabReleases,
  linksOf,
  TagReply,
} from "./schema.ts";

/** The requests to GitLab, one function each. */
export interface GitLabRequests {
  survey(tag: string): Promise<GitLabSurvey>;
  release(tag: string): Promise<GitLabRelease | undefined>;
  upload(asset: Asset): Promise<void>;
  /** Also returns the release that another run made meanwhile, which may lack links. */
  createRelease(tag: string, name: string, description: string, links: readonly WantedLink[]): Promise<GitLabRelease>;
  updateRelease(tag: string, name: string, description: string): Promise<void>;
  createLink(tag: string, link: WantedLink): Promise<void>;
  updateLink(tag: string, id: string, link: WantedLink): Promise<void>;
}

const LEAST_SPEED = 512 * 1024;
const UPLOAD_GRACE = 60_000;

/** All releases of a project, page by page. */
export async function* releasePages(project: string, api: Api): AsyncGenerator<GitLabRelease[], void, undefined> {
  const path = ["projects", project, "releases"];
  for await (const page of api.pages({ path, query: { per_page: 100 } })) {
    refuseMoved(page, project);
    yield page.json(GitLabReleases);
  }
}

export function gitLabRequests(project: string, key: PackageKey, api: Api): GitLabRequests {
  const root = ["projects", project];
  const releasePath = (tag: string) => [...root, "releases", tag];

  async function survey(tag: string): Promise<GitLabSurvey> {
    const [found, tagReply, files] = await Promise.all([
      api.read({ path: releasePath(tag), expect: [200, 403, 404] }),
      api.read({ path: [...root, "repository", "tags", tag], expect: [200, 401, 403, 404] }),
      packageFiles(),
    ]);
    refuseMissing([found, tagReply], project);
    const problems: Problem[] = [];
    const notices: string[] = [];
    // A token of low rights gets 403 for a release that does not exist, and a job token may not read tags at all.
    const tagIsMissing = tagReply.status === 404 && saysTagNotFound(tagReply);
    if (tagIsMissing)
      problems.push({
        what: `the tag ${tag} does not exist on the forge`,
        input: "tag",
        remedy: `git push origin refs/tags/${tag}`,
      });
    else if (tagReply.status === 200) assertTag(tag, tagReply.json(TagReply).name, tagReply);
    else
      notices.push(`The token may not read tags, so that ${tag} is left for GitLab to check when the release is made.`);
    return { problems, notices, tag, files, release: found.status === 200 ? found.json(GitLabRelease) : undefined };
  }

  async function release(tag: string): Promise<GitLabRelease | undefined> {
    const reply = await api.read({ path: releasePath(tag), expect: [200, 403, 404] });
    return reply.status === 200 ? reply.json(GitLabRelease) : undefined;
  }

  /** All files of all packages of this name and version: GitLab allows several after a race. */
  async function packageFiles(): Promise<GitLabPackageFile[]> {
    const query = { package_type: "generic", package_name: key.name, package_version: key.version, per_page: 100 };
    const files: GitLabPackageFile[] = [];
    for await (const page of api.pages({ path: [...root, "packages"], query, expect: [200, 403, 404] })) {
      if (page.status !== 200) return files;
      // The filter by name is a search: it finds longer names too.
      const exact = page
        .json(GitLabPackages)
        .filter(({ name, version }) => name === key.name && version === key.version);
      for (const { id } of exact) {
        const path = [...root, "packages", id, "package_files"];
        for await (const part of api.pages({ path, query: { per_page: 100 } }))
          files.push(...part.json(GitLabPackageFiles));
      }
    }
    return files;
  }

  async function upload(asset: Asset): Promise<void> {
    const stored = async () => (holds(newestFile(await packageFiles(), asset), asset) ? (true as const) : undefined);
    const sent = api.write<true>({
      method: "PUT",
      path: [...root, "packages", "generic", key.name, key.version, asset.name],
      query: { select: "package_file" },
      body: { length: asset.size, type: "application/octet-stream", open: () => asset.open() },
      deadline: UPLOAD_GRACE + (asset.size / LEAST_SPEED) * 1000,
      exists: [400, 409, 422],
      what: describeFile(asset),
      accept: async (reply) => {
        const file = GitLabPackageFile.safeParse(reply.json());
        // GitLab before 14.5 knows no `select` and answers without the digest.
        const held = file.success ? holds(file.data, asset) : await stored();
        if (held !== true) throw new Error(`${asset.name} was not stored as it was sent`);
        return true as const;
      },
      readBack: stored,
    });
    await sent.catch((error: unknown) => {
      throw noDuplicates(error, asset);
    });
  }

  async function createRelease(
    tag: string,
    name: string,
    description: string,
    links: readonly WantedLink[],
  ): Promise<GitLabRelease> {
    try {
      const { value } = await api.write({
        method: "POST",
        path: [...root, "releases"],
        // Without `ref` GitLab makes no tag: a missing one is an error, as it should be.
        json: { tag_name: tag, name, description, assets: { links } },
        exists: [409],
        what: describeRelease(tag),
        accept: (reply) => reply.json(GitLabRelease),
        readBack: () => release(tag),
      });
      return value;
    } catch (error) {
      throw explained(error, tag);
    }
  }

  async function updateRelease(tag: string, name: string, description: string): Promise<void> {
    await api.write({
      method: "PUT",
      path: releasePath(tag),
      json: { name, description },
      what: describeUpdate(tag),
      accept: (reply) => reply.json(GitLabRelease) !== undefined,
      readBack: async () => {
        const now = await release(tag);
        return now?.name === name && sameEnds(now.description) === sameEnds(description) ? true : undefined;
      },
    });
  }

  async function createLink(tag: string, link: WantedLink): Promise<void> {
    await api.write({
      method: "POST",
      path: [...releasePath(tag), "assets", "links"],
      json: link,
      // GitLab answers 400 for a name or an address that is taken.
      exists: [400, 409, 422],
      what: describeLink(link),
      accept: (reply) => reply.json(GitLabLink) !== undefined,
      readBack: async () => linked(await release(tag), link),
    });
  }

  async function updateLink(tag: string, id: string, link: WantedLink): Promise<void> {
    await api.write({
      method: "PUT",
      path: [...releasePath(tag), "assets", "links", id],
      json: link,
      what: describeLinkFix(link),
      accept: (reply) => reply.json(GitLabLink) !== undefined,
      readBack: async () => linked(await release(tag), link),
    });
  }

  return { survey, release, upload, createRelease, updateRelease, createLink, updateLink };
}

function linked(release: GitLabRelease | undefined, wanted: WantedLink): true | undefined {
  const found = linksOf(release).some(
    (link) => link.name === wanted.name && link.url === wanted.url && link.link_type === wanted.link_type,
  );
  return found ? true : undefined;
}

/** "404 Tag Not Found" is about the tag; any other 404 may as well be about rights. */
function saysTagNotFound(reply: Reply): boolean {
  return /\btag not found\b/i.test(messageOf(reply));
}

function refuseMissing(replies: readonly Reply[], project: string): void {
  // A job token sees no project through the tags API, though it may use the releases API of that very project.
  const [release] = replies;
  if (release?.status === 404 && /project not found/i.test(messageOf(release))) {
    throw invalid(`the project ${project} was not found at ${new URL(release.url).host}, or the token may not see it`, {
      remedy: "Check repository, and that the token is one of that project with the role Developer or higher.",
    });
  }
  for (const reply of replies) refuseMoved(reply, project);
}

function refuseMoved(reply: Reply, project: string): void {
  if (reply.status !== 200 || decodeURIComponent(new URL(reply.url).pathname).includes(`/projects/${project}/`)) return;
  throw invalid(`the project ${project} has moved: ${reply.url} answered for it`, {
    remedy: "Give its new path as repository.",
  });
}

function explained(error: unknown, tag: string): unknown {
  if (!(error instanceof HttpError)) return error;
  const details = { ...error.details, cause: error };
  if (error.status === 403) {
    return refused(`GitLab refuses the release of ${tag} (403): ${error.message}`, {
      ...details,
      remedy:
        "Where the tag is protected, whoever runs this must be allowed to create it: Settings > Repository > Protected tags, " +
        '"Allowed to create" for the role or the user of the token. Otherwise the token needs the role Developer or higher.',
    });
  }
  if (error.status === 422 || error.status === 400) {
    return refused(`GitLab refuses the release of ${tag} (${error.status}): ${error.message}`, {
      ...details,
      remedy: error.details.remedy ?? `Check that the tag exists on GitLab: git push origin refs/tags/${tag}`,
    });
  }
  return error;
}

/** A project may be set up to take each file of a package once. */
function noDuplicates(error: unknown, asset: Asset): unknown {
  if (!(error instanceof HttpError) || error.status !== 400 || !error.message.includes("Duplicate package"))
    return error;
  return refused(`the package registry holds another ${asset.name} already, and this project takes each file once`, {
    ...error.details,
    cause: error,
    remedy:
      "Release the new file under a new version, or let the registry take duplicates: Settings > Packages and registries.",
  });
}
