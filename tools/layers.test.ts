import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { violations } from "./layers.ts";

const made: string[] = [];

afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

const manifest = (name: string, dependencies: readonly string[]): string =>
  JSON.stringify({
    name,
    type: "module",
    exports: { ".": "./index.ts", "./runtime": "./runtime/index.ts" },
    dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, "0.0.0"])),
  });

/** A small tree that breaks no rule: two actions above a domain, the domain above the foundation. */
const SOUND: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ workspaces: ["packages/*", "actions", "cli"] }),
  "actions/package.json": manifest("@house/actions", ["@house/domain"]),
  "actions/one/action.ts": `import { domain } from "@house/domain";\nexport const one = domain;\n`,
  "actions/two/action.ts": `export const two = 2;\n`,
  "cli/package.json": manifest("@house/cli", ["@house/actions", "@house/action"]),
  "cli/index.ts": `export { run } from "@house/action/runtime";\n`,
  "packages/domain/package.json": manifest("@house/domain", ["@house/action", "library"]),
  "packages/domain/index.ts": `import { text } from "@house/action";\nimport "library";\nexport const domain = text;\n`,
  "packages/domain/part.ts": `export type Part = string;\n`,
  "packages/action/package.json": manifest("@house/action", []),
  "packages/action/index.ts": `import { join } from "node:path";\nexport const text = join("a", "b");\n`,
  "packages/action/runtime/index.ts": `export const run = 1;\n`,
  "node_modules/library/package.json": JSON.stringify({ name: "library", main: "index.js" }),
  "node_modules/library/index.js": "",
  "node_modules/hoisted/package.json": JSON.stringify({ name: "hoisted", main: "index.js" }),
  "node_modules/hoisted/index.js": "",
};

async function judge(changes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  made.push(root);
  for (const [path, content] of Object.entries({ ...SOUND, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  mkdirSync(join(root, "node_modules/@house"));
  for (const name of ["domain", "action"])
    symlinkSync(`../../packages/${name}`, join(root, "node_modules/@house", name));
  return await violations(root);
}

describe("the tree's imports", () => {
  test("a sound tree passes", async () => {
    expect(await judge({})).toEqual([]);
  });

  const undeclared = (folder: string) => expect.stringContaining(`declare it in ${folder}/package.json`);
  const upward = "packages/action/index.ts";
  test.each<[string, Record<string, string>, unknown]>([
    ["an import of a workspace above", { [upward]: `import "@house/domain";\n` }, undeclared("packages/action")],
    [
      "import() of it",
      { [upward]: `export const late = () => import("@house/domain");\n` },
      undeclared("packages/action"),
    ],
    [
      "import type of it",
      { [upward]: `import type { domain } from "@house/domain";\nexport type A = typeof domain;\n` },
      undeclared("packages/action"),
    ],
    [
      "a type in place",
      { [upward]: `export type A = import("@house/domain").Domain;\n` },
      undeclared("packages/action"),
    ],
    ["a re-export of it", { [upward]: `export * from "@house/domain";\n` }, undeclared("packages/action")],
    ["a relative path into it", { [upward]: `import "../domain/index.ts";\n` }, undeclared("packages/action")],
    [
      "a library that is only hoisted",
      { "packages/domain/part.ts": `import "hoisted";\n` },
      undeclared("packages/domain"),
    ],
    [
      "a package that imports an action",
      { "packages/domain/part.ts": `import "../../actions/one/action.ts";\n` },
      undeclared("packages/domain"),
    ],
    [
      "an action that imports another",
      { "actions/two/action.ts": `import "../one/action.ts";\n` },
      expect.stringContaining("no action imports another"),
    ],
    [
      "an action that runs actions",
      {
        "actions/package.json": manifest("@house/actions", ["@house/domain", "@house/action"]),
        "actions/two/action.ts": `import "@house/action/runtime";\n`,
      },
      expect.stringContaining("only hosts and cli run actions"),
    ],
    [
      "a file that does not exist",
      { "packages/domain/part.ts": `import "./nowhere.ts";\n` },
      expect.stringContaining("every import leads to a file"),
    ],
    [
      "a cycle of values",
      { "packages/domain/part.ts": `import "./index.ts";\n`, "packages/domain/index.ts": `import "./part.ts";\n` },
      expect.stringContaining("no cycles"),
    ],
    [
      "a cycle through a type",
      {
        "packages/domain/part.ts": `import type { A } from "./index.ts";\nexport type B = A;\n`,
        "packages/domain/index.ts": `import type { B } from "./part.ts";\nexport type A = B;\n`,
      },
      expect.stringContaining("no cycles"),
    ],
    [
      "a cycle through import()",
      {
        "packages/domain/part.ts": `export const a = () => import("./index.ts");\n`,
        "packages/domain/index.ts": `import "./part.ts";\n`,
      },
      expect.stringContaining("no cycles"),
    ],
    [
      "a cycle of manifests",
      { "packages/action/package.json": manifest("@house/action", ["@house/domain"]) },
      expect.stringContaining("no cycles of manifests"),
    ],
  ])("%s is an error", async (_, changes, expected) => {
    expect(await judge(changes)).toContainEqual(expected);
  });
});
