import { undecided } from "@release-actions/action";
import { HttpError, parseJson, readAs } from "@release-actions/http";
import type { Api } from "@release-actions/http";
import type { Resource, WatchEvent } from "./types.ts";

export interface WatchOptions {
  readonly api: Api;
  readonly resource: Resource;
  readonly name: string;
  readonly path: readonly string[];
  readonly resourceVersion: string;
  readonly signal: AbortSignal;
  readonly permission: string;
}

/** For one object; etcd stores at most 1.5 MiB. */
const MAX_LINE = 4 * 1024 * 1024;
/** The server ends a watch after this time; a new one continues from there. */
const SERVER_SECONDS = 600;

/**
 * Events of one object, one JSON document per line. Throws `undecided` for a line that is something else or reports an
 * error, or HttpError.
 */
export async function* watchObject(options: WatchOptions): AsyncGenerator<WatchEvent, void, undefined> {
  const { api, resource, name, path, resourceVersion, signal, permission } = options;
  const lines = api.lines({
    path,
    query: {
      watch: true,
      fieldSelector: `metadata.name=${name}`,
      resourceVersion,
      allowWatchBookmarks: true,
      timeoutSeconds: SERVER_SECONDS,
    },
    maxBytes: MAX_LINE,
    permission,
    signal,
  });
  try {
    for await (const line of lines) {
      const event = await eventOf(line, resource, name);
      if (event !== undefined) yield event;
      if (event?.type === "expired") return;
    }
  } catch (error) {
    if (error instanceof HttpError && error.status === 410) return yield { type: "expired" };
    throw error;
  }
}

/** Undefined for what does not concern the object: bookmarks and events of others. */
async function eventOf(line: string, resource: Resource, name: string): Promise<WatchEvent | undefined> {
  const { objectOf, Status, WatchLine } = await import("./schema.ts");
  const what = `the watch of ${resource.kind} ${name}`;
  const { type, object } = readPart(what, () => readAs(WatchLine, parseJson(line)));
  if (type === "BOOKMARK") return undefined;
  if (type === "ERROR") {
    const status = Status.safeParse(object).data;
    if (status?.code === 410) return { type: "expired" };
    throw undecided(`${what} ended with an error: ${status?.message ?? "without a message"}`);
  }
  const read = readPart(what, () => readAs(objectOf(resource), object));
  if (read.metadata.name !== name) return undefined;
  return { type: type === "DELETED" ? "deleted" : "changed", object: read };
}

/** What does not fit is undecided: it proves nothing about the object. */
function readPart<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw undecided(`${what} is not from Kubernetes: ${(cause as Error).message}`, {
      remedy: "Check the address: a proxy or a sign-in page may be answering instead of the server.",
      cause,
    });
  }
}
