import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { planBump, planTargetFile, readSaasFile, type SaasFile } from "@release-actions/saas-file";
import { generated } from "./fixtures/generated.ts";
import { NEW, OLD, PROD, ending, oneTarget, plainTarget, saasFile } from "./fixtures/saas-text.ts";
import { planOneTarget, planSaasFile } from "./plan.ts";
import { parseSaasFile, parseTargetFile } from "./read.ts";
import { parsePlainYaml } from "./yaml-file.ts";

// Files are read without the YAML library where they can be, and both ways are to come to the same.

/** What others see of a file; its nodes are the reader's own. */
function seen({ source, targets, hashLength, ...rest }: SaasFile): unknown {
  const nodes = targets.map(({ scalar, ...target }) => [target, scalar?.style, scalar?.start, scalar?.end, scalar?.text, scalar?.value]);
  return { ...rest, nodes, text: source.text, hashLengths: rest.templates.map(({ name }) => hashLength(name)) };
}

test("a saas file in any style is the same file for both, and so is its plan", async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(generated, fc.boolean(), async ({ before, selectors, next }, isTidy) => {
      const bytes = Buffer.from(isTidy ? before.replaceAll("\r", "").replaceAll("\t", " ").replaceAll("\uFEFF", "") : before);
      if (parsePlainYaml(bytes, "a.yml") !== undefined) plain += 1;
      const [usual, byLibrary] = [await readSaasFile(bytes, "a.yml"), parseSaasFile(bytes, "a.yml")];
      expect(seen(usual)).toEqual(seen(byLibrary));
      fc.pre(selectors.length > 0);
      expect(await planBump(usual, selectors, { ref: next })).toEqual(await planSaasFile(byLibrary, selectors, { ref: next }));
    }),
    { numRuns: 500 },
  );
  expect(plain).toBeGreaterThan(50);
});

const target = (ref: string): string => `$schema: /app-sre/saas-file-target-1.yml\nname: prod\n${plainTarget(ref)}\n`;

test.each([
  ["a bump", target(OLD)],
  ["a branch", target("main")],
  ["no ref", target(OLD).replace("ref:", "reference:")],
  ["another schema", saasFile("")],
  ["a list", "- a\n"],
])("a target file with %s ends the same for both", async (_, text) => {
  const bytes = Buffer.from(text);
  expect(parsePlainYaml(bytes, "a.yml")).toBeDefined();
  const byLibrary = (): ReturnType<typeof planTargetFile> => planOneTarget(bytes, "a.yml", { ref: NEW }, async (...file) => parseTargetFile(...file));
  const usual = (): ReturnType<typeof planTargetFile> => planTargetFile(bytes, "a.yml", { ref: NEW });
  expect(await ending(usual())).toEqual(await ending(byLibrary()));
});

test.each([
  ["a target without namespace and name", oneTarget(`ref: ${OLD}`)],
  ["a target that is nothing", "- name: a\n  targets:\n  -\n  - # none\n"],
  ["a namespace that is nothing", oneTarget(`ref: ${OLD}\nnamespace:`)],
  ["a name that is a list", oneTarget(`ref: ${OLD}\nnamespace: {$ref: ${PROD}}\nname: [a]`)],
  ["templates that are no list", "  a: b\n"],
  ["a template that is a text", "- a\n- b\n"],
  ["hash lengths", oneTarget(plainTarget(), { extra: "  hash_length: 12\n" }) + oneTarget(plainTarget(), { name: "b", extra: "  hash_length: '7'\n" })],
  ["a hash length that is none", oneTarget(plainTarget(), { extra: "  hash_length: 1.5\n" })],
])("a saas file with %s reads the same for both", async (_, templates) => {
  const bytes = Buffer.from(saasFile(templates));
  expect(parsePlainYaml(bytes, "a.yml")).toBeDefined();
  const attempt = async (read: () => SaasFile | Promise<SaasFile>): Promise<unknown> => {
    const file = Promise.resolve().then(read);
    return [await ending(file), await file.then(seen, () => undefined)];
  };
  expect(await attempt(() => readSaasFile(bytes, "a.yml"))).toEqual(await attempt(() => parseSaasFile(bytes, "a.yml")));
});

test("a plainly written file is read and edited without the YAML library", () => {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = readFileSync(join(import.meta.dirname, name), "utf8");
    for (const [, from = ""] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from "([^"]+)";$/gm)) {
      if (from.startsWith("./")) load(from.slice(2));
      else loaded.add(from);
    }
  };
  for (const name of ["index.ts", "open.ts", "plan.ts", "select.ts"]) load(name);
  expect([...loaded]).toEqual(expect.arrayContaining(["proof.ts", "@release-actions/plain-yaml"]));
  expect([...loaded].filter((name) => ["yaml", "read.ts", "library-file.ts"].includes(name))).toEqual([]);
});
