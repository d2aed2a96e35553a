import { describe, expect, test } from "@jest/globals";
import { neededTargetFiles, planTargetFile, readSaasFile, type TargetFileContent } from "./index.ts";
import {
  BILLING,
  MAIN,
  NEW,
  OLD,
  OTHER,
  PROD,
  bump,
  ending,
  oneTarget,
  plainTarget,
  saasFile,
} from "./fixtures/saas-text.ts";

const TARGET = "/services/observatory/targets/prod.yml";
const target = (ref: string, more = ""): string =>
  `---\n$schema: /app-sre/saas-file-target-1.yml\nname: prod # ref: ${OTHER}\n${plainTarget(ref)} # pinned\n${more}`;
const files = (text: string): ReadonlyMap<string, TargetFileContent> =>
  new Map([[TARGET, { file: `data${TARGET}`, bytes: Buffer.from(text) }]]);
const referring = saasFile(
  oneTarget(`$ref: ${TARGET}`) + `  - namespace:\n      $ref: ${BILLING}\n    ref: ${OTHER}\n`,
);

describe("a target in a separate file", () => {
  test("is edited there", async () => {
    const plan = await bump(referring, [MAIN], { targetFiles: files(target(OLD)) });
    expect([plan.changes, plan.diff, plan.bytes.toString()]).toEqual([[], "", referring]);
    expect(plan.externalTargets).toHaveLength(1);
    const [external] = plan.externalTargets;
    expect(external).toMatchObject({
      targetFile: TARGET,
      file: `data${TARGET}`,
      changes: [{ oldRef: OLD, newRef: NEW, line: 6 }],
    });
    expect(external!.bytes.toString()).toBe(target(NEW));
    expect(external!.diff).toContain(`+++ b/data${TARGET}`);
  });

  test("is needed by its path if its template is selected", async () => {
    const file = await readSaasFile(Buffer.from(referring), "a.yml");
    expect(await neededTargetFiles(file, [MAIN])).toEqual([TARGET]);
    expect(await neededTargetFiles(file, [{ template: "other" }])).toEqual([]);
  });

  test("is undecided while the file is not read", async () => {
    const { verdict, text } = await ending(bump(referring, [{ ...MAIN, namespace: BILLING }]));
    expect([verdict, text]).toEqual(["undecided", expect.stringContaining(TARGET)]);
  });

  test("counts as a match like any other", async () => {
    const twice = referring.replace(BILLING, PROD);
    const { verdict, text } = await ending(bump(twice, [MAIN], { targetFiles: files(target(OLD)) }));
    expect([verdict, text]).toEqual(["refused", expect.stringContaining("2 targets match")]);
  });

  test("T16: one that cannot be changed stops the targets of the saas file, too", async () => {
    const both = [MAIN, { ...MAIN, namespace: BILLING }];
    expect((await ending(bump(referring, both, { targetFiles: files(target(OLD, "upstream: job\n")) }))).verdict).toBe(
      "refused",
    );
    const plan = await bump(referring, both, { targetFiles: files(target(OLD)) });
    expect([plan.changes.length, plan.externalTargets[0]!.changes.length]).toEqual([1, 1]);
  });

  test("T15: one that another template uses, too, is refused unless both are selected", async () => {
    const twice = saasFile(oneTarget(`$ref: ${TARGET}`) + oneTarget(`$ref: ${TARGET}`, { name: "second" }));
    const options = { targetFiles: files(target(OLD)) };
    expect((await ending(bump(twice, [MAIN], options))).text).toContain("shares its file");
    const plan = await bump(twice, [MAIN, { template: "second" }], options);
    expect(plan.externalTargets.map(({ bytes }) => bytes.toString())).toEqual([target(NEW)]);
  });

  test("is judged with what its saas file sets", async () => {
    const tagged = saasFile(
      oneTarget(`$ref: ${TARGET}`, { extra: `  parameters:\n    IMAGE_TAG: ${NEW.slice(0, 7)}\n` }),
    );
    const plan = await bump(tagged, [MAIN], { targetFiles: files(target(OLD)) });
    expect(plan.externalTargets[0]!.warnings).toEqual([expect.stringContaining("IMAGE_TAG")]);
    const deprecated = saasFile(oneTarget(`$ref: ${TARGET}`), "deprecated: true");
    expect((await ending(bump(deprecated, [MAIN], { targetFiles: files(target(OLD)) }))).text).toContain("deprecated");
  });

  test("next to other keys is invalid", async () => {
    expect((await ending(bump(saasFile(oneTarget(`$ref: ${TARGET}\nref: ${OLD}`))))).verdict).toBe("invalid");
  });
});

describe("planTargetFile", () => {
  test("changes only the ref", async () => {
    const plan = await planTargetFile(Buffer.from(target(OLD)), "prod.yml", { ref: NEW });
    expect(plan.bytes.toString()).toBe(target(NEW));
    expect(plan.changes).toMatchObject([{ candidate: { path: "ref", namespace: PROD, name: "prod" } }]);
  });

  test.each([
    ["refused", target("main")],
    ["refused", target(OLD, "delete: true\n")],
    ["refused", target(`&a ${OLD}`)],
    ["invalid", referring],
    ["invalid", target(OLD).replace("name: prod", `ref: ${OLD}`)],
    ["invalid", `$schema: /app-sre/saas-file-target-1.yml\n$ref: ${TARGET}\n`],
  ])("%s as in a saas file (%#)", async (verdict, text) => {
    expect((await ending(planTargetFile(Buffer.from(text), "prod.yml", { ref: NEW }))).verdict).toBe(verdict);
  });
});
