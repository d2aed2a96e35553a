import type { Clock } from "@release-actions/action";
import { openJudge, runGate } from "@release-actions/slo";
import type { RatioSlo } from "@release-actions/slo/file";
import { openSampler } from "@release-actions/slo/prometheus";
import type { Chance } from "./chance.ts";
import { ERROR_RATE, POLICY } from "./judged.ts";
import type { Outcome } from "./outcome.ts";
import { BAD, simulatedPrometheus, TOTAL } from "./simulated-prometheus.ts";
import { LIMIT, SECONDS, TICKS, type Slot } from "./world.ts";

const START = Date.UTC(2026, 0, 1);
const SLO: RatioSlo = {
  kind: "ratio",
  name: ERROR_RATE.name,
  bad: [BAD],
  good: undefined,
  total: [TOTAL],
  below: LIMIT,
  maxRatio: undefined,
  badMayBeAbsent: false,
  dryRun: false,
};

/** One run through the gate's own sampler, loop and judge, in time that does not pass. */
export async function throughLoop(slots: readonly Slot[], random: Chance): Promise<Outcome> {
  let passed = 0;
  const clock: Clock = {
    now: () => START + passed,
    monotonic: () => passed,
    sleep: async (milliseconds) => void (passed += milliseconds),
  };
  const interval = SECONDS * 1000;
  const source = openSampler({
    prometheus: simulatedPrometheus(slots, START, random),
    slos: [SLO],
    tracks: { canary: [], baseline: undefined },
    interval,
    clock,
    io: { warning: () => undefined },
    signal: new AbortController().signal,
  });
  const judge = openJudge([ERROR_RATE], POLICY);
  const { verdict } = await runGate({
    source,
    judge,
    objectives: 1,
    schedule: { warmup: 0, interval, ticks: TICKS, ingestDelay: 0 },
    clock,
  });
  return { verdict, seconds: passed / 1000 };
}
