export type * from "./contract.ts";
export { chartSvg } from "./svg.ts";
