import { describe, expect, test } from "@jest/globals";
import { commitIdentity, gitCredential, gitRemote } from "./git-remote.ts";

describe("gitRemote", () => {
  test.each([
    ["https://gitlab.example", "group/project", "https://gitlab.example/group/project.git"],
    [
      "https://gitlab.example/below/",
      "group/sub group/a?b#c",
      "https://gitlab.example/below/group/sub%20group/a%3Fb%23c.git",
    ],
  ])("of %s and %s", (url, path, expected) => {
    expect(gitRemote(url, "secret", path)).toEqual({ url: expected, credential: gitCredential("secret") });
  });
});

describe("commitIdentity", () => {
  test("has the address that GitLab gives users who hide theirs", () => {
    const user = { id: "42", username: "release-bot" };
    expect(commitIdentity("https://gitlab.example/below", user)).toEqual({
      name: "release-bot",
      email: "42-release-bot@users.noreply.gitlab.example",
    });
  });
});
