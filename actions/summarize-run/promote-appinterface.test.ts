import { describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";
import { WORKFLOWS, type WorkflowName } from "./workflows.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const OLD = "f".repeat(40);
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

describe("promote-appinterface", () => {
  const inputs = JSON.stringify({ image: "quay.io/acme/app", include: "bil'ling", "target-environment": "production" });

  test.each([
    ["commit=failure:refused", `git fetch --all --tags && git cat-file -t '${COMMIT}'`],
    ["image=failure:invalid", `release-actions quay-verify --image 'quay.io/acme/app' --commit-sha '${COMMIT}'`],
    ["plan=failure:refused", `release-actions bump-appinterface-ref --ref '${COMMIT}' --dry-run`],
    ["plan=failure:undecided", "gh run rerun 17 --repo acme/app --failed"],
    ["issue=failure:invalid", "gh run rerun 17 --repo acme/app --failed"],
  ])("the next command after %s", async (steps, command) => {
    const jobs = { check: failed(steps), validate: skipped, promote: skipped };
    expect(commandOf(await failure("promote-appinterface", jobs, { inputs }))).toBe(command);
  });

  test.each([
    ["image=failure:refused", {}, "nothing was written."],
    ["issue=failure:unknown", {}, "the log of the step says what was written. Running again adopts it."],
    [
      "bump=failure:unknown",
      { "jira-key": "AAP-7", "jira-url": "https://jira.test/browse/AAP-7" },
      "the issue `AAP-7`, <https://jira.test/browse/AAP-7>. Running again adopts it.",
    ],
    [
      "link=failure:undecided",
      { branch: "aa", "mr-url": "https://gitlab.test/x/-/merge_requests/7" },
      "the branch `aa`; the merge request <https://gitlab.test/x/-/merge_requests/7>. Running again adopts it.",
    ],
  ])("what exists after %s with %j", async (steps, outputs, exists) => {
    const result = await failure("promote-appinterface", { promote: failed(steps, outputs) }, { inputs });
    expect(result.summary).toContain(`**What exists:** ${exists}`);
    expect(result.summary).not.toContain("Nothing was written.");
  });

  test("reports that nothing is left to promote, which needs no fix", async () => {
    const result = await failure("promote-appinterface", {
      promote: failed("plan=success:unchanged texts=failure:refused"),
    });
    expect(result.summary).toContain("**Why:** Every target already has the commit");
    expect(result.summary).toContain("**What exists:** nothing was written.");
  });

  const facts = {
    ...{
      image: `quay.io/acme/app@sha256:${"ab".repeat(32)}`,
      "jira-key": "AAP-7",
      "jira-url": "https://jira.test/AAP-7",
    },
    ...{ "mr-iid": "7", "mr-url": "https://gitlab.test/mr/7", branch: "aa-release", "old-ref": OLD },
    caller: "acme/app/.github/workflows/promote.yml@refs/heads/main",
  };

  test("the result states what exists, what to do next, and how to roll back", async () => {
    const needs = JSON.stringify({ validate: { result: "success", outputs: {} } });
    const result = await summarize("promote-appinterface", "result", { ...facts, inputs, needs });
    expect(result.summary).toContain(`## The merge request for \`${COMMIT}\` is open`);
    for (const row of [
      "| merge request | `!7`, <https://gitlab.test/mr/7> |",
      "| branch | aa-release |",
      "| Jira issue | `AAP-7`, <https://jira.test/AAP-7> |",
      `| deployed until now | \`${OLD}\` |`,
      "| app-interface | validated with the change |",
    ])
      expect(result.summary.replace("`aa-release`", "aa-release")).toContain(row);
    const back = `gh workflow run 'promote.yml' --repo acme/app --field commit=${OLD} --field allow-rollback=true --field include='bil'\\''ling'`;
    expect(result.summary).toContain(`\n\`\`\`\n${back}\n\`\`\`\n`);
    expect(result.lines).toContain(`To roll back after the merge: ${back}`);
    expect(result.lines).toContain("Merge request !7: https://gitlab.test/mr/7");
  });

  test("an unknown caller is left for the reader to fill in", async () => {
    const result = await summarize("promote-appinterface", "result", { ...facts, caller: "", inputs });
    expect(result.summary).toContain(`gh workflow run WORKFLOW --repo acme/app --field commit=${OLD}`);
  });

  test("does not offer a single rollback for targets that had different commits", async () => {
    const more = { "old-ref": `${OLD},${COMMIT}` };
    const result = await summarize("promote-appinterface", "result", { ...facts, ...more, inputs });
    expect(result.summary).toContain("the targets had different commits before");
    expect(result.summary).toContain("**not validated here**: `schemas-ref` is not set");
    expect(result.summary).not.toContain("gh workflow run");
  });

  test("warns if there is no merge request", async () => {
    const result = await summarize("promote-appinterface", "result", { ...facts, "mr-url": "" });
    expect(result.lines).toContain(
      "warning: Every target already has the commit: there is no merge request. AAP-7 stays as it is.",
    );
    expect(result.summary).toBe("\n");
  });

  test.each([
    ["nothing to promote", {}, '{"dry-run": true}', /notice: .*there is nothing to promote/],
    ["not validated", { branch: "x" }, "{}", /notice: .*schemas-ref is not set/],
    ["a dry run", { branch: "x" }, '{"dry-run": true, "schemas-ref": "x"}', /This is a dry run: nothing is written\./],
  ])("the plan: %s", async (_title, more, given, says) => {
    const result = await summarize("promote-appinterface", "check", { ...more, inputs: given });
    expect(result.lines.join("\n")).toMatch(says);
  });
});
