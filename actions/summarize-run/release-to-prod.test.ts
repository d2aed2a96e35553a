import { describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";
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

describe("release-to-prod", () => {
  const inputs = JSON.stringify({ namespace: "tenant", image: "quay.io/acme/app", "dry-run": false });
  const released = { release: "snap-1-abc", status: "failed" };

  test("lists the gates and a Release that exists already", async () => {
    const result = await summarize("release-to-prod", "check", {
      steps:
        "checkout=success commit=success:passed image=failure:refused alerts=success:passed konflux=success:unchanged",
      inputs: '{"dry-run": "true", "schemas-ref": ""}',
      ...{ snapshot: "snap-1", release: "snap-1-abc", status: "running" },
    });
    expect(result.summary).toContain(`## The gates of \`${COMMIT}\``);
    expect(result.summary).toContain("| Verify the image | ❌ refused |");
    expect(result.summary).toContain("| Plan the release | ✅ unchanged |");
    expect(result.summary).toContain("| Validate app-interface | ➖ not requested: `schemas-ref` is not set |");
    expect(result.summary).toContain("Konflux already has the Release `snap-1-abc` of `snap-1`: `running`.");
    expect(result.summary).toContain("This is a dry run: no Release is created.");
    expect(result.lines).toContain("Gates that did not pass: Verify the image (refused)");
  });

  test("a gate behind a failed checkout did not run, and did not pass", async () => {
    const result = await summarize("release-to-prod", "check", {
      steps: "checkout=failure commit=skipped: image=skipped: alerts=skipped: konflux=skipped:",
      inputs: '{"schemas-ref": "main"}',
    });
    expect(result.summary).toContain("| Check out the source | ❌ failure |");
    expect(result.summary).toContain("| Verify the image | ➖ not run |");
    expect(result.lines).toContain(
      "Gates that did not pass: Check out the source (failure), Verify the commit (not run), Verify the image (not run), Check for alerts (not run), Plan the release (not run)",
    );
  });

  test("names a failed Release with the command that shows it", async () => {
    const result = await failure(
      "release-to-prod",
      { release: failed("image=success:passed alerts=success:passed release=failure:refused", released) },
      { inputs },
    );
    expect(result.summary).toContain("**Why:** The Release failed;");
    expect(result.summary).toContain("**What exists:** the Release `tenant/snap-1-abc`: `failed`.");
    expect(commandOf(result)).toBe("kubectl get release 'snap-1-abc' --namespace 'tenant' --output yaml");
  });

  test("says that running again follows a Release that continues", async () => {
    const result = await failure(
      "release-to-prod",
      { release: failed("release=failure:undecided", { ...released, status: "timeout" }) },
      { inputs },
    );
    expect(result.summary).toContain("has not finished yet and continues without this job");
    expect(commandOf(result)).toBe("gh run rerun 17 --repo acme/app --failed");
  });

  test.each([
    ["release=failure:unknown", {}, 'the log of the step "Create the Release" says what was created.'],
    ["release=failure:", {}, 'the log of the step "Create the Release" says what was created.'],
    ["release=failure:refused", {}, "no Release was created by this run."],
    ["alerts=failure:refused", {}, "no Release was created by this run."],
    [
      "alerts=failure:refused",
      { release: "old-1", status: "running" },
      "the Release `tenant/old-1` of an earlier run, or of Konflux itself: `running`. This run created none.",
    ],
  ])("what exists after %s, where the plan found %j", async (steps, found, exists) => {
    const jobs = { check: { result: "success", outputs: found }, release: failed(steps) };
    const result = await failure("release-to-prod", jobs, { inputs });
    expect(result.summary).toContain(`**What exists:** ${exists}`);
  });

  test("states that a failed run was a dry run", async () => {
    const jobs = { check: failed("commit=failure:invalid"), release: skipped };
    const result = await failure("release-to-prod", jobs, { inputs: '{"dry-run": true}' });
    expect(result.summary).toContain(`## A dry run found that \`${COMMIT}\` cannot be released`);
    expect(commandOf(result)).toBe(`git fetch --all --tags && git cat-file -t '${COMMIT}'`);
  });

  test.each([
    ["false", "is released"],
    ["true", "had already been released"],
  ])("the result, already-released %s", async (already, words) => {
    const result = await summarize("release-to-prod", "result", {
      ...{ inputs, release: "snap-1-abc", snapshot: "snap-1", target: "managed", image: "quay.io/acme/app@sha256:1" },
      ...{ artifacts: '{"a":"ä"}', "advisory-url": "https://errata.test/1", "already-released": already },
    });
    expect(result.summary).toContain(`## \`${COMMIT}\` ${words}`);
    expect(result.summary).toContain("| Release | `tenant/snap-1-abc` |");
    expect(result.summary).toContain("| released to | `managed` |");
    expect(result.summary).toContain("| app-interface | **not validated**: `schemas-ref` is not set |");
    expect(result.summary).toContain('\n```\n{"a":"ä"}\n```\n');
    expect(result.summary).toContain(`run promote-appinterface.yml with the commit \`${COMMIT}\`.`);
    expect(result.lines).toContain("Release snap-1-abc of snap-1, to managed.");
  });
});
