import type { Failure } from "./verdict.ts";

/** One thing that is wrong, where it is, and what would fix it. */
export interface Problem {
  readonly what: string;
  readonly remedy?: string;
  /** The input it came in by, if it came in by one. */
  readonly input?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

export interface ErrorDetails {
  /** What the reader can do about it, as one sentence or one command. */
  readonly remedy?: string;
  /** All problems, where there are several. The message then says what they have in common. */
  readonly problems?: readonly Problem[];
  /** What has been made and still exists, one line each, with its link. */
  readonly exists?: readonly string[];
  /** What was intended and does not exist. */
  readonly missing?: readonly string[];
  /** The exact next command or step, where it is not simply the remedy. */
  readonly next?: string;
  /** Outputs that hold although the action failed, such as a report. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An expected end of an action that is not success. Anything thrown that is not an ActionError is a defect of this
 * project and is reported as one.
 */
export class ActionError extends Error {
  readonly verdict: Failure;
  readonly details: ErrorDetails;

  constructor(verdict: Failure, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "ActionError";
    this.verdict = verdict;
    this.details = details;
  }
}

/** The check answered no. */
export function refused(message: string, details?: ErrorDetails): ActionError {
  return new ActionError("refused", message, details);
}

/** The input or the configuration is wrong; nothing was tried. */
export function invalid(message: string, details?: ErrorDetails): ActionError {
  return new ActionError("invalid", message, details);
}

/** A service did not answer or the evidence is not enough; nothing was changed. */
export function undecided(message: string, details?: ErrorDetails): ActionError {
  return new ActionError("undecided", message, details);
}

/** A write may or may not have happened. */
export function unknown(message: string, details?: ErrorDetails): ActionError {
  return new ActionError("unknown", message, details);
}

/** A signal or a cancelled job ended the run. */
export function interrupted(message: string, details?: ErrorDetails): ActionError {
  return new ActionError("interrupted", message, details);
}

/** What `assert` has against an input, for an action's `check`: an `invalid` error becomes a problem of that input. */
export function inputProblems(input: string, assert: () => unknown): Problem[] {
  try {
    assert();
    return [];
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "invalid") throw error;
    const { remedy } = error.details;
    return [{ input, what: error.message, ...(remedy !== undefined && { remedy }) }];
  }
}
