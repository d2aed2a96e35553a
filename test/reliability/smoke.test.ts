import { describe, expect, test } from "@jest/globals";
import { smokeMatrix } from "./smoke.ts";

describe("the example smoke suite", () => {
  test("always passes healthy services and never passes broken ones", async () => {
    const rows = await smokeMatrix(3);
    expect(rows.flatMap(({ what, failures }) => failures.map((failure) => `${what}: ${failure}`))).toEqual([]);
  }, 120_000);
});
