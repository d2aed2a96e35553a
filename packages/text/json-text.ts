import { visible } from "./inert.ts";
import { holdsSecret, redactAll } from "./redact.ts";

/**
 * A value as JSON (RFC 8259) that may leave the process: with registered secrets removed, and with control and
 * invisible characters escaped. The only way to write JSON to a file, an output or a terminal.
 */
export function jsonText(value: unknown, indent?: number): string {
  return escaped(JSON.stringify(holdsSecret(value) ? redactAll(value) : value, undefined, indent));
}

/** Invisible characters occur in JSON only inside strings, so an escape means the same. */
function escaped(json: string): string {
  if (visible(json) === json) return json;
  return Array.from(json, (character) => (isShown(character) ? character : escapeOf(character))).join("");
}

function isShown(character: string): boolean {
  return character === "\n" || visible(character) === character;
}

function escapeOf(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** A JSON array as text, piece by piece and one item a line: what is written needs never to be in memory whole. */
export function* jsonArray(items: Iterable<unknown>): Generator<string, void, undefined> {
  let separator = "[\n";
  for (const item of items) {
    yield separator + jsonText(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}
