import type { Rule, RuleGroup, Target } from "@release-actions/prometheus";
import { oneLine, shorten } from "@release-actions/text";
import type { Managed, Watched } from "./ask.ts";
import { isManaged, withExternal, type Compared, type Standing } from "./compare.ts";
import { fail, pass, skipped, unknown, warn, type Row } from "./rows.ts";
import { canGive, mayConcern, nameOf, type Scope } from "./scope.ts";

/** The alert that always fires: it proves that rules are evaluated and that alerts arrive. */
const WATCHDOG = "Watchdog";
const SHOWN = 5;

export function prometheusRow({ version, warnings }: Watched): Row {
  if (warnings.length > 0) {
    return unknown(
      "prometheus",
      `its answer may not be whole: ${listed(warnings)}`,
      "See that all stores behind the address answer, then run again.",
    );
  }
  return pass("prometheus", version === undefined ? "answered" : `answered, version ${version}`);
}

export function alertmanagerRow({ status }: Managed): Row {
  const known = status.version === undefined ? "answered" : `answered, version ${status.version}`;
  if (status.cluster === "ready" || status.cluster === "disabled") return pass("alertmanager", known);
  return unknown(
    "alertmanager",
    `${known}, but its cluster is ${status.cluster}: it may not have all alerts and silences yet`,
    "Run again in a minute.",
  );
}

export function scopeRow({ unseen }: Watched, { labels, severities }: Scope): Row {
  if (unseen.length > 0) {
    return unknown(
      "scope",
      `Prometheus has nothing with ${unseen.join(" and ")}`,
      "Check the spelling of namespace and matchers: what matches nothing is not proven quiet.",
    );
  }
  const parts = [...labels].map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  if (severities.size > 0) parts.push(`severity ${[...severities].join(", ")} or none`);
  return parts.length === 0
    ? skipped("scope", "all alerts count")
    : pass("scope", `alerts with ${parts.join(" and ")} count`);
}

/** Whether the rules that could give an alert that counts were evaluated, well and lately. `maxStaleness` is beyond a group's interval. */
export function rulesRow({ groups, alerts, now, date }: Watched, scope: Scope, maxStaleness: number): Row {
  const all = groups.flatMap(({ rules }) => rules);
  const watched = all.filter(
    ({ kind, name, labels }) => kind === "alerting" && name !== WATCHDOG && canGive(name, labels, scope),
  );
  if (watched.length === 0) {
    const remedy = "Check the address, namespace, matchers and severity, and that Prometheus has loaded its rules.";
    return unknown("rules", "no alerting rule could give an alert that counts: nothing was checked", remedy);
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
      "Mend the rules, or see why Prometheus does not evaluate them: until then an alert may be missing.",
    );
  const recorded = needed.size - watched.length;
  return pass(
    "rules",
    `${counted(watched.length, "alerting rule")}${recorded === 0 ? "" : ` and ${counted(recorded, "recording rule")} they read`} evaluated without error`,
  );
}

interface Freshness extends Pick<Watched, "now" | "date"> {
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
    return `${shown} was evaluated ${inWords(age)} ago by this machine's clock, and lately by the server's: a clock is wrong, or a cache answered`;
  }
  if (age > limit) return `${shown} was last evaluated ${inWords(age)} ago`;
  if (age < -limit) return `${shown} was evaluated ${inWords(-age)} in the future: a clock is wrong`;
  if (kind === "alerting" && state === "firing" && !firing.has(name))
    return `${shown} fires, and none of its alerts is shown`;
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

/** Targets that say they belong elsewhere do not count; where none says that it belongs here, all do. */
export function targetsRow({ targets, externalLabels }: Watched, scope: Scope): Row {
  const ours = targets.filter(({ labels }) => mayConcern(withExternal(labels, externalLabels), scope));
  const judged = ours.length > 0 ? ours : targets;
  const whose =
    scope.labels.size === 0 ? "" : ours.length > 0 ? " of the scope" : "; none is of the scope, so all count";
  if (judged.length === 0)
    return unknown(
      "targets",
      "nothing is scraped",
      "See that Prometheus has targets: without them no rule can see anything.",
    );
  const blind = judged.filter(({ health }) => health !== "up");
  if (blind.length === 0) return pass("targets", `${counted(judged.length, "target")} up${whose}`);
  const remedy =
    "Bring them up, or have Prometheus no longer scrape what is gone: nobody sees alerts of what is not scraped.";
  return unknown(
    "targets",
    `${blind.length} of ${counted(judged.length, "target")}${whose}: ${listed(blind.map(shownTarget))}`,
    remedy,
  );
}

function shownTarget({ labels: { job = "", instance = "" }, health, lastError = "" }: Target): string {
  return `${job} ${instance} is ${health === "down" ? "down" : "not scraped yet"}${lastError === "" ? "" : ` (${lastError})`}`;
}

export function watchdogRow(required: boolean, watched: Watched, managed: Managed | undefined): Row {
  if (!required) return skipped("watchdog", "not required");
  const found = watched.alerts.find(({ labels, state }) => state === "firing" && nameOf(labels) === WATCHDOG);
  if (found === undefined) {
    const remedy =
      "Check that Prometheus evaluates its rules; where there is no such rule, add one that always fires or leave require-watchdog out.";
    return unknown("watchdog", `${WATCHDOG} does not fire, and it always should`, remedy);
  }
  if (managed === undefined)
    return unknown(
      "watchdog",
      "it fires, and Alertmanager cannot be asked for it",
      "Run again when Alertmanager answers.",
    );
  if (isManaged(found.labels, watched, managed)) return pass("watchdog", "it fires and reaches Alertmanager");
  const remedy =
    "After a restart this takes a minute or two: run again. If it stays so, this Prometheus does not send its alerts to this Alertmanager.";
  return unknown("watchdog", "it fires and has not reached Alertmanager", remedy);
}

export function pendingRow({ pending }: Compared, policy: "warn" | "refuse"): Row {
  if (pending.length === 0) return pass("pending", "none");
  const detail = `${counted(pending.length, "alert")} about to fire: ${listed(pending.map(shownAlert))}`;
  if (policy === "warn") return warn("pending", detail, "Wait whether they come to fire before you release.");
  return fail("pending", detail, "Wait until they are gone, or resolve what causes them.");
}

export function alertsRow({ firing, silenced }: Compared): Row {
  const quiet = silenced.length === 0 ? "" : `${counted(silenced.length, "alert")} silenced or inhibited`;
  if (firing.length > 0) {
    const detail = `${firing.length === 1 ? "1 alert fires" : `${firing.length} alerts fire`}: ${listed(firing.map(shownAlert))}${quiet === "" ? "" : `; ${quiet}`}`;
    return fail(
      "alerts",
      detail,
      "Resolve them before you release. What is known and does not matter to this release is silenced in Alertmanager, by name and until a time.",
    );
  }
  if (silenced.length === 0) return pass("alerts", "none fires");
  return warn(
    "alerts",
    `none fires, but for ${quiet}: ${listed(silenced.map(shownQuiet))}`,
    "Look whether that was decided with this release in mind.",
  );
}

/** What fires in Prometheus while Alertmanager gives no answer may be silenced; what stands in Alertmanager alone may be old. */
export function halfRow(firing: number, from: "Prometheus" | "Alertmanager"): Row {
  const other = from === "Prometheus" ? "Alertmanager" : "Prometheus";
  const shown = firing === 0 ? "no alert" : counted(firing, "alert");
  return unknown(
    "alerts",
    `${from} has ${shown} firing, and ${other} gave no answer`,
    `Run again when ${other} answers.`,
  );
}

export function shownAlert({ name, severity, labels, known }: Standing): string {
  const where = [labels["namespace"], labels["job"], labels["instance"]]
    .filter((value) => value !== undefined)
    .join(" ");
  const by = known === "alertmanager" ? ", known to Alertmanager alone" : "";
  return shorten(
    oneLine(
      `${name === "" ? "(no name)" : name} (${severity ?? "no severity"}${where === "" ? "" : `, ${where}`}${by})`,
    ),
    200,
  );
}

function shownQuiet(standing: Standing): string {
  return shorten(`${shownAlert(standing)} ${quietBy(standing)}`, 300);
}

/** "silenced by ann until 2026-11-21T12:00Z: the comment". */
export function quietBy({ silences, inhibited }: Standing): string {
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

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function inWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 2) return `${Math.floor(milliseconds / 1000)} s`;
  return minutes < 120
    ? `${minutes} min`
    : minutes < 2_880
      ? `${Math.floor(minutes / 60)} h`
      : `${Math.floor(minutes / 1440)} days`;
}
