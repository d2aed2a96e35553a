import { beforeEach, expect, test } from "@jest/globals";
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

test("a file is read and written whole", async () => {
  await writeWorkspaceFile(host, "a/b/notes.md", "notes");
  expect((await readWorkspaceFile(host, "a/b/notes.md")).toString()).toBe("notes");
  expect(readdirSync(inWorkspace("a/b"))).toEqual(["notes.md"]);
});

test("writing keeps the mode and replaces the content, not the file's place", async () => {
  writeFileSync(inWorkspace("run.sh"), "old");
  chmodSync(inWorkspace("run.sh"), 0o755);
  await writeWorkspaceFile(host, "run.sh", "new");
  expect(statSync(inWorkspace("run.sh")).mode & 0o777).toBe(0o755);
  expect(readFileSync(inWorkspace("run.sh"), "utf8")).toBe("new");
});

test("what a killed run left next to the file does not stop the next one", async () => {
  writeFileSync(inWorkspace(".notes.md.release-actions.tmp"), "half");
  await writeWorkspaceFile(host, "notes.md", "whole");
  expect(readdirSync(host.workspace)).toEqual(["notes.md"]);
});

test.each(["../outside/secret", "/etc/hostname", "a/../../outside/secret"])(
  "security B29: %s is refused",
  async (path) => {
    await expect(readWorkspaceFile(host, path)).rejects.toMatchObject({ verdict: "invalid" });
    await expect(writeWorkspaceFile(host, path, "x")).rejects.toMatchObject({ verdict: "invalid" });
  },
);

test("security B29: a link that leads out is refused, one that stays inside is followed", async () => {
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

test("security B29: a FIFO, a device and a directory are not regular files, and nothing hangs", async () => {
  execFileSync("mkfifo", [inWorkspace("pipe")]);
  for (const path of ["pipe", "."]) await expect(readWorkspaceFile(host, path)).rejects.toThrow("not a regular file");
});

test("security F92: a file over the cap is refused before it is read", async () => {
  writeFileSync(inWorkspace("big"), "12345");
  await expect(readWorkspaceFile(host, "big", { maxBytes: 4 })).rejects.toThrow(
    '"big" has 5 bytes; at most 4 are read',
  );
});

test("a missing file and a missing directory say what to check", async () => {
  await expect(readWorkspaceFile(host, "none")).rejects.toMatchObject({ message: 'there is no file "none"' });
  await expect(readWorkspaceFile(host, "no/such/file")).rejects.toMatchObject({
    message: 'there is no file "no/such/file"',
  });
  await expect(readWorkspaceFile(host, "")).rejects.toThrow("not a path");
});
