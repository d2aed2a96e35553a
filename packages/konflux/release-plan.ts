import type { Problem } from "@release-actions/action";
import type { KubernetesObject } from "./kubernetes/index.ts";
import { conditionOf } from "./conditions.ts";
import type { Condition } from "./conditions.ts";
import { AUTO_RELEASE } from "./labels.ts";
import { ReleasePlanSpec, ReleasePlanStatus } from "./schema.ts";
import { sameOwner } from "./snapshot-choice.ts";
import { describeOwner, ownerOf } from "./snapshot.ts";
import type { Owner } from "./snapshot.ts";

/** Where an owner's Snapshots are released to. */
export interface ReleasePlan {
  readonly name: string;
  readonly owner: Owner | undefined;
  /** The namespace whose ReleasePlanAdmission accepts the releases; undefined for releases inside the tenant. */
  readonly target: string | undefined;
  /** It has its own pipeline in the tenant. */
  readonly tenantPipeline: boolean;
  readonly matched: Condition | undefined;
  readonly admission: { readonly name: string; readonly active: boolean } | undefined;
  /** Konflux creates Releases for it automatically, perhaps under a condition. */
  readonly automatic: boolean;
  readonly leaving: boolean;
}

export function readReleasePlan({ metadata, spec, status }: KubernetesObject): ReleasePlan {
  const { target, tenantPipeline, finalPipeline } = ReleasePlanSpec.parse(spec);
  const { conditions, releasePlanAdmission: admission } = ReleasePlanStatus.parse(status);
  return {
    name: metadata.name,
    owner: ownerOf(spec),
    target,
    tenantPipeline: tenantPipeline !== undefined || finalPipeline !== undefined,
    matched: conditionOf(conditions, "Matched", metadata.generation),
    admission: admission.name === undefined ? undefined : { name: admission.name, active: admission.active },
    automatic: metadata.labels[AUTO_RELEASE] !== "false" || metadata.annotations[AUTO_RELEASE] !== undefined,
    leaving: metadata.deletionTimestamp !== undefined,
  };
}

export type PlanChoice =
  | { readonly plan: ReleasePlan }
  | { readonly what: string; readonly problems: readonly Problem[]; readonly several: boolean };

/** The plan with that name, or the only one that accepts this owner's Snapshots; otherwise why each plan does not. */
export function choosePlan(plans: readonly ReleasePlan[], owner: Owner, name: string | undefined): PlanChoice {
  const candidates =
    name === undefined
      ? plans.filter((plan) => sameOwner(plan.owner, owner))
      : plans.filter((plan) => plan.name === name);
  const of = describeOwner(owner);
  if (candidates.length === 0) {
    const problems = plans.map((plan) => ({
      what: `${plan.name} is for ${plan.owner === undefined ? "no known owner" : `the ${describeOwner(plan.owner)}`}`,
    }));
    return {
      what: name === undefined ? `there is no ReleasePlan for the ${of}` : `there is no ReleasePlan ${name}`,
      problems,
      several: false,
    };
  }
  const usable = candidates.filter((plan) => planProblem(plan, owner) === undefined);
  const [only] = usable;
  if (only !== undefined && usable.length === 1) return { plan: only };
  if (only !== undefined) {
    const problems = usable.map(({ name: one, target }) => ({ what: `${one}, to ${target ?? "the tenant itself"}` }));
    return { what: `${usable.length} ReleasePlans accept releases of the ${of}`, problems, several: true };
  }
  const problems = candidates.map((plan) => ({ what: `${plan.name}: ${planProblem(plan, owner)}` }));
  return { what: `no ReleasePlan can currently accept a release of the ${of}`, problems, several: false };
}

/** Why release-service would not accept a Release of this owner by the plan, or undefined. */
export function planProblem(plan: ReleasePlan, owner: Owner): string | undefined {
  if (plan.leaving) return "it is being deleted";
  if (!sameOwner(plan.owner, owner))
    return `it is for ${plan.owner === undefined ? "no known application or component group" : `the ${describeOwner(plan.owner)}`}`;
  if (plan.target === undefined) return plan.tenantPipeline ? undefined : "it has neither a target nor a pipeline";
  if (plan.matched?.status !== "True")
    return `no ReleasePlanAdmission in ${plan.target} matches it${plan.matched === undefined ? "" : ` (${plan.matched.reason})`}`;
  if (plan.admission === undefined) return "its status names no ReleasePlanAdmission";
  return plan.admission.active ? undefined : `its ReleasePlanAdmission ${plan.admission.name} blocks releases`;
}
