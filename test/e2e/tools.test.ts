import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processesWith, until } from "../processes.ts";
import { path, ring } from "../rings.ts";
import { BUILT, ROOT } from "./released.ts";

/** The runtime of the actions, and the oldest Node that a terminal may have, if it is on this machine. */
const NODES = [process.execPath, ...["/usr/bin/node", "/usr/local/bin/node"].filter((node) => existsSync(node))];

ring("the bundle runs a user's tool", [path("dist", BUILT, "npm run build")], () => {
  let directory: string;
  beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "tools-ring-"))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const start = (node: string, command: string) =>
    spawn(node, [join(ROOT, "dist/cli.js"), "run-staging", "--command", command], {
      cwd: directory,
      env: { PATH: process.env["PATH"], HOME: directory, MARK: directory, TMPDIR: directory },
      stdio: ["ignore", "ignore", "pipe"],
    });

  test.each(NODES)(
    "security 3: with %s, a signal ends the tool and its children before the action ends",
    async (node) => {
      for (const [signal, code] of [
        ["SIGINT", 130],
        ["SIGTERM", 143],
      ] as const) {
        const started = join(directory, signal);
        const child = start(node, `trap '' TERM INT; sleep 600 & touch "${started}"; while :; do sleep 600; done`);
        const ended = new Promise((resolve) => child.once("close", resolve));
        expect(await until(() => existsSync(started))).toBe(true);
        child.kill(signal);
        expect([await ended, processesWith(directory)]).toEqual([code, []]);
      }
    },
  );

  test.each(NODES)("with %s, passes on the tool's output and exit code", async (node) => {
    const child = start(node, "echo ::warning::hello; exit 7");
    const log = Buffer.concat(await child.stderr.toArray()).toString();
    expect(log).toContain("\\::warning::hello\n");
    expect(log).toContain("the command ended with exit code 7");
  });
});
