import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { executedCommands, parseFileCommands, summaryKept } from "../runner-emulator/index.ts";
import { probe, runOnGithub } from "./github-run.ts";
import { logSafety } from "./property.ts";

const CASES = Number(process.env["LOG_SAFE_CASES"] ?? 100_000);

describe("the runner", () => {
  test(
    `security A1–A6, A8–A12: executes no command from any text that was not intended (${CASES.toLocaleString("en")} cases)`,
    async () => {
      await fc.assert(logSafety(), { numRuns: CASES });
    },
    CASES * 6,
  );

  test("security A5: keeps the step's result, whatever variable a text would set", async () => {
    const { exitCode, stdout } = await runOnGithub(
      probe(async ({ io }) => {
        io.info("see ##[set-env name=x]1");
        return { verdict: "passed" };
      }),
      {},
    );
    expect(exitCode).toBe(0);
    expect(executedCommands(stdout)).toEqual([]);
  });
});

describe("files of the runner", () => {
  test("security A9: an output that contains the delimiter is written completely", async () => {
    const id = "ghadelimiter_8f14e45f-ceea-467f-a6d2-0d1c4a5b6c7d";
    const echo = `a\nend_of_output\nverdict=passed\nend_of_output_x\n${id}\nverdict<<${id}\npassed\n${id}`;
    const { outputFile } = await runOnGithub(
      probe(async () => ({ verdict: "refused", echo })),
      {},
    );
    expect(parseFileCommands(outputFile)).toEqual({ echo, verdict: "refused" });
  });

  test("security A10, A11: only declared output names are written; GITHUB_ENV and GITHUB_PATH never are", async () => {
    const run = await runOnGithub(
      probe(async () => ({ verdict: "passed", "x=1\nname": "y" }) as never),
      { GITHUB_ENV: "/nonexistent/env", GITHUB_PATH: "/nonexistent/path" },
    );
    expect(parseFileCommands(run.outputFile)).toEqual({ echo: "", verdict: "unknown" });
    expect(run.stdout).toContain("returned an output that it does not declare");
  });

  test("security A13: a summary over 1 MiB is cut after a block, not dropped", async () => {
    const { summaryFile, exitCode } = await runOnGithub(
      probe(async ({ io }) => {
        for (let index = 0; index < 40; index += 1) io.summary({ kind: "paragraph", text: "é".repeat(40_000) });
        return { verdict: "passed" };
      }),
      {},
    );
    expect(exitCode).toBe(0);
    expect(summaryKept(summaryFile)).toContain("too long to show");
  });
});

describe("secrets and inputs", () => {
  test("security G95: a secret that a server echoes appears in neither log nor outputs nor summary", async () => {
    const token = "tok/en+secret==";
    const run = await runOnGithub(
      probe(async ({ io, inputs }) => {
        io.info(`got ${inputs.token}`);
        io.summary({ kind: "code", text: `Basic ${Buffer.from(`user:${inputs.token}`).toString("base64")}` });
        throw new Error(`server said ${encodeURIComponent(inputs.token!)}`);
      }),
      { INPUT_TOKEN: token },
    );
    const [mask, ...rest] = run.stdout.split("\n");
    expect(mask).toBe(`::add-mask::${token}`);
    const everything = rest.join("\n") + run.outputFile + run.summaryFile;
    for (const form of [token, encodeURIComponent(token), Buffer.from(`user:${token}`).toString("base64").slice(8, -4)])
      expect(everything).not.toContain(form);
  });

  test("security B28: a misspelled input is refused and the known ones are listed", async () => {
    const run = await runOnGithub(
      probe(async () => ({ verdict: "passed" })),
      { INPUT_TOKN: "x" },
    );
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain("::error::there is no input tokn%0AThe inputs are: given, token, config, summary.");
  });

  test("security G97: a tracing mode that prints secrets is refused if there is a secret", async () => {
    const action = probe(async () => ({ verdict: "passed" }));
    expect((await runOnGithub(action, { NODE_DEBUG: "http", INPUT_TOKEN: "secret" })).exitCode).toBe(2);
    expect((await runOnGithub(action, { NODE_DEBUG: "http" })).exitCode).toBe(0);
    const both = await runOnGithub(action, { NODE_DEBUG: "http", CI_DEBUG_SERVICES: "T", INPUT_TOKEN: "s3cr3t" });
    expect(both.exitCode).toBe(2);
    expect(both.stdout).toMatch(/^::error::CI_DEBUG_SERVICES prints .*%0ARemove the variable CI_DEBUG_SERVICES\.$/m);
    expect(both.stdout).toMatch(/^::error::NODE_DEBUG prints .*%0AUnset NODE_DEBUG\.$/m);
  });
});
