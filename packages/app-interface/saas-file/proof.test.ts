import { describe, expect, test } from "@jest/globals";
import { NEW, OLD, OTHER, oneTarget, plainTarget, saasFile } from "./fixtures/saas-text.ts";
import { proveBytes, proveValues } from "./proof.ts";
import { openSaasFile } from "./open.ts";
import type { Edit } from "./types.ts";

const text = saasFile(
  oneTarget(plainTarget()) + oneTarget(plainTarget(OTHER), { name: "second" }),
  "x: &a [1, '1']\ny: *a # a comment",
);
const file = openSaasFile(Buffer.from(text), "a.yml");
const [target] = file.targets;
const from = text.indexOf(OLD);
const edit = (token: string, at = from): Edit => ({
  target: target!,
  from: at,
  to: at + 40,
  token: Buffer.from(token),
});
const right = text.replace(OLD, NEW);

const bytes = (after: string, ...edits: Edit[]): void => proveBytes(Buffer.from(text), Buffer.from(after), edits);
const values = (after: string, token = NEW): string => proveValues(file.source, Buffer.from(after), [edit(token)], NEW);

describe("the proof accepts the intended edit and nothing else", () => {
  test("the intended one", () => {
    expect(() => bytes(right, edit(NEW))).not.toThrow();
    expect(values(right)).toBe(right);
  });

  test.each([
    ["a byte before", right.replace("---", "-- ")],
    ["a byte after", `${right}\n`],
    ["a byte less", right.slice(0, -1)],
    ["the other target too", right.replace(OTHER, NEW)],
    ["another value", right.replace(NEW, OTHER)],
    ["nothing", text],
  ])("bytes: %s", (_, after) => {
    expect(() => bytes(after, edit(NEW))).toThrow("not what was intended");
  });

  test("bytes: a token that is not a ref", () => {
    expect(() => bytes(text.replace(OLD, "main"), edit("main"))).toThrow("not what was intended");
    expect(() => bytes(text.replace(OLD, `'${NEW}"`), edit(`'${NEW}"`))).toThrow("not what was intended");
  });

  test("bytes: edits that overlap", () => {
    expect(() => bytes(right, edit(NEW), edit(NEW, from + 1))).toThrow("not what was intended");
  });

  test.each([
    ["the target unchanged", text],
    ["the other target too", right.replace(OTHER, NEW)],
    ["another namespace", right.replace("prod.yml", "prod.yaml")],
    ["another key", right.replace("displayName", "displayname")],
    ["an entry more", `${right}    disable: false\n`],
    ["a number for a text", right.replace("'1'", "1")],
    ["an anchor more", right.replace("path: /deploy", "path: &p /deploy")],
    ["a tag more", right.replace("path: /deploy", "path: !!str /deploy")],
    ["a value for an alias", right.replace("*a", "[1, '1']")],
    ["quotes", right.replace("name: saas-observatory", "name: 'saas-observatory'")],
    ["a mapping for a list", right.replace("- ClowdApp", "  ClowdApp: 1")],
  ])("values: %s", (_, after) => {
    expect(() => values(after)).toThrow("not what was intended");
  });

  test("values: a target of another document", () => {
    const [stranger] = openSaasFile(Buffer.from(text), "b.yml").targets;
    expect(() => proveValues(file.source, Buffer.from(text), [{ ...edit(NEW), target: stranger! }], NEW)).toThrow(
      "did not change",
    );
  });

  test("values: a token that is a number", () => {
    const digits = "1".repeat(40);
    expect(() => proveValues(file.source, Buffer.from(text.replace(OLD, digits)), [edit(digits)], digits)).toThrow(
      "YAML 1.1 reads",
    );
  });
});
