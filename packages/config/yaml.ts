import type { Problem } from "@release-actions/action-types";
import type * as z from "zod/mini";

/** A file as release-actions.yml is read: YAML 1.2 without aliases, all problems at once with their lines. `file` names it in them. */
export async function readYaml<S extends z.ZodMiniType>(schema: S, source: string, file: string): Promise<{ readonly value: z.output<S> | undefined; readonly problems: readonly Problem[] }> {
  const { parseYaml } = await import("./parse.ts");
  const { value, problems } = parseYaml(schema, source, file);
  return { value, problems };
}
