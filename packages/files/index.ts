export * from "./directory.ts";
export * from "./reports.ts";
export * from "./workspace.ts";
