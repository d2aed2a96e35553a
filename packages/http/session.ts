import { interrupted, ActionError } from "@release-actions/action";
import type { Clock, CredentialRules, Io, ErrorDetails } from "@release-actions/action";
import type { Pace } from "./types.ts";
import { excerpt, statusName, statusRemedy } from "./explain-status.ts";
import { HttpError } from "./errors.ts";
import type { FailureFacts } from "./errors.ts";
import { isTransient, isTurnedAway } from "./waits.ts";
import type { Connections } from "./connections.ts";
import type { Fault, RawReply } from "./exchange.ts";
import type { Prepared } from "./request.ts";
import type { Secrets } from "./secrets.ts";

/** What the requests of one client share. */
export interface Session {
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly random: () => number;
  readonly secrets: Secrets;
  readonly connections: Connections;
  readonly allowHttp: boolean;
  /** Which origins may receive which secret. */
  readonly rules: CredentialRules;
}

/** The limits of one call. */
export interface Limits {
  readonly deadline: number;
  readonly maxBytes: number;
  readonly attempts: number;
  readonly patience: number;
  readonly permission: string | undefined;
  readonly pace: Pace | undefined;
}

/** Which attempt of how many. */
export interface AttemptNumber {
  readonly attempt: number;
  readonly attempts: number;
}

/** The failure that a fault is, for the caller. */
export function failureOfFault(session: Session, request: Prepared, fault: Fault, attempt: AttemptNumber): HttpError {
  const text = `${request.url.host}: ${fault.text} (${subject(request)}, phase ${fault.phase}, ${turnText(attempt)}).`;
  return new HttpError(
    fault.code === "BODY_SOURCE" ? "invalid" : "undecided",
    session.secrets.redact(text),
    { ...fault, host: request.url.host, attempts: attempt.attempt },
    { ...remedyOnly(fault.remedy), cause: fault.cause },
  );
}

/** The failure that a status is. `retryAt` is when the server says to come back. */
export function failureOfStatus(
  session: Session,
  request: Prepared,
  reply: RawReply,
  attempt: AttemptNumber,
  permission: string | undefined,
  retryAt?: number,
): HttpError {
  const said = excerpt(reply);
  const quoted = said === "" ? "." : `: ${JSON.stringify(said)}`;
  const answered = `${request.url.host} answered ${statusName(reply.status)} to ${subject(request)}`;
  const text = `${answered} (${turnText(attempt)})${quoted}`;
  const time = retryAt === undefined ? undefined : new Date(retryAt).toISOString();
  const wait = time === undefined ? undefined : `The server asks to try again at ${time}.`;
  const undecidedYet = isTransient(reply.status) || isTurnedAway(reply) || (reply.status >= 200 && reply.status < 300);
  return new HttpError(
    undecidedYet ? "undecided" : "invalid",
    session.secrets.redact(text),
    { ...answer(request, reply), attempts: attempt.attempt, retryAt },
    remedyOnly(wait ?? statusRemedy(reply, permission)),
  );
}

/** The failure of an answer that came whole and cannot be used. */
export function failureOfContent(
  session: Session,
  request: Pick<Prepared, "method" | "url">,
  reply: RawReply,
  attempt: AttemptNumber,
  problem: string,
  remedy?: string,
): HttpError {
  const answered = `${request.url.host} answered ${reply.status} to ${subject(request)}`;
  return new HttpError(
    "undecided",
    session.secrets.redact(`${answered}, but ${problem} (${turnText(attempt)}).`),
    { ...answer(request, reply), attempts: attempt.attempt, code: "CONTENT" },
    remedyOnly(remedy),
  );
}

/** Waits between attempts, saying why. Throws when the run ends meanwhile. */
export async function pause(
  session: Session,
  request: Prepared,
  why: string,
  wait: number,
  next: AttemptNumber,
): Promise<void> {
  const when = wait < 1000 ? "immediately" : `in ${Math.round(wait / 1000)} s`;
  const line = `${request.url.host}: ${why}; retrying ${when} (${turnText(next)}).`;
  session.io.info(session.secrets.redact(line));
  try {
    await session.clock.sleep(wait, session.signal);
  } catch {
    throw ended(session.signal);
  }
  if (session.signal.aborted) throw ended(session.signal);
}

/** How a call ends when the run was ended from outside. */
export function ended(signal: AbortSignal): ActionError {
  if (signal.reason instanceof ActionError) return signal.reason;
  return interrupted("The run was ended before the request was complete.");
}

function answer(request: Pick<Prepared, "url">, reply: RawReply): Omit<FailureFacts, "attempts"> {
  return { host: request.url.host, phase: "reply", reach: "answered", status: reply.status };
}

function remedyOnly(remedy: string | undefined): ErrorDetails {
  return remedy === undefined ? {} : { remedy };
}

function subject(request: Pick<Prepared, "method" | "url">): string {
  return `${request.method} ${request.url.pathname}`;
}

function turnText({ attempt, attempts }: AttemptNumber): string {
  return `attempt ${attempt} of ${attempts}`;
}
