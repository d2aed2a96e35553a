export { accessOf } from "./access.ts";
export type { Access, AccessInputs } from "./access.ts";
export * from "./types.ts";
export { openKubernetes } from "./client.ts";
export type { KubernetesOptions } from "./client.ts";
export { createdAt } from "./object.ts";
export { isLabelValue, isName, isSubdomain } from "./names.ts";
export { labelSelector } from "./selector.ts";
export type { Requirement } from "./selector.ts";
