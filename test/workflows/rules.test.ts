import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: unknown;
  permissions?: unknown;
  jobs: Record<
    string,
    { uses?: string; steps?: Step[]; permissions?: unknown; secrets?: unknown; "timeout-minutes"?: unknown }
  >;
}

const FOLDER = ".github/workflows";
const files = [
  ...readdirSync(FOLDER).map((name) => join(FOLDER, name)),
  ...readdirSync("examples/github").map((name) => join("examples/github", name)),
];

describe("workflow files", () => {
  test.each(files)("%s follows the rules for workflows", (file) => {
    const text = readFileSync(file, "utf8");
    const workflow = parse(text) as Workflow;
    expect(workflow.permissions).toEqual({});
    expect(JSON.stringify(workflow.on)).not.toMatch(/pull_request_target|workflow_run/);
    for (const job of Object.values(workflow.jobs)) {
      expect(job.secrets).not.toBe("inherit");
      if (job.uses === undefined) expect(job["timeout-minutes"]).toBeDefined();
      for (const step of job.steps ?? []) {
        // security K129: no expression in a script.
        expect(step.run ?? "").not.toContain("${{");
        // Ours by `$/` or by version, everything else by its full hash with the version next to it. K131: no cache.
        const { uses } = step;
        if (uses === undefined) continue;
        expect(uses).not.toMatch(/actions\/cache/);
        if (/^(?:\$\/|org\/release-actions\/)/.test(uses)) continue;
        expect(uses).toMatch(/@[0-9a-f]{40}$/);
        expect(text).toMatch(new RegExp(`${uses.replaceAll("/", "\\/")} # v\\d+\\.\\d+\\.\\d+`));
      }
    }
  });

  /** Runners take an input that an action does not have for a warning, and continue without it. */
  test.each(files)("%s passes our actions inputs that exist, and all that are required", (file) => {
    const { jobs } = parse(readFileSync(file, "utf8")) as Workflow;
    for (const { uses = "", with: given = {} } of Object.values(jobs).flatMap(({ steps = [] }) => steps)) {
      const [, name] = /^(?:\$|org\/release-actions)\/([a-z-]+)(?:@.*)?$/.exec(uses) ?? [];
      if (name === undefined) continue;
      const { inputs } = parse(readFileSync(`${name}/action.yml`, "utf8")) as {
        inputs: Record<string, { required: boolean }>;
      };
      const needed = Object.keys(inputs).filter((input) => inputs[input]!.required);
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
    }
  });

  /** What has been taken out of bash stays out of it. */
  test.each(["promote-appinterface", "release-tag", "release-to-prod"])(
    "%s.yml is short and has no scripts",
    (name) => {
      const text = readFileSync(join(FOLDER, `${name}.yml`), "utf8");
      expect(text.split("\n").length - 1).toBeLessThan(400);
      const { jobs } = parse(text) as Workflow;
      const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
      expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    },
  );
});
