import { ActionError, refused, undecided, unknown } from "@release-actions/action";
import type { ErrorDetails } from "@release-actions/action";
import { causeOf, followRelease, readRelease, RELEASES, stateOf } from "@release-actions/konflux";
import type { FollowedRelease, Release, ReleasePlan, Snapshot } from "@release-actions/konflux";
import { formatDuration } from "@release-actions/text";
import type { Outputs } from "./inputs.ts";
import type { KonfluxRun, NewRelease, ReleaseDecision } from "./plan.ts";
import { describeCause, planBlocks, releaseBlocks, releaseOutputs } from "./report.ts";

/** Does what was decided: nothing for a finished Release; otherwise follows the running or the created one. */
export async function applyDecision(run: KonfluxRun, { plan, release }: ReleaseDecision): Promise<Outputs> {
  if (release.kind === "new") return createRelease(run, release, plan);
  const { inputs, io } = run.context;
  const { release: found, snapshot } = release;
  const outputs = { ...releaseOutputs(found, plan), status: stateOf(found), alreadyReleased: false, created: false };
  if (release.kind === "succeeded") {
    const headline = `${snapshot.name} has already been released by ${plan.name}, as ${found.name}.`;
    io.info(headline);
    if (inputs.summary) io.summary(...releaseBlocks(found, snapshot, plan, headline));
    return { ...outputs, verdict: "unchanged", alreadyReleased: true };
  }
  io.info(`The Release ${found.name} is in progress`);
  if (inputs.dryRun) return { ...outputs, verdict: "unchanged" };
  return follow(run, found, snapshot, plan, false);
}

async function createRelease(run: KonfluxRun, release: NewRelease, plan: ReleasePlan): Promise<Outputs> {
  const { inputs, io, journal } = run.context;
  const { manifest, what, creation, snapshot } = release;
  if (inputs.dryRun) {
    await run.kubernetes.rehearse(RELEASES, manifest, creation);
    io.info(`plan: POST ${what}, of ${snapshot.name} by ${plan.name}`);
    if (inputs.summary) io.summary(...planBlocks(manifest, snapshot, plan));
    return { verdict: "passed", snapshot: snapshot.name, target: plan.target, alreadyReleased: false, created: false };
  }
  journal.intend([what]);
  journal.next(`Run the same step again: it looks up the Release ${manifest.name} first and follows it.`);
  const { object, outcome } = await run.kubernetes.create(RELEASES, manifest, creation);
  io.info(`${outcome === "written" ? "created" : "found"}: ${what}`);
  return follow(run, readRelease(object), snapshot, plan, outcome === "written");
}

async function follow(
  { context, kubernetes }: KonfluxRun,
  release: Release,
  snapshot: Snapshot,
  plan: ReleasePlan,
  created: boolean,
): Promise<Outputs> {
  const { inputs, io, signal, clock, journal } = context;
  const { timeout, interval } = inputs;
  const what = `the Release ${release.name} in ${kubernetes.namespace}`;
  journal.made(what);
  journal.next(`Run the same step again: it follows the Release ${release.name} and creates no other.`);
  const flags = { alreadyReleased: false, created };
  try {
    const followed = await followRelease({ kubernetes, release, timeout, interval, clock, io, signal });
    const { end, release: last } = followed;
    const state = stateOf(last);
    const outputs = { ...releaseOutputs(last, plan), ...flags, status: end === "timeout" ? "timeout" : state };
    const headline = headlineOf(followed, timeout);
    if (end === "gone") {
      journal.gone(what);
      journal.next(
        "Check in Konflux what its pipelines did before running this again: another run creates the Release again.",
      );
    }
    if (inputs.summary) io.summary(...releaseBlocks(last, snapshot, plan, headline));
    if (end === "finished" && state === "succeeded") {
      io.info(headline);
      return { verdict: "done", ...outputs };
    }
    throw errorOf(followed, headline, { outputs });
  } catch (error) {
    throw withOutputs(error, { ...releaseOutputs(release, plan), ...flags, status: stateOf(release) });
  }
}

function headlineOf({ end, release }: FollowedRelease, timeout: number): string {
  const { name } = release;
  if (end === "gone") return `The Release ${name} was deleted while it was followed.`;
  if (end === "timeout")
    return `The Release ${name} did not finish within ${formatDuration(timeout)}; it continues without this step.`;
  const state = stateOf(release);
  if (state === "unclear") return `The Release ${name} ended with an outcome that is not known.`;
  return state === "failed"
    ? `The Release ${name} failed: ${describeCause(causeOf(release))}`
    : `The Release ${name} succeeded.`;
}

function errorOf({ end, release }: FollowedRelease, headline: string, details: ErrorDetails): ActionError {
  if (end === "timeout")
    return undecided(headline, { ...details, remedy: "Run this again to keep following it, or set a longer timeout." });
  if (end === "gone")
    return unknown(headline, {
      ...details,
      remedy: "Someone, or a cleanup, deleted it; the pipelines that it started may have continued.",
    });
  if (stateOf(release) === "unclear")
    return undecided(headline, { ...details, remedy: "Check the Release in Konflux." });
  const { attempts, remedy } = causeOf(release);
  const usual =
    "Its pipeline runs in the managed namespace, whose owners can read the log. Then set retry-failed: true.";
  const next = "Fix the cause, then run the same step with retry-failed: true to make another attempt.";
  return refused(headline, {
    ...details,
    remedy: remedy ?? usual,
    next,
    problems: attempts.map((what, at) => ({ what: `attempt ${at + 1} ${what}` })),
  });
}

/** However the following ends, the outputs name the Release. After a write, "nothing was tried" is no longer true. */
function withOutputs(error: unknown, known: Readonly<Record<string, unknown>>): unknown {
  if (!(error instanceof ActionError)) return error;
  return new ActionError(error.verdict === "invalid" ? "undecided" : error.verdict, error.message, {
    ...error.details,
    outputs: { ...known, ...error.details.outputs },
    cause: error,
  });
}
