import type { Labels, ManagedAlert, Silence } from "@release-actions/prometheus";
import type { AlertmanagerState, PrometheusState } from "./queries.ts";
import { isInScope, nameOf, type Scope } from "./scope.ts";

/** An alert that counts, as both servers see it. */
export interface CountedAlert {
  readonly name: string;
  readonly severity: string | undefined;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Wall clock milliseconds. */
  readonly since: number | undefined;
  /** Which servers have it. */
  readonly known: "both" | "prometheus" | "alertmanager";
  readonly silences: readonly Silence[];
  /** Another alert keeps this one quiet. */
  readonly inhibited: boolean;
}

export interface Compared {
  readonly firing: readonly CountedAlert[];
  readonly pending: readonly CountedAlert[];
  /** Firing, and kept quiet by someone's decision or by a rule of Alertmanager's. */
  readonly silenced: readonly CountedAlert[];
}

/**
 * The alerts that count, from both. Prometheus knows what fires, Alertmanager what is silenced and what others sent it;
 * it learns about an alert late, and keeps one for minutes when Prometheus stops sending. What only one of them has counts.
 */
export function compare(
  { alerts, externalLabels }: PrometheusState,
  managed: AlertmanagerState,
  scope: Scope,
): Compared {
  const key = keyWithout(externalLabels);
  const silences = new Map(managed.silences.map((silence) => [silence.id, silence]));
  const copies = new Map<string, ManagedAlert[]>();
  for (const alert of managed.alerts) {
    const own = key(alert.labels);
    const known = copies.get(own);
    if (known === undefined) copies.set(own, [alert]);
    else known.push(alert);
  }

  const found: Compared & Record<keyof Compared, CountedAlert[]> = { firing: [], pending: [], silenced: [] };
  const firing = new Set<string>();
  const pending = new Set<string>();
  for (const { labels, annotations, state, activeAt } of alerts) {
    const own = key(labels);
    const seen = state === "firing" ? firing : pending;
    if (seen.has(own)) continue;
    seen.add(own);
    const effective = withExternal(labels, externalLabels);
    if (!isInScope(effective, scope)) continue;
    const alert = { ...factsOf(effective, annotations), since: activeAt };
    if (state === "pending") found.pending.push({ ...alert, known: "prometheus", silences: [], inhibited: false });
    else place(alert, copies.has(own) ? "both" : "prometheus", copies.get(own) ?? []);
  }
  for (const [own, known] of copies) {
    const shown = firing.has(own) ? undefined : known.find(({ labels }) => isInScope(labels, scope));
    if (shown !== undefined)
      place({ ...factsOf(shown.labels, shown.annotations), since: shown.startsAt }, "alertmanager", known);
  }
  return {
    firing: found.firing.toSorted(worstFirst),
    pending: found.pending.toSorted(worstFirst),
    silenced: found.silenced.toSorted(worstFirst),
  };

  function place(
    alert: Omit<CountedAlert, "known" | "silences" | "inhibited">,
    known: CountedAlert["known"],
    from: readonly ManagedAlert[],
  ): void {
    const quiet = quietness(from, silences);
    found[quiet.silences.length > 0 || quiet.inhibited ? "silenced" : "firing"].push({ ...alert, known, ...quiet });
  }
}

/** The labels of the alert itself win, as when Prometheus sends it. */
export function withExternal(labels: Labels, external: Labels): Labels {
  for (const _ in external) return { ...external, ...labels };
  return labels;
}

/** Whether Alertmanager has an alert with these labels, in whatever state. */
export function isManaged(labels: Labels, { externalLabels }: PrometheusState, managed: AlertmanagerState): boolean {
  const key = keyWithout(externalLabels);
  const own = key(labels);
  return managed.alerts.some((alert) => key(alert.labels) === own);
}

/** Quiet only where every copy is, by a silence that still lasts; a mute time is about messages and makes nothing quiet. */
function quietness(
  copies: readonly ManagedAlert[],
  silences: ReadonlyMap<string, Silence>,
): Pick<CountedAlert, "silences" | "inhibited"> {
  const lasting = ({ silencedBy }: ManagedAlert) =>
    silencedBy.flatMap((id) => silences.get(id) ?? []).filter(({ state }) => state === "active");
  const quiet =
    copies.length > 0 &&
    copies.every((copy) => copy.state === "suppressed" && (copy.inhibitedBy.length > 0 || lasting(copy).length > 0));
  if (!quiet) return { silences: [], inhibited: false };
  return {
    silences: [...new Set(copies.flatMap(lasting))],
    inhibited: copies.some(({ inhibitedBy }) => inhibitedBy.length > 0),
  };
}

/**
 * What an alert is known by on both sides: its labels without those that Prometheus adds when it sends, by name and
 * value. A rule that rewrites labels on the way makes them two alerts, of which neither hides the other.
 */
function keyWithout(external: Labels): (labels: Labels) => string {
  return (labels) => {
    let key = "";
    for (const name of Object.keys(labels).sort()) {
      const value = labels[name]!;
      // With its length in front no text can be read as two, or two as one.
      if (value !== "" && external[name] !== value) key += `${name.length}:${name}${value.length}:${value}`;
    }
    return key;
  };
}

function factsOf(
  labels: Labels,
  annotations: Labels,
): Pick<CountedAlert, "name" | "severity" | "labels" | "annotations"> {
  return { name: nameOf(labels), severity: labels["severity"], labels, annotations };
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [["page", "critical"], ["error", "high", "major"], [], ["warning", "minor"], ["low"], ["info"], ["none"]].flatMap(
    (words, rank) => words.map((word) => [word, rank] as const),
  ),
);
const UNKNOWN_RANK = 2;

function worstFirst(one: CountedAlert, other: CountedAlert): number {
  return (
    rankOf(one) - rankOf(other) ||
    (one.since ?? 0) - (other.since ?? 0) ||
    (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
  );
}

function rankOf({ severity = "" }: CountedAlert): number {
  return RANKS.get(severity) ?? UNKNOWN_RANK;
}
