export * from "./errors.ts";
export * from "./limits.ts";
export { childImages, notAnImage, readChild, type ChildImage } from "./images.ts";
export {
  isPlatform,
  type Descriptor,
  type ImageConfig,
  type ImageIndex,
  type ImageManifest,
  type Manifest,
} from "./manifest.ts";
export * from "./place.ts";
export * from "./quay.ts";
export * from "./reference.ts";
export * from "./registry.ts";
export * from "./signature.ts";
export type { Login } from "./authorize.ts";
