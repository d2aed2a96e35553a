import type { JsonPath } from "./suite.ts";

const NAME = /[^.[\]"\s]+/y;
const INDEX = /\[(0|[1-9][0-9]{0,6})\]/y;
const QUOTED = /\["((?:[^"\\]|\\["\\])*)"\]/y;

/** `data.items[0].name`, `["a.b"].c`; `$` or `$.` may stand in front, and `$` alone is the whole. Undefined for what is no path. */
export function readJsonPath(text: string): JsonPath | undefined {
  const body = text.startsWith("$") ? text.slice(1).replace(/^\./, "") : text;
  const steps: (string | number)[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    at += found?.[0].length ?? 0;
    return found === null ? undefined : (found[1] ?? found[0]);
  };
  if (body === "") return text.startsWith("$") ? { text, steps } : undefined;
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

/** The value at a path; undefined where there is none. Nothing inherited is found. */
export function valueAt(value: unknown, { steps }: Pick<JsonPath, "steps">): unknown {
  let found = value;
  for (const step of steps) {
    if (typeof found !== "object" || found === null) return undefined;
    if (Array.isArray(found) !== (typeof step === "number") || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}
