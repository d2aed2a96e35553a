import type { Loaded } from "@release-actions/yaml/pyyaml";
import type { Value } from "./value.ts";

/** What the file of the GraphQL schema is called among the others, wherever it lies. */
export const GRAPHQL_NAME = "graphql-schemas/schema.yml";

/** Everything that is validated together, by the names that references use. */
export interface Bundle {
  readonly schemas: ReadonlyMap<string, Value>;
  readonly graphql: Value | undefined;
  readonly data: ReadonlyMap<string, Value>;
  readonly resources: ReadonlyMap<string, Resource>;
}

export interface Resource {
  /** The schema that its header names; without one it is not validated. */
  readonly schema: string | undefined;
  /** A line that looks like such a header and is none; 0-based, in characters. */
  readonly nearHeader?: number;
  /** Only with a schema. */
  readonly loaded?: Loaded;
}

/** `$schema: /path/name-1.yml` alone on a line, as the bundler looks for it: no quotes, no comment, no CRLF. */
export function readHeader(text: string): Pick<Resource, "schema" | "nearHeader"> {
  if (!text.includes("$schema")) return { schema: undefined };
  let near: number | undefined;
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf("\n", at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, Math.min(end, at + 1000));
    if (
      line.startsWith("$schema: ") &&
      line.length > "$schema: .yml".length - 1 &&
      /\.ya?ml$/.test(line) &&
      !line.endsWith("\r")
    ) {
      return { schema: line.slice("$schema: ".length) };
    }
    if (near === undefined && /^[ \t]*["']?\$schema["']?[ \t]*:/.test(line)) near = at;
    at = end + 1;
  }
  return { schema: undefined, ...(near !== undefined && { nearHeader: near }) };
}
