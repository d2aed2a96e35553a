export { parseImageList, parseImageLists } from "./parse.ts";
export * from "./load.ts";
export { readTargets } from "./targets.ts";
export type {
  AppInterfaceConfig,
  AppInterfaceTarget,
  ComponentConfig,
  Config,
  EnvironmentConfig,
  ImageConfig,
} from "./schema.ts";
