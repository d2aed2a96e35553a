import { CredentialRules, invalid } from "@release-actions/action";
import { openHttp } from "@release-actions/http";
import type { Api, Http } from "@release-actions/http";
import { quote } from "@release-actions/text";
import { gitHubAssetName } from "./asset-name.ts";
import type { Forge, ForgeLimits, Survey } from "./types.ts";
import { gitHubApi } from "./github-api.ts";
import { gitHubPlan, gitHubSteps } from "./github-plan.ts";
import type { GitHubSurvey } from "./github-plan.ts";
import { publishOnGitHub } from "./github-publish.ts";
import type { ForgeOptions } from "./options.ts";
import { encodedPath } from "./options.ts";
import { MARKER_CHARACTERS } from "./body.ts";

/** GitHub refuses empty files, files of 2 GiB, texts over 125,000 characters and more than 1,000 files. */
const LIMITS: ForgeLimits = {
  assetBytes: 2 * 1024 ** 3 - 1,
  leastAssetBytes: 1,
  assets: 1_000,
  bodyCharacters: 125_000 - MARKER_CHARACTERS,
};

const CONNECTIONS = 8;

/** Releases of one repository on github.com or a GitHub Enterprise Server. */
export function openGitHub(options: ForgeOptions): Forge {
  const { repository, io, signal, clock, network, endpoints, allowHttp } = options;
  if (!/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(repository)) {
    throw invalid(`${quote(repository)} is not a repository`, {
      remedy: "Give it as owner/name.",
    });
  }
  const opened: Http[] = [];
  const rules = network.credentials ?? new CredentialRules();
  const http = (origins: readonly string[], credentials = rules): Http => {
    const bound = { ...network, credentials };
    const shared = { io, signal, clock, network: bound, endpoints: origins, allowHttp };
    const client = openHttp({ ...shared, connections: CONNECTIONS });
    opened.push(client);
    return client;
  };
  const apiOptions = {
    credential: { header: "authorization", value: `Bearer ${options.token}` },
    headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
    permission: `a token with contents: write on ${repository}`,
  };
  const api = http(endpoints).api(options.apiUrl, apiOptions);

  const uploadApis = new Map<string, Api>();
  const uploadApi = ({ id, upload_url: given }: { id: string; upload_url: string }): Api => {
    const known = uploadApis.get(id);
    if (known !== undefined) return known;
    const base = uploadBase(given, options.apiUrl, id);
    const { origin } = new URL(base);
    // The address was checked to belong to the API, so it may receive what the API may.
    const made = http([origin], rules.alsoAt(origin, new URL(options.apiUrl).origin)).api(base, apiOptions);
    uploadApis.set(id, made);
    return made;
  };

  const github = gitHubApi(repository, api, uploadApi);
  return {
    kind: "github",
    limits: LIMITS,
    assetName: gitHubAssetName,
    assetUrl: (tag, name) =>
      `${serverUrl(options)}/${repository}/releases/download/${encodedPath(tag.split("/"))}/${encodeURIComponent(name)}`,
    survey: (tag) => github.survey(tag),
    plan: (request, survey) => gitHubPlan(repository, request, gitHubSteps(request, taken(survey))),
    publish: (request, survey, journal) => publishOnGitHub({ github, clock, signal, request, journal }, taken(survey)),
    close: () => opened.forEach((client) => client.close()),
  };
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

/** The same origin, `uploads.` beside `api.`, or another port of this very machine. */
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
