import { duration, flag, integer, invalidWith, output, quote, text } from "@release-actions/action";
import type { HostFacts, InputsOf, OutputsOf, Problem, Verdict } from "@release-actions/action";
import { digestOf } from "@release-actions/konflux/digest";
import type { SnapshotCriteria } from "@release-actions/konflux";
import { accessOf, isName, isSubdomain } from "@release-actions/konflux/kubernetes";
import type { Access } from "@release-actions/konflux/kubernetes";
import { readNotes } from "./notes.ts";
import type { ReleaseNotes } from "./notes.ts";

export const inputs = {
  server: text({
    address: true,
    description: "API server of the cluster that runs Konflux.",
    optional: true,
    example: "https://api.cluster.example:6443",
    gitlab: "KONFLUX_SERVER",
  }),
  token: text({
    description: "Token of a service account in the tenant.",
    optional: true,
    credential: "service",
    gitlab: "KONFLUX_TOKEN",
  }),
  "certificate-authority": text({
    description: "Certificate authority of the server: PEM, or base64-encoded PEM. Default: the system's authorities.",
    optional: true,
    gitlab: "KONFLUX_CERTIFICATE_AUTHORITY",
  }),
  kubeconfig: text({
    description:
      "Content of a kubeconfig, instead of server, token and certificate-authority. Programs and files that it names are never run or read.",
    optional: true,
    secret: true,
    gitlab: "KONFLUX_KUBECONFIG",
  }),
  namespace: text({ description: "Namespace of the tenant.", default: "aap-aa-tenant" }),
  application: text({
    description: "Application or component group to release. Default: the one the Snapshot belongs to.",
    optional: true,
    example: "aap-aa-main",
  }),
  component: text({
    description: "Component whose commit is released.",
    optional: true,
    example: "automation-analytics-backend-main",
  }),
  "commit-sha": text({
    description:
      "Commit to release, 40 hex digits. Its Snapshot is the one of a push in which the component has this revision.",
    optional: true,
  }),
  image: text({
    address: true,
    description: "Verified image, by digest. The Snapshot must contain it.",
    optional: true,
    example: "quay.io/org/app@sha256:…",
  }),
  snapshot: text({ description: "Name of the Snapshot, instead of looking it up by commit.", optional: true }),
  "release-plan": text({
    description: "Name of the ReleasePlan. Default: the only one that accepts releases of the application.",
    optional: true,
  }),
  "wait-for-snapshot": duration({ description: "Maximum time to wait for the commit's Snapshot.", default: "0" }),
  "wait-for-tests": duration({ description: "Maximum time to wait for the Snapshot's tests.", default: "0" }),
  timeout: duration({ description: "Maximum time to follow the release.", default: "1h" }),
  interval: duration({
    description: "Polling interval while waiting, and for the release if watching is not available.",
    default: "30s",
  }),
  "retry-failed": flag({ description: "Make another attempt if the release failed before.", default: false }),
  "release-notes": text({
    description: "Release notes for the advisory: YAML, or the path of a YAML file.",
    optional: true,
    example: "release-notes.yml",
  }),
  "grace-period-days": integer({
    description: "Number of days to keep the Release. Default: the plan's.",
    optional: true,
  }),
};

export const outputs = {
  release: output.text("Name of the Release."),
  snapshot: output.text("Name of the Snapshot."),
  status: output.text(
    "pending, running, succeeded, failed, timeout, or unclear if the outcome of the Release is not known; empty if nothing was released.",
  ),
  "already-released": output.flag("Whether this plan had released the Snapshot before."),
  created: output.flag("Whether this run created the Release."),
  target: output.text("Target namespace of the release."),
  "pipeline-runs": output.json("Pipeline runs, each with its phase and its namespace/name."),
  artifacts: output.json("Artifacts that the release pipeline reports."),
  "advisory-url": output.text("URL of the advisory."),
  duration: output.integer("Seconds from the start to the end of the release."),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

/** The release that the inputs describe. */
export interface KonfluxRequest {
  readonly access: Access;
  readonly namespace: string;
  /** By name; otherwise the one that meets `criteria`. */
  readonly snapshot: string | undefined;
  readonly criteria: SnapshotCriteria;
  readonly plan: string | undefined;
  readonly notes: ReleaseNotes | undefined;
  readonly gracePeriodDays: number | undefined;
}

/** Checks the inputs together. Throws `invalid` with all problems. */
export async function readRequest(inputs: Inputs, host: Pick<HostFacts, "workspace">): Promise<KonfluxRequest> {
  const { namespace, application, component, commitSha, image, snapshot, releasePlan, gracePeriodDays } = inputs;
  const problems: Problem[] = [];
  const access = await accessOf(inputs, problems);
  problems.push(
    ...nameProblems({ namespace, application, component, snapshot, "release-plan": releasePlan }),
    ...selectionProblems(inputs),
    ...limitProblems(inputs),
  );
  const notes = await readNotes(inputs.releaseNotes, host, problems);
  if (access === undefined || problems.length > 0) throw invalidWith(problems);
  const digest = image === undefined ? undefined : digestOf(image);
  const criteria = { component, commit: commitSha, digest, owner: application };
  return { access, namespace, snapshot, criteria, plan: releasePlan, notes, gracePeriodDays };
}

/** What selects the Snapshot: its name, or component and commit. */
function selectionProblems({ component, commitSha, image, snapshot }: Inputs): Problem[] {
  const problems: Problem[] = [];
  if (snapshot === undefined) {
    const remedy = "Set component and commit-sha to look up the Snapshot, or snapshot.";
    if (component === undefined) problems.push({ input: "component", what: "component is missing", remedy });
    if (commitSha === undefined) problems.push({ input: "commit-sha", what: "commit-sha is missing", remedy });
  }
  if (snapshot !== undefined && /^[0-9a-f]{40}$/.test(snapshot)) {
    problems.push({
      input: "snapshot",
      what: `${snapshot} is a commit, not the name of a Snapshot`,
      remedy: "Set it as commit-sha, together with component: the Snapshot is then looked up.",
    });
  }
  if (commitSha !== undefined && !/^[0-9a-f]{40}$/.test(commitSha)) {
    problems.push({
      input: "commit-sha",
      what: `commit-sha must be a full commit ID, 40 lower-case hex digits; given: ${quote(commitSha)}`,
      remedy: "git rev-parse prints the full ID.",
    });
  }
  if (image !== undefined && digestOf(image) === undefined) {
    problems.push({
      input: "image",
      what: `image must end with @sha256: and 64 hex digits; given: ${quote(image)}`,
      remedy: "Use the output image of quay-verify: a tag can move after it was verified.",
    });
  }
  if ((image !== undefined || commitSha !== undefined) && component === undefined && snapshot !== undefined) {
    problems.push({
      input: "component",
      what: "image and commit-sha cannot be checked without component",
      remedy: "Set component, too.",
    });
  }
  return problems;
}

function limitProblems({ gracePeriodDays, interval }: Inputs): Problem[] {
  const problems: Problem[] = [];
  if (gracePeriodDays !== undefined && gracePeriodDays > 365) {
    const what = `grace-period-days must be at most 365; given: ${gracePeriodDays}`;
    problems.push({ input: "grace-period-days", what, remedy: "Set 365 or less." });
  }
  if (interval < 1)
    problems.push({ input: "interval", what: "interval must be greater than 0", remedy: "Set 5s or more." });
  return problems;
}

/** The names of a Snapshot and a plan must also be valid in the Release's schema. */
function nameProblems(names: Readonly<Record<string, string | undefined>>): Problem[] {
  return Object.entries(names).flatMap(([input, name]) => {
    if (name === undefined || (input === "component" ? isSubdomain(name) && name.length <= 63 : isName(name)))
      return [];
    return [
      {
        input,
        what: `${input} ${quote(name)} is not a valid Kubernetes name`,
        remedy: "Names consist of lower-case letters, digits and dashes, at most 63 characters (RFC 1123).",
      },
    ];
  });
}
