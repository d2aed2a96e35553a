export { formatOf, type ContentType } from "./content-type.ts";
export * from "./page.ts";
export { parseExposition } from "./parse.ts";
