import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runWorkflow, type RunOptions, type RunResult } from "./index.ts";

let root: string;
let repository: string;
let sha: string;
let counter = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "workflow-runner-"));
  repository = join(root, "repository");
  mkdirSync(join(repository, ".github", "workflows"), { recursive: true });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Test");
  git("config", "user.email", "test@example.test");
  for (const message of ["one", "two"]) git("commit", "-q", "--allow-empty", "-m", message);
  git("tag", "-a", "-m", "the annotation", "v1.0.0");
  sha = git("rev-parse", "HEAD");
  const action = join(root, "actions", "greet");
  mkdirSync(action, { recursive: true });
  writeFileSync(
    join(action, "action.yml"),
    "name: greet\ninputs:\n  who: { required: true }\n  some token: { default: '${{ github.token }}' }\n" +
      "outputs: { greeting: {} }\nruns: { using: node24, main: main.mjs }\n",
  );
  writeFileSync(
    join(action, "main.mjs"),
    `import { appendFileSync } from "node:fs";
const { INPUT_WHO, INPUT_SOME_TOKEN, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
console.log("::add-mask::" + INPUT_WHO + "-secret");
console.log("token " + INPUT_SOME_TOKEN + " and " + INPUT_WHO + "-secret");
appendFileSync(GITHUB_OUTPUT, "greeting<<X\\nhello " + INPUT_WHO + "\\nX\\n");
appendFileSync(GITHUB_STEP_SUMMARY, "# hi");
`,
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function options(file: string, more: Partial<RunOptions> = {}): RunOptions {
  return {
    file,
    workspace: repository,
    ref: "refs/tags/v1.0.0",
    sha,
    repository: "acme/app",
    github: { serverUrl: "https://github.test", apiUrl: "https://api.github.test", token: "ghs_token" },
    resolveAction: (uses) =>
      /^(?:\$|org\/release-actions)\/greet(?:@v1)?$/.test(uses)
        ? { directory: join(root, "actions", "greet") }
        : undefined,
    temporary: join(root, `run-${counter}`),
    ...more,
  };
}

function save(text: string): string {
  const file = join(repository, ".github", "workflows", `w${++counter}.yml`);
  writeFileSync(file, text);
  return file;
}

function run(text: string, more: Partial<RunOptions> = {}): Promise<RunResult> {
  return runWorkflow(options(save(text), more));
}

const log = (result: RunResult, job: string) => result.jobs[job]?.steps.flatMap((step) => step.log) ?? [];

describe("checkout", () => {
  test("fetches what was requested: one commit, or the history with annotated tags", async () => {
    const step = (more: string) => `{ uses: actions/checkout@v6${more} }`;
    const look = `{ run: "git rev-list --count HEAD; git cat-file -t refs/tags/v1.0.0" }`;
    const result = await run(`on: push
jobs:
  shallow: { runs-on: x, steps: [${step("")}, ${look}] }
  full: { runs-on: x, steps: [${step(", with: { fetch-depth: 0 }")}, ${look}] }
  bare: { runs-on: x, steps: [{ run: "ls -A" }] }`);
    expect(log(result, "shallow").slice(1)).toEqual(["1", "tag"]);
    expect(log(result, "full").slice(1)).toEqual(["2", "tag"]);
    expect(log(result, "bare")).toEqual([]);
  });

  test("of another repository uses one that the run knows, from its default branch", async () => {
    const other = join(root, "other");
    execFileSync("git", ["clone", "--quiet", repository, other]);
    const file = save(`on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { repository: acme/other, path: below }
      - run: git -C below log --format=%s -1
`);
    const run = await runWorkflow(options(file, { repositories: { "acme/other": other } }));
    expect(run.jobs["a"]?.steps[1]?.log).toEqual(["two"]);
    expect(
      (await runWorkflow(options(file, { temporary: join(root, `unknown-${counter}`) }))).jobs[
        "a"
      ]?.steps[0]?.log.join(),
    ).toContain("there is no repository acme/other");
  });
});

describe("workflows", () => {
  test("a reusable workflow gets its inputs and secrets and returns its outputs", async () => {
    save(`
on:
  workflow_call:
    inputs: { who: { type: string, required: true }, loud: { type: boolean, default: true } }
    secrets: { key: { required: true } }
    outputs: { said: { value: "\${{ jobs.say.outputs.said }}" } }
jobs:
  say:
    runs-on: x
    permissions: { contents: read }
    outputs: { said: "\${{ steps.s.outputs.said }}" }
    steps:
      - id: s
        run: echo "$KEY" && echo "said=$WHO $LOUD" >> "$GITHUB_OUTPUT"
        env: { KEY: "\${{ secrets.key }}", WHO: "\${{ inputs.who }}", LOUD: "\${{ inputs.loud }}" }
`);
    const called = `w${counter}.yml`;
    const caller = (more: string) =>
      `on: { push: { tags: ["v*.*.*"] } }\njobs:\n  one:\n    permissions: { contents: read }\n    uses: ./.github/workflows/${called}\n${more}` +
      `  two: { needs: one, runs-on: x, steps: [{ run: 'echo "$SAID"', env: { SAID: "\${{ needs.one.outputs.said }}" } }] }\n`;
    const good = await run(caller("    with: { who: you }\n    secrets: { key: hush-hush }\n"));
    expect(log(good, "two")).toEqual(["you true"]);
    expect(good.jobs.one?.jobs?.say?.steps[0]?.log).toEqual(["***"]);
    await expect(run(caller("    with: { whom: you }\n"))).rejects.toThrow(
      /w\d+\.yml:3: there is no input whom; the secret key is missing; the input who is missing/,
    );
    await expect(
      run(caller("    with: { who: you }\n    secrets: { key: hush-hush }\n").replace("{ contents: read }", "{}")),
    ).rejects.toThrow(/job say asks for contents: read, which job one does not grant/);
  });

  test("a manually started workflow gets its inputs, checked against their declarations", async () => {
    const file = save(`on:
  workflow_dispatch:
    inputs:
      commit: { type: string, required: true }
      mode: { default: careful }
      dry-run: { type: boolean, default: false }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$SAID"
        env: { SAID: "\${{ inputs.commit }} \${{ inputs.mode }} \${{ inputs.dry-run }} \${{ github.workflow_ref }} \${{ secrets.TOKEN }}" }
`);
    const started = options(file, {
      event: "workflow_dispatch",
      ref: "refs/heads/main",
      inputs: { commit: "abc" },
      secrets: { TOKEN: "t0ken-value" },
    });
    const run = await runWorkflow(started);
    expect(run.jobs["a"]?.steps[0]?.log).toEqual([
      `abc careful false acme/app/.github/workflows/w${counter}.yml@refs/heads/main ***`,
    ]);
    await expect(runWorkflow({ ...started, inputs: { other: "x" } })).rejects.toThrow(
      /there is no input other; the input commit is missing/,
    );
  });

  test.each([
    ["an unknown action", "steps: [{ uses: some/thing@v1 }]", /:3: there is no stand-in for some\/thing@v1/],
    ["an expression in a script", 'steps: [{ run: "echo ${{ github.ref }}" }]', /:3: an expression inside `run`/],
    ["a container", "container: node, steps: [{ run: 'true' }]", /:3: `container` of job a is not supported/],
    ["an unknown key", "steps: [{ runs: 'true' }]", /w\d+\.yml.*runs/s],
    ["an unknown context", "if: nothing.here, steps: [{ run: 'true' }]", /nothing/],
    ["a shell", "steps: [{ run: 'true', shell: pwsh }]", /:3: shell pwsh is not supported/],
    ["a needed job that is missing", "needs: b, steps: [{ run: 'true' }]", /:3: job a needs b, which does not exist/],
  ])("an error names its location: %s", async (_title, job, message) => {
    await expect(run(`on: push\njobs:\n  a: { runs-on: x, ${job} }`)).rejects.toThrow(message);
  });

  test("an event that does not match starts nothing", async () => {
    await expect(
      run(`on: { push: { tags: ["x*"] } }\njobs: { a: { runs-on: x, steps: [{ run: "true" }] } }`),
    ).rejects.toThrow(/push of refs\/tags\/v1\.0\.0 does not start this workflow/);
  });
});

describe("jobs and steps", () => {
  test("outputs pass between steps, jobs and matrix legs; conditions see the results", async () => {
    const result = await run(`
on: push
env: { LEVEL: workflow, A: a }
defaults: { run: { shell: bash } }
jobs:
  list:
    runs-on: ubuntu-latest
    outputs: { legs: "\${{ steps.make.outputs.legs }}" }
    steps:
      - id: make
        run: echo 'legs=[{"name":"x"},{"name":"y"}]' >> "$GITHUB_OUTPUT"
  legs:
    needs: list
    runs-on: ubuntu-latest
    strategy: { matrix: { include: "\${{ fromJSON(needs.list.outputs.legs) }}" } }
    outputs:
      first: \${{ steps.n.outputs.n-0 }}
      second: \${{ steps.n.outputs.n-1 }}
    env: { LEVEL: job, NAME: "\${{ matrix.name }}", INDEX: "\${{ strategy.job-index }}" }
    steps:
      - id: n
        run: |
          echo "$LEVEL $A $NAME $STEP"
          echo "n-$INDEX=$NAME" >> "$GITHUB_OUTPUT"
          echo "LATER=$NAME" >> "$GITHUB_ENV"
          mkdir bin && echo 'echo from path' > bin/mine && chmod +x bin/mine && echo "$PWD/bin" >> "$GITHUB_PATH"
        env: { STEP: step }
      - run: echo "later $LATER" && mine
  end:
    needs: [legs]
    if: needs.legs.outputs.second == 'y'
    runs-on: ubuntu-latest
    steps:
      - run: echo "$ALL"
        env: { ALL: "\${{ join(needs.legs.outputs.*, ' ') }}" }
`);
    expect(log(result, "legs")).toEqual([
      "job a x step",
      "later x",
      "from path",
      "job a y step",
      "later y",
      "from path",
    ]);
    expect(log(result, "end")).toEqual(["x y"]);
    expect(result.result).toBe("success");
  });

  test("a failure skips the following steps, except with failure() and always(); continue-on-error ignores it", async () => {
    const result = await run(`
on: push
jobs:
  bad:
    runs-on: ubuntu-latest
    outputs: { which: "\${{ steps.two.outcome }}" }
    steps:
      - { id: one, run: "exit 7", continue-on-error: true }
      - { id: two, run: "false | true" , shell: bash }
      - { id: three, run: "echo no" }
      - { id: four, if: failure(), run: "echo cleanup" }
  skipped: { needs: bad, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  after-skipped: { needs: skipped, runs-on: ubuntu-latest, steps: [{ run: "true" }] }
  notify:
    needs: [bad, skipped]
    if: failure()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "$RESULTS"', env: { RESULTS: "\${{ needs.bad.result }} \${{ needs.bad.outputs.which }} \${{ needs.skipped.result }}" } }]
`);
    expect(result.jobs.bad?.steps.map((step) => [step.outcome, step.conclusion])).toEqual([
      ["failure", "success"],
      ["failure", "failure"],
      ["skipped", "skipped"],
      ["success", "success"],
    ]);
    expect(result.jobs["after-skipped"]?.result).toBe("skipped");
    expect(log(result, "notify")).toEqual(["failure failure skipped"]);
    expect(result.result).toBe("failure");
  });

  test.each(["$/greet", "org/release-actions/greet@v1"])(
    "%s runs the action's main with its inputs and masks secrets",
    async (uses) => {
      const result = await run(
        `on: push\njobs: { a: { runs-on: x, steps: [{ id: g, uses: ${uses}, with: { who: me } }, { run: 'echo "$G"', env: { G: "\${{ steps.g.outputs.greeting }}" } }] } }`,
      );
      expect(log(result, "a")).toEqual(["token *** and ***", "hello me"]);
      expect(result.jobs.a?.steps[0]?.summary).toBe("# hi");
    },
  );

  test("commands in output: handles annotations and both syntaxes; disabled commands fail the step", async () => {
    const result = await run(
      `on: push\njobs: { a: { runs-on: x, steps: [{ run: "echo '::warning file=a,line=2::careful'; echo 'x ##[set-env name=a]b'" }] } }`,
    );
    expect(result.jobs.a?.steps[0]).toMatchObject({
      outcome: "failure",
      annotations: [{ level: "warning", message: "careful", properties: { file: "a", line: "2" } }],
    });
  });

  test("artifacts pass files between jobs", async () => {
    const result = await run(`on: push
jobs:
  up: { runs-on: x, steps: [{ run: "mkdir out && echo content > out/a.txt" }, { uses: actions/upload-artifact@v6, with: { name: files, path: "out/*" } }] }
  down: { needs: up, runs-on: x, steps: [{ uses: actions/download-artifact@v7, with: { name: files } }, { run: "cat out/a.txt" }] }
  missing: { runs-on: x, steps: [{ uses: actions/download-artifact@v7, with: { name: nothing } }] }`);
    expect(log(result, "down")).toContain("content");
    expect(log(result, "missing")).toEqual(["Error: there is no artifact named nothing"]);
  });

  test("a step that runs too long is interrupted; after a cancellation only always() steps run", async () => {
    const text = `on: push\njobs: { a: { runs-on: x, steps: [{ run: "sleep 60", timeout-minutes: 0.005 }, { if: always(), run: echo end }] } }`;
    const late = await run(text);
    expect(log(late, "a")).toContain("Error: the step ran into its time limit");
    const controller = new AbortController();
    const cancelled = await run(text.replace(", timeout-minutes: 0.005", ""), {
      signal: controller.signal,
      onStep: (event) =>
        event.type === "start" && event.step.includes("sleep") && setTimeout(() => controller.abort(), 100),
    });
    expect(cancelled.jobs.a?.steps.map((step) => step.outcome)).toEqual(["cancelled", "success"]);
    expect(cancelled.result).toBe("cancelled");
  });

  test("GITHUB_ENV must not set NODE_OPTIONS", async () => {
    const result = await run(
      `on: push\njobs: { a: { runs-on: x, steps: [{ run: 'echo NODE_OPTIONS=--x >> "$GITHUB_ENV"' }, { run: 'echo "[$NODE_OPTIONS]"' }] } }`,
    );
    expect(log(result, "a")).toEqual(["Error: GITHUB_ENV must not set NODE_OPTIONS", "[]"]);
  });

  test("the event and the secrets are where the runner puts them", async () => {
    const result = await run(
      `on: push\njobs: { a: { runs-on: x, steps: [{ run: 'cat "$GITHUB_EVENT_PATH"; echo "$GITHUB_REF_NAME $GITHUB_API_URL \${GITHUB_TOKEN-none}"' }] } }`,
    );
    expect(log(result, "a").at(-1)).toContain("v1.0.0 https://api.github.test none");
    expect(JSON.parse(readFileSync(join(root, `run-${counter}`, "event.json"), "utf8"))).toMatchObject({ after: sha });
  });
});
