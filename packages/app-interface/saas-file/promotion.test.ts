import { describe, expect, test } from "@jest/globals";
import { planRefs, targetName, type Candidate, type PromotionRequest, type RefPlan } from "./index.ts";
import {
  BILLING,
  MAIN,
  NEW,
  OLD,
  OTHER,
  PROD,
  ending,
  oneTarget,
  plainTarget,
  saasFile,
} from "./fixtures/saas-text.ts";

const FILE = "data/services/observatory/cicd/deploy.yml";
const TARGET = "/services/observatory/targets/billing.yml";
const saas = saasFile(
  oneTarget(plainTarget()) + `  - $ref: ${TARGET}\n` + oneTarget(plainTarget(OTHER), { name: "other" }),
);
const apart = `---\n$schema: /app-sre/saas-file-target-1.yml\n${plainTarget(OTHER, BILLING)}\n`;
const both = [MAIN, { template: "observatory", namespace: BILLING }];

const reader =
  (files: Record<string, string>): PromotionRequest["read"] =>
  async (path) =>
    files[path] === undefined ? undefined : Buffer.from(files[path]);

function plan(more: Partial<PromotionRequest> = {}, text = saas): Promise<RefPlan> {
  const read = reader({ [FILE]: text, [`data${TARGET}`]: apart });
  return planRefs({ read, file: FILE, selectors: both, ref: NEW, allowMovingRef: false, ...more });
}

describe("planRefs", () => {
  test("reads the target files that may be meant, and plans all files", async () => {
    const { files, changes, selected, oldRefs, urls, skipped, warnings, hasAutomaticTargets } = await plan();
    expect(files.map(({ file, bytes }) => [file, bytes.toString()])).toEqual([
      [FILE, saas.replace(OLD, NEW)],
      [`data${TARGET}`, apart.replace(OTHER, NEW)],
    ]);
    expect(changes.map(({ oldRef }) => oldRef)).toEqual([OLD, OTHER]);
    expect(selected.map(({ namespace }) => namespace)).toEqual([PROD, BILLING]);
    expect([oldRefs, urls]).toEqual([[OLD, OTHER], ["https://example.org/observatory"]]);
    expect([skipped, warnings, hasAutomaticTargets]).toEqual([[], [], false]);
  });

  test("targets that have the ref already are selected, and change nothing", async () => {
    const { changes, selected, oldRefs } = await plan({ selectors: [MAIN] }, saas.replace(OLD, NEW));
    expect([changes, selected.length, oldRefs]).toEqual([[], 1, []]);
  });

  test("an automatic target counts wherever it is in the file", async () => {
    const other = `${plainTarget(OTHER)}\npromotion: {auto: true, subscribe: [a]}`;
    const text = saasFile(oneTarget(plainTarget()) + oneTarget(other, { name: "other" }));
    expect((await plan({ selectors: [MAIN] }, text)).hasAutomaticTargets).toBe(true);
  });

  test("a file that does not exist is invalid", async () => {
    const { verdict, text } = await ending(plan({ file: "data/none.yml" }));
    expect([verdict, text]).toEqual(["invalid", expect.stringContaining("has no file data/none.yml")]);
  });

  test("a target file that does not exist leaves it undecided which target is meant", async () => {
    expect(await ending(plan({ read: reader({ [FILE]: saas }) }))).toMatchObject({ verdict: "undecided" });
  });

  test("no target at all is refused, although every selector is optional", async () => {
    const { verdict, text } = await ending(plan({ selectors: [{ template: "none", optional: true }] }));
    expect([verdict, text]).toEqual(["refused", expect.stringContaining("all are optional")]);
  });
});

describe("targetName", () => {
  test.each<[Partial<Candidate>, string]>([
    [{ namespace: PROD }, "observatory-prod (observatory)"],
    [{ namespace: PROD, name: "blue" }, "observatory-prod (observatory, blue)"],
    [{ name: "blue" }, "blue (observatory)"],
    [{}, "observatory"],
  ])("%j is %s", (parts, expected) => {
    expect(targetName({ template: "observatory", ...parts } as Candidate)).toBe(expected);
  });
});
