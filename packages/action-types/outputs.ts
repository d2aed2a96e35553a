import * as z from "zod/mini";

export interface OutputFacts {
  readonly description: string;
  readonly kind: "text" | "flag" | "integer" | "json";
}

const facts = z.registry<OutputFacts>();

export function outputFacts(schema: z.core.$ZodType): OutputFacts {
  const found = facts.get(schema);
  if (found === undefined) throw new TypeError("an output must be made by output.text(), .flag(), .integer() or .json()");
  return found;
}

function described<S extends z.core.$ZodType>(schema: S, kind: OutputFacts["kind"], description: string): S {
  facts.add(schema, { description, kind });
  return schema;
}

/** The kinds of output. One that is left undefined is written as an empty text. */
export const output = {
  text: (description: string) => described(z.optional(z.string()), "text", description),
  flag: (description: string) => described(z.optional(z.boolean()), "flag", description),
  integer: (description: string) => described(z.optional(z.int()), "integer", description),
  /** Written as one line of JSON. */
  json: (description: string) => described(z.optional(z.unknown()), "json", description),
};

/** An output as the text that the host writes. */
export function outputText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
