import { undecided } from "@release-actions/action";
import { HttpError, parseJson } from "@release-actions/http";
import type { Api } from "@release-actions/http";
import type { Resource, WatchEvent } from "./types.ts";
import { fieldsOf, readAs, readObject, readStatus } from "./object.ts";

export interface WatchOptions {
  readonly api: Api;
  readonly resource: Resource;
  readonly name: string;
  readonly path: readonly string[];
  readonly resourceVersion: string;
  readonly signal: AbortSignal;
  readonly permission: string;
}

/** One object; the largest that etcd stores has 1.5 MiB. */
const MAX_LINE = 4 * 1024 * 1024;
/** The server ends a watch after this; a new one goes on from where it was. */
const SERVER_SECONDS = 600;

/** Events of one object, one JSON document a line. */
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
      const event = eventOf(line, resource, name);
      if (event !== undefined) yield event;
      if (event?.type === "expired") return;
    }
  } catch (error) {
    if (error instanceof HttpError && error.status === 410) return yield { type: "expired" };
    throw error;
  }
}

/** Undefined for what says nothing of the object: bookmarks and events of others. */
function eventOf(line: string, resource: Resource, name: string): WatchEvent | undefined {
  return readAs(`the watch of ${resource.kind} ${name}`, () => {
    const { type, object } = fieldsOf(parseJson(line), "");
    if (type === "BOOKMARK") return undefined;
    if (type === "ERROR") return errorOf(object, resource, name);
    const read = readObject(object, resource);
    if (read.metadata.name !== name) return undefined;
    return { type: type === "DELETED" ? "deleted" : "changed", object: read };
  });
}

function errorOf(object: unknown, resource: Resource, name: string): WatchEvent {
  const status = readStatus(object);
  if (status?.code === 410) return { type: "expired" };
  throw undecided(
    `the watch of ${resource.kind} ${name} ended with an error: ${status?.message ?? "without a message"}`,
  );
}
