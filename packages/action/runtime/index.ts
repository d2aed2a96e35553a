export * from "./execute.ts";
export type { OwnHints } from "./hints.ts";
export * from "./host.ts";
export * from "./inputs.ts";
export * from "./report.ts";
