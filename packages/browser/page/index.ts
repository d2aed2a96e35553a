export type * from "./types.ts";
export { VERSION_SELECTOR } from "./types.ts";
export { hasIntegrity } from "./integrity.ts";
export { isJavaScript, readPage, UnreadablePage } from "./read.ts";
export { parseSelector } from "./selector.ts";
export type { Selector } from "./selector.ts";
