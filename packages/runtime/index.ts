export * from "./execute.ts";
export * from "./host.ts";
export * from "./inputs.ts";
export * from "./report.ts";
