import { ActionError } from "@release-actions/action";
import type { WriteRequest } from "./types.ts";
import { HttpError } from "./errors.ts";
import { makeReply } from "./reply.ts";
import { failureOfContent, failureOfFault, failureOfStatus } from "./session.ts";
import { statusName } from "./explain-status.ts";
import { isTransient, isTurnedAway, retryAfter } from "./waits.ts";
import type { Fault, Outcome, RawReply } from "./exchange.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session, AttemptNumber } from "./session.ts";

/**
 * What one attempt to write came to.
 * - done: with the value
 * - exists: something is under the key already
 * - unsent: the server has seen nothing
 * - turned away: before anything was done
 * - unclear: it may have been done
 * - claimed: the server said done, but its answer cannot be read
 * - no: it was not done, and trying again would not help
 */
export type Judged<T> =
  | { readonly meaning: "done"; readonly value: T }
  | {
      readonly meaning: "exists" | "unsent" | "turned away" | "unclear" | "claimed" | "no";
      readonly failure: HttpError;
      readonly why: string;
      /** Milliseconds the server asks to wait. */
      readonly retryAfterMs?: number | undefined;
    };

export async function judgeWrite<T>(
  session: Session,
  request: Prepared,
  outcome: Outcome,
  turn: AttemptNumber,
  limits: Limits,
  write: WriteRequest<T>,
): Promise<Judged<T>> {
  if ("fault" in outcome) {
    const { fault } = outcome;
    const failure = failureOfFault(session, request, fault, turn);
    return { meaning: meaningOfFault(fault, write), failure, why: fault.text };
  }
  const { reply } = outcome;
  const done = isDone(reply.status, write.expect);
  if (done && !reply.early) return judgeDone(session, request, reply, turn, write);
  const now = session.clock.now();
  const away = isTurnedAway(reply);
  const retryAfterMs = away || isTransient(reply.status) ? retryAfter(reply, now) : undefined;
  const retryAt = retryAfterMs === undefined ? undefined : now + retryAfterMs;
  const failure = failureOfStatus(session, request, reply, turn, limits.permission, retryAt);
  const judged = { failure, why: `answered ${statusName(reply.status)}`, retryAfterMs };
  const notYet = write.notYet?.(makeReply(session, request, reply, request.url, turn));
  if (notYet !== undefined) {
    const later = new HttpError("undecided", `${failure.message} ${notYet}`, failure, {
      remedy: "Run again in a minute.",
    });
    return { failure: later, why: notYet, meaning: "turned away" };
  }
  // Done before the whole body had arrived cannot be true.
  if (done) return { ...judged, meaning: "unclear" };
  if ((write.exists ?? [409, 422]).includes(reply.status)) return { ...judged, meaning: "exists" };
  if (away) return { ...judged, meaning: "turned away" };
  return { ...judged, meaning: isTransient(reply.status) ? "unclear" : "no" };
}

async function judgeDone<T>(
  session: Session,
  request: Prepared,
  raw: RawReply,
  turn: AttemptNumber,
  write: WriteRequest<T>,
): Promise<Judged<T>> {
  const why = `answered ${statusName(raw.status)}, but the answer cannot be used`;
  try {
    return { meaning: "done", value: await write.accept(makeReply(session, request, raw, request.url, turn)) };
  } catch (error) {
    if (error instanceof HttpError) return { meaning: "claimed", failure: error, why };
    if (error instanceof ActionError || !(error instanceof Error)) throw error;
    return { meaning: "unclear", failure: failureOfContent(session, request, raw, turn, error.message), why };
  }
}

function meaningOfFault(
  fault: Fault,
  write: Pick<WriteRequest<unknown>, "expect">,
): "unsent" | "unclear" | "claimed" | "no" {
  // The body is at fault, and a body that is too short or too long is not a request.
  if (fault.code === "BODY_SOURCE") return "no";
  if (fault.status !== undefined) return isDone(fault.status, write.expect) ? "claimed" : "unclear";
  if (fault.reach !== "nothing sent") return "unclear";
  return fault.lasting === true ? "no" : "unsent";
}

function isDone(status: number, expect: readonly number[] | undefined): boolean {
  return expect === undefined ? status >= 200 && status < 300 : expect.includes(status);
}
