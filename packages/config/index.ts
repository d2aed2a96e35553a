export * from "./load.ts";
export { readImageList, readImageLists } from "./images.ts";
export { readTargets } from "./targets.ts";
export type {
  AppInterfaceConfig,
  AppInterfaceTarget,
  ComponentConfig,
  Config,
  EnvironmentConfig,
  ImageConfig,
} from "./schema.ts";
