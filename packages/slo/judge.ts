import type { Judge, Measurement, Objective, ObjectiveStanding, Policy, Sample, Standing } from "./types.ts";
import { count } from "./numbers.ts";
import { standingOf } from "./objective-standing.ts";
import { hasEvidence, openTracker } from "./tracker.ts";

/**
 * Judges a run tick by tick. Pure: no clock, no chance, and its memory does not grow with the ticks.
 *
 * - Refused: an objective's evidence reached objectives/alpha (a healthy release gets there with a probability of at
 *   most alpha, at whatever tick one looks), or it had more episodes of violations than allowed.
 * - Passed: every objective that counts has enough requests and answered ticks, is under its limit, and would be seen
 *   like this with a probability of at most alpha, were its share twice the limit.
 * - Undecided: everything else, so also every run that is not at its end.
 *
 * Throws a RangeError for objectives and policies that the contract does not allow.
 */
export function openJudge(objectives: readonly Objective[], policy: Policy): Judge {
  check(objectives, policy);
  const trackers = objectives.map((objective) => openTracker(objective, policy));
  const tested = objectives.filter((objective) => objective.counted && hasEvidence(objective, policy.mode)).length;
  const needed = Math.max(1, tested) / policy.alpha;
  let done = 0;
  return {
    observe(tick, measurements) {
      if (tick !== done) throw new RangeError(`tick ${tick} came where ${done} was due`);
      if (measurements.length !== trackers.length)
        throw new RangeError(`${measurements.length} measurements for ${trackers.length} objectives`);
      done += 1;
      return trackers.map((tracker, i): Sample => tracker.observe(tick, measurements[i] as Measurement));
    },
    standing: () =>
      overall(
        trackers.map((tracker) => standingOf(tracker, { policy, done, needed })),
        done,
        policy,
      ),
  };
}

function overall(objectives: readonly ObjectiveStanding[], done: number, policy: Policy): Standing {
  const counted = objectives.filter(({ objective }) => objective.counted);
  const refused = counted.filter(({ verdict }) => verdict === "refused");
  const undecided = counted.filter(({ verdict }) => verdict === "undecided");
  const ended = done >= policy.ticks;
  if (refused.length > 0)
    return {
      verdict: "refused",
      certain: ended || refused.some(({ certain }) => certain),
      reason: named(refused),
      objectives,
    };
  if (counted.length === 0)
    return { verdict: "undecided", certain: true, reason: "no objective counts: nothing was judged", objectives };
  if (undecided.length > 0)
    return {
      verdict: "undecided",
      certain: ended,
      reason: ended ? named(undecided) : `${done} of ${count(policy.ticks, "tick")} measured`,
      objectives,
    };
  return {
    verdict: "passed",
    certain: true,
    reason: `${count(counted.length, "objective")} held: ${named(counted)}`,
    objectives,
  };
}

/** At most three: the report has them all. */
function named(standings: readonly ObjectiveStanding[]): string {
  const shown = standings.slice(0, 3).map(({ objective, reason }) => `${objective.name}: ${reason}`);
  return [...shown, ...(standings.length > 3 ? [`and ${standings.length - 3} more`] : [])].join(". ");
}

function check(objectives: readonly Objective[], policy: Policy): void {
  if (!(policy.alpha > 0 && policy.alpha < 1))
    throw new RangeError(`alpha is ${policy.alpha} and must lie between 0 and 1`);
  if (!(Number.isInteger(policy.ticks) && policy.ticks > 0))
    throw new RangeError(`a run of ${policy.ticks} ticks judges nothing`);
  for (const objective of objectives) {
    if (objective.kind !== "proportion") continue;
    if (!(objective.limit > 0 && objective.limit < 1))
      throw new RangeError(`the limit of ${objective.name} is ${objective.limit} and must lie between 0 and 1`);
    if (objective.maxRatio !== undefined && !(objective.maxRatio > 0))
      throw new RangeError(`the ratio of ${objective.name} is ${objective.maxRatio} and must be positive`);
  }
}
