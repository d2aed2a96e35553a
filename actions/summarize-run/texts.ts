import {
  code,
  codeBlock,
  heading,
  link,
  linkTarget,
  oneLine,
  paragraph,
  shellQuoted,
  shorten,
  strong,
  table,
  type Block,
  type Inline,
  type InlinePart,
} from "@release-actions/text";
import { failureAdvice } from "@release-actions/action";
import { decidingVerdict, endedBadly, failedSteps, type JobRun, type Run } from "./run.ts";

/** What is reported about a run: in its summary, in the log, and in one annotation. */
export interface Report {
  readonly blocks: readonly Block[];
  readonly lines: readonly string[];
  readonly annotation?: {
    readonly level: "notice" | "warning" | "error";
    readonly title?: string;
    readonly message: string;
  };
}

/** What a workflow knows about its failures. */
export interface FailureTexts {
  readonly title: Inline;
  /** The title of the annotation. */
  readonly annotation: string;
  readonly why: string;
  readonly exists?: Inline;
  /** A command that shows more or continues. */
  readonly next: string;
  readonly details?: readonly Block[];
}

/** The jobs, where it failed, why, what exists and what to do next. */
export function failureReport(run: Run, texts: FailureTexts): Report {
  const where = whereOf(run);
  const exists = texts.exists === undefined ? [] : [paragraph([strong("What exists:"), " ", ...partsOf(texts.exists)])];
  return {
    blocks: [
      heading(texts.title),
      table(
        ["Job", "Result"],
        run.jobs.map(({ name, result }) => [name, result]),
      ),
      paragraph([strong("Where:"), ` ${where} (`, link("log", run.url), ")"]),
      paragraph([strong("Why:"), ` ${texts.why}`]),
      ...exists,
      paragraph(strong("Next:")),
      codeBlock(texts.next),
      ...(texts.details ?? []),
    ],
    lines: [],
    annotation: { level: "error", title: texts.annotation, message: `${where}. ${texts.why}` },
  };
}

/** `Check: Verify the image (refused), Check for alerts (undecided); Validate app-interface: Validate (refused)` */
function whereOf({ jobs }: Run): string {
  const bad = jobs.filter(endedBadly).map((job) => {
    const steps = failedSteps(job).map(({ name, outcome, verdict }) => `${name} (${verdict ?? outcome})`);
    return steps.length === 0 ? `${job.name} (${job.result})` : `${job.name}: ${steps.join(", ")}`;
  });
  return bad.length === 0 ? "no job" : bad.join("; ");
}

/** Why it failed, by the verdict alone; `more` says what the workflow knows. */
export function whyOf(run: Run, more = ""): string {
  if (isStopped(run)) return "The job was canceled or reached its time limit. It is safe to run again.";
  const verdict = decidingVerdict(run);
  const advice = verdict === undefined ? "See the log of the step." : failureAdvice(verdict);
  return more === "" ? advice : `${advice} ${more}`;
}

/** Nothing failed: what ended badly was stopped. */
export function isStopped({ jobs }: Run): boolean {
  const results = jobs.filter(endedBadly).map(({ result }) => result);
  return results.length > 0 && results.every((result) => result === "cancelled");
}

/** The command that runs the failed jobs again. */
export function rerunCommand({ url, repository }: Run): string {
  const id = /\/actions\/runs\/(\d+)$/.exec(url)?.[1] ?? "RUN_ID";
  return `gh run rerun ${id} --repo ${/^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : shellQuoted(repository)} --failed`;
}

/** Whether a step of a job failed in a way that running again does not change. */
export function failedForGood(job: JobRun | undefined, step: string): boolean {
  const failed = job === undefined || !endedBadly(job) ? undefined : failedSteps(job).find(({ id }) => id === step);
  return failed?.verdict === "refused" || failed?.verdict === "invalid";
}

export function jobOf({ jobs }: Run, id: string): JobRun | undefined {
  return jobs.find((job) => job.id === id);
}

/** Outside text as code, at most so long; a dash where it is empty. */
export function shown(text: string | undefined, most = 200): InlinePart {
  return code(plain(text, most));
}

/** The same for the log. */
export function plain(text: string | undefined, most = 200): string {
  const line = shorten(oneLine(text ?? "").trim(), most);
  return line === "" ? "-" : line;
}

/** A URL as a link; anything else as code. */
export function address(url: string | undefined): InlinePart {
  const target = linkTarget(url ?? "");
  return target === undefined ? shown(url, 400) : link(target, target);
}

/** Outside text as a word of a command. */
export function word(text: string | undefined): string {
  return shellQuoted(shorten(oneLine(text ?? "").trim(), 400));
}

export function partsOf(inline: Inline): readonly (string | InlinePart)[] {
  return typeof inline === "string" || "kind" in inline ? [inline] : inline;
}
