import { createdAt } from "./kubernetes/index.ts";
import type { KubernetesObject } from "./kubernetes/index.ts";
import type { Condition } from "./conditions.ts";
import { digestOf } from "./digest.ts";
import {
  BUILD_START,
  EVENT_LABEL,
  PULL_REQUEST_LABEL,
  SNAPSHOT_TYPE_LABEL,
  SOURCE_BRANCH_ANNOTATION,
} from "./labels.ts";
import { OwnerFields, SnapshotSpec, SnapshotStatus } from "./schema.ts";

/** The owner of components: an Application, or a ComponentGroup, which is replacing Applications. */
export interface Owner {
  readonly kind: "application" | "componentGroup";
  readonly name: string;
}

export interface SnapshotComponent {
  readonly name: string;
  readonly version: string | undefined;
  readonly image: string;
  /** `sha256:…`, if the image has a digest. */
  readonly digest: string | undefined;
  readonly revision: string | undefined;
}

/** The images of all components of an owner at one moment. */
export interface Snapshot {
  readonly name: string;
  readonly uid: string;
  readonly owner: Owner | undefined;
  readonly components: readonly SnapshotComponent[];
  readonly origin: Origin;
  /** Start of its build in milliseconds since 1970; its creation if that is not known. */
  readonly builtAt: number;
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly conditions: readonly Condition[];
  readonly generation: number | undefined;
  /** It is being deleted. */
  readonly leaving: boolean;
}

/** What a Snapshot was created for. Only those of a push are released. */
export type Origin = "push" | "pull request" | "merge queue" | "group";

export function readSnapshot(object: KubernetesObject): Snapshot {
  const { name, uid, labels, annotations, generation, deletionTimestamp } = object.metadata;
  const created = createdAt(object) ?? 0;
  return {
    name,
    uid,
    owner: ownerOf(object.spec),
    components: SnapshotSpec.parse(object.spec).components.map(
      ({ name: component, version, containerImage, source }) => ({
        name: component,
        version,
        image: containerImage,
        digest: digestOf(containerImage),
        revision: source.git.revision,
      }),
    ),
    origin: originOf(labels, annotations),
    builtAt: timeOf(labels[BUILD_START] ?? annotations[BUILD_START]) ?? created,
    createdAt: created,
    labels,
    annotations,
    conditions: SnapshotStatus.parse(object.status).conditions,
    generation,
    leaving: deletionTimestamp !== undefined,
  };
}

/** Undefined if the spec names neither an application nor a component group, or both. */
export function ownerOf(spec: unknown): Owner | undefined {
  const { application, componentGroup: group } = OwnerFields.parse(spec);
  if (application !== undefined) return group === undefined ? { kind: "application", name: application } : undefined;
  return group === undefined ? undefined : { kind: "componentGroup", name: group };
}

export function describeOwner({ kind, name }: Owner): string {
  return kind === "application" ? `application ${name}` : `component group ${name}`;
}

/** By the rules of integration-service, which decides what may be released. */
function originOf(labels: Snapshot["labels"], annotations: Snapshot["annotations"]): Origin {
  const branch = annotations[SOURCE_BRANCH_ANNOTATION] ?? "";
  if (branch.replace(/^refs\/heads\//, "").startsWith("gh-readonly-queue/")) return "merge queue";
  if (labels[SNAPSHOT_TYPE_LABEL] === "group") return "group";
  const event = labels[EVENT_LABEL];
  if (event === "push" || event === "Push" || event === undefined || labels[PULL_REQUEST_LABEL] === undefined)
    return "push";
  return "pull request";
}

/** Milliseconds since 1970, from seconds or milliseconds: builds of different versions write either. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[0-9]{9,14}$/.test(text)) return undefined;
  return text.length > 11 ? Number(text) : Number(text) * 1000;
}
