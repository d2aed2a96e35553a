import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseJql } from "../../test/stand-ins/jira/search.ts";
import { newestOf, withLabel } from "./jql.ts";

describe("JQL", () => {
  test("finds the issues with a label, and the newest of a project", () => {
    expect(withLabel("release-actions-0a")).toBe('labels = "release-actions-0a" ORDER BY key ASC');
    expect(newestOf("AAP")).toBe('project = "AAP" ORDER BY key DESC');
  });

  test("keeps any value one value", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('" OR project = "X', "\\", '\\"', '\\\\"', "a\nORDER BY key"),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const shown = value.replace(/[\u0000-\u001f\u007f]/g, " ");
        expect(parseJql(withLabel(value))).toEqual({
          conditions: [{ field: "labels", value: shown }],
          descending: false,
        });
      }),
    );
  });
});
