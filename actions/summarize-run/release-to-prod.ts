import { codeBlock, heading, list, paragraph, strong, table, type Block, type Inline } from "@release-actions/text";
import { endedBadly, failedSteps, readSteps, type Run, type StepRun } from "./run.ts";
import {
  failedForGood,
  failureReport,
  isStopped,
  jobOf,
  plain,
  rerunCommand,
  shown,
  whyOf,
  word,
  type Report,
} from "./texts.ts";
import { WORKFLOWS } from "./workflows.ts";

const DRY_RUN = "This is a dry run: no Release is created.";

/** The gates of the job that only reads, from the outcomes of its steps. */
export function gatesReport({ subject, inputs, outputs }: Run, steps: string): Report {
  const gates = readSteps(steps, WORKFLOWS["release-to-prod"].check);
  const bad = gates.filter(({ outcome }) => outcome !== "success");
  const dryRun = inputs["dry-run"] === "true";
  const omitted: (readonly [string, Inline])[] =
    (inputs["schemas-ref"] ?? "") === ""
      ? [["Validate app-interface", ["➖ not requested: ", shown("schemas-ref"), " is not set"]]]
      : [];
  return {
    blocks: [
      heading(["The gates of ", shown(subject)]),
      table(
        ["Gate", "Result"],
        [
          ...gates.map((gate) => [gate.name, `${ICONS[gate.outcome] ?? "❌"} ${gateResult(gate)}`] as const),
          ...omitted,
        ],
      ),
      ...knownRelease(outputs),
      ...(dryRun ? [paragraph(DRY_RUN)] : []),
    ],
    lines: [
      bad.length === 0
        ? "Every gate of this job passed."
        : `Gates that did not pass: ${bad.map((gate) => `${gate.name} (${gateResult(gate)})`).join(", ")}`,
      ...(dryRun ? [DRY_RUN] : []),
    ],
  };
}

const ICONS: Readonly<Record<string, string>> = { success: "✅", skipped: "➖", unknown: "❓" };

/** No step of this job is optional: it is skipped only after an earlier one failed. */
function gateResult({ outcome, verdict }: StepRun): string {
  if (outcome === "skipped") return "not run";
  return verdict ?? (outcome === "success" ? "passed" : outcome);
}

function knownRelease({ release = "", snapshot = "", status }: Run["outputs"]): Block[] {
  if (release !== "")
    return [
      paragraph([
        "Konflux already has the Release ",
        shown(release),
        " of ",
        shown(snapshot),
        ": ",
        shown(status),
        ".",
      ]),
    ];
  return snapshot === "" ? [] : [paragraph(["The Snapshot is ", shown(snapshot), "; it has no Release yet."])];
}

export function releaseResult(run: Run): Report {
  const { subject, inputs, outputs } = run;
  const { release, snapshot, target, image, artifacts = "", "advisory-url": advisory = "" } = outputs;
  const rows: (readonly [string, Inline])[] = [
    ["Release", shown(`${plain(inputs["namespace"])}/${plain(release)}`, 410)],
    ["Snapshot", shown(snapshot)],
    ["released to", shown(target)],
    ["image", shown(image, 600)],
    ...(advisory === "" ? [] : [["advisory", shown(advisory, 400)] as const]),
    [
      "app-interface",
      jobOf(run, "validate")?.result === "success"
        ? "valid"
        : [strong("not validated"), ": ", shown("schemas-ref"), " is not set"],
    ],
  ];
  const isOld = outputs["already-released"] === "true";
  return {
    blocks: [
      heading([shown(subject), isOld ? " had already been released" : " is released"]),
      table(["Item", "Value"], rows),
      ...(artifacts === "" ? [] : [paragraph("Artifacts of its pipeline:"), codeBlock(plain(artifacts, 4_000))]),
      paragraph(strong("Next:")),
      list(
        [
          [
            "The images are in the registry of the target; a change of app-interface deploys them: run promote-appinterface.yml with the commit ",
            shown(subject),
            ".",
          ],
          "Watch the service once that is merged.",
        ],
        true,
      ),
      paragraph([
        strong("To roll back:"),
        " a Release cannot be undone. Promote the commit that was deployed before; its image is still there.",
      ]),
    ],
    lines: [
      `Release ${plain(release)} of ${plain(snapshot)}, to ${plain(target)}.`,
      ...(advisory === "" ? [] : [`Advisory: ${plain(advisory, 400)}`]),
      `Next: promote-appinterface.yml with the commit ${plain(subject)} deploys it.`,
    ],
  };
}

export function releaseFailure(run: Run): Report {
  const { subject, inputs } = run;
  const [check, release] = ["check", "release"].map((id) => jobOf(run, id));
  const command = (step: string, text: string) =>
    [check, release].some((job) => failedForGood(job, step)) ? text : undefined;
  const ended = endedRelease(run);
  return failureReport(run, {
    title:
      inputs["dry-run"] === "true"
        ? ["A dry run found that ", shown(subject), " cannot be released"]
        : ["The release of ", shown(subject), " failed"],
    annotation: "The release failed",
    why: ended?.why ?? whyOf(run),
    exists: existing(run),
    next:
      ended?.next ??
      command("commit", `git fetch --all --tags && git cat-file -t ${word(subject)}`) ??
      command("image", `release-actions quay-verify --image ${word(inputs["image"])} --commit-sha ${word(subject)}`) ??
      rerunCommand(run),
  });
}

/** What is known where the Release itself failed, or continues without this run. */
function endedRelease(run: Run): { readonly why: string; readonly next?: string } | undefined {
  const job = jobOf(run, "release");
  const { release, status } = job?.outputs ?? {};
  if (!hasFailedRelease(run) || isStopped(run)) return undefined;
  if (status === "timeout") {
    return {
      why: "The Release has not finished yet and continues without this job. Running again follows it and creates no other.",
    };
  }
  if (status !== "failed") return undefined;
  return {
    why:
      "The Release failed; its log and summary name the phase, the pipeline run, the task and the step. " +
      "It cannot be undone or run again: with retry-failed the next run makes another attempt.",
    next: `kubectl get release ${word(release)} --namespace ${word(run.inputs["namespace"])} --output yaml`,
  };
}

function hasFailedRelease(run: Run): boolean {
  const job = jobOf(run, "release");
  return job !== undefined && endedBadly(job) && failedSteps(job).some(({ id }) => id === "release");
}

function existing(run: Run): Inline {
  const namespace = plain(run.inputs["namespace"]);
  const named = (name: string) => shown(`${namespace}/${plain(name)}`, 410);
  const job = jobOf(run, "release");
  const { release = "", status } = job?.outputs ?? {};
  if (release !== "") {
    const rest = ". Running again finds it and creates no other, unless it failed and retry-failed is set.";
    return ["the Release ", named(release), ": ", shown(status || "unknown"), rest];
  }
  const step = job === undefined ? undefined : failedSteps(job).find(({ id }) => id === "release");
  // These three verdicts say that nothing was created.
  if (step !== undefined && !["refused", "invalid", "undecided"].includes(step.verdict ?? "")) {
    return `the log of the step "${step.name}" says what was created. Running again first checks for the Release.`;
  }
  const { release: found = "", status: foundStatus } = jobOf(run, "check")?.outputs ?? {};
  if (found === "") return "no Release was created by this run.";
  const whose = " of an earlier run, or of Konflux itself: ";
  return ["the Release ", named(found), whose, shown(foundStatus), ". This run created none."];
}
