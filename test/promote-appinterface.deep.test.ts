import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  deployClowder,
  FILE,
  FORK,
  IMAGE,
  startDemoPromotion,
  UPSTREAM,
  type DemoOptions,
  type DemoPromotion,
} from "./demo-promotion/index.ts";
import { ROOT } from "./demo-release/index.ts";
import { path, ring } from "./rings.ts";
import { effects } from "./stand-ins/gitlab/index.ts";
import { clairReport } from "./stand-ins/quay/index.ts";
import type { RunOptions, RunResult } from "./workflow-runner/index.ts";

const doors = [
  ...["quay-verify", "jira-issue", "bump-appinterface-ref", "appinterface-validate"],
  ...["fetch-appinterface", "promotion-texts", "summarize-run", "verify-commit"],
].map((name) => path(`${name}/action.yml`, join(ROOT, name, "action.yml"), "npm run generate && npm run build"));
/** Validation is checked where it is the subject. */
const UNVALIDATED = { "schemas-ref": "" };
const MINUTE = 60_000;

ring("promote-appinterface: from a commit to its merge request", doors, () => {
  let root: string;
  let demo: DemoPromotion;
  let counter = 0;

  beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), "promote-appinterface-"))));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const open = (options: Omit<DemoOptions, "directory"> = {}) =>
    startDemoPromotion({ directory: join(root, String(++counter)), ...options });

  beforeEach(async () => void (demo = await open()));
  afterEach(() => demo.close());

  test(
    "T2, T3, T15, T20: validates, then creates one issue, branch and merge request and links them, with unchanged texts",
    async () => {
      const { commit, old, subjects } = demo.source;
      const run = await demo.promote();
      expect(resultsOf(run)).toEqual({
        check: "success",
        validate: "success",
        promote: "success",
        "notify-on-failure": "skipped",
      });
      const [mergeRequest, ...others] = demo.mergeRequests();
      const [issue, ...more] = demo.issues();
      expect([others, more]).toEqual([[], []]);
      const day = /^\d{4}-\d{2}-\d{2}/.exec(String(issue?.fields["summary"]))?.[0] ?? "none";
      expect(mergeRequest).toMatchObject({
        title: `AAP-61661 - ${day} Analytics HCC Service Release`,
        sourceProject: FORK,
        sourceBranch: `aa-release-${day}`,
        state: "opened",
        quickActions: [],
      });
      const pinned = `${demo.quay.host}/${IMAGE}@${demo.quay.digestOf(IMAGE, commit)}`;
      expect(run.outputs).toMatchObject({
        image: pinned,
        "old-ref": old,
        "jira-key": "AAP-61661",
        "mr-iid": "1",
        branch: `aa-release-${day}`,
      });
      expect(mergeRequest?.description).toContain(pinned);
      expect(await branchesOf(demo)).toEqual({
        master: { messages: [], files: {} },
        [`aa-release-${day}`]: {
          messages: [`AAP-61661 - chore(release): release ${commit.slice(0, 12)} to production`],
          files: { [FILE]: deployClowder({ prod: commit, billing: old }) },
        },
      });
      expect(issue).toMatchObject({
        key: "AAP-61661",
        type: "Story",
        fields: { labels: expect.arrayContaining(["release", "production"]) },
      });
      expect(issue?.links).toMatchObject([{ url: run.outputs["mr-url"], title: "App-Interface merge request" }]);
      expect(issue?.comments).toHaveLength(1);
      const comment = textOf(issue?.comments[0]?.body);
      expect(comment).toContain(`App-Interface MR created: ${run.outputs["mr-url"]}`);
      expect(comment).toContain(`Releasing commit: ${commit}`);
      for (const subject of subjects) {
        expect(comment).toContain(subject);
        // As code, around the characters by which GitLab would close what a subject names.
        expect(withoutCode(mergeRequest?.description ?? "")).toContain(withoutCode(subject));
      }
      const said = summaryOf(run, "promote");
      expect(said).toContain(
        `gh workflow run 'promote-appinterface.yml' --repo acme/automation-analytics-backend --field commit=${old} --field allow-rollback=true\n`,
      );
      expect(said).toContain("| app-interface | validated with the change |");
      const shown = Object.values(run.jobs).flatMap(({ outputs, steps }) => [
        outputs,
        ...steps.map(({ raw: _masked, ...rest }) => rest),
      ]);
      for (const secret of demo.secrets) expect(JSON.stringify(shown)).not.toContain(secret);
    },
    MINUTE,
  );

  test(
    "T15, T16: include promotes billing with the rest; a second run writes nothing (T22, T23)",
    async () => {
      const inputs = { ...UNVALIDATED, include: "billing" };
      const first = await demo.promote(inputs);
      const { commit, old } = demo.source;
      expect((await branchesOf(demo))?.[first.outputs["branch"] ?? ""]?.files).toEqual({
        [FILE]: deployClowder({ prod: commit, billing: commit }),
      });
      expect(summaryOf(first, "promote")).toContain(
        `commit=${old} --field allow-rollback=true --field include='billing'`,
      );
      expect(summaryOf(first, "promote")).toContain("**not validated here**");
      const before = [demo.writes(), await demo.endState()];
      const second = await demo.promote(inputs);
      expect([second.result, second.outputs]).toEqual(["success", first.outputs]);
      expect([demo.writes(), await demo.endState()]).toEqual(before);
    },
    MINUTE,
  );

  test(
    "succeeds and writes nothing if every target already has the commit",
    async () => {
      await demo.gitlab.push(UPSTREAM, "master", {
        [FILE]: deployClowder({ prod: demo.source.commit, billing: demo.source.old }),
      });
      const run = await demo.promote();
      expect(resultsOf(run)).toEqual({
        check: "success",
        validate: "skipped",
        promote: "skipped",
        "notify-on-failure": "skipped",
      });
      expect(logOf(run)).toContain("there is nothing to promote");
      expect(demo.writes()).toEqual([]);
    },
    MINUTE,
  );

  test(
    "T27: a dry run checks everything and writes nothing",
    async () => {
      const run = await demo.promote({ "dry-run": true });
      expect(resultsOf(run)).toEqual({
        check: "success",
        validate: "success",
        promote: "skipped",
        "notify-on-failure": "skipped",
      });
      expect(summaryOf(run, "check")).toContain("Plan for the Jira issue");
      expect(demo.writes()).toEqual([]);
    },
    MINUTE,
  );

  test(
    "T17: refuses a rollback unless it is allowed; then it is a promotion like any other, with its own issue",
    async () => {
      const { commit, old } = demo.source;
      await demo.promote(UNVALIDATED);
      await demo.gitlab.push(UPSTREAM, "master", { [FILE]: deployClowder({ prod: commit, billing: old }) });
      demo.gitlab.change(UPSTREAM, 1, { state: "merged" });
      const written = demo.writes();
      const refused = await demo.promote({ ...UNVALIDATED, commit: old });
      expect([refused.result, demo.writes()]).toEqual(["failure", written]);
      expect(logOf(refused)).toContain("this would be a rollback");
      const back = await demo.promote({ ...UNVALIDATED, commit: old, "allow-rollback": true });
      expect([back.result, back.outputs["old-ref"], back.outputs["mr-iid"]]).toEqual(["success", commit, "2"]);
      expect(demo.issues().map(({ comments }) => comments.length)).toEqual([1, 1]);
    },
    MINUTE,
  );

  interface Refusal {
    readonly inputs?: RunOptions["inputs"];
    readonly step: string;
    readonly says: RegExp;
    prepare?(world: DemoPromotion): unknown;
  }

  const critical = {
    status: "scanned",
    data: clairReport({
      findings: [{ id: "CVE-2024-1", severity: "Critical", package: "openssl", version: "3.0.1", fixedBy: "3.0.2" }],
    }).data,
  };
  const child = ({ quay, source }: DemoPromotion) => quay.childDigest(IMAGE, source.commit, "linux/arm64");

  const REFUSALS: readonly (readonly [string, Refusal])[] = [
    [
      "T4: a commit that is none",
      { inputs: { commit: "--upload-pack=x" }, step: "Verify the commit", says: /not a full commit ID/ },
    ],
    [
      "T4: a commit of nobody",
      { inputs: { commit: "1".repeat(40) }, step: "Verify the commit", says: /on no branch and no tag/ },
    ],
    [
      "T10: an image that is not there",
      { prepare: ({ quay, source }) => quay.removeTag(IMAGE, source.commit), step: "Verify the image", says: /exists/ },
    ],
    [
      "T9: one platform with a critical finding",
      {
        prepare: (world) => world.quay.setSecurity(child(world), critical),
        step: "Verify the image",
        says: /CVE-2024-1/,
      },
    ],
    [
      "T7: a scan that failed",
      {
        prepare: (world) => world.quay.setSecurity(child(world), { status: "failed" }),
        step: "Verify the image",
        says: /scan/,
      },
    ],
    [
      "T1: a project that Jira does not have",
      { inputs: { "jira-project": "NONE" }, step: "Plan the issue", says: /NONE/ },
    ],
    [
      "T1: a credential that GitLab does not take",
      {
        prepare: ({ gitlab }) => gitlab.faults.add({ effect: effects.status(401) }),
        step: "Plan the change",
        says: /401|token/,
      },
    ],
    [
      "T16: billing is wanted and missing",
      {
        inputs: { include: "billing" },
        prepare: ({ gitlab, source }) =>
          gitlab.push(UPSTREAM, "master", { [FILE]: deployClowder({ prod: source.old }) }),
        step: "Plan the change",
        says: /billing/,
      },
    ],
    [
      "T21: app-interface is not valid with the change",
      {
        prepare: ({ gitlab, source }) =>
          gitlab.push(UPSTREAM, "master", {
            [FILE]: deployClowder({ prod: source.old, billing: source.old }).replace(
              "tower-analytics/app.yml",
              "tower-analytics/gone.yml",
            ),
          }),
        step: "Validate",
        says: /gone\.yml/,
      },
    ],
  ];

  test.each(REFUSALS)(
    "%s: is refused before anything is written",
    async (_title, { inputs, step, says, prepare }) => {
      await prepare?.(demo);
      const run = await demo.promote(inputs);
      expect(demo.writes()).toEqual([]);
      expect([run.result, run.jobs["promote"]?.result]).toEqual(["failure", "skipped"]);
      expect(logOf(run)).toMatch(says);
      const said = summaryOf(run, "notify-on-failure");
      expect(said).toMatch(new RegExp(`\\*\\*Where:\\*\\* [\\w -]+: ${step} \\(`));
      expect(said).toContain("**What exists:** nothing was written.");
    },
    MINUTE,
  );

  test(
    "T11: does not promote an image whose tag was moved after it was verified",
    async () => {
      const { quay, source } = demo;
      const onStep: RunOptions["onStep"] = (event) => {
        if (event.type === "job" && event.name === "promote" && event.state === "started")
          quay.moveTag(IMAGE, source.commit, {});
      };
      const run = await demo.promote(UNVALIDATED, { onStep });
      expect([run.result, demo.writes()]).toEqual(["failure", []]);
      expect(summaryOf(run, "notify-on-failure")).toContain("**Where:** Promote: Verify the image again (refused)");
    },
    MINUTE,
  );

  let clean: Promise<unknown> | undefined;
  const cleanEndState = () =>
    (clean ??= open().then(async (world) => {
      await world.promote(UNVALIDATED);
      return world.endState().finally(() => world.close());
    }));

  test.each(["Create the issue", "Bump the refs", "Link the issue"])(
    "T22, T23: killed after “%s” and run again, ends like one clean run",
    async (step) => {
      const kill = new AbortController();
      const onStep: RunOptions["onStep"] = (event) => {
        if (event.type === "end" && event.step === step) kill.abort();
      };
      const killed = await demo.promote(UNVALIDATED, { onStep, signal: kill.signal });
      expect(killed.result).toBe("cancelled");
      expect(demo.writes().length).toBeGreaterThan(0);
      const again = await demo.promote(UNVALIDATED);
      expect(again.result).toBe("success");
      expect(await demo.endState()).toEqual(await cleanEndState());
      expect(
        [demo.mergeRequests(), demo.issues(), demo.issues()[0]?.comments, demo.issues()[0]?.links].map(
          (list) => list?.length,
        ),
      ).toEqual([1, 1, 1, 1]);
    },
    2 * MINUTE,
  );
});

const branchesOf = async ({ gitlab }: DemoPromotion) => (await gitlab.endState())[FORK]?.branches;
const resultsOf = (run: RunResult) =>
  Object.fromEntries(Object.entries(run.jobs).map(([id, { result }]) => [id, result]));
const summaryOf = (run: RunResult, job: string) => run.jobs[job]?.steps.map(({ summary }) => summary).join("\n") ?? "";
const logOf = (run: RunResult) =>
  Object.values(run.jobs)
    .flatMap(({ steps }) => steps.flatMap(({ log }) => log))
    .join("\n");

/** Markdown without the marks of code. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll("`", "");
}

/** The text of an Atlassian document. */
function textOf(node: unknown): string {
  const { type, text = "", content = [] } = (node ?? {}) as { type?: string; text?: string; content?: unknown[] };
  return `${text}${content.map(textOf).join("")}${type === "paragraph" ? "\n" : ""}`;
}
