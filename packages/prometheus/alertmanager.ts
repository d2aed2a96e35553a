import { invalid } from "@release-actions/action";
import { freeBody } from "@release-actions/http";
import type { Schema } from "@release-actions/http";
import type { Alertmanager, ServerOptions } from "./types.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const NOT_HERE: readonly number[] = [404, 405];

type SchemaOf<T> = (schemas: typeof import("./schema.ts")) => Schema<T>;

/** Opens Alertmanager without sending a request. Throws `invalid` if `url` is not an address. */
export function openAlertmanager({ http, url, credential }: ServerOptions): Alertmanager {
  const api = http.api(url, {
    maxBytes: MAX_BYTES,
    permission: "a token that may read Alertmanager's API",
    ...(credential !== undefined && { credential }),
  });

  async function read<T>(
    name: string,
    schemaOf: SchemaOf<T>,
    query: Readonly<Record<string, boolean>> = {},
  ): Promise<T> {
    const reply = await api.read({ path: ["api", "v2", name], query, expect: [200, ...NOT_HERE] });
    if (reply.status === 200) {
      const value = reply.json(schemaOf(await import("./schema.ts")));
      freeBody(reply);
      return value;
    }
    throw invalid(`${api.base} does not have api/v2/${name} (${reply.status}): it is not Alertmanager`, {
      remedy: "Set the address where Alertmanager's own pages begin, without /api/v2 and without /#/alerts.",
    });
  }

  return {
    host: new URL(api.base).host,
    status: () => read("status", ({ StatusReply }) => StatusReply),
    alerts: () =>
      read("alerts", ({ ManagedAlertsReply }) => ManagedAlertsReply, {
        active: true,
        silenced: true,
        inhibited: true,
        unprocessed: true,
      }),
    silences: () => read("silences", ({ SilencesReply }) => SilencesReply),
  };
}
