import { describe, expect, test } from "@jest/globals";
import { openCounters, type Labels, type QueryResult } from "./index.ts";
import fc from "fast-check";

const START = 1_000_000;
/** A series as pairs of seconds after the start and a value. */
const series = (samples: readonly (readonly [number, number | undefined])[], labels: Labels = {}) => ({
  labels,
  samples: samples.map(([seconds, value]) => ({ time: START + seconds * 1000, value })),
});
const matrix = (...all: ReturnType<typeof series>[]): QueryResult => ({ kind: "matrix", series: all });
const at = (seconds: number) => START + seconds * 1000;
const total = (counters: ReturnType<typeof openCounters>) =>
  [...counters.grown().values()].reduce((sum, one) => sum + one, 0);

describe("counters", () => {
  test("count growth from the start, in whole numbers, and each sample once", () => {
    const counters = openCounters(START);
    expect(
      counters.read(
        matrix(
          series([
            [-10, 100],
            [-1, 107],
            [4, 110],
            [9, 113],
          ]),
        ),
        at(10),
      ),
    ).toBeUndefined();
    expect(total(counters)).toBe(6);
    counters.read(
      matrix(
        series([
          [4, 110],
          [9, 113],
          [14, 115],
        ]),
      ),
      at(20),
    );
    expect(total(counters)).toBe(8);
  });

  test("delivery.md 13: count the first value of a new series", () => {
    const counters = openCounters(START);
    counters.read(
      matrix(
        series(
          [
            [-5, 3],
            [5, 3],
          ],
          { code: "200" },
        ),
      ),
      at(10),
    );
    counters.read(
      matrix(
        series(
          [
            [5, 3],
            [15, 3],
          ],
          { code: "200" },
        ),
        series([[15, 1]], { code: "500" }),
      ),
      at(20),
    );
    expect(total(counters)).toBe(1);
    const fresh = openCounters(START);
    fresh.read(matrix(series([[5, 4]])), at(10));
    expect(total(fresh)).toBe(4);
  });

  test("delivery.md 14: count from 0 after a reset, and lose nothing in a restart between two queries", () => {
    const counters = openCounters(START);
    counters.read(
      matrix(
        series([
          [-1, 100],
          [3, 104],
          [6, 2],
          [9, 5],
        ]),
      ),
      at(10),
    );
    expect(total(counters)).toBe(9);
    counters.read(
      matrix(
        series([
          [9, 5],
          [12, 1],
          [18, 9],
        ]),
      ),
      at(20),
    );
    expect(total(counters)).toBe(18);
  });

  test("get what was missed with the next result: the range grows with the gap", () => {
    const counters = openCounters(START);
    expect(counters.range(at(10))).toBe(310_000);
    counters.read(
      matrix(
        series([
          [-1, 0],
          [4, 1],
          [9, 2],
        ]),
      ),
      at(10),
    );
    const usual = counters.range(at(20));
    expect(counters.range(at(60))).toBe(usual + 40_000);
    counters.read(
      matrix(
        series([
          [9, 2],
          [30, 9],
          [59, 12],
        ]),
      ),
      at(60),
    );
    expect(total(counters)).toBe(12);
  });

  test("delivery.md 9: do not count the history of a series that returns after a store did not report it", () => {
    const counters = openCounters(START);
    counters.read(
      matrix(
        series(
          [
            [-1, 1],
            [4, 1],
            [9, 1],
          ],
          { pod: "a" },
        ),
      ),
      at(10),
    );
    counters.read(
      matrix(
        series(
          [
            [9, 1],
            [14, 1],
            [19, 1],
          ],
          { pod: "a" },
        ),
        series(
          [
            [4, 5_000],
            [9, 5_001],
            [14, 5_003],
          ],
          { pod: "b" },
        ),
      ),
      at(20),
    );
    expect(total(counters)).toBe(3);
  });

  test("treat a target as gone after three missing scrapes", () => {
    const counters = openCounters(START);
    counters.read(
      matrix(
        series([
          [-10, 1],
          [0, 2],
          [10, 3],
        ]),
      ),
      at(10),
    );
    expect(counters.live()).toBe(1);
    counters.read(
      matrix(
        series([
          [0, 2],
          [10, 3],
        ]),
      ),
      at(39),
    );
    expect(counters.live()).toBe(1);
    counters.read(matrix(series([[10, 3]])), at(41));
    expect(counters.live()).toBe(0);
    counters.read(matrix(), at(50));
    expect([counters.live(), total(counters)]).toEqual([0, 1]);
  });

  test("delivery.md 12: keep buckets separate by their bound", () => {
    const counters = openCounters(START);
    counters.read(
      matrix(
        series(
          [
            [-1, 1],
            [5, 4],
          ],
          { le: "1" },
        ),
        series(
          [
            [-1, 2],
            [5, 7],
          ],
          { le: "+Inf" },
        ),
        series([[5, 1]], { le: "1", pod: "b" }),
      ),
      at(10),
    );
    expect([...counters.grown()]).toEqual([
      ["1", 4],
      ["+Inf", 5],
    ]);
  });

  test.each<[string, QueryResult]>([
    ["delivery.md 15: native histograms", matrix(series([[1, undefined]]))],
    ["a vector", { kind: "vector", series: [] }],
    ["a negative value", matrix(series([[1, -1]]))],
    ["an infinite one", matrix(series([[1, Infinity]]))],
  ])("%s: count nothing", (_, result) => {
    const counters = openCounters(START);
    expect(counters.read(result, at(10))).toBeDefined();
    expect(total(counters)).toBe(0);
  });

  test("count each event once, however the results are divided", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 50 }),
        (events, cuts, before) => {
          let value = before;
          let wanted = 0;
          const samples: [number, number][] = [[0, value]];
          for (const [index, [count, restarts]] of events.entries()) {
            value = restarts && count < value ? count : value + count;
            wanted += count;
            samples.push([index + 1, value]);
          }
          const counters = openCounters(START);
          for (const cut of [...cuts.toSorted((a, b) => a - b), 61]) {
            const from = at(cut) - counters.range(at(cut));
            counters.read(matrix(series(samples.filter(([seconds]) => at(seconds) > from && seconds <= cut))), at(cut));
          }
          expect(total(counters)).toBe(wanted);
        },
      ),
    );
  });

  describe("missed windows", () => {
    const grownAt = (counters: ReturnType<typeof openCounters>, ...seconds: number[]) =>
      seconds.map((second) => counters.grown(at(second))?.get(""));

    test("delivery.md 7: are distinguished by the times of the samples", () => {
      const counters = openCounters(START, { interval: 10_000 });
      counters.read(
        matrix(
          series([
            [-5, 100],
            [5, 102],
            [10, 103],
          ]),
        ),
        at(10),
      );
      expect(grownAt(counters, 10, 20)).toEqual([3, undefined]);
      counters.read(
        matrix(
          series([
            [10, 103],
            [15, 110],
            [20, 111],
            [25, 1],
            [35, 4],
            [40, 9],
          ]),
        ),
        at(40),
      );
      expect(grownAt(counters, 10, 20, 30, 40)).toEqual([3, 11, 12, 20]);
    });

    test("delivery.md 7: are one if nothing was scraped: growth after the gap belongs to the window in which it was seen", () => {
      const counters = openCounters(START, { interval: 10_000 });
      counters.read(
        matrix(
          series([
            [-5, 0],
            [10, 5],
          ]),
        ),
        at(10),
      );
      counters.read(
        matrix(
          series([
            [10, 5],
            [38, 80],
          ]),
        ),
        at(40),
      );
      expect(grownAt(counters, 20, 30, 40)).toEqual([5, 5, 80]);
    });

    test("are kept until they are forgotten, even if later reads missed nothing", () => {
      const counters = openCounters(START, { interval: 10_000 });
      counters.read(
        matrix(
          series([
            [5, 1],
            [15, 3],
            [25, 7],
          ]),
        ),
        at(30),
      );
      counters.read(
        matrix(
          series([
            [25, 7],
            [35, 8],
          ]),
        ),
        at(40),
      );
      expect(grownAt(counters, 10, 20, 30, 40)).toEqual([1, 3, 7, 8]);
      counters.forget(at(20));
      expect(grownAt(counters, 20, 30, 40)).toEqual([undefined, 7, 8]);
    });

    test("add up to what separate reads would have counted, window by window", () => {
      const steps = fc.array(fc.record({ value: fc.integer({ min: 0, max: 20 }), read: fc.boolean() }), {
        minLength: 2,
        maxLength: 40,
      });
      fc.assert(
        fc.property(steps, (all) => {
          const samples = all.map(({ value }, index) => [index * 5 + 5, value] as const);
          const [each, some] = [openCounters(START, { interval: 10_000 }), openCounters(START, { interval: 10_000 })];
          const last = Math.ceil((all.length * 5) / 10) * 10;
          for (let end = 10; end <= last; end += 10) {
            const answer = (counters: typeof each) =>
              matrix(
                series([
                  [0, 0],
                  ...samples.filter(([time]) => time > end - counters.range(at(end)) / 1_000 && time <= end),
                ]),
              );
            each.read(answer(each), at(end));
            if (end === last || all[end / 10]!.read) some.read(answer(some), at(end));
          }
          for (let end = 10; end <= last; end += 10)
            expect(some.grown(at(end))?.get("")).toBe(each.grown(at(end))?.get(""));
        }),
      );
    });
  });

  test("reject a sample from a later time: everything until then would be treated as old", () => {
    const counters = openCounters(START);
    expect(
      counters.read(
        matrix(
          series([
            [5, 1],
            [9_000, 1],
          ]),
        ),
        at(10),
      ),
    ).toContain("a later time");
    expect(
      counters.read(
        matrix(
          series([
            [5, 1],
            [15, 8],
          ]),
        ),
        at(20),
      ),
    ).toBeUndefined();
    expect(total(counters)).toBe(8);
  });
});

describe("what is not a counter", () => {
  const rising = (count: number, step: number) =>
    Array.from({ length: count }, (_, index): [number, number] => [index * 5 - 25, index * step]);

  test.each([
    ["a rate", [[0, 0.107]] as const, /a value is 0\.107, not a whole number/],
    [
      "a sum that loses a part",
      [...rising(10, 1).map(([at, value]) => [at, 9_000 + value] as const), [25, 8_000]] as const,
      /fall without a restart \(from 9009 to 8000\)/,
    ],
    [
      "a gauge that moves up and down",
      [40, 42, 40, 41, 38, 39, 37, 38, 36].map((value, index) => [index * 5, value] as const),
      /fall/,
    ],
  ])("gates F4: %s is found, and stays found", (_, samples, reason) => {
    const counters = openCounters(START, { fractions: false });
    expect(counters.read(matrix(series(samples)), at(50))).toMatch(reason);
    expect(counters.broken()).toMatch(reason);
    expect(counters.read(matrix(series([[55, 9_500]])), at(60))).toMatch(reason);
  });

  test.each([
    ["a restart to 0", [...rising(10, 100), [25, 0], [30, 100]]],
    ["a restart under traffic", [...rising(10, 100), [25, 500], [30, 600]]],
    [
      "a process that restarts all the time",
      [0, 50, 100, 40, 90, 60, 110, 55, 70, 40].map((value, index) => [index * 5, value]),
    ],
    ["an idle process that restarts twice", [3, 3, 3, 2, 2, 2, 1].map((value, index) => [index * 5, value])],
  ])("gates F4: %s is a counter", (_, samples) => {
    const counters = openCounters(START, { fractions: false });
    expect(counters.read(matrix(series(samples as [number, number][])), at(50))).toBeUndefined();
    expect(counters.broken()).toBeUndefined();
  });

  test("gates F4: seconds of a declared counter have fractions", () => {
    expect(openCounters(START, { fractions: true }).read(matrix(series([[0, 0.107]])), at(10))).toBeUndefined();
  });
});
