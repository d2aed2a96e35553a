import { createServer } from "node:http";
import { json, send } from "../stand-ins/shared/answer.ts";
import { listen, portOf, shut } from "../stand-ins/shared/listen.ts";
import { receive } from "../stand-ins/shared/receive.ts";
import type { Rule, User } from "../stand-ins/kubernetes/index.ts";

/**
 * What an API server of custom resources asks of the cluster's core: whose a token is (TokenReview), what that one may do
 * (SubjectAccessReview, by the rules of Roles), which webhooks there are. It enforces the answers itself.
 */
export interface Core {
  readonly url: string;
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly users: readonly User[];
  readonly namespaces: readonly string[];
  /** By plural: the objects of a kind of admissionregistration.k8s.io/v1. */
  readonly webhooks: Readonly<Record<string, readonly unknown[]>>;
}

interface Attributes {
  readonly verb: string;
  readonly group?: string;
  readonly resource: string;
  readonly subresource?: string;
}

const KINDS: Readonly<Record<string, string>> = {
  namespaces: "Namespace",
  services: "Service",
  mutatingwebhookconfigurations: "MutatingWebhookConfiguration",
  validatingwebhookconfigurations: "ValidatingWebhookConfiguration",
};

export async function startCore({ users, namespaces, webhooks }: CoreOptions): Promise<Core> {
  const stored: Readonly<Record<string, readonly unknown[]>> = {
    ...webhooks,
    namespaces: namespaces.map((name) => ({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name, uid: name, resourceVersion: "1" },
      status: { phase: "Active" },
    })),
  };
  const server = createServer(
    (request, response) =>
      void (async () => {
        const url = new URL(request.url ?? "/", "http://core");
        const body = JSON.parse((await receive(request, 1024 * 1024)).content?.toString("utf8") || "{}") as {
          spec?: Record<string, unknown>;
        };
        const last = url.pathname.split("/").at(-1) ?? "";
        const [, version = "v1"] = /^\/apis\/([^/]+\/[^/]+)\//.exec(url.pathname) ?? [];
        if (last === "tokenreviews")
          return send(response, json(201, { ...body, status: reviewOf(users, String(body.spec?.["token"])) }));
        if (last === "subjectaccessreviews")
          return send(response, json(201, { ...body, status: { allowed: isAllowed(users, body.spec ?? {}) } }));
        if (url.searchParams.get("watch") !== null && url.searchParams.get("watch") !== "false") {
          response.writeHead(200, { "content-type": "application/json" });
          return response.flushHeaders();
        }
        const named = /\/namespaces\/([^/]+)$/.exec(url.pathname);
        if (named !== null) {
          const found = stored["namespaces"]?.find(
            (one) => (one as { metadata: { name: string } }).metadata.name === named[1],
          );
          return send(
            response,
            found === undefined
              ? json(404, {
                  kind: "Status",
                  apiVersion: "v1",
                  status: "Failure",
                  reason: "NotFound",
                  code: 404,
                  message: `namespaces "${named[1]}" not found`,
                })
              : json(200, found),
          );
        }
        const kind = KINDS[last] ?? "Unknown";
        send(
          response,
          json(200, {
            kind: `${kind}List`,
            apiVersion: version,
            metadata: { resourceVersion: "1" },
            items: stored[last] ?? [],
          }),
        );
      })(),
  );
  await listen(server, 0);
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => shut(server) };
}

function reviewOf(users: readonly User[], token: string): unknown {
  const user = users.find((one) => one.token === token);
  if (user === undefined) return { authenticated: false };
  // The group is that of administrators: the server asks no one about what they do.
  const groups = user.rules === undefined ? ["system:masters", "system:authenticated"] : ["system:authenticated"];
  return { authenticated: true, user: { username: user.name, uid: user.name, groups } };
}

function isAllowed(users: readonly User[], spec: Record<string, unknown>): boolean {
  const rules = users.find(({ name }) => name === spec["user"])?.rules;
  const asked = spec["resourceAttributes"] as Attributes | undefined;
  if (rules === undefined) return true;
  if (asked === undefined) return false;
  const resource = asked.subresource ? `${asked.resource}/${asked.subresource}` : asked.resource;
  return rules.some(
    (rule: Rule) =>
      rule.apiGroups.includes(asked.group ?? "") &&
      rule.resources.includes(resource) &&
      rule.verbs.includes(asked.verb),
  );
}
