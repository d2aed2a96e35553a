import type { Clock } from "@release-actions/action";
import type { Http } from "@release-actions/http";
import type { PackageKey } from "./types.ts";

/** One repository on one forge, and who asks. */
export interface RepositoryOptions {
  /** Opened by whoever runs the action, for the API's origin. */
  readonly http: Http;
  /** The REST address, such as `https://api.github.com` or `https://gitlab.example/api/v4`. */
  readonly apiUrl: string;
  /** `owner/name` on GitHub, the full path on GitLab. */
  readonly repository: string;
  /** GitLab's numeric id: some tokens may use the API by it alone. */
  readonly projectId?: string | undefined;
  /** Undefined: anonymous. */
  readonly token: string | undefined;
}

export interface ForgeOptions extends RepositoryOptions {
  /** The web address. Default: derived from the REST address. */
  readonly serverUrl?: string | undefined;
  readonly token: string;
  /** GitLab: where the files go. */
  readonly package: PackageKey;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** Segments of a path, each encoded whole. */
export function encodedPath(segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment)).join("/");
}
