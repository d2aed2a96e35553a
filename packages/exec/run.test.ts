import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runInMemory } from "@release-actions/hosts";
import { ActionError, defineAction, NO_ENDPOINTS, output } from "@release-actions/action";
import { secrets } from "@release-actions/text";
import { processesWith, until } from "../../test/processes.ts";
import { runTool, type ToolRun } from "./index.ts";

const PATH = process.env["PATH"] ?? "";

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "exec-"))));
afterEach(async () => {
  secrets.clear();
  for (const { pid } of processesWith(directory)) process.kill(pid, "SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

/** A tool that does what the script says, and a way to run it. */
function tool(script: string, more: Partial<ToolRun> = {}): ToolRun {
  const path = join(directory, "tool");
  writeFileSync(path, `#!/bin/bash\n${script}\n`);
  chmodSync(path, 0o755);
  const signal = new AbortController().signal;
  return { tool: path, args: [], cwd: directory, env: { PATH, DIR: directory }, signal, ...more };
}

async function failureOf(running: Promise<unknown>): Promise<ActionError> {
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ActionError);
  return error as ActionError;
}

/** The number that the script wrote into a file of the directory. */
async function pidIn(file: string): Promise<number> {
  const path = join(directory, file);
  await until(() => existsSync(path) && readFileSync(path, "utf8").endsWith("\n"));
  return Number(readFileSync(path, "utf8"));
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

describe("what a tool is given", () => {
  test("its arguments and its environment are exactly those, in its directory", async () => {
    const cwd = join(directory, "a b");
    mkdirSync(cwd);
    const args = ["", "a b", "$(id)", "--", '"', "\n", "*"];
    const run = tool(`printf '%s\\0' "$@" "$PWD"; env -0`, { args, cwd, env: { PATH, NAME: "a\nb" } });
    const { code, stdout } = await runTool(run);
    const shown = stdout.toString().split("\0");
    expect([code, shown.slice(0, args.length + 1)]).toEqual([0, [...args, cwd]]);
    const names = shown.slice(args.length + 1, -1).map((entry) => entry.split("=")[0] ?? "");
    expect(names.filter((name) => !["PWD", "OLDPWD", "SHLVL", "_"].includes(name)).sort()).toEqual(["NAME", "PATH"]);
    expect(shown).toContain("NAME=a\nb");
  });

  test.each(["", "x"])("a long argument is not cut inside a character (%j before it)", async (before) => {
    const argument = before + "😀".repeat(20_000);
    const { stdout } = await runTool(tool(`printf '%s' "$1"`, { args: [argument] }));
    expect(stdout.toString() === argument).toBe(true);
  });

  test("entries of PATH that are not absolute are left out", async () => {
    const env = { PATH: `bin:.::${PATH}:../x`, DIR: directory };
    const { stdout } = await runTool(tool('printf %s "$PATH"', { env }));
    expect(stdout.toString()).toBe(PATH);
  });

  test("a relative entry in the PATH of this process runs nothing", async () => {
    for (const name of ["node", "tool"]) {
      writeFileSync(join(directory, name), `#!/bin/sh\ntouch "${directory}/PWNED"\n`, { mode: 0o755 });
    }
    const [before, cwd] = [process.env["PATH"], process.cwd()];
    process.chdir(directory);
    process.env["PATH"] = `.:${PATH}`;
    try {
      expect((await runTool(tool("echo ok"))).stdout.toString()).toBe("ok\n");
    } finally {
      process.env["PATH"] = before;
      process.chdir(cwd);
    }
    expect(existsSync(join(directory, "PWNED"))).toBe(false);
  });

  test("standard input is what was given, or at its end", async () => {
    expect((await runTool(tool("cat", { input: "päss\n" }))).stdout.toString()).toBe("päss\n");
    expect((await runTool(tool("cat; echo end"))).stdout.toString()).toBe("end\n");
  });

  test("a tool that ends without reading its input ends with its own exit code", async () => {
    expect(await runTool(tool("exit 7", { input: "x".repeat(64 * 1024) }))).toMatchObject({ code: 7 });
    expect(await runTool(tool("exec <&-; sleep 0.2; exit 8", { input: "x".repeat(64 * 1024) }))).toMatchObject({
      code: 8,
    });
  });

  test("input and arguments that do not fit, and a NUL, are refused before anything starts", async () => {
    for (const more of [
      { input: "x".repeat(64 * 1024 + 1) },
      { args: ["x".repeat(600_000)] },
      { args: ["a\0b"] },
      { env: { A: "\0" } },
    ]) {
      expect(await failureOf(runTool(tool('touch "$DIR/started"', more)))).toMatchObject({ verdict: "invalid" });
    }
    expect(existsSync(join(directory, "started"))).toBe(false);
  });
});

describe("what comes back", () => {
  test("the exit code, whatever it is, and 128 and the number of a signal", async () => {
    expect((await runTool(tool("exit 3"))).code).toBe(3);
    expect((await runTool(tool("kill -9 $$"))).code).toBe(137);
  });

  test("standard output byte for byte, and the last lines of standard error", async () => {
    const { stdout, stderr } = await runTool(
      tool(`head -c 300000 /dev/zero | tr '\\0' '\\377'; seq 20000 >&2; printf last >&2`),
    );
    expect(stdout.equals(Buffer.alloc(300_000, 0xff))).toBe(true);
    const lines = stderr.split("\n");
    expect([lines.at(-1), lines.at(-2)]).toEqual(["last", "20000"]);
    expect(lines.length).toBeGreaterThan(1000);
    expect(stderr.length).toBeLessThanOrEqual(64 * 1024);
  });

  test.each([
    ["no such interpreter", "#!/nowhere/bin/sh\n", 0o755, "ENOENT"],
    ["no program", "#!/bin/sh\n", 0o644, "EACCES"],
  ])("%s: invalid, with the system's reason", async (_, text, mode, reason) => {
    const run = tool("");
    writeFileSync(run.tool, text);
    chmodSync(run.tool, mode);
    const { verdict, message } = await failureOf(runTool(run));
    expect([verdict, message]).toEqual(["invalid", `tool could not be started: ${reason}`]);
  });

  test("a directory that does not exist, and an argument that the system refuses", async () => {
    expect((await failureOf(runTool(tool("", { cwd: join(directory, "none") })))).message).toContain("does not exist");
    expect((await failureOf(runTool(tool("", { args: ["x".repeat(200_000)] })))).message).toContain("E2BIG");
  });
});

describe("security A1, A15: what a tool prints is text", () => {
  const show = (script: string, maxOutput?: number) =>
    runInMemory(
      defineAction({
        name: "running",
        description: "Runs a tool.",
        inputs: {},
        outputs: { code: output.integer("Its exit code.") },
        permissions: { github: {}, gitlab: "None." },
        endpoints: NO_ENDPOINTS,
        changes: false,
        async run({ io, signal }) {
          io.secret("s3cret-value");
          const { code } = await runTool(tool(script, { signal, maxOutput, onLine: io.info }));
          return { verdict: "done", code };
        },
      }),
    );

  test("no command of a runner, no control character and no secret gets through", async () => {
    const { lines } = await show(
      `printf '%s\\n' '::set-output name=a::b' '  ::add-mask::x' 'a ##[error]b' 'key=s3cret-value' >&2
       printf '\\033[31mred\\033[0m\\r::warning::x\\n'; printf 's3cret-'; sleep 0.2; printf 'value'`,
    );
    expect(lines.slice(0, -1).sort()).toEqual(
      [
        "\\::set-output name=a::b",
        "  \\::add-mask::x",
        "a ##\\[error]b",
        "key=***",
        "<U+001B>[31mred<U+001B>[0m",
        "\\::warning::x",
        "***",
      ].sort(),
    );
  });

  test("a character that arrives in two pieces is one, and bytes that are none are shown as such", async () => {
    const { lines } = await show(`printf '\\xc3'; sleep 0.2; printf '\\xa4\\n\\xff\\r\\n'`);
    expect(lines.slice(0, 2)).toEqual(["ä", "\ufffd"]);
  });

  test("security C57: a line without end is cut, after secrets were removed from it", async () => {
    const { lines, outputs } = await show(
      `head -c 65526 /dev/zero | tr '\\0' x; printf 's3cret-value'; head -c 16000000 /dev/zero | tr '\\0' y; echo; echo end`,
    );
    expect(outputs["code"]).toBe("0");
    expect(lines[0]!.length).toBeLessThanOrEqual(16 * 1024);
    expect(lines[0]).toMatch(/^x+…$/);
    expect(lines[1]).toBe("end");
  });

  test("output beyond its cap is not shown, and the tool continues", async () => {
    const { lines, outputs } = await show("yes line | head -c 1000000; exit 5", 10_000);
    expect(outputs["code"]).toBe("5");
    expect(lines.at(-2)).toBe("tool printed more than 10000 bytes; the rest is not shown.");
    expect(lines.length).toBeLessThan(20_000);
  });
});

describe("security C57: a tool that prints without end", () => {
  test("ends when its output is to be returned", async () => {
    const failure = await failureOf(runTool(tool("yes", { maxOutput: 100_000 })));
    expect(failure).toMatchObject({
      verdict: "undecided",
      message: "tool printed more than 100000 bytes and was stopped",
    });
    expect(processesWith(directory)).toEqual([]);
  });
});

describe("security 3: the end of a tool", () => {
  const STUBBORN = `trap '' TERM
    sleep 600 & echo $! > "$DIR/child"
    setsid sleep 600 & echo $! > "$DIR/escaped"
    (trap '' TERM HUP; setsid bash -c 'trap "" TERM; echo $$ > "$DIR/deep"; while :; do sleep 600; done') &
    echo ready; while :; do sleep 600; done`;

  async function stubborn(): Promise<number[]> {
    return await Promise.all(["child", "escaped", "deep"].map(pidIn));
  }

  test("an abort ends it with all its descendants, though they ignore SIGTERM and left its group", async () => {
    const controller = new AbortController();
    const running = failureOf(runTool(tool(STUBBORN, { signal: controller.signal })));
    const pids = await stubborn();
    expect(pids.map(isAlive)).toEqual([true, true, true]);
    controller.abort();
    expect(await running).toMatchObject({ verdict: "interrupted" });
    expect([pids.map(isAlive), processesWith(directory)]).toEqual([[false, false, false], []]);
  });

  test("a timeout ends it as undecided, and SIGTERM gives it the time to clean up", async () => {
    const script = `trap 'echo bye > "$DIR/clean"; exit 0' TERM; sleep 600 & wait`;
    expect(await failureOf(runTool(tool(script, { timeout: 500 })))).toMatchObject({
      verdict: "undecided",
      message: expect.stringContaining("did not end within"),
    });
    expect(readFileSync(join(directory, "clean"), "utf8")).toBe("bye\n");
    expect(processesWith(directory)).toEqual([]);
  });

  test("an aborted signal starts nothing, and one that aborts before the start ends it", async () => {
    const run = tool('touch "$DIR/started"; sleep 600');
    expect(await failureOf(runTool({ ...run, signal: AbortSignal.abort() }))).toMatchObject({ verdict: "interrupted" });
    expect(existsSync(join(directory, "started"))).toBe(false);
    for (const wait of [0, 1, 5, 20, 40, 60]) {
      const controller = new AbortController();
      const running = failureOf(runTool({ ...run, signal: controller.signal }));
      await sleep(wait);
      controller.abort();
      expect(await running).toMatchObject({ verdict: "interrupted" });
      expect(processesWith(directory)).toEqual([]);
    }
  });

  test("a process that holds the output of a tool that has ended does not hold us, and is left alone", async () => {
    const { code, stdout } = await runTool(tool('sleep 600 & echo $! > "$DIR/left"; echo done'));
    expect([code, stdout.toString()]).toEqual([0, "done\n"]);
    const left = await pidIn("left");
    expect(isAlive(left)).toBe(true);
    process.kill(left, "SIGKILL");
  });

  test("what the shown lines are passed to may fail: the tool ends, and the error is passed on", async () => {
    const failing = () => {
      throw new TypeError("no log");
    };
    await expect(runTool(tool("while :; do echo x; sleep 0.1; done", { onLine: failing }))).rejects.toThrow("no log");
    expect(processesWith(directory)).toEqual([]);
  });

  test.each(["SIGKILL", "SIGTERM"] as const)("it ends when our own process is ended by %s", async (signal) => {
    const run = tool(STUBBORN);
    const child = spawn(
      process.execPath,
      [
        "--no-warnings",
        fileURLToPath(new URL("../../test/worlds/exec.child.ts", import.meta.url)),
        run.tool,
        directory,
      ],
      { stdio: "inherit" },
    );
    const pids = await stubborn();
    child.kill(signal);
    expect(await until(() => pids.every((pid) => !isAlive(pid)) && processesWith(directory).length === 0)).toBe(true);
  });

  test("it ends when the supervisor is killed, and that is a failure", async () => {
    const running = failureOf(runTool(tool('echo $PPID > "$DIR/parent"; sleep 600; exit 0')));
    process.kill(await pidIn("parent"), "SIGKILL");
    expect(await running).toMatchObject({
      verdict: "undecided",
      message: "the process that watches over tool ended, and tool with it",
    });
    expect(await until(() => processesWith(directory).length === 0)).toBe(true);
  });
});
