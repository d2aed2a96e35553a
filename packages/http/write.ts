import { interrupted, Stop, unknown } from "@release-actions/action-types";
import type { WriteRequest, WriteResult } from "./contract.ts";
import { sendAttempt } from "./attempt.ts";
import { describeFailure, HttpFailure } from "./failure.ts";
import { makeReply } from "./reply.ts";
import { ended, failureOfFault, failureOfStatus, pause } from "./session.ts";
import { statusName } from "./explain-status.ts";
import { backoff, isTransient, isTurnedAway, toldToWait } from "./waits.ts";
import type { Outcome, RawReply } from "./exchange.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session, Turn } from "./session.ts";

const SETTLE = 1_000;
/** Looks for an object that the server said it made, but that is not to be seen. */
const LOOKS = 3;

/**
 * What one attempt came to.
 * - done: with a reply to take the value from
 * - exists: something stands under the key already
 * - unsent: the server has seen nothing
 * - turned away: before anything was done
 * - unclear: it may have been done
 * - claimed: the server said done, but its answer cannot be read
 * - no: it was not done and will not be
 */
type Meaning = "done" | "exists" | "unsent" | "turned away" | "unclear" | "claimed" | "no";

interface Judged {
  readonly meaning: Meaning;
  readonly failure: HttpFailure;
  readonly why: string;
  readonly told: number | undefined;
}

/** Writes so that the object exists once, whatever happens on the way. */
export async function writeOnce<T>(
  session: Session,
  request: Prepared,
  limits: Limits,
  write: WriteRequest<T>,
): Promise<WriteResult<T>> {
  let waited = 0;
  /** The last unclear answer, until a read-back has cleared it up. */
  let doubt: HttpFailure | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const turn = { attempt, attempts: limits.attempts };
    const outcome = await sendAttempt(session, request, limits, write.progress);
    const judged = judge(session, request, outcome, turn, limits, write);
    const { meaning, failure } = judged;

    if (meaning === "done" && "reply" in outcome) return accepted(session, request, write, outcome.reply, turn);
    if (meaning === "claimed") return adoptClaimed(session, request, write, failure, turn);
    if (meaning === "no") throw failure;
    if (meaning === "exists") {
      const value = await readBack(write, doubt);
      if (value === undefined) throw failure;
      return { value, outcome: "adopted", attempts: attempt };
    }

    const settle = meaning === "unclear" ? (write.settle ?? SETTLE) : 0;
    const wait = Math.max(judged.told ?? 0, settle) + backoff(attempt, session.random);
    const last = attempt >= limits.attempts || waited + wait > limits.patience;
    if (last && meaning !== "unclear") throw missing(failure, write.what);
    // The last unclear answer is read back too, after no more than the time the server needs.
    const pauseFor = last ? settle : wait;
    waited += pauseFor;
    await pauseOrReport(session, request, judged, pauseFor, turn, write.what, last);
    if (meaning === "unsent") continue;
    if (meaning === "unclear") doubt = failure;
    const value = await readBack(write, doubt);
    if (value !== undefined) return { value, outcome: "adopted", attempts: attempt };
    if (last) throw missing(failure, write.what);
    doubt = undefined;
  }
}

async function accepted<T>(
  session: Session,
  request: Prepared,
  write: WriteRequest<T>,
  raw: RawReply,
  turn: Turn,
): Promise<WriteResult<T>> {
  try {
    const value = await write.accept(makeReply(session, request, raw, request.url));
    return { value, outcome: "written", attempts: turn.attempt };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return adoptClaimed(session, request, write, error, turn);
  }
}

function judge<T>(
  session: Session,
  request: Prepared,
  outcome: Outcome,
  turn: Turn,
  limits: Limits,
  write: WriteRequest<T>,
): Judged {
  if ("fault" in outcome) {
    const { fault } = outcome;
    if (fault.code === "ABORTED") throw endedDuring(session, write.what, fault.reach !== "nothing sent");
    const failure = failureOfFault(session, request, fault, turn);
    const claimed = fault.status !== undefined && isDone(fault.status, write.expect);
    const unsent = fault.lasting === true ? "no" : "unsent";
    const meaning = claimed ? "claimed" : fault.reach === "nothing sent" ? unsent : "unclear";
    return { meaning: fault.code === "LENGTH" ? "no" : meaning, failure, why: fault.text, told: undefined };
  }
  const { reply } = outcome;
  const now = session.clock.now();
  const turnedAway = isTurnedAway(reply);
  const told = turnedAway || isTransient(reply.status) ? toldToWait(reply, now) : undefined;
  const retryAt = told === undefined ? undefined : now + told;
  const failure = failureOfStatus(session, request, reply, turn, limits.permission, retryAt);
  const judged = { failure, why: `answered ${statusName(reply.status)}`, told };
  if (isDone(reply.status, write.expect)) return { ...judged, meaning: reply.early ? "unclear" : "done" };
  if ((write.exists ?? [409, 422]).includes(reply.status)) return { ...judged, meaning: "exists" };
  if (turnedAway) return { ...judged, meaning: "turned away" };
  return { ...judged, meaning: isTransient(reply.status) ? "unclear" : "no" };
}

function isDone(status: number, expect: readonly number[] | undefined): boolean {
  return expect === undefined ? status >= 200 && status < 300 : expect.includes(status);
}

/** Looks for the object. Where an answer was in doubt, failing to look leaves the outcome unknown; a clear conflict does not. */
async function readBack<T>(write: WriteRequest<T>, doubt: HttpFailure | undefined): Promise<T | undefined> {
  try {
    return await write.readBack();
  } catch (error) {
    if (!(error instanceof Stop) || doubt === undefined) throw error;
    if (error.verdict === "refused" || error.verdict === "invalid" || error.verdict === "interrupted") throw error;
    throw unclear(write.what, doubt, `Looking for it failed too: ${describeFailure(error)}`, error);
  }
}

/** The server said that it is done: the object is looked for, and never written a second time. */
async function adoptClaimed<T>(
  session: Session,
  request: Prepared,
  write: WriteRequest<T>,
  failure: HttpFailure,
  turn: Turn,
): Promise<WriteResult<T>> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const value = await readBack(write, failure);
    if (value !== undefined) return { value, outcome: "adopted", attempts: turn.attempt };
    if (look === LOOKS) break;
    const wait = (write.settle ?? SETTLE) * 2 ** (look - 1);
    await pause(session, request, `${write.what} is not to be seen yet`, wait, { attempt: look + 1, attempts: LOOKS });
  }
  throw unclear(write.what, failure, "The server says that it was done, but it cannot be found.");
}

async function pauseOrReport(
  session: Session,
  request: Prepared,
  judged: Judged,
  wait: number,
  turn: Turn,
  what: string,
  last: boolean,
): Promise<void> {
  const next = { attempt: last ? turn.attempt : turn.attempt + 1, attempts: turn.attempts };
  const look = judged.meaning === "unsent" ? "" : `; looking for ${what} first`;
  try {
    await pause(session, request, judged.why + look, wait, next);
  } catch (error) {
    throw judged.meaning === "unclear" && error instanceof Stop ? endedDuring(session, what, true) : error;
  }
}

function unclear(what: string, failure: HttpFailure, more: string, cause?: unknown): Stop {
  return unknown(`It is not known whether this was written: ${what}. ${failure.message} ${more}`, {
    ...again(what),
    cause: cause ?? failure,
  });
}

/** The failure with what it leaves undone. */
function missing(failure: HttpFailure, what: string): HttpFailure {
  return new HttpFailure(failure.verdict, failure.message, failure, { ...failure.details, missing: [what] });
}

function endedDuring(session: Session, what: string, perhapsWritten: boolean): Stop {
  const stop = ended(session.signal);
  if (!perhapsWritten) return stop;
  const message = `The run was ended while this was being written, so it may exist: ${what}.`;
  return stop.verdict === "interrupted" ? interrupted(message, again(what)) : unknown(message, { ...again(what), cause: stop });
}

function again(what: string): { missing: string[]; next: string } {
  return { missing: [`perhaps ${what}`], next: "Run the same step again: it looks first and goes on from what it finds." };
}

