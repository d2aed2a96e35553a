import { invalid, undecided, type ActionError } from "@release-actions/action";
import { freeBody } from "@release-actions/http";
import type { Api, ReadRequest, Reply, Schema } from "@release-actions/http";
import { oneLine, shorten } from "@release-actions/text";
import type { EnvelopeBody } from "./schema.ts";
import type { Answer } from "./types.ts";

/** Statuses of a server, or of a proxy in front of it, that does not have a part of the API. */
const NOT_HERE: readonly number[] = [404, 405, 501];
const HIDDEN: readonly number[] = [403, ...NOT_HERE];
/** A bad query, and one whose execution failed; both have their reason in the body. */
const REASONED: readonly number[] = [400, 422];

/** Chooses the schema of a reply. They are loaded with the first one: zod takes longer to load than most queries. */
type SchemaOf<T> = (schemas: typeof import("./schema.ts")) => Schema<{ data: T }>;

/**
 * Reads from a part of the API that every Prometheus has. Throws `invalid` if the server is not Prometheus or rejects
 * the query, `undecided` for a reply that proves nothing, or HttpError.
 */
export async function ask<T>(api: Api, request: ReadRequest, schemaOf: SchemaOf<T>): Promise<Answer<T>> {
  const reply = await api.read({ ...request, expect: [200, ...REASONED, ...NOT_HERE] });
  if (NOT_HERE.includes(reply.status)) {
    throw invalid(`${api.base} does not have ${request.path.join("/")} (${reply.status}): it is not Prometheus`, {
      remedy: "Set the address where Prometheus's own pages begin, without /api/v1 and without /graph.",
    });
  }
  return answerOf(api, reply, schemaOf);
}

/** Reads from a part of the API that may be missing or forbidden; undefined then. Otherwise like `ask`. */
export async function askPerhaps<T>(
  api: Api,
  request: ReadRequest,
  schemaOf: SchemaOf<T>,
): Promise<Answer<T> | undefined> {
  const reply = await api.read({ ...request, expect: [200, ...REASONED, ...HIDDEN] });
  return HIDDEN.includes(reply.status) ? undefined : answerOf(api, reply, schemaOf);
}

async function answerOf<T>(api: Api, reply: Reply, schemaOf: SchemaOf<T>): Promise<Answer<T>> {
  const schemas = await import("./schema.ts");
  const envelope = reply.status === 200 ? reply.json(schemas.Envelope) : reasonOf(reply, schemas.Envelope);
  const hasError = (envelope?.error ?? "") !== "" || (envelope?.errorType ?? "") !== "";
  if (envelope === undefined || envelope.status !== "success" || hasError) throw failureOf(api, reply.status, envelope);
  const { data: value } = reply.json(schemaOf(schemas));
  freeBody(reply);
  const date = Date.parse(reply.headers["date"] ?? "");
  return {
    value,
    ...signsOf(envelope, reply),
    date: Number.isNaN(date) ? undefined : date,
  };
}

/** Prometheus 2.48 to 2.53 has remarks on a query among the warnings. */
const REMARK = "PromQL info: ";
/** https://m3db.io/docs/operational_guide/resource_limits/: the limit that cut the result off. */
const LIMITED = "m3-results-limited";

/** What the reply says about itself: signs that it is incomplete, and remarks. */
function signsOf(
  { warnings = [], infos = [], isPartial = false }: EnvelopeBody,
  { headers }: Reply,
): Pick<Answer<unknown>, "warnings" | "infos"> {
  const limited = headers[LIMITED] ?? "";
  return {
    warnings: [
      ...warnings.filter((text) => !text.startsWith(REMARK)),
      ...(isPartial ? ["the server marks its answer as partial (isPartial)"] : []),
      ...(limited === "" ? [] : [`the server limited its answer (${shorten(oneLine(limited), 100)})`]),
    ],
    infos: [...infos, ...warnings.filter((text) => text.startsWith(REMARK))],
  };
}

/** An `undecided` for a reply that cannot be read: trying again may help, and nothing can be concluded from it. */
export function unreadable(api: Api, why: string): ActionError {
  return undecided(`${api.base} sent a reply that cannot be read: ${shorten(oneLine(why), 300)}`, {
    remedy: "Check the server's own pages for the reason, then run again.",
  });
}

function reasonOf(reply: Reply, schema: Schema<EnvelopeBody>): EnvelopeBody | undefined {
  try {
    return reply.json(schema);
  } catch {
    return undefined;
  }
}

/** `bad_data` is about the query, and trying again would not help; anything else is undecided. */
function failureOf(api: Api, status: number, envelope: EnvelopeBody | undefined): ActionError {
  const reason =
    envelope === undefined
      ? ""
      : `: ${shorten(oneLine(`${envelope.errorType ?? envelope.status}: ${envelope.error ?? "no reason given"}`), 300)}`;
  const what = `${api.base} answered ${status} without a result${reason}`;
  if (status === 400 && (envelope === undefined || envelope.errorType === "bad_data"))
    return invalid(what, { remedy: "Check the query and the address." });
  return undecided(what, { remedy: "Check the server's own pages for the reason, then run again." });
}
