import { undecided } from "@release-actions/action";
import type { Answer, Prometheus, QueryResult } from "@release-actions/prometheus";
import type { Chance } from "./chance.ts";
import { LEAD, SECONDS, type Slot } from "./world.ts";

export const TOTAL = "requests_total";
export const BAD = "errors_total";

const SCRAPES = 2;
const RANGE = /^([a-z_]+)\[([0-9]+)(ms|s)\]$/;

interface Scrape {
  readonly time: number;
  readonly [TOTAL]: number;
  readonly [BAD]: number;
}

/**
 * A Prometheus that scraped the counters of a run twice in each slot. It answers `name[range]` for the time asked, as the real
 * one does, knows the names of its metrics, and in a slot without an answer it is down.
 */
export function simulatedPrometheus(slots: readonly Slot[], start: number, random: Chance): Prometheus {
  const scrapes = scraped(slots, start, random);
  const nothing = () =>
    Promise.reject(new RangeError("the simulated Prometheus was queried for what the gate does not need"));
  return {
    host: "simulated",
    version: nothing,
    rules: nothing,
    alerts: nothing,
    targets: nothing,
    externalLabels: nothing,
    labelNames: nothing,
    descriptions: () => Promise.resolve(undefined),
    labelValues: async () => ({ value: [TOTAL, BAD], warnings: [], infos: [], date: undefined }),
    async query(query, time = start): Promise<Answer<QueryResult>> {
      const [, name = "", count = "", unit = ""] = RANGE.exec(query) ?? [];
      if (name !== TOTAL && name !== BAD) throw new RangeError(`the simulated Prometheus does not understand ${query}`);
      const slot = slots[LEAD + Math.ceil((time - start) / (SECONDS * 1000)) - 1];
      if (slot?.answer === "query-error") throw undecided("the simulated Prometheus is down");
      const from = time - Number(count) * (unit === "s" ? 1000 : 1);
      const samples = scrapes
        .filter((scrape) => scrape.time > from && scrape.time <= time)
        .map((scrape) => ({ time: scrape.time, value: scrape[name] }));
      return { value: { kind: "matrix", series: [{ labels: {}, samples }] }, warnings: [], infos: [], date: undefined };
    },
  };
}

function scraped(slots: readonly Slot[], start: number, random: Chance): readonly Scrape[] {
  const scrapes: Scrape[] = [];
  let [total, bad] = [0, 0];
  for (const [i, slot] of slots.entries()) {
    const half = { total: 0, bad: random.binomial(slot.bad, 0.5) };
    half.total = half.bad + random.binomial(slot.total - slot.bad, 0.5);
    for (const part of [half, { total: slot.total - half.total, bad: slot.bad - half.bad }]) {
      total += part.total;
      bad += part.bad;
      const time = start + ((i - LEAD) * SECONDS + (scrapes.length % SCRAPES === 0 ? SECONDS / 2 : SECONDS)) * 1000;
      scrapes.push({ time, [TOTAL]: total, [BAD]: bad });
    }
  }
  return scrapes;
}
