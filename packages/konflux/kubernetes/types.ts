/** A kind of namespaced objects, by its place in the API. */
export interface Resource {
  /** Such as `appstudio.redhat.com`. */
  readonly group: string;
  readonly version: string;
  /** As it stands in paths, such as `releases`. */
  readonly plural: string;
  readonly kind: string;
}

export interface Metadata {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Tells an object from a later one of the same name. */
  readonly uid: string;
  /** Opaque: handed back to the server, never compared. */
  readonly resourceVersion: string;
  /** Grows with each change of the spec. */
  readonly generation: number | undefined;
  /** RFC 3339. */
  readonly creationTimestamp: string | undefined;
  readonly deletionTimestamp: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** An object as the server gave it; spec and status are for the domain to read. */
export interface KubernetesObject {
  readonly metadata: Metadata;
  readonly spec: unknown;
  readonly status: unknown;
}

/** An object to be made. */
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
  /** The object in people's words, for messages. */
  readonly what: string;
  /** Throws an ActionError "refused" when an object that has the name already is not the one that is wanted. */
  readonly adopt: (found: KubernetesObject) => void;
}

export interface Created {
  readonly object: KubernetesObject;
  /** "written", as far as can be known, by this call. "adopted": it was there under its name already. */
  readonly outcome: "written" | "adopted";
}

export type WatchEvent =
  | { readonly type: "changed" | "deleted"; readonly object: KubernetesObject }
  /** The server no longer has the changes since the resource version: read again, then watch from there. */
  | { readonly type: "expired" };

/** One namespace of one cluster. All calls throw HttpError, or ActionError for answers that are not Kubernetes's. */
export interface Kubernetes {
  readonly server: string;
  readonly namespace: string;
  /** Undefined where there is no object of that name; a kind that the server does not know is an error. */
  get(resource: Resource, name: string): Promise<KubernetesObject | undefined>;
  /** All of them, page by page. */
  list(resource: Resource, selection?: Selection): Promise<KubernetesObject[]>;
  /** Makes an object once: its name is the key by which it is found after an unclear answer. */
  create(resource: Resource, manifest: Manifest, creation: Creation): Promise<Created>;
  /** What `create` would do, admission included (dryRun=All); nothing is kept. Throws where it would fail. */
  rehearse(resource: Resource, manifest: Manifest, creation: Creation): Promise<void>;
  /**
   * The changes of one object since a resource version, until the server ends the watch or `signal` is aborted. One
   * attempt: the caller reads again whatever ended it.
   */
  watch(
    resource: Resource,
    name: string,
    resourceVersion: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent, void, undefined>;
  /** The caller's name (SelfSubjectReview); where the server does not tell, what the token says; else undefined. */
  whoAmI(): Promise<string | undefined>;
}
