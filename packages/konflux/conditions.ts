/** A condition of a status (meta/v1). */
export interface Condition {
  readonly type: string;
  readonly status: "True" | "False" | "Unknown";
  readonly reason: string;
  readonly message: string;
  /** The generation of the object that it was set for. */
  readonly observedGeneration: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** An empty one for anything that is no object: objects of Kubernetes leave out what is empty. */
export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The conditions of a status; entries that are none are left out, so that they can prove nothing. */
export function conditionsOf(status: unknown): Condition[] {
  return listOf(fields(status)["conditions"]).flatMap((entry) => {
    const { type, status: state, reason, message, observedGeneration } = fields(entry);
    if (typeof type !== "string" || (state !== "True" && state !== "False" && state !== "Unknown")) return [];
    return [
      {
        type,
        status: state,
        reason: typeof reason === "string" ? reason : "",
        message: typeof message === "string" ? message : "",
        observedGeneration: typeof observedGeneration === "number" ? observedGeneration : undefined,
      },
    ];
  });
}

/**
 * The condition of a type that holds for this generation of the object. Undefined where there is none, where it is of an
 * earlier generation, or where there are several: a list that says two things says nothing.
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
  // Controllers that do not track generations leave it out, or write 0.
  if (generation === undefined || observedGeneration === undefined || observedGeneration === 0) return first;
  return observedGeneration < generation ? undefined : first;
}
