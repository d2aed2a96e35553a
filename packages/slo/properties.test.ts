import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openJudge } from "./index.ts";
import type { Measurement, Objective, Policy, Standing } from "./index.ts";

const OBJECTIVES: readonly Objective[] = [
  { kind: "proportion", name: "errors", limit: 0.05, counted: true },
  { kind: "proportion", name: "canary", limit: 0.1, maxRatio: 1.2, counted: true },
  { kind: "proportion", name: "shown", limit: 0.01, counted: false },
  { kind: "value", name: "queue", max: 0.5, counted: true },
];

const some = fc
  .integer({ min: 0, max: 400 })
  .chain((total) => fc.record({ total: fc.constant(total), part: fc.double({ min: 0, max: 0.15, noNaN: true }) }));
const eventsOf = ({ total, part }: { total: number; part: number }) => ({
  total,
  bad: { least: Math.floor(part * total), most: Math.ceil(part * total) },
});
const missing = fc
  .constantFrom("no-data", "invalid", "query-error", "partial", "skipped", "low-traffic")
  .map((sample): Measurement => ({ kind: "none", sample, detail: "" }));
const proportion = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(some, some).map(([canary, stable]): Measurement => ({
      kind: "events",
      events: eventsOf(canary),
      baseline: eventsOf(stable),
    })),
  },
  missing,
);
const number = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.double({ min: 0, max: 0.6, noNaN: true }).map((value): Measurement => ({ kind: "value", value })),
  },
  missing,
);
const round = fc.tuple(proportion, proportion, proportion, number);
const rounds = fc.array(round, { minLength: 1, maxLength: 25 });
const policy = fc.record({
  mode: fc.constantFrom("evidence", "count"),
  onNoData: fc.constantFrom("undecided", "refuse"),
  minRequests: fc.integer({ min: 0, max: 2000 }),
  maxViolations: fc.integer({ min: 0, max: 3 }),
}) satisfies fc.Arbitrary<Partial<Policy>>;

const whole = (part: Partial<Policy>, ticks: number): Policy => ({
  mode: "evidence",
  alpha: 0.01,
  maxViolations: 3,
  minRequests: 100,
  minSamples: 3,
  ticks,
  onNoData: "undecided",
  ...part,
});

function standings(objectives: readonly Objective[], run: readonly (readonly Measurement[])[], of: Policy): Standing[] {
  const judge = openJudge(objectives, of);
  return run.map((measurements, tick) => {
    judge.observe(tick, measurements);
    return judge.standing();
  });
}

describe("any run", () => {
  test("gives the same verdict whatever the order of the objectives", () => {
    fc.assert(
      fc.property(rounds, policy, (run, part) => {
        const straight = standings(OBJECTIVES, run, whole(part, run.length)).at(-1)!;
        const turned = standings(
          OBJECTIVES.toReversed(),
          run.map((measurements) => measurements.toReversed()),
          whole(part, run.length),
        ).at(-1)!;
        expect(turned.verdict).toBe(straight.verdict);
        expect(turned.objectives.toReversed()).toEqual(straight.objectives);
      }),
    );
  });

  test("gives the same standing for the same measurements", () => {
    fc.assert(
      fc.property(rounds, policy, (run, part) =>
        expect(standings(OBJECTIVES, run, whole(part, 30))).toEqual(standings(OBJECTIVES, run, whole(part, 30))),
      ),
    );
  });

  test("never changes a certain standing, and passes or refuses only on a certain one", () => {
    fc.assert(
      fc.property(rounds, policy, (run, part) => {
        let certain: Standing["verdict"] | undefined;
        for (const { verdict, certain: now } of standings(OBJECTIVES, run, whole(part, run.length))) {
          if (certain !== undefined) expect(verdict).toBe(certain);
          if (verdict !== "undecided") expect(now).toBe(true);
          if (now) certain = verdict;
        }
        expect(certain).toBeDefined();
      }),
    );
  });

  test("never turns an undecided run into a refusal by good ticks at the end", () => {
    const good: Measurement = {
      kind: "events",
      events: { total: 100, bad: { least: 0, most: 0 } },
      baseline: { total: 100, bad: { least: 0, most: 0 } },
    };
    const round: readonly Measurement[] = [good, good, good, { kind: "value", value: 0 }];
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 10 }), (run, more) => {
        const before = standings(OBJECTIVES, run, whole({}, run.length + more)).at(-1)!;
        const after = standings(
          OBJECTIVES,
          [...run, ...Array.from({ length: more }, () => round)],
          whole({}, run.length + more),
        ).at(-1)!;
        for (const [i, standing] of before.objectives.entries()) {
          // A value that violated before is refused at the end whatever follows.
          if (standing.objective.kind === "value" || standing.verdict === "refused") continue;
          expect(after.objectives[i]!.verdict).not.toBe("refused");
        }
      }),
    );
  });

  test("never passes with an objective that has no answer, whatever the others do", () => {
    fc.assert(
      fc.property(rounds, policy, fc.integer({ min: 0, max: 3 }), (run, part, silent) => {
        if (!OBJECTIVES[silent]!.counted) return;
        const muted = run.map((measurements) =>
          measurements.map((measurement, i): Measurement =>
            i === silent ? { kind: "none", sample: "no-data", detail: "" } : measurement,
          ),
        );
        for (const { verdict } of standings(OBJECTIVES, muted, whole(part, run.length)))
          expect(verdict).not.toBe("passed");
      }),
    );
  });

  test("never gets a better verdict from more bad requests", () => {
    const rank = { refused: 0, undecided: 1, passed: 2 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 0.1, noNaN: true })), {
          minLength: 5,
          maxLength: 25,
        }),
        fc.integer({ min: 2, max: 5 }),
        (run, times) => {
          const of = (factor: number) =>
            run.map(([total, part]): readonly Measurement[] => {
              const bad = Math.min(total, Math.floor(part * total) * factor);
              return [{ kind: "events", events: { total, bad: { least: bad, most: bad } } }];
            });
          const verdict = (factor: number) =>
            standings(OBJECTIVES.slice(0, 1), of(factor), whole({}, run.length)).at(-1)!.verdict;
          expect(rank[verdict(times)]).toBeLessThanOrEqual(rank[verdict(1)]);
        },
      ),
    );
  });
});

describe("late answers", () => {
  test("delivery.md 7: windows that arrive late count as much as if each had arrived in time", () => {
    const window = fc
      .tuple(some, some)
      .map(([canary, stable]) => ({ events: eventsOf(canary), baseline: eventsOf(stable) }));
    const objectives = OBJECTIVES.slice(0, 3);
    const away: Measurement = { kind: "none", sample: "query-error", detail: "" };
    const sum = (windows: readonly ReturnType<typeof eventsOf>[]) =>
      windows.reduce((all, { total, bad }) => ({
        total: all.total + total,
        bad: { least: all.bad.least + bad.least, most: all.bad.most + bad.most },
      }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ window, isMissed: fc.boolean() }), { minLength: 2, maxLength: 25 }),
        policy,
        (all, part) => {
          const ticks = all.map(({ window: one, isMissed }, tick) => ({
            one,
            isMissed: isMissed && tick < all.length - 1,
          }));
          let held: (typeof ticks)[number]["one"][] = [];
          const late = ticks.map(({ one, isMissed }): Measurement => {
            held.push(one);
            if (isMissed) return away;
            const windows = held;
            held = [];
            return {
              kind: "events",
              events: sum(windows.map(({ events }) => events)),
              baseline: sum(windows.map(({ baseline }) => baseline)),
              windows,
            };
          });
          const each = (measurement: Measurement) => objectives.map(() => measurement);
          const end = (run: Measurement[]) =>
            standings(objectives, run.map(each), whole(part, run.length)).at(-1)!.objectives;
          const inTime = end(ticks.map(({ one }): Measurement => ({ kind: "events", ...one })));
          const seen = ({ evidence, share, ratio, requests }: (typeof inTime)[number]) => ({
            evidence,
            share,
            ratio,
            requests,
          });
          expect(end(late).map(seen)).toEqual(inTime.map(seen));
          // Only what is not answered adds doubts: a refusal by evidence is the same.
          for (const [index, one] of inTime.entries())
            if (part.mode === "evidence" && one.verdict === "refused")
              expect(end(late)[index]!.verdict).toBe("refused");
        },
      ),
    );
  });

  test("a window over the limit is a violation even if all windows together are not, and consecutive windows are one episode", () => {
    const window = (total: number, bad: number) => ({ events: { total, bad: { least: bad, most: bad } } });
    const judge = openJudge(OBJECTIVES.slice(0, 1), whole({ mode: "count", maxViolations: 1 }, 10));
    const windows = [window(100, 0), window(100, 10), window(100, 0), window(100, 0)];
    expect(judge.observe(0, [{ kind: "events", ...window(400, 10), windows }])).toMatchObject([
      { class: "violation", value: 0.025, detail: "1 of the 4 windows that came with this answer" },
    ]);
    expect(judge.standing()).toMatchObject({
      verdict: "undecided",
      objectives: [{ episodes: 1, counts: { violation: 1 } }],
    });
    judge.observe(1, [{ kind: "events", ...window(200, 20), windows: [window(100, 10), window(100, 10)] }]);
    expect(judge.standing()).toMatchObject({
      verdict: "refused",
      certain: true,
      objectives: [{ episodes: 2, counts: { violation: 2 } }],
    });
  });

  test("a run does not pass if its last two ticks had no answer, and passes if only one had none", () => {
    const good: Measurement = { kind: "events", events: { total: 1_000, bad: { least: 0, most: 0 } } };
    const away: Measurement = { kind: "none", sample: "query-error", detail: "" };
    const verdict = (run: Measurement[]) =>
      standings(
        OBJECTIVES.slice(0, 1),
        run.map((one) => [one]),
        whole({}, run.length),
      ).at(-1)!.verdict;
    const run = Array.from({ length: 12 }, () => good);
    expect(verdict([...run, away])).toBe("passed");
    expect(verdict([...run, away, away])).toBe("undecided");
    expect(verdict([...run, away, away, good])).toBe("passed");
  });
});
