/**
 * npm start -- release-to-prod: releases a demo service to production on this machine. The steps of
 * .github/workflows/release-to-prod.yml run as they are in that file, with the actions of dist/, against stand-ins of
 * Quay, Prometheus, Alertmanager, GitLab and a cluster with Konflux's controllers.
 */
import { parseArgs } from "node:util";
import { fails, startDemoProduction, succeeds, type DemoProduction } from "../test/demo-production/index.ts";
import type { RunResult } from "../test/workflow-runner/index.ts";
import { rehearse } from "./rehearsal.ts";
import type { Styles } from "./start-report.ts";

const HELP = `npm start -- release-to-prod [--dry-run] [--alert] [--fail] [--keep]

Creates a service, its image, a Prometheus with its Alertmanager, an app-interface and
a Konflux, takes the service's newest commit through
.github/workflows/release-to-prod.yml, and shows the Release and what to do next.
Nothing leaves this machine.

  --dry-run  run every gate, create no Release
  --alert    let an alert of the service fire: the gates refuse
  --fail     let Konflux's pipeline fail: the Release is created and fails
  --keep     keep the folder with the repositories and the jobs' files
  --help     show this text

Exits with 0 if the result is the expected one, also with --alert and --fail.
`;

interface Choice {
  readonly "dry-run": boolean;
  readonly alert: boolean;
  readonly fail: boolean;
}

/** Runs the rehearsal. Returns the exit code. */
export async function startProduction(args: string[]): Promise<number> {
  const off = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ args, options: { "dry-run": off, alert: off, fail: off, keep: off, help: off } });
  const { keep, help, ...choice } = values;
  if (help) process.stdout.write(HELP);
  return help ? 0 : release(choice, keep);
}

function release(choice: Choice, keep: boolean): Promise<number> {
  return rehearse(keep, async ({ directory, style, signal, print, onStep }) => {
    const demo = await startDemoProduction({ directory, course: choice.fail ? fails : succeeds });
    try {
      demo.fire(choice.alert);
      const { source, quay, monitoring, kubernetes, gitlabUrl } = demo;
      print(style.bold(`Releasing ${source.commit.slice(0, 12)} to production`));
      print(
        style.dim(
          `by .github/workflows/release-to-prod.yml, at the stand-ins ${quay.url} (Quay), ${monitoring.prometheusUrl} (Prometheus),`,
        ),
      );
      print(
        style.dim(`${monitoring.alertmanagerUrl} (Alertmanager), ${kubernetes.url} (Konflux), ${gitlabUrl} (GitLab)`),
      );
      const run = await demo.release({ "dry-run": choice["dry-run"] }, { onStep, signal });
      print(lastWords(run, style));
      return { problems: await problemsOf(run, demo, choice), done: outcomeOf(choice) };
    } finally {
      await demo.close();
    }
  });
}

function outcomeOf({ "dry-run": dryRun, alert, fail }: Choice): string {
  if (alert) return "Refused because of the alert, no Release created,";
  if (dryRun) return "Every gate passed, no Release created,";
  return fail ? "The Release failed, and the report says why," : "Released and followed to completion";
}

/** What differs from the expected result; empty if nothing does. */
async function problemsOf(run: RunResult, demo: DemoProduction, choice: Choice): Promise<string[]> {
  const releases = await demo.releases();
  const expected = choice["dry-run"] || choice.alert ? 0 : 1;
  const result = choice.alert || (choice.fail && expected === 1) ? "failure" : "success";
  const status = expected === 0 ? "" : choice.fail ? "failed" : "succeeded";
  return [
    ...(run.result === result ? [] : [`the run ended with ${run.result} instead of ${result}`]),
    ...(releases.length === expected ? [] : [`${releases.length} Releases instead of ${expected}`]),
    ...((run.outputs["status"] ?? "") === status
      ? []
      : [`the status is ${run.outputs["status"]} instead of ${status}`]),
    ...(demo.writes().length === expected ? [] : [`${demo.writes().length} writes instead of ${expected}`]),
  ];
}

/** The summary of the step that says what exists and what to do next. */
function lastWords(run: RunResult, style: Styles): string {
  const steps = ["notify-on-failure", "release", "check"].flatMap((job) => run.jobs[job]?.steps ?? []);
  const summary = steps.find(({ name, summary }) => name.startsWith("Summarize") && summary !== "")?.summary ?? "";
  const rule = style.dim("─".repeat(72));
  return ["", rule, summary.trimEnd(), rule].join("\n");
}
