import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fittingItems, itemsWithin, MAX_OUTPUT_BYTES } from "./index.ts";

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("itemsWithin", () => {
  test("takes as many of the first items as fit, counted in bytes of UTF-8", () => {
    const item = fc.record({ id: fc.constantFrom("a", "ü🎉", '"'), number: fc.nat() });
    fc.assert(
      fc.property(fc.array(item), fc.nat(600), (list, maxBytes) => {
        const { items, left } = itemsWithin(list, maxBytes);
        expect(items).toEqual(list.slice(0, items.length));
        expect(left).toBe(maxBytes - bytesOf(items));
        if (items.length > 0) expect(left).toBeGreaterThanOrEqual(0);
        if (items.length < list.length) expect(bytesOf(list.slice(0, items.length + 1))).toBeGreaterThan(maxBytes);
      }),
    );
  });

  test("takes none if not even an empty array fits", () => {
    expect(itemsWithin(["ab"], 1)).toEqual({ items: [], left: -1 });
  });
});

describe("fittingItems", () => {
  test("fills an output, less what is reserved", () => {
    const list = Array.from({ length: 20_000 }, (_, index) => ({ index, text: "€" }));
    const shown = fittingItems(list, 100);
    expect(bytesOf(shown)).toBeLessThanOrEqual(MAX_OUTPUT_BYTES - 100);
    expect(bytesOf(list.slice(0, shown.length + 1))).toBeGreaterThan(MAX_OUTPUT_BYTES - 100);
  });
});
