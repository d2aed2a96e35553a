import { describe, expect, test } from "@jest/globals";
import { compareUrl, plainRepositoryUrl } from "./repository-url.ts";

const OLD = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
const NEW = "fedcba9876543210fedcba9876543210fedcba98";

describe("compareUrl", () => {
  test.each([
    ["https://github.com/acme/app.git", `https://github.com/acme/app/compare/${OLD}...${NEW}`],
    ["https://github.example/acme/app/", `https://github.example/acme/app/compare/${OLD}...${NEW}`],
    ["https://gitlab.com/a/b/c", `https://gitlab.com/a/b/c/-/compare/${OLD}...${NEW}`],
    ["https://code.example/a/b", `https://code.example/a/b/-/compare/${OLD}...${NEW}`],
    ["https://git.example/a/b", undefined],
    ["https://github.com/", undefined],
    ["http://github.com/a/b", undefined],
    ["https://github.com.evil.example/a/b", `https://github.com.evil.example/a/b/compare/${OLD}...${NEW}`],
    ["backend", undefined],
  ])("is the comparison's page of %s", (repository, expected) => {
    expect(compareUrl(repository, OLD, NEW, "https://code.example/below")).toBe(expected);
  });

  test("has no page for a name that moves, and none without a GitLab", () => {
    expect(compareUrl("https://github.com/acme/app", "main", NEW, "https://code.example")).toBeUndefined();
    expect(compareUrl("https://code.example/a/b", OLD, NEW, "")).toBeUndefined();
    expect(compareUrl("http://127.0.0.1:1/a/b", OLD, NEW, "http://127.0.0.1:1")).toContain("/a/b/-/compare/");
  });
});

describe("plainRepositoryUrl", () => {
  test("removes slashes and .git at the end, however many there are", () => {
    const slashes = "/".repeat(1_000_000);
    const urls = ["https://a/b", "https://a/b.git", "https://a/b.git//", `https://a${slashes}b/`];
    expect(urls.map(plainRepositoryUrl)).toEqual(["https://a/b", "https://a/b", "https://a/b", `https://a${slashes}b`]);
  });
});
