import { describe, expect, test } from "@jest/globals";
import { openJudge } from "./index.ts";
import type { Measurement, Objective, Policy, ProportionObjective, SampleClass, Standing } from "./index.ts";

const POLICY: Policy = {
  mode: "evidence",
  alpha: 0.01,
  maxViolations: 3,
  minRequests: 100,
  minSamples: 5,
  ticks: 60,
  onNoData: "undecided",
  secondsPerTick: 10,
};
const COUNT: Policy = { ...POLICY, mode: "count", ticks: 10 };
const ERRORS: ProportionObjective = { kind: "proportion", name: "error rate", limit: 0.01, counted: true };
const COMPARED: ProportionObjective = { ...ERRORS, limit: 0.05, maxRatio: 1.5 };
const QUEUE: Objective = { kind: "value", name: "queue", max: 100, counted: true };

const events = (total: number, bad: number, most = bad): Measurement => ({
  kind: "events",
  events: { total, bad: { least: bad, most } },
});
const against = (total: number, bad: number, stableTotal: number, stableBad: number): Measurement => ({
  kind: "events",
  events: { total, bad: { least: bad, most: bad } },
  baseline: { total: stableTotal, bad: { least: stableBad, most: stableBad } },
});
const value = (number: number): Measurement => ({ kind: "value", value: number });
const none = (sample: Exclude<SampleClass, "ok" | "violation"> = "no-data"): Measurement => ({
  kind: "none",
  sample,
  detail: "it was so",
});
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** The run as the action does it: it ends when the standing is certain. */
function run(
  measurements: readonly Measurement[],
  objective: Objective,
  policy: Partial<Policy> = {},
): { standing: Standing; ticks: number } {
  const judge = openJudge([objective], { ...POLICY, ticks: measurements.length, ...policy });
  let tick = 0;
  for (const measurement of measurements) {
    judge.observe(tick++, [measurement]);
    if (judge.standing().certain) break;
  }
  return { standing: judge.standing(), ticks: tick };
}
const verdict = (...from: Parameters<typeof run>) => run(...from).standing.verdict;

describe("refusing", () => {
  test("T39: at 100 % errors the second tick refuses, and the run ends", () => {
    const { standing, ticks } = run(
      times(60, () => events(50, 50)),
      ERRORS,
    );
    expect([standing.verdict, standing.certain, ticks]).toEqual(["refused", true, 2]);
    expect(standing.reason).toContain("over the limit: evidence");
  });

  test("T45: a share of exactly the limit violates it, and so does a value", () => {
    const sampled = (objective: Objective, measurement: Measurement) =>
      openJudge([objective], POLICY).observe(0, [measurement])[0]!.class;
    expect(sampled(ERRORS, events(200, 2))).toBe("violation");
    expect(sampled(ERRORS, events(201, 2))).toBe("ok");
    expect(sampled(QUEUE, value(100))).toBe("violation");
    expect(sampled({ ...QUEUE, max: undefined, min: 0 }, value(0))).toBe("violation");
  });

  test("T45: in mode count, one violation in the middle decides the run at its end", () => {
    const { standing, ticks } = run(
      times(10, (i) => events(1000, i === 5 ? 50 : 0)),
      ERRORS,
      COUNT,
    );
    expect([standing.verdict, ticks]).toEqual(["refused", 10]);
    expect(standing.reason).toContain(
      "1 episode of violations in 10 answered ticks: so few do not end a run, and only one without any passes",
    );
    expect(
      verdict(
        times(10, () => events(1000, 0)),
        ERRORS,
        COUNT,
      ),
    ).toBe("passed");
  });

  test("episodes are runs of violations; an ok tick ends them, a tick without an answer does not", () => {
    const sequence = [200, 200, undefined, 200, 0, 200, undefined, undefined, 200, 0].map((number) =>
      number === undefined ? none() : value(number),
    );
    expect(run(sequence, QUEUE, COUNT).standing.objectives[0]).toMatchObject({
      episodes: 2,
      counts: { violation: 5, "no-data": 3, ok: 2 },
    });
  });

  test("more episodes than allowed end the run immediately", () => {
    const { standing, ticks } = run(
      times(60, (i) => value(i % 2 === 0 ? 200 : 0)),
      QUEUE,
    );
    expect([standing.verdict, ticks]).toEqual(["refused", 7]);
    expect(standing.reason).toContain("4 episodes of violations in 7 answered ticks, at most 3 allowed");
  });

  test("one long episode ends the run like many short ones", () => {
    const { standing, ticks } = run(
      times(60, (i) => (i < 10 ? value(0) : i === 12 ? none() : value(200))),
      QUEUE,
    );
    expect([standing.verdict, ticks]).toEqual(["refused", 15]);
    expect(standing.reason).toContain("1 episode of violations in 14 answered ticks, one of 4 violations, more than 3");
  });

  test("trap 17: a burst of five seconds with 30 % errors is one episode and not a refusal", () => {
    const burst = times(60, (i) => events(200, i === 30 ? 30 : 0));
    const { standing } = run(burst, ERRORS);
    expect(standing).toMatchObject({ verdict: "passed", objectives: [{ episodes: 1, counts: { violation: 1 } }] });
  });

  test("the evidence needed for a refusal grows with the number of objectives", () => {
    const judge = openJudge([ERRORS, QUEUE, { ...ERRORS, name: "latency" }], POLICY);
    expect(judge.standing().objectives.map(({ evidence }) => evidence?.needed)).toEqual([200, undefined, 200]);
  });
});

describe("passing", () => {
  test("a healthy service with traffic passes, and the reason has share, interval and limit", () => {
    const { standing } = run(
      times(60, (i) => events(200, i % 3 === 0 ? 1 : 0)),
      ERRORS,
    );
    expect(standing.verdict).toBe("passed");
    expect(standing.reason).toMatch(
      /^1 objective held: error rate: 0\.167 % of 12000 requests bad \(surely between 0\.0\d+ % and 0\.\d+ %\), limit 1 %$/,
    );
  });

  test("T43: nothing passes if nothing was judged", () => {
    const judge = openJudge([], POLICY);
    expect(judge.standing()).toMatchObject({ verdict: "undecided", certain: true });
    expect(() => openJudge([ERRORS], { ...POLICY, ticks: 0 })).toThrow(RangeError);
    expect(
      verdict(
        times(60, () => events(1000, 0)),
        { ...ERRORS, counted: false },
      ),
    ).toBe("undecided");
  });

  test("a service that got worse recently does not pass because it was good before", () => {
    const lately = times(60, (i) => events(2000, i < 50 ? 2 : 55));
    const { standing } = run(lately, ERRORS);
    expect(standing.verdict).not.toBe("passed");
    expect(standing.objectives[0]!.share!.value).toBeLessThan(0.01);
    expect(standing.reason).toContain("too much speaks against it");
  });

  test("nothing passes before the last tick", () => {
    const judge = openJudge([ERRORS], { ...POLICY, ticks: 10 });
    for (let tick = 0; tick < 9; tick++) judge.observe(tick, [events(10_000, 0)]);
    expect(judge.standing()).toMatchObject({ verdict: "undecided", certain: false });
    judge.observe(9, [events(10_000, 0)]);
    expect(judge.standing()).toMatchObject({ verdict: "passed", certain: true });
  });

  test("trap 12: a share inside a bucket refuses on its lower bound and passes on its upper bound", () => {
    expect(
      verdict(
        times(60, () => events(1000, 0, 500)),
        ERRORS,
      ),
    ).toBe("undecided");
    expect(
      verdict(
        times(60, () => events(1000, 50, 500)),
        ERRORS,
      ),
    ).toBe("refused");
    expect(
      verdict(
        times(60, () => events(1000, 0, 5)),
        ERRORS,
      ),
    ).toBe("passed");
  });

  test("one burst in ten ticks reveals too little about bursts to pass; in sixty ticks it is one burst", () => {
    const burst = (ticks: number) => times(ticks, (i) => events(2000, i === 3 ? 40 : 0));
    expect(verdict(burst(10), ERRORS)).toBe("undecided");
    expect(verdict(burst(60), ERRORS)).toBe("passed");
  });

  test("a limit over one half is judged from half-way to 1", () => {
    expect(
      verdict(
        times(60, () => events(100, 30)),
        { ...ERRORS, limit: 0.6 },
      ),
    ).toBe("passed");
  });

  test("the share's interval reaches from what is certainly bad to what may be", () => {
    const { share } = run(
      times(60, () => events(1000, 10, 30)),
      ERRORS,
    ).standing.objectives[0]!;
    expect(share!.value).toBeCloseTo(0.02, 9);
    expect(share!.low).toBeLessThan(0.01);
    expect(share!.high).toBeGreaterThan(0.03);
  });
});

describe("missing or invalid data", () => {
  test.each(["no-data", "invalid", "query-error", "partial", "skipped", "low-traffic"] as const)(
    "T40: a run of nothing but %s is undecided",
    (sample) => {
      expect(
        verdict(
          times(60, () => none(sample)),
          ERRORS,
        ),
      ).toBe("undecided");
      expect(
        verdict(
          times(60, () => none(sample)),
          QUEUE,
          { minSamples: 61 },
        ),
      ).toBe("undecided");
    },
  );

  test("T40: `refuse` turns missing data into a refusal that lists the kinds", () => {
    const { standing } = run(
      times(60, (i) => none(i % 2 === 0 ? "query-error" : "no-data")),
      ERRORS,
      { onNoData: "refuse" },
    );
    expect(standing.verdict).toBe("refused");
    expect(standing.reason).toContain("no answer in 60 ticks (no-data 30, query-error 30)");
  });

  test("trap 1: an idle service neither passes nor violates", () => {
    const { standing } = run(
      times(60, () => events(0, 0)),
      ERRORS,
    );
    expect(standing.verdict).toBe("undecided");
    expect(standing.objectives[0]!.counts).toMatchObject({ "low-traffic": 60, violation: 0, ok: 0 });
    expect(standing.reason).toContain("no requests at all");
  });

  test("traps 4, 10: what is not a number is never compared, and missing samples never pass", () => {
    const { standing } = run(
      times(60, () => value(Infinity)),
      { ...QUEUE, max: undefined, min: 1 },
    );
    expect(standing).toMatchObject({ verdict: "undecided", objectives: [{ counts: { invalid: 60 } }] });
    expect(
      verdict(
        times(60, () => value(NaN)),
        QUEUE,
      ),
    ).toBe("undecided");
  });

  test("trap 7: one minute without Prometheus in ten is tolerated, three are not", () => {
    const outage = (ticks: number) =>
      times(60, (i) => (i >= 20 && i < 20 + ticks ? none("query-error") : events(200, 0)));
    expect(verdict(outage(6), ERRORS)).toBe("passed");
    const { standing } = run(outage(18), ERRORS);
    expect(standing.verdict).toBe("undecided");
    expect(standing.reason).toContain("no answer in 18 ticks one after the other (query-error 18), more than 12");
  });

  test("trap 7: errors that come and go never add up to a pass, even if none of them lasts", () => {
    const flapping = times(60, (i) => (i % 5 < 3 ? none("query-error") : events(400, 0)));
    const { standing } = run(flapping, ERRORS);
    expect(standing.verdict).toBe("undecided");
    expect(standing.reason).toContain("no answer in 36 of 60 ticks");
  });

  test("trap 9: partial answers do not count as answers", () => {
    expect(
      verdict(
        times(60, (i) => (i % 2 === 0 || i === 1 ? none("partial") : events(400, 0))),
        ERRORS,
      ),
    ).toBe("undecided");
  });

  test("gates F4: less than one request refuses nothing, however bad", () => {
    const judged = (part: number) =>
      verdict(
        times(60, () => events(part, part)),
        ERRORS,
      );
    expect([0.0107, 0.016].map(judged)).toEqual(["undecided", "undecided"]);
  });

  test("trap 14: events may be fractions", () => {
    expect(
      verdict(
        times(60, () => events(187.5, 0.4)),
        ERRORS,
      ),
    ).toBe("passed");
    expect(
      verdict(
        times(60, () => events(187.5, 9.7)),
        ERRORS,
      ),
    ).toBe("refused");
    expect(
      verdict(
        times(60, () => against(40.2, 3.9, 360.6, 2.1)),
        COMPARED,
      ),
    ).toBe("refused");
  });

  test("little traffic: the reason states how much more time is needed", () => {
    const { standing } = run(
      times(60, () => events(2, 0)),
      ERRORS,
    );
    expect(standing.verdict).toBe("undecided");
    expect(standing.reason).toContain(
      "too few requests to tell it from 2 %: about 228 needed, about 9 more minutes at this rate",
    );
    const few = run(
      times(60, () => events(2, 0)),
      ERRORS,
      { minRequests: 600, secondsPerTick: undefined },
    ).standing;
    expect(few.reason).toContain("120 requests, 600 needed, about 240 more ticks at this rate");
  });

  test("one bad request at little traffic is not a violation, but remains evidence", () => {
    const judge = openJudge([ERRORS], POLICY);
    const [sample] = judge.observe(0, [events(10, 1)]);
    expect(sample).toMatchObject({ class: "low-traffic", value: 0.1 });
    expect(sample!.evidence).toBeGreaterThan(1);
    expect(judge.observe(1, [events(10, 2)])[0]!.class).toBe("violation");
  });

  test("impossible counts and a wrong kind of measurement are invalid", () => {
    const judge = openJudge([ERRORS], POLICY);
    const wrong = [events(-1, 0), events(NaN, 0), events(10, 5, 4), value(0)];
    expect(wrong.map((measurement, tick) => judge.observe(tick, [measurement])[0]!.class)).toEqual(
      times(4, () => "invalid"),
    );
  });

  test("a call that breaks the contract is a defect of the caller", () => {
    expect(() => openJudge([{ ...ERRORS, limit: 0 }], POLICY)).toThrow(RangeError);
    expect(() => openJudge([{ ...COMPARED, maxRatio: 0 }], POLICY)).toThrow(RangeError);
    expect(() => openJudge([ERRORS], { ...POLICY, alpha: 0 })).toThrow(RangeError);
    expect(() => openJudge([ERRORS], POLICY).observe(1, [none()])).toThrow(RangeError);
    expect(() => openJudge([ERRORS], POLICY).observe(0, [])).toThrow(RangeError);
  });
});
