import { describe, expect, test } from "@jest/globals";
import { selector } from "@release-actions/prometheus";
import { readSelector } from "@release-actions/prometheus/inject";
import fc from "fast-check";
import { batchesOf } from "./batches.ts";

describe("batches of selectors", () => {
  test("query selectors together that differ only in the value of one label", () => {
    const [batch, ...more] = batchesOf(['x{a="1",track="c"}', 'x{track="c",a="2.0"}']);
    expect(more).toEqual([]);
    expect(readSelector(batch!.selector)).toEqual(readSelector('x{track="c",a=~"1|2\\\\.0"}'));
    expect(batch!.memberOf({ a: "2.0" })).toBe('x{track="c",a="2.0"}');
  });

  test("query a selector alone that differs in more, or has a pattern", () => {
    expect(
      batchesOf(['x{a="1"}', 'y{a="2"}', 'x{a=~"3"}', 'x{a=""}', 'x{a="1",b="2"}'])
        .map(({ selector: text }) => text)
        .toSorted(),
    ).toEqual(['x{a="1"}', 'y{a="2"}', 'x{a=~"3"}', 'x{a=""}', 'x{a="1",b="2"}'].toSorted());
  });

  test("return each series to the selectors that match it, and to no others", () => {
    const value = fc.constantFrom("1", "2", ".", "|", "(");
    const labels = fc.record({ a: value, b: value }, { requiredKeys: [] });
    const selectors = fc.uniqueArray(fc.tuple(fc.constantFrom("x", "y"), labels), {
      maxLength: 12,
      selector: (one) => JSON.stringify(one),
    });
    fc.assert(
      fc.property(selectors, fc.constantFrom("x", "y"), fc.record({ a: value, b: value }), (chosen, metric, series) => {
        const texts = chosen.map(([name, wanted]) =>
          selector(
            name,
            Object.entries(wanted).map(([label, text]) => ({ label, operator: "=", value: text })),
          ),
        );
        const selects = (text: string) => {
          const { metric: name, matchers } = readSelector(text);
          return (
            name === metric &&
            matchers.every((one) =>
              one.operator === "="
                ? series[one.label as "a"] === one.value
                : new RegExp(`^(?:${one.value})$`).test(series[one.label as "a"]),
            )
          );
        };
        const got = batchesOf(texts)
          .filter((batch) => selects(batch.selector))
          .map((batch) => batch.memberOf({ __name__: metric, ...series }));
        expect(got.toSorted()).toEqual(texts.filter(selects).toSorted());
      }),
    );
  });

  test("security: query selectors with thousands of matchers alone, because comparing them would take minutes", () => {
    const matchers = Array.from({ length: 20_000 }, (_, index) => `l${index}="v"`).join(",");
    const selectors = [`a{${matchers},tool="a"}`, `a{${matchers},tool="b"}`];
    expect(batchesOf(selectors).map(({ selector }) => selector)).toEqual(selectors);
  });
});
