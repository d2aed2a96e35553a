import { type Answer, type Exchange, json } from "../forge/exchange.ts";
import { labelNames, labelValues, selectorData } from "./series.ts";
import type { AlertSetup, GroupSetup, MonitoringSetup, RuleSetup, TargetSetup } from "./types.ts";

/** What Prometheus's HTTP API v1 answers. */

const ZERO_TIME = "0001-01-01T00:00:00Z";
const TARGET: TargetSetup = { labels: { job: "app", instance: "127.0.0.1:9000" } };

export function answerPrometheus(
  { method, url, segments, body }: Exchange,
  setup: MonitoringSetup,
  now: number,
): Answer {
  const [api, version, ...path] = segments;
  const name = path.join("/");
  if (api !== "api" || version !== "v1" || (setup.without ?? []).includes(name))
    return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };
  const form = new URLSearchParams(method === "POST" ? (body.content?.toString("utf8") ?? "") : url.search);
  const [first, label, last] = path;
  if (first === "label" && last === "values") {
    const selectors = form.getAll("match[]");
    const values =
      selectors.length === 0
        ? valuesOf(label ?? "", setup)
        : labelValues(setup, label ?? "", selectors, Number(form.get("start") ?? 0) * 1000, now);
    return limited(values, setup, form);
  }
  switch (name) {
    case "labels":
      return limited(
        labelNames(setup, form.getAll("match[]"), Number(form.get("start") ?? 0) * 1000, now),
        setup,
        form,
      );
    case "rules":
      return success(
        {
          groups: (setup.groups ?? []).map((group) =>
            groupJson(group, setup.generation !== 2 && form.get("exclude_alerts") === "true", now),
          ),
        },
        setup,
      );
    case "alerts":
      return success({ alerts: allRules(setup).flatMap((rule) => alertsJson(rule, now)) }, setup);
    case "targets":
      return success(
        { activeTargets: targetsOf(setup).map((target) => targetJson(target, now)), droppedTargets: [] },
        setup,
      );
    case "status/buildinfo":
      return success(
        {
          version: setup.generation === 2 ? "2.42.0" : "3.5.0",
          revision: "",
          branch: "HEAD",
          buildUser: "",
          buildDate: "",
          goVersion: "go1.24",
        },
        setup,
      );
    case "status/config":
      return success({ yaml: configYaml(setup.externalLabels ?? {}) }, setup);
    case "metadata": {
      const metric = form.get("metric") ?? "";
      const given = setup.described?.[metric];
      const isKnown =
        given !== undefined ||
        (setup.documented ?? []).includes(metric) ||
        (setup.series ?? []).some(({ metric: name }) => name === metric);
      return success(isKnown ? { [metric]: [{ type: "counter", help: "", unit: "", ...given }] } : {}, setup);
    }
    case "query":
      return answerQuery(form, setup, now);
    default:
      return { status: 404, body: "404 page not found\n" };
  }
}

function success(data: unknown, { warnings, isPartial }: MonitoringSetup, infos?: string[]): Answer {
  return json(
    200,
    {
      status: "success",
      ...(isPartial !== undefined && { isPartial }),
      data,
      ...(warnings !== undefined && { warnings }),
      ...(infos !== undefined && { infos }),
    },
    { "content-type": "application/json" },
  );
}

/** At most so many values or series, as the query or the proxy in front of it asks; 0 means no limit. 2.42 has none. */
function limited(data: unknown, setup: MonitoringSetup, form: URLSearchParams, infos?: string[]): Answer {
  const most = Math.min(...[Number(form.get("limit") ?? 0), setup.limit ?? 0].filter((limit) => limit > 0));
  const { resultType, result } = Array.isArray(data)
    ? { resultType: "values", result: data }
    : (data as { resultType: string; result: unknown });
  const isList = Array.isArray(result) && ["values", "vector", "matrix"].includes(resultType);
  if (setup.generation === 2 || !isList || result.length <= most) return success(data, setup, infos);
  const part: unknown[] = result.slice(0, most);
  const warnings = [...(setup.warnings ?? []), "results truncated due to limit"];
  return success(resultType === "values" ? part : { resultType, result: part }, { ...setup, warnings }, infos);
}

export function allRules({ groups = [] }: MonitoringSetup): RuleSetup[] {
  return groups.flatMap(({ rules }) => rules);
}

function targetsOf({ targets = [TARGET] }: MonitoringSetup): TargetSetup[] {
  return targets;
}

export function labelsOf({ alert = "", labels = {} }: RuleSetup, own: AlertSetup): Record<string, string> {
  return { alertname: alert, ...own.labels, ...labels };
}

function alertsJson(rule: RuleSetup, now: number) {
  return (rule.alerts ?? []).map((own) => ({
    labels: labelsOf(rule, own),
    annotations: own.annotations ?? {},
    state: own.state ?? "firing",
    activeAt: new Date(now - (own.age ?? 60_000)).toISOString(),
    value: "1e+00",
  }));
}

function groupJson({ name = "group", interval = 60_000, rules }: GroupSetup, excludeAlerts: boolean, now: number) {
  const shown = rules.map((rule) => {
    const { alert, record, expr = "vector(1)", labels = {}, health = "ok", lastError, evaluated = 1_000 } = rule;
    const common = {
      query: expr,
      labels,
      health,
      ...(lastError !== undefined && { lastError }),
      evaluationTime: 0.001,
      lastEvaluation: evaluated === null ? ZERO_TIME : new Date(now - evaluated).toISOString(),
    };
    if (alert === undefined) return { name: record ?? "", ...common, type: "recording" };
    const alerts = alertsJson(rule, now);
    const state =
      rule.state ??
      (alerts.some((one) => one.state === "firing")
        ? "firing"
        : alerts.some((one) => one.state === "pending")
          ? "pending"
          : "inactive");
    return {
      state,
      name: alert,
      duration: 0,
      keepFiringFor: 0,
      annotations: {},
      ...(excludeAlerts ? {} : { alerts }),
      ...common,
      type: "alerting",
    };
  });
  return {
    name,
    file: "rules.yml",
    rules: shown,
    interval: interval / 1000,
    limit: 0,
    evaluationTime: 0.001,
    lastEvaluation: new Date(now - 1_000).toISOString(),
  };
}

function targetJson({ labels = TARGET.labels, health = "up", lastError }: TargetSetup, now: number) {
  const error = lastError ?? (health === "down" ? "connect: connection refused" : "");
  return {
    discoveredLabels: {},
    labels,
    scrapePool: labels?.["job"] ?? "",
    scrapeUrl: "",
    globalUrl: "",
    lastError: error,
    lastScrape: new Date(now - 1_000).toISOString(),
    lastScrapeDuration: 0.001,
    health,
    scrapeInterval: "1m",
    scrapeTimeout: "10s",
  };
}

function configYaml(external: Record<string, string>): string {
  const lines = Object.entries(external).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}\n`);
  return `global:\n  scrape_interval: 1m\n${lines.length === 0 ? "" : `  external_labels:\n${lines.join("")}`}  evaluation_interval: 1m\nscrape_configs:\n- job_name: global\n`;
}

function valuesOf(label: string, setup: MonitoringSetup): string[] {
  const targets = targetsOf(setup).flatMap(({ labels }) => labels?.[label] ?? []);
  const alerts = allRules(setup).flatMap((rule) =>
    (rule.alerts ?? []).flatMap((own) => labelsOf(rule, own)[label] ?? []),
  );
  return [...new Set([...targets, ...alerts, ...(setup.labelValues?.[label] ?? [])])].toSorted();
}

/** `up` of the targets, selectors of the series, and what the setup has an answer to. */
function answerQuery(form: URLSearchParams, setup: MonitoringSetup, now: number): Answer {
  const [query, time] = [form.get("query") ?? "", form.has("time") ? Number(form.get("time")) * 1000 : now];
  const answer = (data: unknown): Answer => limited(data, setup, form, setup.infos);
  const given = setup.queries?.[query];
  if (given !== undefined)
    return answer(typeof given === "function" ? (given as (time: number) => unknown)(time) : given);
  const series = selectorData(setup, query, time);
  if (series !== undefined) return answer(series);
  const found = /^up(?:\{(.*)\})?$/s.exec(query);
  if (found === null)
    return json(400, {
      status: "error",
      errorType: "bad_data",
      error: "parse error: the stand-in knows selectors alone, and the queries of its setup",
    });
  const wanted = [...(found[1] ?? "").matchAll(/([a-zA-Z_]+)=("(?:[^"\\]|\\.)*")/g)].map(
    ([, name, value]) => [name!, JSON.parse(value!) as string] as const,
  );
  const result = targetsOf(setup)
    .map(({ labels = {}, health }) => ({
      metric: { __name__: "up", ...labels },
      value: [now / 1000, health === "down" ? "0" : "1"],
    }))
    .filter(({ metric }) => wanted.every(([name, value]) => (metric as Record<string, string>)[name] === value));
  return answer({ resultType: "vector", result });
}
