import { describe, expect, test } from "@jest/globals";
import { publishReleaseMatrix } from "./publish-release.ts";

describe("publish-release", () => {
  test("security 5.2, 5.3: any fault at any request, two runs at once: ends like one clean run", async () => {
    const rows = await publishReleaseMatrix();
    expect(
      rows.flatMap(({ scenario, fault, failures }) => failures.map((failure) => `${scenario}, ${fault}: ${failure}`)),
    ).toEqual([]);
    expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(400);
  }, 300_000);
});
