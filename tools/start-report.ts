/** What `npm start` prints: the steps as they run, and the release they published. */
import { DEMO_NOTES } from "../test/demo-repository/index.ts";
import type { GitHubReleaseState } from "../test/stand-ins/forge/index.ts";
import type { Conclusion, RunResult, StepEvent } from "../test/workflow-runner/index.ts";

export type Styles = ReturnType<typeof styles>;

export function styles(color: boolean) {
  const style = (code: string) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: style("1"), dim: style("2"), red: style("31"), green: style("32"), yellow: style("33") };
}

/** Prints jobs and steps as they start and end, and their output between. */
export function reporter(print: (line: string) => void, style: Styles): (event: StepEvent) => void {
  const marks: Readonly<Record<Conclusion, string>> = {
    success: style.green("✓"),
    failure: style.red("✗"),
    cancelled: style.yellow("■"),
    skipped: style.dim("–"),
  };
  return (event) => {
    if (event.type === "job" && event.state === "started") print(`\n${style.bold(event.name)}`);
    if (event.type === "job" && event.state === "skipped") print(`\n${style.dim(`– ${event.name}: skipped`)}`);
    if (event.type === "start") print(`  ${event.step}`);
    if (event.type === "line") print(style.dim(`      ${event.line}`));
    if (event.type === "end") {
      const { conclusion, milliseconds } = event.result;
      print(`  ${marks[conclusion]} ${event.step} ${style.dim(`${(milliseconds / 1000).toFixed(2)} s`)}`);
    }
  };
}

/** What differs from the expected result of a release; empty if nothing does. */
export function problemsOf(run: RunResult, tag: string, releases: readonly GitHubReleaseState[]): string[] {
  const problems: string[] = [];
  for (const [id, job] of Object.entries(run.jobs)) {
    if (job.result !== "success" && job.result !== "skipped") problems.push(`job ${id}: ${job.result}`);
  }
  const [release, ...others] = releases;
  if (release === undefined) return [...problems, "no release was published"];
  if (others.length > 0) problems.push(`${releases.length} releases instead of one`);
  if (release.tag !== tag) problems.push(`the release is of ${release.tag}`);
  if (release.draft) problems.push("the release is still a draft");
  if (release.prerelease) problems.push("the release is marked as a prerelease");
  const body = release.body ?? "";
  for (const line of DEMO_NOTES.within) if (!body.includes(line)) problems.push(`the release's text lacks "${line}"`);
  if (body.includes(DEMO_NOTES.behind)) problems.push("the release's text continues after its entry");
  if (run.outputs["release-url"] === undefined || run.outputs["release-url"] === "")
    problems.push("the workflow has no output release-url");
  return problems;
}

/** The release's page as text. */
export function releaseText(release: GitHubReleaseState, style: Styles): string {
  const title = release.name ?? release.tag;
  const state = release.draft ? "draft" : release.prerelease ? "pre-release" : "release";
  const assets = release.assets.map(({ name, size, digest }) => `  ${name}  ${size} bytes  ${digest ?? ""}`);
  return [
    style.dim("─".repeat(72)),
    style.bold(title),
    style.dim(`${state} of ${release.tag}, published ${release.publishedAt ?? "never"}`),
    "",
    (release.body ?? "").trimEnd(),
    ...(assets.length === 0 ? [] : ["", style.bold("Assets"), ...assets]),
    style.dim("─".repeat(72)),
  ].join("\n");
}
