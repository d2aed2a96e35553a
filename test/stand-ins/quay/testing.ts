import { docker, oci } from "./media-types.ts";
import { startQuay } from "./server.ts";
import type { Quay, QuaySetup, RepositorySetup } from "./types.ts";

/** What the stand-in's own tests share. */

export const robot = { name: "acme+ci", password: "robot-secret" };
export const oauth = "oauth-secret";
export const nested = "acme/team/app";
export const every = [oci.index, oci.manifest, docker.index, docker.manifest].join(", ");

/** A clock that stops until moved; milliseconds since 1970. */
export function stopped(start = Date.UTC(2026, 10, 21)) {
  const clock = { now: start, read: () => clock.now };
  return clock;
}

/** A registry with a robot, an OAuth token, a private nested repository `acme/team/app` and those given. */
export async function openQuay(setup: QuaySetup = {}, ...repositories: RepositorySetup[]): Promise<Quay> {
  const own = {
    path: nested,
    images: [{ tags: ["v1"], platforms: [{ architecture: "amd64" }, { architecture: "arm64" }] }],
  };
  return startQuay({
    robots: [robot],
    oauthTokens: [{ value: oauth }],
    repositories: repositories.length === 0 ? [own] : repositories,
    ...setup,
  });
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON, where it is JSON. */
  body: Shown;
}

/** What the tests look at in a reply, of whichever kind it is. */
export interface Shown {
  token: string;
  tags: { [key: string]: unknown; name: string; manifest_digest: string }[];
  has_additional: boolean;
  errors: { code: string }[];
  error_type: string;
  manifests: { digest: string; annotations?: Record<string, string>; platform: { os: string } }[];
  config: { digest: string; Labels: Record<string, string> };
  layers: { digest: string; annotations?: Record<string, string> }[];
  manifest_data: string;
  labels: { key: string; value: string }[];
  status: string;
  data: { Layer: { Features: { Vulnerabilities: { Severity: string }[] }[] } } | null;
  unused: object[];
  digest: string;
}

export async function call(url: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { redirect: "manual", headers, ...init });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json") && text !== "";
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Shown,
  };
}

export const basic = (user = robot.name, password = robot.password) => {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
};
export const bearer = (token = oauth) => ({ authorization: `Bearer ${token}` });

/** Headers with a registry token of the robot's for these repositories, and every media type. */
export async function pulling(quay: Quay, ...paths: string[]): Promise<Record<string, string>> {
  const scopes = paths.map((path) => `scope=repository:${path}:pull`).join("&");
  const { body } = await call(`${quay.url}/v2/auth?service=${quay.host}&${scopes}`, basic());
  return { ...bearer(body.token), accept: every };
}

export const api = (quay: Quay, path = nested) => `${quay.url}/api/v1/repository/${path}`;
