import { jsonText, secrets } from "@release-actions/text";

export interface OutputFacts {
  readonly description: string;
  readonly kind: "text" | "flag" | "integer" | "json";
}

/** An output. `T` is what the action returns for it; it is written as text. */
export interface Output<T> {
  readonly facts: OutputFacts;
  /** Only for the type of the value. */
  readonly value?: T;
}

/** The kinds of output. One that is left undefined is written as an empty text. */
export const output = {
  text: (description: string): Output<string> => ({ facts: { description, kind: "text" } }),
  flag: (description: string): Output<boolean> => ({ facts: { description, kind: "flag" } }),
  integer: (description: string): Output<number> => ({ facts: { description, kind: "integer" } }),
  /** Written as one line of JSON. */
  json: (description: string): Output<unknown> => ({ facts: { description, kind: "json" } }),
};

/** An output as the text that the host writes, with registered secrets removed. */
export function outputText(value: unknown, kind: OutputFacts["kind"] = "text"): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return jsonText(value);
  // A list that is already JSON must stay JSON.
  return kind === "json" && secrets.finds(value) && isJson(value) ? jsonText(JSON.parse(value)) : secrets.redact(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
