import { failureAdvice } from "@release-actions/action";
import { codeBlock, details, shorten, type Block } from "@release-actions/text";
import { decidingVerdict, endedBadly, type JobRun, type Run } from "./run.ts";
import {
  failedForGood,
  failureReport,
  isStopped,
  jobOf,
  rerunCommand,
  shown,
  whyOf,
  word,
  type Report,
} from "./texts.ts";

const LONGEST_REPORT = 60_000;

export function releaseTagFailure(run: Run): Report {
  const validate = jobOf(run, "validate");
  const tag = validate?.outputs["tag"] || run.subject;
  const isRefused = failedForGood(validate, "tag");
  return failureReport(run, {
    title: ["The release of ", shown(tag), " failed"],
    annotation: "The release failed",
    why: reason(run),
    next: isRefused ? `release-actions validate-tag --tag ${word(tag)}` : rerunCommand(run),
    details: reportOf(validate),
  });
}

/** By the first job that ended badly: the others only follow from it. */
function reason(run: Run): string {
  const first = run.jobs.find(endedBadly)?.id;
  if (isStopped(run) || first === "publish") return whyOf(run);
  if (first === "build-images") return "An image could not be built or pushed. Nothing was published.";
  if (first !== "staging-smoke") return whyOf(run, "Nothing was published.");
  const verdict = decidingVerdict(run);
  const advice = verdict === undefined ? [] : [failureAdvice(verdict)];
  return ["The images did not pass their tests.", ...advice, "Nothing was published."].join(" ");
}

/** The report of validate-tag, where that is what failed. */
function reportOf(validate: JobRun | undefined): Block[] {
  const report = validate?.outputs["report"] ?? "";
  if (validate === undefined || !endedBadly(validate) || report === "") return [];
  return [details("The report", [codeBlock(shorten(indented(report), LONGEST_REPORT), "json")])];
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
