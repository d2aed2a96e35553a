import { randomUUID } from "node:crypto";
import type { Stored } from "./types.ts";

export interface StoredEvent {
  readonly version: number;
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly plural: string;
  readonly object: Stored;
}

export interface Store {
  readonly events: readonly StoredEvent[];
  /** Changes up to here are forgotten. */
  oldest: number;
  readonly version: () => number;
  all(plural: string): Stored[];
  get(plural: string, namespace: string, name: string): Stored | undefined;
  list(plural: string, namespace: string): Stored[];
  add(plural: string, object: Stored): Stored;
  /** A change of the spec is a new generation. */
  replace(plural: string, object: Stored, part: "spec" | "status"): Stored;
  remove(plural: string, object: Stored): void;
  subscribe(listener: (event: StoredEvent) => void): () => void;
}

/** Objects in memory, each change under its own version. */
export function openStore(): Store {
  const objects = new Map<string, Stored>();
  const events: StoredEvent[] = [];
  const listeners = new Set<(event: StoredEvent) => void>();
  let last = 100;
  const key = (plural: string, namespace: string, name: string): string => `${plural} ${namespace} ${name}`;

  function record(type: StoredEvent["type"], plural: string, object: Stored): Stored {
    last += 1;
    const stamped = { ...object, metadata: { ...object.metadata, resourceVersion: String(last) } };
    const { namespace = "", name } = stamped.metadata;
    if (type === "DELETED") objects.delete(key(plural, namespace, name));
    else objects.set(key(plural, namespace, name), stamped);
    const event: StoredEvent = { version: last, type, plural, object: stamped };
    events.push(event);
    for (const listener of listeners) listener(event);
    return stamped;
  }

  return {
    events,
    oldest: 0,
    version: () => last,
    all: (plural) => [...objects].flatMap(([where, object]) => (where.startsWith(`${plural} `) ? [object] : [])),
    get: (plural, namespace, name) => objects.get(key(plural, namespace, name)),
    list: (plural, namespace) =>
      [...objects]
        .flatMap(([where, object]) => (where.startsWith(`${plural} ${namespace} `) ? [object] : []))
        .toSorted((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1)),
    add(plural, object) {
      const creationTimestamp = object.metadata.creationTimestamp ?? new Date().toISOString().replace(/\.\d+Z$/, "Z");
      return record("ADDED", plural, {
        ...object,
        metadata: { ...object.metadata, uid: randomUUID(), generation: 1, creationTimestamp },
      });
    },
    replace(plural, object, part) {
      const { namespace = "", name } = object.metadata;
      const before = objects.get(key(plural, namespace, name)) as Stored;
      const { uid, generation = 1, creationTimestamp } = before.metadata;
      if (part === "status") return record("MODIFIED", plural, { ...before, status: object.status ?? {} });
      const grown = JSON.stringify(before.spec) === JSON.stringify(object.spec) ? generation : generation + 1;
      const metadata = {
        ...object.metadata,
        uid: uid as string,
        generation: grown,
        creationTimestamp: creationTimestamp as string,
      };
      return record("MODIFIED", plural, { ...before, ...object, status: before.status ?? {}, metadata });
    },
    remove: (plural, object) => void record("DELETED", plural, object),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
