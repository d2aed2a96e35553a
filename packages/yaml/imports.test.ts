import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(import.meta.dirname, "../..");

/** The modules that a module brings with it when it is loaded: imports of values that are not inside a function. */
function broughtBy(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export) (?!type\b)[^;]*? from "([^"]+)";$/gm)].map(([, name]) => name!);
}

function reached(start: string): Set<string> {
  const seen = new Set<string>();
  const load = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of broughtBy(file)) {
      if (name.startsWith("@release-actions/")) load(realpathSync(fileURLToPath(import.meta.resolve(name))));
      else if (name.startsWith(".")) load(join(dirname(file), name));
      else seen.add(name);
    }
  };
  load(start);
  return seen;
}

const actions = readdirSync(join(ROOT, "actions")).filter((name) =>
  existsSync(join(ROOT, "actions", name, "action.ts")),
);

describe("an action that reads no YAML does not load the parser", () => {
  test.each(actions)("%s starts without it", (name) => {
    const loaded = reached(join(ROOT, "actions", name, "action.ts"));
    expect([...loaded].some((file) => file.endsWith("packages/action/index.ts"))).toBe(true);
    expect(loaded).not.toContain("yaml");
  });

  test("the host starts without it, and what reads YAML is seen to load it", () => {
    expect(reached(join(ROOT, "cli/index.ts"))).not.toContain("yaml");
    expect(reached(join(ROOT, "packages/config/parse.ts"))).toContain("yaml");
  });
});

test("no other source imports the parser, so that nothing is parsed without the guard", () => {
  const sources = ["actions", "cli", "packages"].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" }).map((name) => join(ROOT, top, name)),
  );
  const product = sources.filter((file) => file.endsWith(".ts") && !/\.test\.ts$|\/node_modules\//.test(file));
  const parsing = product.filter((file) => /(?:from |import\()"yaml(?:\/[^"]*)?"/.test(readFileSync(file, "utf8")));
  expect(parsing.map((file) => dirname(relative(ROOT, file))).filter((name) => name !== "packages/yaml")).toEqual([]);
  expect(parsing.length).toBeGreaterThan(0);
});
