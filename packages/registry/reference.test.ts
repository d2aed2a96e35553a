import { describe, expect, test } from "@jest/globals";
import { joinRepository, parseImage, showImage } from "./reference.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

describe("parseImage", () => {
  test.each([
    ["quay.io/org/app", { registry: "quay.io", repository: "org/app" }],
    ["quay.io/a/b/c/d:1.2", { registry: "quay.io", repository: "a/b/c/d", tag: "1.2" }],
    [`localhost:5000/app@${DIGEST}`, { registry: "localhost:5000", repository: "app", digest: DIGEST }],
    [
      `127.0.0.1:5000/org/app:v1@${DIGEST}`,
      { registry: "127.0.0.1:5000", repository: "org/app", tag: "v1", digest: DIGEST },
    ],
  ])("reads %s", (text, image) => {
    expect(parseImage(text)).toEqual(image);
    expect(showImage(parseImage(text))).toBe(text);
  });

  test.each([
    "app",
    "org/app",
    "https://quay.io/org/app",
    "quay.io/Org/app",
    "quay.io/org/app:",
    "quay.io/org/app@sha256:abc",
    "quay.io//app",
    "quay.io/org/../app",
    "quay.io/org/app:v1;id",
    "user@quay.io/org/app",
    "quay.io/org/app%2e",
    "quay.io",
    "quay.io/",
    "-quay.io/org/app",
    "quay.io/org/app@md5:abc",
    "ｑuay.io/org/app",
  ])("security B30, B32: %s is refused", (text) => {
    expect(() => parseImage(text)).toThrow(/must|not a tag/);
  });
});

describe("joinRepository", () => {
  test("T5: the namespace is never dropped and never doubled", () => {
    expect(joinRepository("redhat-user-workloads", "a/b/c")).toBe("redhat-user-workloads/a/b/c");
    expect(joinRepository("redhat-user-workloads", "redhat-user-workloads/a/b/c")).toBe("redhat-user-workloads/a/b/c");
    expect(joinRepository("redhat", "redhat-user/a")).toBe("redhat/redhat-user/a");
    expect(joinRepository(undefined, "a/b")).toBe("a/b");
  });
});
