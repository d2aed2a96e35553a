import type { Mismatch } from "./finding.ts";
import { at, isList, isMap, show, type Path, type Value } from "./value.ts";

/** One of the alternatives of `oneOf` or `anyOf`. */
export interface Branch {
  readonly schema: Value;
  /** The schema itself, or the one that it refers to. */
  readonly target: Value;
  readonly fits: boolean;
  mismatches(): readonly Mismatch[];
}

/**
 * Explains why not exactly one branch, or none, fits. If none fits, reports the mismatches of the branch that was meant
 * instead of "is not valid under any": the reference if the value is one, the branch whose discriminator (such as
 * `provider`) the value names, or else the branch with the fewest mismatches.
 */
export function explainBranches(branches: readonly Branch[], path: Path, value: Value): readonly Mismatch[] {
  const whole = (message: string): readonly Mismatch[] => [{ path, what: "value", message }];
  const fitting = branches.filter(({ fits }) => fits).length;
  if (fitting > 0) return whole(`${show(value)} fits ${fitting} of the alternatives, and only one may fit`);
  const required = branches.flatMap(({ schema }) => requiredAlone(schema) ?? []);
  if (isMap(value) && required.length === branches.length)
    return whole(`one of the properties ${required.map((key) => show(key)).join(", ")} is required`);
  const meant = branches.find((branch) => isMeant(branch, value));
  const found = meant?.mismatches() ?? nearest(branches.map((branch) => branch.mismatches()));
  return found.length > 0 ? found : whole(`${show(value)} fits none of the alternatives`);
}

/** The key of a branch of the form `required: [key]`. */
function requiredAlone(schema: Value): string | undefined {
  const required = at(schema, "required");
  return isMap(schema) && Object.keys(schema).length === 1 && isList(required) && required.length === 1
    ? (required[0] as string)
    : undefined;
}

function isMeant({ schema, target }: Branch, value: Value): boolean {
  if (!isMap(value)) return false;
  if ("$ref" in value) return isMap(schema) && "$schemaRef" in schema;
  const properties = at(target, "properties");
  if (!isMap(properties)) return false;
  return Object.keys(properties).some((key) => {
    const allowed = at(properties[key], "enum");
    return isList(allowed) && key in value && allowed.includes(value[key]!);
  });
}

/** The branch with the fewest mismatches; of several, the one with the deepest mismatch. */
function nearest(all: readonly (readonly Mismatch[])[]): readonly Mismatch[] {
  let best: { readonly mismatches: readonly Mismatch[]; readonly depth: number } | undefined;
  for (const mismatches of all) {
    const depth = Math.max(0, ...mismatches.map(({ path }) => path.length));
    const more = mismatches.length - (best?.mismatches.length ?? Infinity);
    if (best === undefined || more < 0 || (more === 0 && depth > best.depth)) best = { mismatches, depth };
  }
  return best?.mismatches ?? [];
}
