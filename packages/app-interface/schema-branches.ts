import { no, type Check, type Report, type Spot } from "./schema-check.ts";
import { at, isList, isMap, show, type Value } from "./value.ts";

export interface Branch {
  readonly schema: Value;
  /** The schema itself, or what it refers to. */
  readonly shape: Value | undefined;
  readonly check: Check;
}

/**
 * `oneOf` and `anyOf`. Where no branch fits, the mismatches of the one that was meant are told, instead of the words
 * "is not valid under any": the reference where the value is one, the branch whose discriminator (such as `provider`)
 * the value names, and else the one that comes nearest.
 */
export function checkAlternatives(branches: readonly Branch[], exactly: boolean): Check {
  return (value, spot, report) => {
    let fitting = 0;
    for (const { check } of branches) {
      if (!check(value)) continue;
      fitting += 1;
      if (!exactly) return true;
    }
    if (fitting === 1) return true;
    if (report === undefined) return false;
    if (fitting > 1)
      return no(report, spot, `${show(value)} fits ${fitting} of the alternatives, and only one may fit`);
    return explain(branches, value, spot, report);
  };
}

function explain(branches: readonly Branch[], value: Value, spot: Spot | undefined, report: Report): false {
  const alternatives = branches.flatMap(({ schema }) => requiredAlone(schema) ?? []);
  if (isMap(value) && alternatives.length === branches.length) {
    return no(report, spot, `one of the properties ${alternatives.map((key) => show(key)).join(", ")} is required`);
  }
  const meant = branches.find((branch) => isMeant(branch, value)) ?? nearest(branches, value);
  const found: Parameters<Report>[0][] = [];
  meant?.check(value, spot, (mismatch) => found.push(mismatch));
  if (found.length === 0) return no(report, spot, `${show(value)} fits none of the alternatives`);
  found.forEach(report);
  return false;
}

/** The key that a branch of the form `required: [key]` asks for. */
function requiredAlone(schema: Value): string | undefined {
  const required = at(schema, "required");
  return isMap(schema) && Object.keys(schema).length === 1 && isList(required) && required.length === 1
    ? (required[0] as string)
    : undefined;
}

function isMeant({ schema, shape }: Branch, value: Value): boolean {
  if (!isMap(value)) return false;
  if ("$ref" in value) return isMap(schema) && "$schemaRef" in schema;
  const properties = at(shape, "properties");
  if (!isMap(properties)) return false;
  return Object.keys(properties).some((key) => {
    const allowed = at(properties[key], "enum");
    return isList(allowed) && key in value && allowed.includes(value[key]!);
  });
}

/** The branch with the fewest mismatches; among equals the one whose first mismatch lies deepest. */
function nearest(branches: readonly Branch[], value: Value): Branch | undefined {
  let best: { branch: Branch; count: number; depth: number } | undefined;
  for (const branch of branches) {
    let count = 0;
    let depth = 0;
    branch.check(value, undefined, ({ spot }) => {
      count += 1;
      depth = Math.max(depth, depthOf(spot));
    });
    if (best === undefined || count < best.count || (count === best.count && depth > best.depth))
      best = { branch, count, depth };
  }
  return best?.branch;
}

function depthOf(spot: Spot | undefined): number {
  let depth = 0;
  for (let here = spot; here !== undefined; here = here.above) depth += 1;
  return depth;
}
