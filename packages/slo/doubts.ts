import { count, eValue, percent, short, span } from "./numbers.ts";
import type { RunState } from "./types.ts";
import { logUnder, requestsFor } from "./share.ts";
import type { Tracker } from "./tracker.ts";

/**
 * Without answers in more than half of all ticks, or in more than a fifth of them (at least two) one after the other,
 * a run has not seen the release. Both, since errors that come and go never make a long run.
 */
export function noDataDoubt({ counting }: Tracker, { policy }: RunState): string | undefined {
  const inARow = Math.max(2, Math.floor(policy.ticks / 5));
  if (counting.answered() === 0) return `no answer in ${count(policy.ticks, "tick")}${kinds(counting.counts())}`;
  if (counting.missing() > policy.ticks / 2)
    return `no answer in ${counting.missing()} of ${count(policy.ticks, "tick")}${kinds(counting.counts())}, more than half`;
  if (counting.longestMissing() <= inARow) return undefined;
  return `no answer in ${count(counting.longestMissing(), "tick")} one after the other${kinds(counting.counts())}, more than ${inARow}`;
}

function kinds(counts: Readonly<Record<string, number>>): string {
  const missing = ["no-data", "invalid", "query-error", "partial", "skipped"].filter(
    (sample) => (counts[sample] ?? 0) > 0,
  );
  return missing.length === 0 ? "" : ` (${missing.map((sample) => `${sample} ${counts[sample]}`).join(", ")})`;
}

/** Why a run that is not refused cannot pass. Empty: it can. */
export function doubtsOf(tracker: Tracker, run: RunState): readonly string[] {
  const { objective, counting, totals } = tracker;
  const { policy } = run;
  const samples = counting.answered();
  const tooFewAnswers = [
    ...(samples < Math.max(1, policy.minSamples)
      ? [`${count(samples, "answered tick")}, ${policy.minSamples} needed`]
      : []),
    // What is missed in the middle comes with a later answer; after the end none comes, and one tick is a hiccup.
    ...(counting.missingNow() > 1 ? [`no answer in the last ${count(counting.missingNow(), "tick")}`] : []),
  ];
  if (objective.kind === "value") return tooFewAnswers;
  const requests = totals.requests();
  if (!(requests > 0)) return ["no requests at all", ...tooFewAnswers];
  const tooFewRequests =
    requests < policy.minRequests
      ? [`${count(requests, "request")}, ${policy.minRequests} needed${more(policy.minRequests, tracker, run)}`]
      : [];
  return [...tooFewAnswers, ...tooFewRequests, ...doubtsOfShare(tracker, run), ...doubtsOfRatio(tracker, run)];
}

/** Passing needs evidence, too: at twice the limit, so few bad requests would be seen with a probability of at most alpha. */
function doubtsOfShare(tracker: Tracker, run: RunState): readonly string[] {
  const { objective, totals, evidence } = tracker;
  if (objective.kind !== "proportion") return [];
  const [alternative, needed] = [twice(objective.limit), Math.log(1 / run.policy.alpha)];
  if (!(totals.most() < objective.limit))
    return [`not under the limit, and not proven over it${evidenceText(tracker, run)}`];
  // What has lately turned bad may still be under the limit on the whole.
  if (evidence && evidence.logValue() >= Math.log(run.needed) / 2)
    return [`under the limit on the whole, but too much speaks against it${evidenceText(tracker, run)}`];
  if (logUnder(totals, alternative) >= needed) return [];
  const wanted = requestsFor(needed, totals, alternative);
  return [
    `too few requests to tell it from ${percent(alternative)}: about ${short(Math.ceil(wanted))} needed${more(wanted, tracker, run)}`,
  ];
}

/** Twice the limit, and for large limits half-way to 1. */
export function twice(limit: number): number {
  return Math.min(2 * limit, (1 + limit) / 2);
}

/**
 * A ratio that is proven to be under twice the allowed one passes. Where both sides are too good to have a ratio, a
 * share that is proven to be under its own limit does, unless the ratio so far looks bad.
 */
function doubtsOfRatio({ objective, evidence, totals }: Tracker, { policy }: RunState): readonly string[] {
  if (objective.kind !== "proportion" || objective.maxRatio === undefined || !evidence?.baseline) return [];
  const { baseline } = evidence;
  const wanted = Math.max(1, policy.minRequests);
  if (baseline.requests() < wanted)
    return [`${count(baseline.requests(), "request")} at the baseline, ${wanted} needed`];
  const needed = Math.log(1 / policy.alpha);
  const far = 2 * objective.maxRatio;
  if (baseline.logUnder(far) >= needed) return [];
  const looksBad = (baseline.ratio(policy.alpha)?.value ?? 0) > far;
  if (!looksBad && logUnder(totals, objective.limit) >= needed) return [];
  return [
    `too few bad requests to tell the ratio from ${short(far)}${looksBad ? ", and it looks worse" : ", and too many to do without it"}`,
  ];
}

function evidenceText({ evidence }: Tracker, { needed }: RunState): string {
  return evidence ? `: evidence ${eValue(Math.exp(evidence.logValue()))}, ${short(needed)} refuse` : "";
}

/** How long the run would have to continue at its rate so far. */
function more(wanted: number, { totals }: Tracker, { policy, done }: RunState): string {
  const perTick = totals.requests() / done;
  const ticks = (wanted - totals.requests()) / perTick;
  return Number.isFinite(ticks) ? `, about ${span(ticks, policy.secondsPerTick)} at this rate` : "";
}
