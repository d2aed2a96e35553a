import { ActionError, unknown } from "@release-actions/action";
import type { WriteRequest, WriteResult } from "./types.ts";
import { sendAttempt } from "./attempt.ts";
import { describeFailure, HttpError } from "./errors.ts";
import { ended, pause } from "./session.ts";
import { backoff } from "./waits.ts";
import { judgeWrite } from "./write-judgement.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session, AttemptNumber } from "./session.ts";
import type { Judged } from "./write-judgement.ts";

const SETTLE = 1_000;
/** How often an object is searched for that the server said it made. */
const LOOKS = 3;

/** Writes so that the object exists once, whatever happens on the way. */
export async function writeOnce<T>(
  session: Session,
  request: Prepared,
  limits: Limits,
  write: WriteRequest<T>,
): Promise<WriteResult<T>> {
  let waited = 0;
  /** The last answer that may have been a success, until a read-back has cleared it up. */
  let doubt: HttpError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const turn = { attempt, attempts: limits.attempts };
    const outcome = await sendAttempt(session, request, limits, write.progress);
    if ("fault" in outcome && outcome.fault.code === "ABORTED") {
      throw endedDuring(session, write.what, outcome.fault.reach !== "nothing sent" || doubt !== undefined);
    }
    const judged = await judgeWrite(session, request, outcome, turn, limits, write);
    if (judged.meaning === "done") return { value: judged.value, outcome: "written", attempts: attempt };
    const { meaning, failure } = judged;
    if (meaning === "no") throw failure;
    if (meaning === "exists") {
      const value = await readBack(write, doubt);
      if (value === undefined) throw failure;
      return { value, outcome: "adopted", attempts: attempt };
    }

    const open = meaning === "unclear" || meaning === "claimed";
    const settle = open ? (write.settle ?? SETTLE) : 0;
    const wait = Math.max(judged.retryAfterMs ?? 0, settle) + backoff(attempt, session.random);
    const last = attempt >= limits.attempts || waited + wait > limits.patience;
    if (last && !open) throw missing(failure, write.what);
    // The last open answer is cleared up too, after no more than the time the server needs.
    const span = last ? settle : wait;
    waited += span;
    if (open) doubt = failure;
    await pauseBefore(session, request, judged, span, turn, write.what, doubt);
    if (meaning === "unsent") continue;

    const value = await lookFor(session, request, write, doubt, meaning === "claimed" ? LOOKS : 1);
    if (value !== undefined) return { value, outcome: "adopted", attempts: attempt };
    if (last && meaning === "claimed") {
      throw unclear(write.what, failure, "The server reported success, but it cannot be found.");
    }
    if (last) throw missing(failure, write.what);
    doubt = undefined;
  }
}

/** Searches for the object, several times where the server said that it is there. */
async function lookFor<T>(
  session: Session,
  request: Prepared,
  write: WriteRequest<T>,
  doubt: HttpError | undefined,
  looks: number,
): Promise<T | undefined> {
  for (let look = 1; ; look += 1) {
    const value = await readBack(write, doubt);
    if (value !== undefined || look === looks) return value;
    const wait = (write.settle ?? SETTLE) * 2 ** look;
    const next = { attempt: look + 1, attempts: looks };
    await pause(session, request, `${write.what} is not visible yet`, wait, next).catch(() => {
      throw endedDuring(session, write.what, true);
    });
  }
}

/** Where an answer was in doubt, failing to look leaves the outcome unknown; finding something else does not. */
async function readBack<T>(write: WriteRequest<T>, doubt: HttpError | undefined): Promise<T | undefined> {
  try {
    return await write.readBack(doubt !== undefined);
  } catch (error) {
    if (!(error instanceof ActionError) || doubt === undefined) throw error;
    if (error.verdict === "refused" || error.verdict === "invalid") throw error;
    throw unclear(write.what, doubt, `Looking for it failed too: ${describeFailure(error)}`, error);
  }
}

async function pauseBefore(
  session: Session,
  request: Prepared,
  judged: Exclude<Judged<unknown>, { meaning: "done" }>,
  wait: number,
  turn: AttemptNumber,
  what: string,
  doubt: HttpError | undefined,
): Promise<void> {
  const next = { attempt: Math.min(turn.attempt + 1, turn.attempts), attempts: turn.attempts };
  const why = judged.meaning === "unsent" ? judged.why : `${judged.why}; looking for ${what} first`;
  await pause(session, request, why, wait, next).catch((error: unknown) => {
    throw doubt === undefined ? error : endedDuring(session, what, true);
  });
}

function unclear(what: string, failure: HttpError, more: string, cause: unknown = failure): ActionError {
  const message = `The outcome of this write is unknown: ${what}. ${failure.message} ${more}`;
  return unknown(message, { ...again(what), cause });
}

/** The failure, with what it leaves undone. */
function missing(failure: HttpError, what: string): HttpError {
  return new HttpError(failure.verdict, failure.message, failure, { ...failure.details, missing: [what] });
}

function endedDuring(session: Session, what: string, perhapsWritten: boolean): ActionError {
  const stop = ended(session.signal);
  if (!perhapsWritten) return stop;
  const message = `${stop.message}: while this was being written, so it may exist: ${what}`;
  return unknown(message, { ...again(what), cause: stop });
}

function again(what: string): { missing: string[]; next: string } {
  const next = "Run the same step again: it looks first and continues from what it finds.";
  return { missing: [`perhaps ${what}`], next };
}
