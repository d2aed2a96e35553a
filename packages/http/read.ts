import type { ReadRequest, Reply } from "./types.ts";
import { readAttempt } from "./attempt.ts";
import { HttpError } from "./errors.ts";
import { makeReply } from "./reply.ts";
import { ended, failureOfFault, failureOfStatus, pause } from "./session.ts";
import { statusName } from "./explain-status.ts";
import { backoff, isTransient, isTurnedAway, retryAfter } from "./waits.ts";
import type { Attempt } from "./attempt.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session, AttemptNumber } from "./session.ts";

type Options = Pick<ReadRequest, "expect" | "redirects" | "as">;

/** The result of one attempt: the reply, or why there is none and whether to retry. */
type Judgement =
  | { readonly reply: Reply }
  | {
      readonly failure: HttpError;
      readonly why: string;
      readonly again: boolean;
      /** Milliseconds the server asks to wait. */
      readonly retryAfterMs?: number | undefined;
    };

/** Reads with limited retries, and waits as the server requests, within the call's patience. Throws HttpError. */
export async function readWithRetries(
  session: Session,
  request: Prepared,
  limits: Limits,
  options: Options,
): Promise<Reply> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const turn = { attempt, attempts: limits.attempts };
    const end = await readAttempt(session, request, limits, options);
    const judgement = judge(session, request, end, turn, limits, options);
    if ("reply" in judgement) return judgement.reply;
    const wait = (judgement.retryAfterMs ?? 0) + backoff(attempt, session.random);
    waited += wait;
    if (!judgement.again || attempt >= limits.attempts || waited > limits.patience) throw judgement.failure;
    await pause(session, request, judgement.why, wait, { attempt: attempt + 1, attempts: limits.attempts });
  }
}

function judge(
  session: Session,
  asked: Prepared,
  { outcome, request }: Attempt,
  turn: AttemptNumber,
  limits: Limits,
  options: Options,
): Judgement {
  if ("fault" in outcome) {
    const { fault } = outcome;
    if (fault.code === "ABORTED") throw ended(session.signal);
    return { failure: failureOfFault(session, request, fault, turn), why: fault.text, again: fault.lasting !== true };
  }
  const { reply: raw } = outcome;
  if ((options.expect ?? [200]).includes(raw.status)) {
    const reply = makeReply(session, request, raw, asked.url, turn);
    const wantsJson = options.as !== "bytes" && raw.status >= 200 && raw.status < 300;
    if (!wantsJson || raw.status === 204 || request.method === "HEAD") return { reply };
    try {
      reply.json();
      return { reply };
    } catch (failure) {
      if (!(failure instanceof HttpError)) throw failure;
      return { failure, why: "the answer cannot be used", again: true };
    }
  }
  const now = session.clock.now();
  const again = isTransient(raw.status) || isTurnedAway(raw);
  const retryAfterMs = again ? retryAfter(raw, now) : undefined;
  const retryAt = retryAfterMs === undefined ? undefined : now + retryAfterMs;
  const failure = failureOfStatus(session, request, raw, turn, limits.permission, retryAt);
  return { failure, why: `answered ${statusName(raw.status)}`, again, retryAfterMs };
}
