import { shorten } from "@release-actions/text";
import { isList, isMap, isNotJson, type Path, type Value } from "@release-actions/yaml/value";

export {
  at,
  fromJson,
  isList,
  isMap,
  isNotJson,
  type Path,
  type Value,
  type ValueMap,
} from "@release-actions/yaml/value";

/** Equal as JSON values; a number is never a boolean. */
export function equal(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (isList(one))
    return isList(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]!));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key]!, other[key]!))
  );
}

/** As Python's jsonschema prints values: `'text'`, `123`, `True`. Long ones are cut. */
export function show(value: Value): string {
  const text = shown(value, 0);
  return shorten(text, 120);
}

function shown(value: Value, depth: number): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return `'${shorten(value, 200)}'`;
  if (typeof value === "number") return String(value);
  if (isNotJson(value)) return value.text;
  if (depth > 3) return "…";
  if (isList(value))
    return `[${value
      .slice(0, 10)
      .map((item) => shown(item, depth + 1))
      .join(", ")}]`;
  return `{${Object.entries(value)
    .slice(0, 10)
    .map(([key, item]) => `'${key}': ${shown(item, depth + 1)}`)
    .join(", ")}}`;
}

/** `$.resourceTemplates[0].targets[1].ref` */
export function pathText(path: Path): string {
  return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : /^[A-Za-z_$][\w$-]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("")}`;
}
