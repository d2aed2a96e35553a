import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hostileText } from "../../test/log-safe/hostile-text.ts";
import { fillTemplate, placeholdersIn } from "./template.ts";

describe("fillTemplate", () => {
  test("security B36: does not expand what a value holds", () => {
    const values: Record<string, string> = { a: "{b} {{x}} $& $1", b: "{a}" };
    expect(fillTemplate("{a} {b} {{a}}", (name) => values[name]!)).toBe("{b} {{x}} $& $1 {a} {a}");
  });

  test("leaves every value as it is", () => {
    fc.assert(fc.property(hostileText, (value) => fillTemplate("a{x}b{{c}}", () => value) === `a${value}b{c}`));
  });

  test("leaves braces around anything but a name", () => {
    expect(fillTemplate("{} { a } {1} {a b}", () => "x")).toBe("{} { a } {1} {a b}");
  });
});

describe("placeholdersIn", () => {
  test("lists names in order, with repetitions", () => {
    expect(placeholdersIn("{b} {{c}} {a-1} { d } {b}")).toEqual(["b", "a-1", "b"]);
  });
});
