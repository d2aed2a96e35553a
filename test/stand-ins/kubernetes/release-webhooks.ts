import type { Stored } from "./types.ts";

/** What release-service's webhooks do with Releases, for a server without them. */

const PREFIX = "release.appstudio.openshift.io";

/** Changes a new Release as the mutating webhooks do: labels from its spec, its author, its grace period. */
export function mutateRelease(release: Stored, user: string, planOf: (name: string) => Stored | undefined): Stored {
  const labels = { ...release.metadata.labels };
  const { snapshot, releasePlan, gracePeriodDays } = release.spec ?? {};
  labels[`${PREFIX}/snapshot`] = String(snapshot);
  labels[`${PREFIX}/releasePlan`] = String(releasePlan);
  if (labels[`${PREFIX}/automated`] !== "true") labels[`${PREFIX}/author`] = authorOf(user);
  const planDays = planOf(String(releasePlan))?.spec?.["releaseGracePeriodDays"];
  const days = gracePeriodDays === undefined || gracePeriodDays === 0 ? planDays : gracePeriodDays;
  return {
    ...release,
    metadata: { ...release.metadata, labels },
    spec: { ...release.spec, ...(days !== undefined && { gracePeriodDays: days }) },
  };
}

/** Why the validating webhook refuses a Release, or undefined. */
export function refuseRelease(release: Stored, before: Stored | undefined): string | undefined {
  const { snapshot, releasePlan } = release.spec ?? {};
  for (const [what, name] of [
    ["release name", release.metadata.name],
    ["snapshot name", snapshot],
    ["releasePlan name", releasePlan],
  ]) {
    if (String(name).length > 63)
      return `${String(what)} must be no more than 63 characters, got ${String(name).length}`;
  }
  if (before === undefined) return undefined;
  if (JSON.stringify(before.spec) !== JSON.stringify(release.spec)) return "release resources spec cannot be updated";
  for (const key of ["author", "snapshot", "releasePlan"]) {
    if (before.metadata.labels?.[`${PREFIX}/${key}`] !== release.metadata.labels?.[`${PREFIX}/${key}`])
      return `${key} label cannot be updated`;
  }
  return undefined;
}

function authorOf(user: string): string {
  return user
    .replaceAll(":", "_")
    .replace("@", ".")
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, "");
}
