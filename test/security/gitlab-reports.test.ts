import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createHmac } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BUILT } from "../e2e/released.ts";
import { path, ring } from "../rings.ts";
import { JOB, runMany, type Call } from "./hosts.ts";

const REPORTS = "release-actions-reports";
const PLANTED = "NODE_OPTIONS=--require=./evil.cjs\nQUAY_VERIFY_IMAGE=evil\n";

ring("the reports of a GitLab job", [path("dist", BUILT, "npm run build")], () => {
  let directory: string;
  let root: string;
  let workspace: string;

  beforeAll(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), "security-reports-")));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  beforeEach(() => {
    root = mkdtempSync(join(directory, "world-"));
    workspace = join(root, "work");
    put("CHANGELOG.md", "# C\n\n## [1.0.0] - 2026-01-01\n\n- One\n- Two\n");
    mkdirSync(join(root, "outside"));
    writeFileSync(join(root, "outside/file"), "outside");
    mkdirSync(join(workspace, ".git"));
    writeFileSync(join(workspace, ".git/config"), "[core]\n");
  });

  function put(file: string, text: string): void {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  }

  const report = (name: string) => readFileSync(join(workspace, REPORTS, name), "utf8");
  const extract: Call = { action: "changelog-extract", inputs: { version: "1.0.0" } };
  const smoke: Call = { action: "smoke", inputs: { suite: "none.yml" } };
  const run = (...calls: readonly Call[]) => runMany("gitlab", workspace, root, calls);

  function link(at: string, target: string): void {
    mkdirSync(dirname(join(workspace, at)), { recursive: true });
    symlinkSync(target, join(workspace, at));
  }

  test.each([
    [REPORTS, "../outside"],
    [REPORTS, ".git"],
    [`${REPORTS}/outputs.env`, "../../outside/file"],
    [`${REPORTS}/summary.md`, "../../outside/file"],
    [`${REPORTS}/job`, "../../outside/file"],
    [`${REPORTS}/changelog-extract`, "../../outside"],
    [`${REPORTS}/changelog-extract`, "../.git"],
    [`${REPORTS}/changelog-extract/body`, "../../../outside/file"],
    [`${REPORTS}/changelog-extract/body`, "../../CHANGELOG.md"],
    [`${REPORTS}/outputs.env`, "../../outside/new"],
  ])("security B29: GitLab: nothing is written through %s as a link to %s", async (at, target) => {
    link(at, target);
    const changelog = readFileSync(join(workspace, "CHANGELOG.md"), "utf8");
    const [ended] = await run(extract);
    expect(ended).toMatchObject({ code: 2, said: expect.stringContaining(`${at} is not a`) });
    expect(ended!.said).toContain(`Remove ${at} from the repository, or from the artifacts`);
    expect(readFileSync(join(root, "outside/file"), "utf8")).toBe("outside");
    expect([
      existsSync(join(root, "outside/new")),
      existsSync(join(root, "outside/outputs.env")),
      existsSync(join(root, "outside/body")),
    ]).toEqual([false, false, false]);
    expect(readFileSync(join(workspace, ".git/config"), "utf8")).toBe("[core]\n");
    expect(existsSync(join(workspace, ".git/outputs.env"))).toBe(false);
    expect(readFileSync(join(workspace, "CHANGELOG.md"), "utf8")).toBe(changelog);
  });

  test("security B29: GitLab: a FIFO or a directory in place of a report ends the run with a message", async () => {
    mkdirSync(join(workspace, REPORTS));
    execFileSync("mkfifo", [join(workspace, REPORTS, "outputs.env")]);
    expect((await run(extract))[0]).toMatchObject({
      code: 2,
      said: expect.stringContaining(`${REPORTS}/outputs.env is not a regular file`),
    });
    rmSync(join(workspace, REPORTS, "outputs.env"));
    mkdirSync(join(workspace, REPORTS, "summary.md"));
    expect((await run(extract))[0]).toMatchObject({
      code: 2,
      said: expect.stringContaining(`${REPORTS}/summary.md is not a regular file`),
    });
  });

  test.each([JOB.CI_JOB_ID, "", createHmac("sha256", "").update(`${REPORTS} of job ${JOB.CI_JOB_ID}`).digest("hex")])(
    "security B29: GitLab: an earlier job that claims to be this one, as %j, leaves nothing in front of its reports",
    async (claim) => {
      put(`${REPORTS}/job`, claim);
      put(`${REPORTS}/outputs.env`, PLANTED);
      put(`${REPORTS}/summary.md`, "# All is well\n");
      await run(extract);
      expect(report("outputs.env")).toMatch(/^CHANGELOG_EXTRACT_BODY_FILE=/);
      expect(report("outputs.env") + report("summary.md")).not.toMatch(/NODE_OPTIONS|evil|All is well/);
    },
  );

  test("security B29: GitLab: nothing is written through a link if the inputs are wrong either", async () => {
    put(`${REPORTS}/job`, JOB.CI_JOB_ID);
    put(`${REPORTS}/outputs.env`, PLANTED);
    const [ended] = await run({ action: "changelog-extract" });
    expect(ended!.code).toBe(2);
    expect(report("outputs.env")).toMatch(/^CHANGELOG_EXTRACT_/);
    expect(report("outputs.env")).not.toContain("NODE_OPTIONS");
  });

  test("actions of one job add to its reports; a later job begins again and reads earlier files", async () => {
    await run(extract);
    await run(smoke);
    expect(report("outputs.env")).toMatch(/CHANGELOG_EXTRACT_VERDICT=passed\n[^]*SMOKE_VERDICT=invalid\n/);
    const later = { env: { CI_JOB_ID: "4712", CI_JOB_TOKEN: "glcbt-64_fedcba9876543210" } };
    await run({ ...smoke, ...later });
    expect(report("outputs.env")).not.toContain("CHANGELOG_EXTRACT");
    expect(report("changelog-extract/body")).toBe("- One\n- Two");
  });

  test("without a job token, every action starts over, since nothing shows who wrote the reports", async () => {
    put(`${REPORTS}/outputs.env`, PLANTED);
    await run({ ...extract, env: { CI_JOB_TOKEN: "" } }, { ...smoke, env: { CI_JOB_TOKEN: "" } });
    expect(report("outputs.env")).toMatch(/^SMOKE_/);
  });
});
