import { invalid, undecided, type ActionError } from "@release-actions/action";
import { listOf, maybe, schema, shape, text } from "@release-actions/http";
import type { Api, ReadRequest, Reply } from "@release-actions/http";
import { oneLine, shorten } from "@release-actions/text";
import type { Answer } from "./types.ts";
import type { Read } from "./read.ts";

/** Statuses by which a server, or a proxy in front of it, says that it does not have a part of the API. */
const NOT_HERE: readonly number[] = [404, 405, 501];
const HIDDEN: readonly number[] = [403, ...NOT_HERE];
/** A bad question, and one whose execution failed; both come with their reason. */
const REASONED: readonly number[] = [400, 422];

const envelope = shape({
  status: text,
  errorType: maybe(text),
  error: maybe(text),
  warnings: maybe(listOf(text)),
  infos: maybe(listOf(text)),
  data: (value: unknown) => value,
});
const Envelope = schema(envelope);

/** Asks for a part of the API that every Prometheus has. */
export async function ask<T>(api: Api, request: ReadRequest, data: Read<T>): Promise<Answer<T>> {
  const reply = await api.read({ ...request, expect: [200, ...REASONED, ...NOT_HERE] });
  if (NOT_HERE.includes(reply.status)) {
    throw invalid(`${api.base} has no ${request.path.join("/")} (${reply.status}): it is not Prometheus`, {
      remedy: "Give the address that Prometheus's own pages begin with, without /api/v1 and without /graph.",
    });
  }
  return answerOf(api, reply, data);
}

/** Asks for a part of the API that may be missing or kept from us; undefined then. */
export async function askPerhaps<T>(api: Api, request: ReadRequest, data: Read<T>): Promise<Answer<T> | undefined> {
  const reply = await api.read({ ...request, expect: [200, ...REASONED, ...HIDDEN] });
  return HIDDEN.includes(reply.status) ? undefined : answerOf(api, reply, data);
}

function answerOf<T>(api: Api, reply: Reply, data: Read<T>): Answer<T> {
  const answered = reply.status === 200 ? reply.json(Envelope) : reasonOf(reply);
  if (answered === undefined || answered.status !== "success") throw failureOf(api, reply.status, answered);
  const value = reply.json(schema((whole, path) => data((whole as { data: unknown }).data, `${path}data`)));
  const date = Date.parse(reply.headers["date"] ?? "");
  return {
    value,
    warnings: answered.warnings ?? [],
    infos: answered.infos ?? [],
    date: Number.isNaN(date) ? undefined : date,
  };
}

/** What came is no answer: asking again may help, and nothing may be concluded from it. */
export function unreadable(api: Api, why: string): ActionError {
  return undecided(`${api.base} answered what cannot be read: ${shorten(oneLine(why), 300)}`, {
    remedy: "Look at the server's own pages for the reason, then run again.",
  });
}

type Reason = ReturnType<typeof envelope>;

function reasonOf(reply: Reply): Reason | undefined {
  try {
    return reply.json(Envelope);
  } catch {
    return undefined;
  }
}

/** `bad_data` is about the question, and asking again would not help; anything else is no answer. */
function failureOf(api: Api, status: number, reason: Reason | undefined): ActionError {
  const said =
    reason === undefined
      ? ""
      : `: ${shorten(oneLine(`${reason.errorType ?? reason.status}: ${reason.error ?? "no reason given"}`), 300)}`;
  const what = `${api.base} answered ${status} without a result${said}`;
  if (status === 400 && (reason === undefined || reason.errorType === "bad_data"))
    return invalid(what, { remedy: "Check the query and the address." });
  return undecided(what, { remedy: "Look at the server's own pages for the reason, then run again." });
}
