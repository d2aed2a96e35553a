import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NAME, startDemoStaging, VERSION, type DemoOptions, type DemoStaging } from "../demo-staging/index.ts";
import { path, program, ring } from "../rings.ts";
import { CHROMIUM } from "../worlds/frontend-check.ts";
import type { ActResult } from "./act.ts";
import { prepareDispatch, type Start } from "./dispatch.ts";
import { BUILT, ROOT } from "./released.ts";

const NEEDS = [program("act", ["--version"]), path("dist", BUILT, "npm run build"), ...CHROMIUM];

ring("act: the gates behind a deployment, as the example has them", NEEDS, () => {
  let directory: string;
  let start: Start;
  let example: string;
  let demo: DemoStaging | undefined;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-staging-"));
    start = await prepareDispatch(directory);
    const page = await readFile(join(ROOT, "examples/github/verify-staging.yml"), "utf8");
    // act has no artifacts here.
    example = page.slice(0, page.indexOf("      - name: Keep the reports"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  afterEach(() => demo?.close());

  async function verify(options: Omit<DemoOptions, "directory"> = {}, version = VERSION): Promise<ActResult> {
    demo = await startDemoStaging({ directory: join(directory, `demo-${(runs += 1)}`), ...options });
    const { bare, commit } = demo;
    return start({ name: NAME, bare, commit, secrets: {} }, demo.caller(example), { version });
  }
  const errorsOf = (run: ActResult) =>
    run.commands
      .filter(({ command }) => command === "error")
      .map(({ value }) => value)
      .join("\n");

  test("passes: the services work, the page is visible, the objectives are met", async () => {
    const run = await verify();
    expect({ errors: errorsOf(run), code: run.code, jobs: run.jobs }).toEqual({
      errors: "",
      code: 0,
      jobs: { verify: "success" },
    });
    for (const action of ["smoke", "frontend-check", "metrics-gate"]) expect(run.output).toContain(`${action}: passed`);
  }, 120_000);

  test("T35, T39, T46: reports a wrong echo, a blank page and nothing but errors in one run", async () => {
    const run = await verify({
      services: { echo: { output: "PONG" } },
      page: "<!doctype html><title>OpsConductor</title><div id=root></div>",
      errors: 1,
    });
    expect([run.code, run.jobs]).toEqual([1, { verify: "failure" }]);
    const said = errorsOf(run);
    expect(said).toMatch(/echo.*PONG/s);
    expect(said).toContain("#root stays empty");
    expect(said).toContain("error rate");
    for (const action of ["smoke", "frontend-check", "metrics-gate"])
      expect(run.output).toContain(`${action}: refused`);
  }, 120_000);

  test("trap 42: refuses if the old version still answers", async () => {
    const run = await verify({}, "2.0.0");
    expect(run.jobs).toEqual({ verify: "failure" });
    expect(errorsOf(run)).toContain(`it serves "${VERSION}", expected "2.0.0"`);
  }, 120_000);
});
