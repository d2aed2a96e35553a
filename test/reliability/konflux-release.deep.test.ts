import { describe, expect, test } from "@jest/globals";
import { konfluxReleaseMatrix } from "./konflux-release.ts";

describe("konflux-release", () => {
  test("security 5.2, 5.3: any fault at any request, killed anywhere, two runs at once: one Release, and the next run succeeds", async () => {
    const rows = await konfluxReleaseMatrix();
    expect(rows.flatMap(({ fault, failures }) => failures.map((failure) => `${fault}: ${failure}`))).toEqual([]);
    expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(50);
  }, 300_000);
});
