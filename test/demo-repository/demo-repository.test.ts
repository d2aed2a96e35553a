import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createDemoRepository } from "./index.ts";

describe("the demo repository", () => {
  test("has four annotated tags on one commit that is not on main, the same in every run", async () => {
    const root = mkdtempSync(join(tmpdir(), "demo-repository-"));
    try {
      const [first, second] = await Promise.all(
        ["a", "b"].map((name) => createDemoRepository({ directory: join(root, name) })),
      );
      const git = (...args: string[]) => execFileSync("git", ["-C", first?.bare ?? "", ...args], { encoding: "utf8" });
      const tags = git("for-each-ref", "--format=%(refname:short) %(objecttype) %(*objectname)", "refs/tags")
        .trim()
        .split("\n");
      expect(tags).toEqual([...(first?.tags ?? [])].sort().map((tag) => `${tag} tag ${first?.commit ?? ""}`));
      expect(git("branch", "--contains", first?.commit ?? "").trim()).not.toContain("main");
      expect(second?.commit).toBe(first?.commit);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
