import { randomUUID } from "node:crypto";
import { type Answer, type Exchange, json } from "../forge/exchange.ts";
import type { Pipeline } from "./pipeline.ts";
import type { OpsSetup, ServiceName } from "./types.ts";

/** What the services answer. */

const HEALTH: Record<ServiceName, { path: string; body: unknown }> = {
  "automation-service": {
    path: "/health",
    body: { status: "healthy", service: "automation-service", checks: { database: { status: "up" } } },
  },
  "ai-pipeline": { path: "/health", body: { status: "healthy", service: "ai-pipeline" } },
  kong: { path: "/status", body: { database: { reachable: true }, server: { connections_active: 3 } } },
  grafana: { path: "/api/health", body: { database: "ok", version: "10.2.0", commit: "abc" } },
  prometheus: { path: "/-/healthy", body: "Prometheus Server is Healthy.\n" },
};
const TEXT = { "content-type": "text/plain; version=0.0.4; charset=utf-8" };
const OPENMETRICS = { "content-type": "application/openmetrics-text; version=1.0.0; charset=utf-8" };
const NOT_FOUND = json(404, { detail: "Not Found" });

export function answerAs(
  service: ServiceName,
  exchange: Exchange,
  setup: OpsSetup,
  pipeline: Pipeline,
  now: number,
): Answer {
  const { url, method } = exchange;
  if (url.pathname === HEALTH[service].path) return healthPage(service, setup);
  if (service === "prometheus" && url.pathname === "/api/v1/query") return answerQuery(exchange, setup, pipeline, now);
  if (service === "kong" && url.pathname === "/ai/execute" && method === "POST")
    return execute(exchange, setup, pipeline);
  if (service === "automation-service" && url.pathname === "/metrics")
    return { status: 200, headers: TEXT, body: "# TYPE selector_search_total counter\nselector_search_total 7\n" };
  if (service !== "ai-pipeline" && service !== "automation-service") return NOT_FOUND;
  if (url.pathname === "/info")
    return json(
      200,
      { service, version: setup.versions?.[service] ?? "1.1.0" },
      { "x-version": setup.versions?.[service] ?? "1.1.0" },
    );
  if (service !== "ai-pipeline") return NOT_FOUND;
  if (url.pathname === "/metrics") return metricsPage(setup, pipeline);
  const trace = exchange.segments[0] === "traces" ? exchange.segments[1] : undefined;
  return trace !== undefined && pipeline.sawTrace(trace) ? json(200, { trace_id: trace, spans: 3 }) : NOT_FOUND;
}

function healthPage(service: ServiceName, { health }: OpsSetup): Answer {
  const body = health?.[service] ?? HEALTH[service].body;
  return typeof body === "string"
    ? { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body }
    : json(200, body);
}

function metricsPage(setup: OpsSetup, pipeline: Pipeline): Answer {
  const page = pipeline.page();
  return {
    status: 200,
    headers: setup.format === "openmetrics" ? OPENMETRICS : TEXT,
    body: setup.page?.(page) ?? page,
  };
}

/** The echo of the ai-pipeline behind Kong. The header's id goes before the body's; without any there is a random one. */
function execute({ headers, body }: Exchange, setup: OpsSetup, pipeline: Pipeline): Answer {
  const asked = JSON.parse(body.content?.toString("utf8") ?? "{}") as {
    input?: unknown;
    tool?: string;
    trace_id?: string;
  };
  const given = headers["x-trace-id"] ?? headers["traceparent"] ?? asked.trace_id;
  const sent = Array.isArray(given) ? given[0] : given;
  const id = passedOn(sent, setup.trace ?? "kept");
  const tool = asked.tool ?? "echo";
  const failed = (error: string, message: string) => ({
    success: false,
    error: { code: error, message },
    trace_id: id,
    duration_ms: 45.2,
    tool,
  });
  if (
    typeof asked.input !== "string" ||
    asked.input.length < 1 ||
    asked.input.length > 4000 ||
    setup.fails === "validation"
  ) {
    return json(400, { detail: failed("validation", "input must have 1 to 4000 characters") });
  }
  pipeline.count({ status: setup.fails === undefined ? "success" : "error", tool }, id);
  if (setup.fails === "upstream_error") return json(200, failed("upstream_error", "the tool failed"));
  if (setup.fails !== undefined) return json(502, { detail: failed(setup.fails, "the tool did not answer") });
  const { output = "pong", success = true, traceId = id } = setup.echo ?? {};
  return json(200, { success, output, trace_id: traceId, duration_ms: 45.2, tool });
}

function passedOn(id: string | undefined, how: NonNullable<OpsSetup["trace"]>): string {
  if (id === undefined || how === "dropped" || how === "replaced") return randomUUID();
  if (how === "upper-case") return id.toUpperCase();
  return how === "zeros" ? "0".repeat(32) : id;
}

/** `time()`, a selector with exact labels, and `timestamp` and `sum` of one: all that is queried. */
function answerQuery(
  { method, url, body }: Exchange,
  { warnings, isPartial, scrapeEvery = 50 }: OpsSetup,
  pipeline: Pipeline,
  now: number,
): Answer {
  const form = new URLSearchParams(method === "POST" ? (body.content?.toString("utf8") ?? "") : url.search);
  const query = form.get("query") ?? "";
  const success = (data: unknown) =>
    json(
      200,
      {
        status: "success",
        ...(isPartial !== undefined && { isPartial }),
        data,
        ...(warnings !== undefined && { warnings }),
      },
      { "content-type": "application/json" },
    );
  if (query === "time()") return success({ resultType: "scalar", result: [now / 1000, String(now / 1000)] });
  const [, around, , metric = "", inside = ""] = /^(timestamp|sum)?(\()?([a-z_]+)(?:\{(.*?)\})?\)?$/s.exec(query) ?? [];
  if (metric === "")
    return json(400, { status: "error", errorType: "bad_data", error: "parse error: the stand-in does not know this" });
  const wanted = [...inside.matchAll(/([a-z_]+)=("(?:[^"\\]|\\.)*")/g)].map(
    ([, name, value]) => [name!, JSON.parse(value!) as string] as const,
  );
  const scraped = scrapeEvery === null ? 0 : Math.floor(now / scrapeEvery) * scrapeEvery;
  const series = pipeline
    .scraped(metric, scraped)
    .filter(({ labels }) => wanted.every(([name, value]) => (labels as Record<string, string>)[name] === value));
  const sample = (labels: Record<string, string>, value: number) => ({
    metric: labels,
    value: [now / 1000, Number.isNaN(value) ? "NaN" : String(value)],
  });
  if (around === "timestamp")
    return success({ resultType: "vector", result: series.map(({ labels }) => sample(labels, scraped / 1000)) });
  if (around === "sum")
    return success({
      resultType: "vector",
      result:
        series.length === 0
          ? []
          : [
              sample(
                {},
                series.reduce((total, { value }) => total + value, 0),
              ),
            ],
    });
  return success({
    resultType: "vector",
    result: series.map(({ labels, value }) => sample({ __name__: metric, ...labels }, value)),
  });
}
