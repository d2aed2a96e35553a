import {
  equals,
  selector,
  type Alert,
  type Alertmanager,
  type AlertmanagerStatus,
  type Labels,
  type ManagedAlert,
  type Prometheus,
  type RuleGroup,
  type Silence,
  type Target,
} from "@release-actions/prometheus";
import type { Scope } from "./scope.ts";

/** What Prometheus answered. */
export interface PrometheusState {
  readonly version: string | undefined;
  readonly groups: readonly RuleGroup[];
  readonly alerts: readonly Alert[];
  readonly targets: readonly Target[];
  readonly externalLabels: Labels;
  /** Labels of the scope that no series, rule, target or alert of Prometheus has. */
  readonly unseen: readonly string[];
  /** Why an answer may be incomplete. */
  readonly warnings: readonly string[];
  /** Wall clock milliseconds: the later of our clock and the server's, so that neither a slow clock nor a cache makes old answers fresh. */
  readonly now: number;
  /** The server's clock, wall clock milliseconds; undefined if it sent no date. */
  readonly date: number | undefined;
}

/** What Alertmanager answered. */
export interface AlertmanagerState {
  readonly status: AlertmanagerStatus;
  readonly alerts: readonly ManagedAlert[];
  readonly silences: readonly Silence[];
}

/** How far back the value of a label counts as in use, in milliseconds. */
const LOOK_BACK = 3_600_000;

export async function queryPrometheus(
  prometheus: Prometheus,
  scope: Scope,
  clock: { now(): number },
): Promise<PrometheusState> {
  const started = clock.now();
  // One request first: a server that is down is waited for once, not by every request.
  const version = await prometheus.version();
  // A server that does not report its version may not be Prometheus: its rules decide, whatever else it answers.
  const first = version === undefined ? await prometheus.rules() : undefined;
  const [rules, alerts, targets, external, ...values] = await Promise.all([
    first ?? prometheus.rules(),
    prometheus.alerts(),
    prometheus.targets(),
    prometheus.externalLabels(),
    ...[...scope.labels].map(async ([label, value]) => ({
      label,
      value,
      known: await prometheus.labelValues(label, started - LOOK_BACK),
    })),
  ]);
  const scraped = targets ?? (await targetsByQuery(prometheus, scope));
  const externalLabels = external ?? {};
  const watched = {
    version,
    groups: rules.value,
    alerts: everyAlert(rules.value, alerts.value),
    targets: scraped.value,
    externalLabels,
    warnings: [rules, alerts, scraped, ...values.flatMap(({ known }) => known ?? [])].flatMap(
      ({ warnings }) => warnings,
    ),
    now: Math.max(clock.now(), rules.date ?? 0),
    date: rules.date,
  };
  const unseen = values.filter(
    ({ label, value, known }) => known?.value.includes(value) !== true && !occurs(label, value, watched),
  );
  return { ...watched, unseen: unseen.map(({ label, value }) => `${label}=${JSON.stringify(value)}`) };
}

/** A label may be in rules, targets, alerts or in everything that this Prometheus sends, without being in its series. */
function occurs(
  label: string,
  value: string,
  { groups, alerts, targets, externalLabels }: Omit<PrometheusState, "unseen">,
): boolean {
  if (externalLabels[label] === value) return true;
  if (label === "alertname")
    return groups.some(({ rules }) => rules.some(({ kind, name }) => kind === "alerting" && name === value));
  const has = ({ labels }: { readonly labels: Labels }) => labels[label] === value;
  return targets.some(has) || groups.some(({ rules }) => rules.some(has)) || alerts.some(has);
}

/** Both answers together: an alert that fired between them, or that one of them omits, counts. */
function everyAlert(groups: readonly RuleGroup[], alerts: readonly Alert[]): readonly Alert[] {
  const inRules = groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.alerts));
  return inRules.length === 0 ? alerts : [...alerts, ...inRules];
}

/** If the server does not publish its targets, the series `up` replaces them: those in the scope, otherwise all. */
async function targetsByQuery(
  prometheus: Prometheus,
  { labels }: Scope,
): Promise<{ value: readonly Target[]; warnings: readonly string[] }> {
  const matchers = [...labels].map(([label, value]) => equals(label, value));
  const scoped = await prometheus.query(selector("up", matchers));
  const answer = seriesOf(scoped.value).length > 0 || matchers.length === 0 ? scoped : await prometheus.query("up");
  const value = seriesOf(answer.value).map(({ labels: series, value: up }): Target => {
    const health = up === 1 ? "up" : up === 0 ? "down" : "unknown";
    return { labels: series, health, lastError: undefined };
  });
  // Were the first answer incomplete, targets of the scope may exist that it lacks.
  return { value, warnings: [...new Set([...scoped.warnings, ...answer.warnings])] };
}

function seriesOf(result: Awaited<ReturnType<Prometheus["query"]>>["value"]) {
  return result.kind === "vector" ? result.series : [];
}

export async function queryAlertmanager(alertmanager: Alertmanager): Promise<AlertmanagerState> {
  const status = await alertmanager.status();
  const [alerts, silences] = await Promise.all([alertmanager.alerts(), alertmanager.silences()]);
  return { status, alerts, silences };
}
