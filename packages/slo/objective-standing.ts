import type { Estimate, ObjectiveStanding, Policy, RunState } from "./types.ts";
import { doubtsOf, noDataDoubt } from "./doubts.ts";
import { shareInterval } from "./share.ts";
import { count, eValue, percent, short } from "./numbers.ts";
import type { Tracker } from "./tracker.ts";

interface Finding {
  readonly verdict: ObjectiveStanding["verdict"];
  readonly certain: boolean;
  readonly reason: string;
}

export function standingOf(tracker: Tracker, run: RunState): ObjectiveStanding {
  const { objective, counting, totals, evidence } = tracker;
  const share = objective.kind === "proportion" ? shareInterval(totals, objective.limit, run.policy.alpha) : undefined;
  const ratio = evidence?.baseline?.ratio(run.policy.alpha);
  const { verdict, certain, reason } = judged(tracker, run, share, ratio);
  return {
    objective,
    verdict,
    certain,
    reason,
    counts: counting.counts(),
    episodes: counting.episodes(),
    requests: totals.requests(),
    ...(evidence && { evidence: { value: Math.exp(evidence.logValue()), needed: run.needed } }),
    ...(share && { share }),
    ...(ratio && { ratio }),
  };
}

/** A refusal is final at once; everything else is known only at the end, since later ticks may be bad. */
function judged(tracker: Tracker, run: RunState, share: Estimate | undefined, ratio: Estimate | undefined): Finding {
  const { policy, done, needed } = run;
  const { counting, evidence } = tracker;
  const measured = [shareText(tracker, share), ratioText(tracker, ratio)]
    .filter((text) => text !== undefined)
    .join("; ");
  const numbers = measured === "" ? "" : `${measured}; `;
  const unsound = tracker.unsound();
  if (unsound !== undefined) return { verdict: "undecided", certain: done >= policy.ticks, reason: unsound };
  if (evidence && tracker.totals.requests() >= 1 && evidence.logLargest() >= Math.log(needed)) {
    const against = evidence.strongest() === "baseline" ? "worse than the baseline" : "over the limit";
    return {
      verdict: "refused",
      certain: true,
      reason: `${numbers}${against}: evidence ${eValue(Math.exp(evidence.logLargest()))}, ${short(needed)} refuse`,
    };
  }
  const counted = countedByEpisodes(tracker, policy) ? counting.episodes() : 0;
  const episodes = `${count(counting.episodes(), "episode")} of violations in ${count(counting.answered(), "answered tick")}`;
  if (counted > policy.maxViolations)
    return {
      verdict: "refused",
      certain: true,
      reason: `${numbers}${episodes}, at most ${policy.maxViolations} allowed`,
    };
  if (counted > 0 && counting.longestEpisode() > policy.maxViolations) {
    return {
      verdict: "refused",
      certain: true,
      reason: `${numbers}${episodes}, one of ${count(counting.longestEpisode(), "violation")}, more than ${policy.maxViolations}`,
    };
  }
  if (done < policy.ticks)
    return {
      verdict: "undecided",
      certain: false,
      reason: `${numbers}${done} of ${count(policy.ticks, "tick")} measured`,
    };
  if (counted > 0)
    return {
      verdict: "refused",
      certain: true,
      reason: `${numbers}${episodes}: so few do not end a run, and only one without any passes`,
    };
  const noData = noDataDoubt(tracker, run);
  if (noData !== undefined)
    return {
      verdict: policy.onNoData === "refuse" ? "refused" : "undecided",
      certain: true,
      reason: `${numbers}${noData}`,
    };
  const doubts = doubtsOf(tracker, run);
  if (doubts.length > 0) return { verdict: "undecided", certain: true, reason: `${numbers}${doubts.join("; ")}` };
  return { verdict: "passed", certain: true, reason: measured === "" ? episodes : measured };
}

/** A number that does not count events has no evidence except its violations. */
function countedByEpisodes({ objective }: Tracker, { mode }: Policy): boolean {
  return objective.kind === "value" || mode === "count";
}

function shareText({ objective, totals }: Tracker, share: Estimate | undefined): string | undefined {
  if (objective.kind !== "proportion" || !share) return undefined;
  const range = `surely between ${percent(share.low)} and ${percent(share.high)}`;
  return `${percent(share.value)} of ${count(totals.requests(), "request")} bad (${range}), limit ${percent(objective.limit)}`;
}

function ratioText({ objective }: Tracker, ratio: Estimate | undefined): string | undefined {
  if (objective.kind !== "proportion" || objective.maxRatio === undefined || !ratio) return undefined;
  const value = Number.isFinite(ratio.value)
    ? `${short(ratio.value)} times the baseline's share`
    : "the baseline has none";
  const upTo = Number.isFinite(ratio.high) ? `and ${short(ratio.high)}` : "and more than can be told";
  return `${value} (surely between ${short(ratio.low)} ${upTo}), at most ${short(objective.maxRatio)} allowed`;
}
