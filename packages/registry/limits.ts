/**
 * How fast quay.io lets one address ask, as its nginx is configured (quay/quay, conf/nginx): 5 requests a second to
 * the API and 25 at once, 50 a second for manifests of names of two segments with 10 at once, 120 a second for tokens
 * with 2 at once. Ours stay a little below, since its clock and ours do not see a request at the same moment.
 */
export const QUAY_LIMITS = {
  api: { perSecond: 4.8, burst: 20 },
  manifests: { perSecond: 45, burst: 6 },
  tokens: { perSecond: 100, burst: 1 },
} as const;
