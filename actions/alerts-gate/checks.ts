import type { Rule, RuleGroup, Target } from "@release-actions/prometheus";
import { fail, pass, skipped, unknown, warn, type CheckRow, type DecisionRules } from "@release-actions/report";
import { formatCount, formatDuration, oneLine, pluralize, shorten } from "@release-actions/text";
import { isManaged, withExternal, type Compared, type CountedAlert } from "./compare.ts";
import type { AlertmanagerState, PrometheusState } from "./queries.ts";
import { canGive, mayConcern, nameOf, type Scope } from "./scope.ts";

/** Every check, in the order of the report. */
export const CHECKS = [
  "prometheus",
  "alertmanager",
  "scope",
  "rules",
  "targets",
  "watchdog",
  "pending",
  "alerts",
] as const;
export type Check = (typeof CHECKS)[number];
export type Row = CheckRow<Check>;

export const RULES: DecisionRules<Check> = {
  required: CHECKS,
  accepted: {
    prometheus: ["pass"],
    alertmanager: ["pass"],
    scope: ["pass", "skipped"],
    rules: ["pass"],
    targets: ["pass"],
    watchdog: ["pass", "skipped"],
    pending: ["pass", "warn"],
    alerts: ["pass", "warn"],
  },
};

/** The alert that always fires: proof that rules are evaluated and that alerts arrive. */
const WATCHDOG = "Watchdog";
const SHOWN = 5;

export function prometheusRow({ version, warnings }: PrometheusState): Row {
  if (warnings.length > 0) {
    return unknown(
      "prometheus",
      `its answer may be incomplete: ${listed(warnings)}`,
      "Make sure that all stores behind this address answer, then run again.",
    );
  }
  return pass("prometheus", version === undefined ? "answered" : `answered, version ${version}`);
}

export function alertmanagerRow({ status }: AlertmanagerState): Row {
  const known = status.version === undefined ? "answered" : `answered, version ${status.version}`;
  if (status.cluster === "ready" || status.cluster === "disabled") return pass("alertmanager", known);
  return unknown(
    "alertmanager",
    `${known}, but its cluster is ${status.cluster}: it may not have all alerts and silences yet`,
    "Run again in a minute.",
  );
}

export function scopeRow({ unseen }: PrometheusState, { labels, severities }: Scope): Row {
  if (unseen.length > 0) {
    return unknown(
      "scope",
      `Prometheus has nothing with ${unseen.join(" and ")}`,
      "Check the spelling of namespace and matchers: no alerts of something that does not exist prove nothing.",
    );
  }
  const parts = [...labels].map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  if (severities.size > 0) parts.push(`severity ${[...severities].join(", ")} or none`);
  return parts.length === 0
    ? skipped("scope", "all alerts count")
    : pass("scope", `alerts with ${parts.join(" and ")} count`);
}

/** Whether the rules that could produce an alert that counts were evaluated recently and without error. `maxStaleness`: milliseconds, in addition to the interval of a group. */
export function rulesRow({ groups, alerts, now, date }: PrometheusState, scope: Scope, maxStaleness: number): Row {
  const all = groups.flatMap(({ rules }) => rules);
  const watched = all.filter(
    ({ kind, name, labels }) => kind === "alerting" && name !== WATCHDOG && canGive(name, labels, scope),
  );
  if (watched.length === 0) {
    const remedy = "Check the address, namespace, matchers and severity, and that Prometheus has loaded its rules.";
    return unknown("rules", "no alerting rule could produce an alert that counts: nothing was checked", remedy);
  }
  const needed = new Set([...watched, ...recordedFor(watched, groups)]);
  const firing = new Set(alerts.filter(({ state }) => state === "firing").map(({ labels }) => nameOf(labels)));
  const problems = groups.flatMap(({ rules, interval }) =>
    rules
      .filter((rule) => needed.has(rule))
      .flatMap((rule) => problemOf(rule, { now, date, limit: interval + maxStaleness }, firing) ?? []),
  );
  if (problems.length > 0)
    return unknown(
      "rules",
      listed(problems),
      "Fix the rules, or find out why Prometheus does not evaluate them: until then an alert may be missing.",
    );
  const recorded = needed.size - watched.length;
  return pass(
    "rules",
    `${formatCount(watched.length, "alerting rule")}${recorded === 0 ? "" : ` and ${formatCount(recorded, "recording rule")} they read`} evaluated without error`,
  );
}

interface Freshness extends Pick<PrometheusState, "now" | "date"> {
  readonly limit: number;
}

function problemOf(
  { name, kind, health, lastError, lastEvaluation, state }: Rule,
  { now, date = now, limit }: Freshness,
  firing: ReadonlySet<string>,
): string | undefined {
  const shown = `the rule ${name}`;
  if (health !== "ok")
    return health === "err"
      ? `${shown} fails: ${lastError ?? "no reason given"}`
      : `${shown} has the health ${health}, which proves nothing`;
  if (lastEvaluation === undefined) return `${shown} was never evaluated`;
  const age = now - lastEvaluation;
  if (age > limit && date - lastEvaluation <= limit) {
    return `${shown} was evaluated ${formatDuration(age, 1)} ago by this machine's clock, but recently by the server's: a clock is wrong, or a cache answered`;
  }
  if (age > limit) return `${shown} was last evaluated ${formatDuration(age, 1)} ago`;
  if (age < -limit) return `${shown} was evaluated ${formatDuration(-age, 1)} in the future: a clock is wrong`;
  if (kind === "alerting" && state === "firing" && !firing.has(name))
    return `${shown} fires, but none of its alerts is shown`;
  return undefined;
}

const IDENTIFIER = /[a-zA-Z_:][a-zA-Z0-9_:]*/g;

/** The recording rules whose series these rules read, directly or through others. */
function recordedFor(rules: readonly Rule[], groups: readonly RuleGroup[]): readonly Rule[] {
  const recording = new Map<string, Rule[]>();
  for (const rule of groups.flatMap((group) => group.rules)) {
    if (rule.kind === "recording") recording.set(rule.name, [...(recording.get(rule.name) ?? []), rule]);
  }
  const found = new Set<Rule>();
  const open = [...rules];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    for (const [name] of rule.query.matchAll(IDENTIFIER)) {
      open.push(...(recording.get(name) ?? []).filter((one) => !found.has(one)));
      for (const one of recording.get(name) ?? []) found.add(one);
      recording.delete(name);
    }
  }
  return [...found];
}

/** Targets whose labels are outside the scope do not count; if none is in the scope, all count. */
export function targetsRow({ targets, externalLabels }: PrometheusState, scope: Scope): Row {
  const ours = targets.filter(({ labels }) => mayConcern(withExternal(labels, externalLabels), scope));
  const judged = ours.length > 0 ? ours : targets;
  const whose =
    scope.labels.size === 0 ? "" : ours.length > 0 ? " in the scope" : "; none is in the scope, so all count";
  if (judged.length === 0)
    return unknown(
      "targets",
      "nothing is scraped",
      "Make sure that Prometheus has targets: without them no rule can see anything.",
    );
  const blind = judged.filter(({ health }) => health !== "up");
  if (blind.length === 0) return pass("targets", `${formatCount(judged.length, "target")} up${whose}`);
  const remedy = "Bring them up, or remove them from Prometheus if they are gone: what is not scraped raises no alert.";
  return unknown(
    "targets",
    `${blind.length} of ${formatCount(judged.length, "target")}${whose}: ${listed(blind.map(shownTarget))}`,
    remedy,
  );
}

function shownTarget({ labels: { job = "", instance = "" }, health, lastError = "" }: Target): string {
  return `${job} ${instance} is ${health === "down" ? "down" : "not scraped yet"}${lastError === "" ? "" : ` (${lastError})`}`;
}

export function watchdogRow(required: boolean, watched: PrometheusState, managed: AlertmanagerState | undefined): Row {
  if (!required) return skipped("watchdog", "not required");
  const found = watched.alerts.find(({ labels, state }) => state === "firing" && nameOf(labels) === WATCHDOG);
  if (found === undefined) {
    const remedy =
      "Check that Prometheus evaluates its rules; if the rule does not exist, add one that always fires or remove require-watchdog.";
    return unknown("watchdog", `${WATCHDOG} does not fire, but it always should`, remedy);
  }
  if (managed === undefined)
    return unknown("watchdog", "it fires, but Alertmanager did not answer", "Run again when Alertmanager answers.");
  if (isManaged(found.labels, watched, managed)) return pass("watchdog", "it fires and reaches Alertmanager");
  const remedy =
    "After a restart this takes a minute or two: run again. If this persists, this Prometheus does not send its alerts to this Alertmanager.";
  return unknown("watchdog", "it fires but has not reached Alertmanager", remedy);
}

export function pendingRow({ pending }: Compared, policy: "warn" | "refuse"): Row {
  if (pending.length === 0) return pass("pending", "none");
  const detail = `${formatCount(pending.length, "alert")} about to fire: ${listed(pending.map(shownAlert))}`;
  if (policy === "warn") return warn("pending", detail, "Wait to see whether they fire before you release.");
  return fail("pending", detail, "Wait until they are gone, or resolve their cause.");
}

export function alertsRow({ firing, silenced }: Compared): Row {
  const quiet = silenced.length === 0 ? "" : `${formatCount(silenced.length, "alert")} silenced or inhibited`;
  if (firing.length > 0) {
    const detail = `${formatCount(firing.length, "alert")} ${pluralize(firing.length, "fires", "fire")}: ${listed(firing.map(shownAlert))}${quiet === "" ? "" : `; ${quiet}`}`;
    return fail(
      "alerts",
      detail,
      "Resolve them before you release. Silence those that do not matter to this release in Alertmanager, by name and with an end time.",
    );
  }
  if (silenced.length === 0) return pass("alerts", "none fires");
  return warn(
    "alerts",
    `none fires, except ${quiet}: ${listed(silenced.map(shownQuiet))}`,
    "Check whether that was decided with this release in mind.",
  );
}

/** If Alertmanager does not answer, what fires in Prometheus may be silenced; what only Alertmanager has may be old. */
export function halfRow(firing: number, from: "Prometheus" | "Alertmanager"): Row {
  const other = from === "Prometheus" ? "Alertmanager" : "Prometheus";
  const shown = firing === 0 ? "no alert" : formatCount(firing, "alert");
  return unknown(
    "alerts",
    `${from} has ${shown} firing, but ${other} did not answer`,
    `Run again when ${other} answers.`,
  );
}

export function shownAlert({ name, severity, labels, known }: CountedAlert): string {
  const where = [labels["namespace"], labels["job"], labels["instance"]]
    .filter((value) => value !== undefined)
    .join(" ");
  const by = known === "alertmanager" ? ", known only to Alertmanager" : "";
  return shorten(
    oneLine(
      `${name === "" ? "(no name)" : name} (${severity ?? "no severity"}${where === "" ? "" : `, ${where}`}${by})`,
    ),
    200,
  );
}

function shownQuiet(alert: CountedAlert): string {
  return shorten(`${shownAlert(alert)} ${quietBy(alert)}`, 300);
}

/** "silenced by ann until 2026-11-21T12:00Z: the comment". */
export function quietBy({ silences, inhibited }: CountedAlert): string {
  const by = silences.map(({ createdBy, comment, endsAt }) => {
    const until = endsAt === undefined ? "" : ` until ${minute(endsAt)}`;
    return `silenced by ${oneLine(createdBy) || "nobody named"}${until}${comment === "" ? "" : `: ${oneLine(comment)}`}`;
  });
  return [...by, ...(inhibited ? ["inhibited by another alert"] : [])].join("; ");
}

export function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}

function listed(items: readonly string[]): string {
  const shown = items
    .slice(0, SHOWN)
    .map((item) => shorten(oneLine(item), 300))
    .join("; ");
  return items.length > SHOWN ? `${shown}; and ${items.length - SHOWN} more` : shown;
}
