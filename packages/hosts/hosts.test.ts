import { beforeEach, describe, expect, test } from "@jest/globals";
import {
  defineAction,
  flag,
  invalid,
  list,
  NO_ENDPOINTS,
  output,
  text,
  type Context,
  type Verdict,
} from "@release-actions/action";
import { gitlabHost, runInMemory, systemClock, terminalHost } from "./index.ts";
import { execute, inputsOf } from "@release-actions/action/runtime";
import { heading } from "@release-actions/text";
import { mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFlags } from "./flags.ts";
import { throttled } from "./log.ts";

type Inputs = {
  readonly tag: string;
  readonly files: string[];
  readonly draft: boolean;
  readonly token: string | undefined;
};

function sample(run: (context: Context<Inputs>) => Promise<{ verdict: Verdict; notes?: string; tagName?: string }>) {
  return defineAction({
    name: "sample-action",
    description: "For tests.",
    inputs: {
      tag: text({ description: "The tag.", example: "v1.2.3" }),
      files: list({ description: "The files." }),
      draft: flag({ description: "Draft?", default: false }),
      token: text({ description: "The token.", optional: true, secret: true, gitlab: "CI_JOB_TOKEN" }),
    },
    outputs: { notes: output.text("Notes."), "tag-name": output.text("Tag.") },
    permissions: { github: {}, gitlab: "none" },
    endpoints: NO_ENDPOINTS,
    changes: true,
    run: run,
  });
}

const echo = sample(async ({ inputs, io }) => {
  io.info(`tag ${inputs.tag}`);
  io.summary(heading("Done"));
  return { verdict: "done", notes: "line 1\nline 2", tagName: inputs.tag };
});

let directory: string;
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "host-")));
});

function fakeProcess(env: Record<string, string>) {
  const printed = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY: false,
    write: (chunk: string) => ((printed[name] += chunk), true),
  });
  const process = { env, cwd: () => directory, on: () => process, stdout: stream("stdout"), stderr: stream("stderr") };
  return { process: process as unknown as NodeJS.Process, printed };
}

const inputs = inputsOf(echo);
const flags = (argv: string[], env: Record<string, string> = {}) => {
  const { values, problems } = readFlags(argv, env, inputs);
  return { values: Object.fromEntries(values), problems: problems.map(({ what, remedy }) => `${what}: ${remedy}`) };
};

describe("writing outputs", () => {
  test("GitLab: writes outputs to a dotenv report and to files, multi-line values only to their files", async () => {
    const { process, printed } = fakeProcess({ CI_PROJECT_DIR: directory, CI_JOB_TOKEN: "job-token" });
    expect(await execute(echo, gitlabHost(process, ["--tag", "v1.2.3"]), systemClock)).toBe(0);
    expect(readFileSync(join(directory, "release-actions-reports/outputs.env"), "utf8")).toBe(
      "SAMPLE_ACTION_NOTES_FILE=release-actions-reports/sample-action/notes\nSAMPLE_ACTION_TAG_NAME=v1.2.3\nSAMPLE_ACTION_VERDICT=done\n",
    );
    expect(readFileSync(join(directory, "release-actions-reports/sample-action/notes"), "utf8")).toBe("line 1\nline 2");
    expect(readFileSync(join(directory, "release-actions-reports/summary.md"), "utf8")).toContain("## Done");
    expect(printed.stdout).toContain("tag v1.2.3\n");
  });

  test("GitLab: an output with the name of another one's file does not hide that file", async () => {
    const { process } = fakeProcess({ CI_PROJECT_DIR: directory });
    const action = {
      ...echo,
      outputs: { notes: output.text("N"), "notes-file": output.text("F") },
      run: async () => ({ verdict: "done" as const, notes: "1\n2", notesFile: "" }),
    };
    await execute(action, gitlabHost(process, ["--tag", "v1"]), systemClock);
    expect(readFileSync(join(directory, "release-actions-reports/outputs.env"), "utf8")).toBe(
      "SAMPLE_ACTION_NOTES_FILE=release-actions-reports/sample-action/notes\nSAMPLE_ACTION_VERDICT=done\n",
    );
  });

  test("security A18: leaves out of the dotenv report a value that would add a line to it", async () => {
    const { process } = fakeProcess({ CI_PROJECT_DIR: directory });
    const action = sample(async () => ({ verdict: "done", tagName: "v1\nCI_EVIL=1" }));
    await execute(action, gitlabHost(process, ["--tag", "v1"]), systemClock);
    const report = readFileSync(join(directory, "release-actions-reports/outputs.env"), "utf8");
    expect(report).not.toContain("CI_EVIL");
    expect(report).toContain("SAMPLE_ACTION_TAG_NAME_FILE=release-actions-reports/sample-action/tag-name");
  });

  test("terminal: writes the log to standard error and outputs to standard output", async () => {
    const { process, printed } = fakeProcess({});
    expect(await execute(echo, terminalHost(process, ["--tag", "v1"], { json: false }), systemClock)).toBe(0);
    expect(printed.stdout).toBe("notes:\n    line 1\n    line 2\ntag-name: v1\nverdict: done\n");
    expect(printed.stderr).toBe("tag v1\nsample-action: done\n");
    const asked = fakeProcess({});
    await execute(echo, terminalHost(asked.process, ["--tag", "v1", "--summary"], { json: false }), systemClock);
    expect(asked.printed.stderr).toBe("tag v1\n\nDone\n\nsample-action: done\n");
  });

  test("terminal: --output prints only one output, --json one document", async () => {
    const only = fakeProcess({});
    await execute(echo, terminalHost(only.process, ["--tag", "v1"], { json: false, only: "notes" }), systemClock);
    expect(only.printed.stdout).toBe("line 1\nline 2\n");
    const json = fakeProcess({});
    await execute(echo, terminalHost(json.process, [], { json: true }), systemClock);
    expect(JSON.parse(json.printed.stdout)).toMatchObject({
      action: "sample-action",
      verdict: "invalid",
      exitCode: 2,
      message: "input tag is required and was not given",
    });
  });
});

describe("reading inputs", () => {
  test("reads flags in all their forms", () => {
    expect(flags(["--tag", "v1", "--files=a", "--files", "b,c", "--draft", "--dry-run=true"])).toEqual({
      values: { tag: "v1", files: "a\nb,c", draft: "true", "dry-run": "true" },
      problems: [],
    });
    expect(flags(["--draft", "false", "--tag", "v1"]).values).toEqual({ draft: "false", tag: "v1" });
  });

  test("prefers a flag to its variable; an empty value counts as not set", () => {
    const env = { RELEASE_ACTIONS_TAG: "v2", RELEASE_ACTIONS_DRY_RUN: "true" };
    expect(flags(["--tag", "v1"], env).values).toEqual({ tag: "v1", "dry-run": "true" });
    expect(flags(["--tag="], { RELEASE_ACTIONS_TAG: " " }).values).toEqual({});
  });

  test("GitLab: takes an empty input from the host's variable for it", () => {
    const env = { RELEASE_ACTIONS_TOKEN: "", CI_JOB_TOKEN: "job-token" };
    const { values } = readFlags([], env, inputs, ({ gitlab }) =>
      gitlab === "CI_JOB_TOKEN" ? env.CI_JOB_TOKEN : undefined,
    );
    expect(values.get("token")).toBe("job-token");
  });

  test("security B28: refuses a misspelled flag or variable and suggests the intended one", () => {
    expect(flags(["--dryrun", "--tag", "v1"]).problems).toEqual([
      "there is no input --dryrun: Did you mean --dry-run? See --help for all inputs.",
    ]);
    expect(flags([], { RELEASE_ACTIONS_DRYRUN: "true" }).problems).toEqual([
      "the variable RELEASE_ACTIONS_DRYRUN is misspelt: Write RELEASE_ACTIONS_DRY_RUN.",
    ]);
    expect(flags(["stray", "--tag"]).problems).toHaveLength(2);
  });

  test("does not accept a secret on the command line", () => {
    const { values, problems } = flags(["--token", "s3cret", "--tag", "v1"]);
    expect(values).toEqual({ tag: "v1" });
    expect(problems).toEqual([
      "--token is a secret and is not taken from the command line: Other users can see it there. Set the variable RELEASE_ACTIONS_TOKEN instead.",
    ]);
  });

  test("reports all problems with the inputs at once, and runs nothing", async () => {
    let ran = false;
    const action = sample(async () => {
      ran = true;
      return { verdict: "done" };
    });
    const result = await runInMemory(action, { inputs: { draft: "yes", fils: "a" } });
    expect(ran).toBe(false);
    expect(result.exitCode).toBe(2);
    expect(result.lines.join("\n")).toBe(`error: there is no input fils
error: input tag is required and was not given
The tag. Give tag, for example v1.2.3.
error: input draft must be true or false; given: "yes"
Draft?
error: 3 problems with the inputs
sample-action: invalid: nothing was tried (exit code 2)`);
  });

  test("security B27: accepts only YAML's own words as booleans", async () => {
    for (const [word, exitCode] of [
      ["true", 0],
      ["True", 0],
      ["TRUE ", 0],
      ["false", 0],
      ["yes", 2],
      ["on", 2],
      ["1", 2],
    ] as const) {
      expect([word, (await runInMemory(echo, { inputs: { tag: "v1", "dry-run": word } })).exitCode]).toEqual([
        word,
        exitCode,
      ]);
    }
  });
});

describe("how a run ends", () => {
  test("states after a failure what exists, what does not, and what to do next", async () => {
    const action = sample(async ({ journal }) => {
      journal.intend(["a draft", "an asset", "the release"]);
      journal.made("a draft", "https://example.org/draft");
      throw invalid("the upload was refused", {
        remedy: "Give the token contents: write.",
        next: "release-actions sample-action --tag v1",
      });
    });
    const result = await runInMemory(action, { inputs: { tag: "v1" } });
    expect(result.lines).toEqual([
      "error: the upload was refused\nGive the token contents: write.",
      "exists: a draft https://example.org/draft",
      "does not exist: an asset",
      "does not exist: the release",
      "next: release-actions sample-action --tag v1",
      "sample-action: invalid: nothing was tried (exit code 2)",
    ]);
    expect(result.summary).toContain("**What exists:**\n\n- a draft <");
  });

  test("security A8: reports a defect as one and never as success", async () => {
    const result = await runInMemory(
      sample(async () => Promise.reject(new RangeError("oops ::set-output name=x::y"))),
      { inputs: { tag: "v1" } },
    );
    expect([result.verdict, result.exitCode]).toEqual(["unknown", 4]);
    expect(result.lines[0]).toContain("a defect in release-actions: RangeError: oops");
  });

  test("an interrupted action ends with 130 and states what exists, even if it ignores the signal", async () => {
    const interrupt = new AbortController();
    const deaf = sample(async ({ journal, signal }) => {
      journal.made("a tag");
      interrupt.abort();
      return await new Promise<never>(() => expect(signal.aborted).toBe(true));
    });
    const clock = { ...systemClock, sleep: async () => undefined };
    const result = await runInMemory(deaf, { inputs: { tag: "v1" }, interrupt: interrupt.signal, clock });
    expect([result.verdict, result.exitCode]).toEqual(["interrupted", 130]);
    expect(result.lines).toContain("exists: a tag");
  });
});

describe("waiting", () => {
  test("shows progress at intervals in a log that only grows", () => {
    let now = 0;
    const lines: string[] = [];
    const print = throttled(
      10,
      () => now,
      (line) => lines.push(line),
    );
    for (now = 0; now <= 25; now += 5) print(String(now));
    expect(lines).toEqual(["0", "10", "20"]);
  });

  test("T43: sleeps 30 days, the longest accepted time, and still ends on a signal", async () => {
    const stop = new AbortController();
    const slept = systemClock.sleep(30 * 86_400_000, stop.signal);
    // A timer that is given more than it can hold ends before one of a few milliseconds.
    expect(await Promise.race([slept.then(() => "awake"), systemClock.sleep(20).then(() => "asleep")])).toBe("asleep");
    stop.abort(new Error("ended"));
    await expect(slept).rejects.toThrow("ended");
  });
});
