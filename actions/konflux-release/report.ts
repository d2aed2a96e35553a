import type { Io } from "@release-actions/action";
import {
  advisoryUrlOf,
  artifactsOf,
  causeOf,
  describeOwner,
  durationOf,
  hasPassed,
  pipelineRunsOf,
  progressOf,
  targetOf,
} from "@release-actions/konflux";
import type { Owner, Release, ReleaseCause, ReleasePlan, Snapshot, TestsJudgement } from "@release-actions/konflux";
import type { Manifest } from "@release-actions/konflux/kubernetes";
import { code, details, formatDuration, heading, link, list, paragraph, table } from "@release-actions/text";
import type { Block } from "@release-actions/text";

/** What the status of a Release reports, as outputs. */
export function releaseOutputs(release: Release, plan: ReleasePlan) {
  return {
    release: release.name,
    snapshot: release.snapshot,
    target: targetOf(release) ?? plan.target,
    pipelineRuns: pipelineRunsOf(release),
    artifacts: artifactsOf(release),
    advisoryUrl: advisoryUrlOf(release),
    duration: durationOf(release),
  };
}

export function printTests(io: Io, snapshot: string, { state, message, scenarios }: TestsJudgement): void {
  io.info(`tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`);
  for (const { name, status, optional, details: text } of scenarios) {
    io.info(`  ${name}${optional ? " (optional)" : ""}: ${status}${text === "" ? "" : `: ${text}`}`);
  }
}

export function testsBlocks(snapshot: string, { state, message, scenarios }: TestsJudgement): Block[] {
  const rows = scenarios.map((scenario) => {
    const { name, status, optional, details: text } = scenario;
    return [name, hasPassed(scenario) ? "passed" : status, optional ? "optional" : "required", text];
  });
  const headline = `Tests of ${snapshot}: ${state}${message === "" ? "" : `: ${message}`}`;
  return [
    heading("Tests", 3),
    paragraph(headline),
    ...(rows.length === 0 ? [] : [table(["Scenario", "Status", "", "Details"], rows)]),
  ];
}

export function planBlocks(manifest: Manifest, snapshot: Snapshot, plan: ReleasePlan): Block[] {
  return [
    heading("Konflux release: plan", 3),
    table(["", ""], [["Release", code(manifest.name)], ...sourceRows(snapshot, plan)]),
    ...(manifest.spec["data"] === undefined
      ? []
      : [
          details("Release data", [
            { kind: "code", text: JSON.stringify(manifest.spec["data"], null, 2), language: "json" },
          ]),
        ]),
  ];
}

export function releaseBlocks(release: Release, snapshot: Snapshot, plan: ReleasePlan, headline: string): Block[] {
  const advisory = advisoryUrlOf(release);
  const duration = durationOf(release);
  const artifacts = artifactsOf(release);
  const cause = causeOf(release);
  const rows = [
    ["Release", code(release.name)],
    ...sourceRows(snapshot, plan),
    ...(duration === undefined ? [] : [["Duration", formatDuration(duration * 1000)]]),
    ...(advisory === undefined ? [] : [["Advisory", link(advisory, advisory)]]),
    ...pipelineRunsOf(release).map(({ phase, pipelineRun }) => [phase, code(pipelineRun)]),
  ];
  return [
    heading("Konflux release", 3),
    paragraph(headline),
    table(["", ""], rows),
    list([...progressOf(release).values()]),
    ...(cause.phase === undefined ? [] : [paragraph(`What failed: ${describeCause(cause)}`)]),
    ...(artifacts === undefined
      ? []
      : [details("Artifacts", [{ kind: "code", text: JSON.stringify(artifacts, null, 2), language: "json" }])]),
  ];
}

function sourceRows(snapshot: Snapshot, plan: ReleasePlan) {
  const owner = snapshot.owner as Owner;
  const built = snapshot.components.map(({ name, image }) => `${name}: ${image}`);
  return [
    ["Snapshot", code(snapshot.name)],
    ["Of", describeOwner(owner)],
    ["Plan", `${plan.name}, to ${plan.target ?? "the tenant itself"}`],
    ["Images", built.length > 10 ? `${built.length} components` : built.join("; ")],
  ];
}

/** The cause on one line: phase, message and the pipeline run to check. */
export function describeCause({ phase, message, pipelineRun }: ReleaseCause): string {
  const where = pipelineRun === undefined ? "" : ` (pipeline run ${pipelineRun})`;
  return `${phase === undefined ? "" : `${phase}: `}${message === "" ? "no message" : message}${where}`;
}
