import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { ROOT_PATH } from "../../tools/root.ts";
import { WORKFLOWS, type JobNames } from "./workflows.ts";

interface Job {
  readonly name: string;
  readonly strategy?: unknown;
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly id?: string; readonly name: string; readonly uses?: string }[];
}

describe.each(Object.entries(WORKFLOWS))("%s.yml", (file, names: Readonly<Record<string, JobNames>>) => {
  const text = readFileSync(join(ROOT_PATH, `.github/workflows/${file}.yml`), "utf8");
  const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
  const reported = Object.keys(jobs).filter((id) => id !== "notify-on-failure");

  test("has exactly these jobs, and the failure report needs them all", () => {
    expect(Object.keys(names)).toEqual(reported);
    expect(jobs["notify-on-failure"]?.needs).toEqual(reported);
  });

  test.each(reported)("%s has these names, and reports how each of these steps ended", (id) => {
    const { name, steps, outputs, strategy } = jobs[id]!;
    const known = names[id]!;
    if (strategy !== undefined) {
      // The legs overwrite each other's outputs.
      expect(steps.map((step) => step.name)).toContain(known.mainStep);
      expect(outputs).not.toHaveProperty("steps");
      return;
    }
    expect(known.name).toBe(name);
    const named = steps.filter((step) => step.id !== undefined);
    expect(Object.entries(known.steps)).toEqual(named.map((step) => [step.id, step.name]));
    const told = (outputs?.["steps"] ?? "").split(/ (?=\w+=)/);
    expect(told).toHaveLength(named.length);
    for (const [index, { id: step = "", uses = "" }] of named.entries()) {
      const [outcome, verdict] = [`${step}=\${{ steps.${step}.outcome }}`, `:\${{ steps.${step}.outputs.verdict }}`];
      // Third-party actions and scripts may have no verdict.
      const forms = uses.startsWith("$/") ? [outcome + verdict] : [outcome, outcome + verdict];
      expect(forms).toContain(told[index]);
    }
  });

  test("every step that is not listed here cannot fail first, or summarizes", () => {
    const others = Object.entries(names).flatMap(([id, { mainStep }]) =>
      mainStep !== undefined ? [] : jobs[id]!.steps.filter((step) => step.id === undefined).map((step) => step.name),
    );
    const cleaning = ["Show the services' logs", "Stop what was started"];
    expect(others.filter((name) => !/^Summarize/.test(name) && !cleaning.includes(name))).toEqual([]);
  });
});
