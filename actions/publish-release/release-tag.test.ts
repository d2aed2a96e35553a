import { describe, expect, test } from "@jest/globals";
import { packageKey, releaseTag } from "./release-tag.ts";
import type { TagInputs } from "./release-tag.ts";

const inputs = (given: Partial<TagInputs> = {}): TagInputs => ({
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
    expect(releaseTag(tag, inputs({ components }), {})).toMatchObject({ name, prerelease });
  });

  test("components, formats and directories come from release-actions.yml", () => {
    const config = {
      components: [{ name: "ui", "tag-format": "{component}/v{version}", path: "ui" }, { name: "api" }],
    };
    expect(releaseTag("ui/v2.0.0", inputs(), config)).toMatchObject({ name: "ui 2.0.0", path: "ui" });
  });

  test("prerelease: true and false are taken at their word", () => {
    expect(releaseTag("v1.1.0", inputs({ prerelease: "true" }), {}).prerelease).toBe(true);
    expect(releaseTag("v1.1.0-rc.1", inputs({ prerelease: "false" }), {}).prerelease).toBe(false);
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
  ] as const)("%s beside %j: %j", (tag, others, expected) => {
    expect(releaseTag(tag, inputs(), {}).latest(stable(...others))).toBe(expected);
  });

  test("a higher prerelease does not count", () => {
    expect(
      releaseTag("v1.0.0", inputs(), {}).latest([
        { tag: "v2.0.0-rc.1", prerelease: true },
        { tag: "v3.0.0", prerelease: true },
      ]),
    ).toBe(true);
  });

  test("with components: only the primary one, by input, by configuration, or as the only one", () => {
    const two = { components: ["app", "frontend"] };
    expect(releaseTag("v9.0.0-frontend", inputs({ ...two, primaryComponent: "app" }), {}).latest([])).toBe(false);
    expect(
      releaseTag("v1.0.0-app", inputs({ ...two, primaryComponent: "app" }), {}).latest(stable("v9.0.0-frontend")),
    ).toBe(true);
    expect(releaseTag("v1.0.0-app", inputs(two), {}).latest([])).toBe(false);
    expect(releaseTag("v1.0.0-app", inputs({ components: ["app"] }), {}).latest([])).toBe(true);
    const config = { components: [{ name: "app", primary: true }, { name: "frontend" }] };
    expect(releaseTag("v1.0.0-app", inputs(), config).latest([])).toBe(true);
    expect(releaseTag("v1.0.0-frontend", inputs(), config).latest([])).toBe(false);
  });

  test("a primary component that is not declared is an error", () => {
    expect(() => releaseTag("v1.0.0-app", inputs({ components: ["app"], primaryComponent: "ap" }), {})).toThrow(
      '"ap" is no declared component',
    );
  });
});

test.each([
  ["v1.1.0", [], "group/sub/app", { name: "app", version: "1.1.0" }],
  ["v1.1.0-frontend", ["frontend"], "group/app", { name: "frontend", version: "1.1.0" }],
  ["v1.1.0-@acme/ui", ["@acme/ui"], "group/app", { name: "acme-ui", version: "1.1.0" }],
] as const)("GitLab's package of %s", (tag, components, repository, key) => {
  expect(packageKey(releaseTag(tag, inputs({ components }), {}), repository)).toEqual(key);
});
