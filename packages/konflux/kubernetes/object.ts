import { undecided } from "@release-actions/action";
import { count, maybe, shape, text } from "@release-actions/http";
import type { KubernetesObject, Metadata, Resource } from "./types.ts";

const readMetadata = shape({
  name: text,
  namespace: maybe(text),
  uid: text,
  resourceVersion: text,
  generation: maybe(count),
  creationTimestamp: maybe(text),
  deletionTimestamp: maybe(text),
  labels: readTexts,
  annotations: readTexts,
});

function readTexts(value: unknown, path: string): Readonly<Record<string, string>> {
  const read = Object.create(null) as Record<string, string>;
  if (value === undefined || value === null) return read;
  if (typeof value !== "object" || Array.isArray(value)) throw mismatch(path, "an object");
  for (const [key, entry] of Object.entries(value)) read[key] = text(entry, `${path}.${key}`);
  return read;
}

/** An object of this kind. In lists the server may leave kind and apiVersion out. Throws an Error with its `path`. */
export function readObject(value: unknown, resource: Resource): KubernetesObject {
  const fields = fieldsOf(value, "");
  checkKind(fields, resource);
  const metadata: Metadata = readMetadata(fields["metadata"], "metadata");
  if (metadata.uid === "" || metadata.resourceVersion === "") throw mismatch("metadata", "that of a stored object");
  return { metadata, spec: fields["spec"], status: fields["status"] };
}

/** Throws an Error with its `path` where something else is there. */
export function checkKind(value: unknown, { group, version, kind }: Resource): void {
  const fields = fieldsOf(value, "");
  const apiVersion = `${group}/${version}`;
  if (fields["kind"] !== undefined && fields["kind"] !== kind) throw mismatch("kind", kind);
  if (fields["apiVersion"] !== undefined && fields["apiVersion"] !== apiVersion)
    throw mismatch("apiVersion", apiVersion);
}

/** What a Status object says of a failure (meta/v1). */
export interface Status {
  readonly code: number | undefined;
  readonly reason: string | undefined;
  readonly message: string | undefined;
  /** The object that it is about. */
  readonly name: string | undefined;
}

/** Undefined where the value is no Status: something else than Kubernetes answered. */
export function readStatus(value: unknown): Status | undefined {
  if (typeof value !== "object" || value === null || (value as Record<string, unknown>)["kind"] !== "Status")
    return undefined;
  const read = shape({
    code: maybe(count),
    reason: maybe(text),
    message: maybe(text),
    details: maybe(shape({ name: maybe(text) })),
  });
  try {
    const { code, reason, message, details } = read(value, "");
    return { code, reason, message, name: details?.name };
  } catch {
    return undefined;
  }
}

export function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw mismatch(path, "an object");
}

export function mismatch(path: string, wanted: string): Error {
  return Object.assign(new Error(`should be ${wanted}`), { path });
}

/** Reads an answer; what does not fit is undecided, since it says nothing about the object. */
export function readAs<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { message, path = "" } = error as Error & { path?: string };
    throw undecided(`the answer for ${what} is not Kubernetes's: ${path === "" ? "it" : path} ${message}`, {
      remedy: "Check the address: a proxy or a sign-in page may be answering in the server's place.",
      cause: error,
    });
  }
}

/** Milliseconds since 1970, or undefined where the server gave no date. */
export function createdAt({ metadata }: KubernetesObject): number | undefined {
  const time = Date.parse(metadata.creationTimestamp ?? "");
  return Number.isNaN(time) ? undefined : time;
}
