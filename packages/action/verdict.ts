/** How an action ended. The words are an output of every action; the numbers are its exit code on every host. */
export type Verdict = Success | Failure;

/** What was asked for holds: a check passed, a write was done, or there was nothing left to do. */
export type Success = "passed" | "done" | "unchanged";

/**
 * - refused: the check answered no
 * - invalid: bad input or configuration; nothing was tried
 * - undecided: a service did not answer, or there is not enough evidence; nothing was changed
 * - unknown: a write may or may not have happened; running again reconciles it
 * - interrupted: a signal ended the run; the message says what exists
 */
export type Failure = "refused" | "invalid" | "undecided" | "unknown" | "interrupted";

const EXIT_CODES = {
  passed: 0,
  done: 0,
  unchanged: 0,
  refused: 1,
  invalid: 2,
  undecided: 3,
  unknown: 4,
  interrupted: 130,
} as const satisfies Record<Verdict, number>;

export const VERDICTS = Object.keys(EXIT_CODES) as Verdict[];

export function exitCode(verdict: Verdict): number {
  return EXIT_CODES[verdict];
}

export function isSuccess(verdict: Verdict): verdict is Success {
  return EXIT_CODES[verdict] === 0;
}
