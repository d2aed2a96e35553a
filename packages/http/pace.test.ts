import { describe, expect, test } from "@jest/globals";
import { createPace } from "./pace.ts";

/** A clock whose sleeps end at once, at their time. */
function ownClock() {
  let time = 0;
  return {
    now: () => time,
    monotonic: () => time,
    sleep: async (milliseconds: number) => void (time += milliseconds),
  };
}

describe("pacing requests", () => {
  test("sends a burst immediately and the rest at the given rate", async () => {
    const clock = ownClock();
    const pace = createPace({ perSecond: 5, burst: 3 }, clock);
    const left: number[] = [];
    for (let index = 0; index < 6; index += 1) {
      await pace(new AbortController().signal);
      left.push(clock.monotonic());
    }
    expect(left).toEqual([0, 0, 0, 200, 400, 600]);
  });

  test("returns unused capacity, up to the size of the burst", async () => {
    const clock = ownClock();
    const pace = createPace({ perSecond: 10, burst: 2 }, clock);
    const signal = new AbortController().signal;
    await pace(signal);
    await pace(signal);
    await clock.sleep(10_000);
    const left: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      await pace(signal);
      left.push(clock.monotonic() - 10_000);
    }
    expect(left).toEqual([0, 0, 100]);
  });
});
