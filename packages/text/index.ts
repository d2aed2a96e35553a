export * from "./address-secrets.ts";
export * from "./document.ts";
export * from "./format.ts";
export * from "./inert.ts";
export * from "./json-text.ts";
export * from "./markdown.ts";
export * from "./plain.ts";
export * from "./template.ts";
export { createRedactor, REDACTED, redactAll, secrets, type Redactor } from "./redact.ts";
