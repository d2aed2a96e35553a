import { invalid } from "@release-actions/action";
import { listOf, maybe, schema, shape, text } from "@release-actions/http";
import type { Schema } from "@release-actions/http";
import type { Alertmanager, AlertmanagerStatus, ManagedAlert, ServerOptions, Silence } from "./types.ts";
import { labels, oneWordOf, time } from "./read.ts";
import type { Read } from "./read.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const NOT_HERE: readonly number[] = [404, 405];

const status: Read<AlertmanagerStatus> = (value, path) => {
  const { cluster, versionInfo } = shape({
    cluster: shape({ status: text }),
    versionInfo: maybe(shape({ version: maybe(text) })),
  })(value, path);
  return { cluster: cluster.status, version: versionInfo?.version };
};

const alertShape = shape({
  labels,
  annotations: maybe(labels),
  status: shape({
    state: oneWordOf("active", "suppressed", "unprocessed"),
    silencedBy: listOf(text),
    inhibitedBy: listOf(text),
  }),
  startsAt: maybe(time),
  endsAt: maybe(time),
});

const alert: Read<ManagedAlert> = (value, path) => {
  const { status: state, annotations = {}, ...rest } = alertShape(value, path);
  return { ...rest, ...state, annotations };
};

const silenceShape = shape({
  id: text,
  status: shape({ state: text }),
  createdBy: text,
  comment: maybe(text),
  endsAt: maybe(time),
});
const silence: Read<Silence> = (value, path) => {
  const { status: state, comment = "", ...rest } = silenceShape(value, path);
  return { ...rest, ...state, comment };
};

const StatusReply = schema(status);
const AlertsReply = schema(listOf(alert));
const SilencesReply = schema(listOf(silence));

/** Nothing is asked yet. Throws `invalid` for what is no address. */
export function openAlertmanager({ http, url, credential }: ServerOptions): Alertmanager {
  const api = http.api(url, {
    maxBytes: MAX_BYTES,
    permission: "a token that may read Alertmanager's API",
    ...(credential !== undefined && { credential }),
  });

  async function read<T>(name: string, shapeOf: Schema<T>, query: Readonly<Record<string, boolean>> = {}): Promise<T> {
    const reply = await api.read({ path: ["api", "v2", name], query, expect: [200, ...NOT_HERE] });
    if (reply.status === 200) return reply.json(shapeOf);
    throw invalid(`${api.base} has no api/v2/${name} (${reply.status}): it is not Alertmanager`, {
      remedy: "Give the address that Alertmanager's own pages begin with, without /api/v2 and without /#/alerts.",
    });
  }

  return {
    host: new URL(api.base).host,
    status: () => read("status", StatusReply),
    alerts: () => read("alerts", AlertsReply, { active: true, silenced: true, inhibited: true, unprocessed: true }),
    silences: () => read("silences", SilencesReply),
  };
}
