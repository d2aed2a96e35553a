import { describe, expect, test } from "@jest/globals";
import { readSaasFile } from "./index.ts";
import { MAIN, NEW, OLD, bump, ending, oneTarget, plainTarget, saasFile } from "./fixtures/saas-text.ts";

const beside = (text: string): string => saasFile(oneTarget(plainTarget()), text);
const reading = (text: string): ReturnType<typeof ending> => ending(readSaasFile(Buffer.from(text), "a.yml"));

describe("security E78: aliases", () => {
  const bomb = (levels: number): string =>
    [
      "x:",
      "- &l0 [a, a, a, a, a, a, a, a, a]",
      ...Array.from({ length: levels }, (_, i) => `- &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`),
    ].join("\n");

  test("a bomb is refused without being expanded", async () => {
    const { verdict, text } = await reading(beside(bomb(40)));
    expect([verdict, text]).toEqual(["invalid", expect.stringContaining("aliases stand for more than")]);
  });

  test("a few aliases of aliases are not", async () => {
    expect((await bump(beside(bomb(2)))).changes).toHaveLength(1);
  });

  test("an alias inside itself", async () => {
    expect((await reading(beside("x: &x [*x]"))).text).toContain("inside the value that it refers to");
  });

  test("an anchor of the same name later does not count", async () => {
    const text = saasFile(oneTarget(plainTarget("*sha")), `a: &sha ${OLD}`) + "  x: &sha develop\n";
    expect((await readSaasFile(Buffer.from(text), "a.yml")).candidates[0]!.ref).toBe(OLD);
  });
});

describe("security E80: nesting", () => {
  test.each([
    ["flow lists", "x: " + "[".repeat(20_000)],
    ["closed flow lists", "x: " + "[".repeat(20_000) + "]".repeat(20_000)],
    ["flow mappings", "x: " + "{a: ".repeat(20_000)],
    ["lists", "x:\n" + "- ".repeat(20_000)],
    ["explicit keys", "? ".repeat(20_000)],
    ["mappings", Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ])("%s without end are invalid", async (_, text) => {
    const { verdict, text: said } = await reading(beside(text));
    expect([verdict, said]).toEqual(["invalid", expect.stringContaining("levels deep")]);
  });

  test("brackets in a text are no nesting", async () => {
    expect((await bump(beside(`description2: '${"[{".repeat(1000)}'`))).changes).toHaveLength(1);
  });
});

test("security E79: merge keys multiply nothing", async () => {
  const merges = Array.from(
    { length: 2000 },
    (_, i) => `x${i}: &m${i}\n  <<: ${i === 0 ? "{a: 1}" : `*m${i - 1}`}\n  k${i}: 1`,
  ).join("\n");
  expect((await ending(bump(beside(merges)))).verdict).not.toBe("defect");
});

test("keys of an object's prototype are keys", async () => {
  const text = saasFile(
    oneTarget(
      `${plainTarget()}\nparameters:\n  __proto__: {IMAGE_TAG: "${NEW.slice(0, 7)}"}\n  constructor: 1\n  toString: 2`,
    ),
    `__proto__: {deprecated: true}`,
  );
  const plan = await bump(text);
  expect(plan.bytes.toString()).toBe(text.replace(OLD, NEW));
  expect(plan.warnings).toEqual([]);
});

test("a target named after a prototype's key is selected by it", async () => {
  const text = saasFile(oneTarget(`name: __proto__\n${plainTarget()}`, { name: "constructor" }));
  expect((await bump(text, [{ template: "constructor", name: "__proto__" }])).changes).toHaveLength(1);
  expect((await ending(bump(text, [{ template: "toString" }]))).verdict).toBe("refused");
});

test("a megabyte of targets", async () => {
  const targets = Array.from(
    { length: 9000 },
    (_, i) => `  - name: t${i}\n    namespace:\n      $ref: /services/${i}.yml\n    ref: ${OLD} # é\n`,
  ).join("");
  const text = saasFile(oneTarget(plainTarget()) + targets);
  const plan = await bump(text, [{ template: "observatory", name: "t8999" }]);
  const at = text.lastIndexOf(OLD);
  expect(plan.bytes.equals(Buffer.from(text.slice(0, at) + NEW + text.slice(at + 40)))).toBe(true);
});

test("more than two megabytes are invalid", async () => {
  expect((await reading(beside(`# ${"x".repeat(2 * 1024 * 1024)}`))).verdict).toBe("invalid");
});

describe("what readers of YAML disagree about is invalid", () => {
  test.each([
    ["a carriage return alone", "# a comment\rname2: a"],
    ["U+2028", "# a comment\u2028name2: a"],
    ["U+0085", "# a comment\u0085name2: a"],
    ["NUL", "x: a\u0000b"],
    ["ESC", "x: \u001b[31m"],
  ])("%s", async (_, text) => {
    const { verdict, lines } = await reading(beside(text));
    expect([verdict, lines]).toEqual(["invalid", [6]]);
  });
});

test("thousands of errors are named in part", async () => {
  expect((await reading(beside("]\n".repeat(5000)))).lines.length).toBeLessThanOrEqual(20);
});

test("thousands of candidates are listed in part", async () => {
  const targets = Array.from(
    { length: 500 },
    () => `  - namespace:\n      $ref: ${MAIN.namespace}\n    ref: ${OLD}\n`,
  ).join("");
  const { text, lines } = await ending(bump(saasFile(oneTarget(plainTarget()) + targets)));
  expect([lines.length, text]).toEqual([22, expect.stringContaining("and 481 more targets")]);
});
