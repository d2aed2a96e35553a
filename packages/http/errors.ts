import { ActionError } from "@release-actions/action";
import type { Failure, ErrorDetails } from "@release-actions/action";
import type { Phase, RequestState } from "./types.ts";

export interface FailureFacts {
  readonly host: string;
  readonly phase: Phase;
  readonly reach: RequestState;
  readonly attempts: number;
  readonly status?: number | undefined;
  /** Wall clock milliseconds at which the server says to try again. */
  readonly retryAt?: number | undefined;
  /** The system's, Node's or this client's code, such as ECONNREFUSED or DEADLINE. */
  readonly code?: string | undefined;
}

/** A request without a usable result: no reply, one that cannot be read, or one that rejects the request. */
export class HttpError extends ActionError {
  readonly host: string;
  /** Where the last attempt ended. */
  readonly phase: Phase;
  /** What the server can have seen of the last attempt. */
  readonly reach: RequestState;
  readonly attempts: number;
  readonly status: number | undefined;
  readonly retryAt: number | undefined;
  readonly code: string | undefined;

  constructor(verdict: Failure, message: string, facts: FailureFacts, details: ErrorDetails = {}) {
    super(verdict, message, details);
    this.name = "HttpError";
    this.host = facts.host;
    this.phase = facts.phase;
    this.reach = facts.reach;
    this.attempts = facts.attempts;
    this.status = facts.status;
    this.retryAt = facts.retryAt;
    this.code = facts.code;
  }
}

/** Any thrown value as one line for a message: what is wrong, then the remedy. */
export function describeFailure(error: unknown): string {
  if (error instanceof ActionError) {
    return error.details.remedy === undefined ? error.message : `${error.message} ${error.details.remedy}`;
  }
  return error instanceof Error ? error.message : String(error);
}
