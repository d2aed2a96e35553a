/**
 * How many requests quay.io accepts from one address, as its nginx is configured (quay/quay, conf/nginx): 5 per second
 * to the API with a burst of 25, 50 per second for manifests of names of two segments with a burst of 10, 120 per second
 * for tokens with a burst of 2. Ours stay a little below, since its clock and ours do not see a request at the same
 * moment.
 */
export const QUAY_LIMITS = {
  api: { perSecond: 4.8, burst: 20 },
  manifests: { perSecond: 45, burst: 6 },
  tokens: { perSecond: 100, burst: 1 },
} as const;
