import { createHash } from "node:crypto";
import { type Answer, type Exchange, json } from "../forge/exchange.ts";
import { allRules, labelsOf } from "./prometheus.ts";
import type { AlertSetup, MonitoringSetup } from "./types.ts";

/** What Alertmanager's HTTP API v2 answers. */
export function answerAlertmanager({ segments }: Exchange, setup: MonitoringSetup, now: number): Answer {
  const [api, version, name = ""] = segments;
  if (api !== "api" || version !== "v2") return { status: 404, body: "404 page not found\n" };
  switch (name) {
    case "status":
      return ok({
        cluster: { status: setup.cluster ?? "ready", peers: [] },
        config: { original: "" },
        uptime: new Date(now - 86_400_000).toISOString(),
        versionInfo: {
          version: "0.28.1",
          revision: "",
          branch: "HEAD",
          buildUser: "",
          buildDate: "",
          goVersion: "go1.24",
        },
      });
    case "alerts":
      return ok(managedAlerts(setup, now));
    case "silences":
      return ok(
        (setup.silences ?? []).map(
          ({ id, createdBy = "ann", comment = "known", ends = 3_600_000, state = "active" }) => ({
            id,
            createdBy,
            comment,
            status: { state },
            updatedAt: new Date(now).toISOString(),
            startsAt: new Date(now - 1_000).toISOString(),
            endsAt: new Date(now + ends).toISOString(),
            matchers: [],
          }),
        ),
      );
    default:
      return json(404, { code: 404, message: `path /api/v2/${name} was not found` });
  }
}

function ok(body: unknown): Answer {
  return json(200, body, { "content-type": "application/json" });
}

function managedAlerts(setup: MonitoringSetup, now: number) {
  const own = allRules(setup).flatMap((rule) =>
    (rule.alerts ?? []).flatMap((alert) => {
      if (alert.managed === "absent" || (alert.state ?? "firing") !== "firing") return [];
      return [alertJson(alert, { ...setup.externalLabels, ...labelsOf(rule, alert) }, now)];
    }),
  );
  return [...own, ...(setup.foreign ?? []).map((alert) => alertJson(alert, alert.labels, now))];
}

function alertJson(
  { annotations = {}, age = 60_000, managed = "active" }: AlertSetup,
  labels: Record<string, string>,
  now: number,
) {
  const { silencedBy = [], inhibitedBy = [], mutedBy = [] } = typeof managed === "string" ? {} : managed;
  const state =
    typeof managed === "string"
      ? managed
      : managed.state !== undefined
        ? managed.state
        : silencedBy.length + inhibitedBy.length + mutedBy.length > 0
          ? "suppressed"
          : "active";
  return {
    annotations,
    endsAt: new Date(now + 240_000).toISOString(),
    fingerprint: createHash("sha256").update(JSON.stringify(labels)).digest("hex").slice(0, 16),
    receivers: [{ name: "default" }],
    startsAt: new Date(now - age).toISOString(),
    status: { inhibitedBy, mutedBy, silencedBy, state },
    updatedAt: new Date(now).toISOString(),
    generatorURL: "",
    labels,
  };
}
