import type { Problem } from "@release-actions/action";
import { readYamlAs, type ReadBySchema, type YamlDocument } from "@release-actions/yaml";
import {
  AppInterfaceTargets,
  Config,
  ImageList,
  ImageLists,
  type AppInterfaceTarget,
  type ImageConfig,
} from "./schema.ts";

/** Reads release-actions.yml. All problems are found at once, each with its line. */
export function parseConfig(source: string, file: string): { config: Config; problems: readonly Problem[] } {
  const { value: config = {}, problems, document } = readYamlAs(Config, source, file);
  if (problems.length > 0) return { config: {}, problems };
  const named: (readonly [readonly { readonly name: string }[], readonly string[]])[] = [
    [config.components ?? [], ["components"]],
    [config.environments ?? [], ["environments"]],
    [config["app-interface"]?.groups ?? [], ["app-interface", "groups"]],
  ];
  return { config, problems: named.flatMap(([entries, path]) => duplicates(entries, path, document)) };
}

/** A list of app-interface targets as YAML, read as the configuration is. `file` names it in the problems. */
export function parseTargetList(
  source: string,
  file: string,
): { targets: AppInterfaceTarget[]; problems: readonly Problem[] } {
  const { value: targets = [], problems } = readYamlAs(AppInterfaceTargets, source, file);
  return { targets, problems };
}

/** The images of each component, as JSON or YAML, with the shape that they have in the configuration. */
export function parseImageLists(source: string, file: string): ReadBySchema<Record<string, ImageConfig[]>> {
  return readYamlAs(ImageLists, source, file);
}

/** The same for the images of one component. */
export function parseImageList(source: string, file: string): ReadBySchema<ImageConfig[]> {
  return readYamlAs(ImageList, source, file);
}

/** Names are keys: two of one name would make it a matter of luck which one counts. */
function duplicates(
  named: readonly { readonly name: string }[],
  path: readonly string[],
  document: YamlDocument,
): Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        what: `${path.join(".")}: the name ${JSON.stringify(name)} is given twice`,
        remedy: "Rename or remove one.",
        ...document.placeOf([...path, index, "name"]),
      },
    ];
  });
}
