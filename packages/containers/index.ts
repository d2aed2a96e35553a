export { findBuilder, type Builder, type BuilderChoice } from "./builder.ts";
export { imageVariable, parseBuiltImages, type BuiltImage } from "./built.ts";
export { signIn, type Account } from "./sign-in.ts";
