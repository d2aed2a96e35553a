import { invalid } from "@release-actions/action";
import type { Api } from "@release-actions/http";
import { quote } from "@release-actions/text";
import { gitHubAssetName } from "../asset-name.ts";
import { MARKER_CHARACTERS } from "../body.ts";
import { encodedPath } from "../options.ts";
import type { ForgeOptions, RepositoryOptions } from "../options.ts";
import { openForgeApi } from "../token.ts";
import type { FoundRelease, Forge, ForgeLimits, Survey } from "../types.ts";
import { gitHubApi } from "./octokit.ts";
import { gitHubPlan, gitHubSteps } from "./release-plan.ts";
import type { GitHubSurvey } from "./release-plan.ts";
import { publishOnGitHub } from "./release-publish.ts";
import { gitHubRequests, releasePages } from "./release-requests.ts";

/** GitHub refuses empty files, files of 2 GiB, texts over 125,000 characters and more than 1,000 files. */
const LIMITS: ForgeLimits = {
  assetBytes: 2 * 1024 ** 3 - 1,
  leastAssetBytes: 1,
  assets: 1_000,
  bodyCharacters: 125_000 - MARKER_CHARACTERS,
};

const HEADERS = { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };

/** Releases of one repository on github.com or a GitHub Enterprise Server. */
export function openGitHub(options: ForgeOptions): Forge {
  const { http, apiUrl, repository, token, signal, clock } = options;
  assertRepository(repository);
  const apiOptions = { http, token, headers: HEADERS, permission: `a token with contents: write on ${repository}` };
  const api = openForgeApi("github", { ...apiOptions, apiUrl });

  const uploadApis = new Map<string, Api>();
  const uploadApi = ({ id, upload_url: given }: { id: string; upload_url: string }): Api => {
    const known = uploadApis.get(id);
    if (known !== undefined) return known;
    const made = openForgeApi("github", { ...apiOptions, apiUrl: uploadBase(given, apiUrl, id), namedBy: api });
    uploadApis.set(id, made);
    return made;
  };

  const github = gitHubRequests(repository, gitHubApi(api), uploadApi);
  return {
    kind: "github",
    limits: LIMITS,
    assetName: gitHubAssetName,
    assetUrl: (tag, name) =>
      `${serverUrl(options)}/${repository}/releases/download/${encodedPath(tag.split("/"))}/${encodeURIComponent(name)}`,
    survey: (tag) => github.survey(tag),
    plan: (request, survey) => gitHubPlan(repository, request, gitHubSteps(request, taken(survey))),
    publish: (request, survey, journal) => publishOnGitHub({ github, clock, signal, request, journal }, taken(survey)),
  };
}

/** See `findRelease`. */
export async function findOnGitHub(options: RepositoryOptions, tag: string): Promise<FoundRelease | undefined> {
  const { http, apiUrl, repository, token } = options;
  assertRepository(repository);
  const permission = "a token that may read the repository's contents";
  const api = openForgeApi("github", { http, apiUrl, token, headers: HEADERS, permission });
  let draft: FoundRelease | undefined;
  for await (const releases of releasePages(repository, gitHubApi(api))) {
    const ofTag = releases.filter((release) => release.tag_name === tag);
    const published = ofTag.find((release) => !release.draft);
    if (published !== undefined) return { draft: false };
    if (ofTag.length > 0) draft = { draft: true };
  }
  return draft;
}

function assertRepository(repository: string): void {
  if (/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(repository)) return;
  throw invalid(`${quote(repository)} is not a repository`, { remedy: "Give it as owner/name." });
}

function taken(survey: Survey): GitHubSurvey {
  if (!("releases" in survey)) throw new TypeError("a survey made by another forge");
  return survey as GitHubSurvey;
}

/**
 * Where the files of a release go: its `upload_url` without `/assets{?name,label}`. It is the forge's answer that
 * decides about the host, and the token follows only to hosts that belong to the API's.
 */
function uploadBase(uploadUrl: string, apiUrl: string, id: string): string {
  const base = uploadUrl.split("{")[0]!.replace(/\/assets$/, "");
  if (!URL.canParse(base) || !base.endsWith(`/releases/${id}`) || !belongsTo(new URL(base), new URL(apiUrl))) {
    throw invalid(
      `the forge names ${quote(uploadUrl, 200)} as the address for files, which does not belong to ${apiUrl}`,
      {
        remedy: "Check apiUrl, and any proxy that rewrites the forge's answers.",
      },
    );
  }
  return base;
}

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** The same origin, `uploads.` next to `api.`, or another port of this machine. */
function belongsTo(upload: URL, api: URL): boolean {
  if (upload.username !== "" || upload.password !== "") return false;
  if (upload.origin === api.origin) return true;
  if (LOOPBACK.has(upload.hostname) && LOOPBACK.has(api.hostname)) return true;
  return upload.protocol === api.protocol && upload.host === `uploads.${api.host.replace(/^api\./, "")}`;
}

/** `https://github.com` for `https://api.github.com`, `https://host` for `https://host/api/v3`. */
function serverUrl(options: ForgeOptions): string {
  if (options.serverUrl !== undefined) return options.serverUrl.replace(/\/+$/, "");
  const api = new URL(options.apiUrl);
  return `${api.protocol}//${api.host.replace(/^api\./, "")}`;
}
