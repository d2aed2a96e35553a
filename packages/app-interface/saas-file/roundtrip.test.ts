import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { planBump, readSaasFile } from "./index.ts";
import { commit, generated, type Generated } from "./fixtures/generated.ts";
import { QONTRACT_PYTHON } from "../../../test/installed.ts";
import { path, ring } from "../../../test/rings.ts";

/** Number of cases; more with `npm run fuzz`. */
const runs = (usual: number): number => Math.max(usual, Number(process.env["PROPERTY_RUNS"] ?? 0));

/** Without a prototype: __proto__ is a key like any other. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("generated files", () => {
  test("only the tokens of the selected refs change, whatever the style", async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ before, after, selectors, next, valueBefore, valueAfter }) => {
        for (const version of ["1.1", "1.2"] as const)
          expect(plain(parse(before, { version }))).toEqual(plain(valueBefore));
        fc.pre(selectors.length > 0);
        const plan = await planBump(await readSaasFile(Buffer.from(before), "a.yml"), selectors, { ref: next });
        expect(plan.bytes.toString()).toBe(after);
        expect(plan.changes.length + plan.unchanged.length).toBe(selectors.length);
        for (const version of ["1.1", "1.2"] as const)
          expect(plain(parse(after, { version }))).toEqual(plain(valueAfter));
        const again = await planBump(await readSaasFile(plan.bytes, "a.yml"), selectors, { ref: next });
        expect(again.changes).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test("a commit without quotes is a string for every version of YAML", async () => {
    const text = (ref: string): string =>
      `$schema: /app-sre/saas-file-2.yml\nresourceTemplates: [{name: a, targets: [{ref: ${ref}}]}]`;
    await fc.assert(
      fc.asyncProperty(commit, async (ref) => {
        const plan = await planBump(await readSaasFile(Buffer.from(text("main")), "a.yml"), [{ template: "a" }], {
          ref,
          allowMovingRef: true,
        });
        const token = plan.bytes.toString().slice(text("").indexOf("ref: ") + 5, -4);
        expect(token).toBe(
          [ref, `'${ref}'`].find(
            (form) => parse(form, { version: "1.1" }) === ref && parse(form, { version: "1.2" }) === ref,
          ),
        );
      }),
      { numRuns: runs(500) },
    );
  });
});

const pyyaml = path("PyYAML", QONTRACT_PYTHON);
ring("what app-interface's own reader sees", [pyyaml], () => {
  test("PyYAML reads the files with the new refs, as strings", () => {
    const cases: Generated[] = fc.sample(generated, { numRuns: runs(200), seed: 20_261_121 });
    const script = "import json, sys, yaml\nprint(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))";
    const { stdout, stderr } = spawnSync(QONTRACT_PYTHON, ["-c", script], {
      input: JSON.stringify(cases.map(({ after }) => after)),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(cases.map(({ valueAfter }) => plain(valueAfter)));
  });
});
