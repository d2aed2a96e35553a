export type * from "./types.ts";
export { chartSvg } from "./svg.ts";
