/** The administrator's hands on a cluster, stand-in or real: what a test and the controllers do to objects. */
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Stored } from "../stand-ins/kubernetes/index.ts";

export interface Place {
  readonly url: string;
  readonly token: string;
  /** PEM. */
  readonly authority?: string;
}

export interface Hands {
  /** Makes an object with its status. */
  make(plural: string, object: Stored): Promise<Stored>;
  get(plural: string, name: string): Promise<Stored | undefined>;
  list(plural: string): Promise<Stored[]>;
  /** Replaces the status by what `change` returns, however others change the object meanwhile. */
  setStatus(
    plural: string,
    name: string,
    change: (status: Record<string, unknown>, object: Stored) => Record<string, unknown>,
  ): Promise<Stored>;
  remove(plural: string, name: string): Promise<void>;
  /** Any request; throws for none. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
}

const KINDS: Readonly<Record<string, string>> = {
  releases: "Release",
  releaseplans: "ReleasePlan",
  snapshots: "Snapshot",
  components: "Component",
};

export function handsOn(place: Place, namespace: string): Hands {
  const base = `/apis/appstudio.redhat.com/v1alpha1/namespaces/${namespace}`;

  const ask: Hands["ask"] = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const send = place.url.startsWith("https:") ? httpsRequest : httpRequest;
      const headers = {
        authorization: `Bearer ${place.token}`,
        ...(text !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
      };
      const asked = send(
        `${place.url}${path}`,
        { method, headers, ...(place.authority !== undefined && { ca: place.authority }) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const said = Buffer.concat(chunks).toString("utf8");
            const isJson = (response.headers["content-type"] ?? "").includes("json");
            resolve({
              status: response.statusCode ?? 0,
              body: isJson ? (JSON.parse(said) as Record<string, unknown>) : { message: said },
            });
          });
          response.on("error", reject);
        },
      );
      asked.on("error", reject);
      asked.end(text);
    });

  const done = async (method: string, path: string, body?: unknown): Promise<Stored> => {
    const reply = await ask(method, path, body);
    if (reply.status >= 300)
      throw Object.assign(new Error(`${method} ${path}: ${reply.status} ${String(reply.body["message"])}`), {
        status: reply.status,
      });
    return reply.body as unknown as Stored;
  };

  const hands: Hands = {
    ask,
    async make(plural, object) {
      const { status, ...rest } = object;
      const made = await done("POST", `${base}/${plural}`, {
        apiVersion: "appstudio.redhat.com/v1alpha1",
        kind: KINDS[plural],
        ...rest,
      });
      return status === undefined ? made : hands.setStatus(plural, object.metadata.name, () => status);
    },
    async get(plural, name) {
      const { status, body } = await ask("GET", `${base}/${plural}/${name}`);
      return status === 404 ? undefined : (body as unknown as Stored);
    },
    async list(plural) {
      return ((await done("GET", `${base}/${plural}`)) as unknown as { items: Stored[] }).items;
    },
    async setStatus(plural, name, change) {
      for (;;) {
        const object = await done("GET", `${base}/${plural}/${name}`);
        try {
          return await done("PUT", `${base}/${plural}/${name}/status`, {
            ...object,
            status: change(object.status ?? {}, object),
          });
        } catch (error) {
          if ((error as { status?: number }).status !== 409) throw error;
        }
      }
    },
    remove: async (plural, name) => void (await done("DELETE", `${base}/${plural}/${name}`)),
  };
  return hands;
}
