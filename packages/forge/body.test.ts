import { describe, expect, test } from "@jest/globals";
import { keptText, markerOf, withMarker, withoutMarker } from "./body.ts";

describe("the marker", () => {
  test("is the same for one tag of one repository, and different for every other", () => {
    expect(markerOf("acme/app", "v1")).toBe(markerOf("Acme/App", "v1"));
    expect(markerOf("acme/app", "v1")).not.toBe(markerOf("acme/app", "v1.0"));
    expect(markerOf("acme/app", "v1")).not.toBe(markerOf("acme/ap", "pv1"));
  });

  test("can be removed from a text, however often it was added", () => {
    const marker = markerOf("acme/app", "v1");
    const marked = withMarker(withMarker("a\r\nb\n", marker), marker);
    expect(marked).toBe(`a\nb\n\n${marker}`);
    expect(withoutMarker(marked, marker)).toBe("a\nb");
  });
});

describe("keptText", () => {
  test.each([
    ["default", false, undefined, "default"],
    ["default", false, null, "default"],
    ["default", false, " ", "default"],
    ["default", false, "existing", "existing"],
    ["given", true, "existing", "given"],
  ])("%j, explicit: %j, existing: %j", (value, explicit, existing, expected) => {
    expect(keptText({ value, explicit }, existing)).toBe(expected);
  });
});
