import { describe, expect, test } from "@jest/globals";
import type { Problem } from "@release-actions/action";
import { resolveTarget, targetOrigins } from "./release-target.ts";

const none: Parameters<typeof resolveTarget>[0] = { forge: "auto", repository: undefined, apiUrl: undefined };
const gitHub = {
  kind: "github",
  repository: "acme/app",
  apiUrl: "https://api.github.com",
  serverUrl: "https://github.com",
} as const;
const gitLab = {
  kind: "gitlab",
  repository: "g/app",
  projectId: "7",
  apiUrl: "https://gitlab.example/api/v4",
  serverUrl: "https://gitlab.example",
} as const;

describe("resolveTarget", () => {
  test("uses the repository of the run on GitHub and GitLab", () => {
    expect(resolveTarget(none, gitHub, [])).toEqual({
      forge: "github",
      repository: "acme/app",
      apiUrl: gitHub.apiUrl,
      serverUrl: gitHub.serverUrl,
      projectId: undefined,
    });
    expect(resolveTarget(none, gitLab, [])).toEqual({
      forge: "gitlab",
      repository: "g/app",
      apiUrl: gitLab.apiUrl,
      serverUrl: gitLab.serverUrl,
      projectId: "7",
    });
  });

  test("uses no address of GitLab for a release on GitHub from GitLab CI", () => {
    const target = resolveTarget({ ...none, forge: "github", repository: "acme/app" }, gitLab, []);
    expect(target).toEqual({
      forge: "github",
      repository: "acme/app",
      apiUrl: "https://api.github.com",
      serverUrl: undefined,
      projectId: undefined,
    });
  });

  test("does not use the project's ID for another repository on the same GitLab", () => {
    expect(resolveTarget({ ...none, repository: "g/other" }, gitLab, [])?.projectId).toBeUndefined();
  });

  test("derives the forge from the API address on a terminal", () => {
    const there = (apiUrl: string) =>
      resolveTarget({ ...none, repository: "a/b", apiUrl }, { kind: "terminal" }, [])?.forge;
    expect(there("https://gitlab.example/api/v4")).toBe("gitlab");
    expect(there("https://ghes.example/api/v3/")).toBe("github");
    expect(there("https://api.github.com")).toBe("github");
  });

  test("reports everything that is missing at once", () => {
    const problems: Problem[] = [];
    expect(resolveTarget(none, { kind: "terminal" }, problems)).toBeUndefined();
    expect(problems.map(({ input }) => input)).toEqual(["forge", "repository"]);
  });
});

describe("targetOrigins", () => {
  test("needs a second origin only for github.com", () => {
    expect(targetOrigins(none, gitHub)).toEqual(["https://api.github.com", "https://uploads.github.com"]);
    expect(targetOrigins({ ...none, apiUrl: "https://ghes.example/api/v3" }, gitHub)).toEqual([
      "https://ghes.example/api/v3",
    ]);
    expect(targetOrigins(none, gitLab)).toEqual([gitLab.apiUrl]);
  });
});
