import type { z } from "zod/mini";
import type { ConditionFields } from "./schema.ts";

/** A condition of a status: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/condition/ */
export type Condition = z.output<typeof ConditionFields>;

/**
 * The condition of a type that holds for this generation of the object. Undefined if there is none, if it is of an
 * earlier generation, or if there are several: a list that contradicts itself proves nothing.
 */
export function conditionOf(
  conditions: readonly Condition[],
  type: string,
  generation: number | undefined,
): Condition | undefined {
  const found = conditions.filter((condition) => condition.type === type);
  const [first] = found;
  if (first === undefined || found.length > 1) return undefined;
  const { observedGeneration } = first;
  // Controllers that do not track generations omit it, or write 0.
  if (generation === undefined || observedGeneration === undefined || observedGeneration === 0) return first;
  return observedGeneration < generation ? undefined : first;
}
