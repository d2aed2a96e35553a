export { markdownToAdf } from "./adf.ts";
export type { AdfDocument, AdfNode } from "./adf.ts";
export { markdownToWiki } from "./wiki.ts";
