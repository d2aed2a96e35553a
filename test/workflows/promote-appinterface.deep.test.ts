import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makeDemoSource, type DemoSource } from "../demo-promotion/source.ts";
import { commitFiles, makeRepository } from "../repositories.ts";
import { startedByHand } from "../started-by-hand.ts";
import type { JobResult, RunOptions, RunResult } from "../workflow-runner/index.ts";
import { createStubs, type Behaviour, type Stubs } from "./stubs.ts";

const WORKFLOW = ".github/workflows/promote-appinterface.yml";
const CALLER = "examples/github/promote-appinterface.yml";
const IMAGE = `quay.io/acme/app@sha256:${"ab".repeat(32)}`;
const MR = "https://gitlab.test/service/app-interface/-/merge_requests/7";
const SECRETS = { "gitlab-token": "glpat-0123456789", "jira-token": "jira-0123456789" };

let root: string;
let source: DemoSource;
let schemas: string;
let stubs: Stubs;
let counter = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "promote-"));
  source = await makeDemoSource(join(root, "source"));
  schemas = makeRepository(join(root, "schemas"));
  commitFiles(schemas, { "schemas/x.yml": "a: 1\n" });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const verified: Behaviour = { outputs: { verdict: "passed", image: IMAGE, digest: `sha256:${"ab".repeat(32)}` } };
const issuePlan: Behaviour = { outputs: { verdict: "passed", key: "" } };
const issueMade: Behaviour = { outputs: { verdict: "done", key: "AAP-7", url: "https://jira.test/browse/AAP-7" } };
const plan = (): Behaviour => ({
  outputs: {
    verdict: "passed",
    branch: "aa-release-2025-01-15",
    "old-ref": source.old,
    changelog: "- <code>abc</code> <code>x</code>",
    diff: "",
  },
});
const bumped = (): Behaviour => ({
  outputs: { verdict: "done", branch: "aa-release-2025-01-15", "old-ref": source.old, "mr-iid": "7", "mr-url": MR },
});

beforeEach(async () => {
  stubs = await createStubs(join(root, `stubs-${++counter}`), WORKFLOW);
  await stubs.behave("quay-verify", verified);
  await stubs.behave("jira-issue", issuePlan, issueMade);
  await stubs.behave("bump-appinterface-ref", plan(), plan(), bumped());
});

function promote(inputs: RunOptions["inputs"] = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  const fixed = {
    commit: source.commit,
    image: "quay.io/acme/app",
    "gitlab-url": "https://gitlab.test",
    "jira-url": "https://jira.test",
    "jira-project": "AAP",
  };
  return startedByHand(
    {
      file: WORKFLOW,
      source,
      repository: "acme/app",
      inputs: { ...fixed, ...inputs },
      secrets: SECRETS,
      resolveAction: stubs.resolveAction,
      repositories: { "app-sre/qontract-schemas": schemas },
      temporary: join(root, `run-${counter}`),
    },
    more,
  );
}

const results = (run: RunResult) => Object.values(run.jobs).map((job) => job.result);
const summary = (job: JobResult | undefined) => job?.steps.map((step) => step.summary).join("") ?? "";
const writes = async () => {
  const calls = [...(await stubs.calls("jira-issue")), ...(await stubs.calls("bump-appinterface-ref"))];
  return calls.filter((call) => call["dry-run"] !== "true").length;
};

describe("a failed bump", () => {
  test("T23: leaves the issue, which the report names and the next run adopts", async () => {
    await stubs.behave("bump-appinterface-ref", plan(), plan(), {
      exit: 4,
      outputs: { verdict: "unknown", branch: "aa-release-2025-01-15" },
    });
    const run = await promote();
    expect(results(run)).toEqual(["success", "skipped", "failure", "success"]);
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain("**Where:** Promote: Bump the refs (unknown)");
    expect(said).toContain("A write may or may not have happened. Running again first checks what exists");
    expect(said).toContain(
      "**What exists:** the issue `AAP-7`, <https://jira.test/browse/AAP-7>; the branch `aa-release-2025-01-15`. Running again adopts it.",
    );
    expect(said).toContain("\ngh run rerun 1 --repo acme/app --failed\n");
  });
});

describe("a promotion", () => {
  test("is planned twice, then creates the issue and the merge request with its key, and links both", async () => {
    const run = await promote({
      include: "billing",
      name: "Shop release",
      date: "2025-01-15",
      "jira-transition": "In Progress",
    });
    expect(results(run)).toEqual(["success", "skipped", "success", "skipped"]);
    expect(run.outputs).toMatchObject({
      image: IMAGE,
      "old-ref": source.old,
      "jira-key": "AAP-7",
      "mr-iid": "7",
      "mr-url": MR,
    });
    const [planned, made, linked] = await stubs.calls("jira-issue");
    const key = `promote-appinterface acme/app production ${source.commit}`;
    expect(planned).toMatchObject({ "dry-run": "true", title: "2025-01-15 Shop release", "unique-key": key });
    expect(made).toMatchObject({
      "dry-run": "false",
      title: "2025-01-15 Shop release",
      "unique-key": key,
      labels: "release,production",
      type: "Story",
    });
    expect(linked).toMatchObject({
      key: "AAP-7",
      link: `App-Interface merge request | ${MR}`,
      transition: "In Progress",
      project: "",
      title: "",
    });
    expect(linked?.["comment"]).toBe(
      `App-Interface MR created: ${MR}\n\nReleasing commit: \`${source.commit}\`\n\n- abc x`,
    );
    const bumps = await stubs.calls("bump-appinterface-ref");
    expect(
      bumps.map((call) => [call["dry-run"], call["jira-key"], call["include"], call["image"], call["ref"]]),
    ).toEqual([
      ["true", "AAP-999999", "billing", IMAGE, source.commit],
      ["true", "AAP-999999", "billing", IMAGE, source.commit],
      ["false", "AAP-7", "billing", IMAGE, source.commit],
    ]);
    expect(bumps[2]?.["title"]).toBe("{jira-key} - {date} Shop release");
    expect((await stubs.calls("quay-verify"))[1]).toMatchObject({ "expected-digest": `sha256:${"ab".repeat(32)}` });
  });

  test("the example's caller starts manually", async () => {
    const run = await promote(undefined, {
      file: CALLER,
      inputs: { commit: source.commit, include: "billing" },
      secrets: {
        APP_INTERFACE_TOKEN: "glpat-0123456789",
        JIRA_TOKEN: "jira-0123456789",
        QUAY_USERNAME: "acme+ci",
        QUAY_PASSWORD: "robot-0123456789",
      },
      resolveWorkflow: (uses) =>
        uses === "org/release-actions/.github/workflows/promote-appinterface.yml@v1" ? WORKFLOW : undefined,
    });
    expect(run.result).toBe("success");
    expect((await stubs.calls("quay-verify"))[0]).toMatchObject({ username: "acme+ci", password: "robot-0123456789" });
    const said = summary(run.jobs["promote"]?.jobs?.["promote"]);
    expect(said).toContain(
      `\ngh workflow run 'promote-appinterface.yml' --repo acme/app --field commit=${source.old} --field allow-rollback=true --field include='billing'`,
    );
  });

  test("uses an existing issue that is named, and creates none", async () => {
    await promote({ "jira-key": "AAP-9", "jira-project": "" });
    const [planned, made] = await stubs.calls("jira-issue");
    for (const call of [planned, made])
      expect(call).toMatchObject({ key: "AAP-9", project: "", title: "", "unique-key": "" });
    expect((await stubs.calls("bump-appinterface-ref"))[0]).toMatchObject({ "jira-key": "AAP-9" });
  });

  test("T17: has its own issue if it is a rollback", async () => {
    await promote({ "allow-rollback": true });
    expect((await stubs.calls("jira-issue"))[1]?.["unique-key"]).toBe(
      `promote-appinterface acme/app production ${source.commit} back`,
    );
  });

  test("cuts a changelog that is too long for Jira after a line, and states it", async () => {
    const changelog = Array.from({ length: 500 }, (_, index) => `- <code>${index}</code> ${"ä".repeat(60)}`).join("\n");
    await stubs.behave("bump-appinterface-ref", plan(), { outputs: { ...plan().outputs, changelog } }, bumped());
    const run = await promote();
    expect(run.result).toBe("success");
    const comment = (await stubs.calls("jira-issue"))[2]?.["comment"] ?? "";
    expect(comment.length).toBeLessThan(32_767);
    expect(comment).toMatch(/^- \d+ ä{60}\n\nThe rest is in the merge request\.$/m);
  });

  test("succeeds without a write if there is nothing to promote", async () => {
    await stubs.behave("bump-appinterface-ref", {
      outputs: { verdict: "unchanged", branch: "", "old-ref": source.commit },
    });
    expect([results(await promote()), await writes()]).toEqual([["success", "skipped", "skipped", "skipped"], 0]);
  });

  test("ends with the result of its checks in a dry run", async () => {
    expect([results(await promote({ "dry-run": true })), await writes()]).toEqual([
      ["success", "skipped", "skipped", "skipped"],
      0,
    ]);
  });
});

describe("refusals", () => {
  test.each<readonly [string, string, Behaviour, string, string]>([
    [
      "T9",
      "quay-verify",
      { exit: 1, outputs: { verdict: "refused" } },
      "Verify the image",
      "release-actions quay-verify --image 'quay.io/acme/app' --commit-sha",
    ],
    [
      "T10",
      "quay-verify",
      { exit: 3, outputs: { verdict: "undecided" } },
      "Verify the image",
      "gh run rerun 1 --repo acme/app --failed",
    ],
    [
      "T1",
      "jira-issue",
      { exit: 2, outputs: { verdict: "invalid" } },
      "Plan the issue",
      "gh run rerun 1 --repo acme/app --failed",
    ],
    [
      "T16",
      "bump-appinterface-ref",
      { exit: 1, outputs: { verdict: "refused" } },
      "Plan the change",
      "release-actions bump-appinterface-ref --ref",
    ],
  ])("%s: %s fails, and nothing is written", async (_case, action, behaviour, step, next) => {
    await stubs.behave(action, behaviour);
    const run = await promote();
    expect([results(run), await writes()]).toEqual([["failure", "skipped", "skipped", "success"], 0]);
    const said = summary(run.jobs["notify-on-failure"]);
    const { verdict } = behaviour.outputs!;
    expect(said).toContain(
      `**Where:** Check: ${step} (${verdict}) ([log](<https://forge.test/acme/app/actions/runs/1>))`,
    );
    expect(said).toContain("Nothing was written.");
    expect(said).toContain(`\n${next}`);
  });

  test.each([
    ["T4: an annotated tag's id", () => source.tagObject, /is a tag, not a commit/, "refused"],
    ["T4: 39 digits", () => "a".repeat(39), /not a full commit ID/, "invalid"],
    ["T4: upper case", () => source.commit.toUpperCase(), /not a full commit ID/, "invalid"],
    ["T31: a command", () => "$(touch /tmp/x)`id`", /not a full commit ID/, "invalid"],
  ])("%s is refused before any service is called", async (_case, commit, says, verdict) => {
    const run = await promote({ commit: commit() });
    expect(run.jobs["check"]?.steps.flatMap(({ log }) => log).join("\n")).toMatch(says);
    expect(await stubs.calls("quay-verify")).toEqual([]);
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain(`**Where:** Check: Verify the commit (${verdict})`);
    expect(said).toContain(`git cat-file -t '${commit()}'`);
  });

  test.each<readonly [string, Behaviour, string]>([
    ["the image moved", { exit: 1, outputs: { verdict: "refused" } }, "Verify the image again"],
  ])("T11: %s while the run waited: nothing is written", async (_case, behaviour, step) => {
    await stubs.behave("quay-verify", verified, behaviour);
    const run = await promote();
    expect([results(run), await writes()]).toEqual([["success", "skipped", "failure", "success"], 0]);
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain(`**Where:** Promote: ${step} (refused)`);
    expect(said).toContain("**What exists:** nothing was written.");
  });

  test("nothing is written if app-interface cannot be fetched for its validation", async () => {
    const run = await promote({ "schemas-ref": "HEAD", "gitlab-url": "https://gitlab.invalid" });
    expect([results(run), await writes()]).toEqual([["success", "failure", "skipped", "success"], 0]);
    expect(summary(run.jobs["notify-on-failure"])).toContain(
      "**Where:** Validate app-interface: Fetch app-interface with the change (undecided)",
    );
    const hostile = await promote(
      { "schemas-ref": "HEAD", "gitlab-url": "ext::sh -c id" },
      { temporary: join(root, `hostile-${counter}`) },
    );
    expect(hostile.jobs["validate"]?.steps[0]?.log.join("\n")).toContain("ext: is not https");
  });
});
