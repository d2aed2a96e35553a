/** How one run ended. */
export interface Outcome {
  readonly verdict: "passed" | "refused" | "undecided";
  /** Seconds from its start. */
  readonly seconds: number;
}

/** The outcomes of many runs. */
export interface Tally {
  readonly runs: number;
  readonly passed: number;
  readonly refused: number;
  readonly undecided: number;
  /** Of all runs, those that were not refused last for ever. */
  readonly medianSeconds: number;
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const of = (verdict: Outcome["verdict"]) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const times = outcomes
    .map(({ verdict, seconds }) => (verdict === "refused" ? seconds : Infinity))
    .sort((a, b) => a - b);
  return {
    runs: outcomes.length,
    passed: of("passed"),
    refused: of("refused"),
    undecided: of("undecided"),
    medianSeconds: times[Math.floor((times.length - 1) / 2)] ?? Infinity,
  };
}

/** Clopper and Pearson's upper end, one-sided: the share at which so few hits have a probability of 1 - confidence. */
export function upperBound(hits: number, runs: number, confidence: number): number {
  if (hits >= runs) return 1;
  let [low, high] = [hits / runs, 1];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (atMost(hits, runs, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

function atMost(hits: number, runs: number, share: number): number {
  let probability = Math.exp(runs * Math.log1p(-share));
  let log = runs * Math.log1p(-share);
  for (let k = 1; k <= hits; k++) {
    log += Math.log((runs - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    probability += Math.exp(log);
  }
  return probability;
}
