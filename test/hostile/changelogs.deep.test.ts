import { describe, expect, test } from "@jest/globals";
import { extractEntry, reflow, truncateBody } from "@release-actions/changelog";
import { HOSTILE_CHANGELOGS } from "./changelogs.ts";

/** Bytes that show how work grows, few enough to count each look at them. */
const ENOUGH = 8_000;

describe("hostile changelogs", () => {
  // None of these is timed: quadratic work on any of them would not end within the test's time limit.

  test.each(HOSTILE_CHANGELOGS)(
    "release.md 2.32: $name: gives the right entry or the right error",
    ({ make, body, failure }) => {
      const extraction = extractEntry(make(), { version: "1.2.3" });
      if (extraction.kind === "entry") expect(extraction.entry.body).toBe(body);
      else expect(extraction.failure.kind).toBe(failure);
    },
  );

  test.each(HOSTILE_CHANGELOGS)(
    "release.md 2.32: $name: is extracted, reflowed and cut as the text of an entry",
    ({ make }) => {
      const extraction = extractEntry(make(), { version: "1.2.4", allowEmpty: true });
      if (extraction.kind === "failed") return;
      const { body } = extraction.entry;
      const { body: cut } = truncateBody(reflow(body), 125_000);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(125_000);
    },
  );

  test.each(HOSTILE_CHANGELOGS)("security E86: $name: takes twice the reads for twice the input", ({ make }) => {
    let scale = 0.001;
    while (make(scale).length < ENOUGH) scale *= 2;
    const [once, twice] = [looksPerByte(make(scale)), looksPerByte(make(2 * scale))];
    expect(twice).toBeLessThan(once * 1.25 + 1);
    expect(twice).toBeLessThan(30);
  });
});

/** How often each byte is read in an extraction, on average. */
function looksPerByte(source: string): number {
  let looks = 0;
  const bytes = Buffer.from(source);
  const counted = new Proxy(bytes, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value === "number") looks++;
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = (value as (...all: unknown[]) => unknown).apply(target, args);
        if (key === "indexOf") looks += (result === -1 ? target.length : (result as number)) - (args[1] as number);
        if (typeof result === "string") looks += result.length;
        return result;
      };
    },
  });
  extractEntry(counted, { version: "1.2.3" });
  return looks / bytes.length;
}
