import { beforeEach, describe, expect, test } from "@jest/globals";
import { readWorkspaceFile, writeWorkspaceFile } from "./index.ts";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let host: { workspace: string };
let outside: string;

beforeEach(() => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "files-")));
  outside = join(root, "outside");
  host = { workspace: join(root, "workspace") };
  mkdirSync(outside);
  mkdirSync(host.workspace);
  writeFileSync(join(outside, "secret"), "secret");
});

const inWorkspace = (path: string) => join(host.workspace, path);

describe("refused paths", () => {
  test.each(["../outside/secret", "/etc/hostname", "a/../../outside/secret"])(
    "security B29: refuses %s",
    async (path) => {
      await expect(readWorkspaceFile(host, path)).rejects.toMatchObject({ verdict: "invalid" });
      await expect(writeWorkspaceFile(host, path, "x")).rejects.toMatchObject({ verdict: "invalid" });
    },
  );

  test("security B29: refuses a link that leads out and follows one that stays inside", async () => {
    symlinkSync(join(outside, "secret"), inWorkspace("out"));
    symlinkSync(outside, inWorkspace("directory"));
    writeFileSync(inWorkspace("real"), "fine");
    symlinkSync("real", inWorkspace("link"));
    await expect(readWorkspaceFile(host, "out")).rejects.toThrow("outside the workspace");
    await expect(readWorkspaceFile(host, "directory/secret")).rejects.toThrow("outside the workspace");
    await expect(writeWorkspaceFile(host, "directory/new/deep", "x")).rejects.toThrow("outside the workspace");
    expect(readdirSync(outside)).toEqual(["secret"]);
    expect((await readWorkspaceFile(host, "link")).toString()).toBe("fine");
  });

  test("security B29: refuses a FIFO, a device and a directory without hanging", async () => {
    execFileSync("mkfifo", [inWorkspace("pipe")]);
    for (const path of ["pipe", "."]) await expect(readWorkspaceFile(host, path)).rejects.toThrow("not a regular file");
  });

  test("security F92: refuses a file over the limit before reading it", async () => {
    writeFileSync(inWorkspace("big"), "12345");
    await expect(readWorkspaceFile(host, "big", { maxBytes: 4 })).rejects.toThrow(
      '"big" has 5 bytes; at most 4 are read',
    );
  });
});

describe("reading and writing", () => {
  test("reads and writes a whole file", async () => {
    await writeWorkspaceFile(host, "a/b/notes.md", "notes");
    expect((await readWorkspaceFile(host, "a/b/notes.md")).toString()).toBe("notes");
    expect(readdirSync(inWorkspace("a/b"))).toEqual(["notes.md"]);
  });

  test("keeps the mode and the inode when replacing the content", async () => {
    writeFileSync(inWorkspace("run.sh"), "old");
    chmodSync(inWorkspace("run.sh"), 0o755);
    await writeWorkspaceFile(host, "run.sh", "new");
    expect(statSync(inWorkspace("run.sh")).mode & 0o777).toBe(0o755);
    expect(readFileSync(inWorkspace("run.sh"), "utf8")).toBe("new");
  });

  test("continues after a killed run that left a temporary file", async () => {
    writeFileSync(inWorkspace(".notes.md.release-actions.tmp"), "half");
    await writeWorkspaceFile(host, "notes.md", "whole");
    expect(readdirSync(host.workspace)).toEqual(["notes.md"]);
  });

  test("says what to check if a file or a directory is missing", async () => {
    await expect(readWorkspaceFile(host, "none")).rejects.toMatchObject({ message: 'there is no file "none"' });
    await expect(readWorkspaceFile(host, "no/such/file")).rejects.toMatchObject({
      message: 'there is no file "no/such/file"',
    });
    await expect(readWorkspaceFile(host, "")).rejects.toThrow("not a path");
  });
});
