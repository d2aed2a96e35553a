export { objectiveOf } from "./plan.ts";
export type { Tracks } from "./plan.ts";
export { CONNECTIONS } from "./probe.ts";
export { openSampler } from "./sampler.ts";
export type { BadSeries, Sampler, SamplerOptions } from "./sampler.ts";
