import type { Loaded } from "@release-actions/yaml/pyyaml";
import type { Value } from "./value.ts";

/** The name of the GraphQL schema's file among the others, wherever it is. */
export const GRAPHQL_NAME = "graphql-schemas/schema.yml";

/**
 * Everything that is validated together, by the names that references use: `/services/app/app.yml`. As the bundler
 * builds it: https://github.com/app-sre/qontract-validator.
 */
export interface Bundle {
  readonly schemas: ReadonlyMap<string, Value>;
  readonly graphql: Value | undefined;
  readonly data: ReadonlyMap<string, Value>;
  readonly resources: ReadonlyMap<string, Resource>;
}

export interface Resource {
  /** The schema that its header names. A resource without one is not validated. */
  readonly schema: string | undefined;
  /** Offset of a line that only looks like such a header; 0-based, in characters. */
  readonly nearHeader?: number;
  /** Only with a schema. */
  readonly loaded?: Loaded;
}

/** `$schema: /path/name-1.yml` alone on a line, as the bundler searches for it: no quotes, no comment, no CRLF. */
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
