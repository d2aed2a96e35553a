import type { SampleClass } from "./types.ts";

/** Nothing was learnt from these ticks. One without traffic is not among them: the servers did answer. */
export const MISSING: readonly SampleClass[] = ["no-data", "invalid", "query-error", "partial", "skipped"];

const NONE: Readonly<Record<SampleClass, number>> = {
  ok: 0,
  violation: 0,
  "low-traffic": 0,
  "no-data": 0,
  invalid: 0,
  "query-error": 0,
  partial: 0,
  skipped: 0,
};

export interface Counting {
  /** `windows`: the classes of what came with one answer, where these are several; the tick counts once. */
  observe(sample: SampleClass, windows?: readonly SampleClass[]): void;
  counts(): Readonly<Record<SampleClass, number>>;
  /** Runs of violations. Only an ok tick ends one: what happened in a tick without an answer is not known. */
  episodes(): number;
  /** Violations of the longest of them. */
  longestEpisode(): number;
  /** Ticks with an answer. */
  answered(): number;
  missing(): number;
  /** The longest run of ticks without an answer. */
  longestMissing(): number;
  /** Ticks without an answer since the last one with. */
  missingNow(): number;
}

export function counting(): Counting {
  const counts = { ...NONE };
  let episodes = 0;
  let current = 0;
  let longestEpisode = 0;
  let missingRun = 0;
  let longestMissing = 0;
  const missing = () => MISSING.reduce((sum, sample) => sum + counts[sample], 0);
  const all = () => Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    observe(sample, windows = [sample]) {
      counts[sample] += 1;
      for (const window of windows) {
        if (window === "violation") current += 1;
        if (window === "violation" && current === 1) episodes += 1;
        if (window === "ok") current = 0;
        longestEpisode = Math.max(longestEpisode, current);
      }
      missingRun = MISSING.includes(sample) ? missingRun + 1 : 0;
      longestMissing = Math.max(longestMissing, missingRun);
    },
    counts: () => ({ ...counts }),
    episodes: () => episodes,
    longestEpisode: () => longestEpisode,
    answered: () => all() - missing(),
    missing,
    longestMissing: () => longestMissing,
    missingNow: () => missingRun,
  };
}
