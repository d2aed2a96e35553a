/** Real OCI registries for tests, and what to put into them. What they need of the machine is in needs.ts. */
export { BUSYBOX, buildImage, type Build } from "./build.ts";
export { BUNDLE_TYPE, signatureBundle, type BundleOptions, type SigstoreBundle } from "./bundle.ts";
export { askAs, challengeOf, type Ask } from "./client.ts";
export { ACCEPT, digestOf, MEDIA_TYPES, type Descriptor, type MediaTypes } from "./descriptor.ts";
export { makeLayout, type LaidOut, type Layout, type LayoutImage, type LayoutIndex } from "./layout.ts";
export {
  makeSigningKey,
  push,
  pushCosignTag,
  pushReferrersTag,
  type CosignOptions,
  type CosignSignature,
  type Referrer,
  type Referrers,
  type SigningKey,
} from "./push.ts";
export { startRegistry, type Registry, type RegistryOptions } from "./server.ts";
export {
  startTokenIssuer,
  type TokenAnswer,
  type TokenIssuer,
  type TokenIssuerOptions,
  type TokenRequest,
} from "./token-issuer.ts";
