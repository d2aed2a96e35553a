import { Stop, type Clock } from "@release-actions/action-types";
import { openCounters, type Counters, type Prometheus } from "@release-actions/prometheus";
import { openJudge, type Measurement } from "@release-actions/slo";
import { runGate, type Source, type Window } from "../../actions/metrics-gate/gate.ts";
import type { Chance } from "./chance.ts";
import { ERROR_RATE, POLICY } from "./judged.ts";
import type { Outcome } from "./outcome.ts";
import { BAD, simulatedPrometheus, TOTAL } from "./simulated-prometheus.ts";
import { SECONDS, TICKS, type Slot } from "./world.ts";

const START = Date.UTC(2026, 0, 1);

/** One run through the action's own loop, its reading of counters and the judge, in time that does not pass. */
export async function throughLoop(slots: readonly Slot[], random: Chance): Promise<Outcome> {
  let passed = 0;
  const clock: Clock = {
    now: () => START + passed,
    monotonic: () => passed,
    sleep: async (milliseconds) => void (passed += milliseconds),
  };
  const source = sourceOf(simulatedPrometheus(slots, START, random));
  const judge = openJudge([ERROR_RATE], POLICY);
  const schedule = { warmup: 0, interval: SECONDS * 1000, ticks: TICKS, ingestDelay: 0 };
  const { verdict } = await runGate({ source, judge, objectives: 1, schedule, clock });
  return { verdict, seconds: passed / 1000 };
}

function sourceOf(prometheus: Pick<Prometheus, "query">): Source {
  const counters = { [TOTAL]: openCounters(START), [BAD]: openCounters(START) };
  const read = async (name: string, of: Counters, { to }: Window) => {
    const before = grown(of);
    const { value } = await prometheus.query(`${name}[${of.range(to)}ms]`, to);
    of.read(value, to);
    return grown(of) - before;
  };
  return {
    async measure(window): Promise<readonly Measurement[]> {
      try {
        const total = await read(TOTAL, counters[TOTAL], window);
        const bad = await read(BAD, counters[BAD], window);
        return [{ kind: "events", events: { total, bad: { least: bad, most: bad } } }];
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        return [{ kind: "none", sample: "query-error", detail: error.message }];
      }
    },
  };
}

const grown = (of: Counters) => of.grown().get("") ?? 0;
