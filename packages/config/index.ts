export * from "./load.ts";
export type { ComponentConfig, Config, EnvironmentConfig } from "./schema.ts";
