import type { Credential, Http, Pace, Reply } from "@release-actions/http";
import { freeBody, parseJson } from "@release-actions/http";
import { RegistryError } from "./errors.ts";
import type { Login } from "./authorize.ts";
import type { RegistryPlace } from "./place.ts";
import type { TagsBody } from "./schema.ts";

export interface QuayOptions {
  readonly http: Http;
  readonly place: RegistryPlace;
  /** A robot account: Quay accepts it for security reports only. */
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
  /** What answers here is not a Quay. */
  | { readonly state: "no api" };

export type TagAnswer =
  | {
      readonly state: "found";
      readonly digest: string;
      /** Wall clock milliseconds; undefined: never. */
      readonly expires: number | undefined;
      /** The tag was set back to an earlier image. */
      readonly reversion: boolean;
    }
  | { readonly state: "absent" };

/**
 * Quay's own API, as far as verifying an image needs it
 * (https://docs.redhat.com/en/documentation/red_hat_quay/3/html/red_hat_quay_api_reference/index). Throws RegistryError
 * or HttpError.
 */
export interface Quay {
  security(repository: string, digest: string): Promise<SecurityAnswer>;
  tag(repository: string, tag: string): Promise<TagAnswer>;
}

/** A report of twenty thousand findings has about 15 MB, and one with long descriptions twice as much. */
const MAX_REPORT = 128 * 1024 * 1024;

export function openQuay({ http, place, login, token, pace }: QuayOptions): Quay {
  const bearer: Credential | undefined =
    token === undefined ? undefined : { header: "authorization", value: `Bearer ${token}` };
  const api = (credential: Credential | undefined) =>
    http.api(`${place.base}/api/v1`, { pace, ...(credential !== undefined && { credential }) });
  const security = api(bearer ?? login);
  const tags = api(bearer);
  // Names of any depth are in the path with their slashes as they are.
  const path = (repository: string, ...rest: string[]) => ["repository", ...repository.split("/"), ...rest];

  function unauthorized(repository: string, reply: Reply, remedy: string): RegistryError {
    return new RegistryError(
      "unauthorized",
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
        throw unauthorized(
          repository,
          reply,
          "Set username and password of a robot account that may read the repository, or token to an OAuth token with repo:read.",
        );
      const { SecurityReply } = await import("./schema.ts");
      const { status, data } = reply.json(SecurityReply);
      freeBody(reply);
      return { state: "answered", status, data, date: reply.headers["date"] };
    },
    async tag(repository, tag) {
      const reply = await tags.read({
        // The slash at the end is part of Quay's route.
        path: path(repository, "tag", ""),
        query: { specificTag: tag, onlyActiveTags: true, limit: 100 },
        expect: [200, 401, 403, 404],
      });
      if (reply.status === 404) return { state: "absent" };
      if (reply.status !== 200)
        throw unauthorized(
          repository,
          reply,
          "Quay shows tags of a private repository to an OAuth token with repo:read only, never to a robot account: set token.",
        );
      const { TagsReply } = await import("./schema.ts");
      return tagOf(place.host, reply.json(TagsReply), tag);
    },
  };
}

/** Whether an answer is from Quay's API rather than from another server: a report, or an error in Quay's form. */
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

/** A tag that does not exist is an empty list; only the active entry is requested. */
function tagOf(host: string, { tags }: TagsBody, requested: string): TagAnswer {
  const found = tags.filter(({ name }) => name === requested);
  const [tag] = found;
  if (tag === undefined) return { state: "absent" };
  const malformed = (what: string) => new RegistryError("malformed", `${host} answered with ${what}.`);
  if (found.length > 1) throw malformed(`${found.length} active entries of one tag`);
  const { manifest_digest: digest, end_ts: end, expiration, reversion } = tag;
  const written = expiration === undefined ? undefined : Date.parse(expiration);
  const expires = end === undefined ? written : end * 1000;
  if (written !== undefined && written !== expires) throw malformed("an expiry whose two forms differ");
  return { state: "found", digest, expires, reversion };
}
