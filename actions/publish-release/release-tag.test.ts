import { describe, expect, test } from "@jest/globals";
import type { Inputs } from "./inputs.ts";
import { packageKey, readReleaseTag } from "./release-tag.ts";

const inputs = (given: Partial<Inputs> = {}): Parameters<typeof readReleaseTag>[1] => ({
  components: [],
  tagFormat: undefined,
  scheme: undefined,
  name: undefined,
  prerelease: "auto",
  makeLatest: "auto",
  primaryComponent: undefined,
  ...given,
});

const stable = (...tags: readonly string[]) => tags.map((tag) => ({ tag, prerelease: false }));

describe("the name and the prerelease mark", () => {
  test.each([
    ["v1.1.0", [], "1.1.0", false],
    ["v1.1.0-rc.1", [], "1.1.0-rc.1", true],
    ["v1.1.0-walking-skeleton", ["walking-skeleton", "frontend"], "walking-skeleton 1.1.0", false],
    ["v1.1.0-rc.1-frontend", ["walking-skeleton", "frontend"], "frontend 1.1.0-rc.1", true],
  ] as const)("%s", (tag, components, name, prerelease) => {
    expect(readReleaseTag(tag, inputs({ components: [...components] }), {})).toMatchObject({
      name: { value: name, explicit: false },
      prerelease: { value: prerelease, explicit: false },
    });
  });

  test("components, formats and directories come from release-actions.yml", () => {
    const config = {
      components: [{ name: "ui", "tag-format": "{component}/v{version}", path: "ui" }, { name: "api" }],
    };
    expect(readReleaseTag("ui/v2.0.0", inputs(), config)).toMatchObject({ name: { value: "ui 2.0.0" }, path: "ui" });
  });

  test("prerelease: true and false override the version", () => {
    expect(readReleaseTag("v1.1.0", inputs({ prerelease: "true" }), {}).prerelease).toEqual({
      value: true,
      explicit: true,
    });
    expect(readReleaseTag("v1.1.0-rc.1", inputs({ prerelease: "false" }), {}).prerelease).toEqual({
      value: false,
      explicit: true,
    });
  });
});

describe("release.md 6, make-latest by version order", () => {
  test.each([
    ["v1.4.2", ["v1.5.0"], false],
    ["v1.5.1", ["v1.5.0", "v1.4.2"], true],
    ["v1.0.10", ["v1.0.9"], true],
    ["v1.0.0-rc.1", [], false],
    ["v1.0.0", ["nightly", "v2"], true],
    ["v1.0.0", [], true],
  ] as const)("%s with the releases %j: %j", (tag, others, expected) => {
    expect(readReleaseTag(tag, inputs(), {}).latest.value(stable(...others))).toBe(expected);
  });

  test("a higher prerelease does not count", () => {
    expect(
      readReleaseTag("v1.0.0", inputs(), {}).latest.value([
        { tag: "v2.0.0-rc.1", prerelease: true },
        { tag: "v3.0.0", prerelease: true },
      ]),
    ).toBe(true);
  });

  test("with components, only the primary one can be the latest", () => {
    const two = { components: ["app", "frontend"] };
    expect(readReleaseTag("v9.0.0-frontend", inputs({ ...two, primaryComponent: "app" }), {}).latest.value([])).toBe(
      false,
    );
    expect(
      readReleaseTag("v1.0.0-app", inputs({ ...two, primaryComponent: "app" }), {}).latest.value(
        stable("v9.0.0-frontend"),
      ),
    ).toBe(true);
    expect(readReleaseTag("v1.0.0-app", inputs(two), {}).latest.value([])).toBe(false);
    expect(readReleaseTag("v1.0.0-app", inputs({ components: ["app"] }), {}).latest.value([])).toBe(true);
    const config = { components: [{ name: "app", primary: true }, { name: "frontend" }] };
    expect(readReleaseTag("v1.0.0-app", inputs(), config).latest.value([])).toBe(true);
    expect(readReleaseTag("v1.0.0-frontend", inputs(), config).latest.value([])).toBe(false);
  });

  test("refuses a primary component that is not declared", () => {
    expect(() => readReleaseTag("v1.0.0-app", inputs({ components: ["app"], primaryComponent: "ap" }), {})).toThrow(
      '"ap" is not a declared component',
    );
  });
});

describe("the package on GitLab", () => {
  test.each([
    ["v1.1.0", [], "group/sub/app", { name: "app", version: "1.1.0" }],
    ["v1.1.0-frontend", ["frontend"], "group/app", { name: "frontend", version: "1.1.0" }],
    ["v1.1.0-@acme/ui", ["@acme/ui"], "group/app", { name: "acme-ui", version: "1.1.0" }],
  ] as const)("of %s", (tag, components, repository, key) => {
    expect(packageKey(readReleaseTag(tag, inputs({ components: [...components] }), {}), repository)).toEqual(key);
  });
});
