import { json } from "../shared/answer.ts";
import type { Answer } from "../shared/answer.ts";
import { mutateRelease, refuseRelease } from "./release-webhooks.ts";
import { matchesFields, matchesLabels } from "./selector.ts";
import type { Store } from "./store.ts";
import type { KubernetesSetup, Stored, User } from "./types.ts";

const GROUP = "appstudio.redhat.com";
const KINDS: Readonly<Record<string, string>> = {
  releases: "Release",
  releaseplans: "ReleasePlan",
  snapshots: "Snapshot",
  components: "Component",
  applications: "Application",
  componentgroups: "ComponentGroup",
};
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Where a request leads to. */
export interface Target {
  readonly namespace: string;
  readonly plural: string;
  readonly name: string | undefined;
  readonly status: boolean;
  readonly user: User;
}

/** The target of a request, or the answer that it gets without reaching one. */
export function targetOf({ method, url, authorization }: Asked, { users }: KubernetesSetup): Target | Answer {
  const user = users.find(({ token }) => authorization === `Bearer ${token}`);
  if (user === undefined) return failure(401, "Unauthorized", "Unauthorized");
  const [, apis, group, version, spaces, namespace = "", plural = "", name, status] = url.pathname
    .split("/")
    .map(decodeURIComponent);
  if (apis === "apis" && group === "authentication.k8s.io") {
    return json(201, {
      kind: "SelfSubjectReview",
      apiVersion: "authentication.k8s.io/v1",
      metadata: {},
      status: { userInfo: { username: user.name } },
    });
  }
  const known =
    apis === "apis" &&
    group === GROUP &&
    version === (plural === "componentgroups" ? "v1beta2" : "v1alpha1") &&
    spaces === "namespaces";
  if (!known || KINDS[plural] === undefined)
    return { status: 404, headers: { "content-type": "text/plain" }, body: "404 page not found\n" };
  const verb = verbOf(method, name, url);
  const resource = status === undefined ? plural : `${plural}/${status}`;
  const allowed =
    user.rules === undefined ||
    user.rules.some(
      (rule) => rule.apiGroups.includes(GROUP) && rule.resources.includes(resource) && rule.verbs.includes(verb),
    );
  if (!allowed) {
    const what = name === undefined ? `${plural}.${GROUP}` : `${plural}.${GROUP} "${name}"`;
    const why = `${what} is forbidden: User "${user.name}" cannot ${verb} resource "${resource}" in API group "${GROUP}" in the namespace "${namespace}"`;
    return failure(403, "Forbidden", why, name);
  }
  return { namespace, plural, name, status: status === "status", user };
}

function verbOf(method: string, name: string | undefined, url: URL): string {
  if (method === "POST") return "create";
  if (method === "PUT") return "update";
  if (method === "PATCH") return "patch";
  if (method === "DELETE") return "delete";
  if (isWatch(url)) return "watch";
  return name === undefined ? "list" : "get";
}

export function isWatch(url: URL): boolean {
  return ["true", "1"].includes(url.searchParams.get("watch") ?? "");
}

/** Everything but watches. */
export function answer(asked: Asked, target: Target, store: Store, setup: KubernetesSetup): Answer {
  const { plural, namespace, name } = target;
  const body = asked.body === "" ? undefined : (JSON.parse(asked.body) as Stored);
  if (asked.method === "POST") return create(asked.url, body as Stored, target, store, setup);
  if (name === undefined)
    return asked.method === "GET"
      ? list(asked.url, target, store)
      : failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  const found = store.get(plural, namespace, name);
  if (found === undefined) return failure(404, "NotFound", `${plural}.${GROUP} "${name}" not found`, name);
  if (asked.method === "DELETE") {
    store.remove(plural, found);
    return json(200, { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success" });
  }
  if (asked.method !== "PUT") return json(200, found);
  const changed = body as Stored;
  const refusal =
    plural === "releases" && setup.webhooks !== false && !target.status ? refuseRelease(changed, found) : undefined;
  if (refusal !== undefined)
    return failure(403, "Forbidden", `admission webhook "vrelease.kb.io" denied the request: ${refusal}`, name);
  return json(200, store.replace(plural, changed, target.status ? "status" : "spec"));
}

function create(
  url: URL,
  body: Stored,
  { plural, namespace, user }: Target,
  store: Store,
  setup: KubernetesSetup,
): Answer {
  const kind = KINDS[plural];
  const { name } = body.metadata;
  if (body.kind !== kind)
    return failure(400, "BadRequest", `${body.kind} in version "v1alpha1" cannot be handled as a ${kind}`);
  if (!NAME.test(name))
    return failure(422, "Invalid", `${kind}.${GROUP} "${name}" is invalid: metadata.name: Invalid value`, name);
  const bad =
    plural === "releases"
      ? ["snapshot", "releasePlan"].find((key) => typeof body.spec?.[key] !== "string" || !NAME.test(body.spec[key]))
      : undefined;
  if (bad !== undefined)
    return failure(422, "Invalid", `Release.${GROUP} "${name}" is invalid: spec.${bad}: Invalid value`, name);
  const whole: Stored = { ...body, metadata: { ...body.metadata, namespace } };
  const admitted =
    plural === "releases" && setup.webhooks !== false
      ? mutateRelease(whole, user.name, (plan) => store.get("releaseplans", namespace, plan))
      : whole;
  const refusal = plural === "releases" && setup.webhooks !== false ? refuseRelease(admitted, undefined) : undefined;
  if (refusal !== undefined)
    return failure(403, "Forbidden", `admission webhook "vrelease.kb.io" denied the request: ${refusal}`, name);
  if (store.get(plural, namespace, name) !== undefined)
    return failure(409, "AlreadyExists", `${plural}.${GROUP} "${name}" already exists`, name);
  if (url.searchParams.get("dryRun") !== "All") return json(201, store.add(plural, admitted));
  return json(201, { ...admitted, metadata: { ...admitted.metadata, uid: "rehearsed", generation: 1 } });
}

function list(url: URL, { plural, namespace }: Target, store: Store): Answer {
  const query = url.searchParams;
  const all = store
    .list(plural, namespace)
    .filter(
      (object) =>
        matchesLabels(object, query.get("labelSelector")) && matchesFields(object, query.get("fieldSelector")),
    );
  const limit = Number(query.get("limit") ?? 0) || all.length;
  const token = query.get("continue");
  const [version = String(store.version()), start = "0"] = token === null ? [] : token.split(".");
  if (Number(version) < store.oldest)
    return failure(410, "Expired", "The provided continue parameter is too old to display a consistent list result.");
  const end = Number(start) + limit;
  const more = end < all.length ? { continue: `${version}.${end}`, remainingItemCount: all.length - end } : {};
  const kind = KINDS[plural];
  return json(200, {
    kind: `${kind}List`,
    apiVersion: `${GROUP}/v1alpha1`,
    metadata: { resourceVersion: version, ...more },
    items: all.slice(Number(start), end),
  });
}

export function failure(code: number, reason: string, message: string, name?: string): Answer {
  return json(code, {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message,
    reason,
    details: name === undefined ? {} : { name, group: GROUP },
    code,
  });
}
