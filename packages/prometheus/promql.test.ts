import { describe, expect, test } from "@jest/globals";
import { ActionError } from "@release-actions/action";
import { equals, matcher, oneOf, quoted, selector } from "./index.ts";
import fc from "fast-check";

describe("PromQL", () => {
  test.each([
    [selector("up"), "up"],
    [
      selector("up", [equals("job", "a"), matcher("code", "!=", "200"), matcher("path", "=~", "/a.*")]),
      'up{job="a",code!="200",path=~"/a.*"}',
    ],
    [selector("", [equals("job", "a")]), '{job="a"}'],
    [selector("http.requests", [equals("service.name", "a")]), '{"http.requests","service.name"="a"}'],
    [selector("up", [oneOf("pod", ["a"])]), 'up{pod="a"}'],
    [selector("up", [oneOf("pod", ["a.b", "c|d", "(e)\\"])]), 'up{pod=~"a\\\\.b|c\\\\|d|\\\\(e\\\\)\\\\\\\\"}'],
  ])("writes a selector: %s", (given, wanted) => {
    expect(given).toBe(wanted);
  });

  test("security B33: keeps a value that looks like PromQL a value", () => {
    expect(selector("up", [equals("job", '"} or vector(0) #\n')])).toBe('up{job="\\"} or vector(0) #\\n"}');
  });

  test.each([
    ["no label", () => equals("", "a")],
    ["no values", () => oneOf("a", [])],
    ["a selector without metric and labels", () => selector("")],
    ["half a character", () => quoted("\ud800")],
  ])("rejects %s", (_, make) => {
    expect(make).toThrow(ActionError);
  });

  test("keeps any text inside its quotes and its line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const inside = quoted(text).slice(1, -1);
        return (
          !/[\u0000-\u001f\u007f]/.test(inside) &&
          !inside.replace(/\\./gs, "").includes('"') &&
          !inside.replace(/\\./gs, "").includes("\\")
        );
      }),
    );
  });
});
