import type { YamlDocument } from "./document.ts";

/** Reads a YAML file with the places of what stands in it; the parser is loaded when there is one. */
export async function readYaml(source: string, file: string): Promise<YamlDocument> {
  const { openYaml } = await import("./document.ts");
  return openYaml(source, file);
}
