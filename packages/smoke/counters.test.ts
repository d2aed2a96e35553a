import { describe, expect, test } from "@jest/globals";
import { parseExposition } from "@release-actions/prometheus/exposition";
import { createCounter } from "./counters.ts";

describe("T36: how much a counter rose", () => {
  const page = (started: number | undefined, ...values: number[]) =>
    parseExposition(
      values.map((value, index) => `a_total{x="${index}"} ${value}\n`).join("") +
        (started === undefined ? "" : `process_start_time_seconds ${started}\n`),
      "text",
    );
  const rise = (
    befores: readonly ReturnType<typeof page>[],
    afters: readonly ReturnType<typeof page>[],
    labels = {},
  ) => {
    const counter = createCounter({ metric: "a_total", labels });
    for (const one of befores) counter.before(one, 100);
    return afters.map((one) => counter.after(one)).at(-1)!;
  };

  test("within one process, all series with the labels are added, new ones from 0", () => {
    expect(rise([page(50, 1, 2)], [page(50, 2, 4, 3)]).by).toBe(6);
    expect(rise([page(50, 1, 2)], [page(50, 2, 4, 3)], { x: "1" }).by).toBe(2);
    expect(rise([page(undefined, 1)], [page(undefined, 1)]).by).toBe(0);
  });

  test("a process that started after the reading counts from 0, one that ran before proves nothing", () => {
    expect(rise([page(50, 40)], [page(101, 1)])).toMatchObject({ by: 1, doubt: undefined });
    expect(rise([page(50, 40)], [page(60, 41)])).toMatchObject({
      by: 0,
      doubt: expect.stringContaining("another replica"),
    });
  });

  test("each replica is compared with itself, and the rises are added", () => {
    expect(rise([page(50, 40), page(60, 3)], [page(60, 4), page(50, 42)]).by).toBe(3);
    expect(rise([page(50, 40), page(60, 3)], [page(60, 3), page(50, 40)]).by).toBe(0);
  });

  test("a counter that fell in one process was reset; on a page without a process start time it proves nothing", () => {
    expect(rise([page(50, 40)], [page(50, 2)])).toMatchObject({ by: 2, doubt: undefined });
    expect(rise([page(undefined, 40)], [page(undefined, 2)])).toMatchObject({
      by: 0,
      doubt: expect.stringContaining("a restart cannot be told from"),
    });
  });
});
