import { isDeepStrictEqual } from "node:util";
import { refused } from "@release-actions/action";
import {
  AUTHOR_LABEL,
  authorLabel,
  readRelease,
  RELEASE_PLAN_LABEL,
  RELEASE_SNAPSHOT_LABEL,
  releaseName,
} from "@release-actions/konflux";
import type { Release, ReleasePlan, Snapshot } from "@release-actions/konflux";
import { isLabelValue } from "@release-actions/konflux/kubernetes";
import type { Creation, Kubernetes, Manifest } from "@release-actions/konflux/kubernetes";
import type { ReleaseRequest } from "./settings.ts";

/** A release that is to be made. */
export interface Planned {
  readonly manifest: Manifest;
  /** In people's words; the journal's key. */
  readonly what: string;
  readonly creation: Creation;
}

export async function planRelease(
  kubernetes: Kubernetes,
  snapshot: Snapshot,
  plan: ReleasePlan,
  attempt: number,
  wanted: ReleaseRequest,
): Promise<Planned> {
  const name = await releaseName(snapshot.name, plan.name, attempt);
  const { notes, gracePeriodDays } = wanted;
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
  const adopt: Creation["adopt"] = (found) => checkSame(readRelease(found), snapshot.name, plan.name, wanted);
  return { manifest: { name, labels, spec }, what, creation: { what, adopt } };
}

/**
 * Refuses a Release that is not the one that is wanted. Its spec cannot be changed, so other release notes would not be
 * published by following it.
 */
export function checkSame(
  found: Release,
  snapshot: string,
  plan: string,
  { notes }: Pick<ReleaseRequest, "notes">,
): void {
  if (found.snapshot !== snapshot || found.plan !== plan) {
    throw refused(
      `there is a Release ${found.name} already, of the Snapshot ${found.snapshot} by the plan ${found.plan}`,
      {
        remedy: "Delete it if nobody needs it: its name is taken.",
      },
    );
  }
  const given = (found.data as { releaseNotes?: unknown } | undefined)?.releaseNotes;
  if (notes === undefined || isDeepStrictEqual(plain(given), plain(notes))) return;
  throw refused(
    `the Release ${found.name} of ${snapshot} by ${plan} has other release notes than those given, and they cannot be changed`,
    {
      remedy: "Leave release-notes out to take the Release as it is.",
      exists: [`the Release ${found.name}`],
    },
  );
}

/** Without what only this process knows of an object, such as its prototype. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
