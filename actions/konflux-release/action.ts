import {
  defineAction,
  duration,
  flag,
  integer,
  invalid,
  output,
  refused,
  ActionError,
  text,
  undecided,
  unknown,
} from "@release-actions/action";
import type { Context, InputsOf, OutputsOf, Problem, ErrorDetails, Verdict } from "@release-actions/action";
import {
  causeOf,
  choosePlan,
  describeOwner,
  readRelease,
  readReleasePlan,
  RELEASE_PLANS,
  RELEASES,
  stateOf,
} from "@release-actions/konflux";
import type { Owner, Release, ReleasePlan, Snapshot } from "@release-actions/konflux";
import { openKubernetes } from "@release-actions/konflux/kubernetes";
import type { Kubernetes } from "@release-actions/konflux/kubernetes";
import { checkSame, planRelease } from "./create.ts";
import { awaitAutomatic, checkFailed, findExisting } from "./existing.ts";
import type { Existing } from "./existing.ts";
import { findSnapshots } from "./find-snapshot.ts";
import type { Waiting } from "./find-snapshot.ts";
import { follow } from "./follow.ts";
import { causeLine, inWords, outputsOf, planBlocks, releaseBlocks } from "./report.ts";
import { readRequest } from "./settings.ts";
import type { ReleaseRequest } from "./settings.ts";
import { passTests } from "./tests-gate.ts";

const inputs = {
  server: text({
    address: true,
    description: "Address of the API server of the cluster that Konflux runs on.",
    optional: true,
    example: "https://api.cluster.example:6443",
    gitlab: "KONFLUX_SERVER",
  }),
  token: text({
    description: "Token of a service account of the tenant.",
    optional: true,
    secret: true,
    credential: true,
    notOfForge: true,
    gitlab: "KONFLUX_TOKEN",
  }),
  "certificate-authority": text({
    description: "The server's certificate authority: PEM, or PEM in base64. Without it the system's are trusted.",
    optional: true,
    gitlab: "KONFLUX_CERTIFICATE_AUTHORITY",
  }),
  kubeconfig: text({
    description:
      "The text of a kubeconfig, instead of server, token and certificate-authority. Nothing in it is run or read from files.",
    optional: true,
    secret: true,
    gitlab: "KONFLUX_KUBECONFIG",
  }),
  namespace: text({ description: "The tenant's namespace.", default: "aap-aa-tenant" }),
  application: text({
    description: "The application, or the component group, that is released. Default: the Snapshot's own.",
    optional: true,
    example: "aap-aa-main",
  }),
  component: text({
    description: "The component whose commit is released.",
    optional: true,
    example: "automation-analytics-backend-main",
  }),
  "commit-sha": text({
    description:
      "The commit, 40 hex digits. Its Snapshot is the one of a push in which the component has this revision.",
    optional: true,
  }),
  image: text({
    address: true,
    description: "The image that was verified, by digest: the Snapshot must carry it.",
    optional: true,
    example: "quay.io/org/app@sha256:…",
  }),
  snapshot: text({ description: "The Snapshot by name, instead of the one that the commit became.", optional: true }),
  "release-plan": text({
    description: "The ReleasePlan. Default: the only one that takes releases of the application.",
    optional: true,
  }),
  "wait-for-snapshot": duration({ description: "How long to wait for the commit's Snapshot.", default: "0" }),
  "wait-for-tests": duration({ description: "How long to wait for the Snapshot's tests.", default: "0" }),
  timeout: duration({ description: "How long the release is followed.", default: "1h" }),
  interval: duration({ description: "How often is looked where nothing tells of changes.", default: "30s" }),
  "retry-failed": flag({ description: "Make another attempt where the release failed before.", default: false }),
  "release-notes": text({
    description: "Release notes of the advisory: YAML, or the path of a file of it.",
    optional: true,
    example: "release-notes.yml",
  }),
  "grace-period-days": integer({
    description: "For how many days the Release is kept. Default: the plan's.",
    optional: true,
  }),
};

const outputs = {
  release: output.text("Name of the Release."),
  snapshot: output.text("Name of the Snapshot."),
  status: output.text(
    "pending, running, succeeded, failed, timeout, or unclear where the Release ended in a way that is not known. Empty where nothing was released.",
  ),
  "already-released": output.flag("The Snapshot had been released by this plan before."),
  created: output.flag("This run made the Release."),
  target: output.text("The namespace that it was released to."),
  "pipeline-runs": output.json("The pipeline runs, each with its phase and its namespace/name."),
  artifacts: output.json("What the release produced, as its pipeline reports it."),
  "advisory-url": output.text("The advisory's page."),
  duration: output.integer("Seconds from the release's start to its end."),
};

type Inputs = InputsOf<typeof inputs>;
type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

/** What all steps of one run need. */
interface Run {
  readonly context: Context<Inputs>;
  readonly kubernetes: Kubernetes;
  readonly wanted: ReleaseRequest;
  readonly waiting: Waiting;
}

export default defineAction({
  name: "konflux-release",
  description:
    "Releases what a commit became: finds its Konflux Snapshot, checks its tests and its plan, makes the Release once and follows it to its end.",
  inputs,
  outputs,
  permissions: {
    github: {},
    gitlab:
      "None. Konflux: get and list on snapshots, list on releaseplans, get, list, watch and create on releases, of appstudio.redhat.com in the namespace.",
  },
  endpoints: {
    description: ["The Kubernetes API server, at server or in kubeconfig"],
    origins: ({ server }) => [server],
  },
  services: ["kubernetes", "quay"],
  changes: true,
  async run(context) {
    const { inputs: given, io, signal, clock, host } = context;
    const problems: Problem[] = [];
    const wanted = await readRequest(given, host, problems);
    if (given.interval < 1)
      problems.push({ input: "interval", what: "has to be more than nothing", remedy: "Give 5s or more." });
    if (wanted === undefined || problems.length > 0)
      throw invalid(problems.length === 1 ? problems[0]!.what : `${problems.length} problems with the inputs`, {
        problems,
      });
    const { access, namespace } = wanted;
    const kubernetes = openKubernetes({ access, namespace, io, signal, clock, network: host.network });
    try {
      return await release({ context, kubernetes, wanted, waiting: { clock, io, signal, interval: given.interval } });
    } finally {
      kubernetes.close();
    }
  },
});

async function release(run: Run): Promise<Outputs> {
  const { context, kubernetes, wanted, waiting } = run;
  const { inputs: given, io } = context;
  const candidates = await findSnapshots(kubernetes, wanted, given.waitForSnapshot, waiting);
  const owner = candidates[0]?.owner as Owner;
  const plan = await findPlan(kubernetes, owner, wanted.plan);
  const existing = await findExisting(kubernetes, candidates, plan);
  io.info(
    `Snapshot ${existing.snapshot.name} of the ${describeOwner(owner)}, by the plan ${plan.name} to ${plan.target ?? "the tenant itself"}`,
  );
  if (existing.kind !== "none") return resumeRelease(run, existing, plan);
  checkFailed(existing, plan, given.retryFailed);
  const snapshot = await passTests(kubernetes, existing.snapshot, given.waitForTests, waiting, given.summary);
  const tested = { ...existing, snapshot };
  const settled = given.dryRun ? tested : await awaitAutomatic(kubernetes, tested, plan, waiting);
  if (settled.kind !== "none") return resumeRelease(run, settled, plan);
  return createRelease(run, snapshot, plan, settled.attempt);
}

async function findPlan(kubernetes: Kubernetes, owner: Owner, name: string | undefined): Promise<ReleasePlan> {
  const choice = choosePlan((await kubernetes.list(RELEASE_PLANS)).map(readReleasePlan), owner, name);
  if ("plan" in choice) return choice.plan;
  const remedy = choice.several
    ? "Give one of them as release-plan."
    : "Ask the owners of the target for a ReleasePlanAdmission, or give another release-plan.";
  throw refused(choice.what, { remedy, problems: choice.problems });
}

/** A Release that is there: its success is the end, and what runs is followed. */
async function resumeRelease(
  run: Run,
  { kind, release: found, snapshot }: Exclude<Existing, { kind: "none" }>,
  plan: ReleasePlan,
): Promise<Outputs> {
  const { context, wanted } = run;
  const { inputs: given, io } = context;
  checkSame(found, snapshot.name, plan.name, wanted);
  if (kind === "succeeded") {
    const headline = `${snapshot.name} has been released by ${plan.name} already, as ${found.name}.`;
    io.info(headline);
    if (given.summary) io.summary(...releaseBlocks(found, snapshot, plan, headline));
    return {
      verdict: "unchanged",
      ...outputsOf(found, plan),
      status: "succeeded",
      alreadyReleased: true,
      created: false,
    };
  }
  io.info(`The Release ${found.name} is under way`);
  if (given.dryRun)
    return {
      verdict: "unchanged",
      ...outputsOf(found, plan),
      status: stateOf(found),
      alreadyReleased: false,
      created: false,
    };
  return followRelease(run, found, snapshot, plan, false);
}

async function createRelease(run: Run, snapshot: Snapshot, plan: ReleasePlan, attempt: number): Promise<Outputs> {
  const { context, kubernetes, wanted } = run;
  const { inputs: given, io, journal } = context;
  const planned = await planRelease(kubernetes, snapshot, plan, attempt, wanted);
  const { manifest, what, creation } = planned;
  if (given.dryRun) {
    await kubernetes.rehearse(RELEASES, manifest, creation);
    io.info(`plan: POST ${what}, of ${snapshot.name} by ${plan.name}`);
    if (given.summary) io.summary(...planBlocks(planned, snapshot, plan));
    return { verdict: "passed", snapshot: snapshot.name, target: plan.target, alreadyReleased: false, created: false };
  }
  journal.intend([what]);
  journal.next(`Run the same step again: it looks for the Release ${manifest.name} first and follows it.`);
  const { object, outcome } = await kubernetes.create(RELEASES, manifest, creation);
  io.info(`${outcome === "written" ? "made" : "found"}: ${what}`);
  return followRelease(run, readRelease(object), snapshot, plan, outcome === "written");
}

async function followRelease(
  run: Run,
  first: Release,
  snapshot: Snapshot,
  plan: ReleasePlan,
  created: boolean,
): Promise<Outputs> {
  const { context, kubernetes } = run;
  const { inputs: given, io, signal, clock, journal } = context;
  const { timeout, interval } = given;
  const what = `the Release ${first.name} in ${kubernetes.namespace}`;
  journal.made(what);
  journal.next(`Run the same step again: it follows the Release ${first.name} and makes no other.`);
  const common = { alreadyReleased: false, created };
  try {
    const { end, release: last } = await follow({ kubernetes, release: first, timeout, interval, clock, io, signal });
    const state = stateOf(last);
    const status = end === "timeout" ? "timeout" : state;
    const said = { ...outputsOf(last, plan), ...common, status };
    const headline = headlineOf(end, last, timeout);
    if (end === "gone") {
      journal.gone(what);
      journal.next(
        "Find out in Konflux what its pipelines did before this is run again: a further run makes the Release anew.",
      );
    }
    if (given.summary) io.summary(...releaseBlocks(last, snapshot, plan, headline));
    if (end === "finished" && state === "succeeded") {
      io.info(headline);
      return { verdict: "done", ...said };
    }
    throw stopOf(end, last, headline, { outputs: said });
  } catch (error) {
    throw withOutputs(error, { ...outputsOf(first, plan), ...common, status: stateOf(first) });
  }
}

function headlineOf(end: "finished" | "timeout" | "gone", release: Release, timeout: number): string {
  const { name } = release;
  if (end === "gone") return `The Release ${name} was deleted while it was followed.`;
  if (end === "timeout")
    return `The Release ${name} has not finished within ${inWords(Math.round(timeout / 1000))}; it goes on without this step.`;
  const state = stateOf(release);
  if (state === "unclear") return `The Release ${name} ended in a way that is not known.`;
  return state === "failed"
    ? `The Release ${name} failed: ${causeLine(causeOf(release))}`
    : `The Release ${name} succeeded.`;
}

function stopOf(
  end: "finished" | "timeout" | "gone",
  release: Release,
  headline: string,
  details: ErrorDetails,
): ActionError {
  if (end === "timeout")
    return undecided(headline, { ...details, remedy: "Run this again to follow it on, or give a longer timeout." });
  if (end === "gone")
    return unknown(headline, {
      ...details,
      remedy: "Someone, or a clean-up, deleted it; pipelines that it had started may have gone on.",
    });
  if (stateOf(release) === "unclear")
    return undecided(headline, { ...details, remedy: "Look at the Release in Konflux." });
  const { attempts, remedy } = causeOf(release);
  const usual =
    "Its pipeline runs in the managed namespace: its owners can read the log. Then give retry-failed: true.";
  const next = "Mend the cause, then run the same step with retry-failed: true: it makes another attempt.";
  return refused(headline, {
    ...details,
    remedy: remedy ?? usual,
    next,
    problems: attempts.map((what, at) => ({ what: `attempt ${at + 1} ${what}` })),
  });
}

/** Whatever ends the following, the outputs name the Release. */
function withOutputs(error: unknown, known: Readonly<Record<string, unknown>>): unknown {
  if (!(error instanceof ActionError)) return error;
  return new ActionError(error.verdict === "invalid" ? "undecided" : error.verdict, error.message, {
    ...error.details,
    outputs: { ...known, ...error.details.outputs },
    cause: error,
  });
}
