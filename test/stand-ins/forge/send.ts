import type { LedgerEntry } from "./types.ts";

/** The headers that every reply of the service carries. `now` in milliseconds since 1970. */
export function serviceHeaders({ service, index }: LedgerEntry, now: number): Record<string, string> {
  const date = { date: new Date(now).toUTCString() };
  const reset = String(Math.floor(now / 1000) + 3600);
  const left = String(Math.max(0, 5000 - index));
  if (service === "gitlab") {
    return {
      ...date,
      "x-request-id": `request-${index}`,
      "ratelimit-limit": "5000",
      "ratelimit-remaining": left,
      "ratelimit-reset": reset,
    };
  }
  if (service !== "github" && service !== "github-upload") return date;
  return {
    ...date,
    "x-github-request-id": `STAND:IN:${index}`,
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": left,
    "x-ratelimit-used": String(index),
    "x-ratelimit-reset": reset,
    "x-ratelimit-resource": "core",
  };
}
