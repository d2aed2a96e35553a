export * from "./load.ts";
export { readYaml } from "./yaml.ts";
export type { YamlDocument, YamlPath } from "./document.ts";
export { readTargets } from "./targets.ts";
export type { AppInterfaceConfig, AppInterfaceTarget, ComponentConfig, Config, EnvironmentConfig } from "./schema.ts";
