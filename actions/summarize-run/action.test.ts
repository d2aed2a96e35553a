import { describe, expect, test } from "@jest/globals";
import { secrets } from "@release-actions/text";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";
import { CMARK_GFM, liveParts, renderGfm } from "../../test/cmark-gfm.ts";
import { ring } from "../../test/rings.ts";
import { WORKFLOWS, type WorkflowName } from "./workflows.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const RUN_URL = "https://forge.test/acme/app/actions/runs/17";
const FACTS = { kind: "github", repository: "acme/app", runUrl: RUN_URL } as const;

type Texts = Readonly<Record<string, string>>;
interface GivenJob {
  readonly result?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

function summarize(workflow: WorkflowName, report: string, more: Texts = {}): Promise<MemoryResult> {
  const inputs = { workflow, report, subject: COMMIT, ...more };
  return runInMemory(action, { inputs, facts: FACTS });
}

/** A failed run: jobs that are not given succeeded. */
function failure(
  workflow: WorkflowName,
  jobs: Readonly<Record<string, GivenJob>>,
  more: Texts & { inputs?: string } = {},
) {
  const needs = Object.fromEntries(
    Object.keys(WORKFLOWS[workflow]).map((id) => [id, jobs[id] ?? { result: "success", outputs: {} }]),
  );
  return summarize(workflow, "failure", { needs: JSON.stringify(needs), ...more });
}

const failed = (steps: string, outputs: Texts = {}): GivenJob => ({
  result: "failure",
  outputs: { steps, ...outputs },
});
const skipped: GivenJob = { result: "skipped", outputs: {} };
const commandOf = ({ summary }: MemoryResult) => /\*\*Next:\*\*\n\n```\n([^]*?)\n```/.exec(summary)?.[1];

describe("where and why", () => {
  test("names a failed step with its job, its verdict, the verdict's meaning and a link to the log", async () => {
    const result = await failure("promote-appinterface", {
      check: failed("checkout=success commit=success:passed texts=success:passed image=failure:refused"),
      validate: skipped,
      promote: skipped,
    });
    expect(result).toMatchObject({ verdict: "passed", exitCode: 0 });
    expect(result.summary).toContain(`## The promotion of \`${COMMIT}\` failed\n`);
    expect(result.summary).toContain(
      "| Check | failure |\n| Validate app-interface | skipped |\n| Promote | skipped |",
    );
    const where = "Check: Verify the image (refused)";
    const why = "A check failed. Fix what the report names; running again without a change gives the same result.";
    expect(result.summary).toContain(`**Where:** ${where} ([log](<${RUN_URL}>))`);
    expect(result.summary).toContain(`**Why:** ${why} Nothing was written.`);
    expect(result.lines).toContain(`error: ${where}. ${why} Nothing was written.`);
  });

  test("names every job and every gate that failed, and the most certain verdict decides", async () => {
    const result = await failure("release-to-prod", {
      check: failed(
        "checkout=success commit=success:passed image=failure:undecided alerts=failure:refused konflux=failure:",
      ),
      validate: failed("fetch=success:passed schemas=success validate=failure:invalid"),
      release: skipped,
    });
    expect(result.summary).toContain(
      "**Where:** Check: Verify the image (undecided), Check for alerts (refused), Plan the release (failure); " +
        "Validate app-interface: Validate (invalid) (",
    );
    expect(result.summary).toContain("**Why:** A check failed.");
  });

  test.each([
    ["refused", "A check failed."],
    ["invalid", "An input, a credential or the configuration is wrong."],
    ["undecided", "A service did not respond, or there is not enough evidence."],
    ["unknown", "A write may or may not have happened."],
    ["interrupted", "The run was stopped; its log says what exists."],
    ["passed", "See the log of the step."],
    ["nonsense", "See the log of the step."],
    ["", "See the log of the step."],
  ])("a failed step with the verdict %j: %s", async (verdict, why) => {
    const result = await failure("release-tag", {
      publish: failed(`checkout=success files=skipped notes=success:passed release=failure:${verdict}`),
    });
    expect(result.summary).toContain(`**Why:** ${why}`);
  });

  test("reports a run that was canceled or timed out as such", async () => {
    const result = await failure("release-to-prod", {
      check: { result: "cancelled", outputs: { steps: "checkout=success commit=cancelled image=skipped:" } },
      validate: skipped,
      release: skipped,
    });
    expect(result.summary).toContain("**Where:** Check: Verify the commit (cancelled)");
    expect(result.summary).toContain("**Why:** The job was canceled or reached its time limit.");
    expect(commandOf(result)).toBe("gh run rerun 17 --repo acme/app --failed");
  });

  test("names only the job if it ended before it could report the failed step", async () => {
    const result = await failure("release-tag", { validate: { result: "failure", outputs: {} } });
    expect(result.summary).toContain("**Where:** Validate (failure) (");
    expect(result.summary).toContain("**Why:** See the log of the step.");
  });

  test("names one failed step for the legs of a matrix", async () => {
    const result = await failure("release-tag", { "build-images": failed("") });
    expect(result.summary).toContain("**Where:** Build the images: Build and push (failure) (");
    expect(result.summary).toContain("**Why:** An image could not be built or pushed. Nothing was published.");
  });
});

describe("missing, unreadable or contradictory data is never a success", () => {
  test.each([
    ["no needs", ""],
    ["needs without jobs", "{}"],
    ["a job that is no object", '{"validate": 1, "publish": null}'],
    ["a result of another word", '{"validate": {"result": "Success"}, "publish": {"result": ["success"]}}'],
  ])("%s", async (_title, needs) => {
    const result = await summarize("release-tag", "failure", { needs });
    expect(result).toMatchObject({ verdict: "passed" });
    expect(result.summary).toContain("| Validate | unknown |");
    expect(result.summary).toContain("**Where:** Validate (unknown); ");
    expect(result.summary).toContain("**Why:** See the log of the step.");
  });

  test.each(["[1]", "null", "{", '"x"'])("is invalid if needs is %s", async (needs) => {
    expect(await summarize("release-tag", "failure", { needs })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test("a gate without a known outcome is unknown and does not pass", async () => {
    const steps = "checkout=success commit=:passed image=SUCCESS:passed alerts=success:refused";
    const result = await summarize("release-to-prod", "check", { steps });
    expect(result.summary).toContain("| Check out the source | ✅ passed |");
    expect(result.summary).toContain("| Verify the commit | ❓ unknown |");
    expect(result.summary).toContain("| Verify the image | ❓ unknown |");
    // The runner's word counts where the two contradict each other.
    expect(result.summary).toContain("| Check for alerts | ✅ passed |");
    expect(result.summary).toContain("| Plan the release | ❓ unknown |");
    expect(result.lines.join("\n")).toContain("Gates that did not pass: Verify the commit (unknown)");
  });

  test("ignores the outputs of a job that did not run, and names that every object has", async () => {
    const result = await failure("promote-appinterface", {
      check: failed("checkout=failure constructor=failure __proto__=failure"),
      validate: skipped,
      promote: { result: "skipped", outputs: { "mr-url": "https://gitlab.test/x", branch: "x" } },
    });
    expect(result.summary).toContain("**Where:** Check: Check out the source (failure) (");
    expect(result.summary).toContain("**What exists:** nothing was written.");
  });
});

describe("release-tag", () => {
  test("shows the report of a refused tag and the command that checks it again", async () => {
    const report = '[{"check":"changelog","result":"fail","detail":"no entry for ä"}]';
    const result = await failure(
      "release-tag",
      { validate: failed("checkout=success tag=failure:refused images=skipped:", { tag: "v1.0.0", report }) },
      { subject: "v1.0.0" },
    );
    expect(result.summary).toContain("## The release of `v1.0.0` failed");
    expect(commandOf(result)).toBe("release-actions validate-tag --tag 'v1.0.0'");
    expect(result.summary).toContain('"detail": "no entry for ä"');
    expect(result.summary).toContain("<details><summary>The report</summary>");
  });

  test.each([
    ["verify-images", "verify=failure:undecided", "A service did not respond", "Nothing was published."],
    [
      "staging-smoke",
      "suite=failure:undecided",
      "The images did not pass their tests. A service",
      "Nothing was published.",
    ],
    ["staging-smoke", "test=failure", "The images did not pass their tests. Nothing was published.", ""],
  ])("a failed job %s with %s", async (job, steps, why, more) => {
    const result = await failure("release-tag", { [job]: failed(steps), publish: skipped });
    expect(result.summary).toContain(`**Why:** ${why}`);
    expect(result.summary).toContain(more);
    expect(commandOf(result)).toBe("gh run rerun 17 --repo acme/app --failed");
  });
});

describe("all workflows", () => {
  test.each(["check", "result"])("release-tag has no report of its %s", async (report) => {
    expect(await summarize("release-tag", report)).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test("redacts a secret in an output before it is cut", async () => {
    const secret = "s3cret-0123456789-abcdefghij";
    secrets.add(secret);
    try {
      const branch = `${"x".repeat(190)}${secret}`;
      const result = await failure("promote-appinterface", { promote: failed("bump=failure:unknown", { branch }) });
      expect(result.summary + result.lines.join("\n")).not.toMatch(/s3cret/);
      expect(result.summary).toContain("***");
    } finally {
      secrets.clear();
    }
  });
});

const HOSTILE = [
  "[sign in](https://evil.example) ![b](https://evil.example/b.png) | more |",
  "` [a](https://evil.example) <b>x</b> `",
  "a|b`c`|@octocat #1 GH-2 www.evil.example <img src=x> https://evil.example",
  "``` \n\n# heading\n| a | b |\n",
  "\\`|\\|`",
  "\u202e\u200b\u{e0041}\u0007\u001b[31m ::error::x ##[error]y",
  "x' ; touch PWNED ; '",
  "$(touch PWNED) `touch PWNED` ${HOME}",
  "ü".repeat(500) + "|`",
  " ",
  "`",
  "| --- |\n|---|",
  "</code></details><script>alert(1)</script>",
  JSON.stringify({ a: "``` </details> @octocat \u202e", b: ["| x |", "<b>"] }),
  "toString",
];

const STEPS = "checkout=success commit=failure:invalid image=failure:refused plan=failure:refused";
const FAILED: readonly (readonly [WorkflowName, Readonly<Record<string, GivenJob>>])[] = [
  ["release-tag", { validate: failed("tag=failure:refused") }],
  ["release-tag", { publish: failed("release=failure:unknown") }],
  ["promote-appinterface", { check: failed(STEPS), promote: skipped }],
  ["promote-appinterface", { promote: failed("bump=failure:unknown") }],
  ["release-to-prod", { check: failed(STEPS), release: skipped }],
  [
    "release-to-prod",
    { release: { result: "failure", outputs: { steps: "release=failure:refused", status: "failed" } } },
  ],
  ["release-to-prod", { release: failed("release=failure:unknown") }],
];
const REPORTS: readonly (readonly [WorkflowName, string])[] = [
  ["promote-appinterface", "check"],
  ["promote-appinterface", "result"],
  ["release-to-prod", "check"],
  ["release-to-prod", "result"],
];
/** Every text that comes from outside. */
const NAMES = (
  "image jira-key jira-url mr-iid mr-url branch old-ref snapshot release status already-released target artifacts " +
  "advisory-url tag report include namespace target-environment config"
).split(" ");

ring("security hole 13: summaries with hostile values, as GitHub renders them", CMARK_GFM, () => {
  const everywhere = (text: string, names = NAMES) => Object.fromEntries(names.map((name) => [name, text]));

  function check(result: MemoryResult, hostile: string): void {
    const html = renderGfm(result.summary, { unsafe: true });
    const own = { url: (url: string) => url === RUN_URL, html: ["details", "summary"] };
    expect({ hostile, live: liveParts(html, own) }).toEqual({ hostile, live: [] });
    for (const row of html.match(/<tr>[^]*?<\/tr>/g) ?? [])
      expect([row, row.match(/<t[dh]>/g)?.length]).toEqual([row, 2]);
    expect((html.match(/<h[1-6]>/g) ?? []).length).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<td><\/td>/);
    expect(result.summary).not.toMatch(/\p{Cf}|\p{Co}|[^\n\P{Cc}]/u);
    for (const line of result.lines) expect(line).not.toMatch(/##\[|^\s*::|[\u001b\u202e]/);
  }

  test.each(FAILED)("the failure of %s with %j", async (workflow, jobs) => {
    for (const hostile of HOSTILE) {
      const filled = Object.fromEntries(
        Object.keys(WORKFLOWS[workflow]).map((id) => {
          const { result = "success", outputs } = jobs[id] ?? {};
          return [id, { result, outputs: { ...everywhere(hostile), ...outputs } }];
        }),
      );
      const more = { subject: `x${hostile}`, inputs: JSON.stringify(everywhere(hostile)), caller: hostile };
      const result = await summarize(workflow, "failure", { needs: JSON.stringify(filled), ...more });
      expect(result.verdict).toBe("passed");
      check(result, hostile);
    }
  });

  test.each(REPORTS)("%s: %s", async (workflow, report) => {
    const facts = NAMES.slice(0, 14);
    for (const hostile of HOSTILE) {
      const result = await summarize(workflow, report, {
        ...{ subject: `x${hostile}`, steps: hostile, caller: hostile, needs: JSON.stringify({ x: hostile }) },
        ...{ inputs: JSON.stringify(everywhere(hostile)), ...everywhere(hostile, facts) },
      });
      expect(result.verdict).toBe("passed");
      check(result, hostile);
    }
  });
});
