import type { Labels, ManagedAlert, Silence } from "@release-actions/prometheus";
import type { Managed, Watched } from "./ask.ts";
import { isInScope, nameOf, type Scope } from "./scope.ts";

/** One alert that counts, as both servers see it. */
export interface Standing {
  readonly name: string;
  readonly severity: string | undefined;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Wall clock milliseconds. */
  readonly since: number | undefined;
  /** Who knows of it: both, or one alone. */
  readonly known: "both" | "prometheus" | "alertmanager";
  readonly silences: readonly Silence[];
  /** An alert that is there keeps this one quiet. */
  readonly inhibited: boolean;
}

export interface Compared {
  readonly firing: readonly Standing[];
  readonly pending: readonly Standing[];
  /** Firing, and kept quiet by someone's decision or by a rule of Alertmanager's. */
  readonly silenced: readonly Standing[];
}

/**
 * The alerts that count, from both. Prometheus knows what fires, Alertmanager what is silenced and what others sent it;
 * it hears of an alert late, and keeps one for minutes when Prometheus falls silent. What only one of them has, counts.
 */
export function compare({ alerts, externalLabels }: Watched, managed: Managed, scope: Scope): Compared {
  const key = keyWithout(externalLabels);
  const silences = new Map(managed.silences.map((silence) => [silence.id, silence]));
  const byKey = new Map<string, ManagedAlert[]>();
  for (const alert of managed.alerts) {
    const known = byKey.get(key(alert.labels));
    if (known === undefined) byKey.set(key(alert.labels), [alert]);
    else known.push(alert);
  }

  const firing: Standing[] = [];
  const pending: Standing[] = [];
  const silenced: Standing[] = [];
  const seen = new Set<string>();
  const firingKeys = new Set<string>();
  for (const { labels, annotations, state, activeAt } of alerts) {
    const own = key(labels);
    if (state === "firing") firingKeys.add(own);
    const effective = { ...externalLabels, ...labels };
    if (!isInScope(effective, scope)) continue;
    if (seen.has(`${state} ${own}`)) continue;
    seen.add(`${state} ${own}`);
    const copies = byKey.get(own) ?? [];
    const standing = { ...factsOf(effective, annotations), since: activeAt, known: copies.length === 0 ? "prometheus" : "both" } as const;
    if (state === "pending") pending.push({ ...standing, silences: [], inhibited: false });
    else place({ ...standing, ...quietness(copies, silences) });
  }
  for (const alert of managed.alerts) {
    if (firingKeys.has(key(alert.labels)) || !isInScope(alert.labels, scope)) continue;
    place({ ...factsOf(alert.labels, alert.annotations), since: alert.startsAt, known: "alertmanager", ...quietness([alert], silences) });
  }
  return { firing: firing.toSorted(worstFirst), pending: pending.toSorted(worstFirst), silenced: silenced.toSorted(worstFirst) };

  function place(standing: Standing): void {
    (standing.silences.length > 0 || standing.inhibited ? silenced : firing).push(standing);
  }
}

/** Whether Alertmanager has an alert with these labels, in whatever state. */
export function isManaged(labels: Labels, { externalLabels }: Watched, managed: Managed): boolean {
  const key = keyWithout(externalLabels);
  const own = key(labels);
  return managed.alerts.some((alert) => key(alert.labels) === own);
}

/** Quiet only where every copy is, by a silence that still lasts; a mute time is about messages and makes nothing quiet. */
function quietness(copies: readonly ManagedAlert[], silences: ReadonlyMap<string, Silence>): Pick<Standing, "silences" | "inhibited"> {
  const lasting = ({ silencedBy }: ManagedAlert) => silencedBy.flatMap((id) => silences.get(id) ?? []).filter(({ state }) => state === "active");
  const quiet = copies.length > 0 && copies.every((copy) => copy.state === "suppressed" && (copy.inhibitedBy.length > 0 || lasting(copy).length > 0));
  if (!quiet) return { silences: [], inhibited: false };
  return { silences: [...new Set(copies.flatMap(lasting))], inhibited: copies.some(({ inhibitedBy }) => inhibitedBy.length > 0) };
}

/**
 * What an alert is known by on both sides: its labels without those that Prometheus adds when it sends, by name and
 * value. A rule that rewrites labels on the way makes them two alerts, of which neither hides the other.
 */
function keyWithout(external: Labels): (labels: Labels) => string {
  return (labels) => {
    const names = Object.keys(labels).filter((name) => labels[name] !== "" && external[name] !== labels[name]);
    return JSON.stringify(names.toSorted().map((name) => [name, labels[name]]));
  };
}

function factsOf(labels: Labels, annotations: Labels): Pick<Standing, "name" | "severity" | "labels" | "annotations"> {
  return { name: nameOf(labels), severity: labels["severity"], labels, annotations };
}

const RANKS: Readonly<Record<string, number>> = { page: 0, critical: 0, error: 1, high: 1, major: 1, warning: 3, minor: 3, low: 4, info: 5, none: 6 };
const UNKNOWN_RANK = 2;

function worstFirst(one: Standing, other: Standing): number {
  return rankOf(one) - rankOf(other) || (one.since ?? 0) - (other.since ?? 0) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
}

function rankOf({ severity }: Standing): number {
  return RANKS[severity?.toLowerCase() ?? ""] ?? UNKNOWN_RANK;
}
