export { DEFAULT_SLOS, isInlineSlos, readSlos } from "./read.ts";
export type { LatencySlo, QuerySlo, RatioSlo, Reduce, Slo } from "./types.ts";
