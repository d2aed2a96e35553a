export * from "./page.ts";
export { parseExposition } from "./parse.ts";
