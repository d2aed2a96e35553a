import type {
  Alertmanager,
  AlertmanagerStatus,
  Labels,
  ManagedAlert,
  Prometheus,
  RuleGroup,
  Alert,
  Silence,
  Target,
} from "@release-actions/prometheus";
import { equals, selector } from "@release-actions/prometheus";
import type { Scope } from "./scope.ts";

/** What Prometheus said. */
export interface Watched {
  readonly version: string | undefined;
  readonly groups: readonly RuleGroup[];
  readonly alerts: readonly Alert[];
  readonly targets: readonly Target[];
  readonly externalLabels: Labels;
  /** Labels of the scope of which Prometheus has no such value, nor any rule, target or alert. */
  readonly unseen: readonly string[];
  /** Why an answer may not be whole. */
  readonly warnings: readonly string[];
  /** Wall clock milliseconds: the later of our clock and the server's, so that neither a slow clock nor a cache makes old news fresh. */
  readonly now: number;
  /** What the server's clock said; undefined where it did not. */
  readonly date: number | undefined;
}

/** What Alertmanager said. */
export interface Managed {
  readonly status: AlertmanagerStatus;
  readonly alerts: readonly ManagedAlert[];
  readonly silences: readonly Silence[];
}

/** How far back a label's value counts as in use. */
const LOOK_BACK = 3_600_000;

export async function askPrometheus(prometheus: Prometheus, scope: Scope, clock: { now(): number }): Promise<Watched> {
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

/** A label may stand in rules, targets, alerts or on all that this Prometheus sends, without being in its series. */
function occurs(
  label: string,
  value: string,
  { groups, alerts, targets, externalLabels }: Omit<Watched, "unseen">,
): boolean {
  if (externalLabels[label] === value) return true;
  if (label === "alertname")
    return groups.some(({ rules }) => rules.some(({ kind, name }) => kind === "alerting" && name === value));
  const has = ({ labels }: { readonly labels: Labels }) => labels[label] === value;
  return targets.some(has) || groups.some(({ rules }) => rules.some(has)) || alerts.some(has);
}

/** Both answers together: an alert that fired between them, or that one of them leaves out, counts. */
function everyAlert(groups: readonly RuleGroup[], alerts: readonly Alert[]): readonly Alert[] {
  const inRules = groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.alerts));
  return inRules.length === 0 ? alerts : [...alerts, ...inRules];
}

/** Where the list of targets is not given out, the series `up` says the same of those that are found in the scope, or of all. */
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
  return { value, warnings: answer.warnings };
}

function seriesOf(result: Awaited<ReturnType<Prometheus["query"]>>["value"]) {
  return result.kind === "vector" ? result.series : [];
}

export async function askAlertmanager(alertmanager: Alertmanager): Promise<Managed> {
  const status = await alertmanager.status();
  const [alerts, silences] = await Promise.all([alertmanager.alerts(), alertmanager.silences()]);
  return { status, alerts, silences };
}
