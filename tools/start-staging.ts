/**
 * npm start -- verify-staging: runs the three gates against a staging environment on this machine. The steps of
 * examples/github/verify-staging.yml run as they are in that file, with the actions of dist/ and shorter times, against
 * stand-ins of the services, the page and Prometheus.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { resolveAction } from "../test/demo-release/index.ts";
import { NAME, startDemoStaging, VERSION } from "../test/demo-staging/index.ts";
import { startedByHand } from "../test/started-by-hand.ts";
import type { RunResult } from "../test/workflow-runner/index.ts";
import { rehearse } from "./rehearsal.ts";
import { ROOT_PATH } from "./root.ts";

const HELP = `npm start -- verify-staging [--errors] [--blank] [--old] [--keep]

Starts services, a page and a Prometheus, and runs smoke, frontend-check and
metrics-gate against them, as examples/github/verify-staging.yml does. The page is
opened in this machine's Chromium. Nothing leaves this machine.

  --errors  1 of 10 requests fails: metrics-gate refuses
  --blank   the page's application does not start: frontend-check refuses
  --old     the old version still runs: smoke refuses
  --keep    keep the folder with the reports and the plot
  --help    show this text

Exits with 0 if the result is the expected one; that can be a refusal.
`;

const REFUSERS = { old: "Test the services", blank: "Open the page", errors: "Watch the metrics" } as const;
type Choice = Readonly<Record<keyof typeof REFUSERS, boolean>>;

/** Runs the rehearsal. Returns the exit code. */
export async function startStaging(args: string[]): Promise<number> {
  const off = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ args, options: { errors: off, blank: off, old: off, keep: off, help: off } });
  const { keep, help, ...choice } = values;
  if (help) process.stdout.write(HELP);
  return help ? 0 : verify(choice, keep);
}

function verify(choice: Choice, keep: boolean): Promise<number> {
  return rehearse(keep, async ({ directory, style, signal, print, onStep }) => {
    const page = choice.blank
      ? {
          page: "<!doctype html><title>OpsConductor</title><div id=root></div><script>throw new Error('no configuration')</script>",
        }
      : {};
    const demo = await startDemoStaging({ directory, errors: choice.errors ? 0.1 : 0.001, ...page });
    try {
      print(style.bold(`Verifying staging, ${VERSION}`));
      const example = await readFile(join(ROOT_PATH, "examples/github/verify-staging.yml"), "utf8");
      const file = join(directory, "verify-staging.yml");
      // The step that uploads the reports is cut off: here, they stay in the folder.
      await writeFile(file, demo.caller(example.slice(0, example.indexOf("      - name: Keep the reports"))));
      const inputs = { version: choice.old ? "2.0.0" : VERSION };
      const run = await startedByHand(
        { file, source: demo, repository: NAME, inputs, resolveAction, temporary: join(directory, "run") },
        { onStep, signal },
      );
      return { problems: problemsOf(run, choice), done: "Every gate decided as expected" };
    } finally {
      await demo.close();
    }
  });
}

/** Each gate must refuse exactly what it is there to refuse. */
function problemsOf(run: RunResult, choice: Choice): string[] {
  const steps = run.jobs["verify"]?.steps ?? [];
  return Object.entries(REFUSERS).flatMap(([fault, step]) => {
    const expected = choice[fault as keyof Choice] ? "failure" : "success";
    const found = steps.find(({ name }) => name === step)?.outcome;
    return found === expected ? [] : [`${step}: ${found ?? "not run"} instead of ${expected}`];
  });
}
