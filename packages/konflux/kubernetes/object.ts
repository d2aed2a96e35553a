import type { KubernetesObject } from "./types.ts";

/** The creation in milliseconds since 1970, or undefined if the server gave no date. */
export function createdAt({ metadata }: KubernetesObject): number | undefined {
  const time = Date.parse(metadata.creationTimestamp ?? "");
  return Number.isNaN(time) ? undefined : time;
}
