/**
 * Capital of many bettors who play against one claim, kept as logarithms.
 *
 * Each strategy bets from some tick on, and nobody knows from which one trouble begins: three quarters of the capital
 * play from the first bet, the rest enters in equal parts with each later one. So a release that turns bad after five
 * good minutes is found almost as soon as one that was bad from the start. If no strategy's factor has a mean above 1
 * while the claim holds, then neither has the whole: it is an e-process, and by Ville's inequality it reaches
 * 1/alpha with a probability of at most alpha, however often one looks.
 */
export interface StartMixture {
  /** One round: the logarithm of each strategy's factor, in the strategies' order. */
  bet(logFactors: Float64Array): void;
  /** The logarithm of all capital, 0 before the first bet. */
  logValue(): number;
}

const FROM_THE_FIRST_BET = 3 / 4;

export function startMixture(strategies: number, rounds: number): StartMixture {
  const logCapital = new Float64Array(strategies).fill(-Infinity);
  const laterEntry = (1 - FROM_THE_FIRST_BET) / Math.max(1, rounds - 1);
  let waiting = 1;
  let logValue = 0;

  return {
    bet(logFactors) {
      const entering = waiting === 1 ? FROM_THE_FIRST_BET : Math.min(laterEntry, waiting);
      waiting -= entering;
      const logEntering = Math.log(entering);
      for (let i = 0; i < strategies; i++) logCapital[i] = logSum(logCapital[i]!, logEntering) + logFactors[i]!;
      const logMean = logSumAll(logCapital) - Math.log(strategies);
      logValue = logSum(logMean, Math.log(Math.max(waiting, 0)));
    },
    logValue: () => logValue,
  };
}

/** ln(e^a + e^b), without leaving the logarithms. */
export function logSum(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

export function logSumAll(logs: Float64Array): number {
  let largest = -Infinity;
  for (const log of logs) if (log > largest) largest = log;
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - largest);
  return largest + Math.log(sum);
}
