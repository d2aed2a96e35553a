import * as z from "zod/mini";
import { anything, count, list, maybe, object, text, texts } from "@release-actions/http/fields";
import { quote } from "@release-actions/text";
import type { KubernetesObject, Resource } from "./types.ts";

/** What is read of Kubernetes' replies; spec and status are for the domain to read. */

const NONE: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);
const strings = z.pipe(
  z.nullish(texts),
  z.transform((value) => value ?? NONE),
);
/** What only a stored object has. */
const stored = z.custom<string>(
  (value) => typeof value === "string" && value !== "",
  "should be that of a stored object",
);

/** Making a schema takes longer than reading most objects by it. */
function oncePerResource<S>(make: (resource: Resource) => S): (resource: Resource) => S {
  const made = new WeakMap<Resource, S>();
  return (resource) => {
    const schema = made.get(resource) ?? make(resource);
    made.set(resource, schema);
    return schema;
  };
}

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const Metadata = object({
  name: text,
  namespace: maybe(text),
  uid: stored,
  resourceVersion: stored,
  generation: maybe(count),
  creationTimestamp: maybe(text),
  deletionTimestamp: maybe(text),
  labels: strings,
  annotations: strings,
});

/** An object of this kind without what only a stored one has. In lists, kind and apiVersion may be missing. */
export function kindOf({ group, version, kind }: Resource) {
  const apiVersion = `${group}/${version}`;
  return object({
    kind: z.optional(z.literal(kind, `should be ${kind}`)),
    apiVersion: z.optional(z.literal(apiVersion, `should be ${apiVersion}`)),
  });
}

/** A stored object of this kind. */
export const objectOf = oncePerResource((resource: Resource) => objectNamed(resource));

/** The stored object of this name; without one, any. */
export function objectNamed(resource: Resource, name?: string) {
  const metadata = name === undefined ? Metadata : z.extend(Metadata, { name: exactly(name) });
  return z.pipe(
    z.extend(kindOf(resource), { metadata, spec: anything, status: anything }),
    z.transform((object): KubernetesObject => ({
      metadata: object.metadata,
      spec: object.spec,
      status: object.status,
    })),
  );
}

const exactly = (name: string) =>
  z.custom<string>((value) => value === name, {
    error: ({ input }) => `should be ${name}, not ${typeof input === "string" ? quote(input) : typeof input}`,
  });

/**
 * A page of a list: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/list-meta/. A page that
 * reports remaining items must say where they continue.
 */
export const listOf = oncePerResource((resource: Resource) => {
  const kind = `${resource.kind}List`;
  return z.pipe(
    object({
      kind: z.literal(kind, `should be ${kind}`),
      metadata: object({ continue: maybe(text), remainingItemCount: maybe(count) }),
      items: list(objectOf(resource)),
    }),
    z.transform(({ metadata, items }, context) => {
      const next = metadata.continue === "" ? undefined : metadata.continue;
      if (next === undefined && (metadata.remainingItemCount ?? 0) > 0) {
        const message = "should not be missing while items remain";
        context.issues.push({ code: "custom", message, path: ["metadata", "continue"], input: metadata });
        return z.NEVER;
      }
      return { items, next };
    }),
  );
});

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export const Status = object({
  kind: z.literal("Status"),
  code: maybe(count),
  reason: maybe(text),
  message: maybe(text),
  details: maybe(object({ name: maybe(text) })),
});
export type StatusBody = z.output<typeof Status>;

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes: one line of a watch. */
export const WatchLine = object({ type: anything, object: anything });

/** https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/self-subject-review-v1/ */
export const SelfSubjectReview = object({ status: object({ userInfo: object({ username: maybe(text) }) }) });
