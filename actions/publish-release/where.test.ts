import { expect, test } from "@jest/globals";
import type { Problem } from "@release-actions/action";
import { originsOf, placeOf } from "./where.ts";
import type { PlaceInputs } from "./where.ts";

const none: PlaceInputs = { forge: "auto", repository: undefined, apiUrl: undefined };
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

test("on GitHub and on GitLab everything is known", () => {
  expect(placeOf(none, gitHub, [])).toEqual({
    forge: "github",
    repository: "acme/app",
    apiUrl: gitHub.apiUrl,
    serverUrl: gitHub.serverUrl,
    projectId: undefined,
  });
  expect(placeOf(none, gitLab, [])).toEqual({
    forge: "gitlab",
    repository: "g/app",
    apiUrl: gitLab.apiUrl,
    serverUrl: gitLab.serverUrl,
    projectId: "7",
  });
});

test("a release on GitHub from GitLab CI takes nothing of GitLab's addresses", () => {
  const place = placeOf({ ...none, forge: "github", repository: "acme/app" }, gitLab, []);
  expect(place).toEqual({
    forge: "github",
    repository: "acme/app",
    apiUrl: "https://api.github.com",
    serverUrl: undefined,
    projectId: undefined,
  });
});

test("another repository of the same GitLab is not addressed by this project's id", () => {
  expect(placeOf({ ...none, repository: "g/other" }, gitLab, [])?.projectId).toBeUndefined();
});

test("on a terminal the address tells the forge", () => {
  const there = (apiUrl: string) => placeOf({ ...none, repository: "a/b", apiUrl }, { kind: "terminal" }, [])?.forge;
  expect(there("https://gitlab.example/api/v4")).toBe("gitlab");
  expect(there("https://ghes.example/api/v3/")).toBe("github");
  expect(there("https://api.github.com")).toBe("github");
});

test("what nothing says is asked for, all at once", () => {
  const problems: Problem[] = [];
  expect(placeOf(none, { kind: "terminal" }, problems)).toBeUndefined();
  expect(problems.map(({ input }) => input)).toEqual(["forge", "repository"]);
});

test("only github.com needs a second origin", () => {
  expect(originsOf(none, gitHub)).toEqual(["https://api.github.com", "https://uploads.github.com"]);
  expect(originsOf({ ...none, apiUrl: "https://ghes.example/api/v3" }, gitHub)).toEqual([
    "https://ghes.example/api/v3",
  ]);
  expect(originsOf(none, gitLab)).toEqual([gitLab.apiUrl]);
});
