import type { JsonPath } from "./types.ts";

const NAME = /[^.[\]"\s]+/y;
const INDEX = /\[(0|[1-9][0-9]{0,6})\]/y;
const QUOTED = /\["((?:[^"\\]|\\["\\])*)"\]/y;

/**
 * Reads `data.items[0].name` or `["a.b"].c`, with or without `$` or `$.` before it; `$` alone is the whole value.
 * Undefined for anything else.
 */
export function readJsonPath(text: string): JsonPath | undefined {
  const body = text.startsWith("$") ? text.slice(1).replace(/^\./, "") : text;
  if (body === "") return text.startsWith("$") ? { text, steps: [] } : undefined;
  const steps: (string | number)[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    at += found?.[0].length ?? 0;
    return found === null ? undefined : (found[1] ?? found[0]);
  };
  while (at < body.length) {
    const index = match(INDEX);
    if (index !== undefined) {
      steps.push(Number(index));
      continue;
    }
    const quoted = match(QUOTED);
    if (quoted !== undefined) {
      steps.push(quoted.replace(/\\(["\\])/g, "$1"));
      continue;
    }
    if (at > 0 && body[at] !== ".") return undefined;
    if (at > 0) at += 1;
    const name = match(NAME);
    if (name === undefined) return undefined;
    steps.push(name);
  }
  return { text, steps };
}

/** The value at a path; undefined if there is none. Inherited properties are not found. */
export function valueAt(value: unknown, { steps }: Pick<JsonPath, "steps">): unknown {
  let found = value;
  for (const step of steps) {
    if (typeof found !== "object" || found === null) return undefined;
    if (Array.isArray(found) !== (typeof step === "number") || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}
