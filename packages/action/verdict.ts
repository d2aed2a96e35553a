/** How an action ended. The words are an output of every action; the numbers are its exit code on every host. */
export type Verdict = Success | Failure;

/** What was requested holds: a check passed, a write was done, or there was nothing left to do. */
export type Success = "passed" | "done" | "unchanged";

/**
 * - refused: the check failed
 * - invalid: bad input or configuration; nothing was tried
 * - undecided: a service did not answer, or there is not enough evidence; nothing was changed
 * - unknown: a write may or may not have happened; running again reconciles it
 * - interrupted: a signal ended the run; the message says what exists
 */
export type Failure = "refused" | "invalid" | "undecided" | "unknown" | "interrupted";

interface VerdictFacts {
  /** The process's exit code, the same on every host. */
  readonly exitCode: number;
  readonly words: string;
  /** For a verdict that is a failure: what it means for the whole run, and what to do. */
  readonly advice?: string;
}

/** Everything about a verdict, in the order in which failures are reported. */
const VERDICT_TABLE = {
  passed: { exitCode: 0, words: "passed" },
  done: { exitCode: 0, words: "done" },
  unchanged: { exitCode: 0, words: "unchanged: nothing was left to do" },
  refused: {
    exitCode: 1,
    words: "refused",
    advice: "A check failed. Fix what the report names; running again without a change gives the same result.",
  },
  invalid: {
    exitCode: 2,
    words: "invalid: nothing was tried",
    advice: "An input, a credential or the configuration is wrong. Fix it and run again.",
  },
  undecided: {
    exitCode: 3,
    words: "undecided: there is not enough evidence; nothing was changed",
    advice: "A service did not respond, or there is not enough evidence. It is safe to run again.",
  },
  unknown: {
    exitCode: 4,
    words: "unknown: a write may or may not have happened",
    advice: "A write may or may not have happened. Running again first checks what exists, and completes it.",
  },
  interrupted: {
    exitCode: 130,
    words: "interrupted",
    advice: "The run was stopped; its log says what exists. Running again completes it.",
  },
} as const satisfies Record<Verdict, VerdictFacts>;

export const VERDICTS = Object.keys(VERDICT_TABLE) as Verdict[];

export function exitCode(verdict: Verdict): number {
  return VERDICT_TABLE[verdict].exitCode;
}

export function isSuccess(verdict: Verdict): verdict is Success {
  return VERDICT_TABLE[verdict].exitCode === 0;
}

/** `changed`: something exists that this run made or found, so that "nothing was changed" would be wrong. */
export function verdictInWords(verdict: Verdict, changed = false): string {
  if (verdict === "undecided" && changed) return "undecided: there is not enough evidence yet";
  return VERDICT_TABLE[verdict].words;
}

/** What a failure means for the run that it ended, and what to do about it, in whole sentences. */
export function failureAdvice(verdict: Failure): string {
  return VERDICT_TABLE[verdict].advice;
}
