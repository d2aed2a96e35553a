import { ActionError, invalid, type Io } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import { matcher, matcherText, oneOf, selector, type Answer, type Matcher } from "@release-actions/prometheus";
import type { Prometheus } from "@release-actions/prometheus";
import type { Slo } from "../file/types.ts";
import { selectorsOf, type OwnSelector, type Tracks } from "./plan.ts";

/**
 * Finds matchers whose label no series of their metric has. Such a selector selects nothing, or everything, and a
 * misspelt label would look like a release without errors. A value that never occurs is normal: no error has it yet.
 */
export interface LabelCheck {
  /** Throws `invalid` for such a label. */
  check(slo: Slo): Promise<void>;
}

export interface LabelCheckOptions {
  readonly prometheus: Prometheus;
  readonly tracks: Tracks;
  readonly clock: { now(): number };
  readonly io: Pick<Io, "warning">;
}

/** What has had no series for this long is a mistake. */
export const LOOK_BACK = 30 * 86_400_000;
/** For what is current. */
export const LATELY = 3_600_000;
/** With more jobs than this, all series of the metric count. */
const MAX_JOBS = 20;
const MAX_SHOWN = 30;
/** Since Prometheus 3 a name may contain anything; others are only counted. */
const PLAIN = /^[a-zA-Z0-9_.-]{1,100}$/;

interface Names {
  readonly lately: ReadonlySet<string>;
  readonly ever: ReadonlySet<string>;
}

export function openLabelCheck({ prometheus, tracks, clock, io }: LabelCheckOptions): LabelCheck {
  const names = new Map<string, Promise<Names | undefined>>();
  const counts = new Map<string, Promise<boolean | undefined>>();
  const jobs = new Map<string, Promise<readonly string[]>>();
  const warned = new Set<string>();

  function warn(text: string): void {
    if (!warned.has(text)) io.warning(text);
    warned.add(text);
  }

  /** The jobs that the release is part of: the same metric may have other labels in another service. */
  function jobsOf(totals: readonly string[]): Promise<readonly string[]> {
    const selectors = totals.map((metric) => selector(metric, tracks.canary));
    return once(jobs, selectors.join(), async () => {
      const answer = complete(await prometheus.labelValues("job", clock.now() - LOOK_BACK, selectors));
      return answer === undefined || answer.length > MAX_JOBS ? [] : answer.filter((job) => job !== "");
    });
  }

  /** The labels of a metric's series, of the release's jobs if they have any; undefined if the server does not list them. */
  async function namesOf(metric: string, among: readonly string[]): Promise<Names | undefined> {
    const own = among.length === 0 ? undefined : await listed(selector(metric, [oneOf("job", among)]));
    return own !== undefined && own.ever.size > 0 ? own : await listed(selector(metric));
  }

  function listed(text: string): Promise<Names | undefined> {
    return once(names, text, async () => {
      const now = clock.now();
      const lately = complete(await prometheus.labelNames(now - LATELY, [text]));
      const ever = lately && complete(await prometheus.labelNames(now - LOOK_BACK, [text]));
      return ever && { lately: new Set(lately), ever: new Set(ever) };
    });
  }

  /** Whether a selector has had series lately; undefined if no answer tells. */
  function occurs(text: string): Promise<boolean | undefined> {
    return once(counts, text, async () => {
      try {
        const query = `count(last_over_time(${text}[${LATELY / 60_000}m]))`;
        const { value, warnings } = await prometheus.query(query, clock.now());
        if (value.kind === "vector" && value.series.length > 0) return true;
        return warnings.length > 0 ? undefined : false;
      } catch (error) {
        // What cannot be evaluated tells nothing; a missing answer concerns all objectives alike.
        if (!(error instanceof ActionError) || error instanceof HttpError || error.verdict === "interrupted")
          throw error;
        return undefined;
      }
    });
  }

  /** Whether the metric has series, none of which has the label; undefined if it has none, or no answer tells. */
  async function lacks(metric: string, label: string, known: Names | undefined): Promise<boolean | undefined> {
    if (known !== undefined) return known.ever.size === 0 ? undefined : !known.ever.has(label);
    const has = await occurs(selector(metric, [matcher(label, "!=", "")]));
    if (has !== false) return has === undefined ? undefined : false;
    return (await occurs(selector(metric))) === true ? true : undefined;
  }

  /** Where label names are not listed, the queries that the gate needs anyway tell. */
  async function checkByQuery(own: OwnSelector, label: string): Promise<void> {
    const isMissing = await lacks(own.metric, label, undefined);
    if (isMissing === true) throw absent(own, label, []);
    if (isMissing === false) return;
    warn(
      `Could not check whether ${own.metric} has the label ${label}: Prometheus, or a proxy in front of it, does not tell. A misspelled label selects nothing.`,
    );
  }

  /** `ever`, and not lately: it may have been renamed. */
  function warnIfOld(own: OwnSelector, label: string, { lately }: Names): void {
    if (lately.size === 0 || lately.has(label)) return;
    warn(`No series of ${own.metric} has had the label ${label} for an hour: what is selected by it counts as none.`);
  }

  async function checkOwn(own: OwnSelector, known: Names | undefined): Promise<void> {
    for (const one of own.matchers) {
      const { label } = one;
      if (allowsAbsence(one)) {
        if (own.role === "good" && known !== undefined && !known.ever.has(label))
          warn(`No series of ${own.metric} has the label ${label}, so ${matcherText(one)} counts all of them as good.`);
      } else if (known === undefined) await checkByQuery(own, label);
      // Without any label there is no series: nothing is counted wrongly.
      else if (known.ever.size === 0) continue;
      else if (known.ever.has(label)) warnIfOld(own, label, known);
      else throw absent(own, label, [...known.ever]);
    }
  }

  /** Labels of the release that the total has, and the bad or good events do not. */
  async function checkTracks(own: OwnSelector, totals: readonly string[], among: readonly string[]): Promise<void> {
    const needed = [...tracks.canary, ...(tracks.baseline ?? [])].filter((one) => !selectsAbsent(one));
    if (needed.length === 0) return;
    const known = await namesOf(own.metric, among);
    for (const one of needed) {
      if ((await lacks(own.metric, one.label, known)) !== true) continue;
      for (const total of totals)
        if ((await lacks(total, one.label, await namesOf(total, among))) === false)
          throw absent(own, one.label, [...(known?.ever ?? [])]);
    }
  }

  return {
    async check(slo) {
      const selectors = selectorsOf(slo);
      const totals = selectors.filter(({ role }) => role === "total").map(({ metric }) => metric);
      const among = totals.length === 0 ? [] : await jobsOf(totals);
      for (const own of selectors) {
        if (own.matchers.length > 0) await checkOwn(own, await namesOf(own.metric, among));
        const mayAppear = slo.kind === "ratio" && own.role === "bad" && slo.badMayBeAbsent;
        if ((own.role === "bad" || own.role === "good") && !mayAppear) await checkTracks(own, totals, among);
      }
    },
  };
}

/** The answer unless it may be incomplete: then an absence proves nothing. */
function complete(answer: Answer<readonly string[]> | undefined): readonly string[] | undefined {
  return answer === undefined || answer.warnings.length > 0 ? undefined : answer.value;
}

function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** The author says that series without the label are meant. */
function allowsAbsence({ operator, value }: Matcher): boolean {
  return operator === "="
    ? value === ""
    : operator === "=~" && value.split("|").some((one) => one === "" || one === ".*");
}

/** It also selects series without the label. */
function selectsAbsent(one: Matcher): boolean {
  return one.operator.startsWith("!")
    ? !allowsAbsence({ ...one, operator: one.operator === "!=" ? "=" : "=~" })
    : allowsAbsence(one);
}

function absent({ role, metric }: OwnSelector, label: string, names: readonly string[]): ActionError {
  const all = names.filter((name) => name !== "__name__" && name !== "le");
  const shown = all
    .filter((name) => PLAIN.test(name))
    .sort()
    .slice(0, MAX_SHOWN);
  const more = all.length > shown.length ? `, and ${all.length - shown.length} more` : "";
  const has = shown.length === 0 ? "" : ` Its labels are ${shown.join(", ")}${more}.`;
  const other =
    role === "bad"
      ? ` If only failed requests have it, count the others instead, as good: ${selector(metric, [matcher(label, "=", "")])}.`
      : "";
  return invalid(`no series of ${metric} has the label ${label}`, { remedy: `Check the label's name.${has}${other}` });
}
