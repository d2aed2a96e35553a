export * from "./load.ts";
export { readTargets } from "./targets.ts";
export type { AppInterfaceConfig, AppInterfaceTarget, ComponentConfig, Config, EnvironmentConfig } from "./schema.ts";
