import { isDeepStrictEqual } from "node:util";
import { refused, undecided } from "@release-actions/action";
import type { Context, Problem } from "@release-actions/action";
import {
  AUTHOR_LABEL,
  authorLabel,
  awaitAutomaticRelease,
  awaitSnapshots,
  awaitTests,
  choosePlan,
  describeOwner,
  findReleases,
  hasPassed,
  lastBuild,
  problemWith,
  readRelease,
  readReleasePlan,
  readSnapshot,
  RELEASE_PLAN_LABEL,
  RELEASE_PLANS,
  RELEASE_SNAPSHOT_LABEL,
  releaseName,
  SNAPSHOTS,
} from "@release-actions/konflux";
import type {
  ExistingRelease,
  NoRelease,
  Owner,
  PollOptions,
  Release,
  ReleasePlan,
  Snapshot,
  TestedSnapshot,
} from "@release-actions/konflux";
import { isLabelValue } from "@release-actions/konflux/kubernetes";
import type { Creation, Kubernetes, Manifest } from "@release-actions/konflux/kubernetes";
import type { Inputs, KonfluxRequest } from "./inputs.ts";
import { printTests, testsBlocks } from "./report.ts";

/** What all steps of one run need. */
export interface KonfluxRun {
  readonly context: Context<Inputs>;
  readonly kubernetes: Kubernetes;
  readonly request: KonfluxRequest;
}

/** A Release that is to be created. */
export interface NewRelease {
  readonly kind: "new";
  readonly manifest: Manifest;
  /** For people; also the key in the journal. */
  readonly what: string;
  readonly creation: Creation;
  readonly snapshot: Snapshot;
}

export interface ReleaseDecision {
  readonly plan: ReleasePlan;
  readonly release: ExistingRelease | NewRelease;
}

/**
 * Runs every check and decides what to do: nothing, follow a Release, or create one. Changes nothing. Throws `refused`
 * or `undecided` for a release that must not be made, and HttpError.
 */
export async function decideRelease(run: KonfluxRun): Promise<ReleaseDecision> {
  const { context, kubernetes, request } = run;
  const { inputs, io, signal, clock } = context;
  const poll = { clock, io, signal, interval: inputs.interval };
  const candidates = await findSnapshots(kubernetes, request, inputs.waitForSnapshot, poll);
  const owner = candidates[0]?.owner as Owner;
  const plan = await findPlan(kubernetes, owner, request.plan);
  const before = await findReleases(kubernetes, candidates, plan);
  io.info(
    `Snapshot ${before.snapshot.name} of the ${describeOwner(owner)}, by the plan ${plan.name} to ${plan.target ?? "the tenant itself"}`,
  );
  if (before.kind !== "none") return existing(before, plan, request);
  checkRetry(before, plan, inputs.retryFailed);
  const tested = await awaitTests(kubernetes, before.snapshot, inputs.waitForTests, poll);
  checkTests(context, tested);
  const history = { ...before, snapshot: tested.snapshot };
  const now = inputs.dryRun ? history : await awaitAutomaticRelease(kubernetes, history, plan, poll);
  if (now.kind !== "none") return existing(now, plan, request);
  return { plan, release: await newRelease(run, tested.snapshot, plan, now.attempt) };
}

/** The Snapshots that can be released, newest first: the named one, or those of the commit, which have the same image. */
async function findSnapshots(
  kubernetes: Kubernetes,
  { snapshot, criteria }: KonfluxRequest,
  timeout: number,
  poll: PollOptions,
): Promise<readonly Snapshot[]> {
  if (snapshot !== undefined) return [await namedSnapshot(kubernetes, snapshot, criteria)];
  const choice = await awaitSnapshots(kubernetes, criteria, timeout, poll);
  if (choice.kind === "chosen") return choice.candidates;
  const { kind, what, problems } = choice;
  if (kind === "ambiguous") {
    const remedy =
      "Set image to the verified digest, application if there are several, or snapshot to the name of one Snapshot.";
    throw refused(what, { remedy, problems });
  }
  const late = timeout > 0 ? "; none appeared within wait-for-snapshot" : "";
  throw refused(`${what}${late}`, { remedy: await missingRemedy(kubernetes, criteria, problems), problems });
}

async function namedSnapshot(
  kubernetes: Kubernetes,
  name: string,
  criteria: KonfluxRequest["criteria"],
): Promise<Snapshot> {
  const found = await kubernetes.get(SNAPSHOTS, name);
  if (found === undefined) {
    throw refused(`there is no Snapshot ${name} in ${kubernetes.namespace}`, {
      remedy: "Check the name (old Snapshots are removed), or set component and commit-sha instead.",
    });
  }
  const snapshot = readSnapshot(found);
  const problem = problemWith(snapshot, criteria);
  if (problem === undefined) return snapshot;
  throw refused(`the Snapshot ${name} cannot be released: ${problem}`, {
    remedy: "Use the Snapshot of the push that built the verified image.",
  });
}

async function missingRemedy(
  kubernetes: Kubernetes,
  { component = "", commit }: KonfluxRequest["criteria"],
  problems: readonly Problem[],
): Promise<string> {
  if (problems.length > 0) return "Release the Snapshot of the push to the branch, once its build has finished.";
  const usual =
    "Check that the build of this commit has finished and that its Snapshot was not removed, or set wait-for-snapshot.";
  const build = await lastBuild(kubernetes, component);
  if (build === "no such component")
    return `There is no component ${component} in ${kubernetes.namespace}: check its name.`;
  if (build === "unknown" || build.commit === commit) return usual;
  return `The component's last built commit is ${build.commit}. ${usual}`;
}

async function findPlan(kubernetes: Kubernetes, owner: Owner, name: string | undefined): Promise<ReleasePlan> {
  const choice = choosePlan((await kubernetes.list(RELEASE_PLANS)).map(readReleasePlan), owner, name);
  if ("plan" in choice) return choice.plan;
  const remedy = choice.several
    ? "Set release-plan to one of them."
    : "Ask the owners of the target for a ReleasePlanAdmission, or set another release-plan.";
  throw refused(choice.what, { remedy, problems: choice.problems });
}

/** Refuses another attempt after a failed one unless retry-failed is set. */
function checkRetry({ failed, snapshot }: NoRelease, plan: ReleasePlan, retryFailed: boolean): void {
  if (failed.length === 0 || retryFailed) return;
  const names = failed.map(({ name }) => name).join(", ");
  throw refused(`the release of ${snapshot.name} by ${plan.name} failed before: ${names}`, {
    remedy: "Find and fix the cause, then set retry-failed: true to make another attempt.",
    outputs: {
      release: failed.at(-1)?.name,
      snapshot: snapshot.name,
      status: "failed",
      alreadyReleased: false,
      created: false,
    },
  });
}

/** Throws unless the tests of the Snapshot have passed. */
function checkTests({ inputs, io }: Context<Inputs>, { snapshot: { name }, judgement }: TestedSnapshot): void {
  const { state, message, scenarios } = judgement;
  printTests(io, name, judgement);
  if (inputs.summary) io.summary(...testsBlocks(name, judgement));
  if (state === "passed") return;
  const problems = scenarios
    .filter((scenario) => !scenario.optional && !hasPassed(scenario))
    .map(({ name: scenario, status, details }) => ({
      what: `${scenario}: ${status}${details === "" ? "" : `: ${details}`}`,
    }));
  const tests = `the tests of the Snapshot ${name}`;
  const rule = "A Snapshot is released only after its tests have passed.";
  if (state === "failed") {
    const remedy = `Fix the failures and build again, or rerun the scenario in Konflux. ${rule}`;
    throw refused(`${tests} failed: ${message}`, { remedy, problems });
  }
  if (state === "stuck") {
    const remedy = `Rerun them in Konflux, or build again. ${rule}`;
    throw refused(`${tests} have no result and may never have one: ${message}`, { remedy, problems });
  }
  const why = inputs.waitForTests > 0 ? "are still running after wait-for-tests" : "have no result yet";
  const remedy = `Set wait-for-tests, such as 1h, or run this again later. ${rule}`;
  throw undecided(`${tests} ${why}: ${message}`, { remedy, problems });
}

function existing(release: ExistingRelease, plan: ReleasePlan, request: KonfluxRequest): ReleaseDecision {
  checkSame(release.release, release.snapshot.name, plan.name, request);
  return { plan, release };
}

async function newRelease(
  { kubernetes, request }: KonfluxRun,
  snapshot: Snapshot,
  plan: ReleasePlan,
  attempt: number,
): Promise<NewRelease> {
  const name = await releaseName(snapshot.name, plan.name, attempt);
  const { notes, gracePeriodDays } = request;
  // Never "automated": release-service would wait for a status that only integration-service sets.
  const author = authorLabel((await kubernetes.whoAmI()) ?? "");
  const labels = {
    [RELEASE_SNAPSHOT_LABEL]: snapshot.name,
    [RELEASE_PLAN_LABEL]: plan.name,
    ...(author !== "" && isLabelValue(author) && { [AUTHOR_LABEL]: author }),
  };
  const spec = {
    snapshot: snapshot.name,
    releasePlan: plan.name,
    ...(notes !== undefined && { data: { releaseNotes: notes } }),
    ...(gracePeriodDays !== undefined && { gracePeriodDays }),
  };
  const what = `the Release ${name} in ${kubernetes.namespace}`;
  const adopt: Creation["adopt"] = (found) => checkSame(readRelease(found), snapshot.name, plan.name, request);
  return { kind: "new", manifest: { name, labels, spec }, what, creation: { what, adopt }, snapshot };
}

/**
 * Refuses a Release that is not the requested one. Its spec cannot be changed, so following it would not publish other
 * release notes.
 */
function checkSame(found: Release, snapshot: string, plan: string, { notes }: KonfluxRequest): void {
  if (found.snapshot !== snapshot || found.plan !== plan) {
    throw refused(
      `there is already a Release ${found.name}, of the Snapshot ${found.snapshot} by the plan ${found.plan}`,
      { remedy: "Delete it if nobody needs it: its name is in use." },
    );
  }
  const current = (found.data as { releaseNotes?: unknown } | undefined)?.releaseNotes;
  if (notes === undefined || isDeepStrictEqual(toPlainJson(current), toPlainJson(notes))) return;
  throw refused(
    `the Release ${found.name} of ${snapshot} by ${plan} has different release notes, and they cannot be changed`,
    { remedy: "Omit release-notes to accept the Release as it is.", exists: [`the Release ${found.name}`] },
  );
}

/** Without what only this process knows of an object, such as its prototype. */
function toPlainJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
