export * from "./errors.ts";
export * from "./limits.ts";
export {
  isAttestation,
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
