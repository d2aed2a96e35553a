export type * from "./contract.ts";
export { VERSION_SELECTOR } from "./contract.ts";
export { hasIntegrity } from "./integrity.ts";
export { isJavaScript, readPage, UnreadablePage } from "./read.ts";
export { parseSelector } from "./selector.ts";
export type { Selector } from "./selector.ts";
