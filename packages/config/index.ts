export * from "./load.ts";
export type { YamlDocument, YamlPath } from "./document.ts";
export { readTargets } from "./targets.ts";
export { readYaml, readYamlAs } from "./yaml.ts";
export type { AppInterfaceConfig, AppInterfaceTarget, ComponentConfig, Config, EnvironmentConfig } from "./schema.ts";
