export * from "./clock.ts";
export * from "./host.ts";
export * from "./io.ts";
export * from "./stop.ts";
export * from "./verdict.ts";
