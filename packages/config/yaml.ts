import type { Problem } from "@release-actions/action-types";
import type * as z from "zod/mini";
import type { YamlDocument } from "./document.ts";

/** Reads a YAML file with the places of what stands in it; the parser is loaded when there is one. */
export async function readYaml(source: string, file: string): Promise<YamlDocument> {
  const { openYaml } = await import("./document.ts");
  return openYaml(source, file);
}

/** A YAML file by a schema: its value, or all problems at once with their lines. `file` names it in them. */
export async function readYamlAs<S extends z.ZodMiniType>(schema: S, source: string, file: string): Promise<{ readonly value: z.output<S> | undefined; readonly problems: readonly Problem[] }> {
  const { parseYaml } = await import("./parse.ts");
  const { value, problems } = parseYaml(schema, source, file);
  return { value, problems };
}
