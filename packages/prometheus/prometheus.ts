import { readAs } from "@release-actions/http";
import type { Api } from "@release-actions/http";
import { ask, askPerhaps, unreadable } from "./answer.ts";
import type { Labels, Prometheus, ServerOptions } from "./types.ts";
import { NO_LABELS } from "./read.ts";

/** Ten thousand alerts with annotations have about ten megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Opens Prometheus without sending a request, so a wrong server shows with the first one. Throws `invalid` if `url` is
 * not an address.
 */
export function openPrometheus({ http, url, credential, deadline, patience, attempts }: ServerOptions): Prometheus {
  const api = http.api(url, {
    maxBytes: MAX_BYTES,
    deadline,
    patience,
    attempts,
    permission: "a token that may read Prometheus's API",
    ...(credential !== undefined && { credential }),
  });
  const path = (...rest: string[]) => ["api", "v1", ...rest];
  return {
    host: new URL(api.base).host,
    version: async () =>
      (await askPerhaps(api, { path: path("status", "buildinfo") }, ({ BuildReply }) => BuildReply))?.value.version,
    rules: () => ask(api, { path: path("rules"), query: { exclude_alerts: true } }, ({ RulesReply }) => RulesReply),
    alerts: () => ask(api, { path: path("alerts") }, ({ AlertsReply }) => AlertsReply),
    targets: () =>
      askPerhaps(api, { path: path("targets"), query: { state: "active" } }, ({ TargetsReply }) => TargetsReply),
    externalLabels: () => readExternalLabels(api),
    labelValues: (label, start, selectors = []) =>
      askPerhaps(
        api,
        { path: path("label", label, "values"), query: { start: start / 1000, "match[]": selectors } },
        ({ TextsReply }) => TextsReply,
      ),
    labelNames: (start, selectors) =>
      askPerhaps(
        api,
        { path: path("labels"), query: { start: start / 1000, "match[]": selectors } },
        ({ TextsReply }) => TextsReply,
      ),
    async descriptions(metric) {
      const request = { path: path("metadata"), query: { metric } };
      const metadata = await askPerhaps(api, request, ({ MetadataReply }) => MetadataReply);
      return metadata && { ...metadata, value: metadata.value.get(metric) ?? [] };
    },
    query: (query, time) =>
      ask(
        api,
        { method: "POST", path: path("query"), form: { query, ...(time !== undefined && { time: time / 1000 }) } },
        ({ QueryReply }) => QueryReply,
      ),
  };
}

async function readExternalLabels(api: Api): Promise<Labels | undefined> {
  const config = await askPerhaps(api, { path: ["api", "v1", "status", "config"] }, ({ ConfigReply }) => ConfigReply);
  if (config === undefined) return undefined;
  const block = globalBlock(config.value.yaml);
  // Most have none, and loading the parser takes longer than the request.
  if (!block.includes("external_labels")) return NO_LABELS;
  const [{ parse }, { Configuration }] = await Promise.all([import("@release-actions/yaml"), import("./schema.ts")]);
  return externalLabelsOf(api, () => readAs(Configuration, parse(block, { schema: "failsafe", maxAliasCount: 0 })));
}

function externalLabelsOf(api: Api, read: () => Labels): Labels {
  try {
    return read();
  } catch (cause) {
    throw unreadable(api, (cause as Error).message);
  }
}

/** The mapping `global` of a configuration as Prometheus writes it out: indented lines below a key at the margin. */
function globalBlock(yaml: string): string {
  const start = yaml.startsWith("global:") ? 0 : yaml.indexOf("\nglobal:") + 1;
  if (start === 0 && !yaml.startsWith("global:")) return "";
  const lines = yaml.slice(start).split("\n");
  const end = lines.findIndex((line, index) => index > 0 && line !== "" && !line.startsWith(" "));
  return lines.slice(0, end < 0 ? lines.length : end).join("\n");
}
