export { findBuilder, type Builder, type BuilderChoice } from "./builder.ts";
export { signIn, type Account } from "./sign-in.ts";
