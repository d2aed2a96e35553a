import { describe, expect, test } from "@jest/globals";
import { bumpAppinterfaceRefMatrix } from "./bump-appinterface-ref.ts";

describe("bump-appinterface-ref", () => {
  test("security 5.2, 5.3: any fault at any request, two runs at once: one branch, one merge request", async () => {
    const rows = await bumpAppinterfaceRefMatrix(true);
    expect(
      rows.flatMap(({ scenario, fault, failures }) => failures.map((failure) => `${scenario}, ${fault}: ${failure}`)),
    ).toEqual([]);
    expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(130);
  }, 900_000);
});
