import { expect, test } from "@jest/globals";
import { smokeMatrix } from "./smoke.ts";

test("what is well passes again and again, what is broken never does", async () => {
  const rows = await smokeMatrix(3);
  expect(rows.flatMap(({ what, failures }) => failures.map((failure) => `${what}: ${failure}`))).toEqual([]);
}, 120_000);
