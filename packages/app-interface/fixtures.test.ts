import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate, type Bundle, type Finding, type Value } from "./index.ts";
import { loadYaml } from "@release-actions/yaml/pyyaml";
import { fromJson } from "@release-actions/yaml/value";
import { path, ring } from "../../test/rings.ts";

const FIXTURES = join(import.meta.dirname, "../../../shared/data/app-interface/validator-fixtures/validator");
const SHARED = ["common-1.json", "metaschema-1.json", "graphql-schemas-1.yml"];

interface Expected {
  readonly kind: string;
  readonly filename: string;
  readonly result: { readonly status: string; readonly reason?: string; readonly error?: string };
}

function read(name: string): { readonly [key: string]: Value } {
  return loadYaml(readFileSync(join(FIXTURES, name), "utf8")).value as { readonly [key: string]: Value };
}

function entries(value: Value | undefined): [string, Value][] {
  return Object.entries(value as { readonly [key: string]: Value });
}

/** A fixture is a bundle, to which the validator's own tests add the schemas that every bundle has. */
function bundleOf(fixture: { readonly [key: string]: Value }): Bundle {
  return {
    schemas: new Map([
      ...entries(fixture["schemas"]),
      ["/common-1.json", read("common-1.json")],
      ["/metaschema-1.json", read("metaschema-1.json")],
      ["/app-interface/graphql-schemas-1.yml", read("graphql-schemas-1.yml")],
    ]),
    graphql: fixture["graphql"],
    data: new Map(entries(fixture["data"])),
    resources: new Map(
      entries(fixture["resources"]).map(([name, resource]) => {
        const { $schema: schema, content } = resource as { $schema: string | null; content: string };
        return [name, { schema: schema ?? undefined, ...(schema !== null && { loaded: loadYaml(content) }) }];
      }),
    ),
  };
}

function reason({ kind, name, rule }: Finding): string {
  return `${kind} ${name} ${rule}`;
}

ring("qontract-validator's own cases", [path("its fixtures", FIXTURES, "reference data in ../shared/data")], () => {
  const cases = readdirSync(FIXTURES).filter((name) => name.endsWith(".yml") && !SHARED.includes(name));

  test("are complete", () => expect(cases.length + SHARED.length).toBe(26));

  test.each(cases)("domain.md 4.4: %s has the expected verdict and reasons", (name) => {
    const fixture = read(name);
    const expected = fixture["expected_results"] as unknown as readonly Expected[];
    const findings = validate(bundleOf(fixture)).filter(({ kind }) => kind !== "RULE");
    const wrong = expected.filter(({ result }) => result.status === "ERROR");
    expect([...new Set(findings.map(reason))].sort()).toEqual(
      wrong.map(({ kind, filename, result }) => `${kind} ${filename} ${result.reason}`).sort(),
    );
    // The message of a mismatch is the same, too, so that people can search for it.
    for (const { result, filename } of wrong.filter(
      ({ result: { reason: code } }) => code === "VALIDATION_ERROR" || code === "SCHEMA_ERROR",
    )) {
      expect(findings.find((finding) => finding.name === filename)!.message).toContain(result.error);
    }
  });
});

test("a map with hostile keys is a map like any other", () => {
  const value = fromJson(JSON.parse('{"__proto__": 1, "constructor": 2}'));
  expect(Object.keys(value as object).sort()).toEqual(["__proto__", "constructor"]);
});
