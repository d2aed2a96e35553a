import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startFaultServer } from "../../../test/faults/server.ts";
import type { FaultServer } from "../../../test/faults/server.ts";

const ASK = fileURLToPath(new URL("../../../test/worlds/github-question.child.ts", import.meta.url));

let directory: string;
let server: FaultServer;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "event-"));
  server = await startFaultServer();
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

async function ask(env: Readonly<Record<string, string>>): Promise<{ stdout: string; stderr: string }> {
  const options = { env: { PATH: process.env["PATH"] ?? "", ...env }, timeout: 60_000 };
  return promisify(execFile)(process.execPath, ["--no-warnings", ASK, server.origin], options);
}

describe("security B29: the event of the run, which the toolkit reads when it is loaded", () => {
  const CANARY = "canary-0123456789";

  test.each<[string, (path: string) => unknown]>([
    ["missing", () => undefined],
    ["a directory", (path) => mkdir(path)],
    ["not JSON", (path) => writeFile(path, CANARY)],
    ["JSON that is no event", (path) => writeFile(path, "null")],
    ["a pipe that nobody writes to", (path) => execFileSync("mkfifo", [path])],
    ["beyond reach", (path) => writeFile(path, CANARY, { mode: 0 })],
  ])("is never opened: %s", async (name, make) => {
    const path = join(directory, `::warning::${name}`);
    await make(path);
    expect(await ask({ GITHUB_EVENT_PATH: path })).toEqual({ stdout: "200, unchanged", stderr: "" });
  });

  test("is not needed, and neither is a valid address in the environment", async () => {
    const env = { GITHUB_API_URL: "::warning::x", HTTPS_PROXY: "::warning::y", ACTIONS_ORCHESTRATION_ID: "a\nb" };
    expect(await ask(env)).toEqual({ stdout: "200, unchanged", stderr: "" });
  });
});
