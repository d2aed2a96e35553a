import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chartSvg, type Axis, type Chart } from "./index.ts";
import { scaleOf } from "./scale.ts";

const START = Date.UTC(2026, 0, 1, 5, 30);
const picture = (more: Partial<Chart> = {}): Chart => ({
  title: "errors",
  x: { scale: "time" },
  panels: [
    {
      y: { scale: "linear" },
      series: [
        { name: "errors", points: [0, 1, undefined, 3, 4].map((y, index) => ({ x: START + index * 60_000, y })) },
      ],
    },
  ],
  ...more,
});
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words);
const ticksOf = (axis: Axis, values: readonly number[], wanted = 5) =>
  scaleOf(axis, values, 500, wanted).ticks.map(({ text }) => text);

describe("chartSvg", () => {
  test("draws a gap in the points as a gap in the line", () => {
    expect(chartSvg(picture()).match(/<polyline/g)).toHaveLength(2);
    const whole = picture({
      panels: [
        {
          y: { scale: "linear" },
          series: [
            {
              name: "a",
              points: [
                { x: START, y: 1 },
                { x: START + 1, y: 2 },
              ],
            },
          ],
        },
      ],
    });
    expect(chartSvg(whole).match(/<polyline/g)).toHaveLength(1);
  });

  test("keeps a limit beyond the points inside the picture", () => {
    expect(
      textsOf(
        chartSvg(picture({ panels: [{ y: { scale: "linear" }, series: [], limits: [{ name: "limit", value: 90 }] }] })),
      ),
    ).toContain("100");
  });

  test("draws higher values higher up and later ones further to the right", () => {
    const [, points = ""] = /<polyline[^>]* points="([^"]*)"/.exec(chartSvg(picture())) ?? [];
    const [first, second] = points.split(" ").map((point) => point.split(",").map(Number));
    expect(second![0]).toBeGreaterThan(first![0]!);
    expect(second![1]).toBeLessThan(first![1]!);
  });

  test.each<[string, Axis, readonly number[], readonly string[]]>([
    ["whole numbers", { scale: "linear" }, [0, 87], ["0", "20", "40", "60", "80", "100"]],
    [
      "shares",
      { scale: "linear", format: "percent" },
      [0, 0.021],
      ["0.0 %", "0.5 %", "1.0 %", "1.5 %", "2.0 %", "2.5 %"],
    ],
    [
      "small shares",
      { scale: "linear", format: "percent" },
      [0.0001, 0.0012],
      ["0.00 %", "0.05 %", "0.10 %", "0.15 %"],
    ],
    ["a single value", { scale: "linear", min: 0 }, [5], ["0", "1", "2", "3", "4", "5"]],
    ["nothing", { scale: "linear" }, [], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]],
    ["decades", { scale: "log" }, [0.1, 2_000], ["0.1", "1", "10", "100", "1000"]],
    ["a part of a decade", { scale: "log" }, [3, 30], ["2", "5", "10", "20", "50"]],
    ["nothing above 0", { scale: "log" }, [0, -1], ["1", "2"]],
    [
      "times of a day",
      { scale: "time" },
      [START, START + 300_000],
      ["05:30", "05:31", "05:32", "05:33", "05:34", "05:35"],
    ],
    ["seconds", { scale: "time" }, [START + 500, START + 4_000], ["05:30:01", "05:30:02", "05:30:03", "05:30:04"]],
    ["names", { scale: "category", categories: ["a", "b"] }, [], ["a", "b"]],
  ])("draws an axis of %s", (_, axis, values, wanted) => {
    expect(ticksOf(axis, values)).toEqual(wanted);
  });

  test("turns no text into markup, and draws the same chart as the same file", () => {
    const words = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 8 }),
        fc.constantFrom("linear", "log", "time", "category"),
        (text, points, scale) => {
          const x = (value: number) => (Math.abs(value) < 1e14 ? value : 0);
          const series = { name: text, points: points.map(([left, y]) => ({ x: x(left), y })) };
          const chart = picture({
            title: text,
            subtitle: text,
            x: { scale, label: text, categories: [text] },
            panels: [
              {
                y: { scale: scale === "log" ? "log" : "linear", label: text },
                series: [series],
                limits: [{ name: text, value: 1 }],
                marks: [{ name: text, kind: "missing", points: series.points }],
              },
            ],
          });
          const svg = chartSvg(chart);
          expect(svg.replaceAll(/<\/?(?:svg|style|rect|text|g|line|polyline|circle|path)\b[^<>]*>/g, "")).not.toMatch(
            /[<>]/,
          );
          expect(svg).not.toMatch(/NaN|Infinity|undefined/.test(text) ? /(?!)/ : /="[^"]*(?:NaN|Infinity|undefined)/);
          expect(chartSvg(chart)).toBe(svg);
        },
      ),
    );
  });
});
