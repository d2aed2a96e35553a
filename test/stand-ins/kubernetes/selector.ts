import type { Stored } from "./types.ts";

/** Label selectors: `a=b`, `a in (b,c)`, `!a`, with commas between them. */
export function matchesLabels(object: Stored, selector: string | null): boolean {
  if (selector === null || selector === "") return true;
  const labels = object.metadata.labels ?? {};
  return (selector.match(/(?:[^,(]|\([^)]*\))+/g) ?? []).every((requirement) => {
    const set = /^(\S+) in \(([^)]*)\)$/.exec(requirement);
    if (set !== null) return (set[2] ?? "").split(",").includes(labels[set[1] ?? ""] ?? "");
    if (requirement.startsWith("!")) return labels[requirement.slice(1)] === undefined;
    const [key = "", value] = requirement.split(/==?/);
    return value === undefined ? labels[key] !== undefined : labels[key] === value;
  });
}

export function matchesFields(object: Stored, selector: string | null): boolean {
  return selector === null || selector === "" || selector === `metadata.name=${object.metadata.name}`;
}
