import type { HostFacts, Problem } from "@release-actions/action";
import { quote } from "@release-actions/action";
import { digestOf } from "@release-actions/konflux";
import type { WantedSnapshot } from "@release-actions/konflux";
import { accessOf, isName, isSubdomain } from "@release-actions/konflux/kubernetes";
import type { Access } from "@release-actions/konflux/kubernetes";
import { notesOf } from "./notes.ts";
import type { Notes } from "./notes.ts";

export interface ReleaseInputs {
  readonly server: string | undefined;
  readonly token: string | undefined;
  readonly certificateAuthority: string | undefined;
  readonly kubeconfig: string | undefined;
  readonly namespace: string;
  readonly application: string | undefined;
  readonly component: string | undefined;
  readonly commitSha: string | undefined;
  readonly image: string | undefined;
  readonly snapshot: string | undefined;
  readonly releasePlan: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly gracePeriodDays: number | undefined;
}

/** What is wanted, read from the inputs. */
export interface ReleaseRequest {
  readonly access: Access;
  readonly namespace: string;
  /** By name; otherwise the one that `of` leads to. */
  readonly snapshot: string | undefined;
  readonly of: WantedSnapshot;
  readonly plan: string | undefined;
  readonly notes: Notes | undefined;
  readonly gracePeriodDays: number | undefined;
}

/** Reads the inputs together; what is wrong with them is added to `problems`, and undefined returned. */
export async function readRequest(
  inputs: ReleaseInputs,
  host: Pick<HostFacts, "workspace">,
  problems: Problem[],
): Promise<ReleaseRequest | undefined> {
  const { namespace, application, component, commitSha, image, snapshot, releasePlan, gracePeriodDays } = inputs;
  const before = problems.length;
  const access = await accessOf(inputs, problems);
  checkNames({ namespace, application, component, snapshot, "release-plan": releasePlan }, problems);
  if (snapshot === undefined) {
    const remedy = "Give component and commit-sha, from which the Snapshot is found, or snapshot.";
    if (component === undefined) problems.push({ input: "component", what: "there is no component", remedy });
    if (commitSha === undefined) problems.push({ input: "commit-sha", what: "there is no commit", remedy });
  }
  if (snapshot !== undefined && /^[0-9a-f]{40}$/.test(snapshot)) {
    problems.push({
      input: "snapshot",
      what: `${snapshot} is a commit, not the name of a Snapshot`,
      remedy: "Give it as commit-sha, with component: its Snapshot is then found.",
    });
  }
  if (commitSha !== undefined && !/^[0-9a-f]{40}$/.test(commitSha)) {
    problems.push({
      input: "commit-sha",
      what: `must be the whole commit id, 40 hex digits in lower case; given: ${quote(commitSha)}`,
      remedy: "git rev-parse gives the whole one.",
    });
  }
  const digest = image === undefined ? undefined : digestOf(image);
  if (image !== undefined && digest === undefined) {
    const remedy = "Give the output image of quay-verify: a tag can be moved after it was verified.";
    problems.push({ input: "image", what: `must end with @sha256: and 64 hex digits; given: ${quote(image)}`, remedy });
  }
  if ((image !== undefined || commitSha !== undefined) && component === undefined && snapshot !== undefined) {
    problems.push({
      input: "component",
      what: "there is no component that image or commit-sha could be compared with",
      remedy: "Give component, too.",
    });
  }
  if (gracePeriodDays !== undefined && gracePeriodDays > 365) {
    problems.push({ input: "grace-period-days", what: `is ${gracePeriodDays}`, remedy: "At most 365 days are taken." });
  }
  const notes = await notesOf(inputs.releaseNotes, host, problems);
  if (access === undefined || problems.length > before) return undefined;
  return {
    access,
    namespace,
    snapshot,
    of: { component, commit: commitSha, digest, owner: application },
    plan: releasePlan,
    notes,
    gracePeriodDays,
  };
}

/** A Snapshot's and a plan's name must also be what the Release's schema takes. */
function checkNames(names: Readonly<Record<string, string | undefined>>, problems: Problem[]): void {
  for (const [input, name] of Object.entries(names)) {
    if (name === undefined || (input === "component" ? isSubdomain(name) && name.length <= 63 : isName(name))) continue;
    problems.push({
      input,
      what: `${quote(name)} is no name that Kubernetes takes`,
      remedy: "Names have lower case letters, digits and dashes, at most 63 (RFC 1123).",
    });
  }
}
