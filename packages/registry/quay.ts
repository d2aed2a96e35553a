import type { Credential, Http, Pace, Reply } from "@release-actions/http";
import { parseJson } from "@release-actions/http";
import { RegistryError } from "./errors.ts";
import type { Login } from "./authorize.ts";
import type { RegistryPlace } from "./place.ts";

export interface QuayOptions {
  readonly http: Http;
  readonly place: RegistryPlace;
  /** A robot account: Quay takes it for security reports only. */
  readonly login: Login | undefined;
  /** An OAuth access token. */
  readonly token: string | undefined;
  readonly pace?: Pace | undefined;
}

/** A security report as Quay has it; `status` is `scanned`, `queued`, `failed`, `unsupported` or `manifest_layer_too_large`. */
export type SecurityAnswer =
  | { readonly state: "answered"; readonly status: string; readonly data: unknown; readonly date: string | undefined }
  /** Quay does not know the manifest. */
  | { readonly state: "absent" }
  /** What answers here is no Quay. */
  | { readonly state: "no api" };

export type TagAnswer =
  | {
      readonly state: "found";
      readonly digest: string;
      /** Wall clock milliseconds; undefined: never. */ readonly expires: number | undefined;
      /** The tag was set back to an earlier image. */ readonly reversion: boolean;
    }
  | { readonly state: "absent" };

/** Quay's own API (docs.quay.io/api), as far as verifying an image needs it. Throws RegistryError or HttpError. */
export interface Quay {
  security(repository: string, digest: string): Promise<SecurityAnswer>;
  tag(repository: string, tag: string): Promise<TagAnswer>;
}

/** A report of twenty thousand findings has about thirty megabytes. */
const MAX_REPORT = 128 * 1024 * 1024;

export function openQuay({ http, place, login, token, pace }: QuayOptions): Quay {
  const bearer: Credential | undefined =
    token === undefined ? undefined : { header: "authorization", value: `Bearer ${token}` };
  const api = (credential: Credential | undefined) =>
    http.api(`${place.base}/api/v1`, { pace, ...(credential !== undefined && { credential }) });
  const security = api(bearer ?? login);
  const tags = api(bearer);
  // Names of any depth stand in the path with their slashes as they are.
  const path = (repository: string, ...rest: string[]) => ["repository", ...repository.split("/"), ...rest];

  function unauthorised(repository: string, reply: Reply, remedy: string): RegistryError {
    return new RegistryError(
      "unauthorised",
      `${place.host}'s API does not let ${repository} be read (${reply.status}).`,
      { remedy },
    );
  }

  return {
    async security(repository, digest) {
      const reply = await security.read({
        path: path(repository, "manifest", digest, "security"),
        query: { vulnerabilities: true },
        expect: [200, 401, 403, 404],
        as: place.quay === "yes" ? "json" : "bytes",
        maxBytes: MAX_REPORT,
      });
      if (place.quay !== "yes" && !isQuays(reply)) return { state: "no api" };
      if (reply.status === 404) return { state: "absent" };
      if (reply.status !== 200)
        throw unauthorised(
          repository,
          reply,
          "Give username and password of a robot account that may read the repository, or an OAuth token with repo:read.",
        );
      const body = reply.json() as Readonly<Record<string, unknown>> | null;
      if (typeof body !== "object" || body === null || typeof body["status"] !== "string") {
        throw new RegistryError("malformed", `${place.host} answered with a security report that has no status.`, {
          remedy: "Run again; if it stays so, Quay's API has changed.",
        });
      }
      return { state: "answered", status: body["status"], data: body["data"], date: reply.headers["date"] };
    },
    async tag(repository, tag) {
      const reply = await tags.read({
        // The slash at the end is a part of Quay's route.
        path: path(repository, "tag", ""),
        query: { specificTag: tag, onlyActiveTags: true, limit: 100 },
        expect: [200, 401, 403, 404],
      });
      if (reply.status === 404) return { state: "absent" };
      if (reply.status !== 200)
        throw unauthorised(
          repository,
          reply,
          "Quay shows tags of a private repository to an OAuth token with repo:read only, never to a robot account: give token.",
        );
      return readTags(place.host, reply.json(), tag);
    },
  };
}

/** Whether an answer is of Quay's API rather than some other page: a report, or Quay's form of an error. */
function isQuays(reply: Reply): boolean {
  try {
    const body = parseJson(reply.text()) as Readonly<Record<string, unknown>> | null;
    if (typeof body !== "object" || body === null) return false;
    return reply.status === 200
      ? typeof body["status"] === "string"
      : "error_type" in body || "error_message" in body || "detail" in body;
  } catch {
    return false;
  }
}

/** A tag that is not there is an empty list; only the entry that is alive is asked for. */
function readTags(host: string, body: unknown, wanted: string): TagAnswer {
  const { tags } = (body ?? {}) as { tags?: unknown };
  if (!Array.isArray(tags)) throw new RegistryError("malformed", `${host} answered without a list of tags.`);
  const tag = (tags as Readonly<Record<string, unknown>>[]).find(({ name }) => name === wanted);
  if (tag === undefined) return { state: "absent" };
  const { manifest_digest: digest, end_ts: end, expiration, reversion } = tag;
  if (typeof digest !== "string")
    throw new RegistryError("malformed", `${host} answered with a tag that has no digest.`);
  const written = typeof expiration === "string" ? Date.parse(expiration) : Number.NaN;
  const expires = typeof end === "number" ? end * 1000 : Number.isNaN(written) ? undefined : written;
  if (expiration !== undefined && expires === undefined)
    throw new RegistryError("malformed", `${host} answered with an expiry that is not a date.`);
  return { state: "found", digest, expires, reversion: reversion === true };
}
