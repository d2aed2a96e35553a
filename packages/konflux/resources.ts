import type { Resource } from "./kubernetes/index.ts";

const at = (plural: string, kind: string, version = "v1alpha1"): Resource => ({
  group: "appstudio.redhat.com",
  version,
  plural,
  kind,
});

export const RELEASES = at("releases", "Release");
export const RELEASE_PLANS = at("releaseplans", "ReleasePlan");
export const SNAPSHOTS = at("snapshots", "Snapshot");
export const COMPONENTS = at("components", "Component");
