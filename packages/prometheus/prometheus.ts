import type { Api } from "@release-actions/http";
import { ask, askPerhaps, unreadable } from "./answer.ts";
import type { Labels, Prometheus, ServerOptions } from "./types.ts";
import { NO_LABELS } from "./read.ts";
import {
  alertsData,
  buildData,
  configData,
  labelValuesData,
  metadataData,
  queryData,
  rulesData,
  targetsData,
} from "./schema.ts";

/** Ten thousand alerts with their annotations are about ten megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Nothing is asked yet: a wrong address shows with the first question. Throws `invalid` for what is no address. */
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
    version: async () => (await askPerhaps(api, { path: path("status", "buildinfo") }, buildData))?.value,
    rules: () => ask(api, { path: path("rules"), query: { exclude_alerts: true } }, rulesData),
    alerts: () => ask(api, { path: path("alerts") }, alertsData),
    targets: () => askPerhaps(api, { path: path("targets"), query: { state: "active" } }, targetsData),
    externalLabels: () => readExternalLabels(api),
    labelValues: (label, start, selectors = []) =>
      askPerhaps(
        api,
        { path: path("label", label, "values"), query: { start: start / 1000, "match[]": selectors } },
        labelValuesData,
      ),
    isDocumented: async (metric) =>
      (await askPerhaps(api, { path: path("metadata"), query: { metric } }, metadataData))?.value.includes(metric),
    query: (query, time) =>
      ask(
        api,
        { method: "POST", path: path("query"), form: { query, ...(time !== undefined && { time: time / 1000 }) } },
        queryData,
      ),
  };
}

async function readExternalLabels(api: Api): Promise<Labels | undefined> {
  const config = await askPerhaps(api, { path: ["api", "v1", "status", "config"] }, configData);
  if (config === undefined) return undefined;
  const block = globalBlock(config.value);
  // Most have none, and the parser costs more than the question.
  if (!block.includes("external_labels")) return NO_LABELS;
  const { parse } = await import("@release-actions/yaml");
  const found = externalLabelsIn(() => parse(block, { schema: "failsafe", maxAliasCount: 0 }), api);
  if (typeof found !== "object" || found === null) return NO_LABELS;
  const texts = Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(texts));
}

function externalLabelsIn(read: () => unknown, api: Api): unknown {
  try {
    return (read() as { global?: { external_labels?: unknown } | null }).global?.external_labels;
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
