import { describe, expect, test } from "@jest/globals";
import { isLatest, isRegression, parseTag, parseTags, previousTag, tagRules } from "./index.ts";

const RULES = tagRules({ components: ["frontend", "backend"] });
const previous = (tags: readonly string[], tag: string) =>
  previousTag(parseTags(tags, RULES), parseTag(tag, RULES))?.tag;
const steppedBack = (tags: readonly string[], tag: string) =>
  isRegression(parseTags(tags, RULES), parseTag(tag, RULES));
const latest = (tags: readonly string[], tag: string) => isLatest(parseTags(tags, RULES), parseTag(tag, RULES));

describe("the previous tag", () => {
  test("is the highest lower version of the same component", () => {
    const tags = [
      "v1.0.9-frontend",
      "v1.0.10-frontend",
      "v1.0.2-frontend",
      "v1.0.11-backend",
      "v2.0.0-frontend",
      "v1.1.0-frontend",
    ];
    expect(previous(tags, "v1.1.0-frontend")).toBe("v1.0.10-frontend");
    expect(previous(tags, "v2.0.0-frontend")).toBe("v1.1.0-frontend");
    expect(previous(tags, "v1.0.11-backend")).toBeUndefined();
  });

  test("follows its own line for a backport", () => {
    expect(previous(["v1.4.1", "v1.5.0", "v2.0.0"], "v1.4.2")).toBe("v1.4.1");
  });

  test("is the previous release for a release, and the version directly before for a prerelease", () => {
    const tags = ["v1.0.0", "v1.1.0-rc.1", "v1.1.0-rc.2", "v1.1.0"];
    expect(previous(tags, "v1.1.0")).toBe("v1.0.0");
    expect(previous(tags, "v1.1.0-rc.2")).toBe("v1.1.0-rc.1");
    expect(previous(tags, "v1.1.0-rc.1")).toBe("v1.0.0");
    expect(previous(["v1.0.0-rc.1", "v1.0.0"], "v1.0.0")).toBeUndefined();
  });

  test("ignores tags that follow no convention", () => {
    expect(previous(["v1", "v1.0", "latest", "v0.9.0"], "v1.0.0")).toBe("v0.9.0");
  });
});

describe("regression", () => {
  test.each<[tags: string[], tag: string, regression: boolean]>([
    [[], "v1.0.0", false],
    [["v1.0.0"], "v1.0.1", false],
    [["v1.0.0"], "v1.0.0", false],
    [["v1.0.9"], "v1.0.10", false],
    [["v1.4.1", "v1.5.0"], "v1.4.2", false],
    [["v1.5.0", "v2.0.0"], "v1.6.0", false],
    [["v1.4.1", "v1.5.0"], "v1.4.0", true],
    [["v1.5.0"], "v1.4.0", true],
    [["v1.0.0"], "v0.9.0", true],
    [["v1.1.0"], "v1.1.0-rc.2", true],
    [["v1.1.0-rc.2"], "v1.1.0-rc.1", true],
    [["v1.1.0-rc.2"], "v1.1.0", false],
    [["v2.0.0-alpha.1", "v1.8.0"], "v1.9.0", false],
    [["v9.0.0-frontend"], "v1.0.0-backend", false],
  ])("with the tags %j, %s is a step back: %s", (tags, tag, regression) => {
    expect(steppedBack(tags, tag)).toBe(regression);
  });
});

describe("the latest tag", () => {
  test("is the highest release of the component", () => {
    expect(latest(["v1.5.0", "v1.4.1"], "v1.4.2")).toBe(false);
    expect(latest(["v1.0.9"], "v1.0.10")).toBe(true);
    expect(latest(["v9.0.0-frontend"], "v1.0.0-backend")).toBe(true);
    expect(latest(["v2.0.0-rc.1"], "v1.0.0")).toBe(true);
    expect(latest([], "v1.0.0-rc.1")).toBe(false);
  });
});
