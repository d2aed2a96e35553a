import { startForge } from "./server.ts";
import type { Forge, ForgeSetup } from "./types.ts";

/** What the stand-in's own tests share. */

export const commit = "1111111111111111111111111111111111111111";
export const tagId = "2222222222222222222222222222222222222222";

export const writer = "write-secret";
export const reader = "read-secret";
export const job = "job-secret";

/** A forge with one repository, `acme/app`, an annotated tag `v1.0.0` and tokens of each kind. */
export async function openForge(setup: ForgeSetup = {}, repository: object = {}): Promise<Forge> {
  return startForge({
    tokens: [{ value: writer }, { value: reader, contents: "read" }, { value: job, kind: "job" }],
    repositories: [
      { path: "acme/app", head: commit, tags: { "v1.0.0": { id: tagId, commit, message: "One" } }, ...repository },
    ],
    ...setup,
  });
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON, where it is JSON. */
  body: Shown & Shown[];
}

/** What the tests look at in a reply, of whichever kind it is. */
export interface Shown {
  id: number;
  url: string;
  upload_url: string;
  html_url: string;
  direct_asset_url: string;
  name: string;
  tag_name: string;
  path_with_namespace: string;
  body: string;
  message: string;
  error: string;
  errors?: object[];
  object: Shown;
  commit: Shown;
  assets: Shown[] & { links: Shown[] };
  upcoming_release: boolean;
  repositories: { github: { releases: object[] } }[];
}

/** One request with a GitHub credential; an object is sent as JSON, a string or buffer as octets. */
export async function call(
  method: string,
  url: string,
  payload?: object | string,
  options: { token?: string | null; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const { token = writer } = options;
  const headers: Record<string, string> = { ...options.headers };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  const octets = typeof payload === "string" || Buffer.isBuffer(payload);
  if (payload !== undefined) headers["content-type"] ??= octets ? "application/octet-stream" : "application/json";
  const body = payload === undefined ? null : octets ? (payload as string) : JSON.stringify(payload);
  const response = await fetch(url, { method, headers, body, redirect: "manual" });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json") && text !== "";
  const parsed = (isJson ? JSON.parse(text) : undefined) as Reply["body"];
  return { status: response.status, headers: response.headers, text, body: parsed };
}

/** Like `call`, with a GitLab credential in PRIVATE-TOKEN. */
export function callGitLab(method: string, url: string, payload?: object | string, token = writer): Promise<Reply> {
  const header = token === job ? "job-token" : "private-token";
  return call(method, url, payload, { token: null, headers: { [header]: token } });
}

export const repositoryUrl = (forge: Forge) => `${forge.github.apiUrl}/repos/acme/app`;
export const projectUrl = (forge: Forge) => `${forge.gitlab.apiUrl}/projects/acme%2Fapp`;

export function createDraft(forge: Forge, input: object = {}): Promise<Reply> {
  return call("POST", `${repositoryUrl(forge)}/releases`, { tag_name: "v1.0.0", draft: true, ...input });
}

export function upload(release: Reply, name: string, content: string, token = writer): Promise<Reply> {
  const url = release.body.upload_url.replace("{?name,label}", `?name=${encodeURIComponent(name)}`);
  return call("POST", url, content, { token });
}
