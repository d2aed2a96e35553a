import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTool, programIn } from "./index.ts";

let directory: string;
let before: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "find-tool-"));
  before = process.cwd();
  process.chdir(directory);
  for (const name of ["a", "b"]) mkdirSync(join(directory, name));
});
afterEach(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true, force: true });
});

function put(path: string, mode = 0o755): string {
  writeFileSync(join(directory, path), "#!/bin/sh\n", { mode });
  return join(directory, path);
}

describe("findTool", () => {
  test("returns the absolute path of the first program of that name", () => {
    const PATH = `${join(directory, "a")}:${join(directory, "b")}`;
    put("a/tool", 0o644);
    mkdirSync(join(directory, "a/other"));
    const [tool, other] = [put("b/tool"), put("b/other")];
    expect([findTool("tool", { PATH }), findTool("other", { PATH })]).toEqual([tool, other]);
    symlinkSync(tool, join(directory, "a/linked"));
    expect(findTool("linked", { PATH })).toBe(join(directory, "a/linked"));
  });

  test.each(["", ":", ".", "a", "./a", "a:.:", "../x:a/../a"])(
    "security C40: finds none in PATH=%j, in which no entry is absolute",
    (PATH) => {
      put("tool");
      put("a/tool");
      expect(programIn("tool", { PATH })).toBeUndefined();
      const absolute = put("b/tool");
      expect(findTool("tool", { PATH: `${PATH}:${join(directory, "b")}` })).toBe(absolute);
    },
  );

  test("throws with the remedy if there is none", () => {
    const find = () => findTool("docker", { PATH: directory }, "Install Docker Engine.");
    expect(find).toThrow("there is no docker in PATH");
    expect(find).toThrow(
      expect.objectContaining({ verdict: "invalid", details: { remedy: "Install Docker Engine." } }),
    );
    expect(programIn("docker", {})).toBeUndefined();
  });
});
