import type { Clock, Io, NetworkSettings } from "@release-actions/action";
import type { PackageKey } from "./types.ts";

export interface ForgeOptions {
  /** The REST address, such as `https://api.github.com` or `https://gitlab.example/api/v4`. */
  readonly apiUrl: string;
  /** The web address; worked out from the REST address where not given. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` on GitHub, the full path on GitLab. */
  readonly repository: string;
  /** GitLab's numeric id: some tokens may use the API by it alone. */
  readonly projectId?: string | undefined;
  readonly token: string;
  /** GitLab: where the files go. */
  readonly package: PackageKey;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly network: NetworkSettings;
  /** The only origins that may be connected to. */
  readonly endpoints: readonly string[];
  readonly allowHttp: boolean;
}

/** Segments of a path, each encoded whole. */
export function encodedPath(segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment)).join("/");
}
