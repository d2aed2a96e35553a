import { invalid, refused, undecided } from "@release-actions/action";
import type { ActionError } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { Http, Reply } from "@release-actions/http";
import type { Access } from "./authority.ts";
import type { Created, Creation, Kubernetes, KubernetesObject, Manifest, Resource, Selection } from "./types.ts";
import { listAll } from "./list.ts";
import type { StatusBody } from "./schema.ts";
import { subjectOf } from "./token.ts";
import { watchObject } from "./watch.ts";

export interface KubernetesOptions {
  /** Opened by whoever runs the action, for the server's origin, with `access.authority` as its only authorities. */
  readonly http: Http;
  readonly access: Access;
  /** All requests stay within it. */
  readonly namespace: string;
}

/** A page of 250 Snapshots with a hundred components each. */
const MAX_BYTES = 64 * 1024 * 1024;
const GROUP = /^[a-z0-9.-]+$/;

/**
 * Opens one namespace of a cluster without sending a request. Only `access` decides where it is and with which account:
 * no kubeconfig in the home directory, no service account of the machine and no variable is used.
 */
export function openKubernetes({ http, access, namespace }: KubernetesOptions): Kubernetes {
  const credential = { header: "authorization", value: `Bearer ${access.token}` };
  const api = http.api(access.server, { credential, maxBytes: MAX_BYTES });

  const pathOf = ({ group, version, plural }: Resource, ...more: string[]): string[] => {
    if (!GROUP.test(group)) throw invalid(`${group} is not an API group`);
    return ["apis", group, version, "namespaces", namespace, plural, ...more];
  };
  const allowed = (verb: string, { group, plural }: Resource): string =>
    `the verb ${verb} on ${plural}.${group} in the namespace ${namespace}`;

  async function get(resource: Resource, name: string): Promise<KubernetesObject | undefined> {
    const reply = await api.read({
      path: pathOf(resource, name),
      expect: [200, 404],
      permission: allowed("get", resource),
    });
    if (reply.status === 404) return missing(reply, resource, name);
    return readNamed(reply, resource, name);
  }

  /** Distinguishes an object that does not exist from a path that the server does not know. */
  async function missing(reply: Reply, resource: Resource, name: string): Promise<undefined> {
    const status = await statusOf(reply);
    if (status?.reason === "NotFound" && status.details?.name === name) return undefined;
    throw notServed(access.server, resource);
  }

  async function create(resource: Resource, manifest: Manifest, { what, adopt }: Creation): Promise<Created> {
    let doubted = false;
    const { value, outcome } = await api.write({
      method: "POST",
      path: pathOf(resource),
      query: { fieldValidation: "Strict" },
      json: bodyOf(resource, namespace, manifest),
      what,
      expect: [201],
      exists: [409],
      permission: allowed("create", resource),
      accept: (reply) => readNamed(reply, resource, manifest.name),
      readBack: (inDoubt) => {
        doubted ||= inDoubt;
        return adopted(resource, manifest.name, adopt);
      },
    });
    return { object: value, outcome: doubted ? "written" : outcome };
  }

  async function adopted(
    resource: Resource,
    name: string,
    adopt: Creation["adopt"],
  ): Promise<KubernetesObject | undefined> {
    const found = await get(resource, name);
    if (found !== undefined) adopt(found);
    return found;
  }

  async function rehearse(resource: Resource, manifest: Manifest, { what, adopt }: Creation): Promise<void> {
    const reply = await api.read({
      method: "POST",
      path: pathOf(resource),
      query: { dryRun: "All", fieldValidation: "Strict" },
      json: bodyOf(resource, namespace, manifest),
      expect: [201, 409],
      permission: allowed("create", resource),
    });
    if (reply.status === 201) {
      // It is not stored, so it has no resource version yet.
      const { kindOf } = await import("./schema.ts");
      return void reply.json(kindOf(resource));
    }
    if ((await adopted(resource, manifest.name, adopt)) !== undefined) return;
    throw refused(`the server would not accept ${what}: ${(await statusOf(reply))?.message ?? "a conflict"}`, {
      remedy: "Try again: another object of this name may be in deletion.",
    });
  }

  async function whoAmI(): Promise<string | undefined> {
    const path = ["apis", "authentication.k8s.io", "v1", "selfsubjectreviews"];
    const json = { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" };
    const reply = await api.read({ method: "POST", path, json, expect: [200, 201, 403, 404, 405, 406] });
    if (reply.status > 201) return subjectOf(access.token);
    const { SelfSubjectReview } = await import("./schema.ts");
    return reply.json(SelfSubjectReview).status.userInfo.username;
  }

  return {
    server: access.server,
    namespace,
    get,
    create,
    rehearse,
    whoAmI,
    list: (resource, selection: Selection = {}) =>
      listAll({
        api,
        resource,
        selection,
        path: pathOf(resource),
        permission: allowed("list", resource),
        notServed: () => notServed(access.server, resource),
      }),
    watch: (resource, name, resourceVersion, given) =>
      watchObject({
        api,
        resource,
        name,
        path: pathOf(resource),
        resourceVersion,
        signal: given,
        permission: allowed("watch", resource),
      }),
  };
}

function bodyOf(
  { group, version, kind }: Resource,
  namespace: string,
  { name, labels, annotations, spec }: Manifest,
): unknown {
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: {
      name,
      namespace,
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
    },
    spec,
  };
}

async function readNamed(reply: Reply, resource: Resource, name: string): Promise<KubernetesObject> {
  const { objectNamed } = await import("./schema.ts");
  return reply.json(objectNamed(resource, name));
}

/** Undefined if the reply is something else. */
async function statusOf(reply: Reply): Promise<StatusBody | undefined> {
  const { Status } = await import("./schema.ts");
  try {
    return reply.json(Status);
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}

function notServed(server: string, { kind, group, version }: Resource): ActionError {
  return undecided(`the server at ${new URL(server).host} does not know ${kind} of ${group}/${version}`, {
    remedy: "Check the server's address: it must be the API server of the cluster that Konflux runs on.",
  });
}
