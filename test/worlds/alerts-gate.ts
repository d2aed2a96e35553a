/** What the tests of this action share: both servers, a run against them, and what it found. */
import { runInMemory, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import action from "../../actions/alerts-gate/action.ts";
import {
  startMonitoring,
  type AlertSetup,
  type Monitoring,
  type MonitoringSetup,
  type RuleSetup,
} from "../stand-ins/prometheus/index.ts";
import { hurriedClock } from "./publish-release.ts";

export const NAMESPACE = "tower-analytics-prod";
export const WATCHDOG: RuleSetup = { alert: "Watchdog", labels: { severity: "none" }, alerts: [{}] };

/** A rule with these alerts in the namespace. */
export function ruleWith(...alerts: AlertSetup[]): RuleSetup {
  const labels = { namespace: NAMESPACE, pod: "app-1" };
  return {
    alert: "ErrorsHigh",
    labels: { severity: "critical" },
    alerts: alerts.map((alert) => ({ ...alert, labels: { ...labels, ...alert.labels } })),
  };
}

/** Both servers, with a Watchdog and these rules; the namespace is one that Prometheus knows. */
export async function monitoringWith(rules: readonly RuleSetup[], setup: MonitoringSetup = {}): Promise<Monitoring> {
  return await startMonitoring({
    groups: [{ rules: [WATCHDOG, ...rules] }],
    labelValues: { namespace: [NAMESPACE] },
    ...setup,
  });
}

/** Runs the gate for the namespace; `inputs` come on top, an empty text takes one away. */
export async function gate(
  servers: Pick<Monitoring, "prometheusUrl" | "alertmanagerUrl">,
  inputs: Record<string, string> = {},
  run: Omit<MemoryRun, "inputs"> = {},
): Promise<MemoryResult> {
  const given = {
    "prometheus-url": servers.prometheusUrl,
    "alertmanager-url": servers.alertmanagerUrl,
    namespace: NAMESPACE,
    ...inputs,
  };
  return await runInMemory(action, {
    clock: hurriedClock(),
    ...run,
    inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  });
}

/** The names of the alerts in one of the outputs. */
export function namesIn({ outputs }: MemoryResult, name: "firing" | "pending" | "silenced"): string[] {
  return (JSON.parse(outputs[name] === "" ? "[]" : (outputs[name] ?? "[]")) as { alert: string }[]).map(
    ({ alert }) => alert,
  );
}
