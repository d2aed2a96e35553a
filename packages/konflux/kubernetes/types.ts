/** A kind of namespaced objects: https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris */
export interface Resource {
  /** Such as `appstudio.redhat.com`. */
  readonly group: string;
  readonly version: string;
  /** As in paths, such as `releases`. */
  readonly plural: string;
  readonly kind: string;
}

export interface Metadata {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Differs from that of a later object with the same name. */
  readonly uid: string;
  /** Opaque: sent back to the server, never compared. */
  readonly resourceVersion: string;
  /** Increases with each change of the spec. */
  readonly generation: number | undefined;
  /** RFC 3339. */
  readonly creationTimestamp: string | undefined;
  readonly deletionTimestamp: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A stored object; the domain reads its spec and status. */
export interface KubernetesObject {
  readonly metadata: Metadata;
  readonly spec: unknown;
  readonly status: unknown;
}

/** An object to create. */
export interface Manifest {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface Selection {
  /** As `labelSelector` writes it. */
  readonly labels?: string | undefined;
  /** Such as `metadata.name=x`. */
  readonly fields?: string | undefined;
}

export interface Creation {
  /** The object, for messages. */
  readonly what: string;
  /** Throws `refused` if an existing object with the name is not the expected one. */
  readonly adopt: (found: KubernetesObject) => void;
}

export interface Created {
  readonly object: KubernetesObject;
  /** "written" by this call, as far as can be known, or "adopted": it already existed. */
  readonly outcome: "written" | "adopted";
}

export type WatchEvent =
  | { readonly type: "changed" | "deleted"; readonly object: KubernetesObject }
  /** The server no longer has the changes since the resource version: read again, then watch from there. */
  | { readonly type: "expired" };

/** One namespace of one cluster. All methods throw HttpError, `undecided` for a reply that is not from Kubernetes. */
export interface Kubernetes {
  readonly server: string;
  readonly namespace: string;
  /** Undefined if no object has that name. Throws `undecided` for a kind that the server does not know. */
  get(resource: Resource, name: string): Promise<KubernetesObject | undefined>;
  /** All objects of a selection, from all pages. */
  list(resource: Resource, selection?: Selection): Promise<KubernetesObject[]>;
  /**
   * Creates an object once: its name is the key by which it is looked up after an unclear reply. Throws `unknown` if it
   * may or may not have been created, and what `adopt` throws.
   */
  create(resource: Resource, manifest: Manifest, creation: Creation): Promise<Created>;
  /** Does what `create` does, including admission, without storing it (dryRun=All). Throws if it would fail. */
  rehearse(resource: Resource, manifest: Manifest, creation: Creation): Promise<void>;
  /**
   * The changes of one object since a resource version, until the server ends the watch or `signal` is aborted. It makes
   * one attempt: the caller reads again, whatever ended it.
   */
  watch(
    resource: Resource,
    name: string,
    resourceVersion: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent, void, undefined>;
  /** The caller's name by SelfSubjectReview, or else by the token; undefined if neither has it. */
  whoAmI(): Promise<string | undefined>;
}
