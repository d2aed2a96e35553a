import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "../shared/answer.ts";

/** nginx's `limit_req` as Quay configures it: a leaky bucket for each key of a zone, with a burst and no delay. */

export interface LimitRule {
  /** Rules with the same zone fill the same bucket. */
  zone: string;
  /** A regular expression on the path, as nginx's `location ~`. The first rule that matches is the one. */
  path: string;
  /** Requests a second. */
  rate: number;
  burst: number;
  /** Default `address`. An empty key, as that of a request without Authorization, is not limited. */
  key?: "address" | "authorization";
}

/**
 * The locations of Quay's server-base.conf for HTTP/1, in their order. The rules for tag lists and manifests know
 * repositories of two segments only; deeper ones fall to the last rule.
 */
export const quayLimits: LimitRule[] = [
  { zone: "staticauth", path: "^/v2/auth$", rate: 120, burst: 2, key: "authorization" },
  { zone: "namespaced_registry_http1", path: "/v2/([^/]+)(/[^/]+)+/blobs/", rate: 50, burst: 50 },
  { zone: "namespaced_api_resources_http1", path: "/v2/([^/]+)/[^/]+/tags/", rate: 5, burst: 2 },
  { zone: "namespaced_registry_http1", path: "/v2/([^/]+)/[^/]+/manifests/", rate: 50, burst: 10 },
  { zone: "namespaced_v2_endpoint_http1", path: "^/v2", rate: 60, burst: 20 },
  { zone: "api_resources_heavy_http1", path: "^/api/", rate: 5, burst: 25 },
];

interface Bucket {
  /** Requests beyond the rate. */
  excess: number;
  /** Milliseconds since 1970. */
  last: number;
}

export interface Limiter {
  /** The zone that turns this request away, if one does; a request that passes fills its bucket. */
  refuse(path: string, address: string, headers: IncomingHttpHeaders): string | undefined;
  reset(): void;
}

export function limitRequests(limits: "quay" | "none" | LimitRule[], now: () => number): Limiter {
  const list = limits === "quay" ? quayLimits : limits === "none" ? [] : limits;
  const rules = list.map((rule) => ({ ...rule, pattern: new RegExp(rule.path) }));
  const buckets = new Map<string, Bucket>();
  return {
    refuse(path, address, headers) {
      const rule = rules.find(({ pattern }) => pattern.test(path));
      if (rule === undefined) return undefined;
      const key = rule.key === "authorization" ? (headers.authorization ?? "") : address;
      if (key === "") return undefined;
      const name = `${rule.zone} ${key}`;
      const bucket = buckets.get(name);
      const at = now();
      if (bucket === undefined) return void buckets.set(name, { excess: 0, last: at });
      // A request turned away does not fill the bucket, and time that runs back does not empty it.
      const excess = Math.max(0, bucket.excess - (rule.rate * Math.max(0, at - bucket.last)) / 1000 + 1);
      if (excess > rule.burst) return rule.zone;
      buckets.set(name, { excess, last: at });
      return undefined;
    },
    reset: () => buckets.clear(),
  };
}

/** nginx's own page, without Retry-After. */
export function tooManyRequests(): Answer {
  const title = "429 Too Many Requests";
  const body = [
    `<html>`,
    `<head><title>${title}</title></head>`,
    `<body>`,
    `<center><h1>${title}</h1></center>`,
    `<hr><center>nginx</center>`,
    `</body>`,
    `</html>`,
    ``,
  ].join("\r\n");
  return { status: 429, headers: { "content-type": "text/html", server: "nginx" }, body };
}
